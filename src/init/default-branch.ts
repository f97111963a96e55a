import { type Git, output } from "../baseline/repository.ts";

/** The branch that pull requests are made against, and how that is known, in a part of a sentence. */
export type DefaultBranch = { readonly name: string; readonly why: string };

/** Asks git, without the network. `git` null: there is none. */
export async function findDefaultBranch(git: Git | null): Promise<DefaultBranch> {
  if (git === null) return { name: "main", why: "git could not be asked" };
  const remote = await mainRemote(git);
  const head = remote && (await output(git("symbolic-ref", "--short", `refs/remotes/${remote}/HEAD`)));
  if (head) return { name: head.slice(remote.length + 1), why: `${remote}/HEAD points to it` };
  const own = await branchesBelow("refs/heads/", git);
  const remotes = remote === null ? [] : await branchesBelow(`refs/remotes/${remote}/`, git);
  const current = await output(git("symbolic-ref", "--short", "HEAD"));
  const usual = ["main", "master"].find((name) => remotes.includes(name)) ?? usualOf(own, current);
  if (usual !== undefined) return { name: usual, why: "there is a branch of that name" };
  if (current !== null) return { name: current, why: "it is checked out" };
  return { name: "main", why: "no branch is checked out" };
}

/** With a single branch, that is it, whatever it is called. */
function usualOf(own: readonly string[], current: string | null): string | undefined {
  return own.length > 1 || current === null ? ["main", "master"].find((name) => own.includes(name)) : undefined;
}

async function mainRemote(git: Git): Promise<string | null> {
  const names = ((await output(git("remote"))) ?? "").split("\n").filter((name) => name !== "");
  return names.find((name) => name === "origin") ?? names[0] ?? null;
}

async function branchesBelow(prefix: string, git: Git): Promise<readonly string[]> {
  const refs = (await output(git("for-each-ref", "--format=%(refname)", prefix))) ?? "";
  return refs.split("\n").map((ref) => ref.slice(prefix.length));
}
