import type { CCompilers } from "./c-compiler.ts";
import { importChain, type PackageGraph, reachable } from "./package-graph.ts";
import type { Platform } from "./platform.ts";
import type { Strategy } from "./strategies.ts";

/** Why a strategy cannot be tried on this platform with this machine's compilers, as a person can act on it; null when it can. */
export function compilerSkipReason(strategy: Strategy, platform: Platform, compilers: CCompilers): string | null {
  if (strategy.needs === "go") return null;
  if (!linksStatically.has(platform.goos)) {
    return `${platform.goos} has no static C library: every program there loads the system's own`;
  }
  if (strategy.needs === "musl") {
    if (platform.goos !== "linux") return "musl is a C library for Linux";
    if (compilers.musl !== null) return null;
    const names = compilers.lookedFor.musl.join(" or ");
    return `no musl compiler for ${platform.name}: ${names === "" ? "none is known" : `${names} is not on PATH`} (Debian and Ubuntu: apt-get install musl-tools)`;
  }
  if (strategy.buildmode === "pie" && platform.goos !== "linux") return `static-pie is not built for ${platform.goos}`;
  if (compilers.usual !== null) return null;
  const names = compilers.lookedFor.usual.join(" or ");
  return names === ""
    ? `no C compiler is known for ${platform.name}: set CC to one`
    : `no C compiler for ${platform.name}: ${names} is not on PATH; install it, or set CC`;
}

// Where a C compiler can produce a program without shared libraries at all. On the others libc is the system's interface.
const linksStatically = new Set(["linux", "freebsd", "netbsd", "dragonfly", "windows"]);

/**
 * Why a package cannot be built with cgo off: some package below it has nothing but cgo files. Null when that is not so.
 * `graph` is the cell's own, `cgoGraph` the same program with cgo on.
 */
export function cgoOnlyReason(main: string, graph: PackageGraph, cgoGraph: PackageGraph): string | null {
  const needed = reachable(graph, main);
  const culprit = [...needed].find((path) => {
    const error = graph.get(path)?.error ?? "";
    return error.includes("build constraints exclude all Go files") && (cgoGraph.get(path)?.cgoFiles.length ?? 0) > 0;
  });
  if (culprit === undefined) return null;
  if (culprit === main) return "the program has only cgo files, and this strategy turns cgo off";
  const chain = (importChain(cgoGraph, main, culprit) ?? [main, culprit]).join(" → ");
  return `${culprit} has only cgo files, and this strategy turns cgo off (${chain})`;
}
