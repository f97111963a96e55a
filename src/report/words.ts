import type { Cell } from "../explain/explain.ts";
import { oneLine } from "./text.ts";

/** The words for a cell that every format shares. */

/** `dynamic`, `static, loads NSS`, `failed`, `skipped` */
export function linkageWord(cell: Cell): string {
  if (cell.linkage === null) return cell.status;
  const caveats = cell.findings.flatMap(({ kind }) => caveatWords[kind] ?? []);
  const kind = cell.linkage.loaderOnly ? "dynamic (loader only)" : cell.linkage.kind;
  const proven = cell.proof?.result === "proven" ? ["proven"] : [];
  return [kind, ...proven, ...caveats].join(", ");
}

const caveatWords: Readonly<Partial<Record<string, string>>> = {
  nss: "loads NSS",
  dlopen: "calls dlopen",
  "crash-at-start": "dies at start",
  stub: "stub?",
  refused: "does not start",
};

/** What a row is about: a strategy, or a file that something else built. */
export function rowName(cell: Cell): string {
  return cell.strategy ?? cell.artifact?.path ?? cell.package;
}

/** Cells that share a table: those of one target, or all files. */
export function tableKey(cell: Cell): string {
  return cell.strategy === null ? "" : `${cell.package}\n${cell.platform}`;
}

/** What must be on the machine: interpreter, then libraries. */
export function needsOf({ linkage }: Cell): readonly string[] {
  if (linkage === null) return [];
  return [...(linkage.interpreter === null ? [] : [linkage.interpreter]), ...linkage.needed];
}

/** Why there is nothing to say of what a cell needs: skipped, failed, not judged. */
export function whyNotJudged(cell: Cell): string | null {
  const reason = cell.linkage === null ? cell.reason : cell.linkage.reason;
  return reason === null ? null : oneLine(reason);
}

/** How good a cell is to ship, for icons and colour: a hazard is not good, but not bad. */
export type Mood = "good" | "caution" | "bad" | "neutral";

export function moodOf(cell: Cell): Mood {
  if (cell.status === "skipped") return "neutral";
  if (cell.status === "failed" || cell.findings.some(({ level }) => level === "error")) return "bad";
  if (cell.linkage?.kind === "dynamic" || cell.linkage?.kind === "library") return "bad";
  return cell.findings.some(({ level }) => level === "warning") ? "caution" : "good";
}

/** The last element of an import path, as long as the packages given are told apart by it. */
export function shortNames(packages: readonly string[]): ReadonlyMap<string, string> {
  const last = (path: string): string => path.split("/").at(-1) ?? path;
  const seen = new Map<string, number>();
  const unique = [...new Set(packages)];
  for (const path of unique) seen.set(last(path), (seen.get(last(path)) ?? 0) + 1);
  return new Map(unique.map((path) => [path, seen.get(last(path)) === 1 ? last(path) : path]));
}
