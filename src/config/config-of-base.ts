import { ConfigError } from "../errors.ts";
import type { CommandResult } from "../ports/types.ts";
import { parseRequest } from "./parse-request.ts";
import type { Policy, Source } from "../model/policy.ts";
import type { Request, CheckRequest } from "../model/request.ts";

export type BaseConfig = {
  /** What the run would have been asked for on the base. */
  readonly request: CheckRequest;
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
  const { policy } = request;
  const same = { request, steps: [], differs: false };
  if (policy.source === null) return same;
  const { source } = policy;
  const paths = source.candidates.flatMap((path) => place.pathIn(path) ?? []);
  if (paths.length === 0) {
    return policy.file === null
      ? same
      : { ...same, steps: [`${policy.file.name} is in no repository, so it counts for the base as well`] };
  }
  try {
    const text = await readFirst(paths, place);
    if (text === undefined && policy.file === null) return same;
    const was = await requestOf(text, request, source);
    const differences = buildFields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(request[field]));
    const ships = [was, request].map(({ ship, policy: { strategies } }) =>
      strategies.find(({ name }) => name === ship),
    );
    const differs = differences.length > 0 || JSON.stringify(ships[0]) !== JSON.stringify(ships[1]);
    return { request: was, steps: describe(source.name, { text, differences, differs }), differs };
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return { ...same, steps: [`the base's config cannot be read, so this one counts for it too (${thrown.message})`] };
  }
}

/** What a config file can change about what is built. */
const buildFields = ["workingDirectory", "packages", "platforms", "ship", "flags"] as const;

function describe(
  name: string,
  found: { readonly text: string | undefined; readonly differences: readonly string[]; readonly differs: boolean },
): string[] {
  if (!found.differs) return [];
  const what = found.differences.map((field) => (field === "workingDirectory" ? "working-directory" : field));
  const which = what.length === 0 ? "the shipped strategy" : what.join(", ");
  const whose = found.text === undefined ? `the base has no ${name}` : `the base is built as its own ${name} says`;
  return [`${whose}; ${which} ${what.length > 1 ? "differ" : "differs"}`];
}

async function readFirst(paths: readonly string[], { sha, git }: Place): Promise<string | undefined> {
  for (const path of paths) {
    const { exitCode, stdout } = await git("cat-file", "blob", `${sha}:${path}`);
    if (exitCode === 0) return stdout;
  }
  return undefined;
}

async function requestOf(text: string | undefined, head: CheckRequest, source: Source): Promise<CheckRequest> {
  const name = `${source.name} of the base`;
  const { parseConfigFile } = await import("./config-file.ts");
  const file = text === undefined ? null : await parseConfigFile(text, name);
  const policy: Policy = {
    ...head.policy,
    file: file && { name, path: head.policy.file?.path ?? source.name },
    rules: file?.rules ?? [],
    strategies: file?.strategies ?? [],
  };
  const was: Request = parseRequest({ ...file?.inputs, ...source.given, mode: head.mode }, policy);
  return was.mode === "inspect" ? head : was;
}
