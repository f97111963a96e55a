import type { ByteSource } from "../ports/types.ts";
import { findReferences } from "./code-references.ts";
import { mapAddress } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import { min, readRange } from "./reader.ts";
import { decodeArm, decodeArm64, decodeRiscv } from "./risc-code.ts";
import { decodeX86, type Flow, type Instruction } from "./x86-code.ts";
import type { LinkMode } from "../model/artifact.ts";

/**
 * Who writes the addresses into a position-independent program that no loader starts: the kernel puts it somewhere and jumps to its
 * entry. `unneeded`: there are none to write. `missing`: nobody does, so it crashes. `unknown`: its code does not show it.
 */
export type Relocator =
  { readonly kind: "unneeded" | "found" | "unknown" } | { readonly kind: "missing"; readonly reason: string };

const unknown: Relocator = { kind: "unknown" };

/**
 * A program finds the list of its relocations in the dynamic section, and that only by an address that its code forms from its own
 * place: nothing else is right before it has relocated itself. So code that never forms it relocates nothing. glibc's rcrt1.o brings
 * _dl_relocate_static_pie, which forms it; crt1.o an empty one. musl's _start forms it in both, and hands it to _start_c: that of
 * rcrt1.o reads it in a loop, that of crt1.o goes straight on to __libc_start_main. Go's own linker makes no such code. Measured
 * with glibc 2.36 (amd64, 386, arm64) and musl (gcc and clang; amd64, 386, arm64, arm, riscv64).
 */
export function findRelocator(source: ByteSource, facts: ElfFacts, linkMode: LinkMode): Relocator {
  const { dynamic, header, loads, notes } = facts;
  if (dynamic?.hasRelocations !== true) {
    return { kind: "unneeded" };
  }
  if (linkMode === "internal") {
    return missing("Go's own linker made it, and its start code leaves that to a loader");
  }
  const references = findReferences(source, facts, dynamic.address);
  if (references === undefined) {
    return unknown;
  }
  const entry = Number(header.entry);
  const isHandedOn = references.some((address) => address >= entry && address < entry + LONGEST_START);
  if (isHandedOn) {
    return judgeStart({ source, facts });
  }
  if (references.length > 0) {
    return notes.gnuAbiTag ? { kind: "found" } : unknown;
  }
  // Program headers lead to the dynamic section as well, for code of another kind than these C libraries'.
  const image = loads[0]?.vaddr ?? 0n;
  const mayWalkHeaders = !notes.gnuAbiTag && (findReferences(source, facts, image)?.length ?? 0) > 0;
  return mayWalkHeaders ? unknown : missing("no code in it reads its dynamic section");
}

function missing(detail: string): Relocator {
  return { kind: "missing", reason: `ET_DYN without PT_INTERP, and nothing relocates it: ${detail}; it crashes` };
}

/** What musl's _start is shorter than on all machines. */
const LONGEST_START = 64;
/** Its _start_c takes a decision within the first instructions, or none. */
const LONGEST_STRAIGHT = 256n;

// The second argument of _start_c is the dynamic section. A list cannot be read without a condition.
function judgeStart(image: Image): Relocator {
  const handsOn = findTurn(image, Number(image.facts.header.entry), () => true);
  // _start_c may stand right behind _start, and the call be one of the next instruction.
  if (handsOn?.kind === "branch") return { kind: "found" };
  if (handsOn === undefined || !("to" in handsOn)) return unknown;
  const turn = findTurn(image, handsOn.to, (flow) => flow.kind !== "jump" || !flow.short);
  switch (turn?.kind) {
    case "branch":
      return { kind: "found" };
    case "jump":
    case "call":
      return missing("its start code (crt1.o, where rcrt1.o should be) goes on to main without");
    default:
      return unknown;
  }
}

type Image = { readonly source: ByteSource; readonly facts: ElfFacts };

/** More instructions than any start code has before its first turn. */
const MAX_STEPS = 64;

/** From an address on, the first turn that is wanted, with an address where it has one; other jumps are taken. */
function findTurn({ source, facts }: Image, address: number, isWanted: (flow: Flow) => boolean): Flow | undefined {
  const range = address < 0 ? undefined : mapAddress(facts.loads, BigInt(address));
  if (range === undefined) return undefined;
  const bytes = readRange(source, { offset: range.offset, length: min(range.length, LONGEST_STRAIGHT) }, "start code");
  let at = 0;
  for (let step = 0; step < MAX_STEPS && at >= 0; step += 1) {
    const instruction = decode(bytes, at, facts.header.machine);
    if (instruction === undefined) return undefined;
    const { length } = instruction;
    const flow = returnsAtOnce({ source, facts }, address, { at, ...instruction }) ? skipped : instruction.flow;
    if (flow.kind !== "next" && isWanted(flow)) return "to" in flow ? { ...flow, to: address + flow.to } : flow;
    if (flow.kind === "branch" || flow.kind === "end") return undefined;
    at = "to" in flow ? flow.to : at + length;
  }
  return undefined;
}

const skipped: Flow = { kind: "next" };
/** mov (%esp), register; ret. */
const thunk = [0x8b, undefined, 0x24, 0xc3];

/** On 386, code learns its own place by a call: of the next instruction, or of a function that only hands its return address back. */
function returnsAtOnce(
  { source, facts }: Image,
  address: number,
  call: Instruction & { readonly at: number },
): boolean {
  if (facts.header.machine !== "386" || call.flow.kind !== "call") return false;
  if (call.flow.to === call.at + call.length) return true;
  const range = mapAddress(facts.loads, BigInt(Math.max(0, address + call.flow.to)));
  if (range === undefined || range.length < BigInt(thunk.length)) return false;
  const bytes = readRange(source, { offset: range.offset, length: BigInt(thunk.length) }, "start code");
  return thunk.every((byte, index) => byte === undefined || byte === bytes[index]);
}

function decode(bytes: Uint8Array, at: number, machine: string): Instruction | undefined {
  switch (machine) {
    case "amd64":
    case "amd64p32":
      return decodeX86(bytes, at, true);
    case "386":
      return decodeX86(bytes, at, false);
    case "arm64":
      return decodeArm64(bytes, at);
    case "arm":
      return decodeArm(bytes, at);
    case "riscv64":
      return decodeRiscv(bytes, at);
    default:
      return undefined;
  }
}
