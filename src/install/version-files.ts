/** The files in which projects write down their Go version. Text in, value and line number out; nothing is judged here. */

/** A value and where it stands; lines count from 1. */
export type Noted = { readonly value: string; readonly line: number };

/** What go.mod and go.work say about Go. `toolchain default` is not a version constraint and is left out. */
type ModuleVersions = { readonly go?: Noted; readonly toolchain?: Noted };

/**
 * The `go` and `toolchain` lines of a go.mod or go.work (go.dev/ref/mod#go-mod-file). Both directives stand alone on a
 * line, never inside a ( block ): there, `go` can only be a module of that name.
 */
export function parseModuleFile(text: string): ModuleVersions {
  const found: { go?: Noted; toolchain?: Noted } = {};
  let insideBlock = false;
  for (const [index, raw] of splitLines(text).entries()) {
    const line = raw.replace(/\/\/.*$/, "").trim();
    if (insideBlock) {
      insideBlock = !line.startsWith(")");
      continue;
    }
    insideBlock = line.endsWith("(");
    const match = /^(go|toolchain)\s+(.+)$/.exec(line);
    const [, directive, value] = match ?? [];
    if (value === undefined || value === "default") continue;
    if (directive === "go") found.go ??= { value, line: index + 1 };
    else found.toolchain ??= { value, line: index + 1 };
  }
  return found;
}

/** The first line of a .go-version that says something; `#` starts a comment. */
export function parseGoVersionFile(text: string): Noted | undefined {
  for (const [index, raw] of splitLines(text).entries()) {
    const value = raw.replace(/#.*$/, "").trim();
    if (value !== "") return { value, line: index + 1 };
  }
  return undefined;
}

/**
 * The `golang` (asdf) or `go` (mise) line of a .tool-versions. Several versions on it are a constraint and its fallbacks, in
 * this order (asdf-vm.com/manage/configuration.html#tool-versions).
 */
export function parseToolVersions(text: string): (Noted & { readonly fallbacks: readonly string[] }) | undefined {
  for (const [index, raw] of splitLines(text).entries()) {
    const [tool, value, ...fallbacks] = raw.replace(/#.*$/, "").trim().split(/\s+/);
    if ((tool === "golang" || tool === "go") && value !== undefined) return { value, fallbacks, line: index + 1 };
  }
  return undefined;
}

function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}
