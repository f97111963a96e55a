import { ConfigError } from "../errors.ts";
import type { CommandResult } from "../ports/types.ts";
import { whyUnknown } from "./choose-strategies.ts";
import { readInput } from "./inputs.ts";
import { parseRequest } from "./parse-request.ts";
import type { Policy, Source } from "../model/policy.ts";
import type { CheckRequest } from "../model/request.ts";

export type BaseConfig = {
  /** What the run would have been asked for on the base, of the strategies only the one that ships. */
  readonly request: CheckRequest;
  /** Why that strategy cannot be built there: the base's own file does not know it, and the head's stands in for it; else null. */
  readonly unknownShip: string | null;
  readonly steps: readonly string[];
  /** What is built there, or how, is not what is built here. */
  readonly differs: boolean;
};

type Place = {
  readonly sha: string;
  readonly git: (...args: readonly string[]) => Promise<CommandResult>;
  /** An absolute path as git names it; undefined for one outside of the repository. */
  readonly pathIn: (path: string) => string | undefined;
};

/**
 * The request with the base's own copy of the config file in the place of the head's: what was asked for there, and how it was
 * built. What the call or the workflow gives is the same on both sides.
 */
export async function configOfBase(request: CheckRequest, place: Place): Promise<BaseConfig> {
  const { policy } = request.gate;
  const unchanged = {
    request: { ...request, build: shippedBuild(request) },
    unknownShip: null,
    steps: [],
    differs: false,
  };
  if (policy.source === null) return unchanged;
  const { source } = policy;
  const paths = source.candidates.flatMap((path) => place.pathIn(path) ?? []);
  if (paths.length === 0) {
    return policy.file === null
      ? unchanged
      : { ...unchanged, steps: [`${policy.file.name} is in no repository, so it counts for the base as well`] };
  }
  try {
    const text = await readFirst(paths, place);
    if (text === undefined && policy.file === null) return unchanged;
    const baseRequest = await requestOf(text, request, source);
    const [before, head] = [buildSettings(baseRequest.request), buildSettings(request)];
    const differences = Object.keys(head).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(head[name]));
    const ships = [baseRequest.request, request].map((each) => describeShipped(each));
    const differs = differences.length > 0 || baseRequest.unknownShip !== null || ships[0] !== ships[1];
    return { ...baseRequest, steps: describe(source.name, { text, differences, differs }), differs };
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return {
      ...unchanged,
      steps: [`the base's config cannot be read, so this one counts for it too (${thrown.message})`],
    };
  }
}

function shippedBuild({ build, gate }: CheckRequest): CheckRequest["build"] {
  return { ...build, strategies: build.strategies.filter(({ name }) => name === gate.ship) };
}

/** What decides how it is built: its summary names the file that it is of. */
function describeShipped(request: CheckRequest): string {
  return JSON.stringify(shippedBuild(request).strategies.map(({ summary: _, ...rest }) => rest));
}

/** What a config file can change about what is built, by the names of the inputs. */
function buildSettings({ where, build, gate }: CheckRequest): Readonly<Record<string, unknown>> {
  const { workingDirectory, packages, platforms } = where;
  return { "working-directory": workingDirectory, packages, platforms, ship: gate.ship, flags: build.flags };
}

function describe(
  name: string,
  found: { readonly text: string | undefined; readonly differences: readonly string[]; readonly differs: boolean },
): string[] {
  if (!found.differs) return [];
  const { differences } = found;
  const which = differences.length === 0 ? "the shipped strategy" : differences.join(", ");
  const origin = found.text === undefined ? `the base has no ${name}` : `the base is built as its own ${name} says`;
  return [`${origin}; ${which} ${differences.length > 1 ? "differ" : "differs"}`];
}

async function readFirst(paths: readonly string[], { sha, git }: Place): Promise<string | undefined> {
  for (const path of paths) {
    const { exitCode, stdout } = await git("cat-file", "blob", `${sha}:${path}`);
    if (exitCode === 0) return stdout;
  }
  return undefined;
}

async function requestOf(
  text: string | undefined,
  head: CheckRequest,
  source: Source,
): Promise<Pick<BaseConfig, "request" | "unknownShip">> {
  const name = `${source.name} of the base`;
  const { parseConfigFile } = await import("./config-file.ts");
  const file = text === undefined ? null : await parseConfigFile(text, name);
  const { policy: headPolicy } = head.gate;
  const policy: Policy = {
    ...headPolicy,
    file: file && { name, path: headPolicy.file?.path ?? source.name },
    rules: file?.rules ?? [],
  };
  const inputs = { ...file?.inputs, ...source.given, mode: head.mode };
  const ship = readInput("ship", inputs);
  const own = file?.strategies ?? [];
  const unknownShip = whyUnknown(ship, own);
  const strategies = unknownShip === null ? own : [...own, ...shippedBuild(head).strategies];
  const baseRequest = parseRequest({ ...inputs, strategies: ship }, { policy, strategies });
  return { request: baseRequest.mode === "inspect" ? head : baseRequest, unknownShip };
}
