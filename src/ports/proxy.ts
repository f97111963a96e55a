/**
 * Which proxy a request goes through. Not by undici's EnvHttpProxyAgent: there `NO_PROXY=go.dev` leaves dl.go.dev on the proxy, this
 * machine itself is asked for through it, `proxy.corp:3128` without http:// is refused, its error holds the password, and it is experimental
 * (lib/dispatcher/env-http-proxy-agent.js, undici 6.29).
 */
import type { Environment } from "../model/environment.ts";

/**
 * Undefined: go there directly. `https_proxy` and `http_proxy` count in both cases, lower case first; `no_proxy` is a list of hosts
 * (with their subdomains), `host:port` or `*`. This machine itself is never asked for through a proxy. Throws an Error that does
 * not quote the variable, which may hold a password.
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const value = variable(name, env);
  if (value === "" || isLocal(url) || isExempt(url, variable("no_proxy", env))) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy === undefined || !["http:", "https:"].includes(proxy.protocol)) {
    throw new Error(`${name.toUpperCase()} is not the URL of an http or https proxy`);
  }
  return proxy;
}

function variable(name: string, env: Environment): string {
  return (env[name] ?? "").trim() || (env[name.toUpperCase()] ?? "").trim();
}

function isLocal({ hostname }: URL): boolean {
  return /^(?:localhost|.*\.localhost|127\..*|\[::1\])$/i.test(hostname);
}

function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = "", onlyPort = port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      return onlyPort === port && (url.hostname === name || url.hostname.endsWith(`.${name}`));
    });
}
