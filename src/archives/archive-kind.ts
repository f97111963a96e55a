import { decodeText } from "../text/bytes.ts";
import { blockSize, isHeader, isZero } from "./tar-header.ts";

// By itself, so that a run without archives loads no reader.

/** How a stream is packed. */
export type Compression = "gzip" | "zstd" | "xz" | "bzip2";

const magics: readonly (readonly [Compression, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  // A frame that is there to be skipped, as pzstd writes one.
  ["zstd", [0x50, 0x2a, 0x4d, 0x18]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["bzip2", [0x42, 0x5a, 0x68]],
];

export const LONGEST_MAGIC = 6;

/** What a stream is packed with, by its first bytes; null where it is with nothing that is known here. */
export function compressionOf(start: Uint8Array): Compression | null {
  return magics.find(([, magic]) => magic.every((byte, at) => start[at] === byte))?.[0] ?? null;
}

/** Enough to know each format by. */
export const START = blockSize;
const DEB = "!<arch>\ndebian-binary";

/** What a file is by its first 512 bytes; null: neither an archive that is read nor packed. */
export function archiveOf(start: Uint8Array): "zip" | "deb" | "rpm" | "tar" | "packed" | null {
  const text = decodeText(start.subarray(0, DEB.length));
  if (/^PK(?:\x03\x04|\x05\x06)/.test(text)) return "zip";
  if (text === DEB) return "deb";
  if ([0xed, 0xab, 0xee, 0xdb].every((byte, at) => start[at] === byte)) return "rpm";
  if (compressionOf(start) !== null) return "packed";
  return isTar(start) ? "tar" : null;
}

export function isTar(start: Uint8Array): boolean {
  const block = start.subarray(0, START);
  return block.length === START && !isZero(block) && isHeader(block);
}
