import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_semver } from "./semver.js";
import { n as Interrupted, o as RequestFailed, s as toError, t as ConfigError } from "./errors.js";
import "./goflags.js";
import { n as isShortage } from "./trouble.js";
import { a as needsGlibc, c as pickVersion, d as semverToGo, i as goToSemver, l as quote, n as describeRule, o as newerPatch, r as exactVersion, s as parseGoVersionOutput, t as findWantedGo, u as satisfies } from "./find-wanted-go.js";
import { t as retry } from "./retry.js";
import { D as toLowerCase, E as string, S as regex, a as literal, j as unknown, m as object, t as array, v as pipe, w as safeParse } from "./dist3.js";
import path from "node:path";

// src/install/go-program.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** Asks a go program what it is, and sets up the environment in which our children find it. */
/** The Go that PATH finds. Never throws for a Go that does not work: that is `broken`. Throws where no program could be started. */
async function probePath(workingDirectory, ports) {
	const go = await ports.files.which("go", ports.env);
	return go === void 0 ? { kind: "absent" } : probeGo(go, workingDirectory, ports);
}
/** The Go below a root, such as one in the tool cache. */
async function probeRoot(root, workingDirectory, ports) {
	return probeGo(goBelow(root, ports.host.os), workingDirectory, ports);
}
/**
* The environment for everything that runs this Go: no GOROOT (an inherited one belongs to another Go), GOTOOLCHAIN=local
* (no toolchain is fetched behind our back) and `<root>/bin` first on PATH.
*/
function goEnvironment(root, ports) {
	const isPath = (name) => name === "PATH" || ports.host.os === "windows" && /^path$/i.test(name);
	const inherited = Object.entries(ports.env).find(([name]) => isPath(name))?.[1] ?? "";
	const rest = Object.entries(cleanEnvironment(ports.env)).filter(([name]) => !isPath(name));
	const bin = path.join(root, "bin");
	return {
		...Object.fromEntries(rest),
		PATH: inherited === "" ? bin : `${bin}${path.delimiter}${inherited}`
	};
}
function cleanEnvironment(env) {
	const rest = Object.entries(env).filter(([name]) => name !== "GOROOT");
	return {
		...Object.fromEntries(rest),
		GOTOOLCHAIN: "local"
	};
}
async function probeGo(go, workingDirectory, ports) {
	const broken = (why) => ({
		kind: "broken",
		go,
		why
	});
	const env = cleanEnvironment(ports.env);
	const ask = (variables) => ports.work(go, [
		"env",
		"-json",
		"GOVERSION",
		"GOROOT"
	], {
		cwd: workingDirectory,
		env: variables
	});
	try {
		const result = await ask({
			...env,
			GOFLAGS: " "
		});
		if (result.exitCode !== 0) {
			if ((result.signal === null ? await ask(withoutGoVariables(env)) : result).exitCode === 0) throw new ConfigError(describeVariables(env, result.stderr.trim()));
			return broken(`go env ended with ${result.signal === null ? `exit code ${String(result.exitCode)}` : `signal ${result.signal}`}: ${quote(result.stderr.trim())}`);
		}
		const { GOVERSION: output, GOROOT: root } = JSON.parse(result.stdout);
		const version = typeof output === "string" ? parseGoVersionOutput(output) : void 0;
		if (version === void 0 || typeof root !== "string" || root === "") return broken(`go env reports no version and root: ${quote(result.stdout.trim())}`);
		const own = goBelow(root, ports.host.os);
		return {
			kind: "go",
			program: {
				version,
				root,
				go: await ports.files.size(own) === void 0 ? go : own
			}
		};
	} catch (thrown) {
		const error = toError(thrown);
		if (error instanceof Interrupted || error instanceof ConfigError || isShortage(error)) throw error;
		return broken(error.message);
	}
}
/** Nothing that the go command reads, what `go env -w` wrote included. */
function withoutGoVariables(env) {
	const rest = Object.entries(env).filter(([name]) => !name.startsWith("GO"));
	return {
		...Object.fromEntries(rest),
		GOENV: "off",
		GOTOOLCHAIN: "local"
	};
}
/** A go that works is refused by its variables: those that it names, as they are set, and its own words. */
function describeVariables(env, message) {
	const set = Object.keys(env).filter((name) => name.startsWith("GO") && message.includes(name)).map((name) => `${name}=${env[name] ?? ""}`).join(" ");
	return `the go command refuses its environment${set === "" ? "" : ` (${set})`}: ${message}; correct the variable, or what go env -w wrote`;
}
function goBelow(root, os) {
	return path.join(root, "bin", os === "windows" ? "go.exe" : "go");
}

