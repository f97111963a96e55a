import { describe, expect, it } from "vitest";
import { DynamicImportFinder, importedLibraries } from "../../src/predict/dynamic-imports.ts";
import type { ByteSource } from "../../src/ports/types.ts";
import { makePackage } from "../support/planned.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("importedLibraries", () => {
  const row = (text: string, ...want: readonly string[]): { text: string; want: readonly string[] } => ({ text, want });
  it.each([
    row(""),
    row('//go:cgo_import_dynamic libc_getpid getpid "libc.so.6"\n', "libc.so.6"),
    row("//go:cgo_import_dynamic libc_getpid getpid libc.so.6\n", "libc.so.6"),
    row('//go:cgo_import_dynamic _ _ "libdl.so.2"\n', "libdl.so.2"),
    row('//go:cgo_import_dynamic a a#GLIBC_2.2.5 "libc.so.6"\n', "libc.so.6"),
    row("//go:cgo_import_dynamic open\n"),
    row('//go:cgo_import_dynamic a b ""\n'),
    row('//go:cgo_import_dynamic a b "x.so"\r\n//go:cgo_import_dynamic c d "x.so"\n', "x.so"),
    row('//go:cgo_import_dynamic a b "x.so"\n\n//go:cgo_import_dynamic c d "y.so"\n', "x.so", "y.so"),
    row('\t//go:cgo_import_dynamic a b "x.so"\n'),
    row('// go:cgo_import_dynamic a b "x.so"\n'),
    row('//go:cgo_import_static a\n//go:cgo_ldflag "-lx"\n'),
    row('const text = "//go:cgo_import_dynamic a b x.so"\n'),
  ])("$text", ({ text, want }) => {
    expect(importedLibraries(bytes(`package a\n\n${text}`))).toEqual(want);
  });
});

describe("DynamicImportFinder", () => {
  const texts: Readonly<Record<string, string>> = {
    "/src/a/b.go": 'package a\n//go:cgo_import_dynamic x x "libz.so.1"\n',
    "/src/a/a.go": 'package a\n//go:cgo_import_dynamic x x "libc.so.6"\n//go:cgo_import_dynamic y y "libz.so.1"\n',
    "/src/b/b.go": "package b\n",
    "/go/src/runtime/r.go": 'package runtime\n//go:cgo_import_dynamic x x "libc.so"\n',
  };
  const opened: string[] = [];
  const finder = new DynamicImportFinder({
    withSource: <T>(path: string, use: (source: ByteSource) => T): T => {
      opened.push(path);
      const text = texts[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return use({ size: text.length, read: () => bytes(text) });
    },
  });
  const a = makePackage({ importPath: "example.com/a", dir: "/src/a", goFiles: ["a.go", "b.go", "gone.go"] });
  const b = makePackage({ importPath: "example.com/b", dir: "/src/b", goFiles: ["b.go"] });
  const runtime = makePackage({ importPath: "runtime", dir: "/go/src/runtime", goFiles: ["r.go"], standard: true });

  it("names the packages that have any, and their libraries sorted; never the standard library", () => {
    expect(finder.find([runtime, a, b])).toEqual([{ package: "example.com/a", libraries: ["libc.so.6", "libz.so.1"] }]);
  });

  it("reads every file once, and only the files of this build", () => {
    const only = makePackage({ importPath: "example.com/a", dir: "/src/a", goFiles: ["b.go"] });
    expect(finder.find([only, b])).toEqual([{ package: "example.com/a", libraries: ["libz.so.1"] }]);
    expect(opened.toSorted()).toEqual(["/src/a/a.go", "/src/a/b.go", "/src/a/gone.go", "/src/b/b.go"]);
  });
});
