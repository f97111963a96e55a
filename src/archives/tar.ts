import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import { type Feed, withFeed } from "./feed.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { Bytes, Member, Visit } from "./member.ts";
import { blockSize, isHeader, isZero, parseHeader, type TarHeader } from "./tar-header.ts";
import { type Pax, parsePax } from "./tar-pax.ts";
import { expand, readOldSparse, readPaxSparse } from "./tar-sparse.ts";

// Our own: the readers of npm pass over the parts of sparse files, and none says what it did not understand.

type TarLimits = Pick<Limits, "members" | "bytes"> & {
  /** Whether an archive without the zeros at its end is taken for whole. */
  readonly mayLackEnd?: boolean;
};

/** Of a header that only describes the next one: more is no name and no list of attributes. */
const LONGEST_EXTENSION = 1024 * 1024;
const WITHOUT_CONTENT = "23456";

/** What headers in front of a member say of it. */
type Extensions = { readonly pax: Pax; readonly path?: string; readonly linkPath?: string };

/**
 * Reads a tar archive of any kind: v7, ustar, pax, GNU with long names, sparse files and several archives one after the other, as
 * `cat` makes them. Throws ArchiveError for what is cut off, damaged or above the limits; what was visited before it holds.
 */
export function readTar(bytes: Bytes, visit: Visit, limits: TarLimits = defaultLimits): Promise<void> {
  return withFeed(bytes, (feed) => readMembers(feed, visit, limits));
}

async function readMembers(feed: Feed, visit: Visit, limits: TarLimits): Promise<void> {
  let global: Pax = new Map();
  let extensions: Extensions = { pax: global };
  let [members, hasEnd] = [0, false];
  for (;;) {
    const block = await feed.takeSome(blockSize);
    if (block.length === 0 && (hasEnd || limits.mayLackEnd === true)) break;
    if (isZero(block) && block.length === blockSize) {
      hasEnd = true;
      continue;
    }
    if (!isHeader(block)) {
      // Behind the end there may be anything.
      if (hasEnd) break;
      throw describeBroken(block, members);
    }
    hasEnd = false;
    const header = parseHeader(block);
    const found = await readExtension(header, extensions, feed);
    if (found === undefined) {
      members += 1;
      if (members > limits.members) throw new ArchiveError(`has more than ${limits.members} members`);
      await visitMember({ header, block, extensions }, { feed, visit, limits });
      extensions = { pax: global };
    } else if (found.isGlobal) {
      global = new Map([...global, ...found.pax]);
      extensions = { ...extensions, pax: new Map([...global, ...extensions.pax]) };
    } else {
      extensions = found;
    }
  }
}

function describeBroken(block: Uint8Array, members: number): ArchiveError {
  if (block.length < blockSize) return new ArchiveError("is cut off between two members, or its end was never written");
  return new ArchiveError(
    members === 0 ? "is not a tar archive" : "is damaged: there is no header where a member should begin",
  );
}

/** A header that describes the next one; undefined for a member. */
async function readExtension(
  { type, size }: TarHeader,
  known: Extensions,
  feed: Feed,
): Promise<(Extensions & { readonly isGlobal: boolean }) | undefined> {
  if (!"xgXLK".includes(type)) return undefined;
  if (size > LONGEST_EXTENSION) throw new ArchiveError("has an extended header of more than 1 MiB");
  const content = Uint8Array.from(await feed.take(size, "an extended header"));
  await feed.skip(paddingOf(size), "an extended header");
  const text = (): string => decodeText(content).replace(/\0.*$/s, "");
  switch (type) {
    case "L":
      return { ...known, path: text(), isGlobal: false };
    case "K":
      return { ...known, linkPath: text(), isGlobal: false };
    case "g":
      return { pax: parsePax(content), isGlobal: true };
    default:
      return { ...known, pax: new Map([...known.pax, ...parsePax(content)]), isGlobal: false };
  }
}

type Found = { readonly header: TarHeader; readonly block: Uint8Array; readonly extensions: Extensions };

async function visitMember(
  { header, block, extensions }: Found,
  { feed, visit, limits }: { readonly feed: Feed; readonly visit: Visit; readonly limits: TarLimits },
): Promise<void> {
  const { pax } = extensions;
  if (header.type === "M") throw new ArchiveError("is a part of an archive in several volumes");
  const named = numberOf(pax, "size") ?? header.size;
  const hasContent =
    !WITHOUT_CONTENT.includes(header.type) && (header.type !== "1" || (await hasLinkContent(pax, named, feed)));
  const size = hasContent ? named : 0;
  const before = feed.offset;
  const sparse = header.type === "S" ? await readOldSparse(block, size, feed) : await readPaxSparse(pax, size, feed);
  // The blocks behind an old header are not counted in its size, the list of version 1.0 is.
  const end = (header.type === "S" ? feed.offset : before) + size;
  const member = describeMember(header, extensions, sparse?.size ?? size);
  if (header.type !== "V") {
    const content = sparse === undefined ? feed.stream(size, "a member") : expand(sparse, feed);
    await visit(member, guarded(content, limits.bytes));
  }
  await feed.skip(end - feed.offset + paddingOf(size), "a member");
}

/** Programs other than pax write the size of the file that is linked to, and no content: then the next header follows at once. */
async function hasLinkContent(pax: Pax, size: number, feed: Feed): Promise<boolean> {
  if (size === 0) return false;
  if (pax.size > 0) return true;
  const next = await feed.peek(blockSize);
  return !isHeader(next) && !isZero(next);
}

function describeMember(header: TarHeader, { pax, ...long }: Extensions, size: number): Member {
  const path = pax.get("GNU.sparse.name") ?? pax.get("path") ?? long.path ?? header.path;
  const kind = kindOf(header.type, path);
  const isLink = kind === "link" || kind === "hard-link";
  return {
    path,
    kind,
    target: isLink ? (pax.get("linkpath") ?? long.linkPath ?? header.linkPath) : null,
    mode: header.mode & 0o7777,
    uid: numberOf(pax, "uid") ?? header.uid,
    gid: numberOf(pax, "gid") ?? header.gid,
    size,
  };
}

/** POSIX has unknown types read as files. */
function kindOf(type: string, path: string): Member["kind"] {
  if (type === "1") return "hard-link";
  if (type === "2") return "link";
  if ("346".includes(type)) return "other";
  // v7 has no type of folders.
  return type === "5" || type === "D" || path.endsWith("/") ? "folder" : "file";
}

function numberOf(pax: Pax, key: string): number | undefined {
  const text = pax.get(key);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new ArchiveError(`has a member with an impossible ${key}`);
  return Number(text);
}

function paddingOf(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

/** Zeros cost nothing in an archive. */
async function* guarded(content: Bytes, limit: number): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  for await (const piece of content) {
    total += piece.length;
    if (total > limit) throw new ArchiveError(`has a member of more than ${limit} bytes`);
    yield piece;
  }
}
