import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Load, splitLegs } from "../../src/legs/split-legs.ts";
import { renderMatrix } from "../../src/legs/describe-plan.ts";
import { makeLegPlan, makeLoad } from "../support/legs.ts";
import type { Leg } from "../../src/model/leg-plan.ts";

const mac = { machine: "darwin/arm64", runner: "macos-15" } as const;
const arm = { machine: "linux/arm64", runner: "ubuntu-24.04-arm" } as const;

type Row = {
  readonly name: string;
  readonly loads: readonly Load[];
  readonly count?: number;
  /** `id: name: programs` */
  readonly legs: readonly string[];
};

const rows: readonly Row[] = [
  { name: "one target", loads: [makeLoad("a")], legs: ["linux-amd64-1: linux/amd64, 1 program: a"] },
  {
    name: "more legs than targets",
    loads: [makeLoad("a"), makeLoad("b")],
    count: 9,
    legs: ["linux-amd64-1: linux/amd64, 1 program (1): a", "linux-amd64-2: linux/amd64, 1 program (2): b"],
  },
  {
    name: "platforms stay together, in the order of their first target",
    loads: [makeLoad("a", "linux/amd64"), makeLoad("a", "linux/arm64"), makeLoad("b", "linux/amd64")],
    count: 2,
    legs: ["linux-amd64-1: linux/amd64, 2 programs: a b", "linux-arm64-1: linux/arm64, 1 program: a"],
  },
  {
    name: "several platforms of one leg are said",
    loads: ["linux/386", "linux/amd64", "windows/amd64"].map((platform) => makeLoad("a", platform)),
    count: 1,
    legs: ["linux-amd64-1: linux/386 and 2 more platforms, 1 program: a a a"],
  },
  {
    name: "never fewer legs than runners",
    loads: [makeLoad("a"), makeLoad("a", "darwin/arm64", mac), makeLoad("a", "linux/arm64", arm)],
    count: 1,
    legs: [
      "linux-amd64-1: linux/amd64, 1 program: a",
      "darwin-arm64-1: darwin/arm64, 1 program: a",
      "linux-arm64-1: linux/arm64, 1 program: a",
    ],
  },
  {
    name: "a further leg goes to the heaviest runner",
    loads: [
      makeLoad("a"),
      makeLoad("b"),
      makeLoad("a", "darwin/arm64", { ...mac, weight: 9 }),
      makeLoad("b", "darwin/arm64", { ...mac, weight: 9 }),
    ],
    count: 3,
    legs: [
      "linux-amd64-1: linux/amd64, 2 programs: a b",
      "darwin-arm64-1: darwin/arm64, 1 program (1): a",
      "darwin-arm64-2: darwin/arm64, 1 program (2): b",
    ],
  },
  {
    name: "the cut is by weight",
    loads: [
      makeLoad("a", "linux/amd64", { weight: 30 }),
      ...["b", "c", "d"].map((name) => makeLoad(name, "linux/amd64", { weight: 10 })),
    ],
    count: 2,
    legs: ["linux-amd64-1: linux/amd64, 1 program: a", "linux-amd64-2: linux/amd64, 3 programs: b c d"],
  },
  {
    name: "auto: as many as there is work for",
    loads: [makeLoad("a", "linux/amd64", { weight: 70 }), makeLoad("b", "linux/amd64", { weight: 70 })],
    legs: ["linux-amd64-1: linux/amd64, 1 program (1): a", "linux-amd64-2: linux/amd64, 1 program (2): b"],
  },
  {
    name: "auto: little work is one leg",
    loads: [makeLoad("a"), makeLoad("b"), makeLoad("c")],
    legs: ["linux-amd64-1: linux/amd64, 3 programs: a b c"],
  },
];

function programs({ targets }: Leg): string {
  return targets.map((target) => target.package.split("/").at(-1) ?? "").join(" ");
}

describe("splitLegs", () => {
  it.each(rows)("$name", ({ loads, count, legs }) => {
    const split = splitLegs(loads, { count: count ?? null, legWeight: 100 });
    expect(split.map((leg) => `${leg.id}: ${leg.name}: ${programs(leg)}`)).toEqual(legs);
  });

  const loads = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"),
      platform: fc.constantFrom(
        "linux/amd64",
        "linux/arm/v6",
        "linux/mips64le/softfloat",
        "darwin/arm64",
        "windows/amd64",
      ),
      weight: fc.integer({ min: 0, max: 200 }),
      runner: fc.constantFrom({ machine: "linux/amd64", runner: "ubuntu-24.04" }, mac, arm, {
        machine: "linux/amd64",
        runner: ["self-hosted", "linux"],
      }),
    }),
    { minLength: 1, maxLength: 40, selector: ({ name, platform }) => `${name} ${platform}` },
  );

  it("gives every target to exactly one leg, whatever there is", () => {
    fc.assert(
      fc.property(loads, fc.option(fc.integer({ min: 1, max: 300 })), (given, count) => {
        const all = given.map(({ name, platform, weight, runner }) => makeLoad(name, platform, { weight, ...runner }));
        const legs = splitLegs(all, { count, legWeight: 100 });
        const key = ({ package: path, platform }: { package: string; platform: string }): string =>
          `${path} ${platform}`;
        expect(legs.flatMap(({ targets }) => targets.map(key)).toSorted()).toEqual(
          all.map(({ target }) => key(target)).toSorted(),
        );
        const runners = new Set(all.map(({ runner }) => JSON.stringify(runner))).size;
        expect(legs.length).toBeGreaterThanOrEqual(runners);
        expect(legs.length).toBeLessThanOrEqual(all.length);
        if (count !== null) expect(legs.length).toBe(Math.min(all.length, Math.max(runners, count)));
        for (const { id, targets, runner } of legs) {
          expect(id).toMatch(/^[a-z0-9.-]+$/);
          expect(targets.length).toBeGreaterThan(0);
          const own = targets.map((target) => all.find((load) => key(load.target) === key(target))?.runner);
          for (const each of own) expect(each).toEqual(runner);
          // Once left, a platform does not come again.
          const platforms = targets.map(({ platform }) => platform);
          expect(platforms.filter((each, at) => each !== platforms[at - 1])).toEqual([...new Set(platforms)]);
        }
        expect(new Set(legs.map(({ id }) => id)).size).toBe(legs.length);
        expect(new Set(legs.map(({ name }) => name)).size).toBe(legs.length);
      }),
    );
  });

  it("has at most 256 legs, whose matrix GitHub takes", async () => {
    const many = Array.from({ length: 400 }, (_, at) => makeLoad(`program-${at}`, "linux/mips64le/softfloat"));
    for (const count of [256, 1000, null]) {
      const legs = splitLegs(many, { count, legWeight: 1 });
      expect(legs).toHaveLength(256);
      const matrix = renderMatrix(await makeLegPlan({ legs }));
      expect(Buffer.byteLength(matrix)).toBeLessThan(64 * 1024);
      expect(matrix).not.toContain("\n");
    }
  });
});
