import { isAbsolute, relative, resolve } from "node:path";
import type { PlacedError } from "../build/placed-errors.ts";
import { nowhere, type Place } from "../model/finding.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { Files } from "../ports/types.ts";

type FinderContext = { readonly files: Pick<Files, "kindOf">; readonly workingDirectory: string };

/** At most so many places are looked at: a compiler stops after ten errors, and gcc does not. */
const placeLimit = 50;

/** The first of the errors that is in the caller's own files: where; nowhere without one. */
export async function placeOfFailure(
  planned: PlannedCell,
  errors: readonly PlacedError[],
  { files, workingDirectory }: FinderContext,
): Promise<Place> {
  const base = resolve(workingDirectory);
  for (const named of errors.slice(0, placeLimit)) {
    for (const path of meantPaths(named, planned)) {
      if (!isOwn(path, planned, base) || (await files.kindOf(path)) !== "file") continue;
      return { file: relative(base, path).replaceAll("\\", "/"), line: named.line, column: named.column };
    }
  }
  return nowhere;
}

/** The go command names files relative to where it runs; a C compiler runs in the folder of its package. */
function meantPaths({ file, package: path }: PlacedError, { moduleDir, graph }: PlannedCell): string[] {
  if (isAbsolute(file)) return [file];
  const dir = path === null ? undefined : graph.get(path)?.dir;
  return [moduleDir, ...(dir === undefined || dir === "" ? [] : [dir])].map((each) => resolve(each, file));
}

/** In the module, the working directory, or a package of the same repository; not in a dependency or in Go itself. */
function isOwn(path: string, { graph, moduleDir }: PlannedCell, base: string): boolean {
  const own = [...graph.values()].flatMap((each) => (each.own && each.dir !== "" ? [each.dir] : []));
  return [base, moduleDir, ...own].some((folder) => {
    const below = relative(folder, path);
    return !isAbsolute(below) && !/^\.\.(?:[/\\]|$)/.test(below);
  });
}
