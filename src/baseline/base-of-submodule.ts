import { relative, resolve } from "node:path";
import type { Ports } from "../ports/types.ts";
import type { BaseRef } from "./event.ts";
import { type FoundBase, hasCommit } from "./fetch.ts";
import { findBase } from "./git.ts";
import { findRepository, gitIn, output, type Repository, short } from "./repository.ts";

type GitPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/** A commit, and the repository that has it. */
export type Commit = { readonly sha: string; readonly repository: Repository };

export type BaseInRepository = FoundBase & {
  /** The base of the repository that the job is about, and whose workflow runs, where the working directory is in a submodule of it. */
  readonly around?: Commit;
};

/**
 * The commit to compare with, in the repository that the working directory is in. An event is about the repository around a
 * submodule: then it is the commit that the base has the submodule at, however many commits of the submodule lie between. A ref that
 * the inputs name is one of the submodule itself.
 */
export async function findBaseIn(repository: Repository, ref: BaseRef, ports: GitPorts): Promise<BaseInRepository> {
  const git = gitIn(repository.root, ports);
  const outer = ref.kind === "ref" || ref.kind === "none" ? null : await findAround(repository, ports);
  if (outer === null) return findBase(ref, git);
  const found = await findBaseIn(outer, ref, ports);
  if (found.kind !== "found") return found;
  const path = relative(outer.root, repository.root).replaceAll("\\", "/");
  const around = found.around ?? { sha: found.sha, repository: outer };
  const commit = await linkedCommit({ path, sha: found.sha }, outer, ports);
  if (commit === null) {
    const why = `${short(found.sha)} has no submodule ${path}`;
    return { kind: "missing", steps: [...found.steps, why], around };
  }
  const steps = [...found.steps, `it has the submodule ${path} at ${short(commit)}`];
  return { ...(await hasCommit(commit, { steps, git, depth: 0 })), around };
}

/** The repository that has this one as a submodule; null where none does. */
async function findAround({ root }: Repository, ports: GitPorts): Promise<Repository | null> {
  const outer = await output(gitIn(root, ports)("rev-parse", "--show-superproject-working-tree"));
  if (outer === null) return null;
  const found = await findRepository(resolve(outer), ports);
  return "why" in found ? null : found;
}

/** What a commit of the repository around it has a submodule at. */
async function linkedCommit(
  { path, sha }: { readonly path: string; readonly sha: string },
  { root }: Repository,
  ports: GitPorts,
): Promise<string | null> {
  const listed = await output(gitIn(root, ports)("ls-tree", "--full-tree", "-z", sha, "--", `:(literal)${path}`));
  return /^160000 commit ([0-9a-f]+)\t/.exec(listed ?? "")?.[1] ?? null;
}
