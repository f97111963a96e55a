import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMemory } from "../../src/baseline/memory.ts";
import { tipOfDefaultBranch } from "../../src/baseline/event.ts";
import { payloads } from "../support/github.ts";

// What the cache says of a commit may have been planted: it is a value of the known shape and of that commit, or nothing.

const sha = "4f1c2e9a7b3d5c6e8f0a1b2c3d4e5f6a7b8c9d0e";
const cell = {
  package: "example.com/app",
  platform: "linux/amd64",
  kind: "static",
  link: { mode: "external", reasons: ["-linkmode=external asks for it"] },
  cgo: [{ package: "net", chain: ["example.com/app", "net"], file: "main.go", line: 3 }],
  settings: { CGO_ENABLED: "1" },
  findings: [{ kind: "nss", message: "it loads NSS" }],
};
const memory = { layout: 1, sha, cells: [cell] };
const text = JSON.stringify(memory);

describe("what is remembered of a commit", () => {
  it("is read as it was written", () => {
    expect(parseMemory(text, sha)).toEqual(memory);
  });

  it.each([
    { name: "another commit", value: { ...memory, sha: "f".repeat(40) } },
    { name: "another layout", value: { ...memory, layout: 2 } },
    { name: "no cells", value: { layout: 1, sha } },
    { name: "a program that was dynamic", value: { ...memory, cells: [{ ...cell, kind: "dynamic" }] } },
    {
      name: "a line that is no number",
      value: { ...memory, cells: [{ ...cell, cgo: [{ ...cell.cgo[0], line: "3" }] }] },
    },
    { name: "settings that are no texts", value: { ...memory, cells: [{ ...cell, settings: { a: {} } }] } },
    { name: "null", value: null },
  ])("is nothing: $name", ({ value }) => {
    expect(parseMemory(JSON.stringify(value), sha)).toBeUndefined();
  });

  it("is nothing when it is cut off anywhere", () => {
    for (let length = 0; length < text.length; length++)
      expect(parseMemory(text.slice(0, length), sha)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (written) => {
        expect(parseMemory(written, sha)).toBeUndefined();
      }),
    );
  });
});

describe("the tip of the default branch", () => {
  const push = payloads.push("0".repeat(40), sha);
  it.each([
    { name: "a push to it", event: "push", ref: "refs/heads/main", payload: push, want: sha },
    { name: "a push to another branch", event: "push", ref: "refs/heads/topic", payload: push, want: null },
    { name: "a tag of the same name", event: "push", ref: "refs/tags/main", payload: push, want: null },
    { name: "a schedule", event: "schedule", ref: "refs/heads/main", payload: push, want: null },
    {
      name: "a pull request",
      event: "pull_request",
      ref: "refs/pull/1/merge",
      payload: payloads.pullRequest(sha),
      want: null,
    },
    { name: "no payload", event: "push", ref: "refs/heads/main", payload: null, want: null },
  ])("$name", ({ event, ref, payload, want }) => {
    expect(tipOfDefaultBranch({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }, payload)).toBe(want);
  });
});
