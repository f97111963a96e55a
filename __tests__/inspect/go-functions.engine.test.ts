import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { findCgoFunctions } from "../../src/inspect/go-functions.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf, sparseSource, text } from "./byte-source.ts";
import type { CgoPackage } from "../../src/model/artifact.ts";

function find(bytes: Uint8Array): readonly CgoPackage[] | null {
  return findCgoFunctions(sourceOf(bytes), [{ offset: 0n, length: BigInt(bytes.length) }]);
}

const answer = [{ package: "main", functions: ["answer"] }];

describe("names", () => {
  it.each<readonly [string, string, readonly CgoPackage[]]>([
    ["a call", "\0main._Cfunc_answer\0", answer],
    ["a call that asks for the error, too", "\0main._Cfunc_answer\0main._C2func_answer\0", answer],
    [
      "sorted, each once",
      "\0net._C2func_getnameinfo\0main._Cfunc_answer\0net._Cfunc_free\0main._Cfunc_answer\0",
      [...answer, { package: "net", functions: ["free", "getnameinfo"] }],
    ],
    [
      "escaped path",
      "\0github.com/mattn/go-sqlite3._Cfunc_a\0gopkg.in/gl%2ev1._Cfunc_b\0x/%c3%a9%25._Cfunc_c\0",
      [
        { package: "github.com/mattn/go-sqlite3", functions: ["a"] },
        { package: "gopkg.in/gl.v1", functions: ["b"] },
        { package: "x/\u00e9%", functions: ["c"] },
      ],
    ],
    [
      "malloc and cgo's helpers",
      "\0a._Cfunc__CMalloc\0a._Cfunc_CString\0b._Cfunc_GoStringN\0",
      [
        { package: "a", functions: ["malloc"] },
        { package: "b", functions: [] },
      ],
    ],
    ["a name that is no ASCII", "\0main._Cfunc_\u00c3\u00a9\0", [{ package: "main", functions: ["\u00e9"] }]],
    ["no NUL in front", "main._Cfunc_answer\0", []],
    ["no NUL behind", "\0main._Cfunc_answer", []],
    ["text with the name in it", "\0see main._Cfunc_answer\0", []],
    ["text behind the name", "\0main._Cfunc_answer is missing\0", []],
    ["a symbol of another kind", "\0plugin._Cfunc_pluginOpen.abi0\0", []],
    ["C's side of the call", "\0_cgo_0b49d6ed4a0b_C2func_getaddrinfo\0", []],
    ["no package", "\0._Cfunc_answer\0", []],
    ["a method's name", "\0main.T._Cfunc_answer\0", []],
    ["no function", "\0main._Cfunc_\0", []],
    ["the prefix twice", "\0main._Cfunc_._Cfunc_answer\0", []],
    ["a broken name before a good one", "\0x._Cfunc_a b\0main._Cfunc_answer\0", answer],
    [
      "a name of 1024 bytes",
      `\0${"p".repeat(1008)}._Cfunc_abcdef\0`,
      [{ package: "p".repeat(1008), functions: ["abcdef"] }],
    ],
    ["a name of 1025 bytes", `\0${"p".repeat(1009)}._Cfunc_abcdef\0`, []],
  ])("%s", (_, content, packages) => {
    expect(find(text(content))).toEqual(packages);
  });

  it("across chunks", () => {
    const chunk = 4 * 1024 * 1024;
    const name = text("\0main._Cfunc_answer\0");
    const bytes = new Uint8Array(chunk + 100).fill(1);
    for (let start = chunk - name.length - 1; start <= chunk + 1; start += 1) {
      bytes.fill(1, chunk - 100);
      bytes.set(name, start);
      expect(find(bytes)).toEqual(answer);
    }
  });

  it("in each range, and only there", () => {
    const content = "\0a._Cfunc_x\0\0b._Cfunc_y\0\0c._Cfunc_z\0";
    const ranges = [
      { offset: 24n, length: 12n },
      { offset: 0n, length: 12n },
    ];
    expect(findCgoFunctions(sourceOf(text(content)), ranges)?.map((each) => each.package)).toEqual(["a", "c"]);
  });
});

