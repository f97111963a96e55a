import { buildLine } from "./build-line.ts";
import { describeLinkage } from "../model/cell.ts";
import { groupBy } from "../text/group-by.ts";
import { oneLine } from "../text/text.ts";
import { placesInRepository, type Problem, problemsOf } from "./problems.ts";
import {
  baseOf,
  chainOf,
  isMixed,
  isPredicted,
  isUnbuilt,
  linkageWord,
  rowName,
  targetKey,
  whyNotJudged,
  whyPredicted,
} from "./words.ts";
import { renderXml, type XmlElement } from "../text/xml.ts";
import type { Report, Cell } from "../model/report.ts";

/**
 * The report as JUnit XML, in the dialect that Jenkins and the reporters of GitHub and GitLab have in common: a suite for each
 * target, a case for each strategy. What fails the verdict is a failure, or an error where there is no program; all else informs,
 * so that a suite is red just when the step is.
 */
export function renderJunit(report: Report): string {
  const suites = [...targetSuites(report), ...goneSuites(report), ...skippedSuites(report), ...runSuites(report)];
  return renderXml({
    name: "testsuites",
    attributes: { name: "go-linkage", ...totalsOf(suites.flatMap(({ cases }) => cases)) },
    content: suites.map(renderSuite),
  });
}

type Outcome = "passed" | "failure" | "error" | "skipped";

type TestCase = {
  readonly classname: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** A kind of finding, for a failure or an error. */
  readonly type?: string;
  /** Why it did not pass, in one line. */
  readonly message: string;
  /** All that is to be said of what did not pass. */
  readonly detail: string;
  readonly output: string;
  readonly ms: number;
};

type Suite = { readonly name: string; readonly cases: readonly TestCase[] };

function targetSuites(report: Report): Suite[] {
  const problems = problemsOf(report);
  const targets = groupBy(report.cells, targetKey);
  return targets.map((cells) => ({
    name: `${cells[0].package} on ${cells[0].platform}`,
    cases: cells.map((cell) =>
      describeCell(
        cell,
        problems.filter((each) => each.cell === cell),
        report,
      ),
    ),
  }));
}

function goneSuites(report: Report): Suite[] {
  return problemsOf(report).flatMap(({ kind, target, outcome, message }) => {
    if (kind !== "missing" || target === null) return [];
    const words = { message, detail: message, output: "", ms: 0 };
    const classname = target.package;
    const name = `${target.platform} [${report.ship ?? "files"}]`;
    const state: Outcome = outcome === "fail" ? "failure" : "skipped";
    const cases = [{ classname, name, outcome: state, type: "missing", ...words }];
    return [{ name: `${classname} on ${target.platform}`, cases }];
  });
}

/** What globs matched beside programs. */
function skippedSuites({ skippedFiles }: Report): Suite[] {
  const cases = skippedFiles.map(({ path, reason }): TestCase => ({
    classname: "skipped files",
    name: path,
    outcome: "skipped",
    message: `not an executable: ${reason}`,
    detail: "",
    output: "",
    ms: 0,
  }));
  return cases.length === 0 ? [] : [{ name: "skipped files", cases }];
}

/** What is about no target. */
function runSuites(report: Report): Suite[] {
  const cases = problemsOf(report)
    .filter(({ target }) => target === null)
    .map(({ outcome, message }, at): TestCase => {
      const name = `the run as a whole, ${at + 1}`;
      const words = { message, detail: message, output: message, ms: 0 };
      const state = outcome === "fail" ? "failure" : "passed";
      return { classname: "go-linkage", name, outcome: state, type: "gate", ...words };
    });
  return cases.length === 0 ? [] : [{ name: "go-linkage", cases }];
}

function describeCell(cell: Cell, problems: readonly Problem[], report: Report): TestCase {
  const failing = problems.filter(({ outcome }) => outcome === "fail");
  const [first] = failing;
  const warning = problems.find(({ kind, outcome }) => kind !== null && outcome === "warn");
  const common = {
    classname: cell.package,
    name: `${cell.platform} [${rowName(cell)}]`,
    output: describeOutput(cell, report, warning),
    ms: (cell.timing.buildMs ?? 0) + (cell.timing.inspectMs ?? 0),
  };
  if (first !== undefined) {
    return {
      ...common,
      outcome: cell.status === "failed" ? "error" : "failure",
      type: first.finding?.kind ?? first.kind ?? "gate",
      message: oneLine(wordsOf(first), 500),
      detail: describeFailure(cell, failing, report),
    };
  }
  const why = whyNotRun(cell, report, warning);
  return { ...common, outcome: why === null ? "passed" : "skipped", message: why ?? "", detail: "" };
}

