import type { ByteSource } from "../ports/types.ts";
import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import type { Member } from "./member.ts";

// APPNOTE.TXT of PKWARE: the list of an archive is at its end (4.3.12 to 4.3.16), and is what unzip goes by.

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 65535;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR_SIZE = 20;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LARGEST_LIST = 256 * 1024 * 1024;
const ABSENT = 0xffffffff;
const ABSENT_SHORT = 0xffff;
const EXTRA64 = 1;
/** Systems whose entries have the mode bits of Unix: UNIX and OS X (Darwin). */
const withModes: ReadonlySet<number> = new Set([3, 19]);
const TYPE = 0o170000;

/** A member, and where and how its content is stored. */
export type ZipEntry = {
  readonly member: Member;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** Of its local header in the file. */
  readonly offset: number;
};

/** The list of a zip archive, in the order in which it is stored. Throws ArchiveError. */
export function readZipList(source: ByteSource, mostMembers: number): readonly ZipEntry[] {
  const { offset, size, count, start } = findList(source);
  if (size > LARGEST_LIST) throw new ArchiveError("has a list of more than 256 MiB");
  if (count > mostMembers) throw new ArchiveError(`has more than ${mostMembers} members`);
  const view = viewOf(source, offset, size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + ENTRY_SIZE > size || view.getUint32(at, true) !== ENTRY)
      throw new ArchiveError("is damaged: its list is cut off");
    const lengths = [28, 30, 32].map((each) => view.getUint16(at + each, true));
    const end = at + ENTRY_SIZE + lengths.reduce((sum, each) => sum + each, 0);
    if (end > size) throw new ArchiveError("is damaged: its list is cut off");
    entries.push(readEntry(view, at, start));
    at = end;
  }
  return entries.toSorted((a, b) => a.offset - b.offset);
}

type List = {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  /** Where the archive begins in the file: what is in front of it counts for nothing. */
  readonly start: number;
};

function findList(source: ByteSource): List {
  const length = Math.min(source.size, END_SIZE + MAX_COMMENT);
  const tail = viewOf(source, source.size - length, length);
  for (let at = length - END_SIZE; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END || at + END_SIZE + tail.getUint16(at + 20, true) !== length) continue;
    const end = source.size - length + at;
    const [count, size, offset] = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (tail.getUint16(at + 4, true) !== 0 && count !== ABSENT_SHORT) {
      throw new ArchiveError("is a part of an archive in several volumes");
    }
    const isLarge = count === ABSENT_SHORT || size === ABSENT || offset === ABSENT;
    const large = isLarge ? findLargeList(source, end) : undefined;
    if (large !== undefined) return large;
    const start = end - size - offset;
    if (start < 0) throw new ArchiveError("is damaged: its list is not where it says");
    return { offset: end - size, size, count, start };
  }
  throw new ArchiveError("is cut off: it has no list at its end");
}

/** The list of an archive that is too large for the old fields. */
function findLargeList(source: ByteSource, end: number): List | undefined {
  const at = end - LOCATOR_SIZE;
  if (at < 0) return undefined;
  const locator = viewOf(source, at, LOCATOR_SIZE);
  if (locator.getUint32(0, true) !== LOCATOR64) return undefined;
  const record = viewOf(source, numberAt(locator, 8), 56);
  if (record.getUint32(0, true) !== END64) throw new ArchiveError("is damaged: its list is not where it says");
  return { count: numberAt(record, 32), size: numberAt(record, 40), offset: numberAt(record, 48), start: 0 };
}

function readEntry(view: DataView, at: number, start: number): ZipEntry {
  const u16 = (offset: number): number => view.getUint16(at + offset, true);
  const u32 = (offset: number): number => view.getUint32(at + offset, true);
  const [nameLength, extraLength] = [u16(28), u16(30)];
  const bytes = (offset: number, length: number): DataView =>
    new DataView(view.buffer, view.byteOffset + at + offset, length);
  const name = bytes(ENTRY_SIZE, nameLength);
  const path = decodeText(new Uint8Array(name.buffer, name.byteOffset, name.byteLength));
  const sizes = largeFields(bytes(ENTRY_SIZE + nameLength, extraLength), [u32(24), u32(20), u32(42)]);
  const [size = 0, packedSize = 0, offset = 0] = sizes;
  const attributes = withModes.has(u16(4) >>> 8) ? u32(38) >>> 16 : 0;
  return {
    member: {
      path,
      kind: kindOf(attributes, path),
      target: null,
      mode: attributes === 0 ? null : attributes & 0o7777,
      uid: null,
      gid: null,
      size,
    },
    isEncrypted: (u16(8) & 1) !== 0,
    method: u16(10),
    crc: u32(16),
    packedSize,
    offset: start + offset,
  };
}

function kindOf(attributes: number, path: string): Member["kind"] {
  const type = attributes & TYPE;
  if (/[/\\]$/.test(path) || type === 0o040000) return "folder";
  if (type === 0o120000) return "link";
  return type === 0 || type === 0o100000 ? "file" : "other";
}

/** Sizes and places that do not fit stand in an extra field, in this order (4.5.3). */
function largeFields(extra: DataView, fields: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== EXTRA64) continue;
    const end = Math.min(extra.byteLength, at + 4 + extra.getUint16(at + 2, true));
    let next = at + 4;
    return fields.map((field) => {
      if (field !== ABSENT) return field;
      if (next + 8 > end) throw new ArchiveError("is damaged: a member has no size");
      next += 8;
      return numberAt(extra, next - 8);
    });
  }
  return [...fields];
}

function numberAt(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ArchiveError("is damaged: it has an impossible size");
  return Number(value);
}

function viewOf(source: ByteSource, offset: number, length: number): DataView {
  if (offset < 0 || offset + length > source.size) throw new ArchiveError("is damaged: its list is not where it says");
  const bytes = source.read(offset, length);
  if (bytes.length < length) throw new ArchiveError("is cut off");
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
