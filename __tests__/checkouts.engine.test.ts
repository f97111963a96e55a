import { chownSync, lstatSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ConfigError } from "../src/errors.ts";
import { annotationsOf } from "../src/report/annotations.ts";
import { renderSarif } from "../src/report/sarif.ts";
import { withPrivateServer } from "./support/private-git-server.ts";
import { git, writeTree } from "./support/github.ts";
import {
  base,
  change,
  check,
  hub,
  isRegression,
  pure,
  reasonOf,
  regression,
  submoduleChange,
  testBaseByName,
} from "./support/repository-job.ts";
import { describeWith } from "./support/tools.ts";

// Checkouts as jobs really have them; more of them is among the oracles.

const isRoot = process.getuid?.() === 0;

function giveAway(path: string): void {
  chownSync(path, 65_534, 65_534);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name));
}

describeWith(["go", "gcc", "git"], "a workspace of another user", () => {
  it.skipIf(!isRoot)("is stamped with its revision, and nobody is blamed (needs root)", async () => {
    const { commits, event } = regression({ after: { "main.go": `${pure}\n// Changed.\n` } });
    const workspace = hub.checkOut(commits.merge);
    giveAway(workspace);
    const report = await check(workspace, event);
    expect(report.verdict.outcome, reasonOf(report)).toBe("pass");
    expect(report.cells[0]?.buildInfo?.settings["vcs.revision"]).toBe(commits.merge);
  });

  it.skipIf(!isRoot)("of a person says -buildvcs=false, and blames no change (needs root)", async () => {
    const { commits } = regression();
    const workspace = hub.checkOut(commits.merge, { depth: 0 });
    giveAway(workspace);
    const report = await check(workspace, hub.plain(), { inputs: { "baseline-ref": commits.base } });
    expect(report.verdict.outcome).toBe("fail");
    expect(report.verdict.reason).toContain("VCS stamping");
    expect(report.cells[0]?.findings.map(({ kind }) => kind)).toEqual(["machine-fault"]);
    expect(report.cells[0]?.findings[0]?.fix).toContain("-buildvcs=false");
  });
});

describeWith(["go", "gcc", "git"], "a private repository without credentials", () => {
  it.each([
    { name: "a merge of a pull request", depth: 1, onMissing: "warn", want: "warn", says: "fetch-depth: 2" },
    { name: "with on-missing-baseline: fail", depth: 1, onMissing: "fail", want: "fail", says: "fetch-depth: 2" },
    { name: "at depth 2, which asks nobody", depth: 2, onMissing: "fail", want: "fail", says: "is now dynamic" },
  ])("$name", async ({ depth, onMissing, want, says }) => {
    const { commits, event } = regression();
    const workspace = hub.checkOut(commits.merge, { depth });
    await withPrivateServer(async (url, asked) => {
      git(workspace, "remote", "set-url", "origin", url);
      const report = await check(workspace, event, { inputs: { "on-missing-baseline": onMissing } });
      expect(report.verdict.outcome, reasonOf(report)).toBe(want);
      expect(report.verdict.reason).toContain(says);
      expect(asked.length > 0).toBe(depth === 1);
    });
  });
});

describeWith(["go", "gcc", "git"], "places", () => {
  it("of a checkout with path: are relative to the repository", async () => {
    const { commits, event } = regression({
      before: { "svc/go.mod": base["go.mod"] ?? "", "svc/main.go": pure },
      after: { "svc/main.go": change["main.go"] ?? "" },
    });
    const outer = join(hub.checkOut(commits.merge), "..");
    mkdirSync(join(outer, "ws"));
    renameSync(join(outer, "app"), join(outer, "ws/src"));
    const job = { GITHUB_WORKSPACE: join(outer, "ws"), GITHUB_SERVER_URL: "https://github.com" };
    const env = { ...job, GITHUB_REPOSITORY: "acme/app", GITHUB_SHA: commits.merge };
    const report = await check(join(outer, "ws/src/svc"), event, { env });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report).toMatchObject({ folder: "svc", source: { folder: "svc" } });
    expect(annotationsOf(report)[0]).toMatchObject({ file: "svc/main.go", line: 3 });
    expect(renderSarif(report)).toContain('"uri": "svc/main.go"');
  });

  it("of a build that fails are those that the compiler names", async () => {
    const { commits, event } = regression({
      before: { ...base, "lib/lib.go": "package lib\n\nfunc F() {}\n" },
      after: {
        "main.go": 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { lib.F() }\n',
        "lib/lib.go": "package lib\n\nfunc F() {\n\tundefinedThing()\n}\n",
      },
    });
    const report = await check(hub.checkOut(commits.merge), event);
    expect(report.verdict.outcome).toBe("fail");
    expect(annotationsOf(report).map(({ file, line }) => [file, line])).toEqual([["lib/lib.go", 4]]);
  });
});

describeWith(["go", "gcc", "git"], "a working directory in a submodule", () => {
  it("is compared with what the base has the submodule at, however many commits lie between", async () => {
    const { workspace, dir, sha, event } = submoduleChange();
    const report = await check(dir, event, { env: { GITHUB_WORKSPACE: workspace } });
    expect(report.verdict, reasonOf(report)).toEqual(isRegression);
    expect(report.baseline.sha).toBe(sha);
    expect(annotationsOf(report)[0]).toMatchObject({ file: "sub/main.go", line: 3 });
  });
});

describeWith(["git"], "a forgotten checkout", () => {
  it("says so", async () => {
    const workspace = join(hub.root, "empty");
    mkdirSync(workspace);
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: workspace };
    const run = check(workspace, hub.plain(), { env });
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow("add actions/checkout before this step");
    writeTree(workspace, { "src/go.mod": base["go.mod"] ?? "" });
    await expect(check(workspace, hub.plain(), { env })).rejects.toThrow("set working-directory: src");
  });
});

describeWith(["git"], "the base by name", () => {
  it.each(["origin/main", "v1"])("%s in a shallow clone", testBaseByName);
});

describeWith(["go", "git"], "explain", () => {
  it("says that a C compiler is missing", async () => {
    hub.push("main", { ...base, "main.go": change["main.go"] ?? "" });
    const env = { CGO_ENABLED: "1", CC: "no-such-gcc" };
    const report = await check(hub.developer, hub.plain(), { env, inputs: { mode: "explain" } });
    expect(report.verdict.outcome).toBe("fail");
    expect(report.verdict.reason).toContain("the C compiler no-such-gcc is not installed");
    // Nothing of it uses cgo.
    writeTree(hub.developer, { "main.go": pure });
    expect((await check(hub.developer, hub.plain(), { env, inputs: { mode: "explain" } })).verdict.outcome).toBe(
      "pass",
    );
  });
});
