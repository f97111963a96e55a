import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ActionsCacheServer } from "./support/actions-cache-server.ts";
import {
  compiled,
  entry,
  first,
  goCache,
  goModCache,
  job,
  main,
  plantArchive,
  pull,
  readable,
  requireDep,
  runner,
  saved,
  server,
  topic,
  useFirstJob,
} from "./support/cache-job.ts";
import { publishModule } from "./support/go-proxy.ts";
import { describeWith } from "./support/tools.ts";

// The branches that action-cache.bundle.test.ts leaves out, each with caches that are empty.

describeWith(["go", "tar", "zstd"], "the build cache of the action", () => {
  useFirstJob();

  it("falls back to an older entry when the dependencies change, and drops what is no longer used", async () => {
    requireDep("v1.1.0");
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
      requireDep("v1.0.0");
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
    // The modules are missing, so that there would be something to save.
    server.entries.splice(
      server.entries.findIndex(({ key }) => key.includes("-modules-")),
      1,
    );
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
    expect(second.step.log).toMatch(/build: nothing restored \(the archive of the cache cannot be listed\)/);
    expect(compiled().length).toBeGreaterThan(20);
  });

  type Planted = {
    readonly name: string;
    readonly members: (outside: string) => Parameters<typeof plantArchive>[0];
    /** What is said of it, or of what tar did not unpack. */
    readonly trouble: RegExp;
  };

  const folder = { path: "build/" };
  it.each<Planted>([
    {
      name: "an absolute path",
      members: (to) => [folder, { path: join(to, "a") }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a path with ..",
      members: (to) => [folder, { path: `build/../../../../../../../../../..${to}/a` }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a link out of it",
      members: (to) => [folder, { path: "build/00", link: to }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a path through a link",
      members: (to) => [folder, { path: "build/00", link: to }, { path: "build/00/a", text: "x" }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a path through a link by its own name",
      members: (to) => [
        { path: "build", link: to },
        { path: "build/a", text: "x" },
      ],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a relative link, and a path through it",
      members: () => [folder, { path: "build/00", link: "../../outside" }, { path: "build/00/a", text: "x" }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a second name of a file elsewhere",
      members: (to) => [folder, { path: "build/a", hardLink: join(to, "mine") }, { path: "build/a", text: "x" }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "a link in place of a file of Go",
      members: (to) => [folder, { path: "build/trim.txt", link: join(to, "mine") }],
      trouble: /the archive of the cache is refused/,
    },
    {
      name: "something beside",
      members: () => [folder, { path: "old/a", text: "x" }],
      trouble: /the archive of the cache is refused/,
    },
  ])(
    "unpacks nothing outside of its folder, and takes nothing of such an archive: $name",
    async ({ members, trouble }) => {
      const outside = join(runner.home, "outside");
      mkdirSync(outside, { recursive: true });
      writeFileSync(join(outside, "mine"), "mine");
      for (const each of server.entries) if (each.key.includes("-build-")) each.blob = plantArchive(members(outside));
      const second = await job({});
      expect(readdirSync(outside)).toEqual(["mine"]);
      expect(readFileSync(join(outside, "mine"), "utf8")).toBe("mine");
      expect(entry(second, "build").hit).toBe("none");
      expect(second.step.log).toMatch(new RegExp(`build: nothing restored \\(.*(?:${trouble.source})`));
    },
  );

  it.each([
    { name: "a pull request", env: { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/1/merge" } },
    { name: "a pull request that asks for it", env: { GITHUB_EVENT_NAME: "pull_request" }, cache: "true" },
    { name: "a merge queue", env: { GITHUB_EVENT_NAME: "merge_group" } },
    { name: "a review of a pull request", env: { GITHUB_EVENT_NAME: "pull_request_review" }, cache: "true" },
    { name: "a push to a merge queue", env: { GITHUB_REF: "refs/heads/gh-readonly-queue/main/pr-1-0" }, cache: "true" },
  ])("compiled packages that the change may have planted are not used: $name", async ({ env, cache = "auto" }) => {
    const second = await job({ scopes: [pull, readable(main)], env, cache });
    expect(entry(second, "build")).toMatchObject({ hit: "none", saved: null });
    expect(entry(second, "build").why).toMatch(/^left alone: the change that is judged/);
    expect(entry(second, "modules").hit).toBe("exact");
  });

  it("a module that is not the one of go.sum is not used, whatever hash stands beside it", async () => {
    const modules = server.entries.find(({ key }) => key.includes("-modules-"));
    if (modules === undefined) throw new Error("no modules were saved");
    const scratch = mkdtempSync(join(tmpdir(), "planted-"));
    execFileSync("tar", ["-x", "--zstd", "-C", scratch], { input: modules.blob });
    const versions = join(scratch, "modules/example.com/dep/@v");
    const source = 'package dep\n\nfunc Greet() string { return "planted" }\n';
    const proxy = join(scratch, "proxy");
    publishModule(proxy, { path: "example.com/dep", version: "v1.0.0", source });
    cpSync(join(proxy, "example.com/dep/@v/v1.0.0.zip"), join(versions, "v1.0.0.zip"));
    modules.blob = execFileSync("tar", ["-c", "--zstd", "-C", scratch, "modules"], { maxBuffer: 1 << 26 });
    try {
      await expect(job({ env: { GOPROXY: "off" } })).rejects.toThrow(/checksum mismatch/);
    } finally {
      rmSync(scratch, { recursive: true });
    }
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
});
