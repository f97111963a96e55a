import { posix } from "node:path";
import type { NotUnderstood, ReleaseEntry, ReleaseSettings } from "../model/release.ts";
import { addEntry, envIn, type EnvSettings, expandEnv, splitEntry } from "./build-env.ts";
import { type BuildDetails, buildFlags, mustKnow, settingsIn } from "./build-flags.ts";
import { goreleaserScope } from "./goreleaser-scope.ts";
import {
  completeTarget,
  type GoTarget,
  overrideTarget,
  platformName,
  readTargets,
  targetOf,
  targetVariables,
} from "./goreleaser-targets.ts";
import { type Located, Misread, understand } from "./misread.ts";
import type { Project, ReleaseContext } from "./release-reading.ts";
import { evaluateTemplate } from "./template.ts";
import { known, type Value } from "./template-values.ts";
import { child, mapsOf, textFields, textOf, textsOf, wholeText, type YamlMap } from "./yaml-nodes.ts";

/** A build of goreleaser, and what others of its sections refer to. */
export type GoreleaserBuild = {
  readonly entry: ReleaseEntry;
  readonly id: string | null;
  /** The program's file name, as it is written; null: nothing says it. */
  readonly binary: Located | null;
  readonly dir: string;
  readonly main: Located;
  readonly details: BuildDetails;
  readonly env: readonly Located[];
  readonly targets: readonly GoTarget[];
};

type Override = { readonly target: Located; readonly details: BuildDetails; readonly env: readonly Located[] };

const keys = new Set(
  "id goos goarch goamd64 go386 goarm goarm64 gomips goppc64 goriscv64 targets ignore dir main binary hooks builder mod_timestamp skip tool command no_unique_dist_dir no_main_check buildmode ldflags tags flags asmflags gcflags env overrides gobinary".split(
    " ",
  ),
);

/** Reads an item of `builds`. Throws Misread for what is wrong for all platforms. */
export function goreleaserBuild(map: YamlMap, project: Project): GoreleaserBuild {
  checkKeys(map);
  const { file, context } = project;
  const targets = readTargets(map);
  const platforms = targets.flatMap((target) => platformName(target) ?? []);
  const id = textOf(map, "id")?.text ?? context.projectName;
  const main = textOf(map, "main") ?? { text: ".", line: map.line };
  const parts = { main, dir: dirOf(map, project), details: readDetails(map), env: readEnv(map, context) };
  const overrides = mapsOf(map, "overrides").map((each): Override => ({
    target: overrideTarget(each),
    details: readDetails(each),
    env: textsOf(each, "env"),
  }));
  const tool = textOf(map, "tool") ?? textOf(map, "gobinary");
  const recipe = { ...parts, overrides, tool, project, line: map.line };
  if (main.text.includes("{{")) throw new Misread(main, "has a template, which goreleaser does not evaluate there");
  return {
    ...parts,
    id,
    binary: binaryOf(map, context),
    targets,
    entry: {
      source: "goreleaser",
      file,
      line: map.line,
      id,
      dir: parts.dir,
      packages: [main.text === "" ? "." : main.text],
      platforms: [...new Set(platforms)],
      settingsFor: (platform) => settingsOf(recipe, targetOf(platform, targets)),
      image: null,
      builder: null,
    },
  };
}

/** Without a name it has that of the project. */
function binaryOf(map: YamlMap, { projectName }: Project["context"]): Located | null {
  const named = textOf(map, "binary");
  if (named !== null && named.text !== "") return named;
  return projectName === null ? null : { text: projectName, line: map.line };
}

function checkKeys(map: YamlMap): void {
  for (const [name, { line }] of map.entries) {
    if (!keys.has(name)) throw new Misread({ text: name, line }, "is not a key of a goreleaser build");
  }
  const command = textOf(map, "command");
  if (command !== null && command.text !== "build" && command.text !== "") {
    throw new Misread(command, "is a command of go that does not build a program");
  }
  const again = hooksOf(map).find(({ text }) => /\bgo\s+(?:build|install)\b/.test(text));
  if (again !== undefined) throw new Misread(again, "builds again after the build");
}

/** Commands of `hooks.post`, in the three forms that goreleaser takes. */
function hooksOf(map: YamlMap): Located[] {
  const post = child(child(map, "hooks"), "post");
  const list = post === null ? [] : post.kind === "list" ? post.items : [post];
  return list.flatMap((hook) => {
    if (hook.kind === "scalar") return [{ text: hook.text ?? "", line: hook.line }];
    return hook.kind === "map" ? (textOf(hook, "cmd") ?? []) : [];
  });
}

function dirOf(map: YamlMap, { folder, monorepo }: Project): string {
  const dir = textOf(map, "dir");
  if ((dir?.text ?? "") === "" && monorepo !== null) throw new Misread(monorepo, "may be the folder of the build");
  const { text, line } = dir ?? { text: ".", line: map.line };
  const joined = posix.join(folder, text === "" ? "." : text).replace(/(.)\/$/, "$1");
  if (text.includes("{{"))
    throw new Misread({ text, line }, "has a template, which goreleaser does not evaluate there");
  if (posix.isAbsolute(text) || joined.split("/")[0] === "..")
    throw new Misread({ text, line }, "is outside of the repository");
  return joined;
}

