import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange, requireRange, type Encoding } from "./reader.ts";

/** mach-o/loader.h, `mach_header` and `mach_header_64`, checked. */
export type MachHeader = {
  readonly encoding: Encoding;
  /** GOARCH. */
  readonly machine: string;
  readonly cpuType: number;
  readonly fileType: "EXECUTE" | "DYLIB" | "BUNDLE";
  readonly commands: { readonly offset: bigint; readonly length: bigint; readonly count: number };
};

/** mach-o/fat.h, one `fat_arch` or `fat_arch_64`: a Mach-O file inside the file, for one machine. */
export type Slice = {
  /** What Apple's tools would call it: the GOARCH, or more closely, "arm64e". */
  readonly name: string;
  /** GOARCH; null when Go does not build for it. */
  readonly machine: string | null;
  readonly cpuType: number;
  readonly offset: bigint;
  readonly size: bigint;
  /** Where in the file its entry is, for messages. */
  readonly entryOffset: number;
};

const CPU_ARCH_ABI64 = 0x01000000;
const CPU_TYPE_X86 = 7;
const CPU_TYPE_ARM = 12;
const CPU_TYPE_POWERPC = 18;

type Machine = { readonly code: number; readonly wide: boolean; readonly littleEndian: boolean; readonly name: string };

const machines: readonly Machine[] = [
  { code: CPU_TYPE_X86, wide: false, littleEndian: true, name: "386" },
  { code: CPU_TYPE_X86 | CPU_ARCH_ABI64, wide: true, littleEndian: true, name: "amd64" },
  { code: CPU_TYPE_ARM, wide: false, littleEndian: true, name: "arm" },
  { code: CPU_TYPE_ARM | CPU_ARCH_ABI64, wide: true, littleEndian: true, name: "arm64" },
  { code: CPU_TYPE_POWERPC, wide: false, littleEndian: false, name: "ppc" },
  { code: CPU_TYPE_POWERPC | CPU_ARCH_ABI64, wide: true, littleEndian: false, name: "ppc64" },
];

/** The upper byte of a cpusubtype holds capabilities, not the machine. */
const CPU_SUBTYPE_MASK = 0xff000000;
const closerNames: Readonly<Record<string, string>> = { "amd64/8": "x86_64h", "arm64/2": "arm64e" };

const MH_MAGIC = 0xfeedface;
const MH_MAGIC_64 = 0xfeedfacf;
const HEADER_SIZE = { wide: 32n, narrow: 28n };
const FILETYPE_OFFSET = 12;
/** Also what LIEF takes; real files have a few dozen. */
const MAX_COMMANDS = 65535;

const fileTypes: Readonly<Record<number, MachHeader["fileType"]>> = { 2: "EXECUTE", 6: "DYLIB", 8: "BUNDLE" };
const otherFileTypes: Readonly<Record<number, string>> = {
  1: "relocatable object file (MH_OBJECT)",
  3: "fixed VM shared library (MH_FVMLIB)",
  4: "core dump (MH_CORE)",
  5: "firmware or kernel image that no loader starts (MH_PRELOAD)",
  7: "dynamic linker (MH_DYLINKER)",
  9: "stub of a library to link with (MH_DYLIB_STUB)",
  10: "debug symbols (MH_DSYM)",
  11: "kernel extension (MH_KEXT_BUNDLE)",
  12: "set of kernel images (MH_FILESET)",
};

/** A file that begins with a Mach-O magic -> its header. */
export function parseMachHeader(source: ByteSource): MachHeader {
  const encoding = parseEncoding(source);
  const size = encoding.wide ? HEADER_SIZE.wide : HEADER_SIZE.narrow;
  const cursor = new Cursor(readRange(source, { offset: 0n, length: size }, "mach_header"), 0, encoding);
  cursor.u32("magic");
  const cpuType = cursor.u32("cputype");
  const machine = machines.find((each) => each.code === cpuType);
  if (machine === undefined) {
    throw cursor.broken(`cputype is ${cpuType}, which Go does not build for`);
  }
  if (machine.wide !== encoding.wide || machine.littleEndian !== encoding.littleEndian) {
    throw cursor.broken(`the magic does not go with cputype ${cpuType}`);
  }
  cursor.u32("cpusubtype");
  const fileType = checkFileType(cursor.u32("filetype"));
  const count = cursor.u32("ncmds");
  if (count > MAX_COMMANDS) {
    throw cursor.broken(`ncmds is ${count}, above ${MAX_COMMANDS}`);
  }
  const commands = { offset: size, length: BigInt(cursor.u32("sizeofcmds")), count };
  requireRange(source, commands, "load commands");
  return { encoding, machine: machine.name, cpuType, fileType, commands };
}

