import { execFileSync } from "node:child_process";
import { lutimesSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildEntries, bytesOf, usedBuildEntries } from "../../src/cache/contents.ts";
import { makeActionsCache } from "../../src/ports/actions-cache.ts";
import { describeWith } from "../support/tools.ts";

// The go command itself on what is kept of its cache: both are built from nothing.

describeWith(["go"], "a real build cache", () => {
  let dir: string;

  /** Builds, and returns how many packages the go command compiled for it. */
  function build(cache: string, goarch: string): number {
    const output = execFileSync("sh", ["-c", "go build -x -o /dev/null . 2>&1"], {
      cwd: dir,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        GOCACHE: cache,
        GOARCH: goarch,
        CGO_ENABLED: "0",
        GOFLAGS: "",
        GOTOOLCHAIN: "local",
        GOWORK: "off",
      },
    });
    return output.match(/\/compile(?:\.exe)? -o /g)?.length ?? 0;
  }

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "contents-"));
    writeFileSync(join(dir, "go.mod"), "module example.com/app\n\ngo 1.19\n");
    writeFileSync(join(dir, "main.go"), 'package main\n\nfunc main() { println("x") }\n');
  });

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it("loses what a run did not use, and nothing that it did", async () => {
    const cache = join(dir, "cache");
    const options = { worker: "", signal: new AbortController().signal, onTempDir: () => undefined };
    const port = makeActionsCache(options);
    expect(build(cache, "amd64")).toBeGreaterThan(5);
    expect(build(cache, "arm64")).toBeGreaterThan(5);
    const whole = await port.list(cache);
    const old = port.staleTime / 1000;
    for (const { path } of whole) lutimesSync(join(cache, path), old, old);
    expect(usedBuildEntries(await port.list(cache), port.staleTime)).toEqual([]);

    expect(build(cache, "amd64")).toBe(0);
    const used = usedBuildEntries(await port.list(cache), port.staleTime);
    expect(bytesOf(used)).toBeLessThan(0.6 * bytesOf(buildEntries(whole)));
    const entry = { name: "build" as const, key: "k", restoreKeys: [], folder: cache, beside: dir };
    expect(await port.keep(entry, used)).toBeNull();
    const pruned = join(port.tickets[0]?.parent ?? "", "build");
    expect(build(pruned, "amd64")).toBe(0);
    expect(build(pruned, "arm64")).toBeGreaterThan(5);
    // And the cache itself still has everything.
    expect(build(cache, "arm64")).toBe(0);
  });
});
