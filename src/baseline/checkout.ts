import { join } from "node:path";
import type { Ports } from "../ports/types.ts";
import { hasCommit } from "./git.ts";
import { type Git, gitIn, lastLine, listedNames, output, short } from "./repository.ts";
import type { Environment } from "../model/environment.ts";

type Place = {
  /** Of the repository. */
  readonly root: string;
  /** An empty folder for the files. */
  readonly tree: string;
  /** A file for git's list of them. */
  readonly index: string;
};

/** A submodule that is not in the copy. */
export type Gap = {
  /** One line. */
  readonly why: string;
  /** The work tree has the same submodule, and it is not checked out there either: both sides are without it. */
  readonly isShared: boolean;
};

type CheckOutPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/**
 * Writes the files of a commit into a folder outside of the repository. Nothing of the repository changes, not even its list of
 * work trees, so that a run that is killed leaves nothing in it: an index of our own names the files. Submodules come from where
 * they are checked out; one that the work tree has no more is fetched. Returns what is missing; throws Error when git cannot write
 * the commit.
 */
export async function checkOut(sha: string, place: Place, ports: CheckOutPorts): Promise<readonly Gap[]> {
  const index: Environment = { GIT_INDEX_FILE: place.index };
  const git = gitIn(place.root, ports, index);
  // Unlike checkout-index it goes by the commit's own .gitattributes, keeps to a sparse checkout, and fetches what a partial clone
  // lacks at once.
  const done = await git(`--work-tree=${place.tree}`, "read-tree", "-m", "-u", "--no-recurse-submodules", sha);
  if (done.exitCode !== 0) throw new Error(`git could not write ${short(sha)}: ${lastLine(done)}`);
  const gaps: Gap[] = [];
  const listing = await listedNames(git("ls-files", "--stage", "-z"));
  for (const [number, link] of parseGitlinks(listing ?? []).entries()) {
    const inner = { tree: join(place.tree, link.path), index: `${place.index}-${number}` };
    gaps.push(...(await checkOutSubmodule({ ...link, sha, root: place.root }, inner, ports)));
  }
  return gaps;
}

type Gitlink = { readonly path: string; readonly commit: string };

function parseGitlinks(lines: readonly string[]): Gitlink[] {
  return lines.flatMap((line) => {
    const [, commit, path] = /^160000 ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
    return commit === undefined || path === undefined ? [] : [{ path, commit }];
  });
}

type Submodule = Gitlink & {
  /** The commit that has it, and the repository of that. */
  readonly sha: string;
  readonly root: string;
};

async function checkOutSubmodule(
  module: Submodule,
  place: Pick<Place, "tree" | "index">,
  ports: CheckOutPorts,
): Promise<readonly Gap[]> {
  const { path, commit, root } = module;
  const inside = join(root, path);
  if ((await ports.files.kindOf(join(inside, ".git"))) === undefined) {
    const same = await listedNames(gitIn(root, ports)("ls-files", "--stage", "-z", "--", `:(top,literal)${path}`));
    const isShared = parseGitlinks(same ?? []).length > 0;
    if (isShared) return [{ why: `the submodule ${path} is not checked out`, isShared }];
    return checkOutDropped(module, place, ports);
  }
  const found = await hasCommit(commit, { steps: [], git: gitIn(inside, ports) });
  if (found.kind === "found") return checkOut(commit, { ...place, root: inside }, ports);
  return [{ why: `the submodule ${path} has no commit ${short(commit)}`, isShared: false }];
}

/** A submodule that the change has dropped: nothing of it is in the work tree, so it is fetched from where the base says. */
async function checkOutDropped(
  { path, commit, sha, root }: Submodule,
  place: Pick<Place, "tree" | "index">,
  ports: CheckOutPorts,
): Promise<readonly Gap[]> {
  const gap = (why: string): readonly Gap[] => [
    { why: `the submodule ${path} was removed, and ${why}`, isShared: false },
  ];
  const git = gitIn(root, ports);
  const url = await urlOf({ path, sha }, git);
  if (url === null) return gap("the base commit has no URL for it");
  const folder = await ports.files.makeTempDir();
  const inner = gitIn(folder, ports, await credentialsOf(git, ports.env));
  await inner("init", "--quiet", "--bare");
  const fetched = await inner("fetch", "--quiet", "--no-tags", "--depth=1", "--", url, commit);
  if (fetched.exitCode !== 0) return gap(`fetching it failed: ${lastLine(fetched)}`);
  return checkOut(commit, { ...place, root: folder }, ports);
}

/** What .gitmodules of the commit says; an address that begins with a dot is relative to that of origin. */
async function urlOf({ path, sha }: Pick<Submodule, "path" | "sha">, git: Git): Promise<string | null> {
  const blob = `--blob=${sha}:.gitmodules`;
  const paths = await listedNames(git("config", blob, "--null", "--get-regexp", String.raw`^submodule\..*\.path$`));
  const key = paths?.find((text) => text.slice(text.indexOf("\n") + 1) === path)?.split("\n")[0];
  const url = key === undefined ? null : await output(git("config", blob, "--get", key.replace(/\.path$/, ".url")));
  if (url === null || !/^\.\.?\//.test(url)) return url;
  const origin = await output(git("config", "--get", "remote.origin.url"));
  return origin === null ? null : joinUrl(origin, url);
}

/** As `git submodule` does: each `../` takes the last element off. */
export function joinUrl(origin: string, relative: string): string {
  let [base, rest] = [origin.replace(/\/+$/, ""), relative];
  for (;;) {
    if (rest.startsWith("./")) rest = rest.slice(2);
    else if (rest.startsWith("../")) [base, rest] = [base.replace(/[/:][^/:]*$/, ""), rest.slice(3)];
    else return `${base}/${rest}`;
  }
}

/** The headers that actions/checkout leaves for fetching, in variables: arguments are seen by everybody on the machine. */
async function credentialsOf(git: Git, env: Environment): Promise<Environment> {
  const found = await listedNames(git("config", "--null", "--get-regexp", String.raw`^http\..*\.extraheader$`));
  const before = Number(env.GIT_CONFIG_COUNT ?? "0");
  const pairs = (found ?? []).map((text) => [text.slice(0, text.indexOf("\n")), text.slice(text.indexOf("\n") + 1)]);
  const variables = pairs.flatMap(([key = "", value = ""], at) => [
    [`GIT_CONFIG_KEY_${before + at}`, key] as const,
    [`GIT_CONFIG_VALUE_${before + at}`, value] as const,
  ]);
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(before + pairs.length) };
}
