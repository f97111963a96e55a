/**
 * Go's version spellings and the constraints that people write down for them. Inside the install stage a version is always in
 * semver's spelling ("1.27.0-rc.1"); Go's own ("1.27rc1") is for people and for the report.
 */
import semver from "semver";
import { ConfigError } from "../errors.ts";

/** Words for a moving target. `rc` is the newest release candidate, or the newest release when that is newer. */
type Alias = "stable" | "oldstable" | "rc";

/** Which Go is acceptable. Versions and ranges are in semver's spelling. */
export type VersionConstraint =
  | { readonly kind: "any" }
  | { readonly kind: "alias"; readonly alias: Alias }
  | { readonly kind: "range"; readonly range: string }
  /** At least `floor`, best taken from the floor's own line (1.24); `orNewer` lets a later line satisfy as well. */
  | { readonly kind: "line"; readonly floor: string; readonly orNewer: boolean };

/** What an input or a version file may say; ends every message about one that says something else. */
export const allowedVersions =
  'a version (1.27, 1.27.4, 1.27rc1), a range (">=1.25 <1.27", "^1.25"), "stable", "oldstable" or "rc"';

const goSpelling = /^(?:go|v)?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:(beta|rc)(\d{1,6}))?$/;

/** "1.27rc1", "go1.21", "v1.26.8" → "1.27.0-rc.1", "1.21.0", "1.26.8"; undefined for anything else. */
export function goToSemver(text: string): string | undefined {
  const match = goSpelling.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch = "0", kind, number] = match;
  const release = `${String(major)}.${String(minor)}.${patch}`;
  return semver.valid(kind === undefined ? release : `${release}-${kind}.${String(number)}`) ?? undefined;
}

/** "1.27.0-rc.1" → "1.27rc1"; a version that Go has no spelling for is handed back as it is. */
export function semverToGo(version: string): string {
  const parsed = semver.parse(version);
  if (parsed === null) return version;
  const { major, minor, patch, prerelease } = parsed;
  const line = `${major}.${minor}`;
  const release = patch === 0 ? line : `${line}.${patch}`;
  if (prerelease.length === 0) {
    // Go 1.21 was the first line whose first release is written 1.N.0 (go.dev/doc/toolchain#version).
    return isBefore121(major, minor) ? release : `${line}.${patch}`;
  }
  const [kind, number] = prerelease;
  if (prerelease.length === 1 && kind === 0) return `${line}-devel`;
  return prerelease.length === 2 ? `${release}${String(kind)}${String(number)}` : version;
}

/**
 * What `go env GOVERSION` answers, as semver: "go1.26.8 X:boringcrypto" → "1.26.8". A development build
 * ("go1.27-devel_abc", "devel go1.28-…") counts as its bare language version, as it does for Go itself: newer than all
 * of 1.26, older than 1.27rc1. Undefined when the text names no Go version.
 */
export function parseGoVersionOutput(output: string): string | undefined {
  const match = /(?:^|\s)go(\d[0-9a-z.]*)(-\S*)?/.exec(output.trim());
  const version = match?.[1];
  if (version === undefined) return undefined;
  const isDevel = output.trim().startsWith("devel") || (match?.[2] ?? "").startsWith("-devel");
  return isDevel ? languageFloor(version) : goToSemver(version);
}

/**
 * The lowest version that a `go` line accepts, as semver. From 1.21 on "1.27" names the language, which the release
 * candidates of 1.27 have as well (go.dev/doc/toolchain#version); before, "1.20" was the release.
 */
export function goLineFloor(text: string): string | undefined {
  const version = goToSemver(text);
  if (version === undefined || !/^\d+\.\d+$/.test(text)) return version;
  return isBefore121(semver.major(version), semver.minor(version)) ? version : languageFloor(text);
}

/** Reads what a person wrote after `go-version:` or in a version file. Throws ConfigError that starts with `where`. */
export function parseConstraint(text: string, where: string): VersionConstraint {
  const trimmed = text.trim();
  if (trimmed === "stable" || trimmed === "oldstable" || trimmed === "rc") return { kind: "alias", alias: trimmed };
  const range = parseRange(trimmed);
  if (range === undefined) {
    throw new ConfigError(`${where}: ${quote(trimmed)} is not a Go version; allowed: ${allowedVersions}`);
  }
  return { kind: "range", range };
}

