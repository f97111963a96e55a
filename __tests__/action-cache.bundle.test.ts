import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  compiled,
  entry,
  first,
  goCache,
  job,
  main,
  plantArchive,
  runner,
  saved,
  server,
  useFirstJob,
  workspace,
} from "./support/cache-job.ts";
import { describeWith } from "./support/tools.ts";

// A job that saves and one that restores. The other branches are among the oracles; cache/cache.test.ts decides them on fakes.

describeWith(["go", "tar", "zstd"], "the build cache of the action", () => {
  useFirstJob();

  it("saves two entries after a cold run", () => {
    expect(first.step.outputs).toMatchObject({ "cache-hit": "false", "cache-matched-key": "" });
    expect(first.step.outputs["cache-key"]).toBe(entry(first, "build").key);
    expect(first.cache).toMatchObject({ input: "auto", restores: true, saves: true });
    expect(saved.map(({ key }) => key).toSorted()).toEqual(first.cache.entries.map(({ key }) => key).toSorted());
    expect(first.post.log).toMatch(/^build: saved \d+ bytes in [\d.]+ s as go-linkage-1-build-/m);
    // Whether the time is worth a word depends on the machine.
    expect(first.step.summary).toMatch(
      /Build cache: nothing restored(?: in [\d.]+ s)?; build: no entry, saved when the job ends: it is new/,
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
    expect(second.step.summary).toMatch(/Build cache: [\d.]+ [KM]iB restored in [\d.]+ s/);
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

  it("an archive writes nowhere but into its folder", async () => {
    const outside = join(runner.home, "outside");
    for (const each of server.entries.filter(({ key }) => key.includes("-modules-")))
      each.blob = plantArchive([{ path: "modules/ab/" }, { path: outside, text: "absolute" }]);
    const second = await job({});
    expect(existsSync(outside)).toBe(false);
    expect(second.cache.entries.map(({ hit }) => hit)).toEqual(["exact", "none"]);
    expect(second.step.log).toMatch(/modules: nothing restored \(.*is refused: .* is outside of modules/);
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
