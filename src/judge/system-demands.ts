import { matchesGlob } from "./glob.ts";
import { ConfigError } from "../errors.ts";
import { isExpired, matchesRule, placeOf, ruleFor } from "./rule-matching.ts";
import type { ExaminedCell, Target } from "../model/cell.ts";
import type { Policy, Rule, Rules, SystemDemand } from "../model/policy.ts";
import type { RunsOn } from "../model/system.ts";
import { installsPackages } from "../systems/package-systems.ts";
import { systemName, systemOf } from "../systems/system-names.ts";
import { listed } from "../text/english.ts";
import { isHigher } from "../text/versions.ts";

/** What decides where a program has to start: the inputs, and the rules of the config file. */
export type SystemRules = Pick<Rules, "runsOn" | "maxGlibc" | "policy">;

/** Whether the workflow or the call itself gives an input, and not the config file. */
function isGiven(name: string, { source }: Policy): boolean {
  return (source?.given[name]?.trim() ?? "") !== "";
}

/**
 * The ids of the systems that a target has to start on. A rule that names systems replaces those of the input; what the workflow or the
 * call gives holds beside them.
 */
export function demandedSystems(target: Target & Placed, { runsOn, policy }: SystemRules): readonly string[] {
  const rule = ruleFor(target, policy);
  const own = rule?.runsOn ?? null;
  const isReplaced = own !== null || rule?.require === "none";
  const all = [...(own ?? []), ...(isReplaced && !isGiven("runs-on", policy) ? [] : runsOn)];
  return [...new Set(all.flatMap(({ ids }) => ids))].filter((id) => isFor(id, target));
}

/** A target, and the archive that it is in: a package is for the systems that install it. */
type Placed = Pick<Target, "platform"> & Pick<ExaminedCell, "container">;

/** Systems are for Linux programs of the processors that they have. What nobody could look into can be for any. */
export function isFor(id: string, { platform, container }: Placed): boolean {
  const [goos, goarch] = platform.split("/");
  const system = systemOf(id);
  const format = container?.format;
  if ((format === "deb" || format === "rpm" || format === "apk") && !installsPackages(format, system)) return false;
  if (goos === unknown) return true;
  return goos === "linux" && system.processors.some(({ processor }) => processor === goarch || goarch === unknown);
}

/** GOOS and GOARCH of a file that does not say. */
const unknown = "unknown";

/** The newest glibc that a target may require; null: any. Of two limits that both hold it is the older. */
export function glibcLimit(target: Target, { maxGlibc, policy }: SystemRules): string | null {
  const rule = ruleFor(target, policy);
  const own = rule?.maxGlibc ?? null;
  if (own === null) return rule?.require === "none" && !isGiven("max-glibc", policy) ? null : maxGlibc;
  return isGiven("max-glibc", policy) && isHigher(own, maxGlibc) && maxGlibc !== null ? maxGlibc : own;
}

/** A system on which it was not shown that the program starts. `row` is null where nobody looked. */
type Unmet = { readonly id: string; readonly row: RunsOn | null };

export function unmetSystems(cell: ExaminedCell, rules: SystemRules): readonly Unmet[] {
  const rule = ruleFor(cell, rules.policy);
  return demandedSystems(cell, rules).flatMap((id) => {
    const row = cell.runsOn?.find(({ system }) => system === id) ?? null;
    return row !== null && isMet(row, rule) ? [] : [{ id, row }];
  });
}

/** A library that a rule's `needed` allows is installed with the program. */
function isMet({ outcome, packages }: RunsOn, rule: Rule | undefined): boolean {
  if (outcome !== "needs-package") return outcome === "runs";
  const allowed = rule?.needed ?? [];
  return packages.every((library) => allowed.some((glob) => matchesGlob(glob, library)));
}

const outcomeWords = {
  runs: "where it starts",
  "does-not-start": "where it does not start",
  unknown: "where it is not known to start",
  "needs-package": "where it does not start without a package",
} as const;

/** `runs-on asks for Debian 11, where it does not start: it needs GLIBC_2.34, has 2.31`; undefined where all of them are met. */
export function brokenSystems(cell: ExaminedCell, rules: SystemRules): string | undefined {
  const unmet = unmetSystems(cell, rules);
  const [first] = unmet;
  if (first === undefined) return undefined;
  const rule = ruleFor(cell, rules.policy);
  const where = rule !== undefined && rule.runsOn !== null ? placeOf(rule, rules.policy) : "runs-on";
  const outcome = first.row?.outcome ?? "unknown";
  const name = ({ id }: Unmet): string => systemName(systemOf(id));
  const alike = unmet.filter(({ row }) => row?.reason === first.row?.reason);
  const others = unmet.filter((each) => !alike.includes(each)).map(name);
  const reason = first.row === null ? whyNotLooked(cell) : `it ${first.row.reason}`;
  const more = others.length === 0 ? "" : `; nor on ${listed(others)}`;
  return `${where} asks for ${listed(alike.map(name))}, ${outcomeWords[outcome]}: ${reason}${more}`;
}

function whyNotLooked({ status }: ExaminedCell): string {
  return status === "built" ? "it could not be judged" : "the program was not built";
}

/**
 * Throws ConfigError for a system that applies to no target: none is for Linux on a processor that it has. What stands for several
 * systems has to apply with one of them; a rule is for the targets that it names, and one that names none is told elsewhere.
 */
export function requireTargets({ runsOn, policy }: SystemRules, targets: readonly (Target & Placed)[]): void {
  const check = (demands: readonly SystemDemand[], own: readonly (Target & Placed)[], where: string): void => {
    const idle = demands.find(
      ({ ids }) => own.length > 0 && !own.some((target) => ids.some((id) => isFor(id, target))),
    );
    if (idle === undefined) return;
    const platforms = [...new Set(own.map(({ platform }) => platform))];
    throw new ConfigError(`${where}: ${idle.name} is for no target of this run (${listed(platforms)})`);
  };
  check(runsOn, targets, "runs-on");
  for (const rule of policy.rules.filter((each) => !isExpired(each, policy))) {
    const own = targets.filter((target) => matchesRule(rule, target));
    check(rule.runsOn ?? [], own, `${placeOf(rule, policy)}: runs-on`);
  }
}
