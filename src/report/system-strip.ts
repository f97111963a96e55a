import type { System } from "../model/system.ts";
import type { Cell } from "../model/report.ts";
import { listed } from "../text/english.ts";
import { systemName } from "../systems/system-names.ts";
import { systemTable } from "../systems/table.ts";

/** So few systems on which it does not start, or may not, are named instead of all on which it does: one of so many at most. */
const systemsForException = 10;

type Rows = Pick<Cell, "runsOn">;

/** The families that a strip names, in this order: newest and oldest at a glance. */
const families = ["Debian", "Ubuntu", "RHEL", "Amazon Linux", "Alpine"];

/** `Debian 12+, Ubuntu 22.04+, RHEL 9+, not Alpine`; null for a program of which no system is known. */
export function systemStrip({ runsOn }: Rows): string | null {
  if (runsOn.length === 0) return null;
  const rows = new Map(runsOn.map(({ system, outcome }) => [system, outcome]));
  const known = systemTable().systems.filter(({ id, kind }) => rows.has(id) && kind !== "rolling");
  const starts = ({ id }: System): boolean => rows.get(id) === "runs" || rows.get(id) === "needs-package";
  const others = systemTable().systems.filter(({ id }) => rows.has(id) && rows.get(id) !== "runs");
  if (others.length * systemsForException <= runsOn.length && others.length <= 2) {
    const except = others.length === 0 ? "" : ` but ${listed(others.map(systemName))}`;
    return `all ${runsOn.length} systems of the table${except}`;
  }
  const groups = families.map((family) => ({ family, systems: known.filter((system) => system.family === family) }));
  const present = groups.filter(({ systems }) => systems.length > 0);
  if (present.every(({ systems }) => systems.every(({ id }) => rows.get(id) === "unknown"))) return "not known";
  const parts = present.map(({ family, systems }) => {
    const broken = systems.findLastIndex((system) => !starts(system));
    const oldest = systems[broken + 1];
    if (oldest !== undefined) return `${systemName(oldest)}+`;
    const isOpen = systems.some(({ id }) => rows.get(id) === "unknown");
    return isOpen ? `${family} not known` : `not ${family}`;
  });
  const packages = [...new Set(runsOn.flatMap((row) => row.packages))];
  const more = packages.length === 0 ? "" : ` (some need ${packages.join(", ")} installed)`;
  return `${parts.join(", ")}${more}`;
}

/** The exact list: each outcome with its systems, what does not start first. */
export function systemLines({ runsOn }: Rows): readonly string[] {
  const names = new Map(systemTable().systems.map((system) => [system.id, systemName(system)]));
  const order = ["does-not-start", "unknown", "needs-package", "runs"] as const;
  const words = {
    "does-not-start": "does not start on",
    unknown: "is not known to start on",
    "needs-package": "needs a package on",
    runs: "starts on",
  };
  return order.flatMap((outcome) => {
    const own = runsOn.filter((row) => row.outcome === outcome).map(({ system }) => names.get(system) ?? system);
    return own.length === 0 ? [] : [`${words[outcome]} ${own.join(", ")}`];
  });
}
