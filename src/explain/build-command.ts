import { dirname, relative, resolve } from "node:path";
import { quote } from "shlex";
import { execName } from "../go/exec-name.ts";
import { effectiveLinkerFlags, parseGOFLAGS, renderFlags } from "../go/go-flags.ts";
import { imageStage } from "./image-stage.ts";
import { goreleaserForm, koForm } from "./release-forms.ts";
import type { HostFile } from "../model/artifact.ts";
import type { BuildForms } from "../model/cell.ts";
import type { Environment } from "../model/environment.ts";
import { hasCgo } from "../model/packages.ts";
import type { GoFlag, PlannedCell } from "../model/plan.ts";

export type FormsRequest = {
  /** What an image has to bring along for the program. */
  readonly hostFiles: readonly HostFile[];
  readonly workingDirectory: string;
  /** The folder that files of goreleaser and Docker are for: all that the program is made of lies in it. */
  readonly root: string;
  /** "1.26.8" */
  readonly goVersion: string;
};

export function buildForms(cell: PlannedCell, request: FormsRequest): BuildForms {
  const name = execName(cell, cell.buildmode);
  const own = ownFolder(cell);
  const linux = cell.platform.goos === "linux";
  const inRoot = folderFrom(request.root, own.dir);
  const fields = { ...own, name, cgo: explicitCgo(cell) };
  return {
    shell: inFolder(
      folderFrom(request.workingDirectory, cell.moduleDir),
      goBuild(cell, { env: cell.shownEnv, flags: cell.flags, output: outputBeside(cell, name) }),
    ),
    dockerfile: linux ? placed(dockerfile(cell, name, request), request.root, request) : null,
    goreleaser: placed(goreleaserForm(cell, { ...fields, dir: inRoot }), request.root, request),
    // ko runs the go command in its own folder, whatever `dir` says (createBuildConfigMap and buildOne, ko v0.18).
    ko: linux ? placed(withOwnVariables(koForm(cell, { ...fields, dir: "" }), cell), own.dir, request) : null,
  };
}

/** The go command would put the file into a folder that has its name. */
function outputBeside({ moduleDir, graph }: PlannedCell, name: string): string {
  const isFolder = [...graph.values()].some(({ dir }) => folderFrom(moduleDir, dir).split("/")[0] === name);
  return isFolder ? `bin/${name}` : name;
}

/** `..` for the folder above; empty for the folder itself. */
function folderFrom(from: string, to: string): string {
  return relative(resolve(from), to).replaceAll("\\", "/");
}

/** A file for another folder than the one that the command is for says so. */
function placed(form: string, folder: string, { workingDirectory }: FormsRequest): string {
  const from = folderFrom(workingDirectory, resolve(folder));
  return from === "" ? form : `# Save this file in ${JSON.stringify(from)}.\n${form}`;
}

/** ko looks for the package before it builds, without the variables of its file (packages.Load in createBuildConfigMap). */
function withOwnVariables(form: string, { shownEnv }: PlannedCell): string {
  const own = ["GOFLAGS", "GOWORK"].flatMap((name) => {
    const value = shownEnv[name];
    return value === undefined ? [] : [`${name}=${quote(value)}`];
  });
  return own.length === 0 ? form : `# Run ko with ${own.join(" ")}.\n${form}`;
}

/** As `go build` takes it in the module's folder: a folder where that is possible. */
function mainOf({ moduleDir, packageDir, package: path }: PlannedCell): string {
  const folder = folderFrom(moduleDir, packageDir);
  return folder === "" ? "." : folder.startsWith("..") ? path : `./${folder}`;
}

/** Where the package can be named by its folder, which is how goreleaser and ko want it: where `go` runs, or else its own module. */
function ownFolder(cell: PlannedCell): { readonly dir: string; readonly main: string } {
  const goMod = cell.graph.get(cell.package)?.goMod ?? null;
  const isElsewhere = folderFrom(cell.moduleDir, cell.packageDir).startsWith("..");
  const dir = isElsewhere && goMod?.endsWith("go.mod") === true ? dirname(goMod) : cell.moduleDir;
  return { dir, main: mainOf({ ...cell, moduleDir: dir }) };
}

/** What cgo is in this build, where that makes a difference: another machine may have no C compiler, and ko turns cgo off. */
function explicitCgo(cell: PlannedCell): Environment {
  const { cgoGraph, package: main, cgoEnv, buildmode, flags, shownEnv } = cell;
  const goflags = parseGOFLAGS(shownEnv.GOFLAGS ?? "");
  const asksLinker = effectiveLinkerFlags(flags, goflags, cell).some(({ name }) => name === "-linkmode");
  const matters = hasCgo(cgoGraph, main) || asksLinker || buildmode !== "default";
  return matters ? { CGO_ENABLED: cgoEnv.CGO_ENABLED } : {};
}

type BuildLine = { readonly env: Environment; readonly flags: readonly GoFlag[]; readonly output: string };

function goBuild(cell: PlannedCell, { env, flags, output }: BuildLine): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
  return [...variables, ...["go", "build", "-o", output, ...renderFlags(flags), mainOf(cell)].map(quote)].join(" ");
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
function dockerfile(cell: PlannedCell, name: string, { root, goVersion, hostFiles }: FormsRequest): string {
  const release = /^\d+\.\d+/.exec(goVersion)?.[0] ?? goVersion;
  const stage = imageStage(cell);
  // The image has a C compiler, so that cgo is on where nothing turns it off.
  const env = cell.cgoEnv.CGO_ENABLED === "0" ? { ...explicitCgo(cell), ...stage.env } : stage.env;
  const inImage = (text: string): string => text.replaceAll(`${resolve(root)}/`, "/src/");
  const build = goBuild(cell, {
    env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, inImage(value)])),
    flags: cell.flags.map((flag) => ({ ...flag, value: flag.value === null ? null : inImage(flag.value) })),
    output: `/out/${name}`,
  });
  const moduleDir = folderFrom(root, cell.moduleDir);
  return [
    `FROM golang:${release}${stage.suffix} AS build`,
    ...stage.install,
    `WORKDIR ${dockerWord(moduleDir === "" ? "/src" : `/src/${moduleDir}`)}`,
    "COPY . /src",
    `RUN ${build.includes("\n") ? JSON.stringify(["/bin/sh", "-c", build]) : build}`,
    "",
    "FROM scratch",
    ...(hostFiles.includes("CA certificates") ? [`COPY --from=build ${certificates} ${certificates}`] : []),
    ...(hostFiles.includes("time zones")
      ? ["COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip", "ENV ZONEINFO=/zoneinfo.zip"]
      : []),
    `COPY --from=build /out/${name} /${name}`,
    `ENTRYPOINT [${JSON.stringify(`/${name}`)}]`,
  ].join("\n");
}

/** Docker replaces variables in a WORKDIR, in double quotes as well. */
function dockerWord(text: string): string {
  return /^[\w./=,~+-]+$/.test(text) ? text : JSON.stringify(text).replaceAll("$", "\\$");
}
