import type { GivenFile } from "../model/artifact.ts";
import type { Needed, PackageFacts } from "../model/package-facts.ts";
import type { RunsOn } from "../model/system.ts";
import { listed } from "../text/english.ts";
import { isHigher } from "../text/versions.ts";
import { installsPackages } from "../systems/package-systems.ts";
import { systemOf } from "../systems/system-names.ts";

/** What a package declares, against what the programs in it need. */

/** Parts of glibc. */
const ofGlibc =
  /^(?:lib(?:c|m|dl|rt|pthread|util|resolv|anl|mvec|BrokenLocale|nsl)\.so\.\d|ld(?:-linux|64)?[-.\w]*\.so)/;
/** Packages of Debian that are not called after their library (Debian Policy 8.1). */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  "libz.so.1": ["zlib1g"],
  "libcrypto.so.3": ["libssl3"],
  "libcrypto.so.1.1": ["libssl1.1"],
  "libgcc_s.so.1": ["libgcc-s1", "libgcc1"],
};

/** Whether the package's dependencies bring a library; `unknown` where only a package index could tell. */
export function declares(facts: PackageFacts, library: string): "yes" | "no" | "unknown" {
  const names = facts.depends.flatMap(({ anyOf }) => anyOf.map(({ name }) => name));
  if (names.some((name) => brings(name, library, facts.format))) return "yes";
  const isKnown = ofGlibc.test(library) || library in packagesOf || library === "libstdc++.so.6";
  return isKnown || names.length === 0 || (facts.format === "rpm" && names.some(isSoname)) ? "no" : "unknown";
}

function isSoname(name: string): boolean {
  return /\.so\.?[\d.]*\(/.test(name);
}

function brings(name: string, library: string, format: PackageFacts["format"]): boolean {
  const isGlibc = ofGlibc.test(library);
  switch (format) {
    case "rpm":
      return (
        name === library ||
        name.startsWith(`${library}(`) ||
        (isGlibc && (name === "glibc" || name.startsWith("libc.so.6(")))
      );
    case "apk":
      return name === `so:${library}` || (isGlibc && ["musl", "gcompat", "libc6-compat", "glibc"].includes(name));
    case "deb":
      return isGlibc ? /^libc6(?:\.1)?$/.test(name) : debianNames(library).includes(name.replace(/t64$/, ""));
  }
}

/** `libsqlite3.so.0` → `libsqlite3-0`, `libssl.so.3` → `libssl3` */
function debianNames(library: string): readonly string[] {
  const [, name = "", version = ""] = /^(lib.+?)\.so\.([\d.]+)$/.exec(library) ?? [];
  const base = name.toLowerCase().replaceAll("_", "-");
  const joined = /\d$/.test(base) ? `${base}-${version}` : `${base}${version}`;
  return [...(packagesOf[library] ?? []), joined];
}

type Glibc = { readonly shown: string; readonly version: string | null };

/** What the package says of glibc: the highest version; null where it says nothing. */
export function declaredGlibc({ depends, format }: PackageFacts): Glibc | null {
  const found = depends.flatMap(({ anyOf }) => anyOf.flatMap((needed) => glibcOf(needed, format) ?? []));
  return found.reduce<Glibc | null>(
    (most, each) => (most === null || isHigher(each.version, most.version) ? each : most),
    null,
  );
}

function glibcOf({ name, relation, version }: Needed, format: PackageFacts["format"]): Glibc | null {
  const symbol = /^libc\.so\.6\(GLIBC_([\d.]+)\)/.exec(name)?.[1];
  if (format === "rpm" && symbol !== undefined) return { shown: name, version: symbol };
  const isGlibc =
    format === "deb"
      ? /^libc6(?:\.1)?$/.test(name)
      : format === "rpm" && (name === "glibc" || name.startsWith("libc.so.6("));
  if (!isGlibc) return null;
  const isAtLeast = relation !== null && /^(?:>=|>>|>|=)$/.test(relation);
  const number = isAtLeast ? (/^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(version ?? "")?.[1] ?? null) : null;
  return { shown: version === null ? name : `${name} (${relation ?? ""} ${version})`, version: number };
}

/** What the programs of a package need and its dependencies do not bring, in one sentence; null where nothing is missing. */
export function undeclared({
  inspection,
  packed,
}: GivenFile): { readonly message: string; readonly fix: string } | null {
  const facts = packed?.package ?? null;
  const { linkage } = inspection;
  if (facts === null || packed === null || (linkage.kind !== "dynamic" && linkage.kind !== "library")) return null;
  const names = { deb: "Depends", rpm: "Requires", apk: "depend" }[facts.format];
  const missing = linkage.needed.filter((library) => !packed.names.has(library) && declares(facts, library) === "no");
  if (missing.length > 0) {
    const libc =
      linkage.libc === "glibc" && missing.some((library) => ofGlibc.test(library))
        ? wanted(facts, linkage.minGlibc)
        : null;
    return {
      message: `it needs ${listed(missing)}, and no dependency of the package (${names}) brings ${missing.length === 1 ? "it" : "them"}`,
      fix: `declare ${libc ?? "the packages that have these libraries"} as a dependency (in nfpm: depends), or build it static`,
    };
  }
  const declared = declaredGlibc(facts);
  if (declared === null || linkage.libc !== "glibc" || !isHigher(linkage.minGlibc, declared.version)) return null;
  return {
    message: `it needs glibc ${linkage.minGlibc ?? ""}, and the package declares ${declared.shown}: it can be installed where it does not start`,
    fix: `declare ${wanted(facts, linkage.minGlibc)} (in nfpm: depends), or build it static`,
  };
}

function wanted({ format }: PackageFacts, version: string | null): string {
  const number = version ?? "2.17";
  return format === "deb" ? `libc6 (>= ${number})` : format === "rpm" ? `glibc >= ${number}` : "gcompat";
}

/** Where a program of a package starts: on the systems that install such packages, with the libraries that it declares. */
export function runsOnOfPackage(
  rows: readonly RunsOn[],
  { package: facts, names }: NonNullable<GivenFile["packed"]>,
): RunsOn[] {
  if (facts === null) return [...rows];
  const declared = declaredGlibc(facts);
  return rows.flatMap((row): RunsOn[] => {
    const system = systemOf(row.system);
    if (!installsPackages(facts.format, system)) return [];
    if (
      row.outcome === "needs-package" &&
      row.packages.every((each) => names.has(each) || declares(facts, each) === "yes")
    ) {
      const reason = `needs ${listed(row.packages)}, which the package or its dependencies bring`;
      return [{ ...row, outcome: "runs", reason, packages: [], fix: null }];
    }
    if (
      row.outcome === "runs" &&
      declared !== null &&
      system.libc === "glibc" &&
      isHigher(declared.version, system.version)
    ) {
      const reason = `cannot be installed: the package declares ${declared.shown}, has glibc ${system.version ?? "in no known version"}`;
      return [{ ...row, outcome: "does-not-start", reason }];
    }
    return [row];
  });
}
