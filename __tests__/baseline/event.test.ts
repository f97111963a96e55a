import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseRefsOfEvent, type BaseRef, type BaseRequest } from "../../src/baseline/event.ts";
import { ConfigError } from "../../src/errors.ts";
import { payloads } from "../support/github.ts";

const [a, b] = ["a", "b"].map((digit) => digit.repeat(40)) as [string, string];
const zeros = "0".repeat(40);
const auto: BaseRequest = { baseline: "auto", baselineRef: null };

type Row = {
  readonly name: string;
  readonly event: string;
  readonly payload?: unknown;
  readonly ref?: string;
  readonly request?: Partial<BaseRequest>;
  readonly want: Partial<BaseRef>;
};

const rows: readonly Row[] = [
  {
    name: "a pull request",
    event: "pull_request",
    payload: payloads.pullRequest(a, { base: "release/1" }),
    want: { kind: "merge-parent", head: a, branch: "release/1" },
  },
  {
    name: "a fork",
    event: "pull_request",
    payload: payloads.pullRequest(a, { fork: true }),
    want: { kind: "merge-parent", head: a, branch: "main" },
  },
  {
    name: "a merge queue",
    event: "merge_group",
    payload: payloads.mergeGroup(a, b),
    want: { kind: "commit", sha: a, head: b, what: "the base of the merge group" },
  },
  {
    name: "a push",
    event: "push",
    payload: payloads.push(a, b),
    want: { kind: "commit", sha: a, head: b, what: "what the branch was before the push" },
  },
  {
    name: "a new branch",
    event: "push",
    payload: payloads.push(zeros, b),
    want: { kind: "none", why: "the branch is new" },
  },
  {
    name: "a tag",
    event: "push",
    ref: "refs/tags/v1",
    payload: payloads.push(a, b),
    want: { kind: "none", why: "a tag has no base commit; set baseline-ref" },
  },
  {
    name: "a schedule",
    event: "schedule",
    want: { kind: "none", why: "the event schedule has no base commit; set baseline-ref" },
  },
  { name: "no event", event: "", want: { kind: "none" } },
  {
    name: "a ref wins over the event",
    event: "push",
    payload: payloads.push(a, b),
    request: { baselineRef: "v1" },
    want: { kind: "ref", ref: "v1" },
  },
  {
    name: "none wins over a ref",
    event: "push",
    request: { baseline: "none", baselineRef: "v1" },
    want: { kind: "none", why: "baseline: none" },
  },
  {
    name: "none in an event that is refused",
    event: "pull_request_target",
    request: { baseline: "none" },
    want: { kind: "none" },
  },
  {
    name: "a ref and build",
    event: "schedule",
    request: { baseline: "build", baselineRef: "v1" },
    want: { kind: "ref" },
  },
  { name: "SHA-256", event: "push", payload: payloads.push(a + a.slice(0, 24), b), want: { kind: "commit" } },
  { name: "a pull request without a payload", event: "pull_request", payload: null, want: { kind: "lost" } },
  { name: "a push without a payload", event: "push", payload: null, want: { kind: "lost" } },
  { name: "a merge queue without a payload", event: "merge_group", payload: "text", want: { kind: "lost" } },
  {
    name: "a commit that is an option",
    event: "push",
    payload: payloads.push("--upload-pack=x", b),
    want: { kind: "lost" },
  },
  {
    name: "a head that is an option",
    event: "pull_request",
    payload: payloads.pullRequest("-x"),
    want: { kind: "lost" },
  },
];

describe("where the base is", () => {
  it.each(rows)("$name", ({ event, payload, ref = "refs/heads/main", request, want }) => {
    const env = { GITHUB_EVENT_NAME: event, GITHUB_REF: ref };
    expect(baseRefsOfEvent({ ...auto, ...request }, env, payload).programs).toMatchObject(want);
  });

  const foreign = [
    ...["pull_request_target", "workflow_run", "issue_comment", "issues", "pull_request_review", "discussion_comment"],
    ...[
      "pull_request_review_comment",
      "repository_dispatch",
      "watch",
      "fork",
      "deployment_status",
      "check_run",
      "status",
    ],
    ...["create", "delete", "label", "PULL_REQUEST", "pull_request ", "an_event_of_tomorrow"],
  ];

  it.each(foreign)("%s is refused, whatever else is asked for", (event) => {
    const env = { GITHUB_EVENT_NAME: event };
    for (const request of [auto, { ...auto, baselineRef: "v1" }, { ...auto, baseline: "build" }] as const) {
      expect(() => baseRefsOfEvent(request, env, payloads.pullRequest(a))).toThrow(ConfigError);
      expect(() => baseRefsOfEvent(request, env, {})).toThrow(/runs with the repository's permissions/);
    }
    // Nothing is looked for then, neither programs nor a policy.
    const { programs, policy } = baseRefsOfEvent({ ...auto, baseline: "none" }, env, payloads.pullRequest(a));
    expect([programs, policy]).toEqual([{ kind: "none", why: "baseline: none" }, programs]);
  });

  it.each(["schedule", "workflow_dispatch", "workflow_call", "release", ""])("%j is safe, and has no base", (event) => {
    const { programs, policy } = baseRefsOfEvent(auto, { GITHUB_EVENT_NAME: event }, {});
    expect([programs.kind, policy.kind]).toEqual(["none", "none"]);
  });

  it("a tag that is created is safe", () => {
    const env = { GITHUB_EVENT_NAME: "create", GITHUB_REF: "refs/tags/v1" };
    expect(baseRefsOfEvent(auto, env, {}).programs.kind).toBe("none");
  });

  it("the policy is that of the event's own base, whatever else is compared with", () => {
    const env = { GITHUB_EVENT_NAME: "pull_request" };
    const own = { kind: "merge-parent", head: a, branch: "main" };
    for (const request of [auto, { ...auto, baselineRef: "HEAD" }, { ...auto, baseline: "none" }] as const) {
      expect(baseRefsOfEvent(request, env, payloads.pullRequest(a)).policy).toEqual(own);
    }
    expect(baseRefsOfEvent({ ...auto, baselineRef: "v1" }, {}, null).policy).toEqual({ kind: "ref", ref: "v1" });
  });

  it("build insists on a base", () => {
    const env = { GITHUB_EVENT_NAME: "schedule" };
    expect(() => baseRefsOfEvent({ ...auto, baseline: "build" }, env, {})).toThrow(
      "baseline: build needs a commit to build (the event schedule has no base commit; set baseline-ref)",
    );
  });

  it("no payload makes it crash, or name a commit that is none", () => {
    const events = fc.constantFrom("pull_request", "push", "merge_group", "schedule", "");
    const strange = fc.oneof(fc.jsonValue(), fc.constantFrom("--exec=x", "HEAD", a, zeros, `${a}\n`, a.toUpperCase()));
    const payload = fc.oneof(
      strange,
      fc.record({ before: strange, after: strange, merge_group: strange }),
      fc.record({ pull_request: fc.record({ head: fc.record({ sha: strange }), base: fc.record({ ref: strange }) }) }),
      fc.record({ merge_group: fc.record({ base_sha: strange, head_sha: strange }) }),
    );
    fc.assert(
      fc.property(events, payload, (event, given) => {
        const { programs: question } = baseRefsOfEvent(auto, { GITHUB_EVENT_NAME: event }, given);
        if (question.kind === "commit") expect(question.sha).toMatch(/^[0-9a-f]{40}$/);
        if (question.kind === "merge-parent") expect(question.head).toMatch(/^[0-9a-f]{40}$/);
      }),
    );
  });
});
