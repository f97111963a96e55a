import { buildLine } from "./build-line.ts";
/** The verdict in words, what was counted, and how it was found out. */

import { describeCache } from "../cache/describe-cache.ts";
import { code, details, escapeText, fence, linkedCommit } from "./markdown-text.ts";
import { countCells } from "./make-report.ts";
import { headline, plural } from "./headline.ts";
import { skippedWords } from "./words.ts";
import type { Report, Cell } from "../model/report.ts";

const icons = { pass: "✅", warn: "⚠️", fail: "❌" } as const;

export function renderHeading(report: Report): string {
  return `## ${icons[report.verdict.outcome]} Static linking: ${headline(report, code)}`;
}

export function renderCounts(report: Report): string {
  const { cells, ship } = report;
  const shippedText = ship === null ? "" : ` ${code(ship)} is the strategy that ships.`;
  if (cells.some(({ status }) => status === "predicted"))
    return `**${plural(cells.length, "build")}, all predicted.**${shippedText}`;
  const counts = countCells(cells);
  const parts = [
    `${counts.static} static`,
    ...(counts.system > 0 ? [`${counts.system} system libraries only`] : []),
    `${counts.dynamic} dynamic`,
    ...(counts.other > 0 ? [`${counts.other} not judged`] : []),
    `${counts.failed} failed`,
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ];
  const noun = plural(counts.total, ship === null ? "file" : "build");
  return `**${noun}: ${parts.join(", ")}.**${shippedText}${describeComparison(report)}`;
}

function describeComparison({ baseline, source, verdict }: Report): string {
  const { sha } = baseline;
  if (sha === null) return "";
  const base = linkedCommit(sha, source);
  const isWorse = verdict.judgements.some(
    ({ kind, outcome }) => kind === "regression" || kind === "missing" || (kind === "build" && outcome === "fail"),
  );
  if (isWorse) return ` Compared with ${base}.`;
  if (baseline.source === "policy") return ` Only the policy was compared with ${base}.`;
  return verdict.judgements.some(({ kind }) => kind === "baseline") ? "" : ` No regression against ${base}.`;
}

export function renderHow(report: Report): string {
  const { environment, cells, ship, cache, policy, baseline } = report;
  const { go, cc, image } = environment;
  const on = image === null ? "" : `, image ${code(image)}`;
  const lines = [
    ...(go === null ? [] : [`- ${escapeText(go.why)}`]),
    ...(go === null ? [] : [`- C compiler: ${cc === null ? "none" : code(cc.version)}${on}`]),
    ...(cache === null ? [] : [`- ${escapeText(describeCache(cache))}.`]),
    ...methodNotes(cells),
    ...describeSkipped(report),
    ...describeBaseline(baseline, report),
    ...describePolicy(policy),
  ];
  const example = cells.find(({ strategy, status }) => strategy === ship && strategy !== null && status === "built");
  const command = example === undefined ? [] : [`To build one of them again:\n\n${fence(buildLine(example), "sh")}`];
  return details("How this was checked, and how to repeat it", [lines.join("\n"), ...command].join("\n\n"));
}

function describePolicy({ file, rules, notes }: Report["policy"]): string[] {
  const read = file === null ? [] : [`${code(file)} has ${plural(rules, "rule")}`];
  const sentences = [...read, ...notes.map(escapeText)];
  return sentences.length === 0 ? [] : [`- Policy: ${sentences.join("; ")}.`];
}

function describeBaseline({ sha, steps }: Report["baseline"], { source }: Report): string[] {
  if (steps.length === 0) return [];
  const what = sha === null ? "Not compared with a base commit" : `Compared with ${linkedCommit(sha, source)}`;
  return [`- ${what}: ${escapeText(steps.join("; "))}.`];
}

function describeSkipped(report: Report): string[] {
  const skipped = skippedWords(report, code);
  return skipped === null ? [] : [`- Skipped, because they are no programs: ${skipped}.`];
}

function methodNotes(cells: readonly Cell[]): string[] {
  if (cells.some(({ status }) => status === "predicted")) {
    return ["- Nothing was built: linker and linkage follow from Go's own rules, the flags and the sources."];
  }
  const started = cells.some(({ proof }) => proof !== null && proof.result !== "not-proven");
  const executed = started ? "Static files were started in an empty root." : "Nothing was executed.";
  return [`- Linkage is read from each file's program headers (\`PT_INTERP\`, \`PT_DYNAMIC\`). ${executed}`];
}
