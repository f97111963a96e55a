/** Small Mach-O files, made from what a test is about. No sizes or offsets have to be said, but all can be made to lie. */

export class Built {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
  /** Where in the file things begin. */
  readonly at: Readonly<Record<string, number>>;

  constructor(bytes: Uint8Array, littleEndian: boolean, at: Readonly<Record<string, number>>) {
    this.bytes = bytes;
    this.littleEndian = littleEndian;
    this.at = at;
  }

  /** Another file, in which a number was overwritten. `where`: a name of `at`, or an offset. */
  with(where: string | number, size: 1 | 2 | 4 | 8, value: number | bigint): Built {
    const bytes = this.bytes.slice();
    const view = new DataView(bytes.buffer);
    const offset = typeof where === "number" ? where : this.#find(where);
    if (size === 8) view.setBigUint64(offset, BigInt(value), this.littleEndian);
    else if (size === 4) view.setUint32(offset, Number(value), this.littleEndian);
    else if (size === 2) view.setUint16(offset, Number(value), this.littleEndian);
    else view.setUint8(offset, Number(value));
    return new Built(bytes, this.littleEndian, this.at);
  }

  #find(name: string): number {
    const offset = this.at[name];
    if (offset === undefined) throw new Error(`${name} is not in this file`);
    return offset;
  }
}

/** Numbers one after the other. */
export class Writer {
  readonly #bytes: number[] = [];
  readonly littleEndian: boolean;
  readonly wide: boolean;

  constructor(littleEndian: boolean, wide: boolean) {
    this.littleEndian = littleEndian;
    this.wide = wide;
  }

  get length(): number {
    return this.#bytes.length;
  }

  number(size: number, value: number | bigint): this {
    const bytes = Array.from({ length: size }, (_, index) => Number((BigInt(value) >> BigInt(8 * index)) & 0xffn));
    this.#bytes.push(...(this.littleEndian ? bytes : bytes.reverse()));
    return this;
  }

  u16(...values: number[]): this {
    for (const value of values) this.number(2, value);
    return this;
  }

  u32(...values: number[]): this {
    for (const value of values) this.number(4, value);
    return this;
  }

  word(...values: number[]): this {
    for (const value of values) this.number(this.wide ? 8 : 4, value);
    return this;
  }

  text(content: string, size = content.length): this {
    for (let index = 0; index < size; index += 1) this.#bytes.push(content.charCodeAt(index) || 0);
    return this;
  }

