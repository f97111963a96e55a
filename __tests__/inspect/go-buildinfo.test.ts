import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ByteSource } from "../../src/ports/types.ts";
import { readGoBuildInfo, type BuildInfoPlaces } from "../../src/inspect/go-buildinfo.ts";
import { buildInfoPlacesOfElf } from "../../src/inspect/go-buildinfo-elf.ts";
import { parseElfHeader } from "../../src/inspect/elf-header.ts";
import { parseElf } from "../../src/inspect/elf.ts";
import { Pattern } from "../../src/inspect/search.ts";
import { buildElf, PT, type ElfSpec } from "../support/elf-builder.ts";
import { flipSome } from "../support/byte-damage.ts";
import {
  amd64,
  BASE,
  counted,
  type Form,
  framed,
  header,
  inlineBlob,
  LINES,
  MAGIC,
  pointerBlob,
  uvarint,
  wanted,
} from "../support/go-buildinfo-blob.ts";
import { sourceOf, text } from "./byte-source.ts";
import type { GoBuildInfo } from "../../src/model/artifact.ts";

const forms: readonly (Form & { readonly name: string })[] = [
  { name: "64-bit little-endian", wide: true, littleEndian: true },
  { name: "64-bit big-endian", wide: true, littleEndian: false },
  { name: "32-bit little-endian", wide: false, littleEndian: true },
  { name: "32-bit big-endian", wide: false, littleEndian: false },
];

function placesOf(size: number, form: Form = amd64): BuildInfoPlaces {
  return {
    ranges: [{ offset: 0n, length: BigInt(size) }],
    mapAddress: (address) =>
      address >= BASE && address < BASE + BigInt(size)
        ? { offset: address - BASE, length: BASE + BigInt(size) - address }
        : undefined,
    encoding: form,
  };
}

function read(content: string, form: Form = amd64): GoBuildInfo | null {
  return readGoBuildInfo(sourceOf(text(content)), placesOf(content.length, form));
}

describe("since Go 1.18", () => {
  it.each(forms)("$name", (form) => {
    expect(read(inlineBlob({ form }), form)).toEqual(wanted);
  });

  it("without module info, which bazel leaves out", () => {
    expect(read(inlineBlob({ modInfo: "" }))).toEqual({ ...wanted, path: null, main: null, settings: {} });
  });

  it("module info without its marks is none", () => {
    const unmarked = { ...wanted, path: null, main: null, settings: {} };
    expect(read(inlineBlob({ modInfo: LINES }))).toEqual(unmarked);
    expect(read(inlineBlob({ modInfo: framed("") }))).toEqual(unmarked);
  });

  it.each([1, 15, 16, 31, 32, 1024 * 1024 - 16, 1024 * 1024, 3 * 1024 * 1024 + 16])(
    "%i bytes into the range",
    (before) => {
      expect(read("\0".repeat(before) + inlineBlob())).toEqual(before % 16 === 0 ? wanted : null);
    },
  );

  it("alignment is that of the file, wherever the range begins", () => {
    const source = sourceOf(text("\0".repeat(32) + inlineBlob()));
    const places = { ...placesOf(0), ranges: [{ offset: 7n, length: BigInt(source.size - 7) }] };
    expect(readGoBuildInfo(source, places)).toEqual(wanted);
  });
});

describe("Go 1.13 to 1.17", () => {
  it.each(forms)("$name", (form) => {
    expect(read(pointerBlob(form), form)).toEqual({ ...wanted, goVersion: "go1.17.13" });
  });
});

