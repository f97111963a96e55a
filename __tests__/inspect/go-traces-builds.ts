import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { compareBuildInfo } from "../../src/inspect/go-buildinfo-compare.ts";
import { goVersion } from "../support/go-version.ts";
import { BUILD_TIMEOUT, goBuild, type SharedBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Inspection } from "../../src/model/artifact.ts";

// Build info and cgo's names in what go builds for macOS, Windows and AIX, next to `go version -m` and `go tool nm`.

const secret = "-ldflags=-s -w -X main.token=hunter2";

type Build = SharedBuild & { readonly platform: string };

/** What is built for a platform: as it is, stripped with a secret, and as a PIE. */
export function buildsFor(platform: string): readonly Build[] {
  return [
    { program: "pure", platform },
    { program: "pure", platform, flags: [secret, "-tags=netgo,x.y"] },
    // XCOFF knows no PIE.
    ...(platform.startsWith("aix")
      ? []
      : [{ program: "pure" as const, platform, flags: ["-buildmode=pie", "-gcflags=-l"] }]),
  ];
}

/** Programs of an older Go, by the path of its go command. */
export function oldBuildsFor(go: string, platform: string): readonly Build[] {
  return [
    { program: "pure", go, platform },
    { program: "pure", go, platform, flags: [secret] },
  ];
}

function inspectFile(path: string): Inspection {
  return inspect(sourceOf(new Uint8Array(readFileSync(path))), { cgoCalls: true });
}

/** Build info of each, as `go version -m` says. */
export function testBuildInfo(builds: readonly Build[]): void {
  it.each(builds)(
    "$platform $program $flags $go: as go version -m says",
    (row) => {
      const { go, cgoCalls, machine } = inspectFile(goBuild(row));
      if (go === null) expect.unreachable("no build info");
      const [goos = "", goarch = ""] = row.platform.split("/");
      // Go reads no stripped XCOFF file. The flags that strip it are withheld, so the whole one has the same record.
      const flags = goos === "aix" ? row.flags?.map((flag) => flag.replace("-s -w ", "")) : row.flags;
      expect(go).toEqual(goVersion(goBuild({ ...row, ...(flags && { flags }) }), go));
      expect(go.settings).toMatchObject({ GOOS: goos, GOARCH: goarch, CGO_ENABLED: "0" });
      expect(machine).toBe(goarch);
      expect(JSON.stringify(go)).not.toContain("hunter2");
      expect(cgoCalls).toEqual([]);
      const flag = (name: string) => row.flags?.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
      const asked = {
        goos,
        goarch,
        cgoEnabled: "0" as const,
        buildmode: flag("-buildmode") ?? null,
        tags: flag("-tags")?.split(",") ?? [],
      };
      expect(compareBuildInfo(go, asked)).toEqual([]);
      expect(compareBuildInfo(go, { ...asked, goos: "linux", goarch: "mips" })).toHaveLength(2);
    },
    BUILD_TIMEOUT,
  );
}

/** The functions that cgo made, by the symbols: of a program that was not stripped. */
function namesByNm(path: string): readonly string[] {
  const stdout = execFileSync("go", ["tool", "nm", path], { encoding: "utf8", maxBuffer: 1 << 26 });
  const names = stdout.matchAll(/ _?(\S+?)\._(?:Cfunc|C2func)_(\w+)(?:\.abi0)?$/gm);
  return Array.from(new Set(Array.from(names, (match) => `${match[1] ?? ""} ${match[2] ?? ""}`))).toSorted();
}

export function testCgoFor({ platform, cc }: { readonly platform: string; readonly cc: string }): void {
  describeWith(["go", cc], `cgo for ${platform}`, () => {
    it.each(["internal", "external"].flatMap((mode) => ["", "-s -w "].map((strip) => ({ mode, strip }))))(
      "$mode linking, $strip: the packages and their C functions, as the symbols say",
      ({ mode, strip }) => {
        const program = "helpers";
        const plain = goBuild({ platform, cc, program, flags: [`-ldflags=-linkmode=${mode}`] });
        const helpers = ["CString", "_CMalloc"];
        const names = namesByNm(plain).filter((name) => !helpers.some((helper) => name.endsWith(` ${helper}`)));
        const path = goBuild({ platform, cc, program, flags: [`-ldflags=${strip}-linkmode=${mode}`] });
        const { go, cgoCalls, linkMode } = inspectFile(path);
        if (go === null) expect.unreachable("no build info");
        expect(go).toEqual(goVersion(path, go));
        expect(go.settings.CGO_ENABLED).toBe("1");
        expect(linkMode).toBe(mode);
        const all = cgoCalls?.flatMap((each) => each.functions.map((name) => `${each.package} ${name}`)) ?? [];
        expect(all).toContain("main answer");
        expect(all).toContain("main root");
        expect(all).toContain("example.com/real/more.v1 twice");
        expect(all.filter((name) => name !== "main malloc")).toEqual(
          names.map((name) => name.replaceAll("%2e", ".")).toSorted(),
        );
      },
      BUILD_TIMEOUT,
    );
  });
}
