import { basename, isAbsolute, normalize } from "node:path";
import type { Environment } from "../model/environment.ts";
import type { ReleaseSettings } from "../model/release.ts";
import type { Files } from "../ports/types.ts";
import { isWithin } from "../config/config-place.ts";

/** Variables that name a program of the build. */
const toolVariable = /^(?:CC|CXX|FC|AR|PKG_CONFIG)$/i;

/** Folders in which only the machine's owner and its package managers put programs. */
const systemFolder = /^\/(?:usr|bin|sbin|opt|nix\/store|snap)\//;

type Machine = { readonly files: Files; readonly env: Environment; readonly root: string };

/**
 * The absolute paths among a release build's compilers that a change cannot have brought: what PATH finds by the name alone, and what
 * stands in a folder of the system, both where links lead to. Nothing in the repository is among them, and no path that has `..` in it
 * or goes through /proc; one that does not exist is not either.
 */
export async function machineCompilers(
  { env: settings }: ReleaseSettings,
  { files, env, root }: Machine,
): Promise<ReadonlySet<string>> {
  const words = settings.flatMap(({ name, value }) => (toolVariable.test(name) ? value.split(/[\s'"]+/) : []));
  const paths = [...new Set(words.filter((word) => isAbsolute(word) && normalize(word) === word))];
  // Other checkouts of the job stand beside the repository.
  const ofChange = [root, env.GITHUB_WORKSPACE ?? "", env.RUNNER_TEMP ?? ""].filter((each) => each !== "");
  const folders = [
    ...ofChange,
    ...(await Promise.all(ofChange.map(async (each) => (await files.realPath(each)) ?? each))),
  ];
  const isOfMachine = async (path: string): Promise<boolean> => {
    const real = await files.realPath(path);
    if (real === undefined || real === "broken" || (await files.kindOf(path)) !== "file") return false;
    if (folders.some((folder) => isWithin(folder, path) || isWithin(folder, real))) return false;
    const found = await files.which(basename(path), env);
    return found === path || [path, real].every((each) => systemFolder.test(each));
  };
  const known = await Promise.all(paths.map(isOfMachine));
  return new Set(paths.filter((_, at) => known[at]));
}
