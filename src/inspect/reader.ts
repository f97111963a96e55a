import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";

/** How the numbers of a file are written. `wide`: addresses and offsets take 64 bits, else 32. */
export type Encoding = { readonly littleEndian: boolean; readonly wide: boolean };

/** Bytes [offset, offset + length) as the file claims them: not yet known to exist. */
export type Range = { readonly offset: bigint; readonly length: bigint };

/** No table, string or note of a program comes near it; a lie about a length must not become an allocation. */
const MAX_RANGE = 64n * 1024n * 1024n;

/** Throws unless the file holds the whole range. `field` names the range in the message. */
export function requireRange(source: ByteSource, range: Range, field: string): void {
  // Compared as BigInt: 2^53 + 1 and 2^64 - 32 are both inside the file once they are Numbers.
  if (range.offset + range.length > BigInt(source.size)) {
    throw new FormatError(`${field} is cut off`, Number(min(range.offset, BigInt(source.size))));
  }
}

/** The bytes of a range, all of them, and in `into` when the source can do that. */
export function readRange(
  source: ByteSource,
  range: Range & { readonly into?: Uint8Array },
  field: string,
): Uint8Array {
  requireRange(source, range, field);
  const offset = Number(range.offset);
  if (range.length > MAX_RANGE) {
    throw new FormatError(`${field} is longer than 64 MiB`, offset);
  }
  const bytes = source.read(offset, Number(range.length), range.into);
  // The file may have shrunk since its size was taken.
  if (bytes.length < Number(range.length)) {
    throw new FormatError(`${field} is cut off`, offset + bytes.length);
  }
  return bytes;
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Reads fields one after the other. Going past the end is a FormatError that names the field, never a RangeError. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #base: number;
  readonly #encoding: Encoding;
  #position = 0;
  #fieldStart = 0;

  /** `base`: where in the file `bytes` begins, for messages. */
  constructor(bytes: Uint8Array, base: number, encoding: Encoding) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#base = base;
    this.#encoding = encoding;
  }

  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  u8(field: string): number {
    return this.#view.getUint8(this.#take(1, field));
  }

  u16(field: string): number {
    return this.#view.getUint16(this.#take(2, field), this.#encoding.littleEndian);
  }

  u32(field: string): number {
    return this.#view.getUint32(this.#take(4, field), this.#encoding.littleEndian);
  }

  u64(field: string): bigint {
    return this.#view.getBigUint64(this.#take(8, field), this.#encoding.littleEndian);
  }

  /** An address, offset or size: 64 or 32 bits after the file's class. */
  word(field: string): bigint {
    return this.#encoding.wide ? this.u64(field) : BigInt(this.u32(field));
  }

  bytes(length: number, field: string): Uint8Array {
    const start = this.#take(length, field);
    return this.#bytes.subarray(start, start + length);
  }

  seek(position: number, field: string): void {
    if (position > this.#bytes.length) {
      throw new FormatError(`${field} is cut off`, this.#base + this.#bytes.length);
    }
    this.#position = position;
  }

  /** The error for the field that was read last. */
  broken(rule: string): FormatError {
    return new FormatError(rule, this.#base + this.#fieldStart);
  }

  #take(length: number, field: string): number {
    if (length > this.remaining) {
      throw new FormatError(`${field} is cut off`, this.#base + this.#position);
    }
    this.#fieldStart = this.#position;
    this.#position += length;
    return this.#fieldStart;
  }
}

/** The length of the NUL-terminated string at the start of `bytes`, or undefined when no NUL follows. */
export function stringLength(bytes: Uint8Array): number | undefined {
  const end = bytes.indexOf(0);
  return end === -1 ? undefined : end;
}

// A name keeps a leading U+FEFF: it is part of the path that the kernel opens.
