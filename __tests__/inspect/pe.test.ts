import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { flipEach, itSurvivesDamage } from "../support/byte-damage.ts";
import { inlineBlob } from "../support/go-buildinfo-blob.ts";
import type { Built } from "../support/macho-builder.ts";
import { buildPe, PE_FLAGS, PE_MACHINE, type PeSpec } from "../support/pe-builder.ts";
import { sourceOf } from "./byte-source.ts";
import { noTraces } from "./fixtures.ts";
import type { Linkage } from "../../src/model/artifact.ts";

function judge(file: Built): Linkage {
  return inspect(sourceOf(file.bytes)).linkage;
}

const LIBGCC = "libgcc_s_seh-1.dll";

describe("a program", () => {
  it("that needs Windows' own libraries alone is system, with all that it says", () => {
    const file = buildPe({ imports: ["KERNEL32.dll", "msvcrt.dll"], delayImports: ["WS2_32.dll"] });
    expect(inspect(sourceOf(file.bytes))).toEqual({
      format: "pe",
      what: "PE file",
      slices: [],
      needs: null,
      machine: "amd64",
      ...noTraces,
      linkage: {
        kind: "system",
        reason: null,
        loaderOnly: false,
        interpreter: null,
        needed: ["KERNEL32.dll", "msvcrt.dll", "WS2_32.dll"],
        libc: null,
        minGlibc: null,
        minOs: "6.1",
        hazards: [],
        runpath: [],
      },
    });
  });

  it.each([
    { name: "kernel32.dll", kind: "system" },
    { name: "Kernel32.DLL", kind: "system" },
    { name: "KERNEL32", kind: "system" },
    { name: "bcryptprimitives.dll", kind: "system" },
    { name: "api-ms-win-crt-runtime-l1-1-0.dll", kind: "system" },
    { name: "API-MS-Win-Core-Synch-l1-2-0", kind: "system" },
    { name: "ext-ms-win-ntuser-window-l1-1-0.dll", kind: "system" },
    { name: "ucrtbase.dll", kind: "system" },
    { name: LIBGCC, kind: "dynamic" },
    { name: "libwinpthread-1.dll", kind: "dynamic" },
    { name: "libstdc++-6.dll", kind: "dynamic" },
    { name: "VCRUNTIME140.dll", kind: "dynamic" },
    { name: "vcruntime140_1.dll", kind: "dynamic" },
    { name: "MSVCP140.dll", kind: "dynamic" },
    { name: "msvcr120.dll", kind: "dynamic" },
    { name: "sqlite3.dll", kind: "dynamic" },
    { name: "kernel32.dll.dll", kind: "dynamic" },
    { name: "kernel32.exe", kind: "dynamic" },
    { name: "kernel32.", kind: "dynamic" },
    { name: ".dll", kind: "dynamic" },
    { name: "lib\\kernel32.dll", kind: "dynamic" },
    { name: "C:\\Windows\\System32\\kernel32.dll", kind: "dynamic" },
    { name: "api-ms-win-core-winrt-string-l1-1-0.dll", kind: "system" },
    { name: "xapi-ms-win-a.dll", kind: "dynamic" },
    { name: "api-ms-win-evil-l1-1-0.dll", kind: "dynamic" },
    { name: "api-ms-win-core-synch.dll", kind: "dynamic" },
    { name: "ext-ms-win-evil-l1-1-0.dll", kind: "dynamic" },
    { name: "api-ms-win-a/../evil.dll", kind: "dynamic" },
    { name: "constructor.dll", kind: "dynamic" },
    { name: "\x1b[31m|`<b>", kind: "dynamic" },
  ])("that imports $name is $kind", ({ name, kind }) => {
    expect(judge(buildPe({ imports: ["ntdll.dll", name] }))).toMatchObject({ kind, needed: ["ntdll.dll", name] });
    expect(judge(buildPe({ delayImports: [name] })).kind).toBe(kind);
  });

  it.each([
    { name: "386", machine: PE_MACHINE.i386, wide: false },
    { name: "arm", machine: PE_MACHINE.arm, wide: false },
    { name: "arm64", machine: PE_MACHINE.arm64, wide: true },
  ])("for $name is judged alike", ({ name, machine, wide }) => {
    const file = buildPe({ machine, wide, subsystem: 2, subsystemVersion: [10, 0] });
    expect(inspect(sourceOf(file.bytes))).toMatchObject({ machine: name, linkage: { kind: "system", minOs: "10.0" } });
    const foreign = buildPe({ machine, wide, imports: [LIBGCC] });
    expect(inspect(sourceOf(foreign.bytes))).toMatchObject({ machine: name, linkage: { kind: "dynamic" } });
  });

  it("names a library once that is imported and delay-loaded", () => {
    expect(judge(buildPe({ delayImports: ["kernel32.dll"] })).needed).toEqual(["KERNEL32.dll"]);
  });

  it("may have fewer directories than delay-loading takes", () => {
    expect(judge(buildPe({ directories: 2 })).kind).toBe("system");
  });

  it("may end its import table with the zeros that memory has behind a section's bytes", () => {
    const entry = "\0\0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\x20\0\0";
    const file = buildPe({ more: [{ name: "x", content: entry.padStart(512, "x") }] });
    // Both tables name what is at the start of .idata: a name instead of a table here.
    const named = file.with("imports", 8, 0x6c642e61n).with(file.at.imports ?? 0, 4, 0x6c642e61);
    expect(judge(named.with("importDirectory", 4, 0x3000 + 512 - 20)).needed).toEqual(["a.dl"]);
  });
});

