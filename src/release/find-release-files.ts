import { join, posix, relative, resolve, sep } from "node:path";
import type { NotUnderstood, PlatformImage, ReleaseDescription, ReleaseEntry } from "../model/release.ts";
import type { Files } from "../ports/types.ts";
import { readGoreleaser } from "./goreleaser.ts";
import { imagesIn } from "./docker-image.ts";
import { readDockerfile, type RepositoryView } from "./dockerfile.ts";
import { hintFiles, hintsOf } from "./hints.ts";
import { readKo } from "./ko.ts";
import { notUnderstood } from "./misread.ts";
import type { ReleaseFile, ReleaseReading } from "./release-reading.ts";

/** Where to look. Both are absolute; outside of a repository they are the same. */
export type ReleaseFolders = { readonly repository: string; readonly workingDirectory: string };

type Ports = {
  readonly files: Pick<Files, "readText" | "size" | "kindOf" | "realPath" | "glob">;
  readonly env: Readonly<Record<string, string>>;
};

/** The first one that is there counts, as goreleaser has it (cmd/config.go of v2.15). */
const goreleaserFiles = [".config/goreleaser", ".goreleaser", "goreleaser"].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`,
]);
/** ko reads .ko.yaml; the other ending is found by the library that it uses. */
const koFiles = [".ko.yaml", ".ko.yml"];
/** In bytes. */
const sizeLimit = 512 * 1024;
const hintLimit = 6;

/**
 * What a repository says of its releases: goreleaser's and ko's files at its root and in the working directory, Dockerfiles anywhere, and
 * lines of other build files that may matter. Paths in it are relative to the repository's root; what cannot be read is a value.
 */
export async function findRelease(folders: ReleaseFolders, { files, env }: Ports): Promise<ReleaseDescription> {
  const { repository, workingDirectory } = folders;
  const below = relative(repository, workingDirectory).split(sep).join("/");
  const isBelow = below !== "" && below !== ".." && !below.startsWith("../");
  const root = (await files.realPath(repository)) ?? repository;
  const reader: Reader = { root, directory: isBelow ? below : ".", files, env };
  const readings: ReleaseReading[] = [];
  for (const folder of isBelow ? [".", below] : ["."]) readings.push(...(await readFolder(folder, reader)));
  const checked = await Promise.all(
    readings.flatMap(({ entries }) => entries).map((entry) => withFolder(entry, reader)),
  );
  const { found: dockerfiles, refused } = await readAll(await listDockerfiles(reader), reader);
  const isNamed = checked.some((entry) => "dockerfiles" in entry && (entry.dockerfiles ?? []).length > 0);
  const view = dockerfiles.length === 0 && !isNamed ? null : await viewOf(reader);
  const images = view === null ? [] : dockerfiles.map(({ file, text }) => readDockerfile({ path: file, text }, view));
  return {
    entries: [
      ...(await Promise.all(
        checked.flatMap((entry) => ("kind" in entry ? [] : [entry])).map((entry) => withImages(entry, view, reader)),
      )),
      ...images.flatMap(({ entries }) => entries),
    ],
    notUnderstood: [
      ...readings.flatMap((reading) => reading.notUnderstood),
      ...checked.flatMap((entry) => ("kind" in entry ? [entry] : [])),
      ...refused,
      ...images.flatMap((image) => image.notUnderstood),
    ],
    hints: await findHints(reader),
  };
}

type Reader = Ports & {
  /** Real and absolute. */
  readonly root: string;
  /** The working directory, relative to the root. */
  readonly directory: string;
};

async function readFolder(folder: string, reader: Reader): Promise<ReleaseReading[]> {
  const goreleaser = await firstOf(goreleaserFiles, folder, reader);
  const ko = (await namedKo(folder, reader)) ?? (await firstOf(koFiles, folder, reader));
  const projectName = await moduleName(folder, reader);
  return [
    ...(await readOne(goreleaser, (file) => readGoreleaser(file, { env: reader.env, projectName }), reader)),
    ...(await readOne(ko, (file) => readKo(file, { env: reader.env }), reader)),
  ];
}

/** KO_CONFIG_PATH is a file, or a folder with a .ko.yaml (ko v0.18, pkg/commands/options/build.go); ko runs in the working directory. */
async function namedKo(folder: string, { root, directory, files, env }: Reader): Promise<string | null> {
  const given = env.KO_CONFIG_PATH ?? "";
  if (given === "" || folder !== directory) return null;
  const path =
    relative(root, resolve(root, folder, given))
      .split(sep)
      .join("/") || ".";
  return (await files.kindOf(join(root, path))) === "folder" ? posix.join(path, ".ko.yaml") : path;
}

async function firstOf(names: readonly string[], folder: string, { root, files }: Reader): Promise<string | null> {
  for (const name of names) {
    const path = posix.join(folder, name);
    if ((await files.kindOf(join(root, path))) !== undefined) return path;
  }
  return null;
}

async function readOne(
  path: string | null,
  read: (file: ReleaseFile) => Promise<ReleaseReading>,
  reader: Reader,
): Promise<readonly ReleaseReading[]> {
  if (path === null) return [];
  const text = await readInside(path, reader);
  return [typeof text === "string" ? await read({ file: path, text }) : { entries: [], notUnderstood: [text] }];
}

/** The text of a file of the repository. Links that lead out of it are not followed. */
async function readInside(path: string, { root, files }: Reader): Promise<string | NotUnderstood> {
  const refuse = (why: string): NotUnderstood => notUnderstood(path, { text: "", line: 1 }, why);
  const real = await files.realPath(join(root, path));
  if (real === undefined || real === "broken") return refuse("is a link to nothing");
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
    return refuse("is a link out of the repository");
  if ((await files.kindOf(real)) !== "file") return refuse("is not a file");
  if (((await files.size(real)) ?? 0) > sizeLimit) return refuse(`is longer than ${sizeLimit / 1024} KiB`);
  return (await files.readText(real)) ?? refuse("cannot be read");
}

/** The last word of the module's path: goreleaser's name for a project that has no other. null where several things could name it. */
async function moduleName(folder: string, reader: Reader): Promise<string | null> {
  for (const name of ["Cargo.toml", "go.work"]) {
    if ((await reader.files.kindOf(join(reader.root, folder, name))) !== undefined) return null;
  }
  const path = posix.join(folder, "go.mod");
  if ((await reader.files.kindOf(join(reader.root, path))) !== "file") return null;
  const module = await modulePath(path, reader);
  return module === "" ? null : (module.split("/").at(-1) ?? null);
}

/** Hooks of a release make folders that are not in the repository. */
async function withFolder(entry: ReleaseEntry, { root, files }: Reader): Promise<ReleaseEntry | NotUnderstood> {
  if ((await files.kindOf(join(root, entry.dir))) === "folder") return entry;
  const { file, line, dir } = entry;
  return notUnderstood(file, { text: dir, line }, "builds in a folder that is not in the repository");
}

/** An entry with the images that the Dockerfiles which it names put its program into. */
async function withImages(entry: ReleaseEntry, view: RepositoryView | null, reader: Reader): Promise<ReleaseEntry> {
  if (view === null) return entry;
  const images = await Promise.all(
    (entry.dockerfiles ?? []).map(async (named): Promise<readonly PlatformImage[]> => {
      const text = await readInside(named.path, reader);
      return typeof text === "string" ? imagesIn({ path: named.path, text }, named, view) : [];
    }),
  );
  return { ...entry, images: images.flat() };
}

/** Test data, and code of others. */
const notOurs = /(?:^|\/)(?:testdata|test-fixtures|fixtures|__tests__|vendor|third_party|node_modules|\.[^/]+)\//;
const ignored = ["**/.git/**", "**/node_modules/**", "**/vendor/**", "**/testdata/**"];

/** Paths of Dockerfiles and Containerfiles, sorted. */
async function listDockerfiles({ root, files }: Reader): Promise<readonly string[]> {
  const names = "{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.[dD]ockerfile,*.[cC]ontainerfile}";
  const found = await files.glob(`**/${names}`, root, ignored);
  return found.filter((path) => !notOurs.test(path) && !path.endsWith(".dockerignore"));
}

type ReadFiles = { readonly found: readonly ReleaseFile[]; readonly refused: readonly NotUnderstood[] };

async function readAll(paths: readonly string[], reader: Reader): Promise<ReadFiles> {
  const read = await Promise.all(paths.map(async (file) => ({ file, text: await readInside(file, reader) })));
  return {
    found: read.flatMap(({ file, text }) => (typeof text === "string" ? [{ file, text }] : [])),
    refused: read.flatMap(({ text }) => (typeof text === "string" ? [] : [text])),
  };
}

/** What there is in the repository, for the paths that a Dockerfile copies. */
async function viewOf(reader: Reader): Promise<RepositoryView> {
  const paths = await reader.files.glob("**/*", reader.root, ignored);
  const known = new Set(["."]);
  for (const path of paths) for (let part = path; part !== "."; part = posix.dirname(part)) known.add(part);
  const sources = paths.filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"));
  const modules = paths.filter((path) => posix.basename(path) === "go.mod").map((path) => posix.dirname(path));
  return {
    exists: (path) => known.has(posix.normalize(path).replace(/\/$/, "")),
    goFolders: [...new Set(sources.map((path) => posix.dirname(path)))],
    modules: await Promise.all(
      modules.map(async (dir) => ({ dir, path: await modulePath(posix.join(dir, "go.mod"), reader) })),
    ),
  };
}

/** Empty where the file does not say it. */
async function modulePath(path: string, reader: Reader): Promise<string> {
  const text = await readInside(path, reader);
  const [, module = ""] = typeof text === "string" ? (/^module[ \t]+"?([^\s"]+)/m.exec(text) ?? []) : [];
  return module;
}

async function findHints(reader: Reader): Promise<ReleaseDescription["hints"]> {
  const paths: string[] = [];
  for (const pattern of hintFiles) paths.push(...(await reader.files.glob(pattern, reader.root)));
  const { found } = await readAll(paths, reader);
  return found.flatMap(hintsOf).slice(0, hintLimit);
}
