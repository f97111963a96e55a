import type { ByteSource } from "../ports/types.ts";
import type { Segment } from "./elf-segments.ts";
import { Pattern, PatternSet, readChunks } from "./search.ts";

// C strings with the NULs around them. Without those, Go's resolver, which has "/etc/nsswitch.conf" among its own
// strings, would look like glibc's. A linker may keep a C string as the tail of a longer one, so the NUL in front is
// asked for only where it was always seen: glibc 2.31 to 2.43, musl 1.2.2 to 1.2.6, stripped and not.
const texts = {
  runtimeCgo: "\0crosscall2\0",
  glibcTunables: "GLIBC_TUNABLES\0",
  muslError: "No error information\0",
  muslResolver: "Name does not resolve\0",
  muslDlopen: "Dynamic loading not supported\0",
  nssLibrary: "libnss_%s.so%s\0",
  nssConfig: "\0/etc/nsswitch.conf\0",
};
const patterns = new PatternSet(texts);
// Short, and so slow to look for; wanted only where the other two leave it open.
const nssPrefix = new Pattern("libnss_");

export type Marks = ReadonlySet<keyof typeof texts | "nssPrefix">;

/** Everything that a program loads -> which of the marks are in it. They are there in stripped files as well. */
export function findMarks(source: ByteSource, loads: readonly Segment[]): Marks {
  const found = new Set<keyof typeof texts>();
  // All segments, not the read-only ones alone: old linkers put constants beside the code, and Go those of a PIE into
  // data that is written once, while it is relocated.
  const ranges = loads.map((load) => ({ offset: load.offset, length: load.filesz }));
  for (const { bytes } of readChunks(source, ranges, "C library marks")) patterns.findIn(bytes, found);
  if (!found.has("nssConfig") || found.has("nssLibrary")) return found;
  for (const { bytes } of readChunks(source, ranges, "C library marks")) {
    if (nssPrefix.indexIn(bytes) !== -1) return new Set([...found, "nssPrefix" as const]);
  }
  return found;
}

/** The C library inside a static program; null when it left no mark, as the smallest do. */
export function findStaticLibc(marks: Marks, gnuAbiTag: boolean): "glibc" | "musl" | null {
  if (gnuAbiTag || marks.has("glibcTunables")) {
    return "glibc";
  }
  return marks.has("muslError") || marks.has("muslResolver") || marks.has("muslDlopen") ? "musl" : null;
}

/** glibc's name service is inside: it loads the host's libnss_*.so and libc.so.6 when it is used. */
export function hasNss(marks: Marks): boolean {
  // Before glibc 2.34 the library's name was put together from "libnss_" and other pieces.
  return marks.has("nssLibrary") || (marks.has("nssConfig") && marks.has("nssPrefix"));
}
