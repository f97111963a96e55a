import { join } from "node:path";
import type { CommittedFile } from "../model/committed-file.ts";
import type { Ports } from "../ports/types.ts";
import { hasCommit } from "./git.ts";
import { type Git, gitIn, listedNames } from "./repository.ts";

type Commit = { readonly sha: string; readonly root: string };
type GitPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/** Links that lead to links: more than a file system follows (40 on Linux). */
const linkLimit = 40;

/** Reads a file of a commit by its path from the root. Links are followed as in a work tree, and into submodules that are checked out. */
export async function readCommitted(path: string, commit: Commit, ports: GitPorts): Promise<CommittedFile> {
  const git = gitIn(commit.root, ports);
  const rest = path.split("/");
  const done: string[] = [];
  for (let links = 0; ;) {
    const name = rest.shift();
    if (name === undefined) return { kind: "unreadable", why: `${path} is a folder` };
    if (name === "" || name === ".") continue;
    if (name === "..") {
      if (done.pop() === undefined) return leadsOut(path);
      continue;
    }
    const here = [...done, name].join("/");
    const entry = await entryOf(here, commit.sha, git);
    if (entry === null) return { kind: "absent" };
    if (entry.mode === "160000") {
      const inner = { sha: entry.id, root: join(commit.root, here) };
      return readInSubmodule({ path, module: here, rest: rest.join("/") }, inner, ports);
    }
    if (entry.mode === "040000") done.push(name);
    else if (entry.mode === "120000") {
      const { stdout: target } = await git("cat-file", "blob", entry.id);
      if (/^(?:\/|[A-Za-z]:)/.test(target)) return leadsOut(path);
      if (++links > linkLimit) return { kind: "unreadable", why: `${path} is a symbolic link that leads to itself` };
      rest.unshift(...target.split("/"));
    } else if (rest.some((each) => each !== "" && each !== ".")) return { kind: "absent" };
    else return readBlob({ path, id: entry.id }, git);
  }
}

async function readBlob(
  { path, id }: { readonly path: string; readonly id: string },
  git: Git,
): Promise<CommittedFile> {
  const { exitCode, stdout: text } = await git("cat-file", "blob", id);
  if (exitCode !== 0) return { kind: "unreadable", why: `git cannot read ${path}` };
  return text.includes("\uFFFD") ? { kind: "unreadable", why: `${path} is not UTF-8` } : { kind: "text", text };
}

function leadsOut(path: string): CommittedFile {
  return { kind: "unreadable", why: `${path} is a symbolic link that leads outside the repository` };
}

type Entry = { readonly mode: string; readonly id: string };

async function entryOf(path: string, sha: string, git: Git): Promise<Entry | null> {
  const listed = await listedNames(git("ls-tree", "--full-tree", "-z", sha, path));
  const [, mode, id] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(listed?.[0] ?? "") ?? [];
  return mode === undefined || id === undefined ? null : { mode, id };
}

async function readInSubmodule(
  { path, module, rest }: { readonly path: string; readonly module: string; readonly rest: string },
  inner: Commit,
  ports: GitPorts,
): Promise<CommittedFile> {
  if ((await ports.files.kindOf(join(inner.root, ".git"))) === undefined) {
    return { kind: "unreadable", why: `${path} is in the submodule ${module}, which is not checked out` };
  }
  const found = await hasCommit(inner.sha, { steps: [], git: gitIn(inner.root, ports) });
  if (found.kind !== "found")
    return { kind: "unreadable", why: `${path} is in the submodule ${module}, which lacks that commit` };
  return readCommitted(rest, inner, ports);
}
