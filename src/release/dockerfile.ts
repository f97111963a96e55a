import type { Platform } from "../model/platform.ts";
import type {
  NotUnderstood,
  ReleaseBuilder,
  ReleaseEntry,
  ReleaseImage,
  ReleaseSetting,
  ReleaseSettings,
} from "../model/release.ts";
import { parseDockerfile, type Dockerfile } from "./dockerfile-file.ts";
import { foldersOfPackage, type RepositoryView } from "./dockerfile-folders.ts";
import { imageOfStage } from "./docker-image.ts";
import { chooseRoot, contextFolders, hasPackages } from "./dockerfile-root.ts";
import { findShipped, type ShippedBuild } from "./dockerfile-shipped.ts";
import type { Evaluation, OpaqueRun, Stage } from "./dockerfile-stage.ts";
import { evaluateStages } from "./dockerfile-stages.ts";
import { hasHole, makeHoles, type Hole } from "./shell-holes.ts";

export type { RepositoryView } from "./dockerfile-folders.ts";

/** What a file says of its builds. */
export type DockerfileReading = {
  readonly entries: readonly ReleaseEntry[];
  readonly notUnderstood: readonly NotUnderstood[];
};

type File = { readonly path: string; readonly text: string };

/** In UTF-16 units. The longest of those that were read for this has 16,000; the parser takes a second for this many. */
export const longestDockerfile = 40_000;
const mostCommands = 2000;

/** Platforms for which a file is evaluated to see what follows from the platform. */
const probes: readonly Platform[] = [
  { name: "linux/amd64", goos: "linux", goarch: "amd64", env: { GOOS: "linux", GOARCH: "amd64" } },
  { name: "linux/arm64", goos: "linux", goarch: "arm64", env: { GOOS: "linux", GOARCH: "arm64" } },
  { name: "linux/arm/v7", goos: "linux", goarch: "arm", env: { GOOS: "linux", GOARCH: "arm", GOARM: "7" } },
];

/**
 * The builds of a Dockerfile whose programs are in its last stage, as `docker build` without arguments makes them. `file.path` is
 * relative to the repository's root. The folder of the build context is guessed by what exists (dockerfile-root.ts). Pure; throws
 * nothing, whatever the text is.
 */
export function readDockerfile(file: File, view: RepositoryView): DockerfileReading {
  const { path, text } = file;
  const refuse = (why: string): DockerfileReading => ({
    entries: [],
    notUnderstood: [{ kind: "not-understood", file: path, line: 1, text: path, why }],
  });
  const mentionsGo = /\bgo(?:lang)?\b/i.test(text.slice(0, longestDockerfile * 8));
  if (text.length > longestDockerfile) return mentionsGo ? refuse("is too long to be read") : empty;
  if (hasHole(text)) return refuse("has private-use characters of Unicode");
  const parsed = parseDockerfile(text);
  if (parsed === null) return mentionsGo ? refuse("cannot be parsed as a Dockerfile") : empty;
  if (parsed.stages.length === 0) return empty;
  const [probe] = probes;
  if (probe === undefined) return empty;
  const candidates = contextFolders(path).map((root) => ({
    root,
    evaluation: evaluate({ path, parsed, view, root }, probe).evaluation,
  }));
  return read({ path, parsed, view, root: chooseRoot(candidates, view) });
}

const empty: DockerfileReading = { entries: [], notUnderstood: [] };

type Source = {
  readonly path: string;
  readonly parsed: Dockerfile;
  readonly view: RepositoryView;
  readonly root: string;
};

type Found = {
  readonly evaluation: Evaluation;
  readonly platform: Platform;
  readonly builds: readonly ShippedBuild[];
  readonly opaque: readonly OpaqueRun[];
  /** It has too many commands to follow. */
  readonly isCut: boolean;
};

function evaluate({ path, parsed, view, root }: Source, platform: Platform): Found {
  const holes = makeHoles();
  const context = { path, root, view, platform, holes, budget: { left: mostCommands } };
  const evaluation = evaluateStages(parsed, context);
  const { builds, opaque } = findShipped(evaluation.stages, view);
  const isCut = context.budget.left < 0;
  return { evaluation, platform, builds: builds.filter((each) => isOurs(each, view)), opaque, isCut };
}

