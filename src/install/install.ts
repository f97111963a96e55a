/** Gets the Go that is wanted: from PATH, else from the tool cache, else through the module proxy, else as a verified download. */
import semver from "semver";
import { ConfigError, Interrupted, toError } from "../errors.ts";
import type { Ports } from "../ports/types.ts";
import { describeProbe, download } from "./download-go.ts";
import { findRelease, type VerifiableRelease, type Sources } from "./find-release.ts";
import { findWantedGo, type WantedRequest } from "./find-wanted-go.ts";
import { goEnvironment, probePath, probeRoot, type GoProgram, type Probe } from "./go-program.ts";
import {
  satisfies,
  describeRule,
  exactVersion,
  needsGlibc,
  newerPatch,
  pickVersion,
  semverToGo,
  type VersionConstraint,
} from "./go-version.ts";
import { allowsFetching, canFetch, fetchToolchain, listModuleCache, listProxy, toolchainName } from "./module-proxy.ts";
import { areDefault, parseDownloadBases, parseGoSha256 } from "./sources.ts";
import type { WantedGo } from "./wanted-go.ts";
import type { Toolchain } from "../model/toolchain.ts";

export type InstallRequest = WantedRequest & {
  /** Where the lists of releases and the archives are, in order; null: go.dev. */
  readonly goDownloadBaseUrl: string | null;
  /** What the archive must be, should one be downloaded; null: what the list of releases says. */
  readonly goSha256: string | null;
};
type Cached = { readonly version: string; readonly root: string };

/** What the search has seen so far; the message of a search in vain is made from it. */
type Search = {
  readonly request: InstallRequest;
  readonly ports: Ports;
  readonly sources: Sources;
  readonly wanted: WantedGo;
  readonly onPath: Probe;
  /** Read when it is needed. */
  cached: readonly Cached[] | undefined;
  /** Versions of which the tool cache has a copy that does not work. */
  readonly broken: Set<string>;
};

/**
 * Finds or installs a Go that satisfies the inputs or, without any, the project's own version files. A Go that is
 * there already costs no request; only `stable`, `oldstable` and `rc` need the list of releases to know what they mean.
 *
 * Throws ConfigError when an input cannot be read, when nothing satisfies, and when a download is not what it should be.
 */
export async function install(request: InstallRequest, ports: Ports): Promise<Toolchain> {
  const sources: Sources = {
    bases: parseDownloadBases(request.goDownloadBaseUrl),
    sha256: parseGoSha256(request.goSha256),
    lists: new Map(),
    attempts: [],
  };
  const wanted = await findWantedGo(request, ports);
  const onPath = await probePath(request.workingDirectory, ports);
  if (onPath.kind === "broken") ports.log.warning(`${onPath.go} on PATH cannot be used: ${onPath.why}`);
  const search: Search = { request, ports, sources, wanted, onPath, cached: undefined, broken: new Set() };
  for (const constraint of [wanted.constraint, ...wanted.fallbacks]) {
    const toolchain = await findToolchain(constraint, search);
    if (toolchain === undefined) continue;
    ports.log.info(toolchain.why);
    return toolchain;
  }
  throw nothingSatisfies(search);
}

async function findToolchain(constraint: VersionConstraint, search: Search): Promise<Toolchain | undefined> {
  const host = fromPath(constraint, search);
  if (host !== undefined) return host;
  search.cached ??= await listCached(search.ports);
  const cached = await fromToolCache(constraint, search);
  if (cached !== undefined) return cached;
  const proxied = await fromModuleProxy(constraint, search);
  if (proxied !== undefined) return proxied;
  const release = await findRelease(constraint, search.sources, search.ports);
  if (release === undefined || constraint.kind !== "alias") return release && fromDownload(release, constraint, search);
  const { settled, known } = settle(release.version, search);
  return fromPath(settled, known) ?? (await fromToolCache(settled, known)) ?? fromDownload(release, settled, known);
}

/** "stable" is from here on the version that it means today. */
function settle(version: string, search: Search): { readonly settled: VersionConstraint; readonly known: Search } {
  const requirement = `${search.wanted.requirement}, which is ${semverToGo(version)}`;
  const known = { ...search, wanted: { ...search.wanted, requirement } };
  return { settled: { kind: "range", range: version }, known };
}

/**
 * A Go that is at hand fetches the wanted one. Not where the caller has named a mirror or a hash: those are for archives. What it
 * fetched before costs no request.
 */
