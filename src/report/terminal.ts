import pc from "picocolors";
import { groupBy } from "../text/group-by.ts";
import { cutMiddle } from "../text/columns.ts";
import { headline } from "./headline.ts";
import { renderAdvice } from "./terminal-advice.ts";
import { isChange, renderFindings, renderReasons, renderWorse } from "./terminal-findings.ts";
import { renderMatrix } from "./terminal-matrix.ts";
import { marked, type Page, prose } from "./terminal-page.ts";
import { renderChains, renderTarget } from "./terminal-tables.ts";
import { cellOf, describeCounts, shortNames, skippedWords, tableKey } from "./words.ts";
import type { Report } from "../model/report.ts";

export type TerminalStyle = {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
};

/** Columns of a program's name where it stands among others. */
const nameAtMost = 48;
/** With more targets the tables are one of words: what a target needs is in the JSON report. */
const detailedTargets = 3;

/**
 * The report for a person at a terminal. In the order in which people ask: did it pass, what became worse and why, what is there,
 * what else is wrong, and what to do.
 */
export function renderTerminal(report: Report, style: TerminalStyle): string {
  const names = shortNames([...report.cells, ...report.baseline.gone].map((each) => each.package));
  const nameOf = (path: string): string => cutMiddle(names.get(path) ?? path, nameAtMost);
  const page: Page = { colors: pc.createColors(style.color), width: style.width, nameOf };
  const targets = groupBy(report.cells, tableKey);
  const isOneTarget = targets.length === 1;
  const isDetailed = targets.length <= detailedTargets;
  const sections = [
    [...renderVerdict(report, page), ...renderSummary(report, isOneTarget, page)].join("\n"),
    renderWorse(report, page).join("\n"),
    ...(isDetailed
      ? targets.map((cells) => renderTarget(cells, page).join("\n"))
      : [
          ...renderMatrix(report.cells, report.ship, page),
          ...renderReasons(report, page),
          ...renderUsers(report, page),
        ]),
    ...renderFindings(report, isOneTarget, page),
    ...renderAdvice(report, isOneTarget, page),
  ];
  return `${withoutCommands(sections.filter((section) => section !== "").join("\n\n"))}\n`;
}

/** In a step of a workflow the runner reads a line that begins so as a command to it (ActionCommand.cs of actions/runner). */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*)(?::(:)|#(#)(?=\[))/gm, "$1 $2$3");
}

function renderVerdict(report: Report, page: Page): string[] {
  const { verdict } = report;
  const { colors } = page;
  const paint = { pass: colors.green, warn: colors.yellow, fail: colors.red }[verdict.outcome];
  const badge = { text: `${verdict.outcome.toUpperCase()} `, paint: (text: string) => colors.bold(paint(text)) };
  // What became worse is told with its cause further down.
  const [first] = verdict.judgements;
  const isReported = first !== undefined && cellOf(first, report)?.findings.some(isChange) === true;
  return marked(badge, isReported ? headline(report, (name) => name) : verdict.reason, page);
}

/** How many of what, and what was done about the base; one target is counted by its table. */
function renderSummary(report: Report, isOneTarget: boolean, page: Page): string[] {
  const { sha, steps } = report.baseline;
  const isReported = sha !== null || steps.length > 1;
  const skipped = skippedWords(report);
  const base = sha === null ? "base" : `base ${sha.slice(0, 10)}`;
  return [
    ...(isOneTarget ? [] : prose(describeCounts(report), page, 6)),
    ...(isReported ? prose(`${base}: ${steps.at(-1) ?? "compared"}`, page, 6).map(page.colors.dim) : []),
    ...(skipped === null ? [] : prose(`skipped: ${skipped}`, page, 6).map(page.colors.dim)),
  ];
}

/** Of what was built the findings name them. */
function renderUsers({ cells }: Report, page: Page): string[] {
  const predicted = cells.filter(({ status }) => status === "predicted");
  return [renderChains(predicted, page).slice(1).join("\n")];
}
