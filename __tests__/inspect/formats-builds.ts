import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { type Choice, ownKind } from "../support/sample.ts";
import { BUILD_TIMEOUT, goBuild, makeScratch, readBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf } from "./byte-source.ts";
import type { Linkage, Inspection } from "../../src/model/artifact.ts";

// What go builds for macOS, Windows and AIX, next to what Go's own debug packages and objdump read in it.

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

export const folder = makeScratch();

afterAll(() => {
  rmSync(folder, { recursive: true });
});

export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "", GO111MODULE: "on", GOWORK: "off", GOTOOLCHAIN: "local", LC_ALL: "C", ...env },
    stdio: "pipe",
    maxBuffer: 64 * 1024 * 1024,
  });
}

export function inspectFile(path: string): Inspection {
  return inspect(sourceOf(new Uint8Array(readFileSync(path))));
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

type Row = {
  readonly kind: string;
  readonly platform: string;
  readonly program: "pure" | "net";
  readonly flags: readonly string[];
};

/** Two programs for each of the platforms, as they are and stripped. */
export function buildsFor(platforms: readonly string[]): readonly Row[] {
  const stripped = ["-ldflags=-s -w"];
  return platforms.flatMap((platform): Row[] => [
    { kind: `${platform} net`, platform, program: "net", flags: [] },
    { kind: `${platform} net stripped`, platform, program: "net", flags: stripped },
    { kind: `${platform} pure`, platform, program: "pure", flags: [] },
    { kind: `${platform} pure`, platform, program: "pure", flags: stripped },
  ]);
}

/** Libraries and the rest of each build, as Go's own packages read them. */
export function testLibraries(builds: readonly Row[]): void {
  const of = (goos: string): readonly Row[] => builds.filter(({ platform }) => platform.startsWith(`${goos}/`));

  it.each(of("darwin"))(
    "for $platform, $program $flags: system, as debug/macho reads it",
    (row) => {
      const path = goBuild(row);
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

  it.each(of("windows"))(
    "for $platform, $program $flags: system, as debug/pe reads it",
    (row) => {
      const path = goBuild(row);
      const facts = askOne(path);
      const { linkage, ...rest } = inspectFile(path);
      expect(rest).toMatchObject({ format: "pe", machine: row.platform.split("/")[1], linkMode: "internal" });
      expect(linkage).toMatchObject({ kind: "system", minOs: facts.MinOs, interpreter: null });
      expect(linkage.needed.toSorted()).toEqual(facts.Libraries);
    },
    BUILD_TIMEOUT,
  );

  it.each(of("aix"))(
    "for $platform, $program $flags: system, as internal/xcoff reads it",
    (row) => {
      const path = goBuild(row);
      const { linkage, ...rest } = inspectFile(path);
      expect(rest).toMatchObject({ format: "xcoff", machine: "ppc64" });
      expect(linkage).toMatchObject({ kind: "system", runpath: ["/usr/lib", "/lib"], minOs: null });
      // internal/xcoff opens no stripped file, but stripping takes no library away.
      const { Libraries } = askOne(goBuild({ ...row, flags: [] }));
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
      expect(inspectFile(goBuild({ platform, program: "pure" })).linkage).toMatchObject({
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
      const kinds = judgeCut(readBuild({ platform, program: "net" }));
      expect(kinds.filter(({ kind }) => kind !== "unreadable")).toEqual([]);
    },
    BUILD_TIMEOUT,
  );
}

/**
 * The names that objdump lists under "The Import Tables". It finds none in what Go links itself and leaves DWARF in: it
 * takes compressed sections for as long as they would be in full, and looks for the table in the wrong one.
 */
export function objdump(path: string): readonly string[] {
  return Array.from(run("objdump", ["-p", path]).matchAll(/DLL Name: (.*)/g), (match) => match[1] ?? "");
}

export function testObjdump(platforms: readonly string[]): void {
  describeWith(["go", "objdump"], "objdump reads the same libraries", () => {
    it.each(platforms)(
      "for %s",
      (platform) => {
        const path = goBuild({ platform, program: "net", flags: ["-ldflags=-s -w"] });
        expect(inspectFile(path).linkage.needed).toEqual(objdump(path));
      },
      BUILD_TIMEOUT,
    );
  });
}

export const MINGW = "x86_64-w64-mingw32-gcc";

const linked = (["internal", "external"] as const).flatMap((mode) =>
  ["", "-s -w "].flatMap((strip) =>
    (["cgo", "net", "pure"] as const).map((program) => {
      return { kind: `${mode} ${strip}`, mode, program, flags: [`-ldflags=${strip}-linkmode=${mode}`] };
    }),
  ),
);

/** Programs linked with the C compiler for Windows. */
export function testMingw(choose: Choice): void {
  describeWith(["go", "objdump", MINGW], "with the C compiler for Windows", () => {
    it.each(choose(linked, ownKind))(
      "$mode linking of $program is told ($flags)",
      ({ mode, program, flags }) => {
        const path = goBuild({ platform: "windows/amd64", program, cc: MINGW, flags });
        const inspection = inspectFile(path);
        expect(inspection).toMatchObject({ linkMode: mode, linkage: { kind: "system" } });
        if (mode === "external" || flags[0]?.includes("-s -w") === true) {
          expect(inspection.linkage.needed).toEqual(objdump(path));
        }
      },
      BUILD_TIMEOUT,
    );
  });
}

export function testPacked(platforms: readonly string[]): void {
  describeWith(["go", "upx"], "packed by UPX", () => {
    it.each(platforms)(
      "%s is packed",
      (platform) => {
        const path = goBuild({ platform, program: "pure", flags: ["-ldflags=-s -w"] });
        const packed = join(folder, `${platform.replace("/", "-")}.upx`);
        run("upx", ["-1", "-q", "--force-macos", "-o", packed, path]);
        expect(inspectFile(packed)).toMatchObject({ linkMode: "unknown", linkage: { kind: "packed", needed: [] } });
      },
      BUILD_TIMEOUT,
    );
  });
}
