import { ConfigError, MachineFault } from "../errors.ts";
import type { Leg, LegPlan, LegTarget } from "../model/leg-plan.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";
import { listed } from "../text/english.ts";
import type { Host } from "../ports/types.ts";
import { groupBy, unique } from "../text/group-by.ts";

/** What a leg finds on its machine, to be compared with its plan. */
type FoundHere = { readonly commit: string | null; readonly config: string | null };

/** Throws ConfigError for a checkout of another commit or with another config file than the plan is of. */
export function requireSameSources(plan: LegPlan, { commit, config }: FoundHere): void {
  if (plan.commit !== null && plan.commit !== commit) {
    throw new ConfigError(
      `plan: it is of commit ${plan.commit}, and ${commit ?? "no commit"} is checked out here; check out the same commit in all jobs`,
    );
  }
  if (plan.config !== config) {
    throw new ConfigError("plan: the config file is not the one that the plan was made with; make the plan again");
  }
}

/**
 * The cells of a leg, and what this machine does otherwise than the one that the plan is for, each in a sentence: a machine of another
 * platform cross-compiles, and the base with it. Throws ConfigError where the sources give other programs than the plan has, and
 * MachineFault where the machine is of the right platform and lacks something.
 */
export function narrowToLeg(
  planned: Plan,
  leg: Leg,
  host: Pick<Host, "os" | "arch">,
): { readonly planned: Plan; readonly notes: readonly string[] } {
  const targets = new Map(leg.targets.map((target) => [keyOf(target), target]));
  const cells = planned.cells.filter((cell) => targets.has(keyOfCell(cell)));
  const found = groupBy(cells, keyOfCell);
  const missing = leg.targets.filter((target) => !found.some(([first]) => keyOfCell(first) === keyOf(target)));
  if (missing.length > 0) {
    const names = listed(missing.map((each) => `${each.package} on ${each.platform}`));
    throw new ConfigError(`plan: ${names} cannot be found in this checkout; make the plan again`);
  }
  const others = found.filter((group) => {
    const target = targets.get(keyOfCell(group[0]));
    return target !== undefined && isBuiltOtherwise(group, target, host);
  });
  const platforms = unique(others.map(([{ platform }]) => platform.name));
  const notes = platforms.map((name) => {
    return `${name} is planned with cgo on a machine of its own; this ${host.os}/${host.arch} machine cross-compiled it without a C compiler`;
  });
  return { planned: { ...planned, cells }, notes };
}

function keyOf({ package: path, platform }: Pick<LegTarget, "package" | "platform">): string {
  return `${path}\n${platform}`;
}

function keyOfCell({ package: path, platform }: PlannedCell): string {
  return keyOf({ package: path, platform: platform.name });
}

/** Whether cgo is off where the plan has it on, for lack of a machine of the platform. Throws what may not be. */
function isBuiltOtherwise(cells: readonly PlannedCell[], target: LegTarget, host: Pick<Host, "os" | "arch">): boolean {
  const name = `${target.package} on ${target.platform}`;
  const [planned, here] = [target.builds.map(({ strategy }) => strategy), cells.map(({ strategy }) => strategy.name)];
  if (JSON.stringify(planned) !== JSON.stringify(here)) {
    throw new ConfigError(
      `plan: ${name} is to be built with ${listed(planned)}, and here it would be ${listed(here)}; make the plan again`,
    );
  }
  const differing = cells.filter((cell, at) => {
    const cgo = target.builds[at]?.cgo ?? null;
    return cgo !== null && cgo !== (cell.env.CGO_ENABLED ?? cell.cgoEnv.CGO_ENABLED);
  });
  const [first] = differing;
  if (first === undefined) return false;
  const { goos, goarch } = first.platform;
  const cgo = target.builds.find(({ strategy }) => strategy === first.strategy.name)?.cgo ?? "";
  if (cgo === "1" && (goos !== host.os || goarch !== host.arch)) return true;
  const why = cgo === "1" ? "this machine has no C compiler for it" : "this machine would turn it on";
  throw new MachineFault(
    `plan: ${name} (${first.strategy.name}) is planned with CGO_ENABLED=${cgo}, and ${why}; use a machine like the one that planned, or set CGO_ENABLED in both jobs`,
  );
}
