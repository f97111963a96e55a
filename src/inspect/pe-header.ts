import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, min, readRange, requireRange, type Encoding } from "./reader.ts";

/** The headers of a PE image, checked: "PE Format", COFF file header, optional header, section table. */
export type PeHeader = {
  /** GOARCH. */
  readonly machine: string;
  /** Of the image's own data; the headers are alike in both. */
  readonly encoding: Encoding;
  readonly isLibrary: boolean;
  /** AddressOfEntryPoint: an RVA, an address counted from where the image is loaded. */
  readonly entry: number;
  /** The address that RVAs are counted from. */
  readonly imageBase: bigint;
  readonly subsystem: number;
  /** MajorSubsystemVersion and its minor one: the loader of an older Windows refuses. */
  readonly minOs: string;
  readonly directories: readonly Directory[];
  readonly sections: readonly Section[];
};

type Directory = { readonly address: number; readonly size: number };

export type Section = {
  readonly name: string;
  readonly address: number;
  /** How much of the address space it takes, in whole pages. */
  readonly mappedSize: number;
  /** The part of it that comes from the file; zeros follow. */
  readonly offset: number;
  readonly fileSize: number;
  readonly executable: boolean;
  /** Data of the program that it may change: what Go's linker calls .data. */
  readonly isWritableData: boolean;
  /** Not needed once the program runs: relocations, symbols, debug information. */
  readonly isDiscardable: boolean;
  /** Where in the file its header is, for messages. */
  readonly headerOffset: number;
};

const littleEndian: Encoding = { littleEndian: true, wide: false };
const E_LFANEW = 0x3c;
const SIGNATURE_SIZE = 4;
const COFF_HEADER_SIZE = 20;
const SECTION_HEADER_SIZE = 40;

const IMAGE_FILE_EXECUTABLE_IMAGE = 0x2;
const IMAGE_FILE_SYSTEM = 0x1000;
const IMAGE_FILE_DLL = 0x2000;
const IMAGE_SCN_MEM_DISCARDABLE = 0x02000000;
/** IMAGE_SCN_CNT_INITIALIZED_DATA, IMAGE_SCN_MEM_READ, IMAGE_SCN_MEM_WRITE. */
const WRITABLE_DATA = 0xc0000040;
/** Bits of an alignment, which linkers leave there from object files. */
const IMAGE_SCN_ALIGN_MASK = 0x00f00000;
const IMAGE_SCN_MEM_EXECUTE = 0x20000000;

const PE32 = 0x10b;
const PE32_PLUS = 0x20b;
const MAX_DIRECTORIES = 16;
const DIRECTORY_SIZE = 8;
/** The loader takes no more. */
const MAX_SECTIONS = 96;
const PAGE = 0x1000;
/** The loader rounds PointerToRawData down to it, whatever FileAlignment says. */
const SECTOR = 512;

type Machine = { readonly code: number; readonly name: string; readonly magic: number };

const machines: readonly Machine[] = [
  { code: 0x14c, name: "386", magic: PE32 },
  { code: 0x1c4, name: "arm", magic: PE32 },
  { code: 0x8664, name: "amd64", magic: PE32_PLUS },
  { code: 0xaa64, name: "arm64", magic: PE32_PLUS },
];

/** A file that begins with "MZ" and has a PE signature -> its headers. */
export function parsePeHeader(source: ByteSource): PeHeader {
  const start = new Cursor(
    readRange(source, { offset: BigInt(E_LFANEW), length: 4n }, "e_lfanew"),
    E_LFANEW,
    littleEndian,
  );
  const coffOffset = start.u32("e_lfanew") + SIGNATURE_SIZE;
  const coff = cursorAt(source, coffOffset, { length: COFF_HEADER_SIZE, field: "COFF file header" });
  const code = coff.u16("Machine");
  const machine = machines.find((each) => each.code === code);
  if (machine === undefined) {
    throw coff.broken(`Machine is 0x${code.toString(16)}, which Go does not build for`);
  }
  const sectionCount = coff.u16("NumberOfSections");
  if (sectionCount === 0 || sectionCount > MAX_SECTIONS) {
    throw coff.broken(`NumberOfSections is ${sectionCount}, not 1 to ${MAX_SECTIONS}`);
  }
  coff.bytes(12, "symbol table");
  const optionalSize = coff.u16("SizeOfOptionalHeader");
  const characteristics = coff.u16("Characteristics");
  if ((characteristics & IMAGE_FILE_EXECUTABLE_IMAGE) === 0) {
    throw coff.broken("IMAGE_FILE_EXECUTABLE_IMAGE is not set: an object file, or a failed link");
  }
  if ((characteristics & IMAGE_FILE_SYSTEM) !== 0) {
    throw coff.broken("IMAGE_FILE_SYSTEM is set: a driver, not a program");
  }
  const optionalOffset = coffOffset + COFF_HEADER_SIZE;
  const optional = parseOptionalHeader(
    cursorAt(source, optionalOffset, { length: optionalSize, field: "optional header" }),
    machine,
  );
  return {
    machine: machine.name,
    isLibrary: (characteristics & IMAGE_FILE_DLL) !== 0,
    ...optional,
    sections: parseSections(source, optionalOffset + optionalSize, sectionCount),
  };
}

function cursorAt(source: ByteSource, offset: number, { length, field }: { length: number; field: string }): Cursor {
  const range = { offset: BigInt(offset), length: BigInt(length) };
  return new Cursor(readRange(source, range, field), offset, littleEndian);
}

