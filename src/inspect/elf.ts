import type { ByteSource } from "../ports/types.ts";
import { parseDynamic, type Dynamic } from "./elf-dynamic.ts";
import type { ElfHeader } from "./elf-header.ts";
import { parseNotes, type Notes } from "./elf-notes.ts";
import {
  checkLoads,
  isExecutableAddress,
  mapAddress,
  parseInterpreter,
  parseSegments,
  type Segment,
} from "./elf-segments.ts";

import { min, readRange } from "./reader.ts";

/** What the header and the program headers say. A program keeps running after its section table is gone. */
export type ElfFacts = {
  readonly header: ElfHeader;
  readonly segments: readonly Segment[];
  /** Those of PT_LOAD, checked. */
  readonly loads: readonly Segment[];
  /** e_entry is in an executable segment. */
  readonly entryIsExecutable: boolean;
  /** The first bytes from there on; empty when there are none. */
  readonly entryCode: Uint8Array;
  readonly interpreter: string | undefined;
  /** undefined: no PT_DYNAMIC. */
  readonly dynamic: Dynamic | undefined;
  readonly notes: Notes;
};

/** A checked ELF header and the file -> its facts. Throws FormatError for anything that is not understood. */
export function parseElf(source: ByteSource, header: ElfHeader): ElfFacts {
  const segments = parseSegments(source, header);
  const loads = checkLoads(source, header, segments);
  return {
    header,
    segments,
    loads,
    entryIsExecutable: isExecutableAddress(loads, header.entry),
    entryCode: readEntry(source, loads, header.entry),
    interpreter: parseInterpreter(source, segments),
    dynamic: parseDynamic(source, header, { all: segments, loads }),
    notes: parseNotes(source, header, segments),
  };
}

const ENTRY_SIZE = 16n;

function readEntry(source: ByteSource, loads: readonly Segment[], entry: bigint): Uint8Array {
  const range = mapAddress(loads, entry);
  if (range === undefined) return new Uint8Array();
  return readRange(source, { offset: range.offset, length: min(range.length, ENTRY_SIZE) }, "e_entry");
}
