import { findMachineFault } from "../go/machine-faults.ts";
import type { Inspection } from "../model/artifact.ts";
import type { InspectedCell } from "../model/cell.ts";
import type { PredictedLinkage, Prediction, CheckedPrediction } from "../model/prediction.ts";

/** The prediction, compared with what became of the cell. */
export function checkPrediction({ link, linkage }: Prediction, { build, artifact }: InspectedCell): CheckedPrediction {
  const inspection = artifact?.inspection;
  const { kind, loaderOnly, crashes, because, unseen } = linkage;
  return {
    mode: link.mode,
    linkage: kind,
    loaderOnly,
    crashes,
    reasons: link.mode === null ? [] : link.reasons,
    because,
    certainty: unseen.length === 0 ? "certain" : "likely",
    unseen,
    agrees: inspection === undefined ? agreesWithFailure(kind, build) : agrees(link.mode, linkage, inspection),
  };
}

/** A build that fails on account of the machine says nothing of the rules, and one that left no file is no failed build. */
function agreesWithFailure(kind: PredictedLinkage["kind"], build: InspectedCell["build"]): boolean | null {
  if (build.status !== "failed" || kind === null) return null;
  if (kind === "fails") return true;
  return findMachineFault(build.output) === null ? false : null;
}

function agrees(mode: CheckedPrediction["mode"], predicted: PredictedLinkage, inspection: Inspection): boolean | null {
  const { linkage, linkMode } = inspection;
  if (predicted.kind === null || linkage.kind === "packed" || linkage.kind === "unreadable") return null;
  const sameMode = linkMode === "unknown" || linkMode === mode;
  // A foreign library on a system that always has its own: nobody can see from here which of them is the system's.
  const sameKind = predicted.kind === linkage.kind;
  // The other way round proves nothing: a function that is imported and never called leaves no library.
  return sameMode && sameKind && (!predicted.loaderOnly || linkage.loaderOnly);
}
