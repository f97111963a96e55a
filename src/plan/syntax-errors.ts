import { join } from "node:path";
import type { Go } from "../go/command.ts";
import type { GoPackage, PackageGraph } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { Files } from "../ports/types.ts";
import { withoutFolder } from "../text/folders.ts";
import { isSet } from "../go/go-flags.ts";

/** Files in one call: a command line has an end. */
const filesAtOnce = 500;

/**
 * The same cells, with the first syntax error of each package as its error. `go list` reads a file only down to its imports, so what is
 * below them nobody has read before a build. gofmt parses the packages that are no published modules; those were built before.
 */
export async function withSyntaxErrors(
  cells: readonly PlannedCell[],
  go: Go,
  files: Pick<Files, "size">,
): Promise<readonly PlannedCell[]> {
  // An overlay holds other files than the disk.
  const graphs = new Set(cells.filter(({ flags }) => !isSet(flags, "-overlay")).map(({ graph }) => graph));
  if ((await files.size(go.gofmt)) === undefined) return cells;
  const paths = [...new Set([...graphs].flatMap((graph) => [...graph.values()].flatMap(localFiles)))];
  const errors = await readErrors(paths, go, cells[0]?.moduleDir ?? ".");
  if (errors.size === 0) return cells;
  const marked = new Map([...graphs].map((graph) => [graph, withErrors(graph, errors)]));
  return cells.map((cell) => ({ ...cell, graph: marked.get(cell.graph) ?? cell.graph }));
}

/** The Go files of a package that somebody may be working on: not of the standard library, the module cache or a vendor folder. */
function localFiles({ standard, goMod, dir, goFiles, cgoFiles }: GoPackage): string[] {
  if (standard || goMod === null || /@v\d/.test(dir)) return [];
  return [...goFiles, ...cgoFiles].map((name) => join(dir, name));
}

/** What gofmt says of the files that it cannot parse: the first error of each, without the file's name. */
async function readErrors(paths: readonly string[], go: Go, cwd: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < paths.length; from += filesAtOnce) {
    const { stderr } = await go.parse(["-l", ...paths.slice(from, from + filesAtOnce)], { cwd });
    for (const [, path = "", rest = ""] of stderr.matchAll(/^(.+?\.go):(\d+:\d+: .+)$/gm)) {
      if (!found.has(path)) found.set(path, rest);
    }
  }
  return found;
}

function withErrors(graph: PackageGraph, errors: ReadonlyMap<string, string>): PackageGraph {
  const mark = (each: GoPackage): GoPackage => {
    const path = localFiles(each).find((file) => errors.has(file));
    if (path === undefined || each.error !== null) return each;
    const moduleDir = (each.goMod ?? "").replace(/[/\\]go\.mod$/, "");
    return { ...each, error: withoutFolder(`${path}:${errors.get(path) ?? ""}`, moduleDir) };
  };
  return new Map([...graph].map(([name, each]) => [name, mark(each)]));
}
