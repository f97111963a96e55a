import type { ByteSource } from "../../src/ports/types.ts";

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) };
}

/** A file of `size` bytes that holds `bytes` and then zeros. */
export function sparseSource(bytes: Uint8Array, size: number): ByteSource {
  return {
    size,
    read(offset, length) {
      const all = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      all.set(bytes.subarray(offset, offset + all.length));
      return all;
    },
  };
}

export function text(content: string): Uint8Array {
  return Uint8Array.from(content, (character) => character.charCodeAt(0));
}
