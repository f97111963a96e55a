import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange, requireRange, type Range } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

export type Segment = {
  readonly type: number;
  /** Where in the file its program header is, for messages. */
  readonly headerOffset: number;
  readonly offset: bigint;
  readonly vaddr: bigint;
  readonly filesz: bigint;
  readonly memsz: bigint;
  readonly executable: boolean;
  readonly writable: boolean;
  /** It may be read, written or run. Without any of these it is a hole. */
  readonly accessible: boolean;
  readonly align: bigint;
};

const PT_LOAD = 1;
export const PT_DYNAMIC = 2;
const PT_INTERP = 3;
export const PT_NOTE = 4;
export const PT_TLS = 7;
export const PT_GNU_STACK = 0x6474e551;
export const PT_GNU_RELRO = 0x6474e552;

const PF_X = 1;
const PF_W = 2;
const PF_R = 4;
/** The smallest page of all the machines: a larger one only makes the rule stricter. */
export const SMALLEST_PAGE = 4096n;
const MIN_INTERP = 2n;
/** PATH_MAX of Linux. */
const MAX_INTERP = 4096n;

/** The checked header -> all program headers, in the file's order. gABI ch. 5, "Program Header". */
export function parseSegments(source: ByteSource, header: ElfHeader): readonly Segment[] {
  const { offset, entrySize, count } = header.programHeaders;
  const bytes = readRange(source, { offset, length: BigInt(entrySize * count) }, "program header table");
  return Array.from({ length: count }, (_, index) => {
    const start = index * entrySize;
    const headerOffset = Number(offset) + start;
    const cursor = new Cursor(bytes.subarray(start, start + entrySize), headerOffset, header.encoding);
    return header.encoding.wide ? parseWide(cursor, headerOffset) : parseNarrow(cursor, headerOffset);
  });
}

// The two classes order their fields differently: in 64 bits p_flags moved up.
function parseWide(cursor: Cursor, headerOffset: number): Segment {
  const type = cursor.u32("p_type");
  const flags = cursor.u32("p_flags");
  return {
    ...parseExtent(cursor),
    type,
    headerOffset,
    ...parseFlags(flags),
    align: cursor.word("p_align"),
  };
}

function parseNarrow(cursor: Cursor, headerOffset: number): Segment {
  const type = cursor.u32("p_type");
  const extent = parseExtent(cursor);
  const flags = cursor.u32("p_flags");
  return { ...extent, type, headerOffset, ...parseFlags(flags), align: cursor.word("p_align") };
}

function parseFlags(flags: number): Pick<Segment, "executable" | "writable" | "accessible"> {
  const accessible = (flags & (PF_X | PF_W | PF_R)) !== 0;
  return { executable: (flags & PF_X) !== 0, writable: (flags & PF_W) !== 0, accessible };
}

function parseExtent(cursor: Cursor): Pick<Segment, "offset" | "vaddr" | "filesz" | "memsz"> {
  const offset = cursor.word("p_offset");
  const vaddr = cursor.word("p_vaddr");
  cursor.word("p_paddr");
  return { offset, vaddr, filesz: cursor.word("p_filesz"), memsz: cursor.word("p_memsz") };
}

/** All segments -> what gets loaded, checked: all there, and no two on one address. */
export function checkLoads(source: ByteSource, header: ElfHeader, segments: readonly Segment[]): readonly Segment[] {
  const loads = segments.filter((segment) => segment.type === PT_LOAD);
  if (loads.length === 0) {
    throw new FormatError("no PT_LOAD: there is nothing to load", Number(header.programHeaders.offset));
  }
  const addressSpace = header.encoding.wide ? 2n ** 64n : 2n ** 32n;
  for (const load of loads) {
    checkLoad(source, load, addressSpace);
  }
  const byAddress = loads.filter((load) => load.memsz > 0n).sort((a, b) => (a.vaddr < b.vaddr ? -1 : 1));
  let end = 0n;
  for (const load of byAddress) {
    if (load.vaddr < end) {
      throw new FormatError("PT_LOAD segments overlap", load.headerOffset);
    }
    end = load.vaddr + load.memsz;
  }
  return loads;
}

function checkLoad(source: ByteSource, load: Segment, addressSpace: bigint): void {
  if (load.filesz > load.memsz) {
    throw new FormatError("PT_LOAD has p_filesz above p_memsz", load.headerOffset);
  }
  if (load.vaddr + load.memsz > addressSpace) {
    throw new FormatError("PT_LOAD goes beyond the address space", load.headerOffset);
  }
  // Nothing is mapped from the file for zeros alone, so their p_offset may be anything.
  if (load.filesz === 0n) {
    return;
  }
  requireRange(source, { offset: load.offset, length: load.filesz }, "PT_LOAD");
  // Pages are mapped whole, so other bytes than these would be at p_vaddr.
  if ((load.vaddr - load.offset) % SMALLEST_PAGE !== 0n) {
    throw new FormatError("PT_LOAD has p_offset and p_vaddr at different places of a page", load.headerOffset);
  }
}

/** The bytes that segments take from the file. */
export function rangesOf(segments: readonly Segment[]): readonly Range[] {
  return segments.map(({ offset, filesz }) => ({ offset, length: filesz }));
}

/** Whether the program can start there: the address is in an executable segment, and the file has bytes for it. */
export function isExecutableAddress(loads: readonly Segment[], address: bigint): boolean {
  return findLoad(loads, address)?.executable === true;
}

/** An address -> the file's bytes from there to the end of their segment; undefined when the file has none for it. */
export function mapAddress(loads: readonly Segment[], address: bigint): Range | undefined {
  const load = findLoad(loads, address);
  if (load === undefined) {
    return undefined;
  }
  const skipped = address - load.vaddr;
  return { offset: load.offset + skipped, length: load.filesz - skipped };
}

function findLoad(loads: readonly Segment[], address: bigint): Segment | undefined {
  return loads.find((load) => address >= load.vaddr && address < load.vaddr + load.filesz);
}

/** The only segment of its type, or undefined when there is none. */
export function findSingle(segments: readonly Segment[], type: number, name: string): Segment | undefined {
  const [first, second] = segments.filter((segment) => segment.type === type);
  if (second !== undefined) {
    throw new FormatError(`more than one ${name}`, second.headerOffset);
  }
  return first;
}

/** The path that the kernel opens to start the program, or undefined when it starts the program itself. */
export function parseInterpreter(source: ByteSource, segments: readonly Segment[]): string | undefined {
  const segment = findSingle(segments, PT_INTERP, "PT_INTERP");
  if (segment === undefined) {
    return undefined;
  }
  if (segment.filesz < MIN_INTERP || segment.filesz > MAX_INTERP) {
    throw new FormatError(`PT_INTERP has ${segment.filesz.toString()} bytes, not 2 to 4096`, segment.headerOffset);
  }
  const bytes = readRange(source, { offset: segment.offset, length: segment.filesz }, "PT_INTERP");
  if (bytes.at(-1) !== 0) {
    throw new FormatError("PT_INTERP does not end with NUL", Number(segment.offset));
  }
  const path = decodeText(bytes.subarray(0, bytes.indexOf(0)));
  if (path === "") {
    throw new FormatError("PT_INTERP is an empty path", Number(segment.offset));
  }
  return path;
}
