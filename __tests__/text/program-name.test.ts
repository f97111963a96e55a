import { expect, it } from "vitest";
import { shortNames } from "../../src/text/program-name.ts";
import { programName } from "../../src/text/program-name.ts";

it.each([
  { path: "github.com/schollz/croc/v10", want: "croc" },
  { path: "example.com/tool/v2/cmd/x", want: "x" },
  { path: "example.com/tool/v1", want: "v1" },
  { path: "example.com/tool/v2", want: "tool" },
  { path: "v2", want: "v2" },
])("$path is called $want", ({ path, want }) => {
  expect(programName(path)).toBe(want);
});

it("the names of a report leave the major version out, too, where they stay apart", () => {
  const names = shortNames(["github.com/schollz/croc/v10", "example.com/a/x", "example.com/b/x/v2", "z/y", "z/y/v3"]);
  expect([...names.values()]).toEqual(["croc", "a/x", "b/x", "z/y", "z/y/v3"]);
});
