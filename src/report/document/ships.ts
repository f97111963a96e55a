import { groupBy, unique } from "../../text/group-by.ts";
import { isStandalone, linkageKind } from "../../model/cell.ts";
import type { Cell, Report, RuleResult } from "../../model/report.ts";
import { formatSize } from "../../text/text.ts";
import type { Problem } from "../problems.ts";
import { linkageWord, needsOf, plural, rowName, shippedCells, stateWord, tableKey, whyNotJudged } from "../words.ts";
import {
  type Block,
  fold,
  type Inline,
  listing,
  type Mark,
  name,
  type Phrase,
  type Row,
  sentence,
  strong,
  text,
} from "./model.ts";
import { commit, place, platformList, programName } from "./phrases.ts";

/** What was asked, what came of it: what is broken first. Rules that are for nothing are told with the method. */
export function describeRules(report: Report): Block[] {
  const rules = report.rules.filter(({ outcome }) => outcome !== "unused");
  if (rules.length === 0) return [];
  const isBroken = ({ outcome }: RuleResult): boolean => outcome === "broken";
  const sorted = [...rules.filter(isBroken), ...rules.filter((rule) => !isBroken(rule))];
  const rows = sorted.slice(0, rulesShown).map((rule): Row => {
    const { file, line, packages, limit, measured } = rule;
    const of: Phrase = packages.length === 0 ? [] : [" for ", ...listing(packages.map(name))];
    const where: Inline = file === null ? "input" : place(file, line, report);
    const mark = isBroken(rule) ? "fail" : "pass";
    return { mark, cells: [[rule.rule, ...of], [where], [sentence(limit)], [sentence(measured)]] };
  });
  const left = sorted.length - rows.length;
  const columns = ["Rule", "Where", "Limit", "Measured"].map((title) => ({ title: [title] }));
  const more = left > 0 ? [text(`… and ${plural(left, "more rule")}, all kept.`)] : [];
  return [{ kind: "table", columns, rows }, ...more];
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
  const removed = removedRows(report, problems);
  if (new Set(report.cells.map(tableKey)).size < 2 && removed.length === 0) return [];
  const isQuiet = removed.length === 0 && shipped.every(({ cell, mark }) => mark === null && isStandalone(cell));
  const programs = unique(shipped.map(({ cell }) => cell.package));
  if (isQuiet && programs.length > countedFrom) return describePlatforms(shipped, programs, report);
  return [...shippedTable(shipped, removed, report)];
}

function withMarks(report: Report, problems: readonly Problem[]): Shipped[] {
  const marks = new Map<Cell, Mark>();
  for (const { cell, outcome } of problems) if (cell !== null && marks.get(cell) !== "fail") marks.set(cell, outcome);
  return shippedCells(report).map((cell) => ({ cell, mark: marks.get(cell) ?? null }));
}

function removedRows(report: Report, problems: readonly Problem[]): Row[] {
  const removed = problems.filter(({ kind, target }) => kind === "missing" && target !== null);
  const all = platformsOf(report);
  return groupBy(removed, ({ target, outcome }) => `${outcome}\n${target?.package ?? ""}`).map((group): Row => {
    const platforms = unique(group.flatMap(({ target }) => target?.platform ?? []));
    const path = group[0].target?.package ?? "";
    return {
      mark: group[0].outcome,
      cells: [[programName(path, report)], platformList(platforms, all.length), ["built"], [strong("removed")], [], []],
    };
  });
}

function platformsOf(report: Report): string[] {
  return unique([...report.cells, ...report.baseline.gone].map(({ platform }) => platform));
}

/** Alike in all that the table shows. */
function stateKey({ cell, mark }: Shipped): string {
  return JSON.stringify([mark, cell.base === null ? null : stateWord(cell.base), stateWord(cell), whyNotJudged(cell)]);
}

