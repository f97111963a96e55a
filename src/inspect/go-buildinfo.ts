import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { parseModInfo } from "./go-buildinfo-text.ts";
import { Cursor, min, readRange, type Encoding, type Range } from "./reader.ts";
import { MAX_SEARCH, Pattern } from "./search.ts";
import type { GoBuildInfo } from "../model/artifact.ts";
import { decodeText } from "../text/bytes.ts";

/** Where a file keeps its build info; each format has its own way to know. */
export type BuildInfoPlaces = {
  /** Where it can be, best guess first. The file offsets must be aligned as the addresses are, modulo 16. */
  readonly ranges: readonly Range[];
  /** An address -> the file's bytes from there to the end of their segment; undefined when the file has none for it. */
  readonly mapAddress: (address: bigint) => Range | undefined;
  /** Of the file. Build info in another encoding is somebody else's: a constant, or a file within the file. */
  readonly encoding: Encoding;
};

// The layout is that of package debug/buildinfo of Go 1.27:
//
//   magic     14 bytes
//   ptrSize    1 byte
//   flags      1 byte: 1 is big-endian, 2 is "the strings follow"
//   versPtr, modPtr: addresses of Go strings, each an address and a length, up to Go 1.17; zeros since Go 1.18,
//   where both strings are behind byte 32 with their lengths as uvarints in front.
const MAGIC = new Pattern("\u00ff Go buildinf:");
const ALIGN = 16n;
const HEADER_SIZE = 32n;
const POINTERS_SIZE = 16;
const FLAG_BIG_ENDIAN = 1;
const FLAG_INLINE = 2;

/** binary.MaxVarintLen64: seven bits of 64 in a byte. */
const MAX_UVARINT = 10n;
/** "devel go1.27-0123456789 Mon Jan …  X:experiments" has some 100. */
const MAX_VERSION = 1024n;
/** A line of 100 bytes or so for each module: enough for ten thousand. */
const MAX_MODINFO = 1024n * 1024n;
/** Programs that read build info hold the magic as a constant, now and then aligned by chance. */
const MAX_CANDIDATES = 64;
const CHUNK = 1024n * 1024n;

/** The build info of a Go program (since Go 1.13), or null when none of the places has one that can be read. */
export function readGoBuildInfo(source: ByteSource, where: BuildInfoPlaces): GoBuildInfo | null {
  let candidates = 0;
  for (const candidate of findMagics(source, where.ranges)) {
    const info = orUndefined(() => decode(source, where, candidate));
    candidates += 1;
    if (info !== undefined || candidates === MAX_CANDIDATES) {
      return info ?? null;
    }
  }
  return null;
}

/** The bytes from each magic to the end of its range, up to a limit for all that is searched. */
function* findMagics(source: ByteSource, ranges: readonly Range[]): Generator<Range> {
  let left = MAX_SEARCH;
  for (const { offset, end } of ranges.map((range) => clip(source, range))) {
    // Aligned as the magic is, no chunk can cut one.
    for (let start = alignUp(offset); start < end && left > 0n; start += CHUNK) {
      const length = min(end - start, CHUNK);
      left -= length;
      const bytes = orUndefined(() => readRange(source, { offset: start, length }, "Go build info"));
      if (bytes === undefined) {
        break;
      }
      for (const at of findAligned(bytes)) {
        yield { offset: start + BigInt(at), length: end - start - BigInt(at) };
      }
    }
  }
}

function clip(source: ByteSource, range: Range): { readonly offset: bigint; readonly end: bigint } {
  return { offset: range.offset, end: min(range.offset + range.length, BigInt(source.size)) };
}

function alignUp(offset: bigint): bigint {
  return ((offset + ALIGN - 1n) / ALIGN) * ALIGN;
}

function* findAligned(bytes: Uint8Array): Generator<number> {
  for (let at = MAGIC.indexIn(bytes); at !== -1; at = MAGIC.indexIn(bytes, at + 1)) {
    if (at % Number(ALIGN) === 0) {
      yield at;
    }
  }
}

