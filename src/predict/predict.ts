import { join } from "node:path";
import type { Go } from "../go/command.ts";
import type { Files } from "../ports/types.ts";
import { DynamicImportFinder } from "./dynamic-imports.ts";
import { linkFacts } from "./link-facts.ts";
import { decideLinkMode } from "./predict-link-mode.ts";
import { cannotBeLoaded, predictLinkage } from "./predict-linkage.ts";
import { parseTrustedFlags, trustedFlagsSources } from "./trusted-flags.ts";
import type { PredictedCell } from "../model/cell.ts";
import type { Plan } from "../model/plan.ts";

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
  return cells.map((planned) => {
    if (planned.skip !== null) return { planned, prediction: null };
    const facts = linkFacts(planned, settings);
    const link = decideLinkMode(facts, trusted);
    const dynamicImports = finder.find(facts.packages);
    const error = planned.graph.get(planned.package)?.error ?? null;
    const linkage = error === null ? predictLinkage(facts, link, dynamicImports) : cannotBeLoaded(error);
    const blind = trusted === null && link.mode === "internal" && link.hasRuntimeCgo;
    const unseen = blind ? [...linkage.unseen, "which C flags this Go trusts its own linker with"] : linkage.unseen;
    return { planned, prediction: { facts, link, dynamicImports, linkage: { ...linkage, unseen } } };
  });
}
