import { groupBy, unique } from "../../text/group-by.ts";
import type { Cell, Report } from "../../model/report.ts";
import { formatTime } from "../../text/text.ts";
import type { Problem } from "../problems.ts";
import {
  describeCounts,
  isMixed,
  isPredicted,
  linkageWord,
  predictionMark,
  rowName,
  stateWord,
  tableKey,
  whyNotJudged,
  whyPredicted,
} from "../words.ts";
import { type Block, fold, list, listing, type Mark, name, type Phrase, sentence, text } from "./model.ts";
import { commaSeparated } from "./model.ts";
import { platformList, programName, subjectOf } from "./phrases.ts";
import { needsPhrase, sizeColumn, sizeOf } from "./ships.ts";
import { cut, tableOf } from "./table.ts";

/** One program on one platform, by strategies: what ships is one of them. */
export function describeOnlyTarget(report: Report, problems: readonly Problem[]): Block[] {
  const [only, ...more] = groupBy(report.cells, tableKey);
  if (report.ship === null || only === undefined || more.length > 0 || report.baseline.gone.length > 0) return [];
  const failing = new Set(problems.flatMap(({ outcome, cell }) => (outcome === "fail" ? (cell ?? []) : [])));
  return describeTarget(only, failing, report);
}

/** Several programs by strategies. */
export function describeBuilds(report: Report): Block[] {
  const { cells, ship } = report;
  if (ship === null || new Set(cells.map(tableKey)).size < 2) return [];
  const strategies = unique(cells.map(({ strategy }) => strategy ?? ""));
  const predicted = cells.some(isPredicted);
  if (strategies.length < 2 && !predicted) return [];
  const title: Phrase = [isMixed(report) ? describeCounts(report) : `All ${describeCounts(report)}`];
  return [fold(title, describeMatrix(report, strategies), true)];
}

function describeTarget(cells: readonly [Cell, ...Cell[]], failing: ReadonlySet<Cell>, report: Report): Block[] {
  const [first] = cells;
  const title = text(name(first.package), " on ", name(first.platform));
  const markOf = (cell: Cell): Mark => (failing.has(cell) ? "fail" : null);
  if (cells.some(isPredicted) && !isMixed(report)) return [title, ...describePredicted(cells, markOf)];
  const orNone = (value: string | null): Phrase => [value ?? "–"];
  const table = tableOf(
    cells,
    [
      { title: ["Strategy"], of: (cell) => strategyCell(cell) },
      { title: ["Linkage"], of: (cell) => [sentence(linkageWord(cell)), predictionMark(cell, report)] },
      {
        title: ["Needs"],
        of: (cell) => (isPredicted(cell) || needsPhrase(cell).length > 0 ? needsPhrase(cell) : ["nothing"]),
      },
      { title: ["glibc ≥"], of: ({ linkage }) => [sentence(linkage?.minGlibc ?? "–")] },
      { title: ["Linker"], of: (cell) => orNone(linkerOf(cell)) },
      { title: ["Size"], of: (cell) => [sizeOf(cell) || "–"], ...sizeColumn },
      {
        title: ["Build"],
        of: ({ timing }) => orNone(timing.buildMs === null ? null : formatTime(timing.buildMs)),
        isNumber: true,
        isOptional: true,
      },
    ],
    { markOf },
  );
  return [title, ...table, ...describeLinkers(cells)];
}

function linkerOf({ link, status, prediction }: Cell): string | null {
  const mode = status === "predicted" ? (prediction?.mode ?? "unknown") : link.mode;
  return mode === "unknown" ? null : mode;
}

function strategyCell(cell: Cell): Phrase {
  const { role, sameAs } = cell;
  if (role !== "ships") return [name(rowName(cell))];
  return sameAs === null
    ? [name(rowName(cell)), " (ships)"]
    : [name(rowName(cell)), " (ships, same as ", name(sameAs), ")"];
}

/** Why each linker: the strategies that have a reason in common share a line. */
function describeLinkers(cells: readonly Cell[]): Block[] {
  const known = cells.filter(({ link }) => link.reasons.length > 0);
  const groups = groupBy(known, ({ link }) => [link.mode, ...link.reasons].join("\n"));
  const lines = groups.map((group): Phrase => {
    const names = commaSeparated(group.map((cell) => name(rowName(cell))));
    return [...names, `: ${group[0].link.mode}, because `, sentence(group[0].link.reasons.join("; "))];
  });
  return lines.length === 0 ? [] : [fold(["Linker selection"], [list(lines)])];
}

