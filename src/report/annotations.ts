import { catalog } from "../model/catalog.ts";
import { groupBy } from "../text/group-by.ts";
import type { Report } from "../model/report.ts";

/** A note that GitHub shows in the list of a run and, with a file, on the line of the diff. */
type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** Relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
};

/** GitHub keeps ten annotations per level and step and drops the rest without a word; the verdict itself takes one. */
const detailLimit = 8;

/** The details behind the verdict: findings of the shipped strategy, each message once, and one note of how many were left out. */
export function annotationsOf({ cells, ship }: Report): Annotation[] {
  const findings = cells
    .filter(({ strategy }) => strategy === ship)
    .flatMap((cell) => cell.findings.filter(({ level }) => level !== "info").map((finding) => ({ cell, finding })));
  // What is left out is never an error as long as there is a warning.
  const groups = groupBy(findings, ({ finding }) => [finding.kind, finding.message, finding.file].join("\n")).toSorted(
    ([a], [b]) => Number(a.finding.level !== "error") - Number(b.finding.level !== "error"),
  );
  const details = groups.slice(0, detailLimit).map((group): Annotation => {
    const { kind, level, message, fix, file, line } = group[0].finding;
    const subjects = [...new Set(group.map(({ cell }) => `${cell.package} ${cell.platform}`))];
    const targets =
      subjects.length > 3 ? `${subjects.slice(0, 3).join(", ")} and ${subjects.length - 3} more` : subjects.join(", ");
    return {
      level: level === "error" ? "error" : "warning",
      title: catalog[kind].title,
      message: `${targets}${ship === null ? "" : ` [${ship}]`}: ${message}${fix === null ? "" : `\nFix: ${fix}`}`.slice(
        0,
        4000,
      ),
      file,
      line,
    };
  });
  const left = groups.length - details.length;
  if (left === 0) return details;
  const message = `${left} further ${left === 1 ? "finding is" : "findings are"} in the job summary and in the JSON report`;
  return [...details, { level: "warning", title: "go-linkage", message, file: null, line: null }];
}
