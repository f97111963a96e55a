import {
  type NeededVersion,
  type System,
  type SystemProcessor,
  type VersionSet,
  versionSets,
} from "../model/system.ts";
import { isHigher } from "../text/versions.ts";

/** A version name taken apart: `GLIBC_2.34` → GLIBC and 2.34, `GLIBC_ABI_DT_RELR` → GLIBC and no number. */
export type VersionName = { readonly set: VersionSet; readonly version: string; readonly isNumber: boolean };

export function parseVersionName(name: string): VersionName | undefined {
  const set = versionSets.find((each) => name.startsWith(`${each}_`));
  if (set === undefined) return undefined;
  const version = name.slice(set.length + 1);
  return { set, version, isNumber: /^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(version) };
}

const parsedNames = new WeakMap<object, { readonly name: VersionName | undefined }>();

/** A version of a file is looked at for each system, and taken apart once. */
function parsedName(needed: Pick<NeededVersion, "name">): VersionName | undefined {
  const known = parsedNames.get(needed) ?? { name: parseVersionName(needed.name) };
  parsedNames.set(needed, known);
  return known.name;
}

/** Whether a system has a version of a library's symbols, and if not, in words what it has. */
export type Provided =
  | { readonly kind: "yes" }
  | { readonly kind: "no"; readonly has: string }
  | { readonly kind: "unknown"; readonly why: string };

const yes = { kind: "yes" } as const;

/** Libraries whose versions the table has, by the sets that they define. */
const setsOf: Readonly<Record<string, readonly VersionSet[]>> = {
  "libstdc++.so.6": ["GLIBCXX", "CXXABI"],
  "libgcc_s.so.1": ["GCC"],
};

/**
 * Whether the library that a system has defines the version. Names are compared with names: a number stands for all older ones of its
 * set, and a name without a number for itself alone.
 */
export function providesVersion(
  needed: Pick<NeededVersion, "library" | "name">,
  system: System,
  processor: SystemProcessor,
): Provided {
  const { library, name } = needed;
  // Its symbols are for the libraries of the same build of glibc.
  if (name === "GLIBC_PRIVATE") return { kind: "unknown", why: "no release of glibc promises GLIBC_PRIVATE symbols" };
  const own = system.libraries.find((each) => each.name === library);
  const parsed = parsedName(needed);
  const isGlibc = system.glibc.includes(library) || library === loaderName(processor);
  const isInTable = isGlibc ? parsed?.set === "GLIBC" : setsOf[library]?.some((set) => set === parsed?.set) === true;
  if (parsed !== undefined && isInTable) {
    return parsed.isNumber ? providesNumber(parsed, system, processor) : providesName(name, system, processor);
  }
  if (own?.versions?.length === 0) return yes;
  if (own?.versions != null) return own.versions.includes(name) ? yes : { kind: "no", has: "it has other versions" };
  return { kind: "unknown", why: `which versions its ${library} has is not recorded` };
}

export function loaderName({ loader }: SystemProcessor): string | null {
  return loader?.split("/").at(-1) ?? null;
}

function providesNumber({ set, version }: VersionName, system: System, processor: SystemProcessor): Provided {
  const newest = processor.versions[set];
  if (newest === null) return { kind: "unknown", why: `its ${set} versions are not recorded` };
  if (isHigher(version, newest)) {
    if (system.kind === "rolling")
      return { kind: "unknown", why: `it had ${newest} when it was recorded, and moves on` };
    return { kind: "no", has: `has ${newest}` };
  }
  if (set !== "GLIBC") return yes;
  if (isHigher(processor.oldest, version)) return { kind: "no", has: `has none older than ${processor.oldest ?? ""}` };
  // A name that was taken over from a later release comes with some of its symbols only.
  return isHigher(version, system.version)
    ? { kind: "unknown", why: `its glibc ${system.version ?? ""} has taken over a part of ${version}` }
    : yes;
}

/** libstdc++'s manual, "ABI Policy": names beside the numbers, and the number that was new with them. */
const besideNumbers: Readonly<Record<string, string>> = { CXXABI_TM_1: "1.3.6", CXXABI_FLOAT128: "1.3.9" };

function providesName(name: string, system: System, { versions, names }: SystemProcessor): Provided {
  const newest = versions.CXXABI;
  const since = besideNumbers[name];
  if (since !== undefined && newest !== null && !isHigher(since, newest)) return yes;
  if (names.includes(name)) return yes;
  const isRecorded = versions.GLIBCXX !== null && name.startsWith("GLIBC_ABI_") && !names.includes(`${name}?`);
  if (isRecorded && system.kind !== "rolling")
    return { kind: "no", has: `its glibc ${versions.GLIBC ?? ""} does not have it` };
  return { kind: "unknown", why: "whether it has that is not recorded" };
}
