/** A machine with an empty tool cache and a PATH with nothing but what unpacks archives; the ports are the real ones. */
import { mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { install, type InstallRequest } from "../../src/install/install.ts";
import { makeAsk } from "../../src/ports/ask.ts";
import { makeWork } from "../../src/ports/work.ts";
import { decompression } from "../../src/ports/decompression.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { makeNetwork } from "../../src/ports/network.ts";
import { makeToolCache } from "../../src/ports/tool-cache.ts";
import type { Log, Ports } from "../../src/ports/types.ts";
import type { Toolchain } from "../../src/model/toolchain.ts";

export type Machine = {
  readonly ports: Ports;
  readonly toolCache: string;
  readonly project: string;
  /** Pauses between attempts, in ms, which are not slept. */
  readonly pauses: number[];
  /** Ends what is running, as Ctrl-C does. */
  readonly interrupt: () => void;
  /** Every file in the tool cache, relative to it. */
  leftovers(): Promise<readonly string[]>;
  install(request: Partial<InstallRequest>): Promise<Toolchain>;
};

export type MachineOptions = {
  readonly host?: { readonly os: string; readonly arch: string };
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: Log;
  readonly stallMs?: number;
  /** The folder of another machine, to share its tool cache. */
  readonly folder?: string;
};

export async function makeMachine(scratch: string, options: MachineOptions = {}): Promise<Machine> {
  const folder = options.folder ?? (await mkdtemp(path.join(scratch, "machine-")));
  const [toolCache = "", project = "", bin = ""] = ["tool-cache", "project", "bin"].map((name) =>
    path.join(folder, name),
  );
  await mkdir(project, { recursive: true });
  await linkUnpackers(bin);
  const env = { RUNNER_TOOL_CACHE: toolCache, HOME: folder, PATH: bin, ...options.env };
  const controller = new AbortController();
  const { signal } = controller;
  const work = makeWork(signal);
  const pauses: number[] = [];
  const network = makeNetwork({ env, signal, stallMs: options.stallMs ?? 5_000 });
  const ports: Ports = {
    env,
    host: { os: "linux", arch: "amd64", ...options.host, cpus: 2 },
    ask: makeAsk(signal),
    work,
    files: makeFiles(os.tmpdir()).files,
    decompression,
    toolCache: makeToolCache(env, work),
    network: { ...network, sleep: (ms) => Promise.resolve(void pauses.push(ms)) },
    log: options.log ?? silentLog,
    now: () => 0,
    today: () => "2026-11-23",
  };
  const nothing = { goVersion: null, goVersionFile: null, goDownloadBaseUrl: null, goSha256: null };
  return {
    ports,
    toolCache,
    project,
    pauses,
    interrupt: () => {
      controller.abort();
    },
    leftovers: () => listFiles(toolCache),
    install: (request) => install({ workingDirectory: project, ...nothing, ...request }, ports),
  };
}

async function linkUnpackers(bin: string): Promise<void> {
  if ((await mkdir(bin, { recursive: true })) === undefined) return;
  const { files } = makeFiles(os.tmpdir());
  for (const program of ["tar", "gzip", "unzip"]) {
    const found = await files.which(program, { PATH: process.env.PATH ?? "" });
    if (found !== undefined) await symlink(found, path.join(bin, program));
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

export const silentLog: Log = {
  group: (_title, body) => body(),
  info: () => undefined,
  warning: () => undefined,
  raw: () => undefined,
  activity: () => () => undefined,
};
