import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Files } from "./types.ts";

const PIECE = 256 * 1024;

/** The bytes of a regular file in order; it is open from the first piece on. Read synchronously: through Node's threads it takes twice as long. */
export function streamFile(path: string): ReturnType<Files["stream"]> {
  let position = 0;
  let size = 0;
  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    // O_NONBLOCK: opening a FIFO for reading would wait for a writer for ever.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(fd);
      if (!stats.isFile()) throw new Error(`${path} is not a regular file`);
      size = stats.size;
      for (;;) {
        const bytes = Buffer.allocUnsafe(PIECE);
        const count = readSync(fd, bytes, 0, PIECE, position);
        if (count === 0) return;
        position += count;
        yield bytes.subarray(0, count);
        await Promise.resolve();
      }
    } finally {
      closeSync(fd);
    }
  }
  return {
    [Symbol.asyncIterator]: pieces,
    skip: (count) => {
      const skipped = Math.min(count, Math.max(0, size - position));
      position += skipped;
      return skipped;
    },
  };
}
