import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError, Interrupted, MachineFault, NothingToBuild, NotListed, toError } from "../errors.ts";
import { locateModules } from "../plan/modules.ts";
import { type PlannableRelease, plan } from "../plan/plan-builds.ts";
import type { ReleaseBuild } from "../plan/plan-release.ts";
import { describeReleaseIn } from "../release/describe-release.ts";
import type { BaseConfig } from "../config/config-of-base.ts";
import type { Files, Log, Ports } from "../ports/types.ts";
import { type Go, makeGo } from "../go/command.ts";
import type { Changes } from "./changes.ts";
import { goOfBase } from "./base-go.ts";
import { checkOut } from "./checkout.ts";
import {
  type Copy,
  type MovePaths,
  movePaths,
  moveStrategy,
  moveVariables,
  placeInCopy,
  placeOfLink,
} from "./move-paths.ts";
import { moveFlags, moveTools, moveToolsOf } from "./move-tools.ts";
import { pathIn, type Repository, short } from "./repository.ts";
import type { Environment } from "../model/environment.ts";
import { noReleases, type Plan } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { SettingChange } from "../model/setting-change.ts";
import type { Toolchain } from "../model/toolchain.ts";

/** The base commit, as it was found. */
export type BaseCommit = {
  readonly sha: string;
  readonly repository: Repository;
  readonly baseConfig: BaseConfig;
  readonly changes: Changes | undefined;
};

/** The go command and the ports with which the base is built. */
export type BaseTools = { readonly go: Go; readonly ports: Ports };

/** The base commit in a folder of its own, and what is to be built there. */
export type ListedBase = {
  readonly tree: string;
  readonly request: CheckRequest;
  readonly tools: BaseTools;
  /** Without cells where the base has no program. */
  readonly plan: Plan;
  readonly steps: readonly string[];
  /** What could not be written, one line each: programs may be missing in the plan. */
  readonly gaps: readonly string[];
  /** The Go that builds it, where that is another than the head's. */
  readonly changes: readonly SettingChange[];
};

type ListContext = {
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  /** The Go that the head was asked to be built with. */
  readonly asked: CheckRequest["go"];
};

/**
 * Writes the base commit into a folder and lists the programs that it ships. Throws ConfigError when that cannot be done.
 */
export async function listBase(
  { sha, repository, baseConfig, changes }: BaseCommit,
  { toolchain, ports, asked }: ListContext,
): Promise<ListedBase> {
  const { files } = ports;
  const tree = await files.makeTempDir();
  const index = join(await files.makeTempDir(), "index");
  const missing = await writtenOut(checkOut(sha, { root: repository.root, tree, index }, ports));
  const gaps = missing.filter(({ isShared }) => !isShared).map(({ why }) => why);
  const copy: Copy = { repository, tree, changes };
  const move: MovePaths = (text) => movePaths(text, copy, files);
  const moved = await requestFor(baseConfig.request, { repository, tree, move });
  const quiet = { ...ports, log: prefixed(ports.log) };
  const chosen = await goOfBase(toolchain, { request: moved, tree, repository, baseConfig, asked }, quiet);
  // The go command names folders as PWD does where that is the same folder.
  const directory = moved.where.workingDirectory;
  const variables = { ...(await moveVariables(chosen.toolchain.env, move)), PWD: directory };
  const side = { copy, files, directory, env: variables };
  const env = await moveTools(side);
  const strategies = await Promise.all(moved.build.strategies.map((strategy) => moveToolsOf(strategy, side)));
  const build = { ...moved.build, strategies, flags: await moveFlags(moved.build.flags, side) };
  const request = { ...moved, build };
  const tools = { go: makeGo({ ...chosen.toolchain, env }, ports), ports: quiet };
  const listed = { tree, request, tools, gaps, changes: chosen.changes };
  const notes = [...missing.map(({ why }) => why), ...chosen.steps];
  if (!(await isInTree(request.where, tree, files))) {
    const steps = [...notes, `${short(sha)} has nothing in these folders: all is new`];
    return { ...listed, plan: noPrograms, steps };
  }
  const adapt = async ({ strategy, flags: own }: ReleaseBuild): Promise<ReleaseBuild> => ({
    strategy: await moveToolsOf(await moveStrategy(strategy, move), side),
    flags: [...(await moveFlags(await Promise.all(own.map(move)), side)), noStamp],
  });
  const found = await planBase(request, { tools, env, tree, adapt });
  await refuseFilesOfHead(found, copy, files);
  const isNew = found.cells.length === 0;
  return { ...listed, plan: found, steps: isNew ? [...notes, `${short(sha)} has no main package: all is new`] : notes };
}

