import { groupBy, unique } from "../../text/group-by.ts";
import type { Target } from "../../model/cell.ts";
import type { Finding } from "../../model/finding.ts";
import type { Cell, Report } from "../../model/report.ts";
import type { Problem } from "../problems.ts";
import { capitalized, isShipped, namesOf, stopped, targetKey } from "../words.ts";
import { acceptingRule, describeAdvice, groupAdvice } from "./advice.ts";
import { type Block, list, listing, name, type Phrase, sentence, strong, text } from "./model.ts";
import { closed, place, subjectOf, withPlace } from "./phrases.ts";
import { cut } from "./table.ts";

type Group = readonly [Problem, ...Problem[]];

/** So many causes are told one by one; the table of what ships has a row for everything that fails. */
const groupsShown = 4;

/** What fails by its causes and what to do about each; without a failure, what the gate warns of. */
export function describeProblems(problems: readonly Problem[], report: Report): Block[] {
  const failing = problems.filter(({ outcome }) => outcome === "fail");
  const warned = problems.filter(({ kind }) => kind !== null && kind !== "caveat");
  const shown = (failing.length > 0 ? failing : warned).filter((each) => !isMissingBase(each));
  if (shown.length === 0) return [];
  const groups = groupBy(shown, keyOf);
  const described = new Set<Cell>();
  const boxed = groups.slice(0, groupsShown).flatMap((group) => describeGroup(group, { report, described }));
  const left = groups.slice(groupsShown);
  const more =
    left.length === 0
      ? []
      : [text(`… and ${left.length} more ${left.length === 1 ? "cause" : "causes"}: see the table.`)];
  const fixes = groupBy(groups.slice(0, groupsShown), (group) => JSON.stringify(remediesKey(group)));
  return [
    { kind: "alert", outcome: failing.length > 0 ? "fail" : "warn", blocks: [...boxed, ...more] },
    ...fixes.flatMap((alike) => describeFixes(alike.flat(), fixes.length > 1, report)),
  ];
}

/** It has its own box (context.ts). */
export function isMissingBase({ kind, target }: Problem): boolean {
  return kind === "baseline" && target === null;
}

/** One line of code can be the cause for many programs: the chain of imports begins with each of them. */
function keyOf({ kind, cause, message, target, fixes, finding }: Problem): string {
  const text = cause ?? message.replaceAll(/"[^"]*"|\([^()]*\)/g, "");
  const at = finding?.file == null ? "" : `${finding.file}:${finding.line ?? 1}`;
  return [kind, text.replaceAll(target?.package ?? "\n", ""), at, ...fixes].join("\n");
}

type GroupContext = {
  readonly report: Report;
  /** Cells whose needs are described already. */ readonly described: Set<Cell>;
};

function describeGroup(group: Group, { report, described }: GroupContext): Block[] {
  const [{ target, message, cause, finding }] = group;
  if (target === null) return group.map((each) => text(closed(capitalized(each.message))));
  const targets = group.flatMap((each) => each.target ?? []);
  const subject = strong(...subjectOf(targets, report));
  const cells = group.flatMap(({ cell }) => cell ?? []);
  const state = describeState(
    group,
    cells.filter((cell) => !described.has(cell)),
  );
  for (const cell of cells) described.add(cell);
  const at = finding ?? { file: null, line: null };
  return [
    text(subject, ...(state ?? [isOne(targets) ? " " : ": ", sentence(stopped(capMessage(message)))])),
    ...(cause === null
      ? []
      : [
          text(
            "Cause: ",
            ...withPlace(capMessage(cause), at.file === null || isRule(group[0]) ? nowhere : at, report),
            ".",
          ),
        ]),
    ...describePlaces(group[0], report),
  ];
}

/** A message is a predicate of one program. */
function isOne(targets: readonly Target[]): boolean {
  return unique(targets.map(targetKey)).length === 1;
}

const nowhere = { file: null, line: null } as const;

function isRule({ finding }: Problem): boolean {
  return finding?.kind === "policy";
}

/** A build's complaint can be a page long. */
function capMessage(message: string): string {
  return message.length > 500 ? `${message.slice(0, 499)}…` : message;
}

/** ` is now dynamic (was static). It needs …, and does not start in …`; null where the message says it better. */
function describeState(group: Group, cells: readonly Cell[]): Phrase | null {
  const [{ kind, cell }] = group;
  const [first] = cells;
  if (kind !== "regression" || first === undefined || cell === null) return null;
  const before = unique(cells.map(({ base }) => base?.linkage?.kind ?? ""));
  const isDynamic = cells.every((each) => each.linkage?.kind === "dynamic");
  if (!isDynamic || before.length > 1 || before[0] === "dynamic" || before[0] === "") return null;
  const is = new Set(cells.map((each) => each.package)).size > 1 ? "are" : "is";
  return [` ${is} now `, strong("dynamic"), ` (was ${before[0] ?? ""}). `, ...describeNeeds(cells, is === "is")];
}

/** What dynamic programs need, and where they do not start for it. */
function describeNeeds(cells: readonly Cell[], isOne: boolean): Phrase {
  const interpreters = unique(cells.flatMap(({ linkage }) => linkage?.interpreter ?? []));
  const needed = unique(cells.flatMap(({ linkage }) => linkage?.needed ?? []));
  const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []));
  const parts: Phrase[] = [
    ...(interpreters.length + needed.length === 0
      ? []
      : [[isOne ? "needs " : "need ", ...listing([...interpreters, ...needed].map(name))]]),
    ...(floors.length === 0
      ? []
      : [[isOne ? "requires " : "require ", strong("glibc ", ...listing(floors.map(sentence)), " or newer")]]),
  ];
  const isLinux = cells.every(({ platform }) => platform.startsWith("linux/"));
  const isMusl = interpreters.some((path) => path.includes("ld-musl-"));
  const effect = !isLinux
    ? []
    : isMusl
      ? [isOne ? " It starts" : " They start", " only where musl's dynamic loader is, as on Alpine."]
      : [
          isOne ? " It does" : " They do",
          " not start in ",
          name("scratch"),
          ", ",
          name("distroless/static"),
          " or Alpine images.",
        ];
  const words = parts.flatMap((part, at): Phrase => (at === 0 ? part : [" and ", ...part]));
  return parts.length === 0 ? [] : [isOne ? "It " : "They ", ...words, ".", ...effect];
}

