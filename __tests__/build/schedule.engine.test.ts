import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CompileUnits, runScheduled, type Task } from "../../src/build/schedule.ts";
import { mergeFlags, parseGoFlags, renderFlags } from "../../src/go/go-flags.ts";
import { goListFields, parseGoList } from "../../src/go/package-graph.ts";
import { parsePlatform } from "../../src/go/platform.ts";
import { strategies } from "../../src/go/strategies.ts";
import { root } from "../support/cli.ts";
import { describeWith } from "../support/tools.ts";
import type { GoPackage, PackageGraph } from "../../src/model/packages.ts";
import { reachable } from "../../src/model/packages.ts";
import type { PlannedCell } from "../../src/model/plan.ts";

/** Tasks whose end the test decides, and what happened to them. */
function controlled(unitsOf: readonly (readonly number[])[]): {
  readonly tasks: readonly Task<number>[];
  readonly started: number[];
  readonly end: (index: number) => Promise<void>;
  readonly fail: (index: number, error: Error) => Promise<void>;
} {
  const started: number[] = [];
  const ends = unitsOf.map((_, index) => {
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
  const tasks = unitsOf.map((units, index) => ({
    units: new Set(units),
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
    const task = fc.uniqueArray(fc.nat(5), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(task, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (all, slots, s) => {
          const running = new Set<number>();
          const compiled = new Set<number>();
          const runs: number[] = [];
          const tasks = all.map((units, index) => ({
            units: new Set(units),
            run: async () => {
              for (const other of running) {
                expect(units.filter((unit) => all[other]?.includes(unit) === true && !compiled.has(unit))).toEqual([]);
              }
              running.add(index);
              runs.push(index);
              expect(running.size).toBeLessThanOrEqual(slots);
              await s.schedule(Promise.resolve(), `task ${index}`);
              running.delete(index);
              for (const unit of units) compiled.add(unit);
              return `result ${index}`;
            },
          }));
          expect(await s.waitFor(runScheduled(tasks, slots))).toEqual(all.map((_, index) => `result ${index}`));
          expect(runs.toSorted((a, b) => a - b)).toEqual([...all.keys()]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    { name: "nothing in common: as many as there are slots", units: [[1], [2], [3]], slots: 2, want: [0, 1] },
    { name: "nothing in common and room for all", units: [[1], [2], [3]], slots: 9, want: [0, 1, 2] },
    { name: "no units at all", units: [[], [], []], slots: 3, want: [0, 1, 2] },
    {
      name: "a common unit: one after the other",
      units: [
        [1, 2],
        [2, 3],
      ],
      slots: 2,
      want: [0],
    },
    { name: "one that has nothing in common overtakes one that waits", units: [[1], [1], [2]], slots: 2, want: [0, 2] },
  ])("starts $name", async ({ units, slots, want }) => {
    const { tasks, started, end } = controlled(units);
    const all = runScheduled(tasks, slots);
    await settled();
    expect(started).toEqual(want);
    for (const index of units.keys()) await end(index);
    expect(await all).toEqual([...units.keys()]);
  });

  it("lets tasks overlap once what they share is compiled", async () => {
    const { tasks, started, end } = controlled([
      [1, 2],
      [1, 2],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    const all = runScheduled(tasks, 9);
    await settled();
    expect(started).toEqual([0, 4]);
    await end(0);
    expect(started).toEqual([0, 4, 1, 2]);
    await end(4);
    expect(started).toEqual([0, 4, 1, 2, 3]);
    for (const index of [1, 2, 3]) await end(index);
    expect(await all).toEqual([0, 1, 2, 3, 4]);
  });

  it("nothing to do", async () => {
    expect(await runScheduled([], 2)).toEqual([]);
  });

  it("a rejection waits for what is running, starts nothing new, and is thrown", async () => {
    const { tasks, started, end, fail } = controlled([[1], [2], [3], [4]]);
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
      units: new Set([1]),
      run: () => {
        started.push(index);
        throw new Error(`thrown by ${index}`);
      },
    });
    await expect(runScheduled([task(0), task(1)], 2)).rejects.toThrow("thrown by 0");
    expect(started).toEqual([0]);
  });
});

const noFlags = { CGO_CPPFLAGS: "", CGO_CFLAGS: "", CGO_CXXFLAGS: "", CGO_FFLAGS: "", CGO_LDFLAGS: "" };

type Listed = { readonly graph: PackageGraph; readonly cell: PlannedCell };

describeWith(["go", "gcc"], "CompileUnits of examples/resolver", () => {
  const main = "example.com/resolver";
  const dir = join(root, "examples/resolver");

  function go(args: readonly string[], env: Readonly<Record<string, string>>): string {
    return execFileSync("go", args, {
      cwd: dir,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, GOFLAGS: "", CC: "", ...env },
    });
  }

  function configure(
    strategyName: string,
    { on = "linux/amd64", flags = "", CC = "" } = {},
  ): Omit<PlannedCell, "graph" | "cgoGraph"> {
    const strategy = strategies.find(({ name }) => name === strategyName) ?? strategies[0];
    const platform = parsePlatform(on, [on.split("/", 2).join("/")]);
    const env = { ...platform.env, CGO_ENABLED: "1", ...strategy.env, ...(CC === "" ? {} : { CC }) };
    return {
      package: main,
      packageDir: dir,
      moduleDir: dir,
      platform,
      strategy,
      flags: mergeFlags(parseGoFlags(flags === "" ? [] : flags.split(" "), "flags"), [], strategy),
      callerFlags: [],
      buildmode: "default",
      env,
      shownEnv: {},
      cgoEnv: { CC: env.CC ?? "gcc", CGO_ENABLED: env.CGO_ENABLED, ...noFlags },
      isNative: on === "linux/amd64",
      skip: null,
    };
  }

  const fileFlags = (cell: Pick<PlannedCell, "flags">): string[] =>
    renderFlags(cell.flags.filter(({ name }) => name !== "-ldflags"));

  function cellOf(
    strategyName: string,
    options: { on?: string; flags?: string; CC?: string; pattern?: string } = {},
  ): Listed {
    const cell = configure(strategyName, options);
    const graph = parseGoList(
      go(["list", "-e", "-deps", `-json=${goListFields}`, ...fileFlags(cell), "--", options.pattern ?? "."], cell.env),
    );
    return { graph, cell: { ...cell, graph, cgoGraph: graph } };
  }

  /** The unit of each package: packages are added one by one, and each brings one. */
  function unitsByPath({ cell, graph }: Listed, units: CompileUnits): Map<string, number> {
    // The main package is there from the start: its profile is part of every unit.
    const part = new Map<string, GoPackage>([...graph].filter(([path]) => path === main));
    const seen = new Set<number>();
    const byPath = new Map<string, number>();
    for (const [path, found] of graph) {
      part.set(path, found);
      const added = [...units.of({ ...cell, graph: part })].filter((unit) => !seen.has(unit));
      for (const unit of added) {
        seen.add(unit);
        byPath.set(path, unit);
      }
    }
    return byPath;
  }

  /** The packages of `a` whose unit `b` has too. */
  function shared(a: Listed, b: Listed): string[] {
    const units = new CompileUnits();
    const other = units.of(b.cell);
    return [...unitsByPath(a, units)].filter(([, unit]) => other.has(unit)).map(([path]) => path);
  }

  const withoutMain = ({ graph }: Listed): string[] => [...graph.keys()].filter((path) => path !== main);

  let standard: Listed;
  let external: Listed;
  let cgoOff: Listed;
  let netgo: Listed;
  beforeAll(() => {
    standard = cellOf("default");
    external = cellOf("external");
    cgoOff = cellOf("cgo-disabled");
    netgo = cellOf("netgo");
  });

  it("one unit for each package, none for the main package", () => {
    const units = new CompileUnits();
    expect(units.of(standard.cell).size).toBe(standard.graph.size - 1);
    expect([...unitsByPath(standard, units).keys()]).toEqual(withoutMain(standard));
    expect(units.of(standard.cell)).toEqual(units.of(standard.cell));
  });

  it("default and external share everything: the linker's flags compile nothing", () => {
    expect(shared(standard, external)).toEqual(withoutMain(standard));
    expect(shared(external, standard)).toEqual(withoutMain(external));
  });

  it("cgo-disabled shares all but net and what imports it", () => {
    const apart = withoutMain(cgoOff).filter((path) => reachable(cgoOff.graph, path).has("net"));
    expect(apart).toEqual(["net"]);
    expect(shared(cgoOff, standard)).toEqual(withoutMain(cgoOff).filter((path) => !apart.includes(path)));
    expect(withoutMain(standard).filter((path) => !shared(standard, cgoOff).includes(path))).toEqual([
      "runtime/cgo",
      "net",
    ]);
  });

  it("cgo-disabled shares nothing that imports net, near or far, and everything else", () => {
    const off = cellOf("cgo-disabled", { pattern: "net/http" });
    const apart = withoutMain(off).filter((path) => reachable(off.graph, path).has("net"));
    expect(apart).toEqual(expect.arrayContaining(["net", "net/textproto", "crypto/x509", "crypto/tls", "net/http"]));
    expect(shared(off, cellOf("default", { pattern: "net/http" }))).toEqual(
      withoutMain(off).filter((path) => !apart.includes(path)),
    );
  });

  it.each([
    { name: "another platform", options: { on: "linux/arm64" } },
    { name: "another variant", options: { on: "linux/amd64/v3" } },
    { name: "-trimpath", options: { flags: "-trimpath" } },
    { name: "-race", options: { flags: "-race" } },
    { name: "-gcflags", options: { flags: "-gcflags=all=-N" } },
    { name: "-buildmode=pie", options: { flags: "-buildmode=pie" } },
  ])("$name shares nothing", ({ options }) => {
    const other = cellOf("default", options);
    expect(withoutMain(other).length).toBeGreaterThan(20);
    expect(shared(other, standard)).toEqual([]);
  });

  it("tags that choose no files share everything", () => {
    expect(shared(cellOf("default", { flags: "-tags=nonsense" }), standard)).toEqual(withoutMain(standard));
  });

  it("another C compiler compiles cgo packages and what imports them anew", () => {
    const musl = cellOf("external", { CC: "musl-gcc" });
    expect(withoutMain(musl).filter((path) => !shared(musl, external).includes(path))).toEqual(["runtime/cgo", "net"]);
  });

  it("another profile shares nothing", () => {
    const graph = new Map(standard.graph);
    const found = graph.get(main);
    if (found === undefined) throw new Error("no main package");
    graph.set(main, { ...found, defaultPGOFile: "/src/app/default.pgo" });
    expect(shared({ graph, cell: { ...standard.cell, graph } }, standard)).toEqual([]);
  });

  it("agrees with the action ids of the go command's build cache", () => {
    const actionIds = ({ cell }: Listed): Map<string, string> => {
      const text = go(
        ["list", "-deps", "-export", "-f", "{{.ImportPath}} {{.BuildID}}", ...fileFlags(cell), "."],
        cell.env,
      );
      return new Map(
        text
          .trim()
          .split("\n")
          .map((line) => line.split(" "))
          .map(([path = "", id = ""]) => [path, id.split("/")[0] ?? ""]),
      );
    };
    for (const [a, b] of [
      [standard, external],
      [standard, cgoOff],
      [standard, netgo],
      [netgo, cgoOff],
    ] as const) {
      const ids = actionIds(b);
      const same = [...actionIds(a)].filter(([path, id]) => path !== main && id !== "" && ids.get(path) === id);
      const hasId = withoutMain(a).filter((path) => path !== "unsafe");
      expect(same.length).toBeGreaterThan(20);
      expect(shared(a, b).filter((path) => hasId.includes(path))).toEqual(same.map(([path]) => path));
    }
  });
});
