import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scenarios } from "./support/all-scenarios.ts";
import { pullRequest, type Scenario } from "./support/gate-scenarios.ts";
import { Hub } from "./support/github.ts";
import { Runner } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";

// The committed bundle in jobs of pull requests: one change of each kind that was once passed over.

const headings = [
  "Programs that cannot be loaded, or are not listed any more",
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
    const samples = (scenarios[heading] ?? []).filter(({ isSample }) => isSample === true);

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
});
