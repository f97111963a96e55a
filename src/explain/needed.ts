import { hasError, hazardsOf, isPromising, lacksProof, rank } from "./candidates.ts";
import { isStandalone, isWithoutLinkage, type OwnCell } from "../model/cell.ts";
import type { PlannedCell } from "../model/plan.ts";
import { groupBy } from "../text/group-by.ts";

// What has to be built where not everything is (`build: needed`). All cells come in as predictions, and are built bit by bit.

/**
 * What is judged, but for programs that are the same as on the base commit; and of every program that is built the strategies of which
 * nobody knows what comes out.
 */
export function neededAtFirst(cells: readonly OwnCell[], unchanged: ReadonlySet<PlannedCell>): readonly PlannedCell[] {
  return targetsOf(cells).flatMap((target) => {
    const judged = target.filter(({ role, planned }) => role !== "compared" && !unchanged.has(planned));
    const open = judged.length === 0 ? [] : target.filter((cell) => cell.role === "compared" && isUnknown(cell));
    return [...judged, ...open].filter(isPredicted).map(({ planned }) => planned);
  });
}

/**
 * Of each program that does not ship as it should, the next build that could prove the advice: the simplest strategy that is expected
 * to be static. None once one is proven. `isKept`: whether a judged cell keeps what is asked of it.
 */
export function neededForProof(cells: readonly OwnCell[], isKept: (cell: OwnCell) => boolean): readonly PlannedCell[] {
  return targetsOf(cells).flatMap((target) => {
    const judged = target.filter(({ role, status }) => role !== "compared" && status !== "predicted");
    if (judged.every((cell) => isKept(cell) && isGood(cell))) return [];
    const isBroken = judged.some((cell) => cell.status !== "built" || !isKept(cell));
    for (const cell of target.filter(isPromising).toSorted((a, b) => rank(a) - rank(b))) {
      if (!isPredicted(cell)) return [];
      // What does not build as it ships may not build in another way either, whatever the rules of linking say.
      if (isBroken || lacksProof(cell, { onlyProven: true })) return [cell.planned];
      return [];
    }
    return [];
  });
}

function targetsOf(cells: readonly OwnCell[]): (readonly OwnCell[])[] {
  return groupBy(cells, ({ package: path, platform }) => `${path}\n${platform}`);
}

function isPredicted({ status }: OwnCell): boolean {
  return status === "predicted";
}

/** A build would tell. Of a WebAssembly module or an archive there is nothing to be told. */
function isUnknown({ prediction }: OwnCell): boolean {
  return prediction?.linkage === null && prediction.certainty !== "certain";
}

/** There is nothing to advise. */
function isGood(cell: OwnCell): boolean {
  if (cell.status === "built" && isWithoutLinkage(cell)) return true;
  return cell.status === "built" && isStandalone(cell) && hazardsOf(cell).length === 0 && !hasError(cell);
}
