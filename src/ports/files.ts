import { closeSync, constants, createReadStream, fstatSync, openSync, rmSync, statSync } from "node:fs";
import {
  access,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { MachineFault, toError } from "../errors.ts";
import { readFrom } from "./byte-source.ts";
import { streamFile } from "./stream-file.ts";
import { walkFolder } from "./walk-folder.ts";
import { describeMachineTrouble } from "./trouble.ts";
import type { ByteSource, Files } from "./types.ts";
import type { Environment } from "../model/environment.ts";

type TempDirs = {
  readonly files: Files;
  /** Removes every folder that makeTempDir made. Synchronous, so that it also works on the way out. */
  readonly removeTempDirs: () => void;
};

/** Files on node:fs. Temporary folders are made below `tempRoot`; `onTempDir` hears of each before it is used. */
export function makeFiles(tempRoot: string, onTempDir: (path: string) => void = () => undefined): TempDirs {
  const made: string[] = [];
  const files: Files = {
    readText: (path) => orUndefined(() => readFile(path, "utf8")),
    size: (path) => orUndefined(async () => (await stat(path)).size),
    sha256,
    kindOf: (path) =>
      orUndefined(() => {
        // Not awaited: with hundreds of files, going through Node's threads for each takes as long as reading them.
        const stats = statSync(path);
        return Promise.resolve(stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other");
      }),
    realPath,
    glob: async (pattern, cwd, ignore = []) => {
      const tinyglobby = await import("tinyglobby");
      const absolute = isAbsolute(pattern);
      return (
        await tinyglobby.glob([pattern], { cwd, absolute, ignore, dot: true, expandDirectories: false })
      ).toSorted();
    },
    withSource,
    stream: streamFile,
    walk: walkFolder,
    makeTempDir: async () => {
      const path = await makeIn(tempRoot);
      made.push(path);
      onTempDir(path);
      return path;
    },
    writeText: async (path, text) => {
      await makeFolder(dirname(path));
      await writeFile(path, text);
    },
    writeBytes: (path, bytes) => writeFile(path, bytes),
    move,
    remove: (path) => rm(path, { recursive: true, force: true }),
    which: (program, env) => which(program, env),
  };
  return {
    files,
    removeTempDirs: () => {
      // A compiler that is just being killed can still be writing.
      for (const path of made.splice(0)) removeFolder(path);
    },
  };
}

/** What cannot be removed is no reason to fail: the runner empties its folder, and a laptop its own now and then. */
function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch {
    // EIO, EROFS, EBUSY: it stays.
  }
}

async function makeIn(tempRoot: string): Promise<string> {
  try {
    return await mkdtemp(join(tempRoot, "go-linkage-"));
  } catch (thrown) {
    // The name of the folder is made up.
    const error = Object.assign(toError(thrown), { path: tempRoot });
    const why = describeMachineTrouble(error) ?? error.message;
    throw new MachineFault(`no temporary folder can be made (RUNNER_TEMP, TMPDIR): ${why}`, { cause: thrown });
  }
}

async function orUndefined<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR")) {
      return undefined;
    }
    throw thrown;
  }
}

async function realPath(path: string): Promise<string | undefined> {
  const found = await orUndefined(() => realpath(path));
  if (found !== undefined) return found;
  return (await orUndefined(() => lstat(path))) === undefined ? undefined : "broken";
}

async function sha256(path: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

function withSource<T>(path: string, use: (source: ByteSource) => T): T {
  // O_NONBLOCK: opening a FIFO for reading would wait for a writer for ever.
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new Error(`${path} is not a regular file`);
    return use(readFrom(fd, stats.size));
  } finally {
    closeSync(fd);
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own recursive mkdir never ends where the system says of a folder that is
 * there that it is not (/proc).
 */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at))
    missing.push(at);
  for (const folder of missing.toReversed()) {
    try {
      await mkdir(folder);
    } catch (thrown) {
      // Another process was quicker.
      if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
    }
  }
}

async function move(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to));
  try {
    await rename(from, to);
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EXDEV")) throw thrown;
    // Another volume: copy beside the target first, so that the target is never half a file.
    const beside = `${to}.part`;
    try {
      await copyFile(from, beside);
      await rename(beside, to);
    } catch (failed) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw failed;
    }
    await rm(from);
  }
}

/** The path of a program as PATH of `env` finds it for a process in `cwd`. */
export async function which(program: string, env: Environment, cwd = "."): Promise<string | undefined> {
  const folders = /[/\\]/.test(program) ? [""] : (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? ["", ...(env.PATHEXT ?? ".EXE;.CMD;.BAT").split(";")] : [""];
  for (const folder of folders) {
    for (const ending of endings) {
      const path = isAbsolute(program) ? program + ending : resolve(cwd, folder, program + ending);
      if (await isProgram(path)) return path;
    }
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
