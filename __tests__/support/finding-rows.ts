import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, it } from "vitest";
import type { FindingKind } from "../../src/model/catalog.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { FindingLevel } from "../../src/model/finding-kind.ts";
import type { Cell } from "../../src/model/report.ts";
import { plainEnvironment, runEngine, writeModule } from "./engine.ts";
import { describeWith } from "./tools.ts";

// Every kind of finding, provoked by a real build or a real file, and the nearest harmless variant, which does not have it.

type Build = {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: string;
  readonly strategy?: string;
  readonly on?: string;
  /** Predicted instead of built, where a build would compile the standard library once more. */
  readonly mode?: "explain";
  /** What else has to be in the folder. */
  readonly prepare?: (dir: string) => void;
};

type Row = {
  readonly kind: FindingKind;
  readonly level: FindingLevel;
  readonly says: string;
  readonly build: Build;
  /** What is different in the harmless variant. */
  readonly harmless?: Build;
  /** Beside go and gcc. */
  readonly needs?: string;
};

export const main = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  "main.go": `package main\n\n${lines.join("\n")}\n`,
});
export const pure = main("func main() {}");
export const users = main('import _ "os/user"', "func main() {}");
const cgo = (preamble: string, call: string): Readonly<Record<string, string>> =>
  main(`/*\n${preamble}\n*/`, 'import "C"', `func main() { println(${call}) }`);
const ownCgo = cgo("static int answer(void) { return 42; }", "C.answer()");
const replaced =
  "module example.com/app\n\ngo 1.19\n\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ./dep\n";
const dockerfile = (image: string, builder = "golang:1.27", cgo = "1"): string =>
  [
    `FROM ${builder} AS build`,
    "WORKDIR /src",
    `ENV CGO_ENABLED=${cgo}`,
    "COPY . .",
    "RUN go build -o /app .",
    `FROM ${image}`,
    "COPY --from=build /app /app",
    "",
  ].join("\n");
const external = "-ldflags=-linkmode=external";
const externalStatic = "-ldflags='-linkmode=external -extldflags=-static'";

