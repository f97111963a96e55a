import { dirname, join } from "node:path";
import type { Files } from "./types.ts";

/** The nearest folder, from one upwards, that holds something of this name; undefined when none does. */
export async function findUp(from: string, name: string, files: Pick<Files, "kindOf">): Promise<string | undefined> {
  for (let dir = from; ; dir = dirname(dir)) {
    if ((await files.kindOf(join(dir, name))) !== undefined) return dir;
    if (dirname(dir) === dir) return undefined;
  }
}
