import pLimit from "p-limit";
import { ConfigError, MachineFault, NothingToBuild, NotListed } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { type CCompilers, describeCompiler, findCCompilers } from "./c-compiler.ts";
import { checkLinkerFlags, lastValue, mergeFlags, parseGOFLAGS, parseGoFlags } from "../go/go-flags.ts";
import { withCxx } from "./cxx-cells.ts";
import { cgoEnvOf, type GoEnv, readCgoEnv, readGoEnv } from "./go-env.ts";
import { GoLister, silentFailure } from "./go-list.ts";
import { parsePlatform } from "../go/platform.ts";
import { readGivenEnv, shownEnv, shownWorkspace } from "./shown-env.ts";
import { cgoOnlyReason, compilerSkip, whyCgoIsOff } from "./skip.ts";
import { type Go, mustSucceed } from "../go/command.ts";
import { isSourceFault } from "../go/source-faults.ts";
import { findMachineFault } from "../go/machine-faults.ts";
import { withoutFolder } from "../text/folders.ts";
import type { Environment } from "../model/environment.ts";
import { type GoPackage, isProgram, type PackageGraph } from "../model/packages.ts";
import type { PlannedCell, Plan, GoFlag, CgoEnv, Platform, GoModule } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

/** What planning needs of the world beside the go command. */
type PlanPorts = Pick<Ports, "ask" | "files" | "host">;

/** What is to be built. */
type PlanRequest = Pick<CheckRequest, "where" | "build">;

type PlanContext = {
  readonly request: PlanRequest;
  readonly go: Go;
  readonly ports: PlanPorts;
  readonly goEnv: GoEnv;
  /** What is set for Go and C beside Go's own defaults. */
  readonly givenEnv: Environment;
  readonly userFlags: readonly GoFlag[];
  readonly goflags: readonly GoFlag[];
  readonly limit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly lister: GoLister;
};

type PlanTools = {
  readonly go: Go;
  readonly ports: PlanPorts;
  /** Whether the C compiler is to be in the plan, with its version: it is for the report alone. */
  readonly isReported?: boolean;
};

/**
 * Packages × platforms × strategies → cells. Asks the go command, builds nothing. What cannot be loaded and may be a program is a
 * cell too: its build fails in Go's own words. Throws ConfigError for names, flags and platforms that cannot be meant.
 */
export async function plan(
  request: PlanRequest,
  modules: readonly GoModule[],
  { go, ports, isReported = true }: PlanTools,
): Promise<Plan> {
  const { where, build } = request;
  const userFlags = parseGoFlags(build.flags, "flags");
  const dir = modules[0]?.dir ?? where.workingDirectory;
  const goEnv = await readGoEnv(go, dir, ports.files);
  const context: PlanContext = {
    request,
    go,
    ports,
    goEnv,
    givenEnv: await readGivenEnv(go, goEnv, ports.files),
    userFlags,
    goflags: parseGOFLAGS(goEnv.GOFLAGS),
    limit: pLimit(ports.host.cpus),
    lister: new GoLister(go, { limit: ports.host.cpus, files: ports.files }),
  };
  // Linker flags that Go cannot read would make every build fail alike: say so once, before any.
  checkLinkerFlags(userFlags, "flags");
  checkLinkerFlags(context.goflags, "GOFLAGS");
  const platforms = await choosePlatforms(context, dir);
  const listed = await listTargets(modules, platforms, context);
  const cc = isReported ? await describeCompiler(goEnv.CC, { dir, env: go.env }, ports) : null;
  const { goflags } = context;
  if (listed instanceof NotListed) return { cells: [], whyEmpty: listed, goflags, cc };
  const order = build.strategies.map(({ name }) => name);
  const sorted = withoutExcluded(listed).toSorted(
    (a, b) =>
      compareText(a.package, b.package) ||
      compareText(a.platform.name, b.platform.name) ||
      order.indexOf(a.strategy.name) - order.indexOf(b.strategy.name),
  );
  const found = sorted.every(isUnplaced) ? [] : sorted;
  const whyEmpty =
    found.length === 0 ? noMainPackage(where.packages, modules, await listAnything(context, modules)) : null;
  return { cells: found, whyEmpty, goflags, cc };
}

/** All cells; or what the go command says where it can list nothing. */
async function listTargets(
  modules: readonly GoModule[],
  platforms: readonly Platform[],
  context: PlanContext,
): Promise<readonly PlannedCell[] | NotListed> {
  try {
    const targets = modules.flatMap((module) => platforms.map((platform) => planTargets(module, platform, context)));
    return (await Promise.all(targets)).flat();
  } catch (thrown) {
    if (thrown instanceof NotListed) return thrown;
    throw thrown;
  }
}

