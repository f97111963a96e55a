import { describeCounts, isPredicted, plural, shippedCells, skippedWords } from "../words.ts";
import { type Block, type Inline, list, name, type Phrase, sentence, text } from "./model.ts";
import { closed, commit } from "./phrases.ts";
import type { Problem } from "../problems.ts";
import type { Report } from "../../model/report.ts";

/** How what ships is built, and what it was compared with. */
export function describeContext(report: Report, problems: readonly Problem[]): Block[] {
  const { ship, cells } = report;
  const predicted = cells.some(isPredicted);
  const built: Phrase =
    ship === null
      ? [`${describeCounts(report)}.`]
      : [predicted ? "Predicted, not built. Ships as " : "Ships as ", name(ship), "."];
  const skipped = skippedWords(report);
  const left = skipped === null ? [] : [" Skipped (not executables): ", closed(skipped)];
  return [text(...built, ...left, ...describeComparison(report, problems)), ...describeMissingBase(report)];
}

function describeComparison(report: Report, problems: readonly Problem[]): Phrase {
  const { sha, source } = report.baseline;
  if (sha === null) return [];
  const base = commit(sha, report);
  if (source === "policy") return [" Only the rules were compared with ", base, "."];
  if (problems.some(({ kind, target }) => kind === "baseline" && target === null)) return [];
  const rebuilt = new Set(
    shippedCells(report).flatMap(({ base: before, package: path }) => (before?.from === "build" ? [path] : [])),
  ).size;
  const isWorse = problems.some(
    ({ kind, outcome }) => kind === "regression" || kind === "missing" || (kind === "build" && outcome === "fail"),
  );
  const how = rebuilt === 0 ? "" : ` (${plural(rebuilt, "program")} rebuilt)`;
  return [" Compared with ", base, isWorse ? `${how}.` : `${how}: no regression.`];
}

/** What was tried to find a base, and what it means that there is none. */
function describeMissingBase(report: Report): Block[] {
  const { baseline, verdict } = report;
  const missing = verdict.judgements.find(({ kind, target }) => kind === "baseline" && target === null);
  if (missing === undefined) return [];
  const effect =
    missing.outcome === "fail"
      ? "This fails the run: on-missing-baseline: fail or baseline: build is set, or this machine is at fault."
      : "This only warns. To fail without a base commit, set on-missing-baseline: fail.";
  const init: Inline = name("go-linkage policy init");
  const blocks = [
    text("Regressions cannot be detected without the base commit. What was tried:"),
    list(
      baseline.steps.map((step) => [sentence(step)]),
      true,
    ),
    text(effect, " Rules work without one: ", init, " writes a first policy from what ships now."),
  ];
  return [{ kind: "alert", outcome: missing.outcome === "fail" ? "fail" : "note", blocks }];
}