// src/install/download-go.ts
/** One Go release from the network into the tool cache: verified before it is unpacked, and tried before it can be found. */
/**
* Takes the archive from the first source that has the promised bytes; undefined when none has, and then `sources.attempts` says
* why. Throws ConfigError when the promised bytes are another Go than they should be, and Error when they cannot be unpacked.
*/
function download(release, options, ports) {
	const { toolCache, log } = ports;
	return toolCache.withScratch("go", async (scratch) => {
		const archive = path.join(scratch, release.filename);
		const url = await fetchArchive(release, archive, {
			sources: options.sources,
			ports
		});
		if (url === void 0) return void 0;
		log.info(`sha256 ${release.sha256} is as ${release.sha256Source} promises; unpacking`);
		const folder = await unpack(archive, url, ports);
		await verifyUnpacked(release, {
			folder,
			url,
			workingDirectory: options.workingDirectory
		}, ports);
		const tool = {
			name: "go",
			version: release.version,
			replace: options.replace
		};
		return {
			root: await toolCache.publish(folder, tool),
			url
		};
	});
}
/** The URL that gave the promised bytes. Fails closed: any other bytes are an attempt in vain. */
async function fetchArchive(release, archive, { sources, ports }) {
	const { network, log, files } = ports;
	for (const base of sources.bases) {
		const url = `${base.url}/${release.filename}`;
		log.info(`downloading Go ${semverToGo(release.version)} from ${url}`);
		const why = await tryArchive(url, archive, {
			sha256: release.sha256,
			source: release.sha256Source,
			network
		});
		if (why === void 0) return url;
		await files.remove(archive);
		log.info(`${url}: ${why}`);
		sources.attempts.push({
			url,
			why
		});
	}
}
/** Why a URL did not give the promised bytes, or undefined when it did. */
async function tryArchive(url, archive, { sha256, source, network }) {
	try {
		const actual = await retry(() => network.file(url, archive), network);
		return actual === sha256 ? void 0 : `not the archive that ${source} promises: sha256 is ${actual}, promised was ${sha256}; nothing was unpacked`;
	} catch (thrown) {
		if (!(thrown instanceof RequestFailed)) throw thrown;
		return thrown.message;
	}
}
async function unpack(archive, url, { toolCache }) {
	try {
		return await toolCache.unpack(archive, path.join(path.dirname(archive), "unpacked"));
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		throw new Error(`${url} cannot be unpacked: ${toError(thrown).message}`, { cause: thrown });
	}
}
/** What was unpacked says the right version in its VERSION file, and when it is started. */
async function verifyUnpacked({ version }, from, ports) {
	const content = (await ports.files.readText(path.join(from.folder, "VERSION")))?.split("\n")[0]?.trim();
	const probe = await probeRoot(from.folder, from.workingDirectory, ports);
	const runs = probe.kind === "go" && probe.program.version === version;
	if (runs && content === `go${semverToGo(version)}`) return;
	const mismatch = `its VERSION file ${content === void 0 ? "is missing" : `says ${quote(content)}`}`;
	throw new ConfigError(`${from.url} should be Go ${semverToGo(version)}, but ${runs ? mismatch : `it contains ${describeProbe(probe)}`}`);
}
/** What was found, as words. */
function describeProbe(probe) {
	switch (probe.kind) {
		case "absent": return "no go";
		case "broken": return `a go that does not work (${probe.why})`;
		case "go": return `Go ${semverToGo(probe.program.version)}`;
	}
}

