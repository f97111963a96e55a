import type { ByteSource } from "../ports/types.ts";
import { SHT_NOBITS, type Section } from "./elf-sections.ts";
import { rangesOf } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import { min, readRange, type Range } from "./reader.ts";
import { Pattern, readChunks } from "./search.ts";
import { hasProgram } from "./zip.ts";

/** What a file carries beside the program that its headers describe. */
type Payload = {
  /** "squashfs image": what a message calls it. */
  readonly what: string;
  /** `program`: there is one in it, and it is there to be started. `data`: none. `unknown`: it was not unpacked to see. */
  readonly holds: "program" | "data" | "unknown";
};

type Magic = {
  readonly pattern: Pattern;
  readonly at: number;
  readonly what: string;
  readonly holds: Payload["holds"];
};

function magic(text: string, what: string, holds: Payload["holds"] = "unknown"): Magic {
  return { pattern: new Pattern(text), at: 0, what, holds };
}

// File systems are there to be mounted and started from; nothing else is appended as one.
const magics: readonly Magic[] = [
  magic("hsqs", "squashfs image", "program"),
  magic("sqsh", "squashfs image", "program"),
  magic("DWARFS", "DwarFS image", "program"),
  { ...magic("\xe2\xe1\xf5\xe0", "EROFS image", "program"), at: 1024 },
  { ...magic("CD001", "ISO 9660 image", "program"), at: 32769 },
  magic("\x7fELF", "second ELF file", "program"),
  magic("7z\xbc\xaf\x27\x1c", "7-Zip archive"),
  magic("\xfd7zXZ\0", "xz archive"),
  magic("\x28\xb5\x2f\xfd", "zstd archive"),
  magic("\x1f\x8b\x08", "gzip archive"),
  magic("\x04\x22\x4d\x18", "lz4 archive"),
  magic("BZh9", "bzip2 archive"),
  { ...magic("ustar", "tar archive"), at: 257 },
  magic("070701", "cpio archive"),
];

/** What programs that start something of their own look for at their end. */
const trailers: readonly Magic[] = [
  magic("MEI\x0c\x0b\x0a\x0b\x0e", "PyInstaller archive", "program"),
  magic("d3n0l4nd", "program for Deno", "program"),
  magic("<nexe~~sentinel>", "program for Node.js", "program"),
  magic("---- Bun! ----", "program for Bun", "program"),
  magic("CAXACAXACAXA", "program for Node.js", "program"),
];

/** AppImage specification, "Type 1" and "Type 2 image format": in what is padding of e_ident elsewhere. */
const appImage = [new Pattern("AI\x01"), new Pattern("AI\x02")];
const APPIMAGE_OFFSET = 8n;

/** A packer may put a few words of its own in front of what it appends. */
const WINDOW = 4096n;
const TRAILER = 4096n;
const LONGEST_MAGIC = 16n;

/** What is in a file that no segment loads: behind its end, or in a section. undefined: nothing that is known to hold programs. */
export function findPayload(
  source: ByteSource,
  facts: ElfFacts,
  sections: readonly Section[] | undefined,
): Payload | undefined {
  if (appImage.some((mark) => startsWith(source, APPIMAGE_OFFSET, mark))) return { what: "AppImage", holds: "program" };
  const end = endOf(facts, sections ?? []);
  const size = BigInt(source.size);
  return (end < size ? findBehind(source, end) : undefined) ?? findInSections(source, facts, sections ?? []);
}

/** What starts other programs in Go: os/exec and package syscall both go through one of them. */
const starters = [
  new Pattern("\0syscall.Exec\0"),
  new Pattern("\0syscall.forkExec\0"),
  new Pattern("\0syscall.StartProcess\0"),
];

/**
 * Whether a file is a container for what it carries, and not the program that its headers describe. One that reads templates from a
 * zip archive that was appended to it is itself what ships, and the archive's list says so. Where nobody can see what is inside, a Go
 * program is a container when it is able to start another one (functions that nothing reaches are not linked), and anything else is
 * taken for the stub that somebody put in front of his program.
 */
export function isContainer(
  source: ByteSource,
  payload: Payload,
  go: { readonly functionNames: Range | undefined } | null,
): boolean {
  if (payload.holds !== "unknown") return payload.holds === "program";
  if (go?.functionNames === undefined) return true;
  for (const { bytes } of readChunks(source, [go.functionNames], "Go function names")) {
    if (starters.some((pattern) => pattern.indexIn(bytes) !== -1)) return true;
  }
  return false;
}

function endOf({ header, loads }: ElfFacts, sections: readonly Section[]): bigint {
  const { programHeaders, sectionHeaders } = header;
  const table = ({ offset, entrySize, count }: { offset: bigint; entrySize: number; count: number }) =>
    count === 0 ? 0n : offset + BigInt(entrySize * count);
  const filled = sections.filter(({ type }) => type !== SHT_NOBITS);
  const ends = [...rangesOf(loads), ...filled].map(({ offset, length }) => offset + length);
  const all = [...ends, table(programHeaders), ...(sections.length > 0 ? [table(sectionHeaders)] : [])];
  return all.reduce((latest, each) => (each > latest ? each : latest), 0n);
}

function findBehind(source: ByteSource, end: bigint): Payload | undefined {
  const size = BigInt(source.size);
  const zip = hasProgram(source, end);
  if (zip !== undefined) return { what: "zip archive", holds: zip ? "program" : "data" };
  const head = readRange(source, { offset: end, length: min(size - end, WINDOW) }, "appended data");
  const first = head.findIndex((byte) => byte !== 0);
  const trailer = readRange(
    source,
    { offset: end > size - TRAILER ? end : size - TRAILER, length: min(size - end, TRAILER) },
    "appended data",
  );
  const mark = trailers.find(({ pattern }) => pattern.indexIn(trailer) !== -1 || pattern.indexIn(head) !== -1);
  const found =
    mark ?? findMagic(source, end + BigInt(Math.max(0, first))) ?? findMagic(source, end) ?? findWithin(head);
  return found && { what: found.what, holds: found.holds };
}

/** Right at a place. */
function findMagic(source: ByteSource, offset: bigint): Magic | undefined {
  return magics.find(({ pattern, at }) => startsWith(source, offset + BigInt(at), pattern));
}

/** Anywhere in the window: of what is long enough not to be there by chance. */
function findWithin(bytes: Uint8Array): Magic | undefined {
  return magics.find(({ pattern, at }) => at === 0 && pattern.bytes.length >= 4 && pattern.indexIn(bytes) !== -1);
}

/** Symbols for debuggers, as Fedora compresses them. */
const debugSymbols = ".gnu_debugdata";

function findInSections(source: ByteSource, { loads }: ElfFacts, sections: readonly Section[]): Payload | undefined {
  const loaded = rangesOf(loads);
  const isLoaded = ({ offset }: Range) =>
    loaded.some((each) => offset >= each.offset && offset < each.offset + each.length);
  const others = sections.filter(
    (each) => each.length > LONGEST_MAGIC && each.type !== SHT_NOBITS && each.name !== debugSymbols && !isLoaded(each),
  );
  for (const section of others) {
    const found = findMagic(source, section.offset);
    if (found !== undefined) return { what: `${found.what} in section ${section.name}`, holds: found.holds };
  }
  return undefined;
}

function startsWith(source: ByteSource, offset: bigint, pattern: Pattern): boolean {
  const length = BigInt(pattern.bytes.length);
  if (offset + length > BigInt(source.size)) return false;
  return pattern.indexIn(readRange(source, { offset, length }, "magic")) === 0;
}
