import { describe, expect, it } from "vitest";
import { Digests } from "../../src/baseline/digests.ts";
import { readsMore } from "../../src/baseline/reads-more.ts";
import type { Repository } from "../../src/baseline/repository.ts";
import { hasSameFiles, type ProgramSide } from "../../src/baseline/same-files.ts";
import { parseGoFlags } from "../../src/go/go-flags.ts";
import { makePackage, makePlanned } from "../support/planned.ts";
import { filesOf } from "../support/tree-files.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { GoPackage } from "../../src/model/packages.ts";
import type { PlannedCell } from "../../src/model/plan.ts";

const repositoryAt = (root: string): Repository => ({ root, alias: root, prefix: "" });

/** example.com/app in a tree, which imports a package of the tree, one of a module elsewhere and one of Go's own. */
function cellAt(root: string, more: Partial<GoPackage> = {}): PlannedCell {
  const goMod = `${root}/go.mod`;
  const lib = makePackage({ importPath: "example.com/app/lib", dir: `${root}/lib`, inputs: ["lib.go"], goMod });
  const dep = makePackage({
    importPath: "example.com/dep",
    dir: "/go/pkg/mod/dep@v1",
    inputs: ["dep.go"],
    goMod: "/x",
  });
  const fmt = makePackage({ importPath: "fmt", dir: "/usr/local/go/src/fmt", standard: true });
  const cell = makePlanned({ packages: [{ ...lib, ...more }, dep, fmt] });
  const main = cell.graph.get("example.com/app");
  if (main === undefined) throw new Error("there is no program");
  const own = { ...main, dir: root, inputs: ["main.go"], goMod };
  return { ...cell, moduleDir: root, graph: new Map([...cell.graph, [own.importPath, own]]) };
}

const texts = { "go.mod": "module", "main.go": "main", "lib/lib.go": "lib", "lib/text.txt": "text" };

function treeAt(root: string, more: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  const all = { ...texts, ...more };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, text]: readonly [string, string | null]) =>
      text === null ? [] : [[`${root}/${name}`, text]],
    ),
  );
}

describe("whether a program is built from the same files", () => {
  const rows: readonly {
    readonly name: string;
    readonly same: boolean;
    readonly tree?: Readonly<Record<string, string | null>>;
    readonly lib?: Partial<GoPackage>;
    readonly side?: Partial<ProgramSide>;
    readonly cell?: Partial<PlannedCell>;
  }[] = [
    { name: "nothing differs", same: true },
    { name: "a file that nobody names", tree: { "README.md": "new", "lib/lib_test.go": "new" }, same: true },
    { name: "the program", tree: { "main.go": "new" }, same: false },
    { name: "a package that it imports", tree: { "lib/lib.go": "new" }, same: false },
    { name: "a file more", lib: { inputs: ["lib.go", "text.txt"] }, same: false },
    { name: "a file less", lib: { inputs: [] }, same: false },
    { name: "a file that is not there any more", tree: { "lib/lib.go": null }, same: false },
    { name: "another folder", lib: { dir: "/base/other", inputs: [] }, same: false },
    { name: "a module elsewhere", lib: { dir: "/go/pkg/mod/lib@v1" }, same: false },
    { name: "an import more", lib: { imports: ["os/user"] }, same: false },
    { name: "it cannot be loaded", lib: { state: "unloadable", error: "x" }, same: false },
    { name: "go.mod", tree: { "go.mod": "new" }, same: false },
    { name: "a new go.sum", tree: { "go.sum": "new" }, same: false },
    { name: "a new go.work", tree: { "go.work": "new" }, same: false },
    { name: "vendor/modules.txt", tree: { "vendor/modules.txt": "new" }, same: false },
    { name: "GOFLAGS", side: { goflags: parseGoFlags(["-tags=x"], "flags") }, same: false },
    { name: "it is skipped", cell: { skip: { reason: "why", fault: "sources" } }, same: false },
    { name: "another C flag", cell: { cgoEnv: { ...makePlanned().cgoEnv, CGO_CFLAGS: "-O3" } }, same: false },
  ];

  it.each(rows)("$name: $same", async ({ same, tree = {}, lib = {}, side = {}, cell = {} }) => {
    const files = filesOf({ ...treeAt("/head"), ...treeAt("/base", tree) });
    const head: ProgramSide = { cell: cellAt("/head"), goflags: [], repository: repositoryAt("/head") };
    const changed = { ...cellAt("/base", lib), ...cell };
    const base: ProgramSide = { cell: changed, goflags: [], repository: repositoryAt("/base"), ...side };
    expect(await hasSameFiles(head, base, new Digests(files))).toBe(same);
    expect(await hasSameFiles(base, head, new Digests(files))).toBe(same);
  });

  it("more files than may be open at once are compared", async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `f${at}.go`);
    const tree = Object.fromEntries(names.map((name) => [`lib/${name}`, name]));
    const side = (root: string): ProgramSide => ({
      cell: cellAt(root, { inputs: names }),
      goflags: [],
      repository: repositoryAt(root),
    });
    let open = 0;
    let most = 0;
    const files = filesOf({ ...treeAt("/head", tree), ...treeAt("/base", { ...tree, "lib/f999.go": "new" }) });
    const counting = {
      ...files,
      sha256: async (path: string): Promise<string> => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        return files.sha256(path);
      },
    };
    expect(await hasSameFiles(side("/head"), side("/base"), new Digests(counting))).toBe(false);
    expect(most).toBeLessThanOrEqual(128);
  });
});

