import { type Git, lastLine, output } from "./repository.ts";

export type FoundBase =
  | { readonly kind: "found"; readonly sha: string; readonly steps: readonly string[] }
  /** It should be there, and is not. */
  | {
      readonly kind: "missing";
      readonly steps: readonly string[];
      /** Neither the clone nor its remote knows it: that is a mistake in its name. Absent: one of them may. */
      readonly isUnknown?: boolean;
    }
  /** Nobody asked for one. */
  | { readonly kind: "absent"; readonly steps: readonly string[] };

/** Nothing but what is asked for. */
export const quietly = ["--no-tags", "--no-prune", "--no-recurse-submodules"];

export async function isShallow(git: Git): Promise<boolean> {
  return (await output(git("rev-parse", "--is-shallow-repository"))) === "true";
}

/** Only a clone that is shallow already is fetched into shallowly: --depth would cut a whole one. */
async function depthFor(git: Git): Promise<readonly string[]> {
  return (await isShallow(git)) ? ["--depth=1"] : [];
}

/** The commit, fetched if need be. `depth`: what to check out with, so that it need not be; 0 is all. */
export async function hasCommit(
  sha: string,
  { steps, git, depth }: { readonly steps: readonly string[]; readonly git: Git; readonly depth?: number },
): Promise<FoundBase> {
  if ((await git("cat-file", "-e", `${sha}^{commit}`)).exitCode === 0) return { kind: "found", sha, steps };
  const why = await fetchInto(sha, git);
  if (why === null) return { kind: "found", sha, steps: [...steps, "fetched it"] };
  const remedy = depth === undefined ? "" : await adviseDepth(depth, git);
  return { kind: "missing", steps: [...steps, `it is not in this clone, and fetching it failed: ${why}${remedy}`] };
}

/** Why nothing can be fetched. */
export const noRemote = "the repository has no remote";

/** Fetches from a remote, as shallow as the clone is. Returns why not; null when it is there. */
export async function fetchInto(what: string, git: Git, remote?: string): Promise<string | null> {
  const from = remote ?? (await listRemotes(git))[0];
  if (from === undefined) return noRemote;
  const fetched = await git("fetch", ...quietly, ...(await depthFor(git)), "--", from, what);
  return fetched.exitCode === 0 ? null : lastLine(fetched);
}

/** The remotes by name, the one to fetch from first. */
export async function listRemotes(git: Git): Promise<readonly string[]> {
  const { exitCode, stdout } = await git("remote");
  const names = exitCode === 0 ? stdout.split("\n").filter((name) => name !== "") : ["origin"];
  return names.toSorted((a, b) => Number(b === "origin") - Number(a === "origin"));
}

/** A clone without the credentials that made it gets nothing more: then the checkout has to bring the commit along. */
export async function adviseDepth(depth: number, git: Git): Promise<string> {
  return (await isShallow(git)) ? `; check out with fetch-depth: ${depth}` : "";
}

/** What the commit object itself says, grafted or not. */
export async function parentsOf(commit: string, git: Git): Promise<readonly string[]> {
  const { stdout, exitCode } = await git("cat-file", "-p", commit);
  if (exitCode !== 0) return [];
  const header = stdout.split("\n\n", 1)[0] ?? "";
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, sha]) => sha ?? "");
}
