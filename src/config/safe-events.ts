import type { Environment } from "../model/environment.ts";

/**
 * The events that run a workflow of the commit that they check out, with no more rights than the author of that commit has
 * (docs.github.com, "Events that trigger workflows"). A called workflow has the event of its caller.
 */
const safeEvents: readonly string[] = [
  "pull_request",
  "merge_group",
  "push",
  "schedule",
  "workflow_dispatch",
  "workflow_call",
  "release",
];

/** The event of this run, when what is checked out may be a stranger's while the run has the rights of the repository; else null. */
export function foreignEvent(env: Environment): string | null {
  const event = env.GITHUB_EVENT_NAME ?? "";
  const isTag = event === "create" && (env.GITHUB_REF ?? "").startsWith("refs/tags/");
  return event === "" || isTag || safeEvents.includes(event) ? null : event;
}
