import { describe, expect, it } from "vitest";
import { withoutFolder } from "../../src/text/folders.ts";

describe("withoutFolder", () => {
  it.each([
    { text: "in /src/app", folder: "/src/app", want: "in ." },
    { text: "in /src/app:", folder: "/src/app", want: "in .:" },
    { text: "found in /src/app/cmd/x", folder: "/src/app", want: "found in cmd/x" },
    { text: '"/src/app/cmd/x" and (/src/app/y)', folder: "/src/app", want: '"cmd/x" and (y)' },
    { text: "/src/app/ is it", folder: "/src/app", want: ". is it" },
    { text: "-I/src/app/x", folder: "/src/app", want: "-I/src/app/x" },
    { text: "/src/application/x", folder: "/src/app", want: "/src/application/x" },
    { text: "package example.com/app/cmd", folder: "/app", want: "package example.com/app/cmd" },
    { text: "other/src/app/x", folder: "/src/app", want: "other/src/app/x" },
    { text: "in /w(o)r+k/x", folder: "/w(o)r+k", want: "in x" },
  ])("$text", ({ text, folder, want }) => {
    expect(withoutFolder(text, folder)).toBe(want);
  });
});
