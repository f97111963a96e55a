import { posix } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { decompress } from "../archives/decompress.ts";
import type { Bytes, Member } from "../archives/member.ts";
import { readTar } from "../archives/tar.ts";
import type { Blobs, Decompression, Spool } from "../ports/types.ts";
import type { Kept } from "./keep.ts";
import { isElf } from "./object.ts";
import type { Layer, LayerEntry } from "./root.ts";
import { headSize } from "./script.ts";

export type LayerTools = {
  readonly blobs: Pick<Blobs, "startSha256">;
  readonly decompression: Decompression;
  readonly spool: Spool;
  /** Members that may still be read of all layers of an image file. */
  readonly budget: { members: number };
};

/** A layer as it was read, and the SHA-256 of its blob; in words why it could not be read. */
export type ReadLayer = {
  readonly layer: Layer | string;
  /** Of the blob. */
  readonly sha256: string;
  /** Of what it holds; null where the layer could not be read. */
  readonly diffSha256: string | null;
};

/** What is kept of programs and libraries, together. */
const spoolLimit = 4 * 1024 ** 3;
/** What is kept of a file of text. */
const largestText = 4 * 1024 * 1024;
/** Files that decide how a program starts. Anywhere: images link to theirs. */
const wanted = /(?:^|\/)(?:passwd|group|ld\.so\.cache|ld-musl-[^/]+\.path)$/;

/**
 * A layer, packed or not → what it puts where. Of the contents only those are kept that can decide whether a program starts: ELF files, the
 * first bytes of what is executable, and the files in `wanted`.
 */
export async function readLayer(bytes: Bytes, tools: LayerTools): Promise<ReadLayer> {
  const hash = await tools.blobs.startSha256();
  const blob = hashed(bytes, hash);
  const found = await inWords(async () => {
    const unpacked = await decompress(blob.bytes, { decompression: tools.decompression });
    // What is not packed is its own content.
    const diffHash = unpacked.compression === null ? null : await tools.blobs.startSha256();
    const tar = diffHash === null ? { bytes: unpacked.bytes, drain: blob.drain } : hashed(unpacked.bytes, diffHash);
    const entries = await readEntries(tar.bytes, tools);
    await tar.drain();
    return { layer: { entries }, diffSha256: diffHash?.hex() };
  });
  await blob.drain();
  const sha256 = hash.hex();
  if (typeof found === "string") return { layer: found, sha256, diffSha256: null };
  return { layer: found.layer, sha256, diffSha256: found.diffSha256 ?? sha256 };
}

async function readEntries(bytes: Bytes, { budget, spool }: LayerTools): Promise<readonly LayerEntry[]> {
  const entries: LayerEntry[] = [];
  await readTar(bytes, async (member, content) => {
    budget.members -= 1;
    if (budget.members < 0) throw new ArchiveError("belongs to an image of too many files");
    const entry = await readEntry(member, content, spool);
    if (entry !== null) entries.push(entry);
  });
  return entries;
}

async function inWords<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (thrown: unknown) {
    if (thrown instanceof ArchiveError) return thrown.message;
    throw thrown;
  }
}

type Hash = Awaited<ReturnType<Blobs["startSha256"]>>;

/** The bytes as they are read, and what readers left of them: a digest is for all. */
function hashed(bytes: Bytes, hash: Hash): { readonly bytes: Bytes; readonly drain: () => Promise<void> } {
  const source = bytes[Symbol.asyncIterator]();
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    const result = await source.next();
    if (result.done === true) return { done: true, value: undefined };
    hash.update(result.value);
    return result;
  };
  const ended = { done: true, value: undefined } as const;
  return {
    bytes: { [Symbol.asyncIterator]: () => ({ next, return: () => Promise.resolve(ended) }) },
    drain: async () => {
      for (let result = await next(); result.done !== true; result = await next());
    },
  };
}

const whiteout = ".wh.";
const opaque = ".wh..wh..opq";

/** null for what says nothing of the root: marks of the storage that wrote the layer. Throws ArchiveError for names that lead out of it. */
async function readEntry(member: Member, content: Bytes, spool: Spool): Promise<LayerEntry | null> {
  const path = plainPath(member.path);
  const { dir, base } = posix.parse(path);
  const own = { target: null, mode: member.mode ?? 0o644, uid: member.uid ?? 0, gid: member.gid ?? 0, kept: null };
  if (base === opaque) return { ...own, path: dir, kind: "opaque" };
  if (base.startsWith(".wh..wh.")) return null;
  if (base.startsWith(whiteout))
    return { ...own, path: posix.join(dir, base.slice(whiteout.length)), kind: "whiteout" };
  const { kind, target } = member;
  if (kind === "file") return { ...own, path, kind, kept: await keep(member, content, spool) };
  return { ...own, path, kind, target: kind === "hard-link" ? plainPath(target ?? "") : target };
}

/** `./usr//bin/app` → `usr/bin/app`. An absolute name begins at the root as well. */
function plainPath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..") || path.includes("\0"))
    throw new ArchiveError(`names a file outside of the root ("${path.slice(0, 200)}")`);
  return parts.join("/");
}

async function keep(member: Member, content: Bytes, spool: Spool): Promise<Kept | null> {
  const offset = spool.size;
  let [head, limit]: [Uint8Array | null, number] = [new Uint8Array(), headSize];
  for await (const piece of content) {
    const bytes: Uint8Array = head === null ? piece : joined(head, piece);
    // The first bytes say how many are needed, and a piece may be a single one.
    if (head !== null && bytes.length < magicSize && bytes.length < member.size) {
      head = bytes;
      continue;
    }
    if (head !== null) limit = bytesToKeep(member, bytes, spool);
    head = null;
    spool.append(bytes.subarray(0, Math.max(0, limit - (spool.size - offset))));
    if (spool.size - offset >= limit) break;
  }
  const length = spool.size - offset;
  if (length === 0 && !isExecutable(member)) return null;
  return { size: member.size, bytes: () => spool.source(offset, length) };
}

const magicSize = 4;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function bytesToKeep(member: Member, start: Uint8Array, spool: Spool): number {
  if (isElf(start)) return spool.size + member.size > spoolLimit ? headSize : member.size;
  if (wanted.test(member.path)) return largestText;
  return isExecutable(member) ? headSize : 0;
}

function isExecutable({ mode }: Member): boolean {
  return ((mode ?? 0) & 0o111) !== 0;
}
