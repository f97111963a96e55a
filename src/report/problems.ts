import { catalog } from "../model/catalog.ts";
import { isStandalone } from "../model/cell.ts";
import type { CgoUser, Finding, Place } from "../model/finding.ts";
import type { Cell, Report } from "../model/report.ts";
import type { Judgement, JudgementKind } from "../model/verdict.ts";
import { listed } from "../text/english.ts";
import { pathInRepository } from "./commit-links.ts";
import { cellOf, rowName } from "./words.ts";

/** Something that fails or warns. All formats go by this list. */
export type Problem = {
  readonly outcome: "fail" | "warn";
  /** As the gate decides it; of a warning that decides nothing, as the finding has it. */
  readonly level: "error" | "warning";
  /** What the gate calls it; null for a warning that decides nothing. */
  readonly kind: JudgementKind | null;
  /** A heading: what was found. */
  readonly title: string;
  /** To be put behind the target's name; a sentence of its own without a target. */
  readonly message: string;
  /** Why, where the message does not say it. */
  readonly cause: string | null;
  /** Each by itself. */
  readonly fixes: readonly string[];
  /** null for the run as a whole. */
  readonly target: Judgement["target"];
  /** null for the run as a whole, and for a target that was removed. */
  readonly cell: Cell | null;
  readonly finding: Finding | null;
  /** Relative to the working directory; empty where nobody can point at a line. */
  readonly places: readonly ProblemPlace[];
};

type ProblemPlace = Pick<Place, "column"> & {
  readonly file: string;
  readonly line: number;
  /** What is wrong there, where that is not what the problem is about. */
  readonly message: string | null;
};

/** What fails first. */
export function problemsOf(report: Report): Problem[] {
  const judged = report.verdict.judgements.map((judgement) => describeJudgement(judgement, report));
  const used = new Set(judged.flatMap(({ finding }) => finding ?? []));
  const messages = new Set(judged.map(({ message }) => message));
  const others = report.cells
    .filter(({ role }) => role !== "compared")
    .flatMap((cell) =>
      cell.findings
        .filter((finding) => finding.level !== "info" && !used.has(finding) && !isOwnFailure(finding, cell))
        // A relaxation is about no target.
        .filter(({ kind, message }) => kind !== "policy-relaxed" || !messages.has(message))
        .map((finding) => describeFinding(finding, cell)),
    );
  const all = [...judged, ...others];
  return [...all.filter(({ outcome }) => outcome === "fail"), ...all.filter(({ outcome }) => outcome === "warn")];
}

/** Why a build failed is told with what the gate says of it. */
function isOwnFailure({ kind, message }: Finding, { status, reason }: Cell): boolean {
  return status === "failed" && (kind === "build-failed" || kind === "build-broken" || message === reason);
}

const titles: Readonly<Record<JudgementKind, string>> = {
  regression: catalog.regression.title,
  policy: catalog.policy.title,
  build: catalog["build-failed"].title,
  missing: "A program was removed",
  leg: "A leg of the plan has no usable report",
  unjudged: "Cannot be judged",
  caveat: "A caveat",
  baseline: "Not compared with the base commit",
  relaxation: "This change relaxes the policy",
  expired: "A rule has expired",
  unmatched: "A rule matches no program",
};

function describeJudgement(judgement: Judgement, report: Report): Problem {
  const { kind, outcome, target, message } = judgement;
  const cell = cellOf(judgement, report) ?? null;
  const finding = cell === null ? null : decisiveFinding(cell, judgement);
  return {
    outcome,
    level: outcome === "fail" ? "error" : "warning",
    kind,
    title: finding === null ? titles[kind] : catalog[finding.kind].title,
    message: finding?.kind === "regression" ? withoutCause(finding, cell) : message,
    ...reasonsOf(finding, cell),
    target,
    cell,
    finding,
    places: cell === null ? [] : placesOf(finding, cell),
  };
}

/** A finding by itself: what the rules or the base have found beside what the gate says of the target, and what only warns. */
export function describeFinding(finding: Finding, cell: Cell): Problem {
  const { kind, level, message } = finding;
  const { failKind, foundBy, title } = catalog[kind];
  const isDecisive = foundBy !== undefined && failKind !== undefined;
  const { package: path, platform, strategy } = cell;
  return {
    outcome: isDecisive && level === "error" ? "fail" : "warn",
    level: level === "error" ? "error" : "warning",
    kind: isDecisive ? failKind : null,
    title,
    message: kind === "regression" ? withoutCause(finding, cell) : message,
    ...reasonsOf(finding, cell),
    target: { package: path, platform, strategy, file: strategy === null ? rowName(cell) : null },
    cell,
    finding,
    places: placesOf(finding, cell),
  };
}

