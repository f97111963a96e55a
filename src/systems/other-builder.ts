import type { BuilderGlibc } from "../model/release.ts";
import type { NeededVersion, StartNeeds, SystemProcessor } from "../model/system.ts";
import { isHigher } from "../text/versions.ts";
import { providesVersion } from "./provided-versions.ts";
import { systemOf } from "./system-names.ts";

/** Where a program is linked with another glibc than here. */
export type OtherBuilder = Pick<BuilderGlibc, "image" | "system" | "glibc" | "here">;

type Versions = StartNeeds["versions"];

/**
 * What a program needs wherever it is linked, and what it needs only because it was linked here: its builder does not have that. A
 * version that both have is the same in both, because a library's default version of a symbol never becomes older.
 */
export function splitVersions(
  versions: Versions,
  { builder, processor: name }: { readonly builder: OtherBuilder | null; readonly processor: string },
): { readonly own: Versions; readonly ofHere: Versions } {
  const system = builder === null ? null : systemOf(builder.system);
  const processor = system?.processors.find((each) => each.processor === name);
  if (system === null || processor === undefined) return { own: versions, ofHere: [] };
  const isOfHere = (version: NeededVersion): boolean => providesVersion(version, system, processor).kind === "no";
  return { own: versions.filter((each) => !isOfHere(each)), ofHere: versions.filter(isOfHere) };
}

/** Why nobody can tell here whether a program starts on a system: it may need up to all that its builder has. null: one can. */
export function openByBuilder(
  builder: OtherBuilder | null,
  ofHere: Versions,
  { versions: { GLIBC: has } }: SystemProcessor,
): string | null {
  if (builder === null || !isHigher(builder.glibc, has)) return null;
  const { image, glibc, here } = builder;
  const [newest] = ofHere;
  if (newest === undefined && (here === null || !isHigher(glibc, here))) return null;
  const why =
    newest === undefined ? `was linked here with glibc ${here ?? ""}` : `needs ${newest.name} only when linked here`;
  return `is built in ${image} with glibc ${glibc}, and ${why}`;
}
