import type { Target } from "./cell.ts";
import type { FailKind } from "./policy.ts";

export type Verdict = {
  readonly outcome: "pass" | "warn" | "fail";
  /** One sentence. */
  readonly reason: string;
  /** Everything that fails or warns, at most one of each target; what fails first. */
  readonly judgements: readonly Judgement[];
};

export type Judgement = {
  readonly kind: JudgementKind;
  readonly outcome: "warn" | "fail";
  /** null for what is about no target. `strategy`: the build of it; null for what was removed. `file`: the path of one that something else built. */
  readonly target: (Target & { readonly strategy: string | null; readonly file: string | null }) | null;
  /** What is said of the target, to be put behind its name; a sentence of its own without one. */
  readonly message: string;
};

/**
 * What a judgement is about. Beside what can fail: `unjudged` (a file that tells nothing), `caveat` (a warning of the explanation),
 * `baseline` (it could not be compared), `relaxation` (of the policy, by this change), `expired` (a rule of it) and `unmatched` (a rule
 * that is for no program), `leg` (a part of a plan whose report is missing or cannot be used).
 */
export type JudgementKind =
  FailKind | "leg" | "unjudged" | "caveat" | "baseline" | "relaxation" | "expired" | "unmatched";
