import { groupBy, unique } from "../../text/group-by.ts";
import { acceptableFindings } from "../../model/catalog.ts";
import { isStandalone, type Recommendation } from "../../model/cell.ts";
import type { Cell, Report } from "../../model/report.ts";
import { forShell } from "../build-line.ts";
import { plural } from "../../text/english.ts";
import { isPredicted, isShipped, isUnbuilt, shippedCells, targetKey } from "../words.ts";
import { type Block, fold, name, type Phrase, text } from "./model.ts";
import { closed, subjectOf } from "./phrases.ts";
import type { Problem } from "../problems.ts";

/** So many commands of one piece of advice are shown; one that is longer than anybody would paste is in the JSON report. */
const commandsShown = 3;
const longestCommand = 2000;

type Advice = readonly [Recommendation, ...Recommendation[]];

/** What helps alike stands together. */
export function groupAdvice(advice: readonly Recommendation[]): Advice[] {
  return groupBy(advice, ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
}

/** Another strategy than the one that ships, in a sentence with its commands. */
export function describeAdvice(group: Advice, report: Report): { readonly content: Phrase; readonly blocks: Block[] } {
  const [{ strategy, why }] = group;
  const isBuilt = report.cells.some(
    (cell) => cell.strategy === strategy && cell.status === "built" && targetKey(cell) === targetKey(group[0]),
  );
  const origin = isBuilt ? "built and checked in this run" : "predicted, not built";
  return {
    content: ["Build with ", name(strategy ?? ""), ` (${origin}): `, closed(why)],
    blocks: [...renderCommands(group, report), ...renderForms(group)],
  };
}

function renderCommands(group: Advice, report: Report): Block[] {
  const commands = group.flatMap(({ command }) => command ?? []).filter(({ length }) => length <= longestCommand);
  if (commands.length === 0) return [];
  const left = commands.length - commandsShown;
  const shown: Block = {
    kind: "code",
    language: "sh",
    name: "Command",
    text: name(
      commands
        .slice(0, commandsShown)
        .map((command) => forShell(command, report))
        .join("\n"),
    ),
  };
  return left > 0 ? [shown, text(`… and ${plural(left, "more command")} of this kind in the JSON report.`)] : [shown];
}

/** The same build for those who build in another way, of the first target. */
function renderForms([{ forms }, ...more]: Advice): Block[] {
  if (forms === null || more.length >= commandsShown) return [];
  const named = [
    ["Dockerfile", "dockerfile", forms.dockerfile],
    [".goreleaser.yaml", "yaml", forms.goreleaser],
    [".ko.yaml", "yaml", forms.ko],
  ] as const;
  const shown = named.flatMap(([title, language, form]): Block[] =>
    form === null ? [] : [text(name(title)), { kind: "code", language, name: title, text: name(form) }],
  );
  return [fold(["The same for Docker, goreleaser and ko"], shown)];
}

/** What would be better for what ships and fails nothing: it is dynamic, or has a caveat. What needs nothing is left out. */
export function describeOpenAdvice(report: Report, problems: readonly Problem[]): Block[] {
  const failing = new Set(
    problems.flatMap(({ outcome, target }) => (outcome === "fail" && target !== null ? [targetKey(target)] : [])),
  );
  const open = new Map(
    shippedCells(report)
      .filter((cell) => isOpen(cell) && !failing.has(targetKey(cell)))
      .map((cell) => [targetKey(cell), cell]),
  );
  const advice = report.recommendation.filter((each) => open.has(targetKey(each)) && !isShipped(each, report));
  const blocks = groupAdvice(advice).flatMap((group): Block[] => {
    const [{ strategy, why }] = group;
    const isForAll = new Set(shippedCells(report).map(targetKey)).size === 1;
    const of: Phrase = isForAll ? [] : [" ", ...subjectOf(group, report)];
    if (strategy === null) return [text("Static build", ...(isForAll ? [] : [" of", ...of]), ": ", closed(why))];
    const { content, blocks: more } = describeAdvice(group, report);
    const aim = group.some((each) => !isStandaloneTarget(open.get(targetKey(each))));
    const lead = aim ? "To make" : "Better for";
    const object: Phrase = isForAll ? [" it"] : of;
    return [text(lead, ...object, aim ? " static: " : ": ", ...lowerFirst(content)), ...more];
  });
  return [...blocks, ...describeNoRule(report, [...open.values()])];
}

function isStandaloneTarget(cell: Cell | undefined): boolean {
  return cell !== undefined && isStandalone(cell);
}

function isOpen(cell: Cell): boolean {
  if (cell.status === "failed" || cell.platform.endsWith("/wasm")) return false;
  return !isStandalone(cell) || cell.findings.some(({ level }) => level !== "info");
}

function lowerFirst([first, ...rest]: Phrase): Phrase {
  return typeof first === "string" ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : [first ?? "", ...rest];
}

/** A gate that asks for nothing protects nothing: said where something is dynamic and no rule is for it. */
function describeNoRule({ rules, ship, verdict }: Report, open: readonly Cell[]): Block[] {
  const dynamic = open.filter((cell) => !isStandalone(cell) && (!isPredicted(cell) || isUnbuilt(cell)));
  if (rules.length > 0 || ship === null || verdict.outcome === "fail" || dynamic.length === 0) return [];
  return [text("To fail pull requests that ship a dynamic program, set ", name("require: static"), ".")];
}

/** The rule that would accept a regression; null where none can. */
export function acceptingRule(problems: readonly Problem[], names: ReadonlyMap<string, string>): Block | null {
  const cells = problems.flatMap(({ cell }) => cell ?? []);
  const [first] = cells;
  if (first === undefined || cells.some(({ status }) => status !== "built")) return null;
  const isDynamic = cells.every((cell) => cell.linkage?.kind === "dynamic");
  const hazards = unique(
    cells.flatMap(({ findings }) => findings.flatMap((each) => (isAcceptable(each) ? each.kind : []))),
  );
  if (!isDynamic && (hazards.length === 0 || !cells.every(isStandalone))) return null;
  const quoted = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(", ");
  const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? [])).toSorted();
  const limits = isDynamic
    ? `require: dynamic${floors.length === 1 ? `, max-glibc: ${quoted(floors)}` : ""}`
    : `require: static, allow: [${hazards.join(", ")}]`;
  const packages = unique(cells.map((cell) => names.get(cell.package) ?? cell.package));
  const platforms = unique(cells.map(({ platform }) => platform));
  const rule = `- { packages: [${quoted(packages)}], platforms: [${quoted(platforms)}], ${limits} }`;
  return { kind: "code", language: "yaml", name: "Rule", text: name(rule) };
}

function isAcceptable({ kind, level }: Cell["findings"][number]): boolean {
  return level === "warning" && acceptableFindings.includes(kind);
}
