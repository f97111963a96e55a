import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ConfigError, Interrupted, NothingToBuild, toError } from "../errors.ts";
import { locateModules } from "../plan/modules.ts";
import { plan } from "../plan/plan-builds.ts";
import type { BaseConfig } from "../config/config-of-base.ts";
import type { Files, Log, Ports } from "../ports/types.ts";
import { type Go, makeGo } from "../go/command.ts";
import { buildVariable } from "../go/build-variables.ts";
import { type Changes, findIgnored } from "./changes.ts";
import { checkOut } from "./checkout.ts";
import type { Clock } from "./clock.ts";
import { pathIn, type Repository, short } from "./repository.ts";
import type { Baseline, BaseCell } from "../model/baseline.ts";
import type { Explained, OwnCell, Target } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import { reachable } from "../model/packages.ts";
import type { Plan } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Toolchain } from "../model/toolchain.ts";

type BaseBuild = {
  readonly sha: string;
  readonly repository: Repository;
  /** What could have regressed. */
  readonly open: readonly OwnCell[];
  readonly changes: Changes | undefined;
};

type Sides = { readonly head: Examined; readonly baseConfig: BaseConfig };
type Built = Pick<Baseline, "cells" | "gone" | "steps">;
type TimedContext = BaselineContext & { readonly clock: Clock };

/** Writes the base commit into a folder and builds there what is asked for. Throws ConfigError when that cannot be done. */
export async function buildBase(what: BaseBuild, { head, baseConfig }: Sides, context: TimedContext): Promise<Built> {
  const { sha, repository, open, changes } = what;
  const { ports } = context;
  const tree = await ports.files.makeTempDir();
  const index = join(await ports.files.makeTempDir(), "index");
  const steps = [...(await writtenOut(checkOut(sha, { root: repository.root, tree, index }, ports)))];
  const move: MovePaths = (text) => movePaths(text, { repository, tree, changes }, ports.files);
  const baseRequest = await requestFor(baseConfig.request, { repository, tree, move });
  const isThere = await isInTree(baseRequest.where, tree, ports.files);
  if (!isThere) return { ...noCells, steps: [...steps, `${short(sha)} has nothing in these folders: all is new`] };

  if (baseConfig.unknownShip !== null) throw new ConfigError(baseConfig.unknownShip);
  const planned = await planBase(baseRequest, tree, { ...context, move });
  if (planned === null) return { ...noCells, steps: [...steps, `${short(sha)} has no main package: all is new`] };
  const { basePlan, tools } = planned;
  const baseNames = renames(head.plan, basePlan, { repository, tree, changes });
  const baseName = (target: Target): string => baseNames.get(target.package) ?? target.package;
  const wanted = new Set(open.map((cell) => `${baseName(cell)}\n${cell.platform}`));
  const cells = basePlan.cells.filter((cell) => wanted.has(`${cell.package}\n${cell.platform.name}`));
  const explained = cells.length === 0 ? [] : await context.examine({ ...basePlan, cells }, baseRequest, tools);
  const before = explained.map((cell) => withPlainReason(cell, tree, context.clock));
  const compared = open.flatMap((cell): BaseCell[] => {
    const found = before.find((each) => each.package === baseName(cell) && each.platform === cell.platform);
    return found === undefined ? [] : [{ head: cell, cell: found, from: "build" }];
  });
  const targets = cells.length === 1 ? "1 target" : `${cells.length} targets`;
  steps.push(cells.length === 0 ? `listed the targets of ${short(sha)}` : `built ${targets} of ${short(sha)}`);
  if (compared.some(({ cell }) => cell.status === "failed")) steps.push(...(await explainFailure(what, context)));
  return {
    cells: compared,
    gone: findGone(head.plan, basePlan, baseNames),
    steps,
  };
}

const noCells = { cells: [], gone: [] };

async function writtenOut(running: Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await running;
  } catch (thrown) {
    throw thrown instanceof Interrupted ? thrown : new ConfigError(toError(thrown).message, { cause: thrown });
  }
}

type MovePaths = (text: string) => Promise<string>;
type Copy = { readonly repository: Repository; readonly tree: string; readonly changes: Changes | undefined };

/**
 * Paths into the repository, made to lead into the copy of the base. Those that no commit knows stay: an earlier step made what is
 * there, for both sides.
 */
