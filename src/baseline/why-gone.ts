import { join, posix } from "node:path";
import type { Files } from "../ports/types.ts";
import type { Changes } from "./changes.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { GoneTarget } from "../model/baseline.ts";
import type { Target } from "../model/cell.ts";
import { isProgram } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

type Sides = {
  readonly repository: Repository;
  /** The copy of the base. */
  readonly tree: string;
  readonly changes: Changes | undefined;
  readonly files: Files;
};

/** A program of the base; its paths are those of git. */
type Lost = Sides & {
  readonly folder: string;
  /** Of its module. */
  readonly module: string;
  /** Its Go files. */
  readonly sources: readonly string[];
};

/** The targets that are gone, each with the reason, as far as the files tell. `cells`: those of the base. */
export function explainGone(
  gone: readonly Target[],
  cells: readonly PlannedCell[],
  sides: Sides,
): Promise<readonly GoneTarget[]> {
  const tree = { root: sides.tree, alias: sides.tree, prefix: "" };
  const explain = async (target: Target): Promise<GoneTarget> => {
    const cell = cells.find((each) => each.package === target.package && each.platform.name === target.platform);
    const folder = cell && pathIn(tree, cell.packageDir);
    if (cell === undefined || folder === undefined) return { ...target, reason: null };
    const module = await moduleOf(folder, sides);
    return { ...target, reason: await reasonOf({ ...sides, folder, module, sources: sourcesOf(cell) }) };
  };
  return Promise.all(gone.map(explain));
}

function sourcesOf({ cgoGraph, graph, package: main }: PlannedCell): readonly string[] {
  const cgo = cgoGraph.get(main);
  const found = cgo !== undefined && isProgram(cgo) ? cgo : graph.get(main);
  return found === undefined ? [] : [...found.goFiles, ...found.cgoFiles];
}

/** The nearest folder of the base with a go.mod. */
async function moduleOf(folder: string, { tree, files }: Pick<Sides, "tree" | "files">): Promise<string> {
  for (const each of foldersTo(folder).toReversed()) {
    if ((await files.kindOf(join(tree, each, "go.mod"))) === "file") return each;
  }
  return "";
}

async function reasonOf(lost: Lost): Promise<string | null> {
  return (
    (await replacedFolder(lost)) ??
    (await movedOrDeleted(lost)) ??
    (await ownModule(lost)) ??
    (await droppedByWorkspace(lost)) ??
    (await excluded(lost))
  );
}

function shown(folder: string): string {
  return folder === "" ? "the root of the repository" : folder;
}

/** From the root down to a folder, itself included. */
function foldersTo(folder: string): readonly string[] {
  const names = folder.split("/").filter((name) => name !== "");
  return ["", ...names.map((_, at) => names.slice(0, at + 1).join("/"))];
}

/** git names a submodule, a link and a file themselves, and of a folder only the files. */
async function replacedFolder({ folder, repository, tree, changes, files }: Lost): Promise<string | null> {
  for (const path of foldersTo(folder).slice(1)) {
    const isLink = changes?.files.includes(path) === true && (await files.kindOf(join(tree, path))) === "folder";
    if (!isLink) continue;
    const here = join(repository.root, path);
    const real = await files.realPath(here);
    if (real === "broken") return `${path} is a symbolic link to nothing`;
    if (real !== undefined && real !== here) return `${path} is a symbolic link, which ./... does not follow`;
    if ((await files.kindOf(here)) === "file") return `${path} is a file now`;
    if ((await files.kindOf(join(here, ".git"))) === undefined) return `the submodule ${path} was removed`;
  }
  return null;
}

