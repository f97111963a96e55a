import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { outcomeOf } from "./support/confusion.ts";
import { plainEnvironment, runEngine } from "./support/engine.ts";
import { cases, titleOf, writePrograms } from "./support/prediction-cases.ts";
import { samplesOf } from "./support/sample.ts";
import { describeWith } from "./support/tools.ts";

// What is predicted against what came out when it was built; prediction.oracle.test.ts builds all of
// them, and holds the record to it.

const recorded = JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/outcomes.json"), "utf8")) as Readonly<
  Record<string, string>
>;

// Of each program one case for each outcome.
const samples = samplesOf(cases, (each) => `${each.program} ${recorded[titleOf(each)] ?? ""}`);

describeWith(["go", "gcc", "musl-gcc", "x86_64-w64-mingw32-gcc"], "predictions", () => {
  const dir = mkdtempSync(join(tmpdir(), "prediction-"));

  beforeAll(() => {
    writePrograms(dir);
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it("the record has every case", () => {
    expect(Object.keys(recorded).toSorted()).toEqual(cases.map(titleOf).toSorted());
  });

  it.each(samples.map((each) => ({ name: titleOf(each), ...each })))("$name", async (each) => {
    const { name, program, strategy = "default", flags = "", platform = "linux/amd64" } = each;
    const inputs = { mode: "explain", strategies: strategy, ship: strategy, flags, platforms: platform };
    const env = { ...plainEnvironment(), ...each.env };
    const [cell] = await runEngine({ ...inputs, "working-directory": join(dir, program) }, env);
    if (cell === undefined) throw new Error("no cell");
    const { predicted } = outcomeOf(cell);
    const want = recorded[name] ?? "";
    // Mach-O files do not show their linker.
    expect(want.startsWith("unknown ") ? predicted.replace(/^\w+/, "unknown") : predicted).toBe(want);
  });
});
