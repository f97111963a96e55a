import type { ActionStep, Condition } from "./action-steps.ts";
import type { InputName } from "./inputs.ts";
import { legsOf, matrixKey } from "./matrix-legs.ts";
import type { Triggers } from "./workflow-file.ts";

// A step that still exists but runs less often, or no longer fails its job, protects nothing: its failures go unseen.

/** What a step of a workflow lets through that it did not on the base, in words. */
export function narrowedStep(head: ActionStep, base: ActionStep): string[] {
  const { file, line } = head;
  const lenient = base.isLenient || !head.isLenient ? [] : [`continue-on-error is set (${file}:${line})`];
  const known = new Set(base.conditions.map(({ text }) => text));
  const conditions = head.conditions.filter(({ text }) => !known.has(text) && !alwaysHolds.test(text));
  return [
    ...lenient,
    ...conditions.map((condition) => describeCondition(head, condition)),
    ...narrowedTriggers(base.triggers, head.triggers).map((text) => `${head.workflow} ${text}`),
    ...narrowedMatrix(head, base),
  ];
}

const alwaysHolds = /^(?:true|(?:success|always)\s*\(\s*\)|!\s*cancelled\s*\(\s*\))$/;

function describeCondition({ name, id, job }: ActionStep, { text, file, line }: Condition): string {
  return `the step ${name ?? id ?? `of job ${job}`} runs only if ${text} (${file}:${line})`;
}

/** Events that are about a change. */
const changeEvents = ["pull_request", "pull_request_target", "merge_group", "push"];

/** The types of an event that count where none are given ("Events that trigger workflows", docs.github.com). */
const defaultTypes: Readonly<Partial<Record<string, readonly string[]>>> = {
  pull_request: ["opened", "synchronize", "reopened"],
  pull_request_target: ["opened", "synchronize", "reopened"],
  merge_group: ["checks_requested"],
};

/** Where a workflow starts less often. */
function narrowedTriggers(base: Triggers, head: Triggers): string[] {
  return changeEvents.flatMap((event) => {
    const [before, now] = [base.get(event), head.get(event)];
    if (before === undefined) return [];
    if (now === undefined) return [`no longer runs on ${event}`];
    const names = new Set([...before.keys(), ...now.keys()]);
    return [...names].flatMap((name) => {
      const preset = name === "types" ? (defaultTypes[event] ?? []) : undefined;
      const less = narrowedFilter(name, before.get(name) ?? preset, now.get(name) ?? preset);
      return less === null ? [] : [`runs on fewer events ${event}: ${name} ${less}`];
    });
  });
}

/** undefined: there is no such filter. */
function narrowedFilter(
  name: string,
  before: readonly string[] | undefined,
  now: readonly string[] | undefined,
): string | null {
  const added = (now ?? []).filter((pattern) => !(before ?? []).includes(pattern));
  if (name.endsWith("-ignore")) return added.length === 0 ? null : `has ${added.join(", ")}`;
  if (now === undefined) return null;
  const negated = added.filter((pattern) => pattern.startsWith("!"));
  if (negated.length > 0) return `has ${negated.join(", ")}`;
  if (now.includes("**")) return null;
  if (before === undefined) return `is only ${now.join(", ") || "empty"}`;
  const lost = before.filter((pattern) => !pattern.startsWith("!") && !now.includes(pattern));
  return lost.length === 0 ? null : `is without ${lost.join(", ")}`;
}

/** Inputs that say what is looked at. */
const coverage: readonly InputName[] = ["packages", "platforms", "binaries", "images", "working-directory"];

/** Jobs of the matrix that looked at something which no job looks at now. */
function narrowedMatrix(head: ActionStep, base: ActionStep): string[] {
  const [now, before] = [legsOf(head.matrix), legsOf(base.matrix)];
  if (now === null || before === null) return [];
  const valuesOf = (raw: string | undefined, legs: typeof now): readonly string[] => {
    const key = matrixKey(raw ?? "");
    return key === null ? [] : [...new Set(legs.flatMap((leg) => leg[key] ?? []))];
  };
  const lostOf = (raws: readonly (string | undefined)[]): readonly string[] | null => {
    const [baseValues, values] = [valuesOf(raws[0], before), valuesOf(raws[1], now)];
    const lost = baseValues.filter((value) => !values.includes(value));
    // Another value in the place of one may be a newer name of it.
    return lost.length === 0 || values.length === 0 ? null : baseValues.length > values.length ? lost : null;
  };
  const inputs = coverage.flatMap((name) => {
    const lost = lostOf([base.with.get(name)?.raw, head.with.get(name)?.raw]);
    return lost === null ? [] : [`${name} is without ${lost.join(", ")}`];
  });
  const runners = lostOf([base.runsOn, head.runsOn]);
  return runners === null ? inputs : [...inputs, `job ${head.job} no longer runs on ${runners.join(", ")}`];
}
