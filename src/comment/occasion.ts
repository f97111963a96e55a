import type { PullRequest } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";

/** Where a comment could go, or why it can go nowhere. */
type Occasion = { readonly pullRequest: PullRequest } | { readonly why: string };

/**
 * The event of a workflow run -> its pull request. Where the job's token can only read, nothing is tried: for a pull request from a
 * fork, and for what Dependabot did (also when somebody runs it again: GITHUB_ACTOR stays).
 */
export function occasionOf(env: Environment, payload: unknown): Occasion {
  const request = field(payload, "pull_request");
  const number = field(request, "number");
  const base = field(request, "base", "repo", "full_name");
  if (!isNumber(number) || !isRepository(base)) {
    const event = env.GITHUB_EVENT_NAME ?? "";
    return { why: event === "" ? "this is no workflow run" : `the event ${event} has no pull request` };
  }
  const head = field(request, "head", "repo", "full_name");
  if (head !== base) return { why: "the pull request comes from a fork, and GitHub lets its runs only read" };
  if (env.GITHUB_ACTOR === "dependabot[bot]")
    return { why: "Dependabot started the run, and GitHub lets that only read" };
  return { pullRequest: { repository: base, number } };
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** It becomes a part of URLs. */
function isRepository(value: unknown): value is string {
  return typeof value === "string" && /^[\w.-]+\/[\w.-]+$/.test(value);
}

function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? (at as Readonly<Record<string, unknown>>)[name] : undefined),
    value,
  );
}
