import { describe, expect, it } from "vitest";
import { keepsDemands, mayStayUnbuilt } from "../../src/judge/asked-of.ts";
import { failKinds, noLimits, noPolicy, type Rule, type Rules } from "../../src/model/policy.ts";
import type { Cell } from "../../src/model/report.ts";
import { makeCell, makeFinding, predictedStatic } from "../support/cells.ts";
import { anyProgram } from "../support/rules.ts";

function rulesWith(rules: readonly Rule[], given: Partial<Rules> = {}): Rules {
  const policy = { ...noPolicy, today: "2026-11-23", rules };
  const shared = {
    ...noLimits,
    demanded: null,
    require: "none",
    failOn: failKinds,
    policyRelaxation: "warn",
    policy,
  } as const;
  return { ...shared, onMissingBaseline: "warn", baseline: "auto", ...given };
}

const rule = (given: Partial<Rule>): Rule => ({ ...anyProgram, require: "none", line: 1, ...given });

const prediction: NonNullable<Cell["prediction"]> = { ...predictedStatic, linkage: "dynamic" };

const predicted = makeCell({ status: "predicted", linkage: null, prediction });
const free = rulesWith([]);
const debian = [{ name: "debian12", ids: ["debian12"] }];

describe("a program that is the same as on the base may stay unbuilt", () => {
  it.each<readonly [string, Cell, readonly (Rules | null)[], boolean]>([
    ["nothing is asked of it", predicted, [free, free], true],
    ["the input asks", predicted, [rulesWith([], { require: "static" }), free], false],
    ["the input of the base asks", predicted, [free, rulesWith([], { require: "static" })], false],
    ["the workflow demands", predicted, [rulesWith([rule({})], { demanded: "static" }), free], false],
    ["a rule asks", predicted, [rulesWith([rule({ require: "any" })]), free], false],
    ["a rule of the base asks", predicted, [free, rulesWith([rule({ require: "static" })])], false],
    ["a rule limits glibc", predicted, [rulesWith([rule({ maxGlibc: "2.31" })]), free], false],
    ["a rule limits libraries", predicted, [rulesWith([rule({ needed: [] })]), free], false],
    ["the input limits glibc", predicted, [rulesWith([], { maxGlibc: "2.31" }), free], false],
    ["the input names systems", predicted, [rulesWith([], { runsOn: debian }), free], false],
    ["a rule names systems", predicted, [rulesWith([rule({ runsOn: debian })]), free], false],
    ["a rule asks for nothing", predicted, [rulesWith([rule({})]), free], true],
    ["a later rule asks for nothing", predicted, [rulesWith([rule({ require: "static" }), rule({})]), free], false],
    ["a rule has run out", predicted, [rulesWith([rule({ require: "static", expires: "2020-01-01" })]), free], false],
    ["a rule is for another", predicted, [rulesWith([rule({ require: "static", packages: ["x"] })]), free], true],
    ["nobody knows what the base asks", predicted, [free, null], false],
    ["it is likely", { ...predicted, prediction: { ...prediction, certainty: "likely" } }, [free, free], false],
    ["it is unknown", { ...predicted, prediction: { ...prediction, linkage: null } }, [free, free], false],
    ["it will not build", { ...predicted, prediction: { ...prediction, linkage: "fails" } }, [free, free], false],
    ["it will crash", { ...predicted, findings: [makeFinding({ level: "error" })] }, [free, free], false],
    ["it has a caveat", { ...predicted, findings: [makeFinding({ level: "warning" })] }, [free, free], true],
    ["it does not ship", { ...predicted, role: "compared" }, [free, free], false],
    ["it is skipped", { ...predicted, status: "skipped" }, [free, free], false],
  ])("%s", (...[, cell, sides, may]) => {
    expect(mayStayUnbuilt(cell, sides)).toBe(may);
  });
});

describe("what is asked of a built program", () => {
  const dynamic = makeCell({ kind: "dynamic" });

  it.each<readonly [string, Rules, boolean]>([
    ["nothing", free, true],
    ["static, by the input", rulesWith([], { require: "static" }), false],
    ["static, by a rule", rulesWith([rule({ require: "static" })]), false],
    ["nothing by a rule that the workflow may not count", rulesWith([rule({})], { demanded: "static" }), false],
    ["dynamic, by a rule", rulesWith([rule({ require: "dynamic" })]), true],
  ])("%s", (_, rules, keeps) => {
    expect(keepsDemands(dynamic, rules)).toBe(keeps);
  });
});
