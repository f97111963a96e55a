/** One import declaration: the path and the line (from 1) it stands on. */
type GoImport = { readonly path: string; readonly line: number };

// The tokens that can stand before the first declaration of a Go file that is no import (Go spec, "Source file organization").
const token = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[\p{L}_][\p{L}\p{N}_]*|[().;]/guy;
const skipped = /^(?:\s|\/\/|\/\*)/;

/** The imports of a Go source file, in order. Anything that is no Go ends the reading: what was found so far is returned. */
export function parseGoImports(source: string): GoImport[] {
  const imports: GoImport[] = [];
  let line = 1;
  let state: "package" | "declarations" | "spec" | "group" = "package";
  for (const [text] of source.replace(/^\uFEFF/, "").matchAll(token)) {
    const at = line;
    line += text.split("\n").length - 1;
    if (skipped.test(text) || text === ";") continue;
    if (state === "package") {
      if (text !== "package") state = "declarations";
    } else if (state === "declarations") {
      if (text !== "import") break;
      state = "spec";
    } else if (text === "(") {
      state = "group";
    } else if (text === ")") {
      state = "declarations";
    } else if (/^["`]/.test(text)) {
      imports.push({ path: text.slice(1, -1), line: at });
      if (state === "spec") state = "declarations";
    }
  }
  return imports;
}
