import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { goLinkage, root } from "./cli.ts";
import { checkWorkflow, inputsOf } from "./init-workflow.ts";
import { Runner } from "./runner.ts";

/** Runs `init` in a repository with a copy of an example (`.`: all of them), and then the action as the workflow starts it. */
export async function expectFirstRunPasses(example: string, options: readonly string[]): Promise<void> {
  const workspace = mkdtempSync(join(tmpdir(), "init-run-"));
  const runner = new Runner();
  try {
    cpSync(join(root, "examples", example), workspace, { recursive: true });
    execFileSync("git", ["init", "-q", "-b", "main"], { cwd: workspace });
    const made = await goLinkage(["init", ...options], { cwd: workspace });
    expect(made, made.stderr).toMatchObject({ exitCode: 0 });
    const workflow = checkWorkflow(readFileSync(join(workspace, ".github/workflows/go-linkage.yml"), "utf8"));
    const step = await runner.main({ workspace, inputs: inputsOf(workflow) });
    expect({ exitCode: step.exitCode, verdict: step.outputs.verdict }, step.log).toEqual({
      exitCode: 0,
      verdict: "pass",
    });
  } finally {
    runner.remove();
    rmSync(workspace, { recursive: true, force: true });
  }
}
