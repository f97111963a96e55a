import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { findSingle, mapAddress, PT_DYNAMIC, type Segment } from "./elf-segments.ts";
import { MAX_VERSION_RECORDS, parseVersionNeeds, type Image, type VersionNeed } from "./elf-versions.ts";
import { readUndefinedSymbols, type UndefinedSymbol } from "./elf-symbols.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, min, readRange, stringLength } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

export type Dynamic = {
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  /** DT_RUNPATH, which hides DT_RPATH, as the folders it lists. */
  readonly runpath: readonly string[];
  /** DT_RPATH, where no DT_RUNPATH hides it: as it is written, since an empty folder counts. The libraries of a file inherit it. */
  readonly rpath: readonly string[];
  /** DF_1_NODEFLIB: the loader looks neither into its cache nor into its default folders. */
  readonly noDefaultFolders: boolean;
  /** Where the tables are that a library's own versions and symbols stand in. */
  readonly tables: DynamicTables;
  /** The linker made a program of it, not a library. */
  readonly isProgram: boolean;
  /** The loader has to look up all functions before the start. */
  readonly bindNow: boolean;
  /** The loader has to change segments that are not writable, code say. */
  readonly textRelocations: boolean;
  /** Something has to write addresses into the program before it can run. */
  readonly hasRelocations: boolean;
  /** The address of the table itself, `_DYNAMIC` in C. */
  readonly address: bigint;
  /** DT_PLTGOT: where position-independent code of some machines counts from. */
  readonly pltGot: bigint | undefined;
  readonly versionNeeds: readonly VersionNeed[];
  /** The symbols that other files have to define; undefined when they cannot be read, which no verdict on the linkage depends on. */
  readonly undefinedSymbols: readonly UndefinedSymbol[] | undefined;
};

/** Addresses, and counts or sizes in bytes; undefined where the dynamic section names none. */
export type DynamicTables = Readonly<
  Record<
    "symbols" | "strings" | "stringsSize" | "versions" | "hash" | "gnuHash" | "definitions" | "definitionCount",
    bigint | undefined
  >
>;

const DT_NULL = 0n;
const DT_NEEDED = 1n;
const DT_PLTRELSZ = 2n;
const DT_PLTGOT = 3n;
const DT_HASH = 4n;
const DT_STRTAB = 5n;
const DT_SYMTAB = 6n;
const DT_RELA = 7n;
const DT_RELASZ = 8n;
const DT_STRSZ = 10n;
const DT_SONAME = 14n;
const DT_RPATH = 15n;
const DT_REL = 17n;
const DT_RELSZ = 18n;
const DT_DEBUG = 21n;
const DT_TEXTREL = 22n;
const DT_JMPREL = 23n;
const DT_BIND_NOW = 24n;
const DT_RUNPATH = 29n;
const DT_FLAGS = 30n;
const DT_RELRSZ = 35n;
const DT_RELR = 36n;
/** On MIPS the whole global offset table is relocated, and nothing lists it: it counts its entries here. MIPS ABI supplement, ch. 5. */
const DT_MIPS_LOCAL_GOTNO = 0x7000000an;
const DT_GNU_HASH = 0x6ffffef5n;
const DT_VERSYM = 0x6ffffff0n;
const DT_FLAGS_1 = 0x6ffffffbn;
const DT_VERDEF = 0x6ffffffcn;
const DT_VERDEFNUM = 0x6ffffffdn;
const DT_VERNEED = 0x6ffffffen;
const DT_VERNEEDNUM = 0x6fffffffn;

const DF_TEXTREL = 4n;
const DF_BIND_NOW = 8n;
const DF_1_NOW = 1n;
const DF_1_NODEFLIB = 0x800n;
const DF_1_PIE = 0x08000000n;
const MAX_ENTRIES = 4096;
const MAX_STRING = 4096;

