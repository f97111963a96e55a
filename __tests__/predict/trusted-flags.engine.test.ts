import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTrustedFlags, trustedFlagsSources } from "../../src/predict/trusted-flags.ts";
import { askGo, type InstalledGo, installedGos } from "../support/toolchains.ts";
import { describeWith } from "../support/tools.ts";

/** Flags of the compiler and of the linker, as builds in the wild have them. */
const cases: readonly (readonly string[])[] = [
  [],
  ["-O2"],
  ["-O2", "-g"],
  ["-O2", "-flto"],
  ["-flto=auto"],
  ["-fcf-protection"],
  ["-fcf-protection=full"],
  ["-fstack-protector-strong"],
  ["-fstack-clash-protection"],
  ["-D_FORTIFY_SOURCE=2"],
  ["-Wp,-D_FORTIFY_SOURCE=2"],
  ["-D", "X=1"],
  ["-D", "-X"],
  ["-DX=a b"],
  ["-DX=@file"],
  ["-I", "/usr/include"],
  ["-I", "=/usr/include"],
  ["-I", "$SYSROOT/include"],
  ["-I", "-x"],
  ["-I"],
  ["-I/usr/include"],
  ["-isystem", "/usr/include"],
  ["-include", "x.h"],
  ["-static"],
  ["--static"],
  ["-std=c99"],
  ["-std=gnu++17"],
  ["-march=native"],
  ["-mtune=generic"],
  ["-m64"],
  ["-pthread"],
  ["-fPIC"],
  ["-fplugin=x"],
  ["-fuse-ld=lld"],
  ["-Wall"],
  ["-Wno-error"],
  ["-W"],
  ["-ffile-prefix-map=/a=/b"],
  ["-fdebug-prefix-map=/a=."],
  ["-g0"],
  ["-gdwarf-4"],
  ["@file"],
  ["x.o"],
  ["-lfoo"],
  ["-l:libfoo.a"],
  ["-L/usr/lib"],
  ["-L", "/usr/lib"],
  ["/usr/lib/libfoo.a"],
  ["-Wl,-static"],
  ["-Wl,--static"],
  ["-Wl,-Bstatic"],
  ["-Wl,-Bdynamic"],
  ["-Wl,-Bstatic", "-lfoo", "-Wl,-Bdynamic"],
  ["-static-libgcc"],
  ["-static-libstdc++"],
  ["-static-pie"],
  ["-Wl,-rpath,/opt"],
  ["-Wl,-rpath=$ORIGIN"],
  ["-Wl,-z,relro"],
  ["-Wl,-z,now"],
  ["-Wl,--as-needed"],
  ["-Wl,--gc-sections"],
  ["-Wl,--build-id"],
  ["-Wl,-framework", "-Wl,Cocoa"],
  ["-Wl,-framework", "-Wl,a,b"],
  ["-framework", "Cocoa"],
  ["-framework"],
  ["-Wl,--push-state,--as-needed"],
  ["-Wl,--push-state,--nosuch"],
  ["-Wl,--whole-archive"],
  ["-Wl,--dynamic-linker=/x"],
  ["-Wl,-T,script"],
  ["-pie"],
  ["-no-pie"],
  ["-shared"],
  ["-rdynamic"],
  ["-F/x"],
  ["-x", "c"],
  ["-l", "foo"],
  ["-l", ":libfoo.a"],
  ["-Wl,-R", "/opt"],
  ["-target", "arm64"],
  ["-arch", "arm64"],
  ["ünïcode.a"],
];

type Answer = { readonly compiler: boolean; readonly linker: boolean };

/** The lists of flags, and the functions that hold flags against them. */
function rulesOf(security: string): string {
  const lists = security.matchAll(/^var (?:re|(?:valid|invalid|recombined)\w*) = (?:[^\n]*\{\n.*?^\}|[^\n]*)$/gms);
  const functions = security.matchAll(/^func (?:check\w+ForInternalLink|checkFlags)\(.*?^\}/gms);
  const rules = [...lists, ...functions].map(([text]) => text).join("\n\n");
  const packages = ["fmt", "regexp", "slices", "strings", "oracle/cfg", "oracle/lazyregexp", "oracle/load"];
  const used = packages.filter((path) => new RegExp(`\\b${path.replace("oracle/", "")}\\.`).test(rules));
  return `package main\n\nimport (\n${used.map((path) => `\t"${path}"\n`).join("")})\n\n${rules}\n`;
}

