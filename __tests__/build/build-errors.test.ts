import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FindingKind } from "../../src/model/catalog.ts";
import {
  explainBuildError,
  furtherErrors,
  lacksRuntimeCgo,
  staticGlibcWarnings,
} from "../../src/build/build-errors.ts";
import { type ErrorContext, noContext } from "../../src/build/error-context.ts";
import { known } from "../../src/build/known-errors.ts";

const folder = join(import.meta.dirname, "../fixtures/stderr");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const captured = (name: string): string => readFileSync(join(folder, `${name}.txt`), "utf8");

type Row = {
  readonly name: string;
  readonly lacksCgo?: true;
  readonly context?: Partial<ErrorContext>;
  readonly kind?: FindingKind;
  readonly cause: string;
  readonly fix: string | null;
};

const failures: readonly Row[] = [
  { name: "no-c-compiler", kind: "no-c-compiler", cause: "the C compiler nosuch is not installed", fix: "set CC" },
  { name: "cgo-only", kind: "cgo-only", cause: "example.com/app has no Go file left", fix: "CGO_ENABLED=1" },
  {
    name: "cgo-only-dependency",
    kind: "cgo-only",
    cause: "example.com/app/clib has no Go file left",
    fix: "CGO_ENABLED=1",
  },
  { name: "cgo-only-chain", kind: "cgo-only", cause: "example.com/app/clib has no Go file left", fix: "CGO_ENABLED=1" },
  {
    name: "other-platform",
    kind: "cgo-only",
    cause: "example.com/app has no Go file left: its files are for other platforms, or",
    fix: "platform",
  },
  { name: "cgo-mixed", cause: "./main.go:3:23: undefined: answer", fix: null },
  { name: "compile-error", cause: "./main.go:5:27: undefined: missing", fix: null },
  {
    name: "multiple-definition",
    cause: "C code defines main (/tmp/src/app/t.c:1), which Go's runtime defines already",
    fix: "move the file elsewhere",
  },
  {
    name: "static-library-missing",
    kind: "missing-library",
    cause: "the linker finds no static library libnosuch.a",
    fix: "static version",
  },
  {
    name: "library-missing",
    kind: "missing-library",
    cause: "the linker finds no library libnosuch",
    fix: "-dev package",
  },
  {
    name: "pkg-config-library-missing",
    kind: "missing-library",
    cause: "pkg-config knows no libnosuch, which example.com/app asks for: libnosuch.pc is not installed",
    fix: "-dev package with libnosuch.pc",
  },
  {
    name: "pkg-config-missing",
    kind: "missing-library",
    cause: "pkg-config is not installed, and a #cgo pkg-config line asks it for a library",
    fix: "install pkg-config",
  },
  {
    name: "library-missing-gold",
    kind: "missing-library",
    cause: "the linker finds no static library libnosuch.a",
    fix: "static version",
  },
  {
    name: "library-by-file-name",
    kind: "missing-library",
    cause: "the linker finds no library libnosuch.a",
    fix: "-dev package",
  },
  {
    name: "static-library-needs-another",
    kind: "undefined-reference",
    cause: "libroot.a (root.o) needs libm: nothing that is linked has sqrt",
    fix: "-lm",
  },
  {
    name: "flag-of-the-compiler",
    cause: "go tool compile does not know -nosuch, which -gcflags hands to it",
    fix: "correct -gcflags",
  },
  { name: "unknown-linkmode", cause: "-linkmode=extern is none of the modes", fix: "external, internal or auto" },
  {
    name: "linker-not-installed",
    context: { extldflags: ["-fuse-ld=lld"] },
    cause: "the linker lld is not installed",
    fix: "drop -fuse-ld=lld",
  },
  {
    name: "own-library-needs-another",
    kind: "undefined-reference",
    cause: "libaa.a (a.o) needs another library: nothing that is linked has bfunc",
    fix: "name what libaa.a needs",
  },
  { name: "undefined-c-function", kind: "undefined-reference", cause: "the linker does not find nowhere", fix: "-l…" },
  { name: "race-without-cgo", kind: "race", cause: "-race needs cgo, and cgo is off", fix: "drop -race" },
  {
    name: "internal-forced",
    kind: "internal-linkmode",
    cause: "-linkmode=internal is impossible here: buildmode=c-shared",
    fix: "drop -linkmode=internal",
  },
  {
    name: "internal-env",
    kind: "internal-linkmode",
    cause: "GO_EXTLINK_ENABLED=0 is impossible here: buildmode=c-archive",
    fix: "GO_EXTLINK_ENABLED",
  },
  {
    name: "external-without-cgo",
    kind: "needs-external",
    cause: "-linkmode=external needs the external linker, and cgo is off",
    fix: "CGO_ENABLED=1",
  },
  {
    name: "c-shared-without-cgo",
    kind: "needs-external",
    cause: "-buildmode=c-shared needs the external linker, and cgo is off",
    fix: "CGO_ENABLED=1",
  },
  {
    name: "platform-without-cgo",
    kind: "needs-external",
    cause: "android/arm needs the external linker, and cgo is off",
    fix: "CGO_ENABLED=1",
  },
  {
    name: "cgo-ldflags-static",
    kind: "static-cgo-flags",
    context: { cgoEnv: { CC: "gcc", CGO_LDFLAGS: "-static" } },
    cause: "Go's own linker does not find the C function stderr: -static stands in CGO_LDFLAGS",
    fix: "-linkmode=external, not into CGO_LDFLAGS",
  },
  {
    name: "wrong-machine-assembler",
    kind: "wrong-c-compiler",
    cause: "the C compiler builds for another machine",
    fix: "cross compiler",
  },
  {
    name: "wrong-machine-gcc-option",
    kind: "wrong-c-compiler",
    cause: "the C compiler builds for another machine",
    fix: "cross compiler",
  },
  {
    name: "wrong-machine-headers",
    kind: "wrong-c-compiler",
    cause: "bits/wordsize.h is not found: the C compiler has no C library for this platform",
    fix: "cross compiler",
  },
  { name: "static-shared", kind: "shared-library", cause: "-static cannot make a shared library", fix: "drop -static" },
  {
    name: "flag-refused",
    kind: "invalid-cgo-flag",
    cause: "#cgo LDFLAGS holds the flag -fnosuch, which Go does not allow",
    fix: "CGO_LDFLAGS_ALLOW",
  },
  { name: "c-file-without-cgo", cause: "C source files not allowed when not using cgo or SWIG: x.c", fix: null },
  {
    name: "no-header",
    kind: "missing-header",
    cause: "./main.go:3:11: the C header nosuch.h is not found: example.com/app includes it",
    fix: "-dev package that has the header",
  },
  { name: "no-module", cause: "go: go.mod file not found in current directory", fix: null },
  {
    name: "no-required-module",
    kind: "missing-module",
    cause: "no module in go.mod provides the package example.com/absent",
    fix: "go mod tidy",
  },
  { name: "bad-ldflags", cause: "parameter may not start with quote character", fix: null },
  {
    name: "static-library-missing-go1.19",
    kind: "missing-library",
    cause: "the linker finds no library libnosuch",
    fix: "static version",
  },
  {
    name: "undefined-c-function-go1.19",
    kind: "undefined-reference",
    cause: "the linker does not find nowhere",
    fix: "-l…",
  },
  {
    name: "undefined-c-function-gold",
    kind: "undefined-reference",
    cause: "the linker does not find nowhere",
    fix: "-l…",
  },
  {
    name: "flag-refused-go1.19",
    kind: "invalid-cgo-flag",
    cause: "#cgo LDFLAGS holds the flag -fnosuch",
    fix: "CGO_LDFLAGS_ALLOW",
  },
  { name: "race-pie", kind: "race", cause: "-race and -buildmode=pie exclude each other", fix: "drop one" },
  { name: "race-pie-go1.19", kind: "race", cause: "-race and -buildmode=pie exclude each other", fix: "drop one" },
  { name: "asan-static", kind: "race", cause: "the address sanitizer cannot be linked statically", fix: "drop -asan" },
  { name: "static-pie-without-pie", cause: "-static-pie needs code that was compiled for", fix: "add -buildmode=pie" },
  { name: "static-pie-gold", cause: "gold cannot make a static PIE", fix: "another linker" },
  { name: "wl-bstatic", cause: "-Wl,-static and -Wl,-Bstatic tell only the linker", fix: "write -static" },
  {
    name: "pie-without-cgo",
    kind: "needs-external",
    cause: "-buildmode=pie needs the external linker",
    fix: "CGO_ENABLED=1",
  },
  {
    name: "pie-without-cgo-go1.21",
    kind: "wrong-c-compiler",
    lacksCgo: true,
    cause: "the C compiler builds for another machine",
    fix: "cross compiler",
  },
  {
    name: "pie-riscv64-go1.19",
    kind: "wrong-c-compiler",
    lacksCgo: true,
    cause: "the C compiler builds for another machine",
    fix: "cross compiler",
  },
  {
    name: "debug-sections",
    context: { cgoEnv: { CGO_CFLAGS: "-g3" } },
    cause: "-g3 in CGO_CFLAGS makes debug sections (.group) that it cannot read",
    fix: "add -linkmode=external to -ldflags: then the C compiler links; or write -g2",
  },
  {
    name: "bdynamic-undoes-static",
    cause: "a static link met the shared library /lib/x86_64-linux-gnu/libc.so.6: -Wl,-Bdynamic",
    fix: "drop -Wl,-Bdynamic",
  },
  {
    name: "musl-header",
    kind: "missing-header",
    context: { isMusl: true },
    cause: "./main.go:5:10: the C header zlib.h is not found: example.com/z includes it",
    fix: "musl-gcc does not look into /usr/include, where the headers and libraries for glibc are: build on Alpine with zlib-dev",
  },
  {
    name: "musl-header-dependency",
    kind: "missing-header",
    context: { chainTo: (path) => ["example.com/gp", path] },
    cause:
      "the C header pcap.h is not found: github.com/google/gopacket/pcap includes it (example.com/gp → github.com/google/gopacket/pcap)",
    fix: "install libpcap-dev (Debian, Ubuntu) or libpcap-dev (Alpine)",
  },
  {
    name: "archive-needs-another",
    kind: "undefined-reference",
    cause: "needs libdbus-1: nothing that is linked has dbus_message_demarshal",
    fix: "write #cgo pkg-config: --static libpcap (pkg-config --static --libs libpcap lists all that it needs); Debian and Ubuntu have no static libsystemd",
  },
  {
    name: "glibc-archive-with-musl",
    kind: "glibc-library",
    context: { isMusl: true, muslTagged: ["github.com/confluentinc/confluent-kafka-go/v2/kafka"] },
    cause: "librdkafka_glibc_linux_amd64.a was compiled for glibc: it needs setcontext, which musl does not have",
    fix: "add -tags=musl: github.com/confluentinc/confluent-kafka-go/v2/kafka has files for musl behind that tag",
  },
  {
    name: "compiler-static-by-itself",
    context: { cgoEnv: { CC: "zig cc -target x86_64-linux-musl" }, isMusl: true },
    cause: "zig cc -target x86_64-linux-musl links statically by itself",
    fix: "add -linkmode=external to -ldflags",
  },
  {
    name: "wrong-machine-architecture",
    kind: "wrong-c-compiler",
    cause: "the C compiler builds for another machine",
    fix: "cross compiler",
  },
  {
    name: "static-beside-static-pie",
    cause: "-static and -pie exclude each other",
    fix: "write -static-pie in place of -static",
  },
  { name: "extldflags-unquoted", cause: "Go's linker does not know -lm", fix: "-extldflags '-static -lm'" },
  { name: "unknown-linker-flag", cause: "Go's linker does not know -static", fix: "in quotes of their own" },
];