describe("whether a build may read other files of the repository", () => {
  const rows: readonly {
    readonly name: string;
    readonly more: boolean;
    readonly lib?: Partial<GoPackage>;
    readonly flags?: readonly string[];
    readonly goflags?: readonly string[];
    readonly cgo?: Partial<PlannedCell["cgoEnv"]>;
    readonly env?: Environment;
  }[] = [
    { name: "plain Go", more: false },
    { name: "C code of the tree", lib: { cgoFiles: ["c.go"] }, more: true },
    { name: "assembler of the tree", lib: { otherFiles: ["a.s"] }, more: true },
    { name: "a header of the tree", lib: { inputs: ["a.h", "lib.go"] }, more: true },
    { name: "Objective-C of the tree", lib: { inputs: ["a.m", "lib.go"] }, more: true },
    { name: "C code of a vendored module", lib: { dir: "/head/vendor/x", own: false, cgoFiles: ["c.go"] }, more: true },
    { name: "C code of a module elsewhere", lib: { dir: "/go/pkg/mod/x", cgoFiles: ["c.go"] }, more: false },
    {
      name: "C code of Go's own",
      lib: { dir: "/usr/local/go/src/net", standard: true, cgoFiles: ["c.go"] },
      more: false,
    },
    { name: "usual flags", flags: ["-trimpath", "-ldflags=-s -w -X main.v=1.2", "-tags=netgo"], more: false },
    { name: "-overlay", flags: ["-overlay=/tmp/x.json"], more: true },
    { name: "-overlay in GOFLAGS", goflags: ["-overlay=/tmp/x.json"], more: true },
    { name: "-modfile", flags: ["-modfile=/tmp/x.mod"], more: true },
    { name: "-toolexec", flags: ["-toolexec=/usr/bin/time"], more: true },
    { name: "a path into the tree", flags: ["-ldflags=-extldflags=-L/head/lib"], more: true },
    { name: "a relative path", flags: ["-ldflags=-linkmode=external -extldflags=-Tlib/lib.go"], more: true },
    { name: "a relative linker", flags: ["-ldflags=-extld=lib/lib.go"], more: true },
    { name: "a relative profile", flags: ["-pgo=main.go"], more: true },
    { name: "C flags with a path into the tree", cgo: { CGO_CFLAGS: "-O2 -I/head/include" }, more: true },
    { name: "C flags with a relative path", cgo: { CGO_LDFLAGS: "-Llib" }, more: true },
    { name: "a C compiler of the system", cgo: { CC: "gcc -m64" }, more: false },
    { name: "a C compiler of the system, by its path", cgo: { CC: "/usr/bin/gcc" }, more: false },
    { name: "a C compiler that is not there", cgo: { CC: "nowhere" }, more: false },
    { name: "a wrapper of the tree", cgo: { CC: "/head/ci/cc" }, more: true },
    { name: "a wrapper elsewhere", cgo: { CC: "/home/x/cc" }, more: true },
    { name: "a wrapper around a compiler", cgo: { CC: "/home/x/wrap gcc" }, more: true },
    { name: "a wrapper that PATH finds", cgo: { CC: "odd" }, env: { PATH: "/usr/bin:/home/x" }, more: true },
    { name: "a link of the system into the tree", cgo: { CC: "mycc" }, more: true },
    { name: "a link of the system into the tree, by its path", cgo: { CC: "/usr/bin/mycc -m64" }, more: true },
    { name: "a link of the system to a wrapper elsewhere", cgo: { CC: "wrapped" }, more: true },
    { name: "a link of the system within it", cgo: { CC: "cc" }, more: false },
    { name: "a linker that is a link into the tree", env: { PATH: "/usr/local/bin:/usr/bin" }, more: true },
    { name: "C flags with a link into the tree", cgo: { CGO_CFLAGS: "-O2 -I/usr/include/own" }, more: true },
    { name: "a folder of PATH that is a link into the tree", env: { PATH: "/opt/tools:/usr/bin" }, more: true },
    { name: "CXX elsewhere", env: { PATH: "/usr/bin", CXX: "/home/x/cxx" }, more: true },
    { name: "a linker elsewhere", flags: ["-ldflags=-extld=/home/x/ld"], more: true },
    { name: "PATH leads into the tree", env: { PATH: "/head/ci:/usr/bin" }, more: true },
    { name: "PATH has a relative folder", env: { PATH: "ci:/usr/bin" }, more: true },
    { name: "PATH has an empty folder", env: { PATH: "/usr/bin:" }, more: true },
    { name: "GOENV of the tree", env: { PATH: "/usr/bin", GOENV: "/head/go.env" }, more: true },
    { name: "any variable that leads into the tree", env: { PATH: "/usr/bin", LD_PRELOAD: "/head/x.so" }, more: true },
    { name: "variables of the job", env: { PATH: "/usr/bin", GITHUB_WORKSPACE: "/head", PWD: "/head" }, more: false },
    { name: "a cache in the tree", env: { PATH: "/usr/bin", GOCACHE: "/head/.cache" }, more: false },
  ];
  const links = {
    "/usr/bin/cc": "-> /usr/bin/gcc",
    "/usr/bin/mycc": "-> /head/ci/cc",
    "/usr/bin/wrapped": "-> /home/x/odd",
    "/usr/local/bin/ld": "-> /head/ci/ld",
    "/usr/include/own": "-> /head/include",
    "/opt/tools": "-> /head/ci",
  };
  const files = filesOf({ ...treeAt("/head"), "/usr/bin/gcc": "", "/home/x/odd": "", ...links });

  it.each(rows)("$name: $more", async ({ more, lib = {}, flags = [], goflags = [], cgo = {}, env }) => {
    const cell = cellAt("/head", lib);
    const built = { ...cell, flags: parseGoFlags(flags, "flags"), cgoEnv: { ...cell.cgoEnv, ...cgo } };
    const program = {
      cell: built,
      goflags: parseGoFlags(goflags, "flags"),
      env: env ?? { PATH: "/usr/bin" },
      repository: repositoryAt("/head"),
    };
    expect(await readsMore(program, files)).toBe(more);
  });
});
