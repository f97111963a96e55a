import { strategyRank } from "../go/strategies.ts";
import { formatNames } from "./formats.ts";
import { countCells } from "./make-report.ts";
import { catalog } from "../model/catalog.ts";
import { isStandalone, isWithoutLinkage } from "../model/cell.ts";
import type { Report, Cell } from "../model/report.ts";

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
  "regression-count",
  "missing-count",
  "baseline-source",
  "baseline-sha",
  ...formatNames.map((name) => `report-${name}` as const),
  "plan",
  "matrix",
  "go-version",
  "go-root",
  "go-source",
  "go-sha256",
  "cache-hit",
  "cache-key",
  "cache-matched-key",
] as const;

export type OutputName = (typeof outputNames)[number];

/** The outputs that the report itself holds; the paths are added by the door that writes the files. */
export function outputsOf(report: Report): Partial<Record<OutputName, string>> {
  const counts = countCells(report.cells);
  const cached = report.cache?.entries.find(({ name }) => name === "build");
  const shipped = report.cells.filter(({ role }) => role === "ships");
  const asked = shipped.filter((cell) => !isWithoutLinkage(cell));
  return {
    verdict: report.verdict.outcome,
    reason: report.verdict.reason,
    "all-static": String(asked.length > 0 && asked.every(isStandalone)),
    "recommended-strategy": recommendedForAll(report),
    "static-count": String(counts.static),
    "dynamic-count": String(counts.dynamic),
    "failed-count": String(counts.failed),
    "total-count": String(counts.total),
    "regression-count": String(report.cells.filter(isRegression).length),
    "missing-count": String(report.baseline.gone.length),
    "baseline-source": report.baseline.source,
    "baseline-sha": report.baseline.sha ?? "",
    ...goOutputs(report),
    "cache-hit": String(cached?.hit === "exact"),
    "cache-key": cached?.key ?? "",
    "cache-matched-key": cached?.matchedKey ?? "",
  };
}

/** Of several machines, what all of them have in common. */
function goOutputs({ environment, machines }: Report): Partial<Record<OutputName, string>> {
  const all = [environment, ...machines.map((machine) => machine.environment)].flatMap((each) => each?.go ?? []);
  const [go] = all;
  if (go === undefined || all.some(({ version }) => version !== go.version)) return {};
  return { "go-version": go.version, "go-root": go.root ?? "", "go-source": go.source, "go-sha256": go.sha256 ?? "" };
}

function isRegression({ findings }: Cell): boolean {
  return findings.some(({ kind }) => catalog[kind].foundBy === "base");
}

/**
 * One strategy for all targets: the heaviest of those recommended, if it is as good for the others too; else none. A target
 * that is static as it is goes along with any.
 */
function recommendedForAll({ recommendation, cells }: Report): string {
  const names = [...new Set(recommendation.map(({ strategy }) => strategy))].filter((name) => name !== null);
  const isOpen = recommendation.some(({ strategy, platform }) => strategy === null && !platform.endsWith("/wasm"));
  if (isOpen) return "";
  const heaviest = names.toSorted((a, b) => strategyRank(a) - strategyRank(b)).at(-1);
  if (heaviest === undefined) return "";
  const fits = cells.filter((cell) => cell.strategy === heaviest && !isWithoutLinkage(cell)).every(isStandalone);
  return fits ? heaviest : "";
}
