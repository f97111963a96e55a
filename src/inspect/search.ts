import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { readRange, type Range } from "./reader.ts";

/** Finds one byte string. Boyer-Moore-Horspool: it looks at one byte in every pattern's length or so. */
export class Pattern {
  readonly bytes: Uint8Array;
  readonly #shifts = new Uint8Array(256);

  /** `text`: at most 255 Latin-1 characters. */
  constructor(text: string) {
    this.bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const last = this.bytes.length - 1;
    this.#shifts.fill(this.bytes.length);
    this.bytes.subarray(0, last).forEach((byte, index) => {
      this.#shifts[byte] = last - index;
    });
  }

  /** Where it first is in `haystack` at or after `from`, or -1. */
  indexIn(haystack: Uint8Array, from = 0): number {
    const last = this.bytes.length - 1;
    const lastByte = this.bytes[last];
    for (let end = from + last; end < haystack.length;) {
      const byte = haystack[end] ?? 0;
      if (byte === lastByte && this.#matchesAt(haystack, end - last)) {
        return end - last;
      }
      end += this.#shifts[byte] ?? 1;
    }
    return -1;
  }

  #matchesAt(haystack: Uint8Array, start: number): boolean {
    for (let index = 0; index < this.bytes.length; index += 1) {
      if (haystack[start + index] !== this.bytes[index]) {
        return false;
      }
    }
    return true;
  }
}

const CHUNK = 4n * 1024n * 1024n;
/** Chunks share their ends, so that no pattern falls between two of them. */
const OVERLAP = 64n;
/** A program that loads more is not searched, and whatever the search was for is not known. */
export const MAX_SEARCH = 512n * 1024n * 1024n;

export type Chunk = { readonly bytes: Uint8Array; readonly offset: bigint };

/** The bytes of all ranges, chunk by chunk. No pattern may be longer than 64 bytes. */
export function* readChunks(source: ByteSource, ranges: readonly Range[], field: string): Generator<Chunk> {
  const total = ranges.reduce((sum, range) => sum + range.length, 0n);
  if (total > MAX_SEARCH) {
    throw new FormatError(`${field}: more than 512 MiB to search`, Number(ranges[0]?.offset ?? 0n));
  }
  for (const range of ranges) {
    const end = range.offset + range.length;
    for (let offset = range.offset; offset < end; offset += CHUNK) {
      const rest = end - offset;
      const length = rest < CHUNK + OVERLAP ? rest : CHUNK + OVERLAP;
      yield { bytes: readRange(source, { offset, length }, field), offset };
    }
  }
}