/** Names of packages that are in none of the repository's modules are programs of others. */
function isOurs({ build }: ShippedBuild, view: RepositoryView): boolean {
  const { dir, packages } = build;
  const isImport = packages.length > 0 && packages.every((each) => foldersOfPackage(each, dir ?? ".", view) === null);
  return !isImport || build.hole !== null;
}

function read(source: Source): DockerfileReading {
  const found = probes.map((platform) => evaluate(source, platform));
  if (found.some(({ isCut }) => isCut)) {
    const { path } = source;
    return {
      entries: [],
      notUnderstood: [notUnderstood(path, { line: 1, text: path, why: "has too many commands to follow" })],
    };
  }
  const keys = [...new Set(found.flatMap(({ builds }) => builds.map(({ build }) => build.key)))];
  const all = keys.map((key) => readBuild(key, found, source));
  const entries = all.flatMap((each) => ("kind" in each || "foreign" in each ? [] : [each]));
  const known = all.flatMap((each) => ("kind" in each ? [each] : []));
  const opaque = found.flatMap((each) => each.opaque.map((run) => notUnderstood(source.path, run)));
  const problems = uniqueByLine([...known, ...opaque]);
  // Of a file that builds our programs, those of others are of no interest.
  const others = all.flatMap((each) => ("foreign" in each ? [each.foreign] : []));
  const shown = entries.length > 0 || problems.length > 0 ? problems : uniqueByLine(others);
  return {
    entries: entries.toSorted((a, b) => a.line - b.line),
    notUnderstood: shown.toSorted((a, b) => a.line - b.line),
  };
}

function uniqueByLine(problems: readonly NotUnderstood[]): NotUnderstood[] {
  return [...new Map(problems.map((each) => [`${each.line} ${each.why}`, each])).values()];
}

function notUnderstood(file: string, { line, text, why }: Pick<Hole, "line" | "text" | "why">): NotUnderstood {
  return { kind: "not-understood", file, line, text, why };
}

/** Made of files that are not in this repository. */
type Foreign = { readonly foreign: NotUnderstood };

function readBuild(key: string, found: readonly Found[], source: Source): ReleaseEntry | NotUnderstood | Foreign {
  const { path, view } = source;
  const each = found.flatMap(({ builds, platform, evaluation }) => {
    const shipped = builds.find(({ build }) => build.key === key);
    return shipped === undefined
      ? []
      : [{ shipped, platform, evaluation, settings: settingsOf(shipped, platform, path) }];
  });
  const first = each.find(({ settings }) => settings?.kind === "settings") ?? each[0];
  if (first === undefined) return notUnderstood(path, { line: 1, text: key, why: "is not evaluated" });
  const { build, builder, packages } = first.shipped;
  const { line, text, dir } = build;
  if (dir === null && build.hole === null) {
    return {
      foreign: notUnderstood(path, { line, text, why: "builds files that are not copied from this repository" }),
    };
  }
  const problem = each.map(({ settings }) => settings).find((settings) => settings?.kind === "not-understood");
  const isKnown = each.some(({ settings }) => settings?.kind !== "not-understood");
  if (problem?.kind === "not-understood" && !isKnown) return problem;
  if (dir === null) return notUnderstood(path, { line, text, why: "builds in an unknown folder" });
  if (!hasPackages(dir, build.packages, view)) {
    return notUnderstood(path, { line, text, why: "does not name a folder of this repository with Go files" });
  }
  const own = build.packages.length === 0 ? ["."] : build.packages;
  return {
    source: "dockerfile",
    file: path,
    line,
    id: null,
    dir,
    packages: packages ?? own,
    platforms: platformsOf(each.map(({ shipped }) => shipped)),
    settingsFor: (platform) => settingsOn(platform, key, source),
    image: imageOf(
      each.map(({ evaluation }) => evaluation.stages.at(-1)),
      source,
    ),
    builder: builderOnAll(
      builder,
      each.map(({ shipped }) => shipped.builder),
    ),
  };
}

