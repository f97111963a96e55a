import { describe, expect, it } from "vitest";
import { pairPrograms, type PlannedTree, similarPrograms } from "../../src/baseline/pair-programs.ts";
import { makePackage, makePlanned } from "../support/planned.ts";
import { filesOf } from "../support/tree-files.ts";
import type { PlannedCell } from "../../src/model/plan.ts";
import { parsePlatform } from "../../src/go/platform.ts";

/** Programs by their folders: the text of their only file. */
type Programs = Readonly<Record<string, string>>;

type Side = {
  readonly programs: Programs;
  readonly module?: string;
  readonly platforms?: readonly string[];
  /** Folders whose files cannot be loaded. */
  readonly unloadable?: readonly string[];
};

function treeOf(
  root: string,
  { programs, module = "m", platforms = ["linux/amd64"], unloadable = [] }: Side,
): PlannedTree {
  const cells = Object.keys(programs).flatMap((folder) =>
    platforms.map((name): PlannedCell => {
      const path = folder === "" ? module : `${module}/${folder}`;
      const dir = `${root}/${folder}`;
      const isLoaded = !unloadable.includes(folder);
      const main = makePackage({
        importPath: path,
        dir,
        module,
        name: isLoaded ? "main" : "",
        depOnly: false,
        goFiles: ["main.go"],
        state: isLoaded ? "loaded" : "unloadable",
      });
      const graph = new Map([[path, main]]);
      const platform = parsePlatform(name, [name]);
      return { ...makePlanned(), package: path, packageDir: dir, platform, graph, cgoGraph: graph };
    }),
  );
  const repository = { root, alias: root, prefix: "" };
  return {
    plan: { cells, whyEmpty: null, goflags: [], cc: null, release: { notUnderstood: [], hints: [], note: null } },
    repository,
  };
}

function filesIn(root: string, { programs }: Side): Record<string, string> {
  return Object.fromEntries(Object.entries(programs).map(([folder, text]) => [`${root}/${folder}/main.go`, text]));
}

async function pair(base: Side, head: Side): Promise<{ readonly moved: unknown; readonly gone: readonly string[] }> {
  const files = filesOf({ ...filesIn("/head", head), ...filesIn("/base", base) });
  const { moved, gone } = await pairPrograms(treeOf("/head", head), treeOf("/base", base), files);
  return { moved: Object.fromEntries(moved), gone: gone.map((each) => `${each.package} ${each.platform}`) };
}

