import { splitQuoted } from "../go/quoting.ts";
import { listed, verb } from "../text/english.ts";
import { isPieByDefault, linksPieInternally, mustLinkCgoExternally, mustLinkExternally } from "./platform-rules.ts";
import type { TrustedFlags } from "./trusted-flags.ts";
import { isLinkedInternally } from "../go/internal-packages.ts";
import type { GoPackage } from "../model/packages.ts";
import type { CgoEnv } from "../model/plan.ts";
import type { LinkFacts, PredictedLinkMode } from "../model/prediction.ts";

/** The packages with cgo code, nearest first. runtime/cgo only serves the others. */
export function cgoPackages({ packages }: LinkFacts): readonly string[] {
  return packages
    .filter(({ importPath, cgoFiles }) => cgoFiles.length > 0 && importPath !== "runtime/cgo")
    .map(({ importPath }) => importPath);
}

/** determineLinkMode in cmd/link/internal/ld/config.go, after what the go command checks before it (go1.19 to go1.27). */
export function decideLinkMode(facts: LinkFacts, trusted: TrustedFlags | null): PredictedLinkMode {
  const hasRuntimeCgo = linksRuntimeCgo(facts);
  const outside = outsidePackages(facts);
  const distrusted = trusted === null ? [] : distrustedFlags(facts, trusted);
  const common = { hasRuntimeCgo, outside: outside.map(({ importPath }) => importPath), distrusted };
  const refuse = (reason: string): PredictedLinkMode => ({ ...common, mode: null, reasons: [reason] });

  const refusal = refusalOfGo(facts);
  if (refusal !== null) return refuse(refusal);
  const forced = forcedReason(facts, hasRuntimeCgo);
  const asksInternal = internalRequest(facts);
  if (asksInternal !== null) {
    if (forced !== null) return refuse(`${asksInternal} is impossible: ${forced}`);
    return { ...common, mode: "internal", reasons: [`${asksInternal} asks for it`] };
  }
  const reasons = [
    ...externalRequest(facts),
    ...(forced === null ? [] : [forced]),
    ...(facts.linkmode === "external" || hasRuntimeCgo
      ? [...describeOutside(outside), ...describeFlags(distrusted)]
      : []),
  ];
  return reasons.length > 0
    ? { ...common, mode: "external", reasons }
    : { ...common, mode: "internal", reasons: [whyInternal(facts)] };
}

/** Errors of the go command itself: cmd/go/internal/work/init.go and LinkerDeps in load/pkg.go. */
function refusalOfGo(facts: LinkFacts): string | null {
  const sanitizer = (["race", "msan", "asan"] as const).find((name) => facts[name]);
  const cgo = facts.cgoEnv.CGO_ENABLED === "1";
  if (sanitizer !== undefined && !cgo && (facts.goos !== "darwin" || sanitizer !== "race")) {
    return `-${sanitizer} requires cgo, and cgo is off`;
  }
  if (facts.race && facts.buildmode === "pie" && !isPieByDefault(facts, true)) {
    return "-race and -buildmode=pie exclude each other";
  }
  // Older releases go on, and leave a program without runtime/cgo.
  const what = facts.minor >= 22 && !cgo ? whatNeedsCgo(facts) : null;
  return what === null ? null : `${what} requires external linking, and cgo is off`;
}

/** externalLinkingReason: what the go command knows to need the external linker, and so runtime/cgo. */
function whatNeedsCgo(facts: LinkFacts): string | null {
  if (mustLinkExternally(facts)) return `${facts.goos}/${facts.goarch}`;
  if (isLibraryLinkedByC(facts) && facts.buildmode !== "c-archive") return `-buildmode=${facts.buildmode}`;
  if (facts.linkshared) return "-linkshared";
  if (isPie(facts) && !linksPieInternally(facts)) {
    return facts.buildmode === "pie" ? "-buildmode=pie" : "a PIE, which is the default here,";
  }
  return facts.externalIsSeen ? "-linkmode=external" : null;
}

/** WebAssembly knows c-shared as well, and no C compiler has a part in it. */
function isLibraryLinkedByC({ buildmode, goarch }: LinkFacts): boolean {
  return ["c-archive", "c-shared", "plugin", "shared"].includes(buildmode) && goarch !== "wasm";
}

/** The program becomes a position-independent executable. */
export function isPie(facts: LinkFacts): boolean {
  return facts.buildmode === "pie" || (facts.buildmode === "default" && isPieByDefault(facts, facts.race));
}

function linksRuntimeCgo(facts: LinkFacts): boolean {
  if (facts.cgoEnv.CGO_ENABLED !== "1") return false;
  return (
    facts.race ||
    facts.msan ||
    facts.asan ||
    whatNeedsCgo(facts) !== null ||
    facts.packages.some(({ cgoFiles, importPath }) => cgoFiles.length > 0 || importPath === "runtime/cgo")
  );
}

