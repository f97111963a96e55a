import { askBase, baseline } from "./baseline/base-commit.ts";
import { build, countBuilds } from "./build/run-builds.ts";
import { closeCache, openCache, type OpenCache } from "./cache/cache.ts";
import { explainFiles } from "./explain/explain-files.ts";
import { explain } from "./explain/explain.ts";
import { inspectGiven } from "./inspect/given.ts";
import { inspectEach } from "./inspect/inspect.ts";
import { type Go, makeGo } from "./go/command.ts";
import type { InstallRequest } from "./install/install.ts";
import { judge } from "./judge/judge.ts";
import { locateModules } from "./plan/modules.ts";
import { plan } from "./plan/plan-builds.ts";
import { predict } from "./predict/predict.ts";
import { proveGiven, proveInspected } from "./prove/prove-artifacts.ts";
import type { Ports } from "./ports/types.ts";
import { report } from "./report/make-report.ts";
import { withoutBuilding } from "./build/run-builds.ts";
import type { Inspected, GivenFile } from "./model/artifact.ts";
import type { Build } from "./model/build.ts";
import type { Explained } from "./model/cell.ts";
import type { Plan } from "./model/plan.ts";
import type { Proof } from "./model/proof.ts";
import type { Report } from "./model/report.ts";
import type { Request, InspectRequest, CheckRequest } from "./model/request.ts";
import type { Toolchain } from "./model/toolchain.ts";

/**
 * The whole program, in order. Each stage has a folder of its name; those that touch the world take `ports`, the rest are plain
 * functions. Throws ConfigError for the caller's mistakes and Interrupted when it was cut off; all else is in the report.
 */
export function run(request: Request, ports: Ports): Promise<Report> {
  switch (request.mode) {
    case "check":
      return check(request, ports);
    case "explain":
      return foretell(request, ports);
    case "inspect":
      return inspectFiles(request, ports);
  }
}

/** Builds the programs under every strategy, judges what comes out, and holds it against the base commit. */
async function check(request: CheckRequest, ports: Ports): Promise<Report> {
  const question = await askBase(request, ports);
  const { toolchain, go, planned, opened } = await prepare(request, ports);
  const { builds, explained } = await examine(planned, request, { go, ports });
  const cache = await closeCache(opened, builds, ports);
  const base = await baseline(
    question,
    { head: { plan: planned, explained }, request },
    { toolchain, ports, examine: async (...what) => (await examine(...what)).explained },
  );
  const { recommendation } = explained;
  const { gate, where } = request;
  const { cells, verdict } = judge(explained.cells, { recommendation, rules: gate, base });
  return report({
    ...ports,
    ...where,
    ...gate,
    cells,
    recommendation,
    verdict,
    base,
    toolchain,
    cc: planned.cc,
    cache,
  });
}

/** From a plan to what is known of each of its cells. */
async function examine(
  planned: Plan,
  { where, artifacts }: Pick<CheckRequest, "where" | "artifacts">,
  { go, ports }: { readonly go: Go; readonly ports: Ports },
): Promise<{ readonly builds: readonly Build[]; readonly explained: Explained }> {
  const { log, files } = ports;
  const predictions = await predict(planned, go, files);
  const builds = await log.group("Build", () => build(planned, go, ports), countBuilds(planned));
  const inspected = await log.group("Inspect the artifacts", () => inspectEach(builds, artifacts.outputDir, ports));
  const proofs =
    artifacts.prove.length === 0
      ? new Map<Inspected, Proof>()
      : await log.group("Prove", () => proveInspected(inspected, artifacts.prove, { go, ports }));
  const explained = await log.group("Explain", () =>
    explain(inspected, { ...where, plan: planned, predictions, go, proofs, files }),
  );
  return { builds, explained };
}

/** Says what the rules of the toolchain would make of every strategy, without a build. */
async function foretell(request: CheckRequest, ports: Ports): Promise<Report> {
  const { log, files } = ports;
  const { toolchain, go, planned, opened } = await prepare(request, ports);
  const cache = await closeCache(opened, null, ports);
  const explained = await log.group("Explain", async () => {
    const predictions = await predict(planned, go, files);
    const proofs = new Map<Inspected, Proof>();
    return explain(withoutBuilding(planned), {
      ...request.where,
      plan: planned,
      predictions,
      go,
      proofs,
      files,
    });
  });
  const { recommendation } = explained;
  const { gate, where } = request;
  const { cells, verdict } = judge(explained.cells, { recommendation, rules: gate, base: null });
  return report({
    ...ports,
    ...where,
    ...gate,
    cells,
    recommendation,
    verdict,
    base: null,
    toolchain,
    cc: planned.cc,
    cache,
  });
}

type Prepared = {
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
  const toolchain = await installGo(request.go, workingDirectory, ports);
  const go = makeGo(toolchain, ports);
  const opened = await openCache(request, modules, { go, ports });
  const planned = await log.group("Plan the builds", () => plan(request, modules, { go, ports }));
  return { toolchain, go, opened, planned };
}

/** Judges files that are there already. */
async function inspectFiles({ where, artifacts, gate }: InspectRequest, ports: Ports): Promise<Report> {
  const given = await ports.log.group("Inspect the artifacts", () => inspectGiven({ ...where, ...artifacts }, ports));
  const { prove: args } = artifacts;
  const proofs = args.length === 0 ? new Map<GivenFile, Proof>() : await proveFiles(given, { ...where, args }, ports);
  const { cells, verdict } = judge(explainFiles(given, proofs), { recommendation: [], rules: gate, base: null });
  return report({
    ...ports,
    ...where,
    ...gate,
    cells,
    recommendation: [],
    verdict,
    base: null,
    toolchain: null,
    cc: null,
    cache: null,
  });
}

/** Go is needed only to build the helper that starts them; any Go will do. */
async function proveFiles(
  given: readonly GivenFile[],
  start: { readonly workingDirectory: string; readonly args: readonly string[] },
  ports: Ports,
): Promise<ReadonlyMap<GivenFile, Proof>> {
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
