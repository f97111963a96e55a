import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { sourceOf } from "./byte-source.ts";
import type { Linkage, Inspection } from "../../src/model/artifact.ts";

// What go builds for macOS, Windows and AIX, next to what Go's own debug packages and objdump read in it.

export const BUILD_TIMEOUT = 300_000;

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

export let folder = "";

export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "", GO111MODULE: "on", GOWORK: "off", GOTOOLCHAIN: "local", LC_ALL: "C", ...env },
    stdio: "pipe",
    maxBuffer: 64 * 1024 * 1024,
  });
}

type Build = { readonly platform: string; readonly program: string; readonly cc?: string; readonly flags?: string[] };

export function build({ platform, program, cc, flags = [] }: Build): string {
  const [os = "", arch = ""] = platform.split("/");
  const name = [os, arch, program, cc ?? "", ...flags].join("-").replaceAll(/[^a-z0-9]+/gi, "-");
  // gcc for Windows adds ".exe" to a name without an ending.
  const file = join("out", flags.includes("-buildmode=c-shared") ? `${name}.dll` : name);
  const cgo = cc === undefined ? { CGO_ENABLED: "0" } : { CGO_ENABLED: "1", CC: cc };
  run("go", ["build", "-o", file, ...flags, `./${program}`], { GOOS: os, GOARCH: arch, ...cgo });
  return join(folder, file);
}

export function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

export function inspectFile(path: string): Inspection {
  return inspect(sourceOf(read(path)));
}

export function ask(path: string): readonly Facts[] {
  return JSON.parse(run(join(folder, "oracle/oracle"), [path])) as Facts[];
}

export function askOne(path: string): Facts {
  const [facts, ...rest] = ask(path);
  if (facts === undefined || rest.length > 0) throw new Error("not one image");
  return facts;
}

export function buildOracle(): void {
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

export function judgeCut(bytes: Uint8Array): { readonly length: number; readonly kind: Linkage["kind"] }[] {
  return lengths(bytes.length).map((length) => ({
    length,
    kind: inspect(sourceOf(bytes.subarray(0, length))).linkage.kind,
  }));
}

/** Libraries and the rest of what is built for platforms of one format, as Go's own packages read them. */
export function testLibraries(platforms: readonly string[]): void {
  const of = (goos: string): readonly string[] => platforms.filter((platform) => platform.startsWith(`${goos}/`));
  const programs = ["pure", "net"];
  const stripped = [[], ["-ldflags=-s -w"]];
  const rows = (platforms: readonly string[]) =>
    platforms.flatMap((platform) =>
      programs.flatMap((program) => stripped.map((flags) => ({ platform, program, flags }))),
    );

  it.each(rows(of("darwin")))(
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

  it.each(rows(of("windows")))(
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

  it.each(rows(of("aix")))(
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
}

export function testUnreadable(rows: readonly { readonly platform: string; readonly reason: string }[]): void {
  it.each(rows)(
    "for $platform: named for what it is",
    ({ platform, reason }) => {
      expect(inspectFile(build({ platform, program: "pure" })).linkage).toMatchObject({
        kind: "unreadable",
        reason: expect.stringContaining(reason) as string,
      });
    },
    BUILD_TIMEOUT,
  );
}

export function testCuts(platforms: readonly string[]): void {
  it.each(platforms)(
    "%s: unreadable when it is cut anywhere",
    (platform) => {
      const kinds = judgeCut(read(build({ platform, program: "net" })));
      expect(kinds.filter(({ kind }) => kind !== "unreadable")).toEqual([]);
    },
    BUILD_TIMEOUT,
  );
}
