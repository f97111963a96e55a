/**
 * What users of setup-go complain about most, as far as it is about versions and installing: the numbers are those of its issues. Each
 * row is what go-linkage does instead.
 */
import { describe, expect, it } from "vitest";
import { RequestFailed } from "../../src/errors.ts";
import { install, type InstallRequest } from "../../src/install/install.ts";
import { fakeWorld, type FakeWorld } from "./world.ts";

const base = "https://mirror.test/dl";
const other = "https://other.test/go";
const listAt = (url: string): string => `${url}/?mode=json&include=all`;
const hash = "ab".repeat(32);

const published = [
  "1.28rc1", "1.27.4", "1.27.3", "1.27.0", "1.27rc2", "1.26.8", "1.26.0", "1.25.12", "1.25.0", "1.24.9", "1.24.0", "1.24rc1", "1.20.14", "1.20",
]; // prettier-ignore

function list(versions: readonly string[], host = { os: "linux", arch: "amd64" }): unknown {
  return versions.map((version) => ({
    version: `go${version}`,
    files: [
      { filename: `go${version}.src.tar.gz`, os: "", arch: "", kind: "source", sha256: hash },
      { filename: `go${version}.${host.os}-${host.arch}.pkg`, ...host, kind: "installer", sha256: hash },
      { filename: `go${version}.${host.os}-${host.arch}.tar.gz`, ...host, kind: "archive", sha256: hash },
    ],
  }));
}

/** Go's spelling → a root in the tool cache with that Go. */
const gos = Object.fromEntries(
  published.map((version) => {
    const [, line = "", rest = ""] = /^(\d+\.\d+)(.*)$/.exec(version) ?? [];
    const pre = /^rc(\d+)$/.exec(rest)?.[1];
    return [`/cache/${line}${pre === undefined ? rest || ".0" : `.0-rc.${pre}`}`, `go${version}`];
  }),
);

const archives = (url: string): Record<string, string> =>
  Object.fromEntries(published.map((version) => [`${url}/go${version}.linux-amd64.tar.gz`, hash]));

/** A mirror that has everything, and a machine without Go. */
const world: FakeWorld = { gos, json: { [listAt(base)]: list(published) }, archives: archives(base) };

type Row = {
  readonly complaint: string;
  readonly request?: Partial<InstallRequest>;
  readonly world?: FakeWorld;
  readonly version?: string;
  readonly why?: string;
  readonly error?: string;
  readonly requests?: number;
};

const goMod = (text: string): FakeWorld => ({ files: { "/repo/go.mod": `module m\n\n${text}` } });

