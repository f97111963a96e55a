import type { Flow, Instruction } from "./x86-code.ts";

// How the fixed-width machines say that the code goes on elsewhere. Everything else is one instruction further.

const next: Flow = { kind: "next" };
const branch: Flow = { kind: "branch" };
const end: Flow = { kind: "end" };
/** A jump inside a function: the condition of a loop that is tested first, say. */
const NEAR = 128;

/** Arm Architecture Reference Manual for A-profile, C4.1.66: branches and exceptions. */
export function decodeArm64(bytes: Uint8Array, at: number): Instruction | undefined {
  const word = wordAt(bytes, at);
  if (word === undefined) return undefined;
  const top = word >>> 26;
  if (top === 0b000101 || top === 0b100101) {
    return { length: 4, flow: goTo({ at, offset: ((word << 6) >> 6) * 4, isCall: top === 0b100101 }) };
  }
  const isConditional = word >>> 24 === 0x54 || (word & 0x7c000000) === 0x34000000;
  const isIndirect = (word & 0xfe000000) >>> 0 === 0xd6000000;
  return { length: 4, flow: isConditional ? branch : isIndirect ? end : next };
}

/** Arm Architecture Reference Manual for A-profile, F4.1: A32 alone; T32 is not understood. */
export function decodeArm(bytes: Uint8Array, at: number): Instruction | undefined {
  const word = wordAt(bytes, at);
  if (word === undefined) return undefined;
  const isAlways = word >>> 28 === 0xe;
  if ((word & 0x0e000000) === 0x0a000000) {
    const isCall = (word & 0x01000000) !== 0;
    return { length: 4, flow: isAlways ? goTo({ at: at + 8, offset: ((word << 8) >> 8) * 4, isCall }) : branch };
  }
  const isExchange = (word & 0x0fffffd0) === 0x012fff10;
  const loadsPc = (word & 0x0c10f000) === 0x0410f000 || (word & 0x0e108000) === 0x08108000;
  return { length: 4, flow: isExchange || loadsPc ? (isAlways ? end : branch) : next };
}

/** The RISC-V Instruction Set Manual, I.2.5 and I.16.4: 16 bits unless the lowest two are set. */
export function decodeRiscv(bytes: Uint8Array, at: number): Instruction | undefined {
  const half = wordAt(bytes, at, 2);
  if (half === undefined) return undefined;
  if ((half & 3) !== 3) return { length: 2, flow: decodeCompressed(half, at) };
  const word = wordAt(bytes, at);
  if (word === undefined) return undefined;
  switch (word & 0x7f) {
    case 0x63:
      return { length: 4, flow: branch };
    case 0x6f:
      return { length: 4, flow: goTo({ at, offset: jumpOffset(word), isCall: ((word >>> 7) & 0x1f) !== 0 }) };
    case 0x67:
      return { length: 4, flow: decodeIndirect(bytes, at, word) };
    default:
      return { length: 4, flow: next };
  }
}

function decodeCompressed(half: number, at: number): Flow {
  const kind = half & 0xe003;
  if (kind === 0xc001 || kind === 0xe001) return branch;
  if (kind === 0xa001) return goTo({ at, offset: compressedOffset(half), isCall: false });
  // c.jr, c.jalr, c.ebreak.
  const isIndirect = (half & 0xf003) === 0x8002 || (half & 0xf003) === 0x9002;
  return isIndirect && (half & 0x7c) === 0 ? end : next;
}

/** `tail` and `call` are two instructions: auipc with the upper part, jalr with the rest. */
function decodeIndirect(bytes: Uint8Array, at: number, word: number): Flow {
  const upper = wordAt(bytes, at - 4) ?? 0;
  const isPair = (upper & 0x7f) === 0x17 && ((upper >>> 7) & 0x1f) === ((word >>> 15) & 0x1f);
  const isCall = ((word >>> 7) & 0x1f) !== 0;
  return isPair ? goTo({ at: at - 4, offset: ((upper & 0xfffff000) | 0) + (word >> 20), isCall }) : end;
}

function jumpOffset(word: number): number {
  const magnitude =
    (((word >>> 21) & 0x3ff) << 1) |
    (((word >>> 20) & 1) << 11) |
    (((word >>> 12) & 0xff) << 12) |
    ((word >>> 31) << 20);
  return (magnitude << 11) >> 11;
}

const compressedBits = [
  [12, 11],
  [11, 4],
  [10, 9],
  [9, 8],
  [8, 10],
  [7, 6],
  [6, 7],
  [5, 3],
  [4, 2],
  [3, 1],
  [2, 5],
] as const;

function compressedOffset(half: number): number {
  const magnitude = compressedBits.reduce((sum, [from, to]) => sum | (((half >>> from) & 1) << to), 0);
  return (magnitude << 20) >> 20;
}

function goTo({ at, offset, isCall }: { at: number; offset: number; isCall: boolean }): Flow {
  return { kind: isCall ? "call" : "jump", to: at + offset, short: !isCall && offset > 0 && offset < NEAR };
}

function wordAt(bytes: Uint8Array, at: number, size: 2 | 4 = 4): number | undefined {
  if (at < 0 || at + size > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}