/** What is wrong, and why. */
function wordsOf({ message, cause }: Problem): string {
  return cause === null ? message : `${message}: ${cause}`;
}

/** Neither passed nor failed: there is no program, and that is no failure of the gate. */
function whyNotRun(cell: Cell, report: Report, warning: Problem | undefined): string | null {
  const { ship } = report;
  if (isUnbuilt(cell)) return `unchanged since the base commit, so it was not built: ${linkageWord(cell)}`;
  if (isPredicted(cell) && isMixed(report)) return `predicted, not built: ${linkageWord(cell)}`;
  if (cell.status === "skipped") return oneLine(cell.reason ?? "skipped", 500);
  if (cell.status !== "failed") return null;
  if (warning !== undefined) return oneLine(warning.message, 500);
  return oneLine(`does not build, but ${ship ?? "another strategy"} is what ships: ${cell.reason ?? ""}`, 500);
}

/** At most so much of what a failed build wrote. */
const outputLines = 40;
const outputLimit = 8192;

/** Causes, fixes, what it was and what it is. */
function describeFailure(cell: Cell, problems: readonly Problem[], report: Report): string {
  const { sha } = report.baseline;
  const output = cell.status === "failed" ? cell.build.output.trim().split("\n").slice(-outputLines).join("\n") : "";
  const lines = [
    ...problems.flatMap((each) => describeProblem(each, report)),
    ...(cell.base === null
      ? []
      : [`Before${sha === null ? "" : ` (${sha.slice(0, 10)})`}: ${describeLinkage(baseOf(cell) ?? cell.base)}`]),
    `Now: ${describeLinkage(cell)}`,
    ...cell.cgo.map((user) => `Import: ${chainOf(user)}`).slice(0, 10),
    ...(cell.build.argv.length === 0 ? [] : [`Command: ${buildLine(cell, report)}`]),
    ...(output === "" ? [] : ["", output.slice(-outputLimit)]),
  ];
  return lines.join("\n");
}

function describeProblem(problem: Problem, report: Report): string[] {
  const { finding, kind, fixes } = problem;
  const places = placesInRepository(problem, report).map(({ file, line, column, message }) => {
    const at = `At: ${file}:${line}${column === null ? "" : `:${column}`}`;
    return message === null ? at : `${at}: ${message}`;
  });
  return [`${finding?.kind ?? kind ?? "gate"}: ${wordsOf(problem)}`, ...places, ...fixes.map((fix) => `Fix: ${fix}`)];
}

function describeOutput(cell: Cell, { ship }: Report, warning: Problem | undefined): string {
  const { link, findings } = cell;
  const state = whyNotJudged(cell) ?? whyPredicted(cell) ?? "";
  const informs = cell.role !== "compared" ? [] : [`Information only: ${ship ?? "another strategy"} is what ships.`];
  return [
    ...informs,
    ...(warning === undefined ? [] : [`Warning: ${warning.message}`]),
    `Linkage: ${describeLinkage(cell)}${state === "" ? "" : `, because ${state}`}`,
    ...(link.mode === "unknown" ? [] : [`Linker: ${[link.mode, ...link.reasons].join("; ")}`]),
    ...findings.map(
      ({ level, kind, message, fix }) => `${level} ${kind}: ${message}${fix === null ? "" : ` (fix: ${fix})`}`,
    ),
  ].join("\n");
}

function totalsOf(cases: readonly TestCase[]): Readonly<Record<string, string | number>> {
  const count = (outcome: Outcome): number => cases.filter((each) => each.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
    time: seconds(cases.reduce((sum, { ms }) => sum + ms, 0)),
  };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function renderSuite({ name, cases }: Suite): XmlElement {
  return { name: "testsuite", attributes: { name, ...totalsOf(cases) }, content: cases.map(renderCase) };
}

function renderCase({ classname, name, outcome, type, message, detail, output, ms }: TestCase): XmlElement {
  const isBad = outcome === "failure" || outcome === "error";
  const result: XmlElement = {
    name: outcome,
    attributes: { type: isBad ? type : undefined, message },
    content: detail,
  };
  return {
    name: "testcase",
    attributes: { classname, name, time: seconds(ms) },
    content: [
      ...(outcome === "passed" ? [] : [isBad ? result : { ...result, content: "" }]),
      ...(output === "" ? [] : [{ name: "system-out", attributes: {}, content: output }]),
    ],
  };
}
