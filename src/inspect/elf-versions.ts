import type { ByteSource } from "../ports/types.ts";
import { mapAddress, type Segment } from "./elf-segments.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange, type Encoding } from "./reader.ts";

/** The versions of one library's symbols that a file asks for. */
export type VersionNeed = { readonly library: string; readonly versions: readonly NeededVersion[] };

type NeededVersion = {
  readonly name: string;
  /** VER_FLG_WEAK: when the library lacks it, the loader warns and goes on. */
  readonly weak: boolean;
  /** vna_other: the number by which DT_VERSYM names it. */
  readonly index: number;
};

/** What is needed to read at an address. */
export type Image = { readonly source: ByteSource; readonly encoding: Encoding; readonly loads: readonly Segment[] };

/** Size of Elf_Verneed and of Elf_Vernaux, the same in both classes. */
const RECORD_SIZE = 16;
const VER_NEED_CURRENT = 1;
const VER_FLG_WEAK = 2;
/** The bit above hides a definition, and says nothing of a need. */
export const VERSION_INDEX = 0x7fff;
export const MAX_VERSION_RECORDS = 4096;

/** DT_VERNEED and DT_VERNEEDNUM -> what is asked of which library. LSB "Symbol Versioning". */
export function parseVersionNeeds(
  image: Image,
  table: { readonly address: bigint; readonly count: number },
  nameAt: (offset: bigint) => string,
): readonly VersionNeed[] {
  const needs: VersionNeed[] = [];
  // One budget for both chains: vn_cnt times DT_VERNEEDNUM records could otherwise be read from 16 overlapping bytes.
  const budget = { left: MAX_VERSION_RECORDS };
  const chain = new Chain(table.address, table.count, "vn_next");
  while (!chain.done) {
    const record = readRecord(image, chain.address, budget);
    if (record.cursor.u16("vn_version") !== VER_NEED_CURRENT) {
      throw record.cursor.broken("vn_version is not 1");
    }
    const count = record.cursor.u16("vn_cnt");
    const library = nameAt(BigInt(record.cursor.u32("vn_file")));
    const aux = chain.address + BigInt(record.cursor.u32("vn_aux"));
    needs.push({ library, versions: parseVersions(image, new Chain(aux, count, "vna_next"), { budget, nameAt }) });
    chain.follow(record.cursor.u32("vn_next"), record.cursor);
  }
  return needs;
}

function parseVersions(
  image: Image,
  chain: Chain,
  reading: { readonly budget: { left: number }; readonly nameAt: (offset: bigint) => string },
): readonly NeededVersion[] {
  const versions: NeededVersion[] = [];
  while (!chain.done) {
    const record = readRecord(image, chain.address, reading.budget);
    record.cursor.u32("vna_hash");
    const weak = (record.cursor.u16("vna_flags") & VER_FLG_WEAK) !== 0;
    const index = record.cursor.u16("vna_other") & VERSION_INDEX;
    versions.push({ name: reading.nameAt(BigInt(record.cursor.u32("vna_name"))), weak, index });
    chain.follow(record.cursor.u32("vna_next"), record.cursor);
  }
  return versions;
}

/** A list of records that is linked by distances and counted as well. Loaders trust one or the other, so both must agree. */
class Chain {
  address: bigint;
  #left: number;
  readonly #field: string;

  constructor(address: bigint, count: number, field: string) {
    this.address = address;
    this.#left = count;
    this.#field = field;
  }

  get done(): boolean {
    return this.#left === 0;
  }

  follow(distance: number, cursor: Cursor): void {
    this.#left -= 1;
    if (this.done !== (distance === 0)) {
      throw cursor.broken(`${this.#field} does not agree with the count of records`);
    }
    if (distance > 0 && distance < RECORD_SIZE) {
      throw cursor.broken(`${this.#field} is ${distance}, inside its own record`);
    }
    this.address += BigInt(distance);
  }
}

function readRecord(image: Image, address: bigint, budget: { left: number }): { readonly cursor: Cursor } {
  const range = mapAddress(image.loads, address);
  if (range === undefined || range.length < BigInt(RECORD_SIZE)) {
    throw new FormatError("DT_VERNEED leads out of the PT_LOAD segments", Number(range?.offset ?? 0n));
  }
  if (budget.left === 0) {
    throw new FormatError(`DT_VERNEED has more than ${MAX_VERSION_RECORDS} records`, Number(range.offset));
  }
  budget.left -= 1;
  const bytes = readRange(image.source, { offset: range.offset, length: BigInt(RECORD_SIZE) }, "DT_VERNEED");
  return { cursor: new Cursor(bytes, Number(range.offset), image.encoding) };
}

/** DT_RELR needs no symbol, so a linker asks for this name instead of a number. */
const nicknames = new Map([["GLIBC_ABI_DT_RELR", "2.36"]]);

/** The oldest glibc that can start the file: "2.34"; null when it asks for none. */
export function findGlibcFloor(needs: readonly VersionNeed[]): string | null {
  const names = needs.flatMap((need) => need.versions.filter((version) => !version.weak).map(({ name }) => name));
  const floors = Array.from(new Set(names), (name) => nicknames.get(name) ?? glibcVersion.exec(name)?.[1])
    .filter((version) => version !== undefined)
    .map((version) => ({ version, numbers: version.split(".").map(Number) }))
    .sort((a, b) => compare(b.numbers, a.numbers));
  return floors[0]?.version ?? null;
}

const glibcVersion = /^GLIBC_(\d{1,9}(?:\.\d{1,9}){1,2})$/;

// By number, not by text: 2.4 is older than 2.34.
function compare(left: readonly number[], right: readonly number[]): number {
  const place = [0, 1, 2].find((each) => (left[each] ?? 0) !== (right[each] ?? 0));
  return place === undefined ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}
