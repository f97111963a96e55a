import { isAbsolute, join, relative, resolve } from "node:path";
import { parseGoImports } from "../explain/go-imports.ts";
import type { Arrival, Hunk } from "../model/baseline.ts";
import type { OwnCell } from "../model/cell.ts";
import { packagesOfNew } from "../model/finding.ts";
import { type GoPackage, importChain, type PackageGraph, reachable } from "../model/packages.ts";
import type { Files } from "../ports/types.ts";
import type { Changes } from "./changes.ts";
import { pathIn, type Repository } from "./repository.ts";

/** A target on both sides. */
type Pair = { readonly head: OwnCell; readonly base: OwnCell };

export type ChangedTree = {
  readonly repository: Repository;
  /** The folder that the base commit was written to. */
  readonly tree: string;
  readonly changes: Changes | undefined;
  /** What the paths of the result are relative to. */
  readonly workingDirectory: string;
  /** The pieces of a file, by its name in the repository. */
  readonly hunksOf: (name: string) => Promise<readonly Hunk[]>;
  readonly files: Pick<Files, "readText">;
};

/**
 * What a change brought to a program that may decide how it is linked: imports that lead to C, versions of modules, #cgo lines, C code.
 * Only what stands in a line that the change touched: an old import explains nothing. What matters most comes first.
 */
export async function findArrivals({ head, base }: Pair, changed: ChangedTree): Promise<readonly Arrival[]> {
  const sides = sidesOf({ head, base }, changed);
  const packages = [...reachable(sides.head, head.package)].flatMap((path) => sides.head.get(path) ?? []);
  const named = packagesOfNew(head.findings, base.findings);
  const suspects = packages.filter((each) => isCgoUser(each) || named.has(each.importPath));
  const [users, flags, code] = await Promise.all([
    Promise.all(suspects.map((user) => arrivalOfUser(user, { main: head.package, sides, changed }))),
    Promise.all(packages.map((user) => arrivalOfFlags(user, { main: head.package, sides, changed }))),
    Promise.all(packages.map((user) => arrivalOfCode(user, { main: head.package, sides, changed }))),
  ]);
  const compiler = await arrivalOfCompiler(head, changed);
  return [...users, ...flags, compiler, ...code].flatMap((found) => found ?? []);
}

function isCgoUser({ importPath, cgoFiles, objectFiles }: GoPackage): boolean {
  return importPath !== "runtime/cgo" && cgoFiles.length + objectFiles.length > 0;
}

/** The packages of both sides with cgo on, so that a strategy without cgo is seen to lose something. */
type Sides = {
  readonly head: PackageGraph;
  /** By `keyOf`. */
  readonly base: ReadonlyMap<string, GoPackage>;
  readonly headKey: (each: GoPackage) => string;
  readonly baseKey: (path: string) => string;
  /** Keys of what the base's program is made of. */
  readonly baseNeeds: ReadonlySet<string>;
};

type About = { readonly main: string; readonly sides: Sides; readonly changed: ChangedTree };

function sidesOf({ head, base }: Pair, { repository, tree }: ChangedTree): Sides {
  const ofTree = { root: tree, alias: tree, prefix: "" };
  const baseGraph = base.planned.cgoGraph;
  const baseKey = (path: string): string => {
    const found = baseGraph.get(path);
    return found === undefined ? path : keyOf(found, ofTree);
  };
  return {
    head: head.planned.cgoGraph,
    base: new Map([...baseGraph.values()].map((each) => [keyOf(each, ofTree), each])),
    // A program that was moved is the one that it was.
    headKey: (each) => (each.importPath === head.package ? baseKey(base.package) : keyOf(each, repository)),
    baseKey,
    baseNeeds: new Set([...reachable(baseGraph, base.package)].map(baseKey)),
  };
}

/** A package of the repository is its folder: the module may have another name on the base. */
function keyOf(each: GoPackage, repository: Repository): string {
  const folder = folderOf(each, repository);
  return folder === undefined ? each.importPath : `./${folder}`;
}

/** The module cache and Go itself may be inside of the repository's folder, and are no part of it. */
function folderOf({ dir, standard }: GoPackage, repository: Repository): string | undefined {
  return standard || /[\\/][^\\/]+@v\d[^\\/]*(?:[\\/]|$)/.test(dir) ? undefined : pathIn(repository, dir);
}

/** One step on the way from the main package to C. `imported` is "C" for the last. */
type Step = { readonly importer: GoPackage; readonly imported: string };

