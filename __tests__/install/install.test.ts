import { describe, expect, it } from "vitest";
import { ConfigError, Interrupted } from "../../src/errors.ts";
import { install, type InstallRequest } from "../../src/install/install.ts";
import { fakeWorld, type FakeWorld } from "./world.ts";

const base = "https://mirror.test/dl";
const index = `${base}/?mode=json&include=all`;
const hash = "ab".repeat(32);
const request: InstallRequest = {
  workingDirectory: "/repo",
  goVersion: null,
  goVersionFile: null,
  goDownloadBaseUrl: base,
  goSha256: null,
};

function releases(...versions: string[]): unknown {
  return versions.map((version) => ({
    version: `go${version}`,
    stable: true,
    files: [{ filename: `go${version}.linux-amd64.tar.gz`, os: "linux", arch: "amd64", kind: "archive", sha256: hash }],
  }));
}

const archiveUrl = (version: string): string => `${base}/go${version}.linux-amd64.tar.gz`;

describe("where Go comes from", () => {
  const goMod = { "/repo/go.mod": "module m\n\ngo 1.24\n" };
  it.each<{ name: string; world: FakeWorld; goVersion?: string; source: string; why: string; requests: string[] }>([
    {
      name: "PATH has one that is new enough",
      world: { files: goMod, gos: { "/go-path": "go1.26.8" } },
      source: "path",
      why: "Go 1.26.8, from PATH; go.mod:3 asks for at least 1.24",
      requests: [],
    },
    {
      name: "PATH has a development build that is new enough",
      world: { files: goMod, gos: { "/go-path": "go1.27-devel_abc" } },
      source: "path",
      why: "Go 1.27-devel, from PATH; go.mod:3 asks for at least 1.24",
      requests: [],
    },
    {
      name: "nothing is asked for",
      world: { gos: { "/go-path": "go1.20" } },
      source: "path",
      why: "Go 1.20, from PATH; nothing asks for a certain version",
      requests: [],
    },
    {
      name: "PATH is too old, the tool cache has the line",
      world: {
        files: goMod,
        gos: { "/go-path": "go1.22.0", "/cache/1.24.9": "go1.24.9", "/cache/1.26.8": "go1.26.8" },
        cached: ["1.23.1", "1.24.2", "1.24.9", "1.26.8"],
      },
      source: "tool-cache",
      why: "Go 1.24.9, the newest patch of its line, from the tool cache; go.mod:3 asks for at least 1.24",
      requests: [],
    },
    {
      name: "the newest in the tool cache is another than it says",
      world: {
        gos: { "/cache/1.26.7": "go1.26.7", "/cache/1.26.8": "go1.20" },
        cached: ["1.26.6", "1.26.7", "1.26.8"],
      },
      goVersion: "1.26",
      source: "tool-cache",
      why: "Go 1.26.7, the newest that satisfies, from the tool cache; go-version asks for 1.26",
      requests: [],
    },
    {
      name: "nothing fits, so it is downloaded",
      world: {
        files: goMod,
        gos: { "/go-path": "go1.22.0", "/cache/1.24.12": "go1.24.12" },
        cached: ["1.23.1"],
        json: { [index]: releases("1.26.8", "1.24.12", "1.24.0") },
        archives: { [archiveUrl("1.24.12")]: hash },
      },
      source: "download",
      why: `Go 1.24.12, the newest patch of its line, downloaded from ${archiveUrl("1.24.12")} (sha256 verified); go.mod:3 asks for at least 1.24`,
      requests: [index, archiveUrl("1.24.12")],
    },
    {
      name: "there is no Go and nothing is asked for: stable",
      world: {
        gos: { "/cache/1.26.8": "go1.26.8" },
        json: { [index]: releases("1.27rc1", "1.26.8", "1.25.9") },
        archives: { [archiveUrl("1.26.8")]: hash },
      },
      source: "download",
      why: `Go 1.26.8, the newest release, downloaded from ${archiveUrl("1.26.8")} (sha256 verified); nothing asks for a certain version`,
      requests: [index, archiveUrl("1.26.8")],
    },
    {
      name: "oldstable is what PATH has",
      world: { gos: { "/go-path": "go1.25.9" }, json: { [index]: releases("1.26.8", "1.25.9") } },
      goVersion: "oldstable",
      source: "path",
      why: "Go 1.25.9, from PATH; go-version asks for oldstable, which is 1.25.9",
      requests: [index],
    },
    {
      name: "stable is in the tool cache",
      world: {
        gos: { "/go-path": "go1.25.9", "/cache/1.26.8": "go1.26.8" },
        cached: ["1.26.8"],
        json: { [index]: releases("1.26.8", "1.25.9") },
      },
      goVersion: "stable",
      source: "tool-cache",
      why: "Go 1.26.8, from the tool cache; go-version asks for stable, which is 1.26.8",
      requests: [index],
    },
    {
      name: "stable must be downloaded: one list is enough",
      world: {
        gos: { "/go-path": "go1.25.9", "/cache/1.26.8": "go1.26.8" },
        json: { [index]: releases("1.26.8", "1.25.9") },
        archives: { [archiveUrl("1.26.8")]: hash },
      },
      goVersion: "stable",
      source: "download",
      why: `Go 1.26.8, downloaded from ${archiveUrl("1.26.8")} (sha256 verified); go-version asks for stable, which is 1.26.8`,
      requests: [index, archiveUrl("1.26.8")],
    },
    {
      name: "a Go on PATH that does not work is passed over",
      world: { gos: { "/go-path": "broken", "/cache/1.26.8": "go1.26.8" }, cached: ["1.26.8"] },
      source: "tool-cache",
      why: "Go 1.26.8, the newest release, from the tool cache; nothing asks for a certain version",
      requests: [],
    },
  ])("$name", async ({ world, goVersion = null, source, why, requests }) => {
    const recorded = fakeWorld(world);
    const toolchain = await install({ ...request, goVersion }, recorded.ports);
    expect(toolchain).toMatchObject({ source, why, sha256: source === "download" ? hash : null });
    expect(toolchain.go).toBe(`${toolchain.root}/bin/go`);
    expect(recorded.requests).toEqual(requests);
    expect(recorded.log.lines.at(-1)).toBe(`info: ${why}`);
  });

  it("asks no Go with an inherited GOROOT or GOTOOLCHAIN, and hands on neither", async () => {
    const env = { GOROOT: "/stale", GOTOOLCHAIN: "auto", HOME: "/home/x" };
    const { ports, commands } = fakeWorld({ env, gos: { "/go-path": "go1.26.8" } });
    const toolchain = await install(request, ports);
    expect(commands.map((command) => command.env)).toEqual([
      { HOME: "/home/x", GOFLAGS: " ", GOTOOLCHAIN: "local", PATH: "/go-path/bin:/usr/bin" },
    ]);
    expect(toolchain.env).toEqual({
      HOME: "/home/x",
      GOTOOLCHAIN: "local",
      PATH: "/go-path/bin:/go-path/bin:/usr/bin",
    });
  });

  it("takes go.dev when no base URL is given", async () => {
    const { ports, requests } = fakeWorld({ json: { "https://go.dev/dl/?mode=json&include=all": [] } });
    await expect(install({ ...request, goDownloadBaseUrl: "" }, ports)).rejects.toThrow(ConfigError);
    expect(requests).toEqual(["https://go.dev/dl/?mode=json&include=all"]);
  });

  it("keeps the spelling of Windows' Path", async () => {
    const { ports } = fakeWorld({ gos: { "/go-path": "go1.26.8" } });
    const files = { ...ports.files, which: () => Promise.resolve("/go-path/bin/go") };
    const windows = { ...ports, files, host: { ...ports.host, os: "windows" }, env: { Path: "/usr/bin" } };
    expect((await install(request, windows)).env).toEqual({ GOTOOLCHAIN: "local", PATH: "/go-path/bin:/usr/bin" });
  });
});

