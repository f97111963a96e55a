import { withoutBuilding } from "../build/run-builds.ts";
import { explain, recommendAgain } from "../explain/explain.ts";
import { neededAtFirst, neededForProof } from "../explain/needed.ts";
import type { Go } from "../go/command.ts";
import { keepsDemands, mayStayUnbuilt } from "../judge/asked-of.ts";
import type { Explained, OwnCell } from "../model/cell.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import type { Toolchain } from "../model/toolchain.ts";
import type { Ports } from "../ports/types.ts";
import { predict } from "../predict/predict.ts";
import { findUnchanged, type OpenBase } from "./base-commit.ts";
import type { Examine } from "./build-base.ts";

type NeededContext = {
  readonly toolchain: Toolchain;
  readonly go: Go;
  readonly ports: Ports;
  readonly examine: Examine;
  /** Adds what is predicted of the strategies that are not part of the plan. */
  readonly advise: (examined: Explained) => Promise<Explained>;
  /** This run fills the cache that others begin with, so that all that ships has to be in it. */
  readonly savesCache: boolean;
};

export type ExaminedHead = {
  readonly examined: Explained;
  readonly base: OpenBase;
  /** Builds that were not made, because they are the same as on the base. */
  readonly unchanged: ReadonlySet<PlannedCell>;
};

/**
 * What is known of the head where not everything is built (`build: needed`): built is what ships, and of the other strategies what the
 * advice needs a proof of or nobody can predict. What is the same as on the base is built only where it has to be shown: by a rule of
 * either side, by `prove`, or as a file to keep.
 */
export async function examineNeeded(
  head: { readonly plan: Plan; readonly request: CheckRequest },
  opening: Promise<OpenBase>,
  { toolchain, go, ports, examine, advise, savesCache }: NeededContext,
): Promise<ExaminedHead> {
  const { plan, request } = head;
  const { where, gate, artifacts } = request;
  const context = { ...where, goflags: plan.goflags, go, files: ports.files, onlyProven: true };
  const predicting = predict(plan, go, ports.files).then((cells) => explain(withoutBuilding(cells), context));
  // Both end before anything is thrown: nothing goes on when the run has ended.
  await Promise.allSettled([predicting, opening]);
  const [{ cells: predicted }, base] = [await predicting, await opening];
  const sides = [gate, base.kind === "listed" ? base.requirements.rules : null];
  const isOptional = !savesCache && artifacts.prove.length === 0 && artifacts.outputDir === null;
  const candidates = predicted.filter((cell) => isOptional && mayStayUnbuilt(cell, sides));
  const same = candidates.map(({ planned }) => planned);
  const unchanged = await findUnchanged(same, base, { toolchain, ports, head });
  let cells: readonly OwnCell[] = predicted;
  const build = async (needed: readonly PlannedCell[]): Promise<void> => {
    cells = await replace(cells, examine({ ...plan, cells: inOrder(plan, needed) }, request, { go, ports }));
  };
  const proofs = (): readonly PlannedCell[] => neededForProof(cells, (cell) => keepsDemands(cell, gate));
  const first = neededAtFirst(cells, unchanged);
  if (first.length > 0) await build(first);
  for (let needed = proofs(); needed.length > 0; needed = proofs()) await build(needed);
  const recommendation = await recommendAgain(cells, { ...context, untried: [] });
  return { examined: await advise({ cells, recommendation }), base, unchanged };
}

function inOrder({ cells }: Plan, needed: readonly PlannedCell[]): readonly PlannedCell[] {
  const wanted = new Set(needed);
  return cells.filter((cell) => wanted.has(cell));
}

async function replace(cells: readonly OwnCell[], examined: Promise<Explained>): Promise<readonly OwnCell[]> {
  const made = new Map((await examined).cells.map((cell) => [cell.planned, cell]));
  return cells.map((cell) => made.get(cell.planned) ?? cell);
}
