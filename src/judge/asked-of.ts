import type { ExaminedCell } from "../model/cell.ts";
import type { Named, Rule, Rules } from "../model/policy.ts";
import { matchesRule } from "./rule-matching.ts";
import { meets, violationOf } from "./violations.ts";

/**
 * Whether anything is asked of a program that only its file can show, by the input or by any rule that is for it, also by one that has
 * run out or that a later one overrules. What is asked for has to be shown, so such a program is always built. Whatever else may come to
 * be asked of files belongs here.
 */
function isAskedFor(target: Named, { require, demanded, runsOn, maxGlibc, policy }: Rules): boolean {
  if (require !== "none" || demanded !== null || runsOn.length > 0 || maxGlibc !== null) return true;
  return policy.rules.some((rule) => matchesRule(rule, target) && asksForFile(rule));
}

function asksForFile({ require, maxGlibc, needed, runsOn }: Rule): boolean {
  return require !== "none" || maxGlibc !== null || needed !== null || runsOn !== null;
}

/** Whether a program is all that is asked of it, whichever of the rules comes to count. */
export function keepsDemands(cell: ExaminedCell, rules: Rules): boolean {
  return violationOf(cell, rules) === undefined && (rules.demanded === null || meets(cell, rules.demanded));
}

/**
 * Whether a program that is the same as on the base may stay unbuilt: nothing is asked of it, on either side (null: nobody knows what
 * that side asks), what comes out is certain, and nothing in it is known to be broken.
 */
export function mayStayUnbuilt(cell: ExaminedCell, sides: readonly (Rules | null)[]): boolean {
  const { role, status, prediction, findings } = cell;
  if (role === "compared" || status !== "predicted" || prediction?.certainty !== "certain") return false;
  if (prediction.linkage === null || prediction.linkage === "fails") return false;
  if (findings.some(({ level }) => level === "error")) return false;
  return sides.every((rules) => rules !== null && !isAskedFor(cell, rules));
}
