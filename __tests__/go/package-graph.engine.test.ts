import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { goListFields, parseGoList } from "../../src/go/package-graph.ts";
import { root } from "../support/cli.ts";
import { makePackage } from "../support/planned.ts";
import { describeWith } from "../support/tools.ts";
import type { GoPackage, PackageGraph } from "../../src/model/packages.ts";
import { isProgram, reachable, importChain } from "../../src/model/packages.ts";

const { importPath: _, ...packageOf } = makePackage({ importPath: "" });
const empty = { ...packageOf, name: "", dir: "", depOnly: false, own: true, state: "empty" };

/** What `go list -json` prints for some packages. */
const print = (...packages: readonly object[]): string =>
  packages.map((each) => `${JSON.stringify(each, null, "\t")}\n`).join("");

describe("what counts as a program", () => {
  const rows: readonly (readonly [Partial<GoPackage>, boolean])[] = [
    [{ name: "main", state: "loaded" }, true],
    [{ name: "lib", state: "loaded" }, false],
    [{ name: "lib", state: "loaded", named: true }, false],
    [{ name: "main", state: "loaded", depOnly: true }, false],
    [{ name: "", state: "unloadable" }, true],
    [{ name: "other", state: "unloadable" }, true],
    [{ name: "", state: "unloadable", depOnly: true }, false],
    [{ name: "main", state: "empty" }, false],
    [{ name: "main", state: "empty", named: true }, true],
    [{ name: "lib", state: "empty", named: true }, false],
    [{ name: "", state: "excluded" }, false],
    [{ name: "", state: "excluded", named: true }, true],
    [{ name: "lib", state: "excluded", named: true }, false],
  ];

  it.each(rows)("%o: %s", (given, want) => {
    expect(isProgram(makePackage({ importPath: "p", depOnly: false, ...given }))).toBe(want);
  });
});

