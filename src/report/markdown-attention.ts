import { catalog } from "../model/catalog.ts";
import { describeLinkage, isStandalone } from "../model/cell.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { listed } from "../text/english.ts";
import { namesOf } from "./headline.ts";
import { code, escapeText, fence, linkedCommit, linkedPlace, pasteable, table } from "./markdown-text.ts";
import { oneLine } from "../text/text.ts";
import { capitalized, cellOf, linkageWord, needsOf, type Shown } from "./words.ts";
import type { Finding } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";
import type { Judgement } from "../model/verdict.ts";

/** A judgement with all that is known of what it is about. */
type Problem = {
  readonly judgement: Judgement;
  readonly cell: Cell | undefined;
  readonly finding: Finding | undefined;
};

function problemsOf(report: Report): Problem[] {
  return report.verdict.judgements.map((judgement) => {
    const cell = cellOf(judgement, report);
    return { judgement, cell, finding: cell?.findings.find(({ kind }) => catalog[kind].failKind === judgement.kind) };
  });
}

/** The one box of the page: what is worst, or why nothing could be compared. */
export function renderAlert(report: Report): string[] {
  const [first, ...more] = problemsOf(report);
  if (first === undefined) return [];
  const { kind, outcome, target, message } = first.judgement;
  if (kind === "caveat") return [];
  if (kind === "baseline" && target === null) return [renderMissingBase(report)];
  const alike = [first, ...more].filter(
    ({ judgement }) =>
      judgement.kind === kind &&
      judgement.outcome === outcome &&
      judgement.target?.package === target?.package &&
      judgement.target?.file === target?.file,
  );
  const text =
    target === null ? `${escapeText(capitalized(message))}.` : describeTarget([first, ...alike.slice(1)], report);
  return [alert(outcome === "fail" ? "CAUTION" : "WARNING", text)];
}

function alert(level: "CAUTION" | "WARNING" | "NOTE", text: string): string {
  return [`[!${level}]`, ...text.split("\n")].map((line) => `> ${line}`.trimEnd()).join("\n");
}

function renderMissingBase({ baseline, verdict }: Report): string {
  const outcome = verdict.judgements.find(({ kind, target }) => kind === "baseline" && target === null)?.outcome;
  const effect =
    outcome === "fail"
      ? "The check fails without a base: `on-missing-baseline: fail` or `baseline: build` is in effect, or this machine is at fault."
      : "`on-missing-baseline: warn` is in effect, so the check passes. Set it to `fail` to insist on a base.";
  const steps = baseline.steps.map((step, at) => `${at + 1}. ${escapeText(step)}`);
  const without =
    "Rules need no base: `go-linkage policy init` writes a first `.github/go-linkage.yml` from what ships now.";
  return alert(
    "NOTE",
    ["Regressions could not be looked for. What was tried:", ...steps, "", effect, "", without].join("\n"),
  );
}

function describeGone(
  { target }: Judgement,
  { name, where }: { readonly name: string; readonly where: string },
  { baseline }: Report,
): string {
  const isIt = (each: { readonly package: string; readonly platform: string }): boolean =>
    each.package === target?.package && each.platform === target.platform;
  const reason = baseline.gone.find(isIt)?.reason ?? null;
  const why = reason === null ? "" : ` (${escapeText(reason)})`;
  return `**${name} is gone**${where}: the base commit has it, and this one has not${why}.`;
}

/** **`server` is no longer static** on linux/amd64 and linux/arm64. It starts through …, needs …, and …. */
function describeTarget(alike: readonly [Problem, ...Problem[]], report: Report): string {
  const [{ judgement, cell }] = alike;
  const { name, where } = subjectOf(alike, report);
  if (judgement.kind === "missing") return describeGone(judgement, { name, where }, report);
  if (cell?.linkage === null) return describeUnbuilt(cell, name, where);
  const before = cell?.base?.linkage?.kind;
  // What was dynamic before has become worse in another way.
  if (cell?.linkage.kind !== "dynamic" || before === "dynamic") {
    return `**${name}**${where} ${escapeText(judgement.message)}.`;
  }
  const is = before === "static" || before === "static-pie" ? "is no longer" : "is not";
  return `**${name} ${is} static**${where}. ${describeNeeds(alike.flatMap((each) => each.cell ?? []))}`;
}

function subjectOf(
  alike: readonly [Problem, ...Problem[]],
  report: Report,
): { readonly name: string; readonly where: string } {
  const { target } = alike[0].judgement;
  const name = code(target?.file ?? namesOf(report).get(target?.package ?? "") ?? "");
  const several = new Set(report.cells.map(({ platform }) => platform)).size > 1;
  const platforms = unique(alike.map(({ judgement }) => judgement.target?.platform ?? "")).map(code);
  return { name, where: several ? ` on ${listed(platforms)}` : "" };
}

