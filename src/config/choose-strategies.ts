import { ConfigError } from "../errors.ts";
import { didYouMean } from "../text/nearest.ts";
import { allStrategies, defaultStrategyNames } from "../go/strategies.ts";
import type { Strategy } from "../model/strategy.ts";

/** Strategies as the inputs name them; `all` stands for every one. No name: the default ones. */
type StrategyNames = { readonly strategies: readonly string[]; readonly ship: string };

/**
 * The strategies of a request, with the one that ships, in the order of the report. `own` are those of the config file.
 * Throws ConfigError for a name that neither it nor this program knows.
 */
export function chooseStrategies(
  { strategies, ship }: StrategyNames,
  userStrategies: readonly Strategy[],
): readonly Strategy[] {
  const known = allStrategies(userStrategies);
  const names = known.map(({ name }) => name);
  const wanted = strategies.includes("all") ? names : strategies;
  const unknown = strategies.find((name) => name !== "all" && !names.includes(name));
  if (unknown !== undefined) {
    const guess = didYouMean(unknown, [...names, "all"]);
    throw new ConfigError(`strategies: "${unknown}" is not one of: ${names.join(", ")}, or all${guess}`);
  }
  const unknownShip = whyUnknown(ship, userStrategies);
  if (unknownShip !== null) throw new ConfigError(unknownShip);
  const selected = wanted.length === 0 ? defaultStrategyNames : wanted;
  return known.filter(({ name }) => selected.includes(name) || name === plainShip(ship));
}

/** The strategy that ships where `auto` finds no release build. */
export function plainShip(ship: string): string {
  return ship === "auto" ? "default" : ship;
}

/** Why a strategy of this name cannot ship; null when it can. */
export function whyUnknown(ship: string, userStrategies: readonly Strategy[]): string | null {
  const names = ["auto", ...allStrategies(userStrategies).map(({ name }) => name)];
  return names.includes(ship) ? null : `ship: "${ship}" is not one of: ${names.join(", ")}${didYouMean(ship, names)}`;
}
