import { relative, resolve } from "node:path";
import { groupBy } from "../group-by.ts";
import type { Inspected } from "../inspect/inspect.ts";
import type { GoBuildInfo } from "../inspect/go-buildinfo.ts";
import type { Linkage } from "../inspect/linkage.ts";
import type { Toolchain } from "../install/install.ts";
import type { Plan } from "../plan/plan.ts";
import type { Proof } from "../prove/judge.ts";
import type { Environment, Files } from "../ports/types.ts";
import type { CheckRequest } from "../request.ts";
import { type CgoUser, ImportFinder } from "./cgo-users.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { type LinkMode, linkReasons, linkRequest } from "./link.ts";
import { recommend, type Recommendation } from "./recommend.ts";

/** One target under one strategy, as the report holds it (DESIGN of the report: docs/report.schema.json). */
export type Cell = {
  readonly package: string;
  readonly platform: string;
  /** null for a file that something else built. */
  readonly strategy: string | null;
  readonly status: "built" | "failed" | "skipped";
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
  readonly base: null;
  readonly findings: readonly Finding[];
};

export type Explained = { readonly cells: readonly Cell[]; readonly recommendation: readonly Recommendation[] };

type Context = {
  readonly proofs: ReadonlyMap<Inspected, Proof>;
  readonly plan: Plan;
  readonly toolchain: Toolchain;
  readonly request: CheckRequest;
  readonly files: Files;
};

/** Says of every cell how it came to be linked as it is, and of every target what to ship. Reads Go files to find imports. */
export async function explain(inspected: readonly Inspected[], context: Context): Promise<Explained> {
  const finder = new ImportFinder(context.files, resolve(context.request.workingDirectory));
  const candidates = await Promise.all(
    inspected.map(async (each) => ({
      planned: each.build.cell,
      cell: explainCell(each, await finder.cgoUsers(each.build.cell), context),
    })),
  );
  const targets = groupBy(candidates, ({ cell }) => `${cell.package}\n${cell.platform}`);
  return {
    cells: candidates.map(({ cell }) => cell),
    recommendation: targets.map((target) => recommend(target, context.request.workingDirectory)),
  };
}

function explainCell(
  inspected: Inspected,
  users: readonly CgoUser[],
  { plan, toolchain, proofs, request: { workingDirectory } }: Context,
): Cell {
  const { build, artifact } = inspected;
  const { cell } = build;
  const request = linkRequest(cell, plan.goflags, toolchain.env);
  const proof = proofs.get(inspected) ?? null;
  const findings = findingsOf(inspected, { users, request, proof });
  const mode = artifact?.inspection.linkMode ?? "unknown";
  return {
    package: cell.package,
    platform: cell.platform.name,
    strategy: cell.strategy.name,
    status: build.status,
    reason:
      build.status === "skipped" ? build.reason : build.status === "failed" ? (findings[0]?.message ?? null) : null,
    ...describeArtifact(artifact),
    link: { mode, reasons: linkReasons(mode, request, users) },
    cgo: users,
    build: {
      argv: build.argv,
      dir: relativePath(workingDirectory, cell.moduleDir),
      env: cell.shownEnv,
      goVersion: toolchain.version,
      output: build.status === "skipped" ? "" : build.output,
    },
    timing: { buildMs: build.status === "skipped" ? null : build.durationMs, inspectMs: artifact?.inspectMs ?? null },
    proof,
    base: null,
    findings,
  };
}

function describeArtifact(artifact: Inspected["artifact"]): Pick<Cell, "artifact" | "linkage" | "buildInfo"> {
  if (artifact === null) return { artifact: null, linkage: null, buildInfo: null };
  const { path, size, sha256, inspection } = artifact;
  return {
    artifact: { path, size, sha256, format: inspection.format },
    linkage: inspection.linkage,
    buildInfo: inspection.go,
  };
}

function relativePath(from: string, to: string): string {
  return relative(resolve(from), to).replaceAll("\\", "/") || ".";
}
