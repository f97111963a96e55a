/**
 * Makes ELF files of a few hundred bytes from a description. One PT_LOAD holds everything that is loaded; the section
 * table, when asked for, is behind it. The methods of `BuiltElf` then tell lies about it, field by field.
 */
export type ElfSpec = {
  /** 64-bit; the default. */
  readonly wide?: boolean;
  readonly littleEndian?: boolean;
  /** e_machine; x86-64 by default. */
  readonly machine?: number;
  readonly type?: "REL" | "EXEC" | "DYN" | "CORE" | number;
  /** Defaults to the address of `code`. */
  readonly entry?: bigint;
  readonly code?: readonly number[];
  /** The path, without its NUL. */
  readonly interpreter?: string;
  readonly dynamic?: DynamicSpec;
  readonly notes?: readonly NoteSpec[];
  /** Constants of the program; Latin-1. */
  readonly content?: string;
  /** Names; a table is written when there are any. */
  readonly sections?: readonly string[];
  /** Program headers behind the others. */
  readonly segments?: readonly SegmentSpec[];
  /** Of the PT_LOAD: writable and readable only, say. PF_R | PF_X by default. */
  readonly loadFlags?: number;
};

export type DynamicSpec = {
  readonly needed?: readonly string[];
  readonly soname?: string;
  readonly rpath?: string;
  readonly runpath?: string;
  readonly flags1?: bigint;
  readonly debug?: boolean;
  /** The versions that it defines. */
  readonly definitions?: readonly string[];
  /** Symbols that it defines, or that another file has to define; with them comes a DT_HASH. */
  readonly symbols?: readonly { readonly name: string; readonly isDefined: boolean; readonly weak?: boolean }[];
  readonly versions?: readonly { readonly library: string; readonly names: readonly VersionSpec[] }[];
  /** Leave out DT_STRTAB or DT_STRSZ. */
  readonly without?: readonly bigint[];
  readonly extra?: readonly (readonly [bigint, bigint])[];
};

export type VersionSpec = string | { readonly name: string; readonly flags: number };
export type NoteSpec = { readonly name: string; readonly type: number; readonly desc: readonly number[] };
export type SegmentSpec = {
  readonly type: number;
  readonly flags?: number;
  readonly offset?: bigint;
  readonly vaddr?: bigint;
  readonly filesz?: bigint;
  readonly memsz?: bigint;
};

export const PT = {
  LOAD: 1,
  DYNAMIC: 2,
  INTERP: 3,
  NOTE: 4,
  TLS: 7,
  GNU_STACK: 0x6474e551,
  GNU_RELRO: 0x6474e552,
} as const;
export const DT = {
  NEEDED: 1n,
  STRTAB: 5n,
  STRSZ: 10n,
  SYMTAB: 6n,
  HASH: 4n,
  VERDEF: 0x6ffffffcn,
  VERDEFNUM: 0x6ffffffdn,
  SONAME: 14n,
  RPATH: 15n,
  DEBUG: 21n,
  TEXTREL: 22n,
  BIND_NOW: 24n,
  RUNPATH: 29n,
  FLAGS: 30n,
  FLAGS_1: 0x6ffffffbn,
  VERNEED: 0x6ffffffen,
  VERNEEDNUM: 0x6fffffffn,
} as const;
export const DF_1_PIE = 0x08000000n;
const PF = { X: 1, W: 2, R: 4 } as const;

const types = { REL: 1, EXEC: 2, DYN: 3, CORE: 4 } as const;

const headerFields = {
  EI_CLASS: { wide: [4, 1], narrow: [4, 1] },
  EI_DATA: { wide: [5, 1], narrow: [5, 1] },
  e_type: { wide: [16, 2], narrow: [16, 2] },
  e_machine: { wide: [18, 2], narrow: [18, 2] },
  e_entry: { wide: [24, 8], narrow: [24, 4] },
  e_phoff: { wide: [32, 8], narrow: [28, 4] },
  e_shoff: { wide: [40, 8], narrow: [32, 4] },
  e_phentsize: { wide: [54, 2], narrow: [42, 2] },
  e_phnum: { wide: [56, 2], narrow: [44, 2] },
  e_shentsize: { wide: [58, 2], narrow: [46, 2] },
  e_shnum: { wide: [60, 2], narrow: [48, 2] },
  e_shstrndx: { wide: [62, 2], narrow: [50, 2] },
} as const;

