import type { ElfHeader } from "./elf-header.ts";
import { mapAddress, PT_GNU_RELRO, PT_TLS, type Segment, SMALLEST_PAGE } from "./elf-segments.ts";
import { startsLikeHost } from "./link-mode.ts";
import type { ElfFacts } from "./elf.ts";

/** Linux maps nothing here for ordinary users, sysctl vm.mmap_min_addr: this is the smallest that protects anything. */
const LOWEST_ADDRESS = 4096n;
/**
 * TASK_SIZE of the smallest address space that a Linux of this class gives a program: Sv39 of riscv64, 32-bit MIPS. Above it, it
 * depends on the processor, on the configuration and on what is there already, such as the stack.
 */
const TASK_SIZE = { wide: 1n << 38n, narrow: 1n << 31n };
/** More is refused where memory is short (mm/util.c, __vm_enough_memory). cmd/link itself stops at 2 GB a section. */
const MAX_SPAN = 1n << 32n;
/** A position-independent program begins at a multiple of it, and for a huge one there is none (maximum_alignment). */
const MAX_ALIGN = 1n << 30n;
/** No variable of a thread needs more than the largest page to be aligned to. */
const MAX_TLS_ALIGN = 1n << 16n;
/** ELF_MIN_ALIGN, one page: older kernels refuse a longer table (load_elf_phdrs). */
const MAX_TABLE_SIZE = 4096;

/**
 * Why a program that needs no loader would not start: the kernel refuses it, or kills it before its first instruction, or its own
 * start-up code fails; undefined when nothing speaks against it. Linux, fs/binfmt_elf.c, load_elf_binary(). The tests measure it
 * with damaged programs.
 */
export function findRefusal(facts: ElfFacts): string | undefined {
  const { header, segments, loads } = facts;
  const { entrySize, count } = header.programHeaders;
  if (entrySize * count > MAX_TABLE_SIZE) {
    return `${count} program headers: together they are longer than a page`;
  }
  return (
    first(loads, findBadLoad) ??
    findBadPlace(header, loads) ??
    findBadEntry(facts) ??
    findLostHeaders(facts) ??
    first(segments, (segment) => findBadStartUp(segment, loads))
  );
}

