import { findGiven } from "../inspect/find-given.ts";
import { inspectGiven } from "../inspect/given.ts";
import type { GivenFile, GivenImage } from "../model/artifact.ts";
import type { InspectRequest } from "../model/request.ts";
import type { SkippedFile } from "../model/skipped-file.ts";
import type { Ports } from "../ports/types.ts";
import { findImages, splitImages } from "./find-images.ts";

type InspectedPaths = {
  readonly given: readonly GivenFile[];
  readonly images: readonly GivenImage[];
  readonly skippedFiles: readonly SkippedFile[];
};

/** The files of a call and the programs in archives among them, and the entrypoints of images, which are no archives of programs. */
export async function inspectPaths({ where, artifacts }: InspectRequest, ports: Ports): Promise<InspectedPaths> {
  const { workingDirectory, binaries } = where;
  const named = await findImages(where, ports);
  const found = await findGiven(binaries, workingDirectory, ports.files);
  const { images, others } = await splitImages(found.paths, workingDirectory, ports);
  const isToStart = artifacts.prove.length > 0;
  const isEmpty = others.length === 0 && named.length + images.length > 0;
  const { files: given, skipped } = isEmpty
    ? { files: [], skipped: found.skipped }
    : await inspectGiven(
        { workingDirectory, binaries, ...artifacts, isToStart, found: { ...found, paths: others } },
        ports,
      );
  const all = [...named, ...images.filter(({ path }) => !named.some((each) => each.path === path))];
  if (all.length === 0) return { given, images: [], skippedFiles: skipped };
  const { inspectImages } = await import("./inspect-images.ts");
  const ofImages = await inspectImages({ workingDirectory, ...artifacts, images: all }, ports);
  return { given, images: ofImages.images, skippedFiles: [...skipped, ...ofImages.skipped] };
}
