/** What of an output may explain a failure: not the headings, downloads, and what Go says of its having called a linker. */
export function linesOf(output: string): string[] {
  return output
    .split("\n")
    .slice(0, lineLimit)
    .filter((line) => line.length <= 20_000);
}

const lineLimit = 5000;

const nothing = [
  /^(?:# |go: (?:downloading|extracting|finding|found|trying|added|upgraded) |collect2: error: ld returned|collect2: fatal error: ld terminated|clang(?:\+\+)?: error: linker command failed)/,
  /[\\/]link(?:\.exe)?: running \S+ failed: /,
  // GNU ld says the function in a line of its own, before what is wrong in it.
  /: in function [^:]*:$/,
  // The command line of the linker, which Go prints since 1.23.
  /^\S.* -o \S+ .*[\\/]go\.o /,
  /^(?:error: )?(?:ld|link) (?:returned|failed)|^compilation terminated\.|^usage: /,
];

const gnuLinker =
  /^(?:\S*[\\/])?(?:[\w.]+-)*ld(?:\.(?:bfd|gold|lld)|64\.lld)?(?:\.exe)?: (?!.*: warning: |warning: )(?!.*: in function [^:]*:$)/;
const otherLinker =
  /^(?:(?:\S*[\\/])?(?:ld\.lld|ld64\.lld|lld-link|wasm-ld|mold|ld\.mold|ld\.gold): (?:error|fatal): |Undefined symbols for architecture |duplicate symbol )/;

/**
 * The first line that says what is wrong: an error of a compiler, else one of a linker, else the first line. Undefined where an output
 * says nothing.
 */
export function firstError(output: string): string | undefined {
  const lines = linesOf(output)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !nothing.some((pattern) => pattern.test(line)));
  const isWarning = (line: string): boolean => /\bwarning: /.test(line);
  const at =
    lines.findIndex((line) => /\berror: /.test(line) && !isWarning(line)) >= 0
      ? lines.findIndex((line) => /\berror: /.test(line) && !isWarning(line))
      : lines.findIndex((line) => gnuLinker.test(line) || otherLinker.test(line));
  const found = at < 0 ? (lines.find((line) => !isWarning(line)) ?? lines[0]) : lines[at];
  // Apple's linker names what is undefined in the next line.
  const more =
    found !== undefined && /^Undefined symbols for architecture .*:$/.test(found) ? ` ${lines[at + 1] ?? ""}` : "";
  return found === undefined
    ? undefined
    : `${found}${more}`.trim().replace(/^\S*[\\/]tool[\\/]\w+[\\/](\w+)(?:\.exe)?: /, "$1: ");
}
