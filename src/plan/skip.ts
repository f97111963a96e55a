import type { CCompilers } from "./c-compiler.ts";
import type { PackageGraph } from "../model/packages.ts";
import { reachable, importChain } from "../model/packages.ts";
import type { Skip } from "../model/plan.ts";
import type { Platform } from "../model/platform.ts";
import type { Strategy } from "../model/strategy.ts";

/** Why a strategy cannot be tried on this platform with this machine's compilers; null when it can. */
export function compilerSkip(strategy: Strategy, platform: Platform, compilers: CCompilers): Skip | null {
  if (strategy.needs === "go") return null;
  const impossible = whyImpossible(strategy, platform);
  if (impossible !== null) return { reason: impossible, fault: "sources" };
  const lacking = strategy.needs === "musl" ? lackingMusl(platform, compilers) : lackingCompiler(platform, compilers);
  return lacking === null ? null : { reason: lacking, fault: "machine" };
}

/** The same of a program with C++: `compilers` are those that come with a C++ compiler. */
export function cxxSkip(strategy: Strategy, { name }: Platform, compilers: CCompilers): Skip | null {
  if (strategy.needs === "go") return null;
  const which = strategy.needs === "musl" ? "musl" : "usual";
  if (compilers[which] !== null) return null;
  const names = compilers.candidates[which].join(" or ");
  const reason =
    which === "musl"
      ? `no C++ compiler for musl on ${name}: ${names === "" ? "none is known" : `${names} is not on PATH`}, and Go links a program with C++ by CXX (musl-tools has none; a musl cross toolchain has, and zig c++)`
      : names === ""
        ? `no C++ compiler is known for ${name}: set CXX to one`
        : `no C++ compiler for ${name}: ${names} is not on PATH, and Go links a program with C++ by CXX; install it, or set CXX`;
  return { reason, fault: "machine" };
}

/** What no machine can build. */
function whyImpossible(strategy: Strategy, { goos }: Platform): string | null {
  if (withoutCgo.has(goos)) return `Go has no cgo for ${goos}: no C compiler links its programs`;
  if (!linksStatically.has(goos)) return `${goos} has no static C library: every program there loads the system's own`;
  if (strategy.needs === "musl") return goos === "linux" ? null : "musl is a C library for Linux";
  return strategy.buildmode === "pie" && goos !== "linux" ? `static-pie is not built for ${goos}` : null;
}

function lackingMusl({ name }: Platform, { musl, candidates }: CCompilers): string | null {
  if (musl !== null) return null;
  const names = candidates.musl.join(" or ");
  // musl-tools brings musl-gcc, for the machine's own processor and no other.
  const advice = candidates.musl.includes("musl-gcc")
    ? "Debian and Ubuntu: apt-get install musl-tools"
    : `musl-tools has none for other processors: use a cross compiler of musl-cross-make, or set CC to zig cc -target ${zigTarget(name)}`;
  return `no musl compiler for ${name}: ${names === "" ? "none is known" : `${names} is not on PATH`} (${advice})`;
}

/** Zig's name of a platform with musl, from docker's (`zig targets`, zig 0.17). */
function zigTarget(platform: string): string {
  const [, goarch = "", variant] = platform.split("/");
  const named = zigTargets[goarch] ?? `${goarch}-linux-musl`;
  return goarch === "arm" && (variant === "v5" || variant === "v6") ? "arm-linux-musleabi" : named;
}

const zigTargets: Readonly<Record<string, string>> = {
  "386": "x86-linux-musl",
  amd64: "x86_64-linux-musl",
  arm: "arm-linux-musleabihf",
  arm64: "aarch64-linux-musl",
  loong64: "loongarch64-linux-musl",
  mips: "mips-linux-musleabi",
  mipsle: "mipsel-linux-musleabi",
  mips64: "mips64-linux-muslabi64",
  mips64le: "mips64el-linux-muslabi64",
  ppc64: "powerpc64-linux-musl",
  ppc64le: "powerpc64le-linux-musl",
};

function lackingCompiler({ name }: Platform, { usual, candidates }: CCompilers): string | null {
  if (usual !== null) return null;
  const names = candidates.usual.join(" or ");
  return names === ""
    ? `no C compiler is known for ${name}: set CC to one`
    : `no C compiler for ${name}: ${names} is not on PATH; install it, or set CC`;
}

// Where a C compiler can produce a program without shared libraries at all. On the others libc is the system's interface.
const linksStatically = new Set(["linux", "freebsd", "netbsd", "dragonfly", "windows"]);

// Ports for which the go command refuses cgo (cgoEnabled in cmd/dist/build.go), as far as they have no libraries either.
const withoutCgo = new Set(["js", "wasip1", "plan9"]);

/**
 * Why a package cannot be built with cgo off: some package below it has nothing but cgo files. Null when that is not so.
 * `whyOff` says what turned cgo off; `graph` is the cell's own, `cgoGraph` the same program with cgo on.
 */
export function cgoOnlyReason(
  main: string,
  { graph, cgoGraph, whyOff }: { graph: PackageGraph; cgoGraph: PackageGraph; whyOff: string },
): string | null {
  const culprit = [...reachable(graph, main)].find((path) => {
    const found = graph.get(path);
    // That no file is left says it: with a test beside them the go command reports no error.
    // A pattern such as ./... passes over a main package without files: then the listing has nothing of it.
    const empty = found === undefined ? path === main : found.goFiles.length === 0 && found.cgoFiles.length === 0;
    return empty && (cgoGraph.get(path)?.cgoFiles.length ?? 0) > 0;
  });
  if (culprit === undefined) return null;
  if (culprit === main) return `the program has only cgo files, and ${whyOff}`;
  const chain = (importChain(cgoGraph, main, culprit) ?? [main, culprit]).join(" → ");
  return `${culprit} has only cgo files, and ${whyOff} (${chain})`;
}

/** What turned cgo off in a build that did not ask for cgo (cmd/go/internal/cfg/cfg.go, go1.26). */
export function whyCgoIsOff(strategy: Strategy, native: boolean): string {
  if (strategy.env.CGO_ENABLED === "0") return "this strategy turns cgo off";
  if (!native)
    return "Go turns cgo off when it builds for another platform (CGO_ENABLED=1 with a cross compiler in CC turns it on)";
  return "cgo is off on this machine (no C compiler was found, or CGO_ENABLED=0 is set)";
}
