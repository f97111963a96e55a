import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { makeUnreadable } from "./linkage.ts";
import { Cursor, readRange, requireRange, stringLength, type Encoding, type Range } from "./reader.ts";
import { isAixLibrary } from "./system-libraries.ts";
import type { Linkage } from "../model/artifact.ts";
import { notExecutable } from "../model/artifact.ts";
import { decodeText } from "../text/bytes.ts";

/** The file header and the sections of an XCOFF file, checked: AIX "XCOFF Object File Format". */
export type XcoffHeader = {
  /** GOARCH. */
  readonly machine: string;
  readonly encoding: Encoding;
  readonly isLibrary: boolean;
  readonly sections: readonly XcoffSection[];
  /** The section that AIX's loader reads. */
  readonly loader: Range;
};

type XcoffSection = Range & {
  /** s_flags without the kinds of debug information. */
  readonly type: number;
  /** s_vaddr. */
  readonly address: bigint;
};

const U64_TOCMAGIC = 0x01f7;
const F_EXEC = 0x2;
const F_SHROBJ = 0x2000;
export const STYP_TEXT = 0x20;
export const STYP_DATA = 0x40;
const STYP_BSS = 0x80;
const STYP_TBSS = 0x800;
const STYP_LOADER = 0x1000;
/** The lower half of s_flags; the upper one tells kinds of debug information apart. */
const STYP_MASK = 0xffff;

const FILE_HEADER_SIZE = { wide: 24n, narrow: 20n };
const SECTION_HEADER_SIZE = { wide: 72, narrow: 40 };
const LOADER_HEADER_SIZE = { wide: 56n, narrow: 32n };
/** Where the auxiliary header says which section the loader reads, in both of its forms. */
const O_SNLOADER = 40;
const MAX_IMPORT_FILES = 4096;
const MAX_STRING = 4096;

/** A file that begins with an XCOFF magic -> its header. */
export function parseXcoffHeader(source: ByteSource): XcoffHeader {
  const magic = new Cursor(readRange(source, { offset: 0n, length: 2n }, "f_magic"), 0, bigEndian(false));
  const encoding = bigEndian(magic.u16("f_magic") === U64_TOCMAGIC);
  const size = encoding.wide ? FILE_HEADER_SIZE.wide : FILE_HEADER_SIZE.narrow;
  const cursor = new Cursor(readRange(source, { offset: 0n, length: size }, "XCOFF file header"), 0, encoding);
  cursor.u16("f_magic");
  const sectionCount = cursor.u16("f_nscns");
  cursor.u32("f_timdat");
  cursor.word("f_symptr");
  if (!encoding.wide) {
    cursor.u32("f_nsyms");
  }
  const auxiliarySize = cursor.u16("f_opthdr");
  const flags = cursor.u16("f_flags");
  const isLibrary = (flags & F_SHROBJ) !== 0;
  if (!isLibrary && (flags & F_EXEC) === 0) {
    throw cursor.broken("neither F_EXEC nor F_SHROBJ is set: an object file, not an executable");
  }
  const auxiliary = { offset: size, length: BigInt(auxiliarySize) };
  const sectionsAt = size + auxiliary.length;
  const loaderIndex = parseLoaderIndex(source, auxiliary, encoding);
  const sections = parseSections(source, { offset: sectionsAt, count: sectionCount }, encoding);
  return {
    machine: encoding.wide ? "ppc64" : "ppc",
    encoding,
    isLibrary,
    sections,
    loader: findLoader(sections, loaderIndex, Number(sectionsAt)),
  };
}

function bigEndian(wide: boolean): Encoding {
  return { littleEndian: false, wide };
}

function parseLoaderIndex(source: ByteSource, auxiliary: Range, encoding: Encoding): number {
  const cursor = new Cursor(readRange(source, auxiliary, "auxiliary header"), Number(auxiliary.offset), encoding);
  cursor.seek(O_SNLOADER, "o_snloader");
  return cursor.u16("o_snloader");
}

function parseSections(
  source: ByteSource,
  table: { readonly offset: bigint; readonly count: number },
  encoding: Encoding,
): readonly XcoffSection[] {
  const entrySize = encoding.wide ? SECTION_HEADER_SIZE.wide : SECTION_HEADER_SIZE.narrow;
  const range = { offset: table.offset, length: BigInt(table.count * entrySize) };
  const cursor = new Cursor(readRange(source, range, "section headers"), Number(table.offset), encoding);
  return Array.from({ length: table.count }, (_, index) => {
    const name = decodeText(cursor.bytes(8, "s_name")).replace(/\0+$/, "");
    cursor.word("s_paddr");
    const address = cursor.word("s_vaddr");
    const length = cursor.word("s_size");
    const offset = cursor.word("s_scnptr");
    cursor.word("s_relptr");
    cursor.word("s_lnnoptr");
    cursor.bytes(encoding.wide ? 8 : 4, "s_nreloc and s_nlnno");
    const type = cursor.u32("s_flags") & STYP_MASK;
    cursor.seek((index + 1) * entrySize, "section header");
    // Zeros to be made at start have no bytes.
    if (type !== STYP_BSS && type !== STYP_TBSS) {
      requireRange(source, { offset, length }, `section ${name}`);
    }
    return { type, address, offset, length };
  });
}

