import { buildVariable } from "../go/build-variables.ts";
import type { Environment } from "../model/environment.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { ActionStep, Given } from "./action-steps.ts";
import { type InputName, inputNames } from "./inputs.ts";
import { findRunningStep, matchSteps, type RunningStep } from "./match-steps.ts";

export type GivenInputs = Readonly<Partial<Record<string, string>>>;

/** What the base's copy of the workflow gives, where that differs from what this run was given. */
export type WorkflowChange = {
  /** The inputs of the step as the base has it. */
  readonly given: GivenInputs;
  /** Variables that a build heeds, as the base's workflow sets them; undefined for one that it does not set. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly changes: readonly SettingChange[];
  /** What is asked for less, beside what the inputs say themselves. */
  readonly relaxations: readonly string[];
  /** What cannot be told from the files. */
  readonly notes: readonly string[];
};

type Sides = { readonly head: readonly ActionStep[]; readonly base: readonly ActionStep[] };

type Run = {
  readonly given: GivenInputs;
  readonly env: Environment;
  readonly running: RunningStep;
  /** A path as it is to be read in a report. */
  readonly shownPath: (file: string) => string;
};

/** Reads what the base gave out of both copies of the workflow. */
export function compareWorkflows({ head, base }: Sides, run: Run): WorkflowChange {
  const { pairs, lost } = matchSteps(head, base);
  const relaxations = lost.map(({ file, line, name, id, job }) => {
    return `the step ${name ?? id ?? `of job ${job}`} (${file}:${line} of the base) checks nothing any more`;
  });
  const step = findRunningStep(head, run.running);
  const before = step === null ? (base.length === 1 ? base[0] : undefined) : pairs.get(step);
  if (before === undefined) {
    const why = base.length === 0 ? "the base has no such step" : "the base has no step that this one was";
    const notes = [`${why} in its workflows: the inputs of this run count for it too`];
    return { given: run.given, env: {}, changes: [], relaxations, notes };
  }
  const lenient =
    before.isLenient || step?.isLenient !== true ? [] : [`continue-on-error is set (${step.file}:${step.line})`];
  return { ...inputsBefore(before, step, run), relaxations: [...relaxations, ...lenient] };
}

type Value = { readonly before: string | null; readonly note: string | null };

function inputsBefore(base: ActionStep, head: ActionStep | null, run: Run): Omit<WorkflowChange, "relaxations"> {
  const change = (
    name: string,
    values: Pick<SettingChange, "before" | "after">,
    given: Given | undefined,
  ): SettingChange => {
    const place = given ?? head ?? null;
    return { name, ...values, file: place && run.shownPath(place.file), line: place?.line ?? null };
  };
  const given: Record<string, string> = {};
  const env: Record<string, string | undefined> = {};
  const changes: SettingChange[] = [];
  const notes: string[] = [];
  for (const name of inputNames.filter((each) => !ofRunner.includes(each))) {
    const after = trimmed(run.given[name]);
    const { before, note } = valueBefore(
      name,
      { base: base.with.get(name), head: head?.with.get(name), after },
      { base, head },
    );
    if (note !== null) notes.push(note);
    if (before !== null) given[name] = before;
    if (before !== after) changes.push(change(name, { before, after }, head?.with.get(name)));
  }
  for (const name of variablesOf(base, head)) {
    const [was, is] = [base.env.get(name), head?.env.get(name)];
    if (was?.raw === is?.raw && was?.value === is?.value) continue;
    if (was !== undefined && was.value === null) {
      notes.push(describeUnknown(name, was));
      continue;
    }
    const [before, after] = [was?.value ?? null, run.env[name] ?? null];
    if (before === after) continue;
    env[name] = before ?? undefined;
    changes.push(change(name, { before, after }, is));
  }
  return { ...withSetupGo({ given, changes }, { base, head, change, run }), env, notes };
}

/** What the runner fills in, or nothing that a build or its judgement heeds. */
const ofRunner: readonly InputName[] = ["token", "comment-key", "comment", "summary"];

function trimmed(text: string | undefined): string | null {
  const value = text?.trim() ?? "";
  return value === "" ? null : value;
}

/** An input as the base gave it: a literal as it stands there, and what this run was given where only an expression stands. */
function valueBefore(
  name: string,
  {
    base,
    head,
    after,
  }: { readonly base: Given | undefined; readonly head: Given | undefined; readonly after: string | null },
  steps: { readonly base: ActionStep; readonly head: ActionStep | null },
): Value {
  const isSame = steps.head !== null && base?.raw.trim() === head?.raw.trim();
  if (isSame && base?.value === head?.value) return ofSameText(name, { base, after }, steps);
  if (base === undefined) return { before: null, note: null };
  if (base.value !== null) return { before: trimmed(base.value), note: null };
  return { before: after, note: describeUnknown(name, base) };
}

/** The same words on both sides; of a value of the matrix, what stands in its place in the matrix of the base. */
function ofSameText(
  name: string,
  { base, after }: { readonly base: Given | undefined; readonly after: string | null },
  steps: { readonly base: ActionStep; readonly head: ActionStep | null },
): Value {
  if (base === undefined || base.value !== null) return { before: after, note: null };
  const [, key] = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(base.raw) ?? [];
  const [was, is] = [steps.base.matrix, steps.head?.matrix ?? steps.base.matrix];
  if (!base.raw.includes("matrix") || JSON.stringify([...was]) === JSON.stringify([...is]))
    return { before: after, note: null };
  const [before, now] = key === undefined ? [] : [was.get(key), is.get(key)];
  const isPlain = Array.isArray(before) && Array.isArray(now) && !was.has("include") && !was.has("exclude");
  if (!isPlain || before.length === 0) return { before: after, note: describeUnknown(name, base) };
  if (before.some((value) => trimmed(value) === after)) return { before: after, note: null };
  const at = now.findIndex((value) => trimmed(value) === after);
  const value = before[before.length === now.length ? at : 0];
  return value === undefined || value.includes("${{")
    ? { before: after, note: describeUnknown(name, base) }
    : { before: trimmed(value), note: null };
}

function describeUnknown(name: string, { file, line }: Given): string {
  return `${name} is an expression in the base's ${file}:${line}, so this run's value counts for the base too`;
}

/** Variables that a build heeds, and that either workflow sets. */
function variablesOf(base: ActionStep, head: ActionStep | null): string[] {
  const names = new Set([...base.env.keys(), ...(head?.env.keys() ?? [])]);
  return [...names].filter((name) => buildVariable.test(name) || /^GO(?!OGLE)/.test(name));
}

/** The Go that actions/setup-go puts on the PATH, where neither this action's own inputs nor those of the base name one. */
function withSetupGo(
  { given, changes }: { readonly given: Record<string, string>; readonly changes: readonly SettingChange[] },
  about: {
    readonly base: ActionStep;
    readonly head: ActionStep | null;
    readonly run: Run;
    readonly change: (
      name: string,
      values: Pick<SettingChange, "before" | "after">,
      given: Given | undefined,
    ) => SettingChange;
  },
): Pick<WorkflowChange, "given" | "changes"> {
  const [was, is] = [about.base.setupGo, about.head?.setupGo ?? null];
  const isNamed = [given, about.run.given].some(
    (each) => each["go-version"] !== undefined || each["go-version-file"] !== undefined,
  );
  const before = was?.value ?? null;
  if (isNamed || before === null || before === (is?.value ?? null)) return { given, changes };
  const values = { before, after: is?.value ?? null };
  return {
    given: { ...given, "go-version": before },
    changes: [...changes, about.change("go-version", values, is ?? undefined)],
  };
}
