import { isStandalone, linkageKind } from "../model/cell.ts";
import { describeNotUnderstood, type RepositoryPlace } from "../model/release.ts";
import type { Cell, Report } from "../model/report.ts";
import { plural } from "../text/english.ts";
import { logLine } from "../text/text.ts";
import { groupBy } from "../text/group-by.ts";
import type { Reason } from "./workflow.ts";
import type { Draft } from "./write-all.ts";

type Facts = {
  /** What is written, in this order. */
  readonly drafts: readonly Draft[];
  readonly reasons: readonly Reason[];
  readonly report: Report;
  /** The workflow that is there already and stays; null: none. */
  readonly own: RepositoryPlace | null;
  readonly hasPolicy: boolean;
};

/** What `init` wrote, and why; text from files is on lines of its own and made harmless. */
export function describeInit({ drafts, reasons, report, own, hasPolicy }: Facts): string {
  const files = drafts.flatMap(({ shown, text }) => [`wrote ${logLine(shown)}`, "", ...indented(text), ""]);
  const kept = own === null ? [] : [`kept ${own.file}:${own.line}, which uses go-linkage already`];
  const why = [
    ...kept,
    ...(own === null ? reasons.map(({ what, why: text }) => `${what}: ${text}`) : []),
    ...describeShipped(report),
  ];
  const next = hasPolicy
    ? []
    : ["A regression fails a pull request; no rule says what has to be static: go-linkage init --policy writes rules."];
  const commit = drafts.length === 0 ? [] : ["Read it, and commit it."];
  return `${[...files, "Why", ...why.map((line) => `  - ${logLine(line)}`), "", ...next, ...commit].join("\n")}\n`;
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${logLine(line)}`));
}

/** Entries and hints that are listed; more are counted. */
const shownPlaces = 6;

function describeShipped({ cells, release, releaseSearch }: Report): string[] {
  const described = release.filter(({ file, source }) => file !== null && source !== "config");
  const entries = groupBy(described, ({ file, line }) => `${file ?? ""}:${line ?? 1}`).map(([first]) => {
    const settings = first.settings.length === 0 ? "" : `: ${first.settings.join(", ")}`;
    return `ships as ${first.file ?? ""}:${first.line ?? 1} builds it${settings}`;
  });
  const { hints, notUnderstood, note } = releaseSearch;
  const plain = release.some(({ source }) => source === "none");
  const hinted = plain
    ? hints.map(({ file, line, text }) => `${file}:${line} may say how it ships, and is not read: ${text}`)
    : [];
  return [
    ...cut(entries, "more builds"),
    ...(plain ? ["ships as a plain go build: no release configuration was found; ship: NAME says it otherwise"] : []),
    ...(note === null ? [] : [note]),
    ...cut(notUnderstood.map(describeNotUnderstood), "more that are not understood"),
    ...hinted,
    ...describePrograms(cells),
  ];
}

function cut(lines: readonly string[], what: string): string[] {
  return lines.length <= shownPlaces
    ? [...lines]
    : [...lines.slice(0, shownPlaces), `${lines.length - shownPlaces} ${what}`];
}

/** `3 programs: 2 static, 1 dynamic (predicted)` */
function describePrograms(cells: readonly Cell[]): string[] {
  const judged = cells.filter(({ role }) => role !== "compared");
  const wordOf = (cell: Cell): string => (isStandalone(cell) ? "static" : (linkageKind(cell) ?? "not judged"));
  const groups = groupBy(judged, wordOf).map((group) => `${group.length} ${wordOf(group[0])}`);
  const programs = plural(new Set(judged.map((cell) => cell.package)).size, "program");
  const isPredicted = judged.some(({ status }) => status === "predicted");
  return [`${programs}: ${groups.join(", ")}${isPredicted ? " (predicted, not built)" : " (built)"}`];
}
