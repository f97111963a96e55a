import { describe, expect, it } from "vitest";
import { columnsOf, wantsColor, wantsLiveLines } from "../../src/ports/terminal-style.ts";

describe("colour", () => {
  it.each([
    { env: {}, terminal: true, pipe: false },
    { env: { TERM: "xterm-256color" }, terminal: true, pipe: false },
    { env: { NO_COLOR: "1" }, terminal: false, pipe: false },
    { env: { NO_COLOR: "0" }, terminal: false, pipe: false },
    { env: { NO_COLOR: "" }, terminal: true, pipe: false },
    { env: { FORCE_COLOR: "" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "1" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "2" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "3" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "true" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "0" }, terminal: false, pipe: false },
    { env: { FORCE_COLOR: "false" }, terminal: false, pipe: false },
    { env: { FORCE_COLOR: "yes" }, terminal: false, pipe: false },
    { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, terminal: true, pipe: true },
    { env: { FORCE_COLOR: "0", NO_COLOR: "" }, terminal: false, pipe: false },
    { env: { TERM: "dumb" }, terminal: false, pipe: false },
    { env: { TERM: "dumb", FORCE_COLOR: "1" }, terminal: true, pipe: true },
    { env: { CI: "true" }, terminal: false, pipe: false },
    { env: { CI: "true", FORCE_COLOR: "1" }, terminal: true, pipe: true },
    { env: { CI: "false" }, terminal: true, pipe: false },
    { env: { CI: "" }, terminal: true, pipe: false },
  ])("$env: terminal $terminal, pipe $pipe", ({ env, terminal, pipe }) => {
    // Of a pipe Node.js says nothing; an answer that is not one would let the library of colours decide by itself.
    const answers = [true, false, undefined].map((isTTY) => wantsColor({ env, isTTY }));
    expect(answers).toEqual([terminal, pipe, pipe]);
  });
});

describe("live lines", () => {
  it.each([
    { env: {}, isTTY: true, want: true },
    { env: {}, isTTY: false, want: false },
    { env: { FORCE_COLOR: "1" }, isTTY: false, want: false },
    { env: { NO_COLOR: "1" }, isTTY: true, want: true },
    { env: { TERM: "dumb" }, isTTY: true, want: false },
    { env: { CI: "true" }, isTTY: true, want: false },
    { env: { CI: "1", FORCE_COLOR: "1" }, isTTY: true, want: false },
    { env: { CI: "0" }, isTTY: true, want: true },
  ])("$env, a terminal: $isTTY", ({ env, isTTY, want }) => {
    expect(wantsLiveLines({ env, isTTY })).toBe(want);
    expect(wantsLiveLines({ env, isTTY: undefined })).toBe(false);
  });
});

it("the width is the terminal's, and a usual one where there is none", () => {
  expect(columnsOf({ isTTY: true, columns: 93 })).toBe(93);
  expect(columnsOf({ isTTY: true, columns: 0 })).toBe(80);
  expect(columnsOf({ isTTY: true })).toBe(80);
  expect(columnsOf({ columns: 93 })).toBe(120);
});
