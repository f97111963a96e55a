import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { parseRequest } from "../../src/config/parse-request.ts";
import { inputNames, type Inputs } from "../../src/config/inputs.ts";
import { failKinds, noLimits, noPolicy } from "../../src/model/policy.ts";
import type { CheckRequest, Request } from "../../src/model/request.ts";
import type { Strategy } from "../../src/model/strategy.ts";
import { strategies } from "../../src/go/strategies.ts";

const defaults: CheckRequest = {
  mode: "check",
  where: { workingDirectory: ".", packages: ["./..."], platforms: [] },
  go: { goVersion: null, goVersionFile: null, goDownloadBaseUrl: "https://go.dev/dl", goSha256: null },
  build: { strategies: named("default", "cgo-disabled", "netgo", "external"), scope: "all", ship: "auto", flags: [] },
  artifacts: { prove: [], outputDir: null },
  gate: {
    require: "none",
    ...noLimits,
    demanded: null,
    baseline: "auto",
    failOn: [...failKinds],
    onMissingBaseline: "warn",
    policyRelaxation: "warn",
    policy: noPolicy,
  },
  cache: "auto",
  baselineRef: null,
  own: null,
};

function named(...names: readonly string[]): readonly Strategy[] {
  return strategies.filter(({ name }) => names.includes(name));
}

/** What differs from the defaults, group by group. */
type Wanted = { readonly [Group in keyof CheckRequest]?: CheckRequest[Group] | Partial<CheckRequest[Group]> };

function withDefaults(want: Wanted): object {
  const groups = Object.entries(defaults).map(([name, usual]: [string, unknown]) => {
    const own = (want as Readonly<Record<string, unknown>>)[name];
    const isGroup = typeof own === "object" && own !== null && typeof usual === "object";
    return [name, isGroup ? { ...usual, ...own } : (own ?? usual)] as const;
  });
  return Object.fromEntries(groups);
}

type Row = { readonly name: string; readonly given: Partial<Inputs>; readonly want: Wanted };

