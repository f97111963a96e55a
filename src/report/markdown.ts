import { groupBy } from "../text/group-by.ts";
import { always, fit, optional } from "./markdown-fit.ts";
import { renderAlert, renderAttention } from "./markdown-attention.ts";
import { renderShipped, renderTargets } from "./markdown-grids.ts";
import { renderCounts, renderHeading, renderHow } from "./markdown-how.ts";
import { renderFindings, renderLinkages, renderOutputs } from "./markdown-notes.ts";
import { renderAdvice } from "./markdown-advice.ts";
import { escapeText } from "./markdown-text.ts";
import { tableKey } from "./words.ts";
import type { Report } from "../model/report.ts";

/**
 * Bytes of UTF-8. GitHub takes 1 MiB for a step and drops all of it when it is longer; secrets that it masks can make it grow, and a
 * page of that size helps nobody.
 */
const sizeLimit = 128 * 1024;

/** The report as GitHub-flavoured Markdown, for the job summary: the verdict, what to do about it, what ships, and the rest folded. */
export function renderMarkdown(report: Report): string {
  const targets = groupBy(report.cells, tableKey);
  const sections = [
    always(renderHeading(report)),
    always(renderCounts(report)),
    ...renderAlert(report).map(always),
    ...renderAttention(report).map(always),
    ...optional("what to ship", renderAdvice(report)),
    ...optional("what ships", renderShipped(report)),
    ...optional("findings", renderFindings(report)),
    ...optional("all strategies", renderTargets(report, targets)),
    ...optional("what the binaries need", renderLinkages(report)),
    ...optional("output of failed builds", renderOutputs(report)),
    always(renderHow(report)),
  ];
  return fit(sections, sizeLimit, "JSON report");
}

/** The job summary of a run that came to no report: by the caller's mistake, or by our own. */
export function renderNoReport(message: string, blame: "caller" | "machine" | "nobody" | "bug"): string {
  const origin = {
    caller: "Nothing was judged: fix the step's inputs or the config file.",
    machine: "Nothing was judged: fix this on the machine, or run the job again.",
    nobody: "Nothing was judged: the run was interrupted.",
    bug: "Nothing was judged. This is a bug in go-linkage: please report it with the log of this step.",
  }[blame];
  return `## ❌ Static linking: not checked\n\n> [!CAUTION]\n> ${escapeText(message)}\n\n${origin}\n`;
}
