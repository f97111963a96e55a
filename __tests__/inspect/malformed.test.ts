import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import type { ByteSource } from "../../src/ports/types.ts";
import { buildElf, DF_1_PIE, DT, PT, type BuiltElf, type SegmentSpec } from "../support/elf-builder.ts";
import { sourceOf, sparseSource } from "./byte-source.ts";
import { dynamicExec, dynamicSpec, GLIBC_LOADER, goSections, loaderOnly, staticExec, staticPie } from "./fixtures.ts";

type Unreadable = { readonly name: string; readonly elf: BuiltElf; readonly rule: string };

const GiB = 1024 ** 3;
const withSections = buildElf({ ...dynamicSpec, sections: goSections });
const narrow = buildElf({ wide: false, machine: 3 });
const secondLoad = (vaddr: bigint, memsz: bigint) =>
  buildElf({ segments: [{ type: PT.LOAD, flags: 4, offset: 0n, vaddr, filesz: 0n, memsz }] });
const noted = (...desc: number[]) => buildElf({ notes: [{ name: "GNU", type: 3, desc }] });

function cut(elf: BuiltElf, length: number): ByteSource {
  return sourceOf(elf.bytes.subarray(0, length));
}

describe("a cut file (01-05)", () => {
  it.each([
    { length: 1, rule: "file of an unknown format" },
    { length: 4, rule: "e_ident is cut off (at byte 0)" },
    { length: 16, rule: "ELF header is cut off" },
    { length: 63, rule: "ELF header is cut off" },
    { length: 64, rule: "program header table is cut off (at byte 64)" },
  ])("of $length bytes: $rule", ({ length, rule }) => {
    expect(inspect(cut(staticExec, length)).linkage).toMatchObject({
      kind: "unreadable",
      reason: expect.stringContaining(rule) as string,
    });
  });
});

const header: readonly Unreadable[] = [
  { name: "06 EI_CLASS 0", elf: staticExec.header("EI_CLASS", 0), rule: "EI_CLASS is 0" },
  { name: "07 EI_CLASS 3", elf: staticExec.header("EI_CLASS", 3), rule: "EI_CLASS is 3" },
  // Read as x32, whose header is shorter: nothing in it is where it should be.
  { name: "08 EI_CLASS 32 on 64 bits: x32", elf: staticExec.header("EI_CLASS", 1), rule: "e_phentsize is" },
  {
    name: "08 EI_CLASS 32 on arm64",
    elf: buildElf({ machine: 183 }).header("EI_CLASS", 1),
    rule: "EI_CLASS does not go with e_machine 183 (at byte 4)",
  },
  { name: "09 EI_DATA 0", elf: staticExec.header("EI_DATA", 0), rule: "EI_DATA is 0" },
  { name: "09 EI_DATA 3", elf: staticExec.header("EI_DATA", 3), rule: "EI_DATA is 3" },
  { name: "09 EI_DATA flipped", elf: staticExec.header("EI_DATA", 2), rule: "e_machine is 15872" },
  {
    name: "09 big-endian x86",
    elf: buildElf({ littleEndian: false }),
    rule: "EI_DATA does not go with e_machine 62 (at byte 5)",
  },
  { name: "10 EI_CLASS 64 on 386", elf: narrow.header("EI_CLASS", 2), rule: "EI_CLASS does not go with e_machine 3" },
  { name: "s390 of 31 bits", elf: buildElf({ machine: 22, wide: false, littleEndian: false }), rule: "EI_CLASS" },
  { name: "an unknown machine", elf: buildElf({ machine: 9999 }), rule: "e_machine is 9999" },
  { name: "e_type 0", elf: buildElf({ type: 0 }), rule: "e_type is 0" },
  { name: "e_type of another system", elf: buildElf({ type: 0xfe00 }), rule: "e_type is 65024" },
  { name: "an object file", elf: buildElf({ type: "REL" }), rule: "relocatable object file (ET_REL)" },
  { name: "a core dump", elf: buildElf({ type: "CORE" }), rule: "core dump (ET_CORE)" },
  ...[
    { name: "11 e_phoff beyond the file", value: 0x7fffffn },
    { name: "12 e_phoff 2^63 + 5", value: 2n ** 63n + 5n },
    { name: "13 e_phoff 2^53 + 1", value: 2n ** 53n + 1n },
    { name: "14 e_phoff that wraps", value: 2n ** 64n - 32n },
  ].map(({ name, value }) => ({
    name,
    elf: staticExec.header("e_phoff", value),
    rule: "program header table is cut off",
  })),
  ...[0, 1, 0xffff, 64].map((size, index) => ({
    name: `${15 + index} e_phentsize ${size}`,
    elf: staticExec.header("e_phentsize", size),
    rule: `e_phentsize is ${size}, not 56 (at byte 54)`,
  })),
  { name: "e_phentsize of the other class", elf: narrow.header("e_phentsize", 56), rule: "e_phentsize is 56, not 32" },
  { name: "19 e_phnum 0xfffe", elf: staticExec.header("e_phnum", 0xfffe), rule: "e_phnum is 65534" },
  { name: "e_phnum of 64 KiB and one", elf: staticExec.header("e_phnum", 1171), rule: "longer than 64 KiB" },
  { name: "e_phnum of 64 KiB, not there", elf: staticExec.header("e_phnum", 1170), rule: "table is cut off" },
  {
    name: "20 e_phnum 0",
    elf: staticExec.header("e_phnum", 0),
    rule: "e_phnum is 0: there is nothing to load (at byte 56)",
  },
  { name: "21 PN_XNUM", elf: withSections.header("e_phnum", 0xffff), rule: "PN_XNUM" },
  { name: "22 PN_XNUM without sections", elf: staticExec.header("e_phnum", 0xffff), rule: "PN_XNUM" },
];

