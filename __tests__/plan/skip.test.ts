import { describe, expect, it } from "vitest";
import type { CCompiler, CCompilers } from "../../src/plan/c-compiler.ts";
import { parseGoList } from "../../src/go/package-graph.ts";
import { parsePlatform } from "../../src/go/platform.ts";
import { cgoOnlyReason, compilerSkip, cxxSkip, whyCgoIsOff } from "../../src/plan/skip.ts";
import { strategies } from "../../src/go/strategies.ts";
import type { PackageGraph } from "../../src/model/packages.ts";
import type { Strategy } from "../../src/model/strategy.ts";

const gcc: CCompiler = { command: "gcc", env: {} };
const muslGcc: CCompiler = { command: "musl-gcc", env: { CC: "musl-gcc" } };
const candidates = { usual: ["gcc"], musl: ["musl-gcc", "x86_64-linux-musl-gcc"] };
const both: CCompilers = { usual: gcc, musl: muslGcc, candidates };
const none: CCompilers = { usual: null, musl: null, candidates };
const unknown: CCompilers = { usual: null, musl: null, candidates: { usual: [], musl: [] } };

const strategy = (name: string): Strategy => {
  const found = strategies.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no strategy ${name}`);
  return found;
};
const platform = (name: string): ReturnType<typeof parsePlatform> => parsePlatform(name, [name]);

describe("compilerSkip", () => {
  it.each(strategies.map(({ name }) => ({ name })))("$name can be tried on linux with all compilers", ({ name }) => {
    expect(compilerSkip(strategy(name), platform("linux/amd64"), both)).toBeNull();
  });

  it.each(["default", "extldflags", "cgo-disabled", "netgo", "netgo-extldflags"])(
    "%s needs no compiler, on any platform",
    (name) => {
      for (const on of ["linux/amd64", "darwin/arm64", "openbsd/amd64", "js/wasm"]) {
        expect(compilerSkip(strategy(name), platform(on), none)).toBeNull();
      }
    },
  );

  it.each([
    {
      name: "no C compiler",
      strategy: "external",
      on: "linux/amd64",
      compilers: { ...both, usual: null },
      want: "no C compiler for linux/amd64: gcc is not on PATH; install it, or set CC",
    },
    {
      name: "no C compiler for a static PIE",
      strategy: "static-pie",
      on: "linux/amd64",
      compilers: none,
      want: "no C compiler for linux/amd64: gcc is not on PATH; install it, or set CC",
    },
    {
      name: "a platform without a known cross compiler",
      strategy: "external",
      on: "freebsd/amd64",
      compilers: unknown,
      want: "no C compiler is known for freebsd/amd64: set CC to one",
    },
    {
      name: "no musl compiler",
      strategy: "musl",
      on: "linux/amd64",
      compilers: { ...both, musl: null },
      want: "no musl compiler for linux/amd64: musl-gcc or x86_64-linux-musl-gcc is not on PATH (Debian and Ubuntu: apt-get install musl-tools)",
    },
    {
      name: "no musl compiler known",
      strategy: "musl",
      on: "linux/ppc64",
      compilers: unknown,
      want: "no musl compiler for linux/ppc64: none is known (musl-tools has none for other processors: use a cross compiler of musl-cross-make, or set CC to zig cc -target powerpc64-linux-musl)",
    },
    {
      name: "no musl cross compiler",
      strategy: "musl",
      on: "linux/arm64",
      compilers: { ...none, candidates: { usual: [], musl: ["aarch64-linux-musl-gcc"] } },
      want: "no musl compiler for linux/arm64: aarch64-linux-musl-gcc is not on PATH (musl-tools has none for other processors: use a cross compiler of musl-cross-make, or set CC to zig cc -target aarch64-linux-musl)",
    },
    {
      name: "musl for another kernel",
      strategy: "musl",
      on: "freebsd/amd64",
      compilers: both,
      want: "musl is a C library for Linux",
    },
    {
      name: "a static PIE for another kernel",
      strategy: "static-pie",
      on: "freebsd/amd64",
      compilers: both,
      want: "static-pie is not built for freebsd",
    },
    ...["darwin/arm64", "openbsd/amd64", "solaris/amd64", "aix/ppc64"].map((on) => ({
      name: `${on} has no static C library`,
      strategy: "external",
      on,
      compilers: both,
      want: `${on.split("/")[0] ?? ""} has no static C library: every program there loads the system's own`,
    })),
    ...["js/wasm", "wasip1/wasm", "plan9/386"].map((on) => ({
      name: `${on} has no cgo`,
      strategy: "external",
      on,
      compilers: both,
      want: `Go has no cgo for ${on.split("/")[0] ?? ""}: no C compiler links its programs`,
    })),
  ])("$name", ({ strategy: name, on, compilers, want }) => {
    const fault = /^no |is known for/.test(want) ? "machine" : "sources";
    expect(compilerSkip(strategy(name), platform(on), compilers)).toEqual({ reason: want, fault });
  });
});

