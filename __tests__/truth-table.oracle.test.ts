import { spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goLinkage, root } from "./support/cli.ts";
import { describeWith } from "./support/tools.ts";
import type { Report } from "../src/model/report.ts";

// The checks that people use to see whether a binary is static, each on fourteen small files. All of them are wrong somewhere, most
// of them by calling a file static that does not start in an empty root. Ours must be right everywhere. The table in README.md is
// what this test measures.

/** File name -> whether it starts in an empty root. */
const truth: Readonly<Record<string, boolean>> = {
  dynamic: false,
  static: true,
  "static-pie": true,
  "static-pie-without-DF_1_PIE": true,
  "loader-only-pie": false,
  "loader-only-pie-arm64": false,
  "exec-with-interp-only": false,
  "packed-dynamic": false,
  "static-nss": true,
  "musl-dynamic": false,
  "failed-download": false,
  "library.so": false,
  "archive.a": false,
  "text.txt": false,
};
const names = Object.keys(truth);

/** The files of the table in README.md: file name -> how the table describes it. */
const comparedInReadme: Readonly<Record<string, string>> = {
  static: "`CGO_ENABLED=0`",
  dynamic: "Imports `net`, plain `go build`, stripped",
  "static-pie": "Static PIE (`-extldflags=-static-pie`)",
  "static-nss": "Static glibc that calls `getaddrinfo`",
  "musl-dynamic": "Linked dynamically with musl",
  "loader-only-pie": "`CGO_ENABLED=0 -buildmode=pie`",
  "loader-only-pie-arm64": "The same, cross-compiled for arm64",
  "packed-dynamic": "Dynamic, packed with UPX",
  "failed-download": "A download that failed (HTML)",
};

type Check = { readonly name: string; readonly saysStatic: (file: string) => boolean };

const tool = (program: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return stdout + stderr;
};

const goChecks = `package main

import (
	"debug/elf"
	"fmt"
	"os"
)

func main() {
	file, err := elf.Open(os.Args[1])
	if err != nil {
		// The first asks for a readable file, the others take an error for "nothing dynamic here".
		fmt.Println("false true true")
		return
	}
	interp := false
	for _, prog := range file.Progs {
		interp = interp || prog.Type == elf.PT_INTERP
	}
	libraries, _ := file.ImportedLibraries()
	fmt.Println(!interp, !interp, len(libraries) == 0)
}
`;

