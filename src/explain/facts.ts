import { catalog, type FindingKind } from "../model/catalog.ts";
import type { LinkageKind, LinkMode, Inspection } from "../model/artifact.ts";
import type { Finding, CgoUser, Place } from "../model/finding.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { BuildSettings, Prediction, CheckedPrediction } from "../model/prediction.ts";
import type { Proof } from "../model/proof.ts";

/** How a cell is built; not known of a file that something else built. */
export type BuildContext = {
  readonly cell: PlannedCell;
  readonly settings: BuildSettings;
  readonly prediction: Prediction;
  readonly checked: CheckedPrediction;
};

/** A package that is made of other files than with cgo. */
export type CgoSwap = {
  readonly package: string;
  /**
   * What those files do: some functions only return an error or panic; all do nothing; there is working code; there are no functions,
   * so the cgo files are left out and nothing takes their place; the files could not be read.
   */
  readonly kind: "refusing" | "idle" | "working" | "gone" | "unknown";
  /** The functions that do nothing of what they are called. */
  readonly functions: readonly string[];
};

/** All that is known of one program, built or predicted. */
export type Facts = {
  readonly context: BuildContext | null;
  /** null before a build, and after one that failed. */
  readonly inspection: Inspection | null;
  /** What the go command and the linkers printed. */
  readonly output: string;
  readonly users: readonly CgoUser[];
  readonly proof: Proof | null;
  readonly swaps: readonly CgoSwap[];
};

export type Detected = Omit<Finding, "cause" | keyof Place> & {
  /** The package whose import is to blame. */
  readonly about: string | null;
  /** Where it stands, if that is no import. */
  readonly at?: Place;
};

export type Detector = (facts: Facts) => Detected | undefined;

/** A finding with the level of its kind, and that no import is to blame for, unless `more` says otherwise. */
export function finding(
  kind: FindingKind,
  [message, fix]: readonly [string, string | null],
  more: Partial<Pick<Detected, "level" | "about" | "at" | "packages">> = {},
): Detected {
  const packages = more.about == null ? [] : [more.about];
  return { kind, level: catalog[kind].level, message, fix, about: null, packages, ...more };
}

/** The linkage that is, else the one that will be. */
export function kindOf({ inspection, context }: Facts): LinkageKind | "fails" | null {
  return inspection === null ? (context?.prediction.linkage.kind ?? null) : inspection.linkage.kind;
}

export function modeOf({ inspection, context }: Facts): LinkMode {
  return inspection === null ? (context?.prediction.link.mode ?? "unknown") : inspection.linkMode;
}

export function isStatic(facts: Facts): boolean {
  const kind = kindOf(facts);
  return kind === "static" || kind === "static-pie";
}

export function isDynamic(facts: Facts): boolean {
  return kindOf(facts) === "dynamic";
}

/** Dynamic for the loader alone. */
export function isLoaderOnly({ inspection, context }: Facts): boolean {
  return inspection === null ? (context?.prediction.linkage.loaderOnly ?? false) : inspection.linkage.loaderOnly;
}
