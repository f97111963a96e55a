import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange, requireRange, type Encoding } from "./reader.ts";

export type ElfHeader = {
  readonly encoding: Encoding;
  /** GOARCH. */
  readonly machine: string;
  readonly type: "EXEC" | "DYN";
  readonly entry: bigint;
  readonly programHeaders: Table;
  /** As claimed: no verdict depends on sections, so nothing here is checked. */
  readonly sectionHeaders: Table & { readonly namesIndex: number };
};

type Table = { readonly offset: bigint; readonly entrySize: number; readonly count: number };

const EI_NIDENT = 16;
const EI_CLASS = 4;
const EI_DATA = 5;
const ELFCLASS32 = 1;
const ELFCLASS64 = 2;
const ELFDATA2LSB = 1;
const ELFDATA2MSB = 2;

const EHDR_SIZE = { wide: 64n, narrow: 52n };
const PHDR_SIZE = { wide: 56, narrow: 32 };
const E_TYPE_OFFSET = EI_NIDENT;
const E_MACHINE_OFFSET = EI_NIDENT + 2;

const ET_REL = 1;
const ET_EXEC = 2;
const ET_DYN = 3;
const ET_CORE = 4;

/** Stands for "the count is in section header 0". Linux does not follow it for programs. */
const PN_XNUM = 0xffff;
/** binfmt_elf refuses a longer table. */
const MAX_PROGRAM_HEADERS_SIZE = 65536;

const EM_386 = 3;
const EM_MIPS = 8;
const EM_PPC = 20;
const EM_PPC64 = 21;
const EM_S390 = 22;
const EM_ARM = 40;
const EM_X86_64 = 62;
const EM_AARCH64 = 183;
const EM_RISCV = 243;
const EM_LOONGARCH = 258;

type Machine = { readonly code: number; readonly wide: boolean; readonly littleEndian: boolean; readonly name: string };

/** What Go builds for: a machine, and the class and byte order that go with it. */
const machines: readonly Machine[] = [
  { code: EM_386, wide: false, littleEndian: true, name: "386" },
  { code: EM_X86_64, wide: true, littleEndian: true, name: "amd64" },
  // x32: the registers of amd64 and addresses of 32 bits. Go keeps the name for it (go/build/syslist.go).
  { code: EM_X86_64, wide: false, littleEndian: true, name: "amd64p32" },
  { code: EM_ARM, wide: false, littleEndian: true, name: "arm" },
  { code: EM_AARCH64, wide: true, littleEndian: true, name: "arm64" },
  { code: EM_LOONGARCH, wide: true, littleEndian: true, name: "loong64" },
  { code: EM_MIPS, wide: false, littleEndian: false, name: "mips" },
  { code: EM_MIPS, wide: false, littleEndian: true, name: "mipsle" },
  { code: EM_MIPS, wide: true, littleEndian: false, name: "mips64" },
  { code: EM_MIPS, wide: true, littleEndian: true, name: "mips64le" },
  { code: EM_PPC, wide: false, littleEndian: false, name: "ppc" },
  { code: EM_PPC64, wide: true, littleEndian: false, name: "ppc64" },
  { code: EM_PPC64, wide: true, littleEndian: true, name: "ppc64le" },
  { code: EM_RISCV, wide: false, littleEndian: true, name: "riscv" },
  { code: EM_RISCV, wide: true, littleEndian: true, name: "riscv64" },
  { code: EM_S390, wide: true, littleEndian: false, name: "s390x" },
];