// src/install/go-releases.ts
/** The list of Go releases that go.dev/dl and its mirrors serve. It comes over the network: hostile until checked here. */
const Release = object({
	version: string(),
	files: array(unknown())
});
/**
* The releases in a document shaped as `https://go.dev/dl/?mode=json` (golang.org/x/website/internal/dl) that have a
* .tar.gz or .zip archive with a sha256 for os and arch, in Go's names. Left out are releases without a sha256 (very old
* ones) and names that are no version. Throws an Error that says which element is not shaped as it must be.
*/
function parseGoReleases(document, host) {
	if (!Array.isArray(document)) throw new Error("the list of Go releases is not a JSON array");
	const releases = [];
	for (const [index, element] of document.entries()) {
		const parsed = safeParse(Release, element);
		if (!parsed.success) throw new Error(`element ${index} of the list of Go releases has no version or no files`);
		const { version: name, files } = parsed.output;
		const version = goToSemver(name);
		if (version === void 0) continue;
		const archive = files.map((file) => parseArchive(file, host)).find((file) => file !== void 0);
		if (archive !== void 0) releases.push({
			version,
			...archive
		});
	}
	return releases;
}
/** An archive whose name is a plain file name, with its digest. */
const Archive = object({
	kind: literal("archive"),
	os: string(),
	arch: string(),
	filename: pipe(string(), regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*\.(?:tar\.gz|zip)$/)),
	sha256: pipe(string(), regex(/^[0-9a-f]{64}$/i), toLowerCase())
});
function parseArchive(file, host) {
	const parsed = safeParse(Archive, file);
	if (!parsed.success) return void 0;
	const { os, arch, filename, sha256 } = parsed.output;
	const isArch = arch === host.arch || host.arch === "arm" && arch === "armv6l";
	return os === host.os && isArch ? {
		filename,
		sha256
	} : void 0;
}

// src/install/sources.ts
/** Where Go comes from over the network, and the hash that it must have: what the inputs say, checked. */
const defaultBase = "https://go.dev/dl";
/** The `go-download-base-url` input: URLs in the order in which they are tried; null or blank: go.dev. Throws ConfigError. */
function parseDownloadBases(input) {
	const words = [...new Set((input ?? "").split(/\s+/).filter((word) => word !== ""))];
	return (words.length === 0 ? [defaultBase] : words).map(parseDownloadBase);
}
/** Nobody has named a mirror. */
function areDefault(bases) {
	return bases.every(({ url }) => url === defaultBase);
}
function parseDownloadBase(text) {
	const allowed = "allowed: http or https URLs without user, query and fragment, separated by spaces or lines";
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !["http:", "https:"].includes(url.protocol)) throw new ConfigError(`go-download-base-url: ${quote(text)}; ${allowed}`);
	if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new ConfigError(`go-download-base-url: the URL for ${url.host} has a user, query or fragment; ${allowed}`);
	const base = url.href.replace(/\/+$/, "");
	return {
		url: base,
		index: `${base}/?mode=json&include=all`
	};
}
/** The `go-sha256` input in lower case; null when it is not given. Throws ConfigError. */
function parseGoSha256(input) {
	const text = input?.trim().toLowerCase() ?? "";
	if (text === "") return null;
	if (/^[0-9a-f]{64}$/.test(text)) return text;
	throw new ConfigError(`go-sha256: ${quote(text)} is not a SHA-256; allowed: 64 hex digits`);
}
/**
* The first of the promises, when all say the same; a table of known hashes would be one more of them. Throws ConfigError when two
* disagree: one of them is wrong, and nobody here can tell which.
*/
function agreedChecksum(filename, checksums) {
	const [first, ...others] = checksums;
	for (const { sha256, source } of others) {
		if (sha256 === first.sha256) continue;
		throw new ConfigError(`${first.source} says that the sha256 of ${filename} is ${first.sha256}, and ${source} says ${sha256}; nothing was downloaded; change go-sha256, go-version or go-download-base-url`);
	}
	return first;
}

