import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { findWantedGo } from "../../src/install/find-wanted-go.ts";
import { resolveWantedGo } from "../../src/install/wanted-go.ts";
import { fakeFiles, recordingLog } from "./world.ts";

const nothing = { goVersion: null, goVersionFile: null, found: [], goToolchain: "" };

describe("which wish counts", () => {
  it.each([
    { name: "no one asks", sources: {}, constraint: { kind: "any" }, from: null, requirement: "any Go" },
    {
      name: "go-version wins over every file",
      sources: { goVersion: "1.27rc1", goVersionFile: { name: "go.mod", text: "go 1.22" } },
      constraint: { kind: "range", range: "1.27.0-rc.1" },
      from: "go-version",
      requirement: "1.27rc1",
    },
    {
      name: "a blank go-version is none",
      sources: { goVersion: " ", goVersionFile: { name: "go.mod", text: "go 1.22.0" } },
      constraint: { kind: "line", floor: "1.22.0", orNewer: false },
      from: "go.mod:1",
      requirement: "the newest patch of its line, at least 1.22.0",
    },
    {
      name: "a newer toolchain line is the floor",
      sources: { goVersionFile: { name: "go.mod", text: "go 1.22.0\ntoolchain go1.23.4" } },
      constraint: { kind: "line", floor: "1.23.4", orNewer: false },
      from: "go.mod:2",
      requirement: "the newest patch of its line, at least 1.23.4",
    },
    {
      name: "an older toolchain line is not",
      sources: { goVersionFile: { name: "go.mod", text: "go 1.24.2\ntoolchain go1.23.4" } },
      constraint: { kind: "line", floor: "1.24.2", orNewer: false },
      from: "go.mod:1",
      requirement: "the newest patch of its line, at least 1.24.2",
    },
    {
      name: "a vendor's toolchain",
      sources: { found: [{ name: "go.mod", text: "go 1.22\ntoolchain go1.23.4-bigcorp" }] },
      constraint: { kind: "line", floor: "1.23.4", orNewer: true },
      from: "go.mod:2",
      requirement: "at least 1.23.4-bigcorp",
    },
    {
      name: "a named go.work by another name",
      sources: { goVersionFile: { name: "ci/tools.work", text: "go 1.25" } },
      constraint: { kind: "line", floor: "1.25.0-0", orNewer: false },
      from: "ci/tools.work:1",
      requirement: "the newest patch of its line, at least 1.25",
    },
    {
      name: "a named file of any other name holds a version",
      sources: { goVersionFile: { name: "GO_VERSION", text: "go1.26.8\n" } },
      constraint: { kind: "range", range: "1.26.8" },
      from: "GO_VERSION:1",
      requirement: "go1.26.8",
    },
    {
      name: "a found go.mod is a minimum",
      sources: { found: [{ name: "../go.mod", text: "module m\n\ngo 1.24" }] },
      constraint: { kind: "line", floor: "1.24.0-0", orNewer: true },
      from: "../go.mod:3",
      requirement: "at least 1.24",
    },
    {
      name: "GOTOOLCHAIN=local passes over a found toolchain line",
      sources: { found: [{ name: "go.mod", text: "go 1.24\ntoolchain go1.26.1" }], goToolchain: "local" },
      constraint: { kind: "line", floor: "1.24.0-0", orNewer: true },
      from: "go.mod:1",
      requirement: "at least 1.24",
    },
    {
      name: "a go.work without a go line leaves it to go.mod",
      sources: {
        found: [
          { name: "go.work", text: "use ." },
          { name: "go.mod", text: "go 1.24" },
        ],
      },
      constraint: { kind: "line", floor: "1.24.0-0", orNewer: true },
      from: "go.mod:1",
      requirement: "at least 1.24",
    },
    {
      name: "a go.mod without a go line takes any Go",
      sources: {
        found: [
          { name: "go.mod", text: "module m" },
          { name: ".go-version", text: "1.20" },
        ],
      },
      constraint: { kind: "any" },
      from: "go.mod",
      requirement: "any Go (it has no go line)",
    },
    {
      name: "a .tool-versions without Go is passed over",
      sources: {
        found: [
          { name: ".tool-versions", text: "nodejs 24" },
          { name: "../.go-version", text: "1.26.8" },
        ],
      },
      constraint: { kind: "range", range: "1.26.8" },
      from: "../.go-version:1",
      requirement: "1.26.8",
    },
    {
      name: "what asdf falls back to",
      sources: { found: [{ name: ".tool-versions", text: "golang 1.26.8 1.25 system" }] },
      constraint: { kind: "range", range: "1.26.8" },
      fallbacks: [{ kind: "range", range: ">=1.25.0 <1.26.0-0" }, { kind: "any" }],
      from: ".tool-versions:1",
      requirement: "1.26.8, or else 1.25, or else system",
    },
    {
      name: "GOTOOLCHAIN names a version",
      sources: { found: [{ name: "go.mod", text: "go 1.24" }], goToolchain: "go1.26.1" },
      constraint: { kind: "range", range: "1.26.1" },
      from: "GOTOOLCHAIN",
      requirement: "go1.26.1",
    },
    {
      name: "GOTOOLCHAIN names a minimum that no file reaches",
      sources: { found: [], goToolchain: "go1.26.1+path" },
      constraint: { kind: "line", floor: "1.26.1", orNewer: true },
      from: "GOTOOLCHAIN",
      requirement: "at least go1.26.1",
    },
    {
      name: "GOTOOLCHAIN=auto is no wish",
      sources: { found: [{ name: "go.mod", text: "go 1.24\ntoolchain go1.26.1" }], goToolchain: "local+auto" },
      constraint: { kind: "line", floor: "1.26.1", orNewer: true },
      from: "go.mod:2",
      requirement: "at least 1.26.1",
    },
    {
      name: "asdf's system is any Go",
      sources: { found: [{ name: ".tool-versions", text: "golang system" }] },
      constraint: { kind: "any" },
      from: ".tool-versions:1",
      requirement: "system",
    },
  ])("$name", ({ sources, ...want }) => {
    const { name: _name, ...expected } = want;
    expect(resolveWantedGo({ ...nothing, ...sources })).toMatchObject(expected);
  });

  it.each([
    {
      name: "go-version",
      sources: { goVersion: "1.x.y" },
      message: 'go-version: "1.x.y" is not a Go version; allowed: ',
    },
    {
      name: "a go line",
      sources: { found: [{ name: "go.mod", text: "module m\ngo 1.24 beta" }] },
      message: 'go.mod:2: "1.24 beta" is not a Go version; allowed: 1.27, 1.27.4, 1.27rc1',
    },
    {
      name: "a toolchain line",
      sources: { goVersionFile: { name: "go.mod", text: "go 1.24\ntoolchain 1.25.0" } },
      message: 'go.mod:2: "1.25.0" is not a Go version; allowed: ',
    },
    {
      name: "a .go-version",
      sources: { found: [{ name: ".go-version", text: "\nmain" }] },
      message: '.go-version:2: "main" is not a Go version; allowed: ',
    },
    {
      name: "a named go.mod without versions",
      sources: { goVersionFile: { name: "go.mod", text: "module m" } },
      message: 'go-version-file: "go.mod" has no go or toolchain line; allowed: ',
    },
    {
      name: "a named file that is empty",
      sources: { goVersionFile: { name: ".go-version", text: "" } },
      message: 'go-version-file: ".go-version" has no line with a Go version; allowed: ',
    },
  ])("refuses $name that cannot be read", ({ sources, message }) => {
    const resolve = (): unknown => resolveWantedGo({ ...nothing, ...sources });
    expect(resolve).toThrow(ConfigError);
    expect(resolve).toThrow(message);
  });
});

