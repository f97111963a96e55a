import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import {
  effectiveLinkerFlags,
  lastValue,
  mergeFlags,
  parseGOFLAGS,
  parseGoFlags,
  parseLinkerFlags,
  renderFlags,
  splitTags,
} from "../../src/go/go-flags.ts";
import { strategies } from "../../src/go/strategies.ts";
import { samplesOf } from "../support/sample.ts";
import { describeWith } from "../support/tools.ts";
import type { GoFlag } from "../../src/model/plan.ts";
import { testPrinted } from "./printed-builds.ts";
import type { Strategy } from "../../src/model/strategy.ts";

describe("parseGoFlags", () => {
  it.each([
    { name: "nothing", words: [], want: [] },
    { name: "a boolean flag", words: ["-race"], want: ["-race"] },
    { name: "two dashes", words: ["--race", "--tags=a"], want: ["-race", "-tags=a"] },
    { name: "a value behind =", words: ["-tags=a,b"], want: ["-tags=a,b"] },
    { name: "a value in the next word", words: ["-tags", "a,b", "-v"], want: ["-tags=a,b", "-v"] },
    { name: "a next word that looks like a flag", words: ["-ldflags", "-s -w"], want: ["-ldflags=-s -w"] },
    { name: "two dashes and the next word", words: ["--ldflags", "-s"], want: ["-ldflags=-s"] },
    { name: "an empty value", words: ["-tags=", "-ldflags", ""], want: ["-tags=", "-ldflags="] },
    { name: "= inside the value", words: ["-ldflags=-X=main.v=1"], want: ["-ldflags=-X=main.v=1"] },
    { name: "line breaks inside the value", words: ["-ldflags=-s\n-w"], want: ["-ldflags=-s\n-w"] },
    {
      name: "a boolean flag with a value",
      words: ["-trimpath=false", "-buildvcs=auto"],
      want: ["-trimpath=false", "-buildvcs=auto"],
    },
    { name: "doubles stay, in their order", words: ["-tags=a", "-tags=b"], want: ["-tags=a", "-tags=b"] },
  ])("$name", ({ words, want }) => {
    expect(renderFlags(parseGoFlags(words, "flags"))).toEqual(want);
  });

  it("tells a bare flag from one with an empty value", () => {
    expect(parseGoFlags(["-race", "-tags="], "flags")).toEqual([
      { name: "-race", value: null },
      { name: "-tags", value: "" },
    ]);
  });

  const notAFlag = "is not a flag of go build (put package patterns in packages)";
  it.each([
    { name: "a pattern", words: ["./..."], message: `flags: "./..." ${notAFlag}` },
    { name: "a pattern behind a boolean flag", words: ["-race", "./cmd"], message: `flags: "./cmd" ${notAFlag}` },
    { name: "an empty word", words: [""], message: `flags: "" ${notAFlag}` },
    { name: "a dash", words: ["-"], message: `flags: "-" ${notAFlag}` },
    { name: "two dashes", words: ["--"], message: `flags: "--" ${notAFlag}` },
    { name: "three dashes", words: ["---race"], message: `flags: "---race" ${notAFlag}` },
    { name: "no name", words: ["-=x"], message: `flags: "-=x" ${notAFlag}` },
    { name: "a value that is missing", words: ["-v", "-ldflags"], message: "flags: -ldflags needs a value" },
    {
      name: "a build mode without a program",
      words: ["-buildmode", "archive"],
      message: "flags: -buildmode=archive does not build a program",
    },
    {
      name: "shared libraries of packages",
      words: ["--buildmode=shared"],
      message: "flags: -buildmode=shared does not build a program",
    },
    { name: "-o", words: ["-o", "x"], message: "flags: -o is not allowed here: use output-dir to keep the artifacts" },
    { name: "-o=", words: ["-o=x"], message: "flags: -o is not allowed here" },
    { name: "--o", words: ["--o=x"], message: "flags: -o is not allowed here" },
    { name: "-C", words: ["-C", "dir"], message: "flags: -C is not allowed here: use working-directory" },
    { name: "-n", words: ["-n"], message: "flags: -n is not allowed here: it prints commands instead of building" },
    { name: "-json", words: ["-json=false"], message: "flags: -json is not allowed here" },
    {
      name: "-work",
      words: ["-work"],
      message: "flags: -work is not allowed here: it leaves a temporary folder behind",
    },
  ])("$name is refused", ({ words, message }) => {
    const parse = (): GoFlag[] => parseGoFlags(words, "flags");
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(message);
  });

  it("names the input that the flags came from", () => {
    expect(() => parseGoFlags(["x"], "strategies.mine.flags")).toThrow(/^strategies\.mine\.flags: "x"/);
  });
});

