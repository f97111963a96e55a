import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { FoundBelow } from "./types.ts";

/** What is built is never so much: who names `/` has made a mistake. */
const mostEntries = 200_000;

/** All that is no folder below a folder, sorted by path. Links are told and not followed. */
export async function walkFolder(folder: string): Promise<readonly FoundBelow[]> {
  const found: FoundBelow[] = [];
  const folders = [""];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else found.push({ path, kind: entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other" });
      if (found.length + folders.length > mostEntries)
        throw new Error(`${folder} has more than ${mostEntries} entries`);
    }
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
