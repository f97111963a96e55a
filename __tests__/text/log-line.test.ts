import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLine } from "../../src/text/text.ts";
import { hostileTexts } from "../support/hostile.ts";
import { lineBreaks } from "../support/line-breaks.ts";

// What ends a line for a terminal, a runner (.NET's ReadLine), a browser or an editor.
const lineBreak = /[\n\r\u000b\u000c\u0085\u2028\u2029]/;
/** As ActionCommand of actions/runner recognises one: `::` behind blanks, or `##[` anywhere. */
const command = /^\s*::|##\[/;
/** A terminal would obey it, or show what follows in another order. */
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

const commands = [
  "::set-output name=verdict::pass",
  "  ::error::x",
  "\t::x::",
  "\u00a0::save-state name=a::b",
  "##[error]x",
];
const texts = [
  ...Object.values(hostileTexts),
  ...commands,
  ...lineBreaks.flatMap((each) => commands.map((text) => `a${each}${text}`)),
  ...lineBreaks.flatMap((each) => commands.map((text) => `${each}${text}`)),
  "#\u001b[0m#[error]",
  ":\u001b[0m:error::x",
  ":\u001b]0;title\u0007:error::x",
];

function check(line: string): void {
  expect(line).not.toMatch(lineBreak);
  expect(line).not.toMatch(command);
  expect(line).not.toMatch(obeyed);
}

describe("a line of the log", () => {
  it.each(texts)("of %j", (text) => {
    check(logLine(text));
  });

  it("of anything", () => {
    const piece = fc.oneof(
      fc.constantFrom(...lineBreaks, ...commands, "::", "#", "[", " ", ":"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        check(logLine(pieces.join("")));
      }),
      { numRuns: 300 },
    );
  });

  it.each(["", "plain", "a: b::c", "C:\\x", "std::string", "# [x]", "grüße 静态", "a  b"])(
    "leaves %j as it is",
    (text) => {
      expect(logLine(text)).toBe(text);
    },
  );
});