describe("parseGOFLAGS", () => {
  it.each([
    { name: "nothing", text: "", want: [] },
    {
      name: "flags of any go command",
      text: "-mod=mod -count=1 --trimpath",
      want: ["-mod=mod", "-count=1", "-trimpath"],
    },
    { name: "a quoted word", text: `'-ldflags=-s -w' "-tags=a b"`, want: ["-ldflags=-s -w", "-tags=a b"] },
    { name: "a value is never in the next word", text: "-tags a", want: ["-tags"] },
    { name: "what is no flag is left to go", text: "mod =x - -- -x=", want: ["-x="] },
  ])("$name", ({ text, want }) => {
    expect(renderFlags(parseGOFLAGS(text))).toEqual(want);
  });

  it("an open quote is the caller's mistake", () => {
    const parse = (): GoFlag[] => parseGOFLAGS("-v '-tags=a");
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(`GOFLAGS: "-v '-tags=a": unterminated ' string`);
  });
});

const main = { package: "example.com/app/cmd/app", packageDir: "/src/app/cmd/app", moduleDir: "/src/app" };

describe("small readings", () => {
  it.each([
    { text: "", want: [] },
    { text: "a,b", want: ["a", "b"] },
    { text: " a  b,\tc ,", want: ["a", "b", "c"] },
  ])("splitTags($text)", ({ text, want }) => {
    expect(splitTags(text)).toEqual(want);
  });

  it("lastValue takes the last, and knows an empty value from none", () => {
    const flags = parseGoFlags(["-tags=a", "-race", "-tags="], "flags");
    expect(lastValue(flags, "-tags")).toBe("");
    expect(lastValue(flags, "-race")).toBeUndefined();
    expect(lastValue(flags, "-mod")).toBeUndefined();
  });

  it.each([
    {
      name: "boolean flags",
      words: ["-s", "--w"],
      want: [
        ["-s", null],
        ["-w", null],
      ],
    },
    {
      name: "values behind = and in the next word",
      words: ["-X=a=b", "-X", "c=d", "--linkmode", "external"],
      want: [
        ["-X", "a=b"],
        ["-X", "c=d"],
        ["-linkmode", "external"],
      ],
    },
    {
      name: "a value that looks like a flag",
      words: ["-extldflags", "-static", "-s"],
      want: [
        ["-extldflags", "-static"],
        ["-s", null],
      ],
    },
    { name: "a value that is missing", words: ["-extldflags"], want: [["-extldflags", null]] },
    {
      name: "what is no flag",
      words: ["main.o", "-", "--"],
      want: [
        ["main.o", null],
        ["-", null],
        ["--", null],
      ],
    },
  ])("parseLinkerFlags: $name", ({ words, want }) => {
    expect(parseLinkerFlags(words).map(({ name, value }) => [name, value])).toEqual(want);
  });

  it.each([
    { name: "none", flags: [], goflags: "", want: [] },
    { name: "from GOFLAGS", flags: [], goflags: "-ldflags=-s", want: ["-s"] },
    { name: "the command line discards GOFLAGS", flags: ["-ldflags=-w"], goflags: "-ldflags=-s", want: ["-w"] },
    { name: "the last one", flags: ["-ldflags=-w", "-ldflags=all=-s -v"], goflags: "", want: ["-s", "-v"] },
    { name: "a pattern for the folder", flags: ["-ldflags=./cmd/app=-s"], goflags: "", want: ["-s"] },
    { name: "a pattern with dots", flags: ["-ldflags=example.com/app/...=-s"], goflags: "", want: ["-s"] },
    { name: "a pattern for another", flags: ["-ldflags=-w", "-ldflags=./lib=-s"], goflags: "", want: ["-w"] },
    { name: "only a pattern for another", flags: ["-ldflags=std=-s"], goflags: "-ldflags=-w", want: [] },
  ])("effectiveLinkerFlags: $name", ({ flags, goflags, want }) => {
    const found = effectiveLinkerFlags(parseGoFlags(flags, "flags"), parseGOFLAGS(goflags), main);
    expect(found.map(({ name }) => name)).toEqual(want);
  });
});

