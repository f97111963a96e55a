import { resolve } from "node:path";
import { ConfigError, MachineFault } from "../errors.ts";
import type { JudgedRequest } from "../model/request.ts";
import type { Ports } from "../ports/types.ts";
import { didYouMean } from "../text/nearest.ts";
import { findBaseIn } from "./base-of-submodule.ts";
import { startClock } from "./clock.ts";
import type { BaseRef, BaseRefs } from "./event.ts";
import { findRepository, gitIn, output, type Repository } from "./repository.ts";

/** Time in ms for looking up a ref, which may be a fetch. */
const timeLimitMs = 10 * 60_000;

/**
 * Looks up what `baseline-ref` names, before anything is built: a name that nobody knows protects nothing. What is found is kept, so
 * that it is fetched once. Throws ConfigError where there is no repository, and for a name that neither the clone nor its remote has; one
 * that the remote may have and that cannot be fetched is for `on-missing-baseline` to judge.
 */
export async function lookUpRefs(
  refs: BaseRefs,
  { where }: Pick<JudgedRequest, "where">,
  ports: Ports,
): Promise<BaseRefs> {
  const named = [refs.programs, refs.policy].find((each) => each.kind === "ref");
  if (named === undefined) return refs;
  try {
    const found = await lookUp(named, resolve(where.workingDirectory), startClock(ports, timeLimitMs).ports);
    const withFound = (each: BaseRef): BaseRef => (each.kind === "ref" ? found : each);
    return { programs: withFound(refs.programs), policy: withFound(refs.policy) };
  } catch (thrown) {
    // Of a git that was ended nobody knows what it would have found: the comparison itself says so.
    if (thrown instanceof MachineFault) return refs;
    throw thrown;
  }
}

type NamedRef = Extract<BaseRef, { kind: "ref" }>;

async function lookUp(named: NamedRef, dir: string, ports: Ports): Promise<NamedRef> {
  const repository = await findRepository(dir, ports);
  if ("why" in repository) {
    if (!/not a git repository/i.test(repository.why)) return named;
    throw new ConfigError(`baseline-ref: "${named.ref}" cannot be looked up: ${repository.why}`);
  }
  const found = await findBaseIn(repository, named, ports);
  if (found.kind !== "missing" || found.isUnknown !== true) return { ...named, found };
  const guess = didYouMean(named.ref, await knownNames(repository, ports));
  throw new ConfigError(`baseline-ref: ${found.steps.at(-1) ?? `"${named.ref}" was not found`}${guess}`);
}

/** Branches and tags of the clone, with the branches of its remotes by their own names. */
async function knownNames({ root }: Repository, ports: Ports): Promise<readonly string[]> {
  const git = gitIn(root, ports);
  const listed = await output(git("for-each-ref", "--count=2000", "--format=%(refname:strip=2)"));
  const names = (listed ?? "").split("\n").filter((name) => name !== "");
  return [...new Set(names.flatMap((name) => [name, name.replace(/^[^/]+\//, "")]))];
}
