import { posix } from "node:path";
import { foldersOfPackage, type RepositoryView } from "./dockerfile-folders.ts";
import type { Evaluation } from "./dockerfile-stage.ts";

/** The folders that can be the build context of a file: its own, and those above it up to the repository's root. */
export function contextFolders(path: string): string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    folders.push(folder);
    if (folder === "." || folder === "/") return folders;
  }
}

type Candidate = { readonly root: string; readonly evaluation: Evaluation };

/**
 * The build context is not in the file. It is the folder in which the most packages that are built exist, and of these the one in
 * which the fewest sources of COPY are missing; where several are alike, the nearest with a go.mod, and then the repository's root.
 */
export function chooseRoot(candidates: readonly Candidate[], view: RepositoryView): string {
  const scored = candidates.map(({ root, evaluation }, at) => {
    const hasModule = view.modules.some(({ dir }) => dir === root);
    const found = countFound(evaluation, view);
    const missing = evaluation.sources.filter((each) => isMissing(each, view)).length;
    return { root, rank: [-found, missing, hasModule ? 0 : 1, hasModule ? at : -at] };
  });
  const [best] = scored.toSorted((a, b) => compare(a.rank, b.rank));
  return best?.root ?? ".";
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function countFound({ stages }: Evaluation, view: RepositoryView): number {
  const builds = stages.flatMap((stage) => stage.builds.map(({ build }) => build));
  return builds.filter(({ dir, packages }) => dir !== null && hasPackages(dir, packages, view)).length;
}

/** Whether there are Go files for all that a command names. Import paths of others count as there. */
export function hasPackages(dir: string, packages: readonly string[], view: RepositoryView): boolean {
  return (packages.length === 0 ? ["."] : packages).every((each) => foldersOfPackage(each, dir, view)?.length !== 0);
}

function isMissing(path: string, { exists }: RepositoryView): boolean {
  return path !== "." && !/[*?[]/.test(path) && !exists(path);
}
