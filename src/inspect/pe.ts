import type { ByteSource } from "../ports/types.ts";
import { makeUnreadable } from "./linkage.ts";
import { findCompressedCode } from "./packed.ts";
import { findSection, type PeHeader, type Section } from "./pe-header.ts";
import { parseImports } from "./pe-imports.ts";
import type { Range } from "./reader.ts";
import { isWindowsLibrary } from "./system-libraries.ts";
import type { Linkage } from "../model/artifact.ts";
import { notExecutable, packed, type LinkMode } from "../model/artifact.ts";

const CLR_RUNTIME_HEADER = 14;
const IMAGE_SUBSYSTEM_WINDOWS_GUI = 2;
const IMAGE_SUBSYSTEM_WINDOWS_CUI = 3;

/** Checked headers and the file -> what it needs. Throws FormatError for what is not understood. */
export function judgePe(source: ByteSource, header: PeHeader): Linkage {
  const packer = findPacker(header) ?? findCompressedCode(source, codeOf(header));
  if (packer !== undefined) {
    return packer;
  }
  // Its import table names the loader of .NET at most. What it needs is in its metadata, and none of it is Windows'.
  if ((header.directories[CLR_RUNTIME_HEADER]?.address ?? 0) !== 0) {
    return makeUnreadable(
      "a .NET assembly (it has a CLR runtime header): it needs a .NET runtime, which is not judged",
    );
  }
  const needed = parseImports(source, header);
  const linkage = { ...notExecutable, needed, minOs: header.minOs };
  if (header.isLibrary) {
    return { ...linkage, kind: "library" };
  }
  const broken = findBrokenRule(header, needed);
  if (broken !== undefined) {
    return makeUnreadable(broken);
  }
  return { ...linkage, kind: needed.every(isWindowsLibrary) ? "system" : "dynamic" };
}

function findBrokenRule(header: PeHeader, needed: readonly string[]): string | undefined {
  const { subsystem, entry } = header;
  if (subsystem !== IMAGE_SUBSYSTEM_WINDOWS_GUI && subsystem !== IMAGE_SUBSYSTEM_WINDOWS_CUI) {
    return `Subsystem is ${subsystem}, not that of Windows programs (2 or 3)`;
  }
  if (findSection(header, entry)?.executable !== true) {
    return "AddressOfEntryPoint is in no executable section";
  }
  // Windows would start it. But system calls have no fixed numbers there, so it finds its libraries by a way of its own,
  // as packers do, or its import table was cut off. Go always imports kernel32.
  return needed.length === 0 ? "no import table: it does not say which libraries it calls" : undefined;
}

/** Where a linker rounds code up to a page, it fills it with bytes of the file or with less than this. */
const MAX_ZEROS = 0x4000;

function isFilledLater({ mappedSize, fileSize }: Section): boolean {
  return mappedSize > 0 && (fileSize === 0 || mappedSize - fileSize >= MAX_ZEROS);
}

function codeOf({ sections }: PeHeader): readonly Range[] {
  return sections
    .filter(({ executable, fileSize }) => executable && fileSize > 0)
    .map(({ offset, fileSize }) => ({ offset: BigInt(offset), length: BigInt(fileSize) }));
}

// UPX gives its sections these names. They can be changed, but not what any packer needs: a section to unpack the code
// to, which runs and has no bytes in the file. Linkers make no such section.
function findPacker({ sections }: PeHeader): Linkage | undefined {
  if (sections.some(({ name }) => /^UPX[0-9!]$/.test(name))) {
    return packed;
  }
  const target = sections.find((each) => each.executable && isFilledLater(each));
  return (
    target && {
      ...packed,
      reason: `packed: section ${target.name} is executable and ${target.fileSize === 0 ? "has no bytes in the file" : "is filled once it runs"}; inspect the file before it is packed`,
    }
  );
}

/** cmd/link always writes its symbol table as a section, and never these: they come with the C runtime of MinGW. */
const GO_SECTION = ".symtab";
const hostSections = new Set([".CRT", ".tls"]);

/**
 * The headers of a Go program -> who linked it. Right for 36 of 36 internal and 36 of 36 external links: Go 1.24, 1.26 and
 * 1.27 with MinGW's gcc and GNU ld, amd64 and 386, with and without cgo, stripped or not. Other linkers leave neither mark
 * or the same: unknown or external.
 */
export function findPeLinkMode(header: PeHeader): LinkMode {
  const has = (wanted: (name: string) => boolean) => header.sections.some(({ name }) => wanted(name));
  if (has((name) => hostSections.has(name))) {
    return "external";
  }
  return has((name) => name === GO_SECTION) ? "internal" : "unknown";
}
