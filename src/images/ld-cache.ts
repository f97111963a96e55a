import type { ByteSource } from "../ports/types.ts";
import { decodeText } from "../text/bytes.ts";

/** A line of ld.so.cache: a name that programs need, and the file that has it. */
export type CacheEntry = {
  readonly name: string;
  readonly path: string;
  /** For some processors only. */ readonly isForSome: boolean;
};

const oldMagic = "ld.so-1.7.0";
const oldHeader = 16;
const oldEntry = 12;
const magic = "glibc-ld.so.cache1.1";
const header = 48;
const entrySize = 24;
const maxEntries = 65_536;

/**
 * The content of /etc/ld.so.cache → its entries; empty for what is no such file, which the loader does not look into either. The new
 * format may stand behind one of the old format (elf/cache.c of glibc).
 */
export function readLdCache(source: ByteSource): readonly CacheEntry[] {
  const bytes = source.read(0, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = startOf(bytes, view);
  if (start === null) return [];
  // The byte order of the processor that made it: 3 is big-endian, 2 little-endian, 0 an older file that does not say it.
  const little = (bytes[start + 28] ?? 0) !== 3;
  const count = view.getUint32(start + 20, little);
  if (count > maxEntries || start + header + count * entrySize > bytes.length) return [];
  return Array.from({ length: count }, (_, at): CacheEntry | null => {
    const entry = start + header + at * entrySize;
    const name = textAt(bytes, start + view.getUint32(entry + 4, little));
    const path = textAt(bytes, start + view.getUint32(entry + 8, little));
    if (name === null || path === null) return null;
    return { name, path, isForSome: view.getBigUint64(entry + 16, little) !== 0n };
  }).filter((entry) => entry !== null);
}

function startOf(bytes: Uint8Array, view: DataView): number | null {
  if (hasText(bytes, 0, magic)) return bytes.length < header ? null : 0;
  if (!hasText(bytes, 0, oldMagic) || bytes.length < oldHeader) return null;
  const end = oldHeader + view.getUint32(12, true) * oldEntry;
  // Aligned for the 64-bit numbers in it.
  const start = Math.ceil(end / 8) * 8;
  return start + header <= bytes.length && hasText(bytes, start, magic) ? start : null;
}

function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return Array.from(text).every((character, at) => bytes[offset + at] === character.charCodeAt(0));
}

function textAt(bytes: Uint8Array, offset: number): string | null {
  if (offset >= bytes.length) return null;
  const rest = bytes.subarray(offset, offset + 4096);
  const end = rest.indexOf(0);
  return end === -1 ? null : decodeText(rest.subarray(0, end));
}
