import { relative, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { configure } from "../config/configure.ts";
import type { RepositoryPlace } from "../model/release.ts";
import type { Report } from "../model/report.ts";
import { describeInit } from "./describe-init.ts";
import { draftPolicy, type Means, planPolicy, type PolicyPlan, withoutGate } from "./policy-draft.ts";
import { findProject, type Project } from "./project.ts";
import { workflowOf } from "./workflow.ts";
import { type Draft, refuseExisting, writeAll } from "./write-all.ts";

export type InitCall = {
  readonly given: Readonly<Record<string, string>>;
  /** `-`: nothing is written; undefined: the place where it is looked for. */
  readonly output: string | undefined;
  readonly force: boolean;
};

export type ProjectCall = InitCall & {
  /** Whether a policy is wanted; null: nothing is said. */
  readonly policy: boolean | null;
};

/** Asks a person for yes or no. */
export type Question = (text: string) => Promise<boolean>;

/** What is to be printed: `text` to stdout; `notes` beside a file that is printed itself. */
export type InitResult = { readonly text: string; readonly notes: string };

/** Builds what ships, as it is, and writes the policy under which all of it passes. Throws ConfigError. */
export async function initPolicy(call: InitCall, means: Means): Promise<InitResult> {
  const { output, force } = call;
  const { files } = means.ports;
  const command = "policy init";
  const plan = await planPolicy({ ...call, output: output === "-" ? undefined : output }, command, means.ports);
  const place = { path: plan.path, shown: output ?? plan.path };
  if (output !== "-") await refuseFor(command, () => refuseExisting(place, force, files));
  const { text } = await draftPolicy(plan, command, means);
  if (output === "-") return { text, notes: "" };
  await writeAll([{ ...place, text }], force, files);
  return { text: `wrote ${place.shown}; read it, and commit it\n`, notes: "" };
}

/**
 * Writes the workflow of a project and, where wanted, its policy: both or none. `ask` is null where nobody can answer. Throws ConfigError
 * before anything is built for files that are there, and for a workflow that uses the action already.
 */
export async function initProject(
  call: ProjectCall,
  means: Means & { readonly ask: Question | null },
): Promise<InitResult> {
  const { ports, ask } = means;
  const { output, force } = call;
  const project = await findProject(call, ports);
  const own = force || output !== undefined ? null : project.workflows.own;
  const workflow = { path: project.workflowPath, shown: shownPath(project.workflowPath) };
  if (own === null && output !== "-") await refuseFor("init", () => refuseExisting(workflow, force, ports.files));
  const plan = await planWantedPolicy(call, project, { ports, ask });
  if (own !== null && plan === null) throw alreadyUsed(own);
  const policy = plan === null ? null : { ...placeOf(plan), ...(await draftPolicy(plan, "init", means)) };
  const report = policy?.report ?? (await predictShipped(project, means));
  const hasPolicy = policy !== null;
  const { text, reasons } = await workflowOf({ project, report, hasPolicy });
  const drafts: readonly Draft[] = [
    ...(own === null ? [{ ...workflow, text }] : []),
    ...(policy === null ? [] : [policy]),
  ];
  const notes = describeInit({ drafts: output === "-" ? [] : drafts, reasons, report, own, hasPolicy });
  if (output === "-") return { text, notes };
  await writeAll(drafts, force, ports.files);
  return { text: notes, notes: "" };
}

function alreadyUsed({ file, line }: RepositoryPlace): ConfigError {
  return new ConfigError(
    `init: ${file}:${line} uses go-linkage already, so nothing was written; ` +
      "go-linkage init --policy writes a policy for it, and --force another workflow",
  );
}

function placeOf({ path }: PolicyPlan): Omit<Draft, "text"> {
  return { path, shown: shownPath(path) };
}

async function planWantedPolicy(
  { policy, output, force }: ProjectCall,
  { given }: Project,
  { ports, ask }: Pick<Means, "ports"> & { readonly ask: Question | null },
): Promise<PolicyPlan | null> {
  if (policy === false) return null;
  if (policy === true && output === "-") {
    throw new ConfigError("init: -o - prints one file; use go-linkage policy init -o - for the policy");
  }
  if (policy === null && (ask === null || output === "-")) return null;
  const plan = await planPolicy({ given, output: undefined }, "init", ports);
  const place = placeOf(plan);
  if (policy === true) {
    await refuseFor("init", () => refuseExisting(place, force, ports.files));
    return plan;
  }
  if ((await ports.files.realPath(plan.path)) !== undefined || ask === null) return null;
  const question = `Write a policy too (${place.shown})? It builds what ships, and fails a later change that makes it worse. [y/N] `;
  return (await ask(question)) ? plan : null;
}

/** Predicts what the default strategies make of the programs; nothing is built. */
async function predictShipped({ given }: Project, { ports, run }: Means): Promise<Report> {
  const strategies = given.strategies ?? "default cgo-disabled netgo external";
  const { request } = await configure({ ...given, strategies, mode: "explain" }, ports);
  if (request.mode !== "explain") throw new ConfigError("init: it looks at programs; name packages");
  return run(withoutGate(request), ports);
}

async function refuseFor(command: string, refuse: () => Promise<void>): Promise<void> {
  try {
    await refuse();
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    throw new ConfigError(`${command}: ${thrown.message}`, { cause: thrown });
  }
}

function shownPath(path: string): string {
  return relative(resolve("."), path).replaceAll("\\", "/");
}
