import { linesOf } from "./first-error.ts";

/** An error that a tool places in a file: relative to a folder that it does not name, or absolute. */
export type PlacedError = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; null where the tool names none. */
  readonly column: number | null;
  /** What is wrong there, in the tool's words; empty for a file that includes the one that is wrong. */
  readonly message: string;
  /** The whole line. */
  readonly text: string;
  /** The package below whose heading it stands (`# import/path`); null above the first. */
  readonly package: string | null;
};

const sourceFile = String.raw`(?:[A-Za-z]:[\\/])?[^:\n]+?\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|f|F|for|f90|swig|swigcxx|mod|work|sum)`;
const position = String.raw`(${sourceFile}):(\d+)(?::(\d+))?(?=[:,]|$)`;
/** At the beginning of a line, or behind the name of the tool that speaks: `/usr/bin/ld: lib.c:3: undefined reference`. */
const place = new RegExp(String.raw`(?:^|: )\s*(?:vet: )?${position}[:,]?\s*(.*)`);
const includer = new RegExp(String.raw`^\s*(?:In file included )?from ${position}()`);

/**
 * The errors in an output of `go build` that name a line of a source file, and behind them the files that include the wrong ones:
 * `file.go:line:col: message` of the go command and its compiler, of gcc and clang, and of the linkers. Hostile text in, plain text out.
 */
export function placedErrors(output: string): PlacedError[] {
  const errors: PlacedError[] = [];
  const includers: PlacedError[] = [];
  let heading: string | null = null;
  for (const line of linesOf(output)) {
    heading = /^# (\S+)/.exec(line)?.[1] ?? heading;
    if (line.startsWith("# ") || line.length > 4096 || /: (?:warning|note|remark): /.test(line)) continue;
    const including = includer.exec(line);
    const [, file, number, column, message = ""] = including ?? place.exec(line) ?? [];
    if (file === undefined || Number(number) < 1) continue;
    (including === null ? errors : includers).push({
      file: file.trim(),
      line: Number(number),
      column: column === undefined ? null : Number(column),
      message,
      text: line.trim(),
      package: heading,
    });
  }
  return [...errors, ...includers];
}