describe("parseGoList", () => {
  it.each([
    { name: "only an import path", raw: {}, want: {} },
    {
      name: "a main package of the main module",
      raw: { Name: "main", Dir: "/src/app", Module: { Path: "example.com/app", Main: true }, GoFiles: ["main.go"] },
      want: {
        name: "main",
        dir: "/src/app",
        goFiles: ["main.go"],
        inputs: ["main.go"],
        state: "loaded",
        module: "example.com/app",
      },
    },
    {
      name: "a package of another module",
      raw: { Name: "b", Module: { Path: "example.com/b" }, DepOnly: true },
      want: { name: "b", own: false, depOnly: true, module: "example.com/b" },
    },
    {
      name: "a standard package",
      raw: { Name: "net", Standard: true },
      want: { name: "net", standard: true, own: false },
    },
    {
      name: "imports through the vendor folder",
      raw: { Imports: ["fmt", "golang.org/x/net"], ImportMap: { "golang.org/x/net": "vendor/golang.org/x/net" } },
      want: { imports: ["fmt", "vendor/golang.org/x/net"] },
    },
    {
      name: "files of every kind",
      raw: {
        CgoFiles: ["c.go"],
        CFiles: ["a.c"],
        CXXFiles: ["a.cc"],
        SFiles: ["a.s"],
        SysoFiles: ["a.syso"],
        SwigFiles: ["a.swig"],
        SwigCXXFiles: ["a.swigcxx"],
        MFiles: ["a.m"],
        HFiles: ["a.h"],
        FFiles: ["a.f"],
        EmbedFiles: ["text/a.txt"],
      },
      want: {
        cgoFiles: ["c.go"],
        inputs: ["a.c", "a.cc", "a.f", "a.h", "a.m", "a.s", "a.swig", "a.swigcxx", "a.syso", "c.go", "text/a.txt"],
        state: "loaded",
        otherFiles: ["a.c", "a.cc", "a.s", "a.syso", "a.swig", "a.swigcxx"],
        cxxFiles: ["a.cc", "a.swigcxx"],
        objectFiles: ["a.syso", "a.swig", "a.swigcxx"],
      },
    },
    {
      name: "what #cgo lines say",
      raw: {
        CgoCPPFLAGS: ["-DW"],
        CgoCFLAGS: ["-DX"],
        CgoCXXFLAGS: ["-DY"],
        CgoFFLAGS: ["-DZ"],
        CgoLDFLAGS: ["-lm"],
        CgoPkgConfig: ["zlib"],
      },
      want: {
        cgoCppflags: ["-DW"],
        cgoCompilerFlags: ["-DX", "-DY", "-DZ"],
        cgoLdflags: ["-lm"],
        cgoPkgConfig: ["zlib"],
      },
    },
    {
      name: "a profile",
      raw: { DefaultPGOFile: "/src/app/default.pgo" },
      want: { defaultPGOFile: "/src/app/default.pgo", inputs: ["/src/app/default.pgo"] },
    },
    {
      name: "an error",
      raw: { Error: { Err: "no such package" } },
      want: { error: "no such package", state: "unloadable" },
    },
    {
      name: "a file that is no Go",
      raw: { Name: "main", GoFiles: ["a.go", "b.go"], InvalidGoFiles: ["b.go"], Error: { Err: "expected 'package'" } },
      want: {
        name: "main",
        goFiles: ["a.go", "b.go"],
        inputs: ["a.go", "b.go"],
        error: "expected 'package'",
        state: "unloadable",
      },
    },
    {
      name: "only files for other systems",
      raw: { IgnoredGoFiles: ["a_plan9.go"], Match: ["./..."], Error: { Err: "build constraints" } },
      want: { error: "build constraints", state: "excluded", ignoredGoFiles: ["a_plan9.go"] },
    },
    {
      name: "a pattern that names it",
      raw: { Name: "main", GoFiles: ["a.go"], Match: ["./...", "./cmd/app"] },
      want: { name: "main", goFiles: ["a.go"], inputs: ["a.go"], state: "loaded", named: true },
    },
    { name: "a pattern that does not", raw: { Match: ["./..."] }, want: { named: false } },
    {
      name: "the go.mod of its module",
      raw: { Module: { Path: "example.com/b", GoMod: "/src/b/go.mod" } },
      want: { own: false, module: "example.com/b", goMod: "/src/b/go.mod" },
    },
  ])("$name", ({ raw, want }) => {
    const graph = parseGoList(print({ ImportPath: "p", ...raw }));
    expect(graph.get("p")).toEqual({ ...empty, importPath: "p", ...want });
  });

  it("keeps the order, and finds the objects whatever their strings hold", () => {
    const odd = { ImportPath: "b", Error: { Err: "line 1\n}\n{\nline 4" } };
    const graph = parseGoList(print({ ImportPath: "z" }, odd, { ImportPath: "a" }));
    expect([...graph.keys()]).toEqual(["z", "b", "a"]);
    expect(graph.get("b")?.error).toBe(odd.Error.Err);
  });

  it.each([
    { name: "nothing", text: "" },
    { name: "a line break", text: "\n" },
  ])("$name is no package", ({ text }) => {
    expect(parseGoList(text).size).toBe(0);
  });

  it("reads line ends of Windows", () => {
    const text = print({ ImportPath: "a" }, { ImportPath: "b" }).replaceAll("\n", "\r\n");
    expect([...parseGoList(text).keys()]).toEqual(["a", "b"]);
  });

  it("never takes half an object for a package, wherever the text is cut", () => {
    const text = print({ ImportPath: "a", Imports: ["b"] }, { ImportPath: "c", GoFiles: ["c.go"] });
    const ends = [...text.matchAll(/^}$/gm)].map(({ index }) => index + 1);
    for (let length = 1; length < text.length; length++) {
      const complete = ends.filter((end) => end <= length).length;
      const rest = text.slice(ends[complete - 1] ?? 0, length).trim();
      const parse = (): number => parseGoList(text.slice(0, length)).size;
      if (rest === "") expect(parse()).toBe(complete);
      else expect(parse, `cut at ${length}`).toThrow(new SyntaxError("the output of go list is cut off"));
    }
  });
});

const graphOf = (imports: Readonly<Record<string, readonly string[]>>): PackageGraph =>
  parseGoList(print(...Object.entries(imports).map(([path, list]) => ({ ImportPath: path, Imports: list }))));