const segments: readonly Unreadable[] = [
  { name: "no PT_LOAD", elf: staticExec.segment("LOAD", "p_type", 0x6474e551), rule: "no PT_LOAD" },
  { name: "54 all PT_DYNAMIC", elf: dynamicExec.everySegment("p_type", PT.DYNAMIC), rule: "no PT_LOAD" },
  { name: "55 all PT_INTERP", elf: dynamicExec.everySegment("p_type", PT.INTERP), rule: "no PT_LOAD" },
  { name: "p_filesz above p_memsz", elf: staticExec.segment("LOAD", "p_memsz", 1n), rule: "p_filesz above p_memsz" },
  {
    name: "PT_LOAD beyond the file",
    elf: staticExec.segment("LOAD", "p_filesz", 2n ** 53n + 1n).segment("LOAD", "p_memsz", 2n ** 53n + 1n),
    rule: "PT_LOAD is cut off",
  },
  {
    name: "PT_LOAD at 2^64 - 4096",
    elf: staticExec.segment("LOAD", "p_offset", 2n ** 64n - 4096n),
    rule: "PT_LOAD is cut off",
  },
  {
    name: "p_vaddr that wraps",
    elf: staticExec.segment("LOAD", "p_vaddr", 2n ** 64n - 16n),
    rule: "beyond the address space",
  },
  {
    name: "p_vaddr that wraps in 32 bits",
    elf: narrow.segment("LOAD", "p_vaddr", 0xfffffff0),
    rule: "beyond the address space",
  },
  {
    name: "p_vaddr elsewhere in its page",
    elf: staticExec.segment("LOAD", "p_vaddr", 0x400010n),
    rule: "different places of a page",
  },
  { name: "53 PT_LOAD inside another", elf: secondLoad(0x400010n, 16n), rule: "PT_LOAD segments overlap" },
  { name: "53 PT_LOAD around another", elf: secondLoad(0x3ff000n, 0x10000n), rule: "PT_LOAD segments overlap" },
  { name: "53 PT_LOAD at the same place", elf: secondLoad(0x400000n, 1n), rule: "PT_LOAD segments overlap" },
  { name: "entry nowhere", elf: staticExec.header("e_entry", 0n), rule: "e_entry is in no executable PT_LOAD" },
  {
    name: "entry behind the segment",
    elf: staticExec.header("e_entry", 0x400000 + staticExec.at.loadEnd),
    rule: "e_entry",
  },
  { name: "entry in data", elf: buildElf({ loadFlags: 6 }), rule: "e_entry is in no executable PT_LOAD" },
  { name: "entry of a dynamic program", elf: dynamicExec.header("e_entry", 1n), rule: "e_entry" },
  { name: "entry of a static PIE", elf: staticPie.header("e_entry", 2n ** 63n), rule: "e_entry" },
  {
    name: "41 PT_INTERP of 1 GiB",
    elf: dynamicExec.segment("INTERP", "p_filesz", GiB),
    rule: "PT_INTERP has 1073741824 bytes",
  },
  { name: "41 PT_INTERP of 4097", elf: dynamicExec.segment("INTERP", "p_filesz", 4097), rule: "not 2 to 4096" },
  { name: "42 PT_INTERP of 0", elf: dynamicExec.segment("INTERP", "p_filesz", 0), rule: "PT_INTERP has 0 bytes" },
  { name: "42 PT_INTERP of 1", elf: dynamicExec.segment("INTERP", "p_filesz", 1), rule: "PT_INTERP has 1 bytes" },
  {
    name: "43 PT_INTERP without NUL",
    elf: dynamicExec.segment("INTERP", "p_filesz", 5),
    rule: "PT_INTERP does not end with NUL",
  },
  {
    name: "44 PT_INTERP beyond the file",
    elf: dynamicExec.segment("INTERP", "p_offset", 2n ** 40n),
    rule: "PT_INTERP is cut off",
  },
  {
    name: "PT_INTERP of NULs",
    elf: dynamicExec.patch(dynamicExec.at.interpreter, [0]),
    rule: "PT_INTERP is an empty path",
  },
  {
    name: "two PT_INTERP",
    elf: buildElf({ interpreter: GLIBC_LOADER, segments: [{ type: PT.INTERP, offset: 0n, filesz: 8n }] }),
    rule: "more than one PT_INTERP",
  },
  {
    name: "two PT_DYNAMIC",
    elf: buildElf({ dynamic: {}, segments: [{ type: PT.DYNAMIC }] }),
    rule: "more than one PT_DYNAMIC",
  },
  { name: "56 n_namesz", elf: noted(1).number(noted(1).at.notes, 4, 0xffffffff), rule: "note name is cut off" },
  {
    name: "57 n_descsz",
    elf: noted(1).number(noted(1).at.notes + 4, 4, 0xfffffff0),
    rule: "note descriptor is cut off",
  },
  { name: "PT_NOTE of 3 bytes", elf: noted(1).segment("NOTE", "p_filesz", 3), rule: "n_namesz is cut off" },
  { name: "PT_NOTE beyond the file", elf: noted(1).segment("NOTE", "p_offset", 2n ** 63n), rule: "PT_NOTE is cut off" },
];

