import { groupBy } from "../group-by.ts";
import { headline } from "./headline.ts";
import { renderAlert, renderAttention } from "./markdown-attention.ts";
import { renderShipped, renderTargets } from "./markdown-grids.ts";
import { renderCounts, renderHow } from "./markdown-how.ts";
import { renderFindings, renderLinkages, renderOutputs } from "./markdown-notes.ts";
import { renderAdvice } from "./markdown-advice.ts";
import { code, escapeText } from "./markdown-text.ts";
import type { Report } from "./report.ts";
import { tableKey } from "./words.ts";

/** A part of the page. What is least important goes first where there is too much. */
export type Section = {
  /** What is said to be left out; null for what is never left out. */
  readonly name: string | null;
  readonly text: string;
};

/**
 * Bytes of UTF-8. GitHub takes 1 MiB for a step and drops all of it when it is longer; secrets that it masks can make it grow, and a
 * page of that size helps nobody.
 */
const sizeLimit = 128 * 1024;

const icons = { pass: "✅", warn: "⚠️", fail: "❌" } as const;

/** The report as GitHub-flavoured Markdown, for the job summary: the verdict, what to do about it, what ships, and the rest folded. */
export function renderMarkdown(report: Report): string {
  const targets = groupBy(report.cells, tableKey);
  const always = (text: string): Section => ({ name: null, text });
  const optional = (name: string, texts: readonly string[]): Section[] => texts.map((text) => ({ name, text }));
  const sections = [
    always(`## ${icons[report.verdict.outcome]} Static linking: ${headline(report, code)}`),
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
  return `${fit(sections, sizeLimit).join("\n\n")}\n`;
}

/** Leaves out from the end until the rest has room, and says so. */
function fit(sections: readonly Section[], limit: number): string[] {
  const size = (text: string): number => new TextEncoder().encode(text).length + 2;
  let left = limit - 500 - sections.reduce((sum, { name, text }) => sum + (name === null ? size(text) : 0), 0);
  const omitted = new Map<string, number>();
  const kept = sections.filter(({ name, text }) => {
    if (name === null) return true;
    left -= size(text);
    if (left >= 0) return true;
    left += size(text);
    omitted.set(name, (omitted.get(name) ?? 0) + 1);
    return false;
  });
  const what = [...omitted].map(([name, count]) => (count === 1 ? name : `${name} (${count})`));
  const note = `*Too long for this page, and in the JSON report: ${what.map(escapeText).join(", ")}.*`;
  return [...kept.map(({ text }) => text), ...(what.length === 0 ? [] : [note])];
}
