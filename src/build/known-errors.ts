/** What the messages of go, gcc and the linkers mean: one row for each. Hostile text in, plain text out. */

import { machineFaults } from "../go/machine-faults.ts";
import { moduleErrors } from "../go/module-errors.ts";
import type { FindingKind } from "../model/catalog.ts";
import type { ErrorContext } from "./error-context.ts";
import { explainRelocation } from "./relocation-errors.ts";

export type Known = {
  /** Of what the message alone does not decide: by what else is known. */
  readonly kind: FindingKind | ((match: RegExpExecArray, context: ErrorContext) => FindingKind);
  readonly pattern: RegExp;
  readonly cause: (match: RegExpExecArray, context: ErrorContext) => string;
  readonly fix: string | ((match: RegExpExecArray, context: ErrorContext) => string);
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
      /Error: no such instruction|unrecognized command-line option '-m(?:64|arch|arm)|file in wrong format|Relocations in generic ELF|skipping incompatible \S+ when searching for -l(?:gcc|c)\b|is incompatible with \S+ output|is incompatible with elf\w+|unrecognized command-line option '-mthreads'/,
    cause: () => "the C compiler builds for another machine than the platform asked for",
    fix: (_match, { crossCompiler }) =>
      `set CC to a cross compiler of the platform${crossCompiler === null ? "" : ` (${crossCompiler})`}, or build with CGO_ENABLED=0`,
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
    kind: "race",
    pattern: /unrecognized argument to '-fsanitize=' option: 'memory'/,
    cause: () => "-msan needs the memory sanitizer, which gcc does not have",
    fix: "set CC=clang, or drop -msan",
  },
  {
    kind: "build-failed",
    pattern:
      /cannot find ['‘]ld(?:\.(\w+))?['’]|invalid (?:linker name|value '[^']*') in (?:argument )?'-fuse-ld=(\w+)'/,
    cause: (match, context) => `the linker ${linkerOf(match, context)} is not installed`,
    fix: (match, context) => {
      const name = linkerOf(match, context);
      const packages: Readonly<Record<string, string>> = { gold: "binutils-gold", ld: "binutils" };
      return `install it (${packages[name] ?? name})${name === "ld" ? "" : `, or drop -fuse-ld=${name}`}`;
    },
  },
  {
    kind: "build-failed",
    pattern:
      /unrecognized command[- ]line option ['"‘]?(-[^'"’\s]+)|unknown argument:? '(-[^']+)'|unsupported option '(-[^']+)'/,
    cause: (match, context) => {
      const flag = match[1] ?? match[2] ?? quoted(match, 3);
      const place = placeOfFlag(flag, context);
      return `the C compiler does not know the flag ${flag}${place === null ? "" : `, which stands in ${place}`}`;
    },
    fix: "drop the flag, or set CC to a compiler that knows it",
  },
  {
    kind: "build-failed",
    pattern: /\bpattern (\S{1,300}): no matching files found/,
    cause: (match) => {
      const [, place = ""] = /^(\S+:\d+:\d+: )?pattern /m.exec(match.input) ?? [];
      return `${place}//go:embed ${quoted(match)} matches no file`;
    },
    fix: "create or generate the files before go build, and check that git does not ignore them",
  },
  {
    kind: "missing-library",
    pattern: /(?:cannot find -l|unable to find library -l|library not found: )(:?[^\s:]+)/,
    cause: (match) => `the linker finds no ${missingLibrary(quoted(match), match.input)}`,
    fix: "install the library's -dev package; a static link needs its static version, in some distributions a -static package",
  },
  {
    kind: "missing-library",
    pattern: /(?:Package (\S+) was not found in the pkg-config search path|No package '(\S+)' found)/,
    cause: (match) => {
      const name = match[1] ?? quoted(match, 2);
      const asking = [...match.input.slice(0, match.index).matchAll(/^# ([^\s[]\S*)/gm)].at(-1)?.[1];
      return `pkg-config knows no ${name}${asking === undefined ? "" : `, which ${asking} asks for`}: ${name}.pc is not installed`;
    },
    fix: (match) =>
      `install the -dev package with ${match[1] ?? quoted(match, 2)}.pc, or give its folder by PKG_CONFIG_PATH`,
  },
  {
    kind: "missing-library",
    pattern: /exec: "([^"]*pkg-?conf[^"]*)": (?:executable file not found|stat )/,
    cause: (match) => `${quoted(match)} is not installed, and a #cgo pkg-config line asks it for a library`,
    fix: "install pkg-config (Debian, Ubuntu) or pkgconf (Alpine), or set PKG_CONFIG",
  },
  {
    kind: "internal-linkmode",
    pattern: /internal linking requested( via GO_EXTLINK_ENABLED)? but external linking required: ([^\n]*)/,
    cause: (match) =>
      `${quoted(match) === "" ? "-linkmode=internal" : "GO_EXTLINK_ENABLED=0"} is impossible here: ${quoted(match, 2)}`,
    fix: "drop -linkmode=internal (or GO_EXTLINK_ENABLED=0)",
  },
  ...moduleErrors.map(({ pattern, text, fix }) => ({
    kind: "module-files" as const,
    pattern,
    cause: text,
    fix,
  })),
  {
    kind: "missing-module",
    pattern: /no required module provides package ([^\s;]+)/,
    cause: (match) => `no module in go.mod provides the package ${quoted(match)}`,
    fix: "run go mod tidy and commit go.mod and go.sum",
  },
  {
    kind: (match, context) => explainRelocation(quoted(match), match.input, context).kind,
    pattern: /relocation target ([^\s.]+) not defined|ignoring symbol in section \d+ \("\.group"\)/,
    cause: (match, context) => explainRelocation(quoted(match), match.input, context).cause,
    fix: (match, context) => explainRelocation(quoted(match), match.input, context).fix,
  },
  {
    kind: "build-failed",
    pattern: /crtbeginT\.o: relocation [^\n]* when making a PIE object/,
    cause: () =>
      "-static and -pie exclude each other: -static makes a program for a fixed address, and -static-pie is undone by a -static beside it",
    fix: "write -static-pie in place of -static, or drop -buildmode=pie",
  },
  {
    kind: "shared-library",
    pattern: /crtbeginT\.o: relocation/,
    cause: (_match, context) =>
      context.extldflags.includes("-static-pie")
        ? "-static and -static-pie exclude each other"
        : "-static cannot make a shared library",
    fix: (_match, context) =>
      context.extldflags.includes("-static-pie")
        ? "write -static-pie alone"
        : "drop -static for -buildmode=c-shared and plugin",
  },
  {
    kind: "build-failed",
    pattern: /attempted static link of dynamic object [`']([^`']+)'/,
    cause: (match) =>
      `a static link met the shared library ${quoted(match)}: -Wl,-Bdynamic in #cgo LDFLAGS or CGO_LDFLAGS undoes -static, or a library was given by the path of its .so file`,
    fix: "drop -Wl,-Bdynamic, or write -Wl,-Bstatic behind it; name libraries by -l",
  },
  {
    kind: "build-failed",
    pattern: /flag provided but not defined: (-\S{1,300})(?:\nusage: (\w+) )?/,
    cause: (match) =>
      isOfLinker(match)
        ? `Go's linker does not know ${quoted(match)}: it is a word of its own in -ldflags, most likely meant as a part of -extldflags`
        : `go tool ${quoted(match, 2)} does not know ${quoted(match)}, which ${flagsOfTool[quoted(match, 2)] ?? "a flag"} hands to it`,
    fix: (match) =>
      isOfLinker(match)
        ? `put all words of -extldflags in quotes of their own: -ldflags="-linkmode=external -extldflags '${[...new Set(["-static", quoted(match)])].join(" ")}'"`
        : `correct ${flagsOfTool[quoted(match, 2)] ?? "the flag"} (go tool ${quoted(match, 2)} -help lists what there is)`,
  },
  {
    kind: "build-failed",
    pattern: /invalid value "([^"\n]{0,300})" for flag -linkmode: /,
    cause: (match) => `-linkmode=${quoted(match)} is none of the modes of Go's linker`,
    fix: "write -linkmode=external, internal or auto",
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
    pattern:
      /undefined reference to [`']([^`'\s]+)'|undefined symbol: [`']?([^`'\s]+)|Undefined symbols for architecture \S+\n\s+"_([^"\s]+)"/,
    cause: (match) =>
      `the linker does not find ${match[1] ?? match[2] ?? quoted(match, 3)}: none of the named libraries has it`,
    fix: "add the -l… of the library that has it to #cgo LDFLAGS or -extldflags, behind the static library that needs it",
  },
  {
    kind: "build-failed",
    pattern:
      /golang\.org\/x\/tools@(v[\w.-]+)\/internal\/tokeninternal\/tokeninternal\.go:\d+:\d+: invalid array length/,
    cause: (match) => `golang.org/x/tools ${quoted(match)} does not compile with this Go: ${quoted(match, 0)}`,
    fix: "run go get golang.org/x/tools@latest and commit go.mod and go.sum",
  },
  {
    kind: "build-failed",
    pattern:
      /(?:^|\n)(?:\S*ld\S*: )?(\S+?)(?::\(\.\S+\))?: multiple definition of [`']([^`'\s]+)'|duplicate symbol:? ['"]?_?([^'"\s]+)/,
    cause: (match) => {
      const name = match[2] ?? quoted(match, 3);
      const place = match[1] === undefined ? "" : ` (${match[1]})`;
      return name === "main"
        ? `C code defines main${place}, which Go's runtime defines already`
        : `${name} is defined twice${place}`;
    },
    fix: (match) =>
      (match[2] ?? match[3]) === "main"
        ? "a package with cgo compiles every C file in its folder: move the file elsewhere, or give it a build constraint"
        : "rename one of the two or make it static; of two libraries that hold the same code, link one",
  },
  {
    kind: "invalid-cgo-flag",
    pattern: /invalid flag in (#cgo \w+): (\S+)/,
    cause: (match) => `${quoted(match)} holds the flag ${quoted(match, 2)}, which Go does not allow`,
    fix: "allow it with CGO_LDFLAGS_ALLOW or CGO_CFLAGS_ALLOW, or write it another way",
  },
];

/** The flags of go build that are for a tool of Go. */
const flagsOfTool: Readonly<Record<string, string>> = { compile: "-gcflags", asm: "-asmflags", link: "-ldflags" };

/** Without a line that names the tool: only the linker's are split by users. */
function isOfLinker(match: RegExpExecArray): boolean {
  return match[2] === undefined || match[2] === "link";
}

/** The linker that was asked for by -fuse-ld. The compiler's message names it, or only `ld`. */
function linkerOf(match: RegExpExecArray, { extldflags, cgoEnv }: ErrorContext): string {
  const words = [...extldflags, ...`${cgoEnv.CGO_LDFLAGS ?? ""} ${cgoEnv.CC ?? ""}`.split(/\s+/)];
  const asked = words.findLast((word) => word.startsWith("-fuse-ld="))?.slice("-fuse-ld=".length);
  return match[1] ?? match[2] ?? asked ?? /-fuse-ld=(\w+)/.exec(match.input)?.[1] ?? "ld";
}

/** Where a flag of the C compiler was written: the variable, or a #cgo line; null where nobody knows. */
function placeOfFlag(flag: string, { cgoEnv, compilerFlags, extldflags }: ErrorContext): string | null {
  const named = Object.entries(cgoEnv).find(([, value]) => value.split(/\s+/).includes(flag))?.[0];
  if (named !== undefined) return named;
  if (extldflags.includes(flag)) return "-extldflags";
  return compilerFlags.includes(flag) ? "a #cgo line" : null;
}

/** `-lNAME`, or `-l:FILE`. Whether the link was a static one stands in the linker's command line, which Go prints since 1.23. */
function missingLibrary(name: string, output: string): string {
  const kind = /(?<!\S)-static(?:-pie)?(?!\S)/.test(output) ? "static library" : "library";
  if (name.startsWith(":")) return `${kind} ${name.slice(1)}`;
  return kind === "library" ? `library lib${name}` : `static library lib${name}.a`;
}
