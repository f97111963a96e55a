import { type Linkage, notExecutable } from "../model/artifact.ts";
import type { ProvenCell } from "../model/cell.ts";
import type { CheckedPrediction } from "../model/prediction.ts";
import type { Finding } from "../model/finding.ts";
import { type GoPackage, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { RunsOn } from "../model/system.ts";
import { machineFlagsOf } from "../inspect/go-buildinfo-text.ts";
import { startingProgram } from "../systems/starting-program.ts";
import { startsOn } from "../systems/starts-on.ts";
import { systemTable } from "../systems/table.ts";

type Known = Parameters<typeof startingProgram>[0];

/** A judged program on all systems of the table that have its processor; none for programs of other systems than Linux. */
export function runsOnOf(known: Known): RunsOn[] {
  const program = startingProgram(known);
  if (program === null) return [];
  return systemTable().systems.flatMap((system) => startsOn(program, system) ?? []);
}

/** The same of what this run planned: it was built, or is predicted. What nobody has seen is unknown. */
export function runsOnOfCell(
  { planned, artifact }: Pick<ProvenCell, "planned" | "artifact">,
  { checked, findings }: { readonly checked: CheckedPrediction | null; readonly findings: readonly Finding[] },
): RunsOn[] {
  const inspection = artifact?.inspection ?? null;
  const { name: platform } = planned.platform;
  return runsOnOf({
    platform,
    linkage: inspection?.linkage ?? predictedLinkage(checked),
    inspection,
    machineFlags: machineFlags(planned),
    broken: brokenBy(findings),
  });
}

/** A file that dies wherever it is started. */
export function brokenBy(findings: readonly Finding[]): string | null {
  return findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused")?.message ?? null;
}

function predictedLinkage(checked: CheckedPrediction | null): Linkage {
  const kind = checked?.certainty === "certain" ? checked.linkage : null;
  if (kind === "static" || kind === "static-pie") return { ...notExecutable, kind };
  const reason =
    kind === null || kind === "fails" ? "it was not built" : `it was not built, and is predicted to be ${kind}`;
  return { ...notExecutable, kind: "unreadable", reason };
}

/** The C flags of a build that choose a processor: its environment's, and those of `#cgo` lines. */
function machineFlags({ cgoEnv, graph, package: main }: PlannedCell): readonly string[] {
  if (cgoEnv.CGO_ENABLED === "0") return [];
  const packages = [...reachable(graph, main)].flatMap((path): readonly GoPackage[] => {
    const found = graph.get(path);
    return found === undefined || found.cgoFiles.length === 0 ? [] : [found];
  });
  if (packages.length === 0) return [];
  const own = packages.flatMap((each) => [...each.cgoCppflags, ...each.cgoCompilerFlags]);
  const given = [cgoEnv.CGO_CPPFLAGS, cgoEnv.CGO_CFLAGS, cgoEnv.CGO_CXXFLAGS, cgoEnv.CGO_FFLAGS];
  return [...new Set([...given, ...own].flatMap(machineFlagsOf))];
}
