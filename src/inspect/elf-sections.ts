import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange, stringLength, type Range } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";

export type Section = Range & { readonly name: string; readonly type: number };

/** The section has an address and no bytes: a file with the debugging information of another one. */
export const SHT_NOBITS = 8;

const SHDR_SIZE = { wide: 64, narrow: 40 };
const SHT_STRTAB = 3;
/** Real ones have 20 characters or so; without a limit, names that overlap would be decoded for hours. */
const MAX_NAME = 256;

/**
 * All sections, or undefined when there is no table that makes sense: strip and packers take it away, and damage to it
 * changes nothing for who runs the program. Their ranges are as claimed. gABI ch. 4, "Sections".
 */
export function parseSections(source: ByteSource, header: ElfHeader): readonly Section[] | undefined {
  try {
    return readSections(source, header);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return undefined;
    }
    throw thrown;
  }
}

type Entry = Range & { readonly name: number; readonly type: number };

function readSections(source: ByteSource, header: ElfHeader): readonly Section[] | undefined {
  const { offset, entrySize, count, namesIndex } = header.sectionHeaders;
  if (offset === 0n || count === 0 || entrySize !== (header.encoding.wide ? SHDR_SIZE.wide : SHDR_SIZE.narrow)) {
    return undefined;
  }
  const range = { offset, length: BigInt(entrySize * count) };
  const cursor = new Cursor(readRange(source, range, "section header table"), Number(offset), header.encoding);
  const entries = Array.from({ length: count }, (_, index) => {
    cursor.seek(index * entrySize, "section header");
    return parseEntry(cursor);
  });
  const names = entries[namesIndex];
  if (names?.type !== SHT_STRTAB) {
    return undefined;
  }
  const table = readRange(source, names, "section names");
  return entries.map((entry) => {
    const bytes = table.subarray(entry.name, entry.name + MAX_NAME);
    const length = stringLength(bytes);
    if (length === undefined) {
      throw new FormatError("sh_name has no end in the section names", Number(offset));
    }
    return { ...entry, name: decodeText(bytes.subarray(0, length)) };
  });
}

function parseEntry(cursor: Cursor): Entry {
  const name = cursor.u32("sh_name");
  const type = cursor.u32("sh_type");
  cursor.word("sh_flags");
  cursor.word("sh_addr");
  return { name, type, offset: cursor.word("sh_offset"), length: cursor.word("sh_size") };
}
