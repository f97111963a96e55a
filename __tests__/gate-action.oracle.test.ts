import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scenarios } from "./support/all-scenarios.ts";
import { pullRequest, type Scenario } from "./support/gate-scenarios.ts";
import { Hub } from "./support/github.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";

// The committed bundle in jobs of pull requests: one change of each kind that was once passed over.

const headings = [
  "Programs that cannot be loaded, or are no longer listed",
  "Programs that move",
  "The same files",
] as const;

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

  describe.each(headings)("%s", (heading) => {
    const samples = (scenarios[heading] ?? []).filter(({ kind }) => kind !== undefined);

    it.each(samples.map((scenario) => [scenario.title, scenario] as const))("%s", async (_, scenario: Scenario) => {
      const job = (scenario.job ?? pullRequest("merge"))(hub, scenario);
      scenario.prepare?.(job.workspace);
      const inputs = { strategies: "default", ...scenario.inputs };
      const env = { ...job.env, ...scenario.env?.(job.workspace), PWD: join(job.workspace) };
      const step = await runner.main({ workspace: job.workspace, inputs, env });
      expect(step.exitCode, step.log).toBe(scenario.verdict === "fail" ? 1 : 0);
      expect(step.outputs.verdict).toBe(scenario.verdict);
      expect(step.outputs.reason).toContain(scenario.says);
    });
  });

  const [removedImport] = scenarios.Regressions ?? [];
  if (removedImport === undefined) throw new Error("there is no scenario");
  const { inputs = {} } = removedImport;

  const start = (more: Readonly<Record<string, string>> = {}, event?: string): Promise<StepResult> => {
    const { workspace, env } = pullRequest("merge")(hub, removedImport);
    const given = { strategies: "default", flags: inputs.flags ?? "", ...more };
    return runner.main({
      workspace,
      inputs: given,
      env: event === undefined ? env : { ...env, GITHUB_EVENT_NAME: event },
    });
  };

  it("only warns of what fail-on leaves out", async () => {
    const step = await start({ "fail-on": "none" });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: "warn", "regression-count": "1" });
    expect(step.log).toMatch(/^::warning title=Regression from the base commit,file=main\.go,line=2::/m);
    expect(step.log).not.toMatch(/^::error/m);
  });

  it("refuses pull_request_target, with outputs", async () => {
    const step = await start({}, "pull_request_target");
    expect(step.exitCode, step.log).toBe(2);
    expect(step.outputs).toMatchObject({ verdict: "fail", "total-count": "" });
    expect(step.outputs.reason).toContain("pull_request_target runs with the repository's permissions");
    expect(step.log).not.toContain("::group::");
  });
});