const strategy = (name: string): Strategy => {
  const found = strategies.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no strategy ${name}`);
  return found;
};
type Merge = { readonly strategy: string; readonly user?: readonly string[]; readonly goflags?: string };
const merge = ({ strategy: name, user = [], goflags = "" }: Merge): string[] =>
  renderFlags(mergeFlags(parseGoFlags(user, "flags"), parseGOFLAGS(goflags), strategy(name)));

describe("mergeFlags", () => {
  const tags = "-tags=netgo,osusergo";
  const alone: Readonly<Record<string, readonly string[]>> = {
    default: [],
    extldflags: ["-ldflags=-extldflags=-static"],
    "cgo-disabled": [],
    netgo: [tags],
    "netgo-extldflags": [tags, "-ldflags=-extldflags=-static"],
    external: ["-ldflags=-linkmode=external -extldflags=-static"],
    "static-pie": ["-buildmode=pie", tags, "-ldflags=-linkmode=external -extldflags=-static-pie"],
    musl: ["-ldflags=-linkmode=external -extldflags=-static"],
  };
  const merged: Readonly<Record<string, readonly string[]>> = {
    default: ["-trimpath", "-tags=a", "-ldflags=-s -extldflags=-lm"],
    extldflags: ["-trimpath", "-tags=a", "-ldflags=-s -extldflags '-lm -static'"],
    "cgo-disabled": ["-trimpath", "-tags=a", "-ldflags=-s -extldflags=-lm"],
    netgo: ["-trimpath", "-ldflags=-s -extldflags=-lm", "-tags=a,netgo,osusergo"],
    "netgo-extldflags": ["-trimpath", "-tags=a,netgo,osusergo", "-ldflags=-s -extldflags '-lm -static'"],
    external: ["-trimpath", "-tags=a", "-ldflags=-linkmode=external -s -extldflags '-lm -static'"],
    "static-pie": [
      "-trimpath",
      "-buildmode=pie",
      "-tags=a,netgo,osusergo",
      "-ldflags=-linkmode=external -s -extldflags '-lm -static-pie'",
    ],
    musl: ["-trimpath", "-tags=a", "-ldflags=-linkmode=external -s -extldflags '-lm -static'"],
  };

  it.each(strategies.map(({ name }) => ({ name })))("$name alone", ({ name }) => {
    expect(merge({ strategy: name })).toEqual(alone[name]);
  });

  it.each(strategies.map(({ name }) => ({ name })))("$name with tags, ldflags and others", ({ name }) => {
    expect(merge({ strategy: name, user: ["-trimpath", "-tags=a", "-ldflags=-s -extldflags=-lm"] })).toEqual(
      merged[name],
    );
  });

  it.each(["default", "cgo-disabled"])("%s leaves every flag as it is, also what go would refuse", (name) => {
    const user = ["-tags=a", "-tags=b", "-ldflags='x", "-ldflags=-linkmode=internal", "-buildmode=c-shared"];
    expect(merge({ strategy: name, user, goflags: "-tags=c" })).toEqual(user);
  });

  it.each([
    { name: "tags are united once", user: ["-tags=netgo,x"], want: ["-tags=netgo,x,osusergo"] },
    { name: "the older spelling of tags", user: ["-tags", "a b"], want: ["-tags=a,b,netgo,osusergo"] },
    { name: "only the last -tags counts", user: ["-tags=a", "-tags=b"], want: ["-tags=b,netgo,osusergo"] },
    { name: "tags of GOFLAGS, which ours would discard", goflags: "-tags=g", want: ["-tags=g,netgo,osusergo"] },
    {
      name: "tags of GOFLAGS that the command line discards",
      user: ["-tags=a"],
      goflags: "-tags=g",
      want: ["-tags=a,netgo,osusergo"],
    },
    {
      name: "an empty -tags discards those of GOFLAGS",
      user: ["-tags="],
      goflags: "-tags=g",
      want: ["-tags=netgo,osusergo"],
    },
    { name: "ldflags of GOFLAGS stay there", goflags: "-ldflags=-s", want: ["-tags=netgo,osusergo"] },
  ])("netgo: $name", ({ user, goflags, want }) => {
    expect(merge({ strategy: "netgo", user: user ?? [], goflags: goflags ?? "" })).toEqual(want);
  });

  const external = "-linkmode=external";
  const rows: readonly (Omit<Merge, "strategy"> & { name: string; want: readonly string[] })[] = [
    {
      name: "tags stay",
      user: ["-tags=a"],
      goflags: "-tags=g",
      want: ["-tags=a", `-ldflags=${external} -extldflags=-static`],
    },
    {
      name: "two -extldflags become one: the last, as the linker does, and ours",
      user: ["-ldflags=-extldflags=-la -extldflags=-lb"],
      want: [`-ldflags=${external} -extldflags '-lb -static'`],
    },
    {
      name: "-extldflags in the next word, in quotes",
      user: [`-ldflags=-extldflags "-la -lb" -s`],
      want: [`-ldflags=${external} -s -extldflags '-la -lb -static'`],
    },
    {
      name: "-extldflags with quotes of its own",
      user: [`-ldflags=-s "-extldflags=-la '-Wl,-z,now'"`],
      want: [`-ldflags=${external} -s -extldflags "-la '-Wl,-z,now' -static"`],
    },
    {
      name: "an empty -extldflags",
      user: ["-ldflags=-extldflags="],
      want: [`-ldflags=${external} -extldflags=-static`],
    },
    {
      name: "-linkmode is replaced",
      user: ["-ldflags=-linkmode=internal -s"],
      want: [`-ldflags=${external} -s -extldflags=-static`],
    },
    {
      name: "-linkmode in the next word and with two dashes too",
      user: ["-ldflags=-linkmode internal --linkmode=auto -s"],
      want: [`-ldflags=${external} -s -extldflags=-static`],
    },
    {
      name: "-X with spaces, and two dashes become one",
      user: [`-ldflags=-X "main.v=a b" --X=main.w=1 -s`],
      want: [`-ldflags=${external} -X 'main.v=a b' -X=main.w=1 -s -extldflags=-static`],
    },
    {
      name: "-X with an apostrophe",
      user: [`-ldflags=-X "main.v=it's so"`],
      want: [`-ldflags=${external} -X "main.v=it's so" -extldflags=-static`],
    },
    { name: "an empty value", user: ["-ldflags="], want: [`-ldflags=${external} -extldflags=-static`] },
    { name: "white space around", user: ["-ldflags= \n-s\t"], want: [`-ldflags=${external} -s -extldflags=-static`] },
    { name: "all=", user: ["-ldflags=all=-s"], want: [`-ldflags=all=${external} -s -extldflags=-static`] },
    {
      name: "a pattern gets the strategy, and every other main package too",
      user: ["-ldflags=./cmd/x=-s"],
      want: [`-ldflags=${external} -extldflags=-static`, `-ldflags=./cmd/x=${external} -s -extldflags=-static`],
    },
    {
      name: "what stands before the last value for all is dropped, what stands behind is kept",
      user: ["-ldflags=-a", "-ldflags=./x=-b", "-ldflags=all=-s", "-ldflags=./y=-w"],
      want: [`-ldflags=all=${external} -s -extldflags=-static`, `-ldflags=./y=${external} -w -extldflags=-static`],
    },
    {
      name: "a later plain value wins over all=",
      user: ["-ldflags=all=-s", "-ldflags=-w"],
      want: [`-ldflags=${external} -w -extldflags=-static`],
    },
    {
      name: "a pattern with blanks around it",
      user: ["-ldflags= all =-s"],
      want: [`-ldflags=all=${external} -s -extldflags=-static`],
    },
    {
      name: "GOFLAGS, which ours would discard",
      goflags: "-ldflags=-s",
      want: [`-ldflags=${external} -s -extldflags=-static`],
    },
    {
      name: "GOFLAGS with several words",
      goflags: `'-ldflags=-s -X=main.v=1'`,
      want: [`-ldflags=${external} -s -X=main.v=1 -extldflags=-static`],
    },
    {
      name: "GOFLAGS that the command line discards",
      user: ["-ldflags=-w"],
      goflags: "-ldflags=-s",
      want: [`-ldflags=${external} -w -extldflags=-static`],
    },
    {
      name: "a pattern on the command line leaves the one of GOFLAGS for the others",
      user: ["-ldflags=./x=-w"],
      goflags: "-ldflags=-s",
      want: [`-ldflags=${external} -s -extldflags=-static`, `-ldflags=./x=${external} -w -extldflags=-static`],
    },
  ];

  it.each(rows)("external: $name", ({ user = [], goflags = "", want }) => {
    expect(merge({ strategy: "external", user, goflags })).toEqual(want);
  });

  it("-buildmode is replaced by a strategy that has one, and stays otherwise", () => {
    const user = ["-buildmode=exe", "-v", "-buildmode", "default"];
    expect(merge({ strategy: "static-pie", user }).filter((flag) => flag.startsWith("-buildmode"))).toEqual([
      "-buildmode=pie",
    ]);
    expect(merge({ strategy: "external", user }).slice(0, 3)).toEqual(["-buildmode=exe", "-v", "-buildmode=default"]);
  });

  it("a strategy with -extldflags alone keeps -linkmode", () => {
    expect(merge({ strategy: "extldflags", user: ["-ldflags=-linkmode internal -s"] })).toEqual([
      "-ldflags=-linkmode=internal -s -extldflags=-static",
    ]);
  });

  it.each([
    {
      name: "a pattern without flags",
      value: "all",
      message: '-ldflags: "all" is neither flags (it must start with "-") nor pattern=flags',
    },
    { name: "flags without a pattern", value: "=-s", message: '-ldflags: "=-s" is neither flags' },
    { name: "a quote at the start", value: `"-extldflags=-static -lm"`, message: "is neither flags" },
    { name: "an open quote", value: `-X 'main.v=a`, message: `-ldflags: "-X 'main.v=a": unterminated ' string` },
    { name: "an open quote behind a pattern", value: `all=-X "a`, message: 'unterminated " string' },
    {
      name: "both kinds of quotes where the strategy's flags make quotes necessary",
      value: `-extldflags=-Wl,"a",'b'`,
      message: "-ldflags: Go cannot quote a word with spaces and both kinds of quotes",
    },
  ])("$name is refused", ({ value, message }) => {
    const run = (): string[] => merge({ strategy: "external", user: [`-ldflags=${value}`] });
    expect(run).toThrow(ConfigError);
    expect(run).toThrow(message);
  });
});

