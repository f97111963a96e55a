import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { buildElf, DT, type DynamicSpec, type ElfSpec, PT } from "../support/elf-builder.ts";
import { sourceOf } from "./byte-source.ts";
import { dynamicExec, dynamicSpec, GLIBC_LOADER, library, loaderOnly, staticExec, staticPie } from "./fixtures.ts";
import type { Hardening } from "../../src/model/artifact.ts";

function hardeningOf(spec: ElfSpec): Hardening | null {
  return inspect(sourceOf(buildElf(spec).bytes)).hardening;
}

const relro = { type: PT.GNU_RELRO };
const tagged = (...extra: readonly (readonly [bigint, bigint])[]): DynamicSpec => ({ needed: ["libc.so.6"], extra });
const program = (dynamic: DynamicSpec, segments: ElfSpec["segments"] = []) =>
  hardeningOf({ interpreter: GLIBC_LOADER, dynamic, segments });

describe("bind now", () => {
  it.each<{ name: string; tags: readonly (readonly [bigint, bigint])[]; bindNow: boolean }>([
    { name: "nothing", tags: [], bindNow: false },
    { name: "DT_BIND_NOW", tags: [[DT.BIND_NOW, 0n]], bindNow: true },
    { name: "DF_BIND_NOW", tags: [[DT.FLAGS, 8n]], bindNow: true },
    // A test for equality with 8 calls this lazy.
    { name: "DF_BIND_NOW among others", tags: [[DT.FLAGS, 0x1bn]], bindNow: true },
    { name: "all flags but DF_BIND_NOW", tags: [[DT.FLAGS, 0xfffffff7n]], bindNow: false },
    { name: "DF_1_NOW", tags: [[DT.FLAGS_1, 1n]], bindNow: true },
    { name: "DF_1_NOW and DF_1_PIE", tags: [[DT.FLAGS_1, 0x08000001n]], bindNow: true },
    { name: "all flags but DF_1_NOW", tags: [[DT.FLAGS_1, 0xfffffffen]], bindNow: false },
    {
      name: "two DT_FLAGS, which are no reason to judge nothing",
      tags: [
        [DT.FLAGS, 8n],
        [DT.FLAGS, 0n],
      ],
      bindNow: true,
    },
  ])("$name: $bindNow", ({ tags, bindNow }) => {
    expect(program(tagged(...tags))).toMatchObject({ bindNow, relro: "none" });
    expect(program(tagged(...tags), [relro])).toMatchObject({ bindNow, relro: bindNow ? "full" : "partial" });
  });
});

describe("no dynamic section", () => {
  it.each([{ segments: [] }, { segments: [{ ...relro, vaddr: 0x400000n }] }])(
    "neither bind now nor RELRO is said of it: $segments",
    ({ segments }) => {
      expect(hardeningOf({ interpreter: GLIBC_LOADER, segments })).toMatchObject({ bindNow: null, relro: null });
    },
  );
});

describe("text relocations", () => {
  it.each<{ name: string; tags: readonly (readonly [bigint, bigint])[]; textRelocations: boolean }>([
    { name: "nothing", tags: [], textRelocations: false },
    { name: "DT_TEXTREL", tags: [[DT.TEXTREL, 0n]], textRelocations: true },
    { name: "DF_TEXTREL", tags: [[DT.FLAGS, 4n]], textRelocations: true },
    { name: "all flags but DF_TEXTREL", tags: [[DT.FLAGS, 0xfffffffbn]], textRelocations: false },
  ])("$name: $textRelocations", ({ tags, textRelocations }) => {
    expect(program(tagged(...tags))).toMatchObject({ textRelocations });
  });
});

