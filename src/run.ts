import { resolve } from "node:path";
import { NotListed } from "./errors.ts";
import { baseline, findBaseRefs, openBase, type OpenBase } from "./baseline/base-commit.ts";
import { policyBase } from "./baseline/base-policy.ts";
import { build, countBuilds, withoutBuilding } from "./build/run-builds.ts";
import { type ExaminedHead, examineNeeded } from "./baseline/examine-needed.ts";
import { folderInRepository } from "./baseline/folder.ts";
import { findHead, trustWorkTrees } from "./baseline/repository.ts";
import { closeCache, openCache, type OpenCache } from "./cache/cache.ts";
import { inputs } from "./config/inputs.ts";
import { readPlanFile } from "./config/plan-file.ts";
import { explainFiles } from "./explain/explain-files.ts";
import { explainImages } from "./explain/explain-images.ts";
import { adviseUntried } from "./explain/advise-untried.ts";
import { explain } from "./explain/explain.ts";
import { inspectPaths } from "./images/inspect-paths.ts";
import { inspectEach } from "./inspect/inspect.ts";
import { type Go, makeGo } from "./go/command.ts";
import { withWrittenGoflags } from "./go/goflags.ts";
import type { InstallRequest } from "./install/install.ts";
import { judge } from "./judge/judge.ts";
import { describeLeg, findMachineFolders, sealReport, withoutFolders, workflowRun } from "./legs/leg-report.ts";
import { mergeReports } from "./legs/merge-reports.ts";
import { narrowToLeg, requireSameSources } from "./legs/own-leg.ts";
import { planLegs } from "./legs/plan-legs.ts";
import { readReports, readTimes } from "./legs/read-reports.ts";
import { requireTargets } from "./judge/system-demands.ts";
import { locateModules } from "./plan/modules.ts";
import { plan, requirePrograms } from "./plan/plan-builds.ts";
import type { ReleaseBuild } from "./plan/plan-release.ts";
import { withSyntaxErrors } from "./plan/syntax-errors.ts";
import { predict } from "./predict/predict.ts";
import { proveCells, proveGiven } from "./prove/prove-artifacts.ts";
import type { Ports } from "./ports/types.ts";
import { describeRelease } from "./release/describe-release.ts";
import { report } from "./report/make-report.ts";
import type { GivenFile } from "./model/artifact.ts";
import type { Explained, ProvenCell, Target } from "./model/cell.ts";
import type { Baseline } from "./model/baseline.ts";
import { type GoModule, noReleases, type Plan } from "./model/plan.ts";
import type { Report } from "./model/report.ts";
import type { LegPlan } from "./model/leg-plan.ts";
import type { CheckRequest, InspectRequest, MergeRequest, PlanRequest, ReportRequest } from "./model/request.ts";
import type { Toolchain } from "./model/toolchain.ts";

/**
 * The whole program, in order. Each stage has a folder of its name; those that touch the world take `ports`, the rest are plain
 * functions. Throws ConfigError for the caller's mistakes and Interrupted when it was cut off; all else is in the report.
 */
export function run(request: ReportRequest, ports: Ports): Promise<Report> {
  switch (request.mode) {
    case "check":
      return check(request, ports);
    case "explain":
      return predictOnly(request, ports);
    case "inspect":
      return inspectFiles(request, ports);
    case "merge":
      return merge(request, ports);
  }
}

/** Decides what `check` would build, and splits it over several machines. Nothing is built. Throws as `run` does. */
export async function splitRun({ check: request, ...split }: PlanRequest, ports: Ports): Promise<LegPlan> {
  const { env, files, host } = ports;
  const { workingDirectory } = request.where;
  const { toolchain, planned, opened } = await prepare(request, ports);
  await closeCache(opened, null, ports);
  const { GITHUB_JOB: job = "", GITHUB_ACTION: action = "" } = env;
  return planLegs(
    requirePrograms(planned),
    { ...split, check: request },
    {
      ...(await findSources(request, ports)),
      toolchain,
      host,
      times: await readTimes(split.split.reports, { workingDirectory, files }),
      run: workflowRun(env),
      step: job === "" ? null : { job, action },
      isWhole: isWhole(request),
    },
  );
}

/** What a plan and its legs have in common: the commit and the config file. */
async function findSources(
  { where, gate }: CheckRequest,
  ports: Ports,
): Promise<{ readonly commit: string | null; readonly config: string | null }> {
  const { workingDirectory } = where;
  const { file } = gate.policy;
  const config = file === null ? null : await ports.files.sha256(resolve(workingDirectory, file.path));
  return { commit: await findHead(workingDirectory, ports), config };
}

