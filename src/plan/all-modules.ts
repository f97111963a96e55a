import { dirname, join, resolve } from "node:path";
import type { Files } from "../ports/types.ts";
import type { GoModule } from "../model/plan.ts";

/**
 * What `./...` stands for in a folder whose go.work joins modules: all of them, where go itself would take the packages of the
 * module at that folder, or none. Null where no go.work stands in the folder.
 */
export async function patternsOfWorkspace(
  base: string,
  files: Pick<Files, "readText">,
): Promise<readonly string[] | null> {
  const text = await files.readText(join(base, "go.work"));
  if (text === undefined) return null;
  const used = usedFolders(text).map((folder) =>
    folder === "." || folder === "./" ? "./..." : `${folder.replace(/\/$/, "")}/...`,
  );
  return used.length === 0 ? null : [...new Set(used)];
}

/** The folders of the `use` lines of a go.work, single and in blocks (golang.org/ref/mod#go-work-file-use). */
function usedFolders(text: string): string[] {
  const plain = text.replace(/\/\/[^\n]*/g, "");
  const blocks = [...plain.matchAll(/^[ \t]*use[ \t]*\(([^)]*)\)/gm)].flatMap(([, inner = ""]) => inner.split("\n"));
  const single = [...plain.matchAll(/^[ \t]*use[ \t]+([^\s(][^\n]*)$/gm)].map(([, folder = ""]) => folder);
  return [...blocks, ...single]
    .map((line) => line.trim().replace(/^["`](.*)["`]$/, "$1"))
    .filter((line) => line !== "");
}

/** The modules below a folder that is in none: each is a place for go to run in. */
export async function modulesBelow(base: string, files: Pick<Files, "glob">): Promise<readonly GoModule[]> {
  const found = await files.glob("**/go.mod", base);
  const folders = found
    .map((file) => dirname(resolve(base, file)))
    .filter((folder) => isLookedInto(folder.slice(base.length)));
  return folders.toSorted().map((dir) => ({ dir, patterns: ["./..."] }));
}

/** Folders that `./...` itself would pass over (go help packages), and those of other package managers. */
function isLookedInto(below: string): boolean {
  return !below.split(/[\\/]/).some((part) => /^[._]|^(?:testdata|vendor|node_modules)$/.test(part));
}
