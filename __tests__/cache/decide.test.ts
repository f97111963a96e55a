import { expect, it } from "vitest";
import { decideCache } from "../../src/cache/decide.ts";

const hosted = {
  ACTIONS_RESULTS_URL: "https://results.example/",
  ACTIONS_RUNTIME_TOKEN: "token",
  RUNNER_ENVIRONMENT: "github-hosted",
  GITHUB_EVENT_NAME: "push",
  GITHUB_REF_TYPE: "branch",
};

type Row = {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly wanted?: "auto" | "true" | "false";
  /** r, w, rw or nothing. */
  readonly may: string;
  readonly why: RegExp;
};

it.each<Row>([
  { name: "a push to a branch", may: "rw", why: /push/ },
  { name: "a schedule", env: { GITHUB_EVENT_NAME: "schedule" }, may: "rw", why: /schedule/ },
  { name: "a dispatch", env: { GITHUB_EVENT_NAME: "workflow_dispatch" }, may: "rw", why: /workflow_dispatch/ },
  { name: "a dispatch by API", env: { GITHUB_EVENT_NAME: "repository_dispatch" }, may: "rw", why: /repository/ },
  { name: "a pull request", env: { GITHUB_EVENT_NAME: "pull_request" }, may: "r", why: /pull request restores only/ },
  { name: "a merge queue", env: { GITHUB_EVENT_NAME: "merge_group" }, may: "r", why: /merge queue restores only/ },
  { name: "a tag", env: { GITHUB_REF_TYPE: "tag" }, may: "", why: /release/ },
  { name: "a release", env: { GITHUB_EVENT_NAME: "release" }, may: "", why: /release/ },
  ...[
    "pull_request_target",
    "workflow_run",
    "issue_comment",
    "issues",
    "discussion",
    "pull_request_review",
    "fork",
  ].map((event) => ({
    name: event,
    env: { GITHUB_EVENT_NAME: event },
    may: "",
    why: new RegExp(`^${event} may run`),
  })),
  { name: "no event", env: { GITHUB_EVENT_NAME: "" }, may: "", why: /an unknown event/ },
  { name: "a self-hosted runner", env: { RUNNER_ENVIRONMENT: "self-hosted" }, may: "", why: /not hosted by GitHub/ },
  { name: "a runner that does not say", env: { RUNNER_ENVIRONMENT: "" }, may: "", why: /not hosted by GitHub/ },
  { name: "no token", env: { ACTIONS_RUNTIME_TOKEN: "" }, may: "", why: /no cache service/ },
  { name: "no address", env: { ACTIONS_RESULTS_URL: "" }, may: "", why: /no cache service/ },
  {
    name: "the address of the old service",
    env: { ACTIONS_RESULTS_URL: "", ACTIONS_CACHE_URL: "https://old.example/" },
    may: "rw",
    why: /push/,
  },
  { name: "cache-mode: read", env: { ACTIONS_CACHE_MODE: "read" }, may: "r", why: /cache-mode: read/ },
  { name: "cache-mode: write", env: { ACTIONS_CACHE_MODE: "write" }, may: "rw", why: /push/ },
  {
    name: "cache-mode: write-only",
    env: { ACTIONS_CACHE_MODE: "Write-Only" },
    may: "w",
    why: /cache-mode: write-only/,
  },
  { name: "cache-mode: none", env: { ACTIONS_CACHE_MODE: "none" }, may: "", why: /cache-mode: none/ },
  { name: "a mode of later years", env: { ACTIONS_CACHE_MODE: "sometimes" }, may: "rw", why: /push/ },
  {
    name: "write-only in a pull request",
    env: { ACTIONS_CACHE_MODE: "write-only", GITHUB_EVENT_NAME: "pull_request" },
    may: "",
    why: /write-only, and a pull request restores only/,
  },
  { name: "false", wanted: "false", may: "", why: /cache: false/ },
  { name: "true on a tag", wanted: "true", env: { GITHUB_REF_TYPE: "tag" }, may: "rw", why: /cache: true/ },
  { name: "true, self-hosted", wanted: "true", env: { RUNNER_ENVIRONMENT: "self-hosted" }, may: "rw", why: /: true/ },
  { name: "true without a service", wanted: "true", env: { ACTIONS_RUNTIME_TOKEN: "" }, may: "", why: /no cache/ },
  { name: "true in read mode", wanted: "true", env: { ACTIONS_CACHE_MODE: "read" }, may: "r", why: /cache-mode/ },
  ...["pull_request_target", "workflow_run", "issue_comment", "pull_request_review"].map((event) => ({
    name: `true, ${event}`,
    wanted: "true" as const,
    env: { GITHUB_EVENT_NAME: event },
    may: "r",
    why: new RegExp(`${event} may run code of people`),
  })),
  {
    name: "true in a pull request",
    wanted: "true",
    env: { GITHUB_EVENT_NAME: "pull_request" },
    may: "rw",
    why: /true/,
  },
])("$name", ({ env = {}, wanted = "auto", may, why }) => {
  const decision = decideCache(wanted, { ...hosted, ...env });
  expect((decision.restore ? "r" : "") + (decision.save ? "w" : "")).toBe(may);
  expect(decision.why).toMatch(why);
  expect(decision.why).not.toMatch(/\.$/);
});

it.each([
  { env: {}, packages: true },
  { env: { GITHUB_EVENT_NAME: "schedule" }, packages: true },
  { env: { GITHUB_EVENT_NAME: "release" }, packages: true },
  { env: { GITHUB_REF_TYPE: "tag" }, packages: true },
  { env: { GITHUB_REF: "refs/heads/pull/1/merge" }, packages: true },
  { env: { GITHUB_EVENT_NAME: "pull_request" }, packages: false },
  { env: { GITHUB_EVENT_NAME: "merge_group" }, packages: false },
  { env: { GITHUB_EVENT_NAME: "pull_request_review" }, packages: false },
  { env: { GITHUB_EVENT_NAME: "an_event_of_later_years" }, packages: false },
  { env: { GITHUB_EVENT_NAME: "" }, packages: false },
  { env: { GITHUB_REF: "refs/pull/1/merge" }, packages: false },
  { env: { GITHUB_REF: "refs/heads/gh-readonly-queue/main/pr-1-0" }, packages: false },
])("compiled packages from the cache with $env: $packages", ({ env, packages }) => {
  expect(decideCache("true", { ...hosted, ...env }).packages).toBe(packages);
});
