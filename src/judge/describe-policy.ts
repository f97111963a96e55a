import { describeExpired, isExpired, matchesRule, placeOf } from "./rule-matching.ts";
import type { Policy, Named } from "../model/policy.ts";

/** What a report says of the config file: rules that have run out, and rules that were for nothing in this run. */
export function describePolicy(
  policy: Policy,
  targets: readonly Named[],
): { readonly file: string | null; readonly rules: number; readonly notes: readonly string[] } {
  const { file, rules, notes } = policy;
  const idle = rules.filter((rule) => !isExpired(rule, policy) && !targets.some((target) => matchesRule(rule, target)));
  return {
    file: file?.name ?? null,
    rules: rules.length,
    notes: [
      ...notes,
      ...describeExpired(policy),
      ...idle.map((rule) => `the rule at ${placeOf(rule, policy)} matches nothing in this run`),
    ],
  };
}
