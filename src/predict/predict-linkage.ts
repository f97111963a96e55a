import { splitQuoted } from "../go/quoting.ts";
import { listed } from "../text/english.ts";
import { cgoPackages, isPie } from "./predict-link-mode.ts";
import { canBeStatic } from "./platform-rules.ts";
import type { LinkFacts, PredictedLinkMode, PredictedLinkage, DynamicImport } from "../model/prediction.ts";

export function predictLinkage(
  facts: LinkFacts,
  decision: PredictedLinkMode,
  dynamicImports: readonly DynamicImport[],
): PredictedLinkage {
  if (decision.mode === null) return outcome("fails", decision.reasons[0] ?? "it cannot be linked");
  if (isLibrary(facts)) return predictLibrary(facts);
  if (!canBeStatic(facts.goos)) return predictSystem(facts, decision);
  return decision.mode === "internal"
    ? predictInternal(facts, decision, dynamicImports)
    : predictExternal(facts, decision);
}

/** Of a main package with an error in what the go command reads before it compiles. */
export function cannotBeLoaded(error: string): PredictedLinkage {
  return outcome("fails", error.trim());
}

/** Of a program whose packages are not all known. */
export function notKnown(because: string): PredictedLinkage {
  return outcome(null, because, { unseen: ["what cannot be loaded"] });
}

type Kind = PredictedLinkage["kind"];

function outcome(kind: Kind, because: string, more: Partial<PredictedLinkage> = {}): PredictedLinkage {
  return { kind, because, loaderOnly: false, crashes: false, unseen: [], ...more };
}

function isLibrary({ buildmode }: LinkFacts): boolean {
  return ["c-archive", "c-shared", "plugin", "shared"].includes(buildmode);
}

function predictLibrary(facts: LinkFacts): PredictedLinkage {
  const mode = `-buildmode=${facts.buildmode}`;
  if (facts.buildmode === "c-archive") return outcome(null, `${mode} leaves an archive for another linker`);
  const word = staticWord(facts);
  if (word === "-static") return outcome("fails", `-static cannot make a shared library, and ${mode} asks for one`);
  return outcome("library", `${mode} makes a library, which the program that loads it has to be dynamic for`);
}

// The operating system's own libraries are the only way into its kernel there, so Go links them too.
function predictSystem({ goos, packages, goarch }: LinkFacts, { outside }: PredictedLinkMode): PredictedLinkage {
  if (goarch === "wasm") return outcome(null, "a WebAssembly module is linked with nothing: its host runs it");
  if (goos === "plan9") return outcome(null, `${goos} has no shared libraries`);
  const named = packages.filter(({ importPath, cgoLdflags }) => outside.includes(importPath) && cgoLdflags.length > 0);
  const unseen =
    named.length === 0
      ? []
      : [`whether the libraries that ${listed(named.map(({ importPath }) => importPath))} names belong to ${goos}`];
  return outcome("system", `every program for ${goos} uses system libraries`, { unseen });
}

function predictInternal(
  facts: LinkFacts,
  decision: PredictedLinkMode,
  dynamicImports: readonly DynamicImport[],
): PredictedLinkage {
  const refusal = decision.hasRuntimeCgo ? earlyWords(facts).find(isStaticWord) : undefined;
  if (refusal !== undefined) {
    const because = `${refusal} in CC or CGO_LDFLAGS hides from Go's own linker which C functions it has to import`;
    return outcome("fails", because);
  }
  const importers = [
    ...(facts.race ? ["the race detector"] : []),
    ...cgoPackages(facts),
    ...dynamicImports.map((each) => each.package),
  ];
  // Go's linker writes the loader's path into every PIE, and into what imports a symbol of any library (havedynamic).
  if (importers.length > 0 || decision.hasRuntimeCgo) {
    const names = importers.length > 0 ? importers : ["runtime/cgo"];
    return outcome("dynamic", `${listed(names)} ${names.length > 1 ? "import" : "imports"} functions of a C library`);
  }
  if (!isPie(facts)) return outcome("static", "nothing in it imports a C library");
  return outcome("dynamic", "Go's own linker gives every PIE a loader", { loaderOnly: true });
}

