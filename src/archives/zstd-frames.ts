import { ArchiveError } from "./archive-error.ts";
import type { Feed } from "./feed.ts";

// RFC 8878, 3.1. Node decompresses the first frame of a stream and passes over the others without a word, so each is handed to it alone.

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const MAGIC_LENGTH = 4;
const BLOCK_HEADER = 3;
const CHECKSUM = 4;
const RLE = 1;
const RESERVED = 3;
/** 128 MiB, as `zstd -d` has it: what needs more was packed for few machines. */
const LARGEST_WINDOW = 2 ** 27;

const broken = new ArchiveError("is damaged: its zstd frames cannot be told apart");

/** Whether another frame follows, behind those that are there to be skipped. Throws ArchiveError for anything that is no frame. */
export async function findFrame(feed: Feed): Promise<boolean> {
  for (;;) {
    const magic = await feed.peek(MAGIC_LENGTH);
    if (magic.length === 0) return false;
    if (MAGIC.every((byte, at) => magic[at] === byte)) return true;
    if (!isSkippable(magic)) throw broken;
    await feed.take(MAGIC_LENGTH, "a zstd frame");
    await feed.skip(littleEndian(await feed.take(4, "a zstd frame")), "a zstd frame");
  }
}

/** 0x184D2A5?, in little-endian order. */
function isSkippable([first = 0, ...others]: Uint8Array): boolean {
  return (first & 0xf0) === 0x50 && [0x2a, 0x4d, 0x18].every((byte, at) => others[at] === byte);
}

/** The bytes of the next frame. Throws ArchiveError. */
export async function* readFrame(feed: Feed): AsyncGenerator<Uint8Array, void, undefined> {
  const { header, hasChecksum } = await readHeader(feed);
  yield header;
  for (let isLast = false; !isLast;) {
    const block = await feed.take(BLOCK_HEADER, "a zstd block");
    const fields = littleEndian(block);
    isLast = (fields & 1) === 1;
    const type = (fields >> 1) & 3;
    if (type === RESERVED) throw broken;
    yield block;
    yield* feed.stream(type === RLE ? 1 : fields >> 3, "a zstd block");
  }
  if (hasChecksum) yield await feed.take(CHECKSUM, "a zstd frame");
}

async function readHeader(feed: Feed): Promise<{ readonly header: Uint8Array; readonly hasChecksum: boolean }> {
  const start = await feed.peek(MAGIC_LENGTH + 1);
  const descriptor = start[MAGIC_LENGTH] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const idLength = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const header = await feed.take(MAGIC_LENGTH + 1 + (isSingle ? 0 : 1) + idLength + sizeLength, "a zstd frame");
  const window = isSingle
    ? littleEndian(header.subarray(-sizeLength)) + (sizeLength === 2 ? 256 : 0)
    : windowOf(header);
  if (window > LARGEST_WINDOW) throw new ArchiveError("is packed by zstd with a window of more than 128 MiB");
  return { header, hasChecksum: (descriptor & 4) !== 0 };
}

function windowOf(header: Uint8Array): number {
  const field = header[MAGIC_LENGTH + 1] ?? 0;
  const base = 2 ** (10 + (field >> 3));
  return base + (base / 8) * (field & 7);
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
