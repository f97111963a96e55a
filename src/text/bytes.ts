/**
 * Where `needle` first is in `haystack` at or after `from`, or -1. Node's own search (memchr and Boyer-Moore in C++) is the only one
 * there is for bytes, ten times as fast as a loop. Stages may call it: it is a plain function, and no world is behind it.
 */
export function indexOfBytes(haystack: Uint8Array, needle: Uint8Array, from: number): number {
  // eslint-disable-next-line no-restricted-globals -- Buffer is the only byte search that Node.js has, and it has no effects.
  return Buffer.from(haystack.buffer, haystack.byteOffset, haystack.byteLength).indexOf(needle, from);
}

/** Text of a file. Still hostile: it may hold control characters and markup. */
export function decodeText(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

// A name keeps a leading U+FEFF: it is part of the path that the kernel opens.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Pieces as one; a single one as it is. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = pieces.filter(({ length }) => length > 0);
  if (others.length === 0) return only ?? new Uint8Array();
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
