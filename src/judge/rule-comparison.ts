import { type ExaminedCell, isStandalone } from "../model/cell.ts";
import type { Demand, Rule, Rules } from "../model/policy.ts";
import { isHigher } from "../text/versions.ts";
import { matchesGlob } from "./glob.ts";
import { coverGlob, mayMeet } from "./glob-relations.ts";
import { isExpired, ruleFor } from "./rule-matching.ts";

/** What is asked of the programs that a rule is for; `rule` is null for those that no rule is for. */
type Demands = Pick<Rule, "packages" | "platforms" | "require" | "maxGlibc" | "needed" | "allow" | "runsOn"> & {
  readonly rule: Rule | null;
};

/** A rule that asks for less than the base did, in words, with the rule of the head; null: the programs that it has no rule for. */
type RelaxedRule = { readonly rule: Rule | null; readonly text: string };

/**
 * Where the rules of a change ask for less than those of the base, today or on a day after which a rule has run out: rules that are
 * new, looser, for more programs, gone, for fewer, or in another order. It is told from the globs, so that a rule for programs that are
 * yet to come counts too; where globs cannot be compared, they may be for the same programs.
 */
export function relaxedRules(rules: Rules, baseRules: Rules, shipped: readonly ExaminedCell[]): RelaxedRule[] {
  const days = [rules.policy.today, ...[...rules.policy.rules, ...baseRules.policy.rules].flatMap(dayAfter)];
  const found = days
    .filter((day) => day >= rules.policy.today)
    .flatMap((day) => relaxedOn(demandsOf(rules, day), demandsOf(baseRules, day)));
  const all = [...found, ...opened(rules, baseRules, shipped)];
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}

