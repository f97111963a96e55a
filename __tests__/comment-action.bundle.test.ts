import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildElf } from "./support/elf-builder.ts";
import { denied, GitHubApi } from "./support/github-api.ts";
import { payloads } from "./support/github.ts";
import { jobToken, Runner, type Step, type StepResult } from "./support/runner.ts";

// The committed bundle in jobs of pull requests, with a look-alike of GitHub's API. A file that is there already is judged: nothing of
// this depends on a build.

const head = "ab".repeat(20);
const octocat = { login: "octocat", type: "User" } as const;
const thread = "/repos/acme/app/issues/1/comments";
const list = `GET ${thread}?per_page=100&page=1`;
const create = `POST ${thread}`;

let runner: Runner;
let api: GitHubApi;
let workspace: string;

beforeEach(async () => {
  runner = new Runner();
  api = await new GitHubApi().start();
  workspace = mkdtempSync(join(tmpdir(), "workspace-"));
  writeFileSync(join(workspace, "app"), buildElf({ interpreter: "/lib64/ld-linux-x86-64.so.2" }).bytes);
  writeFileSync(join(workspace, "static"), buildElf().bytes);
});

afterEach(async () => {
  runner.remove();
  await api.close();
  rmSync(workspace, { recursive: true, force: true });
});

type Job = Partial<Step> & { readonly event?: string; readonly payload?: unknown };

/** A step that fails, for app is dynamic, unless told otherwise. */
function start({
  event = "pull_request",
  payload = payloads.pullRequest(head),
  ...step
}: Job = {}): Promise<StepResult> {
  const path = join(runner.home, "event.json");
  writeFileSync(path, JSON.stringify(payload));
  return runner.main({
    ...step,
    workspace,
    inputs: { mode: "inspect", binaries: "app", require: "static", comment: "on-change", ...step.inputs },
    env: {
      GITHUB_API_URL: api.url,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: "acme/app",
      GITHUB_SHA: head,
      GITHUB_WORKFLOW: "CI",
      GITHUB_JOB: "linkage",
      GITHUB_RUN_ID: "7000000001",
      GITHUB_RUN_ATTEMPT: "1",
      ...step.env,
    },
  });
}

const well = { binaries: "static" };

/** The lines that a comment adds to the log. */
function remarks({ log }: StepResult): string[] {
  return log.split("\n").filter((line) => /^(?:::(?:notice|warning|error)::)?comment: /.test(line));
}

/** Everything that a later step or a person sees, but what the comment itself says. */
function seen(step: StepResult): unknown {
  const outputs = Object.entries(step.outputs).map(([name, value]) => [name, value.replace(/report-\w+/g, "")]);
  const plain = step.log.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
  const log = plain.split("\n").filter((line) => !remarks(step).includes(line));
  return { ...step, outputs, log, state: Object.keys(step.state) };
}

