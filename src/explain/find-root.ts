import { basename, dirname, relative, resolve } from "node:path";
import type { OwnCell } from "../model/cell.ts";
import type { PackageGraph } from "../model/packages.ts";
import { findUp } from "../ports/find-up.ts";
import type { Files } from "../ports/types.ts";

/**
 * Where Dockerfiles and the file of goreleaser stand: the root of the repository, else the working directory. Modules that it uses in place
 * may lie beside it (`replace`, go.work): then it is the folder above them all.
 */
export async function findRoot(
  workingDirectory: string,
  cells: readonly Pick<OwnCell, "planned">[],
  files: Pick<Files, "kindOf">,
): Promise<string> {
  const own = (await findUp(workingDirectory, ".git", files)) ?? workingDirectory;
  const planned = cells.map((cell) => cell.planned);
  const graphs = [...new Set(planned.map(({ graph }) => graph))];
  const folders = new Map(planned.map((each) => [each.moduleDir, each]));
  const workspaces = await Promise.all([...folders.values()].map((each) => workspaceOf(each, files)));
  const shared = [...folders.keys(), ...graphs.flatMap(modulesInPlace), ...workspaces.flat()].reduce(commonFolder, own);
  return dirname(shared) === shared ? own : shared;
}

/** The go.mod of a module in the module cache has another name. */
function modulesInPlace(graph: PackageGraph): readonly string[] {
  return [...graph.values()].flatMap(({ goMod }) =>
    goMod !== null && basename(goMod) === "go.mod" ? [dirname(goMod)] : [],
  );
}

async function workspaceOf(
  { moduleDir, shownEnv }: OwnCell["planned"],
  files: Pick<Files, "kindOf">,
): Promise<string[]> {
  const { GOWORK = "" } = shownEnv;
  if (GOWORK !== "") return GOWORK === "off" ? [] : [dirname(GOWORK)];
  const found = await findUp(moduleDir, "go.work", files);
  return found === undefined ? [] : [found];
}

function commonFolder(a: string, b: string): string {
  for (let dir = resolve(a); ; dir = dirname(dir)) {
    if (!relative(dir, b).startsWith("..")) return dir;
    if (dirname(dir) === dir) return dir;
  }
}
