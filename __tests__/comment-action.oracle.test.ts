import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  api,
  create,
  head,
  list,
  marked,
  octocat,
  remarks,
  seen,
  start,
  thread,
  well,
  workspace,
  type Job,
} from "./support/comment-job.ts";
import { denied, GitHubApi } from "./support/github-api.ts";
import { payloads } from "./support/github.ts";
import { jobToken } from "./support/runner.ts";

// What comment-action.bundle.test.ts leaves out.

describe("a comment", () => {
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
    expect(step.summary).toMatch(/^## ❌ /m);
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

  it("is hidden from what the step starts", async () => {
    // Stands for go: all that a build could see of the environment.
    writeFileSync(join(workspace, "go"), `#!/bin/sh\nenv >> ${workspace}/environment\nexit 1\n`);
    chmodSync(join(workspace, "go"), 0o755);
    writeFileSync(join(workspace, "go.mod"), "module example.com/app\n\ngo 1.19\n");
    const env = { PATH: `${workspace}:${process.env.PATH ?? ""}` };
    await start({ inputs: { mode: "check", binaries: "", "go-download-base-url": "http://127.0.0.1:1" }, env });
    const text = readFileSync(join(workspace, "environment"), "utf8");
    expect(text).toContain(`PATH=${workspace}:`);
    expect(text).not.toContain(jobToken);
    expect(text).not.toMatch(/^INPUT_/m);
  }, 60_000);
});

describe("a comment of another set of inputs", () => {
  it("is another comment", async () => {
    await start();
    const later = await start({ env: { GITHUB_RUN_ID: "7000000002" }, inputs: { binaries: "app\nstatic" } });
    expect(remarks(later)).toEqual(["comment: written on pull request 1"]);
    expect(api.comments).toHaveLength(2);
  });
});

describe("the comment that is there", () => {
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
});

describe("trouble is one warning", () => {
  it("an empty token", async () => {
    const step = await start({ inputs: { token: "" } });
    expect([step.exitCode, api.calls]).toEqual([1, []]);
    expect(remarks(step)).toEqual([expect.stringMatching(/^::warning::comment: none is written: .*token/)]);
  });
});

describe("what passes is waited for", () => {
  it("a comment that arrived, though the answer got lost, is not written twice", async () => {
    api.after = ({ method }) => (method === "POST" ? "drop" : undefined);
    const step = await start();
    expect(api.calls, step.log).toEqual([list, create, list]);
    expect(remarks(step)).toEqual(["comment: left as it is, for it is up to date, on pull request 1"]);
    expect(api.comments).toHaveLength(1);
  });
});

it("nothing of it is loaded when it is not asked for", async () => {
  // Node names the files that it loads.
  const env = { NODE_DEBUG: "esm" };
  const wanted = await start({ env });
  const not = await start({ inputs: { comment: "never" }, env });
  expect([wanted.log, not.log].map((log) => log.includes("pull-requests.js"))).toEqual([true, false]);
});
