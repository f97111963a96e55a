import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { flipEach, itSurvivesDamage } from "../support/byte-damage.ts";
import {
  buildFat,
  buildMacho,
  CPU,
  dylib,
  LC,
  LIBSYSTEM,
  MH,
  type Built,
  type MachoSpec,
} from "../support/macho-builder.ts";
import { sourceOf, text } from "./byte-source.ts";
import { noTraces } from "./fixtures.ts";
import type { Linkage } from "../../src/model/artifact.ts";

const FOREIGN = "/opt/homebrew/opt/sqlite/lib/libsqlite3.0.dylib";

function judge(file: Built): Linkage {
  return inspect(sourceOf(file.bytes)).linkage;
}

describe("a program", () => {
  it("that needs Apple's libraries alone is system, with all that it says", () => {
    const frameworks = "/System/Library/Frameworks/Security.framework/Versions/A/Security";
    const file = buildMacho({ libraries: [LIBSYSTEM, frameworks], rpaths: ["@loader_path/../lib", "/opt/lib"] });
    expect(inspect(sourceOf(file.bytes))).toEqual({
      format: "macho",
      what: "Mach-O file",
      slices: [],
      needs: null,
      machine: "amd64",
      ...noTraces,
      linkage: {
        kind: "system",
        reason: null,
        loaderOnly: false,
        interpreter: "/usr/lib/dyld",
        needed: [LIBSYSTEM, frameworks],
        libc: null,
        minGlibc: null,
        minOs: "13.0",
        hazards: [],
        runpath: ["@loader_path/../lib", "/opt/lib"],
      },
    });
  });

  it.each([
    { path: "/usr/lib/swift/libswiftCore.dylib", kind: "system" },
    { path: "/usr/lib/libz.1.dylib", kind: "system" },
    { path: "/usr/lib/libresolv.9.dylib", kind: "system" },
    { path: "/usr/lib/system/libdispatch.dylib", kind: "system" },
    { path: "/System/Library/Frameworks/vmnet.framework/vmnet", kind: "system" },
    { path: "/System/Library/Frameworks/Cocoa.framework/Versions/A/Cocoa", kind: "system" },
    {
      path: "/System/Library/Frameworks/Accelerate.framework/Versions/A/Frameworks/vecLib.framework/Versions/A/libBLAS.dylib",
      kind: "system",
    },
    {
      path: "/System/Library/PrivateFrameworks/MultitouchSupport.framework/Versions/A/MultitouchSupport",
      kind: "system",
    },
    // Folders of the system with names that it does not have: a program that asks for them does not start.
    { path: "/usr/lib/libEvil12.B.dylib", kind: "dynamic" },
    { path: "/usr/lib/libssl.3.dylib", kind: "dynamic" },
    { path: "/usr/lib/libz.1.dylib/x.dylib", kind: "dynamic" },
    { path: "/usr/lib/swift/libswiftEvil.dylib", kind: "dynamic" },
    { path: "/usr/lib/system/libevil.dylib", kind: "dynamic" },
    { path: "/usr/lib/libz.1", kind: "dynamic" },
    { path: "/System/Library/Frameworks/Evil.framework/Versions/A/Evil", kind: "dynamic" },
    { path: "/System/Library/Frameworks/Security.framework/Versions/A/Evil", kind: "dynamic" },
    { path: "/System/Library/Frameworks/Python.framework/Versions/2.7/Python", kind: "dynamic" },
    { path: "/System/Library/Frameworks/constructor.framework/constructor", kind: "dynamic" },
    {
      path: "/System/Library/Frameworks/Accelerate.framework/Versions/A/Frameworks/Evil.framework/Evil",
      kind: "dynamic",
    },
    { path: "/System/Library/PrivateFrameworks/A.framework/A", kind: "dynamic" },
    { path: FOREIGN, kind: "dynamic" },
    { path: "/usr/local/lib/libz.dylib", kind: "dynamic" },
    { path: "@rpath/libz.dylib", kind: "dynamic" },
    { path: "@executable_path/libz.dylib", kind: "dynamic" },
    { path: "libz.dylib", kind: "dynamic" },
    { path: "/Library/Frameworks/Python.framework/Python", kind: "dynamic" },
    { path: "/usr/lib/../local/lib/libz.dylib", kind: "dynamic" },
    { path: "/System/Library/../../opt/libz.dylib", kind: "dynamic" },
    { path: "/usr/lib/", kind: "dynamic" },
    { path: "/usr/library/libz.dylib", kind: "dynamic" },
    { path: "//usr/lib/libz.dylib", kind: "dynamic" },
    { path: "\x1b[31m|`<b>", kind: "dynamic" },
  ])("that needs $path is $kind", ({ path, kind }) => {
    expect(judge(buildMacho({ libraries: [LIBSYSTEM, path] }))).toMatchObject({ kind, needed: [LIBSYSTEM, path] });
  });

  it.each(["LOAD_DYLIB", "LOAD_WEAK_DYLIB", "REEXPORT_DYLIB", "LAZY_LOAD_DYLIB", "LOAD_UPWARD_DYLIB"] as const)(
    "is dynamic when LC_%s names another library",
    (name) => {
      const file = buildMacho({ commands: [dylib(LC[name], FOREIGN)] });
      expect(judge(file)).toMatchObject({ kind: "dynamic", needed: [LIBSYSTEM, FOREIGN] });
    },
  );

  it.each<{ name: string; spec: MachoSpec; machine: string }>([
    { name: "386", spec: { cpuType: CPU.x86, wide: false }, machine: "386" },
    { name: "arm", spec: { cpuType: CPU.arm, wide: false }, machine: "arm" },
    { name: "arm64", spec: { cpuType: CPU.arm64 }, machine: "arm64" },
    { name: "ppc", spec: { cpuType: CPU.ppc, wide: false, littleEndian: false }, machine: "ppc" },
    { name: "ppc64", spec: { cpuType: CPU.ppc64, littleEndian: false }, machine: "ppc64" },
  ])("for $name is judged alike", ({ spec, machine }) => {
    expect(inspect(sourceOf(buildMacho(spec).bytes))).toMatchObject({ machine, linkage: { kind: "system" } });
    const foreign = buildMacho({ ...spec, libraries: [LIBSYSTEM, FOREIGN] });
    expect(inspect(sourceOf(foreign.bytes))).toMatchObject({ machine, linkage: { kind: "dynamic" } });
  });

  it.each<{ name: string; spec: MachoSpec }>([
    { name: "another dyld", spec: { dylinker: "/opt/lib/dyld" } },
    { name: "LC_DYLD_ENVIRONMENT", spec: { commands: [{ cmd: LC.DYLD_ENVIRONMENT, text: "DYLD_X=/opt" }] } },
  ])("with $name is dynamic", ({ spec }) => {
    expect(judge(buildMacho(spec)).kind).toBe("dynamic");
  });

  it.each<{ name: string; spec: MachoSpec; minOs: string | null }>([
    { name: "no version", spec: { minOs: null }, minOs: null },
    { name: "LC_BUILD_VERSION with a patch", spec: { minOs: 0x000a0f04 }, minOs: "10.15.4" },
    {
      name: "LC_VERSION_MIN_MACOSX",
      spec: { minOs: null, commands: [{ cmd: LC.VERSION_MIN_MACOSX, fields: [0x000a0d00, 0x000b0000] }] },
      minOs: "10.13",
    },
    {
      name: "macOS and Mac Catalyst",
      spec: { minOs: 0x000b0000, commands: [{ cmd: LC.BUILD_VERSION, fields: [6, 0x000e0000, 0, 0] }] },
      minOs: "11.0",
    },
    {
      name: "macOS twice",
      spec: { minOs: 0x000b0000, commands: [{ cmd: LC.BUILD_VERSION, fields: [1, 0x000e0000, 0, 0] }] },
      minOs: "14.0",
    },
  ])("with $name asks for macOS $minOs", ({ spec, minOs }) => {
    expect(judge(buildMacho(spec))).toMatchObject({ kind: "system", minOs });
  });
});

