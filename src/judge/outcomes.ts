import { isReleaseStrategy } from "../model/release-strategy.ts";
import type { ExaminedCell, Target } from "../model/cell.ts";
import type { FailKind, Rules } from "../model/policy.ts";
import type { Judgement, JudgementKind } from "../model/verdict.ts";

/** What can fail, as far as `failOn` has it. */
export function judgement(cell: ExaminedCell, kind: FailKind, [message, rules]: readonly [string, Rules]): Judgement {
  return { kind, outcome: outcomeOf(kind, rules), target: targetOf(cell), message };
}

export function warning(cell: ExaminedCell, kind: JudgementKind, message: string): Judgement {
  return { kind, outcome: "warn", target: targetOf(cell), message };
}

/**
 * The outcome where a base is missing, as a whole or for one target. `baseline: build` insists on it. Without that a fault of this
 * machine, or one that may be, fails too, unless `on-missing-baseline: pass` accepts any missing base.
 */
export function outcomeOfMissing(rules: Rules, isMachineFault: boolean): "pass" | "warn" | "fail" {
  if (rules.baseline === "build") return "fail";
  const outcome = onMissing(rules);
  return isMachineFault && outcome === "warn" ? "fail" : outcome;
}

/** A file that nobody can compare with its copy on the base cannot say that this is as it should be. */
function onMissing({ onMissingBaseline, policy }: Rules): Rules["onMissingBaseline"] {
  const isOfFile =
    policy.source?.lines["on-missing-baseline"] !== undefined &&
    policy.source.given["on-missing-baseline"] === undefined;
  return onMissingBaseline === "pass" && isOfFile ? "warn" : onMissingBaseline;
}

export function outcomeOf(kind: FailKind, { failOn }: Rules): "warn" | "fail" {
  return failOn.includes(kind) ? "fail" : "warn";
}

export function targetOf(cell: Target | ExaminedCell): NonNullable<Judgement["target"]> {
  const { package: path, platform } = cell;
  if (!("strategy" in cell)) return { package: path, platform, strategy: null, file: null };
  const { strategy, artifact, image } = cell;
  const file = artifact?.path ?? (image == null ? null : path);
  return { package: path, platform, strategy, file: strategy === null ? file : null };
}

/** ` with netgo`, to be put behind a predicate; empty for a file that something else built. */
export function builtWith(strategy: string | null): string {
  if (strategy === null) return "";
  return isReleaseStrategy(strategy) ? ` in its build ${strategy}` : ` with ${strategy}`;
}
