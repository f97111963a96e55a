import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { ActionsCacheServer, type CacheScope } from "./actions-cache-server.ts";
import { publishModule } from "./go-proxy.ts";
import { Runner, type StepResult } from "./runner.ts";
import type { Report, CacheReport, CacheEntry } from "../../src/model/report.ts";

// The committed bundle, started as the runner starts it, with the real @actions/cache, against a cache service on this machine.

export const main: CacheScope = { ref: "refs/heads/main", permission: "read-write" };
export const topic: CacheScope = { ref: "refs/heads/topic", permission: "read-write" };
export const pull: CacheScope = { ref: "refs/pull/1/merge", permission: "read-write" };
export const readable = (scope: CacheScope): CacheScope => ({ ...scope, permission: "read" });

type Job = {
  readonly scopes?: readonly CacheScope[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cache?: string;
  /** Runs before the step, in a job whose caches are empty. */
  readonly before?: () => void;
};

type JobResult = {
  readonly step: StepResult;
  readonly post: StepResult;
  readonly cache: CacheReport;
  readonly ms: number;
};

export let runner: Runner;
export let server: ActionsCacheServer;
export let workspace: string;
export let goCache: string;
export let goModCache: string;
export let first: JobResult;
/** What the first job saved; each test begins with it. */
export let saved: ActionsCacheServer["entries"];

/** A fresh machine: both of Go's caches are gone. */
export async function job({ scopes = [main], env = {}, cache = "auto", before }: Job): Promise<JobResult> {
  for (const folder of [goCache, goModCache]) rmSync(folder, { recursive: true, force: true });
  before?.();
  const step = {
    workspace,
    inputs: { strategies: "cgo-disabled", ship: "cgo-disabled", baseline: "none", cache },
    env: {
      GOCACHE: goCache,
      GOMODCACHE: goModCache,
      // A user who is not root could not remove a module cache that is read-only.
      GOFLAGS: "-modcacherw",
      GOPROXY: `file://${join(runner.home, "proxy")}`,
      GONOSUMDB: "*",
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF_TYPE: "branch",
      ...server.environment(scopes),
      ...env,
    },
  };
  const started = performance.now();
  const result = await runner.main(step);
  expect(result.exitCode, result.log).toBe(0);
  const post = await runner.post(step, result);
  expect(post.exitCode, post.log).toBe(0);
  expect(result.log + post.log).not.toMatch(/^::(?:warning|error)/m);
  expect(leftovers()).toEqual([]);
  const report = JSON.parse(readFileSync(result.outputs["report-json"] ?? "", "utf8")) as Report;
  if (report.cache === null) throw new Error("the report says nothing of the cache");
  return { step: result, post, cache: report.cache, ms: performance.now() - started };
}

/** Folders of ours that should be gone after the post step. */
function leftovers(): string[] {
  return readdirSync(runner.home).filter((name) => name.startsWith(".go-linkage-"));
}

export function entry({ cache }: JobResult, name: CacheEntry["name"]): CacheEntry {
  const found = cache.entries.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the report has no entry ${name}`);
  return found;
}

/** The names of what is compiled in GOCACHE. The go command also keeps what it has read of folders, by the time of their files. */
export function compiled(): string[] {
  const names = readdirSync(goCache, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}-d$/.test(name))
    .filter((name) => !readFileSync(join(goCache, name)).toString("latin1").startsWith("go index"))
    .toSorted();
}

/** What a tar of `members` would unpack: a path, and its text, or the target of a link. They are written as they are, wherever they lead. */
export function plantArchive(
  members: readonly {
    readonly path: string;
    readonly text?: string;
    readonly link?: string;
    readonly hardLink?: string;
  }[],
): Buffer {
  const blocks = members.flatMap(({ path, text = "", link, hardLink }) => {
    const body = Buffer.from(link === undefined && hardLink === undefined ? text : "");
    const header = Buffer.alloc(512);
    const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
    header.write(path, 0, 100);
    header.write(
      `${octal(0o644, 7)}${octal(0, 7)}${octal(0, 7)}${octal(body.length, 11)}${octal(0, 11)}`,
      100,
      "latin1",
    );
    header.write("        ", 148);
    header.write(path.endsWith("/") ? "5" : link !== undefined ? "2" : hardLink !== undefined ? "1" : "0", 156);
    header.write(link ?? hardLink ?? "", 157, 100);
    header.write("ustar\x0000", 257, "latin1");
    header.write(
      octal(
        header.reduce((sum, byte) => sum + byte, 0),
        6,
      ),
      148,
      "latin1",
    );
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return execFileSync("zstd", ["-q", "-c"], { input: Buffer.concat([...blocks, Buffer.alloc(1024)]) });
}

export function requireDep(version: string): void {
  writeFileSync(join(workspace, "go.mod"), `module example.com/app\n\ngo 1.19\n\nrequire example.com/dep ${version}\n`);
  rmSync(join(workspace, "go.sum"), { force: true });
  execFileSync("go", ["mod", "tidy"], {
    cwd: workspace,
    env: {
      ...process.env,
      GOFLAGS: "-modcacherw",
      GOMODCACHE: goModCache,
      GOPROXY: `file://${join(runner.home, "proxy")}`,
      GONOSUMDB: "*",
      GOTOOLCHAIN: "local",
    },
    stdio: "ignore",
  });
}

/** To be called in `describe`: a machine, a cache service, and what the first job has saved there. */
export function useFirstJob(): void {
  beforeAll(async () => {
    runner = new Runner();
    server = await new ActionsCacheServer().start();
    workspace = mkdtempSync(join(tmpdir(), "workspace-"));
    goCache = join(runner.home, "go-build");
    goModCache = join(runner.home, "mod");
    for (const version of ["v1.0.0", "v1.1.0"]) {
      const source = `package dep\n\nfunc Greet() string { return "hello from ${version}" }\n`;
      publishModule(join(runner.home, "proxy"), { path: "example.com/dep", version, source });
    }
    writeFileSync(
      join(workspace, "main.go"),
      'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Greet()) }\n',
    );
    requireDep("v1.0.0");
    first = await job({});
    saved = [...server.entries];
  });

  beforeEach(() => {
    server.fault = null;
    server.entries.splice(0, Infinity, ...saved.map((each) => ({ ...each })));
    server.requests.length = 0;
  });

  afterAll(async () => {
    await server.close();
    runner.remove();
    rmSync(workspace, { recursive: true, force: true });
  });
}
