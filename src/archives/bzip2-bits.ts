import { ArchiveError } from "./archive-error.ts";
import { cutOff, type Feed } from "./feed.ts";

/** More than the largest block takes: 900,000 symbols of 20 bits, and its tables. */
const AHEAD = 4 * 1024 * 1024;
const MOST_BITS = 20;
const SHORT_BITS = 10;

export const damaged = new ArchiveError("is damaged: its bzip2 data cannot be unpacked");

/** Bits, the highest of a byte first. */
export class BitReader {
  // Not private by `#`: in a loop over every symbol that takes twice as long.
  private bytes: Uint8Array = new Uint8Array();
  private at = 0;
  private held = 0;
  private count = 0;

  /** Fetches as much as one block can take. Returns whether there is anything at all. */
  async fill(feed: Feed): Promise<boolean> {
    const left = this.bytes.length - this.at;
    if (left < AHEAD) {
      const more = await feed.takeSome(2 * AHEAD - left);
      const bytes = new Uint8Array(left + more.length);
      bytes.set(this.bytes.subarray(this.at));
      bytes.set(more, left);
      this.bytes = bytes;
      this.at = 0;
    }
    return this.at < this.bytes.length;
  }

  /** At most 24. Throws ArchiveError at the end. */
  read(count: number): number {
    this.hold(count);
    if (this.count < count) throw cutOff("a bzip2 block");
    this.count -= count;
    const value = this.held >>> this.count;
    this.held &= (1 << this.count) - 1;
    return value;
  }

  read32(): number {
    return this.read(16) * 2 ** 16 + this.read(16);
  }

  /** The next symbol of a code. Throws ArchiveError. */
  readSymbol({ short, symbols, last, base }: Codes): number {
    this.hold(MOST_BITS);
    const { count, held } = this;
    const missing = MOST_BITS - count;
    const next = missing > 0 ? held << missing : held >>> -missing;
    const entry = short[next >>> (MOST_BITS - SHORT_BITS)] ?? 0;
    if (entry !== 0) {
      this.drop(entry & 31);
      return entry >>> 5;
    }
    for (let length = SHORT_BITS + 1; length <= MOST_BITS; length += 1) {
      const code = next >>> (MOST_BITS - length);
      if (code <= (last[length] ?? -1)) {
        this.drop(length);
        return symbols[code + (base[length] ?? 0)] ?? 0;
      }
    }
    throw damaged;
  }

  /** Leaves out what is left of a byte. */
  align(): void {
    const whole = this.count >>> 3;
    this.at -= whole;
    this.held = 0;
    this.count = 0;
  }

  /** So many bits, at most 24, or all that there are. */
  private hold(count: number): void {
    while (this.count < count && this.at < this.bytes.length) {
      this.held = ((this.held << 8) | (this.bytes[this.at] ?? 0)) >>> 0;
      this.at += 1;
      this.count += 8;
    }
  }

  private drop(count: number): void {
    if (this.count < count) throw cutOff("a bzip2 block");
    this.count -= count;
    this.held &= (1 << this.count) - 1;
  }
}

/** A Huffman code: the symbols in the order of their codes, and for each length the last code and how far it is from its symbol. */
export type Codes = {
  readonly symbols: Uint16Array;
  readonly last: Int32Array;
  readonly base: Int32Array;
  /** For the next ten bits, the symbol and its length where that is no longer; else 0. */
  readonly short: Uint16Array;
};

/** The lengths of the codes stand there as differences. Throws ArchiveError. */
export function readCodes(bits: BitReader, size: number): Codes {
  const lengths = readLengths(bits, size);
  const counts = new Int32Array(MOST_BITS + 2);
  for (const each of lengths) counts[each] = (counts[each] ?? 0) + 1;
  const symbols = Uint16Array.from(
    Array.from(lengths.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b),
  );
  const last = new Int32Array(MOST_BITS + 1).fill(-1);
  const base = new Int32Array(MOST_BITS + 1);
  const short = new Uint16Array(1 << SHORT_BITS);
  let [code, index] = [0, 0];
  for (let length = 1; length <= MOST_BITS; length += 1) {
    base[length] = index - code;
    for (let left = counts[length] ?? 0; left > 0; left -= 1, code += 1, index += 1) {
      last[length] = code;
      if (length > SHORT_BITS) continue;
      const shift = SHORT_BITS - length;
      short.fill(((symbols[index] ?? 0) << 5) | length, code << shift, (code + 1) << shift);
    }
    code *= 2;
  }
  return { symbols, last, base, short };
}

function readLengths(bits: BitReader, size: number): Uint8Array {
  let length = bits.read(5);
  return Uint8Array.from({ length: size }, () => {
    while (bits.read(1) === 1) {
      length += bits.read(1) === 1 ? -1 : 1;
      if (length < 1 || length > MOST_BITS) throw damaged;
    }
    if (length < 1 || length > MOST_BITS) throw damaged;
    return length;
  });
}
