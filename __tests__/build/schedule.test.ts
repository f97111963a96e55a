import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { familyOf, runScheduled, type Task } from "../../src/build/schedule.ts";
import { strategies } from "../../src/go/strategies.ts";
import { makePlanned } from "../support/planned.ts";

/** Tasks whose end the test decides, and what happened to them. */
function controlled(families: readonly string[]): {
  readonly tasks: readonly Task<number>[];
  readonly started: number[];
  readonly end: (index: number) => Promise<void>;
  readonly fail: (index: number, error: Error) => Promise<void>;
} {
  const started: number[] = [];
  const ends = families.map((_, index) => {
    let settle = { resolve: (): void => undefined, reject: (_error: Error): void => undefined };
    const promise = new Promise<number>((resolve, reject) => {
      settle = {
        resolve: () => {
          resolve(index);
        },
        reject,
      };
    });
    return { promise, ...settle };
  });
  const tasks = families.map((family, index) => ({
    family,
    run: () => {
      started.push(index);
      return ends[index]?.promise ?? Promise.reject(new Error("no such task"));
    },
  }));
  return {
    tasks,
    started,
    end: (index) => {
      ends[index]?.resolve();
      return settled();
    },
    fail: (index, error) => {
      ends[index]?.reject(error);
      return settled();
    },
  };
}

/** Long enough for every promise that can go on to have gone on. */
const settled = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 5);
  });

describe("runScheduled", () => {
  it("keeps its promises for every set of tasks, whatever the order in which they end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (families, slots, s) => {
          let running = 0;
          const begun = new Set<string>();
          const filled = new Set<string>();
          const runs: number[] = [];
          const tasks = families.map((family, index) => ({
            family,
            run: async () => {
              expect(begun.has(family)).toBe(filled.has(family));
              begun.add(family);
              running += 1;
              runs.push(index);
              expect(running).toBeLessThanOrEqual(slots);
              await s.schedule(Promise.resolve(), `task ${index}`);
              running -= 1;
              filled.add(family);
              return `result ${index}`;
            },
          }));
          expect(await s.waitFor(runScheduled(tasks, slots))).toEqual(families.map((_, index) => `result ${index}`));
          expect(runs.toSorted((a, b) => a - b)).toEqual([...families.keys()]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    { name: "one of each family, as many as there are slots", families: ["a", "b", "c"], slots: 2, want: [0, 1] },
    { name: "one of each family, and there is room for all", families: ["a", "b", "c"], slots: 9, want: [0, 1, 2] },
    { name: "the first of a family alone", families: ["a", "a"], slots: 2, want: [0] },
    { name: "that of another family before one that waits", families: ["a", "a", "b"], slots: 2, want: [0, 2] },
  ])("starts $name", async ({ families, slots, want }) => {
    const { tasks, started, end } = controlled(families);
    const all = runScheduled(tasks, slots);
    await settled();
    expect(started).toEqual(want);
    for (const index of families.keys()) await end(index);
    expect(await all).toEqual([...families.keys()]);
  });

  it("runs the others of a family side by side once the first has ended", async () => {
    const { tasks, started, end } = controlled(["a", "a", "a", "b"]);
    const all = runScheduled(tasks, 9);
    await settled();
    expect(started).toEqual([0, 3]);
    await end(0);
    expect(started).toEqual([0, 3, 1, 2]);
    for (const index of [1, 2, 3]) await end(index);
    expect(await all).toEqual([0, 1, 2, 3]);
  });

  it("nothing to do", async () => {
    expect(await runScheduled([], 2)).toEqual([]);
  });

  it("a rejection waits for what is running, starts nothing new, and is thrown", async () => {
    const { tasks, started, end, fail } = controlled(["a", "b", "c", "d"]);
    let outcome = "pending";
    const all = runScheduled(tasks, 3).then(
      () => (outcome = "resolved"),
      (thrown: unknown) => (outcome = thrown instanceof Error ? thrown.message : "no Error"),
    );
    await settled();
    expect(started).toEqual([0, 1, 2]);
    await fail(1, new Error("first"));
    expect(outcome).toBe("pending");
    await fail(0, new Error("second"));
    expect(outcome).toBe("pending");
    await end(2);
    await all;
    expect(outcome).toBe("first");
    expect(started).toEqual([0, 1, 2]);
  });

  it("a run that throws at once is a rejection too", async () => {
    const started: number[] = [];
    const task = (index: number): Task<number> => ({
      family: "a",
      run: () => {
        started.push(index);
        throw new Error(`thrown by ${index}`);
      },
    });
    await expect(runScheduled([task(0), task(1)], 2)).rejects.toThrow("thrown by 0");
    expect(started).toEqual([0]);
  });
});

describe("familyOf", () => {
  const family = (...given: Parameters<typeof makePlanned>): string => familyOf(makePlanned(...given));

  it("is one for all strategies of a platform, and another for other flags and platforms", () => {
    const alike = strategies
      .filter(({ buildmode }) => buildmode === null)
      .map(({ name }) => family({ strategy: name }));
    expect(new Set(alike)).toEqual(new Set([family({ flags: ["-tags=x", "-ldflags=-s"] })]));
    expect(alike).not.toContain(family({ strategy: "static-pie" }));
    expect(alike).not.toContain(family({ flags: ["-trimpath"] }));
    expect(alike).not.toContain(family({ on: "linux/arm64" }));
  });
});