describe("settings", () => {
  const settingsOf = (lines: string) => {
    const info = read(inlineBlob({ modInfo: framed(`${lines}\n`) }));
    return info === null ? null : { ...info.settings, withheld: info.withheld };
  };

  it.each([
    { line: "-tags=a,b", want: { "-tags": "a,b" } },
    { line: "-tags=", want: { "-tags": "" } },
    { line: 'vcs.time="a b"', want: { "vcs.time": "a b" } },
    { line: "vcs.time=`a b\\n`", want: { "vcs.time": "a b\\n" } },
    { line: 'GOOS="\\t\\"\\\\\\x41\\101\\u00e9\\U0001F600\\x80"', want: { GOOS: '\t"\\AA\u00e9\u{1f600}\ufffd' } },
    { line: '"GOOS"=x', want: { GOOS: "x" } },
    { line: "GOOS=a=b", want: { GOOS: "a=b" } },
    { line: "__proto__=", want: Object.fromEntries([["__proto__", ""]]) },
  ])("$line", ({ line, want }) => {
    expect(settingsOf(`build\t${line}`)).toEqual({ ...want, withheld: [] });
  });

  // debug.ParseBuildInfo refuses these as well.
  it.each([
    "build\tGOOS",
    "build\t=x",
    "build\t",
    'build\tGOOS="x',
    'build\tGOOS="x" y',
    "build\tGOOS=a b",
    'build\tGOOS="\\q "',
    'build\tGOOS="\\ud800 "',
    'build\tGOOS="\\U00110000 "',
    "build\tGO OS=x",
    "mod\tpath",
    "mod\ta\tb\tc\td",
  ])("%j is not what Go writes", (line) => {
    expect(settingsOf(line)).toBeNull();
  });

  it("lines that Go may add one day change nothing", () => {
    expect(settingsOf("dep\ta\tv1\n=>\tb\tv2\th1:\nnew\tthing\n\nbuild\tGOOS=linux")).toEqual({
      GOOS: "linux",
      withheld: [],
    });
  });

  it.each(["-ldflags", "-gcflags", "-asmflags", "-gccgoflags", "-pgo", "CGO_CFLAGS", "CGO_LDFLAGS", "NEWKEY"])(
    "the value of %s is kept from the report",
    (key) => {
      expect(settingsOf(`build\t${key}="-X main.token=hunter2"\nbuild\tGOOS=linux`)).toEqual({
        GOOS: "linux",
        withheld: [key],
      });
    },
  );
});

describe("a magic that does not decode is passed over", () => {
  const behind = (blob: string) => blob.padEnd(Math.ceil(blob.length / 16) * 16, "\0") + inlineBlob();

  it.each<readonly [string, string]>([
    ["the magic as a constant", `${MAGIC}goroutine profile: total not enough`],
    ["magic next to magic", MAGIC + MAGIC + MAGIC],
    ["varint overflow", header(amd64, true) + "\0".repeat(16) + "\u00ff".repeat(9) + "\x02"],
    ["varint of 11 bytes", header(amd64, true) + "\0".repeat(16) + "\u00ff".repeat(10) + "\x01"],
    ["length 2^63", header(amd64, true) + "\0".repeat(16) + uvarint(2n ** 63n) + "go1.26"],
    ["length 2^64 - 1", header(amd64, true) + "\0".repeat(16) + uvarint(2n ** 64n - 1n) + "go1.26"],
    ["length of a gigabyte", header(amd64, true) + "\0".repeat(16) + uvarint(2n ** 30n) + "go1.26"],
    ["module info of a gigabyte", header(amd64, true) + "\0".repeat(16) + counted("go1.26") + uvarint(2n ** 30n)],
    ["empty version", inlineBlob({ version: "" })],
    ["version with a line break", inlineBlob({ version: "go1.26\n::error::" })],
    ["version of 2000 bytes", inlineBlob({ version: "g".repeat(2000) })],
    ["strings and pointers", header(amd64, true) + "\0".repeat(15) + "\x01" + counted("go1.26") + counted("")],
    ["pointer size 3", MAGIC + "\x03\x02" + "\0".repeat(16) + counted("go1.26") + counted("")],
    ["pointer size 3, pointers", MAGIC + "\x03\0" + "\0".repeat(16)],
    ["pointer size of another class", inlineBlob({ form: { ...amd64, wide: false } })],
    ["other byte order", inlineBlob({ form: { ...amd64, littleEndian: false } })],
    ["null pointers", header(amd64, false) + "\0".repeat(16)],
    ["pointer garbage", header(amd64, false) + "\u00a5".repeat(16)],
    ["pointer to the last byte", pointerBlob(amd64, { version: BASE + 600n })],
    ["pointer that wraps", pointerBlob(amd64, { version: 2n ** 64n - 8n })],
    ["string at an address that wraps", pointerBlob(amd64, { text: 2n ** 64n - 1n, length: 2n })],
    ["string of 2^63 bytes", pointerBlob(amd64, { length: 2n ** 63n })],
    ["string that goes beyond the segment", pointerBlob(amd64, { length: 1000n })],
    ["string that is the blob itself", pointerBlob(amd64, { version: BASE })],
    ["module info pointer garbage", pointerBlob(amd64, { modInfo: 0x77n })],
  ])("%s", (_, blob) => {
    expect(read(behind(blob))).toEqual(wanted);
    expect(read(blob)).toBeNull();
  });

  it("in the places in their order", () => {
    const content = inlineBlob({ version: "go1.1" }).padEnd(512, "\0") + inlineBlob();
    const source = sourceOf(text(content));
    const ranges = [
      { offset: 2n ** 63n, length: 2n ** 63n },
      { offset: 512n, length: 2n ** 64n },
      { offset: 0n, length: 512n },
    ];
    expect(readGoBuildInfo(source, { ...placesOf(0), ranges })).toEqual(wanted);
  });
});