// AIX goes by the auxiliary header, and tools by the section's type: a file on which they differ is not believed.
function findLoader(sections: readonly XcoffSection[], index: number, offset: number): Range {
  const loaders = sections.filter((section) => section.type === STYP_LOADER);
  const [loader] = loaders;
  if (loader === undefined) {
    throw new FormatError("no section is STYP_LOADER: nothing says which libraries it needs", offset);
  }
  if (loaders.length > 1) {
    throw new FormatError("more than one section is STYP_LOADER", offset);
  }
  if (sections[index - 1] !== loader) {
    throw new FormatError(`o_snloader is ${index}, which is not the STYP_LOADER section`, offset);
  }
  return loader;
}

type ImportFile = { readonly folder: string; readonly file: string; readonly member: string };

/** A checked header and its file -> what it needs. AIX promises its libraries and no system calls: static is not to be had. */
export function judgeXcoff(source: ByteSource, header: XcoffHeader): Linkage {
  const [search, ...files] = parseImportFiles(source, header);
  const linkage = {
    ...notExecutable,
    needed: files.map(formatImportFile),
    runpath: search === undefined || search.folder === "" ? [] : search.folder.split(":"),
  };
  if (header.isLibrary) {
    return { ...linkage, kind: "library" };
  }
  if (files.length === 0) {
    return makeUnreadable("no import file IDs: AIX starts no program that does not ask for libc.a");
  }
  const isSystem = files.every(({ folder, file }) => isAixLibrary(folder, file));
  return { ...linkage, kind: isSystem ? "system" : "dynamic" };
}

// The first ID has no file: its folder is the list of folders in which the others are looked for.
function parseImportFiles(source: ByteSource, { encoding, loader }: XcoffHeader): readonly ImportFile[] {
  const size = encoding.wide ? LOADER_HEADER_SIZE.wide : LOADER_HEADER_SIZE.narrow;
  const part = { offset: loader.offset, length: size };
  if (size > loader.length) {
    throw new FormatError("s_size of the loader section is less than its header", Number(loader.offset));
  }
  const cursor = new Cursor(readRange(source, part, "loader header"), Number(loader.offset), encoding);
  cursor.bytes(12, "l_version to l_nreloc");
  const length = BigInt(cursor.u32("l_istlen"));
  const count = cursor.u32("l_nimpid");
  if (count === 0 || count > MAX_IMPORT_FILES) {
    throw cursor.broken(`l_nimpid is ${count}, not 1 to ${MAX_IMPORT_FILES}`);
  }
  if (encoding.wide) {
    cursor.u32("l_stlen");
  }
  const offset = cursor.word("l_impoff");
  if (offset < size || offset + length > loader.length) {
    throw cursor.broken("l_impoff and l_istlen go beyond the loader section");
  }
  const strings = { offset: loader.offset + offset, length };
  return readImportFiles(readRange(source, strings, "import file IDs"), count, Number(strings.offset));
}

function readImportFiles(bytes: Uint8Array, count: number, offset: number): readonly ImportFile[] {
  let position = 0;
  const next = () => {
    const rest = bytes.subarray(position, position + MAX_STRING);
    const length = stringLength(rest);
    if (length === undefined) {
      throw new FormatError("import file ID does not end with NUL, or not within 4096 bytes", offset + position);
    }
    position += length + 1;
    return decodeText(rest.subarray(0, length));
  };
  const files = Array.from({ length: count }, () => ({ folder: next(), file: next(), member: next() }));
  // More IDs than were counted: somebody made the count smaller.
  if (bytes.subarray(position).some((byte) => byte !== 0)) {
    throw new FormatError(`l_nimpid is ${count}, but l_istlen holds more`, offset + position);
  }
  return files;
}

/** As AIX's own dump(1) writes it: "/usr/lib/libc.a(shr_64.o)". */
function formatImportFile({ folder, file, member }: ImportFile): string {
  const path = folder === "" ? file : `${folder}/${file}`;
  return member === "" ? path : `${path}(${member})`;
}