describe("whatever the bytes are, there is an answer", () => {
  it("null for ranges that the file does not have", () => {
    const ranges = [{ offset: 0n, length: 100n }];
    expect(findCgoFunctions(sourceOf(text("\0main._Cfunc_answer\0")), ranges)).toBeNull();
    expect(findCgoFunctions(sourceOf(new Uint8Array()), [{ offset: 2n ** 63n, length: 1n }])).toBeNull();
  });

  it("null for more than 512 MiB", () => {
    const source = sparseSource(new Uint8Array(), 2 ** 30);
    expect(findCgoFunctions(source, [{ offset: 0n, length: 2n ** 29n + 1n }])).toBeNull();
  });

  it.each(["._Cfunc_", "a._Cfunc_", "\0a._Cfunc_", "_Cfunc_.", "a"])("16 MB of %j", (unit) => {
    const bytes = new Uint8Array(16 * 1024 * 1024);
    const part = text(unit);
    for (let at = 0; at + part.length <= bytes.length; at += part.length) {
      bytes.set(part, at);
    }
    expect(find(bytes)).toEqual([]);
  });

  it("no more than 65536 names are kept", () => {
    const many = Array.from({ length: 70_000 }, (_, index) => `\0a._Cfunc_f${index}\0`).join("");
    expect(find(text(many))?.[0]?.functions.length).toBe(65536);
  });

  it("what a regular expression finds", () => {
    const units = ["\0", "._Cfunc_", "._C2func_", "a", "/", " ", "%2e", "_"];
    const content = fc.string({ unit: fc.constantFrom(...units), maxLength: 40 });
    fc.assert(
      fc.property(content, (noise) => {
        const whole = `\0a._Cfunc_b\0${noise}`;
        const names = Array.from(whole.matchAll(/(?<=\0)((?:[^\0 ]*\/)?[^\0 ./]+)\._C2?func_(\w+)(?=\0)/g));
        // In a folder with such a name, the two disagree on where its name ends.
        const isPlain = (path: string) => !path.includes("._C");
        const expected = names.map(([, path = ""]) => path.replaceAll("%2e", ".")).filter(isPlain);
        const found = find(text(whole))?.map((each) => each.package);
        expect(new Set(found?.filter(isPlain))).toEqual(new Set(expected));
      }),
      { numRuns: 3000 },
    );
  });
});

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

const oldGos = ["1.19", "1.21", "1.22", "1.23", "1.24", "1.27"].map((version) => `/usr/lib/go-${version}/bin/go`);
const gos = process.env.FULL === "true" ? ["go", ...oldGos.filter((path) => isThere(path))] : ["go"];

function isThere(path: string): boolean {
  try {
    execFileSync(path, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describeWith(["go", "gcc", "strip"], "what go builds", () => {
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

  function build(
    go: string,
    name: string,
    options: { readonly cgo: string; readonly flags: readonly string[] },
  ): string {
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

  for (const go of gos) {
    for (const { name, packages } of programs) {
      it.each([
        { mode: "internal", flags: ["-ldflags=-linkmode=internal"] },
        { mode: "internal -s -w", flags: ["-ldflags=-s -w -linkmode=internal"] },
        { mode: "external", flags: ["-ldflags=-linkmode=external"] },
        { mode: "external PIE", flags: ["-buildmode=pie", "-ldflags=-linkmode=external -s -w"] },
        { mode: "static", flags: ["-ldflags=-linkmode=external -extldflags=-static"] },
      ])(`${go}, ${name}, $mode, and stripped`, ({ flags }) => {
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

    it.each(["resolver", "users", "plugins"])(`${go}, %s without cgo calls nothing`, (name) => {
      expect(calls(build(go, name, { cgo: "0", flags: [] }))).toEqual([]);
    });

    it(`${go}, netgo calls nothing`, () => {
      expect(calls(build(go, "resolver", { cgo: "1", flags: ["-tags=netgo"] }))).toEqual([]);
    });
  }
});
