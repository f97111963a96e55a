import { buildLine } from "./build-line.ts";
/** What is worth telling beside the verdict: findings, output of failed builds, and what the exceptions need in detail. */

import { catalog } from "../model/catalog.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { namesOf } from "./headline.ts";
import { code, details, escapeText, fence, linkedPlace, table } from "./markdown-text.ts";
import { oneLine } from "../text/text.ts";
import { cellOf, rowName, tableKey } from "./words.ts";
import type { Finding } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";

/** Why a build failed stands with its output, and what fails for the base or the policy with its cause. */
function isShownElsewhere({ kind }: Finding): boolean {
  return kind === "build-failed" || catalog[kind].foundBy !== undefined;
}

type CellFinding = { readonly cell: Cell; readonly finding: Finding };

/** Findings of what ships stand open, those of the other strategies are folded. */
export function renderFindings(report: Report): string[] {
  const all = report.cells.flatMap((cell) => cell.findings.map((finding): CellFinding => ({ cell, finding })));
  const reportable = all
    .filter(({ finding }) => finding.level !== "info" && !isShownElsewhere(finding))
    .filter(({ cell, finding }) => cell.status !== "failed" || finding.message !== cell.reason);
  const isShipped = ({ cell }: CellFinding): boolean => cell.strategy === report.ship;
  const shipped = renderItems(reportable.filter(isShipped), report);
  const others = renderItems(
    reportable.filter((each) => !isShipped(each)),
    report,
  );
  return [
    ...(shipped.length === 0 ? [] : [`### Findings\n\n${shipped.join("\n")}`]),
    ...(others.length === 0 ? [] : [details("Findings of the other strategies", others.join("\n"))]),
  ];
}

function renderItems(found: readonly CellFinding[], report: Report): string[] {
  const several = new Set(report.cells.map(tableKey)).size > 1;
  const names = namesOf(report);
  const nameOf = (cell: Cell): string =>
    several && cell.strategy !== null
      ? `${names.get(cell.package) ?? cell.package} ${cell.platform} ${cell.strategy}`
      : rowName(cell);
  const groups = groupBy(found, ({ finding }) => `${finding.kind}\n${finding.message}`);
  const items = groups.slice(0, 20).map((group) => {
    const [{ finding }] = group;
    const { kind, level, message, fix, file, line } = finding;
    const subjects = unique(group.map(({ cell }) => nameOf(cell)));
    const shown = subjects.slice(0, 4).map(code).join(", ");
    const where = subjects.length > 4 ? `${shown} and ${subjects.length - 4} more` : shown;
    const place = file === null ? "" : ` (${linkedPlace(file, line, report.source)})`;
    const todo = fix === null ? "" : ` **Fix:** ${escapeText(fix)}.`;
    return `- ${level === "error" ? "❌" : "⚠️"} **${catalog[kind].title}**, ${where}: ${escapeText(message)}${place}. ${catalog[kind].why}${todo}`;
  });
  return groups.length > items.length
    ? [...items, `- … and ${groups.length - items.length} more in the JSON report`]
    : items;
}

/** At most this many programs side by side. */
const columnLimit = 4;

/** What each program that fails needs, field by field, as readelf would show it. */
export function renderLinkages(report: Report): string[] {
  const names = namesOf(report);
  const failing = report.verdict.judgements.filter(({ outcome }) => outcome === "fail");
  const cells = failing
    .flatMap((judgement) => cellOf(judgement, report) ?? [])
    .filter(({ linkage }) => linkage?.kind === "dynamic")
    .slice(0, columnLimit);
  if (cells.length === 0) return [];
  const list = (values: readonly string[]): string => values.map(code).join("<br>") || "none";
  const rows: readonly (readonly [string, (cell: Cell) => string])[] = [
    ["Interpreter (`PT_INTERP`)", ({ linkage }) => list(linkage?.interpreter == null ? [] : [linkage.interpreter])],
    ["Needs (`DT_NEEDED`)", ({ linkage }) => list(linkage?.needed ?? [])],
    ["Oldest glibc that starts it", ({ linkage }) => escapeText(linkage?.minGlibc ?? "–")],
    ["`RUNPATH`", ({ linkage }) => list(linkage?.runpath ?? [])],
    ["Linker", ({ link }) => link.mode],
    ["Why that linker", ({ link }) => escapeText(link.reasons.join("; "))],
    ["Position independent", ({ hardening }) => (hardening === null ? "–" : hardening.pie ? "yes" : "no")],
  ];
  const head = ["", ...cells.map((cell) => `${code(names.get(cell.package) ?? cell.package)} ${code(cell.platform)}`)];
  const grid = table(
    head,
    rows.map(([name, show]) => [name, ...cells.map(show)]),
  );
  return [details("What the failing binaries need", grid)];
}

/** At most this many failed builds are shown with their output, and of each the last lines. */
const outputsShown = 10;
const linesShown = 20;
const bytesShown = 4096;

/** Builds that failed alike share their output. */
export function renderOutputs(report: Report): string[] {
  const names = namesOf(report);
  const failed = report.cells.filter(({ status }) => status === "failed");
  const groups = groupBy(failed, ({ reason, build }) => `${reason ?? ""}\n${lastLines(build.output)}`);
  const shown = groups.slice(0, outputsShown).map((group) => {
    const [cell] = group;
    const fix = cell.findings.find((finding) => finding.fix !== null)?.fix;
    const body = [
      ...(fix == null ? [] : [`**Fix:** ${escapeText(fix)}.`]),
      fence(`${buildLine(cell)}\n\n${lastLines(cell.build.output)}`, "text"),
    ].join("\n\n");
    const more = group.length > 1 ? ` (and ${group.length - 1} more with the same error)` : "";
    const subjects = `${names.get(cell.package) ?? cell.package}, ${cell.platform}, ${rowName(cell)}${more}`;
    return details(`Failed: ${subjects}: ${oneLine(cell.reason ?? "")}`, body);
  });
  return groups.length > shown.length
    ? [...shown, `… and ${groups.length - shown.length} more failed builds in the JSON report`]
    : shown;
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-linesShown).join("\n").slice(-bytesShown);
}
