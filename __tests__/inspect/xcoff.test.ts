import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { flipEach, itSurvivesDamage } from "../support/byte-damage.ts";
import type { Built } from "../support/macho-builder.ts";
import { AIX_LIBC, buildXcoff, F, type ImportSpec } from "../support/xcoff-builder.ts";
import { sourceOf } from "./byte-source.ts";
import { noTraces } from "./fixtures.ts";
import type { Linkage } from "../../src/model/artifact.ts";

function judge(file: Built): Linkage {
  return inspect(sourceOf(file.bytes)).linkage;
}

const LIBGCC: ImportSpec = ["", "libgcc_s.a", "shr.o"];

describe("a program", () => {
  it("that needs AIX's own libraries alone is system, with all that it says", () => {
    const file = buildXcoff({ imports: [AIX_LIBC, ["/usr/lib", "libpthreads.a", "shr_xpg5_64.o"]] });
    expect(inspect(sourceOf(file.bytes))).toEqual({
      format: "xcoff",
      what: "XCOFF file",
      slices: [],
      needs: null,
      machine: "ppc64",
      ...noTraces,
      linkage: {
        kind: "system",
        reason: null,
        loaderOnly: false,
        interpreter: null,
        needed: ["libc.a(shr_64.o)", "/usr/lib/libpthreads.a(shr_xpg5_64.o)"],
        libc: null,
        minGlibc: null,
        minOs: null,
        hazards: [],
        runpath: ["/usr/lib", "/lib"],
      },
    });
  });

  it.each<{ id: ImportSpec; text: string; kind: string }>([
    { id: ["/lib", "libpthread.a", "shr.o"], text: "/lib/libpthread.a(shr.o)", kind: "system" },
    { id: LIBGCC, text: "libgcc_s.a(shr.o)", kind: "dynamic" },
    { id: ["/opt/freeware/lib", "libc.a", "shr.o"], text: "/opt/freeware/lib/libc.a(shr.o)", kind: "dynamic" },
    { id: ["/usr/lib/..", "libc.a", ""], text: "/usr/lib/../libc.a", kind: "dynamic" },
    { id: ["", "..", ""], text: "..", kind: "dynamic" },
    { id: ["", "libc.so", ""], text: "libc.so", kind: "dynamic" },
  ])("that needs $text is $kind", ({ id, text, kind }) => {
    expect(judge(buildXcoff({ imports: [AIX_LIBC, id] }))).toMatchObject({ kind, needed: ["libc.a(shr_64.o)", text] });
  });

  it("of 32 bits is judged alike, for ppc", () => {
    expect(inspect(sourceOf(buildXcoff({ wide: false }).bytes))).toMatchObject({
      machine: "ppc",
      linkage: { kind: "system", needed: ["libc.a(shr_64.o)"] },
    });
    expect(judge(buildXcoff({ wide: false, imports: [LIBGCC] })).kind).toBe("dynamic");
  });

  it("may look for libraries nowhere", () => {
    expect(judge(buildXcoff({ libpath: "" })).runpath).toEqual([]);
  });
});

it.each([F.SHROBJ, F.SHROBJ | F.EXEC])("f_flags %i is a library", (flags) => {
  expect(judge(buildXcoff({ flags }))).toMatchObject({ kind: "library", needed: ["libc.a(shr_64.o)"] });
});

const good = buildXcoff();
const narrow = buildXcoff({ wide: false });

describe("malformed", () => {
  it.each([
    { name: "an object file", file: buildXcoff({ flags: 0 }), rule: "neither F_EXEC nor F_SHROBJ is set" },
    { name: "65535 sections", file: good.with("sectionCount", 2, 65535), rule: "section headers is cut off" },
    { name: "no sections", file: good.with("sectionCount", 2, 0), rule: "no section is STYP_LOADER" },
    { name: "no auxiliary header", file: good.with("optionalSize", 2, 0), rule: "o_snloader is cut off" },
    { name: "a long auxiliary header", file: good.with("optionalSize", 2, 65535), rule: "auxiliary header is cut off" },
    { name: "no loader section", file: buildXcoff({ loaderType: 0x40 }), rule: "no section is STYP_LOADER" },
    { name: "two", file: buildXcoff({ textType: 0x1000 }), rule: "more than one section is STYP_LOADER" },
    { name: "o_snloader 0", file: good.with("snloader", 2, 0), rule: "o_snloader is 0, which is not the STYP_LOADER" },
    { name: "o_snloader 1", file: good.with("snloader", 2, 1), rule: "o_snloader is 1, which is not the STYP_LOADER" },
    { name: "a section of 2^63", file: good.with("size0", 8, 2n ** 63n), rule: "section .text is cut off" },
    { name: "a section at 2^53 + 1", file: good.with("offset0", 8, 2n ** 53n + 1n), rule: "section .text is cut off" },
    { name: "a small loader section", file: good.with("size2", 8, 55), rule: "s_size of the loader section is less" },
    { name: "of 32 bits", file: narrow.with("size2", 4, 31), rule: "s_size of the loader section is less" },
    { name: "l_istlen 4G", file: good.with("istlen", 4, 0xffffffff), rule: "l_impoff and l_istlen go beyond" },
    {
      name: "l_impoff 2^64 - 32",
      file: good.with("impoff", 8, 2n ** 64n - 32n),
      rule: "l_impoff and l_istlen go beyond",
    },
    { name: "l_impoff in the header", file: good.with("impoff", 8, 8), rule: "l_impoff and l_istlen go beyond" },
    { name: "l_nimpid 4G", file: good.with("nimpid", 4, 0xffffffff), rule: "l_nimpid is 4294967295, not 1 to 4096" },
    { name: "l_nimpid 0", file: good.with("nimpid", 4, 0), rule: "l_nimpid is 0, not 1 to 4096" },
    { name: "l_nimpid one more", file: good.with("nimpid", 4, 3), rule: "import file ID does not end with NUL" },
    { name: "l_nimpid one less", file: good.with("nimpid", 4, 1), rule: "l_nimpid is 1, but l_istlen holds more" },
    { name: "l_istlen one less", file: good.with("istlen", 4, 31), rule: "import file ID does not end with NUL" },
    {
      name: "a long ID",
      file: buildXcoff({ libpath: "/".repeat(4096) }),
      rule: "import file ID does not end with NUL",
    },
    { name: "nothing imported", file: buildXcoff({ imports: [] }), rule: "no import file IDs" },
  ])("$name: $rule", ({ file, rule }) => {
    expect(judge(file)).toMatchObject({
      kind: "unreadable",
      needed: [],
      reason: expect.stringContaining(rule) as string,
    });
  });
});

const dynamic = buildXcoff({ imports: [AIX_LIBC, LIBGCC] });
const files: Readonly<Record<string, Built>> = { good, narrow, dynamic, library: buildXcoff({ flags: F.SHROBJ }) };

describe("whatever the bytes are", () => {
  itSurvivesDamage(files);

  it("a dynamic program never becomes system by one flipped byte", () => {
    expect(flipEach(dynamic).filter(({ kind }) => kind === "system")).toEqual([]);
  });
});
