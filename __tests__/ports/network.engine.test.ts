import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Interrupted, RequestFailed } from "../../src/errors.ts";
import { makeNetwork, parseRetryAfter } from "../../src/ports/network.ts";
import { proxyFor } from "../../src/ports/proxy.ts";
import type { Network } from "../../src/ports/types.ts";
import {
  type Answers,
  type GoDownloadServer,
  startGoDownloadServer,
  startProxy,
} from "../support/go-download-server.ts";
import { describeWith } from "../support/tools.ts";

const scratch = mkdtempSync(join(tmpdir(), "network-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(answers: Answers, tls?: { key: string; cert: string }): Promise<GoDownloadServer> {
  const server = await startGoDownloadServer(answers, tls);
  closers.push(() => server.close());
  return server;
}

async function proxy(target: number, options?: { status: number }): ReturnType<typeof startProxy> {
  const started = await startProxy(target, options);
  closers.push(() => started.close());
  return started;
}

function network(env: Record<string, string> = {}, more: { signal?: AbortSignal; stallMs?: number } = {}): Network {
  return makeNetwork({ env, signal: new AbortController().signal, ...more });
}

async function failure(work: Promise<unknown>): Promise<RequestFailed> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(RequestFailed);
  return thrown as RequestFailed;
}

const large = Buffer.alloc(3_000_000, "go");
const sha256 = createHash("sha256").update(large).digest("hex");
const target = join(scratch, "file");

