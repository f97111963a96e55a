import { Feed } from "../archives/feed.ts";
import { sourceOfBytes } from "../archives/held.ts";
import { defaultLimits } from "../archives/limits.ts";
import type { Bytes } from "../archives/member.ts";
import { archiveOf, START } from "../archives/archive-kind.ts";
import { openArchive, type Opened } from "../archives/read-archive.ts";
import type { Decompression, Files } from "../ports/types.ts";
import { isBeside } from "./beside.ts";
import { detect } from "./detect.ts";
import type { Content, Hold } from "./hold.ts";
import { inspect, unreadableFile } from "./inspect-bytes.ts";
import { findUnreadContainer } from "./unread-containers.ts";
import { type Artifact, type Inspection, isStatic } from "../model/artifact.ts";

export type ContainerPorts = {
  readonly files: Files;
  readonly decompression: Decompression;
  readonly hold: Hold;
  readonly now: () => number;
};

export type ContainerRequest = {
  /** Whether the SHA-256 of each program is wanted. */
  readonly digests: boolean;
  /** Whether static programs are to be started: they are kept on the disk. */
  readonly keepsStatic: boolean;
};

/** What a member came to. */
export type Outcome =
  | ({ readonly kind: "program"; readonly mode: number | null; readonly file: string | null } & Omit<Artifact, "path">)
  | { readonly kind: "archive"; readonly opened: Open; readonly content: Content }
  | { readonly kind: "skipped"; readonly reason: string };

/** An archive, or a file that is packed by itself. */
export type Open = Exclude<Opened, { kind: "other" }>;

/** Enough for every mark by which a file is known. */
const HEAD = 36 * 1024;
const ANY_EXECUTE = 0o111;
const ELF_TYPE = 16;
const ELF_ORDER = 5;
const BIG_ENDIAN = 2;
const ET_REL = 1;

type Context = ContainerRequest & ContainerPorts;

type Named = { readonly path: string; readonly mode: number | null };

/** Judges a regular file of an archive. Throws ArchiveError where its content cannot be read. */
export async function judgeMember({ path, mode }: Named, bytes: Bytes, context: Context): Promise<Outcome> {
  const feed = new Feed(bytes);
  const head = await feed.peek(HEAD);
  const source = sourceOfBytes(head);
  const { kind, what } = detect(source);
  if (kind !== "other" || what.startsWith("MZ")) {
    if (isObjectFile(head) && !isExecutable(mode)) return { kind: "skipped", reason: "ELF object file" };
    return judgeProgram(await context.hold(feed.rest()), mode, context);
  }
  if (archiveOf(head.subarray(0, START)) !== null)
    return openMember(await context.hold(feed.rest()), { path, mode }, context);
  const unread = findUnreadContainer(source);
  if (unread !== undefined) {
    return unreadProgram(
      { what: unread, why: `${unread}, which is not read: name the programs in it` },
      head.length,
      mode,
    );
  }
  const inspection = inspect(source);
  if (isSkipped({ path, mode }, inspection)) return { kind: "skipped", reason: shortly(inspection.what) };
  return judgeProgram(await context.hold(feed.rest()), mode, context);
}

/** An archive in the archive, or a file that is packed by itself: then it is judged by what is in it. */
async function openMember(content: Content, named: Named, context: Context): Promise<Outcome> {
  const opened = await openArchive(content, { ...context, limits: defaultLimits });
  if (opened.kind === "packed") {
    const outcome = await judgeMember({ ...named, path: named.path.replace(/\.\w+$/, "") }, opened.bytes, context);
    await content.release();
    return outcome;
  }
  if (opened.kind !== "other") return { kind: "archive", opened, content };
  await content.release();
  return { kind: "skipped", reason: "file of an unknown format" };
}

async function judgeProgram(content: Content, mode: number | null, context: Context): Promise<Outcome> {
  const started = context.now();
  const inspection = content.use((source) => inspect(source, { cgoCalls: true }));
  const inspectMs = Math.round(context.now() - started);
  const sha256 = context.digests ? await content.sha256() : null;
  const file = context.keepsStatic && isStatic(inspection.linkage) ? await content.keep() : null;
  const { size } = content;
  await content.release();
  return { kind: "program", size, sha256, inspection, inspectMs, mode, file };
}

/** What nobody could look into, as a program that cannot be judged. */
export function unreadProgram(
  { what, why }: { readonly what: string; readonly why: string },
  size: number,
  mode: number | null,
): Extract<Outcome, { kind: "program" }> {
  const inspection = unreadableFile(what, why);
  return { kind: "program", size, sha256: null, inspection, inspectMs: 0, mode, file: null };
}

/**
 * Whether a member is not a program: by its mode, or without one by its content and its name. Text that is to
 * be started and is no script is a download that failed.
 */
function isSkipped({ path, mode }: Named, inspection: Pick<Inspection, "format" | "what">): boolean {
  if (isBeside(path, inspection)) return true;
  return mode === null ? inspection.what === "text file" : !isExecutable(mode);
}

function isExecutable(mode: number | null): boolean {
  return mode !== null && (mode & ANY_EXECUTE) !== 0;
}

/** What a linker is still to make a program of. */
function isObjectFile(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head.subarray(ELF_TYPE, ELF_TYPE + 2);
  const type = head[ELF_ORDER] === BIG_ENDIAN ? first * 256 + second : second * 256 + first;
  return detect(sourceOfBytes(head)).kind === "elf" && type === ET_REL;
}

export function shortly(what: string): string {
  return what.replace(/ file$/, "");
}
