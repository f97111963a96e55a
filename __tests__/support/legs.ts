import { resolve } from "node:path";
import { digestOf } from "../../src/config/plan-file.ts";
import { describeLeg, sealReport } from "../../src/legs/leg-report.ts";
import type { Load } from "../../src/legs/split-legs.ts";
import type { Baseline } from "../../src/model/baseline.ts";
import type { Leg, LegPlan } from "../../src/model/leg-plan.ts";
import { failKinds, noLimits, noPolicy, type Rules } from "../../src/model/policy.ts";
import type { Cell, Report } from "../../src/model/report.ts";
import type { Files } from "../../src/ports/types.ts";
import type { TargetJudgements } from "../../src/judge/judge.ts";
import { version } from "../../src/version.ts";
import { makeCell, makeReport } from "./cells.ts";

/** Plans and reports of legs by hand: only what a test is about has to be said. */

export const plainRules: Rules = {
  require: "none",
  ...noLimits,
  demanded: null,
  failOn: failKinds,
  onMissingBaseline: "warn",
  baseline: "auto",
  policyRelaxation: "warn",
  policy: noPolicy,
};

export const noBase: Baseline = {
  source: "build",
  sha: "a".repeat(40),
  steps: ["it was built here"],
  isMissing: false,
  isMachineFault: false,
  notListed: null,
  rules: null,
  cells: [],
  gone: [],
  moved: new Map(),
  isChange: true,
  relaxations: [],
  changes: [],
  hunks: new Map(),
};

export function makeLoad(name: string, platform = "linux/amd64", given: Partial<Load> = {}): Load {
  const target = { package: `example.com/app/cmd/${name}`, platform, builds: [{ strategy: "default", cgo: "0" }] };
  return { target, machine: "linux/amd64", runner: "ubuntu-24.04", weight: 1, ...given };
}

export function makeLeg(id: string, programs: readonly string[]): Leg {
  return { id, name: `leg ${id}`, runner: "ubuntu-24.04", targets: programs.map((name) => makeLoad(name).target) };
}

export async function makeLegPlan(given: Partial<LegPlan> & Pick<LegPlan, "legs">): Promise<LegPlan> {
  const plan = {
    schemaVersion: 1,
    tool: { name: "go-linkage", version },
    commit: "c".repeat(40),
    run: null,
    step: null,
    inputs: { platforms: "linux/amd64" },
    config: null,
    rules: plainRules,
    isWhole: false,
    notes: [],
    matrix: { include: given.legs.map(({ id, runner, name }) => ({ leg: id, runner, name })) },
    ...given,
  } as const;
  return { ...plan, digest: await digestOf(plan) };
}

const noJudgements: TargetJudgements = { problems: [], relaxations: [], decided: [] };

/** The sealed report of a leg. Without `cells`: a static one for each of its builds. */
export async function makeLegReport(
  plan: LegPlan,
  leg: Leg,
  given: Partial<Report> & {
    readonly base?: Baseline | null;
    readonly targets?: TargetJudgements;
    readonly env?: object;
  } = {},
): Promise<Report> {
  const { base = null, targets = noJudgements, env = {}, ...fields } = given;
  const described = describeLeg({ own: { plan, leg }, notes: [], base, targets, env: { ...env } });
  return sealReport(makeReport({ cells: cellsOf(leg), ...fields, plan: described }));
}

function cellsOf({ targets }: Leg): Cell[] {
  return targets.flatMap(({ package: path, platform, builds }) =>
    builds.map(({ strategy }) => makeCell({ package: path, platform, strategy })),
  );
}

type ReadOnlyFiles = Pick<Files, "readText" | "kindOf" | "glob">;

/** A folder `/w` that has nothing but these files; whatever else is asked of it throws. A glob `**` matches all. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const find = (path: string): string | undefined =>
    Object.entries(texts).find(([name]) => resolve("/w", name) === resolve("/w", path))?.[1];
  const files: ReadOnlyFiles = {
    readText: (path) => Promise.resolve(find(path)),
    kindOf: (path) => Promise.resolve(find(path) === undefined ? undefined : "file"),
    glob: (pattern) => Promise.resolve(pattern === "**" ? Object.keys(texts) : []),
  };
  return files as Files;
}
