/** The network on undici, which is in the bundle already for @actions/*. Loaded with the first request: most runs make none. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Agent, type Dispatcher, ProxyAgent, request } from "undici";
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
    json: (url) => get(url, { env, signal, stallMs, maxSize: maxJsonSize, read: readJson }),
    file: (url, to) => get(url, { env, signal, stallMs, maxSize: maxFileSize, read: (body) => writeBody(body, to) }),
    sleep: async (ms) => {
      await wait(ms, undefined, { signal }).catch(() => {
        throw new Interrupted("interrupted");
      });
    },
  };
}

type Body = AsyncIterable<Uint8Array>;

type Attempt<T> = Required<NetworkOptions> & {
  /** In bytes. */
  readonly maxSize: number;
  readonly read: (body: Body) => Promise<T>;
};

async function get<T>(url: string, { env, signal, stallMs, maxSize, read }: Attempt<T>): Promise<T> {
  // One limit for looking up, connecting, tunnel, headers and body; undici has several, and none for the CONNECT of a tunnel.
  const stall = new AbortController();
  const timer = setTimeout(() => {
    stall.abort();
  }, stallMs);
  const limited = async function* (body: Body): Body {
    let size = 0;
    for await (const chunk of body) {
      timer.refresh();
      size += chunk.byteLength;
      if (size > maxSize) throw new RequestFailed(`the answer is larger than ${maxSize} bytes`, { passing: false });
      yield chunk;
    }
  };
  try {
    const either = AbortSignal.any([signal, stall.signal]);
    return await read(limited(await follow(new URL(url), { env, signal: either, highWaterMark: maxSize })));
  } catch (thrown: unknown) {
    if (signal.aborted) throw new Interrupted("interrupted");
    if (stall.signal.aborted) throw new RequestFailed(`no byte for ${stallMs / 1000} s`, { passing: true });
    throw asRequestFailed(thrown);
  } finally {
    clearTimeout(timer);
  }
}

type RequestOptions = Pick<NetworkOptions, "env" | "signal"> & {
  /**
   * As large as an answer may be, so that undici never holds a server back: undici 6 ends the process, and nothing can catch it, when
   * a server closes a connection that is held back (nodejs/undici#5360, mended in 7 and 8 only; @actions/* brings 6).
   */
  readonly highWaterMark: number;
};

/** The body of the 200 at the end of the redirects. */
async function follow(start: URL, sending: RequestOptions): Promise<Body> {
  let url = start;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const { statusCode: status, headers, body } = await send(url, sending);
    if (status === 200) return body;
    // Nobody reads it: what it says when it is cut off is of no interest.
    body.on("error", () => undefined).destroy();
    const { location } = headers;
    if (![301, 302, 303, 307, 308].includes(status) || typeof location !== "string") throw badStatus(status, headers);
    const next = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
    const isWeb = next?.protocol === "https:" || (next?.protocol === "http:" && url.protocol === "http:");
    if (next === undefined || !isWeb) throw new RequestFailed("redirected to where it is not safe", { passing: false });
    url = next;
  }
  throw new RequestFailed(`more than ${maxRedirects} redirects`, { passing: false });
}

function badStatus(status: number, headers: Dispatcher.ResponseData["headers"]): RequestFailed {
  return new RequestFailed(`HTTP status ${status}`, {
    passing: status >= 500 || [408, 425, 429].includes(status),
    retryAfterMs: parseRetryAfter(headers["retry-after"]?.toString(), Date.now()),
  });
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as ms from `now`; null for anything else. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** One request on a connection of its own. Nothing of the URL but its host and path is sent: no user, no password. */
async function send(url: URL, { env, ...options }: RequestOptions): Promise<Dispatcher.ResponseData> {
  const proxy = proxyFor(url, env);
  const headers = { "user-agent": "go-linkage", accept: "*/*", "accept-encoding": "identity" };
  try {
    return await request(url, { ...options, dispatcher: dispatcherFor(proxy), headers });
  } catch (thrown: unknown) {
    throw proxy === undefined ? thrown : blameProxy(toError(thrown), proxy);
  }
}

function dispatcherFor(proxy: URL | undefined): Dispatcher {
  if (proxy === undefined) return new Agent();
  // Plain http is asked for by its whole URL, as curl and Go do: many proxies let CONNECT through to port 443 only.
  return new ProxyAgent({ uri: proxy.origin, proxyTunnel: false, ...tokenOf(proxy) });
}

/** For the proxy alone. undici would leave it out where there is a user without password. */
function tokenOf({ username, password }: URL): { token?: string } {
  if (username === "") return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { token: `Basic ${Buffer.from(plain).toString("base64")}` };
}

/** With a proxy every socket leads to it, so a failed system call is about it. */
function blameProxy(error: Error, { host }: URL): Error {
  const status = Number(/^Proxy response \((\d+)\)/.exec(error.message)?.[1]);
  if (status > 0) {
    return new RequestFailed(`the proxy ${host} answers with HTTP status ${status}`, { passing: status >= 500 });
  }
  return "syscall" in error ? new Error(`the proxy ${host}: ${describe(error)}`, { cause: error }) : error;
}

async function readJson(body: Body): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
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

async function writeBody(body: Body, to: string): Promise<string> {
  const hash = createHash("sha256");
  const hashed = async function* (): Body {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(hashed, createWriteStream(to));
  return hash.digest("hex");
}

/** Causes that the next attempt will meet as well: no such host, a certificate that is not trusted, a full disk. */
const lasting =
  /^(?:ENOTFOUND|ENOSPC|EDQUOT|EACCES|EROFS|ERR_TLS|ERR_INVALID|UND_ERR_INVALID|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)/;

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
  const code = "code" in error ? String(error.code) : error.name;
  // undici says who closed the socket in ways that depend on the moment.
  return code === "UND_ERR_SOCKET" ? "aborted" : error.message || code;
}
