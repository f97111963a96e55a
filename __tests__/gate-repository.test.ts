import { chmodSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ConfigError } from "../src/errors.ts";
import type { Ports } from "../src/ports/types.ts";
import { plainEnvironment, runReport } from "./support/engine.ts";
import { git, Hub, payloads, type Tree, writeTree } from "./support/github.ts";
import { describeWith } from "./support/tools.ts";
import type { Environment } from "../src/model/environment.ts";
import type { Inputs } from "../src/model/inputs.ts";
import type { Report } from "../src/model/report.ts";

// What the gate leaves of a repository, and what a repository can be like.

const module = "module example.com/app\n\ngo 1.19\n";
const pure = "package main\n\nfunc main() {}\n";
const users = 'package main\n\nimport _ "os/user"\n\nfunc main() {}\n';
const base: Tree = { "go.mod": module, "main.go": pure };
const change: Tree = { "main.go": users };

let hub: Hub;

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

function check(
  workspace: string,
  event: Environment,
  { env = {}, inputs = {}, change: ports }: Run = {},
): Promise<Report> {
  const { GOWORK: _, ...plain } = plainEnvironment();
  const given = { strategies: "default", "working-directory": workspace, ...inputs };
  return runReport(given, { ...plain, ...event, ...env }, ports);
}

/** A pull request that makes a static program dynamic. */
function regression({ before = base, after = change }: { before?: Tree; after?: Tree } = {}): {
  readonly commits: ReturnType<Hub["openPullRequest"]>;
  readonly event: Environment;
} {
  hub.push("main", { "old.txt": "old" });
  hub.push("main", before);
  hub.push("change", after);
  const commits = hub.openPullRequest("change");
  return { commits, event: hub.event("pull_request", payloads.pullRequest(commits.head)) };
}

const isRegression = expect.objectContaining({ outcome: "fail" }) as unknown;
const reasonOf = ({ verdict, baseline }: Report): string => [verdict.reason, ...baseline.steps].join("\n");

