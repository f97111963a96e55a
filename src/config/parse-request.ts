import { split } from "shlex";
import { ConfigError, toError } from "../errors.ts";
import { inputDefaults, type InputName, type Inputs } from "../model/inputs.ts";
import { failKinds, type FailKind, type Policy, noPolicy } from "../model/policy.ts";
import type { Request } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";
import { chooseStrategies } from "./choose-strategies.ts";

/** What the config file gives besides inputs. */
export type FileParts = { readonly policy: Policy; readonly strategies: readonly Strategy[] };

/** Without a config file. */
const noFile: FileParts = { policy: noPolicy, strategies: [] };

/** The inputs of a call or of a workflow step, laid over those of a config file. Throws ConfigError. */
export function parseRequest(given: Partial<Inputs>, { policy, strategies: own }: FileParts = noFile): Request {
  const text = (name: InputName): string => readInput(name, given);
  const optional = (name: InputName): string | null => (text(name) === "" ? null : text(name));
  const workingDirectory = text("working-directory");
  const prove = parseWords("prove", text("prove"));
  const rules = {
    require: oneOf("require", text("require"), ["static", "none"]),
    failOn: parseFailOn(text("fail-on")),
    policyRelaxation: oneOf("policy-relaxation", text("policy-relaxation"), ["warn", "fail"]),
    policy,
  };
  const mode = oneOf("mode", text("mode"), ["check", "explain", "inspect"]);
  if (mode === "inspect") {
    return {
      mode,
      where: { workingDirectory, binaries: parseBinaries(text("binaries")) },
      artifacts: { prove, digests: true },
      gate: { ...rules, ship: null, baseline: "none", onMissingBaseline: "pass" },
    };
  }
  const ship = text("ship");
  // A prediction costs nothing, so it is made for all of them.
  const isForAll = mode === "explain" && (given.strategies ?? "").trim() === "";
  const names = isForAll ? ["all"] : list(text("strategies"));
  return {
    mode,
    where: { workingDirectory, packages: parsePackages(text("packages")), platforms: list(text("platforms")) },
    go: {
      goVersion: optional("go-version"),
      goVersionFile: optional("go-version-file"),
      goDownloadBaseUrl: text("go-download-base-url"),
      goSha256: optional("go-sha256"),
    },
    build: {
      strategies: chooseStrategies({ strategies: names, ship }, own),
      flags: parseWords("flags", text("flags")),
    },
    artifacts: { prove, outputDir: optional("output-dir") },
    gate: {
      ...rules,
      ship,
      baseline: oneOf("baseline", text("baseline"), ["auto", "policy", "build", "none"]),
      onMissingBaseline: oneOf("on-missing-baseline", text("on-missing-baseline"), ["warn", "fail", "pass"]),
    },
    cache: oneOf("cache", text("cache"), ["auto", "true", "false"]),
    baselineRef: parseRef(optional("baseline-ref")),
  };
}

/** The text of an input, or its default. */
export function readInput(name: InputName, given: Partial<Inputs>): string {
  const value = given[name]?.trim() ?? "";
  return value === "" ? inputDefaults[name] : value;
}

function parseFailOn(given: string): FailKind[] {
  const words = list(given);
  return words.length === 1 && words[0] === "none" ? [] : words.map((word) => oneOf("fail-on", word, failKinds));
}

/** git would read a name that begins with a dash as an option. */
function parseRef(ref: string | null): string | null {
  if (ref !== null && !/^[^-\s~^:?*[\\][^\s:?*[\\]*$/.test(ref)) {
    throw new ConfigError(`baseline-ref: "${ref}" is no name of a branch, a tag or a commit`);
  }
  return ref;
}

/** Words on lines of their own, or separated by blanks or commas. Doubles are dropped. */
function list(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
}

/** One path or glob a line, so that a name may hold blanks. */
function parseBinaries(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  const patterns = [...new Set(lines.filter((line) => line !== ""))];
  if (patterns.length === 0) throw new ConfigError("binaries: name at least one file or glob, one per line");
  return patterns;
}

function parsePackages(text: string): string[] {
  const patterns = [...new Set(text.split(/\s+/).filter((word) => word !== ""))];
  for (const pattern of patterns) {
    if (pattern.startsWith("-")) throw new ConfigError(`packages: "${pattern}" is a flag; it belongs into flags`);
    if (pattern.endsWith(".go")) {
      throw new ConfigError(`packages: "${pattern}" is a file; name the package's folder or import path instead`);
    }
  }
  return patterns;
}

/** The words of an input as a POSIX shell would split them, because that is where people copy them from. */
function parseWords(input: InputName, text: string): string[] {
  try {
    return split(text);
  } catch (thrown) {
    throw new ConfigError(`${input}: "${text}" cannot be split into words: ${toError(thrown).message}`);
  }
}

function oneOf<T extends string>(input: InputName, value: string, allowed: readonly T[]): T {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw new ConfigError(`${input}: "${value}" is not one of: ${allowed.join(", ")}`);
  return found;
}
