import { describe, expect, it } from "vitest";
import { closeCache, openCache } from "../../src/cache/cache.ts";
import { makeGo } from "../../src/go/command.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { CacheReport } from "../../src/model/report.ts";
import type { CheckRequest } from "../../src/model/request.ts";
import type { FetchedFolder, FolderCache, Log, Ports, StoredFile } from "../../src/ports/types.ts";

// What a job does with its cache in every case, on a service and a go command that are made up.

/** The folders of the go command, and a module that needs another one. */
const goEnv = JSON.stringify({ GOCACHE: "/gocache", GOMODCACHE: "/mod", GOMOD: "/app/go.mod", GOWORK: "", CC: "gcc" });
const hash = "ab".repeat(32);
const stale = 1_000_000;
const stored = (path: string, mtimeMs = stale): StoredFile => ({ path, size: 4 << 20, mtimeMs, isFolder: false });
const missed: FetchedFolder = { matchedKey: null, files: [], archiveBytes: null, trouble: null, answers: true };

/** A job of GitHub's own runner that is started by a push. */
const job: Environment = {
  ACTIONS_RUNTIME_TOKEN: "x",
  ACTIONS_RESULTS_URL: "https://example.com/",
  RUNNER_ENVIRONMENT: "github-hosted",
  GITHUB_EVENT_NAME: "push",
  GITHUB_REF_TYPE: "branch",
};

type World = {
  readonly env?: Environment;
  readonly cache?: string;
  /** What is in GOCACHE before the step. */
  readonly before?: readonly StoredFile[];
  /** What is in GOCACHE when all is built. */
  readonly after?: readonly StoredFile[];
  readonly fetch?: (key: string, restoreKeys: readonly string[]) => Partial<FetchedFolder>;
  readonly keep?: string | null;
  readonly isDone?: boolean;
  readonly goFails?: boolean;
};

type Seen = {
  readonly report: CacheReport | null;
  readonly log: readonly string[];
  readonly fetched: readonly string[];
  /** Names of the entries that were set aside, with the paths of their files. */
  readonly kept: readonly (readonly [string, readonly string[]])[];
};

async function runJob(world: World): Promise<Seen> {
  const { env = job, cache = "auto", before = [], after = [stored(`ab/${hash}-d`, stale + 1)], isDone = true } = world;
  const log: string[] = [];
  const fetched: string[] = [];
  const kept: (readonly [string, readonly string[]])[] = [];
  let isBuilt = false;
  const port: FolderCache = {
    time: () => 0,
    staleTime: stale,
    list: (folder) => Promise.resolve(folder !== "/gocache" ? [] : isBuilt ? after : before),
    fetch: ({ name, key, restoreKeys }) => {
      fetched.push(name);
      return Promise.resolve({ ...missed, ...world.fetch?.(key, restoreKeys) });
    },
    keep: ({ name }, files) => {
      kept.push([name, files.map(({ path }) => path)]);
      return Promise.resolve(world.keep ?? null);
    },
  };
  const quiet: Log = {
    group: (_title, body) => body(),
    info: (text) => void log.push(text),
    warning: (text) => void log.push(`warning: ${text}`),
    raw: () => undefined,
    activity: () => () => undefined,
  };
  const ports = {
    work: () => Promise.reject(new Error("nothing that lasts is started")),
    env,
    host: { os: "linux", arch: "amd64", cpus: 2 },
    log: quiet,
    folderCache: port,
    now: () => 0,
    ask: (_program: string, args: readonly string[]) =>
      world.goFails === true
        ? Promise.reject(new Error("go could not be started"))
        : Promise.resolve({
            exitCode: 0,
            signal: null,
            stdout: args[0] === "env" ? goEnv : "gcc 12",
            stderr: "",
            durationMs: 1,
          }),
    files: {
      readText: (path: string) => Promise.resolve(path === "/app/go.sum" ? "example.com/dep v1.0.0 h1:x\n" : undefined),
      which: () => Promise.resolve("/usr/bin/gcc"),
      kindOf: () => Promise.resolve("folder" as const),
      remove: () => Promise.resolve(),
    },
  } as unknown as Ports;
  const request = parseRequest({ cache }) as CheckRequest;
  const toolchain = {
    version: "1.26.8",
    root: "/go",
    go: "/go/bin/go",
    source: "path",
    why: "",
    sha256: null,
    env: {},
  } as const;
  const open = await openCache(request, [{ dir: "/app", patterns: ["."] }], { go: makeGo(toolchain, ports), ports });
  isBuilt = true;
  const report = await closeCache(open, isDone ? null : [], ports);
  return { report, log, fetched, kept };
}

const build = ({ report }: Seen): CacheReport["entries"][number] | undefined =>
  report?.entries.find(({ name }) => name === "build");

