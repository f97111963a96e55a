import { shownVariables } from "../go/build-variables.ts";
import type { Platform } from "../model/platform.ts";
import type { ReleaseSetting } from "../model/release.ts";
import { readGoBuild, type GoBuild } from "./dockerfile-go.ts";
import {
  foldersOfPackage,
  programName,
  foreign,
  repositoryFolder,
  type Mapping,
  type RepositoryView,
} from "./dockerfile-folders.ts";
import { fillHoles, hasHole, type Hole, type Holes } from "./shell-holes.ts";
import { cut } from "./shell-run.ts";
import { resolvePath, type Invocation, type Variable } from "./shell-state.ts";

type Setting = Omit<ReleaseSetting, "file"> & { readonly name: string };

/** A file that a build leaves in the container. */
export type Output = {
  readonly path: string;
  /** The package that it is made of; null: the only one. */
  readonly package: string | null;
};

/** A `go build` of a stage, evaluated for one platform. */
export type StageBuild = {
  /** Names it among the builds of the file, whatever the platform. */
  readonly key: string;
  readonly line: number;
  readonly text: string;
  /** What could change how it links and is not known; null: all is known. */
  readonly hole: Hole | null;
  /** The folder of the repository that go runs in; null: it builds something else. */
  readonly dir: string | null;
  readonly packages: readonly string[];
  readonly env: readonly Setting[];
  readonly flags: GoBuild["flags"];
  readonly goos: string;
  readonly goarch: string;
  /** GOARM, GOAMD64 …, as it is set for its GOARCH; null: none is. */
  readonly level: Setting | null;
  readonly outputs: readonly Output[];
};

export type BuildContext = {
  readonly platform: Platform;
  readonly view: RepositoryView;
  readonly holes: Holes;
  readonly mappings: readonly Mapping[];
  /** The processor of the machine or image that builds, where the file says it. */
  readonly hostArch: string | null;
  /** It is started by xx-go, which sets the platform and the C compiler. */
  readonly usesXx: boolean;
};

/** Evaluates a command. null: it builds nothing of this repository. */
export function evaluateBuild(invocation: Invocation, context: BuildContext): StageBuild | null {
  const { holes } = context;
  const go = readGoBuild(invocation, holes);
  if (go === null) return null;
  const { line } = invocation;
  const text = cut(fillHoles(invocation.text, "…"));
  const { packages, cwd } = go;
  if (packages.some((each) => each.includes("@"))) return null;
  const dir = folderIn(cwd, context.mappings);
  const target = targetOf(invocation, context);
  const { env, hole } = settingsOf(invocation, target, context);
  const known = packages.filter((each) => !hasHole(each));
  const own = known.map((each) => packageIn(each, dir, context));
  return {
    key: [line, fillHoles(cwd, "…"), ...packages.map((each) => fillHoles(each, "…"))].join("|"),
    line,
    text,
    hole: invocation.doubt ?? go.hole ?? target.hole ?? hole ?? holes.first(cwd) ?? null,
    dir,
    packages: own,
    env,
    flags: go.flags,
    goos: target.goos,
    goarch: target.goarch,
    level: target.level,
    outputs: outputsOf(go, { dir, packages: own, env: invocation.env, context }),
  };
}

/** A folder of another repository has a name that no file has. */
function folderIn(cwd: string, mappings: readonly Mapping[]): string | null {
  const folder = repositoryFolder(cwd, mappings);
  return folder?.startsWith(foreign) === true ? null : folder;
}

/** A path of the container as a path of the repository, relative to where go runs. */
function packageIn(name: string, dir: string | null, { mappings }: BuildContext): string {
  if (!name.startsWith("/") || dir === null) return name;
  const folder = repositoryFolder(name, mappings);
  if (folder === null) return name;
  const ups = dir === "." ? [] : dir.split("/").map(() => "..");
  return `./${[...ups, folder === "." ? "" : folder].filter((part) => part !== "").join("/")}`;
}

type Target = {
  readonly goos: string;
  readonly goarch: string;
  readonly level: Setting | null;
  readonly hole: Hole | null;
};

const levels: Readonly<Record<string, string>> = {
  "386": "GO386",
  amd64: "GOAMD64",
  arm: "GOARM",
  arm64: "GOARM64",
  mips: "GOMIPS",
  mipsle: "GOMIPS",
  mips64: "GOMIPS64",
  mips64le: "GOMIPS64",
  ppc64: "GOPPC64",
  ppc64le: "GOPPC64",
  riscv64: "GORISCV64",
};

function levelName(goarch: string): string {
  return Object.hasOwn(levels, goarch) ? (levels[goarch] ?? "") : "";
}