describe("whatever the bytes are, there is an answer", () => {
  const blobs = forms.flatMap((form) => [
    { name: `${form.name}, inline`, form, blob: inlineBlob({ form }), goVersion: "go1.26.8" },
    { name: `${form.name}, pointers`, form, blob: pointerBlob(form), goVersion: "go1.17.13" },
  ]);

  it.each(blobs)("$name: cut at every length", ({ form, blob, goVersion }) => {
    for (let length = 0; length < blob.length; length += 1) {
      const cut = sourceOf(text(blob.slice(0, length)));
      expect(readGoBuildInfo(cut, placesOf(length, form))).toBeNull();
      expect(readGoBuildInfo(cut, placesOf(blob.length, form))).toBeNull();
    }
    expect(read(blob, form)?.goVersion).toBe(goVersion);
  });

  it("a file that shrinks while it is read", () => {
    const content = text(inlineBlob());
    for (let left = 0; left < content.length; left += 1) {
      const source: ByteSource = {
        size: content.length,
        read: (offset, length) => content.slice(offset, Math.min(offset + length, left)),
      };
      expect(readGoBuildInfo(source, placesOf(content.length))).toBeNull();
    }
  });

  it("flipped bytes", () => {
    const files = blobs.map(({ form, blob }) => ({ form, bytes: text(blob) }));
    fc.assert(
      fc.property(flipSome(files, 96), ({ bytes, file }) => {
        const info = readGoBuildInfo(sourceOf(bytes), placesOf(bytes.length, file.form));
        expect(info?.goVersion).not.toBe("");
      }),
      { numRuns: 5000 },
    );
  });

  it("any lines", () => {
    const lines = fc.string({
      unit: fc.constantFrom("build\t", "mod\t", "path\t", "=", '"', "`", "\\", "x4", "\n", "a"),
    });
    fc.assert(
      fc.property(lines, (content) => {
        const info = read(inlineBlob({ modInfo: framed(`${content}\n`) }));
        expect(info?.goVersion ?? "go1.26.8").toBe("go1.26.8");
      }),
      { numRuns: 3000 },
    );
  });

  it("a megabyte of escapes, of quotes and of settings", () => {
    for (const unit of ["\\n", "\\x41", "``", 'a"', "x\nbuild\tGOOS=y"]) {
      const value = unit.repeat(Math.floor(1_000_000 / unit.length));
      expect(() => read(inlineBlob({ modInfo: framed(`build\tGOOS="${value}"\n`) }))).not.toThrow();
    }
  });
});

