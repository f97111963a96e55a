import { type CCompilers, findCxxCompilers } from "./c-compiler.ts";
import { readCXX } from "./go-env.ts";
import { cxxSkip } from "./skip.ts";
import type { Go } from "../go/command.ts";
import type { Environment } from "../model/environment.ts";
import { hasCxx } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { Ports } from "../ports/types.ts";

type CxxContext = {
  readonly go: Go;
  readonly ports: Pick<Ports, "ask" | "files">;
  /** GOHOSTOS/GOHOSTARCH */
  readonly host: string;
  /** `go env CC` for the platform. */
  readonly goCC: string;
};

/**
 * The cells of one platform: those whose program has C++ and whose strategy chooses a C compiler get the C++ compiler that fits it,
 * or the reason why there is none. Looks nothing up where no program has C++.
 */
export async function withCxx(cells: readonly PlannedCell[], context: CxxContext): Promise<readonly PlannedCell[]> {
  const [first] = cells.filter(linksWithCxx);
  if (first === undefined) return cells;
  const compilers = await findFor(first, context);
  return cells.map((cell) => (linksWithCxx(cell) ? withCompilers(cell, compilers) : cell));
}

/** The C++ compiler that links a cell whose C compiler alone is for musl; null where both fit, or where there is no C++. `given`: the toolchain's environment. */
export function mixedCxx({ cgoEnv, env, graph, package: main }: PlannedCell, given: Environment): string | null {
  const cxx = [env.CXX, given.CXX].find((each) => each !== undefined && each !== "") ?? "g++";
  const isMixed = cgoEnv.CGO_ENABLED === "1" && cgoEnv.CC.includes("musl") && !cxx.includes("musl");
  return isMixed && hasCxx(graph, main) ? cxx : null;
}

function linksWithCxx({ strategy, skip, graph, package: main }: PlannedCell): boolean {
  return strategy.needs !== "go" && skip === null && hasCxx(graph, main);
}

async function findFor(cell: PlannedCell, { go, ports, host, goCC }: CxxContext): Promise<CCompilers> {
  const { env } = go;
  const isGiven = (name: string): boolean => (env[name] ?? "") !== "";
  const goCXX = await readCXX(go, cell.moduleDir);
  const given = { ccIsExplicit: isGiven("CC"), cxxIsExplicit: isGiven("CXX") };
  return findCxxCompilers({ platform: cell.platform, host, goCC, goCXX, ...given, env }, ports);
}

function withCompilers(cell: PlannedCell, compilers: CCompilers): PlannedCell {
  const { strategy, platform } = cell;
  const own = compilers[strategy.needs === "musl" ? "musl" : "usual"]?.env;
  const skip = cxxSkip(strategy, platform, compilers);
  const more = { ...own, ...strategy.env };
  return {
    ...cell,
    skip,
    env: { ...cell.env, ...more },
    shownEnv: { ...cell.shownEnv, ...more },
    cgoEnv: { ...cell.cgoEnv, ...more },
  };
}
