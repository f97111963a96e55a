import { renderAdvice } from "./markdown-advice.ts";
import { renderAlert, renderAttention } from "./markdown-attention.ts";
import { always, fit, optional } from "./markdown-fit.ts";
import { renderCounts, renderHeading } from "./markdown-how.ts";
import { renderFindings } from "./markdown-notes.ts";
import { linkedCommit } from "./markdown-text.ts";
import type { Report } from "../model/report.ts";

/** What a comment has beside the report. */
type CommentFrame = {
  /** The hidden first line, by which the comment is found again. */
  readonly marker: string;
  /** Where GitHub shows the run with its job summary; null when that is not known. */
  readonly run: string | null;
};

/** Bytes. GitHub takes 65,536 characters, and counts them in its own way. */
const sizeLimit = 60_000;

/**
 * The report as a comment on a pull request: the verdict, what is wrong with its causes, and what to ship, as in the job summary,
 * which has all the rest.
 */
export function renderComment(report: Report, { marker, run }: CommentFrame): string {
  const sections = [
    always(`${marker}\n${renderHeading(report)}`),
    always(renderCounts(report)),
    ...optional("the verdict in detail", renderAlert(report)),
    ...optional("causes and what fails", renderAttention(report)),
    ...optional("what to ship", renderAdvice(report)),
    ...optional("findings", renderFindings(report)),
    always(renderFooter(report, run)),
  ];
  // GitHub refuses text that is not well-formed Unicode.
  return fit(sections, sizeLimit, "job summary").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Ours to the last character: a later run reads the number of this one from it. */
function renderFooter({ source }: Report, run: string | null): string {
  const summary = run === null ? "job summary" : `[job summary](${run})`;
  const commit = source === null ? "" : ` of ${linkedCommit(source.sha, source)}`;
  return `The whole report${commit} is in the ${summary}.`;
}