/** A file that begins with the ELF magic -> its header, checked. gABI ch. 4, "ELF Header". */
export function parseElfHeader(source: ByteSource): ElfHeader {
  const encoding = parseEncoding(source);
  const size = encoding.wide ? EHDR_SIZE.wide : EHDR_SIZE.narrow;
  const cursor = new Cursor(readRange(source, { offset: 0n, length: size }, "ELF header"), 0, encoding);
  cursor.seek(EI_NIDENT, "e_ident");
  const type = cursor.u16("e_type");
  const code = cursor.u16("e_machine");
  cursor.u32("e_version");
  const entry = cursor.word("e_entry");
  const phoff = cursor.word("e_phoff");
  const shoff = cursor.word("e_shoff");
  cursor.u32("e_flags");
  cursor.u16("e_ehsize");
  const machine = findMachine(code, encoding);
  const checkedType = checkType(type);
  const phentsize = checkEntrySize(cursor, encoding);
  const phnum = checkCount(cursor, phentsize);
  const programHeaders = { offset: phoff, entrySize: phentsize, count: phnum };
  requireRange(source, { offset: phoff, length: BigInt(phentsize * phnum) }, "program header table");
  const sectionHeaders = {
    offset: shoff,
    entrySize: cursor.u16("e_shentsize"),
    count: cursor.u16("e_shnum"),
    namesIndex: cursor.u16("e_shstrndx"),
  };
  return { encoding, machine: machine.name, type: checkedType, entry, programHeaders, sectionHeaders };
}

// Linux runs programs whose class and byte order bytes are wrong: it goes by e_machine alone. Read by those bytes they
// are some other file, so they must agree with e_machine before anything else is believed.
function parseEncoding(source: ByteSource): Encoding {
  const ident = new Cursor(readRange(source, { offset: 0n, length: BigInt(EI_NIDENT) }, "e_ident"), 0, {
    littleEndian: true,
    wide: false,
  });
  ident.seek(EI_CLASS, "EI_CLASS");
  const elfClass = ident.u8("EI_CLASS");
  if (elfClass !== ELFCLASS32 && elfClass !== ELFCLASS64) {
    throw ident.broken(`EI_CLASS is ${elfClass}, neither 1 nor 2`);
  }
  const data = ident.u8("EI_DATA");
  if (data !== ELFDATA2LSB && data !== ELFDATA2MSB) {
    throw ident.broken(`EI_DATA is ${data}, neither 1 nor 2`);
  }
  return { littleEndian: data === ELFDATA2LSB, wide: elfClass === ELFCLASS64 };
}

function findMachine(code: number, encoding: Encoding): Machine {
  const known = machines.filter((machine) => machine.code === code);
  if (known.length === 0) {
    throw new FormatError(`e_machine is ${code}, which Go does not build for`, E_MACHINE_OFFSET);
  }
  const sameClass = known.filter((machine) => machine.wide === encoding.wide);
  if (sameClass.length === 0) {
    throw new FormatError(`EI_CLASS does not go with e_machine ${code}`, EI_CLASS);
  }
  const machine = sameClass.find((each) => each.littleEndian === encoding.littleEndian);
  if (machine === undefined) {
    throw new FormatError(`EI_DATA does not go with e_machine ${code}`, EI_DATA);
  }
  return machine;
}

function checkType(type: number): ElfHeader["type"] {
  switch (type) {
    case ET_EXEC:
      return "EXEC";
    case ET_DYN:
      return "DYN";
    case ET_REL:
      throw new FormatError("relocatable object file (ET_REL), not an executable", E_TYPE_OFFSET);
    case ET_CORE:
      throw new FormatError("core dump (ET_CORE), not an executable", E_TYPE_OFFSET);
    default:
      throw new FormatError(`e_type is ${type}, neither a program nor a library`, E_TYPE_OFFSET);
  }
}

function checkEntrySize(cursor: Cursor, encoding: Encoding): number {
  const expected = encoding.wide ? PHDR_SIZE.wide : PHDR_SIZE.narrow;
  const phentsize = cursor.u16("e_phentsize");
  if (phentsize !== expected) {
    throw cursor.broken(`e_phentsize is ${phentsize}, not ${expected}`);
  }
  return phentsize;
}

function checkCount(cursor: Cursor, phentsize: number): number {
  const phnum = cursor.u16("e_phnum");
  if (phnum === 0) {
    throw cursor.broken("e_phnum is 0: there is nothing to load");
  }
  if (phnum === PN_XNUM) {
    throw cursor.broken("e_phnum is PN_XNUM, which no kernel follows for a program");
  }
  if (phnum * phentsize > MAX_PROGRAM_HEADERS_SIZE) {
    throw cursor.broken(`e_phnum is ${phnum}: the program headers are longer than 64 KiB`);
  }
  return phnum;
}