export const rows: readonly Row[] = [
  {
    kind: "android-libc",
    level: "error",
    says: "its loader is /lib64/ld-linux-x86-64.so.2, which no Android has",
    build: {
      files: pure,
      on: "android/arm64",
      strategy: "cgo-disabled",
      flags: "-ldflags=-I=/lib64/ld-linux-x86-64.so.2",
    },
    harmless: { flags: "" },
  },
  {
    kind: "boringcrypto",
    level: "warning",
    says: "with cgo off Go compiles its own cryptography",
    build: { files: pure, env: { GOEXPERIMENT: "boringcrypto" }, strategy: "cgo-disabled", mode: "explain" },
    harmless: { strategy: "default" },
  },
  {
    kind: "build-failed",
    level: "error",
    says: "undefined: missing",
    build: { files: main("func main() { missing() }") },
    harmless: { files: pure },
  },
  {
    kind: "c-flags",
    level: "warning",
    says: "-fcf-protection among the C flags",
    build: { files: users, env: { CGO_CFLAGS: "-O2 -fcf-protection" } },
    harmless: { env: { CGO_CFLAGS: "-O2" } },
  },
  {
    kind: "cgo-enabled-value",
    level: "warning",
    says: "CGO_ENABLED=false means nothing to Go, which knows only 0 and 1: cgo is on",
    build: { files: pure, env: { CGO_ENABLED: "false" } },
    harmless: { env: { CGO_ENABLED: "0" } },
  },
  {
    kind: "cgo-only",
    level: "info",
    says: "the program has only cgo files, and this strategy turns cgo off",
    build: { files: ownCgo, strategy: "cgo-disabled" },
    harmless: { files: pure },
  },
  {
    kind: "crash-at-start",
    level: "error",
    says: "dies with SIGTRAP at start",
    build: { files: pure, env: { GO_EXTLINK_ENABLED: "1" }, flags: "-ldflags=-extldflags=-static" },
    harmless: { env: {} },
  },
  {
    kind: "cross-compile",
    level: "info",
    says: "on linux/arm64 itself os/user uses cgo",
    build: { files: users, on: "linux/arm64", mode: "explain" },
    harmless: { strategy: "cgo-disabled" },
  },
  {
    kind: "dlopen",
    level: "warning",
    says: "it calls dlopen",
    build: { files: cgo("#include <dlfcn.h>", 'C.dlopen(C.CString("x"), 1)'), strategy: "external" },
    harmless: { strategy: "default" },
  },
  {
    kind: "dynamic",
    level: "info",
    says: "it needs libc.so.6: -linkmode=external asks for it, and the C compiler links shared libraries",
    build: { files: pure, flags: external },
    harmless: { flags: externalStatic },
  },
  {
    kind: "dynamic-import",
    level: "warning",
    says: "example.com/app loads C libraries without cgo (libc.so.6)",
    build: {
      files: main(
        'import _ "unsafe"',
        '//go:cgo_import_dynamic libc_getpid getpid "libc.so.6"',
        '//go:cgo_import_dynamic _ _ "libc.so.6"',
        "func main() {}",
      ),
      strategy: "cgo-disabled",
    },
    harmless: { files: pure },
  },
  {
    kind: "extldflags-ignored",
    level: "warning",
    says: "-extldflags=-static had no effect: Go's internal linker took the build, because only os/user uses cgo",
    build: { files: users, strategy: "extldflags" },
    harmless: { strategy: "external" },
  },
  {
    kind: "foreign-object",
    level: "info",
    says: "example.com/app/object brings object code of another compiler (.syso), and, as something else uses cgo",
    build: {
      files: {
        ...main('import _ "os/user"', 'import _ "example.com/app/object"', "func main() {}"),
        "object/object.go": "package object\n",
        "object.c": "//go:build ignore\nint answer(void) { return 42; }\n",
      },
      prepare: (dir) => {
        writeFileSync(join(dir, "object/x.c"), "int answer(void) { return 42; }\n");
        execFileSync("gcc", ["-c", "x.c", "-o", "x.syso"], { cwd: join(dir, "object") });
        rmSync(join(dir, "object/x.c"));
        rmSync(join(dir, "object.c"));
      },
    },
    harmless: {
      prepare: (dir) => {
        rmSync(join(dir, "object.c"));
      },
    },
  },
  {
    kind: "glibc-floor",
    level: "info",
    says: "it needs glibc 2.",
    build: { files: users },
    harmless: { strategy: "cgo-disabled" },
  },
  {
    kind: "glibc-library",
    level: "error",
    says: "gnu_get_libc_version",
    build: {
      files: cgo("const char *gnu_get_libc_version(void);", "C.GoString(C.gnu_get_libc_version())"),
      strategy: "musl",
    },
    harmless: { strategy: "default" },
  },
  {
    kind: "goflags-ignored",
    level: "warning",
    says: "GOFLAGS: -w is a word of its own, and go build leaves it out",
    build: { files: pure, env: { GOFLAGS: "-ldflags=-s -w" } },
    harmless: { env: { GOFLAGS: "'-ldflags=-s -w'" } },
  },
  {
    kind: "flag-overridden",
    level: "warning",
    says: "-ldflags=-extldflags=-static has no effect: go build uses only the last -ldflags, which is -ldflags=-s",
    build: { files: pure, flags: "-ldflags=-extldflags=-static -ldflags=-s" },
    harmless: { flags: "-ldflags=-s '-ldflags=-s -w'" },
  },
  {
    kind: "goflags-overridden",
    level: "warning",
    says: "GOFLAGS asks for -tags=mine, and -tags on the command line takes its place",
    build: { files: pure, env: { GOFLAGS: "-tags=mine" }, flags: "-tags=other" },
    harmless: { flags: "-tags=other,mine" },
  },
  {
    kind: "host-files",
    level: "info",
    says: "it reads time zones from the machine",
    build: {
      files: main(
        'import ("os"; "time")',
        "func main() { _, err := time.LoadLocation(os.Args[1]); println(err == nil) }",
      ),
      strategy: "cgo-disabled",
    },
    harmless: { flags: "-tags=timetzdata" },
  },
  {
    kind: "internal-linkmode",
    level: "warning",
    says: "-linkmode=internal does not make it static",
    build: { files: users, flags: "-ldflags=-linkmode=internal" },
    harmless: { files: pure },
  },
  {
    kind: "invalid-cgo-flag",
    level: "error",
    says: "#cgo LDFLAGS holds the flag -Wl,--no-keep-memory",
    build: { files: cgo("#cgo LDFLAGS: -Wl,--no-keep-memory", "C.int(1)") },
    harmless: { env: { CGO_LDFLAGS_ALLOW: "-Wl,--no-keep-memory" } },
  },
  {
    kind: "ldflags-pattern",
    level: "warning",
    says: "the -ldflags are for example.com/other, which does not match example.com/app",
    build: { files: pure, flags: "-ldflags=example.com/other=-s" },
    harmless: { flags: "-ldflags=example.com/...=-s" },
  },
  {
    kind: "linked-libraries",
    level: "warning",
    says: "libfoo.so comes from the #cgo LDFLAGS of example.com/app",
    build: {
      files: {
        ...cgo("#cgo LDFLAGS: -L${SRCDIR} -lfoo\nint foo(void);", "C.foo()"),
        "lib/foo.c": "int foo(void) { return 1; }\n",
      },
      prepare: (dir) => {
        execFileSync("gcc", ["-shared", "-fPIC", "-o", "libfoo.so", "lib/foo.c"], { cwd: dir });
      },
    },
    harmless: {
      prepare: (dir) => {
        execFileSync("gcc", ["-c", "-o", "foo.o", "lib/foo.c"], { cwd: dir });
        execFileSync("ar", ["rc", "libfoo.a", "foo.o"], { cwd: dir });
        rmSync(join(dir, "foo.o"));
      },
    },
  },
  {
    kind: "loader-only",
    level: "warning",
    says: "it needs no library, but the loader /lib",
    build: { files: pure, flags: "-buildmode=pie" },
    harmless: { flags: "" },
  },
  {
    kind: "lost-pie",
    level: "info",
    says: "-static made an ordinary one of it",
    build: { files: ownCgo, flags: `-buildmode=pie ${externalStatic}` },
    harmless: { flags: "-buildmode=pie -ldflags='-linkmode=external -extldflags=-static-pie'" },
  },
  {
    kind: "machine-fault",
    level: "error",
    says: "this machine ran out of disk space: ",
    build: { files: cgo("", "C.int(1)"), env: { CC: `sh -c 'ulimit -f 0; exec gcc "$@"' gcc` } },
    harmless: { env: { CC: `sh -c 'ulimit -n 1024; exec gcc "$@"' gcc` } },
  },
  {
    kind: "missing-header",
    level: "error",
    says: "the C header nosuchheader.h is not found: example.com/app includes it",
    build: { files: cgo("#include <nosuchheader.h>", "C.int(1)") },
    harmless: { files: cgo("#include <stdio.h>", "C.int(1)") },
  },
  {
    kind: "missing-library",
    level: "error",
    says: "the linker finds no library libnosuchlibrary",
    build: { files: cgo("#cgo LDFLAGS: -lnosuchlibrary", "C.int(1)") },
    harmless: { files: cgo("#cgo LDFLAGS: -lm", "C.int(1)") },
  },
  {
    kind: "missing-module",
    level: "error",
    says: "no module in go.mod provides the package example.com/absent",
    build: { files: main('import _ "example.com/absent"', "func main() {}") },
    harmless: { files: pure },
  },
  {
    kind: "module-files",
    level: "error",
    says: "go.mod cannot be read: go.mod:",
    build: { files: { ...pure, "go.mod": "module example.com/app\n\ngo 1.22\n\nnosuch line\n" } },
    harmless: { files: pure },
  },
  {
    kind: "musl-loader",
    level: "warning",
    says: "it needs musl's loader /lib/ld-musl-",
    build: { files: ownCgo, env: { CC: "musl-gcc" } },
    harmless: { flags: externalStatic },
    needs: "musl-gcc",
  },
  {
    kind: "needs-external",
    level: "error",
    says: "-linkmode=external needs the external linker, and cgo is off",
    build: { files: pure, env: { CGO_ENABLED: "0" }, flags: external },
    harmless: { env: {} },
  },
  {
    kind: "no-c-compiler",
    level: "warning",
    says: "cgo is off because Go found no C compiler here; on a machine with one os/user uses cgo",
    build: {
      files: users,
      env: { PATH: "bin" },
      prepare: (dir) => {
        mkdirSync(join(dir, "bin"));
        symlinkSync(execFileSync("which", ["go"], { encoding: "utf8" }).trim(), join(dir, "bin/go"));
      },
    },
    harmless: { strategy: "cgo-disabled" },
  },
  {
    kind: "no-effect",
    level: "info",
    says: "-installsuffix=cgo does nothing for static linking",
    build: { files: pure, flags: "-installsuffix=cgo" },
    harmless: { flags: "-tags=static_build" },
  },
  {
    kind: "nss",
    level: "warning",
    says: "the linker warns of get",
    build: { files: users, strategy: "external" },
    harmless: { strategy: "netgo" },
  },
  {
    kind: "other-glibc",
    level: "info",
    says: "Dockerfile:1 builds it in golang:1.22-bullseye with glibc 2.31, and here it is linked with",
    build: { files: { ...users, Dockerfile: dockerfile("debian:13", "golang:1.22-bullseye") }, strategy: "auto" },
    harmless: { files: { ...users, Dockerfile: dockerfile("debian:13", "golang:1.22-bullseye", "0") } },
  },
  {
    kind: "other-libc",
    level: "warning",
    says: "CC=musl-gcc asks for musl, and the file is linked against glibc: it has C++",
    build: {
      files: {
        ...cgo("int run(void);", "C.run()"),
        "run.cc": 'extern "C" int run() { return 5; }\n',
      },
      env: { CC: "musl-gcc" },
      flags: externalStatic,
    },
    harmless: { env: { CC: "gcc" } },
    needs: "musl-gcc",
  },
  {
    kind: "package-cgo",
    level: "info",
    says: "it needs libc.so.6, because example.com/app uses cgo",
    build: { files: ownCgo },
    harmless: { strategy: "external" },
  },
  {
    kind: "policy",
    level: "error",
    says: "and .github/go-linkage.yml:2 requires static",
    build: {
      files: users,
      prepare: (dir) => {
        mkdirSync(join(dir, ".github"), { recursive: true });
        writeFileSync(join(dir, ".github/go-linkage.yml"), "rules:\n  - require: static\n");
      },
    },
    harmless: { strategy: "cgo-disabled" },
  },
  {
    kind: "race",
    level: "warning",
    says: "-race is for debug builds",
    build: { files: pure, flags: "-race", mode: "explain" },
    harmless: { flags: "-race=false" },
  },
  {
    kind: "replacement",
    level: "info",
    says: "without cgo example.com/app/sum compiles working Go code in place of C code",
    build: {
      files: {
        ...main('import "example.com/app/sum"', "func main() { println(sum.Of(1, 2)) }"),
        "sum/c.go":
          'package sum\n\n// static int add(int a, int b) { return a + b; }\nimport "C"\n\nfunc Of(a, b int) int { return int(C.add(C.int(a), C.int(b))) }\n',
        "sum/go.go": "//go:build !cgo\n\npackage sum\n\nfunc Of(a, b int) int { return a + b }\n",
      },
      strategy: "cgo-disabled",
    },
    harmless: { strategy: "default" },
  },
  {
    kind: "runpath",
    level: "warning",
    says: "it looks for libraries in /opt/app/lib",
    build: { files: users, flags: "-ldflags=-r=/opt/app/lib" },
    harmless: { flags: "-ldflags=-r=$ORIGIN/lib" },
  },
  {
    kind: "self-relocation",
    level: "warning",
    says: "its code does not show that it relocates itself",
    build: {
      // glibc says by a note that its start code is there.
      files: {
        ...ownCgo,
        "notes.ld": "SECTIONS { /DISCARD/ : { *(.note.ABI-tag) } } INSERT AFTER .text;\n",
      },
      flags: `-buildmode=pie -ldflags='-linkmode=external -extldflags "-static-pie -Wl,-T,notes.ld"'`,
    },
    harmless: { flags: "-buildmode=pie -ldflags='-linkmode=external -extldflags=-static-pie'" },
  },
  {
    kind: "shared-library",
    level: "info",
    says: "-buildmode=c-shared makes a library",
    build: { files: ownCgo, flags: "-buildmode=c-shared" },
    harmless: { flags: "" },
  },
  {
    kind: "static-by-package",
    level: "info",
    says: "it is static because example.com/app/dep says -static",
    build: {
      files: {
        ...main('import _ "example.com/app/dep"', "func main() {}"),
        "dep/dep.go": 'package dep\n\n// #cgo LDFLAGS: -static\nimport "C"\n',
      },
    },
    harmless: { strategy: "external" },
  },
  {
    kind: "static-cgo-flags",
    level: "warning",
    says: "-static stands in CGO_LDFLAGS: which works here",
    build: { files: ownCgo, env: { CGO_LDFLAGS: "-static" } },
    harmless: { env: {}, flags: externalStatic },
  },
  {
    kind: "std-cgo",
    level: "info",
    says: "it needs libc.so.6, because os/user uses cgo",
    build: { files: users },
    harmless: { strategy: "netgo" },
  },
  {
    kind: "store-loader",
    level: "warning",
    says: "its loader is /nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2",
    build: { files: users, flags: "-ldflags=-I=/nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2" },
    harmless: { flags: "-ldflags=-I=/lib64/ld-linux-x86-64.so.2" },
  },
  {
    kind: "stub",
    level: "warning",
    says: "without cgo example.com/dep is a stub: Answer only returns an error or panics",
    build: {
      files: {
        ...main('import "example.com/dep"', "func main() { println(dep.Answer()) }"),
        "go.mod": replaced,
        "dep/go.mod": "module example.com/dep\n\ngo 1.19\n",
        "dep/cgo.go": 'package dep\n\nimport "C"\n\nfunc Answer() C.int { return 42 }\n',
        "dep/stub.go": '//go:build !cgo\n\npackage dep\n\nfunc Answer() int { panic("stub") }\n',
      },
      strategy: "cgo-disabled",
    },
    harmless: { strategy: "default" },
  },
  {
    kind: "undefined-reference",
    level: "error",
    says: "the linker does not find nowhere",
    build: { files: cgo("int nowhere(void);", "C.nowhere()") },
    harmless: { files: cgo("int nowhere(void) { return 1; }", "C.nowhere()") },
  },
  {
    kind: "undefined-without-cgo",
    level: "error",
    says: "example.com/app does not compile without cgo: what declares answer is in example.com/app/c.go, a cgo file",
    build: {
      files: {
        ...main("func main() { println(answer()) }"),
        "c.go": 'package main\n\nimport "C"\n\nfunc answer() C.int { return 42 }\n',
      },
      strategy: "cgo-disabled",
    },
    harmless: { strategy: "default" },
  },
  {
    kind: "wrong-c-compiler",
    level: "error",
    says: "the C compiler builds for another machine",
    build: { files: users, env: { CGO_ENABLED: "1", CC: "gcc" }, on: "linux/arm64" },
    harmless: { mode: "explain", env: { CGO_ENABLED: "1", CC: "aarch64-linux-gnu-gcc" } },
  },
  {
    kind: "wrong-image",
    level: "warning",
    says: "Dockerfile:6 puts it into scratch, where it does not start: it needs the loader",
    build: { files: { ...users, Dockerfile: dockerfile("scratch") }, strategy: "auto" },
    harmless: { files: { ...users, Dockerfile: dockerfile("debian:13") }, strategy: "auto" },
  },
];