const rows: readonly Row[] = [
  {
    complaint: "561, 481: go 1.25.0 in go.mod installs exactly .0, which is insecure",
    world: goMod("go 1.25.0\n"),
    version: "1.25.12",
    why: "the newest patch of its line, downloaded from https://mirror.test/dl/go1.25.12.linux-amd64.tar.gz (sha256 verified); go.mod:3 asks for at least 1.25.0",
  },
  { complaint: "561: and exactly that when it is asked for", request: { goVersion: "=1.25.0" }, version: "1.25.0" },
  {
    complaint: "561: or written in full",
    request: { goVersion: "1.27.3" },
    version: "1.27.3",
    why: "; go-version asks for 1.27.3; 1.27.4 is the newest patch of its line",
  },
  {
    complaint: "205, 318, 373, 384, 688: a new release is not in a manifest for days",
    request: { goVersion: "1.27" },
    version: "1.27.4",
    why: "Go 1.27.4, the newest that satisfies, downloaded",
    requests: 2,
  },
  {
    complaint: "384: stable is the newest, not what somebody has cached",
    request: { goVersion: "stable" },
    version: "1.27.4",
  },
  { complaint: "oldstable", request: { goVersion: "oldstable" }, version: "1.26.8" },
  {
    complaint: "524, 389, 318, 135, 245, 67: 1.24rc1 is not understood",
    request: { goVersion: "1.24rc1" },
    version: "1.24rc1",
  },
  { complaint: "67: nor with go before it", request: { goVersion: "go1.24rc1" }, version: "1.24rc1" },
  { complaint: "524: npm's own spelling still works", request: { goVersion: "1.24.0-rc.1" }, version: "1.24rc1" },
  {
    complaint: "757: there is no moving name for the newest release candidate",
    request: { goVersion: "rc" },
    version: "1.28rc1",
    why: "go-version asks for rc, which is 1.28rc1",
  },
  {
    complaint: "757: and when the release is out, that",
    request: { goVersion: "rc" },
    world: { json: { [listAt(base)]: list(published.filter((version) => version !== "1.28rc1")) } },
    version: "1.27.4",
  },
  {
    complaint: "go1.25.0 in .go-version is refused",
    world: { files: { "/repo/.go-version": "go1.25.0\n" } },
    version: "1.25.0",
  },
  { complaint: "v1.25.0", request: { goVersion: "v1.25.0" }, version: "1.25.0" },
  { complaint: "1.25.x", request: { goVersion: "1.25.x" }, version: "1.25.12" },
  { complaint: "a range", request: { goVersion: ">=1.25 <1.27" }, version: "1.26.8" },
  {
    complaint: "457, 543, 557: the toolchain line does not count",
    world: goMod("go 1.25.0\n\ntoolchain go1.26.0\n"),
    version: "1.26.8",
  },
  { complaint: "toolchain default is no version", world: goMod("go 1.25.0\ntoolchain default\n"), version: "1.25.12" },
  {
    complaint:
      "a second step does not see the toolchain line, because the first has exported GOTOOLCHAIN=local: as Go itself",
    world: { ...goMod("go 1.25.0\n\ntoolchain go1.26.0\n"), env: { GOTOOLCHAIN: "local" } },
    version: "1.25.12",
  },
  {
    complaint: "a second step finds what the first has installed, without a request",
    world: { ...goMod("go 1.25.0\n"), cached: ["1.25.12"] },
    version: "1.25.12",
    why: "from the tool cache",
    requests: 0,
  },
  { complaint: "go 1.24rc1 in go.mod is read as 1.24", world: goMod("go 1.24rc1\n"), version: "1.24.9" },
  {
    complaint: "a go.mod without go line takes what is on PATH without a word",
    world: { ...goMod(""), gos: { ...gos, "/go-path": "go1.22.1" } },
    version: "1.22.1",
    why: "from PATH; go.mod asks for any Go (it has no go line)",
    requests: 0,
  },
  {
    complaint: "comments, tabs, CRLF and a byte order mark",
    world: { files: { "/repo/go.mod": "\uFEFFmodule m // go 1.20\r\n\tgo\t1.26.0\t// why\r\n" } },
    version: "1.26.8",
  },
  { complaint: "go.work", world: { files: { "/repo/go.work": "go 1.26\n\nuse ./svc\n" } }, version: "1.26.8" },
  {
    complaint: "several versions in .tool-versions become one range that nothing satisfies",
    world: { files: { "/repo/.tool-versions": "golang 1.25.0 1.24.9 # both\n" } },
    version: "1.25.0",
    why: ".tool-versions:1 asks for 1.25.0, or else 1.24.9",
  },
  {
    complaint: "and what the first is not to be had for, the second is for",
    world: { files: { "/repo/.tool-versions": "golang 1.23.99 1.24.9\n" } },
    version: "1.24.9",
  },
  {
    complaint: "420, 519: Go switches to another toolchain by itself",
    world: { ...goMod("go 1.25.0\n"), env: { GOTOOLCHAIN: "go1.26.0" } },
    version: "1.26.0",
    why: "GOTOOLCHAIN asks for go1.26.0",
  },
  {
    complaint: "GOTOOLCHAIN=go1.26.0+auto is a minimum",
    world: { ...goMod("go 1.25.0\n"), env: { GOTOOLCHAIN: "go1.26.0+auto" } },
    version: "1.26.8",
    why: "GOTOOLCHAIN asks for at least go1.26.0",
  },
  {
    complaint: "go.mod wins over an older GOTOOLCHAIN=go1.24.0+auto",
    world: { ...goMod("go 1.25.0\n"), env: { GOTOOLCHAIN: "go1.24.0+auto" } },
    version: "1.25.12",
    why: "go.mod:3 asks for at least 1.25.0",
  },
  {
    complaint: "go-version wins over GOTOOLCHAIN",
    request: { goVersion: "1.25" },
    world: { env: { GOTOOLCHAIN: "go1.26.0" } },
    version: "1.25.12",
  },
  {
    complaint: "107, 235, 252, 263, 278: an inherited GOROOT wins",
    request: { goVersion: "1.26.8" },
    world: { env: { GOROOT: "/usr/lib/go" }, gos: { ...gos, "/go-path": "go1.22.1" } },
    version: "1.26.8",
  },
  {
    complaint: "263: an old Go on Alpine says only that a file is missing",
    request: { goVersion: "1.20.14" },
    world: { files: { "/lib/ld-musl-x86_64.so.1": "" } },
    error:
      "Go 1.20.14 needs glibc, and this machine has only musl; Go 1.21 and newer run on both; go-version asks for 1.20.14; change go-version",
  },
  {
    complaint: "263: a new one runs there",
    request: { goVersion: "1.26.8" },
    world: { files: { "/lib/ld-musl-x86_64.so.1": "" } },
    version: "1.26.8",
  },
  {
    complaint: "263: musl beside glibc is no Alpine",
    request: { goVersion: "1.20.14" },
    world: { files: { "/lib/ld-musl-x86_64.so.1": "", "/lib64/ld-linux-x86-64.so.2": "" } },
    version: "1.20.14",
  },
  {
    complaint: "296, 399, 466, 564, 687, 721: a mirror cannot do ranges and aliases",
    request: { goVersion: "oldstable", goDownloadBaseUrl: `${other}\n${base}` },
    world: { json: { [listAt(base)]: list(published) }, archives: archives(other) },
    version: "1.26.8",
    why: "downloaded from https://other.test/go/go1.26.8.linux-amd64.tar.gz (sha256 verified)",
  },
  {
    complaint: "721: a mirror without a list",
    request: { goVersion: "1.26.8", goSha256: hash.toUpperCase() },
    world: { json: {} },
    version: "1.26.8",
  },
  {
    complaint: "721: a mirror without a list, and nothing to verify with",
    request: { goVersion: "1.26.8" },
    world: { json: {} },
    error: `tried ${listAt(base)}: HTTP status 404; change go-version, or go-download-base-url; a mirror without a list of releases needs an exact go-version and go-sha256`,
  },
  {
    complaint: "a mirror that has only some releases",
    request: { goVersion: "1.25", goDownloadBaseUrl: `${other} ${base}` },
    world: { json: { [listAt(other)]: list(["1.27.4"]), [listAt(base)]: list(published) }, archives: archives(base) },
    version: "1.25.12",
  },
  {
    complaint: "16, 496: rate limits; 384: 403 on the day of a release: the next mirror",
    request: { goVersion: "1.26.8", goDownloadBaseUrl: `${other} ${base}` },
    world: { json: { ...world.json, [listAt(other)]: new RequestFailed("HTTP status 403", { passing: false }) } },
    version: "1.26.8",
    requests: 4,
  },
  {
    complaint: "678: nothing is verified",
    request: { goVersion: "1.26.8" },
    world: { archives: { [`${base}/go1.26.8.linux-amd64.tar.gz`]: "cd".repeat(32) } },
    error: `sha256 is ${"cd".repeat(32)}, promised was ${hash}; nothing was unpacked`,
  },
  {
    complaint: "678: the list and go-sha256 disagree",
    request: { goVersion: "1.26.8", goSha256: "cd".repeat(32) },
    error: `go-sha256 says that the sha256 of go1.26.8.linux-amd64.tar.gz is ${"cd".repeat(32)}, and ${listAt(base)} says ${hash}; nothing was downloaded`,
  },
  {
    complaint: "1.20 in YAML is 1.2",
    request: { goVersion: "1.2" },
    error: "write it in quotes: in YAML 1.20 is the number 1.2",
  },
];

