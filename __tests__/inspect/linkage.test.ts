import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { findGlibcFloor } from "../../src/inspect/elf-versions.ts";
import { buildElf, DF_1_PIE, type ElfSpec } from "../support/elf-builder.ts";
import { sourceOf } from "./byte-source.ts";
import { abiTag, dynamicSpec, GLIBC_LOADER, glibcStart, goNote, goSections } from "./fixtures.ts";
import type { Linkage } from "../../src/model/artifact.ts";

function inspectElf(spec: ElfSpec) {
  return inspect(sourceOf(buildElf(spec).bytes));
}

type Row = { readonly name: string; readonly spec: ElfSpec; readonly want: Partial<Linkage> };

const rows: readonly Row[] = [
  { name: "no interpreter, no library", spec: {}, want: { kind: "static", interpreter: null, needed: [], libc: null } },
  { name: "with PT_DYNAMIC, but nothing needed", spec: { dynamic: {} }, want: { kind: "static" } },
  {
    name: "position independent, DF_1_PIE",
    spec: { type: "DYN", dynamic: { flags1: DF_1_PIE } },
    want: { kind: "static-pie" },
  },
  {
    name: "position independent, DF_1_PIE cleared: DT_DEBUG still tells a program",
    spec: { type: "DYN", dynamic: { debug: true, flags1: 1n } },
    want: { kind: "static-pie" },
  },
  {
    name: "position independent with neither mark, though its entry is code",
    spec: { type: "DYN", dynamic: {} },
    want: { kind: "library" },
  },
  {
    name: "position independent with a name of its own",
    spec: { type: "DYN", dynamic: { soname: "libx.so.1", flags1: DF_1_PIE, debug: true } },
    want: { kind: "library" },
  },
  {
    name: "c-shared",
    spec: { type: "DYN", entry: 0n, dynamic: { needed: ["libc.so.6"], flags1: 8n } },
    want: { kind: "library", needed: ["libc.so.6"], libc: "glibc" },
  },
  {
    name: "c-shared on musl",
    spec: { type: "DYN", entry: 0n, dynamic: { needed: ["libc.musl-x86_64.so.1"] } },
    want: { kind: "library", libc: "musl" },
  },
  {
    name: "a libc that can be run",
    spec: { type: "DYN", interpreter: GLIBC_LOADER, dynamic: { soname: "libc.so.6" } },
    want: { kind: "library", interpreter: GLIBC_LOADER },
  },
  {
    name: "position independent, no PT_DYNAMIC",
    spec: { type: "DYN" },
    want: {
      kind: "unreadable",
      reason: expect.stringContaining("ET_DYN without PT_INTERP and without PT_DYNAMIC") as string,
    },
  },
  {
    name: "a program of glibc",
    spec: dynamicSpec,
    want: {
      kind: "dynamic",
      reason: null,
      loaderOnly: false,
      interpreter: GLIBC_LOADER,
      needed: ["libresolv.so.2", "libc.so.6"],
      libc: "glibc",
      minGlibc: "2.34",
      hazards: [],
      runpath: ["$ORIGIN/../lib", "/opt/lib"],
    },
  },
  {
    name: "a PIE of Go's own linker: nothing needed but the loader",
    spec: { type: "DYN", interpreter: GLIBC_LOADER, dynamic: { flags1: DF_1_PIE } },
    want: { kind: "dynamic", loaderOnly: true, needed: [], libc: "glibc", minGlibc: null },
  },
  {
    name: "PT_INTERP without PT_DYNAMIC",
    spec: { interpreter: GLIBC_LOADER },
    want: { kind: "dynamic", loaderOnly: true },
  },
  {
    name: "libraries without a loader, fixed address",
    spec: { dynamic: { needed: ["libc.so.6"] } },
    want: { kind: "dynamic", loaderOnly: false, interpreter: null },
  },
  {
    name: "libraries without a loader, marked as a program",
    spec: { type: "DYN", dynamic: { needed: ["libc.so.6"], flags1: DF_1_PIE } },
    want: { kind: "dynamic" },
  },
  {
    name: "musl",
    spec: { interpreter: "/lib/ld-musl-x86_64.so.1", dynamic: { needed: ["libc.so"] } },
    want: { kind: "dynamic", libc: "musl", minGlibc: null },
  },
  {
    name: "built for glibc, loaded by musl",
    spec: { interpreter: "/lib/ld-musl-x86_64.so.1", dynamic: { needed: ["libc.so.6"] } },
    want: { kind: "dynamic", libc: "musl" },
  },
  {
    name: "the loader of a Nix store",
    spec: { interpreter: "/nix/store/abc-glibc-2.40/lib/ld-linux-x86-64.so.2", dynamic: {} },
    want: { kind: "dynamic", libc: "glibc" },
  },
  {
    name: "DT_RPATH, when there is no DT_RUNPATH",
    spec: { interpreter: GLIBC_LOADER, dynamic: { rpath: "/nix/store/x/lib" } },
    want: { runpath: ["/nix/store/x/lib"] },
  },
  {
    name: "DT_RUNPATH hides DT_RPATH",
    spec: { interpreter: GLIBC_LOADER, dynamic: { rpath: "/old", runpath: "/new" } },
    want: { runpath: ["/new"] },
  },
  {
    name: "freebsd is judged like linux",
    spec: { interpreter: "/libexec/ld-elf.so.1", dynamic: { needed: ["libc.so.7"] } },
    want: { kind: "dynamic", libc: null },
  },
  {
    name: "s390x",
    spec: { machine: 22, littleEndian: false, interpreter: "/lib/ld64.so.1", dynamic: { needed: ["libc.so.6"] } },
    want: { kind: "dynamic", libc: "glibc", needed: ["libc.so.6"] },
  },
  {
    name: "mips, whose loader is called as that of Solaris",
    spec: { machine: 8, wide: false, littleEndian: false, interpreter: "/lib/ld.so.1", dynamic: {} },
    want: { kind: "dynamic", loaderOnly: true, libc: "glibc" },
  },
  {
    name: "openbsd",
    spec: { interpreter: "/usr/libexec/ld.so", dynamic: { needed: ["libc.so", "libpthread.so"] } },
    want: { kind: "system", loaderOnly: false, libc: null },
  },
  {
    name: "openbsd, linked by the host",
    spec: { interpreter: "/usr/libexec/ld.so", dynamic: { needed: ["libc.so.97.1"] } },
    want: { kind: "system" },
  },
  {
    name: "openbsd with a library from ports",
    spec: { interpreter: "/usr/libexec/ld.so", dynamic: { needed: ["libc.so", "libsqlite3.so"] } },
    want: { kind: "dynamic" },
  },
  {
    name: "solaris and illumos",
    spec: {
      interpreter: "/lib/amd64/ld.so.1",
      dynamic: { needed: ["libsendfile.so", "libsocket.so", "libc.so"] },
    },
    want: { kind: "system" },
  },
  {
    name: "solaris with another library",
    spec: { interpreter: "/lib/amd64/ld.so.1", dynamic: { needed: ["libc.so.1", "libz.so.1"] } },
    want: { kind: "dynamic" },
  },
  {
    name: "android",
    spec: { type: "DYN", machine: 183, interpreter: "/system/bin/linker64", dynamic: { flags1: DF_1_PIE } },
    want: { kind: "system", loaderOnly: false },
  },
  {
    name: "android with a library of the application",
    spec: { type: "DYN", machine: 183, interpreter: "/system/bin/linker64", dynamic: { needed: ["libc++_shared.so"] } },
    want: { kind: "dynamic" },
  },
];

