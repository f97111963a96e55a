import { describe, expect, it } from "vitest";
import { findModuleError } from "../../src/go/module-errors.ts";

// As go1.26.8 printed them; the folder is a made-up one.
const rows = [
  {
    name: "a stale vendor folder",
    output:
      "go: inconsistent vendoring in /src/app:\n\texample.com/dep@v1.1.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor\n",
    text: "vendor/modules.txt does not fit go.mod: example.com/dep@v1.1.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt",
    fix: "go mod vendor",
  },
  {
    name: "two lines of go.mod",
    output: "go: errors parsing go.mod:\ngo.mod:4: unknown directive: requir\ngo.mod:5: unknown directive: foo\n",
    text: "go.mod cannot be read: go.mod:4: unknown directive: requir; go.mod:5: unknown directive: foo",
    fix: "correct the line",
  },
  {
    name: "a toolchain line",
    output:
      "go: errors parsing go.mod:\ngo.mod:5: invalid toolchain version 'gox': must match format go1.23.0 or default\n",
    text: "go.mod cannot be read: go.mod:5: invalid toolchain version 'gox': must match format go1.23.0 or default",
    fix: "correct the line",
  },
  {
    name: "a go.work",
    output: "go: errors parsing go.work:\ngo.work:2: unknown directive: us\n",
    text: "go.work cannot be read: go.work:2: unknown directive: us",
    fix: "correct the line",
  },
  {
    name: "toolchain default",
    output: "go: updates to go.mod needed; to update it:\n\tgo mod tidy\n",
    text: "go.mod is not as the go command would write it, and go build does not change it",
    fix: "go mod tidy",
  },
  {
    name: "no go.sum",
    output:
      "main.go:2:8: missing go.sum entry for module providing package golang.org/x/text/language; to add:\n\tgo mod download golang.org/x/text\n",
    text: "go.sum has no entry of the module of golang.org/x/text/language",
    fix: "go mod tidy",
  },
  {
    name: "a folder of go.work that is not there",
    output: "go: cannot load module a listed in go.work file: open a/go.mod: no such file or directory\n",
    text: "cannot load module a listed in go.work file: open a/go.mod: no such file or directory",
    fix: "go work edit -dropuse",
  },
  {
    name: "another checksum",
    output:
      "verifying golang.org/x/text@v0.14.0: checksum mismatch\n\tdownloaded: h1:S=\n\tgo.sum:     h1:A=\n\nSECURITY ERROR\n",
    text: "golang.org/x/text@v0.14.0 is not what go.sum says: downloaded: h1:S=; go.sum: h1:A=",
    fix: "find out why",
  },
  {
    name: "a go.sum that cannot be read",
    output: "malformed go.sum:\n/src/app/go.sum:1: wrong number of fields 1\n",
    text: "go.sum cannot be read: go.sum:1: wrong number of fields 1",
    fix: "go mod tidy",
  },
];

describe("findModuleError", () => {
  it.each(rows)("$name", ({ output, text, fix }) => {
    const found = findModuleError(output);
    expect(found?.text).toBe(text);
    expect(found?.fix).toContain(fix);
  });

  it.each(["", "# a\n./main.go:5:2: undefined: x\n", "go: go.mod file not found in current directory\n"])(
    "nothing in %j",
    (output) => {
      expect(findModuleError(output)).toBeUndefined();
    },
  );
});
