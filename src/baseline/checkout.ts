import { join } from "node:path";
import type { Ports } from "../ports/types.ts";
import { hasCommit } from "./git.ts";
import { gitIn, lastLine, listedNames, short } from "./repository.ts";
import type { Environment } from "../model/environment.ts";

type Place = {
  /** Of the repository. */
  readonly root: string;
  /** An empty folder for the files. */
  readonly tree: string;
  /** A file for git's list of them. */
  readonly index: string;
};

/**
 * Writes the files of a commit into a folder outside of the repository. Nothing of the repository changes, not even its list of
 * work trees, so that a run that is killed leaves nothing in it: an index of our own names the files. Submodules come from where
 * they are checked out. Returns what is missing, one line each; throws Error when git cannot write the commit.
 */
export async function checkOut(
  sha: string,
  place: Place,
  ports: Pick<Ports, "ask" | "work" | "env" | "files">,
): Promise<readonly string[]> {
  const index: Environment = { GIT_INDEX_FILE: place.index };
  const git = gitIn(place.root, ports, index);
  // Unlike checkout-index it goes by the commit's own .gitattributes, keeps to a sparse checkout, and fetches what a partial clone
  // lacks at once.
  const done = await git(`--work-tree=${place.tree}`, "read-tree", "-m", "-u", "--no-recurse-submodules", sha);
  if (done.exitCode !== 0) throw new Error(`git could not write ${short(sha)}: ${lastLine(done)}`);
  const missing: string[] = [];
  const listing = await listedNames(git("ls-files", "--stage", "-z"));
  for (const [number, { path, commit }] of parseGitlinks(listing ?? []).entries()) {
    const inner = { root: join(place.root, path), tree: join(place.tree, path), index: `${place.index}-${number}` };
    missing.push(...(await checkOutSubmodule({ path, commit }, inner, ports)));
  }
  return missing;
}

type Gitlink = { readonly path: string; readonly commit: string };

function parseGitlinks(lines: readonly string[]): Gitlink[] {
  return lines.flatMap((line) => {
    const [, commit, path] = /^160000 ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
    return commit === undefined || path === undefined ? [] : [{ path, commit }];
  });
}

async function checkOutSubmodule(
  { path, commit }: Gitlink,
  place: Place,
  ports: Pick<Ports, "ask" | "work" | "env" | "files">,
): Promise<readonly string[]> {
  if ((await ports.files.kindOf(join(place.root, ".git"))) === undefined)
    return [`the submodule ${path} is not checked out`];
  const found = await hasCommit(commit, { steps: [], git: gitIn(place.root, ports) });
  if (found.kind !== "found") return [`the submodule ${path} has no commit ${short(commit)}`];
  return checkOut(commit, place, ports);
}
