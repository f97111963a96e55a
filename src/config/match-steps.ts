import { groupBy } from "../text/group-by.ts";
import type { ActionStep } from "./action-steps.ts";

/** Steps of the base commit and of this change that stand for each other. */
type StepPairs = {
  readonly pairs: ReadonlyMap<ActionStep, ActionStep>;
  /** Steps of the base that no step of this change stands for. */
  readonly lost: readonly ActionStep[];
};

/**
 * Finds for each step of the head the step of the base that it was: the same id in the same job, the same name in it, the only ones
 * left in it, the same id anywhere, and the only ones left in a file or at all.
 */
export function matchSteps(head: readonly ActionStep[], base: readonly ActionStep[]): StepPairs {
  const pairs = new Map<ActionStep, ActionStep>();
  const left = new Set(base);
  const keys: readonly ((step: ActionStep) => string | null)[] = [
    ({ workflow, job, id }) => id && join(workflow, job, id),
    ({ workflow, job, name }) => name && join(workflow, job, name),
    ({ workflow, job }) => join(workflow, job),
    ({ job, id }) => id && join(job, id),
    ({ job, name }) => name && join(job, name),
    ({ job }) => join(job),
    ({ workflow, id }) => id && join(workflow, id),
    ({ workflow }) => workflow,
    () => "",
  ];
  for (const key of keys) pairBy(key, { head: head.filter((step) => !pairs.has(step)), left, pairs });
  return { pairs, lost: [...left] };
}

function join(...parts: readonly string[]): string {
  return parts.join("\n");
}

/** Pairs those of the same key where both sides have as many of it, in their order. */
function pairBy(
  key: (step: ActionStep) => string | null,
  { head, left, pairs }: { head: readonly ActionStep[]; left: Set<ActionStep>; pairs: Map<ActionStep, ActionStep> },
): void {
  const named = (steps: readonly ActionStep[]): ActionStep[][] =>
    groupBy(
      steps.filter((step) => key(step) !== null),
      (step) => key(step) ?? "",
    );
  const bases = named([...left]);
  for (const steps of named(head)) {
    const others =
      bases.find(([first]) => first !== undefined && steps[0] !== undefined && key(first) === key(steps[0])) ?? [];
    if (others.length !== steps.length) continue;
    for (const [at, step] of steps.entries()) {
      const other = others[at];
      if (other === undefined) continue;
      pairs.set(step, other);
      left.delete(other);
    }
  }
}

/** What the runner says of the step that runs. */
export type RunningStep = {
  /** The workflow that the event started. */
  readonly file: string;
  readonly job: string;
  readonly action: string;
};

/** The step that runs, among those of the file. GITHUB_ACTION is its id, or a name that the runner makes: `__OWNER_NAME_2`, `__self`. */
export function findRunningStep(all: readonly ActionStep[], { file, job, action }: RunningStep): ActionStep | null {
  const steps = all.filter(({ workflow }) => workflow === file);
  const inJob = steps.filter(({ jobId, job: jobs }) => jobId === job || jobs.split("/").includes(job));
  const byId = inJob.find(({ id }) => id !== null && id === action);
  if (byId !== undefined) return byId;
  const [, number] = /^__.*?_(\d+)$/.exec(action) ?? [];
  const unnamed = inJob.filter(({ id }) => id === null);
  const byNumber = action.startsWith("__") ? unnamed[Number(number ?? 1) - 1] : undefined;
  if (byNumber !== undefined) return byNumber;
  const [only, more] = inJob.length > 0 ? inJob : steps;
  return more === undefined ? (only ?? null) : null;
}
