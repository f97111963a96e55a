import { ArchiveError } from "./archive-error.ts";
import { BitReader, type Codes, damaged, readCodes } from "./bzip2-bits.ts";
import { feedOf } from "./feed.ts";
import type { Bytes } from "./member.ts";

// There is no specification: the layout is that of decompress.c in bzip2 1.0. Our own, because those of npm make a call for each bit,
// keep a number for each byte, and one of them does not notice a file that is cut off.

const UNIT = 100_000;
const BLOCK_MAGIC = 0x314159265359;
const END_MAGIC = 0x177245385090;
const GROUP = 50;
const PIECE = 64 * 1024;

/** All streams of a bzip2 file, one after the other. Throws ArchiveError. */
export async function* bunzip2(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const bits = new BitReader();
  for await (const feed of feedOf(bytes)) {
    while (await bits.fill(feed)) {
      const size = readStart(bits);
      let combined = 0;
      while (readMagic(bits) === BLOCK_MAGIC) {
        const expected = bits.read32();
        const sum = { value: 0xffffffff };
        yield* expandRuns(readBlock(bits, size), sum);
        if (~sum.value >>> 0 !== expected) throw damaged;
        combined = (((combined << 1) | (combined >>> 31)) ^ expected) >>> 0;
        await bits.fill(feed);
      }
      if (bits.read32() !== combined) throw damaged;
      bits.align();
    }
  }
}

/** "BZh9": how many bytes a block can have. */
function readStart(bits: BitReader): number {
  const magic = bits.read(24);
  const level = bits.read(8) - 0x30;
  if (magic !== 0x425a68 || level < 1 || level > 9) throw damaged;
  return level * UNIT;
}

function readMagic(bits: BitReader): number {
  const magic = bits.read(24) * 2 ** 24 + bits.read(24);
  if (magic !== BLOCK_MAGIC && magic !== END_MAGIC) throw damaged;
  return magic;
}

/** A block before its runs are expanded. */
function readBlock(bits: BitReader, size: number): Uint8Array {
  if (bits.read(1) === 1) throw new ArchiveError("was packed by bzip2 0.9, which is not read");
  const start = bits.read(24);
  const used = readUsed(bits);
  const groups = bits.read(3);
  const count = bits.read(15);
  if (groups < 2 || groups > 6 || count < 1 || used.length === 0) throw damaged;
  const selectors = readSelectors(bits, groups, count);
  const codes = Array.from({ length: groups }, () => readCodes(bits, used.length + 2));
  const links = new Uint32Array(size);
  const length = readMoves(bits, { used, selectors, codes }, links);
  if (start >= length) throw damaged;
  return undoTransform(links, length, start);
}

/** The bytes that occur, as a map of maps. */
function readUsed(bits: BitReader): number[] {
  const rows = bits.read(16);
  const used: number[] = [];
  for (let row = 0; row < 16; row += 1) {
    if ((rows & (0x8000 >> row)) === 0) continue;
    const columns = bits.read(16);
    for (let column = 0; column < 16; column += 1) {
      if ((columns & (0x8000 >> column)) !== 0) used.push(row * 16 + column);
    }
  }
  return used;
}

function readSelectors(bits: BitReader, groups: number, count: number): Uint8Array {
  const order = Array.from({ length: groups }, (_, at) => at);
  return Uint8Array.from({ length: count }, () => {
    let at = 0;
    while (bits.read(1) === 1) at += 1;
    const [group] = order.splice(at, 1);
    if (group === undefined) throw damaged;
    order.unshift(group);
    return group;
  });
}

type Coded = { readonly used: readonly number[]; readonly selectors: Uint8Array; readonly codes: readonly Codes[] };

/** Undoes Huffman's code, the runs of the first byte and move-to-front. Returns how many bytes there are. */
function readMoves(bits: BitReader, { used, selectors, codes }: Coded, bytes: Uint32Array): number {
  const front = Uint8Array.from(used);
  const end = used.length + 1;
  let [length, run, weight] = [0, 0, 1];
  let code = codes[0];
  for (let at = 0; ; at += 1) {
    if (at % GROUP === 0) code = codes[selectors[at / GROUP] ?? codes.length];
    if (code === undefined) throw damaged;
    const symbol = bits.readSymbol(code);
    if (symbol < 2) {
      run += weight << symbol;
      weight *= 2;
      if (run > bytes.length) throw damaged;
      continue;
    }
    if (length + run > bytes.length) throw damaged;
    bytes.fill(front[0] ?? 0, length, length + run);
    length += run;
    [run, weight] = [0, 1];
    if (symbol === end) return length;
    if (length >= bytes.length) throw damaged;
    const byte = front[symbol - 1] ?? 0;
    front.copyWithin(1, 0, symbol - 1);
    front[0] = byte;
    bytes[length] = byte;
    length += 1;
  }
}

/** The inverse of the transform of Burrows and Wheeler. The low byte of each number is a byte of the last column. */
function undoTransform(links: Uint32Array, length: number, start: number): Uint8Array {
  const places = new Uint32Array(257);
  for (let at = 0; at < length; at += 1) {
    const next = (links[at] ?? 0) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let byte = 1; byte < 257; byte += 1) places[byte] = (places[byte] ?? 0) + (places[byte - 1] ?? 0);
  for (let at = 0; at < length; at += 1) {
    const byte = (links[at] ?? 0) & 0xff;
    const place = places[byte] ?? 0;
    places[byte] = place + 1;
    links[place] = ((links[place] ?? 0) | (at << 8)) >>> 0;
  }
  const bytes = new Uint8Array(length);
  for (let at = 0, link = (links[start] ?? 0) >>> 8; at < length; at += 1) {
    const value = links[link] ?? 0;
    bytes[at] = value & 0xff;
    link = value >>> 8;
  }
  return bytes;
}

/** Run-length decoding: the byte behind four equal bytes counts how often they repeat further. */
function* expandRuns(bytes: Uint8Array, sum: { value: number }): Generator<Uint8Array, void, undefined> {
  let out = new Uint8Array(PIECE + 256);
  let [at, same, before] = [0, 0, -1];
  for (const byte of bytes) {
    if (same === 4) {
      out.fill(before, at, at + byte);
      at += byte;
      [same, before] = [0, -1];
    } else {
      out[at] = byte;
      at += 1;
      same = byte === before ? same + 1 : 1;
      before = byte;
    }
    if (at >= PIECE) {
      yield addTo(sum, out.subarray(0, at));
      out = new Uint8Array(PIECE + 256);
      at = 0;
    }
  }
  // A run whose length is missing.
  if (same === 4) throw damaged;
  yield addTo(sum, out.subarray(0, at));
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value;
});

function addTo(sum: { value: number }, bytes: Uint8Array): Uint8Array {
  let { value } = sum;
  const { length } = bytes;
  for (let at = 0; at < length; at += 1) value = (value << 8) ^ (table[(value >>> 24) ^ (bytes[at] ?? 0)] ?? 0);
  sum.value = value;
  return bytes;
}