describe("when nothing satisfies", () => {
  it.each<{ name: string; world: FakeWorld; goVersion: string; message: string }>([
    {
      name: "a version that does not exist",
      world: {
        gos: { "/go-path": "go1.26.8" },
        cached: ["1.25.0", "1.25.9"],
        json: { [index]: releases("1.26.8") },
      },
      goVersion: "1.99.x",
      message:
        "no Go satisfies: go-version asks for 1.99.x; on PATH: Go 1.26.8; in the tool cache: Go 1.25.0, 1.25.9; " +
        `tried ${index}: lists no archive with a sha256 for linux/amd64 that satisfies; ` +
        "change go-version, or go-download-base-url",
    },
    {
      name: "a list that cannot be had",
      world: { gos: { "/go-path": "broken" }, json: { [index]: new Error("HTTP status 503") } },
      goVersion: "stable",
      message:
        'no Go satisfies: go-version asks for stable; on PATH: a go that does not work (go env ended with exit code 2: "cannot run"); ' +
        `in the tool cache: no Go; tried ${index}: HTTP status 503; change go-version, or go-download-base-url`,
    },
    {
      name: "an archive that is not there",
      world: { json: { [index]: releases("1.26.8") } },
      goVersion: "1.26",
      message: `on PATH: no go; in the tool cache: no Go; tried ${archiveUrl("1.26.8")}: HTTP status 404; change go-version`,
    },
    {
      name: "a YAML number",
      world: { json: { [index]: releases("1.20") } },
      goVersion: "1.2",
      message: "change go-version (write it in quotes: in YAML 1.20 is the number 1.2), or",
    },
    {
      name: "an archive with other bytes",
      world: { json: { [index]: releases("1.26.8") }, archives: { [archiveUrl("1.26.8")]: "cd".repeat(32) } },
      goVersion: "1.26",
      message: `tried ${archiveUrl("1.26.8")}: not the archive that ${index} promises: sha256 is ${"cd".repeat(32)}, promised was ${hash}; nothing was unpacked`,
    },
    {
      name: "an archive with another Go inside",
      world: {
        gos: { "/cache/1.26.8": "go1.20" },
        json: { [index]: releases("1.26.8") },
        archives: { [archiveUrl("1.26.8")]: hash },
      },
      goVersion: "1.26",
      message: `${archiveUrl("1.26.8")} should be Go 1.26.8, but what is in it is Go 1.20`,
    },
  ])("$name", async ({ world, goVersion, message }) => {
    await expect(install({ ...request, goVersion }, fakeWorld(world).ports)).rejects.toThrow(ConfigError);
    await expect(install({ ...request, goVersion }, fakeWorld(world).ports)).rejects.toThrow(message);
  });

  it("puts no Go into the tool cache that is not the one it should be", async () => {
    const { ports, published } = fakeWorld({
      gos: { "/cache/1.26.8": "go1.20" },
      json: { [index]: releases("1.26.8") },
      archives: { [archiveUrl("1.26.8")]: hash },
    });
    await expect(install({ ...request, goVersion: "1.26" }, ports)).rejects.toThrow("should be");
    expect(published).toEqual([]);
  });

  it("goes on without a tool cache that cannot be read, and says so", async () => {
    const { ports, log } = fakeWorld({
      gos: { "/cache/1.26.8": "go1.26.8" },
      json: { [index]: releases("1.26.8") },
      archives: { [archiveUrl("1.26.8")]: hash },
    });
    const findAll = (): Promise<never> => Promise.reject(new Error("EACCES"));
    await install(request, { ...ports, toolCache: { ...ports.toolCache, findAll } });
    expect(log.lines).toContain("warning: the tool cache cannot be read: EACCES");
  });

  it("an interruption is neither a broken Go nor a failed download", async () => {
    const interrupted = (): Promise<never> => Promise.reject(new Interrupted("SIGTERM"));
    const { ports } = fakeWorld({ gos: { "/go-path": "go1.26.8" } });
    await expect(install(request, { ...ports, work: interrupted })).rejects.toThrow(Interrupted);
    const without = fakeWorld({}).ports;
    await expect(install(request, { ...without, network: { ...without.network, json: interrupted } })).rejects.toThrow(
      Interrupted,
    );
  });

  it.each([
    {
      name: "another protocol",
      url: "ftp://mirror.test/dl",
      message: 'go-download-base-url: "ftp://mirror.test/dl"; allowed: ',
    },
    { name: "a file", url: "file:///dl", message: 'go-download-base-url: "file:///dl"; allowed: http or https URLs' },
    { name: "no URL", url: "mirror.test", message: 'go-download-base-url: "mirror.test"; allowed: ' },
    {
      name: "a user",
      url: "https://u:hunter2@mirror.test/dl",
      message: "the URL for mirror.test has a user, query or",
    },
    { name: "a query", url: "https://mirror.test/dl?x=1", message: "the URL for mirror.test has a user, query or" },
  ])("refuses a base URL with $name, even when Go is there", async ({ url, message }) => {
    const { ports } = fakeWorld({ gos: { "/go-path": "go1.26.8" } });
    const attempt = install({ ...request, goDownloadBaseUrl: url }, ports);
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.not.toThrow("hunter2");
  });
});
