import { posix } from "node:path";
import type { Platform } from "../model/platform.ts";
import type { PlatformImage, ReleaseDockerfile, ReleaseImage } from "../model/release.ts";
import { type Dockerfile, parseDockerfile } from "./dockerfile-file.ts";
import { asPattern, canBeSame, type RepositoryView } from "./dockerfile-folders.ts";
import type { Stage } from "./dockerfile-stage.ts";
import { evaluateStages } from "./dockerfile-stages.ts";
import { finalImage, systemIn } from "./final-image.ts";
import { additionsOf } from "./image-additions.ts";
import { hasHole, makeHoles } from "./shell-holes.ts";

/** The image of a stage, and what the stage adds to it. */
export function imageOfStage(stage: Stage, file: string, view: RepositoryView): ReleaseImage {
  const { image } = stage;
  const found = finalImage(image.text, image.value, { file, line: image.line });
  const system = found.base === null ? null : systemIn(found.base);
  return { ...found, additions: system === null ? "unknown" : additionsOf(stage, system, view) };
}

type File = { readonly path: string; readonly text: string };

/**
 * The images that a Dockerfile puts a program into which something else has built, as goreleaser has it: the program is in the build
 * context, at its top or in a folder for the platform. None: the Dockerfile cannot be read or does not copy it.
 */
export function imagesIn(file: File, named: ReleaseDockerfile, view: RepositoryView): readonly PlatformImage[] {
  const parsed = file.text.length > longest || hasHole(file.text) ? null : parseDockerfile(file.text);
  if (parsed === null) return [];
  return named.platforms.flatMap((platform) => {
    const image = imageFor({ path: file.path, parsed, platform }, named, view);
    return image === null ? [] : [{ ...image, platforms: [platform] }];
  });
}

type Made = { readonly path: string; readonly parsed: Dockerfile; readonly platform: string };

function imageFor(
  { path, parsed, platform: name }: Made,
  { binary, target, args }: ReleaseDockerfile,
  view: RepositoryView,
): ReleaseImage | null {
  if (binary === null) return null;
  const [goos = "", goarch = ""] = name.split("/");
  const platform: Platform = { name, goos, goarch, env: { GOOS: goos, GOARCH: goarch } };
  const holes = makeHoles();
  const given = [...args].map(([name, value]) => {
    const hole = (): string => holes.add({ text: `ARG ${name}`, why: "is given by goreleaser", line: 1 });
    return [name, value ?? hole()] as const;
  });
  // The context is a folder of its own: of the repository it has what `extra_files` names.
  const context = { path, root: ".", view, platform, holes, budget: { left: mostCommands } };
  const { stages } = evaluateStages(parsed, { ...context, buildArguments: new Map(given) });
  const stage = target === null ? stages.at(-1) : stages.find(({ name }) => name === target);
  if (stage === undefined || !belowOf(stage, stages).some((each) => copiesFile(binary, each))) return null;
  return imageOfStage(stage, path, view);
}

const mostCommands = 2000;
/** In UTF-16 units. */
const longest = 40_000;

/** A stage and those that its files come from. */
function belowOf(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  const found = new Set([stage]);
  for (const each of found) {
    const indexes = [...each.edges.map(({ from }) => from), ...(each.parent === null ? [] : [each.parent])];
    for (const index of indexes) {
      const other = stages[index];
      if (other !== undefined) found.add(other);
    }
  }
  return [...found];
}

/** Folders of platforms (`linux/amd64`) and the whole context have all programs. */
function copiesFile(binary: string, { copies }: Stage): boolean {
  return copies.some(({ from, sources }) => {
    return from === "context" && sources.map(asPattern).some((source) => meansFile(source, binary));
  });
}

function meansFile(source: string, binary: string): boolean {
  return (
    source === "." || /^(?:linux|\*)(?:\/[\w*]+){0,2}\/?$/.test(source) || canBeSame(posix.basename(source), binary)
  );
}
