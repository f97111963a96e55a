import { join, posix, relative, resolve } from "node:path";
import { ConfigError, NotListed, toError } from "../errors.ts";
import { parseGoFlags } from "../go/go-flags.ts";
import { isReleaseStrategy, releaseStrategyName } from "../model/release-strategy.ts";
import { isWithin } from "../config/config-place.ts";
import type { ProgramPlaces } from "../config/programs-in-file.ts";
import { trustedSettings } from "../release/trusted-settings.ts";
import { builderGlibc } from "./builder-glibc.ts";
import { machineCompilers } from "./machine-compilers.ts";
import { locateModules } from "./modules.ts";
import { type PlanContext, planTargets } from "./plan-targets.ts";
import { groupBy } from "../text/group-by.ts";
import { withoutFolder } from "../text/folders.ts";
import type { PlannedCell, Skip } from "../model/plan.ts";
import type { Platform } from "../model/platform.ts";
import {
  describeNotUnderstood,
  type NotUnderstood,
  type ReleaseEntry,
  type ReleaseImage,
  type ReleaseOrigin,
  type ReleaseSettings,
} from "../model/release.ts";
import type { Strategy } from "../model/strategy.ts";

/** A build as a configuration has it, before it is planned: the base moves what leads into the head's folder. */
export type ReleaseBuild = { readonly strategy: Strategy; readonly flags: readonly string[] };

export type ReleaseTools = {
  /** The root of the repository, absolute. */
  readonly root: string;
  readonly context: PlanContext;
  readonly adapt: (build: ReleaseBuild) => Promise<ReleaseBuild>;
};

export type PlannedRelease = {
  readonly cells: readonly PlannedCell[];
  /** Entries of which nobody can tell what they build. */
  readonly notUnderstood: readonly NotUnderstood[];
};

/**
 * The release builds of a repository, as cells of a strategy `release`, or of one `release/ID` each where a program has several. What
 * an entry does not build for a platform is skipped and decides nothing; what is not understood is skipped and ships all the same.
 */
export async function planRelease(
  entries: readonly ReleaseEntry[],
  platforms: readonly Platform[],
  tools: ReleaseTools,
): Promise<PlannedRelease> {
  const planned = await Promise.all(
    entries.flatMap((entry) => platforms.map((platform) => planEntry(entry, platform, tools))),
  );
  const cells = planned.flatMap((found) => ("kind" in found ? [] : found));
  const failed = planned.flatMap((found) => ("kind" in found ? [found] : []));
  const isFirst = (each: NotUnderstood, at: number): boolean =>
    failed.findIndex(({ file, line }) => file === each.file && line === each.line) === at;
  return { cells: withNames(withoutTwins(cells)), notUnderstood: failed.filter(isFirst) };
}

async function planEntry(
  entry: ReleaseEntry,
  platform: Platform,
  { root, context, adapt }: ReleaseTools,
): Promise<readonly PlannedCell[] | NotUnderstood> {
  const { file, line, source, id } = entry;
  const dir = join(root, entry.dir);
  try {
    const isInRepository = (path: string): boolean => isWithin(root, resolve(dir, path));
    const machine = { root, files: context.ports.files, env: context.go.env };
    const found = await settle(entry, platform, { isInRepository, ...machine });
    const { strategy, flags } = await adapt({
      strategy: strategyOf(entry, found.settings),
      flags: found.settings?.flags.map(({ value }) => value) ?? [],
    });
    const userFlags = parseGoFlags(flags, `${file}:${line}`);
    const where = { workingDirectory: dir, packages: foldersOf(entry) };
    const modules = await locateModules(where, context.ports.files, context.go.env);
    const targets = modules.map((module) =>
      planTargets(module, platform, { ...context, userFlags, strategies: [strategy] }),
    );
    const toRoot = relative(resolve(context.request.where.workingDirectory), root).replaceAll("\\", "/");
    const builder = await builderGlibc(entry, found.settings, context);
    const images = imagesOn(entry, platform).map((image) => ({ ...image, builder }));
    const release: ReleaseOrigin = { source, id, file, line, images, builder, toRoot, settings: found.settings };
    const role = found.isBuilt ? "ships" : "compared";
    const planned = (await Promise.all(targets)).flat().filter(({ packageDir }) => packageDir !== "");
    if (planned.length === 0) throw new ConfigError(`${where.packages.join(" ")} names no program in ${dir}`);
    return planned.map((cell) => ({ ...cell, role, release, skip: found.skip ?? withoutBuilder(cell.skip, entry) }));
  } catch (thrown) {
    if (!(thrown instanceof ConfigError || thrown instanceof NotListed)) throw thrown;
    const why = `cannot be planned: ${withoutFolder(toError(thrown).message, root)}`;
    return { kind: "not-understood", file, line, text: entry.packages?.join(" ") ?? entry.dir, why };
  }
}

