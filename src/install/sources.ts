/** Where Go comes from over the network, and the hash that it must have: what the inputs say, checked. */
import { ConfigError } from "../errors.ts";
import { quote } from "./go-version.ts";

const defaultBase = "https://go.dev/dl";

export type DownloadBase = {
  /** No slash at the end. */
  readonly url: string;
  /** The list of all releases. */
  readonly index: string;
};

/** The `go-download-base-url` input: URLs in the order in which they are tried; null or blank: go.dev. Throws ConfigError. */
export function parseDownloadBases(input: string | null): readonly DownloadBase[] {
  const words = [...new Set((input ?? "").split(/\s+/).filter((word) => word !== ""))];
  return (words.length === 0 ? [defaultBase] : words).map(parseDownloadBase);
}

/** Nobody has named a mirror. */
export function areDefault(bases: readonly DownloadBase[]): boolean {
  return bases.every(({ url }) => url === defaultBase);
}

function parseDownloadBase(text: string): DownloadBase {
  const allowed = "allowed: http or https URLs without user, query and fragment, separated by spaces or lines";
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new ConfigError(`go-download-base-url: ${quote(text)}; ${allowed}`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    // Not quoted: what stands there may be a secret.
    throw new ConfigError(`go-download-base-url: the URL for ${url.host} has a user, query or fragment; ${allowed}`);
  }
  const base = url.href.replace(/\/+$/, "");
  return { url: base, index: `${base}/?mode=json&include=all` };
}

/** The `go-sha256` input in lower case; null when it is not given. Throws ConfigError. */
export function parseGoSha256(input: string | null): string | null {
  const text = input?.trim().toLowerCase() ?? "";
  if (text === "") return null;
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new ConfigError(`go-sha256: ${quote(text)} is not a SHA-256; allowed: 64 hex digits`);
}

/** What somebody says that the sha256 of a file is. */
type Checksum = { readonly sha256: string; readonly source: string };

/**
 * The first of the promises, when all say the same; a table of known hashes would be one more of them. Throws ConfigError when two
 * disagree: one of them is wrong, and nobody here can tell which.
 */
export function agreedChecksum(filename: string, checksums: readonly [Checksum, ...Checksum[]]): Checksum {
  const [first, ...others] = checksums;
  for (const { sha256, source } of others) {
    if (sha256 === first.sha256) continue;
    throw new ConfigError(
      `${first.source} says that the sha256 of ${filename} is ${first.sha256}, and ${source} says ${sha256}; ` +
        "nothing was downloaded; change go-sha256, go-version or go-download-base-url",
    );
  }
  return first;
}