// src/install/find-release.ts
/** From a version constraint to one archive and the hash that it must have. */
/**
* The best release of the first source whose list has one that satisfies. A source without a list does for an exact version with
* `go-sha256`. Undefined when there is none; `sources.attempts` says why.
*/
async function findRelease(constraint, sources, ports) {
	const { os, arch } = ports.host;
	for (const base of sources.bases) {
		const releases = await readList(base, sources, ports);
		if (releases === null) continue;
		const version = pickVersion(constraint, releases.map((release) => release.version));
		const release = releases.find((candidate) => candidate.version === version);
		if (release !== void 0) return withChecksum(release, base, sources);
		sources.attempts.push({
			url: base.index,
			why: `lists no archive with a sha256 for ${os}/${arch} that satisfies`
		});
	}
	const version = exactVersion(constraint);
	if (version === void 0 || sources.sha256 === null) return void 0;
	return {
		version,
		filename: archiveName(version, ports),
		sha256: sources.sha256,
		sha256Source: "go-sha256"
	};
}
function withChecksum(release, base, sources) {
	const listed = {
		sha256: release.sha256,
		source: base.index
	};
	if (sources.sha256 === null) return {
		...release,
		sha256Source: listed.source
	};
	const { sha256, source } = agreedChecksum(release.filename, [{
		sha256: sources.sha256,
		source: "go-sha256"
	}, listed]);
	return {
		...release,
		sha256,
		sha256Source: source
	};
}
async function readList(base, sources, ports) {
	const known = sources.lists.get(base);
	if (known !== void 0) return known;
	const releases = await requestList(base, sources, ports);
	sources.lists.set(base, releases);
	return releases;
}
async function requestList({ index }, sources, { network, host }) {
	try {
		return parseGoReleases(await retry(() => network.json(index), network), host);
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		sources.attempts.push({
			url: index,
			why: toError(thrown).message
		});
		return null;
	}
}
/** As go.dev names its archives since Go 1.2.2. */
function archiveName(version, { host }) {
	const arch = host.arch === "arm" ? "armv6l" : host.arch;
	return `go${semverToGo(version)}.${host.os}-${arch}.${host.os === "windows" ? "zip" : "tar.gz"}`;
}

// src/install/module-proxy.ts
/** Go through the module proxy: a go command that is there already fetches another one and verifies it (go.dev/doc/toolchain, Go 1.21 and newer). */
/** The first go command that can run another one. */
const oldestFetcher = "1.21.0";
/** A list that takes longer than this is not worth the wait: the archives are asked for instead. In ms. */
const listTimeoutMs = 6e4;
/** Whether this go command can fetch another one. */
function canFetch({ version }) {
	return import_semver.default.gte(version, oldestFetcher);
}
/** `GOTOOLCHAIN=path` and `…+path` look for other Gos on PATH and nowhere else. `local` concerns version lines: setup-go sets it in every job. */
function allowsFetching({ GOTOOLCHAIN = "" }) {
	return !/(?:^|\+)path$/.test(GOTOOLCHAIN.trim());
}
/** The versions (semver) that earlier fetches have left in the module cache, for this machine. */
async function listModuleCache(fetcher, ports) {
	const { os, arch } = ports.host;
	const result = await run(fetcher, { args: ["env", "GOMODCACHE"] }, ports);
	const folder = result.exitCode === 0 ? result.stdout.trim() : "";
	if (!path.isAbsolute(folder)) return [];
	const program = os === "windows" ? "go.exe" : "go";
	return (await ports.files.glob(`golang.org/toolchain@v0.0.1-go*.${os}-${arch}/bin/${program}`, folder)).flatMap((file) => versionIn(/@v0\.0\.1-go([^/\\]+)\.[^./\\]+[/\\]bin/.exec(file)?.[1]));
}
/** The versions (semver) that the module proxy has; a text that says why where it does not answer. */
async function listProxy(fetcher, ports) {
	const result = await run(fetcher, {
		args: [
			"list",
			"-m",
			"-versions",
			"go"
		],
		timeoutMs: listTimeoutMs
	}, ports);
	if (result.exitCode !== 0) return lastLine(result.stderr);
	return result.stdout.trim().split(/\s+/).slice(1).flatMap(versionIn);
}
/** Has the go command fetch a version (semver); its root, or a text that says why there is none. */
async function fetchToolchain(version, fetcher, ports) {
	const result = await run(fetcher, {
		args: ["env", "GOROOT"],
		env: { GOTOOLCHAIN: toolchainName(version) }
	}, ports);
	const root = result.stdout.trim();
	return result.exitCode === 0 && path.isAbsolute(root) ? { root } : lastLine(result.stderr);
}
/** `1.26.8` → `go1.26.8` */
function toolchainName(version) {
	return `go${semverToGo(version)}`;
}
function versionIn(text) {
	const version = text === void 0 ? void 0 : goToSemver(text);
	return version === void 0 ? [] : [version];
}
/** What the go command gives as the reason stands last, after lines about what it downloads. */
function lastLine(text) {
	return quote(text.trim().split("\n").findLast((line) => !line.startsWith("	")) ?? "no message");
}
async function run(fetcher, { args, env, ...limit }, ports) {
	const { GOROOT: _, ...inherited } = ports.env;
	return ports.work(fetcher.go, args, {
		cwd: fetcher.root,
		env: {
			...inherited,
			GOTOOLCHAIN: "local",
			GOWORK: "off",
			GOFLAGS: " ",
			...env
		},
		...limit
	});
}

