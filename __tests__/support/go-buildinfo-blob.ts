import type { GoBuildInfo } from "../../src/model/artifact.ts";

/** Go build info as cmd/link writes it, as text of one byte for each character. */

export const MAGIC = "\u00ff Go buildinf:";
const MARK = "0123456789abcdef";
export const LINES = "path\texample.com/app/cmd\nmod\texample.com/app\tv1.2.3\th1:sum=\nbuild\tGOOS=linux\n";

/** What the blobs say, when nothing else is asked for. */
export const wanted: GoBuildInfo = {
  goVersion: "go1.26.8",
  path: "example.com/app/cmd",
  main: { path: "example.com/app", version: "v1.2.3" },
  settings: { GOOS: "linux" },
  withheld: [],
};

export type Form = { readonly wide: boolean; readonly littleEndian: boolean };
export const amd64: Form = { wide: true, littleEndian: true };

export function uvarint(value: bigint): string {
  return value < 0x80n
    ? String.fromCharCode(Number(value))
    : String.fromCharCode(Number(value & 0x7fn) | 0x80) + uvarint(value >> 7n);
}

export function counted(content: string): string {
  return uvarint(BigInt(content.length)) + content;
}

export function header({ wide, littleEndian }: Form, inline: boolean): string {
  return MAGIC + String.fromCharCode(wide ? 8 : 4, (littleEndian ? 0 : 1) + (inline ? 2 : 0));
}

export function framed(lines: string): string {
  return MARK + lines + MARK;
}

/** As cmd/link writes it since Go 1.18. */
export function inlineBlob({ form = amd64, version = "go1.26.8", modInfo = framed(LINES) } = {}): string {
  return header(form, true) + "\0".repeat(16) + counted(version) + counted(modInfo);
}

function word(value: bigint, { wide, littleEndian }: Form): string {
  const digits = Array.from({ length: wide ? 8 : 4 }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
  return String.fromCharCode(...(littleEndian ? digits : digits.reverse()));
}

/** Where `pointerBlob` is in memory, unless something else is said. */
export const BASE = 0x10000n;

type Pointers = {
  readonly base?: bigint;
  /** The two pointers, and the address and the length of the first string. */
  readonly version?: bigint;
  readonly modInfo?: bigint;
  readonly text?: bigint;
  readonly length?: bigint;
};

/** As cmd/link wrote it from Go 1.13 to 1.17: 32 bytes, and elsewhere the two variables and what they point to. */
export function pointerBlob(form: Form, given: Pointers = {}): string {
  const step = form.wide ? 8n : 4n;
  const variables = (given.base ?? BASE) + 32n;
  const texts = variables + 4n * step;
  const version = "go1.17.13";
  const modInfo = framed(LINES);
  const pointers = [given.version ?? variables, given.modInfo ?? variables + 2n * step];
  const strings = [
    given.text ?? texts,
    given.length ?? BigInt(version.length),
    texts + BigInt(version.length),
    BigInt(modInfo.length),
  ];
  const words = (values: readonly bigint[]) => values.map((value) => word(value, form)).join("");
  return (header(form, false) + words(pointers)).padEnd(32, "\0") + words(strings) + version + modInfo;
}
