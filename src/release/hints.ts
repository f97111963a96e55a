import type { ReleaseHint } from "../model/release.ts";
import type { ReleaseFile } from "./release-reading.ts";

/** Files that a project may build by, beside its release configuration: globs below the repository's root. */
export const hintFiles: readonly string[] = [
  "{GNUmakefile,makefile,Makefile,[jJ]ustfile,.justfile,[tT]askfile.y{a,}ml,[tT]askfile.dist.y{a,}ml,magefile.go,*.sh}",
  "{scripts,script,hack,build}/*.{sh,mk}",
  ".github/workflows/*.y{a,}ml",
];

/** What is shown of one file; the reader wants to know where to look, not all of it. */
const perFile = 2;
/** An assignment so many lines away from the build belongs to it. */
const nearby = 40;

const buildPattern =
  /\b(?:go|garble|xgo)\s+(?:build|install)\b|\$[({]GO\w*[)}]\s+(?:build|install)\b|"go",\s*"(?:build|install)"/;
const settingPattern = /\bCGO_ENABLED["']?\s*(?:[:?+]?=|:|,)\s*["']?\$?[\w({]|-extldflags\b|-linkmode\b/;

/** The lines of a Makefile, script or workflow that set how a Go program is linked, where it also builds one. */
export function hintsOf({ file, text }: ReleaseFile): readonly ReleaseHint[] {
  const lines = text.split(/\r?\n/);
  const builds = lines.flatMap((line, at) => (isComment(line) || !buildPattern.test(line) ? [] : [at]));
  if (builds.length === 0) return [];
  const found = lines.flatMap((line, at): ReleaseHint[] => {
    const counts =
      !isComment(line) && settingPattern.test(line) && builds.some((build) => Math.abs(build - at) <= nearby);
    return counts ? [{ file, line: at + 1, text: shorten(line.trim()) }] : [];
  });
  return found.slice(0, perFile);
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/)/.test(line);
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
