import { needsMusl } from "../plan/plan-release.ts";
import type { Platform } from "../model/platform.ts";
import type { ReleaseEntry, RepositoryPlace } from "../model/release.ts";

/** A compiler that a release build is linked with. `packages`: what Ubuntu calls it; null: it has none. */
export type NeededCompiler = RepositoryPlace & { readonly compiler: string; readonly packages: string | null };

/** The compilers that the release builds of some platforms start and that GitHub's Ubuntu runners do not have. */
export function neededCompilers(
  entries: readonly ReleaseEntry[],
  platforms: readonly Platform[],
): readonly NeededCompiler[] {
  const found = entries.flatMap((entry) => platforms.flatMap((platform) => compilersOf(entry, platform)));
  return found.filter(({ compiler }, at) => found.findIndex((each) => each.compiler === compiler) === at);
}

function compilersOf(entry: ReleaseEntry, platform: Platform): readonly NeededCompiler[] {
  const settings = entry.settingsFor(platform);
  if (settings?.kind !== "settings") return [];
  const env = new Map(settings.env.map((each) => [each.name, each] as const));
  if (env.get("CGO_ENABLED")?.value === "0") return [];
  if (needsMusl(entry, settings)) {
    const { file, line } = entry.builder ?? entry;
    return [{ file, line, compiler: "musl-gcc", packages: "musl-tools" }];
  }
  return ["CC", "CXX"].flatMap((name) => {
    const setting = env.get(name);
    const [compiler = ""] = setting?.value.trim().split(/\s+/) ?? [];
    if (setting === undefined || isOnRunner(compiler)) return [];
    const { file, line } = setting;
    return [{ file, line, compiler, packages: packageOf(compiler) }];
  });
}

/** Of the images that runners are made of (ubuntu-24.04, amd64), and programs of the repository itself. */
function isOnRunner(compiler: string): boolean {
  const ofMachine = /^(?:x86_64-linux-gnu-)?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+)?$/;
  return compiler === "" || ofMachine.test(compiler) || /^\.{0,2}\//.test(compiler);
}

/** Debian names the packages of cross compilers after the machine, with dashes. */
function packageOf(compiler: string): string | null {
  if (compiler === "musl-gcc") return "musl-tools";
  const [, machine, language] = /^([a-z0-9_]+-linux-gnu[a-z0-9]*)-(gcc|g\+\+)(?:-\d+)?$/.exec(compiler) ?? [];
  if (machine !== undefined && language !== undefined) return `${language}-${machine.replaceAll("_", "-")}`;
  const [, windows] = /^(x86_64|i686)-w64-mingw32-(?:gcc|g\+\+)(?:-(?:win32|posix))?$/.exec(compiler) ?? [];
  if (windows === undefined) return null;
  return `${compiler.includes("g++") ? "g++" : "gcc"}-mingw-w64-${windows.replaceAll("_", "-")}`;
}
