import type { Rules } from "./policy.ts";
import type { Target } from "./cell.ts";
import type { Judgement } from "./verdict.ts";

/** A GitHub runner: one label, or all labels that it has to have. */
export type RunnerLabel = string | readonly string[];

/** One build of a target, as the plan decides it. */
export type LegBuild = {
  readonly strategy: string;
  /** What CGO_ENABLED comes to there; null where the go command has no say, because the build is skipped. */
  readonly cgo: string | null;
};

export type LegTarget = Target & { readonly builds: readonly LegBuild[] };

/** What one job of the matrix builds. */
export type Leg = {
  /** `[a-z0-9.-]+` */
  readonly id: string;
  /** For people: `linux/arm64, 12 programs`. */
  readonly name: string;
  readonly runner: RunnerLabel;
  /** Sorted as the cells of a report. */
  readonly targets: readonly LegTarget[];
};

/** A row of GitHub's matrix. */
export type MatrixRow = Pick<Leg, "runner" | "name"> & { readonly leg: string };

/** A workflow run: what is done again has the same id and a higher attempt. */
export type WorkflowRun = { readonly id: string; readonly attempt: number };

/** The step that made a plan, as the runner calls it: the inputs of all legs are those of this step. */
export type PlanStep = { readonly job: string; readonly action: string };

/** A whole run, decided once and split over several machines. Written by `plan`, read by `check --plan` and `merge`. */
export type LegPlan = {
  readonly schemaVersion: 1;
  /** SHA-256, in lower-case hex, of what follows but `run`. */
  readonly digest: string;
  readonly tool: { readonly name: "go-linkage"; readonly version: string };
  /** null outside of git. */
  readonly commit: string | null;
  /** null outside of a workflow. */
  readonly run: WorkflowRun | null;
  readonly step: PlanStep | null;
  /** As they were given, and what a machine would choose by itself: `platforms`, `go-version`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** SHA-256 of the config file; null without one. */
  readonly config: string | null;
  /** What every leg and the merge judge by. */
  readonly rules: Rules;
  /** The rules are for all programs that there are. */
  readonly isWhole: boolean;
  /** What a machine of its own does that the planning one could not, each in a sentence. */
  readonly notes: readonly string[];
  readonly legs: readonly Leg[];
  readonly matrix: { readonly include: readonly MatrixRow[] };
};

/** The part of a plan that this run does. */
export type OwnLeg = { readonly plan: LegPlan; readonly leg: Leg };

/** What the report of a leg says of its plan; `leg` is null in a merged report. */
export type PlanReport = {
  readonly digest: string;
  readonly leg: string | null;
  /** How many there are. */
  readonly legs: number;
  readonly run: WorkflowRun | null;
  /** What was built otherwise than planned, each in a sentence. */
  readonly notes: readonly string[];
  /** What merging needs beside the cells; null in a merged report. */
  readonly base: LegBase | null;
  /** SHA-256, in lower-case hex, of the report of a leg without this, as compact JSON: it was not changed since. null in a merged report. */
  readonly sha256: string | null;
};

/** What a leg knows of the base commit as a whole, and what judging its targets came to beside judgements of them. */
export type LegBase = {
  /** There was something to be compared with. */
  readonly isCompared: boolean;
  readonly isMissing: boolean;
  readonly isMachineFault: boolean;
  readonly notListed: string | null;
  /** What the base asks for; null when it is not known. */
  readonly rules: Rules | null;
  readonly relaxations: readonly string[];
  /** Targets that pass only because the change asks for less. */
  readonly ofTargets: readonly (Target & { readonly judgement: Judgement })[];
  /** The lines of the rules that those are about. */
  readonly decided: readonly number[];
};
