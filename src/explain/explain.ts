import { resolve } from "node:path";
import type { Go } from "../go/command.ts";
import type { Files } from "../ports/types.ts";
import { ImportFinder } from "./cgo-users.ts";
import { explainBuildError, furtherErrors } from "../build/build-errors.ts";
import { placedErrors } from "../build/placed-errors.ts";
import { errorContextOf } from "./error-context-of.ts";
import { floorsOf } from "./floors.ts";
import { imageStarts, withImages } from "./release-image-starts.ts";
import { programOfCell, runsOnOfCell } from "./runs-on.ts";
import { SwapFinder } from "./cgo-swaps.ts";
import type { CgoSwap } from "./facts.ts";
import { placeOfFailure } from "./failure-place.ts";
import { findingsOf } from "./findings.ts";
import { findRoot } from "./find-root.ts";
import { linkOf } from "./link.ts";
import { readLinkInputs } from "../inspect/link-inputs.ts";
import type { ProofDemand } from "./candidates.ts";
import { recommendAll } from "./recommend.ts";
import { isSourceFault } from "../go/source-faults.ts";
import { withoutFolder } from "../text/folders.ts";
import { checkPrediction } from "./check-prediction.ts";
import { linkageOf } from "../model/artifact.ts";
import { catalog } from "../model/catalog.ts";
import type { Fault } from "../model/fault.ts";
import type { Build } from "../model/build.ts";
import type { Explained, OwnCell, ProvenCell, Recommendation } from "../model/cell.ts";
import type { Finding, CgoUser } from "../model/finding.ts";
import type { GoFlag, PlannedCell } from "../model/plan.ts";
import type { Floor } from "../model/system.ts";

type ExplainContext = Partial<ProofDemand> & {
  readonly goflags: readonly GoFlag[];
  readonly go: Go;
  readonly workingDirectory: string;
  readonly files: Files;
};

/**
 * Says of every cell how it came to be linked as it is, and of every target what to ship. Reads Go files to find imports, and
 * what the linker was given where it did not do what was predicted.
 */
export async function explain(cells: readonly ProvenCell[], context: ExplainContext): Promise<Explained> {
  const { files, workingDirectory } = context;
  const finder = new ImportFinder(files, resolve(workingDirectory));
  const swapFinder = new SwapFinder(files);
  const explained = await Promise.all(
    cells.map(async (cell) => {
      const [users, swaps] = await Promise.all([finder.cgoUsers(cell.planned), swapFinder.find(cell.planned)]);
      return explainCell(cell, { users, swaps }, context);
    }),
  );
  return { cells: explained, recommendation: await recommendAgain(explained, { ...context, untried: [] }) };
}

/** What to ship of every target, with what is predicted of the remedies that nobody tried. */
export async function recommendAgain(
  cells: readonly OwnCell[],
  context: Omit<ExplainContext, "goflags"> & { readonly untried: readonly OwnCell[] },
): Promise<readonly Recommendation[]> {
  const { workingDirectory, go, files, untried, onlyProven = false } = context;
  const root = await findRoot(resolve(workingDirectory), cells, files);
  return recommendAll(cells, { workingDirectory, root, goVersion: go.version, untried, onlyProven });
}

async function explainCell(
  cell: ProvenCell,
  { users, swaps }: { readonly users: readonly CgoUser[]; readonly swaps: readonly CgoSwap[] },
  context: ExplainContext,
): Promise<OwnCell> {
  const { goflags, go, files } = context;
  const { planned, prediction, build, artifact, proof } = cell;
  const settings = { goVersion: go.version, goflags, env: go.env };
  const checked = prediction && checkPrediction(prediction, cell);
  const failure = build.status === "failed" ? await examineFailure(planned, build.output, context) : {};
  const detected = findingsOf(cell, { users, settings, checked, swaps, ...failure }).map((each) => ({
    ...each,
    message: withoutFolder(each.message, planned.moduleDir),
  }));
  const program = programOfCell(cell, { checked, findings: detected });
  const images = imageStarts(program, planned.release, artifact?.inspection ?? null);
  const findings = withImages(detected, images, planned.release);
  const inputs = checked?.agrees === false ? await readLinkInputs(planned, { go, files }) : undefined;
  return {
    package: planned.package,
    platform: planned.platform.name,
    strategy: planned.strategy.name,
    role: planned.role,
    status: build.status,
    // The folder has another name on the base, and the reasons of both sides are compared.
    reason: reasonOf(build, findings, planned),
    linkage: artifact && linkageOf(artifact.inspection),
    link: linkOf(artifact, checked, inputs),
    planned,
    build,
    artifact,
    proof,
    prediction: checked,
    cgo: users,
    buildInfo: artifact?.inspection.go ?? null,
    findings,
    runsOn: runsOnOfCell(program),
    images,
    floors: floors(cell, users),
    fault: faultOf(cell, findings),
  };
}

function floors({ artifact }: ProvenCell, users: readonly CgoUser[]): Floor[] {
  if (artifact?.inspection.needs == null) return [];
  const { needs, cgoCalls, go } = artifact.inspection;
  return floorsOf(needs, { users, calls: cgoCalls, go });
}

type Failure = Required<Pick<Parameters<typeof findingsOf>[1], "failedAt" | "errorContext" | "further">>;

/** Where a failed build went wrong, and what else is known of it. */
async function examineFailure(planned: PlannedCell, output: string, context: ExplainContext): Promise<Failure> {
  const errorContext = await errorContextOf(planned, output, context);
  const further = furtherErrors(output, explainBuildError(output, errorContext)).map(async (error) => {
    const place = await placeOfFailure(planned, [error], context);
    return { message: place.file === null ? error.text : error.message, ...place };
  });
  const failedAt = await placeOfFailure(planned, placedErrors(output), context);
  return { failedAt, errorContext, further: await Promise.all(further) };
}

/** A compiler's error that names a line of a source file is the same on every machine. */
function faultOf({ planned, build }: ProvenCell, findings: readonly Finding[]): Fault {
  if (build.status === "skipped") return planned.skip?.fault ?? "unknown";
  const [first] = findings;
  if (build.status !== "failed" || first === undefined) return "unknown";
  const known = catalog[first.kind].fault;
  if (known !== undefined) return known;
  if (namesSourceLine.test(first.message) || isSourceFault(first.message)) return "sources";
  // Of all other failures it is known what they come of, and that is no machine.
  return first.kind === "build-failed" && !namesFlag.test(first.message) ? "unknown" : "settings";
}

/** As cmd/go, cmd/compile and cmd/link refuse a flag. */
const namesFlag = /^(?:flag provided but not defined|invalid (?:boolean )?value .* for flag|usage: |-\w+[ =])/;

const namesSourceLine = /^[^\s:]+\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|m|mm|f|f90|swig|swigcxx):\d+/;

function reasonOf(build: Build, findings: readonly Finding[], { moduleDir }: PlannedCell): string | null {
  if (build.status === "skipped") return withoutFolder(build.reason, moduleDir);
  return build.status === "failed" ? (findings[0]?.message ?? null) : null;
}
