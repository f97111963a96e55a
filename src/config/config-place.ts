import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError, toError } from "../errors.ts";
import { findUp } from "../ports/find-up.ts";
import type { Ports } from "../ports/types.ts";

/** Where the config file may be: absolute, nearest first. `root`: of the git repository that it is looked for in; null without one. */
export type ConfigPlaces = { readonly candidates: readonly string[]; readonly root: string | null };

/** The working directory and the folders above it, up to the root of the repository, or else to where the run was started. */
export async function findPlaces(
  name: string,
  workingDirectory: string,
  files: Pick<Ports["files"], "kindOf">,
): Promise<ConfigPlaces> {
  const start = resolve(workingDirectory);
  const root = (await findUp(start, ".git", files)) ?? null;
  if (root === null)
    return { candidates: candidatesBetween(name, start, isWithin(resolve("."), start) ? "." : start), root };
  return { candidates: candidatesBetween(name, start, root), root };
}

/** A file of this name in a folder and in those above it, up to `top`; just that file when the name is a whole path. */
export function candidatesBetween(name: string, start: string, top: string): readonly string[] {
  if (isAbsolute(name)) return [name];
  const above: string[] = [];
  for (let dir = resolve(start); ; dir = dirname(dir)) {
    above.push(join(dir, name));
    if (dir === resolve(top) || dirname(dir) === dir) return above;
  }
}

/** Whether a path is a folder or below it. */
export function isWithin(folder: string, path: string): boolean {
  const pathFromFolder = relative(folder, path).replaceAll("\\", "/");
  return pathFromFolder !== ".." && !pathFromFolder.startsWith("../") && !isAbsolute(pathFromFolder);
}

/** The first that is there. Throws ConfigError for what cannot be a file of this repository. */
export async function findConfigFile(
  { candidates, root }: ConfigPlaces,
  files: Pick<Ports["files"], "kindOf" | "realPath">,
): Promise<string | undefined> {
  for (const path of candidates) {
    const real = await files.realPath(path);
    if (real === undefined) continue;
    if (real === "broken") throw new ConfigError(`config: "${path}" is a symbolic link to nothing`);
    const isOfRepository = root !== null && isWithin(root, path);
    const realRoot = isOfRepository ? await files.realPath(root) : undefined;
    if (realRoot !== undefined && !isWithin(realRoot, real)) {
      throw new ConfigError(`config: "${path}" is a symbolic link that leads outside the repository`);
    }
    if ((await files.kindOf(path)) !== "file") throw new ConfigError(`config: "${path}" is not a file`);
    return path;
  }
  return undefined;
}

/** Throws ConfigError for a file that cannot be read, and for one that is not UTF-8. */
export async function readConfigFile(
  path: string,
  files: Pick<Ports["files"], "readText">,
): Promise<string | undefined> {
  let text;
  try {
    text = await files.readText(path);
  } catch (thrown) {
    throw new ConfigError(`config: "${path}" cannot be read: ${toError(thrown).message}`, { cause: thrown });
  }
  if (text !== undefined && !isUtf8(text)) throw new ConfigError(`config: "${path}" is not UTF-8`);
  return text;
}

/** Whether nothing had to be replaced when bytes became this text. */
function isUtf8(text: string): boolean {
  return !text.includes("\uFFFD");
}
