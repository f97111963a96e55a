import { resolve } from "node:path";
import { ConfigError, MachineFault, toError } from "../errors.ts";
import type { Leg, LegPlan, PlanReport } from "../model/leg-plan.ts";
import type { Cell, Report } from "../model/report.ts";
import { describeMachineTrouble } from "../ports/trouble.ts";
import type { Files } from "../ports/types.ts";
import { listed } from "../text/english.ts";
import { groupBy } from "../text/group-by.ts";
import { digestOfReport } from "./leg-report.ts";
import { weightKey } from "./place-targets.ts";
import type { LegReport, LegTrouble } from "./merge-reports.ts";

type Found = { readonly path: string; readonly report: Report };

/**
 * The reports of a plan's legs, and what is wrong with them: a leg without a report or with two, a file that is no report, and a report of
 * another plan, another run or an earlier attempt, or one that was changed. Nothing of a leg with such trouble is used. `patterns`: files,
 * globs, and folders, in which files called report.json count.
 */
export async function readReports(
  plan: LegPlan,
  patterns: readonly string[],
  { workingDirectory, files }: { readonly workingDirectory: string; readonly files: Files },
): Promise<{ readonly legs: readonly LegReport[]; readonly troubles: readonly LegTrouble[] }> {
  const { paths, missing } = await findPaths(patterns, workingDirectory, files);
  const troubles: LegTrouble[] = [...missing];
  const known: Systems = new Map();
  const usable: (LegReport & { readonly path: string })[] = [];
  for (const path of paths) {
    const found = await readOne(path, { workingDirectory, files });
    const checked = "message" in found ? found : await check(found, plan, known);
    if ("message" in checked) troubles.push(checked);
    else usable.push({ ...checked, path });
  }
  const byLeg = groupBy(usable, ({ leg }) => leg.id);
  const doubled = byLeg.filter(({ length }) => length > 1);
  const legs = byLeg.filter(({ length }) => length === 1).map(([only]) => only);
  const lost = plan.legs.filter(({ id }) => !byLeg.some(([{ leg }]) => leg.id === id));
  return {
    legs,
    troubles: [
      ...troubles,
      ...doubled.map((group): LegTrouble => {
        const [{ leg }] = group;
        return { leg: leg.id, message: `leg ${leg.id} has several reports: ${listed(group.map(({ path }) => path))}` };
      }),
      ...lost.map(({ id }): LegTrouble => ({ leg: id, message: `leg ${id} has no report that can be used` })),
    ],
  };
}

async function findPaths(
  patterns: readonly string[],
  workingDirectory: string,
  files: Files,
): Promise<{ readonly paths: readonly string[]; readonly missing: readonly LegTrouble[] }> {
  const paths = new Set<string>();
  const missing: LegTrouble[] = [];
  for (const pattern of patterns) {
    const kind = await files.kindOf(resolve(workingDirectory, pattern));
    const glob = kind === "folder" ? `${pattern.replace(/[\\/]+$/, "")}/**/report.json` : pattern;
    const matched = kind === "file" ? [pattern] : await files.glob(glob, workingDirectory);
    for (const path of matched) paths.add(path);
    if (matched.length === 0) missing.push({ leg: null, message: `no report matches "${pattern}"` });
  }
  return { paths: [...paths].toSorted(), missing };
}

async function readOne(
  path: string,
  { workingDirectory, files }: { readonly workingDirectory: string; readonly files: Files },
): Promise<Found | LegTrouble> {
  const unusable = (why: string): LegTrouble => ({ leg: null, message: `${path} is not a report of a leg: ${why}` });
  try {
    const text = await files.readText(resolve(workingDirectory, path));
    if (text === undefined) return unusable("there is no such file");
    const value: unknown = JSON.parse(text);
    return isReport(value) ? { path, report: value } : unusable("go-linkage check --plan did not write it");
  } catch (thrown) {
    const error = toError(thrown);
    if (error instanceof SyntaxError) return unusable("it is not whole JSON");
    if (error instanceof MachineFault || describeMachineTrouble(error) === null) throw error;
    return unusable(describeMachineTrouble(error) ?? error.message);
  }
}

/** As far as it is read before the digest vouches for the rest. */
function isReport(value: unknown): value is Report {
  if (typeof value !== "object" || value === null) return false;
  const { schemaVersion, plan, cells } = value as Partial<Record<string, unknown>>;
  return schemaVersion === 1 && typeof plan === "object" && plan !== null && Array.isArray(cells);
}

