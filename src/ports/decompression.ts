import { createHash } from "node:crypto";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";
import type { Checks, Decompression } from "./types.ts";

const chunkSize = 256 * 1024;

const checks: Checks = {
  crc32: (bytes, before) => zlib.crc32(bytes, before),
  startSha256: () => {
    const hash = createHash("sha256");
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  },
};

/** Loaded with the first archive: nobody else pays for zlib. */
export const decompression: Decompression = {
  gunzip: (bytes) => through(zlib.createGunzip({ chunkSize }), bytes),
  inflateRaw: (bytes) => through(zlib.createInflateRaw({ chunkSize }), bytes),
  unzstd: (frame) =>
    // Node has it from 22.15 on.
    "createZstdDecompress" in zlib ? through(zlib.createZstdDecompress({ chunkSize }), frame) : unzstdSlowly(frame),
  checks: () => Promise.resolve(checks),
};

async function* through(transform: Transform, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const source = Readable.from(bytes, { highWaterMark: 1 });
  // What it throws comes out of the transform as well.
  const done = pipeline(source, transform).catch(() => undefined);
  try {
    yield* transform as AsyncIterable<Uint8Array>;
  } finally {
    transform.destroy();
    await done;
  }
}

async function* unzstdSlowly(frame: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const { Decompress } = await import("fzstd");
  const out: Uint8Array[] = [];
  const decoder = new Decompress((piece) => out.push(piece));
  for await (const piece of frame) {
    decoder.push(piece);
    yield* out.splice(0);
  }
  decoder.push(new Uint8Array(), true);
  yield* out.splice(0);
}
