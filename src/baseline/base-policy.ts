import { join, relative, resolve } from "node:path";
import { type ActionStep, findActionSteps } from "../config/action-steps.ts";
import { type BasePlace, type BasePolicy, policyOfBase, sameWorkflow } from "../config/config-of-base.ts";
import { compareWorkflows, type WorkflowChange } from "../config/workflow-change.ts";
import type { ReadCommitted } from "../model/committed-file.ts";
import type { RunningStep } from "../config/match-steps.ts";
import type { JudgedRequest } from "../model/request.ts";
import type { Ports } from "../ports/types.ts";
import { foreignEvent } from "../config/safe-events.ts";
import type { Baseline } from "../model/baseline.ts";
import { type Commit, findBaseIn } from "./base-of-submodule.ts";
import { readCommitted } from "./committed-file.ts";
import { type BaseRef, baseRefsOfEvent, readPayload } from "./event.ts";
import { lookUpRefs } from "./known-ref.ts";
import { findRepository, gitIn, listedNames, pathIn } from "./repository.ts";

type PolicyPorts = Pick<Ports, "ask" | "work" | "env" | "files">;

/** What was asked for before this change, as far as it is known. */
export type BaseRequirements = Pick<Baseline, "rules" | "isChange" | "relaxations">;

export function requirementsOf({ rules, relaxations }: BasePolicy): BaseRequirements {
  return { rules, relaxations, isChange: true };
}

type FoundPolicy = Pick<Baseline, "source" | "sha" | "steps"> & BaseRequirements;

/** Finds a commit and reads what it asked for; builds nothing. */
export async function findPolicy(ref: BaseRef, request: JudgedRequest, ports: PolicyPorts): Promise<FoundPolicy> {
  const unknown = { source: "none", sha: null, rules: null, relaxations: [] } as const;
  if (ref.kind === "none") return { ...unknown, isChange: false, steps: [] };
  const repository = await findRepository(resolve(request.where.workingDirectory), ports);
  if ("why" in repository) return { ...unknown, isChange: true, steps: [repository.why] };
  const found = await findBaseIn(repository, ref, ports);
  if (found.kind !== "found") return { ...unknown, isChange: true, steps: found.steps };
  const { sha, around } = found;
  const policy = await policyOfBase(request, await placeOf(request, { sha, repository, around }, ports));
  return { source: "policy", sha, ...requirementsOf(policy), steps: [...found.steps, ...policy.steps] };
}

/**
 * The base of a run that builds nothing of it: explain, and files that something else built. null where no change is looked at, and
 * in events whose base nobody reads.
 */
export async function policyBase(request: JudgedRequest, ports: Ports): Promise<Baseline | null> {
  if (request.gate.policy.source === null || foreignEvent(ports.env) !== null) return null;
  const baselineRef = request.mode === "inspect" ? null : request.baselineRef;
  const refs = baseRefsOfEvent({ baseline: "none", baselineRef }, ports.env, await readPayload(ports));
  const { policy } = await lookUpRefs(refs, request, ports);
  return policy.kind === "none" ? null : { ...emptyBaseline, ...(await findPolicy(policy, request, ports)) };
}

export const emptyBaseline: Baseline = {
  source: "none",
  sha: null,
  steps: [],
  isMissing: false,
  isMachineFault: false,
  notListed: null,
  cells: [],
  gone: [],
  moved: new Map(),
  hunks: new Map(),
  rules: null,
  isChange: false,
  relaxations: [],
  changes: [],
};

/** How the base's copies of the config file and of the workflow are read: that of the repository whose workflow runs. */
export async function placeOf(
  request: JudgedRequest,
  { around, ...commit }: Commit & { readonly around: Commit | undefined },
  ports: PolicyPorts,
): Promise<BasePlace> {
  const { repository } = commit;
  return {
    read: readerOf(commit, ports),
    pathIn: (path) => pathIn(repository, path),
    top: repository.alias,
    workflow: await workflowOfBase(request, around ?? commit, ports),
  };
}

function readerOf({ sha, repository }: Commit, ports: PolicyPorts): ReadCommitted {
  return (path) => readCommitted(path, { sha, root: repository.root }, ports);
}

/** What the base's copy of the workflow gives to this step. The files are read only where the two commits have other ones. */
async function workflowOfBase(
  request: JudgedRequest,
  { sha, repository }: Commit,
  ports: PolicyPorts,
): Promise<WorkflowChange> {
  const { env } = ports;
  const given = request.gate.policy.source?.given ?? {};
  const same = sameWorkflow(given);
  const path = workflowPath(env.GITHUB_WORKFLOW_REF ?? "");
  if (path === null) return same;
  const changed = await changedWorkflows({ sha, repository }, ports);
  if (changed?.length === 0) return same;
  if (changed === null) return { ...same, notes: ["git could not tell whether the workflow differs"] };
  const action = { repository: (env.GITHUB_ACTION_REPOSITORY ?? "") || null };
  const files = [...new Set([path, ...changed.filter((name) => workflowFile.test(name))])];
  const collect = async (from: ReadCommitted): Promise<readonly ActionStep[]> =>
    withoutCalled((await Promise.all(files.map((file) => findActionSteps(file, { read: from, action })))).flat());
  const [head = [], base = []] = await Promise.all(
    ["HEAD", sha].map((each) => collect(readerOf({ sha: each, repository }, ports))),
  );
  const workingDirectory = resolve(request.where.workingDirectory);
  return compareWorkflows(
    { head, base },
    {
      given,
      env,
      running: { file: path, ...stepOf(request, env) },
      shownPath: (file) => relative(workingDirectory, join(repository.alias, file)).replaceAll("\\", "/"),
    },
  );
}

/** The step whose inputs count: of a leg, the one that made its plan. */
function stepOf(request: JudgedRequest, env: Ports["env"]): Pick<RunningStep, "job" | "action"> {
  const step = request.mode === "inspect" ? null : (request.own?.plan.step ?? null);
  return step ?? { job: env.GITHUB_JOB ?? "", action: env.GITHUB_ACTION ?? "" };
}

/** `.github/workflows/ci.yml` of `acme/app/.github/workflows/ci.yml@refs/pull/1/merge`. */
function workflowPath(ref: string): string | null {
  return /^[^/]+\/[^/]+\/(.+?)@/s.exec(ref)?.[1] ?? null;
}

/**
 * The files of workflows and actions, and those by which actions/setup-go can choose a Go, that are not the same in both commits; null
 * when git cannot tell.
 */
async function changedWorkflows({ sha, repository }: Commit, ports: PolicyPorts): Promise<readonly string[] | null> {
  const paths = [":(top).github/workflows", ...namesOfInterest.map((name) => `:(top,glob)**/${name}`)];
  const git = gitIn(repository.root, ports);
  return listedNames(git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", sha, "HEAD", "--", ...paths));
}

/** A workflow that is only called counts by itself where none of those that are read calls it. */
function withoutCalled(steps: readonly ActionStep[]): readonly ActionStep[] {
  return steps.filter(({ workflow, file, line, triggers }) => {
    const isCalled = [...triggers.keys()].every((event) => event === "workflow_call");
    return (
      !isCalled || steps.every((other) => other.workflow === workflow || other.file !== file || other.line !== line)
    );
  });
}

/** What GitHub takes for a workflow: no other names, and nothing in folders below. */
const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;

const namesOfInterest = ["action.yml", "action.yaml", "*.mod", "*.work", "*go-version*", ".tool-versions"];
