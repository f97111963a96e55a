import { goflagsForBuild, readEnvFile } from "./goflags.ts";
import type { Environment } from "../model/environment.ts";

/** The variables that the go command and C compilers heed, but for folders of theirs. */
export const buildVariable =
  /^(?:GOFLAGS|GOENV|GOWORK|CC|CXX|FC|AR|PKG_CONFIG\w*|CGO_\w+|LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH)$/;

/** What `go build` reads from its environment and what changes the file that comes out (`go help environment`, go1.26). */
const always = [
  "GOFLAGS",
  "GOEXPERIMENT",
  "GOFIPS140",
  "GO386",
  "GOAMD64",
  "GOARM",
  "GOARM64",
  "GOMIPS",
  "GOMIPS64",
  "GOPPC64",
  "GORISCV64",
  "GOWASM",
  "GO_EXTLINK_ENABLED",
];
const withCgo = [
  "CC",
  "CXX",
  "FC",
  "AR",
  "PKG_CONFIG",
  "PKG_CONFIG_PATH",
  "PKG_CONFIG_LIBDIR",
  "PKG_CONFIG_SYSROOT_DIR",
  ...["CFLAGS", "CPPFLAGS", "CXXFLAGS", "FFLAGS", "LDFLAGS"].flatMap((name) =>
    ["", "_ALLOW", "_DISALLOW"].map((ending) => `CGO_${name}${ending}`),
  ),
  "COMPILER_PATH",
  "CPATH",
  "CPLUS_INCLUDE_PATH",
  "C_INCLUDE_PATH",
  "LIBRARY_PATH",
];

/**
 * The variables of an environment without which a command, pasted into a clean shell, would build another file. `cgoEnabled`: whether
 * cgo is on in that build; what is for C alone does nothing without it.
 */
export function shownVariables(env: Environment, cgoEnabled: boolean): Environment {
  const names = ["CGO_ENABLED", ...always, ...(cgoEnabled ? withCgo : [])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const given = env[name];
      const value = name === "GOFLAGS" ? goflagsForBuild(given ?? "").trim() : given;
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
}

/** The same variables in a file that `go env -w` writes: the go command of another machine, or of an image, does not have it. */
export function writtenVariables(text: string): Environment {
  return Object.fromEntries(
    ["CGO_ENABLED", ...always, ...withCgo].flatMap((name) => {
      const value = readEnvFile(text, name);
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
}
