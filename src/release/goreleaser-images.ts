import type { ReleaseDockerfile } from "../model/release.ts";
import { posix } from "node:path";
import { type GoreleaserBuild, scopeOf, topEnvironment } from "./goreleaser-build.ts";
import type { Project } from "./release-reading.ts";
import { evaluateTemplate, knownText } from "./template.ts";
import { mapsOf, textOf, textsOf, type YamlMap, type YamlNode } from "./yaml-nodes.ts";

type Docker = { readonly ids: readonly string[]; readonly dockerfile: ReleaseDockerfile };

/** The Dockerfiles of `dockers` and `dockers_v2` that a build is put into. One whose path cannot be known is left out. */
export function dockerfilesOf(
  root: YamlNode | null,
  project: Project,
): (build: Pick<GoreleaserBuild, "id">) => readonly ReleaseDockerfile[] {
  const dockers = ["dockers", "dockers_v2"]
    .flatMap((name) => mapsOf(root, name))
    .flatMap((map) => readDocker(map, project));
  return ({ id }) => {
    const own = dockers.filter(({ ids }) => ids.length === 0 || (id !== null && ids.includes(id)));
    return [...new Map(own.map(({ dockerfile }) => [dockerfile.path, dockerfile])).values()];
  };
}

function readDocker(map: YamlMap, project: Project): Docker[] {
  const { text, line } = textOf(map, "dockerfile") ?? { text: "Dockerfile", line: map.line };
  const scope = scopeOf(project, topEnvironment(project).env, null);
  const path = knownText(evaluateTemplate(text === "" ? "Dockerfile" : text, scope));
  if (typeof path !== "string" || posix.isAbsolute(path)) return [];
  const ids = textsOf(map, "ids").map(({ text: id }) => id);
  return [{ ids, dockerfile: { file: project.file, line, path: posix.join(project.folder, path) } }];
}
