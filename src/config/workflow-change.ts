import { buildVariable } from "../go/build-variables.ts";
import type { Environment } from "../model/environment.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { ActionStep, Given } from "./action-steps.ts";
import { type InputName, inputNames } from "./inputs.ts";
import { legsOf, matrixKey, valueInPlace } from "./matrix-legs.ts";
import { findRunningStep, matchSteps, type RunningStep } from "./match-steps.ts";
import { narrowedStep } from "./narrowed-steps.ts";

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
  /** The file by which actions/setup-go chooses the Go on the PATH, where nothing names a version; else null. */
  readonly goFile: GoFile | null;
};

/** `go-version-file` of actions/setup-go, from the root of the workspace. */
export type GoFile = {
  readonly before: string;
  /** null: it goes by something else now. */
  readonly after: string | null;
  /** Where that stands. */
  readonly place: Pick<SettingChange, "file" | "line">;
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
  const gone = lost.map(({ file, line, name, id, job }) => {
    return `the step ${name ?? id ?? `of job ${job}`} (${file}:${line} of the base) no longer checks anything`;
  });
  const narrowed = [...pairs].flatMap(([now, before]) => narrowedStep(now, before));
  const relaxations = [...new Set([...gone, ...narrowed])];
  const step = findRunningStep(head, run.running);
  const before = step === null ? (base.length === 1 ? base[0] : undefined) : pairs.get(step);
  if (before === undefined) {
    const why = base.length === 0 ? "the base has no such step" : "the base has no step that this one was";
    const notes = [`${why} in its workflows: the inputs of this run count for it too`];
    return { given: run.given, env: {}, changes: [], relaxations, notes, goFile: null };
  }
  return { ...inputsBefore(before, step, run), relaxations };
}

type Value = { readonly before: string | null; readonly note: string | null };

type StepSides = {
  readonly base: ActionStep;
  readonly head: ActionStep | null;
  readonly run: Run;
};

/** One thing as the base had it, or what cannot be told of it. */
type Before = { readonly change: SettingChange | null; readonly before: string | null; readonly note: string | null };

function inputsBefore(base: ActionStep, head: ActionStep | null, run: Run): Omit<WorkflowChange, "relaxations"> {
  const sides = { base, head, run };
  const inputs = inputNames
    .filter((name) => !ofRunner.includes(name))
    .map((name) => [name, inputBefore(name, sides)] as const);
  const variables = variablesOf(base, head).map((name) => [name, variableBefore(name, sides)] as const);
  const given = Object.fromEntries(
    inputs.flatMap(([name, { before }]) => (before === null ? [] : [[name, before] as const])),
  );
  const env = variables.flatMap(([name, { change, before }]) =>
    change === null ? [] : [[name, before ?? undefined] as const],
  );
  const all = [...inputs, ...variables].map(([, found]) => found);
  const changes = all.flatMap(({ change }) => change ?? []);
  const notes = all.flatMap(({ note }) => note ?? []);
  return { ...withSetupGo({ given, changes }, sides), env: Object.fromEntries(env), notes };
}

/** With its line now, or else that of the step. */
function changeOf(
  values: Pick<SettingChange, "name" | "before" | "after">,
  place: Given | ActionStep | null,
  run: Run,
): SettingChange {
  return { ...values, file: place && run.shownPath(place.file), line: place?.line ?? null };
}

function inputBefore(name: InputName, { base, head, run }: StepSides): Before {
  const after = trimmed(run.given[name]);
  const [baseValue, headValue] = [base.with.get(name), head?.with.get(name)];
  const found = valueBefore(name, { base: baseValue, head: headValue, after }, { base, head });
  const { before } = found;
  return { ...found, change: before === after ? null : changeOf({ name, before, after }, headValue ?? head, run) };
}

function variableBefore(name: string, { base, head, run }: StepSides): Before {
  const [baseValue, headValue] = [base.env.get(name), head?.env.get(name)];
  const same = { change: null, before: null, note: null };
  if (baseValue?.raw === headValue?.raw && baseValue?.value === headValue?.value) return same;
  if (baseValue?.value === null) return { ...same, note: describeUnknown(name, baseValue) };
  const [before, after] = [baseValue?.value ?? null, run.env[name] ?? null];
  return before === after
    ? same
    : { before, note: null, change: changeOf({ name, before, after }, headValue ?? head, run) };
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
  const [baseValue, headValue] = [steps.base.matrix, steps.head?.matrix ?? steps.base.matrix];
  const isSame =
    !(base?.raw.includes("matrix") ?? false) || JSON.stringify([...baseValue]) === JSON.stringify([...headValue]);
  if (base?.value !== null || isSame) return { before: after, note: null };
  const [key, before, now] = [matrixKey(base.raw), legsOf(baseValue), legsOf(headValue)];
  const isKnown = key !== null && before !== null && now !== null;
  const value = isKnown ? valueInPlace(key, after ?? "", { before, now }) : undefined;
  return value === undefined
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
  { given, changes }: Pick<WorkflowChange, "given" | "changes">,
  sides: StepSides,
): Pick<WorkflowChange, "given" | "changes" | "goFile"> {
  const { base, head, run } = sides;
  const same = { given, changes, goFile: null };
  const isNamed = [given, run.given].some((each) => "go-version" in each || "go-version-file" in each);
  if (isNamed || base.setupGo === null) return same;
  if (base.setupGo.version === null) return { ...same, goFile: goFileOf(base.setupGo.file, sides) };
  const headValue = valueOfSetupGo(head);
  const [before, after] = [base.setupGo.version.value, headValue?.value ?? null];
  if (before === null || before === after) return same;
  const change = changeOf({ name: "go-version", before, after }, headValue ?? head, run);
  return { ...same, given: { ...given, "go-version": before }, changes: [...changes, change] };
}

function valueOfSetupGo(step: ActionStep | null): Given | null {
  const given = step?.setupGo ?? null;
  return given && (given.version ?? given.file);
}

function goFileOf(given: Given | null, { head, run }: StepSides): GoFile | null {
  const before = given?.value ?? null;
  if (before === null) return null;
  const value = valueOfSetupGo(head);
  const after = head?.setupGo?.version === null ? (value?.value ?? null) : null;
  const { file, line } = changeOf({ name: "go-version", before, after }, value ?? head, run);
  return { before, after, place: { file, line } };
}
