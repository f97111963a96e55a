import { type LinkInput, reasonsOfInputs } from "../inspect/link-inputs.ts";
import type { LinkMode, Artifact } from "../model/artifact.ts";
import type { CheckedPrediction } from "../model/prediction.ts";

/**
 * The linker that made the artifact, as the artifact shows it, and why it was that one: see linkReasons.
 */
export function linkOf(
  artifact: Artifact | null,
  prediction: CheckedPrediction | null,
  inputs: readonly LinkInput[] | undefined,
): { readonly mode: LinkMode; readonly reasons: readonly string[] } {
  const mode = artifact?.inspection.linkMode ?? "unknown";
  return { mode, reasons: linkReasons(mode, prediction, inputs) };
}

/**
 * Why the linker that made the artifact was the one, in the order in which the reasons would each have been enough. `inputs`:
 * what the linker was given, for a build that turned out otherwise than predicted.
 */
function linkReasons(
  mode: LinkMode,
  prediction: CheckedPrediction | null,
  inputs: readonly LinkInput[] | undefined,
): readonly string[] {
  if (mode === "unknown" || prediction === null) return [];
  if (mode === prediction.mode) return prediction.reasons;
  const reasons = inputs === undefined ? [] : reasonsOfInputs(mode, inputs);
  return reasons.length > 0 ? reasons : ["no rule, and nothing that the linker was given, shows why"];
}
