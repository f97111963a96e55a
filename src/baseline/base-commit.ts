import { resolve } from "node:path";
import { ConfigError, Interrupted, toError } from "../errors.ts";
import { renderFlags } from "../go/go-flags.ts";
import type { Ports } from "../ports/types.ts";
import { type BaseConfig, configOfBase } from "../config/config-of-base.ts";
import { buildBase, type BaselineContext, type Examined } from "./build-base.ts";
import { type Changes, findChanges, isUnchanged } from "./changes.ts";
import { type Clock, startClock } from "./clock.ts";
import { buildVariable } from "../go/build-variables.ts";
import { baseRefOfEvent, type BaseRef, readPayload } from "./event.ts";
import { findBase } from "./git.ts";
import { hunksFor } from "./hunks.ts";
import { findRepository, gitIn, pathIn, type Repository } from "./repository.ts";
import type { Baseline, BaseCell } from "../model/baseline.ts";
import { isStandalone, type OwnCell } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import type { Plan } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";

/**
 * Which commit this run is compared with. Throws ConfigError for events in which nothing should be built at all, and for a policy
 * that asks for nothing.
 */
export async function findBaseRef(
  { gate, baselineRef }: Pick<CheckRequest, "gate" | "baselineRef">,
  { env, files }: Pick<Ports, "env" | "files">,
): Promise<BaseRef> {
  const { baseline: kind, policy } = gate;
  if (kind === "policy" && policy.rules.length === 0 && gate.require === "none") {
    throw new ConfigError(
      "baseline: policy has nothing to go by: give the config file rules, or set require to static",
    );
  }
  // A change to the config file cannot switch the comparison off unseen: the base's own file is read, and nothing is built.
  const isOff = kind === "none" && policy.source?.lines.baseline !== undefined;
  return baseRefOfEvent({ baseline: isOff ? "auto" : kind, baselineRef }, env, await readPayload({ env, files }));
}

/**
 * Builds what the base commit would have shipped, but only where it can tell anything: a program that is static now cannot have
 * become dynamic. The same toolchain, environment and inputs on both sides, so that nothing but the commits differs: their sources,
 * and their config files.
 */
export async function baseline(
  baseRef: BaseRef,
  { head, request }: { readonly head: Examined; readonly request: CheckRequest },
  context: BaselineContext,
): Promise<Baseline> {
  if (baseRef.kind === "none") return { ...emptyBaseline, steps: [baseRef.why] };
  const clock = startClock(context.ports, context.timeLimitMs ?? 20 * 60_000);
  const { ports } = clock;
  const { baseline: kind } = request.gate;
  const suspects = head.cells.filter((cell) => cell.strategy === request.gate.ship && !isClean(cell));
  // Rules are compared whatever was built.
  const isWanted = suspects.length > 0 || kind === "policy";
  const repository = await findRepository(resolve(request.where.workingDirectory), ports);
  if ("why" in repository) return { ...emptyBaseline, isMissing: isWanted, steps: [repository.why] };
  const found = await findBase(baseRef, gitIn(repository.root, ports));
  if (found.kind !== "found") {
    const isMissing = found.kind === "missing" && isWanted && kind !== "none";
    return { ...emptyBaseline, isMissing, steps: found.steps };
  }

  const baseConfig = await configOfBase(request, {
    sha: found.sha,
    git: gitIn(repository.root, ports),
    pathIn: (path) => pathIn(repository, path),
  });
  const base = { sha: found.sha, repository, baseConfig, steps: [...found.steps, ...baseConfig.steps] };
  if (kind === "policy" || kind === "none") {
    const steps = [...base.steps, `baseline: ${kind}: its config was read, and nothing was built`];
    return { ...emptyBaseline, source: "policy", sha: found.sha, rules: baseConfig.request.gate, steps };
  }
  return compareSuspects(suspects, base, { ...context, ports, clock, head, request });
}

const emptyBaseline: Baseline = {
  source: "none",
  sha: null,
  steps: [],
  isMissing: false,
  cells: [],
  gone: [],
  hunks: new Map(),
  rules: null,
};

type BaseCommit = {
  readonly sha: string;
  readonly repository: Repository;
  readonly baseConfig: BaseConfig;
  readonly steps: readonly string[];
};

type Comparison = BaselineContext & { readonly clock: Clock; readonly head: Examined; readonly request: CheckRequest };

/** What the suspects were: from the same files, or else by a build. */
async function compareSuspects(
  suspects: readonly OwnCell[],
  { sha, repository, baseConfig, steps: earlierSteps }: BaseCommit,
  comparison: Comparison,
): Promise<Baseline> {
  const { clock, head, request, toolchain, ports } = comparison;
  const changes = await findChanges(sha, repository, ports);
  const settings = settingsOf(head.plan, request.build, toolchain.env);
  const isSame = (cell: OwnCell): boolean =>
    // A build may fail for lack of any file; only what links is told by the sources.
    changes !== undefined &&
    !baseConfig.differs &&
    (cell.status !== "failed" || changes.files.length === 0) &&
    isUnchanged({ ...cell.planned, settings }, changes, repository);
  const unchanged = suspects.filter(isSame);
  const open = suspects.filter((cell) => !unchanged.includes(cell));
  const known = unchanged.map((cell): BaseCell => ({ head: cell, cell, from: "same-files" }));
  const steps = [...earlierSteps, ...describeSuspects(suspects.length, unchanged.length, changes)];
  const finish = async (more: Partial<Baseline> & Pick<Baseline, "source">): Promise<Baseline> => {
    const cells = [...known, ...(more.cells ?? [])];
    const compared = cells.filter(({ from }) => from !== "same-files");
    const hunks = await hunksFor({ sha, repository, changes, open, compared }, ports);
    return { ...emptyBaseline, sha, rules: baseConfig.request.gate, steps, ...more, cells, hunks };
  };
  if (open.length === 0 && changes?.mains === false && !baseConfig.differs) return finish({ source: "none" });
  try {
    const what = { sha, repository, open, changes };
    const built = await buildBase(what, { head, baseConfig }, { ...comparison, clock });
    return await finish({ ...built, source: "build", steps: [...steps, ...built.steps] });
  } catch (thrown) {
    // A base that cannot be built is no mistake of this change; one that is ended can fail in any way.
    if (thrown instanceof Interrupted || !(thrown instanceof ConfigError || clock.isOver())) throw thrown;
    const why = clock.isOver() ? clock.why : toError(thrown).message;
    return finish({
      source: "none",
      isMissing: open.length > 0,
      steps: [...steps, `the base cannot be built: ${why}`],
    });
  }
}

/** Static, and without a hazard that could be new. */
function isClean(cell: OwnCell): boolean {
  return (
    cell.status === "built" &&
    isStandalone(cell) &&
    cell.linkage?.hazards.length === 0 &&
    cell.findings.every(({ level }) => level === "info")
  );
}

/** All that may name a file of the repository beside the sources. */
function settingsOf({ goflags }: Plan, { flags }: CheckRequest["build"], env: Environment): string {
  const variables = Object.entries(env).filter(([name]) => buildVariable.test(name));
  return [...flags, ...renderFlags(goflags), ...variables.map(([, value]) => value)].join("\n");
}

function describeSuspects(suspects: number, unchanged: number, changes: Changes | undefined): string[] {
  if (changes === undefined) return ["git could not tell what differs"];
  if (suspects === 0) return ["everything that ships is static, so nothing can have become dynamic"];
  if (unchanged === 0) return [];
  return [
    `${unchanged} of ${suspects} that could have regressed ${unchanged === 1 ? "is" : "are"} built from the same files on both sides`,
  ];
}
