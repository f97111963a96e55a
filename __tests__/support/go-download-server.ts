/** A look-alike of go.dev/dl on the loopback interface, and a real but trimmed Go archive for it to serve. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const run = promisify(execFile);

/** How the server answers one path (without query), e.g. "/dl/go1.26.8.linux-amd64.tar.gz". */
export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Announce the whole body and send half of it; then hang up, reset the connection, or be silent. */
  readonly afterHalf?: "hang-up" | "reset" | "silence";
};

/** Several answers are given one after the other; the last stays. */
export type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;

export type RecordedRequest = { readonly url: string; readonly headers: IncomingMessage["headers"] };

export type GoDownloadServer = {
  /** Such as go-download-base-url takes: http://127.0.0.1:1234/dl */
  readonly baseUrl: string;
  readonly port: number;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
};

/** Anything that is not in `answers` is a 404. With `tls` it speaks https. */
export async function startGoDownloadServer(
  answers: Answers,
  tls?: { key: string; cert: string },
): Promise<GoDownloadServer> {
  const requests: RecordedRequest[] = [];
  const seen = new Map<string, number>();
  const listener: RequestListener = (request, response) => {
    const url = request.url ?? "";
    requests.push({ url, headers: request.headers });
    const path = url.replace(/\?.*$/, "");
    const found = answers[path] ?? { status: 404, body: "no such page" };
    const all = "length" in found ? found : [found];
    const turn = seen.get(path) ?? 0;
    seen.set(path, turn + 1);
    const answer = all[Math.min(turn, all.length - 1)] ?? {};
    const body = Buffer.from(answer.body ?? "");
    response.writeHead(answer.status ?? 200, { "content-length": body.length, ...answer.headers });
    if (answer.afterHalf === undefined) {
      response.end(body);
      return;
    }
    response.write(body.subarray(0, body.length / 2), () => {
      if (answer.afterHalf === "hang-up") response.destroy();
      if (answer.afterHalf === "reset") response.socket?.resetAndDestroy();
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  const port = await listen(server);
  return {
    baseUrl: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}/dl`,
    port,
    requests,
    close: () => close(server),
  };
}

export type ProxyServer = {
  readonly port: number;
  /** Request lines: "GET http://…" or "CONNECT host:port", and what came as proxy-authorization. */
  readonly requests: readonly { readonly line: string; readonly headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
};

/** An HTTP proxy that sends everything, whatever its host, to one port of this machine. */
export async function startProxy(target: number, options: { status?: number } = {}): Promise<ProxyServer> {
  const requests: { line: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    requests.push({ line: `${request.method ?? ""} ${request.url ?? ""}`, headers: request.headers });
    const { pathname, search } = new URL(request.url ?? "");
    const headers = { ...request.headers };
    delete headers["proxy-authorization"];
    get({ host: "127.0.0.1", port: target, path: pathname + search, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
  });
  server.on("connect", (request, socket) => {
    requests.push({ line: `CONNECT ${request.url ?? ""}`, headers: request.headers });
    if (options.status !== undefined) {
      socket.end(`HTTP/1.1 ${options.status} no\r\n\r\n`);
      return;
    }
    const upstream = connect(target, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  return { port: await listen(server), requests, close: () => close(server) };
}

const sockets = new WeakMap<Server, Set<Socket>>();

async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>();
  sockets.set(server, open);
  server.on("connection", (socket: Socket) => open.add(socket.once("close", () => open.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

/** Also the connections that CONNECT took over, which the server itself has forgotten. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    for (const socket of sockets.get(server) ?? []) socket.destroy();
    server.close(() => {
      resolve();
    });
  });
}

export type GoArchive = {
  /** As `go env GOVERSION` of the packed Go says: "go1.26.8". */
  readonly goversion: string;
  readonly os: string;
  readonly arch: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/**
 * Packs the Go on this machine's PATH as go.dev does, with one top folder `go`, but only as much of it as `go env` and
 * `go version` need: without pkg/tool the go command does not take the folder for a GOROOT. src/net is there to be many files, so
 * that unpacking takes a while. Undefined without a Go.
 */
export async function packGo(scratch: string): Promise<GoArchive | undefined> {
  const about = await describeGo();
  if (about === undefined) return undefined;
  const { GOROOT: root = "", GOVERSION: goversion = "", GOHOSTOS: os = "", GOHOSTARCH: arch = "" } = about;
  const top = path.join(scratch, "pack", "go");
  const program = os === "windows" ? "go.exe" : "go";
  await mkdir(path.join(top, "pkg", "tool"), { recursive: true });
  await writeFile(path.join(top, "pkg", "tool", "README"), "keeps the folder in a .zip\n");
  await mkdir(path.join(top, "bin"));
  await cp(path.join(root, "bin", program), path.join(top, "bin", program));
  await cp(path.join(root, "VERSION"), path.join(top, "VERSION"));
  await cp(path.join(root, "src", "net"), path.join(top, "src", "net"), { recursive: true });
  const filename = `${goversion}.${os}-${arch}.tar.gz`;
  const tar = path.join(scratch, "pack", "go.tar");
  await run("tar", ["-cf", tar, "-C", path.join(scratch, "pack"), "go"]);
  const bytes = gzipSync(await readFile(tar), { level: 1 });
  return { goversion, os, arch, filename, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function describeGo(): Promise<Record<string, string> | undefined> {
  try {
    const { stdout } = await run("go", ["env", "-json", "GOVERSION", "GOROOT", "GOHOSTOS", "GOHOSTARCH"], {
      env: { ...process.env, GOTOOLCHAIN: "local" },
    });
    return JSON.parse(stdout) as Record<string, string>;
  } catch {
    return undefined;
  }
}

/** A list of releases as `<base>/?mode=json&include=all` serves it, newest first. */
export function renderIndex(
  releases: readonly {
    readonly version: string;
    readonly files: readonly Pick<GoArchive, "filename" | "os" | "arch" | "sha256">[];
  }[],
): string {
  return JSON.stringify(
    releases.map(({ version, files }) => ({
      version,
      stable: !/rc|beta/.test(version),
      files: [
        {
          filename: `${version}.src.tar.gz`,
          os: "",
          arch: "",
          version,
          sha256: "0".repeat(64),
          size: 1,
          kind: "source",
        },
        ...files.map((file) => ({ ...file, version, size: 1, kind: "archive" })),
      ],
    })),
  );
}
