import { catalog } from "../../model/catalog.ts";
import type { CgoUser, Finding } from "../../model/finding.ts";
import type { Cell, Report } from "../../model/report.ts";
import { groupBy, unique } from "../../text/group-by.ts";
import { formatSize, formatTime, oneLine } from "../../text/text.ts";
import { buildLine } from "../build-line.ts";
import type { Problem } from "../problems.ts";
import { plural } from "../../text/english.ts";
import { isMixed, isPredicted, rowName, tableKey } from "../words.ts";
import { type Block, commaSeparated, fold, list, name, type Phrase, sentence, strong, text } from "./model.ts";
import { place, programName, subjectOf } from "./phrases.ts";
import { findingText } from "./problem-blocks.ts";
import { cut, tableOf } from "./table.ts";

type Used = { readonly cell: Cell; readonly user: CgoUser };

const culpritsShown = 10;
const placesShown = 2;

/** The packages that use cgo, each with the lines that lead to it, however many programs those are in. */
export function describeImports(report: Report): Block[] {
  const used = report.cells.flatMap((cell) => cell.cgo.map((user): Used => ({ cell, user })));
  const groups = groupBy(used, ({ user }) => user.package).toSorted((a, b) => countPrograms(b) - countPrograms(a));
  if (groups.length === 0) return [];
  const lines = cut(
    groups.map((group) => describeCulprit(group, report)),
    culpritsShown,
    "package",
  );
  return [fold(["Import paths that pull in cgo"], [list(lines)], report.cells.some(isPredicted) && !isMixed(report))];
}

function countPrograms(group: readonly Used[]): number {
  return new Set(group.map(({ cell }) => cell.package)).size;
}

/** `github.com/mattn/go-sqlite3`: `internal/store/db.go:9` (app → internal/store → …), in 12 programs */
function describeCulprit(group: readonly [Used, ...Used[]], report: Report): Phrase {
  const [{ user }] = group;
  const lines = groupBy(group, (each) => `${each.user.file ?? ""}:${each.user.line ?? 1}`);
  const shown = lines.slice(0, placesShown).map(
    ([
      {
        user: { file, line, chain },
      },
    ]): Phrase => {
      const between = chain.length > 2 ? [sentence(chain.slice(0, -1).join(" → "))] : [];
      if (file === null) return between;
      return [place(file, line, report), ...(between.length === 0 ? [] : [" (", ...between, ")"])];
    },
  );
  const left = lines.length - shown.length;
  const programs = countPrograms(group);
  return [
    name(user.package),
    shown.some(({ length }) => length > 0) ? ": " : "",
    ...shown.flatMap((each, at) => (at === 0 ? each : [", ", ...each])),
    left > 0 ? ` and ${plural(left, "more line")}` : "",
    programs > 1 ? `, in ${plural(programs, "program")}` : "",
  ];
}

type CellFinding = { readonly cell: Cell; readonly finding: Finding };

const findingsShown = 10;

/** Warnings about strategies that do not ship. */
export function describeOtherFindings(report: Report, problems: readonly Problem[]): Block[] {
  const inProblems = new Set(
    problems.flatMap(({ finding }) => (finding === null ? [] : [`${finding.kind}\n${finding.message}`])),
  );
  const found = report.cells
    .filter(({ role, status }) => role === "compared" && status !== "failed")
    .flatMap((cell) => cell.findings.map((finding): CellFinding => ({ cell, finding })))
    .filter(({ finding }) => finding.level !== "info" && !inProblems.has(`${finding.kind}\n${finding.message}`));
  const groups = groupBy(found, ({ finding }) => [finding.kind, finding.message, finding.file].join("\n"));
  if (groups.length === 0) return [];
  const several = new Set(report.cells.map(tableKey)).size > 1;
  const items = groups.map((group): Phrase => {
    const [{ finding }] = group;
    const strategies = commaSeparated(unique(group.map(({ cell }) => rowName(cell))).map(name));
    const of: Phrase = several
      ? [
          " of ",
          ...subjectOf(
            group.map(({ cell }) => cell),
            report,
          ),
        ]
      : [];
    return [strong(catalog[finding.kind].title), ", ", ...strategies, ...of, ": ", ...findingText(finding, report)];
  });
  return [fold(["Findings of other strategies"], [list(cut(items, findingsShown, "finding"))], true)];
}

/** Files beyond are in their table. */
const costsShown = 40;

/** What each strategy costs: the median, and from the least to the most. */
export function describeCosts({ cells, ship }: Report): Block[] {
  const built = cells.filter(({ artifact }) => artifact !== null);
  const groups = groupBy(built, rowName).slice(0, costsShown);
  if (groups.length < 2 || ship === null) return [];
  const sizes = (group: readonly Cell[]): number[] => group.flatMap(({ artifact }) => artifact?.size ?? []);
  const times = (group: readonly Cell[]): number[] => group.flatMap(({ timing }) => timing.buildMs ?? []);
  const table = tableOf(groups, [
    { title: ["Strategy"], of: ([first]) => [name(rowName(first))] },
    { title: ["Builds"], of: ({ length }) => [String(length)], isNumber: true },
    { title: ["Size"], of: (group) => [spread(sizes(group), formatSize)], isNumber: true },
    { title: ["Build time"], of: (group) => [spread(times(group), formatTime)], isNumber: true },
  ]);
  return [fold(["Sizes and build times"], table)];
}

/** `7.9 MiB (7.1 MiB to 9.2 MiB)` */
function spread(numbers: readonly number[], format: (number: number) => string): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (least === undefined || median === undefined || most === undefined) return "";
  return format(least) === format(most) ? format(median) : `${format(median)} (${format(least)} to ${format(most)})`;
}

/** Failed builds that are shown with their output, and of each the last lines. */
const outputsShown = 10;
const linesShown = 20;
const charactersShown = 4096;

/** Builds that failed alike share their output. */
export function describeOutputs(report: Report, problems: readonly Problem[]): Block[] {
  const withProblem = new Set(problems.flatMap(({ cell }) => cell ?? []));
  const failed = report.cells.filter(({ status }) => status === "failed");
  const groups = groupBy(failed, ({ reason, build }) => `${reason ?? ""}\n${lastLines(build.output)}`);
  const shown = groups.slice(0, outputsShown).map((group): Block => {
    const [cell] = group;
    const fix = withProblem.has(cell) ? null : (cell.findings.find((finding) => finding.fix !== null)?.fix ?? null);
    const output = [buildLine(cell, report), lastLines(cell.build.output)].join("\n\n");
    const others = group.length > 1 ? ` and ${plural(group.length - 1, "more build")} with the same error` : "";
    const title: Phrase = [
      "Compiler output: ",
      ...commaSeparated([programName(cell.package, report), name(cell.platform), name(rowName(cell))]),
      `${others}: `,
      sentence(oneLine(cell.reason ?? "")),
    ];
    return fold(title, [
      ...(fix === null ? [] : [text("Fix: ", sentence(fix))]),
      { kind: "code", language: "text", name: "Compiler output", text: name(output) },
    ]);
  });
  const left = groups.length - shown.length;
  return left > 0 ? [...shown, text(`… and ${plural(left, "more failed build")} in the JSON report.`)] : shown;
}

function lastLines(output: string): string {
  return output.trim().split("\n").slice(-linesShown).join("\n").slice(-charactersShown);
}