export const scratch = mkdtempSync(join(tmpdir(), "findings-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function cellOf(dir: string, { files = {}, env = {}, prepare, ...build }: Build): Promise<Cell> {
  writeModule(dir, files);
  prepare?.(dir);
  const { flags = "", strategy = "default", on = "", mode = "check" } = build;
  const inputs = {
    mode,
    "working-directory": dir,
    packages: ".",
    platforms: on,
    strategies: strategy === "auto" ? "default" : strategy,
    ship: strategy,
    flags,
  };
  // A PATH that is relative would be refused by Go.
  const given = env.PATH === undefined ? env : { ...env, PATH: join(dir, env.PATH) };
  const [cell] = await runEngine(inputs, { ...plainEnvironment(), ...given });
  if (cell === undefined) throw new Error("no cell");
  return cell;
}

export const named = (findings: readonly Finding[], kind: FindingKind): readonly Finding[] =>
  findings.filter((each) => each.kind === kind);

/** The builds that have the finding. */
/** Slow ones: their C code is compiled, linked by several strategies, or for another processor. They are among the oracles. */
const slow: ReadonlySet<FindingKind> = new Set([
  "dlopen",
  "host-files",
  "internal-linkmode",
  "other-libc",
  "runpath",
  "std-cgo",
  "store-loader",
  "undefined-reference",
  "c-flags",
  "crash-at-start",
  "dynamic-import",
  "foreign-object",
  "glibc-floor",
  "glibc-library",
  "linked-libraries",
  "lost-pie",
  "machine-fault",
  "missing-library",
  "package-cgo",
  "self-relocation",
  "shared-library",
  "static-by-package",
  "static-cgo-flags",
  "wrong-c-compiler",
]);

export function isSlow({ kind }: Row): boolean {
  return slow.has(kind);
}

export function testFound(chosen: (row: Row) => boolean): void {
  testEach(({ kind, level, says, build }) => {
    it.concurrent(`${kind} is found`, async ({ expect }) => {
      const { findings, build: made } = await cellOf(join(scratch, kind), build);
      expect(named(findings, kind), made.output).toMatchObject([
        { kind, level, message: expect.stringContaining(says) as string },
      ]);
      // A loader that was asked for by hand is no rule's business.
      if (kind !== "android-libc") expect(named(findings, "prediction")).toEqual([]);
    });
  }, chosen);
}

/** The nearest builds that do not have it. */
export function testNotFound(): void {
  testEach(({ kind, build, harmless }) => {
    if (harmless === undefined) return;
    it.concurrent(`${kind} is not found where it is not`, async ({ expect }) => {
      const { findings, status, build: made } = await cellOf(join(scratch, `${kind}-not`), { ...build, ...harmless });
      expect({ status, output: made.output }).not.toMatchObject({ status: "failed" });
      expect(named(findings, kind)).toEqual([]);
      expect(named(findings, "prediction")).toEqual([]);
    });
  });
}

function testEach(test: (row: Row) => void, chosen: (row: Row) => boolean = () => true): void {
  const here = rows.filter(chosen);
  describeWith(["go", "gcc"], "of a build", () => {
    for (const row of here.filter(({ needs }) => needs === undefined)) test(row);
  });
  for (const row of here.filter(({ needs }) => needs !== undefined)) {
    describeWith(["go", "gcc", row.needs ?? ""], "of a build", () => {
      test(row);
    });
  }
}
