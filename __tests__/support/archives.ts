import { crc32, deflateRawSync } from "node:zlib";
import { decompression } from "../../src/ports/decompression.ts";
import { defaultLimits } from "../../src/archives/limits.ts";
import type { Bytes, Member } from "../../src/archives/member.ts";
import { openArchive, readArchive } from "../../src/archives/read-archive.ts";
import { heldBytes } from "../../src/archives/held.ts";
import { ArchiveError } from "../../src/archives/archive-error.ts";

export type Listed = Pick<Member, "path" | "kind" | "target" | "mode" | "size"> & { readonly text: string };

/** What is in an archive, and why it could not be read any further. */
export async function list(
  bytes: Uint8Array,
  limits = defaultLimits,
): Promise<{ readonly members: readonly Listed[]; readonly format: string | null; readonly error: string | null }> {
  const members: Listed[] = [];
  let format: string | null = null;
  try {
    const held = heldBytes(bytes);
    const opened = await openArchive(held, { decompression, limits });
    if (opened.kind === "packed") {
      await textOf(opened.bytes);
      return { members, format: "packed", error: null };
    }
    if (opened.kind === "other") return { members, format: null, error: null };
    const visit = async ({ path, kind, target, mode, size }: Member, content: Bytes): Promise<void> => {
      members.push({ path, kind, target, mode, size, text: await textOf(content) });
    };
    ({ format } = await readArchive(held, opened, { visit, decompression, limits }));
    return { members, format, error: null };
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError)) throw thrown;
    return { members, format, error: thrown.message };
  }
}

async function textOf(bytes: Bytes): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString("latin1");
}

const blockSize = 512;

type TarMember = {
  readonly path: string;
  readonly text?: string;
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
  /** As the header has it; else the length of the text. */
  readonly size?: number;
};

/** A tar archive as POSIX has it. */
export function tarOf(members: readonly TarMember[], end = 2): Uint8Array {
  const parts = members.flatMap(({ path, text = "", type = "0", target = "", mode = 0o644, size = text.length }) => {
    const header = Buffer.alloc(blockSize);
    header.write(path.slice(0, 100), 0, "latin1");
    header.write(`${mode.toString(8).padStart(7, "0")}\0${"0".repeat(7)}\0${"0".repeat(7)}\0`, 100, "latin1");
    header.write(`${size.toString(8).padStart(11, "0")}\0${"0".repeat(11)}\0${" ".repeat(8)}${type}`, 124, "latin1");
    header.write(target, 157, "latin1");
    header.write("ustar\x0000", 257, "latin1");
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    const content = Buffer.alloc(Math.ceil(text.length / blockSize) * blockSize);
    content.write(text, "latin1");
    return [header, content];
  });
  return Buffer.concat([...parts, Buffer.alloc(end * blockSize)]);
}

type ZipMember = {
  readonly path: string;
  readonly text: string;
  readonly isEncrypted?: boolean;
  readonly isLink?: boolean;
};

/** A zip archive of deflated members with the modes of Unix; `shift` moves where the list says that the members after the first are. */
export function zipOf(members: readonly ZipMember[], shift = 0): Uint8Array {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [at, { path, text, isEncrypted = false, isLink = false }] of members.entries()) {
    const content = Buffer.from(text, "latin1");
    const packed = deflateRawSync(content);
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt8(3, 5);
    // What both have, at other places.
    for (const [header, start] of [
      [local, 4],
      [entry, 6],
    ] as const) {
      header.writeUInt16LE(20, start);
      header.writeUInt16LE(isEncrypted ? 1 : 0, start + 2);
      header.writeUInt16LE(8, start + 4);
      header.writeUInt32LE(crc32(content), start + 10);
      header.writeUInt32LE(packed.length, start + 14);
      header.writeUInt32LE(content.length, start + 18);
      header.writeUInt16LE(path.length, start + 22);
    }
    entry.writeUInt32LE(((isLink ? 0o120777 : 0o100755) << 16) >>> 0, 38);
    entry.writeUInt32LE(at === 0 ? 0 : offset + shift, 42);
    const name = Buffer.from(path, "latin1");
    locals.push(local, name, packed);
    list.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(members.length, at);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...list, end]);
}

/** Records of an extended header of pax. */
export function paxOf(records: Readonly<Record<string, string>>): string {
  return Object.entries(records)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      const guess = rest.length + String(rest.length).length;
      const length = rest.length + String(guess).length;
      return `${length}${rest}`;
    })
    .join("");
}