/** Build info that breaks the rules is none: the magic alone proves nothing. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) {
      return undefined;
    }
    throw thrown;
  }
}

type Strings = { readonly version: Uint8Array; readonly modInfo: Uint8Array };

function decode(source: ByteSource, where: BuildInfoPlaces, blob: Range): GoBuildInfo {
  if (blob.length < HEADER_SIZE) {
    throw new FormatError("Go build info is cut off", Number(blob.offset));
  }
  const header = readRange(source, { offset: blob.offset, length: HEADER_SIZE }, "Go build info");
  const cursor = new Cursor(header, Number(blob.offset), where.encoding);
  cursor.seek(MAGIC.bytes.length, "Go build info");
  const pointerSize = cursor.u8("pointer size");
  const flags = cursor.u8("flags");
  const isBigEndian = (flags & FLAG_BIG_ENDIAN) !== 0;
  if (pointerSize !== (where.encoding.wide ? 8 : 4) || isBigEndian === where.encoding.littleEndian) {
    throw cursor.broken("Go build info is of another machine");
  }
  const strings = (flags & FLAG_INLINE) !== 0 ? readInline(source, blob, cursor) : readPointed(source, where, cursor);
  const goVersion = decodeText(strings.version);
  if (!/^\P{Cc}+$/u.test(goVersion)) {
    throw cursor.broken("Go build info has no version");
  }
  return { goVersion, ...parseModInfo(unframe(strings.modInfo)) };
}

function readInline(source: ByteSource, blob: Range, header: Cursor): Strings {
  // cmd/link leaves these bytes at 0; behind the magic as a constant of a program there is other text.
  if (header.bytes(POINTERS_SIZE, "pointers").some((byte) => byte !== 0)) {
    throw header.broken("Go build info has both strings and pointers");
  }
  const version = readCounted(source, skip(blob, HEADER_SIZE), MAX_VERSION);
  const modInfo = readCounted(source, version.rest, MAX_MODINFO);
  return { version: version.bytes, modInfo: modInfo.bytes };
}

function skip(range: Range, length: bigint): Range {
  return { offset: range.offset + length, length: range.length - length };
}

/** A string with its length in front, and what is behind it. */
function readCounted(
  source: ByteSource,
  range: Range,
  max: bigint,
): { readonly bytes: Uint8Array; readonly rest: Range } {
  const start = readRange(source, { ...range, length: min(range.length, MAX_UVARINT) }, "string length");
  const { value, size } = decodeUvarint(start, Number(range.offset));
  const text = skip(range, size);
  return { bytes: readString(source, text, { length: value, max }), rest: skip(text, value) };
}

// Package encoding/binary: seven bits in a byte, the lowest first, the top bit says that another byte follows.
function decodeUvarint(bytes: Uint8Array, offset: number): { readonly value: bigint; readonly size: bigint } {
  let value = 0n;
  let size = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << (7n * size);
    size += 1n;
    if (byte < 0x80) {
      if (value >= 2n ** 64n) {
        break;
      }
      return { value, size };
    }
  }
  throw new FormatError("string length has no end within 64 bits", offset);
}

function readString(
  source: ByteSource,
  range: Range,
  { length, max }: { readonly length: bigint; readonly max: bigint },
): Uint8Array {
  // Before anything is read or allocated: the length can be any number.
  if (length > max || length > range.length) {
    throw new FormatError("string in Go build info is too long", Number(range.offset));
  }
  return readRange(source, { offset: range.offset, length }, "string in Go build info");
}

function readPointed(source: ByteSource, where: BuildInfoPlaces, header: Cursor): Strings {
  const version = readGoString(source, where, { address: header.word("versPtr"), max: MAX_VERSION });
  const modInfo = readGoString(source, where, { address: header.word("modPtr"), max: MAX_MODINFO });
  return { version, modInfo };
}

// A string variable is an address and a length, as wide as addresses are. In a PIE, too, the file has both: Go's linker
// writes what it also leaves to the loader to relocate.
function readGoString(
  source: ByteSource,
  where: BuildInfoPlaces,
  { address, max }: { readonly address: bigint; readonly max: bigint },
): Uint8Array {
  const size = where.encoding.wide ? 16n : 8n;
  const variable = mapAddress(where, address);
  const bytes = readString(source, variable, { length: size, max: size });
  const cursor = new Cursor(bytes, Number(variable.offset), where.encoding);
  const text = cursor.word("string address");
  const length = cursor.word("string length");
  // Programs from outside a module have no module info: address and length are 0.
  return length === 0n ? new Uint8Array() : readString(source, mapAddress(where, text), { length, max });
}

function mapAddress(where: BuildInfoPlaces, address: bigint): Range {
  const range = where.mapAddress(address);
  if (range === undefined) {
    throw new FormatError("pointer in Go build info leads nowhere", 0);
  }
  return range;
}

/** The go command puts a random-looking mark of 16 bytes before and behind; the lines between them end with "\n". */
const MARK = 16;

function unframe(modInfo: Uint8Array): string {
  const isFramed = modInfo.length > 2 * MARK && modInfo.at(-MARK - 1) === "\n".charCodeAt(0);
  return isFramed ? decodeText(modInfo.subarray(MARK, -MARK)) : "";
}
