import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { findBase } from "../../src/baseline/git.ts";
import { gitIn } from "../../src/baseline/repository.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { nodePorts } from "../../src/ports/node.ts";
import type { Ports } from "../../src/ports/types.ts";
import { recordingLog } from "../install/world.ts";
import { plainEnvironment, runReport } from "./engine.ts";
import { git, Hub, payloads, type Tree } from "./github.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Inputs } from "../../src/config/inputs.ts";
import type { Report } from "../../src/model/report.ts";

// What the gate leaves of a repository, and what a repository can be like.

export const module = "module example.com/app\n\ngo 1.19\n";
export const pure = "package main\n\nfunc main() {}\n";
export const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
export const base: Tree = { "go.mod": module, "main.go": pure };
export const change: Tree = { "main.go": users };

export let hub: Hub;

beforeEach(() => {
  hub = new Hub();
});
afterEach(() => {
  hub.remove();
});

type Run = {
  readonly env?: Environment;
  readonly inputs?: Partial<Inputs>;
  readonly change?: (ports: Ports) => Ports;
};

export function check(
  workspace: string,
  event: Environment,
  { env = {}, inputs = {}, change: ports }: Run = {},
): Promise<Report> {
  const { GOWORK: _, ...plain } = plainEnvironment();
  const given = { strategies: "default", "working-directory": workspace, ...inputs };
  return runReport(given, { ...plain, ...event, ...env }, ports);
}

/** A pull request that makes a static program dynamic. */
export function regression({ before = base, after = change }: { before?: Tree; after?: Tree } = {}): {
  readonly commits: ReturnType<Hub["openPullRequest"]>;
  readonly event: Environment;
} {
  hub.push("main", { "old.txt": "old" });
  hub.push("main", before);
  hub.push("change", after);
  const commits = hub.openPullRequest("change");
  return { commits, event: hub.event("pull_request", payloads.pullRequest(commits.head)) };
}

export const isRegression = expect.objectContaining({ outcome: "fail" }) as unknown;
export const reasonOf = ({ verdict, baseline }: Report): string => [verdict.reason, ...baseline.steps].join("\n");

/** All that git status, git fetch and git checkout would show of a repository. */
export function stateOf(workspace: string): Readonly<Record<string, string>> {
  return {
    status: git(workspace, "status", "--porcelain=v2", "--branch", "--ignored"),
    refs: git(workspace, "for-each-ref"),
    worktrees: git(workspace, "worktree", "list"),
    commits: git(workspace, "rev-list", "--count", "HEAD"),
    shallow: git(workspace, "rev-parse", "--is-shallow-repository"),
    config: git(workspace, "config", "--local", "--list"),
    stash: git(workspace, "stash", "list"),
  };
}

/** The clock runs on by an hour when a group of the log begins, or, without one, when the base is read. */
export async function testTimeLimit({ at, says }: { readonly at: string; readonly says: string }): Promise<void> {
  const { commits, event } = regression();
  const workspace = hub.checkOut(commits.merge, { depth: 0 });
  let late = 0;
  const report = await check(workspace, event, {
    change: (ports) => ({
      ...ports,
      now: () => ports.now() + late,
      log: {
        ...ports.log,
        group: (title, body) => {
          if (title === at) late = 3_600_000;
          return ports.log.group(title, body);
        },
      },
      work: (program, args, options) => {
        if (at === "" && args.includes("read-tree")) late = 3_600_000;
        return ports.work(program, args, options);
      },
    }),
  });
  expect(report.verdict.outcome, reasonOf(report)).toBe("fail");
  expect(report.verdict.reason).toContain(says);
}

type SubmoduleChange = {
  readonly before?: Tree;
  /** The first of the two commits. */
  readonly after?: Tree;
  /** Of the repository around it. */
  readonly outer?: { readonly before: Tree; readonly after: Tree };
  /** The change adds the submodule. */
  readonly isNew?: boolean;
};

/**
 * A pull request that moves the submodule `sub` on by two commits; the module is in it. Its workspace, the commit that the base has the
 * submodule at, and those of the repository around it.
 */
export function submoduleChange({ before = base, after = change, outer, isNew = false }: SubmoduleChange = {}): {
  readonly workspace: string;
  readonly dir: string;
  readonly sha: string;
  readonly commits: ReturnType<Hub["openPullRequest"]>;
  readonly event: Environment;
} {
  const guest = new Hub();
  hub.guests.push(guest);
  const sha = guest.push("main", before);
  hub.push("main", { "README.md": "x\n", ...outer?.before });
  const add = (): unknown => git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "sub");
  if (!isNew) add();
  hub.push("main", {});
  hub.push("change", outer?.after ?? {});
  guest.push("main", after);
  const last = guest.push("main", { "README.md": "later\n" });
  if (isNew) add();
  git(join(hub.developer, "sub"), "fetch", "--quiet", "origin", last);
  git(join(hub.developer, "sub"), "checkout", "--quiet", "--detach", last);
  hub.push("change", {});
  const commits = hub.openPullRequest("change");
  const event = hub.event("pull_request", payloads.pullRequest(commits.head));
  const workspace = hub.checkOut(commits.merge, { submodules: true });
  return { workspace, dir: join(workspace, "sub"), sha, commits, event };
}

/** What a name of a base comes to in a shallow clone: the commit that was pushed. */
export async function testBaseByName(ref: string): Promise<void> {
  const { commits } = regression();
  git(hub.developer, "tag", "v1", commits.base);
  git(hub.developer, "push", "--quiet", "origin", "v1");
  const { files } = makeFiles(hub.root);
  const ports = nodePorts({ files, log: recordingLog(), signal: new AbortController().signal });
  const repository = gitIn(hub.checkOut(commits.merge), { ...ports, env: { ...ports.env, ...hub.plain() } });
  expect(await findBase({ kind: "ref", ref }, repository)).toMatchObject({ kind: "found", sha: commits.base });
}
