import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { type CCompilers, findCCompilers, findCxxCompilers } from "../../src/plan/c-compiler.ts";
import { plan } from "../../src/plan/plan-builds.ts";
import { parsePlatform } from "../../src/go/platform.ts";
import { makeGo } from "../../src/go/command.ts";
import { makeFiles } from "../../src/ports/files.ts";
import type { Ports } from "../../src/ports/types.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import { fakeWorld, realExec } from "../install/world.ts";
import { root } from "../support/cli.ts";
import { describeWith } from "../support/tools.ts";

type Machine = {
  /** Programs on PATH. */
  readonly has: readonly string[];
  /** What `-dumpmachine` prints; a machine without it must not be asked. */
  readonly triple?: string;
  readonly exitCode?: number;
};

function machine({ has, triple, exitCode = 0 }: Machine): { ports: Ports; asked: string[] } {
  const asked: string[] = [];
  const { ports } = fakeWorld({ files: Object.fromEntries(has.map((name) => [`/bin/${name}`, ""])) });
  const exec: Ports["ask"] = (program, args) => {
    asked.push([program, ...args].join(" "));
    if (triple === undefined) return Promise.reject(new Error("not to be asked"));
    return Promise.resolve({ exitCode, signal: null, stdout: `${triple}\n`, stderr: "", durationMs: 1 });
  };
  return { ports: { ...ports, ask: exec }, asked };
}

type Row = Machine & {
  readonly name: string;
  readonly on?: string;
  readonly cc?: string;
  readonly explicit?: boolean;
  readonly want: CCompilers;
};

function find({ on = "linux/amd64", cc = "gcc", explicit = false, ...rest }: Omit<Row, "name" | "want">): {
  found: Promise<CCompilers>;
  asked: string[];
} {
  const { ports, asked } = machine(rest);
  const platform = parsePlatform(on, [on]);
  const question = { platform, host: "linux/amd64", goCC: cc, ccIsExplicit: explicit, env: { PATH: "/bin" } };
  return { found: findCCompilers(question, ports), asked };
}

const gnu = "x86_64-linux-gnu";
const musl = { command: "musl-gcc", env: { CC: "musl-gcc" } };
const muslNames = ["musl-gcc", "x86_64-linux-musl-gcc"];

const rows: readonly Row[] = [
  {
    name: "gcc and musl-gcc",
    has: ["gcc", "musl-gcc"],
    want: { usual: { command: "gcc", env: {} }, musl, candidates: { usual: ["gcc"], musl: muslNames } },
  },
  {
    name: "gcc alone",
    has: ["gcc"],
    triple: gnu,
    want: { usual: { command: "gcc", env: {} }, musl: null, candidates: { usual: ["gcc"], musl: muslNames } },
  },
  { name: "nothing", has: [], want: { usual: null, musl: null, candidates: { usual: ["gcc"], musl: muslNames } } },
  {
    name: "only musl",
    has: ["musl-gcc"],
    want: { usual: null, musl, candidates: { usual: ["gcc"], musl: muslNames } },
  },
  {
    name: "a musl cross compiler for the machine itself",
    has: ["gcc", "x86_64-linux-musl-gcc"],
    want: {
      usual: { command: "gcc", env: {} },
      musl: { command: "x86_64-linux-musl-gcc", env: { CC: "x86_64-linux-musl-gcc" } },
      candidates: { usual: ["gcc"], musl: muslNames },
    },
  },
  {
    name: "Alpine: gcc is a musl compiler",
    has: ["gcc"],
    triple: "x86_64-alpine-linux-musl",
    want: {
      usual: { command: "gcc", env: {} },
      musl: { command: "gcc", env: {} },
      candidates: { usual: ["gcc"], musl: muslNames },
    },
  },
  {
    name: "a compiler that does not know -dumpmachine",
    has: ["gcc"],
    triple: "musl?",
    exitCode: 1,
    want: { usual: { command: "gcc", env: {} }, musl: null, candidates: { usual: ["gcc"], musl: muslNames } },
  },
  {
    name: "CC with arguments",
    has: ["clang"],
    cc: "clang -m64",
    triple: gnu,
    want: {
      usual: { command: "clang -m64", env: {} },
      musl: null,
      candidates: { usual: ["clang -m64"], musl: muslNames },
    },
  },
  {
    name: "CC is musl-gcc itself",
    has: ["musl-gcc"],
    cc: "musl-gcc",
    want: {
      usual: { command: "musl-gcc", env: {} },
      musl: { command: "musl-gcc", env: {} },
      candidates: { usual: ["musl-gcc"], musl: muslNames },
    },
  },
  {
    name: "a foreign platform takes the cross compiler, never the machine's own",
    has: ["gcc", "musl-gcc", "aarch64-linux-gnu-gcc", "aarch64-linux-musl-gcc"],
    on: "linux/arm64",
    want: {
      usual: { command: "aarch64-linux-gnu-gcc", env: { CC: "aarch64-linux-gnu-gcc" } },
      musl: { command: "aarch64-linux-musl-gcc", env: { CC: "aarch64-linux-musl-gcc" } },
      candidates: { usual: ["aarch64-linux-gnu-gcc"], musl: ["aarch64-linux-musl-gcc"] },
    },
  },
  {
    name: "a foreign platform without its cross compiler",
    has: ["gcc", "musl-gcc"],
    on: "linux/arm64",
    want: {
      usual: null,
      musl: null,
      candidates: { usual: ["aarch64-linux-gnu-gcc"], musl: ["aarch64-linux-musl-gcc"] },
    },
  },
  {
    name: "a foreign platform with the CC that the caller set",
    has: ["zig"],
    on: "linux/arm64",
    cc: "zig cc -target aarch64-linux-musl",
    explicit: true,
    triple: "aarch64-unknown-linux-musl",
    want: {
      usual: { command: "zig cc -target aarch64-linux-musl", env: {} },
      musl: { command: "zig cc -target aarch64-linux-musl", env: {} },
      candidates: { usual: ["zig cc -target aarch64-linux-musl"], musl: ["aarch64-linux-musl-gcc"] },
    },
  },
  {
    name: "windows has no musl",
    has: ["x86_64-w64-mingw32-gcc"],
    on: "windows/amd64",
    want: {
      usual: { command: "x86_64-w64-mingw32-gcc", env: { CC: "x86_64-w64-mingw32-gcc" } },
      musl: null,
      candidates: { usual: ["x86_64-w64-mingw32-gcc"], musl: [] },
    },
  },
  {
    name: "a platform whose cross compiler has no known name",
    has: ["gcc"],
    on: "freebsd/amd64",
    want: { usual: null, musl: null, candidates: { usual: [], musl: [] } },
  },
];