const neededAt = (value: bigint) => dynamicExec.tag(DT.NEEDED, value);
const dynamicWith = (extra: readonly (readonly [bigint, bigint])[]) =>
  buildElf({ interpreter: GLIBC_LOADER, dynamic: { needed: ["libc.so.6"], extra } });

const dynamic: readonly Unreadable[] = [
  { name: "30 DT_NEEDED far away", elf: neededAt(2n ** 40n), rule: "DT_NEEDED is outside DT_STRTAB" },
  { name: "30 DT_NEEDED at 2^64 - 1", elf: neededAt(2n ** 64n - 1n), rule: "DT_NEEDED is outside DT_STRTAB" },
  { name: "31 DT_STRTAB 0", elf: dynamicExec.tag(DT.STRTAB, 0n), rule: "DT_STRTAB is in no PT_LOAD" },
  { name: "32 DT_STRTAB 2^63", elf: dynamicExec.tag(DT.STRTAB, 2n ** 63n), rule: "DT_STRTAB is in no PT_LOAD" },
  { name: "33 DT_STRSZ 1T", elf: dynamicExec.tag(DT.STRSZ, 2n ** 40n), rule: "DT_STRSZ goes beyond" },
  { name: "34 DT_STRSZ 1", elf: dynamicExec.tag(DT.STRSZ, 1n), rule: "is outside DT_STRTAB" },
  { name: "DT_STRSZ that cuts a name", elf: dynamicExec.tag(DT.STRSZ, 5n), rule: "DT_NEEDED does not end with NUL" },
  { name: "35 no DT_STRSZ", elf: dynamicExec.retag(DT.STRSZ, 0x70000099n), rule: "DT_STRTAB without DT_STRSZ" },
  { name: "36 no DT_STRTAB", elf: dynamicExec.retag(DT.STRTAB, 0x70000099n), rule: "DT_STRSZ without DT_STRTAB" },
  {
    name: "neither",
    elf: dynamicExec.retag(DT.STRTAB, 0x70000099n).retag(DT.STRSZ, 0x70000099n),
    rule: "DT_NEEDED without DT_STRTAB",
  },
  { name: "two DT_STRTAB", elf: dynamicWith([[DT.STRTAB, 0n]]), rule: "more than one DT_STRTAB" },
  {
    name: "two DT_FLAGS_1",
    elf: dynamicWith([
      [DT.FLAGS_1, 0n],
      [DT.FLAGS_1, DF_1_PIE],
    ]),
    rule: "more than one DT_FLAGS_1",
  },
  {
    name: "38 PT_DYNAMIC at the end of the file",
    elf: dynamicExec.segment("DYNAMIC", "p_offset", dynamicExec.bytes.length),
    rule: "PT_DYNAMIC has a p_offset",
  },
  {
    name: "PT_DYNAMIC that is not loaded",
    elf: dynamicExec.segment("DYNAMIC", "p_vaddr", 16n),
    rule: "PT_DYNAMIC is in no PT_LOAD",
  },
  {
    name: "40 no DT_NULL",
    elf: staticPie.segment("LOAD", "p_filesz", staticPie.at.dynamic + 33),
    rule: "PT_DYNAMIC has no DT_NULL",
  },
  {
    name: "40 DT_NULL after too many entries",
    elf: dynamicWith(Array.from({ length: 4096 }, () => [0x70000099n, 0n])),
    rule: "PT_DYNAMIC has no DT_NULL",
  },
  {
    name: "47 DT_VERNEEDNUM 4G",
    elf: dynamicExec.tag(DT.VERNEEDNUM, 2n ** 32n),
    rule: "DT_VERNEEDNUM is 4294967296, above 4096",
  },
  { name: "DT_VERNEEDNUM above the chain", elf: dynamicExec.tag(DT.VERNEEDNUM, 3n), rule: "vn_next does not agree" },
  { name: "DT_VERNEEDNUM below the chain", elf: dynamicExec.tag(DT.VERNEEDNUM, 1n), rule: "vn_next does not agree" },
  { name: "DT_VERNEEDNUM missing", elf: dynamicExec.retag(DT.VERNEEDNUM, 0x70000099n), rule: "do not come together" },
  { name: "DT_VERNEED missing", elf: dynamicExec.retag(DT.VERNEED, 0x70000099n), rule: "do not come together" },
  {
    name: "DT_VERNEED nowhere",
    elf: dynamicExec.tag(DT.VERNEED, 2n ** 63n),
    rule: "DT_VERNEED leads out of the PT_LOAD",
  },
  { name: "48 vn_cnt 0xffff", elf: dynamicExec.verneed(1, "vn_cnt", 0xffff), rule: "vna_next does not agree" },
  { name: "49 vn_next 0", elf: dynamicExec.verneed(0, "vn_next", 0), rule: "vn_next does not agree" },
  {
    name: "50 vn_next into itself",
    elf: dynamicExec.verneed(0, "vn_next", 8),
    rule: "vn_next is 8, inside its own record",
  },
  { name: "50 vna_next into itself", elf: dynamicExec.vernaux(1, "vna_next", 1), rule: "vna_next is 1" },
  {
    name: "51 vn_aux huge",
    elf: dynamicExec.verneed(0, "vn_aux", 0xffffffff),
    rule: "DT_VERNEED leads out of the PT_LOAD",
  },
  {
    name: "52 vna_name huge",
    elf: dynamicExec.vernaux(0, "vna_name", 0xffffffff),
    rule: "DT_VERNEED name is outside DT_STRTAB",
  },
  {
    name: "52 vn_file huge",
    elf: dynamicExec.verneed(0, "vn_file", 0xffffff),
    rule: "DT_VERNEED name is outside DT_STRTAB",
  },
  { name: "vn_version 2", elf: dynamicExec.verneed(0, "vn_version", 2), rule: "vn_version is not 1" },
];

