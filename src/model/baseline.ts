import type { ExaminedCell, Target } from "./cell.ts";
import type { Rules } from "./policy.ts";
import type { SettingChange } from "./setting-change.ts";

/** What the shipped targets were on the base commit, as far as that was needed. */
export type Baseline = {
  /**
   * `none`: nothing was compared. `policy`: nothing was built. `build`: the base was listed or built here.
   */
  readonly source: "none" | "policy" | "build";
  readonly sha: string | null;
  /** What was looked for, what was found, and what that came to. */
  readonly steps: readonly string[];
  /** A base was wanted and could not be had. */
  readonly isMissing: boolean;
  /** This machine was at fault for that: it had no space, or no time. */
  readonly isMachineFault: boolean;
  /** Why the go command can list nothing there, for a fault of the sources alone; else null. */
  readonly notListed: string | null;
  readonly cells: readonly BaseCell[];
  /** Targets that the base has and the head has not. */
  readonly gone: readonly GoneTarget[];
  /** Programs of the head that had another import path on the base: import path -> the one on the base. */
  readonly moved: ReadonlyMap<string, string>;
  /** What the change brought to the files that a cause may stand in: path relative to the working directory -> its pieces. */
  readonly hunks: ReadonlyMap<string, readonly Hunk[]>;
  /** What the base's own config file and workflow ask for; null when the base is not known. */
  readonly rules: Rules | null;
  /** This run is about a change, so that there should be such a base. */
  readonly isChange: boolean;
  /** What the change asks for less than they do, in words. */
  readonly relaxations: readonly string[];
  /** What the base is built with, where the change has another value, and its place; what is likeliest to blame first. */
  readonly changes: readonly SettingChange[];
};

/** `reason`: why the head has it no more; null where its files do not tell. */
export type GoneTarget = Target & { readonly reason: string | null };

export type BaseCell = {
  /** Of the head. */
  readonly head: Target & Pick<ExaminedCell, "strategy">;
  /** What it was. */
  readonly cell: ExaminedCell;
  /** `build`: it was built here. `same-files`: nothing that it is built from differs, so it was not built again. */
  readonly from: "build" | "same-files";
  /** What the two release configurations say otherwise of it; absent: nothing. */
  readonly settings?: readonly SettingChange[];
  /** What of the change may have made it worse, nearest first; absent: nobody looked, or it is not worse. */
  readonly arrivals?: readonly Arrival[];
};

/** Something of a change that decides how a program is linked, with the line that the change touched. */
export type Arrival = {
  /**
   * `import`: an import was added. `constraint`: an import is old, and its file counts now. `module`: another version of a module
   * outside of the repository. `cgo-flags`: a #cgo line. `compiler`: the C compiler is a program of the repository. `c-code`: a file
   * that the C compiler gets.
   */
  readonly by: "import" | "constraint" | "module" | "cgo-flags" | "compiler" | "c-code";
  /** The package that uses C, or that findings of the head name. */
  readonly package: string;
  /** Import paths from the main package to it, both included. */
  readonly chain: readonly string[];
  /** What stands on that line: what is imported ("C" for C), the version of a module, flags; else empty. */
  readonly detail: string;
  /** Relative to the working directory. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
};

/** A piece of a file that the change brought. */
export type Hunk = {
  /** The first of its lines, from 1, and how many they are. None: `line` is the one before the gap. */
  readonly line: number;
  readonly count: number;
  /** What stood there before. */
  readonly removed: readonly string[];
};

/** Path relative to the working directory -> what the change brought there. */
export type Hunks = ReadonlyMap<string, readonly Hunk[]>;
