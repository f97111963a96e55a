import { join } from "node:path";
import type { Ports } from "../ports/types.ts";
import { inspect } from "./inspect-bytes.ts";
import type { Inspected, Artifact } from "../model/artifact.ts";
import type { Build } from "../model/build.ts";

/** Judges every artifact by its own bytes, and moves it to `outputDir/PLATFORM/STRATEGY/NAME` when a folder was asked for. */
export async function inspectEach(
  builds: readonly Build[],
  outputDir: string | null,
  ports: Pick<Ports, "files" | "now">,
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
  { files, now }: Pick<Ports, "files" | "now">,
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
