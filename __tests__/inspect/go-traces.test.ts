import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { itSurvivesDamage, type File } from "../support/byte-damage.ts";
import { type Form, framed, inlineBlob, pointerBlob, wanted } from "../support/go-buildinfo-blob.ts";
import { buildFat, buildMacho, CPU, DATA_ADDRESS, type DataSpec, type MachoSpec } from "../support/macho-builder.ts";
import { buildPe, PE_FLAGS, PE_MACHINE } from "../support/pe-builder.ts";
import { AIX_LIBC, buildXcoff, DATA_ADDRESS as AIX_DATA_ADDRESS } from "../support/xcoff-builder.ts";
import { sourceOf } from "./byte-source.ts";
import type { GoBuildInfo, Inspection } from "../../src/model/artifact.ts";

/** Build info and cgo's names in Mach-O, PE and XCOFF files. Those of ELF: go-buildinfo.test.ts. */

const CALLS = "\0main._Cfunc_answer\0example.com/a%2eb._C2func_open\0";
const found = [
  { package: "example.com/a.b", functions: ["open"] },
  { package: "main", functions: ["answer"] },
];
const asked = { cgoCalls: true };

function inspectFile({ bytes }: File, options = asked): Inspection {
  return inspect(sourceOf(bytes), options);
}

const little = { wide: true, littleEndian: true };
const littleNarrow = { wide: false, littleEndian: true };
const big = { wide: true, littleEndian: false };
const bigNarrow = { wide: false, littleEndian: false };

type Format = {
  readonly name: string;
  readonly form: Form;
  /** Where `content` is in memory. */
  readonly base: number;
  readonly build: (content: string) => File;
};

const PE_BASE = 0x140000000;
const PE_NARROW_BASE = 0x400000;
/** The third section is on the third page. */
const PE_DATA = 0x3000;

const formats: readonly Format[] = [
  ...[
    { form: little, cpuType: CPU.amd64 },
    { form: littleNarrow, cpuType: CPU.x86 },
    { form: big, cpuType: CPU.ppc64 },
    { form: bigNarrow, cpuType: CPU.ppc },
  ].map(({ form, cpuType }) => ({
    name: `Mach-O, cputype ${cpuType}`,
    form,
    base: DATA_ADDRESS,
    build: (content: string) => buildMacho({ ...form, cpuType, data: { content } }),
  })),
  {
    name: "Mach-O without the section",
    form: little,
    base: DATA_ADDRESS,
    build: (content) => buildMacho({ data: { content, section: "__data" } }),
  },
  {
    name: "Mach-O with the section in a segment of another name, not writable",
    form: little,
    base: DATA_ADDRESS,
    build: (content) => buildMacho({ data: { content, segment: "__RODATA", protection: 1 } }),
  },
  {
    name: "PE32+",
    form: little,
    base: PE_BASE + PE_DATA,
    build: (content) => buildPe({ imageBase: PE_BASE, more: [{ name: ".data", content }] }),
  },
  {
    name: "PE32",
    form: littleNarrow,
    base: PE_NARROW_BASE + PE_DATA,
    build: (content) => buildPe({ wide: false, imageBase: PE_NARROW_BASE, more: [{ name: ".data", content }] }),
  },
  {
    name: "PE with an alignment in the section's flags, and another name",
    form: little,
    base: PE_BASE + PE_DATA,
    build: (content) => buildPe({ imageBase: PE_BASE, more: [{ name: "x", content, flags: 0xc0600040 }] }),
  },
  ...[big, bigNarrow].map((form) => ({
    name: `XCOFF${form.wide ? 64 : 32}`,
    form,
    base: AIX_DATA_ADDRESS,
    build: (content: string) => buildXcoff({ ...form, data: { content } }),
  })),
];