const withSegments = (...segments: readonly SegmentSpec[]) => buildElf({ segments });
const data = { type: PT.LOAD, flags: 6, offset: 0x0n, vaddr: 0x800000n, filesz: 16n, memsz: 4096n };
const tls = { type: PT.TLS, offset: 0n, vaddr: 0x800000n, filesz: 16n, memsz: 32n };
const relro = { type: PT.GNU_RELRO, vaddr: 0x800000n, memsz: 4096n };

/** What is well formed, and yet does not start without a loader. */
const start: readonly Unreadable[] = [
  {
    name: "74 program headers",
    elf: withSegments(...Array.from({ length: 73 }, () => ({ type: 0 }))),
    rule: "74 program headers",
  },
  { name: "an address of root's", elf: staticPie.header("e_type", 2), rule: "PT_LOAD at address 0" },
  {
    name: "an address of the kernel's",
    elf: withSegments({ ...data, vaddr: 2n ** 47n }),
    rule: "beyond the addresses that every Linux has",
  },
  {
    name: "an address of large kernels",
    elf: withSegments({ ...data, vaddr: 2n ** 38n }),
    rule: "beyond the addresses",
  },
  {
    name: "the upper half of 32 bits",
    elf: buildElf({ wide: false, machine: 3, segments: [{ ...data, vaddr: 0x7ffff000n, memsz: 4097n }] }),
    rule: "beyond the addresses",
  },
  { name: "more memory than there is", elf: withSegments({ ...data, memsz: 2n ** 32n }), rule: "span more than 4 GiB" },
  {
    name: "parts of a PIE too far from each other",
    elf: buildElf({ type: "DYN", dynamic: { debug: true }, segments: [{ ...data, vaddr: 2n ** 33n }] }),
    rule: "span more than 4 GiB",
  },
  { name: "a huge alignment", elf: staticPie.segment("LOAD", "p_align", 2n ** 47n), rule: "p_align above 1 GiB" },
  { name: "segments out of order", elf: withSegments({ ...data, vaddr: 0x10000n }), rule: "not in ascending order" },
  {
    name: "two segments in one page",
    elf: withSegments({ ...data, offset: 0xff0n, vaddr: 0x400ff0n, filesz: 0n }),
    rule: "share a page",
  },
  {
    name: "zeros in read-only memory",
    elf: withSegments({ ...data, flags: 4 }),
    rule: "is not writable: it cannot be filled with zeros",
  },
  { name: "PT_TLS that is not loaded", elf: withSegments(data, { ...tls, vaddr: 0x900000n }), rule: "PT_TLS" },
  { name: "PT_TLS longer than the bytes", elf: withSegments(data, { ...tls, filesz: 17n }), rule: "PT_TLS" },
  { name: "PT_TLS that shrinks", elf: withSegments(data, { ...tls, memsz: 15n }), rule: "PT_TLS" },
  { name: "PT_TLS without end", elf: withSegments(data, { ...tls, memsz: 2n ** 40n }), rule: "PT_TLS" },
  { name: "PT_GNU_RELRO of code", elf: withSegments(data, { ...relro, vaddr: 0x400000n }), rule: "PT_GNU_RELRO" },
  { name: "PT_GNU_RELRO of nothing", elf: withSegments(data, { ...relro, vaddr: 0x900000n }), rule: "PT_GNU_RELRO" },
  { name: "PT_GNU_RELRO over the end", elf: withSegments(data, { ...relro, memsz: 4097n }), rule: "PT_GNU_RELRO" },
];

