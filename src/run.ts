import { build } from "./build/build.ts";
import { compare } from "./compare/compare.ts";
import { explainFiles } from "./explain/explain-files.ts";
import { explain, withoutBuilding } from "./explain/explain.ts";
import { type GivenFile, inspectGiven } from "./inspect/given.ts";
import { type Inspected, inspectEach } from "./inspect/inspect.ts";
import type { InstallRequest, Toolchain } from "./install/install.ts";
import { locateModules } from "./plan/modules.ts";
import { type Plan, plan } from "./plan/plan.ts";
import { predict } from "./predict/predict.ts";
import type { Proof } from "./prove/judge.ts";
import { proveGiven, proveInspected } from "./prove/prove-artifacts.ts";
import type { Ports } from "./ports/types.ts";
import { report, type Report } from "./report/report.ts";
import type { CheckRequest, InspectRequest, Request } from "./request.ts";

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

/** Builds the programs under every strategy and judges what comes out. */
async function check(request: CheckRequest, ports: Ports): Promise<Report> {
  const { log, files } = ports;
  const { toolchain, planned } = await prepare(request, ports);
  const predictions = await predict(planned, toolchain, files);
  const builds = await log.group("Build", () => build(planned, toolchain, ports));
  const inspected = await log.group("Inspect the artifacts", () => inspectEach(builds, request.outputDir, ports));
  const proofs =
    request.prove.length === 0
      ? new Map<Inspected, Proof>()
      : await log.group("Prove", () => proveInspected(inspected, request.prove, { toolchain, ports }));
  const explained = await log.group("Explain", () =>
    explain(inspected, { plan: planned, predictions, toolchain, proofs, request, ports }),
  );
  const verdict = compare(explained.cells, explained.recommendation, request);
  return report({ ...ports, explained, verdict, toolchain, cc: planned.cc, ship: request.ship });
}

/** Says what the rules of the toolchain would make of every strategy, without a build. */
async function foretell(request: CheckRequest, ports: Ports): Promise<Report> {
  const { log, files } = ports;
  const { toolchain, planned } = await prepare(request, ports);
  const explained = await log.group("Explain", async () => {
    const predictions = await predict(planned, toolchain, files);
    const context = { plan: planned, predictions, toolchain, proofs: new Map<Inspected, Proof>(), request, ports };
    return explain(withoutBuilding(planned), context);
  });
  const verdict = compare(explained.cells, explained.recommendation, request);
  return report({ ...ports, explained, verdict, toolchain, cc: planned.cc, ship: request.ship });
}

/** The Go that builds, and what it is to build. */
async function prepare(request: CheckRequest, ports: Ports): Promise<{ toolchain: Toolchain; planned: Plan }> {
  const { log, files, env } = ports;
  const modules = await locateModules(request, files, env);
  const workingDirectory = modules[0]?.dir ?? request.workingDirectory;
  const toolchain = await installGo({ ...request, workingDirectory }, ports);
  const planned = await log.group("Plan the builds", () => plan(request, modules, { toolchain, ports }));
  return { toolchain, planned };
}

/** Judges files that are there already. */
async function inspectFiles(request: InspectRequest, ports: Ports): Promise<Report> {
  const given = await ports.log.group("Inspect the artifacts", () => inspectGiven(request, ports));
  const proofs = request.prove.length === 0 ? new Map<GivenFile, Proof>() : await proveFiles(given, request, ports);
  const explained = { cells: explainFiles(given, proofs), recommendation: [] };
  const verdict = compare(explained.cells, [], { ...request, ship: null });
  return report({ ...ports, explained, verdict, toolchain: null, cc: null, ship: null });
}

/** Go is needed only to build the helper that starts them. */
async function proveFiles(
  given: readonly GivenFile[],
  request: InspectRequest,
  ports: Ports,
): Promise<ReadonlyMap<GivenFile, Proof>> {
  const anyGo = {
    workingDirectory: request.workingDirectory,
    goVersion: null,
    goVersionFile: null,
    goDownloadBaseUrl: null,
  };
  const toolchain = await installGo(anyGo, ports);
  const { prove: args, workingDirectory } = request;
  return ports.log.group("Prove", () => proveGiven(given, { args, workingDirectory }, { toolchain, ports }));
}

/** Loaded when it is wanted: judging files needs no Go, and starts a tenth sooner without the rules of version numbers. */
async function installGo(wanted: InstallRequest, ports: Ports): Promise<Toolchain> {
  const { install } = await import("./install/install.ts");
  return ports.log.group("Install Go", () => install(wanted, ports));
}