const warnings: readonly { name: string; functions: readonly string[] }[] = [
  { name: "getaddrinfo-warning", functions: ["getaddrinfo"] },
  { name: "getaddrinfo-warning-gold", functions: ["getaddrinfo"] },
  { name: "users-warning", functions: ["getgrgid_r", "getgrnam_r", "getgrouplist", "getpwnam_r", "getpwuid_r"] },
  { name: "dlopen-warning", functions: ["dlopen"] },
];

/** Failures that warn, too. */
const alsoWarn = new Set(["archive-needs-another", "static-beside-static-pie"]);

describe("captured outputs", () => {
  it("are all looked at, and none names the machine that made it", () => {
    const looked = [...failures, ...warnings, { name: "no-runtime-cgo" }].map(({ name }) => `${name}.txt`);
    expect(looked.toSorted()).toEqual(files.toSorted());
    for (const name of files)
      expect(readFileSync(join(folder, name), "utf8"), name).not.toMatch(/\/(?:home|root|work)\//);
  });

  it.each(failures)("$name: $cause", ({ name, kind = "build-failed", context = {}, cause, fix }) => {
    const found = explainBuildError(captured(name), { ...noContext, ...context });
    expect(found.kind).toBe(kind);
    expect(found.cause).toContain(cause);
    expect(found.cause).not.toContain("\n");
    if (fix === null) expect(found.fix).toBeNull();
    else expect(found.fix).toContain(fix);
  });

  it.each(warnings)("$name warns of $functions", ({ name, functions }) => {
    expect(staticGlibcWarnings(captured(name))).toEqual(functions);
  });

  it.each(failures.filter(({ name }) => !alsoWarn.has(name)))(
    "$name holds no warning of static glibc",
    ({ name, lacksCgo = false }) => {
      expect(staticGlibcWarnings(captured(name))).toEqual([]);
      expect(lacksRuntimeCgo(captured(name))).toBe(lacksCgo);
    },
  );

  it("no-runtime-cgo lacks runtime/cgo", () => {
    expect(lacksRuntimeCgo(captured("no-runtime-cgo"))).toBe(true);
  });
});

// Messages of linkers and Go versions that this repository was not tested with, as reference texts quote them.
describe("quoted messages", () => {
  it.each([
    { name: "lld", output: "ld.lld: error: unable to find library -lfoo\n", cause: "libfoo" },
    { name: "mold", output: "mold: fatal: library not found: foo\n", cause: "libfoo" },
    {
      name: "a default PIE",
      output: "default PIE binary requires external (cgo) linking, but cgo is not enabled\n",
      cause: "default PIE binary needs",
    },
    { name: "Go 1.21: -race on another platform", output: "go: -race requires cgo\n", cause: "-race needs cgo" },
    {
      name: "a PIE for another machine",
      output: "/usr/bin/ld: /tmp/go-link-1/go.o: Relocations in generic ELF (EM: 243)\n",
      cause: "another machine",
    },
    {
      name: "a library name with digits and signs",
      output: "/usr/bin/ld: cannot find -lstdc++: No such file or directory\n",
      cause: "libstdc++",
    },
  ])("$name", ({ output, cause }) => {
    const found = explainBuildError(output);
    expect(found.cause).toContain(cause);
    expect(found.fix).not.toBeNull();
  });
});

describe("what says most of all that is printed", () => {
  const failed =
    "# a\n/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1\n/usr/bin/gcc -m64 -o $WORK/b001/exe/a.out /tmp/go.o\n";
  it.each([
    { linker: "GNU ld", line: "/usr/bin/ld: final link failed: bad value" },
    { linker: "MinGW's ld", line: "/usr/bin/x86_64-w64-mingw32-ld: unrecognised emulation mode: elf_i386" },
    {
      linker: "GNU ld behind a warning",
      before: "/usr/bin/ld: warning: x.o: missing .note.GNU-stack\n",
      line: "/usr/bin/ld: odd.o: bad reloc",
    },
    {
      linker: "GNU ld behind a place",
      before: "/usr/bin/ld: x.o: in function `f':\n",
      line: "/usr/bin/ld: x.o: bad value",
    },
    { linker: "gold", line: "/usr/bin/ld.gold: error: cannot open x.o" },
    { linker: "lld and zig's", line: "ld.lld: error: cannot open x.o: No such file" },
    { linker: "mold", line: "mold: fatal: cannot open x.o" },
    { linker: "ld64", line: "ld: symbol(s) not found for architecture arm64" },
  ])("$linker", ({ before = "", line }) => {
    expect(explainBuildError(`${failed}${before}${line}\ncollect2: error: ld returned 1 exit status\n`).cause).toBe(
      line,
    );
  });

  it.each([
    {
      name: "a compiler that links statically by itself",
      cgoEnv: { CC: "zig cc -target x86_64-linux-musl" },
      says: "zig cc -target x86_64-linux-musl links statically by itself",
      fix: "add -linkmode=external",
    },
    {
      name: "musl-gcc -static",
      cgoEnv: { CC: "musl-gcc -static" },
      says: "-static stands in CC",
      fix: "not into CGO_LDFLAGS or CC",
    },
    {
      name: "-static in CGO_LDFLAGS",
      cgoEnv: { CC: "gcc", CGO_LDFLAGS: "-lx -static" },
      says: "-static stands in CGO_LDFLAGS",
      fix: "into -extldflags",
    },
    { name: "-g3", cgoEnv: { CGO_CFLAGS: "-O2 -g3" }, says: "-g3 in CGO_CFLAGS makes debug sections", fix: "-g2" },
    { name: "-ggdb3 in CC", cgoEnv: { CC: "gcc -ggdb3" }, says: "-ggdb3 in CC makes debug sections", fix: "-g2" },
    {
      name: "-fdebug-types-section of a package",
      compilerFlags: ["-fdebug-types-section"],
      says: "-fdebug-types-section in #cgo CFLAGS",
      fix: "-linkmode=external",
    },
    {
      name: "nothing of the kind",
      cgoEnv: { CC: "gcc", CGO_LDFLAGS: "-lstatic" },
      says: "does not find the C function stderr",
      fix: "-linkmode=external",
    },
  ])("an unresolved target with $name", ({ says, fix, cgoEnv = {}, compilerFlags = [] }) => {
    const isMusl = "CC" in cgoEnv && cgoEnv.CC.includes("musl");
    const found = explainBuildError("os/user(.text): relocation target stderr not defined\n", {
      ...noContext,
      cgoEnv,
      compilerFlags,
      isMusl,
    });
    expect(found.cause).toContain(says);
    expect(found.fix).toContain(fix);
  });
});

describe("explainBuildError", () => {
  it.each([
    { name: "a package that lost its cgo files", lost: ["example.com/app"], kind: "undefined-without-cgo" },
    { name: "another package lost its", lost: ["example.com/other"], kind: "build-failed" },
    { name: "cgo is on", lost: [], kind: "build-failed" },
  ])("an undefined name, and $name", ({ lost, kind }) => {
    expect(explainBuildError(captured("cgo-mixed"), { ...noContext, lostCgo: lost }).kind).toBe(kind);
  });

  it.each([
    { name: "nothing", output: "", cause: "go build failed without a message" },
    {
      name: "only headings and downloads",
      output: "go: downloading a v1\n# a\n\n",
      cause: "go build failed without a message",
    },
    {
      name: "the first line that says something",
      output: "go: downloading a v1\n\n# a\n  x.go:1:1: no  \nmore\n",
      cause: "x.go:1:1: no",
    },
    {
      name: "an error behind other words of the compiler",
      output:
        "# a\nIn file included from x.h:1,\n                 from y.c:2:\nz.h:3:4: error: no\ncollect2: error: ld returned 1 exit status\n",
      cause: "z.h:3:4: error: no",
    },
    {
      name: "an error behind a warning",
      output: "# a\nx.c:1:1: warning: odd\nx.c:2:1: error: wrong\n",
      cause: "x.c:2:1: error: wrong",
    },
    {
      name: "the go command that cannot find a module",
      output: "go: cannot find main module, but found .git/config in /src/app\n",
      cause: "go: cannot find main module",
    },
    {
      name: "the linker that cannot find runtime/cgo and fails later",
      output: "# a\nloadinternal: cannot find runtime/cgo\n",
      cause: "loadinternal: cannot find runtime/cgo",
    },
    {
      name: "a start file that is missing",
      output: "/usr/bin/ld: cannot find crt1.o: No such file or directory\n",
      cause: "cannot find crt1.o",
    },
  ])("$name", ({ output, cause }) => {
    const found = explainBuildError(output);
    expect(found.cause).toContain(cause);
    expect(found.fix).toBeNull();
  });

  it("never throws and answers in one line, whatever it is given", () => {
    const piece = fc.constantFrom(
      "package a",
      "\n",
      "\timports b: ",
      "build constraints exclude all Go files in x",
      "# a",
      "cannot find -l",
      " ",
      "error: ",
      "x",
      "'",
      "undefined reference to `",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { cause } = explainBuildError(pieces.join(""));
        expect(cause).not.toBe("");
        expect(cause).not.toContain("\n");
      }),
    );
  });

  it.each([
    "finding module for package example.com/dep",
    "found example.com/dep in example.com/dep v1.0.0",
    "downloading example.com/dep v1.0.0",
  ])("passes over go: %s, which is progress", (line) => {
    const error = "main.go:11:2: module example.com/dep: reading example.com/dep/@v/list: 403 Forbidden";
    expect(explainBuildError(`go: ${line}\n${error}\n`).cause).toContain(error);
  });

  it("takes no time that grows with the square of the output", () => {
    const started = performance.now();
    explainBuildError(`package ${"a".repeat(200_000)}\n${" ".repeat(200_000)}imports ${"b".repeat(200_000)}`);
    explainBuildError("cannot find -l ".repeat(100_000));
    explainBuildError("internal linking requested ".repeat(20_000));
    explainBuildError("module ./reading pattern ".repeat(20_000));
    explainBuildError(`usage: ${"\n ".repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("docs/build-failures.md", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/build-failures.md"), "utf8");
  const rows = [...text.matchAll(/^\| (`+)(.+?)\1 +\|(.*?)\| \[`([\w-]+)`\]\(findings\/\4\.md\) +\|$/gm)].map(
    ([, , message = "", columns = "", kind = ""]) => ({
      message: message.trim(),
      fix: columns.split(" | ").at(-1)?.trim() ?? "",
      kind,
    }),
  );

  it.each(rows)("$message is $kind", ({ message, fix, kind }) => {
    const found = explainBuildError(`# a\n${message.replace("…", "")}\n`, {
      ...noContext,
      lostCgo: ["a"],
      cgoEnv: { CGO_LDFLAGS: "-static" },
    });
    expect({ kind: found.kind, fix: found.fix }).toEqual({ kind, fix });
  });

  it("has a row for every message that is known", () => {
    const unknown = known.filter(
      ({ kind, pattern }) => kind !== "module-files" && !rows.some(({ message }) => pattern.test(message)),
    );
    expect(unknown).toEqual([]);
    expect(rows.some(({ kind }) => kind === "undefined-without-cgo")).toBe(true);
  });
});