/** Compiles the rules of the toolchain's security.go around packages that hold only what they use, and asks them. */
function answersOf({ go, root }: InstalledGo): Answer[] {
  const text = readFileSync(join(root, trustedFlagsSources.security), "utf8");
  const safe = readFileSync(join(root, "src/cmd/go/internal/load/pkg.go"), "utf8");
  const hasLinkerRule = text.includes("func checkLinkerFlagsForInternalLink(");
  const main = `package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	var cases [][]string
	if err := json.Unmarshal([]byte(asked), &cases); err != nil {
		panic(err)
	}
	for _, list := range cases {
		compiler := checkCompilerFlagsForInternalLink("x", "x", list)
		var linker error
		${hasLinkerRule ? 'linker = checkLinkerFlagsForInternalLink("x", "x", list)' : ""}
		fmt.Printf("{\\"compiler\\":%t,\\"linker\\":%t}\\n", compiler == nil, linker == nil)
	}
}

const asked = ${JSON.stringify(JSON.stringify(cases))}
`;
  const printed = askGo(go, {
    "main.go": main,
    "rules.go": rulesOf(text),
    "cfg/cfg.go": 'package cfg\n\nfunc Getenv(string) string { return "" }\n',
    "load/load.go": `package load\n\nimport "unicode/utf8"\n\n${/^func SafeArg\(.*?^\}/ms.exec(safe)?.[0] ?? ""}\n`,
    "lazyregexp/lazyregexp.go":
      'package lazyregexp\n\nimport "regexp"\n\ntype Regexp = regexp.Regexp\n\nvar New = regexp.MustCompile\n',
  });
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);
}

describeWith(["go"], "the flags that Go's own linker is trusted with are those of the real go command", () => {
  it.each(installedGos())("$title", (toolchain) => {
    const { distrustedCompilerFlag, distrustedLinkerFlag } = parseTrustedFlags({
      security: readFileSync(join(toolchain.root, trustedFlagsSources.security), "utf8"),
      exec: readFileSync(join(toolchain.root, trustedFlagsSources.exec), "utf8"),
    });
    const ours = cases.map((flags) => ({
      flags,
      compiler: distrustedCompilerFlag(flags) === undefined,
      linker: distrustedLinkerFlag(flags) === undefined,
    }));
    expect(ours).toEqual(answersOf(toolchain).map((answer, at) => ({ flags: cases[at], ...answer })));
  });
});

describe("parseTrustedFlags", () => {
  it("trusts every flag of a release that had no such rule", () => {
    const none = parseTrustedFlags({ security: "package work\n", exec: "package work\n" });
    expect(none.distrustedCompilerFlag(["-flto", "-nosuch"])).toBeUndefined();
    expect(none.distrustedLinkerFlag(["-static"])).toBeUndefined();
  });

  it("names the first flag that is not trusted", () => {
    const security = [
      "var validCompilerFlags = []*lazyregexp.Regexp{",
      "\tre(`-O[0-9]`),",
      "\tre(`-flto.*`),",
      "}",
      "var validCompilerFlagsWithNextArg = []string{",
      '\t"-I",',
      "}",
      "func checkCompilerFlagsForInternalLink(list []string) {",
      '\tif strings.HasPrefix(fl, "-flto") {',
      "}",
    ].join("\n");
    const { distrustedCompilerFlag } = parseTrustedFlags({ security, exec: "" });
    expect(distrustedCompilerFlag(["-O2", "-I", "x", "-fodd", "-worse"])).toBe("-fodd");
    expect(distrustedCompilerFlag(["-O2", "-flto=auto"])).toBe("-flto=auto");
    expect(distrustedCompilerFlag(["-O2", "-I"])).toBe("-I");
    expect(distrustedCompilerFlag(["-O2", "-I", "x"])).toBeUndefined();
  });

  it.each([
    { name: "counts CPPFLAGS", list: '"CGO_CPPFLAGS", "CGO_CFLAGS"', want: true },
    { name: "does not", list: '"CGO_CFLAGS", "CGO_CXXFLAGS"', want: false },
  ])("a release that $name", ({ list, want }) => {
    const exec = `func (b *Builder) build() {\n\tflagSources := []string{${list}}\n}\n`;
    expect(parseTrustedFlags({ security: "", exec }).readsCppflags).toBe(want);
  });
});