describe("findCCompilers", () => {
  it.each(rows)("$name", async ({ name: _, want, ...rest }) => {
    expect(await find(rest).found).toEqual(want);
  });

  it("asks the compiler with its own arguments", async () => {
    const { found, asked } = find({ has: ["my cc"], cc: "'my cc' -m64", triple: gnu });
    expect((await found).usual).toEqual({ command: "'my cc' -m64", env: {} });
    expect(asked).toEqual(["my cc -m64 -dumpmachine"]);
  });

  it("says that CC cannot be read", async () => {
    const { found } = find({ has: ["gcc"], cc: "gcc 'x", explicit: true });
    await expect(found).rejects.toThrow(new ConfigError(`CC: "gcc 'x": unterminated ' string`));
  });
});

type CxxRow = Omit<Row, "want"> & {
  readonly cxx?: string;
  /** CXX was set. */
  readonly named?: boolean;
  /** What has to be set for each; null where there is none. */
  readonly usual: Readonly<Record<string, string>> | null;
  readonly musl: Readonly<Record<string, string>> | null;
  /** The C++ compilers that were looked for. */
  readonly names?: CCompilers["candidates"];
};

const muslCxx = ["musl-g++", "x86_64-linux-musl-g++"];
const cxxRows: readonly CxxRow[] = [
  {
    name: "Debian: musl-gcc has no C++ compiler",
    has: ["gcc", "g++", "musl-gcc"],
    triple: gnu,
    usual: {},
    musl: null,
    names: { usual: ["g++"], musl: muslCxx },
  },
  { name: "a wrapper for C++", has: ["musl-gcc", "musl-g++"], usual: null, musl: { CC: "musl-gcc", CXX: "musl-g++" } },
  {
    name: "both from the same toolchain, also when musl-gcc is here",
    has: ["gcc", "g++", "musl-gcc", "x86_64-linux-musl-gcc", "x86_64-linux-musl-g++"],
    usual: {},
    musl: { CC: "x86_64-linux-musl-gcc", CXX: "x86_64-linux-musl-g++" },
  },
  { name: "Alpine", has: ["gcc", "g++"], triple: "x86_64-alpine-linux-musl", usual: {}, musl: {} },
  { name: "no C++ compiler at all", has: ["gcc"], usual: null, musl: null, names: { usual: ["g++"], musl: muslCxx } },
  {
    name: "CC is musl-gcc, and CXX still glibc's",
    has: ["musl-gcc", "g++"],
    cc: "musl-gcc",
    explicit: true,
    usual: null,
    musl: null,
    names: { usual: ["musl-g++"], musl: muslCxx },
  },
  {
    name: "CC and CXX are zig's",
    has: ["zig"],
    cc: "zig cc -target x86_64-linux-musl",
    explicit: true,
    cxx: "zig c++ -target x86_64-linux-musl",
    named: true,
    triple: "x86_64-unknown-linux-musl",
    usual: {},
    musl: {},
  },
  {
    name: "CC alone is zig's",
    has: ["zig", "g++"],
    cc: "zig cc -target aarch64-linux-musl",
    explicit: true,
    on: "linux/arm64",
    triple: "aarch64-unknown-linux-musl",
    usual: { CXX: "zig c++ -target aarch64-linux-musl" },
    musl: { CXX: "zig c++ -target aarch64-linux-musl" },
  },
  {
    name: "a foreign platform",
    has: ["gcc", "g++", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-g++", "aarch64-linux-musl-gcc"],
    on: "linux/arm64",
    triple: "aarch64-linux-gnu",
    usual: { CC: "aarch64-linux-gnu-gcc", CXX: "aarch64-linux-gnu-g++" },
    musl: null,
    names: { usual: ["aarch64-linux-gnu-g++"], musl: ["aarch64-linux-musl-g++"] },
  },
  {
    name: "a foreign platform with CC alone",
    has: ["g++", "clang-19", "clang++-19"],
    cc: "clang-19 --target=riscv64-linux-gnu",
    explicit: true,
    on: "linux/riscv64",
    triple: "riscv64-unknown-linux-gnu",
    usual: { CXX: "clang++-19 --target=riscv64-linux-gnu" },
    musl: null,
  },
  {
    name: "a foreign platform and a CC whose C++ compiler nobody knows",
    has: ["my-compiler", "g++"],
    cc: "my-compiler",
    explicit: true,
    on: "linux/arm64",
    usual: null,
    musl: null,
    names: { usual: [], musl: ["aarch64-linux-musl-g++"] },
  },
  {
    name: "windows",
    has: ["g++", "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-g++"],
    on: "windows/amd64",
    usual: { CC: "x86_64-w64-mingw32-gcc", CXX: "x86_64-w64-mingw32-g++" },
    musl: null,
  },
  {
    name: "windows with the CXX that the caller set",
    has: ["x86_64-w64-mingw32-gcc", "my-g++"],
    on: "windows/amd64",
    cxx: "my-g++",
    named: true,
    usual: { CC: "x86_64-w64-mingw32-gcc" },
    musl: null,
  },
];

describe("findCxxCompilers", () => {
  it.each(cxxRows)("$name", async ({ on = "linux/amd64", cc = "gcc", cxx = "g++", ...row }) => {
    const { ports } = machine(row);
    const platform = parsePlatform(on, [on]);
    const given = { ccIsExplicit: row.explicit ?? false, cxxIsExplicit: row.named ?? false };
    const query = { platform, host: "linux/amd64", goCC: cc, goCXX: cxx, ...given, env: { PATH: "/bin" } };
    const found = await findCxxCompilers(query, ports);
    expect({ usual: found.usual?.env ?? null, musl: found.musl?.env ?? null }).toEqual({
      usual: row.usual,
      musl: row.musl,
    });
    if (row.names !== undefined) expect(found.candidates).toEqual(row.names);
  });
});

describeWith(["go", "gcc"], "the plan of a machine whose CC is a path with a space", () => {
  let dir = "";
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "my compilers "));
    symlinkSync(execFileSync("which", ["gcc"], { encoding: "utf8" }).trim(), join(dir, "gcc"));
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it("names the compiler and tries what needs one", async () => {
    const env = { ...(process.env as Record<string, string>), GOFLAGS: "", CC: `'${join(dir, "gcc")}' -O1` };
    const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
    const go = join(goroot, "bin", "go");
    const toolchain = { version: "", root: goroot, go, source: "path", why: "", sha256: null, env } as const;
    const { ports } = fakeWorld({ env });
    const request = parseRequest({ strategies: "external" });
    if (request.mode !== "check") throw new Error("check is the default");
    const modules = [{ dir: join(root, "examples/pure"), patterns: ["."] }];
    const planned = await plan(request, modules, {
      go: makeGo(toolchain, { ask: realExec, work: realExec }),
      ports: { ...ports, ask: realExec, files: makeFiles(tmpdir()).files },
      release: null,
    });
    expect(planned.cc?.path).toBe(join(dir, "gcc"));
    expect(planned.cc?.version).toMatch(/^gcc /);
    expect(planned.cells.map(({ strategy, skip }) => [strategy.name, skip])).toEqual([
      ["default", null],
      ["external", null],
    ]);
  });
});
