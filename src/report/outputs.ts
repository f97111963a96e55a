import { isStandalone } from "../explain/recommend.ts";
import { remedyOrder } from "../plan/strategies.ts";
import { countCells, type Report } from "./report.ts";

/** The outputs of the action, all small; all are set on every path, empty where there is nothing to say. */
export const outputNames = [
  "verdict",
  "reason",
  "all-static",
  "recommended-strategy",
  "static-count",
  "dynamic-count",
  "failed-count",
  "total-count",
  "report-json",
  "report-markdown",
  "go-version",
  "go-source",
] as const;

export type OutputName = (typeof outputNames)[number];

/** The outputs that the report itself holds; the paths are added by the door that writes the files. */
export function outputsOf(report: Report): Partial<Record<OutputName, string>> {
  const counts = countCells(report.cells);
  const shipped = report.cells.filter(({ strategy }) => strategy === report.ship);
  return {
    verdict: report.verdict.outcome,
    reason: report.verdict.reason,
    "all-static": String(shipped.length > 0 && shipped.every(isStandalone)),
    "recommended-strategy": recommendedForAll(report),
    "static-count": String(counts.static),
    "dynamic-count": String(counts.dynamic),
    "failed-count": String(counts.failed),
    "total-count": String(counts.total),
    "go-version": report.environment.go?.version ?? "",
    "go-source": report.environment.go?.source ?? "",
  };
}

/**
 * One strategy for all targets: the heaviest of those recommended, if it is as good for the others too; else none. A target
 * that is static as it is goes along with any.
 */
function recommendedForAll({ recommendation, cells }: Report): string {
  const order = ["default", ...remedyOrder];
  const names = recommendation.map(({ strategy }) => strategy);
  if (names.some((name) => name === null)) return "";
  const heaviest = order.findLast((name) => names.includes(name));
  if (heaviest === undefined) return "";
  const fits = cells.filter(({ strategy }) => strategy === heaviest).every(isStandalone);
  return fits ? heaviest : "";
}
