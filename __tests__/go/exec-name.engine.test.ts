import { describe, expect, it } from "vitest";
import { execName } from "../../src/go/exec-name.ts";
import { samplesOf } from "../support/sample.ts";
import { testNames } from "./named-builds.ts";

const names = [
  { name: "the last element", path: "example.com/app/cmd/tool", want: "tool" },
  { name: "a module of one element", path: "hello", want: "hello" },
  { name: "a host name", path: "example.com", want: "example.com" },
  { name: "a major version", path: "example.com/tool/v2", want: "tool" },
  { name: "a large major version", path: "example.com/tool/v10", want: "tool" },
  { name: "v11, which only begins like v1", path: "example.com/tool/v11", want: "tool" },
  { name: "a major version right below the host", path: "example.com/v3", want: "example.com" },
  { name: "a folder below a major version", path: "example.com/tool/v2/cmd/x", want: "x" },
  { name: "v1 is no major version", path: "example.com/tool/x/v1", want: "v1" },
  { name: "v0 neither", path: "example.com/tool/x/v0", want: "v0" },
  { name: "v01 neither", path: "example.com/tool/x/v01", want: "v01" },
  { name: "v2x neither", path: "example.com/tool/x/v2x", want: "v2x" },
  { name: "v neither", path: "example.com/tool/x/v", want: "v" },
  { name: "a version without anything before it", path: "v2", want: "v2" },
  { name: "gopkg.in's spelling", path: "gopkg.in/tool.v2", want: "tool.v2" },
  { name: "a dot", path: "example.com/tool/a.b", want: "a.b" },
];

describe("execName", () => {
  it.each(names)("$name", ({ path, want }) => {
    expect(execName({ package: path, platform: { goos: "linux" } })).toBe(want);
  });

  it.each([
    { goos: "windows", want: "tool.exe" },
    { goos: "darwin", want: "tool" },
    { goos: "js", want: "tool" },
    { goos: "wasip1", want: "tool" },
    { goos: "plan9", want: "tool" },
  ])("on $goos", ({ goos, want }) => {
    expect(execName({ package: "example.com/tool/v2", platform: { goos } })).toBe(want);
  });
});

testNames(samplesOf);
