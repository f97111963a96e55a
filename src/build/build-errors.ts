/** What the messages of go, gcc and the linkers mean, one line each. Hostile text in, plain text out. */

import { machineFaults } from "../go/machine-faults.ts";
import { findModuleError } from "../go/module-errors.ts";
import type { FindingKind } from "../model/catalog.ts";
import type { CgoEnv } from "../model/plan.ts";
import { firstErrorLine } from "./error-line.ts";

type BuildError = {
  /** `build-failed` for what is not known. */
  readonly kind: FindingKind;
  /** One line: what went wrong, in the tool's own words where they are clear. */
  readonly cause: string;
  readonly fix: string | null;
};

type Known = {
  readonly kind: FindingKind;
  readonly pattern: RegExp;
  readonly cause: (match: RegExpExecArray) => string;
  readonly fix: string;
};

const quoted = (match: RegExpExecArray, group = 1): string => match[group] ?? "";

/**
 * Messages as Go 1.19 to 1.27 and GNU ld, gold, lld and mold print them. The first that matches wins. docs/build-failures.md has
 * a row for each.
 */
export const known: readonly Known[] = [
  ...machineFaults.map(({ pattern, what, fix }) => ({
    kind: "machine-fault" as const,
    pattern,
    cause: (match: RegExpExecArray) => `this machine ${what}: ${quoted(match, 0).trim()}`,
    fix,
  })),
  {
    kind: "cgo-only",
    pattern: /(?:(?:package|imports) (\S+): )?build constraints exclude all Go files in (\S+)/,
    cause: (match) =>
      `${quoted(match) || `the package in ${quoted(match, 2)}`} has no Go file left: its files are for other platforms, ` +
      `or all need cgo, which is off`,
    fix: "build with CGO_ENABLED=1, leave the platform out, or replace the package by one without cgo",
  },
  {
    kind: "no-c-compiler",
    pattern: /cgo: C compiler "([^"]*)" not found/,
    cause: (match) => `the C compiler ${quoted(match)} is not installed`,
    fix: "install it, set CC to the one you have, or build with CGO_ENABLED=0",
  },
  {
    kind: "needs-external",
    pattern: /(?<!\S)(-\S+|default PIE binary|[^\s/]+\/\S+) requires external \(cgo\) linking, but cgo is not enabled/,
    cause: (match) => `${quoted(match)} needs the external linker, and cgo is off`,
    fix: "set CGO_ENABLED=1 and have a C compiler, or drop the flag",
  },
  {
    kind: "race",
    pattern: /-race requires cgo/,
    cause: () => "-race needs cgo, and cgo is off",
    fix: "drop -race from the flags, or build with CGO_ENABLED=1",
  },
  {
    kind: "wrong-c-compiler",
    pattern:
      /Error: no such instruction|unrecognized command-line option '-m(?:64|arch|arm)|file in wrong format|architecture of input file \S+ is incompatible with|Relocations in generic ELF|skipping incompatible \S+ when searching for -lgcc/,
    cause: () => "the C compiler builds for another machine than the platform asked for",
    fix: "set CC to a cross compiler of the platform, or build with CGO_ENABLED=0",
  },
  {
    kind: "build-failed",
    pattern: /cannot find -lgcc_s\b/,
    cause: () =>
      "-Wl,-static and -Wl,-Bstatic tell only the linker, and the C compiler still asks for shared libraries",
    fix: "write -static instead",
  },
  {
    kind: "race",
    pattern: /-buildmode=pie not supported when -(\w+) is enabled/,
    cause: (match) => `-${quoted(match)} and -buildmode=pie exclude each other`,
    fix: "drop one of the two",
  },
  {
    kind: "race",
    pattern: /cannot specify -static with -fsanitize=(\w+)/,
    cause: (match) => `the ${quoted(match)} sanitizer cannot be linked statically`,
    fix: "drop -asan and -msan from what ships",
  },
  {
    kind: "missing-library",
    pattern: /(?:cannot find -l|unable to find library -l|library not found: )(:?[^\s:]+)/,
    cause: (match) => `the linker finds no ${missingLibrary(quoted(match), match.input)}`,
    fix: "install the library's -dev package; a static link needs its static version, in some distributions a -static package",
  },
  {
    kind: "internal-linkmode",
    pattern: /internal linking requested( via GO_EXTLINK_ENABLED)? but external linking required: ([^\n]*)/,
    cause: (match) =>
      `${quoted(match) === "" ? "-linkmode=internal" : "GO_EXTLINK_ENABLED=0"} is impossible here: ${quoted(match, 2)}`,
    fix: "drop -linkmode=internal (or GO_EXTLINK_ENABLED=0)",
  },
  {
    kind: "missing-module",
    pattern: /no required module provides package ([^\s;]+)/,
    cause: (match) => `no module in go.mod provides the package ${quoted(match)}`,
    fix: "run go mod tidy and commit go.mod and go.sum",
  },
  {
    kind: "build-failed",
    pattern: /attempted static link of dynamic object [`'](\S+?)'/,
    cause: (match) =>
      `the link is static, and it got the shared library ${quoted(match)}: a -Wl,-Bdynamic undoes -static`,
    fix: "drop -Wl,-Bdynamic, or write -Wl,-Bstatic behind it",
  },
  {
    kind: "build-failed",
    pattern: /flag provided but not defined: (-[lL]\S+|-static\S*|-W\S+)/,
    cause: (match) => `${quoted(match)} went to Go's linker, which does not know it: it was meant for -extldflags`,
    fix: `put all words of -extldflags into quotes: -ldflags='-linkmode=external "-extldflags=-static -lm"'`,
  },
  {
    kind: "build-failed",
    pattern: /ignoring symbol in section \d+ \("\.group"\)/,
    cause: () => "the C objects have debug sections that Go's own linker cannot read: -g3 stands in CGO_CFLAGS or CC",
    fix: "add -ldflags=-linkmode=external, or write -g2",
  },
  {
    kind: "static-cgo-flags",
    pattern: /relocation target (\S+) not defined/,
    cause: (match) => `the internal linker does not find the C function ${quoted(match)}`,
    fix: "put -static into -extldflags together with -linkmode=external, not into CGO_LDFLAGS or CC",
  },
  {
    kind: "shared-library",
    pattern: /crtbeginT\.o: relocation/,
    cause: () => "-static cannot make a shared library",
    fix: "drop -static for -buildmode=c-shared and plugin",
  },
  {
    kind: "build-failed",
    pattern: /read-only segment has dynamic relocations/,
    cause: () => "-static-pie needs code that was compiled for a position-independent program",
    fix: "add -buildmode=pie",
  },
  {
    kind: "build-failed",
    pattern: /--no-dynamic-linker: unknown option/,
    cause: () => "the linker gold cannot make a static PIE",
    fix: "use another linker (drop -fuse-ld=gold)",
  },
  {
    kind: "undefined-reference",
    pattern: /undefined reference to [`'](\w+)'/,
    cause: (match) => `the linker does not find ${quoted(match)}: no library that it was told of has it`,
    fix: "add the -l… of the library that has it to #cgo LDFLAGS or -extldflags, behind the static library that needs it",
  },
  {
    kind: "invalid-cgo-flag",
    pattern: /invalid flag in (#cgo \w+): (\S+)/,
    cause: (match) => `${quoted(match)} holds the flag ${quoted(match, 2)}, which Go does not allow`,
    fix: "allow it with CGO_LDFLAGS_ALLOW or CGO_CFLAGS_ALLOW, or write it another way",
  },
];

/** `-lNAME`, or `-l:FILE`. Whether the link was a static one stands in the linker's command line, which Go prints since 1.23. */
function missingLibrary(name: string, output: string): string {
  const kind = /(?<!\S)-static(?:-pie)?(?!\S)/.test(output) ? "static library" : "library";
  if (name.startsWith(":")) return `${kind} ${name.slice(1)}`;
  return kind === "library" ? `library lib${name}` : `static library lib${name}.a`;
}

/**
 * The compiler's “undefined: X” below the heading of a package whose cgo files were left out: what declares X is in them.
 * `lost`: the import paths of such packages.
 */
function undefinedWithoutCgo(output: string, lost: readonly string[]): BuildError | undefined {
  for (const section of output.split(/^# /m).slice(1)) {
    const [path = ""] = section.split(/[\s[]/, 1);
    const name = /: undefined: (\S+)/.exec(section)?.[1];
    if (name === undefined || !lost.includes(path)) continue;
    const cause = `${path} does not compile without cgo: what declares ${name} is in its cgo files`;
    const fix = "keep cgo on for this program, or give the package files for builds without cgo (//go:build !cgo)";
    return { kind: "undefined-without-cgo", cause, fix };
  }
  return undefined;
}

type CgoWords = Pick<CgoEnv, "CC" | "CGO_LDFLAGS">;

function isStaticSet({ CC, CGO_LDFLAGS }: CgoWords): boolean {
  return /(?<![^\s'"=,])--?(?:static(?:-pie)?|Bstatic)(?![^\s'",])/.test(`${CC} ${CGO_LDFLAGS}`);
}

/** What `relocation target … not defined` comes from where no -static was set: a C compiler that links statically by itself, such as zig's for musl. */
function unresolvedInternally(cause: string): BuildError {
  const why =
    "the C compiler in CC makes objects, or links in a way, that Go's own linker cannot take (zig cc for musl links statically by itself)";
  return { kind: "build-failed", cause: `${cause}: ${why}`, fix: "add -ldflags=-linkmode=external" };
}

/**
 * The cause of a failed build from all that it printed. Of what is not known the first error is shown as it is, or the first
 * line. `lostCgo`: the packages that have cgo files when cgo is on, and here have none; `cgoEnv`: what the build had of cgo, null where it is not known.
 */
export function explainBuildError(
  output: string,
  lostCgo: readonly string[] = [],
  cgoEnv: CgoWords | null = null,
): BuildError {
  for (const { kind, pattern, cause, fix } of known) {
    const match = pattern.exec(output);
    if (match === null) continue;
    if (kind === "static-cgo-flags" && cgoEnv !== null && !isStaticSet(cgoEnv))
      return unresolvedInternally(cause(match));
    return { kind, cause: cause(match), fix };
  }
  const modules = findModuleError(output);
  if (modules !== undefined) return { kind: "module-files", cause: modules.text, fix: modules.fix };
  const lost = undefinedWithoutCgo(output, lostCgo);
  if (lost !== undefined) return lost;
  return { kind: "build-failed", cause: firstErrorLine(output), fix: null };
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
