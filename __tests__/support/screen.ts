import { displayWidth } from "../../src/text/columns.ts";

/** A terminal that shows what was written to it. It knows what we use, and throws at any other control sequence. */
export class Screen {
  readonly isTTY = true;
  columns: number;
  rows: number;
  /** Everything that was written. */
  written = "";
  #lines: string[] = [""];
  #row = 0;
  #column = 0;
  readonly #listeners = new Set<() => void>();

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  on(_event: "resize", listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_event: "resize", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Breaks the lines anew, as terminals do, and tells. */
  resize(columns: number): void {
    const above = this.#lines.slice(0, this.#row).flatMap((line) => broken(line, columns));
    this.#lines = [...above, ...this.#lines.slice(this.#row)];
    this.#row = above.length;
    this.columns = columns;
    for (const listener of this.#listeners) listener();
  }

  /** Lines without blanks at their ends and empty ones at the end. */
  get text(): string {
    return this.#lines
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
  }

  /** Where the next character would stand: how many lines are above, and columns before it. */
  get cursor(): readonly [number, number] {
    return [this.#row, this.#column];
  }

  write(text: string): void {
    this.written += text;
    for (const [token] of text.matchAll(/\u001b\[\d*[A-Za-z]|[^\u001b]|\u001b/gsu)) this.#read(token);
  }

  #read(token: string): void {
    const up = /^\u001b\[(\d+)A$/.exec(token);
    if (up !== null) this.#row = Math.max(0, this.#row - Number(up[1]));
    else if (token === "\r") this.#column = 0;
    else if (token === "\n") this.#down();
    else if (token === "\u001b[K") this.#lines[this.#row] = this.#line.slice(0, this.#column);
    else if (token === "\u001b[J") {
      this.#lines = [...this.#lines.slice(0, this.#row), this.#line.slice(0, this.#column)];
    } else if (token.startsWith("\u001b")) {
      if (!/^\u001b\[\d+m$/.test(token)) throw new Error(`a terminal was sent ${JSON.stringify(token)}`);
    } else this.#put(token);
  }

  get #line(): string {
    return this.#lines[this.#row] ?? "";
  }

  #down(): void {
    this.#row++;
    this.#column = 0;
    this.#lines[this.#row] ??= "";
  }

  #put(character: string): void {
    if (displayWidth(this.#line.slice(0, this.#column) + character) > this.columns) this.#down();
    const line = this.#line.padEnd(this.#column);
    this.#lines[this.#row] = line.slice(0, this.#column) + character + line.slice(this.#column + character.length);
    this.#column += character.length;
  }
}

function broken(line: string, columns: number): string[] {
  const text = line.trimEnd();
  return text.length <= columns ? [text] : (text.match(new RegExp(`.{1,${columns}}`, "gsu")) ?? []);
}
