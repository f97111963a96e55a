import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { compareBuildInfo } from "../../src/inspect/go-buildinfo-compare.ts";
import { buildInfoPlacesOfElf } from "../../src/inspect/go-buildinfo-elf.ts";
import { readGoBuildInfo } from "../../src/inspect/go-buildinfo.ts";
import { cleanGo, goVersion } from "../support/go-version.ts";
import { goBuild, hostPlatform, makeScratch, type SharedBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { GoBuildInfo } from "../../src/model/artifact.ts";

function readBytes(bytes: Uint8Array): GoBuildInfo | null {
  const source = sourceOf(bytes);
  return readGoBuildInfo(source, buildInfoPlacesOfElf(source, parseElf(source, parseElfHeader(source))));
}

function readFrom(path: string): GoBuildInfo | null {
  return readBytes(new Uint8Array(readFileSync(path)));
}

/** e_shoff and e_shnum set to 0. */
function withoutSections(path: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(path));
  const wide = bytes[4] === 2;
  bytes.fill(0, wide ? 40 : 32, wide ? 48 : 36);
  bytes.fill(0, wide ? 60 : 48, wide ? 62 : 50);
  return bytes;
}

type Build = Partial<SharedBuild> & {
  readonly name: string;
  readonly want?: Partial<GoBuildInfo>;
};

const secret = "-ldflags=-s -w -X main.token=hunter2";

const builds: readonly Build[] = [
  { name: "plain", want: { path: "example.com/real/pure", withheld: [] } },
  { name: "-s -w", flags: ["-ldflags=-s -w"], want: { withheld: ["-ldflags"] } },
  { name: "a secret in -ldflags", flags: [secret], want: { withheld: ["-ldflags"] } },
  { name: "a secret, trimmed", flags: [secret, "-trimpath"], want: { withheld: [] } },
  { name: "-tags", flags: ["-tags=netgo,x.y"] },
  { name: "PIE", flags: ["-buildmode=pie", "-gcflags=-l"], want: { withheld: ["-gcflags"] } },
  { name: "a program with the magic among its constants", program: "reader" },
  { name: "linux/arm64", platform: "linux/arm64" },
  { name: "linux/s390x", platform: "linux/s390x" },
  { name: "linux/386", platform: "linux/386" },
  { name: "linux/386 -s -w", platform: "linux/386", flags: ["-ldflags=-s -w"] },
];

const oldGos = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.27"].map((version) => `/usr/lib/go-${version}/bin/go`);
const old: readonly Build[] =
  process.env.FULL === "true"
    ? oldGos.filter(existsSync).flatMap((go) => [
        { name: go, go, flags: ["-tags=a"] },
        { name: `${go} -s -w -trimpath`, go, flags: [secret, "-trimpath"] },
        { name: `${go} s390x`, go, platform: "linux/s390x" },
        { name: `${go} PIE`, go, flags: ["-buildmode=pie"] },
      ])
    : [];

describeWith(["go", "strip"], "what go builds", () => {
  const folder = makeScratch();

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function build({ program = "pure", ...row }: Build): string {
    return goBuild({ program, ...row });
  }

  it.each([...builds, ...old])("$name: as go version -m says, with and without sections", (row) => {
    const path = build(row);
    const info = readFrom(path);
    if (info === null) {
      expect.unreachable("no build info");
    }
    expect(info).toEqual(goVersion(path, info));
    expect(info).toMatchObject(row.want ?? {});
    expect(JSON.stringify(info)).not.toContain("hunter2");
    expect(readBytes(withoutSections(path))).toEqual(info);
    const asked = {
      goos: "linux",
      goarch: (row.platform ?? hostPlatform).split("/")[1] ?? "",
      cgoEnabled: "0" as const,
      buildmode: row.flags?.includes("-buildmode=pie") === true ? "pie" : null,
      tags: row.flags?.flatMap((flag) => /^-tags=(.*)/.exec(flag)?.[1]?.split(",") ?? []) ?? [],
    };
    expect(compareBuildInfo(info, asked)).toEqual([]);
    expect(compareBuildInfo(info, { ...asked, goarch: "mips" })).toHaveLength(1);
  });

  it("the section alone is enough, and is looked at first", () => {
    const path = build({ name: "plain" });
    const source = sourceOf(new Uint8Array(readFileSync(path)));
    const facts = parseElf(source, parseElfHeader(source));
    const places = buildInfoPlacesOfElf(source, facts);
    expect(places.ranges).toHaveLength(facts.loads.length + 1);
    expect(places.ranges[0]?.length).toBeLessThan(4096n);
    expect(readGoBuildInfo(source, { ...places, ranges: places.ranges.slice(0, 1) })).toEqual(readFrom(path));
  });

  it("stripped by strip", () => {
    const path = join(folder, "stripped");
    copyFileSync(build({ name: "plain" }), path);
    const info = readFrom(path);
    execFileSync("strip", ["-s", path]);
    expect(readFrom(path)).toEqual(info);
    expect(readBytes(withoutSections(path))).toEqual(info);
    expect(info).not.toBeNull();
  });

  it("the go command itself, and its compiler", () => {
    const env = { ...process.env, ...cleanGo };
    const go = join(execFileSync("go", ["env", "GOROOT"], { encoding: "utf8", env }).trim(), "bin", "go");
    const compiler = execFileSync("go", ["tool", "-n", "compile"], { encoding: "utf8", env }).trim();
    for (const path of [go, compiler]) {
      const info = readFrom(path);
      expect(info).toEqual(info === null ? "build info" : goVersion(path, info));
    }
  });

  it("a program of Go 1.17, from Go's own tests", (context) => {
    const env = { ...process.env, ...cleanGo };
    const root = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8", env }).trim();
    const path = join(root, "src/debug/buildinfo/testdata/go117/go117.base64");
    context.skip(!existsSync(path), "this Go comes without its tests");
    const program = join(folder, "go117");
    writeFileSync(program, Buffer.from(readFileSync(path, "utf8"), "base64"));
    const info = readFrom(program);
    expect(info?.goVersion).toBe("go1.17");
    expect(info).toEqual(info === null ? "build info" : goVersion(program, info));
    expect(readBytes(withoutSections(program))).toEqual(info);
  });

  it("a C program has none", () => {
    expect(readFrom(process.execPath)).toBeNull();
  });
});
