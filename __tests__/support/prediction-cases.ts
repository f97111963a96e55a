import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// Links where the linker's choice is not the obvious one.

const goMod = "module example.com/app\n\ngo 1.19\n";
const main = (...imports: readonly string[]): string =>
  `package main\n\n${imports.map((path) => `import _ "${path}"\n`).join("")}\nfunc main() {}\n`;
const ownC = (ldflags = ""): string =>
  `package main\n\n${ldflags === "" ? "" : `// #cgo LDFLAGS: ${ldflags}\n`}// int one(void) { return 1; }\nimport "C"\n\nfunc main() { println(C.one()) }\n`;

const programs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pure: { "main.go": main() },
  net: { "main.go": main("net") },
  runtimecgo: { "main.go": main("runtime/cgo") },
  own: { "main.go": ownC() },
  ownstatic: { "main.go": ownC("-static") },
  object: {
    "main.go": main("example.com/app/object"),
    "object/object.go": "package object\n",
    "object/o.c.txt": "int o;\n",
  },
  objectnet: {
    "main.go": main("net", "example.com/app/object"),
    "object/object.go": "package object\n",
    "object/o.c.txt": "int o;\n",
  },
  directive: {
    "main.go": main("example.com/app/direct"),
    "direct/direct.go":
      'package direct\n\n//go:cgo_import_dynamic libc_getpid getpid "libc.so.6"\n\nfunc jump()\n\nvar Jump = jump\n\nfunc init() { Jump = jump }\n',
    "direct/direct.s": "TEXT ·jump(SB), 4, $0-0\n\tJMP libc_getpid(SB)\n",
  },
};

export type Case = {
  readonly program: keyof typeof programs;
  readonly strategy?: string;
  readonly flags?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: string;
};

export const cases: readonly Case[] = [
  { program: "net", env: { CGO_CFLAGS: "-O2 -flto" } },
  { program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" } },
  { program: "net", env: { CGO_CPPFLAGS: "-fcf-protection" } },
  { program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" }, strategy: "extldflags" },
  { program: "net", env: { CGO_CFLAGS: "-O2 -fcf-protection" }, flags: "-ldflags=-linkmode=internal" },
  { program: "net", env: { CGO_LDFLAGS: "-static" } },
  { program: "net", env: { CC: "gcc -static" } },
  { program: "net", env: { CC: "musl-gcc" } },
  { program: "net", env: { GO_EXTLINK_ENABLED: "1" } },
  { program: "net", env: { GO_EXTLINK_ENABLED: "0" } },
  { program: "own", env: { GO_EXTLINK_ENABLED: "0" } },
  { program: "pure", env: { GO_EXTLINK_ENABLED: "1" }, strategy: "extldflags" },
  { program: "pure", flags: "-ldflags='--linkmode=external -extldflags=-static'" },
  { program: "pure", flags: "-ldflags='all=-linkmode=external -extldflags=-static'" },
  { program: "net", flags: "-ldflags=example.com/other/...=-linkmode=external" },
  { program: "pure", strategy: "cgo-disabled", flags: "-ldflags='-linkmode=external -extldflags=-static'" },
  { program: "pure", flags: "-race" },
  { program: "net", flags: "-race -ldflags='-linkmode=external -extldflags=-static'" },
  { program: "own", flags: "-buildmode=pie -ldflags=-extldflags=-static" },
  { program: "own", flags: "-buildmode=pie -ldflags=-extldflags=-static-pie" },
  { program: "own", flags: "-ldflags=-extldflags=-static-pie" },
  { program: "net", flags: "-buildmode=pie -ldflags=-extldflags=-static-pie" },
  { program: "own", flags: "-buildmode=c-shared" },
  { program: "own", flags: "-buildmode=plugin" },
  { program: "own", flags: "-buildmode=plugin -ldflags=-extldflags=-static" },
  { program: "pure", flags: "-buildmode=c-shared", strategy: "cgo-disabled" },
  { program: "ownstatic" },
  { program: "runtimecgo" },
  { program: "object" },
  { program: "objectnet" },
  { program: "objectnet", strategy: "extldflags" },
  { program: "directive" },
  { program: "directive", strategy: "cgo-disabled" },
  { program: "net", env: { CGO_ENABLED: "no" } },
  { program: "net", env: { GOFLAGS: "-buildmode=pie" }, strategy: "cgo-disabled" },
  { program: "net", env: { GOFLAGS: "-tags=netgo" } },
  { program: "net", env: { GOFLAGS: "-tags=netgo" }, flags: "-tags=other" },
  ...[
    "linux/arm64",
    "linux/s390x",
    "linux/riscv64",
    "freebsd/amd64",
    "openbsd/amd64",
    "darwin/arm64",
    "windows/amd64",
  ].map((platform) => ({ program: "net", platform })),
  { program: "net", platform: "linux/386", flags: "-buildmode=pie" },
  { program: "net", platform: "linux/arm64", flags: "-buildmode=pie" },
  { program: "own", platform: "windows/amd64", env: { CGO_ENABLED: "1", CC: "x86_64-w64-mingw32-gcc" } },
];

export function titleOf({ program, strategy, flags, env = {}, platform }: Case): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return [program, ...variables, flags, strategy, platform].filter(Boolean).join(" ");
}

/** Writes the programs of all cases, each into a folder of its name. */
export function writePrograms(dir: string): void {
  for (const [name, files] of Object.entries(programs)) {
    for (const [path, text] of Object.entries({ "go.mod": goMod, ...files })) {
      const file = join(dir, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  for (const name of ["object", "objectnet"]) {
    const source = join(dir, name, "object/o.c.txt");
    execFileSync("gcc", ["-x", "c", "-c", source, "-o", join(dir, name, "object/object_linux_amd64.syso")]);
  }
}