/** The plan itself; throws its ConfigError when it has no program. */
export function requirePrograms(planned: Plan): Plan {
  if (planned.whyEmpty !== null) throw planned.whyEmpty;
  return planned;
}

/** A program that was named and is for other platforms of this run is no target here. */
function withoutExcluded(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const loaded = new Set(cells.filter((cell) => mainOf(cell)?.state === "loaded").map((cell) => cell.package));
  return cells.filter((cell) => mainOf(cell)?.state !== "excluded" || !loaded.has(cell.package));
}

/** A pattern that leads nowhere, in the place of a package. */
function isUnplaced(cell: PlannedCell): boolean {
  return cell.packageDir === "" || cell.package.startsWith(".");
}

function mainOf({ cgoGraph, graph, package: main }: PlannedCell): GoPackage | undefined {
  return cgoGraph.get(main) ?? graph.get(main);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function choosePlatforms(context: PlanContext, dir: string): Promise<readonly Platform[]> {
  const { request, go, goEnv } = context;
  const { platforms } = request.where;
  const own = `${goEnv.GOOS}/${goEnv.GOARCH}`;
  if (platforms.length === 0) return [parsePlatform(own, [own])];
  // Go 1.25 and newer build dist when it is first asked for.
  const result = await go.work(["tool", "dist", "list"], { cwd: dir });
  const known = mustSucceed("go tool dist list", result).split(/\s+/).filter(Boolean);
  return platforms.map((name) => parsePlatform(name, known));
}

/** The cells of one platform for the main packages of one module. */
async function planTargets(
  module: GoModule,
  platform: Platform,
  context: PlanContext,
): Promise<readonly PlannedCell[]> {
  const { goEnv, go, ports } = context;
  const planCells = async (): Promise<{ cells: CellPlan[]; goCC: string }> => {
    const workspace = await shownWorkspace(context.givenEnv, module.dir, ports.files);
    const target = { module, platform, workspace, ...(await findCgoGraph(module, platform, context)) };
    const cells = context.request.build.strategies.map((strategy) => planCell(strategy, target, context));
    return { cells: await Promise.all(cells), goCC: target.cgoEnv.CC };
  };
  const [listing, planned] = await Promise.all([
    context.lister.list(module, { env: { ...platform.env, CGO_ENABLED: "1" }, flags: context.userFlags }),
    planCells(),
  ]);
  if ("error" in listing) throw notListed(module, listing.error);
  const cgoGraph = listing.graph;
  const cells = planned.cells.map((cell) => ({ ...cell, cgoGraph, graph: cell.graph ?? cgoGraph }));
  const targets = mainPackages([cgoGraph, ...cells.map(({ graph }) => graph)]).flatMap(({ importPath, dir }) =>
    cells.map((cell) => {
      const whyOff = whyCgoIsOff(cell.strategy, cell.isNative);
      const cgoOnly = cgoOnlyReason(importPath, { graph: cell.graph, cgoGraph, whyOff });
      const skip = cell.skip ?? (cgoOnly === null ? null : { reason: cgoOnly, fault: "sources" as const });
      return { ...cell, package: importPath, packageDir: dir, skip };
    }),
  );
  const host = `${goEnv.GOHOSTOS}/${goEnv.GOHOSTARCH}`;
  return withCxx(targets, { go, ports, host, goCC: planned.goCC });
}

function notListed({ patterns, dir }: GoModule, error: string): Error {
  const fault = error === silentFailure ? error : findMachineFault(error);
  if (fault !== null) return new MachineFault(fault);
  if (!isSourceFault(error)) return new ConfigError(`packages: ${patterns.join(" ")}: ${error}`);
  return new NotListed(withoutFolder(`packages: ${patterns.join(" ")}: ${error}`, dir));
}

type Target = Pick<PlannedCell, "platform" | "cgoEnv"> & {
  readonly module: GoModule;
  /** GOWORK, where it has to be typed. */
  readonly workspace: Environment;
  readonly compilers: CCompilers;
};

/** A cell but for its package: what all main packages of a module share under one strategy. */
type CellPlan = Omit<PlannedCell, "package" | "packageDir" | "graph" | "cgoGraph"> & {
  /** null for what is skipped: nobody listed it. */
  readonly graph: PackageGraph | null;
};

async function planCell(
  strategy: Strategy,
  { module, platform, workspace, compilers, cgoEnv }: Target,
  context: PlanContext,
): Promise<CellPlan> {
  const compiler = strategy.needs === "musl" ? compilers.musl : compilers.usual;
  const own = { ...(strategy.needs === "go" ? {} : compiler?.env), ...strategy.env };
  const flags = mergeFlags(context.userFlags, context.goflags, strategy);
  const { GOHOSTOS, GOHOSTARCH } = context.goEnv;
  const cgoEnabled = { ...cgoEnv, ...own }.CGO_ENABLED !== "0";
  const cell = {
    moduleDir: module.dir,
    platform,
    isNative: platform.goos === GOHOSTOS && platform.goarch === GOHOSTARCH,
    strategy,
    role: strategy.name === context.request.build.ship ? ("ships" as const) : ("compared" as const),
    flags,
    callerFlags: context.userFlags,
    buildmode: lastValue([...context.goflags, ...flags], "-buildmode") ?? "default",
    env: { ...platform.env, ...own },
    shownEnv: { ...workspace, ...shownEnv(context.givenEnv, platform, { goEnv: context.goEnv, cgoEnabled }), ...own },
    cgoEnv: { ...cgoEnv, ...own },
  };
  const skip = compilerSkip(strategy, platform, compilers);
  if (skip !== null) return { ...cell, skip, graph: null };
  // What the go command decides by itself is said aloud, so that strategies that come to the same share one listing.
  const env = { ...cell.env, CGO_ENABLED: cell.cgoEnv.CGO_ENABLED };
  const listing = await context.lister.list(module, { env, flags });
  return "error" in listing
    ? { ...cell, skip: { reason: listing.error, fault: "unknown" }, graph: null }
    : { ...cell, skip: null, graph: listing.graph };
}

/** What the go command and this machine have for cgo on one platform. */
function findCgoGraph(
  module: GoModule,
  platform: Platform,
  { go, ports, goEnv, limit }: PlanContext,
): Promise<{ readonly compilers: CCompilers; readonly cgoEnv: CgoEnv }> {
  return limit(async () => {
    const cgoEnv = cgoEnvOf(goEnv, platform.env) ?? (await readCgoEnv(go, module.dir, platform.env));
    const compilerQuery = {
      platform,
      host: `${goEnv.GOHOSTOS}/${goEnv.GOHOSTARCH}`,
      goCC: cgoEnv.CC,
      ccIsExplicit: (go.env.CC ?? "") !== "",
      env: go.env,
    };
    return { compilers: await findCCompilers(compilerQuery, ports), cgoEnv };
  });
}

function mainPackages(graphs: readonly PackageGraph[]): { importPath: string; dir: string }[] {
  const mains = new Map<string, string>();
  for (const graph of graphs) {
    for (const found of graph.values()) if (isProgram(found)) mains.set(found.importPath, found.dir);
  }
  return [...mains].map(([importPath, dir]) => ({ importPath, dir }));
}

async function listAnything(context: PlanContext, modules: readonly GoModule[]): Promise<PackageGraph> {
  const { GOOS, GOARCH } = context.goEnv;
  const configuration = { env: { GOOS, GOARCH, CGO_ENABLED: "1" }, flags: context.userFlags };
  const found = await Promise.all(modules.map((module) => context.lister.list(module, configuration)));
  return new Map(found.flatMap((listing) => ("error" in listing ? [] : [...listing.graph])));
}

function noMainPackage(packages: readonly string[], modules: readonly GoModule[], graph: PackageGraph): ConfigError {
  const matched = [...graph.values()].filter(({ depOnly }) => !depOnly);
  const error = matched.find((found) => found.error !== null)?.error;
  const others = matched
    .filter(({ name }) => name !== "")
    .map(({ importPath, name }) => `${importPath} (package ${name})`);
  const where = modules.map(({ dir }) => dir).join(", ");
  const why =
    error !== undefined && error !== null
      ? error.trim()
      : others.length > 0
        ? `it matches only ${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""}`
        : "it matches no package";
  const PatternError = error === undefined || error === null ? NothingToBuild : ConfigError;
  return new PatternError(
    `packages: "${packages.join(" ")}" matches no main package in ${where}: ${why}; ` + adviseOn(why),
  );
}

/** What to do about a pattern that names nothing, by the go command's words (cmd/go/internal/modload/load.go, go1.26). */
function adviseOn(why: string): string {
  if (/listed in go\.work|not one of the workspace modules/.test(why))
    return "go.work does not list this module: run go work use on its folder, or set GOWORK=off";
  if (/does not contain main module|go\.mod file not found|cannot find main module/.test(why))
    return "no go.mod governs that folder: set working-directory to the folder of the module";
  if (why.startsWith("no Go files in "))
    return "./... takes all programs below, those of every module of a go.work included";
  return "give a folder or import path of a package main, or a pattern such as ./cmd/...";
}
