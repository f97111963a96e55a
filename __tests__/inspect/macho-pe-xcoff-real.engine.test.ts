import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { buildFat, CPU } from "../support/macho-builder.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import {
  ask,
  build,
  BUILD_TIMEOUT,
  buildOracle,
  folder,
  inspectFile,
  judgeCut,
  read,
  run,
  testCuts,
  testLibraries,
  testUnreadable,
} from "./formats-builds.ts";

// What go builds for macOS, Windows and AIX: one platform of each format, the others are among the oracles.

describeWith(["go"], "what go builds", () => {
  beforeAll(buildOracle, BUILD_TIMEOUT);

  testLibraries(["darwin/arm64", "windows/amd64", "aix/ppc64"]);
  testUnreadable([
    { platform: "js/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "plan9/amd64", reason: "Plan 9 a.out for amd64" },
  ]);
  testCuts(["darwin/arm64", "windows/amd64"]);

  it.each([false, true])(
    "two of them in a universal file are judged as one (64-bit entries: %s)",
    (wide) => {
      const parts = [
        { cpuType: CPU.amd64, cpuSubType: 3, path: build({ platform: "darwin/amd64", program: "net" }) },
        { cpuType: CPU.arm64, cpuSubType: 0, path: build({ platform: "darwin/arm64", program: "net" }) },
      ];
      const fat = buildFat(
        parts.map(({ path, ...cpu }) => ({ ...cpu, bytes: read(path) })),
        { wide, align: 14 },
      );
      const { linkage, machine } = inspect(sourceOf(fat.bytes));
      const needed = ["/usr/lib/libSystem.B.dylib", "/usr/lib/libresolv.9.dylib"];
      expect({ machine, ...linkage }).toMatchObject({ machine: null, kind: "system", reason: null, needed });
      // debug/macho knows no 64-bit entries.
      if (!wide) {
        const path = join(folder, "out/fat");
        writeFileSync(path, fat.bytes);
        expect(ask(path).map(({ Libraries }) => Libraries)).toEqual([needed, needed]);
      }
      const foreign = fat.bytes.slice();
      const at = Buffer.from(foreign.buffer).indexOf("/usr/lib/libresolv", (fat.at.slice1 ?? 0) + 1);
      foreign.set(Buffer.from("/opt/lib/libresolv"), at);
      expect(inspect(sourceOf(foreign)).linkage).toMatchObject({
        kind: "dynamic",
        needed: ["/usr/lib/libSystem.B.dylib (arm64 slice)", "/opt/lib/libresolv.9.dylib (arm64 slice)"],
      });
    },
    BUILD_TIMEOUT,
  );

  it(
    "aix/ppc64: unreadable until all that AIX reads is there",
    () => {
      const bytes = read(build({ platform: "aix/ppc64", program: "net" }));
      const imports = Buffer.from(bytes.buffer).lastIndexOf("libc.a\0shr_64.o\0");
      expect(imports).toBeGreaterThan(0);
      for (const { length, kind } of judgeCut(bytes)) {
        expect(length <= imports ? ["unreadable"] : ["unreadable", "system"]).toContain(kind);
      }
    },
    BUILD_TIMEOUT,
  );
});

/**
 * The names that objdump lists under "The Import Tables". It finds none in what Go links itself and leaves DWARF in: it
 * takes compressed sections for as long as they would be in full, and looks for the table in the wrong one.
 */
function objdump(path: string): readonly string[] {
  return Array.from(run("objdump", ["-p", path]).matchAll(/DLL Name: (.*)/g), (match) => match[1] ?? "");
}

describeWith(["go", "objdump"], "objdump reads the same libraries", () => {
  it.each(["windows/amd64", "windows/386"])(
    "for %s",
    (platform) => {
      const path = build({ platform, program: "net", flags: ["-ldflags=-s -w"] });
      expect(inspectFile(path).linkage.needed).toEqual(objdump(path));
    },
    BUILD_TIMEOUT,
  );
});

const MINGW = "x86_64-w64-mingw32-gcc";

describeWith(["go", "objdump", MINGW], "with the C compiler for Windows", () => {
  const platform = "windows/amd64";
  const strip = ["", "-s -w "];

  it.each(
    ["internal", "external"].flatMap((mode) =>
      ["pure", "net", "cgo"].flatMap((program) => strip.map((prefix) => ({ mode, program, prefix }))),
    ),
  )(
    "$mode linking of $program is told ($prefix)",
    ({ mode, program, prefix }) => {
      const path = build({ platform, program, cc: MINGW, flags: [`-ldflags=${prefix}-linkmode=${mode}`] });
      const inspection = inspectFile(path);
      expect(inspection).toMatchObject({ linkMode: mode, linkage: { kind: "system" } });
      if (mode === "external" || prefix !== "") {
        expect(inspection.linkage.needed).toEqual(objdump(path));
      }
    },
    BUILD_TIMEOUT,
  );

  it(
    "a library is a library",
    () => {
      const path = build({ platform, program: "lib", cc: MINGW, flags: ["-buildmode=c-shared"] });
      expect(inspectFile(path)).toMatchObject({ linkMode: "external", linkage: { kind: "library" } });
    },
    BUILD_TIMEOUT,
  );

  it(
    "a library that comes with the program makes it dynamic",
    () => {
      run(MINGW, ["-shared", "own.c", "-o", "own.dll", "-Wl,--out-implib,libown.a"]);
      const path = build({ platform, program: "own", cc: MINGW });
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

describeWith(["go", "upx"], "packed by UPX", () => {
  describe.each(["windows/amd64", "windows/386", "darwin/amd64"])("%s", (platform) => {
    it(
      "is packed",
      () => {
        const path = build({ platform, program: "pure", flags: ["-ldflags=-s -w"] });
        run("upx", ["-1", "-q", "--force-macos", "-o", `${path}.upx`, path]);
        expect(inspectFile(`${path}.upx`)).toMatchObject({
          linkMode: "unknown",
          linkage: { kind: "packed", needed: [] },
        });
      },
      BUILD_TIMEOUT,
    );
  });
});
