import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/inspect/code-references.ts";
import { findRelocator } from "../../src/inspect/elf-relocator.ts";
import type { ElfFacts } from "../../src/inspect/elf.ts";
import { decodeX86 } from "../../src/inspect/x86-code.ts";
import { sourceOf } from "./byte-source.ts";
import { startCodes } from "./start-codes.ts";

// Code of real start files, taken out of its program: what the rules see is all here.

type Made = {
  readonly machine: string;
  readonly entry: number;
  readonly dynamic: bigint;
  readonly pltGot?: bigint;
  readonly hasRelocations?: boolean;
  readonly gnuAbiTag?: boolean;
};

function makeFacts(code: Uint8Array, made: Made): ElfFacts {
  const { machine, entry, dynamic, pltGot, hasRelocations = true, gnuAbiTag = false } = made;
  const table = { offset: 0n, entrySize: 0, count: 0 };
  const start = BigInt(entry);
  const size = BigInt(code.length);
  return {
    header: {
      encoding: { littleEndian: true, wide: true },
      machine,
      type: "DYN",
      entry: start,
      programHeaders: table,
      sectionHeaders: { ...table, namesIndex: 0 },
    },
    segments: [],
    loads: [
      {
        type: 1,
        headerOffset: 0,
        offset: 0n,
        vaddr: start,
        filesz: size,
        memsz: size,
        executable: true,
        writable: false,
        accessible: true,
        align: 4096n,
      },
    ],
    entryIsExecutable: true,
    entryCode: code,
    interpreter: undefined,
    dynamic: {
      needed: [],
      soname: undefined,
      runpath: [],
      rpath: [],
      noDefaultFolders: false,
      tables: noTables,
      isProgram: true,
      bindNow: false,
      textRelocations: false,
      hasRelocations,
      address: dynamic,
      pltGot,
      versionNeeds: [],
      undefinedSymbols: [],
    },
    notes: { gnuAbiTag, goBuildId: false, isaNeeded: 0 },
  };
}

const noTables = {
  symbols: undefined,
  strings: undefined,
  stringsSize: undefined,
  versions: undefined,
  hash: undefined,
  gnuHash: undefined,
  definitions: undefined,
  definitionCount: undefined,
};

const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));

function judge(hex: string, made: Made, linkMode: "internal" | "external" = "external") {
  const code = bytesOf(hex);
  return findRelocator(sourceOf(code), makeFacts(code, made), linkMode);
}

describe("the start code of musl", () => {
  it.each(startCodes)("$machine, $start", ({ code, start, ...made }) => {
    expect(judge(code, made).kind).toBe(start === "rcrt1.o" ? "found" : "missing");
  });

  it.each(startCodes)(
    "$machine, $start, whose dynamic section is elsewhere",
    ({ code, start: _, dynamic, ...made }) => {
      expect(judge(code, { ...made, dynamic: dynamic + 16n }).kind).toBe("missing");
    },
  );

  it.each(startCodes)(
    "$machine, $start, cut off anywhere: never found where the whole is not",
    ({ code, start, ...made }) => {
      for (let length = 2; length < code.length; length += 2) {
        const { kind } = judge(code.slice(0, length), made);
        if (start === "crt1.o") expect(kind).not.toBe("found");
      }
    },
  );
});

