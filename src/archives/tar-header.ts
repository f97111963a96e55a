import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";

// POSIX.1-2017, pax: "ustar Interchange Format"; GNU tar's manual, "Basic Tar Format".

export const blockSize = 512;

const CHECKSUM = { offset: 148, length: 8 };
const MAGIC_OFFSET = 257;
const SPACE = 0x20;
const MANY_BYTES = 0x80;
const NEGATIVE = 0x40;

/** The fields of a header as they stand there. */
export type TarHeader = {
  /** With the prefix, where the format has one. */
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly type: string;
  readonly linkPath: string;
};

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Whether a block is a header: its checksum fits. Some old programs have summed signed bytes. */
export function isHeader(block: Uint8Array): boolean {
  if (block.length < blockSize) return false;
  let [unsigned, signed] = [0, 0];
  for (let at = 0; at < blockSize; at += 1) {
    const isOfSum = at >= CHECKSUM.offset && at < CHECKSUM.offset + CHECKSUM.length;
    const byte = isOfSum ? SPACE : (block[at] ?? 0);
    unsigned += byte;
    signed += byte < MANY_BYTES ? byte : byte - 256;
  }
  const sum = parseOctal(block.subarray(CHECKSUM.offset, CHECKSUM.offset + CHECKSUM.length));
  return sum !== null && (sum === unsigned || sum === signed);
}

/** Throws ArchiveError for a number that cannot be meant. */
export function parseHeader(block: Uint8Array): TarHeader {
  const name = textAt(block, 0, 100);
  // GNU's own format ("ustar  ") has times where POSIX has the prefix.
  const isPosix = textAt(block, MAGIC_OFFSET, 6) === "ustar";
  const prefix = isPosix ? textAt(block, 345, 155) : "";
  return {
    path: prefix === "" ? name : `${prefix}/${name}`,
    mode: numberAt(block, [100, 8], "mode"),
    uid: numberAt(block, [108, 8], "user id"),
    gid: numberAt(block, [116, 8], "group id"),
    size: numberAt(block, [124, 12], "size"),
    type: String.fromCharCode(block[156] ?? 0),
    linkPath: textAt(block, 157, 100),
  };
}

export function textAt(block: Uint8Array, offset: number, length: number): string {
  const field = block.subarray(offset, offset + length);
  const end = field.indexOf(0);
  return decodeText(end === -1 ? field : field.subarray(0, end));
}

/** Octal digits or, for what is larger, bytes. Throws ArchiveError for anything else. */
export function numberAt(block: Uint8Array, [offset, length]: readonly [number, number], what: string): number {
  const field = block.subarray(offset, offset + length);
  const value = ((field[0] ?? 0) & MANY_BYTES) === 0 ? parseOctal(field) : parseBytes(field);
  if (value === null || !Number.isSafeInteger(value)) throw new ArchiveError(`has a member with an impossible ${what}`);
  return value;
}

/** An empty field is 0. */
function parseOctal(field: Uint8Array): number | null {
  const text = String.fromCharCode(...field).replaceAll(/^[ \0]+|[ \0].*$/gs, "");
  if (text === "") return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** GNU's base 256. Nothing that is read here can be negative but an id, which then is nobody's. */
function parseBytes(field: Uint8Array): number | null {
  const [first = 0, ...others] = field;
  if ((first & NEGATIVE) !== 0) return null;
  return others.reduce((value, byte) => value * 256 + byte, first & 0x3f);
}
