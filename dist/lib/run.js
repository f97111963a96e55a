import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as NothingToBuild, i as NotListed, n as Interrupted, r as MachineFault, s as toError, t as ConfigError } from "./errors.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { a as oneLine, o as printable } from "./text.js";
import { n as catalog } from "./catalog.js";
import { a as describeState$1, c as isWithoutLinkage, l as linkageKind, n as matchesEnd, o as isStandalone, r as matchesGlob, s as isUnpredictable, t as matchesBeginning, u as verbOf } from "./glob.js";
import { a as verb, i as plural, n as listed, r as lowerFirst } from "./english.js";
import { A as violationOf, B as describeUnmatched, D as allowsMore, E as describeRules, F as requireTargets, G as ruleFor, H as matchesRule, I as unmetSystems, K as startSettings, L as installsPackages, M as describeObstacle, N as lostSystems, O as describeDemand, P as glibcLimit, R as describePolicy, T as report, U as placeOf$4, V as isExpired, W as placeOfRule, j as describeLost$1, k as meets, q as programName, w as renderJson, z as describeExpired } from "./words.js";
import { a as linkerWords, c as parseGoFlags, d as splitTags, f as tagsOf, i as lastValue, l as parseLinkerFlags, m as isReleaseStrategy, n as effectiveLinkerFlags, r as isSet$1, s as parseGOFLAGS, t as checkLinkerFlags, u as renderFlags } from "./go-flags.js";
import { n as splitCC, r as splitQuoted, t as joinQuoted } from "./quoting.js";
import { a as systemName, c as systemTable, d as groupBy, f as unique, i as resolveSystem, l as didYouMean, o as systemOf, r as isSupported, s as rowsOf } from "./system-names.js";
import { n as isHigher } from "./versions.js";
import { n as version } from "./version.js";
import { n as describeCache, t as documentOf } from "./document.js";
import { t as quote } from "./shlex.js";
import { r as systemIn } from "./final-image.js";
import { a as strategies, i as remedies, o as strategyRank, t as adviceOn } from "./strategies.js";
import { a as readInput, c as splitList, f as failKinds, l as splitPatterns, n as inputText, r as inputs, t as inputNames } from "./inputs.js";
import { $ as plainShip, A as isProgram, B as listedNames, C as describeCompiler, D as hasCgo, F as findHead, G as withoutForeignGit, H as pathIn, I as findRepository, K as findMachineFault, L as gitIn, M as buildVariable, N as findActionSteps, O as hasCxx, Q as parseJudged, R as isJob, S as crossCompilerFor, T as locateModules, U as short, V as output, W as trustWorkTrees, X as candidatesBetween, Y as foreignEvent, Z as findUp$1, _ as moduleErrors, a as planRelease, b as makeGo, c as planTargets, d as mixedCxx, et as whyUnknown, f as cgoOnlyReason, g as joinMessage, h as isSourceFault, j as reachable, k as importChain, l as withoutFolder, m as GoLister, n as describeReleaseIn, o as withRoles, p as parsePlatform, q as machineFaults, r as choosePlatformNames, s as describeNotUnderstood, t as describeRelease, u as readGivenEnv, v as readGoEnv, w as pLimit, x as mustSucceed, y as noReleases, z as lastLine } from "./describe-release.js";
import { a as readGoflags, o as withWrittenGoflags, r as ignoredGoflags } from "./goflags.js";
import { f as machineFlagsOf, g as notExecutable$1, h as linkageOf, m as isStatic$2, n as unreadableFile, p as FormatError, s as detect, t as inspect, u as readRange } from "./inspect-bytes.js";
import { n as indexOfBytes, t as decodeText } from "./bytes.js";
import { i as sha256Of, r as readPlanFile, t as digestOf } from "./plan-file.js";
import { n as archiveOf, t as START } from "./archive-kind.js";
import { n as isBeside, t as findUnreadContainer } from "./unread-containers.js";
import os, { availableParallelism } from "node:os";
import path, { basename, delimiter, dirname, isAbsolute, join, posix, relative, resolve } from "node:path";
import { access, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

// src/ports/child-env.ts
/**
* What a `run:` step of a workflow does not have, and what would let a program speak to the runner: the action's own inputs and
* tokens, and the files of commands. All else is inherited, for private modules and release configurations need it.
*/
const forTheRunner = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/;
/** The environment of a program that this one starts. Names are compared as Windows does, without case. */
function childEnvironment(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !forTheRunner.test(name.toUpperCase())));
}

// src/ports/tool-cache.ts
/**
* The tool cache in the layout of @actions/tool-cache, which setup-go reads as well: <cache>/<tool>/<semver>/<node's arch>, whole
* when a file <node's arch>.complete stands beside it.
*
* A tool is unpacked below <cache>/<tool>/.tmp-<uuid>, renamed to its place, and then marked. So a folder without mark was left by
* a process that was killed (or, for some ms, belongs to one that is about to mark it), and may be replaced; one with a mark is whole.
*/
/** Nobody is at work in a scratch folder for so long. In ms. */
const staleAfter = 864e5;
/** How long a folder may stand at its place without a mark before it is taken for what a killed process left. In ms. */
const settleMs = 200;
/** On Windows a virus scanner may hold a file for a moment, and then nothing above it can be renamed. */
const maxTurns = 10;
/**
* RUNNER_TOOL_CACHE of `env` says where; without it (a laptop) it is below the user's cache folder. `work` starts tar, for which
* GNU's, BSD's and BusyBox's are all good.
*/
function makeToolCache(env, work) {
	const top = nonEmpty(env.RUNNER_TOOL_CACHE) ?? path.join(userCacheFolder(env), "go-linkage", "tool-cache");
	const place = (tool, version) => path.join(top, tool, version, os.arch());
	return {
		findAll: async (tool) => {
			const { default: semver } = await import("./semver2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
			const names = (await namesIn(path.join(top, tool))).filter((name) => semver.valid(name) === name);
			const found = [];
			for (const version of names.toSorted((left, right) => semver.compare(left, right))) {
				const root = place(tool, version);
				if (await isWhole$1(root)) found.push({
					version,
					root
				});
			}
			return found;
		},
		withScratch: (tool, use) => withScratch(path.join(top, tool), use),
		unpack: (archive, into) => unpack(archive, into, {
			env,
			work
		}),
		publish: async (folder, { name, version, replace }) => {
			const root = place(name, version);
			if (replace) await moveAside(root, folder);
			return publish(folder, root);
		}
	};
}
async function withScratch(parent, use) {
	const folder = path.join(parent, `.tmp-${crypto.randomUUID()}`);
	try {
		await mkdir(folder, { recursive: true });
	} catch (thrown) {
		const why = toError(thrown).message;
		throw new ConfigError(`the tool cache cannot be written: ${why}; RUNNER_TOOL_CACHE can name another folder`);
	}
	try {
		await removeStale(parent);
		return await use(folder);
	} finally {
		await removeQuietly(folder);
	}
}
async function removeStale(parent) {
	for (const name of (await namesIn(parent)).filter((each) => each.startsWith(".tmp-"))) {
		const folder = path.join(parent, name);
		const about = await stat(folder).catch(() => void 0);
		if (about !== void 0 && Date.now() - about.mtimeMs > staleAfter) await removeQuietly(folder);
	}
}
async function unpack(archive, into, { env, work }) {
	await mkdir(into);
	const { program, args } = unpacker(archive, into, env);
	const { exitCode, signal, stderr } = await work(program, args, {
		cwd: into,
		env: {
			...Object.fromEntries(Object.entries(env).filter(([name]) => name !== "TAR_OPTIONS")),
			LC_ALL: "C"
		}
	});
	if (exitCode !== 0) {
		const last = stderr.trim().split("\n").slice(-3).join("; ").slice(0, 500);
		throw new Error(`${program} ended with ${signal ?? `exit code ${String(exitCode)}`}: ${last}`);
	}
	const entries = await readdir(into, { withFileTypes: true });
	const [only] = entries;
	if (only === void 0 || entries.length !== 1 || !only.isDirectory()) throw new Error(`the archive must hold one folder, but has ${entries.length} entries at its top`);
	return path.join(into, only.name);
}
/** -o: the files belong to whoever unpacks them, also when that is root. Only options that BusyBox has too. */
function unpacker(archive, into, env) {
	if (process.platform === "win32") return {
		program: path.join(env.SystemRoot ?? "C:\\Windows", "System32", "tar.exe"),
		args: [
			"-xf",
			archive,
			"-C",
			into
		]
	};
	if (archive.endsWith(".zip")) return {
		program: "unzip",
		args: [
			"-q",
			"-o",
			archive,
			"-d",
			into
		]
	};
	return {
		program: "tar",
		args: [
			"-xzof",
			archive,
			"-C",
			into
		]
	};
}
async function publish(folder, root) {
	await mkdir(path.dirname(root), { recursive: true });
	for (let turn = 1;; turn++) {
		if (await isWhole$1(root)) return root;
		try {
			await rename(folder, root);
			break;
		} catch (thrown) {
			const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
			if (turn === maxTurns || !/^(?:ENOTEMPTY|EEXIST|ENOTDIR|EPERM|EACCES|EBUSY)$/.test(code)) throw thrown;
		}
		await setTimeout(settleMs);
		if (!await isWhole$1(root)) await moveAside(root, folder);
	}
	await writeFile(`${root}.complete`, "");
	return root;
}
/** Out of sight at one stroke, into the scratch folder that holds `folder` and goes with it. The mark goes first. */
async function moveAside(root, folder) {
	await rm(`${root}.complete`, { force: true });
	await rename(root, path.join(path.dirname(folder), `old-${crypto.randomUUID()}`)).catch(() => void 0);
}
async function isWhole$1(root) {
	return await exists(`${root}.complete`) && await exists(root);
}
function exists(file) {
	return access(file).then(() => true, () => false);
}
async function namesIn(folder) {
	try {
		return await readdir(folder);
	} catch (thrown) {
		if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
		throw thrown;
	}
}
/** What cannot be removed now is removed by a later run. */
async function removeQuietly(folder) {
	await rm(folder, {
		recursive: true,
		force: true,
		maxRetries: 3,
		retryDelay: 100
	}).catch(() => void 0);
}
function userCacheFolder(env) {
	const xdg = env.XDG_CACHE_HOME ?? "";
	if (path.isAbsolute(xdg)) return xdg;
	if (process.platform === "win32") return nonEmpty(env.LOCALAPPDATA) ?? path.join(os.homedir(), "AppData", "Local");
	return process.platform === "darwin" ? path.join(os.homedir(), "Library", "Caches") : path.join(os.homedir(), ".cache");
}
function nonEmpty(text) {
	return text === "" ? void 0 : text;
}

// src/ports/node.ts
/** The real ports. `signal` ends every program that is running. */
function nodePorts({ files, log, signal }) {
	const env = environment$1();
	const ask = withChildEnvironment(async (...call) => (await import("./ask.js")).makeAsk(signal)(...call));
	const work = withChildEnvironment(async (...call) => (await import("./work2.js")).makeWork(signal)(...call));
	return {
		env,
		host: host(),
		ask,
		work,
		files,
		decompression: {
			gunzip: later("gunzip"),
			inflateRaw: later("inflateRaw"),
			unzstd: later("unzstd"),
			checks: async () => (await import("./decompression.js")).decompression.checks()
		},
		blobs: lazyBlobs(files),
		toolCache: makeToolCache(env, work),
		network: lazyNetwork(env, signal),
		log,
		now: () => performance.now(),
		today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
	};
}
function withChildEnvironment(exec) {
	return (program, args, options) => exec(program, args, {
		...options,
		env: childEnvironment(options.env)
	});
}
/** zlib is loaded with the first archive. */
function later(name) {
	return async function* (bytes) {
		const { decompression } = await import("./decompression.js");
		yield* decompression[name](bytes);
	};
}
/** Most runs read no image. */
function lazyBlobs(files) {
	const load = async () => (await import("./blobs.js")).makeBlobs(files);
	return {
		startSha256: async () => (await load()).startSha256(),
		openSpool: async () => (await load()).openSpool()
	};
}
/** A run that finds its Go pays nothing for TLS and proxies. */
function lazyNetwork(env, signal) {
	const load = async () => (await import("./network2.js")).makeNetwork({
		env,
		signal
	});
	return {
		json: async (url) => (await load()).json(url),
		file: async (url, to) => (await load()).file(url, to),
		sleep: async (ms) => (await load()).sleep(ms)
	};
}
function environment$1() {
	return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}
const goos = {
	win32: "windows",
	sunos: "illumos"
};
const goarch = {
	x64: "amd64",
	ia32: "386",
	loong64: "loong64",
	mipsel: "mipsle"
};
function host() {
	return {
		os: goos[process.platform] ?? process.platform,
		arch: process.arch === "ppc64" ? ppc64() : goarch[process.arch] ?? process.arch,
		cpus: availableParallelism()
	};
}
/** Node calls both byte orders ppc64. */
function ppc64() {
	return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? "ppc64le" : "ppc64";
}

// src/report/formats.ts
/** What a report can be written as: each has an option and an output `report-NAME`. */
const formats$1 = {
	json: {
		file: "report.json",
		help: "JSON (docs/report.schema.json)",
		load: () => Promise.resolve(renderJson)
	},
	markdown: {
		file: "report.md",
		help: "Markdown, as in the job summary",
		load: async () => (await import("./markdown2.js")).renderMarkdown
	},
	html: {
		file: "report.html",
		help: "a page for a browser, in one file",
		load: async () => (await import("./html.js")).renderHtml
	},
	sarif: {
		file: "report.sarif",
		help: "SARIF 2.1.0, for code scanning",
		load: async () => (await import("./sarif.js")).renderSarif
	},
	junit: {
		file: "report-junit.xml",
		help: "JUnit XML, for test reporters",
		load: async () => (await import("./junit.js")).renderJunit
	},
	badge: {
		file: "badge.json",
		help: "a badge, for shields.io (endpoint badge)",
		load: async () => (await import("./badge.js")).renderBadge
	},
	snippet: {
		file: "requirements.md",
		help: "Markdown for release notes",
		load: async () => (await import("./snippet.js")).renderSnippet
	}
};
const formatNames = Object.keys(formats$1);

// node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));

// node_modules/get-east-asian-width/lookup-data.js
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];

// node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};

// node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < 161 || codePoint > 1114109) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < 12288 || codePoint > 65510) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < 4352 || codePoint > 262141) return false;
	return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}

// src/text/columns.ts
/** Text in the columns of a terminal: wide characters take two, and marks that stand over others none. */
/** Nearly all text is this, and need not be looked at character by character. */
const plain$4 = /^[\u0020-\u007e]*$/;
/** Marks over the character before them, and the later parts of a Korean syllable. */
const withoutWidth = /^[\p{Mn}\p{Me}\u1160-\u11ff]$/u;
/**
* Columns that a terminal needs for printable text. Character by character, as terminals count: those that draw several characters
* as one picture need fewer, so that a line may come out short there, but never long.
*/
function displayWidth(text) {
	if (plain$4.test(text)) return text.length;
	let width = 0;
	for (const character of text) width += widthOf(character);
	return width;
}
function widthOf(character) {
	return withoutWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
/** How much of a text fits into so many columns, in UTF-16 units. */
function fitting(text, width) {
	let used = 0;
	let end = 0;
	for (const character of text) {
		used += widthOf(character);
		if (used > width) return end;
		end += character.length;
	}
	return end;
}
/** Printable lines of at most `width` columns, broken at blanks where that is possible; nothing is lost. */
function wrap(text, width) {
	const line = printable(text);
	if (displayWidth(line) <= width) return [line];
	const lines = [];
	let last;
	for (const word of line.split(" ")) {
		const longer = last === void 0 ? word : `${last} ${word}`;
		if (last !== void 0 && displayWidth(longer) <= width) {
			last = longer;
			continue;
		}
		if (last !== void 0) lines.push(last);
		const pieces = breakWord(word, width);
		last = pieces.pop();
		lines.push(...pieces);
	}
	return last === void 0 ? lines : [...lines, last];
}
/** Behind a separator, where one is near the end of the line: most long words are paths. */
function breakWord(word, width) {
	const pieces = [];
	let rest = word;
	while (displayWidth(rest) > width) {
		const most = Math.max(fitting(rest, width), String.fromCodePoint(rest.codePointAt(0) ?? 0).length);
		const soft = /^.*[-/\\,=:]/.exec(rest.slice(0, most))?.[0].length ?? 0;
		const end = soft > most / 2 ? soft : most;
		pieces.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
	return rest === "" ? pieces : [...pieces, rest];
}
/** At most `width` columns: the middle goes first, for paths and titles differ at their ends. */
function cutMiddle(text, width) {
	const line = printable(text);
	if (displayWidth(line) <= width) return line;
	if (width < 1) return "";
	const start = line.slice(0, fitting(line, Math.floor((width - 1) / 3)));
	return `${start}…${endOf(line, width - 1 - displayWidth(start))}`;
}
/** The end of a text, as much of it as fits. */
function endOf(text, width) {
	const characters = Array.from(text);
	let used = 0;
	let from = characters.length;
	while (from > 0) {
		used += widthOf(characters[from - 1] ?? "");
		if (used > width) break;
		from--;
	}
	while (withoutWidth.test(characters[from] ?? "")) from++;
	return characters.slice(from).join("");
}

// src/text/grid.ts
/** A table for terminals: columns as wide as they need, narrowed at blanks where the screen is too small. */
const gap = 2;
/** The lines of each row, without trailing blanks; null where there is no room without breaking a word. The first row is the head. */
function renderGrid(rows, { width, right }) {
	const cells = rows.map((row) => row.map(({ text }) => printable(text)));
	const columns = Math.max(0, ...rows.map(({ length }) => length));
	const widest = (at, measure) => cells.reduce((most, row) => Math.max(most, measure(row[at] ?? "")), 0);
	const least = Array.from({ length: columns }, (_, at) => right.includes(at) ? widest(at, displayWidth) : Math.max(widest(at, longestWord), displayWidth(cells[0]?.[at] ?? "")));
	const widths = Array.from({ length: columns }, (_, at) => widest(at, displayWidth));
	for (let over = sum(widths) - width; over > 0; over--) {
		const slack = widths.map((each, at) => each > (least[at] ?? 0) ? each : 0);
		const at = slack.indexOf(Math.max(...slack));
		if ((slack[at] ?? 0) === 0) return null;
		widths[at] = (widths[at] ?? 0) - 1;
	}
	return rows.map((row) => renderRow(row, widths, right));
}
function longestWord(text) {
	return Math.max(...text.split(" ").map(displayWidth));
}
function sum(widths) {
	return widths.reduce((total, each) => total + each + gap, -2);
}
function renderRow(row, widths, right) {
	const laidOut = row.map((cell, at) => ({
		cell,
		at,
		lines: wrap(cell.text, Math.max(1, widths[at] ?? 1))
	}));
	const height = Math.max(...laidOut.map(({ lines }) => lines.length));
	return Array.from({ length: height }, (_, line) => laidOut.map(({ cell, at, lines }) => {
		const text = lines[line] ?? "";
		const pad = " ".repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(text)));
		const painted = text === "" ? "" : cell.paint?.(text) ?? text;
		return right.includes(at) ? pad + painted : painted + pad;
	}).join(" ".repeat(gap)).trimEnd());
}

// src/report/terminal.ts
/** The report for a person at a terminal. Paths and flags stay whole, and commands on one line, however narrow it is. */
function renderTerminal(report, { color, width }) {
	const page = {
		colors: import_picocolors.default.createColors(color),
		width
	};
	const document = documentOf(report);
	const [context = [], ...sections] = document.sections.map(({ blocks }) => blocks.flatMap((each) => write(each, page)));
	return `${withoutCommands([[...writeHeading(document, page), ...context].join("\n"), ...sections.map((lines) => lines.join("\n"))].map((section) => section.replace(/^\n+|\n+$/g, "")).filter((section) => section !== "").join("\n\n"))}\n`;
}
/** In a step of a workflow the runner reads a line that begins so as a command to it (ActionCommand.cs of actions/runner). */
function withoutCommands(text) {
	return text.replace(/^(\s*)(?::(:)|#(#)(?=\[))/gm, "$1 $2$3");
}
function writeHeading({ mark, heading }, page) {
	const { colors } = page;
	const text = plain$3(heading);
	const badge = mark === null ? "" : colors.bold(paintOf(mark, page)(mark.toUpperCase().padEnd(6)));
	const [first = "", ...rest] = prose(text, page, mark === null ? 2 : 6);
	return [`${badge}${colors.bold(first.trimStart())}`, ...rest.map(colors.bold)];
}
const signs = {
	pass: "✓",
	warn: "!",
	fail: "✗"
};
function paintOf(mark, { colors }) {
	return {
		pass: colors.green,
		warn: colors.yellow,
		fail: colors.red
	}[mark];
}
/** Lines longer than this are hard to read, however wide the screen is. */
const proseWidth = 110;
/** What is longer was made to be long. */
const longest = 1e3;
function prose(text, { width }, indent = 0) {
	return wrap(oneLine(text, longest), Math.max(20, Math.min(width, proseWidth) - indent)).map((line) => `${" ".repeat(indent)}${line}`.trimEnd());
}
/** Lines of a block. One that needs space around it begins or ends with an empty line. */
function write(block, page) {
	const { colors } = page;
	switch (block.kind) {
		case "text": return prose(plain$3(block.content), page, 2);
		case "alert": return [
			"",
			...block.blocks.flatMap((each) => write(each, page)),
			""
		];
		case "list": return block.items.flatMap(({ content, blocks }, at) => {
			const mark = block.isOrdered ? `${at + 1}. ` : "- ";
			const [first = "", ...rest] = prose(plain$3(content), page, mark.length + 2);
			const body = blocks.flatMap((each) => each.kind === "text" ? prose(plain$3(each.content), page, 4) : write(each, page));
			return [
				`  ${mark}${first.trimStart()}`,
				...rest,
				...body
			];
		});
		case "table": return [
			"",
			...writeTable(block, page),
			""
		];
		case "code": return [
			"",
			...block.text.as((text) => text).split("\n").map((line) => `    ${colors.cyan(printable(line))}`.trimEnd()),
			""
		];
		case "fold":
			if (!block.isPrinted) return [];
			return [
				"",
				...prose(plain$3(block.title), page).map(colors.bold),
				...block.blocks.flatMap((each) => write(each, page))
			];
	}
}
/** As a grid with as many columns as have room, or, on a screen that is too narrow, a row below the other. */
function writeTable(table, page) {
	const columns = table.columns.map((column, at) => ({
		...column,
		at
	}));
	for (;;) {
		const right = columns.flatMap(({ isNumber }, at) => isNumber === true ? [at] : []);
		const head = columns.map(({ title }) => ({
			text: plain$3(title.map(upper)),
			paint: page.colors.dim
		}));
		const rows = table.rows.map(({ cells }) => columns.map(({ at }) => writeCell(cells[at] ?? [], page)));
		const grid = renderGrid([head, ...rows], {
			width: page.width - 2,
			right
		});
		if (grid !== null) {
			const gutters = [null, ...table.rows.map(({ mark }) => mark)];
			return grid.flatMap((lines, row) => {
				const mark = gutters[row] ?? null;
				const sign = mark === null ? " " : paintOf(mark, page)(signs[mark]);
				return lines.map((line, at) => `${at === 0 ? sign : " "} ${line}`.trimEnd());
			});
		}
		const optional = columns.findLastIndex(({ isOptional }) => isOptional === true);
		if (optional === -1) return writeRecords(table, page);
		columns.splice(optional, 1);
	}
}
/** Words of ours alone: a name is what it is called. */
function upper(part) {
	return typeof part === "string" ? part.toUpperCase() : part;
}
function writeCell(content, { colors }) {
	const text = plain$3(content);
	return content.some(isStrong) ? {
		text,
		paint: colors.bold
	} : { text };
}
function isStrong(part) {
	return typeof part !== "string" && "kind" in part && part.kind === "strong";
}
function writeRecords({ columns, rows }, page) {
	return rows.flatMap(({ mark, cells }) => {
		const [first = [], ...rest] = cells;
		const sign = mark === null ? " " : paintOf(mark, page)(signs[mark]);
		const head = prose(plain$3(first), page, 2).map((line, at) => at === 0 ? `${sign}${line.slice(1)}` : line);
		const fields = rest.flatMap((cell, at) => {
			const text = plain$3(cell);
			return text === "" ? [] : prose(`${plain$3(columns[at + 1]?.title ?? [])}: ${text}`, page, 4);
		});
		return [...head, ...fields];
	});
}
function plain$3(content) {
	return content.map(inline).join("");
}
function inline(part) {
	if (typeof part === "string") return part;
	if (!("kind" in part)) return part.as((text) => printable(oneLine(text, longest)));
	return part.kind === "strong" ? plain$3(part.content) : inline(part.text);
}

// src/config/strategy-change.ts
/** What of a strategy has another value than the same strategy of the base, without places. A variable has a name of its own. */
function compareStrategies(base, head) {
	const [before, after] = [textsOf(base), textsOf(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((name) => {
		return {
			name: `strategies.${head.name}.${name}`,
			before: before.get(name) ?? null,
			after: after.get(name) ?? null
		};
	}).filter((change) => change.before !== change.after);
}
/** By the keys of the config file, in the order in which they are likely to be to blame. Not given: not there. */
function textsOf({ tags, linkmode, extldflags, ldflags, buildmode, env }) {
	const texts = [
		["tags", tags.join(",")],
		["linkmode", linkmode],
		["extldflags", extldflags],
		["ldflags", ldflags.join(" ")],
		["buildmode", buildmode],
		...Object.entries(env).map(([name, value]) => [`env.${name}`, value])
	];
	return new Map(texts.flatMap(([name, text]) => text === null || text === "" ? [] : [[name, text]]));
}

// src/config/config-change.ts
/** Inputs that decide how a program is built, in the order in which they are likely to be to blame. */
const buildInputs = [
	"ship",
	"flags",
	"go-version",
	"go-version-file",
	"working-directory",
	"platforms"
];
/** What the config file gives otherwise than its copy on the base, with its line. */
function changesOfFile(base, copy, { request, source, workflow }) {
	const textOf = (text) => (text?.trim() ?? "") || null;
	const inputs = {
		...copy.file?.inputs,
		...workflow.given
	};
	return [...buildInputs.filter((name) => workflow.changes.every((change) => change.name !== name)).map((name) => ({
		name,
		before: textOf(inputs[name]),
		after: textOf(source.inputs[name])
	})).filter(({ before, after }) => before !== after), ...changesOfStrategy(base, request)].map((change) => {
		return {
			...change,
			...placeOfChange(change.name, copy, {
				request,
				source
			})
		};
	});
}
/** What ships under the same name on both sides, where the file defines it in another way. */
function changesOfStrategy(base, head) {
	if (base.mode === "inspect" || head.mode === "inspect") return [];
	const [[before], [after]] = [shippedBuild(base).strategies, shippedBuild(head).strategies];
	return before === void 0 || after?.name !== before.name ? [] : compareStrategies(before, after);
}
/**
* The line of the head's file that gives a setting. Where it has none, the file alone, out of which it was taken; of a file that is
* gone, the line that it had.
*/
function placeOfChange(name, { file, path: basePath }, { request, source }) {
	const nowhere = {
		file: null,
		line: null
	};
	const path = request.gate.policy.file?.path ?? null;
	if (source.given[name] !== void 0) return nowhere;
	const line = lineOf(name, source.lines);
	const lineBefore = lineOf(name, file?.lines ?? {});
	if (line !== null && path !== null) return {
		file: path,
		line
	};
	if (lineBefore === null) return nowhere;
	if (path !== null) return {
		file: path,
		line: null
	};
	if (basePath === null) return nowhere;
	const start = resolve(request.where.workingDirectory);
	return {
		file: relative(start, basePath).replaceAll("\\", "/"),
		line: lineBefore
	};
}
/** -linkmode and -extldflags may stand in ldflags too. */
function lineOf(name, lines) {
	return lines[name] ?? lines[name.replace(/\.(?:linkmode|extldflags)$/, ".ldflags")] ?? null;
}
/** The build of a request with the strategy that ships alone. */
function shippedBuild({ build }) {
	return {
		...build,
		strategies: build.strategies.filter(({ name }) => name === plainShip(build.ship))
	};
}

// src/config/input-comparison.ts
/** One run, or one that is split: all of it is built. */
function judges(mode) {
	return mode === "check" || mode === "plan";
}
/**
* Of every input, how to see that a change asks for less. null: it cannot make the gate look at less, because the base is built with
* its own value, or because it is for reports and speed alone.
*/
const comparisons = {
	mode: (base, head) => base === "explain" && judges(head) ? null : judges(base) && judges(head) ? null : differs(base, head),
	packages: (base, head) => lacks(splitPatterns(base).filter((pattern) => !splitPatterns(head).some((each) => covers$2(each, pattern)))),
	binaries: (base, head) => lacks(linesOf$1(base).filter((pattern) => !linesOf$1(head).includes(pattern))),
	images: (base, head) => lacks(linesOf$1(base).filter((pattern) => !linesOf$1(head).includes(pattern))),
	strategies: null,
	build: null,
	platforms: (base, head) => head === "" && base !== "" ? `${base} → the machine's own` : lacks(splitList(base).filter((each) => !splitList(head).includes(each))),
	ship: differs,
	require: byOrder("none", "static"),
	"runs-on": (base, head) => lacks(systemsOf$1(base).filter((id) => !systemsOf$1(head).includes(id))),
	"max-glibc": (base, head) => base !== "" && (head === "" || isHigher(head, base)) ? `${base} → ${head || "any"}` : null,
	flags: null,
	legs: null,
	plan: null,
	leg: null,
	reports: null,
	"working-directory": (base, head) => differs(plainFolder(base), plainFolder(head)),
	"output-dir": null,
	prove: (base, head) => base !== "" && head === "" ? `is without ${base}` : null,
	"baseline-ref": (base, head) => differs(base || "the event's", head || "the event's"),
	baseline: byOrder("none", "policy", "auto", "build"),
	"fail-on": (base, head) => lacks(failsOn(base).filter((kind) => !failsOn(head).includes(kind))),
	"on-missing-baseline": byOrder("pass", "warn", "fail"),
	config: null,
	"policy-relaxation": byOrder("warn", "fail"),
	"go-version": null,
	"go-version-file": null,
	"go-download-base-url": differs,
	"go-sha256": (base, head) => base === "" ? null : differs(base, head || "none"),
	cache: null,
	"add-to-path": null,
	summary: null,
	comment: null,
	"comment-key": null,
	token: null
};
/** All that the inputs of a change ask for less than those of the base: `fail-on is without regression`, `baseline build → none`. */
function relaxedInputs(base, head) {
	return inputNames.flatMap((name) => {
		const change = comparisons[name]?.(inputText(name, base), inputText(name, head)) ?? null;
		return change === null ? [] : [`${name} ${change}`];
	});
}
function differs(base, head) {
	return base === head ? null : `${base} → ${head}`;
}
/** From what asks for least to what asks for most. */
function byOrder(...order) {
	return (base, head) => order.indexOf(head) < order.indexOf(base) ? `${base} → ${head}` : null;
}
function lacks(lost) {
	return lost.length === 0 ? null : `is without ${lost.join(", ")}`;
}
/** A file of the base may name what this table does not have any longer. */
function systemsOf$1(text) {
	return splitList(text).flatMap((name) => {
		try {
			return resolveSystem(name);
		} catch {
			return [name];
		}
	});
}
function linesOf$1(text) {
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
function plainFolder(path) {
	return path.replace(/^\.\/(?=.)/, "").replace(/(?<=.)\/+$/, "");
}
function failsOn(text) {
	return splitList(text).filter((word) => failKinds.some((kind) => kind === word));
}
/** Whether a package pattern stands for all that another does: `./...` for `./cmd/app`, `./cmd/...` for `./cmd`. */
function covers$2(pattern, other) {
	const [above, rest] = pattern.split(/\/?\.\.\.(.*)$/s);
	if (pattern === other || rest === void 0) return pattern === other;
	if (rest !== "" || above === void 0) return false;
	const isLocal = /^\.\.?(?:\/|$)/.test(other);
	if (above === ".") return isLocal && !other.startsWith("..");
	const plain = other.replace(/\/?\.\.\.$/, "");
	return plain === above || plain.startsWith(`${above}/`);
}

// src/config/config-of-base.ts
/** Nothing differs but what the commits say of it: outside of a workflow, or where the workflow did not change. */
function sameWorkflow(given) {
	return {
		given,
		env: {},
		changes: [],
		relaxations: [],
		notes: [],
		goFile: null
	};
}
/**
* The request with the base's own copies of the config file and of the workflow in the place of the head's: what was asked for
* there, and how it was built. On the command line the call counts for both sides.
*/
async function configOfBase(request, place) {
	const { source } = request.gate.policy;
	const same = {
		...request,
		build: shippedBuild(request)
	};
	if (source === null) return {
		...samePolicy(request),
		request: same,
		unknownShip: null,
		differs: false
	};
	const copy = await readCopy(source, request, place);
	const { parsed, unknownShip, trouble } = requestOf(copy, request, {
		source,
		workflow: place.workflow
	});
	const base = parsed.mode === "inspect" ? same : parsed;
	const before = buildSettings(base);
	const now = buildSettings(request);
	const differences = Object.keys(now).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]));
	const ships = [base, request].map((each) => describeShipped$1(each));
	const isOtherBuild = differences.length > 0 || unknownShip !== null || ships[0] !== ships[1];
	const steps = [
		...copy.steps,
		...trouble,
		...place.workflow.notes,
		...describeDifferences(source.name, {
			...copy,
			differences,
			differs: isOtherBuild,
			workflow: place.workflow
		})
	];
	const differs = isOtherBuild || Object.keys(place.workflow.env).length > 0;
	return {
		...policyOf(base, copy, {
			request,
			source,
			workflow: place.workflow
		}),
		request: base,
		unknownShip,
		differs,
		steps
	};
}
/** The same of a run that builds nothing: only what was asked for. */
async function policyOfBase(request, place) {
	if (request.mode !== "inspect") return configOfBase(request, place);
	const { source } = request.gate.policy;
	if (source === null) return samePolicy(request);
	const copy = await readCopy(source, request, place);
	const { parsed, trouble } = requestOf(copy, request, {
		source,
		workflow: place.workflow
	});
	return {
		...policyOf(parsed, copy, {
			request,
			source,
			workflow: place.workflow
		}),
		steps: [
			...copy.steps,
			...trouble,
			...place.workflow.notes
		]
	};
}
function samePolicy({ gate }) {
	return {
		rules: gate,
		relaxations: [],
		changes: [],
		env: {},
		goFile: null,
		steps: []
	};
}
function policyOf(base, copy, { request, source, workflow }) {
	const inputs = {
		...copy.file?.inputs,
		...workflow.given
	};
	return {
		rules: base.gate,
		relaxations: [.../* @__PURE__ */ new Set([...workflow.relaxations, ...relaxedInputs(inputs, source.inputs)])],
		changes: [...workflow.changes, ...changesOfFile(base, copy, {
			request,
			source,
			workflow
		})],
		env: workflow.env,
		goFile: workflow.goFile
	};
}
/** What decides how it is built: its summary names the file that it is of. */
function describeShipped$1(request) {
	return JSON.stringify(shippedBuild(request).strategies.map(({ summary: _, ...rest }) => rest));
}
/** What decides what is built, by the names of the inputs. */
function buildSettings({ where, build, go }) {
	const { workingDirectory, packages, platforms } = where;
	return {
		"working-directory": resolve(workingDirectory),
		packages,
		platforms,
		ship: build.ship,
		flags: build.flags,
		"go-version": go.goVersion,
		"go-version-file": go.goVersionFile
	};
}
function describeDifferences(name, found) {
	const { differences, workflow } = found;
	const ofWorkflow = workflow.changes.map((change) => change.name).filter((each) => !gateInputs.includes(each));
	const ofFile = differences.filter((each) => !ofWorkflow.includes(each));
	const which = found.differs && differences.length === 0 && ofWorkflow.length === 0 ? ["the shipped strategy"] : ofFile;
	const origin = found.file === null ? `the base has no ${name}` : `the base is built as its own ${name} says`;
	return [...which.length === 0 ? [] : [`${origin}; ${differ(which)}`], ...ofWorkflow.length === 0 ? [] : [`the base is built as its own workflow says; ${differ(ofWorkflow)}`]];
}
/** Inputs that build nothing. */
const gateInputs = [
	"mode",
	"build",
	"require",
	"baseline",
	"baseline-ref",
	"fail-on",
	"on-missing-baseline",
	"policy-relaxation",
	"config",
	"cache"
];
function differ(names) {
	return `${names.join(", ")} ${names.length > 1 ? "differ" : "differs"}`;
}
async function readCopy({ given, name, inputs }, head, place) {
	const before = place.workflow.given;
	const baseName = inputText("config", before);
	const start = resolve(inputText("working-directory", before));
	const paths = candidatesBetween(baseName, start, place.top).flatMap((whole) => {
		const path = place.pathIn(whole);
		return path === void 0 ? [] : [{
			whole,
			path
		}];
	});
	if (paths.length === 0) {
		const isSame = inputText("config", given) === baseName;
		if (isSame && head.gate.policy.file === null) return {
			file: null,
			path: null,
			steps: []
		};
		if (isSame) return {
			file: ownFile$1(inputs, head),
			path: null,
			steps: [`${name} is in no repository, so it counts for the base as well`]
		};
		return {
			file: null,
			path: null,
			steps: [`the base's config, ${baseName}, is in no repository`]
		};
	}
	for (const { whole, path } of paths) {
		const found = await place.read(path);
		if (found.kind === "absent") continue;
		if (found.kind === "unreadable") return unreadable(found.why);
		return parseCopy(found.text, {
			name: baseName,
			path: whole
		});
	}
	return {
		file: null,
		path: null,
		steps: []
	};
}
/** The head's own file as its request has it. */
function ownFile$1(inputs, head) {
	const { rules } = head.gate.policy;
	return {
		inputs,
		lines: {},
		strategies: head.mode === "inspect" ? [] : head.build.strategies.filter(({ name }) => whyUnknown(name, []) !== null),
		rules,
		runners: {}
	};
}
async function parseCopy(text, { name, path }) {
	const { parseBaseConfigFile } = await import("./config-file.js");
	try {
		return {
			file: await parseBaseConfigFile(text, `${name} of the base`),
			path,
			steps: []
		};
	} catch (thrown) {
		if (thrown instanceof ConfigError) return unreadable(thrown.message);
		throw thrown;
	}
}
/** What nobody could read asked for nothing, and allowed nothing. */
function unreadable(why) {
	return {
		file: null,
		path: null,
		steps: [`the base's config cannot be read, so it allows nothing (${why})`]
	};
}
/** The request of the base, or what of it can be read. */
function requestOf({ file }, head, { source, workflow }) {
	try {
		return {
			...parseSide(file, head, {
				source,
				given: workflow.given
			}),
			trouble: []
		};
	} catch (thrown) {
		if (!(thrown instanceof ConfigError)) throw thrown;
		const trouble = [`the base's inputs cannot be read, so those of this run count for it too (${thrown.message})`];
		return {
			...parseSide(null, head, {
				source,
				given: source.given
			}),
			trouble
		};
	}
}
function parseSide(file, head, { source, given }) {
	const { policy: headPolicy } = head.gate;
	const name = `${source.name} of the base`;
	const policy = {
		...headPolicy,
		file: file && {
			name,
			path: headPolicy.file?.path ?? source.name
		},
		rules: file?.rules ?? [],
		source: {
			...source,
			given
		}
	};
	const inputs = {
		...file?.inputs,
		...given,
		mode: head.mode
	};
	const own = file?.strategies ?? [];
	if (head.mode === "inspect") {
		const { binaries, images } = head.where;
		const paths = {
			binaries: binaries.join("\n"),
			images: images.join("\n")
		};
		return {
			parsed: parseJudged({
				...inputs,
				...paths
			}, {
				policy,
				strategies: own
			}),
			unknownShip: null
		};
	}
	const ship = readInput("ship", inputs);
	const unknownShip = whyUnknown(ship, own);
	const strategies = unknownShip === null ? own : [...own, ...standIn(ship, head)];
	return {
		parsed: parseJudged({
			...inputs,
			strategies: plainShip(ship)
		}, {
			policy,
			strategies
		}),
		unknownShip
	};
}
/** The head's strategy of this name, or what it ships under that name: it is never built, because the base does not know it. */
function standIn(ship, head) {
	const named = head.build.strategies.filter(({ name }) => name === ship);
	return named.length > 0 ? named : shippedBuild(head).strategies.map((strategy) => ({
		...strategy,
		name: ship
	}));
}

// src/baseline/fetch.ts
/** Nothing but what is asked for. */
const quietly = [
	"--no-tags",
	"--no-prune",
	"--no-recurse-submodules"
];
async function isShallow(git) {
	return await output(git("rev-parse", "--is-shallow-repository")) === "true";
}
/** Only a clone that is shallow already is fetched into shallowly: --depth would cut a whole one. */
async function depthFor(git) {
	return await isShallow(git) ? ["--depth=1"] : [];
}
/** The commit, fetched if need be. `depth`: what to check out with, so that it need not be; 0 is all. */
async function hasCommit(sha, { steps, git, depth }) {
	if ((await git("cat-file", "-e", `${sha}^{commit}`)).exitCode === 0) return {
		kind: "found",
		sha,
		steps
	};
	const why = await fetchInto(sha, git);
	if (why === null) return {
		kind: "found",
		sha,
		steps: [...steps, "fetched it"]
	};
	const remedy = depth === void 0 ? "" : await adviseDepth(depth, git);
	return {
		kind: "missing",
		steps: [...steps, `it is not in this clone, and fetching it failed: ${why}${remedy}`]
	};
}
/** Why nothing can be fetched. */
const noRemote = "the repository has no remote";
/** Fetches from a remote, as shallow as the clone is. Returns why not; null when it is there. */
async function fetchInto(what, git, remote) {
	const from = remote ?? (await listRemotes(git))[0];
	if (from === void 0) return noRemote;
	const fetched = await git("fetch", ...quietly, ...await depthFor(git), "--", from, what);
	return fetched.exitCode === 0 ? null : lastLine(fetched);
}
/** The remotes by name, the one to fetch from first. */
async function listRemotes(git) {
	const { exitCode, stdout } = await git("remote");
	return (exitCode === 0 ? stdout.split("\n").filter((name) => name !== "") : ["origin"]).toSorted((a, b) => Number(b === "origin") - Number(a === "origin"));
}
/** A clone without the credentials that made it gets nothing more: then the checkout has to bring the commit along. */
async function adviseDepth(depth, git) {
	return await isShallow(git) ? `; check out with fetch-depth: ${depth}` : "";
}
/** What the commit object itself says, grafted or not. */
async function parentsOf(commit, git) {
	const { stdout, exitCode } = await git("cat-file", "-p", commit);
	if (exitCode !== 0) return [];
	return [...(stdout.split("\n\n", 1)[0] ?? "").matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, sha]) => sha ?? "");
}

// src/baseline/named-ref.ts
/** The commit that somebody named: a branch, a tag or a commit, as git spells them, here or on a remote. */
async function findRef(ref, git) {
	const name = readName(ref, await listRemotes(git));
	const found = await resolve$1(name, git);
	if (found !== null) return {
		kind: "found",
		sha: found.sha,
		steps: [`${ref} is ${short(found.sha)}`, ...found.steps]
	};
	const parent = /^(?:HEAD|@)(?:\^1?|~1?)$/.test(ref) ? (await parentsOf("HEAD", git))[0] : void 0;
	if (parent !== void 0) return hasCommit(parent, {
		steps: [`${ref} is ${short(parent)}`],
		git,
		depth: 2
	});
	return fetchRef(name, git);
}
function readName(ref, remotes) {
	const [, branch] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
	const tracking = ref.replace(/^(?:refs\/)?remotes\//, "");
	const remote = remotes.find((each) => tracking.startsWith(`${each}/`));
	const of = (name) => remotes.map((each) => `refs/remotes/${each}/${name}`);
	const sought = {
		remote: void 0,
		what: ref
	};
	if (remote !== void 0) {
		const ofRemote = {
			remote,
			what: `refs/heads/${tracking.slice(remote.length + 1)}`
		};
		return {
			ref,
			local: [],
			wanted: tracking === ref ? [ofRemote, sought] : [ofRemote],
			isPlain: false
		};
	}
	if (branch !== void 0) return {
		ref,
		local: of(branch),
		wanted: [sought],
		isPlain: false
	};
	const isPlain = !ref.startsWith("refs/") && !isObjectName(ref);
	return {
		ref,
		local: of(ref),
		wanted: [sought],
		isPlain
	};
}
function isObjectName(ref) {
	return /^[0-9a-f]{4,64}$/i.test(ref);
}
/** In this clone. git takes a tag before a branch of the same name. */
async function resolve$1({ ref, local, isPlain }, git) {
	const known = await firstCommit([ref, ...local], git);
	if (known === null || !isPlain) return known === null ? null : {
		sha: known,
		steps: []
	};
	const tag = await findTag(ref, git);
	if (tag === null) return {
		sha: known,
		steps: []
	};
	const branch = await firstCommit([`refs/heads/${ref}`, ...local], git);
	const isBoth = branch !== null && branch !== tag;
	const steps = isBoth ? [`a tag and a branch have this name: this is the tag, and refs/heads/${ref} the branch`] : [];
	return {
		sha: isBoth ? tag : known,
		steps
	};
}
/** A shallow clone has the branch that was checked out and no tags: then only the remote knows. */
async function findTag(name, git) {
	const tag = await findCommit$1(`refs/tags/${name}`, git);
	if (tag !== null || !isFetchable(name) || /^(?:HEAD|@)(?:$|[~^@])/.test(name)) return tag;
	if (!await isShallow(git) || (await listRemotes(git)).length === 0) return null;
	return await fetchInto(`refs/tags/${name}`, git) === null ? findCommit$1("FETCH_HEAD", git) : null;
}
/** A remote's answer for what it does not have, as git and GitHub word it; all others leave open whether it has it. */
const unknownToRemote = /couldn't find remote ref|no such remote ref|: not our ref /i;
const notCommit = "it is not a commit";
/** Whether a reason says that nobody has the name. */
function isDefinite(why) {
	return why === "the repository has no remote" || why === notCommit || unknownToRemote.test(why);
}
async function fetchRef({ ref, wanted }, git) {
	const missing = `${ref} was not found locally or on origin`;
	if (!isFetchable(ref)) return {
		kind: "missing",
		steps: [missing],
		isUnknown: !await isShallow(git)
	};
	const reasons = [];
	for (const { remote, what } of wanted) {
		const why = await fetchInto(what, git, remote);
		const sha = why === null ? await findCommit$1("FETCH_HEAD", git) : null;
		if (sha !== null) return {
			kind: "found",
			sha,
			steps: [`${ref} is ${short(sha)}`, "fetched it"]
		};
		reasons.push(why ?? notCommit);
	}
	const isShort = isObjectName(ref) && ref.length < 40;
	const hint = isShort ? "; a remote knows commits by their whole names alone: write all digits" : "";
	const isUnknown = reasons.every((why) => isDefinite(why)) && !(isShort && await isShallow(git));
	return {
		kind: "missing",
		steps: [`${missing}: ${reasons[0] ?? ""}${hint}${await adviseDepth(0, git)}`],
		isUnknown
	};
}
/** A name, and not an expression: `a:b` would write a ref. */
function isFetchable(ref) {
	return !/[:*?[\\~^\s]|^\+|^-|\.\.|@\{/.test(ref);
}
async function firstCommit(names, git) {
	for (const name of names) {
		const found = await findCommit$1(name, git);
		if (found !== null) return found;
	}
	return null;
}
function findCommit$1(name, git) {
	return output(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`));
}

// src/baseline/git.ts
/** The commit to compare with, present in the repository afterwards; or each step of a search in vain. */
async function findBase(baseRef, git) {
	switch (baseRef.kind) {
		case "none": return {
			kind: "absent",
			steps: [baseRef.why]
		};
		case "lost": return {
			kind: "missing",
			steps: [baseRef.why]
		};
		case "commit": return findNamed(baseRef, git);
		case "ref": return baseRef.found ?? findRef(baseRef.ref, git);
		case "merge-parent": return findMergeBase(baseRef, git);
	}
}
async function findNamed({ sha, head, what }, git) {
	const current = await output(git("rev-parse", "HEAD"));
	if (head !== null && current !== head) return findParent(`HEAD is not ${short(head)}, which the event is about`, git);
	return hasCommit(sha, {
		steps: [`${what} is ${short(sha)}`],
		git,
		depth: 0
	});
}
/** Of a HEAD that the event does not tell of. */
async function findParent(why, git) {
	const [first] = await parentsOf("HEAD", git);
	const steps = [`${why}: another commit is checked out`];
	if (first === void 0) return {
		kind: "missing",
		steps: steps.map((step) => `${step}, and it has no parent`)
	};
	return hasCommit(first, {
		steps: [...steps, `its first parent is ${short(first)}`],
		git,
		depth: 2
	});
}
/**
* GitHub checks out the merge of a pull request with its base. Even in a clone of depth 1 the commit itself still names both
* parents (git cat-file), though git log does not.
*/
async function findMergeBase({ head, branch }, git) {
	const current = await output(git("rev-parse", "HEAD"));
	const [first, second] = await parentsOf("HEAD", git);
	if (first !== void 0 && second === head) {
		const steps = [`HEAD merges the pull request into ${short(first)}, its first parent`];
		return hasCommit(first, {
			steps,
			git,
			depth: 2
		});
	}
	if (current === head) return findForkPoint({
		head,
		branch
	}, git);
	if (second !== void 0) return {
		kind: "missing",
		steps: [`HEAD merges ${short(second)}, and the pull request is at ${short(head)}: the merge is stale, run again`]
	};
	return findParent("HEAD is not a commit of this pull request", git);
}
/** The head of the pull request was checked out, not its merge: where it left the base branch. A shallow clone is deepened. */
async function findForkPoint({ head, branch }, git) {
	const steps = [`HEAD is the head of the pull request; looking for where it left ${branch}`];
	const remote = `refs/remotes/origin/${branch}`;
	const refspec = `+refs/heads/${branch}:${remote}`;
	if (!await isShallow(git)) {
		const fetched = await git("fetch", ...quietly, "--", "origin", refspec);
		if (fetched.exitCode !== 0) steps.push(`fetching ${branch} failed: ${lastLine(fetched)}`);
		const base = await output(git("merge-base", "HEAD", remote));
		if (base !== null) return {
			kind: "found",
			sha: base,
			steps: [...steps, `it is ${short(base)}`]
		};
		return {
			kind: "missing",
			steps: [...steps, "no common commit was found"]
		};
	}
	const own = Number(await output(git("rev-list", "--count", "HEAD")));
	for (const depth of [
		50,
		200,
		1e3
	]) {
		const fetched = await git("fetch", ...quietly, `--depth=${own + depth}`, "--", "origin", refspec, head);
		const base = await output(git("merge-base", "HEAD", remote));
		if (base !== null) return {
			kind: "found",
			sha: base,
			steps: [...steps, `it is ${short(base)}`]
		};
		if (fetched.exitCode !== 0) {
			steps.push(`fetching ${branch} failed: ${lastLine(fetched)}`);
			break;
		}
	}
	return {
		kind: "missing",
		steps: [...steps, "no common commit was found; check out with fetch-depth: 0"]
	};
}

// src/baseline/base-of-submodule.ts
/**
* The commit to compare with, in the repository that the working directory is in. An event is about the repository around a
* submodule: then it is the commit that the base has the submodule at, however many commits of the submodule lie between. A ref that
* the inputs name is one of the submodule itself.
*/
async function findBaseIn(repository, ref, ports) {
	const git = gitIn(repository.root, ports);
	const outer = ref.kind === "ref" || ref.kind === "none" ? null : await findAround(repository, ports);
	if (outer === null) return findBase(ref, git);
	const found = await findBaseIn(outer, ref, ports);
	if (found.kind !== "found") return found;
	const path = relative(outer.root, repository.root).replaceAll("\\", "/");
	const around = found.around ?? {
		sha: found.sha,
		repository: outer
	};
	const commit = await linkedCommit({
		path,
		sha: found.sha
	}, outer, ports);
	if (commit === null) {
		const why = `${short(found.sha)} has no submodule ${path}`;
		return {
			kind: "missing",
			steps: [...found.steps, why],
			around
		};
	}
	const steps = [...found.steps, `it has the submodule ${path} at ${short(commit)}`];
	return {
		...await hasCommit(commit, {
			steps,
			git,
			depth: 0
		}),
		around
	};
}
/** The repository that has this one as a submodule; null where none does. */
async function findAround({ root }, ports) {
	const outer = await output(gitIn(root, ports)("rev-parse", "--show-superproject-working-tree"));
	if (outer === null) return null;
	const found = await findRepository(resolve(outer), ports);
	return "why" in found ? null : found;
}
/** What a commit of the repository around it has a submodule at. */
async function linkedCommit({ path, sha }, { root }, ports) {
	const listed = await output(gitIn(root, ports)("ls-tree", "--full-tree", "-z", sha, "--", `:(literal)${path}`));
	return /^160000 commit ([0-9a-f]+)\t/.exec(listed ?? "")?.[1] ?? null;
}

// src/config/matrix-legs.ts
/**
* The jobs of a matrix, as GitHub makes them ("Running variations of jobs in a workflow", docs.github.com): all combinations of the
* lists, without what `exclude` names, and with what `include` adds to them or beside them. null: expressions are in it.
*/
function legsOf(matrix) {
	const whole = Object.fromEntries(matrix);
	if (JSON.stringify(whole).includes("${{") || "" in whole) return null;
	const { include, exclude, ...lists } = whole;
	const [added, excluded] = [partsOf(include), partsOf(exclude)];
	if (added === null || excluded === null) return null;
	let legs = [{}];
	for (const [key, list] of Object.entries(lists)) {
		const values = typeof list === "string" ? parsedList(list) : list;
		if (values === null || legs.length * values.length > legLimit) return null;
		legs = legs.flatMap((leg) => values.map((value) => ({
			...leg,
			[key]: textOf(value)
		})));
	}
	return withIncluded(Object.keys(lists).length === 0 ? [] : legs.filter((leg) => !excluded.some((part) => isIn(part, leg))), added, Object.keys(lists));
}
/** GitHub makes no more of one matrix. */
const legLimit = 256;
/** Each part goes to the legs of which it changes no value of a list; one that goes to none is a leg of its own. */
function withIncluded(legs, parts, own) {
	let found = legs;
	const beside = [];
	for (const part of parts) {
		const added = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, textOf(value)]));
		const fits = (leg) => own.every((key) => !(key in added) || leg[key] === added[key]);
		if (found.some(fits)) found = found.map((leg) => fits(leg) ? {
			...leg,
			...added
		} : leg);
		else beside.push(added);
	}
	return [...found, ...beside];
}
function isIn(part, leg) {
	return Object.entries(part).every(([key, value]) => leg[key] === textOf(value));
}
function partsOf(text) {
	if (text === void 0) return [];
	const list = typeof text === "string" ? parsedList(text) : text;
	const isPart = (value) => typeof value === "object" && value !== null;
	return list?.every(isPart) === true ? list : null;
}
function parsedList(json) {
	try {
		const value = JSON.parse(json);
		return Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
function textOf(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** Of `${{ matrix.KEY }}`, and nothing else beside it. */
function matrixKey(raw) {
	return /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(raw)?.[1] ?? null;
}
/**
* What a key had in the place of a value: that value, where the base has it as well; else what it is in the leg that is the same in all
* else, or in the same place. undefined: that cannot be told.
*/
function valueInPlace(key, after, { before, now }) {
	const isValue = (leg) => leg[key]?.trim() === after;
	if (before.some(isValue)) return after;
	const found = now.filter(isValue).map((leg) => {
		const others = (each) => JSON.stringify(Object.entries({
			...each,
			[key]: ""
		}).toSorted());
		const [same, ...more] = before.filter((each) => others(each) === others(leg));
		const inPlace = before.length === now.length ? before[now.indexOf(leg)] : void 0;
		return (more.length === 0 ? same ?? inPlace : inPlace)?.[key];
	});
	const [value, ...others] = new Set(found);
	return others.length === 0 ? value : void 0;
}

// src/config/match-steps.ts
/**
* Finds for each step of the head the step of the base that it was: the same id in the same job, the same name in it, the only ones
* left in it, the same id anywhere, and the only ones left in a file or at all.
*/
function matchSteps(head, base) {
	const pairs = /* @__PURE__ */ new Map();
	const left = new Set(base);
	const keys = [
		({ workflow, job, id }) => id && join$3(workflow, job, id),
		({ workflow, job, name }) => name && join$3(workflow, job, name),
		({ workflow, job }) => join$3(workflow, job),
		({ job, id }) => id && join$3(job, id),
		({ job, name }) => name && join$3(job, name),
		({ job }) => join$3(job),
		({ workflow, id }) => id && join$3(workflow, id),
		({ workflow }) => workflow,
		() => ""
	];
	for (const key of keys) pairBy(key, {
		head: head.filter((step) => !pairs.has(step)),
		left,
		pairs
	});
	return {
		pairs,
		lost: [...left]
	};
}
function join$3(...parts) {
	return parts.join("\n");
}
/** Pairs those of the same key where both sides have as many of it, in their order. */
function pairBy(key, { head, left, pairs }) {
	const named = (steps) => groupBy(steps.filter((step) => key(step) !== null), (step) => key(step) ?? "");
	const bases = named([...left]);
	for (const steps of named(head)) {
		const others = bases.find(([first]) => first !== void 0 && steps[0] !== void 0 && key(first) === key(steps[0])) ?? [];
		if (others.length !== steps.length) continue;
		for (const [at, step] of steps.entries()) {
			const other = others[at];
			if (other === void 0) continue;
			pairs.set(step, other);
			left.delete(other);
		}
	}
}
/** The step that runs, among those of the file. GITHUB_ACTION is its id, or a name that the runner makes: `__OWNER_NAME_2`, `__self`. */
function findRunningStep(all, { file, job, action }) {
	const steps = all.filter(({ workflow }) => workflow === file);
	const inJob = steps.filter(({ jobId, job: jobs }) => jobId === job || jobs.split("/").includes(job));
	const byId = inJob.find(({ id }) => id !== null && id === action);
	if (byId !== void 0) return byId;
	const [, number] = /^__.*?_(\d+)$/.exec(action) ?? [];
	const unnamed = inJob.filter(({ id }) => id === null);
	const byNumber = action.startsWith("__") ? unnamed[Number(number ?? 1) - 1] : void 0;
	if (byNumber !== void 0) return byNumber;
	const [only, more] = inJob.length > 0 ? inJob : steps;
	return more === void 0 ? only ?? null : null;
}

// src/config/narrowed-steps.ts
/** What a step of a workflow lets through that it did not on the base, in words. */
function narrowedStep(head, base) {
	const { file, line } = head;
	const lenient = base.isLenient || !head.isLenient ? [] : [`continue-on-error is set (${file}:${line})`];
	const known = new Set(base.conditions.map(({ text }) => text));
	const conditions = head.conditions.filter(({ text }) => !known.has(text) && !alwaysHolds.test(text));
	return [
		...lenient,
		...conditions.map((condition) => describeCondition(head, condition)),
		...narrowedTriggers(base.triggers, head.triggers).map((text) => `${head.workflow} ${text}`),
		...narrowedMatrix(head, base)
	];
}
const alwaysHolds = /^(?:true|(?:success|always)\s*\(\s*\)|!\s*cancelled\s*\(\s*\))$/;
function describeCondition({ name, id, job }, { text, file, line }) {
	return `the step ${name ?? id ?? `of job ${job}`} runs only if ${text} (${file}:${line})`;
}
/** Events that are about a change. */
const changeEvents = [
	"pull_request",
	"pull_request_target",
	"merge_group",
	"push"
];
/** The types of an event that count where none are given ("Events that trigger workflows", docs.github.com). */
const defaultTypes = {
	pull_request: [
		"opened",
		"synchronize",
		"reopened"
	],
	pull_request_target: [
		"opened",
		"synchronize",
		"reopened"
	],
	merge_group: ["checks_requested"]
};
/** Where a workflow starts less often. */
function narrowedTriggers(base, head) {
	return changeEvents.flatMap((event) => {
		const [before, now] = [base.get(event), head.get(event)];
		if (before === void 0) return [];
		if (now === void 0) return [`no longer runs on ${event}`];
		return [.../* @__PURE__ */ new Set([...before.keys(), ...now.keys()])].flatMap((name) => {
			const preset = name === "types" ? defaultTypes[event] ?? [] : void 0;
			const less = narrowedFilter(name, before.get(name) ?? preset, now.get(name) ?? preset);
			return less === null ? [] : [`runs on fewer events ${event}: ${name} ${less}`];
		});
	});
}
/** undefined: there is no such filter. */
function narrowedFilter(name, before, now) {
	const added = (now ?? []).filter((pattern) => !(before ?? []).includes(pattern));
	if (name.endsWith("-ignore")) return added.length === 0 ? null : `has ${added.join(", ")}`;
	if (now === void 0) return null;
	const negated = added.filter((pattern) => pattern.startsWith("!"));
	if (negated.length > 0) return `has ${negated.join(", ")}`;
	if (now.includes("**")) return null;
	if (before === void 0) return `is only ${now.join(", ") || "empty"}`;
	const lost = before.filter((pattern) => !pattern.startsWith("!") && !now.includes(pattern));
	return lost.length === 0 ? null : `is without ${lost.join(", ")}`;
}
/** Inputs that say what is looked at. */
const coverage = [
	"packages",
	"platforms",
	"binaries",
	"images",
	"working-directory"
];
/** Jobs of the matrix that looked at something which no job looks at now. */
function narrowedMatrix(head, base) {
	const [now, before] = [legsOf(head.matrix), legsOf(base.matrix)];
	if (now === null || before === null) return [];
	const valuesOf = (raw, legs) => {
		const key = matrixKey(raw ?? "");
		return key === null ? [] : [...new Set(legs.flatMap((leg) => leg[key] ?? []))];
	};
	const lostOf = (raws) => {
		const [baseValues, values] = [valuesOf(raws[0], before), valuesOf(raws[1], now)];
		const lost = baseValues.filter((value) => !values.includes(value));
		return lost.length === 0 || values.length === 0 ? null : baseValues.length > values.length ? lost : null;
	};
	const inputs = coverage.flatMap((name) => {
		const lost = lostOf([base.with.get(name)?.raw, head.with.get(name)?.raw]);
		return lost === null ? [] : [`${name} is without ${lost.join(", ")}`];
	});
	const runners = lostOf([base.runsOn, head.runsOn]);
	return runners === null ? inputs : [...inputs, `job ${head.job} no longer runs on ${runners.join(", ")}`];
}

// src/config/workflow-change.ts
/** Reads what the base gave out of both copies of the workflow. */
function compareWorkflows({ head, base }, run) {
	const { pairs, lost } = matchSteps(head, base);
	const gone = lost.map(({ file, line, name, id, job }) => {
		return `the step ${name ?? id ?? `of job ${job}`} (${file}:${line} of the base) no longer checks anything`;
	});
	const narrowed = [...pairs].flatMap(([now, before]) => narrowedStep(now, before));
	const relaxations = [.../* @__PURE__ */ new Set([...gone, ...narrowed])];
	const step = findRunningStep(head, run.running);
	const before = step === null ? base.length === 1 ? base[0] : void 0 : pairs.get(step);
	if (before === void 0) {
		const notes = [`${base.length === 0 ? "the base has no such step" : "the base has no step that this one was"} in its workflows: the inputs of this run count for it too`];
		return {
			given: run.given,
			env: {},
			changes: [],
			relaxations,
			notes,
			goFile: null
		};
	}
	return {
		...inputsBefore(before, step, run),
		relaxations
	};
}
function inputsBefore(base, head, run) {
	const sides = {
		base,
		head,
		run
	};
	const inputs = inputNames.filter((name) => !ofRunner.includes(name)).map((name) => [name, inputBefore(name, sides)]);
	const variables = variablesOf(base, head).map((name) => [name, variableBefore(name, sides)]);
	const given = Object.fromEntries(inputs.flatMap(([name, { before }]) => before === null ? [] : [[name, before]]));
	const env = variables.flatMap(([name, { change, before }]) => change === null ? [] : [[name, before ?? void 0]]);
	const all = [...inputs, ...variables].map(([, found]) => found);
	const changes = all.flatMap(({ change }) => change ?? []);
	const notes = all.flatMap(({ note }) => note ?? []);
	return {
		...withSetupGo({
			given,
			changes
		}, sides),
		env: Object.fromEntries(env),
		notes
	};
}
/** With its line now, or else that of the step. */
function changeOf$2(values, place, run) {
	return {
		...values,
		file: place && run.shownPath(place.file),
		line: place?.line ?? null
	};
}
function inputBefore(name, { base, head, run }) {
	const after = trimmed(run.given[name]);
	const [baseValue, headValue] = [base.with.get(name), head?.with.get(name)];
	const found = valueBefore(name, {
		base: baseValue,
		head: headValue,
		after
	}, {
		base,
		head
	});
	const { before } = found;
	return {
		...found,
		change: before === after ? null : changeOf$2({
			name,
			before,
			after
		}, headValue ?? head, run)
	};
}
function variableBefore(name, { base, head, run }) {
	const [baseValue, headValue] = [base.env.get(name), head?.env.get(name)];
	const same = {
		change: null,
		before: null,
		note: null
	};
	if (baseValue?.raw === headValue?.raw && baseValue?.value === headValue?.value) return same;
	if (baseValue?.value === null) return {
		...same,
		note: describeUnknown(name, baseValue)
	};
	const [before, after] = [baseValue?.value ?? null, run.env[name] ?? null];
	return before === after ? same : {
		before,
		note: null,
		change: changeOf$2({
			name,
			before,
			after
		}, headValue ?? head, run)
	};
}
/** What the runner fills in, or nothing that a build or its judgement heeds. */
const ofRunner = [
	"token",
	"comment-key",
	"comment",
	"summary"
];
function trimmed(text) {
	const value = text?.trim() ?? "";
	return value === "" ? null : value;
}
/** An input as the base gave it: a literal as it stands there, and what this run was given where only an expression stands. */
function valueBefore(name, { base, head, after }, steps) {
	if (steps.head !== null && base?.raw.trim() === head?.raw.trim() && base?.value === head?.value) return ofSameText(name, {
		base,
		after
	}, steps);
	if (base === void 0) return {
		before: null,
		note: null
	};
	if (base.value !== null) return {
		before: trimmed(base.value),
		note: null
	};
	return {
		before: after,
		note: describeUnknown(name, base)
	};
}
/** The same words on both sides; of a value of the matrix, what stands in its place in the matrix of the base. */
function ofSameText(name, { base, after }, steps) {
	const [baseValue, headValue] = [steps.base.matrix, steps.head?.matrix ?? steps.base.matrix];
	const isSame = !(base?.raw.includes("matrix") ?? false) || JSON.stringify([...baseValue]) === JSON.stringify([...headValue]);
	if (base?.value !== null || isSame) return {
		before: after,
		note: null
	};
	const [key, before, now] = [
		matrixKey(base.raw),
		legsOf(baseValue),
		legsOf(headValue)
	];
	const value = key !== null && before !== null && now !== null ? valueInPlace(key, after ?? "", {
		before,
		now
	}) : void 0;
	return value === void 0 ? {
		before: after,
		note: describeUnknown(name, base)
	} : {
		before: trimmed(value),
		note: null
	};
}
function describeUnknown(name, { file, line }) {
	return `${name} is an expression in the base's ${file}:${line}, so this run's value counts for the base too`;
}
/** Variables that a build heeds, and that either workflow sets. */
function variablesOf(base, head) {
	return [.../* @__PURE__ */ new Set([...base.env.keys(), ...head?.env.keys() ?? []])].filter((name) => buildVariable.test(name) || /^GO(?!OGLE)/.test(name));
}
/** The Go that actions/setup-go puts on the PATH, where neither this action's own inputs nor those of the base name one. */
function withSetupGo({ given, changes }, sides) {
	const { base, head, run } = sides;
	const same = {
		given,
		changes,
		goFile: null
	};
	if ([given, run.given].some((each) => "go-version" in each || "go-version-file" in each) || base.setupGo === null) return same;
	if (base.setupGo.version === null) return {
		...same,
		goFile: goFileOf(base.setupGo.file, sides)
	};
	const headValue = valueOfSetupGo(head);
	const [before, after] = [base.setupGo.version.value, headValue?.value ?? null];
	if (before === null || before === after) return same;
	const change = changeOf$2({
		name: "go-version",
		before,
		after
	}, headValue ?? head, run);
	return {
		...same,
		given: {
			...given,
			"go-version": before
		},
		changes: [...changes, change]
	};
}
function valueOfSetupGo(step) {
	const given = step?.setupGo ?? null;
	return given && (given.version ?? given.file);
}
function goFileOf(given, { head, run }) {
	const before = given?.value ?? null;
	if (before === null) return null;
	const value = valueOfSetupGo(head);
	const after = head?.setupGo?.version === null ? value?.value ?? null : null;
	const { file, line } = changeOf$2({
		name: "go-version",
		before,
		after
	}, value ?? head, run);
	return {
		before,
		after,
		place: {
			file,
			line
		}
	};
}

// src/baseline/committed-file.ts
/** Links that lead to links: more than a file system follows (40 on Linux). */
const linkLimit = 40;
/** Reads a file of a commit by its path from the root. Links are followed as in a work tree, and into submodules that are checked out. */
async function readCommitted(path, commit, ports) {
	const git = gitIn(commit.root, ports);
	const rest = path.split("/");
	const done = [];
	for (let links = 0;;) {
		const name = rest.shift();
		if (name === void 0) return {
			kind: "unreadable",
			why: `${path} is a folder`
		};
		if (name === "" || name === ".") continue;
		if (name === "..") {
			if (done.pop() === void 0) return leadsOut(path);
			continue;
		}
		const here = [...done, name].join("/");
		const entry = await entryOf(here, commit.sha, git);
		if (entry === null) return { kind: "absent" };
		if (entry.mode === "160000") {
			const inner = {
				sha: entry.id,
				root: join(commit.root, here)
			};
			return readInSubmodule({
				path,
				module: here,
				rest: rest.join("/")
			}, inner, ports);
		}
		if (entry.mode === "040000") done.push(name);
		else if (entry.mode === "120000") {
			const { stdout: target } = await git("cat-file", "blob", entry.id);
			if (/^(?:\/|[A-Za-z]:)/.test(target)) return leadsOut(path);
			if (++links > linkLimit) return {
				kind: "unreadable",
				why: `${path} is a symbolic link that leads to itself`
			};
			rest.unshift(...target.split("/"));
		} else if (rest.some((each) => each !== "" && each !== ".")) return { kind: "absent" };
		else return readBlob({
			path,
			id: entry.id
		}, git);
	}
}
async function readBlob({ path, id }, git) {
	const { exitCode, stdout: text } = await git("cat-file", "blob", id);
	if (exitCode !== 0) return {
		kind: "unreadable",
		why: `git cannot read ${path}`
	};
	return text.includes("�") ? {
		kind: "unreadable",
		why: `${path} is not UTF-8`
	} : {
		kind: "text",
		text
	};
}
function leadsOut(path) {
	return {
		kind: "unreadable",
		why: `${path} is a symbolic link that leads outside the repository`
	};
}
async function entryOf(path, sha, git) {
	const listed = await listedNames(git("ls-tree", "--full-tree", "-z", sha, path));
	const [, mode, id] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(listed?.[0] ?? "") ?? [];
	return mode === void 0 || id === void 0 ? null : {
		mode,
		id
	};
}
async function readInSubmodule({ path, module, rest }, inner, ports) {
	if (await ports.files.kindOf(join(inner.root, ".git")) === void 0) return {
		kind: "unreadable",
		why: `${path} is in the submodule ${module}, which is not checked out`
	};
	if ((await hasCommit(inner.sha, {
		steps: [],
		git: gitIn(inner.root, ports)
	})).kind !== "found") return {
		kind: "unreadable",
		why: `${path} is in the submodule ${module}, which lacks that commit`
	};
	return readCommitted(rest, inner, ports);
}

// src/baseline/event.ts
const zeros = /^0+$/;
/**
* The event of a workflow run -> where its base is. Outside of GitHub there is none unless `baseline-ref` names it.
* Throws ConfigError for every event but those in which nobody's code runs with more rights than its author has.
*/
function baseRefsOfEvent(request, env, payload) {
	const { baseline, baselineRef } = request;
	const foreign = foreignEvent(env);
	if (foreign !== null) {
		const none = {
			kind: "none",
			why: "baseline: none"
		};
		if (baseline === "none") return {
			programs: none,
			policy: none
		};
		throw new ConfigError(`baseline: ${foreign} runs with the repository's permissions, and a build would run code from the pull request; use the event pull_request, or baseline: none`);
	}
	const ofEvent = refOfEvent(env.GITHUB_EVENT_NAME ?? "", fieldsOf(payload), env);
	const named = baselineRef === null ? ofEvent : {
		kind: "ref",
		ref: baselineRef
	};
	const policy = ofEvent.kind === "none" ? named : ofEvent;
	if (baseline === "none") return {
		programs: {
			kind: "none",
			why: "baseline: none"
		},
		policy
	};
	if (named.kind === "none" && baseline === "build") throw new ConfigError(`baseline: build needs a commit to build (${named.why}); name one in baseline-ref`);
	return {
		programs: named,
		policy
	};
}
/** What the file of the event says; null outside of a workflow run, and when it cannot be read. */
async function readPayload({ env, files }) {
	const path = env.GITHUB_EVENT_PATH ?? "";
	const text = path === "" || env.GITHUB_ACTIONS !== "true" ? void 0 : await files.readText(path);
	try {
		return JSON.parse(text ?? "null");
	} catch {
		return null;
	}
}
function refOfEvent(event, payload, env) {
	switch (event) {
		case "": return {
			kind: "none",
			why: "no baseline-ref is given, and this is not a workflow run"
		};
		case "pull_request": {
			const head = commit(payload.pull_request, "head", "sha");
			const branch = text(payload.pull_request, "base", "ref");
			if (head === null || branch === null) return {
				kind: "lost",
				why: "the event has no pull request"
			};
			return {
				kind: "merge-parent",
				head,
				branch
			};
		}
		case "merge_group": {
			const sha = commit(payload.merge_group, "base_sha");
			const head = commit(payload.merge_group, "head_sha");
			return sha === null ? {
				kind: "lost",
				why: "the event does not name a base commit"
			} : {
				kind: "commit",
				sha,
				head,
				what: "the base of the merge group"
			};
		}
		case "push": return refOfPush(payload, env);
		default: return {
			kind: "none",
			why: `the event ${event} has no base commit; set baseline-ref`
		};
	}
}
function refOfPush(payload, env) {
	if ((env.GITHUB_REF ?? "").startsWith("refs/tags/")) return {
		kind: "none",
		why: "a tag has no base commit; set baseline-ref"
	};
	const before = commit(payload, "before");
	if (before === null) return {
		kind: "lost",
		why: "the event does not name the commit before the push"
	};
	if (zeros.test(before)) return {
		kind: "none",
		why: "the branch is new"
	};
	return {
		kind: "commit",
		sha: before,
		head: commit(payload, "after"),
		what: "what the branch was before the push"
	};
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function text(value, ...path) {
	const found = path.reduce((at, name) => fieldsOf(at)[name], value);
	return typeof found === "string" && found !== "" ? found : null;
}
function commit(value, ...path) {
	const found = text(value, ...path);
	return found !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : null;
}

// src/baseline/clock.ts
function startClock(ports, limitMs) {
	const deadline = ports.now() + limitMs;
	const limit = limitMs < 6e4 ? `${limitMs / 1e3} s` : `${Math.round(limitMs / 6e4)} min`;
	const limited = (exec) => (program, args, options) => exec(program, args, {
		...options,
		timeoutMs: deadline - ports.now()
	});
	return {
		ports: {
			...ports,
			ask: limited(ports.ask),
			work: limited(ports.work)
		},
		isOver: () => ports.now() >= deadline,
		why: `its time limit of ${limit} ran out`
	};
}

// src/baseline/known-ref.ts
/** Time in ms for looking up a ref, which may be a fetch. */
const timeLimitMs = 6e5;
/**
* Looks up what `baseline-ref` names, before anything is built: a name that nobody knows protects nothing. What is found is kept, so
* that it is fetched once. Throws ConfigError where there is no repository, and for a name that neither the clone nor its remote has; one
* that the remote may have and that cannot be fetched is for `on-missing-baseline` to judge.
*/
async function lookUpRefs(refs, { where }, ports) {
	const named = [refs.programs, refs.policy].find((each) => each.kind === "ref");
	if (named === void 0) return refs;
	try {
		const found = await lookUp(named, resolve(where.workingDirectory), startClock(ports, timeLimitMs).ports);
		const withFound = (each) => each.kind === "ref" ? found : each;
		return {
			programs: withFound(refs.programs),
			policy: withFound(refs.policy)
		};
	} catch (thrown) {
		if (thrown instanceof MachineFault) return refs;
		throw thrown;
	}
}
async function lookUp(named, dir, ports) {
	const repository = await findRepository(dir, ports);
	if ("why" in repository) {
		if (!/not a git repository/i.test(repository.why)) return named;
		throw new ConfigError(`baseline-ref: "${named.ref}" cannot be looked up: ${repository.why}`);
	}
	const found = await findBaseIn(repository, named, ports);
	if (found.kind !== "missing" || found.isUnknown !== true) return {
		...named,
		found
	};
	const guess = didYouMean(named.ref, await knownNames(repository, ports));
	throw new ConfigError(`baseline-ref: ${found.steps.at(-1) ?? `"${named.ref}" was not found`}${guess}`);
}
/** Branches and tags of the clone, with the branches of its remotes by their own names. */
async function knownNames({ root }, ports) {
	const git = gitIn(root, ports);
	const names = (await output(git("for-each-ref", "--count=2000", "--format=%(refname:strip=2)")) ?? "").split("\n").filter((name) => name !== "");
	return [...new Set(names.flatMap((name) => [name, name.replace(/^[^/]+\//, "")]))];
}

// src/baseline/base-policy.ts
function requirementsOf({ rules, relaxations }) {
	return {
		rules,
		relaxations,
		isChange: true
	};
}
/** Finds a commit and reads what it asked for; builds nothing. */
async function findPolicy(ref, request, ports) {
	const unknown = {
		source: "none",
		sha: null,
		rules: null,
		relaxations: []
	};
	if (ref.kind === "none") return {
		...unknown,
		isChange: false,
		steps: []
	};
	const repository = await findRepository(resolve(request.where.workingDirectory), ports);
	if ("why" in repository) return {
		...unknown,
		isChange: true,
		steps: [repository.why]
	};
	const found = await findBaseIn(repository, ref, ports);
	if (found.kind !== "found") return {
		...unknown,
		isChange: true,
		steps: found.steps
	};
	const { sha, around } = found;
	const policy = await policyOfBase(request, await placeOf$3(request, {
		sha,
		repository,
		around
	}, ports));
	return {
		source: "policy",
		sha,
		...requirementsOf(policy),
		steps: [...found.steps, ...policy.steps]
	};
}
/**
* The base of a run that builds nothing of it: explain, and files that something else built. null where no change is looked at, and
* in events whose base nobody reads.
*/
async function policyBase(request, ports) {
	if (request.gate.policy.source === null || foreignEvent(ports.env) !== null) return null;
	const baselineRef = request.mode === "inspect" ? null : request.baselineRef;
	const refs = baseRefsOfEvent({
		baseline: "none",
		baselineRef
	}, ports.env, await readPayload(ports));
	const { policy } = await lookUpRefs(refs, request, ports);
	return policy.kind === "none" ? null : {
		...emptyBaseline,
		...await findPolicy(policy, request, ports)
	};
}
const emptyBaseline = {
	source: "none",
	sha: null,
	steps: [],
	isMissing: false,
	isMachineFault: false,
	notListed: null,
	cells: [],
	gone: [],
	moved: /* @__PURE__ */ new Map(),
	hunks: /* @__PURE__ */ new Map(),
	rules: null,
	isChange: false,
	relaxations: [],
	changes: []
};
/** How the base's copies of the config file and of the workflow are read: that of the repository whose workflow runs. */
async function placeOf$3(request, { around, ...commit }, ports) {
	const { repository } = commit;
	return {
		read: readerOf(commit, ports),
		pathIn: (path) => pathIn(repository, path),
		top: repository.alias,
		workflow: await workflowOfBase(request, around ?? commit, ports)
	};
}
function readerOf({ sha, repository }, ports) {
	return (path) => readCommitted(path, {
		sha,
		root: repository.root
	}, ports);
}
/** What the base's copy of the workflow gives to this step. The files are read only where the two commits have other ones. */
async function workflowOfBase(request, { sha, repository }, ports) {
	const { env } = ports;
	const given = request.gate.policy.source?.given ?? {};
	const same = sameWorkflow(given);
	const path = workflowPath(env.GITHUB_WORKFLOW_REF ?? "");
	if (path === null) return same;
	const changed = await changedWorkflows({
		sha,
		repository
	}, ports);
	if (changed?.length === 0) return same;
	if (changed === null) return {
		...same,
		notes: ["git could not tell whether the workflow differs"]
	};
	const action = { repository: (env.GITHUB_ACTION_REPOSITORY ?? "") || null };
	const files = [.../* @__PURE__ */ new Set([path, ...changed.filter((name) => workflowFile.test(name))])];
	const collect = async (from) => withoutCalled((await Promise.all(files.map((file) => findActionSteps(file, {
		read: from,
		action
	})))).flat());
	const [head = [], base = []] = await Promise.all(["HEAD", sha].map((each) => collect(readerOf({
		sha: each,
		repository
	}, ports))));
	const workingDirectory = resolve(request.where.workingDirectory);
	return compareWorkflows({
		head,
		base
	}, {
		given,
		env,
		running: {
			file: path,
			...stepOf(request, env)
		},
		shownPath: (file) => relative(workingDirectory, join(repository.alias, file)).replaceAll("\\", "/")
	});
}
/** The step whose inputs count: of a leg, the one that made its plan. */
function stepOf(request, env) {
	return (request.mode === "inspect" ? null : request.own?.plan.step ?? null) ?? {
		job: env.GITHUB_JOB ?? "",
		action: env.GITHUB_ACTION ?? ""
	};
}
/** `.github/workflows/ci.yml` of `acme/app/.github/workflows/ci.yml@refs/pull/1/merge`. */
function workflowPath(ref) {
	return /^[^/]+\/[^/]+\/(.+?)@/s.exec(ref)?.[1] ?? null;
}
/**
* The files of workflows and actions, and those by which actions/setup-go can choose a Go, that are not the same in both commits; null
* when git cannot tell.
*/
async function changedWorkflows({ sha, repository }, ports) {
	const paths = [":(top).github/workflows", ...namesOfInterest.map((name) => `:(top,glob)**/${name}`)];
	const git = gitIn(repository.root, ports);
	return listedNames(git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", sha, "HEAD", "--", ...paths));
}
/** A workflow that is only called counts by itself where none of those that are read calls it. */
function withoutCalled(steps) {
	return steps.filter(({ workflow, file, line, triggers }) => {
		return ![...triggers.keys()].every((event) => event === "workflow_call") || steps.every((other) => other.workflow === workflow || other.file !== file || other.line !== line);
	});
}
/** What GitHub takes for a workflow: no other names, and nothing in folders below. */
const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const namesOfInterest = [
	"action.yml",
	"action.yaml",
	"*.mod",
	"*.work",
	"*go-version*",
	".tool-versions"
];

// src/judge/regression.ts
/**
* Compares one shipped target with what it was. undefined when it is not worse. Only the artifacts count: what they need in order
* to start, and where they fail afterwards.
*/
function regressionOf(head, base) {
	if (base.status !== "built") return void 0;
	if (head.status !== "built") {
		if (head.findings.some(({ kind }) => kind === "machine-fault")) return void 0;
		return {
			kind: "build",
			...withDetail(head.status === "failed" ? "no longer builds" : "is no longer built", head.reason ?? "")
		};
	}
	const worse = worseLinkage(head, base) ?? newHazard(head, base) ?? fewerSystems(head, base, []);
	return worse && {
		kind: "regression",
		...worse
	};
}
function withDetail(summary, detail) {
	return {
		what: `${summary}: ${detail}`,
		summary,
		detail
	};
}
function withoutDetail(what) {
	return {
		what,
		summary: what,
		detail: null
	};
}
function worseLinkage(head, base) {
	const [linkage, baseLinkage] = [head.linkage, base.linkage];
	if (linkage === null || baseLinkage === null) return void 0;
	const isUnjudged = linkage.kind === "unreadable" || linkage.kind === "packed";
	if (isUnjudged && baseLinkage.kind !== linkage.kind) return withDetail(`can no longer be judged (was ${baseLinkage.kind})`, linkage.reason ?? linkage.kind);
	if (isUnjudged || baseLinkage.kind === "unreadable" || baseLinkage.kind === "packed") return void 0;
	if (!isStandalone(base) || isStandalone(head)) return moreNeeds(head, base);
	const needs = `needs ${listed(needsOf(head))}${floorOf(head)}`;
	return withoutDetail(`is now ${linkage.kind} (was ${baseLinkage.kind}; ${needs})`);
}
function needsOf({ linkage }) {
	if (linkage === null) return [];
	const needs = [...linkage.interpreter === null ? [] : [linkage.interpreter], ...linkage.needed];
	return needs.length === 0 ? ["nothing"] : needs;
}
function floorOf({ linkage }) {
	return linkage?.minGlibc == null ? "" : `, glibc ${linkage.minGlibc} or newer`;
}
/** Dynamic before and after: it may start on fewer machines all the same. */
function moreNeeds(head, base) {
	const [linkage, baseLinkage] = [head.linkage, base.linkage];
	if (linkage === null || baseLinkage === null) return void 0;
	const needs = [
		...filesNeeded(linkage, baseLinkage, describeObstacle(head, base) ?? ""),
		...isHigher(linkage.minGlibc, baseLinkage.minGlibc) ? [`requires glibc ${linkage.minGlibc ?? ""}, was ${baseLinkage.minGlibc ?? "none"}`] : [],
		...isHigher(linkage.minOs, baseLinkage.minOs) ? [`requires release ${linkage.minOs ?? ""} of its system, was ${baseLinkage.minOs ?? "any"}`] : []
	];
	const lost = fewerSystems(head, base, needs);
	if (lost !== void 0) return lost;
	return needs.length === 0 ? void 0 : withoutDetail(`now starts on fewer systems (${needs.join(", ")})`);
}
/** The loader and the libraries that are new. `obstacle`: the reason why a system is lost, which may name them already. */
function filesNeeded(linkage, before, obstacle) {
	const { kind, interpreter, needed } = linkage;
	const isNewLoader = interpreter !== null && interpreter !== before.interpreter && !obstacle.includes(interpreter);
	const libraries = (kind === "system" ? [] : needed).filter((library) => !before.needed.includes(library) && !obstacle.includes(library));
	return [...isNewLoader ? [`needs the dynamic loader ${interpreter}`] : [], ...libraries.length > 0 ? [`also needs ${listed(libraries)}`] : []];
}
/** Where it started, and does not any longer: by name, and what keeps it from it. `needs`: what its headers ask for in addition. */
function fewerSystems(head, base, needs) {
	const lost = lostSystems(head, base);
	if (lost.length === 0) return void 0;
	const starts = (head.runsOn ?? []).filter(({ system }) => lost.includes(system)).every(({ outcome }) => outcome === "unknown") ? "is no longer known to start" : "no longer starts";
	const obstacle = describeObstacle(head, base);
	const why = [...obstacle === null ? [] : [`: ${obstacle}`], ...needs.length === 0 ? [] : [` (${needs.join(", ")})`]];
	return withoutDetail(`${starts} on ${describeLost$1(lost)}${why.join("")}`);
}
function newHazard(head, base) {
	const before = new Set(base.findings.map(({ kind }) => kind));
	const found = head.findings.find(({ kind, level }) => {
		const { regressionIfNew } = catalog[kind];
		const counts = regressionIfNew === "always" || regressionIfNew === "standalone" && isStandalone(base) || regressionIfNew === "image" && base.images?.some(({ starts }) => starts === true) === true;
		return level !== "info" && counts && !before.has(kind);
	});
	return found && withDetail("introduces a new runtime risk", found.message);
}

// src/explain/go-imports.ts
const token$1 = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[\p{L}_][\p{L}\p{N}_]*|[().;]/guy;
const skipped$1 = /^(?:\s|\/\/|\/\*)/;
/** The imports of a Go source file, in order. Anything that is no Go ends the reading: what was found so far is returned. */
function parseGoImports(source) {
	const imports = [];
	let line = 1;
	let state = "package";
	for (const [text] of source.replace(/^\uFEFF/, "").matchAll(token$1)) {
		const at = line;
		line += text.split("\n").length - 1;
		if (skipped$1.test(text) || text === ";") continue;
		if (state === "package") {
			if (text !== "package") state = "declarations";
		} else if (state === "declarations") {
			if (text !== "import") break;
			state = "spec";
		} else if (text === "(") state = "group";
		else if (text === ")") state = "declarations";
		else if (/^["`]/.test(text)) {
			imports.push({
				path: text.slice(1, -1),
				line: at
			});
			if (state === "spec") state = "declarations";
		}
	}
	return imports;
}

// src/model/finding.ts
const nowhere$2 = {
	file: null,
	line: null,
	column: null
};
/** The packages that the findings of the head are about, but for those that the base has as well. */
function packagesOfNew(head, base) {
	const before = new Set(base.map(({ message }) => message));
	return new Set(head.filter(({ message }) => !before.has(message)).flatMap(({ packages = [] }) => packages));
}

// src/baseline/arrivals.ts
/**
* What a change brought to a program that may decide how it is linked: imports that lead to C, versions of modules, #cgo lines, C code.
* Only what stands in a line that the change touched: an old import explains nothing. What matters most comes first.
*/
async function findArrivals({ head, base }, changed) {
	const sides = sidesOf({
		head,
		base
	}, changed);
	const packages = [...reachable(sides.head, head.package)].flatMap((path) => sides.head.get(path) ?? []);
	const named = packagesOfNew(head.findings, base.findings);
	const suspects = packages.filter((each) => isCgoUser(each) || named.has(each.importPath));
	const [users, flags, code] = await Promise.all([
		Promise.all(suspects.map((user) => arrivalOfUser(user, {
			main: head.package,
			sides,
			changed
		}))),
		Promise.all(packages.map((user) => arrivalOfFlags(user, {
			main: head.package,
			sides,
			changed
		}))),
		Promise.all(packages.map((user) => arrivalOfCode(user, {
			main: head.package,
			sides,
			changed
		})))
	]);
	const compiler = await arrivalOfCompiler(head, changed);
	return [
		...users,
		...flags,
		compiler,
		...code
	].flatMap((found) => found ?? []);
}
function isCgoUser({ importPath, cgoFiles, objectFiles }) {
	return importPath !== "runtime/cgo" && cgoFiles.length + objectFiles.length > 0;
}
function sidesOf({ head, base }, { repository, tree }) {
	const ofTree = {
		root: tree,
		alias: tree,
		prefix: ""
	};
	const baseGraph = base.planned.cgoGraph;
	const baseKey = (path) => {
		const found = baseGraph.get(path);
		return found === void 0 ? path : keyOf$1(found, ofTree);
	};
	return {
		head: head.planned.cgoGraph,
		base: new Map([...baseGraph.values()].map((each) => [keyOf$1(each, ofTree), each])),
		headKey: (each) => each.importPath === head.package ? baseKey(base.package) : keyOf$1(each, repository),
		baseKey,
		baseNeeds: new Set([...reachable(baseGraph, base.package)].map(baseKey))
	};
}
/** A package of the repository is its folder: the module may have another name on the base. */
function keyOf$1(each, repository) {
	const folder = folderOf(each, repository);
	return folder === void 0 ? each.importPath : `./${folder}`;
}
/** The module cache and Go itself may be inside of the repository's folder, and are no part of it. */
function folderOf({ dir, standard }, repository) {
	return standard || /[\\/][^\\/]+@v\d[^\\/]*(?:[\\/]|$)/.test(dir) ? void 0 : pathIn(repository, dir);
}
/** Where the first step to a package stands that the base has not. */
async function arrivalOfUser(user, about) {
	const { sides, main } = about;
	const before = sides.base.get(sides.headKey(user));
	const wasNeeded = sides.baseNeeds.has(sides.headKey(user));
	if (before !== void 0 && wasNeeded && (!isCgoUser(user) || isCgoUser(before))) return void 0;
	const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
	for (const step of wasNeeded ? [{
		importer: user,
		imported: "C"
	}] : newSteps(chain, user, sides)) {
		const place = await placeOfStep(step, about);
		if (place !== void 0) return {
			package: user.importPath,
			chain,
			...place
		};
	}
}
function newSteps(chain, user, { head, base, headKey, baseKey }) {
	const steps = chain.slice(0, -1).flatMap((path, at) => {
		const [importer, imported] = [head.get(path), chain[at + 1] ?? ""];
		const target = head.get(imported);
		if (importer === void 0) return [];
		const before = base.get(headKey(importer));
		const targetKey = target === void 0 ? imported : headKey(target);
		return before?.imports.some((each) => baseKey(each) === targetKey) ?? false ? [] : [{
			importer,
			imported
		}];
	});
	return isCgoUser(user) ? [...steps, {
		importer: user,
		imported: "C"
	}] : steps;
}
async function placeOfStep(step, about) {
	const { importer, imported } = step;
	const { repository } = about.changed;
	if (importer.standard) return void 0;
	const folder = folderOf(importer, repository);
	const ofModule = importer.own ? void 0 : await placeOfModule(importer.module, about.changed);
	if (folder === void 0 || ofModule !== void 0) return ofModule;
	return (await Promise.all([...importer.cgoFiles, ...importer.goFiles].toSorted().map((file) => placeInFile(step, {
		file,
		folder
	}, about)))).find((each) => each !== void 0) ?? (imported === "C" ? placeOfObject(importer, folder, about.changed) : void 0);
}
/** The line of an import, where the change touched it, or what made its file count. */
async function placeInFile({ importer, imported }, { file, folder }, { sides, changed }) {
	const text = await changed.files.readText(join(importer.dir, file));
	const found = parseGoImports(text ?? "").find((each) => each.path === imported);
	if (found === void 0) return void 0;
	const name = join(folder, file).replaceAll("\\", "/");
	const hunks = await changed.hunksOf(name);
	const shown = shownPath(name, changed);
	if (covers$1(hunks, found.line)) return {
		by: "import",
		detail: imported,
		file: shown,
		line: found.line
	};
	const before = sides.base.get(sides.headKey(importer));
	if (before !== void 0 && [...before.goFiles, ...before.cgoFiles].includes(file) || !isTouched(name, changed)) return void 0;
	return {
		by: "constraint",
		detail: imported,
		file: shown,
		line: Math.max(hunks.find((hunk) => hunk.line < found.line)?.line ?? 1, 1)
	};
}
/** An object file has no import. */
function placeOfObject({ objectFiles }, folder, changed) {
	const found = objectFiles.map((file) => join(folder, file)).find((name) => isTouched(name, changed));
	return found === void 0 ? void 0 : {
		by: "c-code",
		detail: "",
		file: shownPath(found, changed),
		line: 1
	};
}
function isTouched(name, { changes }) {
	return changes?.files.includes(name.replaceAll("\\", "/")) ?? false;
}
function covers$1(hunks, line) {
	return hunks.some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
}
function shownPath(name, { repository, workingDirectory }) {
	return relative(resolve(workingDirectory), join(repository.alias, name)).replaceAll("\\", "/");
}
/** The line of a go.mod, a go.work or a file of -modfile that names another version; else one that another module came with. */
async function placeOfModule(module, changed) {
	if (module === null) return void 0;
	const { repository, changes, files } = changed;
	const candidates = (changes?.files ?? []).filter((name) => /(?:\.mod|(?:^|\/)go\.work)$/.test(name)).slice(0, 20);
	const found = [];
	for (const name of candidates) {
		const [text = "", hunks] = await Promise.all([files.readText(join(repository.alias, name)), changed.hunksOf(name)]);
		for (const [at, content] of text.split("\n").entries()) {
			const words = content.replace(/\/\/.*$/, "").trim().split(/\s+/);
			if (!(words.some((word) => /^v\d/.test(word)) || words.includes("=>")) || !covers$1(hunks, at + 1)) continue;
			const place = {
				by: "module",
				detail: words.filter((word) => word !== "require" && word !== "replace").join(" "),
				file: shownPath(name, changed),
				line: at + 1
			};
			found.push({
				place,
				isNamed: words.includes(module)
			});
		}
	}
	return (found.find(({ isNamed }) => isNamed) ?? found[0])?.place;
}
/** #cgo lines hand other flags to the linker than on the base. */
async function arrivalOfFlags(user, { main, sides, changed }) {
	const before = sides.base.get(sides.headKey(user));
	if (before === void 0 || user.standard || !isCgoUser(before)) return void 0;
	const old = /* @__PURE__ */ new Set([...before.cgoLdflags, ...before.cgoPkgConfig]);
	const added = [...user.cgoLdflags, ...user.cgoPkgConfig].filter((flag) => !old.has(flag));
	if (added.length === 0) return void 0;
	const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
	const place = await placeOfFlags(user, added, changed);
	return place && {
		package: user.importPath,
		chain,
		...place
	};
}
async function placeOfFlags(user, added, changed) {
	const folder = folderOf(user, changed.repository);
	if (folder === void 0) return placeOfModule(user.module, changed);
	for (const file of user.cgoFiles) {
		const name = join(folder, file).replaceAll("\\", "/");
		const lines = (await changed.files.readText(join(user.dir, file)) ?? "").split("\n");
		const hunks = await changed.hunksOf(name);
		const at = lines.findIndex((text, index) => /#cgo\b.*(?:LDFLAGS|pkg-config)\s*:/.test(text) && covers$1(hunks, index + 1));
		if (at >= 0) return {
			by: "cgo-flags",
			detail: added.join(" "),
			file: shownPath(name, changed),
			line: at + 1
		};
	}
}
const cSource = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inc|m|mm|s|sx|S|f|for|f90|syso|a|o|swig|swigcxx)$/;
/** A file that the C compiler or the linker gets differs, or the C code in front of import "C". */
async function arrivalOfCode(user, { main, sides, changed }) {
	const folder = folderOf(user, changed.repository);
	if (folder === void 0 || !isCgoUser(user)) return void 0;
	const chain = importChain(sides.head, main, user.importPath) ?? [main, user.importPath];
	const names = [.../* @__PURE__ */ new Set([
		...user.cgoFiles,
		...user.otherFiles,
		...user.inputs.filter((file) => cSource.test(file))
	])];
	for (const file of names.toSorted()) {
		const name = join(folder, file).replaceAll("\\", "/");
		if (!isTouched(name, changed)) continue;
		const [first] = (await changed.hunksOf(name)).filter(({ count }) => count > 0);
		const line = first?.line ?? 1;
		const text = file.endsWith(".go") ? await changed.files.readText(join(user.dir, file)) : void 0;
		if (line >= (text === void 0 ? Infinity : parseGoImports(text).find(({ path }) => path === "C")?.line ?? 0)) continue;
		return {
			package: user.importPath,
			chain,
			by: "c-code",
			detail: "",
			file: shownPath(name, changed),
			line
		};
	}
}
/** CC names a program of the repository, and the change touched it. */
async function arrivalOfCompiler({ planned, package: main }, changed) {
	const found = planned.cgoEnv.CC.split(/[\s'"]+/).filter((word) => isAbsolute(word)).flatMap((word) => pathIn(changed.repository, word) ?? []).find((name) => isTouched(name, changed));
	if (found === void 0) return void 0;
	const [first] = await changed.hunksOf(found);
	const line = Math.max(first?.line ?? 1, 1);
	return {
		by: "compiler",
		package: main,
		chain: [main],
		detail: "",
		file: shownPath(found, changed),
		line
	};
}

// src/baseline/changes.ts
const diff = [
	"diff",
	"--no-ext-diff",
	"--no-textconv",
	"--ignore-submodules=none",
	"--no-color"
];
/** undefined when git cannot compare the two. */
async function findChanges(base, repository, ports) {
	const git = gitIn(repository.root, ports);
	const [raw, untracked] = await Promise.all([listedNames(git(...diff, "--raw", "-z", "-M", base, "--")), listedNames(git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/"))]);
	if (raw === null || untracked === null) return void 0;
	const changes = parseRaw(raw);
	return {
		files: [.../* @__PURE__ */ new Set([...changes.flat(), ...untracked])],
		moved: new Map(changes.flatMap(([from = "", to]) => to === void 0 ? [] : [[to, from]]))
	};
}
/** `git diff --raw -z`: `:mode mode sha sha STATUS`, then one path, or two for what was renamed or copied. */
function parseRaw(words) {
	const found = [];
	for (let at = 0; at + 1 < words.length;) {
		const status = (words[at] ?? "").split(" ")[4] ?? "";
		const count = /^[RC]/.test(status) ? 2 : 1;
		found.push(words.slice(at + 1, at + 1 + count));
		at += 1 + count;
	}
	return found;
}
/** Go files that the head may be built from and that no commit has, because git ignores them. */
async function findIgnored(repository, ports) {
	return await listedNames(gitIn(repository.root, ports)("ls-files", ...[
		"--others",
		"--ignored",
		"--exclude-standard",
		"-z",
		"--full-name",
		":/*.go"
	])) ?? [];
}
/** The pieces of one file that differ from the base; all of a file that is new. */
async function findHunks(file, { base, changes, repository }, ports) {
	const before = changes?.moved.get(file);
	const paths = [file, ...before === void 0 ? [] : [before]].map((path) => `:(top,literal)${path}`);
	const { exitCode, stdout } = await gitIn(repository.root, ports)(...diff, "--unified=0", "--text", "-M", base, "--", ...paths);
	return exitCode === 0 ? parseHunks(stdout) : [];
}
/** Without context every line of a file begins with + or -, so that none can pass for a header. */
function parseHunks(text) {
	return text.split(/^(?=@@ )/m).flatMap((part) => {
		const [, line, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(part) ?? [];
		if (line === void 0) return [];
		const removed = [...part.matchAll(/^-(.*)$/gm)].map(([, old]) => old ?? "");
		return [{
			line: Number(line),
			count: Number(count),
			removed
		}];
	});
}

// src/plan/plan-builds.ts
/**
* Packages × platforms × strategies → cells. Asks the go command, builds nothing. What cannot be loaded and may be a program is a
* cell too: its build fails in Go's own words. Throws ConfigError for names, flags and platforms that cannot be meant.
*/
async function plan(request, modules, { go, ports, isReported = true, release }) {
	const { where, build } = request;
	const userFlags = parseGoFlags(build.flags, "flags");
	const dir = modules[0]?.dir ?? where.workingDirectory;
	const goEnv = await readGoEnv(go, dir, ports.files);
	const context = {
		request,
		go,
		ports,
		goEnv,
		givenEnv: await readGivenEnv(go, goEnv, ports.files),
		strategies: build.strategies,
		userFlags,
		goflags: parseGOFLAGS(goEnv.GOFLAGS),
		limit: pLimit(ports.host.cpus),
		lister: new GoLister(go, {
			limit: ports.host.cpus,
			files: ports.files
		})
	};
	checkLinkerFlags(userFlags, "flags");
	checkLinkerFlags(context.goflags, "GOFLAGS");
	const { platforms, note } = await choosePlatforms(context, dir, release?.description.entries ?? []);
	const listed = await listTargets(modules, platforms, context);
	const cc = isReported ? await describeCompiler(goEnv.CC, {
		dir,
		env: go.env
	}, ports) : null;
	const { goflags } = context;
	const described = describedRelease(release, note);
	if (listed instanceof NotListed) return {
		cells: [],
		whyEmpty: listed,
		goflags,
		cc,
		release: described
	};
	const released = await listReleased(release, platforms, {
		context,
		listed
	});
	const order = build.strategies.map(({ name }) => name);
	const sorted = withRoles([...released.cells, ...withoutExcluded(listed)], build.ship).toSorted((a, b) => compareText(a.package, b.package) || compareText(a.platform.name, b.platform.name) || order.indexOf(a.strategy.name) - order.indexOf(b.strategy.name) || compareText(a.strategy.name, b.strategy.name));
	const found = sorted.every(isUnplaced) ? [] : sorted;
	const whyEmpty = found.length === 0 ? noMainPackage(where.packages, modules, await listAnything(context, modules)) : null;
	const notUnderstood = [...described.notUnderstood, ...released.notUnderstood];
	return {
		cells: found,
		whyEmpty,
		goflags,
		cc,
		release: {
			...described,
			notUnderstood
		}
	};
}
function describedRelease(release, note) {
	const { notUnderstood = [], hints = [] } = release?.description ?? {};
	return {
		notUnderstood,
		hints,
		note: release?.why ?? note
	};
}
/** The release builds of the programs that this run is about: of all where it looks at the default packages, else of those listed. */
async function listReleased(release, platforms, { context, listed }) {
	if (release === null) return {
		cells: [],
		notUnderstood: []
	};
	const { entries } = release.description;
	const found = await planRelease(entries, platforms, {
		...release,
		context
	});
	if (context.request.where.packages.join(" ") === "./...") return found;
	const programs = new Set(listed.map((cell) => cell.package));
	return {
		...found,
		cells: found.cells.filter((cell) => programs.has(cell.package))
	};
}
/** All cells; or what the go command says where it can list nothing. */
async function listTargets(modules, platforms, context) {
	try {
		const targets = modules.flatMap((module) => platforms.map((platform) => planTargets(module, platform, context)));
		return (await Promise.all(targets)).flat();
	} catch (thrown) {
		if (thrown instanceof NotListed) return thrown;
		throw thrown;
	}
}
/** The plan itself; throws its ConfigError when it has no program. */
function requirePrograms(planned) {
	if (planned.whyEmpty !== null) throw planned.whyEmpty;
	return planned;
}
/** A program that was named and is for other platforms of this run is no target here. */
function withoutExcluded(cells) {
	const loaded = new Set(cells.filter((cell) => mainOf$2(cell)?.state === "loaded").map((cell) => cell.package));
	return cells.filter((cell) => mainOf$2(cell)?.state !== "excluded" || !loaded.has(cell.package));
}
/** A pattern that leads nowhere, in the place of a package. */
function isUnplaced(cell) {
	return cell.packageDir === "" || cell.package.startsWith(".");
}
function mainOf$2({ cgoGraph, graph, package: main }) {
	return cgoGraph.get(main) ?? graph.get(main);
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
async function choosePlatforms(context, dir, entries) {
	const { request, go, goEnv } = context;
	const own = `${goEnv.GOOS}/${goEnv.GOARCH}`;
	const { names, note } = choosePlatformNames(request.where.platforms, own, entries);
	if (request.where.platforms.length === 0 && note === null) return {
		platforms: [parsePlatform(own, [own])],
		note
	};
	const result = await go.work([
		"tool",
		"dist",
		"list"
	], { cwd: dir });
	const known = mustSucceed("go tool dist list", result).split(/\s+/).filter(Boolean);
	return {
		platforms: names.map((name) => parsePlatform(name, known)),
		note
	};
}
async function listAnything(context, modules) {
	const { GOOS, GOARCH } = context.goEnv;
	const configuration = {
		env: {
			GOOS,
			GOARCH,
			CGO_ENABLED: "1"
		},
		flags: context.userFlags
	};
	const found = await Promise.all(modules.map((module) => context.lister.list(module, configuration)));
	return new Map(found.flatMap((listing) => "error" in listing ? [] : [...listing.graph]));
}
function noMainPackage(packages, modules, graph) {
	const matched = [...graph.values()].filter(({ depOnly }) => !depOnly);
	const error = matched.find((found) => found.error !== null)?.error;
	const others = matched.filter(({ name }) => name !== "").map(({ importPath, name }) => `${importPath} (package ${name})`);
	const where = modules.map(({ dir }) => dir).join(", ");
	const why = error !== void 0 && error !== null ? error.replace(/\. You can add the module to the workspace using:[\s\S]*|; to add it:[\s\S]*/, "").trim() : others.length > 0 ? `it matches only ${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""}` : `it matches no package with Go files for this platform`;
	return new (error === void 0 || error === null ? NothingToBuild : ConfigError)(`packages: "${packages.join(" ")}" matches no main package in ${where}: ${why}; ` + adviseOn(why));
}
/** What to do about a pattern that names nothing, by the go command's words (cmd/go/internal/modload/load.go, go1.26). */
function adviseOn(why) {
	if (/listed in go\.work|not one of the workspace modules/.test(why)) return "run go work use on the folder of its module, or set GOWORK=off";
	if (/does not contain main module|go\.mod file not found|cannot find main module/.test(why)) return "no go.mod governs that folder: set working-directory to the folder of the module";
	if (why.startsWith("no Go files in ")) return "./... takes all programs below, those of every module of a go.work included";
	return "give a folder or import path of a package main, or a pattern such as ./cmd/...";
}

// src/baseline/base-go.ts
/**
* The Go that the base asks for: by its inputs, by what its workflow gives actions/setup-go, or by its own files. It is the head's
* when both ask for the same, and when the other one is unavailable. Throws MachineFault when this machine is at fault for that.
*/
async function goOfBase(headGo, asks, ports) {
	const { request, tree, repository, baseConfig } = asks;
	const variables = withVariables(headGo.env, baseConfig.env);
	const same = {
		toolchain: {
			...headGo,
			env: variables
		},
		steps: [],
		changes: []
	};
	const { workingDirectory } = request.where;
	const quiet = {
		...ports,
		log: {
			...ports.log,
			info: () => void 0,
			warning: () => void 0
		}
	};
	const inTree = {
		...quiet,
		env: {
			...withAllVariables(ports.env, baseConfig.env),
			GITHUB_WORKSPACE: tree
		}
	};
	const [{ findWantedGo }, { install }] = await Promise.all([import("./find-wanted-go2.js"), import("./install.js")]);
	try {
		const [ofBase, ofHead] = await questionsOf(asks, ports);
		const [before, now] = await Promise.all([findWantedGo({
			...ofBase,
			workingDirectory
		}, inTree), findWantedGo({
			...ofHead,
			workingDirectory: join(repository.alias, repository.prefix)
		}, quiet)]);
		const requirements = [before, now].map(({ constraint, fallbacks }) => JSON.stringify([constraint, fallbacks]));
		if (requirements[0] === requirements[1]) return same;
		const found = await install({
			...ofBase,
			workingDirectory
		}, inTree);
		if (found.version === headGo.version) return same;
		const { GITHUB_WORKSPACE: _, ...env } = withoutForeignGit(found.env);
		const { GITHUB_WORKSPACE: workspace } = headGo.env;
		const toolchain = {
			...found,
			env: workspace === void 0 ? env : {
				...env,
				GITHUB_WORKSPACE: workspace
			}
		};
		const isKnown = baseConfig.changes.some(({ name }) => /^(?:go-version(?:-file)?|GOTOOLCHAIN)$/.test(name));
		return {
			toolchain,
			steps: [`the base is built with Go ${toolchain.version}, which it asks for; this is Go ${headGo.version}`],
			changes: isKnown ? [] : [changeOf$1({
				before: found.version,
				after: headGo.version
			}, now.from, baseConfig)]
		};
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		const why = toError(thrown).message.replaceAll(join(tree, "/"), "");
		if (findMachineFault(why) !== null) throw new MachineFault(`the base commit's Go cannot be installed: ${why}`);
		return {
			...same,
			steps: [`the base commit is built with this run's Go, because its own is unavailable: ${why}`]
		};
	}
}
/** `from`: what asks for the head's Go. */
function changeOf$1(versions, from, { goFile }) {
	if (goFile !== null && goFile.after !== goFile.before) return {
		name: "go-version",
		...versions,
		...goFile.place
	};
	const [file = null, line] = (from ?? "").split(/:(?=\d+$)/);
	return {
		name: "go-version",
		...versions,
		...line === void 0 ? nowhere$1 : {
			file,
			line: Number(line)
		}
	};
}
const nowhere$1 = {
	file: null,
	line: null
};
/** What base and head ask for, with the file that actions/setup-go reads where nothing else is named. */
async function questionsOf({ request, tree, repository, baseConfig, asked }, { env, files }) {
	const { goFile } = baseConfig;
	const withFile = (go, file) => go.goVersion === null && go.goVersionFile === null ? {
		...go,
		goVersionFile: file
	} : go;
	const base = withFile(request.go, goFile?.before ?? null);
	const { goVersionFile: name } = base;
	if (name === null) return [base, withFile(asked, goFile?.after ?? null)];
	const { GITHUB_WORKSPACE: workspace = "" } = env;
	const folders = [...workspace === "" ? [] : [workspace], join(repository.alias, repository.prefix)];
	for (const folder of folders) {
		const inside = pathIn(repository, resolve(folder, name));
		const path = inside === void 0 ? resolve(folder, name) : join(tree, inside);
		if (await files.kindOf(path) === "file") return [{
			...base,
			goVersionFile: path
		}, withFile(asked, goFile?.after ?? null)];
	}
	return [base, withFile(asked, goFile?.after ?? null)];
}
/** The go command is that of the toolchain, whatever a workflow says: GOTOOLCHAIN and GOROOT would turn it into another. */
function withVariables(env, { GOTOOLCHAIN: _, GOROOT: __, ...changes }) {
	return withAllVariables(env, changes);
}
function withAllVariables(env, changes) {
	const all = {
		...env,
		...changes
	};
	return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}

// src/baseline/checkout.ts
/**
* Writes the files of a commit into a folder outside of the repository. Nothing of the repository changes, not even its list of
* work trees, so that a run that is killed leaves nothing in it: an index of our own names the files. Submodules come from where
* they are checked out; one that the work tree has no more is fetched. Returns what is missing; throws Error when git cannot write
* the commit.
*/
async function checkOut(sha, place, ports) {
	const index = { GIT_INDEX_FILE: place.index };
	const git = gitIn(place.root, ports, index);
	const done = await git(`--work-tree=${place.tree}`, "read-tree", "-m", "-u", "--no-recurse-submodules", sha);
	if (done.exitCode !== 0) throw new Error(`git could not write ${short(sha)}: ${lastLine(done)}`);
	const gaps = [];
	const listing = await listedNames(git("ls-files", "--stage", "-z"));
	for (const [number, link] of parseGitlinks(listing ?? []).entries()) {
		const inner = {
			tree: join(place.tree, link.path),
			index: `${place.index}-${number}`
		};
		gaps.push(...await checkOutSubmodule({
			...link,
			sha,
			root: place.root
		}, inner, ports));
	}
	return gaps;
}
function parseGitlinks(lines) {
	return lines.flatMap((line) => {
		const [, commit, path] = /^160000 ([0-9a-f]+) \d\t(.+)$/s.exec(line) ?? [];
		return commit === void 0 || path === void 0 ? [] : [{
			path,
			commit
		}];
	});
}
async function checkOutSubmodule(module, place, ports) {
	const { path, commit, root } = module;
	const inside = join(root, path);
	if (await ports.files.kindOf(join(inside, ".git")) === void 0) {
		const isShared = parseGitlinks(await listedNames(gitIn(root, ports)("ls-files", "--stage", "-z", "--", `:(top,literal)${path}`)) ?? []).length > 0;
		if (isShared) return [{
			why: `the submodule ${path} is not checked out`,
			isShared
		}];
		return checkOutDropped(module, place, ports);
	}
	if ((await hasCommit(commit, {
		steps: [],
		git: gitIn(inside, ports)
	})).kind === "found") return checkOut(commit, {
		...place,
		root: inside
	}, ports);
	return [{
		why: `the submodule ${path} has no commit ${short(commit)}`,
		isShared: false
	}];
}
/** A submodule that the change has dropped: nothing of it is in the work tree, so it is fetched from where the base says. */
async function checkOutDropped({ path, commit, sha, root }, place, ports) {
	const gap = (why) => [{
		why: `the submodule ${path} was removed, and ${why}`,
		isShared: false
	}];
	const git = gitIn(root, ports);
	const url = await urlOf({
		path,
		sha
	}, git);
	if (url === null) return gap("the base commit has no URL for it");
	const folder = await ports.files.makeTempDir();
	const inner = gitIn(folder, ports, await credentialsOf(git, ports.env));
	await inner("init", "--quiet", "--bare");
	const fetched = await inner("fetch", "--quiet", "--no-tags", "--depth=1", "--", url, commit);
	if (fetched.exitCode !== 0) return gap(`fetching it failed: ${lastLine(fetched)}`);
	return checkOut(commit, {
		...place,
		root: folder
	}, ports);
}
/** What .gitmodules of the commit says; an address that begins with a dot is relative to that of origin. */
async function urlOf({ path, sha }, git) {
	const blob = `--blob=${sha}:.gitmodules`;
	const key = (await listedNames(git("config", blob, "--null", "--get-regexp", String.raw`^submodule\..*\.path$`)))?.find((text) => text.slice(text.indexOf("\n") + 1) === path)?.split("\n")[0];
	const url = key === void 0 ? null : await output(git("config", blob, "--get", key.replace(/\.path$/, ".url")));
	if (url === null || !/^\.\.?\//.test(url)) return url;
	const origin = await output(git("config", "--get", "remote.origin.url"));
	return origin === null ? null : joinUrl(origin, url);
}
/** As `git submodule` does: each `../` takes the last element off. */
function joinUrl(origin, relative) {
	let [base, rest] = [origin.replace(/\/+$/, ""), relative];
	for (;;) if (rest.startsWith("./")) rest = rest.slice(2);
	else if (rest.startsWith("../")) [base, rest] = [base.replace(/[/:][^/:]*$/, ""), rest.slice(3)];
	else return `${base}/${rest}`;
}
/** The headers that actions/checkout leaves for fetching, in variables: arguments are seen by everybody on the machine. */
async function credentialsOf(git, env) {
	const found = await listedNames(git("config", "--null", "--get-regexp", String.raw`^http\..*\.extraheader$`));
	const before = Number(env.GIT_CONFIG_COUNT ?? "0");
	const pairs = (found ?? []).map((text) => [text.slice(0, text.indexOf("\n")), text.slice(text.indexOf("\n") + 1)]);
	const variables = pairs.flatMap(([key = "", value = ""], at) => [[`GIT_CONFIG_KEY_${before + at}`, key], [`GIT_CONFIG_VALUE_${before + at}`, value]]);
	return {
		...Object.fromEntries(variables),
		GIT_CONFIG_COUNT: String(before + pairs.length)
	};
}

// src/baseline/move-paths.ts
/** Behind the beginning, a separator, or an option such as -L; a path ends where the next word begins. */
const before = `(?<=^|[\\s"':;,=]|-[A-Za-z]{1,10})`;
const inWord = `[^\\s"':;,=]`;
/** What may be absolute paths, on systems whose paths begin with a slash. */
const absolute$1 = new RegExp(`${before}/${inWord}+`, "gm");
/**
* Paths into the repository, made to lead into the copy of the base, those through symbolic links elsewhere included. Those that no
* commit knows stay: an earlier step made what is there, for both sides.
*/
async function movePaths(text, copy, files) {
	const { repository, tree } = copy;
	const escaped = [.../* @__PURE__ */ new Set([repository.root, repository.alias])].map((top) => top.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
	const paths = new RegExp(`${before}(?:${escaped})(?:[/\\\\]${inWord}*)?(?!${inWord})`, "gm");
	const places = /* @__PURE__ */ new Map();
	for (const [path] of text.matchAll(paths)) {
		const place = await placeInCopy(path, copy, files);
		if (place !== null) places.set(path, place);
	}
	const direct = text.replaceAll(paths, (path) => places.get(path) ?? path);
	for (const [path] of direct.matchAll(absolute$1)) {
		if (path.startsWith(tree) || pathIn(repository, path) !== void 0) continue;
		const place = await placeOfLink(path, copy, files);
		if (place !== null) places.set(path, place);
	}
	return direct.replaceAll(absolute$1, (path) => places.get(path) ?? path);
}
/** Where a path into the repository leads to in the copy; null for one that leads elsewhere, and where no commit knows it. */
async function placeInCopy(path, { repository, tree, changes }, files) {
	const name = pathIn(repository, path);
	if (name === void 0) return null;
	return (changes?.files.some((file) => file === name || file.startsWith(`${name}/`)) ?? false) || await files.kindOf(join(tree, name)) !== void 0 ? join(tree, name) : null;
}
/** The same of a path elsewhere that leads into the repository through symbolic links. */
async function placeOfLink(path, copy, files) {
	const real = await files.realPath(path);
	return real === void 0 || real === path ? null : placeInCopy(real, copy, files);
}
/** Folders that both sides share, wherever they are. */
const shared = /^(?:HOME|USERPROFILE|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/;
/** Every variable but for those of shared folders: a wrapper may read any of them to find its own files. */
async function moveVariables(env, move) {
	const moved = Object.entries(env).map(async ([name, value]) => [name, shared.test(name) ? value : await move(value)]);
	return Object.fromEntries(await Promise.all(moved));
}
/** What a strategy sets may lead into the repository as well: a compiler of its own, flags of its linker. */
async function moveStrategy(strategy, move) {
	const { extldflags } = strategy;
	return {
		...strategy,
		env: await moveVariables(strategy.env, move),
		extldflags: extldflags === null ? null : await move(extldflags),
		ldflags: await Promise.all(strategy.ldflags.map(move))
	};
}

// src/baseline/move-tools.ts
/** Variables that name a program of a build, and what the go command starts where they are not set (cmd/go, go1.26). */
const tools = {
	CC: "gcc",
	CXX: "g++",
	FC: "gfortran",
	AR: "ar",
	PKG_CONFIG: "pkg-config"
};
/** Started by a C compiler, and no variable makes it start another one. */
const inner = ["as", "ld"];
/**
* The variables of the base with the tools of its own commit, where PATH finds one that is a symbolic link into the repository. Throws
* ConfigError where that is impossible.
*/
async function moveTools(side) {
	const found = { ...await moveNamed(side.env, side) };
	for (const [name, program] of Object.entries(tools)) {
		const place = name in found ? null : await ownPlace(program, side);
		if (place !== null) found[name] = place;
	}
	for (const name of inner) {
		if (await ownPlace(name, side) === null) continue;
		throw new ConfigError(`${name} on PATH is a link into the repository: the base commit would be linked by the head's copy`);
	}
	if (found.GOFLAGS === void 0) return found;
	const words = splitQuoted(found.GOFLAGS);
	const moved = await moveFlags(words, side);
	return moved.every((word, at) => word === words[at]) ? found : {
		...found,
		GOFLAGS: joinQuoted(moved)
	};
}
/** A strategy with the same done to its own variables and flags. */
async function moveToolsOf(strategy, side) {
	const ldflags = await Promise.all(strategy.ldflags.map((text) => moveLinker(text, side)));
	return {
		...strategy,
		env: await moveNamed(strategy.env, side),
		ldflags
	};
}
async function moveNamed(env, side) {
	const moved = Object.entries(env).map(async ([name, value]) => {
		return [name, name in tools ? await moveCommand(value, side) : value];
	});
	return Object.fromEntries(await Promise.all(moved));
}
/** `ccache gcc`: each word may be a program. */
async function moveCommand(command, side) {
	const words = splitCC(command);
	const places = await Promise.all(words.map((word) => ownPlace(word, side)));
	return places.every((place) => place === null) ? command : joinQuoted(words.map((word, at) => places[at] ?? word));
}
/** Where the base has a program that PATH finds by its bare name; null for one that is not of the repository. */
async function ownPlace(name, { copy, files, env }) {
	if (name === "" || name.startsWith("-") || /[/\\]/.test(name)) return null;
	const found = await files.which(name, env);
	return found === void 0 ? null : placeOfLink(found, copy, files);
}
/** Of linker flags: `-extld`. */
async function moveLinker(text, side) {
	const [, lead = "", name = ""] = /(-extld[= ]'?"?)([^\s"']+)/.exec(text) ?? [];
	const place = name === "" ? null : await ownPlace(name, side);
	return place === null ? text : text.replace(lead + name, () => lead + place);
}
/**
* Flags of `go build` with the programs that they name and the file of -overlay, whose text may name files of the head. Their own
* paths lead into the copy already. Throws ConfigError for an overlay that names a file which only the head has.
*/
async function moveFlags(words, side) {
	if (!words.some((word) => /^--?(?:overlay|toolexec|ldflags)\b/.test(word))) return words;
	const moved = parseGoFlags(words, "flags").map(async ({ name, value }) => {
		if (value === null) return name;
		if (name === "-toolexec") return `${name}=${await moveCommand(value, side)}`;
		if (name === "-ldflags") return `${name}=${await moveLinker(value, side)}`;
		return `${name}=${name === "-overlay" ? await moveOverlay(value, side) : value}`;
	});
	return Promise.all(moved);
}
async function moveOverlay(path, { copy, files, directory }) {
	const text = await files.readText(isAbsolute(path) ? path : join(directory, path));
	const replaced = text === void 0 ? null : readOverlay(text);
	if (replaced === null) return path;
	const pairs = await Promise.all(Object.entries(replaced).map(async ([from, to]) => [inCopy(from, copy), await ownFile(to, copy, files)]));
	if (pairs.every(([from, to]) => replaced[from] === to)) return path;
	const place = join(await files.makeTempDir(), "overlay.json");
	await files.writeText(place, JSON.stringify({ Replace: Object.fromEntries(pairs) }));
	return place;
}
/** What is replaced need not be there. */
function inCopy(path, { repository, tree }) {
	const name = isAbsolute(path) ? pathIn(repository, path) : void 0;
	return name === void 0 ? path : join(tree, name);
}
async function ownFile(path, copy, files) {
	if (!isAbsolute(path)) return path;
	const place = await placeInCopy(path, copy, files) ?? await placeOfLink(path, copy, files);
	const name = pathIn(copy.repository, path);
	if (place === null && name !== void 0) throw new ConfigError(`-overlay puts ${name} in the place of another file, and that is in no commit`);
	return place ?? path;
}
/** What an overlay replaces (`go help build`); null for what the go command cannot read either. */
function readOverlay(text) {
	try {
		const { Replace: found } = JSON.parse(text);
		return typeof found === "object" && found !== null && Object.values(found).every((to) => typeof to === "string") ? found : null;
	} catch {
		return null;
	}
}

// src/baseline/list-base.ts
/**
* Writes the base commit into a folder and lists the programs that it ships. Throws ConfigError when that cannot be done.
*/
async function listBase({ sha, repository, baseConfig, changes }, { toolchain, ports, asked }) {
	const { files } = ports;
	const tree = await files.makeTempDir();
	const index = join(await files.makeTempDir(), "index");
	const missing = await writtenOut(checkOut(sha, {
		root: repository.root,
		tree,
		index
	}, ports));
	const gaps = missing.filter(({ isShared }) => !isShared).map(({ why }) => why);
	const copy = {
		repository,
		tree,
		changes
	};
	const move = (text) => movePaths(text, copy, files);
	const moved = await requestFor(baseConfig.request, {
		repository,
		tree,
		move
	});
	const quiet = {
		...ports,
		log: prefixed(ports.log)
	};
	const chosen = await goOfBase(toolchain, {
		request: moved,
		tree,
		repository,
		baseConfig,
		asked
	}, quiet);
	const directory = moved.where.workingDirectory;
	const side = {
		copy,
		files,
		directory,
		env: {
			...await moveVariables(chosen.toolchain.env, move),
			PWD: directory
		}
	};
	const env = await moveTools(side);
	const strategies = await Promise.all(moved.build.strategies.map((strategy) => moveToolsOf(strategy, side)));
	const build = {
		...moved.build,
		strategies,
		flags: await moveFlags(moved.build.flags, side)
	};
	const request = {
		...moved,
		build
	};
	const tools = {
		go: makeGo({
			...chosen.toolchain,
			env
		}, ports),
		ports: quiet
	};
	const listed = {
		tree,
		request,
		tools,
		gaps,
		changes: chosen.changes
	};
	const notes = [...missing.map(({ why }) => why), ...chosen.steps];
	if (!await isInTree(request.where, tree, files)) {
		const steps = [...notes, `${short(sha)} has nothing in these folders: all is new`];
		return {
			...listed,
			plan: noPrograms,
			steps
		};
	}
	const adapt = async ({ strategy, flags: own }) => ({
		strategy: await moveToolsOf(await moveStrategy(strategy, move), side),
		flags: [...await moveFlags(await Promise.all(own.map(move)), side), noStamp]
	});
	const found = await planBase(request, {
		tools,
		env,
		tree,
		adapt
	});
	await refuseFilesOfHead(found, copy, files);
	const isNew = found.cells.length === 0;
	return {
		...listed,
		plan: found,
		steps: isNew ? [...notes, `${short(sha)} has no main package: all is new`] : notes
	};
}
/** A directory that go.mod, go.work or -modfile names by its whole path. Throws ConfigError for one of the head. */
async function refuseFilesOfHead({ cells }, copy, files) {
	const packages = cells.flatMap(({ graph }) => [...graph.values()]).filter(({ standard }) => !standard);
	const dirs = new Set(packages.map(({ dir }) => dir).filter((dir) => !dir.startsWith(copy.tree)));
	for (const dir of dirs) {
		const place = await placeInCopy(dir, copy, files) ?? await placeOfLink(dir, copy, files);
		if (place === null) continue;
		throw new ConfigError(`it would be built with the head's ${relative(copy.tree, place)}, which it names by its absolute path`);
	}
}
const noPrograms = {
	cells: [],
	whyEmpty: null,
	goflags: [],
	cc: null,
	release: noReleases
};
async function writtenOut(running) {
	try {
		return await running;
	} catch (thrown) {
		throw thrown instanceof Interrupted || thrown instanceof MachineFault ? thrown : new ConfigError(toError(thrown).message, { cause: thrown });
	}
}
/** Go would stamp the revision of whatever repository is around the tree, which has no .git. */
const noStamp = "-buildvcs=false";
async function requestFor(request, { repository, tree, move }) {
	const { where, build } = request;
	const packages = where.packages.map((each) => {
		const name = isAbsolute(each) ? pathIn(repository, each) : void 0;
		return name === void 0 ? each : join(tree, name);
	});
	const folder = pathIn(repository, resolve(where.workingDirectory)) ?? repository.prefix;
	const flags = [...await Promise.all(build.flags.map(move)), noStamp];
	const strategies = await Promise.all(build.strategies.map((strategy) => moveStrategy(strategy, move)));
	return {
		...request,
		where: {
			...where,
			workingDirectory: join(tree, folder),
			packages
		},
		build: {
			...build,
			strategies,
			flags
		},
		artifacts: {
			prove: [],
			outputDir: null
		}
	};
}
/** Whether the base has anything where the head's packages are: a Go module, and one of the folders. */
async function isInTree({ workingDirectory, packages }, tree, files) {
	const folders = packages.map((pattern) => resolve(workingDirectory, pattern.replace(/\/?\.\.\..*$/, "")));
	const isPath = (pattern) => /^\.\.?(?:\/|$)/.test(pattern) || isAbsolute(pattern);
	for (const [at, pattern] of packages.entries()) {
		const folder = isPath(pattern) ? folders[at] ?? workingDirectory : workingDirectory;
		if (await findUp(folder, ["go.mod", "go.work"], {
			tree,
			files
		}) !== void 0 && await files.kindOf(folder) === "folder") return true;
	}
	return false;
}
async function findUp(from, names, { tree, files }) {
	for (let dir = from;; dir = dirname(dir)) {
		for (const name of names) if (await files.kindOf(join(dir, name)) === "file") return join(dir, name);
		if (dir === tree || dirname(dir) === dir) return void 0;
	}
}
async function planBase(request, { tools, env, tree, adapt }) {
	try {
		const { files } = tools.ports;
		const modules = await locateModules(request.where, files, env);
		const asked = {
			ship: request.build.ship,
			workingDirectory: request.where.workingDirectory
		};
		const described = await describeReleaseIn(tree, asked, {
			files,
			env
		});
		const release = described && {
			...described,
			adapt
		};
		const found = await plan(request, modules, {
			...tools,
			isReported: false,
			release
		});
		if (found.whyEmpty !== null && !(found.whyEmpty instanceof NothingToBuild)) throw found.whyEmpty;
		return found;
	} catch (thrown) {
		if (thrown instanceof NotListed) throw thrown;
		throw thrown instanceof ConfigError ? new ConfigError(withoutTree(thrown.message, tree), { cause: thrown }) : thrown;
	}
}
function prefixed(log) {
	return {
		...log,
		group: (title, body, pieces) => log.group(`Base: ${title}`, body, pieces),
		activity: (title, verb) => log.activity(`base: ${title}`, verb)
	};
}
/** The folder has another name in every run. */
function withoutTree(text, tree) {
	return text.replaceAll(join(tree, "/"), "").replaceAll(tree, ".");
}

// src/baseline/pair-builds.ts
/** The builds of a plan that are judged. `nameOf`: an import path to the one on the other side. */
function shippedBuilds(cells, nameOf = (path) => path) {
	return cells.filter(({ role }) => role !== "compared").map((cell) => ({
		package: nameOf(cell.package),
		platform: cell.platform.name,
		strategy: cell.strategy.name,
		cell
	}));
}
function buildKey({ package: path, platform, strategy }) {
	return `${path}\n${platform}\n${strategy ?? ""}`;
}
/**
* Which build of the base each build of the head is compared with: of the same program, the one of the same name, else one that no
* other build has the name of, else any. A program may ship as several builds (`release/ID`), and a change may rename or split one.
*/
function pairBuilds(heads, bases) {
	const names = new Set(heads.map(buildKey));
	const known = new Set(bases.map(buildKey));
	return heads.flatMap((head) => {
		const same = bases.filter((base) => base.package === head.package && base.platform === head.platform);
		const base = known.has(buildKey(head)) ? same.find(({ strategy }) => strategy === head.strategy) : same.find((each) => !names.has(buildKey(each))) ?? same[0];
		return base === void 0 ? [] : [{
			head,
			base
		}];
	});
}
/** What the base releases of programs that the head still has, and no release of the head is for. */
function unreleasedBuilds(heads, bases) {
	const paired = new Set(pairBuilds(heads, bases).map(({ base }) => base));
	return bases.flatMap((base) => {
		const same = heads.filter((head) => head.package === base.package && head.platform === base.platform);
		if (base.cell.role !== "ships" || same.length === 0) return [];
		const target = {
			package: base.package,
			platform: base.platform
		};
		if (same.every(({ cell }) => cell.role === "unreleased")) return [{
			...target,
			reason: "no release build is for it now, as there is for others"
		}];
		return paired.has(base) ? [] : [{
			...target,
			reason: `its build ${base.strategy ?? ""} is no longer described`
		}];
	});
}

// src/baseline/pair-programs.ts
/**
* Finds the programs of the base again: by import path, by folder (the module has another path), or by their sources (the folder is
* another one), where exactly one has them on each side. Whatever is not found again is gone.
*/
async function pairPrograms(head, base, files) {
	const [now, before] = [programsOf(head), programsOf(base)];
	const isNew = ({ path }) => before.every((other) => other.path !== path);
	const isLost = ({ path }) => now.every((other) => other.path !== path);
	const [added, lost] = [now.filter(isNew), before.filter(isLost)];
	const moved = /* @__PURE__ */ new Map();
	for (const program of lost) {
		const [same, ...others] = added.filter(({ folder }) => folder !== void 0 && folder === program.folder);
		if (same !== void 0 && others.length === 0) moved.set(same.path, program.path);
	}
	const isOpen = ({ path }) => !moved.has(path) && ![...moved.values()].includes(path);
	for (const [to, from] of await pairSources(added.filter(isOpen), lost.filter(isOpen), files)) moved.set(to, from);
	return {
		moved,
		gone: findGone(head.plan, base.plan, moved)
	};
}
/**
* Programs of the head, not found again, into whose folder git saw Go files of one lost program move: head -> base. They are compared
* for the cause of what got worse, and the lost program is gone all the same: what else moved with it nobody knows.
*/
function similarPrograms(head, base, known) {
	const { moved, movedFiles } = known;
	const [now, before] = [programsOf(head), programsOf(base)];
	const lost = before.filter(({ path }) => now.every((other) => other.path !== path) && ![...moved.values()].includes(path));
	const moves = [...movedFiles].filter(([, from]) => from.endsWith(".go"));
	return new Map(now.flatMap(({ path, folder }) => {
		if (moved.has(path) || before.some((other) => other.path === path)) return [];
		const sources = moves.filter(([to]) => inFolder$1(to) === folder).map(([, from]) => inFolder$1(from));
		const [found, ...others] = lost.filter((other) => other.folder !== void 0 && sources.includes(other.folder));
		return found === void 0 || others.length > 0 ? [] : [[path, found.path]];
	}));
}
/** The folder of a file, as git names both. */
function inFolder$1(file) {
	const dir = posix.dirname(file);
	return dir === "." ? "" : dir;
}
/** The main packages that can be loaded. */
function programsOf({ plan, repository }) {
	return groupBy(plan.cells, (cell) => cell.package).flatMap((cells) => {
		const [first] = cells;
		const packages = cells.flatMap((cell) => mainOf$1(cell) ?? []).filter((found) => found.state === "loaded");
		if (packages.length === 0) return [];
		return [{
			path: first.package,
			folder: pathIn(repository, first.packageDir),
			packages,
			repository
		}];
	});
}
function mainOf$1({ cgoGraph, graph, package: main }) {
	const found = cgoGraph.get(main);
	return found !== void 0 && isProgram(found) ? found : graph.get(main);
}
/** One to one by their sources; of several with the same ones, by the last element of the import path. */
async function pairSources(added, lost, files) {
	if (added.length === 0 || lost.length === 0) return [];
	const keyed = async (programs) => Promise.all(programs.map(async (program) => ({
		...program,
		key: await sourcesOf$1(program, files)
	})));
	const [now, before] = await Promise.all([keyed(added), keyed(lost)]);
	return before.flatMap((program) => {
		const named = (other) => posix.basename(other.path) === posix.basename(program.path);
		const [rivals, matches] = [before, now].map((all) => all.filter(({ key }) => key === program.key));
		const isSingle = rivals?.length === 1 && matches?.length === 1;
		const candidates = isSingle ? matches : (matches ?? []).filter(named);
		const [found] = candidates;
		if (found === void 0 || candidates.length > 1) return [];
		return isSingle || (rivals ?? []).filter(named).length === 1 ? [[found.path, program.path]] : [];
	});
}
/** The sources of a program as one text, with its own module's path taken out of the imports. */
async function sourcesOf$1({ packages, repository }, files) {
	const texts = /* @__PURE__ */ new Set();
	for (const { dir, module, goFiles, cgoFiles, otherFiles } of packages) {
		for (const name of [...goFiles, ...cgoFiles]) {
			const text = await files.readText(join(dir, name));
			texts.add(`go\n${text === void 0 ? `${repository.root}/${name}` : withoutModule(text, module)}`);
		}
		for (const name of otherFiles) texts.add(`${name}\n${await files.readText(join(dir, name)) ?? ""}`);
	}
	return JSON.stringify([...texts].toSorted());
}
function withoutModule(text, module) {
	if (module === null) return text;
	const name = module.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
	return text.replaceAll(new RegExp(`"${name}(?=[/"])`, "g"), "\"$MODULE");
}
function findGone(head, base, moved) {
	const later = new Map([...moved].map(([to, from]) => [from, to]));
	const now = new Set(head.cells.map((cell) => `${cell.package}\n${cell.platform.name}`));
	const lost = base.cells.filter((cell) => cell.role === "ships" && cell.skip === null && mainOf$1(cell)?.state === "loaded").filter((cell) => !now.has(`${later.get(cell.package) ?? cell.package}\n${cell.platform.name}`)).map((cell) => ({
		package: cell.package,
		platform: cell.platform.name
	}));
	return groupBy(lost, (target) => `${target.package}\n${target.platform}`).map(([first]) => first);
}

// src/systems/processor-level.ts
/**
* The variable of a GOARCH that chooses its processors, and the value that all of them can do (`go help environment`, go1.27). Others
* make no difference in the table: its systems for 386 and arm are for processors that do Go's default (GO386=sse2, GOARM=7), and none
* is for mips.
*/
const variables = {
	amd64: {
		variable: "GOAMD64",
		least: "v1"
	},
	arm64: {
		variable: "GOARM64",
		least: "v8.0"
	},
	ppc64le: {
		variable: "GOPPC64",
		least: "power8"
	},
	riscv64: {
		variable: "GORISCV64",
		least: "rva20u64"
	}
};
/** What Go takes where a variable that chooses processors is not set: all processors of the GOARCH; null for other variables. */
function defaultOf(variable) {
	return Object.values(variables).find((each) => each.variable === variable)?.least ?? null;
}
/**
* -march of GCC and Clang → the level of the x86-64 psABI that holds all of it. What is not listed here can be anything, and
* `native` is the machine that built it.
*/
const marches = {
	"x86-64": "v1",
	"x86-64-v2": "v2",
	"x86-64-v3": "v3",
	"x86-64-v4": "v4",
	k8: "v1",
	core2: "v2",
	nehalem: "v2",
	westmere: "v2",
	sandybridge: "v3",
	ivybridge: "v3",
	haswell: "v3",
	broadwell: "v3",
	skylake: "v3",
	znver1: "v3",
	znver2: "v3",
	znver3: "v3",
	"skylake-avx512": "v4",
	"icelake-server": "v4",
	znver4: "v4"
};
/** Values of -march that ask for no more than every system of a GOARCH has. */
const least = {
	"386": /^(?:i[3-6]86|pentium(?:pro|[234])?)$/,
	arm: /^armv(?:[456]\w*|7|7-a)$/,
	arm64: /^armv8-a$/,
	riscv64: /^rv64(?:gc|imafdc)$/
};
/** Single extensions, by the level that they belong to. */
const extensions = [
	[/^-mavx512/, "v4"],
	[/^-m(?:avx2?|fma|bmi2?|f16c|lzcnt|movbe|xsave)$/, "v3"],
	[/^-m(?:sse3|ssse3|sse4|sse4\.[12]|popcnt|cx16|sahf)$/, "v2"]
];
/** What Go's own setting and C flags ask of the processor: only what is more than the least. `flags` are words such as -march=native. */
function processorNeeds(goarch, settings, flags) {
	const known = variables[goarch];
	const value = (known === void 0 ? void 0 : settings[known.variable]) ?? "";
	return [...known !== void 0 && value !== "" && value !== known.least ? [{
		level: goarch === "amd64" ? value : null,
		because: `${known.variable}=${value}`
	}] : [], ...flags.flatMap((flag) => ofFlag(goarch, flag))];
}
function ofFlag(goarch, flag) {
	const march = /^-march=(.*)$/.exec(flag)?.[1];
	if (goarch !== "amd64") return march === void 0 || least[goarch]?.test(march) === true ? [] : [{
		level: null,
		because: flag
	}];
	const level = march === void 0 ? extensions.find(([form]) => form.test(flag))?.[1] : marches[march] ?? null;
	return level === void 0 || level === "v1" ? [] : [{
		level,
		because: flag
	}];
}
/** Whether processors of a level can do what is asked; false also where that is not known. */
function isWithinLevel({ level }, available) {
	return level !== null && available !== null && level <= available;
}

// src/baseline/release-changes.ts
/**
* What the release configurations of base and head say otherwise of one build, with the line of the head. `shownPath`: from the root of
* the repository to a path that is relative to the working directory.
*/
function releaseChanges(base, head, shownPath) {
	const [before, after] = [valuesOf$1(base), valuesOf$1(head)];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
		const [old, now] = [before.get(name), after.get(name)];
		const usual = defaultOf(name) ?? void 0;
		if ((old?.value ?? usual) === (now?.value ?? usual)) return [];
		const place = now ?? head ?? base;
		return [{
			name,
			before: old?.value ?? null,
			after: now?.value ?? null,
			file: place === null ? null : shownPath(place.file),
			line: now?.line ?? null
		}];
	});
}
/** Variables by their names, flags by those that the judge knows for strategies. */
function valuesOf$1(origin) {
	const settings = origin?.settings ?? null;
	const found = settings === null ? [] : startSettings(settings);
	return new Map(found.map((each) => [/^[A-Z]/.test(each.name) ? each.name : `strategies.release.${each.name}`, each]));
}

// src/baseline/build-base.ts
/** Builds of the base what could have regressed. Throws ConfigError when that cannot be done. */
async function buildBase(what, context) {
	const { commit, listed, open, baseNames } = what;
	const { sha, baseConfig } = commit;
	const { plan, tree, request, tools } = listed;
	if (baseConfig.unknownShip !== null) throw new ConfigError(baseConfig.unknownShip);
	const baseName = (path) => baseNames.get(path) ?? path;
	const shipped = pairBuilds(shippedBuilds(what.plan.cells, baseName), shippedBuilds(plan.cells));
	const baseKeys = new Map(shipped.map(({ head, base }) => [buildKey(head), buildKey(base)]));
	const baseKey = (head) => baseKeys.get(buildKey({
		...head,
		package: baseName(head.package)
	})) ?? "";
	const wanted = new Set(open.map(baseKey));
	const cells = shippedBuilds(plan.cells).flatMap((each) => wanted.has(buildKey(each)) ? [each.cell] : []);
	const before = ((cells.length === 0 ? null : await context.examine({
		...plan,
		cells
	}, request, tools))?.cells ?? []).map((cell) => withPlainReason(cell, tree, context.clock));
	const pairs = open.flatMap((head) => {
		const base = before.find((each) => buildKey(each) === baseKey(head));
		return base === void 0 ? [] : [{
			head,
			base
		}];
	});
	const arrivals = await explainWorse(pairs, what, context);
	const compared = pairs.map(({ head, base }, at) => {
		const found = arrivals[at];
		const { repository } = commit;
		const shownPath = (file) => relative(resolve(context.workingDirectory), join(repository.alias, file)).replaceAll("\\", "/");
		return {
			head,
			cell: base,
			from: "build",
			settings: releaseChanges(base.planned.release, head.planned.release, shownPath),
			...found === void 0 ? {} : { arrivals: found }
		};
	});
	const targets = cells.length === 1 ? "1 target" : `${cells.length} targets`;
	const steps = [cells.length === 0 ? `listed the targets of ${short(sha)}` : `built ${targets} of ${short(sha)}`];
	if (compared.some(({ cell }) => cell.status === "failed")) steps.push(...await explainFailure(what, context));
	return {
		cells: compared,
		steps
	};
}
/** Of each target that is worse, what of the change may be to blame; undefined for all others. */
async function explainWorse(pairs, { commit, listed }, { ports, workingDirectory }) {
	const { sha, repository, changes } = commit;
	const known = /* @__PURE__ */ new Map();
	const hunksOf = (name) => {
		const found = known.get(name) ?? findHunks(name, {
			base: sha,
			changes,
			repository
		}, ports);
		known.set(name, found);
		return found;
	};
	const changed = {
		repository,
		tree: listed.tree,
		changes,
		workingDirectory,
		hunksOf,
		files: ports.files
	};
	const isWorse = ({ head, base }) => regressionOf(head, base)?.kind === "regression";
	try {
		return await Promise.all(pairs.map((pair) => isWorse(pair) ? findArrivals(pair, changed) : Promise.resolve(void 0)));
	} catch (thrown) {
		if (thrown instanceof MachineFault) return [];
		throw thrown;
	}
}
function withPlainReason(cell, tree, clock) {
	if (cell.reason === null) return cell;
	return cell.status === "failed" && clock.isOver() ? {
		...cell,
		reason: clock.why,
		fault: "machine"
	} : {
		...cell,
		reason: withoutTree(cell.reason, tree)
	};
}
/** What git ignores is in the work tree of the head alone: generated code, mostly. */
async function explainFailure({ commit, open }, { ports, clock }) {
	if (clock.isOver()) return [clock.why];
	const { repository } = commit;
	const ignored = await findIgnored(repository, ports);
	const folders = new Set(open.flatMap(({ planned: { graph, package: main } }) => [...reachable(graph, main)].flatMap((path) => pathIn(repository, graph.get(path)?.dir ?? "/") ?? [])));
	const used = ignored.filter((file) => folders.has(inFolder$1(file)));
	if (used.length === 0) return [];
	const more = used.length > 3 ? ` and ${used.length - 3} more` : "";
	return [`the head is built with files that git ignores and the base has not: ${used.slice(0, 3).join(", ")}${more}`];
}

// src/baseline/digests.ts
/** Path -> what identifies the content of that file; every file is read once. */
var Digests = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	/** null where there is no such file. A file that cannot be read throws. */
	async of(path) {
		if (await this.#files.kindOf(path) !== "file") return null;
		const running = this.#known.get(path) ?? this.#files.sha256(path);
		this.#known.set(path, running);
		return running;
	}
};

// src/baseline/reads-more.ts
/**
* Whether the build of a program may read files of the repository that `go list` does not name: C code of the tree can include any
* of them, and so can a compiler, a wrapper, a flag or a folder of PATH that leads there. In doubt it may.
*/
async function readsMore(program, files) {
	const { cell, env, repository } = program;
	if (hasOwnC(cell, repository)) return true;
	const flags = [...cell.flags, ...program.goflags];
	if (flags.some(({ name }) => replacing.has(name))) return true;
	const variables = Object.entries({
		...env,
		...cell.env
	}).filter(([name]) => !harmless.test(name));
	const settings = Object.values(cell.cgoEnv);
	const texts = [
		...renderFlags(flags),
		...settings,
		...variables.map(([, value]) => value)
	];
	if (texts.some((text) => text.includes(repository.root) || text.includes(repository.alias))) return true;
	if ((env.PATH ?? "").split(delimiter).some((folder) => !isAbsolute(folder))) return true;
	for (const path of absolutePaths(texts)) if (await leadsInto(path, repository, files)) return true;
	const chosen = variables.filter(([name]) => buildVariable.test(name) || name in cell.strategy.env);
	const words = wordsOf$3([
		...renderFlags(flags),
		...settings,
		...chosen.map(([, value]) => value)
	]);
	for (const word of words) if (await files.kindOf(join(cell.moduleDir, word)) !== void 0) return true;
	return hasOddTool([...toolsOf(cell, variables), ...innerTools], {
		env,
		files
	});
}
/** Flags that put files or programs in the place of what would be read. */
const replacing = /* @__PURE__ */ new Set([
	"-overlay",
	"-modfile",
	"-toolexec"
]);
/** Variables of the job, and folders of caches: no compiler takes a file of the repository from them by itself. */
const harmless = /^(?:GITHUB_\w+|RUNNER_\w+|INPUT_.*|GIT_CONFIG_\w+|PWD|OLDPWD|INIT_CWD|npm_\w+|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/;
/** Read by a C compiler or an assembler, or linked as it is. */
const foreignFile = /\.(?:c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|for|f90|s|sx|swig|swigcxx|syso)$/i;
function hasOwnC({ graph, package: main }, repository) {
	const isForeign = ({ cgoFiles, otherFiles, inputs }) => cgoFiles.length + otherFiles.length > 0 || inputs.some((name) => foreignFile.test(name));
	return [...reachable(graph, main)].some((path) => {
		const found = graph.get(path);
		return found?.standard === false && pathIn(repository, found.dir) !== void 0 && isForeign(found);
	});
}
/** What may be relative paths in flags and variables: whole words, and what stands behind an option (-Ilib, -isystemlib/x, @file). */
function wordsOf$3(texts) {
	const words = texts.flatMap((text) => text.split(/[\s"'=,;:]+/)).flatMap((word) => {
		if (!/^[-@]/.test(word)) return [word];
		return (/[/.]/.test(word) ? [
			1,
			2,
			3,
			4,
			5,
			6,
			7,
			8,
			9,
			10,
			11,
			12
		] : [1, 2]).map((count) => word.slice(count));
	});
	return [...new Set(words)].filter((word) => word !== "" && !isAbsolute(word));
}
/** Words that are whole paths, and what stands so behind an option. */
function absolutePaths(texts) {
	const words = texts.flatMap((text) => text.split(/[\s"'=,;:]+/));
	return new Set(words.map((word) => /^(?:-[A-Za-z]+|@)?(\/.+)$/.exec(word)?.[1] ?? "").filter((word) => word !== ""));
}
/** Through symbolic links; those that name the repository by its own path are found as text. */
async function leadsInto(path, repository, files) {
	const real = await files.realPath(path);
	return real !== void 0 && real !== "broken" && pathIn(repository, real) !== void 0;
}
function toolsOf({ cgoEnv, flags }, variables) {
	const named = variables.flatMap(([name, value]) => /^(?:CC|CXX|FC|AR|PKG_CONFIG)$/.test(name) ? [value] : []);
	const linkers = flags.flatMap(({ value }) => /-extld[= ]'?"?([^\s"']+)/.exec(value ?? "")?.[1] ?? []);
	return [
		cgoEnv.CC,
		...named,
		...linkers
	].filter((text) => text.trim() !== "");
}
/** Where systems and their package managers put programs. One that is elsewhere may be a wrapper around anything. */
const systemFolder = /^(?:\/(?:usr|bin|sbin|opt|lib\d*|nix|snap|System|Library|Applications)\/|[A-Za-z]:\\(?:Windows|Program Files|msys64|mingw\d*|ProgramData|Strawberry|TDM-GCC|LLVM)[^\\]*\\)/i;
/** Started by a C compiler, or by the go command where no variable names another one. */
const innerTools = [
	"gcc",
	"g++",
	"ar",
	"as",
	"ld",
	"pkg-config"
];
async function hasOddTool(tools, { env, files }) {
	for (const tool of tools) for (const word of splitCC(tool).filter((each) => !each.startsWith("-"))) {
		const path = isAbsolute(word) ? word : await files.which(word, env);
		if (path === void 0) continue;
		const real = await files.realPath(path);
		if (!systemFolder.test(path) || real !== void 0 && real !== "broken" && !systemFolder.test(real)) return true;
	}
	return false;
}

// src/baseline/same-files.ts
/**
* Whether what `go list` names for a program is the same on both sides, by content: the files of its packages in the tree, what
* decides on modules, and the places of all other packages, which both sides share. What a C compiler reads beside that is not seen.
*/
async function hasSameFiles(head, base, digests) {
	if (settingsOf(head) !== settingsOf(base)) return false;
	const [now, before] = [packagesOf$2(head), packagesOf$2(base)];
	if (now.length !== before.length || now.some(({ key }, at) => key !== before[at]?.key)) return false;
	const names = [
		...now.flatMap(({ files }) => files),
		...moduleFiles(head),
		...moduleFiles(base)
	];
	const isSame = async (name) => {
		const [headDigest, baseDigest] = await Promise.all([head, base].map(({ repository }) => digests.of(join(repository.root, name))));
		return headDigest === baseDigest;
	};
	const all = [...new Set(names)];
	for (let at = 0; at < all.length; at += portion) if ((await Promise.all(all.slice(at, at + portion).map(isSame))).includes(false)) return false;
	return true;
}
const portion = 64;
function settingsOf({ cell, goflags }) {
	const { skip, cgoEnv, isNative, buildmode, platform } = cell;
	return JSON.stringify([
		skip,
		cgoEnv,
		isNative,
		buildmode,
		platform,
		goflags
	]);
}
/** The packages of a program, sorted. */
function packagesOf$2({ cell, repository }) {
	return [...reachable(cell.graph, cell.package)].toSorted().map((path) => cell.graph.get(path) ?? path).map((found) => typeof found === "string" ? {
		key: found,
		files: []
	} : placeOf$2(found, repository));
}
function placeOf$2(found, repository) {
	const { importPath, name, standard, state, inputs, imports, goMod, error } = found;
	const dir = pathIn(repository, found.dir);
	const goModName = goMod === null ? null : pathIn(repository, goMod) ?? goMod;
	const place = standard || dir === void 0 ? found.dir : dir;
	const key = JSON.stringify([
		importPath,
		name,
		place,
		state,
		inputs,
		imports,
		goModName,
		error !== null
	]);
	if (standard || dir === void 0) return {
		key,
		files: []
	};
	const own = goMod === null ? void 0 : pathIn(repository, goMod);
	return {
		key,
		files: [...inputs.map((file) => fileIn(found.dir, file, repository)), ...own === void 0 ? [] : [own]]
	};
}
/** A profile for the compiler is named by its whole path. */
function fileIn(dir, file, repository) {
	const path = file.startsWith(dir) ? file : join(dir, file);
	return pathIn(repository, path) ?? path;
}
const moduleNames = [
	"go.mod",
	"go.sum",
	"go.work",
	"go.work.sum",
	"vendor/modules.txt"
];
/** What decides on modules, in the folders from the module up to the root of the repository. */
function moduleFiles({ cell, repository }) {
	const dir = pathIn(repository, cell.moduleDir);
	if (dir === void 0) return [];
	const names = dir.split("/").filter((name) => name !== "");
	return ["", ...names.map((_, at) => names.slice(0, at + 1).join("/"))].flatMap((folder) => moduleNames.map((name) => join(folder, name)));
}

// src/baseline/find-same.ts
/**
* Which of these builds of the head are made of the same files and in the same way on the base. `listed` is null where the whole trees
* are the same. In doubt a build is another one.
*/
async function findSame(cells, { commit, listed }, { toolchain, ports, plan }) {
	if (listed === null) return new Set(cells);
	const { repository, baseConfig } = commit;
	if (baseConfig.differs || listed.changes.length > 0) return /* @__PURE__ */ new Set();
	const digests = new Digests(ports.files);
	const { goflags } = plan;
	const pairs = pairBuilds(shippedBuilds(plan.cells), shippedBuilds(listed.plan.cells));
	const before = new Map(pairs.map(({ head, base }) => [buildKey(head), base.cell]));
	const isSame = async (cell) => {
		const named = {
			package: cell.package,
			platform: cell.platform.name,
			strategy: cell.strategy.name
		};
		const base = before.get(buildKey(named));
		if (base === void 0 || isOtherBuild(cell, base, listed.tree)) return false;
		if (await readsMore({
			cell,
			goflags,
			env: toolchain.env,
			repository
		}, ports.files)) return false;
		const tree = {
			root: listed.tree,
			alias: listed.tree,
			prefix: ""
		};
		const other = {
			cell: base,
			goflags: listed.plan.goflags,
			repository: tree
		};
		return hasSameFiles({
			cell,
			goflags,
			repository
		}, other, digests);
	};
	const same = await Promise.all(cells.map(isSame));
	return new Set(cells.filter((_, at) => same[at]));
}
/** A release configuration builds it otherwise. The base's flags have its own folder in them, and the one that keeps Go from stamping. */
function isOtherBuild(head, base, tree) {
	if (head.release === null && base.release === null) return false;
	const settings = ({ release }) => JSON.stringify([release?.images.map(({ base, additions, builder }) => [
		base,
		additions,
		builder?.system
	]), ...[release?.settings?.env, release?.settings?.flags].map((all) => all?.map(({ value }) => value))]);
	return settings(head) !== settings(base) || settings(base).includes(tree);
}

// src/baseline/hunks.ts
/** What the change brought to the files that may be to blame, and to go.mod: path relative to the working directory -> its pieces. */
async function hunksFor({ sha, repository, changes, open, compared, settings }, ports) {
	if (compared.length === 0) return /* @__PURE__ */ new Map();
	const files = [...open, ...compared.map(({ cell }) => cell)].flatMap(({ cgo, findings }) => [...cgo, ...findings].flatMap(({ file }) => file ?? []));
	const settingFiles = [...settings, ...compared.flatMap(({ settings: own }) => own ?? [])].flatMap(({ file }) => file ?? []);
	const found = [.../* @__PURE__ */ new Set([
		"go.mod",
		...settingFiles,
		...files
	])].slice(0, 50).map(async (file) => {
		const name = pathIn(repository, join(repository.root, repository.prefix, file));
		return [file, name === void 0 ? [] : await findHunks(name, {
			base: sha,
			changes,
			repository
		}, ports)];
	});
	try {
		return new Map(await Promise.all(found));
	} catch (thrown) {
		if (thrown instanceof MachineFault) return /* @__PURE__ */ new Map();
		throw thrown;
	}
}

// src/baseline/why-gone.ts
/** The targets that are gone, each with the reason, as far as the files tell. `cells`: those of the base. */
function explainGone(gone, cells, sides) {
	const tree = {
		root: sides.tree,
		alias: sides.tree,
		prefix: ""
	};
	const explain = async (target) => {
		const cell = cells.find((each) => each.package === target.package && each.platform.name === target.platform);
		const folder = cell && pathIn(tree, cell.packageDir);
		if (cell === void 0 || folder === void 0) return {
			...target,
			reason: null
		};
		const module = await moduleOf(folder, sides);
		return {
			...target,
			reason: await reasonOf$1({
				...sides,
				folder,
				module,
				sources: sourcesOf(cell)
			})
		};
	};
	return Promise.all(gone.map(explain));
}
function sourcesOf({ cgoGraph, graph, package: main }) {
	const cgo = cgoGraph.get(main);
	const found = cgo !== void 0 && isProgram(cgo) ? cgo : graph.get(main);
	return found === void 0 ? [] : [...found.goFiles, ...found.cgoFiles];
}
/** The nearest folder of the base with a go.mod. */
async function moduleOf(folder, { tree, files }) {
	for (const each of foldersTo(folder).toReversed()) if (await files.kindOf(join(tree, each, "go.mod")) === "file") return each;
	return "";
}
async function reasonOf$1(lost) {
	return await replacedFolder(lost) ?? await movedOrDeleted(lost) ?? await ownModule(lost) ?? await droppedByWorkspace(lost) ?? await excluded(lost);
}
function shown$1(folder) {
	return folder === "" ? "the root of the repository" : folder;
}
/** From the root down to a folder, itself included. */
function foldersTo(folder) {
	const names = folder.split("/").filter((name) => name !== "");
	return ["", ...names.map((_, at) => names.slice(0, at + 1).join("/"))];
}
/** git names a submodule, a link and a file themselves, and of a folder only the files. */
async function replacedFolder({ folder, repository, tree, changes, files }) {
	for (const path of foldersTo(folder).slice(1)) {
		if (!(changes?.files.includes(path) === true && await files.kindOf(join(tree, path)) === "folder")) continue;
		const here = join(repository.root, path);
		const real = await files.realPath(here);
		if (real === "broken") return `${path} is a symbolic link to nothing`;
		if (real !== void 0 && real !== here) return `${path} is a symbolic link, which ./... does not follow`;
		if (await files.kindOf(here) === "file") return `${path} is a file now`;
		if (await files.kindOf(join(here, ".git")) === void 0) return `the submodule ${path} was removed`;
	}
	return null;
}
/** None of its Go files is where it was. */
async function movedOrDeleted({ folder, sources, repository, changes, files }) {
	const kept = await goFilesIn(join(repository.root, folder), files);
	if (kept.some((name) => !name.endsWith("_test.go"))) return null;
	const old = sources.map((name) => posix.join(folder, name));
	const [to] = [...changes?.moved ?? []].flatMap(([path, from]) => old.includes(from) ? [path] : []);
	if (to === void 0) {
		for (const path of old) if (await files.realPath(join(repository.root, path)) === "broken") return `${path} is a symbolic link to nothing`;
		if (kept.length > 0) return `${shown$1(folder)} has only test files`;
		return await files.kindOf(join(repository.root, folder)) !== void 0 ? `${shown$1(folder)} has no Go files` : `${shown$1(folder)} was deleted`;
	}
	const place = posix.dirname(to);
	if (passedOver(place)) return `it was moved to ${place}, which ./... does not match`;
	return await ownModule({
		folder: place,
		module: "",
		repository,
		files
	}, "it was moved to a module of its own: ") ?? (place === folder ? null : `it was moved to ${shown$1(place)} and is another program there`);
}
/** `go help packages`: what a pattern with ... leaves out. */
function passedOver(folder) {
	return folder.split("/").some((name) => name === "testdata" || name === "vendor" || /^[_.]./.test(name));
}
async function goFilesIn(folder, files) {
	return await files.kindOf(folder) === "folder" ? files.glob("*.go", folder) : [];
}
/** A go.mod between the program and its module. */
async function ownModule({ folder, module, repository, files }, words = "it is in a module of its own: ") {
	const below = foldersTo(folder).filter((each) => each.length > module.length);
	for (const each of below) {
		const path = posix.join(each, "go.mod");
		if (await files.kindOf(join(repository.root, path)) === "file") return `${words}${path}`;
	}
	return null;
}
async function droppedByWorkspace({ module, repository, changes, files }) {
	for (const folder of foldersTo(module).toReversed()) {
		const path = posix.join(folder, "go.work");
		if (changes?.files.includes(path) !== true) continue;
		const text = await files.readText(join(repository.root, path));
		if (text === void 0) return `${path} was deleted`;
		if (![...text.replaceAll(/\/\/.*$/gm, "").matchAll(/[\w./-]+/g)].map(([word]) => posix.join(folder, word)).includes(module === "" ? "." : module)) return `${path} no longer uses ${shown$1(module)}`;
	}
	return null;
}
/** What each of its files says of itself; the first that says why. */
async function excluded({ folder, sources, repository, files }) {
	const names = (await goFilesIn(join(repository.root, folder), files)).filter((name) => !name.endsWith("_test.go"));
	const kept = names.filter((name) => sources.includes(name));
	const heads = await Promise.all((kept.length > 0 ? kept : names).map(async (name) => ({
		path: posix.join(folder, name),
		...readHead(await files.readText(join(repository.root, folder, name)) ?? "")
	})));
	const [constrained] = heads.filter(({ constraint }) => constraint !== null);
	if (constrained?.constraint != null) return `excluded by the build constraint on ${constrained.path}:${constrained.constraint}`;
	const [library] = heads.filter(({ name }) => name !== null && name !== "main");
	if (library !== void 0) return `${library.path}:${library.line} says package ${library.name ?? ""}: it is a library`;
	const [suffixed] = heads.filter(({ path }) => !sources.includes(posix.basename(path)) && path.includes("_"));
	return suffixed === void 0 ? null : `${suffixed.path} is for other platforms by its name`;
}
/** The package clause of a Go file, and the line of a constraint before it. */
function readHead(text) {
	const lines = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " ")).split("\n");
	const at = lines.findIndex((line) => /^\s*package\s/.test(line));
	const name = /^\s*package\s+([\p{L}_][\p{L}\p{N}_]*)/u.exec(lines[at] ?? "")?.[1] ?? null;
	const constraint = lines.slice(0, Math.max(at, 0)).findIndex((line) => /^\s*\/\/\s*(?:go:build|\+build)\s/.test(line));
	return {
		name,
		line: at + 1,
		constraint: constraint < 0 ? null : constraint + 1
	};
}

// src/baseline/base-commit.ts
/**
* Which commits this run needs. Throws ConfigError for events in which nothing should be built at all, for a policy that asks for
* nothing, and for a `baseline-ref` that names nothing.
*/
async function findBaseRefs({ gate, baselineRef, where }, ports) {
	const { env, files } = ports;
	const { baseline: kind, policy } = gate;
	if (kind === "policy" && policy.rules.length === 0 && gate.require === "none") throw new ConfigError("baseline: policy has no rules to check: add rules to the config file, or set require: static");
	const refs = baseRefsOfEvent({
		baseline: kind,
		baselineRef
	}, env, await readPayload({
		env,
		files
	}));
	return lookUpRefs(refs, { where }, ports);
}
/**
* Finds the base commit, writes it into a folder and lists its programs there. It needs nothing but the head's plan, so that it can
* run while the head is built. The same toolchain, environment and inputs on both sides, so that nothing but the commits differs: their
* sources, and their config files.
*/
async function openBase(refs, head, context) {
	const { programs } = refs;
	if (programs.kind === "none") {
		const requirements = await findPolicy(refs.policy, head.request, context.ports);
		const why = requirements.sha === null ? programs.why : `${programs.why}: its config was read, and nothing was built`;
		return closed({
			...requirements,
			steps: [...requirements.steps, why]
		});
	}
	const limitMs = context.timeLimitMs ?? 12e5;
	const [started, clock] = [context.ports.now(), startClock(context.ports, limitMs)];
	const { request } = head;
	const { ports } = clock;
	const found = await findCommit(programs, request, clock);
	if ("baseline" in found) return found;
	const { sha, repository, around } = found;
	const baseConfig = await configOfBase(request, await placeOf$3(request, {
		sha,
		repository,
		around
	}, ports));
	const requirements = refs.policy === programs ? requirementsOf(baseConfig) : await findPolicy(refs.policy, request, ports);
	const steps = [...found.steps, ...baseConfig.steps];
	const changes = await findChanges(sha, repository, ports);
	const commit = {
		sha,
		repository,
		baseConfig,
		changes
	};
	try {
		const listed = changes?.files.length === 0 && !baseConfig.differs && baseConfig.goFile === null ? null : await listBase(commit, {
			...context,
			ports,
			asked: request.go
		});
		return {
			kind: "listed",
			commit,
			requirements,
			listed,
			pairs: await pairUp(head.plan, {
				commit,
				listed
			}, ports),
			steps,
			leftMs: limitMs - (ports.now() - started)
		};
	} catch (thrown) {
		const { why, isMachineFault } = whyNotBuilt(thrown, clock);
		const known = {
			isMissing: true,
			isMachineFault,
			notListed: thrown instanceof NotListed ? thrown.message : null,
			sha,
			steps: [...steps, why]
		};
		return closed({
			...onlyRequirements(requirements),
			...known
		});
	}
}
/** The base commit, or why there is none. Where git itself is killed the base counts as missing through a fault of the machine. */
async function findCommit(ref, { where }, clock) {
	try {
		const repository = await findRepository(resolve(where.workingDirectory), clock.ports);
		if ("why" in repository) return closed({
			isChange: true,
			isMissing: true,
			steps: [repository.why]
		});
		const found = await findBaseIn(repository, ref, clock.ports);
		if (found.kind === "found") return {
			...found,
			repository,
			around: found.around
		};
		return closed({
			isChange: true,
			isMissing: found.kind === "missing",
			steps: found.steps
		});
	} catch (thrown) {
		if (!(thrown instanceof MachineFault)) throw thrown;
		return closed({
			isChange: true,
			isMissing: true,
			isMachineFault: true,
			steps: [clock.isOver() ? clock.why : thrown.message]
		});
	}
}
function onlyRequirements({ rules, relaxations, isChange }) {
	return {
		rules,
		relaxations,
		isChange
	};
}
function closed(known) {
	return {
		kind: "closed",
		baseline: {
			...emptyBaseline,
			...known
		}
	};
}
async function pairUp(plan, { commit, listed }, { files }) {
	if (listed === null) return {
		moved: /* @__PURE__ */ new Map(),
		gone: []
	};
	const { repository, changes } = commit;
	const { moved, gone } = await pairPrograms({
		plan,
		repository
	}, treeOf(listed), files);
	const sides = {
		repository,
		tree: listed.tree,
		changes,
		files
	};
	const explained = await explainGone(gone, listed.plan.cells, sides);
	const later = new Map([...moved].map(([to, from]) => [from, to]));
	const bases = shippedBuilds(listed.plan.cells, (path) => later.get(path) ?? path);
	return {
		moved,
		gone: [...explained, ...unreleasedBuilds(shippedBuilds(plan.cells), bases)]
	};
}
function treeOf({ plan, tree }) {
	return {
		plan,
		repository: {
			root: tree,
			alias: tree,
			prefix: ""
		}
	};
}
/** A base that cannot be built is no mistake of this change; one that is ended can fail in any way. Throws what is neither. */
function whyNotBuilt(thrown, clock) {
	if (thrown instanceof Interrupted || !isTroubleOfBase(thrown, clock)) throw thrown;
	const reason = clock.isOver() ? clock.why : toError(thrown).message;
	const isMachineFault = clock.isOver() || thrown instanceof MachineFault || findMachineFault(reason) !== null;
	return {
		why: `the base cannot be built: ${reason}`,
		isMachineFault
	};
}
function isTroubleOfBase(thrown, clock) {
	return thrown instanceof ConfigError || thrown instanceof MachineFault || clock.isOver();
}
/**
* What the shipped targets were on the base: the same where they are built from the same files, or else by a build. That is needed
* only where it can tell anything: a program that is static now cannot have become dynamic.
*/
async function baseline(base, head, context) {
	if (base.kind === "closed") return base.baseline;
	const { commit, listed, pairs, leftMs } = base;
	const { sha, repository, baseConfig, changes } = commit;
	const clock = startClock(context.ports, leftMs);
	const { ports } = clock;
	const { gate, where } = head.request;
	const { workingDirectory } = where;
	const suspects = head.cells.filter((cell) => cell.role !== "compared" && !isClean(cell));
	const settingChanges = [...baseConfig.changes, ...listed?.changes ?? []];
	const common = {
		...emptyBaseline,
		sha,
		...pairs,
		...onlyRequirements(base.requirements),
		changes: settingChanges
	};
	const isIncomplete = (listed?.gaps.length ?? 0) > 0;
	if (gate.baseline === "policy") {
		const why = "baseline: policy: its config was read and its targets were listed, and nothing was built";
		return {
			...common,
			source: "policy",
			isMissing: isIncomplete,
			steps: [...base.steps, why]
		};
	}
	const same = await sameSuspects(suspects, base, {
		...context,
		ports,
		head
	});
	const open = suspects.filter((cell) => !same.includes(cell));
	const known = same.map((cell) => ({
		head: cell,
		cell,
		from: "same-files"
	}));
	const unbuilt = same.filter(({ status }) => status === "predicted").length;
	const counts = {
		shipped: head.cells.length,
		suspects: suspects.length,
		unchanged: same.length,
		unbuilt
	};
	const steps = [
		...base.steps,
		...describeSuspects(counts, changes),
		...listed?.steps ?? []
	];
	const finish = async (more) => {
		const compared = more.cells ?? [];
		const hunks = await hunksFor({
			sha,
			repository,
			changes,
			open,
			compared,
			settings: settingChanges
		}, ports);
		return {
			...common,
			isMissing: isIncomplete,
			steps,
			...more,
			cells: [...known, ...compared],
			hunks
		};
	};
	if (listed === null) {
		const { whyEmpty } = head.plan;
		return finish({
			source: "none",
			notListed: whyEmpty instanceof NotListed ? whyEmpty.message : null
		});
	}
	if (listed.plan.cells.length === 0) return finish({ source: "build" });
	const similar = similarPrograms({
		plan: head.plan,
		repository
	}, treeOf(listed), {
		moved: pairs.moved,
		movedFiles: changes?.moved ?? /* @__PURE__ */ new Map()
	});
	const baseNames = new Map([...similar, ...pairs.moved]);
	try {
		const what = {
			commit,
			listed,
			plan: head.plan,
			open,
			baseNames
		};
		const built = await buildBase(what, {
			...context,
			ports,
			clock,
			workingDirectory
		});
		return await finish({
			...built,
			source: "build",
			steps: [...steps, ...built.steps]
		});
	} catch (thrown) {
		const { why, isMachineFault } = whyNotBuilt(thrown, clock);
		return finish({
			source: "none",
			isMissing: isIncomplete || open.length > 0,
			isMachineFault,
			steps: [...steps, why]
		});
	}
}
/** Suspects that are the same on both sides. Where everything is, whatever became of them. */
async function sameSuspects(suspects, base, { head, ...context }) {
	const { unchanged } = head;
	if (base.listed === null) return suspects;
	const cells = suspects.filter(({ status, planned }) => status === "built" && !unchanged.has(planned)).map(({ planned }) => planned);
	const same = await findSame(cells, base, {
		...context,
		plan: head.plan
	});
	return suspects.filter(({ planned }) => unchanged.has(planned) || same.has(planned));
}
/**
* Programs of the head that are the same on the base, so that they cannot have become worse. Only what a comparison by files can tell:
* none where the base is not known or is not to be compared with.
*/
async function findUnchanged(cells, base, { head, ...context }) {
	const { baseline: kind } = head.request.gate;
	if (base.kind === "closed" || kind !== "auto" && kind !== "build") return /* @__PURE__ */ new Set();
	return findSame(cells, base, {
		...context,
		plan: head.plan
	});
}
/** Static, without a hazard that could be new, and for all processors: those it could be built for before. */
function isClean(cell) {
	return cell.status === "built" && isStandalone(cell) && cell.linkage?.hazards.length === 0 && (cell.runsOn ?? []).every(({ fix }) => fix === null) && cell.findings.every(({ level }) => level === "info");
}
function describeSuspects({ shipped, suspects, unchanged, unbuilt }, changes) {
	const steps = changes === void 0 ? ["git could not tell what differs"] : [];
	if (shipped === 0) return steps;
	if (suspects === 0) return [...steps, "everything that ships is static, so nothing can have become dynamic"];
	if (unchanged === 0) return steps;
	const is = unchanged === 1 ? "is" : "are";
	const effect = unbuilt === 0 ? "" : `, so ${unbuilt === 1 ? "1 was" : `${unbuilt} were`} not built`;
	const same = `${unchanged} of ${suspects} that could have regressed ${is} built from the same files on both sides`;
	return [...steps, `${same}${effect}`];
}

// src/build/data/c-headers.ts
/**
* Common C headers and the packages that have them: Debian and Ubuntu, Alpine. The names of Debian were compared with the package list of
* Debian 12, those of Alpine with none. A name that ends with a slash stands for all headers below it. What is not here is not guessed; an
* empty name: the distribution has none, or it is not known.
*/
const headerPackages = [
	[
		"alsa/asoundlib.h",
		"libasound2-dev",
		"alsa-lib-dev"
	],
	[
		"archive.h",
		"libarchive-dev",
		"libarchive-dev"
	],
	[
		"blkid/blkid.h",
		"libblkid-dev",
		"util-linux-dev"
	],
	[
		"bpf/",
		"libbpf-dev",
		"libbpf-dev"
	],
	[
		"btrfs/",
		"libbtrfs-dev",
		"btrfs-progs-dev"
	],
	[
		"bzlib.h",
		"libbz2-dev",
		"bzip2-dev"
	],
	[
		"cairo.h",
		"libcairo2-dev",
		"cairo-dev"
	],
	[
		"curl/curl.h",
		"libcurl4-openssl-dev",
		"curl-dev"
	],
	[
		"dbus/dbus.h",
		"libdbus-1-dev",
		"dbus-dev"
	],
	[
		"elf.h",
		"libc6-dev",
		"musl-dev"
	],
	[
		"EGL/egl.h",
		"libegl-dev",
		"mesa-dev"
	],
	[
		"expat.h",
		"libexpat1-dev",
		"expat-dev"
	],
	[
		"ffi.h",
		"libffi-dev",
		"libffi-dev"
	],
	[
		"fuse.h",
		"libfuse-dev",
		"fuse-dev"
	],
	[
		"gdal.h",
		"libgdal-dev",
		"gdal-dev"
	],
	[
		"geos_c.h",
		"libgeos-dev",
		"geos-dev"
	],
	[
		"git2.h",
		"libgit2-dev",
		"libgit2-dev"
	],
	[
		"GL/gl.h",
		"libgl-dev",
		"mesa-dev"
	],
	[
		"GL/glx.h",
		"libgl-dev",
		"mesa-dev"
	],
	[
		"glib.h",
		"libglib2.0-dev",
		"glib-dev"
	],
	[
		"gmp.h",
		"libgmp-dev",
		"gmp-dev"
	],
	[
		"gnutls/gnutls.h",
		"libgnutls28-dev",
		"gnutls-dev"
	],
	[
		"gpgme.h",
		"libgpgme-dev",
		"gpgme-dev"
	],
	[
		"gssapi/gssapi.h",
		"libkrb5-dev",
		"krb5-dev"
	],
	[
		"gst/gst.h",
		"libgstreamer1.0-dev",
		"gstreamer-dev"
	],
	[
		"gtk/gtk.h",
		"libgtk-3-dev",
		"gtk+3.0-dev"
	],
	[
		"jpeglib.h",
		"libjpeg-dev",
		"libjpeg-turbo-dev"
	],
	[
		"krb5.h",
		"libkrb5-dev",
		"krb5-dev"
	],
	[
		"lber.h",
		"libldap-dev",
		"openldap-dev"
	],
	[
		"ldap.h",
		"libldap-dev",
		"openldap-dev"
	],
	[
		"leptonica/allheaders.h",
		"libleptonica-dev",
		"leptonica-dev"
	],
	[
		"libavcodec/avcodec.h",
		"libavcodec-dev",
		"ffmpeg-dev"
	],
	[
		"libavformat/avformat.h",
		"libavformat-dev",
		"ffmpeg-dev"
	],
	[
		"libdevmapper.h",
		"libdevmapper-dev",
		"lvm2-dev"
	],
	[
		"libnetfilter_queue/libnetfilter_queue.h",
		"libnetfilter-queue-dev",
		"libnetfilter_queue-dev"
	],
	[
		"libpq-fe.h",
		"libpq-dev",
		"libpq-dev"
	],
	[
		"librdkafka/rdkafka.h",
		"librdkafka-dev",
		"librdkafka-dev"
	],
	[
		"libssh2.h",
		"libssh2-1-dev",
		"libssh2-dev"
	],
	[
		"libudev.h",
		"libudev-dev",
		"eudev-dev"
	],
	[
		"libusb-1.0/libusb.h",
		"libusb-1.0-0-dev",
		"libusb-dev"
	],
	[
		"libusb.h",
		"libusb-1.0-0-dev",
		"libusb-dev"
	],
	[
		"libvirt/libvirt.h",
		"libvirt-dev",
		"libvirt-dev"
	],
	[
		"libxml/parser.h",
		"libxml2-dev",
		"libxml2-dev"
	],
	[
		"libxslt/xslt.h",
		"libxslt1-dev",
		"libxslt-dev"
	],
	[
		"linux/",
		"linux-libc-dev",
		"linux-headers"
	],
	[
		"lz4.h",
		"liblz4-dev",
		"lz4-dev"
	],
	[
		"lzma.h",
		"liblzma-dev",
		"xz-dev"
	],
	[
		"lzo/lzo1x.h",
		"liblzo2-dev",
		"lzo-dev"
	],
	[
		"MagickWand/MagickWand.h",
		"libmagickwand-dev",
		"imagemagick-dev"
	],
	[
		"mysql.h",
		"libmariadb-dev",
		"mariadb-connector-c-dev"
	],
	[
		"ncurses.h",
		"libncurses-dev",
		"ncurses-dev"
	],
	[
		"numa.h",
		"libnuma-dev",
		"numactl-dev"
	],
	[
		"openssl/",
		"libssl-dev",
		"openssl-dev"
	],
	[
		"opus/opus.h",
		"libopus-dev",
		"opus-dev"
	],
	[
		"opus.h",
		"libopus-dev",
		"opus-dev"
	],
	[
		"pcap.h",
		"libpcap-dev",
		"libpcap-dev"
	],
	[
		"pcap/pcap.h",
		"libpcap-dev",
		"libpcap-dev"
	],
	[
		"pcre.h",
		"libpcre3-dev",
		"pcre-dev"
	],
	[
		"pcre2.h",
		"libpcre2-dev",
		"pcre2-dev"
	],
	[
		"png.h",
		"libpng-dev",
		"libpng-dev"
	],
	[
		"portaudio.h",
		"portaudio19-dev",
		"portaudio-dev"
	],
	[
		"proj.h",
		"libproj-dev",
		"proj-dev"
	],
	[
		"pulse/pulseaudio.h",
		"libpulse-dev",
		"pulseaudio-dev"
	],
	[
		"Python.h",
		"python3-dev",
		"python3-dev"
	],
	[
		"rados/librados.h",
		"librados-dev",
		""
	],
	[
		"rbd/librbd.h",
		"librbd-dev",
		""
	],
	[
		"readline/readline.h",
		"libreadline-dev",
		"readline-dev"
	],
	[
		"rocksdb/c.h",
		"librocksdb-dev",
		"rocksdb-dev"
	],
	[
		"SDL2/SDL.h",
		"libsdl2-dev",
		"sdl2-dev"
	],
	[
		"seccomp.h",
		"libseccomp-dev",
		"libseccomp-dev"
	],
	[
		"security/pam_appl.h",
		"libpam0g-dev",
		"linux-pam-dev"
	],
	[
		"selinux/selinux.h",
		"libselinux1-dev",
		"libselinux-dev"
	],
	[
		"snappy-c.h",
		"libsnappy-dev",
		"snappy-dev"
	],
	[
		"sodium.h",
		"libsodium-dev",
		"libsodium-dev"
	],
	[
		"sql.h",
		"unixodbc-dev",
		"unixodbc-dev"
	],
	[
		"sqlext.h",
		"unixodbc-dev",
		"unixodbc-dev"
	],
	[
		"sqlite3.h",
		"libsqlite3-dev",
		"sqlite-dev"
	],
	[
		"sys/capability.h",
		"libcap-dev",
		"libcap-dev"
	],
	[
		"sys/acl.h",
		"libacl1-dev",
		"acl-dev"
	],
	[
		"systemd/",
		"libsystemd-dev",
		""
	],
	[
		"tesseract/capi.h",
		"libtesseract-dev",
		"tesseract-ocr-dev"
	],
	[
		"tiff.h",
		"libtiff-dev",
		"tiff-dev"
	],
	[
		"tss2/",
		"libtss2-dev",
		"tpm2-tss-dev"
	],
	[
		"uuid/uuid.h",
		"uuid-dev",
		"util-linux-dev"
	],
	[
		"vips/vips.h",
		"libvips-dev",
		"vips-dev"
	],
	[
		"vulkan/vulkan.h",
		"libvulkan-dev",
		"vulkan-headers"
	],
	[
		"wayland-client.h",
		"libwayland-dev",
		"wayland-dev"
	],
	[
		"webp/decode.h",
		"libwebp-dev",
		"libwebp-dev"
	],
	[
		"webp/encode.h",
		"libwebp-dev",
		"libwebp-dev"
	],
	[
		"winscard.h",
		"libpcsclite-dev",
		"pcsc-lite-dev"
	],
	[
		"X11/extensions/Xrandr.h",
		"libxrandr-dev",
		"libxrandr-dev"
	],
	[
		"X11/extensions/XInput2.h",
		"libxi-dev",
		"libxi-dev"
	],
	[
		"X11/extensions/Xinerama.h",
		"libxinerama-dev",
		"libxinerama-dev"
	],
	[
		"X11/extensions/xf86vmode.h",
		"libxxf86vm-dev",
		"libxxf86vm-dev"
	],
	[
		"X11/extensions/XTest.h",
		"libxtst-dev",
		"libxtst-dev"
	],
	[
		"X11/Xcursor/Xcursor.h",
		"libxcursor-dev",
		"libxcursor-dev"
	],
	[
		"X11/Xlib.h",
		"libx11-dev",
		"libx11-dev"
	],
	[
		"xcb/xcb.h",
		"libxcb1-dev",
		"libxcb-dev"
	],
	[
		"xkbcommon/xkbcommon.h",
		"libxkbcommon-dev",
		"libxkbcommon-dev"
	],
	[
		"yaml.h",
		"libyaml-dev",
		"yaml-dev"
	],
	[
		"zip.h",
		"libzip-dev",
		"libzip-dev"
	],
	[
		"zlib.h",
		"zlib1g-dev",
		"zlib-dev"
	],
	[
		"zmq.h",
		"libzmq3-dev",
		"zeromq-dev"
	],
	[
		"zstd.h",
		"libzstd-dev",
		"zstd-dev"
	]
];

// src/build/c-header-errors.ts
/** Headers of the C library itself: a compiler that lacks them has no C library for the platform. */
const ofLibc = /^(?:bits\/|gnu\/stubs|asm\/|sys\/cdefs\.h$|features(?:-time64)?\.h$|stdlib\.h$|stdio\.h$|errno\.h$|string\.h$|pthread\.h$)/;
const missing$1 = /^(?:(\S+?:\d+(?::\d+)?|<[\w-]+(?: [\w-]+)*>): )?(?:fatal )?error: '?([\w+./-]+\.(?:h|hh|hpp|hxx)|[\w/]+)'?(?:: No such file or directory| file not found)/m;
/** The C header that a compiler did not find, who asks for it, and the package that has it; undefined where none is missing. */
function explainMissingHeader(output, context) {
	const match = missing$1.exec(output);
	if (match === null) return void 0;
	const [, place = "", header = ""] = match;
	const heading = [...output.slice(0, match.index).matchAll(/^# (\S+)/gm)].at(-1)?.[1];
	const chain = heading === void 0 ? [] : context.chainTo(heading);
	const via = chain.length > 1 ? ` (${chain.join(" → ")})` : "";
	const who = heading === void 0 ? "" : `: ${heading} includes it${via}`;
	const at = place === "" ? "" : `${place}: `;
	if (ofLibc.test(header)) return {
		isLibc: true,
		...explainLibcHeader(`${at}${header}`, context)
	};
	return {
		isLibc: false,
		cause: `${at}the C header ${header} is not found${who}`,
		fix: fixFor(header, context)
	};
}
function explainLibcHeader(what, { goarch, isMusl }) {
	const cause = `${what} is not found: the C compiler has no C library for this platform`;
	if (isMusl) return {
		cause,
		fix: "set CC to a musl compiler of the platform, or build with CGO_ENABLED=0"
	};
	return {
		cause,
		fix: goarch === "386" ? "install gcc-multilib (Debian, Ubuntu) or glibc-devel.i686 (Fedora), set CC to i686-linux-gnu-gcc, or build with CGO_ENABLED=0" : "set CC to a cross compiler of the platform, or build with CGO_ENABLED=0"
	};
}
function fixFor(header, { isMusl }) {
	const [, debian = "", alpine = ""] = headerPackages.find(([name]) => name.endsWith("/") ? header.startsWith(name) : header === name) ?? [];
	const known = [debian === "" ? "" : `${debian} (Debian, Ubuntu)`, alpine === "" ? "" : `${alpine} (Alpine)`].filter((name) => name !== "").join(" or ");
	if (isMusl) return `musl-gcc does not look into /usr/include, where the headers and libraries for glibc are: build on Alpine${alpine === "" ? "" : ` with ${alpine}`}, or give a library that was compiled for musl by CGO_CFLAGS=-I… and CGO_LDFLAGS=-L…`;
	return known === "" ? "install the -dev package that has the header, or give its folder by CGO_CFLAGS=-I…" : `install ${known}`;
}

// src/build/error-context.ts
/** Where nothing is known but the output. */
const noContext = {
	lostCgo: [],
	declaredIn: /* @__PURE__ */ new Map(),
	cgoEnv: {},
	compilerFlags: [],
	extldflags: [],
	isMusl: false,
	goarch: "",
	crossCompiler: null,
	chainTo: (importPath) => [importPath],
	muslTagged: []
};

// src/build/relocation-errors.ts
const external = "add -linkmode=external to -ldflags: then the C compiler links";
/**
* Why Go's own linker does not find a C function: its list of shared libraries was made from a static link, or it cannot read an
* object. `output` is the linker's.
*/
function explainRelocation(symbol, output, context) {
	const { CC = "", CGO_LDFLAGS = "" } = context.cgoEnv;
	const lacks = `Go's own linker ${symbol === "" ? "cannot link the C objects" : `does not find the C function ${symbol}`}`;
	const debug = debugFlag(context);
	if (debug !== null || /ignoring symbol in section \d+ \("\.group"\)/.test(output)) return {
		kind: "build-failed",
		cause: `${lacks}: ${debug ?? "a flag such as -g3"} makes debug sections (.group) that it cannot read`,
		fix: `${external}; or write -g2 in place of it`
	};
	const places = [...words(CGO_LDFLAGS).some(isStatic$1) ? ["CGO_LDFLAGS"] : [], ...words(CC).slice(1).some(isStatic$1) ? ["CC"] : []];
	if (places.length > 0) return {
		kind: "static-cgo-flags",
		cause: `${lacks}: -static stands in ${places.join(" and ")}, which counts also while cgo code is compiled`,
		fix: "put -static into -extldflags together with -linkmode=external, not into CGO_LDFLAGS or CC"
	};
	if (context.isMusl || output.includes("missing Go type information for global symbol .dynsym")) return {
		kind: "build-failed",
		cause: `${lacks}: ${CC === "" ? "the C compiler" : CC} links statically by itself`,
		fix: external
	};
	return {
		kind: "build-failed",
		cause: lacks,
		fix: external
	};
}
function debugFlag({ cgoEnv, compilerFlags }) {
	const { CGO_CFLAGS = "", CGO_CPPFLAGS = "", CGO_CXXFLAGS = "", CC = "" } = cgoEnv;
	const places = Object.entries({
		CGO_CFLAGS,
		CGO_CPPFLAGS,
		CGO_CXXFLAGS,
		CC
	});
	for (const [name, value] of places) {
		const flag = words(value).find(isDebug);
		if (flag !== void 0) return `${flag} in ${name}`;
	}
	const flag = compilerFlags.find(isDebug);
	return flag === void 0 ? null : `${flag} in #cgo CFLAGS`;
}
/** Macro definitions and type units are in sections of groups (GCC: -g3, -fdebug-types-section). */
function isDebug(word) {
	return /^-g(?:gdb|dwarf(?:-\d)?|stabs)?3$|^-fdebug-types-section$|^-fdebug-macro$/.test(word);
}
function isStatic$1(word) {
	return /^--?static(?:-pie)?$|^-Wl,-(?:-static|static|Bstatic)$/.test(word);
}
function words(text) {
	try {
		return splitQuoted(text);
	} catch {
		return [];
	}
}

// src/build/known-errors.ts
/** What the messages of go, gcc and the linkers mean: one row for each. Hostile text in, plain text out. */
const quoted = (match, group = 1) => match[group] ?? "";
/**
* Messages as Go 1.19 to 1.27 and GNU ld, gold, lld and mold print them. The first that matches wins. docs/build-failures.md has
* a row for each.
*/
const known = [
	...machineFaults.map(({ pattern, what, fix }) => ({
		kind: "machine-fault",
		pattern,
		cause: (match) => `this machine ${what}: ${quoted(match, 0).trim()}`,
		fix
	})),
	{
		kind: "cgo-only",
		pattern: /(?:(?:package|imports) (\S+): )?build constraints exclude all Go files in (\S+)/,
		cause: (match) => `${quoted(match) || `the package in ${quoted(match, 2)}`} has no Go file left: its files are for other platforms, or all need cgo, which is off`,
		fix: "build with CGO_ENABLED=1, leave the platform out, or replace the package by one without cgo"
	},
	{
		kind: "no-c-compiler",
		pattern: /cgo: C compiler "([^"]*)" not found/,
		cause: (match) => `the C compiler ${quoted(match)} is not installed`,
		fix: "install it, set CC to the one you have, or build with CGO_ENABLED=0"
	},
	{
		kind: "needs-external",
		pattern: /(?<!\S)(-\S+|default PIE binary|[^\s/]+\/\S+) requires external \(cgo\) linking, but cgo is not enabled/,
		cause: (match) => `${quoted(match)} needs the external linker, and cgo is off`,
		fix: "set CGO_ENABLED=1 and have a C compiler, or drop the flag"
	},
	{
		kind: "race",
		pattern: /-race requires cgo/,
		cause: () => "-race needs cgo, and cgo is off",
		fix: "drop -race from the flags, or build with CGO_ENABLED=1"
	},
	{
		kind: "wrong-c-compiler",
		pattern: /Error: no such instruction|unrecognized command-line option '-m(?:64|arch|arm)|file in wrong format|Relocations in generic ELF|skipping incompatible \S+ when searching for -l(?:gcc|c)\b|is incompatible with \S+ output|is incompatible with elf\w+|unrecognized command-line option '-mthreads'/,
		cause: () => "the C compiler builds for another machine than the platform asked for",
		fix: (_match, { crossCompiler }) => `set CC to a cross compiler of the platform${crossCompiler === null ? "" : ` (${crossCompiler})`}, or build with CGO_ENABLED=0`
	},
	{
		kind: "build-failed",
		pattern: /cannot find -lgcc_s\b/,
		cause: () => "-Wl,-static and -Wl,-Bstatic tell only the linker, and the C compiler still asks for shared libraries",
		fix: "write -static instead"
	},
	{
		kind: "race",
		pattern: /-buildmode=pie not supported when -(\w+) is enabled/,
		cause: (match) => `-${quoted(match)} and -buildmode=pie exclude each other`,
		fix: "drop one of the two"
	},
	{
		kind: "race",
		pattern: /cannot specify -static with -fsanitize=(\w+)/,
		cause: (match) => `the ${quoted(match)} sanitizer cannot be linked statically`,
		fix: "drop -asan and -msan from what ships"
	},
	{
		kind: "race",
		pattern: /unrecognized argument to '-fsanitize=' option: 'memory'/,
		cause: () => "-msan needs the memory sanitizer, which gcc does not have",
		fix: "set CC=clang, or drop -msan"
	},
	{
		kind: "build-failed",
		pattern: /cannot find ['‘]ld(?:\.(\w+))?['’]|invalid (?:linker name|value '[^']*') in (?:argument )?'-fuse-ld=(\w+)'/,
		cause: (match, context) => `the linker ${linkerOf(match, context)} is not installed`,
		fix: (match, context) => {
			const name = linkerOf(match, context);
			return `install it (${{
				gold: "binutils-gold",
				ld: "binutils"
			}[name] ?? name})${name === "ld" ? "" : `, or drop -fuse-ld=${name}`}`;
		}
	},
	{
		kind: "build-failed",
		pattern: /unrecognized command[- ]line option ['"‘]?(-[^'"’\s]+)|unknown argument:? '(-[^']+)'|unsupported option '(-[^']+)'/,
		cause: (match, context) => {
			const flag = match[1] ?? match[2] ?? quoted(match, 3);
			const place = placeOfFlag(flag, context);
			return `the C compiler does not know the flag ${flag}${place === null ? "" : `, which stands in ${place}`}`;
		},
		fix: "drop the flag, or set CC to a compiler that knows it"
	},
	{
		kind: "build-failed",
		pattern: /\bpattern (\S{1,300}): no matching files found/,
		cause: (match) => {
			const [, place = ""] = /^(\S+:\d+:\d+: )?pattern /m.exec(match.input) ?? [];
			return `${place}//go:embed ${quoted(match)} matches no file`;
		},
		fix: "create or generate the files before go build, and check that git does not ignore them"
	},
	{
		kind: "missing-library",
		pattern: /(?:cannot find -l|unable to find library -l|library not found: )(:?[^\s:]+)/,
		cause: (match) => `the linker finds no ${missingLibrary(quoted(match), match.input)}`,
		fix: "install the library's -dev package; a static link needs its static version, in some distributions a -static package"
	},
	{
		kind: "missing-library",
		pattern: /(?:Package (\S+) was not found in the pkg-config search path|No package '(\S+)' found)/,
		cause: (match) => {
			const name = match[1] ?? quoted(match, 2);
			const asking = [...match.input.slice(0, match.index).matchAll(/^# ([^\s[]\S*)/gm)].at(-1)?.[1];
			return `pkg-config knows no ${name}${asking === void 0 ? "" : `, which ${asking} asks for`}: ${name}.pc is not installed`;
		},
		fix: (match) => `install the -dev package with ${match[1] ?? quoted(match, 2)}.pc, or give its folder by PKG_CONFIG_PATH`
	},
	{
		kind: "missing-library",
		pattern: /exec: "([^"]*pkg-?conf[^"]*)": (?:executable file not found|stat )/,
		cause: (match) => `${quoted(match)} is not installed, and a #cgo pkg-config line asks it for a library`,
		fix: "install pkg-config (Debian, Ubuntu) or pkgconf (Alpine), or set PKG_CONFIG"
	},
	{
		kind: "internal-linkmode",
		pattern: /internal linking requested( via GO_EXTLINK_ENABLED)? but external linking required: ([^\n]*)/,
		cause: (match) => `${quoted(match) === "" ? "-linkmode=internal" : "GO_EXTLINK_ENABLED=0"} is impossible here: ${quoted(match, 2)}`,
		fix: "drop -linkmode=internal (or GO_EXTLINK_ENABLED=0)"
	},
	...moduleErrors.map(({ pattern, text, fix }) => ({
		kind: "module-files",
		pattern,
		cause: text,
		fix
	})),
	{
		kind: "missing-module",
		pattern: /no required module provides package ([^\s;]+)/,
		cause: (match) => `no module in go.mod provides the package ${quoted(match)}`,
		fix: "run go mod tidy and commit go.mod and go.sum"
	},
	{
		kind: (match, context) => explainRelocation(quoted(match), match.input, context).kind,
		pattern: /relocation target ([^\s.]+) not defined|ignoring symbol in section \d+ \("\.group"\)/,
		cause: (match, context) => explainRelocation(quoted(match), match.input, context).cause,
		fix: (match, context) => explainRelocation(quoted(match), match.input, context).fix
	},
	{
		kind: "build-failed",
		pattern: /crtbeginT\.o: relocation [^\n]* when making a PIE object/,
		cause: () => "-static and -pie exclude each other: -static makes a program for a fixed address, and -static-pie is undone by a -static beside it",
		fix: "write -static-pie in place of -static, or drop -buildmode=pie"
	},
	{
		kind: "shared-library",
		pattern: /crtbeginT\.o: relocation/,
		cause: (_match, context) => context.extldflags.includes("-static-pie") ? "-static and -static-pie exclude each other" : "-static cannot make a shared library",
		fix: (_match, context) => context.extldflags.includes("-static-pie") ? "write -static-pie alone" : "drop -static for -buildmode=c-shared and plugin"
	},
	{
		kind: "build-failed",
		pattern: /attempted static link of dynamic object [`']([^`']+)'/,
		cause: (match) => `a static link met the shared library ${quoted(match)}: -Wl,-Bdynamic in #cgo LDFLAGS or CGO_LDFLAGS undoes -static, or a library was given by the path of its .so file`,
		fix: "drop -Wl,-Bdynamic, or write -Wl,-Bstatic behind it; name libraries by -l"
	},
	{
		kind: "build-failed",
		pattern: /flag provided but not defined: (-\S{1,300})(?:\nusage: (\w+) )?/,
		cause: (match) => isOfLinker(match) ? `Go's linker does not know ${quoted(match)}: it is a word of its own in -ldflags, most likely meant as a part of -extldflags` : `go tool ${quoted(match, 2)} does not know ${quoted(match)}, which ${flagsOfTool[quoted(match, 2)] ?? "a flag"} hands to it`,
		fix: (match) => isOfLinker(match) ? `put all words of -extldflags in quotes of their own: -ldflags="-linkmode=external -extldflags '${[.../* @__PURE__ */ new Set(["-static", quoted(match)])].join(" ")}'"` : `correct ${flagsOfTool[quoted(match, 2)] ?? "the flag"} (go tool ${quoted(match, 2)} -help lists what there is)`
	},
	{
		kind: "build-failed",
		pattern: /invalid value "([^"\n]{0,300})" for flag -linkmode: /,
		cause: (match) => `-linkmode=${quoted(match)} is none of the modes of Go's linker`,
		fix: "write -linkmode=external, internal or auto"
	},
	{
		kind: "build-failed",
		pattern: /read-only segment has dynamic relocations/,
		cause: () => "-static-pie needs code that was compiled for a position-independent program",
		fix: "add -buildmode=pie"
	},
	{
		kind: "build-failed",
		pattern: /--no-dynamic-linker: unknown option/,
		cause: () => "the linker gold cannot make a static PIE",
		fix: "use another linker (drop -fuse-ld=gold)"
	},
	{
		kind: "undefined-reference",
		pattern: /undefined reference to [`']([^`'\s]+)'|undefined symbol: [`']?([^`'\s]+)|Undefined symbols for architecture \S+\n\s+"_([^"\s]+)"/,
		cause: (match) => `the linker does not find ${match[1] ?? match[2] ?? quoted(match, 3)}: none of the named libraries has it`,
		fix: "add the -l… of the library that has it to #cgo LDFLAGS or -extldflags, behind the static library that needs it"
	},
	{
		kind: "build-failed",
		pattern: /golang\.org\/x\/tools@(v[\w.-]+)\/internal\/tokeninternal\/tokeninternal\.go:\d+:\d+: invalid array length/,
		cause: (match) => `golang.org/x/tools ${quoted(match)} does not compile with this Go: ${quoted(match, 0)}`,
		fix: "run go get golang.org/x/tools@latest and commit go.mod and go.sum"
	},
	{
		kind: "build-failed",
		pattern: /(?:^|\n)(?:\S*ld\S*: )?(\S+?)(?::\(\.\S+\))?: multiple definition of [`']([^`'\s]+)'|duplicate symbol:? ['"]?_?([^'"\s]+)/,
		cause: (match) => {
			const name = match[2] ?? quoted(match, 3);
			const place = match[1] === void 0 ? "" : ` (${match[1]})`;
			return name === "main" ? `C code defines main${place}, which Go's runtime defines already` : `${name} is defined twice${place}`;
		},
		fix: (match) => (match[2] ?? match[3]) === "main" ? "a package with cgo compiles every C file in its folder: move the file elsewhere, or give it a build constraint" : "rename one of the two or make it static; of two libraries that hold the same code, link one"
	},
	{
		kind: "invalid-cgo-flag",
		pattern: /invalid flag in (#cgo \w+): (\S+)/,
		cause: (match) => `${quoted(match)} holds the flag ${quoted(match, 2)}, which Go does not allow`,
		fix: "allow it with CGO_LDFLAGS_ALLOW or CGO_CFLAGS_ALLOW, or write it another way"
	}
];
/** The flags of go build that are for a tool of Go. */
const flagsOfTool = {
	compile: "-gcflags",
	asm: "-asmflags",
	link: "-ldflags"
};
/** Without a line that names the tool: only the linker's are split by users. */
function isOfLinker(match) {
	return match[2] === void 0 || match[2] === "link";
}
/** The linker that was asked for by -fuse-ld. The compiler's message names it, or only `ld`. */
function linkerOf(match, { extldflags, cgoEnv }) {
	const asked = [...extldflags, ...`${cgoEnv.CGO_LDFLAGS ?? ""} ${cgoEnv.CC ?? ""}`.split(/\s+/)].findLast((word) => word.startsWith("-fuse-ld="))?.slice(9);
	return match[1] ?? match[2] ?? asked ?? /-fuse-ld=(\w+)/.exec(match.input)?.[1] ?? "ld";
}
/** Where a flag of the C compiler was written: the variable, or a #cgo line; null where nobody knows. */
function placeOfFlag(flag, { cgoEnv, compilerFlags, extldflags }) {
	const named = Object.entries(cgoEnv).find(([, value]) => value.split(/\s+/).includes(flag))?.[0];
	if (named !== void 0) return named;
	if (extldflags.includes(flag)) return "-extldflags";
	return compilerFlags.includes(flag) ? "a #cgo line" : null;
}
/** `-lNAME`, or `-l:FILE`. Whether the link was a static one stands in the linker's command line, which Go prints since 1.23. */
function missingLibrary(name, output) {
	const kind = /(?<!\S)-static(?:-pie)?(?!\S)/.test(output) ? "static library" : "library";
	if (name.startsWith(":")) return `${kind} ${name.slice(1)}`;
	return kind === "library" ? `library lib${name}` : `static library lib${name}.a`;
}

// src/build/first-error.ts
/** What of an output may explain a failure: not the headings, downloads, and what Go says of its having called a linker. */
function linesOf(output) {
	return output.split("\n").slice(0, lineLimit$1).filter((line) => line.length <= 2e4);
}
const lineLimit$1 = 5e3;
const nothing = [
	/^(?:# |go: (?:downloading|extracting|finding|found|trying|added|upgraded) |collect2: error: ld returned|collect2: fatal error: ld terminated|clang(?:\+\+)?: error: linker command failed)/,
	/[\\/]link(?:\.exe)?: running \S+ failed: /,
	/: in function [^:]*:$/,
	/^\S.* -o \S+ .*[\\/]go\.o /,
	/^(?:error: )?(?:ld|link) (?:returned|failed)|^compilation terminated\.|^usage: /
];
const gnuLinker = /^(?:\S*[\\/])?(?:[\w.]+-)*ld(?:\.(?:bfd|gold|lld)|64\.lld)?(?:\.exe)?: (?!.*: warning: |warning: )(?!.*: in function [^:]*:$)/;
const otherLinker$1 = /^(?:(?:\S*[\\/])?(?:ld\.lld|ld64\.lld|lld-link|wasm-ld|mold|ld\.mold|ld\.gold): (?:error|fatal): |Undefined symbols for architecture |duplicate symbol )/;
/**
* The first line that says what is wrong: an error of a compiler, else one of a linker, else the first line. Undefined where an output
* says nothing.
*/
function firstError(output) {
	const lines = linesOf(output).map((line) => line.trim()).filter((line) => line !== "" && !nothing.some((pattern) => pattern.test(line)));
	const isWarning = (line) => /\bwarning: /.test(line);
	const at = lines.findIndex((line) => /\berror: /.test(line) && !isWarning(line)) >= 0 ? lines.findIndex((line) => /\berror: /.test(line) && !isWarning(line)) : lines.findIndex((line) => gnuLinker.test(line) || otherLinker$1.test(line));
	const found = at < 0 ? lines.find((line) => !isWarning(line)) ?? lines[0] : lines[at];
	const more = found !== void 0 && /^Undefined symbols for architecture .*:$/.test(found) ? ` ${lines[at + 1] ?? ""}` : "";
	return found === void 0 ? void 0 : `${found}${more}`.trim().replace(/^\S*[\\/]tool[\\/]\w+[\\/](\w+)(?:\.exe)?: /, "$1: ");
}

// src/build/placed-errors.ts
const sourceFile = String.raw`(?:[A-Za-z]:[\\/])?[^:\n]+?\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|f|F|for|f90|swig|swigcxx|mod|work|sum)`;
const position = String.raw`(${sourceFile}):(\d+)(?::(\d+))?(?=[:,]|$)`;
/** At the beginning of a line, or behind the name of the tool that speaks: `/usr/bin/ld: lib.c:3: undefined reference`. */
const place = new RegExp(String.raw`(?:^|: )\s*(?:vet: )?${position}[:,]?\s*(.*)`);
const includer = new RegExp(String.raw`^\s*(?:In file included )?from ${position}()`);
/**
* The errors in an output of `go build` that name a line of a source file, and behind them the files that include the wrong ones:
* `file.go:line:col: message` of the go command and its compiler, of gcc and clang, and of the linkers. Hostile text in, plain text out.
*/
function placedErrors(output) {
	const errors = [];
	const includers = [];
	let heading = null;
	for (const line of linesOf(output)) {
		heading = /^# (\S+)/.exec(line)?.[1] ?? heading;
		if (line.startsWith("# ") || line.length > 4096 || /: (?:warning|note|remark): /.test(line)) continue;
		const including = includer.exec(line);
		const [, file, number, column, message = ""] = including ?? place.exec(line) ?? [];
		if (file === void 0 || Number(number) < 1) continue;
		(including === null ? errors : includers).push({
			file: file.trim(),
			line: Number(number),
			column: column === void 0 ? null : Number(column),
			message,
			text: line.trim(),
			package: heading
		});
	}
	return [...errors, ...includers];
}

// src/build/data/glibc-only.txt?raw
var glibc_only_default = "_LIB_VERSION\n__abort_msg\n__adjtimex\n__after_morecore_hook\n__arch_prctl\n__argz_count\n__argz_next\n__argz_stringify\n__asprintf\n__assert\n__assert_perror_fail\n__b64_ntop\n__b64_pton\n__backtrace\n__backtrace_symbols\n__backtrace_symbols_fd\n__bsd_getpgrp\n__bzero\n__call_tls_dtors\n__check_rhosts_file\n__chk_fail\n__clog10\n__clog10f\n__clog10l\n__close\n__close_nocancel\n__cmsg_nxthdr\n__connect\n__copy_grp\n__ctype32_b\n__ctype32_tolower\n__ctype32_toupper\n__ctype_b\n__ctype_init\n__ctype_tolower\n__ctype_toupper\n__curbrk\n__cxa_at_quick_exit\n__cxa_thread_atexit_impl\n__cyg_profile_func_enter\n__cyg_profile_func_exit\n__dcgettext\n__default_morecore\n__dgettext\n__dn_comp\n__dn_count_labels\n__dn_skipname\n__dup2\n__endmntent\n__fcntl\n__fdelt_warn\n__fentry__\n__ffs\n__file_change_detection_for_fp\n__file_change_detection_for_path\n__file_change_detection_for_stat\n__file_is_unchanged\n__finitef\n__finitel\n__fork\n__fortify_fail\n__fpu_control\n__free_hook\n__fseeko64\n__fstat64\n__ftello64\n__gconv_create_spec\n__gconv_destroy_spec\n__gconv_get_alias_db\n__gconv_get_cache\n__gconv_get_modules_db\n__gconv_open\n__gconv_transliterate\n__getmntent_r\n__getpagesize\n__getpgid\n__getpid\n__getrlimit\n__gettimeofday\n__h_errno\n__hostalias\n__idna_from_dns_encoding\n__idna_to_dns_encoding\n__inet6_scopeid_pton\n__inet_aton_exact\n__inet_pton_length\n__internal_endnetgrent\n__internal_getnetgrent_r\n__internal_setnetgrent\n__isascii_l\n__iscanonicall\n__isctype\n__iseqsig\n__iseqsigf\n__iseqsigl\n__isinf\n__isinff\n__isinfl\n__isnan\n__isnanf\n__isnanl\n__issignaling\n__issignalingf\n__issignalingl\n__iswctype\n__ivaliduser\n__key_decryptsession_pk_LOCAL\n__key_encryptsession_pk_LOCAL\n__key_gendes_LOCAL\n__libc_alloc_buffer_alloc_array\n__libc_alloc_buffer_allocate\n__libc_alloc_buffer_copy_bytes\n__libc_alloc_buffer_copy_string\n__libc_alloc_buffer_create_failure\n__libc_alloca_cutoff\n__libc_allocate_once_slow\n__libc_allocate_rtsig\n__libc_clntudp_bufcreate\n__libc_dlerror_result\n__libc_dn_expand\n__libc_dn_skipname\n__libc_dynarray_at_failure\n__libc_dynarray_emplace_enlarge\n__libc_dynarray_finalize\n__libc_dynarray_resize\n__libc_dynarray_resize_clear\n__libc_early_init\n__libc_fatal\n__libc_fcntl64\n__libc_fork\n__libc_freeres\n__libc_ifunc_impl_list\n__libc_init_first\n__libc_mallinfo\n__libc_mallopt\n__libc_memalign\n__libc_msgrcv\n__libc_msgsnd\n__libc_ns_makecanon\n__libc_ns_samename\n__libc_pread\n__libc_pvalloc\n__libc_pwrite\n__libc_reallocarray\n__libc_res_dnok\n__libc_res_hnok\n__libc_res_nameinquery\n__libc_res_queriesmatch\n__libc_rpc_getport\n__libc_sa_len\n__libc_scratch_buffer_dupfree\n__libc_scratch_buffer_grow\n__libc_scratch_buffer_grow_preserve\n__libc_scratch_buffer_set_array_size\n__libc_secure_getenv\n__libc_single_threaded\n__libc_system\n__libc_unwind_link_get\n__libc_valloc\n__lll_lock_wait_private\n__lll_lock_wake_private\n__malloc_hook\n__malloc_initialize_hook\n__mbrlen\n__mbrtowc\n__memalign_hook\n__memcmpeq\n__mempcpy\n__mempcpy_small\n__merge_grp\n__mktemp\n__monstartup\n__morecore\n__mq_open_2\n__nanosleep\n__netlink_assert_response\n__nptl_create_event\n__nptl_death_event\n__nptl_last_event\n__nptl_nthreads\n__nptl_rtld_global\n__nptl_threads_events\n__nptl_version\n__open\n__open64\n__open64_2\n__open64_nocancel\n__open_2\n__open_catalog\n__open_nocancel\n__openat64_2\n__openat_2\n__pipe\n__poll\n__pread64\n__pread64_nocancel\n__printf_fp\n__profile_frequency\n__pthread_cleanup_routine\n__pthread_get_minstack\n__pthread_getspecific\n__pthread_keys\n__pthread_mutex_destroy\n__pthread_mutex_init\n__pthread_mutexattr_destroy\n__pthread_mutexattr_init\n__pthread_mutexattr_settype\n__pthread_register_cancel\n__pthread_register_cancel_defer\n__pthread_rwlock_destroy\n__pthread_rwlock_init\n__pthread_setspecific\n__pthread_unregister_cancel\n__pthread_unregister_cancel_restore\n__pthread_unwind_next\n__putlong\n__putshort\n__pwrite64\n__rawmemchr\n__rcmd_errstr\n__read\n__read_nocancel\n__realloc_hook\n__recv\n__register_atfork\n__res_close\n__res_context_hostalias\n__res_context_mkquery\n__res_context_query\n__res_context_search\n__res_context_send\n__res_dnok\n__res_get_nsaddr\n__res_hnok\n__res_hostalias\n__res_iclose\n__res_init\n__res_isourserver\n__res_mailok\n__res_nameinquery\n__res_nclose\n__res_ninit\n__res_nmkquery\n__res_nopt\n__res_nquery\n__res_nquerydomain\n__res_nsearch\n__res_nsend\n__res_ownok\n__res_queriesmatch\n__res_query\n__res_querydomain\n__res_randomid\n__res_search\n__resolv_context_get\n__resolv_context_get_override\n__resolv_context_get_preinit\n__resolv_context_put\n__resp\n__sbrk\n__sched_cpualloc\n__sched_cpufree\n__sched_get_priority_max\n__sched_get_priority_min\n__sched_getparam\n__sched_getscheduler\n__sched_setscheduler\n__sched_yield\n__secure_getenv\n__select\n__send\n__sendmmsg\n__setmntent\n__setpgid\n__shm_get_name\n__sigaddset\n__sigdelset\n__sigismember\n__sigpause\n__sigsuspend\n__sigtimedwait\n__snprintf\n__socket\n__statfs\n__stpcpy_small\n__strcasecmp\n__strcasestr\n__strcpy_small\n__strcspn_c1\n__strcspn_c2\n__strcspn_c3\n__strdup\n__strerror_r\n__strfmon_l\n__strndup\n__strpbrk_c2\n__strpbrk_c3\n__strsep_1c\n__strsep_2c\n__strsep_3c\n__strsep_g\n__strspn_c1\n__strspn_c2\n__strspn_c3\n__strtod_internal\n__strtod_nan\n__strtof128_internal\n__strtof128_nan\n__strtof_internal\n__strtof_nan\n__strtok_r\n__strtok_r_1c\n__strtol_l\n__strtold_internal\n__strtold_nan\n__strtoll_l\n__strtoul_l\n__strtoull_l\n__strverscmp\n__sysconf\n__sysctl\n__tdelete\n__tfind\n__toascii_l\n__towctrans\n__tsearch\n__twalk\n__twalk_r\n__underflow\n__vfork\n__vfscanf\n__vsnprintf\n__vsscanf\n__waitpid\n__wcscasecmp_l\n__wcsncasecmp_l\n__wcstod_internal\n__wcstod_l\n__wcstof128_internal\n__wcstof_internal\n__wcstof_l\n__wcstol_internal\n__wcstol_l\n__wcstold_internal\n__wcstold_l\n__wcstoll_internal\n__wcstoll_l\n__wcstoul_internal\n__wcstoul_l\n__wcstoull_internal\n__wcstoull_l\n__woverflow\n__write\n__write_nocancel\n__wuflow\n__wunderflow\n__x86_get_cpuid_feature_leaf\n__xpg_sigpause\n_authenticate\n_gethtbyaddr\n_gethtbyname\n_gethtbyname2\n_gethtent\n_getlong\n_getshort\n_itoa_lower_digits\n_libc_intl_domainname\n_mcleanup\n_mcount\n_nl_default_dirname\n_nl_domain_bindings\n_nl_msg_cat_cntr\n_null_auth\n_obstack\n_obstack_allocated_p\n_obstack_begin\n_obstack_begin_1\n_obstack_free\n_obstack_memory_used\n_obstack_newchunk\n_pthread_cleanup_pop_restore\n_pthread_cleanup_push_defer\n_res\n_res_hconf\n_res_opcodes\n_rpc_dtablesize\n_seterr_reply\n_sethtent\n_sys_errlist\n_sys_nerr\n_sys_siglist\n_thread_db___nptl_last_event\n_thread_db___nptl_nthreads\n_thread_db___nptl_rtld_global\n_thread_db___pthread_keys\n_thread_db_const_thread_area\n_thread_db_dtv_dtv\n_thread_db_dtv_slotinfo_gen\n_thread_db_dtv_slotinfo_list_len\n_thread_db_dtv_slotinfo_list_next\n_thread_db_dtv_slotinfo_list_slotinfo\n_thread_db_dtv_slotinfo_map\n_thread_db_dtv_t_counter\n_thread_db_dtv_t_pointer_val\n_thread_db_link_map_l_tls_modid\n_thread_db_link_map_l_tls_offset\n_thread_db_list_t_next\n_thread_db_list_t_prev\n_thread_db_pthread_cancelhandling\n_thread_db_pthread_dtvp\n_thread_db_pthread_eventbuf\n_thread_db_pthread_eventbuf_eventmask\n_thread_db_pthread_eventbuf_eventmask_event_bits\n_thread_db_pthread_key_data_data\n_thread_db_pthread_key_data_level2_data\n_thread_db_pthread_key_data_seq\n_thread_db_pthread_key_struct_destr\n_thread_db_pthread_key_struct_seq\n_thread_db_pthread_list\n_thread_db_pthread_nextevent\n_thread_db_pthread_report_events\n_thread_db_pthread_schedparam_sched_priority\n_thread_db_pthread_schedpolicy\n_thread_db_pthread_specific\n_thread_db_pthread_start_routine\n_thread_db_pthread_tid\n_thread_db_rtld_global__dl_stack_used\n_thread_db_rtld_global__dl_stack_user\n_thread_db_rtld_global__dl_tls_dtv_slotinfo_list\n_thread_db_sizeof_dtv_slotinfo\n_thread_db_sizeof_dtv_slotinfo_list\n_thread_db_sizeof_list_t\n_thread_db_sizeof_pthread\n_thread_db_sizeof_pthread_key_data\n_thread_db_sizeof_pthread_key_data_level2\n_thread_db_sizeof_pthread_key_struct\n_thread_db_sizeof_td_eventbuf_t\n_thread_db_sizeof_td_thr_events_t\n_thread_db_td_eventbuf_t_eventdata\n_thread_db_td_eventbuf_t_eventnum\n_thread_db_td_thr_events_t_event_bits\n_tolower\n_toupper\naddseverity\nadvance\naio_init\narc4random\narc4random_buf\narc4random_uniform\nargp_err_exit_status\nargp_error\nargp_failure\nargp_help\nargp_parse\nargp_program_bug_address\nargp_program_version\nargp_program_version_hook\nargp_state_help\nargp_usage\nargz_add\nargz_add_sep\nargz_append\nargz_count\nargz_create\nargz_create_sep\nargz_delete\nargz_extract\nargz_insert\nargz_next\nargz_replace\nargz_stringify\nbacktrace\nbacktrace_symbols\nbacktrace_symbols_fd\nbdflush\nbindresvport\nc8rtomb\ncallrpc\ncanonicalize\ncanonicalize_file_name\ncanonicalizef\ncanonicalizel\ncbc_crypt\ncfree\nchflags\nclog10\nclog10f\nclog10l\nclose_range\nclosefrom\ncreate_module\ndaddl\nddivl\ndes_setparity\ndfmal\ndladdr1\ndlmopen\ndlvsym\ndmull\ndrand48_r\ndreml\ndsqrtl\ndsubl\ndysize\necb_crypt\necvt_r\nendaliasent\nendfsent\nendnetgrent\nendrpcent\nendsgent\nendttyent\nenvz_add\nenvz_entry\nenvz_get\nenvz_merge\nenvz_remove\nenvz_strip\nepoll_pwait2\nerand48_r\nerrno\nerror\nerror_at_line\nerror_message_count\nerror_one_per_line\nerror_print_progname\nexecveat\nfadd\nfaddl\nfattach\nfchflags\nfcloseall\nfcntl64\nfcvt_r\nfdetach\nfdiv\nfdivl\nfedisableexcept\nfeenableexcept\nfegetexcept\nfegetmode\nfesetexcept\nfesetmode\nfetestexceptflag\nffma\nffmal\nfgetgrent_r\nfgetpwent_r\nfgetsgent\nfgetsgent_r\nfgetspent_r\nfinitel\nfmaximum\nfmaximum_mag\nfmaximum_mag_num\nfmaximum_mag_numf\nfmaximum_mag_numl\nfmaximum_magf\nfmaximum_magl\nfmaximum_num\nfmaximum_numf\nfmaximum_numl\nfmaximumf\nfmaximuml\nfmaxmag\nfmaxmagf\nfmaxmagl\nfminimum\nfminimum_mag\nfminimum_mag_num\nfminimum_mag_numf\nfminimum_mag_numl\nfminimum_magf\nfminimum_magl\nfminimum_num\nfminimum_numf\nfminimum_numl\nfminimumf\nfminimuml\nfminmag\nfminmagf\nfminmagl\nfmul\nfmull\nfromfp\nfromfpf\nfromfpl\nfromfpx\nfromfpxf\nfromfpxl\nfsconfig\nfsmount\nfsopen\nfspick\nfsqrt\nfsqrtl\nfsub\nfsubl\nfts64_children\nfts64_close\nfts64_open\nfts64_read\nfts64_set\ngai_cancel\ngai_error\ngai_suspend\ngamma\ngammaf\ngammal\nget_kernel_syms\nget_myaddress\ngetaddrinfo_a\ngetaliasbyname\ngetaliasbyname_r\ngetaliasent\ngetaliasent_r\ngetcontext\ngetcpu\ngetdate_r\ngetdirentries\ngetdirentries64\ngetfsent\ngetfsfile\ngetfsspec\ngetgrent_r\ngethostent_r\ngetipv4sourcefilter\ngetmsg\ngetnetbyaddr_r\ngetnetbyname_r\ngetnetent_r\ngetnetgrent\ngetnetgrent_r\ngetnetname\ngetpayload\ngetpayloadf\ngetpayloadl\ngetpmsg\ngetprotobyname_r\ngetprotobynumber_r\ngetprotoent_r\ngetpt\ngetpublickey\ngetpw\ngetpwent_r\ngetsecretkey\ngetservent_r\ngetsgent\ngetsgent_r\ngetsgnam\ngetsgnam_r\ngetsourcefilter\ngetspent_r\ngetttyent\ngetttynam\ngetutent_r\ngetutid_r\ngetutline_r\ngetutmp\ngetutmpx\ngetwd\nglob_pattern_p\ngnu_dev_major\ngnu_dev_makedev\ngnu_dev_minor\ngnu_get_libc_release\ngnu_get_libc_version\ngroup_member\ngsignal\ngtty\nh_errlist\nh_nerr\nhost2netname\ninet6_opt_append\ninet6_opt_find\ninet6_opt_finish\ninet6_opt_get_val\ninet6_opt_init\ninet6_opt_next\ninet6_opt_set_val\ninet6_option_alloc\ninet6_option_append\ninet6_option_find\ninet6_option_init\ninet6_option_next\ninet6_option_space\ninet6_rth_add\ninet6_rth_getaddr\ninet6_rth_init\ninet6_rth_reverse\ninet6_rth_segments\ninet6_rth_space\ninet_net_ntop\ninet_net_pton\ninet_neta\ninet_nsap_addr\ninet_nsap_ntoa\ninitstate_r\ninnetgr\niruserok\niruserok_af\nisctype\nisfdtype\nisinf\nisinff\nisinfl\nisnan\nisnanf\nisnanl\nj0l\nj1l\njnl\njrand48_r\nlcong48_r\nlgammaf128_r\nlgammaf32_r\nlgammaf32x_r\nlgammaf64_r\nlgammaf64x_r\nllogb\nllogbf\nllogbl\nllseek\nloc1\nloc2\nlocs\nlogin\nlogout\nlogwtmp\nlrand48_r\nmakecontext\nmallinfo\nmallinfo2\nmalloc_info\nmalloc_stats\nmalloc_trim\nmallopt\nmallwatch\nmatherr\nmbrtoc8\nmcheck\nmcheck_check_all\nmcheck_pedantic\nmcount\nmemfrob\nmodify_ldt\nmoncontrol\nmonstartup\nmount_setattr\nmove_mount\nmprobe\nmrand48_r\nmtrace\nmuntrace\nnetname2host\nnetname2user\nnextdown\nnextdownf\nnextdownl\nnextup\nnextupf\nnextupl\nnfsservctl\nnrand48_r\nntp_adjtime\nntp_gettime\nntp_gettimex\nobstack_alloc_failed_handler\nobstack_exit_failure\nobstack_free\nobstack_printf\nobstack_vprintf\non_exit\nopen_tree\nparse_printf_format\npasswd2des\npidfd_getfd\npidfd_open\npidfd_send_signal\npkey_alloc\npkey_free\npkey_get\npkey_mprotect\npkey_set\nposix_spawn_file_actions_addclosefrom_np\nposix_spawn_file_actions_addtcsetpgrp_np\npreadv2\npreadv64v2\nprintf_size\nprintf_size_info\nprocess_madvise\nprocess_mrelease\nprofil\npthread_attr_getaffinity_np\npthread_attr_getsigmask_np\npthread_attr_getstackaddr\npthread_attr_setaffinity_np\npthread_attr_setsigmask_np\npthread_attr_setstackaddr\npthread_clockjoin_np\npthread_cond_clockwait\npthread_kill_other_threads_np\npthread_mutex_clocklock\npthread_mutex_consistent_np\npthread_mutexattr_getkind_np\npthread_mutexattr_getprioceiling\npthread_mutexattr_getrobust_np\npthread_mutexattr_setkind_np\npthread_mutexattr_setprioceiling\npthread_mutexattr_setrobust_np\npthread_rwlock_clockrdlock\npthread_rwlock_clockwrlock\npthread_rwlockattr_getkind_np\npthread_rwlockattr_setkind_np\npthread_sigqueue\npthread_yield\nputmsg\nputpmsg\nputsgent\npvalloc\npwritev2\npwritev64v2\nqecvt\nqecvt_r\nqfcvt\nqfcvt_r\nqgcvt\nquery_module\nrandom_r\nrawmemchr\nrcmd\nrcmd_af\nre_comp\nre_compile_fastmap\nre_compile_pattern\nre_exec\nre_match\nre_match_2\nre_max_failures\nre_search\nre_search_2\nre_set_registers\nre_set_syntax\nre_syntax_options\nregister_printf_function\nregister_printf_modifier\nregister_printf_specifier\nregister_printf_type\nregisterrpc\nrenameat2\nres_dnok\nres_gethostbyaddr\nres_gethostbyname\nres_gethostbyname2\nres_hnok\nres_mailok\nres_nmkquery\nres_nquery\nres_nquerydomain\nres_nsearch\nres_nsend\nres_ownok\nres_send_setqhook\nres_send_setrhook\nrevoke\nrexec\nrexec_af\nrexecoptions\nroundeven\nroundevenf\nroundevenl\nrpmatch\nrresvport\nrresvport_af\nrtime\nruserok\nruserok_af\nruserpass\nscalbl\nscandirat\nscandirat64\nseed48_r\nsem_clockwait\nsetaliasent\nsetcontext\nsetfsent\nsethostid\nsetipv4sourcefilter\nsetlogin\nsetnetgrent\nsetpayload\nsetpayloadf\nsetpayloadl\nsetpayloadsig\nsetpayloadsigf\nsetpayloadsigl\nsetrpcent\nsetsgent\nsetsourcefilter\nsetstate_r\nsetttyent\nsgetsgent\nsgetsgent_r\nsgetspent\nsgetspent_r\nsigabbrev_np\nsigblock\nsigdescr_np\nsiggetmask\nsignificandl\nsigreturn\nsigsetmask\nsigstack\nsigvec\nsprofil\nsrand48_r\nsrandom_r\nssignal\nsstk\nstatx\nstep\nstrerrordesc_np\nstrerrorname_np\nstrfromd\nstrfromf\nstrfroml\nstrfry\nstrptime_l\nstrtof128_l\nstrtof32_l\nstrtof32x_l\nstrtof64_l\nstrtof64x_l\nstrtol_l\nstrtoll_l\nstrtoq\nstrtoul_l\nstrtoull_l\nstrtouq\nstty\nswapcontext\nsys_errlist\nsys_nerr\nsys_sigabbrev\nsys_siglist\nsysctl\nsysv_signal\ntgkill\ntimelocal\ntimespec_getres\ntmpnam_r\ntotalorder\ntotalorderf\ntotalorderl\ntotalordermag\ntotalordermagf\ntotalordermagl\ntr_break\nttyslot\ntwalk_r\nufromfp\nufromfpf\nufromfpl\nufromfpx\nufromfpxf\nufromfpxl\nuselib\nuser2netname\nustat\nvlimit\nvtimes\nwcschrnul\nwcstod_l\nwcstof128_l\nwcstof32_l\nwcstof32x_l\nwcstof64_l\nwcstof64x_l\nwcstof_l\nwcstol_l\nwcstold_l\nwcstoll_l\nwcstoq\nwcstoul_l\nwcstoull_l\nwcstouq\nwmempcpy\nxdecrypt\nxencrypt\ny0l\ny1l\nynl\n";

// src/build/data/c-symbols.ts
/**
* Which library has a C function, by the beginning of its name: as the libraries' own headers declare them. A name that ends with `$`
* is whole.
*/
const symbolLibraries = [
	...[
		"sqrt",
		"pow",
		"exp",
		"log",
		"sin",
		"cos",
		"tan",
		"atan2",
		"fmod",
		"floor",
		"ceil",
		"round"
	].flatMap((name) => [`${name}$`, `${name}f$`].map((symbol) => [symbol, "m"])),
	["dbus_", "dbus-1"],
	["sd_", "systemd"],
	["udev_", "udev"],
	["ibv_", "ibverbs"],
	["rdma_", "rdmacm"],
	["nl_", "nl-3"],
	["nla_", "nl-3"],
	["genl", "nl-genl-3"],
	["mnl_", "mnl"],
	["SSL_", "ssl"],
	["TLS_", "ssl"],
	["EVP_", "crypto"],
	["BIO_", "crypto"],
	["X509_", "crypto"],
	["ERR_", "crypto"],
	["RAND_", "crypto"],
	["OPENSSL_", "crypto"],
	["ZSTD_", "zstd"],
	["ZDICT_", "zstd"],
	["LZ4", "lz4"],
	["snappy_", "snappy"],
	["BZ2_", "bz2"],
	["lzma_", "lzma"],
	["inflate", "z"],
	["deflate", "z"],
	["crc32$", "z"],
	["adler32$", "z"],
	["compress2$", "z"],
	["compressBound$", "z"],
	["uncompress$", "z"],
	["gzopen", "z"],
	["zlibVersion$", "z"],
	["curl_", "curl"],
	["png_", "png"],
	["jpeg_", "jpeg"],
	["FT_", "freetype"],
	["Fc", "fontconfig"],
	["hb_", "harfbuzz"],
	["xmlRe", "xml2"],
	["xmlFree", "xml2"],
	["xmlParse", "xml2"],
	["git_", "git2"],
	["libssh2_", "ssh2"],
	["nghttp2_", "nghttp2"],
	["idn2_", "idn2"],
	["psl_", "psl"],
	["krb5_", "krb5"],
	["gss_", "gssapi_krb5"],
	["ldap_", "ldap"],
	["ber_", "lber"],
	["sasl_", "sasl2"],
	["libusb_", "usb-1.0"],
	["snd_", "asound"],
	["pa_", "pulse"],
	["xcb_", "xcb"],
	["g_object_", "gobject-2.0"],
	["g_type_", "gobject-2.0"],
	["g_", "glib-2.0"],
	["cap_", "cap"],
	["seccomp_", "seccomp"],
	["uuid_", "uuid"],
	["blkid_", "blkid"],
	["mnt_", "mount"],
	["numa_", "numa"],
	["archive_", "archive"],
	["__gmp", "gmp"],
	["mpfr_", "mpfr"],
	["sqlite3_", "sqlite3"],
	["pcre2_", "pcre2-8"],
	["pcre_", "pcre"],
	["yaml_", "yaml"],
	["json_object_", "json-c"],
	["event_", "event"],
	["lua_", "lua"],
	["luaL_", "lua"],
	["gnutls_", "gnutls"],
	["gcry_", "gcrypt"],
	["gpg_", "gpg-error"],
	["p11_", "p11-kit"],
	["crypto_", "sodium"],
	["sodium_", "sodium"],
	["__cxa_", "stdc++"],
	["__gxx_", "stdc++"],
	["_ZSt", "stdc++"],
	["_ZNSt", "stdc++"],
	["_ZNKSt", "stdc++"],
	["_ZTVN10__cxxabiv1", "stdc++"],
	["_Znwm$", "stdc++"],
	["_Znam$", "stdc++"],
	["_ZdlPv", "stdc++"],
	["_ZdaPv", "stdc++"],
	["__atomic_", "atomic"],
	["GOMP_", "gomp"],
	["omp_", "gomp"],
	...[
		"sin",
		"cos",
		"tan",
		"asin",
		"acos",
		"atan",
		"atan2",
		"sinh",
		"cosh",
		"tanh",
		"exp",
		"exp2",
		"expm1",
		"log"
	].map((name) => [`${name}$`, "m"]),
	...[
		"log2",
		"log10",
		"log1p",
		"pow",
		"sqrt",
		"cbrt",
		"floor",
		"ceil",
		"round",
		"trunc",
		"fmod",
		"hypot",
		"ldexp"
	].map((name) => [`${name}$`, "m"]),
	...[
		"sqrtf",
		"powf",
		"sinf",
		"cosf",
		"expf",
		"logf",
		"floorf",
		"ceilf",
		"lgamma",
		"tgamma",
		"fmax",
		"fmin"
	].map((name) => [`${name}$`, "m"])
];
/** The name that pkg-config knows a library by, where it is not the library's own with `lib` before it. */
const pkgConfigNames = {
	pcap: "libpcap",
	ssl: "libssl",
	crypto: "libcrypto",
	curl: "libcurl",
	git2: "libgit2",
	ssh2: "libssh2",
	xml2: "libxml-2.0",
	xslt: "libxslt",
	z: "zlib",
	png: "libpng",
	png16: "libpng16",
	archive: "libarchive",
	zstd: "libzstd",
	lz4: "liblz4",
	lzma: "liblzma",
	rdkafka: "rdkafka",
	sqlite3: "sqlite3",
	pq: "libpq",
	"usb-1.0": "libusb-1.0",
	freetype: "freetype2",
	fontconfig: "fontconfig",
	cairo: "cairo",
	"glib-2.0": "glib-2.0",
	SDL2: "sdl2",
	zmq: "libzmq",
	sodium: "libsodium",
	seccomp: "libseccomp",
	systemd: "libsystemd",
	udev: "libudev",
	"dbus-1": "dbus-1",
	gpgme: "gpgme",
	devmapper: "devmapper",
	webp: "libwebp",
	tiff: "libtiff-4",
	jpeg: "libjpeg",
	nghttp2: "libnghttp2",
	pulse: "libpulse",
	asound: "alsa",
	ibverbs: "libibverbs"
};
/** Libraries that Debian and Ubuntu have as shared ones only. */
const neverStatic = /* @__PURE__ */ new Set(["systemd", "udev"]);
/** What a library of Debian and Ubuntu needs in the end, where pkg-config names a library that has no static version. */
const needsSharedOnly = { pcap: "systemd" };
/** Beside the list: the checked functions of -D_FORTIFY_SOURCE, those of C23, and of large files, which musl 1.2.4 took out. */
const glibcForms = /^(?:__[a-z0-9_]+_chk|__isoc23_\w+|(?:f?open|creat|[lf]?stat|lseek|p?read|p?write|f?truncate|readdir|mmap|fseeko|ftello)(?:at|v)?64(?:v2)?)$/;
/** What glibc has, and musl has not: libraries compiled for glibc ask for it. The list: libc, libm and libresolv of glibc 2.36 without musl 1.2.3. */
const glibcNames = new Set(glibc_only_default.split(/\s+/).filter((name) => name !== ""));
function isGlibcOnly(symbol) {
	return glibcNames.has(symbol) || glibcForms.test(symbol);
}

// src/build/undefined-symbols.ts
const lineLimit = 5e3;
const named$1 = /undefined (?:reference to [`']|symbol: (?:[`'])?)([^`'\s]+)|^\s+"_([^"\s]+)", referenced from:$/;
const inArchive = /([^\s/\\:()]+\.(?:a|lib))(?:\[\d+\])?\(([^()\s]+)\)/;
const inArchiveLld = /([^\s/\\:()]+\.o(?:bj)?):\(.*\) in archive (?:\S*[/\\])?(\S+\.a)/;
/** All symbols that a linker's output calls undefined, in its order. Hostile text in, plain text out. */
function undefinedSymbols(output) {
	const found = [];
	let place = null;
	let awaitsPlace = false;
	for (const line of output.split("\n").slice(0, lineLimit)) {
		if (line.length > 4096) continue;
		const here = archiveIn(line);
		if (/: in function |: warning: /.test(line)) place = here;
		const match = named$1.exec(line);
		const symbol = match?.[1] ?? match?.[2];
		if (symbol !== void 0) {
			const isBelow = /^(?:\S*ld(?:\.\w+)?(?:\.exe)?: )?(?:(?!\S+\.o(?:bj)?:)\S+:)?(?:\(\.[^)]*\)|\d+): /.test(line);
			found.push({
				symbol,
				archive: here ?? (isBelow ? place : null)
			});
			awaitsPlace = here === null && !isBelow;
			continue;
		}
		const last = found.at(-1);
		if (awaitsPlace && here !== null && last !== void 0 && /^\s|^>>>/.test(line)) {
			last.archive ??= here;
			awaitsPlace = false;
		}
	}
	return found;
}
function archiveIn(line) {
	if (!/\.(?:a|lib)(?:\[\d+\])?\(| in archive /.test(line)) return null;
	const lld = inArchiveLld.exec(line);
	if (lld !== null) return {
		file: lld[2] ?? "",
		member: lld[1] ?? ""
	};
	const match = inArchive.exec(line);
	return match === null ? null : {
		file: match[1] ?? "",
		member: match[2] ?? ""
	};
}
/** What undefined symbols come from, where a static library needs them or they are glibc's own; undefined where neither is so. */
function explainUndefined(output, context) {
	const symbols = undefinedSymbols(output);
	const foreign = context.isMusl ? symbols.find(({ symbol }) => isGlibcOnly(symbol)) : void 0;
	if (foreign !== void 0) return {
		kind: "glibc-library",
		...explainGlibc(foreign, context)
	};
	const needy = symbols.find(({ archive }) => archive !== null && !/^libc(?:_nonshared)?\.a$/.test(archive.file));
	return needy?.archive == null ? void 0 : {
		kind: "undefined-reference",
		...explainNeed(needy.symbol, needy.archive)
	};
}
function explainGlibc({ symbol, archive }, { muslTagged }) {
	const what = archive === null ? "C code that is linked in" : archive.file;
	const [tagged] = muslTagged;
	const fix = tagged === void 0 ? "use a library that was compiled for musl, or link against glibc" : `add -tags=musl: ${tagged} has files for musl behind that tag`;
	return {
		cause: `${what} was compiled for glibc: it needs ${symbol}, which musl does not have`,
		fix
	};
}
function explainNeed(symbol, { file, member }) {
	const name = /^lib(.+)\.a$/.exec(file)?.[1] ?? file;
	const needed = symbolLibraries.find(([prefix]) => prefix.endsWith("$") ? symbol === prefix.slice(0, -1) : symbol.startsWith(prefix))?.[1];
	const what = needed === void 0 || needed === name ? "another library" : `lib${needed}`;
	const config = pkgConfigNames[name];
	const list = config === void 0 ? `name what ${file} needs behind it in #cgo LDFLAGS or -extldflags${needed === void 0 ? "" : `: -l${needed}`}` : `write #cgo pkg-config: --static ${config} (pkg-config --static --libs ${config} lists all that it needs)`;
	const shared = neverStatic.has(needed ?? "") ? needed : needsSharedOnly[name];
	const limit = shared === void 0 ? "" : `; Debian and Ubuntu have no static lib${shared}: there it needs a ${file} built without it`;
	return {
		cause: `${file} (${member}) needs ${what}: nothing that is linked has ${symbol}`,
		fix: `${list}${limit}`
	};
}

// src/build/build-errors.ts
/** Why a build failed, from what go, gcc and the linkers printed. Hostile text in, plain text out. */
/**
* The names that a package lost with its cgo files: “undefined: X” below the heading of the package itself, or “undefined: dep.X”
* below that of one that imports it.
*/
function undefinedWithoutCgo(output, { lostCgo, declaredIn }) {
	for (const section of output.split(/^# /m).slice(1)) {
		const [path = ""] = section.split(/[\s[]/, 1);
		for (const [, name = ""] of section.matchAll(/: undefined: ([\w.]+)/g)) {
			const file = declaredIn.get(name);
			if (file === void 0 && !(lostCgo.includes(path) && !name.includes("."))) continue;
			return {
				kind: "undefined-without-cgo",
				cause: `${path} does not compile without cgo: what declares ${name} is ${file === void 0 ? "in its cgo files" : `in ${file}, a cgo file`}`,
				fix: "keep cgo on for this program, or give the package files for builds without cgo (//go:build !cgo)"
			};
		}
	}
}
/** The flags that a tool of Go lists behind what it does not understand: they say nothing of this build. */
const usage = /^(usage: .*\n)(?:[ \t].*\n)+/gm;
/** The cause of a failed build from all that it printed. Of what is not known the first error is shown as it is, or the first line. */
function explainBuildError(printed, context = noContext) {
	const output = printed.replace(usage, "$1");
	const header = explainMissingHeader(output, context);
	for (const { kind: given, pattern, cause, fix } of known) {
		const match = pattern.exec(output);
		if (match === null) continue;
		const kind = typeof given === "string" ? given : given(match, context);
		const undefinedSymbol = kind === "undefined-reference" ? explainUndefined(output, context) : void 0;
		if (undefinedSymbol !== void 0) return undefinedSymbol;
		return {
			kind,
			cause: cause(match, context),
			fix: typeof fix === "string" ? fix : fix(match, context)
		};
	}
	if (header !== void 0) {
		const { cause, fix, isLibc } = header;
		return {
			kind: isLibc ? "wrong-c-compiler" : "missing-header",
			cause,
			fix
		};
	}
	const lost = undefinedWithoutCgo(output, context);
	if (lost !== void 0) return lost;
	const first = firstError(output) ?? "go build failed without a message";
	return {
		kind: "build-failed",
		cause: /^(?:package \S+|go: .*:)$/.test(first) ? joinMessage(output) : first,
		fix: null
	};
}
/** At most so many errors are shown beside the first. */
const errorLimit = 9;
/** The errors of compilers beside the one that `explainBuildError` shows, each once. */
function furtherErrors(output, { kind, cause }) {
	const errors = placedErrors(output).filter(({ column, message }) => column !== null && message !== "");
	const shown = errors.find(({ file, line, column }) => cause.startsWith(`${file}:${line}:${String(column)}: `));
	if (shown === void 0) return [];
	const isSame = kind === "build-failed" ? /^too many errors$/ : /^too many errors$|^fatal error: /;
	const others = errors.filter((each) => !isSame.test(each.message) && !isOnSameSpot(each, shown));
	return [...new Map(others.map((each) => [each.text, each])).values()].slice(0, errorLimit);
}
function isOnSameSpot(a, b) {
	return a.file === b.file && a.line === b.line && a.column === b.column;
}
/** The functions named in glibc's “Using 'X' in statically linked applications…” warnings, sorted. The text is libc.a's own, never localised. */
function staticGlibcWarnings(output) {
	const names = [...output.matchAll(/Using '([A-Za-z_]\w*)' in statically linked applications/g)];
	return [...new Set(names.map((match) => match[1] ?? ""))].toSorted();
}
/** cmd/link printed that it links externally without runtime/cgo, and went on (reference: linker.md, T4; Go 1.19 to 1.27). */
function lacksRuntimeCgo(output) {
	return /^loadinternal: cannot find runtime\/cgo$/m.test(output);
}

// src/go/exec-name.ts
/**
* The file name that `go build -o DIR/` gives a main package: the last element of its import path, the one before it when that is
* a major version (DefaultExecName in cmd/go/internal/load/pkg.go, go1.26), and the ending of the build mode or of Windows.
*/
function execName(target, buildmode = "default") {
	const elements = target.package.split("/");
	const last = elements.at(-1) ?? target.package;
	return (elements.length > 1 && /^v([2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) ?? last : last) + (modeEndings[buildmode] ?? systemEndings[target.platform.goos] ?? "");
}
const modeEndings = {
	"c-archive": ".a",
	plugin: ".so"
};
const systemEndings = { windows: ".exe" };

// src/build/output.ts
/**
* The part of the go command's output that is about some packages. The go command prints a line `# import/path` above what the
* compiler or linker said of a package; lines before the first such line are about the whole call.
*/
function outputOf(text, packages) {
	let kept = "";
	let keep = true;
	for (const line of text.split(/(?<=\n)/)) {
		const heading = /^# (\S+)/.exec(line);
		if (heading !== null) keep = packages.has(heading[1] ?? "");
		if (keep) kept += line;
	}
	return kept;
}

// src/build/schedule.ts
/**
* What most compiled packages of a build depend on: cells of one family have nearly all of them in common, and the go command's build
* cache serves the others once the first has filled it (buildActionID in cmd/go/internal/work/exec.go, go1.26). What tags and cgo
* change differs between strategies anyway.
*/
function familyOf({ platform, flags }) {
	return JSON.stringify([platform.env, flags.filter(({ name }) => name !== "-tags" && name !== "-ldflags")]);
}
/**
* Runs tasks, at most `slots` at once, and the first of each family before the others of it, so that no package is compiled twice at
* the same time. The results are in the order of the tasks. Rejects with the first rejection, after the tasks that were running have
* ended; no other is started then.
*/
async function runScheduled(tasks, slots) {
	const limit = pLimit(slots);
	const failures = [];
	const firsts = /* @__PURE__ */ new Map();
	const run = async (task) => {
		if (failures.length > 0) return [];
		try {
			return [await task.run()];
		} catch (thrown) {
			failures.push(thrown);
			return [];
		}
	};
	const results = tasks.map((task) => {
		const first = firsts.get(task.family);
		const result = first === void 0 ? limit(run, task) : first.then(() => limit(run, task));
		if (first === void 0) firsts.set(task.family, result);
		return result;
	});
	const done = await Promise.all(results);
	if (failures.length > 0) throw failures[0];
	return done.flat();
}

// src/build/run-builds.ts
/** How many cells there are to build. */
function countBuilds(cells) {
	return cells.filter(({ planned }) => planned.skip === null).length;
}
/** Builds every cell that is not skipped. A failed build is a result; the order of the cells is kept. */
async function build(cells, go, ports) {
	const tempDir = await ports.files.makeTempDir();
	const tasks = groupPieces(cells.map(({ planned }, at) => ({
		cell: planned,
		at
	})).filter(({ cell }) => cell.skip === null)).map((command, index) => ({
		family: familyOf(command[0].cell),
		run: () => runCommand(command, {
			go,
			ports,
			tempDir,
			outDir: join(tempDir, String(index))
		})
	}));
	const done = (await runScheduled(tasks, ports.host.cpus)).flat();
	const builds = new Map(done.map(({ at, build: made }) => [at, made]));
	return cells.map((cell, at) => ({
		...cell,
		build: builds.get(at) ?? notBuilt(cell.planned)
	}));
}
/** The cells of a plan that nobody builds, for `explain` to say what would become of them. */
function withoutBuilding(cells) {
	return cells.map((cell) => ({
		...cell,
		build: notBuilt(cell.planned),
		artifact: null,
		proof: null
	}));
}
/** A cell that is not built: because it cannot be here, or because nobody asked. */
function notBuilt(cell) {
	const argv = shownArgv(cell);
	return cell.skip === null ? {
		argv,
		status: "predicted"
	} : {
		argv,
		status: "skipped",
		reason: cell.skip.reason
	};
}
/**
* Mains of one strategy, platform, module and C compiler go into one command, unless two of them would be written to the same file.
* One that cannot be loaded would keep the go command from building the others.
*/
function groupPieces(pieces) {
	const commands = /* @__PURE__ */ new Map();
	for (const piece of pieces) {
		const { cell } = piece;
		const alone = (cell.graph.get(cell.package)?.error ?? null) === null ? null : cell.package;
		for (let batch = 0;; batch++) {
			const key = JSON.stringify([
				cell.moduleDir,
				cell.platform.name,
				cell.strategy.name,
				cell.env,
				alone,
				batch
			]);
			const command = commands.get(key);
			if (command === void 0) {
				commands.set(key, [piece]);
				break;
			}
			if (command.every((other) => execName(other.cell, other.cell.buildmode) !== execName(cell, cell.buildmode))) {
				command.push(piece);
				break;
			}
		}
	}
	return [...commands.values()];
}
async function runCommand(command, workshop) {
	const { go, ports, tempDir, outDir } = workshop;
	const [{ cell: first }] = command;
	const finish = ports.log.activity(describe$2(command), "building");
	const args = [
		"build",
		"-o",
		`${outDir}/`,
		...renderFlags(first.flags),
		...command.map(({ cell }) => cell.package)
	];
	const env = {
		...first.env,
		GOTMPDIR: tempDir,
		LC_ALL: "C"
	};
	const result = await runGoBuild(args, {
		cwd: first.moduleDir,
		env
	}, go);
	const text = result.output;
	const outcomes = await Promise.all(command.map(async ({ cell, at }) => {
		const fileName = execName(cell, cell.buildmode);
		const file = join(outDir, fileName);
		return {
			cell,
			at,
			file,
			fileName,
			exists: (result.exitCode === 0 || result.exitCode !== null && command.length > 1) && await ports.files.size(file) !== void 0
		};
	}));
	const built = outcomes.filter(({ exists }) => exists).length;
	if (built === command.length) finish("built", { pieces: built });
	else if (command.length === 1) finish("failed", { trouble: explainBuildError(text).cause });
	else finish(`${built} of ${command.length} built:`, { pieces: built });
	const builds = [];
	for (const { cell, at, file, fileName, exists } of outcomes) {
		const output = command.length === 1 ? text : outputOf(text, reachable(cell.graph, cell.package));
		const common = {
			argv: shownArgv(cell),
			output,
			durationMs: result.durationMs
		};
		if (exists) builds.push({
			at,
			build: {
				...common,
				status: "built",
				file,
				fileName
			}
		});
		else if (command.length === 1) builds.push({
			at,
			build: {
				...common,
				status: "failed"
			}
		});
		else builds.push(...await runCommand([{
			cell,
			at
		}], {
			...workshop,
			outDir: join(outDir, "alone")
		}));
	}
	return builds;
}
/** A go command that cannot be started, or that was ended, is a build that failed: the others may still be judged. */
async function runGoBuild(args, options, go) {
	try {
		const { exitCode, signal, stderr, stdout, durationMs } = await go.work(args, options);
		const end = signal === null ? "" : `\ngo build was ended by ${signal}\n`;
		return {
			exitCode,
			output: stderr + stdout + end,
			durationMs
		};
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		return {
			exitCode: null,
			output: `go build did not run: ${toError(thrown).message}\n`,
			durationMs: 0
		};
	}
}
function describe$2([{ cell }, ...others]) {
	const { platform, strategy, package: path } = cell;
	return `${path}${others.length === 0 ? "" : ` and ${others.length} more`}, ${platform.name}, ${strategy.name}`;
}
function shownArgv(cell) {
	return [
		"go",
		"build",
		...renderFlags(cell.flags),
		cell.package
	];
}

// src/explain/cgo-users.ts
/** Answers where the imports stand; every file is read once. */
var ImportFinder = class {
	#files;
	#base;
	#known = /* @__PURE__ */ new Map();
	/** `base`: what the file names are relative to. */
	constructor(files, base) {
		this.#files = files;
		this.#base = base;
	}
	/** The packages with cgo files below the cell's main package, nearest first. runtime/cgo only serves the others. */
	async cgoUsers(cell) {
		const users = [...reachable(cell.graph, cell.package)].filter((path) => path !== "runtime/cgo" && (cell.graph.get(path)?.cgoFiles.length ?? 0) > 0);
		return Promise.all(users.map(async (path) => {
			const chain = importChain(cell.graph, cell.package, path) ?? [cell.package, path];
			return {
				package: path,
				chain,
				...await this.#locate(cell.graph, chain)
			};
		}));
	}
	/** The last import on the chain that the caller can change: in his own code, or `import "C"` itself. */
	#locate(graph, chain) {
		const at = chain.findLastIndex((path) => graph.get(path)?.own === true);
		const importer = graph.get(chain[at] ?? "");
		if (importer === void 0) return Promise.resolve({
			file: null,
			line: null
		});
		const imported = chain[at + 1] ?? "C";
		const key = `${importer.dir}\n${imported}`;
		const known = this.#known.get(key) ?? this.#read(importer, imported);
		this.#known.set(key, known);
		return known;
	}
	async #read(importer, imported) {
		for (const name of [...importer.goFiles, ...importer.cgoFiles].toSorted()) {
			const path = join(importer.dir, name);
			const text = await this.#files.readText(path);
			const found = parseGoImports(text ?? "").find((each) => each.path === imported);
			if (found !== void 0) return {
				file: relative(this.#base, path).replaceAll("\\", "/"),
				line: found.line
			};
		}
		return {
			file: null,
			line: null
		};
	}
};

// src/explain/error-context-of.ts
/** What is known of a cell whose build failed: reads the files that may declare what is undefined, and those left out for a tag. */
async function errorContextOf(cell, output, { files, goflags }) {
	const lost = lostCgo(cell);
	const { cgoEnv } = cell;
	const isMusl = cell.strategy.needs === "musl" || cgoEnv.CC.includes("musl");
	const used = [...reachable(cell.cgoGraph, cell.package)].flatMap((path) => cell.cgoGraph.get(path) ?? []);
	const extldflags = effectiveLinkerFlags(cell.flags, goflags, cell).findLast(({ name }) => name === "-extldflags");
	return {
		lostCgo: lost.map(({ importPath }) => importPath),
		declaredIn: await findDeclarations(output, lost, files),
		cgoEnv,
		compilerFlags: used.flatMap(({ cgoCompilerFlags, cgoCppflags }) => [...cgoCompilerFlags, ...cgoCppflags]),
		extldflags: wordsOf$2(extldflags?.value ?? ""),
		isMusl,
		goarch: cell.platform.goarch,
		crossCompiler: cell.isNative ? null : crossCompilerFor(cell.platform),
		chainTo: (path) => importChain(cell.graph, cell.package, path) ?? [path],
		muslTagged: isMusl ? await findMuslTagged(used, files) : []
	};
}
function wordsOf$2(text) {
	try {
		return splitQuoted(text);
	} catch {
		return [];
	}
}
/** The packages that have cgo files when cgo is on, and in this cell have none. */
function lostCgo({ graph, cgoGraph }) {
	return [...graph.values()].filter(({ cgoFiles }) => cgoFiles.length === 0).flatMap(({ importPath }) => cgoGraph.get(importPath) ?? []).filter(({ cgoFiles }) => cgoFiles.length > 0);
}
const nameLimit = 20;
/** `X`, `dep.X`, or a method, to the cgo file that declares it, as `import/path/file.go`. */
async function findDeclarations(output, lost, files) {
	const names = [...new Set([...output.matchAll(/: undefined: ([\w.]+)/g)].map((match) => match[1] ?? ""))];
	const found = /* @__PURE__ */ new Map();
	for (const name of names.slice(0, nameLimit)) {
		const [first = "", second] = name.split(".");
		const candidates = second === void 0 ? lost : lost.filter((each) => isCalled(each, first));
		for (const { dir, cgoFiles, importPath } of candidates) for (const file of cgoFiles) {
			const text = await files.readText(join(dir, file)) ?? "";
			if (!found.has(name) && declares$1(text, second ?? first)) found.set(name, `${importPath}/${file}`);
		}
	}
	return found;
}
function isCalled({ name, importPath }, word) {
	return name === word || basename(importPath) === word;
}
function declares$1(text, name) {
	const plain = new RegExp(String.raw`^(?:func|type|var|const)\s+${name}\b`, "m");
	const grouped = new RegExp(String.raw`^\s+${name}\b(?:\s*=|\s*,|\s+[\w.*[\]]+\s*=|\s*$)`, "m");
	return plain.test(text) || /^(?:var|const|type)\s*\(/m.test(text) && grouped.test(text);
}
/** The packages with cgo that leave out a file which is for builds with the tag musl. */
async function findMuslTagged(used, files) {
	const found = [];
	for (const { standard, cgoFiles, ignoredGoFiles, dir, importPath } of used) {
		if (standard || cgoFiles.length === 0) continue;
		for (const file of ignoredGoFiles) {
			const head = (await files.readText(join(dir, file)) ?? "").slice(0, 4096);
			if (/^\/\/(?:go:build|\s*\+build) (?:.*[^\w!])?musl\b/m.test(head) && !found.includes(importPath)) found.push(importPath);
		}
	}
	return found;
}

// src/model/system.ts
/** Families of symbol versions that decide where a program starts. */
const versionSets = [
	"GLIBC",
	"GLIBCXX",
	"CXXABI",
	"GCC"
];

// src/systems/provided-versions.ts
function parseVersionName(name) {
	const set = versionSets.find((each) => name.startsWith(`${each}_`));
	if (set === void 0) return void 0;
	const version = name.slice(set.length + 1);
	return {
		set,
		version,
		isNumber: /^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(version)
	};
}
const parsedNames = /* @__PURE__ */ new WeakMap();
/** A version of a file is looked at for each system, and taken apart once. */
function parsedName(needed) {
	const known = parsedNames.get(needed) ?? { name: parseVersionName(needed.name) };
	parsedNames.set(needed, known);
	return known.name;
}
const yes = { kind: "yes" };
/** Libraries whose versions the table has, by the sets that they define. */
const setsOf = {
	"libstdc++.so.6": ["GLIBCXX", "CXXABI"],
	"libgcc_s.so.1": ["GCC"]
};
/**
* Whether the library that a system has defines the version. Names are compared with names: a number stands for all older ones of its
* set, and a name without a number for itself alone.
*/
function providesVersion(needed, system, processor) {
	const { library, name } = needed;
	if (name === "GLIBC_PRIVATE") return {
		kind: "unknown",
		why: "no release of glibc promises GLIBC_PRIVATE symbols"
	};
	const own = system.libraries.find((each) => each.name === library);
	const parsed = parsedName(needed);
	const isInTable = system.glibc.includes(library) || library === loaderName(processor) ? parsed?.set === "GLIBC" : setsOf[library]?.some((set) => set === parsed?.set) === true;
	if (parsed !== void 0 && isInTable) return parsed.isNumber ? providesNumber(parsed, system, processor) : providesName(name, system, processor);
	if (own?.versions?.length === 0) return yes;
	if (own?.versions != null) return own.versions.includes(name) ? yes : {
		kind: "no",
		has: "it has other versions"
	};
	return {
		kind: "unknown",
		why: `which versions its ${library} has is not recorded`
	};
}
function loaderName({ loader }) {
	return loader?.split("/").at(-1) ?? null;
}
function providesNumber({ set, version }, system, processor) {
	const newest = processor.versions[set];
	if (newest === null) return {
		kind: "unknown",
		why: `its ${set} versions are not recorded`
	};
	if (isHigher(version, newest)) {
		if (system.kind === "rolling") return {
			kind: "unknown",
			why: `it had ${newest} when it was recorded, and moves on`
		};
		return {
			kind: "no",
			has: `has ${newest}`
		};
	}
	if (set !== "GLIBC") return yes;
	if (isHigher(processor.oldest, version)) return {
		kind: "no",
		has: `has none older than ${processor.oldest ?? ""}`
	};
	return isHigher(version, system.version) ? {
		kind: "unknown",
		why: `its glibc ${system.version ?? ""} has taken over a part of ${version}`
	} : yes;
}
/** libstdc++'s manual, "ABI Policy": names beside the numbers, and the number that was new with them. */
const besideNumbers = {
	CXXABI_TM_1: "1.3.6",
	CXXABI_FLOAT128: "1.3.9"
};
function providesName(name, system, { versions, names }) {
	const newest = versions.CXXABI;
	const since = besideNumbers[name];
	if (since !== void 0 && newest !== null && !isHigher(since, newest)) return yes;
	if (names.includes(name)) return yes;
	if (versions.GLIBCXX !== null && name.startsWith("GLIBC_ABI_") && !names.includes(`${name}?`) && system.kind !== "rolling") return {
		kind: "no",
		has: `its glibc ${versions.GLIBC ?? ""} does not have it`
	};
	return {
		kind: "unknown",
		why: "whether it has that is not recorded"
	};
}

// src/explain/floors.ts
/**
* The newest version of each set and library that a file asks for, with the symbols that ask for it. The highest number of a set comes
* first; names without a number stand behind the numbers.
*/
function floorsOf({ versions }, callers) {
	const found = versions.filter(({ weak }) => !weak).flatMap((need) => {
		const parsed = parseVersionName(need.name);
		return parsed === void 0 || need.name === "GLIBC_PRIVATE" ? [] : [{
			need,
			...parsed
		}];
	});
	const numbers = found.filter(({ isNumber }) => isNumber);
	const newest = numbers.filter(({ set, version, need }) => numbers.every((each) => each.set !== set || each.need.library !== need.library || !isHigher(each.version, version)));
	const names = found.filter(({ isNumber }) => !isNumber);
	const order = (set) => versionSets.indexOf(set);
	return [...newest.toSorted((a, b) => order(a.set) - order(b.set) || Number(isHigher(b.version, a.version)) - Number(isHigher(a.version, b.version))), ...names.toSorted((a, b) => order(a.set) - order(b.set))].map(({ need, set, version }) => ({
		set,
		version,
		library: need.library,
		symbols: need.symbols,
		package: packageOf(need, callers)
	}));
}
/** The C functions that two packages of the standard library call (their cgo files, go1.21 to go1.27). */
const standard = [["net", /^(?:getaddrinfo|freeaddrinfo|getnameinfo|gai_strerror|__?res_\w+|res_\w+)$/], ["os/user", /^(?:getpw(?:nam|uid)_r|getgr(?:nam|gid)_r|getgrouplist|sysconf|endgrent|getgrent|setgrent)$/]];
/**
* The Go package that brings a version: the one that calls one of its symbols, else the one that runtime/cgo is there for. null where
* several could be meant, or nothing is known.
*/
function packageOf({ symbols, library }, { users, calls, go }) {
	const packages = unique([...users.map((user) => user.package), ...(calls ?? []).map((each) => each.package)]);
	const [first] = symbols.flatMap((symbol) => {
		const caller = calls?.find(({ functions }) => functions.includes(symbol))?.package;
		const ofStandard = standard.find(([path, functions]) => packages.includes(path) && functions.test(symbol))?.[0];
		return caller ?? ofStandard ?? [];
	});
	if (first !== void 0) return first;
	const others = packages.filter((path) => path !== "runtime/cgo");
	const own = library.startsWith("libstdc++") ? others.filter((path) => !isStandard$1(path)) : others;
	if (own.length === 1) return own[0] === "main" ? go?.path ?? null : own[0] ?? null;
	const [user, ...more] = users.filter(({ package: path, file }) => own.includes(path) && file !== null).toSorted((a, b) => a.chain.length - b.chain.length);
	return user !== void 0 && more.every(({ chain }) => chain.length > user.chain.length) ? user.package : null;
}
function isStandard$1(path) {
	return !(path.split("/")[0] ?? "").includes(".") && path !== "main";
}

// src/systems/starting-program.ts
/** null for what no system of the table starts: other systems' programs, and WebAssembly. */
function startingProgram(known) {
	const { platform, linkage, inspection, machineFlags, broken, builder = null } = known;
	const [goos, processor = "", variant = null] = platform.split("/");
	if (goos !== "linux" || linkage === null) return null;
	const go = inspection?.go ?? null;
	const flags = [.../* @__PURE__ */ new Set([...go?.machineFlags ?? [], ...machineFlags])];
	return {
		processor,
		variant,
		linkage,
		needs: inspection?.needs ?? null,
		processorNeeds: processorNeeds(processor, go?.settings ?? {}, flags),
		kernel: go === null ? null : oldestKernel(go.goVersion, processor),
		broken,
		builder
	};
}
/** The release notes of Go, section "Ports", and its page MinimumRequirements: 1.19 to 1.27. */
function oldestKernel(goVersion, goarch) {
	const minor = Number(/go1\.(\d+)/.exec(goVersion)?.[1]);
	if (Number.isNaN(minor)) return null;
	const because = `Go 1.${minor}`;
	if (goarch === "loong64") return {
		version: "5.19",
		because
	};
	if (goarch === "ppc64" && minor >= 27) return {
		version: "3.13",
		because
	};
	return {
		version: minor >= 24 ? "3.2" : "2.6.32",
		because
	};
}

// src/systems/data/glibc-symbols.tsv?raw
var glibc_symbols_default = "before	since	symbols\n-	2.18	__cxa_thread_atexit_impl __issignaling __issignalingf __issignalingl\n-	2.23	__signgam fts64_children fts64_close fts64_open fts64_read fts64_set\n-	2.24	nextdown nextdownf nextdownl nextup nextupf nextupl\n-	2.25	__explicit_bzero_chk __iscanonicall __iseqsig __iseqsigf __iseqsigl canonicalize canonicalizef canonicalizel explicit_bzero fegetmode fesetexcept fesetmode fetestexceptflag fmaxmag fmaxmagf fmaxmagl fminmag fminmagf fminmagl fromfp fromfpf fromfpl fromfpx fromfpxf fromfpxl getentropy getpayload getpayloadf getpayloadl getrandom llogb llogbf llogbl roundeven roundevenf roundevenl setpayload setpayloadf setpayloadl setpayloadsig setpayloadsigf setpayloadsigl strfromd strfromf strfroml totalorder totalorderf totalorderl totalordermag totalordermagf totalordermagl ufromfp ufromfpf ufromfpl ufromfpx ufromfpxf ufromfpxl\n-	2.26	__acosf128_finite __acoshf128_finite __asinf128_finite __atan2f128_finite __atanhf128_finite __coshf128_finite __exp10f128_finite __exp2f128_finite __expf128_finite __finitef128 __fmodf128_finite __fpclassifyf128 __gammaf128_r_finite __hypotf128_finite __iseqsigf128 __isinff128 __isnanf128 __issignalingf128 __j0f128_finite __j1f128_finite __jnf128_finite __lgammaf128_r_finite __log10f128_finite __log2f128_finite __logf128_finite __powf128_finite __remainderf128_finite __signbitf128 __sinhf128_finite __sqrtf128_finite __strtof128_internal __wcstof128_internal __y0f128_finite __y1f128_finite __ynf128_finite acosf128 acoshf128 asinf128 asinhf128 atan2f128 atanf128 atanhf128 cabsf128 cacosf128 cacoshf128 canonicalizef128 cargf128 casinf128 casinhf128 catanf128 catanhf128 cbrtf128 ccosf128 ccoshf128 ceilf128 cexpf128 cimagf128 clog10f128 clogf128 conjf128 copysignf128 cosf128 coshf128 cpowf128 cprojf128 crealf128 csinf128 csinhf128 csqrtf128 ctanf128 ctanhf128 erfcf128 erff128 exp10f128 exp2f128 expf128 expm1f128 fabsf128 fdimf128 floorf128 fmaf128 fmaxf128 fmaxmagf128 fminf128 fminmagf128 fmodf128 frexpf128 fromfpf128 fromfpxf128 getpayloadf128 hypotf128 ilogbf128 j0f128 j1f128 jnf128 ldexpf128 lgammaf128 lgammaf128_r llogbf128 llrintf128 llroundf128 log10f128 log1pf128 log2f128 logbf128 logf128 lrintf128 lroundf128 modff128 nanf128 nearbyintf128 nextafterf128 nextdownf128 nextupf128 powf128 preadv2 preadv64v2 pwritev2 pwritev64v2 reallocarray remainderf128 remquof128 rintf128 roundevenf128 roundf128 scalblnf128 scalbnf128 setpayloadf128 setpayloadsigf128 sincosf128 sinf128 sinhf128 sqrtf128 strfromf128 strtof128 strtof128_l tanf128 tanhf128 tgammaf128 totalorderf128 totalordermagf128 truncf128 ufromfpf128 ufromfpxf128 wcstof128 wcstof128_l y0f128 y1f128 ynf128\n-	2.27	acosf32 acosf32x acosf64 acosf64x acoshf32 acoshf32x acoshf64 acoshf64x asinf32 asinf32x asinf64 asinf64x asinhf32 asinhf32x asinhf64 asinhf64x atan2f32 atan2f32x atan2f64 atan2f64x atanf32 atanf32x atanf64 atanf64x atanhf32 atanhf32x atanhf64 atanhf64x cabsf32 cabsf32x cabsf64 cabsf64x cacosf32 cacosf32x cacosf64 cacosf64x cacoshf32 cacoshf32x cacoshf64 cacoshf64x canonicalizef32 canonicalizef32x canonicalizef64 canonicalizef64x cargf32 cargf32x cargf64 cargf64x casinf32 casinf32x casinf64 casinf64x casinhf32 casinhf32x casinhf64 casinhf64x catanf32 catanf32x catanf64 catanf64x catanhf32 catanhf32x catanhf64 catanhf64x cbrtf32 cbrtf32x cbrtf64 cbrtf64x ccosf32 ccosf32x ccosf64 ccosf64x ccoshf32 ccoshf32x ccoshf64 ccoshf64x ceilf32 ceilf32x ceilf64 ceilf64x cexpf32 cexpf32x cexpf64 cexpf64x cimagf32 cimagf32x cimagf64 cimagf64x clog10f32 clog10f32x clog10f64 clog10f64x clogf32 clogf32x clogf64 clogf64x conjf32 conjf32x conjf64 conjf64x copy_file_range copysignf32 copysignf32x copysignf64 copysignf64x cosf32 cosf32x cosf64 cosf64x coshf32 coshf32x coshf64 coshf64x cpowf32 cpowf32x cpowf64 cpowf64x cprojf32 cprojf32x cprojf64 cprojf64x crealf32 crealf32x crealf64 crealf64x csinf32 csinf32x csinf64 csinf64x csinhf32 csinhf32x csinhf64 csinhf64x csqrtf32 csqrtf32x csqrtf64 csqrtf64x ctanf32 ctanf32x ctanf64 ctanf64x ctanhf32 ctanhf32x ctanhf64 ctanhf64x erfcf32 erfcf32x erfcf64 erfcf64x erff32 erff32x erff64 erff64x exp10f32 exp10f32x exp10f64 exp10f64x exp2f32 exp2f32x exp2f64 exp2f64x expf32 expf32x expf64 expf64x expm1f32 expm1f32x expm1f64 expm1f64x fabsf32 fabsf32x fabsf64 fabsf64x fdimf32 fdimf32x fdimf64 fdimf64x floorf32 floorf32x floorf64 floorf64x fmaf32 fmaf32x fmaf64 fmaf64x fmaxf32 fmaxf32x fmaxf64 fmaxf64x fmaxmagf32 fmaxmagf32x fmaxmagf64 fmaxmagf64x fminf32 fminf32x fminf64 fminf64x fminmagf32 fminmagf32x fminmagf64 fminmagf64x fmodf32 fmodf32x fmodf64 fmodf64x frexpf32 frexpf32x frexpf64 frexpf64x fromfpf32 fromfpf32x fromfpf64 fromfpf64x fromfpxf32 fromfpxf32x fromfpxf64 fromfpxf64x getpayloadf32 getpayloadf32x getpayloadf64 getpayloadf64x hypotf32 hypotf32x hypotf64 hypotf64x ilogbf32 ilogbf32x ilogbf64 ilogbf64x j0f32 j0f32x j0f64 j0f64x j1f32 j1f32x j1f64 j1f64x jnf32 jnf32x jnf64 jnf64x ldexpf32 ldexpf32x ldexpf64 ldexpf64x lgammaf32 lgammaf32_r lgammaf32x lgammaf32x_r lgammaf64 lgammaf64_r lgammaf64x lgammaf64x_r llogbf32 llogbf32x llogbf64 llogbf64x llrintf32 llrintf32x llrintf64 llrintf64x llroundf32 llroundf32x llroundf64 llroundf64x log10f32 log10f32x log10f64 log10f64x log1pf32 log1pf32x log1pf64 log1pf64x log2f32 log2f32x log2f64 log2f64x logbf32 logbf32x logbf64 logbf64x logf32 logf32x logf64 logf64x lrintf32 lrintf32x lrintf64 lrintf64x lroundf32 lroundf32x lroundf64 lroundf64x memfd_create mlock2 modff32 modff32x modff64 modff64x nanf32 nanf32x nanf64 nanf64x nearbyintf32 nearbyintf32x nearbyintf64 nearbyintf64x nextafterf32 nextafterf32x nextafterf64 nextafterf64x nextdownf32 nextdownf32x nextdownf64 nextdownf64x nextupf32 nextupf32x nextupf64 nextupf64x pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set powf32 powf32x powf64 powf64x remainderf32 remainderf32x remainderf64 remainderf64x remquof32 remquof32x remquof64 remquof64x rintf32 rintf32x rintf64 rintf64x roundevenf32 roundevenf32x roundevenf64 roundevenf64x roundf32 roundf32x roundf64 roundf64x scalblnf32 scalblnf32x scalblnf64 scalblnf64x scalbnf32 scalbnf32x scalbnf64 scalbnf64x setpayloadf32 setpayloadf32x setpayloadf64 setpayloadf64x setpayloadsigf32 setpayloadsigf32x setpayloadsigf64 setpayloadsigf64x sincosf32 sincosf32x sincosf64 sincosf64x sinf32 sinf32x sinf64 sinf64x sinhf32 sinhf32x sinhf64 sinhf64x sqrtf32 sqrtf32x sqrtf64 sqrtf64x strfromf32 strfromf32x strfromf64 strfromf64x strtof32 strtof32_l strtof32x strtof32x_l strtof64 strtof64_l strtof64x strtof64x_l tanf32 tanf32x tanf64 tanf64x tanhf32 tanhf32x tanhf64 tanhf64x tgammaf32 tgammaf32x tgammaf64 tgammaf64x totalorderf32 totalorderf32x totalorderf64 totalorderf64x totalordermagf32 totalordermagf32x totalordermagf64 totalordermagf64x truncf32 truncf32x truncf64 truncf64x ufromfpf32 ufromfpf32x ufromfpf64 ufromfpf64x ufromfpxf32 ufromfpxf32x ufromfpxf64 ufromfpxf64x wcstof32 wcstof32_l wcstof32x wcstof32x_l wcstof64 wcstof64_l wcstof64x wcstof64x_l y0f32 y0f32x y0f64 y0f64x y1f32 y1f32x y1f64 y1f64x ynf32 ynf32x ynf64 ynf64x\n-	2.28	daddl ddivl dmull dsubl f32addf128 f32addf32x f32addf64 f32addf64x f32divf128 f32divf32x f32divf64 f32divf64x f32mulf128 f32mulf32x f32mulf64 f32mulf64x f32subf128 f32subf32x f32subf64 f32subf64x f32xaddf128 f32xaddf64 f32xaddf64x f32xdivf128 f32xdivf64 f32xdivf64x f32xmulf128 f32xmulf64 f32xmulf64x f32xsubf128 f32xsubf64 f32xsubf64x f64addf128 f64addf64x f64divf128 f64divf64x f64mulf128 f64mulf64x f64subf128 f64subf64x f64xaddf128 f64xdivf128 f64xmulf128 f64xsubf128 fadd faddl fcntl64 fdiv fdivl fmul fmull fsub fsubl renameat2 statx thrd_current thrd_equal thrd_sleep thrd_yield\n-	2.29	getcpu posix_spawn_file_actions_addchdir_np posix_spawn_file_actions_addfchdir_np\n-	2.30	getdents64 gettid tgkill twalk_r\n-	2.32	__libc_single_threaded pthread_attr_getsigmask_np pthread_attr_setsigmask_np sigabbrev_np sigdescr_np strerrordesc_np strerrorname_np\n-	2.33	__x86_get_cpuid_feature_leaf fstat fstat64 fstatat fstatat64 lstat lstat64 mallinfo2 mknod mknodat stat stat64\n-	2.34	_Fork close_range closefrom dn_comp dn_expand dn_skipname execveat posix_spawn_file_actions_addclosefrom_np res_dnok res_hnok res_mailok res_mkquery res_nmkquery res_nquery res_nquerydomain res_nsearch res_nsend res_ownok res_query res_querydomain res_search res_send timespec_getres\n-	2.35	__memcmpeq _dl_find_object dfmal dsqrtl epoll_pwait2 f32fmaf128 f32fmaf32x f32fmaf64 f32fmaf64x f32sqrtf128 f32sqrtf32x f32sqrtf64 f32sqrtf64x f32xfmaf128 f32xfmaf64 f32xfmaf64x f32xsqrtf128 f32xsqrtf64 f32xsqrtf64x f64fmaf128 f64fmaf64x f64sqrtf128 f64sqrtf64x f64xfmaf128 f64xsqrtf128 ffma ffmal fmaximum fmaximum_mag fmaximum_mag_num fmaximum_mag_numf fmaximum_mag_numf128 fmaximum_mag_numf32 fmaximum_mag_numf32x fmaximum_mag_numf64 fmaximum_mag_numf64x fmaximum_mag_numl fmaximum_magf fmaximum_magf128 fmaximum_magf32 fmaximum_magf32x fmaximum_magf64 fmaximum_magf64x fmaximum_magl fmaximum_num fmaximum_numf fmaximum_numf128 fmaximum_numf32 fmaximum_numf32x fmaximum_numf64 fmaximum_numf64x fmaximum_numl fmaximumf fmaximumf128 fmaximumf32 fmaximumf32x fmaximumf64 fmaximumf64x fmaximuml fminimum fminimum_mag fminimum_mag_num fminimum_mag_numf fminimum_mag_numf128 fminimum_mag_numf32 fminimum_mag_numf32x fminimum_mag_numf64 fminimum_mag_numf64x fminimum_mag_numl fminimum_magf fminimum_magf128 fminimum_magf32 fminimum_magf32x fminimum_magf64 fminimum_magf64x fminimum_magl fminimum_num fminimum_numf fminimum_numf128 fminimum_numf32 fminimum_numf32x fminimum_numf64 fminimum_numf64x fminimum_numl fminimumf fminimumf128 fminimumf32 fminimumf32x fminimumf64 fminimumf64x fminimuml fsqrt fsqrtl posix_spawn_file_actions_addtcsetpgrp_np\n-	2.36	arc4random arc4random_buf arc4random_uniform c8rtomb fsconfig fsmount fsopen fspick mbrtoc8 mount_setattr move_mount open_tree pidfd_getfd pidfd_open pidfd_send_signal process_madvise process_mrelease\n-	2.38	__isoc23_fscanf __isoc23_fwscanf __isoc23_scanf __isoc23_sscanf __isoc23_strtoimax __isoc23_strtol __isoc23_strtol_l __isoc23_strtoll __isoc23_strtoll_l __isoc23_strtoul __isoc23_strtoul_l __isoc23_strtoull __isoc23_strtoull_l __isoc23_strtoumax __isoc23_swscanf __isoc23_vfscanf __isoc23_vfwscanf __isoc23_vscanf __isoc23_vsscanf __isoc23_vswscanf __isoc23_vwscanf __isoc23_wcstoimax __isoc23_wcstol __isoc23_wcstol_l __isoc23_wcstoll __isoc23_wcstoll_l __isoc23_wcstoul __isoc23_wcstoul_l __isoc23_wcstoull __isoc23_wcstoull_l __isoc23_wcstoumax __isoc23_wscanf __strlcat_chk __strlcpy_chk __wcslcat_chk __wcslcpy_chk strlcat strlcpy wcslcat wcslcpy\n-	2.39	pidfd_getpid pidfd_spawn pidfd_spawnp posix_spawnattr_getcgroup_np posix_spawnattr_setcgroup_np stdc_bit_ceil_uc stdc_bit_ceil_ui stdc_bit_ceil_ul stdc_bit_ceil_ull stdc_bit_ceil_us stdc_bit_floor_uc stdc_bit_floor_ui stdc_bit_floor_ul stdc_bit_floor_ull stdc_bit_floor_us stdc_bit_width_uc stdc_bit_width_ui stdc_bit_width_ul stdc_bit_width_ull stdc_bit_width_us stdc_count_ones_uc stdc_count_ones_ui stdc_count_ones_ul stdc_count_ones_ull stdc_count_ones_us stdc_count_zeros_uc stdc_count_zeros_ui stdc_count_zeros_ul stdc_count_zeros_ull stdc_count_zeros_us stdc_first_leading_one_uc stdc_first_leading_one_ui stdc_first_leading_one_ul stdc_first_leading_one_ull stdc_first_leading_one_us stdc_first_leading_zero_uc stdc_first_leading_zero_ui stdc_first_leading_zero_ul stdc_first_leading_zero_ull stdc_first_leading_zero_us stdc_first_trailing_one_uc stdc_first_trailing_one_ui stdc_first_trailing_one_ul stdc_first_trailing_one_ull stdc_first_trailing_one_us stdc_first_trailing_zero_uc stdc_first_trailing_zero_ui stdc_first_trailing_zero_ul stdc_first_trailing_zero_ull stdc_first_trailing_zero_us stdc_has_single_bit_uc stdc_has_single_bit_ui stdc_has_single_bit_ul stdc_has_single_bit_ull stdc_has_single_bit_us stdc_leading_ones_uc stdc_leading_ones_ui stdc_leading_ones_ul stdc_leading_ones_ull stdc_leading_ones_us stdc_leading_zeros_uc stdc_leading_zeros_ui stdc_leading_zeros_ul stdc_leading_zeros_ull stdc_leading_zeros_us stdc_trailing_ones_uc stdc_trailing_ones_ui stdc_trailing_ones_ul stdc_trailing_ones_ull stdc_trailing_ones_us stdc_trailing_zeros_uc stdc_trailing_zeros_ui stdc_trailing_zeros_ul stdc_trailing_zeros_ull stdc_trailing_zeros_us\n-	2.40	exp10m1 exp10m1f exp10m1f128 exp10m1f32 exp10m1f32x exp10m1f64 exp10m1f64x exp10m1l exp2m1 exp2m1f exp2m1f128 exp2m1f32 exp2m1f32x exp2m1f64 exp2m1f64x exp2m1l log10p1 log10p1f log10p1f128 log10p1f32 log10p1f32x log10p1f64 log10p1f64x log10p1l log2p1 log2p1f log2p1f128 log2p1f32 log2p1f32x log2p1f64 log2p1f64x log2p1l logp1 logp1f logp1f128 logp1f32 logp1f32x logp1f64 logp1f64x logp1l\n-	2.41	acospi acospif acospif128 acospif32 acospif32x acospif64 acospif64x acospil asinpi asinpif asinpif128 asinpif32 asinpif32x asinpif64 asinpif64x asinpil atan2pi atan2pif atan2pif128 atan2pif32 atan2pif32x atan2pif64 atan2pif64x atan2pil atanpi atanpif atanpif128 atanpif32 atanpif32x atanpif64 atanpif64x atanpil cospi cospif cospif128 cospif32 cospif32x cospif64 cospif64x cospil sched_getattr sched_setattr sinpi sinpif sinpif128 sinpif32 sinpif32x sinpif64 sinpif64x sinpil tanpi tanpif tanpif128 tanpif32 tanpif32x tanpif64 tanpif64x tanpil\nlibanl.so.1	-	gai_cancel gai_error gai_suspend getaddrinfo_a\nlibdl.so.2	-	dladdr dladdr1 dlclose dlerror dlinfo dlmopen dlopen dlsym dlvsym\nlibpthread.so.0	-	__pthread_cleanup_routine __pthread_getspecific __pthread_key_create __pthread_mutex_destroy __pthread_mutex_init __pthread_mutex_lock __pthread_mutex_trylock __pthread_mutex_unlock __pthread_mutexattr_destroy __pthread_mutexattr_init __pthread_mutexattr_settype __pthread_once __pthread_register_cancel __pthread_register_cancel_defer __pthread_rwlock_destroy __pthread_rwlock_init __pthread_rwlock_rdlock __pthread_rwlock_tryrdlock __pthread_rwlock_trywrlock __pthread_rwlock_unlock __pthread_rwlock_wrlock __pthread_setspecific __pthread_unregister_cancel __pthread_unregister_cancel_restore __pthread_unwind_next _pthread_cleanup_pop _pthread_cleanup_pop_restore _pthread_cleanup_push _pthread_cleanup_push_defer pthread_atfork pthread_attr_getaffinity_np pthread_attr_getguardsize pthread_attr_getstack pthread_attr_getstackaddr pthread_attr_getstacksize pthread_attr_setaffinity_np pthread_attr_setguardsize pthread_attr_setstack pthread_attr_setstackaddr pthread_attr_setstacksize pthread_barrier_destroy pthread_barrier_init pthread_barrier_wait pthread_barrierattr_destroy pthread_barrierattr_getpshared pthread_barrierattr_init pthread_barrierattr_setpshared pthread_cancel pthread_condattr_getclock pthread_condattr_getpshared pthread_condattr_setclock pthread_condattr_setpshared pthread_create pthread_detach pthread_getaffinity_np pthread_getattr_np pthread_getconcurrency pthread_getcpuclockid pthread_getname_np pthread_getspecific pthread_join pthread_key_create pthread_key_delete pthread_kill pthread_kill_other_threads_np pthread_mutex_consistent pthread_mutex_consistent_np pthread_mutex_getprioceiling pthread_mutex_setprioceiling pthread_mutex_timedlock pthread_mutex_trylock pthread_mutexattr_destroy pthread_mutexattr_getkind_np pthread_mutexattr_getprioceiling pthread_mutexattr_getprotocol pthread_mutexattr_getpshared pthread_mutexattr_getrobust pthread_mutexattr_getrobust_np pthread_mutexattr_gettype pthread_mutexattr_init pthread_mutexattr_setkind_np pthread_mutexattr_setprioceiling pthread_mutexattr_setprotocol pthread_mutexattr_setpshared pthread_mutexattr_setrobust pthread_mutexattr_setrobust_np pthread_mutexattr_settype pthread_once pthread_rwlock_destroy pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_timedrdlock pthread_rwlock_timedwrlock pthread_rwlock_tryrdlock pthread_rwlock_trywrlock pthread_rwlock_unlock pthread_rwlock_wrlock pthread_rwlockattr_destroy pthread_rwlockattr_getkind_np pthread_rwlockattr_getpshared pthread_rwlockattr_init pthread_rwlockattr_setkind_np pthread_rwlockattr_setpshared pthread_setaffinity_np pthread_setconcurrency pthread_setname_np pthread_setschedprio pthread_setspecific pthread_sigmask pthread_sigqueue pthread_spin_destroy pthread_spin_init pthread_spin_lock pthread_spin_trylock pthread_spin_unlock pthread_testcancel pthread_timedjoin_np pthread_tryjoin_np pthread_yield sem_close sem_destroy sem_getvalue sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink sem_wait\nlibpthread.so.0	2.18	pthread_getattr_default_np pthread_setattr_default_np\nlibpthread.so.0	2.28	call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait mtx_destroy mtx_init mtx_lock mtx_timedlock mtx_trylock mtx_unlock thrd_create thrd_detach thrd_exit thrd_join tss_create tss_delete tss_get tss_set\nlibpthread.so.0	2.30	pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock sem_clockwait\nlibpthread.so.0	2.31	pthread_clockjoin_np\nlibresolv.so.2	-	__dn_comp __dn_expand __dn_skipname __res_dnok __res_hnok __res_mailok __res_mkquery __res_nmkquery __res_nquery __res_nquerydomain __res_nsearch __res_nsend __res_ownok __res_query __res_querydomain __res_search __res_send ns_name_compress ns_name_ntop ns_name_pack ns_name_pton ns_name_skip ns_name_uncompress ns_name_unpack\nlibrt.so.1	-	__mq_open_2 aio_cancel aio_cancel64 aio_error aio_error64 aio_fsync aio_fsync64 aio_init aio_read aio_read64 aio_return aio_return64 aio_suspend aio_suspend64 aio_write aio_write64 lio_listio lio_listio64 mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_timedreceive mq_timedsend mq_unlink shm_open shm_unlink timer_create timer_delete timer_getoverrun timer_gettime timer_settime\nlibutil.so.1	-	forkpty login login_tty logout logwtmp openpty\n";

// src/systems/glibc-symbols.ts
let symbols;
/** undefined for what is neither new nor was moved (amd64; measured, scripts/systems/glibc-symbols.tsv). */
function findGlibcSymbol(name) {
	symbols ??= new Map(rowsOf(glibc_symbols_default).flatMap((row) => {
		const symbol = {
			before: row("before"),
			since: row("since")
		};
		return (row("symbols") ?? "").split(" ").map((each) => [each, symbol]);
	}));
	return symbols.get(name);
}

// src/systems/other-builder.ts
/**
* What a program needs wherever it is linked, and what it needs only because it was linked here: its builder does not have that. A
* version that both have is the same in both, because a library's default version of a symbol never becomes older.
*/
function splitVersions(versions, { builder, processor: name }) {
	const system = builder === null ? null : systemOf(builder.system);
	const processor = system?.processors.find((each) => each.processor === name);
	if (system === null || processor === void 0) return {
		own: versions,
		ofHere: []
	};
	const isOfHere = (version) => providesVersion(version, system, processor).kind === "no";
	return {
		own: versions.filter((each) => !isOfHere(each)),
		ofHere: versions.filter(isOfHere)
	};
}
/** Why nobody can tell here whether a program starts on a system: it may need up to all that its builder has. null: one can. */
function openByBuilder(builder, ofHere, { versions: { GLIBC: has } }) {
	if (builder === null || !isHigher(builder.glibc, has)) return null;
	const { image, glibc, here } = builder;
	const [newest] = ofHere;
	if (newest === void 0 && (here === null || !isHigher(glibc, here))) return null;
	return `is built in ${image} with glibc ${glibc}, and ${newest === void 0 ? `was linked here with glibc ${here ?? ""}` : `needs ${newest.name} only when linked here`}`;
}

// src/systems/starts-on.ts
const severity = {
	"does-not-start": 3,
	unknown: 2,
	"needs-package": 1,
	runs: 0
};
/**
* Whether a program starts on a system, by its own bytes: its loader, its libraries and their versions by name, its processor, its
* pages and its kernel. undefined for a system that has no such processor. What is not known is `unknown`, never `runs`.
*/
function startsOn(program, system) {
	const processor = system.processors.find((each) => each.processor === program.processor);
	if (processor === void 0) return void 0;
	const { outcome, reason, packages = [], fix = null, setting = null } = judge$4(program, system, processor);
	return {
		system: system.id,
		outcome,
		reason,
		packages,
		source: sourceOf(system),
		fix,
		setting
	};
}
/** The first of its sources: the table has them all. */
function sourceOf({ source }) {
	return (source.split("; ")[0] ?? source).replace(/^libc: /, "");
}
function judge$4(program, system, processor) {
	const { linkage, broken } = program;
	if (broken !== null) return {
		outcome: "does-not-start",
		reason: broken
	};
	if (linkage.kind === "packed" || linkage.kind === "unreadable") return {
		outcome: "unknown",
		reason: linkage.reason ?? "it cannot be judged"
	};
	return [...linkage.kind === "static" || linkage.kind === "static-pie" ? [ofStatic(program)] : ofDynamic(program, system, processor), ...ofMachine$1(program, system, processor)].reduce((worst, each) => severity[each.outcome] > severity[worst.outcome] ? each : worst);
}
function ofStatic({ linkage, kernel }) {
	if (linkage.hazards.includes("relocation")) return {
		outcome: "unknown",
		reason: "is a static PIE, and no code was found that relocates it"
	};
	const more = linkage.hazards.includes("nss") ? ", and loads NSS libraries of its host when it looks up hosts or users" : linkage.hazards.includes("dlopen") ? ", and loads libraries of its host at run time" : "";
	const needs = kernel === null ? "only a Linux kernel" : `only Linux ${kernel.version} or newer`;
	return {
		outcome: "runs",
		reason: `is ${linkage.kind} and needs ${needs}${more}`
	};
}
function ofDynamic(program, system, processor) {
	const { linkage, needs } = program;
	const loader = ofLoader(program, system, processor);
	if (loader !== null) return [loader];
	const libraries = ofLibraries(linkage.needed, system, processor);
	if (system.libc === "musl") return [...libraries, ofMusl(program, system)];
	if (processor.versions.GLIBC === null) return [{
		outcome: "unknown",
		reason: "needs glibc, and the versions of this system are not recorded"
	}];
	if (needs === null) return [{
		outcome: "unknown",
		reason: "what it needs of its libraries could not be read"
	}];
	if (libraries.some(isEnd)) return libraries;
	const { own, ofHere } = splitVersions(newestFirst(needs.versions), program);
	const versions = [];
	for (const version of own) {
		versions.push(...ofVersion(version, system, processor));
		if (versions.some(isEnd)) return versions;
	}
	const open = openByBuilder(program.builder, ofHere, processor);
	return [
		...libraries,
		...versions,
		...ofUnversioned(program, system, processor),
		...open === null ? [] : [{
			outcome: "unknown",
			reason: open
		}],
		{
			outcome: "runs",
			reason: describeGlibc(own, processor)
		}
	];
}
/** Nothing that comes behind it is worse, and the first is told. */
function isEnd({ outcome }) {
	return outcome === "does-not-start";
}
/** Why it does not come as far as its libraries; null when its loader is there, or none is asked for. */
function ofLoader({ linkage }, system, processor) {
	const { interpreter, kind } = linkage;
	const { loader } = processor;
	if (interpreter === null) {
		if (linkage.reason !== null) return loader === null ? {
			outcome: "does-not-start",
			reason: `${linkage.reason}, and has no loader there`
		} : {
			outcome: "unknown",
			reason: `${linkage.reason}: which versions it needs is known when it is built`
		};
		if (kind !== "library") return {
			outcome: "unknown",
			reason: "names libraries, and no loader that would load them"
		};
		if (linkage.needed.length > 0 && (loader === null || system.libc !== (linkage.libc ?? system.libc))) return {
			outcome: "does-not-start",
			reason: `is a library for programs with ${linkage.libc ?? "a C library"}, which it does not have`
		};
		return null;
	}
	if (interpreter === loader) return null;
	if (loader !== null && isUsualPlace(interpreter, loaderName(processor) ?? "")) return {
		outcome: "unknown",
		reason: `needs the loader ${interpreter}, and whether ${loader} is there as well is not recorded`
	};
	return {
		outcome: "does-not-start",
		reason: `needs the loader ${interpreter}, ${system.libc === "none" ? "has no loader" : `has ${system.libc} and ${loader ?? "no loader"}`}`
	};
}
/** Where distributions put loaders, or lead to them by links: what the table has is the one path that every program names. */
function isUsualPlace(path, loader) {
	return /^(?:\/usr)?\/lib(?:32|64|x32)?\/(?:[\w-]+-linux-\w+\/)?[^/]+$/.test(path) && path.endsWith(`/${loader}`);
}
/** Beyond the default install, or beyond what an image can ever have. */
function ofLibraries(needed, system, processor) {
	const missing = needed.filter((library) => !hasLibrary(library, system, processor));
	if (missing.length === 0) return [];
	if (system.kind === "image") return [{
		outcome: "does-not-start",
		reason: `needs ${listed(missing)}, which the image does not have`
	}];
	return [{
		outcome: "needs-package",
		reason: `needs ${listed(missing)}, which a default install does not have`,
		packages: missing
	}];
}
/** musl's loader is its C library, and answers to all names that begin with these (ldso/dynlink.c, `reserved`). */
const muslNames = /^lib(?:c|pthread|rt|m|dl|util|xnet)\./;
function hasLibrary(library, system, processor) {
	if (system.libc === "musl" && muslNames.test(library)) return true;
	return system.glibc.includes(library) || library === loaderName(processor) || library === "libmvec.so.1" && processor.processor === "amd64" && isHigher(system.version, "2.21") && system.glibc.includes("libdl.so.2") || system.libraries.some(({ name }) => name === library);
}
function ofMusl({ needs }, { version }) {
	const glibc = needs?.versions.find(({ name }) => name.startsWith("GLIBC_"));
	if (glibc !== void 0) return {
		outcome: "unknown",
		reason: `was linked against glibc (${glibc.name}) and names musl's loader`
	};
	return {
		outcome: "runs",
		reason: `needs musl, has ${version ?? "it"}; functions of a newer musl would be missing`
	};
}
const sorted$1 = /* @__PURE__ */ new WeakMap();
/** The highest number first: it says most of how old a system may be. Sorted once for all systems. */
function newestFirst(versions) {
	const known = sorted$1.get(versions) ?? sortVersions(versions);
	sorted$1.set(versions, known);
	return known;
}
function sortVersions(versions) {
	const number = ({ name }) => /_(\d[\d.]*)$/.exec(name)?.[1] ?? "0";
	return versions.toSorted((a, b) => Number(isHigher(number(b), number(a))) - Number(isHigher(number(a), number(b))));
}
function ofVersion(version, system, processor) {
	if (version.weak) return [];
	if (!(hasLibrary(version.library, system, processor) || version.library in packagedVersions)) return [];
	const provided = providesVersion(version, system, processor);
	if (provided.kind === "yes") return [];
	const of = version.library === "libc.so.6" ? "" : ` of ${version.library}`;
	const symbols = version.symbols.length === 0 ? "" : ` (${listed(version.symbols)})`;
	const needs = `needs ${version.name}${of}${symbols}`;
	return provided.kind === "no" ? [{
		outcome: "does-not-start",
		reason: `${needs}, ${provided.has}`
	}] : [{
		outcome: "unknown",
		reason: `${needs}: ${provided.why}`
	}];
}
/** Libraries of packages whose newest versions the table has. */
const packagedVersions = {
	"libstdc++.so.6": true,
	"libgcc_s.so.1": true
};
/**
* Symbols without a version are looked for in all libraries that are loaded. Before glibc 2.34 some were in libraries of their own
* (libpthread, libdl, libresolv), which have to be loaded then.
*/
function ofUnversioned({ linkage, needs }, system, processor) {
	const foreign = linkage.needed.some((library) => !system.glibc.includes(library) && !(library in packagedVersions));
	const glibc = processor.versions.GLIBC;
	return (needs?.unversioned ?? []).flatMap((name) => {
		const symbol = findGlibcSymbol(name);
		if (symbol === void 0) return foreign ? [] : [{
			outcome: "unknown",
			reason: `needs the symbol ${name} in no certain version: which library has it is not recorded`
		}];
		const isNewer = isHigher(symbol.since, glibc);
		const isElsewhere = symbol.before !== null && isHigher("2.34", glibc) && !linkage.needed.includes(symbol.before);
		if (!isNewer && !isElsewhere) return [];
		const where = isNewer ? `came with glibc ${symbol.since ?? ""}, has ${glibc ?? "none"}` : `is in ${symbol.before ?? ""} before glibc 2.34, which it does not load`;
		return needs?.bindNow === true ? [{
			outcome: "does-not-start",
			reason: `needs the symbol ${name}, which ${where}`
		}] : [{
			outcome: "unknown",
			reason: `needs the symbol ${name} when it is first called, which ${where}`
		}];
	});
}
/** `versions`: the highest number first. */
function describeGlibc(versions, { versions: has }) {
	const newest = versions.find(({ name, weak }) => !weak && /^GLIBC_\d/.test(name))?.name;
	return newest === void 0 ? "needs the loader of glibc, which it has" : `needs ${newest}, has ${has.GLIBC ?? "it"}`;
}
/** What the processor and the kernel have to be, whatever is linked. */
function ofMachine$1(program, system, processor) {
	return [
		...ofLevel(program, processor),
		...ofPages(program),
		...ofKernel(program, system)
	];
}
function ofLevel(program, { level, processor }) {
	const { variant, processorNeeds, needs } = program;
	const available = [level, variant].filter((each) => each !== null).toSorted().at(-1) ?? null;
	const noted = needs?.isaLevel == null ? [] : [{
		level: needs.isaLevel,
		because: "as its ELF note says"
	}];
	const more = [...processorNeeds, ...noted].find((each) => {
		return !(processor !== "amd64" && each.because.endsWith(`=${variant ?? ""}`)) && !isWithinLevel(each, available);
	});
	if (more === void 0) return [];
	const wants = more.level === null ? "a processor that the system does not promise" : `an x86-64-${more.level} processor`;
	const has = available === null ? "" : `, the system promises x86-64${available === "v1" ? "" : `-${available}`}`;
	const fix = processor === "amd64" ? "build for all x86-64 processors (GOAMD64=v1, no -march), or name the newer ones in platforms (linux/amd64/v3)" : `build for all ${processor} processors (without ${more.because})`;
	const setting = more.because.startsWith("as ") ? null : more.because;
	return [{
		outcome: "unknown",
		reason: `needs ${wants} (${more.because})${has}`,
		fix,
		setting
	}];
}
/** Kernels for arm64 have pages of 4, 16 or 64 KiB, and which one a system has is for its user to choose. */
function ofPages({ processor, needs }) {
	const size = needs?.pageSize ?? null;
	if (processor !== "arm64" || size === null || size >= 65536) return [];
	return [{
		outcome: "unknown",
		reason: `its segments are aligned to ${size / 1024} KiB, and kernels with larger pages cannot load it`,
		fix: "link with -Wl,-z,max-page-size=65536"
	}];
}
function ofKernel({ kernel }, system) {
	if (kernel === null || system.kernel === null || !isHigher(kernel.version, system.kernel)) return [];
	return [{
		outcome: "unknown",
		reason: `needs Linux ${kernel.version} (${kernel.because}), and the system also comes with ${system.kernel}`
	}];
}

// src/explain/runs-on.ts
/** A judged program on all systems of the table that have its processor; none for programs of other systems than Linux. */
function runsOnOf(known) {
	return runsOnOfCell(startingProgram(known));
}
/** The same of what this run planned: it was built, or is predicted. What nobody has seen is unknown. */
function runsOnOfCell(program) {
	return program === null ? [] : systemTable().systems.flatMap((system) => startsOn(program, system) ?? []);
}
/** What is known of a cell's program; null for other systems' programs, and WebAssembly. */
function programOfCell({ planned, artifact }, { checked, findings }) {
	const inspection = artifact?.inspection ?? null;
	const { name: platform } = planned.platform;
	return startingProgram({
		platform,
		linkage: inspection?.linkage ?? predictedLinkage(checked),
		inspection,
		machineFlags: machineFlags(planned),
		broken: brokenBy(findings),
		builder: builderFor(planned.release?.builder ?? null, inspection)
	});
}
/**
* What Go's own linker takes from glibc is what the standard library calls, and no release of glibc since 2.34 has made a version of
* those functions newer: a newer glibc in the builder makes no difference then.
*/
function builderFor(builder, inspection) {
	if (builder === null || inspection?.linkMode !== "internal") return builder;
	const { here, glibc } = builder;
	return here !== null && isHigher(glibc, here) && !isHigher("2.34", here) ? null : builder;
}
/** A file that dies wherever it is started. */
function brokenBy(findings) {
	return findings.find(({ kind }) => kind === "crash-at-start" || kind === "refused")?.message ?? null;
}
function predictedLinkage(checked) {
	const kind = checked?.certainty === "certain" ? checked.linkage : null;
	if (kind === "static" || kind === "static-pie") return {
		...notExecutable$1,
		kind
	};
	if (kind === "dynamic") return {
		...notExecutable$1,
		kind,
		reason: "is predicted to be dynamic"
	};
	const reason = kind === null || kind === "fails" ? "it was not built" : `it was not built, and is predicted to be ${kind}`;
	return {
		...notExecutable$1,
		kind: "unreadable",
		reason
	};
}
/** The C flags of a build that choose a processor: its environment's, and those of `#cgo` lines. */
function machineFlags({ cgoEnv, graph, package: main }) {
	if (cgoEnv.CGO_ENABLED === "0") return [];
	const packages = [...reachable(graph, main)].flatMap((path) => {
		const found = graph.get(path);
		return found === void 0 || found.cgoFiles.length === 0 ? [] : [found];
	});
	if (packages.length === 0) return [];
	const own = packages.flatMap((each) => [...each.cgoCppflags, ...each.cgoCompilerFlags]);
	const given = [
		cgoEnv.CGO_CPPFLAGS,
		cgoEnv.CGO_CFLAGS,
		cgoEnv.CGO_CXXFLAGS,
		cgoEnv.CGO_FFLAGS
	];
	return [...new Set([...given, ...own].flatMap(machineFlagsOf))];
}

// src/systems/lower-glibc.ts
/** GOARCH → the target of Zig's C compiler, to which the release of glibc is added. */
const targets = {
	"386": "x86-linux-gnu",
	amd64: "x86_64-linux-gnu",
	arm: "arm-linux-gnueabihf",
	arm64: "aarch64-linux-gnu",
	ppc64le: "powerpc64le-linux-gnu",
	riscv64: "riscv64-linux-gnu",
	s390x: "s390x-linux-gnu"
};
/** Whether a program has C++ code: it asks for versions of its library. */
function usesCxx(needs) {
	return needs?.versions.some(({ library }) => library.startsWith("libstdc++")) ?? false;
}
/**
* How to build a program so that it starts with a release of glibc (`2.31`), in the order of effort (docs/systems.md has the same,
* tried); with "; or" between the ways. `isStatic`: advice for a static program is given already.
*/
function lowerGlibc(glibc, program, isStatic = false) {
	const image = imageWith(glibc);
	const ofStatic = [...program.needsCgo ? [] : ["build without cgo: CGO_ENABLED=0 go build"], "build with musl: CC=musl-gcc go build -ldflags='-linkmode=external -extldflags=-static'"];
	return [
		...isStatic ? [] : ofStatic,
		...zigFor(glibc, program),
		`build in an image with glibc ${glibc} or older${image === null ? "" : ` (${image})`}`
	].join("; or ");
}
function zigFor(glibc, { processor, usesCxx: isCxx }) {
	const target = targets[processor];
	if (target === void 0) return [];
	const compiler = (name) => `'zig ${name} -target ${target}.${glibc}'`;
	return [`build for an older glibc: ${isCxx ? `CC=${compiler("cc")} CXX=${compiler("c++")}` : `CC=${compiler("cc")}`} go build -ldflags=-linkmode=external`];
}
/** Families whose images people build in. */
const families = [
	"Debian",
	"Ubuntu",
	"AlmaLinux",
	"Amazon Linux"
];
/** The newest system of these that is supported by the table's date and has no newer glibc. */
function imageWith(glibc) {
	const { systems, date } = systemTable();
	const best = systems.filter((system) => families.includes(system.family) && isSupported(system, date) && system.version !== null && !isHigher(system.version, glibc)).reduce((most, each) => most === null || isHigher(each.version, most.version) ? each : most, null);
	return best === null ? null : systemName(best);
}

// src/explain/release-image-starts.ts
/**
* Whether a program starts in the images that its release is put into. An image that the table does not have, and one to which
* something unknown is added, is no expectation.
*/
function imageStarts(program, release, inspection) {
	if (program?.broken !== null) return [];
	return (release?.images ?? []).flatMap((image) => {
		const { base, additions, builder } = image;
		const system = base === null || additions === "unknown" ? null : systemIn(base);
		if (base === null || system === null) return [];
		const found = startsOn({
			...program,
			builder: builderFor(builder, inspection)
		}, withAdditions(system, image));
		if (found === void 0) return [];
		const { file, line } = image;
		const reason = found.outcome === "needs-package" ? found.reason.replace("a default install", "it") : found.reason;
		const starts = doesStart(found, system, image);
		const needsCgo = inspection?.linkMode !== "internal";
		return [{
			file,
			line,
			image: base,
			system: system.id,
			starts,
			reason,
			fix: starts === false ? fixOf(program, found, {
				system,
				needsCgo
			}) : null
		}];
	});
}
function fixOf({ processor: name, linkage, needs }, { fix }, { system, needsCgo }) {
	if (fix !== null) return fix;
	const glibc = system.processors.find(({ processor }) => processor === name)?.versions.GLIBC ?? null;
	if (glibc !== null && linkage.libc === "glibc") return lowerGlibc(glibc, {
		processor: name,
		usesCxx: usesCxx(needs),
		needsCgo
	});
	return "build it with CGO_ENABLED=0 or another strategy that is static, or use an image with its C library";
}
/** The findings with one more for each image in which the program does not start, on the line of the image. */
function withImages(findings, images, release) {
	const found = images.filter(({ starts }) => starts === false).map(({ file, line, image, reason, fix }) => ({
		kind: "wrong-image",
		level: "warning",
		message: `${file}:${line} puts it into ${image}, where it does not start: it ${reason}`,
		cause: null,
		fix,
		file: posix.join(release?.toRoot ?? "", file),
		line,
		column: null
	}));
	const isError = ({ level }) => level === "error";
	return [
		...findings.filter(isError),
		...found,
		...findings.filter((each) => !isError(each))
	];
}
/** What is installed in an image is no longer what the table says of its libraries. */
function withAdditions(system, { additions }) {
	return additions === "packages" && system.kind === "image" ? {
		...system,
		kind: "general"
	} : system;
}
/** The table has a default install of Debian and others, and their images have a few libraries more; Alpine's are the same. */
function doesStart({ outcome }, { libc }, { additions }) {
	if (outcome === "unknown") return null;
	if (outcome !== "needs-package") return outcome === "runs";
	return libc === "musl" && additions === "nothing" ? false : null;
}

// src/explain/function-bodies.ts
const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|[\p{L}_][\p{L}\p{N}_]*|:=|==|!=|<=|>=|&&|\|\||<-|\S/gu;
/** Reads the functions and methods of a Go file, and of `init` only whether it refuses. A body that cannot be read counts as working. */
function classifyFunctions(source) {
	const tokens = [...source.matchAll(token)].filter(([text]) => !/^\/[/*]/.test(text)).map(({ 0: text, index }) => text === "func" && (index === 0 || source[index - 1] === "\n") ? declared : text);
	const found = {
		refusing: [],
		idle: [],
		working: []
	};
	for (let at = 0; at < tokens.length; at++) if (opening.has(tokens[at] ?? "")) at = closingOf(tokens, at);
	else if (tokens[at] === declared) {
		const { name, body, end } = readFunction(tokens, at);
		const kind = body === null ? "working" : kindOfBody(body);
		if (name !== "init" || kind === "refusing") found[kind].push(name);
		at = end;
	}
	return found;
}
/** A `func` that begins a line, as gofmt writes declarations; all others are types and values. */
const declared = "\nfunc";
const opening = /* @__PURE__ */ new Set([
	"(",
	"{",
	"["
]);
const closing = /* @__PURE__ */ new Set([
	")",
	"}",
	"]"
]);
/** The place of the bracket that closes the one at `from`; the last token where none does. */
function closingOf(tokens, from) {
	let depth = 0;
	for (let at = from; at < tokens.length; at++) {
		if (opening.has(tokens[at] ?? "")) depth++;
		if (closing.has(tokens[at] ?? "") && --depth === 0) return at;
	}
	return tokens.length - 1;
}
/** `body` is null for a function without one: it is in assembly. */
function readFunction(tokens, from) {
	let at = from + 1;
	if (tokens[at] === "(") at = closingOf(tokens, at) + 1;
	const name = tokens[at] ?? "";
	at++;
	if (tokens[at] === "[") at = closingOf(tokens, at) + 1;
	at = closingOf(tokens, at) + 1;
	for (; at < tokens.length; at++) {
		const each = tokens[at] ?? "";
		if (topLevel.has(each)) return {
			name,
			body: null,
			end: at - 1
		};
		const isType = tokens[at - 1] === "interface" || tokens[at - 1] === "struct";
		if (!opening.has(each)) continue;
		const end = closingOf(tokens, at);
		if (each === "{" && !isType) return {
			name,
			body: tokens.slice(at + 1, end),
			end
		};
		at = end;
	}
	return {
		name,
		body: null,
		end: at
	};
}
/** What begins the next declaration. */
const topLevel = /* @__PURE__ */ new Set([
	"var",
	"const",
	"type",
	declared
]);
const errorName = /(?:^|[._])err|Err(?![a-z])|Error|unsupported|notsupported|unimplemented|notimplemented|Unsupported|Not(?:Supported|Implemented)|NoCgo/;
const isRefusal = (callee) => /^(?:panic|os\.Exit|log\.(?:Fatal|Panic)\w*)$/.test(callee) || errorName.test(callee);
/** It prints a text that is always the same, such as that the program was built without cgo. */
function isSpeech(callee, args) {
	if (!/^(?:fmt\.F?[Pp]rint\w*|log\.Print\w*|println?|slog\.\w+)$/.test(callee)) return false;
	const words = args.join("").replace(/^os\.Std(?:err|out),/, "").replaceAll(/"[^"]*"|`[^`]*`/g, "");
	return /^[,\s]*$/.test(words);
}
function kindOfBody(body) {
	const rest = [];
	let refuses = false;
	for (let at = 0; at < body.length; at++) {
		const callee = calleeAt(body, at);
		if (callee === null) {
			rest.push(body[at] ?? "");
			continue;
		}
		const end = closingOf(body, callee.at);
		const speaks = isSpeech(callee.name, body.slice(callee.at + 1, end));
		if (!speaks && !isRefusal(callee.name)) return "working";
		refuses ||= !speaks;
		at = end;
	}
	if (rest.some((each, at) => isWork(each, rest, at))) return "working";
	return refuses || rest.some((each) => isName(each) && errorName.test(each)) ? "refusing" : "idle";
}
/** A call that begins here: `errors.New(`; its name, and the place of its bracket. */
function calleeAt(tokens, from) {
	if (!isName(tokens[from]) || keywords.has(tokens[from] ?? "")) return null;
	let at = from + 1;
	while (tokens[at] === "." && isName(tokens[at + 1])) at += 2;
	return tokens[at] === "(" ? {
		name: tokens.slice(from, at).join(""),
		at
	} : null;
}
function isName(text) {
	return text !== void 0 && /^[\p{L}_]/u.test(text);
}
const keywords = /* @__PURE__ */ new Set([
	"return",
	"if",
	"func",
	"else",
	"var",
	"struct",
	"interface"
]);
const idleWords = /* @__PURE__ */ new Set([
	"return",
	"nil",
	"false",
	"true",
	"_",
	"struct",
	"interface"
]);
const idleSigns = /* @__PURE__ */ new Set([
	",",
	";",
	".",
	"{",
	"}",
	"=",
	"&",
	"-",
	"*",
	"[",
	"]"
]);
/** A word or a sign in a body that a stub does not have. What is assigned to `_` is not used. */
function isWork(each, tokens, at) {
	if (/^["`]/.test(each) || idleWords.has(each)) return false;
	if (/^\d/.test(each)) return !/^0(?:\.0*|x0+)?$/.test(each) && tokens[at - 1] !== "-";
	if (!isName(each)) return !idleSigns.has(each);
	const isType = tokens[at + 1] === "{" && tokens[at + 2] === "}";
	const isQualifier = tokens[at + 1] === ".";
	const isDiscarded = tokens[at - 1] === "=" && tokens[at - 2] === "_";
	return !isType && !isQualifier && !isDiscarded && !errorName.test(each);
}

// src/explain/cgo-swaps.ts
/**
* The packages of a program that are made of other files than with cgo, and what those do. Reads each of them once. The standard
* library is left out: its Go code is complete, but for `plugin`.
*/
var SwapFinder = class {
	#files;
	#texts = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	async find(cell) {
		return (await Promise.all([...reachable(cell.graph, cell.package)].map((path) => this.#swapOf(path, cell)))).flatMap((swap) => swap ?? []);
	}
	async #swapOf(path, { graph, cgoGraph, cgoEnv }) {
		const [here, withCgo] = [graph.get(path), cgoGraph.get(path)];
		if (here === void 0 || withCgo === void 0 || isComplete(here)) return void 0;
		const lost = here.cgoFiles.length === 0 && withCgo.cgoFiles.length > 0;
		if (!lost && cgoEnv.CGO_ENABLED === "1") return void 0;
		const others = here.goFiles.filter((name) => !withCgo.goFiles.includes(name) && !withCgo.cgoFiles.includes(name));
		const texts = await Promise.all(others.map((name) => this.#read(join(here.dir, name))));
		const meant = lost ? texts : texts.filter((text) => text !== void 0 && namesCgo(text));
		if (!lost && meant.length === 0) return void 0;
		return {
			package: path,
			...judge$3(meant)
		};
	}
	#read(path) {
		const text = this.#texts.get(path) ?? this.#files.readText(path);
		this.#texts.set(path, text);
		return text;
	}
};
function isComplete({ standard, importPath }) {
	return standard && importPath !== "plugin";
}
/** Its build constraint asks for cgo, or for its absence. */
function namesCgo(text) {
	return [...text.slice(0, Math.max(0, text.search(/^package /m))).matchAll(/^\/\/(?:go:build|[ \t]*\+build)[ \t].*$/gm)].some(([line]) => /\bcgo\b/.test(line));
}
function judge$3(texts) {
	if (texts.includes(void 0)) return {
		kind: "unknown",
		functions: []
	};
	const kinds = texts.map((text) => classifyFunctions(text ?? ""));
	const all = (kind) => kinds.flatMap((each) => each[kind]);
	const refusing = all("refusing");
	if (refusing.length > 0) return {
		kind: "refusing",
		functions: refusing
	};
	if (all("working").length > 0) return {
		kind: "working",
		functions: []
	};
	return all("idle").length > 0 ? {
		kind: "idle",
		functions: all("idle")
	} : {
		kind: "gone",
		functions: []
	};
}

// src/explain/failure-place.ts
/** At most so many places are looked at: a compiler stops after ten errors, and gcc does not. */
const placeLimit = 50;
/** The first of the errors that is in the caller's own files: where; nowhere without one. */
async function placeOfFailure(planned, errors, { files, workingDirectory }) {
	const base = resolve(workingDirectory);
	for (const named of errors.slice(0, placeLimit)) for (const path of meantPaths(named, planned)) {
		if (!isOwn(path, planned, base) || await files.kindOf(path) !== "file") continue;
		return {
			file: relative(base, path).replaceAll("\\", "/"),
			line: named.line,
			column: named.column
		};
	}
	return nowhere$2;
}
/** The go command names files relative to where it runs; a C compiler runs in the folder of its package. */
function meantPaths({ file, package: path }, { moduleDir, graph }) {
	if (isAbsolute(file)) return [file];
	const dir = path === null ? void 0 : graph.get(path)?.dir;
	return [moduleDir, ...dir === void 0 || dir === "" ? [] : [dir]].map((each) => resolve(each, file));
}
/** In the module, the working directory, or a package of the same repository; not in a dependency or in Go itself. */
function isOwn(path, { graph, moduleDir }, base) {
	return [
		base,
		moduleDir,
		...[...graph.values()].flatMap((each) => each.own && each.dir !== "" ? [each.dir] : [])
	].some((folder) => {
		const below = relative(folder, path);
		return !isAbsolute(below) && !/^\.\.(?:[/\\]|$)/.test(below);
	});
}

// src/go/data/known-packages.ts
const plain$2 = {
	calls: [],
	quietTag: null,
	goTag: null,
	muslTag: null,
	forGlibc: false,
	needsNoCgo: false,
	instead: null,
	needs: null
};
/** Where rules cannot know. Each row was built and looked at; `evidence` says in which version. */
const knownPackages = [
	{
		...plain$2,
		path: "github.com/mattn/go-sqlite3",
		calls: ["dlopen"],
		quietTag: "sqlite_omit_load_extension",
		instead: "modernc.org/sqlite",
		evidence: "v1.14.24, v1.14.28: ld warns of dlopen in unixDlOpen; with the tag it does not. static_mock.go, for builds without cgo, returns errors"
	},
	{
		...plain$2,
		path: "github.com/ebitengine/purego",
		calls: ["dlopen"],
		needsNoCgo: true,
		evidence: "v0.9.1: ld warns of dlopen; linked with musl the call fails: Dynamic loading not supported"
	},
	{
		...plain$2,
		path: "github.com/confluentinc/confluent-kafka-go",
		calls: ["nss", "dlopen"],
		forGlibc: true,
		muslTag: "musl",
		evidence: "v2.6.1: ld warns of dlopen, getaddrinfo, gethostbyname and getpwuid_r in librdkafka_glibc_linux_amd64.a, which asks for setcontext; musl has none, and -tags musl builds and runs"
	},
	{
		...plain$2,
		path: "github.com/coreos/go-systemd/v22/internal/dlopen",
		calls: ["dlopen"],
		evidence: "v22.5.0: ld warns of dlopen; sdjournal loads libsystemd.so.0 by it"
	},
	{
		...plain$2,
		path: "github.com/miekg/pkcs11",
		calls: ["dlopen"],
		evidence: "v1.1.1: ld warns of dlopen in pkcs11.go, which loads the module of the token; without cgo New is undefined"
	},
	{
		...plain$2,
		path: "github.com/gopacket/gopacket/pcap",
		calls: ["nss"],
		evidence: "v1.3.1 with libpcap 1.10.3: ld warns of gethostbyname, getnetbyname_r and getprotobyname_r in libpcap.a"
	},
	{
		...plain$2,
		path: "github.com/valyala/gozstd",
		forGlibc: true,
		muslTag: "musl",
		evidence: "v1.22.0: libzstd_linux_amd64.a asks for __fprintf_chk, which musl has not; -tags musl takes libzstd_linux_musl_amd64.a, builds and runs"
	},
	{
		...plain$2,
		path: "github.com/google/gopacket/pcap",
		calls: ["nss"],
		instead: "github.com/google/gopacket/pcapgo",
		needs: {
			debian: ["libpcap-dev"],
			alpine: ["libpcap-dev"]
		},
		evidence: "v1.1.19 with libpcap 1.10.3: Debian's libpcap.a needs libdbus and libsystemd, which has no static version; without cgo pcapErrorNotActivated is undefined; pcapgo reads and writes files and captures by AF_PACKET, and builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/DataDog/zstd",
		instead: "github.com/klauspost/compress/zstd",
		evidence: "v1.5.6: static with glibc and with musl, and both run; without cgo no file is left. klauspost/compress v1.17.11 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/proglottis/gpgme",
		instead: "github.com/ProtonMail/go-crypto/openpgp",
		needs: {
			debian: ["libgpgme-dev"],
			alpine: ["gpgme-dev"]
		},
		evidence: "v0.1.4 with libgpgme 1.18.0: a static link lacks gpgrt_bsprintf and others of libgpg-error, which #cgo LDFLAGS does not name; gpgme starts the program gpg in any case"
	},
	{
		...plain$2,
		path: "github.com/containers/image/v5/signature",
		goTag: "containers_image_openpgp",
		evidence: "v5.32.2: with the tag it is static without cgo, and runs; without the tag it needs libgpgme.so.11, and does not compile without cgo (undefined: gpgme.Context)"
	},
	{
		...plain$2,
		path: "github.com/seccomp/libseccomp-golang",
		instead: "github.com/elastic/go-seccomp-bpf",
		needs: {
			debian: ["libseccomp-dev"],
			alpine: ["libseccomp-dev", "libseccomp-static"]
		},
		evidence: "v0.10.0 with libseccomp 2.5.4: static with Debian's libseccomp.a, and runs; without cgo no file is left. go-seccomp-bpf v1.5.0 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/google/gousb",
		needs: {
			debian: ["libusb-1.0-0-dev", "pkg-config"],
			alpine: ["libusb-dev"]
		},
		evidence: "v1.1.3 with libusb 1.0.26: Debian's libusb-1.0.a needs libudev (udev_device_get_action), which has no static version; without cgo Milliamperes is undefined"
	},
	{
		...plain$2,
		path: "github.com/zondax/hid",
		needs: {
			debian: [],
			alpine: ["linux-headers"]
		},
		evidence: "v0.9.2: static with glibc, and runs; Debian's musl-gcc lacks linux/types.h; without cgo Supported returns false and nothing else says so"
	},
	{
		...plain$2,
		path: "github.com/karalabe/hid",
		needs: {
			debian: [],
			alpine: ["linux-headers"]
		},
		evidence: "v1.0.1-0.20240306101548-573246063e52: as github.com/zondax/hid, whose C code it is; Debian's musl-gcc lacks linux/magic.h"
	},
	{
		...plain$2,
		path: "github.com/pebbe/zmq4",
		calls: ["nss"],
		instead: "github.com/go-zeromq/zmq4",
		needs: {
			debian: ["libzmq3-dev", "pkg-config"],
			alpine: ["zeromq-dev"]
		},
		evidence: "v1.2.11 with libzmq 4.3.4: ld warns of getaddrinfo, getgrgid and getpwuid in libzmq.a, which needs the C++ library that nobody names (std::nothrow). go-zeromq/zmq4 v0.17.0 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/NVIDIA/go-nvml",
		calls: ["dlopen"],
		forGlibc: true,
		evidence: "v0.12.4-0: ld warns of dlopen in pkg/dl, which loads libnvidia-ml.so.1 of the driver; with musl dl_linux.go does not compile (RTLD_DEEPBIND)"
	},
	{
		...plain$2,
		path: "github.com/yalue/onnxruntime_go",
		calls: ["dlopen"],
		evidence: "v1.13.0: ld warns of dlopen, by which it loads libonnxruntime.so; with musl the call always fails; without cgo no file is left"
	},
	{
		...plain$2,
		path: "github.com/alexbrainman/odbc",
		calls: ["dlopen", "nss"],
		needs: {
			debian: ["unixodbc-dev"],
			alpine: ["unixodbc-dev"]
		},
		evidence: "v0.0.0-20250601004241-49e6b2bc0cf0 with unixODBC 2.3.11: the driver manager loads drivers by lt_dlopen, which a static link does not find; ld warns of getpwuid_r"
	},
	{
		...plain$2,
		path: "github.com/bytecodealliance/wasmtime-go",
		calls: ["dlopen", "nss"],
		forGlibc: true,
		instead: "github.com/tetratelabs/wazero",
		evidence: "v25.0.0: ld warns of dlopen (profilers), getaddrinfo and getpwuid_r in libwasmtime.a, and the program runs; with musl gnu_get_libc_version and __res_init are undefined. wazero v1.8.2 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/ebitengine/oto",
		calls: ["dlopen"],
		needs: {
			debian: ["libasound2-dev", "pkg-config"],
			alpine: ["alsa-lib-dev"]
		},
		evidence: "v3.3.1 with alsa-lib 1.2.8: Debian has no static libasound, which loads its plug-ins by dlopen; without cgo context is undefined"
	},
	{
		...plain$2,
		path: "github.com/gen2brain/malgo",
		calls: ["dlopen"],
		evidence: "v0.11.23: ld warns of dlopen in ma_dlopen, by which miniaudio loads ALSA, PulseAudio and JACK; with musl the call always fails"
	},
	{
		...plain$2,
		path: "libvirt.org/go/libvirt",
		instead: "github.com/digitalocean/go-libvirt",
		needs: {
			debian: ["libvirt-dev", "pkg-config"],
			alpine: ["libvirt-dev"]
		},
		evidence: "v1.10003.0 with libvirt 9.0.0: Debian has no static libvirt; with -tags libvirt_dlopen it is static and loads libvirt.so.0 by dlopen, which with musl always fails"
	},
	{
		...plain$2,
		path: "github.com/h2non/bimg",
		needs: {
			debian: ["libvips-dev", "pkg-config"],
			alpine: ["vips-dev"]
		},
		evidence: "v1.1.4 with libvips 8.14.1: Debian has no static libvips; without cgo Gravity is undefined"
	},
	{
		...plain$2,
		path: "github.com/godror/godror",
		calls: ["dlopen"],
		instead: "github.com/sijms/go-ora/v2",
		evidence: "v0.44.8: ld warns of dlopen in dpiOci__loadLibWithName, by which it loads libclntsh.so; with musl the call always fails; without cgo VersionInfo is undefined. go-ora v2.8.22 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/libgit2/git2go",
		instead: "github.com/go-git/go-git/v5",
		needs: {
			debian: ["libgit2-dev", "pkg-config"],
			alpine: ["libgit2-dev"]
		},
		evidence: "v34.0.0 with libgit2 1.5.1: Debian's libgit2.a needs libz and others that only pkg-config --static names, and libssh2.a then libgssapi, which nothing names; without cgo RegisteredSmartTransport is undefined. go-git v5.12.0 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/linxGnu/grocksdb",
		needs: {
			debian: ["librocksdb-dev"],
			alpine: ["rocksdb-dev"]
		},
		evidence: "v1.7.10 with rocksdb 7.8.3: Debian's librocksdb.a needs libbz2 and others, which #cgo LDFLAGS does not name; without cgo NewDefaultOptions is undefined"
	},
	{
		...plain$2,
		path: "github.com/ceph/go-ceph",
		needs: {
			debian: [
				"librados-dev",
				"librbd-dev",
				"libcephfs-dev"
			],
			alpine: []
		},
		evidence: "v0.15.0 with librados 16.2.15: Debian has no static librados; without cgo Version is undefined"
	},
	{
		...plain$2,
		path: "github.com/veandco/go-sdl2",
		needs: {
			debian: ["libsdl2-dev"],
			alpine: ["sdl2-dev"]
		},
		evidence: "v0.4.40 with SDL 2.26.5: Debian's libSDL2.a needs libm and others, which #cgo LDFLAGS does not name; without cgo GetPlatform is undefined"
	},
	{
		...plain$2,
		path: "github.com/webview/webview_go",
		needs: {
			debian: ["libwebkit2gtk-4.0-dev", "pkg-config"],
			alpine: []
		},
		evidence: "v0.0.0-20240831120633-6173450d4dd6 with WebKitGTK 2.50.6: Debian has no static libwebkit2gtk-4.0; without cgo no file is left"
	},
	{
		...plain$2,
		path: "rogchap.com/v8go",
		evidence: "v0.9.0: static with glibc, by the libv8.a that it brings; it is C++, and without cgo Version is undefined"
	},
	{
		...plain$2,
		path: "github.com/wasmerio/wasmer-go",
		instead: "github.com/tetratelabs/wazero",
		evidence: "v1.0.4: it brings libwasmer.so and no static library; without cgo NewEngine is undefined. wazero v1.8.2 builds without cgo"
	},
	{
		...plain$2,
		path: "github.com/mutecomm/go-sqlcipher",
		calls: ["dlopen"],
		quietTag: "sqlite_omit_load_extension",
		evidence: "v4.4.2: ld warns of dlopen in unixDlOpen; with the tag it does not, and with glibc and musl the file is static; without cgo ErrAbort is undefined"
	},
	{
		...plain$2,
		path: "github.com/marcboeker/go-duckdb",
		calls: ["nss", "dlopen"],
		forGlibc: true,
		evidence: "v1.8.3: ld warns of dlopen, getaddrinfo and getpwuid in libduckdb.a, which asks for __vsnprintf_chk, and musl has none; without cgo conn is undefined"
	}
];

// src/go/known-packages.ts
/** The rows of packages that are among these. */
function knownAmong(packages) {
	return knownPackages.filter(({ path }) => packages.some(({ importPath }) => importPath === path || importPath.startsWith(`${path}/`)));
}
function withCgo(packages) {
	return packages.filter(({ cgoFiles }) => cgoFiles.length > 0);
}
/** The packages that musl cannot link as they are built: they bring a library for glibc, and the tag that takes one for musl is not set, or none. */
function withoutMusl(packages, flags) {
	const tags = new Set(tagsOf(flags));
	return knownAmong(withCgo(packages)).filter(({ forGlibc, muslTag }) => forGlibc && (muslTag === null || !tags.has(muslTag)));
}
/** How to do without the C code of packages, in words: the tag that leaves it out, or what does the same in Go; empty where nothing is known. */
function waysWithoutC(packages, flags) {
	const tags = new Set(tagsOf(flags));
	const byTag = knownAmong(packages).flatMap(({ path, goTag }) => goTag === null || tags.has(goTag) ? [] : [`build with -tags ${goTag}, under which ${path} needs no C code`]);
	const byOther = knownAmong(withCgo(packages)).flatMap(({ path, instead }) => instead === null ? [] : [`use ${instead} in place of ${path}, which needs no C code`]);
	return [...byTag, ...byOther];
}
/** The packages of a distribution with the C libraries that a program is compiled against, sorted; what is not known is not there. */
function systemPackages(packages, distribution) {
	const names = knownAmong(withCgo(packages)).flatMap(({ needs }) => needs === null ? [] : needs[distribution]);
	return [...new Set(names)].toSorted();
}
/** The packages whose C code makes a call, as long as no tag leaves it out. */
function callersOf(call, packages, flags) {
	const tags = new Set(tagsOf(flags));
	const known = [...knownAmong(withCgo(packages)), ...knownAmong(packages).filter(({ needsNoCgo }) => needsNoCgo)];
	return [...new Set(known)].filter(({ calls, quietTag }) => calls.includes(call) && (quietTag === null || !tags.has(quietTag)));
}
/** The tags that leave a call out, where there is one for each package that makes it; undefined where one has none. */
function quietTags(call, packages, flags) {
	const tags = callersOf(call, packages, flags).map(({ quietTag }) => quietTag);
	const known = tags.filter((tag) => tag !== null);
	return known.length === 0 || known.length < tags.length ? void 0 : [...new Set(known)];
}

// src/inspect/go-buildinfo-compare.ts
/**
* Where a file's own record contradicts what was asked: a sentence for each. What was not recorded contradicts nothing:
* Go up to 1.17 records no settings, Go 1.19 no -buildmode. The sentences hold text of the file.
*/
function compareBuildInfo(info, expected) {
	return [...[
		{
			key: "GOOS",
			asked: expected.goos
		},
		{
			key: "GOARCH",
			asked: expected.goarch
		},
		{
			key: "CGO_ENABLED",
			asked: expected.cgoEnabled
		},
		{
			key: "-buildmode",
			asked: expected.buildmode === "default" ? null : expected.buildmode
		}
	].flatMap((pair) => {
		const recorded = info.settings[pair.key];
		return pair.asked === null || recorded === void 0 || recorded === pair.asked ? [] : [`its build info records ${pair.key}=${shorten(recorded)}, but ${pair.asked} was asked for`];
	}), ...compareTags(info, expected.tags)];
}
function compareTags(info, expected) {
	if (expected === null || info.settings["-compiler"] === void 0) return [];
	const recorded = (info.settings["-tags"] ?? "").split(",").filter((tag) => tag !== "");
	const missing = expected.filter((tag) => !recorded.includes(tag));
	const added = recorded.filter((tag) => !expected.includes(tag));
	return [...missing.length > 0 ? [`its build info does not record the build tags ${shorten(missing.join(","))}`] : [], ...added.length > 0 ? [`its build info records the build tags ${shorten(added.join(","))}, which were not asked for`] : []];
}
const MAX_VALUE = 200;
function shorten(value) {
	return value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
}

// src/explain/facts.ts
/** A finding with the level of its kind, and that no import is to blame for, unless `more` says otherwise. */
function finding(kind, [message, fix], more = {}) {
	const packages = more.about == null ? [] : [more.about];
	return {
		kind,
		level: catalog[kind].level,
		message,
		fix,
		about: null,
		packages,
		...more
	};
}
/** The linkage that is, else the one that will be. */
function kindOf({ inspection, context }) {
	return inspection === null ? context?.prediction.linkage.kind ?? null : inspection.linkage.kind;
}
function modeOf({ inspection, context }) {
	return inspection === null ? context?.prediction.link.mode ?? "unknown" : inspection.linkMode;
}
function isStatic(facts) {
	const kind = kindOf(facts);
	return kind === "static" || kind === "static-pie";
}
function isDynamic(facts) {
	return kindOf(facts) === "dynamic";
}
/** Dynamic for the loader alone. */
function isLoaderOnly({ inspection, context }) {
	return inspection === null ? context?.prediction.linkage.loaderOnly ?? false : inspection.linkage.loaderOnly;
}

// src/explain/platform-of-file.ts
/** GOOS of a format whose programs few systems start; every other GOOS has ELF. */
const formats = {
	aix: "xcoff",
	darwin: "macho",
	ios: "macho",
	js: "wasm",
	plan9: "plan9",
	wasip1: "wasm",
	windows: "pe"
};
const usual = {
	elf: "linux",
	macho: "darwin",
	pe: "windows",
	plan9: "plan9",
	xcoff: "aix"
};
/**
* The GOOS of a file that something else built: the recorded one, unless the file is of a format that no such system
* starts; then, and without a record, the usual one of its format. null for a format that says nothing.
*/
function goosOf({ format, go }) {
	const recorded = go?.settings.GOOS ?? "";
	return /^[a-z0-9]+$/.test(recorded) && (formats[recorded] ?? "elf") === format ? recorded : usual[format ?? ""] ?? null;
}
/** GOARCH by the file's header; "amd64+arm64" for a universal file, null for a machine that Go does not build for. */
function goarchOf({ machine, slices }) {
	return machine ?? (slices.length > 0 ? slices.join("+") : null);
}

// src/explain/detect/artifact-findings.ts
/** What an artifact says of itself, whoever built it. */
const artifactDetectors = [
	notJudged,
	refused,
	storeLoader,
	runpath,
	androidLibc,
	buildInfoMismatch,
	glibcFloor,
	muslLoader,
	otherLibc
];
function notJudged({ inspection }) {
	const linkage = inspection && linkageOf(inspection);
	if (linkage === null) return void 0;
	const { kind, reason } = linkage;
	if (kind !== "unreadable" && kind !== "packed") return void 0;
	return finding(kind, [reason ?? "the file could not be judged", kind === "packed" ? "check the file before it is packed" : null]);
}
function refused({ proof }) {
	if (proof?.result !== "refused") return void 0;
	return finding("refused", [`started in an empty root it failed: ${proof.detail}`, "start it by hand in an empty root (chroot, or an image FROM scratch) and look at what is missing"]);
}
/** Nix and Guix builds name a loader and libraries that exist in their own store only. */
function storeLoader({ inspection }) {
	const interpreter = inspection?.linkage.interpreter ?? null;
	if (interpreter === null || !/^\/(?:nix|gnu)\/store\//.test(interpreter)) return void 0;
	return finding("store-loader", [`its loader is ${interpreter}, which only the machine that built it has`, "build it static, or outside Nix or Guix, or change the loader with patchelf --set-interpreter"]);
}
function runpath({ inspection }) {
	const foreign = (inspection?.linkage.runpath ?? []).flatMap((text) => text.split(":")).filter((path) => !path.startsWith("$ORIGIN") && !path.startsWith("${ORIGIN}") && !/^\/(?:usr\/)?(?:lib|local\/lib)/.test(path)).filter((path) => !path.startsWith("@"));
	if (foreign.length === 0) return void 0;
	return finding("runpath", [`it looks for libraries in ${listed(foreign.map((path) => path === "" ? "the current folder" : path))}`, "drop -Wl,-rpath (for Go's own linker: -r) from the linker flags, or make it relative to $ORIGIN"]);
}
/** Go before go1.22 built "for Android" with whatever C compiler it found (trap measured with go1.19). */
function androidLibc({ inspection, context }) {
	const goos = context?.cell.platform.goos ?? inspection?.go?.settings.GOOS;
	const interpreter = inspection?.linkage.interpreter ?? null;
	if (goos !== "android" || interpreter === null || interpreter.startsWith("/system/")) return void 0;
	return finding("android-libc", [`it is built for Android, and its loader is ${interpreter}, which no Android has`, "set CC to the clang of the Android NDK for this architecture"]);
}
function buildInfoMismatch({ inspection, context }) {
	if (inspection?.go == null) return void 0;
	const { settings } = inspection.go;
	const cell = context?.cell;
	const flag = (name) => cell?.flags.findLast((each) => each.name === name)?.value ?? null;
	const tags = flag("-tags");
	const ofSlice = inspection.slices.find((machine) => machine === settings.GOARCH);
	const expected = {
		goos: cell?.platform.goos ?? goosOf(inspection) ?? "",
		goarch: cell?.platform.goarch ?? ofSlice ?? goarchOf(inspection) ?? settings.GOARCH ?? "",
		cgoEnabled: cell?.strategy.env.CGO_ENABLED === "0" ? "0" : null,
		buildmode: flag("-buildmode"),
		tags: tags === null ? null : splitTags(tags)
	};
	const contradictions = compareBuildInfo(inspection.go, expected);
	if (contradictions.length === 0) return void 0;
	return finding("build-info", [contradictions.join("; "), "look for another build that writes to the same file, and for flags in go env and GOFLAGS"]);
}
const olderSystems = [
	["2.17", "RHEL 7"],
	["2.26", "Amazon Linux 2"],
	["2.28", "Debian 10, RHEL 8"],
	["2.31", "Debian 11, Ubuntu 20.04"],
	["2.34", "RHEL 9, Amazon Linux 2023"],
	["2.35", "Ubuntu 22.04"],
	["2.36", "Debian 12"],
	["2.39", "Ubuntu 24.04"],
	["2.41", "Debian 13"]
];
function glibcFloor({ inspection }) {
	const floor = inspection?.linkage.minGlibc ?? null;
	if (floor === null) return void 0;
	const tooOld = olderSystems.findLast(([glibc]) => minorOf$1(glibc) < minorOf$1(floor));
	const nowhere = tooOld === void 0 ? "" : `: it does not start on ${tooOld[1]} or older`;
	return finding("glibc-floor", [`it needs glibc ${floor} or newer${nowhere}`, "build it static, or on the oldest system that it has to run on"]);
}
function minorOf$1(version) {
	return Number(version.split(".")[1] ?? 0);
}
function muslLoader({ inspection }) {
	const linkage = inspection?.linkage;
	if (linkage?.kind !== "dynamic" || linkage.libc !== "musl") return void 0;
	return finding("musl-loader", [`it needs musl's loader ${linkage.interpreter ?? ""}: it starts on Alpine and hardly anywhere else`, "add -linkmode=external -extldflags=-static to -ldflags, which musl links without hazards"]);
}
/** The build asked for musl, and the file holds or needs glibc: Go links with CXX as soon as a package has C++, whatever CC is. */
function otherLibc({ inspection, context }) {
	if (context === null || !wantsMusl(context.cell)) return void 0;
	const { cell } = context;
	const isCxx = hasCxx(cell.graph, cell.package);
	const cxx = mixedCxx(cell, context.settings.env);
	const isExpected = inspection === null && context.prediction.link.mode === "external" && cxx !== null;
	if (inspection?.linkage.libc !== "glibc" && !isExpected) return void 0;
	const wanted = cell.strategy.needs === "musl" ? `the strategy ${cell.strategy.name} asks` : `CC=${cell.cgoEnv.CC} asks`;
	return finding("other-libc", [isExpected ? `${wanted} for musl, and Go links C++ with ${cxx}, which does not look like a compiler for musl` : `${wanted} for musl, and the file is linked against glibc${isCxx ? ": it has C++, and Go links C++ with CXX and not with CC" : ""}`, isCxx ? "set CXX to a C++ compiler for musl (musl-g++, x86_64-linux-musl-g++, zig c++ -target …-linux-musl), or drop CC" : "set CC to a compiler that links against musl, and look for linker flags that name glibc's folders"]);
}
function wantsMusl({ strategy, cgoEnv }) {
	return strategy.needs === "musl" || cgoEnv.CC.includes("musl");
}

// src/predict/platform-rules.ts
/** The port is linked externally whatever the program holds. */
function mustLinkExternally({ goos, goarch }) {
	return goos === "android" && goarch !== "arm64" || goos === "ios" && goarch === "arm64";
}
const NEVER = Infinity;
const linksCgoSince = {
	"aix/ppc64": NEVER,
	"linux/ppc64": 27,
	"windows/arm64": 26,
	loong64: 25,
	mips: NEVER,
	mipsle: NEVER,
	mips64: NEVER,
	mips64le: NEVER,
	ppc64: 22,
	riscv64: 22
};
/** With cgo code inside, the port is linked externally. */
function mustLinkCgoExternally(port) {
	if (port.goos === "android" || port.goos === "dragonfly") return true;
	return port.minor < (linksCgoSince[`${port.goos}/${port.goarch}`] ?? linksCgoSince[port.goarch] ?? 0);
}
const linksPieSince = {
	"android/arm64": 0,
	"darwin/amd64": 0,
	"darwin/arm64": 0,
	"linux/amd64": 0,
	"linux/arm64": 0,
	"linux/loong64": 25,
	"linux/ppc64": 27,
	"linux/ppc64le": 0,
	"linux/s390x": 27,
	"windows/386": 0,
	"windows/amd64": 0,
	"windows/arm": 0,
	"windows/arm64": 0
};
/** The internal linker makes position-independent executables for the port. */
function linksPieInternally(port) {
	return port.minor >= (linksPieSince[`${port.goos}/${port.goarch}`] ?? NEVER);
}
/** `go build` makes a position-independent executable without being asked. */
function isPieByDefault({ minor, goos, goarch }, race) {
	if (goos === "windows") return !race;
	if (goos === "darwin") return goarch === "arm64" || minor >= 22;
	return goos === "android" || goos === "ios";
}
/** Where a program can do without any shared library. On the others libc, or its like, is the system's interface. */
function canBeStatic(goos) {
	return goos === "linux" || goos === "freebsd" || goos === "netbsd" || goos === "dragonfly";
}

// src/go/internal-packages.ts
/**
* The packages whose cgo code Go's internal linker can link itself: `internalpkg` in cmd/link/internal/ld/lib.go, go1.19 to
* go1.27.
*/
const internallyLinked = /* @__PURE__ */ new Set([
	"crypto/internal/boring",
	"crypto/internal/boring/syso",
	"crypto/x509",
	"net",
	"os/user",
	"runtime/cgo",
	"runtime/race",
	"runtime/race/internal/amd64v1",
	"runtime/race/internal/amd64v3",
	"runtime/msan",
	"runtime/asan"
]);
/** Whether cmd/link links the package's C code itself. On DragonFly it cannot for two of them. */
function isLinkedInternally(importPath, goos) {
	const excluded = goos === "dragonfly" && (importPath === "net" || importPath === "os/user");
	return internallyLinked.has(importPath) && !excluded;
}

// src/explain/detect/cgo-findings.ts
const causeDetectors = [
	packageCgo,
	stdCgo,
	dynamicImport,
	linkedLibraries,
	dynamic
];
function needs({ inspection }) {
	const needed = inspection?.linkage.needed ?? [];
	return needed.length === 0 ? "it needs the C library" : `it needs ${listed(needed)}`;
}
function usersOf(facts, which) {
	const isStd = (path) => isLinkedInternally(path, "linux") || path === "plugin";
	return facts.users.map((user) => user.package).filter((path) => isStd(path) === (which === "std"));
}
/** -race and its like have a finding of their own; without cgo they do not build at all. */
function isSanitized({ context }) {
	const linkFacts = context?.prediction.facts;
	return linkFacts?.race === true || linkFacts?.msan === true || linkFacts?.asan === true;
}
/** Only net, os/user or plugin: there is Go code for the first two. */
function stdCgo(facts) {
	const names = usersOf(facts, "std");
	if (!isDynamic(facts) || isSanitized(facts) || names.length === 0 || usersOf(facts, "others").length > 0) return void 0;
	const fix = names.includes("plugin") ? "only a dynamic program opens plugins; if it opens none, build with CGO_ENABLED=0" : "build with CGO_ENABLED=0, or with -tags netgo,osusergo";
	const message = `${needs(facts)}, because ${listed(names)} ${verb(names)} cgo`;
	return finding("std-cgo", [message, fix], {
		about: names[0] ?? null,
		packages: names
	});
}
function packageCgo(facts) {
	const names = usersOf(facts, "others");
	if (!isDynamic(facts) || names.length === 0) return void 0;
	const all = [...names, ...usersOf(facts, "std")];
	const message = `${needs(facts)}, because ${listed(all)} ${verb(all)} cgo`;
	const fix = [canMakeStatic(facts) ? `add -linkmode=external -extldflags=-static to -ldflags${muslAdvice(facts)}` : shipAlong, ...withoutC(facts)].join(", or ");
	return finding("package-cgo", [message, fix], {
		about: names[0] ?? null,
		packages: all
	});
}
/** How to do without the C code: what is known of the packages, else what is true of all. */
function withoutC({ context }) {
	const ways = context === null ? [] : waysWithoutC(context.prediction.facts.packages, context.cell.flags);
	return ways.length > 0 ? ways : ["replace the package by one without cgo"];
}
function canMakeStatic({ context }) {
	return context === null || canBeStatic(context.cell.platform.goos);
}
/** What helps where no program is static, and a library of somebody else can be linked into it all the same. */
const shipAlong = "link the static version of the library (libX.a), or ship the library along";
/** musl-gcc is for C alone: Go links a program with C++ by CXX, and a C++ compiler for musl is rare. */
function muslAdvice({ context }) {
	if (context?.cell.platform.goos !== "linux") return "";
	const { cell } = context;
	return hasCxx(cell.graph, cell.package) ? "" : ", best with musl (CC=musl-gcc)";
}
/** `//go:cgo_import_dynamic`: C libraries without cgo, as purego does it. */
function dynamicImport(facts) {
	const imports = facts.context?.prediction.dynamicImports ?? [];
	if (!isDynamic(facts) || imports.length === 0) return void 0;
	const names = imports.map((each) => each.package);
	const libraries = [...new Set(imports.flatMap((each) => each.libraries))].toSorted();
	return finding("dynamic-import", [`${listed(names)} ${names.length > 1 ? "load" : "loads"} C libraries without cgo (${listed(libraries)}): CGO_ENABLED=0 does not make this program static`, "replace the package, or ship the program for systems that have these libraries"], { packages: names });
}
/** `-lX` that a package names and that came in as a shared library. */
function linkedLibraries(facts) {
	if (!isDynamic(facts) || facts.inspection === null) return void 0;
	const { needed } = facts.inspection.linkage;
	const owners = (facts.context?.prediction.facts.packages ?? []).flatMap(({ importPath, standard, cgoLdflags }) => standard ? [] : cgoLdflags.filter((flag) => flag.startsWith("-l")).map((flag) => needed.find((library) => library.startsWith(`lib${flag.slice(2)}.so`))).filter((library) => library !== void 0 && !/^lib(?:c|m|dl|pthread|rt|resolv)\.so/.test(library)).map((library) => ({
		importPath,
		library: library ?? ""
	})));
	const [first] = owners;
	if (first === void 0) return void 0;
	const libraries = [...new Set(owners.map(({ library }) => library))];
	const packages = [...new Set(owners.map(({ importPath }) => importPath))];
	const message = `${listed(libraries)} ${libraries.length > 1 ? "come" : "comes"} from the #cgo LDFLAGS of ${listed(packages)}: machines without it cannot start the program`;
	const fix = canMakeStatic(facts) ? "link the library statically (-linkmode=external -extldflags=-static, with its static version installed), or ship it along" : shipAlong;
	return finding("linked-libraries", [message, fix], {
		level: "warning",
		about: first.importPath,
		packages
	});
}
function dynamic(facts) {
	const { users, context } = facts;
	const isKnown = users.length > 0 || isSanitized(facts) || (context?.prediction.dynamicImports.length ?? 0) > 0;
	if (!isDynamic(facts) || isLoaderOnly(facts) || isKnown) return void 0;
	const fix = modeOf(facts) === "external" && canMakeStatic(facts) ? "drop what asks for the external linker, or add -extldflags=-static" : null;
	return finding("dynamic", [`${needs(facts)}${whyWithoutCgo(facts)}`, fix]);
}
/** No package uses cgo: what else made it dynamic. */
function whyWithoutCgo({ inspection, context }) {
	if (context === null) return "";
	const { link, linkage } = context.prediction;
	if (!(inspection === null || linkage.kind === "dynamic" && inspection.linkMode === link.mode)) return ", though no package uses cgo";
	return `: ${link.mode === "external" && link.reasons[0] !== void 0 ? `${link.reasons[0]}, and ` : ""}${linkage.because}`;
}

// src/explain/detect/hazard-findings.ts
const hazardDetectors = [
	crashAtStart,
	selfRelocation,
	nss,
	dlopen,
	stub,
	replacement,
	boringCrypto,
	hostFiles
];
const dropExternal = "drop what asks for the external linker (-linkmode=external, GO_EXTLINK_ENABLED=1): without cgo Go links statically by itself";
/**
* An external link without runtime/cgo: nothing sets up thread-local storage, and glibc's start-up code dies (go1.19 to go1.27;
* with musl the same program was measured to run).
*/
function crashAtStart(facts) {
	const { inspection, context, output } = facts;
	if (!isStatic(facts)) return void 0;
	if (inspection === null) {
		if (context?.prediction.linkage.crashes !== true) return void 0;
		return finding("crash-at-start", ["the external linker gets it without runtime/cgo: it will die at start", dropExternal]);
	}
	const { linkage, go, linkMode, usesRuntimeCgo } = inspection;
	if (linkage.libc === "musl" || context?.cell.strategy.needs === "musl") return void 0;
	if (lacksRuntimeCgo(output)) return finding("crash-at-start", ["the linker printed “loadinternal: cannot find runtime/cgo”: the binary is static and dies with SIGTRAP at start", dropExternal]);
	if (!(go !== null && linkMode === "external" && linkage.libc === "glibc" && usesRuntimeCgo === false)) return void 0;
	return finding("crash-at-start", ["the external linker made it without runtime/cgo: it dies with SIGTRAP at start", dropExternal]);
}
/** src/inspect/elf-relocator.ts has what was looked for. */
function selfRelocation({ inspection }) {
	if (inspection?.linkage.hazards.includes("relocation") !== true) return void 0;
	return finding("self-relocation", ["it is a static PIE, and its code does not show that it relocates itself: if nothing does, it crashes at start", "link with -static-pie, which brings the start code for it (rcrt1.o), or without -pie; and start it once, with the input prove"]);
}
/** Lookups of hosts and users that are not Go's own code, from net and os/user or from the C code of another package. */
function nss(facts) {
	if (!isStatic(facts)) return void 0;
	const why = facts.inspection === null ? expectedLookups(facts) : foundLookups(facts);
	if (why === null) return void 0;
	const message = `it loads NSS libraries of the machine's own glibc at run time: ${why}`;
	return finding("nss", [message, nssFix(facts)], { about: lookupPackage(facts) });
}
/** net or os/user, where they use cgo in this build. */
function lookupPackage({ users }) {
	return users.find((user) => user.package === "net" || user.package === "os/user")?.package ?? null;
}
/** The packages with C code of their own, nearest first. */
function cPackages({ users }) {
	return users.map((user) => user.package).filter((path) => !isLinkedInternally(path, "linux") && path !== "plugin");
}
function nssFix(facts) {
	const { packages = [] } = facts.context?.prediction.facts ?? {};
	const flags = facts.context?.cell.flags ?? [];
	const known = callersOf("nss", packages, flags).map(({ path }) => path);
	const inC = known.length > 0 ? known : cPackages(facts);
	const [foreign] = withoutMusl(packages, flags);
	const musl = foreign?.muslTag == null ? "link against musl" : `link against musl with -tags ${foreign.muslTag}`;
	if (lookupPackage(facts) === null && inC.length > 0) return foreign?.muslTag === null ? `ship a dynamic program: ${foreign.path} is for glibc alone, and tags do not change what the C code of ${listed(inC)} calls` : `${musl}: ${foreign === void 0 ? "" : "other "}tags do not change what the C code of ${listed(inC)} calls`;
	const tags = `add -tags netgo,osusergo (other cgo code stays), or ${musl}`;
	return inC.length === 0 ? tags : `${tags}, which is what helps if the C code of ${listed(inC)} looks up names as well`;
}
/** What the sources show before a build. Which C library it will be is the compiler's business; only musl's says so by its name. */
function expectedLookups(facts) {
	const { context } = facts;
	if (context?.prediction.link.mode !== "external" || context.prediction.facts.cgoEnv.CC.includes("musl")) return null;
	const about = lookupPackage(facts);
	if (about !== null) return `${about} calls glibc's lookups`;
	const [known] = callersOf("nss", context.prediction.facts.packages, context.cell.flags);
	return known === void 0 ? null : `the C code of ${known.path} calls glibc's lookups`;
}
function foundLookups({ inspection, output }) {
	const functions = staticGlibcWarnings(output).filter((name) => name !== "dlopen");
	if (functions.length > 0) return `the linker warns of ${listed(functions)}`;
	return inspection?.linkage.hazards.includes("nss") === true ? "the file holds glibc's NSS code" : null;
}
function dlopen(facts) {
	if (!isStatic(facts)) return void 0;
	if (facts.users.some((user) => user.package === "plugin")) return finding("dlopen", ["it opens plugins, which no static program can", "a program that opens plugins has to be dynamic"], { about: "plugin" });
	const { context, inspection, output } = facts;
	const [known] = context === null ? [] : callersOf("dlopen", context.prediction.facts.packages, context.cell.flags);
	const isMusl = inspection?.linkage.hazards.includes("dlopen") === true;
	if (!isMusl && !staticGlibcWarnings(output).includes("dlopen") && known === void 0) return void 0;
	const subject = known === void 0 ? "it" : known.path;
	const libc = inspection === null ? null : inspection.linkage.libc;
	const outcome = isMusl || libc === "musl" ? "which always fails in a program that is linked statically against musl" : "which in a static program works only beside exactly the glibc it was linked with, and never with musl";
	const user = facts.users.find((each) => each.package === known?.path)?.package ?? cPackages(facts)[0] ?? null;
	return finding("dlopen", [`${subject} calls dlopen, ${outcome}`, dlopenFix(known)], { about: user });
}
function dlopenFix(known) {
	const ways = [...known?.quietTag == null ? [] : [`build with -tags ${known.quietTag}, which leaves the call out`], ...known?.instead == null ? [] : [`use ${known.instead}, which needs no C code`]];
	if (ways.length > 0) return ways.join(", or ");
	return "build the C code without its plug-in or extension loader, or ship a dynamic program with the libraries that it loads";
}
/** Packages whose other files only return errors, do nothing, or cannot be read. */
function stub({ swaps }) {
	const stubs = swaps.filter(({ kind }) => kind !== "working");
	if (stubs.length === 0) return void 0;
	const ways = knownPackages.filter(({ path, instead }) => instead !== null && stubs.some((each) => each.package === path)).map(({ instead }) => `use ${instead ?? ""}, which needs no C code`);
	return finding("stub", [`without cgo ${stubs.map(describeStub).join("; ")}`, [...ways, "keep cgo on, or run the program's tests with CGO_ENABLED=0 before you ship this build"].join(", or ")], { packages: stubs.map((each) => each.package) });
}
function describeStub({ package: path, kind, functions }) {
	const [first = ""] = functions;
	const more = functions.length > 1 ? ` and ${functions.length - 1} more` : "";
	switch (kind) {
		case "refusing": return `${path} is a stub: ${first}${more} only ${functions.length > 1 ? "return" : "returns"} an error or ${functions.length > 1 ? "panic" : "panics"}`;
		case "idle": return `${path} is a stub: ${first}${more} ${functions.length > 1 ? "do" : "does"} nothing`;
		case "gone": return `${path} leaves its cgo files out, and nothing takes their place`;
		default: return `${path} compiles other code, which may only return errors`;
	}
}
/** Go code that does the work of C: worth knowing, and nothing against the build. */
function replacement({ swaps }) {
	const names = swaps.filter(({ kind }) => kind === "working").map((swap) => swap.package);
	if (names.length === 0) return void 0;
	const message = `without cgo ${listed(names)} ${names.length > 1 ? "compile" : "compiles"} working Go code in place of C code`;
	return finding("replacement", [message, null], {
		about: names[0] ?? null,
		packages: names
	});
}
/** GOEXPERIMENT=boringcrypto asks for certified cryptography, which is C: without cgo Go's own takes its place, silently. */
function boringCrypto({ context }) {
	if (context === null || context.cell.cgoEnv.CGO_ENABLED === "1") return void 0;
	if (!(context.settings.env.GOEXPERIMENT?.split(",").includes("boringcrypto") ?? false)) return void 0;
	return finding("boringcrypto", ["GOEXPERIMENT=boringcrypto asks for BoringCrypto, and with cgo off Go compiles its own cryptography instead", "build with CGO_ENABLED=1, or with Go 1.24 and newer use GOFIPS140, which needs no cgo"]);
}
/** Static is not self-contained: Go looks for these in well-known places of the machine. */
function hostFiles({ inspection }) {
	const files = inspection?.hostFiles ?? [];
	if (files.length === 0) return void 0;
	const fixes = {
		"time zones": "import time/tzdata (or -tags timetzdata)",
		"CA certificates": "copy /etc/ssl/certs/ca-certificates.crt into the image"
	};
	return finding("host-files", [`it reads ${listed(files)} from the machine, and an image FROM scratch has none`, listed(files.map((file) => fixes[file]))]);
}

// src/predict/predict-link-mode.ts
/** The packages with cgo code, nearest first. runtime/cgo only serves the others. */
function cgoPackages({ packages }) {
	return packages.filter(({ importPath, cgoFiles }) => cgoFiles.length > 0 && importPath !== "runtime/cgo").map(({ importPath }) => importPath);
}
/** determineLinkMode in cmd/link/internal/ld/config.go, after what the go command checks before it (go1.19 to go1.27). */
function decideLinkMode(facts, trusted) {
	const hasRuntimeCgo = linksRuntimeCgo(facts);
	const outside = outsidePackages(facts);
	const distrusted = trusted === null ? [] : distrustedFlags(facts, trusted);
	const common = {
		hasRuntimeCgo,
		outside: outside.map(({ importPath }) => importPath),
		distrusted
	};
	const refuse = (reason) => ({
		...common,
		mode: null,
		reasons: [reason]
	});
	const refusal = refusalOfGo(facts);
	if (refusal !== null) return refuse(refusal);
	const lacking = lackingCompiler(facts);
	if (lacking !== null) return refuse(lacking);
	const forced = forcedReason(facts, hasRuntimeCgo);
	const asksInternal = internalRequest(facts);
	if (asksInternal !== null) {
		if (forced !== null) return refuse(`${asksInternal} is impossible: ${forced}`);
		return {
			...common,
			mode: "internal",
			reasons: [`${asksInternal} asks for it`]
		};
	}
	const reasons = [
		...externalRequest(facts),
		...forced === null ? [] : [forced],
		...facts.linkmode === "external" || hasRuntimeCgo ? [...describeOutside(outside), ...describeFlags(distrusted)] : []
	];
	return reasons.length > 0 ? {
		...common,
		mode: "external",
		reasons
	} : {
		...common,
		mode: "internal",
		reasons: [whyInternal(facts)]
	};
}
/** Errors of the go command itself: cmd/go/internal/work/init.go and LinkerDeps in load/pkg.go. */
function refusalOfGo(facts) {
	const sanitizer = [
		"race",
		"msan",
		"asan"
	].find((name) => facts[name]);
	const cgo = facts.cgoEnv.CGO_ENABLED === "1";
	if (sanitizer !== void 0 && !cgo && (facts.goos !== "darwin" || sanitizer !== "race")) return `-${sanitizer} requires cgo, and cgo is off`;
	if (facts.race && facts.buildmode === "pie" && !isPieByDefault(facts, true)) return "-race and -buildmode=pie exclude each other";
	const what = facts.minor >= 22 && !cgo ? whatNeedsCgo(facts) : null;
	return what === null ? null : `${what} requires external linking, and cgo is off`;
}
/**
* cgo, which asks the C compiler for the types of C, is run for every package that has cgo files (cmd/cgo/main.go), since go1.20 for
* those of the standard library as well: releases before bring them compiled. Every other external link needs the compiler too.
*/
function lackingCompiler(facts) {
	if (facts.missingCompiler === void 0) return null;
	const compiled = facts.packages.filter(({ standard }) => facts.minor >= 20 || !standard);
	const users = cgoPackages({
		...facts,
		packages: compiled
	});
	const isNeeded = facts.cgoEnv.CGO_ENABLED === "1" && users.length > 0;
	if (!isNeeded && facts.linkmode !== "external") return null;
	const why = isNeeded ? `${listed(users)} ${verb(users)} cgo` : "the external linker is asked for";
	return `the C compiler ${facts.missingCompiler} is not installed, and ${why}`;
}
/** externalLinkingReason: what the go command knows to need the external linker, and so runtime/cgo. */
function whatNeedsCgo(facts) {
	if (mustLinkExternally(facts)) return `${facts.goos}/${facts.goarch}`;
	if (isLibraryLinkedByC(facts) && facts.buildmode !== "c-archive") return `-buildmode=${facts.buildmode}`;
	if (facts.linkshared) return "-linkshared";
	if (isPie(facts) && !linksPieInternally(facts)) return facts.buildmode === "pie" ? "-buildmode=pie" : "a PIE, which is the default here,";
	return facts.externalIsSeen ? "-linkmode=external" : null;
}
/** WebAssembly knows c-shared as well, and no C compiler has a part in it. */
function isLibraryLinkedByC({ buildmode, goarch }) {
	return [
		"c-archive",
		"c-shared",
		"plugin",
		"shared"
	].includes(buildmode) && goarch !== "wasm";
}
/** The program becomes a position-independent executable. */
function isPie(facts) {
	return facts.buildmode === "pie" || facts.buildmode === "default" && isPieByDefault(facts, facts.race);
}
function linksRuntimeCgo(facts) {
	if (facts.cgoEnv.CGO_ENABLED !== "1") return false;
	return facts.race || facts.msan || facts.asan || whatNeedsCgo(facts) !== null || facts.packages.some(({ cgoFiles, importPath }) => cgoFiles.length > 0 || importPath === "runtime/cgo");
}
/** mustLinkExternal: the first thing that the internal linker cannot do. */
function forcedReason(facts, hasRuntimeCgo) {
	const { goos, goarch, buildmode } = facts;
	if (mustLinkExternally(facts)) return `${goos}/${goarch} needs it`;
	if (facts.msan || facts.asan) return `-${facts.msan ? "msan" : "asan"} needs it`;
	if (hasRuntimeCgo && mustLinkCgoExternally(facts)) return `Go's own linker cannot link cgo code for ${goos}/${goarch}`;
	if (isLibraryLinkedByC(facts)) return `-buildmode=${buildmode} needs it`;
	if (isPie(facts) && !linksPieInternally(facts)) return `-buildmode=pie needs it on ${goos}/${goarch}`;
	return facts.linkshared ? "-linkshared needs it" : null;
}
function internalRequest({ linkmode, extlinkEnabled }) {
	if (linkmode === "internal") return "-linkmode=internal";
	return linkmode !== "external" && extlinkEnabled === "0" ? "GO_EXTLINK_ENABLED=0" : null;
}
function externalRequest({ linkmode, extlinkEnabled }) {
	if (linkmode === "external") return ["-linkmode=external asks for it"];
	return extlinkEnabled === "1" ? ["GO_EXTLINK_ENABLED=1 asks for it"] : [];
}
/** Packages that hold object code of a C compiler (or anybody's) and are not on the linker's list. */
function outsidePackages({ packages, goos }) {
	return packages.filter(({ importPath, cgoFiles, objectFiles }) => (cgoFiles.length > 0 || objectFiles.length > 0) && !isLinkedInternally(importPath, goos));
}
function describeOutside(outside) {
	const cgo = outside.filter(({ cgoFiles }) => cgoFiles.length > 0).map(({ importPath }) => importPath);
	const objects = outside.filter(({ cgoFiles }) => cgoFiles.length === 0).map(({ importPath }) => importPath);
	const not = (names) => `${names.length > 1 ? "are" : "is"} not among the packages that Go links itself`;
	return [...cgo.length > 0 ? [`${listed(cgo)} ${verb(cgo)} cgo and ${not(cgo)}`] : [], ...objects.length > 0 ? [`${listed(objects)} ${objects.length > 1 ? "bring" : "brings"} object files (.syso) and ${not(objects)}`] : []];
}
function distrustedFlags({ packages, cgoEnv }, trusted) {
	const words = (...names) => names.flatMap((name) => splitQuoted(cgoEnv[name]));
	const ofCompilers = [...trusted.readsCppflags ? words("CGO_CPPFLAGS") : [], ...words("CGO_CFLAGS", "CGO_CXXFLAGS", "CGO_FFLAGS")];
	const ofLinker = words("CGO_LDFLAGS");
	return packages.filter(({ cgoFiles }) => cgoFiles.length > 0).flatMap(({ importPath, cgoCppflags, cgoCompilerFlags, cgoLdflags }) => {
		const ownCpp = trusted.readsCppflags ? cgoCppflags : [];
		const flag = trusted.distrustedCompilerFlag([
			...ofCompilers,
			...ownCpp,
			...cgoCompilerFlags
		]) ?? trusted.distrustedLinkerFlag([...ofLinker, ...cgoLdflags]);
		return flag === void 0 ? [] : [{
			package: importPath,
			flag
		}];
	});
}
function describeFlags(distrusted) {
	const [first] = distrusted;
	if (first === void 0) return [];
	const flags = [...new Set(distrusted.map(({ flag }) => flag))];
	const names = distrusted.map((each) => each.package);
	return [`${listed(flags)} among the C flags of ${listed(names)} ${flags.length > 1 ? "are" : "is"} not what Go's own linker is trusted with`];
}
function whyInternal(facts) {
	const names = [...facts.race ? ["runtime/race"] : [], ...cgoPackages(facts)];
	if (names.length === 0) return "no package uses cgo, so Go's own linker does it all";
	return `only ${listed(names)} ${verb(names)} cgo, and Go's own linker can link ${names.length > 1 ? "those" : "that"}`;
}

// src/explain/detect/link-findings.ts
/** Where flags and linker did not do what somebody wanted of them. */
const linkDetectors = [
	prediction,
	extldflagsIgnored,
	internalLinkmode,
	loaderOnly,
	otherGlibc,
	lostPie,
	sharedLibrary,
	race,
	cFlags,
	foreignObject,
	staticByPackage
];
/** Our own rules were wrong: nobody learns of it unless the report says so. */
function prediction({ context, inspection }) {
	if (context === null || inspection === null) return void 0;
	const { agrees, certainty, linkage, mode } = context.checked;
	if (agrees !== false || certainty !== "certain") return void 0;
	const { linkMode, linkage: actual } = inspection;
	return finding("prediction", [`go-linkage expected ${linkage ?? "nothing"} by the ${mode ?? "no"} linker, and it is ${actual.kind} by the ${linkMode} one`, "the result uses the binary; please report this bug"]);
}
function extldflagsIgnored(facts) {
	const { extldflags, goos } = facts.context?.prediction.facts ?? {
		extldflags: null,
		goos: ""
	};
	const words = extldflags ?? [];
	if (!canBeStatic(goos)) return void 0;
	if (modeOf(facts) !== "internal" || !words.some((word) => /^--?static/.test(word))) return void 0;
	const flag = `-extldflags=${words.join(" ")}`;
	if (isStatic(facts)) {
		const message = `${flag} had no effect: Go's internal linker took the build, and made it static without it`;
		return finding("extldflags-ignored", [message, null]);
	}
	const names = facts.users.map((user) => user.package);
	const message = `${flag} had no effect: Go's internal linker took the build${names.length > 0 ? `, because only ${listed(names)} ${verb(names)} cgo` : ""}`;
	return finding("extldflags-ignored", [message, "build with CGO_ENABLED=0 or -tags netgo,osusergo, or add -linkmode=external to -ldflags"], {
		level: "warning",
		about: names[0] ?? null,
		packages: names
	});
}
function internalLinkmode(facts) {
	if (facts.context?.prediction.facts.linkmode !== "internal" || !isDynamic(facts)) return void 0;
	return finding("internal-linkmode", ["-linkmode=internal does not make it static: Go's own linker imports the C library's functions as well", "build with CGO_ENABLED=0 or -tags netgo,osusergo"]);
}
function loaderOnly(facts) {
	if (!isLoaderOnly(facts)) return void 0;
	const linkFacts = facts.context?.cell.flags.some(({ name, value }) => name === "-buildmode" && value === "pie") ?? false;
	const interpreter = facts.inspection?.linkage.interpreter;
	return finding("loader-only", [`it needs no library, but ${interpreter == null ? "a loader" : `the loader ${interpreter}`}: Go's internal linker gives one to every PIE`, linkFacts ? "drop -buildmode=pie, or use the strategy static-pie" : "drop -buildmode=pie (look in GOFLAGS and go env), or use the strategy static-pie"]);
}
/** What it needs of glibc is known as far as both have it. */
function otherGlibc({ context, inspection }) {
	const { builder: given = null, toRoot = "" } = context?.cell.release ?? {};
	const builder = builderFor(given, inspection);
	const linkage = inspection?.linkage;
	if (builder === null || linkage?.libc !== "glibc" || !isDynamicKind(linkage)) return void 0;
	const { file, line, image, glibc, here } = builder;
	const { minGlibc } = linkage;
	const isNewerHere = isHigher(here ?? minGlibc, glibc);
	if (here === null && !isNewerHere) return void 0;
	const needs = minGlibc === null ? "" : ` and needs ${minGlibc}`;
	const most = isNewerHere ? `the release needs no more than ${glibc}` : `the release may need up to ${glibc}`;
	return finding("other-glibc", [`${file}:${line} builds it in ${image} with glibc ${glibc}, and here it is linked with ${here === null ? "another one" : `glibc ${here}`}${needs}: ${most}`, "run go-linkage in the image that the release is built in, or inspect the released file (mode: inspect)"], { at: {
		file: posix.join(toRoot, file),
		line,
		column: null
	} });
}
function isDynamicKind({ kind }) {
	return kind === "dynamic" || kind === "library";
}
/** The C compiler's -static wins over the -pie that Go hands it. */
function lostPie(facts) {
	const { context } = facts;
	if (context?.cell.buildmode !== "pie" || kindOf(facts) !== "static") return void 0;
	return finding("lost-pie", ["-buildmode=pie asks for a position-independent program, and -static made an ordinary one of it", "write -extldflags=-static-pie instead of -static"]);
}
function sharedLibrary(facts) {
	const mode = facts.context?.cell.buildmode ?? facts.inspection?.go?.settings["-buildmode"] ?? "default";
	if (kindOf(facts) !== "library") return void 0;
	const linkFacts = mode === "c-shared" || mode === "plugin" ? `-buildmode=${mode} makes` : "it is";
	return finding("shared-library", [`${linkFacts} a library: another program loads it, and brings the loader and the C library`, "to ship one static file, build a program instead"]);
}
function race({ context }) {
	const linkFacts = context?.prediction.facts;
	const name = [
		"race",
		"msan",
		"asan"
	].find((each) => linkFacts?.[each] === true);
	if (name === void 0) return void 0;
	return finding("race", [`-${name} is for debug builds: the program is slow and large, and contains C code`, `drop -${name} from what ships (look in GOFLAGS and go env)`]);
}
function cFlags(facts) {
	const { context } = facts;
	if (context === null || modeOf(facts) !== "external") return void 0;
	const { link, facts: linkFacts } = context.prediction;
	if (link.distrusted.length === 0 || link.outside.length > 0 || linkFacts.linkmode === "external") return void 0;
	const flags = [...new Set(link.distrusted.map(({ flag }) => flag))];
	return finding("c-flags", [`${listed(flags)} among the C flags sends the program to the external linker: with other flags, on another machine, Go would link it itself`, "say what you want: CGO_ENABLED=0, or -linkmode=external in -ldflags"]);
}
function foreignObject(facts) {
	const { context } = facts;
	if (context === null) return void 0;
	const { link, facts: linkFacts } = context.prediction;
	const names = linkFacts.packages.filter(({ importPath, objectFiles, cgoFiles }) => objectFiles.length > 0 && cgoFiles.length === 0 && link.outside.includes(importPath)).map(({ importPath }) => importPath);
	if (names.length === 0 || names.length < link.outside.length) return void 0;
	const effect = link.hasRuntimeCgo ? "and, as something else uses cgo, that sends the program to the external linker" : "which Go's own linker takes as long as nothing uses cgo";
	return finding("foreign-object", [`${listed(names)} ${names.length > 1 ? "bring" : "brings"} object code of another compiler (.syso), ${effect}`, link.hasRuntimeCgo ? "build with CGO_ENABLED=0 or -tags netgo,osusergo to keep Go's own linker" : null]);
}
/** `#cgo LDFLAGS: -static` in any package is handed to the linker of the whole program. */
function staticByPackage(facts) {
	const { context } = facts;
	if (context === null || modeOf(facts) !== "external" || !isStatic(facts)) return void 0;
	const { facts: linkFacts } = context.prediction;
	if ([
		...linkFacts.extldflags ?? [],
		...splitQuoted(linkFacts.cgoEnv.CC),
		...splitQuoted(linkFacts.cgoEnv.CGO_LDFLAGS)
	].some((word) => /^--?static/.test(word))) return void 0;
	const users = new Set(cgoPackages(linkFacts));
	const culprit = linkFacts.packages.find(({ importPath, cgoLdflags }) => users.has(importPath) && cgoLdflags.some((word) => /^--?static/.test(word)));
	if (culprit === void 0) return void 0;
	const message = `it is static because ${culprit.importPath} says -static in its #cgo LDFLAGS, for the whole program`;
	return finding("static-by-package", [message, "say -linkmode=external -extldflags=-static yourself, so that it does not hang on a dependency"], { about: culprit.importPath });
}

// src/explain/package-needs.ts
/** What a package declares, against what the programs in it need. */
/** Parts of glibc. */
const ofGlibc = /^(?:lib(?:c|m|dl|rt|pthread|util|resolv|anl|mvec|BrokenLocale|nsl)\.so\.\d|ld(?:-linux|64)?[-.\w]*\.so)/;
/** Packages of Debian that are not called after their library (Debian Policy 8.1). */
const packagesOf$1 = {
	"libz.so.1": ["zlib1g"],
	"libcrypto.so.3": ["libssl3"],
	"libcrypto.so.1.1": ["libssl1.1"],
	"libgcc_s.so.1": ["libgcc-s1", "libgcc1"]
};
/** Whether the package's dependencies bring a library; `unknown` where only a package index could tell. */
function declares(facts, library) {
	const names = facts.depends.flatMap(({ anyOf }) => anyOf.map(({ name }) => name));
	if (names.some((name) => brings(name, library, facts.format))) return "yes";
	return ofGlibc.test(library) || library in packagesOf$1 || library === "libstdc++.so.6" || names.length === 0 || facts.format === "rpm" && names.some(isSoname) ? "no" : "unknown";
}
function isSoname(name) {
	return /\.so\.?[\d.]*\(/.test(name);
}
function brings(name, library, format) {
	const isGlibc = ofGlibc.test(library);
	switch (format) {
		case "rpm": return name === library || name.startsWith(`${library}(`) || isGlibc && (name === "glibc" || name.startsWith("libc.so.6("));
		case "apk": return name === `so:${library}` || isGlibc && [
			"musl",
			"gcompat",
			"libc6-compat",
			"glibc"
		].includes(name);
		case "deb": return isGlibc ? /^libc6(?:\.1)?$/.test(name) : debianNames(library).includes(name.replace(/t64$/, ""));
	}
}
/** `libsqlite3.so.0` → `libsqlite3-0`, `libssl.so.3` → `libssl3` */
function debianNames(library) {
	const [, name = "", version = ""] = /^(lib.+?)\.so\.([\d.]+)$/.exec(library) ?? [];
	const base = name.toLowerCase().replaceAll("_", "-");
	const joined = /\d$/.test(base) ? `${base}-${version}` : `${base}${version}`;
	return [...packagesOf$1[library] ?? [], joined];
}
/** What the package says of glibc: the highest version; null where it says nothing. */
function declaredGlibc({ depends, format }) {
	return depends.flatMap(({ anyOf }) => anyOf.flatMap((needed) => glibcOf$1(needed, format) ?? [])).reduce((most, each) => most === null || isHigher(each.version, most.version) ? each : most, null);
}
function glibcOf$1({ name, relation, version }, format) {
	const symbol = /^libc\.so\.6\(GLIBC_([\d.]+)\)/.exec(name)?.[1];
	if (format === "rpm" && symbol !== void 0) return {
		shown: name,
		version: symbol
	};
	if (!(format === "deb" ? /^libc6(?:\.1)?$/.test(name) : format === "rpm" && (name === "glibc" || name.startsWith("libc.so.6(")))) return null;
	const number = relation !== null && /^(?:>=|>>|>|=)$/.test(relation) ? /^(?:\d+:)?(\d+(?:\.\d+)*)/.exec(version ?? "")?.[1] ?? null : null;
	return {
		shown: version === null ? name : `${name} (${relation ?? ""} ${version})`,
		version: number
	};
}
/** What the programs of a package need and its dependencies do not bring, in one sentence; null where nothing is missing. */
function undeclared({ inspection, packed }) {
	const facts = packed?.package ?? null;
	const { linkage } = inspection;
	if (facts === null || packed === null || linkage.kind !== "dynamic" && linkage.kind !== "library") return null;
	const names = {
		deb: "Depends",
		rpm: "Requires",
		apk: "depend"
	}[facts.format];
	const missing = linkage.needed.filter((library) => !packed.names.has(library) && declares(facts, library) === "no");
	if (missing.length > 0) {
		const libc = linkage.libc === "glibc" && missing.some((library) => ofGlibc.test(library)) ? wanted(facts, linkage.minGlibc) : null;
		return {
			message: `it needs ${listed(missing)}, and no dependency of the package (${names}) brings ${missing.length === 1 ? "it" : "them"}`,
			fix: `declare ${libc ?? "the packages that have these libraries"} as a dependency (in nfpm: depends), or build it static`
		};
	}
	const declared = declaredGlibc(facts);
	if (declared === null || linkage.libc !== "glibc" || !isHigher(linkage.minGlibc, declared.version)) return null;
	return {
		message: `it needs glibc ${linkage.minGlibc ?? ""}, and the package declares ${declared.shown}: it can be installed where it does not start`,
		fix: `declare ${wanted(facts, linkage.minGlibc)} (in nfpm: depends), or build it static`
	};
}
function wanted({ format }, version) {
	const number = version ?? "2.17";
	return format === "deb" ? `libc6 (>= ${number})` : format === "rpm" ? `glibc >= ${number}` : "gcompat";
}
/** Where a program of a package starts: on the systems that install such packages, with the libraries that it declares. */
function runsOnOfPackage(rows, { package: facts, names }) {
	if (facts === null) return [...rows];
	const declared = declaredGlibc(facts);
	return rows.flatMap((row) => {
		const system = systemOf(row.system);
		if (!installsPackages(facts.format, system)) return [];
		if (row.outcome === "needs-package" && row.packages.every((each) => names.has(each) || declares(facts, each) === "yes")) {
			const reason = `needs ${listed(row.packages)}, which the package or its dependencies bring`;
			return [{
				...row,
				outcome: "runs",
				reason,
				packages: [],
				fix: null
			}];
		}
		if (row.outcome === "runs" && declared !== null && system.libc === "glibc" && isHigher(declared.version, system.version)) {
			const reason = `cannot be installed: the package declares ${declared.shown}, has glibc ${system.version ?? "in no known version"}`;
			return [{
				...row,
				outcome: "does-not-start",
				reason
			}];
		}
		return [row];
	});
}

// src/explain/detect/packed-findings.ts
/** What an archive or a package says of a program in it. */
const packedDetectors = [
	artifactMismatch,
	notExecutable,
	undeclaredDependency,
	superfluousDependency,
	otherSource
];
const ANY_EXECUTE = 73;
/** A library is loaded by others, and Windows asks for no mode. */
function notExecutable({ inspection, packed }) {
	const mode = packed?.mode ?? null;
	const { format, linkage } = inspection;
	const isStarted = (format === "elf" || format === "macho") && !["library", "unreadable"].includes(linkage.kind);
	if (mode === null || !isStarted || (mode & ANY_EXECUTE) !== 0) return void 0;
	const octal = mode.toString(8).padStart(4, "0");
	return finding("not-executable", [`it is packed with the mode ${octal}, so nobody can start it once it is unpacked`, "set the execute bit before it is packed (chmod 0755; in nfpm and goreleaser, file_info.mode)"]);
}
/** GOARCH by the names that packages have for processors; `all` and `noarch` are for any. */
const processors = {
	aarch64: "arm64",
	amd64: "amd64",
	arm64: "arm64",
	armel: "arm",
	armhf: "arm",
	armv5tel: "arm",
	armv6hl: "arm",
	armv7: "arm",
	armv7hl: "arm",
	i386: "386",
	i486: "386",
	i586: "386",
	i686: "386",
	loong64: "loong64",
	loongarch64: "loong64",
	mips64el: "mips64le",
	mipsel: "mipsle",
	ppc64el: "ppc64le",
	ppc64le: "ppc64le",
	riscv64: "riscv64",
	s390x: "s390x",
	x86: "386",
	x86_64: "amd64"
};
function artifactMismatch(file) {
	const differences = [...differencesFromList(file), ...differencesFromPackage(file)];
	if (differences.length === 0) return void 0;
	return finding("artifact-mismatch", [differences.join("; "), "look for a hook or a later build that writes to the same file, and build the release anew"]);
}
function differencesFromList({ inspection, listed: listed$1 }) {
	if (listed$1 === null) return [];
	const { file, missing } = listed$1;
	const them = missing.length === 1 ? "it" : "them";
	const absent = missing.length === 0 ? [] : [`${file} lists ${listed(missing)} in the archive, which does not have ${them}`];
	const [goos, goarch] = [goosOf(inspection), goarchOf(inspection)];
	if (goos === null || goarch === null) return absent;
	const isOther = listed$1.goos !== null && listed$1.goos !== goos || listed$1.goarch !== null && listed$1.goarch !== "all" && listed$1.goarch !== goarch;
	const platform = `${listed$1.goos ?? goos}/${listed$1.goarch ?? goarch}`;
	if (isOther) return [...absent, `${file} lists it as ${platform}, and it is ${goos}/${goarch}`];
	return [...absent, ...otherVariants(inspection.go?.settings ?? {}, listed$1)];
}
/** What the go command recorded: `GOARM=7,hardfloat` is what is listed as 7. */
function otherVariants(settings, { file, variants }) {
	return Object.entries(variants).flatMap(([name, value]) => {
		const recorded = settings[name];
		if (recorded === void 0 || recorded === value || recorded.split(",")[0] === value.split(",")[0]) return [];
		return [`${file} lists it with ${name}=${value}, and it is built with ${name}=${recorded}`];
	});
}
/** Packages bring files of other processors along, but not to start them as commands. */
function differencesFromPackage({ inspection, packed, container }) {
	const facts = packed?.package ?? null;
	const wanted = processors[facts?.architecture ?? ""];
	const folder = dirname(container?.member ?? "");
	const [goos, goarch] = [goosOf(inspection), goarchOf(inspection)];
	const isCommand = /(?:^|\/)s?bin$/.test(folder) && inspection.format === "elf" && goos === "linux";
	if (facts === null || wanted === void 0 || !isCommand || goarch === null || goarch === wanted) return [];
	return [`the ${facts.format} package is for ${facts.architecture ?? ""}, and the program in it for ${goarch}`];
}
function undeclaredDependency(file) {
	const found = undeclared(file);
	return found === null ? void 0 : finding("undeclared-dependency", [found.message, found.fix]);
}
/** Of the C library: what scripts of a package need of others cannot be seen. */
function superfluousDependency(file, all) {
	const facts = file.packed?.package ?? null;
	const declared = facts === null ? null : declaredGlibc(facts);
	if (declared === null) return void 0;
	const together = all.filter(({ container }) => container?.path === file.container?.path);
	const needsIt = ({ inspection: { linkage } }) => !["static", "static-pie"].includes(linkage.kind) || linkage.hazards.includes("nss");
	if (together.some(needsIt)) return void 0;
	return finding("superfluous-dependency", [`the package declares ${declared.shown}, and every program in it is static`, "remove the dependency (in nfpm: depends)"]);
}
function otherSource({ inspection, listed }) {
	const settings = inspection.go?.settings ?? {};
	if (listed === null) return void 0;
	const [revision, commit] = [settings["vcs.revision"] ?? null, listed.commit];
	const reasons = [...revision !== null && commit !== null && !revision.startsWith(commit) && !commit.startsWith(revision) ? [`it was built from commit ${revision.slice(0, 12)}, and the release is of ${commit.slice(0, 12)}`] : [], ...settings["vcs.modified"] === "true" ? ["it was built from a tree with changes that are in no commit (vcs.modified=true)"] : []];
	if (reasons.length === 0) return void 0;
	return finding("other-source", [reasons.join("; "), "commit or ignore what the build writes, and build the release from the tag"]);
}

// src/go/flag-conflicts.ts
const single = [
	"-tags",
	"-buildmode",
	"-mod",
	"-modfile",
	"-overlay",
	"-pgo",
	"-toolexec",
	"-installsuffix"
];
const ofTools = [
	"-ldflags",
	"-gcflags",
	"-asmflags",
	"-gccgoflags"
];
/** What the caller's flags say twice: for each name the last value that is lost, and the one that is used. */
function flagConflicts(callerFlags, goflags, main) {
	const given = (name) => valuesOf(callerFlags.some((flag) => flag.name === name) ? callerFlags : goflags, name);
	return [
		...single.flatMap((name) => conflictOf("go build", name, given(name))),
		...ofTools.flatMap((name) => groupsOf(given(name)).flatMap((values) => conflictOf("go build", name, values))),
		...[
			"-extldflags",
			"-linkmode",
			"-extld"
		].flatMap((name) => conflictOf("the linker", name, valuesOf(parseLinkerFlags(linkerWords(callerFlags, goflags, main)), name)))
	];
}
function valuesOf(flags, name) {
	return flags.filter((flag) => flag.name === name).map(({ value }) => value ?? "");
}
/** The values of one flag, those for the same packages together. */
function groupsOf(values) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const pattern = /^\s*([^-\s'"][^=]*)=/.exec(value)?.[1]?.trim() ?? "";
		groups.set(pattern, [...groups.get(pattern) ?? [], value]);
	}
	return [...groups.values()];
}
function conflictOf(reader, name, values) {
	const used = values.at(-1);
	if (used === void 0) return [];
	const kept = wordsOf$1(name, used);
	const lost = values.slice(0, -1).findLast((value) => wordsOf$1(name, value).some((word) => !kept.includes(word)));
	if (lost === void 0) return [];
	return [{
		reader,
		name,
		lost,
		used,
		joined: joinedOf(name, wordsOf$1(name, lost), kept)
	}];
}
const lists = /* @__PURE__ */ new Set([
	"-tags",
	"-extldflags",
	...ofTools
]);
function joinedOf(name, lost, kept) {
	const hasPattern = ofTools.includes(name) && [lost, kept].some(([first = ""]) => !first.startsWith("-"));
	if (!lists.has(name) || hasPattern) return null;
	const words = [.../* @__PURE__ */ new Set([...lost, ...kept])];
	if (name === "-tags") return words.join(",");
	try {
		return joinQuoted(words);
	} catch {
		return null;
	}
}
function wordsOf$1(name, value) {
	if (name === "-tags") return splitTags(value);
	if (!lists.has(name)) return [value];
	try {
		return splitQuoted(value);
	} catch {
		return [value];
	}
}
/** `-static` and what makes another program of it, among the words for the C compiler; undefined where they agree. Measured with gcc 12. */
function linkModeConflict(extldflags) {
	const pairs = [
		["-static", "-static-pie"],
		["-static-pie", "-no-pie"],
		["-static-pie", "-pie"],
		["-static", "-shared"]
	];
	const words = new Set(extldflags.map((word) => word.replace(/^--(?=static|pie|no-pie|shared)/, "-")));
	return pairs.find((pair) => pair.every((word) => words.has(word)));
}

// src/explain/detect/settings-findings.ts
const settingDetectors = [
	cgoEnabledValue,
	noCCompiler,
	crossCompile,
	goflagsOverridden,
	goflagsIgnored,
	flagOverridden,
	ldflagsPattern,
	staticCgoFlags,
	noEffect
];
function cgoEnabledValue({ context }) {
	const value = context?.settings.env.CGO_ENABLED ?? "";
	if (context === null || [
		"",
		"0",
		"1"
	].includes(value) || context.cell.strategy.env.CGO_ENABLED !== void 0) return void 0;
	return finding("cgo-enabled-value", [`CGO_ENABLED=${value} means nothing to Go, which knows only 0 and 1: cgo is ${context.cell.cgoEnv.CGO_ENABLED === "1" ? "on" : "off"}`, "write CGO_ENABLED=0"]);
}
/** The packages that would use cgo if it were on. */
function wouldUseCgo({ cell }) {
	return [...reachable(cell.cgoGraph, cell.package)].filter((path) => path !== "runtime/cgo" && (cell.cgoGraph.get(path)?.cgoFiles.length ?? 0) > 0);
}
/** Nobody turned cgo off, but it is: since go1.20 the go command does so when it finds no C compiler. */
function cgoIsOffByItself({ cell, settings }) {
	return cell.cgoEnv.CGO_ENABLED === "0" && settings.env.CGO_ENABLED !== "0" && cell.strategy.env.CGO_ENABLED === void 0;
}
function noCCompiler({ context }) {
	if (context === null || !context.cell.isNative || !cgoIsOffByItself(context)) return void 0;
	const names = wouldUseCgo(context);
	if (names.length === 0) return void 0;
	return finding("no-c-compiler", [`cgo is off because Go found no C compiler here; on a machine with one ${listed(names)} ${verb(names)} cgo, and the same commit builds another program`, "say which of the two you want: set CGO_ENABLED=0, or CGO_ENABLED=1 and install a C compiler"]);
}
function crossCompile({ context }) {
	if (context === null || context.cell.isNative || !cgoIsOffByItself(context)) return void 0;
	const names = wouldUseCgo(context);
	if (names.length === 0) return void 0;
	return finding("cross-compile", [`cgo is off because this is a build for another platform; on ${context.cell.platform.name} itself ${listed(names)} ${verb(names)} cgo, and the same commit builds another program`, "set CGO_ENABLED=0 everywhere, so that all machines build the same"]);
}
/** A -tags or -ldflags on the command line silently replaces the one in GOFLAGS. */
function goflagsOverridden({ context }) {
	if (context === null) return void 0;
	const { cell, settings } = context;
	const lost = ["-tags", "-ldflags"].filter((name) => {
		const fromGoflags = lastValue(settings.goflags, name);
		const used = lastValue(cell.flags, name);
		return fromGoflags !== void 0 && used !== void 0 && !wordsOf(name, fromGoflags).every((word) => wordsOf(name, used).includes(word));
	});
	if (lost.length === 0) return void 0;
	const shown = lost.map((name) => `${name}=${lastValue(settings.goflags, name) ?? ""}`);
	return finding("goflags-overridden", [`GOFLAGS asks for ${listed(shown)}, and ${listed(lost)} on the command line ${lost.length > 1 ? "take their" : "takes its"} place`, "write all of it in one place"]);
}
/** Words of GOFLAGS that are flags of other commands: the go command passes over them. */
function goflagsIgnored({ context }) {
	const { GOFLAGS: given = "" } = context?.settings.env ?? {};
	const ignored = ignoredGoflags(given === "" ? context?.cell.shownEnv.GOFLAGS ?? "" : given);
	if (ignored.length === 0) return void 0;
	const words = listed(ignored.map(({ word }) => word));
	const meant = ignored.findLast((each) => each.meant !== null)?.meant ?? null;
	const { length } = ignored;
	if (meant === null) {
		const message = `GOFLAGS holds ${length > 1 ? `${words}, which are not flags` : `${words}, which is not a flag`} that go build uses: ${length > 1 ? "they have" : "it has"} no effect here`;
		return finding("goflags-ignored", [message, null], { level: "info" });
	}
	const message = `GOFLAGS: ${words} ${length > 1 ? "are words of their own" : "is a word of its own"}, and go build leaves ${length > 1 ? "them" : "it"} out`;
	return finding("goflags-ignored", [message, `put quotes around the whole word: GOFLAGS="'${meant}'"`]);
}
function wordsOf(name, value) {
	return name === "-tags" ? splitTags(value) : splitQuoted(value);
}
/** A flag that stands twice, of which only the last one counts, and words for the C compiler that exclude each other. */
function flagOverridden({ context }) {
	if (context === null) return void 0;
	const { cell, settings, prediction } = context;
	const pair = linkModeConflict(prediction.facts.extldflags ?? []);
	if (pair !== void 0) return finding("flag-overridden", [`-extldflags has ${pair.join(" and ")}, which exclude each other`, "keep -static for an ordinary program, or -static-pie (with -buildmode=pie) for one that is loaded at a random address"]);
	const [conflict] = flagConflicts(cell.callerFlags, settings.goflags, cell);
	if (conflict === void 0) return void 0;
	const { reader, name, lost, used, joined } = conflict;
	return finding("flag-overridden", [`${name}=${lost} has no effect: ${reader} uses only the last ${name}, which is ${name}=${used}`, joined === null ? `keep one ${name}` : `write one ${name}: ${quote(`${name}=${joined}`)}`]);
}
/** `-ldflags=PATTERN=…` leaves the packages that PATTERN does not match without any. */
function ldflagsPattern({ context }) {
	if (context === null) return void 0;
	const { cell, settings } = context;
	const patterns = [...settings.goflags, ...cell.flags].filter(({ name }) => name === "-ldflags").map(({ value }) => /^\s*([^-\s'"][^=]*)=/.exec(value ?? "")?.[1]).filter((pattern) => pattern !== void 0);
	if (patterns.length === 0 || linkerWords(cell.flags, settings.goflags, cell).length > 0) return void 0;
	return finding("ldflags-pattern", [`the -ldflags are for ${listed(patterns)}, which does not match ${cell.package}: its linker gets none of them`, "leave the pattern out, or write all=…"]);
}
/** -static in CGO_LDFLAGS or CC reaches the compilation of cgo, not only the link (golang/go#77768). */
function staticCgoFlags(facts) {
	const { context } = facts;
	if (context === null) return void 0;
	const { cgoEnv } = context.prediction.facts;
	const places = [...splitQuoted(cgoEnv.CGO_LDFLAGS).some(isStaticWord$1) ? ["CGO_LDFLAGS"] : [], ...splitQuoted(cgoEnv.CC).slice(1).some(isStaticWord$1) ? ["CC"] : []];
	if (places.length === 0 || !context.prediction.link.hasRuntimeCgo) return void 0;
	const outcome = modeOf(facts) === "internal" || isDynamic(facts) ? "Go's own linker cannot finish such a program" : "which works here, and not with every release of Go and every set of packages";
	return finding("static-cgo-flags", [`-static stands in ${listed(places)}: ${outcome}`, "put -static into -extldflags together with -linkmode=external"]);
}
function isStaticWord$1(word) {
	return /^--?static(?:-pie)?$/.test(word);
}
/** Flags that recipes on the web carry along. */
function noEffect(facts) {
	const { context } = facts;
	if (context === null) return void 0;
	const flags = [...context.settings.goflags, ...context.cell.flags];
	const installsuffix = lastValue(flags, "-installsuffix");
	const named = [
		...installsuffix === void 0 ? [] : [`-installsuffix=${installsuffix}`],
		...isSet$1(flags, "-a") ? ["-a"] : [],
		...isDynamic(facts) && tagsOf(flags).includes("static_build") ? ["-tags=static_build"] : []
	];
	if (named.length === 0) return void 0;
	return finding("no-effect", [`${listed(named)} ${named.length > 1 ? "do" : "does"} nothing for static linking, whatever old recipes say`, "drop it"]);
}

// src/explain/findings.ts
/** Everything worth telling about one cell, errors first. */
function findingsOf({ planned: cell, prediction, build, artifact, proof }, { checked, settings, users, failedAt, errorContext = noContext, further = [], swaps = [] }) {
	if (prediction === null || checked === null) return findingsOfSkipped(cell);
	const context = {
		cell,
		settings,
		prediction,
		checked
	};
	const inspection = artifact?.inspection ?? null;
	if (build.status === "failed" || build.status === "built" && artifact === null) {
		const problem = explainBuildError(build.status === "failed" ? build.output : "", errorContext);
		const { kind, cause } = problem;
		const failure = {
			kind,
			level: "error",
			message: cause,
			cause: null,
			fix: withOtherWays(problem, cell),
			...failedAt ?? nowhere$2
		};
		const settingsToo = detectAll({
			context,
			inspection,
			output: build.output,
			users,
			proof,
			swaps
		}, settingDetectors);
		return [
			failure,
			...further.map((each) => ({
				kind: "build-failed",
				level: "error",
				cause: null,
				fix: null,
				...each
			})),
			...settingsToo.filter((each) => each.kind !== kind)
		];
	}
	return detectAll({
		context,
		inspection,
		output: build.status === "built" ? build.output : "",
		users,
		proof,
		swaps
	});
}
/** Where C code is what fails, what is known to do without it stands behind the fix. */
function withOtherWays({ kind, fix }, cell) {
	if (catalog[kind].failsForLibrary !== true && kind !== "undefined-without-cgo") return fix;
	const packages = [...reachable(cell.cgoGraph, cell.package)].flatMap((path) => cell.cgoGraph.get(path) ?? []);
	const ways = waysWithoutC(packages, cell.flags);
	return ways.length === 0 ? fix : [...fix === null ? [] : [fix], ...ways].join(", or ");
}
/** Everything that a file says of itself, whoever built it. `users`: the packages whose cgo calls were found in it. */
function findingsOfFile(file, users, all = [file]) {
	const { inspection, proof } = file;
	const ofArchive = packedDetectors.map((detect) => () => detect(file, all));
	return detectAll({
		context: null,
		inspection,
		output: "",
		users,
		proof,
		swaps: []
	}, [...detectors, ...ofArchive]);
}
function findingsOfSkipped(cell) {
	const { graph, cgoGraph } = cell;
	if (cgoOnlyReason(cell.package, {
		graph,
		cgoGraph,
		whyOff: ""
	}) === null) return [];
	const message = cell.skip?.reason ?? "a package has only cgo files";
	const packages = [...reachable(cgoGraph, cell.package)].flatMap((path) => cgoGraph.get(path) ?? []);
	const ways = waysWithoutC(packages, cell.flags);
	const other = (cgoGraph.get(cell.package)?.cgoFiles.length ?? 0) > 0 && (graph.get(cell.package)?.goFiles.length ?? 0) === 0 ? "give the program files for builds without cgo (//go:build !cgo)" : "replace the package by one without cgo";
	return [{
		kind: "cgo-only",
		level: "info",
		message,
		cause: null,
		fix: [keepCgo(cell), ...ways.length > 0 ? ways : [other]].join(", or "),
		...nowhere$2
	}];
}
/** For another platform cgo is off until somebody turns it on. */
function keepCgo({ isNative, cgoEnv, platform }) {
	if (isNative || cgoEnv.CGO_ENABLED === "1") return "keep cgo on for this program";
	const compiler = crossCompilerFor(platform);
	return `set CGO_ENABLED=1, and CC to a cross compiler${compiler === null ? "" : ` (${compiler})`}`;
}
const detectors = [
	...artifactDetectors,
	...hazardDetectors,
	...linkDetectors,
	...settingDetectors,
	...causeDetectors
];
const order$1 = {
	error: 0,
	warning: 1,
	info: 2
};
function detectAll(facts, selected = detectors) {
	return selected.flatMap((detect) => detect(facts) ?? []).toSorted((a, b) => order$1[a.level] - order$1[b.level]).map(({ about, at, ...rest }) => ({
		...rest,
		cause: null,
		...at ?? placeOf$1(facts.users, about)
	}));
}
function placeOf$1(users, about) {
	const { file, line } = users.find((each) => each.package === about) ?? nowhere$2;
	return {
		file,
		line,
		column: null
	};
}

// src/explain/find-root.ts
/**
* Where Dockerfiles and the file of goreleaser stand: the root of the repository, else the working directory. Modules that it uses in place
* may lie beside it (`replace`, go.work): then it is the folder above them all.
*/
async function findRoot(workingDirectory, cells, files) {
	const own = await findUp$1(workingDirectory, ".git", files) ?? workingDirectory;
	const planned = cells.map((cell) => cell.planned);
	const graphs = [...new Set(planned.map(({ graph }) => graph))];
	const folders = new Map(planned.map((each) => [each.moduleDir, each]));
	const workspaces = await Promise.all([...folders.values()].map((each) => workspaceOf(each, files)));
	const shared = [
		...folders.keys(),
		...graphs.flatMap(modulesInPlace),
		...workspaces.flat()
	].reduce(commonFolder, own);
	return dirname(shared) === shared ? own : shared;
}
/** The go.mod of a module in the module cache has another name. */
function modulesInPlace(graph) {
	return [...graph.values()].flatMap(({ goMod }) => goMod !== null && basename(goMod) === "go.mod" ? [dirname(goMod)] : []);
}
async function workspaceOf({ moduleDir, shownEnv }, files) {
	const { GOWORK = "" } = shownEnv;
	if (GOWORK !== "") return GOWORK === "off" ? [] : [dirname(GOWORK)];
	const found = await findUp$1(moduleDir, "go.work", files);
	return found === void 0 ? [] : [found];
}
function commonFolder(a, b) {
	for (let dir = resolve(a);; dir = dirname(dir)) {
		if (!relative(dir, b).startsWith("..")) return dir;
		if (dirname(dir) === dir) return dir;
	}
}

// src/inspect/link-inputs.ts
/**
* Reads the archives that a build handed to the linker, which are in Go's build cache by then. It is the toolchain's own
* account of what the rules only predict, and costs a `go list -export`; so it is asked for where the two differ.
* undefined when the go command cannot say (the files changed since, or the cache is gone).
*/
async function readLinkInputs(cell, { go, files }) {
	const args = [
		"list",
		"-deps",
		"-export",
		"-f",
		"{{.ImportPath}}	{{.Export}}",
		...renderFlags(cell.flags)
	];
	const result = await go.work([
		...args,
		"--",
		cell.package
	], {
		cwd: cell.moduleDir,
		env: cell.env
	});
	if (result.exitCode !== 0) return void 0;
	try {
		return result.stdout.split("\n").flatMap((line) => {
			const [path = "", file = ""] = line.split("	");
			return file === "" ? [] : [{
				package: path,
				...files.withSource(file, readArchive)
			}];
		});
	} catch (thrown) {
		if (thrown instanceof FormatError) return void 0;
		throw thrown;
	}
}
const MAGIC = "!<arch>\n";
const HEADER = 60;
const NAME = 16;
const SIZE = {
	start: 48,
	end: 58
};
/** Of a Go object the part in front of the code: export data can be long, its end is never needed. */
const TEXT_LIMIT = 4194304;
/** A package archive of the Go compiler (`go tool pack`): ar with names of 16 bytes. Throws FormatError for anything else. */
function readArchive(source) {
	if (textAt(source, 0, 8) !== MAGIC) throw new FormatError("not an archive", 0);
	let objects = false;
	const names = /* @__PURE__ */ new Set();
	const libraries = /* @__PURE__ */ new Set();
	for (let at = 8; at + HEADER <= source.size;) {
		const header = textAt(source, at, HEADER);
		const size = Number(header.slice(SIZE.start, SIZE.end).trim());
		if (!header.endsWith("`\n") || !Number.isSafeInteger(size)) throw new FormatError("archive header is damaged", at);
		const name = header.slice(0, NAME).trim().replace(/\/$/, "");
		names.add(name);
		const start = bytesAt(source, at + HEADER, Math.min(size, 4));
		if (isObject(start)) objects = true;
		if (decodeText(start) === "go o") {
			const text = textAt(source, at + HEADER, Math.min(size, TEXT_LIMIT));
			for (const library of importedLibraries$1(text)) libraries.add(library);
		}
		at += HEADER + size + size % 2;
	}
	return {
		objects,
		prefersExternal: names.has("preferlinkext"),
		importsUnknown: names.has("dynimportfail"),
		libraries: [...libraries].toSorted()
	};
}
function bytesAt(source, offset, length) {
	return readRange(source, {
		offset: BigInt(offset),
		length: BigInt(length)
	}, "archive");
}
function textAt(source, offset, length) {
	return decodeText(bytesAt(source, offset, length));
}
/** ELF, Mach-O, COFF of the machines that Go builds cgo for, XCOFF: ldobj in cmd/link/internal/ld/lib.go, go1.27. */
function isObject(start) {
	const hex = Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return /^(?:7f454c46|feedfac[ef]|c[ef]faedfe|4c01|6486|64aa|01df|01f7)/.test(hex);
}
/** The directives of cgo stand as JSON between `$$  // cgo` and the next `$$` (cmd/compile/internal/gc/obj.go). */
function importedLibraries$1(text) {
	const json = /\n\$\$ {2}\/\/ cgo\n(.*?)\n\$\$/s.exec(text)?.[1];
	if (json === void 0) return [];
	return parseDirectives(json).flatMap(([verb, , , library]) => verb === "cgo_import_dynamic" && library !== void 0 && library !== "" ? [library] : []);
}
function parseDirectives(json) {
	try {
		return JSON.parse(json);
	} catch {
		throw new FormatError("cgo directives are damaged", 0);
	}
}
/** Why the linker that took the build was the one, in the words of what it was given. */
function reasonsOfInputs(mode, inputs) {
	const named = (test) => inputs.filter(test).map((input) => input.package);
	if (mode === "internal") {
		const importers = named(({ libraries }) => libraries.length > 0);
		return importers.length === 0 ? [] : [`Go's own linker imports C functions for ${listed(importers)}`];
	}
	const failed = named(({ importsUnknown }) => importsUnknown);
	const preferring = named(({ prefersExternal }) => prefersExternal);
	return [...failed.length > 0 ? [`the C code of ${listed(failed)} does not link by itself, so Go's own linker cannot take it`] : [], ...preferring.length > 0 ? [`the C flags of ${listed(preferring)} are not what Go's own linker is trusted with`] : []];
}

// src/explain/link.ts
/**
* The linker that made the artifact, as the artifact shows it, and why it was that one: see linkReasons.
*/
function linkOf(artifact, prediction, inputs) {
	const mode = artifact?.inspection.linkMode ?? "unknown";
	return {
		mode,
		reasons: linkReasons(mode, prediction, inputs)
	};
}
/**
* Why the linker that made the artifact was the one, in the order in which the reasons would each have been enough. `inputs`:
* what the linker was given, for a build that turned out otherwise than predicted.
*/
function linkReasons(mode, prediction, inputs) {
	if (mode === "unknown" || prediction === null) return [];
	if (mode === prediction.mode) return prediction.reasons;
	const reasons = inputs === void 0 ? [] : reasonsOfInputs(mode, inputs);
	return reasons.length > 0 ? reasons : ["no rule, and nothing that the linker was given, shows why"];
}

// src/explain/image-stage.ts
function imageStage(cell) {
	const { GOOS: _os, GOARCH: _arch, CC, CXX, ...others } = cell.shownEnv;
	const isMusl = cell.strategy.needs === "musl" || [CC, CXX].some((command) => isForMusl(command));
	const compilers = Object.entries({
		CC,
		CXX
	}).flatMap(([name, command]) => {
		const inImage = command === void 0 ? null : commandInImage(command, isMusl);
		return inImage === null ? [] : [[name, inImage]];
	});
	const env = {
		...others,
		...Object.fromEntries(compilers)
	};
	return {
		suffix: isMusl ? "-alpine" : "",
		install: installLines(cell, {
			isMusl,
			env
		}),
		env
	};
}
const gcc = /^(?:[\w-]*-)?(?:gcc|cc|g\+\+|c\+\+)(?:-\d+)?$/;
/**
* An image has the compilers of its own system as CC and CXX, so that nothing has to be set for one of GNU's. Those of clang keep their
* name; any other has to be installed there by its user.
*/
function commandInImage(command, isMusl) {
	const [program = ""] = splitCC(command);
	const name = basename(program);
	const rest = command.startsWith(program) ? command.slice(program.length) : "";
	if (isMusl && /^(?:zig|clang)/.test(name)) return null;
	if (!gcc.test(name)) return name.startsWith("clang") ? name.replace(/-\d+$/, "") + rest : command;
	return rest === "" ? null : `${name.includes("++") ? "g++" : "gcc"}${rest}`;
}
function isForMusl(command) {
	if (command === void 0) return false;
	const [program = "", ...words] = splitCC(command);
	return words.some((word) => /-musl(?:eabi|eabihf|abi64|abin32|sf|x32)?$/.test(word)) || /^(?:[\w-]*-)?musl(?:eabihf|eabi|abi64)?-/.test(basename(program));
}
function installLines(cell, { isMusl, env }) {
	const packages = cell.cgoEnv.CGO_ENABLED === "0" ? [] : packagesOf(cell);
	const libraries = systemPackages(packages, isMusl ? "alpine" : "debian");
	if (isMusl) return [`RUN apk add --no-cache ${[
		hasCxx(cell.graph, cell.package) ? "g++" : "gcc",
		"musl-dev",
		...packages.some(({ cgoPkgConfig }) => cgoPkgConfig.length > 0) ? ["pkgconf"] : [],
		...libraries
	].join(" ")}`];
	const names = [...packages.length > 0 && [env.CC, env.CXX].some((each) => each?.startsWith("clang") === true) ? ["clang"] : [], ...libraries];
	if (names.length === 0) return [];
	return [`RUN apt-get update && apt-get install -y --no-install-recommends ${names.join(" ")}`];
}
function packagesOf({ graph, package: main }) {
	return [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []);
}

// src/explain/release-forms.ts
/** The fields of goreleaser for variants of processors: it sets these variables itself, behind those of `env`. */
const variantFields = {
	GO386: "go386",
	GOAMD64: "goamd64",
	GOARM: "goarm",
	GOARM64: "goarm64",
	GOMIPS: "gomips",
	GOMIPS64: "gomips",
	GOPPC64: "goppc64",
	GORISCV64: "goriscv64"
};
/** The `builds` of .goreleaser.yaml. Written by the source of goreleaser v2.15 (internal/builders/golang). */
function goreleaserForm(cell, place) {
	const { goos, goarch } = cell.platform;
	const named = /* @__PURE__ */ new Set([
		"-tags",
		"-ldflags",
		"-buildmode"
	]);
	const { before, last } = linkerFlags(cell);
	const env = environment(cell, place);
	const variants = Object.entries(variantFields).flatMap(([variable, field]) => {
		const value = env[variable];
		return value === void 0 || !isVariantOf(variable, goarch) ? [] : [[field, [value]]];
	});
	const others = Object.entries(env).filter(([variable]) => variantFields[variable] === void 0);
	return yamlBuild({
		id: place.name,
		dir: asTemplate(place.dir),
		main: place.main,
		...place.main.startsWith(".") ? {} : { no_main_check: true },
		env: others.map(([variable, value]) => asTemplate(`${variable}=${value}`)),
		binary: place.name.replace(/\.exe$/, ""),
		goos: [goos],
		goarch: [goarch],
		...Object.fromEntries(variants),
		buildmode: lastValue(cell.flags, "-buildmode") ?? "",
		tags: tagsOf(cell.flags),
		flags: [...renderFlags(cell.flags.filter(({ name }) => !named.has(name))), ...before].map(asTemplate),
		ldflags: last.map(asTemplate)
	});
}
/** The `builds` of .ko.yaml. Only flags and ldflags are templates to it (createBuildArgs, ko v0.18). */
function koForm(cell, place) {
	const { before, last } = linkerFlags(cell);
	const flags = renderFlags(cell.flags.filter(({ name }) => name !== "-ldflags"));
	return yamlBuild({
		id: place.name,
		dir: place.dir,
		main: place.main,
		env: Object.entries(environment(cell, place)).map(([variable, value]) => `${variable}=${value}`),
		flags: [...flags, ...before].map(asTemplate),
		ldflags: last.map(asTemplate)
	});
}
function environment({ shownEnv }, { cgo }) {
	const { GOOS: _os, GOARCH: _arch, ...env } = shownEnv;
	return {
		...cgo,
		...env
	};
}
/**
* The values of -ldflags: of several the last goes into the field, because it stands behind all other flags. goreleaser has linker words
* of its own where the field is empty, and they would take the place of those in GOFLAGS.
*/
function linkerFlags({ flags, shownEnv }) {
	const own = flags.filter(({ name }) => name === "-ldflags");
	const given = own.length > 0 ? own : parseGOFLAGS(shownEnv.GOFLAGS ?? "").filter(({ name }) => name === "-ldflags");
	return {
		before: renderFlags(given.slice(0, -1)),
		last: given.slice(-1).flatMap(({ value }) => value ?? [])
	};
}
function isVariantOf(variable, goarch) {
	const name = variable.slice(2).toLowerCase();
	return name === goarch || name === goarch.replace(/le$/, "");
}
/** Text that is no template of Go, though it may look like one. */
function asTemplate(text) {
	return text.replaceAll("{{", "{{ \"{{\" }}");
}
/** A list with one build; what is empty is left out. */
function yamlBuild(fields) {
	return ["builds:", ...Object.entries(fields).flatMap(([key, value]) => {
		if (value === true) return [`${key}: true`];
		if (value.length === 0) return [];
		return typeof value === "string" ? [`${key}: ${scalar(value)}`] : [`${key}:`, ...value.map((item) => `  - ${scalar(item)}`)];
	}).map((line, index) => `${index === 0 ? "  - " : "    "}${line}`)].join("\n");
}
/** A YAML string: plain where nothing can be misread, else as JSON writes it, which is YAML too (YAML 1.2, chapter 1.2). */
function scalar(text) {
	return /^[A-Za-z./][\w./=,-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

// src/explain/build-command.ts
function buildForms(cell, request) {
	const name = execName(cell, cell.buildmode);
	const own = ownFolder(cell);
	const linux = cell.platform.goos === "linux";
	const inRoot = folderFrom(request.root, own.dir);
	const fields = {
		...own,
		name,
		cgo: explicitCgo(cell)
	};
	return {
		shell: inFolder(folderFrom(request.workingDirectory, cell.moduleDir), goBuild$1(cell, {
			env: cell.shownEnv,
			flags: cell.flags,
			output: outputBeside(cell, name)
		})),
		dockerfile: linux ? placed(dockerfile(cell, name, request), request.root, request) : null,
		goreleaser: placed(goreleaserForm(cell, {
			...fields,
			dir: inRoot
		}), request.root, request),
		ko: linux ? placed(withOwnVariables(koForm(cell, {
			...fields,
			dir: ""
		}), cell), own.dir, request) : null
	};
}
/** The go command would put the file into a folder that has its name. */
function outputBeside({ moduleDir, graph }, name) {
	return [...graph.values()].some(({ dir }) => folderFrom(moduleDir, dir).split("/")[0] === name) ? `bin/${name}` : name;
}
/** `..` for the folder above; empty for the folder itself. */
function folderFrom(from, to) {
	return relative(resolve(from), to).replaceAll("\\", "/");
}
/** A file for another folder than the one that the command is for says so. */
function placed(form, folder, { workingDirectory }) {
	const from = folderFrom(workingDirectory, resolve(folder));
	return from === "" ? form : `# Save this file in ${JSON.stringify(from)}.\n${form}`;
}
/** ko looks for the package before it builds, without the variables of its file (packages.Load in createBuildConfigMap). */
function withOwnVariables(form, { shownEnv }) {
	const own = ["GOFLAGS", "GOWORK"].flatMap((name) => {
		const value = shownEnv[name];
		return value === void 0 ? [] : [`${name}=${quote(value)}`];
	});
	return own.length === 0 ? form : `# Run ko with ${own.join(" ")}.\n${form}`;
}
/** As `go build` takes it in the module's folder: a folder where that is possible. */
function mainOf({ moduleDir, packageDir, package: path }) {
	const folder = folderFrom(moduleDir, packageDir);
	return folder === "" ? "." : folder.startsWith("..") ? path : `./${folder}`;
}
/** Where the package can be named by its folder, which is how goreleaser and ko want it: where `go` runs, or else its own module. */
function ownFolder(cell) {
	const goMod = cell.graph.get(cell.package)?.goMod ?? null;
	const dir = folderFrom(cell.moduleDir, cell.packageDir).startsWith("..") && goMod?.endsWith("go.mod") === true ? dirname(goMod) : cell.moduleDir;
	return {
		dir,
		main: mainOf({
			...cell,
			moduleDir: dir
		})
	};
}
/** What cgo is in this build, where that makes a difference: another machine may have no C compiler, and ko turns cgo off. */
function explicitCgo(cell) {
	const { cgoGraph, package: main, cgoEnv, buildmode, flags, shownEnv } = cell;
	const goflags = parseGOFLAGS(shownEnv.GOFLAGS ?? "");
	const asksLinker = effectiveLinkerFlags(flags, goflags, cell).some(({ name }) => name === "-linkmode");
	return hasCgo(cgoGraph, main) || asksLinker || buildmode !== "default" ? { CGO_ENABLED: cgoEnv.CGO_ENABLED } : {};
}
function goBuild$1(cell, { env, flags, output }) {
	return [...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`), ...[
		"go",
		"build",
		"-o",
		output,
		...renderFlags(flags),
		mainOf(cell)
	].map(quote)].join(" ");
}
function inFolder(dir, command) {
	return dir === "" ? command : `(cd ${quote(dir)} && ${command})`;
}
/** Where Debian's and Alpine's images have them, and Go looks first (crypto/x509/root_linux.go). */
const certificates = "/etc/ssl/certs/ca-certificates.crt";
/**
* A build stage with the C library that the strategy wants (Debian's images have glibc, Alpine's musl), and an image with the
* program and nothing else. The platform is docker's own affair: with cgo the stage has to run on it.
*/
function dockerfile(cell, name, { root, goVersion, hostFiles }) {
	const release = /^\d+\.\d+/.exec(goVersion)?.[0] ?? goVersion;
	const stage = imageStage(cell);
	const env = cell.cgoEnv.CGO_ENABLED === "0" ? {
		...explicitCgo(cell),
		...stage.env
	} : stage.env;
	const inImage = (text) => text.replaceAll(`${resolve(root)}/`, "/src/");
	const build = goBuild$1(cell, {
		env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, inImage(value)])),
		flags: cell.flags.map((flag) => ({
			...flag,
			value: flag.value === null ? null : inImage(flag.value)
		})),
		output: `/out/${name}`
	});
	const moduleDir = folderFrom(root, cell.moduleDir);
	return [
		`FROM golang:${release}${stage.suffix} AS build`,
		...stage.install,
		`WORKDIR ${dockerWord(moduleDir === "" ? "/src" : `/src/${moduleDir}`)}`,
		"COPY . /src",
		`RUN ${build.includes("\n") ? JSON.stringify([
			"/bin/sh",
			"-c",
			build
		]) : build}`,
		"",
		"FROM scratch",
		...hostFiles.includes("CA certificates") ? [`COPY --from=build ${certificates} ${certificates}`] : [],
		...hostFiles.includes("time zones") ? ["COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip", "ENV ZONEINFO=/zoneinfo.zip"] : [],
		`COPY --from=build /out/${name} /${name}`,
		`ENTRYPOINT [${JSON.stringify(`/${name}`)}]`
	].join("\n");
}
/** Docker replaces variables in a WORKDIR, in double quotes as well. */
function dockerWord(text) {
	return /^[\w./=,~+-]+$/.test(text) ? text : JSON.stringify(text).replaceAll("$", "\\$");
}

// src/predict/predict-linkage.ts
function predictLinkage(facts, decision, dynamicImports) {
	if (decision.mode === null) return outcome("fails", decision.reasons[0] ?? "it cannot be linked");
	if (isLibrary(facts)) return predictLibrary(facts);
	if (!canBeStatic(facts.goos)) return predictSystem(facts, decision);
	return decision.mode === "internal" ? predictInternal(facts, decision, dynamicImports) : predictExternal(facts, decision);
}
/** Of a main package with an error in what the go command reads before it compiles. */
function cannotBeLoaded(error) {
	return outcome("fails", error.trim());
}
/** Of a program whose packages are not all known. */
function notKnown(because) {
	return outcome(null, because, { unseen: ["what cannot be loaded"] });
}
function outcome(kind, because, more = {}) {
	return {
		kind,
		because,
		loaderOnly: false,
		crashes: false,
		unseen: [],
		...more
	};
}
function isLibrary({ buildmode }) {
	return [
		"c-archive",
		"c-shared",
		"plugin",
		"shared"
	].includes(buildmode);
}
function predictLibrary(facts) {
	const mode = `-buildmode=${facts.buildmode}`;
	if (facts.buildmode === "c-archive") return outcome(null, `${mode} leaves an archive for another linker`);
	if (staticWord(facts) === "-static") return outcome("fails", `-static cannot make a shared library, and ${mode} asks for one`);
	return outcome("library", `${mode} makes a library, which the program that loads it has to be dynamic for`);
}
function predictSystem({ goos, packages, goarch }, { outside }) {
	if (goarch === "wasm") return outcome(null, "a WebAssembly module is linked with nothing: its host runs it");
	if (goos === "plan9") return outcome(null, `${goos} has no shared libraries`);
	const named = packages.filter(({ importPath, cgoLdflags }) => outside.includes(importPath) && cgoLdflags.length > 0);
	const unseen = named.length === 0 ? [] : [`whether the libraries that ${listed(named.map(({ importPath }) => importPath))} names belong to ${goos}`];
	return outcome("system", `every program for ${goos} uses system libraries`, { unseen });
}
function predictInternal(facts, decision, dynamicImports) {
	const refusal = decision.hasRuntimeCgo ? earlyWords(facts).find(isStaticWord) : void 0;
	if (refusal !== void 0) return outcome("fails", `${refusal} in CC or CGO_LDFLAGS hides from Go's own linker which C functions it has to import`);
	const importers = [
		...facts.race ? ["the race detector"] : [],
		...cgoPackages(facts),
		...dynamicImports.map((each) => each.package)
	];
	if (importers.length > 0 || decision.hasRuntimeCgo) {
		const names = importers.length > 0 ? importers : ["runtime/cgo"];
		return outcome("dynamic", `${listed(names)} ${names.length > 1 ? "import" : "imports"} functions of a C library`);
	}
	if (!isPie(facts)) return outcome("static", "nothing in it imports a C library");
	return outcome("dynamic", "Go's own linker gives every PIE a loader", { loaderOnly: true });
}
function predictExternal(facts, decision) {
	const word = staticWord(facts);
	const compiler = splitQuoted(facts.cgoEnv.CC)[0] ?? "";
	if (!facts.isNative && /(?:^|\/)(?:gcc|clang|cc)$/.test(compiler)) return outcome("fails", `${compiler} links for this machine, and not for ${`${facts.goos}/${facts.goarch}`}`, { unseen: [`what ${compiler} links for`] });
	if (word === null) {
		const isKnown = /(?:^|[-/])(?:gcc|clang|cc)(?:-\d+)?$/.test(compiler);
		const libraries = librariesOf(facts);
		return outcome("dynamic", "the C compiler links shared libraries, as no flag says -static", { unseen: [...isKnown ? [] : [`what ${compiler} does by default`], ...libraries.length === 0 ? [] : [`whether this machine has ${listed(libraries)}`]] });
	}
	const unseen = unseenLibraries$1(facts);
	const isMuslWrapper = /(?:^|\/)musl-(?:gcc|clang)$/.test(compiler);
	const pie = isPie(facts);
	if (word === "-static-pie" && !pie) return outcome("fails", "-static-pie needs code for a PIE, which only -buildmode=pie compiles");
	if (word === "-static-pie" && isMuslWrapper) return outcome("dynamic", `the specs of ${compiler} know nothing of -static-pie`, { unseen });
	const crashes = !decision.hasRuntimeCgo && !isMuslWrapper;
	const kind = word === "-static-pie" ? "static-pie" : "static";
	return outcome(kind, `${word} reaches the C compiler, which links statically${pie && kind === "static" ? ", though not as the PIE that was asked for" : ""}`, {
		crashes,
		unseen
	});
}
function unseenLibraries$1(facts) {
	const named = librariesOf(facts);
	if (named.length === 0) return [];
	const are = named.length > 1 ? "are available as static libraries" : "is available as a static library";
	return [`whether ${listed(named)} ${are}`];
}
/**
* What tells the C compiler to link statically, wherever it stands: -extldflags, CC itself, CGO_LDFLAGS and `#cgo LDFLAGS`
* of any package all end up in its command line (hostlink in cmd/link/internal/ld/lib.go).
*/
function staticWord(facts) {
	const word = [
		...facts.extldflags ?? [],
		...earlyWords(facts),
		...facts.packages.flatMap(({ cgoLdflags }) => cgoLdflags)
	].findLast(isStaticWord);
	if (word === void 0) return null;
	return word.endsWith("-pie") ? "-static-pie" : "-static";
}
/** What the C compiler is told already when it compiles the cgo packages. */
function earlyWords({ cgoEnv }) {
	return [...splitQuoted(cgoEnv.CC).slice(1), ...splitQuoted(cgoEnv.CGO_LDFLAGS)];
}
function isStaticWord(word) {
	return /^--?static(?:-pie)?$/.test(word);
}
/** `-lX` of packages outside the standard library: whether they exist as X.a depends on the machine. */
function librariesOf({ packages }) {
	const own = packages.filter(({ standard }) => !standard);
	const named = own.flatMap(({ cgoLdflags }) => cgoLdflags.filter((flag) => /^-l./.test(flag)));
	const pkgConfigs = own.flatMap(({ cgoPkgConfig }) => cgoPkgConfig.filter((word) => !word.startsWith("-")).map((name) => `pkg-config ${name}`));
	const always = /* @__PURE__ */ new Set([
		"-lm",
		"-lpthread",
		"-ldl",
		"-lrt",
		"-lc",
		"-lstdc++",
		"-lresolv"
	]);
	return [.../* @__PURE__ */ new Set([...named.filter((flag) => !always.has(flag)), ...pkgConfigs])];
}

// src/explain/candidates.ts
/** Strategies to recommend: known to be static, and without a hazard. */
function isRecommendable(cell, demand) {
	return isPromising(cell) && !lacksProof(cell, demand);
}
/** A command that may fail for a library is no advice: only a build shows whether this machine has it as a static one. */
function lacksProof({ status, prediction, planned: { graph, package: main } }, { onlyProven }) {
	if (status !== "predicted") return false;
	if (onlyProven && prediction?.certainty !== "certain") return true;
	if (prediction?.mode !== "external") return false;
	return librariesOf({ packages: [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []) }).length > 0;
}
/** Static, or expected to be, and nothing is known that speaks against shipping it. */
function isPromising(cell) {
	const { planned } = cell;
	return (isRemedy(cell) || adviceOn(planned.strategy.name).for === "pure" && (isPure(planned) || isForced(cell))) && hazardsOf(cell).length === 0 && !hasError(cell) && isStandalone(cell);
}
/** The caller's own flags have the C compiler link, whatever the imports are. */
function isForced({ planned }) {
	const mode = effectiveLinkerFlags(planned.flags, [], planned).findLast(({ name }) => name === "-linkmode")?.value;
	return planned.cgoEnv.CGO_ENABLED === "1" && mode === "external";
}
function hasError({ findings }) {
	return findings.some(({ level }) => level === "error");
}
/** Static whatever the machine: also with cgo on no package would use it. */
function isPure({ cgoGraph, package: main, platform }) {
	if (!canBeStatic(platform.goos)) return true;
	return !hasCgo(cgoGraph, main);
}
/** What speaks against shipping it although it is static. */
function hazardsOf(cell) {
	return cell.findings.map(({ kind }) => catalog[kind]).filter(({ isHazard }) => isHazard === true);
}
function rank({ planned }) {
	return strategyRank(planned.strategy.name);
}
function isRemedy({ planned }) {
	return adviceOn(planned.strategy.name).for === "any";
}

// src/explain/recommend.ts
/**
* The simplest strategy that this run built and found static for one target, or predicted to be. What carries a known hazard is
* none: a program that crashes or does half of its work is not what anybody wants to ship.
*/
function recommend(candidates, { untried, ...request }) {
	const [{ package: path, platform }] = candidates;
	const target = {
		package: path,
		platform
	};
	const [best] = candidates.filter((cell) => isRecommendable(cell, request)).toSorted((a, b) => rank(a) - rank(b));
	if (best === void 0) return {
		...target,
		strategy: null,
		why: whyNone(candidates, {
			...request,
			untried
		}),
		command: null,
		forms: null
	};
	const hostFiles = best.artifact?.inspection.hostFiles ?? [];
	const { shell, ...forms } = buildForms(best.planned, {
		...request,
		hostFiles
	});
	return {
		...target,
		strategy: best.planned.strategy.name,
		why: whyBest(best, candidates),
		command: shell,
		forms
	};
}
/** Returns the strategies to predict because a Linux program compiles and this run recommends no build of it. */
function untriedRemedies({ cells, recommendation }) {
	const isOpen = (cell) => recommendation.some((each) => each.strategy === null && each.package === cell.package && each.platform === cell.platform);
	const open = cells.filter((cell) => cell.status !== "failed" && cell.planned.platform.goos === "linux" && isOpen(cell));
	return strategies.filter(({ name, advice }) => advice.for === "any" && open.some((cell) => !isTried(name, cells, cell)));
}
function isTried(name, cells, target) {
	return cells.some(({ package: path, platform, planned }) => path === target.package && platform === target.platform && planned.strategy.name === name);
}
/** One recommendation for each target of a run. */
function recommendAll(cells, { untried, ...request }) {
	return groupBy(cells, targetOf$1).map((target) => recommend(target, {
		...request,
		untried: untried.filter((each) => targetOf$1(each) === targetOf$1(target[0]))
	}));
}
function targetOf$1({ package: path, platform }) {
	return `${path}\n${platform}`;
}
function whyBest(best, candidates) {
	const reason = linkageKind(best) === "system" ? "it needs only what the system promises" : `it ${describeOutcome(best)}`;
	const passedOver = describeHazards(candidates.filter((each) => isStandalone(each) && isRemedy(each) && rank(each) < rank(best)));
	return passedOver.length === 0 ? reason : `${reason} (simpler, but not recommended: ${passedOver.join("; ")})`;
}
const byOwnFlags = {
	more: " by your own flags",
	keepsCgo: true
};
/** What came out, and what it costs; a prediction says that it is one: `is static and needs no C compiler`. */
function describeOutcome(best) {
	const { more, keepsCgo } = isForced(best) && !isRemedy(best) ? byOwnFlags : adviceOn(best.planned.strategy.name);
	const what = best.planned.strategy.buildmode === "pie" && linkageKind(best) !== "static-pie" ? "" : more;
	const keeps = best.cgo.length > 0 && keepsCgo ? ", and keeps the cgo code" : "";
	if (best.status !== "predicted") return `is static${what}${keeps}`;
	const { certainty, unseen } = best.prediction ?? {
		certainty: "likely",
		unseen: []
	};
	if (certainty === "certain") return `will be static${what}${keeps}`;
	return `should be static${what}${keeps}; only a build can tell ${listed(unseen)}`;
}
/** `external and static-pie: loads glibc's name-service libraries at run time`, once for each hazard. */
function describeHazards(cells) {
	const named = cells.flatMap((cell) => {
		const [hazard] = hazardsOf(cell);
		return hazard === void 0 ? [] : [{
			name: cell.planned.strategy.name,
			title: hazard.title
		}];
	});
	return groupBy(named, ({ title }) => title).map((group) => `${listed(group.map(({ name }) => name))}: ${lowerFirst(group[0].title)}`);
}
/** What stands between the target and a static program, nearest first. */
function whyNone(candidates, { untried, ...demand }) {
	const unreadable = candidates.find(({ linkage }) => linkage?.kind === "unreadable")?.linkage?.reason;
	if (unreadable != null) return `no artifact for ${candidates[0].platform} could be judged: ${unreadable}`;
	if (candidates[0].planned.platform.goarch === "wasm") return "a WebAssembly module is linked with nothing, whatever builds it";
	if (candidates.every((each) => each.status === "skipped" || isUnpredictable(each)) && candidates.some(isUnpredictable)) return `it cannot be predicted: ${candidates.find(isUnpredictable)?.prediction?.because ?? ""}`;
	const missing = failedForLibrary(candidates);
	if (candidates.some(isFailed) && candidates.every(failsOrWill) && missing.length === 0) return "no build came to an end";
	const blocked = candidates.flatMap(({ findings: each }) => each).find(({ kind }) => catalog[kind].preventsStatic === true);
	return [
		describeTried(candidates, demand),
		...blocked === void 0 ? [] : [blocked.message],
		...missing.slice(0, 1),
		...describeTags(candidates),
		...skippedFor(candidates).slice(0, 1),
		...candidates[0].planned.platform.goos === "linux" ? describeUntried(candidates, untried) : []
	].join("; ");
}
function isFailed({ status }) {
	return status === "failed";
}
function failsOrWill(cell) {
	return isFailed(cell) || linkageKind(cell) === "fails";
}
function describeTried(candidates, demand) {
	const [open] = candidates.filter((each) => isPromising(each) && lacksProof(each, demand)).toSorted((a, b) => rank(a) - rank(b));
	if (open !== void 0) return `no strategy is sure to make it static: ${open.planned.strategy.name} ${describeOutcome(open)}`;
	const byChance = candidates.find((each) => isStandalone(each) && hazardsOf(each).length === 0 && !hasError(each));
	if (byChance !== void 0) return describeChance(byChance);
	const hazards = describeHazards(candidates.filter((each) => isStandalone(each)));
	const what = candidates.some(({ status }) => status === "predicted") ? "none of the strategies makes it static" : "none of the tried strategies is static";
	return hazards.length === 0 ? what : `${what} and without a known hazard (${hazards.join("; ")})`;
}
/** A strategy that is static here is none to recommend where that depends on the machine or on the imports of today. */
function describeChance({ planned: { strategy, cgoEnv }, status }) {
	const what = `${strategy.name} ${status === "predicted" ? "will be" : "is"} static`;
	return cgoEnv.CGO_ENABLED === "0" ? `${what} because Go turns cgo off by itself for this platform; cgo-disabled (CGO_ENABLED=0) keeps it static on every machine` : `${what} only as long as the C compiler links it: Go's own linker ignores -extldflags`;
}
function failedForLibrary(candidates) {
	return candidates.filter((cell) => cell.status === "failed" && isRemedy(cell)).flatMap(({ findings, planned }) => findings.filter(({ kind }) => catalog[kind].failsForLibrary === true).map(({ message, fix }) => `${planned.strategy.name} fails because ${message}${fix === null ? "" : `: ${fix}`}`));
}
function skippedFor(candidates) {
	return candidates.filter((cell) => cell.status === "skipped" && isRemedy(cell) && cell.planned.strategy.needs !== "go").map(({ reason, planned }) => `${planned.strategy.name} was skipped: ${reason ?? ""}`);
}
/** The tags that would leave out what speaks against a static build, and those under which a package needs no C code. */
function describeTags(candidates) {
	return candidates.filter((cell) => isRemedy(cell) && isStandalone(cell) && hasOnlyDlopen(cell)).toSorted((a, b) => rank(a) - rank(b)).flatMap(({ planned: { graph, package: main, flags, strategy } }) => {
		const packages = [...reachable(graph, main)].flatMap((path) => graph.get(path) ?? []);
		const tags = quietTags("dlopen", packages, flags);
		return tags === void 0 ? [] : [`${strategy.name} has no such call with -tags ${tags.join(",")}`];
	}).slice(0, 1);
}
function hasOnlyDlopen(cell) {
	return !hasError(cell) && cell.findings.every(({ kind }) => kind === "dlopen" || catalog[kind].isHazard !== true);
}
/** What was not tried, and what would come of it. */
function describeUntried(candidates, untried) {
	const names = remedies.filter((name) => candidates.every(({ planned }) => planned.strategy.name !== name));
	if (names.length === 0) return [];
	const [first] = untried.filter(isPromising).toSorted((a, b) => rank(a) - rank(b));
	const outlook = candidates.some(isPromising) || first === void 0 && untried.length === 0 ? "" : first === void 0 ? ", and none of them is expected to help" : `; of these, ${first.planned.strategy.name} ${describeOutcome(first)}`;
	return [`not tried: ${names.join(", ")}${outlook}`];
}

// src/explain/check-prediction.ts
/** The prediction, compared with what became of the cell. */
function checkPrediction({ link, linkage }, { build, artifact }) {
	const inspection = artifact?.inspection;
	const { kind, loaderOnly, crashes, because, unseen } = linkage;
	return {
		mode: link.mode,
		linkage: kind,
		loaderOnly,
		crashes,
		reasons: link.mode === null ? [] : link.reasons,
		because,
		certainty: unseen.length === 0 ? "certain" : "likely",
		unseen,
		agrees: inspection === void 0 ? agreesWithFailure(kind, build) : agrees(link.mode, linkage, inspection)
	};
}
/** A build that fails on account of the machine says nothing of the rules, and one that left no file is no failed build. */
function agreesWithFailure(kind, build) {
	if (build.status !== "failed" || kind === null) return null;
	if (kind === "fails") return true;
	return findMachineFault(build.output) === null ? false : null;
}
function agrees(mode, predicted, inspection) {
	const { linkage, linkMode } = inspection;
	if (predicted.kind === null || linkage.kind === "packed" || linkage.kind === "unreadable") return null;
	const sameMode = linkMode === "unknown" || linkMode === mode;
	const sameKind = predicted.kind === linkage.kind;
	return sameMode && sameKind && (!predicted.loaderOnly || linkage.loaderOnly);
}

// src/explain/explain.ts
/**
* Says of every cell how it came to be linked as it is, and of every target what to ship. Reads Go files to find imports, and
* what the linker was given where it did not do what was predicted.
*/
async function explain(cells, context) {
	const { files, workingDirectory } = context;
	const finder = new ImportFinder(files, resolve(workingDirectory));
	const swapFinder = new SwapFinder(files);
	const explained = await Promise.all(cells.map(async (cell) => {
		const [users, swaps] = await Promise.all([finder.cgoUsers(cell.planned), swapFinder.find(cell.planned)]);
		return explainCell(cell, {
			users,
			swaps
		}, context);
	}));
	return {
		cells: explained,
		recommendation: await recommendAgain(explained, {
			...context,
			untried: []
		})
	};
}
/** What to ship of every target, with what is predicted of the remedies that nobody tried. */
async function recommendAgain(cells, context) {
	const { workingDirectory, go, files, untried, onlyProven = false } = context;
	const root = await findRoot(resolve(workingDirectory), cells, files);
	return recommendAll(cells, {
		workingDirectory,
		root,
		goVersion: go.version,
		untried,
		onlyProven
	});
}
async function explainCell(cell, { users, swaps }, context) {
	const { goflags, go, files } = context;
	const { planned, prediction, build, artifact, proof } = cell;
	const settings = {
		goVersion: go.version,
		goflags,
		env: go.env
	};
	const checked = prediction && checkPrediction(prediction, cell);
	const failure = build.status === "failed" ? await examineFailure(planned, build.output, context) : {};
	const detected = findingsOf(cell, {
		users,
		settings,
		checked,
		swaps,
		...failure
	}).map((each) => ({
		...each,
		message: withoutFolder(each.message, planned.moduleDir)
	}));
	const program = programOfCell(cell, {
		checked,
		findings: detected
	});
	const images = imageStarts(program, planned.release, artifact?.inspection ?? null);
	const findings = withImages(detected, images, planned.release);
	const inputs = checked?.agrees === false ? await readLinkInputs(planned, {
		go,
		files
	}) : void 0;
	return {
		package: planned.package,
		platform: planned.platform.name,
		strategy: planned.strategy.name,
		role: planned.role,
		status: build.status,
		reason: reasonOf(build, findings, planned),
		linkage: artifact && linkageOf(artifact.inspection),
		link: linkOf(artifact, checked, inputs),
		planned,
		build,
		artifact,
		proof,
		prediction: checked,
		cgo: users,
		buildInfo: artifact?.inspection.go ?? null,
		findings,
		runsOn: runsOnOfCell(program),
		images,
		floors: floors(cell, users),
		fault: faultOf(cell, findings)
	};
}
function floors({ artifact }, users) {
	if (artifact?.inspection.needs == null) return [];
	const { needs, cgoCalls, go } = artifact.inspection;
	return floorsOf(needs, {
		users,
		calls: cgoCalls,
		go
	});
}
/** Where a failed build went wrong, and what else is known of it. */
async function examineFailure(planned, output, context) {
	const errorContext = await errorContextOf(planned, output, context);
	const further = furtherErrors(output, explainBuildError(output, errorContext)).map(async (error) => {
		const place = await placeOfFailure(planned, [error], context);
		return {
			message: place.file === null ? error.text : error.message,
			...place
		};
	});
	return {
		failedAt: await placeOfFailure(planned, placedErrors(output), context),
		errorContext,
		further: await Promise.all(further)
	};
}
/** A compiler's error that names a line of a source file is the same on every machine. */
function faultOf({ planned, build }, findings) {
	if (build.status === "skipped") return planned.skip?.fault ?? "unknown";
	const [first] = findings;
	if (build.status !== "failed" || first === void 0) return "unknown";
	const known = catalog[first.kind].fault;
	if (known !== void 0) return known;
	if (namesSourceLine.test(first.message) || isSourceFault(first.message)) return "sources";
	return first.kind === "build-failed" && !namesFlag.test(first.message) ? "unknown" : "settings";
}
/** As cmd/go, cmd/compile and cmd/link refuse a flag. */
const namesFlag = /^(?:flag provided but not defined|invalid (?:boolean )?value .* for flag|usage: |-\w+[ =])/;
const namesSourceLine = /^[^\s:]+\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|m|mm|f|f90|swig|swigcxx):\d+/;
function reasonOf(build, findings, { moduleDir }) {
	if (build.status === "skipped") return withoutFolder(build.reason, moduleDir);
	return build.status === "failed" ? findings[0]?.message ?? null : null;
}

// src/explain/needed.ts
/**
* What is judged, but for programs that are the same as on the base commit; and of every program that is built the strategies of which
* nobody knows what comes out.
*/
function neededAtFirst(cells, unchanged) {
	return targetsOf$2(cells).flatMap((target) => {
		const judged = target.filter(({ role, planned }) => role !== "compared" && !unchanged.has(planned));
		const open = judged.length === 0 ? [] : target.filter((cell) => cell.role === "compared" && isUnknown(cell));
		return [...judged, ...open].filter(isPredicted).map(({ planned }) => planned);
	});
}
/**
* Of each program that does not ship as it should, the next build that could prove the advice: the simplest strategy that is expected
* to be static. None once one is proven. `isKept`: whether a judged cell keeps what is asked of it.
*/
function neededForProof(cells, isKept) {
	return targetsOf$2(cells).flatMap((target) => {
		const judged = target.filter(({ role, status }) => role !== "compared" && status !== "predicted");
		if (judged.every((cell) => isKept(cell) && isGood(cell))) return [];
		const isBroken = judged.some((cell) => cell.status !== "built" || !isKept(cell));
		for (const cell of target.filter(isPromising).toSorted((a, b) => rank(a) - rank(b))) {
			if (!isPredicted(cell)) return [];
			if (isBroken || lacksProof(cell, { onlyProven: true })) return [cell.planned];
			return [];
		}
		return [];
	});
}
function targetsOf$2(cells) {
	return groupBy(cells, ({ package: path, platform }) => `${path}\n${platform}`);
}
function isPredicted({ status }) {
	return status === "predicted";
}
/** A build would tell. Of a WebAssembly module or an archive there is nothing to be told. */
function isUnknown({ prediction }) {
	return prediction?.linkage === null && prediction.certainty !== "certain";
}
/** There is nothing to advise. */
function isGood(cell) {
	if (cell.status === "built" && isWithoutLinkage(cell)) return true;
	return cell.status === "built" && isStandalone(cell) && hazardsOf(cell).length === 0 && !hasError(cell);
}

// src/judge/asked-of.ts
/**
* Whether anything is asked of a program that only its file can show, by the input or by any rule that is for it, also by one that has
* run out or that a later one overrules. What is asked for has to be shown, so such a program is always built. Whatever else may come to
* be asked of files belongs here.
*/
function isAskedFor(target, { require, demanded, runsOn, maxGlibc, policy }) {
	if (require !== "none" || demanded !== null || runsOn.length > 0 || maxGlibc !== null) return true;
	return policy.rules.some((rule) => matchesRule(rule, target) && asksForFile(rule));
}
function asksForFile({ require, maxGlibc, needed, runsOn }) {
	return require !== "none" || maxGlibc !== null || needed !== null || runsOn !== null;
}
/** Whether a program is all that is asked of it, whichever of the rules comes to count. */
function keepsDemands(cell, rules) {
	return violationOf(cell, rules) === void 0 && (rules.demanded === null || meets(cell, rules.demanded));
}
/**
* Whether a program that is the same as on the base may stay unbuilt: nothing is asked of it, on either side (null: nobody knows what
* that side asks), what comes out is certain, and nothing in it is known to be broken.
*/
function mayStayUnbuilt(cell, sides) {
	const { role, status, prediction, findings } = cell;
	if (role === "compared" || status !== "predicted" || prediction?.certainty !== "certain") return false;
	if (prediction.linkage === null || prediction.linkage === "fails") return false;
	if (findings.some(({ level }) => level === "error")) return false;
	return sides.every((rules) => rules !== null && !isAskedFor(cell, rules));
}

// src/predict/dynamic-imports.ts
const directiveBytes = Uint8Array.from("\n//go:cgo_import_dynamic ", (character) => character.charCodeAt(0));
/** Bytes; longer Go files hold data. */
const READ_LIMIT = 16777216;
/**
* Finds `//go:cgo_import_dynamic` in packages that do without cgo: the way around it that purego and its like go. The compiler
* takes the directive in any Go file (pragma in cmd/compile/internal/noder/noder.go, go1.19 to go1.27), and one is enough to
* make an internal link dynamic. A package is read once for all cells that compile the same files of it.
*/
var DynamicImportFinder = class {
	#files;
	#known = /* @__PURE__ */ new Map();
	constructor(files) {
		this.#files = files;
	}
	/** The standard library is left out: what Go itself imports is part of the rules by platform. */
	find(packages) {
		return packages.filter(({ standard }) => !standard).map(({ importPath, dir, goFiles }) => ({
			package: importPath,
			libraries: [...new Set(goFiles.flatMap((name) => this.#read(join(dir, name))))].toSorted()
		})).filter(({ libraries }) => libraries.length > 0);
	}
	#read(path) {
		const known = this.#known.get(path);
		if (known !== void 0) return known;
		let libraries;
		try {
			libraries = this.#files.withSource(path, (source) => importedLibraries(source.read(0, READ_LIMIT)));
		} catch {
			libraries = [];
		}
		this.#known.set(path, libraries);
		return libraries;
	}
};
/** The libraries that a Go file's directives name. The compiler refuses one outside cgo that names none. */
function importedLibraries(file) {
	if (indexOfBytes(file, directiveBytes, 0) === -1) return [];
	const lines = decodeText(file).matchAll(/^\/\/go:cgo_import_dynamic[ \t]+\S+[ \t]+\S+[ \t]+(\S+)/gm);
	return [...new Set([...lines].map(([, library = ""]) => library.replace(/^"|"$/g, "")))].filter((name) => name !== "");
}

// src/predict/known-faults.ts
const path$1 = "golang.org/x/tools/internal/tokeninternal";
/**
* Why a program does not compile with this Go although its own files are sound. golang.org/x/tools before v0.26.0 (but for later fixes such as v0.24.1) holds
* a copy of a type of go/token, which Go 1.25 changed: “invalid array length -delta * delta” (measured with go1.26: v0.12.0 to v0.25.0).
*/
function knownFault(packages, minor) {
	const goMod = packages.find(({ importPath }) => importPath === path$1)?.goMod ?? "";
	const [, version = "", x = "", patch = ""] = /@v\/(v0\.(\d+)\.(\d+))\.mod$/.exec(goMod) ?? [];
	if (version === "" || minor < 25 || Number(x) >= 26 || Number(x) >= 22 && Number(patch) >= 1) return null;
	return `golang.org/x/tools ${version} does not compile with Go 1.25 and newer; run go get golang.org/x/tools@latest`;
}

// src/predict/link-facts.ts
function linkFacts(cell, { goVersion, goflags, env }) {
	const minor = minorOf(goVersion);
	const linkerFlags = effectiveLinkerFlags(cell.flags, goflags, cell);
	const value = (name) => linkerFlags.findLast((flag) => flag.name === name)?.value ?? null;
	const extldflags = value("-extldflags");
	const flags = [...goflags, ...cell.flags];
	const { GO_EXTLINK_ENABLED: extlink } = {
		...env,
		...cell.env
	};
	return {
		minor,
		goos: cell.platform.goos,
		goarch: cell.platform.goarch,
		buildmode: cell.buildmode,
		linkmode: value("-linkmode"),
		externalIsSeen: minor > 20 || isPattern(flags) ? sawExternal(linkerWords(cell.flags, goflags, cell)) : false,
		extldflags: extldflags === null ? null : splitQuoted(extldflags),
		extlinkEnabled: extlink === "0" || extlink === "1" ? extlink : null,
		race: isSet$1(flags, "-race"),
		msan: isSet$1(flags, "-msan"),
		asan: isSet$1(flags, "-asan"),
		linkshared: isSet$1(flags, "-linkshared"),
		cgoEnv: cell.cgoEnv,
		isNative: cell.isNative,
		packages: [...reachable(cell.graph, cell.package)].flatMap((path) => cell.graph.get(path) ?? [])
	};
}
/** N of Go 1.N; a version that has no such number is newer than all rules here. */
function minorOf(goVersion) {
	const minor = /^1\.(\d+)/.exec(goVersion)?.[1];
	return minor === void 0 ? Infinity : Number(minor);
}
function isPattern(flags) {
	const last = flags.findLast(({ name }) => name === "-ldflags")?.value?.trim() ?? "";
	return last !== "" && !last.startsWith("-");
}
/** The last -linkmode that is spelled as the go command looks for it. */
function sawExternal(words) {
	return words.flatMap((word, index) => word === "-linkmode" ? [words[index + 1]] : word.startsWith("-linkmode=") ? [word.slice(10)] : []).findLast((mode) => mode === "external" || mode === "internal") === "external";
}

// src/predict/trusted-flags.ts
/** Where the rules stand below GOROOT: the lists, and which flags are held against them. */
const trustedFlagsSources = {
	security: "src/cmd/go/internal/work/security.go",
	exec: "src/cmd/go/internal/work/exec.go"
};
/** Reads the two files of the toolchain. Releases before the token (go1.19.6, go1.20.1) trust every flag. */
function parseTrustedFlags({ security: source, exec }) {
	const compiler = readAllowed(source, "validCompilerFlags");
	const linker = readAllowed(source, "validLinkerFlags");
	const compilerRule = functionBody(source, "checkCompilerFlagsForInternalLink");
	const linkerRule = functionBody(source, "checkLinkerFlagsForInternalLink");
	return {
		readsCppflags: /^\tflagSources := .*"CGO_CPPFLAGS"/m.test(exec),
		distrustedCompilerFlag: (flags) => compilerRule === void 0 ? void 0 : firstDistrusted(flags, compiler, compilerRule),
		distrustedLinkerFlag: (flags) => linkerRule === void 0 ? void 0 : firstDistrusted(flags, linker, linkerRule)
	};
}
function readAllowed(source, name) {
	const patterns = [...listBody(source, name).matchAll(/^\tre\(`([^`]*)`\)/gm)].map(([, text]) => new RegExp(`^(?:${text ?? ""})$`, "s"));
	const words = [...listBody(source, `${name}WithNextArg`).matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "");
	return {
		patterns,
		withArgument: new Set(words)
	};
}
function listBody(source, name) {
	return new RegExp(`^var ${name} = [^{]*\\{\\n(.*?)^\\}`, "ms").exec(source)?.[1] ?? "";
}
function functionBody(source, name) {
	return new RegExp(`^func ${name}\\(.*?^\\}`, "ms").exec(source)?.[0];
}
function firstDistrusted(flags, allowed, rule) {
	const refused = [...rule.matchAll(/fl == "([^"]+)"/g)].map(([, flag]) => flag ?? "");
	const refusedPrefixes = [...rule.matchAll(/HasPrefix\(fl, "([^"]+)"\)/g)].map(([, prefix]) => prefix ?? "");
	for (let at = 0; at < flags.length; at++) {
		const flag = flags[at] ?? "";
		if (refused.includes(flag) || refusedPrefixes.some((prefix) => flag.startsWith(prefix))) return flag;
		if (isAllowed(flag, allowed.patterns)) continue;
		const next = flags[at + 1];
		if (!allowed.withArgument.has(flag) || next === void 0 || !isSafeArgument(flag, next)) return flag;
		at++;
	}
}
function isAllowed(flag, patterns) {
	const matches = (text) => patterns.some((pattern) => pattern.test(text));
	if (matches(flag)) return true;
	if (!flag.startsWith("-Wl,--push-state,")) return false;
	return flag.split(",").slice(1).every((option) => matches(`-Wl,${option}`));
}
function isSafeArgument(flag, argument) {
	const isSafe = (text) => /^[0-9A-Za-z_./\u0080-\uffff]/.test(text);
	if (isSafe(argument)) return true;
	if (flag.startsWith("-Wl,")) return argument.startsWith("-Wl,") && isSafe(argument.slice(4)) && !argument.includes(",", 4);
	return flag === "-I" && /^(?:=|\$SYSROOT)/.test(argument) && isSafe(argument.slice(1));
}

// src/predict/unseen.ts
/**
* Why nobody can say what is below a program: a package that it imports cannot be loaded, so its imports and files are not known.
* null when the graph is whole.
*/
function holeIn({ graph, package: main }) {
	for (const path of reachable(graph, main)) {
		const found = graph.get(path);
		if (path === main || pseudoPackages.has(path)) continue;
		const error = found === void 0 ? "the go command does not list it" : found.error;
		if (error === null) continue;
		return `${path} cannot be loaded (${(importChain(graph, main, path) ?? [main, path]).join(" → ")}): ${error.trim()}`;
	}
	return null;
}
const pseudoPackages = /* @__PURE__ */ new Set(["C", "unsafe"]);
/** What only a build shows of a program that would come out of it. */
function unseenBeforeBuild({ cgoGraph }, facts, [link, linkage]) {
	if (linkage.kind === "fails" || linkage.kind === null) return [];
	const lost = facts.packages.filter((found) => lostCgoFiles(found, cgoGraph)).map(({ importPath }) => importPath);
	const inC = facts.packages.filter((found) => bringsC(found, facts)).map(({ importPath }) => importPath);
	const isStatic = linkage.kind === "static" || linkage.kind === "static-pie";
	return [...lost.length > 0 ? [`whether ${listed(lost)} ${lost.length > 1 ? "compile" : "compiles"} without cgo`] : [], ...isStatic && link.mode === "external" && inC.length > 0 ? [`what the C code of ${listed(inC)} calls`] : []];
}
/** A package has cgo files, and here it is compiled without them. The standard library is complete either way. */
function lostCgoFiles({ importPath, standard, cgoFiles }, cgoGraph) {
	return !standard && cgoFiles.length === 0 && (cgoGraph.get(importPath)?.cgoFiles.length ?? 0) > 0;
}
function bringsC({ importPath, cgoFiles, standard }, { goos }) {
	return !standard && cgoFiles.length > 0 && !isLinkedInternally(importPath, goos);
}

// src/predict/predict.ts
/** Predicts every cell that can be built. Reads Go files and the toolchain's own list of C flags; builds nothing. */
async function predict({ cells, goflags }, go, files) {
	const finder = new DynamicImportFinder(files);
	const [security, exec] = await Promise.all([trustedFlagsSources.security, trustedFlagsSources.exec].map((path) => files.readText(join(go.root, path))));
	const trusted = security === void 0 || exec === void 0 ? null : parseTrustedFlags({
		security,
		exec
	});
	const settings = {
		goVersion: go.version,
		goflags,
		env: go.env
	};
	const missing = await missingCompilers(cells, go, files);
	return cells.map((planned) => {
		if (planned.skip !== null) return {
			planned,
			prediction: null
		};
		const [compiler = ""] = splitCC(planned.cgoEnv.CC);
		const lacks = missing.has(compiler) ? { missingCompiler: compiler } : {};
		const facts = {
			...linkFacts(planned, settings),
			...lacks
		};
		const hole = holeIn(planned);
		const link = decide(planned, hole, () => decideLinkMode(facts, trusted));
		const dynamicImports = finder.find(facts.packages);
		const linkage = hole !== null && errorOf(planned) === null ? notKnown(hole) : predictCell(planned, {
			facts,
			link,
			dynamicImports
		});
		const blind = trusted === null && link.mode === "internal" && link.hasRuntimeCgo;
		const unseen = [
			...linkage.unseen,
			...unseenBeforeBuild(planned, facts, [link, linkage]),
			...linkage.kind === "fails" ? [] : unseenLibraries(planned, facts, go.env),
			...blind ? ["which C flags this Go trusts its own linker with"] : []
		];
		return {
			planned,
			prediction: {
				facts,
				link,
				dynamicImports,
				linkage: {
					...linkage,
					unseen
				}
			}
		};
	});
}
/** What a linker finds on this machine decides which libraries come in. */
function unseenLibraries(planned, facts, given) {
	const cxx = mixedCxx(planned, given);
	return [...cxx === null ? [] : [`which C library comes in: CC is for musl, and Go links C++ with ${cxx}`], ...facts.linkshared ? ["which packages are installed as shared libraries (-linkshared)"] : []];
}
/** No linker is predicted for a program that cannot be loaded whole: what is missing can have C code. */
function decide(planned, hole, ofWhole) {
	const why = errorOf(planned) ?? hole;
	return why === null ? ofWhole() : {
		mode: null,
		reasons: [why],
		hasRuntimeCgo: false,
		outside: [],
		distrusted: []
	};
}
/** Why the main package cannot be loaded, in the go command's words; null where it can. */
function errorOf({ graph, package: main }) {
	return graph.get(main)?.error ?? null;
}
function predictCell(planned, { facts, link, dynamicImports }) {
	const error = errorOf(planned);
	if (error !== null) return cannotBeLoaded(error);
	const isMusl = planned.strategy.needs === "musl" || planned.cgoEnv.CC.includes("musl");
	const fault = knownFault(facts.packages, facts.minor);
	if (fault !== null) return cannotBeLoaded(fault);
	const [glibc] = isMusl && link.mode === "external" ? withoutMusl(facts.packages, planned.flags) : [];
	if (glibc !== void 0) return cannotBeLoaded(glibc.muslTag === null ? `${glibc.path} has C code for glibc alone` : `${glibc.path} brings a library that was compiled for glibc; -tags ${glibc.muslTag} takes the one for musl`);
	return predictLinkage(facts, link, dynamicImports);
}
/** The C compilers that the cells name and that are not here. One that is named from a folder upwards is found by who starts it. */
async function missingCompilers(cells, go, files) {
	const named = new Set(cells.map(({ cgoEnv }) => splitCC(cgoEnv.CC)[0] ?? ""));
	const isLooked = (name) => name !== "" && (isAbsolute(name) || !/[/\\]/.test(name));
	const found = await Promise.all([...named].filter(isLooked).map(async (name) => await files.which(name, go.env) === void 0 ? [name] : []));
	return new Set(found.flat());
}

// src/baseline/examine-needed.ts
/**
* What is known of the head where not everything is built (`build: needed`): built is what ships, and of the other strategies what the
* advice needs a proof of or nobody can predict. What is the same as on the base is built only where it has to be shown: by a rule of
* either side, by `prove`, or as a file to keep.
*/
async function examineNeeded(head, opening, { toolchain, go, ports, examine, advise, savesCache }) {
	const { plan, request } = head;
	const { where, gate, artifacts } = request;
	const context = {
		...where,
		goflags: plan.goflags,
		go,
		files: ports.files,
		onlyProven: true
	};
	const predicting = predict(plan, go, ports.files).then((cells) => explain(withoutBuilding(cells), context));
	await Promise.allSettled([predicting, opening]);
	const [{ cells: predicted }, base] = [await predicting, await opening];
	const sides = [gate, base.kind === "listed" ? base.requirements.rules : null];
	const isOptional = !savesCache && artifacts.prove.length === 0 && artifacts.outputDir === null;
	const same = predicted.filter((cell) => isOptional && mayStayUnbuilt(cell, sides)).map(({ planned }) => planned);
	const unchanged = await findUnchanged(same, base, {
		toolchain,
		ports,
		head
	});
	let cells = predicted;
	const build = async (needed) => {
		cells = await replace(cells, examine({
			...plan,
			cells: inOrder(plan, needed)
		}, request, {
			go,
			ports
		}));
	};
	const proofs = () => neededForProof(cells, (cell) => keepsDemands(cell, gate));
	const first = neededAtFirst(cells, unchanged);
	if (first.length > 0) await build(first);
	for (let needed = proofs(); needed.length > 0; needed = proofs()) await build(needed);
	const recommendation = await recommendAgain(cells, {
		...context,
		untried: []
	});
	return {
		examined: await advise({
			cells,
			recommendation
		}),
		base,
		unchanged
	};
}
function inOrder({ cells }, needed) {
	const wanted = new Set(needed);
	return cells.filter((cell) => wanted.has(cell));
}
async function replace(cells, examined) {
	const made = new Map((await examined).cells.map((cell) => [cell.planned, cell]));
	return cells.map((cell) => made.get(cell.planned) ?? cell);
}

// src/baseline/folder.ts
/**
* In a job: from the root of the repository to a folder, with slashes; of the workspace where there is no repository. A checkout with
* `path:` is below the workspace, and GitHub knows its files without that path. null outside of a job, and for a folder that
* is in neither.
*/
async function folderInRepository(dir, ports) {
	if (!isJob(ports.env)) return null;
	const start = resolve(dir);
	const repository = await findRepository(start, ports);
	if (!("why" in repository)) return join$2(await folderOfRoot(repository.root, ports), repository.prefix);
	const { GITHUB_WORKSPACE: workspace = "" } = ports.env;
	const folder = relative(workspace, start).replaceAll("\\", "/");
	return workspace === "" || /^\.\.(?:\/|$)|^(?:\/|[A-Za-z]:)/.test(folder) ? null : folder;
}
/** From the repository that GitHub shows to one inside of it; empty when it is the same. */
async function folderOfRoot(root, ports) {
	const outer = await superprojectOf(root, ports) ?? await hostOf(root, ports);
	if (outer === null) return "";
	return join$2(await folderOfRoot(outer, ports), relative(outer, root).replaceAll("\\", "/"));
}
/** Of a submodule: its files are no files of the repository around it, but of no other that the job is about either. */
async function superprojectOf(root, ports) {
	const found = await output(gitIn(root, ports)("rev-parse", "--show-superproject-working-tree"));
	return found === null ? null : resolve(found);
}
/** The repository of the job, when another one was cloned into its work tree: a file may have the same name in both. */
async function hostOf(root, ports) {
	const outer = await findRepository(dirname(root), ports);
	if ("why" in outer || outer.root === root) return null;
	return await isOfJob(outer.root, ports) && !await isOfJob(root, ports) ? outer.root : null;
}
async function isOfJob(root, ports) {
	const { GITHUB_REPOSITORY: name = "" } = ports.env;
	const path = (await output(gitIn(root, ports)("config", "--get", "remote.origin.url")) ?? "").toLowerCase().replace(/\/$|(?:\.git)?\/?$/, "");
	return name !== "" && (path.endsWith(`/${name.toLowerCase()}`) || path.endsWith(`:${name.toLowerCase()}`));
}
function join$2(...parts) {
	return parts.filter((part) => part !== "").join("/");
}

// src/cache/contents.ts
const buildEntry = /^[0-9a-f]{2}\/[0-9a-f]{64}-(?:a|d|d\/[^/]+)$/;
/** The files of GOCACHE that hold something. An empty cache still has a README, a time stamp and 256 folders. */
function buildEntries(files) {
	return files.filter(({ path, isFolder }) => !isFolder && buildEntry.test(path));
}
/** So many files of a folder tell whether it is in use. */
const enoughFiles = 64;
/**
* Whether somebody has filled GOCACHE before us. A bare `go env` leaves a few small entries in it, on what the C compiler can do;
* setup-go runs that on every job.
*/
function isBuildCacheInUse(files) {
	const entries = buildEntries(files);
	return entries.length >= 64 / 2 || bytesOf(entries) > 1 << 20;
}
/**
* What was used or made after `since` (ms since 1970). The go command renews the time of an entry that it uses when that is an
* hour old or older (mtimeInterval in cache.go), and that of the folder for a program in a folder.
*/
function usedBuildEntries(files, since) {
	const folders = new Map(files.filter(({ isFolder }) => isFolder).map(({ path, mtimeMs }) => [path, mtimeMs]));
	return buildEntries(files).filter(({ path, mtimeMs }) => {
		const folder = path.slice(0, path.lastIndexOf("/"));
		return Math.max(mtimeMs, (folder.endsWith("-d") ? folders.get(folder) : void 0) ?? 0) > since;
	});
}
/** The folder that the go command unpacks a module's archive into, below GOMODCACHE; undefined for other files. */
function unpackedFolder(path) {
	const match = /^(.+)\/@v\/([^/]+)\.zip(?:hash)?$/.exec(path);
	return match === null ? void 0 : `${match[1] ?? ""}@${match[2] ?? ""}`;
}
/** What is worth keeping of GOMODCACHE/cache/download: no toolchains, which are huge and come another way, and no locks. */
function isModuleFile({ path, isFolder }) {
	return !isFolder && !path.startsWith("golang.org/toolchain/") && !/\.(?:lock|partial|tmp)$/.test(path);
}
function bytesOf(files) {
	return files.reduce((sum, { size }) => sum + size, 0);
}
/** The part of an entry, in bytes, that has to be new or superfluous before it is saved once more. */
const worthwhile = .1;
/** Whether a folder differs enough from what was restored to be saved, and why, as the end of a sentence. */
function judgeChange$1(used, restored) {
	if (used.length === 0) return {
		save: false,
		why: "nothing in it was needed"
	};
	if (restored.length === 0) return {
		save: true,
		why: "it is new"
	};
	const before = new Set(restored.map(({ path }) => path));
	const after = new Set(used.map(({ path }) => path));
	const added = bytesOf(used.filter(({ path }) => !before.has(path)));
	const dropped = bytesOf(restored.filter(({ path }) => !after.has(path)));
	const total = bytesOf(restored);
	const percent = (bytes) => `${Math.round(100 * bytes / Math.max(1, total))} %`;
	return {
		save: added + dropped >= worthwhile * total,
		why: `${percent(added)} of it is new and ${percent(dropped)} of the restored entry was not needed`
	};
}

// src/cache/decide.ts
/**
* Whether a run may restore and save. `auto` is off where an entry would hurt or could have been planted by somebody who may not
* write to the repository; `true` asks only what is possible. What the variables mean: GitHub's documentation of the default
* environment variables and of dependency caching; ACTIONS_* is what the runner hands to JavaScript actions.
*/
function decideCache(wanted, env) {
	if (wanted === "false") return off("cache: false turns it off");
	if (!isSet(env.ACTIONS_RUNTIME_TOKEN) || !(isSet(env.ACTIONS_RESULTS_URL) || isSet(env.ACTIONS_CACHE_URL))) return off("the runner offers no cache service");
	return {
		...limitByMode(wanted === "true" ? decideByWish(env) : decideByEvent(env), env),
		packages: isOfTrustedScope(env)
	};
}
/**
* Whether all that wrote to the cache scopes of this run could write to the repository. A run reads the entries of its own ref first: those
* of a pull request or a merge queue were saved by runs of the very code that is judged (GitHub's documentation of dependency caching,
* "Restrictions for accessing a cache").
*/
function isOfTrustedScope(env) {
	if (/^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/.test(env.GITHUB_REF ?? "")) return false;
	return isTrustedEvent(env) || isRelease(env);
}
/** What others' code leaves behind in a run of the default branch would be believed by every later run. */
function decideByWish(env) {
	const event = env.GITHUB_EVENT_NAME ?? "";
	if (isTrustedEvent(env) || isRelease(env) || event === "pull_request" || event === "merge_group") return on("cache: true asks for it");
	return readOnly(`cache: true is set, but ${nameOfEvent(env)} may run code of people without write access`);
}
function isTrustedEvent(env) {
	return trustedEvents.has(env.GITHUB_EVENT_NAME ?? "");
}
function isRelease(env) {
	return env.GITHUB_EVENT_NAME === "release" || env.GITHUB_REF_TYPE === "tag";
}
function nameOfEvent({ GITHUB_EVENT_NAME: event = "" }) {
	return event === "" ? "an unknown event" : event;
}
function decideByEvent(env) {
	const event = env.GITHUB_EVENT_NAME ?? "";
	if (env.RUNNER_ENVIRONMENT !== "github-hosted") return off("the runner is not hosted by GitHub");
	if (isRelease(env)) return off("releases are built without a cache");
	if (event === "pull_request") return readOnly("a pull request restores only: no other run could read what it saves");
	if (event === "merge_group") return readOnly("a merge queue restores only: no other run could read what it saves");
	if (isTrustedEvent(env)) return on(`started by ${event} on a runner of GitHub's own`);
	return off(`${nameOfEvent(env)} may run code of people without write access`);
}
const trustedEvents = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch"
]);
/** `cache-mode` of the workflow or job; @actions/cache obeys it too, but only after the archive has been packed. */
function limitByMode(decision, env) {
	const mode = (env.ACTIONS_CACHE_MODE ?? "").trim().toLowerCase();
	const why = `the workflow says cache-mode: ${mode}`;
	if (mode === "none") return off(why);
	if (mode === "read") return decision.save ? {
		...decision,
		save: false,
		why
	} : decision;
	if (mode !== "write-only") return decision;
	return decision.save ? {
		...decision,
		restore: false,
		why
	} : off(`${why}, and ${decision.why}`);
}
function isSet(value) {
	return value !== void 0 && value !== "";
}
function on(why) {
	return {
		restore: true,
		save: true,
		packages: true,
		why
	};
}
function readOnly(why) {
	return {
		restore: true,
		save: false,
		packages: true,
		why
	};
}
function off(why) {
	return {
		restore: false,
		save: false,
		packages: false,
		why
	};
}

// src/cache/cache-inputs.ts
const compileVariables = "GOOS GOARCH GO386 GOAMD64 GOARM GOARM64 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT CC CXX CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS".split(" ");
const otherVariables = [
	"GOCACHE",
	"GOCACHEPROG",
	"GOMODCACHE",
	"GOMOD",
	"GOWORK",
	"GOENV",
	"GOROOT"
];
/** Asks the go command and the C compiler what keys are made of. Throws ConfigError as the plan does. */
async function readCacheFacts({ where, build }, modules, context) {
	const environments = await Promise.all(modules.map(({ dir }) => readEnvironment(dir, context)));
	const [env = {}] = environments;
	const goflags = await readGoflags(context.go.env, env, context.ports.files);
	const folders = await moduleFolders(modules, environments, context);
	const texts = await Promise.all(folders.map((folder) => readModuleFiles(folder, context.ports)));
	const compiles = ({ name }) => name !== "-ldflags";
	return {
		buildFolder: (env.GOCACHEPROG ?? "") === "" ? absolute(env.GOCACHE) : null,
		moduleFolder: absolute(env.GOMODCACHE),
		dependencies: texts.flat().join("\n"),
		hasSums: texts.some(([, sum]) => sum !== ""),
		image: await readImage(context.ports),
		configuration: [
			compileVariables.map((name) => env[name]),
			await readCompilerVersion(env.CC ?? "", context),
			[context.go.root, env.GOMODCACHE],
			modules.map(({ patterns }) => patterns),
			where.platforms,
			compileKinds(build.strategies),
			renderFlags(parseGoFlags(build.flags, "flags").filter(compiles)),
			renderFlags(parseGOFLAGS(goflags).filter(compiles))
		]
	};
}
/** What strategies change about compiling; several may come to the same. */
function compileKinds(strategies) {
	const kinds = strategies.map(({ env, tags, buildmode, needs }) => JSON.stringify([
		env,
		tags,
		buildmode,
		needs === "musl"
	]));
	return [...new Set(kinds)].toSorted();
}
async function readEnvironment(dir, { go }) {
	const args = [
		"env",
		"-json",
		...otherVariables,
		...compileVariables
	];
	const result = await go.ask(args, { cwd: dir });
	return JSON.parse(mustSucceed("go env", result));
}
/** Where the go.mod files are: of each place where go runs, and of what a workspace joins. */
async function moduleFolders(modules, environments, { go }) {
	const found = environments.map(async ({ GOMOD = "", GOWORK = "" }, index) => {
		const own = isAbsolute(GOMOD) ? [dirname(GOMOD)] : [];
		if (!isAbsolute(GOWORK)) return own;
		const workspace = dirname(GOWORK);
		const cwd = modules[index]?.dir ?? workspace;
		const { exitCode, stdout } = await go.ask([
			"work",
			"edit",
			"-json"
		], { cwd });
		const { Use = [] } = exitCode === 0 ? JSON.parse(stdout) : {};
		return [
			...own,
			workspace,
			...(Use ?? []).map(({ DiskPath }) => absolute(DiskPath) ?? join(workspace, DiskPath))
		];
	});
	return [...new Set((await Promise.all(found)).flat())].toSorted();
}
/** go.mod and go.sum, or what a workspace has of them; an empty text for what is not there. */
async function readModuleFiles(folder, { files }) {
	const read = async (name) => await files.readText(join(folder, name)) ?? "";
	return [await read("go.mod") + await read("go.work"), await read("go.sum") + await read("go.work.sum")];
}
/** A container has another C library than the image of its runner, so the system's own word goes first. */
async function readImage({ files, env, host }) {
	const release = host.os === "linux" ? await files.readText("/etc/os-release") ?? "" : "";
	const field = (name) => new RegExp(`^${name}="?([^"\\n]*)`, "m").exec(release)?.[1] ?? "";
	return [field("ID"), field("VERSION_ID")].filter((text) => text !== "").join("_") || (env.ImageOS ?? "");
}
async function readCompilerVersion(cc, { go, ports }) {
	const [program = "", ...args] = splitCC(cc);
	const path = await ports.files.which(program, go.env);
	if (path === void 0) return null;
	const { stdout } = await ports.ask(path, [...args, "--version"], {
		cwd: ".",
		env: go.env
	});
	return stdout.split("\n")[0] ?? "";
}
/** GOCACHE may be `off`. */
function absolute(path) {
	return path !== void 0 && isAbsolute(path) ? path : null;
}

// src/cache/keys.ts
/** Part of every key: raise it when what an entry holds changes. */
const layout = "go-linkage-1";
/**
* Keys of the build cache. A wrong key costs time and never a wrong build: the go command looks its entries up by a hash of all
* that goes into them. The week ends a chain of entries that each grew out of the one before. Not in the key: -ldflags, which
* no compiled package depends on.
*/
async function buildKeys(facts) {
	const { os, arch, image, goVersion } = facts;
	const configuration = await shortHash(JSON.stringify(facts.configuration));
	const same = [
		"build",
		os,
		arch,
		image,
		`go${goVersion}`,
		configuration
	].map(plain$1);
	const week = weekOf(facts.today);
	return {
		key: join$1(...same, week, await shortHash(facts.dependencies)),
		restoreKeys: [`${join$1(...same, week)}-`, `${join$1(...same)}-`]
	};
}
/** Keys of the module download cache, which is the same on every system. */
async function moduleKeys(patterns, dependencies) {
	return {
		key: join$1("modules", await shortHash(JSON.stringify([patterns, dependencies]))),
		restoreKeys: [`${join$1("modules")}-`]
	};
}
/** GitHub gives keys back as they were saved, other servers in lower case. */
function isSameKey(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
/** The ISO week, `2026w47`: weeks begin on Monday, and the year is that of the week's Thursday. */
function weekOf(date) {
	const day = 864e5;
	const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
	const thursday = new Date(midnight + (4 - (date.getUTCDay() || 7)) * day);
	const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * day));
	return `${thursday.getUTCFullYear()}w${String(week).padStart(2, "0")}`;
}
function join$1(...parts) {
	return [layout, ...parts].join("-");
}
/** Keys may have 512 characters and no comma; what people name their images is short, but not ours to trust. */
function plain$1(part) {
	return part.replace(/[^\w.+]+/g, "_").slice(0, 40) || "unknown";
}
async function shortHash(text) {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(digest).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// src/cache/cache.ts
/** Restores what an earlier run left for this one. A cache that does not work costs its deadline at most, and no failure. */
async function openCache(request, modules, { go, ports }) {
	const { folderCache: port, log } = ports;
	if (port === void 0) return null;
	const decision = decideCache(request.cache, ports.env);
	const open = {
		port,
		input: request.cache,
		decision,
		restoreMs: 0
	};
	if (!decision.restore && !decision.save) {
		const text = `no build cache: ${decision.why}`;
		if (request.cache === "true") log.warning(text);
		else log.info(text);
		return {
			...open,
			entries: []
		};
	}
	return log.group("Restore the build cache", async () => {
		const started = ports.now();
		const entries = await fetchEntries(request, {
			go,
			modules,
			ports,
			port,
			decision
		});
		for (const entry of entries) log.info(describeFetched(entry));
		return {
			...open,
			entries,
			restoreMs: ports.now() - started
		};
	});
}
/** What goes wrong on the way is said and not thrown, but for what would stop the plan as well. */
async function fetchEntries(request, context) {
	const { modules, ports, port, decision } = context;
	try {
		const wanted = await wantedEntries(await readCacheFacts(request, modules, context), request, context);
		return await Promise.all(wanted.map((entry) => fetchEntry(entry, decision, port)));
	} catch (thrown) {
		if (thrown instanceof ConfigError || thrown instanceof Interrupted) throw thrown;
		ports.log.info(`no build cache: ${toError(thrown).message}`);
		return [];
	}
}
async function wantedEntries({ buildFolder, moduleFolder, hasSums, ...facts }, request, context) {
	const entries = [];
	if (buildFolder !== null && request.mode === "check") {
		const { os, arch } = context.ports.host;
		const today = new Date(context.port.time());
		const keys = await buildKeys({
			...facts,
			os,
			arch,
			goVersion: context.go.version,
			today
		});
		entries.push({
			name: "build",
			root: buildFolder,
			folder: buildFolder,
			...keys
		});
	}
	if (moduleFolder !== null && hasSums) {
		const patterns = context.modules.map((module) => module.patterns);
		const keys = await moduleKeys(patterns, facts.dependencies);
		entries.push({
			name: "modules",
			root: moduleFolder,
			folder: join(moduleFolder, "cache", "download"),
			...keys
		});
	}
	return entries;
}
const notFromChange = "left alone: the change that is judged may have saved it, and Go would believe its objects";
/** Nothing is put beside what somebody else has put there: it may be better, and a module cache is not to be written over. */
async function fetchEntry(entry, decision, port) {
	const isBuild = entry.name === "build";
	const files = await port.list(entry.root, 64);
	if (isBuild ? isBuildCacheInUse(files) : files.some(({ isFolder }) => !isFolder)) {
		const variable = isBuild ? "GOCACHE" : "GOMODCACHE";
		return {
			...entry,
			refused: `left alone: ${variable} was not empty when this step began`,
			fetched: null
		};
	}
	if (isBuild && !decision.packages) return {
		...entry,
		refused: notFromChange,
		fetched: null
	};
	if (!decision.restore) return {
		...entry,
		refused: null,
		fetched: null
	};
	return {
		...entry,
		refused: null,
		fetched: await port.fetch({
			...entry,
			beside: dirname(entry.root)
		})
	};
}
function describeFetched({ name, key, refused, fetched }) {
	if (refused !== null) return `${name}: ${refused}`;
	if (fetched?.matchedKey == null) return `${name}: nothing restored (${fetched?.trouble ?? "no entry"}) for ${key}`;
	return `${name}: restored ${fetched.matchedKey}`;
}
/**
* Sets aside what this run used, to be saved when the job ends; the caches themselves are left as they are. Without a single
* build that came to an end there is nothing: keys are for ever, and half an entry would stand in the way of a whole one.
*/
async function closeCache(open, cells, ports) {
	if (open === null) return null;
	const { decision, input, restoreMs } = open;
	const isDone = cells === null || cells.some(({ status }) => status === "built");
	const report = {
		input,
		restores: decision.restore,
		saves: decision.save,
		why: decision.why,
		entries: await Promise.all(open.entries.map((entry) => closeEntry(entry, {
			open,
			isDone
		}, ports))),
		timing: { restoreMs: Math.round(restoreMs) }
	};
	if (report.entries.length > 0) ports.log.info(describeCache(report));
	return report;
}
async function closeEntry(entry, closing, ports) {
	const { name, key, restoreKeys, fetched } = entry;
	const matchedKey = fetched?.matchedKey ?? null;
	const hit = matchedKey === null ? "none" : isSameKey(matchedKey, key) ? "exact" : "older";
	const common = {
		name,
		key,
		restoreKeys,
		hit,
		matchedKey,
		restored: fetched === null || matchedKey === null ? null : {
			archiveBytes: fetched.archiveBytes,
			bytes: bytesOf(fetched.files)
		}
	};
	const whyNot = whyNotSaved(entry, closing, hit);
	if (whyNot !== null) return {
		...common,
		saved: null,
		why: whyNot
	};
	try {
		const used = await usedFiles(entry, closing.open.port, ports);
		const { save, why } = judgeChange$1(used, fetched?.files ?? []);
		if (!save) return {
			...common,
			saved: null,
			why: `not saved: ${why}`
		};
		const trouble = await closing.open.port.keep({
			...entry,
			beside: dirname(entry.root)
		}, used);
		if (trouble !== null) return {
			...common,
			saved: null,
			why: `not saved: ${trouble}`
		};
		return {
			...common,
			saved: { bytes: bytesOf(used) },
			why: `saved when the job ends: ${why}`
		};
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		return {
			...common,
			saved: null,
			why: `not saved: ${toError(thrown).message}`
		};
	}
}
function whyNotSaved({ refused, fetched }, { open, isDone }, hit) {
	if (refused !== null) return refused;
	if (hit === "exact") return "not saved: it is there already";
	if (!open.decision.save) return `not saved: ${open.decision.why}`;
	if (!isDone) return "not saved: no build came to an end";
	return fetched?.answers === false ? `not saved: ${fetched.trouble ?? "the service does not answer"}` : null;
}
async function usedFiles(entry, port, { files }) {
	const found = await port.list(entry.folder);
	if (entry.name === "build") return usedBuildEntries(found, port.staleTime);
	return (await Promise.all(found.filter(isModuleFile).map(async (file) => {
		const unpacked = unpackedFolder(file.path);
		return unpacked === void 0 || await files.kindOf(join(entry.root, unpacked)) === "folder" ? [file] : [];
	}))).flat();
}

// src/explain/explain-files.ts
/** Files that something else built, as cells: nothing is known of their build. */
function explainFiles(files) {
	return files.toSorted((a, b) => a.path < b.path ? -1 : 1).map((file) => describeFile(file, files));
}
/** In a package, where the package can be installed. */
function runsOnOfFile({ inspection, packed }, platform, findings) {
	const { linkage } = inspection;
	const rows = runsOnOf({
		platform,
		linkage,
		inspection,
		machineFlags: [],
		broken: brokenBy(findings)
	});
	return packed === null ? rows : runsOnOfPackage(rows, packed);
}
/** A judged file, as a cell. `all`: the files that it was found with. */
function describeFile(artifact, all = [artifact]) {
	const { path, inspection, proof } = artifact;
	const { go } = inspection;
	const users = (inspection.cgoCalls ?? []).map((each) => ({
		package: each.package,
		chain: [],
		file: null,
		line: null
	}));
	const platform = `${goosOf(inspection) ?? "unknown"}/${goarchOf(inspection) ?? "unknown"}`;
	const findings = findingsOfFile(artifact, users, all);
	const { needs, cgoCalls } = inspection;
	return {
		package: go?.path ?? path,
		platform,
		strategy: null,
		role: "ships",
		status: "built",
		reason: null,
		linkage: linkageOf(inspection),
		link: {
			mode: inspection.linkMode,
			reasons: []
		},
		planned: null,
		build: null,
		artifact,
		container: artifact.container,
		proof,
		prediction: null,
		cgo: users,
		buildInfo: go,
		findings,
		runsOn: inspection.format === "elf" ? runsOnOfFile(artifact, platform, findings) : [],
		floors: needs === null ? [] : floorsOf(needs, {
			users,
			calls: cgoCalls,
			go
		})
	};
}

// src/explain/explain-images.ts
/** Entrypoints of images, as cells: one for each platform. */
function explainImages(images) {
	return images.map(explainImage);
}
function explainImage({ path, container: of, format, file, start }) {
	const { platform } = start;
	const own = startFindings(start);
	if (file === null) {
		const name = start.entrypoint[0] === void 0 ? path : `${path}!/${withoutRoot(start.entrypoint[0])}`;
		const container = {
			path: of,
			member: withoutRoot(start.entrypoint[0] ?? ""),
			format
		};
		return {
			...skipped,
			package: name,
			platform,
			reason: start.reason,
			findings: own,
			image: start,
			container
		};
	}
	const container = {
		path: of,
		member: withoutRoot(file.path),
		format
	};
	const cell = describeFile({
		...file,
		path: `${path}!${file.path}`,
		proof: null,
		container,
		file: null,
		packed: null,
		listed: null
	});
	const isSettled = ({ kind }) => start.outcome === "starts" && catalog[kind].isSettledByStart === true;
	const findings = [...own, ...cell.findings.filter((each) => !isSettled(each))];
	return {
		...cell,
		platform,
		findings,
		image: start
	};
}
function withoutRoot(path) {
	return path.replace(/^\/+/, "");
}
/** Nothing but the image is known. */
const skipped = {
	strategy: null,
	role: "ships",
	status: "skipped",
	linkage: null,
	link: {
		mode: "unknown",
		reasons: []
	},
	planned: null,
	build: null,
	artifact: null,
	proof: null,
	prediction: null,
	cgo: [],
	buildInfo: null,
	runsOn: [],
	floors: []
};
/** What `images` asks for is that the entrypoint starts: what is not known of that warns. */
function startFindings({ outcome, reason }) {
	if (outcome === "starts") return [];
	return [{
		kind: "image-start",
		level: outcome === "does-not-start" ? "error" : "warning",
		message: reason,
		cause: null,
		fix: null,
		...nowhere$2
	}];
}

// src/plan/syntax-errors.ts
/** Files in one call: a command line has an end. */
const filesAtOnce = 500;
/**
* The same cells, with the first syntax error of each package as its error. `go list` reads a file only down to its imports, so what is
* below them nobody has read before a build. gofmt parses the packages that are no published modules; those were built before.
*/
async function withSyntaxErrors(cells, go, files) {
	const graphs = new Set(cells.filter(({ flags }) => !isSet$1(flags, "-overlay")).map(({ graph }) => graph));
	if (await files.size(go.gofmt) === void 0) return cells;
	const errors = await readErrors([...new Set([...graphs].flatMap((graph) => [...graph.values()].flatMap(localFiles)))], go, cells[0]?.moduleDir ?? ".");
	if (errors.size === 0) return cells;
	const marked = new Map([...graphs].map((graph) => [graph, withErrors(graph, errors)]));
	return cells.map((cell) => ({
		...cell,
		graph: marked.get(cell.graph) ?? cell.graph
	}));
}
/** The Go files of a package that somebody may be working on: not of the standard library, the module cache or a vendor folder. */
function localFiles({ standard, goMod, dir, goFiles, cgoFiles }) {
	if (standard || goMod === null || /@v\d/.test(dir)) return [];
	return [...goFiles, ...cgoFiles].map((name) => join(dir, name));
}
/** What gofmt says of the files that it cannot parse: the first error of each, without the file's name. */
async function readErrors(paths, go, cwd) {
	const found = /* @__PURE__ */ new Map();
	for (let from = 0; from < paths.length; from += filesAtOnce) {
		const { stderr } = await go.parse(["-l", ...paths.slice(from, from + filesAtOnce)], { cwd });
		for (const [, path = "", rest = ""] of stderr.matchAll(/^(.+?\.go):(\d+:\d+: .+)$/gm)) if (!found.has(path)) found.set(path, rest);
	}
	return found;
}
function withErrors(graph, errors) {
	const mark = (each) => {
		const path = localFiles(each).find((file) => errors.has(file));
		if (path === void 0 || each.error !== null) return each;
		const moduleDir = (each.goMod ?? "").replace(/[/\\]go\.mod$/, "");
		return {
			...each,
			error: withoutFolder(`${path}:${errors.get(path) ?? ""}`, moduleDir)
		};
	};
	return new Map([...graph].map(([name, each]) => [name, mark(each)]));
}

// src/explain/advise-untried.ts
/**
* Adds predictions of the strategies that this run did not build to the advice, if no build is recommended. If those strategies cannot be
* planned, the advice stays as it is: the report matters more.
*/
async function adviseUntried(examined, request, { modules, go, ports }) {
	const strategies = untriedRemedies(examined);
	if (strategies.length === 0) return examined;
	const { where, build: how } = request;
	const { files } = ports;
	try {
		const asked = {
			where,
			build: {
				...how,
				strategies
			}
		};
		const { cells: all, goflags } = await plan(asked, modules, {
			go,
			ports,
			release: null
		});
		const cells = all.filter((cell) => examined.cells.some(({ planned }) => isSameTarget(planned, cell)));
		const read = request.mode === "explain" ? await withSyntaxErrors(cells, go, files) : cells;
		const predicted = withoutBuilding(await predict({
			cells: read,
			goflags
		}, go, files));
		const untried = (await explain(predicted, {
			...where,
			goflags,
			go,
			files
		})).cells;
		const onlyProven = how.scope === "needed";
		const recommendation = await recommendAgain(examined.cells, {
			...where,
			go,
			files,
			untried,
			onlyProven
		});
		return {
			...examined,
			recommendation
		};
	} catch (thrown) {
		if (thrown instanceof ConfigError || thrown instanceof MachineFault) return examined;
		throw thrown;
	}
}
function isSameTarget(a, b) {
	return a.package === b.package && a.platform.name === b.platform.name;
}

// src/inspect/find-given.ts
/**
* The files that paths, folders and globs name, each once. Links in a folder are not followed: what they lead to in it is looked at
* itself. Throws ConfigError for what cannot be meant: nothing matched, no such file.
*/
async function findGiven(patterns, cwd, files) {
	const found = /* @__PURE__ */ new Map();
	const skipped = [];
	for (const pattern of patterns) {
		const kind = await files.kindOf(resolve(cwd, pattern));
		if (kind === "folder") {
			const below = await findBelow(pattern, cwd, files);
			for (const path of below.paths) if (!found.has(path)) found.set(path, {
				path,
				by: pattern,
				how: "folder"
			});
			skipped.push(...below.skipped);
			continue;
		}
		if (kind !== void 0) {
			found.set(pattern, {
				path: pattern,
				by: pattern,
				how: "name"
			});
			continue;
		}
		if (!/[*?[\]{}!]/.test(pattern)) throw new ConfigError(`binaries: there is no file "${pattern}"`);
		const matches = await files.glob(pattern, cwd);
		if (matches.length === 0) throw new ConfigError(`binaries: "${pattern}" matches no file`);
		for (const path of matches) if (!found.has(path)) found.set(path, {
			path,
			by: pattern,
			how: "glob"
		});
	}
	return {
		paths: [...found.values()],
		skipped
	};
}
/** Git's own files, where a repository itself is named. */
const ofGit = /^(?:.*\/)?\.git\//;
async function findBelow(folder, cwd, files) {
	const below = await walk(folder, cwd, files);
	const shown = (path) => join(folder, path);
	const own = below.filter(({ path }) => !ofGit.test(path));
	const skipped = own.flatMap(({ path, kind }) => {
		if (kind === "file") return [];
		return {
			path: shown(path),
			reason: kind === "link" ? "symbolic link, which is not followed" : "device, pipe or socket"
		};
	});
	return {
		paths: own.flatMap(({ path, kind }) => kind === "file" ? shown(path) : []),
		skipped
	};
}
async function walk(folder, cwd, files) {
	try {
		return await files.walk(resolve(cwd, folder));
	} catch (thrown) {
		throw new ConfigError(`binaries: "${folder}" cannot be read: ${toError(thrown).message}`, { cause: thrown });
	}
}

// src/inspect/given.ts
/**
* Judges the files that paths, folders and globs name, and the programs in archives among them. What lies beside programs is skipped
* with a word in the log (beside.ts). Throws ConfigError for what cannot be meant: nothing matched, a file or an archive without a
* program, a device, no such file.
*/
async function inspectGiven(request, ports) {
	const { workingDirectory } = request;
	const { paths, skipped: unread } = request.found;
	const all = [];
	const skipped = [...unread];
	const read = makeReader(request, ports);
	for (const named of paths) {
		const found = await read(named);
		if (named.how === "name" && found.files.length === 0) throw withoutProgram(named.path);
		all.push(...found.files);
		skipped.push(...found.skipped);
	}
	tellSkipped(skipped, ports.log);
	const listed = await readListings(all, {
		paths: paths.map(({ path }) => path),
		workingDirectory
	}, ports.files);
	if (all.length === 0) throw withoutProgram(request.binaries.join(" "));
	return {
		files: listed,
		skipped: skipped.toSorted((a, b) => a.path < b.path ? -1 : 1)
	};
}
/** What goreleaser says of the files, where it has left a list in a folder of theirs or in the one above. */
async function readListings(all, named, files) {
	const { paths, workingDirectory } = named;
	const folders = new Set(paths.flatMap((path) => [dirname(path), dirname(dirname(path))]));
	if (!(await Promise.all(Array.from(folders, (folder) => files.kindOf(resolve(workingDirectory, folder, "artifacts.json"))))).includes("file")) return all;
	const { withListings } = await import("./goreleaser-dist.js");
	return withListings(all, {
		folders: [...folders],
		...named
	}, files);
}
function withoutProgram(named) {
	return new ConfigError(`binaries: "${named}" matches no executable`);
}
function tellSkipped(skipped, log) {
	if (skipped.length === 0) return;
	const more = skipped.length > 3 ? ` and ${skipped.length - 3} more` : "";
	const some = skipped.slice(0, 3).map(({ path, reason }) => `${path} (${reason})`);
	log.info(`skipped (not an executable): ${some.join(", ")}${more}`);
}
/** Readers of archives are loaded with the first one. */
function makeReader(request, ports) {
	let reader;
	const load = async () => {
		const { makeContainerReader } = await import("./containers.js");
		return makeContainerReader(request, ports);
	};
	return async (named) => {
		const seen = look(named, request, ports);
		if (seen.kind === "archive") {
			reader ??= load();
			return (await reader)(named.path);
		}
		return seen.kind === "unread" ? {
			files: [await withDigest(seen.file, request, ports.files)],
			skipped: []
		} : judge$2(named, seen.file, {
			request,
			files: ports.files
		});
	};
}
async function judge$2({ path, how }, file, { request, files }) {
	const { inspection } = file;
	if (how !== "name" && isBeside(path, inspection)) return {
		files: [],
		skipped: [{
			path,
			reason: inspection.what.replace(/ file$/, "")
		}]
	};
	if (how === "name" && inspection.format === null && inspection.what.includes("archive")) throw new ConfigError(`binaries: "${path}" is not an executable (${inspection.what}): unpack it and name the binary inside`);
	return {
		files: [await withDigest(file, request, files)],
		skipped: []
	};
}
async function withDigest(file, { digests, workingDirectory }, files) {
	return {
		...file,
		sha256: digests ? await files.sha256(resolve(workingDirectory, file.path)) : null
	};
}
/** What a file is, and all that its own bytes say if it is a program. */
function look({ path }, { workingDirectory }, { files, now }) {
	const file = resolve(workingDirectory, path);
	const started = now();
	try {
		return files.withSource(file, (source) => {
			const { kind } = detect(source);
			if (kind === "other" && archiveOf(source.read(0, START)) !== null) return { kind: "archive" };
			const unread = kind === "other" ? findUnreadContainer(source) : void 0;
			const inspection = unread === void 0 ? inspect(source, { cgoCalls: true }) : unreadableFile(unread, `${unread}, which is not read: unpack it and name the programs in it`);
			const inspectMs = Math.round(now() - started);
			const given = {
				path,
				size: source.size,
				sha256: null,
				inspection,
				inspectMs,
				proof: null
			};
			return {
				kind: unread === void 0 ? "file" : "unread",
				file: {
					...given,
					container: null,
					packed: null,
					listed: null,
					file
				}
			};
		});
	} catch (thrown) {
		throw new ConfigError(`binaries: "${path}" cannot be read: ${toError(thrown).message}`);
	}
}

// src/images/find-images.ts
/** The images that the input names. Throws ConfigError for a path or glob without a match. */
async function findImages({ workingDirectory, images }, { files }) {
	const found = /* @__PURE__ */ new Map();
	for (const pattern of images) for (const each of await matchesOf(pattern, workingDirectory, files)) if (!found.has(each.path)) found.set(each.path, each);
	return [...found.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
}
async function matchesOf(pattern, cwd, files) {
	const kind = await files.kindOf(resolve(cwd, pattern));
	if (kind === "other") throw new ConfigError(`images: "${pattern}" is neither a file nor a folder`);
	if (kind !== void 0) return [{
		path: pattern,
		byName: true
	}];
	if (!/[*?[\]{}!]/.test(pattern)) throw new ConfigError(`images: "${pattern}" does not exist; name a file, a folder or a glob`);
	const matches = await files.glob(pattern, cwd);
	if (matches.length === 0) throw new ConfigError(`images: "${pattern}" matches no file`);
	return matches.map((path) => ({
		path,
		byName: false
	}));
}
/** Files that a call names → the images among them, and the rest: all files of a layout are one image. */
async function splitImages(paths, workingDirectory, ports) {
	const names = new Set(paths.map(({ path }) => path.replaceAll("\\", "/")));
	const layouts = [...names].flatMap((path) => {
		const folder = posix.dirname(path);
		return posix.basename(path) === "oci-layout" && names.has(posix.join(folder, "index.json")) ? folder : [];
	});
	const images = layouts.map((path) => ({
		path,
		byName: true
	}));
	const others = [];
	for (const named of paths) {
		const { path } = named;
		if (layouts.some((folder) => folder === "." || path.replaceAll("\\", "/").startsWith(`${folder}/`))) continue;
		if (await isImageArchive(resolve(workingDirectory, path), ports)) images.push({
			path,
			byName: true
		});
		else others.push(named);
	}
	return {
		images: images.toSorted((a, b) => a.path < b.path ? -1 : 1),
		others
	};
}
/** By the names in it. Most archives tell by the first one that they are none. */
async function isImageArchive(path, { files, decompression }) {
	if (!mayBeArchive(path, files)) return false;
	const { holdsImage } = await import("./holds-image.js");
	return holdsImage(files.stream(path), decompression);
}
/** What cannot be read is for the readers of files to tell. */
function mayBeArchive(path, files) {
	try {
		return /^(?:tar|gzip|zstd|xz|bzip2) archive$/.test(files.withSource(path, detect).what);
	} catch {
		return false;
	}
}

// src/images/inspect-paths.ts
/** The files of a call and the programs in archives among them, and the entrypoints of images, which are no archives of programs. */
async function inspectPaths({ where, artifacts }, ports) {
	const { workingDirectory, binaries } = where;
	const named = await findImages(where, ports);
	const found = await findGiven(binaries, workingDirectory, ports.files);
	const { images, others } = await splitImages(found.paths, workingDirectory, ports);
	const isToStart = artifacts.prove.length > 0;
	const { files: given, skipped } = others.length === 0 && named.length + images.length > 0 ? {
		files: [],
		skipped: found.skipped
	} : await inspectGiven({
		workingDirectory,
		binaries,
		...artifacts,
		isToStart,
		found: {
			...found,
			paths: others
		}
	}, ports);
	const all = [...named, ...images.filter(({ path }) => !named.some((each) => each.path === path))];
	if (all.length === 0) return {
		given,
		images: [],
		skippedFiles: skipped
	};
	const { inspectImages } = await import("./inspect-images.js");
	const ofImages = await inspectImages({
		workingDirectory,
		...artifacts,
		images: all
	}, ports);
	return {
		given,
		images: ofImages.images,
		skippedFiles: [...skipped, ...ofImages.skipped]
	};
}

// src/inspect/inspect.ts
/** Judges every artifact by its own bytes, and moves it to `outputDir/PLATFORM/STRATEGY/NAME` when a folder was asked for. */
async function inspectEach(cells, outputDir, ports) {
	return Promise.all(cells.map(async (cell) => {
		const { build, planned } = cell;
		if (build.status !== "built") return {
			...cell,
			artifact: null
		};
		try {
			return {
				...cell,
				artifact: await inspectOne(build, outputPath(planned, outputDir), ports)
			};
		} catch (thrown) {
			return {
				...cell,
				build: {
					...build,
					...failedBy(thrown)
				},
				artifact: null
			};
		}
	}));
}
/** What the machine does not let us read or keep is as good as not built, and the others may still be judged. Throws all else. */
function failedBy(thrown) {
	const trouble = describeMachineTrouble(toError(thrown));
	if (trouble === null) throw thrown;
	return {
		status: "failed",
		output: `the artifact cannot be read or kept: ${trouble}\n`
	};
}
async function inspectOne({ file, fileName }, folder, { files, now }) {
	const started = now();
	const { inspection, size } = files.withSource(file, (source) => ({
		inspection: inspect(source, { hostFiles: true }),
		size: source.size
	}));
	const inspectMs = Math.round(now() - started);
	const sha256 = await files.sha256(file);
	const path = folder && join(folder, fileName);
	if (path !== null) await files.move(file, path);
	return {
		path,
		size,
		sha256,
		inspection,
		inspectMs
	};
}
/** The folder for a cell's artifact. Two main packages can have one file name: the import path keeps them apart. */
function outputPath({ platform, strategy, package: path }, outputDir) {
	return outputDir && join(outputDir, platform.name.replaceAll("/", "-"), strategy.name, path);
}

// src/judge/changed-setting.ts
/** Settings that decide how a program is linked; all others build what they build in the same way. */
const linking = /^(?:ship|flags|go-version|go-version-file|strategies\..+|[A-Z][A-Z0-9_]*)$/;
/** An input, a variable or a strategy to which this change gives another value, with its line. */
function changedSetting(settings, { recorded, hunks }) {
	const changes = settings.filter(({ name }) => linking.test(name)).toSorted((a, b) => Number(isRecorded(b, recorded)) - Number(isRecorded(a, recorded)));
	const [first] = changes;
	if (first === void 0) return void 0;
	const place = placeOf(first, hunks);
	return {
		text: `${place.file === null ? "this change sets how it is built" : `${place.file}:${place.line ?? 1}${isGone(place.file, hunks) ? " (the file was removed)" : ""}`}: ${listed(changes.map(describe$1))}`,
		...place
	};
}
/** Whether the go command recorded what this sets. */
function isRecorded({ name, before, after }, recorded) {
	const text = [
		name,
		before,
		after
	].join(" ").toLowerCase();
	return recorded.some(({ key }) => text.includes(key.replace(/^-/, "").toLowerCase()));
}
/** The line that the change touched: a list may stand below its key, and what was taken out has left a gap. */
function placeOf({ name, file, line }, hunks) {
	const pieces = file === null ? [] : hunks.get(file) ?? [];
	if (file === null || pieces.length === 0) return {
		file,
		line: file === null ? null : line ?? 1
	};
	if (line === null) return {
		file,
		line: Math.max(gapOf$1(name, pieces).line, 1)
	};
	return {
		file,
		line: (pieces.some((hunk) => line >= hunk.line && line < hunk.line + hunk.count) ? void 0 : pieces.find((hunk) => hunk.line >= line))?.line ?? line
	};
}
/** git places what is left of a removed file in front of its first line. */
function isGone(file, hunks) {
	const [only, more] = hunks.get(file) ?? [];
	return only?.line === 0 && only.count === 0 && more === void 0;
}
function gapOf$1(name, pieces) {
	const key = name.split(".").at(-1) ?? name;
	return pieces.find(({ removed }) => removed.some((text) => text.includes(key))) ?? pieces[0] ?? { line: 1 };
}
function describe$1({ name, before, after }) {
	const [, strategy, key] = /^strategies\.(.+?)\.(\w+(?:\.\w+)?)$/.exec(name) ?? [];
	if (strategy === void 0 || key === void 0) return `${labels[name] ?? name} is ${shown(after)} (${shown(before)} before)`;
	const flag = flagOf(key);
	if (key !== "tags") return `strategy ${strategy} has ${flag}${shown(after)} (${shown(before)} before)`;
	const [lost, gained] = [itemsWithout(before, after), itemsWithout(after, before)];
	const parts = [...lost.length === 0 ? [] : [`lost ${flag}${lost.join(",")}`], ...gained.length === 0 ? [] : [`gained ${flag}${gained.join(",")}`]];
	return `strategy ${strategy} ${listed(parts)}`;
}
const labels = {
	"go-version": "Go",
	CC: "the C compiler (CC)",
	CXX: "the C++ compiler (CXX)"
};
/** `linkmode` → `-linkmode=`, `env.CC` → `CC=`. */
function flagOf(key) {
	return key.startsWith("env.") ? `${key.slice(4)}=` : `-${key}=`;
}
function itemsWithout(text, other) {
	const excluded = new Set((other ?? "").split(","));
	return (text ?? "").split(",").filter((item) => item !== "" && !excluded.has(item));
}
function shown(value) {
	return value === null || value === "" ? "not set" : value;
}

// src/judge/recorded-change.ts
const decisive = [
	"-buildmode",
	"-tags",
	"-race",
	"-msan",
	"-asan",
	"CGO_ENABLED",
	"GOEXPERIMENT"
];
/** What the go command itself recorded of flags and variables. A change can bring them along in a file that GOENV names. */
function recordedChanges(head, base) {
	const [after, before] = [head.buildInfo, base.buildInfo];
	if (after === null || before === null) return [];
	const flags = decisive.map((key) => {
		return {
			key,
			before: before.settings[key] ?? null,
			after: after.settings[key] ?? null
		};
	});
	const go = {
		key: "Go",
		before: before.goVersion,
		after: after.goVersion
	};
	return [...flags, go].filter((change) => change.before !== change.after);
}
/** `-buildmode=pie (exe before)` */
function describeRecorded({ key, before, after }) {
	if (key === "Go") return `${after ?? "another Go"} (${before ?? "not known"} before)`;
	return `${key}=${after ?? ""} (${before ?? "not set"} before)`;
}

// src/judge/cause.ts
const nowhere = {
	file: null,
	line: null
};
/**
* The one difference between base and head that explains a regression, nearest first: a line of the change that brings C in or takes it
* out, an input or a variable of the workflow or the config file, C code, a flag, the linker, a library. What the change did not touch
* is blamed only where nothing else is left.
*/
function causeOf(head, base, differences) {
	const { hunks, settings } = differences;
	const arrivals = relevantArrivals(head, base, differences);
	const describe = (arrival) => arrival && describeArrival(arrival, head);
	const removed = removedImport(head, base, hunks);
	const isInChange = removed?.file != null && (hunks.get(removed.file) ?? []).length > 0;
	const recorded = recordedChanges(head, base);
	const isCode = ({ by }) => by === "c-code";
	return describe(arrivals.find((each) => !isCode(each))) ?? (isInChange ? removed : void 0) ?? changedSetting(settings, {
		recorded,
		hunks
	}) ?? describe(arrivals.find(isCode)) ?? (recorded.length === 0 ? void 0 : {
		text: `it is built with ${listed(recorded.map(describeRecorded))}`,
		...nowhere
	}) ?? addedImport(head, base, hunks) ?? removed ?? addedFinding(head, base) ?? otherLinker(head, base) ?? {
		text: "no import, setting or linker change explains this: check the C sources and the build flags",
		...nowhere
	};
}
/** What is not part of this build, and what nothing that got worse names, explains nothing: `import "net"` where cgo is off. */
function relevantArrivals(head, base, { arrivals }) {
	const named = packagesOfNew(head.findings, base.findings);
	const isNamed = (path) => named.has(path);
	const users = new Set(head.cgo.map((user) => user.package));
	return arrivals.filter(({ package: path, by }) => by === "compiler" || users.has(path) || isNamed(path)).toSorted((a, b) => Number(isNamed(b.package)) - Number(isNamed(a.package)));
}
function describeArrival({ package: path, chain, by, detail, file, line }, head) {
	const module = head.buildInfo?.main?.path ?? null;
	const at = `${file}:${line}`;
	const through = chain.length < 3 ? "" : ` (${chain.map((each) => inModule(each, module)).join(" → ")})`;
	const usesC = head.findings.some(({ kind }) => kind === "dynamic-import") ? "which uses C libraries" : "which uses cgo";
	return {
		text: {
			import: detail === "C" ? `${at} (added here) has import "C" in ${path}, ${usesC}` : `${describeImport({
				package: path,
				chain,
				file,
				line
			}, " (added here)", module)}, ${usesC}`,
			constraint: detail === "C" ? `${at} (changed here): the file is part of ${path} now, and has import "C"` : `${at} (changed here): the file is part of the build now, and imports ${detail}, ${detail === path ? usesC : `which leads to ${path}`}`,
			module: `${at} (changed here) names ${detail}, with which ${path} uses cgo${through}`,
			"cgo-flags": `${at} (added here) hands ${detail} to the linker, in ${path}`,
			compiler: `${at} (changed here) is the C compiler`,
			"c-code": `${at} (changed here) is C code of ${path}`
		}[by],
		file,
		line
	};
}
function addedImport(head, base, hunks) {
	const before = new Set(base.cgo.map((user) => user.package));
	const user = head.cgo.find((each) => !before.has(each.package));
	if (user === void 0) return void 0;
	const pieces = user.file === null ? void 0 : hunks.get(user.file);
	const { line } = user;
	const isHere = line !== null && (pieces ?? []).some((hunk) => line >= hunk.line && line < hunk.line + hunk.count);
	const older = pieces !== void 0 && !isHere && (hunks.get("go.mod") ?? []).length > 0 ? "; that import is not new, but go.mod changed" : "";
	const module = head.buildInfo?.main?.path ?? null;
	return {
		text: `${describeImport(user, isHere ? " (added here)" : "", module)}, which uses cgo${older}`,
		file: user.file,
		line: user.line
	};
}
/** `internal/store/db.go:9 (added here) imports github.com/mattn/go-sqlite3`, or through which packages. */
function describeImport({ package: path, chain, file, line }, here, module) {
	const place = file === null ? chain[0] ?? path : `${file}:${line ?? 1}${here}`;
	if (chain.length < 2) return `${place} has import "C" in ${path}`;
	const between = chain.slice(1, -1);
	const names = chain.map((each) => inModule(each, module));
	return between.length === 0 ? `${place} imports ${path}` : `${place} leads to ${path} (${names.join(" → ")})`;
}
/** `internal/store` of a module's own `example.com/app/internal/store`. */
function inModule(path, module) {
	return module !== null && path.startsWith(`${module}/`) ? path.slice(module.length + 1) : path;
}
/** The trap that started this project: without its own C code a program falls back to Go's linker. */
function removedImport(head, base, hunks) {
	const now = new Set(head.cgo.map((user) => user.package));
	const [user] = base.cgo.filter((each) => !now.has(each.package));
	if (user === void 0 || head.link.mode !== "internal" || base.link.mode !== "external") return void 0;
	const left = head.cgo.map((each) => each.package);
	const only = left.length === 0 ? "nothing uses cgo now" : `only ${listed(left)} still ${verb(left)} cgo`;
	const ignored = head.findings.some(({ kind }) => kind === "extldflags-ignored") ? " and ignores -extldflags=-static" : "";
	return {
		text: `${describeLost(user, hunks)}; ${only}, so Go links internally${ignored}`,
		...placeOfGap(user, hunks)
	};
}
/** A build constraint can take a file out of the build with its import in it. */
function describeLost(user, hunks) {
	const { package: path, chain, file } = user;
	if (chain.length >= 2) return `${path} is no longer imported`;
	const pieces = file === null ? void 0 : hunks.get(file);
	return pieces !== void 0 && pieces.length > 0 && gapOf(user, pieces) === void 0 ? `${file ?? path} is no longer part of the build` : `import "C" was removed from ${file ?? path}`;
}
function gapOf({ package: path, chain }, pieces) {
	const imported = chain.length < 2 ? "\"C\"" : `"${path}"`;
	return pieces.find(({ removed }) => removed.some((text) => text.includes(imported)));
}
/** Where the import stood; nowhere when its file was removed. */
function placeOfGap(user, hunks) {
	const pieces = user.file === null ? void 0 : hunks.get(user.file);
	if (pieces === void 0) return nowhere;
	const gap = gapOf(user, pieces) ?? pieces[0];
	return gap === void 0 || gap.line === 0 ? nowhere : {
		file: user.file,
		line: gap.line
	};
}
/** Something that the explanation of the head says and that of the base does not. */
function addedFinding(head, base) {
	const before = new Set(base.findings.map(({ kind, message }) => `${kind}\n${message}`));
	const found = head.findings.find(({ kind, message }) => catalog[kind].explainsRegression === true && !before.has(`${kind}\n${message}`));
	return found && {
		text: found.message,
		file: found.file,
		line: found.line
	};
}
function otherLinker(head, base) {
	if (head.link.mode === base.link.mode) return void 0;
	const why = head.link.reasons.length === 0 ? "" : `: ${head.link.reasons.join("; ")}`;
	return {
		text: `the ${head.link.mode} linker made it, and the ${base.link.mode} one before${why}`,
		...nowhere
	};
}

// src/judge/glob-relations.ts
const matchesAt = {
	end: matchesEnd,
	beginning: matchesBeginning
};
/** Whether one of the globs stands for all that `other` stands for. False when that cannot be told. */
function coverGlob(globs, other, anchor) {
	return globs.some((glob) => {
		const [a, b] = [plain(glob), plain(other)];
		return a === b || a === "**" || !hasWildcard(b) && matchesAt[anchor](a, b);
	});
}
/** Whether there may be a name that both stand for. True when that cannot be told. */
function mayMeet(glob, other, anchor) {
	const [a, b] = [glob, other].map((each) => {
		const parts = plain(each).split("/");
		return anchor === "end" ? parts.toReversed() : parts;
	});
	for (const [at, part] of (a ?? []).entries()) {
		const against = b?.[at];
		if (against === void 0 || part.includes("**") || against.includes("**")) return true;
		if (!partsMeet(part, against)) return false;
	}
	return true;
}
function partsMeet(part, other) {
	if (hasWildcard(part) && hasWildcard(other)) return true;
	return hasWildcard(part) ? matchesGlob(part, other) : matchesGlob(other, part);
}
function plain(glob) {
	return glob.replace(/^\.\//, "").replaceAll(/\.{3}|\*{3,}/g, "**");
}
function hasWildcard(text) {
	return /[*?]/.test(text);
}

// src/judge/rule-comparison.ts
/**
* Where the rules of a change ask for less than those of the base, today or on a day after which a rule has run out: rules that are
* new, looser, for more programs, gone, for fewer, or in another order. It is told from the globs, so that a rule for programs that are
* yet to come counts too; where globs cannot be compared, they may be for the same programs.
*/
function relaxedRules(rules, baseRules, shipped) {
	const all = [...[rules.policy.today, ...[...rules.policy.rules, ...baseRules.policy.rules].flatMap(dayAfter)].filter((day) => day >= rules.policy.today).flatMap((day) => relaxedOn(demandsOf(rules, day), demandsOf(baseRules, day))), ...opened(rules, baseRules, shipped)];
	return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}
function dayAfter({ expires }) {
	if (expires === null) return [];
	const day = /* @__PURE__ */ new Date(`${expires}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + 1);
	return [day.toISOString().slice(0, 10)];
}
/** In the order in which they count: the later one decides. */
function demandsOf({ require, policy, runsOn, maxGlibc }, today) {
	const all = {
		packages: ["**"],
		platforms: ["**"],
		maxGlibc,
		runsOn,
		needed: null,
		allow: []
	};
	const counted = policy.rules.filter((rule) => !isExpired(rule, {
		...policy,
		today
	}));
	const withSystems = counted.map((rule) => ({
		...rule,
		runsOn: rule.runsOn ?? (rule.require === "none" ? [] : runsOn)
	}));
	return [{
		...all,
		require,
		rule: null
	}, ...withSystems.map((each, at) => ({
		...each,
		rule: counted[at] ?? null
	}))];
}
function relaxedOn(head, base) {
	if (isSame(head, base)) return [];
	if (head.length * base.length > comparisonLimit) return [{
		rule: null,
		text: "too many rules differ to compare them"
	}];
	return head.flatMap((headDemands, at) => {
		const later = head.slice(at + 1);
		const last = base.findLastIndex((baseDemands) => covers(baseDemands, headDemands));
		return base.slice(Math.max(last, 0)).flatMap((baseDemands, behind) => {
			const isDecided = behind > 0 && !meet(baseDemands, headDemands) || later.some((next) => covers(next, baseDemands));
			const isInput = headDemands.rule === null && baseDemands.rule === null;
			if (isDecided || isInput || !asksForLess(headDemands, baseDemands)) return [];
			return [{
				rule: headDemands.rule,
				text: `${namesOf(headDemands.rule === null ? baseDemands : headDemands)} ${describe(baseDemands)} → ${describe(headDemands)}`
			}];
		});
	});
}
/** Pairs of rules; a policy has tens of them. */
const comparisonLimit = 25e4;
function isSame(head, base) {
	const [headDemands, baseDemands] = [head, base].map((all) => JSON.stringify(all.map(({ packages, platforms, require, maxGlibc, needed, allow, runsOn }) => [
		packages,
		platforms,
		require,
		maxGlibc,
		needed,
		allow,
		systemsOf(runsOn)
	])));
	return headDemands === baseDemands;
}
/** Rules that let a program of this run become dynamic, which was free to be anything but not to become worse. */
function opened(rules, baseRules, shipped) {
	return shipped.filter(isStandalone).flatMap((cell) => {
		const [headDemands, baseDemands] = [ruleFor(cell, rules.policy), ruleFor(cell, baseRules.policy)];
		const isNone = (baseDemands?.require ?? baseRules.require) === "none";
		return headDemands?.require === "any" && headDemands.isImplied !== true && isNone ? [{
			rule: headDemands,
			text: `${namesOf({
				...headDemands,
				rule: headDemands
			})} none → any`
		}] : [];
	});
}
function covers(demands, other) {
	return other.packages.every((glob) => coverGlob(demands.packages, glob, "end")) && other.platforms.every((glob) => coverGlob(demands.platforms, glob, "beginning"));
}
function meet(demands, other) {
	return demands.packages.some((glob) => other.packages.some((each) => mayMeet(glob, each, "end"))) && demands.platforms.some((glob) => other.platforms.some((each) => mayMeet(glob, each, "beginning")));
}
/** From what asks for least to what asks for most. */
const ranks = {
	none: 0,
	any: 1,
	dynamic: 2,
	system: 3,
	static: 3,
	"static-pie": 4
};
function systemsOf(demands) {
	return [...new Set((demands ?? []).flatMap(({ ids }) => ids))];
}
/** Whether the first demand lets a program pass that the second would not. */
function asksForLess(headDemands, baseDemands) {
	const [rank, before] = [ranks[headDemands.require], ranks[baseDemands.require]];
	if (rank < before || headDemands.allow.some((kind) => !baseDemands.allow.includes(kind))) return true;
	if (rank > before && rank >= ranks.static) return false;
	const systems = systemsOf(headDemands.runsOn);
	if (systemsOf(baseDemands.runsOn).some((id) => !systems.includes(id))) return true;
	return baseDemands.maxGlibc !== null && (headDemands.maxGlibc === null || isHigher(headDemands.maxGlibc, baseDemands.maxGlibc)) || baseDemands.needed !== null && (headDemands.needed === null || !areWithin(headDemands.needed, baseDemands.needed));
}
function areWithin(libraries, limits) {
	return libraries.every((library) => limits.some((limit) => limit === library || limit === "**" || !/[*?]/.test(library) && matchesGlob(limit, library)));
}
function namesOf({ packages, platforms }) {
	const where = platforms.includes("**") ? "" : ` on ${platforms.join(", ")}`;
	return `${packages.includes("**") ? "all programs" : packages.join(", ")}${where}`;
}
function describe({ require, maxGlibc, needed, allow, runsOn }) {
	const systems = (runsOn ?? []).map(({ name }) => name);
	return [require, ...[
		...systems.length === 0 ? [] : [`starts on ${systems.join(", ")}`],
		...maxGlibc === null ? [] : [`glibc ${maxGlibc}`],
		...needed === null ? [] : [`needs ${needed.join(", ") || "nothing"}`],
		...allow.length === 0 ? [] : [`allows ${allow.join(", ")}`]
	]].join(", ");
}

// src/judge/counted-rules.ts
/**
* What the workflow requires of every program holds, unless the base's copy of the config file has a rule already that asks this one
* for as little: a change cannot bring along the rule that excuses it.
*/
function countedRules(target, rules, { baseRules, isChange, baseName }) {
	const { demanded, policy } = rules;
	const rule = ruleFor(target, policy);
	if (demanded === null || !isChange || rule === void 0 || !asksForLess(rule, demandOf(demanded))) return {
		rules,
		why: null
	};
	if ((baseRules === null ? [] : [target, {
		...target,
		package: baseName ?? target.package
	}]).flatMap((each) => baseRules === null ? [] : ruleFor(each, baseRules.policy) ?? []).some((each) => !asksForLess(rule, each))) return {
		rules,
		why: null
	};
	const why = `the rule at ${placeOf$4(rule, policy)} is weaker, and applies once the base commit has it`;
	return {
		rules: {
			...rules,
			require: demanded,
			policy: {
				...policy,
				rules: []
			}
		},
		why
	};
}
function demandOf(require) {
	return {
		require,
		maxGlibc: null,
		needed: null,
		allow: [],
		runsOn: null
	};
}

// src/judge/outcomes.ts
/** What can fail, as far as `failOn` has it. */
function judgement(cell, kind, [message, rules]) {
	return {
		kind,
		outcome: outcomeOf(kind, rules),
		target: targetOf(cell),
		message
	};
}
function warning(cell, kind, message) {
	return {
		kind,
		outcome: "warn",
		target: targetOf(cell),
		message
	};
}
/**
* The outcome where a base is missing, as a whole or for one target. `baseline: build` insists on it. Without that a fault of this
* machine, or one that may be, fails too, unless `on-missing-baseline: pass` accepts any missing base.
*/
function outcomeOfMissing(rules, isMachineFault) {
	if (rules.baseline === "build") return "fail";
	const outcome = onMissing(rules);
	return isMachineFault && outcome === "warn" ? "fail" : outcome;
}
/** A file that nobody can compare with its copy on the base cannot say that this is as it should be. */
function onMissing({ onMissingBaseline, policy }) {
	const isOfFile = policy.source?.lines["on-missing-baseline"] !== void 0 && policy.source.given["on-missing-baseline"] === void 0;
	return onMissingBaseline === "pass" && isOfFile ? "warn" : onMissingBaseline;
}
function outcomeOf(kind, { failOn }) {
	return failOn.includes(kind) ? "fail" : "warn";
}
function targetOf(cell) {
	const { package: path, platform } = cell;
	if (!("strategy" in cell)) return {
		package: path,
		platform,
		strategy: null,
		file: null
	};
	const { strategy, artifact, image } = cell;
	const file = artifact?.path ?? (image == null ? null : path);
	return {
		package: path,
		platform,
		strategy,
		file: strategy === null ? file : null
	};
}
/** ` with netgo`, to be put behind a predicate; empty for a file that something else built. */
function builtWith(strategy) {
	if (strategy === null) return "";
	return isReleaseStrategy(strategy) ? ` in its build ${strategy}` : ` with ${strategy}`;
}

// src/judge/lower-floor.ts
/**
* How to build a program so that it starts where the rules ask for it; null where another thing than an old glibc keeps it from that.
* `isStatic`: advice for a static program is given already.
*/
function fixOfDemand(cell, rules, isStatic) {
	const limit = glibcLimit(cell, rules);
	const isAbove = isHigher(cell.linkage?.minGlibc ?? null, limit) && limit !== null;
	const unmet = unmetSystems(cell, rules).flatMap(({ id, row }) => {
		const glibc = glibcOf(id, cell);
		return row?.outcome === "does-not-start" && glibc !== null ? [glibc] : [];
	});
	return adviceFor([...isAbove ? [limit] : [], ...unmet], cell, isStatic);
}
/** The same for the systems on which the base started. */
function fixOfLoss(head, base) {
	if (base.linkage?.libc !== "glibc") return null;
	return adviceFor(lostSystems(head, base).flatMap((id) => glibcOf(id, head) ?? []), head, false);
}
function adviceFor(limits, cell, isStatic) {
	const { linkage, floors = [], platform, cgo } = cell;
	const [first, ...others] = limits;
	if (first === void 0 || linkage?.libc !== "glibc" || linkage.minGlibc === null) return null;
	const oldest = others.reduce((least, each) => isHigher(least, each) ? each : least, first);
	if (!isHigher(linkage.minGlibc, oldest)) return null;
	const isCxx = floors.some(({ library }) => library.startsWith("libstdc++"));
	const needsCgo = cgo.some(({ package: path }) => !isStandard(path));
	return lowerGlibc(oldest, {
		processor: platform.split("/")[1] ?? "",
		usesCxx: isCxx,
		needsCgo
	}, isStatic);
}
function glibcOf(id, { platform }) {
	return systemOf(id).processors.find((each) => each.processor === platform.split("/")[1])?.versions.GLIBC ?? null;
}
/** The standard library builds without cgo; of other packages nobody knows it here. */
function isStandard(path) {
	return !(path.split("/")[0] ?? "").includes(".") && path !== "main";
}

// src/judge/relaxation.ts
/**
* Whether a target that breaks no rule passes only because this change asks for less: it would have broken a rule of the base, or
* its regression is allowed now and was not there. `change`: what got worse, whatever the rules say of it.
*/
function isRelaxed(cell, { base, change, rules, baseRules }) {
	if (violationOf(cell, baseRules) !== void 0) return true;
	if (base === void 0 || change?.kind !== "regression") return false;
	return allowsMore(rules, cell, base.cell) && !allowsMore(baseRules, cell, base.cell);
}
/** What is said of such a target. */
function relaxationOf(cell, rules, baseRules) {
	const judgement = judgeRelaxation(`${shortName(cell)} ${cell.platform} ${describeDemand(cell, baseRules)} → ${describeDemand(cell, rules)}`, {
		rules,
		baseRules
	});
	return {
		judgement,
		finding: {
			kind: "policy-relaxed",
			level: judgement.outcome === "fail" ? "error" : "warning",
			message: judgement.message,
			cause: null,
			fix: "have it reviewed by those who answer for the policy, or take the change to it back",
			...placeOfRule(ruleFor(cell, rules.policy) ?? null, rules.policy),
			column: null
		}
	};
}
/** What the change asks for less than the base: by its inputs, by its workflow and by its rules. */
function judgeRelaxations({ rules: baseRules, relaxations }, { rules, shipped, decided }) {
	if (baseRules === null) return [];
	const ofRules = relaxedRules(rules, baseRules, shipped).filter(({ rule }) => rule === null || !decided.includes(rule)).map(({ text }) => text);
	return [...relaxations, ...ofRules].map((change) => judgeRelaxation(change, {
		rules,
		baseRules
	}));
}
/** A change cannot talk itself out of `policy-relaxation: fail`. */
function judgeRelaxation(change, { rules, baseRules }) {
	return {
		kind: "relaxation",
		outcome: rules.policyRelaxation === "fail" || baseRules.policyRelaxation === "fail" ? "fail" : "warn",
		target: null,
		message: `this change relaxes the policy: ${change}`
	};
}
/** The import path without its module: `cmd/gui`. */
function shortName({ package: path, buildInfo }) {
	const module = `${buildInfo?.main?.path ?? ""}/`;
	return module !== "/" && path.startsWith(module) ? path.slice(module.length) : path.split("/").at(-1) ?? path;
}

// src/judge/judge-target.ts
/**
* Judges one shipped target: by what it was on the base commit (undefined: not known), by the rules, and by itself. All that is said
* of it, as a finding or as a judgement, comes from the same values.
*/
function judgeTarget(found, base, given) {
	const { baseRules, isChange } = given;
	const { rules, why } = countedRules(found, rulesFor(found, given.rules), {
		baseRules,
		isChange,
		baseName: base?.cell.package ?? null
	});
	const cell = withAccepted(found, rules);
	const context = {
		...given,
		rules
	};
	const violation = withReason(violationOf(cell, rules), why);
	const change = changeOf(cell, base, context);
	const unbuilt = judgeUnbuilt(cell, {
		base,
		violation,
		rules
	});
	const relaxed = violation === void 0 && baseRules !== null && isRelaxed(cell, {
		base,
		change: change.full,
		rules,
		baseRules
	});
	const relaxation = relaxed ? relaxationOf(cell, rules, baseRules) : void 0;
	const counted = violation === void 0 ? change.counted : change.full;
	return {
		findings: [
			...violation === void 0 || isFailedBuild(unbuilt) ? [] : [violationFinding(cell, violation, context)],
			...relaxation === void 0 ? [] : [relaxation.finding],
			...counted === void 0 ? [] : [changeFinding(cell, {
				base,
				change: counted,
				rules
			})]
		],
		own: cell.findings,
		change: counted === void 0 ? null : describeChange(counted),
		judgement: firstOf([
			...judgeChange(cell, {
				base,
				change: counted,
				rules
			}),
			...judgeCache(cell, base, context),
			...unbuilt ?? judgeProgram(cell, violation, rules)
		]),
		relaxation: relaxation?.judgement,
		relaxedBy: relaxed ? ruleFor(cell, rules.policy) : void 0
	};
}
/** A program that no release is for fails only by what is asked of it in so many words. */
function rulesFor({ role }, rules) {
	if (role !== "unreleased") return rules;
	return {
		...rules,
		failOn: rules.failOn.filter((kind) => kind === "policy")
	};
}
/** A finding that a rule accepts neither warns nor counts as new. */
function withAccepted(cell, { policy }) {
	const rule = ruleFor(cell, policy);
	if (rule === void 0 || rule.allow.length === 0) return cell;
	const accept = (each) => each.level === "warning" && rule.allow.includes(each.kind) ? {
		...each,
		level: "info",
		message: `${each.message} (${placeOf$4(rule, policy)} allows ${each.kind})`
	} : each;
	return {
		...cell,
		findings: cell.findings.map(accept)
	};
}
/** Why a rule that is there did not excuse it. */
function withReason(violation, why) {
	return violation && why !== null ? {
		...violation,
		demand: `${violation.demand} (${why})`
	} : violation;
}
/** The first thing that fails, else the first that is worth a warning. */
function firstOf(judgements) {
	return judgements.find(({ outcome }) => outcome === "fail") ?? judgements[0];
}
function isFailedBuild(judgements) {
	return judgements?.some(({ kind, outcome }) => kind === "build" && outcome === "fail") ?? false;
}
/**
* What got worse from base to head, and what of that counts where no rule is broken: a rule can say that a program may need more,
* but not that it may have a new hazard.
*/
function changeOf(cell, base, { rules, hunks, settings }) {
	const regression = base === void 0 || base.from === "same-files" ? void 0 : regressionOf(cell, base.cell);
	if (base === void 0 || regression === void 0) return {
		full: void 0,
		counted: void 0
	};
	const isBuild = regression.kind === "build";
	const own = base.settings ?? [];
	const differences = {
		arrivals: base.arrivals ?? [],
		hunks,
		settings: [...own, ...settings]
	};
	const full = {
		...regression,
		cause: isBuild ? null : causeOf(cell, base.cell, differences)
	};
	if (isBuild || !allowsMore(rules, cell, base.cell)) return {
		full,
		counted: full
	};
	const { linkage, runsOn = [] } = base.cell;
	const hazard = regressionOf({
		...cell,
		linkage,
		runsOn
	}, base.cell);
	return {
		full,
		counted: hazard && {
			...hazard,
			cause: null
		}
	};
}
/** What got worse, without the cause. */
function describeChange({ what, summary, detail, cause }) {
	return detail !== null && cause?.text === detail ? summary : what;
}
function changeFinding(cell, { base, change, rules }) {
	const { kind, what, cause } = change;
	const level = rules.failOn.includes(kind) ? "error" : "warning";
	if (kind === "build") {
		const { fix, file, line, column } = cell.findings[0] ?? {
			fix: null,
			...nowhere$2
		};
		return {
			kind: "build-broken",
			level,
			message: what,
			cause: null,
			fix,
			file,
			line,
			column
		};
	}
	const { text, file, line } = cause ?? {
		text: null,
		file: null,
		line: null
	};
	return {
		kind: "regression",
		level,
		message: text === null ? what : `${describeChange(change)}: ${text}`,
		cause: text,
		fix: fixOfChange(cell, base),
		file,
		line,
		column: null
	};
}
/** How to start where it did, or what the explanation of the head advises against the same thing. */
function fixOfChange(cell, base) {
	const { findings } = cell;
	return (base === void 0 || isStandalone(base.cell) ? null : fixOfLoss(cell, base.cell)) ?? findings.find(({ fix, kind }) => fix !== null && catalog[kind].hasUnrelatedFix !== true)?.fix ?? null;
}
function describeShipped(cell) {
	if (isEmptyImage(cell)) return `it ${noProgram}`;
	return cell.status === "skipped" || cell.status === "failed" ? `it was not built: ${cell.reason ?? cell.status}` : `it ${describeState$1(cell)}`;
}
function violationFinding(cell, violation, { rules, recommendation }) {
	const { rule, demand } = violation;
	const state = describeShipped(cell);
	const remedy = (rule === null || rule.require === "static" || rule.require === "system") && !isStandalone(cell) && recommendation?.strategy != null ? `ship with ${recommendation.strategy}, which is static here` : null;
	const floorFix = fixOfDemand(cell, rules, remedy !== null);
	const systemFix = unmetSystems(cell, rules).find(({ row }) => row?.fix != null)?.row?.fix ?? null;
	const change = rule === null ? null : "if this is intended, change the rule";
	return {
		kind: "policy",
		level: rules.failOn.includes("policy") ? "error" : "warning",
		message: `${state}, and ${demand}`,
		cause: demand,
		fix: [
			systemFix,
			remedy,
			floorFix,
			change
		].filter((each) => each !== null).join("; or ") || null,
		...placeOfRule(rule, rules.policy),
		column: null
	};
}
/** Against what it was on the base. */
function judgeChange(cell, about) {
	const { base, change, rules } = about;
	if (change !== void 0) return [judgement(cell, change.kind, [changeFinding(cell, {
		base,
		change,
		rules
	}).message, rules])];
	if (cell.status !== "built" || base === void 0 || base.cell.status === "built") return [];
	const outcome = outcomeOfMissing(rules, base.cell.fault === "machine" || base.cell.fault === "unknown");
	const message = `could not be compared: the base was not built (${base.cell.reason ?? base.cell.status})`;
	return outcome === "pass" ? [] : [{
		kind: "baseline",
		outcome,
		target: targetOf(cell),
		message
	}];
}
/**
* Compiled packages of the cache decide what is linked, and whoever can run a workflow of the pull request can write them. What comes
* out otherwise than the sources say is not believed, on either side.
*/
function judgeCache(cell, base, { usesCache, rules }) {
	const isOdd = [cell, base?.cell].some((each) => each?.status === "built" && each.prediction?.agrees === false);
	if (!usesCache || !isOdd) return [];
	const message = `is not linked as its sources say${builtWith(cell.strategy)}, and Go's build cache was restored: run it with cache: false`;
	return [judgement(cell, "build", [message, rules])];
}
/** By itself. */
function judgeProgram(cell, violation, rules) {
	const built = builtWith(cell.strategy);
	const state = isEmptyImage(cell) ? noProgram : describeState$1(cell, built);
	const error = cell.findings.find(({ kind, level }) => level === "error" && isOfProgram(kind));
	const start = cell.findings.find(({ kind }) => kind === "image-start");
	const unjudged = cell.image?.outcome === "starts" ? null : cell.linkage?.reason ?? null;
	const caveat = cell.findings.find(({ level }) => level === "warning");
	return [
		...start?.level === "error" ? [judgement(cell, "build", [`does not start: ${start.message}`, rules])] : [],
		...start?.level === "warning" ? [warning(cell, "caveat", `is not known to start: ${start.message}`)] : [],
		...error === void 0 ? [] : [judgement(cell, "build", [`${verbOf([cell])} broken${built}: ${error.message}`, rules])],
		...violation === void 0 ? [] : [judgement(cell, "policy", [`${state}, and ${violation.demand}`, rules])],
		...unjudged === null ? [] : [warning(cell, "unjudged", `could not be judged${built}: ${unjudged}`)],
		...caveat === void 0 ? [] : [warning(cell, "caveat", `${state}: ${caveat.message}`)]
	];
}
/**
* What left no program, or would leave none; undefined where there is one. That it was so before excuses only what the sources are
* to blame for: of a machine that could not build on either side nobody knows what it would have built.
*/
function judgeUnbuilt(cell, about) {
	const { base, violation, rules } = about;
	const message = describeUnbuilt(cell, builtWith(cell.strategy));
	if (message === null) return void 0;
	const violations = violation === void 0 ? [] : [judgement(cell, "policy", [`${message}, and ${violation.demand}`, rules])];
	if (cell.status === "skipped" && cell.fault === "sources") return [...violations, warning(cell, "unjudged", message)];
	if (isOldFailure(cell, base)) {
		const text = `${message}; nor did the base commit`;
		const missing = {
			kind: "baseline",
			outcome: "fail",
			target: targetOf(cell),
			message: text
		};
		return rules.baseline === "build" ? [...violations, missing] : [...violations, warning(cell, "build", text)];
	}
	return [judgement(cell, "build", [message, rules]), ...violations];
}
const noProgram = "has no program that could be judged";
/** The entrypoint of an image leads to no file: that is said of its start. */
function isEmptyImage({ image, artifact }) {
	return image != null && artifact === null;
}
/** It speaks against a program that is there, and not against a build that failed. */
function isOfProgram(kind) {
	return kind === "crash-at-start" || kind === "refused" || kind === "artifact-mismatch";
}
function describeUnbuilt(cell, built) {
	if (isEmptyImage(cell)) return null;
	if (cell.status === "failed") return `does not build${built}: ${cell.reason ?? "go build failed"}`;
	if (cell.status === "skipped") return `was not built${built}, the strategy that ships: ${cell.reason ?? "skipped"}`;
	return linkageKind(cell) === "fails" ? `will not build${built}: ${cell.prediction?.because ?? ""}` : null;
}
/** The base failed as well, for the same fault of the sources. For another one this change may be to blame. */
function isOldFailure({ status, reason, fault }, base) {
	const plain = (text) => (text ?? "").replaceAll(/:\d+(?::\d+)?/g, "");
	if (status !== "failed" || fault !== "sources") return false;
	return base?.cell.status === "failed" && plain(base.cell.reason) === plain(reason);
}

// src/judge/reason.ts
/** The first of those that weigh most, in a sentence, and how many there are of its weight. */
function describeProblems(judgements, cells) {
	const failing = judgements.filter(({ outcome }) => outcome === "fail");
	const [first, ...more] = failing.length > 0 ? failing : judgements;
	if (first === void 0) return "";
	const rest = more.length === 0 ? "" : ` (and ${more.length} more like it)`;
	return `${first.target === null ? "" : `${targetName(first.target, cells)} `}${first.message}${rest}`;
}
/** What ships, in a sentence, where nothing fails or warns. */
function describePass(cells, rules) {
	const unbuilt = cells.filter(({ status, base }) => status === "predicted" && base?.unchanged === true).length;
	const state = describeState(cells, rules);
	if (unbuilt === 0) return state;
	return unbuilt === cells.length ? `${state} (unchanged, so nothing was built)` : `${state} (${unbuilt} of ${cells.length} are unchanged and were not built)`;
}
function describeState(cells, { policy }) {
	const asked = cells.filter((cell) => !isWithoutLinkage(cell));
	const shipped = asked.length > 0 ? asked : cells;
	const [first] = shipped;
	if (first === void 0) return "nothing is shipped";
	const dependent = shipped.filter((cell) => !isStandalone(cell));
	const { subject, isOne } = describeSubject(dependent.length === 0 ? shipped : dependent, shipped);
	const isFuture = shipped.every(({ status }) => status === "predicted");
	const is = verbOf(isFuture ? shipped : [], isOne ? "is" : "are");
	if (asked.length === 0) return `${subject} ${is} WebAssembly, which is not linked`;
	if (dependent.length > 0) {
		const allowed = dependent.every((cell) => ruleFor(cell, policy) !== void 0) ? "the rules allow it" : "no rule forbids it";
		if (dependent.every(isUnpredictable)) return `${subject} cannot be predicted; ${allowed}`;
		return `${subject} ${is} ${kindsOf(dependent)}; ${allowed}`;
	}
	const system = shipped.filter((cell) => linkageKind(cell) === "system");
	const uses = isFuture ? is.replace(/be$/, "use") : isOne ? "uses" : "use";
	if (system.length === shipped.length) return `${subject} ${uses} only system libraries`;
	return `${subject} ${is} static${system.length > 0 ? ` or ${uses} only system libraries` : ""}`;
}
function kindsOf(dependent) {
	const words = {
		dynamic: "dynamic",
		library: "a library",
		fails: "not built"
	};
	const [kind, ...more] = unique(dependent.map((cell) => linkageKind(cell) ?? "unknown"));
	return more.length > 0 ? "not static" : words[kind ?? ""] ?? "not known";
}
/** `resolver`, `app on linux/amd64`, `all 20 programs on 3 platforms`, `2 of 14 files`. */
function describeSubject(meant, shipped) {
	const [first] = meant;
	if (first === void 0) return {
		subject: "nothing",
		isOne: true
	};
	const isFile = first.strategy === null;
	const count = (cells) => isFile ? cells.length : new Set(cells.map((cell) => cell.package)).size;
	const platforms = new Set(shipped.map(({ platform }) => platform)).size;
	if (meant.length === 1) return {
		subject: targetName(targetOf(first), shipped),
		isOne: true
	};
	const [number, all] = [count(meant), count(shipped)];
	if (number === 1) {
		const on = meant.length < platforms ? `${meant.length} of ${platforms} platforms` : `${platforms} platforms`;
		return {
			subject: `${programName(first.package)} on ${on}`,
			isOne: true
		};
	}
	const noun = isFile ? "files" : "programs";
	if (meant.length < shipped.length) return {
		subject: `${number} of ${all} ${noun}`,
		isOne: false
	};
	return {
		subject: `all ${all} ${noun}${!isFile && platforms > 1 ? ` on ${platforms} platforms` : ""}`,
		isOne: false
	};
}
/** The last element of the import path, with the platform when the run has more than one. */
function targetName(target, cells) {
	if (target.file !== null) return target.file;
	const several = cells.some(({ platform }) => platform !== target.platform);
	const name = programName(target.package);
	return several ? `${name} on ${target.platform}` : name;
}

// src/judge/judge.ts
/**
* The verdict on what ships. It fails what regressed from the base commit, what does not build, what is known to die at start,
* and what breaks a rule or `require: static`; `failOn` takes kinds out of that. It warns of caveats, and says what this change asks
* less of. Strategies that do not ship are information.
*/
function judge$1(cells, context) {
	const judged = cells.map((cell) => judgeCell(cell, context));
	const judgedCells = judged.map(({ cell }) => cell);
	const targets = {
		problems: judged.flatMap(({ judgement }) => judgement ?? []),
		relaxations: judged.flatMap(({ cell, relaxation }) => relaxation == null ? [] : [{
			package: cell.package,
			platform: cell.platform,
			judgement: relaxation
		}]),
		decided: judged.flatMap(({ relaxedBy }) => relaxedBy ?? [])
	};
	return {
		cells: judgedCells,
		verdict: conclude(judgedCells, targets, context),
		targets
	};
}
function judgeCell(cell, { recommendation, rules, base, usesCache = false }) {
	if (cell.role === "compared") return { cell: {
		...cell,
		base: null
	} };
	const isSame = (other) => other.package === cell.package && other.platform === cell.platform;
	const before = base?.cells.find(({ head }) => isSame(head) && head.strategy === cell.strategy);
	const { findings, own, change, ...judgement } = judgeTarget(cell, before, {
		rules,
		baseRules: base?.rules ?? null,
		isChange: base?.isChange ?? false,
		settings: base?.changes ?? [],
		hunks: base?.hunks ?? /* @__PURE__ */ new Map(),
		recommendation: recommendation.find(isSame),
		usesCache
	});
	const all = [
		...findings,
		...own,
		...describeMove(base?.moved.get(cell.package))
	];
	return {
		cell: {
			...cell,
			base: before === void 0 ? null : describeBase(before, change),
			findings: all
		},
		...judgement
	};
}
/** The verdict on a run, from what its targets came to. Cells that one run judged, or several that are merged. */
function conclude(cells, targets, { rules, base, isWhole = false, notUnderstood = [] }) {
	const problems = [
		...targets.problems,
		...base === null ? [] : [...judgeNotListed(base, rules), ...judgeBase(base, rules)],
		...groupBy(notUnderstood, ({ why }) => why).map(judgeNotUnderstood),
		...judgeExpired(rules),
		...isWhole ? judgeUnmatched(rules, cells) : []
	].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
	const judgedOnes = cells.filter(({ role }) => role !== "compared");
	const shipping = judgedOnes.filter(({ role }) => role === "ships");
	const shipped = shipping.length === 0 ? judgedOnes : shipping;
	const { decided } = targets;
	const relaxations = [...targets.relaxations.map(({ judgement }) => judgement), ...base === null ? [] : judgeRelaxations(base, {
		rules,
		shipped: judgedOnes,
		decided
	})].filter(isFirstOfItsMessage);
	const groups = (isFailing(problems) && !isFailing(relaxations) ? [problems, relaxations] : [relaxations, problems]).filter(({ length }) => length > 0);
	const judgements = groups.flat().toSorted((a, b) => weights[a.outcome] - weights[b.outcome]);
	return {
		outcome: judgements.length === 0 ? "pass" : isFailing(judgements) ? "fail" : "warn",
		reason: groups.length === 0 ? describePass(shipped, rules) : groups.map((group) => describeProblems(group, cells)).join("; "),
		judgements
	};
}
const weights = {
	fail: 0,
	warn: 1
};
/** Which is said first, of those that weigh the same. */
const order = [
	"leg",
	...failKinds,
	"baseline",
	"unmatched",
	"unjudged",
	"caveat",
	"expired",
	"relaxation"
];
function isFailing(judgements) {
	return judgements.some(({ outcome }) => outcome === "fail");
}
/** One rule that is relaxed is told once, however many targets it is for. */
function isFirstOfItsMessage({ message }, index, all) {
	return all.findIndex((other) => other.message === message) === index;
}
/** The base as a whole: what it has and the head has not, and that it could not be had. */
function judgeBase({ gone, isMissing, isMachineFault, steps }, rules) {
	const missing = gone.map((target) => {
		const message = `was removed; the base commit builds it${target.reason === null ? "" : ` (${target.reason})`}`;
		return {
			kind: "missing",
			outcome: outcomeOf("missing", rules),
			target: targetOf(target),
			message
		};
	});
	const outcome = isMissing ? outcomeOfMissing(rules, isMachineFault) : "pass";
	if (outcome === "pass") return missing;
	return [{
		kind: "baseline",
		outcome,
		target: null,
		message: `could not compare with the base commit: ${steps.at(-1) ?? "it was not found"}`
	}, ...missing];
}
/** Nothing can be listed, on both sides for the same fault. That excuses it, where nothing was to be shown. */
function judgeNotListed({ notListed }, rules) {
	if (notListed === null) return [];
	const asksForMore = rules.require !== "none" || rules.policy.rules.length > 0;
	return [{
		kind: "build",
		outcome: asksForMore ? outcomeOf("build", rules) : "warn",
		target: null,
		message: `the programs cannot be listed: ${notListed}${asksForMore ? ", and what the rules ask for was not shown" : "; nor could they on the base"}`
	}];
}
/** Of a program that is compared with one of another import path. */
function describeMove(before) {
	if (before === void 0) return [];
	return [{
		kind: "moved",
		level: "info",
		message: `it is ${before} of the base commit under another import path`,
		cause: null,
		fix: null,
		...nowhere$2
	}];
}
/** What ships that way is not looked at: said, and never guessed. Several Dockerfiles that run make are one thing to be told. */
function judgeNotUnderstood([first, ...others]) {
	const places = others.map(({ file, line }) => `${file}:${line}`);
	const also = places.length === 0 ? "" : `; nor, for the same reason, ${listed(places)}`;
	return {
		kind: "unjudged",
		outcome: "warn",
		target: null,
		message: `${places.length === 0 ? "a release build" : `${places.length + 1} release builds`} cannot be judged: ${describeNotUnderstood(first)}${also}`
	};
}
function judgeExpired({ policy }) {
	return describeExpired(policy).map((message) => ({
		kind: "expired",
		outcome: "warn",
		target: null,
		message
	}));
}
function judgeUnmatched({ policy }, cells) {
	return describeUnmatched(policy, cells).map((message) => ({
		kind: "unmatched",
		outcome: "warn",
		target: null,
		message
	}));
}
function describeBase({ cell, from }, change) {
	const { package: path, status, reason, linkage, link, artifact } = cell;
	const unchanged = from === "same-files";
	return {
		package: path,
		status,
		reason,
		linkage,
		link,
		unchanged,
		size: unchanged ? null : artifact?.size ?? null,
		change,
		from
	};
}

// src/legs/plain-rules.ts
/** Inputs that say where something is on one machine, and nothing of what is asked for. */
const ofMachine = [
	"mode",
	"plan",
	"leg",
	"reports",
	"output-dir",
	"comment-key"
];
/** Rules without the paths of the machine that read them. */
function plainRules(rules) {
	const { policy } = rules;
	const { source } = policy;
	if (source === null) return rules;
	const [given, inputs] = [plainInputs(source.given), plainInputs(source.inputs)];
	return {
		...rules,
		policy: {
			...policy,
			source: {
				...source,
				given,
				inputs,
				candidates: [],
				root: null
			}
		}
	};
}
function plainInputs(inputs) {
	return Object.fromEntries(Object.entries(inputs).filter(([name]) => !ofMachine.includes(name)));
}

// src/legs/leg-report.ts
/** The workflow run that this job is of; null outside of one. */
function workflowRun({ GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "" }) {
	return id === "" ? null : {
		id,
		attempt: Number(attempt) || 1
	};
}
/** What the report of a leg has beside that of a whole run. */
function describeLeg({ own, notes, base, targets, env }) {
	const { plan, leg } = own;
	return {
		digest: plan.digest,
		leg: leg.id,
		legs: plan.legs.length,
		run: workflowRun(env),
		notes,
		base: baseOf$1(base, targets),
		sha256: null
	};
}
function baseOf$1(base, { relaxations, decided }) {
	return {
		isCompared: base !== null,
		isMissing: base?.isMissing ?? false,
		isMachineFault: base?.isMachineFault ?? false,
		notListed: base?.notListed ?? null,
		rules: base?.rules == null ? null : plainRules(base.rules),
		relaxations: base?.relaxations ?? [],
		ofTargets: relaxations,
		decided: decided.map(({ line }) => line)
	};
}
/** The report with its own digest, which `merge` compares. */
async function sealReport(report) {
	const { plan } = report;
	return plan === null ? report : {
		...report,
		plan: {
			...plan,
			sha256: await digestOfReport(report)
		}
	};
}
/** Of a report of a leg, whatever digest it says itself. */
function digestOfReport(report) {
	return sha256Of(JSON.stringify({
		...report,
		plan: report.plan && {
			...report.plan,
			sha256: null
		}
	}));
}
/** The folders of this machine that messages of Go and of the linkers name. */
async function findMachineFolders(workingDirectory, go) {
	const names = [
		"GOROOT",
		"GOMODCACHE",
		"GOCACHE",
		"GOPATH"
	];
	const paths = (await go.ask(["env", ...names], { cwd: workingDirectory })).stdout.split(/\r?\n/);
	const home = go.env.HOME ?? go.env.USERPROFILE ?? "";
	return [
		...names.map((name, at) => ({
			path: paths[at] ?? "",
			shown: `$${name}`
		})),
		{
			path: resolve(workingDirectory),
			shown: "."
		},
		{
			path: home,
			shown: "~"
		}
	];
}
/**
* A report without the folders of the machine that made it, so that the same build gives the same report wherever it ran. Longer paths
* count before those that they are in.
*/
function withoutFolders(report, folders) {
	const known = folders.filter(({ path }) => path.length > 1).toSorted((a, b) => b.path.length - a.path.length).map(({ path, shown }) => ({
		pattern: wholePath(path),
		shown
	}));
	return mapTexts(report, (text) => {
		return known.reduce((rest, { pattern, shown }) => rest.replace(pattern, () => shown), text).replace(goTempFolder, "$TMPDIR/go-$1N");
	});
}
/** The path where it begins and ends as one: `/app` is in `-I/app` and in `/app/go.mod`, and not in `example.com/app` or `/apple`. */
function wholePath(path) {
	const escaped = path.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return new RegExp(`(?<=^|[^\\w.~/\\\\-]|(?:^|[\\s="',])-[A-Za-z]+)${escaped}(?![\\w-]|\\.\\w)`, "g");
}
/** Folders of the go command and of its linker, with a random number. */
const goTempFolder = /(?:[A-Za-z]:)?[^\s"'=:]*[\\/]go-(link-|build)\d+/g;
function mapTexts(value, change) {
	if (typeof value === "string") return change(value);
	if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

// src/legs/merge-reports.ts
/**
* One report over those of all legs, as one run of all builds would have made it, but for times and machines. The verdict is concluded
* anew from what each target came to. What is wrong with a leg fails.
*/
function mergeReports(plan, legs, troubles) {
	const reports = plan.legs.flatMap(({ id }) => legs.filter(({ leg }) => leg.id === id));
	const cells = sorted(reports.flatMap(({ report }) => report.cells));
	const problems = [...troubles, ...differingBases(reports)];
	const [first] = reports;
	const rules = plan.rules;
	const facts = {
		rules,
		base: baseOf(reports),
		isWhole: plan.isWhole,
		notUnderstood: releasesOf(reports).notUnderstood
	};
	const verdict = withTroubles(conclude(cells, targetsOf$1(reports, plan), facts), problems, plan);
	return {
		schemaVersion: 1,
		tool: {
			name: "go-linkage",
			version
		},
		environment: null,
		source: first?.report.source ?? null,
		folder: first?.report.folder ?? null,
		baseline: mergeBaselines(reports),
		ship: unique(reports.map(({ report }) => report.ship)).toSorted(releaseFirst)[0] ?? null,
		release: mergeReleases(reports),
		releaseSearch: releasesOf(reports),
		policy: describePolicy(rules.policy, cells),
		rules: describeRules(cells.filter(({ role }) => role !== "compared"), rules),
		cells,
		recommendation: sorted(reports.flatMap(({ report }) => report.recommendation)),
		verdict,
		cache: null,
		skippedFiles: [],
		plan: {
			digest: plan.digest,
			leg: null,
			legs: plan.legs.length,
			run: plan.run,
			notes: unique(reports.flatMap(({ report }) => report.plan?.notes ?? [])),
			base: null,
			sha256: null
		},
		machines: reports.map(({ leg, report }) => ({
			leg: leg.id,
			environment: withoutPaths(report.environment)
		}))
	};
}
function releaseFirst(a, b) {
	return Number(b === "release") - Number(a === "release");
}
/** By package, then by platform; of one target, as they are. */
function sorted(items) {
	return items.toSorted((a, b) => compare(a.package, b.package) || compare(a.platform, b.platform));
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** What judging each target came to, over all legs. */
function targetsOf$1(reports, plan) {
	const problems = reports.flatMap(({ report }) => report.verdict.judgements.flatMap((judgement) => {
		const { target, kind } = judgement;
		return target === null || kind === "missing" && target.strategy === null ? [] : [{
			...target,
			judgement
		}];
	}));
	const decided = new Set(reports.flatMap(({ base }) => base.decided));
	return {
		problems: sorted(problems).map(({ judgement }) => judgement),
		relaxations: sorted(reports.flatMap(({ base }) => base.ofTargets)),
		decided: plan.rules.policy.rules.filter(({ line }) => decided.has(line))
	};
}
function baseOf(reports) {
	const compared = reports.filter(({ base }) => base.isCompared);
	const [first] = compared;
	if (first === void 0) return null;
	const worst = compared.find(({ base }) => base.isMissing) ?? first;
	return {
		gone: mergeBaselines(compared).gone,
		isMissing: compared.some(({ base }) => base.isMissing),
		isMachineFault: compared.some(({ base }) => base.isMachineFault),
		steps: worst.report.baseline.steps,
		notListed: compared.find(({ base }) => base.notListed !== null)?.base.notListed ?? null,
		rules: first.base.rules,
		relaxations: unique(compared.flatMap(({ base }) => base.relaxations))
	};
}
function mergeBaselines(reports) {
	const all = reports.map(({ report }) => report.baseline);
	const source = [
		"build",
		"policy",
		"none"
	].find((each) => all.some((baseline) => baseline.source === each)) ?? "none";
	const gone = groupBy(all.flatMap((baseline) => baseline.gone), ({ package: path, platform }) => `${path}\n${platform}`).map(([first]) => first);
	return {
		source,
		sha: all.find(({ sha }) => sha !== null)?.sha ?? null,
		steps: mergeSteps(reports),
		gone: gone.toSorted((a, b) => compare(a.package, b.package) || compare(a.platform, b.platform))
	};
}
/** What all legs say is said once, and what some of them say of their own targets with their names. */
function mergeSteps(reports) {
	const said = reports.flatMap(({ leg, report }) => report.baseline.steps.map((step) => ({
		id: leg.id,
		step
	})));
	return groupBy(said, ({ step }) => step).map((group) => {
		const ids = unique(group.map(({ id }) => id));
		return ids.length === reports.length ? group[0].step : `${listed(ids)}: ${group[0].step}`;
	});
}
/** Legs that were compared with different commits say nothing about one change. */
function differingBases(reports) {
	const shas = groupBy(reports.filter(({ report }) => report.baseline.sha !== null), ({ report }) => report.baseline.sha ?? "");
	if (shas.length < 2) return [];
	const names = shas.map(([{ leg, report }]) => `${leg.id} with ${report.baseline.sha?.slice(0, 12) ?? ""}`);
	return [{
		leg: null,
		message: `the legs were compared with different base commits: ${listed(names)}`
	}];
}
function releasesOf(reports) {
	const all = reports.map(({ report }) => report.releaseSearch);
	return {
		notUnderstood: uniqueValues(all.flatMap(({ notUnderstood }) => notUnderstood)),
		hints: uniqueValues(all.flatMap(({ hints }) => hints)),
		note: all.find(({ note }) => note !== null)?.note ?? null
	};
}
function uniqueValues(values) {
	return groupBy(values, (value) => JSON.stringify(value)).map(([first]) => first);
}
/** A program that several legs build for different platforms is one row. */
function mergeReleases(reports) {
	const rows = reports.flatMap(({ report }) => report.release);
	return groupBy(rows, (row) => `${row.package}\n${row.strategy}`).map((group) => {
		const platforms = unique(group.flatMap((row) => row.platforms)).toSorted(compare);
		return {
			...group[0],
			platforms,
			settings: unique(group.flatMap(({ settings }) => settings))
		};
	}).toSorted((a, b) => compare(a.package, b.package));
}
function withTroubles(verdict, troubles, plan) {
	if (troubles.length === 0) return verdict;
	const judgements = troubles.map(({ leg, message }) => {
		const own = plan.legs.find(({ id }) => id === leg);
		return {
			kind: "leg",
			outcome: "fail",
			target: null,
			message: `${message}${own === void 0 ? "" : `; ${plural(own.targets.length, "target")} cannot be judged (${own.name})`}`
		};
	});
	return {
		outcome: "fail",
		reason: `${judgements[0]?.message ?? ""}${judgements.length > 1 ? ` (and ${judgements.length - 1} more like it)` : ""}${verdict.outcome === "pass" ? "" : `; ${verdict.reason}`}`,
		judgements: [...judgements, ...verdict.judgements]
	};
}
/** Folders of another machine say nothing here. */
function withoutPaths(environment) {
	if (environment === null) return null;
	const { go, cc } = environment;
	const name = cc?.path.split(/[\\/]/).at(-1) ?? "";
	return {
		...environment,
		go: go && {
			...go,
			root: null
		},
		cc: cc && {
			...cc,
			path: name
		}
	};
}

// src/legs/own-leg.ts
/** Throws ConfigError for a checkout of another commit or with another config file than the plan is of. */
function requireSameSources(plan, { commit, config }) {
	if (plan.commit !== null && plan.commit !== commit) throw new ConfigError(`plan: it is of commit ${plan.commit}, and ${commit ?? "no commit"} is checked out here; check out the same commit in all jobs`);
	if (plan.config !== config) throw new ConfigError("plan: the config file is not the one that the plan was made with; make the plan again");
}
/**
* The cells of a leg, and what this machine does otherwise than the one that the plan is for, each in a sentence: a machine of another
* platform cross-compiles, and the base with it. Throws ConfigError where the sources give other programs than the plan has, and
* MachineFault where the machine is of the right platform and lacks something.
*/
function narrowToLeg(planned, leg, host) {
	const targets = new Map(leg.targets.map((target) => [keyOf(target), target]));
	const cells = planned.cells.filter((cell) => targets.has(keyOfCell(cell)));
	const found = groupBy(cells, keyOfCell);
	const missing = leg.targets.filter((target) => !found.some(([first]) => keyOfCell(first) === keyOf(target)));
	if (missing.length > 0) {
		const names = listed(missing.map((each) => `${each.package} on ${each.platform}`));
		throw new ConfigError(`plan: ${names} cannot be found in this checkout; make the plan again`);
	}
	const others = found.filter((group) => {
		const target = targets.get(keyOfCell(group[0]));
		return target !== void 0 && isBuiltOtherwise(group, target, host);
	});
	const notes = unique(others.map(([{ platform }]) => platform.name)).map((name) => {
		return `${name} is planned with cgo on a machine of its own; this ${host.os}/${host.arch} machine cross-compiled it without a C compiler`;
	});
	return {
		planned: {
			...planned,
			cells
		},
		notes
	};
}
function keyOf({ package: path, platform }) {
	return `${path}\n${platform}`;
}
function keyOfCell({ package: path, platform }) {
	return keyOf({
		package: path,
		platform: platform.name
	});
}
/** Whether cgo is off where the plan has it on, for lack of a machine of the platform. Throws what may not be. */
function isBuiltOtherwise(cells, target, host) {
	const name = `${target.package} on ${target.platform}`;
	const [planned, here] = [target.builds.map(({ strategy }) => strategy), cells.map(({ strategy }) => strategy.name)];
	if (JSON.stringify(planned) !== JSON.stringify(here)) throw new ConfigError(`plan: ${name} is to be built with ${listed(planned)}, and here it would be ${listed(here)}; make the plan again`);
	const [first] = cells.filter((cell, at) => {
		const cgo = target.builds[at]?.cgo ?? null;
		return cgo !== null && cgo !== (cell.env.CGO_ENABLED ?? cell.cgoEnv.CGO_ENABLED);
	});
	if (first === void 0) return false;
	const { goos, goarch } = first.platform;
	const cgo = target.builds.find(({ strategy }) => strategy === first.strategy.name)?.cgo ?? "";
	if (cgo === "1" && (goos !== host.os || goarch !== host.arch)) return true;
	const why = cgo === "1" ? "this machine has no C compiler for it" : "this machine would turn it on";
	throw new MachineFault(`plan: ${name} (${first.strategy.name}) is planned with CGO_ENABLED=${cgo}, and ${why}; use a machine like the one that planned, or set CGO_ENABLED in both jobs`);
}

// src/legs/runners.ts
/**
* The runner that is native for a GOOS/GOARCH: labels of GitHub's own runners for public repositories
* (docs.github.com, "Choosing the runner for a job"). A config file can name others.
*/
const defaultRunners = {
	"linux/amd64": "ubuntu-24.04",
	"linux/arm64": "ubuntu-24.04-arm",
	"darwin/amd64": "macos-15-intel",
	"darwin/arm64": "macos-15",
	"windows/amd64": "windows-2025",
	"windows/arm64": "windows-11-arm"
};

// src/legs/place-targets.ts
/**
* Where each target is built, and how much work it is. A program with cgo goes to a runner of its own platform, which has a C compiler for
* it; all others are cross-compiled by runners like the one that plans. Where there are to be fewer legs than such runners, the
* smallest groups go there too.
*/
function placeTargets(cells, machines) {
	const targets = groupBy(cells, (cell) => `${cell.package}\n${cell.platform.name}`);
	const found = targets.map((group) => loadOf(group, nativeMachine(group, machines), machines));
	const { host, count } = machines;
	const home = `${host.os}/${host.arch}`;
	const kept = keptMachines(found, {
		home,
		count
	});
	const loads = targets.map((group, at) => {
		const load = found[at];
		return load !== void 0 && kept.has(load.machine) ? load : loadOf(group, home, machines);
	});
	return {
		loads,
		notes: notesOf(loads, home)
	};
}
/** GOOS/GOARCH of the runner for a target. */
function nativeMachine([first], { host, runners }) {
	const { goos, goarch } = first.platform;
	const own = `${goos}/${goarch}`;
	return (Object.hasOwn(runners, own) || Object.hasOwn(defaultRunners, own)) && hasCgo(first.cgoGraph, first.package) ? own : `${host.os}/${host.arch}`;
}
function keptMachines(loads, { home, count }) {
	const groups = groupBy(loads.filter(({ machine }) => machine !== home), ({ machine }) => machine).toSorted((a, b) => weightOf$1(b) - weightOf$1(a));
	const all = groups.map(([{ machine }]) => machine);
	const isFull = loads.some(({ machine }) => machine === home) || groups.length > (count ?? groups.length);
	return /* @__PURE__ */ new Set([home, ...count === null ? all : all.slice(0, Math.max(0, count - (isFull ? 1 : 0)))]);
}
function weightOf$1(loads) {
	return loads.reduce((sum, { weight }) => sum + weight, 0);
}
function loadOf(cells, machine, machines) {
	const { host, runners, env, times } = machines;
	const [first] = cells;
	const isAway = machine !== `${host.os}/${host.arch}`;
	const builds = cells.map((cell) => ({
		strategy: cell.strategy.name,
		cgo: cgoOf(cell, isAway, env)
	}));
	return {
		target: {
			package: first.package,
			platform: first.platform.name,
			builds
		},
		machine,
		runner: runners[machine] ?? defaultRunners[machine] ?? defaultRunners["linux/amd64"] ?? "ubuntu-latest",
		weight: cells.reduce((sum, cell) => sum + weightOfBuild(cell, times), 0)
	};
}
/** CGO_ENABLED as it will be there: on by default where there is a C compiler, as GitHub's runners have one. */
function cgoOf(cell, isAway, env) {
	const given = cell.env.CGO_ENABLED ?? env.CGO_ENABLED ?? "";
	if (given !== "") return given;
	return isAway ? "1" : cell.cgoEnv.CGO_ENABLED;
}
/** The key of a build's time. */
function weightKey(cell) {
	return [
		cell.package,
		cell.platform,
		cell.strategy
	].join("\n");
}
/** ms that one package of a program adds to a build whose packages are compiled already: linking (bench/needed.ts). */
const msOfPackage = 3;
const msOfBuild = 200;
function weightOfBuild(cell, times) {
	return times.get(weightKey({
		package: cell.package,
		platform: cell.platform.name,
		strategy: cell.strategy.name
	})) ?? msOfBuild + msOfPackage * cell.cgoGraph.size;
}
function notesOf(loads, home) {
	return groupBy(loads.filter(({ machine }) => machine !== home), ({ machine }) => machine).map((group) => {
		const [{ runner }] = group;
		const platforms = unique(group.map(({ target }) => target.platform));
		const label = typeof runner === "string" ? runner : runner.join(" ");
		return `programs with cgo for ${listed(platforms)} are built on ${label} with its C compiler; a run on one machine cross-compiles them`;
	});
}

// src/legs/split-legs.ts
/** GitHub's limit for the jobs of one matrix (docs.github.com, "Running variations of jobs in a workflow"). */
const mostLegs = 256;
/**
* Targets to legs: by runner first, then by platform, then by weight, each leg a run of targets in their order. `count`: how many legs
* there are to be, at most 256; null: as many as it takes to keep each below `legWeight`. There are never more legs than targets, and
* never fewer than runners.
*/
function splitLegs(loads, { count, legWeight }) {
	const groups = groupBy(loads, ({ runner }) => JSON.stringify(runner)).map((group) => {
		const [{ machine, runner }] = group;
		return {
			machine,
			runner,
			loads: byPlatform(group)
		};
	});
	const shares = sharesOf(groups, count ?? naturalCount(groups, legWeight));
	return named(groups.flatMap((group, at) => cut(group.loads, shares[at] ?? 1).map((part) => ({
		group,
		part
	}))).map(({ group, part }) => ({
		...group,
		loads: part
	})));
}
/** Platforms stay together, because their builds share compiled packages. */
function byPlatform(loads) {
	return groupBy(loads, ({ target }) => target.platform).flat();
}
function weightOf(loads) {
	return loads.reduce((sum, { weight }) => sum + weight, 0);
}
function naturalCount(groups, legWeight) {
	const wanted = groups.map(({ loads }) => Math.ceil(weightOf(loads) / legWeight));
	return Math.min(256, wanted.reduce((sum, each) => sum + Math.max(1, each), 0));
}
/** One leg for each group, and each further one to the group whose legs are the heaviest. */
function sharesOf(groups, count) {
	const shares = groups.map(() => 1);
	const most = Math.min(count, 256);
	for (let given = groups.length; given < most; given++) {
		const heaviest = groups.map(({ loads }, at) => ({
			at,
			load: weightOf(loads) / (shares[at] ?? 1),
			isFull: shares[at] === loads.length
		})).filter(({ isFull }) => !isFull).toSorted((a, b) => b.load - a.load)[0];
		if (heaviest === void 0) break;
		shares[heaviest.at] = (shares[heaviest.at] ?? 0) + 1;
	}
	return shares;
}
/** Cuts a list into so many parts of about the same weight, none of them empty. */
function cut(loads, parts) {
	const cuts = [];
	let [left, current] = [weightOf(loads), []];
	for (const [at, load] of loads.entries()) {
		const [open, rest] = [parts - cuts.length, loads.length - at];
		const isFull = current.length > 0 && weightOf(current) + load.weight / 2 > left / open;
		if (current.length > 0 && open > 1 && (isFull || rest < open)) {
			left -= weightOf(current);
			cuts.push(current);
			current = [];
		}
		current.push(load);
	}
	return [...cuts, current];
}
function named(groups) {
	const slugs = groups.map(({ loads, machine }) => {
		const [platform = machine, ...others] = platformsOf(loads);
		return (others.length === 0 ? platform : machine).replaceAll(/[^a-z0-9.]+/g, "-");
	});
	const names = groups.map(({ loads }) => nameOf(loads));
	return groups.map(({ runner, loads }, at) => {
		const [slug = "", name = ""] = [slugs[at], names[at]];
		const number = slugs.slice(0, at).filter((each) => each === slug).length + 1;
		const [same, before] = [names, names.slice(0, at)].map((all) => all.filter((each) => each === name).length);
		const isOnly = same === 1;
		const targets = loads.map(({ target }) => target);
		return {
			id: `${slug}-${number}`,
			name: isOnly ? name : `${name} (${(before ?? 0) + 1})`,
			runner,
			targets
		};
	});
}
function platformsOf(loads) {
	return unique(loads.map(({ target }) => target.platform));
}
/** `linux/arm64, 12 programs`, `linux/386 and 3 more platforms, 40 programs` */
function nameOf(loads) {
	const [first = "", ...others] = platformsOf(loads);
	const platforms = others.length === 0 ? first : `${first} and ${plural(others.length, "more platform")}`;
	const programs = unique(loads.map(({ target }) => target.package)).length;
	return `${platforms}, ${plural(programs, "program")}`;
}

// src/legs/plan-legs.ts
/**
* Work of one leg in ms where nobody says how many legs there are to be: about as much as a runner needs to begin (checkout, Go, caches), so
* that a further leg still saves time (docs/scale.md).
*/
const legWeight = 6e4;
/** The whole run, decided and split. Its legs need nothing but this and the checkout of the same commit. */
async function planLegs(planned, { check, inputs, split }, facts) {
	const { toolchain, commit, run, step, config, isWhole } = facts;
	const { loads, notes } = placeTargets(planned.cells, {
		...facts,
		...split,
		env: toolchain.env
	});
	const legs = splitLegs(loads, {
		count: split.count,
		legWeight
	});
	const plan = {
		schemaVersion: 1,
		tool: {
			name: "go-linkage",
			version
		},
		commit,
		run,
		step,
		inputs: inputsOfLegs(inputs, planned, toolchain),
		config,
		rules: plainRules(check.gate),
		isWhole,
		notes,
		legs,
		matrix: { include: legs.map(({ id, runner, name }) => ({
			leg: id,
			runner,
			name
		})) }
	};
	return {
		...plan,
		digest: await digestOf(plan)
	};
}
/** Inputs that make a plan, and not what is built. */
const ofPlan = [
	"mode",
	"plan",
	"leg",
	"legs",
	"reports",
	"output-dir",
	"token",
	"comment",
	"comment-key",
	"summary"
];
/** What was given, with what each machine would choose otherwise: its own platform and its own Go. */
function inputsOfLegs(given, { cells }, toolchain) {
	const kept = Object.entries(given).flatMap(([name, value]) => value === void 0 || ofPlan.includes(name) ? [] : [[name, value]]);
	const platforms = unique(cells.map(({ platform }) => platform.name)).join(" ");
	const isRelease = /^\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?$/.test(toolchain.version);
	return {
		...Object.fromEntries(kept),
		platforms,
		...isRelease ? { "go-version": toolchain.version } : {}
	};
}

// src/legs/read-reports.ts
/**
* The reports of a plan's legs, and what is wrong with them: a leg without a report or with two, a file that is no report, and a report of
* another plan, another run or an earlier attempt, or one that was changed. Nothing of a leg with such trouble is used. `patterns`: files,
* globs, and folders, in which files called report.json count.
*/
async function readReports(plan, patterns, { workingDirectory, files }) {
	const { paths, missing } = await findPaths(patterns, workingDirectory, files);
	const troubles = [...missing];
	const known = /* @__PURE__ */ new Map();
	const usable = [];
	for (const path of paths) {
		const found = await readOne(path, {
			workingDirectory,
			files
		});
		const checked = "message" in found ? found : await check$1(found, plan, known);
		if ("message" in checked) troubles.push(checked);
		else usable.push({
			...checked,
			path
		});
	}
	const byLeg = groupBy(usable, ({ leg }) => leg.id);
	const doubled = byLeg.filter(({ length }) => length > 1);
	const legs = byLeg.filter(({ length }) => length === 1).map(([only]) => only);
	const lost = plan.legs.filter(({ id }) => !byLeg.some(([{ leg }]) => leg.id === id));
	return {
		legs,
		troubles: [
			...troubles,
			...doubled.map((group) => {
				const [{ leg }] = group;
				return {
					leg: leg.id,
					message: `leg ${leg.id} has several reports: ${listed(group.map(({ path }) => path))}`
				};
			}),
			...lost.map(({ id }) => ({
				leg: id,
				message: `leg ${id} has no report that can be used`
			}))
		]
	};
}
async function findPaths(patterns, workingDirectory, files) {
	const paths = /* @__PURE__ */ new Set();
	const missing = [];
	for (const pattern of patterns) {
		const kind = await files.kindOf(resolve(workingDirectory, pattern));
		const glob = kind === "folder" ? `${pattern.replace(/[\\/]+$/, "")}/**/report.json` : pattern;
		const matched = kind === "file" ? [pattern] : await files.glob(glob, workingDirectory);
		for (const path of matched) paths.add(path);
		if (matched.length === 0) missing.push({
			leg: null,
			message: `no report matches "${pattern}"`
		});
	}
	return {
		paths: [...paths].toSorted(),
		missing
	};
}
async function readOne(path, { workingDirectory, files }) {
	const unusable = (why) => ({
		leg: null,
		message: `${path} is not a report of a leg: ${why}`
	});
	try {
		const text = await files.readText(resolve(workingDirectory, path));
		if (text === void 0) return unusable("there is no such file");
		const value = JSON.parse(text);
		return isReport(value) ? {
			path,
			report: value
		} : unusable("go-linkage check --plan did not write it");
	} catch (thrown) {
		const error = toError(thrown);
		if (error instanceof SyntaxError) return unusable("it is not whole JSON");
		if (error instanceof MachineFault || describeMachineTrouble(error) === null) throw error;
		return unusable(describeMachineTrouble(error) ?? error.message);
	}
}
/** As far as it is read before the digest vouches for the rest. */
function isReport(value) {
	if (typeof value !== "object" || value === null) return false;
	const { schemaVersion, plan, cells } = value;
	return schemaVersion === 1 && typeof plan === "object" && plan !== null && Array.isArray(cells);
}
/** Throws nothing: whatever is wrong is said of the leg that it is about. */
async function check$1({ path, report }, plan, known) {
	const { leg: id, digest, base, sha256 } = report.plan ?? emptyPlan;
	const leg = plan.legs.find((each) => each.id === id);
	const wrong = (why) => ({
		leg: leg?.id ?? null,
		message: `${path} ${why}`
	});
	if (digest !== plan.digest || leg === void 0 || base === null) return wrong("is of another plan");
	const run = describeOtherRun(report.plan ?? emptyPlan, plan);
	if (run !== null) return wrong(run);
	if (sha256 === null || await digestOfReport(report) !== sha256) return wrong("was changed after the leg wrote it");
	const missing = lacking(report.cells, leg);
	return missing === null ? {
		leg,
		report: sharing(report, known),
		base
	} : wrong(missing);
}
/** The report with one list of systems for all cells that have the same: those lists are most of a report, and few of them differ. */
function sharing(report, known) {
	const cells = report.cells.map((cell) => {
		const key = JSON.stringify(cell.runsOn);
		const runsOn = known.get(key) ?? cell.runsOn;
		known.set(key, runsOn);
		return {
			...cell,
			runsOn
		};
	});
	return {
		...report,
		cells
	};
}
const emptyPlan = {
	digest: "",
	leg: null,
	legs: 0,
	run: null,
	notes: [],
	base: null,
	sha256: null
};
/** A leg that is run again has the id of its run and a higher attempt; a plan that is made again makes older reports worthless. */
function describeOtherRun({ run }, plan) {
	if (plan.run === null) return null;
	if (run?.id !== plan.run.id) return "is of another workflow run";
	if (run.attempt >= plan.run.attempt) return null;
	return `is of attempt ${run.attempt} of the workflow run, and the plan is of attempt ${plan.run.attempt}`;
}
/** What the plan asks of the leg and its report does not have. */
function lacking(cells, leg) {
	const found = new Set(cells.map(({ package: path, platform, strategy }) => `${path} on ${platform} (${strategy ?? ""})`));
	const wanted = leg.targets.flatMap(({ package: path, platform, builds }) => builds.map(({ strategy }) => `${path} on ${platform} (${strategy})`));
	const missing = wanted.filter((each) => !found.has(each));
	if (missing.length > 0) return `lacks ${listed(missing)}`;
	return cells.length > wanted.length ? "has builds that the plan does not have" : null;
}
/** Time in ms that builds took, from JSON reports of any earlier run, by `weightKey`. Throws ConfigError for what is none. */
async function readTimes(patterns, { workingDirectory, files }) {
	const { paths, missing } = await findPaths(patterns, workingDirectory, files);
	const [lost] = missing;
	if (lost !== void 0) throw new ConfigError(`reports: ${lost.message}`);
	const times = /* @__PURE__ */ new Map();
	for (const path of paths) for (const { package: name, platform, strategy, timing } of await readCells(path, workingDirectory, files)) if (timing.buildMs !== null && strategy !== null) times.set(weightKey({
		package: name,
		platform,
		strategy
	}), timing.buildMs);
	return times;
}
async function readCells(path, workingDirectory, files) {
	try {
		const value = JSON.parse(await files.readText(resolve(workingDirectory, path)) ?? "");
		const { cells } = typeof value === "object" && value !== null ? value : {};
		if (Array.isArray(cells) && cells.every(hasTime)) return cells;
	} catch (thrown) {
		if (!(thrown instanceof SyntaxError)) throw thrown;
	}
	throw new ConfigError(`reports: "${path}" is not a JSON report of go-linkage`);
}
/** What times are read from: any version's reports have it, whatever else they have. */
function hasTime(cell) {
	return typeof cell === "object" && cell !== null && "timing" in cell && typeof cell.timing === "object" && cell.timing !== null;
}

// src/prove/judge-proof.ts
/** Signals by which a program dies of itself. */
const faults = /* @__PURE__ */ new Set([
	"SIGSEGV",
	"SIGTRAP",
	"SIGILL",
	"SIGABRT",
	"SIGBUS",
	"SIGFPE"
]);
/** Errors of execve that say something about the machine and nothing about the program. */
const circumstances = /* @__PURE__ */ new Set([
	"E2BIG",
	"EAGAIN",
	"EIO",
	"EMFILE",
	"ENFILE",
	"ENOMEM",
	"ENOSPC",
	"ENOSYS",
	"ETXTBSY"
]);
/** Judges what became of an artifact in a sandbox whose canary has behaved. */
function judge(outcome, inside, timeoutMs) {
	const { exitCode, signal, refusal } = outcome;
	const base = {
		means: inside,
		exitCode,
		signal
	};
	const where = `with no other file in reach (${inside})`;
	if (outcome.setup !== "") return {
		...base,
		result: "not-proven",
		detail: `it could not be tried ${where}: ${outcome.setup}`
	};
	if (refusal !== "") {
		const result = circumstances.has(refusal) ? "not-proven" : "refused";
		return {
			...base,
			result,
			exitCode: null,
			detail: `it does not start ${where}: ${refusal}`
		};
	}
	if (outcome.timedOut) {
		const detail = `it starts ${where}; after ${timeoutMs} ms it was still running and was ended`;
		return {
			...base,
			result: "proven",
			exitCode: null,
			detail
		};
	}
	if (signal !== null) {
		const result = faults.has(signal) ? "refused" : "not-proven";
		return {
			...base,
			result,
			detail: `it starts ${where} and is killed by ${signal}`
		};
	}
	return {
		...base,
		result: "proven",
		detail: `it starts ${where} and ends with exit code ${String(exitCode)}`
	};
}
function notProven(detail) {
	return {
		result: "not-proven",
		means: null,
		detail,
		exitCode: null,
		signal: null
	};
}
/** What is wrong with a sandbox in which the canaries became this, or null when it can be trusted. */
function downgrade(canaries) {
	const problem = whyNotRun(canaries.static);
	if (problem !== null) return canaries.static.setup === "" ? `it does not run a static program (${problem})` : problem;
	if (canaries.dynamic.setup !== "") return canaries.dynamic.setup;
	if (canaries.dynamic.refusal === "") return "it starts a dynamic program, so it proves nothing";
	return null;
}
/** Why a canary did not run to its good end, or null. */
function whyNotRun(outcome) {
	if (outcome.setup !== "") return outcome.setup;
	if (outcome.refusal !== "") return outcome.refusal;
	if (outcome.timedOut) return "it did not end";
	if (outcome.exitCode === 0) return null;
	return outcome.signal ?? `exit code ${String(outcome.exitCode)}`;
}

// src/prove/outcome.ts
/** Reads one line of the helper's output; undefined when it is not one. */
function parseOutcome(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return;
	}
	return isOutcome(value) ? value : void 0;
}
function isOutcome(value) {
	if (typeof value !== "object" || value === null) return false;
	const { setup, refusal, timedOut, exitCode, signal, output, ms } = value;
	return [
		setup,
		refusal,
		output
	].every((field) => typeof field === "string") && typeof timedOut === "boolean" && (exitCode === null || typeof exitCode === "number") && (signal === null || typeof signal === "string") && typeof ms === "number";
}
/** The outcome of a program that could not be tried. */
function notStarted(setup) {
	return {
		refusal: "",
		timedOut: false,
		exitCode: null,
		signal: null,
		output: "",
		ms: 0,
		setup
	};
}

// src/prove/sandbox/go.mod?raw
var go_default = "module sandbox\n\ngo 1.19\n";

// src/prove/sandbox/dynamic/main.go?raw
var main_default$2 = "// Command dynamic is a dynamic program, made by any Go, with no C compiler and for every platform. Its loader is named with -ldflags=-I.\npackage main\n\n//go:cgo_import_dynamic _ _ \"libc.so.6\"\n\nfunc main() {}\n";

// src/prove/sandbox/sandbox/enter.go?raw
var enter_default = "package main\n\nimport (\n	\"os\"\n	\"path/filepath\"\n	\"runtime\"\n	\"syscall\"\n	\"unsafe\"\n)\n\n// What start hands to enter beside the usual three.\nconst (\n	statusFD = iota + 3\n	programFD\n)\n\nconst (\n	prSetChildSubreaper = 36\n	prSetNoNewPrivs     = 38\n\n	atEmptyPath = 0x1000\n)\n\n// Numbers of execveat, which is younger than the syscall package.\nvar sysExecveat = map[string]uintptr{\n	\"386\": 358, \"amd64\": 322, \"arm\": 387, \"arm64\": 281, \"loong64\": 281, \"mips\": 4356, \"mipsle\": 4356, \"mips64\": 5316,\n	\"mips64le\": 5316, \"ppc64\": 362, \"ppc64le\": 362, \"riscv64\": 281, \"s390x\": 354,\n}\n\n// enter confines this process and becomes the program. What it writes to statusFD says why that did not happen.\nfunc enter(argv []string) {\n	if len(argv) < 3 {\n		usage()\n	}\n	means, root, program, args := argv[0], argv[1], argv[2], argv[3:]\n	for _, fd := range []int{statusFD, programFD} {\n		syscall.CloseOnExec(fd)\n	}\n	if step, err := confine(means, root); err != nil {\n		report(step + \": \" + describe(err))\n		os.Exit(127)\n	}\n	report(ready)\n	report(describe(execveat(programFD, append([]string{\"/\" + filepath.Base(program)}, args...))))\n	os.Exit(127)\n}\n\nfunc report(text string) {\n	syscall.Write(statusFD, []byte(text))\n}\n\n// confine returns the step that failed.\nfunc confine(means, root string) (string, error) {\n	switch means {\n	case \"none\":\n	case \"landlock\":\n		if step, err := landlock(); err != nil {\n			return step, err\n		}\n	case \"chroot\":\n		if err := syscall.Chroot(root); err != nil {\n			return \"chroot\", err\n		}\n		if err := syscall.Chdir(\"/\"); err != nil {\n			return \"chdir\", err\n		}\n	default:\n		return means, syscall.EINVAL\n	}\n	if err := prctl(prSetNoNewPrivs, 1); err != nil {\n		return \"no_new_privs\", err\n	}\n	return \"\", nil\n}\n\nfunc execveat(fd int, argv []string) error {\n	number, known := sysExecveat[runtime.GOARCH]\n	if !known {\n		return syscall.ENOSYS\n	}\n	path, err := syscall.BytePtrFromString(\"\")\n	if err != nil {\n		return err\n	}\n	pointers, err := syscall.SlicePtrFromStrings(argv)\n	if err != nil {\n		return err\n	}\n	environment := []*byte{nil}\n	_, _, errno := syscall.RawSyscall6(number, uintptr(fd), uintptr(unsafe.Pointer(path)),\n		uintptr(unsafe.Pointer(&pointers[0])), uintptr(unsafe.Pointer(&environment[0])), atEmptyPath, 0)\n	return errno\n}\n\nfunc prctl(option, value uintptr) error {\n	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, option, value, 0, 0, 0, 0); errno != 0 {\n		return errno\n	}\n	return nil\n}\n";

// src/prove/sandbox/sandbox/landlock.go?raw
var landlock_default = "package main\n\nimport (\n	\"runtime\"\n	\"strings\"\n	\"syscall\"\n	\"unsafe\"\n)\n\n// include/uapi/linux/landlock.h\nconst (\n	landlockCreateRulesetVersion = 1\n	landlockRulePathBeneath      = 1\n\n	accessExecute  = 1 << 0\n	accessReadFile = 1 << 2\n)\n\n// Rights on files by version of Landlock's ABI; later versions have what the last of these has.\nvar accessByABI = []uint64{0, 1<<13 - 1, 1<<14 - 1, 1<<15 - 1, 1<<15 - 1, 1<<16 - 1}\n\n// The same numbers everywhere, but for the offsets of mips.\nfunc landlockNumber(number uintptr) uintptr {\n	switch {\n	case strings.HasPrefix(runtime.GOARCH, \"mips64\"):\n		return 5000 + number\n	case strings.HasPrefix(runtime.GOARCH, \"mips\"):\n		return 4000 + number\n	}\n	return number\n}\n\n// landlock takes every right on every file from this thread, but to read and execute the one that is to be started.\nfunc landlock() (string, error) {\n	createRuleset, addRule, restrictSelf := landlockNumber(444), landlockNumber(445), landlockNumber(446)\n	abi, _, errno := syscall.RawSyscall(createRuleset, 0, 0, landlockCreateRulesetVersion)\n	if errno != 0 {\n		return \"this kernel has no Landlock\", errno\n	}\n	if abi >= uintptr(len(accessByABI)) {\n		abi = uintptr(len(accessByABI)) - 1\n	}\n	handled := accessByABI[abi]\n	ruleset, _, errno := syscall.RawSyscall(createRuleset, uintptr(unsafe.Pointer(&handled)), unsafe.Sizeof(handled), 0)\n	if errno != 0 {\n		return \"landlock_create_ruleset\", errno\n	}\n	syscall.CloseOnExec(int(ruleset))\n	rule := struct {\n		access uint64\n		fd     int32\n	}{accessExecute | accessReadFile, programFD}\n	_, _, errno = syscall.RawSyscall6(addRule, ruleset, landlockRulePathBeneath, uintptr(unsafe.Pointer(&rule)), 0, 0, 0)\n	if errno != 0 {\n		return \"landlock_add_rule\", errno\n	}\n	if err := prctl(prSetNoNewPrivs, 1); err != nil {\n		return \"no_new_privs\", err\n	}\n	if _, _, errno := syscall.RawSyscall(restrictSelf, ruleset, 0, 0); errno != 0 {\n		return \"landlock_restrict_self\", errno\n	}\n	return \"\", nil\n}\n";

// src/prove/sandbox/sandbox/main.go?raw
var main_default$1 = "// Command sandbox starts programs in an empty root, with an empty environment and a time limit, and says for each whether\n// the kernel started it and how it ended. It is started again inside the sandbox, so that what goes wrong while entering\n// is never mistaken for execve refusing the program.\n//\n//	sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...   one JSON line per file\n//	sandbox enter ...                                          itself, inside\npackage main\n\nimport (\n	\"os\"\n	\"os/signal\"\n	\"runtime\"\n	\"strconv\"\n	\"syscall\"\n	\"time\"\n)\n\n// A child's death signal comes with the end of the thread that started it, and Landlock holds for one thread.\nfunc init() {\n	runtime.LockOSThread()\n}\n\nfunc main() {\n	if len(os.Args) > 2 {\n		switch os.Args[1] {\n		case \"run\":\n			run(os.Args[2:])\n			return\n		case \"enter\":\n			enter(os.Args[2:])\n			return\n		}\n	}\n	usage()\n}\n\nfunc usage() {\n	os.Stderr.WriteString(\"usage: sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...\\n\")\n	os.Exit(2)\n}\n\n// job is what all programs of one call have in common.\ntype job struct {\n	// none, landlock or chroot\n	means string\n	limit time.Duration\n	work  string\n	args  []string\n	// stop gets a value when we have to end.\n	stop chan struct{}\n}\n\nfunc run(argv []string) {\n	if len(argv) < 4 {\n		usage()\n	}\n	limit, err := strconv.Atoi(argv[1])\n	if err != nil {\n		usage()\n	}\n	count, err := strconv.Atoi(argv[3])\n	if err != nil || count < 0 || len(argv) < 4+count {\n		usage()\n	}\n	j := job{\n		means: argv[0],\n		limit: time.Duration(limit) * time.Millisecond,\n		work:  argv[2],\n		args:  argv[4 : 4+count],\n		stop:  make(chan struct{}, 1),\n	}\n	signals := make(chan os.Signal, 1)\n	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)\n	go func() {\n		<-signals\n		j.stop <- struct{}{}\n	}()\n	// Whatever a program leaves behind becomes our child, so that it can be found and ended.\n	prctl(prSetChildSubreaper, 1)\n	for index, file := range argv[4+count:] {\n		result := j.start(file, index)\n		if result.stopped {\n			os.Exit(130)\n		}\n		os.Stdout.WriteString(result.json() + \"\\n\")\n	}\n}\n";

// src/prove/sandbox/sandbox/start.go?raw
var start_default = "package main\n\nimport (\n	\"io\"\n	\"os\"\n	\"path/filepath\"\n	\"strconv\"\n	\"strings\"\n	\"syscall\"\n	\"time\"\n)\n\n// Bytes of output that are kept of each program; the rest is read and thrown away.\nconst outputCap = 64 << 10\n\n// ready is what enter says right before execve. More behind it is the errno; anything else is what kept it from trying.\nconst ready = \"ready \"\n\n// outcome is what became of one program.\ntype outcome struct {\n	file string\n	// setup is what went wrong before the program could be tried.\n	setup string\n	// refusal is the errno of execve.\n	refusal  string\n	started  bool\n	timedOut bool\n	// stopped: we have to end, and so did the program.\n	stopped bool\n	// exitCode is -1 when a signal ended it.\n	exitCode int\n	signal   string\n	output   []byte\n	millis   int64\n}\n\n// start starts one file and waits for its end.\nfunc (j job) start(file string, index int) (result outcome) {\n	began := time.Now()\n	result = outcome{file: file, exitCode: -1}\n	defer func() {\n		result.millis = time.Since(began).Milliseconds()\n	}()\n	files, err := open(file)\n	if err != nil {\n		result.setup = describe(err)\n		return result\n	}\n	defer closeAll(files)\n\n	root := filepath.Join(j.work, \"root-\"+strconv.Itoa(os.Getpid())+\"-\"+strconv.Itoa(index))\n	if err := os.Mkdir(root, 0o755); err != nil {\n		result.setup = describe(err)\n		return result\n	}\n	defer os.Remove(root)\n\n	status, statusEnd, err := os.Pipe()\n	if err != nil {\n		result.setup = describe(err)\n		return result\n	}\n	defer status.Close()\n	output, outputEnd, err := os.Pipe()\n	if err != nil {\n		statusEnd.Close()\n		result.setup = describe(err)\n		return result\n	}\n	defer output.Close()\n	argv := append([]string{\"sandbox\", \"enter\", j.means, root, file}, j.args...)\n	pid, err := syscall.ForkExec(\"/proc/self/exe\", argv, &syscall.ProcAttr{\n		Dir:   root,\n		Env:   []string{},\n		Files: descriptors(files[0], outputEnd, outputEnd, statusEnd, files[1]),\n		Sys:   &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},\n	})\n	statusEnd.Close()\n	outputEnd.Close()\n	if err != nil {\n		result.setup = \"cannot start inside: \" + describe(err)\n		return result\n	}\n	j.watch(pid, status, output, &result)\n	return result\n}\n\n// open opens /dev/null and the program.\nfunc open(file string) ([]*os.File, error) {\n	if err := syscall.Access(file, 1); err != nil {\n		// No permission, or a volume that is mounted noexec: that says nothing about the program.\n		return nil, &os.PathError{Op: \"not executable\", Path: file, Err: err}\n	}\n	var files []*os.File\n	for _, name := range []string{os.DevNull, file} {\n		opened, err := os.Open(name)\n		if err != nil {\n			closeAll(files)\n			return nil, err\n		}\n		files = append(files, opened)\n	}\n	return files, nil\n}\n\n// watch waits for the end of a child, and makes it end at the time limit.\nfunc (j job) watch(pid int, status, output *os.File, result *outcome) {\n	said := make(chan string, 1)\n	go func() {\n		// Ends when the child ends or starts the program: the other end is closed by execve.\n		text, _ := io.ReadAll(status)\n		said <- string(text)\n	}()\n	collected := make(chan []byte, 1)\n	go func() {\n		kept, _ := io.ReadAll(io.LimitReader(output, outputCap))\n		io.Copy(io.Discard, output)\n		collected <- kept\n	}()\n	ended := make(chan syscall.WaitStatus, 1)\n	go func() {\n		ended <- wait(pid)\n	}()\n\n	var report string\n	var end syscall.WaitStatus\n	timer := time.NewTimer(j.limit)\n	defer timer.Stop()\n	for running, saying := true, true; running || saying; {\n		select {\n		case report = <-said:\n			saying = false\n			result.started = report == ready && !result.timedOut\n		case end = <-ended:\n			running = false\n		case <-timer.C:\n			result.timedOut = true\n			syscall.Kill(-pid, syscall.SIGKILL)\n		case <-j.stop:\n			result.stopped = true\n			syscall.Kill(-pid, syscall.SIGKILL)\n		}\n	}\n	syscall.Kill(-pid, syscall.SIGKILL)\n	sweep()\n	output.SetReadDeadline(time.Now().Add(time.Second))\n	result.output = <-collected\n\n	if refusal := strings.TrimPrefix(report, ready); report != \"\" && refusal == report {\n		result.setup = report\n	} else if refusal != \"\" {\n		result.refusal = refusal\n	} else if !result.started {\n		result.setup = \"it ended before execve\"\n	} else if end.Exited() {\n		result.exitCode = end.ExitStatus()\n	} else if end.Signaled() && !result.timedOut {\n		result.signal = signalName(end.Signal())\n	}\n}\n\nfunc wait(pid int) (status syscall.WaitStatus) {\n	for {\n		if _, err := syscall.Wait4(pid, &status, 0, nil); err != syscall.EINTR {\n			return status\n		}\n	}\n}\n\n// sweep ends what the program has left behind in other process groups.\nfunc sweep() {\n	for {\n		left := children()\n		if len(left) == 0 {\n			return\n		}\n		for _, pid := range left {\n			syscall.Kill(pid, syscall.SIGKILL)\n			wait(pid)\n		}\n	}\n}\n\nfunc children() (pids []int) {\n	names, err := filepath.Glob(\"/proc/[0-9]*/stat\")\n	if err != nil {\n		return nil\n	}\n	own := strconv.Itoa(os.Getpid())\n	for _, name := range names {\n		text, err := os.ReadFile(name)\n		if err != nil {\n			continue\n		}\n		// \"pid (name) state ppid …\", and the name can hold anything.\n		fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))\n		if len(fields) < 2 || fields[1] != own {\n			continue\n		}\n		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil {\n			pids = append(pids, pid)\n		}\n	}\n	return pids\n}\n\nfunc descriptors(files ...*os.File) (fds []uintptr) {\n	for _, file := range files {\n		fds = append(fds, file.Fd())\n	}\n	return fds\n}\n\nfunc closeAll(files []*os.File) {\n	for _, file := range files {\n		file.Close()\n	}\n}\n";

// src/prove/sandbox/sandbox/words.go?raw
var words_default = "package main\n\nimport (\n	\"os\"\n	\"strconv\"\n	\"strings\"\n	\"syscall\"\n)\n\nvar errnoNames = map[syscall.Errno]string{\n	syscall.E2BIG: \"E2BIG\", syscall.EACCES: \"EACCES\", syscall.EAGAIN: \"EAGAIN\", syscall.EINVAL: \"EINVAL\", syscall.EIO: \"EIO\",\n	syscall.ELIBBAD: \"ELIBBAD\", syscall.ELOOP: \"ELOOP\", syscall.EMFILE: \"EMFILE\", syscall.ENFILE: \"ENFILE\",\n	syscall.ENOENT: \"ENOENT\", syscall.ENOEXEC: \"ENOEXEC\", syscall.ENOMEM: \"ENOMEM\", syscall.ENOSPC: \"ENOSPC\",\n	syscall.ENOSYS: \"ENOSYS\", syscall.EOPNOTSUPP: \"EOPNOTSUPP\", syscall.EPERM: \"EPERM\", syscall.ETXTBSY: \"ETXTBSY\",\n}\n\n// describe is the name of an errno, or the words of any other error: never a path, because ours are of a temporary folder.\nfunc describe(err error) string {\n	if failed, ok := err.(*os.PathError); ok {\n		return failed.Op + \": \" + describe(failed.Err)\n	}\n	if errno, ok := err.(syscall.Errno); ok {\n		if name, known := errnoNames[errno]; known {\n			return name\n		}\n		return \"errno \" + strconv.Itoa(int(errno))\n	}\n	return err.Error()\n}\n\nvar signalNames = map[syscall.Signal]string{\n	syscall.SIGABRT: \"SIGABRT\", syscall.SIGALRM: \"SIGALRM\", syscall.SIGBUS: \"SIGBUS\", syscall.SIGFPE: \"SIGFPE\",\n	syscall.SIGHUP: \"SIGHUP\", syscall.SIGILL: \"SIGILL\", syscall.SIGINT: \"SIGINT\", syscall.SIGKILL: \"SIGKILL\",\n	syscall.SIGPIPE: \"SIGPIPE\", syscall.SIGQUIT: \"SIGQUIT\", syscall.SIGSEGV: \"SIGSEGV\", syscall.SIGSYS: \"SIGSYS\",\n	syscall.SIGTERM: \"SIGTERM\", syscall.SIGTRAP: \"SIGTRAP\", syscall.SIGXCPU: \"SIGXCPU\", syscall.SIGXFSZ: \"SIGXFSZ\",\n}\n\nfunc signalName(signal syscall.Signal) string {\n	if name, known := signalNames[signal]; known {\n		return name\n	}\n	return \"signal \" + strconv.Itoa(int(signal))\n}\n\n// By hand, because encoding/json takes longer to compile on a cold cache than all the rest of this program.\nfunc (o outcome) json() string {\n	exitCode, signal := \"null\", \"null\"\n	if o.exitCode >= 0 {\n		exitCode = strconv.Itoa(o.exitCode)\n	}\n	if o.signal != \"\" {\n		signal = quote(o.signal)\n	}\n	return \"{\" + strings.Join([]string{\n		\"\\\"file\\\":\" + quote(o.file),\n		\"\\\"setup\\\":\" + quote(o.setup),\n		\"\\\"refusal\\\":\" + quote(o.refusal),\n		\"\\\"timedOut\\\":\" + strconv.FormatBool(o.timedOut),\n		\"\\\"exitCode\\\":\" + exitCode,\n		\"\\\"signal\\\":\" + signal,\n		\"\\\"output\\\":\" + quote(string(o.output)),\n		\"\\\"ms\\\":\" + strconv.FormatInt(o.millis, 10),\n	}, \",\") + \"}\"\n}\n\nfunc quote(text string) string {\n	const hex = \"0123456789abcdef\"\n	var quoted strings.Builder\n	quoted.WriteByte('\"')\n	for _, char := range text {\n		switch {\n		case char == '\"' || char == '\\\\':\n			quoted.WriteByte('\\\\')\n			quoted.WriteRune(char)\n		case char < 0x20 || char == 0x7f:\n			quoted.WriteString(\"\\\\u00\")\n			quoted.WriteByte(hex[char>>4])\n			quoted.WriteByte(hex[char&15])\n		default:\n			quoted.WriteRune(char)\n		}\n	}\n	quoted.WriteByte('\"')\n	return quoted.String()\n}\n";

// src/prove/sandbox/static/main.go?raw
var main_default = "package main\n\nfunc main() {}\n";

// src/prove/sandbox/source.ts
/**
* The Go source of what proof by running needs. dist/ runs from a fresh clone, so the bundle holds it as text. It must build with
* Go 1.19, with nothing but the standard library, and stay as gofmt and vet want it.
*/
/** By path in a folder that is a module. */
const sources = {
	"go.mod": go_default,
	"sandbox/main.go": main_default$1,
	"sandbox/start.go": start_default,
	"sandbox/enter.go": enter_default,
	"sandbox/landlock.go": landlock_default,
	"sandbox/words.go": words_default,
	"static/main.go": main_default,
	"dynamic/main.go": main_default$2
};

// src/prove/workshop.ts
/** Builds the helper. Throws Error with Go's words when that fails. */
async function openWorkshop(go, ports) {
	const dir = await ports.files.makeTempDir();
	for (const [path, text] of Object.entries(sources)) await ports.files.writeText(join(dir, path), text);
	const workshop = {
		dir,
		helper: join(dir, "bin", "sandbox"),
		go,
		ports
	};
	await goBuild(workshop, {
		goarch: ports.host.arch,
		out: "bin",
		linkerFlags: [],
		packages: ["./sandbox"]
	});
	return workshop;
}
/** Builds the canaries for a machine. Throws Error with Go's words when that fails. */
async function buildCanaries(workshop, goarch) {
	const out = join("canaries", goarch);
	const canaries = {
		dynamic: join(workshop.dir, out, "dynamic"),
		static: join(workshop.dir, out, "static")
	};
	await goBuild(workshop, {
		goarch,
		out,
		linkerFlags: [`-I=${canaries.static}`],
		packages: ["./static", "./dynamic"]
	});
	return canaries;
}
async function goBuild({ dir, go }, { goarch, out, linkerFlags, packages }) {
	const args = [
		"build",
		"-buildvcs=false",
		`-ldflags=${joinQuoted([
			"-s",
			"-w",
			...linkerFlags
		])}`,
		"-o",
		`${out}/`,
		...packages
	];
	const result = await go.work(args, {
		cwd: dir,
		env: buildEnvironment(dir, goarch)
	});
	if (result.exitCode !== 0) throw new Error(lastWords(`go build for linux/${goarch}`, result, dir));
}
/** What people set for their own builds (also with `go env -w`) is not for ours. */
function buildEnvironment(dir, goarch) {
	const own = {
		GOOS: "linux",
		GOARCH: goarch,
		CGO_ENABLED: "0",
		GOFLAGS: "",
		GOENV: "off",
		GOWORK: "off"
	};
	const linker = {
		GO_EXTLINK_ENABLED: "0",
		GOEXPERIMENT: ""
	};
	return {
		...own,
		...linker,
		GO111MODULE: "on",
		GOTMPDIR: dir,
		LC_ALL: "C"
	};
}
/** Starts each file and says what became of it, in the order of the files. Throws only Interrupted. */
async function startEach(workshop, start, files) {
	const { dir, helper, go, ports } = workshop;
	const { inside, args, timeoutMs } = start;
	const run = [
		"run",
		inside,
		String(timeoutMs),
		dir,
		String(args.length),
		...args,
		...files
	];
	try {
		const result = await ports.work(helper, run, {
			cwd: dir,
			env: go.env
		});
		const outcomes = result.stdout.split("\n").flatMap((line) => parseOutcome(line) ?? []);
		return files.map((_, index) => outcomes[index] ?? notStarted(lastWords("the helper", result, dir)));
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		return files.map(() => notStarted(withoutDir(toError(thrown).message, dir)));
	}
}
function lastWords(what, { exitCode, signal, stderr }, dir) {
	const end = signal ?? `exit code ${String(exitCode)}`;
	const words = withoutDir(stderr.trim().split("\n").at(-1) ?? "", dir).replaceAll(/\p{Cc}/gu, "");
	return `${what} ended with ${end}${words === "" ? "" : `: ${words.slice(0, 300)}`}`;
}
/** The folder has a random name, and the reports of one tree have to be the same. */
function withoutDir(text, dir) {
	return text.replaceAll(dir, "…");
}

// src/prove/means.ts
/** What anybody may do, and what root may. */
const insides = ["landlock", "chroot"];
/** Time in ms that a canary gets. */
const canaryTimeout = 2e4;
/** Machines whose kernel may run the programs of another. */
const alsoRuns = {
	amd64: ["386"],
	arm64: ["arm"]
};
/** Finds the best sandbox in which a static program for `goarch` runs and a dynamic one does not. */
async function findMeans(workshop, goarch) {
	const { host } = workshop.ports;
	const foreign = `this ${host.arch} machine cannot run ${goarch}`;
	if (host.arch !== goarch && !alsoRuns[host.arch]?.includes(goarch)) return {
		kind: "none",
		why: foreign
	};
	try {
		const found = await firstTrusted(workshop, await buildCanaries(workshop, goarch));
		if (typeof found === "string") return {
			kind: "found",
			inside: found
		};
		return {
			kind: "none",
			why: `${host.arch === goarch ? "no sandbox works here" : foreign}: ${found.tried.join("; ")}`
		};
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		return {
			kind: "none",
			why: `there is no canary: ${toError(thrown).message}`
		};
	}
}
const missing = notStarted("the helper said nothing");
/** The sandbox, or one reason for each that cannot be trusted. */
async function firstTrusted(workshop, canaries) {
	const common = {
		args: [],
		timeoutMs: canaryTimeout
	};
	const [outside = missing] = await startEach(workshop, {
		...common,
		inside: "none"
	}, [canaries.dynamic]);
	const problem = whyNotRun(outside);
	if (problem !== null) return { tried: [`this kernel does not run the canary outside of a sandbox either (${problem})`] };
	const tried = [];
	for (const inside of insides) {
		const [dynamic = missing, fixed = missing] = await startEach(workshop, {
			...common,
			inside
		}, [canaries.dynamic, canaries.static]);
		const doubt = downgrade({
			dynamic,
			static: fixed
		});
		if (doubt === null) return inside;
		tried.push(`${inside}: ${doubt}`);
	}
	return { tried };
}

// src/prove/prove.ts
/** Proves by running: starts static artifacts in an empty root, where nothing but the kernel can help them. */
/**
* Starts each artifact by the best means of this machine, in the order given. Whatever goes wrong is in the proofs; it
* throws only Interrupted. Meant for artifacts that are static by their own bytes: the result never makes one static.
*/
async function prove(artifacts, request, { go, ports }) {
	const { os } = ports.host;
	if (os !== "linux") return artifacts.map(() => notProven(`programs are proven on linux, and this machine is ${os}`));
	const linux = artifacts.filter(({ platform }) => platform.goos === "linux");
	const proofs = linux.length === 0 ? /* @__PURE__ */ new Map() : await proveLinux(linux, request, {
		go,
		ports
	});
	return artifacts.map((artifact) => proofs.get(artifact) ?? notProven(`a ${artifact.platform.goos} program cannot be started on linux`));
}
async function proveLinux(artifacts, request, { go, ports }) {
	const proofs = /* @__PURE__ */ new Map();
	const finish = ports.log.activity("the static artifacts in an empty root", "starting");
	try {
		const workshop = await openWorkshop(go, ports);
		for (const group of groupBy(artifacts, ({ platform }) => platform.goarch)) for (const [artifact, proof] of await proveAlike(workshop, request, group)) proofs.set(artifact, proof);
	} catch (thrown) {
		if (thrown instanceof Interrupted) throw thrown;
		const proof = notProven(`the helper could not be built: ${toError(thrown).message}`);
		for (const artifact of artifacts) proofs.set(artifact, proof);
	}
	const proven = [...proofs.values()].filter(({ result }) => result === "proven").length;
	finish(`${proven} of ${artifacts.length} proven:`);
	return proofs;
}
/** Artifacts for one machine. */
async function proveAlike(workshop, request, artifacts) {
	const { goarch } = artifacts[0].platform;
	const { log, host } = workshop.ports;
	const means = await findMeans(workshop, goarch);
	if (means.kind === "none") {
		log.warning(`linux/${goarch}: nothing can be proven by running: ${means.why}`);
		return artifacts.map((artifact) => [artifact, notProven(means.why)]);
	}
	log.info(`linux/${goarch}: ${means.inside} refused a dynamic program and ran a static one`);
	const shares = Array.from({ length: host.cpus }, (_, share) => artifacts.filter((_artifact, index) => index % host.cpus === share));
	const start = {
		inside: means.inside,
		...request
	};
	const proofs = shares.map(async (share) => {
		if (share.length === 0) return [];
		const outcomes = await startEach(workshop, start, share.map(({ file }) => file));
		return share.map((artifact, index) => {
			const outcome = outcomes[index] ?? notStarted("the helper said nothing");
			return [artifact, judge(outcome, means.inside, request.timeoutMs)];
		});
	});
	return (await Promise.all(proofs)).flat();
}

// src/prove/prove-artifacts.ts
/** Time in ms that each program gets. */
const timeoutMs = 1e4;
/** Starts the static artifacts of a run. Nothing happens without arguments to start them with. */
async function proveCells(cells, args, context) {
	return proveAll(cells, {
		args,
		context
	}, ({ planned, build, artifact }) => {
		if (build.status !== "built" || artifact === null || !isStatic$2(artifact.inspection.linkage)) return null;
		return {
			file: resolve(artifact.path ?? build.file),
			platform: planned.platform
		};
	});
}
/** The same for files that something else built. */
async function proveGiven(given, { args, workingDirectory }, context) {
	return proveAll(given, {
		args,
		context
	}, ({ file, inspection }) => {
		if (file === null || !isStatic$2(inspection.linkage) || inspection.machine === null) return null;
		const platform = {
			goos: inspection.go?.settings.GOOS ?? "linux",
			goarch: inspection.machine
		};
		return {
			file: resolve(workingDirectory, file),
			platform
		};
	});
}
/** `toProvable` answers null for what is not to be started. */
async function proveAll(items, { args, context }, toProvable) {
	const provables = args.length === 0 ? items.map(() => null) : items.map(toProvable);
	const startable = provables.filter((provable) => provable !== null);
	const proofs = startable.length === 0 ? [] : await prove(startable, {
		args,
		timeoutMs
	}, context);
	return items.map((item, at) => {
		const provable = provables[at] ?? null;
		return {
			...item,
			proof: provable === null ? null : proofs[startable.indexOf(provable)] ?? null
		};
	});
}

// src/run.ts
/**
* The whole program, in order. Each stage has a folder of its name; those that touch the world take `ports`, the rest are plain
* functions. Throws ConfigError for the caller's mistakes and Interrupted when it was cut off; all else is in the report.
*/
function run(request, ports) {
	switch (request.mode) {
		case "check": return check(request, ports);
		case "explain": return predictOnly(request, ports);
		case "inspect": return inspectFiles(request, ports);
		case "merge": return merge(request, ports);
	}
}
/** Decides what `check` would build, and splits it over several machines. Nothing is built. Throws as `run` does. */
async function splitRun({ check: request, ...split }, ports) {
	const { env, files, host } = ports;
	const { workingDirectory } = request.where;
	const { toolchain, planned, opened } = await prepare(request, ports);
	await closeCache(opened, null, ports);
	const { GITHUB_JOB: job = "", GITHUB_ACTION: action = "" } = env;
	return planLegs(requirePrograms(planned), {
		...split,
		check: request
	}, {
		...await findSources(request, ports),
		toolchain,
		host,
		times: await readTimes(split.split.reports, {
			workingDirectory,
			files
		}),
		run: workflowRun(env),
		step: job === "" ? null : {
			job,
			action
		},
		isWhole: isWhole(request)
	});
}
/** What a plan and its legs have in common: the commit and the config file. */
async function findSources({ where, gate }, ports) {
	const { workingDirectory } = where;
	const { file } = gate.policy;
	const config = file === null ? null : await ports.files.sha256(resolve(workingDirectory, file.path));
	return {
		commit: await findHead(workingDirectory, ports),
		config
	};
}
/** Makes one report, with one verdict, of those of all legs. Needs no Go and no checkout. */
async function merge({ where, plan: path, reports }, { files, log }) {
	const { workingDirectory } = where;
	const plan = await readPlanFile(path, workingDirectory, files);
	return log.group("Merge the reports", async () => {
		const { legs, troubles } = await readReports(plan, reports, {
			workingDirectory,
			files
		});
		return mergeReports(plan, legs, troubles);
	});
}
/** Builds the programs under every strategy, judges what comes out, and compares it with the base commit. */
async function check(request, ports) {
	const { gate, where, own } = request;
	if (own !== null) requireSameSources(own.plan, await findSources(request, ports));
	const baseRefs = await findBaseRefs(request, ports);
	const { modules, toolchain, go, planned: whole, opened } = await prepare(request, ports);
	const { planned, notes } = own === null ? {
		planned: whole,
		notes: []
	} : narrowToLeg(whole, own.leg, ports.host);
	for (const note of notes) ports.log.warning(note);
	const head = {
		plan: whole,
		request
	};
	const tools = {
		toolchain,
		go,
		ports,
		examine
	};
	const opening = openBase(baseRefs, head, tools);
	const advise = (found) => adviseUntried(found, request, {
		modules,
		go,
		ports
	});
	const { examined, base, unchanged } = request.build.scope === "needed" ? await examineNeeded({
		plan: planned,
		request
	}, opening, {
		...tools,
		advise,
		savesCache: opened?.decision.save ?? false
	}) : await examineAll(examine(planned, request, tools).then(advise), opening);
	const { recommendation } = examined;
	const cache = await closeCache(opened, examined.cells, ports);
	const before = await baseline(base, {
		...head,
		cells: examined.cells,
		unchanged
	}, tools);
	if (!isEmptyAsBefore(whole, before)) requirePrograms(whole);
	const usesCache = cache?.entries.some(({ name, hit }) => name === "build" && hit !== "none") ?? false;
	const { cells, verdict, targets } = judge$1(examined.cells, {
		recommendation,
		rules: gate,
		base: before,
		usesCache,
		isWhole: isWhole(request),
		notUnderstood: planned.release.notUnderstood
	});
	const { cc, release } = planned;
	const folder = await folderInRepository(where.workingDirectory, ports);
	const { ship } = request.build;
	const facts = {
		cells,
		recommendation,
		verdict,
		base: before,
		toolchain,
		cc,
		ship,
		release,
		cache,
		folder
	};
	if (own === null) return report({
		...ports,
		...where,
		...gate,
		...facts
	});
	const leg = describeLeg({
		own,
		notes,
		base: before,
		targets,
		env: ports.env
	});
	const made = report({
		...ports,
		...where,
		...gate,
		...facts,
		plan: leg
	});
	return sealReport(withoutFolders(made, await findMachineFolders(where.workingDirectory, go)));
}
/** All of the head is built while the base is listed. */
async function examineAll(examining, opening) {
	const [examined, base] = await together(examining, opening);
	return {
		examined,
		base,
		unchanged: /* @__PURE__ */ new Set()
	};
}
/** It looks at the default packages, and not below a config file that is for more than this folder. */
function isWhole({ where, gate, own }) {
	const { packages } = where;
	if (own !== null) return false;
	const isBelow = gate.policy.file?.path.startsWith("../") ?? false;
	return packages.length === 1 && packages[0] === inputs.packages.default && !isBelow;
}
/** There is nothing to judge by itself: the base has programs that are gone, or nothing can be listed there for the same fault. */
function isEmptyAsBefore({ whyEmpty }, { gone, notListed }) {
	if (whyEmpty instanceof NotListed) return whyEmpty.message === notListed;
	return gone.length > 0;
}
/** Both at once. It waits for both: nothing goes on when the run has ended. Throws what the first of them has thrown. */
async function together(first, second) {
	await Promise.allSettled([first, second]);
	return [await first, await second];
}
/** From a plan to what is known of each of its cells. The record of a cell grows from stage to stage (src/model/cell.ts). */
async function examine({ cells, goflags }, { where, artifacts }, { go, ports }) {
	const { log, files } = ports;
	const { outputDir, prove: args } = artifacts;
	const predicted = await predict({
		cells,
		goflags
	}, go, files);
	const built = await log.group("Build", () => build(predicted, go, ports), countBuilds(predicted));
	const inspected = await log.group("Inspect the artifacts", () => inspectEach(built, outputDir, ports));
	const prove = () => proveCells(inspected, args, {
		go,
		ports
	});
	const proven = args.length === 0 ? await prove() : await log.group("Prove", prove);
	return log.group("Explain", () => explain(proven, {
		...where,
		goflags,
		go,
		files
	}));
}
/** Says what the rules of the toolchain would make of every strategy, without a build. */
async function predictOnly(request, ports) {
	const { gate, where } = request;
	const { log, files } = ports;
	const base = await policyBase(request, ports);
	const { modules, toolchain, go, planned, opened } = await prepare(request, ports);
	requirePrograms(planned);
	const cache = await closeCache(opened, null, ports);
	const { goflags } = planned;
	const { cells: explained, recommendation } = await log.group("Explain", async () => {
		const read = await withSyntaxErrors(planned.cells, go, files);
		const predicted = withoutBuilding(await predict({
			cells: read,
			goflags
		}, go, files));
		return adviseUntried(await explain(predicted, {
			...where,
			goflags,
			go,
			files
		}), request, {
			modules,
			go,
			ports
		});
	});
	const { cells, verdict } = judge$1(explained, {
		recommendation,
		rules: gate,
		base,
		isWhole: isWhole(request),
		notUnderstood: planned.release.notUnderstood
	});
	const { cc, release } = planned;
	const folder = await folderInRepository(where.workingDirectory, ports);
	const { ship } = request.build;
	const facts = {
		cells,
		recommendation,
		verdict,
		base,
		toolchain,
		cc,
		ship,
		release,
		cache,
		folder
	};
	return report({
		...ports,
		...where,
		...gate,
		...facts
	});
}
/** The Go that builds, what earlier runs have left for it, and what it is to build. Planning may download modules already. */
async function prepare(request, ports) {
	const { log, files, env } = ports;
	const modules = await locateModules(request.where, files, env);
	const workingDirectory = modules[0]?.dir ?? request.where.workingDirectory;
	const installed = await installGo(request.go, workingDirectory, ports);
	const dirs = modules.map(({ dir }) => dir);
	const trusted = await trustWorkTrees(installed, dirs, ports);
	const ofGo = {
		root: trusted.root,
		os: ports.host.os
	};
	const toolchain = {
		...trusted,
		env: await withWrittenGoflags(trusted.env, ofGo, files)
	};
	const go = makeGo(toolchain, ports);
	const opened = await openCache(request, modules, {
		go,
		ports
	});
	const planned = await log.group("Plan the builds", async () => {
		const { build, where } = request;
		const described = await describeRelease({
			...build,
			...where
		}, {
			files,
			env: go.env
		});
		const release = described && {
			...described,
			adapt: asItIs
		};
		return plan(request, modules, {
			go,
			ports,
			release
		});
	});
	requireTargets(request.gate, targetsOf(planned));
	return {
		modules,
		toolchain,
		go,
		opened,
		planned
	};
}
/** A release build of the head is made where it is. */
function asItIs(build) {
	return Promise.resolve(build);
}
/** What is judged: rules and systems are for these. */
function targetsOf({ cells }) {
	return cells.filter(({ role }) => role !== "compared").map(({ package: path, platform }) => ({
		package: path,
		platform: platform.name
	}));
}
/** Judges files that are there already. */
async function inspectFiles(request, ports) {
	const { where, artifacts, gate } = request;
	const { given, images, skippedFiles } = await ports.log.group("Inspect the artifacts", () => inspectPaths(request, ports));
	const { prove: args } = artifacts;
	const proven = args.length === 0 ? given : await proveFiles(given, {
		...where,
		args
	}, ports);
	const context = {
		recommendation: [],
		base: await policyBase(request, ports)
	};
	const explained = [...explainFiles(proven), ...explainImages(images)];
	requireTargets(gate, explained);
	const { cells, verdict } = judge$1(explained, {
		...context,
		rules: gate
	});
	const folder = await folderInRepository(where.workingDirectory, ports);
	const noBuild = {
		toolchain: null,
		cc: null,
		ship: null,
		release: noReleases,
		cache: null
	};
	return report({
		...ports,
		...where,
		...gate,
		...context,
		...noBuild,
		cells,
		verdict,
		folder,
		skippedFiles
	});
}
/** Go is needed only to build the helper that starts them; any Go will do. */
async function proveFiles(given, start, ports) {
	const go = makeGo(await installGo({
		goVersion: null,
		goVersionFile: null,
		goDownloadBaseUrl: null,
		goSha256: null
	}, start.workingDirectory, ports), ports);
	return ports.log.group("Prove", () => proveGiven(given, start, {
		go,
		ports
	}));
}
/** Loaded when it is wanted: judging files needs no Go, and starts a tenth sooner without the rules of version numbers. */
async function installGo(wanted, workingDirectory, ports) {
	const { install } = await import("./install.js");
	return ports.log.group("Install Go", () => install({
		...wanted,
		workingDirectory
	}, ports));
}

export { displayWidth as a, formats$1 as c, cutMiddle as i, nodePorts as l, splitRun as n, require_picocolors as o, renderTerminal as r, formatNames as s, run as t };