describeWith(["go"], "the flags of the real go command", () => {
  it("every flag of go build that takes a value may have it in the next word, and no other", () => {
    const usage = execFileSync("go", ["help", "build"], { encoding: "utf8" });
    const flags = [...usage.matchAll(/^\t(-\w+)( .+)?$/gm)].map(([, name = "", value]) => ({
      name,
      takes: value !== undefined,
    }));
    const free = flags.filter(({ name }) => !["-C", "-n", "-json", "-work"].includes(name));
    expect(free.length).toBeGreaterThan(20);
    const taken = free.filter(({ name }) => parseGoFlags([name, "-v"], "flags").length === 1);
    expect(taken).toEqual(free.filter(({ takes }) => takes));
  });

  it("every flag of the linker that takes a value may have it in the next word, and no other", () => {
    const usage = spawnSync("go", ["tool", "link"], { encoding: "utf8" }).stderr;
    const flags = [...usage.matchAll(/^ {2}(-\w+)(?: (\w+))?(?:\t|$)/gm)].map(([, name = "", value]) => ({
      name,
      takes: value !== undefined,
    }));
    expect(flags.length).toBeGreaterThan(40);
    const taken = flags.filter(({ name }) => parseLinkerFlags([name, "-v"]).length === 1);
    expect(taken).toEqual(flags.filter(({ takes }) => takes));
  });
});

testPrinted(samplesOf);