describe.each(formats)("$name", ({ form, base, build }) => {
  it("has what Go writes since 1.18", () => {
    expect(inspectFile(build(inlineBlob({ form }) + CALLS))).toMatchObject({
      go: wanted,
      cgoCalls: found,
      linkage: { kind: "system" },
    });
  });

  it("has what Go 1.13 to 1.17 wrote, with addresses", () => {
    const file = build(pointerBlob(form, { base: BigInt(base) }));
    expect(inspectFile(file)).toMatchObject({ go: { ...wanted, goVersion: "go1.17.13" }, cgoCalls: [] });
  });

  it.each([0n, 1n, 2n ** 32n - 1n])("has none behind addresses that lead elsewhere: %i", (version) => {
    expect(inspectFile(build(pointerBlob(form, { base: BigInt(base), version }))).go).toBeNull();
  });

  it("has none of another machine, and then no names either", () => {
    const foreign = { ...form, littleEndian: !form.littleEndian };
    expect(inspectFile(build(inlineBlob({ form: foreign }) + CALLS))).toMatchObject({ go: null, cgoCalls: null });
    expect(inspectFile(build(CALLS))).toMatchObject({ go: null, cgoCalls: null });
  });

  it("is not searched for names when nobody asked", () => {
    const file = build(inlineBlob({ form }) + CALLS);
    expect(inspectFile(file, { cgoCalls: false })).toMatchObject({ go: wanted, cgoCalls: null });
  });
});

describe("not looked at", () => {
  it.each<{ readonly name: string; readonly file: File }>([
    {
      name: "a Mach-O segment that is neither writable nor has the section",
      file: buildMacho({ data: { content: inlineBlob(), section: "__const", protection: 1 } }),
    },
    {
      name: "a PE section that is read-only",
      file: buildPe({ more: [{ name: ".rdata", content: inlineBlob(), flags: 0x40000040 }] }),
    },
    {
      name: "a PE section that is code",
      file: buildPe({ more: [{ name: ".data", content: inlineBlob(), flags: 0xe0000060 }] }),
    },
    {
      name: "an XCOFF section that is not data",
      file: buildXcoff({ data: { content: inlineBlob({ form: big }), type: 0x10 } }),
    },
  ])("$name", ({ file }) => {
    expect(inspectFile(file).go).toBeNull();
  });

  it("names in Mach-O symbols, and in PE symbols and debug information", () => {
    const content = inlineBlob();
    const symbols: DataSpec = { content: content + CALLS, segment: "__LINKEDIT" };
    expect(inspectFile(buildMacho({ data: symbols }))).toMatchObject({ go: wanted, cgoCalls: [] });
    const more = [
      { name: ".data", content },
      { name: ".symtab", content: CALLS, flags: 0x42000000 },
    ];
    expect(inspectFile(buildPe({ more }))).toMatchObject({ go: wanted, cgoCalls: [], linkMode: "internal" });
  });

  it("a packed file", () => {
    const data = { content: inlineBlob() };
    expect(inspectFile(buildMacho({ sections: ["upxTEXT"], data })).go).toBeNull();
    expect(inspectFile(buildPe({ names: ["UPX0", "UPX1"], more: [{ name: ".data", ...data }] })).go).toBeNull();
  });
});

it.each([
  { length: 200n, goVersion: "x".repeat(200) },
  { length: 230n, goVersion: undefined },
])("a string of $length bytes, 212 before the end of its section", ({ length, goVersion }) => {
  const base = BigInt(PE_BASE + PE_DATA);
  const content = pointerBlob(little, { base, text: base + 300n, length }).padEnd(512, "x");
  const more = [
    { name: ".data", content },
    { name: ".more", content: "x".repeat(512) },
  ];
  expect(inspectFile(buildPe({ imageBase: PE_BASE, more })).go?.goVersion).toBe(goVersion);
});

it("a broken rule of the linkage does not hide what was recorded", () => {
  const data = { content: inlineBlob() };
  expect(inspectFile(buildMacho({ libraries: [], data }))).toMatchObject({
    linkage: { kind: "unreadable" },
    go: wanted,
  });
  expect(inspectFile(buildPe({ subsystem: 1, more: [{ name: ".data", ...data }] }))).toMatchObject({
    linkage: { kind: "unreadable" },
    linkMode: "unknown",
    go: wanted,
  });
});

