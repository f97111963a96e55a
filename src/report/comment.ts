import { documentOf } from "./document/document.ts";
import { linkToCommit } from "./commit-links.ts";
import { commentBudget, writeMarkdown } from "./markdown.ts";
import { code } from "../text/markdown.ts";
import type { Report } from "../model/report.ts";

/** What a comment has beside the report. */
type CommentFrame = {
  /** The hidden first line, by which the comment is found again. */
  readonly marker: string;
  /** Where GitHub shows the run with its job summary; null when that is not known. */
  readonly run: string | null;
};

/** The report as a comment on a pull request: as in the job summary, which has all the rest. */
export function renderComment(report: Report, { marker, run }: CommentFrame): string {
  const [heading = "", ...blocks] = writeMarkdown(documentOf(report), commentBudget);
  const text = [`${marker}\n${heading}`, ...blocks, renderFooter(report, run)].join("\n\n");
  // GitHub refuses text that is not well-formed Unicode.
  return `${text}\n`.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Ours to the last character: a later run reads the number of this one from it. */
function renderFooter({ source }: Report, run: string | null): string {
  const summary = run === null ? "job summary" : `[job summary](${run})`;
  const commit = source === null ? "" : ` of [${code(source.sha.slice(0, 10))}](${linkToCommit(source.sha, source)})`;
  return `The whole report${commit} is in the ${summary}.`;
}
