import type { ByteSource } from "../ports/types.ts";
import type { Section } from "./elf-sections.ts";
import { rangesOf } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, min, readRange, type Encoding, type Range } from "./reader.ts";

// The table that Go's runtime finds functions and lines by begins with a header: package runtime, pcHeader, and package
// debug/gosym, parsePclnTab.
//
//   magic      4 bytes, for the version of the layout
//   zeros      2 bytes
//   quantum    1 byte: what the size of an instruction is a multiple of
//   ptrSize    1 byte
//   counts and offsets, each as wide as a pointer: functions, files, (text start, since Go 1.18,) function names,
//   compilation units, files, program counters, functions
//
// Up to Go 1.15 the names have no part of their own: those tables are not understood here, and searched whole elsewhere.
const layouts: Readonly<Record<number, { /** Words in front of the offset of the names. */ readonly before: number }>> =
  {
    0xfffffffa: { before: 2 }, // Go 1.16
    0xfffffff0: { before: 3 }, // Go 1.18
    0xfffffff1: { before: 3 }, // Go 1.20
  };
const OFFSETS = 5;
const MAX_HEADER = 72n;
const OLD_ALIGN = 32;
const quanta = [1, 2, 4];
/** A function has two numbers of this size in its part since Go 1.18, and wider ones before. */
const FUNCTION_SIZE = 8n;

/** The second is that of a PIE, as long as its linker does not merge it with what else is relocated. */
const sectionNames = new Set([".gopclntab", ".data.rel.ro.gopclntab"]);

/**
 * The facts and the sections -> the part of the file that holds the names of all Go functions. undefined when no section
 * holds what looks like such a table from its begin to its end: then they can be anywhere in what is loaded.
 */
export function findFunctionNames(
  source: ByteSource,
  { header, loads }: Pick<ElfFacts, "header" | "loads">,
  sections: readonly Section[] | undefined,
): Range | undefined {
  const section = sections?.find(({ name }) => sectionNames.has(name));
  if (section === undefined || !rangesOf(loads).some((load) => isWithin(section, load))) {
    return undefined;
  }
  try {
    return readHeader(source, section, header.encoding);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return undefined;
    }
    throw thrown;
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

function readHeader(source: ByteSource, section: Range, encoding: Encoding): Range | undefined {
  const pointerSize = encoding.wide ? 8 : 4;
  const bytes = readRange(source, { ...section, length: min(section.length, MAX_HEADER) }, "pclntab");
  const cursor = new Cursor(bytes, Number(section.offset), encoding);
  const layout = layouts[cursor.u32("magic")];
  const isPlain = cursor.u16("padding") === 0 && quanta.includes(cursor.u8("quantum"));
  if (layout === undefined || !isPlain || cursor.u8("pointer size") !== pointerSize) {
    return undefined;
  }
  const [functions = 0n, ...words] = Array.from({ length: layout.before + OFFSETS }, () =>
    cursor.word("pclntab offset"),
  );
  const [names = 0n, units = 0n, ...parts] = words.slice(layout.before - 1);
  // Go's linkers put one part behind the other, the names first: Go 1.19 to 1.24 each at a multiple of 32 bytes, Go 1.26 without a gap.
  const starts = [cursor.position, Math.ceil(cursor.position / OLD_ALIGN) * OLD_ALIGN];
  const isOrdered = [names + 1n, units, ...parts].every((part, index, all) => part >= (all[index - 1] ?? 0n));
  const isWhole = functions > 0n && (parts.at(-1) ?? 0n) + functions * FUNCTION_SIZE <= section.length;
  if (!starts.includes(Number(names)) || !isOrdered || !isWhole) {
    return undefined;
  }
  const [last] = readRange(source, { offset: section.offset + units - 1n, length: 1n }, "pclntab");
  // One byte more in front: to whoever looks for a name it is the end of the one before.
  return last === 0 ? { offset: section.offset + names - 1n, length: units - names + 1n } : undefined;
}
