import type { ByteSource } from "../ports/types.ts";
import { rangesOf } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import { readChunks } from "./search.ts";

/** An address that position-independent code can only form from its own place, and the table that 386 counts from. */
type Sought = {
  readonly target: number;
  /** DT_PLTGOT; undefined without one. */
  readonly got: number | undefined;
};

/** Bytes of code, and the address that they run at. */
type Code = { readonly bytes: Uint8Array; readonly view: DataView; readonly address: number };

/** -> the addresses of the instructions in `code` that form the address `target`. */
type Scan = (code: Code, sought: Sought) => readonly number[];

const scans: Readonly<Partial<Record<string, Scan>>> = {
  amd64: scanAmd64,
  amd64p32: scanAmd64,
  "386": scan386,
  arm64: scanArm64,
  arm: scanArm,
  riscv64: scanRiscv,
};

/**
 * Where the program's code forms an address: by the instructions that compilers use for it on amd64, 386, arm64, arm and riscv64. A
 * byte that only looks like such an instruction counts too, which makes a program better than it is only by a chance of 1 in 2^24.
 * undefined: code of this machine is not understood.
 */
export function findReferences(source: ByteSource, facts: ElfFacts, target: bigint): readonly number[] | undefined {
  const scan = scans[facts.header.machine];
  if (scan === undefined) {
    return undefined;
  }
  const got = facts.dynamic?.pltGot;
  const sought = { target: Number(target), got: got === undefined ? undefined : Number(got) };
  const code = facts.loads.filter(({ executable, filesz }) => executable && filesz > 0n);
  const found = code.flatMap((load) => {
    const inLoad: number[] = [];
    // Each chunk takes the place of the one before.
    for (const { bytes, offset } of readChunks(source, rangesOf([load]), "code")) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      inLoad.push(...scan({ bytes, view, address: Number(load.vaddr + offset - load.offset) }, sought));
    }
    return inLoad;
  });
  return Array.from(new Set(found)).sort((a, b) => a - b);
}

const MODRM_RIP = 0b00_000_101;
const MODRM_NO_REGISTER = 0b11_000_111;

// lea, mov and others with [rip + disp32]: the displacement counts from the end of the instruction, which an immediate may follow.
function scanAmd64({ bytes, view, address }: Code, { target }: Sought): number[] {
  const found: number[] = [];
  for (let at = 1; at + 4 <= bytes.length; at += 1) {
    if (((bytes[at - 1] ?? 0) & MODRM_NO_REGISTER) !== MODRM_RIP) continue;
    if (address + at + 4 + view.getInt32(at, true) === target) found.push(address + at);
  }
  return found;
}

const CALL_NEXT = [0xe8, 0, 0, 0, 0];
/** From `call 1f; 1:` to the `add` that completes the address. */
const LONGEST_ADD = 32;

// A displacement from the global offset table, or from where a `call` to the next instruction returned to.
function scan386({ bytes, view, address }: Code, { target, got }: Sought): number[] {
  const found: number[] = [];
  const fromGot = got === undefined ? undefined : (target - got) | 0;
  let base = -1;
  for (let at = 1; at + 4 <= bytes.length; at += 1) {
    if (CALL_NEXT.every((byte, index) => bytes[at - 1 + index] === byte)) base = at + 4;
    const value = view.getInt32(at, true);
    const isFromCall = base !== -1 && at - base <= LONGEST_ADD && at >= base && address + base + value === target;
    if ((value === fromGot && isFromRegister(bytes, at)) || isFromCall) found.push(address + at);
  }
  return found;
}

/** lea or a load, with a displacement of 32 bits from a register. */
function isFromRegister(bytes: Uint8Array, displacementAt: number): boolean {
  const opcode = bytes[displacementAt - 2];
  return (opcode === 0x8d || opcode === 0x8b) && ((bytes[displacementAt - 1] ?? 0) & 0b11_000_000) === 0b10_000_000;
}

const PAGE = 4096;
/** Between an instruction that forms the upper part of an address and the one for the lower part: compilers mix others in. */
const MAX_BETWEEN = 64;

// adrp and add or a load, or adr alone. Arm Architecture Reference Manual, C6.2.
function scanArm64({ view, bytes, address }: Code, { target }: Sought): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const word = view.getUint32(at, true);
    if ((word & 0x1f000000) !== 0x10000000) continue;
    const immediate = ((((word >>> 5) & 0x7ffff) << 2) | ((word >>> 29) & 3)) << 11;
    const offset = immediate >> 11;
    if (word >>> 31 === 0) {
      if (address + at + offset === target) found.push(address + at);
      continue;
    }
    const pc = address + at;
    const page = pc - (pc % PAGE) + offset * PAGE;
    if (page === target - (target % PAGE) && hasLowPart(view, at, target % PAGE)) found.push(pc);
  }
  return found;
}

function hasLowPart(view: DataView, start: number, low: number): boolean {
  const register = view.getUint32(start, true) & 0x1f;
  for (let at = start + 4; at + 4 <= Math.min(view.byteLength, start + MAX_BETWEEN); at += 4) {
    const word = view.getUint32(at, true);
    const immediate = (word >>> 10) & 0xfff;
    const isSameRegister = ((word >>> 5) & 0x1f) === register;
    const isAdd = (word & 0xffc00000) >>> 0 === 0x91000000 && immediate === low;
    const isLoad = (word & 0xffc00000) >>> 0 === 0xf9400000 && immediate * 8 === low;
    if (isSameRegister && (isAdd || isLoad)) return true;
  }
  return false;
}

// A word beside the code that an `add` or a load with pc makes an address of; pc is two instructions ahead.
function scanArm({ view, bytes, address }: Code, { target }: Sought): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const pc = target - view.getInt32(at, true);
    const place = pc - address;
    if (place > at + PAGE || place < at - PAGE) continue;
    if (addsPc(view, place)) found.push(address + place);
  }
  return found;
}

function addsPc(view: DataView, pc: number): boolean {
  const arm = pc - 8;
  if (arm >= 0 && arm % 4 === 0 && arm + 4 <= view.byteLength) {
    const word = view.getUint32(arm, true);
    if (
      (word & 0x0fef0000) === 0x008f0000 ||
      (word & 0x0fe00fff) === 0x0080000f ||
      (word & 0x0fff0ff0) === 0x079f0000
    ) {
      return true;
    }
  }
  // Thumb: add rd, pc.
  const thumb = pc - 4;
  const isInside = thumb >= 0 && thumb % 2 === 0 && thumb + 2 <= view.byteLength;
  return isInside && (view.getUint16(thumb, true) & 0xff78) === 0x4478;
}

// auipc, and addi or a load with the rest. The RISC-V Instruction Set Manual, I.2.4.
function scanRiscv({ view, bytes, address }: Code, { target }: Sought): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 2) {
    const word = view.getUint32(at, true);
    if ((word & 0x7f) !== 0x17) continue;
    const low = target - (address + at + ((word & 0xfffff000) | 0));
    if (low >= -2048 && low < 2048 && hasLowAdd(view, at, low)) found.push(address + at);
  }
  return found;
}

function hasLowAdd(view: DataView, start: number, low: number): boolean {
  const register = (view.getUint32(start, true) >>> 7) & 0x1f;
  for (let at = start + 4; at + 4 <= Math.min(view.byteLength, start + MAX_BETWEEN); at += 2) {
    const word = view.getUint32(at, true);
    const opcode = word & 0x7f;
    const isSameRegister = ((word >>> 15) & 0x1f) === register;
    if ((opcode === 0x13 || opcode === 0x03) && isSameRegister && word >> 20 === low) return true;
  }
  return false;
}
