import { posix } from "node:path";
import { dockerfilesOf } from "./goreleaser-images.ts";
import { goreleaserBuild, type GoreleaserBuild } from "./goreleaser-build.ts";
import { koEntries } from "./goreleaser-kos.ts";
import { goreleaserScope } from "./goreleaser-scope.ts";
import { isNotUnderstood, Misread, understand } from "./misread.ts";
import { mustKnow } from "./build-flags.ts";
import { readYaml } from "./read-yaml.ts";
import type { Project, ReleaseContext, ReleaseFile, ReleaseReading } from "./release-reading.ts";
import { evaluateTemplate } from "./template.ts";
import { known } from "./template-values.ts";
import { child, mapsOf, textOf, textsOf, type YamlMap, type YamlNode } from "./yaml-nodes.ts";

/**
 * The builds of a configuration of goreleaser (v2.15; the old `build:` too). `file` is relative to the repository's root. What cannot be
 * understood is a value with its line; a file of any content is read.
 */
export function readGoreleaser(source: ReleaseFile, context: ReleaseContext): Promise<ReleaseReading> {
  return readYaml(source, (root) => readProject(root, { file: source.file, context }));
}

type Where = { readonly file: string; readonly context: ReleaseContext };

function readProject(root: YamlNode | null, { file, context }: Where): ReleaseReading {
  if (root !== null && root.kind !== "map") throw new Misread({ text: "", line: root.line }, "is not a map");
  const included = root?.entries.get("includes");
  if (included !== undefined) throw new Misread({ text: "includes", line: included.line }, "includes other files");
  const projectName = textOf(root, "project_name")?.text ?? context.projectName ?? null;
  const project = {
    file,
    folder: folderOf(file),
    context: { ...context, projectName },
    env: textsOf(root, "env"),
    monorepo: textOf(child(root, "monorepo"), "dir"),
  };
  const read = buildsOf(root).map((map) => understand(file, () => readBuild(map, project)));
  const builds = read.flatMap((build) => (build === null || isNotUnderstood(build) ? [] : [build]));
  const kos = koEntries(root, builds, project);
  const dockerfiles = understand(file, () => dockerfilesOf(root, project));
  return {
    entries: [
      ...builds.map((build) =>
        isNotUnderstood(dockerfiles) ? build.entry : { ...build.entry, dockerfiles: dockerfiles(build) },
      ),
      ...kos.flatMap((ko) => (isNotUnderstood(ko) ? [] : [ko])),
    ],
    notUnderstood: [...read, ...kos].filter(isNotUnderstood),
  };
}

/** A file of `.config` is for the folder above it. */
function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return posix.basename(folder) === ".config" ? posix.dirname(folder) : folder;
}

/** Without any there is one build, with defaults for everything. */
function buildsOf(root: YamlNode | null): readonly YamlMap[] {
  const builds = mapsOf(root, "builds");
  if (builds.length > 0) return builds;
  const old = child(root, "build");
  if (old !== null && old.kind !== "map") throw new Misread({ text: "build", line: old.line }, "has to be a map");
  return [old ?? { kind: "map", line: 1, entries: new Map() }];
}

/** null: it is not built, or not by Go. */
function readBuild(map: YamlMap, project: Project): GoreleaserBuild | null {
  const builder = textOf(map, "builder")?.text ?? "";
  if (builder === "prebuilt")
    throw new Misread({ text: builder, line: map.line }, "takes a file that something else built");
  if (builder !== "" && builder !== "go") return null;
  if (isSkipped(map, project)) return null;
  if (textOf(map, "command")?.text === "test") return null;
  return goreleaserBuild(map, project);
}

function isSkipped(map: YamlMap, { context }: Project): boolean {
  const skip = textOf(map, "skip");
  if (skip === null) return false;
  const env = new Map(Object.entries(context.env).map(([name, value]) => [name, known(value)] as const));
  const scope = goreleaserScope({ projectName: context.projectName, env, target: null });
  return (
    mustKnow(skip, ({ text }) => evaluateTemplate(text, scope))
      .trim()
      .toLowerCase() === "true"
  );
}
