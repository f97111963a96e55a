/** The whole stage with the real tool cache, a real Go archive and a loopback look-alike of go.dev/dl. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { goToSemver, semverToGo } from "../../src/install/go-version.ts";
import { install, type Toolchain } from "../../src/install/install.ts";
import type { Ports } from "../../src/ports/types.ts";
import { toolCachePorts } from "../../src/ports/tool-cache.ts";
import {
  packGo,
  renderIndex,
  startGoDownloadServer,
  type Answer,
  type GoArchive,
  type GoDownloadServer,
} from "../support/go-download-server.ts";
import { realExec, realFiles, recordingLog } from "./world.ts";

const scratch = await mkdtemp(path.join(os.tmpdir(), "go-linkage-test-"));
const packed = await packGo(scratch);

afterAll(() => rm(scratch, { recursive: true, force: true }));

/** @actions/tool-cache sleeps 10 to 20 s before it tries a broken connection again; its own tests use these too. */
beforeEach(() => {
  vi.stubGlobal("TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS", 0);
  vi.stubGlobal("TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS", 0);
});

const servers: GoDownloadServer[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await server.close();
});

async function serve(answers: Readonly<Record<string, Answer>>): Promise<GoDownloadServer> {
  const server = await startGoDownloadServer(answers);
  servers.push(server);
  return server;
}

type Machine = { readonly ports: Ports; readonly folder: string; leftovers(): Promise<readonly string[]> };

/** A machine with an empty tool cache and an empty PATH. */
async function machine(host: { os: string; arch: string }, env: Record<string, string> = {}): Promise<Machine> {
  const folder = await mkdtemp(path.join(scratch, "machine-"));
  const [toolCache, temp, project] = ["tool-cache", "temp", "project"].map((name) => path.join(folder, name));
  const ownEnv = { RUNNER_TOOL_CACHE: toolCache ?? "", RUNNER_TEMP: temp ?? "", HOME: folder, PATH: "", ...env };
  await mkdir(project ?? "");
  const ports: Ports = {
    env: ownEnv,
    host: { ...host, cpus: 2 },
    exec: realExec,
    files: realFiles,
    ...toolCachePorts(ownEnv),
    log: recordingLog(),
    now: () => 0,
  };
  const leftovers = async (): Promise<readonly string[]> => {
    const all = await Promise.all([toolCache ?? "", temp ?? ""].map((top) => listFiles(top)));
    return all.flat().map((file) => path.relative(folder, file));
  };
  return { ports, folder, leftovers };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
}

function run(on: Machine, request: { goVersion: string | null; baseUrl: string }): Promise<Toolchain> {
  const workingDirectory = path.join(on.folder, "project");
  return install(
    { workingDirectory, goVersion: request.goVersion, goVersionFile: null, goDownloadBaseUrl: request.baseUrl },
    on.ports,
  );
}

