import { posix } from "node:path";
import type { Invocation, Location, Log, Result, Run } from "sarif";
import { home, ruleIndex, type RuleId, rules } from "./sarif-rules.ts";
import { encodePath, pathInRepository } from "./commit-links.ts";
import { about } from "../text/english.ts";
import { sanitize } from "../text/text.ts";
import { describeFinding, placesInRepository, type Problem, problemsOf, settingOf } from "./problems.ts";
import { chainOf, isPredicted, namesOf, rowName, shippedCells, skippedWords } from "./words.ts";
import { isStandalone, linkageKind } from "../model/cell.ts";
import type { Finding, CgoUser } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";

/**
 * The report as SARIF 2.1.0, for code scanning. Section numbers are those of the OASIS standard. A result is a finding of the
 * strategy that ships, a target that was removed, or what fails the run as a whole.
 */
export function renderSarif(report: Report): string {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [describeRun(report)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** GitHub shows no more than this of a run, and refuses one with five times as many. */
const resultLimit = 5000;
/** GitHub shows as many related locations of a result. */
const relatedLimit = 100;
const levels = { error: 0, warning: 1, note: 2 } as const;

type Level = keyof typeof levels;
type RankedResult = Result & { readonly level: Level };

function describeRun(report: Report): Run {
  const { source, tool } = report;
  const results = resultsOf(report);
  const shown = results.toSorted((a, b) => levels[a.level] - levels[b.level]).slice(0, resultLimit);
  return {
    tool: { driver: { name: tool.name, semanticVersion: tool.version, informationUri: home, rules: [...rules] } },
    ...automationDetails(report),
    ...(source === null
      ? {}
      : {
          versionControlProvenance: [
            { repositoryUri: source.url, revisionId: source.sha, mappedTo: { uriBaseId: "%SRCROOT%" } },
          ],
        }),
    originalUriBaseIds: { "%SRCROOT%": { description: { text: rootWords(report) } } },
    columnKind: "utf16CodeUnits",
    invocations: [describeInvocation(report, results.length - shown.length)],
    results: shown,
  };
}

/**
 * The category of the run (3.17.3). In a workflow it is left to github/codeql-action/upload-sarif, which makes one from the
 * workflow, the job and its matrix: an id in the file would win over it, and the legs of a matrix would overwrite each other.
 */
function automationDetails({ source, ship, cells }: Report): Pick<Run, "automationDetails"> {
  if (source !== null) return {};
  const platforms = [...new Set(cells.map(({ platform }) => platform))].toSorted().join(",");
  return { automationDetails: { id: text(`go-linkage/${ship ?? "files"}/${platforms}/`) } };
}

function rootWords({ source, folder }: Report): string {
  return source === null && folder === null ? "The folder that go-linkage ran in." : "The root of the repository.";
}

/** No times and no folders: two reports of one tree are the same. What only warns of the run as a whole is said here. */
function describeInvocation(report: Report, left: number): Invocation {
  const { verdict } = report;
  const messages = verdict.judgements
    .filter(({ target, outcome }) => target === null && outcome === "warn")
    .map(({ message }) => message);
  const trimmed = `${left} results of less weight are left out, as GitHub shows ${resultLimit}; the JSON report has all`;
  const skipped = skippedWords(report);
  const notes = skipped === null ? [] : [`Skipped (not executables): ${skipped}`];
  const warnings = left === 0 ? messages : [...messages, trimmed];
  const notifications = [
    ...warnings.map((what) => ({ level: "warning" as const, what })),
    ...notes.map((what) => ({ level: "note" as const, what })),
  ];
  return {
    executionSuccessful: true,
    ...(notifications.length === 0
      ? {}
      : {
          toolExecutionNotifications: notifications.map(({ level, what }) => ({
            level,
            message: { text: text(`${what}.`) },
          })),
        }),
  };
}

/** What fails and warns, and what only informs. What warns of the run as a whole is no result. */
function resultsOf(report: Report): RankedResult[] {
  const problems = problemsOf(report).filter(({ target, outcome }) => target !== null || outcome === "fail");
  const notes = shippedCells(report).flatMap((cell) =>
    cell.findings.filter(({ level }) => level === "info").map((finding) => describeFinding(finding, cell)),
  );
  return [
    ...problems.flatMap((problem) => resultOf(problem, problem.level, report)),
    ...notes.flatMap((note) => resultOf(note, "note", report)),
  ];
}

/** A result, and one more for each further line that a compiler names. */
function resultOf(problem: Problem, level: Level, report: Report): RankedResult[] {
  const { cell, finding, message, cause, fixes } = problem;
  if (cell === null || finding === null) return [resultWithoutFinding(problem, report)];
  const [place, ...more] = placesInRepository(problem, report);
  const related = relatedUsers(finding, cell);
  const short = namesOf(report).get(cell.package) ?? cell.package;
  const subject = cell.strategy === null ? rowName(cell) : `${short} on ${cell.platform} with ${cell.strategy}`;
  const why = cause === null || message.includes(cause) ? "" : `: ${cause}`;
  const identity = [cell.package, cell.platform, rowName(cell), finding.kind];
  const result = {
    ruleId: finding.kind,
    ruleIndex: ruleIndex(finding.kind),
    level,
    message: {
      text: [
        text(`${about(subject, message)}${why}.`),
        ...(fixes.length === 0 ? [] : [text(`Fix: ${fixes.join("; or ")}.`)]),
        ...linksTo(related),
      ].join(" "),
    },
    locations: [place === undefined ? projectFile(cell.build.dir, report) : locationOf(place)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((user, at) => relatedLocation(user, at, report)) }),
    ...(cell.strategy === null ? { analysisTarget: { uri: uriOf(rowName(cell)) } } : {}),
    partialFingerprints: fingerprints(identity, place === undefined),
    properties: {
      package: text(cell.package),
      platform: text(cell.platform),
      strategy: cell.strategy === null ? null : text(cell.strategy),
      linkage: linkageKind(cell) ?? cell.status,
      ...(isPredicted(cell) ? { predicted: true } : {}),
    },
  };
  const others = more.map((each, at) => ({
    ...result,
    message: { text: text(`${about(subject, each.message ?? message)}.`) },
    locations: [locationOf(each)],
    partialFingerprints: fingerprints([...identity, each.file, each.message ?? "", String(at)], false),
  }));
  return [result, ...others];
}

/** A target that was removed, and the run as a whole. */
function resultWithoutFinding({ target, level, kind, message }: Problem, report: Report): RankedResult {
  const rule: RuleId = kind === "missing" ? "missing" : "gate";
  const subject = target === null ? "" : `${target.package} on ${target.platform} `;
  const { package: path = "", platform = "" } = target ?? {};
  return {
    ruleId: rule,
    ruleIndex: ruleIndex(rule),
    level,
    message: { text: text(`${subject}${message}.`) },
    locations: [projectFile(".", report)],
    partialFingerprints: fingerprints([path, platform, report.ship ?? "", rule], true),
    properties: target === null ? {} : { package: text(path), platform: text(platform), strategy: report.ship },
  };
}

/**
 * What makes a result the same in the next run (3.27.17): what it is about, and never the line. GitHub knows only
 * `primaryLocationLineHash`, and the upload computes it from the line. Where the line has nothing to do with the result, all results
 * of a kind would be one alert; there it is given.
 */
function fingerprints(identity: readonly string[], hasNoLine: boolean): Record<string, string> {
  const value = text(identity.filter((part) => part !== "").join(" "));
  return { "goLinkage/v1": value, ...(hasNoLine ? { primaryLocationLineHash: value } : {}) };
}

/** The imports behind a finding: that on its line; of a program that depends on its machine, all that pull in cgo. */
function relatedUsers(finding: Finding, cell: Cell): readonly CgoUser[] {
  const { file, line } = finding;
  if (settingOf(finding, cell) !== null) return [];
  const known = cell.cgo.filter((user) => user.file !== null);
  if (file !== null) return known.filter((user) => user.file === file && user.line === line);
  return cell.linkage === null || isStandalone(cell) ? [] : known.slice(0, relatedLimit);
}

function relatedLocation(user: CgoUser, at: number, report: Report): Location {
  const place = user.file === null ? null : locate(user.file, user.line, report);
  return { ...(place ?? projectFile(".", report)), id: at + 1, message: { text: text(chainOf(user)) } };
}

/** Links to the related locations (3.11.6), but to the first: that is where the result stands. */
function linksTo(related: readonly CgoUser[]): string[] {
  const links = related.slice(1, 4).map(({ file, line }, at) => {
    const place = text(`${file ?? ""}:${line ?? 1}`).replaceAll(/[\\[\]]/g, "\\$&");
    return `[${place}](${at + 2})`;
  });
  return links.length === 0 ? [] : [`Cgo is also pulled in here: ${links.join(", ")}.`];
}

type Line = { readonly file: string; readonly line: number; readonly column: number | null };

function locationOf({ file, line, column }: Line): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodePath(file), uriBaseId: "%SRCROOT%" },
      region: { startLine: line, ...(column === null ? {} : { startColumn: column }) },
    },
  };
}

/** A line of the repository; null for a file outside of it. */
function locate(file: string, line: number | null, report: Report): Location | null {
  const path = pathInRepository(file, report);
  return path === null ? null : locationOf({ file: path, line: line ?? 1, column: null });
}

/** GitHub shows no result without a file of the repository; every module has this one. */
function projectFile(dir: string, report: Report): Location {
  return locate(posix.join(dir, "go.mod"), 1, report) ?? locationOf({ file: "go.mod", line: 1, column: null });
}

/** A file that may be anywhere. */
function uriOf(path: string): string {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("/")) return `file://${encodePath(posix.normalize(slashed))}`;
  return /^[A-Za-z]:\//.test(slashed) ? `file:///${encodePath(slashed)}` : encodePath(slashed);
}

const textLimit = 2000;

/** Hostile text in a plain text message, where `[text](target)` would be a link and `{0}` a placeholder (3.11.5 and 3.11.6). */
function text(value: string): string {
  return sanitize(value.slice(0, textLimit))
    .replaceAll("](", "]\u200b(")
    .replaceAll(/\{(?=\d+\})/g, "{\u200b");
}
