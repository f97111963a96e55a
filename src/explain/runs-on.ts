import { type Inspection, type Linkage, notExecutable } from "../model/artifact.ts";
import type { ProvenCell } from "../model/cell.ts";
import type { CheckedPrediction } from "../model/prediction.ts";
import type { Finding } from "../model/finding.ts";
import { type GoPackage, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";
import type { BuilderGlibc } from "../model/release.ts";
import type { RunsOn } from "../model/system.ts";
import { machineFlagsOf } from "../inspect/go-buildinfo-text.ts";
import { startingProgram } from "../systems/starting-program.ts";
import { startsOn, type StartingProgram } from "../systems/starts-on.ts";
import { systemTable } from "../systems/table.ts";
import { isHigher } from "../text/versions.ts";

type Known = Parameters<typeof startingProgram>[0];

/** A judged program on all systems of the table that have its processor; none for programs of other systems than Linux. */
export function runsOnOf(known: Known): RunsOn[] {
  return runsOnOfCell(startingProgram(known));
}

/** The same of what this run planned: it was built, or is predicted. What nobody has seen is unknown. */
export function runsOnOfCell(program: StartingProgram | null): RunsOn[] {
  return program === null ? [] : systemTable().systems.flatMap((system) => startsOn(program, system) ?? []);
}

/** What is known of a cell's program; null for other systems' programs, and WebAssembly. */
export function programOfCell(
  { planned, artifact }: Pick<ProvenCell, "planned" | "artifact">,
  { checked, findings }: { readonly checked: CheckedPrediction | null; readonly findings: readonly Finding[] },
): StartingProgram | null {
  const inspection = artifact?.inspection ?? null;
  const { name: platform } = planned.platform;
  return startingProgram({
    platform,
    linkage: inspection?.linkage ?? predictedLinkage(checked),
    inspection,
    machineFlags: machineFlags(planned),
    broken: brokenBy(findings),
    builder: builderFor(planned.release?.builder ?? null, inspection),
  });
}

/**
 * What Go's own linker takes from glibc is what the standard library calls, and no release of glibc since 2.34 has made a version of
 * those functions newer: a newer glibc in the builder makes no difference then.
 */
export function builderFor(
  builder: BuilderGlibc | null,
  inspection: Pick<Inspection, "linkMode"> | null,
): BuilderGlibc | null {
  if (builder === null || inspection?.linkMode !== "internal") return builder;
  const { here, glibc } = builder;
  return here !== null && isHigher(glibc, here) && !isHigher("2.34", here) ? null : builder;
}

/** A file that dies wherever it is started. */
export function brokenBy(findings: readonly Finding[]): string | null {
  return findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused")?.message ?? null;
}

function predictedLinkage(checked: CheckedPrediction | null): Linkage {
  const kind = checked?.certainty === "certain" ? checked.linkage : null;
  if (kind === "static" || kind === "static-pie") return { ...notExecutable, kind };
  if (kind === "dynamic") return { ...notExecutable, kind, reason: "is predicted to be dynamic" };
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
