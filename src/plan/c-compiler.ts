import type { Exec, Ports } from "../ports/types.ts";
import { splitCC } from "../go/quoting.ts";
import type { Environment } from "../model/environment.ts";
import type { Plan } from "../model/plan.ts";
import type { Platform } from "../model/platform.ts";

/** The C compilers that this machine has for one platform. */
export type CCompilers = {
  /** What links against the platform's usual C library: null when there is none, with what was looked for. */
  readonly usual: CCompiler | null;
  readonly musl: CCompiler | null;
  readonly candidates: { readonly usual: readonly string[]; readonly musl: readonly string[] };
};

export type CCompiler = {
  /** As CC holds it, arguments included. */
  readonly command: string;
  /** What must be set for Go to use it; nothing when Go does so by itself. */
  readonly env: Environment;
};

// The names that Debian, Fedora and Arch give their cross compilers, by Go's platform.
const crossPrefix: Readonly<Record<string, string>> = {
  "linux/386": "i686-linux-gnu",
  "linux/amd64": "x86_64-linux-gnu",
  "linux/arm": "arm-linux-gnueabihf",
  "linux/arm64": "aarch64-linux-gnu",
  "linux/loong64": "loongarch64-linux-gnu",
  "linux/mips": "mips-linux-gnu",
  "linux/mipsle": "mipsel-linux-gnu",
  "linux/mips64": "mips64-linux-gnuabi64",
  "linux/mips64le": "mips64el-linux-gnuabi64",
  "linux/ppc64": "powerpc64-linux-gnu",
  "linux/ppc64le": "powerpc64le-linux-gnu",
  "linux/riscv64": "riscv64-linux-gnu",
  "linux/s390x": "s390x-linux-gnu",
  "windows/386": "i686-w64-mingw32",
  "windows/amd64": "x86_64-w64-mingw32",
};

// The names of musl-cross-make and of most musl toolchains built with it.
const muslPrefix: Readonly<Record<string, string>> = {
  "linux/386": "i686-linux-musl",
  "linux/amd64": "x86_64-linux-musl",
  "linux/arm": "arm-linux-musleabihf",
  "linux/arm64": "aarch64-linux-musl",
  "linux/loong64": "loongarch64-linux-musl",
  "linux/mips": "mips-linux-musl",
  "linux/mipsle": "mipsel-linux-musl",
  "linux/mips64le": "mips64el-linux-musl",
  "linux/ppc64le": "powerpc64le-linux-musl",
  "linux/riscv64": "riscv64-linux-musl",
  "linux/s390x": "s390x-linux-musl",
};

/** The C compiler for a platform's usual C library, as distributions call it; null where none is known. */
export function crossCompilerFor({ goos, goarch }: Pick<Platform, "goos" | "goarch">): string | null {
  const prefix = crossPrefix[`${goos}/${goarch}`];
  return prefix === undefined ? null : `${prefix}-gcc`;
}

type CompilerQuery = {
  readonly platform: Platform;
  /** GOHOSTOS/GOHOSTARCH */
  readonly host: string;
  /** `go env CC` for the platform. */
  readonly goCC: string;
  /** Whether the caller set CC himself, so that it counts for foreign platforms too. */
  readonly ccIsExplicit: boolean;
  readonly env: Environment;
};

/** The same of the C++ compiler. */
type CxxQuery = CompilerQuery & { readonly goCXX: string; readonly cxxIsExplicit: boolean };

type Machine = Pick<Ports, "ask" | "files">;

/** Looks the compilers up on PATH; starts at most one program (`cc -dumpmachine`, to recognise a machine that is musl itself). */
export async function findCCompilers(query: CompilerQuery, ports: Machine): Promise<CCompilers> {
  const names = compilerNames(query);
  const usual = await firstFound(names.usual, (command) => find(["CC", command], query, ports));
  const named = await firstFound(names.musl, (command) => find(["CC", command], query, ports));
  const isMusl = named === null && usual !== null && query.platform.goos === "linux";
  const musl = isMusl && (await isMuslCompiler(usual.command, query.env, ports.ask)) ? usual : named;
  return { usual, musl, candidates: names };
}

