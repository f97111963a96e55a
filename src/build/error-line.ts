/** Of all that go, a C compiler and a linker print, the line that says what is wrong. */

// The go command and its linker say that something failed, and then how it was called: neither is a cause.
const wrappers =
  /: running \S+ failed: |^\/?\S+ .*-o \$WORK\/|^collect2: |^clang(?:-\d+)?: error: linker command failed/;
/** An error of gcc, clang, gold, lld or zig; what the driver says of its linker is none. */
const compilerError = /\berror: (?!ld returned|linker command failed)|\bfatal: /;
/** A line of GNU ld, of a cross compiler's, of mold or of ld64, that is no warning and does not only name the place of the next line. */
const linkerLine = /^(?:\S*[\\/-])?(?:ld(?:\.\w+|64)?|mold|lld)(?:\.exe)?: (?!.*\bwarning: )(?!.*: in function )/;

/** One line, never empty. Of what no tool marks as an error, the first line. Hostile text in. */
export function firstErrorLine(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# ") && !line.startsWith("go: downloading "));
  const telling = lines.filter((line) => !wrappers.test(line));
  const found = telling.find((line) => compilerError.test(line)) ?? telling.find((line) => linkerLine.test(line));
  return found ?? telling[0] ?? lines[0] ?? "go build failed and said nothing";
}
