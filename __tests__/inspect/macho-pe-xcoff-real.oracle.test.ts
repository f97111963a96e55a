import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { othersOf, ownKind } from "../support/sample.ts";
import { BUILD_TIMEOUT, goBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import {
  buildOracle,
  buildsFor,
  folder,
  inspectFile,
  MINGW,
  objdump,
  run,
  testCuts,
  testLibraries,
  testMingw,
  testObjdump,
  testPacked,
  testUnreadable,
} from "./formats-builds.ts";

// What macho-pe-xcoff-real.engine.test.ts leaves out.

describeWith(["go"], "what go builds", () => {
  beforeAll(buildOracle, BUILD_TIMEOUT);

  testLibraries([
    ...othersOf(buildsFor(["darwin/arm64", "windows/amd64", "aix/ppc64"]), ownKind),
    ...buildsFor(["darwin/amd64", "windows/386", "windows/arm64"]),
  ]);
  testUnreadable([
    { platform: "wasip1/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "plan9/386", reason: "Plan 9 a.out for 386" },
    { platform: "plan9/arm", reason: "Plan 9 a.out for arm" },
  ]);
  testCuts(["darwin/amd64", "windows/386"]);
});

testObjdump(["windows/386"]);
testMingw(othersOf);
testPacked(["windows/386", "darwin/amd64"]);

describeWith(["go", "objdump", MINGW], "what only the C compiler for Windows makes", () => {
  it(
    "a library is a library",
    () => {
      const path = goBuild({ platform: "windows/amd64", program: "lib", cc: MINGW, flags: ["-buildmode=c-shared"] });
      expect(inspectFile(path)).toMatchObject({ linkMode: "external", linkage: { kind: "library" } });
    },
    BUILD_TIMEOUT,
  );

  it(
    "a library that comes with the program makes it dynamic",
    () => {
      const program =
        'package main\n\n// #cgo LDFLAGS: -L${SRCDIR} -lown\n// int own(void);\nimport "C"\n\nfunc main() { println(C.own()) }\n';
      const at = join(folder, "own");
      mkdirSync(at);
      writeFileSync(join(at, "go.mod"), "module example.com/own\n\ngo 1.19\n");
      writeFileSync(join(at, "main.go"), program);
      writeFileSync(join(folder, "own.c"), "__declspec(dllexport) int own(void) { return 1; }\n");
      run(MINGW, ["-shared", "own.c", "-o", "own/own.dll", "-Wl,--out-implib,own/libown.a"]);
      const env = { GOOS: "windows", GOARCH: "amd64", CGO_ENABLED: "1", CC: MINGW };
      run("go", ["build", "-C", "own", "-o", "own.exe", "."], env);
      const path = join(at, "own.exe");
      expect(inspectFile(path)).toMatchObject({
        linkMode: "external",
        linkage: { kind: "dynamic", needed: objdump(path) },
      });
      expect(inspectFile(path).linkage.needed).toContain("own.dll");
    },
    BUILD_TIMEOUT,
  );

  it("a program in C has no link mode", () => {
    writeFileSync(join(folder, "main.c"), "int main(void) { return 0; }\n");
    run(MINGW, ["main.c", "-o", "c.exe"]);
    const path = join(folder, "c.exe");
    expect(inspectFile(path)).toMatchObject({
      linkMode: "unknown",
      linkage: { kind: "system", needed: objdump(path) },
    });
    run(MINGW, ["-c", "main.c", "-o", "main.o"]);
    expect(inspectFile(join(folder, "main.o")).linkage.reason).toContain("COFF object file");
  });
});
