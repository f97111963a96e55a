import { listed } from "../text/english.ts";
import { matchesGlob } from "./glob.ts";
import { isExpired, matchesRule, placeOf, ruleFor } from "./rule-matching.ts";
import type { Linkage } from "../model/artifact.ts";
import type { ExaminedCell } from "../model/cell.ts";
import { isStandalone, isWithoutLinkage, linkageKind } from "../model/cell.ts";
import type { Demand, Rule, Policy } from "../model/policy.ts";
import { isHigher } from "../text/versions.ts";

/** What decides for the programs that no rule is for. */
type Demands = { readonly require: "static" | "none"; readonly policy: Policy };

/** What a program is not, and who asks for it: ".github/go-linkage.yml:12 requires static". */
export type Violation = { readonly rule: Rule | null; readonly demand: string };

/** What is asked of a shipped program and was not shown: it is something else, or there is no program to look at. */
export function violationOf(cell: ExaminedCell, { require, policy }: Demands): Violation | undefined {
  if (isWithoutLinkage(cell)) return undefined;
  const rule = ruleFor(cell, policy);
  const lapsed = describeLapsed(cell, rule, policy);
  if (rule === undefined) {
    if (meets(cell, require)) return undefined;
    return { rule: null, demand: `require: ${require} is set${lapsed}` };
  }
  const what = brokenPart(cell, rule);
  if (what === undefined) return undefined;
  const reason = rule.reason === null ? "" : ` (${rule.reason})`;
  return { rule, demand: `${placeOf(rule, policy)} ${what}${reason}${lapsed}` };
}

function brokenPart(cell: ExaminedCell, rule: Rule): string | undefined {
  if (!meets(cell, rule.require)) return `requires ${demandWords[rule.require]}`;
  const { linkage } = cell;
  const { maxGlibc } = rule;
  const isLimited = maxGlibc !== null || rule.needed !== null;
  if (isLimited && (isWithoutProgram(cell) || isUnjudged(linkage))) return "limits what it needs";
  if (linkage === null) return undefined;
  if (maxGlibc !== null && isHigher(linkage.minGlibc, maxGlibc)) return `allows no glibc newer than ${maxGlibc}`;
  const libraries = forbiddenLibraries(linkage, rule);
  return libraries.length === 0 ? undefined : `does not allow ${listed(libraries)}`;
}

export function forbiddenLibraries({ needed }: Linkage, { needed: globs }: Rule): readonly string[] {
  return globs === null ? [] : needed.filter((library) => !globs.some((glob) => matchesGlob(glob, library)));
}

const demandWords: Readonly<Record<Demand, string>> = {
  static: "static",
  "static-pie": "static-pie",
  system: "system libraries only",
  dynamic: "dynamic",
  any: "a program that can be judged",
  none: "nothing",
};

export function meets(cell: ExaminedCell, demand: Demand): boolean {
  if (demand === "none") return true;
  switch (demand) {
    case "static":
    case "system":
      return isStandalone(cell);
    case "any":
      // A prediction that is open says nothing against it.
      return !isWithoutProgram(cell) && !isUnjudged(cell.linkage);
    default:
      return linkageKind(cell) === demand;
  }
}

/** It was not built, or will not be. */
function isWithoutProgram(cell: ExaminedCell): boolean {
  return cell.status === "failed" || cell.status === "skipped" || linkageKind(cell) === "fails";
}

function isUnjudged(linkage: Linkage | null): boolean {
  return linkage?.kind === "unreadable" || linkage?.kind === "packed";
}

/** The rule that would have been for it, had it not run out. */
function describeLapsed(cell: ExaminedCell, rule: Rule | undefined, policy: Policy): string {
  const counted = rule === undefined ? -1 : policy.rules.indexOf(rule);
  const lapsed = policy.rules.findLast((each) => isExpired(each, policy) && matchesRule(each, cell));
  if (lapsed === undefined || policy.rules.indexOf(lapsed) < counted) return "";
  return `; the rule at ${placeOf(lapsed, policy)} expired on ${lapsed.expires ?? ""}`;
}

/**
 * Whether a rule says in so many words that a program may need more than it did: that it may be dynamic at all, or, when it was
 * so before, by a limit that is written down. Whether it keeps to the limits is `violationOf`'s question.
 */
export function allowsMore({ policy }: Demands, head: ExaminedCell, base: ExaminedCell): boolean {
  const rule = ruleFor(head, policy);
  if (rule?.require !== "dynamic" && rule?.require !== "any") return false;
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return false;
  if (isStandalone(base) && !isStandalone(head)) return true;
  const hasMore = linkage.needed.some((library) => !baseLinkage.needed.includes(library));
  return (
    linkage.interpreter === baseLinkage.interpreter &&
    !isHigher(linkage.minOs, baseLinkage.minOs) &&
    (!hasMore || rule.needed !== null) &&
    (!isHigher(linkage.minGlibc, baseLinkage.minGlibc) || rule.maxGlibc !== null)
  );
}

/** `dynamic, glibc 2.31` */
export function describeDemand(cell: ExaminedCell, { require, policy }: Demands): string {
  const rule = ruleFor(cell, policy);
  if (rule === undefined) return require;
  const needed = rule.needed === null ? [] : [`needs ${rule.needed.length === 0 ? "nothing" : listed(rule.needed)}`];
  const allowed = rule.allow.length === 0 ? [] : [`allows ${listed(rule.allow)}`];
  return [rule.require, ...(rule.maxGlibc === null ? [] : [`glibc ${rule.maxGlibc}`]), ...needed, ...allowed].join(
    ", ",
  );
}
