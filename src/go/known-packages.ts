import { tagsOf } from "./go-flags.ts";
import { knownPackages, type KnownPackage } from "./data/known-packages.ts";
import type { GoPackage } from "../model/packages.ts";
import type { GoFlag } from "../model/plan.ts";

/** The rows of packages that are among these. */
function knownAmong(packages: readonly GoPackage[]): readonly KnownPackage[] {
  return knownPackages.filter(({ path }) =>
    packages.some(({ importPath }) => importPath === path || importPath.startsWith(`${path}/`)),
  );
}

function withCgo(packages: readonly GoPackage[]): readonly GoPackage[] {
  return packages.filter(({ cgoFiles }) => cgoFiles.length > 0);
}

/** The packages that musl cannot link as they are built: they bring a library for glibc, and the tag that takes one for musl is not set, or none. */
export function withoutMusl(packages: readonly GoPackage[], flags: readonly GoFlag[]): readonly KnownPackage[] {
  const tags = new Set(tagsOf(flags));
  return knownAmong(withCgo(packages)).filter(
    ({ forGlibc, muslTag }) => forGlibc && (muslTag === null || !tags.has(muslTag)),
  );
}

/** How to do without the C code of packages, in words: the tag that leaves it out, or what does the same in Go; empty where nothing is known. */
export function waysWithoutC(packages: readonly GoPackage[], flags: readonly GoFlag[]): readonly string[] {
  const tags = new Set(tagsOf(flags));
  const byTag = knownAmong(packages).flatMap(({ path, goTag }) =>
    goTag === null || tags.has(goTag) ? [] : [`build with -tags ${goTag}, under which ${path} needs no C code`],
  );
  const byOther = knownAmong(withCgo(packages)).flatMap(({ path, instead }) =>
    instead === null ? [] : [`use ${instead} in place of ${path}, which needs no C code`],
  );
  return [...byTag, ...byOther];
}

/** The packages of a distribution with the C libraries that a program is compiled against, sorted; what is not known is not there. */
export function systemPackages(packages: readonly GoPackage[], distribution: "debian" | "alpine"): readonly string[] {
  const names = knownAmong(withCgo(packages)).flatMap(({ needs }) => (needs === null ? [] : needs[distribution]));
  return [...new Set(names)].toSorted();
}

/** The packages whose C code makes a call, as long as no tag leaves it out. */
export function callersOf(
  call: KnownPackage["calls"][number],
  packages: readonly GoPackage[],
  flags: readonly GoFlag[],
): readonly KnownPackage[] {
  const tags = new Set(tagsOf(flags));
  const known = [...knownAmong(withCgo(packages)), ...knownAmong(packages).filter(({ needsNoCgo }) => needsNoCgo)];
  return [...new Set(known)].filter(
    ({ calls, quietTag }) => calls.includes(call) && (quietTag === null || !tags.has(quietTag)),
  );
}

/** The tags that leave a call out, where there is one for each package that makes it; undefined where one has none. */
export function quietTags(
  call: KnownPackage["calls"][number],
  packages: readonly GoPackage[],
  flags: readonly GoFlag[],
): readonly string[] | undefined {
  const tags = callersOf(call, packages, flags).map(({ quietTag }) => quietTag);
  const known = tags.filter((tag) => tag !== null);
  return known.length === 0 || known.length < tags.length ? undefined : [...new Set(known)];
}
