import type { FailKind, Policy } from "./policy.ts";

/** The inputs, read and checked as far as that is possible without looking at the world. */
export type Request = CheckRequest | InspectRequest;

/** Judge files that something else built. */
export type InspectRequest = {
  readonly mode: "inspect";
  readonly workingDirectory: string;
  /** Paths and globs. */
  readonly binaries: readonly string[];
  /** Arguments to start static files with, to prove that they start; none: they are not started. */
  readonly prove: readonly string[];
  /** Whether anybody will read the SHA-256 of the files: hashing reads them whole, judging does not. */
  readonly digests: boolean;
  readonly require: "static" | "none";
  readonly failOn: readonly FailKind[];
  /** What becomes of a program that only a change to the policy excuses. */
  readonly policyRelaxation: "warn" | "fail";
  readonly policy: Policy;
};

/** Build under the strategies and judge, or (`explain`) say without a build what would come out. */
export type CheckRequest = {
  readonly mode: "check" | "explain";
  readonly workingDirectory: string;
  readonly packages: readonly string[];
  /** Empty: the platform that `go build` would build for. */
  readonly platforms: readonly string[];
  readonly strategies: readonly string[];
  readonly ship: string;
  readonly require: "static" | "none";
  readonly flags: readonly string[];
  readonly goVersion: string | null;
  readonly goVersionFile: string | null;
  /** URLs, separated by blanks or lines. */
  readonly goDownloadBaseUrl: string;
  readonly goSha256: string | null;
  readonly outputDir: string | null;
  /** Whether to restore and save Go's caches; the command line never does. */
  readonly cache: "auto" | "true" | "false";
  /** Arguments to start static artifacts with, to prove that they start; none: they are not started. */
  readonly prove: readonly string[];
  /** `auto`: what the event of the workflow run says. */
  readonly baseline: "auto" | "policy" | "build" | "none";
  /** A branch, tag or commit to compare with; null: what the event says. */
  readonly baselineRef: string | null;
  readonly failOn: readonly FailKind[];
  readonly onMissingBaseline: "warn" | "fail" | "pass";
  /** What becomes of a program that only a change to the policy excuses. */
  readonly policyRelaxation: "warn" | "fail";
  readonly policy: Policy;
};
