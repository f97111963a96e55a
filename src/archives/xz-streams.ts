import type { Checks } from "../ports/types.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Feed } from "./feed.ts";

// The .xz File Format 1.2.1. The decoder (xz.ts) knows CRC32 and CRC64, and refuses a stream with SHA-256 or with a check that nobody has
// defined. It gets such a stream without its checks: they stand behind each block, whose end the sizes of its LZMA2 chunks tell.

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
const HEADER = 12;
const NONE = 0;
const SHA256 = 10;
/** Bytes of a check by its type (2.1.1.2). */
const checkSizes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64] as const;
const decoded: ReadonlySet<number> = new Set([NONE, 1, 4]);
/** A stream of 1 TiB has fewer. */
const mostBlocks = 1_000_000;

export const damagedXz = new ArchiveError("is damaged: its xz data cannot be unpacked");
const part = "its xz data";

/** A block that was handed on: how many bytes it unpacks to, and what their SHA-256 has to be; null where that is not asked. */
export type XzBlock = { readonly size: number; readonly sha256: Uint8Array | null };

type Crc32 = Checks["crc32"];

type Hooks = {
  readonly crc32: Crc32;
  /** A stream with SHA-256 begins. */
  readonly onSha256: () => void;
  /** Called once all of a block was handed on. */
  readonly onBlock: (block: XzBlock) => void;
};

/** All streams of an xz file with no other checks than the decoder knows. Throws ArchiveError. */
export async function* readXzStreams(feed: Feed, hooks: Hooks): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const start = await feed.peek(4);
    if (start.length === 0) return;
    // Padding between streams, and what is neither: the decoder says what it is.
    if (!MAGIC.slice(0, start.length).every((byte, at) => start[at] === byte)) yield await feed.takeSome(4);
    else yield* readStream(feed, hooks);
  }
}

type Record = { readonly unpadded: number; readonly size: number };

async function* readStream(feed: Feed, hooks: Hooks): AsyncGenerator<Uint8Array, void, undefined> {
  const header = await feed.take(HEADER, part);
  const check = header[7] ?? 0;
  const checkSize = checkSizes[check];
  if (header[6] !== 0 || checkSize === undefined || !isSame(header, headerOf(check, hooks.crc32))) throw damagedXz;
  const handed = decoded.has(check) ? check : NONE;
  if (check === SHA256) hooks.onSha256();
  yield headerOf(handed, hooks.crc32);
  const records: Record[] = [];
  while ((await feed.peek(1))[0] !== 0) {
    if (records.length === mostBlocks) throw new ArchiveError(`has more than ${mostBlocks} xz blocks`);
    const record = yield* readBlock(feed);
    const sum = await feed.take(checkSize, part);
    if (handed === check) yield sum;
    hooks.onBlock({ size: record.size, sha256: check === SHA256 ? sum.slice() : null });
    records.push(record);
  }
  const end = endOf(records, check, hooks.crc32);
  if (!isSame(await feed.take(end.length, part), end)) throw damagedXz;
  yield endOf(records, handed, hooks.crc32);
}

/** The header of a block, its chunks and its padding. */
async function* readBlock(feed: Feed): AsyncGenerator<Uint8Array, Record, undefined> {
  const start = feed.offset;
  const [length = 0] = await feed.peek(1);
  yield await feed.take((length + 1) * 4, part);
  let size = 0;
  for (;;) {
    const { header, unpacked, packed } = await readChunk(feed);
    yield header;
    if (packed === 0) break;
    size += unpacked;
    yield* feed.stream(packed, part);
  }
  const unpadded = feed.offset - start;
  yield await feed.take(-unpadded & 3, part);
  return { unpadded, size };
}

type Chunk = { readonly header: Uint8Array; readonly unpacked: number; readonly packed: number };

/** As lzma2_decoder.c of XZ Utils has it: the first byte tells what kind it is; the last one of a block is 0. */
async function readChunk(feed: Feed): Promise<Chunk> {
  const [control = 0] = await feed.peek(1);
  if (control > 2 && control < 0x80) throw damagedXz;
  const header = await feed.take(control === 0 ? 1 : control < 0x80 ? 3 : control < 0xc0 ? 5 : 6, part);
  if (control === 0) return { header, unpacked: 0, packed: 0 };
  const u16 = (at: number): number => (header[at] ?? 0) * 256 + (header[at + 1] ?? 0) + 1;
  if (control < 0x80) return { header, unpacked: u16(1), packed: u16(1) };
  return { header, unpacked: ((control & 0x1f) << 16) + u16(1), packed: u16(3) };
}

function headerOf(check: number, crc32: Crc32): Uint8Array {
  return Uint8Array.from([...MAGIC, 0, check, ...littleEndian(crc32(Uint8Array.of(0, check), 0))]);
}

/** The index of a stream and its footer. */
function endOf(records: readonly Record[], check: number, crc32: Crc32): Uint8Array {
  const index = [0, ...variableLength(records.length)];
  for (const { unpadded, size } of records) {
    index.push(...variableLength(unpadded + (checkSizes[check] ?? 0)), ...variableLength(size));
  }
  while (index.length % 4 !== 0) index.push(0);
  index.push(...littleEndian(crc32(Uint8Array.from(index), 0)));
  const footer = [...littleEndian(index.length / 4 - 1), 0, check];
  return Uint8Array.from([...index, ...littleEndian(crc32(Uint8Array.from(footer), 0)), ...footer, 0x59, 0x5a]);
}

/** 1.2: seven bits a byte, the lowest first. */
function variableLength(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
}

function littleEndian(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
