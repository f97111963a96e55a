/** What `go list -deps -json` tells of a program: its packages, who imports whom, and which of them use cgo. */

/**
 * What became of a package's Go files. `unloadable`: they, or the place that a pattern names, cannot be read as a package. `excluded`:
 * constraints leave none of them for this configuration. `empty`: there are only tests, or none at all.
 */
export type PackageState = "loaded" | "unloadable" | "excluded" | "empty";

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
  /** Files that constraints leave out, tests included. */
  readonly ignoredGoFiles: readonly string[];
  /** Files with `import "C"`; empty when cgo is off. */
  readonly cgoFiles: readonly string[];
  /** .c, .s, .syso and SWIG files: what else is compiled into the package. */
  readonly otherFiles: readonly string[];
  /** C++ files, those that SWIG makes included: with one in any package, Go links the program with CXX. */
  readonly cxxFiles: readonly string[];
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
  /** The names of all files that it is made from, embedded ones included, sorted; none for the standard library. */
  readonly inputs: readonly string[];
  readonly state: PackageState;
  /** A pattern without `...` names it. */
  readonly named: boolean;
  /** The path of its module; null for the standard library. */
  readonly module: string | null;
  /** The go.mod of its module; null for the standard library, and in a vendor folder. */
  readonly goMod: string | null;
  /** Why the package cannot be built, in the go command's words. */
  readonly error: string | null;
};

export type PackageGraph = ReadonlyMap<string, GoPackage>;

/**
 * Whether a package is a program, or might be one: of what cannot be loaded nobody can say that it is not. A pattern with `...` passes
 * over what has no Go file for this configuration, as `go build` does; one that was named has to be there.
 */
export function isProgram({ depOnly, state, name, named }: GoPackage): boolean {
  if (depOnly) return false;
  switch (state) {
    case "unloadable":
      return true;
    case "loaded":
      return name === "main";
    case "empty":
      return named && name === "main";
    case "excluded":
      return named && (name === "main" || name === "");
  }
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

/** Whether Go links the program with CXX and not with CC: a package that it needs has C++ (setextld in cmd/go/internal/work/gc.go). */
export function hasCxx(graph: PackageGraph, main: string): boolean {
  return [...reachable(graph, main)].some((path) => (graph.get(path)?.cxxFiles.length ?? 0) > 0);
}

/** Whether any package that the program needs has cgo files: those of the standard library count. */
export function hasCgo(graph: PackageGraph, main: string): boolean {
  return [...reachable(graph, main)].some((path) => (graph.get(path)?.cgoFiles.length ?? 0) > 0);
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
