import type { ByteSource } from "../ports/types.ts";
import { indexOfBytes } from "../text/bytes.ts";

/** Files that can hold programs and that no reader here opens, by their first bytes or by a place in them. */
const magics: readonly (readonly [what: string, offset: number, magic: string])[] = [
  ["7-Zip archive", 0, "7z\xbc\xaf\x27\x1c"],
  ["RAR archive", 0, "Rar!\x1a\x07"],
  ["lz4 archive", 0, "\x04\x22\x4d\x18"],
  ["lzip archive", 0, "LZIP"],
  ["lzop archive", 0, "\x89LZO\0"],
  ["compress archive", 0, "\x1f\x9d"],
  ["LZMA archive", 0, "\x5d\0\0"],
  ["cpio archive", 0, "070701"],
  ["cpio archive", 0, "070702"],
  ["cpio archive", 0, "070707"],
  ["squashfs image", 0, "hsqs"],
  ["squashfs image", 0, "sqsh"],
  ["EROFS image", 1024, "\xe2\xe1\xf5\xe0"],
  ["ISO 9660 image", 32769, "CD001"],
  ["qcow2 image", 0, "QFI\xfb"],
  ["Windows Installer package", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["cabinet archive", 0, "MSCF"],
  ["xar archive (macOS package)", 0, "xar!"],
  ["flatpak bundle", 0, "flatpak\0"],
  ["Alpine package of version 3", 0, "ADB"],
];

/** The last block of a disk image of macOS. */
const DMG = { what: "macOS disk image", magic: "koly", fromEnd: 512 };

/** What a file is, if it can hold programs and nobody here can look: `squashfs image`. */
export function findUnreadContainer(source: ByteSource): string | undefined {
  const found = magics.find(([, offset, magic]) => startsWith(source, offset, magic));
  if (found !== undefined) return found[0];
  return startsWith(source, source.size - DMG.fromEnd, DMG.magic) ? DMG.what : undefined;
}

function startsWith(source: ByteSource, offset: number, magic: string): boolean {
  if (offset < 0 || offset + magic.length > source.size) return false;
  const wanted = Uint8Array.from(magic, (character) => character.charCodeAt(0));
  return indexOfBytes(source.read(offset, magic.length), wanted, 0) === 0;
}
