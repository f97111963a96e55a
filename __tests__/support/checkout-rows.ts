import { chownSync, lstatSync, mkdirSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { git, Hub, type Tree } from "./github.ts";
import type { Environment } from "../../src/model/environment.ts";

/** Where a job stands: the folder that go runs in, and what it has in its environment beside the event. */
export type Place = { readonly dir: string; readonly env?: Environment };

type Commits = ReturnType<Hub["openPullRequest"]>;

export type CheckoutRow = {
  readonly name: string;
  readonly checkOut: (hub: Hub, commits: Commits) => Place;
  /** Of the module, from the root of the repository. */
  readonly folder?: string;
  /** Further files of the base. */
  readonly before?: Tree;
  readonly needsRoot?: boolean;
  /** The go command writes no revision into a program: it takes only a folder `.git` for a repository. */
  readonly isStamped?: false;
  /** Runs before the developer pushes anything. */
  readonly prepare?: (hub: Hub) => void;
};

export const isRoot = process.getuid?.() === 0;

/** To somebody who is neither root nor this user. */
export function giveAway(path: string): void {
  chownSync(path, 65_534, 65_534);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}

function moved(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  return to;
}

function allowPartial({ origin }: Hub): void {
  git(origin, "config", "uploadpack.allowFilter", "true");
  git(origin, "config", "uploadpack.allowAnySHA1InWant", "true");
}

function addGuest(hub: Hub): void {
  const guest = new Hub();
  hub.guests.push(guest);
  guest.push("main", { "lib.c": "int f(void) { return 1; }\n" });
  hub.push("main", { "README.md": "x\n" });
  git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "third party/lib");
  hub.push("main", {});
}

const big: Tree = { "big/broken.go": 'package broken\n\nimport _ "x\n' };

