import { lastValue, parseGOFLAGS, renderFlags, tagsOf } from "../go/go-flags.ts";
import type { Environment } from "../model/environment.ts";
import type { PlannedCell } from "../model/plan.ts";

/** What a build is called, and where it is made. */
export type BuildPlace = {
  readonly name: string;
  /** From the folder of the file; empty for that folder itself. */
  readonly dir: string;
  readonly main: string;
  /** CGO_ENABLED, where it makes a difference. */
  readonly cgo: Environment;
};

/** The fields of goreleaser for variants of processors: it sets these variables itself, behind those of `env`. */
const variantFields: Readonly<Record<string, string>> = {
  GO386: "go386",
  GOAMD64: "goamd64",
  GOARM: "goarm",
  GOARM64: "goarm64",
  GOMIPS: "gomips",
  GOMIPS64: "gomips",
  GOPPC64: "goppc64",
  GORISCV64: "goriscv64",
};

// goreleaser and ko read ldflags, goreleaser tags and the build mode as well from fields of their own, and take other flags as they are.

/** The `builds` of .goreleaser.yaml. Written by the source of goreleaser v2.15 (internal/builders/golang). */
export function goreleaserForm(cell: PlannedCell, place: BuildPlace): string {
  const { goos, goarch } = cell.platform;
  const named = new Set(["-tags", "-ldflags", "-buildmode"]);
  const { before, last } = linkerFlags(cell);
  const env = environment(cell, place);
  const variants = Object.entries(variantFields).flatMap(([variable, field]) => {
    const value = env[variable];
    return value === undefined || !isVariantOf(variable, goarch) ? [] : [[field, [value]] as const];
  });
  const others = Object.entries(env).filter(([variable]) => variantFields[variable] === undefined);
  return yamlBuild({
    id: place.name,
    dir: asTemplate(place.dir),
    main: place.main,
    // It looks for the function main in a folder of this name, and there is none.
    ...(place.main.startsWith(".") ? {} : { no_main_check: true }),
    env: others.map(([variable, value]) => asTemplate(`${variable}=${value}`)),
    // goreleaser adds the ending itself.
    binary: place.name.replace(/\.exe$/, ""),
    goos: [goos],
    goarch: [goarch],
    ...Object.fromEntries(variants),
    buildmode: lastValue(cell.flags, "-buildmode") ?? "",
    tags: tagsOf(cell.flags),
    flags: [...renderFlags(cell.flags.filter(({ name }) => !named.has(name))), ...before].map(asTemplate),
    ldflags: last.map(asTemplate),
  });
}

/** The `builds` of .ko.yaml. Only flags and ldflags are templates to it (createBuildArgs, ko v0.18). */
export function koForm(cell: PlannedCell, place: BuildPlace): string {
  const { before, last } = linkerFlags(cell);
  const flags = renderFlags(cell.flags.filter(({ name }) => name !== "-ldflags"));
  return yamlBuild({
    id: place.name,
    dir: place.dir,
    main: place.main,
    env: Object.entries(environment(cell, place)).map(([variable, value]) => `${variable}=${value}`),
    flags: [...flags, ...before].map(asTemplate),
    ldflags: last.map(asTemplate),
  });
}

function environment({ shownEnv }: PlannedCell, { cgo }: BuildPlace): Environment {
  const { GOOS: _os, GOARCH: _arch, ...env } = shownEnv;
  return { ...cgo, ...env };
}

/**
 * The values of -ldflags: of several the last goes into the field, because it stands behind all other flags. goreleaser has linker words
 * of its own where the field is empty, and they would take the place of those in GOFLAGS.
 */
function linkerFlags({ flags, shownEnv }: PlannedCell): { readonly before: string[]; readonly last: string[] } {
  const own = flags.filter(({ name }) => name === "-ldflags");
  const given = own.length > 0 ? own : parseGOFLAGS(shownEnv.GOFLAGS ?? "").filter(({ name }) => name === "-ldflags");
  return { before: renderFlags(given.slice(0, -1)), last: given.slice(-1).flatMap(({ value }) => value ?? []) };
}

function isVariantOf(variable: string, goarch: string): boolean {
  const name = variable.slice(2).toLowerCase();
  return name === goarch || name === goarch.replace(/le$/, "");
}

/** Text that is no template of Go, though it may look like one. */
function asTemplate(text: string): string {
  return text.replaceAll("{{", '{{ "{{" }}');
}

type Fields = Readonly<Record<string, string | true | readonly string[]>>;

/** A list with one build; what is empty is left out. */
function yamlBuild(fields: Fields): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === true) return [`${key}: true`];
    if (value.length === 0) return [];
    return typeof value === "string"
      ? [`${key}: ${scalar(value)}`]
      : [`${key}:`, ...value.map((item) => `  - ${scalar(item)}`)];
  });
  return ["builds:", ...lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`)].join("\n");
}

/** A YAML string: plain where nothing can be misread, else as JSON writes it, which is YAML too (YAML 1.2, chapter 1.2). */
function scalar(text: string): string {
  return /^[A-Za-z./][\w./=,-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
