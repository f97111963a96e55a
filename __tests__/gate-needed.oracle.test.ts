import { describe, expect, it } from "vitest";
import { scenarios } from "./support/all-scenarios.ts";
import { canPlay, runScenario } from "./support/gate-run.ts";
import { furtherRows, testNeeded } from "./support/needed-rows.ts";

// The gate is as strong where not everything is built: all of its scenarios, with `build: needed`.

testNeeded(furtherRows);

/** Where `build: all` warns of what is as bad on both sides, and nobody builds it here. */
const unseen = ["no function main on both sides"];

describe.concurrent.for(Object.entries(scenarios))("%s", ([, rows]) => {
  const here = rows.filter((row) => row.isLong !== true && canPlay(row));
  it.for(here.map((row) => [row.title, row] as const))("%s", async ([, scenario]) => {
    const { verdict, baseline, cells } = await runScenario(scenario, { build: "needed" });
    const builds = cells.map(({ package: path, strategy, status, base }) => [path, strategy, status, base?.unchanged]);
    const story = JSON.stringify({ baseline, verdict, builds }, null, 1);
    expect(verdict.outcome, story).toBe(unseen.includes(scenario.title) ? "pass" : scenario.verdict);
  });
});
