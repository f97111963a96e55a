import { resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import type { ReadCommitted } from "../model/committed-file.ts";
import type { Policy, Rules, Source } from "../model/policy.ts";
import type { CheckRequest, JudgedRequest } from "../model/request.ts";
import type { SettingChange } from "../model/setting-change.ts";
import { plainShip, whyUnknown } from "./choose-strategies.ts";
import { type ConfigCopy, changesOfFile, shippedBuild } from "./config-change.ts";
import type { ConfigFile } from "./config-file.ts";
import { candidatesBetween } from "./config-place.ts";
import { relaxedInputs } from "./input-comparison.ts";
import { inputText, readInput } from "./inputs.ts";
import { parseJudged } from "./parse-request.ts";
import type { GivenInputs, WorkflowChange } from "./workflow-change.ts";

export type BaseConfig = {
  /** What the run would have been asked for on the base, of the strategies only the one that ships. */
  readonly request: CheckRequest;
  /** Why that strategy cannot be built there: the base's own file does not know it, and the head's stands in for it; else null. */
  readonly unknownShip: string | null;
  /** What is built there, or how, is not what is built here. */
  readonly differs: boolean;
} & BasePolicy;

/** What was asked for before this change. */
export type BasePolicy = {
  readonly rules: Rules;
  /** What this change asks for less, in words. */
  readonly relaxations: readonly string[];
  /** What it builds with another value. */
  readonly changes: readonly SettingChange[];
  /** Variables that the base's workflow sets in another way; undefined: not at all. */
  readonly env: WorkflowChange["env"];
  readonly goFile: WorkflowChange["goFile"];
  readonly steps: readonly string[];
};

export type BasePlace = {
  /** Reads the base's copy of a file. */
  readonly read: ReadCommitted;
  /** An absolute path as git names it; undefined for one outside of the repository. */
  readonly pathIn: (path: string) => string | undefined;
  /** The root of the repository, as the working directory names it. */
  readonly top: string;
  /** What the base's workflow gives. */
  readonly workflow: WorkflowChange;
};

/** Nothing differs but what the commits say of it: outside of a workflow, or where the workflow did not change. */
export function sameWorkflow(given: GivenInputs): WorkflowChange {
  return { given, env: {}, changes: [], relaxations: [], notes: [], goFile: null };
}

/** The base's copy of the config file, and what is to be said of it. */
type Copy = ConfigCopy & { readonly steps: readonly string[] };

/**
 * The request with the base's own copies of the config file and of the workflow in the place of the head's: what was asked for
 * there, and how it was built. On the command line the call counts for both sides.
 */
export async function configOfBase(request: CheckRequest, place: BasePlace): Promise<BaseConfig> {
  const { source } = request.gate.policy;
  const same = { ...request, build: shippedBuild(request) };
  if (source === null) return { ...samePolicy(request), request: same, unknownShip: null, differs: false };
  const copy = await readCopy(source, request, place);
  const { parsed, unknownShip, trouble } = requestOf(copy, request, { source, workflow: place.workflow });
  const base = parsed.mode === "inspect" ? same : parsed;
  const before = buildSettings(base);
  const now = buildSettings(request);
  const differences = Object.keys(now).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
  const ships = [base, request].map((each) => describeShipped(each));
  const isOtherBuild = differences.length > 0 || unknownShip !== null || ships[0] !== ships[1];
  const steps = [
    ...copy.steps,
    ...trouble,
    ...place.workflow.notes,
    ...describeDifferences(source.name, { ...copy, differences, differs: isOtherBuild, workflow: place.workflow }),
  ];
  const differs = isOtherBuild || Object.keys(place.workflow.env).length > 0;
  return {
    ...policyOf(base, copy, { request, source, workflow: place.workflow }),
    request: base,
    unknownShip,
    differs,
    steps,
  };
}

/** The same of a run that builds nothing: only what was asked for. */
export async function policyOfBase(request: JudgedRequest, place: BasePlace): Promise<BasePolicy> {
  if (request.mode !== "inspect") return configOfBase(request, place);
  const { source } = request.gate.policy;
  if (source === null) return samePolicy(request);
  const copy = await readCopy(source, request, place);
  const { parsed, trouble } = requestOf(copy, request, { source, workflow: place.workflow });
  const found = policyOf(parsed, copy, { request, source, workflow: place.workflow });
  return { ...found, steps: [...copy.steps, ...trouble, ...place.workflow.notes] };
}

function samePolicy({ gate }: JudgedRequest): BasePolicy {
  return { rules: gate, relaxations: [], changes: [], env: {}, goFile: null, steps: [] };
}

type HeadSide = { readonly request: JudgedRequest; readonly source: Source; readonly workflow: WorkflowChange };

function policyOf(base: JudgedRequest, copy: Copy, { request, source, workflow }: HeadSide): Omit<BasePolicy, "steps"> {
  const inputs = { ...copy.file?.inputs, ...workflow.given };
  return {
    rules: base.gate,
    relaxations: [...new Set([...workflow.relaxations, ...relaxedInputs(inputs, source.inputs)])],
    changes: [...workflow.changes, ...changesOfFile(base, copy, { request, source, workflow })],
    env: workflow.env,
    goFile: workflow.goFile,
  };
}

/** What decides how it is built: its summary names the file that it is of. */
function describeShipped(request: CheckRequest): string {
  return JSON.stringify(shippedBuild(request).strategies.map(({ summary: _, ...rest }) => rest));
}

/** What decides what is built, by the names of the inputs. */
function buildSettings({ where, build, go }: CheckRequest): Readonly<Record<string, unknown>> {
  const { workingDirectory, packages, platforms } = where;
  return {
    "working-directory": resolve(workingDirectory),
    packages,
    platforms,
    ship: build.ship,
    flags: build.flags,
    "go-version": go.goVersion,
    "go-version-file": go.goVersionFile,
  };
}

function describeDifferences(
  name: string,
  found: Copy & {
    readonly differences: readonly string[];
    readonly differs: boolean;
    readonly workflow: WorkflowChange;
  },
): string[] {
  const { differences, workflow } = found;
  const ofWorkflow = workflow.changes.map((change) => change.name).filter((each) => !gateInputs.includes(each));
  const ofFile = differences.filter((each) => !ofWorkflow.includes(each));
  const isShipped = found.differs && differences.length === 0 && ofWorkflow.length === 0;
  const which = isShipped ? ["the shipped strategy"] : ofFile;
  const origin = found.file === null ? `the base has no ${name}` : `the base is built as its own ${name} says`;
  return [
    ...(which.length === 0 ? [] : [`${origin}; ${differ(which)}`]),
    ...(ofWorkflow.length === 0 ? [] : [`the base is built as its own workflow says; ${differ(ofWorkflow)}`]),
  ];
}

/** Inputs that build nothing. */
const gateInputs = [
  "mode",
  "build",
  "require",
  "baseline",
  "baseline-ref",
  "fail-on",
  "on-missing-baseline",
  "policy-relaxation",
  "config",
  "cache",
];

function differ(names: readonly string[]): string {
  return `${names.join(", ")} ${names.length > 1 ? "differ" : "differs"}`;
}

async function readCopy({ given, name, inputs }: Source, head: JudgedRequest, place: BasePlace): Promise<Copy> {
  const before = place.workflow.given;
  const baseName = inputText("config", before);
  const start = resolve(inputText("working-directory", before));
  const paths = candidatesBetween(baseName, start, place.top).flatMap((whole) => {
    const path = place.pathIn(whole);
    return path === undefined ? [] : [{ whole, path }];
  });
  if (paths.length === 0) {
    // A file outside of the repository is no part of a change.
    const isSame = inputText("config", given) === baseName;
    if (isSame && head.gate.policy.file === null) return { file: null, path: null, steps: [] };
    if (isSame)
      return {
        file: ownFile(inputs, head),
        path: null,
        steps: [`${name} is in no repository, so it counts for the base as well`],
      };
    return { file: null, path: null, steps: [`the base's config, ${baseName}, is in no repository`] };
  }
  for (const { whole, path } of paths) {
    const found = await place.read(path);
    if (found.kind === "absent") continue;
    if (found.kind === "unreadable") return unreadable(found.why);
    return parseCopy(found.text, { name: baseName, path: whole });
  }
  return { file: null, path: null, steps: [] };
}

/** The head's own file as its request has it. */
function ownFile(inputs: GivenInputs, head: JudgedRequest): ConfigFile {
  const { rules } = head.gate.policy;
  const strategies =
    head.mode === "inspect" ? [] : head.build.strategies.filter(({ name }) => whyUnknown(name, []) !== null);
  return { inputs, lines: {}, strategies, rules, runners: {} };
}

async function parseCopy(
  text: string,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<Copy> {
  const { parseBaseConfigFile } = await import("./config-file.ts");
  try {
    return { file: await parseBaseConfigFile(text, `${name} of the base`), path, steps: [] };
  } catch (thrown) {
    if (thrown instanceof ConfigError) return unreadable(thrown.message);
    throw thrown;
  }
}

/** What nobody could read asked for nothing, and allowed nothing. */
function unreadable(why: string): Copy {
  return { file: null, path: null, steps: [`the base's config cannot be read, so it allows nothing (${why})`] };
}

type Parsed = {
  readonly parsed: JudgedRequest;
  readonly unknownShip: string | null;
  readonly trouble: readonly string[];
};

/** The request of the base, or what of it can be read. */
function requestOf(
  { file }: Copy,
  head: JudgedRequest,
  { source, workflow }: { readonly source: Source; readonly workflow: WorkflowChange },
): Parsed {
  try {
    return { ...parseSide(file, head, { source, given: workflow.given }), trouble: [] };
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    const trouble = [`the base's inputs cannot be read, so those of this run count for it too (${thrown.message})`];
    return { ...parseSide(null, head, { source, given: source.given }), trouble };
  }
}

function parseSide(
  file: ConfigFile | null,
  head: JudgedRequest,
  { source, given }: { readonly source: Source; readonly given: GivenInputs },
): Omit<Parsed, "trouble"> {
  const { policy: headPolicy } = head.gate;
  const name = `${source.name} of the base`;
  const policy: Policy = {
    ...headPolicy,
    file: file && { name, path: headPolicy.file?.path ?? source.name },
    rules: file?.rules ?? [],
    source: { ...source, given },
  };
  const inputs = { ...file?.inputs, ...given, mode: head.mode };
  const own = file?.strategies ?? [];
  if (head.mode === "inspect") {
    const { binaries, images } = head.where;
    const paths = { binaries: binaries.join("\n"), images: images.join("\n") };
    const parsed = parseJudged({ ...inputs, ...paths }, { policy, strategies: own });
    return { parsed, unknownShip: null };
  }
  const ship = readInput("ship", inputs);
  const unknownShip = whyUnknown(ship, own);
  const strategies = unknownShip === null ? own : [...own, ...standIn(ship, head)];
  return { parsed: parseJudged({ ...inputs, strategies: plainShip(ship) }, { policy, strategies }), unknownShip };
}

/** The head's strategy of this name, or what it ships under that name: it is never built, because the base does not know it. */
function standIn(ship: string, head: CheckRequest): CheckRequest["build"]["strategies"] {
  const named = head.build.strategies.filter(({ name }) => name === ship);
  return named.length > 0 ? named : shippedBuild(head).strategies.map((strategy) => ({ ...strategy, name: ship }));
}
