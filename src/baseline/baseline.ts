import { resolve } from "node:path";
import type { Rules } from "../compare/compare.ts";
import { ConfigError, Interrupted } from "../errors.ts";
import type { Cell, Explained } from "../explain/explain.ts";
import { isStandalone } from "../explain/recommend.ts";
import type { Toolchain } from "../install/install.ts";
import { renderFlags } from "../plan/go-flags.ts";
import type { Plan, PlannedCell } from "../plan/plan.ts";
import type { Environment, Ports } from "../ports/types.ts";
import { configOfBase } from "../policy/config-of-base.ts";
import type { CheckRequest } from "../request.ts";
import { buildBase } from "./build-base.ts";
import { type Changes, findChanges, type Hunk, isUnchanged } from "./changes.ts";
import { startClock } from "./clock.ts";
import { buildVariable } from "./build-variables.ts";
import { askForBase, type BaseQuestion } from "./event.ts";
import { findBase } from "./git.ts";
import { findRepository, gitIn, pathIn } from "./repository.ts";

/** What the shipped targets were on the base commit, as far as that was needed. */
export type Baseline = {
  /** `none`: nothing was compared. `build`: the base was listed or built here. */
  readonly source: "none" | "build";
  readonly sha: string | null;
  /** What was looked for, what was found, and what that came to. */
  readonly steps: readonly string[];
  /** A base was wanted and could not be had. */
  readonly isMissing: boolean;
  readonly cells: readonly BaseCell[];
  /** Targets that the base has and the head has not. */
  readonly gone: readonly Target[];
  /** What the change brought to the files that a cause may stand in: path relative to the working directory -> its pieces. */
  readonly hunks: ReadonlyMap<string, readonly Hunk[]>;
  /** What the base's own config file asks for; null when the base is not known. */
  readonly rules: Rules | null;
};

export type Target = { readonly package: string; readonly platform: string };

export type BaseCell = {
  /** Of the head. */
  readonly head: Target;
  /** What it was. */
  readonly cell: Cell;
  /** Nothing that it is built from differs, so it was not built again. */
  readonly isUnchanged: boolean;
};

/** Head, built: the plan and what became of it. */
export type Examined = { readonly plan: Plan; readonly explained: Explained };

export type Context = {
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  /** Builds, inspects and explains a plan. */
  readonly examine: (
    plan: Plan,
    request: CheckRequest,
    means: { readonly toolchain: Toolchain; readonly ports: Ports },
  ) => Promise<Explained>;
  /** Time in ms that the base gets in all; 20 minutes if it is left out. */
  readonly timeLimitMs?: number;
};

/** A shipped target of the head. */
export type Pair = { readonly planned: PlannedCell; readonly cell: Cell };

/** Which commit this run is compared with. Throws ConfigError for events in which nothing should be built at all. */
export async function askBase(request: CheckRequest, { env, files }: Ports): Promise<BaseQuestion> {
  const path = env.GITHUB_EVENT_PATH ?? "";
  const text = path === "" || env.GITHUB_ACTIONS !== "true" ? undefined : await files.readText(path);
  return askForBase(request, env, parseJson(text ?? "null"));
}

/** null for what is none: then the event says nothing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Builds what the base commit would have shipped, but only where it can tell anything: a program that is static now cannot have
 * become dynamic. The same toolchain, environment and inputs on both sides, so that nothing but the commits differs: their sources,
 * and their config files.
 */
export async function baseline(
  question: BaseQuestion,
  { head, request }: { readonly head: Examined; readonly request: CheckRequest },
  context: Context,
): Promise<Baseline> {
  const nothing: Baseline = {
    source: "none",
    sha: null,
    steps: [],
    isMissing: false,
    cells: [],
    gone: [],
    hunks: new Map(),
    rules: null,
  };
  if (question.kind === "none") return { ...nothing, steps: [question.why] };
  const clock = startClock(context.ports, context.timeLimitMs ?? 20 * 60_000);
  const { ports } = clock;
  const suspects = shippedPairs(head, request.ship).filter(({ cell }) => !isClean(cell));
  const isWanted = suspects.length > 0;
  const repository = await findRepository(resolve(request.workingDirectory), ports);
  if ("why" in repository) return { ...nothing, isMissing: isWanted, steps: [repository.why] };
  const found = await findBase(question, gitIn(repository.root, ports));
  if (found.kind !== "found") {
    return { ...nothing, isMissing: found.kind === "missing" && isWanted, steps: found.steps };
  }

  const was = await configOfBase(request, {
    sha: found.sha,
    git: gitIn(repository.root, ports),
    pathIn: (path) => pathIn(repository, path),
  });
  const changes = await findChanges(found.sha, repository, ports);
  const settings = settingsOf(head.plan, request, context.toolchain.env);
  const isSame = ({ planned, cell }: Pair): boolean =>
    // A build may fail for lack of any file; only what links is told by the sources.
    changes !== undefined &&
    !was.differs &&
    (cell.status !== "failed" || changes.files.length === 0) &&
    isUnchanged({ ...planned, settings }, changes, repository);
  const same = suspects.filter(isSame);
  const open = suspects.filter((pair) => !same.includes(pair));
  const unchanged = same.map(({ cell }): BaseCell => ({ head: cell, cell, isUnchanged: true }));
  const common = { ...nothing, sha: found.sha, cells: unchanged, rules: was.request };
  const steps = [...found.steps, ...was.steps, ...describeSuspects(suspects.length, unchanged.length, changes)];
  if (open.length === 0 && changes?.mains === false && !was.differs) return { ...common, steps };
  try {
    const { cells, ...built } = await buildBase(
      { sha: found.sha, repository, open, changes },
      { head, request: was.request },
      { ...context, ports, clock },
    );
    return { ...common, ...built, source: "build", cells: [...unchanged, ...cells], steps: [...steps, ...built.steps] };
  } catch (thrown) {
    // A base that cannot be built is no mistake of this change; one that is ended can fail in any way.
    if (thrown instanceof Interrupted || !(thrown instanceof ConfigError || clock.isOver())) throw thrown;
    const why = clock.isOver() ? clock.why : thrown instanceof Error ? thrown.message : "";
    return { ...common, isMissing: open.length > 0, steps: [...steps, `the base cannot be built: ${why}`] };
  }
}

function shippedPairs({ plan: { cells }, explained }: Examined, ship: string): Pair[] {
  return cells.flatMap((planned, index) => {
    const cell = explained.cells[index];
    return cell?.strategy === ship ? [{ planned, cell }] : [];
  });
}

/** Static, and without a hazard that could be new. */
function isClean(cell: Cell): boolean {
  return (
    cell.status === "built" &&
    isStandalone(cell) &&
    cell.linkage?.hazards.length === 0 &&
    cell.findings.every(({ level }) => level === "info")
  );
}

/** All that may name a file of the repository beside the sources. */
function settingsOf({ goflags }: Plan, { flags }: CheckRequest, env: Environment): string {
  const variables = Object.entries(env).filter(([name]) => buildVariable.test(name));
  return [...flags, ...renderFlags(goflags), ...variables.map(([, value]) => value)].join("\n");
}

function describeSuspects(suspects: number, unchanged: number, changes: Changes | undefined): string[] {
  if (changes === undefined) return ["git could not tell what differs"];
  if (suspects === 0) return ["everything that ships is static, so nothing can have become dynamic"];
  if (unchanged === 0) return [];
  return [
    `${unchanged} of ${suspects} that could have regressed ${unchanged === 1 ? "is" : "are"} built from the same files on both sides`,
  ];
}
