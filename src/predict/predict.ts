import { isAbsolute, join } from "node:path";
import { withoutMusl } from "../go/known-packages.ts";
import { splitCC } from "../go/quoting.ts";
import type { Go } from "../go/command.ts";
import type { Files } from "../ports/types.ts";
import { DynamicImportFinder } from "./dynamic-imports.ts";
import { knownFault } from "./known-faults.ts";
import { linkFacts } from "./link-facts.ts";
import { decideLinkMode } from "./predict-link-mode.ts";
import { cannotBeLoaded, notKnown, predictLinkage } from "./predict-linkage.ts";
import { parseTrustedFlags, trustedFlagsSources } from "./trusted-flags.ts";
import { holeIn, unseenBeforeBuild } from "./unseen.ts";
import type { PredictedCell } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import { mixedCxx } from "../plan/cxx-cells.ts";
import type { Plan, PlannedCell } from "../model/plan.ts";
import type { LinkFacts, PredictedLinkage, PredictedLinkMode, Prediction } from "../model/prediction.ts";

/** Predicts every cell that can be built. Reads Go files and the toolchain's own list of C flags; builds nothing. */
export async function predict(
  { cells, goflags }: Pick<Plan, "cells" | "goflags">,
  go: Go,
  files: Files,
): Promise<PredictedCell[]> {
  const finder = new DynamicImportFinder(files);
  const [security, exec] = await Promise.all(
    [trustedFlagsSources.security, trustedFlagsSources.exec].map((path) => files.readText(join(go.root, path))),
  );
  // A toolchain without its own source: then the C flags stay unseen.
  const trusted = security === undefined || exec === undefined ? null : parseTrustedFlags({ security, exec });
  const settings = { goVersion: go.version, goflags, env: go.env };
  const missing = await missingCompilers(cells, go, files);
  return cells.map((planned) => {
    if (planned.skip !== null) return { planned, prediction: null };
    const [compiler = ""] = splitCC(planned.cgoEnv.CC);
    const lacks = missing.has(compiler) ? { missingCompiler: compiler } : {};
    const facts = { ...linkFacts(planned, settings), ...lacks };
    const hole = holeIn(planned);
    const link = decide(planned, hole, () => decideLinkMode(facts, trusted));
    const dynamicImports = finder.find(facts.packages);
    const isOpen = hole !== null && errorOf(planned) === null;
    const linkage = isOpen ? notKnown(hole) : predictCell(planned, { facts, link, dynamicImports });
    const blind = trusted === null && link.mode === "internal" && link.hasRuntimeCgo;
    const unseen = [
      ...linkage.unseen,
      ...unseenBeforeBuild(planned, facts, [link, linkage]),
      ...(linkage.kind === "fails" ? [] : unseenLibraries(planned, facts, go.env)),
      ...(blind ? ["which C flags this Go trusts its own linker with"] : []),
    ];
    return { planned, prediction: { facts, link, dynamicImports, linkage: { ...linkage, unseen } } };
  });
}

/** What a linker finds on this machine decides which libraries come in. */
function unseenLibraries(planned: PlannedCell, facts: LinkFacts, given: Environment): readonly string[] {
  const cxx = mixedCxx(planned, given);
  return [
    ...(cxx === null ? [] : [`which C library comes in: CC is for musl, and Go links C++ with ${cxx}`]),
    ...(facts.linkshared ? ["which packages are installed as shared libraries (-linkshared)"] : []),
  ];
}

/** No linker is predicted for a program that cannot be loaded whole: what is missing can have C code. */
function decide(planned: PlannedCell, hole: string | null, ofWhole: () => PredictedLinkMode): PredictedLinkMode {
  const why = errorOf(planned) ?? hole;
  return why === null ? ofWhole() : { mode: null, reasons: [why], hasRuntimeCgo: false, outside: [], distrusted: [] };
}

/** Why the main package cannot be loaded, in the go command's words; null where it can. */
function errorOf({ graph, package: main }: PlannedCell): string | null {
  return graph.get(main)?.error ?? null;
}

function predictCell(
  planned: PlannedCell,
  { facts, link, dynamicImports }: Omit<Prediction, "linkage">,
): PredictedLinkage {
  const error = errorOf(planned);
  if (error !== null) return cannotBeLoaded(error);
  const isMusl = planned.strategy.needs === "musl" || planned.cgoEnv.CC.includes("musl");
  const fault = knownFault(facts.packages, facts.minor);
  if (fault !== null) return cannotBeLoaded(fault);
  const [glibc] = isMusl && link.mode === "external" ? withoutMusl(facts.packages, planned.flags) : [];
  if (glibc !== undefined) {
    return cannotBeLoaded(
      glibc.muslTag === null
        ? `${glibc.path} has C code for glibc alone`
        : `${glibc.path} brings a library that was compiled for glibc; -tags ${glibc.muslTag} takes the one for musl`,
    );
  }
  return predictLinkage(facts, link, dynamicImports);
}

/** The C compilers that the cells name and that are not here. One that is named from a folder upwards is found by who starts it. */
async function missingCompilers(cells: readonly PlannedCell[], go: Go, files: Files): Promise<ReadonlySet<string>> {
  const named = new Set(cells.map(({ cgoEnv }) => splitCC(cgoEnv.CC)[0] ?? ""));
  const isLooked = (name: string): boolean => name !== "" && (isAbsolute(name) || !/[/\\]/.test(name));
  const found = await Promise.all(
    [...named].filter(isLooked).map(async (name) => ((await files.which(name, go.env)) === undefined ? [name] : [])),
  );
  return new Set(found.flat());
}