/** None of its Go files is where it was. */
async function movedOrDeleted({ folder, sources, repository, changes, files }: Lost): Promise<string | null> {
  const kept = await goFilesIn(join(repository.root, folder), files);
  if (kept.some((name) => !name.endsWith("_test.go"))) return null;
  const old = sources.map((name) => posix.join(folder, name));
  const [to] = [...(changes?.moved ?? [])].flatMap(([path, from]) => (old.includes(from) ? [path] : []));
  if (to === undefined) {
    for (const path of old) {
      if ((await files.realPath(join(repository.root, path))) === "broken")
        return `${path} is a symbolic link to nothing`;
    }
    if (kept.length > 0) return `${shown(folder)} has only test files`;
    const isLeft = (await files.kindOf(join(repository.root, folder))) !== undefined;
    return isLeft ? `${shown(folder)} has no Go files` : `${shown(folder)} was deleted`;
  }
  const place = posix.dirname(to);
  if (passedOver(place)) return `it was moved to ${place}, which ./... does not match`;
  return (
    (await ownModule({ folder: place, module: "", repository, files }, "it was moved to a module of its own: ")) ??
    (place === folder ? null : `it was moved to ${shown(place)} and is another program there`)
  );
}

/** `go help packages`: what a pattern with ... leaves out. */
function passedOver(folder: string): boolean {
  return folder.split("/").some((name) => name === "testdata" || name === "vendor" || /^[_.]./.test(name));
}

async function goFilesIn(folder: string, files: Files): Promise<readonly string[]> {
  return (await files.kindOf(folder)) === "folder" ? files.glob("*.go", folder) : [];
}

/** A go.mod between the program and its module. */
async function ownModule(
  { folder, module, repository, files }: Pick<Lost, "folder" | "module" | "repository" | "files">,
  words = "it is in a module of its own: ",
): Promise<string | null> {
  const below = foldersTo(folder).filter((each) => each.length > module.length);
  for (const each of below) {
    const path = posix.join(each, "go.mod");
    if ((await files.kindOf(join(repository.root, path))) === "file") return `${words}${path}`;
  }
  return null;
}

async function droppedByWorkspace({ module, repository, changes, files }: Lost): Promise<string | null> {
  for (const folder of foldersTo(module).toReversed()) {
    const path = posix.join(folder, "go.work");
    if (changes?.files.includes(path) !== true) continue;
    const text = await files.readText(join(repository.root, path));
    if (text === undefined) return `${path} was deleted`;
    const used = [...text.replaceAll(/\/\/.*$/gm, "").matchAll(/[\w./-]+/g)].map(([word]) => posix.join(folder, word));
    if (!used.includes(module === "" ? "." : module)) return `${path} no longer uses ${shown(module)}`;
  }
  return null;
}

/** What each of its files says of itself; the first that says why. */
async function excluded({ folder, sources, repository, files }: Lost): Promise<string | null> {
  const names = (await goFilesIn(join(repository.root, folder), files)).filter((name) => !name.endsWith("_test.go"));
  const kept = names.filter((name) => sources.includes(name));
  const heads = await Promise.all(
    (kept.length > 0 ? kept : names).map(async (name) => ({
      path: posix.join(folder, name),
      ...readHead((await files.readText(join(repository.root, folder, name))) ?? ""),
    })),
  );
  const [constrained] = heads.filter(({ constraint }) => constraint !== null);
  if (constrained?.constraint != null) {
    return `excluded by the build constraint on ${constrained.path}:${constrained.constraint}`;
  }
  const [library] = heads.filter(({ name }) => name !== null && name !== "main");
  if (library !== undefined)
    return `${library.path}:${library.line} says package ${library.name ?? ""}: it is a library`;
  const [suffixed] = heads.filter(({ path }) => !sources.includes(posix.basename(path)) && path.includes("_"));
  return suffixed === undefined ? null : `${suffixed.path} is for other platforms by its name`;
}

type FileHead = { readonly name: string | null; readonly line: number; readonly constraint: number | null };

/** The package clause of a Go file, and the line of a constraint before it. */
function readHead(text: string): FileHead {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const lines = code.split("\n");
  const at = lines.findIndex((line) => /^\s*package\s/.test(line));
  const name = /^\s*package\s+([\p{L}_][\p{L}\p{N}_]*)/u.exec(lines[at] ?? "")?.[1] ?? null;
  const constraint = lines
    .slice(0, Math.max(at, 0))
    .findIndex((line) => /^\s*\/\/\s*(?:go:build|\+build)\s/.test(line));
  return { name, line: at + 1, constraint: constraint < 0 ? null : constraint + 1 };
}
