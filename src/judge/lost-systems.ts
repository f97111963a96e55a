import type { ExaminedCell } from "../model/cell.ts";
import type { StartOutcome } from "../model/system.ts";
import { systemName, systemOf } from "../systems/system-names.ts";
import { listed } from "../text/english.ts";
import { groupBy } from "../text/group-by.ts";
import { isHigher } from "../text/versions.ts";

const ranks: Readonly<Record<StartOutcome, number>> = { runs: 0, "needs-package": 1, unknown: 2, "does-not-start": 3 };

/**
 * The ids of systems on which the base started and the head does not, or is not known to, in the order of the table. A library that has
 * to be installed now is told by its own name.
 */
export function lostSystems(head: Pick<ExaminedCell, "runsOn">, base: Pick<ExaminedCell, "runsOn">): readonly string[] {
  const before = new Map((base.runsOn ?? []).map(({ system, outcome }) => [system, outcome]));
  return (head.runsOn ?? []).flatMap(({ system, outcome }) => {
    const was = before.get(system);
    return was !== undefined && ranks[was] < 2 && ranks[outcome] >= 2 ? [system] : [];
  });
}

/** Families that people ask for first. */
const wellKnown = ["Debian", "Ubuntu", "RHEL", "Amazon Linux", "Alpine"];

/** `Debian 11, Ubuntu 20.04, RHEL 8 and 12 more systems`: of each family the newest, which says it for the older ones. */
export function describeLost(ids: readonly string[]): string {
  const families = groupBy(ids.map(systemOf), ({ family }) => family);
  const rank = (family: string): number => (wellKnown.includes(family) ? wellKnown.indexOf(family) : wellKnown.length);
  const newest = families
    .map((group) => group.findLast(({ kind }) => kind !== "rolling") ?? group[0])
    .toSorted((a, b) => rank(a.family) - rank(b.family));
  const shown = newest.slice(0, 3).map(systemName);
  const left = ids.length - shown.length;
  if (left === 0) return listed(shown);
  return `${shown.join(", ")} and ${left} more system${left === 1 ? "" : "s"}`;
}

/**
 * What keeps a program from starting where it did: `pthread_create@GLIBC_2.34, through net`, the first version that is higher than on
 * the base, or what the first lost system says.
 */
export function describeObstacle(head: ExaminedCell, base: ExaminedCell): string | null {
  const [first] = lostSystems(head, base);
  const before = new Map((base.floors ?? []).map((floor) => [`${floor.set} ${floor.library}`, floor.version]));
  const floor = (head.floors ?? []).find(({ set, library, version }) => {
    const was = before.get(`${set} ${library}`) ?? null;
    return /^\d/.test(version) ? isHigher(version, was) : was !== version;
  });
  const row = head.runsOn?.find(({ system }) => system === first);
  if (row === undefined) return null;
  if (floor === undefined || !row.reason.includes(`${floor.set}_${floor.version}`)) return row.reason;
  const [symbol] = floor.symbols;
  const name = symbol === undefined ? `${floor.set}_${floor.version}` : `${symbol}@${floor.set}_${floor.version}`;
  return floor.package === null ? name : `${name}, through ${floor.package}`;
}
