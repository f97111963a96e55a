import type { PlannedCell } from "../model/plan.ts";

/**
 * Which compiled packages a build needs, as numbers: two cells have a number in common where the go command would compile the
 * same package from the same files with the same flags, that is, where its build cache would serve both. What the cache key
 * is made of: (*Builder).buildActionID in cmd/go/internal/work/exec.go, go1.26.
 */
export class CompileUnits {
  readonly #numbers = new Map<string, number>();

  /** The units of a cell. Main packages are left out: the linker flags are part of them, so no two cells share one. */
  of(cell: PlannedCell): ReadonlySet<number> {
    const family = this.#number([
      cell.platform.env,
      cell.flags.filter(({ name }) => name !== "-tags" && name !== "-ldflags"),
      cell.graph.get(cell.package)?.defaultPGOFile ?? null,
    ]);
    const byPath = new Map<string, number>();
    // go list names dependencies before their importers.
    for (const found of cell.graph.values()) {
      const unit = this.#number([
        family,
        found.importPath,
        found.goFiles,
        found.cgoFiles,
        found.otherFiles,
        found.cgoFiles.length > 0 ? [cell.env.CC ?? null, cell.env.CXX ?? null] : null,
        found.imports.map((path) => byPath.get(path) ?? 0),
      ]);
      byPath.set(found.importPath, unit);
      if (found.name === "main") byPath.delete(found.importPath);
    }
    return new Set(byPath.values());
  }

  #number(value: unknown): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, known);
    return known;
  }
}

export type Task<T> = { readonly units: ReadonlySet<number>; readonly run: () => Promise<T> };

/**
 * Runs tasks in their order, at most `slots` at once, and two side by side only when every unit that both need has been
 * compiled already. So no package is compiled twice at the same time, yet links and what differs overlap.
 * The results are in the order of the tasks. Rejects with the first rejection, after the tasks that were running have ended.
 */
export async function runScheduled<T>(tasks: readonly Task<T>[], slots: number): Promise<T[]> {
  const compiled = new Set<number>();
  const waiting = new Set(tasks.keys());
  const running = new Map<number, Promise<number>>();
  const results: T[] = [];
  const failures: unknown[] = [];

  const clashes = (a: Task<T>, b: Task<T>): boolean =>
    [...a.units].some((unit) => b.units.has(unit) && !compiled.has(unit));
  const start = (index: number, task: Task<T>): void => {
    waiting.delete(index);
    const work = async (): Promise<number> => {
      try {
        results[index] = await task.run();
      } catch (thrown) {
        failures.push(thrown);
      }
      return index;
    };
    running.set(index, work());
  };

  while (waiting.size > 0 || running.size > 0) {
    for (const index of failures.length > 0 ? [] : waiting) {
      const task = tasks[index];
      if (task === undefined || running.size >= slots) continue;
      const free = [...running.keys()].every((other) => {
        const running = tasks[other];
        return running === undefined || !clashes(task, running);
      });
      if (free) start(index, task);
    }
    if (running.size === 0) break;
    const ended = await Promise.race(running.values());
    running.delete(ended);
    for (const unit of tasks[ended]?.units ?? []) compiled.add(unit);
  }
  if (failures.length > 0) throw failures[0];
  return results;
}
