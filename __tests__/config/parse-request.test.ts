import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import { inputDefaults, type Inputs } from "../../src/model/inputs.ts";
import { failKinds, noPolicy } from "../../src/model/policy.ts";
import type { Request } from "../../src/model/request.ts";

const defaults: Request = {
  mode: "check",
  workingDirectory: ".",
  packages: ["./..."],
  platforms: [],
  strategies: ["default", "cgo-disabled", "netgo", "external"],
  ship: "default",
  require: "none",
  prove: [],
  flags: [],
  goVersion: null,
  goVersionFile: null,
  goDownloadBaseUrl: "https://go.dev/dl",
  goSha256: null,
  outputDir: null,
  cache: "auto",
  baseline: "auto",
  baselineRef: null,
  failOn: [...failKinds],
  onMissingBaseline: "warn",
  policyRelaxation: "warn",
  policy: noPolicy,
};

type Row = { readonly name: string; readonly given: Partial<Inputs>; readonly want: Partial<Request> };

const rows: readonly Row[] = [
  { name: "nothing given", given: {}, want: {} },
  {
    name: "every input empty, as the runner hands over what was not given",
    given: Object.fromEntries(Object.keys(inputDefaults).map((name) => [name, ""])),
    want: {},
  },
  { name: "only white space is not given", given: { packages: " \n\t", ship: " ", flags: "\n" }, want: {} },
  {
    name: "packages on lines and between blanks, doubles dropped",
    given: { packages: "./cmd/a ./cmd/b\n./cmd/a\r\n\texample.com/x/...\n" },
    want: { packages: ["./cmd/a", "./cmd/b", "example.com/x/..."] },
  },
  { name: "a comma belongs to a package path", given: { packages: "./a,b" }, want: { packages: ["./a,b"] } },
  {
    name: "what to compare with",
    given: { baseline: "build", "baseline-ref": " release/1.2 ", "on-missing-baseline": "fail" },
    want: { baseline: "build", baselineRef: "release/1.2", onMissingBaseline: "fail" },
  },
  {
    name: "refs as git spells them",
    given: { "baseline-ref": "HEAD~1" },
    want: { baselineRef: "HEAD~1" },
  },
  { name: "what fails", given: { "fail-on": "missing, build\nmissing" }, want: { failOn: ["missing", "build"] } },
  { name: "nothing fails", given: { "fail-on": "none" }, want: { failOn: [] } },
  {
    name: "a folder whose name holds .go",
    given: { packages: "./my.gopher ./x.go/cmd" },
    want: { packages: ["./my.gopher", "./x.go/cmd"] },
  },
  {
    name: "lists between commas, blanks and lines",
    given: { platforms: "linux/amd64, linux/arm/v7\nlinux/amd64", strategies: "netgo,default external" },
    want: { platforms: ["linux/amd64", "linux/arm/v7"], strategies: ["netgo", "default", "external"] },
  },
  {
    name: "a list of commas is empty",
    given: { strategies: ",,", platforms: "," },
    want: { strategies: [], platforms: [] },
  },
  { name: "require", given: { require: " static " }, want: { require: "static" } },
  { name: "ship is not checked here", given: { ship: "mine" }, want: { ship: "mine" } },
  {
    name: "flags as a shell would split them",
    given: { flags: `-trimpath -ldflags="-s -w" -tags 'a,b' -X\\ y ""` },
    want: { flags: ["-trimpath", "-ldflags=-s -w", "-tags", "a,b", "-X y", ""] },
  },
  {
    name: "Go's quotes inside the shell's",
    given: { flags: `-ldflags='-X "main.v=a b"'` },
    want: { flags: [`-ldflags=-X "main.v=a b"`] },
  },
  { name: "flags on lines", given: { flags: "-v\n-x\n" }, want: { flags: ["-v", "-x"] } },
  {
    name: "nothing in flags is expanded or a comment",
    given: { flags: "-tags=$HOME,`id` #x *" },
    want: { flags: ["-tags=$HOME,`id`", "#x", "*"] },
  },
  {
    name: "the rest as it is, trimmed",
    given: {
      "working-directory": " a b ",
      "go-version": "1.27.x",
      "go-version-file": "go.mod",
      "go-download-base-url": "https://example.com/dl",
      "output-dir": "out",
    },
    want: {
      workingDirectory: "a b",
      goVersion: "1.27.x",
      goVersionFile: "go.mod",
      goDownloadBaseUrl: "https://example.com/dl",
      outputDir: "out",
    },
  },
];

describe("parseRequest", () => {
  it.each(rows)("$name", ({ given, want }) => {
    expect(parseRequest(given)).toEqual({ ...defaults, ...want });
  });

  it.each([
    {
      name: "a flag among the packages",
      given: { packages: "./... -race" },
      message: 'packages: "-race" is a flag; it belongs into flags',
    },
    {
      name: "a file among the packages",
      given: { packages: "cmd/main.go" },
      message: 'packages: "cmd/main.go" is a file; name the package\'s folder or import path instead',
    },
    {
      name: "an unknown demand",
      given: { require: "Static" },
      message: 'require: "Static" is not one of: static, none',
    },
    {
      name: "a baseline that is a ref",
      given: { baseline: "main" },
      message: 'baseline: "main" is not one of: auto, policy, build, none',
    },
    {
      name: "a ref that git would take for an option",
      given: { "baseline-ref": "--upload-pack=x" },
      message: 'baseline-ref: "--upload-pack=x" is no name of a branch, a tag or a commit',
    },
    {
      name: "an unknown kind of failure",
      given: { "fail-on": "regression,none" },
      message: 'fail-on: "none" is not one of: regression, policy, build, missing',
    },
    {
      name: "an unknown answer to a missing base",
      given: { "on-missing-baseline": "ignore" },
      message: 'on-missing-baseline: "ignore" is not one of: warn, fail, pass',
    },
    {
      name: "an open quote",
      given: { flags: `-ldflags="-s` },
      message: `flags: "-ldflags="-s" cannot be split into words: `,
    },
    {
      name: "a back slash at the end",
      given: { flags: "-v \\" },
      message: 'flags: "-v \\" cannot be split into words: ',
    },
  ])("$name is refused", ({ given, message }) => {
    const parse = (): Request => parseRequest(given);
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(message);
  });
});

describe("inspect", () => {
  it("takes one path or glob a line, and nothing of what builds", () => {
    const given = {
      mode: "inspect",
      binaries: "dist/my app\n\n dist/*/bin \ndist/my app",
      require: "static",
      ship: "musl",
    };
    expect(parseRequest(given)).toEqual({
      mode: "inspect",
      workingDirectory: ".",
      binaries: ["dist/my app", "dist/*/bin"],
      digests: true,
      prove: [],
      require: "static",
      failOn: [...failKinds],
      policyRelaxation: "warn",
      policy: noPolicy,
    });
  });

  it.each([
    {
      name: "no file",
      given: { mode: "inspect", binaries: " \n " },
      says: "binaries: name at least one file or glob, one per line",
    },
    { name: "no such mode", given: { mode: "look" }, says: 'mode: "look" is not one of: check, explain, inspect' },
  ])("refuses $name", ({ given, says }) => {
    expect(() => parseRequest(given)).toThrow(ConfigError);
    expect(() => parseRequest(given)).toThrow(says);
  });
});
