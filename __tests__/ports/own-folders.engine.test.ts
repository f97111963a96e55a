import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownFolder, parseFolders, removeOwn } from "../../src/ports/own-folders.ts";

describe("the folders that a step leaves to the next", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "own-"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const make = (): string => mkdtempSync(join(root, "go-linkage-"));

  it("are removed, and are no trouble when they are gone", async () => {
    const folder = ownFolder(make());
    expect(await removeOwn(folder)).toBeNull();
    expect(existsSync(folder.path)).toBe(false);
    expect(await removeOwn(folder)).toBeNull();
  });

  it("are left when they have a name that we do not make", async () => {
    const path = join(root, "precious");
    mkdirSync(path);
    expect(await removeOwn(ownFolder(path))).toContain("go-linkage makes no such folder");
    expect(await removeOwn({ ...ownFolder(make()), path: `${make()}/../precious` })).toContain("no such folder");
    expect(existsSync(path)).toBe(true);
  });

  it("are left when another folder or a link has taken their place", async () => {
    const folder = ownFolder(make());
    renameSync(folder.path, join(root, "moved"));
    mkdirSync(folder.path);
    expect(await removeOwn(folder)).toContain("it is another folder now");
    rmSync(folder.path, { recursive: true });
    symlinkSync(join(root, "moved"), folder.path);
    expect(await removeOwn(folder)).toContain("it is not a folder");
    expect(existsSync(join(root, "moved"))).toBe(true);
  });

  it.each(["/some/folder\n/other", '[{"path":"/some/folder"}]', "{}", ""])("are not what %j says", (state) => {
    expect(parseFolders(state)).toEqual([]);
  });
});
