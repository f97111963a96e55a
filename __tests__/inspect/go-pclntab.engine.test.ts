import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseSections } from "../../src/inspect/elf-sections.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { rangesOf } from "../../src/inspect/elf-segments.ts";
import { findCgoFunctions } from "../../src/inspect/go-functions.ts";
import { findFunctionNames } from "../../src/inspect/go-pclntab.ts";
import type { Encoding, Range } from "../../src/inspect/reader.ts";
import { buildElf } from "../support/elf-builder.ts";
import { goBuild, hostPlatform, makeScratch, readBuild } from "../support/shared-builds.ts";
import { describeWith } from "../support/tools.ts";
import { sourceOf, text } from "./byte-source.ts";

const names = "internal/abi.Kind.String\0net._Cfunc_free\0main.main\0\0\0\0";
const amd64: Encoding = { wide: true, littleEndian: true };
const encodings: readonly Encoding[] = [
  amd64,
  { wide: true, littleEndian: false },
  { wide: false, littleEndian: true },
  { wide: false, littleEndian: false },
];
const GO_1_2 = 0xfffffffb;
const GO_1_16 = 0xfffffffa;
const GO_1_18 = 0xfffffff0;
const GO_1_20 = 0xfffffff1;

type Table = { readonly bytes: Uint8Array; readonly namesAt: number };

/** A table of two functions. `lie` replaces numbers of the header: 0 is the count of functions. */
function buildTable(encoding: Encoding, magic: number, lie: Readonly<Record<number, number>> = {}): Table {
  const width = encoding.wide ? 8 : 4;
  const before = magic === GO_1_16 ? 2 : 3;
  const namesAt = 8 + (before + 5) * width;
  const unitsAt = namesAt + names.length;
  const functionsAt = unitsAt + 24;
  const words = [2, 1, ...(before === 3 ? [0] : []), namesAt, unitsAt, unitsAt + 8, unitsAt + 16, functionsAt];
  const bytes = new Uint8Array(functionsAt + 2 * 8 + 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, encoding.littleEndian);
  bytes.set([0, 0, 1, width], 4);
  words.forEach((word, index) => {
    const value = lie[index] ?? word;
    const at = 8 + index * width;
    if (encoding.wide) view.setBigUint64(at, BigInt(value), encoding.littleEndian);
    else view.setUint32(at, value, encoding.littleEndian);
  });
  bytes.set(text(names), namesAt);
  return { bytes, namesAt };
}

/** The names that are found when the file is nothing but such a section, which all of is loaded. */
function find(bytes: Uint8Array, encoding = amd64, name = ".gopclntab"): Range | undefined {
  const { header, loads } = anyFacts;
  const load = { ...anyLoad, offset: 0n, filesz: BigInt(bytes.length) };
  const section = { name, type: 1, offset: 0n, length: BigInt(bytes.length) };
  expect(loads).toHaveLength(1);
  return findFunctionNames(sourceOf(bytes), { header: { ...header, encoding }, loads: [load] }, [section]);
}

const anyElf = sourceOf(buildElf().bytes);
const anyFacts = parseElf(anyElf, parseElfHeader(anyElf));
const [anyLoad = expect.unreachable("no PT_LOAD")] = anyFacts.loads;

describe.each(encodings)("a table, wide: $wide, little-endian: $littleEndian", (encoding) => {
  it.each([GO_1_16, GO_1_18, GO_1_20])("%i: the names are found, with one byte in front of them", (magic) => {
    const { bytes, namesAt } = buildTable(encoding, magic);
    const range = { offset: BigInt(namesAt) - 1n, length: BigInt(names.length) + 1n };
    expect(find(bytes, encoding)).toEqual(range);
    expect(find(bytes, encoding, ".data.rel.ro.gopclntab")).toEqual(range);
  });

  it("cut at every length: never a part of the names", () => {
    const { bytes } = buildTable(encoding, GO_1_20);
    const whole = find(bytes, encoding);
    for (let length = 0; length < bytes.length; length += 1) {
      // The mark of the end, which is four bytes long, is not looked at.
      expect(find(bytes.subarray(0, length), encoding)).toEqual(length < bytes.length - 4 ? undefined : whole);
    }
  });

  it("with flipped bytes: it does not throw, and what is found is in the file", () => {
    const { bytes } = buildTable(encoding, GO_1_20);
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 4 });
    fc.assert(
      fc.property(flips, (each) => {
        const flipped = bytes.slice();
        for (const [at, mask] of each) flipped[at] = (flipped[at] ?? 0) ^ mask;
        const range = find(flipped, encoding) ?? { offset: 0n, length: 0n };
        expect(range.offset + range.length <= BigInt(bytes.length)).toBe(true);
      }),
    );
  });
});

