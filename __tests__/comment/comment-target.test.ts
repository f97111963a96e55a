import { describe, expect, it } from "vitest";
import { markerOf } from "../../src/comment/marker.ts";
import { findCommentTarget } from "../../src/comment/comment-target.ts";
import { describeTrouble } from "../../src/comment/trouble.ts";
import { RequestFailed } from "../../src/errors.ts";
import { payloads } from "../support/github.ts";

const head = "ab".repeat(20);
const repo = (name: string): unknown => ({ full_name: name });
const request = (fields: Readonly<Record<string, unknown>>): unknown => ({
  pull_request: { number: 1, head: { repo: repo("acme/app") }, base: { repo: repo("acme/app") }, ...fields },
});
const found = { pullRequest: { repository: "acme/app", number: 1 } };
const fork = { why: "the pull request comes from a fork, and GitHub gives its runs a read-only token" };

describe("where a comment can go", () => {
  it.each([
    { name: "a pull request", event: "pull_request", payload: payloads.pullRequest(head), want: found },
    { name: "a review", event: "pull_request_review", payload: request({}), want: found },
    { name: "a fork", event: "pull_request", payload: payloads.pullRequest(head, { fork: true }), want: fork },
    { name: "a fork that was deleted", event: "pull_request", payload: request({ head: { repo: null } }), want: fork },
    {
      name: "a fork, with the rights of the repository",
      event: "pull_request_target",
      payload: payloads.pullRequest(head, { fork: true }),
      want: fork,
    },
    {
      name: "a push",
      event: "push",
      payload: payloads.push(head, head),
      want: { why: "the event push has no pull request" },
    },
    {
      name: "a merge queue",
      event: "merge_group",
      payload: payloads.mergeGroup(head, head),
      want: { why: "the event merge_group has no pull request" },
    },
    {
      name: "a comment on a pull request, whose run is one of the default branch",
      event: "issue_comment",
      payload: { issue: { number: 1, pull_request: {} } },
      want: { why: "the event issue_comment has no pull request" },
    },
    { name: "no event", event: undefined, payload: null, want: { why: "this is not a workflow run" } },
    {
      name: "a payload that is something else",
      event: "pull_request",
      payload: { pull_request: "x" },
      want: { why: "the event pull_request has no pull request" },
    },
    {
      name: "a name that would lead elsewhere",
      event: "pull_request",
      payload: request({ head: { repo: repo("a/../b") }, base: { repo: repo("a/../b") } }),
      want: { why: "the event pull_request has no pull request" },
    },
  ])("$name", ({ event, payload, want }) => {
    expect(findCommentTarget(event === undefined ? {} : { GITHUB_EVENT_NAME: event }, payload)).toEqual(want);
  });

  it("not where Dependabot acts", () => {
    const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_ACTOR: "dependabot[bot]" };
    expect(findCommentTarget(env, request({}))).toEqual({
      why: "Dependabot started the run, and GitHub gives it a read-only token",
    });
  });
});

describe("the marker", () => {
  const env = { GITHUB_WORKFLOW: "CI --> <b>", GITHUB_JOB: "linkage", GITHUB_ACTION: "__self", RUNNER_OS: "Linux" };
  const inputs = { ship: "netgo", platforms: "linux/amd64", "comment-key": "null" };

  it("is one short comment of HTML, and the same every time", async () => {
    expect(await markerOf(env, inputs)).toMatch(/^<!-- go-linkage:[0-9a-f]{32} -->$/);
    expect(await markerOf({ ...env, GITHUB_RUN_ID: "7" }, { ...inputs })).toBe(await markerOf(env, inputs));
  });

  it.each([
    { name: "the workflow", env: { GITHUB_WORKFLOW: "Nightly" } },
    { name: "the job", env: { GITHUB_JOB: "release" } },
    { name: "the step", env: { GITHUB_ACTION: "__self_2" } },
    { name: "the system", env: { RUNNER_OS: "macOS" } },
    { name: "the leg of the matrix", inputs: { "comment-key": '{"go":"1.26"}' } },
    { name: "what ships", inputs: { ship: "musl" } },
    { name: "the folder", inputs: { "working-directory": "tools" } },
    { name: "the packages", inputs: { packages: "./cmd/api" } },
  ])("differs with $name", async (other) => {
    const changed = await markerOf({ ...env, ...other.env }, { ...inputs, ...other.inputs });
    expect(changed).not.toBe(await markerOf(env, inputs));
  });

  it.each(["flags", "strategies", "require", "token", "comment", "fail-on"])("stays when %s changes", async (name) => {
    expect(await markerOf(env, { ...inputs, [name]: "other" })).toBe(await markerOf(env, inputs));
  });

  it("does not take one input for another", async () => {
    const [a, b] = [await markerOf({}, { packages: "x" }), await markerOf({}, { platforms: "x" })];
    expect(a).not.toBe(b);
  });
});

describe("trouble", () => {
  const permission = "give the job permissions: pull-requests: write";
  it.each([
    { status: 403, message: "HTTP status 403 (Resource not accessible by integration)", says: permission },
    { status: 404, message: "HTTP status 404 (Not Found)", says: permission },
    { status: 401, message: "HTTP status 401 (Bad credentials)", says: "the input token is not valid" },
    { status: 403, message: "HTTP status 403 (Unable to create comment because issue is locked.)", says: null },
    { status: 403, message: "HTTP status 403 (Repository was archived so is read-only.)", says: null },
    { status: 403, message: "HTTP status 403, rate limit", says: null },
    { status: 502, message: "HTTP status 502", says: null },
    { status: null, message: "no connection: ECONNREFUSED", says: null },
  ])("$message", ({ status, message, says }) => {
    const text = describeTrouble(new RequestFailed(message, { passing: false, status }));
    expect(text).toBe(
      `none is written: ${message}${says === null ? "" : `; ${says}`}; the report is in the job summary`,
    );
  });
});