describe("other kinds", () => {
  it("a DLL is a library", () => {
    const file = buildPe({ characteristics: PE_FLAGS.EXECUTABLE | PE_FLAGS.DLL, imports: [LIBGCC] });
    expect(judge(file)).toMatchObject({ kind: "library", needed: [LIBGCC] });
  });

  it("a DLL of resources alone is a library", () => {
    const file = buildPe({ characteristics: PE_FLAGS.EXECUTABLE | PE_FLAGS.DLL, imports: [] });
    expect(judge(file.with("entry", 4, 0))).toMatchObject({ kind: "library", needed: [] });
  });

  it.each<{ name: string; spec: PeSpec; reason: string }>([
    { name: "sections of UPX", spec: { names: ["UPX0", "UPX1"] }, reason: "packed with UPX" },
    {
      name: "a section to unpack code to that has a few bytes",
      spec: { more: [{ name: ".other", flags: 0xe0000080, content: "x", mapped: 0x9000 }] },
      reason: "packed: section .other is executable and is filled once it runs",
    },
    {
      name: "a section to unpack code to",
      spec: { more: [{ name: ".other", flags: 0xe0000080 }] },
      reason: "packed: section .other is executable and has no bytes in the file",
    },
  ])("$name: packed", ({ spec, reason }) => {
    expect(judge(buildPe(spec))).toMatchObject({
      kind: "packed",
      needed: [],
      reason: expect.stringContaining(reason) as string,
    });
  });
});

describe("the link mode", () => {
  const data = { name: ".data", content: inlineBlob() };
  it.each<{ name: string; more: NonNullable<PeSpec["more"]>; mode: string }>([
    { name: "Go's symbol table", more: [data, { name: ".symtab", content: "x" }], mode: "internal" },
    { name: "the C runtime", more: [data, { name: ".CRT", content: "x" }], mode: "external" },
    { name: "thread-local storage", more: [data, { name: ".tls", content: "x" }], mode: "external" },
    { name: "neither", more: [data], mode: "unknown" },
    {
      name: "the C runtime of a C program",
      more: [{ name: ".data" }, { name: ".CRT", content: "x" }],
      mode: "unknown",
    },
    {
      name: "build info at an odd place",
      more: [
        { name: ".data", content: `12345678${inlineBlob()}` },
        { name: ".CRT", content: "x" },
      ],
      mode: "unknown",
    },
  ])("with $name is $mode", ({ more, mode }) => {
    expect(inspect(sourceOf(buildPe({ more }).bytes))).toMatchObject({ linkMode: mode, linkage: { kind: "system" } });
  });
});