/** mustLinkExternal: the first thing that the internal linker cannot do. */
function forcedReason(facts: LinkFacts, hasRuntimeCgo: boolean): string | null {
  const { goos, goarch, buildmode } = facts;
  if (mustLinkExternally(facts)) return `${goos}/${goarch} needs it`;
  if (facts.msan || facts.asan) return `-${facts.msan ? "msan" : "asan"} needs it`;
  if (hasRuntimeCgo && mustLinkCgoExternally(facts))
    return `Go's own linker cannot link cgo code for ${goos}/${goarch}`;
  if (isLibraryLinkedByC(facts)) return `-buildmode=${buildmode} needs it`;
  if (isPie(facts) && !linksPieInternally(facts)) return `-buildmode=pie needs it on ${goos}/${goarch}`;
  return facts.linkshared ? "-linkshared needs it" : null;
}

function internalRequest({ linkmode, extlinkEnabled }: LinkFacts): string | null {
  if (linkmode === "internal") return "-linkmode=internal";
  return linkmode !== "external" && extlinkEnabled === "0" ? "GO_EXTLINK_ENABLED=0" : null;
}

function externalRequest({ linkmode, extlinkEnabled }: LinkFacts): string[] {
  if (linkmode === "external") return ["-linkmode=external asks for it"];
  return extlinkEnabled === "1" ? ["GO_EXTLINK_ENABLED=1 asks for it"] : [];
}

/** Packages that hold object code of a C compiler (or anybody's) and are not on the linker's list. */
function outsidePackages({ packages, goos }: LinkFacts): readonly GoPackage[] {
  return packages.filter(
    ({ importPath, cgoFiles, objectFiles }) =>
      (cgoFiles.length > 0 || objectFiles.length > 0) && !isLinkedInternally(importPath, goos),
  );
}

function describeOutside(outside: readonly GoPackage[]): string[] {
  const cgo = outside.filter(({ cgoFiles }) => cgoFiles.length > 0).map(({ importPath }) => importPath);
  const objects = outside.filter(({ cgoFiles }) => cgoFiles.length === 0).map(({ importPath }) => importPath);
  const not = (names: readonly string[]): string =>
    `${names.length > 1 ? "are" : "is"} not among the packages that Go links itself`;
  return [
    ...(cgo.length > 0 ? [`${listed(cgo)} ${verb(cgo)} cgo and ${not(cgo)}`] : []),
    ...(objects.length > 0
      ? [`${listed(objects)} ${objects.length > 1 ? "bring" : "brings"} object files (.syso) and ${not(objects)}`]
      : []),
  ];
}

function distrustedFlags({ packages, cgoEnv }: LinkFacts, trusted: TrustedFlags): PredictedLinkMode["distrusted"] {
  const words = (...names: readonly (keyof CgoEnv)[]): string[] => names.flatMap((name) => splitQuoted(cgoEnv[name]));
  const cpp = trusted.readsCppflags ? words("CGO_CPPFLAGS") : [];
  const ofCompilers = [...cpp, ...words("CGO_CFLAGS", "CGO_CXXFLAGS", "CGO_FFLAGS")];
  const ofLinker = words("CGO_LDFLAGS");
  return packages
    .filter(({ cgoFiles }) => cgoFiles.length > 0)
    .flatMap(({ importPath, cgoCppflags, cgoCompilerFlags, cgoLdflags }) => {
      const ownCpp = trusted.readsCppflags ? cgoCppflags : [];
      const flag =
        trusted.distrustedCompilerFlag([...ofCompilers, ...ownCpp, ...cgoCompilerFlags]) ??
        trusted.distrustedLinkerFlag([...ofLinker, ...cgoLdflags]);
      return flag === undefined ? [] : [{ package: importPath, flag }];
    });
}

function describeFlags(distrusted: PredictedLinkMode["distrusted"]): string[] {
  const [first] = distrusted;
  if (first === undefined) return [];
  const flags = [...new Set(distrusted.map(({ flag }) => flag))];
  const names = distrusted.map((each) => each.package);
  return [
    `${listed(flags)} among the C flags of ${listed(names)} ${flags.length > 1 ? "are" : "is"} not what Go's own linker is trusted with`,
  ];
}

function whyInternal(facts: LinkFacts): string {
  const names = [...(facts.race ? ["runtime/race"] : []), ...cgoPackages(facts)];
  if (names.length === 0) return "no package uses cgo, so Go's own linker does it all";
  return `only ${listed(names)} ${verb(names)} cgo, and Go's own linker can link ${names.length > 1 ? "those" : "that"}`;
}
