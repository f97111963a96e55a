/** A table for terminals: columns as wide as they need, one of them giving way when the screen is too narrow. */

export type GridCell = {
  /** Lines are kept; what is too wide is wrapped. */
  readonly text: string;
  /** Puts colour around text that has been laid out. */
  readonly paint?: (text: string) => string;
  /** Stands over so many columns, and makes none of them wider. */
  readonly span?: number;
};

export type GridOptions = {
  /** Columns of the screen. */
  readonly width: number;
  /** The column that is narrowed first, down to `flexibleMin`. */
  readonly flexible: number;
  readonly flexibleMin: number;
  /** Columns of numbers. */
  readonly right: readonly number[];
};

const gap = 2;

/** One line per line of the table, without trailing blanks. */
export function renderGrid(rows: readonly (readonly GridCell[])[], options: GridOptions): string[] {
  const widths = columnWidths(rows, options);
  return rows.flatMap((row) => renderRow(row, widths, options));
}

function columnWidths(rows: readonly (readonly GridCell[])[], { width, flexible, flexibleMin }: GridOptions): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, ownWidth(row[column])), 0),
  );
  const room = width - widths.reduce((sum, each) => sum + each + gap, -gap);
  const needed = widths[flexible] ?? 0;
  // What spans columns reads better when they are not too narrow together.
  const wanted = rows.some((row) => row.some(({ span }) => span !== undefined)) ? Math.max(needed, 44) : needed;
  widths[flexible] = Math.max(flexibleMin, Math.min(wanted, needed + room));
  return widths;
}

function ownWidth(cell: GridCell | undefined): number {
  if (cell === undefined || cell.span !== undefined) return 0;
  return cell.text.split("\n").reduce((widest, line) => Math.max(widest, line.length), 0);
}

function renderRow(row: readonly GridCell[], widths: readonly number[], { right }: GridOptions): string[] {
  let column = 0;
  const laidOut = row.map((cell) => {
    const first = column;
    column += cell.span ?? 1;
    const width = widths.slice(first, column).reduce((sum, each) => sum + each + gap, -gap);
    return {
      cell,
      width,
      lines: cell.text.split("\n").flatMap((line) => wrap(line, width)),
      right: right.includes(first),
    };
  });
  const height = Math.max(...laidOut.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    laidOut
      .map(({ cell, width, lines, right: atRight }) => {
        const text = lines[at] ?? "";
        const pad = " ".repeat(Math.max(0, width - text.length));
        const painted = text === "" ? "" : (cell.paint?.(text) ?? text);
        return atRight ? pad + painted : painted + pad;
      })
      .join(" ".repeat(gap))
      .trimEnd(),
  );
}

/** Lines of at most `width` characters, broken at blanks where that is possible; nothing is lost. */
export function wrap(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...breakWord(word, width));
  }
  return lines;
}

function breakWord(word: string, width: number): string[] {
  if (word.length <= width || width < 1) return [word];
  return word.match(new RegExp(`.{1,${width}}`, "gsu")) ?? [word];
}
