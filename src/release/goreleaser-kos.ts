import { posix } from "node:path";
import type { NotUnderstood, ReleaseEntry, ReleaseImage, ReleaseSettings } from "../model/release.ts";
import { addEntry, envIn } from "./build-env.ts";
import { type BuildDetails, flagWords, linkerFlags, printFlags, settingsIn } from "./build-flags.ts";
import { defaultLdflags, type GoreleaserBuild, scopeOf, topEnvironment } from "./goreleaser-build.ts";
import { koPlatformOf, koPlatforms, koStart } from "./ko-platforms.ts";
import { type Located, Misread, understand } from "./misread.ts";
import type { Project } from "./release-reading.ts";
import { evaluateTemplate, knownText } from "./template.ts";
import { mapsOf, textFields, textOf, textsOf, type YamlMap, type YamlNode } from "./yaml-nodes.ts";

// internal/pipe/ko of goreleaser v2.15.
const defaultImage = "cgr.dev/chainguard/static";

/** The images of `kos` in goreleaser's file, each with the build that ko repeats for it. Throws Misread if `kos` is not a list. */
export function koEntries(
  root: YamlNode | null,
  builds: readonly GoreleaserBuild[],
  project: Project,
): readonly (ReleaseEntry | NotUnderstood)[] {
  return mapsOf(root, "kos").flatMap((map) => {
    if (textOf(map, "disable")?.text === "true") return [];
    return [understand(project.file, () => koEntry(map, builds, project))];
  });
}

function koEntry(map: YamlMap, builds: readonly GoreleaserBuild[], project: Project): ReleaseEntry {
  const { file } = project;
  const id = textOf(map, "id")?.text ?? project.context.projectName;
  const wanted = textOf(map, "build")?.text ?? id;
  const build = builds.find((each) => each.id === wanted);
  if (build === undefined)
    throw new Misread({ text: wanted ?? "", line: map.line }, "is not a build that go-linkage understands");
  const main = textOf(map, "main") ?? build.main;
  const dir = textOf(map, "working_dir");
  const platforms = koPlatforms(textsOf(map, "platforms")) ?? ["linux/amd64"];
  const recipe = { build, map, project };
  return {
    source: "ko",
    file,
    line: map.line,
    id,
    dir: dir === null ? build.dir : posix.join(project.folder, dir.text),
    packages: [main.text],
    platforms,
    settingsFor: (platform) => {
      const built = koPlatformOf(platform, platforms);
      return built === null ? null : understand(file, () => settingsOf(recipe, built));
    },
    image: imageOf(map, project),
    builder: null,
  };
}

type Recipe = { readonly build: GoreleaserBuild; readonly map: YamlMap; readonly project: Project };

/** ko's environment begins with CGO_ENABLED=0; what the section does not say is the build's. Its templates see no target. */
function settingsOf({ build, map, project }: Recipe, platform: string): ReleaseSettings {
  const top = topEnvironment(project).env;
  const scope = scopeOf(project, top, null);
  const print = ({ text }: Located): ReturnType<typeof evaluateTemplate> => evaluateTemplate(text, scope);
  const own = { env: textsOf(map, "env"), flags: textsOf(map, "flags", textFields), ldflags: textsOf(map, "ldflags") };
  // `env` at the top of the file is for goreleaser: ko is given that of the process.
  const settings = koStart(platform, map.line, project.context.env);
  for (const source of own.env.length > 0 ? own.env : build.env) {
    addEntry(source, print(source), { env: new Map(top), settings });
  }
  const { flags, ldflags } = chooseFlags(own, build.details, map.line);
  const all = [...flagWords(printFlags(flags, print)), ...linkerFlags(ldflags, print)];
  return { kind: "settings", env: envIn(project.file, settings), flags: settingsIn(project.file, all) };
}

function chooseFlags(
  own: Pick<BuildDetails, "flags" | "ldflags">,
  build: BuildDetails,
  line: number,
): Pick<BuildDetails, "flags" | "ldflags"> {
  const inherited = build.ldflags.length > 0 ? build.ldflags : [{ text: defaultLdflags, line }];
  return {
    flags: own.flags.length > 0 ? own.flags : build.flags,
    ldflags: own.ldflags.length > 0 ? own.ldflags : inherited,
  };
}

function imageOf(map: YamlMap, project: Project): ReleaseImage {
  const { text, line } = textOf(map, "base_image") ?? { text: defaultImage, line: map.line };
  const base = knownText(evaluateTemplate(text, scopeOf(project, topEnvironment(project).env, null)));
  return { file: project.file, line, text, base: typeof base === "string" ? base : null, additions: "nothing" };
}