/** Throws nothing: whatever is wrong is said of the leg that it is about. */
async function check({ path, report }: Found, plan: LegPlan, known: Systems): Promise<LegReport | LegTrouble> {
  const { leg: id, digest, base, sha256 } = report.plan ?? emptyPlan;
  const leg = plan.legs.find((each) => each.id === id);
  const wrong = (why: string): LegTrouble => ({ leg: leg?.id ?? null, message: `${path} ${why}` });
  if (digest !== plan.digest || leg === undefined || base === null) return wrong("is of another plan");
  const run = describeOtherRun(report.plan ?? emptyPlan, plan);
  if (run !== null) return wrong(run);
  if (sha256 === null || (await digestOfReport(report)) !== sha256) return wrong("was changed after the leg wrote it");
  const missing = lacking(report.cells, leg);
  return missing === null ? { leg, report: sharing(report, known), base } : wrong(missing);
}

/** Lists of systems by their JSON. */
type Systems = Map<string, Cell["runsOn"]>;

/** The report with one list of systems for all cells that have the same: those lists are most of a report, and few of them differ. */
function sharing(report: Report, known: Systems): Report {
  const cells = report.cells.map((cell) => {
    const key = JSON.stringify(cell.runsOn);
    const runsOn = known.get(key) ?? cell.runsOn;
    known.set(key, runsOn);
    return { ...cell, runsOn };
  });
  return { ...report, cells };
}

const emptyPlan: PlanReport = { digest: "", leg: null, legs: 0, run: null, notes: [], base: null, sha256: null };

/** A leg that is run again has the id of its run and a higher attempt; a plan that is made again makes older reports worthless. */
function describeOtherRun({ run }: PlanReport, plan: LegPlan): string | null {
  if (plan.run === null) return null;
  if (run?.id !== plan.run.id) return "is of another workflow run";
  if (run.attempt >= plan.run.attempt) return null;
  return `is of attempt ${run.attempt} of the workflow run, and the plan is of attempt ${plan.run.attempt}`;
}

/** What the plan asks of the leg and its report does not have. */
function lacking(cells: readonly Cell[], leg: Leg): string | null {
  const found = new Set(
    cells.map(({ package: path, platform, strategy }) => `${path} on ${platform} (${strategy ?? ""})`),
  );
  const wanted = leg.targets.flatMap(({ package: path, platform, builds }) =>
    builds.map(({ strategy }) => `${path} on ${platform} (${strategy})`),
  );
  const missing = wanted.filter((each) => !found.has(each));
  if (missing.length > 0) return `lacks ${listed(missing)}`;
  return cells.length > wanted.length ? "has builds that the plan does not have" : null;
}

type TimedCell = Pick<Cell, "package" | "platform" | "strategy" | "timing">;

/** Time in ms that builds took, from JSON reports of any earlier run, by `weightKey`. Throws ConfigError for what is none. */
export async function readTimes(
  patterns: readonly string[],
  { workingDirectory, files }: { readonly workingDirectory: string; readonly files: Files },
): Promise<ReadonlyMap<string, number>> {
  const { paths, missing } = await findPaths(patterns, workingDirectory, files);
  const [lost] = missing;
  if (lost !== undefined) throw new ConfigError(`reports: ${lost.message}`);
  const times = new Map<string, number>();
  for (const path of paths) {
    for (const { package: name, platform, strategy, timing } of await readCells(path, workingDirectory, files)) {
      if (timing.buildMs !== null && strategy !== null)
        times.set(weightKey({ package: name, platform, strategy }), timing.buildMs);
    }
  }
  return times;
}

async function readCells(path: string, workingDirectory: string, files: Files): Promise<readonly TimedCell[]> {
  try {
    const value: unknown = JSON.parse((await files.readText(resolve(workingDirectory, path))) ?? "");
    const { cells } = (typeof value === "object" && value !== null ? value : {}) as Partial<Record<string, unknown>>;
    if (Array.isArray(cells) && cells.every(hasTime)) return cells;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
  }
  throw new ConfigError(`reports: "${path}" is not a JSON report of go-linkage`);
}

/** What times are read from: any version's reports have it, whatever else they have. */
function hasTime(cell: unknown): cell is TimedCell {
  return (
    typeof cell === "object" &&
    cell !== null &&
    "timing" in cell &&
    typeof cell.timing === "object" &&
    cell.timing !== null
  );
}
