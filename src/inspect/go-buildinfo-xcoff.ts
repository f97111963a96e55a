import type { ByteSource } from "../ports/types.ts";
import { type GoImage, mapAddress } from "./go-traces.ts";
import { STYP_DATA, STYP_TEXT, type XcoffHeader } from "./xcoff.ts";

/** An XCOFF file -> where Go's traces are in it: in the data section, as package debug/buildinfo of Go 1.13 to 1.27 has it. */
export function goImageOfXcoff(source: ByteSource, { sections, encoding }: XcoffHeader): GoImage {
  const loaded = sections.filter(({ type }) => type === STYP_TEXT || type === STYP_DATA);
  return {
    source,
    buildInfo: {
      ranges: sections.filter(({ type }) => type === STYP_DATA),
      mapAddress: (address) => mapAddress(loaded, address),
      encoding,
    },
    loaded,
  };
}
