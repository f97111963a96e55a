import type { Platform } from "../model/platform.ts";
import { type Located, Misread } from "./misread.ts";
import { mapsOf, textOf, textsOf, type YamlMap } from "./yaml-nodes.ts";

/** What goreleaser builds for: `linux_amd64_v1`. */
export type GoTarget = {
  readonly name: string;
  readonly goos: string;
  readonly goarch: string;
  /** The variable of the processor's level and its value; null where the processor has none. */
  readonly variant: { readonly variable: string; readonly value: string } | null;
  /** Of the line that asks for it. */
  readonly line: number;
};

type Level = {
  /** The key of a build that lists the values. */
  readonly key: string;
  readonly variable: string;
  readonly fallback: string;
  readonly valid: RegExp;
  /** docker's word for a value; null: it has none that the platforms of a run know. */
  readonly spell: (value: string) => string | null;
};

const sameWord = (value: string): string => value;

// internal/builders/golang/targets.go of goreleaser v2.15 and later; docker's words as in src/go/platform.ts.
const levels: ReadonlyMap<string, Level> = new Map<string, Level>([
  ["amd64", { key: "goamd64", variable: "GOAMD64", fallback: "v1", valid: /^v[1-4]$/, spell: sameWord }],
  ["386", { key: "go386", variable: "GO386", fallback: "sse2", valid: /^(?:sse2|softfloat)$/, spell: sameWord }],
  [
    "arm",
    {
      key: "goarm",
      variable: "GOARM",
      fallback: "6",
      valid: /^(?:5(?:,softfloat)?|[67](?:,softfloat|,hardfloat)?)$/,
      spell: (value) => (/^[567]$/.test(value) ? `v${value}` : null),
    },
  ],
  [
    "arm64",
    {
      key: "goarm64",
      variable: "GOARM64",
      fallback: "v8.0",
      valid: /^(?:v8\.\d|v9\.[0-5])(?:,lse|,crypto)*$/,
      spell: (value) => ({ "v8.0": "v8", "v8.1": "v8.1", "v8.2": "v8.2", "v9.0": "v9" })[value] ?? null,
    },
  ],
  ...["mips", "mipsle", "mips64", "mips64le"].map((arch): [string, Level] => [
    arch,
    {
      key: "gomips",
      variable: arch.startsWith("mips64") ? "GOMIPS64" : "GOMIPS",
      fallback: "hardfloat",
      valid: /^(?:hard|soft)float$/,
      spell: sameWord,
    },
  ]),
  ...["ppc64", "ppc64le"].map((arch): [string, Level] => [
    arch,
    { key: "goppc64", variable: "GOPPC64", fallback: "power8", valid: /^power(?:8|9|10)$/, spell: sameWord },
  ]),
  [
    "riscv64",
    { key: "goriscv64", variable: "GORISCV64", fallback: "rva20u64", valid: /^rva2[023]u64$/, spell: sameWord },
  ],
]);

/** Variables that goreleaser sets for each target, whatever the environment says. */
export const targetVariables: ReadonlySet<string> = new Set([
  "GOOS",
  "GOARCH",
  "GOMIPS",
  "GOMIPS64",
  ...[...levels.values()].map(({ variable }) => variable),
]);

// internal/builders/golang/targets.go: what it does not build for is left out of the matrix without a word.
const ports: ReadonlySet<string> = new Set(
  "aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64 freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/arm64 js/wasm wasip1/wasm linux/386 linux/amd64 linux/arm linux/arm64 linux/ppc64 linux/ppc64le linux/mips linux/mipsle linux/mips64 linux/mips64le linux/s390x linux/riscv64 linux/loong64 netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64 openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm solaris/amd64 solaris/sparc solaris/sparc64 windows/arm64 windows/386 windows/amd64".split(
    " ",
  ),
);
const systems = new Set(
  "aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris windows wasip1".split(" "),
);
const processors = new Set(
  "386 amd64 arm arm64 mips mips64 mips64le mipsle ppc64 ppc64le s390x wasm riscv64 loong64 sparc sparc64".split(" "),
);

const firstClass =
  "darwin_amd64 darwin_arm64 linux_386 linux_amd64 linux_arm linux_arm64 windows_386 windows_amd64".split(" ");

/** What a build of goreleaser is made for, in the order of the file. Throws Misread for what goreleaser refuses. */
export function readTargets(build: YamlMap): readonly GoTarget[] {
  const written = textsOf(build, "targets");
  const targets = written.length > 0 ? written.flatMap(namedTargets) : matrixOf(build);
  return [...new Map(targets.toReversed().map((target) => [target.name, target])).values()].toReversed();
}

function namedTargets({ text, line }: Located): GoTarget[] {
  const names = text === "go_first_class" || text === "go_118_first_class" ? firstClass : [text];
  return names.map((name) => parseTarget({ text: name, line }));
}

