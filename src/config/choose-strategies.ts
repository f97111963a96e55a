import { allStrategies, defaultStrategyNames } from "../go/strategies.ts";
import { ConfigError } from "../errors.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

/** The strategies of a request, with the one that ships. Throws ConfigError. */
export function chooseStrategies(request: CheckRequest): readonly Strategy[] {
  const known = allStrategies(request.policy.strategies);
  const names = known.map(({ name }) => name);
  const check = (input: string, name: string): void => {
    if (names.includes(name)) return;
    const all = input === "strategies" ? ", or all" : "";
    throw new ConfigError(`${input}: "${name}" is not one of: ${names.join(", ")}${all}`);
  };
  const wanted = request.strategies.includes("all") ? names : request.strategies;
  for (const name of wanted) check("strategies", name);
  check("ship", request.ship);
  const selected = wanted.length === 0 ? defaultStrategyNames : wanted;
  return known.filter(({ name }) => selected.includes(name) || name === request.ship);
}