function readDetails(map: YamlMap): BuildDetails {
  return {
    flags: textsOf(map, "flags", textFields),
    tags: textsOf(map, "tags", textFields),
    ldflags: textsOf(map, "ldflags", wholeText),
    asmflags: textsOf(map, "asmflags", wholeText),
    gcflags: textsOf(map, "gcflags", wholeText),
    buildmode: textOf(map, "buildmode"),
  };
}

/** goreleaser fills `$NAME` in before it looks at templates. */
function readEnv(map: YamlMap, { env }: ReleaseContext): readonly Located[] {
  return textsOf(map, "env").map(({ text, line }) => ({ text: expandEnv(text, env), line }));
}

type Recipe = Pick<GoreleaserBuild, "details" | "env"> & {
  readonly overrides: readonly Override[];
  readonly tool: Located | null;
  readonly project: Project;
  readonly line: number;
};

function settingsOf(recipe: Recipe, target: GoTarget | null): ReleaseSettings | NotUnderstood | null {
  if (target === null) return null;
  const { file } = recipe.project;
  return understand(file, (): ReleaseSettings => {
    const { env, settings } = topEnvironment(recipe.project);
    checkTool(recipe, env, target);
    const { details, entries } = withOverride(recipe, env, target);
    for (const source of entries) {
      addEntry(source, evaluateTemplate(source.text, scopeOf(recipe.project, env, target)), { env, settings });
    }
    addTarget(target, { env, settings });
    const scope = scopeOf(recipe.project, env, target);
    const flags = buildFlags(withDefaults(details, recipe.line), ({ text }) => evaluateTemplate(text, scope));
    return { kind: "settings", env: envIn(file, settings), flags: settingsIn(file, flags) };
  });
}

type Environments = { readonly env: Map<string, Value>; readonly settings: EnvSettings };

/** The environment of the process and `env` at the top, whose templates see that of the process alone. */
export function topEnvironment(project: Project): Environments {
  const env = new Map(
    Object.entries(project.context.env).map(([name, value]) => [name, known(value)] as [string, Value]),
  );
  const settings: EnvSettings = new Map();
  const scope = scopeOf(project, new Map(env), null);
  for (const source of project.env) addEntry(source, evaluateTemplate(source.text, scope), { env, settings });
  return { env, settings };
}

export function scopeOf(
  { context }: Project,
  env: ReadonlyMap<string, Value>,
  target: GoTarget | null,
): ReturnType<typeof goreleaserScope> {
  return goreleaserScope({ projectName: context.projectName, env, target });
}

function checkTool({ tool, project }: Recipe, env: ReadonlyMap<string, Value>, target: GoTarget): void {
  if (tool === null || tool.text === "") return;
  const command = mustKnow(tool, ({ text }) => evaluateTemplate(text, scopeOf(project, env, target)));
  if (!/^(?:.*[\\/])?go(?:\.exe)?$/.test(command)) throw new Misread(tool, "builds with a program other than go");
}

/** The first override of this very target counts: its lists replace those of the build, its variables are added. */
function withOverride(
  { details, env: entries, overrides, project }: Recipe,
  env: ReadonlyMap<string, Value>,
  { name }: GoTarget,
): { readonly details: BuildDetails; readonly entries: readonly Located[] } {
  for (const override of overrides) {
    const scope = scopeOf(project, env, null);
    const target = completeTarget(mustKnow(override.target, ({ text }) => evaluateTemplate(text, scope)));
    if (target !== name) continue;
    const merged = mergeDetails(details, override.details);
    return { details: merged, entries: lastOfEach([...entries, ...override.env]) };
  }
  return { details, entries };
}

function mergeDetails(base: BuildDetails, over: BuildDetails): BuildDetails {
  const list = (key: Exclude<keyof BuildDetails, "buildmode">): readonly Located[] =>
    over[key].length > 0 ? over[key] : base[key];
  return {
    flags: list("flags"),
    tags: list("tags"),
    ldflags: list("ldflags"),
    asmflags: list("asmflags"),
    gcflags: list("gcflags"),
    buildmode: over.buildmode === null || over.buildmode.text === "" ? base.buildmode : over.buildmode,
  };
}

function lastOfEach(entries: readonly Located[]): readonly Located[] {
  const found = new Map<string, Located>();
  for (const entry of entries) {
    const name = splitEntry(entry.text)?.[0];
    if (name !== undefined) found.set(name, entry);
  }
  return [...found.values()];
}

/** goreleaser sets these last, whatever `env` has; the system and the processor are the platform's own. */
function addTarget({ goos, goarch, variant, line }: GoTarget, { env, settings }: Environments): void {
  for (const name of targetVariables) {
    env.set(name, known(""));
    settings.delete(name);
  }
  env.set("GOOS", known(goos));
  env.set("GOARCH", known(goarch));
  if (variant === null) return;
  env.set(variant.variable, known(variant.value));
  settings.set(variant.variable, { text: variant.value, line });
}

/** What goreleaser links with where nothing else is said. */
export const defaultLdflags =
  "-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}} -X main.builtBy=goreleaser";

export function withDefaults(details: BuildDetails, line: number): BuildDetails {
  return details.ldflags.length > 0 ? details : { ...details, ldflags: [{ text: defaultLdflags, line }] };
}
