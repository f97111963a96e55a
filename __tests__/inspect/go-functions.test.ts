import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCgoFunctions } from "../../src/inspect/go-functions.ts";
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