/** Where the first step to a package stands that the base has not. */
async function arrivalOfUser(user: GoPackage, about: About): Promise<Arrival | undefined> {
  const { sides, main } = about;
  const before = sides.base.get(sides.headKey(user));
  const wasNeeded = sides.baseNeeds.has(sides.headKey(user));
  const isKnown = before !== undefined && wasNeeded && (!isCgoUser(user) || isCgoUser(before));
  if (isKnown) return undefined;
  const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
  for (const step of wasNeeded ? [{ importer: user, imported: "C" }] : newSteps(chain, user, sides)) {
    const place = await placeOfStep(step, about);
    if (place !== undefined) return { package: user.importPath, chain, ...place };
  }
  return undefined;
}

function newSteps(chain: readonly string[], user: GoPackage, { head, base, headKey, baseKey }: Sides): readonly Step[] {
  const steps = chain.slice(0, -1).flatMap((path, at): Step[] => {
    const [importer, imported] = [head.get(path), chain[at + 1] ?? ""];
    const target = head.get(imported);
    if (importer === undefined) return [];
    const before = base.get(headKey(importer));
    const targetKey = target === undefined ? imported : headKey(target);
    const isOld = before?.imports.some((each) => baseKey(each) === targetKey) ?? false;
    return isOld ? [] : [{ importer, imported }];
  });
  return isCgoUser(user) ? [...steps, { importer: user, imported: "C" }] : steps;
}

type Place = Omit<Arrival, "package" | "chain">;

async function placeOfStep(step: Step, about: About): Promise<Place | undefined> {
  const { importer, imported } = step;
  const { repository } = about.changed;
  if (importer.standard) return undefined;
  const folder = folderOf(importer, repository);
  const ofModule = importer.own ? undefined : await placeOfModule(importer.module, about.changed);
  if (folder === undefined || ofModule !== undefined) return ofModule;
  const found = await Promise.all(
    [...importer.cgoFiles, ...importer.goFiles].toSorted().map((file) => placeInFile(step, { file, folder }, about)),
  );
  const place = found.find((each) => each !== undefined);
  return place ?? (imported === "C" ? placeOfObject(importer, folder, about.changed) : undefined);
}

/** The line of an import, where the change touched it, or what made its file count. */
async function placeInFile(
  { importer, imported }: Step,
  { file, folder }: { readonly file: string; readonly folder: string },
  { sides, changed }: About,
): Promise<Place | undefined> {
  const text = await changed.files.readText(join(importer.dir, file));
  const found = parseGoImports(text ?? "").find((each) => each.path === imported);
  if (found === undefined) return undefined;
  const name = join(folder, file).replaceAll("\\", "/");
  const hunks = await changed.hunksOf(name);
  const shown = shownPath(name, changed);
  if (covers(hunks, found.line)) return { by: "import", detail: imported, file: shown, line: found.line };
  const before = sides.base.get(sides.headKey(importer));
  const isOld = before !== undefined && [...before.goFiles, ...before.cgoFiles].includes(file);
  if (isOld || !isTouched(name, changed)) return undefined;
  const line = Math.max(hunks.find((hunk) => hunk.line < found.line)?.line ?? 1, 1);
  return { by: "constraint", detail: imported, file: shown, line };
}

/** An object file has no import. */
function placeOfObject({ objectFiles }: GoPackage, folder: string, changed: ChangedTree): Place | undefined {
  const found = objectFiles.map((file) => join(folder, file)).find((name) => isTouched(name, changed));
  return found === undefined ? undefined : { by: "c-code", detail: "", file: shownPath(found, changed), line: 1 };
}

function isTouched(name: string, { changes }: ChangedTree): boolean {
  return changes?.files.includes(name.replaceAll("\\", "/")) ?? false;
}

function covers(hunks: readonly Hunk[], line: number): boolean {
  return hunks.some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
}

function shownPath(name: string, { repository, workingDirectory }: ChangedTree): string {
  return relative(resolve(workingDirectory), join(repository.alias, name)).replaceAll("\\", "/");
}

