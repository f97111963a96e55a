import type { GivenFile } from "../inspect/given.ts";
import type { Cell } from "./explain.ts";
import { findingsOfFile } from "./findings.ts";

/** Files that something else built, as cells of the report: what is not known of their build is null. */
export function explainFiles(files: readonly GivenFile[]): Cell[] {
  return files.map(explainFile).toSorted((a, b) => (a.package < b.package ? -1 : 1));
}

function explainFile({ path, size, sha256, inspection, inspectMs }: GivenFile): Cell {
  return {
    package: path,
    platform: `${systems[inspection.format ?? ""] ?? "unknown"}/${inspection.machine ?? "unknown"}`,
    strategy: null,
    status: "built",
    reason: null,
    artifact: { path, size, sha256, format: inspection.format },
    linkage: inspection.linkage,
    link: { mode: inspection.linkMode, reasons: [] },
    cgo: [],
    build: { argv: [], dir: ".", env: {}, goVersion: null, output: "" },
    timing: { buildMs: null, inspectMs },
    proof: null,
    base: null,
    findings: findingsOfFile(inspection, []),
  };
}

const systems: Readonly<Record<string, string>> = { elf: "linux", macho: "darwin", pe: "windows", xcoff: "aix" };
