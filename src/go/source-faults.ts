/**
 * What the go command and its linker say of the sources alone, without a line of a file: modules, imports and symbols. It is the same
 * on every machine. Whatever is not among them may be the fault of the machine, of a flag or of a compiler.
 */
const patterns: readonly RegExp[] = [
  /^go: (?:[^\n]*: )?(?:errors parsing |parsing )?[^\s:]*go\.(?:mod|work|sum):/,
  /^go: errors parsing \S*go\.(?:mod|work):/,
  /^go: inconsistent vendoring in /,
  /^go: updates to go\.(?:mod|work) needed/,
  /missing go\.sum entry for /,
  /replacement directory \S+ does not exist/,
  /^go: \S+ \(replaced by \.{1,2}\/\S*\): reading \S*go\.mod: /,
  /^go: cannot load module \S+ listed in go\.work file: open \S*go\.mod: no such file or directory/,
  /^go: module \S+ listed in go\.work file requires go /,
  /(?:directory prefix|main module|current directory) [^\n]*does not contain|not one of the workspace modules/,
  /: import cycle not allowed/,
  /: ambiguous import: found package /,
  /source files not allowed when not using cgo/,
  /^found packages \w+ \([^)]*\) and \w+ \([^)]*\) in /,
  /: function main is undeclared in the main package$/,
  /^\S+: relocation target [^\s.]+\.\S+ not defined$/,
  /case-insensitive (?:import|file name) collision/,
  /malformed import path/,
  /is a program, not an importable package/,
  /use of (?:internal|vendored) package \S+ not allowed/,
];

/** Whether the sources are to blame, by a message in one line, as `joinMessage` makes it. */
export function isSourceFault(message: string): boolean {
  return patterns.some((pattern) => pattern.test(message));
}

const lengthLimit = 2000;

/**
 * The go command's message in one line: the first one, with the indented lines that belong to it, and with the lines of a go.mod that
 * is said to have errors. Downloads are no message, and advice stands behind an empty line.
 */
export function joinMessage(output: string): string {
  const lines = output
    .split("\n")
    .filter((line) => !line.startsWith("go: downloading "))
    .join("\n")
    .trim()
    .split("\n");
  const [first = "", ...others] = lines;
  const isMore = /^go: errors parsing \S+:$/.test(first) ? /\S/ : /^\s+\S/;
  const end = others.findIndex((line) => !isMore.test(line));
  return [first, ...others.slice(0, end === -1 ? others.length : end)]
    .map((line) => line.trim())
    .join(" ")
    .slice(0, lengthLimit);
}