describe("where it looks", () => {
  const files = {
    "/repo/go.work": "go 1.25.0",
    "/repo/svc/go.mod": "go 1.24",
    "/repo/svc/.go-version": "1.26.1",
    "/repo/svc/cmd/.tool-versions": "golang 1.26.2",
    "/repo/.go-version": "1.20",
    "/elsewhere/go.work": "go 1.26.3",
  };
  const find = (
    request: { workingDirectory?: string; goVersion?: string; goVersionFile?: string },
    env: Record<string, string> = {},
  ): ReturnType<typeof findWantedGo> =>
    findWantedGo(
      { workingDirectory: "/repo/svc", goVersion: null, goVersionFile: null, ...request },
      { env, files: fakeFiles(files), log: recordingLog() },
    );

  it.each([
    { name: "a go.work further up governs", request: {}, env: {}, from: "../go.work:1" },
    { name: "GOWORK=auto is the same", request: {}, env: { GOWORK: "auto" }, from: "../go.work:1" },
    { name: "GOWORK=off: the go.mod", request: {}, env: { GOWORK: "off" }, from: "go.mod:1" },
    {
      name: "GOWORK names a file",
      request: {},
      env: { GOWORK: "/elsewhere/go.work" },
      from: "../../elsewhere/go.work:1",
    },
    {
      name: "the nearest folder first",
      request: { workingDirectory: "/repo/svc/cmd" },
      env: { GOWORK: "off" },
      from: ".tool-versions:1",
    },
    {
      name: "upwards to the go.mod",
      request: { workingDirectory: "/repo/svc/internal/deep" },
      env: { GOWORK: "off" },
      from: "../../go.mod:1",
    },
    { name: "nothing", request: { workingDirectory: "/empty" }, env: {}, from: null },
    {
      name: "a named file below the working directory",
      request: { goVersionFile: "go.mod" },
      env: {},
      from: "go.mod:1",
    },
    {
      name: "a named file below the workspace first, as setup-go reads it",
      request: { goVersionFile: ".go-version" },
      env: { GITHUB_WORKSPACE: "/repo" },
      from: ".go-version:1",
    },
    { name: "blank inputs are none", request: { goVersion: "", goVersionFile: " " }, env: {}, from: "../go.work:1" },
  ])("$name", async ({ request, env, from }) => {
    expect((await find(request, env)).from).toBe(from);
  });

  it("says that go-version wins when both inputs are given", async () => {
    const log = recordingLog();
    const world = { env: {}, files: fakeFiles(files), log };
    await findWantedGo({ workingDirectory: "/repo", goVersion: "1.26", goVersionFile: "nowhere" }, world);
    expect(log.lines).toEqual(['warning: go-version-file "nowhere" is not read: go-version takes precedence']);
  });

  it.each([
    {
      name: "a named file that does not exist",
      request: { goVersionFile: "nope/go.mod" },
      env: { GITHUB_WORKSPACE: "/repo" },
      message: 'go-version-file: "nope/go.mod" does not exist below /repo and /repo/svc; allowed: the path of a go.mod',
    },
    {
      name: "a GOWORK that does not exist",
      request: {},
      env: { GOWORK: "/nope/go.work" },
      message: 'GOWORK: "/nope/go.work" is not a file; allowed: "off", "auto" or the absolute path of a go.work',
    },
    { name: "a relative GOWORK", request: {}, env: { GOWORK: "go.work" }, message: 'GOWORK: "go.work" is not a file' },
  ])("refuses $name", async ({ request, env, message }) => {
    await expect(find(request, env)).rejects.toThrow(ConfigError);
    await expect(find(request, env)).rejects.toThrow(message);
  });

  it("refuses a file that cannot be read", async () => {
    const readText = (): Promise<never> => Promise.reject(new Error("EISDIR: illegal operation on a directory"));
    const world = { env: {}, files: { ...fakeFiles({}), readText }, log: recordingLog() };
    await expect(
      findWantedGo({ workingDirectory: "/repo", goVersion: null, goVersionFile: "svc" }, world),
    ).rejects.toThrow(
      new ConfigError('go-version-file: "svc" cannot be read: EISDIR: illegal operation on a directory'),
    );
  });
});
