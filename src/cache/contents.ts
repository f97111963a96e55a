import type { StoredFile } from "../ports/types.ts";

// An action, an output, or a program in a folder of its own (fileName and PutExecutable in cmd/go/internal/cache/cache.go, go1.26).
const buildEntry = /^[0-9a-f]{2}\/[0-9a-f]{64}-(?:a|d|d\/[^/]+)$/;

/** The files of GOCACHE that hold something. An empty cache still has a README, a time stamp and 256 folders. */
export function buildEntries(files: readonly StoredFile[]): readonly StoredFile[] {
  return files.filter(({ path, isFolder }) => !isFolder && buildEntry.test(path));
}

/** So many files of a folder tell whether it is in use. */
export const enoughFiles = 64;

/**
 * Whether somebody has filled GOCACHE before us. A bare `go env` leaves a few small entries in it, on what the C compiler can do;
 * setup-go runs that on every job.
 */
export function isBuildCacheInUse(files: readonly StoredFile[]): boolean {
  const entries = buildEntries(files);
  return entries.length >= enoughFiles / 2 || bytesOf(entries) > 1 << 20;
}

/**
 * What was used or made after `since` (ms since 1970). The go command renews the time of an entry that it uses when that is an
 * hour old or older (mtimeInterval in cache.go), and that of the folder for a program in a folder.
 */
export function usedBuildEntries(files: readonly StoredFile[], since: number): readonly StoredFile[] {
  const folders = new Map(files.filter(({ isFolder }) => isFolder).map(({ path, mtimeMs }) => [path, mtimeMs]));
  return buildEntries(files).filter(({ path, mtimeMs }) => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    return Math.max(mtimeMs, (folder.endsWith("-d") ? folders.get(folder) : undefined) ?? 0) > since;
  });
}

/** The folder that the go command unpacks a module's archive into, below GOMODCACHE; undefined for other files. */
export function unpackedFolder(path: string): string | undefined {
  const match = /^(.+)\/@v\/([^/]+)\.zip(?:hash)?$/.exec(path);
  return match === null ? undefined : `${match[1] ?? ""}@${match[2] ?? ""}`;
}

/** What is worth keeping of GOMODCACHE/cache/download: no toolchains, which are huge and come another way, and no locks. */
export function isModuleFile({ path, isFolder }: StoredFile): boolean {
  return !isFolder && !path.startsWith("golang.org/toolchain/") && !/\.(?:lock|partial|tmp)$/.test(path);
}

export function bytesOf(files: readonly StoredFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** The part of an entry, in bytes, that has to be new or superfluous before it is saved once more. */
const worthwhile = 0.1;

/** Whether a folder differs enough from what was restored to be saved, and why, as the end of a sentence. */
export function judgeChange(
  used: readonly StoredFile[],
  restored: readonly StoredFile[],
): { readonly save: boolean; readonly why: string } {
  if (used.length === 0) return { save: false, why: "nothing in it was needed" };
  if (restored.length === 0) return { save: true, why: "it is new" };
  const before = new Set(restored.map(({ path }) => path));
  const after = new Set(used.map(({ path }) => path));
  const added = bytesOf(used.filter(({ path }) => !before.has(path)));
  const dropped = bytesOf(restored.filter(({ path }) => !after.has(path)));
  const total = bytesOf(restored);
  const percent = (bytes: number): string => `${Math.round((100 * bytes) / Math.max(1, total))} %`;
  const save = added + dropped >= worthwhile * total;
  return {
    save,
    why: `${percent(added)} of it is new and ${percent(dropped)} of the restored entry was not needed`,
  };
}