async function fromModuleProxy(constraint: VersionConstraint, search: Search): Promise<Toolchain | undefined> {
  const { ports, sources } = search;
  const isDirected = sources.sha256 !== null || !areDefault(sources.bases);
  const fetcher = isDirected || !allowsFetching(ports.env) ? undefined : await findFetcher(search);
  const offer = fetcher && (await findOffer(constraint, fetcher, search));
  if (offer === undefined) return undefined;
  if (constraint.kind !== "alias") return fetchThrough(offer, constraint, search);
  const { settled, known } = settle(offer.version, search);
  const here = fromPath(settled, known) ?? (await fromToolCache(settled, known));
  return here ?? fetchThrough(offer, settled, known);
}

type Offer = { readonly fetcher: GoProgram; readonly version: string; readonly isKept: boolean };

/** The version that satisfies: of those in the module cache, else of those that the module proxy lists. */
async function findOffer(
  constraint: VersionConstraint,
  fetcher: GoProgram,
  { ports, sources }: Search,
): Promise<Offer | undefined> {
  // What an alias means today only a list can tell.
  const isAlias = constraint.kind === "alias";
  const kept = isAlias ? undefined : pickVersion(constraint, await listModuleCache(fetcher, ports));
  if (kept !== undefined) return { fetcher, version: kept, isKept: true };
  const listed = await listProxy(fetcher, ports);
  if (typeof listed === "string") sources.attempts.push({ url: "go list -m -versions go", why: listed });
  const picked = typeof listed === "string" ? undefined : pickVersion(constraint, listed);
  const version = picked ?? exactVersion(constraint);
  if (version === undefined && typeof listed !== "string") {
    sources.attempts.push({ url: "go list -m -versions go", why: "lists no version that satisfies" });
  }
  if (version === undefined || (needsGlibc(version) && (await hasOnlyMusl(ports)))) return undefined;
  return { fetcher, version, isKept: false };
}

async function fetchThrough(
  { fetcher, version, isKept }: Offer,
  constraint: VersionConstraint,
  search: Search,
): Promise<Toolchain | undefined> {
  const { ports, sources, request } = search;
  const name = toolchainName(version);
  if (!isKept) ports.log.info(`fetching ${name} through the module proxy`);
  const fetched = await fetchToolchain(version, fetcher, ports);
  const attempt = `GOTOOLCHAIN=${name} go env`;
  if (typeof fetched === "string") {
    sources.attempts.push({ url: attempt, why: fetched });
    return undefined;
  }
  const probe = await probeRoot(fetched.root, request.workingDirectory, ports);
  if (probe.kind !== "go" || probe.program.version !== version) {
    sources.attempts.push({ url: attempt, why: `${fetched.root} is ${describeProbe(probe)}` });
    return undefined;
  }
  const from = isKept ? "from the module cache" : "through the module proxy (verified by the go command)";
  const words = `${describeRule(constraint, version)}${from}`;
  return toToolchain(search, probe.program, { source: "toolchain", words, sha256: null });
}

/** The Go on PATH, else the newest of the tool cache that works, where it can fetch others. */
async function findFetcher({ onPath, cached = [], ports, request }: Search): Promise<GoProgram | undefined> {
  if (onPath.kind === "go" && canFetch(onPath.program)) return onPath.program;
  for (const { root } of cached.toSorted((a, b) => semver.rcompare(a.version, b.version))) {
    const probe = await probeRoot(root, request.workingDirectory, ports);
    if (probe.kind === "go" && canFetch(probe.program)) return probe.program;
  }
  return undefined;
}

function fromPath(constraint: VersionConstraint, search: Search): Toolchain | undefined {
  const { onPath } = search;
  if (onPath.kind !== "go" || !satisfies(constraint, onPath.program.version)) return undefined;
  return toToolchain(search, onPath.program, { source: "path", words: "from PATH", sha256: null });
}

/** The best of the tool cache that runs and is what its folder says. */
async function fromToolCache(constraint: VersionConstraint, search: Search): Promise<Toolchain | undefined> {
  const { ports, request, broken } = search;
  // What an alias means is not known before there is a list.
  if (constraint.kind === "alias") return undefined;
  for (;;) {
    const usable = (search.cached ?? []).filter(({ version }) => !broken.has(version));
    const version = pickVersion(constraint, versionsOf(usable));
    const entry = usable.find((candidate) => candidate.version === version);
    if (entry === undefined) return undefined;
    const probe = await probeRoot(entry.root, request.workingDirectory, ports);
    if (probe.kind === "go" && probe.program.version === entry.version) {
      const words = `${describeRule(constraint, entry.version)}from the tool cache`;
      return toToolchain(search, probe.program, { source: "tool-cache", words, sha256: null });
    }
    const why = probe.kind === "go" ? `it is ${describeProbe(probe)}` : describeProbe(probe);
    ports.log.warning(`Go ${semverToGo(entry.version)} in the tool cache cannot be used: ${why}`);
    broken.add(entry.version);
  }
}

