import type { ByteSource } from "../ports/types.ts";
import { type BuildInfoPlaces, readGoBuildInfo } from "./go-buildinfo.ts";
import { findCgoFunctions } from "./go-functions.ts";
import type { Range } from "./reader.ts";
import type { GoTraces } from "../model/artifact.ts";

/** A program or library, with the places where Go leaves what it says of itself. */
export type GoImage = {
  /** The image's own bytes: of a universal file, one slice. */
  readonly source: ByteSource;
  readonly buildInfo: BuildInfoPlaces;
  /** What a system brings into memory; the names of functions are among it. */
  readonly loaded: readonly Range[];
};

/** What the first image with build info says. Without build info a name that looks like cgo's would prove nothing. */
export function readGoTraces(images: readonly GoImage[], options: { readonly cgoCalls: boolean }): GoTraces {
  for (const { source, buildInfo, loaded } of images) {
    const go = readGoBuildInfo(source, buildInfo);
    if (go !== null) {
      return { go, cgoCalls: options.cgoCalls ? findCgoFunctions(source, loaded) : null };
    }
  }
  return { go: null, cgoCalls: null };
}

/** Bytes of a file, and the address in memory that they are brought to. */
type Mapping = Range & { readonly address: bigint };

/** An address -> the file's bytes from there to the end of what they are mapped with; undefined when there are none. */
export function mapAddress(mappings: readonly Mapping[], address: bigint): Range | undefined {
  const found = mappings.find((each) => address >= each.address && address < each.address + each.length);
  if (found === undefined) {
    return undefined;
  }
  const skipped = address - found.address;
  return { offset: found.offset + skipped, length: found.length - skipped };
}
