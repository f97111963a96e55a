import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoVersionFile, parseModuleFile, parseToolVersions } from "../../src/install/version-files.ts";

describe("go.mod and go.work", () => {
  it.each([
    {
      name: "both lines",
      text: "module example.com/m\n\ngo 1.24.0\n\ntoolchain go1.26.8\n",
      want: { go: { value: "1.24.0", line: 3 }, toolchain: { value: "go1.26.8", line: 5 } },
    },
    { name: "tabs, spaces and a comment", text: "\t go\t 1.24  // why\n", want: { go: { value: "1.24", line: 1 } } },
    { name: "CRLF", text: "module m\r\ngo 1.24\r\n", want: { go: { value: "1.24", line: 2 } } },
    { name: "a byte order mark", text: "\uFEFFgo 1.24\n", want: { go: { value: "1.24", line: 1 } } },
    { name: "no line break at the end", text: "go 1.24rc1", want: { go: { value: "1.24rc1", line: 1 } } },
    { name: "toolchain default", text: "go 1.24\ntoolchain default\n", want: { go: { value: "1.24", line: 1 } } },
    { name: "a go line that is a comment", text: "// go 1.22\ngo 1.24\n", want: { go: { value: "1.24", line: 2 } } },
    {
      name: "a module called go in a block",
      text: "require ( // all\n\tgo v1.0.0\n\ttoolchain v1.0.0\n)\ngo 1.24\n",
      want: { go: { value: "1.24", line: 5 } },
    },
    { name: "an empty block", text: "require (\n)\ngo 1.24\n", want: { go: { value: "1.24", line: 3 } } },
    { name: "a module whose name begins with go", text: "module golang.org/x\n", want: {} },
    { name: "the first of two", text: "go 1.24\ngo 1.25\n", want: { go: { value: "1.24", line: 1 } } },
    {
      name: "what is no version, for others to judge",
      text: "go 1.24 beta\n",
      want: { go: { value: "1.24 beta", line: 1 } },
    },
    { name: "a go.work", text: "go 1.25.1\n\nuse (\n\t./a\n\t./b\n)\n", want: { go: { value: "1.25.1", line: 1 } } },
    { name: "nothing", text: "", want: {} },
  ])("$name", ({ text, want }) => {
    expect(parseModuleFile(text)).toEqual(want);
  });
});

describe(".go-version", () => {
  it.each([
    { name: "one line", text: "1.26.8\n", want: { value: "1.26.8", line: 1 } },
    {
      name: "comment, blank line, CRLF",
      text: "# ours\r\n\r\n go1.26.8 # now\r\n",
      want: { value: "go1.26.8", line: 3 },
    },
    { name: "a comment only", text: "# nothing\n", want: undefined },
    { name: "nothing", text: "", want: undefined },
  ])("$name", ({ text, want }) => {
    expect(parseGoVersionFile(text)).toEqual(want);
  });
});

describe(".tool-versions", () => {
  it.each([
    {
      name: "asdf's golang",
      text: "nodejs 24.1.0\ngolang 1.26.8\n",
      want: { value: "1.26.8", fallbacks: [], line: 2 },
    },
    { name: "mise's go", text: "go\t1.26.8\n", want: { value: "1.26.8", fallbacks: [], line: 1 } },
    {
      name: "several versions",
      text: "golang 1.26.8 1.25.0 system\n",
      want: { value: "1.26.8", fallbacks: ["1.25.0", "system"], line: 1 },
    },
    {
      name: "a comment behind and odd white space",
      text: "  golang   1.26.8 # x\n",
      want: { value: "1.26.8", fallbacks: [], line: 1 },
    },
    {
      name: "a commented line",
      text: "# golang 1.20\ngolang 1.26.8",
      want: { value: "1.26.8", fallbacks: [], line: 2 },
    },
    { name: "a tool whose name begins with go", text: "golangci-lint 2.1.0\n", want: undefined },
    { name: "no version", text: "golang\n", want: undefined },
  ])("$name", ({ text, want }) => {
    expect(parseToolVersions(text)).toEqual(want);
  });
});

it("no text makes a parser throw, and a line number is one of the text's", () => {
  const word = fc.constantFrom(
    "go",
    "golang",
    "toolchain",
    "1.24",
    "default",
    "(",
    ")",
    "//",
    "#",
    " ",
    "\t",
    "\n",
    "\r\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
      const text = words.join("");
      const { go, toolchain } = parseModuleFile(text);
      for (const noted of [go, toolchain, parseGoVersionFile(text), parseToolVersions(text)]) {
        if (noted === undefined) continue;
        expect(text.split(/\r\n|\n|\r/)[noted.line - 1]).toContain(noted.value.split(" ")[0]);
      }
    }),
  );
});
