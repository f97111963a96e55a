/** FolderCache on GitHub's Actions cache. @actions/cache itself runs in cache-worker.ts. */
import { copyFileSync, existsSync, linkSync, lutimesSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { Interrupted, toError } from "../errors.ts";
import type { CacheAnswer, CacheTask } from "./cache-worker.ts";
import { findStranger, type OwnFolder, parseState } from "./own-folders.ts";
import { makeWork } from "./work.ts";
import type { FetchedFolder, FolderCache, FolderEntry, StoredFile } from "./types.ts";

const CacheTicket = v.object({
  name: v.picklist(["build", "modules"]),
  key: v.string(),
  /** It holds the folder `name`. */
  parent: v.string(),
});

/** A folder that has been set aside, as it goes from the main step to the post step. */
type CacheTicket = Readonly<v.InferOutput<typeof CacheTicket>>;

type ActionsCache = FolderCache & { readonly tickets: readonly CacheTicket[] };

type ActionsCacheOptions = {
  /** The path of the built cache-worker.ts. */
  readonly worker: string;
  /** Ends what is running. */
  readonly signal: AbortSignal;
  /** Hears of each temporary folder before it is used. Whoever is called removes those of `tickets` in the end. */
  readonly onTempDir: (path: string) => void;
};

/** Time in ms for one restore; GO_LINKAGE_CACHE_SECONDS sets another. A save gets twice as much. */
const restoreDeadline = 60_000;

/** Older than the hour after which Go renews the time of a file that it uses, and younger than the five days after which it deletes it. */
const staleAge = 2 * 60 * 60_000;

export function makeActionsCache(options: ActionsCacheOptions): ActionsCache {
  const tickets: CacheTicket[] = [];
  // Whole seconds: some file systems keep no more.
  const staleTime = Math.floor((Date.now() - staleAge) / 1000) * 1000;
  return {
    tickets,
    time: () => Date.now(),
    staleTime,
    list: (folder, limit) => Promise.resolve(listBelow(folder, limit)),
    fetch: (entry) => fetchFolder(entry, staleTime, options),
    keep: async (entry, files) => {
      try {
        tickets.push(await setAside(entry, files, options));
        return null;
      } catch (thrown) {
        return toError(thrown).message;
      }
    },
  };
}

async function fetchFolder(
  entry: FolderEntry,
  staleTime: number,
  options: ActionsCacheOptions,
): Promise<FetchedFolder> {
  const noEntry = { matchedKey: null, files: [], archiveBytes: null };
  let parent: string | undefined;
  try {
    parent = await makeParent(entry, options);
    const { name, key, restoreKeys } = entry;
    const task: CacheTask = { kind: "restore", name, key, restoreKeys };
    const result = await runWorker(task, parent, options);
    const matchedKey = result.answer.kind === "restored" ? result.answer.matchedKey : null;
    if (matchedKey === null) return { ...noEntry, trouble: result.trouble, answers: result.answers };
    const fresh = join(parent, name);
    removeHashes(fresh);
    const files = listBelow(fresh);
    const seconds = staleTime / 1000;
    for (const { path } of files) lutimesSync(join(fresh, path), seconds, seconds);
    await mkdir(dirname(entry.folder), { recursive: true });
    const old = join(parent, "old");
    await rename(entry.folder, old).catch(() => undefined);
    await rename(fresh, entry.folder);
    addMissing(old, entry.folder);
    const found = files.filter(({ isFolder }) => !isFolder);
    return { matchedKey, files: found, archiveBytes: result.archiveBytes, trouble: null, answers: true };
  } catch (thrown) {
    if (options.signal.aborted) throw new Interrupted("interrupted");
    return { ...noEntry, trouble: toError(thrown).message, answers: true };
  } finally {
    if (parent !== undefined) await remove(parent);
  }
}

/**
 * The go command compares go.sum with the hash that it noted beside a module's archive, and reads the archive itself only where there is
 * no such note (DownloadZip in cmd/go/internal/modfetch/fetch.go). An archive from the cache has to be read.
 */
function removeHashes(folder: string): void {
  for (const { path } of listBelow(folder)) if (path.endsWith(".ziphash")) rmSync(join(folder, path));
}

/** Links instead of copies: whatever later steps do to the cache, this is what the run used. */
async function setAside(
  entry: FolderEntry,
  files: readonly StoredFile[],
  options: ActionsCacheOptions,
): Promise<CacheTicket> {
  const parent = await makeParent(entry, options);
  const target = join(parent, entry.name);
  mkdirSync(target);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(target, folder), { recursive: true });
  }
  for (const { path } of files) linkOrCopy(join(entry.folder, path), join(target, path));
  return { name: entry.name, key: entry.key, parent };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** What was there already stays, but where the entry has the same. */
function addMissing(from: string, to: string): void {
  for (const { path, isFolder } of listBelow(from)) {
    if (existsSync(join(to, path))) continue;
    if (isFolder) mkdirSync(join(to, path));
    else linkOrCopy(join(from, path), join(to, path));
  }
}

async function makeParent({ beside }: FolderEntry, { onTempDir }: ActionsCacheOptions): Promise<string> {
  await mkdir(beside, { recursive: true });
  const parent = await mkdtemp(join(beside, ".go-linkage-"));
  onTempDir(parent);
  return parent;
}

