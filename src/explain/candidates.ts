import { effectiveLinkerFlags } from "../go/go-flags.ts";
import { adviceOn, strategyRank } from "../go/strategies.ts";
import { canBeStatic } from "../predict/platform-rules.ts";
import { librariesOf } from "../predict/predict-linkage.ts";
import { catalog } from "../model/catalog.ts";
import type { KindOfFinding } from "../model/finding-kind.ts";
import { isStandalone, type OwnCell } from "../model/cell.ts";
import { hasCgo, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/** What counts as a proof: with `onlyProven` a build or a certain prediction, else also what should come out. */
export type ProofDemand = { readonly onlyProven: boolean };

/** Strategies to recommend: known to be static, and without a hazard. */
export function isRecommendable(cell: OwnCell, demand: ProofDemand): boolean {
  return isPromising(cell) && !lacksProof(cell, demand);
}

/** A command that may fail for a library is no advice: only a build shows whether this machine has it as a static one. */
export function lacksProof(
  { status, prediction, planned: { graph, package: main } }: OwnCell,
  { onlyProven }: ProofDemand,
): boolean {
  if (status !== "predicted") return false;
  if (onlyProven && prediction?.certainty !== "certain") return true;
  if (prediction?.mode !== "external") return false;
  return librariesOf({ packages: [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []) }).length > 0;
}

/** Static, or expected to be, and nothing is known that speaks against shipping it. */
export function isPromising(cell: OwnCell): boolean {
  const { planned } = cell;
  const isMeant =
    isRemedy(cell) || (adviceOn(planned.strategy.name).for === "pure" && (isPure(planned) || isForced(cell)));
  return isMeant && hazardsOf(cell).length === 0 && !hasError(cell) && isStandalone(cell);
}

/** The caller's own flags have the C compiler link, whatever the imports are. */
export function isForced({ planned }: OwnCell): boolean {
  const mode = effectiveLinkerFlags(planned.flags, [], planned).findLast(({ name }) => name === "-linkmode")?.value;
  return planned.cgoEnv.CGO_ENABLED === "1" && mode === "external";
}

export function hasError({ findings }: OwnCell): boolean {
  return findings.some(({ level }) => level === "error");
}

/** Static whatever the machine: also with cgo on no package would use it. */
function isPure({ cgoGraph, package: main, platform }: PlannedCell): boolean {
  // Where no program is static, cgo needs no more than the system itself.
  if (!canBeStatic(platform.goos)) return true;
  return !hasCgo(cgoGraph, main);
}

/** What speaks against shipping it although it is static. */
export function hazardsOf(cell: OwnCell): readonly KindOfFinding[] {
  return cell.findings.map(({ kind }) => catalog[kind]).filter(({ isHazard }) => isHazard === true);
}

export function rank({ planned }: OwnCell): number {
  return strategyRank(planned.strategy.name);
}

export function isRemedy({ planned }: OwnCell): boolean {
  return adviceOn(planned.strategy.name).for === "any";
}