/** What a program with C++ takes: Go links it with CXX (setextld in cmd/go/internal/work/gc.go), so CC and CXX have to fit. */
export async function findCxxCompilers(query: CxxQuery, ports: Machine): Promise<CCompilers> {
  const { goCXX, cxxIsExplicit, env, platform, host } = query;
  const names = compilerNames(query);
  const isNative = `${platform.goos}/${platform.goarch}` === host;
  const ownCxx = cxxIsExplicit || (isNative && !query.goCC.includes("musl")) ? goCXX : null;
  const isMuslCxx = cxxIsExplicit && platform.goos === "linux" && (await isMuslCompiler(goCXX, env, ports.ask));
  const usualPairs = pairsOf(names.usual, ownCxx);
  const muslPairs = pairsOf(names.musl, isMuslCxx ? goCXX : null);
  const findPair = (pair: Pair): Promise<CCompiler | null> => findBoth(pair, query, ports);
  const usual = await firstFound(usualPairs, findPair);
  const named = await firstFound(muslPairs, findPair);
  const isMusl = named === null && usual !== null && platform.goos === "linux";
  const musl = isMusl && (await isMuslCompiler(usual.command, env, ports.ask)) ? usual : named;
  const cxxNames = (pairs: readonly Pair[]): readonly string[] => [...new Set(pairs.map(({ cxx }) => cxx))];
  return { usual, musl, candidates: { usual: cxxNames(usualPairs), musl: cxxNames(muslPairs) } };
}

function compilerNames({ platform, host, goCC, ccIsExplicit }: CompilerQuery): CCompilers["candidates"] {
  const port = `${platform.goos}/${platform.goarch}`;
  const native = port === host;
  const cross = crossPrefix[port];
  const usual = native || ccIsExplicit ? [goCC] : cross === undefined ? [] : [`${cross}-gcc`];
  if (platform.goos !== "linux") return { usual, musl: [] };
  const prefix = muslPrefix[port];
  return { usual, musl: [...(native ? ["musl-gcc"] : []), ...(prefix === undefined ? [] : [`${prefix}-gcc`])] };
}

type Pair = { readonly cc: string; readonly cxx: string };

/** Each C compiler with the C++ compiler that the caller named, else with its own. */
function pairsOf(compilers: readonly string[], cxx: string | null): readonly Pair[] {
  return compilers.flatMap((cc) => {
    const beside = cxx ?? cxxBeside(cc);
    return beside === null ? [] : [{ cc, cxx: beside }];
  });
}

/** `aarch64-linux-gnu-g++` for `aarch64-linux-gnu-gcc`, `zig c++ -target …` for `zig cc -target …`; null for other names. */
function cxxBeside(cc: string): string | null {
  const [program = ""] = splitCC(cc);
  const zig = /^((?:[^\s'"]*\/)?zig) cc( .*)?$/.exec(cc);
  if (zig !== null) return `${zig[1] ?? ""} c++${zig[2] ?? ""}`;
  const name = /^(.*?)(gcc|clang|cc)((?:-\d+(?:\.\d+)*)?)$/.exec(program);
  if (name === null || !cc.startsWith(program)) return null;
  const [, prefix = "", compiler = "", version = ""] = name;
  if (prefix !== "" && !/[-/]$/.test(prefix)) return null;
  return `${prefix}${cxxNames[compiler] ?? "c++"}${version}${cc.slice(program.length)}`;
}

const cxxNames: Readonly<Record<string, string>> = { gcc: "g++", clang: "clang++", cc: "c++" };

async function findBoth({ cc, cxx }: Pair, query: CxxQuery, ports: Machine): Promise<CCompiler | null> {
  const c = await find(["CC", cc], query, ports);
  const cPlusPlus = await find(["CXX", cxx], query, ports);
  return c === null || cPlusPlus === null ? null : { command: cc, env: { ...c.env, ...cPlusPlus.env } };
}

async function find(
  [variable, command]: readonly ["CC" | "CXX", string],
  query: CompilerQuery & Partial<CxxQuery>,
  ports: Machine,
): Promise<CCompiler | null> {
  const program = splitCC(command)[0];
  if (program === undefined || (await ports.files.which(program, query.env)) === undefined) return null;
  const isTaken = command === (variable === "CC" ? query.goCC : query.goCXX);
  return { command, env: isTaken ? {} : { [variable]: command } };
}

async function firstFound<T>(
  names: readonly T[],
  findOne: (name: T) => Promise<CCompiler | null>,
): Promise<CCompiler | null> {
  for (const name of names) {
    const found = await findOne(name);
    if (found !== null) return found;
  }
  return null;
}

/** On Alpine the plain gcc is a musl compiler: its target triple says so. */
async function isMuslCompiler(command: string, env: Environment, ask: Exec): Promise<boolean> {
  const [program = "", ...args] = splitCC(command);
  const result = await ask(program, [...args, "-dumpmachine"], { cwd: ".", env });
  return result.exitCode === 0 && result.stdout.includes("musl");
}

/** The C compiler of the go command, for the report: its path and what it calls itself; null when it is not there. */
export async function describeCompiler(
  goCC: string,
  { dir, env }: { readonly dir: string; readonly env: Environment },
  ports: Pick<Ports, "ask" | "files">,
): Promise<Plan["cc"]> {
  const [program = "", ...args] = splitCC(goCC);
  const path = await ports.files.which(program, env);
  if (path === undefined) return null;
  const result = await ports.ask(path, [...args, "--version"], { cwd: dir, env });
  return { path, version: result.stdout.split("\n")[0]?.trim() ?? "" };
}
