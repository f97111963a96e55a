import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./support/cli.ts";
import { Runner } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";

// What action.bundle.test.ts leaves out.

describeWith(["go", "gcc"], "the action", () => {
  let runner: Runner;
  let workspace: string;

  beforeEach(() => {
    runner = new Runner();
    workspace = mkdtempSync(join(tmpdir(), "workspace-"));
    cpSync(join(root, "examples"), workspace, { recursive: true });
  });

  afterEach(() => {
    runner.remove();
    rmSync(workspace, { recursive: true, force: true });
  });

  it("takes from the config file what the step does not give, and nothing else", async () => {
    const dir = join(workspace, "resolver/.github");
    mkdirSync(dir);
    const text = "inputs: { require: static, ship: cgo-disabled, summary: false, strategies: [netgo] }\n";
    writeFileSync(join(dir, "go-linkage.yml"), text);
    try {
      const given = { "working-directory": "resolver", strategies: "cgo-disabled" };
      const step = await runner.main({ workspace, inputs: given });
      expect(step.exitCode, step.log).toBe(0);
      expect(step.outputs).toMatchObject({ verdict: "pass", "all-static": "true", "total-count": "1" });
      expect(step.summary).toBe("");
      // The built-in default too wins over the file, when it is given.
      const worse = await runner.main({ workspace, inputs: { ...given, ship: "default", summary: "true" } });
      expect(worse.outputs).toMatchObject({ verdict: "fail", "total-count": "2" });
      expect(worse.summary).toContain("`resolver` is not static");
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it("writes the verdict although the summary cannot be written", async () => {
    const env = { GITHUB_STEP_SUMMARY: join(workspace, "no", "such", "folder") };
    const step = await runner.main({ workspace, env, inputs: { "working-directory": "pure", require: "static" } });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).toContain("::warning::the job summary could not be written");
    expect(step.outputs).toMatchObject({ verdict: "pass", "all-static": "true", "recommended-strategy": "default" });
  });

  it.each([
    { addToPath: "", adds: false },
    { addToPath: "false", adds: false },
  ])('add-to-path "$addToPath" puts Go on the PATH of later steps: $adds', async ({ addToPath, adds }) => {
    const inputs = { mode: "explain", "working-directory": "resolver", "add-to-path": addToPath };
    const step = await runner.main({ workspace, inputs });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs["go-root"]).not.toBe("");
    expect(step.path.trim()).toBe(adds ? join(step.outputs["go-root"] ?? "", "bin") : "");
    expect(step.env).toBe("");
  });

  it("refuses another word for add-to-path", async () => {
    const step = await runner.main({ workspace, inputs: { "add-to-path": "yes" } });
    expect(step.exitCode).toBe(2);
    expect(step.outputs.reason).toBe('add-to-path: "yes" is not one of: true, false');
  });

  it("needs no summary file at all, and writes none when told not to", async () => {
    const inputs = { "working-directory": "pure", strategies: "default" };
    const absent = await runner.main({ workspace, inputs, env: { GITHUB_STEP_SUMMARY: undefined } });
    expect([absent.exitCode, absent.log.includes("::warning")]).toEqual([0, false]);
    const off = await runner.main({ workspace, inputs: { ...inputs, summary: "false" } });
    expect([off.exitCode, off.summary]).toEqual([0, ""]);
  });
});
