import { resolve } from "node:path";
import * as v from "valibot";
import { ConfigError, toError } from "../errors.ts";
import type { LegPlan, OwnLeg } from "../model/leg-plan.ts";
import type { Files } from "../ports/types.ts";
import { didYouMean } from "../text/nearest.ts";
import { sha256Of } from "../text/sha256.ts";
import { version } from "../version.ts";
import { type InputName, isInputName } from "./inputs.ts";

const text = v.string();
const leg = v.object({ id: text, name: text, targets: v.array(v.object({ package: text, platform: text })) });

/** What has to be there for messages to be clear; the digest vouches for the rest. */
const planSchema = v.object({
  schemaVersion: v.literal(1),
  digest: text,
  tool: v.object({ name: v.literal("go-linkage"), version: text }),
  inputs: v.record(text, text),
  legs: v.array(leg),
});

/**
 * The plan in a file that `plan` wrote. Throws ConfigError for a file that is none, that another version of the program wrote, or that
 * was changed since.
 */
export async function readPlanFile(path: string, workingDirectory: string, files: Files): Promise<LegPlan> {
  const content = await files.readText(resolve(workingDirectory, path));
  if (content === undefined) throw new ConfigError(`plan: "${path}" does not exist; go-linkage plan writes it`);
  const parsed = v.safeParse(planSchema, parseJson(content, path));
  if (!parsed.success) throw new ConfigError(`plan: "${path}" is not a plan that go-linkage plan wrote`);
  const { tool } = parsed.output;
  if (tool.version !== version) {
    throw new ConfigError(`plan: "${path}" is of go-linkage ${tool.version}, and this is ${version}; use one version`);
  }
  const plan = parseJson(content, path) as LegPlan;
  if ((await digestOf(plan)) !== plan.digest) {
    throw new ConfigError(`plan: "${path}" was changed after go-linkage plan wrote it: its digest does not match`);
  }
  return plan;
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content);
  } catch (thrown) {
    throw new ConfigError(`plan: "${path}" is not JSON: ${toError(thrown).message}`);
  }
}

/** SHA-256, in lower-case hex, of all that decides the builds and their verdict. A run that is repeated has the same plan. */
export function digestOf(plan: Omit<LegPlan, "digest">): Promise<string> {
  return sha256Of(JSON.stringify({ ...plan, digest: undefined, run: undefined }));
}

/** The inputs that a leg may be given beside those of its plan: none of them decides what is built or what is asked of it. */
const ofLeg: readonly InputName[] = [
  ...(["mode", "plan", "leg", "config", "output-dir", "cache", "add-to-path", "summary"] as const),
  ...(["comment", "comment-key", "token", "go-download-base-url", "go-sha256"] as const),
];

/** Inputs by name, as a call or a workflow step gives them. */
type GivenInputs = Readonly<Record<string, string>>;

/**
 * The part of a plan that a call is for, and the inputs that count for it. Throws ConfigError for a leg that the plan does not have, and
 * for inputs that only the plan may give.
 */
export async function readOwnLeg(
  given: GivenInputs,
  files: Files,
): Promise<{ readonly own: OwnLeg; readonly given: GivenInputs }> {
  const { plan: path, leg: id } = given;
  if (path === undefined) throw new ConfigError("leg: give the plan that it is of: --plan FILE --leg ID");
  if (id === undefined) throw new ConfigError("plan: name the leg to build: --plan FILE --leg ID");
  const other = Object.keys(given).find((name) => isInputName(name) && !ofLeg.includes(name));
  if (other !== undefined) {
    throw new ConfigError(`${other}: a leg takes it from its plan; give it to go-linkage plan instead`);
  }
  const plan = await readPlanFile(path, ".", files);
  const own = plan.legs.find((each) => each.id === id);
  if (own === undefined) {
    const ids = plan.legs.map((each) => each.id);
    const guess = didYouMean(id, ids);
    throw new ConfigError(
      `leg: "${id}" is not a leg of ${path}${guess === "" ? `, which has ${ids.join(", ")}` : guess}`,
    );
  }
  return { own: { plan, leg: own }, given: { ...plan.inputs, ...given } };
}
