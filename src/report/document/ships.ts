import { plural } from "../../text/english.ts";
import { groupBy, unique } from "../../text/group-by.ts";
import { isStandalone, linkageKind } from "../../model/cell.ts";
import type { Cell, Report, RuleResult } from "../../model/report.ts";
import { formatSize, formatSizeChange } from "../../text/text.ts";
import type { Problem } from "../problems.ts";
import {
  baseOf,
  isUnbuilt,
  linkageWord,
  needsOf,
  rowName,
  shippedCells,
  stateWord,
  tableKey,
  whyNotJudged,
} from "../words.ts";
import { type Block, fold, listing, type Mark, name, type Phrase, sentence, strong, text } from "./model.ts";
import { commit, place, platformList, programName } from "./phrases.ts";
import { tableOf } from "./table.ts";

/** The rules with their limits and results, broken ones first. Rules that match nothing are listed under the method. */
export function describeRules(report: Report): Block[] {
  const rank = ({ outcome }: RuleResult): number => (outcome === "broken" ? 0 : 1);
  const rules = report.rules.filter(({ outcome }) => outcome !== "unused").toSorted((a, b) => rank(a) - rank(b));
  return tableOf(
    rules,
    [
      { title: ["Rule"], of: ({ rule, packages }) => [rule, ...forThem(packages)] },
      { title: ["Where"], of: ({ file, line }) => [file === null ? "input" : place(file, line, report)] },
      { title: ["Limit"], of: ({ limit }) => [sentence(limit)] },
      { title: ["Measured"], of: ({ measured }) => [sentence(measured)] },
    ],
    { markOf: ({ outcome }) => (outcome === "broken" ? "fail" : "pass"), limit: rulesShown },
  );
}

function forThem(packages: readonly string[]): Phrase {
  return packages.length === 0 ? [] : [" for ", ...listing(packages.map(name))];
}

const rulesShown = 10;

/** Rows of exceptions, and names in a row of what is alike. */
const rowsShown = 20;
const namesInRow = 6;
/** With more programs that are all as they should be, platforms are counted. */
const countedFrom = 12;

type Shipped = { readonly cell: Cell; readonly mark: Mark };

/** What ships: exceptions first, and in one row what is alike. A single program has its strategies instead, files have their own table. */
export function describeShips(report: Report, problems: readonly Problem[]): Block[] {
  const shipped = withMarks(report, problems);
  if (report.ship === null) return describeFiles(shipped, report);
  const removed = removedRows(problems);
  if (new Set(report.cells.map(tableKey)).size < 2 && removed.length === 0) return [];
  const isQuiet = removed.length === 0 && shipped.every(({ cell, mark }) => mark === null && isStandalone(cell));
  const programs = unique(shipped.map(({ cell }) => cell.package));
  if (isQuiet && programs.length > countedFrom) return describePlatforms(shipped, programs, report);
  return shippedTable(shipped, removed, report);
}

function withMarks(report: Report, problems: readonly Problem[]): Shipped[] {
  const marks = new Map<Cell, Mark>();
  for (const { cell, outcome } of problems) if (cell !== null && marks.get(cell) !== "fail") marks.set(cell, outcome);
  return shippedCells(report).map((cell) => ({ cell, mark: marks.get(cell) ?? null }));
}

/** Programs that are alike in all that the table shows; `cell` is one of `cells`, null for what was removed. */
type ShipsRow = {
  readonly mark: Mark;
  readonly packages: readonly string[];
  readonly platforms: readonly string[];
  readonly cell: Cell | null;
  readonly cells: readonly Cell[];
};

function removedRows(problems: readonly Problem[]): ShipsRow[] {
  const removed = problems.filter(({ kind, target }) => kind === "missing" && target !== null);
  return groupBy(removed, ({ target, outcome }) => `${outcome}\n${target?.package ?? ""}`).map((group) => ({
    mark: group[0].outcome,
    packages: [group[0].target?.package ?? ""],
    platforms: unique(group.flatMap(({ target }) => target?.platform ?? [])),
    cell: null,
    cells: [],
  }));
}

