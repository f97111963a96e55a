import type { Environment } from "../model/environment.ts";
import type { CacheInput } from "../model/report.ts";

export type CacheDecision = {
  readonly restore: boolean;
  readonly save: boolean;
  /**
   * Whether compiled packages may come from the cache. The go command believes them: where the change itself may have saved the entry,
   * it could hand in objects that hide what it does to the link. Modules are checked against go.sum and need no such trust.
   */
  readonly packages: boolean;
  /** Why, in one sentence. */
  readonly why: string;
};

/**
 * Whether a run may restore and save. `auto` is off where an entry would hurt or could have been planted by somebody who may not
 * write to the repository; `true` asks only what is possible. What the variables mean: GitHub's documentation of the default
 * environment variables and of dependency caching; ACTIONS_* is what the runner hands to JavaScript actions.
 */
export function decideCache(wanted: CacheInput, env: Environment): CacheDecision {
  if (wanted === "false") return off("cache: false turns it off");
  if (!isSet(env.ACTIONS_RUNTIME_TOKEN) || !(isSet(env.ACTIONS_RESULTS_URL) || isSet(env.ACTIONS_CACHE_URL))) {
    return off("the runner offers no cache service");
  }
  const decision = limitByMode(wanted === "true" ? decideByWish(env) : decideByEvent(env), env);
  return { ...decision, packages: isOfTrustedScope(env) };
}

/**
 * Whether all that wrote to the cache scopes of this run could write to the repository. A run reads the entries of its own ref first: those
 * of a pull request or a merge queue were saved by runs of the very code that is judged (GitHub's documentation of dependency caching,
 * "Restrictions for accessing a cache").
 */
function isOfTrustedScope(env: Environment): boolean {
  if (/^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/.test(env.GITHUB_REF ?? "")) return false;
  return isTrustedEvent(env) || isRelease(env);
}

/** What others' code leaves behind in a run of the default branch would be believed by every later run. */
function decideByWish(env: Environment): CacheDecision {
  const event = env.GITHUB_EVENT_NAME ?? "";
  const savesToOwnScope = isTrustedEvent(env) || isRelease(env) || event === "pull_request" || event === "merge_group";
  if (savesToOwnScope) return on("cache: true asks for it");
  return readOnly(`cache: true is set, but ${nameOfEvent(env)} may run code of people without write access`);
}

function isTrustedEvent(env: Environment): boolean {
  return trustedEvents.has(env.GITHUB_EVENT_NAME ?? "");
}

function isRelease(env: Environment): boolean {
  return env.GITHUB_EVENT_NAME === "release" || env.GITHUB_REF_TYPE === "tag";
}

function nameOfEvent({ GITHUB_EVENT_NAME: event = "" }: Environment): string {
  return event === "" ? "an unknown event" : event;
}

function decideByEvent(env: Environment): CacheDecision {
  const event = env.GITHUB_EVENT_NAME ?? "";
  if (env.RUNNER_ENVIRONMENT !== "github-hosted") {
    return off("the runner is not hosted by GitHub");
  }
  if (isRelease(env)) {
    return off("releases are built without a cache");
  }
  if (event === "pull_request") return readOnly("a pull request restores only: no other run could read what it saves");
  if (event === "merge_group") return readOnly("a merge queue restores only: no other run could read what it saves");
  if (isTrustedEvent(env)) return on(`started by ${event} on a runner of GitHub's own`);
  return off(`${nameOfEvent(env)} may run code of people without write access`);
}

// Only who may write to the repository can cause these, and they run what is on one of its branches.
const trustedEvents = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);

/** `cache-mode` of the workflow or job; @actions/cache obeys it too, but only after the archive has been packed. */
function limitByMode(decision: CacheDecision, env: Environment): CacheDecision {
  const mode = (env.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
  const why = `the workflow says cache-mode: ${mode}`;
  if (mode === "none") return off(why);
  if (mode === "read") return decision.save ? { ...decision, save: false, why } : decision;
  if (mode !== "write-only") return decision;
  return decision.save ? { ...decision, restore: false, why } : off(`${why}, and ${decision.why}`);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function on(why: string): CacheDecision {
  return { restore: true, save: true, packages: true, why };
}

function readOnly(why: string): CacheDecision {
  return { restore: true, save: false, packages: true, why };
}

function off(why: string): CacheDecision {
  return { restore: false, save: false, packages: false, why };
}
