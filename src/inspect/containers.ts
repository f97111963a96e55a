import { basename, resolve } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { type Held, heldFile } from "../archives/held.ts";
import { defaultLimits } from "../archives/limits.ts";
import type { Bytes, Member } from "../archives/member.ts";
import { openArchive, type Read, readArchive } from "../archives/read-archive.ts";
import { isBeside } from "./beside.ts";
import {
  type ContainerPorts,
  type ContainerRequest,
  judgeMember,
  type Open,
  type Outcome,
  unreadProgram,
} from "./container-members.ts";
import { makeHold } from "./hold.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { SkippedFile } from "../model/skipped-file.ts";

/** The programs that were found, and what else was there. */
type Found = { readonly files: readonly GivenFile[]; readonly skipped: readonly SkippedFile[] };

/** So many of one archive are told by name. */
const skippedShown = 200;
/** Nobody ships more; each is a row of the report. */
const mostPrograms = 10_000;

type Context = ContainerRequest & ContainerPorts;

type ReaderRequest = {
  readonly workingDirectory: string;
  readonly digests: boolean;
  /** Whether static programs are to be started afterwards. */
  readonly isToStart: boolean;
};

/** A reader of the archives of one run, by the paths that a report has. */
export function makeContainerReader(
  { workingDirectory, digests, isToStart }: ReaderRequest,
  ports: Omit<ContainerPorts, "hold">,
): (path: string) => Promise<Found> {
  const context = { ...ports, digests, keepsStatic: isToStart, hold: makeHold(ports.files) };
  return async (path) => {
    const file = resolve(workingDirectory, path);
    const { files, skipped } = await inspectContainer(path, heldFile(file, ports.files), context);
    // What is said of the archive itself.
    const sha256 =
      digests && files.some((each) => each.path === path && each.sha256 === null)
        ? await ports.files.sha256(file)
        : null;
    return {
      files: files.map((each) => (each.path === path ? { ...each, sha256: each.sha256 ?? sha256 } : each)),
      skipped,
    };
  };
}

/**
 * Judges the programs in an archive, or in a file that is packed by itself, as their bytes would be judged outside of it. What cannot
 * be read and could be a program is a file that cannot be judged. `path` is what a report calls it. Throws what the machine throws.
 */
async function inspectContainer(path: string, held: Held, context: Context): Promise<Found> {
  const place = { root: path, shown: path, isNested: false };
  try {
    const opened = await openArchive(held, { ...context, limits: defaultLimits });
    if (opened.kind === "other") return { files: [], skipped: [{ path, reason: "file of an unknown format" }] };
    if (opened.kind !== "packed") return await readInto(place, { held, opened }, context);
    const outcome = await judgeMember({ path: path.replace(/\.\w+$/, ""), mode: null }, opened.bytes, context);
    if (outcome.kind === "skipped") return { files: [], skipped: [{ path, reason: `${outcome.reason}, packed` }] };
    if (outcome.kind === "program") return { files: [fileOf(path, outcome)], skipped: [] };
    return await openNested(place, outcome, context);
  } catch (thrown) {
    return { files: [fileOf(path, brokenProgram(thrown, "packed file", held.size))], skipped: [] };
  }
}

/** Where an archive stands. */
type Place = {
  /** The file that the caller named. */
  readonly root: string;
  /** The archive itself: the same, or a member of it. */
  readonly shown: string;
  readonly isNested: boolean;
};

type Entry = Exclude<Outcome, { kind: "archive" }> | { readonly kind: "nested"; readonly found: Found };

/** By paths: a later member replaces an earlier one, as it does when they are unpacked. */
type Entries = Map<string, Entry>;

async function readInto(
  place: Place,
  { held, opened }: { readonly held: Held; readonly opened: Exclude<Open, { kind: "packed" }> },
  context: Context,
): Promise<Found> {
  const entries: Entries = new Map();
  const format = opened.kind === "tar" ? "tar" : opened.format;
  let programs = 0;
  const visit = async (member: Member, content: Bytes): Promise<void> => {
    const path = plainPath(member.path);
    const entry = await enter({ ...member, path }, content, { place, entries, context, isZip: format === "zip" });
    if (entry === undefined) return;
    if (entry.kind === "program") programs += 1;
    if (programs > mostPrograms) throw new ArchiveError(`has more than ${mostPrograms} programs`);
    entries.set(path, entry);
  };
  try {
    const read = await readArchive(held, opened, { ...context, visit, limits: defaultLimits });
    return foundIn(place, entries, read);
  } catch (thrown) {
    const broken = brokenProgram(thrown, `${format} archive`, held.size);
    const { files, skipped } = foundIn(place, entries, { format, facts: null });
    const own = place.isNested
      ? inContainer(fileOf(place.shown, broken), place.root, format)
      : fileOf(place.shown, broken);
    return { files: [...files, own], skipped };
  }
}

