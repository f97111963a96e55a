import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { buildFat, CPU } from "../support/macho-builder.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Linkage, Inspection } from "../../src/model/artifact.ts";

// What go builds for macOS, Windows and AIX, next to what Go's own debug packages and objdump read in it.

const BUILD_TIMEOUT = 300_000;

const sources: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/real\n\ngo 1.21\n",
  "pure/main.go": 'package main\n\nfunc main() { println("hi") }\n',
  "net/main.go": 'package main\n\nimport (\n\t"net"\n)\n\nfunc main() { println(net.LookupHost("localhost")) }\n',
  "cgo/main.go":
    'package main\n\n// int answer(void) { return 42; }\nimport "C"\n\nfunc main() { println(C.answer()) }\n',
  "lib/main.go": 'package main\n\nimport "C"\n\n//export Answer\nfunc Answer() int { return 42 }\n\nfunc main() {}\n',
  "own.c": "__declspec(dllexport) int own(void) { return 1; }\n",
  "own/main.go":
    'package main\n\n// #cgo LDFLAGS: -L.. -lown\n// int own(void);\nimport "C"\n\nfunc main() { println(C.own()) }\n',
};

// internal/xcoff of the Go that runs is copied beside it: it is what cmd/link's own tests read XCOFF with.
const oracle = `package main

import (
	"debug/macho"
	"debug/pe"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"example.com/oracle/xcoff"
)

type facts struct {
	Machine   string
	Libraries []string
	MinOs     string
}

func main() {
	path := os.Args[1]
	all := []facts{}
	if fat, err := macho.OpenFat(path); err == nil {
		for _, arch := range fat.Arches {
			all = append(all, ofMacho(arch.File))
		}
	} else if file, err := macho.Open(path); err == nil {
		all = append(all, ofMacho(file))
	} else if file, err := pe.Open(path); err == nil {
		all = append(all, ofPe(file))
	} else if file, err := xcoff.Open(path); err == nil {
		libraries, err := file.ImportedLibraries()
		if err != nil {
			panic(err)
		}
		all = append(all, facts{Libraries: libraries})
	}
	json.NewEncoder(os.Stdout).Encode(all)
}

func ofMacho(file *macho.File) facts {
	libraries, err := file.ImportedLibraries()
	if err != nil {
		panic(err)
	}
	found := facts{Machine: file.Cpu.String(), Libraries: libraries}
	for _, load := range file.Loads {
		raw := load.Raw()
		if binary.LittleEndian.Uint32(raw) == 0x32 {
			found.MinOs = fmt.Sprintf("%d.%d", raw[14], raw[13])
		}
	}
	return found
}

func ofPe(file *pe.File) facts {
	symbols, err := file.ImportedSymbols()
	if err != nil {
		panic(err)
	}
	seen := map[string]bool{}
	found := facts{Libraries: []string{}}
	for _, symbol := range symbols {
		_, library, _ := strings.Cut(symbol, ":")
		if !seen[library] {
			found.Libraries = append(found.Libraries, library)
		}
		seen[library] = true
	}
	sort.Strings(found.Libraries)
	switch header := file.OptionalHeader.(type) {
	case *pe.OptionalHeader32:
		found.MinOs = fmt.Sprintf("%d.%d", header.MajorSubsystemVersion, header.MinorSubsystemVersion)
	case *pe.OptionalHeader64:
		found.MinOs = fmt.Sprintf("%d.%d", header.MajorSubsystemVersion, header.MinorSubsystemVersion)
	}
	found.Machine = fmt.Sprintf("%#x", file.Machine)
	return found
}
`;

type Facts = { readonly Machine: string; readonly Libraries: readonly string[]; readonly MinOs: string };

let folder = "";

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "", GO111MODULE: "on", GOWORK: "off", GOTOOLCHAIN: "local", LC_ALL: "C", ...env },
    stdio: "pipe",
    maxBuffer: 64 * 1024 * 1024,
  });
}

type Build = { readonly platform: string; readonly program: string; readonly cc?: string; readonly flags?: string[] };

function build({ platform, program, cc, flags = [] }: Build): string {
  const [os = "", arch = ""] = platform.split("/");
  const name = [os, arch, program, cc ?? "", ...flags].join("-").replaceAll(/[^a-z0-9]+/gi, "-");
  // gcc for Windows adds ".exe" to a name without an ending.
  const file = join("out", flags.includes("-buildmode=c-shared") ? `${name}.dll` : name);
  const cgo = cc === undefined ? { CGO_ENABLED: "0" } : { CGO_ENABLED: "1", CC: cc };
  run("go", ["build", "-o", file, ...flags, `./${program}`], { GOOS: os, GOARCH: arch, ...cgo });
  return join(folder, file);
}

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function inspectFile(path: string): Inspection {
  return inspect(sourceOf(read(path)));
}

function ask(path: string): readonly Facts[] {
  return JSON.parse(run(join(folder, "oracle/oracle"), [path])) as Facts[];
}

function askOne(path: string): Facts {
  const [facts, ...rest] = ask(path);
  if (facts === undefined || rest.length > 0) throw new Error("not one image");
  return facts;
}

