import { mapAddress } from "./elf-segments.ts";
import { type Image, VERSION_INDEX } from "./elf-versions.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, min, readRange, stringLength } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

/** A symbol that another file has to define. */
export type UndefinedSymbol = {
  readonly name: string;
  /** STB_WEAK: the program starts without it. */
  readonly weak: boolean;
  /** What DT_VERSYM says of it: 0 and 1 for no version, else the number of a needed version. */
  readonly version: number;
};

/** Addresses of the dynamic section; undefined where it names none. */
type Addresses = Readonly<
  Record<"symbols" | "strings" | "stringsSize" | "versions" | "hash" | "gnuHash", bigint | undefined>
>;

const SYMBOL_SIZE = { wide: 24, narrow: 16 };
const VERSION_SIZE = 2;
const HASH_HEADER = 8n;
const SHN_UNDEF = 0;
const STB_GLOBAL = 1;
const STB_WEAK = 2;
/** Programs need hundreds; a Go plugin that exports its whole runtime has a hundred thousand. */
const MAX_SYMBOLS = 262_144n;
const MAX_STRINGS = 16n * 1024n * 1024n;

/**
 * The undefined global symbols of DT_SYMTAB, with what DT_VERSYM says of them. undefined when the table cannot be read or its length
 * is not known: it has none of its own (gABI ch. 5), so that of a hash table or the place of the names behind it counts.
 */
export function readUndefinedSymbols(image: Image, addresses: Addresses): readonly UndefinedSymbol[] | undefined {
  try {
    return readTable(image, addresses);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) return undefined;
    throw thrown;
  }
}

function readTable(image: Image, addresses: Addresses): readonly UndefinedSymbol[] | undefined {
  const { symbols, strings, stringsSize, versions } = addresses;
  if (symbols === undefined) return [];
  const count = countSymbols(image, addresses);
  if (count === undefined || count > MAX_SYMBOLS || strings === undefined || stringsSize === undefined)
    return undefined;
  const { wide } = image.encoding;
  const size = wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow;
  const table = readAt(image, symbols, count * BigInt(size));
  const numbers = versions === undefined ? undefined : readAt(image, versions, count * BigInt(VERSION_SIZE));
  const found: (Omit<UndefinedSymbol, "name"> & { readonly offset: number })[] = [];
  for (let at = 1; at < Number(count); at++) {
    table.seek(at * size, "symbol");
    const symbol = readSymbol(table, wide);
    if (symbol.section !== SHN_UNDEF || (symbol.binding !== STB_GLOBAL && symbol.binding !== STB_WEAK)) continue;
    numbers?.seek(at * VERSION_SIZE, "DT_VERSYM");
    const version = (numbers?.u16("DT_VERSYM") ?? 0) & VERSION_INDEX;
    found.push({ offset: symbol.name, weak: symbol.binding === STB_WEAK, version });
  }
  if (found.length === 0) return [];
  const names = readBytes(image, strings, min(stringsSize, MAX_STRINGS));
  return found.map(({ offset, weak, version }) => ({ name: nameAt(names, offset), weak, version }));
}

// The two classes order their fields differently.
function readSymbol(cursor: Cursor, wide: boolean): { name: number; binding: number; section: number } {
  const name = cursor.u32("st_name");
  if (!wide) cursor.u64("st_value");
  const binding = cursor.u8("st_info") >> 4;
  cursor.u8("st_other");
  return { name, binding, section: cursor.u16("st_shndx") };
}

function nameAt(strings: Uint8Array, offset: number): string {
  const rest = strings.subarray(offset, offset + 4096);
  const length = stringLength(rest);
  if (length === undefined) throw new FormatError("a symbol's name does not end", offset);
  return decodeText(rest.subarray(0, length));
}

/**
 * How many symbols there are, or at least how many come before all defined ones. DT_GNU_HASH lists defined symbols alone and says where
 * they begin; ld writes 1 there when it lists none. Then the names stand right behind the symbols, as all linkers place them.
 */
function countSymbols(image: Image, { symbols, strings, hash, gnuHash }: Addresses): bigint | undefined {
  if (hash !== undefined) {
    const cursor = readAt(image, hash, HASH_HEADER);
    cursor.u32("nbucket");
    return BigInt(cursor.u32("nchain"));
  }
  if (gnuHash !== undefined) {
    const cursor = readAt(image, gnuHash, HASH_HEADER);
    cursor.u32("nbuckets");
    const first = cursor.u32("symoffset");
    if (first > 1) return BigInt(first);
  }
  if (symbols === undefined || strings === undefined || strings <= symbols) return undefined;
  return (strings - symbols) / BigInt(image.encoding.wide ? SYMBOL_SIZE.wide : SYMBOL_SIZE.narrow);
}

function readBytes({ source, loads }: Image, address: bigint, length: bigint): Uint8Array {
  const range = mapAddress(loads, address);
  if (range === undefined || range.length < length) throw new FormatError("a table is in no PT_LOAD", 0);
  return readRange(source, { offset: range.offset, length }, "symbols");
}

function readAt(image: Image, address: bigint, length: bigint): Cursor {
  return new Cursor(readBytes(image, address, length), 0, image.encoding);
}
