import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { api, create, list, remarks, start, thread } from "./support/comment-job.ts";
import { denied, GitHubApi } from "./support/github-api.ts";
import { jobToken } from "./support/runner.ts";

// One of each kind; the others are among the oracles, and comment/ has what they decide.

describe("a comment", () => {
  it("is written, brought up to date in place, and left when there is nothing new", async () => {
    const first = await start();
    expect(first.exitCode, first.log).toBe(1);
    expect(api.calls).toEqual([list, create]);
    expect(remarks(first)).toEqual(["comment: written on pull request 1"]);
    const [comment] = api.comments;
    expect(comment?.body).toMatch(/^<!-- go-linkage:[0-9a-f]{32} -->\n## ❌ `/u);
    expect(comment?.body).toContain("[job summary](https://github.com/acme/app/actions/runs/7000000001/attempts/1).");

    const again = await start();
    expect(remarks(again)).toEqual(["comment: left as it is, for it is up to date, on pull request 1"]);
    expect(api.calls.slice(2)).toEqual([list]);

    const fixed = await start({ env: { GITHUB_RUN_ID: "7000000003" }, inputs: { require: "none" } });
    expect(fixed.exitCode, fixed.log).toBe(0);
    expect(remarks(fixed)).toEqual(["comment: updated on pull request 1"]);
    expect(api.calls.at(-1)).toBe("PATCH /repos/acme/app/issues/comments/1000");
    expect(comment?.body).toContain("/runs/7000000003/");
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
  expect(step.summary).toMatch(/^## ❌ /m);
  expect(api.requests[0]?.authorization).toBe(`token ${jobToken}`);
});