describe("limits", () => {
  /** Remembers how much was read, and at most in one piece. */
  function counting(bytes: Uint8Array, size: number) {
    const count = { total: 0, longest: 0 };
    const source: ByteSource = {
      size,
      read(offset, length) {
        count.total += length;
        count.longest = Math.max(count.longest, length);
        const all = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        all.set(bytes.subarray(offset, offset + all.length));
        return all;
      },
    };
    return { source, count };
  }

  it("no more is read in one piece than a chunk, though the file has it", () => {
    const lying = header(amd64, true) + "\0".repeat(16) + uvarint(2n ** 34n) + "go1.26";
    const { source, count } = counting(text(lying), 2 ** 28);
    expect(readGoBuildInfo(source, placesOf(2 ** 28))).toBeNull();
    expect(count.longest).toBe(1024 * 1024);
  });

  it("of a file of 10 GB, 512 MiB are searched", () => {
    const { source, count } = counting(new Uint8Array(), 10 * 2 ** 30);
    expect(readGoBuildInfo(source, placesOf(10 * 2 ** 30))).toBeNull();
    expect(count.total).toBe(512 * 1024 * 1024);
  });

  it("of a file full of magics, a few are tried", () => {
    const bytes = text(header(amd64, true).repeat(100_000));
    const { source, count } = counting(bytes, bytes.length);
    expect(readGoBuildInfo(source, placesOf(bytes.length))).toBeNull();
    expect(count.total).toBeLessThan(1_600_000 + 1024 * 1024);
  });
});

describe("where ELF files have it", () => {
  const readElf = (bytes: Uint8Array) => {
    const source = sourceOf(bytes);
    return readGoBuildInfo(source, buildInfoPlacesOfElf(source, parseElf(source, parseElfHeader(source))));
  };
  // The content is behind 64 + 56 bytes of headers and 8 of code; sizes of notes and strings do not matter here.
  const content = (blob: string) => "\0".repeat(8) + blob;
  const spec: ElfSpec = { content: content(inlineBlob()) };

  it("in a segment, with the section table gone or damaged", () => {
    const elf = buildElf({ ...spec, sections: [".text", ".go.buildinfo"] });
    expect(readElf(elf.bytes)).toEqual(wanted);
    expect(readElf(buildElf(spec).bytes)).toEqual(wanted);
    for (const field of ["e_shoff", "e_shnum", "e_shstrndx", "e_shentsize"] as const) {
      for (const value of [0, 1, 2, 0x77, 0xffff]) {
        expect(readElf(elf.header(field, value).bytes)).toEqual(wanted);
      }
    }
  });

  it("in the writable segment rather than beside constants", () => {
    const decoy = inlineBlob({ version: "go1.1" }).padEnd(512, "\0");
    const build = (offset: bigint, size: bigint) =>
      buildElf({
        content: content(decoy + inlineBlob()),
        segments: [{ type: PT.LOAD, flags: 6, offset, vaddr: 0x800000n + offset, filesz: size }],
      });
    const { bytes } = build(0n, 0n);
    const offset = BigInt(new Pattern("go1.26.8").indexIn(bytes) - 33);
    const size = BigInt(inlineBlob().length);
    expect(readElf(bytes)?.goVersion).toBe("go1.1");
    expect(readElf(build(offset, size).bytes)?.goVersion).toBe("go1.26.8");
    expect(readElf(build(offset, size - 1n).bytes)?.goVersion).toBe("go1.1");
  });

  it("flipped bytes never make it throw", () => {
    const elf = buildElf({ ...spec, sections: [".text", ".go.buildinfo"] });
    for (let offset = 0; offset < elf.bytes.length; offset += 1) {
      const { bytes } = elf.patch(offset, [(elf.bytes[offset] ?? 0) ^ 0xff]);
      const source = sourceOf(bytes);
      const facts = (() => {
        try {
          return parseElf(source, parseElfHeader(source));
        } catch {
          return undefined;
        }
      })();
      if (facts !== undefined) {
        expect(() => readGoBuildInfo(source, buildInfoPlacesOfElf(source, facts))).not.toThrow();
      }
    }
  });
});
