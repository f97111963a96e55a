import { Built, Writer } from "./macho-builder.ts";

/** Small PE files: a .text with code, and an .idata with the import tables and their names. */

export const PE_MACHINE = { i386: 0x14c, arm: 0x1c4, amd64: 0x8664, arm64: 0xaa64, mips: 0x166 };
export const PE_FLAGS = { EXECUTABLE: 0x2, SYSTEM: 0x1000, DLL: 0x2000 };

export type PeSpec = {
  readonly machine?: number;
  /** PE32+; else PE32. */
  readonly wide?: boolean;
  readonly characteristics?: number;
  readonly subsystem?: number;
  readonly imageBase?: number;
  readonly subsystemVersion?: readonly [number, number];
  readonly imports?: readonly string[];
  readonly delayImports?: readonly string[];
  readonly directories?: number;
  /** Has a CLR runtime header. */
  readonly clr?: boolean;
  /** The names of the two sections, and of more: each with bytes, or with none when it begins with "UPX0" or "-". */
  readonly names?: readonly [string, string];
  readonly more?: readonly {
    readonly name: string;
    readonly content?: string;
    readonly flags?: number;
    /** VirtualSize; a page. */
    readonly mapped?: number;
  }[];
};

const LFANEW = 128;
const PAGE = 0x1000;
const SECTOR = 512;
const CODE = 0x60000020;
const DATA = 0xc0000040;

type SectionSpec = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly flags: number;
  readonly size?: number;
};

export function buildPe(spec: PeSpec = {}): Built {
  const { wide = true, names = [".text", ".idata"] } = spec;
  const address = 2 * PAGE;
  const idata = encodeImports(spec, address);
  const sections: SectionSpec[] = [
    { name: names[0], bytes: new Uint8Array(16).fill(0xc3), flags: CODE },
    { name: names[1], bytes: idata.bytes, flags: DATA },
    ...(spec.more ?? []).map(({ name, content = "", flags = DATA, mapped = PAGE }) => ({
      name,
      bytes: Uint8Array.from(content, (character) => character.charCodeAt(0)),
      flags,
      size: mapped,
    })),
  ];
  const at: Record<string, number> = { lfanew: 0x3c, signature: LFANEW, coff: LFANEW + 4, optional: LFANEW + 24 };
  const writer = new Writer(true, wide);
  writer.text("MZ").padTo(0x3c).u32(LFANEW).padTo(LFANEW).text("PE\0\0");
  const directories = spec.directories ?? 16;
  const optionalSize = (wide ? 112 : 96) + directories * 8;
  writer.u16(spec.machine ?? (wide ? PE_MACHINE.amd64 : PE_MACHINE.i386), sections.length).u32(0, 0, 0);
  writer.u16(optionalSize, spec.characteristics ?? PE_FLAGS.EXECUTABLE);
  encodeOptional(writer, spec, at);
  const table: number[] = new Array<number>(32).fill(0);
  if ((spec.imports ?? ["KERNEL32.dll"]).length > 0) table.splice(2, 2, address, 40);
  if (spec.delayImports !== undefined) table.splice(26, 2, address + idata.delayAt, 64);
  if (spec.clr === true) table.splice(28, 2, PAGE, 72);
  at.importDirectory = writer.length + 8;
  at.delayDirectory = writer.length + 104;
  writer.u32(...table.slice(0, directories * 2));
  encodeSections(writer, sections, at);
  at.imports = at.raw1 ?? 0;
  at.delayImports = (at.raw1 ?? 0) + idata.delayAt;
  return new Built(writer.done(), true, at);
}

function encodeOptional(writer: Writer, spec: PeSpec, at: Record<string, number>): void {
  const { wide = true, subsystem = 3, subsystemVersion = [6, 1], directories = 16, imageBase = 0x400000 } = spec;
  const start = writer.length;
  writer.u16(wide ? 0x20b : 0x10b).padTo(start + 16);
  at.entry = writer.length;
  writer
    .u32(PAGE, PAGE)
    .padTo(start + (wide ? 24 : 28))
    .word(imageBase);
  at.sectionAlignment = writer.length;
  writer
    .u32(PAGE, SECTOR)
    .u16(6, 1, 0, 0, ...subsystemVersion)
    .u32(0, 0x8000, 0x400, 0);
  at.subsystem = writer.length;
  writer.u16(subsystem, 0).padTo(start + (wide ? 108 : 92));
  at.directoryCount = writer.length;
  writer.u32(directories);
}

function encodeSections(writer: Writer, sections: readonly SectionSpec[], at: Record<string, number>): void {
  let raw = SECTOR * 2;
  const placed = sections.map((section, index) => {
    const size = Math.ceil(section.bytes.length / SECTOR) * SECTOR;
    at[`section${index}`] = writer.length;
    at[`raw${index}`] = raw;
    writer.text(section.name, 8).u32(section.size ?? section.bytes.length, (index + 1) * PAGE, size, raw);
    writer.padTo(writer.length + 12).u32(section.flags);
    const place = raw;
    raw += size;
    return { place, bytes: section.bytes };
  });
  for (const { place, bytes } of placed) writer.padTo(place).raw(bytes);
  at.end = raw;
  writer.padTo(raw);
}

function encodeImports({ imports = ["KERNEL32.dll"], delayImports }: PeSpec, address: number) {
  const delayAt = (imports.length + 1) * 20;
  const namesAt = delayAt + (delayImports === undefined ? 0 : (delayImports.length + 1) * 32);
  const names = new Writer(true, true);
  const nameAddress = (name: string) => {
    const found = address + namesAt + names.length;
    names.text(`${name}\0`);
    return found;
  };
  const writer = new Writer(true, true);
  for (const name of imports) writer.u32(address, 0, 0, nameAddress(name), address);
  writer.padTo(delayAt);
  for (const name of delayImports ?? []) writer.u32(1, nameAddress(name), address, address, address, 0, 0, 0);
  return { bytes: writer.padTo(namesAt).raw(names.done()).done(), delayAt };
}
