import type { ByteSource } from "../ports/types.ts";
import type { ElfHeader } from "./elf-header.ts";
import { PT_NOTE, type Segment } from "./elf-segments.ts";
import { FormatError } from "./format-error.ts";
import { Cursor, readRange } from "./reader.ts";

export type Notes = {
  /** glibc's crt1.o was linked in. It survives strip. */
  readonly gnuAbiTag: boolean;
  /** The Go linker was here. */
  readonly goBuildId: boolean;
  /** GNU_PROPERTY_X86_ISA_1_NEEDED: what glibc 2.33 and newer refuses to load the file without; 0 for nothing. */
  readonly isaNeeded: number;
};

/** Of all notes together: a thousand headers may name the same bytes. */
const MAX_NOTES = 1024n * 1024n;
const NT_GNU_ABI_TAG = 1;
const NT_GO_BUILD_ID = 4;
const NT_GNU_PROPERTY_TYPE_0 = 5;
const GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002;
const ABI_TAG_LINUX = 0;
const GNU_NAME = [0x47, 0x4e, 0x55, 0];
const GO_NAME = [0x47, 0x6f, 0, 0];

/** All PT_NOTE segments -> the two notes that say who linked the file. gABI ch. 5, "Note Section". */
export function parseNotes(source: ByteSource, header: ElfHeader, segments: readonly Segment[]): Notes {
  const notes = { gnuAbiTag: false, goBuildId: false, isaNeeded: 0 };
  let total = 0n;
  for (const segment of segments.filter((each) => each.type === PT_NOTE && each.filesz > 0n)) {
    total += segment.filesz;
    if (total > MAX_NOTES) {
      throw new FormatError("PT_NOTE segments have more than 1 MiB", segment.headerOffset);
    }
    const bytes = readRange(source, { offset: segment.offset, length: segment.filesz }, "PT_NOTE");
    const cursor = new Cursor(bytes, Number(segment.offset), header.encoding);
    const align = segment.align === 8n ? 8 : 4;
    while (cursor.remaining > 0) {
      const note = parseNote(cursor, header, align);
      notes.gnuAbiTag ||= note.abiTag;
      notes.isaNeeded |= note.isaNeeded;
      notes.goBuildId ||= note.type === NT_GO_BUILD_ID && isName(note.name, GO_NAME);
    }
  }
  return notes;
}

type Note = { readonly name: Uint8Array; readonly type: number; readonly abiTag: boolean; readonly isaNeeded: number };

function parseNote(cursor: Cursor, header: ElfHeader, align: number): Note {
  const namesz = cursor.u32("n_namesz");
  const descsz = cursor.u32("n_descsz");
  const type = cursor.u32("n_type");
  const name = cursor.bytes(namesz, "note name");
  skipPadding(cursor, align);
  const desc = new Cursor(cursor.bytes(descsz, "note descriptor"), 0, header.encoding);
  skipPadding(cursor, align);
  const isGnu = isName(name, GNU_NAME);
  const isAbiTag = type === NT_GNU_ABI_TAG && isGnu && desc.remaining >= 4;
  return {
    name,
    type,
    abiTag: isAbiTag && desc.u32("ABI tag") === ABI_TAG_LINUX,
    isaNeeded: type === NT_GNU_PROPERTY_TYPE_0 && isGnu ? readIsaNeeded(desc, header) : 0,
  };
}

/** Properties are a type, a size and that many bytes, filled up to a word. What is cut off is not believed. */
function readIsaNeeded(desc: Cursor, { encoding }: ElfHeader): number {
  let needed = 0;
  while (desc.remaining >= 8) {
    const type = desc.u32("pr_type");
    const size = desc.u32("pr_datasz");
    if (size > desc.remaining) return needed;
    const data = new Cursor(desc.bytes(size, "pr_data"), 0, encoding);
    if (type === GNU_PROPERTY_X86_ISA_1_NEEDED && size === 4) needed |= data.u32("pr_data");
    skipPadding(desc, encoding.wide ? 8 : 4);
  }
  return needed;
}

function skipPadding(cursor: Cursor, align: number): void {
  // The last note of a segment may do without its padding.
  const padding = -cursor.position & (align - 1);
  cursor.seek(cursor.position + Math.min(padding, cursor.remaining), "note padding");
}

function isName(bytes: Uint8Array, name: readonly number[]): boolean {
  return bytes.length === name.length && name.every((byte, index) => bytes[index] === byte);
}
