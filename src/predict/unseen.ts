import { listed } from "../text/english.ts";
import { isLinkedInternally } from "../go/internal-packages.ts";
import { type GoPackage, importChain, type PackageGraph, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { LinkFacts, PredictedLinkage, PredictedLinkMode } from "../model/prediction.ts";

/**
 * Why nobody can say what is below a program: a package that it imports cannot be loaded, so its imports and files are not known.
 * null when the graph is whole.
 */
export function holeIn({ graph, package: main }: Pick<PlannedCell, "graph" | "package">): string | null {
  for (const path of reachable(graph, main)) {
    const found = graph.get(path);
    if (path === main || pseudoPackages.has(path)) continue;
    const error = found === undefined ? "the go command does not list it" : found.error;
    if (error === null) continue;
    const chain = importChain(graph, main, path) ?? [main, path];
    return `${path} cannot be loaded (${chain.join(" → ")}): ${error.trim()}`;
  }
  return null;
}

// `import "C"` and `import "unsafe"` name no package with files.
const pseudoPackages: ReadonlySet<string> = new Set(["C", "unsafe"]);

/** What only a build shows of a program that would come out of it. */
export function unseenBeforeBuild(
  { cgoGraph }: Pick<PlannedCell, "cgoGraph">,
  facts: LinkFacts,
  [link, linkage]: readonly [PredictedLinkMode, PredictedLinkage],
): readonly string[] {
  if (linkage.kind === "fails" || linkage.kind === null) return [];
  const lost = facts.packages.filter((found) => lostCgoFiles(found, cgoGraph)).map(({ importPath }) => importPath);
  const inC = facts.packages.filter((found) => bringsC(found, facts)).map(({ importPath }) => importPath);
  const isStatic = linkage.kind === "static" || linkage.kind === "static-pie";
  return [
    ...(lost.length > 0 ? [`whether ${listed(lost)} ${lost.length > 1 ? "compile" : "compiles"} without cgo`] : []),
    ...(isStatic && link.mode === "external" && inC.length > 0 ? [`what the C code of ${listed(inC)} calls`] : []),
  ];
}

/** A package has cgo files, and here it is compiled without them. The standard library is complete either way. */
function lostCgoFiles({ importPath, standard, cgoFiles }: GoPackage, cgoGraph: PackageGraph): boolean {
  return !standard && cgoFiles.length === 0 && (cgoGraph.get(importPath)?.cgoFiles.length ?? 0) > 0;
}

function bringsC({ importPath, cgoFiles, standard }: GoPackage, { goos }: LinkFacts): boolean {
  return !standard && cgoFiles.length > 0 && !isLinkedInternally(importPath, goos);
}