it("what is like them and starts is static", () => {
  const fine = [
    withSegments(...Array.from({ length: 72 }, () => ({ type: 0 }))),
    withSegments({ ...data, memsz: 2n ** 31n }),
    withSegments({ ...data, offset: 0n, vaddr: 0x401000n }),
    withSegments(data, tls, relro),
    // Variables of threads that begin as zeros are nowhere: Go's linker gives them no address.
    withSegments(data, { type: PT.TLS, memsz: 8n }, { ...relro, vaddr: 0x800800n, memsz: 0x800n }),
  ];
  expect(fine.map(({ bytes }) => inspect(sourceOf(bytes)).linkage.kind)).toEqual(fine.map(() => "static"));
});

describe.each([
  { part: "header", rows: header },
  { part: "place in memory", rows: start },
  { part: "segments", rows: segments },
  { part: "dynamic section", rows: dynamic },
])("a malformed $part is unreadable", ({ rows }) => {
  it.each(rows)("$name: $rule", ({ elf, rule }) => {
    expect(inspect(sourceOf(elf.bytes)).linkage).toEqual({
      kind: "unreadable",
      reason: expect.stringContaining(rule) as string,
      loaderOnly: false,
      interpreter: null,
      needed: [],
      libc: null,
      minGlibc: null,
      minOs: null,
      hazards: [],
      runpath: [],
    });
  });
});

