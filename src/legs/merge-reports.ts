import { conclude, type TargetJudgements } from "../judge/judge.ts";
import { describePolicy } from "../judge/describe-policy.ts";
import { describeRules } from "../judge/describe-rules.ts";
import type { Leg, LegBase, LegPlan } from "../model/leg-plan.ts";
import type { MachineReport, Release, Report } from "../model/report.ts";
import type { Judgement, Verdict } from "../model/verdict.ts";
import { listed, plural } from "../text/english.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { version } from "../version.ts";

/** The report of a leg, read from its file. */
export type LegReport = { readonly leg: Leg; readonly report: Report; readonly base: LegBase };

/** What is wrong with the reports, by the leg that it is about; null: by none. */
export type LegTrouble = { readonly leg: string | null; readonly message: string };

/**
 * One report over those of all legs, as one run of all builds would have made it, but for times and machines. The verdict is concluded
 * anew from what each target came to. What is wrong with a leg fails.
 */
export function mergeReports(plan: LegPlan, legs: readonly LegReport[], troubles: readonly LegTrouble[]): Report {
  const reports = plan.legs.flatMap(({ id }) => legs.filter(({ leg }) => leg.id === id));
  const cells = sorted(reports.flatMap(({ report }) => report.cells));
  const problems = [...troubles, ...differingBases(reports)];
  const [first] = reports;
  const rules = plan.rules;
  const facts = {
    rules,
    base: baseOf(reports),
    isWhole: plan.isWhole,
    notUnderstood: releasesOf(reports).notUnderstood,
  };
  const verdict = withTroubles(conclude(cells, targetsOf(reports, plan), facts), problems, plan);
  return {
    schemaVersion: 1,
    tool: { name: "go-linkage", version },
    environment: null,
    source: first?.report.source ?? null,
    folder: first?.report.folder ?? null,
    baseline: mergeBaselines(reports),
    ship: unique(reports.map(({ report }) => report.ship)).toSorted(releaseFirst)[0] ?? null,
    release: mergeReleases(reports),
    releaseSearch: releasesOf(reports),
    policy: describePolicy(rules.policy, cells),
    rules: describeRules(
      cells.filter(({ role }) => role !== "compared"),
      rules,
    ),
    cells,
    recommendation: sorted(reports.flatMap(({ report }) => report.recommendation)),
    verdict,
    cache: null,
    skippedFiles: [],
    plan: {
      digest: plan.digest,
      leg: null,
      legs: plan.legs.length,
      run: plan.run,
      notes: unique(reports.flatMap(({ report }) => report.plan?.notes ?? [])),
      base: null,
      sha256: null,
    },
    machines: reports.map(({ leg, report }) => ({ leg: leg.id, environment: withoutPaths(report.environment) })),
  };
}

function releaseFirst(a: string | null, b: string | null): number {
  return Number(b === "release") - Number(a === "release");
}

/** By package, then by platform; of one target, as they are. */
function sorted<T extends { readonly package: string; readonly platform: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => compare(a.package, b.package) || compare(a.platform, b.platform));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What judging each target came to, over all legs. */
function targetsOf(reports: readonly LegReport[], plan: LegPlan): TargetJudgements {
  const problems = reports.flatMap(({ report }) =>
    report.verdict.judgements.flatMap((judgement) => {
      const { target, kind } = judgement;
      return target === null || (kind === "missing" && target.strategy === null) ? [] : [{ ...target, judgement }];
    }),
  );
  const decided = new Set(reports.flatMap(({ base }) => base.decided));
  return {
    problems: sorted(problems).map(({ judgement }) => judgement),
    relaxations: sorted(reports.flatMap(({ base }) => base.ofTargets)),
    decided: plan.rules.policy.rules.filter(({ line }) => decided.has(line)),
  };
}

type MergedBase = NonNullable<Parameters<typeof conclude>[2]["base"]>;

function baseOf(reports: readonly LegReport[]): MergedBase | null {
  const compared = reports.filter(({ base }) => base.isCompared);
  const [first] = compared;
  if (first === undefined) return null;
  const worst = compared.find(({ base }) => base.isMissing) ?? first;
  return {
    gone: mergeBaselines(compared).gone,
    isMissing: compared.some(({ base }) => base.isMissing),
    isMachineFault: compared.some(({ base }) => base.isMachineFault),
    steps: worst.report.baseline.steps,
    notListed: compared.find(({ base }) => base.notListed !== null)?.base.notListed ?? null,
    rules: first.base.rules,
    relaxations: unique(compared.flatMap(({ base }) => base.relaxations)),
  };
}

