import { expect, it } from "vitest";
import { ConfigError, MachineFault } from "../../src/errors.ts";
import { type Draft, refuseExisting, writeAll } from "../../src/init/write-all.ts";
import type { Files } from "../../src/ports/types.ts";

/** A disk that is a table of files and folders; `broken`: what throws, by verb and path. */
function makeDisk(
  before: Readonly<Record<string, string>>,
  broken: (verb: string, path: string) => string | null = () => null,
): {
  readonly files: Pick<Files, "kindOf" | "realPath" | "readText" | "writeText" | "move" | "remove">;
  readonly all: () => Record<string, string>;
} {
  const texts = new Map(Object.entries(before));
  const folders = new Set(["/", "/r"]);
  const makeFolders = (path: string): void => {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) folders.add(path.slice(0, at));
  };
  for (const path of texts.keys()) makeFolders(path);
  const fail = (verb: string, path: string): void => {
    const code = broken(verb, path);
    if (code !== null) throw Object.assign(new Error(code), { code, path });
  };
  const isThere = (path: string): boolean => texts.has(path) || folders.has(path);
  return {
    all: () => ({ ...Object.fromEntries(texts), ...Object.fromEntries([...folders].map((path) => [path, "folder"])) }),
    files: {
      kindOf: (path) => Promise.resolve(texts.has(path) ? "file" : folders.has(path) ? "folder" : undefined),
      realPath: (path) => Promise.resolve(isThere(path) ? path : undefined),
      readText: (path) => Promise.resolve(texts.get(path)),
      writeText: async (path, text) => {
        await Promise.resolve();
        makeFolders(path);
        fail("write", path);
        texts.set(path, text);
      },
      move: async (from, to) => {
        await Promise.resolve();
        fail("move", to);
        texts.set(to, texts.get(from) ?? "");
        texts.delete(from);
      },
      remove: async (path) => {
        await Promise.resolve();
        for (const each of [...texts.keys()]) if (each === path || each.startsWith(`${path}/`)) texts.delete(each);
        for (const each of [...folders]) if (each === path || each.startsWith(`${path}/`)) folders.delete(each);
      },
    },
  };
}

const drafts: readonly Draft[] = [
  { path: "/r/.github/workflows/w.yml", shown: "w.yml", text: "w" },
  { path: "/r/.github/p.yml", shown: "p.yml", text: "p" },
];

it("writes all, and leaves nothing beside them", async () => {
  const disk = makeDisk({});
  await writeAll(drafts, false, disk.files);
  expect(disk.all()).toEqual({
    "/": "folder",
    "/r": "folder",
    "/r/.github": "folder",
    "/r/.github/workflows": "folder",
    "/r/.github/workflows/w.yml": "w",
    "/r/.github/p.yml": "p",
  });
});

it.each([
  ["the first cannot be written", {}, (verb: string, path: string) => verb === "write" && path.includes("w.yml")],
  ["the second cannot be written", {}, (verb: string, path: string) => verb === "write" && path.includes("p.yml")],
  ["the second cannot be moved", {}, (verb: string, path: string) => verb === "move" && path.includes("p.yml")],
  [
    "the second cannot be moved over one that is there",
    { "/r/.github/workflows/w.yml": "old w", "/r/.github/p.yml": "old p", "/r/.github/other": "o" },
    (verb: string, path: string) => verb === "move" && path.includes("p.yml"),
  ],
])("%s: all is as it was", async (_, before, breaks) => {
  const disk = makeDisk(before, (verb, path) => (breaks(verb, path) ? "EROFS" : null));
  const first = disk.all();
  const writing = writeAll(drafts, true, disk.files);
  await expect(writing).rejects.toThrow(MachineFault);
  await expect(writing).rejects.toThrow(/^[wp]\.yml cannot be written, so nothing was: .*read-only/);
  await expect(writing).rejects.not.toThrow("go-linkage-new");
  expect(disk.all()).toEqual(first);
});

it("passes on what is a bug", async () => {
  const disk = makeDisk({}, () => "ERR_SOMETHING");
  await expect(writeAll(drafts, false, disk.files)).rejects.toThrow("ERR_SOMETHING");
  await expect(writeAll(drafts, false, disk.files)).rejects.not.toBeInstanceOf(MachineFault);
});

it("overwrites nothing without force, and no folder with it", async () => {
  const { files, all } = makeDisk({ "/r/.github/p.yml": "old" });
  const first = all();
  await expect(writeAll(drafts, false, files)).rejects.toThrow(ConfigError);
  await expect(writeAll(drafts, false, files)).rejects.toThrow("p.yml already exists; use --force to overwrite it");
  expect(all()).toEqual(first);
  await expect(refuseExisting({ path: "/r", shown: "r" }, true, files)).rejects.toThrow("r is not a file");
  // A link to nothing is something.
  const link = { ...files, realPath: () => Promise.resolve("broken"), kindOf: () => Promise.resolve(undefined) };
  await expect(refuseExisting({ path: "/r/x", shown: "x" }, false, link)).rejects.toThrow("x already exists");
});
