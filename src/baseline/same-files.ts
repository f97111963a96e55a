import { join } from "node:path";
import type { Digests } from "./digests.ts";
import { pathIn, type Repository } from "./repository.ts";
import { type GoPackage, reachable } from "../model/packages.ts";
import type { GoFlag, PlannedCell } from "../model/plan.ts";

/** One side of a comparison: a program and the tree that it is in. */
export type ProgramSide = {
  readonly cell: PlannedCell;
  /** Of GOFLAGS. */
  readonly goflags: readonly GoFlag[];
  readonly repository: Repository;
};

/**
 * Whether what `go list` names for a program is the same on both sides, by content: the files of its packages in the tree, what
 * decides on modules, and the places of all other packages, which both sides share. What a C compiler reads beside that is not seen.
 */
export async function hasSameFiles(head: ProgramSide, base: ProgramSide, digests: Digests): Promise<boolean> {
  if (settingsOf(head) !== settingsOf(base)) return false;
  const [now, before] = [packagesOf(head), packagesOf(base)];
  if (now.length !== before.length || now.some(({ key }, at) => key !== before[at]?.key)) return false;
  const names = [...now.flatMap(({ files }) => files), ...moduleFiles(head), ...moduleFiles(base)];
  const isSame = async (name: string): Promise<boolean> => {
    const [headDigest, baseDigest] = await Promise.all(
      [head, base].map(({ repository }) => digests.of(join(repository.root, name))),
    );
    return headDigest === baseDigest;
  };
  const all = [...new Set(names)];
  // In portions: a process may not open as many files at once as there are.
  for (let at = 0; at < all.length; at += portion) {
    const same = await Promise.all(all.slice(at, at + portion).map(isSame));
    if (same.includes(false)) return false;
  }
  return true;
}

const portion = 64;

function settingsOf({ cell, goflags }: ProgramSide): string {
  const { skip, cgoEnv, isNative, buildmode, platform } = cell;
  return JSON.stringify([skip, cgoEnv, isNative, buildmode, platform, goflags]);
}

type Place = {
  /** Everything about the package that has to be the same but for the content of its files. */
  readonly key: string;
  /** Its files, as git names them; none outside of the tree. */
  readonly files: readonly string[];
};

/** The packages of a program, sorted. */
function packagesOf({ cell, repository }: ProgramSide): readonly Place[] {
  const packages = [...reachable(cell.graph, cell.package)].toSorted().map((path) => cell.graph.get(path) ?? path);
  return packages.map((found) => (typeof found === "string" ? { key: found, files: [] } : placeOf(found, repository)));
}

function placeOf(found: GoPackage, repository: Repository): Place {
  const { importPath, name, standard, state, inputs, imports, goMod, error } = found;
  const dir = pathIn(repository, found.dir);
  const goModName = goMod === null ? null : (pathIn(repository, goMod) ?? goMod);
  const place = standard || dir === undefined ? found.dir : dir;
  const key = JSON.stringify([importPath, name, place, state, inputs, imports, goModName, error !== null]);
  if (standard || dir === undefined) return { key, files: [] };
  const own = goMod === null ? undefined : pathIn(repository, goMod);
  return {
    key,
    files: [...inputs.map((file) => fileIn(found.dir, file, repository)), ...(own === undefined ? [] : [own])],
  };
}

/** A profile for the compiler is named by its whole path. */
function fileIn(dir: string, file: string, repository: Repository): string {
  const path = file.startsWith(dir) ? file : join(dir, file);
  return pathIn(repository, path) ?? path;
}

const moduleNames = ["go.mod", "go.sum", "go.work", "go.work.sum", "vendor/modules.txt"];

/** What decides on modules, in the folders from the module up to the root of the repository. */
function moduleFiles({ cell, repository }: ProgramSide): readonly string[] {
  const dir = pathIn(repository, cell.moduleDir);
  if (dir === undefined) return [];
  const names = dir.split("/").filter((name) => name !== "");
  const folders = ["", ...names.map((_, at) => names.slice(0, at + 1).join("/"))];
  return folders.flatMap((folder) => moduleNames.map((name) => join(folder, name)));
}