const segmentFields = {
  p_type: { wide: [0, 4], narrow: [0, 4] },
  p_flags: { wide: [4, 4], narrow: [24, 4] },
  p_offset: { wide: [8, 8], narrow: [4, 4] },
  p_vaddr: { wide: [16, 8], narrow: [8, 4] },
  p_filesz: { wide: [32, 8], narrow: [16, 4] },
  p_memsz: { wide: [40, 8], narrow: [20, 4] },
  p_align: { wide: [48, 8], narrow: [28, 4] },
} as const;

const versionFields = {
  vn_version: [0, 2],
  vn_cnt: [2, 2],
  vn_file: [4, 4],
  vn_aux: [8, 4],
  vn_next: [12, 4],
  vna_flags: [4, 2],
  vna_name: [8, 4],
  vna_next: [12, 4],
} as const;

export type HeaderField = keyof typeof headerFields;
export type SegmentField = keyof typeof segmentFields;
export type VersionField = keyof typeof versionFields;

type Places = {
  readonly wide: boolean;
  readonly littleEndian: boolean;
  readonly phoff: number;
  readonly phentsize: number;
  /** p_type of each program header. */
  readonly segments: readonly number[];
  readonly loadEnd: number;
  readonly interpreter: number;
  readonly dynamic: number;
  readonly tags: readonly bigint[];
  /** Where each Verneed and Vernaux is, in the order of the file. */
  readonly verneeds: readonly number[];
  readonly vernauxes: readonly number[];
  readonly notes: number;
};

export class BuiltElf {
  readonly bytes: Uint8Array;
  readonly at: Places;

  constructor(bytes: Uint8Array, at: Places) {
    this.bytes = bytes;
    this.at = at;
  }

