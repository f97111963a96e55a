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
      if (byte === lastByte && startsAt(haystack, end - last, this.bytes)) {
        return end - last;
      }
      end += this.#shifts[byte] ?? 1;
    }
    return -1;
  }
}

/** Finds several byte strings in one pass, each at its first place only: Horspool's window over the shortest of them. */
export class PatternSet<Name extends string> {
  readonly #window: number;
  readonly #shifts: Uint8Array;
  /** By the byte at the end of the window: the patterns that can be there. */
  readonly #candidates: readonly (readonly { readonly name: Name; readonly bytes: Uint8Array }[])[];

  constructor(patterns: Readonly<Record<Name, string>>) {
    const named = (Object.entries(patterns) as [Name, string][]).map(([name, text]) => ({
      name,
      bytes: new Pattern(text).bytes,
    }));
    const window = Math.min(...named.map(({ bytes }) => bytes.length));
    this.#window = window;
    this.#shifts = new Uint8Array(256).fill(window);
    for (const { bytes } of named) {
      bytes.subarray(0, window - 1).forEach((byte, index) => {
        this.#shifts[byte] = Math.min(this.#shifts[byte] ?? window, window - 1 - index);
      });
    }
    this.#candidates = Array.from({ length: 256 }, (_, byte) =>
      named.filter(({ bytes }) => bytes[window - 1] === byte),
    );
  }

  /** Adds to `found` the names of the patterns that `haystack` holds. */
  findIn(haystack: Uint8Array, found: Set<Name>): void {
    const last = this.#window - 1;
    for (let end = last; end < haystack.length;) {
      const byte = haystack[end] ?? 0;
      for (const { name, bytes } of this.#candidates[byte] ?? []) {
        if (!found.has(name) && startsAt(haystack, end - last, bytes)) found.add(name);
      }
      end += this.#shifts[byte] ?? 1;
    }
  }
}

function startsAt(haystack: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (haystack[start + index] !== bytes[index]) return false;
  }
  return true;
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
