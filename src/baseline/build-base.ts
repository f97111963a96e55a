import { join, relative, resolve } from "node:path";
import { ConfigError, MachineFault } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { regressionOf } from "../judge/regression.ts";
import { findArrivals } from "./arrivals.ts";
import { findHunks, findIgnored } from "./changes.ts";
import type { Clock } from "./clock.ts";
import { type BaseCommit, type BaseTools, type ListedBase, withoutTree } from "./list-base.ts";
import { buildKey, pairBuilds, shippedBuilds } from "./pair-builds.ts";
import { inFolder } from "./pair-programs.ts";
import { releaseChanges } from "./release-changes.ts";
import { pathIn, short } from "./repository.ts";
import type { Arrival, Baseline, BaseCell, Hunk } from "../model/baseline.ts";
import type { Explained, OwnCell } from "../model/cell.ts";
import { reachable } from "../model/packages.ts";
import type { Plan } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";

/** Builds, inspects and explains a plan. */
export type Examine = (plan: Plan, request: CheckRequest, tools: BaseTools) => Promise<Explained>;

type BaseBuild = {
  readonly commit: BaseCommit;
  readonly listed: ListedBase;
  /** Of the head. */
  readonly plan: Plan;
  /** What could have regressed. */
  readonly open: readonly OwnCell[];
  /** Import path of the head -> the one on the base, where it is another. */
  readonly baseNames: ReadonlyMap<string, string>;
};

type BuildContext = {
  readonly ports: Ports;
  readonly clock: Clock;
  readonly examine: Examine;
  /** Of the head. */
  readonly workingDirectory: string;
};

/** Builds of the base what could have regressed. Throws ConfigError when that cannot be done. */
export async function buildBase(what: BaseBuild, context: BuildContext): Promise<Pick<Baseline, "cells" | "steps">> {
  const { commit, listed, open, baseNames } = what;
  const { sha, baseConfig } = commit;
  const { plan, tree, request, tools } = listed;
  if (baseConfig.unknownShip !== null) throw new ConfigError(baseConfig.unknownShip);
  const baseName = (path: string): string => baseNames.get(path) ?? path;
  const shipped = pairBuilds(shippedBuilds(what.plan.cells, baseName), shippedBuilds(plan.cells));
  const baseKeys = new Map(shipped.map(({ head, base }) => [buildKey(head), buildKey(base)]));
  const baseKey = (head: OwnCell): string => baseKeys.get(buildKey({ ...head, package: baseName(head.package) })) ?? "";
  const wanted = new Set(open.map(baseKey));
  const cells = shippedBuilds(plan.cells).flatMap((each) => (wanted.has(buildKey(each)) ? [each.cell] : []));
  const explained = cells.length === 0 ? null : await context.examine({ ...plan, cells }, request, tools);
  const before = (explained?.cells ?? []).map((cell) => withPlainReason(cell, tree, context.clock));
  const pairs = open.flatMap((head) => {
    const base = before.find((each) => buildKey(each) === baseKey(head));
    return base === undefined ? [] : [{ head, base }];
  });
  const arrivals = await explainWorse(pairs, what, context);
  const compared = pairs.map(({ head, base }, at): BaseCell => {
    const found = arrivals[at];
    const { repository } = commit;
    const shownPath = (file: string): string =>
      relative(resolve(context.workingDirectory), join(repository.alias, file)).replaceAll("\\", "/");
    const settings = releaseChanges(base.planned.release, head.planned.release, shownPath);
    return { head, cell: base, from: "build", settings, ...(found === undefined ? {} : { arrivals: found }) };
  });
  const targets = cells.length === 1 ? "1 target" : `${cells.length} targets`;
  const steps = [cells.length === 0 ? `listed the targets of ${short(sha)}` : `built ${targets} of ${short(sha)}`];
  if (compared.some(({ cell }) => cell.status === "failed")) steps.push(...(await explainFailure(what, context)));
  return { cells: compared, steps };
}

type Pair = { readonly head: OwnCell; readonly base: OwnCell };

/** Of each target that is worse, what of the change may be to blame; undefined for all others. */
async function explainWorse(
  pairs: readonly Pair[],
  { commit, listed }: BaseBuild,
  { ports, workingDirectory }: BuildContext,
): Promise<readonly (readonly Arrival[] | undefined)[]> {
  const { sha, repository, changes } = commit;
  const known = new Map<string, Promise<readonly Hunk[]>>();
  const hunksOf = (name: string): Promise<readonly Hunk[]> => {
    const found = known.get(name) ?? findHunks(name, { base: sha, changes, repository }, ports);
    known.set(name, found);
    return found;
  };
  const changed = { repository, tree: listed.tree, changes, workingDirectory, hunksOf, files: ports.files };
  const isWorse = ({ head, base }: Pair): boolean => regressionOf(head, base)?.kind === "regression";
  try {
    return await Promise.all(
      pairs.map((pair) => (isWorse(pair) ? findArrivals(pair, changed) : Promise.resolve(undefined))),
    );
  } catch (thrown) {
    // They only say what is to blame. When git is ended, or the time is over, that it is worse is known all the same.
    if (thrown instanceof MachineFault) return [];
    throw thrown;
  }
}

function withPlainReason(cell: OwnCell, tree: string, clock: Clock): OwnCell {
  if (cell.reason === null) return cell;
  const isEnded = cell.status === "failed" && clock.isOver();
  return isEnded
    ? { ...cell, reason: clock.why, fault: "machine" }
    : { ...cell, reason: withoutTree(cell.reason, tree) };
}

/** What git ignores is in the work tree of the head alone: generated code, mostly. */
async function explainFailure({ commit, open }: BaseBuild, { ports, clock }: BuildContext): Promise<string[]> {
  if (clock.isOver()) return [clock.why];
  const { repository } = commit;
  const ignored = await findIgnored(repository, ports);
  const folders = new Set(
    open.flatMap(({ planned: { graph, package: main } }) =>
      [...reachable(graph, main)].flatMap((path) => pathIn(repository, graph.get(path)?.dir ?? "/") ?? []),
    ),
  );
  const used = ignored.filter((file) => folders.has(inFolder(file)));
  if (used.length === 0) return [];
  const more = used.length > 3 ? ` and ${used.length - 3} more` : "";
  return [`the head is built with files that git ignores and the base has not: ${used.slice(0, 3).join(", ")}${more}`];
}