/** Everything that this process writes to stdout until the function returned is called. */
function captureStdout(): () => string {
  const chunks: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  return () => {
    spy.mockRestore();
    return chunks.join("");
  };
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("without a real Go", () => {
  const host = { os: "linux", arch: "amd64" };
  const file = { filename: "go1.26.8.linux-amd64.tar.gz", os: "linux", arch: "amd64" };
  const archivePath = `/dl/${file.filename}`;
  const listing = (body: string): Answer => ({
    body: renderIndex([{ version: "go1.26.8", files: [{ ...file, sha256: sha256(body) }] }]),
  });

  it.each<{ name: string; answers: Readonly<Record<string, Answer>>; message: string; requests: number }>([
    { name: "no list", answers: {}, message: "/dl/?mode=json&include=all: HTTP status 404", requests: 1 },
    {
      name: "a list that is not JSON",
      answers: { "/dl/": { body: "<html>" } },
      message: "the answer is not JSON",
      requests: 1,
    },
    {
      name: "a list of another shape",
      answers: { "/dl/": { body: "{}" } },
      message: "is not a JSON array",
      requests: 1,
    },
    {
      name: "a list that breaks off",
      answers: { "/dl/": { body: renderIndex([]).padEnd(1000), hangUp: true } },
      message: "/dl/?mode=json&include=all: aborted",
      requests: 1,
    },
    {
      name: "a server in trouble, asked again",
      answers: { "/dl/": { status: 503, body: "" } },
      message: "HTTP status 503",
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
    {
      name: "no archive",
      answers: { "/dl/": listing("x") },
      message: `${archivePath}: Unexpected HTTP response: 404`,
      requests: 2,
    },
    {
      name: "an archive that breaks off, asked again",
      answers: { "/dl/": listing("x".repeat(1000)), [archivePath]: { body: "x".repeat(1000), hangUp: true } },
      message: `${archivePath}: aborted`,
      requests: 4,
    },
    {
      name: "a truncated archive",
      answers: { "/dl/": listing("x".repeat(1000)), [archivePath]: { body: "x".repeat(999) } },
      message: `sha256 is ${sha256("x".repeat(999))}, promised was ${sha256("x".repeat(1000))}`,
      requests: 2,
    },
  ])("$name: refused, and nothing is left", async ({ answers, message, requests }) => {
    const server = await serve(answers);
    const on = await machine(host);
    const attempt = run(on, { goVersion: "1.26", baseUrl: server.baseUrl });
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow(message);
    expect(server.requests).toHaveLength(requests);
    expect(await on.leftovers()).toEqual([]);
  });

  it("nobody listens: refused with the cause", async () => {
    const server = await serve({});
    await server.close();
    const on = await machine(host);
    await expect(run(on, { goVersion: "1.26", baseUrl: server.baseUrl })).rejects.toThrow("ECONNREFUSED");
  });

  it("the promised bytes that are no archive: an error, and nothing is left", async () => {
    const server = await serve({ "/dl/": listing("no archive"), [archivePath]: { body: "no archive" } });
    const on = await machine(host);
    await expect(run(on, { goVersion: "1.26", baseUrl: server.baseUrl })).rejects.toThrow(
      `${archivePath} cannot be unpacked: `,
    );
    expect(await on.leftovers()).toEqual([]);
  });

  it("an archive with two things at its top: an error, and nothing is left", async () => {
    const two = await mkdtemp(path.join(scratch, "two-"));
    for (const name of ["one", "other"]) await writeFile(path.join(two, name), name);
    const on = await machine(host);
    const archive = path.join(on.folder, "temp", "two.tar.gz");
    await mkdir(path.dirname(archive));
    await promisify(execFile)("tar", ["-czf", archive, "-C", two, "one", "other"]);
    const { toolCache } = toolCachePorts(on.ports.env);
    await expect(toolCache.install(archive, { name: "go", version: "1.26.8" })).rejects.toThrow("must hold one folder");
    expect(await on.leftovers()).toEqual([]);
  });

  it("an empty tool cache has no Go", async () => {
    const on = await machine(host);
    expect(await on.ports.toolCache.findAll("go")).toEqual([]);
  });

  it("lists setup-go's layout, newest last, and only what is complete", async () => {
    const on = await machine(host);
    const root = (version: string): string => path.join(on.folder, "tool-cache", "go", version, os.arch());
    for (const version of ["1.9.7", "1.27.0-rc.1", "1.26.8", "1.25.0"]) await mkdir(root(version), { recursive: true });
    for (const version of ["1.9.7", "1.27.0-rc.1", "1.26.8"]) await writeFile(`${root(version)}.complete`, "");
    const restore = captureStdout();
    const found = await on.ports.toolCache.findAll("go");
    expect(restore()).toBe("");
    expect(found).toEqual(["1.9.7", "1.26.8", "1.27.0-rc.1"].map((version) => ({ version, root: root(version) })));
  });

  it("without a runner the tool cache is below the user's cache folder", async () => {
    const folder = await mkdtemp(path.join(scratch, "cache-home-"));
    vi.stubEnv("RUNNER_TOOL_CACHE", undefined);
    vi.stubEnv("RUNNER_TEMP", undefined);
    const root = path.join(folder, "go-linkage", "tool-cache", "go", "1.26.8", os.arch());
    await mkdir(root, { recursive: true });
    await writeFile(`${root}.complete`, "");
    expect(await toolCachePorts({ XDG_CACHE_HOME: folder }).toolCache.findAll("go")).toEqual([
      { version: "1.26.8", root },
    ]);
    expect(process.env.RUNNER_TEMP).toBe(os.tmpdir());
  });
});

describe.skipIf(packed === undefined && process.env.CI !== "true")("with the real Go of this machine", () => {
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
    const on = await machine(archive, { GOROOT: "/stale", GITHUB_TOKEN: "secret", INPUT_TOKEN: "secret" });
    const restore = captureStdout();
    // A trailing slash is the same base URL.
    const first = await run(on, { goVersion: archive.goversion, baseUrl: `${server.baseUrl}/` });
    const second = await run(on, { goVersion: archive.goversion, baseUrl: server.baseUrl });
    expect(restore()).toBe("");

    const semver = goToSemver(archive.goversion) ?? "";
    const root = path.join(on.folder, "tool-cache", "go", semver, os.arch());
    expect(first).toMatchObject({ version: semverToGo(semver), root, source: "download", sha256: archive.sha256 });
    expect(first.env).toMatchObject({ GOTOOLCHAIN: "local", PATH: path.join(root, "bin") });
    expect(first.env).not.toHaveProperty("GOROOT");
    expect(second).toMatchObject({ version: first.version, root, go: first.go, source: "tool-cache", sha256: null });
    expect(server.requests.map(({ url }) => url)).toEqual(["/dl/?mode=json&include=all", `/dl/${archive.filename}`]);
    expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    const inRoot = path.join("tool-cache", "go", semver, os.arch());
    expect((await on.leftovers()).filter((file) => !file.startsWith(inRoot + path.sep))).toEqual([
      `${inRoot}.complete`,
    ]);
    const version = await realExec(first.go, ["version"], { cwd: on.folder, env: first.env });
    expect(version.stdout).toContain(`${archive.goversion} `);
  }, 30_000);

  it("costs no request when it is on PATH and fits", async () => {
    const archive = go();
    const server = await serve(answers(archive));
    const on = await machine(archive, { PATH: process.env.PATH ?? "" });
    await writeFile(path.join(on.folder, "project", "go.mod"), "module m\n\ngo 1.16\n");
    const toolchain = await run(on, { goVersion: null, baseUrl: server.baseUrl });
    expect(toolchain.source).toBe("path");
    expect(toolchain.why).toBe(`Go ${toolchain.version}, from PATH; go.mod:3 asks for at least 1.16`);
    expect(server.requests).toEqual([]);
    expect(await on.leftovers()).toEqual([]);
  });

  it("is refused with another hash than the list promises, and nothing is unpacked or left", async () => {
    const archive = go();
    const promised = "00".repeat(32);
    const server = await serve({ ...answers(archive), ...answers({ ...archive, sha256: promised }) });
    const on = await machine(archive);
    const attempt = run(on, { goVersion: archive.goversion, baseUrl: server.baseUrl });
    await expect(attempt).rejects.toThrow(ConfigError);
    await expect(attempt).rejects.toThrow(`${server.baseUrl}/${archive.filename} is not the archive`);
    await expect(attempt).rejects.toThrow(`sha256 is ${archive.sha256}, promised was ${promised}`);
    expect(await on.leftovers()).toEqual([]);
  });

  it("is refused under the name of another version, and leaves the tool cache", async () => {
    const archive = go();
    const server = await serve(answers({ ...archive, goversion: "go1.2.3" }));
    const on = await machine(archive);
    await expect(run(on, { goVersion: "1.2.3", baseUrl: server.baseUrl })).rejects.toThrow(
      "should be Go 1.2.3 but is Go",
    );
    expect(await on.ports.toolCache.findAll("go")).toEqual([]);
  }, 30_000);
});
