import { digestOf } from "../config/plan-file.ts";
import { plainRules } from "./plain-rules.ts";
import { type Machines, placeTargets } from "./place-targets.ts";
import { splitLegs } from "./split-legs.ts";
import type { LegPlan } from "../model/leg-plan.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanRequest } from "../model/request.ts";
import type { Toolchain } from "../model/toolchain.ts";
import { unique } from "../text/group-by.ts";
import { version } from "../version.ts";

/**
 * Work of one leg in ms where nobody says how many legs there are to be: about as much as a runner needs to begin (checkout, Go, caches), so
 * that a further leg still saves time (docs/scale.md).
 */
const legWeight = 60_000;

type PlanFacts = Omit<Machines, "runners" | "count" | "env" | "host"> & {
  readonly toolchain: Toolchain;
  readonly host: Machines["host"];
  /** null outside of git. */
  readonly commit: string | null;
  readonly run: LegPlan["run"];
  readonly step: LegPlan["step"];
  /** SHA-256 of the config file; null without one. */
  readonly config: string | null;
  readonly isWhole: boolean;
};

/** The whole run, decided and split. Its legs need nothing but this and the checkout of the same commit. */
export async function planLegs(
  planned: Plan,
  { check, inputs, split }: PlanRequest,
  facts: PlanFacts,
): Promise<LegPlan> {
  const { toolchain, commit, run, step, config, isWhole } = facts;
  const { loads, notes } = placeTargets(planned.cells, { ...facts, ...split, env: toolchain.env });
  const legs = splitLegs(loads, { count: split.count, legWeight });
  const plan = {
    schemaVersion: 1,
    tool: { name: "go-linkage", version },
    commit,
    run,
    step,
    inputs: inputsOfLegs(inputs, planned, toolchain),
    config,
    rules: plainRules(check.gate),
    isWhole,
    notes,
    legs,
    matrix: { include: legs.map(({ id, runner, name }) => ({ leg: id, runner, name })) },
  } as const;
  return { ...plan, digest: await digestOf(plan) };
}

/** Inputs that make a plan, and not what is built. */
const ofPlan = ["mode", "plan", "leg", "legs", "reports", "output-dir", "token", "comment", "comment-key", "summary"];

/** What was given, with what each machine would choose otherwise: its own platform and its own Go. */
function inputsOfLegs(given: PlanRequest["inputs"], { cells }: Plan, toolchain: Toolchain): LegPlan["inputs"] {
  const kept = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || ofPlan.includes(name) ? [] : [[name, value] as const],
  );
  const platforms = unique(cells.map(({ platform }) => platform.name)).join(" ");
  const isRelease = /^\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?$/.test(toolchain.version);
  return { ...Object.fromEntries(kept), platforms, ...(isRelease ? { "go-version": toolchain.version } : {}) };
}
