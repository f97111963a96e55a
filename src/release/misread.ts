import type { NotUnderstood } from "../model/release.ts";

/** A value of a release configuration and the line where it stands, counted from 1. */
export type Located = { readonly text: string; readonly line: number };

/** Something of a release configuration that cannot be evaluated. It never leaves src/release: `understand` makes a value of it. */
export class Misread extends Error {
  override readonly name = "Misread";
  readonly at: Located;

  /** `why` is a part of a sentence: "asks for the time". */
  constructor(at: Located, why: string) {
    super(why);
    this.at = at;
  }
}

/** Runs `read` and makes a value of the Misread that it throws. Other errors pass. */
export function understand<T>(file: string, read: () => T): T | NotUnderstood {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Misread)) throw thrown;
    return notUnderstood(file, thrown.at, thrown.message);
  }
}

/** Characters of a value that a report shows; the rest is cut. */
const shownLength = 200;

export function notUnderstood(file: string, { text, line }: Located, why: string): NotUnderstood {
  const shown = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
  return { kind: "not-understood", file, line, text: shown, why };
}

export function isNotUnderstood(value: unknown): value is NotUnderstood {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "not-understood";
}
