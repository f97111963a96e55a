import { describe, expect, it } from "vitest";
import { scenarios } from "./support/all-scenarios.ts";
import { canPlay, runScenario } from "./support/gate-run.ts";

// The gate is as strong where not everything is built: all of its scenarios, with `build: needed`.

describe.concurrent.for(Object.entries(scenarios))("%s", ([, rows]) => {
  const here = rows.filter((row) => row.isLong !== true && canPlay(row));
  it.for(here.map((row) => [row.title, row] as const))("%s", async ([, scenario]) => {
    const { verdict, baseline, cells } = await runScenario(scenario, { build: "needed" });
    const story = JSON.stringify({ baseline, verdict, cells: cells.map((c) => [c.package, c.strategy, c.status, c.base?.unchanged]) }, null, 1);
    expect(verdict.outcome, story).toBe(scenario.verdict);
  });
});
