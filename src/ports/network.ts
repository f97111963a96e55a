/** The network on node:http, node:https and node:tls. Loaded with the first request: most runs make none. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { connect as tlsConnect, type TLSSocket } from "node:tls";
import { Interrupted, RequestFailed, toError } from "../errors.ts";
import { proxyFor } from "./proxy.ts";
import type { Network } from "./types.ts";
import type { Environment } from "../model/environment.ts";

/** Many times the size of go.dev's list of all releases, and of any Go archive. In bytes. */
const maxJsonSize = 64 * 1024 * 1024;
const maxFileSize = 1024 * 1024 * 1024;
const maxRedirects = 5;

export type NetworkOptions = {
  /** Has the proxies. */
  readonly env: Environment;
  readonly signal: AbortSignal;
  /** Without a byte from the server for this long, an attempt has failed. In ms. */
  readonly stallMs?: number;
};

/** See Network. Answers are read as they are: nothing is sent that would name the caller or open a door. */
export function makeNetwork({ env, signal, stallMs = 30_000 }: NetworkOptions): Network {
  return {
    json: (url) => get(url, { env, signal, stallMs, read: readJson }),
    file: (url, to) => get(url, { env, signal, stallMs, read: (body) => writeBody(body, to) }),
    sleep: async (ms) => {
      await wait(ms, undefined, { signal }).catch(() => {
        throw new Interrupted("interrupted");
      });
    },
  };
}

type Body = {
  readonly message: IncomingMessage;
  readonly signal: AbortSignal;
  /** Called for every chunk. */
  readonly alive: () => void;
};

type Attempt<T> = Required<NetworkOptions> & { readonly read: (body: Body) => Promise<T> };

async function get<T>(url: string, { env, signal, stallMs, read }: Attempt<T>): Promise<T> {
  const stall = new AbortController();
  const timer = setTimeout(() => {
    stall.abort();
  }, stallMs);
  const either = AbortSignal.any([signal, stall.signal]);
  try {
    const message = await follow(new URL(url), env, either);
    return await read({ message, signal: either, alive: () => timer.refresh() });
  } catch (thrown: unknown) {
    if (signal.aborted) throw new Interrupted("interrupted");
    if (stall.signal.aborted) throw new RequestFailed(`no byte for ${stallMs / 1000} s`, { passing: true });
    throw asRequestFailed(thrown);
  } finally {
    clearTimeout(timer);
  }
}

/** The 200 at the end of the redirects. */
async function follow(start: URL, env: Environment, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const message = await open(url, env, signal);
    const { statusCode: status = 0, headers } = message;
    if (status === 200) return message;
    message.destroy();
    const { location } = headers;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) throw badStatus(status, headers);
    const next = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
    const isWeb = next?.protocol === "https:" || (next?.protocol === "http:" && url.protocol === "http:");
    if (next === undefined || !isWeb) throw new RequestFailed("redirected to where it is not safe", { passing: false });
    url = next;
  }
  throw new RequestFailed(`more than ${maxRedirects} redirects`, { passing: false });
}

function badStatus(status: number, headers: IncomingMessage["headers"]): RequestFailed {
  return new RequestFailed(`HTTP status ${status}`, {
    passing: status >= 500 || [408, 425, 429].includes(status),
    retryAfterMs: parseRetryAfter(headers["retry-after"], Date.now()),
  });
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as ms from `now`; null for anything else. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** One request. Nothing of the URL but its host and path is sent: no user, no password. */
async function open(url: URL, env: Environment, signal: AbortSignal): Promise<IncomingMessage> {
  const proxy = proxyFor(url, env);
  const headers = { host: url.host, "user-agent": "go-linkage", accept: "*/*", "accept-encoding": "identity" };
  const isHttps = url.protocol === "https:";
  const path = `${url.pathname}${url.search}`;
  // agent: false keeps away from the global agent, which Node 24 can be told to send through proxies by itself.
  if (proxy === undefined) return send(isHttps, { ...address(url), path, headers, signal, agent: false });
  const authorization = proxyAuthorization(proxy);
  if (!isHttps) {
    // As curl and Go do: many proxies let CONNECT through to port 443 only.
    const target = `http://${url.host}${path}`;
    const options = { ...address(proxy), path: target, headers: { ...headers, ...authorization }, signal };
    return send(proxy.protocol === "https:", { ...options, agent: false });
  }
  const socket = await tunnel(url, proxy, signal);
  return send(true, { ...address(url), path, headers, signal, createConnection: () => encrypt(socket, url) });
}

function send(isHttps: boolean, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (isHttps ? httpsRequest : httpRequest)(options);
    request.once("response", resolve);
    // Stays: an error that comes after the response must find somebody who listens.
    request.on("error", reject);
    request.end();
  });
}

/** A connection to the host of `url` through a proxy. */
function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const target = `${url.hostname}:${url.port || "443"}`;
  const headers = { host: target, ...proxyAuthorization(proxy) };
  const options = { ...address(proxy), method: "CONNECT", path: target, headers, signal, agent: false } as const;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === "https:" ? httpsRequest : httpRequest)(options);
    request.once("connect", ({ statusCode: status = 0 }, socket) => {
      if (status === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(
        new RequestFailed(`the proxy ${proxy.host} answers with HTTP status ${status}`, { passing: status >= 500 }),
      );
    });
    request.on("error", (error) => {
      reject(new Error(`the proxy ${proxy.host}: ${describe(error)}`, { cause: error }));
    });
    request.end();
  });
}

function encrypt(socket: Socket, url: URL): TLSSocket {
  const { host } = address(url);
  return tlsConnect({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) });
}

function address(url: URL): { host: string; port: string } {
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port: url.port || (url.protocol === "https:" ? "443" : "80") };
}

function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(plain).toString("base64")}` };
}

async function readJson({ message, alive }: Body): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limited(message, maxJsonSize, alive)) chunks.push(chunk);
  try {
    return JSON.parse(
      Buffer.concat(chunks)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    ) as unknown;
  } catch (thrown: unknown) {
    throw new RequestFailed("the answer is not JSON", { passing: false, cause: thrown });
  }
}

async function writeBody({ message, signal, alive }: Body, to: string): Promise<string> {
  const hash = createHash("sha256");
  const hashed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of limited(message, maxFileSize, alive)) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(hashed, createWriteStream(to), { signal });
  return hash.digest("hex");
}

async function* limited(message: IncomingMessage, limit: number, alive: () => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    alive();
    size += chunk.byteLength;
    if (size > limit) throw new RequestFailed(`the answer is larger than ${limit} bytes`, { passing: false });
    yield chunk;
  }
}

/** Causes that the next attempt will meet as well: no such host, a certificate that is not trusted, a full disk. */
const lasting = /^(?:ENOTFOUND|ENOSPC|EDQUOT|EACCES|EROFS|ERR_TLS|ERR_INVALID|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)/;

function asRequestFailed(thrown: unknown): RequestFailed {
  if (thrown instanceof RequestFailed) return thrown;
  const error = toError(thrown);
  const cause = toError(error.cause ?? error);
  const code = "code" in cause ? String(cause.code) : "";
  const passing = code !== "" && !lasting.test(code);
  return new RequestFailed(describe(error), { passing, cause: error });
}

/** A failure to connect to a name with several addresses has an empty message; its code says what happened. */
function describe(error: Error): string {
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
