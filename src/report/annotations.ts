import { placesInRepository, type Problem, problemsOf } from "./problems.ts";
import { plural } from "../text/english.ts";
import { about } from "../text/english.ts";
import { groupBy, unique } from "../text/group-by.ts";
import type { Report } from "../model/report.ts";

/** A note that GitHub shows in the list of a run and, with a file, on the line of the diff. */
type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** Relative to the root of the repository, as far as that is known. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
};

/** GitHub keeps ten annotations per level and step and drops the rest without a word; the verdict itself takes one. */
const detailLimit = 8;
const messageLimit = 4000;
const nowhere = { file: null, line: null, column: null };

/** The details behind the verdict, each once and on its line, and one note of how many were left out. */
export function annotationsOf(report: Report): Annotation[] {
  // The verdict's own annotation says what is about no target.
  const problems = problemsOf(report).filter(
    ({ target, message }) => target !== null || !report.verdict.reason.includes(message),
  );
  const groups = groupBy(problems, ({ title, message, cause, finding }) =>
    [title, message, cause, finding?.file, finding?.line].join("\n"),
  );
  // What is left out is never an error as long as there is a warning.
  const all = groups
    .flatMap((group) => describeGroup(group, report))
    .toSorted((a, b) => Number(a.level !== "error") - Number(b.level !== "error"));
  const left = all.length - detailLimit;
  if (left <= 0) return all;
  const message = `${plural(left, "more problem")} in the job summary and in the JSON report`;
  return [...all.slice(0, detailLimit), { level: "warning", title: "go-linkage", message, ...nowhere }];
}

/** One note, or one for each line that a compiler names. */
function describeGroup(group: readonly [Problem, ...Problem[]], report: Report): Annotation[] {
  const [{ level, title, message, cause, fixes }] = group;
  const [first = nowhere, ...more] = placesInRepository(group[0], report);
  const why = cause === null ? "" : `\nCause: ${cause}`;
  const fix = fixes.length === 0 ? "" : `\nFix: ${fixes.join("; or ")}`;
  const text = `${about(subjectOf(group, report), message)}${why}${fix}`.slice(0, messageLimit);
  const { file, line, column } = first;
  return [
    { level, title, message: text, file, line, column },
    ...more.map((each) => ({ ...each, level, title, message: each.message ?? text })),
  ];
}

/** `example.com/app linux/amd64, example.com/app linux/arm64 and 2 more [default]` */
function subjectOf(group: readonly Problem[], { ship }: Report): string {
  const subjects = unique(
    group.flatMap(({ target }) => (target === null ? [] : [target.file ?? `${target.package} ${target.platform}`])),
  );
  if (subjects.length === 0) return "";
  const more = subjects.length > 3 ? ` and ${subjects.length - 3} more` : "";
  return `${subjects.slice(0, 3).join(", ")}${more}${ship === null ? "" : ` [${ship}]`}`;
}
