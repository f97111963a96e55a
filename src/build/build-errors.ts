/** Why a build failed, from what go, gcc and the linkers printed. Hostile text in, plain text out. */

import { joinMessage } from "../go/source-faults.ts";
import type { FindingKind } from "../model/catalog.ts";
import { explainMissingHeader } from "./c-header-errors.ts";
import { type BuildProblem, type ErrorContext, noContext } from "./error-context.ts";
import { known } from "./known-errors.ts";
import { firstError } from "./first-error.ts";
import { type PlacedError, placedErrors } from "./placed-errors.ts";
import { explainUndefined } from "./undefined-symbols.ts";

/** `build-failed` for what is not known. The cause is in one line: what went wrong, in the tool's own words where they are clear. */
export type BuildError = BuildProblem & { readonly kind: FindingKind };

/**
 * The names that a package lost with its cgo files: “undefined: X” below the heading of the package itself, or “undefined: dep.X”
 * below that of one that imports it.
 */
function undefinedWithoutCgo(output: string, { lostCgo, declaredIn }: ErrorContext): BuildError | undefined {
  for (const section of output.split(/^# /m).slice(1)) {
    const [path = ""] = section.split(/[\s[]/, 1);
    for (const [, name = ""] of section.matchAll(/: undefined: ([\w.]+)/g)) {
      const file = declaredIn.get(name);
      if (file === undefined && !(lostCgo.includes(path) && !name.includes("."))) continue;
      const where = file === undefined ? "in its cgo files" : `in ${file}, a cgo file`;
      const cause = `${path} does not compile without cgo: what declares ${name} is ${where}`;
      const fix = "keep cgo on for this program, or give the package files for builds without cgo (//go:build !cgo)";
      return { kind: "undefined-without-cgo", cause, fix };
    }
  }
  return undefined;
}

/** The flags that a tool of Go lists behind what it does not understand: they say nothing of this build. */
const usage = /^(usage: .*\n)(?:[ \t].*\n)+/gm;

/** The cause of a failed build from all that it printed. Of what is not known the first error is shown as it is, or the first line. */
export function explainBuildError(printed: string, context: ErrorContext = noContext): BuildError {
  const output = printed.replace(usage, "$1");
  const header = explainMissingHeader(output, context);
  for (const { kind: given, pattern, cause, fix } of known) {
    const match = pattern.exec(output);
    if (match === null) continue;
    const kind = typeof given === "string" ? given : given(match, context);
    // What a library needs is said by the object that asks for it.
    const undefinedSymbol = kind === "undefined-reference" ? explainUndefined(output, context) : undefined;
    if (undefinedSymbol !== undefined) return undefinedSymbol;
    return { kind, cause: cause(match, context), fix: typeof fix === "string" ? fix : fix(match, context) };
  }
  if (header !== undefined) {
    const { cause, fix, isLibc } = header;
    return { kind: isLibc ? "wrong-c-compiler" : "missing-header", cause, fix };
  }
  const lost = undefinedWithoutCgo(output, context);
  if (lost !== undefined) return lost;
  const first = firstError(output) ?? "go build failed without a message";
  // An import cycle is told from the program on, a line for each import.
  const isHeading = /^(?:package \S+|go: .*:)$/.test(first);
  return { kind: "build-failed", cause: isHeading ? joinMessage(output) : first, fix: null };
}

/** At most so many errors are shown beside the first. */
const errorLimit = 9;

/** The errors of compilers beside the one that `explainBuildError` shows, each once. */
export function furtherErrors(output: string, { kind, cause }: BuildError): PlacedError[] {
  const errors = placedErrors(output).filter(({ column, message }) => column !== null && message !== "");
  const shown = errors.find(({ file, line, column }) => cause.startsWith(`${file}:${line}:${String(column)}: `));
  if (shown === undefined) return [];
  // A header that one file lacks others lack as well.
  const isSame = kind === "build-failed" ? /^too many errors$/ : /^too many errors$|^fatal error: /;
  const others = errors.filter((each) => !isSame.test(each.message) && !isOnSameSpot(each, shown));
  return [...new Map(others.map((each) => [each.text, each])).values()].slice(0, errorLimit);
}

function isOnSameSpot(a: PlacedError, b: PlacedError): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

/** The functions named in glibc's “Using 'X' in statically linked applications…” warnings, sorted. The text is libc.a's own, never localised. */
export function staticGlibcWarnings(output: string): string[] {
  const names = [...output.matchAll(/Using '([A-Za-z_]\w*)' in statically linked applications/g)];
  return [...new Set(names.map((match) => match[1] ?? ""))].toSorted();
}

/** cmd/link printed that it links externally without runtime/cgo, and went on (reference: linker.md, T4; Go 1.19 to 1.27). */
export function lacksRuntimeCgo(output: string): boolean {
  return /^loadinternal: cannot find runtime\/cgo$/m.test(output);
}
