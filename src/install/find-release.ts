/** From a version constraint to one archive and the hash that it must have. */
import { Interrupted, toError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { parseGoReleases, type GoRelease } from "./go-releases.ts";
import { exactVersion, pickVersion, semverToGo, type VersionConstraint } from "./go-version.ts";
import { retry } from "../ports/retry.ts";
import { agreedChecksum, type DownloadBase } from "./sources.ts";

type ReleasePorts = Pick<Ports, "host" | "network">;

/** A URL that did not give what it should, and why. */
type Attempt = { readonly url: string; readonly why: string };

/** A release, and who promises that its archive has this sha256. */
export type VerifiableRelease = GoRelease & { readonly sha256Source: string };

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
  constraint: VersionConstraint,
  sources: Sources,
  ports: ReleasePorts,
): Promise<VerifiableRelease | undefined> {
  const { os, arch } = ports.host;
  for (const base of sources.bases) {
    const releases = await readList(base, sources, ports);
    if (releases === null) continue;
    const version = pickVersion(
      constraint,
      releases.map((release) => release.version),
    );
    const release = releases.find((candidate) => candidate.version === version);
    if (release !== undefined) return withChecksum(release, base, sources);
    sources.attempts.push({ url: base.index, why: `lists no archive with a sha256 for ${os}/${arch} that satisfies` });
  }
  const version = exactVersion(constraint);
  if (version === undefined || sources.sha256 === null) return undefined;
  return { version, filename: archiveName(version, ports), sha256: sources.sha256, sha256Source: "go-sha256" };
}

function withChecksum(release: GoRelease, base: DownloadBase, sources: Sources): VerifiableRelease {
  const listed = { sha256: release.sha256, source: base.index };
  if (sources.sha256 === null) return { ...release, sha256Source: listed.source };
  const { sha256, source } = agreedChecksum(release.filename, [
    { sha256: sources.sha256, source: "go-sha256" },
    listed,
  ]);
  return { ...release, sha256, sha256Source: source };
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
