/** One Go release from the network into the tool cache, verified before it is unpacked. No token goes anywhere. */
import { ConfigError, Interrupted, toError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { parseGoReleases, type GoRelease } from "./go-releases.ts";
import { quote, semverToGo } from "./go-version.ts";

const defaultBase = "https://go.dev/dl";

export type DownloadBase = {
  /** No slash at the end. */
  readonly url: string;
  /** The list of all releases. */
  readonly index: string;
};

/** A URL that did not give what it should, and why. */
export type Attempt = { readonly url: string; readonly why: string };

/** The `go-download-base-url` input, checked; null or blank: go.dev. Throws ConfigError. */
export function parseDownloadBase(input: string | null): DownloadBase {
  const text = input === null || input.trim() === "" ? defaultBase : input.trim();
  const allowed = "allowed: an http or https URL without user, query and fragment";
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

/** The releases that the base URL has for this machine. */
export async function readReleases(
  base: DownloadBase,
  ports: Pick<Ports, "fetchJson" | "host">,
): Promise<
  | { readonly kind: "read"; readonly releases: readonly GoRelease[] }
  | { readonly kind: "failed"; readonly attempt: Attempt }
> {
  try {
    return { kind: "read", releases: parseGoReleases(await ports.fetchJson(base.index), ports.host) };
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    return { kind: "failed", attempt: { url: base.index, why: toError(thrown).message } };
  }
}

/**
 * Downloads, verifies and unpacks a release. `failed` when the archive could not be had; throws ConfigError when its
 * bytes are not the ones that the list promises (the file is removed, nothing is unpacked), and Error when it cannot be
 * unpacked.
 */
export async function download(
  release: GoRelease,
  base: DownloadBase,
  ports: Ports,
): Promise<
  | { readonly kind: "installed"; readonly root: string; readonly url: string }
  | { readonly kind: "failed"; readonly attempt: Attempt }
> {
  const url = `${base.url}/${release.filename}`;
  const version = semverToGo(release.version);
  const end = ports.log.activity(`Downloading Go ${version} from ${url}`);
  let archive: string;
  try {
    archive = await ports.toolCache.download(url);
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    end("failed");
    return { kind: "failed", attempt: { url, why: toError(thrown).message } };
  }
  try {
    await verify(archive, { url, sha256: release.sha256 }, ports);
    const root = await unpack(archive, { url, version: release.version }, ports);
    end(`sha256 ${release.sha256} verified, unpacked into ${root}`);
    return { kind: "installed", root, url };
  } catch (thrown: unknown) {
    end("failed");
    throw thrown;
  }
}

/** Fails closed: an archive that is not the promised one, or cannot be read, is removed. */
async function verify(
  archive: string,
  promised: { readonly url: string; readonly sha256: string },
  ports: Ports,
): Promise<void> {
  const { url, sha256 } = promised;
  let actual: string | undefined;
  try {
    actual = await ports.files.sha256(archive);
  } finally {
    if (actual !== sha256) await ports.files.remove(archive);
  }
  if (actual !== sha256) {
    throw new ConfigError(
      `${url} is not the archive that the list of releases promises: sha256 is ${actual}, promised was ${sha256}; ` +
        "nothing was unpacked; run again, or change go-download-base-url",
    );
  }
}

async function unpack(
  archive: string,
  from: { readonly url: string; readonly version: string },
  ports: Ports,
): Promise<string> {
  try {
    return await ports.toolCache.install(archive, { name: "go", version: from.version });
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    throw new Error(`${from.url} cannot be unpacked: ${toError(thrown).message}`, { cause: thrown });
  }
}