/** Where else the compiler stopped. */
function describePlaces({ places, message }: Problem, report: Report): Block[] {
  const others = places.filter((each) => each.message !== null && !message.includes(each.message));
  if (others.length === 0) return [];
  const shown = others
    .slice(0, 3)
    .map((each): Phrase => [place(each.file, each.line, report), ": ", sentence(each.message ?? "")]);
  const more: Phrase[] = others.length > 3 ? [[`and ${others.length - 3} more errors`]] : [];
  return [text("Also:"), list([...shown, ...more])];
}

function adviceFor(group: readonly Problem[], report: Report): Report["recommendation"] {
  const targets = new Set(group.flatMap(({ target }) => (target === null ? [] : [targetKey(target)])));
  return report.recommendation.filter(
    (each) => each.strategy !== null && !isShipped(each, report) && targets.has(targetKey(each)),
  );
}

/** Causes with the same fixes share them. */
function remediesKey(group: Group): unknown {
  const [{ fixes, kind, target }] = group;
  return [
    kind === "regression" || kind === "policy" ? "linkage" : kind,
    fixes.map(withoutStrategy),
    target?.package ?? "",
  ];
}

function withoutStrategy(fix: string): string {
  return isBuildSetting(fix) ? "build" : fix;
}

/** A fix that sets what a strategy sets, with or without its name. */
function isBuildSetting(fix: string): boolean {
  return /CGO_ENABLED=0|\bmusl\b|netgo|^(?:ship|build) with /.test(fix);
}

function describeFixes(group: readonly Problem[], isOneOfMany: boolean, report: Report): Block[] {
  const advice = groupAdvice(adviceFor(group, report));
  const found = unique(group.flatMap(({ fixes }) => fixes));
  const others = found.filter((fix) => advice.length === 0 || !isBuildSetting(fix));
  const regressed = group.filter(({ kind }) => kind === "regression");
  const rule = regressed.length === 0 ? null : acceptingRule(regressed, namesOf(report));
  const items = [
    ...advice.map((each) => describeAdvice(each, report)),
    ...others.map((fix) => ({ content: [closed(capitalized(fix))], blocks: [] })),
    ...(rule === null
      ? []
      : [
          {
            content: ["If this is intended, allow it in the ", name("rules"), " of ", name(policyFile(report)), ":"],
            blocks: [rule],
          },
        ]),
  ];
  const [only, ...more] = items;
  if (only === undefined) return [];
  const of: Phrase = isOneOfMany
    ? [
        " for ",
        ...subjectOf(
          group.flatMap(({ target }) => target ?? []),
          report,
        ),
      ]
    : [];
  if (more.length === 0) return [text(strong("Fix", ...of), ": ", ...only.content), ...only.blocks];
  return [text(strong("Fix", ...of), ", one of:"), { kind: "list", isOrdered: true, items }];
}

function policyFile({ policy }: Report): string {
  return policy.file ?? ".github/go-linkage.yml";
}

/** Warnings that are worth a line each; the rest is counted. */
const warningsShown = 8;

/** What is only worth a warning, once however many builds it is about. */
export function describeWarnings(problems: readonly Problem[], report: Report): Block[] {
  const failing = problems.filter(({ outcome }) => outcome === "fail");
  const isFailing = failing.length > 0;
  const shownFixes = new Set(failing.flatMap(({ fixes }) => fixes));
  const warnings = problems.filter(
    (each) =>
      each.outcome === "warn" &&
      !isMissingBase(each) &&
      (isFailing || each.kind === null || each.kind === "caveat") &&
      // A regression says which risk is new.
      !failing.some(({ cell, message }) => cell !== null && cell === each.cell && message.endsWith(each.message)),
  );
  const groups = groupBy(warnings, ({ title, message, fixes }) => [title, message, ...fixes].join("\n"));
  const items = groups.map((group) => describeWarning(group, shownFixes, report));
  if (items.length === 0) return [];
  return [text(strong("Warnings")), list(cut(items, warningsShown, "warning"))];
}

/** `shownFixes`: those that stand with what fails. */
function describeWarning(group: Group, shownFixes: ReadonlySet<string>, report: Report): Phrase {
  const [{ title, message, finding, fixes }] = group;
  const targets = group.flatMap(({ target }) => target ?? []);
  const words = finding?.message ?? message;
  const at = finding === null ? nowhere : { file: finding.file, line: finding.line };
  const subject: Phrase = targets.length === 0 ? [] : [", ", ...subjectOf(targets, report)];
  return [
    strong(title),
    ...subject,
    ": ",
    ...findingText(
      { message: words, fix: fixes.filter((fix) => !shownFixes.has(fix)).join("; or ") || null, ...at },
      report,
    ),
  ];
}

/** What was seen, where, and what to do. */
export function findingText(
  { message, fix, ...at }: Pick<Finding, "message" | "fix" | "file" | "line">,
  report: Report,
): Phrase {
  return [...withPlace(capMessage(message), at, report), ".", ...(fix === null ? [] : [" Fix: ", closed(fix)])];
}
