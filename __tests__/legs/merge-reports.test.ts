import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePolicy } from "../../src/judge/describe-policy.ts";
import { describeRules } from "../../src/judge/describe-rules.ts";
import { judge } from "../../src/judge/judge.ts";
import { mergeReports } from "../../src/legs/merge-reports.ts";
import { readReports } from "../../src/legs/read-reports.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import type { Leg, LegPlan } from "../../src/model/leg-plan.ts";
import { failKinds, type Rules } from "../../src/model/policy.ts";
import type { Cell, Report } from "../../src/model/report.ts";
import { makeCell, makeFinding, makeReport } from "../support/cells.ts";
import { filesOf, makeLeg, makeLegPlan, makeLegReport, noBase, plainRules } from "../support/legs.ts";
import { anyProgram } from "../support/rules.ts";

const programs = ["example.com/app/cmd/a", "example.com/app/cmd/b", "example.com/app/cmd/c"];
const platforms = ["linux/amd64", "linux/arm64"];
const strategies = ["cgo-disabled", "default"];
const outcomes = ["static", "dynamic", "packed", "unreadable", "hazard", "crash", "failed", "skipped"] as const;
type Was = (typeof outcomes)[number];

function cellOf(path: string, platform: string, { strategy, was }: { strategy: string; was: Was }): Cell {
  const cell = { package: path, platform, strategy };
  if (was === "failed" || was === "skipped") return makeCell({ ...cell, status: was, reason: `it was ${was}` });
  if (was === "hazard") return makeCell({ ...cell, findings: [makeFinding()] });
  if (was === "crash") {
    const finding = makeFinding({ kind: "crash-at-start", level: "error", message: "SIGTRAP" });
    return makeCell({ ...cell, findings: [finding] });
  }
  return makeCell({ ...cell, kind: was });
}

const targetWas = fc.record({
  cells: fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom(...outcomes)),
  base: fc.option(fc.constantFrom(...outcomes)),
  leg: fc.nat(3),
});

const rulesOf = (require: "static" | "none", policy: readonly string[]): Partial<Rules> => ({
  require,
  policy: {
    ...plainRules.policy,
    file: policy.length === 0 ? null : { name: ".github/go-linkage.yml", path: ".github/go-linkage.yml" },
    rules: policy.map((name, at) => ({
      ...anyProgram,
      packages: [name],
      require: name === "cmd/b" ? "any" : "static",
      line: at + 3,
      ...(name === "cmd/c" ? { reason: "old", expires: "2026-01-01" } : {}),
    })),
    today: "2026-06-01",
  },
});

const rules = fc
  .record({
    require: fc.constantFrom("static", "none"),
    policy: fc.subarray(["**", "cmd/a", "cmd/b", "cmd/c", "cmd/nowhere"]),
    failOn: fc.subarray([...failKinds]),
    onMissingBaseline: fc.constantFrom("warn", "fail", "pass"),
    policyRelaxation: fc.constantFrom("warn", "fail"),
  })
  .map(({ require, policy, ...rest }): Rules => ({ ...plainRules, ...rest, ...rulesOf(require, policy) }));

const facts = fc.record({
  targets: fc.array(targetWas, { minLength: 6, maxLength: 6 }),
  kept: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
  rules,
  isWhole: fc.boolean(),
  base: fc.option(
    fc.record({
      isMissing: fc.boolean(),
      isMachineFault: fc.boolean(),
      gone: fc.subarray([...platforms]),
      rules: fc.option(rules),
      relaxations: fc.subarray(["require: static was removed", "a rule was removed"]),
    }),
  ),
  order: fc.infiniteStream(fc.nat()),
});

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

/** The targets that there are, sorted as a plan sorts them. */
function targetsOf({ targets, kept }: Facts): { cells: readonly Cell[]; base: Was | null; leg: number }[] {
  return targets.flatMap(({ cells, base, leg }, at) => {
    if (!kept.includes(at)) return [];
    const [path = "", platform = ""] = [programs[Math.floor(at / 2)], platforms[at % 2]];
    const own = strategies.map((strategy, of) => cellOf(path, platform, { strategy, was: cells[of] ?? "static" }));
    return [{ cells: own, base, leg }];
  });
}

function baseOf({ base }: Facts, targets: ReturnType<typeof targetsOf>): Baseline | null {
  if (base === null) return null;
  const { gone, ...rest } = base;
  const cells = targets.flatMap(({ cells, base: was }) =>
    cells.flatMap((head) =>
      head.role !== "ships" || was === null
        ? []
        : [{ head, cell: cellOf(head.package, head.platform, { strategy: "default", was }), from: "build" as const }],
    ),
  );
  const lost = gone.map((platform) => ({ package: "example.com/app/cmd/gone", platform, reason: null }));
  return { ...noBase, ...rest, gone: lost, cells: base.isMissing ? [] : cells };
}

