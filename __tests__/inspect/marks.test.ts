import fc from "fast-check";
import { expect, it } from "vitest";
import { findMarks, findStaticLibc, hasNss } from "../../src/inspect/marks.ts";
import { sourceOf, text } from "./byte-source.ts";

const marks = {
  runtimeCgo: "\0crosscall2\0",
  glibcTunables: "GLIBC_TUNABLES\0",
  muslError: "No error information\0",
  muslResolver: "Name does not resolve\0",
  muslDlopen: "Dynamic loading not supported\0",
  nssLibrary: "libnss_%s.so%s\0",
  nssConfig: "\0/etc/nsswitch.conf\0",
  nssPrefix: "libnss_",
};
const gap = 100 * 1024;

/** What the answers must be, by a plain search for everything. */
function judge(content: string, gnuAbiTag: boolean): { runtimeCgo: boolean; libc: string | null; nss: boolean } {
  const has = (mark: keyof typeof marks): boolean => content.includes(marks[mark]);
  const isMusl = has("muslError") || has("muslResolver") || has("muslDlopen");
  return {
    runtimeCgo: has("runtimeCgo"),
    libc: gnuAbiTag || has("glibcTunables") ? "glibc" : isMusl ? "musl" : null,
    nss: has("nssLibrary") || (has("nssConfig") && has("nssPrefix")),
  };
}

it("answers as a search for every mark in everything would", () => {
  const parts = fc.array(fc.constantFrom(...Object.values(marks), "/etc/nsswitch.conf", "x".repeat(gap)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(parts, fc.nat(3), fc.tuple(fc.boolean(), fc.boolean()), (each, split, [gnuAbiTag, hasNames]) => {
      const bytes = text(each.join(""));
      const cut = BigInt(Math.floor((bytes.length * split) / 3));
      // No mark lies across two segments: what is cut is in neither.
      const loaded = [
        { offset: 0n, length: cut },
        { offset: cut, length: BigInt(bytes.length) - cut },
      ];
      const content = loaded.map(({ offset, length }) => bytes.subarray(Number(offset), Number(offset + length)));
      const searched = content.map((part) => Buffer.from(part).toString("latin1")).join("|");
      const functionNames = hasNames ? loaded[0] : undefined;
      const found = findMarks(sourceOf(bytes), { loaded, functionNames, gnuAbiTag });
      expect({
        runtimeCgo: found.has("runtimeCgo"),
        libc: findStaticLibc(found, gnuAbiTag),
        nss: hasNss(found),
      }).toEqual(judge(searched, gnuAbiTag));
    }),
    { numRuns: 200 },
  );
});

it("stops where nothing is left to learn", () => {
  const bytes = text(`\0crosscall2\0libnss_%s.so%s\0${"x".repeat(2 ** 22)}`);
  let read = 0;
  const source = {
    size: bytes.length,
    read: (offset: number, length: number) => {
      read += length;
      return bytes.subarray(offset, offset + length);
    },
  };
  const loaded = [{ offset: 0n, length: BigInt(bytes.length) }];
  const found = findMarks(source, { loaded, functionNames: undefined, gnuAbiTag: true });
  expect([...found].sort()).toEqual(["nssLibrary", "runtimeCgo"]);
  expect(read).toBeLessThan(2 ** 20);
});
