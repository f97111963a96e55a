import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CgoUser } from "../../src/explain/cgo-users.ts";
import { type LinkMode, linkReasons, linkRequest, type LinkRequest, listed, verb } from "../../src/explain/link.ts";
import { mergeFlags, parseGOFLAGS, parseGoFlags } from "../../src/plan/go-flags.ts";
import { parsePlatform } from "../../src/plan/platform.ts";
import type { PlannedCell } from "../../src/plan/plan.ts";
import { strategies } from "../../src/plan/strategies.ts";
import type { Environment } from "../../src/ports/types.ts";
import { describeWith } from "../support/tools.ts";

type Given = {
  readonly strategy: string;
  readonly flags: readonly string[];
  readonly goflags: string;
  readonly buildmode: string;
};

function cell({ strategy: strategyName, flags, goflags, buildmode }: Given): PlannedCell {
  const strategy = strategies.find(({ name }) => name === strategyName) ?? strategies[0];
  return {
    package: "example.com/app",
    packageDir: "/src/app",
    moduleDir: "/src/app",
    platform: parsePlatform("linux/amd64", ["linux/amd64"]),
    strategy,
    flags: mergeFlags(parseGoFlags(flags, "flags"), parseGOFLAGS(goflags), strategy),
    buildmode,
    env: {},
    shownEnv: {},
    skip: null,
    graph: new Map(),
    cgoGraph: new Map(),
  };
}

const nothing: LinkRequest = { linkmode: null, extldflags: null, buildmode: "default", extlinkEnabled: false };

describe("linkRequest", () => {
  type Row = {
    readonly name: string;
    readonly strategy: string;
    readonly flags?: readonly string[];
    readonly goflags?: string;
    readonly buildmode?: string;
    readonly env?: Environment;
    readonly want: Partial<LinkRequest>;
  };
  const rows: readonly Row[] = [
    { name: "nothing", strategy: "default", want: {} },
    { name: "the strategy's", strategy: "external", want: { linkmode: "external", extldflags: "-static" } },
    {
      name: "the caller's",
      strategy: "default",
      flags: ["-ldflags=-linkmode internal '-extldflags=-static -lm'"],
      want: { linkmode: "internal", extldflags: "-static -lm" },
    },
    {
      name: "the last of each",
      strategy: "default",
      flags: ["-ldflags=-linkmode=internal -linkmode=auto"],
      want: { linkmode: "auto" },
    },
    {
      name: "both joined",
      strategy: "extldflags",
      flags: ["-ldflags=-linkmode=internal -extldflags=-lm"],
      want: { linkmode: "internal", extldflags: "-lm -static" },
    },
    {
      name: "those of GOFLAGS",
      strategy: "default",
      goflags: "'-ldflags=-linkmode=external -extldflags=-static'",
      want: { linkmode: "external", extldflags: "-static" },
    },
    {
      name: "the command line discards those of GOFLAGS",
      strategy: "default",
      flags: ["-ldflags=-s"],
      goflags: "-ldflags=-linkmode=external",
      want: {},
    },
    { name: "the build mode of the cell", strategy: "default", buildmode: "c-shared", want: { buildmode: "c-shared" } },
    {
      name: "GO_EXTLINK_ENABLED=1",
      strategy: "default",
      env: { GO_EXTLINK_ENABLED: "1" },
      want: { extlinkEnabled: true },
    },
    { name: "GO_EXTLINK_ENABLED=0", strategy: "default", env: { GO_EXTLINK_ENABLED: "0" }, want: {} },
    { name: "an empty GO_EXTLINK_ENABLED", strategy: "default", env: { GO_EXTLINK_ENABLED: "" }, want: {} },
  ];
  it.each(rows)("$name", ({ strategy, flags = [], goflags = "", buildmode = "default", env = {}, want }) => {
    const planned = cell({ strategy, flags, goflags, buildmode });
    expect(linkRequest(planned, parseGOFLAGS(goflags), env)).toEqual({ ...nothing, ...want });
  });
});

const users = (...names: readonly string[]): CgoUser[] =>
  names.map((name) => ({ package: name, chain: ["example.com/app", name], file: null, line: null }));