describe("linkage", () => {
  it.each(rows)("$name: $want.kind", ({ spec, want }) => {
    expect(inspectElf(spec).linkage).toMatchObject(want);
  });
});

describe("UPX", () => {
  const info = "\0\0\0\0UPX!\0\0\0\0";
  const buildInfo = (version: string) =>
    `\u00ff Go buildinf:\x08\x02${"\0".repeat(16)}${String.fromCharCode(version.length)}${version}`;

  it.each([
    { name: "its magic, no sections", spec: { content: info }, want: "packed" },
    { name: "position independent", spec: { type: "DYN", content: info }, want: "packed" },
    {
      name: "a stray build info magic in compressed data",
      spec: { content: `${info}${" ".repeat(4)}\u00ff Go buildinf:\x08\x02\x7fgo` },
      want: "packed",
    },
    {
      name: "a program with sections that deals with packed files",
      spec: { content: info, sections: [".text"] },
      want: "static",
    },
    { name: "an interpreter is an interpreter", spec: { content: info, interpreter: GLIBC_LOADER }, want: "dynamic" },
  ] satisfies { name: string; spec: ElfSpec; want: string }[])("$name: $want", ({ spec, want }) => {
    expect(inspectElf(spec).linkage.kind).toBe(want);
  });

  it("is not seen in a Go program without sections that has the magic as a constant", () => {
    // The blob is aligned: 16 bytes from the start of the content, which the builder puts behind 8 bytes of code.
    const rows = Array.from({ length: 16 }, (_, pad) =>
      inspectElf({ content: `${" ".repeat(pad)}${buildInfo("go1.26.8")}UPX!` }),
    );
    expect(rows.filter((row) => row.linkage.kind === "static")).toHaveLength(1);
    expect(rows.filter((row) => row.linkage.kind === "packed")).toHaveLength(15);
  });

  it("is seen, though the compressed data holds what looks like build info", () => {
    const stray = [`\u00ff Go buildinf:\x08\x02${"x".repeat(16)}\x08go1.26.8`, "\u00ff Go buildinf:\x08\x02"];
    for (const content of stray.flatMap((each) => Array.from({ length: 16 }, (_, pad) => " ".repeat(pad) + each))) {
      expect(inspectElf({ content: `${content}UPX!` }).linkage.kind).toBe("packed");
    }
  });

  it("is seen right behind the program headers, whatever else the file claims", () => {
    const elf = buildElf({ sections: [".text"] });
    const packed = elf.patch(elf.at.phoff + elf.at.phentsize + 4, [0x55, 0x50, 0x58, 0x21]);
    expect(inspect(sourceOf(packed.bytes)).linkage).toMatchObject({
      kind: "packed",
      reason: expect.stringContaining("UPX") as string,
    });
  });
});

