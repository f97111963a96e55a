import { realpathSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Changes,
  findChanges,
  findHunks,
  findIgnored,
  isUnchanged,
  parseHunks,
} from "../../src/baseline/changes.ts";
import type { Repository } from "../../src/baseline/repository.ts";
import { makeAsk } from "../../src/ports/ask.ts";
import { makeWork } from "../../src/ports/work.ts";
import { git, Hub, writeTree } from "../support/github.ts";
import { makePackage } from "../support/planned.ts";
import { describeWith } from "../support/tools.ts";
import type { GoPackage, PackageGraph } from "../../src/model/packages.ts";

const at: Repository = { root: "/repo", alias: "/repo", prefix: "" };

function mainPackage(importPath: string, dir: string, more: Partial<GoPackage> = {}): GoPackage {
  return makePackage({ importPath, dir, name: "main", depOnly: false, own: true, ...more });
}

const graphOf = (...packages: readonly GoPackage[]): PackageGraph =>
  new Map(packages.map((each) => [each.importPath, each]));
const graph = graphOf(
  mainPackage("app", "/repo", { imports: ["app/lib", "dep", "fmt"] }),
  mainPackage("app/lib", "/repo/Lib"),
  mainPackage("dep", "/go/pkg/mod/dep@v1"),
  mainPackage("fmt", "/usr/local/go/src/fmt", { standard: true }),
);
const withC = graphOf(mainPackage("app", "/repo/cmd/app", { cgoFiles: ["c.go"] }));
const withForeignC = graphOf(
  mainPackage("app", "/repo/cmd/app", { imports: ["dep"] }),
  mainPackage("dep", "/go/pkg/mod/dep@v1", { cgoFiles: ["c.go"] }),
);

const nothing: Changes = { files: [], mains: false, isOpaque: false, moved: new Map(), links: [] };

describe("whether a program is built from the same files", () => {
  const rows: readonly { file: string; same: boolean; graph?: PackageGraph; settings?: string }[] = [
    { file: "README.md", same: true },
    { file: "main.go", same: false },
    { file: "main_test.go", same: true },
    { file: "lib/lib.go", same: false },
    { file: "LIB/lib.go", same: false },
    { file: "other/other.go", same: true },
    { file: "Lib/deeper/deeper.go", same: true },
    { file: "text.txt", same: true },
    { file: "go.mod", same: false },
    { file: "go.sum", same: false },
    { file: "other/go.mod", same: false },
    { file: "alt.mod", same: false },
    { file: "go.work", same: false },
    { file: "vendor/modules.txt", same: false },
    { file: "vendor/dep/LICENSE", same: true },
    { file: "include/x.h", same: false },
    { file: "lib/libz.so.1.2", same: false },
    { file: "link.ld", same: false },
    { file: "go.env", same: true },
    { file: "go.env", same: false, settings: "/repo/go.env" },
    { file: "main.md", same: false, settings: "-overlay=x.json" },
    { file: "data.bin", same: true },
    { file: "data.bin", same: false, graph: withC },
    { file: "include/answer", same: false, graph: withC },
    { file: "README.md", same: true, graph: withC },
    { file: ".github/workflows/ci.yml", same: true, graph: withC },
    { file: "data.bin", same: true, graph: withForeignC },
    { file: "cmd/app/x.go", same: false, graph: withForeignC },
  ];

  it.each(rows)("$file: $same $settings", ({ file, same, graph: given = graph, settings = "" }) => {
    const program = { graph: given, package: "app", settings };
    expect(isUnchanged(program, { ...nothing, files: [file] }, at)).toBe(same);
    expect(isUnchanged(program, nothing, at)).toBe(true);
    expect(isUnchanged(program, { ...nothing, files: [file], isOpaque: true }, at)).toBe(false);
  });

  it.each([
    { link: "Lib", same: false },
    { link: "lib/file.go", same: false },
    { link: "docs/link", same: true },
    { link: "Li", same: true },
    { link: "README.md", same: true },
    { link: "x.go", same: false },
    { link: "x.h", same: false },
  ])("a link $link: $same", ({ link, same }) => {
    const changes = { ...nothing, files: ["elsewhere/x.go"], links: [link] };
    expect(isUnchanged({ graph, package: "app", settings: "" }, changes, at)).toBe(same);
  });
});

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
    expect(changes).toMatchObject({ mains: false, isOpaque: false, links: [] });
    for (const name of names) {
      const hunks = await findHunks(name, { base, changes, repository }, ports);
      expect(hunks).toEqual([{ line: 1, count: 1, removed: ["package a"] }]);
    }
  });

  it.each([
    { name: "a file of a library", tree: { "lib.go": "package lib // x\n" }, mains: false },
    { name: "a test", tree: { "main_test.go": "package main\n" }, mains: false },
    { name: "a main package", tree: { "cmd/main.go": null }, mains: true },
    {
      name: "another platform, by name",
      tree: { "cmd/main.go": null, "cmd/main_plan9.go": "package main\n" },
      mains: true,
    },
    { name: "another platform, by a constraint", tree: { "lib.go": "//go:build plan9\n\npackage lib\n" }, mains: true },
    { name: "a module carved out", tree: { "cmd/go.mod": "module x\n" }, mains: true },
    {
      name: "a file that attributes call binary",
      tree: { ".gitattributes": "*.go binary\n", "cmd/main.go": null },
      mains: true,
    },
  ])("$name: main packages may have come or gone: $mains", async ({ tree, mains }) => {
    const base = hub.push("main", { "lib.go": "package lib\n", "cmd/main.go": "package main\n" });
    hub.push("main", tree);
    expect(await findChanges(base, repository, ports)).toMatchObject({ mains });
  });

  it("renames, links and their targets", async () => {
    const text = "package a\n\n// one\n// two\n// three\n";
    const base = hub.push("main", { "a/x.go": text, "b/link": "-> ../a" });
    hub.push("main", { "a/x.go": null, "c/y.go": `${text}// four\n` });
    const changes = await findChanges(base, repository, ports);
    expect(changes).toMatchObject({ isOpaque: false, links: ["b/link"] });
    expect([...(changes?.moved ?? [])]).toEqual([["c/y.go", "a/x.go"]]);
    const hunks = await findHunks("c/y.go", { base, changes, repository }, ports);
    expect(hunks).toEqual([{ line: 6, count: 1, removed: [] }]);
    writeTree(hub.developer, { "b/link": "-> ../c" });
    expect(await findChanges(base, repository, ports)).toMatchObject({ isOpaque: true });
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
    expect(await findChanges(base, repository, ports)).toMatchObject({ files: [], isOpaque: false });
    writeTree(hub.developer, { "guest/a.go": "package a // changed\n" });
    expect(await findChanges(base, repository, ports)).toMatchObject({ files: ["guest"], isOpaque: true });
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
