import { expect, it } from "vitest";
import {
  buildEntries,
  isBuildCacheInUse,
  isModuleFile,
  judgeChange,
  unpackedFolder,
  usedBuildEntries,
} from "../../src/cache/contents.ts";
import type { StoredFile } from "../../src/ports/types.ts";

const hash = "ab".repeat(32);
const stored = (path: string, size = 100, mtimeMs = 0): StoredFile => ({ path, size, mtimeMs, isFolder: false });
const folder = (path: string, mtimeMs: number): StoredFile => ({ path, size: 0, mtimeMs, isFolder: true });

it("knows the entries of a build cache from everything else in it", () => {
  const entries = [stored(`ab/${hash}-a`), stored(`ab/${hash}-d`), stored(`ab/${hash}-d/dist`)];
  const rest = ["README", "trim.txt", "testexpire.txt", "fuzz/x/y", "go-linkage.json", `ab/${hash}-a.tmp`, `${hash}-a`];
  expect(buildEntries([...entries, ...rest.map((path) => stored(path)), folder("ab", 0)])).toEqual(entries);
});

it("takes a program in a folder for used when its folder is", () => {
  const files = [folder(`ab/${hash}-d`, 9), stored(`ab/${hash}-d/dist`, 100, 1), stored(`ab/${hash}-a`, 100, 1)];
  expect(usedBuildEntries(files, 5).map(({ path }) => path)).toEqual([`ab/${hash}-d/dist`]);
  // The folder of a prefix gets a new time with each file in it.
  expect(usedBuildEntries([folder("ab", 9), stored(`ab/${hash}-a`, 100, 1)], 5)).toEqual([]);
});

it("does not take what go env leaves behind for a cache in use", () => {
  const few = Array.from({ length: 6 }, (_, index) => stored(`ab/${index}${hash.slice(1)}-d`));
  const many = Array.from({ length: 40 }, (_, index) =>
    stored(`ab/${String(index).padStart(2, "0")}${hash.slice(2)}-d`),
  );
  expect([few, many, [stored(`ab/${hash}-d`, 2 << 20)], []].map(isBuildCacheInUse)).toEqual([false, true, true, false]);
});

it.each([
  ["example.com/!big/mod/v2/@v/v2.0.1.zip", "example.com/!big/mod/v2@v2.0.1"],
  ["example.com/a/@v/v1.0.0.ziphash", "example.com/a@v1.0.0"],
  ["example.com/a/@v/v1.0.0.mod", undefined],
  ["example.com/a/@v/list", undefined],
])("%s is unpacked to %s", (path, folder) => {
  expect(unpackedFolder(path)).toBe(folder);
});

it.each([
  ["example.com/a/@v/v1.0.0.mod", true],
  ["sumdb/sum.example/lookup/a@v1.0.0", true],
  ["golang.org/toolchain/@v/v0.0.1-go1.27.4.linux-amd64.zip", false],
  ["golang.org/x/tools/@v/v0.1.0.zip", true],
  ["example.com/a/@v/v1.0.0.lock", false],
])("of the modules, keeps %s: %s", (path, kept) => {
  expect(isModuleFile(stored(path))).toBe(kept);
});

it.each([
  { name: "nothing used", used: [], restored: ["a"], save: false, why: /nothing/ },
  { name: "nothing restored", used: ["a"], restored: [], save: true, why: /new/ },
  {
    name: "the same",
    used: Array.from("abcdefghijk"),
    restored: Array.from("abcdefghijk"),
    save: false,
    why: /^0 % .* 0 %/,
  },
  {
    name: "a little more",
    used: Array.from("abcdefghijklx"),
    restored: Array.from("abcdefghijkl"),
    save: false,
    why: /^8 %/,
  },
  {
    name: "a tenth more",
    used: Array.from("abcdefghijx"),
    restored: Array.from("abcdefghij"),
    save: true,
    why: /^10 %/,
  },
  { name: "much less", used: Array.from("abcde"), restored: Array.from("abcdefghij"), save: true, why: /^0 % .* 50 %/ },
])("saved again: $name", ({ used, restored, save, why }) => {
  const verdict = judgeChange(
    used.map((path) => stored(path)),
    restored.map((path) => stored(path)),
  );
  expect(verdict.save).toBe(save);
  expect(verdict.why).toMatch(why);
});
