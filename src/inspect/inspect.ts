import { join } from "node:path";
import type { Build } from "../build/build.ts";
import type { Ports } from "../ports/types.ts";
import { inspect, type Inspection } from "./artifact.ts";

/** A build with what its artifact says of itself. */
export type Inspected = {
  readonly build: Build;
  /** null for a cell that left no artifact. */
  readonly artifact: Artifact | null;
};

export type Artifact = {
  /** Where it was kept; null when it was not. */
  readonly path: string | null;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly inspection: Inspection;
  /** Time in ms that reading and judging took. */
  readonly inspectMs: number;
};

/** Judges every artifact by its own bytes, and moves it to `outputDir/PLATFORM/STRATEGY/NAME` when a folder was asked for. */
export async function inspectEach(
  builds: readonly Build[],
  outputDir: string | null,
  ports: Ports,
): Promise<Inspected[]> {
  return Promise.all(
    builds.map(async (build) => ({
      build,
      artifact: build.status === "built" ? await inspectOne(build, outputDir, ports) : null,
    })),
  );
}

async function inspectOne(
  { file, fileName, cell }: Extract<Build, { status: "built" }>,
  outputDir: string | null,
  { files, now }: Ports,
): Promise<Artifact> {
  const started = now();
  const { inspection, size } = files.withSource(file, (source) => ({
    inspection: inspect(source, { hostFiles: true }),
    size: source.size,
  }));
  const inspectMs = Math.round(now() - started);
  const sha256 = await files.sha256(file);
  // Two main packages can have one file name: the import path keeps them apart.
  const path =
    outputDir && join(outputDir, cell.platform.name.replaceAll("/", "-"), cell.strategy.name, cell.package, fileName);
  if (path !== null) await files.move(file, path);
  return { path, size, sha256, inspection, inspectMs };
}