describe("linkReasons", () => {
  const outside = "example.com/c uses cgo and is not among the packages that Go links itself";
  const rows: readonly {
    name: string;
    mode: LinkMode;
    request?: Partial<LinkRequest>;
    cgo?: readonly string[];
    want: readonly string[];
  }[] = [
    { name: "unknown", mode: "unknown", request: { linkmode: "external" }, cgo: ["net"], want: [] },
    { name: "internal without cgo", mode: "internal", want: ["no package uses cgo, so Go's own linker does it all"] },
    {
      name: "internal with net",
      mode: "internal",
      cgo: ["net"],
      want: ["only net uses cgo, and Go's own linker can link that"],
    },
    {
      name: "internal with net and os/user",
      mode: "internal",
      cgo: ["net", "os/user"],
      want: ["only net and os/user use cgo, and Go's own linker can link those"],
    },
    {
      name: "internal because it was asked for",
      mode: "internal",
      request: { linkmode: "internal" },
      cgo: ["example.com/c"],
      want: ["-linkmode=internal asks for it"],
    },
    {
      name: "external because it was asked for",
      mode: "external",
      request: { linkmode: "external" },
      cgo: ["net"],
      want: ["-linkmode=external asks for it"],
    },
    {
      name: "external because of the environment",
      mode: "external",
      request: { extlinkEnabled: true },
      cgo: ["net"],
      want: ["GO_EXTLINK_ENABLED=1 asks for it"],
    },
    {
      name: "the environment counts only where -linkmode says nothing",
      mode: "external",
      request: { extlinkEnabled: true, linkmode: "external" },
      want: ["-linkmode=external asks for it"],
    },
    { name: "external because of a package", mode: "external", cgo: ["net", "example.com/c"], want: [outside] },
    {
      name: "external because of two packages",
      mode: "external",
      cgo: ["plugin", "net", "example.com/c"],
      want: ["plugin and example.com/c use cgo and are not among the packages that Go links itself"],
    },
    ...["c-archive", "c-shared", "plugin", "shared"].map((buildmode) => ({
      name: `external because of -buildmode=${buildmode}`,
      mode: "external" as const,
      request: { buildmode },
      want: [`-buildmode=${buildmode} needs it`],
    })),
    {
      name: "every reason, in the linker's order",
      mode: "external",
      request: { linkmode: "external", buildmode: "c-shared" },
      cgo: ["example.com/c"],
      want: ["-linkmode=external asks for it", "-buildmode=c-shared needs it", outside],
    },
    {
      name: "external, and nothing shows why",
      mode: "external",
      request: { buildmode: "pie", linkmode: "auto" },
      cgo: ["net"],
      want: ["neither flags nor packages show why: the C flags of a cgo package may have asked for it"],
    },
  ];
  it.each(rows)("$name", ({ mode, request, cgo = [], want }) => {
    expect(linkReasons(mode, { ...nothing, ...request }, users(...cgo))).toEqual(want);
  });
});

describe("words", () => {
  it.each([
    { names: [], want: "" },
    { names: ["a"], want: "a" },
    { names: ["a", "b"], want: "a and b" },
    { names: ["a", "b", "c"], want: "a, b and c" },
    { names: ["a", "b", "c", "d"], want: "a, b, c and d" },
    { names: ["a", "b", "c", "d", "e"], want: "a, b, c and 2 more" },
    { names: "abcdefgh".split(""), want: "a, b, c and 5 more" },
  ])("listed($names)", ({ names, want }) => {
    expect(listed(names)).toBe(want);
  });

  it.each([
    { names: ["a"], want: "uses" },
    { names: ["a", "b"], want: "use" },
  ])("verb($names)", ({ names, want }) => {
    expect(verb(names)).toBe(want);
  });
});

describeWith(["go"], "the source of the real linker", () => {
  it("links by itself just the packages that are never blamed for an external link", () => {
    const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
    const source = readFileSync(join(goroot, "src/cmd/link/internal/ld/lib.go"), "utf8");
    const list = /var internalpkg = \[\]string\{([^}]*)\}/.exec(source)?.[1] ?? "";
    const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? "");
    expect(names).toContain("net");
    expect(linkReasons("external", nothing, users(...names))).toEqual(linkReasons("external", nothing, users("net")));
    for (const other of ["plugin", "net/http", "example.com/net"]) {
      expect(linkReasons("external", nothing, users(other))[0]).toContain(`${other} uses cgo and is not among`);
    }
  });
});
