import type { FindingKind } from "./catalog.ts";
import type { FindingLevel } from "./finding-kind.ts";

/** Something worth telling about a cell. */
export type Finding = {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  /** One sentence: what was seen. */
  readonly message: string;
  /** Of what became worse or breaks a rule: why, which the message says as well; null for all others. */
  readonly cause: string | null;
  /** What to do about it; null when there is nothing to do. */
  readonly fix: string | null;
  /** The line of the caller's own code that it comes from, relative to the working directory. */
  readonly file: string | null;
  readonly line: number | null;
};

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