/** `./bin/app` and `/bin/app` are unpacked as `bin/app`. */
function plainPath(path: string): string {
  return path.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}

type Visited = {
  readonly place: Place;
  readonly entries: Entries;
  readonly context: Context;
  /** Its members can be read one by one: a broken one says nothing of the others. */
  readonly isZip: boolean;
};

/** undefined for what is neither a file nor another name of one. */
async function enter(
  member: Member,
  content: Bytes,
  { place, entries, context, isZip }: Visited,
): Promise<Entry | undefined> {
  const { kind, target, path, size, mode } = member;
  if (kind === "folder") return undefined;
  if (kind === "link") return { kind: "skipped", reason: `symbolic link to ${target ?? ""}` };
  if (kind === "other") return { kind: "skipped", reason: "device, pipe or socket" };
  if (kind === "hard-link" && size === 0) {
    const why = `hard link to ${target ?? ""}, which is not in the archive`;
    return entries.get(plainPath(target ?? "")) ?? unreadProgram({ what: "hard link", why }, 0, mode);
  }
  try {
    const outcome = await judgeMember(member, content, context);
    if (outcome.kind !== "archive") return outcome;
    return {
      kind: "nested",
      found: await openNested({ ...place, shown: `${place.shown}!/${path}` }, outcome, context),
    };
  } catch (thrown) {
    if (!isZip || !(thrown instanceof ArchiveError)) throw thrown;
    if (isBeside(path, { format: null, what: "unread" })) return { kind: "skipped", reason: thrown.message };
    return unreadProgram({ what: "member", why: `the member ${thrown.message}` }, size, mode);
  }
}

/** An archive in an archive is read, and no further one. */
async function openNested(
  place: Place,
  { opened, content }: Extract<Outcome, { kind: "archive" }>,
  context: Context,
): Promise<Found> {
  try {
    if (opened.kind === "packed") return { files: [], skipped: [] };
    if (!place.isNested)
      return await readInto({ ...place, isNested: place.shown !== place.root }, { held: content, opened }, context);
    const why = "an archive in an archive in an archive, which is not read";
    return { files: [fileOf(place.shown, unreadProgram({ what: "archive", why }, content.size, null))], skipped: [] };
  } finally {
    await content.release();
  }
}

/** Throws what is not about the archive. */
function brokenProgram(thrown: unknown, what: string, size: number): Extract<Outcome, { kind: "program" }> {
  if (!(thrown instanceof ArchiveError)) throw thrown;
  return unreadProgram({ what, why: `the ${what} ${thrown.message}` }, size, null);
}

function foundIn({ root, shown }: Place, entries: Entries, { format, facts }: Read): Found {
  const names = new Set(facts === null ? [] : Array.from(entries.keys(), (path) => basename(path)));
  const files: GivenFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const [name, entry] of entries) {
    const path = `${shown}!/${name}`;
    if (entry.kind === "skipped") skipped.push({ path, reason: entry.reason });
    else if (entry.kind === "program") {
      const packed = { mode: entry.mode, package: facts, names };
      files.push(inContainer({ ...fileOf(path, entry), packed }, root, format));
    } else {
      files.push(...entry.found.files.map((file) => inContainer(file, root, format)));
      skipped.push(...entry.found.skipped);
    }
  }
  return { files, skipped: shorten(skipped, shown) };
}

function inContainer(file: GivenFile, root: string, format: Read["format"]): GivenFile {
  return { ...file, container: { path: root, member: file.path.slice(root.length + "!/".length), format } };
}

function fileOf(path: string, { kind: _, mode: __, ...artifact }: Extract<Outcome, { kind: "program" }>): GivenFile {
  return { ...artifact, path, proof: null, container: null, packed: null, listed: null };
}

/** A package of sources has thousands of them. */
function shorten(skipped: readonly SkippedFile[], shown: string): readonly SkippedFile[] {
  if (skipped.length <= skippedShown) return skipped;
  const more = skipped.length - skippedShown;
  return [...skipped.slice(0, skippedShown), { path: shown, reason: `${more} more that are not executables` }];
}