describe("a job with a cache", () => {
  it("saves what it used when nothing was there", async () => {
    const seen = await runJob({ after: [stored(`ab/${hash}-d`, stale + 1), stored(`cd/${hash}-d`)] });
    expect(seen.fetched).toEqual(["build", "modules"]);
    expect(seen.kept).toEqual([["build", [`ab/${hash}-d`]]]);
    expect(seen.report).toMatchObject({ restores: true, saves: true });
    expect(build(seen)).toMatchObject({ hit: "none", matchedKey: null, restored: null, saved: { bytes: 4 << 20 } });
    expect(build(seen)?.why).toMatch(/^saved when the job ends: /);
  });

  it("saves nothing beside the same entry, however the service spells its key", async () => {
    const seen = await runJob({ fetch: (key) => ({ matchedKey: key.toUpperCase(), archiveBytes: 10 }) });
    expect(build(seen)).toMatchObject({ hit: "exact", restored: { archiveBytes: 10 }, saved: null });
    expect(build(seen)?.why).toBe("not saved: it is there already");
    expect(seen.kept).toEqual([]);
  });

  it.each([
    { name: "that has it all already", restored: [stored(`ab/${hash}-d`)], saves: false },
    { name: "that lacks something", restored: [], saves: true },
  ])("after an older entry $name: saved $saves", async ({ restored, saves }) => {
    const seen = await runJob({ fetch: (_key, [older = ""]) => ({ matchedKey: `${older}x`, files: restored }) });
    expect(build(seen)).toMatchObject({ hit: "older" });
    expect(seen.kept.map(([name]) => name)).toEqual(saves ? ["build"] : []);
  });

  it.each<{ readonly name: string; readonly env?: Environment; readonly why: RegExp }>([
    { name: "a pull request", env: { GITHUB_EVENT_NAME: "pull_request" }, why: /^not saved: a pull request restores/ },
    { name: "cache-mode: read", env: { ACTIONS_CACHE_MODE: "read" }, why: /^not saved: .*cache-mode: read/ },
  ])("restores and saves nothing: $name", async ({ env, why }) => {
    const seen = await runJob({ env: { ...job, ...env } });
    expect(seen.report).toMatchObject({ restores: true, saves: false });
    expect(seen.fetched).toContain("modules");
    expect(seen.report?.entries.find(({ name }) => name === "modules")?.why).toMatch(why);
    expect(seen.kept).toEqual([]);
  });

  it.each([
    { name: "a pull request", env: { GITHUB_EVENT_NAME: "pull_request" } },
    { name: "a merge queue", env: { GITHUB_EVENT_NAME: "merge_group" } },
    { name: "a ref of a pull request", env: { GITHUB_REF: "refs/pull/7/merge" } },
  ])("takes modules and no compiled packages where the change may have saved them: $name", async ({ env }) => {
    for (const cache of ["auto", "true"] as const) {
      const seen = await runJob({ cache, env: { ...job, ...env }, after: [stored(`ab/${hash}-d`, stale + 1)] });
      expect(seen.fetched).toEqual(["modules"]);
      expect(build(seen)).toMatchObject({ hit: "none", restored: null, saved: null });
      expect(build(seen)?.why).toMatch(/^left alone: the change that is judged/);
      expect(seen.kept.map(([name]) => name)).not.toContain("build");
    }
  });

  it.each<World & { readonly name: string }>([
    { name: "cache: false", cache: "false" },
    { name: "a tag", env: { ...job, GITHUB_REF_TYPE: "tag" } },
    { name: "a self-hosted runner", env: { ...job, RUNNER_ENVIRONMENT: "self-hosted" } },
    { name: "a pull request from elsewhere", env: { ...job, GITHUB_EVENT_NAME: "pull_request_target" } },
    { name: "cache-mode: none", env: { ...job, ACTIONS_CACHE_MODE: "none" } },
    { name: "no token", env: { ...job, ACTIONS_RUNTIME_TOKEN: "" } },
  ])("is off, and asks for nothing: $name", async (world) => {
    const seen = await runJob(world);
    expect(seen.report).toMatchObject({ restores: false, saves: false, entries: [] });
    expect(seen.log).toEqual([`no build cache: ${seen.report?.why ?? ""}`]);
    expect([seen.fetched, seen.kept]).toEqual([[], []]);
  });

  it("is on where it is asked for, and warns where that cannot be", async () => {
    const asked = { ...job, RUNNER_ENVIRONMENT: "self-hosted" };
    expect((await runJob({ cache: "true", env: asked })).report).toMatchObject({ restores: true, saves: true });
    const { log } = await runJob({ cache: "true", env: { ...asked, ACTIONS_RUNTIME_TOKEN: "" } });
    expect(log).toEqual([expect.stringMatching(/^warning: no build cache: /)]);
  });

  it("leaves a cache alone that is in use, and restores the other", async () => {
    const mine = Array.from({ length: 500 }, (_, at) => stored(`00/${String(at).padStart(64, "0")}-a`));
    const seen = await runJob({ before: mine });
    expect(seen.fetched).toEqual(["modules"]);
    expect(build(seen)?.why).toBe("left alone: GOCACHE was not empty when this step began");
    expect(seen.kept).toEqual([]);
  });
});

describe("trouble is no failure", () => {
  it("a service that is down is asked once, and not for a save", async () => {
    const seen = await runJob({ fetch: () => ({ trouble: "ECONNREFUSED", answers: false }) });
    expect(seen.log.join("\n")).toMatch(/^build: nothing restored \(ECONNREFUSED\) for go-linkage-1-build-/m);
    expect(build(seen)).toMatchObject({ hit: "none", saved: null, why: "not saved: ECONNREFUSED" });
    expect(seen.kept).toEqual([]);
  });

  it("an archive that cannot be unpacked is an entry that is not there", async () => {
    const seen = await runJob({ fetch: () => ({ trouble: "tar failed" }) });
    expect(build(seen)).toMatchObject({ hit: "none" });
    expect(seen.kept.map(([name]) => name)).toEqual(["build"]);
  });

  it("a folder that cannot be set aside is said", async () => {
    expect(build(await runJob({ keep: "no space left" }))).toMatchObject({
      saved: null,
      why: "not saved: no space left",
    });
  });

  it("a go command that does not start is no reason to stop", async () => {
    const seen = await runJob({ goFails: true });
    expect(seen.log[0]).toBe("no build cache: go could not be started");
    expect(seen.report).toMatchObject({ entries: [] });
  });

  it("nothing is saved when no build came to an end", async () => {
    const seen = await runJob({ isDone: false });
    expect(build(seen)?.why).toBe("not saved: no build came to an end");
    expect(seen.kept).toEqual([]);
  });
});
