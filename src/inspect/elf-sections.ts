import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, decodeText, readRange, stringLength } from "./reader.ts";

const SHDR_SIZE = { wide: 64, narrow: 40 };
const SHT_STRTAB = 3;
/** Real ones have 20 characters or so; without a limit, names that overlap would be decoded for hours. */
const MAX_NAME = 256;

/**
 * The names of all sections, or undefined when there is no table that makes sense: strip and packers take it away, and
 * damage to it changes nothing for who runs the program. gABI ch. 4, "Sections".
 */
export function parseSectionNames(source: ByteSource, header: ElfHeader): readonly string[] | undefined {
  try {
    return readNames(source, header);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return undefined;
    }
    throw thrown;
  }
}

type Section = { readonly name: number; readonly type: number; readonly offset: bigint; readonly size: bigint };

function readNames(source: ByteSource, header: ElfHeader): readonly string[] | undefined {
  const { offset, entrySize, count, namesIndex } = header.sectionHeaders;
  if (offset === 0n || count === 0 || entrySize !== (header.encoding.wide ? SHDR_SIZE.wide : SHDR_SIZE.narrow)) {
    return undefined;
  }
  const range = { offset, length: BigInt(entrySize * count) };
  const bytes = readRange(source, range, "section header table");
  const sections = Array.from({ length: count }, (_, index) =>
    parseSection(new Cursor(bytes.subarray(index * entrySize), Number(offset) + index * entrySize, header.encoding)),
  );
  const names = sections[namesIndex];
  if (names?.type !== SHT_STRTAB) {
    return undefined;
  }
  const table = readRange(source, { offset: names.offset, length: names.size }, "section names");
  return sections.map((section) => {
    const bytes = table.subarray(section.name, section.name + MAX_NAME);
    const length = stringLength(bytes);
    if (length === undefined) {
      throw new FormatError("sh_name has no end in the section names", Number(offset));
    }
    return decodeText(bytes.subarray(0, length));
  });
}

function parseSection(cursor: Cursor): Section {
  const name = cursor.u32("sh_name");
  const type = cursor.u32("sh_type");
  cursor.word("sh_flags");
  cursor.word("sh_addr");
  return { name, type, offset: cursor.word("sh_offset"), size: cursor.word("sh_size") };
}
