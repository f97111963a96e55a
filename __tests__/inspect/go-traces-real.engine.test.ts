import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { goVersion } from "../support/go-version.ts";
import { buildFat, CPU } from "../support/macho-builder.ts";
import { BUILD_TIMEOUT, makeScratch, readBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import { buildsFor, testBuildInfo, testCgoFor } from "./go-traces-builds.ts";

const folder = makeScratch();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

// One platform of each format; all of them are among the oracles.

describeWith(["go"], "what go builds", () => {
  const platforms = ["darwin/arm64", "windows/amd64", "aix/ppc64"];
  testBuildInfo(platforms.flatMap((platform) => [...buildsFor(platform), { platform, program: "reader" as const }]));

  it(
    "darwin: a universal file has the build info of its first slice, and both machines",
    () => {
      const arm64 = readBuild({ program: "pure", platform: "darwin/arm64" });
      const amd64 = readBuild({ program: "pure", platform: "darwin/amd64" });
      const fat = buildFat(
        [
          { cpuType: CPU.amd64, bytes: amd64 },
          { cpuType: CPU.arm64, bytes: arm64 },
        ],
        { align: 14 },
      );
      const { go, machine, slices } = inspect(sourceOf(fat.bytes), { cgoCalls: true });
      expect({ machine, slices }).toEqual({ machine: null, slices: ["amd64", "arm64"] });
      if (go === null) expect.unreachable("no build info");
      const path = join(folder, "universal");
      writeFileSync(path, fat.bytes);
      expect(go).toEqual(goVersion(path, go));
      expect(go.settings.GOARCH).toBe("amd64");
      const turned = buildFat([
        { cpuType: CPU.arm64, bytes: arm64 },
        { cpuType: CPU.amd64, bytes: amd64 },
      ]);
      expect(inspect(sourceOf(turned.bytes)).go?.settings.GOARCH).toBe("arm64");
    },
    BUILD_TIMEOUT,
  );

  // Mach-O: 16 bytes of name in each section header, then of its segment.
  it.each(["darwin/amd64", "darwin/arm64"])(
    "%s: read from the writable segment when the section has another name",
    (platform) => {
      const bytes = readBuild({ program: "pure", platform });
      const { go } = inspect(sourceOf(bytes));
      const at = Buffer.from(bytes.buffer).indexOf("__go_buildinfo\0");
      bytes[at] = 0x2e;
      expect(at).toBeGreaterThan(0);
      expect(inspect(sourceOf(bytes)).go).toEqual(go);
      expect(go).not.toBeNull();
    },
    BUILD_TIMEOUT,
  );
});

testCgoFor({ platform: "windows/amd64", cc: "x86_64-w64-mingw32-gcc" });
