import { Built, Writer } from "./macho-builder.ts";

/** Small XCOFF files: .text, .bss and .loader. */

export type ImportSpec = readonly [folder: string, file: string, member: string];

export type XcoffSpec = {
  readonly wide?: boolean;
  readonly flags?: number;
  readonly libpath?: string;
  readonly imports?: readonly ImportSpec[];
  /** s_flags of the third section. */
  readonly loaderType?: number;
  /** s_flags of the first section. */
  readonly textType?: number;
  /** A fourth section, .data. */
  readonly data?: { readonly content: string; readonly type?: number };
};

export const F = { EXEC: 0x2, SHROBJ: 0x2000 };
const TEXT_SIZE = 32;
/** Where .data is in memory. */
export const DATA_ADDRESS = 0x20000000;
export const AIX_LIBC: ImportSpec = ["", "libc.a", "shr_64.o"];

export function buildXcoff(spec: XcoffSpec = {}): Built {
  const { wide = true, flags = F.EXEC, data } = spec;
  const at: Record<string, number> = { sectionCount: 2, optionalSize: 16, flags: 18 };
  const sectionSize = wide ? 72 : 40;
  const headers = (wide ? 24 : 20) + 72;
  const count = data === undefined ? 3 : 4;
  const textAt = headers + count * sectionSize;
  const loaderAt = textAt + TEXT_SIZE;
  const loader = encodeLoader(spec);
  const dataAt = Math.ceil((loaderAt + loader.length) / 16) * 16;
  const writer = new Writer(false, wide);
  writer
    .u16(wide ? 0x01f7 : 0x01df, count)
    .u32(0)
    .word(0);
  if (!wide) writer.u32(0);
  writer.u16(72, flags);
  if (wide) writer.u32(0);
  at.snloader = writer.length + 40;
  writer.padTo(at.snloader).u16(3).padTo(headers);
  const sections = listSections(spec, { textAt, loaderAt, loaderSize: loader.length, dataAt });
  sections.forEach(({ name, address, offset, size, type }, index) => {
    at[`section${index}`] = writer.length;
    at[`size${index}`] = writer.length + (wide ? 24 : 16);
    at[`offset${index}`] = writer.length + (wide ? 32 : 20);
    const end = writer.length + sectionSize;
    writer
      .text(name, 8)
      .word(address, address, size, offset, 0, 0)
      .padTo(end - (wide ? 8 : 4))
      .u32(type)
      .padTo(end);
  });
  writer.padTo(loaderAt).raw(loader);
  at.loader = loaderAt;
  at.istlen = loaderAt + 12;
  at.nimpid = loaderAt + 16;
  at.impoff = loaderAt + (wide ? 24 : 20);
  if (data !== undefined) writer.padTo(dataAt).text(data.content);
  at.data = dataAt;
  at.end = writer.length;
  return new Built(writer.done(), false, at);
}

type Places = Readonly<Record<"textAt" | "loaderAt" | "loaderSize" | "dataAt", number>>;

function listSections({ textType = 0x20, loaderType = 0x1000, data }: XcoffSpec, places: Places) {
  const { type = 0x40, content = "" } = data ?? {};
  const initialized = { name: ".data", address: DATA_ADDRESS, offset: places.dataAt, size: content.length, type };
  return [
    { name: ".text", address: 0, offset: places.textAt, size: TEXT_SIZE, type: textType },
    { name: ".bss", address: 0, offset: 0, size: 0x10000, type: 0x80 },
    { name: ".loader", address: 0, offset: places.loaderAt, size: places.loaderSize, type: loaderType },
    ...(data === undefined ? [] : [initialized]),
  ];
}

function encodeLoader({ wide = true, libpath = "/usr/lib:/lib", imports = [AIX_LIBC] }: XcoffSpec): Uint8Array {
  const strings = [[libpath, "", ""], ...imports].map((id) => id.map((text) => `${text}\0`).join("")).join("");
  const size = wide ? 56 : 32;
  const writer = new Writer(false, wide);
  writer.u32(wide ? 2 : 1, 0, 0, strings.length, imports.length + 1);
  if (wide) writer.u32(0).word(size, 0, 0, 0);
  else writer.u32(size, 0, 0);
  return writer.padTo(size).text(strings).done();
}