describe("what a static C library left", () => {
  const external = { code: glibcStart, notes: [goNote], sections: [...goSections, ".eh_frame"] } satisfies ElfSpec;
  const tunables = "\0GLIBC_TUNABLES\0";
  const nss = "\0libnss_%s.so%s\0";

  it.each([
    { name: "glibc's tunables", spec: { ...external, content: tunables }, libc: "glibc", hazards: [] },
    { name: "glibc's ABI tag", spec: { ...external, notes: [goNote, abiTag] }, libc: "glibc", hazards: [] },
    { name: "glibc with NSS", spec: { ...external, content: tunables + nss }, libc: "glibc", hazards: ["nss"] },
    {
      name: "glibc before 2.34 with NSS",
      spec: { ...external, content: `${tunables}/etc/nsswitch.conf\0libnss_\0` },
      libc: "glibc",
      hazards: ["nss"],
    },
    {
      name: "glibc without NSS, and Go's own resolver",
      spec: { ...external, content: `${tunables}x/etc/nsswitch.conf/etc/hosts` },
      libc: "glibc",
      hazards: [],
    },
    {
      name: "NSS in a static PIE",
      spec: { ...external, type: "DYN", dynamic: { flags1: DF_1_PIE }, content: tunables + nss },
      libc: "glibc",
      hazards: ["nss"],
    },
    { name: "musl", spec: { ...external, content: "\0No error information\0" }, libc: "musl", hazards: [] },
    {
      name: "musl with the strings of NSS",
      spec: { ...external, content: `\0Name does not resolve${nss}` },
      libc: "musl",
      hazards: [],
    },
    { name: "no mark", spec: external, libc: null, hazards: [] },
    {
      name: "Go's own linker: nothing to look for",
      spec: { sections: goSections, content: tunables + nss },
      libc: null,
      hazards: [],
    },
    {
      name: "constants beside data",
      spec: { ...external, loadFlags: 7, content: tunables + nss },
      libc: "glibc",
      hazards: ["nss"],
    },
  ] satisfies { name: string; spec: ElfSpec; libc: Linkage["libc"]; hazards: readonly string[] }[])(
    "$name: $libc, $hazards",
    ({ spec, libc, hazards }) => {
      expect(inspectElf(spec).linkage).toMatchObject({ libc, hazards });
    },
  );

  it("does not take the ABI tag of another system for glibc's", () => {
    const hurd = { ...abiTag, desc: [1, 0, 0, 0, 2, 0, 0, 0] };
    expect(inspectElf({ ...external, notes: [hurd] }).linkage.libc).toBeNull();
  });

  it("walks notes by their alignment", () => {
    const property = [4, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 0x47, 0x4e, 0x55, 0, 1, 2, 3, 4, 0, 0, 0, 0];
    const tag = [4, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x47, 0x4e, 0x55, 0, 0, 0, 0, 0];
    const elf = buildElf({ ...external, notes: [{ name: "\0".repeat(31), type: 0, desc: [] }] });
    const filled = elf
      .patch(elf.at.notes, [...property, ...tag])
      .segment("NOTE", "p_filesz", property.length + tag.length);
    expect(inspect(sourceOf(filled.segment("NOTE", "p_align", 8).bytes)).linkage.libc).toBe("glibc");
    expect(inspect(sourceOf(filled.segment("NOTE", "p_align", 4).bytes)).linkage.kind).toBe("unreadable");
  });

  it("tells whether runtime/cgo is inside, where it looked", () => {
    expect(inspectElf({ ...external, content: "\0crosscall2\0" }).usesRuntimeCgo).toBe(true);
    expect(inspectElf({ ...external, content: "crosscall2" }).usesRuntimeCgo).toBe(false);
    expect(inspectElf({ sections: goSections }).usesRuntimeCgo).toBeNull();
    expect(inspectElf(dynamicSpec).usesRuntimeCgo).toBeNull();
  });

  it("finds a mark that lies across two chunks", () => {
    const chunk = 4 * 1024 * 1024;
    for (const shift of [-1, 0, 1, 7, 14]) {
      const content = `${" ".repeat(chunk - 300 + shift)}${tunables}${nss}`;
      const elf = buildElf({ ...external });
      const bytes = new Uint8Array(elf.bytes.length + content.length);
      bytes.set(elf.bytes);
      bytes.set(new TextEncoder().encode(content), elf.bytes.length);
      const grown = buildElf(external);
      const size = BigInt(bytes.length);
      const loads = grown.segment("LOAD", "p_filesz", size).segment("LOAD", "p_memsz", size);
      bytes.set(loads.bytes);
      expect(inspect(sourceOf(bytes)).linkage).toMatchObject({ libc: "glibc", hazards: ["nss"] });
    }
  });
});

