import { chmodSync, existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ConfigError } from "../src/errors.ts";
import { git, payloads, writeTree } from "./support/github.ts";
import {
  base,
  check,
  hub,
  isRegression,
  module,
  pure,
  reasonOf,
  regression,
  stateOf,
  testTimeLimit,
  users,
} from "./support/repository-job.ts";
import { describeWith } from "./support/tools.ts";

// What the gate leaves of a repository, and what a repository can be like; more of it is among the oracles.

describeWith(["go", "gcc", "git"], "the repository", () => {
  it("a clone of depth 1 stays as shallow as it is", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 1 });
    const before = stateOf(workspace);
    expect(before.shallow).toBe("true");
    const report = await check(workspace, event);
    expect(report.verdict).toEqual(isRegression);
    expect(report.baseline.sha).toBe(commits.base);
    expect(report.baseline.steps.includes("fetched it")).toBe(true);
    expect(stateOf(workspace)).toEqual(before);
    expect(existsSync(join(workspace, ".git/shallow"))).toBe(true);
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
});

describeWith(["go", "gcc", "git"], "the build of the base", () => {
  it("only what became worse is built, with the same flags", async () => {
    const names = Array.from({ length: 5 }, (_, at) => `p${String(at).padStart(2, "0")}`);
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
    expect(report.verdict.reason).toMatch(/^p03 is now dynamic \(was static/);
    expect(builds).toHaveLength(1);
    expect(builds[0]?.slice(3)).toEqual(["-ldflags=-s", "-buildvcs=false", "example.com/app/cmd/p03"]);
    expect(activities.filter((title) => title.startsWith("base: "))).toHaveLength(1);
    expect(activities.join("\n")).toContain("base: example.com/app/cmd/p03, ");
    const compared = report.cells.filter((cell) => cell.base !== null);
    expect(compared.map((cell) => [cell.package, cell.strategy])).toEqual([["example.com/app/cmd/p03", "default"]]);
  });

  it("it is ended when its time is over while it builds", () =>
    testTimeLimit({
      at: "Base: Build",
      says: "could not be compared: the base was not built (its time limit of 20 min ran out)",
    }));
});

describeWith(["go", "gcc", "git"], "the command line", () => {
  it("compares the work tree with a commit, without a network", async () => {
    hub.push("main", base);
    const { developer } = hub;
    git(developer, "remote", "remove", "origin");
    expect((await check(developer, hub.plain())).baseline.steps).toEqual([
      "no baseline-ref is given, and this is not a workflow run",
    ]);
    writeTree(developer, { "main.go": users });
    const report = await check(developer, hub.plain(), { inputs: { "baseline-ref": "HEAD" } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report.cells[0]?.findings[0]?.message).toContain("main.go:3 (added here) imports os/user");
  });

  it("refuses a baseline-ref that nobody knows before it starts go, and judges one that cannot be fetched", async () => {
    hub.push("main", base);
    const { developer } = hub;
    let isGoAllowed = false;
    const tryRef = (ref: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof check> =>
      check(developer, hub.plain(), {
        inputs: { "baseline-ref": ref, ...more },
        change: (ports) => ({
          ...ports,
          work: (program, ...call) => {
            if (program === "git" || isGoAllowed) return ports.work(program, ...call);
            throw new Error(`${program} was started`);
          },
        }),
      });
    for (const more of [{}, { baseline: "build" }, { "on-missing-baseline": "pass" }, { mode: "explain" }]) {
      const refused = tryRef("mian", more);
      await expect(refused).rejects.toThrow(ConfigError);
      await expect(refused).rejects.toThrow(
        /^baseline-ref: mian was not found locally or on origin: .*; did you mean main\?$/,
      );
    }
    await expect(tryRef("ab".repeat(20))).rejects.toThrow(ConfigError);
    git(developer, "remote", "set-url", "origin", join(developer, "gone"));
    isGoAllowed = true;
    const report = await tryRef("release");
    expect([report.verdict.outcome, report.verdict.reason]).toEqual([
      "warn",
      expect.stringContaining("could not compare with the base commit: release was not found locally") as string,
    ]);
    git(developer, "remote", "remove", "origin");
    await expect(tryRef("release")).rejects.toThrow("the repository has no remote");
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
    await expect(run).rejects.toThrow(`baseline: ${name} runs with the repository's permissions`);
    expect(started).toBe(0);
  });
});