function platformsOf(report: Report): string[] {
  return unique([...report.cells, ...report.baseline.gone].map(({ platform }) => platform));
}

/** Alike in all that the table shows. */
function stateKey({ cell, mark }: Shipped): string {
  const base = baseOf(cell);
  const words = [base === null ? null : stateWord(base), stateWord(cell), isUnbuilt(cell)];
  return JSON.stringify([mark, ...words, whyNotJudged(cell)]);
}

function shippedTable(shipped: readonly Shipped[], removed: readonly ShipsRow[], report: Report): Block[] {
  const platforms = platformsOf(report).length;
  const withBase = removed.length > 0 || shipped.some(({ cell }) => cell.base !== null);
  // Sizes differ, so a program has a row of its own where there is room for them.
  const withSize = platforms === 1 && new Set(shipped.map(({ cell }) => cell.package)).size <= countedFrom;
  const programs = groupBy(shipped, (each) => `${each.cell.package}\n${stateKey(each)}`).map((group) => ({
    first: group[0],
    platforms: unique(group.map(({ cell }) => cell.platform)),
    cells: group.map(({ cell }) => cell),
  }));
  const keyOf = (each: (typeof programs)[number]): string =>
    JSON.stringify([stateKey(each.first), each.platforms, withSize ? each.first.cell.package : ""]);
  const groups = groupBy(programs, keyOf)
    .toSorted(([a], [b]) => weightOf(b.first) - weightOf(a.first))
    .map((group): ShipsRow => {
      const [{ first, platforms: own }] = group;
      const packages = group.map((each) => each.first.cell.package);
      return { ...first, packages, platforms: own, cells: group.flatMap(({ cells }) => cells) };
    });
  const names = (paths: readonly string[]): Phrase =>
    listing(
      paths.map((path) => programName(path, report)),
      namesInRow,
    );
  const before = ({ cell }: ShipsRow): Phrase => {
    if (cell === null) return ["built"];
    const base = baseOf(cell);
    return base === null ? [] : [sentence(stateWord(base))];
  };
  return tableOf(
    [...removed, ...groups],
    [
      { title: ["Program"], of: ({ packages }) => names(packages) },
      { title: ["Platform"], of: (row) => (platforms > 1 ? platformList(row.platforms, platforms) : []) },
      { title: baseTitle(report), of: before },
      { title: [withBase ? "Now" : "Linkage"], of: nowOf },
      { title: ["Why"], of: ({ cell, mark }) => (cell === null || mark !== null ? [] : whyOf(cell)) },
      { title: ["Size"], of: ({ cells }) => [withSize ? sizeOf(cells[0]) : sizeChangeOf(cells)], ...sizeColumn },
    ],
    { markOf: ({ mark }) => mark, limit: rowsShown },
  );
}

/** What changed, or is not as it should be, is bold. */
function nowOf({ cell, mark }: ShipsRow): Phrase {
  if (cell === null) return [strong("removed")];
  const word = sentence(stateWord(cell));
  const same = cell.base?.unchanged === true ? (isUnbuilt(cell) ? " (unchanged, not built)" : " (unchanged)") : "";
  return [mark === null ? word : strong(word), same];
}

function whyOf(cell: Cell): Phrase {
  const why = whyNotJudged(cell);
  return why === null ? [] : [sentence(why)];
}

export const sizeColumn = { isNumber: true, isOptional: true } as const;

/** `5.5 MiB (+0.3)`: the size, and what it has changed from the base commit. */
export function sizeOf(cell: Cell | undefined): string {
  if (cell?.artifact == null) return "";
  const change = changeOf(cell)?.replace(/ .*/, "");
  return `${formatSize(cell.artifact.size)}${change === undefined ? "" : ` (${change})`}`;
}

function changeOf({ artifact, base }: Cell): string | undefined {
  if (artifact === null || base?.size == null) return undefined;
  return formatSizeChange(artifact.size, base.size) ?? undefined;
}

