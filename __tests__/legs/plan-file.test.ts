import { describe, expect, it } from "vitest";
import { readOwnLeg, readPlanFile } from "../../src/config/plan-file.ts";
import { ConfigError } from "../../src/errors.ts";
import { renderPlan } from "../../src/legs/describe-plan.ts";
import { filesOf, makeLeg, makeLegPlan } from "../support/legs.ts";

const legs = [makeLeg("linux-amd64-1", ["a"]), makeLeg("linux-arm64-1", ["b"])];
const plan = await makeLegPlan({
  legs,
  run: { id: "7", attempt: 1 },
  inputs: { platforms: "linux/amd64", build: "needed" },
});
const text = renderPlan(plan);

describe("readPlanFile", () => {
  it("reads what was written", async () => {
    expect(await readPlanFile("p.json", "/w", filesOf({ "p.json": text }))).toEqual(plan);
  });

  it("reads a plan that was printed in another way", async () => {
    expect(await readPlanFile("p.json", "/w", filesOf({ "p.json": JSON.stringify(plan) }))).toEqual(plan);
  });

  const rows: readonly (readonly [name: string, text: string | null, says: string])[] = [
    ["no file", null, '"p.json" does not exist; go-linkage plan writes it'],
    ["empty", "", '"p.json" is not JSON'],
    ["cut off", text.slice(0, -200), '"p.json" is not JSON'],
    ["null", "null", "is not a plan"],
    ["a list", "[]", "is not a plan"],
    ["another tool's JSON", '{"schemaVersion":1}', "is not a plan"],
    ["a later schema", text.replace('"schemaVersion": 1', '"schemaVersion": 2'), "is not a plan"],
    [
      "another version",
      JSON.stringify({ ...plan, tool: { ...plan.tool, version: "9.9.9" } }),
      "is of go-linkage 9.9.9, and this is",
    ],
    ["other rules", JSON.stringify({ ...plan, rules: { ...plan.rules, failOn: [] } }), "its digest does not match"],
    ["a leg less", JSON.stringify({ ...plan, legs: legs.slice(1) }), "its digest does not match"],
    ["other inputs", text.replace("needed", "all"), "its digest does not match"],
    ["another runner", text.replace("ubuntu-24.04", "elsewhere"), "its digest does not match"],
    ["something more", JSON.stringify({ ...plan, more: true }), "its digest does not match"],
    ["another digest", JSON.stringify({ ...plan, digest: "0".repeat(64) }), "its digest does not match"],
  ];

  it.each(rows)("refuses: %s", async (_, content, says) => {
    const reading = readPlanFile("p.json", "/w", filesOf(content === null ? {} : { "p.json": content }));
    await expect(reading).rejects.toThrow(ConfigError);
    await expect(reading).rejects.toThrow(says);
  });

  it("is the same plan when its workflow run is repeated", async () => {
    const { digest } = await makeLegPlan({ ...plan, run: { id: "7", attempt: 2 } });
    expect(digest).toBe(plan.digest);
  });
});

describe("readOwnLeg", () => {
  const path = new URL("p.json", `file://${process.cwd()}/`).pathname;
  const files = filesOf({ [path]: text });

  it("gives the inputs of the plan, and those that only a leg has", async () => {
    const { own, given } = await readOwnLeg({ plan: "p.json", leg: "linux-arm64-1", cache: "false" }, files);
    expect(own).toEqual({ plan, leg: legs[1] });
    expect(given).toEqual({
      platforms: "linux/amd64",
      build: "needed",
      plan: "p.json",
      leg: "linux-arm64-1",
      cache: "false",
    });
  });

  const rows: readonly (readonly [given: Readonly<Record<string, string>>, says: string])[] = [
    [{ leg: "linux-amd64-1" }, "leg: give the plan"],
    [{ plan: "p.json" }, "plan: name the leg"],
    [{ plan: "q.json", leg: "linux-amd64-1" }, '"q.json" does not exist'],
    [
      { plan: "p.json", leg: "linux-amd64-2" },
      'leg: "linux-amd64-2" is not a leg of p.json; did you mean linux-amd64-1?',
    ],
    [{ plan: "p.json", leg: "zzz" }, "is not a leg of p.json, which has linux-amd64-1, linux-arm64-1"],
    [{ plan: "p.json", leg: "" }, "is not a leg"],
    ...["packages", "platforms", "strategies", "build", "ship", "require", "runs-on", "max-glibc", "flags"].map(
      (name) =>
        [{ plan: "p.json", leg: "linux-amd64-1", [name]: "x" }, `${name}: a leg takes it from its plan`] as const,
    ),
    ...["go-version", "fail-on", "baseline", "baseline-ref", "on-missing-baseline", "policy-relaxation", "prove"].map(
      (name) =>
        [{ plan: "p.json", leg: "linux-amd64-1", [name]: "x" }, `${name}: a leg takes it from its plan`] as const,
    ),
  ];

  it.each(rows)("refuses %j", async (given, says) => {
    const reading = readOwnLeg(given, files);
    await expect(reading).rejects.toThrow(ConfigError);
    await expect(reading).rejects.toThrow(says);
  });
});
