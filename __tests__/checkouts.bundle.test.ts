import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Runner } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";

// The committed bundle in workspaces that are no plain checkouts.

describeWith(["go", "git"], "the action", () => {
  let runner: Runner;
  let workspace: string;

  beforeEach(() => {
    runner = new Runner();
    workspace = mkdtempSync(join(tmpdir(), "workspace-"));
  });
  afterEach(() => {
    runner.remove();
    rmSync(workspace, { recursive: true, force: true });
  });

  it("says that the checkout was forgotten", async () => {
    const step = await runner.main({ workspace });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.outputs.reason).toContain("add actions/checkout before this step");
  });

  it("names the files that it inspects in its annotations", async () => {
    mkdirSync(join(workspace, "dist"));
    copyFileSync("/bin/ls", join(workspace, "dist/app"));
    const step = await runner.main({
      workspace,
      inputs: { mode: "inspect", binaries: "dist/app", require: "static", baseline: "none" },
    });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.log).toMatch(/^::error title=[^:]*file=dist\/app,line=1::dist\/app.* is dynamic/m);
  });
});