/** A directory that go.mod, go.work or -modfile names by its whole path. Throws ConfigError for one of the head. */
async function refuseFilesOfHead({ cells }: Plan, copy: Copy, files: Files): Promise<void> {
  const packages = cells.flatMap(({ graph }) => [...graph.values()]).filter(({ standard }) => !standard);
  const dirs = new Set(packages.map(({ dir }) => dir).filter((dir) => !dir.startsWith(copy.tree)));
  for (const dir of dirs) {
    const place = (await placeInCopy(dir, copy, files)) ?? (await placeOfLink(dir, copy, files));
    if (place === null) continue;
    throw new ConfigError(
      `it would be built with the head's ${relative(copy.tree, place)}, which it names by its absolute path`,
    );
  }
}

const noPrograms: Plan = {
  cells: [],
  whyEmpty: null,
  goflags: [],
  cc: null,
  release: noReleases,
};

async function writtenOut<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (thrown) {
    const isKnown = thrown instanceof Interrupted || thrown instanceof MachineFault;
    throw isKnown ? thrown : new ConfigError(toError(thrown).message, { cause: thrown });
  }
}

/** Go would stamp the revision of whatever repository is around the tree, which has no .git. */
const noStamp = "-buildvcs=false";

async function requestFor(
  request: CheckRequest,
  { repository, tree, move }: { readonly repository: Repository; readonly tree: string; readonly move: MovePaths },
): Promise<CheckRequest> {
  const { where, build } = request;
  const packages = where.packages.map((each) => {
    const name = isAbsolute(each) ? pathIn(repository, each) : undefined;
    return name === undefined ? each : join(tree, name);
  });
  // The base's own, which its workflow may have given.
  const folder = pathIn(repository, resolve(where.workingDirectory)) ?? repository.prefix;
  const flags = [...(await Promise.all(build.flags.map(move))), noStamp];
  const strategies = await Promise.all(build.strategies.map((strategy) => moveStrategy(strategy, move)));
  return {
    ...request,
    where: { ...where, workingDirectory: join(tree, folder), packages },
    build: { ...build, strategies, flags },
    artifacts: { prove: [], outputDir: null },
  };
}

/** Whether the base has anything where the head's packages are: a Go module, and one of the folders. */
async function isInTree(
  { workingDirectory, packages }: CheckRequest["where"],
  tree: string,
  files: Files,
): Promise<boolean> {
  const folders = packages.map((pattern) => resolve(workingDirectory, pattern.replace(/\/?\.\.\..*$/, "")));
  const isPath = (pattern: string): boolean => /^\.\.?(?:\/|$)/.test(pattern) || isAbsolute(pattern);
  for (const [at, pattern] of packages.entries()) {
    const folder = isPath(pattern) ? (folders[at] ?? workingDirectory) : workingDirectory;
    const isModule = await findUp(folder, ["go.mod", "go.work"], { tree, files });
    if (isModule !== undefined && (await files.kindOf(folder)) === "folder") return true;
  }
  return false;
}

async function findUp(
  from: string,
  names: readonly string[],
  { tree, files }: { readonly tree: string; readonly files: Files },
): Promise<string | undefined> {
  for (let dir = from; ; dir = dirname(dir)) {
    for (const name of names) if ((await files.kindOf(join(dir, name))) === "file") return join(dir, name);
    if (dir === tree || dirname(dir) === dir) return undefined;
  }
}

async function planBase(
  request: CheckRequest,
  {
    tools,
    env,
    tree,
    adapt,
  }: Pick<PlannableRelease, "adapt"> & {
    readonly tools: BaseTools;
    readonly env: Environment;
    readonly tree: string;
  },
): Promise<Plan> {
  try {
    const { files } = tools.ports;
    const modules = await locateModules(request.where, files, env);
    const asked = { ship: request.build.ship, workingDirectory: request.where.workingDirectory };
    const described = await describeReleaseIn(tree, asked, { files, env });
    const release = described && { ...described, adapt };
    const found = await plan(request, modules, { ...tools, isReported: false, release });
    if (found.whyEmpty !== null && !(found.whyEmpty instanceof NothingToBuild)) throw found.whyEmpty;
    return found;
  } catch (thrown) {
    if (thrown instanceof NotListed) throw thrown;
    throw thrown instanceof ConfigError
      ? new ConfigError(withoutTree(thrown.message, tree), { cause: thrown })
      : thrown;
  }
}

function prefixed(log: Log): Log {
  return {
    ...log,
    group: (title, body, pieces) => log.group(`Base: ${title}`, body, pieces),
    activity: (title, verb) => log.activity(`base: ${title}`, verb),
  };
}

/** The folder has another name in every run. */
export function withoutTree(text: string, tree: string): string {
  return text.replaceAll(join(tree, "/"), "").replaceAll(tree, ".");
}
