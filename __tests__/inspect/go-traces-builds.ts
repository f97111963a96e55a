import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { compareBuildInfo } from "../../src/inspect/go-buildinfo-compare.ts";
import { cleanGo, goVersion } from "../support/go-version.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Inspection } from "../../src/model/artifact.ts";

// Build info and cgo's names in what go builds for macOS, Windows and AIX, next to `go version -m` and `go tool nm`.

export const BUILD_TIMEOUT = 300_000;

const files: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/real\n\ngo 1.19\n",
  "main.go": 'package main\n\nvar token string\n\nfunc main() { println("hi", token) }\n',
  "reader/main.go":
    'package main\n\nimport "debug/buildinfo"\n\nfunc main() { _, err := buildinfo.ReadFile("x"); println(err) }\n',
  "cgo/main.go":
    "package main\n\n// #include <stdlib.h>\n// int answer(void) { return 42; }\n// double root(double x) { return x; }\n" +
    'import "C"\n\nimport (\n\t"unsafe"\n\n\t"example.com/real/more.v1"\n)\n\n' +
    'func main() {\n\ttext := C.CString("x")\n\tC.free(unsafe.Pointer(text))\n\tvalue, err := C.root(2)\n' +
    "\tprintln(C.answer(), value, err, more.Twice(2))\n}\n",
  "more.v1/more.go":
    'package more\n\n// int twice(int x) { return 2 * x; }\nimport "C"\n\nfunc Twice(x int) int { return int(C.twice(C.int(x))) }\n',
};

const secret = "-ldflags=-s -w -X main.token=hunter2";

export type Build = {
  readonly platform: string;
  readonly go?: string;
  readonly flags?: readonly string[];
  readonly program?: string;
  readonly cc?: string;
};

/** What is built for a platform: as it is, stripped with a secret, and as a PIE. */
export function buildsFor(platform: string): readonly Build[] {
  return [
    { platform },
    { platform, flags: [secret, "-tags=netgo,x.y"] },
    // XCOFF knows no PIE.
    ...(platform.startsWith("aix") ? [] : [{ platform, flags: ["-buildmode=pie", "-gcflags=-l"] }]),
  ];
}

/** Programs of an older Go, by the path of its go command. */
export function oldBuildsFor(go: string, platform: string): readonly Build[] {
  return [
    { go, platform },
    { go, platform, flags: [secret] },
  ];
}

export let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "go-traces-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

export function build({ platform, go = "go", flags = [], program = ".", cc }: Build): string {
  const [GOOS, GOARCH] = platform.split("/");
  // gcc for Windows adds ".exe" to a name without an ending.
  const path = join(folder, "out.exe");
  const cgo = cc === undefined ? { CGO_ENABLED: "0" } : { CGO_ENABLED: "1", CC: cc };
  execFileSync(go, ["build", "-buildvcs=false", "-o", path, ...flags, program], {
    cwd: folder,
    env: { ...process.env, ...cleanGo, GOOS, GOARCH, ...cgo },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return path;
}

function inspectFile(path: string): Inspection {
  return inspect(sourceOf(new Uint8Array(readFileSync(path))), { cgoCalls: true });
}

/** Build info of each, as `go version -m` says. */
export function testBuildInfo(builds: readonly Build[]): void {
  it.each(builds)(
    "$platform $program $flags $go: as go version -m says",
    (row) => {
      const { go, cgoCalls, machine } = inspectFile(build(row));
      if (go === null) expect.unreachable("no build info");
      const [goos = "", goarch = ""] = row.platform.split("/");
      // Go reads no stripped XCOFF file. The flags that strip it are withheld, so the whole one has the same record.
      const flags = goos === "aix" ? row.flags?.map((flag) => flag.replace("-s -w ", "")) : row.flags;
      expect(go).toEqual(goVersion(build({ ...row, ...(flags && { flags }) }), go));
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
        const program = "./cgo";
        const plain = build({ platform, cc, program, flags: [`-ldflags=-linkmode=${mode}`] });
        const helpers = ["CString", "_CMalloc"];
        const names = namesByNm(plain).filter((name) => !helpers.some((helper) => name.endsWith(` ${helper}`)));
        const path = build({ platform, cc, program, flags: [`-ldflags=${strip}-linkmode=${mode}`] });
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