  raw(bytes: Iterable<number>): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  padTo(size: number): this {
    while (this.#bytes.length < size) this.#bytes.push(0);
    return this;
  }

  align(step: number): this {
    return this.padTo(Math.ceil(this.#bytes.length / step) * step);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

export const CPU = { x86: 7, amd64: 0x01000007, arm: 12, arm64: 0x0100000c, ppc: 18, ppc64: 0x01000012 };
export const MH = { OBJECT: 1, EXECUTE: 2, CORE: 4, PRELOAD: 5, DYLIB: 6, DYLINKER: 7, BUNDLE: 8, DSYM: 10 };
export const LC = {
  SEGMENT: 0x1,
  UNIXTHREAD: 0x5,
  LOADFVMLIB: 0x6,
  LOAD_DYLIB: 0xc,
  ID_DYLIB: 0xd,
  LOAD_DYLINKER: 0xe,
  LOAD_WEAK_DYLIB: 0x80000018,
  SEGMENT_64: 0x19,
  UUID: 0x1b,
  RPATH: 0x8000001c,
  REEXPORT_DYLIB: 0x8000001f,
  LAZY_LOAD_DYLIB: 0x20,
  LOAD_UPWARD_DYLIB: 0x80000023,
  VERSION_MIN_MACOSX: 0x24,
  DYLD_ENVIRONMENT: 0x27,
  MAIN: 0x80000028,
  BUILD_VERSION: 0x32,
};

/** A load command: numbers of 32 bits, then a string if it has one, for which the head keeps an offset. */
export type CommandSpec = {
  readonly cmd: number;
  readonly fields?: readonly number[];
  readonly text?: string;
  /** The bytes behind the string; its NUL, unless a test leaves it out. */
  readonly end?: string;
};

export type DataSpec = {
  readonly content: string;
  readonly segment?: string;
  readonly section?: string;
  readonly protection?: number;
};

export type MachoSpec = {
  readonly cpuType?: number;
  readonly cpuSubType?: number;
  readonly wide?: boolean;
  readonly littleEndian?: boolean;
  readonly fileType?: number;
  /** "/usr/lib/dyld"; null: no LC_LOAD_DYLINKER. */
  readonly dylinker?: string | null;
  readonly libraries?: readonly string[];
  readonly rpaths?: readonly string[];
  /** LC_MAIN; true when nothing is said. */
  readonly entry?: boolean;
  readonly minOs?: number | null;
  readonly sections?: readonly string[];
  /** A second segment, with one section for all of it. */
  readonly data?: DataSpec;
  /** false: no LC_SEGMENT at all. */
  readonly segment?: boolean;
  readonly commands?: readonly CommandSpec[];
};

export const LIBSYSTEM = "/usr/lib/libSystem.B.dylib";
const CONTENT = 48;
/** Where the segment of `data` is in memory. */
export const DATA_ADDRESS = 0x100000;

export function dylib(cmd: number, text: string, end = "\0"): CommandSpec {
  return { cmd, fields: [2, 0x10000, 0x10000], text, end };
}

export function buildMacho(spec: MachoSpec = {}): Built {
  const { wide = true, littleEndian = true } = spec;
  const headerSize = wide ? 32 : 28;
  const at: Record<string, number> = { filetype: 12, ncmds: 16, sizeofcmds: 20, commands: headerSize };
  const specs = listCommands(spec);
  const encode = (fileSize: number) => {
    const parts = spec.segment === false ? [] : [encodeSegment(spec, fileSize)];
    const data = spec.data === undefined ? [] : [encodeData(spec, spec.data, fileSize)];
    return [...parts, ...specs.map((each) => encodeCommand(each, wide, littleEndian)), ...data];
  };
  const size = encode(0).reduce((sum, part) => sum + part.length, 0);
  const fileSize = Math.ceil((headerSize + size + CONTENT) / 16) * 16;
  const commands = encode(fileSize);
  const writer = new Writer(littleEndian, wide);
  writer.u32(wide ? 0xfeedfacf : 0xfeedface, spec.cpuType ?? CPU.amd64, spec.cpuSubType ?? 3);
  writer.u32(spec.fileType ?? MH.EXECUTE, commands.length, size, 0x200004);
  if (wide) writer.u32(0);
  commands.forEach((part, index) => {
    at[`command${index}`] = writer.length;
    writer.raw(part);
  });
  at.end = writer.length;
  at.data = fileSize;
  writer.padTo(fileSize).text(spec.data?.content ?? "");
  return new Built(writer.done(), littleEndian, at);
}

function listCommands(spec: MachoSpec): readonly CommandSpec[] {
  const isProgram = (spec.fileType ?? MH.EXECUTE) === MH.EXECUTE;
  const { dylinker = isProgram ? "/usr/lib/dyld" : null, minOs = 0x000d0000 } = spec;
  return [
    ...(dylinker === null ? [] : [{ cmd: LC.LOAD_DYLINKER, text: dylinker }]),
    ...(spec.libraries ?? [LIBSYSTEM]).map((path) => dylib(LC.LOAD_DYLIB, path)),
    ...(spec.rpaths ?? []).map((text) => ({ cmd: LC.RPATH, text })),
    ...((spec.entry ?? isProgram) ? [{ cmd: LC.MAIN, fields: [0, 0, 0, 0] }] : []),
    ...(minOs === null ? [] : [{ cmd: LC.BUILD_VERSION, fields: [1, minOs, minOs, 0] }]),
    { cmd: LC.UUID, fields: [1, 2, 3, 4] },
    ...(spec.commands ?? []),
  ];
}

function encodeCommand({ cmd, fields = [], text, end = "\0" }: CommandSpec, wide: boolean, littleEndian: boolean) {
  const writer = new Writer(littleEndian, wide);
  writer.u32(cmd, 0);
  if (text !== undefined) writer.u32(12 + fields.length * 4);
  writer.u32(...fields);
  if (text !== undefined) writer.text(text + end);
  if (end !== "") writer.align(wide ? 8 : 4);
  const bytes = writer.done();
  new DataView(bytes.buffer).setUint32(4, bytes.length, littleEndian);
  return bytes;
}

function encodeSegment({ wide = true, littleEndian = true, sections = ["__text"] }: MachoSpec, fileSize: number) {
  const writer = new Writer(littleEndian, wide);
  writer.u32(wide ? LC.SEGMENT_64 : LC.SEGMENT, (wide ? 72 : 56) + sections.length * (wide ? 80 : 68));
  writer.text("__TEXT", 16).word(0x1000, 0x4000, 0, fileSize).u32(5, 5, sections.length, 0);
  for (const name of sections) {
    const end = writer.length + (wide ? 80 : 68);
    writer.text(name, 16).text("__TEXT", 16).padTo(end);
  }
  return writer.done();
}

function encodeData({ wide = true, littleEndian = true }: MachoSpec, data: DataSpec, offset: number) {
  const { content, segment = "__DATA", section = "__go_buildinfo", protection = 3 } = data;
  const writer = new Writer(littleEndian, wide);
  writer.u32(wide ? LC.SEGMENT_64 : LC.SEGMENT, wide ? 152 : 124);
  writer.text(segment, 16).word(DATA_ADDRESS, 0x4000, offset, content.length).u32(3, protection, 1, 0);
  writer.text(section, 16).text(segment, 16).word(DATA_ADDRESS, content.length).u32(offset);
  return writer.padTo(wide ? 152 : 124).done();
}

export type SliceSpec = { readonly cpuType: number; readonly cpuSubType?: number; readonly bytes: Uint8Array };

/** A universal file. Its slices are at multiples of 2^`align`. */
export function buildFat(slices: readonly SliceSpec[], { wide = false, align = 5 } = {}): Built {
  const writer = new Writer(false, wide);
  const at: Record<string, number> = { nfat: 4 };
  const step = 2 ** align;
  let end = 8 + slices.length * (wide ? 32 : 20);
  writer.u32(wide ? 0xcafebabf : 0xcafebabe, slices.length);
  const offsets = slices.map(({ cpuType, cpuSubType = 0, bytes }, index) => {
    const offset = Math.ceil(end / step) * step;
    at[`cputype${index}`] = writer.length;
    at[`offset${index}`] = writer.length + 8;
    at[`size${index}`] = writer.length + (wide ? 16 : 12);
    at[`align${index}`] = writer.length + (wide ? 24 : 16);
    at[`slice${index}`] = offset;
    writer.u32(cpuType, cpuSubType).word(offset, bytes.length).u32(align);
    if (wide) writer.u32(0);
    end = offset + bytes.length;
    return offset;
  });
  const file = new Uint8Array(end);
  file.set(writer.done());
  slices.forEach(({ bytes }, index) => {
    file.set(bytes, offsets[index] ?? 0);
  });
  return new Built(file, false, at);
}
