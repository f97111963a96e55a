import { describe, expect, it } from "vitest";
import { compareBuildInfo, type AskedBuild } from "../../src/inspect/go-buildinfo-compare.ts";
import type { GoBuildInfo } from "../../src/model/artifact.ts";

const settings = { "-compiler": "gc", "-buildmode": "exe", CGO_ENABLED: "1", GOARCH: "amd64", GOOS: "linux" };
const asked: AskedBuild = { goos: "linux", goarch: "amd64", cgoEnabled: null, buildmode: null, tags: null };

function compare(recorded: Readonly<Record<string, string>>, wish: Partial<AskedBuild>): readonly string[] {
  const info: GoBuildInfo = { goVersion: "go1.26.8", path: "x", main: null, settings: recorded, withheld: [] };
  return compareBuildInfo(info, { ...asked, ...wish });
}

describe("no contradiction", () => {
  const pie = { ...settings, "-buildmode": "pie" };
  const { "-buildmode": _, ...go119 } = settings;
  it.each<readonly [string, Readonly<Record<string, string>>, Partial<AskedBuild>]>([
    ["nothing was asked", settings, {}],
    ["nothing was asked, and a PIE recorded, as in docker's CLI", pie, {}],
    ["all is as asked", { ...settings, "-tags": "a,b" }, { cgoEnabled: "1", buildmode: "exe", tags: ["b", "a"] }],
    ["the default mode, which is recorded as exe even where it is a PIE", settings, { buildmode: "default" }],
    ["Go 1.19 records no -buildmode", go119, { buildmode: "pie" }],
    ["Go 1.17 records nothing", {}, { cgoEnabled: "0", buildmode: "pie", tags: ["netgo"] }],
    ["no -tags are recorded when there are none", settings, { tags: [] }],
    ["empty -tags", { ...settings, "-tags": "" }, { tags: [] }],
    ["tags twice", { ...settings, "-tags": "a,b,a" }, { tags: ["a", "b"] }],
    ["with -trimpath, no -ldflags are recorded", { ...settings, "-trimpath": "true" }, { tags: [] }],
  ])("%s", (_, recorded, wish) => {
    expect(compare(recorded, wish)).toEqual([]);
  });
});

describe("contradictions", () => {
  it.each<readonly [Readonly<Record<string, string>>, Partial<AskedBuild>, readonly string[]]>([
    [settings, { goos: "darwin" }, ["its build info records GOOS=linux, but darwin was asked for"]],
    [settings, { goarch: "arm64" }, ["its build info records GOARCH=amd64, but arm64 was asked for"]],
    [settings, { cgoEnabled: "0" }, ["its build info records CGO_ENABLED=1, but 0 was asked for"]],
    [settings, { buildmode: "pie" }, ["its build info records -buildmode=exe, but pie was asked for"]],
    [settings, { tags: ["netgo", "x"] }, ["its build info does not record the build tags netgo,x"]],
    [
      { ...settings, "-tags": "dev,netgo" },
      { tags: ["netgo"] },
      ["its build info records the build tags dev, which were not asked for"],
    ],
    [
      { ...settings, "-tags": "a" },
      { goos: "darwin", tags: ["b"] },
      [
        "its build info records GOOS=linux, but darwin was asked for",
        "its build info does not record the build tags b",
        "its build info records the build tags a, which were not asked for",
      ],
    ],
  ])("%j against %j", (recorded, wish, sentences) => {
    expect(compare(recorded, wish)).toEqual(sentences);
  });

  it("a text of any length becomes a sentence", () => {
    const [sentence = ""] = compare({ ...settings, GOOS: "x".repeat(100_000) }, {});
    expect(sentence.length).toBeLessThan(300);
  });
});
