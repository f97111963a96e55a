import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comment, type CommentPorts } from "../../src/comment/post-comment.ts";
import { Interrupted, RequestFailed } from "../../src/errors.ts";
import { openConversation } from "../../src/ports/pull-requests.ts";
import type { CommentThread } from "../../src/ports/types.ts";
import { makeReport } from "../support/cells.ts";
import { GitHubApi } from "../support/github-api.ts";
import { payloads } from "../support/github.ts";

// What would take half a minute with the bundle; comment-action.oracle.test.ts has all the rest.

let api: GitHubApi;

beforeEach(async () => {
  api = await new GitHubApi().start();
});

afterEach(async () => {
  await api.close();
});

const pullRequest = { repository: "acme/app", number: 1 };

function open({ signal = new AbortController().signal, patienceMs = 10_000, requestMs = 5000 } = {}): CommentThread {
  return openConversation(pullRequest, { apiUrl: `${api.url}/`, token: "t", signal, patienceMs, requestMs });
}

describe("a conversation", () => {
  it("is oldest first, and knows who wrote what", async () => {
    api.add({ id: 12, body: "b", user: null });
    api.add({ id: 11, body: "a", minimized: { reason: "SPAM" } });
    api.add({ id: 13, body: "c", user: { login: "octocat", type: "User" }, minimized: null });
    expect(await open().list()).toEqual([
      { id: 11, body: "a", author: "github-actions[bot]", isByBot: true, isMinimized: true },
      { id: 12, body: "b", author: null, isByBot: false, isMinimized: false },
      { id: 13, body: "c", author: "octocat", isByBot: false, isMinimized: false },
    ]);
  });

  it("gives an answer up that does not come, to be asked again", async () => {
    api.before = () => "hang";
    const failure = open({ requestMs: 50 }).list();
    await expect(failure).rejects.toMatchObject({ message: "no answer for 0.05 s", passing: true });
    await expect(failure).rejects.toBeInstanceOf(RequestFailed);
  });

  it("gives up for good when everything together takes too long", async () => {
    api.before = () => ({ status: 200, body: [], headers: { link: '<https://x.example/>; rel="next"' } });
    await expect(open({ patienceMs: 300 }).list()).rejects.toMatchObject({
      message: "GitHub took more than 0.3 s",
      passing: false,
    });
    expect(api.requests.length).toBeGreaterThan(1);
  });

  it("ends when the run is cut off", async () => {
    api.before = () => "hang";
    const controller = new AbortController();
    const listing = open({ signal: controller.signal }).list();
    setTimeout(() => {
      controller.abort();
    }, 50);
    await expect(listing).rejects.toBeInstanceOf(Interrupted);
  });

  it.each([
    { name: "another page of the web", answer: { status: 200, body: { hello: "world" } } },
    { name: "nothing", answer: { status: 204 } },
  ])("takes $name for no list", async ({ answer }) => {
    api.before = () => answer;
    await expect(open().list()).rejects.toMatchObject({
      message: "the answer is not a list of comments",
      passing: false,
    });
  });

  it("says how long a rate limit lasts", async () => {
    const reset = Math.ceil(Date.now() / 1000) + 20;
    api.before = () => ({
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) },
    });
    const failure = await open()
      .list()
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ passing: true, status: 403 });
    expect((failure as RequestFailed).retryAfterMs).toBeGreaterThan(15_000);
    expect((failure as RequestFailed).retryAfterMs).toBeLessThanOrEqual(21_000);
  });
});

describe("patience", () => {
  /** A clock that only pauses and requests move. */
  function makeWorld(conversation: CommentThread): CommentPorts & { readonly pauses: number[] } {
    const pauses: number[] = [];
    let time = 0;
    return {
      pauses,
      env: { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "event" },
      files: { readText: () => Promise.resolve(JSON.stringify(payloads.pullRequest("ab".repeat(20)))) } as never,
      now: () => time,
      network: {
        sleep: (ms) => {
          pauses.push(ms);
          time += ms;
          return Promise.resolve();
        },
      },
      open: () => Promise.resolve(conversation),
    };
  }

  function failing(failure: Error): CommentThread & { readonly tries: () => number } {
    let tries = 0;
    const fail = (): Promise<never> => {
      tries++;
      return Promise.reject(failure);
    };
    return { list: fail, whoAmI: fail, create: fail, update: fail, tries: () => tries };
  }

  const request = { mode: "always", inputs: {} } as const;

  it.each([
    { name: "a server that is down", retryAfterMs: null, tries: 4 },
    { name: "a limit of ten seconds, twice", retryAfterMs: 10_000, tries: 3 },
    { name: "a limit of half a minute", retryAfterMs: 30_000, tries: 1 },
  ])("$name is asked $tries times in half a minute", async ({ retryAfterMs, tries }) => {
    const conversation = failing(new RequestFailed("HTTP status 503", { passing: true, retryAfterMs, status: 503 }));
    const world = makeWorld(conversation);
    const remark = await comment(makeReport(), request, world);
    expect(remark?.level).toBe("warning");
    expect(conversation.tries()).toBe(tries);
    expect(world.pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(30_000);
  });

  it("a run that was cut off has nothing to remark, and a bug is a warning", async () => {
    expect(await comment(makeReport(), request, makeWorld(failing(new Interrupted("interrupted"))))).toBeNull();
    expect(await comment(makeReport(), request, makeWorld(failing(new TypeError("x is no function"))))).toEqual({
      level: "warning",
      text: "none is written: x is no function",
    });
  });
});
