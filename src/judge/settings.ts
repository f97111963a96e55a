import { isExpired, placeOf } from "./rule-matching.ts";
import type { Rules, Policy } from "../model/policy.ts";

/** What the gate looks at less closely than on the base, as the two config files say. */
export function relaxedSettings(rules: Rules, was: Rules): string[] {
  const lost = was.failOn.filter((kind) => !rules.failOn.includes(kind));
  const isLess = (order: readonly string[], [is, before]: readonly [string, string]): boolean =>
    order.indexOf(is) < order.indexOf(before);
  return [
    ...(lost.length === 0 ? [] : [`fail-on is without ${lost.join(", ")}`]),
    ...(isLess(["none", "policy", "auto", "build"], [rules.baseline, was.baseline])
      ? [`baseline ${was.baseline} → ${rules.baseline}`]
      : []),
    ...(isLess(["pass", "warn", "fail"], [rules.onMissingBaseline, was.onMissingBaseline])
      ? [`on-missing-baseline ${was.onMissingBaseline} → ${rules.onMissingBaseline}`]
      : []),
    ...(was.policyRelaxation === "fail" && rules.policyRelaxation === "warn" ? ["policy-relaxation fail → warn"] : []),
  ];
}

/** The rules that have run out, each in a sentence. */
export function describeExpired(policy: Policy): string[] {
  return policy.rules
    .filter((rule) => isExpired(rule, policy))
    .map((rule) => {
      return `the rule at ${placeOf(rule, policy)} expired on ${rule.expires ?? ""} and does not count any more; renew it or take it away`;
    });
}
