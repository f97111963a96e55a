import type { OwnLeg, RunnerLabel } from "./leg-plan.ts";
import type { Rules } from "./policy.ts";
import type { Strategy } from "./strategy.ts";

/** The inputs, read and checked as far as that is possible without looking at the world; one group for each reader. */
export type Request = ReportRequest | PlanRequest;

/** What ends in a report. */
export type ReportRequest = JudgedRequest | MergeRequest;

/** What judges programs by rules. */
export type JudgedRequest = CheckRequest | InspectRequest;

/** Split the builds of `check` over several machines. */
export type PlanRequest = {
  readonly mode: "plan";
  readonly check: CheckRequest;
  /** As they were given: what each leg is given too. */
  readonly inputs: Readonly<Partial<Record<string, string>>>;
  readonly split: {
    /** How many legs; null: as many as the builds are worth. */
    readonly count: number | null;
    /** The runner for a GOOS/GOARCH, where it is not GitHub's own. */
    readonly runners: Readonly<Record<string, RunnerLabel>>;
    /** Paths and globs of JSON reports, whose build times weigh the targets. */
    readonly reports: readonly string[];
  };
  /** Where the plan is to be written; null: wherever the door has a place. */
  readonly file: string | null;
};

/** Make one report of those of all legs. */
export type MergeRequest = {
  readonly mode: "merge";
  readonly where: { readonly workingDirectory: string };
  /** The path of the plan. */
  readonly plan: string;
  /** Paths and globs of JSON reports. */
  readonly reports: readonly string[];
};

/** Build under the strategies and judge, or (`explain`) predict the results without a build. */
export type CheckRequest = {
  readonly mode: "check" | "explain";
  readonly where: {
    readonly workingDirectory: string;
    readonly packages: readonly string[];
    /** Empty: the platform that `go build` would build for. */
    readonly platforms: readonly string[];
  };
  readonly go: {
    readonly goVersion: string | null;
    readonly goVersionFile: string | null;
    /** URLs, separated by spaces or lines. */
    readonly goDownloadBaseUrl: string;
    readonly goSha256: string | null;
  };
  readonly build: {
    /** In the order of the report; the one that ships is among them. */
    readonly strategies: readonly Strategy[];
    /** `needed`: what ships, and what the advice needs a proof of; the rest is predicted. */
    readonly scope: "all" | "needed";
    /** The name of the one that ships. */
    readonly ship: string;
    /** Flags of `go build` for all of them. */
    readonly flags: readonly string[];
  };
  readonly artifacts: ArtifactRequest & {
    /** Where they are kept; null: nowhere. */
    readonly outputDir: string | null;
  };
  readonly gate: Rules;
  /** Whether to restore and save Go's caches; the command line never does. */
  readonly cache: "auto" | "true" | "false";
  /** A branch, tag or commit to compare with; null: the base commit of the event. */
  readonly baselineRef: string | null;
  /** The part of a plan that this run does; null: it does everything. */
  readonly own: OwnLeg | null;
};

/** Judge files that something else built. */
export type InspectRequest = {
  readonly mode: "inspect";
  readonly where: {
    readonly workingDirectory: string;
    /** Paths and globs. */
    readonly binaries: readonly string[];
    /** Paths and globs of images, whose entrypoints have to start. */
    readonly images: readonly string[];
  };
  readonly artifacts: ArtifactRequest & {
    /** Whether the report needs the SHA-256 of the files: hashing reads them whole, judging does not. */
    readonly digests: boolean;
  };
  readonly gate: Rules;
};

type ArtifactRequest = {
  /** Arguments to start static artifacts with, to prove that they start; none: they are not started. */
  readonly prove: readonly string[];
};
