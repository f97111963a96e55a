import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { basename, isAbsolute, resolve } from "node:path";
import * as v from "valibot";
import { toError } from "../errors.ts";

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
  try {
    return v.parse(v.array(OwnFolder), JSON.parse(state || "[]"));
  } catch {
    return [];
  }
}

/**
 * Removes a folder if it is the one that was made: it has such a name, is no link, and the file system says that it is the same. The
 * state of an action is text that others may have written. Returns why it is left, or null.
 */
export async function removeOwn(folder: OwnFolder): Promise<string | null> {
  const { path, device, inode, bornMs } = folder;
  if (!isAbsolute(path) || resolve(path) !== path || !ownName.test(basename(path)))
    return "go-linkage makes no such folder";
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (!stats.isDirectory()) return "it is not a folder";
    if (stats.dev !== device || stats.ino !== inode || stats.birthtimeMs !== bornMs) return "it is another folder now";
    endUsers(path);
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    return null;
  } catch (thrown) {
    return toError(thrown).message;
  }
}

/**
 * Ends what still works in a folder of ours: a runner that is killed with main leaves `go build` and its compilers running. They are
 * known by their environment, in which GOTMPDIR names the folder (Linux, proc(5)).
 */
function endUsers(path: string): void {
  if (process.platform !== "linux") return;
  for (const pid of readdirSync("/proc")
    .map(Number)
    .filter((id) => id > 0 && id !== process.pid)) {
    try {
      const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const isUser = variables.some((each) => each === `GOTMPDIR=${path}` || each.startsWith(`GOTMPDIR=${path}/`));
      if (isUser) process.kill(pid, "SIGKILL");
    } catch {
      // It has ended, or it is somebody else's.
    }
  }
}