it("names at a multiple of 32 bytes, as from Go 1.19 to 1.24", () => {
  const { bytes, namesAt } = buildTable(amd64, GO_1_20, { 3: 96 });
  expect(namesAt).toBe(72);
  expect(find(bytes)?.offset).toBe(95n);
});

describe("a table that lies", () => {
  const { namesAt } = buildTable(amd64, GO_1_20);

  it.each([
    { lie: "no functions", words: { 0: 0 } },
    { lie: "more functions than there is room for", words: { 0: 3 } },
    { lie: "2^52 functions", words: { 0: 2 ** 52 } },
    { lie: "names in the header", words: { 3: namesAt - 8 } },
    { lie: "names that begin later", words: { 3: namesAt + 8 } },
    { lie: "no names", words: { 4: namesAt } },
    { lie: "names that end before they begin", words: { 4: 8 } },
    { lie: "names that end within a name", words: { 4: namesAt + 4 } },
    { lie: "names that end behind the file", words: { 4: 2 ** 52 } },
    { lie: "parts in another order", words: { 6: namesAt } },
    { lie: "functions behind the file", words: { 7: 2 ** 40 } },
  ])("$lie", ({ words }) => {
    expect(find(buildTable(amd64, GO_1_20, words).bytes)).toBeUndefined();
  });

  it.each([
    { lie: "Go 1.2, which has no part of names", at: 0, byte: GO_1_2 & 0xff },
    { lie: "an unknown version", at: 0, byte: 0xf2 },
    { lie: "padding that is not 0", at: 5, byte: 1 },
    { lie: "quantum 3", at: 6, byte: 3 },
    { lie: "pointers of 4 bytes in a 64-bit program", at: 7, byte: 4 },
  ])("$lie", ({ at, byte }) => {
    const { bytes } = buildTable(amd64, GO_1_20);
    bytes[at] = byte;
    expect(find(bytes)).toBeUndefined();
  });

  it("the wrong byte order", () => {
    expect(find(buildTable(amd64, GO_1_20).bytes, { wide: true, littleEndian: false })).toBeUndefined();
  });

  it("in a section of another name, in one that is not loaded, and in no section", () => {
    const { bytes } = buildTable(amd64, GO_1_20);
    expect(find(bytes, amd64, ".debug_gopclntab")).toBeUndefined();
    const section = { name: ".gopclntab", type: 1, offset: 1n, length: BigInt(bytes.length) };
    const load = { ...anyLoad, offset: 0n, filesz: BigInt(bytes.length) };
    expect(findFunctionNames(sourceOf(bytes), { ...anyFacts, loads: [load] }, [section])).toBeUndefined();
    expect(findFunctionNames(sourceOf(bytes), anyFacts, undefined)).toBeUndefined();
    expect(findFunctionNames(sourceOf(bytes), anyFacts, [])).toBeUndefined();
  });
});

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

/** The program, where the names of its functions are, and where they would be searched otherwise. */
function readProgram(bytes: Uint8Array) {
  const source = sourceOf(bytes);
  const facts = parseElf(source, parseElfHeader(source));
  const sections = parseSections(source, facts.header);
  return { source, found: findFunctionNames(source, facts, sections), loaded: rangesOf(facts.loads), sections };
}