async function fromDownload(
  release: VerifiableRelease,
  constraint: VersionConstraint,
  search: Search,
): Promise<Toolchain | undefined> {
  const { ports, sources, broken, request } = search;
  const { workingDirectory } = request;
  if (needsGlibc(release.version) && (await hasOnlyMusl(ports))) {
    throw new ConfigError(
      `Go ${semverToGo(release.version)} needs glibc, and this machine has only musl; Go 1.21 and newer run on both; ` +
        `${describeConstraint(search.wanted)}; change ${search.wanted.change}`,
    );
  }
  const options = { sources, workingDirectory, replace: broken.has(release.version) };
  const result = await download(release, options, ports);
  if (result === undefined) return undefined;
  // Once more at its place: another process may have been quicker, and then it is that one's.
  const probe = await probeRoot(result.root, workingDirectory, ports);
  if (probe.kind !== "go" || probe.program.version !== release.version) {
    throw new Error(`${result.root} should be Go ${semverToGo(release.version)}, but is ${describeProbe(probe)}`);
  }
  const words = `${describeRule(constraint, release.version)}downloaded from ${result.url} (sha256 verified)`;
  return toToolchain(search, probe.program, { source: "download", words, sha256: release.sha256 });
}

/** Alpine and the like. Where glibc's loader stands beside musl's (gcompat, or musl-tools on Debian), programs for it may run. */
async function hasOnlyMusl({ files, host }: Pick<Ports, "files" | "host">): Promise<boolean> {
  if (host.os !== "linux") return false;
  const found = await Promise.all(
    ["lib/ld-musl-*.so.1", "lib*/ld-linux*.so.*", "lib*/ld64.so.*"].map((glob) => files.glob(glob, "/")),
  );
  const [musl = [], ...glibc] = found;
  return musl.length > 0 && glibc.flat().length === 0;
}

async function listCached(ports: Pick<Ports, "log" | "toolCache">): Promise<readonly Cached[]> {
  try {
    return await ports.toolCache.findAll("go");
  } catch (thrown: unknown) {
    if (thrown instanceof Interrupted) throw thrown;
    ports.log.warning(`the tool cache cannot be read: ${toError(thrown).message}`);
    return [];
  }
}

function toToolchain(
  search: Search,
  program: GoProgram,
  origin: { readonly source: Toolchain["source"]; readonly words: string; readonly sha256: string | null },
): Toolchain {
  const version = semverToGo(program.version);
  const { root, go } = program;
  // Only what has been read anyway: knowing it is worth no request.
  const newer = newerPatch(
    program.version,
    versionsOf([...search.sources.lists.values()].flatMap((list) => list ?? [])),
  );
  const notice = newer === undefined ? "" : `; ${semverToGo(newer)} is the newest patch of its line`;
  return {
    version,
    root,
    go,
    source: origin.source,
    why: `Go ${version}, ${origin.words}; ${describeConstraint(search.wanted)}${notice}`,
    sha256: origin.sha256,
    env: goEnvironment(program.root, search.ports),
  };
}

function describeConstraint(wanted: WantedGo): string {
  return wanted.from === null ? "no version requested" : `${wanted.from} asks for ${wanted.requirement}`;
}

/** What was wanted, what was found, what was tried, what to change. */
function nothingSatisfies({ wanted, onPath, cached = [], sources }: Search): ConfigError {
  const inCache = cached.length === 0 ? "no Go" : `Go ${versionsOf(cached).map(semverToGo).join(", ")}`;
  const attempts = sources.attempts.map(({ url, why }) => `${url}: ${why}`).join("; ");
  // YAML reads an unquoted 1.20 as the number 1.2.
  const yaml = /^1\.[1-9]$/.test(wanted.requirement) ? ` (write it in quotes: in YAML 1.20 is the number 1.2)` : "";
  const noList = [...sources.lists.values()].every((list) => list === null) && sources.sha256 === null;
  const hint = noList ? "; a mirror without a list of releases needs an exact go-version and go-sha256" : "";
  return new ConfigError(
    `no Go satisfies: ${describeConstraint(wanted)}; on PATH: ${describeProbe(onPath)}; in the tool cache: ${inCache}; ` +
      `tried ${attempts}; change ${wanted.change}${yaml}, or go-download-base-url${hint}`,
  );
}

function versionsOf(entries: readonly { readonly version: string }[]): string[] {
  return entries.map(({ version }) => version);
}
