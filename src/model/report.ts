import type { PlanReport } from "./leg-plan.ts";
import type { Plan, PlannedReleases, Role } from "./plan.ts";
import type { ReleaseSource } from "./release.ts";
import type { Baseline, GoneTarget } from "./baseline.ts";
import type { Target, Recommendation, Outcome, CellBase } from "./cell.ts";
import type { SkippedFile } from "./skipped-file.ts";
import type { Toolchain } from "./toolchain.ts";
import type { Verdict } from "./verdict.ts";
import type { CgoUser, Finding } from "./finding.ts";
import type { ImageStart } from "./image.ts";
import type { Container } from "./container.ts";
import type { Environment } from "./environment.ts";
import type { Proof } from "./proof.ts";
import type { GoBuildInfo, Hardening } from "./artifact.ts";
import type { Floor, RunsOn } from "./system.ts";
import type { CheckedPrediction } from "./prediction.ts";

/** The report: the contract with everything that reads it (docs/report.schema.json). Fields may be added, never renamed. */
export type Report = {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "go-linkage"; readonly version: string };
  /** null for the merged report of several machines. */
  readonly environment: MachineReport | null;
  /** The commit that was judged, on GitHub; null elsewhere. */
  readonly source: Source | null;
  /**
   * In a job: from the root of the repository (without one: of the workspace) to the working directory, with slashes; empty when they
   * are the same. null elsewhere, and for a folder outside of both.
   */
  readonly folder: string | null;
  /** What was compared, and how it was found. */
  readonly baseline: {
    readonly source: Baseline["source"];
    readonly sha: string | null;
    readonly steps: readonly string[];
    /** Targets that the base ships and the head has not. */
    readonly gone: readonly GoneTarget[];
  };
  /** The strategy that is released; null for files that something else built. */
  readonly ship: string | null;
  /** The builds that ship, and where that is said; empty for files that something else built. */
  readonly release: readonly Release[];
  /** What ships in a way that nobody can tell, and lines of other files that may say how; empty where `ship` names a strategy. */
  readonly releaseSearch: PlannedReleases;
  /** The config file and what is to be said of its rules. */
  readonly policy: PolicyReport;
  /** What was asked of the programs and what they came to; empty where nothing was asked for. */
  readonly rules: readonly RuleResult[];
  readonly cells: readonly Cell[];
  readonly recommendation: readonly Recommendation[];
  readonly verdict: Verdict;
  /** null where there is none: on the command line, and when nothing was built. */
  readonly cache: CacheReport | null;
  /** What globs matched, and what folders and archives hold, beside programs: never cells. */
  readonly skippedFiles: readonly SkippedFile[];
  /** The plan that a leg or a merge is of; null for a run of its own. */
  readonly plan: PlanReport | null;
  /** The machines of a merged report, in the order of the legs; empty for all others. */
  readonly machines: readonly { readonly leg: string; readonly environment: MachineReport | null }[];
};

/** The machine that a report is of. */
export type MachineReport = {
  /** null when no Go was needed. */
  readonly go: {
    readonly version: string;
    /** In a merged report: null, for the folder is that of another machine. */
    readonly root: string | null;
    readonly source: Toolchain["source"];
    /** Who asked for this version. */
    readonly why: string;
    readonly sha256: string | null;
  } | null;
  readonly cc: Plan["cc"];
  readonly os: string;
  readonly arch: string;
  /** The runner image; null outside GitHub. */
  readonly image: string | null;
};

/** A program, one way in which it ships, and where that is said. */
export type Release = {
  /** `input`, `config`: `ship` names the strategy. `none`: nothing says it, and the plain build is judged. */
  readonly source: ReleaseSource | "input" | "config" | "none";
  /** Relative to the repository's root; of `config`, to the working directory. null where no file says it. */
  readonly file: string | null;
  readonly line: number | null;
  /** goreleaser's and ko's. */
  readonly id: string | null;
  readonly package: string;
  readonly platforms: readonly string[];
  readonly strategy: string;
  /** What of it decides how a program is linked: `CGO_ENABLED=0`, `-tags=netgo`. */
  readonly settings: readonly string[];
  /** The image that it is put into; null where none is named. */
  readonly image: string | null;
};

