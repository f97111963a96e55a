import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoImports } from "../../src/explain/go-imports.ts";
import { describeWith } from "../support/tools.ts";

const rows: readonly { name: string; source: string; want: readonly string[] }[] = [
  { name: "no import", source: "package p\n\nfunc f() {}\n", want: [] },
  { name: "one import", source: 'package p\n\nimport "fmt"\n', want: ["3 fmt"] },
  { name: "a raw string", source: "package p\nimport `fmt`\n", want: ["2 fmt"] },
  {
    name: "a group",
    source: 'package p\n\nimport (\n\t"fmt"\n\n\t"net/http"\n)\n',
    want: ["4 fmt", "6 net/http"],
  },
  {
    name: "named, dot and blank imports",
    source: 'package p\nimport (\n\tf "fmt"\n\t. "math"\n\t_ "net"\n\tæ1_ "os"\n)\nimport x "time"\n',
    want: ["3 fmt", "4 math", "5 net", "6 os", "8 time"],
  },
  {
    name: "several declarations",
    source: 'package p\nimport "a"\nimport ("b")\nimport "c"\n',
    want: ["2 a", "3 b", "4 c"],
  },
  { name: "an empty group", source: 'package p\nimport ()\nimport "a"\n', want: ["3 a"] },
  {
    name: "all on one line",
    source: 'package p; import "a"; import ("b"; c "d"); func f() {}',
    want: ["1 a", "1 b", "1 d"],
  },
  {
    name: "nothing between import and its path",
    source: 'package p\nimport"a"\nimport("b")\nimport _"c"\n',
    want: ["2 a", "3 b", "4 c"],
  },
  {
    name: "comments everywhere",
    source:
      '// "no"\n/* import "no"\n*/ package /* x */ p // import "no"\nimport /* "no" */ ( // "no"\n\t"a" // "no"\n\t/*\n"no"\n*/ b /**/ "c"\n)\n',
    want: ["5 a", "8 c"],
  },
  {
    name: "a build constraint and a licence",
    source: '//go:build linux\n\n/*\n\n*/\npackage p\n\nimport "a"\n',
    want: ["8 a"],
  },
  {
    name: 'import "C" with a preamble',
    source: 'package p\n\n/*\n#include <stdio.h>\nstatic char *s = "import \\"no\\"";\n*/\nimport "C"\n\nimport "a"\n',
    want: ["7 C", "9 a"],
  },
  { name: "a preamble of line comments", source: 'package p\n// #cgo LDFLAGS: "-lm"\nimport "C"\n', want: ["3 C"] },
  { name: "a BOM", source: '\uFEFFpackage p\nimport "a"\n', want: ["2 a"] },
  {
    name: "line ends of Windows",
    source: 'package p\r\n// x\r\nimport (\r\n\t"a"\r\n)\r\nimport "b"\r\n',
    want: ["4 a", "6 b"],
  },
  { name: "no line end at the end", source: 'package p\nimport "a"', want: ["2 a"] },
  { name: "a package called import_", source: 'package import_\nimport "a"\n', want: ["2 a"] },
  {
    name: "imports after the first declaration are none",
    source: 'package p\nimport "a"\nvar x = 1\nimport "b"\n',
    want: ["2 a"],
  },
  { name: "strings of the code are none", source: 'package p\nimport "a"\nfunc f() { g("b") }\n', want: ["2 a"] },
  { name: "a declaration that begins like import", source: 'package p\nvar imports = "b"\n', want: [] },
  { name: "garbage", source: "%!$", want: [] },
  { name: "garbage behind an import", source: 'package p\nimport "a"\n%\nimport "b"\n', want: ["2 a"] },
  { name: "an ELF file", source: "\x7fELF\x02\x01\x01\0\0\0", want: [] },
  { name: "nothing", source: "", want: [] },
  { name: "an open comment", source: 'package p\nimport "a"\n/* import "b"\n', want: ["2 a"] },
  { name: "an open string", source: 'package p\nimport "a"\nimport "b\n', want: ["2 a"] },
  { name: "an open group", source: 'package p\nimport (\n"a"\n', want: ["3 a"] },
];

const shown = (source: string): string[] => parseGoImports(source).map(({ path, line }) => `${line} ${path}`);

describe("parseGoImports", () => {
  it.each(rows)("$name", ({ source, want }) => {
    expect(shown(source)).toEqual(want);
  });

  it.each(rows)("cut off anywhere it finds no more than in the whole: $name", ({ source }) => {
    const all = shown(source);
    for (let length = 0; length <= source.length; length++) {
      const found = shown(source.slice(0, length));
      expect(found, `cut at ${length}`).toEqual(all.slice(0, found.length));
    }
  });

  it("never throws, and every line is one of the file", () => {
    const piece = fc.constantFrom(
      "package",
      " p",
      "\n",
      "import",
      "(",
      ")",
      '"a"',
      "`b\n`",
      "//",
      "/*",
      "*/",
      '"',
      "`",
      ";",
      "\\",
      ".",
      "_",
      "\r",
      "\u2028",
      "𝒳",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join("");
        const lines = source.split("\n").length;
        for (const { line } of parseGoImports(source)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { name: "a long comment", source: `package p\n/*${"*".repeat(1_000_000)}` },
    { name: "a long string", source: `package p\nimport "${"\\a".repeat(500_000)}` },
    { name: "many blanks", source: `package p${" \n".repeat(500_000)}%` },
  ])("$name takes no time that grows with its square", ({ source }) => {
    const started = performance.now();
    expect(parseGoImports(source)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describeWith(["go"], "the real standard library", () => {
  type Listed = {
    readonly Dir: string;
    readonly ImportPath: string;
    readonly GoFiles?: readonly string[];
    readonly CgoFiles?: readonly string[];
    readonly Imports?: readonly string[];
    readonly ImportMap?: Readonly<Record<string, string>>;
  };
  const names =
    "net net/http os os/user plugin runtime/cgo crypto/tls crypto/x509 encoding/json go/types runtime time text/template".split(
      " ",
    );

  it.each(names)("%s: the imports of its files are those that go list names", (name) => {
    const text = execFileSync("go", ["list", "-json=Dir,ImportPath,GoFiles,CgoFiles,Imports,ImportMap", name], {
      encoding: "utf8",
      env: { ...process.env, GOFLAGS: "", CGO_ENABLED: "1", GOOS: "linux", GOARCH: "amd64" },
    });
    const { Dir, GoFiles = [], CgoFiles = [], Imports = [], ImportMap = {} } = JSON.parse(text) as Listed;
    const files = [...GoFiles, ...CgoFiles];
    expect(files.length).toBeGreaterThan(0);
    const found = new Set<string>();
    for (const file of files) {
      const source = readFileSync(join(Dir, file), "utf8");
      const lines = source.split("\n");
      for (const { path, line } of parseGoImports(source)) {
        expect(lines[line - 1]).toContain(path);
        found.add(ImportMap[path] ?? path);
      }
    }
    expect([...found].toSorted()).toEqual([...Imports].toSorted());
  });
});
