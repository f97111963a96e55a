/** From everything that can ask for a Go version to the one wish that counts, and where it stands. */
import path from "node:path";
import semver from "semver";
import { ConfigError } from "../errors.ts";
import { allowedVersions, goLineFloor, goToSemver, parseWish, quote, type Wish } from "./go-version.ts";
import { parseGoVersionFile, parseModuleFile, parseToolVersions, type Noted } from "./version-files.ts";

/** A wish with its provenance, in words that fit "<from> asks for <asks>". */
export type WantedGo = {
  readonly wish: Wish;
  /** `go-version`, `go.mod:3`, …; null when nothing asks. */
  readonly from: string | null;
  readonly asks: string;
  /** What a person changes to get another Go. */
  readonly change: string;
};

/** `name` is the path as people should read it in the report. */
export type VersionFile = { readonly name: string; readonly text: string };

export type VersionSources = {
  /** The input's text; null or blank when not given. */
  readonly goVersion: string | null;
  /** The file that `go-version-file` names, read. */
  readonly goVersionFile: VersionFile | null;
  /** Files that nobody named, in order of precedence. */
  readonly found: readonly VersionFile[];
  /** False when the caller's GOTOOLCHAIN=local makes Go itself pass over `toolchain` lines of files nobody named. */
  readonly toolchainLineCounts: boolean;
};

/** Decides which wish counts. Throws ConfigError that names the input or the file and line, its text, what is allowed. */
export function resolveWantedGo(sources: VersionSources): WantedGo {
  if (sources.goVersion !== null && sources.goVersion.trim() !== "") {
    const asks = sources.goVersion.trim();
    return { wish: parseWish(asks, "go-version"), from: "go-version", asks, change: "go-version" };
  }
  if (sources.goVersionFile !== null) return fromNamedFile(sources.goVersionFile);
  for (const file of sources.found) {
    const wanted = fromFoundFile(file, sources.toolchainLineCounts);
    if (wanted !== undefined) return wanted;
  }
  return { wish: { kind: "any" }, from: null, asks: "any Go", change: "go-version" };
}

function fromNamedFile(file: VersionFile): WantedGo {
  const change = `go-version-file or ${file.name}`;
  const wanted = isModuleFile(file)
    ? fromModule(file, { named: true, toolchainLineCounts: true })
    : fromPlainFile(file, change);
  if (wanted !== undefined) return { ...wanted, change };
  const line = isModuleFile(file) ? "go or toolchain line" : "line with a Go version";
  throw new ConfigError(`go-version-file: ${quote(file.name)} has no ${line}; allowed: ${allowedVersions}`);
}

/** Undefined when the file says nothing about Go and the search goes on. */
function fromFoundFile(file: VersionFile, toolchainLineCounts: boolean): WantedGo | undefined {
  const change = `${file.name} or go-version`;
  if (!isModuleFile(file)) return fromPlainFile(file, change);
  const wanted = fromModule(file, { named: false, toolchainLineCounts });
  if (wanted !== undefined || path.basename(file.name) === "go.work") return wanted;
  // A go.mod without a go line ends the search: it is the module that is built, and any Go builds it.
  return { wish: { kind: "any" }, from: file.name, asks: "any Go (it has no go line)", change };
}

/** The `go` line, or the `toolchain` line when that is newer, as the lowest Go that will do. */
function fromModule(
  file: VersionFile,
  rule: { readonly named: boolean; readonly toolchainLineCounts: boolean },
): WantedGo | undefined {
  const lines = parseModuleFile(file.text);
  const asked = [
    lines.go && { noted: lines.go, floor: goLineFloor(lines.go.value) },
    rule.toolchainLineCounts && lines.toolchain
      ? { noted: lines.toolchain, floor: toolchainFloor(lines.toolchain.value) }
      : undefined,
  ];
  let best: { readonly noted: Noted; readonly floor: string } | undefined;
  for (const line of asked) {
    if (line === undefined) continue;
    const { noted, floor } = line;
    if (floor === undefined) {
      const where = `${file.name}:${noted.line}`;
      throw new ConfigError(
        `${where}: ${quote(noted.value)} is not a Go version; allowed: 1.27, 1.27.4, 1.27rc1 (toolchain line: go1.27.4)`,
      );
    }
    if (best === undefined || semver.gt(floor, best.floor)) best = { noted, floor };
  }
  if (best === undefined) return undefined;
  const version = best.noted.value.replace(/^go/, "");
  return {
    wish: { kind: "line", floor: best.floor, orNewer: !rule.named },
    from: `${file.name}:${best.noted.line}`,
    asks: rule.named ? `the newest patch of its line, at least ${version}` : `at least ${version}`,
    change: `${file.name} or go-version`,
  };
}

/** "go1.26.8" and "go1.26.8-vendor" → "1.26.8" (go.dev/doc/toolchain#name); undefined for what is no toolchain name. */
function toolchainFloor(name: string): string | undefined {
  return name.startsWith("go1.") ? goToSemver(name.replace(/-.*$/, "")) : undefined;
}

function fromPlainFile(file: VersionFile, change: string): WantedGo | undefined {
  const isToolVersions = path.basename(file.name) === ".tool-versions";
  const noted = isToolVersions ? parseToolVersions(file.text) : parseGoVersionFile(file.text);
  if (noted === undefined) return undefined;
  const from = `${file.name}:${noted.line}`;
  // asdf's and goenv's word for "whatever is on PATH".
  const wish: Wish = noted.value === "system" ? { kind: "any" } : parseWish(noted.value, from);
  return { wish, from, asks: noted.value, change };
}

function isModuleFile(file: VersionFile): boolean {
  return [".mod", ".work"].includes(path.extname(file.name));
}