/** The segments -> what the dynamic loader would read; undefined when there is nothing for it. gABI ch. 5. */
export function parseDynamic(
  source: ByteSource,
  header: ElfHeader,
  segments: { readonly all: readonly Segment[]; readonly loads: readonly Segment[] },
): Dynamic | undefined {
  const segment = findSingle(segments.all, PT_DYNAMIC, "PT_DYNAMIC");
  if (segment === undefined) {
    return undefined;
  }
  const tags = new Tags(readTags(source, header, { segment, loads: segments.loads }), segment.headerOffset);
  const strings = readStrings(source, tags, segments.loads);
  const text = (tag: bigint, name: string) => tags.all(tag).map((offset) => strings.at(offset, name));
  const one = (tag: bigint, name: string) => {
    const offset = tags.single(tag, name);
    return offset === undefined ? undefined : strings.at(offset, name);
  };
  const image = { source, encoding: header.encoding, loads: segments.loads };
  const tables = tablesOf(tags);
  const needed = text(DT_NEEDED, "DT_NEEDED");
  const rpath = text(DT_RPATH, "DT_RPATH");
  const runpath = text(DT_RUNPATH, "DT_RUNPATH");
  return {
    needed,
    soname: one(DT_SONAME, "DT_SONAME"),
    runpath: (runpath.length > 0 ? runpath : rpath).flatMap((list) => list.split(":")),
    rpath: runpath.length > 0 ? [] : rpath.flatMap((list) => list.split(":")),
    noDefaultFolders: tags.hasBit(DT_FLAGS_1, DF_1_NODEFLIB),
    tables,
    isProgram: isProgram(tags),
    bindNow: tags.has(DT_BIND_NOW) || tags.hasBit(DT_FLAGS, DF_BIND_NOW) || tags.hasBit(DT_FLAGS_1, DF_1_NOW),
    textRelocations: tags.has(DT_TEXTREL) || tags.hasBit(DT_FLAGS, DF_TEXTREL),
    hasRelocations: hasRelocations(tags, header.machine),
    address: segment.vaddr,
    pltGot: tags.all(DT_PLTGOT).at(-1),
    versionNeeds: readVersionNeeds(image, tags, strings),
    undefinedSymbols: readUndefinedSymbols(image, tables),
  };
}

function readVersionNeeds(image: Image, tags: Tags, strings: Strings): readonly VersionNeed[] {
  const address = tags.single(DT_VERNEED, "DT_VERNEED");
  const count = tags.single(DT_VERNEEDNUM, "DT_VERNEEDNUM");
  if (address === undefined && count === undefined) {
    return [];
  }
  if (address === undefined || count === undefined) {
    throw tags.broken("DT_VERNEED and DT_VERNEEDNUM do not come together");
  }
  if (count > MAX_VERSION_RECORDS) {
    throw tags.broken(`DT_VERNEEDNUM is ${count.toString()}, above ${MAX_VERSION_RECORDS}`);
  }
  return parseVersionNeeds(image, { address, count: Number(count) }, (offset) => strings.at(offset, "DT_VERNEED name"));
}

/** Loaders take the last of several. */
function tablesOf(tags: Tags): DynamicTables {
  const last = (tag: bigint): bigint | undefined => tags.all(tag).at(-1);
  return {
    symbols: last(DT_SYMTAB),
    strings: last(DT_STRTAB),
    stringsSize: last(DT_STRSZ),
    versions: last(DT_VERSYM),
    hash: last(DT_HASH),
    gnuHash: last(DT_GNU_HASH),
    definitions: last(DT_VERDEF),
    definitionCount: last(DT_VERDEFNUM),
  };
}

// DF_1_PIE is the linker's own word for it, but a program runs without that bit, and old linkers do not set it. DT_DEBUG
// is where a debugger looks in a program: ld, gold, lld, mold and Go write it for programs and never for libraries.
function isProgram(tags: Tags): boolean {
  const flags = tags.single(DT_FLAGS_1, "DT_FLAGS_1") ?? 0n;
  return (flags & DF_1_PIE) !== 0n || tags.has(DT_DEBUG);
}

const relocationTables = [
  { table: DT_RELA, size: DT_RELASZ },
  { table: DT_REL, size: DT_RELSZ },
  { table: DT_RELR, size: DT_RELRSZ },
  { table: DT_JMPREL, size: DT_PLTRELSZ },
];

// A table without a size may have any.
function hasRelocations(tags: Tags, machine: string): boolean {
  const listed = relocationTables.some(({ table, size }) => {
    const sizes = tags.all(size);
    return sizes.some((each) => each > 0n) || (tags.has(table) && sizes.length === 0);
  });
  return listed || (machine.startsWith("mips") && tags.has(DT_MIPS_LOCAL_GOTNO));
}