function describeUnbuilt({ status, base, reason }: Cell, name: string, where: string): string {
  const baseIsBuilt = base?.status === "built";
  const state = status === "skipped" ? "was not built" : status === "predicted" ? "will not build" : "does not build";
  const why = reason === null ? "" : ` ${escapeText(capitalized(reason))}.`;
  return baseIsBuilt
    ? `**${name} ${state} any more**${where}. It was built on the base commit.${why}`
    : `**${name} ${state}**${where}.${why}`;
}

/** What dynamic programs need, and where they do not start for it. */
function describeNeeds(cells: readonly Cell[]): string {
  const interpreters = unique(cells.flatMap(({ linkage }) => linkage?.interpreter ?? []));
  const needed = unique(cells.flatMap(({ linkage }) => linkage?.needed ?? []));
  const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []));
  const parts = [
    ...(interpreters.length === 0 ? [] : [`starts through ${listed(interpreters.map(code))}`]),
    ...(needed.length === 0 ? [] : [`needs ${listed(needed.map(code))}`]),
    ...(floors.length === 0 ? [] : [`asks for **glibc ${listed(floors.map(escapeText))} or newer**`]),
  ];
  const isLinux = cells.every(({ platform }) => platform.startsWith("linux/"));
  const isMusl = interpreters.some((path) => path.includes("ld-musl-"));
  const effect = !isLinux
    ? ""
    : isMusl
      ? " It starts where musl's loader is, as on Alpine, and nowhere else."
      : " It does not start in `scratch`, `distroless/static` or Alpine images.";
  return parts.length === 0 ? "" : `It ${listed(parts)}.${effect}`;
}

/** At most so many rows, and so many causes with their remedies. */
const rowLimit = 20;
const causeLimit = 4;

/** The causes with what to do, and a row for each target that fails or could not be compared. */
export function renderAttention(report: Report): string[] {
  const problems = problemsOf(report).filter(
    ({ judgement }) => judgement.target !== null && judgement.kind !== "caveat",
  );
  if (problems.length === 0) return [];
  return [...renderCauses(problems, report), ...renderRows(problems, report)];
}

function renderCauses(problems: readonly Problem[], report: Report): string[] {
  const known = problems.filter(({ finding, judgement }) => finding !== undefined && judgement.outcome === "fail");
  const groups = groupBy(
    known,
    ({ finding, judgement }) => `${judgement.kind}\n${finding?.cause ?? ""}\n${finding?.fix ?? ""}`,
  );
  const shown = groups.slice(0, causeLimit).map((group) => renderCause(group, groups.length > 1, report));
  const more = groups.length - shown.length;
  return more > 0 ? [...shown, `… and ${more} more ${more === 1 ? "cause" : "causes"}, in the table.`] : shown;
}

function renderCause(group: readonly [Problem, ...Problem[]], isOneOfMany: boolean, report: Report): string {
  const [{ finding, judgement }] = group;
  const names = namesOf(report);
  const subjects = unique(
    group.map(({ judgement: { target } }) => target?.file ?? names.get(target?.package ?? "") ?? ""),
  );
  const of = isOneOfMany ? ` (${listed(subjects.map(code))})` : "";
  const cause = finding?.cause ?? null;
  const why = cause === null ? [] : [`**Cause${of}.** ${renderSentence(capitalized(cause), finding, report)}.`];
  const advice = adviceFor(group, report);
  // The fix may name the same strategy, without its command.
  const fixes = (finding?.fix?.split("; or ") ?? []).filter(
    (fix) => advice.length === 0 || !fix.startsWith("ship with "),
  );
  const remedies = [...advice, ...fixes.map((fix) => `${escapeText(capitalized(fix))}.`)];
  const accept = judgement.kind === "regression" ? acceptance(group, names) : [];
  const all = [...remedies, ...accept].map((remedy, at) => `${at + 1}. ${remedy.replaceAll("\n", "\n   ")}`);
  return [
    ...why,
    ...(all.length === 0 ? [] : [`**What to do**${cause === null ? of : ""}, best first:\n\n${all.join("\n")}`]),
  ].join("\n\n");
}

/** Text with the place that it names turned into a link. */
function renderSentence(text: string, finding: Finding | undefined, { source }: Report): string {
  if (finding?.file == null) return escapeText(text);
  const { file, line } = finding;
  const name = `${file}:${line ?? 1}`;
  const at = text.indexOf(name);
  const place = linkedPlace(file, line, source);
  if (at === -1) return `${escapeText(text)} (${place})`;
  const around = [text.slice(0, at), text.slice(at + name.length)].map((part) => escapeText(part));
  return [around[0], place, around[1]].filter((part) => part !== "").join(" ");
}

