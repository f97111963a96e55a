import { relative, resolve } from "node:path";
import { type Build, notBuilt } from "../build/build.ts";
import { groupBy } from "../group-by.ts";
import type { Hardening } from "../inspect/elf-hardening.ts";
import type { Inspected } from "../inspect/inspect.ts";
import type { GoBuildInfo } from "../inspect/go-buildinfo.ts";
import type { Linkage } from "../inspect/linkage.ts";
import type { Toolchain } from "../install/install.ts";
import type { Plan } from "../plan/plan.ts";
import type { Proof } from "../prove/judge.ts";
import type { Environment, Ports } from "../ports/types.ts";
import type { CheckRequest } from "../request.ts";
import type { LinkMode } from "../inspect/link-mode.ts";
import { type Forecast, forecast } from "../predict/forecast.ts";
import type { Predictions } from "../predict/predict.ts";
import { type CgoUser, ImportFinder } from "./cgo-users.ts";
import type { Finding } from "./facts.ts";
import { findingsOf } from "./findings.ts";
import { linkOf } from "./link.ts";
import { readLinkInputs } from "./link-inputs.ts";
import { recommend, type Recommendation } from "./recommend.ts";

/** One target under one strategy, as the report holds it (DESIGN of the report: docs/report.schema.json). */
export type Cell = {
  readonly package: string;
  readonly platform: string;
  /** null for a file that something else built. */
  readonly strategy: string | null;
  /** `predicted`: nobody tried to build it. */
  readonly status: "built" | "failed" | "skipped" | "predicted";
  /** Why it was skipped or failed, in one line. */
  readonly reason: string | null;
  readonly artifact: {
    readonly path: string | null;
    /** Bytes. */
    readonly size: number;
    /** null in a table for people, where nobody asked for it. */
    readonly sha256: string | null;
    readonly format: string | null;
  } | null;
  readonly linkage: Linkage | null;
  readonly link: { readonly mode: LinkMode; readonly reasons: readonly string[] };
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
  readonly prediction: Forecast | null;
  /** What it was on the base commit; null when nobody looked. */
  readonly base: CellBase | null;
  readonly findings: readonly Finding[];
};

/** The same target on the base commit. */
export type CellBase = Pick<Cell, "package" | "reason" | "linkage" | "link"> & {
  readonly status: Cell["status"];
  /** Nothing that it is built from differs, so the head's build stands for both. */
  readonly unchanged: boolean;
  /** How that is known: it was built in this run, the head's build stands for it, or an earlier run left it in the cache. */
  readonly from: "build" | "same-files" | "cache";
};

export type Explained = { readonly cells: readonly Cell[]; readonly recommendation: readonly Recommendation[] };

type Context = {
  readonly proofs: ReadonlyMap<Inspected, Proof>;
  readonly predictions: Predictions;
  readonly plan: Plan;
  readonly toolchain: Toolchain;
  readonly request: CheckRequest;
  readonly ports: Pick<Ports, "exec" | "files">;
};

/** The cells of a plan that nobody builds, for `explain` to say what would become of them. */
export function withoutBuilding({ cells }: Plan): Inspected[] {
  return cells.map((cell) => ({ build: notBuilt(cell), artifact: null }));
}

/**
 * Says of every cell how it came to be linked as it is, and of every target what to ship. Reads Go files to find imports, and
 * what the linker was given where it did not do what was predicted.
 */
export async function explain(inspected: readonly Inspected[], context: Context): Promise<Explained> {
  const finder = new ImportFinder(context.ports.files, resolve(context.request.workingDirectory));
  const candidates = await Promise.all(
    inspected.map(async (each) => ({
      planned: each.build.cell,
      hostFiles: each.artifact?.inspection.hostFiles ?? [],
      cell: await explainCell(each, await finder.cgoUsers(each.build.cell), context),
    })),
  );
  const forms = { workingDirectory: context.request.workingDirectory, goVersion: context.toolchain.version };
  const targets = groupBy(candidates, ({ cell }) => `${cell.package}\n${cell.platform}`);
  return {
    cells: candidates.map(({ cell }) => cell),
    recommendation: targets.map((target) => recommend(target, forms)),
  };
}

async function explainCell(inspected: Inspected, users: readonly CgoUser[], context: Context): Promise<Cell> {
  const { plan, toolchain, proofs, predictions, request, ports } = context;
  const { build, artifact } = inspected;
  const { cell } = build;
  const prediction = predictions.get(cell) ?? null;
  const proof = proofs.get(inspected) ?? null;
  const settings = { goVersion: toolchain.version, goflags: plan.goflags, env: toolchain.env };
  const foretold = prediction && forecast(prediction, inspected);
  const findings = findingsOf(inspected, { users, settings, prediction, forecast: foretold, proof });
  const inputs = foretold?.agrees === false ? await readLinkInputs(cell, { toolchain, ports }) : undefined;
  return {
    package: cell.package,
    platform: cell.platform.name,
    strategy: cell.strategy.name,
    status: build.status,
    reason: reasonOf(build, findings),
    ...describeArtifact(artifact),
    link: linkOf(artifact, foretold, inputs),
    cgo: users,
    build: {
      argv: build.argv,
      dir: relativePath(request.workingDirectory, cell.moduleDir),
      env: cell.shownEnv,
      goVersion: toolchain.version,
      output: wasRun(build) ? build.output : "",
    },
    timing: timingOf(inspected),
    proof,
    prediction: foretold,
    base: null,
    findings,
  };
}

function reasonOf(build: Build, findings: readonly Finding[]): string | null {
  if (build.status === "skipped") return build.reason;
  return build.status === "failed" ? (findings[0]?.message ?? null) : null;
}

function timingOf({ build, artifact }: Inspected): Cell["timing"] {
  return { buildMs: wasRun(build) ? build.durationMs : null, inspectMs: artifact?.inspectMs ?? null };
}

function wasRun(build: Build): build is Extract<Build, { status: "built" | "failed" }> {
  return build.status === "built" || build.status === "failed";
}

function describeArtifact(
  artifact: Inspected["artifact"],
): Pick<Cell, "artifact" | "linkage" | "buildInfo" | "hardening"> {
  if (artifact === null) return { artifact: null, linkage: null, buildInfo: null, hardening: null };
  const { path, size, sha256, inspection } = artifact;
  return {
    artifact: { path, size, sha256, format: inspection.format },
    linkage: inspection.linkage,
    buildInfo: inspection.go,
    hardening: inspection.hardening,
  };
}

function relativePath(from: string, to: string): string {
  return relative(resolve(from), to).replaceAll("\\", "/") || ".";
}
