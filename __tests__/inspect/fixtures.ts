import fc from "fast-check";
import { expect } from "vitest";
import { inspect } from "../../src/inspect/artifact.ts";
import { buildElf, DF_1_PIE, type ElfSpec, type NoteSpec } from "../support/elf-builder.ts";
import { sourceOf } from "./byte-source.ts";

export const GLIBC_LOADER = "/lib64/ld-linux-x86-64.so.2";

export const goNote: NoteSpec = { name: "Go\0", type: 4, desc: [0x61, 0x62, 0x63, 0x64] };
export const abiTag: NoteSpec = { name: "GNU", type: 1, desc: [0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0] };
export const goSections = [".text", ".gopclntab", ".go.buildinfo"];

/** crt1.o of glibc on x86-64. */
export const glibcStart = [0x31, 0xed, 0x49, 0x89, 0xd1, 0x5e, 0x48, 0x89, 0xe2];

export const staticExec = buildElf();
export const staticGo = buildElf({ notes: [goNote], sections: goSections });
export const staticPie = buildElf({ type: "DYN", dynamic: { flags1: DF_1_PIE, debug: true } });

export const dynamicSpec = {
  interpreter: GLIBC_LOADER,
  dynamic: {
    needed: ["libresolv.so.2", "libc.so.6"],
    runpath: "$ORIGIN/../lib:/opt/lib",
    debug: true,
    versions: [
      { library: "libresolv.so.2", names: ["GLIBC_2.9"] },
      { library: "libc.so.6", names: ["GLIBC_2.2.5", "GLIBC_2.34", "GLIBC_2.4"] },
    ],
  },
  notes: [goNote],
} satisfies ElfSpec;
export const dynamicExec = buildElf(dynamicSpec);
export const loaderOnly = buildElf({ type: "DYN", interpreter: GLIBC_LOADER, dynamic: { flags1: DF_1_PIE } });
export const library = buildElf({ type: "DYN", entry: 0n, dynamic: { needed: ["libc.so.6"] } });

export const all = { staticExec, staticGo, staticPie, dynamicExec, loaderOnly, library };

const kinds = ["static", "static-pie", "system", "dynamic", "library", "packed", "unreadable"];

/** The kind; also checks that the answer is one, and that a reason is there just when it must be. */
export function judgeKind(bytes: Uint8Array): string {
  const { linkage } = inspect(sourceOf(bytes));
  expect(kinds).toContain(linkage.kind);
  expect(linkage.reason !== null).toBe(linkage.kind === "unreadable" || linkage.kind === "packed");
  return linkage.kind;
}

type File = { readonly bytes: Uint8Array };

/** One of the files with a few of its bytes flipped. */
export function flipSome(files: readonly File[]): fc.Arbitrary<Uint8Array> {
  return fc.constantFrom(...files).chain(({ bytes }) =>
    fc
      .array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })
      .map((flips) => {
        const flipped = bytes.slice();
        for (const [offset, mask] of flips) {
          flipped[offset] = (flipped[offset] ?? 0) ^ mask;
        }
        return flipped;
      }),
  );
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