describe("other kinds", () => {
  it.each([MH.DYLIB, MH.BUNDLE])("filetype %i is a library", (fileType) => {
    const file = buildMacho({ fileType, commands: [dylib(LC.ID_DYLIB, "@rpath/lib.dylib")] });
    expect(judge(file)).toMatchObject({ kind: "library", needed: [LIBSYSTEM], interpreter: null });
  });

  it("sections of UPX are packed", () => {
    const file = buildMacho({ sections: ["upxTEXT"], dylinker: null, libraries: [], entry: false });
    expect(judge(file)).toMatchObject({ kind: "packed", reason: expect.stringContaining("UPX") as string });
  });
});

type Malformed = { readonly name: string; readonly file: Built; readonly rule: string };

const good = buildMacho();
const narrow = buildMacho({ wide: false, cpuType: CPU.x86 });
const command = (index: number) => good.at[`command${index}`] ?? 0;
const [segment, dylinker, library] = [command(0), command(1), command(2)];

const malformed: readonly Malformed[] = [
  { name: "an unknown machine", file: buildMacho({ cpuType: 99 }), rule: "cputype is 99, which Go does not build for" },
  { name: "arm64 of 32 bits", file: buildMacho({ cpuType: 0x0200000c }), rule: "Go does not build for" },
  { name: "amd64 of 32 bits", file: buildMacho({ wide: false }), rule: "the magic does not go with cputype" },
  { name: "amd64 big-endian", file: buildMacho({ littleEndian: false }), rule: "the magic does not go with cputype" },
  { name: "an object file", file: buildMacho({ fileType: MH.OBJECT }), rule: "relocatable object file (MH_OBJECT)" },
  { name: "a core dump", file: buildMacho({ fileType: MH.CORE }), rule: "core dump (MH_CORE)" },
  { name: "MH_PRELOAD", file: buildMacho({ fileType: MH.PRELOAD }), rule: "no loader starts (MH_PRELOAD)" },
  { name: "dyld itself", file: buildMacho({ fileType: MH.DYLINKER }), rule: "dynamic linker (MH_DYLINKER)" },
  { name: "a dSYM", file: buildMacho({ fileType: MH.DSYM }), rule: "debug symbols (MH_DSYM)" },
  { name: "filetype 77", file: buildMacho({ fileType: 77 }), rule: "filetype is 77, neither a program nor a library" },
  {
    name: "71 ncmds 4G",
    file: good.with("ncmds", 4, 0xffffffff),
    rule: "ncmds is 4294967295, above 65535 (at byte 16)",
  },
  { name: "ncmds one more", file: good.with("ncmds", 4, 7), rule: "cmd is cut off" },
  { name: "ncmds one less", file: good.with("ncmds", 4, 5), rule: "ncmds is 5, but sizeofcmds goes on" },
  { name: "ncmds 0", file: good.with("ncmds", 4, 0), rule: "ncmds is 0, but sizeofcmds goes on" },
  { name: "72 cmdsize 0", file: good.with(segment + 4, 4, 0), rule: "cmdsize is 0, not a multiple of 8 from 8 up" },
  { name: "cmdsize 12 on 64 bits", file: good.with(dylinker + 4, 4, 12), rule: "cmdsize is 12, not a multiple of 8" },
  {
    name: "cmdsize 6 on 32 bits",
    file: narrow.with((narrow.at.command1 ?? 0) + 4, 4, 6),
    rule: "cmdsize is 6, not a multiple of 4",
  },
  { name: "cmdsize 4G", file: good.with(dylinker + 4, 4, 0xfffffff8), rule: "load command is cut off" },
  { name: "cmdsize 8 of a library", file: good.with(library + 4, 4, 8), rule: "dylib name offset is cut off" },
  { name: "73 sizeofcmds 4G", file: good.with("sizeofcmds", 4, 0xffffffff), rule: "load commands is cut off" },
  { name: "sizeofcmds less", file: good.with("sizeofcmds", 4, 100), rule: "load command is cut off" },
  {
    name: "a name inside the head",
    file: good.with(library + 8, 4, 16),
    rule: "dylib name is outside its load command",
  },
  {
    name: "a name past the end",
    file: good.with(library + 8, 4, 4000),
    rule: "dylib name is outside its load command",
  },
  { name: "an empty name", file: buildMacho({ libraries: [""] }), rule: "dylib name is empty" },
  {
    name: "a name without NUL",
    file: buildMacho({ commands: [dylib(LC.LOAD_DYLIB, "/usr/lib/libabcd.so", "")].map(fill) }),
    rule: "dylib name does not end with NUL",
  },
  { name: "a long name", file: buildMacho({ libraries: ["/".repeat(4097)] }), rule: "dylib name is longer than 4096" },
  { name: "an empty dyld", file: buildMacho({ dylinker: "" }), rule: "dylinker name is empty" },
  { name: "an empty rpath", file: buildMacho({ rpaths: [""] }), rule: "rpath is empty" },
  {
    name: "two dyld",
    file: buildMacho({ commands: [{ cmd: LC.LOAD_DYLINKER, text: "/usr/lib/dyld" }] }),
    rule: "more than one LC_LOAD_DYLINKER",
  },
  { name: "a segment beyond the file", file: good.with(segment + 48, 8, 0x1000), rule: "segment __TEXT is cut off" },
  {
    name: "a segment at 2^53 + 1",
    file: good.with(segment + 40, 8, 2n ** 53n + 1n),
    rule: "segment __TEXT is cut off",
  },
  { name: "filesize above vmsize", file: good.with(segment + 32, 8, 1), rule: "filesize above vmsize" },
  { name: "nsects 4G", file: good.with(segment + 64, 4, 0xffffffff), rule: "nsects is 4294967295, more than cmdsize" },
  { name: "LC_SEGMENT on 64 bits", file: good.with(segment, 4, LC.SEGMENT), rule: "LC_SEGMENT of the other word size" },
  {
    name: "a command that dyld must understand",
    file: good.with(library, 4, 0x8000007f),
    rule: "cmd is 0x8000007f, which dyld must understand",
  },
  { name: "LC_LOADFVMLIB", file: good.with(library, 4, LC.LOADFVMLIB), rule: "LC_LOADFVMLIB" },
  { name: "a program with LC_ID_DYLIB", file: good.with(library, 4, LC.ID_DYLIB), rule: "MH_EXECUTE with LC_ID_DYLIB" },
  { name: "no segment", file: buildMacho({ segment: false }), rule: "without a segment that has bytes" },
  { name: "no entry", file: buildMacho({ entry: false }), rule: "neither LC_MAIN nor LC_UNIXTHREAD" },
  {
    name: "a static program",
    file: buildMacho({
      dylinker: null,
      libraries: [],
      entry: false,
      commands: [{ cmd: LC.UNIXTHREAD, fields: [4, 42] }],
    }),
    rule: "macOS supports no static programs",
  },
  { name: "libraries without dyld", file: buildMacho({ dylinker: null }), rule: "nothing loads them" },
  {
    name: "dyld without libraries",
    file: buildMacho({ libraries: [] }),
    rule: "dyld starts nothing without libSystem",
  },
];

