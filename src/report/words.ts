import { plural } from "../text/english.ts";
import { shortNames } from "../text/program-name.ts";
import { countCells } from "./make-report.ts";
import { catalog } from "../model/catalog.ts";
import { oneLine } from "../text/text.ts";
import { isWithoutLinkage, type Outcome, type Recommendation } from "../model/cell.ts";
import type { CgoUser } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";
import type { Judgement } from "../model/verdict.ts";

/** The words for a cell that every format shares. */

/** A cell, or what is known of one on the base commit. */
export type Shown = Outcome & Partial<Pick<Cell, "prediction" | "proof" | "findings" | "platform">>;

/** `dynamic`, `static, loads NSS`, `failed`, `skipped`; of a prediction that is not certain `static?` */
export function linkageWord(cell: Shown): string {
  const { status, linkage, platform = "" } = cell;
  if ((status === "built" || status === "predicted") && isWithoutLinkage({ status, linkage, platform }))
    return "WebAssembly";
  const known = cell.status === "predicted" ? predictedWord(cell) : kindWord(cell.linkage?.kind);
  if (known === undefined) return cell.status;
  const caveats = (cell.findings ?? []).flatMap(({ kind }) => catalog[kind].tableWord ?? []);
  const kind = (cell.linkage ?? cell.prediction)?.loaderOnly === true ? "dynamic (loader only)" : known;
  const proven = cell.proof?.result === "proven" ? ["proven"] : [];
  return [kind, ...proven, ...caveats].join(", ");
}

function predictedWord({ prediction }: Shown): string {
  if (prediction?.linkage == null) return "unknown";
  const word = kindWord(prediction.linkage) ?? "";
  return prediction.certainty === "certain" ? word : `${word}?`;
}

function kindWord(kind: string | undefined): string | undefined {
  return kind === "system" ? "system libraries only" : kind === "fails" ? "does not build" : kind;
}

/** `dynamic, glibc ≥ 2.34` */
export function stateWord(cell: Shown): string {
  return cell.linkage?.minGlibc == null ? linkageWord(cell) : `${linkageWord(cell)}, glibc ≥ ${cell.linkage.minGlibc}`;
}

/** What a row is about: a strategy, or a file that something else built. */
export function rowName(cell: Cell): string {
  return cell.strategy ?? cell.artifact?.path ?? cell.package;
}

/** Cells that share a table: those of one target, or all files. */
export function tableKey(cell: Cell): string {
  return cell.strategy === null ? "" : targetKey(cell);
}

export function targetKey({ package: path, platform }: Pick<Cell, "package" | "platform">): string {
  return `${path}\n${platform}`;
}

/** What the gate is about. */
export function shippedCells({ cells }: Pick<Report, "cells">): Cell[] {
  return cells.filter(({ role }) => role === "ships");
}

export function isPredicted({ status }: Cell): boolean {
  return status === "predicted";
}

/** Some of it was built, and some of it predicted. */
export function isMixed({ cells }: Pick<Report, "cells">): boolean {
  return cells.some(isPredicted) && cells.some(({ status }) => status === "built" || status === "failed");
}

/** The same as on the base commit, and not built for that reason. */
export function isUnbuilt({ status, base }: Pick<Cell, "status" | "base">): boolean {
  return status === "predicted" && base?.unchanged === true;
}

/** What is to be said behind the word of a cell that was not built, where others were: `, predicted`; else nothing. */
export function predictionMark(cell: Cell, report: Pick<Report, "cells">): string {
  return isPredicted(cell) && isMixed(report) ? ", predicted" : "";
}

/** What a cell was on the base commit; where it is the same, nobody built it there. */
export function baseOf(cell: Cell): Shown | null {
  return isUnbuilt(cell) ? { ...cell, findings: [] } : cell.base;
}

