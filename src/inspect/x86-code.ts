/** What an instruction does to the order in which others run. */
export type Flow =
  | { readonly kind: "next" | "branch" | "end" }
  /** To a place that is known. `short`: encoded in a byte, so at most 127 bytes away. */
  | { readonly kind: "jump" | "call"; readonly to: number; readonly short: boolean };

export type Instruction = { readonly length: number; readonly flow: Flow };

const next: Flow = { kind: "next" };
const branch: Flow = { kind: "branch" };
const end: Flow = { kind: "end" };

const prefixes: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0xf0, 0xf2, 0xf3]);
const OPERAND_SIZE = 0x66;

/**
 * The instruction at `at`: its length, and where it goes on. What start code is made of, for amd64 and 386; undefined for anything
 * else. Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, chapter 2 and appendix A.
 */
export function decodeX86(bytes: Uint8Array, start: number, wide: boolean): Instruction | undefined {
  let at = start;
  let isShortOperand = false;
  while (prefixes.has(bytes[at] ?? -1)) {
    isShortOperand ||= bytes[at] === OPERAND_SIZE;
    at += 1;
  }
  const rex = wide && ((bytes[at] ?? 0) & 0xf0) === 0x40 ? (bytes[at] ?? 0) : 0;
  if (rex !== 0) at += 1;
  const immediate = isShortOperand ? 2 : 4;
  const view = { bytes, start, at: at + 1 };
  const opcode = bytes[at];
  if (opcode === undefined) return undefined;
  if (opcode === 0x0f) return decodeTwoByte(bytes[at + 1], { ...view, at: at + 2 });
  return decodeFlow(opcode, view) ?? decodePlain(opcode, view, { immediate, isWideMove: (rex & 8) !== 0 });
}

/** `at`: behind the opcode. */
type View = { readonly bytes: Uint8Array; readonly start: number; readonly at: number };

function decodeFlow(opcode: number, view: View): Instruction | undefined {
  const { start, at } = view;
  const near = (size: 1 | 4) => at + size + signed(view.bytes, at, size);
  if ((opcode >= 0x70 && opcode < 0x80) || (opcode >= 0xe0 && opcode < 0xe4)) {
    return { length: at + 1 - start, flow: branch };
  }
  switch (opcode) {
    case 0xe8:
      return { length: at + 4 - start, flow: { kind: "call", to: near(4), short: false } };
    case 0xe9:
      return { length: at + 4 - start, flow: { kind: "jump", to: near(4), short: false } };
    case 0xeb:
      return { length: at + 1 - start, flow: { kind: "jump", to: near(1), short: true } };
    case 0xc3:
    case 0xcc:
    case 0xf4:
      return { length: at - start, flow: end };
    case 0xff:
      return withModrm(view, 0, isIndirect(view.bytes[at] ?? 0) ? end : next);
    default:
      return undefined;
  }
}

/** call or jmp through a register or memory. */
function isIndirect(modrm: number): boolean {
  const operation = (modrm >> 3) & 7;
  return operation >= 2 && operation <= 5;
}

type Operand = { readonly immediate: number; readonly isWideMove: boolean };

/** What follows an opcode of one byte. `full`: an immediate as wide as an operand. */
type Form = "nothing" | "byte" | "full" | "move" | "modrm" | "modrm byte" | "modrm full" | "test byte" | "test full";

function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const arithmetic = rangeOf(0, 7).map((operation) => operation * 8);

const opcodes: readonly (readonly [Form, readonly number[]])[] = [
  [
    "modrm",
    [
      ...arithmetic.flatMap((first) => rangeOf(first, first + 3)),
      0x63,
      ...rangeOf(0x84, 0x8f),
      ...rangeOf(0xd0, 0xd3),
      0xfe,
    ],
  ],
  ["byte", [...arithmetic.map((first) => first + 4), 0x6a, 0xa8, ...rangeOf(0xb0, 0xb7)]],
  ["full", [...arithmetic.map((first) => first + 5), 0x68, 0xa9]],
  // push, pop and, for 386, inc and dec; xchg; string operations.
  ["nothing", [...rangeOf(0x40, 0x61), ...rangeOf(0x90, 0x99), ...rangeOf(0xa4, 0xa7), ...rangeOf(0xaa, 0xaf)]],
  ["move", rangeOf(0xb8, 0xbf)],
  ["modrm byte", [0x6b, 0x80, 0x83, 0xc0, 0xc1, 0xc6]],
  ["modrm full", [0x69, 0x81, 0xc7]],
  ["test byte", [0xf6]],
  ["test full", [0xf7]],
];

const forms: ReadonlyMap<number, Form> = new Map(
  opcodes.flatMap(([form, list]) => list.map((opcode) => [opcode, form] as const)),
);

function decodePlain(opcode: number, view: View, { immediate, isWideMove }: Operand): Instruction | undefined {
  const plain = (size: number): Instruction => ({ length: view.at + size - view.start, flow: next });
  // Of the group, test alone has an immediate.
  const isTest = ((view.bytes[view.at] ?? 0) & 0b00_110_000) === 0;
  switch (forms.get(opcode)) {
    case "nothing":
      return plain(0);
    case "byte":
      return plain(1);
    case "full":
      return plain(immediate);
    case "move":
      return plain(isWideMove ? 8 : immediate);
    case "modrm":
      return withModrm(view, 0, next);
    case "modrm byte":
      return withModrm(view, 1, next);
    case "modrm full":
      return withModrm(view, immediate, next);
    case "test byte":
      return withModrm(view, isTest ? 1 : 0, next);
    case "test full":
      return withModrm(view, isTest ? immediate : 0, next);
    default:
      return undefined;
  }
}

function decodeTwoByte(opcode: number | undefined, view: View): Instruction | undefined {
  if (opcode === undefined) return undefined;
  if (opcode >= 0x80 && opcode < 0x90) return { length: view.at + 4 - view.start, flow: branch };
  if ([0x05, 0x0b, 0xa2].includes(opcode)) {
    return { length: view.at - view.start, flow: opcode === 0x0b ? end : next };
  }
  if ([0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6].includes(opcode)) {
    return withModrm(view, 1, next);
  }
  const isModrm = (opcode >= 0x10 && opcode < 0x30) || (opcode >= 0x40 && opcode < 0x77) || opcode >= 0x7c;
  return isModrm ? withModrm(view, 0, next) : undefined;
}

/** An instruction with a modrm byte, what that calls for, and an immediate of so many bytes. */
function withModrm({ bytes, start, at }: View, immediate: number, flow: Flow): Instruction | undefined {
  const modrm = bytes[at];
  if (modrm === undefined) return undefined;
  const mode = modrm >> 6;
  const base = modrm & 7;
  const hasSib = mode !== 3 && base === 4;
  const isAbsolute = mode === 0 && (base === 5 || (hasSib && ((bytes[at + 1] ?? 0) & 7) === 5));
  const displacement = mode === 1 ? 1 : mode === 2 || isAbsolute ? 4 : 0;
  return { length: at + 1 + (hasSib ? 1 : 0) + displacement + immediate - start, flow };
}

function signed(bytes: Uint8Array, at: number, size: 1 | 4): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + size > bytes.length) return 0;
  return size === 1 ? view.getInt8(at) : view.getInt32(at, true);
}