function mergeBaselines(reports: readonly LegReport[]): Report["baseline"] {
  const all = reports.map(({ report }) => report.baseline);
  const rank = ["build", "policy", "none"] as const;
  const source = rank.find((each) => all.some((baseline) => baseline.source === each)) ?? "none";
  const gone = groupBy(
    all.flatMap((baseline) => baseline.gone),
    ({ package: path, platform }) => `${path}\n${platform}`,
  ).map(([first]) => first);
  return {
    source,
    sha: all.find(({ sha }) => sha !== null)?.sha ?? null,
    steps: mergeSteps(reports),
    gone: gone.toSorted((a, b) => compare(a.package, b.package) || compare(a.platform, b.platform)),
  };
}

/** What all legs say is said once, and what some of them say of their own targets with their names. */
function mergeSteps(reports: readonly LegReport[]): readonly string[] {
  const said = reports.flatMap(({ leg, report }) => report.baseline.steps.map((step) => ({ id: leg.id, step })));
  return groupBy(said, ({ step }) => step).map((group) => {
    const ids = unique(group.map(({ id }) => id));
    return ids.length === reports.length ? group[0].step : `${listed(ids)}: ${group[0].step}`;
  });
}

/** Legs that were compared with different commits say nothing about one change. */
function differingBases(reports: readonly LegReport[]): readonly LegTrouble[] {
  const shas = groupBy(
    reports.filter(({ report }) => report.baseline.sha !== null),
    ({ report }) => report.baseline.sha ?? "",
  );
  if (shas.length < 2) return [];
  const names = shas.map(([{ leg, report }]) => `${leg.id} with ${report.baseline.sha?.slice(0, 12) ?? ""}`);
  return [{ leg: null, message: `the legs were compared with different base commits: ${listed(names)}` }];
}

function releasesOf(reports: readonly LegReport[]): Report["releaseSearch"] {
  const all = reports.map(({ report }) => report.releaseSearch);
  return {
    notUnderstood: uniqueValues(all.flatMap(({ notUnderstood }) => notUnderstood)),
    hints: uniqueValues(all.flatMap(({ hints }) => hints)),
    note: all.find(({ note }) => note !== null)?.note ?? null,
  };
}

function uniqueValues<T>(values: readonly T[]): readonly T[] {
  return groupBy(values, (value) => JSON.stringify(value)).map(([first]) => first);
}

/** A program that several legs build for different platforms is one row. */
function mergeReleases(reports: readonly LegReport[]): readonly Release[] {
  const rows = reports.flatMap(({ report }) => report.release);
  return groupBy(rows, (row) => `${row.package}\n${row.strategy}`)
    .map((group): Release => {
      const platforms = unique(group.flatMap((row) => row.platforms)).toSorted(compare);
      return { ...group[0], platforms, settings: unique(group.flatMap(({ settings }) => settings)) };
    })
    .toSorted((a, b) => compare(a.package, b.package));
}

function withTroubles(verdict: Verdict, troubles: readonly LegTrouble[], plan: LegPlan): Verdict {
  if (troubles.length === 0) return verdict;
  const judgements = troubles.map(({ leg, message }): Judgement => {
    const own = plan.legs.find(({ id }) => id === leg);
    const lost = own === undefined ? "" : `; ${plural(own.targets.length, "target")} cannot be judged (${own.name})`;
    return { kind: "leg", outcome: "fail", target: null, message: `${message}${lost}` };
  });
  const message = judgements[0]?.message ?? "";
  const more = judgements.length > 1 ? ` (and ${judgements.length - 1} more like it)` : "";
  const rest = verdict.outcome === "pass" ? "" : `; ${verdict.reason}`;
  return {
    outcome: "fail",
    reason: `${message}${more}${rest}`,
    judgements: [...judgements, ...verdict.judgements],
  };
}

/** Folders of another machine say nothing here. */
function withoutPaths(environment: MachineReport | null): MachineReport | null {
  if (environment === null) return null;
  const { go, cc } = environment;
  const name = cc?.path.split(/[\\/]/).at(-1) ?? "";
  return { ...environment, go: go && { ...go, root: null }, cc: cc && { ...cc, path: name } };
}
