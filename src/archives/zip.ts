import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import { decompress, inWords } from "./decompress.ts";
import { type Feed, withFeed } from "./feed.ts";
import type { Held } from "./held.ts";
import type { Limits } from "./limits.ts";
import type { Bytes, Visit } from "./member.ts";
import { readZipList, type ZipEntry } from "./zip-list.ts";
import type { Decompression } from "../ports/types.ts";

const LOCAL = [0x50, 0x4b, 0x03, 0x04];
const LOCAL_SIZE = 30;
const LONGEST_TARGET = 65536;
const STORED = 0;
const DEFLATED = 8;
/** 4.4.5: bzip2, zstd and xz, which say by themselves what they are. */
const selfDescribing: ReadonlySet<number> = new Set([12, 20, 93, 95]);
const methods: Readonly<Record<number, string>> = { 9: "deflate64", 14: "lzma", 98: "PPMd" };

type Options = { readonly decompression: Decompression; readonly limits: Limits };

/**
 * Reads a zip archive by the list at its end. The content of a member that is encrypted or packed in a way that is not read throws
 * ArchiveError when it is asked for, and the others can be read. Throws ArchiveError.
 */
export async function readZip(held: Held, visit: Visit, options: Options): Promise<void> {
  const { limits } = options;
  const entries = held.use((source) => readZipList(source, limits.members));
  const bound = boundOf(held, limits);
  const left = { bytes: limits.bytes };
  await withFeed(held.stream(), async (feed) => {
    for (const entry of entries) {
      if (entry.offset < feed.offset) throw new ArchiveError("has members that overlap");
      await feed.skip(entry.offset - feed.offset, "a member");
      const end = await readLocal(feed, entry);
      const content = contentOf(entry, feed, { ...options, left, bound });
      const { member } = entry;
      const target = member.kind === "link" ? await readText(content) : null;
      await visit({ ...member, target }, content);
      await feed.skip(end - feed.offset, "a member");
    }
  });
}

/** How many bytes may come out in all. */
function boundOf({ size }: Held, { ratio, unmeasured, bytes }: Limits): number {
  return Math.min(bytes, Math.max(unmeasured, ratio * size));
}

/** Returns where the member ends. */
async function readLocal(feed: Feed, { packedSize }: ZipEntry): Promise<number> {
  const header = await feed.take(LOCAL_SIZE, "a member's header");
  if (!LOCAL.every((byte, at) => header[at] === byte))
    throw new ArchiveError("is damaged: a member is not where its list says");
  const [name = 0, extra = 0] = [26, 28].map((at) => (header[at] ?? 0) + 256 * (header[at + 1] ?? 0));
  await feed.skip(name + extra, "a member's header");
  return feed.offset + packedSize;
}

async function* contentOf(
  entry: ZipEntry,
  feed: Feed,
  options: Options & { readonly left: { bytes: number }; readonly bound: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { member, crc } = entry;
  const { crc32 } = await options.decompression.checks();
  const check = { crc: 0, size: 0 };
  for await (const piece of unpack(entry, feed, options)) {
    check.size += piece.length;
    options.left.bytes -= piece.length;
    if (check.size > member.size) throw new ArchiveError("is damaged: a member is larger than its list says");
    if (options.left.bytes < options.limits.bytes - options.bound) {
      throw new ArchiveError(`unpacks to more than ${options.bound} bytes`);
    }
    check.crc = crc32(piece, check.crc);
    yield piece;
  }
  if (check.size < member.size) throw new ArchiveError("is damaged: a member is smaller than its list says");
  if (check.crc !== crc) throw new ArchiveError("is damaged: a member's checksum does not fit");
}

async function* unpack(
  { isEncrypted, method, packedSize }: ZipEntry,
  feed: Feed,
  options: Options,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (isEncrypted) throw new ArchiveError("is encrypted");
  const packed = feed.stream(packedSize, "a member");
  if (method === STORED) yield* packed;
  else if (method === DEFLATED) yield* inWords(options.decompression.inflateRaw(packed));
  else if (selfDescribing.has(method)) yield* (await decompress(packed, options)).bytes;
  else throw new ArchiveError(`is packed by ${methods[method] ?? `method ${method}`}, which is not read`);
}

async function readText(content: Bytes): Promise<string> {
  let text = "";
  for await (const piece of content) {
    text += decodeText(piece);
    if (text.length > LONGEST_TARGET) throw new ArchiveError("has a link with an impossible target");
  }
  return text;
}
