import type { ExaminedCell } from "../model/cell.ts";
import { lowerGlibc } from "../systems/lower-glibc.ts";
import { systemOf } from "../systems/system-names.ts";
import { isHigher } from "../text/versions.ts";
import { lostSystems } from "./lost-systems.ts";
import { glibcLimit, type SystemRules, unmetSystems } from "./system-demands.ts";

/**
 * How to build a program so that it starts where the rules ask for it; null where another thing than an old glibc keeps it from that.
 * `isStatic`: advice for a static program is given already.
 */
export function fixOfDemand(cell: ExaminedCell, rules: SystemRules, isStatic: boolean): string | null {
  const limit = glibcLimit(cell, rules);
  const isAbove = isHigher(cell.linkage?.minGlibc ?? null, limit) && limit !== null;
  const unmet = unmetSystems(cell, rules).flatMap(({ id, row }) => {
    const glibc = glibcOf(id, cell);
    return row?.outcome === "does-not-start" && glibc !== null ? [glibc] : [];
  });
  return adviceFor([...(isAbove ? [limit] : []), ...unmet], cell, isStatic);
}

/** The same for the systems on which the base started. */
export function fixOfLoss(head: ExaminedCell, base: ExaminedCell): string | null {
  if (base.linkage?.libc !== "glibc") return null;
  return adviceFor(
    lostSystems(head, base).flatMap((id) => glibcOf(id, head) ?? []),
    head,
    false,
  );
}

function adviceFor(limits: readonly string[], cell: ExaminedCell, isStatic: boolean): string | null {
  const { linkage, floors = [], platform, cgo } = cell;
  const [first, ...others] = limits;
  if (first === undefined || linkage?.libc !== "glibc" || linkage.minGlibc === null) return null;
  const oldest = others.reduce((least, each) => (isHigher(least, each) ? each : least), first);
  if (!isHigher(linkage.minGlibc, oldest)) return null;
  const isCxx = floors.some(({ library }) => library.startsWith("libstdc++"));
  const needsCgo = cgo.some(({ package: path }) => !isStandard(path));
  return lowerGlibc(oldest, { processor: platform.split("/")[1] ?? "", usesCxx: isCxx, needsCgo }, isStatic);
}

function glibcOf(id: string, { platform }: ExaminedCell): string | null {
  const processor = systemOf(id).processors.find((each) => each.processor === platform.split("/")[1]);
  return processor?.versions.GLIBC ?? null;
}

/** The standard library builds without cgo; of other packages nobody knows it here. */
function isStandard(path: string): boolean {
  return !(path.split("/")[0] ?? "").includes(".") && path !== "main";
}
