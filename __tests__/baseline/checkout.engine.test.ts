import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkOut, type Gap, joinUrl } from "../../src/baseline/checkout.ts";
import { makeAsk } from "../../src/ports/ask.ts";
import { makeWork } from "../../src/ports/work.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { git, Hub, writeTree } from "../support/github.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["git"], "a commit, written elsewhere", () => {
  let hub: Hub;
  let tree: string;

  beforeEach(() => {
    hub = new Hub();
    tree = join(hub.root, "tree");
    mkdirSync(tree);
  });
  afterEach(() => {
    hub.remove();
  });

  const write = (sha: string, root = hub.developer): Promise<readonly Gap[]> => {
    const env = { PATH: process.env.PATH ?? "", ...hub.plain() };
    const { signal } = new AbortController();
    const ports = { ask: makeAsk(signal), work: makeWork(signal), env, files: makeFiles(tmpdir()).files };
    return checkOut(sha, { root, tree, index: join(hub.root, "index") }, ports);
  };

  it("has its files, modes and links, and nothing of the work tree", async () => {
    const { developer } = hub;
    writeTree(developer, { "run.sh": "#!/bin/sh\n", "a/b/c.go": "package c\n", link: "-> a/b", 'odd\n"name': "x" });
    git(developer, "add", "--all");
    git(developer, "update-index", "--chmod=+x", "run.sh");
    git(developer, "commit", "--quiet", "--message=first");
    const sha = git(developer, "rev-parse", "HEAD");
    writeTree(developer, { "a/b/c.go": "changed", "untracked.go": "x", "staged.go": "x" });
    git(developer, "add", "staged.go");
    const before = [git(developer, "status", "--porcelain"), git(developer, "ls-files", "--stage")];
    expect(await write(sha)).toEqual([]);
    expect(readdirSync(tree).toSorted()).toEqual(["a", "link", 'odd\n"name', "run.sh"]);
    expect(readFileSync(join(tree, "a/b/c.go"), "utf8")).toBe("package c\n");
    expect(readlinkSync(join(tree, "link"))).toBe("a/b");
    expect(lstatSync(join(tree, "run.sh")).mode & 0o100).toBe(0o100);
    expect([git(developer, "status", "--porcelain"), git(developer, "ls-files", "--stage")]).toEqual(before);
    expect(git(developer, "worktree", "list").split("\n")).toHaveLength(1);
  });

  it("has submodules within submodules, at the commits it names", async () => {
    const [inner, outer] = [new Hub(), new Hub()];
    hub.guests.push(inner, outer);
    inner.push("main", { "inner.go": "package inner\n" });
    git(outer.developer, "submodule", "--quiet", "add", `file://${inner.origin}`, "in ner");
    outer.push("main", { "outer.go": "package outer\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${outer.origin}`, "outer");
    git(hub.developer, "submodule", "--quiet", "update", "--init", "--recursive");
    const sha = hub.push("main", { "main.go": "package main\n" });
    const later = outer.push("main", { "outer.go": "package outer // later\n" });
    git(join(hub.developer, "outer"), "fetch", "--quiet");
    git(join(hub.developer, "outer"), "checkout", "--quiet", later);
    expect(await write(sha)).toEqual([]);
    expect(readFileSync(join(tree, "outer/outer.go"), "utf8")).toBe("package outer\n");
    expect(readFileSync(join(tree, "outer/in ner/inner.go"), "utf8")).toBe("package inner\n");
  });

  it("says which submodules it has not", async () => {
    const guest = new Hub();
    hub.guests.push(guest);
    guest.push("main", { "a.go": "package a\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "guest");
    const sha = hub.push("main", {});
    git(hub.developer, "submodule", "--quiet", "deinit", "--all", "--force");
    expect(await write(sha)).toEqual([{ why: "the submodule guest is not checked out", isShared: true }]);
  });

  it("fetches the submodules that the change has dropped", async () => {
    const [inner, outer] = [new Hub(), new Hub()];
    hub.guests.push(inner, outer);
    inner.push("main", { "inner.go": "package inner\n" });
    git(outer.developer, "submodule", "--quiet", "add", `file://${inner.origin}`, "in ner");
    outer.push("main", { "outer.go": "package outer\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${outer.origin}`, "outer");
    const sha = hub.push("main", { "main.go": "package main\n" });
    git(hub.developer, "rm", "--quiet", "-r", "outer");
    const fresh = hub.checkOut(hub.push("main", {}), { depth: 0 });
    expect(await write(sha, fresh)).toEqual([]);
    expect(readFileSync(join(tree, "outer/outer.go"), "utf8")).toBe("package outer\n");
    expect(readFileSync(join(tree, "outer/in ner/inner.go"), "utf8")).toBe("package inner\n");
    expect(git(fresh, "status", "--porcelain")).toBe("");
  });

  it("says which of them cannot be had", async () => {
    const guest = new Hub();
    guest.push("main", { "a.go": "package a\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "guest");
    const sha = hub.push("main", {});
    git(hub.developer, "rm", "--quiet", "-r", "guest");
    const fresh = hub.checkOut(hub.push("main", {}), { depth: 0 });
    guest.remove();
    const [gap, ...more] = await write(sha, fresh);
    expect(more).toEqual([]);
    expect(gap?.isShared).toBe(false);
    expect(gap?.why).toMatch(/^the submodule guest was removed, and fetching it failed: /);
  });

  it.each([
    ["https://example.com/acme/app.git", "../lib.git", "https://example.com/acme/lib.git"],
    ["https://example.com/acme/app/", "../../other/lib", "https://example.com/other/lib"],
    ["git@example.com:acme/app", "../lib", "git@example.com:acme/lib"],
    ["/srv/app", "./lib", "/srv/app/lib"],
  ])("%s and %s are %s", (origin, relative, want) => {
    expect(joinUrl(origin, relative)).toBe(want);
  });

  it("fails with git's own words", async () => {
    hub.push("main", { "a.go": "package a\n" });
    await expect(write("ab".repeat(20))).rejects.toThrow(/^git could not write ababababab: fatal: /);
  });
});
