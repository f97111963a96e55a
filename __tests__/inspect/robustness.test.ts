import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutEach, flipEach, flipSome, judgeKind } from "../support/byte-damage.ts";
import { buildElf, DF_1_PIE, type BuiltElf } from "../support/elf-builder.ts";
import { all, dynamicSpec, goNote, goSections } from "./fixtures.ts";

const fixtures: Readonly<Record<string, BuiltElf>> = {
  ...all,
  withSections: buildElf({ ...dynamicSpec, sections: goSections }),
  narrowBigEndian: buildElf({ machine: 8, wide: false, littleEndian: false, ...dynamicSpec }),
  external: buildElf({ notes: [goNote], sections: [...goSections, ".init"], content: "\0GLIBC_TUNABLES\0" }),
};

describe("cut at every length", () => {
  it.each(Object.entries(fixtures))("%s is judged, and never static before all that it loads is there", (_, elf) => {
    const whole = judgeKind(elf.bytes);
    cutEach(elf, judgeKind).forEach((kind, length) => {
      expect(kind).toBe(length < elf.at.loadEnd ? "unreadable" : whole);
    });
  });
});

const anyFixture = fc.constantFrom(...Object.values(fixtures));
const offsetIn = (elf: BuiltElf) => fc.nat(elf.bytes.length - 1);

describe("whatever the bytes are, there is an answer", () => {
  it("for noise", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        judgeKind(bytes);
      }),
    );
  });

  it("for noise behind an ELF magic", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(1, 2), (bytes, elfClass) => {
        judgeKind(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, elfClass, 1, 1, ...bytes]));
      }),
    );
  });

  it("for flipped bytes", () => {
    fc.assert(
      fc.property(flipSome(Object.values(fixtures)), ({ bytes }) => {
        judgeKind(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it("for spliced files", () => {
    const spliced = fc
      .tuple(anyFixture, anyFixture)
      .chain(([head, tail]) =>
        fc
          .tuple(offsetIn(head), offsetIn(tail))
          .map(([headEnd, tailStart]) =>
            Uint8Array.from([...head.bytes.subarray(0, headEnd), ...tail.bytes.subarray(tailStart)]),
          ),
      );
    fc.assert(
      fc.property(spliced, (bytes) => {
        judgeKind(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("for fields that lie", () => {
    const value = fc.oneof(
      fc.constantFrom(0n, 1n, 0x7fffffffn, 0xffffffffn, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 32n),
      fc.bigInt({ min: 0n, max: 2000n }),
      fc.bigInt({ min: 0x400000n, max: 0x400800n }),
    );
    const lying = anyFixture.chain((elf) =>
      fc
        .array(fc.tuple(fc.nat(Math.floor(elf.bytes.length / 8) - 1), value), { minLength: 1, maxLength: 3 })
        .map((lies) => lies.reduce((each, [index, lie]) => each.number(index * 8, 8, lie), elf).bytes),
    );
    fc.assert(
      fc.property(lying, (bytes) => {
        judgeKind(bytes);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a dynamic program never becomes static by one flipped byte of what it loads", () => {
  // All that is left of the difference in a file that needs nothing but its loader is the p_type of PT_INTERP: with
  // another one there, no kernel would look for a loader either.
  it.each(["dynamicExec", "loaderOnly", "library"])("%s", (name) => {
    const elf = fixtures[name] ?? buildElf();
    const becameStatic = flipEach(elf).flatMap(({ offset, kind }) => (kind.startsWith("static") ? [offset] : []));
    const { phoff, phentsize } = elf.at;
    const interpType = phoff + phentsize;
    const allowed = new Set([0, 1, 2, 3].map((byte) => interpType + byte));
    expect(becameStatic.filter((offset) => !allowed.has(offset))).toEqual([]);
  });
});

it("a static PIE stays no library and a library no static PIE, with any one DT_FLAGS_1 bit", () => {
  for (let bit = 0n; bit < 32n; bit += 1n) {
    const flags1 = 1n << bit;
    const { bytes } = buildElf({ type: "DYN", dynamic: { flags1, needed: [] } });
    expect(judgeKind(bytes)).toBe(flags1 === DF_1_PIE ? "static-pie" : "library");
  }
});
