import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import {
  satisfies,
  goLineFloor,
  goToSemver,
  parseGoVersionOutput,
  parseConstraint,
  pickVersion,
  semverToGo,
  type VersionConstraint,
} from "../../src/install/go-version.ts";

describe("Go's spelling and semver's", () => {
  it.each([
    { name: "a patch", go: "1.26.8", semver: "1.26.8" },
    { name: "the first patch of a line since 1.21", go: "1.21.0", semver: "1.21.0" },
    { name: "the first release of a line before 1.21", go: "1.20", semver: "1.20.0" },
    { name: "a release candidate", go: "1.27rc1", semver: "1.27.0-rc.1" },
    { name: "a beta", go: "1.10beta2", semver: "1.10.0-beta.2" },
    { name: "a release candidate of a patch", go: "1.9.2rc2", semver: "1.9.2-rc.2" },
  ])("$name: both ways", ({ go, semver }) => {
    expect(goToSemver(go)).toBe(semver);
    expect(semverToGo(semver)).toBe(go);
  });

  it.each([
    { name: "a line since 1.21", go: "1.21", semver: "1.21.0" },
    { name: "go in front", go: "go1.27.4", semver: "1.27.4" },
    { name: "v in front", go: "v1.27.4", semver: "1.27.4" },
  ])("$name: to semver", ({ go, semver }) => {
    expect(goToSemver(go)).toBe(semver);
  });

  it.each(["", "1", "1.", "1.2.3.4", "1.27-rc1", "1.27rc", "01.2", "1.02", "go", "1.27 ", "1.27.0+dirty", "banana"])(
    "%j is no Go version",
    (text) => {
      expect(goToSemver(text)).toBeUndefined();
    },
  );

  it("hands back what has no Go spelling", () => {
    expect(semverToGo("1.27.0-rc.1.2")).toBe("1.27.0-rc.1.2");
    expect(semverToGo("nonsense")).toBe("nonsense");
  });

  it("every release survives the round trip, and the order stays", () => {
    const part = fc.nat({ max: 999 });
    const pre = fc.option(fc.record({ kind: fc.constantFrom("beta", "rc"), number: part }), { nil: undefined });
    const version = fc.record({ minor: part, patch: part, pre }).map(({ minor, patch, pre }) => {
      const release = `1.${minor}.${patch}`;
      return pre === undefined ? release : `${release}-${pre.kind}.${pre.number}`;
    });
    fc.assert(
      fc.property(version, (semver) => {
        expect(goToSemver(semverToGo(semver))).toBe(semver);
        expect(goToSemver(`go${semverToGo(semver)}`)).toBe(semver);
      }),
    );
  });
});

describe("what go env GOVERSION answers", () => {
  it.each([
    { name: "a release", output: "go1.26.8", want: "1.26.8" },
    { name: "a release with experiments", output: "go1.26.8 X:boringcrypto", want: "1.26.8" },
    { name: "a release with a vendor's suffix", output: "go1.26.8-bigcorp", want: "1.26.8" },
    { name: "a release candidate", output: "go1.27rc2\n", want: "1.27.0-rc.2" },
    { name: "a development build", output: "go1.27-devel_abc123 Thu Jan 1", want: "1.27.0-0" },
    { name: "a development build, old style", output: "devel go1.28-0123abc Thu Jan 1 linux/amd64", want: "1.28.0-0" },
    { name: "a development build without version", output: "devel +0123abc Thu Jan 1", want: undefined },
    { name: "nothing", output: "", want: undefined },
    { name: "something else", output: "gccgo 13", want: undefined },
  ])("$name", ({ output, want }) => {
    expect(parseGoVersionOutput(output)).toBe(want);
  });
});

describe("the floor of a go line", () => {
  it.each([
    { name: "a language version takes its release candidates", line: "1.24", floor: "1.24.0-0" },
    { name: "before 1.21 it is the release", line: "1.20", floor: "1.20.0" },
    { name: "a patch", line: "1.24.3", floor: "1.24.3" },
    { name: "a release candidate", line: "1.24rc1", floor: "1.24.0-rc.1" },
    { name: "no version", line: "1.x", floor: undefined },
  ])("$name", ({ line, floor }) => {
    expect(goLineFloor(line)).toBe(floor);
  });
});

const releases = [
  "1.20.0", "1.20.14", "1.21.0-rc.2", "1.21.0", "1.22.0", "1.22.12",
  "1.25.0", "1.25.9", "1.26.0", "1.26.8", "1.27.0-rc.1", "1.27.0-rc.2",
]; // prettier-ignore