describe("one request", () => {
  it("writes the body to a file and hashes it on the way", async () => {
    const server = await serve({ "/dl/x": { body: large } });
    expect(await network().file(`${server.baseUrl}/x`, target)).toBe(sha256);
    expect(readFileSync(target).equals(large)).toBe(true);
  });

  it("sends nothing that would name anybody", async () => {
    const server = await serve({ "/dl/x": { body: "{}" } });
    const secrets = { GITHUB_TOKEN: "secret", INPUT_TOKEN: "secret", NETRC: "/home/somebody/.netrc" };
    await network(secrets).json(`${server.baseUrl}/x`);
    expect(Object.keys(server.requests[0]?.headers ?? {}).toSorted()).toEqual(
      ["accept", "accept-encoding", "connection", "host", "user-agent"],
    ); // prettier-ignore
  });

  it("follows redirects, also to another host, and takes no credential along", async () => {
    const end = await serve({ "/dl/x": { body: large } });
    const other = end.baseUrl.replace("127.0.0.1", "user:hunter2@localhost");
    const start = await serve({
      "/dl/x": { status: 302, headers: { location: "/dl/y", "set-cookie": "session=secret" } },
      "/dl/y": { status: 307, headers: { location: `${other}/x?signature=1` } },
    });
    expect(await network().file(`${start.baseUrl}/x`, target)).toBe(sha256);
    expect(start.requests.map(({ url }) => url)).toEqual(["/dl/x", "/dl/y"]);
    expect(end.requests.map(({ url }) => url)).toEqual(["/dl/x?signature=1"]);
    for (const { headers } of [...start.requests, ...end.requests]) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
    }
  });

  it.each([
    { name: "not found", answer: { status: 404 }, message: "HTTP status 404", passing: false },
    { name: "forbidden", answer: { status: 403 }, message: "HTTP status 403", passing: false },
    { name: "unavailable", answer: { status: 503 }, message: "HTTP status 503", passing: true },
    {
      name: "too many",
      answer: { status: 429, headers: { "retry-after": "7" } },
      message: "HTTP status 429",
      passing: true,
      retryAfterMs: 7000,
    },
    { name: "a hang-up", answer: { body: large, afterHalf: "hang-up" }, message: "aborted", passing: true },
    { name: "a reset", answer: { body: large, afterHalf: "reset" }, message: "", passing: true },
    { name: "silence", answer: { body: large, afterHalf: "silence" }, message: "no byte for 0.3 s", passing: true },
    {
      name: "a redirect in a circle",
      answer: { status: 302, headers: { location: "/dl/x" } },
      message: "more than 5 redirects",
      passing: false,
    },
    {
      name: "a redirect to a file",
      answer: { status: 302, headers: { location: "file:///etc/passwd" } },
      message: "redirected to where it is not safe",
      passing: false,
    },
    { name: "a redirect without target", answer: { status: 302 }, message: "HTTP status 302", passing: false },
  ] as const)("$name", async ({ answer, message, passing, ...more }) => {
    const server = await serve({ "/dl/x": answer });
    const error = await failure(network({}, { stallMs: 300 }).file(`${server.baseUrl}/x`, target));
    expect(error.message).toContain(message);
    expect(error.passing).toBe(passing);
    expect(error.retryAfterMs).toBe("retryAfterMs" in more ? more.retryAfterMs : null);
  });

  it("nobody listens, and no such host", async () => {
    const server = await serve({});
    await server.close();
    closers.pop();
    expect(await failure(network().json(`${server.baseUrl}/`))).toMatchObject({ passing: true });
    const noHost = await failure(network().json("http://go.invalid/"));
    expect(noHost.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  it("an answer that is no JSON is not asked for again", async () => {
    const server = await serve({ "/dl/": { body: "<html>" } });
    const error = await failure(network().json(`${server.baseUrl}/`));
    expect(error).toMatchObject({ message: "the answer is not JSON", passing: false });
  });

  it.each(["connecting", "in the middle"])("Ctrl-C while %s ends it at once", async (when) => {
    const server = await serve({ "/dl/x": { body: large, afterHalf: "silence" } });
    const controller = new AbortController();
    const work = network({}, { signal: controller.signal }).file(`${server.baseUrl}/x`, target);
    const started = performance.now();
    if (when === "connecting") controller.abort();
    else setTimeout(() => { controller.abort(); }, 100); // prettier-ignore
    await expect(work).rejects.toThrow(Interrupted);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("Ctrl-C ends a pause", async () => {
    const controller = new AbortController();
    const pause = network({}, { signal: controller.signal }).sleep(60_000);
    controller.abort();
    await expect(pause).rejects.toThrow(Interrupted);
  });
});

describe("through a proxy", () => {
  it("plain http is asked for by its whole URL", async () => {
    const server = await serve({ "/dl/x": { body: large } });
    const via = await proxy(server.port);
    const env = { HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${via.port}` };
    expect(await network(env).file("http://go.test/dl/x?a=b", target)).toBe(sha256);
    expect(via.requests.map(({ line }) => line)).toEqual(["GET http://go.test/dl/x?a=b"]);
    const basic = `Basic ${Buffer.from("me:p@ss").toString("base64")}`;
    expect(via.requests[0]?.headers["proxy-authorization"]).toBe(basic);
    expect(server.requests[0]?.headers).toMatchObject({ host: "go.test" });
    expect(server.requests[0]?.headers).not.toHaveProperty("proxy-authorization");
  });

  it("a proxy that refuses is named, and its password is not", async () => {
    const via = await proxy(1, { status: 407 });
    const env = { https_proxy: `http://me:hunter2@127.0.0.1:${via.port}` };
    const error = await failure(network(env).json("https://go.test/"));
    expect(error.message).toBe(`the proxy 127.0.0.1:${via.port} answers with HTTP status 407`);
    expect(error.passing).toBe(false);
  });

  it("a proxy that is not there", async () => {
    const error = await failure(network({ https_proxy: "http://127.0.0.1:9" }).json("https://go.test/"));
    expect(error.message).toContain("the proxy 127.0.0.1:9: connect ECONNREFUSED");
    expect(error.passing).toBe(true);
  });

  describeWith(["openssl"], "https", () => {
    const [key, cert] = [join(scratch, "key.pem"), join(scratch, "cert.pem")];
    const command = [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
    ];
    const names = ["-subj", "/CN=go.test", "-addext", "subjectAltName=DNS:go.test"];
    spawnSync("openssl", [...command, ...names, "-keyout", key, "-out", cert]);
    const tls = (): { key: string; cert: string } => ({
      key: readFileSync(key, "utf8"),
      cert: readFileSync(cert, "utf8"),
    });

    it("goes through a tunnel, and the proxy sees no more than the host", async () => {
      // Closed at its end, which undici 6 must not meet while it holds the server back.
      const server = await serve({ "/dl/x": { body: large, headers: { connection: "close" } } }, tls());
      const via = await proxy(server.port);
      // A process of its own, because Node reads NODE_EXTRA_CA_CERTS when it starts.
      const code = `
        import { makeNetwork } from ${JSON.stringify(join(import.meta.dirname, "../../src/ports/network.ts"))};
        const network = makeNetwork({ env: process.env, signal: new AbortController().signal });
        console.log(await network.file("https://go.test/dl/x", ${JSON.stringify(target)}));`;
      const { spawn } = await import("node:child_process");
      const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
        env: { HTTPS_PROXY: `127.0.0.1:${via.port}`, NODE_EXTRA_CA_CERTS: cert },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let stdout = "";
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      await new Promise((resolve) => child.once("close", resolve));
      expect(stdout.trim()).toBe(sha256);
      expect(via.requests.map(({ line }) => line)).toEqual(["CONNECT go.test:443"]);
      expect(server.requests[0]?.headers).toMatchObject({ host: "go.test" });
    });

    it("a certificate that nobody vouches for is refused, and not asked again", async () => {
      const server = await serve({ "/dl/x": { body: large } }, tls());
      const error = await failure(network().file(`${server.baseUrl}/x`, target));
      expect(error.message).toMatch(/certificate/);
      expect(error.passing).toBe(false);
    });

    it("https does not lead to http", async () => {
      const insecure = await serve({ "/dl/x": { body: large } });
      const server = await serve({ "/dl/x": { status: 302, headers: { location: `${insecure.baseUrl}/x` } } }, tls());
      const via = await proxy(server.port);
      const code = `
        import { makeNetwork } from ${JSON.stringify(join(import.meta.dirname, "../../src/ports/network.ts"))};
        const network = makeNetwork({ env: process.env, signal: new AbortController().signal });
        await network.json("https://go.test/dl/x").catch((error) => console.log(error.message));`;
      const { spawn } = await import("node:child_process");
      const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
        env: { https_proxy: `http://127.0.0.1:${via.port}`, NODE_EXTRA_CA_CERTS: cert },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let stdout = "";
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      await new Promise((resolve) => child.once("close", resolve));
      expect(stdout.trim()).toBe("redirected to where it is not safe");
      expect(insecure.requests).toEqual([]);
    });
  });
});

describe("which proxy", () => {
  const proxies = { HTTPS_PROXY: "http://secure:1", HTTP_PROXY: "http://plain:1" };
  it.each<{ url: string; env: Record<string, string>; want: string | undefined }>([
    { url: "https://go.dev/dl", env: {}, want: undefined },
    { url: "https://go.dev/dl", env: proxies, want: "http://secure:1/" },
    { url: "http://go.dev/dl", env: proxies, want: "http://plain:1/" },
    { url: "https://go.dev/dl", env: { ...proxies, https_proxy: "http://lower:1" }, want: "http://lower:1/" },
    { url: "https://go.dev/dl", env: { https_proxy: "", HTTPS_PROXY: "http://upper:1" }, want: "http://upper:1/" },
    { url: "https://go.dev/dl", env: { https_proxy: "proxy.corp:3128" }, want: "http://proxy.corp:3128/" },
    { url: "http://go.dev/dl", env: { HTTPS_PROXY: "http://secure:1" }, want: undefined },
    { url: "https://go.dev/dl", env: { ...proxies, NO_PROXY: "go.dev" }, want: undefined },
    { url: "https://dl.go.dev/dl", env: { ...proxies, NO_PROXY: "go.dev" }, want: undefined },
    { url: "https://ago.dev/dl", env: { ...proxies, NO_PROXY: "go.dev" }, want: "http://secure:1/" },
    { url: "https://dl.go.dev/dl", env: { ...proxies, NO_PROXY: "a.b, .GO.dev" }, want: undefined },
    { url: "https://dl.go.dev/dl", env: { ...proxies, NO_PROXY: "*.go.dev" }, want: undefined },
    { url: "https://go.dev/dl", env: { ...proxies, no_proxy: "go.dev:8443" }, want: "http://secure:1/" },
    { url: "https://go.dev:8443/dl", env: { ...proxies, no_proxy: "go.dev:8443" }, want: undefined },
    { url: "https://go.dev/dl", env: { ...proxies, no_proxy: "*" }, want: undefined },
    { url: "https://go.dev/dl", env: { ...proxies, no_proxy: ",,." }, want: "http://secure:1/" },
    { url: "http://127.0.0.1:8080/dl", env: proxies, want: undefined },
    { url: "http://localhost/dl", env: proxies, want: undefined },
    { url: "http://[::1]/dl", env: proxies, want: undefined },
  ])("$url with $env: $want", ({ url, env, want }) => {
    expect(proxyFor(new URL(url), env)?.href).toBe(want);
  });

  it.each(["socks5://hunter2:1", "http://a b:hunter2"])("refuses %s without saying it", (value) => {
    const ask = (): unknown => proxyFor(new URL("https://go.dev"), { HTTPS_PROXY: value });
    expect(ask).toThrow("HTTPS_PROXY is not the URL of an http or https proxy");
    expect(ask).not.toThrow("hunter2");
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  it.each([
    { value: undefined, ms: null },
    { value: "", ms: null },
    { value: "0", ms: 0 },
    { value: " 120 ", ms: 120_000 },
    { value: "-1", ms: null },
    { value: "1.5", ms: null },
    { value: "soon", ms: null },
    { value: "Mon, 23 Nov 2026 12:00:30 GMT", ms: 30_000 },
    { value: "Mon, 23 Nov 2026 11:00:00 GMT", ms: 0 },
    { value: "Monday, 23-Nov-26 12:00:30 GMT", ms: 30_000 },
  ])("$value is $ms", ({ value, ms }) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });
});
