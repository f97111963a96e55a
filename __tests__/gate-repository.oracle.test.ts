import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { git, writeTree } from "./support/github.ts";
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

// What gate-repository.engine.test.ts leaves out.

describeWith(["go", "gcc", "git"], "the repository", () => {
  it("a full clone stays full", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    const before = stateOf(workspace);
    expect(before.shallow).toBe("false");
    const report = await check(workspace, event);
    expect(report.verdict).toEqual(isRegression);
    expect(report.baseline.sha).toBe(commits.base);
    expect(report.baseline.steps.includes("fetched it")).toBe(false);
    expect(stateOf(workspace)).toEqual(before);
    expect(existsSync(join(workspace, ".git/shallow"))).toBe(false);
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
  it("a clone of depth 2 needs nothing fetched", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 2 });
    const before = stateOf(workspace);
    const report = await check(workspace, event);
    expect(report.verdict).toEqual(isRegression);
    expect([report.baseline.sha, report.baseline.steps.includes("fetched it")]).toEqual([commits.base, false]);
    expect(stateOf(workspace)).toEqual(before);
  });

  it("a fetched base is not fetched again", async () => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge);
    await check(workspace, event);
    const again = await check(workspace, event);
    expect([again.verdict.outcome, again.baseline.steps.includes("fetched it")]).toEqual(["fail", false]);
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
  it("it is ended when its time is over before it is planned", () =>
    testTimeLimit({
      at: "",
      says: "nothing could be compared with the base: the base cannot be built: its time limit of 20 min ran out",
    }));

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
  it("takes a branch and a digest for the base as well", async () => {
    hub.push("main", base);
    const { developer } = hub;
    git(developer, "remote", "remove", "origin");
    writeTree(developer, { "main.go": users });
    for (const ref of ["main", git(developer, "rev-parse", "HEAD")]) {
      const report = await check(developer, hub.plain(), { inputs: { "baseline-ref": ref } });
      expect(report.verdict, reasonOf(report)).toEqual(isRegression);
      expect(report.cells[0]?.findings[0]?.message).toContain("main.go:3 (added here) imports os/user");
    }
  });
});
