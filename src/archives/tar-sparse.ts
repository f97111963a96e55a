import { ArchiveError } from "./archive-error.ts";
import type { Feed } from "./feed.ts";
import type { Pax } from "./tar-pax.ts";
import { blockSize, numberAt } from "./tar-header.ts";

// GNU tar's manual, "Storing Sparse Files": four ways to say which parts of a file are there; the others are zeros.

type Part = { readonly offset: number; readonly length: number };

/** `stored`: the bytes of the parts that are still to be read. */
export type Sparse = { readonly size: number; readonly parts: readonly Part[]; readonly stored: number };

const MOST_PARTS = 1_000_000;
const SLOT = 24;
const broken = new ArchiveError("has a sparse member whose parts do not fit its size");

/** The old format of GNU: in the header, and in blocks behind it. */
export async function readOldSparse(header: Uint8Array, size: number, feed: Feed): Promise<Sparse> {
  const parts = slotsOf(header, 386, 4);
  let isLast = header[482] === 0;
  while (!isLast) {
    const block = await feed.take(blockSize, "the list of a sparse member");
    parts.push(...slotsOf(block, 0, 21));
    isLast = block[504] === 0;
    if (parts.length > MOST_PARTS) throw broken;
  }
  return check({ size: numberAt(header, [483, 12], "size"), parts, stored: size });
}

function slotsOf(block: Uint8Array, start: number, count: number): Part[] {
  return Array.from({ length: count }, (_, at) => start + at * SLOT).flatMap((at) => {
    if (block[at] === 0) return [];
    return { offset: numberAt(block, [at, 12], "size"), length: numberAt(block, [at + 12, 12], "size") };
  });
}

/** The formats of pax, 0.0, 0.1 and 1.0; undefined where the member is not sparse. */
export async function readPaxSparse(pax: Pax, size: number, feed: Feed): Promise<Sparse | undefined> {
  const [major, real] = [pax.get("GNU.sparse.major"), pax.get("GNU.sparse.realsize") ?? pax.get("GNU.sparse.size")];
  if (major === undefined && real === undefined) return undefined;
  if (major !== undefined && major !== "0") {
    if (major !== "1") throw new ArchiveError(`has a sparse member of the unknown version ${major}`);
    return readListed(decimal(real), size, feed);
  }
  const map = (pax.get("GNU.sparse.map") ?? "").split(",").filter((part) => part !== "");
  return check({ size: decimal(real), parts: pairsOf(map.map(decimal)), stored: size });
}

/** Version 1.0 has the list as lines in front of the data, padded to whole blocks. */
async function readListed(real: number, size: number, feed: Feed): Promise<Sparse> {
  const lines: number[] = [];
  let [rest, blocks] = ["", 0];
  while (lines.length === 0 || lines.length < 1 + 2 * (lines[0] ?? 0)) {
    const text = rest + String.fromCharCode(...(await feed.take(blockSize, "the list of a sparse member")));
    blocks += 1;
    const all = text.split("\n");
    rest = all.pop() ?? "";
    for (const line of all) if (lines.length === 0 || lines.length < 1 + 2 * (lines[0] ?? 0)) lines.push(decimal(line));
    if ((lines[0] ?? 0) > MOST_PARTS || blocks * blockSize > size || rest.length > blockSize) throw broken;
  }
  return check({ size: real, parts: pairsOf(lines.slice(1)), stored: size - blocks * blockSize });
}

function pairsOf(numbers: readonly number[]): Part[] {
  if (numbers.length % 2 !== 0 || numbers.length > 2 * MOST_PARTS) throw broken;
  return Array.from({ length: numbers.length / 2 }, (_, at) => ({
    offset: numbers[2 * at] ?? 0,
    length: numbers[2 * at + 1] ?? 0,
  }));
}

function decimal(text: string | undefined): number {
  const value = /^\d{1,15}$/.test(text ?? "") ? Number(text) : NaN;
  if (Number.isNaN(value)) throw broken;
  return value;
}

function check(sparse: Sparse): Sparse {
  let end = 0;
  let sum = 0;
  for (const { offset, length } of sparse.parts) {
    if (offset < end || offset + length > sparse.size) throw broken;
    end = offset + length;
    sum += length;
  }
  if (sum !== sparse.stored) throw broken;
  return sparse;
}

const zeros = new Uint8Array(64 * 1024);

/** The whole file, zeros included. */
export async function* expand({ size, parts }: Sparse, feed: Feed): AsyncGenerator<Uint8Array, void, undefined> {
  let at = 0;
  for (const { offset, length } of [...parts, { offset: size, length: 0 }]) {
    for (; at < offset; at += Math.min(zeros.length, offset - at)) yield zeros.subarray(0, offset - at);
    yield* feed.stream(length, "a member");
    at = offset + length;
  }
}
