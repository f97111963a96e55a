import { describe, expect, it } from "vitest";
import { decide, needsLogin, ownComments } from "../../src/comment/comment-action.ts";
import type { PullRequestComment } from "../../src/ports/types.ts";
import { type CommentMode, inputs } from "../../src/config/inputs.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const marker = "<!-- go-linkage:0123 -->";

function makeComment(given: Partial<PullRequestComment> = {}): PullRequestComment {
  return { id: 1, body: `${marker}\nold`, author: "github-actions[bot]", isByBot: true, isMinimized: false, ...given };
}

describe("when to comment", () => {
  const outcomes: readonly Verdict["outcome"][] = ["pass", "warn", "fail"];
  const creates: Readonly<Record<CommentMode, readonly Verdict["outcome"][]>> = {
    never: [],
    "on-change": ["warn", "fail"],
    failure: ["fail"],
    always: ["pass", "warn", "fail"],
  };

  it.each(inputs.comment.words.flatMap((mode) => outcomes.map((outcome) => ({ mode, outcome }))))(
    "$mode, verdict $outcome",
    ({ mode, outcome }) => {
      const speech = { mode, outcome, body: `${marker}\nnew` };
      const want = creates[mode].includes(outcome)
        ? { kind: "create" }
        : { kind: "leave", why: `the verdict is ${outcome}` };
      expect(decide([], speech)).toEqual(want);
      // What is there is kept true, also when all is well again.
      expect(decide([makeComment()], speech)).toEqual({ kind: "update", id: 1 });
    },
  );
});

const link = (run: number): string => `[job summary](https://github.com/acme/app/actions/runs/${run}/attempts/1).`;

describe("what to do with the comments that are ours", () => {
  const fail = { mode: "always", outcome: "fail" } as const;

  it.each([
    { name: "the same text", old: "x", now: "x", want: { kind: "leave", why: "it is up to date" } },
    {
      name: "the line ends of a browser",
      old: "x\r\ny\r\n",
      now: "x\ny",
      want: { kind: "leave", why: "it is up to date" },
    },
    { name: "another text", old: "x", now: "y", want: { kind: "update", id: 1 } },
    { name: "an earlier run's", old: link(7), now: `y ${link(8)}`, want: { kind: "update", id: 1 } },
    { name: "another attempt's", old: link(8), now: `y ${link(8)}`, want: { kind: "update", id: 1 } },
    { name: "a later run's", old: link(9), now: link(8), want: { kind: "leave", why: "a later run has written it" } },
    {
      name: "a link elsewhere than in the last line",
      old: `${link(9)}\nx`,
      now: link(8),
      want: { kind: "update", id: 1 },
    },
  ])("$name", ({ old, now, want }) => {
    expect(decide([makeComment({ body: `${marker}\n${old}` })], { ...fail, body: `${marker}\n${now}` })).toEqual(want);
  });

  it("of several the oldest is written, and the others are left", () => {
    const own = [makeComment({ id: 30 }), makeComment({ id: 10 }), makeComment({ id: 20 })];
    expect(decide(own, { ...fail, body: "new" })).toEqual({ kind: "update", id: 10 });
  });
});

describe("which comments are ours", () => {
  const person = { author: "octocat", isByBot: false };

  it.each([
    { name: "a bot's, with the marker first", given: {}, own: true },
    { name: "a bot's, with the marker last", given: { body: `text\n${marker}\n` }, own: true },
    { name: "a bot's, with the line ends of a browser", given: { body: `${marker}\r\ntext` }, own: true },
    { name: "the marker in the middle", given: { body: `look:\n${marker}\nthere` }, own: false },
    { name: "the marker in a quotation", given: { body: `> ${marker}\n> text` }, own: false },
    { name: "the marker inside of a line", given: { body: `x ${marker}` }, own: false },
    { name: "the marker of another job", given: { body: "<!-- go-linkage:4567 -->\ntext" }, own: false },
    { name: "no marker", given: { body: "text" }, own: false },
    { name: "a person's", given: person, own: false },
    { name: "of an account that is gone", given: { author: null, isByBot: false }, own: false },
    { name: "a minimized one", given: { isMinimized: true }, own: false },
  ])("with the token of an app: $name: $own", ({ given, own }) => {
    expect(ownComments([makeComment(given)], marker, null)).toHaveLength(own ? 1 : 0);
  });

  it.each([
    { name: "our own", given: person, own: true },
    { name: "another person's", given: { ...person, author: "mallory" }, own: false },
    { name: "a bot's", given: {}, own: false },
    { name: "our own, minimized", given: { ...person, isMinimized: true }, own: false },
  ])("with the token of octocat: $name: $own", ({ given, own }) => {
    expect(ownComments([makeComment(given)], marker, "octocat")).toHaveLength(own ? 1 : 0);
  });

  it("our name is asked for only where a person's comment has the marker", () => {
    expect(needsLogin([makeComment(), makeComment({ ...person, body: "text" })], marker)).toBe(false);
    expect(needsLogin([makeComment(), makeComment(person)], marker)).toBe(true);
  });
});