describe("wishes", () => {
  it.each([
    { name: "a line", text: "1.26", want: "1.26.8" },
    { name: "a line with x", text: "1.26.x", want: "1.26.8" },
    { name: "a line with go in front", text: "go1.26", want: "1.26.8" },
    { name: "a major version", text: "1", want: "1.26.8" },
    { name: "a patch", text: "1.26.0", want: "1.26.0" },
    { name: "a patch with go in front", text: "go1.26.0", want: "1.26.0" },
    { name: "a patch with v in front and space around", text: " v1.26.0\t", want: "1.26.0" },
    { name: "Go's release candidate", text: "1.27rc1", want: "1.27.0-rc.1" },
    { name: "npm's release candidate", text: "1.27.0-rc.1", want: "1.27.0-rc.1" },
    { name: "a range", text: ">=1.22 <1.25", want: "1.22.12" },
    { name: "a range with Go's release candidate", text: ">=1.27rc1", want: "1.27.0-rc.2" },
    { name: "a range with go in front", text: ">=go1.22 <go1.25", want: "1.22.12" },
    { name: "a caret", text: "^1.22", want: "1.26.8" },
    { name: "a tilde", text: "~1.25.0", want: "1.25.9" },
    { name: "a hyphen", text: "1.20 - 1.22", want: "1.22.12" },
    { name: "alternatives", text: "1.20.x || 1.22.x", want: "1.22.12" },
    { name: "stable", text: "stable", want: "1.26.8" },
    { name: "oldstable", text: "oldstable", want: "1.25.9" },
    { name: "rc", text: "rc", want: "1.27.0-rc.2" },
    { name: "exactly", text: "=1.26.0", want: "1.26.0" },
    { name: "a line, exactly", text: "=1.26", want: "1.26.8" },
    { name: "a line with release candidates only", text: "1.27", want: undefined },
    { name: "a line that is not there", text: "1.99", want: undefined },
  ])("go-version $text ($name) picks $want", ({ text, want }) => {
    expect(pickVersion(parseConstraint(text, "go-version"), releases)).toBe(want);
  });

  it.each([
    { name: "nothing", text: "" },
    { name: "a word", text: "latest" },
    { name: "a date", text: "2026-11-23" },
    { name: "a release candidate that npm would read as the whole line", text: "1.27-rc1" },
    { name: "too many parts", text: "1.2.3.4" },
    { name: "a line break and a workflow command", text: "1.27\n::error::x" },
    { name: "a very long text", text: "1".repeat(100_000) },
  ])("refuses $name", ({ text }) => {
    const parse = (): unknown => parseConstraint(text, "go-version");
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(/^go-version: ".*" is not a Go version; allowed: a version \(1\.27, /);
  });

  const line = (floor: string, orNewer: boolean): VersionConstraint => ({ kind: "line", floor, orNewer });
  it.each<{ name: string; wish: VersionConstraint; want: string | undefined }>([
    { name: "the newest patch of the line", wish: line("1.22.0", true), want: "1.22.12" },
    { name: "a newer line when the own has none that is new enough", wish: line("1.25.10", true), want: "1.26.8" },
    { name: "no newer line when a file was named", wish: line("1.25.10", false), want: undefined },
    { name: "a line that has release candidates only", wish: line("1.27.0-0", true), want: "1.27.0-rc.2" },
    { name: "any: never a release candidate", wish: { kind: "any" }, want: "1.26.8" },
  ])("picks $name", ({ wish, want }) => {
    expect(pickVersion(wish, releases)).toBe(want);
  });

  it.each<{ name: string; wish: VersionConstraint; version: string; want: boolean }>([
    { name: "any takes a development build", wish: { kind: "any" }, version: "1.28.0-0", want: true },
    { name: "stable must be settled first", wish: parseConstraint("stable", ""), version: "1.26.8", want: false },
    { name: "a minimum takes a later line", wish: line("1.24.0-0", true), version: "1.26.8", want: true },
    { name: "a minimum takes a release candidate", wish: line("1.24.0-0", true), version: "1.24.0-rc.1", want: true },
    { name: "a minimum takes a development build", wish: line("1.28.0-0", true), version: "1.28.0-0", want: true },
    { name: "a minimum refuses an older patch", wish: line("1.24.3", true), version: "1.24.2", want: false },
    { name: "a named line refuses a later line", wish: line("1.24.0-0", false), version: "1.26.8", want: false },
    {
      name: "a line refuses a release candidate",
      wish: parseConstraint("1.27", ""),
      version: "1.27.0-rc.1",
      want: false,
    },
    {
      name: "a range refuses a development build",
      wish: parseConstraint(">=1.22", ""),
      version: "1.28.0-0",
      want: false,
    },
  ])("$name", ({ wish, version, want }) => {
    expect(satisfies(wish, version)).toBe(want);
  });
});
