import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testScenarios } from "./support/gate-run.ts";
import { kindOf } from "./support/gate-scenarios.ts";
import { scenarios } from "./support/all-scenarios.ts";
import { root } from "./support/root.ts";
import { samplesOf } from "./support/sample.ts";

testScenarios(samplesOf);

it("docs/gate.md lists the scenarios", () => {
  const text = readFileSync(join(root, "docs/gate.md"), "utf8");
  for (const [heading, rows] of Object.entries(scenarios)) {
    const section = text.split(`### ${heading}\n`)[1]?.split("\n#")[0] ?? "";
    const cells = [...section.matchAll(/^\| (.+?) +\| (.+?) +\| `(\w+)` +\|$/gm)].map(([, ...words]) => words);
    expect(cells).toEqual(rows.map(({ title, compared, verdict }) => [title, compared, verdict]));
  }
});

it("the sample has every way in which a base is looked at, and every verdict", () => {
  const all = Object.values(scenarios).flat();
  const found = samplesOf(all, kindOf).flatMap(({ compared, verdict }) => [compared, verdict]);
  expect(new Set(found)).toEqual(new Set(all.flatMap(({ compared, verdict }) => [compared, verdict])));
});
