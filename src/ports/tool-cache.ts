/**
 * The tool cache in the layout of @actions/tool-cache, which setup-go reads as well: <cache>/<tool>/<semver>/<node's arch>, whole
 * when a file <node's arch>.complete stands beside it.
 *
 * A tool is unpacked below <cache>/<tool>/.tmp-<uuid>, renamed to its place, and then marked. So a folder without mark was left by
 * a process that was killed (or, for some ms, belongs to one that is about to mark it), and may be replaced; one with a mark is whole.
 */
import { access, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ConfigError, toError } from "../errors.ts";
import type { Exec, ToolCache } from "./types.ts";
import type { Environment } from "../model/environment.ts";

/** Nobody is at work in a scratch folder for so long. In ms. */
const staleAfter = 24 * 60 * 60 * 1000;

/** How long a folder may stand at its place without a mark before it is taken for what a killed process left. In ms. */
const settleMs = 200;

/** On Windows a virus scanner may hold a file for a moment, and then nothing above it can be renamed. */
const maxTurns = 10;

/**
 * RUNNER_TOOL_CACHE of `env` says where; without it (a laptop) it is below the user's cache folder. `work` starts tar, for which
 * GNU's, BSD's and BusyBox's are all good.
 */
export function makeToolCache(env: Environment, work: Exec): ToolCache {
  const top = nonEmpty(env.RUNNER_TOOL_CACHE) ?? path.join(userCacheFolder(env), "go-linkage", "tool-cache");
  const place = (tool: string, version: string): string => path.join(top, tool, version, os.arch());
  return {
    findAll: async (tool) => {
      const { default: semver } = await import("semver");
      const names = (await namesIn(path.join(top, tool))).filter((name) => semver.valid(name) === name);
      const found: { version: string; root: string }[] = [];
      for (const version of names.toSorted((left, right) => semver.compare(left, right))) {
        const root = place(tool, version);
        if (await isWhole(root)) found.push({ version, root });
      }
      return found;
    },
    withScratch: (tool, use) => withScratch(path.join(top, tool), use),
    unpack: (archive, into) => unpack(archive, into, { env, work }),
    publish: async (folder, { name, version, replace }) => {
      const root = place(name, version);
      if (replace) await moveAside(root, folder);
      return publish(folder, root);
    },
  };
}

async function withScratch<T>(parent: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(parent, `.tmp-${crypto.randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (thrown: unknown) {
    const why = toError(thrown).message;
    throw new ConfigError(`the tool cache cannot be written: ${why}; RUNNER_TOOL_CACHE can name another folder`);
  }
  try {
    await removeStale(parent);
    return await use(folder);
  } finally {
    await removeQuietly(folder);
  }
}

async function removeStale(parent: string): Promise<void> {
  for (const name of (await namesIn(parent)).filter((each) => each.startsWith(".tmp-"))) {
    const folder = path.join(parent, name);
    const about = await stat(folder).catch(() => undefined);
    if (about !== undefined && Date.now() - about.mtimeMs > staleAfter) await removeQuietly(folder);
  }
}

async function unpack(
  archive: string,
  into: string,
  { env, work }: { readonly env: Environment; readonly work: Exec },
): Promise<string> {
  await mkdir(into);
  const { program, args } = unpacker(archive, into, env);
  // TAR_OPTIONS would be more options for GNU tar.
  const childEnv = {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => name !== "TAR_OPTIONS")),
    LC_ALL: "C",
  };
  const { exitCode, signal, stderr } = await work(program, args, { cwd: into, env: childEnv });
  if (exitCode !== 0) {
    const last = stderr.trim().split("\n").slice(-3).join("; ").slice(0, 500);
    throw new Error(`${program} ended with ${signal ?? `exit code ${String(exitCode)}`}: ${last}`);
  }
  const entries = await readdir(into, { withFileTypes: true });
  const [only] = entries;
  if (only === undefined || entries.length !== 1 || !only.isDirectory()) {
    throw new Error(`the archive must hold one folder, but has ${entries.length} entries at its top`);
  }
  return path.join(into, only.name);
}

/** -o: the files belong to whoever unpacks them, also when that is root. Only options that BusyBox has too. */
function unpacker(archive: string, into: string, env: Environment): { program: string; args: readonly string[] } {
  if (process.platform === "win32") {
    // Windows' own tar (libarchive) reads .zip as well; one that comes first on PATH may be Git's, which takes C: for a host.
    const program = path.join(env.SystemRoot ?? "C:\\Windows", "System32", "tar.exe");
    return { program, args: ["-xf", archive, "-C", into] };
  }
  if (archive.endsWith(".zip")) return { program: "unzip", args: ["-q", "-o", archive, "-d", into] };
  return { program: "tar", args: ["-xzof", archive, "-C", into] };
}

async function publish(folder: string, root: string): Promise<string> {
  await mkdir(path.dirname(root), { recursive: true });
  for (let turn = 1; ; turn++) {
    if (await isWhole(root)) return root;
    try {
      await rename(folder, root);
      break;
    } catch (thrown: unknown) {
      const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
      if (turn === maxTurns || !/^(?:ENOTEMPTY|EEXIST|ENOTDIR|EPERM|EACCES|EBUSY)$/.test(code)) throw thrown;
    }
    await wait(settleMs);
    if (!(await isWhole(root))) await moveAside(root, folder);
  }
  await writeFile(`${root}.complete`, "");
  return root;
}

/** Out of sight at one stroke, into the scratch folder that holds `folder` and goes with it. The mark goes first. */
async function moveAside(root: string, folder: string): Promise<void> {
  await rm(`${root}.complete`, { force: true });
  // It may be gone already: another process does the same.
  await rename(root, path.join(path.dirname(folder), `old-${crypto.randomUUID()}`)).catch(() => undefined);
}

async function isWhole(root: string): Promise<boolean> {
  return (await exists(`${root}.complete`)) && (await exists(root));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown: unknown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}

/** What cannot be removed now is removed by a later run. */
async function removeQuietly(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 }).catch(() => undefined);
}

function userCacheFolder(env: Environment): string {
  const xdg = env.XDG_CACHE_HOME ?? "";
  if (path.isAbsolute(xdg)) return xdg;
  if (process.platform === "win32") return nonEmpty(env.LOCALAPPDATA) ?? path.join(os.homedir(), "AppData", "Local");
  return process.platform === "darwin"
    ? path.join(os.homedir(), "Library", "Caches")
    : path.join(os.homedir(), ".cache");
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
