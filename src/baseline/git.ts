import type { BaseRef } from "./event.ts";
import { type FoundBase, hasCommit, isShallow, parentsOf, quietly } from "./fetch.ts";
import { findRef } from "./named-ref.ts";
import { type Git, lastLine, output, short } from "./repository.ts";

export { hasCommit } from "./fetch.ts";

/** The commit to compare with, present in the repository afterwards; or each step of a search in vain. */
export async function findBase(baseRef: BaseRef, git: Git): Promise<FoundBase> {
  switch (baseRef.kind) {
    case "none":
      return { kind: "absent", steps: [baseRef.why] };
    case "lost":
      return { kind: "missing", steps: [baseRef.why] };
    case "commit":
      return findNamed(baseRef, git);
    case "ref":
      return baseRef.found ?? findRef(baseRef.ref, git);
    case "merge-parent":
      return findMergeBase(baseRef, git);
  }
}

async function findNamed({ sha, head, what }: Extract<BaseRef, { kind: "commit" }>, git: Git): Promise<FoundBase> {
  const current = await output(git("rev-parse", "HEAD"));
  if (head !== null && current !== head) return findParent(`HEAD is not ${short(head)}, which the event is about`, git);
  // A push brings any number of commits.
  return hasCommit(sha, { steps: [`${what} is ${short(sha)}`], git, depth: 0 });
}

/** Of a HEAD that the event does not tell of. */
async function findParent(why: string, git: Git): Promise<FoundBase> {
  const [first] = await parentsOf("HEAD", git);
  const steps = [`${why}: another commit is checked out`];
  if (first === undefined) return { kind: "missing", steps: steps.map((step) => `${step}, and it has no parent`) };
  return hasCommit(first, { steps: [...steps, `its first parent is ${short(first)}`], git, depth: 2 });
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
    const steps = [`HEAD merges the pull request into ${short(first)}, its first parent`];
    return hasCommit(first, { steps, git, depth: 2 });
  }
  if (current === head) return findForkPoint({ head, branch }, git);
  if (second !== undefined) {
    const why = `HEAD merges ${short(second)}, and the pull request is at ${short(head)}: the merge is stale, run again`;
    return { kind: "missing", steps: [why] };
  }
  return findParent("HEAD is not a commit of this pull request", git);
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