type Played = { readonly plan: LegPlan; readonly whole: Report; readonly reports: readonly Report[] };

/** One run of all, and the reports of its legs. */
async function play(given: Facts): Promise<Played> {
  const targets = targetsOf(given);
  const base = baseOf(given, targets);
  const context = { recommendation: [], rules: given.rules, base };
  const cells = targets.flatMap((target) => target.cells);
  const { verdict, ...judged } = judge(cells, { ...context, isWhole: given.isWhole });
  const baseline = {
    source: base?.source ?? "none",
    sha: base?.sha ?? null,
    steps: base?.steps ?? [],
    gone: base?.gone ?? [],
  };
  const whole = makeReport({
    cells: judged.cells,
    verdict,
    baseline,
    policy: describePolicy(given.rules.policy, judged.cells),
    rules: describeRules(
      judged.cells.filter(({ role }) => role !== "compared"),
      given.rules,
    ),
  });
  const groups = [0, 1, 2, 3]
    .map((leg) => targets.filter((target) => target.leg === leg))
    .filter(({ length }) => length > 0);
  const legs = groups.map((group, at): Leg => ({
    ...makeLeg(`leg-${at}`, []),
    targets: group.map((target) => ({
      package: target.cells[0]?.package ?? "",
      platform: target.cells[0]?.platform ?? "",
      builds: strategies.map((strategy) => ({ strategy, cgo: "0" })),
    })),
  }));
  const plan = await makeLegPlan({ legs, rules: given.rules, isWhole: given.isWhole });
  const reports = await Promise.all(
    legs.map((leg, at) => {
      const own = judge(
        (groups[at] ?? []).flatMap((target) => target.cells),
        context,
      );
      return makeLegReport(plan, leg, {
        cells: own.cells,
        verdict: own.verdict,
        targets: own.targets,
        base,
        baseline,
      });
    }),
  );
  return { plan, whole, reports };
}

/** As `merge` does it, from files in any order. */
async function merge(plan: LegPlan, reports: readonly Report[], order = (): number => 0): Promise<Report> {
  const named = reports.map((report, at) => [`${order()}-${at}.json`, JSON.stringify(report)] as const);
  const { legs, troubles } = await readReports(plan, ["**"], {
    workingDirectory: "/w",
    files: filesOf(Object.fromEntries(named)),
  });
  return mergeReports(plan, legs, troubles);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("mergeReports", () => {
  it("gives what one run gives, however the targets were split", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const { plan, whole, reports } = await play(given);
        const merged = await merge(plan, reports, () => Number(given.order.next().value));
        for (const part of ["cells", "verdict", "rules", "policy", "baseline"] as const) {
          expect(merged[part], part).toEqual(plain(whole[part]));
        }
        expect(merged.machines.map(({ leg }) => leg)).toEqual(plan.legs.map(({ id }) => id));
      }),
      { numRuns: process.env.FULL === "true" ? 5000 : 300 },
    );
  });

  const damages = ["removed", "doubled", "cut off", "a cell removed", "a verdict altered", "of another plan"] as const;

  it("fails when a leg is removed or altered, and names it", async () => {
    await fc.assert(
      fc.asyncProperty(facts, fc.nat(), fc.constantFrom(...damages), async (given, which, damage) => {
        const { plan, reports } = await play(given);
        const at = which % reports.length;
        const [leg, own] = [plan.legs[at], reports[at]];
        if (leg === undefined || own === undefined) throw new Error("there is no such leg");
        const altered: Readonly<Record<(typeof damages)[number], readonly object[]>> = {
          removed: [],
          doubled: [own, own],
          "cut off": [{ schemaVersion: 1 }],
          "a cell removed": [{ ...own, cells: own.cells.slice(1) }],
          "a verdict altered": [
            { ...own, verdict: { outcome: "pass", reason: "all is well", judgements: [] }, rules: [{}] },
          ],
          "of another plan": [{ ...own, plan: own.plan && { ...own.plan, digest: "0".repeat(64) } }],
        };
        const rest = reports.filter((report) => report !== own);
        const { verdict } = await merge(plan, [...rest, ...(altered[damage] as readonly Report[])]);
        expect(verdict.outcome).toBe("fail");
        const own2 = verdict.judgements.filter(({ kind }) => kind === "leg").map(({ message }) => message);
        expect(own2.join("\n")).toContain(`leg ${leg.id} `);
      }),
      { numRuns: process.env.FULL === "true" ? 2000 : 100 },
    );
  });
});
