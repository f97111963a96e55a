import { posix } from "node:path";
import type { Platform } from "../model/platform.ts";
import type { ReleaseEntry, ReleaseImage, ReleaseSettings } from "../model/release.ts";
import { addEntry, envIn, splitEntry } from "./build-env.ts";
import { flagWords, linkerFlags, printFlags, settingsIn } from "./build-flags.ts";
import { envField } from "./goreleaser-scope.ts";
import { koPlatformOf, koPlatforms, koStart } from "./ko-platforms.ts";
import { isNotUnderstood, type Located, Misread, understand } from "./misread.ts";
import { readYaml } from "./read-yaml.ts";
import type { ReleaseContext, ReleaseFile, ReleaseReading } from "./release-reading.ts";
import { evaluateTemplate, type TemplateScope } from "./template.ts";
import { known, unknown, type Value } from "./template-values.ts";
import { child, mapsOf, textFields, textOf, textsOf, wholeText, type YamlMap, type YamlNode } from "./yaml-nodes.ts";

// pkg/commands/options/build.go of ko v0.18.
const defaultImage = "cgr.dev/chainguard/static:latest";

/**
 * The builds of a configuration of ko (v0.18). Without builds it is for every program below its folder. `file` is relative to the
 * repository's root. What cannot be understood is a value with its line; a file of any content is read.
 */
export function readKo(source: ReleaseFile, context: ReleaseContext): Promise<ReleaseReading> {
  return readYaml(source, (root) => readConfig(root, { file: source.file, context }));
}

type Where = { readonly file: string; readonly context: ReleaseContext };

/** What is said for all builds. */
type Defaults = Where & {
  readonly platforms: readonly string[] | null;
  readonly env: readonly Located[];
  readonly flags: readonly Located[];
  readonly ldflags: readonly Located[];
  readonly image: Located;
  /** Import paths, in lower case, and the images of their programs. */
  readonly images: ReadonlyMap<string, Located>;
};

function readConfig(root: YamlNode | null, where: Where): ReleaseReading {
  if (root !== null && root.kind !== "map") throw new Misread({ text: "", line: root.line }, "is not a map");
  const keyless = withLowerKeys(root);
  const defaults = readDefaults(keyless, where);
  const maps = mapsOf(keyless, "builds").map((map) => withLowerKeys(map) ?? map);
  const builds = maps.length > 0 ? maps : [null];
  const read = builds.map((map) => understand(where.file, () => readBuild(map, defaults)));
  return {
    entries: read.flatMap((entry) => (isNotUnderstood(entry) ? [] : [entry])),
    notUnderstood: read.filter(isNotUnderstood),
  };
}

/** ko finds its keys whatever the case of their letters. */
function withLowerKeys(map: YamlMap | null): YamlMap | null {
  if (map === null) return null;
  return { ...map, entries: new Map([...map.entries].map(([name, value]) => [name.toLowerCase(), value] as const)) };
}

/** KO_DEFAULTFLAGS and the like win over the file. */
function readDefaults(root: YamlMap | null, { file, context }: Where): Defaults {
  const fromEnv = (name: string): Located | null => {
    const text = context.env[`KO_${name.toUpperCase()}`] ?? "";
    return text === "" ? null : { text, line: 1 };
  };
  const list = (name: string): readonly Located[] => {
    const written = fromEnv(name);
    return written === null ? textsOf(root, name.toLowerCase(), textFields) : textFields(written);
  };
  const images = child(root, "baseimageoverrides");
  return {
    file,
    context,
    platforms: koPlatforms(list("defaultPlatforms")),
    env: list("defaultEnv"),
    flags: list("defaultFlags"),
    ldflags: list("defaultLdflags"),
    image: fromEnv("defaultBaseImage") ?? textOf(root, "defaultbaseimage") ?? { text: defaultImage, line: 1 },
    images: new Map(
      images?.kind === "map"
        ? [...images.entries.keys()].flatMap((path) => {
            const image = textOf(images, path);
            return image === null ? [] : [[path.toLowerCase(), image] as const];
          })
        : [],
    ),
  };
}

