import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ActionsCacheServer, type CacheScope } from "./support/actions-cache-server.ts";
import { publishModule } from "./support/go-proxy.ts";
import { Runner, type StepResult } from "./support/runner.ts";
import { describeWith } from "./support/tools.ts";
import type { Report, CacheReport, CacheEntry } from "../src/model/report.ts";

// The committed bundle, started as the runner starts it, with the real @actions/cache, against a cache service on this machine.

const main: CacheScope = { ref: "refs/heads/main", permission: "read-write" };
const topic: CacheScope = { ref: "refs/heads/topic", permission: "read-write" };
const pull: CacheScope = { ref: "refs/pull/1/merge", permission: "read-write" };
const readable = (scope: CacheScope): CacheScope => ({ ...scope, permission: "read" });

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

describeWith(["go", "tar", "zstd"], "the build cache of the action", () => {
  let runner: Runner;
  let server: ActionsCacheServer;
  let workspace: string;
  let goCache: string;
  let goModCache: string;
  let first: JobResult;
  /** What the first job saved; each test begins with it. */
  let saved: ActionsCacheServer["entries"];

  /** A fresh machine: both of Go's caches are gone. */
  async function job({ scopes = [main], env = {}, cache = "auto", before }: Job): Promise<JobResult> {
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

  function entry({ cache }: JobResult, name: CacheEntry["name"]): CacheEntry {
    const found = cache.entries.find((each) => each.name === name);
    if (found === undefined) throw new Error(`the report has no entry ${name}`);
    return found;
  }

  /** The names of what is compiled in GOCACHE. The go command also keeps what it has read of folders, by the time of their files. */
  function compiled(): string[] {
    const names = readdirSync(goCache, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}-d$/.test(name))
      .filter((name) => !readFileSync(join(goCache, name)).toString("latin1").startsWith("go index"))
      .toSorted();
  }

  function require(version: string): void {
    writeFileSync(
      join(workspace, "go.mod"),
      `module example.com/app\n\ngo 1.19\n\nrequire example.com/dep ${version}\n`,
    );
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
    require("v1.0.0");
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

  it("saves two entries after a cold run", () => {
    expect(first.step.outputs).toMatchObject({ "cache-hit": "false", "cache-matched-key": "" });
    expect(first.step.outputs["cache-key"]).toBe(entry(first, "build").key);
    expect(first.cache).toMatchObject({ input: "auto", restores: true, saves: true, timing: { coldWorkMs: null } });
    expect(saved.map(({ key }) => key).toSorted()).toEqual(first.cache.entries.map(({ key }) => key).toSorted());
    expect(first.post.log).toMatch(/^build: saved \d+ bytes in [\d.]+ s as go-linkage-1-build-/m);
    expect(first.step.summary).toContain(
      "Build cache: nothing restored; build: no entry, saved when the job ends: it is new",
    );
    // No address with a signature, and nothing of what the library says.
    expect(first.step.log + first.post.log).not.toMatch(/sig=|twirp|Cache Size/);
  });

  it("restores them into the next run, which compiles and downloads nothing and saves nothing", async () => {
    const names: string[] = [];
    const second = await job({ env: { GOPROXY: "off" } });
    names.push(...compiled());
    expect(second.step.outputs).toMatchObject({
      "cache-hit": "true",
      "cache-key": entry(first, "build").key,
      "cache-matched-key": entry(first, "build").key,
    });
    expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["exact", "exact"]);
    expect(second.cache.timing.coldWorkMs).toBe(first.cache.timing.workMs);
    expect(second.cache.timing.workMs).toBeLessThan(first.cache.timing.workMs);
    expect(second.step.summary).toMatch(/Build cache: [\d.]+ [KM]iB restored in [\d.]+ s; .* without a cache: /);
    expect(server.requests.filter((line) => /Create|PUT/.test(line))).toEqual([]);
    // Every compiled package was in the archive.
    const listing = execFileSync("tar", ["-t", "--zstd"], {
      input: saved.find(({ key }) => key.includes("-build-"))?.blob ?? "",
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    expect(names.filter((name) => !listing.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(20);
    expect(existsSync(join(goCache, "go-linkage.json"))).toBe(false);
  });

  it("falls back to an older entry when the dependencies change, and drops what is no longer used", async () => {
    require("v1.1.0");
    try {
      const second = await job({});
      expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["older", "older"]);
      expect(second.step.outputs).toMatchObject({
        "cache-hit": "false",
        "cache-matched-key": entry(first, "build").key,
      });
      expect(entry(second, "build")).toMatchObject({ saved: null });
      expect(entry(second, "build").why).toMatch(/^not saved: \d %/);
      const modules = server.entries.at(-1);
      expect(modules?.key).toBe(entry(second, "modules").key);
      const listing = execFileSync("tar", ["-t", "--zstd"], { input: modules?.blob ?? "", encoding: "utf8" });
      expect(listing).toContain("v1.1.0.zip");
      expect(listing).not.toContain("v1.0.0.zip");
    } finally {
      require("v1.0.0");
    }
  });

  it("reads what the default branch has saved from another branch", async () => {
    const second = await job({ scopes: [topic, readable(main)] });
    expect(second.step.outputs["cache-hit"]).toBe("true");
    expect(server.entries).toHaveLength(2);
  });

  it("does not read what another branch has saved", async () => {
    for (const each of server.entries)
      server.entries.splice(server.entries.indexOf(each), 1, { ...each, ref: "refs/heads/x" });
    const second = await job({});
    expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["none", "none"]);
    expect(server.entries.filter(({ ref }) => ref === main.ref)).toHaveLength(2);
  });

  it.each([
    {
      name: "a pull request",
      scopes: [pull, readable(main)],
      env: { GITHUB_EVENT_NAME: "pull_request" },
      why: /pull request restores only/,
    },
    { name: "cache-mode: read", scopes: [main], env: { ACTIONS_CACHE_MODE: "read" }, why: /cache-mode: read/ },
  ])("restores and does not save: $name", async ({ scopes, env, why }) => {
    // The other entry is missing, so that there would be something to save.
    server.entries.splice(0, 1);
    const second = await job({ scopes, env });
    expect(second.cache).toMatchObject({ restores: true, saves: false });
    expect(second.cache.why).toMatch(why);
    expect(server.requests.filter((line) => /Create|PUT/.test(line))).toEqual([]);
  });

  it.each([
    { name: "cache: false", env: {}, cache: "false" },
    { name: "a tag", env: { GITHUB_REF_TYPE: "tag" } },
    { name: "a self-hosted runner", env: { RUNNER_ENVIRONMENT: "self-hosted" } },
    {
      name: "a pull request from elsewhere with this repository's rights",
      env: { GITHUB_EVENT_NAME: "pull_request_target" },
    },
    { name: "cache-mode: none", env: { ACTIONS_CACHE_MODE: "none" } },
    { name: "no token", env: { ACTIONS_RUNTIME_TOKEN: undefined } },
  ])("is off: $name", async ({ env, cache = "auto" }) => {
    const second = await job({ env, cache });
    expect(second.cache).toMatchObject({ restores: false, saves: false, entries: [] });
    expect(second.step.outputs).toMatchObject({ "cache-hit": "false", "cache-key": "", "cache-matched-key": "" });
    expect(second.step.log).toContain(`no build cache: ${second.cache.why}`);
    expect(second.step.summary).toContain("No build cache: ");
    expect(server.requests).toEqual([]);
  });

  it("is on where it is asked for, on a self-hosted runner", async () => {
    const second = await job({ env: { RUNNER_ENVIRONMENT: "self-hosted" }, cache: "true" });
    expect(second.step.outputs["cache-hit"]).toBe("true");
  });

  it("takes no for an answer from a token that may not write", async () => {
    server.entries.length = 0;
    const second = await job({ scopes: [readable(main)] });
    expect(second.post.log).toMatch(/^build: not saved after [\d.]+ s: .*cache write denied/m);
    expect(server.entries).toEqual([]);
  });

  it("goes on without a service that is down", async () => {
    const gone = await new ActionsCacheServer().start();
    const env = gone.environment([main]);
    await gone.close();
    const second = await job({ env });
    expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["none", "none"]);
    expect(second.step.log).toMatch(/build: nothing restored \(Failed to restore: .*ECONNREFUSED.*\)/);
    expect(entry(second, "build").why).toMatch(/^not saved: /);
  });

  // Each waits for its deadline.
  const faults = ["hangs", "stalls-in-archive", "fails", "babbles"] as const;

  it.each(faults.slice(0, process.env.FULL === "true" ? 4 : 2))(
    "goes on at the deadline when the service %s",
    async (fault) => {
      server.fault = fault;
      const second = await job({ env: { GO_LINKAGE_CACHE_SECONDS: "3" } });
      expect(second.step.log).toContain("it took longer than 3 s");
      expect(second.cache.timing.restoreMs).toBeGreaterThan(2500);
      expect(second.cache.timing.restoreMs).toBeLessThan(8000);
      expect(second.cache.entries.map(({ saved: kept }) => kept)).toEqual([null, null]);
    },
  );

  it("does not wait longer than the deadline for a save either", async () => {
    server.entries.length = 0;
    const before = (): void => {
      // From the first upload on.
      const timer = setInterval(() => {
        if (!server.requests.some((line) => line.startsWith("Create"))) return;
        server.fault = "hangs";
        clearInterval(timer);
      }, 1);
    };
    const second = await job({ before, env: { GO_LINKAGE_CACHE_SECONDS: "2" } });
    expect(second.post.log).toContain("build: not saved after 4.0 s: it took longer than 4 s");
  });

  it("builds without an archive that cannot be unpacked", async () => {
    for (const each of server.entries) each.blob = Buffer.from("no archive");
    const second = await job({});
    expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["none", "none"]);
    expect(second.step.log).toMatch(/build: nothing restored \(Failed to restore: .*tar.* failed/);
    expect(compiled().length).toBeGreaterThan(20);
  });

  it("leaves caches alone that are not empty", async () => {
    const mine = join(goModCache, "cache/download/example.com/mine/@v/list");
    const kept = join(goCache, "00", `${"0".repeat(64)}-a`);
    const before = (): void => {
      for (const path of [mine, kept]) {
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(path, "mine".padEnd(2 << 20));
      }
    };
    const second = await job({ before });
    expect(second.cache.entries.map(({ why }) => why)).toEqual([
      "left alone: GOCACHE was not empty when this step began",
      "left alone: GOMODCACHE was not empty when this step began",
    ]);
    for (const path of [mine, kept]) expect(readFileSync(path, "utf8")).toMatch(/^mine/);
    expect(server.requests).toEqual([]);
  });

  it("lets one of two jobs win that save the same key", async () => {
    server.entries.length = 0;
    const step = await job({
      before: () => {
        // The other job is quicker by the time that this one saves.
        const timer = setInterval(() => {
          if (!server.requests.some((line) => line.startsWith("Get"))) return;
          clearInterval(timer);
          setTimeout(() => server.entries.push(...saved), 300);
        }, 1);
      },
    });
    expect(step.post.log).toContain(`build: not saved: another job has saved ${entry(step, "build").key}`);
    expect(server.requests.filter((line) => /Create|PUT/.test(line))).toEqual([]);
    expect(server.entries).toHaveLength(2);
  });

  it("saves nothing after a step that did not come to its end", async () => {
    server.entries.length = 0;
    const inputs = { strategies: "nonsense" };
    const env = server.environment([main]);
    const step = await runner.main({ workspace, inputs, env });
    expect(step.exitCode).toBe(2);
    expect(step.outputs).toMatchObject({ "cache-hit": "", "cache-key": "" });
    const post = await runner.post({ workspace, inputs, env }, step);
    expect(post.exitCode).toBe(0);
    expect(server.entries).toEqual([]);
  });
});
