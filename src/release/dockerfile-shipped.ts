import { asPattern, canBeSame, isBelow, type RepositoryView } from "./dockerfile-folders.ts";
import type { StageBuild } from "./dockerfile-builds.ts";
import { isCopied, type Edge, type OpaqueRun, type Stage } from "./dockerfile-stage.ts";
import type { ReleaseBuilder } from "../model/release.ts";

/** A build whose program is in the last stage, and the packages whose programs are; null: all of them. */
export type ShippedBuild = {
  readonly stage: Stage;
  readonly build: StageBuild;
  readonly builder: ReleaseBuilder;
  readonly packages: readonly string[] | null;
};

export type Shipped = {
  readonly builds: readonly ShippedBuild[];
  /** What may have built something that ships, and is not read. */
  readonly opaque: readonly OpaqueRun[];
};

type Want = { readonly stage: number; readonly path: string };

/** Follows the copies of files backwards, from the last stage to the builds that made them. */
export function findShipped(stages: readonly Stage[], view: RepositoryView): Shipped {
  const last = stages.at(-1);
  if (last === undefined) return { builds: [], opaque: [] };
  const wants = wantsFrom({ stage: last.index, path: "/" }, stages);
  const builds: ShippedBuild[] = [];
  const opaque = new Set<OpaqueRun>();
  for (const stage of stages) {
    const paths = wants.filter((each) => each.stage === stage.index).map(({ path }) => path);
    if (paths.length === 0) continue;
    for (const { build, builder } of stage.builds) {
      const packages = shippedPackages(build, paths);
      if (packages !== undefined) builds.push({ stage, build, builder, packages });
    }
    const unexplained = paths.filter((path) => path === "/" || !isExplained(path, stage, { stages, view }));
    if (unexplained.length > 0) for (const each of stage.opaque) opaque.add(each);
    const isBarren = builds.every((each) => each.stage !== stage) && stage.opaque.length === 0;
    if (isBarren) for (const each of unmade(unexplained, stage, stages)) opaque.add(each);
  }
  return { builds, opaque: [...opaque] };
}

/** More files than an image is made of. */
const most = 2000;

function wantsFrom(first: Want, stages: readonly Stage[]): Want[] {
  const wants = [first];
  const seen = new Set([keyOf(first)]);
  for (let at = 0; at < wants.length && wants.length < most; at++) {
    const want = wants[at] ?? first;
    const stage = stages[want.stage];
    if (stage === undefined) continue;
    const isOwn = makesItself(want.path, stage);
    const parent = stage.parent === null || isOwn ? [] : [{ stage: stage.parent, path: want.path }];
    for (const each of [...parent, ...stage.edges.flatMap((edge) => originsOf(edge, want.path))]) {
      if (seen.has(keyOf(each))) continue;
      seen.add(keyOf(each));
      wants.push(each);
    }
  }
  return wants;
}

/** A file of this stage hides one of the same path in the stage below. */
function makesItself(path: string, { builds, edges }: Stage): boolean {
  if (path === "/") return false;
  const made = builds.flatMap(({ build }) => build.outputs).some((output) => output.path === path);
  return made || edges.some(({ target, sources }) => target === path && sources.length === 1);
}

function keyOf({ stage, path }: Want): string {
  return `${stage} ${path}`;
}

/** Where the files of a path have been before a copy. */
function originsOf({ from, sources, target }: Edge, path: string): Want[] {
  return sources.flatMap((each) => {
    const source = asPattern(each);
    const aim = asPattern(target);
    if (isBelow(aim, path) || canBeSame(aim, path)) return [{ stage: from, path: source }];
    if (!isBelow(path, aim)) return [];
    const rest = path.slice(aim === "/" ? 1 : aim.length + 1);
    const name = source.split("/").at(-1) ?? "";
    const asFile = canBeSame(name, rest) ? [{ stage: from, path: source }] : [];
    return [...asFile, { stage: from, path: source === "/" ? `/${rest}` : `${source}/${rest}` }];
  });
}

/** undefined: nothing of it ships; null: all of its packages may. */
function shippedPackages({ outputs }: StageBuild, paths: readonly string[]): readonly string[] | null | undefined {
  const shipped = outputs.filter((output) => paths.some((path) => covers(path, output.path)));
  if (shipped.length === 0) return undefined;
  const packages = shipped.map((output) => output.package);
  return packages.includes(null) ? null : [...new Set(packages.flatMap((each) => each ?? []))];
}

function covers(path: string, output: string): boolean {
  if (path === "/" || canBeSame(path, output) || isBelow(output, path)) return true;
  // A folder that a pattern names: /out/*/bin.
  const parts = output.split("/");
  return parts.some((_, at) => at > 1 && canBeSame(path, parts.slice(0, at).join("/")));
}

/** Folders of a system that hold data. */
const data = /^\/(?:etc|usr\/share|usr\/local\/share|usr\/lib|lib|var|tmp|root\/\.\w+)(?:\/|$)/;

/** Files that are copied out of a stage that builds programs, and that none of these builds makes. */
function unmade(paths: readonly string[], stage: Stage, stages: readonly Stage[]): OpaqueRun[] {
  const ours = stage.builds.filter(({ build }) => build.dir !== null);
  if (ours.length === 0) return [];
  return stages.flatMap(({ edges }) =>
    edges.flatMap(({ from, sources, line }) => {
      const lost =
        from === stage.index ? sources.map(asPattern).filter((each) => each !== "/" && paths.includes(each)) : [];
      return lost.map((text) => ({ line, text, why: "is copied, and no build is found that makes it" }));
    }),
  );
}

type Whole = { readonly stages: readonly Stage[]; readonly view: RepositoryView };

/** Whether it is clear where a path of a stage comes from, without what is not read. */
function isExplained(path: string, stage: Stage, { stages, view }: Whole): boolean {
  if (data.test(path) || isCopied(path, stage, view)) return true;
  if (stage.builds.some(({ build }) => shippedPackages(build, [path]) !== undefined)) return true;
  if (stage.edges.some(({ target }) => canBeSame(target, path))) return true;
  const parent = stage.parent === null ? undefined : stages[stage.parent];
  return parent !== undefined && isExplained(path, parent, { stages, view });
}