/** Whether a Go that is there already will do. An alias accepts nothing until a list of releases has settled it. */
export function satisfies(constraint: VersionConstraint, version: string): boolean {
  switch (constraint.kind) {
    case "any":
      return true;
    case "alias":
      return false;
    case "range":
      return semver.satisfies(version, constraint.range);
    case "line":
      return semver.gte(version, constraint.floor) && (constraint.orNewer || isSameLine(version, constraint.floor));
  }
}

/** The best of `versions` for a constraint: the newest that satisfies it, of its own line if it has one. */
export function pickVersion(constraint: VersionConstraint, versions: readonly string[]): string | undefined {
  const stable = versions.filter((version) => semver.prerelease(version) === null);
  switch (constraint.kind) {
    case "any":
      return newest(stable);
    case "alias":
      return pickAlias(constraint.alias, versions, stable);
    case "range":
      return semver.maxSatisfying(versions, constraint.range) ?? undefined;
    case "line": {
      const strict: VersionConstraint = { ...constraint, orNewer: false };
      const inLine = (version: string): boolean => satisfies(strict, version);
      // A line that has only release candidates so far is met by the newest of them.
      const best = newest(stable.filter(inLine)) ?? newest(versions.filter(inLine));
      return (
        best ?? (constraint.orNewer ? newest(stable.filter((version) => satisfies(constraint, version))) : undefined)
      );
    }
  }
}

function pickAlias(alias: Alias, versions: readonly string[], stable: readonly string[]): string | undefined {
  switch (alias) {
    case "stable":
      return newest(stable);
    case "oldstable":
      return newestBeforeLine(stable, newest(stable));
    case "rc":
      return newest(versions.filter((version) => stable.includes(version) || semver.prerelease(version)?.[0] === "rc"));
  }
}

/** The only version that satisfies a constraint, or undefined when it accepts several. */
export function exactVersion(constraint: VersionConstraint): string | undefined {
  return constraint.kind === "range" ? (semver.valid(constraint.range) ?? undefined) : undefined;
}

/** By which rule pickVersion() took `version`, as words that follow "Go 1.26.8, "; empty when there was no choice. */
export function describeRule(constraint: VersionConstraint, version: string): string {
  if (exactVersion(constraint) !== undefined) return "";
  if (constraint.kind === "range") return "the newest that satisfies, ";
  return constraint.kind === "line" && isSameLine(version, constraint.floor)
    ? "the newest patch of its line, "
    : "the newest release, ";
}

/** The newest patch of the same line, when that is newer. */
export function newerPatch(version: string, versions: readonly string[]): string | undefined {
  const patches = versions.filter((other) => semver.prerelease(other) === null && isSameLine(other, version));
  const best = newest(patches);
  return best !== undefined && semver.gt(best, version) ? best : undefined;
}

/** Whether Go's own archives of this version need glibc: before 1.21 the go command was linked with the C library. */
export function needsGlibc(version: string): boolean {
  return isBefore121(semver.major(version), semver.minor(version));
}

/** Someone else's text inside a message: quoted, control characters escaped, capped. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function isBefore121(major: number, minor: number): boolean {
  return major < 1 || (major === 1 && minor < 21);
}

/** "1.28" and "1.28.3" → "1.28.0-0", which is before every release candidate of the line. */
function languageFloor(text: string): string | undefined {
  const version = goToSemver(text);
  return version === undefined ? undefined : `${semver.major(version)}.${semver.minor(version)}.0-0`;
}

function isSameLine(left: string, right: string): boolean {
  return semver.major(left) === semver.major(right) && semver.minor(left) === semver.minor(right);
}

function newest(versions: readonly string[]): string | undefined {
  return semver.maxSatisfying(versions, "*", { includePrerelease: true }) ?? undefined;
}

function newestBeforeLine(versions: readonly string[], version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  return newest(versions.filter((other) => semver.lt(other, version) && !isSameLine(other, version)));
}

/** A version or range in Go's or npm's spelling as a semver range, or undefined. */
function parseRange(text: string): string | undefined {
  if (text === "" || text.length > 200) return undefined;
  // npm would read "1.27-rc1" as all of 1.27 and drop the rest without a word.
  if (/(?<![\d.])\d+(?:\.(?:\d+|[xX*]))?-/.test(text)) return undefined;
  const npmSpelling = text
    .replaceAll(/(?<![\w.])(?:go|v)(?=\d)/g, "")
    .replaceAll(/(?<![\w.])\d+\.\d+(?:\.\d+)?(?:beta|rc)\d+(?![\w.])/g, (version) => goToSemver(version) ?? version);
  return semver.validRange(npmSpelling) ?? undefined;
}
