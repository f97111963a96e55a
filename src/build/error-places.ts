/** A line of a file, as a tool names it: relative to a folder that it does not name, or absolute. */
export type NamedPlace = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The package below whose heading it stands (`# import/path`); null above the first. */
  readonly package: string | null;
};

const sourceFile = String.raw`(?:[A-Za-z]:[\\/])?[^:\n]+?\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|f|F|for|f90|swig|swigcxx|mod|work|sum)`;
/** At the beginning of a line, or behind the name of the tool that speaks: `/usr/bin/ld: lib.c:3: undefined reference`. */
const place = new RegExp(String.raw`(?:^|: )\s*(?:vet: )?(${sourceFile}):(\d+)(?=[:,]|$)`);
const includer = new RegExp(String.raw`^\s*(?:In file included )?from (${sourceFile}):(\d+)(?=[:,])`);

/**
 * The lines of source files that an output of `go build` names, those of errors first: `file.go:line:col: message` of the go command
 * and its compiler, of gcc and clang, and of the linkers. Hostile text in, plain text out.
 */
export function placesOfErrors(output: string): NamedPlace[] {
  const errors: NamedPlace[] = [];
  const includers: NamedPlace[] = [];
  let heading: string | null = null;
  for (const line of output.split("\n").slice(0, lineLimit)) {
    heading = /^# (\S+)/.exec(line)?.[1] ?? heading;
    if (line.startsWith("# ") || line.length > 4096) continue;
    const [, from, fromLine] = includer.exec(line) ?? [];
    if (from !== undefined) includers.push({ file: from, line: Number(fromLine), package: heading });
    else if (!/: (?:warning|note|remark): /.test(line)) {
      const [, file, number] = place.exec(line) ?? [];
      if (file !== undefined) errors.push({ file: file.trim(), line: Number(number), package: heading });
    }
  }
  return [...errors, ...includers].filter(({ line }) => line > 0);
}

const lineLimit = 2000;
