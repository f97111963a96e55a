import { findGlibcFloor } from "./elf-versions.ts";
import type { Relocator } from "./elf-relocator.ts";
import { findRefusal } from "./elf-start.ts";
import type { ElfFacts } from "./elf.ts";
import { findStaticLibc, hasMuslDlopen, hasNss, type Marks } from "./marks.ts";
import { findSystemLibraries, isSystemLibrary } from "./system-libraries.ts";
import type { Linkage } from "../model/artifact.ts";
import { notExecutable, packed } from "../model/artifact.ts";

export function makeUnreadable(reason: string): Linkage {
  return { ...notExecutable, kind: "unreadable", reason };
}

/** For a file that is there to unpack or to mount what it carries. */
export function makePacked(what: string): Linkage {
  const reason = `carries another program (${what}), which is not read: inspect that program before it is packed`;
  return { ...packed, reason };
}

/** The facts of a file that is not packed -> its linkage. Static must be earned: what fits no row is unreadable. */
export function judgeElf(facts: ElfFacts): Linkage {
  const needed = facts.dynamic?.needed ?? [];
  const linkage = {
    ...notExecutable,
    interpreter: facts.interpreter ?? null,
    needed,
    runpath: facts.dynamic?.runpath ?? [],
    libc: findDynamicLibc(facts),
    minGlibc: findGlibcFloor(facts.dynamic?.versionNeeds ?? []),
  };
  if (isLibrary(facts)) {
    return { ...linkage, kind: "library" };
  }
  if (!facts.entryIsExecutable) {
    return makeUnreadable("e_entry is in no executable PT_LOAD");
  }
  if (facts.interpreter !== undefined) {
    return isSystem(facts, needed)
      ? { ...linkage, kind: "system", libc: null }
      : { ...linkage, kind: "dynamic", loaderOnly: needed.length === 0 };
  }
  return needed.length > 0 ? { ...linkage, kind: "dynamic" } : judgeStatic(facts);
}

/** The linkage of a static program with what the marks of its C library add. */
export function addMarks(linkage: Linkage, marks: Marks, gnuAbiTag: boolean): Linkage {
  const libc = findStaticLibc(marks, gnuAbiTag);
  return {
    ...linkage,
    libc,
    hazards: [
      ...linkage.hazards,
      ...(libc === "glibc" && hasNss(marks) ? ["nss" as const] : []),
      ...(libc === "musl" && hasMuslDlopen(marks) ? ["dlopen" as const] : []),
    ],
  };
}

/** The linkage of a static PIE with what is known of who relocates it. */
export function addRelocator(linkage: Linkage, relocator: Relocator): Linkage {
  if (relocator.kind === "missing") return makeUnreadable(relocator.reason);
  return relocator.kind === "unknown" ? { ...linkage, hazards: ["relocation"] } : linkage;
}

function judgeStatic(facts: ElfFacts): Linkage {
  if (facts.dynamic !== undefined && facts.dynamic.versionNeeds.length > 0) {
    return makeUnreadable("DT_VERNEED without DT_NEEDED: it wants versions of libraries that it does not name");
  }
  const refusal = findRefusal(facts);
  if (refusal !== undefined) {
    return makeUnreadable(refusal);
  }
  if (facts.header.type === "EXEC") {
    return { ...notExecutable, kind: "static" };
  }
  // Nothing relocates it, so its first pointer leads nowhere. `go build -buildmode=pie -ldflags=-d` makes such files.
  if (facts.dynamic === undefined) {
    return makeUnreadable("ET_DYN without PT_INTERP and without PT_DYNAMIC: nothing can relocate it, it crashes");
  }
  return { ...notExecutable, kind: "static-pie" };
}

// An ET_DYN is a program when a kernel can start it (PT_INTERP) or when its linker meant one (DF_1_PIE, DT_DEBUG). The
// entry decides nothing: old linkers give libraries one. A file with neither mark is a library, though a static PIE
// that lost both would run: a library must never pass for static.
export function isLibrary(facts: ElfFacts): boolean {
  if (facts.header.type === "EXEC" || facts.dynamic === undefined) {
    return false;
  }
  if (facts.dynamic.soname !== undefined) {
    return true;
  }
  return facts.interpreter === undefined && !facts.dynamic.isProgram;
}

function isSystem(facts: ElfFacts, needed: readonly string[]): boolean {
  const system = findSystemLibraries(facts.interpreter ?? "", facts.header.machine);
  return system !== undefined && needed.every((library) => isSystemLibrary(system, library));
}

function findDynamicLibc(facts: ElfFacts): Linkage["libc"] {
  const loader = facts.interpreter?.split("/").at(-1) ?? "";
  const needed = facts.dynamic?.needed ?? [];
  // The loader first: on Alpine, gcompat lets musl load programs that ask for libc.so.6.
  if (loader.startsWith("ld-musl-") || needed.some((library) => library.startsWith("libc.musl-"))) {
    return "musl";
  }
  const versions = facts.dynamic?.versionNeeds.flatMap((need) => need.versions) ?? [];
  const isGlibc =
    loader.startsWith("ld-linux") ||
    isGlibcLoaderOfOldPorts(loader, facts.header.machine) ||
    needed.includes("libc.so.6") ||
    versions.some((version) => version.name.startsWith("GLIBC_"));
  return isGlibc ? "glibc" : null;
}

// s390x, ppc64 and mips have loaders with names that other systems use on other machines.
function isGlibcLoaderOfOldPorts(loader: string, machine: string): boolean {
  return (
    (/^ld64\.so\.[12]$/.test(loader) && /^(s390x|ppc64)/.test(machine)) ||
    (loader === "ld.so.1" && /^(mips|ppc)/.test(machine))
  );
}
