import { describe, expect, it } from "vitest";
import { explainGone } from "../../src/baseline/why-gone.ts";
import { filesOf } from "../support/tree-files.ts";
import { makePlanned } from "../support/planned.ts";

// Why a program of the base is not among those of the head; with real repositories in gate.oracle.test.ts.

const main = "package main\n";

type Row = {
  readonly name: string;
  /** Of the head, beside `go.mod`. */
  readonly head: Readonly<Record<string, string>>;
  readonly changes?: readonly string[];
  readonly moved?: Readonly<Record<string, string>>;
  readonly base?: Readonly<Record<string, string>>;
  /** Where paths of the head lead. */
  readonly links?: Readonly<Record<string, string>>;
  readonly reason: string | null;
};

const rows: readonly Row[] = [
  { name: "deleted", head: {}, reason: "cmd/app was deleted" },
  { name: "only its Go files", head: { "cmd/app/README.md": "x" }, reason: "cmd/app has no Go files" },
  { name: "all but tests", head: { "cmd/app/x_test.go": main }, reason: "cmd/app has only test files" },
  {
    name: "a constraint",
    head: { "cmd/app/main.go": `// Words.\n\n//go:build plan9\n\n${main}` },
    reason: "excluded by the build constraint on cmd/app/main.go:3",
  },
  {
    name: "a constraint of the old form",
    head: { "cmd/app/main.go": `// +build ignore\n\n${main}` },
    reason: "excluded by the build constraint on cmd/app/main.go:1",
  },
  {
    name: "no constraint: it is in a comment",
    head: { "cmd/app/main.go": `/*\n//go:build x\n*/\n${main}` },
    reason: null,
  },
  { name: "no constraint: it stands below", head: { "cmd/app/main.go": `${main}\n//go:build x\n` }, reason: null },
  {
    name: "a library",
    head: { "cmd/app/main.go": "/* package main */ // x\n\npackage app // main\n" },
    reason: "cmd/app/main.go:3 says package app: it is a library",
  },
  {
    name: "a suffix",
    head: { "cmd/app/main_plan9.go": main },
    reason: "cmd/app/main_plan9.go is for other platforms by its name",
  },
  {
    name: "a module of its own",
    head: { "cmd/app/main.go": main, "cmd/go.mod": "module x\n" },
    reason: "it is in a module of its own: cmd/go.mod",
  },
  {
    name: "moved to testdata",
    head: { "testdata/app/main.go": main },
    moved: { "testdata/app/main.go": "cmd/app/main.go" },
    reason: "it was moved to testdata/app, which ./... does not match",
  },
  {
    name: "moved into another module",
    head: { "tools/app/main.go": main, "tools/go.mod": "module x\n" },
    moved: { "tools/app/main.go": "cmd/app/main.go" },
    reason: "it was moved to a module of its own: tools/go.mod",
  },
  {
    name: "moved and edited",
    head: { "cmd/new/main.go": main },
    moved: { "cmd/new/main.go": "cmd/app/main.go" },
    reason: "it was moved to cmd/new and is another program there",
  },
  {
    name: "a workspace that leaves its module out",
    base: { "cmd/go.mod": "module x\n", "go.work": "use ./cmd\n" },
    head: { "cmd/app/main.go": main, "cmd/go.mod": "module x\n", "go.work": "use ./other // ./cmd\n" },
    changes: ["go.work"],
    reason: "go.work no longer uses cmd",
  },
  {
    name: "a workspace that has it as before",
    base: { "cmd/go.mod": "module x\n", "go.work": "use ./cmd\n" },
    head: { "cmd/app/main.go": main, "cmd/go.mod": "module x\n", "go.work": "use (\n\t./cmd\n)\n" },
    changes: ["go.work"],
    reason: null,
  },
  { name: "a file", head: { "cmd/app": "x" }, changes: ["cmd/app"], reason: "cmd/app is a file now" },
  {
    name: "a link",
    head: { "testdata/app/main.go": main },
    links: { "cmd/app": "testdata/app" },
    changes: ["cmd/app"],
    reason: "cmd/app is a symbolic link, which ./... does not follow",
  },
  {
    name: "a link to nothing",
    head: {},
    links: { "cmd/app": "broken" },
    changes: ["cmd/app"],
    reason: "cmd/app is a symbolic link to nothing",
  },
  { name: "a submodule", head: {}, changes: ["cmd"], reason: "the submodule cmd was removed" },
];

function below(root: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${root}/${name}`, text]));
}

describe("why a program is gone", () => {
  it.each(rows)("$name", async ({ head, base = {}, changes = [], moved = {}, links = {}, reason }) => {
    const cell = makePlanned();
    const own = cell.graph.get(cell.package);
    if (own === undefined) throw new Error("there is no program");
    const graph = new Map([[own.importPath, { ...own, dir: "/base/cmd/app", goFiles: ["main.go"], cgoFiles: [] }]]);
    const before = { ...cell, packageDir: "/base/cmd/app", moduleDir: "/base", graph, cgoGraph: graph };
    const texts = {
      ...below("/base", { "go.mod": "module app\n", "cmd/app/main.go": main, ...base }),
      ...below("/head", { "go.mod": "module app\n", ...head }),
    };
    const plain = filesOf(texts);
    const files = {
      ...plain,
      realPath: (path: string) => {
        const to = links[path.replace("/head/", "")];
        return to === undefined ? plain.realPath(path) : Promise.resolve(to === "broken" ? to : `/head/${to}`);
      },
      glob: (_: string, folder: string) =>
        Promise.resolve(
          Object.keys(texts).flatMap(
            (path) => /^[^/]+\.go$/.exec(path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : "")?.[0] ?? [],
          ),
        ),
    };
    const sides = {
      repository: { root: "/head", alias: "/head", prefix: "" },
      tree: "/base",
      changes: { files: changes, moved: new Map(Object.entries(moved)) },
      files,
    };
    const target = { package: cell.package, platform: cell.platform.name };
    expect(await explainGone([target], [before], sides)).toEqual([{ ...target, reason }]);
  });

  it("nothing is known of a target that the base does not list", async () => {
    const sides = {
      repository: { root: "/h", alias: "/h", prefix: "" },
      tree: "/b",
      changes: undefined,
      files: filesOf({}),
    };
    const target = { package: "x", platform: "linux/amd64" };
    expect(await explainGone([target], [], sides)).toEqual([{ ...target, reason: null }]);
  });
});
