import { quote } from "shlex";
import { splitQuoted } from "../../go/quoting.ts";
import { flagConflicts, linkModeConflict } from "../../go/flag-conflicts.ts";
import { ignoredGoflags } from "../../go/goflags.ts";
import { isSet, lastValue, linkerWords, splitTags, tagsOf } from "../../go/go-flags.ts";
import { listed, verb } from "../../text/english.ts";
import { type Detected, type Detector, type Facts, finding, isDynamic, type BuildContext, modeOf } from "../facts.ts";
import { reachable } from "../../model/packages.ts";

export const settingDetectors: readonly Detector[] = [
  cgoEnabledValue,
  noCCompiler,
  crossCompile,
  goflagsOverridden,
  goflagsIgnored,
  flagOverridden,
  ldflagsPattern,
  staticCgoFlags,
  noEffect,
];

function cgoEnabledValue({ context }: Facts): Detected | undefined {
  const value = context?.settings.env.CGO_ENABLED ?? "";
  if (context === null || ["", "0", "1"].includes(value) || context.cell.strategy.env.CGO_ENABLED !== undefined)
    return undefined;
  return finding("cgo-enabled-value", [
    `CGO_ENABLED=${value} means nothing to Go, which knows only 0 and 1: cgo is ${context.cell.cgoEnv.CGO_ENABLED === "1" ? "on" : "off"}`,
    "write CGO_ENABLED=0",
  ]);
}

/** The packages that would use cgo if it were on. */
function wouldUseCgo({ cell }: BuildContext): readonly string[] {
  return [...reachable(cell.cgoGraph, cell.package)].filter(
    (path) => path !== "runtime/cgo" && (cell.cgoGraph.get(path)?.cgoFiles.length ?? 0) > 0,
  );
}

/** Nobody turned cgo off, but it is: since go1.20 the go command does so when it finds no C compiler. */
function cgoIsOffByItself({ cell, settings }: BuildContext): boolean {
  return (
    cell.cgoEnv.CGO_ENABLED === "0" && settings.env.CGO_ENABLED !== "0" && cell.strategy.env.CGO_ENABLED === undefined
  );
}

function noCCompiler({ context }: Facts): Detected | undefined {
  if (context === null || !context.cell.isNative || !cgoIsOffByItself(context)) return undefined;
  const names = wouldUseCgo(context);
  if (names.length === 0) return undefined;
  return finding("no-c-compiler", [
    `cgo is off because Go found no C compiler here; on a machine with one ${listed(names)} ${verb(names)} cgo, and the same commit builds another program`,
    "say which of the two you want: set CGO_ENABLED=0, or CGO_ENABLED=1 and install a C compiler",
  ]);
}

function crossCompile({ context }: Facts): Detected | undefined {
  if (context === null || context.cell.isNative || !cgoIsOffByItself(context)) return undefined;
  const names = wouldUseCgo(context);
  if (names.length === 0) return undefined;
  return finding("cross-compile", [
    `cgo is off because this is a build for another platform; on ${context.cell.platform.name} itself ${listed(names)} ${verb(names)} cgo, and the same commit builds another program`,
    "set CGO_ENABLED=0 everywhere, so that all machines build the same",
  ]);
}

/** A -tags or -ldflags on the command line silently replaces the one in GOFLAGS. */
function goflagsOverridden({ context }: Facts): Detected | undefined {
  if (context === null) return undefined;
  const { cell, settings } = context;
  const lost = ["-tags", "-ldflags"].filter((name) => {
    const fromGoflags = lastValue(settings.goflags, name);
    const used = lastValue(cell.flags, name);
    return (
      fromGoflags !== undefined &&
      used !== undefined &&
      !wordsOf(name, fromGoflags).every((word) => wordsOf(name, used).includes(word))
    );
  });
  if (lost.length === 0) return undefined;
  const shown = lost.map((name) => `${name}=${lastValue(settings.goflags, name) ?? ""}`);
  return finding("goflags-overridden", [
    `GOFLAGS asks for ${listed(shown)}, and ${listed(lost)} on the command line ${lost.length > 1 ? "take their" : "takes its"} place`,
    "write all of it in one place",
  ]);
}

