import { relative, resolve } from "node:path";
import { groupBy } from "../text/group-by.ts";
import type { Go } from "../go/command.ts";
import type { Files } from "../ports/types.ts";
import { ImportFinder } from "./cgo-users.ts";
import { findingsOf } from "./findings.ts";
import { linkOf } from "./link.ts";
import { readLinkInputs } from "../inspect/link-inputs.ts";
import { recommend } from "./recommend.ts";
import { forecast } from "./foreseen.ts";
import type { Inspected } from "../model/artifact.ts";
import type { Build } from "../model/build.ts";
import type { Cell, Explained } from "../model/cell.ts";
import type { Finding, CgoUser } from "../model/finding.ts";
import type { Plan } from "../model/plan.ts";
import type { Predictions } from "../model/prediction.ts";
import type { Proof } from "../model/proof.ts";

type Context = {
  readonly proofs: ReadonlyMap<Inspected, Proof>;
  readonly predictions: Predictions;
  readonly plan: Plan;
  readonly go: Go;
  readonly workingDirectory: string;
  readonly files: Files;
};

/**
 * Says of every cell how it came to be linked as it is, and of every target what to ship. Reads Go files to find imports, and
 * what the linker was given where it did not do what was predicted.
 */
export async function explain(inspected: readonly Inspected[], context: Context): Promise<Explained> {
  const finder = new ImportFinder(context.files, resolve(context.workingDirectory));
  const candidates = await Promise.all(
    inspected.map(async (each) => ({
      planned: each.build.cell,
      hostFiles: each.artifact?.inspection.hostFiles ?? [],
      cell: await explainCell(each, await finder.cgoUsers(each.build.cell), context),
    })),
  );
  const forms = { workingDirectory: context.workingDirectory, goVersion: context.go.version };
  const targets = groupBy(candidates, ({ cell }) => `${cell.package}\n${cell.platform}`);
  return {
    cells: candidates.map(({ cell }) => cell),
    recommendation: targets.map((target) => recommend(target, forms)),
  };
}

async function explainCell(inspected: Inspected, users: readonly CgoUser[], context: Context): Promise<Cell> {
  const { plan, go, files, proofs, predictions, workingDirectory } = context;
  const { build, artifact } = inspected;
  const { cell } = build;
  const prediction = predictions.get(cell) ?? null;
  const proof = proofs.get(inspected) ?? null;
  const settings = { goVersion: go.version, goflags: plan.goflags, env: go.env };
  const foretold = prediction && forecast(prediction, inspected);
  const findings = findingsOf(inspected, { users, settings, prediction, forecast: foretold, proof });
  const inputs = foretold?.agrees === false ? await readLinkInputs(cell, { go, files }) : undefined;
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
      dir: relativePath(workingDirectory, cell.moduleDir),
      env: cell.shownEnv,
      goVersion: go.version,
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
