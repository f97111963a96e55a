import { ConfigError } from "../errors.ts";
import type { System } from "../model/system.ts";
import { nearest } from "../text/nearest.ts";
import { systemTable } from "./table.ts";

/**
 * A name as somebody writes it → the ids of the systems that it means, in the order of the table: an id, another spelling
 * (`debian-12`, `alpine`), or `supported`. Throws ConfigError for a name that the table does not have.
 */
export function resolveSystem(name: string): readonly string[] {
  const { systems, date } = systemTable();
  const word = spelling(name);
  if (word === "supported") return systems.filter((system) => isSupported(system, date)).map(({ id }) => id);
  const found = findSystem(name);
  if (found !== null) return [found.id];
  const near = nearestSystem(word, systems);
  const hint = near === undefined ? "go-linkage systems lists those that are known" : `did you mean ${near}?`;
  throw new ConfigError(`unknown system "${name}"; ${hint}`);
}

/** Several names, each id once and in the order of the table. Throws ConfigError. */
export function resolveSystems(names: readonly string[]): readonly string[] {
  const ids = new Set(names.flatMap(resolveSystem));
  return systemTable()
    .systems.map(({ id }) => id)
    .filter((id) => ids.has(id));
}

/** The system that a name means; null for one that the table does not have, or that means several. */
export function findSystem(name: string): System | null {
  const word = spelling(name);
  return (
    systemTable().systems.find(({ id, aliases }) => [id, ...aliases].some((each) => spelling(each) === word)) ?? null
  );
}

/** `Debian:12` and `debian-12` are one name. */
function spelling(name: string): string {
  return name.toLowerCase().replaceAll(/[\s:]+/g, "-");
}

function nearestSystem(word: string, systems: readonly System[]): string | undefined {
  const names = systems.flatMap(({ id, aliases }) => [id, ...aliases]);
  // A release that the table does not have: the nearest of its own family, and not one that is spelled much like it.
  const family = /^[a-z_]+/.exec(word)?.[0] ?? "";
  const ofFamily = names.filter((name) => family.length > 2 && name.startsWith(family));
  return nearest(word, ofFamily.length > 0 ? ofFamily : names) ?? ofFamily.at(-1);
}

/**
 * A general-purpose system in standard or free long-term support on the table's date. Rolling releases are left out: they are newer
 * than all of these. A system whose end is not known does not count.
 */
export function isSupported({ kind, end }: System, date: string): boolean {
  return kind === "general" && end !== null && (end === "none" || end >= date);
}

/** The system with this id. Throws for one that resolveSystem has not named. */
export function systemOf(id: string): System {
  const found = systemTable().systems.find((system) => system.id === id);
  if (found === undefined) throw new Error(`no system ${id}`);
  return found;
}

/** `Debian 11`, `distroless base (Debian 12)`, `scratch` */
export function systemName({ family, release, kind }: System): string {
  if (release === "") return family;
  return kind === "image" && /\s/.test(release) ? `${family} (${release})` : `${family} ${release}`;
}

/**
 * Which of these systems had no standard or free long-term support any more on the table's date: `Debian 10 ended on 2024-06-30`. null:
 * none. The clock decides nothing: what is true of a table stays true.
 */
export function describeEnded(ids: readonly string[]): string | null {
  const { date } = systemTable();
  const ended = ids.map(systemOf).filter(({ end }) => end !== null && end !== "none" && end < date);
  return ended.length === 0 ? null : ended.map((each) => `${systemName(each)} ended on ${each.end ?? ""}`).join(", ");
}
