import type { BaseRef } from "./event.ts";
import { type Git, lastLine, output, short } from "./repository.ts";

type FoundBase =
  | { readonly kind: "found"; readonly sha: string; readonly steps: readonly string[] }
  /** It should be there, and is not. */
  | { readonly kind: "missing"; readonly steps: readonly string[] }
  /** Nobody asked for one. */
  | { readonly kind: "absent"; readonly steps: readonly string[] };

/** The commit to compare with, present in the repository afterwards; or each step of a search in vain. */
export async function findBase(baseRef: BaseRef, git: Git): Promise<FoundBase> {
  switch (baseRef.kind) {
    case "none":
      return { kind: "absent", steps: [baseRef.why] };
    case "lost":
      return { kind: "missing", steps: [baseRef.why] };
    case "commit":
      return findNamed(baseRef, git);
    case "ref": {
      const sha = await resolveRef(baseRef.ref, git);
      if (sha === null) {
        return { kind: "missing", steps: [`${baseRef.ref} names no commit here, and none that can be fetched`] };
      }
      return { kind: "found", sha, steps: [`${baseRef.ref} is ${short(sha)}`] };
    }
    case "merge-parent":
      return findMergeBase(baseRef, git);
  }
}

async function findNamed({ sha, head, what }: Extract<BaseRef, { kind: "commit" }>, git: Git): Promise<FoundBase> {
  const current = await output(git("rev-parse", "HEAD"));
  if (head !== null && current !== head) return findParent(`HEAD is not ${short(head)}, which the event is about`, git);
  return hasCommit(sha, { steps: [`${what} is ${short(sha)}`], git });
}

/** Of a HEAD that the event does not tell of. */
async function findParent(why: string, git: Git): Promise<FoundBase> {
  const [first] = await parentsOf("HEAD", git);
  const steps = [`${why}: something else was checked out`];
  if (first === undefined) return { kind: "missing", steps: steps.map((step) => `${step}, and it has no parent`) };
  return hasCommit(first, { steps: [...steps, `its first parent is ${short(first)}`], git });
}

/**
 * GitHub checks out the merge of a pull request with its base. Even in a clone of depth 1 the commit itself still names both
 * parents (git cat-file), though git log does not.
 */
async function findMergeBase(
  { head, branch }: Extract<BaseRef, { kind: "merge-parent" }>,
  git: Git,
): Promise<FoundBase> {
  const current = await output(git("rev-parse", "HEAD"));
  const [first, second] = await parentsOf("HEAD", git);
  if (first !== undefined && second === head) {
    return hasCommit(first, { steps: [`HEAD merges the pull request into ${short(first)}, its first parent`], git });
  }
  if (current === head) return findForkPoint({ head, branch }, git);
  if (second !== undefined) {
    const why = `HEAD merges ${short(second)}, and the pull request is at ${short(head)}: the merge is stale, run again`;
    return { kind: "missing", steps: [why] };
  }
  return findParent("HEAD is no commit of this pull request", git);
}

/** The head of the pull request was checked out, not its merge: where it left the base branch. A shallow clone is deepened. */
async function findForkPoint(
  { head, branch }: { readonly head: string; readonly branch: string },
  git: Git,
): Promise<FoundBase> {
  const steps = [`HEAD is the head of the pull request; looking for where it left ${branch}`];
  const remote = `refs/remotes/origin/${branch}`;
  const refspec = `+refs/heads/${branch}:${remote}`;
  if (!(await isShallow(git))) {
    const fetched = await git("fetch", ...quietly, "--", "origin", refspec);
    if (fetched.exitCode !== 0) steps.push(`fetching ${branch} failed: ${lastLine(fetched)}`);
    const base = await output(git("merge-base", "HEAD", remote));
    if (base !== null) return { kind: "found", sha: base, steps: [...steps, `it is ${short(base)}`] };
    return { kind: "missing", steps: [...steps, "no common commit was found"] };
  }
  // A --depth below that of the clone would cut it.
  const own = Number(await output(git("rev-list", "--count", "HEAD")));
  for (const depth of [50, 200, 1000]) {
    const fetched = await git("fetch", ...quietly, `--depth=${own + depth}`, "--", "origin", refspec, head);
    const base = await output(git("merge-base", "HEAD", remote));
    if (base !== null) return { kind: "found", sha: base, steps: [...steps, `it is ${short(base)}`] };
    if (fetched.exitCode !== 0) {
      steps.push(`fetching ${branch} failed: ${lastLine(fetched)}`);
      break;
    }
  }
  return { kind: "missing", steps: [...steps, "no common commit was found; check out with fetch-depth: 0"] };
}

const quietly = ["--no-tags", "--no-prune", "--no-recurse-submodules"];

async function isShallow(git: Git): Promise<boolean> {
  return (await output(git("rev-parse", "--is-shallow-repository"))) === "true";
}

/** Only a clone that is shallow already is fetched into shallowly: --depth would cut a whole one. */
async function depthFor(git: Git): Promise<readonly string[]> {
  return (await isShallow(git)) ? ["--depth=1"] : [];
}

/** The commit, fetched if need be. */
export async function hasCommit(
  sha: string,
  { steps, git }: { readonly steps: readonly string[]; readonly git: Git },
): Promise<FoundBase> {
  if ((await git("cat-file", "-e", `${sha}^{commit}`)).exitCode === 0) return { kind: "found", sha, steps };
  const fetched = await git("fetch", ...quietly, ...(await depthFor(git)), "--", "origin", sha);
  if (fetched.exitCode === 0) return { kind: "found", sha, steps: [...steps, "fetched it"] };
  return {
    kind: "missing",
    steps: [...steps, `it is not in this clone, and fetching it failed: ${lastLine(fetched)}`],
  };
}

async function resolveRef(ref: string, git: Git): Promise<string | null> {
  const find = (name: string): Promise<string | null> =>
    output(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`));
  const known = (await find(ref)) ?? (await find(`refs/remotes/origin/${ref}`));
  if (known !== null) return known;
  const fetched = await git("fetch", ...quietly, ...(await depthFor(git)), "--", "origin", ref);
  return fetched.exitCode === 0 ? find("FETCH_HEAD") : null;
}

/** What the commit object itself says, grafted or not. */
async function parentsOf(commit: string, git: Git): Promise<readonly string[]> {
  const { stdout, exitCode } = await git("cat-file", "-p", commit);
  if (exitCode !== 0) return [];
  const header = stdout.split("\n\n", 1)[0] ?? "";
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, sha]) => sha ?? "");
}