/** `+0.3 MiB`, `+0.3 MiB to +0.4 MiB`: of several programs only what has changed. */
function sizeChangeOf(cells: readonly Cell[]): string {
  const changed = cells.filter((cell) => changeOf(cell) !== undefined).toSorted((a, b) => growthOf(a) - growthOf(b));
  const [least, most] = [changed[0], changed.at(-1)].map((cell) => cell && changeOf(cell));
  return least === most ? (least ?? "") : `${least ?? ""} to ${most ?? ""}`;
}

function growthOf({ artifact, base }: Cell): number {
  return (artifact?.size ?? 0) - (base?.size ?? 0);
}

function baseTitle(report: Report): Phrase {
  const { sha } = report.baseline;
  return sha === null ? ["Base"] : ["Base ", commit(sha, report)];
}

function weightOf({ cell, mark }: Shipped): number {
  const weights = { fail: 4, warn: 3, pass: 0 };
  if (mark !== null) return weights[mark];
  return isStandalone(cell) ? 0 : 2;
}

/** Many programs that are all as they should be: how many are what on each platform, and their names folded. */
function describePlatforms(shipped: readonly Shipped[], programs: readonly string[], report: Report): Block[] {
  const groups = groupBy(shipped, ({ cell }) => cell.platform);
  const count = (group: readonly Shipped[], isSystem: boolean): Phrase => {
    const number = group.filter(({ cell }) => (linkageKind(cell) === "system") === isSystem).length;
    return [number === 0 ? "–" : String(number)];
  };
  const hasSystem = shipped.some(({ cell }) => linkageKind(cell) === "system");
  const table = tableOf(groups, [
    { title: ["Platform"], of: ([{ cell }]) => [name(cell.platform)] },
    { title: ["Static"], of: (group) => count(group, false), isNumber: true },
    { title: ["System libraries only"], of: (group) => (hasSystem ? count(group, true) : []), isNumber: true },
  ]);
  const names = programs.map((path) => programName(path, report));
  return [...table, fold([plural(programs.length, "program")], [text(...listing(names, namesFolded))])];
}

/** Files in a table, and of many only the exceptions. */
const filesShown = 20;
const exceptionsShown = 40;
const namesFolded = 300;

function describeFiles(shipped: readonly Shipped[], report: Report): Block[] {
  const sorted = shipped.toSorted((a, b) => weightOf(b) - weightOf(a));
  const exceptions = sorted.filter((each) => weightOf(each) > 0);
  const shown = sorted.length > filesShown ? exceptions.slice(0, exceptionsShown) : sorted;
  const withPlatform = platformsOf(report).length > 1;
  const table = tableOf(
    shown,
    [
      { title: ["File"], of: ({ cell }) => [name(rowName(cell))] },
      { title: ["Linkage"], of: ({ cell }) => [sentence(linkageWord(cell))] },
      { title: ["Platform"], of: ({ cell }) => (withPlatform ? [name(cell.platform)] : []) },
      { title: ["Needs"], of: ({ cell }) => needsPhrase(cell) },
      { title: ["glibc ≥"], of: ({ cell }) => [cell.linkage?.minGlibc == null ? "" : sentence(cell.linkage.minGlibc)] },
      { title: ["Size"], of: ({ cell }) => [sizeOf(cell)], ...sizeColumn },
    ],
    { markOf: ({ mark }) => mark },
  );
  return [...table, ...foldRest(sorted.filter((each) => !shown.includes(each)))];
}

/** What must be on the machine, or why nobody knows. */
export function needsPhrase(cell: Cell): Phrase {
  const why = whyOf(cell);
  return why.length > 0 ? why : listing(needsOf(cell).map(name), 8);
}

function foldRest(rest: readonly Shipped[]): Block[] {
  return groupBy(rest, ({ cell }) => linkageWord(cell)).map((group) =>
    fold(
      [`${group.length} more: `, sentence(linkageWord(group[0].cell))],
      [
        text(
          ...listing(
            group.map(({ cell }) => name(rowName(cell))),
            namesFolded,
          ),
        ),
      ],
    ),
  );
}
