import type { Exec, Ports } from "../ports/types.ts";
import { splitCC } from "../go/quoting.ts";
import type { Environment } from "../model/environment.ts";
import type { Platform } from "../model/plan.ts";

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

/** Looks the compilers up on PATH; starts at most one program (`cc -dumpmachine`, to recognise a machine that is musl itself). */
export async function findCCompilers(query: CompilerQuery, ports: Pick<Ports, "ask" | "files">): Promise<CCompilers> {
  const { platform, host, goCC, ccIsExplicit, env } = query;
  const port = `${platform.goos}/${platform.goarch}`;
  const native = port === host;
  const find = async (command: string): Promise<CCompiler | null> => {
    const program = splitCC(command)[0];
    if (program === undefined || (await ports.files.which(program, env)) === undefined) return null;
    return { command, env: command === goCC ? {} : { CC: command } };
  };

  const cross = crossPrefix[port];
  const usualNames = native || ccIsExplicit ? [goCC] : cross === undefined ? [] : [`${cross}-gcc`];
  const usual = await firstFound(usualNames, find);

  if (platform.goos !== "linux") return { usual, musl: null, candidates: { usual: usualNames, musl: [] } };
  const prefix = muslPrefix[port];
  const muslNames = [...(native ? ["musl-gcc"] : []), ...(prefix === undefined ? [] : [`${prefix}-gcc`])];
  let musl = await firstFound(muslNames, find);
  if (musl === null && usual !== null && (await isMuslCompiler(usual, env, ports.ask))) musl = usual;
  return { usual, musl, candidates: { usual: usualNames, musl: muslNames } };
}

async function firstFound(
  names: readonly string[],
  find: (name: string) => Promise<CCompiler | null>,
): Promise<CCompiler | null> {
  for (const name of names) {
    const found = await find(name);
    if (found !== null) return found;
  }
  return null;
}

/** On Alpine the plain gcc is a musl compiler: its target triple says so. */
async function isMuslCompiler(compiler: CCompiler, env: Environment, ask: Exec): Promise<boolean> {
  const [program = "", ...args] = splitCC(compiler.command);
  const result = await ask(program, [...args, "-dumpmachine"], { cwd: ".", env });
  return result.exitCode === 0 && result.stdout.includes("musl");
}
