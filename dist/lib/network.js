import { t as require_undici } from "./undici.js";
import { n as Interrupted, o as RequestFailed, s as toError } from "./errors.js";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/ports/proxy.ts
var import_undici = require_undici();
/**
* Undefined: go there directly. `https_proxy` and `http_proxy` count in both cases, lower case first; `no_proxy` is a list of hosts
* (with their subdomains), `host:port` or `*`. This machine itself is never asked for through a proxy. Throws an Error that does
* not quote the variable, which may hold a password.
*/
function proxyFor(url, env) {
	const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
	const value = variable(name, env);
	if (value === "" || isLocal(url) || isExempt(url, variable("no_proxy", env))) return void 0;
	const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
	const proxy = URL.canParse(text) ? new URL(text) : void 0;
	if (proxy === void 0 || !["http:", "https:"].includes(proxy.protocol)) throw new Error(`${name.toUpperCase()} is not the URL of an http or https proxy`);
	return proxy;
}
function variable(name, env) {
	return (env[name] ?? "").trim() || (env[name.toUpperCase()] ?? "").trim();
}
function isLocal({ hostname }) {
	return /^(?:localhost|.*\.localhost|127\..*|\[::1\])$/i.test(hostname);
}
function isExempt(url, list) {
	const port = url.port || (url.protocol === "https:" ? "443" : "80");
	return list.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
		if (entry === "*") return true;
		const [, name = "", onlyPort = port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
		return onlyPort === port && (url.hostname === name || url.hostname.endsWith(`.${name}`));
	});
}

// src/ports/network.ts
/** The network on undici, which is in the bundle already for @actions/*. Loaded with the first request: most runs make none. */
/** Many times the size of go.dev's list of all releases, and of any Go archive. In bytes. */
const maxJsonSize = 67108864;
const maxFileSize = 1073741824;
const maxRedirects = 5;
/** See Network. Answers are read as they are: nothing is sent that would name the caller or open a door. */
function makeNetwork({ env, signal, stallMs = 3e4 }) {
	return {
		json: (url) => get(url, {
			env,
			signal,
			stallMs,
			maxSize: maxJsonSize,
			read: readJson
		}),
		file: (url, to) => get(url, {
			env,
			signal,
			stallMs,
			maxSize: maxFileSize,
			read: (body) => writeBody(body, to)
		}),
		sleep: async (ms) => {
			await setTimeout$1(ms, void 0, { signal }).catch(() => {
				throw new Interrupted("interrupted");
			});
		}
	};
}
async function get(url, { env, signal, stallMs, maxSize, read }) {
	const stall = new AbortController();
	const timer = setTimeout(() => {
		stall.abort();
	}, stallMs);
	const limited = async function* (body) {
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
		return await read(limited(await follow(new URL(url), {
			env,
			signal: either,
			highWaterMark: maxSize
		})));
	} catch (thrown) {
		if (signal.aborted) throw new Interrupted("interrupted");
		if (stall.signal.aborted) throw new RequestFailed(`no byte for ${stallMs / 1e3} s`, { passing: true });
		throw asRequestFailed(thrown);
	} finally {
		clearTimeout(timer);
	}
}
/** The body of the 200 at the end of the redirects. */
async function follow(start, sending) {
	let url = start;
	for (let hop = 0; hop <= maxRedirects; hop++) {
		const { statusCode: status, headers, body } = await send(url, sending);
		if (status === 200) return body;
		body.on("error", () => void 0).destroy();
		const { location } = headers;
		if (![
			301,
			302,
			303,
			307,
			308
		].includes(status) || typeof location !== "string") throw badStatus(status, headers);
		const next = URL.canParse(location, url.href) ? new URL(location, url.href) : void 0;
		const isWeb = next?.protocol === "https:" || next?.protocol === "http:" && url.protocol === "http:";
		if (next === void 0 || !isWeb) throw new RequestFailed("redirected to where it is not safe", { passing: false });
		url = next;
	}
	throw new RequestFailed(`more than ${maxRedirects} redirects`, { passing: false });
}
function badStatus(status, headers) {
	return new RequestFailed(`HTTP status ${status}`, {
		passing: status >= 500 || [
			408,
			425,
			429
		].includes(status),
		retryAfterMs: parseRetryAfter(headers["retry-after"]?.toString(), Date.now())
	});
}
/** Seconds or an HTTP date (RFC 9110, 10.2.3) as ms from `now`; null for anything else. */
function parseRetryAfter(value, now) {
	const text = value?.trim() ?? "";
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
	const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}
/** One request on a connection of its own. Nothing of the URL but its host and path is sent: no user, no password. */
async function send(url, { env, ...options }) {
	const proxy = proxyFor(url, env);
	const headers = {
		"user-agent": "go-linkage",
		accept: "*/*",
		"accept-encoding": "identity"
	};
	try {
		return await (0, import_undici.request)(url, {
			...options,
			dispatcher: dispatcherFor(proxy),
			headers
		});
	} catch (thrown) {
		throw proxy === void 0 ? thrown : blameProxy(toError(thrown), proxy);
	}
}
function dispatcherFor(proxy) {
	if (proxy === void 0) return new import_undici.Agent();
	return new import_undici.ProxyAgent({
		uri: proxy.origin,
		proxyTunnel: false,
		...tokenOf(proxy)
	});
}
/** For the proxy alone. undici would leave it out where there is a user without password. */
function tokenOf({ username, password }) {
	if (username === "") return {};
	const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return { token: `Basic ${Buffer.from(plain).toString("base64")}` };
}
/** With a proxy every socket leads to it, so a failed system call is about it. */
function blameProxy(error, { host }) {
	const status = Number(/^Proxy response \((\d+)\)/.exec(error.message)?.[1]);
	if (status > 0) return new RequestFailed(`the proxy ${host} answers with HTTP status ${status}`, { passing: status >= 500 });
	return "syscall" in error ? new Error(`the proxy ${host}: ${describe(error)}`, { cause: error }) : error;
}
async function readJson(body) {
	const chunks = [];
	for await (const chunk of body) chunks.push(chunk);
	try {
		return JSON.parse(Buffer.concat(chunks).toString("utf8").replace(/^\uFEFF/, ""));
	} catch (thrown) {
		throw new RequestFailed("the answer is not JSON", {
			passing: false,
			cause: thrown
		});
	}
}
async function writeBody(body, to) {
	const hash = createHash("sha256");
	const hashed = async function* () {
		for await (const chunk of body) {
			hash.update(chunk);
			yield chunk;
		}
	};
	await pipeline(hashed, createWriteStream(to));
	return hash.digest("hex");
}
/** Causes that the next attempt will meet as well: no such host, a certificate that is not trusted, a full disk. */
const lasting = /^(?:ENOTFOUND|ENOSPC|EDQUOT|EACCES|EROFS|ERR_TLS|ERR_INVALID|UND_ERR_INVALID|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)/;
function asRequestFailed(thrown) {
	if (thrown instanceof RequestFailed) return thrown;
	const error = toError(thrown);
	const cause = toError(error.cause ?? error);
	const code = "code" in cause ? String(cause.code) : "";
	const passing = code !== "" && !lasting.test(code);
	return new RequestFailed(describe(error), {
		passing,
		cause: error
	});
}
/** A failure to connect to a name with several addresses has an empty message; its code says what happened. */
function describe(error) {
	const code = "code" in error ? String(error.code) : error.name;
	return code === "UND_ERR_SOCKET" ? "aborted" : error.message || code;
}

export { parseRetryAfter as n, makeNetwork as t };