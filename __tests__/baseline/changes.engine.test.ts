import { realpathSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findChanges, findHunks, findIgnored, parseHunks } from "../../src/baseline/changes.ts";
import type { Repository } from "../../src/baseline/repository.ts";
import { makeAsk } from "../../src/ports/ask.ts";
import { makeWork } from "../../src/ports/work.ts";
import { git, Hub, writeTree } from "../support/github.ts";
import { describeWith } from "../support/tools.ts";

describe("the pieces of a diff", () => {
  it("no line of a file passes for a header", () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.constantFrom("@@ -1 +99 @@", "--- a/x", "+++ b/x", "-- x", "")), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const plain = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]/g, "");
        const [removed, added] = [before.map(plain), after.map(plain)];
        const header = `diff --git "a/x" "b/x"\n--- "a/x"\n+++ "b/x"\n@@ -7,${removed.length} +8,${added.length} @@ func\n`;
        const text = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)].join("\n");
        expect(parseHunks(header + text)).toEqual([{ line: 8, count: added.length, removed }]);
      }),
    );
  });
});

describeWith(["git"], "what git tells", () => {
  let hub: Hub;
  let repository: Repository;
  const { signal } = new AbortController();
  const ports = { ask: makeAsk(signal), work: makeWork(signal), env: {} as Record<string, string> };

  beforeEach(() => {
    hub = new Hub();
    ports.env = { PATH: process.env.PATH ?? "", ...hub.plain() };
    repository = { root: realpathSync(hub.developer), alias: hub.developer, prefix: "" };
  });
  afterEach(() => {
    hub.remove();
  });

  it("committed, staged, changed and untracked files, whatever their names", async () => {
    const names = ["a.go", 'q"uo\\te.go', "line\nbreak.go", " blank .go", "-option.go", ":(top)magic.go", "ümlaut.go"];
    const base = hub.push("main", Object.fromEntries(names.map((name) => [name, "package a\n"])));
    hub.push("main", { "a.go": "package a // committed\n" });
    writeTree(hub.developer, Object.fromEntries(names.slice(1).map((name) => [name, "package a // changed\n"])));
    git(hub.developer, "add", "ümlaut.go");
    writeTree(hub.developer, { "new\n.go": "package a\n" });
    const changes = await findChanges(base, repository, ports);
    expect(changes?.files.toSorted()).toEqual([...names, "new\n.go"].toSorted());
    for (const name of names) {
      const hunks = await findHunks(name, { base, changes, repository }, ports);
      expect(hunks).toEqual([{ line: 1, count: 1, removed: ["package a"] }]);
    }
  });

  it("renames, links and their targets", async () => {
    const text = "package a\n\n// one\n// two\n// three\n";
    const base = hub.push("main", { "a/x.go": text, "b/link": "-> ../a" });
    hub.push("main", { "a/x.go": null, "c/y.go": `${text}// four\n` });
    const changes = await findChanges(base, repository, ports);
    expect([...(changes?.moved ?? [])]).toEqual([["c/y.go", "a/x.go"]]);
    const hunks = await findHunks("c/y.go", { base, changes, repository }, ports);
    expect(hunks).toEqual([{ line: 6, count: 1, removed: [] }]);
    writeTree(hub.developer, { "b/link": "-> ../c" });
    expect((await findChanges(base, repository, ports))?.files).toContain("b/link");
  });

  it("the configuration of a user changes nothing", async () => {
    const base = hub.push("main", { "a/x.go": "package a\n" });
    hub.push("main", { "a/x.go": null, "b/x.go": "package a\n" });
    for (const [name = "", value = ""] of [
      ["diff.renames", "false"],
      ["diff.relative", "true"],
      ["diff.external", "false"],
      ["diff.noprefix", "true"],
      ["diff.ignoreSubmodules", "all"],
      ["color.ui", "always"],
      ["core.quotePath", "true"],
    ]) {
      git(hub.developer, "config", name, value);
    }
    const changes = await findChanges(base, repository, ports);
    expect(changes?.files).toEqual(["a/x.go", "b/x.go"]);
    expect([...(changes?.moved ?? [])]).toEqual([["b/x.go", "a/x.go"]]);
  });

  it("a submodule counts, also one that git is told to ignore", async () => {
    const guest = new Hub();
    hub.guests.push(guest);
    guest.push("main", { "a.go": "package a\n" });
    git(hub.developer, "submodule", "--quiet", "add", `file://${guest.origin}`, "guest");
    git(hub.developer, "config", "--file", ".gitmodules", "submodule.guest.ignore", "all");
    const base = hub.push("main", {});
    expect(await findChanges(base, repository, ports)).toMatchObject({ files: [] });
    writeTree(hub.developer, { "guest/a.go": "package a // changed\n" });
    expect(await findChanges(base, repository, ports)).toMatchObject({ files: ["guest"] });
  });

  it("is undefined for a commit that is not there", async () => {
    hub.push("main", { "a.go": "package a\n" });
    expect(await findChanges("ab".repeat(20), repository, ports)).toBeUndefined();
  });

  it("what git ignores", async () => {
    hub.push("main", { ".gitignore": "zz_*\n", "a.go": "package a\n" });
    writeTree(hub.developer, { "b/zz_\n.go": "package b\n", "b/zz_x.txt": "x", "b/b.go": "package b\n" });
    expect(await findIgnored(repository, ports)).toEqual(["b/zz_\n.go"]);
  });
});