describe("executable stack", () => {
  it.each([
    { flags: 6, executableStack: false },
    { flags: 7, executableStack: true },
    { flags: 1, executableStack: true },
    { flags: 0, executableStack: false },
  ])("PT_GNU_STACK with flags $flags: $executableStack", ({ flags, executableStack }) => {
    expect(hardeningOf({ segments: [{ type: PT.GNU_STACK, flags }] })).toMatchObject({ executableStack });
  });

  it("of two PT_GNU_STACK, the one that asks for it", () => {
    for (const flags of [
      [6, 7],
      [7, 6],
    ]) {
      const segments = flags.map((each) => ({ type: PT.GNU_STACK, flags: each }));
      expect(hardeningOf({ segments })).toMatchObject({ executableStack: true });
    }
  });

  it.each([
    { name: "amd64", machine: 62, executableStack: true },
    { name: "386", machine: 3, wide: false, executableStack: true },
    { name: "arm", machine: 40, wide: false, executableStack: true },
    { name: "arm64", machine: 183, executableStack: true },
    { name: "mipsle", machine: 8, wide: false, executableStack: true },
    { name: "riscv64", machine: 243, executableStack: true },
    { name: "ppc64le", machine: 21, executableStack: false },
    { name: "ppc64", machine: 21, littleEndian: false, executableStack: false },
  ])("no PT_GNU_STACK on $name: $executableStack", ({ executableStack, name: _name, ...spec }) => {
    expect(hardeningOf(spec)).toMatchObject({ executableStack });
  });
});

describe("writable code", () => {
  it.each([
    { loadFlags: 5, writableCode: false },
    { loadFlags: 7, writableCode: true },
  ])("PT_LOAD with flags $loadFlags: $writableCode", ({ loadFlags, writableCode }) => {
    expect(hardeningOf({ loadFlags })).toMatchObject({ writableCode });
  });

  it("counts loaded memory alone, and one segment at a time", () => {
    const data = { type: PT.LOAD, flags: 6, vaddr: 0x800000n, memsz: 4096n };
    expect(hardeningOf({ segments: [data, { type: PT.NOTE, flags: 7 }] })).toMatchObject({ writableCode: false });
  });
});

describe("PIE", () => {
  it.each([
    { name: "static", elf: staticExec, pie: false },
    { name: "static PIE", elf: staticPie, pie: true },
    { name: "dynamic", elf: dynamicExec, pie: false },
    { name: "dynamic PIE", elf: loaderOnly, pie: true },
    { name: "library", elf: library, pie: false },
  ])("$name: $pie", ({ elf, pie }) => {
    expect(inspect(sourceOf(elf.bytes)).hardening).toMatchObject({ pie });
  });
});

describe("what cannot be judged", () => {
  it.each([
    { name: "a broken header", elf: staticExec.header("e_phnum", 0) },
    { name: "an entry nowhere", elf: staticExec.header("e_entry", 0) },
    { name: "a packed file", elf: buildElf({ content: "UPX!" }) },
  ])("$name: nothing is said", ({ elf }) => {
    expect(inspect(sourceOf(elf.bytes)).hardening).toBeNull();
  });

  it("text: nothing is said", () => {
    expect(inspect(sourceOf(new TextEncoder().encode("#!/bin/sh\n"))).hardening).toBeNull();
  });
});

it("no flag of it changes the linkage", () => {
  const hardened = {
    ...dynamicSpec,
    loadFlags: 7,
    dynamic: { ...dynamicSpec.dynamic, extra: [[DT.FLAGS, 12n] as const, [DT.TEXTREL, 0n] as const] },
    segments: [relro, { type: PT.GNU_STACK, flags: 7 }],
  };
  const { linkage, hardening } = inspect(sourceOf(buildElf(hardened).bytes));
  expect(linkage).toEqual(inspect(sourceOf(dynamicExec.bytes)).linkage);
  expect(hardening).toEqual({
    pie: false,
    relro: "full",
    bindNow: true,
    executableStack: true,
    textRelocations: true,
    writableCode: true,
  });
});

it("a file cut anywhere is judged, or nothing is said of it", () => {
  const { bytes } = buildElf({ ...dynamicSpec, segments: [relro, { type: PT.GNU_STACK, flags: 6 }] });
  bytes.forEach((_, length) => {
    const { linkage, hardening } = inspect(sourceOf(bytes.subarray(0, length)));
    expect(hardening === null).toBe(linkage.kind === "unreadable");
  });
});
