import { mergeFlags, parseGOFLAGS, parseGoFlags } from "../../src/go/go-flags.ts";
import { parsePlatform } from "../../src/go/platform.ts";
import { strategies } from "../../src/go/strategies.ts";
import type { GoPackage } from "../../src/model/packages.ts";
import type { PlannedCell } from "../../src/model/plan.ts";
import type { Strategy } from "../../src/model/strategy.ts";

/** Packages and planned cells by hand: only what a test is about has to be said. */

export function makePackage(given: Partial<GoPackage> & { readonly importPath: string }): GoPackage {
  return {
    name: given.importPath.split("/").at(-1) ?? "",
    dir: `/src/${given.importPath}`,
    standard: false,
    depOnly: true,
    own: false,
    goFiles: [],
    cgoFiles: [],
    ignoredGoFiles: [],
    otherFiles: [],
    cxxFiles: [],
    objectFiles: [],
    cgoCppflags: [],
    cgoCompilerFlags: [],
    cgoLdflags: [],
    cgoPkgConfig: [],
    imports: [],
    defaultPGOFile: null,
    inputs: [],
    state: "loaded",
    named: false,
    module: null,
    goMod: null,
    error: null,
    ...given,
  };
}

export type CellGiven = {
  readonly strategy?: string;
  readonly flags?: readonly string[];
  readonly goflags?: string;
  readonly on?: string;
  readonly packages?: readonly GoPackage[];
} & Partial<PlannedCell["cgoEnv"]>;

/** The program example.com/app, which imports all `packages`. */
export function makePlanned(given: CellGiven = {}): PlannedCell {
  const { strategy: name = "default", flags = [], goflags = "", on = "linux/amd64", packages = [], ...cgo } = given;
  const strategy: Strategy = strategies.find((each) => each.name === name) ?? strategies[0];
  const callerFlags = parseGoFlags(flags, "flags");
  const merged = mergeFlags(callerFlags, parseGOFLAGS(goflags), strategy);
  const main = makePackage({
    importPath: "example.com/app",
    name: "main",
    own: true,
    depOnly: false,
    goFiles: ["main.go"],
    imports: packages.map(({ importPath }) => importPath),
  });
  const graph = new Map([main, ...packages].map((each) => [each.importPath, each]));
  const buildmode = [...parseGOFLAGS(goflags), ...merged].findLast((flag) => flag.name === "-buildmode");
  return {
    package: main.importPath,
    packageDir: main.dir,
    moduleDir: main.dir,
    platform: parsePlatform(on, [on]),
    isNative: on === "linux/amd64",
    strategy,
    role: strategy.name === "default" ? "ships" : "compared",
    flags: merged,
    callerFlags,
    buildmode: buildmode?.value ?? "default",
    env: {},
    shownEnv: {},
    cgoEnv: {
      CC: "gcc",
      CGO_ENABLED: strategy.env.CGO_ENABLED ?? "1",
      CGO_CPPFLAGS: "",
      CGO_CFLAGS: "-O2 -g",
      CGO_CXXFLAGS: "-O2 -g",
      CGO_FFLAGS: "-O2 -g",
      CGO_LDFLAGS: "-O2 -g",
      ...cgo,
    },
    skip: null,
    graph,
    cgoGraph: graph,
  };
}
