import { listed } from "../text/english.ts";
import { matchesGlob } from "./glob.ts";
import { isExpired, matchesRule, placeOf, ruleFor } from "./rule-matching.ts";
import type { Linkage } from "../model/artifact.ts";
import type { ExaminedCell } from "../model/cell.ts";
import { isStandalone, isWithoutLinkage, linkageKind } from "../model/cell.ts";
import type { Demand, Rule, Policy } from "../model/policy.ts";
import { isHigher } from "../text/versions.ts";
import { lostSystems } from "./lost-systems.ts";
import { brokenSystems, demandedSystems, glibcLimit, type SystemRules } from "./system-demands.ts";

/** What decides for the programs that no rule is for. */
type Demands = SystemRules & { readonly require: "static" | "none" };

/** What a program is not, and who asks for it: ".github/go-linkage.yml:12 requires static". */
export type Violation = { readonly rule: Rule | null; readonly demand: string };

/** What is asked of a shipped program and was not shown: it is something else, or there is no program to look at. */
export function violationOf(cell: ExaminedCell, demands: Demands): Violation | undefined {
  const { require, policy } = demands;
  if (isWithoutLinkage(cell)) return undefined;
  const rule = ruleFor(cell, policy);
  const lapsed = describeLapsed(cell, rule, policy);
  if (rule === undefined) {
    const broken = meets(cell, require) ? brokenInput(cell, demands) : `require: ${require} is set`;
    return broken === undefined ? undefined : { rule: null, demand: `${broken}${lapsed}` };
  }
  const what = brokenPart(cell, rule);
  const reason = rule.reason === null ? "" : ` (${rule.reason})`;
  if (what !== undefined) return { rule, demand: `${placeOf(rule, policy)} ${what}${reason}${lapsed}` };
  const broken = brokenInput(cell, demands);
  if (broken === undefined) return undefined;
  // What the input asks for is no fault of the rule.
  const isOfRule = broken.startsWith(placeOf(rule, policy));
  return { rule: isOfRule ? rule : null, demand: `${broken}${isOfRule ? reason : ""}${lapsed}` };
}

/** What the inputs max-glibc and runs-on ask for, and the systems of a rule. */
function brokenInput(cell: ExaminedCell, demands: Demands): string | undefined {
  const limit = glibcLimit(cell, demands);
  const { linkage } = cell;
  if (limit !== null && (isWithoutProgram(cell) || isUnjudged(linkage))) return `max-glibc: ${limit} is set`;
  if (limit !== null && isHigher(linkage?.minGlibc ?? null, limit)) return `max-glibc: ${limit} is set`;
  return brokenSystems(cell, demands);
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
export function allowsMore({ policy }: Pick<Demands, "policy">, head: ExaminedCell, base: ExaminedCell): boolean {
  const rule = ruleFor(head, policy);
  if (rule?.require !== "dynamic" && rule?.require !== "any") return false;
  const [linkage, baseLinkage] = [head.linkage, base.linkage];
  if (linkage === null || baseLinkage === null) return false;
  // A rule that leaves `require` out has not said so.
  if (isStandalone(base) && !isStandalone(head)) return rule.isImplied !== true;
  const hasMore = linkage.needed.some((library) => !baseLinkage.needed.includes(library));
  return (
    mayLoseSystems(rule, head, base) &&
    linkage.interpreter === baseLinkage.interpreter &&
    !isHigher(linkage.minOs, baseLinkage.minOs) &&
    (!hasMore || rule.needed !== null) &&
    (!isHigher(linkage.minGlibc, baseLinkage.minGlibc) || rule.maxGlibc !== null || rule.runsOn !== null)
  );
}

/** A limit that is written down says what has to be left. */
function mayLoseSystems({ runsOn, maxGlibc, needed }: Rule, head: ExaminedCell, base: ExaminedCell): boolean {
  return runsOn !== null || maxGlibc !== null || needed !== null || lostSystems(head, base).length === 0;
}

/** `dynamic, glibc 2.31` */
export function describeDemand(cell: ExaminedCell, demands: Demands): string {
  const { require, policy } = demands;
  const rule = ruleFor(cell, policy);
  const ids = demandedSystems(cell, demands);
  const systems = ids.length === 0 ? [] : [`starts on ${listed(ids)}`];
  if (rule === undefined) return [require, ...systems].join(", ");
  const needed = rule.needed === null ? [] : [`needs ${rule.needed.length === 0 ? "nothing" : listed(rule.needed)}`];
  const allowed = rule.allow.length === 0 ? [] : [`allows ${listed(rule.allow)}`];
  return [
    rule.require,
    ...(rule.maxGlibc === null ? [] : [`glibc ${rule.maxGlibc}`]),
    ...needed,
    ...allowed,
    ...systems,
  ].join(", ");
}
