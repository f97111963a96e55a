import { matchesBeginning, matchesEnd } from "./glob.ts";
import type { Finding } from "../model/finding.ts";
import type { Named, Policy, Rule } from "../model/policy.ts";

/** The rule for a program: the last one that matches, as in CODEOWNERS; undefined when the input `require` decides. */
export function ruleFor(target: Named, policy: Policy): Rule | undefined {
  return policy.rules.findLast((rule) => !isExpired(rule, policy) && matchesRule(rule, target));
}

export function matchesRule({ packages, platforms }: Rule, target: Named): boolean {
  return (
    packages.some((glob) => matchesEnd(glob.replace(/^\.\//, ""), target.package)) &&
    platforms.some((glob) => matchesBeginning(glob, target.platform))
  );
}

export function isExpired({ expires }: Rule, { today }: Policy): boolean {
  return expires !== null && expires < today;
}

/** `.github/go-linkage.yml:12` */
export function placeOf({ line }: Rule, { file }: Policy): string {
  return `${file?.name ?? "the policy"}:${line}`;
}

/** Where a finding about a rule points to; nowhere for the input `require`, which is in no file. */
export function placeOfRule(rule: Rule | null, { file }: Policy): Pick<Finding, "file" | "line"> {
  return rule === null || file === null ? { file: null, line: null } : { file: file.path, line: rule.line };
}

/** The rules that have run out, each in a sentence. */
export function describeExpired(policy: Policy): string[] {
  return policy.rules
    .filter((rule) => isExpired(rule, policy))
    .map((rule) => {
      return `the rule at ${placeOf(rule, policy)} expired on ${rule.expires ?? ""} and does not count any more; renew it or take it away`;
    });
}
