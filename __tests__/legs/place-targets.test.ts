import { describe, expect, it } from "vitest";
import { type Machines, placeTargets, weightKey } from "../../src/legs/place-targets.ts";
import type { PlannedCell } from "../../src/model/plan.ts";
import { makePackage, makePlanned } from "../support/planned.ts";

const machines: Machines = {
  host: { os: "linux", arch: "amd64", cpus: 2 },
  env: {},
  runners: {},
  times: new Map(),
  count: null,
};

const user = makePackage({ importPath: "os/user", standard: true, cgoFiles: ["cgo_lookup_unix.go"] });
const pure = (on = "linux/amd64"): PlannedCell => makePlanned({ on, CGO_ENABLED: on === "linux/amd64" ? "1" : "0" });
const withCgo = (on: string, strategy = "default"): PlannedCell => ({
  ...makePlanned({ on, strategy, packages: [user], CGO_ENABLED: on === "linux/amd64" ? "1" : "0" }),
  env: strategy === "cgo-disabled" ? { CGO_ENABLED: "0" } : {},
});

type Row = {
  readonly name: string;
  readonly cells: readonly PlannedCell[];
  readonly machines?: Partial<Machines>;
  /** `platform on runner: strategy=CGO_ENABLED …` */
  readonly placed: readonly string[];
  readonly notes?: readonly unknown[];
};

const rows: readonly Row[] = [
  {
    name: "without cgo, all is cross-compiled at home",
    cells: [pure(), pure("linux/arm64"), pure("darwin/arm64")],
    placed: [
      "linux/amd64 on ubuntu-24.04: default=1",
      "linux/arm64 on ubuntu-24.04: default=0",
      "darwin/arm64 on ubuntu-24.04: default=0",
    ],
  },
  {
    name: "cgo wants a runner of its own platform, and a strategy without it goes along",
    cells: [
      withCgo("linux/arm64"),
      withCgo("linux/arm64", "cgo-disabled"),
      withCgo("windows/amd64"),
      pure("darwin/arm64"),
    ],
    placed: [
      "linux/arm64 on ubuntu-24.04-arm: default=1 cgo-disabled=0",
      "windows/amd64 on windows-2025: default=1",
      "darwin/arm64 on ubuntu-24.04: default=0",
    ],
    notes: [
      expect.stringContaining("linux/arm64 are built on ubuntu-24.04-arm"),
      expect.stringContaining("windows/amd64 are built on windows-2025"),
    ],
  },
  {
    name: "there is no runner for it",
    cells: [withCgo("linux/s390x")],
    placed: ["linux/s390x on ubuntu-24.04: default=0"],
  },
  {
    name: "runners of the config file",
    cells: [withCgo("linux/s390x"), withCgo("linux/arm64"), pure()],
    machines: { runners: { "linux/s390x": ["self-hosted", "s390x"], "linux/amd64": "big" } },
    placed: [
      "linux/s390x on self-hosted s390x: default=1",
      "linux/arm64 on ubuntu-24.04-arm: default=1",
      "linux/amd64 on big: default=1",
    ],
    notes: [expect.stringContaining("self-hosted s390x"), expect.stringContaining("ubuntu-24.04-arm")],
  },
  {
    name: "one leg: all at home",
    cells: [withCgo("linux/arm64"), withCgo("darwin/arm64"), pure()],
    machines: { count: 1 },
    placed: [
      "linux/arm64 on ubuntu-24.04: default=0",
      "darwin/arm64 on ubuntu-24.04: default=0",
      "linux/amd64 on ubuntu-24.04: default=1",
    ],
  },
  {
    name: "one leg, and all of it wants another runner",
    cells: [withCgo("linux/arm64")],
    machines: { count: 1 },
    placed: ["linux/arm64 on ubuntu-24.04-arm: default=1"],
    notes: [expect.stringContaining("linux/arm64")],
  },
  {
    name: "two legs: the heaviest of the other runners is kept",
    cells: [withCgo("linux/arm64"), withCgo("darwin/arm64"), withCgo("darwin/arm64", "cgo-disabled"), pure()],
    machines: { count: 2 },
    placed: [
      "linux/arm64 on ubuntu-24.04: default=0",
      "darwin/arm64 on macos-15: default=1 cgo-disabled=0",
      "linux/amd64 on ubuntu-24.04: default=1",
    ],
    notes: [expect.stringContaining("darwin/arm64")],
  },
  {
    name: "CGO_ENABLED of the environment is that of every leg",
    cells: [withCgo("linux/arm64")],
    machines: { env: { CGO_ENABLED: "0" } },
    placed: ["linux/arm64 on ubuntu-24.04-arm: default=0"],
    notes: [expect.anything()],
  },
];

describe("placeTargets", () => {
  it.each(rows)("$name", ({ cells, machines: given, placed, notes = [] }) => {
    const found = placeTargets(cells, { ...machines, ...given });
    expect(
      found.loads.map(({ target, runner }) => {
        const builds = target.builds.map(({ strategy, cgo }) => `${strategy}=${cgo ?? "-"}`);
        return `${target.platform} on ${[runner].flat().join(" ")}: ${builds.join(" ")}`;
      }),
    ).toEqual(placed);
    expect(found.notes).toEqual(notes);
  });

  it("takes the weight of a build from its last time, and else from its packages", () => {
    const cells = [pure(), withCgo("linux/arm64")];
    const key = weightKey({ package: "example.com/app", platform: "linux/amd64", strategy: "default" });
    const { loads } = placeTargets(cells, { ...machines, times: new Map([[key, 7000]]) });
    expect(loads[0]?.weight).toBe(7000);
    expect(loads[1]?.weight).toBeLessThan(1000);
    expect(loads[1]?.weight).toBeGreaterThan(placeTargets([pure()], machines).loads[0]?.weight ?? Infinity);
  });
});
