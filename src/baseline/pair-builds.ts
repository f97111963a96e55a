import type { GoneTarget } from "../model/baseline.ts";
import type { PlannedCell } from "../model/plan.ts";

type Named = { readonly package: string; readonly platform: string; readonly strategy: string | null };

/** A planned cell under the import path that its program has on the other side. */
export type ShippedBuild = Named & { readonly cell: PlannedCell };

/** The builds of a plan that are judged. `nameOf`: an import path to the one on the other side. */
export function shippedBuilds(
  cells: readonly PlannedCell[],
  nameOf: (path: string) => string = (path) => path,
): readonly ShippedBuild[] {
  return cells
    .filter(({ role }) => role !== "compared")
    .map((cell) => ({
      package: nameOf(cell.package),
      platform: cell.platform.name,
      strategy: cell.strategy.name,
      cell,
    }));
}

export function buildKey({ package: path, platform, strategy }: Named): string {
  return `${path}\n${platform}\n${strategy ?? ""}`;
}

/**
 * Which build of the base each build of the head is compared with: of the same program, the one of the same name, else one that no
 * other build has the name of, else any. A program may ship as several builds (`release/ID`), and a change may rename or split one.
 */
export function pairBuilds(
  heads: readonly ShippedBuild[],
  bases: readonly ShippedBuild[],
): readonly { readonly head: ShippedBuild; readonly base: ShippedBuild }[] {
  const names = new Set(heads.map(buildKey));
  const known = new Set(bases.map(buildKey));
  return heads.flatMap((head) => {
    const same = bases.filter((base) => base.package === head.package && base.platform === head.platform);
    const isNamed = known.has(buildKey(head));
    const base = isNamed
      ? same.find(({ strategy }) => strategy === head.strategy)
      : (same.find((each) => !names.has(buildKey(each))) ?? same[0]);
    return base === undefined ? [] : [{ head, base }];
  });
}

/** What the base releases of programs that the head still has, and no release of the head is for. */
export function unreleasedBuilds(
  heads: readonly ShippedBuild[],
  bases: readonly ShippedBuild[],
): readonly GoneTarget[] {
  const paired = new Set(pairBuilds(heads, bases).map(({ base }) => base));
  return bases.flatMap((base) => {
    const same = heads.filter((head) => head.package === base.package && head.platform === base.platform);
    if (base.cell.role !== "ships" || same.length === 0) return [];
    const target = { package: base.package, platform: base.platform };
    if (same.every(({ cell }) => cell.role === "unreleased")) {
      return [{ ...target, reason: "no release build is for it now, as there is for others" }];
    }
    return paired.has(base) ? [] : [{ ...target, reason: `its build ${base.strategy ?? ""} is no longer described` }];
  });
}