function predictExternal(facts: LinkFacts, decision: PredictedLinkMode): PredictedLinkage {
  const word = staticWord(facts);
  const compiler = splitQuoted(facts.cgoEnv.CC)[0] ?? "";
  if (!facts.isNative && /(?:^|\/)(?:gcc|clang|cc)$/.test(compiler)) {
    const port = `${facts.goos}/${facts.goarch}`;
    return outcome("fails", `${compiler} links for this machine, and not for ${port}`, {
      unseen: [`what ${compiler} links for`],
    });
  }
  if (word === null) {
    // What gcc and clang do is known; a wrapper with another name may have its own mind.
    const isKnown = /(?:^|[-/])(?:gcc|clang|cc)(?:-\d+)?$/.test(compiler);
    const libraries = librariesOf(facts);
    const unseen = [
      ...(isKnown ? [] : [`what ${compiler} does by default`]),
      ...(libraries.length === 0 ? [] : [`whether this machine has ${listed(libraries)}`]),
    ];
    return outcome("dynamic", "the C compiler links shared libraries, as no flag says -static", { unseen });
  }
  const unseen = unseenLibraries(facts);
  const isMuslWrapper = /(?:^|\/)musl-(?:gcc|clang)$/.test(compiler);
  const pie = isPie(facts);
  if (word === "-static-pie" && !pie) {
    return outcome("fails", "-static-pie needs code for a PIE, which only -buildmode=pie compiles");
  }
  if (word === "-static-pie" && isMuslWrapper) {
    return outcome("dynamic", `the specs of ${compiler} know nothing of -static-pie`, { unseen });
  }
  const crashes = !decision.hasRuntimeCgo && !isMuslWrapper;
  const kind = word === "-static-pie" ? "static-pie" : "static";
  const lost = pie && kind === "static" ? ", though not as the PIE that was asked for" : "";
  return outcome(kind, `${word} reaches the C compiler, which links statically${lost}`, { crashes, unseen });
}

function unseenLibraries(facts: LinkFacts): readonly string[] {
  const named = librariesOf(facts);
  if (named.length === 0) return [];
  const are = named.length > 1 ? "are available as static libraries" : "is available as a static library";
  return [`whether ${listed(named)} ${are}`];
}

/**
 * What tells the C compiler to link statically, wherever it stands: -extldflags, CC itself, CGO_LDFLAGS and `#cgo LDFLAGS`
 * of any package all end up in its command line (hostlink in cmd/link/internal/ld/lib.go).
 */
function staticWord(facts: LinkFacts): "-static" | "-static-pie" | null {
  const words = [
    ...(facts.extldflags ?? []),
    ...earlyWords(facts),
    ...facts.packages.flatMap(({ cgoLdflags }) => cgoLdflags),
  ];
  const word = words.findLast(isStaticWord);
  if (word === undefined) return null;
  return word.endsWith("-pie") ? "-static-pie" : "-static";
}

/** What the C compiler is told already when it compiles the cgo packages. */
function earlyWords({ cgoEnv }: LinkFacts): readonly string[] {
  return [...splitQuoted(cgoEnv.CC).slice(1), ...splitQuoted(cgoEnv.CGO_LDFLAGS)];
}

function isStaticWord(word: string): boolean {
  return /^--?static(?:-pie)?$/.test(word);
}

/** `-lX` of packages outside the standard library: whether they exist as X.a depends on the machine. */
export function librariesOf({ packages }: Pick<LinkFacts, "packages">): readonly string[] {
  const own = packages.filter(({ standard }) => !standard);
  const named = own.flatMap(({ cgoLdflags }) => cgoLdflags.filter((flag) => /^-l./.test(flag)));
  const pkgConfigs = own.flatMap(({ cgoPkgConfig }) =>
    cgoPkgConfig.filter((word) => !word.startsWith("-")).map((name) => `pkg-config ${name}`),
  );
  const always = new Set(["-lm", "-lpthread", "-ldl", "-lrt", "-lc", "-lstdc++", "-lresolv"]);
  return [...new Set([...named.filter((flag) => !always.has(flag)), ...pkgConfigs])];
}
