import type { Inspection } from "../inspect/artifact.ts";
import type { LinkMode } from "../inspect/link-mode.ts";
import type { LinkageKind } from "../inspect/linkage.ts";
import type { PlannedCell } from "../plan/plan.ts";
import type { BuildSettings } from "../predict/link-facts.ts";
import type { Forecast } from "../predict/forecast.ts";
import type { Prediction } from "../predict/predict.ts";
import type { Proof } from "../prove/judge.ts";
import type { FindingKind, FindingLevel } from "./catalog.ts";
import type { CgoUser } from "./cgo-users.ts";

/** Something worth telling about a cell. */
export type Finding = {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  /** One sentence: what was seen. */
  readonly message: string;
  /** Of what became worse or breaks a rule: why, which the message says as well; null for all others. */
  readonly cause: string | null;
  /** What to do about it; null when there is nothing to do. */
  readonly fix: string | null;
  /** The line of the caller's own code that it comes from, relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
};

/** How a cell is built; not known of a file that something else built. */
export type Making = {
  readonly cell: PlannedCell;
  readonly settings: BuildSettings;
  readonly prediction: Prediction;
  readonly forecast: Forecast;
};

/** All that is known of one program, built or predicted. */
export type Facts = {
  readonly making: Making | null;
  /** null before a build, and after one that failed. */
  readonly inspection: Inspection | null;
  /** What the go command and the linkers printed. */
  readonly output: string;
  readonly users: readonly CgoUser[];
  readonly proof: Proof | null;
};

export type Detected = Omit<Finding, "cause" | "file" | "line"> & {
  /** The package whose import is to blame. */
  readonly about: string | null;
};

export type Detector = (facts: Facts) => Detected | undefined;

/** A finding that no import is to blame for. */
export function finding(
  kind: FindingKind,
  level: FindingLevel,
  [message, fix]: readonly [string, string | null],
): Detected {
  return { kind, level, message, fix, about: null };
}

/** The linkage that is, else the one that will be. */
export function kindOf({ inspection, making }: Facts): LinkageKind | "fails" | null {
  return inspection === null ? (making?.prediction.linkage.kind ?? null) : inspection.linkage.kind;
}

export function modeOf({ inspection, making }: Facts): LinkMode {
  return inspection === null ? (making?.prediction.link.mode ?? "unknown") : inspection.linkMode;
}

export function isStatic(facts: Facts): boolean {
  const kind = kindOf(facts);
  return kind === "static" || kind === "static-pie";
}

export function isDynamic(facts: Facts): boolean {
  return kindOf(facts) === "dynamic";
}

/** Dynamic for the loader alone. */
export function isLoaderOnly({ inspection, making }: Facts): boolean {
  return inspection === null ? (making?.prediction.linkage.loaderOnly ?? false) : inspection.linkage.loaderOnly;
}
