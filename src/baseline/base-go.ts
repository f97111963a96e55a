import { join, resolve } from "node:path";
import { Interrupted, MachineFault, toError } from "../errors.ts";
import { findMachineFault } from "../go/machine-faults.ts";
import { withoutForeignGit } from "../go/git-environment.ts";
import type { BaseConfig } from "../config/config-of-base.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Environment } from "../model/environment.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { Toolchain } from "../model/toolchain.ts";
import type { Ports } from "../ports/types.ts";
import { pathIn, type Repository } from "./repository.ts";

type GoRequest = {
  /** Of the base, in the folder that it was written to. */
  readonly request: Pick<CheckRequest, "where" | "go">;
  readonly tree: string;
  readonly repository: Repository;
  readonly baseConfig: Pick<BaseConfig, "env" | "goFile" | "changes">;
  /** What the head asks for. */
  readonly asked: CheckRequest["go"];
};

type BaseGo = {
  readonly toolchain: Toolchain;
  readonly steps: readonly string[];
  /** One change, when it is another Go than the head's and the workflow or the config file does not say so already. */
  readonly changes: readonly SettingChange[];
};

/**
 * The Go that the base asks for: by its inputs, by what its workflow gives actions/setup-go, or by its own files. It is the head's
 * when both ask for the same, and when the other one is unavailable. Throws MachineFault when this machine is at fault for that.
 */
export async function goOfBase(headGo: Toolchain, asks: GoRequest, ports: Ports): Promise<BaseGo> {
  const { request, tree, repository, baseConfig } = asks;
  const variables = withVariables(headGo.env, baseConfig.env);
  const same = { toolchain: { ...headGo, env: variables }, steps: [], changes: [] };
  const { workingDirectory } = request.where;
  const quiet = { ...ports, log: { ...ports.log, info: () => undefined, warning: () => undefined } };
  // The files of the workspace are the head's.
  const inTree = { ...quiet, env: { ...withAllVariables(ports.env, baseConfig.env), GITHUB_WORKSPACE: tree } };
  const [{ findWantedGo }, { install }] = await Promise.all([
    import("../install/find-wanted-go.ts"),
    import("../install/install.ts"),
  ]);
  try {
    const [ofBase, ofHead] = await questionsOf(asks, ports);
    const [before, now] = await Promise.all([
      findWantedGo({ ...ofBase, workingDirectory }, inTree),
      findWantedGo({ ...ofHead, workingDirectory: join(repository.alias, repository.prefix) }, quiet),
    ]);
    const requirements = [before, now].map(({ constraint, fallbacks }) => JSON.stringify([constraint, fallbacks]));
    if (requirements[0] === requirements[1]) return same;
    const found = await install({ ...ofBase, workingDirectory }, inTree);
    if (found.version === headGo.version) return same;
    const { GITHUB_WORKSPACE: _, ...env } = withoutForeignGit(found.env);
    const { GITHUB_WORKSPACE: workspace } = headGo.env;
    const toolchain = { ...found, env: workspace === undefined ? env : { ...env, GITHUB_WORKSPACE: workspace } };
    const isKnown = baseConfig.changes.some(({ name }) => /^(?:go-version(?:-file)?|GOTOOLCHAIN)$/.test(name));
    return {
      toolchain,
      steps: [`the base is built with Go ${toolchain.version}, which it asks for; this is Go ${headGo.version}`],
      changes: isKnown ? [] : [changeOf({ before: found.version, after: headGo.version }, now.from, baseConfig)],
    };
  } catch (thrown) {
    if (thrown instanceof Interrupted) throw thrown;
    const why = toError(thrown).message.replaceAll(join(tree, "/"), "");
    // Of a machine that gives way nobody knows what the base would have come to.
    if (findMachineFault(why) !== null) throw new MachineFault(`the base commit's Go cannot be installed: ${why}`);
    return { ...same, steps: [`the base commit is built with this run's Go, because its own is unavailable: ${why}`] };
  }
}

type Versions = { readonly before: string; readonly after: string };

/** `from`: what asks for the head's Go. */
function changeOf(versions: Versions, from: string | null, { goFile }: Pick<BaseConfig, "goFile">): SettingChange {
  if (goFile !== null && goFile.after !== goFile.before) return { name: "go-version", ...versions, ...goFile.place };
  const [file = null, line] = (from ?? "").split(/:(?=\d+$)/);
  return { name: "go-version", ...versions, ...(line === undefined ? nowhere : { file, line: Number(line) }) };
}

const nowhere = { file: null, line: null } as const;

type Question = CheckRequest["go"];

/** What base and head ask for, with the file that actions/setup-go reads where nothing else is named. */
async function questionsOf(
  { request, tree, repository, baseConfig, asked }: GoRequest,
  { env, files }: Pick<Ports, "env" | "files">,
): Promise<readonly [Question, Question]> {
  const { goFile } = baseConfig;
  const withFile = (go: Question, file: string | null): Question =>
    go.goVersion === null && go.goVersionFile === null ? { ...go, goVersionFile: file } : go;
  const base = withFile(request.go, goFile?.before ?? null);
  const { goVersionFile: name } = base;
  if (name === null) return [base, withFile(asked, goFile?.after ?? null)];
  // From the workspace, which may be a folder above the repository (`path:` of actions/checkout).
  const { GITHUB_WORKSPACE: workspace = "" } = env;
  const folders = [...(workspace === "" ? [] : [workspace]), join(repository.alias, repository.prefix)];
  for (const folder of folders) {
    const inside = pathIn(repository, resolve(folder, name));
    const path = inside === undefined ? resolve(folder, name) : join(tree, inside);
    if ((await files.kindOf(path)) === "file")
      return [{ ...base, goVersionFile: path }, withFile(asked, goFile?.after ?? null)];
  }
  return [base, withFile(asked, goFile?.after ?? null)];
}

/** The go command is that of the toolchain, whatever a workflow says: GOTOOLCHAIN and GOROOT would turn it into another. */
function withVariables(env: Environment, { GOTOOLCHAIN: _, GOROOT: __, ...changes }: BaseConfig["env"]): Environment {
  return withAllVariables(env, changes);
}

function withAllVariables(env: Environment, changes: BaseConfig["env"]): Environment {
  const all: Readonly<Record<string, string | undefined>> = { ...env, ...changes };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
