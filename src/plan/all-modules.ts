import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { findUp } from "../ports/find-up.ts";
import type { Files } from "../ports/types.ts";
import type { GoModule } from "../model/plan.ts";

/**
 * What `DIR/...` stands for in a workspace: all modules of go.work in that folder, where go itself would take the packages of one module,
 * or none. Other patterns, and folders that no such module is in, stay as they are.
 */
export async function patternsOfWorkspace(
  pattern: string,
  base: string,
  files: Pick<Files, "readText" | "kindOf">,
): Promise<readonly string[]> {
  const [, folder] = /^(\.{1,2}(?:\/.*)?)\/\.\.\.$/.exec(pattern) ?? [];
  const root = folder === undefined ? undefined : await findUp(base, "go.work", files);
  if (folder === undefined || root === undefined) return [pattern];
  const asked = resolve(base, folder);
  const used = usedFolders((await files.readText(join(root, "go.work"))) ?? "").map((each) => resolve(root, each));
  const below = used.filter((each) => isWithin(each, asked)).map((each) => `${fromBase(each, base)}/...`);
  // A folder inside of a module has packages of that module.
  const isInside = used.some((each) => each !== asked && isWithin(asked, each));
  return below.length === 0 ? [pattern] : [...new Set([...(isInside ? [pattern] : []), ...below])];
}

function isWithin(folder: string, parent: string): boolean {
  const path = relative(parent, folder);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}

function fromBase(folder: string, base: string): string {
  const path = relative(base, folder).replaceAll("\\", "/");
  return path === "" ? "." : path.startsWith("..") ? path : `./${path}`;
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