async function movePaths(text: string, { repository, tree, changes }: Copy, files: Files): Promise<string> {
  const roots = new Set([repository.root, repository.alias]);
  const escaped = [...roots].map((top) => top.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  let moved = text;
  // Behind the beginning, a separator, or an option such as -L.
  const before = `(?<=^|[\\s"':;,=]|-[A-Za-z]{1,10})`;
  const paths = new RegExp(`${before}(?:${escaped})(?:[/\\\\][^\\s"':;,=]*)?(?![^\\s"':;,=])`, "gm");
  for (const [path] of text.matchAll(paths)) {
    const name = pathIn(repository, path) ?? "";
    const isKnown = changes?.files.some((file) => file === name || file.startsWith(`${name}/`)) ?? false;
    if (isKnown || (await files.kindOf(join(tree, name))) !== undefined)
      moved = moved.replaceAll(path, () => join(tree, name));
  }
  return moved;
}

async function requestFor(
  request: CheckRequest,
  { repository, tree, move }: { readonly repository: Repository; readonly tree: string; readonly move: MovePaths },
): Promise<CheckRequest> {
  const { where, build } = request;
  const packages = where.packages.map((each) => {
    const name = isAbsolute(each) ? pathIn(repository, each) : undefined;
    return name === undefined ? each : join(tree, name);
  });
  // The tree has no .git, and Go would stamp the revision of whatever repository is around it.
  const flags = [...(await Promise.all(build.flags.map(move))), "-buildvcs=false"];
  return {
    ...request,
    where: { ...where, workingDirectory: join(tree, repository.prefix), packages },
    build: { ...build, flags },
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

type GoAndPorts = { readonly go: Go; readonly ports: Ports };
type Planned = { readonly basePlan: Plan; readonly tools: GoAndPorts };

/** null when the base has no main package. */
async function planBase(
  request: CheckRequest,
  tree: string,
  { toolchain, ports, move }: TimedContext & { readonly move: MovePaths },
): Promise<Planned | null> {
  const variables = Object.entries(toolchain.env).filter(([name]) => buildVariable.test(name));
  const moved = await Promise.all(variables.map(async ([name, value]) => [name, await move(value)] as const));
  const env: Environment = { ...toolchain.env, ...Object.fromEntries(moved) };
  const tools = { go: makeGo({ ...toolchain, env }, ports), ports: { ...ports, log: prefixed(ports.log) } };
  try {
    const modules = await locateModules(request.where, ports.files, env);
    return { basePlan: await plan(request, modules, tools), tools };
  } catch (thrown) {
    if (thrown instanceof NothingToBuild) return null;
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
function withoutTree(text: string, tree: string): string {
  return text.replaceAll(join(tree, "/"), "").replaceAll(tree, ".");
}

function withPlainReason(cell: OwnCell, tree: string, clock: Clock): OwnCell {
  if (cell.reason === null) return cell;
  const isEnded = cell.status === "failed" && clock.isOver();
  return { ...cell, reason: isEnded ? clock.why : withoutTree(cell.reason, tree) };
}

/** Main packages of the head whose files were in another folder before: import path -> import path on the base. */
function renames(head: Plan, base: Plan, { repository, tree, changes }: Copy): ReadonlyMap<string, string> {
  const headPaths = new Set(head.cells.map((cell) => cell.package));
  const byFolder = new Map(base.cells.map((cell) => [relative(tree, cell.packageDir), cell.package]));
  const basePaths = new Set(byFolder.values());
  const moves = [...(changes?.moved ?? [])].filter(([, from]) => from.endsWith(".go"));
  return new Map(
    head.cells.flatMap((cell) => {
      if (basePaths.has(cell.package)) return [];
      // The same folder under another module path, or another folder that files came from.
      const folder = pathIn(repository, cell.packageDir) ?? "";
      const sources = moves.filter(([to]) => inFolder(to) === folder).map(([, from]) => inFolder(from));
      const candidates = [folder, ...sources].flatMap((each) => byFolder.get(each) ?? []);
      const before = candidates.find((path) => !headPaths.has(path));
      return before === undefined ? [] : [[cell.package, before] as const];
    }),
  );
}

function inFolder(file: string): string {
  const dir = dirname(file);
  return dir === "." ? "" : dir;
}

function findGone(head: Plan, base: Plan, baseNames: ReadonlyMap<string, string>): Target[] {
  const renamed = new Set(baseNames.values());
  const headTargets = new Set(head.cells.map((cell) => `${cell.package}\n${cell.platform.name}`));
  return base.cells
    .filter(({ skip }) => skip === null)
    .filter((cell) => !renamed.has(cell.package) && !headTargets.has(`${cell.package}\n${cell.platform.name}`))
    .map((cell) => ({ package: cell.package, platform: cell.platform.name }));
}

/** What git ignores is in the work tree of the head alone: generated code, mostly. */
async function explainFailure({ repository, open }: BaseBuild, { ports, clock }: TimedContext): Promise<string[]> {
  if (clock.isOver()) return [clock.why];
  const ignored = await findIgnored(repository, ports);
  const folders = new Set(
    open.flatMap(({ planned: { graph, package: main } }) =>
      [...reachable(graph, main)].flatMap((path) => pathIn(repository, graph.get(path)?.dir ?? "/") ?? []),
    ),
  );
  const used = ignored.filter((file) => folders.has(inFolder(file)));
  if (used.length === 0) return [];
  const more = used.length > 3 ? ` and ${used.length - 3} more` : "";
  return [`the head is built with files that git ignores and the base has not: ${used.slice(0, 3).join(", ")}${more}`];
}

export type BaselineContext = {
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  /** Builds, inspects and explains a plan. */
  readonly examine: (plan: Plan, request: CheckRequest, tools: GoAndPorts) => Promise<readonly OwnCell[]>;
  /** Time in ms that the base gets in all; 20 minutes if it is left out. */
  readonly timeLimitMs?: number;
};

/** Head, built: the plan and what became of it. */
export type Examined = Explained & { readonly plan: Plan };