describe("which programs are found again", () => {
  const both = { "cmd/a": "a", "cmd/b": "b" };
  const rows: readonly {
    readonly name: string;
    readonly base: Side;
    readonly head: Side;
    readonly moved?: Readonly<Record<string, string>>;
    readonly gone?: readonly string[];
  }[] = [
    { name: "the same ones", base: { programs: both }, head: { programs: { ...both, "cmd/b": "new" } } },
    { name: "one more", base: { programs: both }, head: { programs: { ...both, "cmd/c": "a" } } },
    { name: "one less", base: { programs: both }, head: { programs: { "cmd/a": "a" } }, gone: ["m/cmd/b linux/amd64"] },
    {
      name: "another folder",
      base: { programs: both },
      head: { programs: { "cmd/a": "a", "x/y": "b" } },
      moved: { "m/x/y": "m/cmd/b" },
    },
    {
      name: "another folder and other sources",
      base: { programs: both },
      head: { programs: { "cmd/a": "a", "x/y": "new" } },
      gone: ["m/cmd/b linux/amd64"],
    },
    {
      name: "another folder that cannot be loaded",
      base: { programs: both },
      head: { programs: { "cmd/a": "a", "x/y": "b" }, unloadable: ["x/y"] },
      gone: ["m/cmd/b linux/amd64"],
    },
    {
      name: "it cannot be loaded any more: it is still there",
      base: { programs: both },
      head: { programs: both, unloadable: ["cmd/b"] },
    },
    {
      name: "the base could not load it either",
      base: { programs: both, unloadable: ["cmd/b"] },
      head: { programs: { "cmd/a": "a" } },
    },
    {
      name: "another module, whatever the sources",
      base: { programs: { ...both, "": "root" } },
      head: { programs: { ...both, "cmd/b": "new", "": "root" }, module: "n" },
      moved: { n: "m", "n/cmd/a": "m/cmd/a", "n/cmd/b": "m/cmd/b" },
    },
    {
      name: "another module and another folder, with imports of its own packages",
      base: { programs: { "cmd/a": 'import "m/lib"' } },
      head: { programs: { "x/a": 'import "m/v2/lib"' }, module: "m/v2" },
      moved: { "m/v2/x/a": "m/cmd/a" },
    },
    {
      name: "an import of another package of its own",
      base: { programs: { "cmd/a": 'import "m/lib"' } },
      head: { programs: { "x/a": 'import "m/other"' } },
      gone: ["m/cmd/a linux/amd64"],
    },
    {
      name: "a module whose path begins alike",
      base: { programs: { "cmd/a": 'import "m/lib"' } },
      head: { programs: { "x/a": 'import "mm/lib"' } },
      gone: ["m/cmd/a linux/amd64"],
    },
    {
      name: "two of the same sources, and one is new",
      base: { programs: { "cmd/a": "a", "cmd/b": "a" } },
      head: { programs: { "cmd/c": "a" } },
      gone: ["m/cmd/a linux/amd64", "m/cmd/b linux/amd64"],
    },
    {
      name: "one, and two of its sources are new",
      base: { programs: { "cmd/a": "a" } },
      head: { programs: { "x/b": "a", "x/c": "a" } },
      gone: ["m/cmd/a linux/amd64"],
    },
    {
      name: "two of the same sources keep their names",
      base: { programs: { "cmd/a": "a", "cmd/b": "a" } },
      head: { programs: { "x/a": "a", "x/b": "a" } },
      moved: { "m/x/a": "m/cmd/a", "m/x/b": "m/cmd/b" },
    },
    {
      name: "of two of the same sources one keeps its name",
      base: { programs: { "cmd/a": "a", "cmd/b": "a" } },
      head: { programs: { "x/a": "a" } },
      moved: { "m/x/a": "m/cmd/a" },
      gone: ["m/cmd/b linux/amd64"],
    },
    {
      name: "a copy stays",
      base: { programs: { "cmd/a": "a", "cmd/b": "a" } },
      head: { programs: { "cmd/a": "a" } },
      gone: ["m/cmd/b linux/amd64"],
    },
    {
      name: "a platform less",
      base: { programs: { "cmd/a": "a" }, platforms: ["linux/amd64", "linux/arm64"] },
      head: { programs: { "cmd/a": "a" } },
      gone: ["m/cmd/a linux/arm64"],
    },
    {
      name: "another folder, and a platform less",
      base: { programs: { "cmd/a": "a" }, platforms: ["linux/amd64", "linux/arm64"] },
      head: { programs: { "x/a": "a" } },
      moved: { "m/x/a": "m/cmd/a" },
      gone: ["m/cmd/a linux/arm64"],
    },
  ];

  it.each(rows)("$name", async ({ base, head, moved = {}, gone = [] }) => {
    expect(await pair(base, head)).toEqual({ moved, gone });
  });

  it("what is skipped on the base was never built there", async () => {
    const base = treeOf("/base", { programs: both });
    const cells = base.plan.cells.map((cell) => ({
      ...cell,
      skip: { reason: "no compiler", fault: "machine" } as const,
    }));
    const skipped = { ...base, plan: { ...base.plan, cells } };
    const pairs = await pairPrograms(treeOf("/head", { programs: {} }), skipped, filesOf({}));
    expect(pairs.gone).toEqual([]);
  });
});

describe("which programs are compared for a cause", () => {
  const [base, head] = [{ programs: { "cmd/a": "a", "cmd/b": "b" } }, { programs: { "cmd/b": "b", "x/a": "edited" } }];
  const similar = (movedFiles: Readonly<Record<string, string>>): unknown =>
    Object.fromEntries(
      similarPrograms(treeOf("/head", head), treeOf("/base", base), {
        moved: new Map(),
        movedFiles: new Map(Object.entries(movedFiles)),
      }),
    );

  it.each([
    {
      name: "the file of the one that is lost",
      moves: { "x/a/main.go": "cmd/a/main.go" },
      want: { "m/x/a": "m/cmd/a" },
    },
    { name: "a file of one that is there", moves: { "x/a/main.go": "cmd/b/main.go" }, want: {} },
    { name: "a file of a library", moves: { "x/a/main.go": "lib/lib.go" }, want: {} },
    { name: "no Go file", moves: { "x/a/x.txt": "cmd/a/x.txt" }, want: {} },
    { name: "a file into another folder", moves: { "x/main.go": "cmd/a/main.go" }, want: {} },
  ])("$name", ({ moves, want }) => {
    expect(similar(moves as Record<string, string>)).toEqual(want);
  });
});
