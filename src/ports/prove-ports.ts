import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Ports } from "./types.ts";

/** Writes a text file (UTF-8) and makes the folders it needs. */
export type WriteText = (path: string, text: string) => Promise<void>;

/** What proof by running needs of the world. */
export type ProvePorts = Pick<Ports, "host" | "exec" | "files" | "log"> & { readonly writeText: WriteText };

export const writeText: WriteText = async (path, text) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};