describe("a universal file", () => {
  const OWN = "/opt/lib/libown.dylib";
  const slice = (cpuType: number, version: string | null, spec: MachoSpec = {}) => {
    const data = {
      content:
        version === null ? "" : inlineBlob({ version }) + CALLS.replace("answer", `of_${version.replace(".", "_")}`),
    };
    return { cpuType, bytes: buildMacho({ cpuType, ...spec, data }).bytes };
  };
  const first = slice(CPU.amd64, "go1.21");
  const second = slice(CPU.arm64, "go1.22");
  const summary = ({ go, cgoCalls, machine, slices, linkage }: Inspection) => ({
    go: go?.goVersion,
    main: cgoCalls?.find((each) => each.package === "main")?.functions,
    machine,
    slices,
    kind: linkage.kind,
  });
  const both = { machine: null, slices: ["amd64", "arm64"] };

  it("of alike slices has the build info of the first", () => {
    expect(summary(inspectFile(buildFat([first, second])))).toEqual({
      ...both,
      go: "go1.21",
      main: ["of_go1_21"],
      kind: "system",
    });
  });

  it("has the build info of the slice that speaks for it", () => {
    const worse = slice(CPU.arm64, "go1.23", { libraries: [OWN] });
    expect(summary(inspectFile(buildFat([first, worse])))).toEqual({
      ...both,
      go: "go1.23",
      main: ["of_go1_23"],
      kind: "dynamic",
    });
  });

  it("or of the first that has one", () => {
    const worse = slice(CPU.arm64, null, { libraries: [OWN] });
    expect(summary(inspectFile(buildFat([worse, first])))).toMatchObject({ go: "go1.21", kind: "dynamic" });
    const cut = { cpuType: CPU.arm64, bytes: second.bytes.subarray(0, 40) };
    expect(summary(inspectFile(buildFat([cut, first])))).toMatchObject({ go: "go1.21", kind: "unreadable" });
  });

  it("names each machine once, and no other machine", () => {
    const file = buildFat([
      first,
      second,
      { ...slice(CPU.arm64, null, { cpuSubType: 2 }), cpuSubType: 2 },
      { cpuType: 99, bytes: first.bytes },
    ]);
    expect(inspectFile(file)).toMatchObject(both);
    expect(inspectFile(buildFat([second]))).toMatchObject({ machine: "arm64", slices: ["arm64"] });
  });
});

const secret: GoBuildInfo["settings"] = { GOOS: "windows", CGO_ENABLED: "1" };

it("settings are shown and withheld as in ELF files", () => {
  const modInfo = framed('build\t-ldflags="-X main.token=hunter2"\nbuild\tGOOS=windows\nbuild\tCGO_ENABLED=1\n');
  const { go } = inspectFile(buildPe({ more: [{ name: ".data", content: inlineBlob({ modInfo }) }] }));
  expect(go).toMatchObject({ settings: secret, withheld: ["-ldflags"] });
  expect(JSON.stringify(go)).not.toContain("hunter2");
});

describe("whatever the bytes are", () => {
  const pe = { characteristics: PE_FLAGS.EXECUTABLE, machine: PE_MACHINE.i386, wide: false };
  const pointers = (form: Form, base: number) => pointerBlob(form, { base: BigInt(base) }) + CALLS;
  itSurvivesDamage({
    machoInline: buildMacho({ data: { content: inlineBlob() + CALLS } }),
    machoPointers: buildMacho({
      ...littleNarrow,
      cpuType: CPU.x86,
      data: { content: pointers(littleNarrow, DATA_ADDRESS) },
    }),
    fat: buildFat([
      { cpuType: CPU.amd64, bytes: buildMacho({ data: { content: inlineBlob() + CALLS } }).bytes },
      { cpuType: CPU.arm64, bytes: buildMacho({ cpuType: CPU.arm64, data: { content: inlineBlob() } }).bytes },
    ]),
    peInline: buildPe({ more: [{ name: ".data", content: inlineBlob() + CALLS }] }),
    pePointers: buildPe({ ...pe, more: [{ name: ".data", content: pointers(littleNarrow, 0x403000) }] }),
    xcoffInline: buildXcoff({ data: { content: inlineBlob({ form: big }) + CALLS } }),
    xcoffPointers: buildXcoff({
      ...bigNarrow,
      imports: [AIX_LIBC],
      data: { content: pointers(bigNarrow, AIX_DATA_ADDRESS) },
    }),
  });
});