describe("who relocates", () => {
  const [x86] = startCodes.filter(({ machine, start }) => machine === "amd64" && start === "rcrt1.o");
  const code = x86?.code ?? "";
  const made = { machine: "amd64", entry: x86?.entry ?? 0, dynamic: x86?.dynamic ?? 0n };

  it("nobody has to where there is nothing to relocate", () => {
    expect(judge("c3", { ...made, hasRelocations: false }).kind).toBe("unneeded");
  });

  it("nobody does in what Go's own linker made", () => {
    expect(judge(code, made, "internal")).toMatchObject({
      kind: "missing",
      reason: expect.stringContaining("Go's own") as string,
    });
  });

  it("is not known on machines whose code is not read", () => {
    for (const machine of ["s390x", "ppc64le", "mips64le", "loong64"]) {
      expect(judge(code, { ...made, machine }).kind).toBe("unknown");
    }
  });

  // lea 0x100(%rip), %rax behind the 64 bytes of _start.
  const far = `${"90".repeat(80)}488d0500010000c3`;
  const farDynamic = BigInt(0x1000 + 87 + 0x100);
  it.each([
    { gnuAbiTag: true, kind: "found" },
    { gnuAbiTag: false, kind: "unknown" },
  ])("code elsewhere that reads the dynamic section, with glibc's note $gnuAbiTag: $kind", ({ gnuAbiTag, kind }) => {
    expect(judge(far, { machine: "amd64", entry: 0x1000, dynamic: farDynamic, gnuAbiTag }).kind).toBe(kind);
  });

  // lea of the first address of the image.
  const image = "90".repeat(80) + "488d05a9ffffffc3";
  it.each([
    { gnuAbiTag: true, kind: "missing" },
    { gnuAbiTag: false, kind: "unknown" },
  ])("code that reads the file's own headers, with glibc's note $gnuAbiTag: $kind", ({ gnuAbiTag, kind }) => {
    expect(judge(image, { machine: "amd64", entry: 0x1000, dynamic: 0x9000n, gnuAbiTag }).kind).toBe(kind);
  });
});

describe("references", () => {
  it.each([
    {
      name: "386 lea from the table",
      machine: "386",
      hex: "8d9600010000",
      got: 0x2000n,
      target: 0x2100n,
      want: [0x1002],
    },
    {
      name: "386 jump with the same bytes",
      machine: "386",
      hex: "0f8500010000",
      got: 0x2000n,
      target: 0x2100n,
      want: [],
    },
    {
      name: "386 call and add",
      machine: "386",
      hex: "e80000000081042492210000",
      got: undefined,
      target: 0x3197n,
      want: [0x1008],
    },
    { name: "arm64 adr", machine: "arm64", hex: "01080010", got: undefined, target: 0x1100n, want: [0x1000] },
    {
      name: "riscv64 auipc and addi",
      machine: "riscv64",
      hex: "9725000013850510",
      got: undefined,
      target: 0x3100n,
      want: [0x1000],
    },
    {
      name: "riscv64 auipc and another register",
      machine: "riscv64",
      hex: "9725000013850610",
      got: undefined,
      target: 0x3100n,
      want: [],
    },
  ])("$name", ({ machine, hex, got, target, want }) => {
    const code = bytesOf(hex);
    const facts = makeFacts(code, {
      machine,
      entry: 0x1000,
      dynamic: target,
      ...(got === undefined ? {} : { pltGot: got }),
    });
    expect(findReferences(sourceOf(code), facts, target)).toEqual(want);
  });
});

describe("instructions of x86", () => {
  it.each([
    ["4831ed", 3],
    ["4889e7", 3],
    ["488d35003e0000", 7],
    ["4883e4f0", 4],
    ["49837cc00800", 6],
    ["4881ec90010000", 7],
    ["488d4cc208", 5],
    ["48c70200000000", 7],
    ["48b80000000000000000", 10],
    ["66b80000", 4],
    ["f30f1efa", 4],
    ["0f57c0", 3],
    ["0f11840558ffffff", 8],
    ["f6c701", 3],
    ["f7d8", 2],
    ["662e0f1f840000000000", 10],
  ])("%s has %i bytes", (hex, length) => {
    expect(decodeX86(bytesOf(`${hex}9090909090`), 0, true)).toEqual({ length, flow: { kind: "next" } });
  });

  it.each([
    { hex: "7505", flow: { kind: "branch" } },
    { hex: "0f84bd000000", flow: { kind: "branch" } },
    { hex: "e80f000000", flow: { kind: "call", to: 20, short: false } },
    { hex: "e9fbffffff", flow: { kind: "jump", to: 0, short: false } },
    { hex: "ebfe", flow: { kind: "jump", to: 0, short: true } },
    { hex: "ffe0", flow: { kind: "end" } },
    { hex: "c3", flow: { kind: "end" } },
  ])("$hex", ({ hex, flow }) => {
    expect(decodeX86(bytesOf(hex), 0, true)?.flow).toEqual(flow);
  });

  it("does not guess", () => {
    for (const hex of ["06", "c4e2", "62f1", "0fff", ""])
      expect(decodeX86(bytesOf(hex), 0, true)?.flow.kind).not.toBe("call");
    expect(decodeX86(bytesOf("c4e27d"), 0, true)).toBeUndefined();
  });
});
