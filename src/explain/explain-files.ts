import { findingsOfFile } from "./findings.ts";
import { goarchOf, goosOf } from "./platform-of-file.ts";
import type { GivenFile } from "../model/artifact.ts";
import type { Cell } from "../model/cell.ts";
import type { Proof } from "../model/proof.ts";

/** Files that something else built, as cells of the report: what is not known of their build is null. */
export function explainFiles(files: readonly GivenFile[], proofs: ReadonlyMap<GivenFile, Proof>): Cell[] {
  return files
    .map((file) => explainFile(file, proofs.get(file) ?? null))
    .toSorted((a, b) => ((a.artifact?.path ?? "") < (b.artifact?.path ?? "") ? -1 : 1));
}

function explainFile({ path, size, sha256, inspection, inspectMs }: GivenFile, proof: Proof | null): Cell {
  const { go } = inspection;
  // A package that calls C is where libc comes from; the file does not say who imports it.
  const users = (inspection.cgoCalls ?? []).map((each) => ({
    package: each.package,
    chain: [],
    file: null,
    line: null,
  }));
  return {
    package: go?.path ?? path,
    platform: `${goosOf(inspection) ?? "unknown"}/${goarchOf(inspection) ?? "unknown"}`,
    strategy: null,
    status: "built",
    reason: null,
    artifact: { path, size, sha256, format: inspection.format },
    linkage: inspection.linkage,
    link: { mode: inspection.linkMode, reasons: [] },
    cgo: users,
    build: { argv: [], dir: ".", env: {}, goVersion: go?.goVersion.replace(/^go/, "") ?? null, output: "" },
    timing: { buildMs: null, inspectMs },
    proof,
    buildInfo: go,
    hardening: inspection.hardening,
    prediction: null,
    base: null,
    findings: findingsOfFile(inspection, users, proof),
  };
}
