import { programName } from "../text/program-name.ts";
import {
  type CellBase,
  type ExaminedCell,
  isStandalone,
  isUnpredictable,
  isWithoutLinkage,
  linkageKind,
  verbOf,
} from "../model/cell.ts";
import type { Rules } from "../model/policy.ts";
import type { Judgement } from "../model/verdict.ts";
import { unique } from "../text/group-by.ts";
import { targetOf } from "./outcomes.ts";
import { ruleFor } from "./rule-matching.ts";

/** The first of those that weigh most, in a sentence, and how many there are of its weight. */
export function describeProblems(judgements: readonly Judgement[], cells: readonly ExaminedCell[]): string {
  const failing = judgements.filter(({ outcome }) => outcome === "fail");
  const [first, ...more] = failing.length > 0 ? failing : judgements;
  if (first === undefined) return "";
  const rest = more.length === 0 ? "" : ` (and ${more.length} more like it)`;
  const name = first.target === null ? "" : `${targetName(first.target, cells)} `;
  return `${name}${first.message}${rest}`;
}

type Compared = ExaminedCell & { readonly base: CellBase | null };

/** What ships, in a sentence, where nothing fails or warns. */
export function describePass(cells: readonly Compared[], rules: Pick<Rules, "policy">): string {
  const unbuilt = cells.filter(({ status, base }) => status === "predicted" && base?.unchanged === true).length;
  const state = describeState(cells, rules);
  if (unbuilt === 0) return state;
  return unbuilt === cells.length
    ? `${state} (unchanged, so nothing was built)`
    : `${state} (${unbuilt} of ${cells.length} are unchanged and were not built)`;
}

function describeState(cells: readonly Compared[], { policy }: Pick<Rules, "policy">): string {
  const asked = cells.filter((cell) => !isWithoutLinkage(cell));
  const shipped = asked.length > 0 ? asked : cells;
  const [first] = shipped;
  if (first === undefined) return "nothing is shipped";
  const dependent = shipped.filter((cell) => !isStandalone(cell));
  const { subject, isOne } = describeSubject(dependent.length === 0 ? shipped : dependent, shipped);
  const isFuture = shipped.every(({ status }) => status === "predicted");
  const is = verbOf(isFuture ? shipped : [], isOne ? "is" : "are");
  if (asked.length === 0) return `${subject} ${is} WebAssembly, which is not linked`;
  if (dependent.length > 0) {
    const isAllowed = dependent.every((cell) => ruleFor(cell, policy) !== undefined);
    const allowed = isAllowed ? "the rules allow it" : "no rule forbids it";
    if (dependent.every(isUnpredictable)) return `${subject} cannot be predicted; ${allowed}`;
    return `${subject} ${is} ${kindsOf(dependent)}; ${allowed}`;
  }
  const system = shipped.filter((cell) => linkageKind(cell) === "system");
  const uses = isFuture ? is.replace(/be$/, "use") : isOne ? "uses" : "use";
  if (system.length === shipped.length) return `${subject} ${uses} only system libraries`;
  return `${subject} ${is} static${system.length > 0 ? ` or ${uses} only system libraries` : ""}`;
}

function kindsOf(dependent: readonly ExaminedCell[]): string {
  const words: Readonly<Record<string, string>> = { dynamic: "dynamic", library: "a library", fails: "not built" };
  const [kind, ...more] = unique(dependent.map((cell) => linkageKind(cell) ?? "unknown"));
  return more.length > 0 ? "not static" : (words[kind ?? ""] ?? "not known");
}

/** `resolver`, `app on linux/amd64`, `all 20 programs on 3 platforms`, `2 of 14 files`. */
function describeSubject(
  meant: readonly ExaminedCell[],
  shipped: readonly ExaminedCell[],
): { readonly subject: string; readonly isOne: boolean } {
  const [first] = meant;
  if (first === undefined) return { subject: "nothing", isOne: true };
  const isFile = first.strategy === null;
  const count = (cells: readonly ExaminedCell[]): number =>
    isFile ? cells.length : new Set(cells.map((cell) => cell.package)).size;
  const platforms = new Set(shipped.map(({ platform }) => platform)).size;
  if (meant.length === 1) return { subject: targetName(targetOf(first), shipped), isOne: true };
  const [number, all] = [count(meant), count(shipped)];
  if (number === 1) {
    const on = meant.length < platforms ? `${meant.length} of ${platforms} platforms` : `${platforms} platforms`;
    return { subject: `${programName(first.package)} on ${on}`, isOne: true };
  }
  const noun = isFile ? "files" : "programs";
  if (meant.length < shipped.length) return { subject: `${number} of ${all} ${noun}`, isOne: false };
  return { subject: `all ${all} ${noun}${!isFile && platforms > 1 ? ` on ${platforms} platforms` : ""}`, isOne: false };
}

/** The last element of the import path, with the platform when the run has more than one. */
function targetName(target: NonNullable<Judgement["target"]>, cells: readonly ExaminedCell[]): string {
  if (target.file !== null) return target.file;
  const several = cells.some(({ platform }) => platform !== target.platform);
  const name = programName(target.package);
  return several ? `${name} on ${target.platform}` : name;
}