/** The images that the program of one platform is put into. */
function imagesOn({ image, images = [] }: ReleaseEntry, { goos, goarch }: Platform): readonly ReleaseImage[] {
  if (goos !== "linux") return [];
  if (image !== null) return [image];
  return images
    .filter(({ platforms }) => platforms.includes(`${goos}/${goarch}`))
    .map(({ platforms: _, ...each }) => each);
}

type Settled = { readonly settings: ReleaseSettings | null; readonly skip: Skip | null; readonly isBuilt: boolean };

async function settle(
  entry: ReleaseEntry,
  platform: Platform,
  { isInRepository, ...machine }: Parameters<typeof machineCompilers>[1] & Pick<ProgramPlaces, "isInRepository">,
): Promise<Settled> {
  const isLeftOut = entry.platforms !== null && !entry.platforms.includes(platform.name);
  const described = isLeftOut ? null : entry.settingsFor(platform);
  const found =
    described?.kind === "settings"
      ? trustedSettings(described, { isInRepository, ofMachine: await machineCompilers(described, machine) })
      : described;
  const skip = (reason: string): Skip => ({ reason, fault: "sources" });
  if (found === null) {
    const reason = `${entry.file}:${entry.line} does not build it for ${platform.name}`;
    return { settings: null, skip: skip(reason), isBuilt: false };
  }
  if (found.kind === "settings") return { settings: found, skip: null, isBuilt: true };
  return { settings: null, skip: skip(describeNotUnderstood(found)), isBuilt: true };
}

/** Whether a build has to be linked with a compiler for musl, as in its own builder image. */
export function needsMusl({ builder }: Pick<ReleaseEntry, "builder">, settings: ReleaseSettings): boolean {
  return builder?.hasCompiler !== false && isOfMusl(builder, environmentOf(settings));
}

function isOfMusl(builder: ReleaseEntry["builder"], env: Strategy["env"]): boolean {
  return builder?.libc === "musl" && env.CGO_ENABLED !== "0" && env.CC === undefined;
}

function environmentOf(settings: ReleaseSettings | null): Strategy["env"] {
  return Object.fromEntries((settings?.env ?? []).map(({ name, value }) => [name, value]));
}

function strategyOf({ file, line, builder }: ReleaseEntry, settings: ReleaseSettings | null): Strategy {
  const set = environmentOf(settings);
  // Go turns cgo off where no C compiler is found, as in golang:alpine.
  const env: Strategy["env"] = builder?.hasCompiler === false ? { CGO_ENABLED: "0", ...set } : set;
  const isMusl = isOfMusl(builder, env);
  return {
    name: releaseStrategyName,
    env,
    tags: [],
    linkmode: null,
    extldflags: null,
    ldflags: [],
    buildmode: null,
    needs: isMusl ? "musl" : "go",
    summary: `As ${file}:${line} builds it.`,
  };
}

/** That this machine has not what the image has is no fault of the change. */
function withoutBuilder(skip: Skip | null, { builder, file, line }: ReleaseEntry): Skip | null {
  if (skip?.fault !== "machine" || builder === null) return skip;
  const reason = `${file}:${line} builds it in ${builder.image ?? "an image"}, which cannot be done here: ${skip.reason}`;
  return { reason, fault: "sources" };
}

