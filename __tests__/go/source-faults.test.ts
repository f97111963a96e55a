import { describe, expect, it } from "vitest";
import { isSourceFault, joinMessage } from "../../src/go/source-faults.ts";

// As Go 1.26 prints them.

const inconsistent = [
  "go: inconsistent vendoring in /src/app:",
  "\texample.com/dep@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt",
  "",
  "\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.",
  "",
].join("\n");

describe("joinMessage", () => {
  it.each([
    {
      output: inconsistent,
      want: "go: inconsistent vendoring in /src/app: example.com/dep@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt",
    },
    {
      output: "go: errors parsing go.mod:\ngo.mod:4: unknown directive: requires\ngo.mod:5: unknown directive: x\n",
      want: "go: errors parsing go.mod: go.mod:4: unknown directive: requires go.mod:5: unknown directive: x",
    },
    {
      output:
        "go: downloading example.com/a v1.0.0\npackage a\n\timports b from a.go\n\timports a from b.go: import cycle not allowed\nmore\n",
      want: "package a imports b from a.go imports a from b.go: import cycle not allowed",
    },
    { output: "a.go:1:1: one\nb.go:1:1: two\n", want: "a.go:1:1: one" },
    { output: "", want: "" },
    { output: "\n\n", want: "" },
  ])("$want", ({ output, want }) => {
    expect(joinMessage(output)).toBe(want);
  });
});

describe("isSourceFault", () => {
  it.each([
    joinMessage(inconsistent),
    "go: errors parsing go.mod: go.mod:4: unknown directive: requires",
    "go: example.com/dep@v1.0.0: missing go.sum entry for go.mod file; to add it: go mod download example.com/dep",
    "go: updates to go.mod needed; to update it: go mod tidy",
    "go: cannot load module nowhere listed in go.work file: open nowhere/go.mod: no such file or directory",
    "package example.com/app: C source files not allowed when not using cgo or SWIG: x.c",
    "package a imports b from a.go imports a from b.go: import cycle not allowed",
    "found packages other (b.go) and main (main.go) in .",
    "runtime.main_main·f: function main is undeclared in the main package",
    "main.main: relocation target main.f not defined",
    "go: example.com/dep@v0.0.0 (replaced by ./dep): reading dep/go.mod: open dep/go.mod: no such file or directory",
  ])("%s", (message) => {
    expect(isSourceFault(message)).toBe(true);
  });

  it.each([
    "cc: error: this compiler is broken",
    "go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)",
    'go: example.com/dep@v1.0.0: Get "https://proxy.example.com": dial tcp: lookup failed',
    "go: writing stat cache: mkdir /cache: read-only file system",
    "/usr/bin/ld: cannot find -lnosuch",
    "runtime/cgo(.text): relocation target stderr not defined",
    "flag provided but not defined: -nosuch",
    "go build failed without a message",
    "verifying example.com/dep@v1.0.0: checksum mismatch",
    "",
  ])("not: %s", (message) => {
    expect(isSourceFault(message)).toBe(false);
  });
});