/** What this run has built and found static for these targets. */
function adviceFor(group: readonly Problem[], { recommendation, ship }: Report): string[] {
  const advice = recommendation.filter(
    (each) =>
      each.strategy !== null &&
      each.strategy !== ship &&
      group.some(({ judgement: { target } }) => target?.package === each.package && target.platform === each.platform),
  );
  return groupBy(advice, ({ strategy, why }) => `${strategy ?? ""}\n${why}`).map((group) => {
    const [{ strategy, why }] = group;
    const commands = pasteable(group.map(({ command }) => command)).slice(0, 3);
    const text = `Ship with ${code(strategy ?? "")}, which this run has built: ${escapeText(why)}.`;
    return commands.length === 0 ? text : `${text}\n\n${fence(commands.join("\n"), "sh")}\n`;
  });
}

/** The rule that would allow what became dynamic. */
function acceptance(group: readonly Problem[], names: ReadonlyMap<string, string>): string[] {
  const cells = group
    .flatMap(({ cell }) => cell ?? [])
    .filter((cell) => !isStandalone(cell) && cell.linkage?.kind === "dynamic");
  if (cells.length === 0) return [];
  const quoted = (values: readonly string[]): string =>
    unique(values)
      .map((value) => JSON.stringify(value))
      .join(", ");
  const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? [])).toSorted();
  const floor = floors.length === 1 ? `, max-glibc: ${quoted(floors)}` : "";
  const rule = `- { packages: [${quoted(cells.map((cell) => names.get(cell.package) ?? cell.package))}], platforms: [${quoted(cells.map(({ platform }) => platform))}], require: dynamic${floor} }`;
  return [
    `If it is meant to be dynamic, say so in the \`rules\` of \`.github/go-linkage.yml\`:\n\n${fence(rule, "yaml")}\n`,
  ];
}

function renderRows(problems: readonly Problem[], report: Report): string[] {
  const { source, baseline, ship } = report;
  const withBase = problems.some(({ cell, judgement }) => cell?.base != null || judgement.kind === "missing");
  // One cause for all stands above the table.
  const causes = problems.map(({ finding, cell, judgement }) => finding?.cause ?? cell?.reason ?? judgement.message);
  const withWhy = new Set(causes).size > 1 || problems.every(({ finding }) => finding?.cause == null);
  const rows = problems
    .slice(0, rowLimit)
    .map((problem, at) => [
      ...renderRow(problem, withBase, report),
      ...(withWhy
        ? [at > 0 && causes[at] === causes[at - 1] ? "same" : escapeText(oneLine(causes[at] ?? "", 160))]
        : []),
    ]);
  const base = baseline.sha === null ? "Base" : `Base ${linkedCommit(baseline.sha, source)}`;
  const now = source === null || !withBase ? "Now" : `Now ${linkedCommit(source.sha, source)}`;
  const head = [ship === null ? "File" : "Binary", "Platform", ...(withBase ? [base] : []), now];
  const more = problems.length - rows.length;
  const note = more > 0 ? [`… and ${more} more in the JSON report.`] : [];
  return [[table([...head, ...(withWhy ? ["Why"] : [])], rows), ...note].join("\n\n")];
}

function renderRow({ judgement, cell }: Problem, withBase: boolean, report: Report): string[] {
  const { target, outcome, kind } = judgement;
  const name = target?.file ?? namesOf(report).get(target?.package ?? "") ?? "";
  const isGone = kind === "missing";
  const now = isGone ? "gone" : cell === undefined ? "" : escapeText(describeState(cell));
  return [
    `${outcome === "fail" ? "❌" : "⚠️"}\u00a0${code(name)}`,
    code(target?.platform ?? ""),
    ...(withBase ? [isGone ? "built" : describeBase(cell)] : []),
    `**${now}**`,
  ];
}

function describeBase(cell: Cell | undefined): string {
  const base = cell?.base;
  return base == null ? "–" : escapeText(describeState(base));
}

/** `dynamic, glibc ≥ 2.34`, `failed` */
function describeState(cell: Shown): string {
  const floor = cell.linkage?.minGlibc == null ? "" : `, glibc ≥ ${cell.linkage.minGlibc}`;
  return cell.linkage?.kind === "library" && needsOf(cell).length > 0
    ? describeLinkage(cell)
    : `${linkageWord(cell)}${floor}`;
}
