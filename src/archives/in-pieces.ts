import { joinBytes } from "../text/bytes.ts";

/** Bytes of a piece: crossing to a decoder costs as much for a few bytes as for many. */
const leastBytes = 64 * 1024;

/** The same bytes in pieces of at least 64 KiB, but for the last one. A piece of `bytes` is not to be changed after it was handed on. */
export async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let [held, total]: [Uint8Array[], number] = [[], 0];
  for await (const piece of bytes) {
    held.push(piece);
    total += piece.length;
    if (total < leastBytes) continue;
    yield joinBytes(held);
    [held, total] = [[], 0];
  }
  if (total > 0) yield joinBytes(held);
}
