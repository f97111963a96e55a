import { posix } from "node:path";
import { fillHoles, hasHole } from "./shell-holes.ts";
import { matchesPath } from "./shell-patterns.ts";
import { resolvePath } from "./shell-state.ts";

/** What a reader of release configurations knows of the repository. Paths are relative to its root, with slashes; `.` is the root. */
export type RepositoryView = {
  /** Whether there is such a file or folder. */
  readonly exists: (path: string) => boolean;
  /** Folders with Go files that are not tests. */
  readonly goFolders: readonly string[];
  /** Each go.mod: its folder and the path of its module. */
  readonly modules: readonly { readonly dir: string; readonly path: string }[];
};

/** A folder of the container and the folder of the repository that was copied or mounted there. */
export type Mapping = {
  readonly container: string;
  readonly repository: string;
  /** Only files of it were copied, not the folders below. */
  readonly isFlat: boolean;
};

/** In place of a folder of the repository: what is mounted comes from somewhere else. */
export const foreign = "\0";

/** The folder of the repository that a folder of the container has; null: none. The closest copy counts, of these the last. */
export function repositoryFolder(path: string, mappings: readonly Mapping[]): string | null {
  if (hasHole(path)) return null;
  let best: Mapping | null = null;
  for (const mapping of mappings) {
    if (!isBelow(path, mapping.container) || (mapping.isFlat && path !== mapping.container)) continue;
    const isCloser = best === null || mapping.container.length > best.container.length;
    const isAsClose = best !== null && mapping.container.length === best.container.length;
    if (isCloser || (isAsClose && (!mapping.isFlat || best?.isFlat === true))) best = mapping;
  }
  return best === null ? null : posix.join(best.repository, posix.relative(best.container, path)) || ".";
}

/** Whether a path is a folder or something below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}

/** Whether a folder of the repository is or holds a folder with Go files. */
export function hasGoBelow(folder: string, { goFolders }: RepositoryView): boolean {
  return goFolders.some((each) => folder === "." || each === folder || each.startsWith(`${folder}/`));
}

type Copy = {
  /** As they are written, relative to the build context. */
  readonly sources: readonly string[];
  /** Absolute. */
  readonly target: string;
  readonly isFolder: boolean;
};

/** What `COPY` or `ADD` from the build context puts where. `root` is the context's folder in the repository. */
export function mappingsOfCopy({ sources, target, isFolder }: Copy, root: string, view: RepositoryView): Mapping[] {
  return sources.flatMap((source) => {
    if (hasHole(source) || /^(?:https?|git|ssh):|^git@/.test(source)) return [];
    const path = inContext(source, root);
    const isPattern = /[*?[]/.test(posix.basename(path));
    if (!isPattern && isFolderOf(path, view)) return [{ container: target, repository: path, isFlat: false }];
    if (isPattern) return mappingsOfPattern(path, target, view);
    const folder = isFolder || sources.length > 1 ? target : posix.dirname(target);
    return [{ container: folder, repository: posix.dirname(path), isFlat: true }];
  });
}

/** `COPY cmd* /app/` copies what is in each folder, and files as they are. */
function mappingsOfPattern(path: string, target: string, view: RepositoryView): Mapping[] {
  const folders = view.goFolders.filter((folder) => matchesPath(path, folder));
  return [
    { container: target, repository: posix.dirname(path), isFlat: true },
    ...folders.map((folder) => ({ container: target, repository: folder, isFlat: false })),
  ];
}

/** A path of the build context as a path of the repository. */
export function inContext(source: string, root: string): string {
  return posix.join(root, resolvePath("/", source).slice(1)) || ".";
}

function isFolderOf(path: string, view: RepositoryView): boolean {
  if (path === "." || hasGoBelow(path, view)) return true;
  return (
    view.exists(path) &&
    posix.extname(path) === "" &&
    !/^(?:Makefile|LICENSE|VERSION|Dockerfile)$/.test(posix.basename(path))
  );
}

/** What a later stage has of the repository by a copy of the whole or of a part of an earlier one. */
export function mappingsOfStage(source: string, target: string, mappings: readonly Mapping[]): Mapping[] {
  const inner = mappings
    .filter(({ container }) => isBelow(container, source))
    .map((each) => ({ ...each, container: posix.join(target, posix.relative(source, each.container)) }));
  const whole = repositoryFolder(source, mappings);
  return whole === null ? inner : [{ container: target, repository: whole, isFlat: false }, ...inner];
}

/** Whether two paths with `*` in them can mean the same. */
export function canBeSame(one: string, other: string): boolean {
  return matchesPath(one, other) || matchesPath(other, one);
}

/** A path in which any name may stand where it has a hole. */
export function asPattern(path: string): string {
  return fillHoles(path, "*");
}

/** What a package or pattern of the go command means in a folder: the folders of the repository with Go files, null for import paths. */
export function foldersOfPackage(name: string, dir: string, view: RepositoryView): readonly string[] | null {
  if (name.endsWith(".go")) {
    const folder = posix.join(dir, posix.dirname(name));
    return view.exists(posix.join(dir, name)) ? [folder] : [];
  }
  const own = ownModule(name, view);
  const isRelative = /^\.{1,2}(?:\/|$)/.test(name);
  if (!isRelative && own === null) return null;
  const path = isRelative ? posix.join(dir, name) : (own ?? dir);
  const folder = path.replace(/\/$/, "");
  if (!folder.includes("...")) return view.goFolders.filter((each) => each === folder);
  const prefix = folder.slice(0, folder.indexOf("...")).replace(/\/$/, "") || ".";
  return view.goFolders.filter((each) => prefix === "." || each === prefix || each.startsWith(`${prefix}/`));
}

/** An import path of the repository's own modules as a folder. */
function ownModule(name: string, { modules }: RepositoryView): string | null {
  const found = modules
    .filter(({ path }) => name === path || name.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return found === undefined ? null : posix.join(found.dir, name.slice(found.path.length + 1));
}

/** What go calls the program of a folder: the last part of its import path, without a major version. null: not known. */
export function programName(folder: string, { modules }: RepositoryView): string | null {
  const owner = modules
    .filter(({ dir }) => dir === "." || folder === dir || folder.startsWith(`${dir}/`))
    .toSorted((a, b) => b.dir.length - a.dir.length)[0];
  if (owner === undefined) return folder === "." ? null : posix.basename(folder);
  const path = posix.join(owner.path, posix.relative(owner.dir, folder));
  const parts = path.split("/");
  const last = parts.at(-1) ?? "";
  return /^v\d+$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? last) : last;
}