/** A build of the list; null stands for all programs that have none. */
function readBuild(map: YamlMap | null, defaults: Defaults): ReleaseEntry {
  const { file, platforms } = defaults;
  const dir = textOf(map, "dir") ?? { text: ".", line: map?.line ?? 1 };
  const joined = posix.join(posix.dirname(file), dir.text).replace(/(.)\/$/, "$1");
  if (posix.isAbsolute(dir.text) || joined.split("/")[0] === "..")
    throw new Misread(dir, "is outside of the repository");
  const main = packageOf(textOf(map, "main")?.text ?? ".");
  const recipe = {
    defaults,
    line: map?.line ?? 1,
    env: textsOf(map, "env", wholeText),
    flags: textsOf(map, "flags", textFields),
    ldflags: textsOf(map, "ldflags", wholeText),
  };
  return {
    source: "ko",
    builder: null,
    file,
    line: recipe.line,
    id: textOf(map, "id")?.text ?? null,
    dir: joined,
    packages: map === null ? null : [main],
    platforms,
    settingsFor: (platform) => settingsFor(recipe, platform),
    image: imageOf(map === null ? null : posix.join(joined, main), defaults),
  };
}

/** `main` may be a file: its folder is what is built. Without "./" it is a folder all the same. */
function packageOf(main: string): string {
  const folder = main.endsWith(".go") ? posix.dirname(main) : main;
  const path = posix.normalize(folder).replace(/(.)\/$/, "$1");
  return path === "." || path.startsWith("../") ? path : `./${path}`;
}

type Recipe = {
  readonly defaults: Defaults;
  readonly line: number;
  readonly env: readonly Located[];
  readonly flags: readonly Located[];
  readonly ldflags: readonly Located[];
};

function settingsFor(recipe: Recipe, platform: Platform): ReturnType<ReleaseEntry["settingsFor"]> {
  const { platforms, file } = recipe.defaults;
  const built = platforms === null ? platform.name : koPlatformOf(platform, platforms);
  return built === null ? null : understand(file, () => settingsOf(recipe, built, platform));
}

/** The lists of a build replace the defaults; -trimpath comes last (pkg/build/gobuild.go of ko v0.18). */
function settingsOf({ defaults, line, ...own }: Recipe, built: string, { goos, goarch }: Platform): ReleaseSettings {
  const { file, context } = defaults;
  const settings = koStart(built, line, context.env);
  const env = new Map<string, Value>([
    ["LDFLAGS", known("")],
    ["GOOS", known(goos)],
    ["GOARCH", known(goarch)],
    ...[...settings].map(([name, { text }]) => [name, known(text)] as const),
    ...Object.entries(context.env).map(([name, value]) => [name, known(value)] as const),
  ]);
  for (const source of own.env.length > 0 ? own.env : defaults.env) {
    // ko stops at an entry without an equals sign.
    if (splitEntry(source.text) === null) throw new Misread(source, "is not NAME=value, which ko refuses");
    addEntry(source, [{ kind: "literal", text: source.text }], { env, settings });
  }
  const scope = scopeOf(env);
  const print = ({ text }: Located): ReturnType<typeof evaluateTemplate> => evaluateTemplate(text, scope);
  const all = [
    ...flagWords(printFlags(own.flags.length > 0 ? own.flags : defaults.flags, print)),
    { text: "-trimpath", line },
    ...linkerFlags(own.ldflags.length > 0 ? own.ldflags : defaults.ldflags, print),
  ];
  return { kind: "settings", env: envIn(file, settings), flags: settingsIn(file, all) };
}

/** ko's templates have no functions beside those of text/template, and see these. */
function scopeOf(env: ReadonlyMap<string, Value>): TemplateScope {
  return {
    field: (name) => {
      if (name === "Env") return envField(env, "ko");
      return unknown(
        /^(?:Git|GoEnv|Date|Timestamp)$/.test(name)
          ? `.${name} is known only when ko runs`
          : `.${name} is not known to ko`,
      );
    },
    functions: new Map(),
  };
}

/** The image of a program; null where an override may be for it, which only its import path would tell. */
function imageOf(path: string | null, { file, image, images }: Defaults): ReleaseImage | null {
  const imageIn = ({ text, line }: Located): ReleaseImage => ({ file, line, text, base: text, additions: "nothing" });
  if (images.size === 0) return imageIn(image);
  if (path === null || path === ".") return null;
  const own = [...images].find(([importPath]) => importPath.endsWith(`/${path.toLowerCase()}`));
  return imageIn(own?.[1] ?? image);
}
