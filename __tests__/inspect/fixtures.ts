import { buildElf, DF_1_PIE, type ElfSpec, type NoteSpec } from "../support/elf-builder.ts";

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

/** What an inspection says of a file beside its linkage when nobody left a trace in it. */
export const noTraces = {
  linkMode: "unknown",
  usesRuntimeCgo: null,
  go: null,
  cgoCalls: null,
  hostFiles: [],
  hardening: null,
} as const;
