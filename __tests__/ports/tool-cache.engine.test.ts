import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import * as toolkit from "@actions/tool-cache";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeWork } from "../../src/ports/work.ts";
import { makeToolCache } from "../../src/ports/tool-cache.ts";
import type { ToolCache } from "../../src/ports/types.ts";
import { describeWith } from "../support/tools.ts";

const run = promisify(execFile);
const scratch = await mkdtemp(path.join(os.tmpdir(), "tool-cache-test-"));
afterAll(() => rm(scratch, { recursive: true, force: true }));

let top = "";
let cache: ToolCache;
const open = (env: Record<string, string> = {}): ToolCache =>
  makeToolCache(
    { PATH: process.env.PATH ?? "", RUNNER_TOOL_CACHE: top, ...env },
    makeWork(new AbortController().signal),
  );
beforeEach(async () => {
  top = await mkdtemp(path.join(scratch, "top-"));
  cache = open();
});
afterEach(() => vi.unstubAllEnvs());

const place = (version: string): string => path.join(top, "tool", version, os.arch());

/** A folder as it comes out of an archive; `text` tells one from another. */
async function unpacked(scratchFolder: string, text: string): Promise<string> {
  const folder = path.join(scratchFolder, "unpacked", "tool");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "text"), text);
  return folder;
}

function publish(text: string, replace = false, on = cache): Promise<string> {
  return on.withScratch("tool", async (folder) =>
    on.publish(await unpacked(folder, text), { name: "tool", version: "1.2.3", replace }),
  );
}

const textAt = (root: string): Promise<string> => readFile(path.join(root, "text"), "utf8");

describe("what is found", () => {
  it("nothing in a cache that is not there", async () => {
    expect(await open({ RUNNER_TOOL_CACHE: path.join(top, "none") }).findAll("tool")).toEqual([]);
  });

  it("setup-go's layout, newest last, and only what is complete", async () => {
    const versions = ["1.9.7", "1.27.0-rc.1", "1.26.8", "1.25.0"];
    for (const version of versions) await mkdir(place(version), { recursive: true });
    for (const version of ["1.9.7", "1.27.0-rc.1", "1.26.8", "1.24.0"]) {
      await mkdir(path.dirname(place(version)), { recursive: true });
      await writeFile(`${place(version)}.complete`, "");
    }
    const found = ["1.9.7", "1.26.8", "1.27.0-rc.1"].map((version) => ({ version, root: place(version) }));
    expect(await cache.findAll("tool")).toEqual(found);
  });

  it("without a runner it is below the user's cache folder", async () => {
    const root = path.join(top, "go-linkage", "tool-cache", "tool", "1.26.8", os.arch());
    await mkdir(root, { recursive: true });
    await writeFile(`${root}.complete`, "");
    const laptop = open({ RUNNER_TOOL_CACHE: "", XDG_CACHE_HOME: top });
    expect(await laptop.findAll("tool")).toEqual([{ version: "1.26.8", root }]);
  });

  it("@actions/tool-cache finds what we have published, and we what it has", async () => {
    const root = await publish("ours");
    vi.stubEnv("RUNNER_TOOL_CACHE", top);
    vi.stubEnv("RUNNER_TEMP", top);
    expect(toolkit.find("tool", "1.2.x")).toBe(root);
    expect(toolkit.findAllVersions("tool")).toEqual(["1.2.3"]);
    const theirs = await toolkit.cacheDir(root, "tool", "2.0.0");
    expect((await cache.findAll("tool")).at(-1)).toEqual({ version: "2.0.0", root: theirs });
  });
});

