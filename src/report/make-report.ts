import { releaseStrategyName } from "../model/release-strategy.ts";
import { sameStrategy } from "./same-as.ts";
import { releasesOf } from "./releases.ts";
import { relative, resolve } from "node:path";
import { describePolicy } from "../judge/describe-policy.ts";
import { describeRules } from "../judge/describe-rules.ts";
import type { Host } from "../ports/types.ts";
import { version } from "../version.ts";
import { sourceOf } from "./commit-links.ts";
import { sanitize } from "../text/text.ts";
import type { Judged } from "../judge/judge.ts";
import type { Baseline } from "../model/baseline.ts";
import type { Build } from "../model/build.ts";
import type { ExplainedCell, Recommendation } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import type { Plan } from "../model/plan.ts";
import type { Rules } from "../model/policy.ts";
import type { Report, CacheReport, Cell, MachineReport } from "../model/report.ts";
import type { SkippedFile } from "../model/skipped-file.ts";
import type { Toolchain } from "../model/toolchain.ts";
import type { Verdict } from "../model/verdict.ts";

/** As the inputs have them. */
type Asked = Pick<Rules, "require" | "runsOn" | "maxGlibc" | "policy">;

type ReportParts = Asked & {
  readonly cells: readonly Judged<ExplainedCell>[];
  readonly recommendation: readonly Recommendation[];
  readonly verdict: Verdict;
  /** null when nothing was built. */
  readonly base: Baseline | null;
  /** null when nothing was built. */
  readonly toolchain: Toolchain | null;
  readonly cc: Plan["cc"];
  /** As the request has it: a strategy or `auto`. */
  readonly ship: string | null;
  readonly release: Plan["release"];
  readonly cache: CacheReport | null;
  /** Absent where no globs were asked for. */
  readonly skippedFiles?: readonly SkippedFile[];
  readonly host: Host;
  readonly env: Environment;
  readonly workingDirectory: string;
  readonly folder: Report["folder"];
  /** Absent: the run is no leg of a plan. */
  readonly plan?: Report["plan"];
};

/** Bytes of a build's output that a report keeps. */
const outputLimit = 64 * 1024;

/** Puts the report together. Text that came from builds and binaries loses its control characters here, once for all formats. */
export function report({ toolchain, env, ...parts }: ReportParts): Report {
  const { cells, recommendation, verdict, base, cc, ship, cache, host, folder } = parts;
  return sanitizeAll({
    schemaVersion: 1,
    tool: { name: "go-linkage", version },
    environment: {
      go: toolchain && describeGo(toolchain),
      cc,
      os: host.os,
      arch: host.arch,
      image: env.ImageOS === undefined ? null : [env.ImageOS, env.ImageVersion].filter(Boolean).join("/"),
    },
    source: sourceOf(env, folder),
    folder,
    baseline: describeBaseline(base),
    ship: ship === "auto" ? shippedName(cells) : ship,
    release: releasesOf(cells, parts.policy),
    releaseSearch: parts.release,
    policy: describePolicy(parts.policy, cells),
    rules: describeRules(
      cells.filter(({ role }) => role !== "compared"),
      parts,
    ),
    cells: cells.map((cell) =>
      reportCell(cell, { all: cells, workingDirectory: parts.workingDirectory, goVersion: toolchain?.version ?? null }),
    ),
    recommendation,
    verdict,
    cache,
    skippedFiles: parts.skippedFiles ?? [],
    plan: parts.plan ?? null,
    machines: [],
  });
}

function shippedName(cells: readonly ExplainedCell[]): string {
  return cells.some(({ planned }) => planned !== null && planned.release !== null) ? releaseStrategyName : "default";
}

function describeBaseline(base: Baseline | null): Report["baseline"] {
  if (base === null) return { source: "none", sha: null, steps: [], gone: [] };
  const { source, sha, steps, gone } = base;
  return { source, sha, steps, gone };
}