function parseTarget({ text, line }: Located): GoTarget {
  const [goos = "", goarch = "", value] = completeTarget(text).split("_");
  if (goarch === "" || text.includes("{{")) throw new Misread({ text, line }, "is not a goreleaser target");
  return makeTarget({ goos, goarch, value: value ?? null }, line);
}

/** The name of a target with the level that it has without a word: linux_amd64 is linux_amd64_v1. */
export function completeTarget(name: string): string {
  const [, arch = ""] = /_([^_]+)$/.exec(name) ?? [];
  const level = levels.get(arch);
  return level === undefined ? name : `${name}_${level.fallback}`;
}

function makeTarget(
  { goos, goarch, value }: { readonly goos: string; readonly goarch: string; readonly value: string | null },
  line: number,
): GoTarget {
  const level = levels.get(goarch);
  const name = `${goos}_${goarch}${value === null ? "" : `_${value}`}`;
  if (level !== undefined && value !== null && !level.valid.test(value)) {
    throw new Misread({ text: value, line }, `is not a ${level.key} that goreleaser accepts`);
  }
  const variant = level === undefined || value === null ? null : { variable: level.variable, value };
  return { name, goos, goarch, variant, line };
}

function matrixOf(build: YamlMap): GoTarget[] {
  const list = (key: string, fallback: readonly string[]): readonly Located[] => {
    const written = textsOf(build, key);
    return written.length > 0 ? written : fallback.map((text) => ({ text, line: build.line }));
  };
  const all = list("goos", ["linux", "darwin", "windows"]).flatMap((goos) =>
    list("goarch", ["amd64", "arm64", "386"]).flatMap((goarch) => {
      checkWord(goos, systems, "goos");
      checkWord(goarch, processors, "goarch");
      const level = levels.get(goarch.text);
      const values = level === undefined ? [null] : list(level.key, [level.fallback]).map(({ text }) => text);
      return values.map((value) => makeTarget({ goos: goos.text, goarch: goarch.text, value }, goarch.line));
    }),
  );
  const ignored = mapsOf(build, "ignore").map(readCombination);
  return all.filter(
    (target) =>
      ports.has(`${target.goos}/${target.goarch}`) && !ignored.some((combination) => matches(combination, target)),
  );
}

function checkWord(word: Located, allowed: ReadonlySet<string>, key: string): void {
  if (!allowed.has(word.text)) throw new Misread(word, `is not a ${key} that goreleaser accepts`);
}

type Combination = ReadonlyMap<string, string>;

function readCombination(map: YamlMap): Combination {
  const keys = ["goos", "goarch", ...[...levels.values()].map(({ key }) => key)];
  return new Map(
    keys.flatMap((key) => {
      const text = textOf(map, key)?.text ?? "";
      return text === "" ? [] : [[key, text] as const];
    }),
  );
}

function matches(combination: Combination, { goos, goarch, variant }: GoTarget): boolean {
  return [...combination].every(([key, text]) => {
    if (key === "goos") return text === goos;
    if (key === "goarch") return text === goarch;
    return variant !== null && levels.get(goarch)?.key === key && text === variant.value;
  });
}

/** The target that an `override` names, before its templates are filled in. */
export function overrideTarget(override: YamlMap): Located {
  const part = (key: string): string => textOf(override, key)?.text ?? "";
  const keys = [...new Set([...levels.values()].map(({ key }) => key))];
  const level = keys.map(part).join("");
  return { text: `${part("goos")}_${part("goarch")}${level === "" ? "" : `_${level}`}`, line: override.line };
}

/** The platform of a target in docker's spelling; null for a level that platforms have no word for. */
export function platformName({ goos, goarch, variant }: GoTarget): string | null {
  const level = levels.get(goarch);
  if (level === undefined || variant === null) return `${goos}/${goarch}`;
  // arm has no level that goes without saying: Go's own differs from docker's and goreleaser's.
  if (variant.value === level.fallback && goarch !== "arm") return `${goos}/${goarch}`;
  const word = level.spell(variant.value);
  return word === null ? null : `${goos}/${goarch}/${word}`;
}

/**
 * The target that a platform means. One without a level means the lowest that goes without saying (for arm v7, as docker has it), or
 * else the first one that is built.
 */
export function targetOf(platform: Platform, targets: readonly GoTarget[]): GoTarget | null {
  const alike = targets.filter(({ goos, goarch }) => goos === platform.goos && goarch === platform.goarch);
  const level = levels.get(platform.goarch);
  if (level === undefined) return alike[0] ?? null;
  const asked = platform.env[level.variable];
  const find = (value: string): GoTarget | undefined => alike.find(({ variant }) => variant?.value === value);
  if (asked !== undefined) return find(asked) ?? null;
  return find(platform.goarch === "arm" ? "7" : level.fallback) ?? alike[0] ?? null;
}