type PolicyReport = {
  /** As the input `config` names it; null without one. */
  readonly file: string | null;
  readonly rules: number;
  readonly notes: readonly string[];
};

/** One thing that the input `require` or a rule of the config file asks for, and what the programs are that it is for. */
export type RuleResult = {
  readonly rule: "require" | "max-glibc" | "needed" | "runs-on";
  /** The config file relative to the working directory, and the line; null for the input. */
  readonly file: string | null;
  readonly line: number | null;
  /** What it is for: globs; empty: all programs that no other rule is for. */
  readonly packages: readonly string[];
  readonly limit: string;
  readonly measured: string;
  /** `unused`: it is for no program of this run. */
  readonly outcome: "kept" | "broken" | "unused";
};

/** A commit on GitHub, for links and for paths as the repository knows them. */
export type Source = {
  /** Of the repository: `https://github.com/acme/app`. */
  readonly url: string;
  readonly sha: string;
  /** As the report has it. */
  readonly folder: string;
};

/** What the cache did in a run, for the report. */
export type CacheReport = {
  readonly input: CacheInput;
  readonly restores: boolean;
  readonly saves: boolean;
  /** Why it does what it does, in one sentence. */
  readonly why: string;
  readonly entries: readonly CacheEntry[];
  readonly timing: {
    /** Wall time in ms that restoring took. */
    readonly restoreMs: number;
  };
};

export type CacheEntry = CacheKeys & {
  readonly name: "build" | "modules";
  readonly hit: "exact" | "older" | "none";
  readonly matchedKey: string | null;
  /** Bytes of the archive that was restored, and of the files in it. */
  readonly restored: { readonly archiveBytes: number | null; readonly bytes: number } | null;
  /** What is saved when the job ends, before packing. */
  readonly saved: { readonly bytes: number } | null;
  /** One sentence about this entry. */
  readonly why: string;
};

/** The keys of one entry: what it is saved under, and the beginnings of what is nearly as good, best first. */
export type CacheKeys = { readonly key: string; readonly restoreKeys: readonly string[] };

export type CacheInput = "auto" | "true" | "false";

/** One target under one strategy, as the report holds it (DESIGN of the report: docs/report.schema.json). */
export type Cell = Target &
  Outcome & {
    /** null for a file that something else built. */
    readonly strategy: string | null;
    readonly role: Role;
    /** The strategy of this run that a release build is the same as; null: none, or no release build. */
    readonly sameAs: string | null;
    readonly artifact: {
      readonly path: string | null;
      /** Bytes. */
      readonly size: number;
      /** null in a table for people, where nobody asked for it. */
      readonly sha256: string | null;
      readonly format: string | null;
    } | null;
    /** The archive that the program was found in; null for what was built, and for a file of the disk. */
    readonly container: Container | null;
    readonly cgo: readonly CgoUser[];
    readonly build: {
      readonly argv: readonly string[];
      /** Where it runs, relative to the working directory. */
      readonly dir: string;
      readonly env: Environment;
      /** null when the file does not say. */
      readonly goVersion: string | null;
      /** All that go and the linkers wrote. */
      readonly output: string;
    };
    readonly timing: { readonly buildMs: number | null; readonly inspectMs: number | null };
    /** null when nobody asked, or the artifact is not static. */
    readonly proof: Proof | null;
    /** What the go command recorded in the artifact; null when it recorded nothing that can be read. */
    readonly buildInfo: GoBuildInfo | null;
    /** null without an artifact, for formats other than ELF, and for what is packed or unreadable. */
    readonly hardening: Hardening | null;
    /** What the rules of the toolchain say of the build before it is made; null for a cell that cannot be built here. */
    readonly prediction: CheckedPrediction | null;
    /** Where it starts, in the order of the table; empty for programs of other systems than Linux. */
    readonly runsOn: readonly RunsOn[];
    /** What sets how old its libraries may be; the first of each set is the highest. */
    readonly floors: readonly Floor[];
    /** Whether it starts in its image; null for what is not the entrypoint of one. */
    readonly image: ImageStart | null;
    /** What it was on the base commit; null when nobody looked. */
    readonly base: CellBase | null;
    readonly findings: readonly Finding[];
  };
