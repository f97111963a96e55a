import { matchesBeginning, matchesEnd, matchesGlob } from "./glob.ts";

// What two globs of the policy have to do with each other, whatever the names are that they are for.

type Matches = (pattern: string, text: string) => boolean;

/** Where the text of a name that a glob stands for ends: package globs match the end of a path, platform globs the beginning. */
type Anchor = "end" | "beginning";

const matchesAt: Readonly<Record<Anchor, Matches>> = { end: matchesEnd, beginning: matchesBeginning };

/** Whether one of the globs stands for all that `other` stands for. False when that cannot be told. */
export function coverGlob(globs: readonly string[], other: string, anchor: Anchor): boolean {
  return globs.some((glob) => {
    const [a, b] = [plain(glob), plain(other)];
    return a === b || a === "**" || (!hasWildcard(b) && matchesAt[anchor](a, b));
  });
}

/** Whether there may be a name that both stand for. True when that cannot be told. */
export function mayMeet(glob: string, other: string, anchor: Anchor): boolean {
  const [a, b] = [glob, other].map((each) => {
    const parts = plain(each).split("/");
    return anchor === "end" ? parts.toReversed() : parts;
  });
  for (const [at, part] of (a ?? []).entries()) {
    const against = b?.[at];
    if (against === undefined || part.includes("**") || against.includes("**")) return true;
    if (!partsMeet(part, against)) return false;
  }
  return true;
}

function partsMeet(part: string, other: string): boolean {
  if (hasWildcard(part) && hasWildcard(other)) return true;
  return hasWildcard(part) ? matchesGlob(part, other) : matchesGlob(other, part);
}

function plain(glob: string): string {
  return glob.replace(/^\.\//, "").replaceAll(/\.{3}|\*{3,}/g, "**");
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}
