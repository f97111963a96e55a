import { ConfigError } from "../errors.ts";
import { failKinds } from "../model/policy.ts";
import { choice, type Input, listOf, optionalText, plainText, splitList, splitWords, textOf } from "./input-kinds.ts";
import {
  parseFailOn,
  parseGlibc,
  parseLegs,
  parseLines,
  parsePackages,
  parseRef,
  parseSystems,
} from "./input-values.ts";

const ofRun = { default: "", option: null, inFile: null, ofProject: false } as const;
const ofProject = { ...ofRun, ofProject: true } as const;

/** Every input: the option of the command line, the input of the action and the key of the config file. In the order of the help. */
export const inputs = {
  mode: {
    ...ofRun,
    ...choice("check", "explain", "inspect", "plan", "merge"),
    default: "check",
    option: "hidden",
  },
  packages: {
    ...ofProject,
    ...listOf(parsePackages),
    default: "./...",
    option: "hidden",
    inFile: "Package patterns. Only main packages are built.",
  },
  binaries: {
    ...ofRun,
    ...listOf(parseLines),
    option: "hidden",
    inFile: "`inspect` only: files, folders and archives that something else built.",
  },
  images: {
    ...ofRun,
    ...listOf(parseLines),
    option: {
      value: "PATH",
      help: [
        "inspect: an OCI layout, an archive of one or of docker save, or a glob:",
        "fail unless the entrypoint starts; may be repeated",
      ],
    },
    inFile: "`inspect` only: OCI layouts, OCI archives and archives of `docker save` whose entrypoints have to start.",
  },
  strategies: {
    ...ofRun,
    ...listOf(splitList),
    default: "default cgo-disabled netgo external",
    option: {
      value: "LIST",
      help: ["names, or all (default: DEFAULT; explain: all)"],
    },
    inFile: "Names of strategies, built in or of this file, or `all`.",
  },
  build: {
    ...ofRun,
    ...choice("all", "needed"),
    default: "all",
    option: {
      value: "all|needed",
      help: [
        "all: build every strategy; needed: what ships, and of the others only",
        "what the advice needs a proof of; the rest is predicted (default: DEFAULT)",
      ],
    },
    inFile: "`all` strategies, or `needed`: what ships and what the advice needs a proof of; the rest is predicted.",
  },
  platforms: {
    ...ofProject,
    ...listOf(splitList),
    option: {
      value: "LIST",
      help: [
        "GOOS/GOARCH or GOOS/GOARCH/VARIANT; release: all that the release",
        "configuration names (default: this machine's)",
      ],
    },
    inFile: "GOOS/GOARCH or GOOS/GOARCH/VARIANT.",
  },
  ship: {
    ...ofProject,
    ...plainText,
    default: "auto",
    option: {
      value: "NAME",
      help: [
        "the strategy that ships: the verdict is about it; auto: the release",
        "build that the repository describes, or else default (default: DEFAULT)",
      ],
    },
    inFile: "The strategy that the project releases with, or `auto`: the release build that the repository describes.",
  },
  require: {
    ...ofRun,
    ...choice("static", "none"),
    default: "none",
    option: { value: "static|none", help: ["fail unless the shipped build is static (default: DEFAULT)"] },
    inFile: "The requirement for programs without a rule.",
  },
  "runs-on": {
    ...ofProject,
    ...listOf(parseSystems),
    option: {
      value: "LIST",
      help: [
        "fail unless the shipped build starts on these systems: debian12,",
        "rhel8, alpine, scratch, supported; go-linkage systems lists them",
      ],
    },
    inFile: "Systems on which what ships has to start: `debian12`, `rhel8`, `alpine`, `scratch`, `supported`.",
  },
  "max-glibc": {
    ...ofProject,
    ...textOf(parseGlibc),
    option: { value: "VERSION", help: ["fail if the shipped build requires a newer glibc than this: 2.31"] },
    inFile: "The newest glibc that programs without a rule may require. Write it in quotes.",
  },
  flags: {
    ...ofProject,
    ...textOf(splitWords),
    option: { value: "FLAGS", help: [`extra flags for go build, as one word: --flags '-trimpath -ldflags="-s -w"'`] },
    inFile: "Extra flags of `go build`, quoted as in a shell.",
  },
  "working-directory": {
    ...ofRun,
    ...plainText,
    default: ".",
    option: { value: "DIR", help: ["run go in DIR (default: DEFAULT)"] },
  },
  "output-dir": {
    ...ofRun,
    ...optionalText,
    option: { value: "DIR", help: ["keep the built binaries in DIR"] },
  },
  legs: {
    ...ofRun,
    ...textOf(parseLegs),
    default: "auto",
    option: { value: "N|auto", help: ["plan: how many legs to split the builds into, at most 256 (default: DEFAULT)"] },
  },
  plan: {
    ...ofRun,
    ...optionalText,
    option: { value: "FILE", help: ["plan: write the plan to FILE; check, merge: the plan to follow"] },
  },
  leg: {
    ...ofRun,
    ...optionalText,
    option: { value: "ID", help: ["check: build only this leg of the plan"] },
  },
  reports: {
    ...ofRun,
    ...listOf(parseLines),
    option: {
      value: "FILES",
      help: ["plan: JSON reports of an earlier run, whose build times weigh the targets"],
    },
  },
  prove: {
    ...ofRun,
    ...textOf(splitWords),
    option: { value: "ARGS", help: ["start each static binary with ARGS in an empty root: --prove --version"] },
  },
  "baseline-ref": {
    ...ofRun,
    ...textOf(parseRef),
    option: { value: "REF", help: ["compare the shipped build with this branch, tag or commit"] },
  },
  baseline: {
    ...ofRun,
    ...choice("auto", "policy", "build", "none"),
    default: "auto",
    option: {
      value: "WORD",
      help: ["auto, build (required), policy (only rules) or none (default: DEFAULT)"],
    },
  },
  "fail-on": {
    ...ofRun,
    ...listOf(parseFailOn, failKinds),
    default: "regression,policy,build,missing",
    option: {
      value: "LIST",
      help: ["what fails: regression, policy, build, missing, or none (default: all four)"],
    },
    inFile: "What fails the step; the others are warnings.",
  },
  "on-missing-baseline": {
    ...ofRun,
    ...choice("warn", "fail", "pass"),
    default: "warn",
    option: { value: "WORD", help: ["warn, fail or pass if that commit is unavailable (default: DEFAULT)"] },
    inFile: "What to do if the base commit is unavailable.",
  },
  config: {
    ...ofRun,
    ...plainText,
    default: ".github/go-linkage.yml",
    option: {
      value: "FILE",
      help: [
        "defaults for these options, your strategies and the policy",
        "(default: DEFAULT, here or in a folder above)",
      ],
    },
  },
  "policy-relaxation": {
    ...ofRun,
    ...choice("warn", "fail"),
    default: "warn",
    option: {
      value: "WORD",
      help: ["warn or fail if a binary passes only by a relaxed policy (default: DEFAULT)"],
    },
    inFile: "What to do if a binary passes only because this change relaxes the policy.",
  },
  "go-version": {
    ...ofProject,
    ...optionalText,
    option: { value: "VERSION", help: ["1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable, rc"] },
    inFile: 'The Go to use, such as "1.27".',
  },
  "go-version-file": {
    ...ofProject,
    ...optionalText,
    option: { value: "FILE", help: ["go.mod, go.work, .go-version or .tool-versions"] },
    inFile: "A go.mod, go.work, .go-version or .tool-versions that names the Go to use.",
  },
  "go-download-base-url": {
    ...ofRun,
    ...listOf((text) => text),
    default: "https://go.dev/dl",
    option: { value: "URLS", help: ["where to download Go from, in order (default: DEFAULT)"] },
  },
  "go-sha256": {
    ...ofRun,
    ...optionalText,
    option: { value: "HEX", help: ["SHA-256 that a downloaded Go archive must have"] },
  },
  // Here, on the command line, there is the user's own GOCACHE.
  cache: {
    ...ofRun,
    ...choice("auto", "true", "false"),
    default: "auto",
  },
  "add-to-path": {
    ...ofRun,
    ...choice("true", "false"),
    default: "false",
  },
  summary: { ...ofRun, ...choice("true", "false"), default: "true", inFile: "Write a job summary." },
  comment: {
    ...ofRun,
    ...choice("never", "on-change", "failure", "always"),
    default: "never",
    inFile: "When to comment on the pull request.",
  },
  "comment-key": { ...ofRun, ...plainText },
  token: { ...ofRun, ...plainText },
} as const satisfies Readonly<Record<string, Input<unknown>>>;

export type InputName = keyof typeof inputs;

export const inputNames = Object.keys(inputs) as readonly InputName[];

/** Inputs as the user wrote them. An empty string means "not given". */
export type Inputs = Readonly<Record<InputName, string>>;

/** What an input means to the program. */
export type InputValue<Name extends InputName> = ReturnType<(typeof inputs)[Name]["parse"]>;

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}

/** The text of an input, or its default. */
export function inputText(name: InputName, given: Partial<Inputs>): string {
  const text = given[name]?.trim() ?? "";
  return text === "" ? inputs[name].default : text;
}

/** The value of an input. Throws ConfigError. */
export function readInput<Name extends InputName>(name: Name, given: Partial<Inputs>): InputValue<Name> {
  try {
    return inputs[name].parse(inputText(name, given)) as InputValue<Name>;
  } catch (thrown) {
    throw thrown instanceof ConfigError ? new ConfigError(`${name}: ${thrown.message}`, { cause: thrown }) : thrown;
  }
}

/** When to comment on a pull request. */
export type CommentMode = InputValue<"comment">;
