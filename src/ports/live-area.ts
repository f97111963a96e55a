import { displayWidth } from "../text/columns.ts";

/** What a live area needs of a terminal. */
export type Terminal = {
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
  on(event: "resize", listener: () => void): unknown;
  off(event: "resize", listener: () => void): unknown;
};

type LiveArea = {
  /** Draws what is to be seen from now on. */
  draw(): void;
  /** Prints lines for good, above the area. */
  print(text: string): void;
  /** Takes the area off the screen until it is shown again: somebody is asked something. */
  hide(): void;
  show(): void;
  /** Takes the area off the screen. */
  close(): void;
};

const eraseToLineEnd = "\u001b[K";
const eraseBelow = "\u001b[J";

/**
 * Lines below everything else that are drawn anew in place. The cursor rests at the start of the line below them and is never
 * hidden, so whatever ends this process leaves a terminal that works. `linesFor` is asked for lines that fit: fewer than the
 * terminal has rows, each narrower than it.
 */
export function openLiveArea(
  terminal: Terminal,
  linesFor: (size: { columns: number; rows: number }) => string[],
): LiveArea {
  let drawn: readonly string[] = [];
  let isHidden = false;
  const size = (): { columns: number; rows: number } => ({
    columns: Math.max(1, known(terminal.columns, 80) - 1),
    rows: Math.max(1, known(terminal.rows, 24) - 1),
  });
  /** To the start of the area. A terminal that became narrower has broken its lines. */
  const toStart = (): string => {
    const columns = size().columns + 1;
    const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(visibleWidth(line) / columns)), 0);
    return rows === 0 ? "" : `\u001b[${rows}A\r`;
  };
  /** In one write, so that nobody sees half of it. */
  const replace = (above: string): void => {
    const start = toStart();
    drawn = isHidden ? [] : linesFor(size());
    terminal.write(`${start}${above}${drawn.map((line) => `${line}${eraseToLineEnd}\n`).join("")}${eraseBelow}`);
  };
  const draw = (): void => {
    if (!isHidden) replace("");
  };
  const erase = (): void => {
    if (drawn.length > 0) terminal.write(`${toStart()}${eraseBelow}`);
    drawn = [];
  };
  terminal.on("resize", draw);
  return {
    draw,
    print: (text) => {
      replace(`${text.split("\n").join(`${eraseToLineEnd}\n`)}${eraseToLineEnd}\n`);
    },
    hide: () => {
      isHidden = true;
      erase();
    },
    show: () => {
      isHidden = false;
    },
    close: () => {
      terminal.off("resize", draw);
      erase();
    },
  };
}

/** Some terminals say 0 for what they do not know. */
function known(size: number | undefined, usual: number): number {
  return size !== undefined && size > 0 ? size : usual;
}

/** Without the colours, which take no columns. */
function visibleWidth(line: string): number {
  return displayWidth(line.replaceAll(/\u001b\[\d*m/g, ""));
}
