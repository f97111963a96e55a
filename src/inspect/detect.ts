import type { ByteSource } from "../ports/types.ts";
import type { ExecutableFormat } from "../model/artifact.ts";

/** What a file is, by its first bytes. `what` names it with its article left out: "gzip archive". */
export type Detection =
  { readonly kind: ExecutableFormat; readonly what: string } | { readonly kind: "other"; readonly what: string };

const SAMPLE = 4096;
const DOS_HEADER_SIZE = 64;
const E_LFANEW = 0x3c;
const TAR_MAGIC = { offset: 257, text: "ustar" };
/** A COFF file header: which machines it is for, and where it says how long the header of a linked file is. */
const COFF = {
  size: 20,
  machines: [
    [0x4c, 0x01],
    [0xc4, 0x01],
    [0x64, 0x86],
    [0x64, 0xaa],
  ],
  optionalSize: 16,
};
const FAT_COUNT_OFFSET = 4;
/** Java 1.0 was 45, and no fat file has so many slices: file(1) and LLVM tell the two apart like this. */
const FIRST_JAVA_VERSION = 43;

type Magic = { readonly bytes: readonly number[] | string; readonly found: Detection };

function other(bytes: Magic["bytes"], what: string): Magic {
  return { bytes, found: { kind: "other", what } };
}

const magics: readonly Magic[] = [
  { bytes: "\x7fELF", found: { kind: "elf", what: "ELF file" } },
  { bytes: [0xfe, 0xed, 0xfa, 0xce], found: { kind: "macho", what: "Mach-O file" } },
  { bytes: [0xfe, 0xed, 0xfa, 0xcf], found: { kind: "macho", what: "Mach-O file" } },
  { bytes: [0xce, 0xfa, 0xed, 0xfe], found: { kind: "macho", what: "Mach-O file" } },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], found: { kind: "macho", what: "Mach-O file" } },
  { bytes: [0xca, 0xfe, 0xba, 0xbf], found: { kind: "macho", what: "universal Mach-O file" } },
  { bytes: "\0asm", found: { kind: "wasm", what: "WebAssembly module" } },
  { bytes: [0x01, 0xdf], found: { kind: "xcoff", what: "XCOFF file" } },
  { bytes: [0x01, 0xf7], found: { kind: "xcoff", what: "XCOFF file" } },
  { bytes: [0x00, 0x00, 0x01, 0xeb], found: { kind: "plan9", what: "Plan 9 a.out for 386" } },
  { bytes: [0x00, 0x00, 0x8a, 0x97], found: { kind: "plan9", what: "Plan 9 a.out for amd64" } },
  { bytes: [0x00, 0x00, 0x06, 0x47], found: { kind: "plan9", what: "Plan 9 a.out for arm" } },
  other("!<arch>\n", "ar archive (a static library or c-archive)"),
  other("!<thin>\n", "thin ar archive"),
  other("<bigaf>\n", "AIX archive"),
  other([0x1f, 0x8b], "gzip archive"),
  other("PK\x03\x04", "zip archive"),
  other("PK\x05\x06", "empty zip archive"),
  other([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], "xz archive"),
  other([0x28, 0xb5, 0x2f, 0xfd], "zstd archive"),
  other("BZh", "bzip2 archive"),
  other("7z\xbc\xaf\x27\x1c", "7-Zip archive"),
  other([0x04, 0x22, 0x4d, 0x18], "lz4 archive"),
  other([0xed, 0xab, 0xee, 0xdb], "rpm package"),
  other("BC\xc0\xde", "LLVM bitcode"),
  other("#!", "script"),
  other("version https://git-lfs.github.com/spec/", "git-lfs pointer (the file itself was not fetched)"),
];

/** Recognises a file; says nothing of whether it is whole. */
export function detect(source: ByteSource): Detection {
  const start = source.read(0, Math.min(SAMPLE, source.size));
  if (start.length === 0) {
    return { kind: "other", what: "empty file" };
  }
  const magic = magics.find((each) => hasAt(start, 0, each.bytes));
  return magic?.found ?? detectFat(start) ?? detectMz(source, start) ?? detectByContent(start);
}

function detectFat(start: Uint8Array): Detection | undefined {
  if (!hasAt(start, 0, [0xca, 0xfe, 0xba, 0xbe])) {
    return undefined;
  }
  const next = start.subarray(FAT_COUNT_OFFSET, FAT_COUNT_OFFSET + 4);
  const count = next.reduce((value, byte) => value * 256 + byte, 0);
  return next.length === 4 && count >= FIRST_JAVA_VERSION
    ? { kind: "other", what: "Java class file" }
    : { kind: "macho", what: "universal Mach-O file" };
}

function detectMz(source: ByteSource, start: Uint8Array): Detection | undefined {
  if (!hasAt(start, 0, "MZ")) {
    return undefined;
  }
  if (start.length >= DOS_HEADER_SIZE) {
    const field = start.subarray(E_LFANEW, E_LFANEW + 4);
    const lfanew = field.reduceRight((value, byte) => value * 256 + byte, 0);
    if (lfanew + 4 <= source.size && hasAt(source.read(lfanew, 4), 0, "PE\0\0")) {
      return { kind: "pe", what: "PE file" };
    }
  }
  return { kind: "other", what: "MZ file without a PE header" };
}

function detectByContent(start: Uint8Array): Detection {
  if (hasAt(start, TAR_MAGIC.offset, TAR_MAGIC.text)) {
    return { kind: "other", what: "tar archive" };
  }
  // Two bytes are no magic, so it takes a header that goes on like one.
  if (
    start.length >= COFF.size &&
    COFF.machines.some((each) => hasAt(start, 0, each)) &&
    hasAt(start, COFF.optionalSize, [0, 0])
  ) {
    return { kind: "other", what: "COFF object file" };
  }
  return { kind: "other", what: start.every(isText) ? "text file" : "file of an unknown format" };
}

// Anything but control characters; the high half is UTF-8.
function isText(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d;
}

function hasAt(bytes: Uint8Array, offset: number, magic: Magic["bytes"]): boolean {
  return typeof magic === "string"
    ? Array.from(magic).every((character, index) => bytes[offset + index] === character.charCodeAt(0))
    : magic.every((byte, index) => bytes[offset + index] === byte);
}
