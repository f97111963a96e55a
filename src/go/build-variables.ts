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
  "CGO_CFLAGS",
  "CGO_CFLAGS_ALLOW",
  "CGO_CPPFLAGS",
  "CGO_CXXFLAGS",
  "CGO_FFLAGS",
  "CGO_LDFLAGS",
  "CGO_LDFLAGS_ALLOW",
  "CPATH",
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
      const value = env[name];
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
}
