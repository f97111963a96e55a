import { describe, expect, it } from "vitest";
import { withoutFolder } from "../../src/text/folders.ts";

describe("withoutFolder", () => {
  it.each([
    { text: "in /work/app", folder: "/work/app", want: "in ." },
    { text: "in /work/app:", folder: "/work/app", want: "in .:" },
    { text: "found in /work/app/cmd/x", folder: "/work/app", want: "found in cmd/x" },
    { text: '"/work/app/cmd/x" and (/work/app/y)', folder: "/work/app", want: '"cmd/x" and (y)' },
    { text: "/work/app/ is it", folder: "/work/app", want: ". is it" },
    { text: "-I/work/app/x", folder: "/work/app", want: "-I/work/app/x" },
    { text: "/work/application/x", folder: "/work/app", want: "/work/application/x" },
    { text: "package example.com/app/cmd", folder: "/app", want: "package example.com/app/cmd" },
    { text: "other/work/app/x", folder: "/work/app", want: "other/work/app/x" },
    { text: "in /w(o)r+k/x", folder: "/w(o)r+k", want: "in x" },
  ])("$text", ({ text, folder, want }) => {
    expect(withoutFolder(text, folder)).toBe(want);
  });
});
