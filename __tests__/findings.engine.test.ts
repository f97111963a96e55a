import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { catalog, type FindingKind } from "../src/model/catalog.ts";
import type { FindingLevel } from "../src/model/finding-kind.ts";
import { findingsOf, findingsOfFile } from "../src/explain/findings.ts";
import { inspect } from "../src/inspect/inspect-bytes.ts";
import { makeFiles } from "../src/ports/files.ts";
import { linkFacts } from "../src/predict/link-facts.ts";
import { decideLinkMode } from "../src/predict/predict-link-mode.ts";
import { predictLinkage } from "../src/predict/predict-linkage.ts";
import { plainEnvironment, runEngine, writeModule } from "./support/engine.ts";
import { git, Hub, writeTree } from "./support/github.ts";
import { makePlanned } from "./support/planned.ts";
import { describeWith } from "./support/tools.ts";
import { forecast } from "../src/explain/foreseen.ts";
import type { Inspection } from "../src/model/artifact.ts";
import type { Finding } from "../src/model/finding.ts";
import type { PredictedLinkage } from "../src/model/prediction.ts";
import type { Cell } from "../src/model/report.ts";

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

const main = (...lines: readonly string[]): Readonly<Record<string, string>> => ({
  "main.go": `package main\n\n${lines.join("\n")}\n`,
});
const pure = main("func main() {}");
const users = main('import _ "os/user"', "func main() {}");
const cgo = (preamble: string, call: string): Readonly<Record<string, string>> =>
  main(`/*\n${preamble}\n*/`, 'import "C"', `func main() { println(${call}) }`);
const ownCgo = cgo("static int answer(void) { return 42; }", "C.answer()");
const replaced =
  "module example.com/app\n\ngo 1.19\n\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ./dep\n";
const external = "-ldflags=-linkmode=external";
const externalStatic = "-ldflags='-linkmode=external -extldflags=-static'";

const rows: readonly Row[] = [
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
    kind: "package-cgo",
    level: "info",
    says: "it needs libc.so.6, because example.com/app uses cgo",
    build: { files: ownCgo },
    harmless: { strategy: "external" },
  },
  {
    kind: "policy",
    level: "error",
    says: "and .github/go-linkage.yml:2 asks for static",
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
    says: "-race builds a program for looking for bugs",
    build: { files: pure, flags: "-race", mode: "explain" },
    harmless: { flags: "-race=false" },
  },
  {
    kind: "runpath",
    level: "warning",
    says: "it looks for libraries in /opt/app/lib",
    build: { files: users, flags: "-ldflags=-r=/opt/app/lib" },
    harmless: { flags: "-ldflags=-r=$ORIGIN/lib" },
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
    says: "without cgo example.com/dep compiles other code",
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
    says: "example.com/app does not compile without cgo: what declares answer is in its cgo files",
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
];

/** Kinds that are about a file whoever built it, a proof or a base commit, or that no build provokes while the rules are right. */
const others: readonly FindingKind[] = [
  "build-broken",
  "build-info",
  "packed",
  "policy-relaxed",
  "prediction",
  "refused",
  "regression",
  "unreadable",
];

it("every kind of the catalog is provoked, and nothing else", () => {
  expect([...rows.map(({ kind }) => kind), ...others].toSorted()).toEqual(Object.keys(catalog).toSorted());
});

const scratch = mkdtempSync(join(tmpdir(), "findings-"));

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
    strategies: strategy,
    ship: strategy,
    flags,
  };
  // A PATH that is relative would be refused by Go.
  const given = env.PATH === undefined ? env : { ...env, PATH: join(dir, env.PATH) };
  const [cell] = await runEngine(inputs, { ...plainEnvironment(), ...given });
  if (cell === undefined) throw new Error("no cell");
  return cell;
}

const named = (findings: readonly Finding[], kind: FindingKind): readonly Finding[] =>
  findings.filter((each) => each.kind === kind);

function testRow({ kind, level, says, build, harmless }: Row): void {
  it.concurrent(`${kind} is found`, async ({ expect }) => {
    const { findings, build: made } = await cellOf(join(scratch, kind), build);
    expect(named(findings, kind), made.output).toMatchObject([
      { kind, level, message: expect.stringContaining(says) as string },
    ]);
    // A loader that was asked for by hand is no rule's business.
    if (kind !== "android-libc") expect(named(findings, "prediction")).toEqual([]);
  });
  if (harmless === undefined) return;
  it.concurrent(`${kind} is not found where it is not`, async ({ expect }) => {
    const { findings, status, build: made } = await cellOf(join(scratch, `${kind}-not`), { ...build, ...harmless });
    expect({ status, output: made.output }).not.toMatchObject({ status: "failed" });
    expect(named(findings, kind)).toEqual([]);
    expect(named(findings, "prediction")).toEqual([]);
  });
}

describeWith(["go", "gcc"], "of a build", () => {
  for (const row of rows.filter(({ needs }) => needs === undefined)) testRow(row);
});
for (const row of rows.filter(({ needs }) => needs !== undefined)) {
  describeWith(["go", "gcc", row.needs ?? ""], "of a build", () => {
    testRow(row);
  });
}

