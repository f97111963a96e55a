import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { findCgoFunctions } from "../../src/inspect/go-functions.ts";
import { sourceOf } from "./byte-source.ts";
import type { CgoPackage } from "../../src/model/artifact.ts";

// Programs whose cgo calls are known, linked in every way.

const program = (imports: string, body: string) => `package main\n\n${imports}\n\nfunc main() { ${body} }\n`;

const files: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/calls\n\ngo 1.19\n",
  "gl.v1/gl.go":
    'package gl\n\n// static int seven(void) { return 7; }\nimport "C"\n\nfunc Seven() int { return int(C.seven()) }\n',
  "pure/main.go": program("", 'println("hi")'),
  "unused/main.go": program('import _ "net"', ""),
  "resolver/main.go": program('import "net"', '_, err := net.LookupHost("localhost"); println(err == nil)'),
  "users/main.go": program('import "os/user"', '_, err := user.Lookup("root"); println(err == nil)'),
  "plugins/main.go": program('import "plugin"', '_, err := plugin.Open("x.so"); println(err == nil)'),
  "bindings/main.go": program(
    '// static int answer(void) { return 42; }\nimport "C"\n\nimport gl "example.com/calls/gl.v1"',
    "println(C.answer(), gl.Seven())",
  ),
};

const programs: readonly { readonly name: string; readonly packages: Readonly<Record<string, readonly string[]>> }[] = [
  { name: "resolver", packages: { net: ["getaddrinfo"] } },
  { name: "users", packages: { "os/user": ["mygetpwnam_r"] } },
  { name: "plugins", packages: { plugin: ["pluginLookup", "pluginOpen", "realpath"] } },
  { name: "bindings", packages: { "example.com/calls/gl.v1": ["seven"], main: ["answer"] } },
  { name: "unused", packages: {} },
  { name: "pure", packages: {} },
];

const modes = [
  { mode: "internal", flags: ["-ldflags=-linkmode=internal"] },
  { mode: "internal -s -w", flags: ["-ldflags=-s -w -linkmode=internal"] },
  { mode: "external", flags: ["-ldflags=-linkmode=external"] },
  { mode: "external PIE", flags: ["-buildmode=pie", "-ldflags=-linkmode=external -s -w"] },
  { mode: "static", flags: ["-ldflags=-linkmode=external -extldflags=-static"] },
] as const;

export type Linked = { readonly program: string; readonly mode: (typeof modes)[number]["mode"]; readonly go: string };

export function linkedBy(go: string): readonly Linked[] {
  return programs.flatMap(({ name }) => modes.map(({ mode }) => ({ go, program: name, mode })));
}

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "go-functions-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(go: string, name: string, options: { readonly cgo: string; readonly flags: readonly string[] }): string {
  const path = join(folder, "out");
  const clean = { GOFLAGS: "", GOENV: "off", GOTOOLCHAIN: "local", CGO_CFLAGS: "", CGO_LDFLAGS: "" };
  execFileSync(go, ["build", "-buildvcs=false", "-o", path, ...options.flags, `./${name}`], {
    cwd: folder,
    env: { ...process.env, ...clean, CGO_ENABLED: options.cgo },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return path;
}

function calls(path: string): readonly CgoPackage[] | null {
  const source = sourceOf(new Uint8Array(readFileSync(path)));
  const { loads } = parseElf(source, parseElfHeader(source));
  return findCgoFunctions(
    source,
    loads.map((load) => ({ offset: load.offset, length: load.filesz })),
  );
}

/** What each calls, as its sources say, before and after strip. */
export function testCalls(all: readonly Linked[]): void {
  it.each(all)("$go, $program, $mode, and stripped", ({ go, program: name, mode }) => {
    const { packages = {} } = programs.find((each) => each.name === name) ?? {};
    const { flags = [] } = modes.find((each) => each.mode === mode) ?? {};
    const path = build(go, name, { cgo: "1", flags });
    const found = calls(path);
    expect(found?.map((each) => each.package)).toEqual(Object.keys(packages));
    for (const each of found ?? []) {
      expect(each.functions).toEqual(expect.arrayContaining([...(packages[each.package] ?? [])]));
      expect(each.functions).not.toContain("GoString");
    }
    execFileSync("strip", ["-s", path]);
    expect(calls(path)).toEqual(found);
  });
}

export function testNoCalls(go: string): void {
  it.each(["resolver", "users", "plugins"])(`${go}, %s without cgo calls nothing`, (name) => {
    expect(calls(build(go, name, { cgo: "0", flags: [] }))).toEqual([]);
  });

  it(`${go}, netgo calls nothing`, () => {
    expect(calls(build(go, "resolver", { cgo: "1", flags: ["-tags=netgo"] }))).toEqual([]);
  });
}