  /** With another value in a field of the ELF header. */
  header(field: HeaderField, value: bigint | number): BuiltElf {
    const [offset, size] = headerFields[field][this.#kind];
    return this.number(offset, size, value);
  }

  /** With another value in a field of the first program header of that type. */
  segment(type: keyof typeof PT, field: SegmentField, value: bigint | number): BuiltElf {
    const index = this.at.segments.indexOf(PT[type]);
    const [offset, size] = segmentFields[field][this.#kind];
    return this.number(this.at.phoff + index * this.at.phentsize + offset, size, value);
  }

  everySegment(field: SegmentField, value: bigint | number): BuiltElf {
    const [offset, size] = segmentFields[field][this.#kind];
    return this.at.segments.reduce<BuiltElf>(
      (elf, _, index) => elf.number(this.at.phoff + index * this.at.phentsize + offset, size, value),
      this,
    );
  }

  /** With another value for the first dynamic entry with that tag. */
  tag(tag: bigint, value: bigint): BuiltElf {
    const size = this.at.wide ? 8 : 4;
    return this.number(this.at.dynamic + this.at.tags.indexOf(tag) * size * 2 + size, size, value);
  }

  /** With another tag in the place of one. */
  retag(tag: bigint, other: bigint): BuiltElf {
    const size = this.at.wide ? 8 : 4;
    return this.number(this.at.dynamic + this.at.tags.indexOf(tag) * size * 2, size, other);
  }

  verneed(index: number, field: VersionField, value: number): BuiltElf {
    const [offset, size] = versionFields[field];
    return this.number((this.at.verneeds[index] ?? 0) + offset, size, value);
  }

  vernaux(index: number, field: VersionField, value: number): BuiltElf {
    const [offset, size] = versionFields[field];
    return this.number((this.at.vernauxes[index] ?? 0) + offset, size, value);
  }

  number(offset: number, size: number, value: bigint | number): BuiltElf {
    const digits = toDigits(BigInt(value), size);
    return this.patch(offset, this.at.littleEndian ? digits : digits.reverse());
  }

  patch(offset: number, bytes: readonly number[]): BuiltElf {
    const copy = this.bytes.slice();
    copy.set(bytes, offset);
    return new BuiltElf(copy, this.at);
  }

  get #kind(): "wide" | "narrow" {
    return this.at.wide ? "wide" : "narrow";
  }
}

function toDigits(value: bigint, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}

export function latin1(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** Grows a file. Numbers are written in its byte order, words in its class. */
class Writer {
  readonly bytes: number[] = [];
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  get position(): number {
    return this.bytes.length;
  }

  number(value: bigint | number, size: number): void {
    const digits = toDigits(BigInt(value), size);
    this.raw(this.#layout.littleEndian ? digits : digits.reverse());
  }

  word(value: bigint | number): void {
    this.number(value, this.#layout.wide ? 8 : 4);
  }

  raw(bytes: readonly number[]): void {
    for (const byte of bytes) {
      this.bytes.push(byte);
    }
  }

  align(to: number): void {
    while (this.position % to !== 0) {
      this.bytes.push(0);
    }
  }
}

class StringTable {
  readonly bytes: number[] = [0];

  add(text: string): number {
    const offset = this.bytes.length;
    this.bytes.push(...new TextEncoder().encode(text), 0);
    return offset;
  }
}

const BASE = 0x400000n;
const EM_X86_64 = 62;

type Layout = { readonly wide: boolean; readonly littleEndian: boolean; readonly base: bigint };

export function buildElf(spec: ElfSpec = {}): BuiltElf {
  const type = typeof spec.type === "number" ? spec.type : types[spec.type ?? "EXEC"];
  const layout = {
    wide: spec.wide ?? true,
    littleEndian: spec.littleEndian ?? true,
    base: type === types.DYN ? 0n : BASE,
  };
  const { ehsize, phentsize } = layout.wide ? { ehsize: 64, phentsize: 56 } : { ehsize: 52, phentsize: 32 };
  const kinds = listKinds(spec);
  const allKinds = [...kinds, ...(spec.segments ?? []).map((segment) => segment.type)];
  const body = writeBody(spec, layout, ehsize + allKinds.length * phentsize);

  const head = new Writer(layout);
  writeHeader(head, layout, {
    type,
    machine: spec.machine ?? EM_X86_64,
    entry: spec.entry ?? layout.base + BigInt(body.code),
    segments: allKinds.length,
    sections: body.sections,
  });
  for (const kind of kinds) {
    const { start, end } = body.parts[kind] ?? { start: 0, end: 0 };
    const flags = kind === PT.LOAD ? (spec.loadFlags ?? PF.R | PF.X) : PF.R;
    const offset = BigInt(start);
    writeSegment(head, layout, { type: kind, flags, offset, vaddr: layout.base + offset, filesz: BigInt(end - start) });
  }
  spec.segments?.forEach((each) => {
    writeSegment(head, layout, each);
  });
  const bytes = Uint8Array.from(body.bytes);
  bytes.set(head.bytes);
  return new BuiltElf(bytes, { ...layout, ...body.places, phoff: ehsize, phentsize, segments: allKinds });
}

function listKinds(spec: ElfSpec): readonly number[] {
  return [
    PT.LOAD,
    ...(spec.interpreter === undefined ? [] : [PT.INTERP]),
    ...(spec.dynamic === undefined ? [] : [PT.DYNAMIC]),
    ...(spec.notes === undefined ? [] : [PT.NOTE]),
  ];
}

type HeaderSpec = {
  readonly type: number;
  readonly machine: number;
  readonly entry: bigint;
  readonly segments: number;
  readonly sections: { readonly offset: number; readonly count: number };
};

function writeHeader(out: Writer, { wide, littleEndian }: Layout, header: HeaderSpec): void {
  const ehsize = wide ? 64 : 52;
  out.raw([0x7f, ...latin1("ELF"), wide ? 2 : 1, littleEndian ? 1 : 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  out.number(header.type, 2);
  out.number(header.machine, 2);
  out.number(1, 4);
  out.word(header.entry);
  out.word(ehsize);
  out.word(header.sections.offset);
  out.number(0, 4);
  out.number(ehsize, 2);
  out.number(wide ? 56 : 32, 2);
  out.number(header.segments, 2);
  out.number(wide ? 64 : 40, 2);
  out.number(header.sections.count, 2);
  out.number(Math.max(header.sections.count - 1, 0), 2);
}

function writeBody(spec: ElfSpec, layout: Layout, headersSize: number) {
  const out = new Writer(layout);
  out.raw(new Array<number>(headersSize).fill(0));
  out.align(16);
  const code = out.position;
  out.raw(spec.code ?? [0xe9, 0, 0, 0, 0, 0xcc, 0xcc, 0xcc]);
  const interpreter = out.position;
  if (spec.interpreter !== undefined) {
    out.raw([...new TextEncoder().encode(spec.interpreter), 0]);
  }
  const interpreterEnd = out.position;
  out.align(8);
  const notes = out.position;
  spec.notes?.forEach((note) => {
    writeNote(out, note);
  });
  const notesEnd = out.position;
  out.raw(latin1(spec.content ?? ""));
  out.align(8);
  const dynamic = writeDynamic(out, layout, spec.dynamic);
  const loadEnd = out.position;
  const sections = writeSections(out, layout.wide, spec.sections ?? []);
  const parts: Partial<Record<number, { readonly start: number; readonly end: number }>> = {
    [PT.LOAD]: { start: 0, end: loadEnd },
    [PT.INTERP]: { start: interpreter, end: interpreterEnd },
    [PT.DYNAMIC]: { start: dynamic.start, end: dynamic.end },
    [PT.NOTE]: { start: notes, end: notesEnd },
  };
  const { tags, verneeds, vernauxes } = dynamic;
  const places = { loadEnd, interpreter, notes, dynamic: dynamic.start, tags, verneeds, vernauxes };
  return { bytes: out.bytes, code, sections, parts, places };
}

function writeSegment(out: Writer, { wide }: Layout, segment: SegmentSpec): void {
  out.number(segment.type, 4);
  if (wide) {
    out.number(segment.flags ?? PF.R, 4);
  }
  out.word(segment.offset ?? 0n);
  out.word(segment.vaddr ?? 0n);
  out.word(segment.vaddr ?? 0n);
  out.word(segment.filesz ?? 0n);
  out.word(segment.memsz ?? segment.filesz ?? 0n);
  if (!wide) {
    out.number(segment.flags ?? PF.R, 4);
  }
  out.word(segment.type === PT.LOAD ? 0x1000 : 4);
}

function writeNote(out: Writer, note: NoteSpec): void {
  out.number(note.name.length + 1, 4);
  out.number(note.desc.length, 4);
  out.number(note.type, 4);
  out.raw([...latin1(note.name), 0]);
  out.align(4);
  out.raw(note.desc);
  out.align(4);
}

function writeDynamic(out: Writer, layout: Layout, spec: DynamicSpec | undefined) {
  const strings = new StringTable();
  const tags: (readonly [bigint, bigint])[] = [];
  const text = (tag: bigint, value: string | undefined) => {
    if (value !== undefined) {
      tags.push([tag, BigInt(strings.add(value))]);
    }
  };
  spec?.needed?.forEach((library) => {
    text(DT.NEEDED, library);
  });
  text(DT.SONAME, spec?.soname);
  text(DT.RPATH, spec?.rpath);
  text(DT.RUNPATH, spec?.runpath);
  if (spec?.debug === true) {
    tags.push([DT.DEBUG, 0n]);
  }
  if (spec?.flags1 !== undefined) {
    tags.push([DT.FLAGS_1, spec.flags1]);
  }
  const versions = writeVersions(out, strings, spec?.versions ?? []);
  if (versions.verneeds.length > 0) {
    tags.push([DT.VERNEED, layout.base + BigInt(versions.start)], [DT.VERNEEDNUM, BigInt(versions.verneeds.length)]);
  }
  tags.push(...writeOwn(out, layout, { strings, spec }));
  if (spec === undefined) {
    return { ...versions, start: out.position, end: out.position, tags: [] };
  }
  tags.push([DT.STRTAB, layout.base + BigInt(out.position)], [DT.STRSZ, BigInt(strings.bytes.length)]);
  out.raw(strings.bytes);
  out.align(8);
  const written = [
    ...tags.filter(([tag]) => spec.without?.includes(tag) !== true),
    ...(spec.extra ?? []),
    [0n, 0n] as const,
  ];
  const start = out.position;
  for (const [tag, value] of written) {
    out.word(tag);
    out.word(value);
  }
  return { ...versions, start, end: out.position, tags: written.map(([tag]) => tag) };
}

function writeVersions(out: Writer, strings: StringTable, needs: NonNullable<DynamicSpec["versions"]>) {
  const verneeds: number[] = [];
  const vernauxes: number[] = [];
  const start = out.position;
  needs.forEach(({ library, names }, index) => {
    verneeds.push(out.position);
    out.number(1, 2);
    out.number(names.length, 2);
    out.number(strings.add(library), 4);
    out.number(16, 4);
    out.number(index === needs.length - 1 ? 0 : 16 * (names.length + 1), 4);
    names.forEach((version, place) => {
      const { name, flags } = typeof version === "string" ? { name: version, flags: 0 } : version;
      vernauxes.push(out.position);
      out.number(0, 4);
      out.number(flags, 2);
      out.number(2, 2);
      out.number(strings.add(name), 4);
      out.number(place === names.length - 1 ? 0 : 16, 4);
    });
  });
  return { start, verneeds, vernauxes };
}

/** What it defines itself: versions and symbols. */
function writeOwn(
  out: Writer,
  layout: Layout,
  { strings, spec }: { readonly strings: StringTable; readonly spec: DynamicSpec | undefined },
): (readonly [bigint, bigint])[] {
  const { definitions = [], symbols = [] } = spec ?? {};
  const tags: (readonly [bigint, bigint])[] = [];
  const here = (): bigint => layout.base + BigInt(out.position);
  if (definitions.length > 0) {
    tags.push([DT.VERDEF, here()], [DT.VERDEFNUM, BigInt(definitions.length)]);
    writeDefinitions(out, strings, definitions);
  }
  if (symbols.length === 0) return tags;
  out.align(8);
  tags.push([DT.HASH, here()]);
  const buckets = [0, ...new Array<number>(symbols.length + 1).fill(0)];
  for (const number of [1, symbols.length + 1, ...buckets]) out.number(number, 4);
  out.align(8);
  tags.push([DT.SYMTAB, here()]);
  const all = [{ name: "", isDefined: false }, ...symbols].map((each) => ({ ...each, offset: strings.add(each.name) }));
  writeSymbols(out, layout.wide, all);
  return tags;
}

function writeDefinitions(out: Writer, strings: StringTable, names: readonly string[]): void {
  names.forEach((name, at) => {
    for (const number of [1, 0, at + 1, 1]) out.number(number, 2);
    for (const number of [0, 20, at === names.length - 1 ? 0 : 28, strings.add(name), 0]) out.number(number, 4);
  });
}

type SymbolSpec = { readonly offset: number; readonly isDefined: boolean; readonly weak?: boolean };

function writeSymbols(out: Writer, wide: boolean, symbols: readonly SymbolSpec[]): void {
  for (const { offset, isDefined, weak = false } of symbols) {
    const info = (weak ? 2 : 1) << 4;
    out.number(offset, 4);
    if (!wide) out.raw([0, 0, 0, 0, 0, 0, 0, 0]);
    out.number(offset === 0 ? 0 : info, 1);
    out.number(0, 1);
    out.number(isDefined ? 1 : 0, 2);
    if (wide) out.raw(new Array<number>(16).fill(0));
  }
}

/** A null section, one per name, and the names' own table last. */
function writeSections(out: Writer, wide: boolean, names: readonly string[]) {
  if (names.length === 0) {
    return { offset: 0, count: 0 };
  }
  const strings = new StringTable();
  const nameOffsets = ["", ...names, ".shstrtab"].map((name) => strings.add(name));
  const table = out.position;
  out.raw(strings.bytes);
  out.align(8);
  const offset = out.position;
  nameOffsets.forEach((name, index) => {
    const isNames = index === nameOffsets.length - 1;
    out.number(name, 4);
    out.number(isNames ? 3 : Math.min(index, 1), 4);
    out.word(0);
    out.word(0);
    out.word(isNames ? table : 0);
    out.word(isNames ? strings.bytes.length : 0);
    out.raw(new Array<number>(wide ? 24 : 16).fill(0));
  });
  return { offset, count: nameOffsets.length };
}
