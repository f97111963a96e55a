/**
 * What a program is called: its import path without the major version at its end, which the go command leaves out of the file's name,
 * too (DefaultExecName in cmd/go/internal/load/pkg.go, go1.26).
 */
export function withoutMajorVersion(importPath: string): string {
  return importPath.replace(/(?<=[^/])\/v(?:[2-9]|[1-9]\d+)$/, "");
}

/** The last element of that: `croc` for github.com/schollz/croc/v10. */
export function programName(importPath: string): string {
  return withoutMajorVersion(importPath).split("/").at(-1) ?? importPath;
}

/**
 * The shortest end of each import path that tells it apart from the others: `api`, or `cmd/api` beside `tools/api`. A major version
 * at the end is left out.
 */
export function shortNames(packages: readonly string[]): ReadonlyMap<string, string> {
  const unique = [...new Set(packages)];
  const ends = (path: string): string[] => {
    const parts = withoutMajorVersion(path).split("/");
    return parts.map((_, at) => parts.slice(-at - 1).join("/"));
  };
  const uses = new Map<string, number>();
  for (const end of unique.flatMap(ends)) uses.set(end, (uses.get(end) ?? 0) + 1);
  return new Map(unique.map((path) => [path, ends(path).find((end) => uses.get(end) === 1) ?? path]));
}
