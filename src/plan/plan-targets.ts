import { ConfigError, MachineFault, NotListed } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { type CCompilers, findCCompilers } from "./c-compiler.ts";
import { lastValue, mergeFlags } from "../go/go-flags.ts";
import { buildFlags } from "../go/goflags.ts";
import { didYouMean } from "../text/nearest.ts";
import { withCxx } from "./cxx-cells.ts";
import { cgoEnvOf, type GoEnv, readCgoEnv } from "./go-env.ts";
import { type GoLister, silentFailure } from "./go-list.ts";
import { shownEnv, shownWorkspace } from "./shown-env.ts";
import { cgoOnlyReason, compilerSkip, whyCgoIsOff } from "./skip.ts";
import type { Go } from "../go/command.ts";
import { isSourceFault } from "../go/source-faults.ts";
import { findMachineFault } from "../go/machine-faults.ts";
import { withoutFolder } from "../text/folders.ts";
import type { Environment } from "../model/environment.ts";
import { isProgram, type PackageGraph } from "../model/packages.ts";
import type { PlannedCell, GoFlag, CgoEnv, GoModule } from "../model/plan.ts";
import type { Platform } from "../model/platform.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";

/** What planning needs of the world beside the go command. */
export type PlanPorts = Pick<Ports, "ask" | "files" | "host">;

/** What is to be built. */
export type PlanRequest = Pick<CheckRequest, "where" | "build">;

export type PlanContext = {
  readonly request: PlanRequest;
  readonly go: Go;
  readonly ports: PlanPorts;
  readonly goEnv: GoEnv;
  /** What is set for Go and C beside Go's own defaults. */
  readonly givenEnv: Environment;
  readonly strategies: readonly Strategy[];
  readonly userFlags: readonly GoFlag[];
  readonly goflags: readonly GoFlag[];
  readonly limit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly lister: GoLister;
};

/** The cells of one platform for the main packages of one module. */
export async function planTargets(
  module: GoModule,
  platform: Platform,
  context: PlanContext,
): Promise<readonly PlannedCell[]> {
  const { goEnv, go, ports } = context;
  const planCells = async (): Promise<{ cells: CellPlan[]; goCC: string }> => {
    const workspace = await shownWorkspace(context.givenEnv, module.dir, ports.files);
    const target = { module, platform, workspace, ...(await findCgoGraph(module, platform, context)) };
    const cells = context.strategies.map((strategy) => planCell(strategy, target, context));
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
  if (!isSourceFault(error))
    return new ConfigError(describeRefusal(error) ?? `packages: ${patterns.join(" ")}: ${error}`);
  return new NotListed(withoutFolder(`packages: ${patterns.join(" ")}: ${error}`, dir));
}

/** What the go command refuses to list for the sake of a flag, and not of a package; null for all else. */
function describeRefusal(error: string): string | null {
  const message = error.replace(/^go: /, "");
  if (message.includes("$GOFLAGS")) return `GOFLAGS: ${message}`;
  const [, unknown] = /^flag provided but not defined: (-\S+)/.exec(message) ?? [];
  if (unknown !== undefined)
    return `flags: ${unknown} is not a flag of go build${didYouMean(unknown, [...buildFlags])}`;
  return /^(?:-[a-z]+ |buildmode=|reading overlay: |invalid (?:boolean )?value |open \S*\.mod: )/.test(message)
    ? `flags: ${message}`
    : null;
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
    role: "compared" as const,
    release: null,
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