describe("link mode", () => {
  const b = [0x58, 0xf5, 0xff, 0x17];
  it.each([
    { name: "sections of Go alone", spec: { sections: goSections }, want: "internal" },
    ...[".comment", ".eh_frame", ".init", ".fini", ".init_array", ".fini_array"].map((section) => ({
      name: `Go's and ${section}`,
      spec: { sections: [...goSections, section] },
      want: "external",
    })),
    { name: "no Go in it", spec: { sections: [".text", ".comment"] }, want: "unknown" },
    { name: "no Go in it, though it begins with a jump", spec: {}, want: "unknown" },
    { name: "no sections, a jump", spec: { notes: [goNote] }, want: "internal" },
    { name: "no sections, glibc's start", spec: { notes: [goNote], code: glibcStart }, want: "external" },
    {
      name: "no sections, glibc's start behind endbr64",
      spec: { notes: [goNote], code: [0xf3, 0x0f, 0x1e, 0xfa, ...glibcStart] },
      want: "external",
    },
    {
      name: "no sections, musl's start",
      spec: { notes: [goNote], code: [0x48, 0x31, 0xed, 0x48, 0x89, 0xe7] },
      want: "external",
    },
    { name: "no sections, some other start", spec: { notes: [goNote], code: [0x90, 0x90] }, want: "unknown" },
    { name: "sections without Go's, a note of Go's", spec: { notes: [goNote], sections: [".text"] }, want: "internal" },
    { name: "arm64, a branch", spec: { notes: [goNote], machine: 183, code: b }, want: "internal" },
    {
      name: "arm64, anything else",
      spec: { notes: [goNote], machine: 183, code: [0x1d, 0, 0x80, 0xd2] },
      want: "external",
    },
    { name: "riscv64 has no known start", spec: { notes: [goNote], machine: 243 }, want: "unknown" },
    {
      name: "a library has no start",
      spec: { notes: [goNote], type: "DYN", entry: 0n, dynamic: { soname: "x" } },
      want: "unknown",
    },
  ] satisfies { name: string; spec: ElfSpec; want: string }[])("$name: $want", ({ spec, want }) => {
    expect(inspectElf(spec).linkMode).toBe(want);
  });
});

