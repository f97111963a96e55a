import { readSync } from "node:fs";
import type { ByteSource } from "./types.ts";

/** Bytes that one small read fetches, for the next ones: the tables of a file lie close together. */
const BLOCK = 16 * 1024;
/** Where a block can begin: pages are what the system keeps of a file. */
const PAGE = 4096;
/** The tables lie in some four places. */
const MAX_BLOCKS = 8;

type Block = { readonly offset: number; readonly bytes: Uint8Array };

/** An open file, in as few system calls as it takes: each costs more than what is done with the bytes. */
export function readFrom(fd: number, size: number): ByteSource {
  const blocks: Block[] = [];
  const readSmall = (offset: number, length: number): Uint8Array => {
    const end = offset + length;
    const hit = blocks.find((block) => offset >= block.offset && end <= block.offset + block.bytes.length);
    if (hit !== undefined) return hit.bytes.subarray(offset - hit.offset, end - hit.offset);
    const start = offset - (offset % PAGE);
    const bytes = fill(fd, start, Buffer.allocUnsafe(Math.min(BLOCK, size - start)));
    blocks.push({ offset: start, bytes });
    if (blocks.length > MAX_BLOCKS) blocks.shift();
    return bytes.subarray(offset - start, end - start);
  };
  return {
    size,
    read: (offset, wanted, into) => {
      const length = Math.max(0, Math.min(wanted, size - offset));
      if (length === 0) return new Uint8Array();
      if (length <= BLOCK - PAGE) return readSmall(offset, length);
      return fill(fd, offset, into?.subarray(0, length) ?? Buffer.allocUnsafe(length));
    },
  };
}

/** The bytes that the file has for the whole of `bytes`: fewer when it has become shorter. */
function fill(fd: number, offset: number, bytes: Uint8Array): Uint8Array {
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(fd, bytes, filled, bytes.length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
