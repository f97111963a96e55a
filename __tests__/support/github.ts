import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Environment } from "../../src/model/environment.ts";

/** Texts by their paths; null removes one, `-> target` makes a symbolic link, and what begins with `#!` can be started. */
export type Tree = Readonly<Record<string, string | null>>;

/** Nothing of what a developer may have set for git; commits are the same in every run. */
const gitEnvironment: Environment = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: "protocol.file.allow",
  GIT_CONFIG_VALUE_0: "always",
  GIT_CONFIG_KEY_1: "init.defaultBranch",
  GIT_CONFIG_VALUE_1: "main",
};

export function git(dir: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH ?? "", HOME: dir, LC_ALL: "C", ...gitEnvironment };
  return execFileSync("git", args, { cwd: dir, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

export function writeTree(dir: string, tree: Tree): void {
  for (const [name, text] of Object.entries(tree)) {
    const path = join(dir, name);
    rmSync(path, { recursive: true, force: true });
    if (text === null) continue;
    mkdirSync(dirname(path), { recursive: true });
    if (text.startsWith("-> ")) symlinkSync(text.slice(3), path);
    else writeFileSync(path, text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
}

export type Checkout = {
  /** Of the clone; 0 is all. */
  readonly depth?: number;
  /** Further options of `git fetch`. */
  readonly fetch?: readonly string[];
  readonly submodules?: boolean;
};

/** A repository on GitHub, a developer's clone of it, and the workspaces of jobs. All on this disk. */
export class Hub {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "hub-")));
  readonly origin = join(this.root, "origin.git");
  readonly developer = join(this.root, "developer");
  /** Other repositories, to be removed with this one. */
  readonly guests: Hub[] = [];
  #jobs = 0;

  constructor() {
    mkdirSync(this.developer);
    git(this.root, "init", "--quiet", "--bare", this.origin);
    git(this.developer, "init", "--quiet");
    git(this.developer, "remote", "add", "origin", `file://${this.origin}`);
  }

  remove(): void {
    for (const guest of this.guests) guest.remove();
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Commits changes on a branch (made from main when it is new) and pushes it. */
  push(branch: string, tree: Tree): string {
    const { developer } = this;
    const known = git(developer, "branch", "--list", branch) !== "";
    const isFirst = git(developer, "branch", "--list", "main") === "";
    if (!isFirst) git(developer, "checkout", "--quiet", ...(known ? [branch] : ["-b", branch, "main"]));
    writeTree(developer, tree);
    git(developer, "add", "--all", "--force");
    git(developer, "commit", "--quiet", "--allow-empty", `--message=${branch}`);
    git(developer, "push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
    return git(developer, "rev-parse", "HEAD");
  }

  /** What GitHub makes of a pull request: refs/pull/1/head and refs/pull/1/merge. */
  openPullRequest(branch: string): { readonly base: string; readonly head: string; readonly merge: string } {
    const { developer } = this;
    git(developer, "checkout", "--quiet", "--detach", "main");
    git(developer, "merge", "--quiet", "--no-ff", "--message=merge", branch);
    const [merge = "", base = "", head = ""] = ["HEAD", "main", branch].map((name) =>
      git(developer, "rev-parse", name),
    );
    git(developer, "push", "--quiet", "--force", "origin", `${head}:refs/pull/1/head`, `${merge}:refs/pull/1/merge`);
    git(developer, "checkout", "--quiet", "main");
    return { base, head, merge };
  }

  /** The workspace of a job, as actions/checkout leaves it. */
  checkOut(commit: string, { depth = 1, fetch = [], submodules = false }: Checkout = {}): string {
    const workspace = join(this.root, `job-${this.#jobs++}`, "app");
    mkdirSync(workspace, { recursive: true });
    git(workspace, "init", "--quiet");
    git(workspace, "remote", "add", "origin", `file://${this.origin}`);
    const all = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
    const wanted = depth === 0 ? [...all, `+${commit}:refs/remotes/pull/1/merge`] : [commit];
    const how = [
      "--quiet",
      "--no-tags",
      "--prune",
      "--no-recurse-submodules",
      ...(depth === 0 ? [] : [`--depth=${depth}`]),
    ];
    git(workspace, "fetch", ...how, ...fetch, "origin", ...wanted);
    git(workspace, "checkout", "--quiet", "--detach", "--force", commit);
    if (submodules) git(workspace, "submodule", "--quiet", "update", "--init", "--recursive", "--depth=1");
    return workspace;
  }

  /** The environment of a job that an event starts. */
  event(name: string, payload: unknown, more: Environment = {}): Environment {
    const path = join(this.root, `event-${this.#jobs++}.json`);
    writeFileSync(path, typeof payload === "string" ? payload : JSON.stringify(payload));
    return { ...this.plain(), GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, ...more };
  }

  /** Outside of a workflow. */
  plain(): Environment {
    return gitEnvironment;
  }
}

/** The part of GitHub's payloads that a run reads, in the surroundings that it has there. */
export const payloads = {
  pullRequest: (head: string, { fork = false, base = "main" } = {}): unknown => ({
    action: "synchronize",
    number: 1,
    pull_request: {
      number: 1,
      head: { ref: "change", sha: head, repo: { full_name: fork ? "somebody/app" : "acme/app", fork } },
      base: { ref: base, sha: "1".repeat(40), repo: { full_name: "acme/app", fork: false } },
    },
    repository: { full_name: "acme/app", default_branch: "main" },
  }),
  push: (before: string, after: string): unknown => ({
    ref: "refs/heads/main",
    before,
    after,
    created: /^0+$/.test(before),
    forced: false,
    repository: { full_name: "acme/app", default_branch: "main" },
  }),
  mergeGroup: (base: string, head: string): unknown => ({
    action: "checks_requested",
    merge_group: {
      head_sha: head,
      head_ref: "refs/heads/gh-readonly-queue/main/pr-1",
      base_sha: base,
      base_ref: "refs/heads/main",
    },
    repository: { full_name: "acme/app", default_branch: "main" },
  }),
};