describeWith(["go", "gcc", "strip"], "what go builds", () => {
  const folder = makeScratch();

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  for (const go of gos) {
    it.each([
      { name: "net", program: "net", platform: hostPlatform, flags: [] },
      { name: "-s -w", program: "pure", platform: hostPlatform, flags: ["-ldflags=-s -w"] },
      { name: "PIE", program: "pure", platform: hostPlatform, flags: ["-buildmode=pie"] },
      { name: "386", program: "pure", platform: "linux/386", flags: [] },
      { name: "arm64", program: "pure", platform: "linux/arm64", flags: [] },
      { name: "mips", program: "pure", platform: "linux/mips", flags: [] },
      { name: "ppc64", program: "pure", platform: "linux/ppc64", flags: [] },
      { name: "s390x", program: "pure", platform: "linux/s390x", flags: [] },
    ] as const)(`${go}, $name: the names and nothing else`, ({ name: _, ...build }) => {
      const { source, found } = readProgram(readBuild({ go, ...build }));
      const { offset, length } = found ?? expect.unreachable("no names");
      const all = Buffer.from(source.read(Number(offset), Number(length))).toString("latin1");
      expect(all).toContain("\0runtime.main\0");
      expect(all).toContain("\0main.main\0");
      expect(
        all
          .slice(1)
          .split("\0")
          .filter((each) => !/^[\x20-\x7e\x80-\xff]*$/.test(each)),
      ).toEqual([]);
    });

    it.each([
      { name: "internal", flags: ["-ldflags=-linkmode=internal"], hasTable: true },
      { name: "internal -s -w", flags: ["-ldflags=-linkmode=internal -s -w"], hasTable: true },
      { name: "external", flags: ["-ldflags=-linkmode=external"], hasTable: true },
      { name: "static", flags: ["-ldflags=-linkmode=external -extldflags=-static"], hasTable: true },
      // GNU ld makes one section of all that is relocated.
      { name: "PIE", flags: ["-buildmode=pie", "-ldflags=-linkmode=external"], hasTable: false },
      {
        name: "static PIE",
        flags: ["-buildmode=pie", "-ldflags=-linkmode=external -extldflags=-static-pie"],
        hasTable: false,
      },
    ])(`${go}, $name: what the names say is what all that is loaded says`, ({ flags, hasTable }) => {
      const path = join(folder, "program");
      copyFileSync(goBuild({ go, program: "all", cc: "gcc", flags }), path);
      for (const isStripped of [false, true]) {
        if (isStripped) execFileSync("strip", ["-s", path]);
        const bytes = new Uint8Array(readFileSync(path));
        const { source, found, loaded } = readProgram(bytes);
        const everywhere = findCgoFunctions(source, loaded);
        expect(everywhere?.map((each) => each.package)).toEqual(["main", "net", "os/user"]);
        expect(inspect(source, { cgoCalls: true }).cgoCalls).toEqual(everywhere);
        if (hasTable) {
          expect(found === undefined ? null : findCgoFunctions(source, [found])).toEqual(everywhere);
        }
      }
    });

    it(`${go}: a table with a lie in its header, and a file without sections, hide nothing`, () => {
      const flags = ["-ldflags=-linkmode=external -extldflags=-static"];
      const bytes = readBuild({ go, program: "all", cc: "gcc", flags });
      const { source, sections } = readProgram(bytes);
      const honest = inspect(source, { cgoCalls: true });
      expect(honest).toMatchObject({ usesRuntimeCgo: true, linkage: { libc: "glibc", hazards: ["nss"] } });
      const table = sections?.find(({ name }) => name === ".gopclntab") ?? expect.unreachable("no table");
      for (const at of [0, 7, 8 + 3 * 8 + 1, 8 + 4 * 8 + 3]) {
        const lying = bytes.slice();
        const offset = Number(table.offset) + at;
        lying[offset] = (lying[offset] ?? 0) ^ 0x40;
        expect(readProgram(lying).found).toBeUndefined();
        expect(inspect(sourceOf(lying), { cgoCalls: true })).toEqual(honest);
      }
      const bare = bytes.slice().fill(0, 40, 48).fill(0, 60, 64);
      const { cgoCalls, usesRuntimeCgo, linkage, go: info } = inspect(sourceOf(bare), { cgoCalls: true });
      expect({ cgoCalls, usesRuntimeCgo, linkage, go: info }).toEqual({
        cgoCalls: honest.cgoCalls,
        usesRuntimeCgo: honest.usesRuntimeCgo,
        linkage: honest.linkage,
        go: honest.go,
      });
    });
  }
});