describe("publishing", () => {
  it("leaves nothing but the folder and its mark", async () => {
    expect(await textAt(await publish("one"))).toBe("one");
    expect(await readdir(path.join(top, "tool"))).toEqual(["1.2.3"]);
    expect(await readdir(path.join(top, "tool", "1.2.3"))).toEqual([os.arch(), `${os.arch()}.complete`]);
  });

  it("what is there and whole stays", async () => {
    await publish("one");
    expect(await textAt(await publish("two"))).toBe("one");
  });

  it("what is there and known to be broken goes", async () => {
    await publish("one");
    expect(await textAt(await publish("two", true))).toBe("two");
    expect(await cache.findAll("tool")).toHaveLength(1);
  });

  it.each([
    {
      name: "half a folder",
      make: (root: string) => mkdir(path.join(root, "half"), { recursive: true }),
    },
    { name: "an empty folder", make: (root: string) => mkdir(root, { recursive: true }) },
    {
      name: "a file",
      make: async (root: string) => {
        await mkdir(path.dirname(root), { recursive: true });
        await writeFile(root, "");
      },
    },
    {
      name: "a mark without folder",
      make: async (root: string) => {
        await mkdir(path.dirname(root), { recursive: true });
        await writeFile(`${root}.complete`, "");
      },
    },
  ])("$name that a killed process left is replaced", async ({ make }) => {
    await make(place("1.2.3"));
    const root = await publish("whole");
    expect(await readdir(root)).toEqual(["text"]);
    expect(await cache.findAll("tool")).toEqual([{ version: "1.2.3", root }]);
    expect(await readdir(path.join(top, "tool"))).toEqual(["1.2.3"]);
  });

  it("ten at once: one wins, all get it, and nothing else is left", async () => {
    const roots = await Promise.all(Array.from({ length: 10 }, (_, index) => publish(String(index))));
    expect(new Set(roots)).toEqual(new Set([place("1.2.3")]));
    expect(await textAt(place("1.2.3"))).toMatch(/^\d$/);
    expect(await readdir(path.join(top, "tool"))).toEqual(["1.2.3"]);
  });

  it("what killed runs left is removed after a day, and not before", async () => {
    const [old, young] = [path.join(top, "tool", ".tmp-old"), path.join(top, "tool", ".tmp-young")];
    for (const folder of [old, young]) await unpacked(folder, "x");
    const time = Date.now() / 1000 - 25 * 60 * 60;
    await utimes(old, time, time);
    await publish("one");
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
  });
});

async function pack(entries: readonly string[], archive: string): Promise<void> {
  const folder = await mkdtemp(path.join(top, "pack-"));
  for (const entry of entries) {
    await mkdir(path.dirname(path.join(folder, entry)), { recursive: true });
    await writeFile(path.join(folder, entry), entry);
    await chmod(path.join(folder, entry), 0o755);
  }
  const names = [...new Set(entries.map((entry) => entry.split("/")[0] ?? ""))];
  if (archive.endsWith(".zip")) await run("zip", ["-q", "-r", archive, ...names], { cwd: folder });
  else await run("tar", ["-czf", archive, "-C", folder, ...names]);
}

describeWith(["tar"], "unpacking", () => {
  it.each([
    { name: "two things", entries: ["one/a", "other/b"], message: "must hold one folder, but has 2 entries" },
    { name: "a file", entries: ["one"], message: "must hold one folder, but has 1 entries" },
  ])("refuses $name at its top", async ({ entries, message }) => {
    const archive = path.join(top, "x.tar.gz");
    await pack(entries, archive);
    await expect(cache.unpack(archive, path.join(top, "into"))).rejects.toThrow(message);
  });

  it("is not led astray by TAR_OPTIONS, and keeps what may be executed", async () => {
    const archive = path.join(top, "x.tar.gz");
    await pack(["go/bin/go"], archive);
    const folder = await open({ TAR_OPTIONS: "--exclude=bin" }).unpack(archive, path.join(top, "into"));
    const { stdout } = await run("ls", ["-l", path.join(folder, "bin", "go")]);
    expect(stdout).toMatch(/^-rwx/);
  });

  it("says which program is missing", async () => {
    const archive = path.join(top, "x.tar.gz");
    await pack(["go/bin/go"], archive);
    await expect(open({ PATH: top }).unpack(archive, path.join(top, "into"))).rejects.toThrow("cannot start tar");
  });
});

describeWith(["busybox", "tar"], "with BusyBox, as on Alpine", () => {
  it("unpacks a .tar.gz", async () => {
    const bin = path.join(top, "bin");
    await mkdir(bin);
    const { stdout: busybox } = await run("which", ["busybox"]);
    await copyFile(busybox.trim(), path.join(bin, "busybox"));
    for (const applet of ["tar", "gzip", "unzip"]) await symlink("busybox", path.join(bin, applet));
    const archive = path.join(top, "x.tar.gz");
    await pack(["go/bin/go", "go/VERSION"], archive);
    const folder = await open({ PATH: bin }).unpack(archive, path.join(top, "into"));
    expect(await readFile(path.join(folder, "VERSION"), "utf8")).toBe("go/VERSION");
    await run("test", ["-x", path.join(folder, "bin", "go")]);
  });
});

describeWith(["zip", "unzip"], "a .zip", () => {
  it("is unpacked as well", async () => {
    const archive = path.join(top, "x.zip");
    await pack(["go/bin/go"], archive);
    const folder = await cache.unpack(archive, path.join(top, "into"));
    expect(await readdir(path.join(folder, "bin"))).toEqual(["go"]);
  });
});
