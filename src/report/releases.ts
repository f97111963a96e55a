import { relative } from "node:path";
import { describeSetting, linkingSettings } from "../release/linking-settings.ts";
import { groupBy, unique } from "../text/group-by.ts";
import type { ExplainedCell } from "../model/cell.ts";
import type { Policy } from "../model/policy.ts";
import type { Release } from "../model/report.ts";

/** Every build that ships and where that is said: a row for each program and entry, in the order of the cells. */
export function releasesOf(cells: readonly ExplainedCell[], policy: Policy): readonly Release[] {
  const shipped = cells.filter(({ role, planned }) => role === "ships" && planned !== null);
  return groupBy(shipped, (cell) => `${cell.package}\n${cell.strategy ?? ""}`).map((group) => {
    const [first] = group;
    const origin = first.planned?.release ?? null;
    const settings = group.flatMap(({ planned }) => planned?.release?.settings ?? []);
    return {
      ...(origin === null
        ? askedFor(policy)
        : { source: origin.source, file: origin.file, line: origin.line, id: origin.id }),
      package: first.package,
      platforms: unique(group.map(({ platform }) => platform)),
      strategy: first.strategy ?? "",
      settings: unique(settings.flatMap(linkingSettings).map(describeSetting)),
      image: origin?.images[0]?.base ?? null,
    };
  });
}

function askedFor({ source, file }: Policy): Pick<Release, "source" | "file" | "line" | "id"> {
  if (source?.given.ship !== undefined) return { source: "input", file: null, line: null, id: null };
  const line = source?.lines.ship;
  if (line === undefined || file === null) return { source: "none", file: null, line: null, id: null };
  return { source: "config", file: relative(".", file.path).replaceAll("\\", "/"), line, id: null };
}
