import { join, resolve } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import type { Files } from "../ports/types.ts";
import type { SkippedFile } from "../model/skipped-file.ts";

/** A file to look at, as the caller, a glob or a folder names it. `by`: the caller's word that leads to it. */
export type Named = { readonly path: string; readonly by: string; readonly how: "name" | "glob" | "folder" };

/** What is to be looked at, in the order of the caller's words, and what is known to be no file. */
export type FoundPaths = { readonly paths: readonly Named[]; readonly skipped: readonly SkippedFile[] };

/**
 * The files that paths, folders and globs name, each once. Links in a folder are not followed: what they lead to in it is looked at
 * itself. Throws ConfigError for what cannot be meant: nothing matched, no such file.
 */
export async function findGiven(patterns: readonly string[], cwd: string, files: Files): Promise<FoundPaths> {
  const found = new Map<string, Named>();
  const skipped: SkippedFile[] = [];
  for (const pattern of patterns) {
    const kind = await files.kindOf(resolve(cwd, pattern));
    if (kind === "folder") {
      const below = await findBelow(pattern, cwd, files);
      for (const path of below.paths) if (!found.has(path)) found.set(path, { path, by: pattern, how: "folder" });
      skipped.push(...below.skipped);
      continue;
    }
    if (kind !== undefined) {
      found.set(pattern, { path: pattern, by: pattern, how: "name" });
      continue;
    }
    if (!/[*?[\]{}!]/.test(pattern)) throw new ConfigError(`binaries: there is no file "${pattern}"`);
    const matches = await files.glob(pattern, cwd);
    if (matches.length === 0) throw new ConfigError(`binaries: "${pattern}" matches no file`);
    for (const path of matches) if (!found.has(path)) found.set(path, { path, by: pattern, how: "glob" });
  }
  return { paths: [...found.values()], skipped };
}

/** Git's own files, where a repository itself is named. */
const ofGit = /^(?:.*\/)?\.git\//;

async function findBelow(
  folder: string,
  cwd: string,
  files: Files,
): Promise<{ readonly paths: readonly string[]; readonly skipped: readonly SkippedFile[] }> {
  const below = await walk(folder, cwd, files);
  const shown = (path: string): string => join(folder, path);
  const own = below.filter(({ path }) => !ofGit.test(path));
  const skipped = own.flatMap(({ path, kind }) => {
    if (kind === "file") return [];
    return {
      path: shown(path),
      reason: kind === "link" ? "symbolic link, which is not followed" : "device, pipe or socket",
    };
  });
  return { paths: own.flatMap(({ path, kind }) => (kind === "file" ? shown(path) : [])), skipped };
}

async function walk(folder: string, cwd: string, files: Files): ReturnType<Files["walk"]> {
  try {
    return await files.walk(resolve(cwd, folder));
  } catch (thrown) {
    throw new ConfigError(`binaries: "${folder}" cannot be read: ${toError(thrown).message}`, { cause: thrown });
  }
}
