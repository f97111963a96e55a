import { describe, expect, it } from "vitest";
import { ConfigError, MachineFault } from "../../src/errors.ts";
import { narrowToLeg, requireSameSources } from "../../src/legs/own-leg.ts";
import type { LegBuild } from "../../src/model/leg-plan.ts";
import { noReleases, type Plan, type PlannedCell } from "../../src/model/plan.ts";
import { makeLeg, makeLegPlan } from "../support/legs.ts";
import { makePlanned } from "../support/planned.ts";

const linux = { os: "linux", arch: "amd64" } as const;

function planOf(cells: readonly PlannedCell[]): Plan {
  return { cells, release: noReleases, whyEmpty: null, goflags: [], cc: null };
}

function legOf(platform: string, builds: readonly LegBuild[]): ReturnType<typeof makeLeg> {
  return { ...makeLeg("a", []), targets: [{ package: "example.com/app", platform, builds }] };
}

describe("narrowToLeg", () => {
  it("keeps the cells of the leg, in their order", () => {
    const cells = ["linux/amd64", "linux/arm64"].flatMap((on) => [
      makePlanned({ on, CGO_ENABLED: "0" }),
      makePlanned({ on, strategy: "cgo-disabled" }),
    ]);
    const builds = ["default", "cgo-disabled"].map((strategy) => ({ strategy, cgo: "0" }));
    const { planned, notes } = narrowToLeg(planOf(cells), legOf("linux/arm64", builds), linux);
    expect(planned.cells).toEqual(cells.slice(2));
    expect(notes).toEqual([]);
  });

  const faults: readonly {
    readonly name: string;
    readonly cells: readonly PlannedCell[];
    readonly builds: readonly LegBuild[];
    readonly kind: typeof ConfigError | typeof MachineFault;
    readonly says: string;
  }[] = [
    {
      name: "a program is missing",
      cells: [makePlanned({ on: "linux/arm64" })],
      builds: [{ strategy: "default", cgo: "1" }],
      kind: ConfigError,
      says: "example.com/app on linux/amd64 cannot be found in this checkout",
    },
    {
      name: "other strategies",
      cells: [makePlanned(), makePlanned({ strategy: "netgo" })],
      builds: [{ strategy: "default", cgo: "1" }],
      kind: ConfigError,
      says: "is to be built with default, and here it would be default and netgo",
    },
    {
      name: "the same strategies in another order",
      cells: [makePlanned({ strategy: "netgo" }), makePlanned()],
      builds: [
        { strategy: "default", cgo: "1" },
        { strategy: "netgo", cgo: "1" },
      ],
      kind: ConfigError,
      says: "make the plan again",
    },
    {
      name: "the machine is of the platform and has no C compiler",
      cells: [makePlanned({ CGO_ENABLED: "0" })],
      builds: [{ strategy: "default", cgo: "1" }],
      kind: MachineFault,
      says: "planned with CGO_ENABLED=1, and this machine has no C compiler for it",
    },
    {
      name: "the machine has cgo where the plan has not",
      cells: [makePlanned({ CGO_ENABLED: "1" })],
      builds: [{ strategy: "default", cgo: "0" }],
      kind: MachineFault,
      says: "planned with CGO_ENABLED=0, and this machine would turn it on",
    },
  ];

  it.each(faults)("refuses: $name", ({ cells, builds, kind, says }) => {
    const narrow = (): unknown => narrowToLeg(planOf(cells), legOf("linux/amd64", builds), linux);
    expect(narrow).toThrow(kind);
    expect(narrow).toThrow(says);
  });

  it("says once for each platform that a machine of another one had to do without cgo", () => {
    const on = "linux/arm64";
    const cells = [makePlanned({ on, CGO_ENABLED: "0" }), { ...makePlanned({ on, CGO_ENABLED: "0" }), package: "b" }];
    const leg = legOf(on, [{ strategy: "default", cgo: "1" }]);
    const [target] = leg.targets;
    const both = {
      ...leg,
      targets: leg.targets.flatMap(() => (target === undefined ? [] : [target, { ...target, package: "b" }])),
    };
    expect(narrowToLeg(planOf(cells), both, linux).notes).toEqual([
      "linux/arm64 is planned with cgo on a machine of its own; this linux/amd64 machine cross-compiled it without a C compiler",
    ]);
    expect(() => narrowToLeg(planOf(cells), both, { os: "linux", arch: "arm64" })).toThrow(MachineFault);
  });

  it("does not ask for cgo where a build is skipped", () => {
    const cell = makePlanned({ CGO_ENABLED: "0" });
    const leg = legOf("linux/amd64", [{ strategy: "default", cgo: null }]);
    expect(narrowToLeg(planOf([cell]), leg, linux).planned.cells).toEqual([cell]);
  });
});

describe("requireSameSources", () => {
  const [commit, config] = ["c".repeat(40), "d".repeat(64)];
  const rows = [
    { name: "the same", planned: { commit, config }, here: { commit, config }, says: null },
    { name: "no git on either side", planned: { commit: null, config }, here: { commit: null, config }, says: null },
    // The plan was made of a folder, and that is all that is known of it.
    { name: "git only here", planned: { commit: null, config }, here: { commit, config }, says: null },
    {
      name: "no git here",
      planned: { commit, config },
      here: { commit: null, config },
      says: "no commit is checked out",
    },
    {
      name: "another commit",
      planned: { commit, config },
      here: { commit: "e".repeat(40), config },
      says: "check out the same commit",
    },
    {
      name: "another config",
      planned: { commit, config },
      here: { commit, config: "f" },
      says: "the config file is not the one",
    },
    {
      name: "no config",
      planned: { commit, config },
      here: { commit, config: null },
      says: "the config file is not the one",
    },
    {
      name: "a new config",
      planned: { commit, config: null },
      here: { commit, config },
      says: "the config file is not the one",
    },
  ];

  it.each(rows)("$name", async ({ planned, here, says }) => {
    const plan = await makeLegPlan({ legs: [makeLeg("a", ["a"])], ...planned });
    const require = (): void => {
      requireSameSources(plan, here);
    };
    if (says === null) expect(require).not.toThrow();
    else expect(require).toThrow(says);
  });
});