/** What the command builds for. A build argument without a default in GOOS or GOARCH is the platform that is asked for. */
function targetOf({ env, line }: Invocation, { platform, holes, hostArch, usesXx }: BuildContext): Target {
  const read = (name: string, otherwise: string, asked: string): string | Hole => {
    const value = env.get(name)?.value ?? "";
    if (usesXx || holes.first(value)?.isOptional === true) return asked;
    return holes.first(value) ?? (value === "" ? otherwise : value);
  };
  const { goos, goarch } = platform;
  const os = read("GOOS", "linux", goos);
  const arch = read("GOARCH", hostArch ?? goarch, goarch);
  const hole = [os, arch].find((each) => typeof each !== "string") ?? null;
  const name = typeof arch === "string" ? levelName(arch) : "";
  const own = platform.env[name] ?? "";
  const level = name === "" ? "" : read(name, "", own);
  return {
    goos: typeof os === "string" ? os : goos,
    goarch: typeof arch === "string" ? arch : goarch,
    level: typeof level === "string" && level !== "" ? { name, value: level, line: env.get(name)?.line ?? line } : null,
    hole: hole ?? (typeof level === "string" ? null : level),
  };
}

/** GOWORK and GOPATH mode are not among what a person must type, and change what is built. */
const others = ["GOWORK", "GO111MODULE"];

type Settings = { readonly env: readonly Setting[]; readonly hole: Hole | null };

function settingsOf({ env, argv, line }: Invocation, target: Target, { holes, usesXx }: BuildContext): Settings {
  const values = Object.fromEntries([...env].map(([name, { value }]) => [name, value]));
  const names = [...Object.keys(shownVariables(values, true)), ...others.filter((name) => (values[name] ?? "") !== "")];
  const ownLevel = levelName(target.goarch);
  const wanted = names.filter((name) => !Object.values(levels).includes(name) || name === ownLevel);
  const settings = wanted.filter((name) => name !== ownLevel).flatMap((name) => settingOf(name, env.get(name)));
  const unknown = settings.find(({ value }) => hasHole(value));
  const found = unknown === undefined ? undefined : holes.first(unknown.value);
  if (unknown !== undefined && found !== undefined) {
    const text = `${unknown.name}=${fillHoles(unknown.value, found.text)}`;
    return { env: [], hole: { ...found, text: cut(text), line: unknown.line } };
  }
  if (values.GO111MODULE === "off") {
    return {
      env: [],
      hole: { text: "GO111MODULE=off", why: "builds without modules", line: env.get("GO111MODULE")?.line ?? line },
    };
  }
  if (usesXx && (values.CGO_ENABLED ?? "") === "") {
    return { env: [], hole: { text: argv[0] ?? "xx-go", why: "decides by itself whether cgo is on", line } };
  }
  return { env: settings.filter(({ name }) => name !== "GO111MODULE"), hole: null };
}

function settingOf(name: string, found: Variable | undefined): Setting[] {
  return found === undefined ? [] : [{ name, value: found.value, line: found.line }];
}

type Place = {
  readonly dir: string | null;
  readonly packages: readonly string[];
  readonly env: Invocation["env"];
  readonly context: BuildContext;
};

/** The files that a build leaves. `*` stands for a name that is not known. */
function outputsOf(go: GoBuild, { dir, packages, env, context }: Place): Output[] {
  const names = programsOf(packages, dir, context);
  if (go.verb === "install") {
    const value = (name: string): string => env.get(name)?.value ?? "";
    const bin = value("GOBIN") === "" ? `${value("GOPATH") === "" ? "/go" : value("GOPATH")}/bin` : value("GOBIN");
    const folder = resolvePath("/", fillHoles(bin, "*"));
    // For another platform than its own, go install puts a folder in between.
    return names.flatMap(({ name, package: from }) =>
      [`${folder}/${name}`, `${folder}/*/${name}`].map((path) => ({ path, package: from })),
    );
  }
  const cwd = fillHoles(go.cwd, "*");
  if (go.output === null) {
    return names.length === 1
      ? names.map(({ name, package: from }) => ({ path: `${cwd}/${name}`, package: from }))
      : [];
  }
  const path = resolvePath(cwd, fillHoles(go.output, "*"));
  const inFolder = names.map(({ name, package: from }) => ({ path: resolvePath(path, name), package: from }));
  const isFolder = go.output.endsWith("/") || go.output === "." || names.length > 1;
  return isFolder ? inFolder : [{ path, package: null }, ...inFolder];
}

type Program = { readonly name: string; readonly package: string | null };

function programsOf(packages: readonly string[], dir: string | null, { view }: BuildContext): Program[] {
  if (dir === null) return [{ name: "*", package: null }];
  const files = packages.filter((each) => each.endsWith(".go"));
  const [file = ""] = files;
  if (file !== "") return [{ name: file.split("/").at(-1)?.replace(/\.go$/, "") ?? "*", package: null }];
  const wanted = packages.length === 0 ? ["."] : packages;
  return wanted.flatMap((each) => {
    const folders = foldersOfPackage(each, dir, view) ?? [];
    if (folders.length === 0) return [{ name: "*", package: each }];
    const isPattern = each.includes("...");
    return folders.map((folder) => ({
      name: programName(folder, view) ?? "*",
      package: isPattern ? relativeTo(folder, dir) : each,
    }));
  });
}

function relativeTo(folder: string, dir: string): string {
  if (folder === dir) return ".";
  const inner = dir === "." ? folder : folder.startsWith(`${dir}/`) ? folder.slice(dir.length + 1) : `../${folder}`;
  return `./${inner}`;
}