/** All that git status, git fetch and git checkout would show of a repository. */
function stateOf(workspace: string): Readonly<Record<string, string>> {
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

describeWith(["go", "gcc", "git"], "the repository", () => {
  it.each([
    { name: "a clone of depth 1 stays as shallow as it is", depth: 1 },
    { name: "a clone of depth 2 needs nothing fetched", depth: 2 },
    { name: "a full clone stays full", depth: 0 },
  ])("$name", async ({ depth }) => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth });
    const before = stateOf(workspace);
    expect(before.shallow).toBe(String(depth > 0));
    const report = await check(workspace, event);
    expect(report.verdict).toEqual(isRegression);
    expect(report.baseline.sha).toBe(commits.base);
    expect(report.baseline.steps.includes("fetched it")).toBe(depth === 1);
    expect(stateOf(workspace)).toEqual(before);
    expect(existsSync(join(workspace, ".git/shallow"))).toBe(depth > 0);
  });

  it("a full clone with the head checked out gets nothing but the newest origin/main", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.head, { depth: 0 });
    const before = stateOf(workspace);
    const newest = hub.push("main", { "elsewhere.go": "package main\n" });
    const report = await check(workspace, event);
    expect([report.verdict.outcome, report.baseline.sha]).toEqual(["fail", commits.base]);
    const { refs = "", ...after } = stateOf(workspace);
    expect(after).toEqual({ ...before, refs: undefined });
    expect(refs.replaceAll(newest, commits.base)).toBe(before.refs);
  });

  it("a fetched base is not fetched again", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge);
    await check(workspace, event);
    const again = await check(workspace, event);
    expect([again.verdict.outcome, again.baseline.steps.includes("fetched it")]).toEqual(["fail", false]);
  });

  it("no hook and no file system monitor is started", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge);
    const trace = join(hub.root, "trace");
    for (const name of ["post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"]) {
      const hook = join(workspace, ".git/hooks", name);
      mkdirSync(dirname(hook), { recursive: true });
      writeFileSync(hook, `#!/bin/sh\necho ${name} >> '${trace}'\n`);
      chmodSync(hook, 0o755);
    }
    git(workspace, "config", "core.fsmonitor", join(workspace, ".git/hooks/post-checkout"));
    const flags = "-buildvcs=false";
    expect((await check(workspace, event, { inputs: { flags } })).verdict).toEqual(isRegression);
    expect(existsSync(trace)).toBe(false);
  });

  it("in a job it may belong to another user", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
    const inputs = { flags: "-buildvcs=false" };
    expect((await check(workspace, event, { env, inputs })).verdict).toEqual(isRegression);
    const person = { ...env, GITHUB_ACTIONS: "" };
    const report = await check(workspace, hub.plain(), {
      env: person,
      inputs: { ...inputs, "baseline-ref": commits.base },
    });
    expect(report.verdict.outcome).toBe("warn");
    expect(report.verdict.reason).toContain("dubious ownership");
  });

  it("a git hook that calls us does not lead us astray", async () => {
    const { commits } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    const other = join(hub.root, "other");
    git(hub.root, "init", "--quiet", other);
    const env = {
      GIT_DIR: join(other, ".git"),
      GIT_WORK_TREE: other,
      GIT_INDEX_FILE: join(other, "index"),
      GIT_PREFIX: "x/",
    };
    const inputs = { "baseline-ref": commits.base, flags: "-buildvcs=false" };
    const report = await check(workspace, hub.plain(), { env, inputs });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
  });

  it("a partial clone gets what it lacks", async () => {
    git(hub.origin, "config", "uploadpack.allowFilter", "true");
    git(hub.origin, "config", "uploadpack.allowAnySHA1InWant", "true");
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0, fetch: ["--filter=blob:none"] });
    const report = await check(workspace, event);
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
  });

  it("a sparse check-out has a sparse base", async () => {
    const { commits, event } = regression({ before: { ...base, "big/broken.go": 'package broken\n\nimport _ "x\n' } });
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    git(workspace, "sparse-checkout", "set", "--no-cone", "/*", "!/big");
    const seen: boolean[] = [];
    const report = await check(workspace, event, {
      change: (ports) => ({
        ...ports,
        work: (program, args, options) => {
          if (args[0] === "build") seen.push(existsSync(join(options.cwd, "big")));
          return ports.work(program, args, options);
        },
      }),
    });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(seen).toEqual([false, false]);
  });

  it("the base has the line ends that its own .gitattributes ask for", async () => {
    const text =
      'package main\n\nimport _ "embed"\n\n//go:embed text.txt\nvar text string\n\nfunc main() { println(text) }\n';
    const { commits, event } = regression({
      before: { ...base, "main.go": text, "text.txt": "a\n", ".gitattributes": "*.txt text eol=crlf\n" },
      after: { "users.go": users.replace("\nfunc main() {}\n", ""), ".gitattributes": "*.txt text eol=lf\n" },
    });
    const workspace = hub.checkOut(commits.merge);
    const seen: string[] = [];
    const report = await check(workspace, event, {
      change: (ports) => ({
        ...ports,
        work: async (program, args, options) => {
          if (args[0] === "build") seen.push((await ports.files.readText(join(options.cwd, "text.txt"))) ?? "");
          return ports.work(program, args, options);
        },
      }),
    });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(seen).toEqual(["a\n", "a\r\n"]);
  });

  it("may be reached through a link", async () => {
    const { commits, event } = regression({
      before: { "sub/go.mod": module, "sub/main.go": pure, "sub/other/other.go": "package other\n" },
      after: { "sub/main.go": users },
    });
    const workspace = hub.checkOut(commits.merge);
    symlinkSync(workspace, join(hub.root, "link"));
    const dir = join(hub.root, "link/sub");
    const report = await check(dir, event, { env: { PWD: dir } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report.cells[0]?.findings[0]).toMatchObject({ kind: "regression", file: "main.go", line: 3 });
    // Nothing but what is elsewhere changed: the same files, by whichever name.
    writeTree(workspace, { "sub/other/other.go": "package other\n\n// Changed.\n" });
    const local = await check(dir, hub.plain(), { env: { PWD: dir }, inputs: { "baseline-ref": "HEAD" } });
    expect(local.baseline.steps.join(), reasonOf(local)).toContain("built from the same files");
  });
});

