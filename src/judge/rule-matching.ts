import { matchesBeginning, matchesEnd } from "./glob.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Finding } from "../model/finding.ts";
import type { Named, Policy, Rule } from "../model/policy.ts";

/** The rule for a program: the last one that matches, as in CODEOWNERS; undefined when the input `require` decides. */
export function ruleFor(target: Named, policy: Policy): Rule | undefined {
  return policy.rules.findLast((rule) => !isExpired(rule, policy) && matchesRule(rule, target));
}

export function matchesRule({ packages, platforms }: Rule, target: Named): boolean {
  return (
    packages.some((glob) => matchesEnd(glob.replace(/^\.\//, ""), target.package)) &&
    isFor({ platforms }, target.platform)
  );
}

function isFor({ platforms }: Pick<Rule, "platforms">, platform: string): boolean {
  return platforms.some((glob) => matchesBeginning(glob, platform));
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

/**
 * Patterns of rules that no program of the run matches, each in a sentence: a typo there protects nothing. A rule for platforms that
 * this run is not for is left out: programs may be for those alone.
 */
export function describeUnmatched(policy: Policy, targets: readonly Named[]): string[] {
  const packages = [...new Set(targets.map((target) => target.package))];
  const names = packages.flatMap((path) => {
    const parts = path.split("/");
    return parts.map((_, at) => parts.slice(at).join("/"));
  });
  return policy.rules
    .filter((rule) => !isExpired(rule, policy) && targets.some(({ platform }) => isFor(rule, platform)))
    .flatMap((rule) => rule.packages.map((glob) => ({ rule, glob: glob.replace(/^\.\//, "") })))
    .filter(({ glob }) => !packages.some((path) => matchesEnd(glob, path)))
    .map(({ rule, glob }) => {
      return `the rule at ${placeOf(rule, policy)} is for ${glob}, and no program of this run matches that${didYouMean(glob, names)}`;
    });
}

/** The rules that have run out, each in a sentence. */
export function describeExpired(policy: Policy): string[] {
  return policy.rules
    .filter((rule) => isExpired(rule, policy))
    .map((rule) => {
      return `the rule at ${placeOf(rule, policy)} expired on ${rule.expires ?? ""} and no longer counts; renew it or remove it`;
    });
}
