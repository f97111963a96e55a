/** Gets the Go that is wanted: from PATH, else from the tool cache, else as a verified download. */
import { ConfigError, Interrupted, toError } from "../errors.ts";
import type { Environment, Ports } from "../ports/types.ts";
import { download, readReleases, type Attempt, type DownloadBase, parseDownloadBase } from "./download-go.ts";
import { findWantedGo, type WantedRequest } from "./find-wanted-go.ts";
import { goEnvironment, probePath, probeRoot, type GoProgram, type Probe } from "./go-program.ts";
import type { GoRelease } from "./go-releases.ts";
import { accepts, pickVersion, semverToGo, type Wish } from "./go-version.ts";
import type { WantedGo } from "./wanted-go.ts";

export type InstallRequest = WantedRequest & {
  /** Where the list of releases and the archives are; null: go.dev. */
  readonly goDownloadBaseUrl: string | null;
};

export type Toolchain = {
  /** Go's own spelling: "1.26.8", "1.27rc1". */
  readonly version: string;
  /** GOROOT */
  readonly root: string;
  /** Path of the go program. */
  readonly go: string;
  readonly source: "path" | "tool-cache" | "download";
  /** One sentence: which Go, from where, and who asked for what. */
  readonly why: string;
  /** Of the archive that was downloaded and verified in this run, else null. */
  readonly sha256: string | null;
  /** For everything that runs this Go. */
  readonly env: Environment;
};

type Cached = { readonly version: string; readonly root: string };

/** What the search has seen so far; the message of a search in vain is made from it. */
type Search = {
  readonly request: InstallRequest;
  readonly ports: Ports;
  readonly base: DownloadBase;
  readonly wanted: WantedGo;
  readonly onPath: Probe;
  cached: readonly Cached[];
  readonly attempts: Attempt[];
};

/**
 * Finds or installs a Go that satisfies the inputs or, without any, the project's own version files. A Go that is
 * there already costs no request; only `stable` and `oldstable` need the list of releases to know what they mean.
 *
 * Throws ConfigError when an input cannot be read, when nothing satisfies, and when a download is not what it should be.
 */
export async function install(request: InstallRequest, ports: Ports): Promise<Toolchain> {
  const base = parseDownloadBase(request.goDownloadBaseUrl);
  const wanted = await findWantedGo(request, ports);
  const onPath = await probePath(request.workingDirectory, ports);
  if (onPath.kind === "broken") ports.log.warning(`${onPath.go} on PATH cannot be used: ${onPath.why}`);
  const search: Search = { request, ports, base, wanted, onPath, cached: [], attempts: [] };
  const toolchain = await findToolchain(search);
  ports.log.info(toolchain.why);
  return toolchain;
}

async function findToolchain(search: Search): Promise<Toolchain> {
  const { wanted, onPath, ports } = search;
  const direct = fromPath(onPath, wanted.wish, search);
  if (direct !== undefined) return direct;
  search.cached = await listCached(ports);
  if (wanted.wish.kind !== "alias") return (await fromToolCache(wanted.wish, search)) ?? (await fromDownload(search));
  const releases = await listReleases(search);
  const version = pickVersion(wanted.wish, versionsOf(releases));
  if (version === undefined) throw nothingSatisfies(search);
  const settled: Search = { ...search, wanted: settleAlias(wanted, version) };
  return (
    fromPath(onPath, settled.wanted.wish, settled) ??
    (await fromToolCache(settled.wanted.wish, settled)) ??
    (await fromDownload(settled, releases))
  );
}

/** "stable" turned into the version that it means today. */
function settleAlias(wanted: WantedGo, version: string): WantedGo {
  const asks = `${wanted.asks}, which is ${semverToGo(version)}`;
  return { ...wanted, wish: { kind: "range", range: version }, asks };
}

function fromPath(probe: Probe, wish: Wish, search: Search): Toolchain | undefined {
  if (probe.kind !== "go" || !accepts(wish, probe.program.version)) return undefined;
  return toToolchain(search, probe.program, { source: "path", words: "from PATH", sha256: null });
}

