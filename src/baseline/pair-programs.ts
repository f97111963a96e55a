import { join, posix } from "node:path";
import { groupBy } from "../text/group-by.ts";
import type { Files } from "../ports/types.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { Target } from "../model/cell.ts";
import { type GoPackage, isProgram } from "../model/packages.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";

/** A plan, and the tree that it is of. */
export type PlannedTree = { readonly plan: Plan; readonly repository: Repository };

/** Which programs of the head are which of the base; import paths. */
export type Pairs = {
  /** Under another import path: head -> base. The same program, one to one. */
  readonly moved: ReadonlyMap<string, string>;
  /** What the base ships and the head has not. */
  readonly gone: readonly Target[];
};

type Program = {
  readonly path: string;
  /** From the root of the repository. */
  readonly folder: string | undefined;
  readonly packages: readonly GoPackage[];
  readonly repository: Repository;
};

/**
 * Finds the programs of the base again: by import path, by folder (the module has another path), or by their sources (the folder is
 * another one), where exactly one has them on each side. Whatever is not found again is gone.
 */
export async function pairPrograms(head: PlannedTree, base: PlannedTree, files: Files): Promise<Pairs> {
  const [now, before] = [programsOf(head), programsOf(base)];
  const isNew = ({ path }: Program): boolean => before.every((other) => other.path !== path);
  const isLost = ({ path }: Program): boolean => now.every((other) => other.path !== path);
  const [added, lost] = [now.filter(isNew), before.filter(isLost)];
  const moved = new Map<string, string>();
  for (const program of lost) {
    const [same, ...others] = added.filter(({ folder }) => folder !== undefined && folder === program.folder);
    if (same !== undefined && others.length === 0) moved.set(same.path, program.path);
  }
  const isOpen = ({ path }: Program): boolean => !moved.has(path) && ![...moved.values()].includes(path);
  for (const [to, from] of await pairSources(added.filter(isOpen), lost.filter(isOpen), files)) moved.set(to, from);
  return { moved, gone: findGone(head.plan, base.plan, moved) };
}

/**
 * Programs of the head, not found again, into whose folder git saw Go files of one lost program move: head -> base. They are compared
 * for the cause of what got worse, and the lost program is gone all the same: what else moved with it nobody knows.
 */
export function similarPrograms(
  head: PlannedTree,
  base: PlannedTree,
  known: Pick<Pairs, "moved"> & { readonly movedFiles: ReadonlyMap<string, string> },
): ReadonlyMap<string, string> {
  const { moved, movedFiles } = known;
  const [now, before] = [programsOf(head), programsOf(base)];
  const lost = before.filter(
    ({ path }) => now.every((other) => other.path !== path) && ![...moved.values()].includes(path),
  );
  const moves = [...movedFiles].filter(([, from]) => from.endsWith(".go"));
  return new Map(
    now.flatMap(({ path, folder }) => {
      if (moved.has(path) || before.some((other) => other.path === path)) return [];
      const sources = moves.filter(([to]) => inFolder(to) === folder).map(([, from]) => inFolder(from));
      const [found, ...others] = lost.filter((other) => other.folder !== undefined && sources.includes(other.folder));
      return found === undefined || others.length > 0 ? [] : [[path, found.path] as const];
    }),
  );
}

/** The folder of a file, as git names both. */
export function inFolder(file: string): string {
  const dir = posix.dirname(file);
  return dir === "." ? "" : dir;
}

/** The main packages that can be loaded. */
function programsOf({ plan, repository }: PlannedTree): readonly Program[] {
  return groupBy(plan.cells, (cell) => cell.package).flatMap((cells) => {
    const [first] = cells;
    const packages = cells.flatMap((cell) => mainOf(cell) ?? []).filter((found) => found.state === "loaded");
    if (packages.length === 0) return [];
    return [{ path: first.package, folder: pathIn(repository, first.packageDir), packages, repository }];
  });
}

function mainOf({ cgoGraph, graph, package: main }: PlannedCell): GoPackage | undefined {
  const found = cgoGraph.get(main);
  return found !== undefined && isProgram(found) ? found : graph.get(main);
}

/** One to one by their sources; of several with the same ones, by the last element of the import path. */
async function pairSources(
  added: readonly Program[],
  lost: readonly Program[],
  files: Files,
): Promise<readonly (readonly [string, string])[]> {
  if (added.length === 0 || lost.length === 0) return [];
  const keyed = async (programs: readonly Program[]): Promise<readonly (Program & { readonly key: string })[]> =>
    Promise.all(programs.map(async (program) => ({ ...program, key: await sourcesOf(program, files) })));
  const [now, before] = await Promise.all([keyed(added), keyed(lost)]);
  return before.flatMap((program) => {
    const named = (other: Program): boolean => posix.basename(other.path) === posix.basename(program.path);
    const [rivals, matches] = [before, now].map((all) => all.filter(({ key }) => key === program.key));
    const isSingle = rivals?.length === 1 && matches?.length === 1;
    const candidates = isSingle ? matches : (matches ?? []).filter(named);
    const [found] = candidates;
    if (found === undefined || candidates.length > 1) return [];
    return isSingle || (rivals ?? []).filter(named).length === 1 ? [[found.path, program.path] as const] : [];
  });
}

/** The sources of a program as one text, with its own module's path taken out of the imports. */
async function sourcesOf({ packages, repository }: Program, files: Files): Promise<string> {
  const texts = new Set<string>();
  for (const { dir, module, goFiles, cgoFiles, otherFiles } of packages) {
    for (const name of [...goFiles, ...cgoFiles]) {
      const text = await files.readText(join(dir, name));
      texts.add(`go\n${text === undefined ? `${repository.root}/${name}` : withoutModule(text, module)}`);
    }
    for (const name of otherFiles) texts.add(`${name}\n${(await files.readText(join(dir, name))) ?? ""}`);
  }
  return JSON.stringify([...texts].toSorted());
}

function withoutModule(text: string, module: string | null): string {
  if (module === null) return text;
  const name = module.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return text.replaceAll(new RegExp(`"${name}(?=[/"])`, "g"), '"$MODULE');
}

function findGone(head: Plan, base: Plan, moved: ReadonlyMap<string, string>): Target[] {
  const later = new Map([...moved].map(([to, from]) => [from, to]));
  const now = new Set(head.cells.map((cell) => `${cell.package}\n${cell.platform.name}`));
  const lost = base.cells
    .filter((cell) => cell.role === "ships" && cell.skip === null && mainOf(cell)?.state === "loaded")
    .filter((cell) => !now.has(`${later.get(cell.package) ?? cell.package}\n${cell.platform.name}`))
    .map((cell) => ({ package: cell.package, platform: cell.platform.name }));
  return groupBy(lost, (target) => `${target.package}\n${target.platform}`).map(([first]) => first);
}