type OptionalHeader = Pick<PeHeader, "encoding" | "entry" | "imageBase" | "subsystem" | "minOs" | "directories">;

function parseOptionalHeader(cursor: Cursor, machine: Machine): OptionalHeader {
  const magic = cursor.u16("Magic");
  if (magic !== machine.magic) {
    throw cursor.broken(`Magic is 0x${magic.toString(16)}, which does not go with machine ${machine.name}`);
  }
  const wide = magic === PE32_PLUS;
  cursor.bytes(14, "sizes");
  const entry = cursor.u32("AddressOfEntryPoint");
  cursor.bytes(wide ? 4 : 8, "BaseOfCode and BaseOfData");
  const imageBase = wide ? cursor.u64("ImageBase") : BigInt(cursor.u32("ImageBase"));
  const alignment = cursor.u32("SectionAlignment");
  if (alignment < PAGE) {
    throw cursor.broken(`SectionAlignment is ${alignment}, less than a page: sections do not say where bytes go`);
  }
  cursor.u32("FileAlignment");
  cursor.bytes(8, "versions");
  const minOs = `${cursor.u16("MajorSubsystemVersion")}.${cursor.u16("MinorSubsystemVersion")}`;
  cursor.bytes(16, "Win32VersionValue to CheckSum");
  const subsystem = cursor.u16("Subsystem");
  cursor.u16("DllCharacteristics");
  cursor.bytes(wide ? 32 : 16, "stack and heap sizes");
  cursor.u32("LoaderFlags");
  const count = cursor.u32("NumberOfRvaAndSizes");
  if (count > MAX_DIRECTORIES) {
    throw cursor.broken(`NumberOfRvaAndSizes is ${count}, above ${MAX_DIRECTORIES}`);
  }
  if (count * DIRECTORY_SIZE > cursor.remaining) {
    throw cursor.broken(`NumberOfRvaAndSizes is ${count}, more than SizeOfOptionalHeader has room for`);
  }
  const directories = Array.from({ length: count }, () => ({
    address: cursor.u32("VirtualAddress"),
    size: cursor.u32("Size"),
  }));
  return { encoding: { littleEndian: true, wide }, entry, imageBase, subsystem, minOs, directories };
}

function parseSections(source: ByteSource, offset: number, count: number): readonly Section[] {
  const cursor = cursorAt(source, offset, { length: count * SECTION_HEADER_SIZE, field: "section table" });
  const sections: Section[] = [];
  for (let index = 0; index < count; index += 1) {
    const section = parseSection(cursor, offset + index * SECTION_HEADER_SIZE);
    const previous = sections.at(-1);
    if (previous !== undefined && section.address < previous.address + previous.mappedSize) {
      throw new FormatError("sections overlap, or are not in the order of their addresses", section.headerOffset);
    }
    const range = { offset: BigInt(section.offset), length: BigInt(section.fileSize) };
    requireRange(source, range, `section ${section.name}`);
    sections.push(section);
  }
  return sections;
}

function parseSection(cursor: Cursor, headerOffset: number): Section {
  const name = String.fromCharCode(...cursor.bytes(8, "section name")).replace(/\0.*$/s, "");
  const virtualSize = cursor.u32("VirtualSize");
  const address = cursor.u32("VirtualAddress");
  const rawSize = cursor.u32("SizeOfRawData");
  const offset = cursor.u32("PointerToRawData");
  if (rawSize > 0 && offset % SECTOR !== 0) {
    throw cursor.broken(`PointerToRawData is ${offset}, not a multiple of ${SECTOR}: other bytes would be loaded`);
  }
  cursor.bytes(12, "relocations and line numbers");
  const flags = cursor.u32("Characteristics");
  // Some old linkers write no VirtualSize: then that of the file counts.
  const mappedSize = Math.ceil((virtualSize === 0 ? rawSize : virtualSize) / PAGE) * PAGE;
  return {
    name,
    address,
    mappedSize,
    offset,
    // All of it has to be in the file, also what is more than gets mapped.
    fileSize: rawSize,
    executable: (flags & IMAGE_SCN_MEM_EXECUTE) !== 0,
    isWritableData: (flags & ~IMAGE_SCN_ALIGN_MASK) >>> 0 === WRITABLE_DATA,
    isDiscardable: (flags & IMAGE_SCN_MEM_DISCARDABLE) !== 0,
    headerOffset,
  };
}

/** The section that an RVA is in, or undefined. */
export function findSection(header: PeHeader, address: number): Section | undefined {
  return header.sections.find((each) => address >= each.address && address < each.address + each.mappedSize);
}

/** The memory from an RVA on, at most `length` bytes and never past its section: the file's bytes, then zeros. */
export function readMemory(
  source: ByteSource,
  header: PeHeader,
  { address, length, field }: { address: number; length: number; field: string },
): Cursor {
  const section = findSection(header, address);
  if (section === undefined) {
    throw new FormatError(`${field} is in no section`, header.sections[0]?.headerOffset ?? 0);
  }
  const skipped = address - section.address;
  const mapped = Math.min(length, section.mappedSize - skipped);
  const inFile = Math.max(0, Math.min(mapped, section.fileSize - skipped));
  const offset = section.offset + skipped;
  const memory = new Uint8Array(mapped);
  memory.set(readRange(source, { offset: min(BigInt(offset), BigInt(source.size)), length: BigInt(inFile) }, field));
  return new Cursor(memory, offset, littleEndian);
}