describe("machine", () => {
  it.each([
    { name: "386", machine: 3, wide: false, littleEndian: true },
    { name: "amd64", machine: 62, wide: true, littleEndian: true },
    { name: "arm", machine: 40, wide: false, littleEndian: true },
    { name: "arm64", machine: 183, wide: true, littleEndian: true },
    { name: "loong64", machine: 258, wide: true, littleEndian: true },
    { name: "mips", machine: 8, wide: false, littleEndian: false },
    { name: "mipsle", machine: 8, wide: false, littleEndian: true },
    { name: "mips64", machine: 8, wide: true, littleEndian: false },
    { name: "mips64le", machine: 8, wide: true, littleEndian: true },
    { name: "ppc64", machine: 21, wide: true, littleEndian: false },
    { name: "ppc64le", machine: 21, wide: true, littleEndian: true },
    { name: "riscv64", machine: 243, wide: true, littleEndian: true },
    { name: "s390x", machine: 22, wide: true, littleEndian: false },
  ])("$name is read in its own byte order and class", ({ name, ...layout }) => {
    expect(inspectElf(layout)).toMatchObject({ machine: name, format: "elf", linkage: { kind: "static" } });
    expect(inspectElf({ ...layout, ...dynamicSpec })).toMatchObject({
      machine: name,
      linkage: { kind: "dynamic", needed: ["libresolv.so.2", "libc.so.6"], minGlibc: "2.34" },
    });
  });

  it("is told for a file that is broken further on", () => {
    const elf = buildElf({ machine: 183 }).segment("LOAD", "p_filesz", 0xffffn).segment("LOAD", "p_memsz", 0xffffn);
    expect(inspect(sourceOf(elf.bytes))).toMatchObject({ machine: "arm64", linkage: { kind: "unreadable" } });
  });
});

describe("glibc floor", () => {
  const floor = (...names: readonly string[]) =>
    findGlibcFloor([{ library: "libc.so.6", versions: names.map((name) => ({ name, weak: false, index: 2 })) }]);

  it.each([
    { name: "by number, not by text", versions: ["GLIBC_2.4", "GLIBC_2.34", "GLIBC_2.9"], want: "2.34" },
    { name: "three places", versions: ["GLIBC_2.2", "GLIBC_2.2.5"], want: "2.2.5" },
    { name: "the major number first", versions: ["GLIBC_3.0", "GLIBC_2.99"], want: "3.0" },
    { name: "DT_RELR", versions: ["GLIBC_2.34", "GLIBC_ABI_DT_RELR"], want: "2.36" },
    {
      name: "not a number",
      versions: ["GLIBC_PRIVATE", "GLIBCXX_3.4.32", "CXXABI_1.3", "GCC_3.0", "xGLIBC_2.1"],
      want: null,
    },
    { name: "nothing", versions: [], want: null },
  ])("$name: $want", ({ versions, want }) => {
    expect(floor(...versions)).toBe(want);
  });

  it("is the highest of all libraries, without what the loader only warns of", () => {
    const versions = [
      { library: "libm.so.6", names: ["GLIBC_2.29"] },
      { library: "libc.so.6", names: ["GLIBC_2.17", { name: "GLIBC_2.38", flags: 2 }] },
    ];
    const { linkage } = inspectElf({ interpreter: GLIBC_LOADER, dynamic: { needed: ["libc.so.6"], versions } });
    expect(linkage.minGlibc).toBe("2.29");
  });

  it("cannot be had by a file that names no library", () => {
    const dynamic = { versions: [{ library: "libc.so.6", names: ["GLIBC_2.34"] }], flags1: DF_1_PIE };
    expect(inspectElf({ type: "DYN", dynamic }).linkage).toMatchObject({
      kind: "unreadable",
      reason: expect.stringContaining("DT_VERNEED without DT_NEEDED") as string,
    });
  });
});
