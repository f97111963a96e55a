import type { ByteSource } from "../ports/types.ts";
import { type GoImage, mapAddress } from "./go-traces.ts";
import type { MachFacts } from "./macho-commands.ts";

const SECTION_NAME = "__go_buildinfo";
/** Symbols among others, and cmd/link puts a "_" in front of them: a package "_main" would be found. */
const SYMBOLS = "__LINKEDIT";

/**
 * A Mach-O image -> where Go's traces are in it. Package debug/buildinfo of Go 1.27 looks in the section alone, that of
 * Go 1.26 in the first writable segment when there is no section, which is not always the right one; here in all of those,
 * because dyld reads no section, and damage to them must not hide anything.
 */
export function goImageOfMach(source: ByteSource, { header, segments }: MachFacts): GoImage {
  const mapped = segments.filter((segment) => segment.isMapped);
  const sections = segments.flatMap((segment) => segment.sections).filter(({ name }) => name === SECTION_NAME);
  return {
    source,
    buildInfo: {
      ranges: [...sections, ...mapped.filter((segment) => segment.isWritable)],
      mapAddress: (address) => mapAddress(mapped, address),
      encoding: header.encoding,
    },
    loaded: mapped.filter((segment) => segment.name !== SYMBOLS),
  };
}