/** The best of the tool cache that runs and is what its folder says. */
async function fromToolCache(wish: Wish, search: Search): Promise<Toolchain | undefined> {
  const { ports, request } = search;
  let left = search.cached;
  for (;;) {
    const version = pickVersion(wish, versionsOf(left));
    const entry = left.find((candidate) => candidate.version === version);
    if (entry === undefined) return undefined;
    const probe = await probeRoot(entry.root, request.workingDirectory, ports);
    if (probe.kind === "go" && probe.program.version === entry.version) {
      return toToolchain(search, probe.program, { source: "tool-cache", words: "from the tool cache", sha256: null });
    }
    const why = probe.kind === "go" ? `it is Go ${semverToGo(probe.program.version)}` : describeProbe(probe);
    ports.log.warning(`Go ${semverToGo(entry.version)} in the tool cache cannot be used: ${why}`);
    left = left.filter((candidate) => candidate !== entry);
  }
}

async function fromDownload(search: Search, known?: readonly GoRelease[]): Promise<Toolchain> {
  const { ports, request, wanted, base } = search;
  const releases = known ?? (await listReleases(search));
  const version = pickVersion(wanted.wish.kind === "any" ? stable : wanted.wish, versionsOf(releases));
  const release = releases.find((candidate) => candidate.version === version);
  if (release === undefined) {
    const { os, arch } = ports.host;
    search.attempts.push({ url: base.index, why: `lists no archive with a sha256 for ${os}/${arch} that satisfies` });
    throw nothingSatisfies(search);
  }
  const result = await download(release, base, ports);
  if (result.kind === "failed") {
    search.attempts.push(result.attempt);
    throw nothingSatisfies(search);
  }
  const probe = await probeRoot(result.root, request.workingDirectory, ports);
  if (probe.kind === "go" && probe.program.version === release.version) {
    const words = `downloaded from ${result.url} (sha256 verified)`;
    return toToolchain(search, probe.program, { source: "download", words, sha256: release.sha256 });
  }
  await ports.files.remove(result.root);
  const why = probe.kind === "go" ? `is Go ${semverToGo(probe.program.version)}` : describeProbe(probe);
  throw new ConfigError(`${result.url} should be Go ${semverToGo(release.version)} but ${why}`);
}

const stable: Wish = { kind: "alias", alias: "stable" };

/** The list of releases, or the end of the search. */
async function listReleases(search: Search): Promise<readonly GoRelease[]> {
  const result = await readReleases(search.base, search.ports);
  if (result.kind === "read") return result.releases;
  search.attempts.push(result.attempt);
  throw nothingSatisfies(search);
}

async function listCached(ports: Ports): Promise<readonly Cached[]> {
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
  return {
    version,
    root,
    go,
    source: origin.source,
    why: `Go ${version}, ${origin.words}; ${describeWish(search.wanted)}`,
    sha256: origin.sha256,
    env: goEnvironment(root, search.ports),
  };
}

function describeWish(wanted: WantedGo): string {
  return wanted.from === null ? "nothing asks for a certain version" : `${wanted.from} asks for ${wanted.asks}`;
}

function describeProbe(probe: Probe): string {
  switch (probe.kind) {
    case "absent":
      return "no go";
    case "broken":
      return `a go that does not work (${probe.why})`;
    case "go":
      return `Go ${semverToGo(probe.program.version)}`;
  }
}

/** What was wanted, what was found, what was tried, what to change. */
function nothingSatisfies(search: Search): ConfigError {
  const { wanted, onPath, cached, attempts } = search;
  const inCache = cached.length === 0 ? "no Go" : `Go ${versionsOf(cached).map(semverToGo).join(", ")}`;
  const tried = attempts.map(({ url, why }) => `${url}: ${why}`).join("; ");
  // YAML reads an unquoted 1.20 as the number 1.2.
  const yaml = /^1\.[1-9]$/.test(wanted.asks) ? ` (write it in quotes: in YAML 1.20 is the number 1.2)` : "";
  return new ConfigError(
    `no Go satisfies: ${describeWish(wanted)}; on PATH: ${describeProbe(onPath)}; in the tool cache: ${inCache}; ` +
      `tried ${tried}; change ${wanted.change}${yaml}, or go-download-base-url`,
  );
}

function versionsOf(entries: readonly { readonly version: string }[]): string[] {
  return entries.map(({ version }) => version);
}
