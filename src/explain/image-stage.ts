import { basename } from "node:path";
import { systemPackages } from "../go/known-packages.ts";
import { splitCC } from "../go/quoting.ts";
import type { Environment } from "../model/environment.ts";
import { type GoPackage, hasCxx, reachable } from "../model/packages.ts";
import type { PlannedCell } from "../model/plan.ts";

/** What the build stage of an image is, so that it makes what a cell makes. */
export type ImageStage = {
  /** Of the tag of the image `golang`: Alpine's has musl, Debian's glibc. */
  readonly suffix: "" | "-alpine";
  /** The lines that install what the image lacks. */
  readonly install: readonly string[];
  /** What has to be set there. */
  readonly env: Environment;
};

export function imageStage(cell: PlannedCell): ImageStage {
  const { GOOS: _os, GOARCH: _arch, CC, CXX, ...others } = cell.shownEnv;
  const isMusl = cell.strategy.needs === "musl" || [CC, CXX].some((command) => isForMusl(command));
  const compilers = Object.entries({ CC, CXX }).flatMap(([name, command]) => {
    const inImage = command === undefined ? null : commandInImage(command, isMusl);
    return inImage === null ? [] : [[name, inImage] as const];
  });
  const env = { ...others, ...Object.fromEntries(compilers) };
  return { suffix: isMusl ? "-alpine" : "", install: installLines(cell, { isMusl, env }), env };
}

const gcc = /^(?:[\w-]*-)?(?:gcc|cc|g\+\+|c\+\+)(?:-\d+)?$/;

/**
 * An image has the compilers of its own system as CC and CXX, so that nothing has to be set for one of GNU's. Those of clang keep their
 * name; any other has to be installed there by its user.
 */
function commandInImage(command: string, isMusl: boolean): string | null {
  const [program = ""] = splitCC(command);
  const name = basename(program);
  const rest = command.startsWith(program) ? command.slice(program.length) : "";
  if (isMusl && /^(?:zig|clang)/.test(name)) return null;
  if (!gcc.test(name)) return name.startsWith("clang") ? name.replace(/-\d+$/, "") + rest : command;
  return rest === "" ? null : `${name.includes("++") ? "g++" : "gcc"}${rest}`;
}

function isForMusl(command: string | undefined): boolean {
  if (command === undefined) return false;
  const [program = "", ...words] = splitCC(command);
  const isTarget = words.some((word) => /-musl(?:eabi|eabihf|abi64|abin32|sf|x32)?$/.test(word));
  return isTarget || /^(?:[\w-]*-)?musl(?:eabihf|eabi|abi64)?-/.test(basename(program));
}

function installLines(
  cell: PlannedCell,
  { isMusl, env }: { readonly isMusl: boolean; readonly env: Environment },
): string[] {
  const packages = cell.cgoEnv.CGO_ENABLED === "0" ? [] : packagesOf(cell);
  const libraries = systemPackages(packages, isMusl ? "alpine" : "debian");
  if (isMusl) {
    const compiler = hasCxx(cell.graph, cell.package) ? "g++" : "gcc";
    const asksPkgConfig = packages.some(({ cgoPkgConfig }) => cgoPkgConfig.length > 0);
    const names = [compiler, "musl-dev", ...(asksPkgConfig ? ["pkgconf"] : []), ...libraries];
    return [`RUN apk add --no-cache ${names.join(" ")}`];
  }
  const usesClang = packages.length > 0 && [env.CC, env.CXX].some((each) => each?.startsWith("clang") === true);
  const names = [...(usesClang ? ["clang"] : []), ...libraries];
  if (names.length === 0) return [];
  return [`RUN apt-get update && apt-get install -y --no-install-recommends ${names.join(" ")}`];
}

function packagesOf({ graph, package: main }: PlannedCell): readonly GoPackage[] {
  return [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []);
}
