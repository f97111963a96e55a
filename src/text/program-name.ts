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
