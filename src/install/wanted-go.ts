/** From everything that can ask for a Go version to the one constraint that counts, and where it stands. */
import path from "node:path";
import semver from "semver";
import { ConfigError } from "../errors.ts";
import {
  allowedVersions,
  goLineFloor,
  goToSemver,
  parseConstraint,
  quote,
  type VersionConstraint,
} from "./go-version.ts";
import { parseGoVersionFile, parseModuleFile, parseToolVersions, type Noted } from "./version-files.ts";

/** A constraint with its origin, in words that fit "<from> asks for <requirement>". */
export type WantedGo = {
  readonly constraint: VersionConstraint;
  /** What will do when the constraint cannot be met, in order. */
  readonly fallbacks: readonly VersionConstraint[];
  /** `go-version`, `go.mod:3`, …; null when nothing asks. */
  readonly from: string | null;
  readonly requirement: string;
  /** What a person changes to get another Go. */
  readonly change: string;
};

/** `name` is the path as people should read it in the report. */
export type VersionFile = { readonly name: string; readonly text: string };

type VersionSources = {
  /** The input's text; null or blank when not given. */
  readonly goVersion: string | null;
  /** The file that `go-version-file` names, read. */
  readonly goVersionFile: VersionFile | null;
  /** Files that nobody named, in order of precedence. */
  readonly found: readonly VersionFile[];
  /** The caller's GOTOOLCHAIN (go.dev/doc/toolchain#select), which counts where no input says anything; empty: not set. */
  readonly goToolchain: string;
};

/** Decides which constraint counts. Throws ConfigError that names the input or the file and line, its text, what is allowed. */
export function resolveWantedGo(sources: VersionSources): WantedGo {
  if (sources.goVersion !== null && sources.goVersion.trim() !== "") {
    const requirement = sources.goVersion.trim();
    return {
      constraint: parseConstraint(requirement, "go-version"),
      fallbacks: [],
      from: "go-version",
      requirement,
      change: "go-version",
    };
  }
  if (sources.goVersionFile !== null) return fromNamedFile(sources.goVersionFile);
  const { floor, mode, name } = parseGoToolchain(sources.goToolchain);
  const change = "GOTOOLCHAIN or go-version";
  if (floor !== undefined && mode === undefined) {
    return {
      constraint: { kind: "range", range: floor },
      fallbacks: [],
      from: "GOTOOLCHAIN",
      requirement: name,
      change,
    };
  }
  const wanted = fromFiles(sources.found, name !== "local" || mode !== undefined);
  if (floor === undefined || (wanted !== undefined && !isBelow(wanted.constraint, floor))) return wanted ?? anyGo;
  const constraint: VersionConstraint = { kind: "line", floor, orNewer: true };
  return { constraint, fallbacks: [], from: "GOTOOLCHAIN", requirement: `at least ${name}`, change };
}

const anyGo: WantedGo = {
  constraint: { kind: "any" },
  fallbacks: [],
  from: null,
  requirement: "any Go",
  change: "go-version",
};

/** "go1.26.8" means just that one, "go1.26.8+auto" at least that one; "local" that toolchain lines do not count. */
function parseGoToolchain(text: string): { name: string; floor: string | undefined; mode: string | undefined } {
  const [name = "", mode] = text.trim().split("+");
  return { name, floor: toolchainFloor(name), mode };
}

function isBelow(constraint: VersionConstraint, floor: string): boolean {
  return constraint.kind === "any" || (constraint.kind === "line" && semver.lt(constraint.floor, floor));
}

function fromFiles(files: readonly VersionFile[], toolchainLineCounts: boolean): WantedGo | undefined {
  for (const file of files) {
    const wanted = fromFoundFile(file, toolchainLineCounts);
    if (wanted !== undefined) return wanted;
  }
  return undefined;
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
  return { ...anyGo, from: file.name, requirement: "any Go (it has no go line)", change };
}

/** The `go` line, or the `toolchain` line when that is newer, as the lowest Go that will do. */
function fromModule(
  file: VersionFile,
  rule: { readonly named: boolean; readonly toolchainLineCounts: boolean },
): WantedGo | undefined {
  const lines = parseModuleFile(file.text);
  const candidates = [
    lines.go && { noted: lines.go, floor: goLineFloor(lines.go.value) },
    rule.toolchainLineCounts && lines.toolchain
      ? { noted: lines.toolchain, floor: toolchainFloor(lines.toolchain.value) }
      : undefined,
  ];
  let best: { readonly noted: Noted; readonly floor: string } | undefined;
  for (const line of candidates) {
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
    constraint: { kind: "line", floor: best.floor, orNewer: !rule.named },
    fallbacks: [],
    from: `${file.name}:${best.noted.line}`,
    requirement: rule.named ? `the newest patch of its line, at least ${version}` : `at least ${version}`,
    change: `${file.name} or go-version`,
  };
}

/** "go1.26.8" and "go1.26.8-vendor" → "1.26.8" (go.dev/doc/toolchain#name); undefined for what is no toolchain name. */
function toolchainFloor(name: string): string | undefined {
  return name.startsWith("go1.") ? goToSemver(name.replace(/-.*$/, "")) : undefined;
}

function fromPlainFile(file: VersionFile, change: string): WantedGo | undefined {
  const isToolVersions = path.basename(file.name) === ".tool-versions";
  const noted: (Noted & { readonly fallbacks?: readonly string[] }) | undefined = isToolVersions
    ? parseToolVersions(file.text)
    : parseGoVersionFile(file.text);
  if (noted === undefined) return undefined;
  const { value, fallbacks = [] } = noted;
  const from = `${file.name}:${noted.line}`;
  // asdf's and goenv's word for "whatever is on PATH".
  const parse = (text: string): VersionConstraint =>
    text === "system" ? { kind: "any" } : parseConstraint(text, from);
  const requirement = [value, ...fallbacks].join(", or else ");
  return { constraint: parse(value), fallbacks: fallbacks.map(parse), from, requirement, change };
}

function isModuleFile(file: VersionFile): boolean {
  return [".mod", ".work"].includes(path.extname(file.name));
}