/** What would be built. Reasons are notes, for most strategies have them in common. */
function describePredicted(cells: readonly Cell[], markOf: (cell: Cell) => Mark): Block[] {
  const numbers = new Map<string, number>();
  const note = (texts: readonly string[]): string => {
    for (const each of texts) if (!numbers.has(each)) numbers.set(each, numbers.size + 1);
    return texts.length === 0 ? "" : ` [${texts.map((each) => numbers.get(each)).join(", ")}]`;
  };
  const because = (cell: Cell): readonly string[] => {
    const why = cell.prediction === null ? whyNotJudged(cell) : cell.prediction.because;
    return [...(why === null ? [] : [why]), ...(cell.prediction?.unseen ?? []).map((what) => `not examined: ${what}`)];
  };
  const linker = ({ prediction }: Cell): string =>
    prediction === null ? "–" : `${prediction.mode ?? "none"}${note(prediction.reasons)}`;
  const table = tableOf(
    cells,
    [
      { title: ["Strategy"], of: (cell) => strategyCell(cell) },
      { title: ["Linker"], of: (cell) => [linker(cell)] },
      { title: ["Linkage"], of: (cell) => [sentence(linkageWord(cell)), note(because(cell))] },
    ],
    { markOf },
  );
  const notes = [...numbers].map(([words, number]): Phrase => [`[${number}] `, sentence(words)]);
  return [...table, ...(notes.length === 0 ? [] : [list(notes)])];
}

/** Rows of all platforms together, as many as a person reads. */
const rowsShown = 24;
const namesInRow = 5;

type Program = { readonly path: string; readonly cells: readonly Cell[] };

/** Programs that come out alike share a row, and platforms on which every program does share a table. */
function describeMatrix(report: Report, strategies: readonly string[]): Block[] {
  const wordOf = ({ cells }: Program, strategy: string): string => {
    const cell = cells.find((each) => each.strategy === strategy);
    return cell === undefined ? "" : `${stateWord(cell)}${predictionMark(cell, report)}`;
  };
  const rowKey = (program: Program): string => JSON.stringify(strategies.map((each) => wordOf(program, each)));
  const platforms = groupBy(report.cells, ({ platform }) => platform).map((group) => ({
    platform: group[0].platform,
    programs: groupBy(group, (cell) => cell.package).map(([first, ...rest]) => ({
      path: first.package,
      cells: [first, ...rest],
    })),
  }));
  const alike = groupBy(platforms, ({ programs }) => JSON.stringify(programs.map((each) => [each.path, rowKey(each)])));
  const limit = Math.max(4, Math.floor(rowsShown / alike.length));
  return alike.flatMap((group): Block[] => {
    // What few programs are is the exception.
    const rows = groupBy(group[0].programs, rowKey).toSorted((a, b) => a.length - b.length);
    const columns = strategies.map((strategy) => ({
      title: [name(strategy)],
      of: ([first]: (typeof rows)[number]): Phrase => [sentence(wordOf(first, strategy))],
    }));
    const namesOf = (own: (typeof rows)[number]): Phrase =>
      listing(
        own.map(({ path }) => programName(path, report)),
        namesInRow,
      );
    const platform = platformList(
      group.map((each) => each.platform),
      platforms.length + 1,
    );
    return [
      ...(platforms.length > 1 ? [text(...platform)] : []),
      ...tableOf(rows, [{ title: ["Program"], of: namesOf }, ...columns], { limit }),
    ];
  });
}

const reasonsShown = 8;

/** Where a table of words has no room for reasons: why builds were skipped, and why a prediction says what it says. */
export function describeReasons(report: Report): Block[] {
  const targets = new Set(report.cells.map(tableKey));
  if (report.ship === null || targets.size < 2) return [];
  const reasonsIn = (reasonOf: (cell: Cell) => string | null): Reason[] =>
    report.cells.flatMap((cell) => {
      const reason = reasonOf(cell);
      return reason === null ? [] : [{ cell, reason }];
    });
  const skipped = reasonsIn(({ status, reason }) => (status === "skipped" ? reason : null));
  return [
    ...reasonList(["Skipped builds"], skipped, report),
    ...reasonList(["Why these predictions"], reasonsIn(whyPredicted), report),
  ];
}

type Reason = { readonly cell: Cell; readonly reason: string };

function reasonList(title: Phrase, reasons: readonly Reason[], report: Report): Block[] {
  if (reasons.length === 0) return [];
  const groups = groupBy(reasons, ({ reason }) => reason).toSorted((a, b) => b.length - a.length);
  const lines = groups.map((group): Phrase => {
    const cells = group.map(({ cell }) => cell);
    const strategies = commaSeparated(unique(cells.map(rowName)).map(name));
    return [...strategies, ": ", ...subjectOf(cells, report), ": ", sentence(group[0].reason)];
  });
  return [fold(title, [list(cut(lines, reasonsShown, "reason"))], true)];
}
