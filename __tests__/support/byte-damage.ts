import fc from "fast-check";
import { expect, it } from "vitest";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import { sourceOf } from "../inspect/byte-source.ts";

/** Files that were cut or changed, and the tests that every format has to pass with them. */

export type File = { readonly bytes: Uint8Array };

const kinds = ["static", "static-pie", "system", "dynamic", "library", "packed", "unreadable"];

/** The kind; also checks that the answer is one, and that a reason is there just when it must be. Everything is read. */
export function judgeKind(bytes: Uint8Array): string {
  const { linkage, go, cgoCalls } = inspect(sourceOf(bytes), { cgoCalls: true });
  expect(kinds).toContain(linkage.kind);
  expect(linkage.reason !== null).toBe(linkage.kind === "unreadable" || linkage.kind === "packed");
  expect(go === null ? cgoCalls : null).toBeNull();
  expect(go?.goVersion).not.toBe("");
  return linkage.kind;
}

/** What `judge` says of the file at every length up to its own. */
export function cutEach<T>({ bytes }: File, judge: (cut: Uint8Array) => T): T[] {
  return Array.from(bytes, (_, length) => judge(bytes.subarray(0, length)));
}

/** One of the files, and its bytes with a few of them flipped; only the first `within` when that is said. */
export function flipSome<F extends File>(
  files: readonly F[],
  within = Infinity,
): fc.Arbitrary<{ readonly file: F; readonly bytes: Uint8Array }> {
  return fc.constantFrom(...files).chain((file) => {
    const offset = fc.nat(Math.min(file.bytes.length, within) - 1);
    return fc.array(fc.tuple(offset, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }).map((flips) => {
      const bytes = file.bytes.slice();
      for (const [at, mask] of flips) {
        bytes[at] = (bytes[at] ?? 0) ^ mask;
      }
      return { file, bytes };
    });
  });
}

/** What the file becomes by each of some flips of each of its bytes. */
export function flipEach({ bytes }: File): { readonly offset: number; readonly kind: string }[] {
  return Array.from(bytes, (byte, offset) =>
    [0x01, 0x02, 0x04, 0x80, 0xff].map((mask) => {
      const flipped = bytes.slice();
      flipped[offset] = byte ^ mask;
      return { offset, kind: judgeKind(flipped) };
    }),
  ).flat();
}

/** Two tests, for formats that are judged only when all of a file is there and that know no static programs. */
export function itSurvivesDamage(files: Readonly<Record<string, File>>): void {
  it.each(Object.entries(files))("%s is unreadable at every length but its own", (_, file) => {
    expect(new Set(cutEach(file, judgeKind))).toEqual(new Set(["unreadable"]));
    expect(judgeKind(file.bytes)).not.toBe("unreadable");
  });

  it("there is an answer, and it is never static", () => {
    fc.assert(
      fc.property(flipSome(Object.values(files)), ({ bytes }) => {
        expect(judgeKind(bytes)).not.toMatch(/^static/);
      }),
      { numRuns: 4000 },
    );
  });
}