function describeGo({ version: goVersion, root, source, why, sha256 }: Toolchain): MachineReport["go"] {
  return { version: goVersion, root, source, why, sha256 };
}

type CellContext = {
  readonly all: readonly ExplainedCell[];
  readonly workingDirectory: string;
  readonly goVersion: string | null;
};

/** A cell as the contract has it (docs/report.schema.json). */
function reportCell(cell: Judged<ExplainedCell>, context: CellContext): Cell {
  const { build, artifact } = cell;
  const { cgo, proof, prediction, base, findings } = cell;
  return {
    package: cell.package,
    platform: cell.platform,
    strategy: cell.strategy,
    role: cell.role,
    sameAs: sameStrategy(cell, context.all),
    status: cell.status,
    reason: cell.reason,
    artifact: artifact && {
      path: artifact.path,
      size: artifact.size,
      sha256: artifact.sha256,
      format: artifact.inspection.format,
    },
    container: cell.container ?? null,
    linkage: cell.linkage,
    buildInfo: cell.buildInfo && { ...cell.buildInfo, machineFlags: cell.buildInfo.machineFlags ?? [] },
    hardening: artifact?.inspection.hardening ?? null,
    link: cell.link,
    cgo,
    build: reportBuild(cell, context),
    timing: {
      buildMs: build !== null && ranBuilds(build) ? build.durationMs : null,
      inspectMs: artifact?.inspectMs ?? null,
    },
    proof,
    prediction,
    runsOn: cell.runsOn ?? [],
    floors: cell.floors ?? [],
    image: cell.image ?? null,
    base,
    findings: findings.map(({ packages: _, ...finding }) => finding),
  };
}

/** How a cell is built; of a file that something else built, what it says of its Go. */
function reportBuild({ planned, build, buildInfo }: ExplainedCell, context: CellContext): Cell["build"] {
  if (planned === null || build === null) {
    return { argv: [], dir: ".", env: {}, goVersion: buildInfo?.goVersion.replace(/^go/, "") ?? null, output: "" };
  }
  return {
    argv: build.argv,
    dir: relative(resolve(context.workingDirectory), planned.moduleDir).replaceAll("\\", "/") || ".",
    env: planned.shownEnv,
    goVersion: context.goVersion,
    output: ranBuilds(build) ? capOutput(build.output) : "",
  };
}

function ranBuilds(build: Build): build is Extract<Build, { status: "built" | "failed" }> {
  return build.status === "built" || build.status === "failed";
}

/** The end of an output says why it ended, so the middle goes first. */
function capOutput(output: string): string {
  if (output.length <= outputLimit) return output;
  const middle = outputLimit / 2;
  const left = output.length - outputLimit;
  return `${output.slice(0, middle)}\n… ${left} characters left out …\n${output.slice(-middle)}`;
}

function sanitizeAll<T>(value: T): T {
  if (typeof value === "string") return sanitize(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => sanitizeAll(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sanitizeAll<unknown>(item)])) as T;
}

/** The report as text: what --json prints and report-json holds. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Counts over all cells. */
type Counts = {
  readonly static: number;
  readonly system: number;
  readonly dynamic: number;
  readonly other: number;
  /** Without a linkage: WebAssembly. */
  readonly wasm: number;
  readonly failed: number;
  readonly skipped: number;
  readonly total: number;
};

export function countCells(cells: readonly Cell[]): Counts {
  const count = (test: (cell: Cell) => boolean): number => cells.filter(test).length;
  const kind = (...kinds: string[]): number => count(({ linkage }) => linkage !== null && kinds.includes(linkage.kind));
  return {
    static: kind("static", "static-pie"),
    system: kind("system"),
    dynamic: kind("dynamic"),
    other: kind("library", "packed", "unreadable"),
    wasm: count(({ status, linkage }) => status === "built" && linkage === null),
    failed: count(({ status }) => status === "failed"),
    skipped: count(({ status }) => status === "skipped"),
    total: cells.length,
  };
}