/** Makes one report, with one verdict, of those of all legs. Needs no Go and no checkout. */
async function merge({ where, plan: path, reports }: MergeRequest, { files, log }: Ports): Promise<Report> {
  const { workingDirectory } = where;
  const plan = await readPlanFile(path, workingDirectory, files);
  return log.group("Merge the reports", async () => {
    const { legs, troubles } = await readReports(plan, reports, { workingDirectory, files });
    return mergeReports(plan, legs, troubles);
  });
}

/** Builds the programs under every strategy, judges what comes out, and compares it with the base commit. */
async function check(request: CheckRequest, ports: Ports): Promise<Report> {
  const { gate, where, own } = request;
  if (own !== null) requireSameSources(own.plan, await findSources(request, ports));
  const baseRefs = await findBaseRefs(request, ports);
  const { modules, toolchain, go, planned: whole, opened } = await prepare(request, ports);
  const { planned, notes } = own === null ? { planned: whole, notes: [] } : narrowToLeg(whole, own.leg, ports.host);
  for (const note of notes) ports.log.warning(note);
  // What the head has as a whole tells which programs of the base are gone.
  const head = { plan: whole, request };
  const tools = { toolchain, go, ports, examine };
  const opening = openBase(baseRefs, head, tools);
  const advise = (found: Explained): Promise<Explained> => adviseUntried(found, request, { modules, go, ports });
  const { examined, base, unchanged } =
    request.build.scope === "needed"
      ? await examineNeeded({ plan: planned, request }, opening, {
          ...tools,
          advise,
          savesCache: opened?.decision.save ?? false,
        })
      : await examineAll(examine(planned, request, tools).then(advise), opening);
  const { recommendation } = examined;
  const cache = await closeCache(opened, examined.cells, ports);
  const before = await baseline(base, { ...head, cells: examined.cells, unchanged }, tools);
  if (!isEmptyAsBefore(whole, before)) requirePrograms(whole);
  const usesCache = cache?.entries.some(({ name, hit }) => name === "build" && hit !== "none") ?? false;
  const { cells, verdict, targets } = judge(examined.cells, {
    recommendation,
    rules: gate,
    base: before,
    usesCache,
    isWhole: isWhole(request),
    notUnderstood: planned.release.notUnderstood,
  });
  const { cc, release } = planned;
  const folder = await folderInRepository(where.workingDirectory, ports);
  const { ship } = request.build;
  const facts = { cells, recommendation, verdict, base: before, toolchain, cc, ship, release, cache, folder };
  if (own === null) return report({ ...ports, ...where, ...gate, ...facts });
  const leg = describeLeg({ own, notes, base: before, targets, env: ports.env });
  const made = report({ ...ports, ...where, ...gate, ...facts, plan: leg });
  return sealReport(withoutFolders(made, await findMachineFolders(where.workingDirectory, go)));
}

/** All of the head is built while the base is listed. */
async function examineAll(examining: Promise<Explained>, opening: Promise<OpenBase>): Promise<ExaminedHead> {
  const [examined, base] = await together(examining, opening);
  return { examined, base, unchanged: new Set() };
}

/** It looks at the default packages, and not below a config file that is for more than this folder. */
function isWhole({ where, gate, own }: CheckRequest): boolean {
  const { packages } = where;
  // The rules of a split run are for all of its legs: merging looks at that.
  if (own !== null) return false;
  const isBelow = gate.policy.file?.path.startsWith("../") ?? false;
  return packages.length === 1 && packages[0] === inputs.packages.default && !isBelow;
}

/** There is nothing to judge by itself: the base has programs that are gone, or nothing can be listed there for the same fault. */
function isEmptyAsBefore({ whyEmpty }: Plan, { gone, notListed }: Baseline): boolean {
  if (whyEmpty instanceof NotListed) return whyEmpty.message === notListed;
  return gone.length > 0;
}

/** Both at once. It waits for both: nothing goes on when the run has ended. Throws what the first of them has thrown. */
async function together<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

/** From a plan to what is known of each of its cells. The record of a cell grows from stage to stage (src/model/cell.ts). */
async function examine(
  { cells, goflags }: Pick<Plan, "cells" | "goflags">,
  { where, artifacts }: Pick<CheckRequest, "where" | "artifacts">,
  { go, ports }: { readonly go: Go; readonly ports: Ports },
): Promise<Explained> {
  const { log, files } = ports;
  const { outputDir, prove: args } = artifacts;
  const predicted = await predict({ cells, goflags }, go, files);
  const built = await log.group("Build", () => build(predicted, go, ports), countBuilds(predicted));
  const inspected = await log.group("Inspect the artifacts", () => inspectEach(built, outputDir, ports));
  const prove = (): Promise<ProvenCell[]> => proveCells(inspected, args, { go, ports });
  const proven = args.length === 0 ? await prove() : await log.group("Prove", prove);
  return log.group("Explain", () => explain(proven, { ...where, goflags, go, files }));
}