/** The tickets of a state whose folders the run has made: another one would put any folder of the machine into the cache. */
export function ownTickets(state: string, folders: readonly OwnFolder[]): readonly CacheTicket[] {
  const isOwn = ({ parent }: CacheTicket): boolean =>
    folders.some((folder) => folder.path === parent && findStranger(folder) === null);
  return (parseState(v.array(CacheTicket), state) ?? []).filter(isOwn);
}

/** Saves what has been set aside. Returns a sentence about each; nothing is thrown but Interrupted. */
export function saveTickets(
  tickets: readonly CacheTicket[],
  options: Omit<ActionsCacheOptions, "onTempDir">,
): Promise<string[]> {
  const save = async ({ name, key, parent }: CacheTicket): Promise<string> => {
    const started = performance.now();
    try {
      const { answer, trouble, archiveBytes } = await runWorker(
        { kind: "save", name, key, restoreKeys: [] },
        parent,
        options,
      );
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (answer.kind === "saved") return `${name}: saved ${archiveBytes ?? "?"} bytes in ${seconds} s as ${key}`;
      if (answer.kind === "exists") return `${name}: not saved: another job has saved ${key}`;
      return `${name}: not saved after ${seconds} s: ${trouble ?? "the service did not take it"}`;
    } catch (thrown) {
      if (options.signal.aborted) throw new Interrupted("interrupted");
      return `${name}: not saved: ${toError(thrown).message}`;
    }
  };
  return Promise.all(tickets.map(save));
}

type WorkerResult = {
  readonly answer: CacheAnswer;
  /** What went wrong, in one line. */
  readonly trouble: string | null;
  readonly answers: boolean;
  readonly archiveBytes: number | null;
};

/** Starts the worker in a folder, and ends it and what it started at its deadline. */
async function runWorker(
  task: CacheTask,
  parent: string,
  { worker, signal }: Omit<ActionsCacheOptions, "onTempDir">,
): Promise<WorkerResult> {
  const seconds = Number(process.env.GO_LINKAGE_CACHE_SECONDS);
  const ms = (seconds > 0 ? seconds * 1000 : restoreDeadline) * (task.kind === "save" ? 2 : 1);
  const deadline = AbortSignal.timeout(ms);
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const env = {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    GITHUB_WORKSPACE: parent,
    RUNNER_TEMP: parent,
  };
  try {
    const start = makeWork(AbortSignal.any([signal, deadline]));
    const { stdout, stderr } = await start(process.execPath, [worker, JSON.stringify(task)], { cwd: parent, env });
    return parseWorkerOutput(stdout, stderr);
  } catch (thrown) {
    if (!deadline.aborted || signal.aborted) throw thrown;
    const trouble = `it took longer than ${ms / 1000} s`;
    return { answer: { kind: "failed", message: trouble }, trouble, answers: false, archiveBytes: null };
  }
}

/** The worker's answer is its last line; what went wrong stands before it in the words of @actions/cache. */
export function parseWorkerOutput(stdout: string, stderr: string): WorkerResult {
  const lines = stdout.trimEnd().split("\n");
  let answer: CacheAnswer;
  try {
    answer = JSON.parse(lines.pop() ?? "") as CacheAnswer;
  } catch {
    answer = {
      kind: "failed",
      message: stderr.trim().split("\n").at(-1) ?? "the cache's worker ended without an answer",
    };
  }
  const warning = lines.findLast((line) =>
    /^(?:::(?:warning|error).*?::|Failed to save: |Cache (?:restore|save) skipped)/.test(line),
  );
  const words = answer.kind === "failed" ? answer.message : warning?.replace(/^::.*?::/, "").split("%0A")[0];
  const isTar = /\btar\b.* failed with error/.test(words ?? "");
  // Signed addresses are keys: no query of one may get into a log.
  const trouble = words?.replace(/\?\S*/g, "?…") ?? null;
  const size = /(?:Cache Size: .*\((\d+) B\)|File Size: (\d+))/.exec(stdout);
  return {
    answer,
    trouble: isTar && /busybox/i.test(stdout + stderr) ? "the tar of BusyBox cannot do it: install GNU tar" : trouble,
    answers: trouble === null || isTar,
    archiveBytes: size === null ? null : Number(size[1] ?? size[2]),
  };
}

function listBelow(folder: string, limit = Infinity): StoredFile[] {
  const found: StoredFile[] = [];
  let left = limit;
  const visit = (path: string): void => {
    for (const entry of readFolder(join(folder, path))) {
      const inner = path === "" ? entry.name : `${path}/${entry.name}`;
      if (!entry.isDirectory() && !entry.isFile()) continue;
      // A file may have been deleted since.
      const stats = statSync(join(folder, inner), { throwIfNoEntry: false });
      if (stats === undefined) continue;
      found.push({ path: inner, isFolder: entry.isDirectory(), size: stats.size, mtimeMs: stats.mtimeMs });
      if (entry.isDirectory()) visit(inner);
      else left--;
      if (left <= 0) return;
    }
  };
  visit("");
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function readFolder(path: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(path);
  } catch {
    return [];
  }
}

function readEntries(path: string) {
  return readdirSync(path, { withFileTypes: true });
}

/** Trouble with what is left over is nobody's: the post step tries once more. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
}
