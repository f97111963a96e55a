import { groupBy, unique } from "../text/group-by.ts";
import { isHigher } from "../text/versions.ts";
import { catalog, type FindingKind } from "../model/catalog.ts";
import { isStandalone, isWithoutLinkage } from "../model/cell.ts";
import type { Cell, Report } from "../model/report.ts";
import { shippedCells } from "./words.ts";

/** What a machine must have for a shipped program, as its file says; the worst first. */
export type Requirement =
  | { readonly kind: "not-built" | "does-not-start" | "unknown" }
  /** `libraries`: those that glibc, or musl, does not have itself; with another C library all of them. */
  | {
      readonly kind: "dynamic";
      readonly libc: "glibc" | "musl" | null;
      readonly minGlibc: string | null;
      readonly interpreter: string | null;
      readonly libraries: readonly string[];
    }
  | { readonly kind: "system" | "static"; readonly minOs: string | null; readonly caveats: readonly FindingKind[] }
  | { readonly kind: "wasm" };

/** Programs that have a requirement in common. */
export type Required = { readonly requirement: Requirement; readonly cells: readonly [Cell, ...Cell[]] };

const worstFirst = ["not-built", "does-not-start", "unknown", "dynamic", "system", "static", "wasm"] as const;

/** Of all that ships. A program that nobody built, or that could not be judged, is never static. */
export function requirementsOf(report: Report): readonly Required[] {
  return groupBy(shippedCells(report), (cell) => JSON.stringify(requirementOf(cell)))
    .map((cells) => ({ requirement: requirementOf(cells[0]), cells }))
    .toSorted((a, b) => worstFirst.indexOf(a.requirement.kind) - worstFirst.indexOf(b.requirement.kind));
}

function requirementOf(cell: Cell): Requirement {
  const { status, linkage, findings } = cell;
  if (status !== "built") return { kind: status === "failed" ? "not-built" : "unknown" };
  if (isWithoutLinkage(cell) || linkage === null) return { kind: "wasm" };
  if (linkage.kind === "packed" || linkage.kind === "unreadable") return { kind: "unknown" };
  // What the base or a rule of the project says is about the change, and not about the file.
  if (findings.some(({ kind, level }) => level === "error" && catalog[kind].foundBy === undefined))
    return { kind: "does-not-start" };
  const { libc, minGlibc, interpreter, needed, minOs } = linkage;
  if (!isStandalone(cell)) {
    const libraries = needed.filter((name) => libc === null || !ownLibraries[libc].test(name));
    return { kind: "dynamic", libc, minGlibc, interpreter, libraries };
  }
  const caveats = unique(findings.map(({ kind }) => kind)).filter((kind) => catalog[kind].isHazard === true);
  return { kind: linkage.kind === "system" ? "system" : "static", minOs, caveats };
}

/** What the packages of the C libraries themselves install (glibc's Makeconfig and shlib-versions; musl has one file). */
const ownLibraries = {
  glibc:
    /^(?:lib(?:c|m|mvec|pthread|dl|rt|resolv|util|nsl|anl|BrokenLocale|thread_db)|ld(?:64|-linux[\w-]*)?)\.so(?:\.\d+)*$/,
  musl: /^(?:libc(?:\.musl-[\w-]+)?|ld-musl-[\w-]+)\.so(?:\.1)?$/,
};

/** The newest glibc of several; null where one of them names none. */
export function highestFloor(floors: readonly (string | null)[]): string | null {
  if (floors.includes(null)) return null;
  return floors.reduce((highest, each) => (isHigher(each, highest) ? each : highest), null);
}
