import type { Leg, LegTarget, RunnerLabel } from "../model/leg-plan.ts";
import { groupBy, unique } from "../text/group-by.ts";
import { plural } from "../text/english.ts";

/** GitHub's limit for the jobs of one matrix (docs.github.com, "Running variations of jobs in a workflow"). */
export const mostLegs = 256;

/** A target with where it is to be built and how much work that is. */
export type Load = {
  readonly target: LegTarget;
  /** GOOS/GOARCH of the runner. */
  readonly machine: string;
  readonly runner: RunnerLabel;
  /** Any unit, the same for all. */
  readonly weight: number;
};

type Group = { readonly machine: string; readonly runner: RunnerLabel; readonly loads: readonly Load[] };

/**
 * Targets to legs: by runner first, then by platform, then by weight, each leg a run of targets in their order. `count`: how many legs
 * there are to be, at most 256; null: as many as it takes to keep each below `legWeight`. There are never more legs than targets, and
 * never fewer than runners.
 */
export function splitLegs(
  loads: readonly Load[],
  { count, legWeight }: { readonly count: number | null; readonly legWeight: number },
): readonly Leg[] {
  const groups = groupBy(loads, ({ runner }) => JSON.stringify(runner)).map((group): Group => {
    const [{ machine, runner }] = group;
    return { machine, runner, loads: byPlatform(group) };
  });
  const shares = sharesOf(groups, count ?? naturalCount(groups, legWeight));
  const parts = groups.flatMap((group, at) => cut(group.loads, shares[at] ?? 1).map((part) => ({ group, part })));
  return named(parts.map(({ group, part }) => ({ ...group, loads: part })));
}

/** Platforms stay together, because their builds share compiled packages. */
function byPlatform(loads: readonly Load[]): readonly Load[] {
  return groupBy(loads, ({ target }) => target.platform).flat();
}

function weightOf(loads: readonly Load[]): number {
  return loads.reduce((sum, { weight }) => sum + weight, 0);
}

function naturalCount(groups: readonly Group[], legWeight: number): number {
  const wanted = groups.map(({ loads }) => Math.ceil(weightOf(loads) / legWeight));
  return Math.min(
    mostLegs,
    wanted.reduce((sum, each) => sum + Math.max(1, each), 0),
  );
}

/** One leg for each group, and each further one to the group whose legs are the heaviest. */
function sharesOf(groups: readonly Group[], count: number): readonly number[] {
  const shares = groups.map(() => 1);
  const most = Math.min(count, mostLegs);
  for (let given = groups.length; given < most; given++) {
    const heaviest = groups
      .map(({ loads }, at) => ({ at, load: weightOf(loads) / (shares[at] ?? 1), isFull: shares[at] === loads.length }))
      .filter(({ isFull }) => !isFull)
      .toSorted((a, b) => b.load - a.load)[0];
    if (heaviest === undefined) break;
    shares[heaviest.at] = (shares[heaviest.at] ?? 0) + 1;
  }
  return shares;
}

/** Cuts a list into so many parts of about the same weight, none of them empty. */
function cut(loads: readonly Load[], parts: number): readonly (readonly Load[])[] {
  const cuts: Load[][] = [];
  let [left, current]: [number, Load[]] = [weightOf(loads), []];
  for (const [at, load] of loads.entries()) {
    const [open, rest] = [parts - cuts.length, loads.length - at];
    const isFull = current.length > 0 && weightOf(current) + load.weight / 2 > left / open;
    if (current.length > 0 && open > 1 && (isFull || rest < open)) {
      left -= weightOf(current);
      cuts.push(current);
      current = [];
    }
    current.push(load);
  }
  return [...cuts, current];
}

function named(groups: readonly Group[]): readonly Leg[] {
  const slugs = groups.map(({ loads, machine }) => {
    const [platform = machine, ...others] = platformsOf(loads);
    return (others.length === 0 ? platform : machine).replaceAll(/[^a-z0-9.]+/g, "-");
  });
  const names = groups.map(({ loads }) => nameOf(loads));
  return groups.map(({ runner, loads }, at) => {
    const [slug = "", name = ""] = [slugs[at], names[at]];
    const number = slugs.slice(0, at).filter((each) => each === slug).length + 1;
    const [same, before] = [names, names.slice(0, at)].map((all) => all.filter((each) => each === name).length);
    const isOnly = same === 1;
    const targets = loads.map(({ target }) => target);
    return { id: `${slug}-${number}`, name: isOnly ? name : `${name} (${(before ?? 0) + 1})`, runner, targets };
  });
}

function platformsOf(loads: readonly Load[]): readonly string[] {
  return unique(loads.map(({ target }) => target.platform));
}

/** `linux/arm64, 12 programs`, `linux/386 and 3 more platforms, 40 programs` */
function nameOf(loads: readonly Load[]): string {
  const [first = "", ...others] = platformsOf(loads);
  const platforms = others.length === 0 ? first : `${first} and ${plural(others.length, "more platform")}`;
  const programs = unique(loads.map(({ target }) => target.package)).length;
  return `${platforms}, ${plural(programs, "program")}`;
}
