import { waysWithoutC } from "../go/known-packages.ts";
import { catalog } from "../model/catalog.ts";
import { reachable } from "../model/packages.ts";
import { crossCompilerFor } from "../plan/c-compiler.ts";
import { cgoOnlyReason } from "../plan/skip.ts";
import { explainBuildError } from "../build/build-errors.ts";
import { type ErrorContext, noContext } from "../build/error-context.ts";
import { artifactDetectors } from "./detect/artifact-findings.ts";
import { causeDetectors } from "./detect/cgo-findings.ts";
import { hazardDetectors } from "./detect/hazard-findings.ts";
import { linkDetectors } from "./detect/link-findings.ts";
import { packedDetectors } from "./detect/packed-findings.ts";
import { settingDetectors } from "./detect/settings-findings.ts";
import type { CgoSwap, Detected, Facts, BuildContext } from "./facts.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { ProvenCell } from "../model/cell.ts";
import { type Finding, type CgoUser, nowhere, type Place } from "../model/finding.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { BuildSettings, CheckedPrediction } from "../model/prediction.ts";

type Evidence = {
  readonly users: readonly CgoUser[];
  readonly settings: BuildSettings;
  /** null for a cell that is skipped. */
  readonly checked: CheckedPrediction | null;
  /** The packages that are made of other files than with cgo. */
  readonly swaps?: readonly CgoSwap[];
  /** Of what a failed build says is wrong. */
  readonly failedAt?: Place;
  /** What is known of a build that failed, beside its output. */
  readonly errorContext?: ErrorContext;
  /** The errors of compilers beside the first one. */
  readonly further?: readonly FurtherError[];
};

/** One more error of a failed build, where it is in the caller's own files. */
export type FurtherError = Place & Pick<Finding, "message">;

/** Everything worth telling about one cell, errors first. */
export function findingsOf(
  { planned: cell, prediction, build, artifact, proof }: ProvenCell,
  { checked, settings, users, failedAt, errorContext = noContext, further = [], swaps = [] }: Evidence,
): Finding[] {
  if (prediction === null || checked === null) return findingsOfSkipped(cell);
  const context: BuildContext = { cell, settings, prediction, checked };
  const inspection = artifact?.inspection ?? null;
  if (build.status === "failed" || (build.status === "built" && artifact === null)) {
    const problem = explainBuildError(build.status === "failed" ? build.output : "", errorContext);
    const { kind, cause } = problem;
    const fix = withOtherWays(problem, cell);
    const failure: Finding = { kind, level: "error", message: cause, cause: null, fix, ...(failedAt ?? nowhere) };
    const settingsToo = detectAll({ context, inspection, output: build.output, users, proof, swaps }, settingDetectors);
    const more = further.map((each): Finding => ({
      kind: "build-failed",
      level: "error",
      cause: null,
      fix: null,
      ...each,
    }));
    return [failure, ...more, ...settingsToo.filter((each) => each.kind !== kind)];
  }
  const output = build.status === "built" ? build.output : "";
  return detectAll({ context, inspection, output, users, proof, swaps });
}

/** Where C code is what fails, what is known to do without it stands behind the fix. */
function withOtherWays({ kind, fix }: ReturnType<typeof explainBuildError>, cell: PlannedCell): string | null {
  if (catalog[kind].failsForLibrary !== true && kind !== "undefined-without-cgo") return fix;
  const packages = [...reachable(cell.cgoGraph, cell.package)].flatMap((path) => cell.cgoGraph.get(path) ?? []);
  const ways = waysWithoutC(packages, cell.flags);
  return ways.length === 0 ? fix : [...(fix === null ? [] : [fix]), ...ways].join(", or ");
}

/** Everything that a file says of itself, whoever built it. `users`: the packages whose cgo calls were found in it. */
export function findingsOfFile(
  file: GivenFile,
  users: readonly CgoUser[],
  all: readonly GivenFile[] = [file],
): Finding[] {
  const { inspection, proof } = file;
  const ofArchive = packedDetectors.map((detect) => () => detect(file, all));
  return detectAll({ context: null, inspection, output: "", users, proof, swaps: [] }, [...detectors, ...ofArchive]);
}

function findingsOfSkipped(cell: PlannedCell): Finding[] {
  const { graph, cgoGraph } = cell;
  if (cgoOnlyReason(cell.package, { graph, cgoGraph, whyOff: "" }) === null) return [];
  const message = cell.skip?.reason ?? "a package has only cgo files";
  const packages = [...reachable(cgoGraph, cell.package)].flatMap((path) => cgoGraph.get(path) ?? []);
  const ways = waysWithoutC(packages, cell.flags);
  // Go passes over a main package without files: then the listing has nothing of it.
  const isOwn =
    (cgoGraph.get(cell.package)?.cgoFiles.length ?? 0) > 0 && (graph.get(cell.package)?.goFiles.length ?? 0) === 0;
  const other = isOwn
    ? "give the program files for builds without cgo (//go:build !cgo)"
    : "replace the package by one without cgo";
  const fix = [keepCgo(cell), ...(ways.length > 0 ? ways : [other])].join(", or ");
  return [{ kind: "cgo-only", level: "info", message, cause: null, fix, ...nowhere }];
}

/** For another platform cgo is off until somebody turns it on. */
function keepCgo({ isNative, cgoEnv, platform }: PlannedCell): string {
  if (isNative || cgoEnv.CGO_ENABLED === "1") return "keep cgo on for this program";
  const compiler = crossCompilerFor(platform);
  return `set CGO_ENABLED=1, and CC to a cross compiler${compiler === null ? "" : ` (${compiler})`}`;
}

const detectors = [...artifactDetectors, ...hazardDetectors, ...linkDetectors, ...settingDetectors, ...causeDetectors];

const order = { error: 0, warning: 1, info: 2 } as const;

function detectAll(facts: Facts, selected: readonly ((facts: Facts) => Detected | undefined)[] = detectors): Finding[] {
  return selected
    .flatMap((detect) => detect(facts) ?? [])
    .toSorted((a, b) => order[a.level] - order[b.level])
    .map(({ about, at, ...rest }) => ({ ...rest, cause: null, ...(at ?? placeOf(facts.users, about)) }));
}

function placeOf(users: readonly CgoUser[], about: string | null): Place {
  const { file, line } = users.find((each) => each.package === about) ?? nowhere;
  return { file, line, column: null };
}
