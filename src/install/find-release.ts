/** From a wish to one archive and the hash that it must have. */
import { Interrupted, toError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { parseGoReleases, type GoRelease } from "./go-releases.ts";
import { exactVersion, pickVersion, semverToGo, type Wish } from "./go-version.ts";
import { retry } from "../ports/retry.ts";
import { agree, type DownloadBase } from "./sources.ts";

type ReleasePorts = Pick<Ports, "host" | "network">;

/** A URL that did not give what it should, and why. */
type Attempt = { readonly url: string; readonly why: string };

/** A release, and who promises that its archive has this sha256. */
export type PromisedRelease = GoRelease & { readonly promisedBy: string };

/** What is known of the sources so far. Each list is asked for once in a run. */
export type Sources = {
  readonly bases: readonly DownloadBase[];
  /** The `go-sha256` input. */
  readonly sha256: string | null;
  readonly lists: Map<DownloadBase, readonly GoRelease[] | null>;
  readonly attempts: Attempt[];
};

/**
 * The best release of the first source whose list has one that satisfies. A source without a list does for an exact version with
 * `go-sha256`. Undefined when there is none; `sources.attempts` says why.
 */
export async function findRelease(
  wish: Wish,
  sources: Sources,
  ports: ReleasePorts,
): Promise<PromisedRelease | undefined> {
  const { os, arch } = ports.host;
  for (const base of sources.bases) {
    const releases = await readList(base, sources, ports);
    if (releases === null) continue;
    const version = pickVersion(
      wish,
      releases.map((release) => release.version),
    );
    const release = releases.find((candidate) => candidate.version === version);
    if (release !== undefined) return promise(release, base, sources);
    sources.attempts.push({ url: base.index, why: `lists no archive with a sha256 for ${os}/${arch} that satisfies` });
  }
  const version = exactVersion(wish);
  if (version === undefined || sources.sha256 === null) return undefined;
  return { version, filename: archiveName(version, ports), sha256: sources.sha256, promisedBy: "go-sha256" };
}

function promise(release: GoRelease, base: DownloadBase, sources: Sources): PromisedRelease {
  const listed = { sha256: release.sha256, by: base.index };
  if (sources.sha256 === null) return { ...release, promisedBy: listed.by };
  const { sha256, by } = agree(release.filename, [{ sha256: sources.sha256, by: "go-sha256" }, listed]);
  return { ...release, sha256, promisedBy: by };
}

async function readList(
  base: DownloadBase,
  sources: Sources,
  ports: ReleasePorts,
): Promise<readonly GoRelease[] | null> {
  const known = sources.lists.get(base);
  if (known !== undefined) return known;
  const releases = await requestList(base, sources, ports);
  sources.lists.set(base, releases);
  return releases;
}

async function requestList(
  { index }: DownloadBase,
  sources: Sources,
  { network, host }: ReleasePorts,
): Promise<readonly GoRelease[] | null> {
  try {
    return parseGoReleases(await retry(() => network.json(index), network), host);
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    sources.attempts.push({ url: index, why: toError(thrown).message });
    return null;
  }
}

/** As go.dev names its archives since Go 1.2.2. */
function archiveName(version: string, { host }: Pick<Ports, "host">): string {
  // go.dev calls linux/arm by the floor that it was built for.
  const arch = host.arch === "arm" ? "armv6l" : host.arch;
  return `go${semverToGo(version)}.${host.os}-${arch}.${host.os === "windows" ? "zip" : "tar.gz"}`;
}