/** What must be on the machine: interpreter, then libraries. */
export function needsOf({ linkage }: Shown): readonly string[] {
  if (linkage === null) return [];
  return [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
}

/** Why there is nothing to say of what a cell needs: skipped, failed, not judged. */
export function whyNotJudged(cell: Cell): string | null {
  const reason = cell.linkage === null ? cell.reason : cell.linkage.reason;
  return reason === null ? null : oneLine(reason);
}

/** Why a prediction says what it says, in one line; null for what was built. */
export function whyPredicted({ status, prediction }: Cell): string | null {
  if (status !== "predicted" || prediction === null) return null;
  const why = [...prediction.reasons, prediction.because].join("; ");
  return prediction.unseen.length === 0 ? why : `${why} (not examined: ${prediction.unseen.join(", ")})`;
}

/** The imports that lead to a package with cgo: `app → internal/store (db.go:9) → github.com/mattn/go-sqlite3` */
export function chainOf({ chain, file, line, package: path }: CgoUser): string {
  const place = file === null ? "" : ` (${file}:${line ?? 1})`;
  return `${chain.length > 1 ? chain.join(" → ") : path}${place}`;
}

const known = new WeakMap<Report, ReadonlyMap<string, string>>();

/** The short names of all packages of a report, those that were removed included. */
export function namesOf(report: Report): ReadonlyMap<string, string> {
  const { cells, baseline } = report;
  const names = known.get(report) ?? shortNames([...cells, ...baseline.gone].map((each) => each.package));
  known.set(report, names);
  return names;
}

/** Whether a target already ships as the recommendation says. */
export function isShipped({ package: path, platform, strategy }: Recommendation, { cells }: Report): boolean {
  return cells.some(
    (cell) =>
      cell.role !== "compared" && cell.package === path && cell.platform === platform && cell.strategy === strategy,
  );
}

/** The cell of the shipped strategy that a judgement is about; undefined for what was removed, and for what is about no target. */
export function cellOf({ target }: Judgement, { cells }: Report): Cell | undefined {
  if (target === null) return undefined;
  return cells.find(
    (cell) =>
      cell.role !== "compared" &&
      cell.package === target.package &&
      cell.platform === target.platform &&
      (target.strategy === null || cell.strategy === target.strategy) &&
      (target.file === null || rowName(cell) === target.file),
  );
}

/** `12 builds: 9 static, 2 dynamic, 1 failed` */
export function describeCounts({ cells, ship }: Pick<Report, "cells" | "ship">): string {
  const predicted = cells.filter(isPredicted).length;
  if (predicted > 0 && !isMixed({ cells })) return `${plural(cells.length, "build")} predicted (nothing was built)`;
  const total = plural(cells.length - predicted, ship === null ? "file" : "build");
  const counts = countCells(cells);
  const named = [
    [counts.static, "static"],
    [counts.system, "with system libraries only"],
    [counts.dynamic, "dynamic"],
    [counts.other, "not judged"],
    [counts.wasm, "WebAssembly"],
    [counts.failed, "failed"],
    [counts.skipped, "skipped"],
  ] as const;
  const parts = named.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${total}: ${parts.join(", ")}${predicted === 0 ? "" : `; ${predicted} more predicted, not built`}`;
}

/** The beginning of a sentence. */
export function capitalized(text: string): string {
  // A path or a command at the beginning stays as it is.
  return /^[a-z]+(?:[ ,]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** With a full stop, unless it ends otherwise. */
export function stopped(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Names that a report shows of the files that a glob matched beside programs. */
const skippedShown = 20;

/** `checksums.txt (text), app.tar.gz (gzip archive) and 3 more`; null when there are none. */
export function skippedWords({ skippedFiles }: Report): string | null {
  if (skippedFiles.length === 0) return null;
  const names = skippedFiles.slice(0, skippedShown).map(({ path, reason }) => `${path} (${reason})`);
  const more = skippedFiles.length > skippedShown ? ` and ${skippedFiles.length - skippedShown} more` : "";
  return `${names.join(", ")}${more}`;
}
