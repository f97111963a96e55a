import { findingsOfFile } from "./findings.ts";
import { floorsOf } from "./floors.ts";
import { brokenBy, runsOnOf } from "./runs-on.ts";
import { goarchOf, goosOf } from "./platform-of-file.ts";
import { type GivenFile, linkageOf } from "../model/artifact.ts";
import type { ExplainedCell } from "../model/cell.ts";
import type { Finding } from "../model/finding.ts";
import type { RunsOn } from "../model/system.ts";
import { runsOnOfPackage } from "./package-needs.ts";

/** Files that something else built, as cells: nothing is known of their build. */
export function explainFiles(files: readonly GivenFile[]): ExplainedCell[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => describeFile(file, files));
}

/** In a package, where the package can be installed. */
function runsOnOfFile({ inspection, packed }: GivenFile, platform: string, findings: readonly Finding[]): RunsOn[] {
  const { linkage } = inspection;
  const rows = runsOnOf({ platform, linkage, inspection, machineFlags: [], broken: brokenBy(findings) });
  return packed === null ? rows : runsOnOfPackage(rows, packed);
}

/** A judged file, as a cell. `all`: the files that it was found with. */
export function describeFile(artifact: GivenFile, all: readonly GivenFile[] = [artifact]): ExplainedCell {
  const { path, inspection, proof } = artifact;
  const { go } = inspection;
  // A package that calls C is where libc comes from; the file does not say who imports it.
  const users = (inspection.cgoCalls ?? []).map((each) => ({
    package: each.package,
    chain: [],
    file: null,
    line: null,
  }));
  const platform = `${goosOf(inspection) ?? "unknown"}/${goarchOf(inspection) ?? "unknown"}`;
  const findings = findingsOfFile(artifact, users, all);
  const { needs, cgoCalls } = inspection;
  return {
    package: go?.path ?? path,
    platform,
    strategy: null,
    role: "ships",
    status: "built",
    reason: null,
    linkage: linkageOf(inspection),
    link: { mode: inspection.linkMode, reasons: [] },
    planned: null,
    build: null,
    artifact,
    container: artifact.container,
    proof,
    prediction: null,
    cgo: users,
    buildInfo: go,
    findings,
    runsOn: inspection.format === "elf" ? runsOnOfFile(artifact, platform, findings) : [],
    floors: needs === null ? [] : floorsOf(needs, { users, calls: cgoCalls, go }),
  };
}
