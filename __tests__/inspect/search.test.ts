import fc from "fast-check";
import { expect, it } from "vitest";
import { FormatError } from "../../src/inspect/format-error.ts";
import { Cursor, readRange } from "../../src/inspect/reader.ts";
import { Pattern, readChunks } from "../../src/inspect/search.ts";
import { sourceOf, text } from "./byte-source.ts";

it("finds what String.indexOf finds", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "\0"), maxLength: 40 });
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "\0"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(letters, pattern, fc.nat(5), (haystack, needle, from) => {
      expect(new Pattern(needle).indexIn(text(haystack), from)).toBe(haystack.indexOf(needle, from));
    }),
  );
});

it("finds what String.indexOf finds where only a part of the pattern is, again and again", () => {
  const unit = fc.constantFrom("GLIBC_T", "GLIBC_TUNABLES", "\0", "UNABLES\0", "x");
  const haystacks = fc.array(unit, { maxLength: 200 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(haystacks, fc.nat(100), (haystack, from) => {
      for (const needle of ["GLIBC_TUNABLES\0", "\0GLIBC_TUNABLES\0", "xGLIBC_TUNABLES"]) {
        expect(new Pattern(needle).indexIn(text(haystack), from)).toBe(haystack.indexOf(needle, from));
      }
    }),
  );
});

it("does not take the longer for a file that is full of the beginning of a pattern", () => {
  const bytes = new Uint8Array(Buffer.from("GLIBC_T".repeat(2 ** 21)));
  const started = performance.now();
  expect(new Pattern("GLIBC_TUNABLES\0").indexIn(bytes)).toBe(-1);
  expect(performance.now() - started).toBeLessThan(1000);
});

it("reads all of a range, with what lies across two chunks in one of them", () => {
  const chunk = 256 * 1024;
  const bytes = new Uint8Array(2 * chunk + 10);
  bytes.set(text("needle"), chunk - 3);
  bytes.set(text("needle"), 2 * chunk - 1);
  const needle = new Pattern("needle");
  const hits = [...readChunks(sourceOf(bytes), [{ offset: 0n, length: BigInt(bytes.length) }], "x")].map((each) =>
    needle.indexIn(each.bytes),
  );
  expect(hits).toEqual([chunk - 3, chunk - 1, -1]);
});

it("reads a large range piece by piece, each into the place of the one before", () => {
  const places = new Set<ArrayBufferLike | undefined>();
  let largest = 0;
  const source = {
    size: 2 ** 28,
    read: (_: number, length: number, into?: Uint8Array) => {
      largest = Math.max(largest, length);
      places.add(into?.buffer);
      return into?.subarray(0, length) ?? expect.unreachable("new memory");
    },
  };
  expect(Array.from(readChunks(source, [{ offset: 0n, length: 2n ** 28n }], "x"), ({ offset }) => offset)).toHaveLength(
    2 ** 10,
  );
  expect(places.size).toBe(1);
  expect(largest).toBeLessThan(2 ** 19);
});

it.each([
  { name: "u16", read: (cursor: Cursor) => cursor.u16("e_type") },
  { name: "u32", read: (cursor: Cursor) => cursor.u32("e_type") },
  { name: "u64", read: (cursor: Cursor) => cursor.u64("e_type") },
  { name: "word", read: (cursor: Cursor) => cursor.word("e_type") },
  { name: "bytes", read: (cursor: Cursor) => cursor.bytes(2, "e_type") },
  { name: "bytes of 4G", read: (cursor: Cursor) => cursor.bytes(0xffffffff, "e_type") },
])("$name names the field and the byte where the file ends too early", ({ read }) => {
  const cursor = new Cursor(Uint8Array.of(1, 2), 100, { littleEndian: true, wide: true });
  cursor.u8("e_ident");
  expect(() => read(cursor)).toThrow(new FormatError("e_type is cut off", 101));
});

it.each([
  { name: "2^53 + 1", offset: 2n ** 53n + 1n, length: 1n },
  { name: "2^64 - 1", offset: 2n ** 64n - 1n, length: 2n },
  { name: "one byte too many", offset: 1n, length: 3n },
])("a range at $name is cut off, not a RangeError", ({ offset, length }) => {
  expect(() => readRange(sourceOf(Uint8Array.of(1, 2, 3)), { offset, length }, "strings")).toThrow(FormatError);
});

it("a range of more than 64 MiB is not read, though the file has it", () => {
  const source = { size: 2 ** 40, read: () => expect.unreachable("read") };
  expect(() => readRange(source, { offset: 16n, length: 64n * 1024n * 1024n + 1n }, "strings")).toThrow(
    new FormatError("strings is longer than 64 MiB", 16),
  );
});