type Tag = { readonly tag: bigint; readonly value: bigint };

class Tags {
  readonly #tags: readonly Tag[];
  readonly #headerOffset: number;

  constructor(tags: readonly Tag[], headerOffset: number) {
    this.#tags = tags;
    this.#headerOffset = headerOffset;
  }

  all(tag: bigint): readonly bigint[] {
    return this.#tags.filter((each) => each.tag === tag).map((each) => each.value);
  }

  // Loaders take the last of several, but who wrote several did not mean that.
  single(tag: bigint, name: string): bigint | undefined {
    const [first, second] = this.all(tag);
    if (second !== undefined) {
      throw new FormatError(`more than one ${name}`, this.#headerOffset);
    }
    return first;
  }

  has(tag: bigint): boolean {
    return this.#tags.some((each) => each.tag === tag);
  }

  hasBit(tag: bigint, bit: bigint): boolean {
    return this.all(tag).some((value) => (value & bit) !== 0n);
  }

  broken(rule: string): FormatError {
    return new FormatError(rule, this.#headerOffset);
  }
}

// Loaders go to p_vaddr and read until DT_NULL; they look at neither p_offset nor p_filesz (measured with glibc 2.36).
function readTags(
  source: ByteSource,
  header: ElfHeader,
  where: { readonly segment: Segment; readonly loads: readonly Segment[] },
): readonly Tag[] {
  const { segment, loads } = where;
  const range = mapAddress(loads, segment.vaddr);
  if (range === undefined) {
    throw new FormatError("PT_DYNAMIC is in no PT_LOAD", segment.headerOffset);
  }
  if (range.offset !== segment.offset) {
    throw new FormatError("PT_DYNAMIC has a p_offset that is not where p_vaddr is loaded from", segment.headerOffset);
  }
  const entrySize = header.encoding.wide ? 16 : 8;
  const length = min(range.length, BigInt(MAX_ENTRIES * entrySize));
  const bytes = readRange(source, { offset: range.offset, length }, "PT_DYNAMIC");
  const cursor = new Cursor(bytes, Number(range.offset), header.encoding);
  const tags: Tag[] = [];
  while (cursor.remaining >= entrySize) {
    const entry = { tag: cursor.word("d_tag"), value: cursor.word("d_val") };
    if (entry.tag === DT_NULL) {
      return tags;
    }
    tags.push(entry);
  }
  throw new FormatError("PT_DYNAMIC has no DT_NULL", Number(range.offset));
}

type Strings = { readonly at: (offset: bigint, field: string) => string };

function readStrings(source: ByteSource, tags: Tags, loads: readonly Segment[]): Strings {
  const address = tags.single(DT_STRTAB, "DT_STRTAB");
  const size = tags.single(DT_STRSZ, "DT_STRSZ");
  if (address === undefined && size === undefined) {
    return {
      at: (_, field) => {
        throw tags.broken(`${field} without DT_STRTAB`);
      },
    };
  }
  if (address === undefined) {
    throw tags.broken("DT_STRSZ without DT_STRTAB");
  }
  if (size === undefined) {
    throw tags.broken("DT_STRTAB without DT_STRSZ");
  }
  const range = mapAddress(loads, address);
  if (range === undefined) {
    throw tags.broken("DT_STRTAB is in no PT_LOAD");
  }
  if (size > range.length) {
    throw tags.broken("DT_STRSZ goes beyond the PT_LOAD of DT_STRTAB");
  }
  return { at: (offset, field) => readString(source, { offset: range.offset, length: size }, { offset, field }) };
}

// String by string: the table of a large plugin has megabytes, and a handful of its strings matter.
function readString(
  source: ByteSource,
  table: { readonly offset: bigint; readonly length: bigint },
  string: { readonly offset: bigint; readonly field: string },
): string {
  if (string.offset >= table.length) {
    throw new FormatError(`${string.field} is outside DT_STRTAB`, Number(table.offset));
  }
  const offset = table.offset + string.offset;
  const bytes = readRange(
    source,
    { offset, length: min(table.length - string.offset, BigInt(MAX_STRING)) },
    string.field,
  );
  const length = stringLength(bytes);
  if (length === undefined) {
    throw new FormatError(`${string.field} does not end with NUL`, Number(offset));
  }
  return decodeText(bytes.subarray(0, length));
}
