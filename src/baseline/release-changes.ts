import { defaultOf } from "../systems/processor-level.ts";
import { startSettings } from "../release/linking-settings.ts";
import type { ReleaseOrigin, ReleaseSetting } from "../model/release.ts";
import type { SettingChange } from "../model/setting-change.ts";

/**
 * What the release configurations of base and head say otherwise of one build, with the line of the head. `shownPath`: from the root of
 * the repository to a path that is relative to the working directory.
 */
export function releaseChanges(
  base: ReleaseOrigin | null,
  head: ReleaseOrigin | null,
  shownPath: (file: string) => string,
): readonly SettingChange[] {
  const [before, after] = [valuesOf(base), valuesOf(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    // goreleaser sets GOAMD64=v1, which is what Go takes without it.
    const usual = defaultOf(name) ?? undefined;
    if ((old?.value ?? usual) === (now?.value ?? usual)) return [];
    const place = now ?? head ?? base;
    return [
      {
        name,
        before: old?.value ?? null,
        after: now?.value ?? null,
        file: place === null ? null : shownPath(place.file),
        line: now?.line ?? null,
      },
    ];
  });
}

/** Variables by their names, flags by those that the judge knows for strategies. */
function valuesOf(origin: ReleaseOrigin | null): ReadonlyMap<string, ReleaseSetting> {
  const settings = origin?.settings ?? null;
  const found = settings === null ? [] : startSettings(settings);
  return new Map(found.map((each) => [/^[A-Z]/.test(each.name) ? each.name : `strategies.release.${each.name}`, each]));
}
