import { dirname, resolve } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import { archiveOf, START } from "../archives/archive-kind.ts";
import type { Decompression, Files } from "../ports/types.ts";
import { isBeside } from "./beside.ts";
import { detect } from "./detect.ts";
import type { FoundPaths, Named } from "./find-given.ts";
import { inspect, unreadableFile } from "./inspect-bytes.ts";
import { findUnreadContainer } from "./unread-containers.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { SkippedFile } from "../model/skipped-file.ts";

type GivenRequest = {
  readonly workingDirectory: string;
  /** Paths, folders and globs, for messages. */
  readonly binaries: readonly string[];
  /** What they name (find-given.ts). */
  readonly found: FoundPaths;
  readonly digests: boolean;
  /** Whether static programs are to be started afterwards. */
  readonly isToStart: boolean;
};

type GivenPorts = {
  readonly files: Files;
  readonly decompression: Decompression;
  readonly log: { info(message: string): void };
  readonly now: () => number;
};

/** What was judged, and what lies beside it; both in the order of their paths. */
export type Given = { readonly files: readonly GivenFile[]; readonly skipped: readonly SkippedFile[] };

/** Of one file: the programs in it, and what is none. */
type Judged = { readonly files: readonly GivenFile[]; readonly skipped: readonly SkippedFile[] };

/**
 * Judges the files that paths, folders and globs name, and the programs in archives among them. What lies beside programs is skipped
 * with a word in the log (beside.ts). Throws ConfigError for what cannot be meant: nothing matched, a file or an archive without a
 * program, a device, no such file.
 */
export async function inspectGiven(request: GivenRequest, ports: GivenPorts): Promise<Given> {
  const { workingDirectory } = request;
  const { paths, skipped: unread } = request.found;
  const all: GivenFile[] = [];
  const skipped: SkippedFile[] = [...unread];
  const read = makeReader(request, ports);
  for (const named of paths) {
    const found = await read(named);
    if (named.how === "name" && found.files.length === 0) throw withoutProgram(named.path);
    all.push(...found.files);
    skipped.push(...found.skipped);
  }
  tellSkipped(skipped, ports.log);
  const listed = await readListings(all, { paths: paths.map(({ path }) => path), workingDirectory }, ports.files);
  if (all.length === 0) throw withoutProgram(request.binaries.join(" "));
  return { files: listed, skipped: skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

type Listed = { readonly paths: readonly string[]; readonly workingDirectory: string };

/** What goreleaser says of the files, where it has left a list in a folder of theirs or in the one above. */
async function readListings(all: readonly GivenFile[], named: Listed, files: Files): Promise<readonly GivenFile[]> {
  const { paths, workingDirectory } = named;
  const folders = new Set(paths.flatMap((path) => [dirname(path), dirname(dirname(path))]));
  const kinds = await Promise.all(
    Array.from(folders, (folder) => files.kindOf(resolve(workingDirectory, folder, "artifacts.json"))),
  );
  if (!kinds.includes("file")) return all;
  const { withListings } = await import("./goreleaser-dist.ts");
  return withListings(all, { folders: [...folders], ...named }, files);
}

function withoutProgram(named: string): ConfigError {
  return new ConfigError(`binaries: "${named}" matches no executable`);
}

function tellSkipped(skipped: readonly SkippedFile[], log: { info(message: string): void }): void {
  if (skipped.length === 0) return;
  const more = skipped.length > 3 ? ` and ${skipped.length - 3} more` : "";
  const some = skipped.slice(0, 3).map(({ path, reason }) => `${path} (${reason})`);
  log.info(`skipped (not an executable): ${some.join(", ")}${more}`);
}

/** Readers of archives are loaded with the first one. */
function makeReader(request: GivenRequest, ports: GivenPorts): (named: Named) => Promise<Judged> {
  let reader: Promise<(path: string) => Promise<Judged>> | undefined;
  const load = async (): Promise<(path: string) => Promise<Judged>> => {
    const { makeContainerReader } = await import("./containers.ts");
    return makeContainerReader(request, ports);
  };
  return async (named) => {
    const seen = look(named, request, ports);
    if (seen.kind === "archive") {
      reader ??= load();
      return (await reader)(named.path);
    }
    return seen.kind === "unread"
      ? { files: [await withDigest(seen.file, request, ports.files)], skipped: [] }
      : judge(named, seen.file, { request, files: ports.files });
  };
}

async function judge(
  { path, how }: Named,
  file: GivenFile,
  { request, files }: { readonly request: GivenRequest; readonly files: Files },
): Promise<Judged> {
  const { inspection } = file;
  if (how !== "name" && isBeside(path, inspection)) {
    return { files: [], skipped: [{ path, reason: inspection.what.replace(/ file$/, "") }] };
  }
  // A library that a linker takes apart.
  if (how === "name" && inspection.format === null && inspection.what.includes("archive")) {
    throw new ConfigError(
      `binaries: "${path}" is not an executable (${inspection.what}): unpack it and name the binary inside`,
    );
  }
  return { files: [await withDigest(file, request, files)], skipped: [] };
}

async function withDigest(
  file: GivenFile,
  { digests, workingDirectory }: GivenRequest,
  files: Files,
): Promise<GivenFile> {
  return { ...file, sha256: digests ? await files.sha256(resolve(workingDirectory, file.path)) : null };
}

/** `unread`: it can hold programs, and no reader looks into it; its name says nothing against that. */
type Seen = { readonly kind: "archive" } | { readonly kind: "file" | "unread"; readonly file: GivenFile };

/** What a file is, and all that its own bytes say if it is a program. */
function look({ path }: Named, { workingDirectory }: GivenRequest, { files, now }: GivenPorts): Seen {
  const file = resolve(workingDirectory, path);
  const started = now();
  try {
    return files.withSource(file, (source): Seen => {
      const { kind } = detect(source);
      if (kind === "other" && archiveOf(source.read(0, START)) !== null) return { kind: "archive" };
      const unread = kind === "other" ? findUnreadContainer(source) : undefined;
      const inspection =
        unread === undefined
          ? inspect(source, { cgoCalls: true })
          : unreadableFile(unread, `${unread}, which is not read: unpack it and name the programs in it`);
      const inspectMs = Math.round(now() - started);
      const given = { path, size: source.size, sha256: null, inspection, inspectMs, proof: null };
      return {
        kind: unread === undefined ? "file" : "unread",
        file: { ...given, container: null, packed: null, listed: null, file },
      };
    });
  } catch (thrown) {
    throw new ConfigError(`binaries: "${path}" cannot be read: ${toError(thrown).message}`);
  }
}
