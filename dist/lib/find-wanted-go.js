import { o as __toESM } from "./rolldown-runtime.js";
import { s as toError, t as ConfigError } from "./errors.js";
import { t as require_semver } from "./semver.js";
import path from "node:path";

// src/install/go-version.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** What an input or a version file may say; ends every message about one that says something else. */
const allowedVersions = "a version (1.27, 1.27.4, 1.27rc1), a range (\">=1.25 <1.27\", \"^1.25\"), \"stable\", \"oldstable\" or \"rc\"";
const goSpelling = /^(?:go|v)?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:(beta|rc)(\d{1,6}))?$/;
/** "1.27rc1", "go1.21", "v1.26.8" → "1.27.0-rc.1", "1.21.0", "1.26.8"; undefined for anything else. */
function goToSemver(text) {
	const match = goSpelling.exec(text);
	if (match === null) return void 0;
	const [, major, minor, patch = "0", kind, number] = match;
	const release = `${String(major)}.${String(minor)}.${patch}`;
	return import_semver.default.valid(kind === void 0 ? release : `${release}-${kind}.${String(number)}`) ?? void 0;
}
/** "1.27.0-rc.1" → "1.27rc1"; a version that Go has no spelling for is handed back as it is. */
function semverToGo(version) {
	const parsed = import_semver.default.parse(version);
	if (parsed === null) return version;
	const { major, minor, patch, prerelease } = parsed;
	const line = `${major}.${minor}`;
	const release = patch === 0 ? line : `${line}.${patch}`;
	if (prerelease.length === 0) return isBefore121(major, minor) ? release : `${line}.${patch}`;
	const [kind, number] = prerelease;
	if (prerelease.length === 1 && kind === 0) return `${line}-devel`;
	return prerelease.length === 2 ? `${release}${String(kind)}${String(number)}` : version;
}
/**
* What `go env GOVERSION` answers, as semver: "go1.26.8 X:boringcrypto" → "1.26.8". A development build
* ("go1.27-devel_abc", "devel go1.28-…") counts as its bare language version, as it does for Go itself: newer than all
* of 1.26, older than 1.27rc1. Undefined when the text names no Go version.
*/
function parseGoVersionOutput(output) {
	const match = /(?:^|\s)go(\d[0-9a-z.]*)(-\S*)?/.exec(output.trim());
	const version = match?.[1];
	if (version === void 0) return void 0;
	return output.trim().startsWith("devel") || (match?.[2] ?? "").startsWith("-devel") ? languageFloor(version) : goToSemver(version);
}
/**
* The lowest version that a `go` line accepts, as semver. From 1.21 on "1.27" names the language, which the release
* candidates of 1.27 have as well (go.dev/doc/toolchain#version); before, "1.20" was the release.
*/
function goLineFloor(text) {
	const version = goToSemver(text);
	if (version === void 0 || !/^\d+\.\d+$/.test(text)) return version;
	return isBefore121(import_semver.default.major(version), import_semver.default.minor(version)) ? version : languageFloor(text);
}
/** Reads what a person wrote after `go-version:` or in a version file. Throws ConfigError that starts with `where`. */
function parseConstraint(text, where) {
	const trimmed = text.trim();
	if (trimmed === "stable" || trimmed === "oldstable" || trimmed === "rc") return {
		kind: "alias",
		alias: trimmed
	};
	const range = parseRange(trimmed);
	if (range === void 0) throw new ConfigError(`${where}: ${quote(trimmed)} is not a Go version; allowed: ${allowedVersions}`);
	return {
		kind: "range",
		range
	};
}
/** Whether a Go that is there already will do. An alias accepts nothing until a list of releases has settled it. */
function satisfies(constraint, version) {
	switch (constraint.kind) {
		case "any": return true;
		case "alias": return false;
		case "range": return import_semver.default.satisfies(version, constraint.range);
		case "line": return import_semver.default.gte(version, constraint.floor) && (constraint.orNewer || isSameLine(version, constraint.floor));
	}
}
/** The best of `versions` for a constraint: the newest that satisfies it, of its own line if it has one. */
function pickVersion(constraint, versions) {
	const stable = versions.filter((version) => import_semver.default.prerelease(version) === null);
	switch (constraint.kind) {
		case "any": return newest(stable);
		case "alias": return pickAlias(constraint.alias, versions, stable);
		case "range": return import_semver.default.maxSatisfying(versions, constraint.range) ?? void 0;
		case "line": {
			const strict = {
				...constraint,
				orNewer: false
			};
			const inLine = (version) => satisfies(strict, version);
			return newest(stable.filter(inLine)) ?? newest(versions.filter(inLine)) ?? (constraint.orNewer ? newest(stable.filter((version) => satisfies(constraint, version))) : void 0);
		}
	}
}
function pickAlias(alias, versions, stable) {
	switch (alias) {
		case "stable": return newest(stable);
		case "oldstable": return newestBeforeLine(stable, newest(stable));
		case "rc": return newest(versions.filter((version) => stable.includes(version) || import_semver.default.prerelease(version)?.[0] === "rc"));
	}
}
/** The only version that satisfies a constraint, or undefined when it accepts several. */
function exactVersion(constraint) {
	return constraint.kind === "range" ? import_semver.default.valid(constraint.range) ?? void 0 : void 0;
}
/** By which rule pickVersion() took `version`, as words that follow "Go 1.26.8, "; empty when there was no choice. */
function describeRule(constraint, version) {
	if (exactVersion(constraint) !== void 0) return "";
	if (constraint.kind === "range") return "the newest that satisfies, ";
	return constraint.kind === "line" && isSameLine(version, constraint.floor) ? "the newest patch of its line, " : "the newest release, ";
}
/** The newest patch of the same line, when that is newer. */
function newerPatch(version, versions) {
	const best = newest(versions.filter((other) => import_semver.default.prerelease(other) === null && isSameLine(other, version)));
	return best !== void 0 && import_semver.default.gt(best, version) ? best : void 0;
}
/** Whether Go's own archives of this version need glibc: before 1.21 the go command was linked with the C library. */
function needsGlibc(version) {
	return isBefore121(import_semver.default.major(version), import_semver.default.minor(version));
}
/** Someone else's text inside a message: quoted, control characters escaped, capped. */
function quote(text) {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
function isBefore121(major, minor) {
	return major < 1 || major === 1 && minor < 21;
}
/** "1.28" and "1.28.3" → "1.28.0-0", which is before every release candidate of the line. */
function languageFloor(text) {
	const version = goToSemver(text);
	return version === void 0 ? void 0 : `${import_semver.default.major(version)}.${import_semver.default.minor(version)}.0-0`;
}
function isSameLine(left, right) {
	return import_semver.default.major(left) === import_semver.default.major(right) && import_semver.default.minor(left) === import_semver.default.minor(right);
}
function newest(versions) {
	return import_semver.default.maxSatisfying(versions, "*", { includePrerelease: true }) ?? void 0;
}
function newestBeforeLine(versions, version) {
	if (version === void 0) return void 0;
	return newest(versions.filter((other) => import_semver.default.lt(other, version) && !isSameLine(other, version)));
}
/** A version or range in Go's or npm's spelling as a semver range, or undefined. */
function parseRange(text) {
	if (text === "" || text.length > 200) return void 0;
	if (/(?<![\d.])\d+(?:\.(?:\d+|[xX*]))?-/.test(text)) return void 0;
	const npmSpelling = text.replaceAll(/(?<![\w.])(?:go|v)(?=\d)/g, "").replaceAll(/(?<![\w.])\d+\.\d+(?:\.\d+)?(?:beta|rc)\d+(?![\w.])/g, (version) => goToSemver(version) ?? version);
	return import_semver.default.validRange(npmSpelling) ?? void 0;
}

// src/install/version-files.ts
/**
* The `go` and `toolchain` lines of a go.mod or go.work (go.dev/ref/mod#go-mod-file). Both directives stand alone on a
* line, never inside a ( block ): there, `go` can only be a module of that name.
*/
function parseModuleFile(text) {
	const found = {};
	let insideBlock = false;
	for (const [index, raw] of splitLines(text).entries()) {
		const line = raw.replace(/\/\/.*$/, "").trim();
		if (insideBlock) {
			insideBlock = !line.startsWith(")");
			continue;
		}
		insideBlock = line.endsWith("(");
		const [, directive, value] = /^(go|toolchain)\s+(.+)$/.exec(line) ?? [];
		if (value === void 0 || value === "default") continue;
		if (directive === "go") found.go ??= {
			value,
			line: index + 1
		};
		else found.toolchain ??= {
			value,
			line: index + 1
		};
	}
	return found;
}
/** The first line of a .go-version that says something; `#` starts a comment. */
function parseGoVersionFile(text) {
	for (const [index, raw] of splitLines(text).entries()) {
		const value = raw.replace(/#.*$/, "").trim();
		if (value !== "") return {
			value,
			line: index + 1
		};
	}
}
/**
* The `golang` (asdf) or `go` (mise) line of a .tool-versions. Several versions on it are a constraint and its fallbacks, in
* this order (asdf-vm.com/manage/configuration.html#tool-versions).
*/
function parseToolVersions(text) {
	for (const [index, raw] of splitLines(text).entries()) {
		const [tool, value, ...fallbacks] = raw.replace(/#.*$/, "").trim().split(/\s+/);
		if ((tool === "golang" || tool === "go") && value !== void 0) return {
			value,
			fallbacks,
			line: index + 1
		};
	}
}
function splitLines(text) {
	return text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}

// src/install/wanted-go.ts
/** From everything that can ask for a Go version to the one constraint that counts, and where it stands. */
/** Decides which constraint counts. Throws ConfigError that names the input or the file and line, its text, what is allowed. */
function resolveWantedGo(sources) {
	if (sources.goVersion !== null && sources.goVersion.trim() !== "") {
		const requirement = sources.goVersion.trim();
		return {
			constraint: parseConstraint(requirement, "go-version"),
			fallbacks: [],
			from: "go-version",
			requirement,
			change: "go-version"
		};
	}
	if (sources.goVersionFile !== null) return fromNamedFile(sources.goVersionFile);
	const { floor, mode, name } = parseGoToolchain(sources.goToolchain);
	const change = "GOTOOLCHAIN or go-version";
	if (floor !== void 0 && mode === void 0) return {
		constraint: {
			kind: "range",
			range: floor
		},
		fallbacks: [],
		from: "GOTOOLCHAIN",
		requirement: name,
		change
	};
	const wanted = fromFiles(sources.found, name !== "local" || mode !== void 0);
	if (floor === void 0 || wanted !== void 0 && !isBelow(wanted.constraint, floor)) return wanted ?? anyGo;
	return {
		constraint: {
			kind: "line",
			floor,
			orNewer: true
		},
		fallbacks: [],
		from: "GOTOOLCHAIN",
		requirement: `at least ${name}`,
		change
	};
}
const anyGo = {
	constraint: { kind: "any" },
	fallbacks: [],
	from: null,
	requirement: "any Go",
	change: "go-version"
};
/** "go1.26.8" means just that one, "go1.26.8+auto" at least that one; "local" that toolchain lines do not count. */
function parseGoToolchain(text) {
	const [name = "", mode] = text.trim().split("+");
	return {
		name,
		floor: toolchainFloor(name),
		mode
	};
}
function isBelow(constraint, floor) {
	return constraint.kind === "any" || constraint.kind === "line" && import_semver.default.lt(constraint.floor, floor);
}
function fromFiles(files, toolchainLineCounts) {
	for (const file of files) {
		const wanted = fromFoundFile(file, toolchainLineCounts);
		if (wanted !== void 0) return wanted;
	}
}
function fromNamedFile(file) {
	const change = `go-version-file or ${file.name}`;
	const wanted = isModuleFile(file) ? fromModule(file, {
		named: true,
		toolchainLineCounts: true
	}) : fromPlainFile(file, change);
	if (wanted !== void 0) return {
		...wanted,
		change
	};
	const line = isModuleFile(file) ? "go or toolchain line" : "line with a Go version";
	throw new ConfigError(`go-version-file: ${quote(file.name)} has no ${line}; allowed: ${allowedVersions}`);
}
/** Undefined when the file says nothing about Go and the search goes on. */
function fromFoundFile(file, toolchainLineCounts) {
	const change = `${file.name} or go-version`;
	if (!isModuleFile(file)) return fromPlainFile(file, change);
	const wanted = fromModule(file, {
		named: false,
		toolchainLineCounts
	});
	if (wanted !== void 0 || path.basename(file.name) === "go.work") return wanted;
	return {
		...anyGo,
		from: file.name,
		requirement: "any Go (it has no go line)",
		change
	};
}
/** The `go` line, or the `toolchain` line when that is newer, as the lowest Go that will do. */
function fromModule(file, rule) {
	const lines = parseModuleFile(file.text);
	const candidates = [lines.go && {
		noted: lines.go,
		floor: goLineFloor(lines.go.value)
	}, rule.toolchainLineCounts && lines.toolchain ? {
		noted: lines.toolchain,
		floor: toolchainFloor(lines.toolchain.value)
	} : void 0];
	let best;
	for (const line of candidates) {
		if (line === void 0) continue;
		const { noted, floor } = line;
		if (floor === void 0) {
			const where = `${file.name}:${noted.line}`;
			throw new ConfigError(`${where}: ${quote(noted.value)} is not a Go version; allowed: 1.27, 1.27.4, 1.27rc1 (toolchain line: go1.27.4)`);
		}
		if (best === void 0 || import_semver.default.gt(floor, best.floor)) best = {
			noted,
			floor
		};
	}
	if (best === void 0) return void 0;
	const version = best.noted.value.replace(/^go/, "");
	return {
		constraint: {
			kind: "line",
			floor: best.floor,
			orNewer: !rule.named
		},
		fallbacks: [],
		from: `${file.name}:${best.noted.line}`,
		requirement: rule.named ? `the newest patch of its line, at least ${version}` : `at least ${version}`,
		change: `${file.name} or go-version`
	};
}
/** "go1.26.8" and "go1.26.8-vendor" → "1.26.8" (go.dev/doc/toolchain#name); undefined for what is no toolchain name. */
function toolchainFloor(name) {
	return name.startsWith("go1.") ? goToSemver(name.replace(/-.*$/, "")) : void 0;
}
function fromPlainFile(file, change) {
	const noted = path.basename(file.name) === ".tool-versions" ? parseToolVersions(file.text) : parseGoVersionFile(file.text);
	if (noted === void 0) return void 0;
	const { value, fallbacks = [] } = noted;
	const from = `${file.name}:${noted.line}`;
	const parse = (text) => text === "system" ? { kind: "any" } : parseConstraint(text, from);
	const requirement = [value, ...fallbacks].join(", or else ");
	return {
		constraint: parse(value),
		fallbacks: fallbacks.map(parse),
		from,
		requirement,
		change
	};
}
function isModuleFile(file) {
	return [".mod", ".work"].includes(path.extname(file.name));
}

// src/install/find-wanted-go.ts
/** Reads the files that can ask for a Go version. The decision among them is wanted-go.ts. */
/** The Go that the inputs ask for, or else the files from the working directory upwards. Throws ConfigError. */
async function findWantedGo(request, ports) {
	const goVersion = blankToNull(request.goVersion);
	const named = blankToNull(request.goVersionFile);
	const noVersion = {
		goVersion: null,
		goVersionFile: null,
		found: [],
		goToolchain: ""
	};
	if (goVersion !== null) {
		if (named !== null) ports.log.warning(`go-version-file ${quote(named)} is not read: go-version takes precedence`);
		return resolveWantedGo({
			...noVersion,
			goVersion
		});
	}
	if (named !== null) {
		const goVersionFile = await readNamedFile(named, request.workingDirectory, ports);
		return resolveWantedGo({
			...noVersion,
			goVersionFile
		});
	}
	const goToolchain = ports.env.GOTOOLCHAIN ?? "";
	const found = [];
	for (const file of await candidates(request.workingDirectory, ports)) {
		const text = await readOrRefuse(file, file, ports.files);
		if (text === void 0) continue;
		found.push({
			name: path.relative(request.workingDirectory, file),
			text
		});
		const wanted = resolveWantedGo({
			...noVersion,
			found,
			goToolchain
		});
		if (wanted.from !== null && wanted.from !== "GOTOOLCHAIN") return wanted;
	}
	return resolveWantedGo({
		...noVersion,
		found,
		goToolchain
	});
}
/** setup-go reads the path from the workspace's root; people who paste it mean that, others the working directory. */
async function readNamedFile(name, workingDirectory, ports) {
	const workspace = ports.env.GITHUB_WORKSPACE ?? "";
	const bases = workspace === "" ? [workingDirectory] : [workspace, workingDirectory];
	for (const base of bases) {
		const text = await readOrRefuse(path.resolve(base, name), `go-version-file: ${quote(name)}`, ports.files);
		if (text !== void 0) return {
			name,
			text
		};
	}
	const places = [...new Set(bases)].join(" and ");
	throw new ConfigError(`go-version-file: ${quote(name)} does not exist below ${places}; allowed: the path of a go.mod, go.work, .go-version or .tool-versions`);
}
/** In order of precedence: the go.work that governs, then folder by folder upwards go.mod, .go-version, .tool-versions. */
async function candidates(workingDirectory, ports) {
	const folders = foldersUpwards(workingDirectory);
	const goWork = await governingGoWork(folders, ports);
	const names = [
		"go.mod",
		".go-version",
		".tool-versions"
	];
	const others = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
	return goWork === void 0 ? others : [goWork, ...others];
}
/** As the go command finds it (go.dev/ref/mod#workspaces): what GOWORK says, else the nearest upwards. */
async function governingGoWork(folders, ports) {
	const goWork = ports.env.GOWORK ?? "";
	if (goWork === "off") return void 0;
	if (goWork !== "" && goWork !== "auto") {
		if (path.isAbsolute(goWork) && await ports.files.size(goWork) !== void 0) return goWork;
		throw new ConfigError(`GOWORK: ${quote(goWork)} is not a file; allowed: "off", "auto" or the absolute path of a go.work`);
	}
	for (const folder of folders) {
		const file = path.join(folder, "go.work");
		if (await ports.files.size(file) !== void 0) return file;
	}
}
function foldersUpwards(start) {
	const folders = [path.resolve(start)];
	for (;;) {
		const last = folders[folders.length - 1] ?? start;
		const parent = path.dirname(last);
		if (parent === last) return folders;
		folders.push(parent);
	}
}
async function readOrRefuse(file, label, files) {
	try {
		return await files.readText(file);
	} catch (thrown) {
		throw new ConfigError(`${label} cannot be read: ${toError(thrown).message}`, { cause: thrown });
	}
}
function blankToNull(text) {
	return text === null || text.trim() === "" ? null : text.trim();
}

export { needsGlibc as a, pickVersion as c, semverToGo as d, goToSemver as i, quote as l, describeRule as n, newerPatch as o, exactVersion as r, parseGoVersionOutput as s, findWantedGo as t, satisfies as u };