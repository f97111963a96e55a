/** A table for terminals: columns as wide as they need, one of them giving way first when the screen is too narrow. */
import { displayWidth, wrap } from "../text/columns.ts";
import { printable } from "../text/text.ts";

export type GridCell = {
  /** Lines are kept; what is too wide is wrapped. May be hostile. */
  readonly text: string;
  /** Puts colour around text that has been laid out. */
  readonly paint?: (text: string) => string;
  /** Stands over so many columns, and makes none of them wider but the one that gives way. */
  readonly span?: number;
};

type GridOptions = {
  /** Columns of the screen. */
  readonly width: number;
  /** The column that is narrowed first, down to `flexibleMin`. */
  readonly flexible: number;
  readonly flexibleMin: number;
  /** Columns of numbers. */
  readonly right: readonly number[];
};

type Row = readonly GridCell[];

export const gap = 2;
/** A wide character needs two. */
const narrowest = 2;
/** What stands over several columns is wrapped rather than making the table wider than this for it. */
const spanAtMost = 80;

/** One line per line of the table, without trailing blanks. */
export function renderGrid(rows: readonly Row[], options: GridOptions): string[] {
  const widths = columnWidths(rows, options);
  return rows.flatMap((row) => renderRow(row, widths, options));
}

/** Columns of the screen that a table needs so that nothing in it is wrapped. */
export function gridWidth(rows: readonly Row[]): number {
  return sum(ownWidths(rows));
}

function columnWidths(rows: readonly Row[], { width, flexible, flexibleMin }: GridOptions): number[] {
  const widths = ownWidths(rows);
  const room = width - sum(widths);
  const needed = widths[flexible] ?? 0;
  const wanted = Math.max(needed, ...rows.map((row) => needed + spanLack(row, widths)));
  widths[flexible] = Math.max(Math.min(flexibleMin, needed), Math.min(wanted, needed + room));
  for (let over = sum(widths) - width; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function ownWidths(rows: readonly Row[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.reduce((count, { span }) => count + (span ?? 1), 0)));
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, ownWidth(row[column])), 0),
  );
}

function ownWidth(cell: GridCell | undefined): number {
  return cell === undefined || cell.span !== undefined ? 0 : textWidth(cell);
}

function textWidth({ text }: GridCell): number {
  return text.split("\n").reduce((widest, line) => Math.max(widest, displayWidth(printable(line))), 0);
}

/** How much wider the table would have to be for what stands over several columns. */
function spanLack(row: Row, widths: readonly number[]): number {
  const at = row.findIndex(({ span }) => span !== undefined);
  const cell = row[at];
  if (cell === undefined) return 0;
  return Math.min(textWidth(cell), spanAtMost) - sum(widths.slice(at, at + (cell.span ?? 1)));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, each) => total + each + gap, -gap);
}

function renderRow(row: Row, widths: readonly number[], { right }: GridOptions): string[] {
  let column = 0;
  const laidOutCells = row.map((cell) => {
    const first = column;
    column += cell.span ?? 1;
    const width = sum(widths.slice(first, column));
    const lines = cell.text.split("\n").flatMap((line) => wrap(line, width));
    return { cell, width, lines, right: right.includes(first) };
  });
  const height = Math.max(...laidOutCells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    laidOutCells
      .map(({ cell, width, lines, right: atRight }) => {
        const text = lines[at] ?? "";
        const pad = " ".repeat(Math.max(0, width - displayWidth(text)));
        const painted = text === "" ? "" : (cell.paint?.(text) ?? text);
        return atRight ? pad + painted : painted + pad;
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}
