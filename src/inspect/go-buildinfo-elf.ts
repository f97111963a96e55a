import type { ByteSource } from "../ports/types.ts";
import { parseSections, SHT_NOBITS, type Section } from "./elf-sections.ts";
import { mapAddress, rangesOf } from "./elf-segments.ts";
import type { ElfFacts } from "./elf.ts";
import type { BuildInfoPlaces } from "./go-buildinfo.ts";
import { mayBeGo } from "./link-mode.ts";

const SECTION_NAME = ".go.buildinfo";

/**
 * The facts and the sections (undefined when there is no table) -> where Go's build info can be. Go 1.27 looks in the
 * section alone (golang/go#73060), Go 1.26 in the first writable segment when there is no section. Here it is the section
 * and then all writable segments, because strip and packers take the sections away, and damage to them must not hide
 * anything. What is not writable comes last, and only for what may be Go's: Go's linkers put nothing there, and to read all
 * of every program was most of the time that judging took.
 */
export function buildInfoPlacesOfElf(
  source: ByteSource,
  facts: Pick<ElfFacts, "header" | "loads" | "notes">,
  sections: readonly Section[] | undefined = parseSections(source, facts.header),
): BuildInfoPlaces {
  const { header, loads } = facts;
  const section = sections?.find(({ name, type }) => name === SECTION_NAME && type !== SHT_NOBITS);
  // Writable first: the constant of a program that searches for build info is not.
  const writable = loads.filter((load) => load.writable);
  const others = mayBeGo(facts.notes, sections) ? loads.filter((load) => !load.writable) : [];
  return {
    ranges: [...(section === undefined ? [] : [section]), ...rangesOf([...writable, ...others])],
    mapAddress: (address) => mapAddress(loads, address),
    encoding: header.encoding,
  };
}
