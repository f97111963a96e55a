import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parsePlatform } from "../../src/go/platform.ts";
import { inspect } from "../../src/inspect/inspect-bytes.ts";
import type { Platform } from "../../src/model/platform.ts";
import type { ReleaseEntry, ReleaseSettings } from "../../src/model/release.ts";
import { readGoreleaser } from "../../src/release/goreleaser.ts";
import { sourceOf } from "../inspect/byte-source.ts";
import { findGoreleaser } from "../support/goreleaser.ts";
import { describeWith } from "../support/tools.ts";
import { builtShapes, refusedShapes, type Shape, shapeFiles } from "./goreleaser-shapes.ts";

// A record of dist/artifacts.json.
type Artifact = {
  readonly path: string;
  readonly type: string;
  readonly goos: string;
  readonly goarch: string;
  readonly target: string;
  readonly extra?: { readonly ID?: string; readonly Binary?: string };
};

const scratch = mkdtempSync(join(tmpdir(), "goreleaser-shapes-"));
let goreleaser = "";
let known: string[] = [];

beforeAll(() => {
  goreleaser = findGoreleaser();
  known = execFileSync("go", ["tool", "dist", "list"], { encoding: "utf8" }).trim().split("\n");
}, 900_000);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A repository with the programs and a configuration. */
function repositoryOf({ config }: Shape): string {
  const folder = mkdtempSync(join(scratch, "r-"));
  for (const [path, text] of Object.entries({ ...shapeFiles, ".goreleaser.yaml": config, ".gitignore": "dist/\n" })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    [...git, "commit", "-qm", "first"],
    ["tag", "v1.2.3"],
  ]) {
    execFileSync("git", args, { cwd: folder });
  }
  return folder;
}

/** The variables that decide nothing but where things are. */
function environmentOf({ env = {} }: Shape): Record<string, string> {
  const kept = ["PATH", "HOME", "GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "TMPDIR"];
  const own = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return { ...own, GOFLAGS: "", GOENV: "off", GOTOOLCHAIN: "local", PWD: "/nowhere", ...env };
}

function runGoreleaser(
  folder: string,
  env: Record<string, string>,
): { readonly status: number | null; readonly output: string } {
  const args = ["build", "--snapshot", "--clean", "--parallelism=1"];
  const { status, stdout, stderr } = spawnSync(goreleaser, args, { cwd: folder, env, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** What `go version -m` and our own inspection say, but for what is filled in by -X and where it was built. */
function factsOf(path: string): { readonly settings: readonly string[]; readonly linkage: unknown } {
  const text = execFileSync("go", ["version", "-m", path], { encoding: "utf8", env: { ...process.env, GOENV: "off" } });
  const settings = text
    .split("\n")
    .filter((line) => line.startsWith("\tbuild\t") && !line.includes("\tvcs"))
    .map((line) =>
      line
        .replaceAll('\\"', '"')
        .replace(/-X (?:'[^']*'|"[^"]*"|[^" ]*)/g, "-X …")
        .replace(/-buildid=\w+/, "-buildid=…"),
    );
  const { linkage, linkMode } = inspect(sourceOf(readFileSync(path)));
  const loads = linkage.kind === "dynamic" ? linkage : null;
  return { settings, linkage: { kind: linkage.kind, loads, linkMode } };
}

const levelWord: Readonly<Record<string, (value: string) => string>> = {
  arm: (value) => `v${value}`,
  arm64: (value) => (value === "v8.0" ? "v8" : value),
};

function platformOf({ target }: Artifact): Platform {
  const [goos = "", goarch = "", level] = target.split("_");
  const word = level === undefined ? "" : `/${(levelWord[goarch] ?? ((value: string) => value))(level)}`;
  return parsePlatform(`${goos}/${goarch}${word}`, known);
}

function buildAsEntry(
  { entry, settings }: { readonly entry: ReleaseEntry; readonly settings: ReleaseSettings },
  platform: Platform,
  { folder, env }: { readonly folder: string; readonly env: Record<string, string> },
): string {
  const out = mkdtempSync(join(scratch, "o-"));
  const args = ["build", ...settings.flags.map(({ value }) => value), "-o", `${out}/`, ...(entry.packages ?? [])];
  const set = Object.fromEntries(settings.env.map(({ name, value }) => [name, value]));
  execFileSync("go", args, { cwd: join(folder, entry.dir), env: { ...env, ...platform.env, ...set }, stdio: "pipe" });
  return out;
}

describeWith(["go", "git", "gcc"], "what goreleaser builds", () => {
  it.each(builtShapes)("is what its file is read as: $name", async (shape) => {
    const folder = repositoryOf(shape);
    const env = environmentOf(shape);
    const { status, output } = runGoreleaser(folder, env);
    expect(output.slice(-2000) + String(status)).toMatch(/0$/);
    const all = JSON.parse(readFileSync(join(folder, "dist/artifacts.json"), "utf8")) as Artifact[];
    const artifacts = all.filter(({ type }) => type === "Binary" || type === "C Shared Library");
    expect(artifacts.length).toBeGreaterThan(0);
    const { entries, notUnderstood } = await readGoreleaser({ file: ".goreleaser.yaml", text: shape.config }, { env });
    expect(notUnderstood).toEqual([]);
    const covered = new Map<ReleaseEntry, Set<string>>(entries.map((entry) => [entry, new Set()]));
    for (const artifact of artifacts) {
      const entry = entries.find(({ id }) => id === artifact.extra?.ID) ?? entries[0];
      if (entry === undefined) throw new Error(`no entry for ${artifact.path}`);
      const platform = platformOf(artifact);
      const settings = entry.settingsFor(platform);
      if (settings?.kind !== "settings") throw new Error(`${artifact.target}: ${JSON.stringify(settings)}`);
      const out = buildAsEntry({ entry, settings }, platform, { folder, env });
      const [file = ""] = execFileSync("ls", [out], { encoding: "utf8" })
        .split("\n")
        .filter(
          (name) =>
            !name.endsWith(".h") && (entry.packages?.[0]?.endsWith("...") !== true || name === artifact.extra?.Binary),
        );
      expect({ target: artifact.target, ...factsOf(join(out, file)) }).toEqual({
        target: artifact.target,
        ...factsOf(join(folder, artifact.path.startsWith("/") ? artifact.path.slice(folder.length) : artifact.path)),
      });
      covered
        .get(entry)
        ?.add(entry.platforms?.find((name) => sameTarget(name, platform)) ?? `not named: ${platform.name}`);
    }
    for (const [entry, names] of covered)
      expect([...names].toSorted()).toEqual([...(entry.platforms ?? [])].toSorted());
  });

  it.each(refusedShapes)("is nothing where its file is not understood: $name", async (shape) => {
    const folder = repositoryOf(shape);
    const env = environmentOf(shape);
    expect(runGoreleaser(folder, env).status).toBe(1);
    const { entries, notUnderstood } = await readGoreleaser({ file: ".goreleaser.yaml", text: shape.config }, { env });
    const platform = parsePlatform("linux/amd64", known);
    const kinds = entries.map((entry) => entry.settingsFor(platform)?.kind);
    expect([...kinds, ...notUnderstood.map(({ kind }) => kind)]).toEqual(["not-understood"]);
  });
});

/** goreleaser names every level, the platforms of an entry only the ones that do not go without saying. */
function sameTarget(name: string, platform: Platform): boolean {
  const plain = platform.name.replace(/\/(?:v1|v8|sse2|hardfloat|power8|rva20u64)$/, "");
  return name === platform.name || name === plain;
}
