import { wrap } from "../text/columns.ts";
import { type GridCell, gridWidth, renderGrid } from "./grid.ts";
import { headRow, moodPaint, type Page, prose, rowHead } from "./terminal-page.ts";
import { formatSize, formatTime, oneLine } from "../text/text.ts";
import { chainOf, linkageWord, toneOf, needsOf, rowName, whyNotJudged } from "./words.ts";
import type { Cell } from "../model/report.ts";

type Cells = readonly [Cell, ...Cell[]];

/** All that is known of one target under every strategy, or of files. */
export function renderTarget(cells: Cells, page: Page): string[] {
  const [first] = cells;
  if (cells.some(({ status }) => status === "predicted")) return renderPredicted(cells, page);
  const grid = renderDetails(cells, first.strategy === null ? fileColumns : strategyColumns, page);
  return first.strategy === null ? grid : [...renderTitle(first, page), "", ...grid];
}

type Column = {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Left out where the screen has no room for it, the last of them first. */
  readonly isOptional?: boolean;
  readonly textOf: (cell: Cell) => string;
};

const facts: readonly Column[] = [
  {
    title: "NEEDS",
    textOf: (cell) =>
      needsOf(cell)
        .map((each) => oneLine(each))
        .join("\n") || "nothing",
  },
  { title: "GLIBC ≥", textOf: ({ linkage }) => linkage?.minGlibc ?? "–" },
  { title: "LINKER", textOf: ({ link }) => (link.mode === "unknown" ? "–" : link.mode) },
  {
    title: "SIZE",
    isNumber: true,
    isOptional: true,
    textOf: ({ artifact }) => (artifact === null ? "–" : formatSize(artifact.size)),
  },
];
const buildTime: Column = {
  title: "BUILD",
  isNumber: true,
  isOptional: true,
  textOf: ({ timing }) => (timing.buildMs === null ? "–" : formatTime(timing.buildMs)),
};
const strategyColumns = { name: "STRATEGY", columns: [...facts, buildTime] };
const fileColumns = {
  name: "FILE",
  columns: [...facts, { title: "PLATFORM", textOf: ({ platform }: Cell) => platform }],
};

const needsAtLeast = 20;

function renderDetails(
  cells: Cells,
  { name, columns }: { readonly name: string; readonly columns: readonly Column[] },
  page: Page,
): string[] {
  const shown = [...columns];
  const table = (): GridCell[][] => [
    headRow([`  ${name}`, "LINKAGE", ...shown.map(({ title }) => title)], page),
    ...cells.map((cell) => renderCell(cell, shown, page)),
  ];
  const needs = (): number => gridWidth(table().map((row) => row.slice(2, 3)));
  const least = (): number => gridWidth(table()) - Math.max(0, needs() - needsAtLeast);
  const left: Column[] = [];
  while (least() > page.width && shown.some(({ isOptional }) => isOptional)) {
    left.unshift(
      ...shown.splice(
        shown.findLastIndex(({ isOptional }) => isOptional),
        1,
      ),
    );
  }
  const right = shown.flatMap(({ isNumber }, at) => (isNumber === true ? [at + 2] : []));
  const grid = renderGrid(table(), { width: page.width, flexible: 2, flexibleMin: needsAtLeast, right });
  const titles = left.map(({ title }) => title).join(" and ");
  return left.length === 0 ? grid : [...grid, page.colors.dim(`  (a wider window also shows ${titles})`)];
}

function renderTitle(cell: Cell, { colors, width }: Page): string[] {
  const lines = wrap(`${cell.package}  ${cell.platform}`, width);
  return lines.map((line) => colors.bold(line));
}

function renderCell(cell: Cell, columns: readonly Column[], page: Page): GridCell[] {
  const mood = toneOf(cell);
  const name = [rowHead(rowName(cell), mood, page), { text: linkageWord(cell), paint: moodPaint(mood, page) }];
  const why = whyNotJudged(cell);
  if (why !== null) return [...name, { text: why, span: columns.length }];
  return [...name, ...columns.map(({ textOf }) => ({ text: textOf(cell) }))];
}

/** What would be built, and through which imports cgo comes in. Reasons are notes: most strategies have them in common. */
function renderPredicted(cells: Cells, page: Page): string[] {
  const notes = new Notes();
  const rows = cells.map((cell): GridCell[] => {
    const { prediction } = cell;
    const mood = toneOf(cell);
    const linker = prediction === null ? "–" : [prediction.mode, notes.mark(prediction.reasons)].join(" ");
    const because = prediction === null ? whyNotJudged(cell) : prediction.because;
    const unseen = prediction === null ? [] : prediction.unseen.map((what) => `not looked at: ${what}`);
    const mark = notes.mark([...(because === null ? [] : [because]), ...unseen]);
    return [
      rowHead(rowName(cell), mood, page),
      { text: linker.trim() },
      { text: `${linkageWord(cell)} ${mark}`.trim(), paint: moodPaint(mood, page) },
    ];
  });
  const options = { width: page.width, flexible: 0, flexibleMin: 12, right: [] };
  const grid = renderGrid([headRow(["  STRATEGY", "LINKER", "LINKAGE"], page), ...rows], options);
  return [...renderTitle(cells[0], page), "", ...grid, "", ...notes.render(page), ...renderChains(cells, page)];
}

/** The imports that bring in cgo, each once. */
export function renderChains(cells: readonly Cell[], page: Page): string[] {
  const chains = [...new Set(cells.flatMap(({ cgo }) => cgo.map(chainOf)))];
  if (chains.length === 0) return [];
  return ["", page.colors.bold("Imports that bring in cgo"), ...chains.flatMap((chain) => prose(chain, page, 2))];
}

/** Texts below a table that its rows refer to by number, each once. */
class Notes {
  readonly #numbers = new Map<string, number>();

  /** `[1]`, or `[3, 1]`; empty without a text. */
  mark(texts: readonly string[]): string {
    const numbers = texts.map((text) => {
      const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
      this.#numbers.set(text, number);
      return number;
    });
    return numbers.length === 0 ? "" : `[${numbers.join(", ")}]`;
  }

  render(page: Page): string[] {
    return [...this.#numbers].flatMap(([text, number]) => {
      const mark = `[${number}]`.padEnd(4);
      return prose(text, page, 6).map((line, at) => (at === 0 ? `  ${mark}${line.slice(6)}` : line));
    });
  }
}