function first(segments: readonly Segment[], find: (segment: Segment) => string | undefined): string | undefined {
  for (const segment of segments) {
    const found = find(segment);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function findBadLoad(load: Segment): string | undefined {
  // Zeros are written behind the bytes of a page, and where they cannot be, older kernels give up (padzero).
  if (load.memsz > load.filesz && load.filesz > 0n && !load.writable) {
    return "PT_LOAD has p_memsz above p_filesz and is not writable: it cannot be filled with zeros";
  }
  if (load.memsz > 0n && !load.accessible) {
    return "PT_LOAD may be neither read nor written nor run: what is in it is out of reach";
  }
  return load.align > MAX_ALIGN ? "PT_LOAD has a p_align above 1 GiB" : undefined;
}

function findBadPlace(header: ElfHeader, loads: readonly Segment[]): string | undefined {
  const start = loads[0]?.vaddr ?? 0n;
  if (header.type === "EXEC" && start < LOWEST_ADDRESS) {
    return "PT_LOAD at address 0, where only root may map anything";
  }
  let end = start;
  for (const load of loads) {
    // gABI ch. 5: in ascending order. The address of the first one places all the others, and they replace what is there.
    if (load.vaddr < end) {
      return "PT_LOAD segments are not in ascending order";
    }
    if (end > start && pageOf(load.vaddr) <= pageOf(end - 1n)) {
      return "PT_LOAD segments share a page: the later one replaces the end of the earlier one";
    }
    end = load.vaddr + load.memsz;
  }
  if (end > (header.encoding.wide ? TASK_SIZE.wide : TASK_SIZE.narrow)) {
    return "PT_LOAD beyond the addresses that every Linux has for programs";
  }
  return end - start > MAX_SPAN ? "PT_LOAD segments span more than 4 GiB" : undefined;
}

/** Bytes that instructions are a multiple of, where that is more than one. */
const instructionSizes: Readonly<Partial<Record<string, bigint>>> = {
  arm64: 4n,
  loong64: 4n,
  mips: 4n,
  mipsle: 4n,
  mips64: 4n,
  mips64le: 4n,
  ppc: 4n,
  ppc64: 4n,
  ppc64le: 4n,
  riscv: 2n,
  riscv64: 2n,
  s390x: 2n,
};
/** No machine has an instruction of zeros that start code begins with; on x86 it writes to where a register happens to point. */
const ZEROS = 4;

function findBadEntry({ header, loads, entryCode }: ElfFacts): string | undefined {
  const { offset, entrySize, count } = header.programHeaders;
  const place = mapAddress(loads, header.entry)?.offset ?? 0n;
  const headerSize = header.encoding.wide ? 64n : 52n;
  if (place < headerSize || (place >= offset && place < offset + BigInt(entrySize * count))) {
    return "e_entry is in the headers of the file, where no start code can be";
  }
  if (header.entry % (instructionSizes[header.machine] ?? 1n) !== 0n) {
    return "e_entry is in the middle of an instruction";
  }
  const isEmpty = entryCode.length >= ZEROS && entryCode.subarray(0, ZEROS).every((byte) => byte === 0);
  return isEmpty ? "e_entry is at zeros, which are not start code" : undefined;
}

// C libraries read the program headers at the address that the kernel hands them (AT_PHDR) before they do anything else: for
// thread-local storage, and glibc for its own relocation. Who has none of their marks may do without.
function findLostHeaders({ header, segments, loads, notes, dynamic, entryCode }: ElfFacts): string | undefined {
  const { offset, entrySize, count } = header.programHeaders;
  const end = offset + BigInt(entrySize * count);
  if (loads.some((load) => load.offset <= offset && end <= load.offset + load.filesz)) return undefined;
  const needsThem =
    notes.gnuAbiTag ||
    dynamic?.hasRelocations === true ||
    segments.some(({ type }) => type === PT_TLS) ||
    (header.machine === "amd64" && startsLikeHost(entryCode));
  return needsThem ? "the program headers are in no PT_LOAD, and its start code reads them" : undefined;
}

// What C libraries trust when they set up a static program: csu/libc-tls.c of glibc and its _dl_protect_relro, which ends the program
// when it fails; env/__init_tls.c of musl.
function findBadStartUp(segment: Segment, loads: readonly Segment[]): string | undefined {
  if (segment.type === PT_TLS && !isGoodTls(segment, loads)) {
    return "PT_TLS does not fit what is loaded";
  }
  if (segment.type === PT_GNU_RELRO && !isGoodRelro(segment, loads)) {
    return "PT_GNU_RELRO is not in a writable PT_LOAD";
  }
  return undefined;
}

function isGoodTls({ vaddr, filesz, memsz, align }: Segment, loads: readonly Segment[]): boolean {
  const isLoaded =
    filesz === 0n || loads.some((load) => vaddr >= load.vaddr && vaddr + filesz <= load.vaddr + load.filesz);
  return isLoaded && filesz <= memsz && memsz <= MAX_SPAN && align <= MAX_TLS_ALIGN && (align & (align - 1n)) === 0n;
}

// Its end may be that of a page.
function isGoodRelro({ vaddr, memsz }: Segment, loads: readonly Segment[]): boolean {
  const load = loads.find((each) => each.writable && vaddr >= each.vaddr && vaddr < each.vaddr + each.memsz);
  return memsz === 0n || (load !== undefined && pageOf(vaddr + memsz - 1n) <= pageOf(load.vaddr + load.memsz - 1n));
}

function pageOf(address: bigint): bigint {
  return address / SMALLEST_PAGE;
}
