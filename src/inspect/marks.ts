import type { ByteSource } from "../ports/types.ts";
import type { Range } from "./reader.ts";
import { Pattern, readChunks } from "./search.ts";

// C strings with the NULs around them. Without those, Go's resolver, which has "/etc/nsswitch.conf" among its own
// strings, would look like glibc's. A linker may keep a C string as the tail of a longer one, so the NUL in front is
// asked for only where it was always seen: glibc 2.31 to 2.43, musl 1.2.2 to 1.2.6, stripped and not.
const patterns = {
  runtimeCgo: new Pattern("\0crosscall2\0"),
  glibcTunables: new Pattern("GLIBC_TUNABLES\0"),
  muslError: new Pattern("No error information\0"),
  muslResolver: new Pattern("Name does not resolve\0"),
  muslDlopen: new Pattern("Dynamic loading not supported\0"),
  nssLibrary: new Pattern("libnss_%s.so%s\0"),
  nssConfig: new Pattern("\0/etc/nsswitch.conf\0"),
  nssPrefix: new Pattern("libnss_"),
};

type Mark = keyof typeof patterns;

export type Marks = ReadonlySet<Mark>;

const muslMarks = ["muslError", "muslResolver", "muslDlopen"] as const;

/** What a static program loads, and what is known of it already. */
type MarkedProgram = {
  /**
   * All segments, not the read-only ones alone: old linkers put constants beside the code, and Go those of a PIE into
   * data that is written once, while it is relocated.
   */
  readonly loaded: readonly Range[];
  /** The names of its Go functions, when it is known where they are. */
  readonly functionNames: Range | undefined;
  readonly gnuAbiTag: boolean;
};

/** The marks in a program, as far as they say something that the others do not. They are there in stripped files as well. */
export function findMarks(source: ByteSource, { loaded, functionNames, gnuAbiTag }: MarkedProgram): Marks {
  const found = new Set<Mark>();
  const look = (ranges: readonly Range[], wanted: () => readonly Mark[]): void => {
    for (const { bytes } of readChunks(source, ranges, "C library marks")) {
      const open = wanted().filter((mark) => !found.has(mark));
      if (open.length === 0) return;
      for (const mark of open) {
        if (patterns[mark].indexIn(bytes) !== -1) found.add(mark);
      }
    }
  };
  if (functionNames !== undefined) look([functionNames], () => ["runtimeCgo"]);
  look(loaded, () => ["runtimeCgo", ...openForLibc(found, gnuAbiTag), ...openForNss(found)]);
  // The pieces that old releases put the library's name together from: found everywhere, and so only looked for last.
  if (found.has("nssConfig") && !found.has("nssLibrary")) look(loaded, () => ["nssPrefix"]);
  return found;
}

/** The marks that can still tell which C library it is. */
function openForLibc(found: Marks, gnuAbiTag: boolean): readonly Mark[] {
  if (gnuAbiTag || found.has("glibcTunables")) return [];
  // muslDlopen says more than which library it is.
  return muslMarks.some((mark) => found.has(mark)) ? ["glibcTunables", "muslDlopen"] : ["glibcTunables", ...muslMarks];
}

function openForNss(found: Marks): readonly Mark[] {
  return found.has("nssLibrary") ? [] : ["nssLibrary", "nssConfig"];
}

/** The C library inside a static program; null when it left no mark, as the smallest do. */
export function findStaticLibc(marks: Marks, gnuAbiTag: boolean): "glibc" | "musl" | null {
  if (gnuAbiTag || marks.has("glibcTunables")) {
    return "glibc";
  }
  return muslMarks.some((mark) => marks.has(mark)) ? "musl" : null;
}

/** musl's dlopen for static programs is inside, which only says that it cannot (src/ldso/dlopen.c of musl 1.2). */
export function hasMuslDlopen(marks: Marks): boolean {
  return marks.has("muslDlopen");
}

/** glibc's name service is inside: it loads the host's libnss_*.so and libc.so.6 when it is used. */
export function hasNss(marks: Marks): boolean {
  // Before glibc 2.34 the library's name was put together from "libnss_" and other pieces.
  return marks.has("nssLibrary") || (marks.has("nssConfig") && marks.has("nssPrefix"));
}
