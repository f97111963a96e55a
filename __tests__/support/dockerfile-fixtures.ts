import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../src/model/platform.ts";
import type { NotUnderstood, ReleaseImage, ReleaseSettings } from "../../src/model/release.ts";
import { readDockerfile, type DockerfileReading, type RepositoryView } from "../../src/release/dockerfile.ts";
import { systemIn } from "../../src/release/final-image.ts";

export const fixtures = join(import.meta.dirname, "../release/fixtures/dockerfiles");

export const fixtureNames = readdirSync(fixtures).map((name) => name.replace(/\.Dockerfile$/, ""));

export function fixtureText(name: string): string {
  return readFileSync(join(fixtures, `${name}.Dockerfile`), "utf8");
}

/** The repository that the fixtures stand in. */
export const view: RepositoryView = makeView(
  ["go.mod", "go.sum", "main.go", "build.go", "build.sh", "env.sh", "web", "cmd/app/main.go", "cmd/tool/main.go"],
  [".", "cmd/app", "cmd/tool", "internal"],
  [{ dir: ".", path: "example.com/app" }],
);

export function makeView(
  files: readonly string[],
  goFolders: readonly string[],
  modules: RepositoryView["modules"],
): RepositoryView {
  const folders = [".", ...files, ...goFolders].flatMap((path) => {
    const parts = path.split("/");
    return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
  });
  const known = new Set(folders);
  return { exists: (path) => known.has(path), goFolders, modules };
}

export function platform(name: string): Platform {
  const [goos = "", goarch = "", variant = ""] = name.split("/");
  const level =
    variant === "" ? {} : { [goarch === "arm" ? "GOARM" : "GOAMD64"]: goarch === "arm" ? variant.slice(1) : variant };
  return { name, goos, goarch, env: { GOOS: goos, GOARCH: goarch, ...level } };
}

export function settingsText(settings: ReleaseSettings | NotUnderstood | null): string {
  if (settings === null) return "not built";
  if (settings.kind === "not-understood") return `?${settings.line} ${settings.text}: ${settings.why}`;
  const env = settings.env.map(({ name, value, line }) => `${line}:${name}=${value}`);
  const flags = settings.flags.map(({ value, line }) => `${line}:${value}`);
  return [...env, ...flags].join(" | ");
}

/** A reading in lines: one for each entry, one for each platform that it is built for, one for what is not understood. */
export function readingLines({ entries, notUnderstood }: DockerfileReading): string[] {
  const built = entries.flatMap((entry) => {
    const { line, dir, packages, platforms, image, builder } = entry;
    const libc = [builder?.libc, builder?.distribution, builder?.version, builder?.hasCompiler].join(" ");
    const more = image?.additions === "unknown" && isKnown(image) ? "+unknown" : "";
    const into = `${image?.base ?? "?"}${more}`;
    const head = `${line} in ${dir}: ${packages?.join(" ")} for ${platforms?.join(" ") ?? "any"} into ${into} by ${libc}`;
    const [amd64 = "", arm64 = ""] = ["linux/amd64", "linux/arm64"].map((name) =>
      settingsText(entry.settingsFor(platform(name))),
    );
    return [head, `  ${amd64}`, ...(arm64 === amd64 ? [] : [`  arm64: ${arm64}`])];
  });
  return [...built, ...notUnderstood.map(({ line, text, why }) => `?${line} ${text}: ${why}`)];
}

export function readFixture(name: string): DockerfileReading {
  return readDockerfile({ path: "Dockerfile", text: fixtureText(name) }, view);
}

function isKnown({ base }: ReleaseImage): boolean {
  return base !== null && systemIn(base) !== null;
}
