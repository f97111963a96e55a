import pLimit from "p-limit";
import { ConfigError, NothingToBuild, NotListed } from "../errors.ts";
import { describeCompiler } from "./c-compiler.ts";
import { checkLinkerFlags, parseGOFLAGS, parseGoFlags } from "../go/go-flags.ts";
import { readGoEnv } from "./go-env.ts";
import { GoLister } from "./go-list.ts";
import { parsePlatform } from "../go/platform.ts";
import { choosePlatformNames, type PlannedRelease, planRelease, type ReleaseTools, withRoles } from "./plan-release.ts";
import { type PlanContext, type PlanPorts, type PlanRequest, planTargets } from "./plan-targets.ts";
import { readGivenEnv } from "./shown-env.ts";
import { type Go, mustSucceed } from "../go/command.ts";
import type { GoPackage, PackageGraph } from "../model/packages.ts";
import type { PlannedCell, Plan, GoModule } from "../model/plan.ts";
import type { Platform } from "../model/platform.ts";
import type { ReleaseDescription } from "../model/release.ts";

type PlanTools = {
  readonly go: Go;
  readonly ports: PlanPorts;
  /** Whether the C compiler is to be in the plan, with its version: it is for the report alone. */
  readonly isReported?: boolean;
  /** What the repository says of its releases; null: something else ships. */
  readonly release: PlannableRelease | null;
};

/** Releases as they are described, with what is needed to plan them. */
export type PlannableRelease = Omit<ReleaseTools, "context"> & {
  readonly description: ReleaseDescription;
  /** Why nothing was looked for; null where it was. */
  readonly why: string | null;
};

/**
 * Packages × platforms × strategies → cells. Asks the go command, builds nothing. What cannot be loaded and may be a program is a
 * cell too: its build fails in Go's own words. Throws ConfigError for names, flags and platforms that cannot be meant.
 */
export async function plan(
  request: PlanRequest,
  modules: readonly GoModule[],
  { go, ports, isReported = true, release }: PlanTools,
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
    strategies: build.strategies,
    userFlags,
    goflags: parseGOFLAGS(goEnv.GOFLAGS),
    limit: pLimit(ports.host.cpus),
    lister: new GoLister(go, { limit: ports.host.cpus, files: ports.files }),
  };
  // Linker flags that Go cannot read would make every build fail alike: say so once, before any.
  checkLinkerFlags(userFlags, "flags");
  checkLinkerFlags(context.goflags, "GOFLAGS");
  const { platforms, note } = await choosePlatforms(context, dir, release?.description.entries ?? []);
  const listed = await listTargets(modules, platforms, context);
  const cc = isReported ? await describeCompiler(goEnv.CC, { dir, env: go.env }, ports) : null;
  const { goflags } = context;
  const described = describedRelease(release, note);
  if (listed instanceof NotListed) return { cells: [], whyEmpty: listed, goflags, cc, release: described };
  const released = await listReleased(release, platforms, { context, listed });
  const order = build.strategies.map(({ name }) => name);
  const all = withRoles([...released.cells, ...withoutExcluded(listed)], build.ship);
  const sorted = all.toSorted(
    (a, b) =>
      compareText(a.package, b.package) ||
      compareText(a.platform.name, b.platform.name) ||
      order.indexOf(a.strategy.name) - order.indexOf(b.strategy.name) ||
      compareText(a.strategy.name, b.strategy.name),
  );
  const found = sorted.every(isUnplaced) ? [] : sorted;
  const whyEmpty =
    found.length === 0 ? noMainPackage(where.packages, modules, await listAnything(context, modules)) : null;
  const notUnderstood = [...described.notUnderstood, ...released.notUnderstood];
  return { cells: found, whyEmpty, goflags, cc, release: { ...described, notUnderstood } };
}

function describedRelease(release: PlannableRelease | null, note: string | null): Plan["release"] {
  const { notUnderstood = [], hints = [] } = release?.description ?? {};
  return { notUnderstood, hints, note: release?.why ?? note };
}

/** The release builds of the programs that this run is about: of all where it looks at the default packages, else of those listed. */
async function listReleased(
  release: PlannableRelease | null,
  platforms: readonly Platform[],
  { context, listed }: { readonly context: PlanContext; readonly listed: readonly PlannedCell[] },
): Promise<PlannedRelease> {
  if (release === null) return { cells: [], notUnderstood: [] };
  const { entries } = release.description;
  const found = await planRelease(entries, platforms, { ...release, context });
  if (context.request.where.packages.join(" ") === "./...") return found;
  const programs = new Set(listed.map((cell) => cell.package));
  return { ...found, cells: found.cells.filter((cell) => programs.has(cell.package)) };
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

async function choosePlatforms(
  context: PlanContext,
  dir: string,
  entries: ReleaseDescription["entries"],
): Promise<{ readonly platforms: readonly Platform[]; readonly note: string | null }> {
  const { request, go, goEnv } = context;
  const own = `${goEnv.GOOS}/${goEnv.GOARCH}`;
  const { names, note } = choosePlatformNames(request.where.platforms, own, entries);
  if (request.where.platforms.length === 0 && note === null) return { platforms: [parsePlatform(own, [own])], note };
  // Go 1.25 and newer build dist when it is first asked for.
  const result = await go.work(["tool", "dist", "list"], { cwd: dir });
  const known = mustSucceed("go tool dist list", result).split(/\s+/).filter(Boolean);
  return { platforms: names.map((name) => parsePlatform(name, known)), note };
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
      ? // Go's own advice stands behind it.
        error.replace(/\. You can add the module to the workspace using:[\s\S]*|; to add it:[\s\S]*/, "").trim()
      : others.length > 0
        ? `it matches only ${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""}`
        : `it matches no package with Go files for this platform`;
  const PatternError = error === undefined || error === null ? NothingToBuild : ConfigError;
  return new PatternError(
    `packages: "${packages.join(" ")}" matches no main package in ${where}: ${why}; ` + adviseOn(why),
  );
}

/** What to do about a pattern that names nothing, by the go command's words (cmd/go/internal/modload/load.go, go1.26). */
function adviseOn(why: string): string {
  if (/listed in go\.work|not one of the workspace modules/.test(why))
    return "run go work use on the folder of its module, or set GOWORK=off";
  if (/does not contain main module|go\.mod file not found|cannot find main module/.test(why))
    return "no go.mod governs that folder: set working-directory to the folder of the module";
  if (why.startsWith("no Go files in "))
    return "./... takes all programs below, those of every module of a go.work included";
  return "give a folder or import path of a package main, or a pattern such as ./cmd/...";
}
