import type { ByteSource } from "../ports/types.ts";
import { type GoImage, mapAddress } from "./go-traces.ts";
import type { PeHeader, Section } from "./pe-header.ts";
import type { Range } from "./reader.ts";

/**
 * A PE image -> where Go's traces are in it. Package debug/buildinfo of Go 1.13 to 1.27 looks in the first section of
 * writable data; here in all of them, because another linker may put its own first.
 */
export function goImageOfPe(source: ByteSource, header: PeHeader): GoImage {
  const mappings = header.sections.map((section) => ({
    offset: BigInt(section.offset),
    length: BigInt(Math.min(section.fileSize, section.mappedSize)),
    address: header.imageBase + BigInt(section.address),
  }));
  return {
    source,
    buildInfo: {
      ranges: header.sections.filter((section) => section.isWritableData).map(rangeOf),
      mapAddress: (address) => mapAddress(mappings, address),
      encoding: header.encoding,
    },
    // Symbols and debug information are discardable, and symbols for 386 can have a "_" in front.
    loaded: header.sections.filter((section) => !section.isDiscardable).map(rangeOf),
  };
}

function rangeOf({ offset, fileSize }: Section): Range {
  return { offset: BigInt(offset), length: BigInt(fileSize) };
}
