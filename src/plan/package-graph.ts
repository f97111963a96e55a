/** What `go list -deps -json` tells of a program: its packages, who imports whom, and which of them use cgo. */

export type GoPackage = {
  readonly importPath: string;
  readonly name: string;
  readonly dir: string;
  readonly standard: boolean;
  /** Not matched by a pattern, only imported. */
  readonly depOnly: boolean;
  /** In the main module (or in a module of the workspace): the caller's own code. */
  readonly own: boolean;
  readonly goFiles: readonly string[];
  /** Files with `import "C"`; empty when cgo is off. */
  readonly cgoFiles: readonly string[];
  /** .c, .s, .syso and SWIG files: what else is compiled into the package. */
  readonly otherFiles: readonly string[];
  /** .syso and SWIG files: object code of another compiler, which no `import "C"` shows. */
  readonly objectFiles: readonly string[];
  /** What `#cgo CPPFLAGS` lines hand to all compilers. */
  readonly cgoCppflags: readonly string[];
  /** What other `#cgo` lines hand to the C, C++ and Fortran compilers. */
  readonly cgoCompilerFlags: readonly string[];
  /** What `#cgo LDFLAGS` lines hand to the linker. */
  readonly cgoLdflags: readonly string[];
  /** The libraries whose flags pkg-config is asked for. */
  readonly cgoPkgConfig: readonly string[];
  /** Import paths, vendoring already resolved. */
  readonly imports: readonly string[];
  readonly defaultPGOFile: string | null;
  /** Why the package cannot be built, in the go command's words. */
  readonly error: string | null;
};

export type PackageGraph = ReadonlyMap<string, GoPackage>;

/** The fields that parseGoList reads; `go list -json=…` takes the list since go1.19. */
export const goListFields = [
  "ImportPath",
  "Name",
  "Dir",
  "Standard",
  "DepOnly",
  "Module",
  "GoFiles",
  "CgoFiles",
  "CFiles",
  "CXXFiles",
  "SFiles",
  "SysoFiles",
  "SwigFiles",
  "SwigCXXFiles",
  "CgoCPPFLAGS",
  "CgoCFLAGS",
  "CgoCXXFLAGS",
  "CgoFFLAGS",
  "CgoLDFLAGS",
  "CgoPkgConfig",
  "Imports",
  "ImportMap",
  "DefaultPGOFile",
  "Error",
].join(",");

type GoListPackage = {
  ImportPath: string;
  Name?: string;
  Dir?: string;
  Standard?: boolean;
  DepOnly?: boolean;
  Module?: { Main?: boolean; Path?: string };
  GoFiles?: string[];
  CgoFiles?: string[];
  CFiles?: string[];
  CXXFiles?: string[];
  SFiles?: string[];
  SysoFiles?: string[];
  SwigFiles?: string[];
  SwigCXXFiles?: string[];
  CgoCPPFLAGS?: string[];
  CgoCFLAGS?: string[];
  CgoCXXFLAGS?: string[];
  CgoFFLAGS?: string[];
  CgoLDFLAGS?: string[];
  CgoPkgConfig?: string[];
  Imports?: string[];
  ImportMap?: Record<string, string>;
  DefaultPGOFile?: string;
  Error?: { Err?: string };
};

/**
 * Parses the concatenated JSON objects that `go list -json` prints. Dependencies come before their importers.
 * Throws SyntaxError for anything else, also when the text is cut off.
 */
export function parseGoList(stdout: string): PackageGraph {
  const graph = new Map<string, GoPackage>();
  // Each object ends with a brace in the first column: its content is indented.
  const texts = stdout.split(/^}$/m);
  if (texts.pop()?.trim() !== "") throw new SyntaxError("the output of go list is cut off");
  for (const text of texts) {
    const item = toGoPackage(JSON.parse(`${text}}`) as GoListPackage);
    graph.set(item.importPath, item);
  }
  return graph;
}

function toGoPackage(raw: GoListPackage): GoPackage {
  const map = raw.ImportMap ?? {};
  return {
    ...filesOf(raw),
    importPath: raw.ImportPath,
    name: raw.Name ?? "",
    dir: raw.Dir ?? "",
    standard: raw.Standard ?? false,
    depOnly: raw.DepOnly ?? false,
    own: raw.Module?.Main ?? (raw.Standard !== true && raw.Module === undefined),
    imports: (raw.Imports ?? []).map((path) => map[path] ?? path),
    defaultPGOFile: raw.DefaultPGOFile ?? null,
    error: raw.Error?.Err ?? null,
  };
}

type FileFields =
  | "goFiles"
  | "cgoFiles"
  | "otherFiles"
  | "objectFiles"
  | "cgoCppflags"
  | "cgoCompilerFlags"
  | "cgoLdflags"
  | "cgoPkgConfig";

function filesOf(raw: GoListPackage): Pick<GoPackage, FileFields> {
  return {
    goFiles: raw.GoFiles ?? [],
    cgoFiles: raw.CgoFiles ?? [],
    otherFiles: together(raw.CFiles, raw.CXXFiles, raw.SFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
    objectFiles: together(raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
    cgoCppflags: raw.CgoCPPFLAGS ?? [],
    cgoCompilerFlags: together(raw.CgoCFLAGS, raw.CgoCXXFLAGS, raw.CgoFFLAGS),
    cgoLdflags: raw.CgoLDFLAGS ?? [],
    cgoPkgConfig: raw.CgoPkgConfig ?? [],
  };
}

function together(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.flatMap((list) => list ?? []);
}

/** The packages that `from` needs, itself included: those on the shortest chain of imports first, then by name. */
export function reachable(graph: PackageGraph, from: string): Set<string> {
  const seen = new Set([from]);
  for (let level = [from]; level.length > 0;) {
    const imported = new Set(level.flatMap((path) => graph.get(path)?.imports ?? []));
    level = [...imported].filter((path) => !seen.has(path)).toSorted();
    for (const path of level) seen.add(path);
  }
  return seen;
}

/** The shortest chain of imports from one package to another, both included; undefined when there is none. */
export function importChain(graph: PackageGraph, from: string, to: string): readonly string[] | undefined {
  const via = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const path of queue) {
    if (path === to) break;
    for (const next of graph.get(path)?.imports ?? []) {
      if (via.has(next)) continue;
      via.set(next, path);
      queue.push(next);
    }
  }
  if (!via.has(to)) return undefined;
  const chain: string[] = [];
  for (let path: string | null | undefined = to; path != null; path = via.get(path)) chain.unshift(path);
  return chain;
}