describe("cxxSkip", () => {
  const cxx = { usual: ["g++"], musl: ["musl-g++"] };
  it.each([
    ["default", unknown, null],
    ["cgo-disabled", unknown, null],
    ["external", both, null],
    ["musl", both, null],
    ["external", { ...none, candidates: cxx }, "no C++ compiler for linux/amd64: g++ is not on PATH"],
    ["static-pie", unknown, "no C++ compiler is known for linux/amd64: set CXX to one"],
    [
      "musl",
      { ...both, musl: null, candidates: cxx },
      "no C++ compiler for musl on linux/amd64: musl-g++ is not on PATH",
    ],
    ["musl", unknown, "no C++ compiler for musl on linux/amd64: none is known"],
  ] as const)("%s %#", (name, compilers, want) => {
    const skip = cxxSkip(strategy(name), platform("linux/amd64"), compilers);
    expect(skip?.reason.slice(0, want?.length) ?? null).toBe(want);
    if (want !== null) expect(skip?.fault).toBe("machine");
  });
});

const graph = (...packages: readonly object[]): PackageGraph =>
  parseGoList(packages.map((each) => `${JSON.stringify(each, null, 1)}\n`).join(""));
const excluded = "build constraints exclude all Go files in /src/app/c";

describe("cgoOnlyReason", () => {
  const on = graph(
    { ImportPath: "c", CgoFiles: ["c.go"] },
    { ImportPath: "mid", Imports: ["c"] },
    { ImportPath: "main", Name: "main", Imports: ["mid"] },
  );
  const withError = (error: string | null, files: object = {}): PackageGraph =>
    graph(
      { ImportPath: "c", ...files, ...(error === null ? {} : { Error: { Err: error } }) },
      { ImportPath: "mid", Imports: ["c"] },
      { ImportPath: "main", Name: "main", Imports: ["mid"] },
    );
  const whyOff = "WHY";

  it.each([
    { name: "as Go 1.26 says it", error: excluded },
    { name: "in whatever words", error: "no Go files in /src/app/c" },
  ])("names the package and how the program comes to it, $name", ({ error }) => {
    expect(cgoOnlyReason("main", { graph: withError(error), cgoGraph: on, whyOff })).toBe(
      "c has only cgo files, and WHY (main → mid → c)",
    );
  });

  it("says when it is the program itself", () => {
    const cgoGraph = graph({ ImportPath: "main", Name: "main", CgoFiles: ["main.go"] });
    const without = graph({ ImportPath: "main", Error: { Err: excluded } });
    expect(cgoOnlyReason("main", { graph: without, cgoGraph, whyOff })).toBe("the program has only cgo files, and WHY");
    // A pattern such as ./... does not even list it.
    const unlisted = graph({ ImportPath: "other", Name: "main", GoFiles: ["main.go"] });
    expect(cgoOnlyReason("main", { graph: unlisted, cgoGraph, whyOff })).toBe(
      "the program has only cgo files, and WHY",
    );
  });

  it.each([
    { name: "nothing is wrong", main: "main", now: on, cgo: on },
    { name: "cgo files went, others are left", main: "main", now: withError(null, { GoFiles: ["stub.go"] }), cgo: on },
    { name: "an error beside Go files", main: "main", now: withError("x", { GoFiles: ["stub.go"] }), cgo: on },
    { name: "an error beside cgo files", main: "main", now: withError("x", { CgoFiles: ["c.go"] }), cgo: on },
    {
      name: "excluded with cgo too (another platform's package)",
      main: "main",
      now: withError(excluded),
      cgo: withError(excluded),
    },
    {
      name: "a package that this program does not import",
      main: "other",
      now: graph({ ImportPath: "c", Error: { Err: excluded } }, { ImportPath: "other", Name: "main" }),
      cgo: on,
    },
  ])("null: $name", ({ main, now, cgo }) => {
    expect(cgoOnlyReason(main, { graph: now, cgoGraph: cgo, whyOff })).toBeNull();
  });
});

describe("whyCgoIsOff", () => {
  it.each([
    { name: "the strategy", strategy: "cgo-disabled", native: true, want: "this strategy turns cgo off" },
    {
      name: "the strategy, elsewhere too",
      strategy: "cgo-disabled",
      native: false,
      want: "this strategy turns cgo off",
    },
    {
      name: "another platform",
      strategy: "default",
      native: false,
      want: "Go turns cgo off when it builds for another",
    },
    { name: "this machine", strategy: "netgo", native: true, want: "cgo is off on this machine" },
  ])("$name", ({ strategy: name, native, want }) => {
    expect(whyCgoIsOff(strategy(name), native)).toContain(want);
  });
});
