import { describe, expect, it } from "vitest";
import { ConfigError, Interrupted } from "../../src/errors.ts";
import { install, type InstallRequest } from "../../src/install/install.ts";
import { fakeWorld, type FakeWorld, moduleCacheRoot } from "./world.ts";

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
      why: "Go 1.20, from PATH; no version requested",
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
      why: `Go 1.26.8, the newest release, downloaded from ${archiveUrl("1.26.8")} (sha256 verified); no version requested`,
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
      why: "Go 1.26.8, the newest release, from the tool cache; no version requested",
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

describe("through the module proxy", () => {
  const goDev = "https://go.dev/dl/?mode=json&include=all";
  const usual = { ...request, goDownloadBaseUrl: null };
  const has = (...versions: string[]): Record<string, string> =>
    Object.fromEntries(versions.map((version) => [moduleCacheRoot(version), `go${version}`]));
  const onPath = { "/go-path": "go1.26.8" };
  const notAsked: readonly string[] = [];

  it.each<{ name: string; world: FakeWorld; goVersion: string; source?: string; why: string }>([
    {
      name: "the newest that satisfies is fetched",
      world: { gos: { ...onPath, ...has("1.25.3", "1.25.9") }, proxied: ["1.25.3", "1.25.9", "1.27rc1"] },
      goVersion: "1.25",
      why: "Go 1.25.9, the newest that satisfies, through the module proxy (verified by the go command); go-version asks for 1.25",
    },
    {
      name: "what the module cache has costs no request",
      world: { gos: { ...onPath, ...has("1.25.3") } },
      goVersion: "1.25",
      why: "Go 1.25.3, the newest that satisfies, from the module cache; go-version asks for 1.25",
    },
    {
      name: "a proxy without a list does for an exact version",
      world: { gos: { ...onPath, ...has("1.24rc1") }, unlisted: ["1.24rc1"] },
      goVersion: "1.24rc1",
      why: "Go 1.24rc1, through the module proxy (verified by the go command); go-version asks for 1.24rc1",
    },
    {
      name: "stable is what the proxy says",
      world: { gos: { ...onPath, ...has("1.27.1") }, proxied: ["1.26.8", "1.27.1", "1.28rc1"] },
      goVersion: "stable",
      why: "Go 1.27.1, through the module proxy (verified by the go command); go-version asks for stable, which is 1.27.1",
    },
    {
      name: "stable is the one on PATH",
      world: { gos: onPath, proxied: ["1.25.9", "1.26.8"] },
      goVersion: "stable",
      source: "path",
      why: "Go 1.26.8, from PATH; go-version asks for stable, which is 1.26.8",
    },
    {
      name: "the newest Go of the tool cache that works fetches where PATH has none that can",
      world: {
        gos: { "/go-path": "go1.20.1", "/cache/1.22.0": "go1.22.0", "/cache/1.23.0": "broken", ...has("1.25.3") },
        cached: ["1.22.0", "1.23.0"],
        proxied: ["1.25.3"],
      },
      goVersion: "1.25.3",
      why: "Go 1.25.3, through the module proxy (verified by the go command); go-version asks for 1.25.3",
    },
    {
      name: "GOTOOLCHAIN=local, which setup-go sets in every job, is about version lines",
      world: { env: { PATH: "/go-path/bin", GOTOOLCHAIN: "local" }, gos: { ...onPath, ...has("1.25.3") } },
      goVersion: "1.25.3",
      why: "Go 1.25.3, from the module cache; go-version asks for 1.25.3",
    },
  ])("$name", async ({ world, goVersion, source = "toolchain", why }) => {
    const recorded = fakeWorld(world);
    const toolchain = await install({ ...usual, goVersion }, recorded.ports);
    expect(toolchain).toMatchObject({ source, why, sha256: null });
    expect(recorded.requests).toEqual(notAsked);
    expect(toolchain.env.GOTOOLCHAIN).toBe("local");
  });

  it.each<{ name: string; world: FakeWorld; tried: readonly string[] }>([
    {
      name: "the proxy does not have it",
      world: { gos: onPath, proxied: ["1.25.3"] },
      tried: ['GOTOOLCHAIN=go1.25.3 go env: "go: 403 Forbidden"', goDev],
    },
    {
      name: "the proxy gives another Go",
      world: { gos: { ...onPath, [moduleCacheRoot("1.25.3")]: "go1.25.2" }, proxied: ["1.25.3"] },
      tried: [`GOTOOLCHAIN=go1.25.3 go env: ${moduleCacheRoot("1.25.3")} is Go 1.25.2`, goDev],
    },
    {
      name: "the proxy is off",
      world: { gos: onPath },
      tried: ['go list -m -versions go: "go: module lookup disabled"', "GOTOOLCHAIN=go1.25.3 go env: ", goDev],
    },
    {
      name: "GOTOOLCHAIN=path looks nowhere else",
      world: { env: { PATH: "/go-path/bin", GOTOOLCHAIN: "go1.26.8+path" }, gos: { ...onPath, ...has("1.25.3") } },
      tried: [goDev],
    },
    { name: "a Go before 1.21 cannot fetch", world: { gos: { "/go-path": "go1.20" } }, tried: [goDev] },
    { name: "no Go is at hand", world: {}, tried: [goDev] },
  ])("then as a download: $name", async ({ world, tried }) => {
    const { ports } = fakeWorld(world);
    const failure = await install({ ...usual, goVersion: "1.25.3" }, ports).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ConfigError);
    const list = /; tried (.*?); change /.exec((failure as Error).message)?.[1]?.split("; ") ?? [];
    expect(list.map((each, at) => each.startsWith(tried[at] ?? "nothing more"))).toEqual(tried.map(() => true));
  });

  it("is not asked where a mirror or a hash is named: those are for archives", async () => {
    const world = { gos: { ...onPath, ...has("1.25.3") }, proxied: ["1.25.3"] };
    for (const directed of [request, { ...usual, goSha256: hash }]) {
      await expect(install({ ...directed, goVersion: "1.25.3" }, fakeWorld(world).ports)).rejects.toThrow("HTTP");
    }
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
      message: `${archiveUrl("1.26.8")} should be Go 1.26.8, but it contains Go 1.20`,
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