function builderOnAll(first: ReleaseBuilder, all: readonly ReleaseBuilder[]): ReleaseBuilder {
  return all.every(({ image }) => image === first.image) ? first : { ...first, image: null };
}

function imageOf(stages: readonly (Stage | undefined)[], { path, view }: Source): ReleaseImage | null {
  const [first, ...others] = stages.flatMap((stage) => (stage === undefined ? [] : [imageOfStage(stage, path, view)]));
  if (first === undefined) return null;
  if (others.some(({ base }) => base !== first.base)) return { ...first, base: null, additions: "unknown" };
  return others.every(({ additions }) => additions === first.additions) ? first : { ...first, additions: "unknown" };
}

/** The platforms that the file itself fixes; null: it follows the platform that is asked for. */
function platformsOf(builds: readonly ShippedBuild[]): readonly string[] | null {
  const names = builds.map(({ build }) => platformName(build.goos, build.goarch, build.level?.value ?? null));
  const isFixed = builds.length > 1 && new Set(builds.map(({ build }) => build.goarch)).size === 1;
  if (isFixed) return names.slice(0, 1);
  return builds.every(({ build }) => build.goos === "linux") ? null : [...new Set(names)];
}

function platformName(goos: string, goarch: string, level: string | null): string {
  const port = `${goos}/${goarch}`;
  if (level === null) return port;
  if (goarch === "arm" && /^[567](?:,|$)/.test(level)) return `${port}/v${level.charAt(0)}`;
  return goarch === "amd64" && /^v[234]$/.test(level) ? `${port}/${level}` : port;
}

function settingsOn(platform: Platform, key: string, source: Source): ReleaseSettings | NotUnderstood | null {
  const { builds } = evaluate(source, platform);
  const shipped = builds.find(({ build }) => build.key === key);
  return shipped === undefined ? null : settingsOf(shipped, platform, source.path);
}

function settingsOf(
  { build, builder, stage }: ShippedBuild,
  platform: Platform,
  file: string,
): ReleaseSettings | NotUnderstood | null {
  const { hole, env, flags, goos, goarch, level } = build;
  if (hole !== null) return notUnderstood(file, hole);
  if (goos !== platform.goos || goarch !== platform.goarch) return null;
  const variant = Object.entries(platform.env).find(([name]) => name !== "GOOS" && name !== "GOARCH");
  if (level !== null && variant !== undefined && variant[1] !== level.value) return null;
  const cgo = cgoDefault({ build, builder, stage });
  if (cgo !== null && "why" in cgo) return notUnderstood(file, cgo);
  const own = level === null || variant !== undefined ? [] : [level];
  const set = [...(cgo === null ? [] : [cgo]), ...env, ...own];
  return {
    kind: "settings",
    env: set.map((each) => ({ file, ...each })),
    flags: flags.map((each) => ({ file, ...each })),
  };
}

type Setting = Omit<ReleaseSetting, "file"> & { readonly name: string };

/**
 * What CGO_ENABLED is where the file does not set it: 0 in an image without a C compiler (since Go 1.20), 1 in one of the target's own
 * platform with a compiler, which is not what a cross build has. null: as the go command decides.
 */
function cgoDefault({ build, builder, stage }: Omit<ShippedBuild, "packages">): Setting | Hole | null {
  const names = build.env.map(({ name }) => name);
  if (names.includes("CGO_ENABLED")) return null;
  const { line, hasCompiler } = builder;
  const hasCC = names.includes("CC");
  if (hasCompiler === true && stage.isNative) return { name: "CGO_ENABLED", value: "1", line };
  if (hasCompiler === false && !hasCC) return { name: "CGO_ENABLED", value: "0", line };
  if (hasCompiler === null && !hasCC) {
    const why = "may have a C compiler or none, which decides whether cgo is on";
    return { text: stage.image.text, why, line };
  }
  return null;
}
