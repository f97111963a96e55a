import type { Dockerfile, DockerInstruction, DockerStage } from "./dockerfile-file.ts";
import { foreign, inContext, mappingsOfCopy, mappingsOfStage, type Mapping } from "./dockerfile-folders.ts";
import { runInstruction } from "./dockerfile-run.ts";
import type { Evaluation, FileContext, Stage, StageCopy } from "./dockerfile-stage.ts";
import {
  expandLine,
  expandWords,
  platformArguments,
  readArg,
  readEnv,
  variableOf,
  visible,
  type ArgumentScope,
  type Variables,
} from "./dockerfile-variables.ts";
import { splitImage } from "./final-image.ts";
import { resolvePath, type Variable } from "./shell-state.ts";
import { plainText } from "./shell-text.ts";

/** Evaluates all stages of a file in order, for one platform and one folder as the build context. */
export function evaluateStages(file: Dockerfile, context: FileContext): Evaluation {
  const platform = platformArguments(context.platform, context.holes);
  const globals = new Map<string, Variable>();
  for (const each of file.globals) {
    if (each.keyword !== "ARG") continue;
    const found = readArg(each, visible(globals, platform), {
      scope: { globals: new Map(), platform },
      holes: context.holes,
    });
    for (const [name, value] of found) globals.set(name, givenOr(name, value, context));
  }
  const stages: Stage[] = [];
  const sources: string[] = [];
  for (const each of file.stages) {
    const scope = { globals, platform };
    const stage = beginStage(each, { stages, scope, context });
    stages.push(stage);
    for (const instruction of each.instructions) {
      runStep(instruction, stage, { stages, scope, context, sources });
    }
  }
  return { stages, sources };
}

/** The value of an ARG: what the build is given, or else its own. */
function givenOr(name: string, own: Variable, { buildArguments }: FileContext): Variable {
  const given = buildArguments?.get(name);
  return given === undefined ? own : variableOf(given, own.line);
}

type Beginning = {
  readonly stages: readonly Stage[];
  readonly scope: ArgumentScope;
  readonly context: FileContext;
};

function beginStage(head: DockerStage, { stages, scope, context }: Beginning): Stage {
  const variables = visible(scope.globals, scope.platform);
  const value = expandLine(plainText(head.image, head.line), variables, context.holes);
  const parent = stages.find(({ name }) => name !== null && name.toLowerCase() === value.toLowerCase());
  const own = { text: head.image, value, line: head.line };
  const base = {
    index: stages.length,
    name: head.name,
    parent: parent?.index ?? null,
    image: parent?.image ?? own,
    args: new Map<string, Variable>(),
    builds: [],
    edges: [],
    opaque: [],
    copies: [...(parent?.copies ?? [])],
    runs: [...(parent?.runs ?? [])],
    ...hostOf(head, parent, { variables, context }),
  };
  if (parent !== undefined) {
    const { cwd, hasShell, hasWrappedGo } = parent;
    const [env, written] = [new Map(parent.env), new Map(parent.written)];
    const [mappings, installs] = [[...parent.mappings], [...parent.installs]];
    return { ...base, env, written, cwd, hasShell, mappings, installs, hasWrappedGo };
  }
  const isGolang = /(?:^|\/)golang$/.test(splitImage(value).name);
  const env = new Map(isGolang ? [["GOPATH", variableOf("/go", head.line)]] : []);
  const cwd = isGolang ? "/go" : "/";
  const written = new Map<string, Variable>();
  return { ...base, env, written, cwd, hasShell: true, mappings: [], installs: [], hasWrappedGo: false };
}

type Names = { readonly variables: Variables; readonly context: FileContext };

function hostOf(
  { platform, line }: DockerStage,
  parent: Stage | undefined,
  { variables, context }: Names,
): Pick<Stage, "hostArch" | "isNative"> {
  if (platform === null) {
    const { hostArch, isNative } = parent ?? { hostArch: context.platform.goarch, isNative: true };
    return { hostArch, isNative };
  }
  const value = expandLine(plainText(platform, line), variables, context.holes);
  const [, hostArch = null] = /^linux\/([a-z0-9]+)/.exec(value) ?? [];
  return { hostArch, isNative: hostArch === context.platform.goarch };
}

type Step = Beginning & { readonly sources: string[] };

