import type { NeededVersion, StartNeeds } from "../model/system.ts";
import type { Dynamic } from "./elf-dynamic.ts";
import type { ElfFacts } from "./elf.ts";
import { SMALLEST_PAGE } from "./elf-segments.ts";

/** The facts of a program or library → what it asks of the system that starts it, beside its loader and its libraries. */
export function startNeedsOf({ dynamic, loads, notes }: ElfFacts): StartNeeds {
  // What only zeros are mapped for has no place in the file that a page could begin at.
  const aligned = loads.filter(({ filesz }) => filesz > 0n).map(({ align }) => align);
  const smallest = aligned.reduce<bigint | null>(
    (least, align) => (least === null || align < least ? align : least),
    null,
  );
  return {
    versions: dynamic === undefined ? [] : neededVersions(dynamic),
    unversioned: dynamic === undefined ? [] : unversionedSymbols(dynamic),
    bindNow: dynamic?.bindNow ?? false,
    pageSize: smallest === null ? null : Number(smallest < SMALLEST_PAGE ? SMALLEST_PAGE : smallest),
    isaLevel: levelOf(notes.isaNeeded),
  };
}

function neededVersions({ versionNeeds, undefinedSymbols = [] }: Dynamic): NeededVersion[] {
  const symbols = new Map<number, string[]>();
  for (const { name, version } of undefinedSymbols) {
    const names = symbols.get(version);
    if (names === undefined) symbols.set(version, [name]);
    else names.push(name);
  }
  return versionNeeds.flatMap(({ library, versions }) =>
    versions.map(({ name, weak, index }) => {
      return { library, name, weak, symbols: [...new Set(symbols.get(index))].toSorted() };
    }),
  );
}

/** Of a file without DT_VERSYM all symbols are without a version: `version` is 0 then, as for 1, which stands for none. */
function unversionedSymbols({ undefinedSymbols = [] }: Dynamic): string[] {
  const names = undefinedSymbols.filter(({ weak, version }) => !weak && version <= 1).map(({ name }) => name);
  return [...new Set(names)].toSorted();
}

/** The bits of GNU_PROPERTY_X86_ISA_1_NEEDED stand for the levels of the x86-64 psABI, the lowest for what all processors can do. */
function levelOf(isaNeeded: number): string | null {
  if ((isaNeeded & 8) !== 0) return "v4";
  if ((isaNeeded & 4) !== 0) return "v3";
  return (isaNeeded & 2) !== 0 ? "v2" : null;
}