function buildOracle(): void {
  const goroot = run("go", ["env", "GOROOT"]).trim();
  const version = /^go(\d+\.\d+)/.exec(run("go", ["env", "GOVERSION"]))?.[1] ?? "1.21";
  const at = join(folder, "oracle");
  for (const name of ["xcoff", "saferio"]) {
    cpSync(join(goroot, "src/internal", name), join(at, name), {
      recursive: true,
      filter: (path) => !/_test\.go$|testdata$/.test(path),
    });
    for (const file of readdirSync(join(at, name))) {
      const path = join(at, name, file);
      writeFileSync(path, readFileSync(path, "utf8").replace('"internal/saferio"', '"example.com/oracle/saferio"'));
    }
  }
  writeFileSync(join(at, "go.mod"), `module example.com/oracle\n\ngo ${version}\n`);
  writeFileSync(join(at, "main.go"), oracle);
  run("go", ["build", "-C", "oracle", "-o", "oracle", "."], { CGO_ENABLED: "0" });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "go-linkage-formats-"));
  for (const [path, content] of Object.entries(sources)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every so many bytes, and all of the headers and the end: where the answer may change. */
function lengths(size: number): readonly number[] {
  const steps = Array.from({ length: Math.floor(size / 4999) }, (_, index) => index * 4999);
  const ends = Array.from({ length: 200 }, (_, index) => size - 1 - index);
  const starts = Array.from({ length: 4000 }, (_, index) => index);
  return [...starts, ...steps, ...ends].filter((length) => length < size).sort((a, b) => a - b);
}

function judgeCut(bytes: Uint8Array): { readonly length: number; readonly kind: Linkage["kind"] }[] {
  return lengths(bytes.length).map((length) => ({
    length,
    kind: inspect(sourceOf(bytes.subarray(0, length))).linkage.kind,
  }));
}

describeWith(["go"], "what go builds", () => {
  beforeAll(buildOracle, BUILD_TIMEOUT);

  const programs = ["pure", "net"];
  const stripped = [[], ["-ldflags=-s -w"]];
  const rows = (platforms: readonly string[]) =>
    platforms.flatMap((platform) =>
      programs.flatMap((program) => stripped.map((flags) => ({ platform, program, flags }))),
    );

  it.each(rows(["darwin/amd64", "darwin/arm64"]))(
    "for $platform, $program $flags: system, as debug/macho reads it",
    (row) => {
      const path = build(row);
      const facts = askOne(path);
      expect(inspectFile(path)).toMatchObject({
        format: "macho",
        machine: row.platform.split("/")[1],
        linkMode: "unknown",
        linkage: { kind: "system", interpreter: "/usr/lib/dyld", needed: facts.Libraries, minOs: facts.MinOs },
      });
      expect(facts.Libraries).toContain("/usr/lib/libSystem.B.dylib");
      expect(facts.Libraries.includes("/usr/lib/libresolv.9.dylib")).toBe(row.program === "net");
    },
    BUILD_TIMEOUT,
  );

  it.each(rows(["windows/amd64", "windows/386", "windows/arm64"]))(
    "for $platform, $program $flags: system, as debug/pe reads it",
    (row) => {
      const path = build(row);
      const facts = askOne(path);
      const { linkage, ...rest } = inspectFile(path);
      expect(rest).toMatchObject({ format: "pe", machine: row.platform.split("/")[1], linkMode: "internal" });
      expect(linkage).toMatchObject({ kind: "system", minOs: facts.MinOs, interpreter: null });
      expect(linkage.needed.toSorted()).toEqual(facts.Libraries);
    },
    BUILD_TIMEOUT,
  );

  it.each(rows(["aix/ppc64"]))(
    "for $platform, $program $flags: system, as internal/xcoff reads it",
    (row) => {
      const path = build(row);
      const { linkage, ...rest } = inspectFile(path);
      expect(rest).toMatchObject({ format: "xcoff", machine: "ppc64" });
      expect(linkage).toMatchObject({ kind: "system", runpath: ["/usr/lib", "/lib"], minOs: null });
      // internal/xcoff opens no stripped file, but stripping takes no library away.
      const { Libraries } = askOne(build({ ...row, flags: [] }));
      expect(Libraries.length).toBeGreaterThan(0);
      expect(linkage.needed).toEqual(Libraries.map((library) => library.replace(/\/([^/]*)$/, "($1)")));
    },
    BUILD_TIMEOUT,
  );

  it.each([
    { platform: "js/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "wasip1/wasm", reason: "WebAssembly module: a host runs it" },
    { platform: "plan9/amd64", reason: "Plan 9 a.out for amd64" },
    { platform: "plan9/386", reason: "Plan 9 a.out for 386" },
    { platform: "plan9/arm", reason: "Plan 9 a.out for arm" },
  ])(
    "for $platform: named for what it is",
    ({ platform, reason }) => {
      expect(inspectFile(build({ platform, program: "pure" })).linkage).toMatchObject({
        kind: "unreadable",
        reason: expect.stringContaining(reason) as string,
      });
    },
    BUILD_TIMEOUT,
  );

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

  it.each(["darwin/amd64", "darwin/arm64", "windows/amd64", "windows/386"])(
    "%s: unreadable when it is cut anywhere",
    (platform) => {
      const kinds = judgeCut(read(build({ platform, program: "net" })));
      expect(kinds.filter(({ kind }) => kind !== "unreadable")).toEqual([]);
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
