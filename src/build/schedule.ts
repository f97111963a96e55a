import pLimit from "p-limit";
import type { PlannedCell } from "../model/plan.ts";

/**
 * What most compiled packages of a build depend on: cells of one family have nearly all of them in common, and the go command's build
 * cache serves the others once the first has filled it (buildActionID in cmd/go/internal/work/exec.go, go1.26). What tags and cgo
 * change differs between strategies anyway.
 */
export function familyOf({ platform, flags }: PlannedCell): string {
  return JSON.stringify([platform.env, flags.filter(({ name }) => name !== "-tags" && name !== "-ldflags")]);
}

export type Task<T> = { readonly family: string; readonly run: () => Promise<T> };

/**
 * Runs tasks, at most `slots` at once, and the first of each family before the others of it, so that no package is compiled twice at
 * the same time. The results are in the order of the tasks. Rejects with the first rejection, after the tasks that were running have
 * ended; no other is started then.
 */
export async function runScheduled<T>(tasks: readonly Task<T>[], slots: number): Promise<T[]> {
  const limit = pLimit(slots);
  const failures: unknown[] = [];
  const firsts = new Map<string, Promise<unknown>>();
  const run = async (task: Task<T>): Promise<T[]> => {
    if (failures.length > 0) return [];
    try {
      return [await task.run()];
    } catch (thrown) {
      failures.push(thrown);
      return [];
    }
  };
  const results = tasks.map((task) => {
    const first = firsts.get(task.family);
    const result = first === undefined ? limit(run, task) : first.then(() => limit(run, task));
    if (first === undefined) firsts.set(task.family, result);
    return result;
  });
  const done = await Promise.all(results);
  if (failures.length > 0) throw failures[0];
  return done.flat();
}
