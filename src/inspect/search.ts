import { indexOfBytes } from "../text/bytes.ts";
import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { min, readRange, type Range } from "./reader.ts";

/**
 * What is looked for first is a part of the pattern. Node's search (its string_search.h) goes from one place of the first byte to the
 * next when what it looks for is shorter than 8 bytes, and that is fast where this byte is seldom. Measured on programs of 60 to 130
 * MB: 3 to 8 ms for 100 MB, and 20 to 50 ms for the whole pattern.
 */
const ANCHOR = 7;
/** It begins with what is seldom in code and in text; with what is not the most frequent of all when there is no such byte. */
const anchorStarts = [/[%A-Zw]/u, /[^\0\u00ff]/u];
/** So many places with the anchor alone are no accident, and the whole pattern is found faster there. */
const MAX_FALSE = 64;

/** A byte string to find. */
export class Pattern {
  readonly bytes: Uint8Array;
  readonly #anchor: Uint8Array;
  readonly #anchorAt: number;

  /** `text`: at most 64 Latin-1 characters. */
  constructor(text: string) {
    this.bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    this.#anchorAt = anchorStarts.map((start) => text.search(start)).find((at) => at !== -1) ?? 0;
    this.#anchor = this.bytes.subarray(this.#anchorAt, this.#anchorAt + ANCHOR);
  }

  /** Where it first is in `haystack` at or after `from`, or -1. */
  indexIn(haystack: Uint8Array, from = 0): number {
    let anchorFrom = from + this.#anchorAt;
    for (let tries = 0; tries < MAX_FALSE; tries += 1) {
      const at = indexOfBytes(haystack, this.#anchor, anchorFrom);
      if (at === -1 || this.#startsAt(haystack, at - this.#anchorAt)) {
        return at === -1 ? -1 : at - this.#anchorAt;
      }
      anchorFrom = at + 1;
    }
    return indexOfBytes(haystack, this.bytes, anchorFrom - this.#anchorAt);
  }

  #startsAt(haystack: Uint8Array, start: number): boolean {
    return this.bytes.every((byte, index) => haystack[start + index] === byte);
  }
}

/** It fits into the processor's cache, where searching it for the second pattern costs less than reading it did. */
const CHUNK = 256n * 1024n;
/** Chunks share their ends, so that nothing of this length falls between two of them. */
export const OVERLAP = 1024n;
/** A program that loads more is not searched, and whatever the search was for is not known. */
export const MAX_SEARCH = 512n * 1024n * 1024n;

type Chunk = {
  /** Good until the next chunk is asked for, which takes their place. */
  readonly bytes: Uint8Array;
  readonly offset: bigint;
};

/** The bytes of all ranges, chunk by chunk. */
export function* readChunks(source: ByteSource, ranges: readonly Range[], field: string): Generator<Chunk> {
  const total = ranges.reduce((sum, range) => sum + range.length, 0n);
  if (total > MAX_SEARCH) {
    throw new FormatError(`${field}: more than 512 MiB to search`, Number(ranges[0]?.offset ?? 0n));
  }
  const into = new Uint8Array(Number(min(total, CHUNK + OVERLAP)));
  for (const range of ranges) {
    for (let done = 0n; done < range.length; done += CHUNK) {
      const chunk = { offset: range.offset + done, length: min(range.length - done, CHUNK + OVERLAP), into };
      yield { bytes: readRange(source, chunk, field), offset: chunk.offset };
    }
  }
}