describe("a comment", () => {
  it("is written, brought up to date in place, and left when there is nothing new", async () => {
    const first = await start();
    expect(first.exitCode, first.log).toBe(1);
    expect(api.calls).toEqual([list, create]);
    expect(remarks(first)).toEqual(["comment: written on pull request 1"]);
    const [comment] = api.comments;
    expect(comment?.body).toMatch(/^<!-- go-linkage:[0-9a-f]{32} -->\n## ❌ Static linking: /u);
    expect(comment?.body).toContain("[job summary](https://github.com/acme/app/actions/runs/7000000001/attempts/1).");

    const again = await start();
    expect(remarks(again)).toEqual(["comment: left as it is, for it is up to date, on pull request 1"]);
    expect(api.calls.slice(2)).toEqual([list]);

    const later = await start({ env: { GITHUB_RUN_ID: "7000000002" }, inputs: { binaries: "app\nstatic" } });
    expect(remarks(later)).toEqual(["comment: written on pull request 1"]);
    const fixed = await start({ env: { GITHUB_RUN_ID: "7000000003" }, inputs: { require: "none" } });
    expect(fixed.exitCode, fixed.log).toBe(0);
    expect(remarks(fixed)).toEqual(["comment: updated on pull request 1"]);
    expect(api.calls.at(-1)).toBe("PATCH /repos/acme/app/issues/comments/1000");
    expect(comment?.body).toContain("/runs/7000000003/");
    expect(api.comments).toHaveLength(2);
  });

  it.each([
    { comment: "on-change", inputs: {}, written: true },
    { comment: "on-change", inputs: well, written: false },
    { comment: "failure", inputs: {}, written: true },
    { comment: "failure", inputs: well, written: false },
    { comment: "always", inputs: well, written: true },
  ])("with $comment, $inputs: $written", async ({ comment, inputs, written }) => {
    const step = await start({ inputs: { ...inputs, comment } });
    expect(api.calls, step.log).toEqual(written ? [list, create] : [list]);
  });

  it.each([{ comment: "never" }, { comment: "" }])('is not thought of with "$comment"', async ({ comment }) => {
    const step = await start({ inputs: { comment } });
    expect([api.calls, remarks(step)]).toEqual([[], []]);
  });

  it("refuses another word, before it does anything", async () => {
    const step = await start({ inputs: { comment: "sometimes" } });
    expect([step.exitCode, api.calls]).toEqual([2, []]);
    expect(step.outputs.reason).toBe('comment: "sometimes" is not one of: never, on-change, failure, always');
  });

  it("can be asked for in the config file", async () => {
    writeFileSync(join(workspace, "policy.yml"), "inputs: { comment: always }\n");
    const step = await start({ inputs: { ...well, comment: "", config: "policy.yml" } });
    expect(api.calls, step.log).toEqual([list, create]);
  });

  it("is one for each workflow, job, step and leg of a matrix", async () => {
    const jobs: readonly Job[] = [
      {},
      { env: { GITHUB_WORKFLOW: "Nightly" } },
      { env: { GITHUB_JOB: "release" } },
      { env: { GITHUB_ACTION: "__self_2" } },
      { matrix: { go: "1.26" } },
      { matrix: { go: "1.27" } },
      { inputs: { "comment-key": "mine" } },
    ];
    for (const job of [...jobs, ...jobs]) await start(job);
    expect(new Set(api.comments.map(({ body }) => body.split("\n")[0])).size).toBe(jobs.length);
    expect(api.comments).toHaveLength(jobs.length);
  });

  it("changes nothing else", async () => {
    const [without, written] = [await start({ inputs: { comment: "never" } }), await start()];
    expect(seen(written)).toEqual(seen(without));
    api.before = () => denied;
    expect(seen(await start())).toEqual(seen(without));
    api.before = () => ({ status: 404, body: { message: "Not Found" } });
    expect(seen(await start())).toEqual(seen(without));
  });
});

describe("the comment that is there", () => {
  const marked = async (): Promise<string> => {
    await start();
    const body = api.comments.pop()?.body ?? "";
    api.comments.length = 0;
    api.requests.length = 0;
    return body.replace("failed", "of another day").replace("dynamic", "of another day");
  };

  it("is found on any page, however short the pages are", async () => {
    const body = await marked();
    for (let at = 0; at < 130; at++) api.add({ body: `comment ${at}`, user: octocat });
    const own = api.add({ body });
    api.add({ body: "the last", user: octocat });
    api.pageSize = 30;
    const step = await start();
    const pages = [1, 2, 3, 4, 5].map((page) => `GET ${thread}?per_page=100&page=${page}`);
    expect(api.calls, step.log).toEqual([...pages, `PATCH /repos/acme/app/issues/comments/${own.id}`]);
  });

  it("is no one's but ours: people can write the marker too", async () => {
    const body = await marked();
    const foreign = [
      api.add({ body, user: octocat }),
      api.add({ body: `> ${body.replaceAll("\n", "\n> ")}` }),
      api.add({ body: `As it said:\n${body}` }),
      api.add({ body, user: null }),
      api.add({ body, minimized: { reason: "OUTDATED" } }),
    ];
    const before = foreign.map((each) => each.body);
    const step = await start();
    expect(api.calls, step.log).toEqual([list, "GET /user", create]);
    expect(foreign.map((each) => each.body)).toEqual(before);
    // The next run finds its own among them.
    await start({ env: { GITHUB_RUN_ID: "7000000009" } });
    expect(api.calls.slice(3)).toEqual([list, "GET /user", "PATCH /repos/acme/app/issues/comments/1005"]);
    expect(foreign.map((each) => each.body)).toEqual(before);
  });

  it("is ours by name, with the token of a person", async () => {
    const body = await marked();
    api.owner = octocat;
    api.add({ body, user: { login: "mallory", type: "User" } });
    api.add({ body });
    api.add({ body, user: octocat });
    const step = await start({ inputs: { token: "github_pat_of_octocat" } });
    expect(api.calls, step.log).toEqual([list, "GET /user", "PATCH /repos/acme/app/issues/comments/1002"]);
    expect(api.requests[0]?.authorization).toBe("token github_pat_of_octocat");
  });

  it("is the oldest, when two runs have raced", async () => {
    const body = await marked();
    api.add({ id: 9, body });
    api.add({ id: 7, body });
    api.add({ id: 8, body });
    await start();
    expect(api.calls).toEqual([list, "PATCH /repos/acme/app/issues/comments/7"]);
    expect(api.comments.filter((each) => each.body === body).map(({ id }) => id)).toEqual([9, 8]);
  });

  it("is not written over by an earlier run that took longer", async () => {
    await start({ env: { GITHUB_RUN_ID: "7000000005" } });
    const step = await start({ env: { GITHUB_RUN_ID: "7000000004" } });
    expect(remarks(step)).toEqual(["comment: left as it is, for a later run has written it, on pull request 1"]);
    expect(api.comments[0]?.body).toContain("/runs/7000000005/");
  });
});

describe("where there can be none", () => {
  const dependabot = { GITHUB_ACTOR: "dependabot[bot]" };
  it.each<Job & { readonly name: string; readonly why: string }>([
    { name: "a fork", payload: payloads.pullRequest(head, { fork: true }), why: "the pull request comes from a fork" },
    { name: "Dependabot", env: dependabot, why: "Dependabot started the run" },
    { name: "a push", event: "push", payload: payloads.push(head, head), why: "the event push has no pull request" },
    {
      name: "a merge queue",
      event: "merge_group",
      payload: payloads.mergeGroup(head, head),
      why: "the event merge_group has no pull request",
    },
  ])("$name: nothing is tried, and one notice says why", async ({ name: _, why, ...job }) => {
    const step = await start(job);
    expect([step.exitCode, api.calls], step.log).toEqual([1, []]);
    expect(remarks(step)).toEqual([expect.stringMatching(`^::notice::comment: none, for ${why}.*job summary$`)]);
    expect(step.summary).toContain("Static linking");
  });

  it("a file of the event that is none", async () => {
    const step = await start({ env: { GITHUB_EVENT_PATH: "/nowhere" } });
    expect([step.exitCode, api.calls, remarks(step).length]).toEqual([1, [], 1]);
    writeFileSync(join(workspace, "broken.json"), "{");
    const broken = await start({ env: { GITHUB_EVENT_PATH: join(workspace, "broken.json") } });
    expect([broken.exitCode, api.calls, remarks(broken).length]).toEqual([1, [], 1]);
  });
});

describe("trouble is one warning", () => {
  const permission = "give the job permissions: pull-requests: write";
  const answer = (status: number, message: string, headers = {}) => ({ status, body: { message }, headers });

  it.each([
    { name: "the right is missing", says: permission, answer: denied },
    { name: "the pull request is gone", says: permission, answer: answer(404, "Not Found") },
    { name: "the token is wrong", says: "the input token is not valid", answer: answer(401, "Bad credentials") },
    {
      name: "the conversation is locked",
      says: "Unable to create comment because issue is locked",
      answer: answer(403, "Unable to create comment because issue is locked."),
    },
    {
      name: "the repository is archived",
      says: "Repository was archived",
      answer: answer(403, "Repository was archived so is read-only."),
    },
    { name: "GitHub will not have the text", says: "HTTP status 422", answer: answer(422, "Validation Failed") },
    {
      name: "a rate limit for an hour",
      says: "rate limit",
      answer: answer(403, "API rate limit exceeded", {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "4000000000",
      }),
    },
    {
      name: "a secondary rate limit that names no time",
      says: "rate limit",
      answer: answer(403, "You have exceeded a secondary rate limit."),
    },
    { name: "a rate limit of ten minutes", says: "rate limit", answer: answer(429, "", { "retry-after": "600" }) },
    {
      name: "text that would talk to the runner",
      says: "%0A::error::owned",
      answer: answer(403, "x\n::error::owned"),
    },
  ])("$name", async ({ says, answer: given }) => {
    api.before = ({ method }) => (method === "POST" ? given : undefined);
    const step = await start();
    expect([step.exitCode, api.calls], step.log).toEqual([1, [list, create]]);
    expect(remarks(step)).toEqual([expect.stringMatching(/^::warning::comment: none is written: .*job summary$/)]);
    expect(remarks(step)[0]).toContain(says);
    expect(step.outputs.verdict).toBe("fail");
  });

  it("an empty token", async () => {
    const step = await start({ inputs: { token: "" } });
    expect([step.exitCode, api.calls]).toEqual([1, []]);
    expect(remarks(step)).toEqual([expect.stringMatching(/^::warning::comment: none is written: .*token/)]);
  });

  it("no server at all", async () => {
    const step = await start({ env: { GITHUB_API_URL: "http://127.0.0.1:1" } });
    expect(step.exitCode).toBe(1);
    expect(remarks(step)).toEqual([expect.stringContaining("::warning::comment: none is written: no connection: ")]);
  }, 60_000);
});

describe("what passes is waited for", () => {
  it.each([
    { name: "a server error", answer: { status: 502, body: "<html>" } },
    { name: "a short rate limit", answer: { status: 429, headers: { "retry-after": "1" } } },
    { name: "a short secondary one", answer: { status: 403, headers: { "retry-after": "1" } } },
    { name: "a connection that is cut", answer: "drop" as const },
  ])("$name", async ({ answer }) => {
    api.before = (_, count) => (count === 1 ? answer : undefined);
    const step = await start();
    expect(api.calls, step.log).toEqual([list, list, create]);
    expect(remarks(step)).toEqual(["comment: written on pull request 1"]);
  });

  it("a comment that arrived, though the answer got lost, is not written twice", async () => {
    api.after = ({ method }) => (method === "POST" ? "drop" : undefined);
    const step = await start();
    expect(api.calls, step.log).toEqual([list, create, list]);
    expect(remarks(step)).toEqual(["comment: left as it is, for it is up to date, on pull request 1"]);
    expect(api.comments).toHaveLength(1);
  });

  it("a comment that is deleted in between is written anew", async () => {
    await start();
    api.before = ({ method }) => {
      if (method === "PATCH") api.comments.length = 0;
      return undefined;
    };
    const step = await start({ env: { GITHUB_RUN_ID: "7000000002" } });
    expect(remarks(step), step.log).toEqual(["comment: written on pull request 1"]);
    expect(api.comments).toHaveLength(1);
  });
});

describe("the token", () => {
  it("goes to the API alone, and not along with a redirect", async () => {
    const elsewhere = await new GitHubApi().start();
    try {
      api.before = () => ({ status: 307, headers: { location: `${elsewhere.url}${thread}` } });
      const step = await start();
      expect([step.exitCode, api.calls, elsewhere.requests]).toEqual([1, [list], []]);
      expect(remarks(step)).toEqual([expect.stringContaining("HTTP status 307, to another place")]);
    } finally {
      await elsewhere.close();
    }
  });

  it("goes nowhere along with a link to the next page", async () => {
    const elsewhere = await new GitHubApi().start();
    try {
      for (let at = 0; at < 120; at++) api.add({ body: "text", user: octocat });
      const link = `<${elsewhere.url}${thread}?page=2>; rel="next"`;
      api.before = ({ path }, count) =>
        count === 1 && path.endsWith("page=1") ? { status: 200, body: [], headers: { link } } : undefined;
      const step = await start();
      expect(elsewhere.requests, step.log).toEqual([]);
      expect(api.calls).toEqual([list, `GET ${thread}?per_page=100&page=2`, create]);
    } finally {
      await elsewhere.close();
    }
  });

  it("is in no log, no output, no summary and no report", async () => {
    const written = await start();
    api.before = () => denied;
    const refused = await start();
    expect(api.requests.map(({ authorization }) => authorization)).toContain(`token ${jobToken}`);
    for (const step of [written, refused]) {
      expect(JSON.stringify(step)).not.toContain(jobToken);
      expect(readFileSync(step.outputs["report-json"] ?? "", "utf8")).not.toContain(jobToken);
    }
    expect(JSON.stringify(api.comments)).not.toContain(jobToken);
  });

  it("is hidden from what the step starts", async () => {
    // Stands for go: all that a build could see of the environment.
    writeFileSync(join(workspace, "go"), `#!/bin/sh\nenv >> ${workspace}/environment\nexit 1\n`);
    chmodSync(join(workspace, "go"), 0o755);
    const env = { PATH: `${workspace}:${process.env.PATH ?? ""}` };
    await start({ inputs: { mode: "check", binaries: "", "go-download-base-url": "http://127.0.0.1:1" }, env });
    const text = readFileSync(join(workspace, "environment"), "utf8");
    expect(text).toContain("INPUT_MODE=check");
    expect(text).not.toContain(jobToken);
    expect(text).not.toContain("INPUT_TOKEN");
  }, 60_000);
});

it("a cancelled workflow ends it at once, with everything else done", async () => {
  api.before = () => "hang";
  let isAsked = false;
  const began = performance.now();
  const step = await start({
    onLog: (log, kill) => {
      if (isAsked || !log.includes("go-linkage: FAIL")) return;
      isAsked = true;
      const wait = setInterval(() => {
        if (api.requests.length === 0) return;
        clearInterval(wait);
        kill("SIGTERM");
      }, 20);
    },
  });
  expect(step.signal, step.log).toBe("SIGTERM");
  expect(performance.now() - began).toBeLessThan(8000);
  expect([step.outputs.verdict, remarks(step)]).toEqual(["fail", []]);
  expect(step.summary).toContain("Static linking");
  expect(api.requests[0]?.authorization).toBe(`token ${jobToken}`);
});

it("nothing of it is loaded when it is not asked for", async () => {
  // Node names the files that it loads.
  const env = { NODE_DEBUG: "esm" };
  const wanted = await start({ env });
  const not = await start({ inputs: { comment: "never" }, env });
  expect([wanted.log, not.log].map((log) => log.includes("pull-requests.js"))).toEqual([true, false]);
});
