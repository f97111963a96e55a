import { join } from "node:path";
import { MachineFault } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { type Changes, findHunks } from "./changes.ts";
import { pathIn, type Repository } from "./repository.ts";
import type { BaseCell, Hunk } from "../model/baseline.ts";
import type { ExaminedCell } from "../model/cell.ts";
import type { SettingChange } from "../model/setting-change.ts";

type Compared = {
  readonly sha: string;
  readonly repository: Repository;
  readonly changes: Changes | undefined;
  /** Of the head. */
  readonly open: readonly ExaminedCell[];
  readonly compared: readonly BaseCell[];
  /** What the change sets in another way, and the files in which it does. */
  readonly settings: readonly SettingChange[];
};

/** What the change brought to the files that may be to blame, and to go.mod: path relative to the working directory -> its pieces. */
export async function hunksFor(
  { sha, repository, changes, open, compared, settings }: Compared,
  ports: Pick<Ports, "ask" | "work" | "env">,
): Promise<ReadonlyMap<string, readonly Hunk[]>> {
  if (compared.length === 0) return new Map();
  const cells = [...open, ...compared.map(({ cell }) => cell)];
  const files = cells.flatMap(({ cgo, findings }) => [...cgo, ...findings].flatMap(({ file }) => file ?? []));
  const all = [...settings, ...compared.flatMap(({ settings: own }) => own ?? [])];
  const settingFiles = all.flatMap(({ file }) => file ?? []);
  const wanted = [...new Set(["go.mod", ...settingFiles, ...files])].slice(0, 50);
  const found = wanted.map(async (file) => {
    const name = pathIn(repository, join(repository.root, repository.prefix, file));
    const hunks = name === undefined ? [] : await findHunks(name, { base: sha, changes, repository }, ports);
    return [file, hunks] as const;
  });
  try {
    return new Map(await Promise.all(found));
  } catch (thrown) {
    // They only say where a cause stands. When git is ended, or the time is over, what was compared is known all the same.
    if (thrown instanceof MachineFault) return new Map();
    throw thrown;
  }
}
