import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import { type Feed, withFeed } from "./feed.ts";
import type { Limits } from "./limits.ts";
import type { Bytes, Member, Visit } from "./member.ts";

// cpio(5), "New ASCII Format", and the form of RPM that has only a number, of which the package's header says the rest.

const FIELDS = 13;
const HEADER = 6 + FIELDS * 8;
const STRIPPED = 6 + 8;
const LONGEST_NAME = 65536;
const TRAILER = "TRAILER!!!";
const KINDS: Readonly<Record<number, Member["kind"]>> = { 0o100000: "file", 0o040000: "folder", 0o120000: "link" };
const TYPE = 0o170000;

/** What a package's header says of one of its files. */
export type ListedFile = {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly target: string;
};

type Entry = Member & { readonly inode: number | null };

/** Reads a cpio archive as RPM makes it; `listed`: the files of the package's header. Throws ArchiveError. */
export function readCpio(
  bytes: Bytes,
  visit: Visit,
  { limits, listed }: { readonly limits: Pick<Limits, "members">; readonly listed: readonly ListedFile[] },
): Promise<void> {
  return withFeed(bytes, async (feed) => {
    // Of several names of one file the last brings the content.
    const names = new Map<number, string[]>();
    for (let members = 1; ; members += 1) {
      const entry = await readEntry(feed, listed);
      if (entry === undefined) return;
      if (members > limits.members) throw new ArchiveError(`has more than ${limits.members} members`);
      const { inode, ...member } = entry;
      const end = feed.offset + member.size;
      if (inode !== null && member.size === 0) {
        names.set(inode, [...(names.get(inode) ?? []), member.path]);
      } else {
        await visit(member, feed.stream(member.size, "a member"));
        for (const path of inode === null ? [] : (names.get(inode) ?? [])) {
          await visit({ ...member, path, kind: "hard-link", target: member.path, size: 0 }, feed.stream(0, "a member"));
        }
      }
      await feed.skip(end - feed.offset, "a member");
      await align(feed);
    }
  });
}

async function readEntry(feed: Feed, listed: readonly ListedFile[]): Promise<Entry | undefined> {
  const magic = decodeText(await feed.peek(6));
  if (magic === "07070X") return readStripped(feed, listed);
  if (magic !== "070701" && magic !== "070702") {
    throw new ArchiveError(
      magic.length < 6 ? "is cut off between two members" : "is damaged: no member where one should begin",
    );
  }
  const fields = parseFields(decodeText(await feed.take(HEADER, "a member's header")));
  if (fields.nameSize < 1 || fields.nameSize > LONGEST_NAME) {
    throw new ArchiveError("is damaged: a member has an impossible name");
  }
  const path = decodeText(await feed.take(fields.nameSize, "a member's name")).replace(/\0.*$/s, "");
  await align(feed);
  if (path === TRAILER) return undefined;
  const { mode, uid, gid, size } = fields;
  const kind = KINDS[mode & TYPE] ?? "other";
  const target = kind === "link" ? decodeText(await feed.peek(Math.min(size, LONGEST_NAME))) : null;
  const isOneOfSeveral = kind === "file" && fields.links > 1;
  return { path, kind, target, mode: mode & 0o7777, uid, gid, size, inode: isOneOfSeveral ? fields.inode : null };
}

function parseFields(text: string): Record<"inode" | "mode" | "uid" | "gid" | "links" | "size" | "nameSize", number> {
  const field = (at: number): number => hexAt(text, 6 + at * 8);
  const [inode, mode, uid, gid, links] = [field(0), field(1), field(2), field(3), field(4)];
  return { inode, mode, uid, gid, links, size: field(6), nameSize: field(11) };
}

async function readStripped(feed: Feed, listed: readonly ListedFile[]): Promise<Entry> {
  const text = decodeText(await feed.take(STRIPPED, "a member's header"));
  await align(feed);
  const file = listed[hexAt(text, 6)];
  if (file === undefined) throw new ArchiveError("is damaged: a member is none of the package's files");
  const { path, mode, size } = file;
  const kind = KINDS[mode & TYPE] ?? "other";
  const target = kind === "link" ? file.target : null;
  const stored = kind === "folder" || kind === "other" ? 0 : size;
  return { path, kind, target, mode: mode & 0o7777, uid: null, gid: null, size: stored, inode: null };
}

function hexAt(text: string, at: number): number {
  const digits = text.slice(at, at + 8);
  if (!/^[0-9a-f]{8}$/i.test(digits)) throw new ArchiveError("is damaged: a member's header is not one");
  return Number.parseInt(digits, 16);
}

async function align(feed: Feed): Promise<void> {
  await feed.skip((4 - (feed.offset % 4)) % 4, "a member");
}
