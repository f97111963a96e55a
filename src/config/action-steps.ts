import { posix } from "node:path";
import type { ReadCommitted } from "../model/committed-file.ts";
import {
  type Located,
  parseWorkflow,
  type RawJob,
  type RawStep,
  type Triggers,
  type Values,
  type WorkflowFile,
} from "./workflow-file.ts";
import { writtenVariables } from "./written-variables.ts";

/** Text with its place; `value` is null where an expression in it cannot be told from the files alone. */
export type Given = Located & { readonly file: string; readonly value: string | null };

/** A step that uses this action, with all that the files say of what it is given. */
export type ActionStep = {
  /** The workflow that the event starts. */
  readonly workflow: string;
  /** Where the step stands: that workflow, or one or an action that it calls. */
  readonly file: string;
  readonly line: number;
  /** Of the job that the runner calls GITHUB_JOB. */
  readonly jobId: string;
  /** The jobs that lead to it, through workflows that are called. */
  readonly job: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly uses: string;
  readonly with: ReadonlyMap<string, Given>;
  /** Variables of workflow, job and step, and what earlier steps write for it in so many words. */
  readonly env: ReadonlyMap<string, Given>;
  /** What the last actions/setup-go before it is given. */
  readonly setupGo: SetupGo | null;
  readonly isLenient: boolean;
  /** What has to hold for it to run: its own `if`, and those of its job, of what calls it and of the jobs that it needs. */
  readonly conditions: readonly Condition[];
  /** Of the workflow that the event starts. */
  readonly triggers: Triggers;
  readonly runsOn: string;
  readonly matrix: RawJob["matrix"];
};

/** An `if`, without the marks of an expression. */
export type Condition = { readonly text: string; readonly file: string; readonly line: number };

/** What actions/setup-go is given; null: it is not. `version` takes precedence there. */
export type SetupGo = { readonly version: Given | null; readonly file: Given | null };

type ActionIdentity = {
  /** `OWNER/NAME` of the action that runs; null when it is part of the checked out repository. */
  readonly repository: string | null;
};

type Reading = { readonly read: ReadCommitted; readonly action: ActionIdentity };

/** What the steps of a file are in. */
type Scope = {
  readonly workflow: string;
  readonly file: string;
  readonly inputs: ReadonlyMap<string, string | null>;
  readonly env: ReadonlyMap<string, Given>;
  readonly jobs: readonly string[];
  readonly isLenient: boolean;
  readonly conditions: readonly Condition[];
  readonly triggers: Triggers | null;
  readonly runsOn: string;
  readonly matrix: RawJob["matrix"];
};

/** Workflows that call workflows: GitHub follows ten, and composite actions as many (docs.github.com, "Reusing workflows"). */
const depthLimit = 10;

/** The steps of a workflow that use this action, also through workflows and composite actions of the repository; none: no such file. */
export async function findActionSteps(file: string, reading: Reading): Promise<readonly ActionStep[]> {
  const outermost = {
    workflow: file,
    file,
    inputs: new Map(),
    env: new Map(),
    jobs: [],
    isLenient: false,
    conditions: [],
    triggers: null,
    runsOn: "",
    matrix: new Map(),
  };
  return stepsOfFile(outermost, new Map(), reading);
}

async function readWorkflow(path: string, { read }: Reading): Promise<WorkflowFile | null> {
  const found = await read(path);
  return found.kind === "text" ? parseWorkflow(found.text) : null;
}

async function stepsOfFile(caller: Scope, given: ReadonlyMap<string, Given>, reading: Reading): Promise<ActionStep[]> {
  const workflow = await readWorkflow(caller.file, reading);
  if (workflow === null || caller.jobs.length > depthLimit) return [];
  const { jobs } = workflow;
  const scope = { ...caller, inputs: inputsOf(workflow, given), triggers: caller.triggers ?? workflow.triggers };
  const inFile = { ...scope, env: withValues(scope.env, workflow.env, scope) };
  const found = await Promise.all(
    jobs.map((job) => {
      const conditions = [...scope.conditions, ...conditionsOfJob(job, jobs, scope.file)];
      return stepsOfJob(job, { ...inFile, conditions }, reading);
    }),
  );
  return found.flat();
}

