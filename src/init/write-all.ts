import { dirname } from "node:path";
import { ConfigError, MachineFault, toError } from "../errors.ts";
import { describeMachineTrouble } from "../ports/trouble.ts";
import type { Files } from "../ports/types.ts";

/** A file that is to be written: `path` is absolute, `shown` is for people. */
export type Draft = { readonly path: string; readonly shown: string; readonly text: string };

type DiskFiles = Pick<Files, "kindOf" | "realPath" | "readText" | "writeText" | "move" | "remove">;

/** What stands at a path before anything is written. `target`: where a link leads. */
type Place = Draft & { readonly target: string; readonly before: string | undefined };

/** Throws ConfigError for a path at which something stands; with `force`, for what is not a file. */
export async function refuseExisting(
  { path, shown }: Omit<Draft, "text">,
  force: boolean,
  files: Pick<Files, "kindOf" | "realPath">,
): Promise<void> {
  if ((await files.realPath(path)) === undefined) return;
  if (!force) throw new ConfigError(`${shown} already exists; use --force to overwrite it`);
  if ((await files.kindOf(path)) !== "file") throw new ConfigError(`${shown} is not a file; remove it first`);
}

/**
 * Writes all files or none: each is written beside its place, and only when all are there they are moved. Folders that it made go with
 * them. Throws ConfigError for what exists, and MachineFault for what cannot be written.
 */
export async function writeAll(drafts: readonly Draft[], force: boolean, files: DiskFiles): Promise<void> {
  const places: Place[] = [];
  for (const draft of drafts) {
    await refuseExisting(draft, force, files);
    const target = (await files.realPath(draft.path)) ?? draft.path;
    places.push({ ...draft, target, before: await files.readText(target) });
  }
  const made = new Set<string>();
  const moved: Place[] = [];
  for (const { target } of places) {
    const folder = await firstMissing(dirname(target), files);
    if (folder !== null) made.add(folder);
  }
  let current = places[0];
  try {
    for (const place of places) {
      current = place;
      await files.writeText(asideOf(place), place.text);
    }
    for (const place of places) {
      current = place;
      await files.move(asideOf(place), place.target);
      moved.push(place);
    }
  } catch (thrown) {
    await undo(places, { moved, made }, files);
    const error = toError(thrown);
    const why = describeMachineTrouble(error);
    if (why === null) throw thrown;
    const what = `${current?.shown ?? "a file"} cannot be written, so nothing was`;
    throw new MachineFault(`${what}: ${why.replace(asideEnding, "")}`, { cause: thrown });
  }
}

const asideEnding = ".go-linkage-new";

function asideOf({ target }: Place): string {
  return `${target}${asideEnding}`;
}

/** The highest folder of a path that is not there; null if all are. */
async function firstMissing(path: string, files: Pick<Files, "kindOf">): Promise<string | null> {
  let missing: string | null = null;
  for (let folder = path; (await files.kindOf(folder)) === undefined; folder = dirname(folder)) {
    missing = folder;
    if (dirname(folder) === folder) break;
  }
  return missing;
}

type Done = { readonly moved: readonly Place[]; readonly made: ReadonlySet<string> };

/** As it was before. What cannot be undone is left: the reason why the writing failed is the one to show. */
async function undo(places: readonly Place[], { moved, made }: Done, files: DiskFiles): Promise<void> {
  const steps = [
    ...places.map((place) => () => files.remove(asideOf(place))),
    ...moved.map((place) => () => restore(place, files)),
    ...[...made].map((folder) => () => files.remove(folder)),
  ];
  for (const step of steps) await step().catch(() => undefined);
}

function restore({ target, before }: Place, files: DiskFiles): Promise<void> {
  return before === undefined ? files.remove(target) : files.writeText(target, before);
}
