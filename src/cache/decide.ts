import type { Environment } from "../model/environment.ts";
import type { CacheInput } from "../model/report.ts";

export type CacheDecision = {
  readonly restore: boolean;
  readonly save: boolean;
  /** Why, in one sentence. */
  readonly why: string;
};

/**
 * Whether a run may restore and save. `auto` is off where an entry would hurt or could have been planted by somebody who may not
 * write to the repository; `true` asks only what is possible. What the variables mean: GitHub's documentation of the default
 * environment variables and of dependency caching; ACTIONS_* is what the runner hands to JavaScript actions.
 */
export function decideCache(wanted: CacheInput, env: Environment): CacheDecision {
  if (wanted === "false") return off("cache: false asks for none");
  if (!isSet(env.ACTIONS_RUNTIME_TOKEN) || !(isSet(env.ACTIONS_RESULTS_URL) || isSet(env.ACTIONS_CACHE_URL))) {
    return off("the runner offers no cache service");
  }
  return limitByMode(wanted === "true" ? on("cache: true asks for it") : decideByEvent(env), env);
}

function decideByEvent(env: Environment): CacheDecision {
  const event = env.GITHUB_EVENT_NAME ?? "";
  if (env.RUNNER_ENVIRONMENT !== "github-hosted") {
    return off("this is no runner of GitHub's own, and its disk is nearer than GitHub's cache");
  }
  if (event === "release" || env.GITHUB_REF_TYPE === "tag") {
    return off("a release is built from nothing that an earlier run left behind");
  }
  if (event === "pull_request") return readOnly("a pull request restores only: nobody else could read what it saves");
  if (event === "merge_group") return readOnly("a merge queue restores only: nobody else could read what it saves");
  if (trustedEvents.has(event)) return on(`started by ${event} on a runner of GitHub's own`);
  return off(`what ${event === "" ? "an unknown event" : event} starts may run code of people who may not write here`);
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
  return { restore: true, save: true, why };
}

function readOnly(why: string): CacheDecision {
  return { restore: true, save: false, why };
}

function off(why: string): CacheDecision {
  return { restore: false, save: false, why };
}