describe("staticGlibcWarnings", () => {
  const warning = (name: string): string =>
    `x.c:(.text+0x37): warning: Using '${name}' in statically linked applications requires at runtime\n`;
  it.each([
    { name: "none", output: "", want: [] },
    {
      name: "sorted, each once",
      output: warning("getpwnam") + warning("dlopen") + warning("getpwnam"),
      want: ["dlopen", "getpwnam"],
    },
    {
      name: "a localised warning: the sentence is libc.a's own",
      output: "x.c:1: Warnung: Using 'dlopen' in statically linked applications requires",
      want: ["dlopen"],
    },
    {
      name: "names that are no C names are left out",
      output: warning("a b") + warning("::error::x") + warning("<b>") + warning(""),
      want: [],
    },
  ])("$name", ({ output, want }) => {
    expect(staticGlibcWarnings(output)).toEqual(want);
  });
});

describe("lacksRuntimeCgo", () => {
  it.each([
    { output: "# a\nloadinternal: cannot find runtime/cgo\n", want: true },
    { output: "# a\r\nloadinternal: cannot find runtime/cgo\r\n", want: true },
    { output: "loadinternal: cannot find runtime/cgo", want: true },
    { output: "x.go:1: loadinternal: cannot find runtime/cgo\n", want: false },
    { output: "loadinternal: cannot find runtime/cgox\n", want: false },
    { output: "", want: false },
  ])("$output", ({ output, want }) => {
    expect(lacksRuntimeCgo(output)).toBe(want);
  });
});

describe("furtherErrors", () => {
  const output =
    "# example.com/app\n./main.go:5:2: undefined: a\n./main.go:6:2: undefined: b\n./main.go:6:2: undefined: b\n# example.com/app/lib\nlib/x.go:1:9: x.c:2: note: hm\nlib/y.go:3:1: syntax error\n./main.go:9:9: too many errors\n";
  it("are all of the compiler's but the first, each once, with the package they are about", () => {
    const shown = explainBuildError(output);
    expect(shown.cause).toBe("./main.go:5:2: undefined: a");
    expect(furtherErrors(output, shown)).toMatchObject([
      { text: "./main.go:6:2: undefined: b", package: "example.com/app" },
      { text: "lib/y.go:3:1: syntax error", package: "example.com/app/lib" },
    ]);
  });

  it("are none where a header is missing, or the cause is no line of a file", () => {
    const header = captured("musl-header-dependency");
    expect(furtherErrors(header, explainBuildError(header))).toEqual([]);
    expect(furtherErrors(output, { kind: "needs-external", cause: "cgo is off", fix: null })).toEqual([]);
  });
});