/** The finding that says what the judgement is about. */
function decisiveFinding({ findings, reason }: Cell, { kind }: Judgement): Finding | null {
  const found =
    findings.find((each) => catalog[each.kind].failKind === kind) ??
    (kind === "caveat" ? findings.find(({ level }) => level === "warning") : undefined) ??
    (kind === "unjudged" || kind === "build"
      ? (findings.find(({ message }) => message === reason) ??
        findings.find((each) => catalog[each.kind].level === "error" && catalog[each.kind].foundBy === undefined))
      : undefined);
  return found ?? null;
}

/** Its cause stands by itself. */
function withoutCause({ message }: Finding, cell: Cell | null): string {
  return cell?.base?.change ?? message;
}

function reasonsOf(finding: Finding | null, cell: Cell | null): Pick<Problem, "cause" | "fixes"> {
  // A rule asks for a program, and why there is none is a finding of its own.
  const source = finding?.kind === "policy" && cell !== null ? (failureOf(cell) ?? finding) : finding;
  const fixes = (source?.fix ?? "").split("; or ").filter((fix) => fix !== "");
  if (finding?.kind !== "policy" || cell === null) return { cause: finding?.cause ?? null, fixes };
  const setting = settingOf(finding, cell);
  if (setting !== null) return { cause: `it is built with ${setting}`, fixes };
  const users = usersOf(cell);
  const [user] = users;
  if (user === undefined) return { cause: null, fixes };
  if (cell.strategy !== null) return { cause: describeUser(user), fixes };
  const cause = `it uses cgo through ${listed(users.map((each) => each.package))}`;
  return { cause, fixes: [...fixesOfFile(cell), ...fixes] };
}

/** What keeps it from a system where that is nothing that it links. */
export function settingOf({ kind, fix }: Finding, { runsOn }: Cell): string | null {
  if (kind !== "policy") return null;
  const row = runsOn.find((each) => each.fix !== null && fix?.includes(each.fix) === true);
  return row?.setting ?? null;
}

/** Something else built the file, so no recommendation of this run is for it. */
function fixesOfFile({ findings }: Cell): readonly string[] {
  return findings.flatMap(({ kind, fix }) => (fix !== null && isAboutLinkage(kind) ? fix : [])).slice(0, 1);
}

function isAboutLinkage(kind: Finding["kind"]): boolean {
  const { foundBy, hasUnrelatedFix } = catalog[kind];
  return foundBy === undefined && hasUnrelatedFix !== true;
}

/** Why a build failed. */
function failureOf({ status, findings, reason }: Cell): Finding | undefined {
  return status === "failed"
    ? findings.find(({ kind, message }) => kind !== "policy" && message === reason)
    : undefined;
}

/** `net/main.go:3 imports net, which uses cgo` */
function describeUser({ file, line, chain, package: path }: CgoUser): string {
  const place = file === null ? (chain[0] ?? path) : `${file}:${line ?? 1}`;
  return chain.length < 2 ? `${place} has import "C"` : `${place} leads to ${path}, which uses cgo`;
}

/** The imports that make a program dynamic. */
function usersOf(cell: Cell): readonly CgoUser[] {
  const isDynamic = cell.linkage !== null ? !isStandalone(cell) : cell.prediction?.linkage === "dynamic";
  return isDynamic ? cell.cgo : [];
}

/** The lines to blame, all of them where a compiler names several; of a file that something else built, the file or its archive. */
function placesOf(finding: Finding | null, cell: Cell): readonly ProblemPlace[] {
  // What is in an archive or an image has no file of its own.
  const given = cell.strategy === null ? (cell.container?.path ?? rowName(cell)) : null;
  const isOfSetting = finding !== null && settingOf(finding, cell) !== null;
  const user = isOfSetting ? undefined : usersOf(cell).find(({ file }) => file !== null);
  const failure = finding?.kind === "policy" ? failureOf(cell) : undefined;
  const named = [failure, finding].find((each) => each != null && each.file !== null);
  const { file, line, column } = { column: null, ...(named ?? user ?? { file: given, line: null }) };
  if (file === null) return [];
  // A compiler goes on after the first error.
  const more = named !== undefined && cell.status === "failed" ? furtherErrors(cell) : [];
  return [{ file, line: line ?? 1, column, message: null }, ...more];
}

function furtherErrors({ findings, reason }: Cell): readonly ProblemPlace[] {
  return findings.flatMap(({ kind, message, file, line, column }) =>
    kind !== "build-failed" || message === reason || file === null ? [] : [{ file, line: line ?? 1, column, message }],
  );
}

/** The same as the repository knows them; what is outside of it is left out. */
export function placesInRepository({ places }: Problem, report: Report): readonly ProblemPlace[] {
  return places.flatMap((place) => {
    const file = pathInRepository(place.file, report);
    return file === null ? [] : [{ ...place, file }];
  });
}
