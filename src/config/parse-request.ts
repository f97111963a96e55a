import { ConfigError } from "../errors.ts";
import { type Policy, noPolicy } from "../model/policy.ts";
import type { InspectRequest, Request } from "../model/request.ts";
import type { Strategy } from "../model/strategy.ts";
import { chooseStrategies } from "./choose-strategies.ts";
import { type InputName, type Inputs, type InputValue, readInput } from "./inputs.ts";

/** What the config file gives besides inputs. */
type FileParts = { readonly policy: Policy; readonly strategies: readonly Strategy[] };

/** Without a config file. */
const noFile: FileParts = { policy: noPolicy, strategies: [] };

/** The inputs of a call or of a workflow step, laid over those of a config file. Throws ConfigError. */
export function parseRequest(given: Partial<Inputs>, { policy, strategies: own }: FileParts = noFile): Request {
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
    mode,
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
  };
}

function readPaths(
  binaries: readonly string[],
  images: readonly string[],
): Pick<InspectRequest["where"], "binaries" | "images"> {
  if (binaries.length === 0 && images.length === 0)
    throw new ConfigError("binaries: name at least one file or glob, one per line");
  return { binaries, images };
}
