import type { SettingChange } from "../model/setting-change.ts";
import type { Strategy } from "../model/strategy.ts";

/** What of a strategy has another value than the same strategy of the base, without places. A variable has a name of its own. */
export function compareStrategies(
  base: Strategy,
  head: Strategy,
): readonly Pick<SettingChange, "name" | "before" | "after">[] {
  const [before, after] = [textsOf(base), textsOf(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((name) => {
      return {
        name: `strategies.${head.name}.${name}`,
        before: before.get(name) ?? null,
        after: after.get(name) ?? null,
      };
    })
    .filter((change) => change.before !== change.after);
}

/** By the keys of the config file, in the order in which they are likely to be to blame. Not given: not there. */
function textsOf({ tags, linkmode, extldflags, ldflags, buildmode, env }: Strategy): ReadonlyMap<string, string> {
  const texts: readonly (readonly [string, string | null])[] = [
    ["tags", tags.join(",")],
    ["linkmode", linkmode],
    ["extldflags", extldflags],
    ["ldflags", ldflags.join(" ")],
    ["buildmode", buildmode],
    ...Object.entries(env).map(([name, value]) => [`env.${name}`, value] as const),
  ];
  return new Map(texts.flatMap(([name, text]) => (text === null || text === "" ? [] : [[name, text] as const])));
}
