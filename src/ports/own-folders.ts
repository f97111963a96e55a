import { lstatSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, isAbsolute, resolve } from "node:path";
import * as v from "valibot";
import { toError } from "../errors.ts";

/** What the main step leaves for the post step, which believes none of it that the file system does not prove. */
export const stateNames = {
  /** The folders to remove, should main not live to do it. */
  folders: "temp-dirs",
  /** Set when main came to its end: the parts of Go's caches to save. */
  tickets: "cache",
} as const;

const OwnFolder = v.object({
  path: v.string(),
  /** What the file system knew of it when it was made: device, inode and time of birth in ms. */
  device: v.number(),
  inode: v.number(),
  bornMs: v.number(),
});

/** A temporary folder, as one step of the action hands it to the next. */
export type OwnFolder = v.InferOutput<typeof OwnFolder>;

/** The name that mkdtemp makes of `go-linkage-` and `.go-linkage-`. */
const ownName = /^\.?go-linkage-[A-Za-z0-9]{6}$/;

/** Of a folder that this run has just made. */
export function ownFolder(path: string): OwnFolder {
  const { dev, ino, birthtimeMs } = lstatSync(path);
  return { path: resolve(path), device: dev, inode: ino, bornMs: birthtimeMs };
}

/** What an earlier step has left; nothing where that is not what it writes. */
export function parseFolders(state: string): readonly OwnFolder[] {
  return parseState(v.array(OwnFolder), state) ?? [];
}

/** A state of an earlier step, null where it does not have that form: it is text that others may have written. */
export function parseState<S extends v.GenericSchema>(schema: S, state: string): v.InferOutput<S> | null {
  try {
    const result = v.safeParse(schema, JSON.parse(state));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/**
 * Why a path is not the folder that was made, as the end of a sentence: it has such a name, is no link, and the file system says that
 * it is the same by device, inode and time of birth, which no text can make up and no build can copy, as it could a mark in a file. null
 * where it is, `gone` where nothing is there. Throws what the file system throws.
 */
export function findStranger({ path, device, inode, bornMs }: OwnFolder): string | null {
  if (!isAbsolute(path) || resolve(path) !== path || !ownName.test(basename(path)))
    return "go-linkage makes no such folder";
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return gone;
  if (!stats.isDirectory()) return "it is not a folder";
  const isSame = stats.dev === device && stats.ino === inode && stats.birthtimeMs === bornMs;
  return isSame ? null : "it is another folder now";
}

export const gone = "it is gone";

/** Removes a folder if it is the one that was made. Returns why it is left, or null. */
export async function removeOwn(folder: OwnFolder): Promise<string | null> {
  try {
    const why = findStranger(folder);
    if (why === null) await rm(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return why === gone ? null : why;
  } catch (thrown) {
    return toError(thrown).message;
  }
}