describeWith(["go", "gcc", "musl-gcc", "file", "readelf", "upx"], "the truth table of static checks", () => {
  const dir = mkdtempSync(join(tmpdir(), "truth-"));
  const file = (name: string): string => join(dir, name);
  const judged = new Map<string, boolean>();
  const words = new Map<string, string>();

  const checks: readonly Check[] = [
    {
      name: "xx-verify --static",
      saysStatic: (path) => {
        const text = tool("file", "-L", "-b", path);
        return (
          /statically linked|static-pie/.test(text) || (text.includes(" pie ") && !text.includes(", interpreter "))
        );
      },
    },
    {
      name: "file: ELF executable, (statically|static-pie) linked",
      saysStatic: (path) => /ELF.*executable, .*, (statically|static-pie) linked,/.test(tool("file", path)),
    },
    { name: 'file | grep "statically linked"', saysStatic: (path) => tool("file", path).includes("statically linked") },
    {
      name: 'ldd | grep "not a dynamic executable"',
      saysStatic: (path) => tool("ldd", path).includes("not a dynamic executable"),
    },
    {
      name: 'ldd | grep "not a dynamic\\|statically linked"',
      saysStatic: (path) => /not a dynamic|statically linked/.test(tool("ldd", path)),
    },
    { name: "readelf -l without INTERP", saysStatic: (path) => !/^ +INTERP/m.test(tool("readelf", "-lW", path)) },
    { name: "readelf -d without NEEDED", saysStatic: (path) => !tool("readelf", "-dW", path).includes("(NEEDED)") },
    ...[
      "debug/elf: readable, no PT_INTERP",
      "debug/elf: unreadable or no PT_INTERP",
      "debug/elf: no ImportedLibraries",
    ].map((name, at) => ({
      name,
      saysStatic: (path: string) => tool(file("gochecks"), path).trim().split(" ")[at] === "true",
    })),
  ];

  beforeAll(async () => {
    const source = join(dir, "src");
    mkdirSync(join(source, "checks"), { recursive: true });
    writeFileSync(join(source, "go.mod"), "module example.com/truth\n\ngo 1.19\n");
    writeFileSync(join(source, "main.go"), 'package main\n\nimport _ "net"\n\nfunc main() {}\n');
    writeFileSync(join(source, "checks/main.go"), goChecks);
    const build = (
      name: string,
      args: readonly string[],
      { from = source, ...env }: Readonly<Record<string, string>>,
    ): void => {
      const result = spawnSync("go", ["build", "-o", file(name), ...args], {
        cwd: from,
        encoding: "utf8",
        env: { ...process.env, ...env },
      });
      expect(result.status, `${name}: ${result.stderr}`).toBe(0);
    };
    build("gochecks", ["./checks"], { CGO_ENABLED: "0" });
    build("dynamic", ["-ldflags=-s -w", "."], { CGO_ENABLED: "1" });
    build("static", ["."], { CGO_ENABLED: "0" });
    const staticPie = ["-buildmode=pie", "-tags=netgo", "-ldflags=-linkmode=external -extldflags=-static-pie", "."];
    build("static-pie", staticPie, { CGO_ENABLED: "1" });
    build("loader-only-pie", ["-buildmode=pie", "."], { CGO_ENABLED: "0" });
    build("loader-only-pie-arm64", ["-buildmode=pie", "."], { CGO_ENABLED: "0", GOARCH: "arm64" });
    build("library.so", ["-buildmode=c-shared", "."], { CGO_ENABLED: "1", from: join(root, "examples/bindings") });
    build("archive.a", ["-buildmode=c-archive", "."], { CGO_ENABLED: "1", from: join(root, "examples/bindings") });
    build("static-nss", ["-ldflags=-linkmode=external -extldflags=-static", "."], { CGO_ENABLED: "1" });
    build("musl-dynamic", ["-ldflags=-linkmode=external", "."], { CGO_ENABLED: "1", CC: "musl-gcc" });
    writeFileSync(file("failed-download"), "<!DOCTYPE html><title>404 Not Found</title>\n");
    writeFileSync(file("text.txt"), "root:x:0:0:root:/root:/bin/sh\n");
    copyFileSync(file("static-pie"), file("static-pie-without-DF_1_PIE"));
    clearPieFlag(file("static-pie-without-DF_1_PIE"));
    copyFileSync(file("static"), file("exec-with-interp-only"));
    addInterpreter(file("exec-with-interp-only"));
    expect(tool("upx", "-q", "-o", file("packed-dynamic"), file("dynamic"))).toContain("Packed 1 file");

    const { stdout, stderr } = await goLinkage([
      "inspect",
      "--json",
      ...names.filter((name) => name !== "archive.a").map(file),
    ]);
    expect(stdout, stderr).not.toBe("");
    for (const cell of (JSON.parse(stdout) as Report).cells) {
      const name = (cell.artifact?.path ?? "").slice(dir.length + 1);
      judged.set(name, cell.linkage?.kind === "static" || cell.linkage?.kind === "static-pie");
      words.set(name, describeLinkage(cell));
    }
    // An archive that is named is a mistake of the caller's, not an answer.
    judged.set("archive.a", (await goLinkage(["inspect", file("archive.a")])).exitCode !== 2);
  });

  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it.each(names)("go-linkage is right on %s", (name) => {
    expect(judged.get(name)).toBe(truth[name]);
  });

  // The truth itself, from the kernel.
  it.runIf(process.getuid?.() === 0 && process.arch === "x64").each(names)("the kernel agrees on %s", (name) => {
    const empty = mkdtempSync(join(tmpdir(), "empty-root-"));
    try {
      copyFileSync(file(name), join(empty, "app"));
      spawnSync("chmod", ["+x", join(empty, "app")]);
      expect(spawnSync("chroot", [empty, "/app"]).status === 0).toBe(truth[name]);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });

  it("README.md has the table that is measured here", () => {
    const columns = [
      'file | grep "statically linked"',
      'ldd | grep "not a dynamic executable"',
      "readelf -l without INTERP",
      "debug/elf: unreadable or no PT_INTERP",
    ].map((name) => checks.find((check) => check.name === name));
    const measured = Object.entries(comparedInReadme).map(([name, label]) => [
      label,
      truth[name] === true ? "yes" : "no",
      ...columns.map((check) => {
        const answer = check?.saysStatic(file(name)) === true;
        const word = answer ? "static" : "not static";
        return answer === truth[name] ? word : `**${word}**`;
      }),
      words.get(name),
    ]);
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const table = readme.slice(readme.indexOf("| A binary of these"));
    const rows = table.slice(0, table.indexOf("\n\n")).split("\n").slice(2);
    expect(
      rows.map((row) =>
        row
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    ).toEqual(measured);
  });

  it.each(checks)("$name is wrong somewhere", ({ saysStatic }) => {
    expect(names.filter((name) => saysStatic(file(name)) !== truth[name])).not.toEqual([]);
  });

  it.each(checks.filter(({ name }) => !name.startsWith("debug/elf: readable")))(
    "$name calls a file static that is not",
    ({ saysStatic }) => {
      expect(names.filter((name) => saysStatic(file(name)) && truth[name] === false)).not.toEqual([]);
    },
  );
});

/** What the report says of a file, in a few words. */
function describeLinkage({ linkage, findings }: Report["cells"][number]): string {
  if (linkage === null) return "";
  const { kind } = linkage;
  if (kind !== "dynamic") return findings.some((finding) => finding.kind === "nss") ? `${kind}, loads NSS` : kind;
  if (linkage.loaderOnly) return "dynamic: loader only";
  return `dynamic: ${linkage.libc ?? "no C library"}${linkage.minGlibc === null ? "" : ` ${linkage.minGlibc}`}`;
}

const programHeaders = { offset: 0x20, size: 0x36, count: 0x38 };

/** The program header of a type in a 64-bit little-endian ELF, as its offset in the file. */
function findProgramHeader(bytes: Buffer, type: number): number {
  const start = Number(bytes.readBigUInt64LE(programHeaders.offset));
  const size = bytes.readUInt16LE(programHeaders.size);
  for (let at = 0; at < bytes.readUInt16LE(programHeaders.count); at++) {
    if (bytes.readUInt32LE(start + at * size) === type) return start + at * size;
  }
  throw new Error(`no program header of type ${type}`);
}

/** Takes DF_1_PIE out of DT_FLAGS_1: file(1) needs the bit to see a static PIE, the kernel does not. */
function clearPieFlag(path: string): void {
  const bytes = readFileSync(path);
  const dynamic = findProgramHeader(bytes, 2);
  for (let at = Number(bytes.readBigUInt64LE(dynamic + 8)); bytes.readBigUInt64LE(at) !== 0n; at += 16) {
    if (bytes.readBigUInt64LE(at) === 0x6ffffffbn)
      bytes.writeBigUInt64LE(bytes.readBigUInt64LE(at + 8) & ~0x08000000n, at + 8);
  }
  writeFileSync(path, bytes);
}

/** Makes PT_INTERP of PT_GNU_STACK: a loader, and no PT_DYNAMIC beside it. */
function addInterpreter(path: string): void {
  const bytes = readFileSync(path);
  const header = findProgramHeader(bytes, 0x6474e551);
  const interpreter = Buffer.from("/lib64/ld-linux-x86-64.so.2\0");
  bytes.writeUInt32LE(3, header);
  bytes.writeBigUInt64LE(BigInt(bytes.length), header + 8);
  bytes.writeBigUInt64LE(BigInt(interpreter.length), header + 32);
  bytes.writeBigUInt64LE(BigInt(interpreter.length), header + 40);
  writeFileSync(path, bytes);
  appendFileSync(path, interpreter);
}
