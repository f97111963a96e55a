import { availableParallelism } from "node:os";
import type { Blobs, Decompression, Exec, Host, Log, Network, Ports } from "./types.ts";
import type { Files } from "./types.ts";
import { childEnvironment } from "./child-env.ts";
import { makeToolCache } from "./tool-cache.ts";
import type { Environment } from "../model/environment.ts";

/** The real ports. `signal` ends every program that is running. */
export function nodePorts({ files, log, signal }: { files: Files; log: Log; signal: AbortSignal }): Ports {
  const env = environment();
  // Loaded with the first program: a run that only looks at files starts none.
  const ask = withChildEnvironment(async (...call) => (await import("./ask.ts")).makeAsk(signal)(...call));
  const work = withChildEnvironment(async (...call) => (await import("./work.ts")).makeWork(signal)(...call));
  return {
    env,
    host: host(),
    ask,
    work,
    files,
    decompression: {
      gunzip: later("gunzip"),
      inflateRaw: later("inflateRaw"),
      unzstd: later("unzstd"),
      checks: async () => (await import("./decompression.ts")).decompression.checks(),
    },
    blobs: lazyBlobs(files),
    toolCache: makeToolCache(env, work),
    network: lazyNetwork(env, signal),
    log,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function withChildEnvironment(exec: Exec): Exec {
  return (program, args, options) => exec(program, args, { ...options, env: childEnvironment(options.env) });
}

/** zlib is loaded with the first archive. */
function later(name: Exclude<keyof Decompression, "checks">): Decompression[typeof name] {
  return async function* (bytes) {
    const { decompression } = await import("./decompression.ts");
    yield* decompression[name](bytes);
  };
}

/** Most runs read no image. */
function lazyBlobs(files: Files): Blobs {
  const load = async (): Promise<Blobs> => (await import("./blobs.ts")).makeBlobs(files);
  return {
    startSha256: async () => (await load()).startSha256(),
    openSpool: async () => (await load()).openSpool(),
  };
}

/** A run that finds its Go pays nothing for TLS and proxies. */
function lazyNetwork(env: Environment, signal: AbortSignal): Network {
  const load = async (): Promise<Network> => (await import("./network.ts")).makeNetwork({ env, signal });
  return {
    json: async (url) => (await load()).json(url),
    file: async (url, to) => (await load()).file(url, to),
    sleep: async (ms) => (await load()).sleep(ms),
  };
}

function environment(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const goos: Readonly<Record<string, string>> = { win32: "windows", sunos: "illumos" };
const goarch: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386", loong64: "loong64", mipsel: "mipsle" };

function host(): Host {
  return {
    os: goos[process.platform] ?? process.platform,
    arch: process.arch === "ppc64" ? ppc64() : (goarch[process.arch] ?? process.arch),
    cpus: availableParallelism(),
  };
}

/** Node calls both byte orders ppc64. */
function ppc64(): string {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? "ppc64le" : "ppc64";
}