/** A job is skipped with one that it needs, but for one that says that it runs all the same. */
function conditionsOfJob(job: RawJob, all: readonly RawJob[], file: string): readonly Condition[] {
  const own = conditionOf(job.condition, file);
  if (/\b(?:always|cancelled|failure)\s*\(/.test(own[0]?.text ?? "")) return own;
  const [before, others] = [job.needs, all.filter(({ id }) => id !== job.id)];
  const needed = others.filter(({ id }) => before.includes(id));
  return [...own, ...needed.flatMap((each) => conditionsOfJob(each, others, file))];
}

function conditionOf(found: Located | null, file: string): readonly Condition[] {
  if (found === null) return [];
  const text = found.raw
    .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
  return text === "" ? [] : [{ text, file, line: found.line }];
}

/** What `inputs.NAME` stands for in a file that is called. */
function inputsOf({ defaults }: WorkflowFile, given: ReadonlyMap<string, Given>): ReadonlyMap<string, string | null> {
  return new Map([
    ...[...defaults].map(([name, { raw }]) => [name, raw.includes("${{") ? null : raw] as const),
    ...[...given].map(([name, { value }]) => [name, value] as const),
  ]);
}

async function stepsOfJob(job: RawJob, outer: Scope, reading: Reading): Promise<ActionStep[]> {
  const scope: Scope = {
    ...outer,
    env: withValues(outer.env, job.env, outer),
    jobs: job.id === "" ? outer.jobs : [...outer.jobs, job.id],
    isLenient: outer.isLenient || isOn(job.lenient),
    runsOn: job.id === "" ? outer.runsOn : job.runsOn,
    matrix: job.id === "" ? outer.matrix : job.matrix,
  };
  if (job.uses?.startsWith("./") === true) {
    const called = { ...scope, file: posix.normalize(job.uses), env: new Map<string, Given>() };
    return stepsOfFile(called, withValues(new Map(), job.with, scope), reading);
  }
  const found: ActionStep[] = [];
  let env = scope.env;
  let setupGo: SetupGo | null = null;
  for (const step of job.steps) {
    const here = { ...scope, env };
    found.push(...(await stepsOf(step, { scope: here, setupGo }, reading)));
    env = withValues(env, writtenVariables(step), here);
    if (step.uses?.startsWith("actions/setup-go@") === true) setupGo = setupGoOf(step, here);
  }
  return found;
}

function setupGoOf(step: RawStep, scope: Scope): SetupGo {
  const given = (name: string): Given | null => {
    const found = givenOf(step.with.get(name), scope);
    return found === null || found.raw.trim() === ""
      ? null
      : { ...found, value: found.value ?? onlyValue(found, scope) };
  };
  return { version: given("go-version"), file: given("go-version-file") };
}

/** What a value of the matrix is in every job of it, where the matrix has only that one; null where that cannot be told. */
function onlyValue({ raw }: Given, { matrix }: Scope): string | null {
  const key = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(raw)?.[1] ?? "";
  const values = matrix.has("include") ? undefined : matrix.get(key);
  const [value, ...others] = typeof values === "object" ? values : [];
  return value === undefined || others.length > 0 || value.includes("${{") ? null : value;
}

async function stepsOf(
  step: RawStep,
  { scope, setupGo }: { readonly scope: Scope; readonly setupGo: SetupGo | null },
  reading: Reading,
): Promise<ActionStep[]> {
  const { uses } = step;
  if (uses === null) return [];
  const inner = {
    ...scope,
    env: withValues(scope.env, step.env, scope),
    isLenient: scope.isLenient || isOn(step.lenient),
    conditions: [...scope.conditions, ...conditionOf(step.condition, scope.file)],
  };
  const given = withValues(new Map(), step.with, scope);
  const action = uses.startsWith("./") ? await readAction(posix.normalize(uses), reading) : null;
  if (action?.isComposite === true) {
    const found = await stepsOfFile({ ...inner, file: action.file }, given, reading);
    return found.map((each) => ({ ...each, setupGo: each.setupGo ?? setupGo }));
  }
  if (!isOurs(uses, action?.name ?? null, reading.action)) return [];
  const { workflow, file, jobs, isLenient, conditions, runsOn, matrix, env } = inner;
  const { id, name, line } = step;
  const job = { jobId: jobs.at(-1) ?? "", job: jobs.join("/"), runsOn, matrix };
  const triggers = inner.triggers ?? new Map();
  return [{ workflow, file, line, ...job, id, name, uses, with: given, env, setupGo, isLenient, conditions, triggers }];
}

async function readAction(
  folder: string,
  reading: Reading,
): Promise<{ readonly file: string; readonly isComposite: boolean; readonly name: string | null } | null> {
  for (const name of ["action.yml", "action.yaml"]) {
    const file = posix.join(folder, name);
    const action = await readWorkflow(file, reading);
    if (action !== null) return { file, isComposite: action.isComposite, name: action.actionName };
  }
  return null;
}

/** This action, by the name of its repository, or as a folder of the one that is checked out. */
function isOurs(uses: string, localName: string | null, { repository }: ActionIdentity): boolean {
  if (uses.startsWith("./")) return localName === null ? repository === null : localName === "go-linkage";
  const [, name = ""] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]*)?@/.exec(uses) ?? [];
  return name.toLowerCase() === repository?.toLowerCase() || /\/go-linkage$/i.test(name);
}

function isOn(text: string): boolean {
  return text !== "" && text !== "false";
}

function withValues(before: ReadonlyMap<string, Given>, values: Values, scope: Scope): ReadonlyMap<string, Given> {
  const added = [...values].map(([name, value]) => [name, givenOf(value, scope)] as const);
  return new Map([...before, ...added.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))]);
}

function givenOf(value: Located | undefined, scope: Scope): Given | null {
  return value === undefined ? null : { ...value, file: scope.file, value: evaluate(value.raw, scope) };
}

/** The text with what its expressions stand for; null when that is not in the files. */
function evaluate(raw: string, { inputs, env }: Scope): string | null {
  const unknown: string[] = [];
  const text = raw.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, inside: string) => {
    const expression = inside.trim();
    const [, context, name = ""] = /^(inputs|env)(?:\.|\[')([\w-]+)(?:'\])?$/.exec(expression) ?? [];
    const [, literal = null] = /^'((?:[^']|'')*)'$/.exec(expression) ?? [];
    const value = context === "inputs" ? inputs.get(name) : context === "env" ? env.get(name)?.value : literal;
    if (value == null) unknown.push(expression);
    return value?.replaceAll("''", "'") ?? "";
  });
  return unknown.length === 0 ? text : null;
}