function shippedTable(shipped: readonly Shipped[], removed: readonly Row[], report: Report): Block[] {
  const platforms = platformsOf(report).length;
  const withBase = removed.length > 0 || shipped.some(({ cell }) => cell.base !== null);
  const programs = unique(shipped.map(({ cell }) => cell.package)).length;
  const withSize = platforms === 1 && programs <= countedFrom;
  const byProgram = groupBy(shipped, (each) => `${each.cell.package}\n${stateKey(each)}`).map((group) => ({
    ...group[0],
    platforms: unique(group.map(({ cell }) => cell.platform)),
  }));
  const groups = groupBy(byProgram, (each) =>
    // Sizes differ, so a program has a row of its own where there is room for them.
    JSON.stringify([stateKey(each), each.platforms, withSize ? each.cell.package : ""]),
  ).toSorted(([a], [b]) => weightOf(b) - weightOf(a));
  const rows = groups.map((group): Row => {
    const [first] = group;
    const { cell, mark } = first;
    const names = listing(
      group.map((each) => programName(each.cell.package, report)),
      namesInRow,
    );
    const why = whyNotJudged(cell);
    const now: Phrase = [mark === null ? sentence(stateWord(cell)) : strong(sentence(stateWord(cell)))];
    return {
      mark,
      cells: [
        names,
        platformList(first.platforms, platforms),
        [cell.base === null ? "" : sentence(stateWord(cell.base))],
        cell.base?.unchanged === true ? [...now, " (unchanged)"] : now,
        [why === null ? "" : sentence(why)],
        [cell.artifact === null ? "" : formatSize(cell.artifact.size)],
      ],
    };
  });
  const all = [...removed, ...rows];
  const left = all.length - rowsShown;
  const columns = [
    { title: ["Program"], isShown: true },
    { title: ["Platform"], isShown: platforms > 1 },
    { title: baseTitle(report), isShown: withBase },
    { title: [withBase ? "Now" : "Linkage"], isShown: true },
    { title: ["Why"], isShown: shipped.some(({ cell, mark }) => mark === null && whyNotJudged(cell) !== null) },
    { title: ["Size"], isShown: withSize, isNumber: true, isOptional: true },
  ];
  return [
    {
      kind: "table",
      columns: columns.filter(({ isShown }) => isShown),
      rows: all
        .slice(0, rowsShown)
        .map(({ mark, cells }) => ({ mark, cells: cells.filter((_, at) => columns[at]?.isShown === true) })),
    },
    ...(left > 0 ? [text(`… and ${plural(left, "more row")} in the JSON report.`)] : []),
  ];
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
  const rows = groupBy(shipped, ({ cell }) => cell.platform).map((group): Row => {
    const system = group.filter(({ cell }) => linkageKind(cell) === "system").length;
    const fixed = group.length - system;
    const count = (number: number): Phrase => [number === 0 ? "–" : String(number)];
    return { mark: null, cells: [[name(group[0].cell.platform)], count(fixed), count(system)] };
  });
  const hasSystem = shipped.some(({ cell }) => linkageKind(cell) === "system");
  const columns = [
    { title: ["Platform"] },
    { title: ["Static"], isNumber: true },
    ...(hasSystem ? [{ title: ["System libraries only"], isNumber: true }] : []),
  ];
  const names = listing(
    programs.map((path) => programName(path, report)),
    200,
  );
  const shown = rows.map((row) => ({ ...row, cells: row.cells.slice(0, columns.length) }));
  return [{ kind: "table", columns, rows: shown }, fold([plural(programs.length, "program")], [text(...names)])];
}

/** Files in a table, and of many only the exceptions. */
const filesShown = 20;
const exceptionsShown = 40;
const namesFolded = 300;

function describeFiles(shipped: readonly Shipped[], report: Report): Block[] {
  const sorted = shipped.toSorted((a, b) => weightOf(b) - weightOf(a));
  const exceptions = sorted.filter((each) => weightOf(each) > 0);
  const isLong = sorted.length > filesShown;
  const shown = isLong ? exceptions.slice(0, exceptionsShown) : sorted;
  const rest = sorted.filter((each) => !shown.includes(each));
  const withPlatform = platformsOf(report).length > 1;
  const rows = shown.map(({ cell, mark }): Row => {
    const why = whyNotJudged(cell);
    const needs: Phrase = why === null ? listing(needsOf(cell).map(name), 8) : [sentence(why)];
    return {
      mark,
      cells: [
        [name(rowName(cell))],
        [sentence(linkageWord(cell))],
        ...(withPlatform ? [[name(cell.platform)]] : []),
        needs,
        [sentence(cell.linkage?.minGlibc ?? "")],
        [cell.artifact === null ? "" : formatSize(cell.artifact.size)],
      ],
    };
  });
  const columns = [
    { title: ["File"] },
    { title: ["Linkage"] },
    ...(withPlatform ? [{ title: ["Platform"] }] : []),
    { title: ["Needs"] },
    { title: ["glibc ≥"] },
    { title: ["Size"], isNumber: true, isOptional: true },
  ];
  const table: Block[] = rows.length === 0 ? [] : [{ kind: "table", columns, rows }];
  return [...table, ...foldRest(rest)];
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
