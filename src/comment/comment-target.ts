import * as v from "valibot";
import type { PullRequest } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";

/** Where a comment could go, or why it can go nowhere. */
type CommentTarget = { readonly pullRequest: PullRequest } | { readonly why: string };

const Event = v.object({
  pull_request: v.object({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    // It becomes a part of URLs.
    base: v.object({ repo: v.object({ full_name: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)) }) }),
    // A fork may have been deleted.
    head: v.fallback(v.object({ repo: v.nullable(v.object({ full_name: v.string() })) }), { repo: null }),
  }),
});

/**
 * The event of a workflow run -> its pull request. Where the job's token can only read, nothing is tried: for a pull request from a
 * fork, and for what Dependabot did (also when somebody runs it again: GITHUB_ACTOR stays).
 */
export function findCommentTarget(env: Environment, payload: unknown): CommentTarget {
  const event = v.safeParse(Event, payload);
  if (!event.success) {
    const name = env.GITHUB_EVENT_NAME ?? "";
    return { why: name === "" ? "this is not a workflow run" : `the event ${name} has no pull request` };
  }
  const { number, base, head } = event.output.pull_request;
  const repository = base.repo.full_name;
  if (head.repo?.full_name !== repository) {
    return { why: "the pull request comes from a fork, and GitHub gives its runs a read-only token" };
  }
  if (env.GITHUB_ACTOR === "dependabot[bot]")
    return { why: "Dependabot started the run, and GitHub gives it a read-only token" };
  return { pullRequest: { repository, number } };
}
