import type { FindingKind } from "./catalog.ts";
import type { FindingLevel } from "./finding-kind.ts";

/** A line of the caller's own code, relative to the working directory; null where nobody can point at one. */
export type Place = {
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  /** From 1, where the tool that found it names one. */
  readonly column: number | null;
};

export const nowhere: Place = { file: null, line: null, column: null };

/** Something worth telling about a cell, and the line that it comes from. */
export type Finding = Place & {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  /** One sentence: what was seen. */
  readonly message: string;
  /** Of what became worse or breaks a rule: why, which the message says as well; null for all others. */
  readonly cause: string | null;
  /** What to do about it; null when there is nothing to do. */
  readonly fix: string | null;
  /** The packages that it is about, for those who relate it to a change; absent: none. The report does not have it. */
  readonly packages?: readonly string[];
};

/** The packages that the findings of the head are about, but for those that the base has as well. */
export function packagesOfNew(head: readonly Finding[], base: readonly Finding[]): ReadonlySet<string> {
  const before = new Set(base.map(({ message }) => message));
  return new Set(head.filter(({ message }) => !before.has(message)).flatMap(({ packages = [] }) => packages));
}

/** Why a target is linked otherwise than on the base, and where that stands: relative to the working directory. */
export type Cause = { readonly text: string; readonly file: string | null; readonly line: number | null };

/** A package that uses cgo in a cell, and how the program comes to it. */
export type CgoUser = {
  readonly package: string;
  /** Import paths from the main package to this one, both included. */
  readonly chain: readonly string[];
  /** The import in the caller's own code that leads there, relative to the working directory; null when it was not found. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
};
