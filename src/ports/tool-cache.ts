/**
 * The tool cache and the network, on @actions/tool-cache and @actions/http-client. Both are imported when first used: a
 * run that finds its Go on PATH pays nothing for them. They take proxies from the environment, and never get a token.
 */
import { readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type * as toolkitModule from "@actions/tool-cache";
import { toError } from "../errors.ts";
import type { Environment, FetchJson, Ports, ToolCache } from "./types.ts";

const userAgent = "go-linkage";

/** Many times the size of go.dev's list of all releases; more than that is no such list. In bytes. */
const maxJsonSize = 64 * 1024 * 1024;

/** Without a byte from the server for this long a request has failed. In ms. */
const silenceTimeout = 60_000;

/**
 * RUNNER_TOOL_CACHE and RUNNER_TEMP of `env` say where things go; without them (a laptop) the user's cache folder and
 * the system's temporary folder. The layout is the one of setup-go: <tool-cache>/go/<semver>/<node's arch>.
 */
export function toolCachePorts(env: Environment): Pick<Ports, "toolCache" | "fetchJson"> {
  const folders: Folders = {
    toolCache: nonEmpty(env.RUNNER_TOOL_CACHE) ?? path.join(userCacheFolder(env), "go-linkage", "tool-cache"),
    temp: nonEmpty(env.RUNNER_TEMP) ?? os.tmpdir(),
    isDebug: env.RUNNER_DEBUG === "1",
  };
  const toolCache: ToolCache = {
    findAll: (tool) => withToolkit(folders, (toolkit) => findAll(tool, toolkit)),
    download: (url) =>
      withToolkit(folders, (toolkit) => {
        // The name's end tells the kind of archive: Windows' unzip wants it, and so does install().
        const extension = new URL(url).pathname.endsWith(".zip") ? ".zip" : ".tar.gz";
        return toolkit.downloadTool(url, tempPath(folders, extension));
      }),
    install: (archive, tool) => withToolkit(folders, (toolkit) => unpackAndCache(archive, tool, { folders, toolkit })),
  };
  return { toolCache, fetchJson };
}

type Folders = { readonly toolCache: string; readonly temp: string; readonly isDebug: boolean };
type Toolkit = typeof toolkitModule;

async function findAll(tool: string, toolkit: Toolkit): Promise<{ version: string; root: string }[]> {
  const { default: semver } = await import("semver");
  const versions = toolkit.findAllVersions(tool).toSorted((left, right) => semver.compare(left, right));
  return versions.map((version) => ({ version, root: toolkit.find(tool, version) }));
}

async function unpackAndCache(
  archive: string,
  tool: { readonly name: string; readonly version: string },
  world: { readonly folders: Folders; readonly toolkit: Toolkit },
): Promise<string> {
  const { folders, toolkit } = world;
  const unpacked = tempPath(folders, "");
  try {
    await (archive.endsWith(".zip") ? toolkit.extractZip(archive, unpacked) : toolkit.extractTar(archive, unpacked));
    const entries = await readdir(unpacked, { withFileTypes: true });
    const [top] = entries;
    if (top === undefined || entries.length !== 1 || !top.isDirectory()) {
      throw new Error(`the archive must hold one folder, but has ${entries.length} entries at its top`);
    }
    return await toolkit.cacheDir(path.join(unpacked, top.name), tool.name, tool.version);
  } finally {
    await rm(archive, { force: true });
    await rm(unpacked, { recursive: true, force: true });
  }
}

/** GETs a JSON document. Reads the body itself: getJson() waits for ever when the server hangs up halfway. */
const fetchJson: FetchJson = async (url) => {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient(userAgent, [], { allowRetries: true, maxRetries: 3, socketTimeout: silenceTimeout });
  const response = await described(client.get(url, { accept: "application/json" }));
  const status = response.message.statusCode ?? 0;
  if (status !== 200) {
    response.message.destroy();
    throw new Error(`HTTP status ${status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.message as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxJsonSize) throw new Error(`the answer is larger than ${maxJsonSize} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch (thrown: unknown) {
    throw new Error("the answer is not JSON", { cause: thrown });
  }
};

/** @actions/tool-cache with what it reads from process.env, and with its chatter kept off stdout. */
async function withToolkit<T>(folders: Folders, work: (toolkit: Toolkit) => Promise<T>): Promise<T> {
  process.env.RUNNER_TOOL_CACHE = folders.toolCache;
  process.env.RUNNER_TEMP = folders.temp;
  const toolkit = await import("@actions/tool-cache");
  const restore = divertStdout(folders.isDebug);
  try {
    return await described(work(toolkit));
  } finally {
    restore();
  }
}

let diverted = 0;
let stdoutWrite: typeof process.stdout.write | undefined;

/**
 * The toolkit writes workflow commands (`::debug::…`) and the command lines it runs to stdout, where the command line
 * door prints a report that other programs parse. Until the function returned is called, stdout goes to stderr (which
 * the runner reads as well) and debug lines go nowhere unless the runner debugs.
 */
function divertStdout(isDebug: boolean): () => void {
  const { stdout, stderr } = process;
  if (diverted++ === 0) {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, below
    stdoutWrite = stdout.write;
    stdout.write = ((...args: Parameters<typeof stderr.write>) => {
      const [chunk] = args;
      const isChatter = typeof chunk === "string" && /^(?:::debug::|\[command\])/.test(chunk);
      return isChatter && !isDebug ? true : stderr.write(...args);
    }) as typeof stdout.write;
  }
  return () => {
    if (--diverted === 0 && stdoutWrite !== undefined) stdout.write = stdoutWrite;
  };
}

/** A failure to connect to a name with several addresses has an empty message; its code says what happened. */
async function described<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown: unknown) {
    const error = toError(thrown);
    const code = "code" in error ? String(error.code) : error.name;
    throw error.message === "" ? new Error(code, { cause: thrown }) : error;
  }
}

function tempPath(folders: Folders, extension: string): string {
  return path.join(folders.temp, `go-linkage-${crypto.randomUUID()}${extension}`);
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