// The string ends just where its command does.
function fill(spec: ReturnType<typeof dylib>) {
  const { text: path = "" } = spec;
  return { ...spec, text: path.padEnd(Math.ceil(path.length / 8) * 8, "x") };
}

describe("malformed", () => {
  it.each(malformed)("$name: $rule", ({ file, rule }) => {
    expect(judge(file)).toMatchObject({
      kind: "unreadable",
      needed: [],
      reason: expect.stringContaining(rule) as string,
    });
  });

  it("says where", () => {
    expect(judge(good.with(segment + 4, 4, 0)).reason).toMatch(/\(at byte 36\)$/);
    expect(inspect(sourceOf(good.with(segment + 4, 4, 0).bytes)).machine).toBe("amd64");
  });
});

const slice = (spec: MachoSpec = {}) => ({
  cpuType: spec.cpuType ?? CPU.amd64,
  cpuSubType: spec.cpuSubType ?? 3,
  bytes: buildMacho(spec).bytes,
});
const arm = (spec: MachoSpec = {}) => slice({ cpuType: CPU.arm64, cpuSubType: 0, ...spec });

describe("a universal file", () => {
  it.each([false, true])("of alike slices is what they are (64-bit entries: %s)", (wide) => {
    const file = buildFat([slice({ minOs: 0x000a0d00 }), arm({ minOs: 0x000b0000 })], { wide });
    const inspection = inspect(sourceOf(file.bytes));
    expect(inspection).toMatchObject({
      format: "macho",
      machine: null,
      linkage: { kind: "system", reason: null, needed: [LIBSYSTEM], minOs: "11.0", interpreter: "/usr/lib/dyld" },
    });
  });

  it("of one slice has its machine", () => {
    expect(inspect(sourceOf(buildFat([arm()]).bytes))).toMatchObject({ machine: "arm64", linkage: { kind: "system" } });
  });

  it.each([0, 1])("is dynamic when slice %i is, and names it", (index) => {
    const foreign = { libraries: [LIBSYSTEM, FOREIGN] };
    const slices = index === 0 ? [arm(foreign), slice()] : [slice(), arm(foreign)];
    expect(judge(buildFat(slices))).toMatchObject({
      kind: "dynamic",
      needed: [`${LIBSYSTEM} (arm64 slice)`, `${FOREIGN} (arm64 slice)`],
    });
  });

  it("says of an unreadable slice which it is, and where in the whole file", () => {
    const file = buildFat([slice(), arm({ cpuSubType: 2, libraries: [] })]);
    expect(judge(file)).toMatchObject({
      kind: "unreadable",
      reason: expect.stringMatching(/^arm64e slice: .*without libraries/) as string,
    });
    const at = file.at.slice1 ?? 0;
    const cut = new Uint8Array(file.bytes);
    new DataView(cut.buffer).setUint32(at + 20, 0xffffff, true);
    expect(inspect(sourceOf(cut)).linkage.reason).toMatch(/^arm64e slice: load commands is cut off \(at byte \d+\)$/);
    expect(Number(/byte (\d+)/.exec(inspect(sourceOf(cut)).linkage.reason ?? "")?.[1])).toBe(at + 32);
  });

  it("is packed when one slice is", () => {
    const packed = slice({ sections: ["upxTEXT"] });
    expect(judge(buildFat([packed, arm()]))).toMatchObject({
      kind: "packed",
      reason: expect.stringMatching(/^amd64 slice: packed/) as string,
    });
  });

  const two = buildFat([slice(), arm()]);
  const fat64 = buildFat([slice(), arm()], { wide: true });
  const nested = buildFat([{ cpuType: CPU.amd64, bytes: two.bytes }, arm()]);
  const rules: readonly Malformed[] = [
    { name: "68 no slices", file: two.with("nfat", 4, 0), rule: "nfat_arch is 0" },
    { name: "more slices than entries", file: two.with("nfat", 4, 42), rule: "align is" },
    { name: "65 slices", file: fat64.with("nfat", 4, 65), rule: "nfat_arch is 65, above 64" },
    { name: "66 4G slices", file: fat64.with("nfat", 4, 0xffffffff), rule: "nfat_arch is 4294967295, above 64" },
    { name: "69 a slice beyond the file", file: two.with("size1", 4, 0xffffff), rule: "arm64 slice is cut off" },
    { name: "a slice at 2^63", file: fat64.with("offset1", 8, 2n ** 63n), rule: "arm64 slice is cut off" },
    { name: "a slice of 2^64 - 32", file: fat64.with("size1", 8, 2n ** 64n - 32n), rule: "arm64 slice is cut off" },
    { name: "70 a slice that is the file", file: two.with("offset0", 4, 0), rule: "amd64 slice begins inside the fat" },
    {
      name: "a slice in the header",
      file: two.with("offset0", 4, 32),
      rule: "amd64 slice begins inside the fat header",
    },
    {
      name: "slices that overlap",
      file: two.with("offset1", 4, (two.at.slice0 ?? 0) + 32),
      rule: "amd64 slice overlaps arm64 slice",
    },
    {
      name: "an odd place",
      file: two.with("offset1", 4, (two.at.slice1 ?? 0) + 1),
      rule: "not at a multiple of its align",
    },
    { name: "align 16", file: two.with("align0", 4, 16), rule: "align is 16, above 15" },
    { name: "the same machine twice", file: buildFat([slice(), slice()]), rule: "more than one amd64 slice" },
    {
      name: "the same machine twice, with other capabilities",
      file: buildFat([slice(), { ...slice(), cpuSubType: 0x80000003 }]),
      rule: "more than one amd64 slice",
    },
    {
      name: "a slice for another machine",
      file: two.with("cputype0", 4, CPU.x86),
      rule: "the fat header says 386, the image amd64",
    },
    { name: "fat in fat", file: nested, rule: "amd64 slice: universal Mach-O file where a Mach-O image should be" },
    {
      name: "a static library",
      file: buildFat([{ cpuType: CPU.amd64, bytes: text("!<arch>\n") }, arm()]),
      rule: "amd64 slice: ar archive",
    },
    { name: "an empty slice", file: two.with("size0", 4, 0), rule: "empty file where a Mach-O image should be" },
    { name: "a slice that Go does not know", file: two.with("cputype0", 4, 99), rule: "cputype 99 slice" },
  ];

  it.each(rules)("is unreadable: $name: $rule", ({ file, rule }) => {
    expect(judge(file)).toMatchObject({ kind: "unreadable", reason: expect.stringContaining(rule) as string });
  });
});

const foreignProgram = buildMacho({ libraries: [LIBSYSTEM, FOREIGN], rpaths: ["/opt"] });
const files: Readonly<Record<string, Built>> = {
  system: good,
  narrow,
  bigEndian: buildMacho({ cpuType: CPU.ppc, wide: false, littleEndian: false }),
  dynamic: foreignProgram,
  library: buildMacho({ fileType: MH.DYLIB }),
  fat: buildFat([slice(), arm()]),
  fat64: buildFat([slice(), arm({ libraries: [LIBSYSTEM, FOREIGN] })], { wide: true }),
};

describe("whatever the bytes are", () => {
  itSurvivesDamage(files);

  it("a dynamic program becomes system by no flipped byte but one that makes the command another", () => {
    const command = foreignProgram.at.command3 ?? 0;
    const offsets = flipEach(foreignProgram).flatMap(({ offset, kind }) => (kind === "system" ? [offset] : []));
    expect(offsets.filter((offset) => offset < command || offset >= command + 4)).toEqual([]);
  });
});
