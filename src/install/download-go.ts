/** One Go release from the network into the tool cache: verified before it is unpacked, and tried before it can be found. */
import path from "node:path";
import { ConfigError, Interrupted, RequestFailed, toError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import type { VerifiableRelease, Sources } from "./find-release.ts";
import { probeRoot, type Probe, type ProbePorts } from "./go-program.ts";
import { quote, semverToGo } from "./go-version.ts";
import { retry } from "../ports/retry.ts";

type DownloadPorts = ProbePorts & Pick<Ports, "log" | "network" | "toolCache">;

type DownloadOptions = {
  readonly sources: Sources;
  /** Where go is started to see whether it works. */
  readonly workingDirectory: string;
  /** What the tool cache has of this version is broken. */
  readonly replace: boolean;
};

/**
 * Takes the archive from the first source that has the promised bytes; undefined when none has, and then `sources.attempts` says
 * why. Throws ConfigError when the promised bytes are another Go than they should be, and Error when they cannot be unpacked.
 */
export function download(
  release: VerifiableRelease,
  options: DownloadOptions,
  ports: DownloadPorts,
): Promise<{ readonly root: string; readonly url: string } | undefined> {
  const { toolCache, log } = ports;
  return toolCache.withScratch("go", async (scratch) => {
    const archive = path.join(scratch, release.filename);
    const url = await fetchArchive(release, archive, { sources: options.sources, ports });
    if (url === undefined) return undefined;
    log.info(`sha256 ${release.sha256} is as ${release.sha256Source} promises; unpacking`);
    const folder = await unpack(archive, url, ports);
    await verifyUnpacked(release, { folder, url, workingDirectory: options.workingDirectory }, ports);
    const tool = { name: "go", version: release.version, replace: options.replace };
    return { root: await toolCache.publish(folder, tool), url };
  });
}

/** The URL that gave the promised bytes. Fails closed: any other bytes are an attempt in vain. */
async function fetchArchive(
  release: VerifiableRelease,
  archive: string,
  { sources, ports }: { readonly sources: Sources; readonly ports: DownloadPorts },
): Promise<string | undefined> {
  const { network, log, files } = ports;
  for (const base of sources.bases) {
    const url = `${base.url}/${release.filename}`;
    log.info(`downloading Go ${semverToGo(release.version)} from ${url}`);
    const why = await tryArchive(url, archive, { sha256: release.sha256, source: release.sha256Source, network });
    if (why === undefined) return url;
    await files.remove(archive);
    log.info(`${url}: ${why}`);
    sources.attempts.push({ url, why });
  }
  return undefined;
}

/** Why a URL did not give the promised bytes, or undefined when it did. */
async function tryArchive(
  url: string,
  archive: string,
  { sha256, source, network }: { readonly sha256: string; readonly source: string; readonly network: Ports["network"] },
): Promise<string | undefined> {
  try {
    const actual = await retry(() => network.file(url, archive), network);
    return actual === sha256
      ? undefined
      : `not the archive that ${source} promises: sha256 is ${actual}, promised was ${sha256}; nothing was unpacked`;
  } catch (thrown: unknown) {
    if (!(thrown instanceof RequestFailed)) throw thrown;
    return thrown.message;
  }
}

async function unpack(archive: string, url: string, { toolCache }: Pick<Ports, "toolCache">): Promise<string> {
  try {
    return await toolCache.unpack(archive, path.join(path.dirname(archive), "unpacked"));
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    throw new Error(`${url} cannot be unpacked: ${toError(thrown).message}`, { cause: thrown });
  }
}

/** What was unpacked says the right version in its VERSION file, and when it is started. */
async function verifyUnpacked(
  { version }: VerifiableRelease,
  from: { readonly folder: string; readonly url: string; readonly workingDirectory: string },
  ports: ProbePorts,
): Promise<void> {
  const content = (await ports.files.readText(path.join(from.folder, "VERSION")))?.split("\n")[0]?.trim();
  const probe = await probeRoot(from.folder, from.workingDirectory, ports);
  const runs = probe.kind === "go" && probe.program.version === version;
  if (runs && content === `go${semverToGo(version)}`) return;
  const mismatch = `its VERSION file ${content === undefined ? "is missing" : `says ${quote(content)}`}`;
  throw new ConfigError(
    `${from.url} should be Go ${semverToGo(version)}, but ${runs ? mismatch : `it contains ${describeProbe(probe)}`}`,
  );
}

/** What was found, as words. */
export function describeProbe(probe: Probe): string {
  switch (probe.kind) {
    case "absent":
      return "no go";
    case "broken":
      return `a go that does not work (${probe.why})`;
    case "go":
      return `Go ${semverToGo(probe.program.version)}`;
  }
}
