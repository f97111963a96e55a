import type { Rules } from "../model/policy.ts";

/** Rules without the paths of the machine that read them. */
export function plainRules(rules: Rules): Rules {
  const { policy } = rules;
  const source = policy.source && { ...policy.source, candidates: [], root: null };
  return { ...rules, policy: { ...policy, source } };
}
