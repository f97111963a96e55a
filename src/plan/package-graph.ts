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
    importPath: raw.ImportPath,
    name: raw.Name ?? "",
    dir: raw.Dir ?? "",
    standard: raw.Standard ?? false,
    depOnly: raw.DepOnly ?? false,
    own: raw.Module?.Main ?? (raw.Standard !== true && raw.Module === undefined),
    goFiles: raw.GoFiles ?? [],
    cgoFiles: raw.CgoFiles ?? [],
    otherFiles: [raw.CFiles, raw.CXXFiles, raw.SFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles].flatMap(
      (files) => files ?? [],
    ),
    imports: (raw.Imports ?? []).map((path) => map[path] ?? path),
    defaultPGOFile: raw.DefaultPGOFile ?? null,
    error: raw.Error?.Err ?? null,
  };
}

/** The packages that `from` needs, itself included. */
export function reachable(graph: PackageGraph, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...(graph.get(path)?.imports ?? []));
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
