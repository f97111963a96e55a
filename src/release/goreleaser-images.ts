import { posix } from "node:path";
import type { ReleaseDockerfile } from "../model/release.ts";
import { type GoreleaserBuild, scopeOf, topEnvironment } from "./goreleaser-build.ts";
import type { Project } from "./release-reading.ts";
import type { Located } from "./misread.ts";
import { evaluateTemplate, knownText, type TemplateScope } from "./template.ts";
import { child, mapsOf, textOf, textsOf, type YamlMap, type YamlNode } from "./yaml-nodes.ts";

type Docker = { readonly ids: readonly string[]; readonly dockerfile: Omit<ReleaseDockerfile, "binary"> };

/** What a template of the sections for images sees. */
type Templates = { readonly project: Project; readonly scope: TemplateScope };

type Named = Pick<GoreleaserBuild, "id" | "binary">;

/** The Dockerfiles of `dockers` and `dockers_v2` that a build may be put into. One whose path cannot be known is left out. */
export function dockerfilesOf(root: YamlNode | null, project: Project): (build: Named) => readonly ReleaseDockerfile[] {
  const templates: Templates = { project, scope: scopeOf(project, topEnvironment(project).env, null) };
  const dockers = [
    ...mapsOf(root, "dockers").flatMap((map) => readDocker(map, platformOfDocker(map), templates)),
    ...mapsOf(root, "dockers_v2").flatMap((map) => readDocker(map, platformsOfV2(map), templates)),
  ];
  return ({ id, binary }) => {
    const own = dockers.filter(({ ids }) => ids.length === 0 || (id !== null && ids.includes(id)));
    const name = binary === null ? null : posix.basename(patternOf(binary, templates));
    return own.map(({ dockerfile }) => ({ ...dockerfile, binary: name }));
  };
}

/** One image, for linux/amd64 where nothing is said (internal/pipe/docker of goreleaser v2.15). */
function platformOfDocker(map: YamlMap): readonly string[] {
  return [`${textOf(map, "goos")?.text ?? "linux"}/${textOf(map, "goarch")?.text ?? "amd64"}`];
}

/** internal/pipe/docker/v2 of goreleaser v2.15. */
function platformsOfV2(map: YamlMap): readonly string[] {
  const named = textsOf(map, "platforms").map(({ text }) => text.split("/").slice(0, 2).join("/"));
  return named.length === 0 ? ["linux/amd64", "linux/arm64"] : [...new Set(named)];
}

function readDocker(map: YamlMap, platforms: readonly string[], templates: Templates): Docker[] {
  const { project } = templates;
  if (["disable", "skip_build"].some((name) => textOf(map, name)?.text === "true")) return [];
  const { text, line } = textOf(map, "dockerfile") ?? { text: "Dockerfile", line: map.line };
  const path = textIn({ text: text === "" ? "Dockerfile" : text, line }, templates);
  if (path === null || posix.isAbsolute(path)) return [];
  const flags = flagsOf(map).map((flag) => ({ flag: flag.text, known: textIn(flag, templates) }));
  const words = flags.flatMap(({ flag, known }) => (known ?? flag).split(/\s+/));
  const place = { file: project.file, line, path: posix.join(project.folder, path) };
  const args = new Map([...argumentsOfFlags(words), ...argumentsOfMap(map, templates)]);
  const ids = textsOf(map, "ids").map(({ text: id }) => id);
  return [{ ids, dockerfile: { ...place, platforms, target: valueOf("--target", words)[0] ?? null, args } }];
}

function flagsOf(map: YamlMap): readonly Located[] {
  return ["build_flag_templates", "flags"].flatMap((name) => textsOf(map, name));
}

/** `--build-arg=A=b` and `--build-arg A=b`; what has a template that is not known has no value. */
function argumentsOfFlags(words: readonly string[]): [string, string | null][] {
  return valueOf("--build-arg", words).flatMap((word): [string, string | null][] => {
    const [, name = "", value = ""] = /^(\w+)=(.*)$/s.exec(word) ?? [];
    return name === "" ? [] : [[name, value.includes("{{") ? null : value]];
  });
}

function argumentsOfMap(map: YamlMap, templates: Templates): [string, string | null][] {
  const args = child(map, "build_args");
  if (args?.kind !== "map") return [];
  return [...args.entries.keys()].flatMap((name): [string, string | null][] => {
    const value = textOf(args, name);
    return value === null ? [] : [[name, textIn(value, templates)]];
  });
}

function valueOf(flag: string, words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    const next = words[at + 1];
    return word === flag && next !== undefined ? [next] : [];
  });
}

function patternOf({ text }: Located, { scope }: Templates): string {
  return evaluateTemplate(text, scope)
    .map((piece) => (piece.kind === "hole" ? "*" : piece.text))
    .join("");
}

/** A text with its template filled in; null: it is not known. */
function textIn({ text }: Located, { scope }: Templates): string | null {
  const found = knownText(evaluateTemplate(text, scope));
  return typeof found === "string" ? found : null;
}
