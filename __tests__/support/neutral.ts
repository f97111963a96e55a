import type { Report } from "../../src/model/report.ts";

/** A report of this machine as one of a neutral machine: times, sizes, versions and the platform are fixed. */
export function neutral(report: Report): Report {
  const text = JSON.stringify({
    ...report,
    environment: report.environment && {
      ...report.environment,
      go: { ...report.environment.go, why: "Go 1.26.0, from PATH" },
      cc: { path: "/usr/bin/gcc", version: "gcc 12.2.0" },
    },
    cells: report.cells.map((cell) => ({
      ...cell,
      artifact: cell.artifact && { ...cell.artifact, size: 2_300_000 },
      base: cell.base && { ...cell.base, size: cell.base.size && 2_300_000 },
      linkage: cell.linkage && { ...cell.linkage, minGlibc: cell.linkage.minGlibc && "2.34" },
      timing: { buildMs: cell.timing.buildMs && 800, inspectMs: cell.timing.inspectMs && 2 },
    })),
  });
  const plain = text
    .replace(/linux\/\w+/g, "linux/amd64")
    .replace(/\/lib(64)?\/ld-linux-[\w-]+\.so\.\d/g, "/lib64/ld-linux-x86-64.so.2")
    .replace(/golang:\d+\.\d+/g, "golang:1.26");
  return JSON.parse(plain.replaceAll(/glibc 2\.\d+/g, "glibc 2.34")) as Report;
}