/** Words of GOFLAGS that are flags of other commands: the go command passes over them. */
function goflagsIgnored({ context }: Facts): Detected | undefined {
  const { GOFLAGS: given = "" } = context?.settings.env ?? {};
  const ignored = ignoredGoflags(given === "" ? (context?.cell.shownEnv.GOFLAGS ?? "") : given);
  if (ignored.length === 0) return undefined;
  const words = listed(ignored.map(({ word }) => word));
  const meant = ignored.findLast((each) => each.meant !== null)?.meant ?? null;
  const { length } = ignored;
  if (meant === null) {
    const what = length > 1 ? `${words}, which are not flags` : `${words}, which is not a flag`;
    const message = `GOFLAGS holds ${what} that go build uses: ${length > 1 ? "they have" : "it has"} no effect here`;
    return finding("goflags-ignored", [message, null], { level: "info" });
  }
  const message = `GOFLAGS: ${words} ${length > 1 ? "are words of their own" : "is a word of its own"}, and go build leaves ${length > 1 ? "them" : "it"} out`;
  return finding("goflags-ignored", [message, `put quotes around the whole word: GOFLAGS="'${meant}'"`]);
}

function wordsOf(name: string, value: string): readonly string[] {
  return name === "-tags" ? splitTags(value) : splitQuoted(value);
}

/** A flag that stands twice, of which only the last one counts, and words for the C compiler that exclude each other. */
function flagOverridden({ context }: Facts): Detected | undefined {
  if (context === null) return undefined;
  const { cell, settings, prediction } = context;
  const pair = linkModeConflict(prediction.facts.extldflags ?? []);
  if (pair !== undefined) {
    return finding("flag-overridden", [
      `-extldflags has ${pair.join(" and ")}, which exclude each other`,
      "keep -static for an ordinary program, or -static-pie (with -buildmode=pie) for one that is loaded at a random address",
    ]);
  }
  const [conflict] = flagConflicts(cell.callerFlags, settings.goflags, cell);
  if (conflict === undefined) return undefined;
  const { reader, name, lost, used, joined } = conflict;
  return finding("flag-overridden", [
    `${name}=${lost} has no effect: ${reader} uses only the last ${name}, which is ${name}=${used}`,
    joined === null ? `keep one ${name}` : `write one ${name}: ${quote(`${name}=${joined}`)}`,
  ]);
}

/** `-ldflags=PATTERN=…` leaves the packages that PATTERN does not match without any. */
function ldflagsPattern({ context }: Facts): Detected | undefined {
  if (context === null) return undefined;
  const { cell, settings } = context;
  const given = [...settings.goflags, ...cell.flags].filter(({ name }) => name === "-ldflags");
  const patterns = given
    .map(({ value }) => /^\s*([^-\s'"][^=]*)=/.exec(value ?? "")?.[1])
    .filter((pattern) => pattern !== undefined);
  if (patterns.length === 0 || linkerWords(cell.flags, settings.goflags, cell).length > 0) return undefined;
  return finding("ldflags-pattern", [
    `the -ldflags are for ${listed(patterns)}, which does not match ${cell.package}: its linker gets none of them`,
    "leave the pattern out, or write all=…",
  ]);
}

/** -static in CGO_LDFLAGS or CC reaches the compilation of cgo, not only the link (golang/go#77768). */
function staticCgoFlags(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context === null) return undefined;
  const { cgoEnv } = context.prediction.facts;
  const places = [
    ...(splitQuoted(cgoEnv.CGO_LDFLAGS).some(isStaticWord) ? ["CGO_LDFLAGS"] : []),
    ...(splitQuoted(cgoEnv.CC).slice(1).some(isStaticWord) ? ["CC"] : []),
  ];
  if (places.length === 0 || !context.prediction.link.hasRuntimeCgo) return undefined;
  const outcome =
    modeOf(facts) === "internal" || isDynamic(facts)
      ? "Go's own linker cannot finish such a program"
      : "which works here, and not with every release of Go and every set of packages";
  return finding("static-cgo-flags", [
    `-static stands in ${listed(places)}: ${outcome}`,
    "put -static into -extldflags together with -linkmode=external",
  ]);
}

function isStaticWord(word: string): boolean {
  return /^--?static(?:-pie)?$/.test(word);
}

/** Flags that recipes on the web carry along. */
function noEffect(facts: Facts): Detected | undefined {
  const { context } = facts;
  if (context === null) return undefined;
  const flags = [...context.settings.goflags, ...context.cell.flags];
  const installsuffix = lastValue(flags, "-installsuffix");
  const named = [
    ...(installsuffix === undefined ? [] : [`-installsuffix=${installsuffix}`]),
    ...(isSet(flags, "-a") ? ["-a"] : []),
    // Some packages read this tag; then it is not what made the program static or dynamic, but it did something.
    ...(isDynamic(facts) && tagsOf(flags).includes("static_build") ? ["-tags=static_build"] : []),
  ];
  if (named.length === 0) return undefined;
  return finding("no-effect", [
    `${listed(named)} ${named.length > 1 ? "do" : "does"} nothing for static linking, whatever old recipes say`,
    "drop it",
  ]);
}
