import { ConfigError, MachineFault } from "../errors.ts";
import { withoutBuilding } from "../build/run-builds.ts";
import type { Go } from "../go/command.ts";
import type { Explained } from "../model/cell.ts";
import type { GoModule, PlannedCell } from "../model/plan.ts";
import type { CheckRequest } from "../model/request.ts";
import { withSyntaxErrors } from "../plan/syntax-errors.ts";
import { plan } from "../plan/plan-builds.ts";
import type { Ports } from "../ports/types.ts";
import { predict } from "../predict/predict.ts";
import { explain, recommendAgain } from "./explain.ts";
import { untriedRemedies } from "./recommend.ts";

/**
 * Adds predictions of the strategies that this run did not build to the advice, if no build is recommended. If those strategies cannot be
 * planned, the advice stays as it is: the report matters more.
 */
export async function adviseUntried(
  examined: Explained,
  request: Pick<CheckRequest, "where" | "build" | "mode">,
  { modules, go, ports }: { readonly modules: readonly GoModule[]; readonly go: Go; readonly ports: Ports },
): Promise<Explained> {
  const strategies = untriedRemedies(examined);
  if (strategies.length === 0) return examined;
  const { where, build: how } = request;
  const { files } = ports;
  try {
    const asked = { where, build: { ...how, strategies } };
    const { cells: all, goflags } = await plan(asked, modules, { go, ports, release: null });
    const cells = all.filter((cell) => examined.cells.some(({ planned }) => isSameTarget(planned, cell)));
    const read = request.mode === "explain" ? await withSyntaxErrors(cells, go, files) : cells;
    const predicted = withoutBuilding(await predict({ cells: read, goflags }, go, files));
    const untried = (await explain(predicted, { ...where, goflags, go, files })).cells;
    const onlyProven = how.scope === "needed";
    const recommendation = await recommendAgain(examined.cells, { ...where, go, files, untried, onlyProven });
    return { ...examined, recommendation };
  } catch (thrown) {
    if (thrown instanceof ConfigError || thrown instanceof MachineFault) return examined;
    throw thrown;
  }
}

function isSameTarget(a: PlannedCell, b: PlannedCell): boolean {
  return a.package === b.package && a.platform.name === b.platform.name;
}
