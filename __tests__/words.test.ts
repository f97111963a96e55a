import { describe, expect, it } from "vitest";
import { listed, verb } from "../src/text/english.ts";

describe("words", () => {
  it.each([
    { names: [], want: "" },
    { names: ["a"], want: "a" },
    { names: ["a", "b"], want: "a and b" },
    { names: ["a", "b", "c"], want: "a, b and c" },
    { names: ["a", "b", "c", "d"], want: "a, b, c and d" },
    { names: ["a", "b", "c", "d", "e"], want: "a, b, c and 2 more" },
    { names: "abcdefgh".split(""), want: "a, b, c and 5 more" },
  ])("listed($names)", ({ names, want }) => {
    expect(listed(names)).toBe(want);
  });

  it.each([
    { names: ["a"], want: "uses" },
    { names: ["a", "b"], want: "use" },
  ])("verb($names)", ({ names, want }) => {
    expect(verb(names)).toBe(want);
  });
});
