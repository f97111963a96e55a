import type { ByteSource } from "../ports/types.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange } from "./reader.ts";
import { decodeText } from "../text/bytes.ts";
import { Pattern } from "./search.ts";

// APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16: the list of the files in an archive is at its end, and counts from wherever it begins.
const END = new Pattern("PK\x05\x06");
const LOCAL = new Pattern("PK\x03\x04");
const END_SIZE = 22;
const MAX_COMMENT = 65535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const MAX_LIST = 16 * 1024 * 1024;
const UNIX = 3;
const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const ANY_EXECUTE = 0o111;
const programName = /\.(?:exe|dll|so(?:\.[\d.]+)?|dylib|jar|node|pyc?|rb|sh|AppImage)$/i;

const littleEndian = { littleEndian: true, wide: false };

/** Whether the zip archive at the end of a file holds a program; undefined when there is no archive behind `start`. */
export function hasProgram(source: ByteSource, start: bigint): boolean | undefined {
  const list = readList(source, start);
  if (list === undefined) return undefined;
  if (list === "unreadable") return true;
  return list.some(({ name, mode }) => isExecutable(mode) || programName.test(name));
}

type Member = { readonly name: string; /** 0 when a system without modes made it. */ readonly mode: number };

function isExecutable(mode: number): boolean {
  return ((mode & S_IFMT) === S_IFREG || (mode & S_IFMT) === 0) && (mode & ANY_EXECUTE) !== 0;
}

function readList(source: ByteSource, start: bigint): readonly Member[] | "unreadable" | undefined {
  const size = BigInt(source.size);
  const from = size - BigInt(END_SIZE + MAX_COMMENT) > start ? size - BigInt(END_SIZE + MAX_COMMENT) : start;
  const tail = readRange(source, { offset: from, length: size - from }, "zip archive");
  const at = findEnd(tail);
  if (at === undefined) return startsLocal(source, start) ? "unreadable" : undefined;
  try {
    const end = new Cursor(tail.subarray(at), 0, littleEndian);
    end.seek(10, "zip archive");
    const count = end.u16("entries");
    const length = end.u32("size");
    const offset = from + BigInt(at) - BigInt(length);
    if (length > MAX_LIST || offset < start) return "unreadable";
    return readMembers(readRange(source, { offset, length: BigInt(length) }, "zip list"), count);
  } catch (thrown: unknown) {
    if (thrown instanceof FormatError) return "unreadable";
    throw thrown;
  }
}

function startsLocal(source: ByteSource, start: bigint): boolean {
  const length = BigInt(LOCAL.bytes.length);
  return (
    start + length <= BigInt(source.size) && LOCAL.indexIn(readRange(source, { offset: start, length }, "zip")) === 0
  );
}

/** The last mark whose comment reaches to the end of the file. */
function findEnd(tail: Uint8Array): number | undefined {
  let found: number | undefined;
  for (let at = END.indexIn(tail); at !== -1; at = END.indexIn(tail, at + 1)) {
    const comment = (tail[at + 20] ?? 0) + 256 * (tail[at + 21] ?? 0);
    if (at + END_SIZE + comment === tail.length) found = at;
  }
  return found;
}

function readMembers(bytes: Uint8Array, count: number): readonly Member[] {
  const cursor = new Cursor(bytes, 0, littleEndian);
  return Array.from({ length: count }, () => {
    const start = cursor.position;
    if (cursor.u32("entry") !== ENTRY) throw cursor.broken("not an entry of a zip archive");
    cursor.u8("version");
    const system = cursor.u8("system");
    cursor.seek(start + 28, "name length");
    const name = cursor.u16("name length");
    const rest = cursor.u16("extra length") + cursor.u16("comment length");
    cursor.seek(start + 38, "attributes");
    const mode = cursor.u32("attributes") >>> 16;
    cursor.seek(start + ENTRY_SIZE, "name");
    const text = decodeText(cursor.bytes(name, "name"));
    cursor.seek(cursor.position + rest, "entry");
    return { name: text, mode: system === UNIX ? mode : 0 };
  });
}
