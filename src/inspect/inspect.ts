import { join } from "node:path";
import { toError } from "../errors.ts";
import { describeMachineTrouble } from "../ports/trouble.ts";
import type { Ports } from "../ports/types.ts";
import { inspect } from "./inspect-bytes.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Build } from "../model/build.ts";
import type { BuiltCell, InspectedCell } from "../model/cell.ts";
import type { PlannedCell } from "../model/plan.ts";

/** Judges every artifact by its own bytes, and moves it to `outputDir/PLATFORM/STRATEGY/NAME` when a folder was asked for. */
export async function inspectEach(
  cells: readonly BuiltCell[],
  outputDir: string | null,
  ports: Pick<Ports, "files" | "now">,
): Promise<InspectedCell[]> {
  return Promise.all(
    cells.map(async (cell) => {
      const { build, planned } = cell;
      if (build.status !== "built") return { ...cell, artifact: null };
      try {
        return { ...cell, artifact: await inspectOne(build, outputPath(planned, outputDir), ports) };
      } catch (thrown) {
        return { ...cell, build: { ...build, ...failedBy(thrown) }, artifact: null };
      }
    }),
  );
}

/** What the machine does not let us read or keep is as good as not built, and the others may still be judged. Throws all else. */
function failedBy(thrown: unknown): { readonly status: "failed"; readonly output: string } {
  const trouble = describeMachineTrouble(toError(thrown));
  if (trouble === null) throw thrown;
  return { status: "failed", output: `the artifact cannot be read or kept: ${trouble}\n` };
}

async function inspectOne(
  { file, fileName }: Extract<Build, { status: "built" }>,
  folder: string | null,
  { files, now }: Pick<Ports, "files" | "now">,
): Promise<Artifact> {
  const started = now();
  const { inspection, size } = files.withSource(file, (source) => ({
    inspection: inspect(source, { hostFiles: true }),
    size: source.size,
  }));
  const inspectMs = Math.round(now() - started);
  const sha256 = await files.sha256(file);
  const path = folder && join(folder, fileName);
  if (path !== null) await files.move(file, path);
  return { path, size, sha256, inspection, inspectMs };
}

/** The folder for a cell's artifact. Two main packages can have one file name: the import path keeps them apart. */
function outputPath({ platform, strategy, package: path }: PlannedCell, outputDir: string | null): string | null {
  return outputDir && join(outputDir, platform.name.replaceAll("/", "-"), strategy.name, path);
}