describe("damage that no loader looks at changes nothing", () => {
  const sections = [
    { name: "24 e_shoff beyond the file", damage: (elf: BuiltElf) => elf.header("e_shoff", 2n ** 40n) },
    { name: "25 e_shoff 0", damage: (elf: BuiltElf) => elf.header("e_shoff", 0) },
    { name: "26 e_shnum 0xffff", damage: (elf: BuiltElf) => elf.header("e_shnum", 0xffff) },
    { name: "27 e_shnum 0", damage: (elf: BuiltElf) => elf.header("e_shnum", 0) },
    { name: "28 e_shstrndx beyond the table", damage: (elf: BuiltElf) => elf.header("e_shstrndx", 0xfff0) },
    { name: "28 e_shstrndx of no string table", damage: (elf: BuiltElf) => elf.header("e_shstrndx", 1) },
    { name: "29 e_shentsize 1", damage: (elf: BuiltElf) => elf.header("e_shentsize", 1) },
    { name: "e_shoff 2^64 - 1", damage: (elf: BuiltElf) => elf.header("e_shoff", 2n ** 64n - 1n) },
  ];
  it.each(sections)("$name", ({ damage }) => {
    expect(inspect(sourceOf(damage(withSections).bytes)).linkage).toMatchObject({
      kind: "dynamic",
      interpreter: GLIBC_LOADER,
      needed: ["libresolv.so.2", "libc.so.6"],
    });
    const goStatic = buildElf({ sections: goSections });
    expect(inspect(sourceOf(damage(goStatic).bytes)).linkage.kind).toBe("static");
  });

  it.each([
    { name: "37 PT_DYNAMIC of 2^62 bytes", size: 2n ** 62n },
    { name: "39 PT_DYNAMIC of 17 bytes", size: 17n },
    { name: "PT_DYNAMIC of 0 bytes", size: 0n },
  ])("$name", ({ size }) => {
    expect(inspect(sourceOf(dynamicExec.segment("DYNAMIC", "p_filesz", size).bytes)).linkage).toMatchObject({
      kind: "dynamic",
      needed: ["libresolv.so.2", "libc.so.6"],
      minGlibc: "2.34",
    });
  });
});

describe("hostile text is passed on as it is (45, 46)", () => {
  it.each(["/lib/\u001b[31mld\u001b[0m.so", "|\n|x|<b>", "/lib/@user ::error::", "\ufeff/lib/ld.so", "/lib/ld-é.so"])(
    "%j",
    (path) => {
      const elf = buildElf({ interpreter: path, dynamic: { needed: [path] } });
      expect(inspect(sourceOf(elf.bytes)).linkage).toMatchObject({
        kind: "dynamic",
        interpreter: path,
        needed: [path],
      });
    },
  );

  it("as a string table that is the dynamic section itself", () => {
    const base = 0x400000n;
    const elf = loaderOnly.tag(DT.STRTAB, BigInt(loaderOnly.at.dynamic)).tag(DT.STRSZ, 16n);
    expect(inspect(sourceOf(elf.bytes)).linkage.kind).toBe("dynamic");
    const named = dynamicExec.tag(DT.STRTAB, base + BigInt(dynamicExec.at.dynamic)).tag(DT.STRSZ, 64n);
    expect(inspect(sourceOf(named.bytes)).linkage.kind).not.toMatch(/static/);
  });
});

