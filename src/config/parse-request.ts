import { ConfigError } from "../errors.ts";
import { type Policy, noPolicy } from "../model/policy.ts";
import type { RunnerLabel } from "../model/leg-plan.ts";
import type { InspectRequest, JudgedRequest, MergeRequest, Request } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";
import { chooseStrategies } from "./choose-strategies.ts";
import { type InputName, type Inputs, type InputValue, readInput } from "./inputs.ts";

/** What the config file gives besides inputs. */
type FileParts = {
  readonly policy: Policy;
  readonly strategies: readonly Strategy[];
  readonly runners: Readonly<Record<string, RunnerLabel>>;
};

/** Without a config file. */
const noFile: FileParts = { policy: noPolicy, strategies: [], runners: {} };

/** The inputs of a call or of a workflow step, laid over those of a config file. Throws ConfigError. */
export function parseRequest(given: Partial<Inputs>, file: Partial<FileParts> = noFile): Request {
  const read = <Name extends InputName>(name: Name): InputValue<Name> => readInput(name, given);
  const mode = read("mode");
  if (mode === "merge") return parseMerge(read);
  const judged = parseJudged(given, file);
  if (mode !== "plan" || judged.mode === "inspect") return judged;
  const { policy, runners } = { ...noFile, ...file };
  const split = { count: read("legs"), runners, reports: read("reports") };
  return { mode, check: judged, inputs: policy.source?.given ?? given, split, file: read("plan") };
}

/** What judges programs. Throws ConfigError. */
export function parseJudged(given: Partial<Inputs>, file: Partial<FileParts> = noFile): JudgedRequest {
  const { policy, strategies: own } = { ...noFile, ...file };
  const read = <Name extends InputName>(name: Name): InputValue<Name> => readInput(name, given);
  const workingDirectory = read("working-directory");
  const prove = read("prove");
  const rules = {
    require: read("require"),
    runsOn: read("runs-on"),
    maxGlibc: read("max-glibc"),
    demanded: policy.source?.given.require?.trim() === "static" ? ("static" as const) : null,
    failOn: read("fail-on"),
    policyRelaxation: read("policy-relaxation"),
    policy,
  };
  const mode = read("mode");
  if (mode === "inspect") {
    return {
      mode,
      where: { workingDirectory, ...readPaths(read("binaries"), read("images")) },
      artifacts: { prove, digests: true },
      gate: { ...rules, baseline: "none", onMissingBaseline: "pass" },
    };
  }
  const ship = read("ship");
  // A prediction costs nothing, so it is made for all of them.
  const isForAll = mode === "explain" && (given.strategies ?? "").trim() === "";
  const strategies = isForAll ? ["all"] : read("strategies");
  return {
    mode: mode === "explain" ? mode : "check",
    where: { workingDirectory, packages: read("packages"), platforms: read("platforms") },
    go: {
      goVersion: read("go-version"),
      goVersionFile: read("go-version-file"),
      goDownloadBaseUrl: read("go-download-base-url"),
      goSha256: read("go-sha256"),
    },
    build: {
      strategies: chooseStrategies({ strategies, ship }, own),
      scope: read("build"),
      ship,
      flags: read("flags"),
    },
    artifacts: { prove, outputDir: read("output-dir") },
    gate: { ...rules, baseline: read("baseline"), onMissingBaseline: read("on-missing-baseline") },
    cache: read("cache"),
    baselineRef: read("baseline-ref"),
    own: null,
  };
}

/** Throws ConfigError where the plan or the reports are not named. */
function parseMerge(read: <Name extends InputName>(name: Name) => InputValue<Name>): MergeRequest {
  const [plan, reports] = [read("plan"), read("reports")];
  if (plan === null) throw new ConfigError("plan: name the file that go-linkage plan wrote");
  if (reports.length === 0) throw new ConfigError("reports: name the JSON reports of the legs: files or globs");
  return { mode: "merge", where: { workingDirectory: read("working-directory") }, plan, reports };
}

function readPaths(
  binaries: readonly string[],
  images: readonly string[],
): Pick<InspectRequest["where"], "binaries" | "images"> {
  if (binaries.length === 0 && images.length === 0)
    throw new ConfigError("binaries: name at least one file or glob, one per line");
  return { binaries, images };
}
