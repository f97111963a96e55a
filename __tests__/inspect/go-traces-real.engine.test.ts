import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { compareBuildInfo } from "../../src/inspect/go-buildinfo-compare.ts";
import { cleanGo, goVersion } from "../support/go-version.ts";
import { buildFat, CPU } from "../support/macho-builder.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Inspection } from "../../src/model/artifact.ts";

// Build info and cgo's names in what go builds for macOS, Windows and AIX, next to `go version -m` and `go tool nm`.

const BUILD_TIMEOUT = 300_000;

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

const platforms = ["darwin/amd64", "darwin/arm64", "windows/amd64", "windows/386", "windows/arm64", "aix/ppc64"];
const secret = "-ldflags=-s -w -X main.token=hunter2";
const oldGos = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.27"].map((version) => `/usr/lib/go-${version}/bin/go`);

type Build = {
  readonly platform: string;
  readonly go?: string;
  readonly flags?: readonly string[];
  readonly program?: string;
  readonly cc?: string;
};

const rows: readonly Build[] = platforms.flatMap((platform) => [
  { platform },
  { platform, flags: [secret, "-tags=netgo,x.y"] },
  { platform, flags: ["-trimpath"], program: "./reader" },
  ...(platform.startsWith("aix") ? [] : [{ platform, flags: ["-buildmode=pie", "-gcflags=-l"] }]),
]);

const old: readonly Build[] =
  process.env.FULL === "true"
    ? oldGos
        .filter((go) => existsSync(go))
        .flatMap((go) =>
          platforms.flatMap((platform) => [
            { go, platform },
            { go, platform, flags: [secret] },
          ]),
        )
    : [];

let folder = "";

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

function build({ platform, go = "go", flags = [], program = ".", cc }: Build): string {
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

describeWith(["go"], "what go builds", () => {
  it.each([...rows, ...old])(
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

  it(
    "darwin: a universal file has the build info of its first slice, and both machines",
    () => {
      const read = (platform: string) => new Uint8Array(readFileSync(build({ platform })));
      const arm64 = read("darwin/arm64");
      const amd64 = read("darwin/amd64");
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
      const bytes = new Uint8Array(readFileSync(build({ platform })));
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

/** The functions that cgo made, by the symbols: of a program that was not stripped. */
function namesByNm(path: string): readonly string[] {
  const stdout = execFileSync("go", ["tool", "nm", path], { encoding: "utf8", maxBuffer: 1 << 26 });
  const names = stdout.matchAll(/ _?(\S+?)\._(?:Cfunc|C2func)_(\w+)(?:\.abi0)?$/gm);
  return Array.from(new Set(Array.from(names, (match) => `${match[1] ?? ""} ${match[2] ?? ""}`))).toSorted();
}

const compilers = [
  { platform: "windows/amd64", cc: "x86_64-w64-mingw32-gcc" },
  { platform: "windows/386", cc: "i686-w64-mingw32-gcc" },
];

for (const { platform, cc } of compilers) {
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