// src/install/install.ts
/** Gets the Go that is wanted: from PATH, else from the tool cache, else through the module proxy, else as a verified download. */
/**
* Finds or installs a Go that satisfies the inputs or, without any, the project's own version files. A Go that is
* there already costs no request; only `stable`, `oldstable` and `rc` need the list of releases to know what they mean.
*
* Throws ConfigError when an input cannot be read, when nothing satisfies, and when a download is not what it should be.
*/
async function install(request, ports) {
	const sources = {
		bases: parseDownloadBases(request.goDownloadBaseUrl),
		sha256: parseGoSha256(request.goSha256),
		lists: /* @__PURE__ */ new Map(),
		attempts: []
	};
	const wanted = await findWantedGo(request, ports);
	const onPath = await probePath(request.workingDirectory, ports);
	if (onPath.kind === "broken") ports.log.warning(`${onPath.go} on PATH cannot be used: ${onPath.why}`);
	const search = {
		request,
		ports,
		sources,
		wanted,
		onPath,
		cached: void 0,
		broken: /* @__PURE__ */ new Set()
	};
	for (const constraint of [wanted.constraint, ...wanted.fallbacks]) {
		const toolchain = await findToolchain(constraint, search);
		if (toolchain === void 0) continue;
		ports.log.info(toolchain.why);
		return toolchain;
	}
	throw nothingSatisfies(search);
}
async function findToolchain(constraint, search) {
	const host = fromPath(constraint, search);
	if (host !== void 0) return host;
	search.cached ??= await listCached(search.ports);
	const cached = await fromToolCache(constraint, search);
	if (cached !== void 0) return cached;
	const proxied = await fromModuleProxy(constraint, search);
	if (proxied !== void 0) return proxied;
	const release = await findRelease(constraint, search.sources, search.ports);
	if (release === void 0 || constraint.kind !== "alias") return release && fromDownload(release, constraint, search);
	const { settled, known } = settle(release.version, search);
	return fromPath(settled, known) ?? await fromToolCache(settled, known) ?? fromDownload(release, settled, known);
}
/** "stable" is from here on the version that it means today. */
function settle(version, search) {
	const requirement = `${search.wanted.requirement}, which is ${semverToGo(version)}`;
	const known = {
		...search,
		wanted: {
			...search.wanted,
			requirement
		}
	};
	return {
		settled: {
			kind: "range",
			range: version
		},
		known
	};
}
/**
* A Go that is at hand fetches the wanted one. Not where the caller has named a mirror or a hash: those are for archives. What it
* fetched before costs no request.
*/
async function fromModuleProxy(constraint, search) {
	const { ports, sources } = search;
	const fetcher = sources.sha256 !== null || !areDefault(sources.bases) || !allowsFetching(ports.env) ? void 0 : await findFetcher(search);
	const offer = fetcher && await findOffer(constraint, fetcher, search);
	if (offer === void 0) return void 0;
	if (constraint.kind !== "alias") return fetchThrough(offer, constraint, search);
	const { settled, known } = settle(offer.version, search);
	return fromPath(settled, known) ?? await fromToolCache(settled, known) ?? fetchThrough(offer, settled, known);
}
/** The version that satisfies: of those in the module cache, else of those that the module proxy lists. */
async function findOffer(constraint, fetcher, { ports, sources }) {
	const kept = constraint.kind === "alias" ? void 0 : pickVersion(constraint, await listModuleCache(fetcher, ports));
	if (kept !== void 0) return {
		fetcher,
		version: kept,
		isKept: true
	};
	const listed = await listProxy(fetcher, ports);
	if (typeof listed === "string") sources.attempts.push({
		url: "go list -m -versions go",
		why: listed
	});
	const version = (typeof listed === "string" ? void 0 : pickVersion(constraint, listed)) ?? exactVersion(constraint);
	if (version === void 0 && typeof listed !== "string") sources.attempts.push({
		url: "go list -m -versions go",
		why: "lists no version that satisfies"
	});
	if (version === void 0 || needsGlibc(version) && await hasOnlyMusl(ports)) return void 0;
	return {
		fetcher,
		version,
		isKept: false
	};
}
async function fetchThrough({ fetcher, version, isKept }, constraint, search) {
	const { ports, sources, request } = search;
	const name = toolchainName(version);
	if (!isKept) ports.log.info(`fetching ${name} through the module proxy`);
	const fetched = await fetchToolchain(version, fetcher, ports);
	const attempt = `GOTOOLCHAIN=${name} go env`;
	if (typeof fetched === "string") {
		sources.attempts.push({
			url: attempt,
			why: fetched
		});
		return;
	}
	const probe = await probeRoot(fetched.root, request.workingDirectory, ports);
	if (probe.kind !== "go" || probe.program.version !== version) {
		sources.attempts.push({
			url: attempt,
			why: `${fetched.root} is ${describeProbe(probe)}`
		});
		return;
	}
	const from = isKept ? "from the module cache" : "through the module proxy (verified by the go command)";
	const words = `${describeRule(constraint, version)}${from}`;
	return toToolchain(search, probe.program, {
		source: "toolchain",
		words,
		sha256: null
	});
}
/** The Go on PATH, else the newest of the tool cache that works, where it can fetch others. */
async function findFetcher({ onPath, cached = [], ports, request }) {
	if (onPath.kind === "go" && canFetch(onPath.program)) return onPath.program;
	for (const { root } of cached.toSorted((a, b) => import_semver.default.rcompare(a.version, b.version))) {
		const probe = await probeRoot(root, request.workingDirectory, ports);
		if (probe.kind === "go" && canFetch(probe.program)) return probe.program;
	}
}
function fromPath(constraint, search) {
	const { onPath } = search;
	if (onPath.kind !== "go" || !satisfies(constraint, onPath.program.version)) return void 0;
	return toToolchain(search, onPath.program, {
		source: "path",
		words: "from PATH",
		sha256: null
	});
}
/** The best of the tool cache that runs and is what its folder says. */
async function fromToolCache(constraint, search) {
	const { ports, request, broken } = search;
	if (constraint.kind === "alias") return void 0;
	for (;;) {
		const usable = (search.cached ?? []).filter(({ version }) => !broken.has(version));
		const version = pickVersion(constraint, versionsOf(usable));
		const entry = usable.find((candidate) => candidate.version === version);
		if (entry === void 0) return void 0;
		const probe = await probeRoot(entry.root, request.workingDirectory, ports);
		if (probe.kind === "go" && probe.program.version === entry.version) {
			const words = `${describeRule(constraint, entry.version)}from the tool cache`;
			return toToolchain(search, probe.program, {
				source: "tool-cache",
				words,
				sha256: null
			});
		}
		const why = probe.kind === "go" ? `it is ${describeProbe(probe)}` : describeProbe(probe);
		ports.log.warning(`Go ${semverToGo(entry.version)} in the tool cache cannot be used: ${why}`);
		broken.add(entry.version);
	}
}
async function fromDownload(release, constraint, search) {
	const { ports, sources, broken, request } = search;
	const { workingDirectory } = request;
	if (needsGlibc(release.version) && await hasOnlyMusl(ports)) throw new ConfigError(`Go ${semverToGo(release.version)} needs glibc, and this machine has only musl; Go 1.21 and newer run on both; ${describeConstraint(search.wanted)}; change ${search.wanted.change}`);
	const options = {
		sources,
		workingDirectory,
		replace: broken.has(release.version)
	};
	const result = await download(release, options, ports);
	if (result === void 0) return void 0;
	const probe = await probeRoot(result.root, workingDirectory, ports);
	if (probe.kind !== "go" || probe.program.version !== release.version) throw new Error(`${result.root} should be Go ${semverToGo(release.version)}, but is ${describeProbe(probe)}`);
	const words = `${describeRule(constraint, release.version)}downloaded from ${result.url} (sha256 verified)`;
	return toToolchain(search, probe.program, {
		source: "download",
		words,
		sha256: release.sha256
	});
}
/** Alpine and the like. Where glibc's loader stands beside musl's (gcompat, or musl-tools on Debian), programs for it may run. */
async function hasOnlyMusl({ files, host }) {
	if (host.os !== "linux") return false;
	const [musl = [], ...glibc] = await Promise.all([
		"lib/ld-musl-*.so.1",
		"lib*/ld-linux*.so.*",
		"lib*/ld64.so.*"
	].map((glob) => files.glob(glob, "/")));
	return musl.length > 0 && glibc.flat().length === 0;
}
async function listCached(ports) {
	try {
		return await ports.toolCache.findAll("go");
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		ports.log.warning(`the tool cache cannot be read: ${toError(thrown).message}`);
		return [];
	}
}
function toToolchain(search, program, origin) {
	const version = semverToGo(program.version);
	const { root, go } = program;
	const newer = newerPatch(program.version, versionsOf([...search.sources.lists.values()].flatMap((list) => list ?? [])));
	const notice = newer === void 0 ? "" : `; ${semverToGo(newer)} is the newest patch of its line`;
	return {
		version,
		root,
		go,
		source: origin.source,
		why: `Go ${version}, ${origin.words}; ${describeConstraint(search.wanted)}${notice}`,
		sha256: origin.sha256,
		env: goEnvironment(program.root, search.ports)
	};
}
function describeConstraint(wanted) {
	return wanted.from === null ? "no version requested" : `${wanted.from} asks for ${wanted.requirement}`;
}
/** What was wanted, what was found, what was tried, what to change. */
function nothingSatisfies({ wanted, onPath, cached = [], sources }) {
	const inCache = cached.length === 0 ? "no Go" : `Go ${versionsOf(cached).map(semverToGo).join(", ")}`;
	const attempts = sources.attempts.map(({ url, why }) => `${url}: ${why}`).join("; ");
	const yaml = /^1\.[1-9]$/.test(wanted.requirement) ? ` (write it in quotes: in YAML 1.20 is the number 1.2)` : "";
	const hint = [...sources.lists.values()].every((list) => list === null) && sources.sha256 === null ? "; a mirror without a list of releases needs an exact go-version and go-sha256" : "";
	return new ConfigError(`no Go satisfies: ${describeConstraint(wanted)}; on PATH: ${describeProbe(onPath)}; in the tool cache: ${inCache}; tried ${attempts}; change ${wanted.change}${yaml}, or go-download-base-url${hint}`);
}
function versionsOf(entries) {
	return entries.map(({ version }) => version);
}

export { install };