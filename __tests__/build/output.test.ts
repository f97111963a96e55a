import { describe, expect, it } from "vitest";
import { outputOf } from "../../src/build/output.ts";

const text = `go: downloading example.com/dep v1.0.0
# example.com/a
./a.go:3:1: wrong
	and more
# example.com/ab
/usr/bin/ld: warning about ab
# runtime/cgo
cgo: something
# example.com/a [example.com/a.test]
again a
`;

describe("outputOf", () => {
  it.each([
    {
      name: "what is about one package",
      packages: ["example.com/ab"],
      want: "go: downloading example.com/dep v1.0.0\n# example.com/ab\n/usr/bin/ld: warning about ab\n",
    },
    {
      name: "every part about it",
      packages: ["example.com/a"],
      want: "go: downloading example.com/dep v1.0.0\n# example.com/a\n./a.go:3:1: wrong\n\tand more\n# example.com/a [example.com/a.test]\nagain a\n",
    },
    {
      name: "a package it needs",
      packages: ["example.com/x", "runtime/cgo"],
      want: "go: downloading example.com/dep v1.0.0\n# runtime/cgo\ncgo: something\n",
    },
    { name: "only what is about the whole call", packages: [], want: "go: downloading example.com/dep v1.0.0\n" },
    { name: "everything", packages: ["example.com/a", "example.com/ab", "runtime/cgo"], want: text },
  ])("$name", ({ packages, want }) => {
    expect(outputOf(text, new Set(packages))).toBe(want);
  });

  it.each([
    { name: "nothing", given: "", want: "" },
    { name: "no heading", given: "a\nb", want: "a\nb" },
    { name: "no line break at the end", given: "# b\nno\n# a\nyes", want: "# a\nyes" },
    { name: "a heading of Windows", given: "# b\r\nno\r\n# a\r\nyes\r\n", want: "# a\r\nyes\r\n" },
    { name: "a # that is no heading", given: "# a\n#include <x>\n #b\n", want: "# a\n#include <x>\n #b\n" },
    { name: "empty lines", given: "# a\n\n\nx\n", want: "# a\n\n\nx\n" },
  ])("$name", ({ given, want }) => {
    expect(outputOf(given, new Set(["a"]))).toBe(want);
  });
});