describe("what hurts users of setup-go", () => {
  it.each(rows)("$complaint", async ({ request, world: special, version, why = "", error, requests }) => {
    const recorded = fakeWorld({ ...world, ...special });
    const result = install(
      {
        workingDirectory: "/repo",
        goVersion: null,
        goVersionFile: null,
        goDownloadBaseUrl: base,
        goSha256: null,
        ...request,
      },
      recorded.ports,
    );
    if (error !== undefined) {
      await expect(result).rejects.toThrow(error);
      expect(recorded.published).toEqual([]);
      return;
    }
    const toolchain = await result;
    expect(toolchain.version).toBe(version);
    expect(toolchain.why).toContain(why);
    expect(toolchain.env).toMatchObject({ GOTOOLCHAIN: "local" });
    expect(toolchain.env).not.toHaveProperty("GOROOT");
    if (requests !== undefined) expect(recorded.requests).toHaveLength(requests);
  });

  it.each([
    { complaint: "517, 436, 329: ppc64le is not ppc64", arch: "ppc64le" },
    { complaint: "runner 2157, 2247: riscv64", arch: "riscv64" },
    { complaint: "loong64", arch: "loong64" },
    { complaint: "s390x", arch: "s390x" },
  ])("$complaint", async ({ arch }) => {
    const host = { os: "linux", arch };
    const url = `${base}/go1.27.4.linux-${arch}.tar.gz`;
    const recorded = fakeWorld({ ...world, json: { [listAt(base)]: list(published, host) }, archives: { [url]: "0" } });
    const ports = { ...recorded.ports, host: { ...host, cpus: 2 } };
    const request = { workingDirectory: "/repo", goVersionFile: null, goDownloadBaseUrl: base, goSha256: null };
    await expect(install({ ...request, goVersion: "stable" }, ports)).rejects.toThrow("sha256 is 0");
    expect(recorded.requests.at(-1)).toBe(url);
  });
});