/** The line of a go.mod, a go.work or a file of -modfile that names another version; else one that another module came with. */
async function placeOfModule(module: string | null, changed: ChangedTree): Promise<Place | undefined> {
  if (module === null) return undefined;
  const { repository, changes, files } = changed;
  const candidates = (changes?.files ?? []).filter((name) => /(?:\.mod|(?:^|\/)go\.work)$/.test(name)).slice(0, 20);
  const found: { readonly place: Place; readonly isNamed: boolean }[] = [];
  for (const name of candidates) {
    const [text = "", hunks] = await Promise.all([files.readText(join(repository.alias, name)), changed.hunksOf(name)]);
    for (const [at, content] of text.split("\n").entries()) {
      const words = content
        .replace(/\/\/.*$/, "")
        .trim()
        .split(/\s+/);
      const isOfModule = words.some((word) => /^v\d/.test(word)) || words.includes("=>");
      if (!isOfModule || !covers(hunks, at + 1)) continue;
      const detail = words.filter((word) => word !== "require" && word !== "replace").join(" ");
      const place = { by: "module", detail, file: shownPath(name, changed), line: at + 1 } as const;
      found.push({ place, isNamed: words.includes(module) });
    }
  }
  return (found.find(({ isNamed }) => isNamed) ?? found[0])?.place;
}

/** #cgo lines hand other flags to the linker than on the base. */
async function arrivalOfFlags(user: GoPackage, { main, sides, changed }: About): Promise<Arrival | undefined> {
  const before = sides.base.get(sides.headKey(user));
  if (before === undefined || user.standard || !isCgoUser(before)) return undefined;
  const old = new Set([...before.cgoLdflags, ...before.cgoPkgConfig]);
  const added = [...user.cgoLdflags, ...user.cgoPkgConfig].filter((flag) => !old.has(flag));
  if (added.length === 0) return undefined;
  const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
  const place = await placeOfFlags(user, added, changed);
  return place && { package: user.importPath, chain, ...place };
}

async function placeOfFlags(
  user: GoPackage,
  added: readonly string[],
  changed: ChangedTree,
): Promise<Place | undefined> {
  const folder = folderOf(user, changed.repository);
  if (folder === undefined) return placeOfModule(user.module, changed);
  for (const file of user.cgoFiles) {
    const name = join(folder, file).replaceAll("\\", "/");
    const lines = ((await changed.files.readText(join(user.dir, file))) ?? "").split("\n");
    const hunks = await changed.hunksOf(name);
    const at = lines.findIndex(
      (text, index) => /#cgo\b.*(?:LDFLAGS|pkg-config)\s*:/.test(text) && covers(hunks, index + 1),
    );
    if (at >= 0) return { by: "cgo-flags", detail: added.join(" "), file: shownPath(name, changed), line: at + 1 };
  }
  return undefined;
}

const cSource = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inc|m|mm|s|sx|S|f|for|f90|syso|a|o|swig|swigcxx)$/;

/** A file that the C compiler or the linker gets differs, or the C code in front of import "C". */
async function arrivalOfCode(user: GoPackage, { main, sides, changed }: About): Promise<Arrival | undefined> {
  const folder = folderOf(user, changed.repository);
  if (folder === undefined || !isCgoUser(user)) return undefined;
  const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
  const names = [
    ...new Set([...user.cgoFiles, ...user.otherFiles, ...user.inputs.filter((file) => cSource.test(file))]),
  ];
  for (const file of names.toSorted()) {
    const name = join(folder, file).replaceAll("\\", "/");
    if (!isTouched(name, changed)) continue;
    const [first] = (await changed.hunksOf(name)).filter(({ count }) => count > 0);
    const line = first?.line ?? 1;
    const text = file.endsWith(".go") ? await changed.files.readText(join(user.dir, file)) : undefined;
    const end = text === undefined ? Infinity : (parseGoImports(text).find(({ path }) => path === "C")?.line ?? 0);
    if (line >= end) continue;
    return { package: user.importPath, chain, by: "c-code", detail: "", file: shownPath(name, changed), line };
  }
  return undefined;
}

/** CC names a program of the repository, and the change touched it. */
async function arrivalOfCompiler(
  { planned, package: main }: OwnCell,
  changed: ChangedTree,
): Promise<Arrival | undefined> {
  const found = planned.cgoEnv.CC.split(/[\s'"]+/)
    .filter((word) => isAbsolute(word))
    .flatMap((word) => pathIn(changed.repository, word) ?? [])
    .find((name) => isTouched(name, changed));
  if (found === undefined) return undefined;
  const [first] = await changed.hunksOf(found);
  const line = Math.max(first?.line ?? 1, 1);
  return { by: "compiler", package: main, chain: [main], detail: "", file: shownPath(found, changed), line };
}
