import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { mapAddress, type Segment } from "./elf-segments.ts";
import { FormatError } from "./format-error.ts";
import type { BuildInfoPlaces } from "./go-buildinfo.ts";
import { Cursor, decodeText, readRange, type Range } from "./reader.ts";

const SECTION_NAME = ".go.buildinfo";
const SHDR_SIZE = { wide: 64, narrow: 40 };
const SHT_STRTAB = 3;
/** The section has an address and no bytes: a file with the debugging information of another one. */
const SHT_NOBITS = 8;
const P_FLAGS_OFFSET = { wide: 4n, narrow: 24n };
const PF_W = 2;

/**
 * The checked header and what is loaded -> where Go's build info can be. Go 1.27 looks in the section alone
 * (golang/go#73060), Go 1.26 in the first writable segment when there is no section; here all of them are looked at,
 * because strip and packers take the sections away, and damage to them must not hide anything.
 */
export function buildInfoPlacesOfElf(
  source: ByteSource,
  { header, loads }: { readonly header: ElfHeader; readonly loads: readonly Segment[] },
): BuildInfoPlaces {
  // Writable first: Go's linkers put it there, and the constant of a program that searches for it is not.
  const writable = loads.filter((load) => isWritable(source, header, load));
  const others = loads.filter((load) => !writable.includes(load));
  return {
    ranges: [
      ...findSection(source, header),
      ...[...writable, ...others].map((load) => ({ offset: load.offset, length: load.filesz })),
    ],
    mapAddress: (address) => mapAddress(loads, address),
    encoding: header.encoding,
  };
}

function isWritable(source: ByteSource, header: ElfHeader, segment: Segment): boolean {
  const offset = BigInt(segment.headerOffset) + (header.encoding.wide ? P_FLAGS_OFFSET.wide : P_FLAGS_OFFSET.narrow);
  const bytes = readRange(source, { offset, length: 4n }, "p_flags");
  return (new Cursor(bytes, Number(offset), header.encoding).u32("p_flags") & PF_W) !== 0;
}

type Section = Range & { readonly name: number; readonly type: number };

/** The section's bytes; none when the table does not make sense, which is no error: no system reads it. */
function findSection(source: ByteSource, header: ElfHeader): readonly Range[] {
  try {
    const sections = readSections(source, header);
    const names = sections[header.sectionHeaders.namesIndex];
    return names?.type === SHT_STRTAB
      ? sections.filter((section) => section.type !== SHT_NOBITS && hasName(source, names, section)).slice(0, 1)
      : [];
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return [];
    }
    throw thrown;
  }
}

function readSections(source: ByteSource, header: ElfHeader): readonly Section[] {
  const { offset, entrySize, count } = header.sectionHeaders;
  if (offset === 0n || count === 0 || entrySize !== (header.encoding.wide ? SHDR_SIZE.wide : SHDR_SIZE.narrow)) {
    return [];
  }
  const range = { offset, length: BigInt(entrySize * count) };
  const bytes = readRange(source, range, "section header table");
  return Array.from({ length: count }, (_, index) => {
    const start = index * entrySize;
    return parseSection(new Cursor(bytes.subarray(start), Number(offset) + start, header.encoding));
  });
}

function parseSection(cursor: Cursor): Section {
  const name = cursor.u32("sh_name");
  const type = cursor.u32("sh_type");
  cursor.word("sh_flags");
  cursor.word("sh_addr");
  return { name, type, offset: cursor.word("sh_offset"), length: cursor.word("sh_size") };
}

function hasName(source: ByteSource, names: Section, section: Section): boolean {
  const length = BigInt(SECTION_NAME.length + 1);
  if (BigInt(section.name) + length > names.length) {
    return false;
  }
  const range = { offset: names.offset + BigInt(section.name), length };
  return decodeText(readRange(source, range, "section names")) === `${SECTION_NAME}\0`;
}
