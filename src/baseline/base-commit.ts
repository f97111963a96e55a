import { resolve } from "node:path";
import { ConfigError, Interrupted, MachineFault, NotListed, toError } from "../errors.ts";
import { findMachineFault } from "../go/machine-faults.ts";
import type { Ports } from "../ports/types.ts";
import { configOfBase } from "../config/config-of-base.ts";
import { type Commit, findBaseIn } from "./base-of-submodule.ts";
import { type BaseRequirements, requirementsOf, emptyBaseline, findPolicy, placeOf } from "./base-policy.ts";
import { buildBase, type Examine } from "./build-base.ts";
import { type Changes, findChanges } from "./changes.ts";
import { type Clock, startClock } from "./clock.ts";
import { baseRefsOfEvent, type BaseRefs, readPayload } from "./event.ts";
import { findSame } from "./find-same.ts";
import { hunksFor } from "./hunks.ts";
import { lookUpRefs } from "./known-ref.ts";
import { type BaseCommit, listBase, type ListedBase } from "./list-base.ts";
import { pairPrograms, similarPrograms } from "./pair-programs.ts";
import { shippedBuilds, unreleasedBuilds } from "./pair-builds.ts";
import { findRepository } from "./repository.ts";
import { explainGone } from "./why-gone.ts";
import type { Baseline, BaseCell } from "../model/baseline.ts";
import { isStandalone, type OwnCell } from "../model/cell.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Toolchain } from "../model/toolchain.ts";

/**
 * Which commits this run needs. Throws ConfigError for events in which nothing should be built at all, for a policy that asks for
 * nothing, and for a `baseline-ref` that names nothing.
 */
export async function findBaseRefs(
  { gate, baselineRef, where }: Pick<CheckRequest, "gate" | "baselineRef" | "where">,
  ports: Ports,
): Promise<BaseRefs> {
  const { env, files } = ports;
  const { baseline: kind, policy } = gate;
  if (kind === "policy" && policy.rules.length === 0 && gate.require === "none") {
    throw new ConfigError(
      "baseline: policy has no rules to check: add rules to the config file, or set require: static",
    );
  }
  const refs = baseRefsOfEvent({ baseline: kind, baselineRef }, env, await readPayload({ env, files }));
  return lookUpRefs(refs, { where }, ports);
}

type BaselineContext = {
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  /** Time in ms that the base gets in all; 20 minutes if it is left out. */
  readonly timeLimitMs?: number;
};

/** What this run is to be compared with, as far as that is known before the head is built. */
export type OpenBase =
  /** There is nothing to build. */
  | { readonly kind: "closed"; readonly baseline: Baseline }
  | {
      readonly kind: "listed";
      readonly commit: BaseCommit;
      readonly requirements: BaseRequirements;
      readonly steps: readonly string[];
      /** null when the whole trees are the same: then the head's plan is that of the base. */
      readonly listed: ListedBase | null;
      readonly pairs: FoundPairs;
      /** Time in ms that is left for building. */
      readonly leftMs: number;
    };

type ListedState = Extract<OpenBase, { kind: "listed" }>;

type FoundPairs = Pick<Baseline, "moved" | "gone">;

type Head = { readonly plan: Plan; readonly request: CheckRequest };

/**
 * Finds the base commit, writes it into a folder and lists its programs there. It needs nothing but the head's plan, so that it can
 * run while the head is built. The same toolchain, environment and inputs on both sides, so that nothing but the commits differs: their
 * sources, and their config files.
 */
export async function openBase(refs: BaseRefs, head: Head, context: BaselineContext): Promise<OpenBase> {
  const { programs } = refs;
  if (programs.kind === "none") {
    const requirements = await findPolicy(refs.policy, head.request, context.ports);
    const why =
      requirements.sha === null ? programs.why : `${programs.why}: its config was read, and nothing was built`;
    return closed({ ...requirements, steps: [...requirements.steps, why] });
  }
  const limitMs = context.timeLimitMs ?? 20 * 60_000;
  const [started, clock] = [context.ports.now(), startClock(context.ports, limitMs)];
  const { request } = head;
  const { ports } = clock;
  const found = await findCommit(programs, request, clock);
  if ("baseline" in found) return found;
  const { sha, repository, around } = found;
  const baseConfig = await configOfBase(request, await placeOf(request, { sha, repository, around }, ports));
  const isSamePolicy = refs.policy === programs;
  const requirements = isSamePolicy ? requirementsOf(baseConfig) : await findPolicy(refs.policy, request, ports);
  const steps = [...found.steps, ...baseConfig.steps];
  const changes = await findChanges(sha, repository, ports);
  const commit = { sha, repository, baseConfig, changes };
  try {
    const isSameTree = changes?.files.length === 0 && !baseConfig.differs && baseConfig.goFile === null;
    const listed = isSameTree ? null : await listBase(commit, { ...context, ports, asked: request.go });
    const pairs = await pairUp(head.plan, { commit, listed }, ports);
    return { kind: "listed", commit, requirements, listed, pairs, steps, leftMs: limitMs - (ports.now() - started) };
  } catch (thrown) {
    const { why, isMachineFault } = whyNotBuilt(thrown, clock);
    const notListed = thrown instanceof NotListed ? thrown.message : null;
    const known = { isMissing: true, isMachineFault, notListed, sha, steps: [...steps, why] };
    return closed({ ...onlyRequirements(requirements), ...known });
  }
}

