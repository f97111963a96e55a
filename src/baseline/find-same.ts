import type { Ports } from "../ports/types.ts";
import { Digests } from "./digests.ts";
import type { BaseCommit, ListedBase } from "./list-base.ts";
import { buildKey, pairBuilds, shippedBuilds } from "./pair-builds.ts";
import { readsMore } from "./reads-more.ts";
import { hasSameFiles } from "./same-files.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";
import type { Toolchain } from "../model/toolchain.ts";

type SameContext = {
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  /** Of the head. */
  readonly plan: Plan;
};

/**
 * Which of these builds of the head are made of the same files and in the same way on the base. `listed` is null where the whole trees
 * are the same. In doubt a build is another one.
 */
export async function findSame(
  cells: readonly PlannedCell[],
  { commit, listed }: { readonly commit: BaseCommit; readonly listed: ListedBase | null },
  { toolchain, ports, plan }: SameContext,
): Promise<ReadonlySet<PlannedCell>> {
  if (listed === null) return new Set(cells);
  const { repository, baseConfig } = commit;
  if (baseConfig.differs || listed.changes.length > 0) return new Set();
  const digests = new Digests(ports.files);
  const { goflags } = plan;
  const pairs = pairBuilds(shippedBuilds(plan.cells), shippedBuilds(listed.plan.cells));
  const before = new Map(pairs.map(({ head, base }) => [buildKey(head), base.cell]));
  const isSame = async (cell: PlannedCell): Promise<boolean> => {
    const named = { package: cell.package, platform: cell.platform.name, strategy: cell.strategy.name };
    const base = before.get(buildKey(named));
    if (base === undefined || isOtherBuild(cell, base, listed.tree)) return false;
    if (await readsMore({ cell, goflags, env: toolchain.env, repository }, ports.files)) return false;
    const tree = { root: listed.tree, alias: listed.tree, prefix: "" };
    const other = { cell: base, goflags: listed.plan.goflags, repository: tree };
    return hasSameFiles({ cell, goflags, repository }, other, digests);
  };
  const same = await Promise.all(cells.map(isSame));
  return new Set(cells.filter((_, at) => same[at]));
}

/** A release configuration builds it otherwise. The base's flags have its own folder in them, and the one that keeps Go from stamping. */
function isOtherBuild(head: PlannedCell, base: PlannedCell, tree: string): boolean {
  if (head.release === null && base.release === null) return false;
  const settings = ({ release }: PlannedCell): string =>
    JSON.stringify([
      release?.images.map(({ base, additions, builder }) => [base, additions, builder?.system]),
      ...[release?.settings?.env, release?.settings?.flags].map((all) => all?.map(({ value }) => value)),
    ]);
  return settings(head) !== settings(base) || settings(base).includes(tree);
}
