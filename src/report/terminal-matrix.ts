import { groupBy } from "../text/group-by.ts";
import { listed } from "../text/english.ts";
import { gap, type GridCell, gridWidth, renderGrid } from "./grid.ts";
import { headRow, leftOut, moodPaint, type Page, prose, rowHead, worstMood } from "./terminal-page.ts";
import { linkageWord, type Tone, toneOf } from "./words.ts";
import type { Cell } from "../model/report.ts";

/** One program: what it is under each strategy. */
type Row = { readonly name: string; readonly cells: readonly Cell[] };
/** Platforms on which every program is the same. */
type Group = { readonly platforms: readonly string[]; readonly rows: readonly Row[] };

/** Rows of all tables together, as many as a person reads. Of a longer table the exceptions are shown, and a few others. */
const rowsShown = 60;
const rowsAtLeast = 5;

/** For many targets: one table of words, programs by strategies, for the platforms that are alike. */
export function renderMatrix(cells: readonly Cell[], ship: string | null, page: Page): string[] {
  const strategies = [...new Set(cells.map(({ strategy }) => strategy ?? ""))];
  const platforms = groupBy(cells, ({ platform }) => platform).map((group) => ({
    platform: group[0].platform,
    rows: groupBy(group, (cell) => cell.package).map((row) => ({ name: page.nameOf(row[0].package), cells: row })),
  }));
  const groups = groupBy(platforms, ({ rows }) => keyOf(rows)).map((alike) => ({
    platforms: alike.map(({ platform }) => platform),
    rows: alike[0].rows,
  }));
  const limit = Math.max(rowsAtLeast, Math.floor(rowsShown / groups.length));
  return groups.map((group) => renderGroup(group, { strategies, ship, limit }, page).join("\n"));
}

function keyOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(({ name, cells }) => [name, cells.map((cell) => [cell.strategy, linkageWord(cell)])]));
}

type Layout = { readonly strategies: readonly string[]; readonly ship: string | null; readonly limit: number };

function renderGroup({ platforms, rows }: Group, { strategies, ship, limit }: Layout, page: Page): string[] {
  const moodOfRow = ({ cells }: Row): Tone => {
    const shipped = cells.filter(({ strategy }) => strategy === ship);
    return worstMood(shipped.length === 0 ? cells : shipped);
  };
  const kept = mostImportant(rows, limit, (row) => importance(row, moodOfRow(row)));
  const table = kept.map((row) => [
    rowHead(row.name, moodOfRow(row), page),
    ...strategies.map((strategy) => renderWord(row, strategy, page)),
  ]);
  const title = prose(platforms.join(", "), page).map((line) => page.colors.bold(line));
  const rest = rows.filter((row) => !kept.includes(row));
  return [
    ...title,
    "",
    ...renderColumns(table, strategies, page),
    ...(rest.length === 0 ? [] : [leftOut(describeRest(rest, ship), page)]),
  ];
}

function renderWord({ cells }: Row, strategy: string, page: Page): GridCell {
  const cell = cells.find((each) => each.strategy === strategy);
  return cell === undefined ? { text: "" } : { text: linkageWord(cell), paint: moodPaint(toneOf(cell), page) };
}

/** As many strategies side by side as the screen has room for; the programs are named again for the others. */
function renderColumns(rows: readonly (readonly GridCell[])[], strategies: readonly string[], page: Page): string[] {
  const oneLine = strategies.map((name) => name.toUpperCase());
  const head = (names: readonly string[]): GridCell[] => headRow(["  PROGRAM", ...names], page);
  const isWide = gridWidth([head(oneLine), ...rows]) > page.width;
  const names = isWide ? oneLine.map((name) => name.replaceAll("-", "-\n")) : oneLine;
  const all = [head(names), ...rows];
  const blocks: number[][] = [[]];
  for (const column of strategies.keys()) {
    const block = blocks.at(-1) ?? [];
    const wider = [0, ...block.map((each) => each + 1), column + 1];
    if (block.length > 0 && gridWidth(all.map((row) => pick(row, wider))) > page.width - gap) blocks.push([column]);
    else block.push(column);
  }
  return blocks.flatMap((block, at) => {
    const picked = all.map((row) => pick(row, [0, ...block.map((each) => each + 1)]));
    const lines = renderGrid(picked, { width: page.width, flexible: 0, flexibleMin: 12, right: [] });
    return at === 0 ? lines : ["", ...lines];
  });
}

function pick(row: readonly GridCell[], columns: readonly number[]): GridCell[] {
  return columns.flatMap((column) => row[column] ?? []);
}

/** 0 where nothing is to be said; what ships weighs more than the other strategies. */
function importance({ cells }: Row, shipped: Tone): number {
  const weight = { bad: 3, caution: 2, neutral: 1, good: 0 };
  return weight[shipped] * 4 + weight[worstMood(cells)];
}

/** The items, or of too many those that weigh most, in their order. */
function mostImportant<T>(items: readonly T[], limit: number, weigh: (item: T) => number): readonly T[] {
  if (items.length <= limit) return items;
  const count = Math.min(limit, Math.max(rowsAtLeast, items.filter((item) => weigh(item) > 0).length));
  const kept = new Set(items.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, count));
  return items.filter((item) => kept.has(item));
}

/** `80 more programs, all static with default` */
function describeRest(rest: readonly Row[], ship: string | null): string {
  const shipped = rest.flatMap(({ cells }) => cells.filter(({ strategy }) => strategy === ship));
  const words = groupBy(shipped, linkageWord).map((alike) => `${alike.length} ${linkageWord(alike[0])}`);
  const what = words.length === 0 ? "" : ` (${ship ?? ""}: ${listed(words)})`;
  return `${rest.length} more programs${what}`;
}
