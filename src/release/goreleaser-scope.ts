import type { GoTarget } from "./goreleaser-targets.ts";
import type { TemplateScope } from "./template.ts";
import { isMap, known, type Known, type TemplateFunction, unknown, type Value } from "./template-values.ts";

/** The environment that templates see; a value that cannot be known says why. */
export type TemplateEnv = ReadonlyMap<string, Value>;

type Facts = {
  /** null where nothing says it. */
  readonly projectName: string | null;
  readonly env: TemplateEnv;
  /** null where goreleaser does not hand one to the template. */
  readonly target: GoTarget | null;
};

/** What goreleaser's templates can ask for (internal/tmpl of v2.15). What ships is a release: no snapshot, no nightly, a clean tree. */
export function goreleaserScope({ projectName, env, target }: Facts): TemplateScope {
  const fields = new Map<string, Value>([
    ["Env", envField(env, "goreleaser")],
    ["ProjectName", projectName === null ? unknown("the project's name is unknown") : known(projectName)],
    ["IsSnapshot", known(false)],
    ["IsNightly", known(false)],
    ["IsSingleTarget", known(false)],
    ["IsGitDirty", known(false)],
    ["IsGitClean", known(true)],
    ["GitTreeState", known("clean")],
    ["Runtime", unknown("depends on the machine that makes the release")],
    ...releaseFields.map((name) => [name, unknown(`.${name} is known only when a release is made`)] as const),
    ...(target === null ? [] : targetFields(target)),
  ]);
  return {
    field: (name) => fields.get(name) ?? unknown(`.${name} is not known to goreleaser here`),
    functions: new Map([...textFunctions, ...envFunctions(env)]),
  };
}

/** `.Env`: a variable that is not set stops the program that reads the template. */
export function envField(env: TemplateEnv, reader: string): Known {
  const missing = (name: string): Value =>
    unknown(`the environment variable ${name} is not set, and ${reader} stops there`);
  return { kind: "known", value: env, missing };
}

const releaseFields =
  "Version RawVersion Tag PreviousTag Branch Commit ShortCommit FullCommit CommitDate CommitTimestamp GitURL Summary TagSubject TagContents TagBody ReleaseURL ReleaseNotes Major Minor Patch Prerelease IsDraft Date Now Timestamp ModulePath Binary ArtifactName ArtifactExt ArtifactPath Name Ext Path".split(
    " ",
  );

function targetFields({ name, goos, goarch, variant }: GoTarget): (readonly [string, Value])[] {
  const ofArch = (arch: RegExp): Value => known(arch.test(goarch) ? (variant?.value ?? "") : "");
  return [
    ["Os", known(goos)],
    ["Arch", known(goarch)],
    ["Target", known(name)],
    ["Amd64", ofArch(/^amd64$/)],
    ["I386", ofArch(/^386$/)],
    ["Arm", ofArch(/^arm$/)],
    ["Arm64", ofArch(/^arm64$/)],
    ["Mips", ofArch(/^mips/)],
    ["Ppc64", ofArch(/^ppc64/)],
    ["Riscv64", ofArch(/^riscv64$/)],
  ];
}

/** A function of texts that gives a text, or null for what it does not take. */
function ofTexts(count: number, call: (...texts: string[]) => Known["value"]): TemplateFunction {
  return (args) => {
    const texts = args.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
    return texts.length === args.length && texts.length === count ? known(call(...texts)) : null;
  };
}

const textFunctions: readonly (readonly [string, TemplateFunction])[] = [
  ["replace", ofTexts(3, (text = "", from = "", to = "") => text.replaceAll(from, () => to))],
  ["split", ofTexts(2, (text = "", separator = "") => text.split(separator))],
  ["contains", ofTexts(2, (text = "", part = "") => text.includes(part))],
  ["tolower", ofTexts(1, (text = "") => text.toLowerCase())],
  ["toupper", ofTexts(1, (text = "") => text.toUpperCase())],
  ["trim", ofTexts(1, (text = "") => text.trim())],
  ["trimprefix", ofTexts(2, (text = "", start = "") => (text.startsWith(start) ? text.slice(start.length) : text))],
  [
    "trimsuffix",
    ofTexts(2, (text = "", end = "") => (text.endsWith(end) ? text.slice(0, text.length - end.length) : text)),
  ],
  [
    "title",
    ofTexts(1, (text = "") => text.toLowerCase().replace(/(^|[^\p{L}\d_'])(\p{L})/gu, (word) => word.toUpperCase())),
  ],
  ["base", ofTexts(1, (path = "") => /([^/]+)\/*$/.exec(path)?.[1] ?? (path === "" ? "." : "/"))],
  ["list", listOf],
  ["map", mapOf],
  ["indexOrDefault", indexOrDefault],
];

function indexOrDefault([of, name, otherwise]: readonly Known[]): Value | null {
  if (of === undefined || !isMap(of.value) || typeof name?.value !== "string" || otherwise === undefined) return null;
  return of.value.get(name.value) ?? otherwise;
}

function listOf(args: readonly Known[]): Value | null {
  const texts = args.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  return texts.length === args.length ? known(texts) : null;
}

function mapOf(args: readonly Known[]): Value | null {
  const texts = args.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  if (texts.length !== args.length || texts.length % 2 === 1) return null;
  const pairs = texts.flatMap((name, at) => (at % 2 === 0 ? [[name, known(texts[at + 1] ?? "")] as const] : []));
  return known(new Map(pairs));
}

function envFunctions(env: TemplateEnv): (readonly [string, TemplateFunction])[] {
  const find = ({ value }: Known): Value | undefined => (typeof value === "string" ? env.get(value) : undefined);
  return [
    [
      "envOrDefault",
      ([name, otherwise]) => (name === undefined || otherwise === undefined ? null : (find(name) ?? otherwise)),
    ],
    [
      "isEnvSet",
      ([name]) => {
        const value = name === undefined ? undefined : find(name);
        return value?.kind === "unknown" ? value : known(value !== undefined && value.value !== "");
      },
    ],
  ];
}
