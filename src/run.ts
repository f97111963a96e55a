import { build } from "./build/build.ts";
import { compare } from "./compare/compare.ts";
import { explain } from "./explain/explain.ts";
import { inspectEach } from "./inspect/inspect.ts";
import { install } from "./install/install.ts";
import { locateModules } from "./plan/modules.ts";
import { plan } from "./plan/plan.ts";
import type { Ports } from "./ports/types.ts";
import { report, type Report } from "./report/report.ts";
import type { Request } from "./request.ts";

/**
 * The whole program, in order. Each stage has a folder of its name; those that touch the world take `ports`, the rest are plain
 * functions. Throws ConfigError for the caller's mistakes and Interrupted when it was cut off; all else is in the report.
 */
export async function run(request: Request, ports: Ports): Promise<Report> {
  const { log, files, env, host } = ports;
  const { ship } = request;

  const modules = await locateModules(request, files, env);
  const workingDirectory = modules[0]?.dir ?? request.workingDirectory;
  const toolchain = await log.group("Install Go", () => install({ ...request, workingDirectory }, ports));
  const planned = await log.group("Plan the builds", () => plan(request, modules, { toolchain, ports }));
  const builds = await log.group("Build", () => build(planned, toolchain, ports));
  const inspected = await log.group("Inspect the artifacts", () => inspectEach(builds, request.outputDir, ports));
  const explained = await log.group("Explain", () => explain(inspected, { plan: planned, toolchain, request, files }));
  const verdict = compare(explained.cells, explained.recommendation, request);
  return report({ explained, verdict, toolchain, plan: planned, ship, host, env });
}