/** A file of a package stands for its folder. */
function foldersOf({ packages }: ReleaseEntry): readonly string[] {
  const patterns = (packages ?? ["./..."]).map((path) => {
    if (!path.endsWith(".go")) return path;
    const folder = posix.dirname(path);
    return folder === "." || folder.startsWith(".") || folder.startsWith("/") ? folder : `./${folder}`;
  });
  return [...new Set(patterns)];
}

/** Two files may describe the same build: goreleaser's and the ko that it starts. What is put into an image by one of them is in both. */
function withoutTwins(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const groups = groupBy(cells, ({ package: path, platform, moduleDir, env, flags, skip, release }) =>
    JSON.stringify([path, platform.name, moduleDir, sorted(env), flags, skip === null ? "" : release]),
  );
  return groups.map(([first, ...twins]) => {
    const more = twins.flatMap(({ release }) => release?.images ?? []);
    if (first.release === null || more.length === 0) return first;
    return { ...first, release: { ...first.release, images: [...first.release.images, ...more] } };
  });
}

function sorted(env: PlannedCell["env"]): readonly (readonly [string, string | undefined])[] {
  return Object.entries(env).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** An entry has the same name on all platforms of a program. */
function withNames(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const byProgram = groupBy(cells, (cell) => cell.package);
  return byProgram.flatMap((group) => {
    const places = groupBy(group, placeOf);
    if (places.length === 1) return group;
    const names = places.map(([first]) => nameOf(first));
    return places.flatMap((same, at) => {
      const own = names[at] ?? "";
      const isShared = names.filter((name) => name === own).length > 1;
      const name = `${releaseStrategyName}/${isShared ? `${own}:${same[0].release?.line ?? 0}` : own}`;
      return same.map((cell) => ({ ...cell, strategy: { ...cell.strategy, name } }));
    });
  });
}

function placeOf({ release }: PlannedCell): string {
  return `${release?.file ?? ""}\n${release?.line ?? 0}\n${release?.id ?? ""}`;
}

/** goreleaser's id, `ko`, or the path of the Dockerfile. */
function nameOf({ release }: PlannedCell): string {
  if (release === null) return "";
  const { source, id, file } = release;
  return source === "ko" ? "ko" : source === "goreleaser" && id !== null ? id : file;
}

/**
 * What each cell is to the project. With `ship: auto` what the repository releases ships, and the plain build of every other program
 * counts as far as it is asked for; where nothing is released the plain build ships.
 */
export function withRoles(cells: readonly PlannedCell[], ship: string): readonly PlannedCell[] {
  const released = new Set(
    cells.filter(({ role, release }) => release !== null && role === "ships").map((cell) => cell.package),
  );
  const roleOf = (cell: PlannedCell): PlannedCell["role"] => {
    const { name } = cell.strategy;
    if (isReleaseStrategy(name)) return cell.role;
    if (ship !== "auto") return name === ship ? "ships" : "compared";
    if (name !== "default" || released.has(cell.package)) return "compared";
    return released.size === 0 ? "ships" : "unreleased";
  };
  return cells.map((cell) => ({ ...cell, role: roleOf(cell) }));
}

/** The platforms of a run, by name: those that were asked for, else this machine's, else the first that the project releases for. */
export function choosePlatformNames(
  asked: readonly string[],
  own: string,
  entries: readonly ReleaseEntry[],
): { readonly names: readonly string[]; readonly note: string | null } {
  const released = [...new Set(entries.flatMap(({ platforms }) => platforms ?? [own]))];
  if (asked.includes("release")) {
    const names = asked.flatMap((name) => (name === "release" ? (released.length === 0 ? [own] : released) : [name]));
    return { names: [...new Set(names)], note: null };
  }
  const [first] = released;
  if (asked.length > 0 || first === undefined || released.includes(own))
    return { names: asked.length > 0 ? asked : [own], note: null };
  return { names: [first], note: `no release is built for ${own}, so it is built for ${first}` };
}
