import type { Dynamic } from "./elf-dynamic.ts";
import { PT_GNU_RELRO, PT_GNU_STACK, type Segment } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import type { Hardening } from "../model/artifact.ts";

/**
 * Where a file without PT_GNU_STACK has a stack that is not executable in any Linux: the ABI says so (arch/powerpc/include/asm/
 * page_64.h). amd64 and arm64 are not here, for that is so only since Linux 5.8 (elf_read_implies_exec in their asm/elf.h), nor are
 * machines whose past is not known to us. On 386, arm and mips it is executable to this day.
 */
const stackIsDataWithoutHeader: readonly string[] = ["ppc64", "ppc64le"];

/** The facts of a file that was judged to be a program or a library -> what it asks for. */
export function readHardening({ header, segments, loads, dynamic }: ElfFacts, isLibrary: boolean): Hardening {
  return {
    pie: header.type === "DYN" && !isLibrary,
    relro: dynamic === undefined ? null : relroOf(segments, dynamic),
    bindNow: dynamic?.bindNow ?? null,
    executableStack: hasExecutableStack(segments, header.machine),
    textRelocations: dynamic?.textRelocations ?? false,
    writableCode: loads.some((load) => load.writable && load.executable),
  };
}

// The header alone protects nothing that is looked up later: that has to stay writable. And bind now alone protects nothing at all.
function relroOf(segments: readonly Segment[], dynamic: Dynamic): Hardening["relro"] {
  if (!segments.some((segment) => segment.type === PT_GNU_RELRO)) {
    return "none";
  }
  return dynamic.bindNow ? "full" : "partial";
}

// Linux, fs/binfmt_elf.c: the last PT_GNU_STACK wins. Where they differ, no one meant that, so one that asks for it is enough.
function hasExecutableStack(segments: readonly Segment[], machine: string): boolean {
  const stacks = segments.filter((segment) => segment.type === PT_GNU_STACK);
  return stacks.length === 0 ? !stackIsDataWithoutHeader.includes(machine) : stacks.some((stack) => stack.executable);
}
