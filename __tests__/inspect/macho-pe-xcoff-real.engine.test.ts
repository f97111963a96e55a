import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { buildFat, CPU } from "../support/macho-builder.ts";
import { ownKind, samplesOf } from "../support/sample.ts";
import { BUILD_TIMEOUT, readBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import {
  ask,
  buildOracle,
  buildsFor,
  folder,
  judgeCut,
  testCuts,
  testLibraries,
  testMingw,
  testObjdump,
  testPacked,
  testUnreadable,
} from "./formats-builds.ts";

// What go builds for macOS, Windows and AIX: one platform of each format, the others are among the oracles.

describeWith(["go"], "what go builds", () => {
  beforeAll(buildOracle, BUILD_TIMEOUT);

  testLibraries(samplesOf(buildsFor(["darwin/arm64", "windows/amd64", "aix/ppc64"]), ownKind));
  testUnreadable([
    { platform: "js/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "plan9/amd64", reason: "Plan 9 a.out for amd64" },
  ]);
  testCuts(["darwin/arm64", "windows/amd64"]);

  it.each([false, true])(
    "two of them in a universal file are judged as one (64-bit entries: %s)",
    (wide) => {
      const parts = [
        { cpuType: CPU.amd64, cpuSubType: 3, bytes: readBuild({ platform: "darwin/amd64", program: "net" }) },
        { cpuType: CPU.arm64, cpuSubType: 0, bytes: readBuild({ platform: "darwin/arm64", program: "net" }) },
      ];
      const fat = buildFat(parts, { wide, align: 14 });
      const { linkage, machine } = inspect(sourceOf(fat.bytes));
      const needed = ["/usr/lib/libSystem.B.dylib", "/usr/lib/libresolv.9.dylib"];
      expect({ machine, ...linkage }).toMatchObject({ machine: null, kind: "system", reason: null, needed });
      // debug/macho knows no 64-bit entries.
      if (!wide) {
        const path = join(folder, "fat");
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
      const bytes = readBuild({ platform: "aix/ppc64", program: "net" });
      const imports = Buffer.from(bytes.buffer).lastIndexOf("libc.a\0shr_64.o\0");
      expect(imports).toBeGreaterThan(0);
      for (const { length, kind } of judgeCut(bytes)) {
        expect(length <= imports ? ["unreadable"] : ["unreadable", "system"]).toContain(kind);
      }
    },
    BUILD_TIMEOUT,
  );
});

testObjdump(["windows/amd64"]);
testMingw(samplesOf);
testPacked(["windows/amd64"]);