function dayAfter({ expires }: Rule): string[] {
  if (expires === null) return [];
  const day = new Date(`${expires}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return [day.toISOString().slice(0, 10)];
}

/** In the order in which they count: the later one decides. */
function demandsOf({ require, policy, runsOn, maxGlibc }: Rules, today: string): readonly Demands[] {
  const all = { packages: ["**"], platforms: ["**"], maxGlibc, runsOn, needed: null, allow: [] };
  const counted = policy.rules.filter((rule) => !isExpired(rule, { ...policy, today }));
  // A rule without systems of its own leaves those of the input.
  const withSystems = counted.map((rule) => ({
    ...rule,
    runsOn: rule.runsOn ?? (rule.require === "none" ? [] : runsOn),
  }));
  return [{ ...all, require, rule: null }, ...withSystems.map((each, at) => ({ ...each, rule: counted[at] ?? null }))];
}

function relaxedOn(head: readonly Demands[], base: readonly Demands[]): RelaxedRule[] {
  if (isSame(head, base)) return [];
  if (head.length * base.length > comparisonLimit)
    return [{ rule: null, text: "too many rules differ to compare them" }];
  return head.flatMap((headDemands, at) => {
    const later = head.slice(at + 1);
    const last = base.findLastIndex((baseDemands) => covers(baseDemands, headDemands));
    return base.slice(Math.max(last, 0)).flatMap((baseDemands, behind): RelaxedRule[] => {
      // What a later rule decides is not this one's to relax.
      const isDecided =
        (behind > 0 && !meet(baseDemands, headDemands)) || later.some((next) => covers(next, baseDemands));
      // The input itself is compared with the other inputs.
      const isInput = headDemands.rule === null && baseDemands.rule === null;
      if (isDecided || isInput || !asksForLess(headDemands, baseDemands)) return [];
      return [
        {
          rule: headDemands.rule,
          text: `${namesOf(headDemands.rule === null ? baseDemands : headDemands)} ${describe(baseDemands)} → ${describe(headDemands)}`,
        },
      ];
    });
  });
}

/** Pairs of rules; a policy has tens of them. */
const comparisonLimit = 250_000;

function isSame(head: readonly Demands[], base: readonly Demands[]): boolean {
  const [headDemands, baseDemands] = [head, base].map((all) =>
    JSON.stringify(
      all.map(({ packages, platforms, require, maxGlibc, needed, allow, runsOn }) => [
        packages,
        platforms,
        require,
        maxGlibc,
        needed,
        allow,
        systemsOf(runsOn),
      ]),
    ),
  );
  return headDemands === baseDemands;
}

/** Rules that let a program of this run become dynamic, which was free to be anything but not to become worse. */
function opened(rules: Rules, baseRules: Rules, shipped: readonly ExaminedCell[]): RelaxedRule[] {
  return shipped.filter(isStandalone).flatMap((cell) => {
    const [headDemands, baseDemands] = [ruleFor(cell, rules.policy), ruleFor(cell, baseRules.policy)];
    const isNone = (baseDemands?.require ?? baseRules.require) === "none";
    return headDemands?.require === "any" && headDemands.isImplied !== true && isNone
      ? [{ rule: headDemands, text: `${namesOf({ ...headDemands, rule: headDemands })} none → any` }]
      : [];
  });
}

function covers(demands: Demands, other: Demands): boolean {
  return (
    other.packages.every((glob) => coverGlob(demands.packages, glob, "end")) &&
    other.platforms.every((glob) => coverGlob(demands.platforms, glob, "beginning"))
  );
}

function meet(demands: Demands, other: Demands): boolean {
  return (
    demands.packages.some((glob) => other.packages.some((each) => mayMeet(glob, each, "end"))) &&
    demands.platforms.some((glob) => other.platforms.some((each) => mayMeet(glob, each, "beginning")))
  );
}

/** From what asks for least to what asks for most. */
const ranks: Readonly<Record<Demand, number>> = { none: 0, any: 1, dynamic: 2, system: 3, static: 3, "static-pie": 4 };

type Limits = Pick<Rule, "require" | "maxGlibc" | "needed" | "allow" | "runsOn">;

function systemsOf(demands: Limits["runsOn"]): readonly string[] {
  return [...new Set((demands ?? []).flatMap(({ ids }) => ids))];
}

/** Whether the first demand lets a program pass that the second would not. */
export function asksForLess(headDemands: Limits, baseDemands: Limits): boolean {
  const [rank, before] = [ranks[headDemands.require], ranks[baseDemands.require]];
  if (rank < before || headDemands.allow.some((kind) => !baseDemands.allow.includes(kind))) return true;
  // What is standalone needs no limits.
  if (rank > before && rank >= ranks.static) return false;
  const systems = systemsOf(headDemands.runsOn);
  if (systemsOf(baseDemands.runsOn).some((id) => !systems.includes(id))) return true;
  const isNewer =
    baseDemands.maxGlibc !== null &&
    (headDemands.maxGlibc === null || isHigher(headDemands.maxGlibc, baseDemands.maxGlibc));
  return (
    isNewer ||
    (baseDemands.needed !== null && (headDemands.needed === null || !areWithin(headDemands.needed, baseDemands.needed)))
  );
}

function areWithin(libraries: readonly string[], limits: readonly string[]): boolean {
  return libraries.every((library) =>
    limits.some(
      (limit) => limit === library || limit === "**" || (!/[*?]/.test(library) && matchesGlob(limit, library)),
    ),
  );
}

function namesOf({ packages, platforms }: Demands): string {
  const where = platforms.includes("**") ? "" : ` on ${platforms.join(", ")}`;
  return `${packages.includes("**") ? "all programs" : packages.join(", ")}${where}`;
}

function describe({ require, maxGlibc, needed, allow, runsOn }: Demands): string {
  const systems = (runsOn ?? []).map(({ name }) => name);
  const limits = [
    ...(systems.length === 0 ? [] : [`starts on ${systems.join(", ")}`]),
    ...(maxGlibc === null ? [] : [`glibc ${maxGlibc}`]),
    ...(needed === null ? [] : [`needs ${needed.join(", ") || "nothing"}`]),
    ...(allow.length === 0 ? [] : [`allows ${allow.join(", ")}`]),
  ];
  return [require, ...limits].join(", ");
}
