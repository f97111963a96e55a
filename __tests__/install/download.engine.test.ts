/** The whole stage with the real ports, a real Go archive and loopback look-alikes of go.dev/dl. */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { ConfigError, Interrupted } from "../../src/errors.ts";
import { goToSemver, semverToGo } from "../../src/install/go-version.ts";
import { pauseAfter } from "../../src/ports/retry.ts";
import {
  type Answer,
  type Answers,
  type GoArchive,
  type GoDownloadServer,
  packGo,
  renderIndex,
  startGoDownloadServer,
} from "../support/go-download-server.ts";
import { makeMachine } from "../support/machine.ts";
import { describeWith } from "../support/tools.ts";

const scratch = await mkdtemp(path.join(os.tmpdir(), "go-linkage-test-"));
const packed = await packGo(scratch);

afterAll(() => rm(scratch, { recursive: true, force: true }));

const servers: GoDownloadServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answers: Answers): Promise<GoDownloadServer> {
  const server = await startGoDownloadServer(answers);
  servers.push(server);
  return server;
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("what is not as it should be", () => {
  const file = { filename: "go1.26.8.linux-amd64.tar.gz", os: "linux", arch: "amd64" };
  const archivePath = `/dl/${file.filename}`;
  const listing = (body: string): Answer => ({
    body: renderIndex([{ version: "go1.26.8", files: [{ ...file, sha256: sha256(body) }] }]),
  });
  const long = "x".repeat(1000);

  it.each<{ name: string; answers: Answers; message: string; requests: number }>([
    { name: "no list", answers: {}, message: "/dl/?mode=json&include=all: HTTP status 404", requests: 1 },
    { name: "a list that is not JSON", answers: { "/dl/": { body: "<html>" } }, message: "is not JSON", requests: 1 },
    {
      name: "a list of another shape",
      answers: { "/dl/": { body: "{}" } },
      message: "is not a JSON array",
      requests: 1,
    },
    {
      name: "a list that breaks off",
      answers: { "/dl/": { body: long, afterHalf: "hang-up" } },
      message: "/dl/?mode=json&include=all: aborted (4 attempts)",
      requests: 4,
    },
    {
      name: "a server in trouble",
      answers: { "/dl/": { status: 503 } },
      message: "HTTP status 503 (4 attempts)",
      requests: 4,
    },
    {
      name: "a list without this machine",
      answers: {
        "/dl/": {
          body: renderIndex([{ version: "go1.26.8", files: [{ ...file, arch: "s390x", sha256: sha256("") }] }]),
        },
      },
      message: "lists no archive with a sha256 for linux/amd64 that satisfies",
      requests: 1,
    },
    { name: "no archive", answers: { "/dl/": listing("x") }, message: `${archivePath}: HTTP status 404;`, requests: 2 },
    {
      name: "an archive that breaks off",
      answers: { "/dl/": listing(long), [archivePath]: { body: long, afterHalf: "hang-up" } },
      message: `${archivePath}: aborted (4 attempts)`,
      requests: 5,
    },
    {
      name: "a connection that is reset",
      answers: { "/dl/": listing(long), [archivePath]: { body: long, afterHalf: "reset" } },
      message: "(4 attempts)",
      requests: 5,
    },
    {
      name: "a server that falls silent",
      answers: { "/dl/": listing(long), [archivePath]: { body: long, afterHalf: "silence" } },
      message: `${archivePath}: no byte for 0.2 s (4 attempts)`,
      requests: 5,
    },
    {
      name: "a truncated archive",
      answers: { "/dl/": listing(long), [archivePath]: { body: "x".repeat(999) } },
      message: `sha256 is ${sha256("x".repeat(999))}, promised was ${sha256(long)}; nothing was unpacked`,
      requests: 2,
    },
  ])("$name: refused, and nothing is left", async ({ answers, message, requests }) => {
    const server = await serve(answers);
    const on = await makeMachine(scratch, { stallMs: 200 });
    const attempt = on.install({ goVersion: "1.26", goDownloadBaseUrl: server.baseUrl });
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow(message);
    expect(server.requests).toHaveLength(requests);
    expect(await readdir(path.join(on.toolCache, "go")).catch(() => [])).toEqual([]);
  });

  it("the promised bytes that are no archive: an error, and nothing is left", async () => {
    const server = await serve({ "/dl/": listing("no archive"), [archivePath]: { body: "no archive" } });
    const on = await makeMachine(scratch);
    await expect(on.install({ goVersion: "1.26", goDownloadBaseUrl: server.baseUrl })).rejects.toThrow(
      `${archivePath} cannot be unpacked: tar ended with exit code`,
    );
    expect(await readdir(path.join(on.toolCache, "go"))).toEqual([]);
  });

  it("every address that was tried is in the error, with what it said", async () => {
    const [first, second] = [await serve({ "/dl/": listing("x") }), await serve({ "/dl/": { status: 403 } })];
    const on = await makeMachine(scratch);
    const urls = `${first.baseUrl}\n${second.baseUrl}`;
    await expect(on.install({ goVersion: "1.26", goDownloadBaseUrl: urls })).rejects.toThrow(
      `tried ${first.baseUrl}/${file.filename}: HTTP status 404; ${second.baseUrl}/${file.filename}: HTTP status 404;`,
    );
    expect(second.requests.map(({ url }) => url)).toEqual([archivePath]);
  });

  it("Ctrl-C in the middle of a download ends it at once, and nothing is left", async () => {
    const server = await serve({ "/dl/": listing(long), [archivePath]: { body: long, afterHalf: "silence" } });
    const on = await makeMachine(scratch);
    const attempt = on.install({ goVersion: "1.26", goDownloadBaseUrl: server.baseUrl });
    while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    on.interrupt();
    await expect(attempt).rejects.toThrow(Interrupted);
    expect(await readdir(path.join(on.toolCache, "go"))).toEqual([]);
    expect(on.pauses).toEqual([]);
  });

  it("a tool cache that cannot be written is the caller's mistake", async () => {
    const server = await serve({ "/dl/": listing("x") });
    const on = await makeMachine(scratch, { env: { RUNNER_TOOL_CACHE: import.meta.filename } });
    const attempt = on.install({ goVersion: "1.26", goDownloadBaseUrl: server.baseUrl });
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow("RUNNER_TOOL_CACHE can name another folder");
  });
});

describe("pauses", () => {
  it.each([
    { name: "the first", attempt: 1, retryAfterMs: null, random: 0, ms: 1000 },
    { name: "the first at most", attempt: 1, retryAfterMs: null, random: 1, ms: 2000 },
    { name: "the last", attempt: 3, retryAfterMs: null, random: 0.5, ms: 6000 },
    { name: "as long as the server asks", attempt: 1, retryAfterMs: 20_000, random: 0.5, ms: 20_000 },
    { name: "not shorter", attempt: 3, retryAfterMs: 0, random: 0, ms: 4000 },
    { name: "not for ever", attempt: 1, retryAfterMs: 3_600_000, random: 0, ms: 60_000 },
  ])("$name: $ms ms", ({ attempt, retryAfterMs, random, ms }) => {
    expect(pauseAfter(attempt, retryAfterMs, random)).toBe(ms);
  });
});

// Each unpacks a whole Go; what the others show has rows on fakes in install.test.ts.
const isFull = process.env.FULL === "true";

describeWith(["tar"], "with the real Go of this machine", () => {
  const go = (): GoArchive => {
    if (packed === undefined) throw new Error("these tests need a go on PATH");
    return packed;
  };
  const answers = (archive: GoArchive): Record<string, Answer> => ({
    "/dl/": {
      body: renderIndex([
        { version: "go1.2.2", files: [] },
        { version: archive.goversion, files: [archive] },
      ]),
    },
    [`/dl/${archive.filename}`]: { body: archive.bytes },
  });

  it("is downloaded into an empty tool cache, and found there without a request the next time", async () => {
    const archive = go();
    const server = await serve(answers(archive));
    const env = { GOROOT: "/stale", GITHUB_TOKEN: "secret", INPUT_TOKEN: "secret" };
    const on = await makeMachine(scratch, { host: archive, env });
    // A trailing slash is the same base URL.
    const first = await on.install({ goVersion: archive.goversion, goDownloadBaseUrl: `${server.baseUrl}/` });
    const second = await on.install({ goVersion: archive.goversion, goDownloadBaseUrl: server.baseUrl });

    const semver = goToSemver(archive.goversion) ?? "";
    const root = path.join(on.toolCache, "go", semver, os.arch());
    expect(first).toMatchObject({ version: semverToGo(semver), root, source: "download", sha256: archive.sha256 });
    expect(first.env).toMatchObject({ GOTOOLCHAIN: "local" });
    expect(first.env.PATH).toMatch(path.join(root, "bin"));
    expect(first.env).not.toHaveProperty("GOROOT");
    expect(second).toMatchObject({ version: first.version, root, go: first.go, source: "tool-cache", sha256: null });
    expect(server.requests.map(({ url }) => url)).toEqual(["/dl/?mode=json&include=all", `/dl/${archive.filename}`]);
    expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    const inRoot = path.join("go", semver, os.arch());
    expect((await on.leftovers()).filter((file) => !file.startsWith(inRoot + path.sep))).toEqual([
      `${inRoot}.complete`,
    ]);
    const version = await on.ports.work(first.go, ["version"], { cwd: on.project, env: first.env });
    expect(version.stdout).toContain(`${archive.goversion} `);
  });

  it("costs no request when it is on PATH and fits", async () => {
    const server = await serve(answers(go()));
    const on = await makeMachine(scratch, { host: go(), env: { PATH: process.env.PATH ?? "" } });
    await writeFile(path.join(on.project, "go.mod"), "module m\n\ngo 1.16\n");
    const toolchain = await on.install({ goDownloadBaseUrl: server.baseUrl });
    expect(toolchain.source).toBe("path");
    expect(toolchain.why).toBe(`Go ${toolchain.version}, from PATH; go.mod:3 asks for at least 1.16`);
    expect(server.requests).toEqual([]);
    expect(await on.leftovers()).toEqual([]);
  });

  it.runIf(isFull)("comes although the server is in trouble at first, and waits as long as it asks", async () => {
    const archive = go();
    const good = answers(archive);
    const server = await serve({
      "/dl/": [{ status: 503 }, { status: 429, headers: { "retry-after": "17" } }, good["/dl/"] ?? {}],
      [`/dl/${archive.filename}`]: [
        { body: archive.bytes, afterHalf: "reset" },
        { body: archive.bytes, afterHalf: "silence" },
        { body: archive.bytes },
      ],
    });
    const on = await makeMachine(scratch, { host: archive, stallMs: 300 });
    const toolchain = await on.install({ goVersion: archive.goversion, goDownloadBaseUrl: server.baseUrl });
    expect(toolchain).toMatchObject({ source: "download", sha256: archive.sha256 });
    expect(server.requests).toHaveLength(6);
    expect(on.pauses).toHaveLength(4);
    expect(on.pauses[1]).toBe(17_000);
  });

  it("comes from the first mirror that has its bytes", async () => {
    const archive = go();
    const [none, wrong, good] = [
      await serve({}),
      await serve({ ...answers({ ...archive, goversion: "go1.2.3" }), [`/dl/${archive.filename}`]: { body: "other" } }),
      await serve(answers(archive)),
    ];
    const on = await makeMachine(scratch, { host: archive });
    const urls = [none, wrong, good].map(({ baseUrl }) => baseUrl).join("\n");
    const toolchain = await on.install({ goVersion: archive.goversion, goDownloadBaseUrl: urls });
    expect(toolchain.why).toContain(`downloaded from ${good.baseUrl}/${archive.filename} (sha256 verified)`);
    expect([none, wrong, good].map(({ requests }) => requests.length)).toEqual([2, 2, 2]);
  });

  it("comes from a mirror without a list, by its name and go-sha256", async () => {
    const archive = go();
    const server = await serve({ [`/dl/${archive.filename}`]: { body: archive.bytes } });
    const on = await makeMachine(scratch, { host: archive });
    const request = { goVersion: archive.goversion, goDownloadBaseUrl: server.baseUrl };
    await expect(on.install({ ...request, goSha256: "00".repeat(32) })).rejects.toThrow(
      `not the archive that go-sha256 promises: sha256 is ${archive.sha256}`,
    );
    expect(await on.leftovers()).toEqual([]);
    const toolchain = await on.install({ ...request, goSha256: archive.sha256 });
    expect(toolchain).toMatchObject({ source: "download", sha256: archive.sha256 });
  });

  it.runIf(isFull)("is refused when the list and go-sha256 disagree, before a byte of it is loaded", async () => {
    const archive = go();
    const server = await serve(answers({ ...archive, sha256: "00".repeat(32) }));
    const on = await makeMachine(scratch, { host: archive });
    const attempt = on.install({
      goVersion: archive.goversion,
      goDownloadBaseUrl: server.baseUrl,
      goSha256: archive.sha256,
    });
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow("nothing was downloaded; change go-sha256");
    expect(server.requests).toHaveLength(1);
  });

  it("is refused under the name of another version, and never gets into the tool cache", async () => {
    const archive = go();
    const server = await serve(answers({ ...archive, goversion: "go1.2.3" }));
    const on = await makeMachine(scratch, { host: archive });
    await expect(on.install({ goVersion: "1.2.3", goDownloadBaseUrl: server.baseUrl })).rejects.toThrow(
      "should be Go 1.2.3, but it contains Go",
    );
    expect(await on.leftovers()).toEqual([]);
  });

  it.runIf(isFull)("replaces one in the tool cache that does not work", async () => {
    const archive = go();
    const server = await serve(answers(archive));
    const on = await makeMachine(scratch, { host: archive });
    const request = { goVersion: archive.goversion, goDownloadBaseUrl: server.baseUrl };
    const { go: program } = await on.install(request);
    // A file that was just run cannot always be written to (ETXTBSY).
    await rm(program);
    await writeFile(program, "#!/bin/sh\nexit 3\n", { mode: 0o755 });
    expect((await on.install(request)).source).toBe("download");
    expect((await on.install(request)).source).toBe("tool-cache");
  });
});
