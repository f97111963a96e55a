import { relative, resolve } from "node:path";
import { quote } from "shlex";
import { execName } from "../go/exec-name.ts";
import { renderFlags } from "../go/go-flags.ts";
import type { HostFile } from "../model/artifact.ts";
import type { BuildForms } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import { hasCxx } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

export type FormsRequest = {
  /** What an image has to bring along for the program. */
  readonly hostFiles: readonly HostFile[];
  readonly workingDirectory: string;
  /** The folder that files of goreleaser, ko and Docker are for: the repository's root, so that go.work and `replace` lead somewhere. */
  readonly root: string;
  /** "1.26.8" */
  readonly goVersion: string;
};

export function buildForms(cell: PlannedCell, request: FormsRequest): BuildForms {
  const { shownEnv } = cell;
  const folder = (from: string): string => relative(resolve(from), cell.moduleDir).replaceAll("\\", "/");
  const moduleDir = folder(request.workingDirectory);
  const name = execName(cell, cell.buildmode);
  const place = { name, moduleDir: folder(request.root), main: mainOf(cell) };
  const linux = cell.platform.goos === "linux";
  return {
    shell: inFolder(moduleDir, goBuild(cell, shownEnv, { output: name, main: place.main })),
    dockerfile: linux ? dockerfile(cell, place, request) : null,
    goreleaser: goreleaser(cell, place),
    ko: linux ? ko(cell, place) : null,
  };
}

type Place = { readonly name: string; readonly moduleDir: string; readonly main: string };

/** As `go build` takes it in the module's folder: a folder where that is possible. */
function mainOf(cell: PlannedCell): string {
  const path = relative(cell.moduleDir, cell.packageDir).replaceAll("\\", "/");
  return path === "" ? "." : path.startsWith("..") ? cell.package : `./${path}`;
}

function goBuild(
  cell: PlannedCell,
  env: PlannedCell["shownEnv"],
  { output, main }: { readonly output: string; readonly main: string },
): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
  return [...variables, ...["go", "build", "-o", output, ...renderFlags(cell.flags), main].map(quote)].join(" ");
}

function inFolder(dir: string, command: string): string {
  return dir === "" ? command : `(cd ${quote(dir)} && ${command})`;
}

/** Where Debian's and Alpine's images have them, and Go looks first (crypto/x509/root_linux.go). */
const certificates = "/etc/ssl/certs/ca-certificates.crt";

/**
 * A build stage with the C library that the strategy wants (Debian's images have glibc, Alpine's musl), and an image with the
 * program and nothing else. The platform is docker's own affair: with cgo the stage has to run on it.
 */
function dockerfile(
  cell: PlannedCell,
  { name, moduleDir, main }: Place,
  { goVersion, hostFiles }: FormsRequest,
): string {
  const musl = cell.strategy.needs === "musl" || isMuslGcc(cell.shownEnv.CC);
  const release = /^\d+\.\d+/.exec(goVersion)?.[0] ?? goVersion;
  const env = imageEnvironment(cell.shownEnv);
  const build = goBuild(cell, env, { output: `/out/${name}`, main });
  return [
    `FROM golang:${release}${musl ? "-alpine" : ""} AS build`,
    ...(musl ? [`RUN apk add --no-cache ${hasCxx(cell.graph, cell.package) ? "g++" : "gcc"} musl-dev`] : []),
    `WORKDIR ${scalar(moduleDir === "" ? "/src" : `/src/${moduleDir}`)}`,
    "COPY . /src",
    `RUN ${build}`,
    "",
    "FROM scratch",
    ...(hostFiles.includes("CA certificates") ? [`COPY --from=build ${certificates} ${certificates}`] : []),
    ...(hostFiles.includes("time zones")
      ? ["COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip", "ENV ZONEINFO=/zoneinfo.zip"]
      : []),
    `COPY --from=build ${scalar(`/out/${name}`)} ${scalar(`/${name}`)}`,
    `ENTRYPOINT [${JSON.stringify(`/${name}`)}]`,
  ].join("\n");
}

/** An image has the compiler of its own system as CC and CXX; any other has to be installed there by whoever wants it. */
function imageEnvironment({ GOOS: _os, GOARCH: _arch, CC, CXX, ...env }: PlannedCell["shownEnv"]): Environment {
  const own = /^(?:[\w-]*-)?(?:gcc|cc|g\+\+|c\+\+)(?:-\d+)?$/;
  const kept = Object.entries({ CC, CXX }).flatMap(([name, value]) =>
    value === undefined || own.test(value) ? [] : [[name, value] as const],
  );
  return { ...env, ...Object.fromEntries(kept) };
}

function isMuslGcc(cc: string | undefined): boolean {
  return cc !== undefined && /^(?:[\w-]*-)?musl(?:eabihf|eabi)?-gcc$/.test(cc);
}

// goreleaser and ko read tags, ldflags and the build mode from fields of their own, and take all other flags as they are.
function goreleaser(cell: PlannedCell, place: Place): string {
  const { goos, goarch } = cell.platform;
  const named = new Set(["-tags", "-ldflags", "-buildmode"]);
  const values = (name: string): string[] =>
    cell.flags.flatMap((flag) => (flag.name === name ? (flag.value ?? []) : []));
  return yamlBuild({
    ...common(cell, place),
    // goreleaser adds the ending itself.
    binary: place.name.replace(/\.exe$/, ""),
    goos: [goos],
    goarch: [goarch],
    buildmode: values("-buildmode").at(-1) ?? "",
    tags: values("-tags").flatMap((value) => value.split(",")),
    flags: renderFlags(cell.flags.filter(({ name }) => !named.has(name))),
    ldflags: values("-ldflags"),
  });
}

function ko(cell: PlannedCell, place: Place): string {
  const ldflags = cell.flags.flatMap(({ name, value }) => (name === "-ldflags" ? (value ?? []) : []));
  const flags = renderFlags(cell.flags.filter(({ name }) => name !== "-ldflags"));
  return yamlBuild({ ...common(cell, place), flags, ldflags });
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

function common({ shownEnv }: PlannedCell, { name, moduleDir, main }: Place): Fields {
  const { GOOS: _os, GOARCH: _arch, ...env } = shownEnv;
  return {
    id: name,
    dir: moduleDir,
    main,
    env: Object.entries(env).map(([variable, value]) => `${variable}=${value}`),
  };
}

/** A list with one build; what is empty is left out. */
function yamlBuild(fields: Fields): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value.length === 0) return [];
    return typeof value === "string"
      ? [`${key}: ${scalar(value)}`]
      : [`${key}:`, ...value.map((item) => `  - ${scalar(item)}`)];
  });
  return ["builds:", ...lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`)].join("\n");
}

/**
 * A YAML string: plain where nothing can be misread, else as JSON writes it, which is YAML too (YAML 1.2, chapter 1.2). A
 * Dockerfile takes the same two.
 */
function scalar(text: string): string {
  return /^[A-Za-z./][\w./=,-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