const rows: readonly Row[] = [
  { name: "nothing given", given: {}, want: {} },
  {
    name: "every input empty, as the runner hands over what was not given",
    given: Object.fromEntries(inputNames.map((name) => [name, ""])),
    want: {},
  },
  { name: "only white space is not given", given: { packages: " \n\t", ship: " ", flags: "\n" }, want: {} },
  {
    name: "packages on lines and between blanks, doubles dropped",
    given: { packages: "./cmd/a ./cmd/b\n./cmd/a\r\n\texample.com/x/...\n" },
    want: { where: { packages: ["./cmd/a", "./cmd/b", "example.com/x/..."] } },
  },
  {
    name: "a package path with blanks stands in quotes",
    given: { packages: `"./a b" ./c "C:\\\\x y" "./d\\"e f"` },
    want: { where: { packages: ["./a b", "./c", "C:\\x y", './d"e f'] } },
  },
  { name: "a comma belongs to a package path", given: { packages: "./a,b" }, want: { where: { packages: ["./a,b"] } } },
  {
    name: "what to compare with",
    given: { baseline: "build", "baseline-ref": " release/1.2 ", "on-missing-baseline": "fail" },
    want: { gate: { baseline: "build", onMissingBaseline: "fail" }, baselineRef: "release/1.2" },
  },
  {
    name: "refs as git spells them",
    given: { "baseline-ref": "HEAD~1" },
    want: { baselineRef: "HEAD~1" },
  },
  {
    name: "what fails",
    given: { "fail-on": "missing, build\nmissing" },
    want: { gate: { failOn: ["missing", "build"] } },
  },
  { name: "nothing fails", given: { "fail-on": "none" }, want: { gate: { failOn: [] } } },
  {
    name: "a folder whose name holds .go",
    given: { packages: "./my.gopher ./x.go/cmd" },
    want: { where: { packages: ["./my.gopher", "./x.go/cmd"] } },
  },
  {
    name: "lists between commas, blanks and lines",
    given: { platforms: "linux/amd64, linux/arm/v7\nlinux/amd64", strategies: "netgo,default external" },
    want: {
      where: { platforms: ["linux/amd64", "linux/arm/v7"] },
      build: { strategies: named("default", "netgo", "external") },
    },
  },
  {
    name: "a list of commas is empty, and stands for the default strategies",
    given: { strategies: ",,", platforms: "," },
    want: {},
  },
  { name: "require", given: { require: " static " }, want: { gate: { require: "static" } } },
  {
    name: "what ships is built as well",
    given: { ship: "musl", strategies: "netgo" },
    want: { build: { strategies: named("netgo", "musl"), ship: "musl" } },
  },
  { name: "all strategies", given: { strategies: "all" }, want: { build: { strategies } } },
  {
    name: "all strategies for a prediction",
    given: { mode: "explain" },
    want: { mode: "explain", build: { strategies } },
  },
  {
    name: "those that are named for a prediction",
    given: { mode: "explain", strategies: "default" },
    want: { mode: "explain", build: { strategies: named("default") } },
  },
  {
    name: "flags as a shell would split them",
    given: { flags: `-trimpath -ldflags="-s -w" -tags 'a,b' -X\\ y ""` },
    want: { build: { flags: ["-trimpath", "-ldflags=-s -w", "-tags", "a,b", "-X y", ""] } },
  },
  {
    name: "Go's quotes inside the shell's",
    given: { flags: `-ldflags='-X "main.v=a b"'` },
    want: { build: { flags: [`-ldflags=-X "main.v=a b"`] } },
  },
  { name: "flags on lines", given: { flags: "-v\n-x\n" }, want: { build: { flags: ["-v", "-x"] } } },
  {
    name: "nothing in flags is expanded or a comment",
    given: { flags: "-tags=$HOME,`id` #x *" },
    want: { build: { flags: ["-tags=$HOME,`id`", "#x", "*"] } },
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
      where: { workingDirectory: "a b" },
      go: { goVersion: "1.27.x", goVersionFile: "go.mod", goDownloadBaseUrl: "https://example.com/dl" },
      artifacts: { outputDir: "out" },
    },
  },
];

describe("parseRequest", () => {
  it.each(rows)("$name", ({ given, want }) => {
    expect(parseRequest(given)).toEqual(withDefaults(want));
  });

  it("takes the strategies of the config file, behind the built-in ones", () => {
    const own = { ...strategies[0], name: "mine" };
    const file = { policy: noPolicy, strategies: [own] };
    const request = parseRequest({ ship: "mine", strategies: "netgo" }, file);
    expect(request).toMatchObject({ build: { strategies: [...named("netgo"), own], ship: "mine" } });
  });

  it.each([
    {
      name: "a strategy that nobody knows",
      given: { strategies: "default,nope" },
      message:
        'strategies: "nope" is not one of: default, extldflags, cgo-disabled, netgo, netgo-extldflags, external, static-pie, musl, or all',
    },
    {
      name: "a strategy that nobody knows beside all",
      given: { strategies: "all, musll" },
      message: 'strategies: "musll" is not one of: ',
    },
    {
      name: "a strategy that nobody knows and that ships",
      given: { ship: "nope" },
      message:
        'ship: "nope" is not one of: auto, default, extldflags, cgo-disabled, netgo, netgo-extldflags, external, static-pie, musl',
    },
    {
      name: "a flag among the packages",
      given: { packages: "./... -race" },
      message: 'packages: "-race" is a flag; put it in flags',
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
      message: 'baseline-ref: "--upload-pack=x" is not a valid name of a branch, tag or commit',
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
      where: { workingDirectory: ".", binaries: ["dist/my app", "dist/*/bin"], images: [] },
      artifacts: { prove: [], digests: true },
      gate: {
        require: "static",
        ...noLimits,
        demanded: null,
        baseline: "none",
        failOn: [...failKinds],
        onMissingBaseline: "pass",
        policyRelaxation: "warn",
        policy: noPolicy,
      },
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
