import type { Target } from "../model/cell.ts";
import type { Rules } from "../model/policy.ts";
import { asksForLess } from "./rule-comparison.ts";
import { placeOf, ruleFor } from "./rule-matching.ts";

type BaseSide = {
  /** What the base asks for; null when it is not known. */
  readonly baseRules: Rules | null;
  /** The run is about a change, so that there should be such a base. */
  readonly isChange: boolean;
  /** What the target was called there, when that is another name. */
  readonly baseName: string | null;
};

/** The rules that count for one target, and why the rule of the config file does not; null when it does. */
type CountedRules = { readonly rules: Rules; readonly why: string | null };

/**
 * What the workflow requires of every program holds, unless the base's copy of the config file has a rule already that asks this one
 * for as little: a change cannot bring along the rule that excuses it.
 */
export function countedRules(target: Target, rules: Rules, { baseRules, isChange, baseName }: BaseSide): CountedRules {
  const { demanded, policy } = rules;
  const rule = ruleFor(target, policy);
  if (demanded === null || !isChange || rule === undefined || !asksForLess(rule, demandOf(demanded))) {
    return { rules, why: null };
  }
  const ofBase = baseRules === null ? [] : [target, { ...target, package: baseName ?? target.package }];
  const before = ofBase.flatMap((each) => (baseRules === null ? [] : (ruleFor(each, baseRules.policy) ?? [])));
  if (before.some((each) => !asksForLess(rule, each))) return { rules, why: null };
  const why = `the rule at ${placeOf(rule, policy)} is weaker, and applies once the base commit has it`;
  return { rules: { ...rules, require: demanded, policy: { ...policy, rules: [] } }, why };
}

function demandOf(require: "static"): Parameters<typeof asksForLess>[1] {
  return { require, maxGlibc: null, needed: null, allow: [], runsOn: null };
}