type Malformed = { readonly name: string; readonly file: Built; readonly rule: string };

const good = buildPe({ delayImports: ["USER32.dll"] });
const at = (name: string, add = 0) => (good.at[name] ?? 0) + add;

const malformed: readonly Malformed[] = [
  {
    name: "an unknown machine",
    file: buildPe({ machine: PE_MACHINE.mips }),
    rule: "Machine is 0x166, which Go does not build for",
  },
  { name: "amd64 as PE32", file: buildPe({ machine: PE_MACHINE.amd64, wide: false }), rule: "Magic is 0x10b, which" },
  { name: "386 as PE32+", file: buildPe({ machine: PE_MACHINE.i386 }), rule: "Magic is 0x20b, which does not go with" },
  { name: "a ROM image", file: good.with("optional", 2, 0x107), rule: "Magic is 0x107" },
  { name: "an object file", file: buildPe({ characteristics: 0 }), rule: "IMAGE_FILE_EXECUTABLE_IMAGE is not set" },
  {
    name: "a driver",
    file: buildPe({ characteristics: PE_FLAGS.EXECUTABLE | PE_FLAGS.SYSTEM }),
    rule: "IMAGE_FILE_SYSTEM is set",
  },
  {
    name: "76 65535 sections",
    file: good.with(at("coff", 2), 2, 65535),
    rule: "NumberOfSections is 65535, not 1 to 96",
  },
  { name: "no sections", file: good.with(at("coff", 2), 2, 0), rule: "NumberOfSections is 0, not 1 to 96" },
  { name: "no optional header", file: good.with(at("coff", 16), 2, 0), rule: "Magic is cut off" },
  { name: "a short optional header", file: good.with(at("coff", 16), 2, 100), rule: "is cut off" },
  { name: "a long optional header", file: good.with(at("coff", 16), 2, 65535), rule: "optional header is cut off" },
  {
    name: "77 4G directories",
    file: good.with("directoryCount", 4, 0xffffffff),
    rule: "NumberOfRvaAndSizes is 4294967295",
  },
  { name: "17 directories", file: good.with("directoryCount", 4, 17), rule: "NumberOfRvaAndSizes is 17, above 16" },
  {
    name: "directories beyond the optional header",
    file: buildPe({ directories: 2 }).with("directoryCount", 4, 3),
    rule: "NumberOfRvaAndSizes is 3, more than SizeOfOptionalHeader",
  },
  { name: "no directories", file: good.with("directoryCount", 4, 0), rule: "no import table" },
  {
    name: "small pages",
    file: good.with("sectionAlignment", 4, 512),
    rule: "SectionAlignment is 512, less than a page",
  },
  {
    name: "a section at an odd place",
    file: good.with(at("section0", 20), 4, 0x401),
    rule: "PointerToRawData is 1025",
  },
  {
    name: "a section beyond the file",
    file: good.with(at("section1", 16), 4, 0xffff0000),
    rule: "section .idata is cut",
  },
  { name: "sections that overlap", file: good.with(at("section1", 12), 4, 0x1000), rule: "sections overlap" },
  {
    name: "sections out of order",
    file: good.with(at("section0", 12), 4, 0x9000),
    rule: "sections overlap, or are not",
  },
  {
    name: "an EFI program",
    file: good.with("subsystem", 2, 10),
    rule: "Subsystem is 10, not that of Windows programs",
  },
  { name: "a native program", file: good.with("subsystem", 2, 1), rule: "Subsystem is 1" },
  {
    name: "an entry nowhere",
    file: good.with("entry", 4, 0x9000),
    rule: "AddressOfEntryPoint is in no executable section",
  },
  { name: "an entry in data", file: good.with("entry", 4, 0x2000), rule: "AddressOfEntryPoint is in no executable" },
  { name: "no entry", file: good.with("entry", 4, 0), rule: "AddressOfEntryPoint is in no executable section" },
  { name: "no imports", file: buildPe({ imports: [] }), rule: "no import table" },
  {
    name: "an empty import table",
    file: good.with(at("imports", 12), 4, 0).with("delayDirectory", 4, 0),
    rule: "no import",
  },
  { name: ".NET", file: buildPe({ imports: ["mscoree.dll"], clr: true }), rule: "a .NET assembly" },
  { name: ".NET without imports", file: buildPe({ imports: [], clr: true }), rule: "a .NET assembly" },
  { name: "imports nowhere", file: good.with("importDirectory", 4, 0xfffffff0), rule: "import table is in no section" },
  { name: "imports in the header", file: good.with("importDirectory", 4, 0x80), rule: "import table is in no section" },
  {
    name: "78 imports in .text",
    file: good.with("importDirectory", 4, 0x1000),
    rule: "name in the import table is in no section",
  },
  {
    name: "a name nowhere",
    file: good.with(at("imports", 12), 4, 0x7fffffff),
    rule: "name in the import table is in no",
  },
  { name: "an empty name", file: buildPe({ imports: [""] }), rule: "name in the import table is empty" },
  {
    name: "a name of 256 bytes",
    file: buildPe({ imports: ["a".repeat(256)] }),
    rule: "name in the import table does not end within 255 bytes",
  },
  {
    name: "a name that goes on to the end of its section",
    file: fillLast(buildPe({ more: [{ name: "x", content: "y".repeat(4096) }] })),
    rule: "does not end within 255 bytes",
  },
  { name: "an import table without end", file: endless(), rule: "import table does not end" },
  {
    name: "delay-loading nowhere",
    file: good.with("delayDirectory", 4, 0x9000),
    rule: "delay-load import table is in no section",
  },
  {
    name: "delay-loading by absolute addresses",
    file: good.with("delayImports", 4, 0),
    rule: "delay-load directory entry with absolute addresses",
  },
  {
    name: "a delay-loaded name nowhere",
    file: good.with(at("delayImports", 4), 4, 0x9000),
    rule: "name in the delay-load import table is in no section",
  },
];