describe("reachable", () => {
  const graph = graphOf({ main: ["a", "b"], a: ["c"], b: ["c", "unsafe"], c: ["a"], other: ["d"], d: [] });

  it.each([
    { name: "itself and what it imports", from: "main", want: ["a", "b", "c", "main", "unsafe"] },
    { name: "a circle ends", from: "c", want: ["a", "c"] },
    { name: "only what is below", from: "other", want: ["d", "other"] },
    { name: "a package that is not in the graph", from: "nowhere", want: ["nowhere"] },
  ])("$name", ({ from, want }) => {
    expect([...reachable(graph, from)].toSorted()).toEqual(want);
  });
});

describe("importChain", () => {
  const graph = graphOf({
    main: ["long", "short"],
    long: ["mid"],
    mid: ["end"],
    short: ["end"],
    end: ["main"],
    apart: [],
  });

  it.each([
    { name: "the shortest of two", from: "main", to: "end", want: ["main", "short", "end"] },
    { name: "a direct import", from: "main", to: "long", want: ["main", "long"] },
    { name: "to itself", from: "main", to: "main", want: ["main"] },
    { name: "through a circle", from: "end", to: "mid", want: ["end", "main", "long", "mid"] },
    { name: "none", from: "main", to: "apart", want: undefined },
    { name: "from nowhere", from: "nowhere", to: "main", want: undefined },
  ])("$name", ({ from, to, want }) => {
    expect(importChain(graph, from, to)).toEqual(want);
  });
});

describeWith(["go"], "the real go list of examples/resolver", () => {
  const list = (cgo: string): PackageGraph =>
    parseGoList(
      execFileSync("go", ["list", "-e", "-deps", `-json=${goListFields}`, "--", "."], {
        cwd: `${root}/examples/resolver`,
        encoding: "utf8",
        maxBuffer: 1 << 28,
        env: { ...process.env, GOFLAGS: "", GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: cgo },
      }),
    );
  const main = "example.com/resolver";
  let on: PackageGraph = new Map();
  let off: PackageGraph = new Map();
  beforeAll(() => {
    on = list("1");
    off = list("0");
  });

  it("reads every package", () => {
    const paths = execFileSync("go", ["list", "-deps", "."], {
      cwd: `${root}/examples/resolver`,
      encoding: "utf8",
      env: { ...process.env, GOFLAGS: "", GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "1" },
    });
    expect([...on.keys()]).toEqual(paths.trim().split("\n"));
    expect(on.get(main)).toMatchObject({
      name: "main",
      own: true,
      depOnly: false,
      imports: ["net"],
      goFiles: ["main.go"],
    });
    expect(on.get("net")).toMatchObject({ name: "net", own: false, standard: true, depOnly: true, error: null });
  });

  it("tells cgo files from others", () => {
    const cgo = (graph: PackageGraph): string[] =>
      [...graph.values()].filter(({ cgoFiles }) => cgoFiles.length > 0).map(({ importPath }) => importPath);
    expect(cgo(on).toSorted()).toEqual(["net", "runtime/cgo"]);
    expect(cgo(off)).toEqual([]);
    expect(off.has("runtime/cgo")).toBe(false);
  });

  it("names dependencies before their importers", () => {
    const seen = new Set<string>(["C", "unsafe"]);
    for (const { importPath, imports } of on.values()) {
      expect(imports.filter((path) => !seen.has(path))).toEqual([]);
      seen.add(importPath);
    }
  });

  it("resolves imports of the standard library's vendor folder", () => {
    expect(on.get("net")?.imports).toContain("vendor/golang.org/x/net/dns/dnsmessage");
    expect(on.has("vendor/golang.org/x/net/dns/dnsmessage")).toBe(true);
  });

  it("finds the chain and all that the program needs", () => {
    expect(importChain(on, main, "net")).toEqual([main, "net"]);
    const below = reachable(off, main);
    expect(
      [...off.keys()].filter(
        (path) => !below.has(path) && !path.startsWith("runtime") && !path.startsWith("internal/"),
      ),
    ).toEqual([]);
    expect(below.has("syscall")).toBe(true);
  });
});
