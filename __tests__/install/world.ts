/** Ports for the tests of this stage: fakes that start nothing, and small real ones for the tests with a real Go. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { RequestFailed } from "../../src/errors.ts";
import { goToSemver } from "../../src/install/go-version.ts";
import type { CommandResult, Exec, Files, Log, Ports } from "../../src/ports/types.ts";
import type { Environment } from "../../src/model/environment.ts";

export type RecordingLog = Log & { readonly lines: string[] };

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  return {
    lines,
    group: (title, body) => {
      lines.push(`group: ${title}`);
      return body();
    },
    info: (message) => void lines.push(`info: ${message}`),
    warning: (message) => void lines.push(`warning: ${message}`),
    raw: (text) => void lines.push(`raw: ${text}`),
    activity: (title) => {
      lines.push(`begin: ${title}`);
      return (outcome) => void lines.push(`end: ${outcome}`);
    },
  };
}

function notUsed(name: string): () => never {
  return () => {
    throw new Error(`${name} is not part of this test`);
  };
}

/** Files from a table of path and text. */
export function fakeFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    readText: (file) => Promise.resolve(texts[file]),
    // A folder is there when something is in it.
    size: (file) =>
      Promise.resolve(
        texts[file]?.length ?? (Object.keys(texts).some((path) => path.startsWith(`${file}/`)) ? 0 : undefined),
      ),
    writeText: notUsed("writeText"),
    kindOf: (file) =>
      Promise.resolve(
        file in texts ? "file" : Object.keys(texts).some((each) => each.startsWith(`${file}/`)) ? "folder" : undefined,
      ),
    realPath: notUsed("realPath"),
    stream: notUsed("stream"),
    walk: notUsed("walk"),
    writeBytes: notUsed("writeBytes"),
    // Patterns with * in names below /, which is all that this stage asks for.
    glob: (pattern, cwd) => {
      const regExp = new RegExp(`^${path.join(cwd, pattern).replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
      return Promise.resolve(Object.keys(texts).filter((file) => regExp.test(file)));
    },
    sha256: (file) => Promise.resolve(texts[file] ?? "no such file"),
    which: (program, env) =>
      Promise.resolve(
        (env.PATH ?? "")
          .split(":")
          .map((bin) => `${bin}/${program}`)
          .find((file) => file in texts),
      ),
    remove: () => Promise.resolve(),
    move: notUsed("move"),
    makeTempDir: notUsed("makeTempDir"),
    withSource: notUsed("withSource"),
  };
}

export type FakeWorld = {
  /** Text files by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Environment;
  /** Roots with a Go in them, by what its `go env GOVERSION` says; /go-path is on PATH. */
  readonly gos?: Readonly<Record<string, string>>;
  /** Versions in the tool cache; each has the root /cache/<version>. */
  readonly cached?: readonly string[];
  /** The list of releases by URL; an Error is thrown. Anything else is a 404. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** sha256 of what is behind a URL. Anything else is a 404. */
  readonly archives?: Readonly<Record<string, string>>;
  /** What the module proxy lists, in Go's spelling; it does not answer without one. A listed version comes to `gos` at moduleCacheRoot(). */
  readonly proxied?: readonly string[];
  /** What the module proxy has without listing it. */
  readonly unlisted?: readonly string[];
};

/** Where the go command keeps a version (Go's spelling) that it has fetched. */
export function moduleCacheRoot(version: string): string {
  return `/modules/golang.org/toolchain@v0.0.1-go${version}.linux-amd64`;
}

export type Recorded = {
  readonly ports: Ports;
  readonly log: RecordingLog;
  readonly requests: string[];
  readonly commands: { readonly program: string; readonly env: Environment }[];
  readonly removed: string[];
  /** What was put into the tool cache: version, and whether it replaces a broken one. */
  readonly published: string[];
  /** Pauses, in ms. */
  readonly pauses: number[];
};

function notFound(): RequestFailed {
  return new RequestFailed("HTTP status 404", { passing: false });
}

/** A machine (linux/amd64) that exists only as tables. */
export function fakeWorld(world: FakeWorld): Recorded {
  const gos = world.gos ?? {};
  const programs = Object.keys(gos).map((root) => [`${root}/bin/go`, root] as const);
  // What only the proxy has is not on disk before it is fetched.
  const remote = new Set([...(world.proxied ?? []), ...(world.unlisted ?? [])].map(moduleCacheRoot));
  const present = programs.filter(([, root]) => !remote.has(root));
  const log = recordingLog();
  const requests: string[] = [];
  const commands: Recorded["commands"] = [];
  const removed: string[] = [];
  const published: string[] = [];
  const pauses: number[] = [];
  // What comes out of an archive is what /cache/<version> is going to be.
  const unpackedRoot = (folder: string): string => folder.replace("/scratch/", "/cache/");
  const versionFile = (root: string): string => {
    const says = gos[root] ?? "";
    return says === "broken" ? "" : `${says}\ntime 2026-01-01T00:00:00Z\n`;
  };
  const unpacked = present.flatMap(([program, root]) => [
    [program.replace("/cache/", "/scratch/"), root],
    [`${root.replace("/cache/", "/scratch/")}/VERSION`, versionFile(root)],
  ]);
  const texts = { ...Object.fromEntries(present), ...Object.fromEntries(unpacked) } as Record<string, string>;
  const files = fakeFiles({ ...world.files, ...texts });
  const exec: Exec = (program, args, { env }) => {
    commands.push({ program, env });
    const root = Object.fromEntries(programs)[unpackedRoot(program)];
    if (root === undefined) return Promise.reject(new Error(`spawn ${program} ENOENT`));
    const answer = (stdout: string): CommandResult => ({
      exitCode: 0,
      signal: null,
      stdout,
      stderr: "",
      durationMs: 1,
    });
    const refusal = (stderr: string): Promise<CommandResult> =>
      Promise.resolve({ ...answer(""), exitCode: 1, stderr: `go: downloading\n${stderr}\n\tserver response\n` });
    const question = args.join(" ");
    if (question === "env GOMODCACHE") return Promise.resolve(answer("/modules\n"));
    if (question === "list -m -versions go") {
      if (world.proxied === undefined) return refusal("go: module lookup disabled");
      return Promise.resolve(answer(`${["go", ...world.proxied].join(" ")}\n`));
    }
    if (question === "env GOROOT") {
      const fetched = moduleCacheRoot(env.GOTOOLCHAIN?.replace("go", "") ?? "");
      return fetched in gos ? Promise.resolve(answer(`${fetched}\n`)) : refusal("go: 403 Forbidden");
    }
    const result = answer(JSON.stringify({ GOVERSION: gos[root], GOROOT: root }));
    return Promise.resolve(gos[root] === "broken" ? { ...result, exitCode: 2, stderr: "cannot run" } : result);
  };
  const ports: Ports = {
    env: { PATH: "/go-path/bin:/usr/bin", ...world.env },
    host: { os: "linux", arch: "amd64", cpus: 2 },
    ask: exec,
    work: exec,
    files: { ...files, remove: (file) => Promise.resolve(void removed.push(file)) },
    decompression: {
      gunzip: notUsed("gunzip"),
      inflateRaw: notUsed("inflateRaw"),
      unzstd: notUsed("unzstd"),
      checks: notUsed("checks"),
    },
    blobs: { startSha256: notUsed("startSha256"), openSpool: notUsed("openSpool") },
    toolCache: {
      findAll: () => Promise.resolve((world.cached ?? []).map((version) => ({ version, root: `/cache/${version}` }))),
      withScratch: (_tool, use) => use("/archives"),
      // The archive's name tells what is in it.
      unpack: (archive) => {
        const name = /go(\d.*)\.linux-amd64\.tar\.gz$/.exec(archive)?.[1] ?? "";
        return Promise.resolve(`/scratch/${goToSemver(name) ?? name}`);
      },
      publish: (_folder, { version, replace }) => {
        published.push(`${version}${replace ? " replaces" : ""}`);
        return Promise.resolve(`/cache/${version}`);
      },
    },
    network: {
      json: (url) => {
        requests.push(url);
        const document = world.json?.[url] ?? notFound();
        return document instanceof Error ? Promise.reject(document) : Promise.resolve(document);
      },
      file: (url) => {
        requests.push(url);
        const sha256 = world.archives?.[url];
        return sha256 === undefined ? Promise.reject(notFound()) : Promise.resolve(sha256);
      },
      sleep: (ms) => Promise.resolve(void pauses.push(ms)),
    },
    log,
    now: () => 0,
    today: () => "2026-11-23",
  };
  return { ports, log, requests, commands, removed, published, pauses };
}

/** Small, but real. */
export const realFiles: Files = {
  readText: (file) => orUndefined(() => readFile(file, "utf8")),
  size: (file) => orUndefined(async () => (await stat(file)).size),
  sha256: async (file) =>
    createHash("sha256")
      .update(await readFile(file))
      .digest("hex"),
  remove: (file) => rm(file, { recursive: true, force: true }),
  which: async (program, env) => {
    for (const folder of (env.PATH ?? "").split(path.delimiter).filter(Boolean)) {
      const file = path.join(folder, program);
      if ((await orUndefined(() => access(file, constants.X_OK).then(() => true))) === true) return file;
    }
    return undefined;
  },
  writeText: notUsed("writeText"),
  kindOf: notUsed("kindOf"),
  realPath: notUsed("realPath"),
  glob: notUsed("glob"),
  stream: notUsed("stream"),
  walk: notUsed("walk"),
  writeBytes: notUsed("writeBytes"),
  move: notUsed("move"),
  makeTempDir: notUsed("makeTempDir"),
  withSource: notUsed("withSource"),
};

export const realExec: Exec = (program, args, options) =>
  new Promise((resolve, reject) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number" && error.signal == null) {
        reject(new Error(error.message, { cause: error }));
        return;
      }
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ exitCode, signal: error?.signal ?? null, stdout, stderr, durationMs: 0 });
    });
  });

async function orUndefined<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown: unknown) {
    if (thrown instanceof Error && "code" in thrown && ["ENOENT", "ENOTDIR"].includes(String(thrown.code)))
      return undefined;
    throw thrown;
  }
}