function runStep(instruction: DockerInstruction, stage: Stage, step: Step): void {
  const { context } = step;
  const variables = visible(stage.env, stage.args);
  switch (instruction.keyword) {
    case "ARG":
      for (const [name, value] of readArg(instruction, variables, { scope: step.scope, holes: context.holes })) {
        stage.args.set(name, givenOr(name, value, context));
      }
      return;
    case "ENV":
      for (const [name, value] of readEnv(instruction, variables, context.holes)) stage.env.set(name, value);
      return;
    case "WORKDIR":
      stage.cwd = resolvePath(stage.cwd, expandLine(instruction.words, variables, context.holes));
      return;
    case "SHELL":
      stage.hasShell = /(?:^|\/)(?:sh|bash|ash|dash)$/.test(instruction.list?.[0] ?? "");
      return;
    case "COPY":
    case "ADD":
      copy(instruction, stage, step);
      return;
    case "RUN":
      stage.runs.push(instruction.script?.text.text ?? instruction.words.text);
      runInstruction(instruction, stage, {
        context,
        mount: (value) => mount(value, { stage, line: instruction.line }, step),
      });
  }
}

function stageNamed(name: string, { stages }: Pick<Step, "stages">): Stage | undefined {
  if (/^\d+$/.test(name)) return stages[Number(name)];
  return stages.findLast((each) => each.name !== null && each.name.toLowerCase() === name.toLowerCase());
}

function copy(instruction: DockerInstruction, stage: Stage, step: Step): void {
  const { context } = step;
  const { words, list, flags, line } = instruction;
  const variables = visible(stage.env, stage.args);
  const expand = (text: string): string => expandLine(plainText(text, line), variables, context.holes);
  const expanded = list ?? expandWords(words, variables, context.holes) ?? words.text.trim().split(/\s+/).map(expand);
  const given = expanded.filter((each) => !each.startsWith("<<"));
  const last = given.at(-1);
  if (last === undefined || given.length < 2) return;
  const sources = given.slice(0, -1);
  const target = resolvePath(stage.cwd, last);
  const from = flags.find(({ name }) => name === "from")?.value;
  if (from === undefined) {
    const isFolder = /(?:^|\/)\.?$/.test(last);
    const { root, view } = context;
    const inRepository = sources.filter((each) => !/^[a-z]+:/.test(each)).map((each) => inContext(each, root));
    step.sources.push(...inRepository);
    stage.copies.push({ from: "context", sources: inRepository, target, runs: [], files: [] });
    stage.mappings.push(...mappingsOfCopy({ sources, target, isFolder }, root, view));
    return;
  }
  const origin = stageNamed(expand(from), step);
  const paths = sources.map((each) => resolvePath("/", each));
  stage.copies.push({ sources: paths, target, ...contentsOf(origin) });
  if (origin === undefined) return;
  stage.edges.push({ from: origin.index, sources: paths, target, line });
  for (const path of paths) stage.mappings.push(...mappingsOfStage(path, target, origin.mappings));
}

function contentsOf(origin: Stage | undefined): Pick<StageCopy, "from" | "runs" | "files"> {
  if (origin === undefined) return { from: "image", runs: [], files: [] };
  const files = origin.builds.flatMap(({ build }) => build.outputs.map(({ path }) => path));
  return { from: "stage", runs: origin.runs, files };
}

type MountPlace = { readonly stage: Stage; readonly line: number };

/** `RUN --mount=…`: what it puts where, for this command alone. */
function mount(value: string, { stage, line }: MountPlace, step: Step): Mapping[] {
  const { context } = step;
  const variables = visible(stage.env, stage.args);
  const options = new Map(
    value.split(",").map((each): [string, string] => {
      const [name = "", ...rest] = each.split("=");
      return [name, expandLine(plainText(rest.join("="), line), variables, context.holes)];
    }),
  );
  if ((options.get("type") ?? "bind") !== "bind") return [];
  const aim = options.get("target") ?? options.get("dst") ?? options.get("destination");
  if (aim === undefined) return [];
  const target = resolvePath(stage.cwd, aim);
  const source = options.get("source") ?? options.get("src") ?? ".";
  const from = options.get("from");
  if (from === undefined)
    return mappingsOfCopy({ sources: [source], target, isFolder: false }, context.root, context.view);
  const origin = stageNamed(from, step);
  if (origin === undefined) return [{ container: target, repository: foreign, isFlat: false }];
  const path = resolvePath("/", source);
  stage.edges.push({ from: origin.index, sources: [path], target, line });
  const mappings = mappingsOfStage(path, target, origin.mappings);
  return mappings.length > 0 ? mappings : [{ container: target, repository: foreign, isFlat: false }];
}
