import fc from "fast-check";
import type { Edit } from "./kernel.ts";

/** A lie about one field or several. */
export type Damage = { readonly name: string; readonly edits: readonly Edit[] };

type Field = { readonly name: string; readonly offset: number; readonly size: number };
type Layout = readonly (readonly [name: string, size: number])[];

// gABI ch. 4 "ELF Header" and ch. 5 "Program Header", in the order of the file. "word": the size of an address.
const layoutsOf = (word: number): { readonly header: Layout; readonly segment: Layout } => ({
  header: [
    ...["EI_MAG0", "EI_MAG1", "EI_MAG2", "EI_MAG3", "EI_CLASS", "EI_DATA", "EI_VERSION", "EI_OSABI"].map(
      (name) => [name, 1] as const,
    ),
    ["EI_PAD", 8],
    ["e_type", 2],
    ["e_machine", 2],
    ["e_version", 4],
    ["e_entry", word],
    ["e_phoff", word],
    ["e_shoff", word],
    ["e_flags", 4],
    ["e_ehsize", 2],
    ["e_phentsize", 2],
    ["e_phnum", 2],
    ["e_shentsize", 2],
    ["e_shnum", 2],
    ["e_shstrndx", 2],
  ],
  segment: [
    ["p_type", 4],
    ...(word === 8 ? [["p_flags", 4] as const] : []),
    ["p_offset", word],
    ["p_vaddr", word],
    ["p_paddr", word],
    ["p_filesz", word],
    ["p_memsz", word],
    ...(word === 4 ? [["p_flags", 4] as const] : []),
    ["p_align", word],
  ],
});

const phoff = { 8: 32, 4: 28 } as const;
const phnum = { 8: 56, 4: 44 } as const;

/** The headers of a little-endian ELF file that is not damaged yet, field by field. */
export class Headers {
  readonly #bytes: Buffer;
  readonly fields: readonly Field[];
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
    const word = bytes[4] === 2 ? 8 : 4;
    const { header, segment } = layoutsOf(word);
    const start = this.#bytes.readUIntLE(phoff[word], 4);
    const size = sum(segment);
    const tables = Array.from({ length: this.#bytes.readUInt16LE(phnum[word]) }, (_, index) =>
      place(segment, start + index * size, ` of ${index}`),
    );
    this.fields = [...place(header, 0, ""), ...tables.flat()];
    this.length = start + tables.length * size;
  }

  valueOf({ offset, size }: Field): bigint {
    return this.#bytes.subarray(offset, offset + size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }

  lie(name: string, value: bigint): Damage {
    const field = this.fields.find((each) => each.name === name);
    if (field === undefined) throw new Error(`no field ${name}`);
    const digits = Array.from({ length: field.size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
    const edit = { offset: field.offset, bytes: Uint8Array.from(digits) };
    return { name: `${field.name} = 0x${value.toString(16)}`, edits: [edit] };
  }

  flip(offset: number, mask: number): Damage {
    const edit = { offset, bytes: Uint8Array.of((this.#bytes[offset] ?? 0) ^ mask) };
    return { name: `byte ${offset} ^ ${mask}`, edits: [edit] };
  }
}

function sum(layout: Layout): number {
  return layout.reduce((total, [, size]) => total + size, 0);
}

function place(layout: Layout, start: number, suffix: string): Field[] {
  return layout.map(([name, size], index) => ({
    name: `${name}${suffix}`,
    offset: start + sum(layout.slice(0, index)),
    size,
  }));
}

// Where kernels draw lines: pages, the first 64 KiB, the user's half of the address space, signs.
const borders = [12n, 16n, 20n, 30n, 31n, 32n, 37n, 38n, 40n, 46n, 47n, 48n, 56n, 63n].map((bits) => 1n << bits);

/** Values that a field should not have: far off and close by, and those at the same place of their page. */
function liesOf(headers: Headers, field: Field): readonly bigint[] {
  const truth = headers.valueOf(field);
  const end = 1n << BigInt(8 * field.size);
  const far = [
    0n,
    1n,
    2n,
    3n,
    4n,
    6n,
    7n,
    end - 1n,
    end - 2n,
    end - 4096n,
    ...borders,
    ...borders.map((each) => each - 4096n),
  ];
  const near = [1n, -1n, 4n, 8n, 16n, 4095n, 4096n, -4096n, 8192n, 65536n, 1n << 21n].map((step) => truth + step);
  const inPage = borders.flatMap((each) => [each, each - 8192n]).map((each) => each + (truth & 0xfffn));
  const all = [...far, ...near, ...inPage, truth ^ 0xfffn, truth << 1n, truth >> 1n];
  return [...new Set(all.filter((value) => value >= 0n && value < end && value !== truth))];
}

/** Every field with every lie. */
export function systematicDamages(headers: Headers): readonly Damage[] {
  return headers.fields.flatMap((field) => liesOf(headers, field).map((value) => headers.lie(field.name, value)));
}

/** Two or three lies at once, and flipped bits; the same ones for the same seed. */
export function randomDamages(headers: Headers, { seed, count }: { seed: number; count: number }): readonly Damage[] {
  const lie = fc
    .constantFrom(...headers.fields)
    .chain((field) => fc.constantFrom(...liesOf(headers, field)).map((value) => headers.lie(field.name, value)));
  const flip = fc.tuple(fc.nat(headers.length - 1), fc.nat(7)).map(([offset, bit]) => headers.flip(offset, 1 << bit));
  const several = fc.array(fc.oneof(lie, flip), { minLength: 1, maxLength: 3 }).map((damages) => ({
    name: damages.map(({ name }) => name).join(", "),
    edits: damages.flatMap(({ edits }) => edits),
  }));
  return fc.sample(several, { seed, numRuns: count });
}
