import { foreignEvent } from "../config/safe-events.ts";
import { ConfigError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";
import type { FoundBase } from "./fetch.ts";

/** How the commit to compare with is found. */
export type BaseRef =
  /** HEAD is the merge of a pull request: its first parent. `head`: what the second has to be. */
  | { readonly kind: "merge-parent"; readonly head: string; readonly branch: string }
  /** A commit that the event names. `head`: what HEAD has to be for that; null when the event does not say. */
  | { readonly kind: "commit"; readonly sha: string; readonly head: string | null; readonly what: string }
  /** A branch, tag or commit that somebody named. */
  | {
      readonly kind: "ref";
      readonly ref: string;
      /** What it is, once somebody has looked. */
      readonly found?: FoundBase;
    }
  /** The event has a base, but does not say which. */
  | { readonly kind: "lost"; readonly why: string }
  /** Nothing to compare with, and why. */
  | { readonly kind: "none"; readonly why: string };

export type BaseRequest = {
  readonly baseline: "auto" | "policy" | "build" | "none";
  readonly baselineRef: string | null;
};

/** Where the two commits are that a run needs. */
export type BaseRefs = {
  /** Whose programs are compared with. */
  readonly programs: BaseRef;
  /**
   * Whose config file and workflow say what was asked for before this change: what the event itself names, because a change could
   * name another commit in `baseline-ref`, or switch the comparison off.
   */
  readonly policy: BaseRef;
};

const zeros = /^0+$/;

/**
 * The event of a workflow run -> where its base is. Outside of GitHub there is none unless `baseline-ref` names it.
 * Throws ConfigError for every event but those in which nobody's code runs with more rights than its author has.
 */
export function baseRefsOfEvent(request: BaseRequest, env: Environment, payload: unknown): BaseRefs {
  const { baseline, baselineRef } = request;
  const foreign = foreignEvent(env);
  if (foreign !== null) {
    const none = { kind: "none", why: "baseline: none" } as const;
    if (baseline === "none") return { programs: none, policy: none };
    throw new ConfigError(
      `baseline: ${foreign} runs with the repository's permissions, and a build would run code from the pull request; ` +
        "use the event pull_request, or baseline: none",
    );
  }
  const ofEvent = refOfEvent(env.GITHUB_EVENT_NAME ?? "", fieldsOf(payload), env);
  const named = baselineRef === null ? ofEvent : ({ kind: "ref", ref: baselineRef } as const);
  const policy = ofEvent.kind === "none" ? named : ofEvent;
  if (baseline === "none") return { programs: { kind: "none", why: "baseline: none" }, policy };
  if (named.kind === "none" && baseline === "build") {
    throw new ConfigError(`baseline: build needs a commit to build (${named.why}); name one in baseline-ref`);
  }
  return { programs: named, policy };
}

/** What the file of the event says; null outside of a workflow run, and when it cannot be read. */
export async function readPayload({ env, files }: Pick<Ports, "env" | "files">): Promise<unknown> {
  const path = env.GITHUB_EVENT_PATH ?? "";
  const text = path === "" || env.GITHUB_ACTIONS !== "true" ? undefined : await files.readText(path);
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function refOfEvent(event: string, payload: Fields, env: Environment): BaseRef {
  switch (event) {
    case "":
      return { kind: "none", why: "no baseline-ref is given, and this is not a workflow run" };
    case "pull_request": {
      const head = commit(payload.pull_request, "head", "sha");
      const branch = text(payload.pull_request, "base", "ref");
      if (head === null || branch === null) return { kind: "lost", why: "the event has no pull request" };
      return { kind: "merge-parent", head, branch };
    }
    case "merge_group": {
      const sha = commit(payload.merge_group, "base_sha");
      const head = commit(payload.merge_group, "head_sha");
      return sha === null
        ? { kind: "lost", why: "the event does not name a base commit" }
        : { kind: "commit", sha, head, what: "the base of the merge group" };
    }
    case "push":
      return refOfPush(payload, env);
    default:
      return { kind: "none", why: `the event ${event} has no base commit; set baseline-ref` };
  }
}

function refOfPush(payload: Fields, env: Environment): BaseRef {
  if ((env.GITHUB_REF ?? "").startsWith("refs/tags/")) {
    return { kind: "none", why: "a tag has no base commit; set baseline-ref" };
  }
  const before = commit(payload, "before");
  if (before === null) return { kind: "lost", why: "the event does not name the commit before the push" };
  if (zeros.test(before)) return { kind: "none", why: "the branch is new" };
  return {
    kind: "commit",
    sha: before,
    head: commit(payload, "after"),
    what: "what the branch was before the push",
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function text(value: unknown, ...path: readonly string[]): string | null {
  const found = path.reduce<unknown>((at, name) => fieldsOf(at)[name], value);
  return typeof found === "string" && found !== "" ? found : null;
}

function commit(value: unknown, ...path: readonly string[]): string | null {
  const found = text(value, ...path);
  return found !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : null;
}