/** Checkouts as people have them. */
export const checkoutRows: readonly CheckoutRow[] = [
  ...[1, 2, 0].map((depth) => ({
    name: `fetch-depth: ${depth}`,
    checkOut: (hub: Hub, { merge }: Commits) => ({ dir: hub.checkOut(merge, { depth }) }),
  })),
  ...[1, 0].map((depth) => ({
    name: `the head of the pull request (ref:), fetch-depth: ${depth}`,
    checkOut: (hub: Hub, { head }: Commits) => ({ dir: hub.checkOut(head, { depth }) }),
  })),
  ...["blob:none", "tree:0"].flatMap((filter) =>
    [1, 0].map((depth) => ({
      name: `filter: ${filter}, fetch-depth: ${depth}`,
      prepare: allowPartial,
      checkOut: (hub: Hub, { merge }: Commits) => ({
        dir: hub.checkOut(merge, { depth, fetch: [`--filter=${filter}`] }),
      }),
    })),
  ),
  ...[
    { name: "cone", args: ["--cone", "cmd"] },
    { name: "no cone", args: ["--no-cone", "/*", "!/big"] },
  ].map(({ name, args }) => ({
    name: `sparse-checkout, ${name}`,
    before: big,
    checkOut: (hub: Hub, { merge }: Commits) => {
      const dir = hub.checkOut(merge);
      git(dir, "sparse-checkout", "set", ...args);
      return { dir };
    },
  })),
  {
    name: "sparse-checkout of a partial clone with a sparse index",
    before: big,
    prepare: allowPartial,
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge, { depth: 0, fetch: ["--filter=blob:none"] });
      git(dir, "sparse-checkout", "set", "--cone", "--sparse-index", "cmd");
      return { dir };
    },
  },
  {
    name: "a linked work tree",
    isStamped: false,
    checkOut: (hub, { merge }) => {
      const main = hub.checkOut(merge, { depth: 0 });
      const dir = join(hub.root, "linked");
      git(main, "worktree", "add", "--quiet", "--detach", dir, merge);
      return { dir };
    },
  },
  {
    name: "a linked work tree of another user",
    isStamped: false,
    needsRoot: true,
    checkOut: (hub, { merge }) => {
      const main = hub.checkOut(merge, { depth: 0 });
      const dir = join(hub.root, "linked");
      git(main, "worktree", "add", "--quiet", "--detach", dir, merge);
      giveAway(main);
      giveAway(dir);
      return { dir };
    },
  },
  {
    name: "a workspace of another user",
    needsRoot: true,
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge);
      giveAway(dir);
      return { dir };
    },
  },
  {
    name: "a workspace of another user, with submodules",
    needsRoot: true,
    prepare: addGuest,
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge, { submodules: true });
      giveAway(dir);
      return { dir };
    },
  },
  {
    name: "a partial clone of another user",
    needsRoot: true,
    prepare: allowPartial,
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge, { fetch: ["--filter=blob:none"] });
      giveAway(dir);
      return { dir };
    },
  },
  {
    name: "submodules: false of a repository that has some",
    prepare: addGuest,
    checkOut: (hub, { merge }) => ({ dir: hub.checkOut(merge) }),
  },
  {
    name: "path: src",
    checkOut: (hub, { merge }) => {
      const from = hub.checkOut(merge);
      const workspace = join(hub.root, "work");
      return { dir: moved(from, join(workspace, "src")), env: { GITHUB_WORKSPACE: workspace } };
    },
  },
  {
    name: "path: with blanks and letters of other alphabets",
    checkOut: (hub, { merge }) => {
      const workspace = join(hub.root, "my work");
      const dir = moved(hub.checkOut(merge), join(workspace, "źródło 'a' $b"));
      return { dir, env: { GITHUB_WORKSPACE: workspace } };
    },
  },
  {
    name: "path: within the checkout of another repository",
    checkOut: (hub, { merge }) => {
      const other = join(hub.root, "outer");
      git(hub.root, "init", "--quiet", other);
      git(other, "commit", "--quiet", "--allow-empty", "--message=x");
      return { dir: moved(hub.checkOut(merge), join(other, "src")), env: { GITHUB_WORKSPACE: other } };
    },
  },
  {
    name: "a workspace that is a symbolic link",
    checkOut: (hub, { merge }) => {
      const dir = join(hub.root, "link");
      symlinkSync(hub.checkOut(merge), dir);
      return { dir, env: { GITHUB_WORKSPACE: dir, PWD: dir } };
    },
  },
  {
    name: "a module below the root",
    folder: "services/api",
    checkOut: (hub, { merge }) => ({ dir: hub.checkOut(merge) }),
  },
  {
    name: "GIT_DIR of another repository in the environment",
    checkOut: (hub, { merge }) => {
      const other = join(hub.root, "other");
      git(hub.root, "init", "--quiet", other);
      return { dir: hub.checkOut(merge), env: { GIT_DIR: join(other, ".git"), GIT_WORK_TREE: other } };
    },
  },
  {
    name: "no remote, fetch-depth: 2",
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge, { depth: 2 });
      git(dir, "remote", "remove", "origin");
      return { dir };
    },
  },
  {
    name: "a remote of another name",
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge);
      git(dir, "remote", "rename", "origin", "upstream");
      return { dir };
    },
  },
  {
    name: "objects of a mirror on the runner (alternates)",
    checkOut: (hub, { merge }) => {
      const dir = join(hub.root, "shared");
      git(hub.root, "clone", "--quiet", "--no-checkout", "--reference", hub.origin, `file://${hub.origin}`, dir);
      git(dir, "fetch", "--quiet", "origin", merge);
      git(dir, "checkout", "--quiet", "--detach", merge);
      return { dir };
    },
  },
  {
    name: "core.autocrlf",
    checkOut: (hub, { merge }) => {
      const dir = hub.checkOut(merge);
      git(dir, "config", "core.autocrlf", "true");
      git(dir, "rm", "--quiet", "--cached", "-r", ".");
      git(dir, "reset", "--quiet", "--hard");
      return { dir };
    },
  },
];