type FoundCommit = Commit & { readonly steps: readonly string[]; readonly around: Commit | undefined };

/** The base commit, or why there is none. Where git itself is killed the base counts as missing through a fault of the machine. */
async function findCommit(
  ref: BaseRefs["programs"],
  { where }: CheckRequest,
  clock: Clock,
): Promise<FoundCommit | Extract<OpenBase, { kind: "closed" }>> {
  try {
    const repository = await findRepository(resolve(where.workingDirectory), clock.ports);
    if ("why" in repository) return closed({ isChange: true, isMissing: true, steps: [repository.why] });
    const found = await findBaseIn(repository, ref, clock.ports);
    if (found.kind === "found") return { ...found, repository, around: found.around };
    return closed({ isChange: true, isMissing: found.kind === "missing", steps: found.steps });
  } catch (thrown) {
    if (!(thrown instanceof MachineFault)) throw thrown;
    const why = clock.isOver() ? clock.why : thrown.message;
    return closed({ isChange: true, isMissing: true, isMachineFault: true, steps: [why] });
  }
}

function onlyRequirements({ rules, relaxations, isChange }: BaseRequirements): BaseRequirements {
  return { rules, relaxations, isChange };
}

function closed(known: Partial<Baseline>): Extract<OpenBase, { kind: "closed" }> {
  return { kind: "closed", baseline: { ...emptyBaseline, ...known } };
}

async function pairUp(
  plan: Plan,
  { commit, listed }: { readonly commit: BaseCommit; readonly listed: ListedBase | null },
  { files }: Pick<Ports, "files">,
): Promise<FoundPairs> {
  if (listed === null) return { moved: new Map(), gone: [] };
  const { repository, changes } = commit;
  const { moved, gone } = await pairPrograms({ plan, repository }, treeOf(listed), files);
  const sides = { repository, tree: listed.tree, changes, files };
  const explained = await explainGone(gone, listed.plan.cells, sides);
  const later = new Map([...moved].map(([to, from]) => [from, to]));
  const bases = shippedBuilds(listed.plan.cells, (path) => later.get(path) ?? path);
  return { moved, gone: [...explained, ...unreleasedBuilds(shippedBuilds(plan.cells), bases)] };
}

function treeOf({ plan, tree }: ListedBase): Parameters<typeof pairPrograms>[1] {
  return { plan, repository: { root: tree, alias: tree, prefix: "" } };
}

/** A base that cannot be built is no mistake of this change; one that is ended can fail in any way. Throws what is neither. */
function whyNotBuilt(thrown: unknown, clock: Clock): { readonly why: string; readonly isMachineFault: boolean } {
  if (thrown instanceof Interrupted || !isTroubleOfBase(thrown, clock)) throw thrown;
  const reason = clock.isOver() ? clock.why : toError(thrown).message;
  const isMachineFault = clock.isOver() || thrown instanceof MachineFault || findMachineFault(reason) !== null;
  return { why: `the base cannot be built: ${reason}`, isMachineFault };
}

function isTroubleOfBase(thrown: unknown, clock: Clock): boolean {
  return thrown instanceof ConfigError || thrown instanceof MachineFault || clock.isOver();
}

/** The head, built: its plan and what became of the cells. */
type BuiltHead = Head & {
  readonly cells: readonly OwnCell[];
  /** The same as on the base, and not built for that reason. */
  readonly unchanged: ReadonlySet<PlannedCell>;
};

/**
 * What the shipped targets were on the base: the same where they are built from the same files, or else by a build. That is needed
 * only where it can tell anything: a program that is static now cannot have become dynamic.
 */