/** Says what the rules of the toolchain would make of every strategy, without a build. */
async function predictOnly(request: CheckRequest, ports: Ports): Promise<Report> {
  const { gate, where } = request;
  const { log, files } = ports;
  const base = await policyBase(request, ports);
  const { modules, toolchain, go, planned, opened } = await prepare(request, ports);
  requirePrograms(planned);
  const cache = await closeCache(opened, null, ports);
  const { goflags } = planned;
  const { cells: explained, recommendation } = await log.group("Explain", async () => {
    const read = await withSyntaxErrors(planned.cells, go, files);
    const predicted = withoutBuilding(await predict({ cells: read, goflags }, go, files));
    return adviseUntried(await explain(predicted, { ...where, goflags, go, files }), request, { modules, go, ports });
  });
  const { cells, verdict } = judge(explained, {
    recommendation,
    rules: gate,
    base,
    isWhole: isWhole(request),
    notUnderstood: planned.release.notUnderstood,
  });
  const { cc, release } = planned;
  const folder = await folderInRepository(where.workingDirectory, ports);
  const { ship } = request.build;
  const facts = { cells, recommendation, verdict, base, toolchain, cc, ship, release, cache, folder };
  return report({ ...ports, ...where, ...gate, ...facts });
}

type Prepared = {
  readonly modules: readonly GoModule[];
  readonly toolchain: Toolchain;
  readonly go: Go;
  readonly opened: OpenCache | null;
  readonly planned: Plan;
};

/** The Go that builds, what earlier runs have left for it, and what it is to build. Planning may download modules already. */
async function prepare(request: CheckRequest, ports: Ports): Promise<Prepared> {
  const { log, files, env } = ports;
  const modules = await locateModules(request.where, files, env);
  const workingDirectory = modules[0]?.dir ?? request.where.workingDirectory;
  const installed = await installGo(request.go, workingDirectory, ports);
  const dirs = modules.map(({ dir }) => dir);
  const trusted = await trustWorkTrees(installed, dirs, ports);
  const ofGo = { root: trusted.root, os: ports.host.os };
  const toolchain = { ...trusted, env: await withWrittenGoflags(trusted.env, ofGo, files) };
  const go = makeGo(toolchain, ports);
  const opened = await openCache(request, modules, { go, ports });
  const planned = await log.group("Plan the builds", async () => {
    const { build, where } = request;
    const described = await describeRelease({ ...build, ...where }, { files, env: go.env });
    const release = described && { ...described, adapt: asItIs };
    return plan(request, modules, { go, ports, release });
  });
  requireTargets(request.gate, targetsOf(planned));
  return { modules, toolchain, go, opened, planned };
}

/** A release build of the head is made where it is. */
function asItIs(build: ReleaseBuild): Promise<ReleaseBuild> {
  return Promise.resolve(build);
}

/** What is judged: rules and systems are for these. */
function targetsOf({ cells }: Plan): Target[] {
  const judged = cells.filter(({ role }) => role !== "compared");
  return judged.map(({ package: path, platform }) => ({ package: path, platform: platform.name }));
}

/** Judges files that are there already. */
async function inspectFiles(request: InspectRequest, ports: Ports): Promise<Report> {
  const { where, artifacts, gate } = request;
  const { given, images, skippedFiles } = await ports.log.group("Inspect the artifacts", () =>
    inspectPaths(request, ports),
  );
  const { prove: args } = artifacts;
  const proven = args.length === 0 ? given : await proveFiles(given, { ...where, args }, ports);
  const context = { recommendation: [], base: await policyBase(request, ports) };
  const explained = [...explainFiles(proven), ...explainImages(images)];
  requireTargets(gate, explained);
  const { cells, verdict } = judge(explained, { ...context, rules: gate });
  const folder = await folderInRepository(where.workingDirectory, ports);
  const noBuild = { toolchain: null, cc: null, ship: null, release: noReleases, cache: null };
  return report({ ...ports, ...where, ...gate, ...context, ...noBuild, cells, verdict, folder, skippedFiles });
}

/** Go is needed only to build the helper that starts them; any Go will do. */
async function proveFiles(
  given: readonly GivenFile[],
  start: { readonly workingDirectory: string; readonly args: readonly string[] },
  ports: Ports,
): Promise<readonly GivenFile[]> {
  const anyGo = { goVersion: null, goVersionFile: null, goDownloadBaseUrl: null, goSha256: null };
  const go = makeGo(await installGo(anyGo, start.workingDirectory, ports), ports);
  return ports.log.group("Prove", () => proveGiven(given, start, { go, ports }));
}

type WantedGo = Omit<InstallRequest, "workingDirectory">;

/** Loaded when it is wanted: judging files needs no Go, and starts a tenth sooner without the rules of version numbers. */
async function installGo(wanted: WantedGo, workingDirectory: string, ports: Ports): Promise<Toolchain> {
  const { install } = await import("./install/install.ts");
  return ports.log.group("Install Go", () => install({ ...wanted, workingDirectory }, ports));
}
