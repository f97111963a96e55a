import { dirname, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { Files } from "../ports/types.ts";

/** `paths`: the file of each format of the report. Refuses report paths that cannot be files before anything is built. Throws ConfigError. */
export async function refuseUnusablePaths(paths: ReadonlyMap<string, string>, files: Files): Promise<void> {
  const names = new Map<string, string>();
  for (const [format, path] of paths) {
    const [option, whole] = [`--report-${format}`, resolve(path)];
    if (path === "") throw new ConfigError(`${option} needs the path of a file`);
    if ((await files.kindOf(path)) === "folder") throw new ConfigError(`${option}: ${path} is a folder; give a file`);
    const other = names.get(whole);
    if (other !== undefined) throw new ConfigError(`${other} and ${option} name the same file, ${path}`);
    names.set(whole, option);
    const file = await fileAbove(whole, files);
    if (file !== null) throw new ConfigError(`${option}: ${file} is a file, not a folder; choose another path`);
  }
}

/** The part of a path that is a file where a folder is wanted. */
async function fileAbove(path: string, files: Files): Promise<string | null> {
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    const kind = await files.kindOf(dir);
    if (kind !== undefined) return kind === "folder" ? null : dir;
    if (dirname(dir) === dir) return null;
  }
}