function parseEncoding(source: ByteSource): Encoding {
  const bytes = readRange(source, { offset: 0n, length: 4n }, "magic");
  for (const littleEndian of [true, false]) {
    const magic = new Cursor(bytes, 0, { littleEndian, wide: false }).u32("magic");
    if (magic === MH_MAGIC || magic === MH_MAGIC_64) {
      return { littleEndian, wide: magic === MH_MAGIC_64 };
    }
  }
  throw new FormatError("not a Mach-O magic", 0);
}

function checkFileType(type: number): MachHeader["fileType"] {
  const known = fileTypes[type];
  if (known === undefined) {
    const what = otherFileTypes[type] ?? `filetype is ${type}`;
    throw new FormatError(`${what}, neither a program nor a library`, FILETYPE_OFFSET);
  }
  return known;
}

const FAT_MAGIC = 0xcafebabe;
const FAT_MAGIC_64 = 0xcafebabf;
const FAT_HEADER_SIZE = 8n;
const FAT_ARCH_SIZE = { wide: 32, narrow: 20 };
const MAX_SLICES = 64;
/** Of 2^15 bytes: what lld, cctools and LLVM agree on. */
const MAX_ALIGN = 15;

/** Whether a file is universal: only then has it slices. */
export function isFat(source: ByteSource): boolean {
  const magic = fatCursor(source, { offset: 0n, length: 4n }, false).u32("magic");
  return magic === FAT_MAGIC || magic === FAT_MAGIC_64;
}

/** A universal file -> its slices, each with room of its own inside the file. */
export function parseFatHeader(source: ByteSource): readonly Slice[] {
  const header = fatCursor(source, { offset: 0n, length: FAT_HEADER_SIZE }, false);
  const wide = header.u32("magic") === FAT_MAGIC_64;
  const count = header.u32("nfat_arch");
  if (count === 0) {
    throw header.broken("nfat_arch is 0: there is nothing to start");
  }
  if (count > MAX_SLICES) {
    throw header.broken(`nfat_arch is ${count}, above ${MAX_SLICES}`);
  }
  const length = BigInt(count * (wide ? FAT_ARCH_SIZE.wide : FAT_ARCH_SIZE.narrow));
  const cursor = fatCursor(source, { offset: FAT_HEADER_SIZE, length }, wide);
  const slices = Array.from({ length: count }, () => parseSlice(cursor, wide));
  for (const slice of slices) {
    if (slice.offset < FAT_HEADER_SIZE + length) {
      throw new FormatError(`${slice.name} slice begins inside the fat header`, slice.entryOffset);
    }
    requireRange(source, { offset: slice.offset, length: slice.size }, `${slice.name} slice`);
  }
  refuseConflicts(slices);
  return slices;
}

// Always big-endian, whatever the slices are.
function fatCursor(source: ByteSource, range: { offset: bigint; length: bigint }, wide: boolean): Cursor {
  return new Cursor(readRange(source, range, "fat header"), Number(range.offset), { littleEndian: false, wide });
}

function parseSlice(cursor: Cursor, wide: boolean): Slice {
  const entryOffset = Number(FAT_HEADER_SIZE) + cursor.position;
  const cpuType = cursor.u32("cputype");
  const subType = cursor.u32("cpusubtype") & ~CPU_SUBTYPE_MASK;
  const offset = cursor.word("offset");
  const size = cursor.word("size");
  const align = cursor.u32("align");
  if (align > MAX_ALIGN) {
    throw cursor.broken(`align is ${align}, above ${MAX_ALIGN}`);
  }
  if (offset % (1n << BigInt(align)) !== 0n) {
    throw cursor.broken(`a slice is not at a multiple of its align, 2^${align}`);
  }
  if (wide) {
    cursor.u32("reserved");
  }
  const machine = machines.find((each) => each.code === cpuType)?.name ?? null;
  const name = closerNames[`${machine ?? ""}/${subType}`] ?? machine ?? `cputype ${cpuType}`;
  return { name, machine, cpuType, offset, size, entryOffset };
}

// The kernel takes the slice that fits the machine best: with two to choose from, only it knows which.
function refuseConflicts(slices: readonly Slice[]): void {
  const names = new Set<string>();
  for (const slice of slices) {
    if (names.has(slice.name)) {
      throw new FormatError(`more than one ${slice.name} slice`, slice.entryOffset);
    }
    names.add(slice.name);
  }
  const inOrder = slices.toSorted((a, b) => Number(a.offset - b.offset));
  inOrder.forEach((slice, index) => {
    const next = inOrder[index + 1];
    if (next !== undefined && slice.offset + slice.size > next.offset) {
      throw new FormatError(`${slice.name} slice overlaps ${next.name} slice`, next.entryOffset);
    }
  });
}
