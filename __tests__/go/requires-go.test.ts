import { expect, it } from "vitest";
import { adviseNewerGo } from "../../src/go/requires-go.ts";

const toolchain = { why: "Go 1.26.8, from PATH; go-version asks for 1.26" };

it.each([
  {
    name: "the main module (go 1.26)",
    output: "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n",
    advice:
      "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local); it is Go 1.26.8, from PATH; " +
      "go-version asks for 1.26; set go-version to 1.99 or newer, or go-version-file to a file that asks for it",
  },
  {
    name: "a dependency, after other lines",
    output: "go: downloading x v1\ngo: x@v1 requires go >= 1.27.2 (running go 1.26.8; GOTOOLCHAIN=local)\n",
    advice: "set go-version to 1.27.2 or newer",
  },
  { name: "a release candidate", output: "go: x requires go >= 1.28rc1 (running go 1.26.8)", advice: "to 1.28rc1 or" },
])("$name", ({ output, advice }) => {
  expect(adviseNewerGo(output, toolchain)).toContain(advice);
});

it("says nothing about anything else", () => {
  expect(adviseNewerGo("go: no such package\n", toolchain)).toBeUndefined();
});
