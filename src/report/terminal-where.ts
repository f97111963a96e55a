import { groupBy } from "../text/group-by.ts";
import { listed } from "../text/english.ts";
import type { Page } from "./terminal-page.ts";
import { rowName } from "./words.ts";
import type { Cell } from "../model/report.ts";

type Place = Pick<Cell, "package" | "platform">;

/** `gui and api on linux/amd64 and linux/arm64`: every program with just the platforms that are meant. */
export function targetsIn(places: readonly Place[], page: Page): string {
  const programs = groupBy(places, (place) => place.package).map((group) => ({
    name: page.nameOf(group[0].package),
    platforms: listed([...new Set(group.map(({ platform }) => platform))]),
  }));
  return phrases(
    groupBy(programs, ({ platforms }) => platforms).map(
      (alike) => `${listed(alike.map(({ name }) => name))} on ${alike[0].platforms}`,
    ),
  );
}

/** Which builds: strategies alone where there is one target, else `default: gui on linux/amd64`; files by their names. */
export function buildsIn(cells: readonly Cell[], isOneTarget: boolean, page: Page): string {
  if (isOneTarget || cells.every(({ strategy }) => strategy === null)) {
    const names = [...new Set(cells.map(rowName))];
    return names.length > 8 ? `${names.slice(0, 7).join(", ")} and ${names.length - 7} more` : names.join(", ");
  }
  const strategies = groupBy(cells, rowName).map((group) => ({
    name: rowName(group[0]),
    targets: targetsIn(group, page),
  }));
  return phrases(
    groupBy(strategies, ({ targets }) => targets).map(
      (alike) => `${listed(alike.map(({ name }) => name))}: ${alike[0].targets}`,
    ),
  );
}

function phrases(all: readonly string[]): string {
  const shown = all.length > 3 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  return shown.join("; ");
}
