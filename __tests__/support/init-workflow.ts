import { expect } from "vitest";
import { parse } from "yaml";
import { isInputName, readInput } from "../../src/config/inputs.ts";
import { actionReference, checkoutReference } from "../../src/init/workflow-text.ts";
import { readActionMetadata } from "./runner.ts";

export type StepText = {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};

export type WorkflowText = {
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly "runs-on": string; readonly steps: readonly StepText[] }>>;
};

/** The workflow as YAML reads it, after a check of all that GitHub would refuse: keys, references, and inputs that action.yml has. */
export function checkWorkflow(text: string): WorkflowText {
  const workflow = parse(text, { strict: true }) as WorkflowText;
  expect(Object.keys(workflow)).toEqual(["name", "on", "permissions", "jobs"]);
  expect(workflow.permissions).toEqual({ contents: "read" });
  expect(Object.keys(workflow.on).toSorted()).toEqual(expect.arrayContaining(["pull_request", "push"]));
  expect(Object.keys(workflow.jobs)).toEqual(["linkage"]);
  const steps = stepsOf(workflow);
  for (const step of steps) {
    expect(Object.keys(step).filter((key) => !["uses", "run", "with"].includes(key))).toEqual([]);
    expect([step.uses, step.run].filter((each) => each !== undefined)).toHaveLength(1);
  }
  const [checkout] = steps;
  expect(checkout?.uses).toBe(checkoutReference);
  expect(checkout?.with).toMatchObject({ "fetch-depth": 2, "persist-credentials": false });
  expect(steps.at(-1)?.uses).toBe(actionReference);
  const known = Object.keys(readActionMetadata().inputs);
  for (const [name, value] of Object.entries(inputsOf(workflow))) {
    expect(known).toContain(name);
    if (isInputName(name)) readInput(name, { [name]: value });
  }
  return workflow;
}

export function stepsOf(workflow: WorkflowText): readonly StepText[] {
  return workflow.jobs.linkage?.steps ?? [];
}

/** What the step of the action is given, as the runner hands it over. */
export function inputsOf(workflow: WorkflowText): Readonly<Record<string, string>> {
  const given = stepsOf(workflow).at(-1)?.with ?? {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}