export async function baseline(
  base: OpenBase,
  head: BuiltHead,
  context: BaselineContext & { readonly examine: Examine },
): Promise<Baseline> {
  if (base.kind === "closed") return base.baseline;
  const { commit, listed, pairs, leftMs } = base;
  const { sha, repository, baseConfig, changes } = commit;
  const clock = startClock(context.ports, leftMs);
  const { ports } = clock;
  const { gate, where } = head.request;
  const { workingDirectory } = where;
  const suspects = head.cells.filter((cell) => cell.role !== "compared" && !isClean(cell));
  const settingChanges = [...baseConfig.changes, ...(listed?.changes ?? [])];
  const common = { ...emptyBaseline, sha, ...pairs, ...onlyRequirements(base.requirements), changes: settingChanges };
  const isIncomplete = (listed?.gaps.length ?? 0) > 0;
  if (gate.baseline === "policy") {
    const why = "baseline: policy: its config was read and its targets were listed, and nothing was built";
    return { ...common, source: "policy", isMissing: isIncomplete, steps: [...base.steps, why] };
  }
  const same = await sameSuspects(suspects, base, { ...context, ports, head });
  const open = suspects.filter((cell) => !same.includes(cell));
  const known = same.map((cell): BaseCell => ({ head: cell, cell, from: "same-files" }));
  const unbuilt = same.filter(({ status }) => status === "predicted").length;
  const counts = { shipped: head.cells.length, suspects: suspects.length, unchanged: same.length, unbuilt };
  const steps = [...base.steps, ...describeSuspects(counts, changes), ...(listed?.steps ?? [])];
  const finish = async (more: Partial<Baseline>): Promise<Baseline> => {
    const compared = more.cells ?? [];
    const hunks = await hunksFor({ sha, repository, changes, open, compared, settings: settingChanges }, ports);
    return { ...common, isMissing: isIncomplete, steps, ...more, cells: [...known, ...compared], hunks };
  };
  if (listed === null) {
    const { whyEmpty } = head.plan;
    return finish({ source: "none", notListed: whyEmpty instanceof NotListed ? whyEmpty.message : null });
  }
  if (listed.plan.cells.length === 0) return finish({ source: "build" });
  const similar = similarPrograms({ plan: head.plan, repository }, treeOf(listed), {
    moved: pairs.moved,
    movedFiles: changes?.moved ?? new Map(),
  });
  const baseNames = new Map([...similar, ...pairs.moved]);
  try {
    const what = { commit, listed, plan: head.plan, open, baseNames };
    const built = await buildBase(what, { ...context, ports, clock, workingDirectory });
    return await finish({ ...built, source: "build", steps: [...steps, ...built.steps] });
  } catch (thrown) {
    const { why, isMachineFault } = whyNotBuilt(thrown, clock);
    const isMissing = isIncomplete || open.length > 0;
    return finish({ source: "none", isMissing, isMachineFault, steps: [...steps, why] });
  }
}

/** Suspects that are the same on both sides. Where everything is, whatever became of them. */
async function sameSuspects(
  suspects: readonly OwnCell[],
  base: ListedState,
  { head, ...context }: BaselineContext & { readonly head: BuiltHead },
): Promise<readonly OwnCell[]> {
  const { unchanged } = head;
  if (base.listed === null) return suspects;
  // A build may fail, or be impossible, for lack of any file; only what links is told by the sources.
  const built = suspects.filter(({ status, planned }) => status === "built" && !unchanged.has(planned));
  const cells = built.map(({ planned }) => planned);
  const same = await findSame(cells, base, { ...context, plan: head.plan });
  return suspects.filter(({ planned }) => unchanged.has(planned) || same.has(planned));
}

/**
 * Programs of the head that are the same on the base, so that they cannot have become worse. Only what a comparison by files can tell:
 * none where the base is not known or is not to be compared with.
 */
export async function findUnchanged(
  cells: readonly PlannedCell[],
  base: OpenBase,
  { head, ...context }: BaselineContext & { readonly head: Head },
): Promise<ReadonlySet<PlannedCell>> {
  const { baseline: kind } = head.request.gate;
  if (base.kind === "closed" || (kind !== "auto" && kind !== "build")) return new Set();
  return findSame(cells, base, { ...context, plan: head.plan });
}

/** Static, without a hazard that could be new, and for all processors: those it could be built for before. */
function isClean(cell: OwnCell): boolean {
  return (
    cell.status === "built" &&
    isStandalone(cell) &&
    cell.linkage?.hazards.length === 0 &&
    (cell.runsOn ?? []).every(({ fix }) => fix === null) &&
    cell.findings.every(({ level }) => level === "info")
  );
}

type Counts = {
  readonly shipped: number;
  readonly suspects: number;
  readonly unchanged: number;
  /** Of the unchanged ones. */
  readonly unbuilt: number;
};

function describeSuspects({ shipped, suspects, unchanged, unbuilt }: Counts, changes: Changes | undefined): string[] {
  const steps = changes === undefined ? ["git could not tell what differs"] : [];
  if (shipped === 0) return steps;
  if (suspects === 0) return [...steps, "everything that ships is static, so nothing can have become dynamic"];
  if (unchanged === 0) return steps;
  const is = unchanged === 1 ? "is" : "are";
  const effect = unbuilt === 0 ? "" : `, so ${unbuilt === 1 ? "1 was" : `${unbuilt} were`} not built`;
  const same = `${unchanged} of ${suspects} that could have regressed ${is} built from the same files on both sides`;
  return [...steps, `${same}${effect}`];
}
