import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import type { Range } from "./reader.ts";
import { Pattern, readChunks } from "./search.ts";
import type { HostFile } from "../model/artifact.ts";

// Functions that nothing reaches are not linked, so their names tell what the program can do (see go-pclntab.ts). Each has
// another that says the program brings the data along.
const traces: readonly { readonly file: HostFile; readonly reads: Pattern; readonly embeds: Pattern }[] = [
  { file: "time zones", reads: new Pattern("\0time.LoadLocation\0"), embeds: new Pattern("\0time/tzdata.") },
  {
    file: "CA certificates",
    reads: new Pattern("\0crypto/x509.loadSystemRoots\0"),
    embeds: new Pattern("\0crypto/x509.SetFallbackRoots\0"),
  },
];

/** The names of a program's functions -> the files of the machine that it reads; empty when they could not be read. */
export function findHostFiles(source: ByteSource, functionNames: Range): readonly HostFile[] {
  const found = new Set<Pattern>();
  const wanted = traces.flatMap(({ reads, embeds }) => [reads, embeds]);
  try {
    for (const { bytes } of readChunks(source, [functionNames], "Go function names")) {
      for (const pattern of wanted) if (!found.has(pattern) && pattern.indexIn(bytes) !== -1) found.add(pattern);
    }
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return [];
    }
    throw thrown;
  }
  return traces.filter(({ reads, embeds }) => found.has(reads) && !found.has(embeds)).map(({ file }) => file);
}