async function inspectFile(path: string): Promise<readonly Finding[]> {
  const [cell] = await runEngine({ mode: "inspect", binaries: path, "working-directory": scratch }, plainEnvironment());
  return cell?.findings ?? [];
}

function inspectionOf(path: string): Inspection {
  return makeFiles(tmpdir()).files.withSource(path, (source) => inspect(source));
}

/** The findings of a program without cgo whose prediction was changed. */
function findingsWhenPredicted(inspection: Inspection, falsified: Partial<PredictedLinkage>): readonly Finding[] {
  const planned = makePlanned();
  const settings = { goVersion: "1.26.8", goflags: [], env: {} };
  const facts = linkFacts(planned, settings);
  const link = decideLinkMode(facts, null);
  const prediction = { facts, link, dynamicImports: [], linkage: { ...predictLinkage(facts, link, []), ...falsified } };
  const build = { status: "built", argv: [], output: "", file: "app", fileName: "app", durationMs: 1 } as const;
  const artifact = { path: null, size: 1, sha256: "", inspection, inspectMs: 1 };
  const cell = { planned, prediction, build, artifact, proof: null };
  return findingsOf(cell, { users: [], settings, forecast: forecast(prediction, cell) });
}

/** A static program, to do things to. */
function buildPure(name: string): string {
  const dir = join(scratch, name);
  writeModule(dir, pure);
  execFileSync("go", ["build", "-o", "app", "."], { cwd: dir, env: { ...plainEnvironment(), CGO_ENABLED: "0" } });
  return join(dir, "app");
}

describeWith(["go"], "of a file", () => {
  it("build-info: what it records is not what it is", async () => {
    const path = buildPure("build-info");
    expect(named(await inspectFile(path), "build-info")).toEqual([]);
    const { arch } = process;
    const [is, says] = arch === "arm64" ? ["GOARCH=arm64", "GOARCH=amd64"] : ["GOARCH=amd64", "GOARCH=arm64"];
    writeFileSync(path, readFileSync(path, "latin1").replaceAll(is, says), "latin1");
    expect(named(await inspectFile(path), "build-info")).toMatchObject([
      { level: "warning", message: expect.stringContaining(says.slice("GOARCH=".length)) as string },
    ]);
  });

  it("refused: it was started in an empty root and failed", () => {
    const inspection = inspectionOf(buildPure("refused"));
    const proof = {
      means: "chroot",
      detail: "it starts and is killed by SIGTRAP",
      exitCode: null,
      signal: null,
    } as const;
    expect(named(findingsOfFile(inspection, [], { ...proof, result: "refused" }), "refused")).toMatchObject([
      { level: "error", message: "started in an empty root it failed: it starts and is killed by SIGTRAP" },
    ]);
    expect(named(findingsOfFile(inspection, [], { ...proof, result: "proven" }), "refused")).toEqual([]);
  });

  it("prediction: the rules said something else than the file", () => {
    const inspection = inspectionOf(buildPure("prediction"));
    expect(named(findingsWhenPredicted(inspection, {}), "prediction")).toEqual([]);
    expect(named(findingsWhenPredicted(inspection, { kind: "dynamic" }), "prediction")).toMatchObject([
      { level: "info", message: expect.stringContaining("dynamic by the internal") as string },
    ]);
    const unsure = { kind: "dynamic", unseen: ["what cc does by default"] } as const;
    expect(named(findingsWhenPredicted(inspection, unsure), "prediction")).toEqual([]);
  });

  it("unreadable: cut off", async () => {
    const path = buildPure("unreadable");
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    expect(named(await inspectFile(path), "unreadable")).toMatchObject([{ level: "error" }]);
  });
});

describeWith(["go", "gcc", "git"], "of a change", () => {
  it.each([
    {
      kind: "regression",
      level: "error",
      says: "main.go:3 (added here) imports os/user, which uses cgo",
      change: users,
    },
    {
      kind: "build-broken",
      level: "error",
      says: "does not build any more: ./main.go:3:15: undefined: missing",
      change: main("func main() { missing() }"),
    },
  ] as const)("$kind", async ({ kind, level, says, change }) => {
    const hub = new Hub();
    const findings = async (): Promise<readonly Finding[]> => {
      const inputs = { "working-directory": hub.developer, strategies: "default", "baseline-ref": "main" };
      const [cell] = await runEngine(inputs, { ...plainEnvironment(), ...hub.plain() });
      return cell?.findings ?? [];
    };
    try {
      hub.push("main", { "go.mod": "module example.com/app\n\ngo 1.19\n", ...pure });
      writeTree(hub.developer, change);
      expect(named(await findings(), kind)).toMatchObject([
        { level, message: expect.stringContaining(says) as string },
      ]);
      git(hub.developer, "commit", "--quiet", "--all", "--message=change");
      expect(named(await findings(), kind)).toEqual([]);
    } finally {
      hub.remove();
    }
  });
});

describeWith(["go", "upx"], "of a packed file", () => {
  it("packed: its headers are the packer's", async () => {
    const path = buildPure("packed");
    expect(named(await inspectFile(path), "packed")).toEqual([]);
    execFileSync("upx", ["-q", path], { stdio: "ignore" });
    expect(named(await inspectFile(path), "packed")).toMatchObject([
      { level: "error", message: expect.stringContaining("packed with UPX") as string },
    ]);
  });
});
