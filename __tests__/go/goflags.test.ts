import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { goflagsForBuild, ignoredGoflags, readEnvFile, withWrittenGoflags } from "../../src/go/goflags.ts";
import { parseGOFLAGS } from "../../src/go/go-flags.ts";

describe("goflagsForBuild", () => {
  it.each([
    { text: "", want: "" },
    { text: "-mod=mod -trimpath", want: "-mod=mod -trimpath" },
    { text: "-ldflags=-s -w", want: "-ldflags=-s -w" },
    { text: "-mod=mod -u", want: "-mod=mod" },
    { text: "-n", want: " " },
    { text: "-o=x -json --n=true '-ldflags=-s -w'", want: "'-ldflags=-s -w'" },
    { text: `-test "-ldflags=-X 'main.v=a b'"`, want: `"-ldflags=-X 'main.v=a b'"` },
    { text: "-u 'open", want: "-u 'open" },
    { text: "-foo bar", want: "-foo bar" },
  ])("$text", ({ text, want }) => {
    expect(goflagsForBuild(text)).toBe(want);
  });
});

describe("withWrittenGoflags", () => {
  const files = {
    readText: (path: string) =>
      Promise.resolve(
        { "/own": "GOFLAGS=-n\n", "/harmless": "GOFLAGS=-buildmode=pie\n" }[path] ??
          (path.endsWith("/go/env") ? "GOFLAGS=-n\n" : undefined),
      ),
  };
  it.each([
    { os: "linux", env: { HOME: "/h" }, want: "-n" },
    { os: "linux", env: { HOME: "/h", GOFLAGS: "-v" }, want: "-v" },
    { os: "linux", env: { HOME: "/h", GOENV: "off" }, want: undefined },
    { os: "linux", env: { GOENV: "/harmless" }, want: undefined },
    { os: "linux", env: { GOENV: "/own" }, want: "-n" },
    { os: "linux", env: { XDG_CONFIG_HOME: "/c" }, want: "-n" },
    { os: "linux", env: {}, want: undefined },
    { os: "darwin", env: { HOME: "/h" }, want: "-n" },
    { os: "darwin", env: { XDG_CONFIG_HOME: "/c" }, want: undefined },
    { os: "windows", env: { APPDATA: "/a" }, want: "-n" },
  ])("$os, $env", async ({ os, env, want }) => {
    expect((await withWrittenGoflags(env, { root: "/go", os }, files)).GOFLAGS).toBe(want);
  });
});

describe("ignoredGoflags", () => {
  it.each([
    { text: "", want: [] },
    { text: "-mod=mod -trimpath -tags=x", want: [] },
    { text: "-ldflags=-s -w", want: [{ word: "-w", meant: "-ldflags=-s -w" }] },
    { text: "-trimpath -gcflags=-N -l", want: [{ word: "-l", meant: "-gcflags=-N -l" }] },
    { text: "-mod=mod -u", want: [{ word: "-u", meant: null }] },
    { text: "-count=1", want: [{ word: "-count=1", meant: null }] },
    { text: "-ldflags=-s -trimpath -u", want: [{ word: "-u", meant: null }] },
    { text: "-n -v", want: [{ word: "-n", meant: null }] },
  ])("$text", ({ text, want }) => {
    expect(ignoredGoflags(text)).toEqual(want);
  });
});

describe("a quote in the middle of a word", () => {
  it.each([
    {
      text: "-ldflags='-s -w'",
      says: "-ldflags='-s -w': Go reads quotes only around a whole word (go: parsing $GOFLAGS: unknown flag -w'); write '-ldflags=-s -w'",
    },
    { text: `-v -tags="a b" -x`, says: `(go: parsing $GOFLAGS: non-flag "b\\""); write "-tags=a b"` },
    { text: "-ldflags='-s -w -X=a'", says: "write '-ldflags=-s -w -X=a'" },
  ])("$text", ({ text, says }) => {
    expect(() => parseGOFLAGS(text)).toThrow(ConfigError);
    expect(() => parseGOFLAGS(text)).toThrow(says);
  });

  it.each(["'-ldflags=-s -w'", "-ldflags='-s'", "-tags='a"])("is none in %s", (text) => {
    expect(() => parseGOFLAGS(text)).not.toThrow();
  });
});

describe("readEnvFile", () => {
  it("takes the last line of that name", () => {
    const text = "# GOFLAGS=-x\nGOFLAGS=-a\nGOFLAGSX=-b\nGOFLAGS=-mod=mod -u\nGOPROXY=off\n";
    expect(readEnvFile(text, "GOFLAGS")).toBe("-mod=mod -u");
    expect(readEnvFile(text, "GOSUMDB")).toBeUndefined();
  });
});
