import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { scenarios } from "./support/all-scenarios.ts";
import { pullRequest } from "./support/gate-scenarios.ts";
import { Hub } from "./support/github.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// The committed bundle in jobs of pull requests. All other scenarios run in gate.test.ts, without the bundle.

describeWith(["go", "gcc", "git"], "the action in a pull request", () => {
  let runner: Runner;
  let hub: Hub;

  beforeEach(() => {
    runner = new Runner();
    hub = new Hub();
  });
  afterEach(() => {
    runner.remove();
    hub.remove();
  });

  const [removedImport] = scenarios.Regressions ?? [];
  if (removedImport === undefined) throw new Error("there is no scenario");
  const { base, change, inputs = {} } = removedImport;

  const start = (): Promise<StepResult> => {
    const { workspace, env } = pullRequest("merge")(hub, removedImport);
    return runner.main({ workspace, inputs: { strategies: "default", flags: inputs.flags ?? "" }, env });
  };

  it("fails with the cause, on the line of the diff", async () => {
    expect([Object.keys(base), Object.keys(change)]).toEqual([["go.mod", "main.go"], ["main.go"]]);
    const step = await start();
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({
      verdict: "fail",
      "regression-count": "1",
      "missing-count": "0",
      "baseline-source": "build",
      "baseline-sha": expect.stringMatching(/^[0-9a-f]{40}$/) as string,
    });
    const cause =
      'import "C" was removed from main.go; only net still uses cgo, so Go links internally and ignores -extldflags=-static';
    expect(step.outputs.reason).toContain(cause);
    expect(step.summary).toMatch(/^## ❌ `app` is now dynamic \(was static\)$/m);
    expect(step.log).toMatch(
      /^::error title=Regression from the base commit,file=main\.go,line=2::.*import "C" was removed/m,
    );
    const titles = [...step.log.matchAll(/^::group::(Base: .*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(["Base: Build", "Base: Inspect the artifacts", "Base: Explain"]);
    const report = JSON.parse(readFileSync(step.outputs["report-json"] ?? "", "utf8")) as Report;
    const { base: before = null, artifact } = report.cells[0] ?? {};
    expect(before).toMatchObject({ status: "built", linkage: { kind: "static" }, unchanged: false });
    // cgo with its C code is larger than Go's own resolver.
    expect(before?.size).toBeGreaterThan(500_000);
    expect(before?.size).not.toBe(artifact?.size);
  });

  it("fails where a program cannot be loaded, in Go's own words and on the line", async () => {
    const [conflict] = scenarios["Programs that cannot be loaded, or are no longer listed"] ?? [];
    if (conflict === undefined) throw new Error("there is no scenario");
    const { workspace, env } = pullRequest("merge")(hub, conflict);
    const given = { strategies: "default", packages: "./cmd/app ./cmd/tool", require: "static" };
    const step = await runner.main({ workspace, inputs: given, env });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: "fail", "failed-count": "1", "static-count": "1" });
    const words = "cmd/app/main.go:1:1: expected 'package', found '<<'";
    expect(step.outputs.reason).toContain(`app no longer builds: ${words}`);
    expect(step.log).toContain("::error title=No longer builds,file=cmd/app/main.go,line=1,col=1::");
  });
});
