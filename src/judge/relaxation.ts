import type { Baseline, BaseCell } from "../model/baseline.ts";
import type { ExaminedCell } from "../model/cell.ts";
import type { Finding } from "../model/finding.ts";
import type { Rule, Rules } from "../model/policy.ts";
import type { Judgement } from "../model/verdict.ts";
import type { Regression } from "./regression.ts";
import { relaxedRules } from "./rule-comparison.ts";
import { placeOfRule, ruleFor } from "./rule-matching.ts";
import { allowsMore, describeDemand, violationOf } from "./violations.ts";

type Sides = { readonly rules: Rules; readonly baseRules: Rules };

/**
 * Whether a target that breaks no rule passes only because this change asks for less: it would have broken a rule of the base, or
 * its regression is allowed now and was not there. `change`: what got worse, whatever the rules say of it.
 */
export function isRelaxed(
  cell: ExaminedCell,
  {
    base,
    change,
    rules,
    baseRules,
  }: Sides & { readonly base: BaseCell | undefined; readonly change: Regression | undefined },
): boolean {
  if (violationOf(cell, baseRules) !== undefined) return true;
  if (base === undefined || change?.kind !== "regression") return false;
  return allowsMore(rules, cell, base.cell) && !allowsMore(baseRules, cell, base.cell);
}

/** What is said of such a target. */
export function relaxationOf(
  cell: ExaminedCell,
  rules: Rules,
  baseRules: Rules,
): { readonly finding: Finding; readonly judgement: Judgement } {
  const change = `${shortName(cell)} ${cell.platform} ${describeDemand(cell, baseRules)} → ${describeDemand(cell, rules)}`;
  const judgement = judgeRelaxation(change, { rules, baseRules });
  return {
    judgement,
    finding: {
      kind: "policy-relaxed",
      level: judgement.outcome === "fail" ? "error" : "warning",
      message: judgement.message,
      cause: null,
      fix: "have it reviewed by those who answer for the policy, or take the change to it back",
      ...placeOfRule(ruleFor(cell, rules.policy) ?? null, rules.policy),
      column: null,
    },
  };
}

type Relaxed = {
  readonly rules: Rules;
  readonly shipped: readonly ExaminedCell[];
  /** Rules of which a target has said so already. */
  readonly decided: readonly Rule[];
};

/** What the change asks for less than the base: by its inputs, by its workflow and by its rules. */
export function judgeRelaxations(
  { rules: baseRules, relaxations }: Pick<Baseline, "rules" | "relaxations">,
  { rules, shipped, decided }: Relaxed,
): Judgement[] {
  if (baseRules === null) return [];
  const ofRules = relaxedRules(rules, baseRules, shipped)
    .filter(({ rule }) => rule === null || !decided.includes(rule))
    .map(({ text }) => text);
  return [...relaxations, ...ofRules].map((change) => judgeRelaxation(change, { rules, baseRules }));
}

/** A change cannot talk itself out of `policy-relaxation: fail`. */
function judgeRelaxation(change: string, { rules, baseRules }: Sides): Judgement {
  const outcome = rules.policyRelaxation === "fail" || baseRules.policyRelaxation === "fail" ? "fail" : "warn";
  return { kind: "relaxation", outcome, target: null, message: `this change relaxes the policy: ${change}` };
}

/** The import path without its module: `cmd/gui`. */
function shortName({ package: path, buildInfo }: ExaminedCell): string {
  const module = `${buildInfo?.main?.path ?? ""}/`;
  return module !== "/" && path.startsWith(module) ? path.slice(module.length) : (path.split("/").at(-1) ?? path);
}
