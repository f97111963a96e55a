import type { Platform } from "../model/plan.ts";
import type { EnvSettings } from "./build-env.ts";
import type { Located } from "./misread.ts";

/** The platforms that ko is asked for, in docker's spelling; null: all that its base image has, or nothing is said. */
export function koPlatforms(written: readonly Located[]): readonly string[] | null {
  const names = written
    .flatMap(({ text }) => text.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const isWhole = names.every((name) => name.includes("/"));
  return names.length === 0 || names[0] === "all" || !isWhole ? null : [...new Set(names.map(spell))];
}

/** `linux/amd64/v1` and `linux/arm64/v8` are the platforms without a level; the version of a Windows is left out. */
function spell(name: string): string {
  const [os = "", arch = "", variant] = (name.split(":")[0] ?? "").split("/");
  const isPlain =
    variant === undefined || (arch === "amd64" && variant === "v1") || (arch === "arm64" && variant === "v8");
  return isPlain ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}

/** The one of ko's platforms that a platform of a run means; null: it is not built. For arm, one of no level stands for any. */
export function koPlatformOf({ name }: Platform, platforms: readonly string[]): string | null {
  const asked = spell(name);
  const [os = "", arch = "", level] = asked.split("/");
  const port = `${os}/${arch}`;
  if (platforms.includes(asked)) return asked;
  if (level === undefined) return platforms.find((each) => each.startsWith(`${port}/`)) ?? null;
  return arch === "arm" && platforms.includes(port) ? port : null;
}

/** What ko sets before the environment of the process counts (pkg/build/gobuild.go of v0.18): no cgo, and the level of the platform. */
export function koStart(platform: string, line: number, env: Readonly<Record<string, string>>): EnvSettings {
  const [, arch, level = ""] = platform.split("/");
  const levels: readonly (readonly [string, string])[] =
    arch === "arm" && /^v[567]$/.test(level)
      ? [["GOARM", level.slice(1)]]
      : arch === "amd64" && level !== ""
        ? [["GOAMD64", level]]
        : [];
  const all = [["CGO_ENABLED", "0"] as const, ...levels].filter(([name]) => env[name] === undefined);
  return new Map(all.map(([name, text]) => [name, { text, line }] as const));
}