// The name of the import is the last four bytes of a section that is full.
function fillLast(file: Built): Built {
  return file.with((file.at.imports ?? 0) + 12, 4, 0x3000 + 4092);
}

// A page full of entries, each with a name.
function endless(): Built {
  const entry = "\0\0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\x20\0\0";
  const file = buildPe({ more: [{ name: "x", content: entry.repeat(204).padEnd(4096, "z") }] });
  const named = file.with("imports", 4, 0x6c6c64);
  return named.with("importDirectory", 4, 0x3000);
}

describe("malformed", () => {
  it.each(malformed)("$name: $rule", ({ file, rule }) => {
    expect(judge(file)).toMatchObject({
      kind: "unreadable",
      needed: [],
      reason: expect.stringContaining(rule) as string,
    });
  });

  it("says where, and keeps the machine when the headers are whole", () => {
    const { machine, linkage } = inspect(sourceOf(good.with(at("imports", 12), 4, 0x7fffffff).bytes));
    expect(machine).toBe("amd64");
    expect(linkage.reason).toMatch(/\(at byte \d+\)$/);
    expect(judge(good.with("optional", 2, 0x107)).reason).toMatch(/\(at byte 152\)$/);
  });
});

const foreign = buildPe({ imports: ["KERNEL32.dll", LIBGCC] });
const files: Readonly<Record<string, Built>> = {
  system: good,
  narrow: buildPe({ wide: false }),
  foreign,
  library: buildPe({ characteristics: PE_FLAGS.EXECUTABLE | PE_FLAGS.DLL }),
  packed: buildPe({ names: ["UPX0", "UPX1"] }),
};

describe("whatever the bytes are", () => {
  itSurvivesDamage(files);

  it("a dynamic program becomes system by no flipped byte but one that ends or moves the import table", () => {
    const offsets = flipEach(foreign).flatMap(({ offset, kind }) => (kind === "system" ? [offset] : []));
    const { imports = 0, importDirectory = 0 } = foreign.at;
    const inTable = (offset: number) => offset >= imports && offset < imports + 40;
    const inDirectory = (offset: number) => offset >= importDirectory && offset < importDirectory + 4;
    expect(offsets.filter((offset) => !inTable(offset) && !inDirectory(offset))).toEqual([]);
  });
});
