import type { ByteSource } from "../ports/types.ts";
import { decodeText } from "../text/bytes.ts";
import type { DynamicTables } from "./elf-dynamic.ts";
import { mapAddress } from "./elf-segments.ts";
import { type Image, MAX_VERSION_RECORDS } from "./elf-versions.ts";
import type { ElfFacts } from "./elf.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, min, readRange, stringLength } from "./reader.ts";

/** What a library has for the files that need it. */
export type Definitions = {
  /** The versions of its symbols; null for a library without versions, which loaders take as it is. */
  readonly versions: readonly string[] | null;
  /** The names of its global and weak symbols; null when they cannot be read. */
  readonly symbols: ReadonlySet<string> | null;
};

const VERDEF_SIZE = 20;
const VERDAUX_SIZE = 8;
const SYMBOL_SIZE = { wide: 24, narrow: 16 };
const SHN_UNDEF = 0;
const STB_LOCAL = 0;
const MAX_SYMBOLS = 1_048_576;
const MAX_STRINGS = 64n * 1024n * 1024n;

/** The facts of a library → what it defines. Throws FormatError for a table of versions that is not understood. */
export function readDefinitions(source: ByteSource, { header, loads, dynamic }: ElfFacts): Definitions {
  if (dynamic === undefined) return { versions: null, symbols: new Set() };
  const image = { source, encoding: header.encoding, loads };
  return { versions: readVersions(image, dynamic.tables), symbols: readSymbols(image, dynamic.tables) };
}

/** LSB "Symbol Versioning": a list of definitions, the first name of each is its own. */
function readVersions(image: Image, tables: DynamicTables): readonly string[] | null {
  const { definitions, definitionCount = 0n, strings } = tables;
  if (definitions === undefined || strings === undefined) return null;
  const names: string[] = [];
  let address = definitions;
  for (let left = min(definitionCount, BigInt(MAX_VERSION_RECORDS)); left > 0n; left--) {
    const record = readAt(image, address, BigInt(VERDEF_SIZE));
    record.seek(12, "vd_aux");
    const aux = record.u32("vd_aux");
    const next = record.u32("vd_next");
    const name = readAt(image, address + BigInt(aux), BigInt(VERDAUX_SIZE)).u32("vda_name");
    names.push(readName(image, strings + BigInt(name)));
    if (next === 0) break;
    address += BigInt(next);
  }
  return names;
}

function readName(image: Image, address: bigint): string {
  const range = mapAddress(image.loads, address);
  if (range === undefined) throw new FormatError("the name of a version is in no PT_LOAD", 0);
  const bytes = readRange(image.source, { offset: range.offset, length: min(range.length, 4096n) }, "vda_name");
  const length = stringLength(bytes);
  if (length === undefined) throw new FormatError("the name of a version does not end", Number(range.offset));
  return decodeText(bytes.subarray(0, length));
}

function readSymbols(image: Image, tables: DynamicTables): ReadonlySet<string> | null {
  try {
    return readTable(image, tables);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) return null;
    throw thrown;
  }
}

function readTable(image: Image, tables: DynamicTables): ReadonlySet<string> | null {
  const { symbols, strings, stringsSize } = tables;
  if (symbols === undefined || strings === undefined || stringsSize === undefined) return new Set();
  const count = countSymbols(image, tables);
  if (count === null || count > MAX_SYMBOLS) return null;
  const { wide } = image.encoding;
  const size = wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow;
  const table = readAt(image, symbols, BigInt(count * size));
  const names = readBytes(image, strings, min(stringsSize, MAX_STRINGS));
  const found = new Set<string>();
  for (let at = 1; at < count; at++) {
    table.seek(at * size, "symbol");
    const name = table.u32("st_name");
    if (!wide) table.u64("st_value");
    const binding = table.u8("st_info") >> 4;
    table.u8("st_other");
    if (table.u16("st_shndx") === SHN_UNDEF || binding === STB_LOCAL) continue;
    const rest = names.subarray(name, name + 4096);
    const length = stringLength(rest);
    if (length !== undefined) found.add(decodeText(rest.subarray(0, length)));
  }
  return found;
}

/** The table of symbols has no length of its own (gABI ch. 5): a hash table says it. */
function countSymbols(image: Image, { hash, gnuHash }: DynamicTables): number | null {
  if (hash !== undefined) {
    const cursor = readAt(image, hash, 8n);
    cursor.u32("nbucket");
    return cursor.u32("nchain");
  }
  return gnuHash === undefined ? null : countHashed(image, gnuHash);
}

/** DT_GNU_HASH: buckets name the first symbol of a chain, and the last of a chain has its lowest bit set. */
function countHashed(image: Image, address: bigint): number {
  const header = readAt(image, address, 16n);
  const buckets = header.u32("nbuckets");
  const first = header.u32("symoffset");
  const bloom = header.u32("bloom_size") * (image.encoding.wide ? 8 : 4);
  if (buckets > MAX_SYMBOLS || bloom > MAX_SYMBOLS * 8) return MAX_SYMBOLS + 1;
  const start = address + 16n + BigInt(bloom);
  const table = readAt(image, start, BigInt(buckets * 4));
  let last = 0;
  for (let at = 0; at < buckets; at++) last = Math.max(last, table.u32("bucket"));
  if (last < first) return first;
  const chains = start + BigInt(buckets * 4);
  for (; last - first < MAX_SYMBOLS; last++) {
    const hash = readAt(image, chains + BigInt((last - first) * 4), 4n).u32("chain");
    if ((hash & 1) !== 0) return last + 1;
  }
  return MAX_SYMBOLS + 1;
}

function readBytes({ source, loads }: Image, address: bigint, length: bigint): Uint8Array {
  const range = mapAddress(loads, address);
  if (range === undefined || range.length < length) throw new FormatError("a table is in no PT_LOAD", 0);
  return readRange(source, { offset: range.offset, length }, "symbols");
}

function readAt(image: Image, address: bigint, length: bigint): Cursor {
  return new Cursor(readBytes(image, address, length), 0, image.encoding);
}
