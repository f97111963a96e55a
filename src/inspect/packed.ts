import type { ByteSource } from "../ports/types.ts";
import { isCompressedCode } from "./compressed.ts";
import type { ElfHeader } from "./elf-header.ts";
import { rangesOf } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import { Cursor, readRange, type Encoding, type Range } from "./reader.ts";
import { Pattern, readChunks } from "./search.ts";
import { packed, type Linkage } from "../model/artifact.ts";

const UPX_MAGIC = new Pattern("UPX!");
const BUILD_INFO_MAGIC = new Pattern("\u00ff Go buildinf:");

/** UPX's loader info follows the program headers: a checksum, then the magic. */
const UPX_INFO_MAGIC_OFFSET = 4n;

/** Of code that has to be unpacked before it runs. The name of a packer can be written over; that the code is compressed cannot. */
const compressedCode: Linkage = {
  ...packed,
  reason: "packed: its code is compressed, so its headers are the packer's; inspect the file before it is packed",
};

/** The linkage of a file that a packer made, whose headers say nothing of the program inside; undefined for any other. */
export function findPacker(source: ByteSource, facts: ElfFacts, hasSections: boolean): Linkage | undefined {
  const { header, loads } = facts;
  if (hasLoaderInfo(source, header)) return packed;
  if (isCompressedCode(source, rangesOf(loads.filter(({ executable }) => executable)))) return compressedCode;
  // Packers drop the section table. With one, the magic is a constant of the program, which may deal with packed files.
  const isNamed = !hasSections && contains(source, UPX_MAGIC) && !hasBuildInfo(source, header.encoding);
  return isNamed ? packed : undefined;
}

/** The same of the parts of another format that are mapped as code. */
export function findCompressedCode(source: ByteSource, code: readonly Range[]): Linkage | undefined {
  return isCompressedCode(source, code) ? compressedCode : undefined;
}

function hasLoaderInfo(source: ByteSource, header: ElfHeader): boolean {
  const { offset, entrySize, count } = header.programHeaders;
  const start = offset + BigInt(entrySize * count) + UPX_INFO_MAGIC_OFFSET;
  const length = BigInt(UPX_MAGIC.bytes.length);
  if (start + length > BigInt(source.size)) {
    return false;
  }
  return UPX_MAGIC.indexIn(readRange(source, { offset: start, length }, "loader info")) === 0;
}

function wholeFile(source: ByteSource) {
  return [{ offset: 0n, length: BigInt(source.size) }];
}

function contains(source: ByteSource, pattern: Pattern): boolean {
  for (const chunk of readChunks(source, wholeFile(source), "packer's mark")) {
    if (pattern.indexIn(chunk.bytes) !== -1) {
      return true;
    }
  }
  return false;
}

/** The header of the blob, and its first two bytes: the length of "go1.26.8" and its "g". */
const BUILD_INFO_HEADER = 32;
const BUILD_INFO_ALIGN = 16;
const INLINE_STRINGS = 2;
const LONGEST_VERSION = 127;

function hasBuildInfo(source: ByteSource, encoding: Encoding): boolean {
  for (const chunk of readChunks(source, wholeFile(source), "Go build info")) {
    let at = BUILD_INFO_MAGIC.indexIn(chunk.bytes);
    while (at !== -1) {
      if ((Number(chunk.offset) + at) % BUILD_INFO_ALIGN === 0 && isBuildInfo(chunk.bytes.subarray(at), encoding)) {
        return true;
      }
      at = BUILD_INFO_MAGIC.indexIn(chunk.bytes, at + 1);
    }
  }
  return false;
}

// Compressed data can hold the magic by chance, but not the zeros of the header behind it: they would be compressed.
// cmd/link, buildinfo: magic (14), pointer size, flags, 16 zeros, then the version with its length in front.
function isBuildInfo(bytes: Uint8Array, encoding: Encoding): boolean {
  const end = BUILD_INFO_HEADER + 3;
  if (bytes.length < end) {
    return false;
  }
  const cursor = new Cursor(bytes, 0, encoding);
  cursor.seek(BUILD_INFO_MAGIC.bytes.length, "Go build info");
  cursor.u8("pointer size");
  const flags = cursor.u8("flags");
  const zeros = cursor.bytes(BUILD_INFO_ALIGN, "reserved");
  const length = cursor.u8("version length");
  const start = String.fromCharCode(...cursor.bytes(2, "version"));
  const isVersion = length > 0 && length <= LONGEST_VERSION && (start === "go" || start === "de");
  return (flags & INLINE_STRINGS) !== 0 && zeros.every((byte) => byte === 0) && isVersion;
}
