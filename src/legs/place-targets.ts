import { hasCgo } from "../model/packages.ts";
import type { LegTarget, RunnerLabel } from "../model/leg-plan.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { Environment } from "../model/environment.ts";
import type { Host } from "../ports/types.ts";
import { listed } from "../text/english.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { defaultRunners } from "./runners.ts";
import type { Load } from "./split-legs.ts";

export type Machines = {
  /** The machine that plans. */
  readonly host: Host;
  /** Its environment for the go command. */
  readonly env: Environment;
  /** Labels that the config file gives. */
  readonly runners: Readonly<Record<string, RunnerLabel>>;
  /** Time in ms that builds took in earlier runs, by `weightKey`. */
  readonly times: ReadonlyMap<string, number>;
  /** How many legs there are to be; null: nobody said it. */
  readonly count: number | null;
};

export type PlacedTargets = {
  readonly loads: readonly Load[];
  /** What a runner of its own does that the planning machine could not, each in a sentence. */
  readonly notes: readonly string[];
};

/**
 * Where each target is built, and how much work it is. A program with cgo goes to a runner of its own platform, which has a C compiler for
 * it; all others are cross-compiled by runners like the one that plans. Where there are to be fewer legs than such runners, the
 * smallest groups go there too.
 */
export function placeTargets(cells: readonly PlannedCell[], machines: Machines): PlacedTargets {
  const targets = groupBy(cells, (cell) => `${cell.package}\n${cell.platform.name}`);
  const found = targets.map((group) => loadOf(group, nativeMachine(group, machines), machines));
  const { host, count } = machines;
  const home = `${host.os}/${host.arch}`;
  const kept = keptMachines(found, { home, count });
  const loads = targets.map((group, at) => {
    const load = found[at];
    return load !== undefined && kept.has(load.machine) ? load : loadOf(group, home, machines);
  });
  return { loads, notes: notesOf(loads, home) };
}

/** GOOS/GOARCH of the runner for a target. */
function nativeMachine([first]: readonly [PlannedCell, ...PlannedCell[]], { host, runners }: Machines): string {
  const { goos, goarch } = first.platform;
  const own = `${goos}/${goarch}`;
  const isKnown = Object.hasOwn(runners, own) || Object.hasOwn(defaultRunners, own);
  return isKnown && hasCgo(first.cgoGraph, first.package) ? own : `${host.os}/${host.arch}`;
}

function keptMachines(
  loads: readonly Load[],
  { home, count }: { readonly home: string; readonly count: number | null },
): ReadonlySet<string> {
  const groups = groupBy(
    loads.filter(({ machine }) => machine !== home),
    ({ machine }) => machine,
  ).toSorted((a, b) => weightOf(b) - weightOf(a));
  const all = groups.map(([{ machine }]) => machine);
  const isFull = loads.some(({ machine }) => machine === home) || groups.length > (count ?? groups.length);
  return new Set([home, ...(count === null ? all : all.slice(0, Math.max(0, count - (isFull ? 1 : 0))))]);
}

function weightOf(loads: readonly Load[]): number {
  return loads.reduce((sum, { weight }) => sum + weight, 0);
}

function loadOf(cells: readonly [PlannedCell, ...PlannedCell[]], machine: string, machines: Machines): Load {
  const { host, runners, env, times } = machines;
  const [first] = cells;
  const isAway = machine !== `${host.os}/${host.arch}`;
  const builds = cells.map((cell) => ({ strategy: cell.strategy.name, cgo: cgoOf(cell, isAway, env) }));
  const target: LegTarget = { package: first.package, platform: first.platform.name, builds };
  const runner = runners[machine] ?? defaultRunners[machine] ?? defaultRunners["linux/amd64"] ?? "ubuntu-latest";
  return { target, machine, runner, weight: cells.reduce((sum, cell) => sum + weightOfBuild(cell, times), 0) };
}

/** CGO_ENABLED as it will be there: on by default where there is a C compiler, as GitHub's runners have one. */
function cgoOf(cell: PlannedCell, isAway: boolean, env: Environment): string | null {
  const given = cell.env.CGO_ENABLED ?? env.CGO_ENABLED ?? "";
  if (given !== "") return given;
  return isAway ? "1" : cell.cgoEnv.CGO_ENABLED;
}

/** The key of a build's time. */
export function weightKey(cell: {
  readonly package: string;
  readonly platform: string;
  readonly strategy: string;
}): string {
  return [cell.package, cell.platform, cell.strategy].join("\n");
}

/** ms that one package of a program adds to a build whose packages are compiled already: linking (bench/needed.ts). */
const msOfPackage = 3;
const msOfBuild = 200;

function weightOfBuild(cell: PlannedCell, times: ReadonlyMap<string, number>): number {
  const known = times.get(
    weightKey({ package: cell.package, platform: cell.platform.name, strategy: cell.strategy.name }),
  );
  return known ?? msOfBuild + msOfPackage * cell.cgoGraph.size;
}

function notesOf(loads: readonly Load[], home: string): readonly string[] {
  const away = groupBy(
    loads.filter(({ machine }) => machine !== home),
    ({ machine }) => machine,
  );
  return away.map((group) => {
    const [{ runner }] = group;
    const platforms = unique(group.map(({ target }) => target.platform));
    const label = typeof runner === "string" ? runner : runner.join(" ");
    return `programs with cgo for ${listed(platforms)} are built on ${label} with its C compiler; a run on one machine cross-compiles them`;
  });
}