describe("files of 10 GB that are mostly holes (82-84)", () => {
  const size = 10 * GiB;
  const tooLarge = { kind: "unreadable", reason: expect.stringContaining("more than 512 MiB to search") as string };

  it("82 a good header: dynamic is seen in a few reads", () => {
    expect(inspect(sparseSource(dynamicExec.bytes, size)).linkage.kind).toBe("dynamic");
  });

  it("82 a good header: whether it is packed is not known", () => {
    expect(inspect(sparseSource(staticExec.bytes, size)).linkage).toMatchObject(tooLarge);
  });

  it("83 zeros", () => {
    expect(inspect(sparseSource(new Uint8Array(), size)).linkage.reason).toMatch(/unknown format/);
  });

  it("84 PT_LOAD of 2 GB: its C library is not known", () => {
    const elf = buildElf({ sections: [".text"] });
    const large = elf.segment("LOAD", "p_filesz", 2 * GiB).segment("LOAD", "p_memsz", 2 * GiB);
    expect(inspect(sparseSource(large.bytes, size)).linkage).toMatchObject(tooLarge);
  });

  it("a note of 1 GB is not read at all", () => {
    const read: number[] = [];
    const noted = buildElf({ notes: [] }).segment("NOTE", "p_filesz", GiB);
    const source = sparseSource(noted.bytes, size);
    const spy: ByteSource = {
      size,
      read(offset, length) {
        read.push(length);
        return source.read(offset, length);
      },
    };
    expect(inspect(spy).linkage.reason).toMatch(/PT_NOTE segments have more than 1 MiB/);
    expect(Math.max(...read)).toBeLessThan(64 * 1024 * 1024);
  });
});

it("headers that all name the same notes do not add up to hours", () => {
  const content = "\0".repeat(1024 * 1024);
  const segments = Array.from({ length: 1000 }, () => ({
    type: PT.NOTE,
    offset: 0x20000n,
    filesz: 480_000n,
  }));
  expect(inspect(sourceOf(buildElf({ content, segments }).bytes)).linkage.reason).toMatch(/more than 1 MiB/);
});

it("version records that name each other do not add up either", () => {
  const names = Array.from({ length: 2100 }, () => "GLIBC_2.34");
  const versions = ["a", "b"].map((library) => ({ library, names }));
  const elf = buildElf({ interpreter: GLIBC_LOADER, dynamic: { needed: ["libc.so.6"], versions } });
  expect(inspect(sourceOf(elf.bytes)).linkage.reason).toMatch(/DT_VERNEED has more than 4096 records/);
});

it("a section name without end is no section name", () => {
  const named = (length: number) => buildElf({ sections: [".gopclntab", ".".repeat(length)] });
  expect(inspect(sourceOf(named(200).bytes)).linkMode).toBe("internal");
  expect(inspect(sourceOf(named(300).bytes))).toMatchObject({ linkMode: "unknown", linkage: { kind: "static" } });
});

it("zeros alone may have any p_offset", () => {
  const bss = { type: PT.LOAD, flags: 6, offset: 2n ** 40n + 1n, vaddr: 0x800000n, filesz: 0n, memsz: 4096n };
  expect(inspect(sourceOf(buildElf({ segments: [bss] }).bytes)).linkage.kind).toBe("static");
});

it("a file that shrinks while it is read is cut off", () => {
  const source: ByteSource = {
    size: 4096,
    read: (offset, length) => staticExec.bytes.slice(offset, Math.min(offset + length, 40)),
  };
  expect(inspect(source).linkage).toMatchObject({ kind: "unreadable", reason: "ELF header is cut off (at byte 40)" });
});

it("a name longer than any path is refused", () => {
  const elf = buildElf({ interpreter: GLIBC_LOADER, dynamic: { needed: ["x".repeat(5000)] } });
  expect(inspect(sourceOf(elf.bytes)).linkage.reason).toMatch(/DT_NEEDED does not end with NUL/);
});
