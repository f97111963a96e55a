import { toError } from "../errors.ts";
import type { Decompression } from "../ports/types.ts";
import { type Compression, compressionOf, LONGEST_MAGIC } from "./archive-kind.ts";
import { ArchiveError } from "./archive-error.ts";
import { Feed, feedOf } from "./feed.ts";
import { inPieces } from "./in-pieces.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { Bytes } from "./member.ts";

type Options = {
  readonly decompression: Decompression;
  readonly limits?: Pick<Limits, "bytes" | "ratio" | "unmeasured">;
};

/**
 * Unpacks a stream if it is packed, whole: gzip's members, zstd's frames and xz's and bzip2's streams one after the other. What is read
 * from `bytes` throws ArchiveError for what is cut off, damaged or above the limits, and what the source throws.
 */
export async function decompress(
  bytes: Bytes,
  { decompression, limits = defaultLimits }: Options,
): Promise<{ readonly compression: Compression | null; readonly bytes: Bytes }> {
  const feed = new Feed(bytes);
  const compression = compressionOf(await feed.peek(LONGEST_MAGIC));
  if (compression === null) return { compression, bytes: restOf(feed, bytes) };
  const read = { count: 0 };
  const unpacked = unpack(compression, counted(restOf(feed, bytes), read), decompression);
  return { compression, bytes: bounded(unpacked, read, limits) };
}

/** What is left of a stream that was looked at. */
function restOf(feed: Feed, bytes: Bytes): Bytes {
  const rest = {
    async *[Symbol.asyncIterator]() {
      try {
        yield* feed.rest();
      } finally {
        await feed.close();
      }
    },
  };
  return bytes.skip === undefined ? rest : { ...rest, skip: (count) => feed.skipSome(count) };
}

async function* counted(bytes: Bytes, read: { count: number }): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of bytes) {
    read.count += piece.length;
    yield piece;
  }
}

async function* bounded(
  bytes: Bytes,
  read: { readonly count: number },
  limits: Pick<Limits, "bytes" | "ratio" | "unmeasured">,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total > limits.bytes) throw new ArchiveError(`unpacks to more than ${limits.bytes} bytes`);
    if (total > limits.unmeasured && total > limits.ratio * read.count) {
      throw new ArchiveError(`unpacks to more than ${limits.ratio} times its size`);
    }
    yield piece;
  }
}

function unpack(compression: Compression, bytes: Bytes, decompression: Decompression): Bytes {
  switch (compression) {
    case "gzip":
      return inWords(decompression.gunzip(bytes));
    case "zstd":
      return unzstd(bytes, decompression);
    case "xz":
      return unxz(bytes, decompression);
    case "bzip2":
      return unbzip2(bytes);
  }
}

async function* unzstd(bytes: Bytes, decompression: Decompression): AsyncGenerator<Uint8Array, void, undefined> {
  const { findFrame, readFrame } = await import("./zstd-frames.ts");
  for await (const feed of feedOf(bytes)) {
    while (await findFrame(feed)) yield* inWords(decompression.unzstd(inPieces(readFrame(feed))));
  }
}

async function* unxz(bytes: Bytes, decompression: Decompression): AsyncGenerator<Uint8Array, void, undefined> {
  const { unxz: unpackStreams } = await import("./xz.ts");
  yield* unpackStreams(bytes, await decompression.checks());
}

async function* unbzip2(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const { bunzip2 } = await import("./bzip2.ts");
  yield* bunzip2(bytes);
}

/** What Node's zlib throws, as the end of a sentence. All else comes from the source. */
export async function* inWords(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* bytes;
  } catch (thrown) {
    const error = toError(thrown);
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    if (code === "Z_BUF_ERROR") throw new ArchiveError("is cut off in the middle of its packed data");
    // fzstd has numbers for codes.
    const isOfZlib = /^(?:Z_|ZSTD_)/.test(code) || ("code" in error && typeof error.code === "number");
    if (!isOfZlib || thrown instanceof ArchiveError) throw thrown;
    throw new ArchiveError(`is damaged: its packed data cannot be unpacked (${error.message})`);
  }
}
