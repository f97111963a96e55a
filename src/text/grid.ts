/** A table for terminals: columns as wide as they need, narrowed at blanks where the screen is too small. */
import { displayWidth, wrap } from "./columns.ts";
import { printable } from "./text.ts";

export type GridCell = {
  /** One line; what is too wide is wrapped. May be hostile. */
  readonly text: string;
  /** Puts colour around text that has been laid out. */
  readonly paint?: (text: string) => string;
};

type GridOptions = {
  /** Columns of the screen. */
  readonly width: number;
  /** Columns of numbers. */
  readonly right: readonly number[];
};

type Row = readonly GridCell[];

const gap = 2;

/** The lines of each row, without trailing blanks; null where there is no room without breaking a word. The first row is the head. */
export function renderGrid(rows: readonly Row[], { width, right }: GridOptions): string[][] | null {
  const cells = rows.map((row) => row.map(({ text }) => printable(text)));
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widest = (at: number, measure: (text: string) => number): number =>
    cells.reduce((most, row) => Math.max(most, measure(row[at] ?? "")), 0);
  const least = Array.from({ length: columns }, (_, at) =>
    // Neither a heading nor a number is wrapped.
    right.includes(at)
      ? widest(at, displayWidth)
      : Math.max(widest(at, longestWord), displayWidth(cells[0]?.[at] ?? "")),
  );
  const widths = Array.from({ length: columns }, (_, at) => widest(at, displayWidth));
  for (let over = sum(widths) - width; over > 0; over--) {
    const slack = widths.map((each, at) => (each > (least[at] ?? 0) ? each : 0));
    const at = slack.indexOf(Math.max(...slack));
    if ((slack[at] ?? 0) === 0) return null;
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return rows.map((row) => renderRow(row, widths, right));
}

function longestWord(text: string): number {
  return Math.max(...text.split(" ").map(displayWidth));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each + gap, -gap);
}

function renderRow(row: Row, widths: readonly number[], right: readonly number[]): string[] {
  const laidOut = row.map((cell, at) => ({ cell, at, lines: wrap(cell.text, Math.max(1, widths[at] ?? 1)) }));
  const height = Math.max(...laidOut.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    laidOut
      .map(({ cell, at, lines }) => {
        const text = lines[line] ?? "";
        const pad = " ".repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(text)));
        const painted = text === "" ? "" : (cell.paint?.(text) ?? text);
        return right.includes(at) ? pad + painted : painted + pad;
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}