describeWith(["go", "gcc", "git"], "the build of the base", () => {
  it("only what became worse is built, with the same flags", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `p${String(at).padStart(2, "0")}`);
    const { commits, event } = regression({
      before: { "go.mod": module, ...Object.fromEntries(names.map((name) => [`cmd/${name}/main.go`, pure])) },
      after: { "cmd/p03/main.go": users },
    });
    const workspace = hub.checkOut(commits.merge);
    const builds: (readonly string[])[] = [];
    const activities: string[] = [];
    const report = await check(workspace, event, {
      inputs: { strategies: "default cgo-disabled", flags: "-ldflags=-s" },
      change: (ports) => ({
        ...ports,
        log: {
          ...ports.log,
          activity: (title) => {
            activities.push(title);
            return () => undefined;
          },
        },
        work: (program, args, options) => {
          if (args[0] === "build" && !realpathSync(options.cwd).startsWith(hub.root)) builds.push(args);
          return ports.work(program, args, options);
        },
      }),
    });
    expect(report.verdict.reason).toMatch(/^p03 was static and is dynamic now/);
    expect(builds).toHaveLength(1);
    expect(builds[0]?.slice(3)).toEqual(["-ldflags=-s", "-buildvcs=false", "example.com/app/cmd/p03"]);
    expect(activities.filter((title) => title.startsWith("base: "))).toHaveLength(1);
    expect(activities.join("\n")).toContain("base: example.com/app/cmd/p03, ");
    const compared = report.cells.filter((cell) => cell.base !== null);
    expect(compared.map((cell) => [cell.package, cell.strategy])).toEqual([["example.com/app/cmd/p03", "default"]]);
  });

  it.each([
    {
      name: "while it builds",
      at: "Base: Build",
      says: "could not be compared: the base was not built (its time limit of 20 min ran out)",
    },
    {
      name: "before it is planned",
      at: "",
      says: "nothing could be compared with the base: the base cannot be built: its time limit of 20 min ran out",
    },
  ])("it is ended when its time is over $name", async ({ at, says }) => {
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
    expect(report.verdict.outcome, reasonOf(report)).toBe("warn");
    expect(report.verdict.reason).toContain(says);
  });

  it("paths into the repository lead into the base, but for what an earlier step put there", async () => {
    const c = (name: string): string =>
      `package main\n\n// #include <${name}.h>\nimport "C"\n\nfunc main() { println(C.answer()) }\n`;
    const { commits, event } = regression({
      before: {
        "go.mod": module,
        "main.go": c("kept"),
        ".gitignore": "made/\n",
        "include/kept.h": "static int answer(void) { return 1; }\n",
      },
      after: { "main.go": c("made"), "include/kept.h": null },
    });
    const workspace = hub.checkOut(commits.merge);
    writeTree(workspace, { "made/made.h": "static int answer(void) { return 1; }\n" });
    const env = { CGO_CFLAGS: `-O2 -I${workspace}/include -I${workspace}/made` };
    const inputs = { flags: "-ldflags='-linkmode=external -extldflags=-static'" };
    const report = await check(workspace, event, { env, inputs: { ...inputs, require: "none" } });
    // Static on both sides: nothing to compare. The other way round it has to be looked at.
    expect(report.verdict.outcome, reasonOf(report)).toBe("pass");
    const dynamic = await check(workspace, event, { env });
    expect(dynamic.cells[0]?.base, reasonOf(dynamic)).toMatchObject({ status: "built", linkage: { kind: "dynamic" } });
  });

  it("an absolute pattern of packages means the base's own folder", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge);
    const report = await check(workspace, event, { inputs: { packages: workspace } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
  });
});

describeWith(["go", "gcc", "git"], "the command line", () => {
  it("compares the work tree with a commit, without a network", async () => {
    hub.push("main", base);
    const { developer } = hub;
    git(developer, "remote", "remove", "origin");
    expect((await check(developer, hub.plain())).baseline.steps).toEqual([
      "no baseline-ref is given, and this is no workflow run",
    ]);
    writeTree(developer, { "main.go": users });
    for (const ref of ["main", "HEAD", git(developer, "rev-parse", "HEAD")]) {
      const report = await check(developer, hub.plain(), { inputs: { "baseline-ref": ref } });
      expect(report.verdict, reasonOf(report)).toEqual(isRegression);
      expect(report.cells[0]?.findings[0]?.message).toContain("main.go:3 (added here) imports os/user");
    }
    const unknown = await check(developer, hub.plain(), { inputs: { "baseline-ref": "no-such-branch" } });
    expect(unknown.verdict.reason).toContain("no-such-branch names no commit here, and none that can be fetched");
  });
});

describeWith(["git"], "refused", () => {
  it.each(["pull_request_target", "workflow_run"])("%s, before anything is started", async (name) => {
    const { commits } = regression();
    const event = hub.event(name, payloads.pullRequest(commits.head));
    let started = 0;
    const run = check(hub.checkOut(commits.merge), event, {
      change: (ports) => ({
        ...ports,
        ask: (...call) => (started++, ports.ask(...call)),
        work: (...call) => (started++, ports.work(...call)),
      }),
    });
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow(`baseline: ${name} runs with the rights of the repository`);
    expect(started).toBe(0);
  });
});
