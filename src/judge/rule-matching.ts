import { matchesBeginning, matchesEnd } from "./glob.ts";
import type { Rule, Policy, Named } from "../model/policy.ts";

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
