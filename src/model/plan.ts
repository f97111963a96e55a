import type { Platform } from "./platform.ts";
import type { NotUnderstood, ReleaseHint, ReleaseOrigin } from "./release.ts";
import type { ConfigError } from "../errors.ts";
import type { Fault } from "./fault.ts";
import type { Environment } from "./environment.ts";
import type { PackageGraph } from "./packages.ts";
import type { Strategy } from "./strategy.ts";

/** One target under one strategy, ready to be built or skipped with a reason. */
export type PlannedCell = {
  readonly package: string;
  /** Where the package's files are, and where `go` runs. */
  readonly packageDir: string;
  readonly moduleDir: string;
  readonly platform: Platform;
  /** It is this machine's own platform. */
  readonly isNative: boolean;
  readonly strategy: Strategy;
  readonly role: Role;
  /** The release build that this is; null for all others. */
  readonly release: ReleaseOrigin | null;
  /** All flags of `go build` but -o. */
  readonly flags: readonly GoFlag[];
  /** The caller's own, before the strategy's were merged in. */
  readonly callerFlags: readonly GoFlag[];
  /** What -buildmode comes to, GOFLAGS included. */
  readonly buildmode: string;
  /** Set for `go`, over the toolchain's environment. */
  readonly env: Environment;
  /** The part of `env` that a person must type; the rest is this machine's own. */
  readonly shownEnv: Environment;
  /** What `go env` says of cgo in this cell's environment. */
  readonly cgoEnv: CgoEnv;
  readonly skip: Skip | null;
  /** The packages as this cell builds them. */
  readonly graph: PackageGraph;
  /** The packages with cgo on: what the program is before a strategy takes something from it. */
  readonly cgoGraph: PackageGraph;
};

/**
 * What a cell is to the project: what ships, a program that no release build is for while others have one, or another way to build a
 * program. The first two are judged; the second as far as a rule asks for it.
 */
export type Role = "ships" | "unreleased" | "compared";

/** Why a cell cannot be built here, as a person can act on it, and what is to blame. */
export type Skip = { readonly reason: string; readonly fault: Fault };

export type PlannedReleases = {
  /** What ships in a way that nobody can tell. */
  readonly notUnderstood: readonly NotUnderstood[];
  readonly hints: readonly ReleaseHint[];
  /** What was chosen otherwise than one would expect, in a sentence; else null. */
  readonly note: string | null;
};

export const noReleases: PlannedReleases = { notUnderstood: [], hints: [], note: null };

export type Plan = {
  /** Sorted by package, platform, strategy. */
  readonly cells: readonly PlannedCell[];
  /** What is known of the releases that the repository describes, beside the cells. */
  readonly release: PlannedReleases;
  /** Why there is none; null where there is one. */
  readonly whyEmpty: ConfigError | null;
  readonly goflags: readonly GoFlag[];
  /** The C compiler for this machine itself. */
  readonly cc: { readonly path: string; readonly version: string } | null;
};

/** One flag of `go build`. `value` is null for a bare boolean flag. */
export type GoFlag = { readonly name: string; readonly value: string | null };

export type CgoEnv = Readonly<Record<(typeof cgoEnvNames)[number], string>>;

export const cgoEnvNames = [
  "CC",
  "CGO_ENABLED",
  "CGO_CPPFLAGS",
  "CGO_CFLAGS",
  "CGO_CXXFLAGS",
  "CGO_FFLAGS",
  "CGO_LDFLAGS",
] as const;

/** A folder to run `go` in, and the patterns that are meant there. */
export type GoModule = { readonly dir: string; readonly patterns: readonly string[] };
