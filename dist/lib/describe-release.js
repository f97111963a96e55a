import { a as __toCommonJS, n as __esmMin, o as __toESM, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as NotListed, r as MachineFault, s as toError, t as ConfigError } from "./errors.js";
import { c as parseGoFlags, h as releaseStrategyName, i as lastValue, l as parseLinkerFlags, m as isReleaseStrategy, o as mergeFlags, p as takesValue$1, u as renderFlags } from "./go-flags.js";
import { n as splitCC, r as splitQuoted } from "./quoting.js";
import { d as groupBy, l as didYouMean, n as findSystem } from "./system-names.js";
import { a as hasHole, i as fillHoles, n as splitImage, o as makeHoles, r as systemIn, t as finalImage } from "./final-image.js";
import { n as allStrategies, r as defaultStrategyNames } from "./strategies.js";
import { a as readInput, m as noPolicy, n as inputText, t as inputNames } from "./inputs.js";
import { a as readGoflags, i as readEnvFile, n as goflagsForBuild, t as buildFlags$1 } from "./goflags.js";
import { n as startsPrograms } from "./programs-in-file.js";
import { basename, dirname, isAbsolute, join, normalize, posix, relative, resolve, sep } from "node:path";

// src/config/choose-strategies.ts
/**
* The strategies of a request, with the one that ships, in the order of the report. `own` are those of the config file.
* Throws ConfigError for a name that neither it nor this program knows.
*/
function chooseStrategies({ strategies, ship }, userStrategies) {
	const known = allStrategies(userStrategies);
	const names = known.map(({ name }) => name);
	const wanted = strategies.includes("all") ? names : strategies;
	const unknown = strategies.find((name) => name !== "all" && !names.includes(name));
	if (unknown !== void 0) {
		const guess = didYouMean(unknown, [...names, "all"]);
		throw new ConfigError(`strategies: "${unknown}" is not one of: ${names.join(", ")}, or all${guess}`);
	}
	const unknownShip = whyUnknown(ship, userStrategies);
	if (unknownShip !== null) throw new ConfigError(unknownShip);
	const selected = wanted.length === 0 ? defaultStrategyNames : wanted;
	return known.filter(({ name }) => selected.includes(name) || name === plainShip(ship));
}
/** The strategy that ships where `auto` finds no release build. */
function plainShip(ship) {
	return ship === "auto" ? "default" : ship;
}
/** Why a strategy of this name cannot ship; null when it can. */
function whyUnknown(ship, userStrategies) {
	const names = ["auto", ...allStrategies(userStrategies).map(({ name }) => name)];
	return names.includes(ship) ? null : `ship: "${ship}" is not one of: ${names.join(", ")}${didYouMean(ship, names)}`;
}

// src/config/parse-request.ts
/** Without a config file. */
const noFile = {
	policy: noPolicy,
	strategies: [],
	runners: {}
};
/** The inputs of a call or of a workflow step, laid over those of a config file. Throws ConfigError. */
function parseRequest(given, file = noFile) {
	const read = (name) => readInput(name, given);
	const mode = read("mode");
	if (mode === "merge") return parseMerge(read);
	const judged = parseJudged(given, file);
	if (mode !== "plan" || judged.mode === "inspect") return judged;
	const { policy, runners } = {
		...noFile,
		...file
	};
	const split = {
		count: read("legs"),
		runners,
		reports: read("reports")
	};
	return {
		mode,
		check: judged,
		inputs: policy.source?.given ?? given,
		split,
		file: read("plan")
	};
}
/** What judges programs. Throws ConfigError. */
function parseJudged(given, file = noFile) {
	const { policy, strategies: own } = {
		...noFile,
		...file
	};
	const read = (name) => readInput(name, given);
	const workingDirectory = read("working-directory");
	const prove = read("prove");
	const rules = {
		require: read("require"),
		runsOn: read("runs-on"),
		maxGlibc: read("max-glibc"),
		demanded: policy.source?.given.require?.trim() === "static" ? "static" : null,
		failOn: read("fail-on"),
		policyRelaxation: read("policy-relaxation"),
		policy
	};
	const mode = read("mode");
	if (mode === "inspect") return {
		mode,
		where: {
			workingDirectory,
			...readPaths(read("binaries"), read("images"))
		},
		artifacts: {
			prove,
			digests: true
		},
		gate: {
			...rules,
			baseline: "none",
			onMissingBaseline: "pass"
		}
	};
	const ship = read("ship");
	const strategies = mode === "explain" && (given.strategies ?? "").trim() === "" ? ["all"] : read("strategies");
	return {
		mode: mode === "explain" ? mode : "check",
		where: {
			workingDirectory,
			packages: read("packages"),
			platforms: read("platforms")
		},
		go: {
			goVersion: read("go-version"),
			goVersionFile: read("go-version-file"),
			goDownloadBaseUrl: read("go-download-base-url"),
			goSha256: read("go-sha256")
		},
		build: {
			strategies: chooseStrategies({
				strategies,
				ship
			}, own),
			scope: read("build"),
			ship,
			flags: read("flags")
		},
		artifacts: {
			prove,
			outputDir: read("output-dir")
		},
		gate: {
			...rules,
			baseline: read("baseline"),
			onMissingBaseline: read("on-missing-baseline")
		},
		cache: read("cache"),
		baselineRef: read("baseline-ref"),
		own: null
	};
}
/** Throws ConfigError where the plan or the reports are not named. */
function parseMerge(read) {
	const [plan, reports] = [read("plan"), read("reports")];
	if (plan === null) throw new ConfigError("plan: name the file that go-linkage plan wrote");
	if (reports.length === 0) throw new ConfigError("reports: name the JSON reports of the legs: files or globs");
	return {
		mode: "merge",
		where: { workingDirectory: read("working-directory") },
		plan,
		reports
	};
}
function readPaths(binaries, images) {
	if (binaries.length === 0 && images.length === 0) throw new ConfigError("binaries: name at least one file or glob, one per line");
	return {
		binaries,
		images
	};
}

// src/ports/find-up.ts
/** The nearest folder, from one upwards, that holds something of this name; undefined when none does. */
async function findUp(from, name, files) {
	for (let dir = from;; dir = dirname(dir)) {
		if (await files.kindOf(join(dir, name)) !== void 0) return dir;
		if (dirname(dir) === dir) return void 0;
	}
}

// src/config/config-place.ts
/** The working directory and the folders above it, up to the root of the repository, or else to where the run was started. */
async function findPlaces(name, workingDirectory, files) {
	const start = resolve(workingDirectory);
	const root = await findUp(start, ".git", files) ?? null;
	if (root === null) return {
		candidates: candidatesBetween(name, start, isWithin$1(resolve("."), start) ? "." : start),
		root
	};
	return {
		candidates: candidatesBetween(name, start, root),
		root
	};
}
/** A file of this name in a folder and in those above it, up to `top`; just that file when the name is a whole path. */
function candidatesBetween(name, start, top) {
	if (isAbsolute(name)) return [name];
	const above = [];
	for (let dir = resolve(start);; dir = dirname(dir)) {
		above.push(join(dir, name));
		if (dir === resolve(top) || dirname(dir) === dir) return above;
	}
}
/** Whether a path is a folder or below it. */
function isWithin$1(folder, path) {
	const pathFromFolder = relative(folder, path).replaceAll("\\", "/");
	return pathFromFolder !== ".." && !pathFromFolder.startsWith("../") && !isAbsolute(pathFromFolder);
}
/** The first that is there. Throws ConfigError for what cannot be a file of this repository. */
async function findConfigFile({ candidates, root }, files) {
	for (const path of candidates) {
		const real = await files.realPath(path);
		if (real === void 0) continue;
		if (real === "broken") throw new ConfigError(`config: "${path}" is a symbolic link to nothing`);
		const realRoot = root !== null && isWithin$1(root, path) ? await files.realPath(root) : void 0;
		if (realRoot !== void 0 && !isWithin$1(realRoot, real)) throw new ConfigError(`config: "${path}" is a symbolic link that leads outside the repository`);
		if (await files.kindOf(path) !== "file") throw new ConfigError(`config: "${path}" is not a file`);
		return path;
	}
}
/** Throws ConfigError for a file that cannot be read, and for one that is not UTF-8. */
async function readConfigFile(path, files) {
	let text;
	try {
		text = await files.readText(path);
	} catch (thrown) {
		throw new ConfigError(`config: "${path}" cannot be read: ${toError(thrown).message}`, { cause: thrown });
	}
	if (text !== void 0 && !isUtf8(text)) throw new ConfigError(`config: "${path}" is not UTF-8`);
	return text;
}
/** Whether nothing had to be replaced when bytes became this text. */
function isUtf8(text) {
	return !text.includes("�");
}

// src/config/safe-events.ts
/**
* The events that run a workflow of the commit that they check out, with no more rights than the author of that commit has
* (docs.github.com, "Events that trigger workflows"). A called workflow has the event of its caller.
*/
const safeEvents = [
	"pull_request",
	"merge_group",
	"push",
	"schedule",
	"workflow_dispatch",
	"workflow_call",
	"release"
];
/** The event of this run, when what is checked out may be a stranger's while the run has the rights of the repository; else null. */
function foreignEvent(env) {
	const event = env.GITHUB_EVENT_NAME ?? "";
	const isTag = event === "create" && (env.GITHUB_REF ?? "").startsWith("refs/tags/");
	return event === "" || isTag || safeEvents.includes(event) ? null : event;
}

// src/config/configure.ts
/**
* The inputs of a call or a workflow step, with those of the config file where nothing is given, and the file's strategies and
* rules. Throws ConfigError, with file, line and column for what is wrong in the file.
*/
async function configure(given, ports) {
	const nonBlank = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
	const configured = inputText("mode", nonBlank) === "check" && (nonBlank.leg ?? nonBlank.plan) !== void 0 ? await configureLeg(nonBlank, ports) : await readConfiguration(nonBlank, ports);
	await checkOutputDir(configured.request, ports);
	return configured;
}
/** A leg is given what its plan was given, and judges by the plan's rules: they are the same config file, on the same day. */
async function configureLeg(given, ports) {
	const { readOwnLeg } = await import("./plan-file2.js");
	const { own, given: inputs } = await readOwnLeg(given, ports.files);
	const { today } = own.plan.rules.policy;
	const configured = await readConfiguration(inputs, {
		...ports,
		today: () => today || ports.today()
	});
	const { request } = configured;
	return request.mode === "check" ? {
		...configured,
		request: {
			...request,
			own
		}
	} : configured;
}
/** Seen before anything is built. Throws ConfigError for a file in the place of the folder, or of one above it. */
async function checkOutputDir(request, { files }) {
	const outputDir = request.mode === "check" ? request.artifacts.outputDir : null;
	if (outputDir === null) return;
	for (let path = resolve(outputDir);; path = dirname(path)) {
		const kind = await files.kindOf(path);
		if (kind === "folder") return;
		if (kind !== void 0) throw new ConfigError(`output-dir: "${outputDir}": ${path} is a file; give a folder`);
		if (dirname(path) === path) return;
	}
}
async function readConfiguration(nonBlank, ports) {
	const { files } = ports;
	const name = inputText("config", nonBlank);
	const today = ports.today();
	const workingDirectory = inputText("working-directory", nonBlank);
	const places = await findPlaces(name, workingDirectory, files);
	const withoutFile = (more) => {
		const policy = {
			...noPolicy,
			today,
			...more
		};
		return {
			request: parseRequest(nonBlank, { policy }),
			inputs: nonBlank,
			strategies: []
		};
	};
	const foreign = foreignEvent(ports.env);
	if (foreign !== null && !isTrusted(name, places, ports)) return withoutFile({ notes: [`${name} is not read in a run of ${foreign}, where it may be a stranger's while the run has the rights of the repository`] });
	const path = await findConfigFile(places, files);
	if (path === void 0 && nonBlank.config !== void 0) throw new ConfigError(`config: there is no file "${name}"; looked for ${places.candidates.join(", ")}`);
	const text = path === void 0 ? void 0 : await readConfigFile(path, files);
	if (path === void 0 || text === void 0) return withoutFile({ source: {
		given: nonBlank,
		inputs: nonBlank,
		name,
		...places,
		lines: {}
	} });
	const { parseConfigFile } = await import("./config-file.js");
	const top = places.root ?? resolve(workingDirectory);
	const file = await parseConfigFile(text, name, (program) => isWithin$1(top, resolve(top, program)));
	const inputs = {
		...file.inputs,
		...nonBlank
	};
	const source = {
		given: nonBlank,
		inputs,
		name,
		...places,
		lines: file.lines
	};
	const relativePath = relative(resolve(workingDirectory), path).replaceAll("\\", "/");
	const { rules, strategies, runners } = file;
	const policy = {
		...noPolicy,
		file: {
			name,
			path: relativePath
		},
		rules,
		today,
		source
	};
	return {
		request: parseRequest(inputs, {
			policy,
			strategies,
			runners
		}),
		inputs,
		strategies
	};
}
/** A file that no repository has brought along: one that an absolute path names, outside of all that was checked out. */
function isTrusted(name, { root }, { env }) {
	const checkouts = [root, env.GITHUB_WORKSPACE ?? null].filter((folder) => folder !== null && folder !== "");
	return isAbsolute(name) && checkouts.every((folder) => folder === null || !isWithin$1(folder, name));
}

// src/go/machine-faults.ts
/**
* The machine gave way, in the words of Go's syscall package, of the C library, of GNU's compiler driver and of Go's module fetcher.
* The text is hostile: a program that prints such a line is only judged the more strictly.
*/
const machineFaults = [
	[
		/error obtaining VCS status: /,
		"could not read the repository's revision, which go build writes into a program (VCS stamping)",
		"add -buildvcs=false to flags, or let git and the like work there: git config --global --add safe.directory DIR"
	],
	[
		/no space left on device|disk quota exceeded|not enough space on the disk|file too large|file size limit exceeded/i,
		"ran out of disk space",
		"free space where TMPDIR, GOCACHE and GOMODCACHE are"
	],
	[
		/cannot allocate memory|out of memory|(?:virtual memory|memory) exhausted|[Kk]illed signal terminated program|signal: killed|was ended by SIG\w+|not enough memory/,
		"ran out of memory, or something ended the build",
		"use a machine with more memory, or build less at once (GOFLAGS=-p=1)"
	],
	[
		/too many open files|resource temporarily unavailable/i,
		"ran out of file descriptors or processes",
		"raise ulimit -n and -u"
	],
	[
		/failed to initialize build cache at|build cache is required, but could not be located|GOCACHE is not (?:defined|an absolute path)|module cache not found|could not create module cache/,
		"has no folder for Go's caches that can be written",
		"set GOCACHE and GOMODCACHE, or HOME, to folders that can be written"
	],
	[
		/the artifact cannot be read or kept: /,
		"gave way",
		"see what the message names"
	],
	[
		/go build did not run/,
		"could not start go build",
		"see what the error names"
	],
	[
		/read-only file system/i,
		"has a read-only file system there",
		"make TMPDIR, GOCACHE and GOMODCACHE writable"
	],
	[
		/(?:^|[\s:])(?:open|mkdir|rename|remove|unlinkat|chmod|flock|fork\/exec|exec|create) [^\n]*: permission denied/,
		"does not allow it",
		"make TMPDIR, GOCACHE and GOMODCACHE writable, and the compiler executable"
	],
	[
		/internal compiler error|: Segmentation fault|signal: (?:segmentation fault|aborted)|terminated program \S+$/,
		"has a compiler that crashed",
		"run the job again; when it happens again, use another version of the compiler"
	],
	[
		/input\/output error|stale (?:nfs )?file handle|bus error|text file busy/i,
		"has trouble with its disk",
		"run the job again, on another machine"
	],
	[
		/dial (?:tcp|udp)|i\/o timeout|TLS handshake timeout|connection re(?:set|fused)|no such host|Temporary failure in name resolution|server misbehaving|proxyconnect|context deadline exceeded|: (?:429|50[0-4]) [A-Z]/,
		"could not fetch a module",
		"run the job again; see that the module proxy can be reached"
	]
].map(([pattern, what, fix]) => ({
	pattern: new RegExp(`^.*(?:${pattern.source}).*$`, `m${pattern.flags}`),
	what,
	fix
}));
/** What the output of a command says of the machine, in one sentence; null when it says nothing of the kind. */
function findMachineFault(output) {
	for (const { pattern, what, fix } of machineFaults) {
		const line = pattern.exec(output)?.[0];
		if (line !== void 0) return `this machine ${what}: ${line.trim()}; ${fix}`;
	}
	return null;
}

// src/go/git-environment.ts
/**
* Points git to another repository than the one that it stands in, or makes it read its arguments in another way: a hook that calls
* us sets such variables.
*/
const foreign = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|EXTERNAL_DIFF|DIFF_OPTS|[A-Z]+_PATHSPECS)$/;
/** An environment in which git looks at the repository that it stands in. */
function withoutForeignGit(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
/**
* An environment in which git, and whatever starts it, also works in these repositories when they belong to another user
* (`safe.directory`). What the environment configures already stays, and is in front.
*/
function trustRepositories(env, roots) {
	const first = Number(env.GIT_CONFIG_COUNT ?? "0");
	if (!Number.isSafeInteger(first) || first < 0 || roots.length === 0) return env;
	const added = roots.flatMap((root, at) => [[`GIT_CONFIG_KEY_${first + at}`, "safe.directory"], [`GIT_CONFIG_VALUE_${first + at}`, root]]);
	return {
		...env,
		...Object.fromEntries(added),
		GIT_CONFIG_COUNT: String(first + roots.length)
	};
}

// src/baseline/repository.ts
/** Programs of the repository's configuration stay out, and nothing goes on in the background. */
const settings = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false"
];
/** The commands that use the network, write, or look through the work tree and start its filters (git-lfs). */
const lasting = /* @__PURE__ */ new Set([
	"fetch",
	"read-tree",
	"diff"
]);
/**
* Nobody answers a question for a password, on the terminal or in a window: git would wait for ever. An empty GIT_ASKPASS keeps
* core.askPass and SSH_ASKPASS from being started; one that the environment has is meant to answer by itself.
*/
const unattended = {
	GIT_ASKPASS: "",
	SSH_ASKPASS_REQUIRE: "never",
	GCM_INTERACTIVE: "never"
};
const fixed$1 = {
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	LC_ALL: "C"
};
function gitIn(dir, { ask, work, env }, more = {}) {
	const quiet = {
		...unattended,
		...withoutForeignGit(env),
		...fixed$1,
		...more
	};
	const trusted = isJob(env) ? ["safe.directory=*"] : [];
	const options = [...settings, ...trusted].flatMap((setting) => ["-c", setting]);
	return async (...args) => {
		const result = await (args.some((arg) => lasting.has(arg)) ? work : ask)("git", [...options, ...args], {
			cwd: dir,
			env: quiet
		});
		if (result.signal === null) return result;
		throw new MachineFault(`git ${args[0] ?? ""} was ended by ${result.signal}; run the job again`);
	};
}
function isJob(env) {
	return env.GITHUB_ACTIONS === "true";
}
async function findRepository(dir, ports) {
	if (await ports.files.which("git", ports.env) === void 0) return { why: "git is not installed" };
	const git = gitIn(dir, ports);
	const both = await git("rev-parse", "--show-toplevel", "--show-prefix");
	const [why = ""] = both.stderr.trim().split("\n");
	if (both.exitCode !== 0 && why === "") throw new MachineFault("git rev-parse failed without a message");
	if (both.exitCode !== 0) return { why: `no git repository: ${why}` };
	const { top, below } = await splitPaths(both.stdout, git);
	const prefix = below.replace(/\/$/, "");
	const up = prefix.split("/").filter((name) => name !== "");
	const alias = resolve(dir, ...up.map(() => ".."));
	return {
		root: resolve(top),
		alias,
		prefix
	};
}
/** Two paths on two lines. One that has a line break in it is asked for by itself. */
async function splitPaths(text, git) {
	const [top = "", below = "", ...rest] = text.split(/\r?\n/);
	if (rest.length === 1) return {
		top,
		below
	};
	const [first = "", second = ""] = (await Promise.all([git("rev-parse", "--show-toplevel"), git("rev-parse", "--show-prefix")])).map(({ stdout }) => withoutNewline(stdout));
	return {
		top: first,
		below: second
	};
}
/** The commit that is checked out in a folder; null outside of git. */
async function findHead(dir, ports) {
	const repository = await findRepository(resolve(dir), ports);
	return "why" in repository ? null : output(gitIn(repository.root, ports)("rev-parse", "--verify", "HEAD"));
}
/** A path below the repository, as git names it; undefined for one elsewhere. */
function pathIn({ root, alias }, path) {
	return [root, alias].map((top) => relative(top, path).replaceAll("\\", "/")).find((each) => each !== ".." && !each.startsWith("../") && !/^(?:\/|[A-Za-z]:)/.test(each));
}
/** What a command printed, trimmed; null when it failed or printed nothing. */
async function output(running) {
	const { exitCode, stdout } = await running;
	return exitCode === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}
/** The words of a list that ends each with NUL; null when the command failed. */
async function listedNames(running) {
	const { exitCode, stdout } = await running;
	return exitCode === 0 ? stdout.split("\0").filter((name) => name !== "") : null;
}
/** Why a command failed: git's first own error, for advice may stand behind it; else the last line. */
function lastLine({ stderr }) {
	const lines = stderr.trim().split("\n");
	return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "";
}
/**
* The toolchain, in whose environment the git that `go build` starts (for the revision that it writes into a program) sees the same
* repository as our own git does, and trusts it in the same cases. `dirs`: where `go` runs.
*/
async function trustWorkTrees(toolchain, dirs, ports) {
	const env = withoutForeignGit(toolchain.env);
	if (!isJob(ports.env)) return {
		...toolchain,
		env
	};
	const roots = (await Promise.all([...new Set(dirs)].map((dir) => findRepository(dir, ports)))).flatMap((each) => "why" in each ? [] : [each.root]);
	return {
		...toolchain,
		env: trustRepositories(env, [...new Set(roots)])
	};
}
function short(sha) {
	return sha.slice(0, 10);
}
function withoutNewline(text) {
	return text.replace(/\r?\n$/, "");
}

// src/config/workflow-file.ts
/** Reads a workflow or an action.yml as GitHub does, as far as it says how this action is used. null: it is not YAML of that kind. */
async function parseWorkflow(text) {
	const yaml = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lines = new yaml.LineCounter();
	try {
		const document = yaml.parseDocument(text, {
			lineCounter: lines,
			uniqueKeys: false,
			logLevel: "silent",
			merge: true
		});
		if (document.errors.length > 0 || !yaml.isMap(document.contents)) return null;
		return readDocument({
			yaml,
			document,
			lines
		});
	} catch {
		return null;
	}
}
function readDocument(reader) {
	const root = reader.document.contents;
	const on = child$1(root, "on", reader) ?? child$1(root, "true", reader);
	const called = child$1(child$1(on, "workflow_call", reader), "inputs", reader);
	const runs = child$1(root, "runs", reader);
	const isAction = runs !== void 0;
	return {
		triggers: triggersOf(on, reader),
		env: valuesOf(child$1(root, "env", reader), reader),
		defaults: defaultsOf(isAction ? child$1(root, "inputs", reader) : called, reader),
		jobs: isAction ? [{
			...jobOfAction,
			steps: stepsOf$1(child$1(runs, "steps", reader), reader)
		}] : entries(child$1(root, "jobs", reader), reader).map(([id, job]) => readJob(id, job, reader)),
		actionName: isAction ? textOf$2(child$1(root, "name", reader), reader) : null,
		isComposite: isAction && textOf$2(child$1(runs, "using", reader), reader) === "composite"
	};
}
const jobOfAction = {
	id: "",
	uses: null,
	with: /* @__PURE__ */ new Map(),
	env: /* @__PURE__ */ new Map(),
	lenient: "",
	condition: null,
	needs: [],
	runsOn: "",
	matrix: /* @__PURE__ */ new Map()
};
/** `on` is one event, a list of them, or a map with more of each. */
function triggersOf(on, reader) {
	if (!reader.yaml.isMap(on)) return new Map(textsOf$2(on, reader).map((event) => [event, /* @__PURE__ */ new Map()]));
	return new Map(entries(on, reader).map(([event, filters]) => {
		const lists = entries(filters, reader).map(([name, list]) => [name, textsOf$2(list, reader)]);
		return [event, new Map(lists)];
	}));
}
/** Of one text or a list of them. */
function textsOf$2(node, reader) {
	return (reader.yaml.isSeq(node) ? node.items.map((item) => resolveNode(item, reader)) : [node]).flatMap((item) => textOf$2(item, reader) ?? []);
}
function locatedOf(node, name, reader) {
	const [, value, line] = entries(node, reader).findLast(([key]) => key === name) ?? [];
	const raw = textOf$2(value, reader);
	return raw === null || line === void 0 ? null : {
		raw,
		line
	};
}
function readJob(id, job, reader) {
	const matrix = child$1(child$1(job, "strategy", reader), "matrix", reader);
	return {
		id,
		uses: textOf$2(child$1(job, "uses", reader), reader),
		with: valuesOf(child$1(job, "with", reader), reader),
		env: valuesOf(child$1(job, "env", reader), reader),
		lenient: textOf$2(child$1(job, "continue-on-error", reader), reader) ?? "",
		condition: locatedOf(job, "if", reader),
		needs: textsOf$2(child$1(job, "needs", reader), reader),
		runsOn: textsOf$2(child$1(job, "runs-on", reader), reader).join(" "),
		matrix: new Map(reader.yaml.isMap(matrix) ? entries(matrix, reader).map(([key, value]) => [key, listOf$2(value, reader)]) : [["", textOf$2(matrix, reader) ?? ""]]),
		steps: stepsOf$1(child$1(job, "steps", reader), reader)
	};
}
function listOf$2(node, reader) {
	const { yaml } = reader;
	const items = yaml.isSeq(node) ? node.items.map((item) => resolveNode(item, reader)) : [];
	return yaml.isSeq(node) && items.every((item) => yaml.isScalar(item)) ? items.map((item) => textOf$2(item, reader) ?? "") : JSON.stringify(node?.toJS(reader.document) ?? null);
}
function stepsOf$1(node, reader) {
	if (!reader.yaml.isSeq(node)) return [];
	return node.items.map((item) => {
		const step = resolveNode(item, reader);
		const get = (name) => textOf$2(child$1(step, name, reader), reader);
		return {
			id: get("id"),
			name: get("name"),
			uses: get("uses"),
			run: get("run"),
			with: valuesOf(child$1(step, "with", reader), reader),
			env: valuesOf(child$1(step, "env", reader), reader),
			lenient: get("continue-on-error") ?? "",
			condition: locatedOf(step, "if", reader),
			line: lineOf$1(step, reader)
		};
	});
}
function valuesOf(node, reader) {
	return new Map(entries(node, reader).flatMap(([name, value, line]) => {
		const raw = textOf$2(value, reader);
		return raw === null ? [] : [[normalName(name), {
			raw,
			line
		}]];
	}));
}
/** Inputs are found whatever the case of their letters. */
function normalName(name) {
	return inputNames.find((each) => each === name.toLowerCase()) ?? name;
}
function defaultsOf(node, reader) {
	return new Map(entries(node, reader).flatMap(([name, value, line]) => {
		const raw = textOf$2(child$1(value, "default", reader), reader);
		return raw === null ? [] : [[normalName(name), {
			raw,
			line
		}]];
	}));
}
function entries(node, reader) {
	if (!reader.yaml.isMap(node)) return [];
	return node.items.map(({ key, value }) => {
		return [
			String(reader.yaml.isScalar(key) ? key.value : key),
			resolveNode(value, reader),
			lineOf$1(key, reader)
		];
	});
}
function child$1(node, name, reader) {
	return entries(node, reader).findLast(([key]) => key === name)?.[1];
}
function resolveNode(node, { yaml, document }) {
	return yaml.isAlias(node) ? node.resolve(document) : node;
}
/** As GitHub hands it over: numbers and truth values as JavaScript writes them. null for what is not there, a list or a map. */
function textOf$2(node, { yaml }) {
	if (!yaml.isScalar(node)) return null;
	const { value } = node;
	return typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
}
function lineOf$1(node, { lines }) {
	return Math.max(lines.linePos(node?.range?.[0] ?? 0).line, 1);
}

// src/config/written-variables.ts
/**
* What a step hands on to later steps in so many words: lines for GITHUB_ENV in the forms that GitHub's documentation and its readers
* have (echo, printf, a group, a here document, tee, PowerShell), and `go env -w`. What a program writes there is not known.
*/
function writtenVariables$1({ run, line }) {
	const script = run ?? "";
	const found = [
		...hereDocuments(script),
		...groups(script),
		...statementsOf(script).flatMap(assignmentsOf)
	];
	return new Map(found.map(([name, value]) => [name, {
		raw: knownText$1(value),
		line
	}]));
}
/** What the shell makes of it is not known here. */
function knownText$1(value) {
	return /[$`\\]/.test(value) && !value.includes("${{") ? "${{ unknown }}" : value;
}
const toFile = /(?:>>|\btee\b|Out-File|Add-Content)[^;&\n]*\$(?:GITHUB_ENV\b|\{GITHUB_ENV\}|env:GITHUB_ENV\b)/i;
function hereDocuments(script) {
	return [...script.matchAll(/^([^\n]*)<<-?\s*(["']?)(\w+)\2([^\n]*)\n(.*?)\n[\t ]*\3[\t ]*$/gms)].flatMap(([, before = "", , , behind = "", body = ""]) => toFile.test(before + behind) ? body.split("\n").flatMap((text) => assignment(text.trim())) : []);
}
function groups(script) {
	return [...script.matchAll(/\{\s([^{}]*)\}\s*([^\n]*)/g)].flatMap(([, body = "", behind = ""]) => toFile.test(behind) ? statementsOf(body).flatMap((text) => echoed(text)) : []);
}
/** Commands of a script, by line and by `;` and `&&`, but within quotes. */
function statementsOf(script) {
	return (script.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|[^;&\n"']|(?<!&)&(?!&))+/g) ?? []).map((text) => text.trim());
}
function assignmentsOf(statement) {
	const [, words] = /^go\s+env\s+-w\s+(.*)$/s.exec(statement) ?? [];
	if (words !== void 0) return (words.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).flatMap((word) => assignment(word));
	return toFile.test(statement) ? echoed(statement.replace(/\s*(?:>>|\|).*$/s, "")) : [];
}
function echoed(statement) {
	const [, printf, text = ""] = /^(?:(printf)|echo|Write-Output)?\s*(?:-[neE]+\s+)?(.*)$/is.exec(statement) ?? [];
	return assignment(text).map(([name, value]) => [name, printf === void 0 ? value : value.replace(/\\n$/, "")]);
}
/** `NAME=VALUE`, with quotes around the whole or around the value. */
function assignment(text) {
	const plain = /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
	const [, name, value = ""] = /^(\w+)=(.*)$/s.exec(plain) ?? [];
	return name === void 0 ? [] : [[name, /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value]];
}

// src/config/action-steps.ts
/** Workflows that call workflows: GitHub follows ten, and composite actions as many (docs.github.com, "Reusing workflows"). */
const depthLimit$2 = 10;
/** The steps of a workflow that use this action, also through workflows and composite actions of the repository; none: no such file. */
async function findActionSteps(file, reading) {
	return stepsOfFile({
		workflow: file,
		file,
		inputs: /* @__PURE__ */ new Map(),
		env: /* @__PURE__ */ new Map(),
		jobs: [],
		isLenient: false,
		conditions: [],
		triggers: null,
		runsOn: "",
		matrix: /* @__PURE__ */ new Map()
	}, /* @__PURE__ */ new Map(), reading);
}
async function readWorkflow(path, { read }) {
	const found = await read(path);
	return found.kind === "text" ? parseWorkflow(found.text) : null;
}
async function stepsOfFile(caller, given, reading) {
	const workflow = await readWorkflow(caller.file, reading);
	if (workflow === null || caller.jobs.length > depthLimit$2) return [];
	const { jobs } = workflow;
	const scope = {
		...caller,
		inputs: inputsOf$1(workflow, given),
		triggers: caller.triggers ?? workflow.triggers
	};
	const inFile = {
		...scope,
		env: withValues(scope.env, workflow.env, scope)
	};
	return (await Promise.all(jobs.map((job) => {
		const conditions = [...scope.conditions, ...conditionsOfJob(job, jobs, scope.file)];
		return stepsOfJob(job, {
			...inFile,
			conditions
		}, reading);
	}))).flat();
}
/** A job is skipped with one that it needs, but for one that says that it runs all the same. */
function conditionsOfJob(job, all, file) {
	const own = conditionOf(job.condition, file);
	if (/\b(?:always|cancelled|failure)\s*\(/.test(own[0]?.text ?? "")) return own;
	const [before, others] = [job.needs, all.filter(({ id }) => id !== job.id)];
	const needed = others.filter(({ id }) => before.includes(id));
	return [...own, ...needed.flatMap((each) => conditionsOfJob(each, others, file))];
}
function conditionOf(found, file) {
	if (found === null) return [];
	const text = found.raw.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").replaceAll(/\s+/g, " ").trim();
	return text === "" ? [] : [{
		text,
		file,
		line: found.line
	}];
}
/** What `inputs.NAME` stands for in a file that is called. */
function inputsOf$1({ defaults }, given) {
	return new Map([...[...defaults].map(([name, { raw }]) => [name, raw.includes("${{") ? null : raw]), ...[...given].map(([name, { value }]) => [name, value])]);
}
async function stepsOfJob(job, outer, reading) {
	const scope = {
		...outer,
		env: withValues(outer.env, job.env, outer),
		jobs: job.id === "" ? outer.jobs : [...outer.jobs, job.id],
		isLenient: outer.isLenient || isOn(job.lenient),
		runsOn: job.id === "" ? outer.runsOn : job.runsOn,
		matrix: job.id === "" ? outer.matrix : job.matrix
	};
	if (job.uses?.startsWith("./") === true) return stepsOfFile({
		...scope,
		file: posix.normalize(job.uses),
		env: /* @__PURE__ */ new Map()
	}, withValues(/* @__PURE__ */ new Map(), job.with, scope), reading);
	const found = [];
	let env = scope.env;
	let setupGo = null;
	for (const step of job.steps) {
		const here = {
			...scope,
			env
		};
		found.push(...await stepsOf(step, {
			scope: here,
			setupGo
		}, reading));
		env = withValues(env, writtenVariables$1(step), here);
		if (step.uses?.startsWith("actions/setup-go@") === true) setupGo = setupGoOf(step, here);
	}
	return found;
}
function setupGoOf(step, scope) {
	const given = (name) => {
		const found = givenOf(step.with.get(name), scope);
		return found === null || found.raw.trim() === "" ? null : {
			...found,
			value: found.value ?? onlyValue(found, scope)
		};
	};
	return {
		version: given("go-version"),
		file: given("go-version-file")
	};
}
/** What a value of the matrix is in every job of it, where the matrix has only that one; null where that cannot be told. */
function onlyValue({ raw }, { matrix }) {
	const key = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(raw)?.[1] ?? "";
	const values = matrix.has("include") ? void 0 : matrix.get(key);
	const [value, ...others] = typeof values === "object" ? values : [];
	return value === void 0 || others.length > 0 || value.includes("${{") ? null : value;
}
async function stepsOf(step, { scope, setupGo }, reading) {
	const { uses } = step;
	if (uses === null) return [];
	const inner = {
		...scope,
		env: withValues(scope.env, step.env, scope),
		isLenient: scope.isLenient || isOn(step.lenient),
		conditions: [...scope.conditions, ...conditionOf(step.condition, scope.file)]
	};
	const given = withValues(/* @__PURE__ */ new Map(), step.with, scope);
	const action = uses.startsWith("./") ? await readAction(posix.normalize(uses), reading) : null;
	if (action?.isComposite === true) return (await stepsOfFile({
		...inner,
		file: action.file
	}, given, reading)).map((each) => ({
		...each,
		setupGo: each.setupGo ?? setupGo
	}));
	if (!isOurs$1(uses, action?.name ?? null, reading.action)) return [];
	const { workflow, file, jobs, isLenient, conditions, runsOn, matrix, env } = inner;
	const { id, name, line } = step;
	const job = {
		jobId: jobs.at(-1) ?? "",
		job: jobs.join("/"),
		runsOn,
		matrix
	};
	const triggers = inner.triggers ?? /* @__PURE__ */ new Map();
	return [{
		workflow,
		file,
		line,
		...job,
		id,
		name,
		uses,
		with: given,
		env,
		setupGo,
		isLenient,
		conditions,
		triggers
	}];
}
async function readAction(folder, reading) {
	for (const name of ["action.yml", "action.yaml"]) {
		const file = posix.join(folder, name);
		const action = await readWorkflow(file, reading);
		if (action !== null) return {
			file,
			isComposite: action.isComposite,
			name: action.actionName
		};
	}
	return null;
}
/** This action, by the name of its repository, or as a folder of the one that is checked out. */
function isOurs$1(uses, localName, { repository }) {
	if (uses.startsWith("./")) return localName === null ? repository === null : localName === "go-linkage";
	const [, name = ""] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]*)?@/.exec(uses) ?? [];
	return name.toLowerCase() === repository?.toLowerCase() || /\/go-linkage$/i.test(name);
}
function isOn(text) {
	return text !== "" && text !== "false";
}
function withValues(before, values, scope) {
	const added = [...values].map(([name, value]) => [name, givenOf(value, scope)]);
	return new Map([...before, ...added.flatMap(([name, value]) => value === null ? [] : [[name, value]])]);
}
function givenOf(value, scope) {
	return value === void 0 ? null : {
		...value,
		file: scope.file,
		value: evaluate$1(value.raw, scope)
	};
}
/** The text with what its expressions stand for; null when that is not in the files. */
function evaluate$1(raw, { inputs, env }) {
	const unknown = [];
	const text = raw.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, inside) => {
		const expression = inside.trim();
		const [, context, name = ""] = /^(inputs|env)(?:\.|\[')([\w-]+)(?:'\])?$/.exec(expression) ?? [];
		const [, literal = null] = /^'((?:[^']|'')*)'$/.exec(expression) ?? [];
		const value = context === "inputs" ? inputs.get(name) : context === "env" ? env.get(name)?.value : literal;
		if (value == null) unknown.push(expression);
		return value?.replaceAll("''", "'") ?? "";
	});
	return unknown.length === 0 ? text : null;
}

// src/go/build-variables.ts
/** The variables that the go command and C compilers heed, but for folders of theirs. */
const buildVariable$1 = /^(?:GOFLAGS|GOENV|GOWORK|CC|CXX|FC|AR|PKG_CONFIG\w*|CGO_\w+|LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH)$/;
/** What `go build` reads from its environment and what changes the file that comes out (`go help environment`, go1.26). */
const always = [
	"GOFLAGS",
	"GOEXPERIMENT",
	"GOFIPS140",
	"GO386",
	"GOAMD64",
	"GOARM",
	"GOARM64",
	"GOMIPS",
	"GOMIPS64",
	"GOPPC64",
	"GORISCV64",
	"GOWASM",
	"GO_EXTLINK_ENABLED"
];
const withCgo = [
	"CC",
	"CXX",
	"FC",
	"AR",
	"PKG_CONFIG",
	"PKG_CONFIG_PATH",
	"PKG_CONFIG_LIBDIR",
	"PKG_CONFIG_SYSROOT_DIR",
	...[
		"CFLAGS",
		"CPPFLAGS",
		"CXXFLAGS",
		"FFLAGS",
		"LDFLAGS"
	].flatMap((name) => [
		"",
		"_ALLOW",
		"_DISALLOW"
	].map((ending) => `CGO_${name}${ending}`)),
	"COMPILER_PATH",
	"CPATH",
	"CPLUS_INCLUDE_PATH",
	"C_INCLUDE_PATH",
	"LIBRARY_PATH"
];
/**
* The variables of an environment without which a command, pasted into a clean shell, would build another file. `cgoEnabled`: whether
* cgo is on in that build; what is for C alone does nothing without it.
*/
function shownVariables(env, cgoEnabled) {
	const names = [
		"CGO_ENABLED",
		...always,
		...cgoEnabled ? withCgo : []
	];
	return Object.fromEntries(names.flatMap((name) => {
		const given = env[name];
		const value = name === "GOFLAGS" ? goflagsForBuild(given ?? "").trim() : given;
		return value === void 0 || value === "" ? [] : [[name, value]];
	}));
}
/** The same variables in a file that `go env -w` writes: the go command of another machine, or of an image, does not have it. */
function writtenVariables(text) {
	return Object.fromEntries([
		"CGO_ENABLED",
		...always,
		...withCgo
	].flatMap((name) => {
		const value = readEnvFile(text, name);
		return value === void 0 || value === "" ? [] : [[name, value]];
	}));
}

// src/model/packages.ts
/**
* Whether a package is a program, or might be one: of what cannot be loaded nobody can say that it is not. A pattern with `...` passes
* over what has no Go file for this configuration, as `go build` does; one that was named has to be there.
*/
function isProgram({ depOnly, state, name, named }) {
	if (depOnly) return false;
	switch (state) {
		case "unloadable": return true;
		case "loaded": return name === "main";
		case "empty": return named && name === "main";
		case "excluded": return named && (name === "main" || name === "");
	}
}
/** The packages that `from` needs, itself included: those on the shortest chain of imports first, then by name. */
function reachable(graph, from) {
	const seen = /* @__PURE__ */ new Set([from]);
	for (let level = [from]; level.length > 0;) {
		level = [...new Set(level.flatMap((path) => graph.get(path)?.imports ?? []))].filter((path) => !seen.has(path)).toSorted();
		for (const path of level) seen.add(path);
	}
	return seen;
}
/** Whether Go links the program with CXX and not with CC: a package that it needs has C++ (setextld in cmd/go/internal/work/gc.go). */
function hasCxx(graph, main) {
	return [...reachable(graph, main)].some((path) => (graph.get(path)?.cxxFiles.length ?? 0) > 0);
}
/** Whether any package that the program needs has cgo files: those of the standard library count. */
function hasCgo(graph, main) {
	return [...reachable(graph, main)].some((path) => (graph.get(path)?.cgoFiles.length ?? 0) > 0);
}
/** The shortest chain of imports from one package to another, both included; undefined when there is none. */
function importChain(graph, from, to) {
	const via = /* @__PURE__ */ new Map([[from, null]]);
	const queue = [from];
	for (const path of queue) {
		if (path === to) break;
		for (const next of graph.get(path)?.imports ?? []) {
			if (via.has(next)) continue;
			via.set(next, path);
			queue.push(next);
		}
	}
	if (!via.has(to)) return void 0;
	const chain = [];
	for (let path = to; path != null; path = via.get(path)) chain.unshift(path);
	return chain;
}

// src/plan/all-modules.ts
/**
* What `DIR/...` stands for in a workspace: all modules of go.work in that folder, where go itself would take the packages of one module,
* or none. Other patterns, and folders that no such module is in, stay as they are.
*/
async function patternsOfWorkspace(pattern, base, files) {
	const [, folder] = /^(\.{1,2}(?:\/.*)?)\/\.\.\.$/.exec(pattern) ?? [];
	const root = folder === void 0 ? void 0 : await findUp(base, "go.work", files);
	if (folder === void 0 || root === void 0) return [pattern];
	const asked = resolve(base, folder);
	const used = usedFolders(await files.readText(join(root, "go.work")) ?? "").map((each) => resolve(root, each));
	const below = used.filter((each) => isWithin(each, asked)).map((each) => `${fromBase(each, base)}/...`);
	const isInside = used.some((each) => each !== asked && isWithin(asked, each));
	return below.length === 0 ? [pattern] : [.../* @__PURE__ */ new Set([...isInside ? [pattern] : [], ...below])];
}
function isWithin(folder, parent) {
	const path = relative(parent, folder);
	return path === "" || path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
function fromBase(folder, base) {
	const path = relative(base, folder).replaceAll("\\", "/");
	return path === "" ? "." : path.startsWith("..") ? path : `./${path}`;
}
/** The folders of the `use` lines of a go.work, single and in blocks (golang.org/ref/mod#go-work-file-use). */
function usedFolders(text) {
	const plain = text.replace(/\/\/[^\n]*/g, "");
	const blocks = [...plain.matchAll(/^[ \t]*use[ \t]*\(([^)]*)\)/gm)].flatMap(([, inner = ""]) => inner.split("\n"));
	const single = [...plain.matchAll(/^[ \t]*use[ \t]+([^\s(][^\n]*)$/gm)].map(([, folder = ""]) => folder);
	return [...blocks, ...single].map((line) => line.trim().replace(/^["`](.*)["`]$/, "$1")).filter((line) => line !== "");
}
/** The modules below a folder that is in none: each is a place for go to run in. */
async function modulesBelow(base, files) {
	return (await files.glob("**/go.mod", base)).map((file) => dirname(resolve(base, file))).filter((folder) => isLookedInto(folder.slice(base.length))).toSorted().map((dir) => ({
		dir,
		patterns: ["./..."]
	}));
}
/** Folders that `./...` itself would pass over (go help packages), and those of other package managers. */
function isLookedInto(below) {
	return !below.split(/[\\/]/).some((part) => /^[._]|^(?:testdata|vendor|node_modules)$/.test(part));
}

// src/plan/modules.ts
/**
* Finds where `go` must run for each package pattern. Usually that is the working directory. A folder that belongs to
* another module (`check ./examples/resolver` from a repository's root) cannot be built from there, so go runs at that
* module's root instead, unless a workspace joins the two.
*/
async function locateModules(request, files, env) {
	const base = resolve(request.workingDirectory);
	const home = await findUp(base, "go.mod", files);
	if (await files.size(base) === void 0) {
		await checkIsCheckedOut(base, files, env);
		throw new ConfigError(`working-directory: "${request.workingDirectory}": there is no folder ${base}`);
	}
	const inWorkspace = await isInWorkspace(base, files, env);
	const found = /* @__PURE__ */ new Map();
	const inUse = inWorkspace ? await Promise.all(request.packages.map((each) => patternsOfWorkspace(each, base, files))) : [request.packages];
	for (const pattern of inUse.flat()) {
		const target = inWorkspace ? null : await otherModule(pattern, {
			base,
			home,
			files
		});
		const dir = target ?? base;
		const list = found.get(dir) ?? [];
		list.push(target === null ? pattern : rebase(pattern, base, target));
		found.set(dir, list);
	}
	if (home === void 0 && found.has(base)) await checkIsCheckedOut(base, files, env);
	const below = home === void 0 && !inWorkspace && env.GO111MODULE !== "off" ? await modulesOf(base, {
		request,
		isAlone: [...found.keys()].join("") === base,
		files
	}) : [];
	return below.length > 0 ? below : [...found].map(([dir, patterns]) => ({
		dir,
		patterns
	}));
}
/** Outside of every module: the modules below, for the default packages. Throws ConfigError where folders are asked for and there is none. */
async function modulesOf(base, { request, isAlone, files }) {
	const below = request.packages.join(" ") === "./..." ? await modulesBelow(base, files) : [];
	if (below.length === 0 && isAlone && request.packages.every(isOfFolder)) throw await noModule(base, files);
	return below;
}
/** Import paths of the standard library can be built without a module. */
function isOfFolder(pattern) {
	return /^\.\.?(?:\/|$)/.test(pattern);
}
async function noModule(base, files) {
	if ((await files.glob("*.go", base)).length > 0) return new ConfigError(`there are Go files in ${base}, and no go.mod there or above it: run go mod init in the folder of the module`);
	const what = (await Promise.all(["*", "*/*"].map((pattern) => files.glob(pattern, base)))).flat().length === 0 ? `the folder ${base} is empty` : `there is no Go module in ${base}, above it or below it`;
	return new ConfigError(`${what}: run go-linkage in the folder of a module, or set working-directory to it`);
}
/**
* A job begins with an empty workspace. Throws ConfigError where nobody filled it, or where the module is in another folder of it.
* Without a go.mod there can be a workspace or packages of GOPATH: then something else is there.
*/
async function checkIsCheckedOut(base, files, env) {
	const { GITHUB_WORKSPACE: workspace = "" } = env;
	if (env.GITHUB_ACTIONS !== "true" || workspace === "" || env.GO111MODULE === "off") return;
	if (await isAnythingOfGo(base, workspace, files)) return;
	if (await files.size(join(workspace, ".git")) !== void 0) return;
	const [folder] = (await Promise.all(["*/go.mod", "*/go.work"].map((pattern) => files.glob(pattern, workspace)))).flat().map((path) => basename(dirname(path)));
	if (folder !== void 0) throw new ConfigError(`working-directory: there is no Go module in ${base}, but one in ${folder}: set working-directory: ${folder}`);
	throw new ConfigError(`nothing is checked out in ${workspace}: neither a git repository nor a Go module is there; add actions/checkout before this step`);
}
/** A go.work around it, or Go files in it. */
async function isAnythingOfGo(base, workspace, files) {
	if (await findUp(base, "go.work", files) !== void 0) return true;
	return (await Promise.all([base, workspace].map((folder) => files.glob("*.go", folder)))).flat().length > 0;
}
/** An empty GOWORK and `auto` mean what no GOWORK means (FindGoWork in cmd/go/internal/modload/init.go, go1.26). */
async function isInWorkspace(base, files, env) {
	const chosen = env.GOWORK ?? "";
	if (chosen !== "" && chosen !== "auto") return chosen !== "off";
	return await findUp(base, "go.work", files) !== void 0;
}
async function otherModule(pattern, { base, home, files }) {
	if (!/^\.\.?(\/|$)/.test(pattern) && !isAbsolute(pattern)) return null;
	const start = resolve(base, pattern.replace(/\/?\.\.\..*$/, ""));
	const root = await findUp(start, "go.mod", files);
	return root === void 0 || root === home ? null : root;
}
function rebase(pattern, base, root) {
	const path = relative(root, resolve(base, pattern)).replaceAll("\\", "/");
	return path === "" ? "." : `./${path}`;
}

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

// src/plan/c-compiler.ts
const crossPrefix = {
	"linux/386": "i686-linux-gnu",
	"linux/amd64": "x86_64-linux-gnu",
	"linux/arm": "arm-linux-gnueabihf",
	"linux/arm64": "aarch64-linux-gnu",
	"linux/loong64": "loongarch64-linux-gnu",
	"linux/mips": "mips-linux-gnu",
	"linux/mipsle": "mipsel-linux-gnu",
	"linux/mips64": "mips64-linux-gnuabi64",
	"linux/mips64le": "mips64el-linux-gnuabi64",
	"linux/ppc64": "powerpc64-linux-gnu",
	"linux/ppc64le": "powerpc64le-linux-gnu",
	"linux/riscv64": "riscv64-linux-gnu",
	"linux/s390x": "s390x-linux-gnu",
	"windows/386": "i686-w64-mingw32",
	"windows/amd64": "x86_64-w64-mingw32"
};
const muslPrefix = {
	"linux/386": "i686-linux-musl",
	"linux/amd64": "x86_64-linux-musl",
	"linux/arm": "arm-linux-musleabihf",
	"linux/arm64": "aarch64-linux-musl",
	"linux/loong64": "loongarch64-linux-musl",
	"linux/mips": "mips-linux-musl",
	"linux/mipsle": "mipsel-linux-musl",
	"linux/mips64le": "mips64el-linux-musl",
	"linux/ppc64le": "powerpc64le-linux-musl",
	"linux/riscv64": "riscv64-linux-musl",
	"linux/s390x": "s390x-linux-musl"
};
/** The C compiler for a platform's usual C library, as distributions call it; null where none is known. */
function crossCompilerFor({ goos, goarch }) {
	const prefix = crossPrefix[`${goos}/${goarch}`];
	return prefix === void 0 ? null : `${prefix}-gcc`;
}
/** Looks the compilers up on PATH; starts at most one program (`cc -dumpmachine`, to recognise a machine that is musl itself). */
async function findCCompilers(query, ports) {
	const names = compilerNames(query);
	const usual = await firstFound(names.usual, (command) => find(["CC", command], query, ports));
	const named = await firstFound(names.musl, (command) => find(["CC", command], query, ports));
	return {
		usual,
		musl: named === null && usual !== null && query.platform.goos === "linux" && await isMuslCompiler(usual.command, query.env, ports.ask) ? usual : named,
		candidates: names
	};
}
/** What a program with C++ takes: Go links it with CXX (setextld in cmd/go/internal/work/gc.go), so CC and CXX have to fit. */
async function findCxxCompilers(query, ports) {
	const { goCXX, cxxIsExplicit, env, platform, host } = query;
	const names = compilerNames(query);
	const isNative = `${platform.goos}/${platform.goarch}` === host;
	const ownCxx = cxxIsExplicit || isNative && !query.goCC.includes("musl") ? goCXX : null;
	const isMuslCxx = cxxIsExplicit && platform.goos === "linux" && await isMuslCompiler(goCXX, env, ports.ask);
	const usualPairs = pairsOf(names.usual, ownCxx);
	const muslPairs = pairsOf(names.musl, isMuslCxx ? goCXX : null);
	const findPair = (pair) => findBoth(pair, query, ports);
	const usual = await firstFound(usualPairs, findPair);
	const named = await firstFound(muslPairs, findPair);
	const musl = named === null && usual !== null && platform.goos === "linux" && await isMuslCompiler(usual.command, env, ports.ask) ? usual : named;
	const cxxNames = (pairs) => [...new Set(pairs.map(({ cxx }) => cxx))];
	return {
		usual,
		musl,
		candidates: {
			usual: cxxNames(usualPairs),
			musl: cxxNames(muslPairs)
		}
	};
}
function compilerNames({ platform, host, goCC, ccIsExplicit }) {
	const port = `${platform.goos}/${platform.goarch}`;
	const native = port === host;
	const cross = crossPrefix[port];
	const usual = native || ccIsExplicit ? [goCC] : cross === void 0 ? [] : [`${cross}-gcc`];
	if (platform.goos !== "linux") return {
		usual,
		musl: []
	};
	const prefix = muslPrefix[port];
	return {
		usual,
		musl: [...native ? ["musl-gcc"] : [], ...prefix === void 0 ? [] : [`${prefix}-gcc`]]
	};
}
/** Each C compiler with the C++ compiler that the caller named, else with its own. */
function pairsOf(compilers, cxx) {
	return compilers.flatMap((cc) => {
		const beside = cxx ?? cxxBeside(cc);
		return beside === null ? [] : [{
			cc,
			cxx: beside
		}];
	});
}
/** `aarch64-linux-gnu-g++` for `aarch64-linux-gnu-gcc`, `zig c++ -target …` for `zig cc -target …`; null for other names. */
function cxxBeside(cc) {
	const [program = ""] = splitCC(cc);
	const zig = /^((?:[^\s'"]*\/)?zig) cc( .*)?$/.exec(cc);
	if (zig !== null) return `${zig[1] ?? ""} c++${zig[2] ?? ""}`;
	const name = /^(.*?)(gcc|clang|cc)((?:-\d+(?:\.\d+)*)?)$/.exec(program);
	if (name === null || !cc.startsWith(program)) return null;
	const [, prefix = "", compiler = "", version = ""] = name;
	if (prefix !== "" && !/[-/]$/.test(prefix)) return null;
	return `${prefix}${cxxNames[compiler] ?? "c++"}${version}${cc.slice(program.length)}`;
}
const cxxNames = {
	gcc: "g++",
	clang: "clang++",
	cc: "c++"
};
async function findBoth({ cc, cxx }, query, ports) {
	const c = await find(["CC", cc], query, ports);
	const cPlusPlus = await find(["CXX", cxx], query, ports);
	return c === null || cPlusPlus === null ? null : {
		command: cc,
		env: {
			...c.env,
			...cPlusPlus.env
		}
	};
}
async function find([variable, command], query, ports) {
	const program = splitCC(command)[0];
	if (program === void 0 || await ports.files.which(program, query.env) === void 0) return null;
	return {
		command,
		env: command === (variable === "CC" ? query.goCC : query.goCXX) ? {} : { [variable]: command }
	};
}
async function firstFound(names, findOne) {
	for (const name of names) {
		const found = await findOne(name);
		if (found !== null) return found;
	}
	return null;
}
/** On Alpine the plain gcc is a musl compiler: its target triple says so. */
async function isMuslCompiler(command, env, ask) {
	const [program = "", ...args] = splitCC(command);
	const result = await ask(program, [...args, "-dumpmachine"], {
		cwd: ".",
		env
	});
	return result.exitCode === 0 && result.stdout.includes("musl");
}
/** The C compiler of the go command, for the report: its path and what it calls itself; null when it is not there. */
async function describeCompiler(goCC, { dir, env }, ports) {
	const [program = "", ...args] = splitCC(goCC);
	const path = await ports.files.which(program, env);
	if (path === void 0) return null;
	return {
		path,
		version: (await ports.ask(path, [...args, "--version"], {
			cwd: dir,
			env
		})).stdout.split("\n")[0]?.trim() ?? ""
	};
}

// src/go/command.ts
/** The go command of a toolchain, started through the ports. */
function makeGo({ go, version, root, env, why }, { ask, work }) {
	const through = (exec, GOFLAGS, program = go) => (args, { cwd, env: more }) => exec(program, args, {
		cwd,
		env: {
			...env,
			GOFLAGS,
			...isAbsolute(cwd) ? { PWD: cwd } : {},
			...more
		}
	});
	const forBuild = goflagsForBuild(env.GOFLAGS ?? "");
	const gofmt = join(root, "bin", go.endsWith(".exe") ? "gofmt.exe" : "gofmt");
	const parse = through(ask, " ", gofmt);
	return {
		version,
		root,
		env,
		why,
		ask: through(ask, " "),
		work: through(work, forBuild),
		gofmt,
		parse
	};
}
/** What a command printed. When it failed, throws MachineFault if its output says so, else ConfigError with all of that. */
function mustSucceed(command, result) {
	if (result.exitCode === 0) return result.stdout;
	const { signal } = result;
	if (signal !== null) throw new MachineFault(`${command} was ended by ${signal}; run the job again`);
	const fault = findMachineFault(result.stderr);
	if (fault !== null) throw new MachineFault(`${command} failed: ${fault}`);
	throw new ConfigError(`${command} failed: ${result.stderr.trim() || `exit status ${result.exitCode ?? "unknown"}`}`);
}

// src/model/plan.ts
const noReleases = {
	notUnderstood: [],
	hints: [],
	note: null
};
const cgoEnvNames = [
	"CC",
	"CGO_ENABLED",
	"CGO_CPPFLAGS",
	"CGO_CFLAGS",
	"CGO_CXXFLAGS",
	"CGO_FFLAGS",
	"CGO_LDFLAGS"
];

// src/plan/go-env.ts
const goEnvNames = [
	"GOOS",
	"GOARCH",
	"GOHOSTOS",
	"GOHOSTARCH",
	"GOENV",
	"GOROOT"
];
/** Throws ConfigError when the go command does not answer. */
async function readGoEnv(go, dir, files) {
	const known = await readVariables([...goEnvNames, ...cgoEnvNames], go, { cwd: dir });
	return {
		...known,
		GOFLAGS: await readGoflags(go.env, known, files)
	};
}
/** What depends on the platform, where it is the one that Go builds for by itself and nothing more is set; null for all others. */
function cgoEnvOf(goEnv, platformEnv) {
	const { GOOS, GOARCH, ...variant } = platformEnv;
	if (GOOS !== goEnv.GOOS || GOARCH !== goEnv.GOARCH || Object.keys(variant).length > 0) return null;
	const { CC, CGO_ENABLED, CGO_CPPFLAGS, CGO_CFLAGS, CGO_CXXFLAGS, CGO_FFLAGS, CGO_LDFLAGS } = goEnv;
	return {
		CC,
		CGO_ENABLED,
		CGO_CPPFLAGS,
		CGO_CFLAGS,
		CGO_CXXFLAGS,
		CGO_FFLAGS,
		CGO_LDFLAGS
	};
}
/** `go env CXX`, for whatever platform: unlike CC it is one for all. Throws ConfigError. */
async function readCXX(go, dir) {
	return (await readVariables(["CXX"], go, { cwd: dir })).CXX;
}
/** What depends on the platform, which is set in `env`. Throws ConfigError. */
function readCgoEnv(go, dir, env) {
	return readVariables(cgoEnvNames, go, {
		cwd: dir,
		env
	});
}
async function readVariables(names, go, options) {
	const result = await go.ask([
		"env",
		"-json",
		...names
	], options);
	return JSON.parse(mustSucceed("go env", result));
}

// src/go/requires-go.ts
/**
* What the go command says when a module asks for a newer Go ("go: go.mod requires go >= 1.27 (running go 1.26.8;
* GOTOOLCHAIN=local)", cmd/go/internal/gover/toolchain.go since 1.21), and the input that changes it. Undefined for any other output.
*/
function adviseNewerGo(output, { why }) {
	const match = /^.*requires go >= (\d[\w.]*) \(running go [^)\n]*\)/m.exec(output);
	if (match === null) return void 0;
	const [line, version = ""] = match;
	return `${line.trim()}; it is ${why}; set go-version to ${version} or newer, or go-version-file to a file that asks for it`;
}

// src/go/module-errors.ts
const tidy = "run go mod tidy and commit go.mod and go.sum";
/** At most so many lines of a message are taken; a vendor folder can differ in hundreds. */
const lineLimit = 5;
/** The indented lines, or the next lines of a list, as one line. */
function joined(lines) {
	const all = lines.split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const more = all.length > lineLimit ? `; and ${all.length - lineLimit} more` : "";
	return all.slice(0, lineLimit).join("; ") + more;
}
/**
* Messages as cmd/go/internal/modload and modfetch print them (go1.19 to go1.27). Only the go command prints them, before anything
* is compiled, and the same on every machine.
*/
const moduleErrors = [
	{
		pattern: /^go: inconsistent vendoring in [^\n]*:\n((?:\t[^\n]+\n?)+)/m,
		text: ([, lines = ""]) => `vendor/modules.txt does not fit go.mod: ${joined(lines)}`,
		fix: "run go mod vendor (go work vendor in a workspace) and commit the vendor folder"
	},
	{
		pattern: /^(?:go: )?errors parsing (?:[^\n]*[\\/])?(go\.mod|go\.work):\n((?:(?:[^\n]*[\\/])?go\.(?:mod|work):\d+:[^\n]*\n?)+)/m,
		text: ([, file = "", lines = ""]) => `${file} cannot be read: ${joined(lines)}`,
		fix: "correct the line that is named"
	},
	{
		pattern: /^(?:go: )?malformed go\.sum:\n(?:[^\n]*[\\/])?(go\.sum:\d+: [^\n]*)/m,
		text: ([, line = ""]) => `go.sum cannot be read: ${line}`,
		fix: "remove the line that is named, and run go mod tidy"
	},
	{
		pattern: /verifying ([^\s:]+): checksum mismatch\n((?:\t[^\n]*\n?)*)/,
		text: ([, module = "", lines = ""]) => `${module} is not what go.sum says: ${joined(lines).replace(/\s+/g, " ")}`,
		fix: "find out why before you change go.sum: a tag was moved, or somebody changes what you download"
	},
	{
		pattern: /missing go\.sum entry (?:for (?:module providing package ([^\s;:]+)|go\.mod file)|needed to verify contents)?[^\n]*/,
		text: ([all, path]) => path === void 0 ? `go.sum is not complete: ${all.trim()}` : `go.sum has no entry of the module of ${path}`,
		fix: tidy
	},
	{
		pattern: /updates to go\.(mod|work|sum) needed(?:, disabled by [^\n;]*)?[^\n]*/,
		text: ([, file = ""]) => `go.${file} is not as the go command would write it, and go build does not change it`,
		fix: "run go mod tidy (go work sync in a workspace) and commit what it changes"
	},
	{
		pattern: /^go: (cannot load module (\S+) listed in go\.work file: [^\n]*)/m,
		text: ([, line = ""]) => line,
		fix: "take the folder out of go.work (go work edit -dropuse), or check it out"
	},
	{
		pattern: /^go: (module [^\n]* listed in go\.work file requires go >= [^\n]*)/m,
		text: ([, line = ""]) => line.replace(/; to update it:$/, ""),
		fix: "run go work use"
	},
	{
		pattern: /(?:module (\.{1,2}\/\S{0,300}|\/\S{1,300})|\(replaced by (\.{1,2}\/[^\s)]{0,300})\)): reading \S{0,300}go\.mod: [^\n]{0,600}no such file/,
		text: ([, a, b = ""]) => `the folder ${a ?? b}, which a replace line of go.mod names, has no go.mod`,
		fix: "run go mod init there, or drop the replace line"
	},
	{
		pattern: /(?:replacement directory (\S+) does not exist)/,
		text: ([, folder = ""]) => `the folder ${folder}, which a replace line of go.mod names, does not exist`,
		fix: "check it out beside the module, or drop the replace line"
	},
	{
		pattern: /cannot find module providing package ([^\s:]+): import lookup disabled by -mod=vendor/,
		text: ([, path = ""]) => `the vendor folder lacks the package ${path}`,
		fix: "run go mod vendor and commit the vendor folder"
	},
	{
		pattern: /current directory is contained in a module that is not one of the workspace modules|directory prefix (\S+) does not contain modules listed in go\.work[^\n]*/,
		text: ([, folder]) => folder === void 0 ? "this module is not one of those that go.work lists" : `go.work lists no module in ${folder}`,
		fix: "run go work use on its folder, or set GOWORK=off"
	},
	{
		pattern: /(?<!\S)(\S+): (?:invalid version: )?unknown revision (\S+)/,
		text: ([, module = "", revision = ""]) => `${module} has no version ${revision}`,
		fix: "correct the version in go.mod"
	},
	{
		pattern: /(?<!\S)(\S+): reading [^\n]*: (404 Not Found|410 Gone)/,
		text: ([, module = "", status = ""]) => `the module proxy does not have ${module} (${status})`,
		fix: "correct its path or version in go.mod; a private module needs GOPRIVATE and access to its repository"
	},
	{
		pattern: /(?<!\S)(\S+): module lookup disabled by ([^\n]*)/,
		text: ([, module = "", by = ""]) => `${module} is not here, and ${by} forbids to fetch it`,
		fix: "allow the module proxy (GOPROXY), or vendor the modules"
	},
	{
		pattern: /^go: (?:[^\n]*: )?(invalid toolchain[^\n]*|download \S+ for [^\n]*: toolchain not available)/m,
		text: ([, line = ""]) => line,
		fix: "correct the toolchain line of go.mod"
	}
];
/** The first of them that an output holds; undefined for one that holds none. Hostile text in, one line out. */
function findModuleError(output) {
	for (const { pattern, text, fix } of moduleErrors) {
		const match = pattern.exec(output);
		if (match !== null) return {
			text: text(match),
			fix
		};
	}
}

// src/go/source-faults.ts
/**
* What the go command and its linker say of the sources alone, without a line of a file: modules, imports and symbols. It is the same
* on every machine. Whatever is not among them may be the fault of the machine, of a flag or of a compiler.
*/
const patterns = [
	/^go: (?:[^\n]*: )?(?:errors parsing |parsing )?[^\s:]*go\.(?:mod|work|sum):/,
	/^go: errors parsing \S*go\.(?:mod|work):/,
	/^go: inconsistent vendoring in /,
	/^go: updates to go\.(?:mod|work) needed/,
	/missing go\.sum entry for /,
	/replacement directory \S+ does not exist/,
	/^go: \S+ \(replaced by \.{1,2}\/\S*\): reading \S*go\.mod: /,
	/^go: cannot load module \S+ listed in go\.work file: open \S*go\.mod: no such file or directory/,
	/^go: module \S+ listed in go\.work file requires go /,
	/(?:directory prefix|main module|current directory) [^\n]*does not contain|not one of the workspace modules/,
	/: import cycle not allowed/,
	/: ambiguous import: found package /,
	/source files not allowed when not using cgo/,
	/^found packages \w+ \([^)]*\) and \w+ \([^)]*\) in /,
	/: function main is undeclared in the main package$/,
	/^\S+: relocation target [^\s.]+\.\S+ not defined$/,
	/case-insensitive (?:import|file name) collision/,
	/malformed import path/,
	/is a program, not an importable package/,
	/use of (?:internal|vendored) package \S+ not allowed/
];
/** Whether the sources are to blame, by a message in one line, as `joinMessage` makes it. */
function isSourceFault(message) {
	return patterns.some((pattern) => pattern.test(message));
}
const lengthLimit = 2e3;
/**
* The go command's message in one line: the first one, with the indented lines that belong to it, and with the lines of a go.mod that
* is said to have errors. Downloads are no message, and advice stands behind an empty line.
*/
function joinMessage(output) {
	const [first = "", ...others] = output.split("\n").filter((line) => !line.startsWith("go: downloading ")).join("\n").trim().split("\n");
	const isMore = /^go: errors parsing \S+:$/.test(first) ? /\S/ : /^\s+\S/;
	const end = others.findIndex((line) => !isMore.test(line));
	return [first, ...others.slice(0, end === -1 ? others.length : end)].map((line) => line.trim()).join(" ").slice(0, lengthLimit);
}

// src/go/package-graph.ts
/** The fields that parseGoList reads; `go list -json=…` takes the list since go1.19. */
const goListFields = [
	"ImportPath",
	"Name",
	"Dir",
	"Standard",
	"DepOnly",
	"Module",
	"GoFiles",
	"CgoFiles",
	"CFiles",
	"CXXFiles",
	"MFiles",
	"HFiles",
	"FFiles",
	"SFiles",
	"SysoFiles",
	"SwigFiles",
	"SwigCXXFiles",
	"CgoCPPFLAGS",
	"CgoCFLAGS",
	"CgoCXXFLAGS",
	"CgoFFLAGS",
	"CgoLDFLAGS",
	"CgoPkgConfig",
	"Imports",
	"ImportMap",
	"DefaultPGOFile",
	"EmbedFiles",
	"IgnoredGoFiles",
	"InvalidGoFiles",
	"Match",
	"Error"
].join(",");
/**
* Parses the concatenated JSON objects that `go list -json` prints. Dependencies come before their importers.
* Throws SyntaxError for anything else, also when the text is cut off.
*/
function parseGoList(stdout) {
	const graph = /* @__PURE__ */ new Map();
	const texts = stdout.split(/^}$/m);
	if (texts.pop()?.trim() !== "") throw new SyntaxError("the output of go list is cut off");
	for (const text of texts) {
		const item = toGoPackage(JSON.parse(`${text}}`));
		graph.set(item.importPath, item);
	}
	return graph;
}
function toGoPackage(raw) {
	const map = raw.ImportMap ?? {};
	return {
		...filesOf(raw),
		inputs: inputsOf(raw),
		state: stateOf(raw),
		named: (raw.Match ?? []).some((pattern) => !pattern.includes("...")),
		...moduleOf(raw),
		importPath: raw.ImportPath,
		name: raw.Name ?? "",
		dir: raw.Dir ?? "",
		standard: raw.Standard ?? false,
		depOnly: raw.DepOnly ?? false,
		imports: (raw.Imports ?? []).map((path) => map[path] ?? path),
		defaultPGOFile: raw.DefaultPGOFile ?? null,
		error: raw.Error?.Err ?? null
	};
}
function moduleOf({ Module, Standard }) {
	return {
		own: Module?.Main ?? (Standard !== true && Module === void 0),
		module: Module?.Path ?? null,
		goMod: Module?.GoMod ?? null
	};
}
/** All files that the go command itself names. Those of the standard library belong to the toolchain. */
function inputsOf(raw) {
	if (raw.Standard === true) return [];
	const pgo = raw.DefaultPGOFile === void 0 ? [] : [raw.DefaultPGOFile];
	const compiled = together(raw.GoFiles, raw.CgoFiles, raw.CFiles, raw.CXXFiles, raw.MFiles, raw.FFiles, raw.SFiles);
	const others = together(raw.HFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles, raw.EmbedFiles, pgo);
	return [...compiled, ...others].toSorted();
}
/** With -e the go command lists what it cannot load as well, often without a name. */
function stateOf(raw) {
	const isInvalid = (raw.InvalidGoFiles ?? []).length > 0;
	if (raw.Error !== void 0 && isInvalid) return "unloadable";
	const isEmpty = together(raw.GoFiles, raw.CgoFiles).length === 0;
	if (isEmpty && (raw.IgnoredGoFiles ?? []).length > 0) return "excluded";
	if (raw.Error !== void 0 && (raw.Name ?? "") === "") return "unloadable";
	return isEmpty ? "empty" : "loaded";
}
function filesOf(raw) {
	return {
		goFiles: raw.GoFiles ?? [],
		cgoFiles: raw.CgoFiles ?? [],
		ignoredGoFiles: raw.IgnoredGoFiles ?? [],
		otherFiles: together(raw.CFiles, raw.CXXFiles, raw.SFiles, raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
		cxxFiles: together(raw.CXXFiles, raw.SwigCXXFiles),
		objectFiles: together(raw.SysoFiles, raw.SwigFiles, raw.SwigCXXFiles),
		cgoCppflags: raw.CgoCPPFLAGS ?? [],
		cgoCompilerFlags: together(raw.CgoCFLAGS, raw.CgoCXXFLAGS, raw.CgoFFLAGS),
		cgoLdflags: raw.CgoLDFLAGS ?? [],
		cgoPkgConfig: raw.CgoPkgConfig ?? []
	};
}
function together(...lists) {
	return lists.flatMap((list) => list ?? []);
}

// src/plan/unread-module.ts
/**
* The programs of a module that the go command cannot load: found by their folders, as in the days before modules (GO111MODULE=off
* reads no go.mod), under the import paths that they would have. Each of them is `unloadable`, with the error: its build fails, in Go's
* own words. Empty where none can be found.
*/
async function programsOfUnread(module, { env, flags, error }, { go, files }) {
	const path = /^module[ \t]+"?([^\s"]+)/m.exec(await files.readText(join(module.dir, "go.mod")) ?? "")?.[1];
	const patterns = module.patterns.flatMap((pattern) => asFolder(pattern, path) ?? []);
	if (path === void 0 || patterns.length === 0) return /* @__PURE__ */ new Map();
	const tags = flags.filter(({ name }) => name === "-tags").map(({ value }) => `-tags=${value ?? ""}`);
	const args = [
		"list",
		"-e",
		"-find",
		`-json=${goListFields}`,
		...tags,
		"--",
		...patterns
	];
	const old = {
		...env,
		GO111MODULE: "off",
		GOFLAGS: "",
		GOWORK: "off"
	};
	const result = await go.work(args, {
		cwd: module.dir,
		env: old
	});
	if (result.exitCode !== 0) return /* @__PURE__ */ new Map();
	const found = [...parseGoList(result.stdout).values()].filter((each) => each.name === "main" && isProgram(each));
	const own = await Promise.all(found.map(async (each) => await isOfModule(each.dir, module.dir, files) ? [each] : []));
	return new Map(own.flat().map((each) => withPath(each, {
		root: resolve(module.dir),
		path,
		error
	})));
}
function withPath(found, as) {
	const below = relative(as.root, found.dir).replaceAll("\\", "/");
	const importPath = below === "" ? as.path : `${as.path}/${below}`;
	return [importPath, {
		...found,
		importPath,
		own: true,
		module: as.path,
		state: "unloadable",
		error: as.error
	}];
}
/** A pattern as one of folders; undefined for packages of other modules. */
function asFolder(pattern, path) {
	if (/^\.{1,2}(?:\/|$)/.test(pattern)) return pattern;
	if (path === void 0 || pattern !== path && !pattern.startsWith(`${path}/`)) return void 0;
	return `.${pattern.slice(path.length)}`;
}
/** No other go.mod stands between a folder and the root of its module. */
async function isOfModule(dir, root, files) {
	const parts = relative(resolve(root), dir).split(/[/\\]/).filter((part) => part !== "");
	if (parts[0] === "..") return false;
	const between = parts.map((_, at) => join(root, ...parts.slice(0, at + 1), "go.mod"));
	return (await Promise.all(between.map((file) => files.size(file)))).every((size) => size === void 0);
}

// src/plan/go-list.ts
const noListFlags = /* @__PURE__ */ new Set([
	"-ldflags",
	"-gcflags",
	"-asmflags",
	"-gccgoflags",
	"-a",
	"-v",
	"-x"
]);
/** A PIE is made of the same files as any program; only libraries have others of their own. */
function isForList({ name, value }) {
	return !noListFlags.has(name) && !(name === "-buildmode" && value === "pie");
}
/** It prints why it fails, unless something is wrong with the machine. */
const silentFailure = "go list failed without a message";
/** `go list -deps`, asked once for strategies that choose the same files. */
var GoLister = class {
	#go;
	#limit;
	#asked = /* @__PURE__ */ new Map();
	#files;
	/** `limit`: how many run at once. */
	constructor(go, { limit, files }) {
		this.#go = go;
		this.#limit = pLimit(limit);
		this.#files = files;
	}
	list(module, { env, flags }) {
		const args = [
			"list",
			"-e",
			"-deps",
			`-json=${goListFields}`
		];
		args.push(...renderFlags(flags.filter(isForList)), "--", ...module.patterns);
		const { CC: _cc, ...chooses } = env;
		const key = JSON.stringify([
			module.dir,
			chooses,
			args
		]);
		const running = this.#asked.get(key) ?? this.#limit(() => this.#run(module, args, {
			env,
			flags
		}));
		this.#asked.set(key, running);
		return running;
	}
	async #run(module, args, { env, flags }) {
		const result = await this.#go.work(args, {
			cwd: module.dir,
			env
		});
		if (result.exitCode === 0) return { graph: parseGoList(result.stdout) };
		const { signal } = result;
		if (signal !== null) return { error: `go list was ended by ${signal}` };
		const advice = adviseNewerGo(result.stderr, this.#go);
		if (advice !== void 0) return { error: advice };
		const broken = findMachineFault(result.stderr) === null ? findModuleError(result.stderr) : void 0;
		const message = joinMessage(result.stderr) || "go list failed without a message";
		if (broken === void 0) return { error: message };
		const error = `${broken.text}; ${broken.fix}`;
		const graph = await programsOfUnread(module, {
			env,
			flags,
			error
		}, {
			go: this.#go,
			files: this.#files
		});
		const [what = message] = message.split(/[;.]? (?:to update it:|You can add the module)/, 1);
		return graph.size === 0 ? { error: `${what}; ${broken.fix}` } : { graph };
	}
};

// src/go/platform.ts
const variants = {
	"386": {
		variable: "GO386",
		values: {
			sse2: "sse2",
			softfloat: "softfloat"
		}
	},
	amd64: {
		variable: "GOAMD64",
		values: {
			v1: "v1",
			v2: "v2",
			v3: "v3",
			v4: "v4"
		}
	},
	arm: {
		variable: "GOARM",
		values: {
			v5: "5",
			v6: "6",
			v7: "7"
		}
	},
	arm64: {
		variable: "GOARM64",
		values: {
			v8: "v8.0",
			"v8.1": "v8.1",
			"v8.2": "v8.2",
			v9: "v9.0"
		}
	},
	mips: {
		variable: "GOMIPS",
		values: {
			hardfloat: "hardfloat",
			softfloat: "softfloat"
		}
	},
	mipsle: {
		variable: "GOMIPS",
		values: {
			hardfloat: "hardfloat",
			softfloat: "softfloat"
		}
	},
	mips64: {
		variable: "GOMIPS64",
		values: {
			hardfloat: "hardfloat",
			softfloat: "softfloat"
		}
	},
	mips64le: {
		variable: "GOMIPS64",
		values: {
			hardfloat: "hardfloat",
			softfloat: "softfloat"
		}
	},
	ppc64: {
		variable: "GOPPC64",
		values: {
			power8: "power8",
			power9: "power9",
			power10: "power10"
		}
	},
	ppc64le: {
		variable: "GOPPC64",
		values: {
			power8: "power8",
			power9: "power9",
			power10: "power10"
		}
	},
	riscv64: {
		variable: "GORISCV64",
		values: {
			rva20u64: "rva20u64",
			rva22u64: "rva22u64",
			rva23u64: "rva23u64"
		}
	}
};
/** What uname, docker and people call what Go has another name for. */
const otherNames = {
	macos: "darwin",
	osx: "darwin",
	mac: "darwin",
	win: "windows",
	win32: "windows",
	win64: "windows",
	x86_64: "amd64",
	"x86-64": "amd64",
	x64: "amd64",
	i386: "386",
	i686: "386",
	x86: "386",
	aarch64: "arm64",
	armv8: "arm64",
	armv7: "arm/v7",
	armv7l: "arm/v7",
	armhf: "arm/v7",
	armv6: "arm/v6",
	armv6l: "arm/v6",
	ppc64el: "ppc64le",
	loongarch64: "loong64"
};
/** The platform that was meant, also by names of uname or docker, or by half of a name: `linux/x86_64`, `windows`, `amd64`. */
function guessPlatform(first, second, known) {
	const [a, b] = [first, second].map((word) => otherNames[word.toLowerCase()] ?? word.toLowerCase());
	const meant = (b === "" ? [`${a ?? ""}/amd64`, `linux/${a ?? ""}`] : [`${a ?? ""}/${b ?? ""}`]).find((each) => known.includes(each.split("/").slice(0, 2).join("/")));
	return meant === void 0 ? didYouMean(`${first}/${second}`, known) : `; did you mean ${meant}?`;
}
/**
* Reads `GOOS/GOARCH` or `GOOS/GOARCH/VARIANT`. `known` is what `go tool dist list` prints.
* Throws ConfigError that names what is allowed.
*/
function parsePlatform(name, known) {
	const [goos = "", goarch = "", variant, ...rest] = name.split("/");
	const port = `${goos}/${goarch}`;
	if (!known.includes(port) || rest.length > 0) {
		const guess = rest.length > 0 ? didYouMean(name, known) : guessPlatform(goos, goarch, known);
		const allowed = `; allowed: ${known.join(", ")}, and a variant behind it (linux/arm/v7, linux/amd64/v3)`;
		throw new ConfigError(`platforms: "${name}" is not a platform that this Go builds for${guess === "" ? allowed : guess}`);
	}
	const env = {
		GOOS: goos,
		GOARCH: goarch
	};
	if (variant !== void 0) {
		const allowed = variants[goarch];
		const value = allowed !== void 0 && Object.hasOwn(allowed.values, variant) ? allowed.values[variant] : void 0;
		if (allowed === void 0 || value === void 0) {
			const list = allowed === void 0 ? "none" : Object.keys(allowed.values).join(", ");
			const guess = didYouMean(variant, Object.keys(allowed?.values ?? {}));
			throw new ConfigError(`platforms: "${name}": "${variant}" is not a variant of ${goarch}; allowed: ${list}${guess}`);
		}
		env[allowed.variable] = value;
	}
	return {
		name,
		goos,
		goarch,
		env
	};
}

// src/release/trusted-settings.ts
/** Where Go downloads from and keeps files: of no effect on what is built, and the machine's own to say. */
const ofMachine = /^GO(?:PROXY|PRIVATE|NOPROXY|NOSUMDB|SUMDB|VCS|INSECURE|AUTH|CACHE|MODCACHE|TMPDIR|PATH|BIN|OS|ARCH|HOSTOS|HOSTARCH)$/;
/** Values that ask for nothing that starts a program. */
const harmless$2 = [
	/^GO111MODULE=(?:on|auto|off)?$/,
	/^GOWORK=(?:off)?$/,
	/^GOTOOLCHAIN=(?:local|auto)?$/
];
/**
* The settings of a release build without what is the machine's own. A change can bring them, so a flag or variable that decides which
* programs a build starts makes the build one that is not understood.
*/
function trustedSettings(settings, places) {
	const env = settings.env.filter(({ name }) => !ofMachine.test(name));
	const asked = [...env.filter(({ name, value }) => !harmless$2.some((pattern) => pattern.test(`${name}=${value}`))).map((each) => ({
		each,
		env: [[each.name, each.value]],
		flags: []
	})), ...settings.flags.map((each) => ({
		each,
		env: [],
		flags: [each.value]
	}))];
	for (const { each, ...parts } of asked) {
		const what = startsPrograms(parts, places);
		if (what === void 0) continue;
		const { file, line } = each;
		return {
			kind: "not-understood",
			file,
			line,
			text: what,
			why: "decides which programs a build starts; set it in the workflow"
		};
	}
	return {
		...settings,
		env
	};
}

// src/plan/builder-glibc.ts
/**
* The glibc of the image that an entry builds in, where it is another release than this machine's; null: it is the same, it is not
* known, or the entry does not link with it.
*/
async function builderGlibc({ builder }, settings, machine) {
	const sets = (name) => settings?.env.findLast((each) => each.name === name)?.value;
	if (builder?.libc !== "glibc" || builder.image === null || sets("CGO_ENABLED") === "0" || sets("CC") !== void 0) return null;
	const system = systemOfBuilder(builder);
	if (system?.version == null) return null;
	const here = await glibcHere(machine);
	const { image, file, line } = builder;
	return system.version === here ? null : {
		file,
		line,
		image,
		system: system.id,
		glibc: system.version,
		here
	};
}
function systemOfBuilder({ image, distribution, version }) {
	if (distribution === null) return image === null ? null : systemIn(image);
	return version === null ? null : findSystem(`${distribution}${version}`);
}
/** `2.36`; null where this machine has another C library, or does not tell. */
async function glibcHere({ go, ports }) {
	try {
		const { stdout } = await ports.ask("getconf", ["GNU_LIBC_VERSION"], {
			cwd: "/",
			env: go.env,
			timeoutMs: 5e3
		});
		return /^glibc (\d+\.\d+)/.exec(stdout)?.[1] ?? null;
	} catch {
		return null;
	}
}

// src/plan/machine-compilers.ts
/** Variables that name a program of the build. */
const toolVariable = /^(?:CC|CXX|FC|AR|PKG_CONFIG)$/i;
/** Folders in which only the machine's owner and its package managers put programs. */
const systemFolder = /^\/(?:usr|bin|sbin|opt|nix\/store|snap)\//;
/**
* The absolute paths among a release build's compilers that a change cannot have brought: what PATH finds by the name alone, and what
* stands in a folder of the system, both where links lead to. Nothing in the repository is among them, and no path that has `..` in it
* or goes through /proc; one that does not exist is not either.
*/
async function machineCompilers({ env: settings }, { files, env, root }) {
	const words = settings.flatMap(({ name, value }) => toolVariable.test(name) ? value.split(/[\s'"]+/) : []);
	const paths = [...new Set(words.filter((word) => isAbsolute(word) && normalize(word) === word))];
	const ofChange = [
		root,
		env.GITHUB_WORKSPACE ?? "",
		env.RUNNER_TEMP ?? ""
	].filter((each) => each !== "");
	const folders = [...ofChange, ...await Promise.all(ofChange.map(async (each) => await files.realPath(each) ?? each))];
	const isOfMachine = async (path) => {
		const real = await files.realPath(path);
		if (real === void 0 || real === "broken" || await files.kindOf(path) !== "file") return false;
		if (folders.some((folder) => isWithin$1(folder, path) || isWithin$1(folder, real))) return false;
		return await files.which(basename(path), env) === path || [path, real].every((each) => systemFolder.test(each));
	};
	const known = await Promise.all(paths.map(isOfMachine));
	return new Set(paths.filter((_, at) => known[at]));
}

// src/plan/skip.ts
/** Why a strategy cannot be tried on this platform with this machine's compilers; null when it can. */
function compilerSkip(strategy, platform, compilers) {
	if (strategy.needs === "go") return null;
	const impossible = whyImpossible(strategy, platform);
	if (impossible !== null) return {
		reason: impossible,
		fault: "sources"
	};
	const lacking = strategy.needs === "musl" ? lackingMusl(platform, compilers) : lackingCompiler(platform, compilers);
	return lacking === null ? null : {
		reason: lacking,
		fault: "machine"
	};
}
/** The same of a program with C++: `compilers` are those that come with a C++ compiler. */
function cxxSkip(strategy, { name }, compilers) {
	if (strategy.needs === "go") return null;
	const which = strategy.needs === "musl" ? "musl" : "usual";
	if (compilers[which] !== null) return null;
	const names = compilers.candidates[which].join(" or ");
	return {
		reason: which === "musl" ? `no C++ compiler for musl on ${name}: ${names === "" ? "none is known" : `${names} is not on PATH`}, and Go links a program with C++ by CXX (musl-tools has none; a musl cross toolchain has, and zig c++)` : names === "" ? `no C++ compiler is known for ${name}: set CXX to one` : `no C++ compiler for ${name}: ${names} is not on PATH, and Go links a program with C++ by CXX; install it, or set CXX`,
		fault: "machine"
	};
}
/** What no machine can build. */
function whyImpossible(strategy, { goos }) {
	if (withoutCgo.has(goos)) return `Go has no cgo for ${goos}: no C compiler links its programs`;
	if (!linksStatically.has(goos)) return `${goos} has no static C library: every program there loads the system's own`;
	if (strategy.needs === "musl") return goos === "linux" ? null : "musl is a C library for Linux";
	return strategy.buildmode === "pie" && goos !== "linux" ? `static-pie is not built for ${goos}` : null;
}
function lackingMusl({ name }, { musl, candidates }) {
	if (musl !== null) return null;
	const names = candidates.musl.join(" or ");
	const advice = candidates.musl.includes("musl-gcc") ? "Debian and Ubuntu: apt-get install musl-tools" : `musl-tools has none for other processors: use a cross compiler of musl-cross-make, or set CC to zig cc -target ${zigTarget(name)}`;
	return `no musl compiler for ${name}: ${names === "" ? "none is known" : `${names} is not on PATH`} (${advice})`;
}
/** Zig's name of a platform with musl, from docker's (`zig targets`, zig 0.17). */
function zigTarget(platform) {
	const [, goarch = "", variant] = platform.split("/");
	const named = zigTargets[goarch] ?? `${goarch}-linux-musl`;
	return goarch === "arm" && (variant === "v5" || variant === "v6") ? "arm-linux-musleabi" : named;
}
const zigTargets = {
	"386": "x86-linux-musl",
	amd64: "x86_64-linux-musl",
	arm: "arm-linux-musleabihf",
	arm64: "aarch64-linux-musl",
	loong64: "loongarch64-linux-musl",
	mips: "mips-linux-musleabi",
	mipsle: "mipsel-linux-musleabi",
	mips64: "mips64-linux-muslabi64",
	mips64le: "mips64el-linux-muslabi64",
	ppc64: "powerpc64-linux-musl",
	ppc64le: "powerpc64le-linux-musl"
};
function lackingCompiler({ name }, { usual, candidates }) {
	if (usual !== null) return null;
	const names = candidates.usual.join(" or ");
	return names === "" ? `no C compiler is known for ${name}: set CC to one` : `no C compiler for ${name}: ${names} is not on PATH; install it, or set CC`;
}
const linksStatically = /* @__PURE__ */ new Set([
	"linux",
	"freebsd",
	"netbsd",
	"dragonfly",
	"windows"
]);
const withoutCgo = /* @__PURE__ */ new Set([
	"js",
	"wasip1",
	"plan9"
]);
/**
* Why a package cannot be built with cgo off: some package below it has nothing but cgo files. Null when that is not so.
* `whyOff` says what turned cgo off; `graph` is the cell's own, `cgoGraph` the same program with cgo on.
*/
function cgoOnlyReason(main, { graph, cgoGraph, whyOff }) {
	const culprit = [...reachable(graph, main)].find((path) => {
		const found = graph.get(path);
		return (found === void 0 ? path === main : found.goFiles.length === 0 && found.cgoFiles.length === 0) && (cgoGraph.get(path)?.cgoFiles.length ?? 0) > 0;
	});
	if (culprit === void 0) return null;
	if (culprit === main) return `the program has only cgo files, and ${whyOff}`;
	return `${culprit} has only cgo files, and ${whyOff} (${(importChain(cgoGraph, main, culprit) ?? [main, culprit]).join(" → ")})`;
}
/** What turned cgo off in a build that did not ask for cgo (cmd/go/internal/cfg/cfg.go, go1.26). */
function whyCgoIsOff(strategy, native) {
	if (strategy.env.CGO_ENABLED === "0") return "this strategy turns cgo off";
	if (!native) return "Go turns cgo off when it builds for another platform (CGO_ENABLED=1 with a cross compiler in CC turns it on)";
	return "cgo is off on this machine (no C compiler was found, or CGO_ENABLED=0 is set)";
}

// src/plan/cxx-cells.ts
/**
* The cells of one platform: those whose program has C++ and whose strategy chooses a C compiler get the C++ compiler that fits it,
* or the reason why there is none. Looks nothing up where no program has C++.
*/
async function withCxx(cells, context) {
	const [first] = cells.filter(linksWithCxx);
	if (first === void 0) return cells;
	const compilers = await findFor(first, context);
	return cells.map((cell) => linksWithCxx(cell) ? withCompilers(cell, compilers) : cell);
}
/** The C++ compiler that links a cell whose C compiler alone is for musl; null where both fit, or where there is no C++. `given`: the toolchain's environment. */
function mixedCxx({ cgoEnv, env, graph, package: main }, given) {
	const cxx = [env.CXX, given.CXX].find((each) => each !== void 0 && each !== "") ?? "g++";
	return cgoEnv.CGO_ENABLED === "1" && cgoEnv.CC.includes("musl") && !cxx.includes("musl") && hasCxx(graph, main) ? cxx : null;
}
function linksWithCxx({ strategy, skip, graph, package: main }) {
	return strategy.needs !== "go" && skip === null && hasCxx(graph, main);
}
async function findFor(cell, { go, ports, host, goCC }) {
	const { env } = go;
	const isGiven = (name) => (env[name] ?? "") !== "";
	const goCXX = await readCXX(go, cell.moduleDir);
	const given = {
		ccIsExplicit: isGiven("CC"),
		cxxIsExplicit: isGiven("CXX")
	};
	return findCxxCompilers({
		platform: cell.platform,
		host,
		goCC,
		goCXX,
		...given,
		env
	}, ports);
}
function withCompilers(cell, compilers) {
	const { strategy, platform } = cell;
	const own = compilers[strategy.needs === "musl" ? "musl" : "usual"]?.env;
	const skip = cxxSkip(strategy, platform, compilers);
	const more = {
		...own,
		...strategy.env
	};
	return {
		...cell,
		skip,
		env: {
			...cell.env,
			...more
		},
		shownEnv: {
			...cell.shownEnv,
			...more
		},
		cgoEnv: {
			...cell.cgoEnv,
			...more
		}
	};
}

// src/plan/shown-env.ts
/** What the environment of a run and the file of `go env -w` set for Go and C. */
async function readGivenEnv(go, { GOENV }, files) {
	const text = isAbsolute(GOENV) ? await files.readText(GOENV) ?? "" : "";
	const set = Object.entries(go.env).filter(([, value]) => value !== "");
	return {
		...writtenVariables(text),
		...Object.fromEntries(set)
	};
}
/**
* What has to be typed so that a command makes the same in a clean shell: nothing of what `go build` would take by itself.
* `cgoEnabled`: whether cgo is on in that build.
*/
function shownEnv(given, platform, { goEnv, cgoEnabled }) {
	return {
		...shownVariables(given, cgoEnabled),
		...shownPlatform(platform, goEnv)
	};
}
function shownPlatform(platform, goEnv) {
	if (platform.goos !== goEnv.GOOS || platform.goarch !== goEnv.GOARCH) return platform.env;
	const { GOOS: _os, GOARCH: _arch, ...variant } = platform.env;
	return variant;
}
/** GOWORK as far as it changes which modules count: `off` does so only below a go.work. */
async function shownWorkspace({ GOWORK = "" }, moduleDir, files) {
	if (GOWORK === "" || GOWORK === "auto") return {};
	if (GOWORK !== "off") return { GOWORK };
	return await findUp(moduleDir, "go.work", files) === void 0 ? {} : { GOWORK };
}

// src/text/folders.ts
/**
* A text without the name of a folder: paths below it are relative to it, and the folder itself is `.`. Only whole paths are meant, so
* that `/app` leaves `example.com/app` as it is.
*/
function withoutFolder(text, folder) {
	const name = folder.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
	const path = new RegExp(`(?<=^|[\\s"'\`(=:])${name}(?:[\\\\/]([^\\s"'\`):,;]?)|(?=$|[\\s"'\`):,;]))`, "gm");
	return text.replaceAll(path, (_whole, next) => next === void 0 || next === "" ? "." : next);
}

// src/plan/plan-targets.ts
/** The cells of one platform for the main packages of one module. */
async function planTargets(module, platform, context) {
	const { goEnv, go, ports } = context;
	const planCells = async () => {
		const target = {
			module,
			platform,
			workspace: await shownWorkspace(context.givenEnv, module.dir, ports.files),
			...await findCgoGraph(module, platform, context)
		};
		const cells = context.strategies.map((strategy) => planCell(strategy, target, context));
		return {
			cells: await Promise.all(cells),
			goCC: target.cgoEnv.CC
		};
	};
	const [listing, planned] = await Promise.all([context.lister.list(module, {
		env: {
			...platform.env,
			CGO_ENABLED: "1"
		},
		flags: context.userFlags
	}), planCells()]);
	if ("error" in listing) throw notListed(module, listing.error);
	const cgoGraph = listing.graph;
	const cells = planned.cells.map((cell) => ({
		...cell,
		cgoGraph,
		graph: cell.graph ?? cgoGraph
	}));
	const targets = mainPackages([cgoGraph, ...cells.map(({ graph }) => graph)]).flatMap(({ importPath, dir }) => cells.map((cell) => {
		const whyOff = whyCgoIsOff(cell.strategy, cell.isNative);
		const cgoOnly = cgoOnlyReason(importPath, {
			graph: cell.graph,
			cgoGraph,
			whyOff
		});
		const skip = cell.skip ?? (cgoOnly === null ? null : {
			reason: cgoOnly,
			fault: "sources"
		});
		return {
			...cell,
			package: importPath,
			packageDir: dir,
			skip
		};
	}));
	const host = `${goEnv.GOHOSTOS}/${goEnv.GOHOSTARCH}`;
	return withCxx(targets, {
		go,
		ports,
		host,
		goCC: planned.goCC
	});
}
function notListed({ patterns, dir }, error) {
	const fault = error === "go list failed without a message" ? error : findMachineFault(error);
	if (fault !== null) return new MachineFault(fault);
	if (!isSourceFault(error)) return new ConfigError(describeRefusal(error) ?? `packages: ${patterns.join(" ")}: ${error}`);
	return new NotListed(withoutFolder(`packages: ${patterns.join(" ")}: ${error}`, dir));
}
/** What the go command refuses to list for the sake of a flag, and not of a package; null for all else. */
function describeRefusal(error) {
	const message = error.replace(/^go: /, "");
	if (message.includes("$GOFLAGS")) return `GOFLAGS: ${message}`;
	const [, unknown] = /^flag provided but not defined: (-\S+)/.exec(message) ?? [];
	if (unknown !== void 0) return `flags: ${unknown} is not a flag of go build${didYouMean(unknown, [...buildFlags$1])}`;
	return /^(?:-[a-z]+ |buildmode=|reading overlay: |invalid (?:boolean )?value |open \S*\.mod: )/.test(message) ? `flags: ${message}` : null;
}
async function planCell(strategy, { module, platform, workspace, compilers, cgoEnv }, context) {
	const compiler = strategy.needs === "musl" ? compilers.musl : compilers.usual;
	const own = {
		...strategy.needs === "go" ? {} : compiler?.env,
		...strategy.env
	};
	const flags = mergeFlags(context.userFlags, context.goflags, strategy);
	const { GOHOSTOS, GOHOSTARCH } = context.goEnv;
	const cgoEnabled = {
		...cgoEnv,
		...own
	}.CGO_ENABLED !== "0";
	const cell = {
		moduleDir: module.dir,
		platform,
		isNative: platform.goos === GOHOSTOS && platform.goarch === GOHOSTARCH,
		strategy,
		role: "compared",
		release: null,
		flags,
		callerFlags: context.userFlags,
		buildmode: lastValue([...context.goflags, ...flags], "-buildmode") ?? "default",
		env: {
			...platform.env,
			...own
		},
		shownEnv: {
			...workspace,
			...shownEnv(context.givenEnv, platform, {
				goEnv: context.goEnv,
				cgoEnabled
			}),
			...own
		},
		cgoEnv: {
			...cgoEnv,
			...own
		}
	};
	const skip = compilerSkip(strategy, platform, compilers);
	if (skip !== null) return {
		...cell,
		skip,
		graph: null
	};
	const env = {
		...cell.env,
		CGO_ENABLED: cell.cgoEnv.CGO_ENABLED
	};
	const listing = await context.lister.list(module, {
		env,
		flags
	});
	return "error" in listing ? {
		...cell,
		skip: {
			reason: listing.error,
			fault: "unknown"
		},
		graph: null
	} : {
		...cell,
		skip: null,
		graph: listing.graph
	};
}
/** What the go command and this machine have for cgo on one platform. */
function findCgoGraph(module, platform, { go, ports, goEnv, limit }) {
	return limit(async () => {
		const cgoEnv = cgoEnvOf(goEnv, platform.env) ?? await readCgoEnv(go, module.dir, platform.env);
		const compilerQuery = {
			platform,
			host: `${goEnv.GOHOSTOS}/${goEnv.GOHOSTARCH}`,
			goCC: cgoEnv.CC,
			ccIsExplicit: (go.env.CC ?? "") !== "",
			env: go.env
		};
		return {
			compilers: await findCCompilers(compilerQuery, ports),
			cgoEnv
		};
	});
}
function mainPackages(graphs) {
	const mains = /* @__PURE__ */ new Map();
	for (const graph of graphs) for (const found of graph.values()) if (isProgram(found)) mains.set(found.importPath, found.dir);
	return [...mains].map(([importPath, dir]) => ({
		importPath,
		dir
	}));
}

// src/model/release.ts
/** `.goreleaser.yaml:9 is not understood: "{{ .Now }}" asks for the time` */
function describeNotUnderstood({ file, line, text, why }) {
	return `${file}:${line} is not understood: ${text === "" ? "it" : `"${text}"`} ${why}`;
}

// src/plan/plan-release.ts
/**
* The release builds of a repository, as cells of a strategy `release`, or of one `release/ID` each where a program has several. What
* an entry does not build for a platform is skipped and decides nothing; what is not understood is skipped and ships all the same.
*/
async function planRelease(entries, platforms, tools) {
	const planned = await Promise.all(entries.flatMap((entry) => platforms.map((platform) => planEntry(entry, platform, tools))));
	const cells = planned.flatMap((found) => "kind" in found ? [] : found);
	const failed = planned.flatMap((found) => "kind" in found ? [found] : []);
	const isFirst = (each, at) => failed.findIndex(({ file, line }) => file === each.file && line === each.line) === at;
	return {
		cells: withNames(withoutTwins(cells)),
		notUnderstood: failed.filter(isFirst)
	};
}
async function planEntry(entry, platform, { root, context, adapt }) {
	const { file, line, source, id } = entry;
	const dir = join(root, entry.dir);
	try {
		const isInRepository = (path) => isWithin$1(root, resolve(dir, path));
		const found = await settle(entry, platform, {
			isInRepository,
			root,
			files: context.ports.files,
			env: context.go.env
		});
		const { strategy, flags } = await adapt({
			strategy: strategyOf(entry, found.settings),
			flags: found.settings?.flags.map(({ value }) => value) ?? []
		});
		const userFlags = parseGoFlags(flags, `${file}:${line}`);
		const where = {
			workingDirectory: dir,
			packages: foldersOf(entry)
		};
		const targets = (await locateModules(where, context.ports.files, context.go.env)).map((module) => planTargets(module, platform, {
			...context,
			userFlags,
			strategies: [strategy]
		}));
		const toRoot = relative(resolve(context.request.where.workingDirectory), root).replaceAll("\\", "/");
		const builder = await builderGlibc(entry, found.settings, context);
		const release = {
			source,
			id,
			file,
			line,
			images: imagesOn(entry, platform).map((image) => ({
				...image,
				builder
			})),
			builder,
			toRoot,
			settings: found.settings
		};
		const role = found.isBuilt ? "ships" : "compared";
		const planned = (await Promise.all(targets)).flat().filter(({ packageDir }) => packageDir !== "");
		if (planned.length === 0) throw new ConfigError(`${where.packages.join(" ")} names no program in ${dir}`);
		return planned.map((cell) => ({
			...cell,
			role,
			release,
			skip: found.skip ?? withoutBuilder(cell.skip, entry)
		}));
	} catch (thrown) {
		if (!(thrown instanceof ConfigError || thrown instanceof NotListed)) throw thrown;
		const why = `cannot be planned: ${withoutFolder(toError(thrown).message, root)}`;
		return {
			kind: "not-understood",
			file,
			line,
			text: entry.packages?.join(" ") ?? entry.dir,
			why
		};
	}
}
/** The images that the program of one platform is put into. */
function imagesOn({ image, images = [] }, { goos, goarch }) {
	if (goos !== "linux") return [];
	if (image !== null) return [image];
	return images.filter(({ platforms }) => platforms.includes(`${goos}/${goarch}`)).map(({ platforms: _, ...each }) => each);
}
async function settle(entry, platform, { isInRepository, ...machine }) {
	const described = entry.platforms !== null && !entry.platforms.includes(platform.name) ? null : entry.settingsFor(platform);
	const found = described?.kind === "settings" ? trustedSettings(described, {
		isInRepository,
		ofMachine: await machineCompilers(described, machine)
	}) : described;
	const skip = (reason) => ({
		reason,
		fault: "sources"
	});
	if (found === null) return {
		settings: null,
		skip: skip(`${entry.file}:${entry.line} does not build it for ${platform.name}`),
		isBuilt: false
	};
	if (found.kind === "settings") return {
		settings: found,
		skip: null,
		isBuilt: true
	};
	return {
		settings: null,
		skip: skip(describeNotUnderstood(found)),
		isBuilt: true
	};
}
/** Whether a build has to be linked with a compiler for musl, as in its own builder image. */
function needsMusl({ builder }, settings) {
	return builder?.hasCompiler !== false && isOfMusl(builder, environmentOf(settings));
}
function isOfMusl(builder, env) {
	return builder?.libc === "musl" && env.CGO_ENABLED !== "0" && env.CC === void 0;
}
function environmentOf(settings) {
	return Object.fromEntries((settings?.env ?? []).map(({ name, value }) => [name, value]));
}
function strategyOf({ file, line, builder }, settings) {
	const set = environmentOf(settings);
	const env = builder?.hasCompiler === false ? {
		CGO_ENABLED: "0",
		...set
	} : set;
	const isMusl = isOfMusl(builder, env);
	return {
		name: releaseStrategyName,
		env,
		tags: [],
		linkmode: null,
		extldflags: null,
		ldflags: [],
		buildmode: null,
		needs: isMusl ? "musl" : "go",
		summary: `As ${file}:${line} builds it.`
	};
}
/** That this machine has not what the image has is no fault of the change. */
function withoutBuilder(skip, { builder, file, line }) {
	if (skip?.fault !== "machine" || builder === null) return skip;
	return {
		reason: `${file}:${line} builds it in ${builder.image ?? "an image"}, which cannot be done here: ${skip.reason}`,
		fault: "sources"
	};
}
/** A file of a package stands for its folder. */
function foldersOf({ packages }) {
	const patterns = (packages ?? ["./..."]).map((path) => {
		if (!path.endsWith(".go")) return path;
		const folder = posix.dirname(path);
		return folder === "." || folder.startsWith(".") || folder.startsWith("/") ? folder : `./${folder}`;
	});
	return [...new Set(patterns)];
}
/** Two files may describe the same build: goreleaser's and the ko that it starts. What is put into an image by one of them is in both. */
function withoutTwins(cells) {
	return groupBy(cells, ({ package: path, platform, moduleDir, env, flags, skip, release }) => JSON.stringify([
		path,
		platform.name,
		moduleDir,
		sorted(env),
		flags,
		skip === null ? "" : release
	])).map(([first, ...twins]) => {
		const more = twins.flatMap(({ release }) => release?.images ?? []);
		if (first.release === null || more.length === 0) return first;
		return {
			...first,
			release: {
				...first.release,
				images: [...first.release.images, ...more]
			}
		};
	});
}
function sorted(env) {
	return Object.entries(env).toSorted(([a], [b]) => a < b ? -1 : 1);
}
/** An entry has the same name on all platforms of a program. */
function withNames(cells) {
	return groupBy(cells, (cell) => cell.package).flatMap((group) => {
		const places = groupBy(group, placeOf);
		if (places.length === 1) return group;
		const names = places.map(([first]) => nameOf(first));
		return places.flatMap((same, at) => {
			const own = names[at] ?? "";
			const isShared = names.filter((name) => name === own).length > 1;
			const name = `${releaseStrategyName}/${isShared ? `${own}:${same[0].release?.line ?? 0}` : own}`;
			return same.map((cell) => ({
				...cell,
				strategy: {
					...cell.strategy,
					name
				}
			}));
		});
	});
}
function placeOf({ release }) {
	return `${release?.file ?? ""}\n${release?.line ?? 0}\n${release?.id ?? ""}`;
}
/** goreleaser's id, `ko`, or the path of the Dockerfile. */
function nameOf({ release }) {
	if (release === null) return "";
	const { source, id, file } = release;
	return source === "ko" ? "ko" : source === "goreleaser" && id !== null ? id : file;
}
/**
* What each cell is to the project. With `ship: auto` what the repository releases ships, and the plain build of every other program
* counts as far as it is asked for; where nothing is released the plain build ships.
*/
function withRoles(cells, ship) {
	const released = new Set(cells.filter(({ role, release }) => release !== null && role === "ships").map((cell) => cell.package));
	const roleOf = (cell) => {
		const { name } = cell.strategy;
		if (isReleaseStrategy(name)) return cell.role;
		if (ship !== "auto") return name === ship ? "ships" : "compared";
		if (name !== "default" || released.has(cell.package)) return "compared";
		return released.size === 0 ? "ships" : "unreleased";
	};
	return cells.map((cell) => ({
		...cell,
		role: roleOf(cell)
	}));
}
/** The platforms of a run, by name: those that were asked for, else this machine's, else the first that the project releases for. */
function choosePlatformNames(asked, own, entries) {
	const released = [...new Set(entries.flatMap(({ platforms }) => platforms ?? [own]))];
	if (asked.includes("release")) {
		const names = asked.flatMap((name) => name === "release" ? released.length === 0 ? [own] : released : [name]);
		return {
			names: [...new Set(names)],
			note: null
		};
	}
	const [first] = released;
	if (asked.length > 0 || first === void 0 || released.includes(own)) return {
		names: asked.length > 0 ? asked : [own],
		note: null
	};
	return {
		names: [first],
		note: `no release is built for ${own}, so it is built for ${first}`
	};
}

// src/release/misread.ts
/** Something of a release configuration that cannot be evaluated. It never leaves src/release: `understand` makes a value of it. */
var Misread = class extends Error {
	name = "Misread";
	at;
	/** `why` is a part of a sentence: "asks for the time". */
	constructor(at, why) {
		super(why);
		this.at = at;
	}
};
/** Runs `read` and makes a value of the Misread that it throws. Other errors pass. */
function understand(file, read) {
	try {
		return read();
	} catch (thrown) {
		if (!(thrown instanceof Misread)) throw thrown;
		return notUnderstood$1(file, thrown.at, thrown.message);
	}
}
/** Characters of a value that a report shows; the rest is cut. */
const shownLength = 200;
function notUnderstood$1(file, { text, line }, why) {
	return {
		kind: "not-understood",
		file,
		line,
		text: text.length > shownLength ? `${text.slice(0, shownLength)}…` : text,
		why
	};
}
function isNotUnderstood(value) {
	return typeof value === "object" && value !== null && "kind" in value && value.kind === "not-understood";
}

// src/release/template-values.ts
function unknown$1(why) {
	return {
		kind: "unknown",
		why
	};
}
function known(value) {
	return {
		kind: "known",
		value
	};
}
function isMap(value) {
	return value instanceof Map;
}
/** As text/template has it: empty texts, lists and maps, zero and false are false. */
function isTrue({ value }) {
	if (Array.isArray(value)) return value.length > 0;
	if (isMap(value)) return value.size > 0;
	return value !== "" && value !== 0 && value !== false;
}
/** As text/template prints it; null for lists and maps. */
function printed({ value }) {
	return typeof value === "object" ? null : String(value);
}
/** Calls a function of text/template itself, or one of `functions`. */
function callFunction(name, args, functions) {
	const lazy = lazyFunctions.get(name);
	if (lazy !== void 0) return lazy(args);
	const called = functions.get(name) ?? builtins$1.get(name);
	if (called === void 0) return unknown$1(`calls ${name}, which is not evaluated here`);
	const missing = args.find((arg) => arg.kind === "unknown");
	if (missing !== void 0) return missing;
	return called(args.filter((arg) => arg.kind === "known")) ?? unknown$1(`calls ${name} with unsupported arguments`);
}
/** These may have an answer although one of their arguments is not known. */
const lazyFunctions = /* @__PURE__ */ new Map([
	["and", (args) => firstThat(args, (value) => !isTrue(value))],
	["or", (args) => firstThat(args, isTrue)],
	["index", indexOf]
]);
function firstThat(args, ends) {
	for (const arg of args) if (arg.kind === "unknown" || ends(arg)) return arg;
	return args.at(-1) ?? unknown$1("calls and or or without arguments");
}
/** A missing key of a map is the empty text, as of a map of texts in Go. */
function indexOf([of, ...keys]) {
	const [key] = keys;
	if (of?.kind !== "known" || key?.kind !== "known" || keys.length !== 1) return [of, ...keys].find((arg) => arg?.kind === "unknown") ?? unknown$1("calls index with unsupported arguments");
	if (isMap(of.value) && typeof key.value === "string") return of.value.get(key.value) ?? known("");
	const item = Array.isArray(of.value) && typeof key.value === "number" ? of.value[key.value] : void 0;
	return typeof item === "string" ? known(item) : unknown$1("calls index with unsupported arguments");
}
function scalars(args) {
	const values = args.map(({ value }) => value);
	return values.every((value) => typeof value !== "object") ? values : null;
}
function compare$1(holds) {
	return (args) => {
		const [a, b, ...more] = scalars(args) ?? [];
		if (a === void 0 || b === void 0 || more.length > 0 || typeof a !== typeof b || typeof a === "boolean") return null;
		return known(holds(a < b ? -1 : a > b ? 1 : 0));
	};
}
/** Functions of text/template (go1.26) that are evaluated here. */
const builtins$1 = /* @__PURE__ */ new Map([
	["not", ([arg, ...more]) => arg === void 0 || more.length > 0 ? null : known(!isTrue(arg))],
	["eq", equalsAny],
	["ne", (args) => {
		const equal = args.length === 2 ? equalsAny(args) : null;
		return equal?.kind === "known" ? known(equal.value !== true) : equal;
	}],
	["lt", compare$1((order) => order < 0)],
	["le", compare$1((order) => order <= 0)],
	["gt", compare$1((order) => order > 0)],
	["ge", compare$1((order) => order >= 0)],
	["len", ([arg]) => arg === void 0 ? null : lengthOf(arg)],
	["print", printAll],
	["printf", ([format, ...args]) => format === void 0 ? null : formatText(format, args)]
]);
function equalsAny(args) {
	const [first, ...others] = scalars(args) ?? [];
	if (first === void 0 || others.length === 0 || others.some((other) => typeof other !== typeof first)) return null;
	return known(others.includes(first));
}
function lengthOf({ value }) {
	if (typeof value === "string") return known(new TextEncoder().encode(value).length);
	if (Array.isArray(value)) return known(value.length);
	return isMap(value) ? known(value.size) : null;
}
/** fmt.Sprint: a blank between two operands when neither is a text. */
function printAll(args) {
	const values = scalars(args);
	if (values === null) return null;
	return known(values.reduce((text, value, at) => {
		const before = values[at - 1];
		return `${text}${before !== void 0 && typeof before !== "string" && typeof value !== "string" ? " " : ""}${String(value)}`;
	}, ""));
}
/** fmt.Sprintf with %s, %v, %d and %%; null for any other verb. */
function formatText({ value: format }, args) {
	const values = [...scalars(args) ?? []];
	if (typeof format !== "string" || values.length !== args.length) return null;
	const words = [...format.matchAll(/%(.?)|[^%]+/gs)].map(([whole, verb]) => {
		if (verb === void 0) return whole;
		if (verb === "%") return "%";
		const value = values.shift();
		return value === void 0 || !(verb === "v" || verb === "s" && typeof value === "string" || verb === "d" && typeof value === "number") ? null : String(value);
	});
	return values.length > 0 || words.includes(null) ? null : known(words.join(""));
}

// src/release/build-env.ts
const buildVariable = /^(?:GO(?!PROXY$|PRIVATE$|NOPROXY$|NOSUMDB$|SUMDB$|VERSION$|CACHE$|MODCACHE$|AUTH$|VCS$|INSECURE$|TMPDIR$|PATH$)[A-Z0-9]+|GO_EXTLINK_ENABLED|CGO_\w+|PKG_CONFIG\w*|LD_\w+|CC|CXX|FC|AR|LD|PATH|HOME|LIBRARY_PATH|CPATH|\w+_INCLUDE_PATH|COMPILER_PATH|GCC_EXEC_PREFIX|SDKROOT|ZIG_\w+)$/;
/** Of `NAME=value` the name and the value; null for an entry without an equals sign, which programs pass over. */
function splitEntry(text) {
	const equals = text.indexOf("=");
	return equals <= 0 ? null : [text.slice(0, equals), text.slice(equals + 1)];
}
/**
* Puts one entry of a list of variables into the environment that templates see and, when it is known, into the settings. A value that
* cannot be known is kept as such. Throws Misread when it could change what is built.
*/
function addEntry(source, pieces, { env, settings }) {
	const holeAt = pieces.findIndex(({ kind }) => kind === "hole");
	const entry = splitEntry((holeAt < 0 ? pieces : pieces.slice(0, holeAt)).map((piece) => piece.kind === "hole" ? "" : piece.text).join(""));
	const hole = pieces[holeAt];
	if (hole?.kind !== "hole") {
		if (entry === null) return;
		env.set(entry[0], known(entry[1]));
		settings.set(entry[0], {
			text: entry[1],
			line: source.line
		});
		return;
	}
	if (entry === null || buildVariable.test(entry[0])) throw new Misread(source, hole.why);
	env.set(entry[0], unknown$1(hole.why));
	settings.delete(entry[0]);
}
/** os.ExpandEnv of Go: `$NAME` and `${NAME}`; what is not set is empty. */
function expandEnv(text, env) {
	return text.replace(/\$(?:\{[^}]*\}|[*#$@!?\-0-9]|\w+|\{)/g, (reference) => {
		const name = reference.replace(/^\$\{?|\}$/g, "");
		return Object.hasOwn(env, name) ? env[name] ?? "" : "";
	});
}
/** The settings in their order, with the file they stand in. */
function envIn(file, settings) {
	return [...settings].map(([name, { text, line }]) => ({
		file,
		line,
		name,
		value: text
	}));
}

// src/release/linker-words.ts
/** What stands for a text that is filled in where it cannot change how a program is linked. */
const neutralText = "unknown";
const opened = "";
const closed = "";
const markPattern = /\uE000(\d+)\uE001/g;
/**
* The one value of -ldflags that parts of it come to. What is filled in for -X, -buildid and -B is replaced by a fixed text: it ends up in
* the data of the program. Throws Misread for all else that cannot be known.
*/
function linkerText(parts) {
	const marks = [];
	const text = parts.map((part) => markedText(part, marks)).filter((each) => each !== "").join(" ");
	if (marks.length === 0) return text;
	const replacements = replaceMarks(text, marks);
	return text.replace(markPattern, (_, at) => replacements.get(Number(at)) ?? "");
}
function markedText({ source, pieces }, marks) {
	return pieces.map((piece) => {
		if (piece.kind !== "hole" && /[\uE000\uE001]/.test(piece.text)) throw new Misread(source, "has letters that are not flags");
		if (piece.kind === "literal") return piece.text;
		if (piece.kind === "value" && /[\s'"]/.test(piece.text)) return piece.text;
		marks.push({
			piece,
			source
		});
		return `${opened}${marks.length - 1}${closed}`;
	}).join("");
}
function replaceMarks(text, marks) {
	const replacements = new Map(marks.flatMap(({ piece }, at) => piece.kind === "value" ? [[at, piece.text]] : []));
	const harmless = /* @__PURE__ */ new Map();
	for (const { name, value } of parseLinkerFlags(wordsOf$2(text, marks))) {
		if (name === "-X" && value !== null) collect(variableText(value, marks), harmless);
		if (name === "-buildid" && value !== null) collect(everyMark(value, neutralText), harmless);
		if (name === "-B" && value !== null) collect(everyMark(value, "00"), harmless);
	}
	const quotes = quotesAround(text);
	for (const [at, mark] of marks.entries()) {
		const { piece, source } = mark;
		const neutral = harmless.get(at);
		if (piece.kind !== "hole") {
			if (neutral !== void 0) replacements.set(at, neutral);
			continue;
		}
		if (neutral === void 0) throw new Misread(source, piece.why);
		const ends = quotes.get(at) ?? "";
		if (piece.texts.some((each) => ends === "" ? /[\s'"]/.test(each) : each.includes(ends))) throw new Misread(source, piece.why);
		replacements.set(at, neutral);
	}
	return replacements;
}
function collect(from, into) {
	for (const [at, text] of from) into.set(at, text);
}
/** `all=-X …`: in front of the first flag may stand the packages that the flags are for. */
function wordsOf$2(text, marks) {
	const [, flags = text] = /^\s*[^\s'"=-][^\s'"=]*=([^]*)$/.exec(text) ?? [];
	try {
		return splitQuoted(flags);
	} catch (thrown) {
		throw new Misread(marks[0]?.source ?? {
			text,
			line: 1
		}, toError(thrown).message);
	}
}
/** Of `package.Name=value` the value, and of the name what is not known. */
function variableText(value, marks) {
	const equals = value.indexOf("=");
	if (equals < 0) {
		const [first, ...others] = everyMark(value, "").keys();
		if (first === void 0 || marks[first]?.piece.kind === "value") return /* @__PURE__ */ new Map();
		return new Map([[first, `main.${neutralText}=${neutralText}`], ...others.map((at) => [at, ""])]);
	}
	const ofName = [...everyMark(value.slice(0, equals), neutralText)].filter(([at]) => marks[at]?.piece.kind === "hole");
	return new Map([...ofName, ...everyMark(value.slice(equals), neutralText)]);
}
function everyMark(text, replacement) {
	return new Map([...text.matchAll(markPattern)].map(([, at]) => [Number(at), replacement]));
}
/** The quote that each mark stands in, empty for none: only this one, or else a blank, ends the word. */
function quotesAround(text) {
	const found = /* @__PURE__ */ new Map();
	let quote = "";
	let isStart = true;
	for (const token of text.matchAll(/\uE000(\d+)\uE001|[^]/g)) {
		const [whole, mark] = token;
		if (mark !== void 0) found.set(Number(mark), quote);
		else if (quote !== "" && whole === quote) quote = "";
		else if (quote === "" && isStart && /['"]/.test(whole)) quote = whole;
		isStart = quote === "" && /\s/.test(whole);
	}
	return found;
}

// src/release/template-parse.ts
const depthLimit$1 = 50;
/** Throws Error for what is no template. */
function parseTemplate(text) {
	const { nodes, end } = parseNodes({
		pieces: splitTemplate(text),
		at: 0
	}, 0);
	if (end !== null) throw new Error(`has {{ ${end} }} without a beginning`);
	return nodes;
}
/** Splits at {{ and }}, which count for nothing within quotes, and takes white space away where `{{-` and `-}}` say so. */
function splitTemplate(text) {
	const pieces = [];
	let at = 0;
	let trims = false;
	for (;;) {
		const open = text.indexOf("{{", at);
		const before = text.slice(at, open < 0 ? text.length : open);
		const kept = trims ? before.trimStart() : before;
		if (open < 0) return [...pieces, {
			kind: "text",
			text: kept
		}];
		const close = endOfAction(text, open + 2);
		if (close === null) throw new Error("opens {{ and does not close it");
		const inner = text.slice(open + 2, close);
		const trimsBefore = /^-\s/.test(inner);
		trims = /\s-$/.test(inner);
		pieces.push({
			kind: "text",
			text: trimsBefore ? kept.trimEnd() : kept
		});
		pieces.push({
			kind: "action",
			source: inner.slice(trimsBefore ? 1 : 0, trims ? -1 : void 0).trim()
		});
		at = close + 2;
	}
}
/** Where the }} of an action stands; null without one. */
function endOfAction(text, from) {
	const comment = /^(?:-\s)?\s*\/\*/.exec(text.slice(from, from + 8));
	if (comment !== null) {
		const end = text.indexOf("*/", from + comment[0].length);
		const close = end < 0 ? -1 : text.indexOf("}}", end);
		return close < 0 ? null : close;
	}
	for (let at = from; at < text.length; at++) {
		const character = text.charAt(at);
		if (text.startsWith("}}", at)) return at;
		if (!/["'`]/.test(character)) continue;
		at = endOfQuote(text, at);
		if (at < 0) return null;
	}
	return null;
}
/** The place of the quote that ends what begins at `from`; -1 without one. */
function endOfQuote(text, from) {
	const quote = text.charAt(from);
	for (let at = from + 1; at < text.length; at++) {
		if (text.charAt(at) === quote) return at;
		if (quote !== "`" && text.charAt(at) === "\\") at++;
	}
	return -1;
}
/** Up to the `else`, `else if …` or `end` that belongs to what is around it. */
function parseNodes(reader, depth) {
	if (depth > depthLimit$1) throw new Error(`is nested more than ${depthLimit$1} deep`);
	const nodes = [];
	for (let piece = reader.pieces[reader.at]; piece !== void 0; piece = reader.pieces[reader.at]) {
		reader.at++;
		if (piece.kind === "text") {
			if (piece.text !== "") nodes.push(piece);
			continue;
		}
		const { source } = piece;
		if (source.startsWith("/*")) continue;
		const [, keyword = "", rest = ""] = /^(else|end|if|with|range|block|define|template|break|continue)\b\s*([^]*)$/.exec(source) ?? [];
		if (keyword === "else" || keyword === "end") return {
			nodes,
			end: source
		};
		nodes.push(parseAction({
			keyword,
			rest,
			source
		}, reader, depth));
	}
	return {
		nodes,
		end: null
	};
}
function parseAction({ keyword, rest, source }, reader, depth) {
	switch (keyword) {
		case "if":
		case "with": return parseBranch({
			keyword,
			rest,
			source
		}, reader, depth);
		case "range":
		case "block":
		case "define": {
			const { nodes, end } = parseNodes(reader, depth + 1);
			const more = end?.startsWith("else") ? parseNodes(reader, depth + 1).nodes : [];
			return {
				kind: "opaque",
				source,
				body: [...nodes, ...more]
			};
		}
		case "template":
		case "break":
		case "continue": return {
			kind: "opaque",
			source,
			body: []
		};
		default: return {
			kind: "action",
			source,
			pipe: parsePipe(source)
		};
	}
}
function parseBranch({ keyword, rest, source }, reader, depth) {
	const pipe = parsePipe(rest);
	const { nodes: then, end } = parseNodes(reader, depth + 1);
	if (end === null) throw new Error(`has {{ ${source} }} without an end`);
	const branch = {
		kind: "branch",
		keyword,
		pipe,
		source,
		then
	};
	if (end === "end") return {
		...branch,
		otherwise: []
	};
	const [, next, condition = ""] = /^else\s+(if|with)\b\s*([^]*)$/.exec(end) ?? [];
	if (next === "if" || next === "with") {
		const nested = {
			keyword: next,
			rest: condition,
			source: end.replace(/^else\s+/, "")
		};
		return {
			...branch,
			otherwise: [parseBranch(nested, reader, depth + 1)]
		};
	}
	const { nodes: otherwise, end: last } = parseNodes(reader, depth + 1);
	if (end !== "else" || last !== "end") throw new Error(`has {{ ${source} }} without an end`);
	return {
		...branch,
		otherwise
	};
}
const tokenPattern = /\s+|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[+-]?\d[\w.]*|\.?[\p{L}_][\p{L}\d_]*|\$[\p{L}\d_]*|:=|[.()|=,]/uy;
function tokensOf(source) {
	const tokens = [];
	tokenPattern.lastIndex = 0;
	while (tokenPattern.lastIndex < source.length) {
		const from = tokenPattern.lastIndex;
		const match = tokenPattern.exec(source);
		if (match === null) throw new Error(`has {{ ${source} }}, which cannot be read from ${source.slice(from, from + 10)} on`);
		tokens.push(/^\s/.test(match[0]) ? " " : match[0]);
	}
	return tokens;
}
function parsePipe(source) {
	const tokens = {
		all: tokensOf(source.trim()),
		at: 0
	};
	const pipe = readPipe(tokens, 0);
	if (tokens.at < tokens.all.length) throw new Error(`has {{ ${source} }}, which is no pipeline`);
	return pipe;
}
function readPipe(tokens, depth) {
	if (depth > depthLimit$1) throw new Error(`has parentheses more than ${depthLimit$1} deep`);
	skipSpace(tokens);
	const variable = readAssignment(tokens);
	const commands = [];
	let command = [];
	for (let token = tokens.all[tokens.at]; token !== void 0 && token !== ")"; token = tokens.all[tokens.at]) {
		tokens.at++;
		if (token === " ") continue;
		if (token === "|") {
			commands.push(command);
			command = [];
		} else command.push(readOperand(token, tokens, depth));
	}
	if ([...commands, command].some(({ length }) => length === 0)) throw new Error("has a pipeline without a command");
	return {
		variable,
		commands: [...commands, command]
	};
}
function skipSpace(tokens) {
	while (tokens.all[tokens.at] === " ") tokens.at++;
}
/** `$name :=` or `$name =` at the beginning. */
function readAssignment(tokens) {
	const [name = "", ...rest] = tokens.all.slice(tokens.at, tokens.at + 3);
	const sign = rest.findIndex((token) => token !== " ");
	if (!/^\$./.test(name) || rest[sign] !== ":=" && rest[sign] !== "=") return null;
	tokens.at += sign + 2;
	return {
		name,
		isNew: rest[sign] === ":="
	};
}
function readOperand(token, tokens, depth) {
	if (token === "(") {
		const base = readPipe(tokens, depth + 1);
		if (tokens.all[tokens.at++] !== ")") throw new Error("has a parenthesis without its end");
		return {
			kind: "chain",
			base,
			names: readNames(tokens)
		};
	}
	if (token.startsWith("$")) return {
		kind: "chain",
		base: { variable: token },
		names: readNames(tokens)
	};
	if (token === ".") return {
		kind: "chain",
		base: ".",
		names: []
	};
	if (token.startsWith(".")) return {
		kind: "chain",
		base: ".",
		names: [token.slice(1), ...readNames(tokens)]
	};
	if (/^["`]/.test(token)) return {
		kind: "literal",
		value: unquote(token)
	};
	if (/^[+-]?\d/.test(token) && Number.isFinite(Number(token))) return {
		kind: "literal",
		value: Number(token)
	};
	if (token === "true" || token === "false") return {
		kind: "literal",
		value: token === "true"
	};
	if (token === "nil") return {
		kind: "literal",
		value: null
	};
	if (/^[\p{L}_]/u.test(token)) return {
		kind: "function",
		name: token
	};
	throw new Error(`has ${token} where a value is expected`);
}
/** `.Name.Name` right behind an operand. */
function readNames(tokens) {
	const names = [];
	for (let token = tokens.all[tokens.at]; token !== void 0 && /^\../.test(token); token = tokens.all[tokens.at]) {
		names.push(token.slice(1));
		tokens.at++;
	}
	return names;
}
/** Go's quoted text. Escapes that JSON does not have are refused. */
function unquote(token) {
	if (token.startsWith("`")) return token.slice(1, -1);
	try {
		return String(JSON.parse(token));
	} catch {
		throw new Error(`has ${token}, which cannot be read`);
	}
}

// src/release/template.ts
/** What a template prints. What is no template at all is one hole, which says so. */
function evaluateTemplate(text, scope) {
	if (!text.includes("{{")) return text === "" ? [] : [{
		kind: "literal",
		text
	}];
	let nodes;
	try {
		nodes = parseTemplate(text);
	} catch (thrown) {
		return [{
			kind: "hole",
			why: toError(thrown).message,
			texts: [text]
		}];
	}
	return evaluateNodes(nodes, {
		scope,
		dot: "root",
		variables: /* @__PURE__ */ new Map()
	});
}
/** The text of pieces that are all known; else the first hole. */
function knownText(pieces) {
	return pieces.find((piece) => piece.kind === "hole") ?? pieces.map((piece) => piece.kind === "hole" ? "" : piece.text).join("");
}
function evaluateNodes(nodes, frame) {
	return nodes.flatMap((node) => evaluateNode(node, frame));
}
function evaluateNode(node, frame) {
	switch (node.kind) {
		case "text": return [{
			kind: "literal",
			text: node.text
		}];
		case "action": return evaluateAction(node.pipe, frame);
		case "branch": return evaluateBranch(node, frame);
		case "opaque": return [anyOf(node, `{{ ${node.source} }} is not evaluated here`, frame)];
	}
}
function evaluateAction(pipe, frame) {
	const value = evaluatePipe(pipe, frame);
	if (pipe.variable !== null && frame.variables.has(pipe.variable.name)) return [];
	if (value.kind === "unknown") return [{
		kind: "hole",
		why: value.why,
		texts: []
	}];
	const text = printed(value);
	if (text === null) return [{
		kind: "hole",
		why: "prints a list or a map",
		texts: []
	}];
	return text === "" ? [] : [{
		kind: "value",
		text
	}];
}
function evaluateBranch(node, frame) {
	const inner = {
		...frame,
		variables: new Map(frame.variables)
	};
	const condition = evaluatePipe(node.pipe, inner);
	if (condition.kind === "unknown") return [anyOf(node, condition.why, frame)];
	if (!isTrue(condition)) return evaluateNodes(node.otherwise, inner);
	return evaluateNodes(node.then, node.keyword === "with" ? {
		...inner,
		dot: condition
	} : inner);
}
/** A block of which nobody can tell what it prints, nor what its variables are afterwards. */
function anyOf(node, why, { variables }) {
	for (const name of assignedIn([node])) {
		const variable = variables.get(name);
		if (variable !== void 0) variable.value = unknown$1(why);
	}
	return {
		kind: "hole",
		why,
		texts: textsOf$1([node])
	};
}
function assignedIn(nodes) {
	return nodes.flatMap((node) => {
		switch (node.kind) {
			case "text": return [];
			case "action": return assignedBy(node.pipe);
			case "branch": return [
				...assignedBy(node.pipe),
				...assignedIn(node.then),
				...assignedIn(node.otherwise)
			];
			case "opaque": return assignedIn(node.body);
		}
	});
}
function assignedBy({ variable }) {
	return variable === null || variable.isNew ? [] : [variable.name];
}
/** All texts that nodes may print of their own, whatever their conditions come to. */
function textsOf$1(nodes) {
	return nodes.flatMap((node) => {
		switch (node.kind) {
			case "text": return [node.text];
			case "action": return literalsOf(node.pipe);
			case "branch": return [...textsOf$1(node.then), ...textsOf$1(node.otherwise)];
			case "opaque": return textsOf$1(node.body);
		}
	});
}
function literalsOf(pipe) {
	return pipe.commands.flat().flatMap((operand) => {
		if (operand.kind === "literal") return typeof operand.value === "string" ? [operand.value] : [];
		return operand.kind === "chain" && isPipe(operand.base) ? literalsOf(operand.base) : [];
	});
}
function isPipe(base) {
	return base !== "." && "commands" in base;
}
/** The value of a command becomes the last argument of the next one. */
function evaluatePipe(pipe, frame) {
	let last = null;
	for (const command of pipe.commands) last = evaluateCommand(command, last, frame);
	const value = last ?? unknown$1("has an empty pipeline");
	return pipe.variable === null ? value : assign$1(pipe.variable, value, frame);
}
function assign$1({ name, isNew }, value, { variables }) {
	const variable = variables.get(name);
	if (isNew) variables.set(name, { value });
	else if (variable !== void 0) variable.value = value;
	else return unknown$1(`sets ${name}, which is not defined`);
	return value;
}
function evaluateCommand([first, ...rest], last, frame) {
	if (first === void 0) return unknown$1("has an empty command");
	const args = () => [...rest.map((operand) => evaluateOperand(operand, frame)), ...last === null ? [] : [last]];
	if (first.kind === "function") return callFunction(first.name, args(), frame.scope.functions);
	const value = evaluateOperand(first, frame);
	if (rest.length === 0 && last === null) return value;
	return value.kind === "unknown" ? value : unknown$1("gives arguments to something that is not a function");
}
function evaluateOperand(operand, frame) {
	switch (operand.kind) {
		case "literal": return operand.value === null ? unknown$1("has nil in it") : {
			kind: "known",
			value: operand.value
		};
		case "function": return callFunction(operand.name, [], frame.scope.functions);
		case "chain": return evaluateChain(operand, frame);
	}
}
function evaluateChain({ base, names }, frame) {
	if (isPipe(base)) return names.reduce(fieldOf, evaluatePipe(base, frame));
	const start = base === "." ? frame.dot : base.variable === "$" ? "root" : frame.variables.get(base.variable)?.value ?? null;
	if (start === null) return unknown$1("uses an undefined variable");
	if (start !== "root") return names.reduce(fieldOf, start);
	const [name, ...more] = names;
	if (name === void 0) return unknown$1("prints everything");
	return more.reduce(fieldOf, frame.scope.field(name));
}
function fieldOf(value, name) {
	if (value.kind === "unknown") return value;
	if (!isMap(value.value)) return unknown$1(`asks for .${name} of a string`);
	return value.value.get(name) ?? value.missing?.(name) ?? unknown$1(`asks for .${name}, which does not exist`);
}

// src/release/build-flags.ts
/** The flags of `go build` in the order of goreleaser's command line. Throws Misread for what cannot be known. */
function buildFlags(details, print) {
	const { flags, tags, ldflags, asmflags, gcflags, buildmode } = details;
	const printAll = (list) => list.map((each) => ({
		text: mustKnow(each, print),
		line: each.line
	})).filter(({ text }) => text !== "");
	const allTags = printAll(tags);
	const [firstTag = tags[0]] = allTags;
	return [
		...flagWords(printFlags(flags, print)),
		...compilerFlags("-asmflags", asmflags, print),
		...compilerFlags("-gcflags", gcflags, print),
		...firstTag === void 0 ? [] : [{
			text: `-tags=${allTags.map(({ text }) => text).join(",")}`,
			line: firstTag.line
		}],
		...linkerFlags(ldflags, print),
		...buildmode === null || buildmode.text === "" ? [] : [{
			...buildmode,
			text: `-buildmode=${buildmode.text}`
		}]
	];
}
/** The words of `flags`, without empty ones. What is filled in for a flag of the linker or the compilers is read as it is there. */
function printFlags(flags, print) {
	const words = [];
	for (const source of flags) {
		const text = printFlag(source, words.at(-1)?.text ?? "", print);
		if (text !== "") words.push({
			text,
			line: source.line
		});
	}
	return words;
}
function printFlag(source, before, print) {
	const pieces = print(source);
	const [first, ...rest] = pieces;
	const literal = first?.kind === "literal" ? first.text : "";
	const [start = "", inWord] = /^--?(ldflags|asmflags|gcflags)=/.exec(literal) ?? [];
	const [, wordBefore] = /^--?(ldflags|asmflags|gcflags)$/.exec(before) ?? [];
	const name = inWord ?? wordBefore;
	if (name === void 0) return mustKnow(source, print);
	const value = [{
		kind: "literal",
		text: literal.slice(start.length)
	}, ...literal === "" ? pieces : rest];
	return start + (name === "ldflags" ? linkerText([{
		source,
		pieces: value
	}]) : compilerText(source, value));
}
/** The text that a template prints. Throws Misread with what is not known of it. */
function mustKnow(source, print) {
	const text = knownText(print(source));
	if (typeof text !== "string") throw new Misread(source, text.why);
	return text;
}
/** One -ldflags of all parts, on the line that decides how the program is linked, else on the first. */
function linkerFlags(ldflags, print) {
	const parts = ldflags.map((source) => ({
		source,
		pieces: print(source)
	}));
	const place = ldflags.find(({ text }) => /-(?:linkmode|extldflags|extld)\b/.test(text)) ?? ldflags[0];
	return place === void 0 ? [] : [{
		text: `-ldflags=${linkerText(parts)}`,
		line: place.line
	}];
}
function compilerFlags(name, values, print) {
	return values.flatMap((source) => {
		const text = compilerText(source, print(source));
		return text === "" ? [] : [{
			text: `${name}=${text}`,
			line: source.line
		}];
	});
}
/** A value of -asmflags or -gcflags: the folder that -trimpath takes off may be unknown. */
function compilerText(source, pieces) {
	const hole = pieces.find((piece, at) => {
		const before = pieces[at - 1];
		return piece.kind === "hole" && !(before?.kind === "literal" && before.text.endsWith("-trimpath="));
	});
	if (hole?.kind === "hole") throw new Misread(source, hole.why);
	return pieces.map((piece) => piece.kind === "hole" ? neutralText : piece.text).join("");
}
const withoutEffect = /* @__PURE__ */ new Set([
	"-o",
	"-json",
	"-work",
	"-x",
	"-v"
]);
/** Words of a command line as flags, one word each: `-tags` and the word behind it become `-tags=WORD`. Throws Misread for other words. */
function flagWords(words) {
	const flags = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? {
			text: "",
			line: 1
		};
		const match = /^--?([a-zA-Z][\w-]*)(?:=([^]*))?$/.exec(word.text);
		if (match === null) throw new Misread(word, "is not a flag of go build");
		const name = `-${match[1] ?? ""}`;
		let value = match[2] ?? null;
		if (value === null && takesValue$1(name)) {
			value = words[++at]?.text ?? null;
			if (value === null) throw new Misread(word, "needs a value");
		}
		if (name === "-C") throw new Misread(word, "changes the folder");
		if (name === "-n") throw new Misread(word, "builds nothing");
		if (!withoutEffect.has(name)) flags.push({
			text: value === null ? name : `${name}=${value}`,
			line: word.line
		});
	}
	return flags;
}
/** Flags with the file they stand in. */
function settingsIn(file, flags) {
	return flags.map(({ text, line }) => ({
		file,
		line,
		value: text
	}));
}

// src/release/goreleaser-scope.ts
/** What goreleaser's templates can ask for (internal/tmpl of v2.15). What ships is a release: no snapshot, no nightly, a clean tree. */
function goreleaserScope({ projectName, env, target }) {
	const fields = new Map([
		["Env", envField(env, "goreleaser")],
		["ProjectName", projectName === null ? unknown$1("the project's name is unknown") : known(projectName)],
		["IsSnapshot", known(false)],
		["IsNightly", known(false)],
		["IsSingleTarget", known(false)],
		["IsGitDirty", known(false)],
		["IsGitClean", known(true)],
		["GitTreeState", known("clean")],
		["Runtime", unknown$1("depends on the machine that makes the release")],
		...releaseFields.map((name) => [name, unknown$1(`.${name} is known only when a release is made`)]),
		...target === null ? [] : targetFields(target)
	]);
	return {
		field: (name) => fields.get(name) ?? unknown$1(`.${name} is not known to goreleaser here`),
		functions: new Map([...textFunctions, ...envFunctions(env)])
	};
}
/** `.Env`: a variable that is not set stops the program that reads the template. */
function envField(env, reader) {
	const missing = (name) => unknown$1(`the environment variable ${name} is not set, and ${reader} stops there`);
	return {
		kind: "known",
		value: env,
		missing
	};
}
const releaseFields = "Version RawVersion Tag PreviousTag Branch Commit ShortCommit FullCommit CommitDate CommitTimestamp GitURL Summary TagSubject TagContents TagBody ReleaseURL ReleaseNotes Major Minor Patch Prerelease IsDraft Date Now Timestamp ModulePath Binary ArtifactName ArtifactExt ArtifactPath Name Ext Path".split(" ");
function targetFields({ name, goos, goarch, variant }) {
	const ofArch = (arch) => known(arch.test(goarch) ? variant?.value ?? "" : "");
	return [
		["Os", known(goos)],
		["Arch", known(goarch)],
		["Target", known(name)],
		["Amd64", ofArch(/^amd64$/)],
		["I386", ofArch(/^386$/)],
		["Arm", ofArch(/^arm$/)],
		["Arm64", ofArch(/^arm64$/)],
		["Mips", ofArch(/^mips/)],
		["Ppc64", ofArch(/^ppc64/)],
		["Riscv64", ofArch(/^riscv64$/)]
	];
}
/** A function of texts that gives a text, or null for what it does not take. */
function ofTexts(count, call) {
	return (args) => {
		const texts = args.flatMap(({ value }) => typeof value === "string" ? [value] : []);
		return texts.length === args.length && texts.length === count ? known(call(...texts)) : null;
	};
}
const textFunctions = [
	["replace", ofTexts(3, (text = "", from = "", to = "") => text.replaceAll(from, () => to))],
	["split", ofTexts(2, (text = "", separator = "") => text.split(separator))],
	["contains", ofTexts(2, (text = "", part = "") => text.includes(part))],
	["tolower", ofTexts(1, (text = "") => text.toLowerCase())],
	["toupper", ofTexts(1, (text = "") => text.toUpperCase())],
	["trim", ofTexts(1, (text = "") => text.trim())],
	["trimprefix", ofTexts(2, (text = "", start = "") => text.startsWith(start) ? text.slice(start.length) : text)],
	["trimsuffix", ofTexts(2, (text = "", end = "") => text.endsWith(end) ? text.slice(0, text.length - end.length) : text)],
	["title", ofTexts(1, (text = "") => text.toLowerCase().replace(/(^|[^\p{L}\d_'])(\p{L})/gu, (word) => word.toUpperCase()))],
	["base", ofTexts(1, (path = "") => /([^/]+)\/*$/.exec(path)?.[1] ?? (path === "" ? "." : "/"))],
	["list", listOf$1],
	["map", mapOf],
	["indexOrDefault", indexOrDefault]
];
function indexOrDefault([of, name, otherwise]) {
	if (of === void 0 || !isMap(of.value) || typeof name?.value !== "string" || otherwise === void 0) return null;
	return of.value.get(name.value) ?? otherwise;
}
function listOf$1(args) {
	const texts = args.flatMap(({ value }) => typeof value === "string" ? [value] : []);
	return texts.length === args.length ? known(texts) : null;
}
function mapOf(args) {
	const texts = args.flatMap(({ value }) => typeof value === "string" ? [value] : []);
	if (texts.length !== args.length || texts.length % 2 === 1) return null;
	const pairs = texts.flatMap((name, at) => at % 2 === 0 ? [[name, known(texts[at + 1] ?? "")]] : []);
	return known(new Map(pairs));
}
function envFunctions(env) {
	const find = ({ value }) => typeof value === "string" ? env.get(value) : void 0;
	return [["envOrDefault", ([name, otherwise]) => name === void 0 || otherwise === void 0 ? null : find(name) ?? otherwise], ["isEnvSet", ([name]) => {
		const value = name === void 0 ? void 0 : find(name);
		return value?.kind === "unknown" ? value : known(value !== void 0 && value.value !== "");
	}]];
}

// src/release/yaml-nodes.ts
/** In characters; configurations of large projects have some 60,000. */
const sizeLimit$1 = 524288;
const depthLimit = 40;
/** Steps of one file: entries of maps that are merged are counted each time. */
const workLimit = 2e5;
/**
* Reads the first document of a file; null when it is empty. Throws Misread for what is no YAML, for keys that are there twice (Go's
* reader refuses them), and for files that are built to take long.
*/
async function readYamlNodes(text) {
	if (text.length > sizeLimit$1) throw new Misread({
		text: "",
		line: 1
	}, `is longer than ${sizeLimit$1 / 1024} KiB`);
	const yaml = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lines = new yaml.LineCounter();
	const document = parse$1(text, {
		yaml,
		lines
	});
	const [trouble] = document.errors.filter(({ code }) => code !== "MULTIPLE_DOCS");
	if (trouble !== void 0) {
		const line = Math.max(lines.linePos(trouble.pos[0]).line, 1);
		throw new Misread({
			text: lineOf(text, line),
			line
		}, `is not valid YAML: ${trouble.message.split("\n")[0] ?? ""}`);
	}
	const reader = {
		yaml,
		lines,
		anchors: /* @__PURE__ */ new Map(),
		work: 0
	};
	return document.contents === null ? null : convert(document.contents, 0, reader);
}
function parse$1(text, { yaml, lines }) {
	try {
		const options = {
			lineCounter: lines,
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: "silent"
		};
		return yaml.parseDocument(text.replace(/^\uFEFF/, ""), options);
	} catch (thrown) {
		throw new Misread({
			text: "",
			line: 1
		}, `is not valid YAML: ${toError(thrown).message.split("\n")[0] ?? ""}`);
	}
}
function lineOf(text, line) {
	return (text.split("\n", line)[line - 1] ?? "").trim();
}
function convert(node, depth, reader) {
	const line = Math.max(reader.lines.linePos(node.range?.[0] ?? 0).line, 1);
	spend(1, line, reader);
	if (depth > depthLimit) throw new Misread({
		text: "",
		line
	}, `is nested more than ${depthLimit} deep`);
	if (reader.yaml.isAlias(node)) return resolveAlias(node.source, line, reader);
	const anchor = "anchor" in node && typeof node.anchor === "string" ? node.anchor : null;
	if (anchor !== null) reader.anchors.set(anchor, null);
	const converted = convertPlain(node, {
		depth,
		line
	}, reader);
	if (anchor !== null) reader.anchors.set(anchor, converted);
	return converted;
}
function resolveAlias(name, line, { anchors }) {
	const found = anchors.get(name);
	if (found === void 0) throw new Misread({
		text: `*${name}`,
		line
	}, "is an alias without an anchor before it");
	if (found === null) throw new Misread({
		text: `*${name}`,
		line
	}, "contains itself");
	return found;
}
function spend(steps, line, reader) {
	reader.work += steps;
	if (reader.work > workLimit) throw new Misread({
		text: "",
		line
	}, "is too large when its aliases are written out");
}
function convertPlain(node, { depth, line }, reader) {
	const { yaml } = reader;
	if (yaml.isScalar(node)) {
		const { value, source } = node;
		return {
			kind: "scalar",
			line,
			text: value === null ? null : typeof value === "string" ? value : source ?? ""
		};
	}
	if (yaml.isMap(node)) return convertMap(node, {
		depth,
		line
	}, reader);
	if (!yaml.isSeq(node)) throw new Misread({
		text: "",
		line
	}, "is neither text, a list nor a map");
	return {
		kind: "list",
		line,
		items: node.items.map((item) => convertItem(item, {
			depth,
			line
		}, reader))
	};
}
function convertItem(item, { depth, line }, reader) {
	return reader.yaml.isNode(item) ? convert(item, depth + 1, reader) : {
		kind: "scalar",
		line,
		text: null
	};
}
/** Own keys win over merged ones, and the first of several merged maps over the others. */
function convertMap(map, where, reader) {
	const own = /* @__PURE__ */ new Map();
	const merged = [];
	for (const item of map.items) {
		const key = convertItem(item.key, where, reader);
		const value = convertItem(item.value, {
			...where,
			line: key.line
		}, reader);
		if (key.kind !== "scalar") throw new Misread({
			text: "",
			line: key.line
		}, "has a key that is not a string");
		const name = key.text ?? "null";
		if (name === "<<" && isMergeKey(item.key, reader)) {
			merged.push(...mergedMaps(value));
			continue;
		}
		if (own.has(name)) throw new Misread({
			text: name,
			line: key.line
		}, "occurs twice");
		own.set(name, value);
	}
	for (const { entries } of merged) {
		spend(entries.size, where.line, reader);
		for (const [name, value] of entries) if (!own.has(name)) own.set(name, value);
	}
	return {
		kind: "map",
		line: where.line,
		entries: own
	};
}
/** `"<<"` in quotes is a key like any other. */
function isMergeKey(key, { yaml }) {
	return yaml.isScalar(key) && (key.type === void 0 || key.type === "PLAIN");
}
function mergedMaps(value) {
	return (value.kind === "list" ? value.items : [value]).map((map) => {
		if (map.kind !== "map") throw new Misread({
			text: "<<",
			line: value.line
		}, "merges a value that is not a map");
		return map;
	});
}
/** The value of a key; null where it is missing or empty. */
function child(node, name) {
	const found = node?.kind === "map" ? node.entries.get(name) ?? null : null;
	return found?.kind === "scalar" && found.text === null ? null : found;
}
/** The text of a key, or null. Throws Misread for a list or a map. */
function textOf$1(node, name) {
	const found = child(node, name);
	if (found === null) return null;
	if (found.kind !== "scalar") throw new Misread({
		text: name,
		line: found.line
	}, "has to be a string");
	return {
		text: found.text ?? "",
		line: found.line
	};
}
/** The texts of a list. Throws Misread for anything else; `single` says what one text in place of a list stands for. */
function textsOf(node, name, single = (text) => {
	throw new Misread(text, `has to be a list (${name})`);
}) {
	const found = child(node, name);
	if (found === null) return [];
	if (found.kind === "scalar") return single({
		text: found.text ?? "",
		line: found.line
	});
	if (found.kind === "map") throw new Misread({
		text: name,
		line: found.line
	}, "has to be a list");
	return found.items.map((item) => {
		if (item.kind !== "scalar") throw new Misread({
			text: name,
			line: item.line
		}, "has to be a list of strings");
		return {
			text: item.text ?? "",
			line: item.line
		};
	});
}
/** One text is a list of one. */
function wholeText(text) {
	return [text];
}
/** One text is split at white space, as Go's strings.Fields splits it. */
function textFields({ text, line }) {
	return text.split(/\s+/).filter((word) => word !== "").map((word) => ({
		text: word,
		line
	}));
}
/** The maps of a list; a missing list has none. Throws Misread for anything else. */
function mapsOf(node, name) {
	const found = child(node, name);
	if (found === null) return [];
	if (found.kind !== "list") throw new Misread({
		text: name,
		line: found.line
	}, "has to be a list");
	return found.items.flatMap((item) => {
		if (item.kind === "map") return [item];
		if (item.kind === "scalar" && item.text === null) return [{
			kind: "map",
			line: item.line,
			entries: /* @__PURE__ */ new Map()
		}];
		throw new Misread({
			text: name,
			line: item.line
		}, "has to be a list of maps");
	});
}

// src/release/goreleaser-targets.ts
const sameWord = (value) => value;
const levels$1 = new Map([
	["amd64", {
		key: "goamd64",
		variable: "GOAMD64",
		fallback: "v1",
		valid: /^v[1-4]$/,
		spell: sameWord
	}],
	["386", {
		key: "go386",
		variable: "GO386",
		fallback: "sse2",
		valid: /^(?:sse2|softfloat)$/,
		spell: sameWord
	}],
	["arm", {
		key: "goarm",
		variable: "GOARM",
		fallback: "6",
		valid: /^(?:5(?:,softfloat)?|[67](?:,softfloat|,hardfloat)?)$/,
		spell: (value) => /^[567]$/.test(value) ? `v${value}` : null
	}],
	["arm64", {
		key: "goarm64",
		variable: "GOARM64",
		fallback: "v8.0",
		valid: /^(?:v8\.\d|v9\.[0-5])(?:,lse|,crypto)*$/,
		spell: (value) => ({
			"v8.0": "v8",
			"v8.1": "v8.1",
			"v8.2": "v8.2",
			"v9.0": "v9"
		})[value] ?? null
	}],
	...[
		"mips",
		"mipsle",
		"mips64",
		"mips64le"
	].map((arch) => [arch, {
		key: "gomips",
		variable: arch.startsWith("mips64") ? "GOMIPS64" : "GOMIPS",
		fallback: "hardfloat",
		valid: /^(?:hard|soft)float$/,
		spell: sameWord
	}]),
	...["ppc64", "ppc64le"].map((arch) => [arch, {
		key: "goppc64",
		variable: "GOPPC64",
		fallback: "power8",
		valid: /^power(?:8|9|10)$/,
		spell: sameWord
	}]),
	["riscv64", {
		key: "goriscv64",
		variable: "GORISCV64",
		fallback: "rva20u64",
		valid: /^rva2[023]u64$/,
		spell: sameWord
	}]
]);
/** Variables that goreleaser sets for each target, whatever the environment says. */
const targetVariables = /* @__PURE__ */ new Set([
	"GOOS",
	"GOARCH",
	"GOMIPS",
	"GOMIPS64",
	...[...levels$1.values()].map(({ variable }) => variable)
]);
const ports = new Set("aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64 freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/arm64 js/wasm wasip1/wasm linux/386 linux/amd64 linux/arm linux/arm64 linux/ppc64 linux/ppc64le linux/mips linux/mipsle linux/mips64 linux/mips64le linux/s390x linux/riscv64 linux/loong64 netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64 openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm solaris/amd64 solaris/sparc solaris/sparc64 windows/arm64 windows/386 windows/amd64".split(" "));
const systems = new Set("aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris windows wasip1".split(" "));
const processors = new Set("386 amd64 arm arm64 mips mips64 mips64le mipsle ppc64 ppc64le s390x wasm riscv64 loong64 sparc sparc64".split(" "));
const firstClass = "darwin_amd64 darwin_arm64 linux_386 linux_amd64 linux_arm linux_arm64 windows_386 windows_amd64".split(" ");
/** What a build of goreleaser is made for, in the order of the file. Throws Misread for what goreleaser refuses. */
function readTargets(build) {
	const written = textsOf(build, "targets");
	const targets = written.length > 0 ? written.flatMap(namedTargets) : matrixOf(build);
	return [...new Map(targets.toReversed().map((target) => [target.name, target])).values()].toReversed();
}
function namedTargets({ text, line }) {
	return (text === "go_first_class" || text === "go_118_first_class" ? firstClass : [text]).map((name) => parseTarget({
		text: name,
		line
	}));
}
function parseTarget({ text, line }) {
	const [goos = "", goarch = "", value] = completeTarget(text).split("_");
	if (goarch === "" || text.includes("{{")) throw new Misread({
		text,
		line
	}, "is not a goreleaser target");
	return makeTarget({
		goos,
		goarch,
		value: value ?? null
	}, line);
}
/** The name of a target with the level that it has without a word: linux_amd64 is linux_amd64_v1. */
function completeTarget(name) {
	const [, arch = ""] = /_([^_]+)$/.exec(name) ?? [];
	const level = levels$1.get(arch);
	return level === void 0 ? name : `${name}_${level.fallback}`;
}
function makeTarget({ goos, goarch, value }, line) {
	const level = levels$1.get(goarch);
	const name = `${goos}_${goarch}${value === null ? "" : `_${value}`}`;
	if (level !== void 0 && value !== null && !level.valid.test(value)) throw new Misread({
		text: value,
		line
	}, `is not a ${level.key} that goreleaser accepts`);
	return {
		name,
		goos,
		goarch,
		variant: level === void 0 || value === null ? null : {
			variable: level.variable,
			value
		},
		line
	};
}
function matrixOf(build) {
	const list = (key, fallback) => {
		const written = textsOf(build, key);
		return written.length > 0 ? written : fallback.map((text) => ({
			text,
			line: build.line
		}));
	};
	const all = list("goos", [
		"linux",
		"darwin",
		"windows"
	]).flatMap((goos) => list("goarch", [
		"amd64",
		"arm64",
		"386"
	]).flatMap((goarch) => {
		checkWord(goos, systems, "goos");
		checkWord(goarch, processors, "goarch");
		const level = levels$1.get(goarch.text);
		return (level === void 0 ? [null] : list(level.key, [level.fallback]).map(({ text }) => text)).map((value) => makeTarget({
			goos: goos.text,
			goarch: goarch.text,
			value
		}, goarch.line));
	}));
	const ignored = mapsOf(build, "ignore").map(readCombination);
	return all.filter((target) => ports.has(`${target.goos}/${target.goarch}`) && !ignored.some((combination) => matches(combination, target)));
}
function checkWord(word, allowed, key) {
	if (!allowed.has(word.text)) throw new Misread(word, `is not a ${key} that goreleaser accepts`);
}
function readCombination(map) {
	const keys = [
		"goos",
		"goarch",
		...[...levels$1.values()].map(({ key }) => key)
	];
	return new Map(keys.flatMap((key) => {
		const text = textOf$1(map, key)?.text ?? "";
		return text === "" ? [] : [[key, text]];
	}));
}
function matches(combination, { goos, goarch, variant }) {
	return [...combination].every(([key, text]) => {
		if (key === "goos") return text === goos;
		if (key === "goarch") return text === goarch;
		return variant !== null && levels$1.get(goarch)?.key === key && text === variant.value;
	});
}
/** The target that an `override` names, before its templates are filled in. */
function overrideTarget(override) {
	const part = (key) => textOf$1(override, key)?.text ?? "";
	const level = [...new Set([...levels$1.values()].map(({ key }) => key))].map(part).join("");
	return {
		text: `${part("goos")}_${part("goarch")}${level === "" ? "" : `_${level}`}`,
		line: override.line
	};
}
/** The platform of a target in docker's spelling; null for a level that platforms have no word for. */
function platformName$1({ goos, goarch, variant }) {
	const level = levels$1.get(goarch);
	if (level === void 0 || variant === null) return `${goos}/${goarch}`;
	if (variant.value === level.fallback && goarch !== "arm") return `${goos}/${goarch}`;
	const word = level.spell(variant.value);
	return word === null ? null : `${goos}/${goarch}/${word}`;
}
/**
* The target that a platform means. One without a level means the lowest that goes without saying (for arm v7, as docker has it), or
* else the first one that is built.
*/
function targetOf$1(platform, targets) {
	const alike = targets.filter(({ goos, goarch }) => goos === platform.goos && goarch === platform.goarch);
	const level = levels$1.get(platform.goarch);
	if (level === void 0) return alike[0] ?? null;
	const asked = platform.env[level.variable];
	const find = (value) => alike.find(({ variant }) => variant?.value === value);
	if (asked !== void 0) return find(asked) ?? null;
	return find(platform.goarch === "arm" ? "7" : level.fallback) ?? alike[0] ?? null;
}

// src/release/goreleaser-build.ts
const keys = new Set("id goos goarch goamd64 go386 goarm goarm64 gomips goppc64 goriscv64 targets ignore dir main binary hooks builder mod_timestamp skip tool command no_unique_dist_dir no_main_check buildmode ldflags tags flags asmflags gcflags env overrides gobinary".split(" "));
/** Reads an item of `builds`. Throws Misread for what is wrong for all platforms. */
function goreleaserBuild(map, project) {
	checkKeys(map);
	const { file, context } = project;
	const targets = readTargets(map);
	const platforms = targets.flatMap((target) => platformName$1(target) ?? []);
	const id = textOf$1(map, "id")?.text ?? context.projectName;
	const main = textOf$1(map, "main") ?? {
		text: ".",
		line: map.line
	};
	const parts = {
		main,
		dir: dirOf(map, project),
		details: readDetails(map),
		env: readEnv$1(map, context)
	};
	const overrides = mapsOf(map, "overrides").map((each) => ({
		target: overrideTarget(each),
		details: readDetails(each),
		env: textsOf(each, "env")
	}));
	const tool = textOf$1(map, "tool") ?? textOf$1(map, "gobinary");
	const recipe = {
		...parts,
		overrides,
		tool,
		project,
		line: map.line
	};
	if (main.text.includes("{{")) throw new Misread(main, "has a template, which goreleaser does not evaluate there");
	return {
		...parts,
		id,
		binary: binaryOf(map, context),
		targets,
		entry: {
			source: "goreleaser",
			file,
			line: map.line,
			id,
			dir: parts.dir,
			packages: [main.text === "" ? "." : main.text],
			platforms: [...new Set(platforms)],
			settingsFor: (platform) => settingsOf$4(recipe, targetOf$1(platform, targets)),
			image: null,
			builder: null
		}
	};
}
/** Without a name it has that of the project. */
function binaryOf(map, { projectName }) {
	const named = textOf$1(map, "binary");
	if (named !== null && named.text !== "") return named;
	return projectName === null ? null : {
		text: projectName,
		line: map.line
	};
}
function checkKeys(map) {
	for (const [name, { line }] of map.entries) if (!keys.has(name)) throw new Misread({
		text: name,
		line
	}, "is not a key of a goreleaser build");
	const command = textOf$1(map, "command");
	if (command !== null && command.text !== "build" && command.text !== "") throw new Misread(command, "is a command of go that does not build a program");
	const again = hooksOf(map).find(({ text }) => /\bgo\s+(?:build|install)\b/.test(text));
	if (again !== void 0) throw new Misread(again, "builds again after the build");
}
/** Commands of `hooks.post`, in the three forms that goreleaser takes. */
function hooksOf(map) {
	const post = child(child(map, "hooks"), "post");
	return (post === null ? [] : post.kind === "list" ? post.items : [post]).flatMap((hook) => {
		if (hook.kind === "scalar") return [{
			text: hook.text ?? "",
			line: hook.line
		}];
		return hook.kind === "map" ? textOf$1(hook, "cmd") ?? [] : [];
	});
}
function dirOf(map, { folder, monorepo }) {
	const dir = textOf$1(map, "dir");
	if ((dir?.text ?? "") === "" && monorepo !== null) throw new Misread(monorepo, "may be the folder of the build");
	const { text, line } = dir ?? {
		text: ".",
		line: map.line
	};
	const joined = posix.join(folder, text === "" ? "." : text).replace(/(.)\/$/, "$1");
	if (text.includes("{{")) throw new Misread({
		text,
		line
	}, "has a template, which goreleaser does not evaluate there");
	if (posix.isAbsolute(text) || joined.split("/")[0] === "..") throw new Misread({
		text,
		line
	}, "is outside of the repository");
	return joined;
}
function readDetails(map) {
	return {
		flags: textsOf(map, "flags", textFields),
		tags: textsOf(map, "tags", textFields),
		ldflags: textsOf(map, "ldflags", wholeText),
		asmflags: textsOf(map, "asmflags", wholeText),
		gcflags: textsOf(map, "gcflags", wholeText),
		buildmode: textOf$1(map, "buildmode")
	};
}
/** goreleaser fills `$NAME` in before it looks at templates. */
function readEnv$1(map, { env }) {
	return textsOf(map, "env").map(({ text, line }) => ({
		text: expandEnv(text, env),
		line
	}));
}
function settingsOf$4(recipe, target) {
	if (target === null) return null;
	const { file } = recipe.project;
	return understand(file, () => {
		const { env, settings } = topEnvironment(recipe.project);
		checkTool(recipe, env, target);
		const { details, entries } = withOverride(recipe, env, target);
		for (const source of entries) addEntry(source, evaluateTemplate(source.text, scopeOf$1(recipe.project, env, target)), {
			env,
			settings
		});
		addTarget(target, {
			env,
			settings
		});
		const scope = scopeOf$1(recipe.project, env, target);
		const flags = buildFlags(withDefaults(details, recipe.line), ({ text }) => evaluateTemplate(text, scope));
		return {
			kind: "settings",
			env: envIn(file, settings),
			flags: settingsIn(file, flags)
		};
	});
}
/** The environment of the process and `env` at the top, whose templates see that of the process alone. */
function topEnvironment(project) {
	const env = new Map(Object.entries(project.context.env).map(([name, value]) => [name, known(value)]));
	const settings = /* @__PURE__ */ new Map();
	const scope = scopeOf$1(project, new Map(env), null);
	for (const source of project.env) addEntry(source, evaluateTemplate(source.text, scope), {
		env,
		settings
	});
	return {
		env,
		settings
	};
}
function scopeOf$1({ context }, env, target) {
	return goreleaserScope({
		projectName: context.projectName,
		env,
		target
	});
}
function checkTool({ tool, project }, env, target) {
	if (tool === null || tool.text === "") return;
	const command = mustKnow(tool, ({ text }) => evaluateTemplate(text, scopeOf$1(project, env, target)));
	if (!/^(?:.*[\\/])?go(?:\.exe)?$/.test(command)) throw new Misread(tool, "builds with a program other than go");
}
/** The first override of this very target counts: its lists replace those of the build, its variables are added. */
function withOverride({ details, env: entries, overrides, project }, env, { name }) {
	for (const override of overrides) {
		const scope = scopeOf$1(project, env, null);
		if (completeTarget(mustKnow(override.target, ({ text }) => evaluateTemplate(text, scope))) !== name) continue;
		return {
			details: mergeDetails(details, override.details),
			entries: lastOfEach([...entries, ...override.env])
		};
	}
	return {
		details,
		entries
	};
}
function mergeDetails(base, over) {
	const list = (key) => over[key].length > 0 ? over[key] : base[key];
	return {
		flags: list("flags"),
		tags: list("tags"),
		ldflags: list("ldflags"),
		asmflags: list("asmflags"),
		gcflags: list("gcflags"),
		buildmode: over.buildmode === null || over.buildmode.text === "" ? base.buildmode : over.buildmode
	};
}
function lastOfEach(entries) {
	const found = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const name = splitEntry(entry.text)?.[0];
		if (name !== void 0) found.set(name, entry);
	}
	return [...found.values()];
}
/** goreleaser sets these last, whatever `env` has; the system and the processor are the platform's own. */
function addTarget({ goos, goarch, variant, line }, { env, settings }) {
	for (const name of targetVariables) {
		env.set(name, known(""));
		settings.delete(name);
	}
	env.set("GOOS", known(goos));
	env.set("GOARCH", known(goarch));
	if (variant === null) return;
	env.set(variant.variable, known(variant.value));
	settings.set(variant.variable, {
		text: variant.value,
		line
	});
}
/** What goreleaser links with where nothing else is said. */
const defaultLdflags = "-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}} -X main.builtBy=goreleaser";
function withDefaults(details, line) {
	return details.ldflags.length > 0 ? details : {
		...details,
		ldflags: [{
			text: defaultLdflags,
			line
		}]
	};
}

// src/release/goreleaser-images.ts
/** The Dockerfiles of `dockers` and `dockers_v2` that a build may be put into. One whose path cannot be known is left out. */
function dockerfilesOf(root, project) {
	const templates = {
		project,
		scope: scopeOf$1(project, topEnvironment(project).env, null)
	};
	const dockers = [...mapsOf(root, "dockers").flatMap((map) => readDocker(map, platformOfDocker(map), templates)), ...mapsOf(root, "dockers_v2").flatMap((map) => readDocker(map, platformsOfV2(map), templates))];
	return ({ id, binary }) => {
		const own = dockers.filter(({ ids }) => ids.length === 0 || id !== null && ids.includes(id));
		const name = binary === null ? null : posix.basename(patternOf(binary, templates));
		return own.map(({ dockerfile }) => ({
			...dockerfile,
			binary: name
		}));
	};
}
/** One image, for linux/amd64 where nothing is said (internal/pipe/docker of goreleaser v2.15). */
function platformOfDocker(map) {
	return [`${textOf$1(map, "goos")?.text ?? "linux"}/${textOf$1(map, "goarch")?.text ?? "amd64"}`];
}
/** internal/pipe/docker/v2 of goreleaser v2.15. */
function platformsOfV2(map) {
	const named = textsOf(map, "platforms").map(({ text }) => text.split("/").slice(0, 2).join("/"));
	return named.length === 0 ? ["linux/amd64", "linux/arm64"] : [...new Set(named)];
}
function readDocker(map, platforms, templates) {
	const { project } = templates;
	if (["disable", "skip_build"].some((name) => textOf$1(map, name)?.text === "true")) return [];
	const { text, line } = textOf$1(map, "dockerfile") ?? {
		text: "Dockerfile",
		line: map.line
	};
	const path = textIn({
		text: text === "" ? "Dockerfile" : text,
		line
	}, templates);
	if (path === null || posix.isAbsolute(path)) return [];
	const words = flagsOf$1(map).map((flag) => ({
		flag: flag.text,
		known: textIn(flag, templates)
	})).flatMap(({ flag, known }) => (known ?? flag).split(/\s+/));
	const place = {
		file: project.file,
		line,
		path: posix.join(project.folder, path)
	};
	const args = new Map([...argumentsOfFlags(words), ...argumentsOfMap(map, templates)]);
	return [{
		ids: textsOf(map, "ids").map(({ text: id }) => id),
		dockerfile: {
			...place,
			platforms,
			target: valueOf$2("--target", words)[0] ?? null,
			args
		}
	}];
}
function flagsOf$1(map) {
	return ["build_flag_templates", "flags"].flatMap((name) => textsOf(map, name));
}
/** `--build-arg=A=b` and `--build-arg A=b`; what has a template that is not known has no value. */
function argumentsOfFlags(words) {
	return valueOf$2("--build-arg", words).flatMap((word) => {
		const [, name = "", value = ""] = /^(\w+)=(.*)$/s.exec(word) ?? [];
		return name === "" ? [] : [[name, value.includes("{{") ? null : value]];
	});
}
function argumentsOfMap(map, templates) {
	const args = child(map, "build_args");
	if (args?.kind !== "map") return [];
	return [...args.entries.keys()].flatMap((name) => {
		const value = textOf$1(args, name);
		return value === null ? [] : [[name, textIn(value, templates)]];
	});
}
function valueOf$2(flag, words) {
	return words.flatMap((word, at) => {
		if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
		const next = words[at + 1];
		return word === flag && next !== void 0 ? [next] : [];
	});
}
function patternOf({ text }, { scope }) {
	return evaluateTemplate(text, scope).map((piece) => piece.kind === "hole" ? "*" : piece.text).join("");
}
/** A text with its template filled in; null: it is not known. */
function textIn({ text }, { scope }) {
	const found = knownText(evaluateTemplate(text, scope));
	return typeof found === "string" ? found : null;
}

// src/release/ko-platforms.ts
/** The platforms that ko is asked for, in docker's spelling; null: all that its base image has, or nothing is said. */
function koPlatforms(written) {
	const names = written.flatMap(({ text }) => text.split(",")).map((name) => name.trim()).filter((name) => name !== "");
	const isWhole = names.every((name) => name.includes("/"));
	return names.length === 0 || names[0] === "all" || !isWhole ? null : [...new Set(names.map(spell))];
}
/** `linux/amd64/v1` and `linux/arm64/v8` are the platforms without a level; the version of a Windows is left out. */
function spell(name) {
	const [os = "", arch = "", variant] = (name.split(":")[0] ?? "").split("/");
	return variant === void 0 || arch === "amd64" && variant === "v1" || arch === "arm64" && variant === "v8" ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}
/** The one of ko's platforms that a platform of a run means; null: it is not built. For arm, one of no level stands for any. */
function koPlatformOf({ name }, platforms) {
	const asked = spell(name);
	const [os = "", arch = "", level] = asked.split("/");
	const port = `${os}/${arch}`;
	if (platforms.includes(asked)) return asked;
	if (level === void 0) return platforms.find((each) => each.startsWith(`${port}/`)) ?? null;
	return arch === "arm" && platforms.includes(port) ? port : null;
}
/** What ko sets before the environment of the process counts (pkg/build/gobuild.go of v0.18): no cgo, and the level of the platform. */
function koStart(platform, line, env) {
	const [, arch, level = ""] = platform.split("/");
	const all = [["CGO_ENABLED", "0"], ...arch === "arm" && /^v[567]$/.test(level) ? [["GOARM", level.slice(1)]] : arch === "amd64" && level !== "" ? [["GOAMD64", level]] : []].filter(([name]) => env[name] === void 0);
	return new Map(all.map(([name, text]) => [name, {
		text,
		line
	}]));
}

// src/release/goreleaser-kos.ts
const defaultImage$1 = "cgr.dev/chainguard/static";
/** The images of `kos` in goreleaser's file, each with the build that ko repeats for it. Throws Misread if `kos` is not a list. */
function koEntries(root, builds, project) {
	return mapsOf(root, "kos").flatMap((map) => {
		if (textOf$1(map, "disable")?.text === "true") return [];
		return [understand(project.file, () => koEntry(map, builds, project))];
	});
}
function koEntry(map, builds, project) {
	const { file } = project;
	const id = textOf$1(map, "id")?.text ?? project.context.projectName;
	const wanted = textOf$1(map, "build")?.text ?? id;
	const build = builds.find((each) => each.id === wanted);
	if (build === void 0) throw new Misread({
		text: wanted ?? "",
		line: map.line
	}, "is not a build that go-linkage understands");
	const main = textOf$1(map, "main") ?? build.main;
	const dir = textOf$1(map, "working_dir");
	const platforms = koPlatforms(textsOf(map, "platforms")) ?? ["linux/amd64"];
	const recipe = {
		build,
		map,
		project
	};
	return {
		source: "ko",
		file,
		line: map.line,
		id,
		dir: dir === null ? build.dir : posix.join(project.folder, dir.text),
		packages: [main.text],
		platforms,
		settingsFor: (platform) => {
			const built = koPlatformOf(platform, platforms);
			return built === null ? null : understand(file, () => settingsOf$3(recipe, built));
		},
		image: imageOf$2(map, project),
		builder: null
	};
}
/** ko's environment begins with CGO_ENABLED=0; what the section does not say is the build's. Its templates see no target. */
function settingsOf$3({ build, map, project }, platform) {
	const top = topEnvironment(project).env;
	const scope = scopeOf$1(project, top, null);
	const print = ({ text }) => evaluateTemplate(text, scope);
	const own = {
		env: textsOf(map, "env"),
		flags: textsOf(map, "flags", textFields),
		ldflags: textsOf(map, "ldflags")
	};
	const settings = koStart(platform, map.line, project.context.env);
	for (const source of own.env.length > 0 ? own.env : build.env) addEntry(source, print(source), {
		env: new Map(top),
		settings
	});
	const { flags, ldflags } = chooseFlags(own, build.details, map.line);
	const all = [...flagWords(printFlags(flags, print)), ...linkerFlags(ldflags, print)];
	return {
		kind: "settings",
		env: envIn(project.file, settings),
		flags: settingsIn(project.file, all)
	};
}
function chooseFlags(own, build, line) {
	const inherited = build.ldflags.length > 0 ? build.ldflags : [{
		text: defaultLdflags,
		line
	}];
	return {
		flags: own.flags.length > 0 ? own.flags : build.flags,
		ldflags: own.ldflags.length > 0 ? own.ldflags : inherited
	};
}
function imageOf$2(map, project) {
	const { text, line } = textOf$1(map, "base_image") ?? {
		text: defaultImage$1,
		line: map.line
	};
	const base = knownText(evaluateTemplate(text, scopeOf$1(project, topEnvironment(project).env, null)));
	return {
		file: project.file,
		line,
		text,
		base: typeof base === "string" ? base : null,
		additions: "nothing"
	};
}

// src/release/read-yaml.ts
/** Reads a YAML file by `read`, which may throw Misread. What cannot be understood is a value with its line. */
async function readYaml({ file, text }, read) {
	let root;
	try {
		root = await readYamlNodes(text);
	} catch (thrown) {
		if (!(thrown instanceof Misread)) throw thrown;
		return {
			entries: [],
			notUnderstood: [notUnderstood$1(file, thrown.at, thrown.message)]
		};
	}
	const reading = understand(file, () => read(root));
	return isNotUnderstood(reading) ? {
		entries: [],
		notUnderstood: [reading]
	} : reading;
}

// src/release/goreleaser.ts
/**
* The builds of a configuration of goreleaser (v2.15; the old `build:` too). `file` is relative to the repository's root. What cannot be
* understood is a value with its line; a file of any content is read.
*/
function readGoreleaser(source, context) {
	return readYaml(source, (root) => readProject(root, {
		file: source.file,
		context
	}));
}
function readProject(root, { file, context }) {
	if (root !== null && root.kind !== "map") throw new Misread({
		text: "",
		line: root.line
	}, "is not a map");
	const included = root?.entries.get("includes");
	if (included !== void 0) throw new Misread({
		text: "includes",
		line: included.line
	}, "includes other files");
	const projectName = textOf$1(root, "project_name")?.text ?? context.projectName ?? null;
	const project = {
		file,
		folder: folderOf(file),
		context: {
			...context,
			projectName
		},
		env: textsOf(root, "env"),
		monorepo: textOf$1(child(root, "monorepo"), "dir")
	};
	const read = buildsOf(root).map((map) => understand(file, () => readBuild$2(map, project)));
	const builds = read.flatMap((build) => build === null || isNotUnderstood(build) ? [] : [build]);
	const kos = koEntries(root, builds, project);
	const dockerfiles = understand(file, () => dockerfilesOf(root, project));
	return {
		entries: [...builds.map((build) => isNotUnderstood(dockerfiles) ? build.entry : {
			...build.entry,
			dockerfiles: dockerfiles(build)
		}), ...kos.flatMap((ko) => isNotUnderstood(ko) ? [] : [ko])],
		notUnderstood: [...read, ...kos].filter(isNotUnderstood)
	};
}
/** A file of `.config` is for the folder above it. */
function folderOf(file) {
	const folder = posix.dirname(file);
	return posix.basename(folder) === ".config" ? posix.dirname(folder) : folder;
}
/** Without any there is one build, with defaults for everything. */
function buildsOf(root) {
	const builds = mapsOf(root, "builds");
	if (builds.length > 0) return builds;
	const old = child(root, "build");
	if (old !== null && old.kind !== "map") throw new Misread({
		text: "build",
		line: old.line
	}, "has to be a map");
	return [old ?? {
		kind: "map",
		line: 1,
		entries: /* @__PURE__ */ new Map()
	}];
}
/** null: it is not built, or not by Go. */
function readBuild$2(map, project) {
	const builder = textOf$1(map, "builder")?.text ?? "";
	if (builder === "prebuilt") throw new Misread({
		text: builder,
		line: map.line
	}, "takes a file that something else built");
	if (builder !== "" && builder !== "go") return null;
	if (isSkipped(map, project)) return null;
	if (textOf$1(map, "command")?.text === "test") return null;
	return goreleaserBuild(map, project);
}
function isSkipped(map, { context }) {
	const skip = textOf$1(map, "skip");
	if (skip === null) return false;
	const env = new Map(Object.entries(context.env).map(([name, value]) => [name, known(value)]));
	const scope = goreleaserScope({
		projectName: context.projectName,
		env,
		target: null
	});
	return mustKnow(skip, ({ text }) => evaluateTemplate(text, scope)).trim().toLowerCase() === "true";
}

// node_modules/dockerfile-ast/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Argument = void 0;
	var Argument = class {
		constructor(value, range) {
			this.value = value;
			this.range = range;
		}
		toString() {
			return this.value;
		}
		getRange() {
			return this.range;
		}
		getValue() {
			return this.value;
		}
		isAfter(position) {
			if (this.range.end.line < position.line) return false;
			return this.range.start.line > position.line ? true : this.range.start.character > position.character;
		}
		isBefore(position) {
			if (this.range.start.line < position.line) return true;
			return this.range.end.line > position.line ? false : this.range.end.character < position.character;
		}
	};
	exports.Argument = Argument;
}));

// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONArgument = void 0;
	const argument_1 = require_argument();
	var JSONArgument = class extends argument_1.Argument {
		constructor(value, range, jsonRange) {
			super(value, range);
			this.jsonRange = jsonRange;
		}
		getJSONRange() {
			return this.jsonRange;
		}
		getJSONValue() {
			let value = super.getValue();
			value = value.substring(1, value.length - 1);
			return value;
		}
	};
	exports.JSONArgument = JSONArgument;
}));

// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports$1 = /* @__PURE__ */ __exportAll({
	AnnotatedTextEdit: () => AnnotatedTextEdit,
	ApplyKind: () => ApplyKind,
	ChangeAnnotation: () => ChangeAnnotation,
	ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
	CodeAction: () => CodeAction,
	CodeActionContext: () => CodeActionContext,
	CodeActionKind: () => CodeActionKind,
	CodeActionTag: () => CodeActionTag,
	CodeActionTriggerKind: () => CodeActionTriggerKind,
	CodeDescription: () => CodeDescription,
	CodeLens: () => CodeLens,
	Color: () => Color,
	ColorInformation: () => ColorInformation,
	ColorPresentation: () => ColorPresentation,
	Command: () => Command,
	CompletionItem: () => CompletionItem,
	CompletionItemKind: () => CompletionItemKind,
	CompletionItemLabelDetails: () => CompletionItemLabelDetails,
	CompletionItemTag: () => CompletionItemTag,
	CompletionList: () => CompletionList,
	CreateFile: () => CreateFile,
	DeleteFile: () => DeleteFile,
	Diagnostic: () => Diagnostic,
	DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
	DiagnosticSeverity: () => DiagnosticSeverity,
	DiagnosticTag: () => DiagnosticTag,
	DocumentHighlight: () => DocumentHighlight,
	DocumentHighlightKind: () => DocumentHighlightKind,
	DocumentLink: () => DocumentLink,
	DocumentSymbol: () => DocumentSymbol,
	DocumentUri: () => DocumentUri,
	EOL: () => EOL,
	FoldingRange: () => FoldingRange,
	FoldingRangeKind: () => FoldingRangeKind,
	FormattingOptions: () => FormattingOptions,
	Hover: () => Hover,
	InlayHint: () => InlayHint,
	InlayHintKind: () => InlayHintKind,
	InlayHintLabelPart: () => InlayHintLabelPart,
	InlineCompletionContext: () => InlineCompletionContext,
	InlineCompletionItem: () => InlineCompletionItem,
	InlineCompletionList: () => InlineCompletionList,
	InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
	InlineValueContext: () => InlineValueContext,
	InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
	InlineValueText: () => InlineValueText,
	InlineValueVariableLookup: () => InlineValueVariableLookup,
	InsertReplaceEdit: () => InsertReplaceEdit,
	InsertTextFormat: () => InsertTextFormat,
	InsertTextMode: () => InsertTextMode,
	LanguageKind: () => LanguageKind,
	Location: () => Location,
	LocationLink: () => LocationLink,
	MarkedString: () => MarkedString,
	MarkupContent: () => MarkupContent,
	MarkupKind: () => MarkupKind,
	OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
	ParameterInformation: () => ParameterInformation,
	Position: () => Position,
	Range: () => Range,
	RenameFile: () => RenameFile,
	SelectedCompletionInfo: () => SelectedCompletionInfo,
	SelectionRange: () => SelectionRange,
	SemanticTokenModifiers: () => SemanticTokenModifiers,
	SemanticTokenTypes: () => SemanticTokenTypes,
	SemanticTokens: () => SemanticTokens,
	SignatureInformation: () => SignatureInformation,
	SnippetTextEdit: () => SnippetTextEdit,
	StringValue: () => StringValue,
	SymbolInformation: () => SymbolInformation,
	SymbolKind: () => SymbolKind,
	SymbolTag: () => SymbolTag,
	TextDocument: () => TextDocument$1,
	TextDocumentEdit: () => TextDocumentEdit,
	TextDocumentIdentifier: () => TextDocumentIdentifier,
	TextDocumentItem: () => TextDocumentItem,
	TextEdit: () => TextEdit,
	URI: () => URI,
	VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
	WorkspaceChange: () => WorkspaceChange,
	WorkspaceEdit: () => WorkspaceEdit,
	WorkspaceFolder: () => WorkspaceFolder,
	WorkspaceSymbol: () => WorkspaceSymbol,
	integer: () => integer,
	uinteger: () => uinteger
});
var DocumentUri, URI, integer, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument$1, FullTextDocument$1, Is;
var init_main$1 = __esmMin((() => {
	;
	(function(DocumentUri) {
		function is(value) {
			return typeof value === "string";
		}
		DocumentUri.is = is;
	})(DocumentUri || (DocumentUri = {}));
	;
	(function(URI) {
		function is(value) {
			return typeof value === "string";
		}
		URI.is = is;
	})(URI || (URI = {}));
	;
	(function(integer) {
		integer.MIN_VALUE = -2147483648;
		integer.MAX_VALUE = 2147483647;
		function is(value) {
			return typeof value === "number" && integer.MIN_VALUE <= value && value <= integer.MAX_VALUE;
		}
		integer.is = is;
	})(integer || (integer = {}));
	;
	(function(uinteger) {
		uinteger.MIN_VALUE = 0;
		uinteger.MAX_VALUE = 2147483647;
		function is(value) {
			return typeof value === "number" && uinteger.MIN_VALUE <= value && value <= uinteger.MAX_VALUE;
		}
		uinteger.is = is;
	})(uinteger || (uinteger = {}));
	;
	(function(Position) {
		/**
		* Creates a new Position literal from the given line and character.
		* @param line The position's line.
		* @param character The position's character.
		*/
		function create(line, character) {
			if (line === Number.MAX_VALUE) line = uinteger.MAX_VALUE;
			if (character === Number.MAX_VALUE) character = uinteger.MAX_VALUE;
			return {
				line,
				character
			};
		}
		Position.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Position} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
		}
		Position.is = is;
	})(Position || (Position = {}));
	;
	(function(Range) {
		function create(one, two, three, four) {
			if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) return {
				start: Position.create(one, two),
				end: Position.create(three, four)
			};
			else if (Position.is(one) && Position.is(two)) return {
				start: one,
				end: two
			};
			else throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
		}
		Range.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Range} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
		}
		Range.is = is;
	})(Range || (Range = {}));
	;
	(function(Location) {
		/**
		* Creates a Location literal.
		* @param uri The location's uri.
		* @param range The location's range.
		*/
		function create(uri, range) {
			return {
				uri,
				range
			};
		}
		Location.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Location} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
		}
		Location.is = is;
	})(Location || (Location = {}));
	;
	(function(LocationLink) {
		/**
		* Creates a LocationLink literal.
		* @param targetUri The definition's uri.
		* @param targetRange The full range of the definition.
		* @param targetSelectionRange The span of the symbol definition at the target.
		* @param originSelectionRange The span of the symbol being defined in the originating source file.
		*/
		function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
			return {
				targetUri,
				targetRange,
				targetSelectionRange,
				originSelectionRange
			};
		}
		LocationLink.create = create;
		/**
		* Checks whether the given literal conforms to the {@link LocationLink} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
		}
		LocationLink.is = is;
	})(LocationLink || (LocationLink = {}));
	;
	(function(Color) {
		/**
		* Creates a new Color literal.
		*/
		function create(red, green, blue, alpha) {
			return {
				red,
				green,
				blue,
				alpha
			};
		}
		Color.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Color} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
		}
		Color.is = is;
	})(Color || (Color = {}));
	;
	(function(ColorInformation) {
		/**
		* Creates a new ColorInformation literal.
		*/
		function create(range, color) {
			return {
				range,
				color
			};
		}
		ColorInformation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ColorInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
		}
		ColorInformation.is = is;
	})(ColorInformation || (ColorInformation = {}));
	;
	(function(ColorPresentation) {
		/**
		* Creates a new ColorInformation literal.
		*/
		function create(label, textEdit, additionalTextEdits) {
			return {
				label,
				textEdit,
				additionalTextEdits
			};
		}
		ColorPresentation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ColorInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
		}
		ColorPresentation.is = is;
	})(ColorPresentation || (ColorPresentation = {}));
	;
	(function(FoldingRangeKind) {
		/**
		* Folding range for a comment
		*/
		FoldingRangeKind.Comment = "comment";
		/**
		* Folding range for an import or include
		*/
		FoldingRangeKind.Imports = "imports";
		/**
		* Folding range for a region (e.g. `#region`)
		*/
		FoldingRangeKind.Region = "region";
	})(FoldingRangeKind || (FoldingRangeKind = {}));
	;
	(function(FoldingRange) {
		/**
		* Creates a new FoldingRange literal.
		*/
		function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
			const result = {
				startLine,
				endLine
			};
			if (Is.defined(startCharacter)) result.startCharacter = startCharacter;
			if (Is.defined(endCharacter)) result.endCharacter = endCharacter;
			if (Is.defined(kind)) result.kind = kind;
			if (Is.defined(collapsedText)) result.collapsedText = collapsedText;
			return result;
		}
		FoldingRange.create = create;
		/**
		* Checks whether the given literal conforms to the {@link FoldingRange} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
		}
		FoldingRange.is = is;
	})(FoldingRange || (FoldingRange = {}));
	;
	(function(DiagnosticRelatedInformation) {
		/**
		* Creates a new DiagnosticRelatedInformation literal.
		*/
		function create(location, message) {
			return {
				location,
				message
			};
		}
		DiagnosticRelatedInformation.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DiagnosticRelatedInformation} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
		}
		DiagnosticRelatedInformation.is = is;
	})(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
	;
	(function(DiagnosticSeverity) {
		/**
		* Reports an error.
		*/
		DiagnosticSeverity.Error = 1;
		/**
		* Reports a warning.
		*/
		DiagnosticSeverity.Warning = 2;
		/**
		* Reports an information.
		*/
		DiagnosticSeverity.Information = 3;
		/**
		* Reports a hint.
		*/
		DiagnosticSeverity.Hint = 4;
	})(DiagnosticSeverity || (DiagnosticSeverity = {}));
	;
	(function(DiagnosticTag) {
		/**
		* Unused or unnecessary code.
		*
		* Clients are allowed to render diagnostics with this tag faded out instead of having
		* an error squiggle.
		*/
		DiagnosticTag.Unnecessary = 1;
		/**
		* Deprecated or obsolete code.
		*
		* Clients are allowed to rendered diagnostics with this tag strike through.
		*/
		DiagnosticTag.Deprecated = 2;
	})(DiagnosticTag || (DiagnosticTag = {}));
	;
	(function(CodeDescription) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.href);
		}
		CodeDescription.is = is;
	})(CodeDescription || (CodeDescription = {}));
	;
	(function(Diagnostic) {
		/**
		* Creates a new Diagnostic literal.
		*/
		function create(range, message, severity, code, source, relatedInformation) {
			const result = {
				range,
				message
			};
			if (Is.defined(severity)) result.severity = severity;
			if (Is.defined(code)) result.code = code;
			if (Is.defined(source)) result.source = source;
			if (Is.defined(relatedInformation)) result.relatedInformation = relatedInformation;
			return result;
		}
		Diagnostic.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Diagnostic} interface.
		*/
		function is(value) {
			var _a;
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
		}
		Diagnostic.is = is;
		/**
		* Checks whether the given diagnostic's message conforms to the 3.17.0
		* version of the protocol where the message is a string.
		*
		* @param value the diagnostic
		* @returns true if the diagnostic's message is a string, false otherwise.
		*/
		function is3_17(value) {
			return Is.string(value.message);
		}
		Diagnostic.is3_17 = is3_17;
		/**
		* Gets the message string of a diagnostic. If the message is already a
		* string, it is returned as is. If the message is a MarkupContent,
		* the value of the MarkupContent is returned. Otherwise an error is thrown.
		*
		* @param diagnostic the diagnostic to get the message string from.
		* @returns the message string of the given diagnostic.
		*/
		function getMessageString(diagnostic) {
			if (Is.string(diagnostic.message)) return diagnostic.message;
			else if (MarkupContent.is(diagnostic.message)) return diagnostic.message.value;
			else throw new Error(`Unknown message type ${typeof diagnostic.message}`);
		}
		Diagnostic.getMessageString = getMessageString;
	})(Diagnostic || (Diagnostic = {}));
	;
	(function(Command) {
		/**
		* Creates a new Command literal.
		*/
		function create(title, command, ...args) {
			const result = {
				title,
				command
			};
			if (Is.defined(args) && args.length > 0) result.arguments = args;
			return result;
		}
		Command.create = create;
		/**
		* Checks whether the given literal conforms to the {@link Command} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
		}
		Command.is = is;
	})(Command || (Command = {}));
	;
	(function(TextEdit) {
		/**
		* Creates a replace text edit.
		* @param range The range of text to be replaced.
		* @param newText The new text.
		*/
		function replace(range, newText) {
			return {
				range,
				newText
			};
		}
		TextEdit.replace = replace;
		/**
		* Creates an insert text edit.
		* @param position The position to insert the text at.
		* @param newText The text to be inserted.
		*/
		function insert(position, newText) {
			return {
				range: {
					start: position,
					end: position
				},
				newText
			};
		}
		TextEdit.insert = insert;
		/**
		* Creates a delete text edit.
		* @param range The range of text to be deleted.
		*/
		function del(range) {
			return {
				range,
				newText: ""
			};
		}
		TextEdit.del = del;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
		}
		TextEdit.is = is;
	})(TextEdit || (TextEdit = {}));
	;
	(function(ChangeAnnotation) {
		function create(label, needsConfirmation, description) {
			const result = { label };
			if (needsConfirmation !== void 0) result.needsConfirmation = needsConfirmation;
			if (description !== void 0) result.description = description;
			return result;
		}
		ChangeAnnotation.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
		}
		ChangeAnnotation.is = is;
	})(ChangeAnnotation || (ChangeAnnotation = {}));
	;
	(function(ChangeAnnotationIdentifier) {
		function is(value) {
			const candidate = value;
			return Is.string(candidate);
		}
		ChangeAnnotationIdentifier.is = is;
	})(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
	;
	(function(AnnotatedTextEdit) {
		/**
		* Creates an annotated replace text edit.
		*
		* @param range The range of text to be replaced.
		* @param newText The new text.
		* @param annotation The annotation.
		*/
		function replace(range, newText, annotation) {
			return {
				range,
				newText,
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.replace = replace;
		/**
		* Creates an annotated insert text edit.
		*
		* @param position The position to insert the text at.
		* @param newText The text to be inserted.
		* @param annotation The annotation.
		*/
		function insert(position, newText, annotation) {
			return {
				range: {
					start: position,
					end: position
				},
				newText,
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.insert = insert;
		/**
		* Creates an annotated delete text edit.
		*
		* @param range The range of text to be deleted.
		* @param annotation The annotation.
		*/
		function del(range, annotation) {
			return {
				range,
				newText: "",
				annotationId: annotation
			};
		}
		AnnotatedTextEdit.del = del;
		function is(value) {
			const candidate = value;
			return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		AnnotatedTextEdit.is = is;
	})(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
	;
	(function(TextDocumentEdit) {
		/**
		* Creates a new `TextDocumentEdit`
		*/
		function create(textDocument, edits) {
			return {
				textDocument,
				edits
			};
		}
		TextDocumentEdit.create = create;
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
		}
		TextDocumentEdit.is = is;
	})(TextDocumentEdit || (TextDocumentEdit = {}));
	;
	(function(CreateFile) {
		function create(uri, options, annotation) {
			const result = {
				kind: "create",
				uri
			};
			if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		CreateFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		CreateFile.is = is;
	})(CreateFile || (CreateFile = {}));
	;
	(function(RenameFile) {
		function create(oldUri, newUri, options, annotation) {
			const result = {
				kind: "rename",
				oldUri,
				newUri
			};
			if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		RenameFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		RenameFile.is = is;
	})(RenameFile || (RenameFile = {}));
	;
	(function(DeleteFile) {
		function create(uri, options, annotation) {
			const result = {
				kind: "delete",
				uri
			};
			if (options !== void 0 && (options.recursive !== void 0 || options.ignoreIfNotExists !== void 0)) result.options = options;
			if (annotation !== void 0) result.annotationId = annotation;
			return result;
		}
		DeleteFile.create = create;
		function is(value) {
			const candidate = value;
			return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		DeleteFile.is = is;
	})(DeleteFile || (DeleteFile = {}));
	;
	(function(WorkspaceEdit) {
		function is(value) {
			const candidate = value;
			return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change) => {
				if (Is.string(change.kind)) return CreateFile.is(change) || RenameFile.is(change) || DeleteFile.is(change);
				else return TextDocumentEdit.is(change);
			}));
		}
		WorkspaceEdit.is = is;
	})(WorkspaceEdit || (WorkspaceEdit = {}));
	TextEditChangeImpl = class {
		constructor(edits, changeAnnotations) {
			this.edits = edits;
			this.changeAnnotations = changeAnnotations;
		}
		insert(position, newText, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.insert(position, newText);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.insert(position, newText, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.insert(position, newText, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		replace(range, newText, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.replace(range, newText);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.replace(range, newText, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.replace(range, newText, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		delete(range, annotation) {
			let edit;
			let id;
			if (annotation === void 0) edit = TextEdit.del(range);
			else if (ChangeAnnotationIdentifier.is(annotation)) {
				id = annotation;
				edit = AnnotatedTextEdit.del(range, annotation);
			} else {
				this.assertChangeAnnotations(this.changeAnnotations);
				id = this.changeAnnotations.manage(annotation);
				edit = AnnotatedTextEdit.del(range, id);
			}
			this.edits.push(edit);
			if (id !== void 0) return id;
		}
		add(edit) {
			this.edits.push(edit);
		}
		all() {
			return this.edits;
		}
		clear() {
			this.edits.splice(0, this.edits.length);
		}
		assertChangeAnnotations(value) {
			if (value === void 0) throw new Error(`Text edit change is not configured to manage change annotations.`);
		}
	};
	;
	(function(SnippetTextEdit) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
		}
		SnippetTextEdit.is = is;
	})(SnippetTextEdit || (SnippetTextEdit = {}));
	ChangeAnnotations = class {
		constructor(annotations) {
			this._annotations = annotations === void 0 ? Object.create(null) : annotations;
			this._counter = 0;
			this._size = 0;
		}
		all() {
			return this._annotations;
		}
		get size() {
			return this._size;
		}
		manage(idOrAnnotation, annotation) {
			let id;
			if (ChangeAnnotationIdentifier.is(idOrAnnotation)) id = idOrAnnotation;
			else {
				id = this.nextId();
				annotation = idOrAnnotation;
			}
			if (this._annotations[id] !== void 0) throw new Error(`Id ${id} is already in use.`);
			if (annotation === void 0) throw new Error(`No annotation provided for id ${id}`);
			this._annotations[id] = annotation;
			this._size++;
			return id;
		}
		nextId() {
			this._counter++;
			return this._counter.toString();
		}
	};
	WorkspaceChange = class {
		constructor(workspaceEdit) {
			this._textEditChanges = Object.create(null);
			if (workspaceEdit !== void 0) {
				this._workspaceEdit = workspaceEdit;
				if (workspaceEdit.documentChanges) {
					this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
					workspaceEdit.changeAnnotations = this._changeAnnotations.all();
					workspaceEdit.documentChanges.forEach((change) => {
						if (TextDocumentEdit.is(change)) {
							const textEditChange = new TextEditChangeImpl(change.edits, this._changeAnnotations);
							this._textEditChanges[change.textDocument.uri] = textEditChange;
						}
					});
				} else if (workspaceEdit.changes) Object.keys(workspaceEdit.changes).forEach((key) => {
					const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key]);
					this._textEditChanges[key] = textEditChange;
				});
			} else this._workspaceEdit = {};
		}
		/**
		* Returns the underlying {@link WorkspaceEdit} literal
		* use to be returned from a workspace edit operation like rename.
		*/
		get edit() {
			this.initDocumentChanges();
			if (this._changeAnnotations !== void 0) {
				if (this._changeAnnotations.size === 0) this._workspaceEdit.changeAnnotations = void 0;
				else this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
			}
			return this._workspaceEdit;
		}
		getTextEditChange(key) {
			if (OptionalVersionedTextDocumentIdentifier.is(key)) {
				this.initDocumentChanges();
				if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
				const textDocument = {
					uri: key.uri,
					version: key.version
				};
				let result = this._textEditChanges[textDocument.uri];
				if (!result) {
					const edits = [];
					const textDocumentEdit = {
						textDocument,
						edits
					};
					this._workspaceEdit.documentChanges.push(textDocumentEdit);
					result = new TextEditChangeImpl(edits, this._changeAnnotations);
					this._textEditChanges[textDocument.uri] = result;
				}
				return result;
			} else {
				this.initChanges();
				if (this._workspaceEdit.changes === void 0) throw new Error("Workspace edit is not configured for normal text edit changes.");
				let result = this._textEditChanges[key];
				if (!result) {
					const edits = [];
					this._workspaceEdit.changes[key] = edits;
					result = new TextEditChangeImpl(edits);
					this._textEditChanges[key] = result;
				}
				return result;
			}
		}
		initDocumentChanges() {
			if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
				this._changeAnnotations = new ChangeAnnotations();
				this._workspaceEdit.documentChanges = [];
				this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
			}
		}
		initChanges() {
			if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) this._workspaceEdit.changes = Object.create(null);
		}
		createFile(uri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = CreateFile.create(uri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = CreateFile.create(uri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
		renameFile(oldUri, newUri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = RenameFile.create(oldUri, newUri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = RenameFile.create(oldUri, newUri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
		deleteFile(uri, optionsOrAnnotation, options) {
			this.initDocumentChanges();
			if (this._workspaceEdit.documentChanges === void 0) throw new Error("Workspace edit is not configured for document changes.");
			let annotation;
			if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) annotation = optionsOrAnnotation;
			else options = optionsOrAnnotation;
			let operation;
			let id;
			if (annotation === void 0) operation = DeleteFile.create(uri, options);
			else {
				id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
				operation = DeleteFile.create(uri, options, id);
			}
			this._workspaceEdit.documentChanges.push(operation);
			if (id !== void 0) return id;
		}
	};
	;
	(function(TextDocumentIdentifier) {
		/**
		* Creates a new TextDocumentIdentifier literal.
		* @param uri The document's uri.
		*/
		function create(uri) {
			return { uri };
		}
		TextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link TextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri);
		}
		TextDocumentIdentifier.is = is;
	})(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
	;
	(function(VersionedTextDocumentIdentifier) {
		/**
		* Creates a new VersionedTextDocumentIdentifier literal.
		* @param uri The document's uri.
		* @param version The document's version.
		*/
		function create(uri, version) {
			return {
				uri,
				version
			};
		}
		VersionedTextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link VersionedTextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
		}
		VersionedTextDocumentIdentifier.is = is;
	})(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
	;
	(function(OptionalVersionedTextDocumentIdentifier) {
		/**
		* Creates a new OptionalVersionedTextDocumentIdentifier literal.
		* @param uri The document's uri.
		* @param version The document's version.
		*/
		function create(uri, version) {
			return {
				uri,
				version
			};
		}
		OptionalVersionedTextDocumentIdentifier.create = create;
		/**
		* Checks whether the given literal conforms to the {@link OptionalVersionedTextDocumentIdentifier} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
		}
		OptionalVersionedTextDocumentIdentifier.is = is;
	})(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
	;
	(function(LanguageKind) {
		LanguageKind.ABAP = "abap";
		LanguageKind.WindowsBat = "bat";
		LanguageKind.BibTeX = "bibtex";
		LanguageKind.Clojure = "clojure";
		LanguageKind.Coffeescript = "coffeescript";
		LanguageKind.C = "c";
		LanguageKind.CPP = "cpp";
		LanguageKind.CSharp = "csharp";
		LanguageKind.CSS = "css";
		/**
		* @since 3.18.0
		*/
		LanguageKind.D = "d";
		/**
		* @since 3.18.0
		*/
		LanguageKind.Delphi = "pascal";
		LanguageKind.Diff = "diff";
		LanguageKind.Dart = "dart";
		LanguageKind.Dockerfile = "dockerfile";
		LanguageKind.Elixir = "elixir";
		LanguageKind.Erlang = "erlang";
		LanguageKind.FSharp = "fsharp";
		LanguageKind.GitCommit = "git-commit";
		LanguageKind.GitRebase = "git-rebase";
		LanguageKind.Go = "go";
		LanguageKind.Groovy = "groovy";
		LanguageKind.Handlebars = "handlebars";
		LanguageKind.Haskell = "haskell";
		LanguageKind.HTML = "html";
		LanguageKind.Ini = "ini";
		LanguageKind.Java = "java";
		LanguageKind.JavaScript = "javascript";
		LanguageKind.JavaScriptReact = "javascriptreact";
		LanguageKind.JSON = "json";
		LanguageKind.LaTeX = "latex";
		LanguageKind.Less = "less";
		LanguageKind.Lua = "lua";
		LanguageKind.Makefile = "makefile";
		LanguageKind.Markdown = "markdown";
		LanguageKind.ObjectiveC = "objective-c";
		LanguageKind.ObjectiveCPP = "objective-cpp";
		/**
		* @since 3.18.0
		*/
		LanguageKind.Pascal = "pascal";
		LanguageKind.Perl = "perl";
		LanguageKind.Perl6 = "perl6";
		LanguageKind.PHP = "php";
		LanguageKind.Plaintext = "plaintext";
		LanguageKind.Powershell = "powershell";
		LanguageKind.Pug = "jade";
		LanguageKind.Python = "python";
		LanguageKind.R = "r";
		LanguageKind.Razor = "razor";
		LanguageKind.Ruby = "ruby";
		LanguageKind.Rust = "rust";
		LanguageKind.SCSS = "scss";
		LanguageKind.SASS = "sass";
		LanguageKind.Scala = "scala";
		LanguageKind.ShaderLab = "shaderlab";
		LanguageKind.ShellScript = "shellscript";
		LanguageKind.SQL = "sql";
		LanguageKind.Swift = "swift";
		LanguageKind.TypeScript = "typescript";
		LanguageKind.TypeScriptReact = "typescriptreact";
		LanguageKind.TeX = "tex";
		LanguageKind.VisualBasic = "vb";
		LanguageKind.XML = "xml";
		LanguageKind.XSL = "xsl";
		LanguageKind.YAML = "yaml";
	})(LanguageKind || (LanguageKind = {}));
	;
	(function(TextDocumentItem) {
		/**
		* Creates a new TextDocumentItem literal.
		* @param uri The document's uri.
		* @param languageId The document's language identifier.
		* @param version The document's version number.
		* @param text The document's text.
		*/
		function create(uri, languageId, version, text) {
			return {
				uri,
				languageId,
				version,
				text
			};
		}
		TextDocumentItem.create = create;
		/**
		* Checks whether the given literal conforms to the {@link TextDocumentItem} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
		}
		TextDocumentItem.is = is;
	})(TextDocumentItem || (TextDocumentItem = {}));
	;
	(function(MarkupKind) {
		/**
		* Plain text is supported as a content format
		*/
		MarkupKind.PlainText = "plaintext";
		/**
		* Markdown is supported as a content format
		*/
		MarkupKind.Markdown = "markdown";
		/**
		* Checks whether the given value is a value of the {@link MarkupKind} type.
		*/
		function is(value) {
			const candidate = value;
			return candidate === MarkupKind.PlainText || candidate === MarkupKind.Markdown;
		}
		MarkupKind.is = is;
	})(MarkupKind || (MarkupKind = {}));
	;
	(function(MarkupContent) {
		/**
		* Checks whether the given value conforms to the {@link MarkupContent} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(value) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
		}
		MarkupContent.is = is;
	})(MarkupContent || (MarkupContent = {}));
	;
	(function(CompletionItemKind) {
		CompletionItemKind.Text = 1;
		CompletionItemKind.Method = 2;
		CompletionItemKind.Function = 3;
		CompletionItemKind.Constructor = 4;
		CompletionItemKind.Field = 5;
		CompletionItemKind.Variable = 6;
		CompletionItemKind.Class = 7;
		CompletionItemKind.Interface = 8;
		CompletionItemKind.Module = 9;
		CompletionItemKind.Property = 10;
		CompletionItemKind.Unit = 11;
		CompletionItemKind.Value = 12;
		CompletionItemKind.Enum = 13;
		CompletionItemKind.Keyword = 14;
		CompletionItemKind.Snippet = 15;
		CompletionItemKind.Color = 16;
		CompletionItemKind.File = 17;
		CompletionItemKind.Reference = 18;
		CompletionItemKind.Folder = 19;
		CompletionItemKind.EnumMember = 20;
		CompletionItemKind.Constant = 21;
		CompletionItemKind.Struct = 22;
		CompletionItemKind.Event = 23;
		CompletionItemKind.Operator = 24;
		CompletionItemKind.TypeParameter = 25;
	})(CompletionItemKind || (CompletionItemKind = {}));
	;
	(function(InsertTextFormat) {
		/**
		* The primary text to be inserted is treated as a plain string.
		*/
		InsertTextFormat.PlainText = 1;
		/**
		* The primary text to be inserted is treated as a snippet.
		*
		* A snippet can define tab stops and placeholders with `$1`, `$2`
		* and `${3:foo}`. `$0` defines the final tab stop, it defaults to
		* the end of the snippet. Placeholders with equal identifiers are linked,
		* that is typing in one will update others too.
		*
		* See also: https://microsoft.github.io/language-server-protocol/specifications/specification-current/#snippet_syntax
		*/
		InsertTextFormat.Snippet = 2;
	})(InsertTextFormat || (InsertTextFormat = {}));
	;
	(function(CompletionItemTag) {
		/**
		* Render a completion as obsolete, usually using a strike-out.
		*/
		CompletionItemTag.Deprecated = 1;
	})(CompletionItemTag || (CompletionItemTag = {}));
	;
	(function(InsertReplaceEdit) {
		/**
		* Creates a new insert / replace edit
		*/
		function create(newText, insert, replace) {
			return {
				newText,
				insert,
				replace
			};
		}
		InsertReplaceEdit.create = create;
		/**
		* Checks whether the given literal conforms to the {@link InsertReplaceEdit} interface.
		*/
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
		}
		InsertReplaceEdit.is = is;
	})(InsertReplaceEdit || (InsertReplaceEdit = {}));
	;
	(function(InsertTextMode) {
		/**
		* The insertion or replace strings is taken as it is. If the
		* value is multi line the lines below the cursor will be
		* inserted using the indentation defined in the string value.
		* The client will not apply any kind of adjustments to the
		* string.
		*/
		InsertTextMode.asIs = 1;
		/**
		* The editor adjusts leading whitespace of new lines so that
		* they match the indentation up to the cursor of the line for
		* which the item is accepted.
		*
		* Consider a line like this: <2tabs><cursor><3tabs>foo. Accepting a
		* multi line completion item is indented using 2 tabs and all
		* following lines inserted will be indented using 2 tabs as well.
		*/
		InsertTextMode.adjustIndentation = 2;
	})(InsertTextMode || (InsertTextMode = {}));
	;
	(function(ApplyKind) {
		/**
		* The value from the individual item (if provided and not `null`) will be
		* used instead of the default.
		*/
		ApplyKind.Replace = 1;
		/**
		* The value from the item will be merged with the default.
		*
		* The specific rules for mergeing values are defined against each field
		* that supports merging.
		*/
		ApplyKind.Merge = 2;
	})(ApplyKind || (ApplyKind = {}));
	;
	(function(CompletionItemLabelDetails) {
		function is(value) {
			const candidate = value;
			return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
		}
		CompletionItemLabelDetails.is = is;
	})(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
	;
	(function(CompletionItem) {
		/**
		* Create a completion item and seed it with a label.
		* @param label The completion item's label
		*/
		function create(label) {
			return { label };
		}
		CompletionItem.create = create;
	})(CompletionItem || (CompletionItem = {}));
	;
	(function(CompletionList) {
		/**
		* Creates a new completion list.
		*
		* @param items The completion items.
		* @param isIncomplete The list is not complete.
		*/
		function create(items, isIncomplete) {
			return {
				items: items ? items : [],
				isIncomplete: !!isIncomplete
			};
		}
		CompletionList.create = create;
	})(CompletionList || (CompletionList = {}));
	;
	(function(MarkedString) {
		/**
		* Creates a marked string from plain text.
		*
		* @param plainText The plain text.
		*/
		function fromPlainText(plainText) {
			return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
		}
		MarkedString.fromPlainText = fromPlainText;
		/**
		* Checks whether the given value conforms to the {@link MarkedString} type.
		*/
		function is(value) {
			const candidate = value;
			return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
		}
		MarkedString.is = is;
	})(MarkedString || (MarkedString = {}));
	;
	(function(Hover) {
		/**
		* Checks whether the given value conforms to the {@link Hover} interface.
		*/
		function is(value) {
			const candidate = value;
			return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value.range === void 0 || Range.is(value.range));
		}
		Hover.is = is;
	})(Hover || (Hover = {}));
	;
	(function(ParameterInformation) {
		/**
		* Creates a new parameter information literal.
		*
		* @param label A label string.
		* @param documentation A doc string.
		*/
		function create(label, documentation) {
			return documentation ? {
				label,
				documentation
			} : { label };
		}
		ParameterInformation.create = create;
	})(ParameterInformation || (ParameterInformation = {}));
	;
	(function(SignatureInformation) {
		function create(label, documentation, ...parameters) {
			const result = { label };
			if (Is.defined(documentation)) result.documentation = documentation;
			if (Is.defined(parameters)) result.parameters = parameters;
			else result.parameters = [];
			return result;
		}
		SignatureInformation.create = create;
	})(SignatureInformation || (SignatureInformation = {}));
	;
	(function(DocumentHighlightKind) {
		/**
		* A textual occurrence.
		*/
		DocumentHighlightKind.Text = 1;
		/**
		* Read-access of a symbol, like reading a variable.
		*/
		DocumentHighlightKind.Read = 2;
		/**
		* Write-access of a symbol, like writing to a variable.
		*/
		DocumentHighlightKind.Write = 3;
	})(DocumentHighlightKind || (DocumentHighlightKind = {}));
	;
	(function(DocumentHighlight) {
		/**
		* Create a DocumentHighlight object.
		* @param range The range the highlight applies to.
		* @param kind The highlight kind
		*/
		function create(range, kind) {
			const result = { range };
			if (Is.number(kind)) result.kind = kind;
			return result;
		}
		DocumentHighlight.create = create;
	})(DocumentHighlight || (DocumentHighlight = {}));
	;
	(function(SymbolKind) {
		SymbolKind.File = 1;
		SymbolKind.Module = 2;
		SymbolKind.Namespace = 3;
		SymbolKind.Package = 4;
		SymbolKind.Class = 5;
		SymbolKind.Method = 6;
		SymbolKind.Property = 7;
		SymbolKind.Field = 8;
		SymbolKind.Constructor = 9;
		SymbolKind.Enum = 10;
		SymbolKind.Interface = 11;
		SymbolKind.Function = 12;
		SymbolKind.Variable = 13;
		SymbolKind.Constant = 14;
		SymbolKind.String = 15;
		SymbolKind.Number = 16;
		SymbolKind.Boolean = 17;
		SymbolKind.Array = 18;
		SymbolKind.Object = 19;
		SymbolKind.Key = 20;
		SymbolKind.Null = 21;
		SymbolKind.EnumMember = 22;
		SymbolKind.Struct = 23;
		SymbolKind.Event = 24;
		SymbolKind.Operator = 25;
		SymbolKind.TypeParameter = 26;
	})(SymbolKind || (SymbolKind = {}));
	;
	(function(SymbolTag) {
		/**
		* Render a symbol as obsolete, usually using a strike-out.
		*/
		SymbolTag.Deprecated = 1;
	})(SymbolTag || (SymbolTag = {}));
	;
	(function(SymbolInformation) {
		/**
		* Creates a new symbol information literal.
		*
		* @param name The name of the symbol.
		* @param kind The kind of the symbol.
		* @param range The range of the location of the symbol.
		* @param uri The resource of the location of symbol.
		* @param containerName The name of the symbol containing the symbol.
		*/
		function create(name, kind, range, uri, containerName) {
			const result = {
				name,
				kind,
				location: {
					uri,
					range
				}
			};
			if (containerName) result.containerName = containerName;
			return result;
		}
		SymbolInformation.create = create;
	})(SymbolInformation || (SymbolInformation = {}));
	;
	(function(WorkspaceSymbol) {
		/**
		* Create a new workspace symbol.
		*
		* @param name The name of the symbol.
		* @param kind The kind of the symbol.
		* @param uri The resource of the location of the symbol.
		* @param range An options range of the location.
		* @returns A WorkspaceSymbol.
		*/
		function create(name, kind, uri, range) {
			return range !== void 0 ? {
				name,
				kind,
				location: {
					uri,
					range
				}
			} : {
				name,
				kind,
				location: { uri }
			};
		}
		WorkspaceSymbol.create = create;
	})(WorkspaceSymbol || (WorkspaceSymbol = {}));
	;
	(function(DocumentSymbol) {
		/**
		* Creates a new symbol information literal.
		*
		* @param name The name of the symbol.
		* @param detail The detail of the symbol.
		* @param kind The kind of the symbol.
		* @param range The range of the symbol.
		* @param selectionRange The selectionRange of the symbol.
		* @param children Children of the symbol.
		*/
		function create(name, detail, kind, range, selectionRange, children) {
			const result = {
				name,
				detail,
				kind,
				range,
				selectionRange
			};
			if (children !== void 0) result.children = children;
			return result;
		}
		DocumentSymbol.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DocumentSymbol} interface.
		*/
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
		}
		DocumentSymbol.is = is;
	})(DocumentSymbol || (DocumentSymbol = {}));
	;
	(function(CodeActionKind) {
		/**
		* Empty kind.
		*/
		CodeActionKind.Empty = "";
		/**
		* Base kind for quickfix actions: 'quickfix'
		*/
		CodeActionKind.QuickFix = "quickfix";
		/**
		* Base kind for refactoring actions: 'refactor'
		*/
		CodeActionKind.Refactor = "refactor";
		/**
		* Base kind for refactoring extraction actions: 'refactor.extract'
		*
		* Example extract actions:
		*
		* - Extract method
		* - Extract function
		* - Extract variable
		* - Extract interface from class
		* - ...
		*/
		CodeActionKind.RefactorExtract = "refactor.extract";
		/**
		* Base kind for refactoring inline actions: 'refactor.inline'
		*
		* Example inline actions:
		*
		* - Inline function
		* - Inline variable
		* - Inline constant
		* - ...
		*/
		CodeActionKind.RefactorInline = "refactor.inline";
		/**
		* Base kind for refactoring move actions: `refactor.move`
		*
		* Example move actions:
		*
		* - Move a function to a new file
		* - Move a property between classes
		* - Move method to base class
		* - ...
		*
		* @since 3.18.0
		*/
		CodeActionKind.RefactorMove = "refactor.move";
		/**
		* Base kind for refactoring rewrite actions: 'refactor.rewrite'
		*
		* Example rewrite actions:
		*
		* - Convert JavaScript function to class
		* - Add or remove parameter
		* - Encapsulate field
		* - Make method static
		* - Move method to base class
		* - ...
		*/
		CodeActionKind.RefactorRewrite = "refactor.rewrite";
		/**
		* Base kind for source actions: `source`
		*
		* Source code actions apply to the entire file.
		*/
		CodeActionKind.Source = "source";
		/**
		* Base kind for an organize imports source action: `source.organizeImports`
		*/
		CodeActionKind.SourceOrganizeImports = "source.organizeImports";
		/**
		* Base kind for auto-fix source actions: `source.fixAll`.
		*
		* Fix all actions automatically fix errors that have a clear fix that do not require user input.
		* They should not suppress errors or perform unsafe fixes such as generating new types or classes.
		*
		* @since 3.15.0
		*/
		CodeActionKind.SourceFixAll = "source.fixAll";
		/**
		* Base kind for all code actions applying to the entire notebook's scope. CodeActionKinds using
		* this should always begin with `notebook.`
		*
		* @since 3.18.0
		*/
		CodeActionKind.Notebook = "notebook";
	})(CodeActionKind || (CodeActionKind = {}));
	;
	(function(CodeActionTriggerKind) {
		/**
		* Code actions were explicitly requested by the user or by an extension.
		*/
		CodeActionTriggerKind.Invoked = 1;
		/**
		* Code actions were requested automatically.
		*
		* This typically happens when current selection in a file changes, but can
		* also be triggered when file content changes.
		*/
		CodeActionTriggerKind.Automatic = 2;
	})(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
	;
	(function(CodeActionContext) {
		/**
		* Creates a new CodeActionContext literal.
		*/
		function create(diagnostics, only, triggerKind) {
			const result = { diagnostics };
			if (only !== void 0 && only !== null) result.only = only;
			if (triggerKind !== void 0 && triggerKind !== null) result.triggerKind = triggerKind;
			return result;
		}
		CodeActionContext.create = create;
		/**
		* Checks whether the given literal conforms to the {@link CodeActionContext} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
		}
		CodeActionContext.is = is;
	})(CodeActionContext || (CodeActionContext = {}));
	;
	(function(CodeActionTag) {
		/**
		* Marks the code action as LLM-generated.
		*/
		CodeActionTag.LLMGenerated = 1;
		/**
		* Checks whether the given literal conforms to the {@link CodeActionTag} interface.
		*/
		function is(value) {
			return Is.defined(value) && value === CodeActionTag.LLMGenerated;
		}
		CodeActionTag.is = is;
	})(CodeActionTag || (CodeActionTag = {}));
	;
	(function(CodeAction) {
		function create(title, kindOrCommandOrEdit, kind) {
			const result = { title };
			let checkKind = true;
			if (typeof kindOrCommandOrEdit === "string") {
				checkKind = false;
				result.kind = kindOrCommandOrEdit;
			} else if (Command.is(kindOrCommandOrEdit)) result.command = kindOrCommandOrEdit;
			else result.edit = kindOrCommandOrEdit;
			if (checkKind && kind !== void 0) result.kind = kind;
			return result;
		}
		CodeAction.create = create;
		function is(value) {
			const candidate = value;
			return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
		}
		CodeAction.is = is;
	})(CodeAction || (CodeAction = {}));
	;
	(function(CodeLens) {
		/**
		* Creates a new CodeLens literal.
		*/
		function create(range, data) {
			const result = { range };
			if (Is.defined(data)) result.data = data;
			return result;
		}
		CodeLens.create = create;
		/**
		* Checks whether the given literal conforms to the {@link CodeLens} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
		}
		CodeLens.is = is;
	})(CodeLens || (CodeLens = {}));
	;
	(function(FormattingOptions) {
		/**
		* Creates a new FormattingOptions literal.
		*/
		function create(tabSize, insertSpaces) {
			return {
				tabSize,
				insertSpaces
			};
		}
		FormattingOptions.create = create;
		/**
		* Checks whether the given literal conforms to the {@link FormattingOptions} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
		}
		FormattingOptions.is = is;
	})(FormattingOptions || (FormattingOptions = {}));
	;
	(function(DocumentLink) {
		/**
		* Creates a new DocumentLink literal.
		*/
		function create(range, target, data) {
			return {
				range,
				target,
				data
			};
		}
		DocumentLink.create = create;
		/**
		* Checks whether the given literal conforms to the {@link DocumentLink} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
		}
		DocumentLink.is = is;
	})(DocumentLink || (DocumentLink = {}));
	;
	(function(SelectionRange) {
		/**
		* Creates a new SelectionRange
		* @param range the range.
		* @param parent an optional parent.
		*/
		function create(range, parent) {
			return {
				range,
				parent
			};
		}
		SelectionRange.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange.is(candidate.parent));
		}
		SelectionRange.is = is;
	})(SelectionRange || (SelectionRange = {}));
	;
	(function(SemanticTokenTypes) {
		SemanticTokenTypes["namespace"] = "namespace";
		/**
		* Represents a generic type. Acts as a fallback for types which can't be mapped to
		* a specific type like class or enum.
		*/
		SemanticTokenTypes["type"] = "type";
		SemanticTokenTypes["class"] = "class";
		SemanticTokenTypes["enum"] = "enum";
		SemanticTokenTypes["interface"] = "interface";
		SemanticTokenTypes["struct"] = "struct";
		SemanticTokenTypes["typeParameter"] = "typeParameter";
		SemanticTokenTypes["parameter"] = "parameter";
		SemanticTokenTypes["variable"] = "variable";
		SemanticTokenTypes["property"] = "property";
		SemanticTokenTypes["enumMember"] = "enumMember";
		SemanticTokenTypes["event"] = "event";
		SemanticTokenTypes["function"] = "function";
		SemanticTokenTypes["method"] = "method";
		SemanticTokenTypes["macro"] = "macro";
		SemanticTokenTypes["keyword"] = "keyword";
		SemanticTokenTypes["modifier"] = "modifier";
		SemanticTokenTypes["comment"] = "comment";
		SemanticTokenTypes["string"] = "string";
		SemanticTokenTypes["number"] = "number";
		SemanticTokenTypes["regexp"] = "regexp";
		SemanticTokenTypes["operator"] = "operator";
		/**
		* @since 3.17.0
		*/
		SemanticTokenTypes["decorator"] = "decorator";
		/**
		* @since 3.18.0
		*/
		SemanticTokenTypes["label"] = "label";
	})(SemanticTokenTypes || (SemanticTokenTypes = {}));
	;
	(function(SemanticTokenModifiers) {
		SemanticTokenModifiers["declaration"] = "declaration";
		SemanticTokenModifiers["definition"] = "definition";
		SemanticTokenModifiers["readonly"] = "readonly";
		SemanticTokenModifiers["static"] = "static";
		SemanticTokenModifiers["deprecated"] = "deprecated";
		SemanticTokenModifiers["abstract"] = "abstract";
		SemanticTokenModifiers["async"] = "async";
		SemanticTokenModifiers["modification"] = "modification";
		SemanticTokenModifiers["documentation"] = "documentation";
		SemanticTokenModifiers["defaultLibrary"] = "defaultLibrary";
	})(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
	;
	(function(SemanticTokens) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
		}
		SemanticTokens.is = is;
	})(SemanticTokens || (SemanticTokens = {}));
	;
	(function(InlineValueText) {
		/**
		* Creates a new InlineValueText literal.
		*/
		function create(range, text) {
			return {
				range,
				text
			};
		}
		InlineValueText.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
		}
		InlineValueText.is = is;
	})(InlineValueText || (InlineValueText = {}));
	;
	(function(InlineValueVariableLookup) {
		/**
		* Creates a new InlineValueText literal.
		*/
		function create(range, variableName, caseSensitiveLookup) {
			return {
				range,
				variableName,
				caseSensitiveLookup
			};
		}
		InlineValueVariableLookup.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
		}
		InlineValueVariableLookup.is = is;
	})(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
	;
	(function(InlineValueEvaluatableExpression) {
		/**
		* Creates a new InlineValueEvaluatableExpression literal.
		*/
		function create(range, expression) {
			return {
				range,
				expression
			};
		}
		InlineValueEvaluatableExpression.create = create;
		function is(value) {
			const candidate = value;
			return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
		}
		InlineValueEvaluatableExpression.is = is;
	})(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
	;
	(function(InlineValueContext) {
		/**
		* Creates a new InlineValueContext literal.
		*/
		function create(frameId, stoppedLocation) {
			return {
				frameId,
				stoppedLocation
			};
		}
		InlineValueContext.create = create;
		/**
		* Checks whether the given literal conforms to the {@link InlineValueContext} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Range.is(value.stoppedLocation);
		}
		InlineValueContext.is = is;
	})(InlineValueContext || (InlineValueContext = {}));
	;
	(function(InlayHintKind) {
		/**
		* An inlay hint that for a type annotation.
		*/
		InlayHintKind.Type = 1;
		/**
		* An inlay hint that is for a parameter.
		*/
		InlayHintKind.Parameter = 2;
		function is(value) {
			return value === 1 || value === 2;
		}
		InlayHintKind.is = is;
	})(InlayHintKind || (InlayHintKind = {}));
	;
	(function(InlayHintLabelPart) {
		function create(value) {
			return { value };
		}
		InlayHintLabelPart.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
		}
		InlayHintLabelPart.is = is;
	})(InlayHintLabelPart || (InlayHintLabelPart = {}));
	;
	(function(InlayHint) {
		function create(position, label, kind) {
			const result = {
				position,
				label
			};
			if (kind !== void 0) result.kind = kind;
			return result;
		}
		InlayHint.create = create;
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
		}
		InlayHint.is = is;
	})(InlayHint || (InlayHint = {}));
	;
	(function(StringValue) {
		function createSnippet(value) {
			return {
				kind: "snippet",
				value
			};
		}
		StringValue.createSnippet = createSnippet;
		function isSnippet(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
		}
		StringValue.isSnippet = isSnippet;
	})(StringValue || (StringValue = {}));
	;
	(function(InlineCompletionItem) {
		function create(insertText, filterText, range, command) {
			return {
				insertText,
				filterText,
				range,
				command
			};
		}
		InlineCompletionItem.create = create;
	})(InlineCompletionItem || (InlineCompletionItem = {}));
	;
	(function(InlineCompletionList) {
		function create(items) {
			return { items };
		}
		InlineCompletionList.create = create;
	})(InlineCompletionList || (InlineCompletionList = {}));
	;
	(function(InlineCompletionTriggerKind) {
		/**
		* Completion was triggered explicitly by a user gesture.
		*/
		InlineCompletionTriggerKind.Invoked = 1;
		/**
		* Completion was triggered automatically while editing.
		*/
		InlineCompletionTriggerKind.Automatic = 2;
	})(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
	;
	(function(SelectedCompletionInfo) {
		function create(range, text) {
			return {
				range,
				text
			};
		}
		SelectedCompletionInfo.create = create;
	})(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
	;
	(function(InlineCompletionContext) {
		function create(triggerKind, selectedCompletionInfo) {
			return {
				triggerKind,
				selectedCompletionInfo
			};
		}
		InlineCompletionContext.create = create;
	})(InlineCompletionContext || (InlineCompletionContext = {}));
	;
	(function(WorkspaceFolder) {
		function is(value) {
			const candidate = value;
			return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
		}
		WorkspaceFolder.is = is;
	})(WorkspaceFolder || (WorkspaceFolder = {}));
	EOL = [
		"\n",
		"\r\n",
		"\r"
	];
	;
	(function(TextDocument) {
		/**
		* Creates a new ITextDocument literal from the given uri and content.
		* @param uri The document's uri.
		* @param languageId The document's language Id.
		* @param version The document's version.
		* @param content The document's content.
		*/
		function create(uri, languageId, version, content) {
			return new FullTextDocument$1(uri, languageId, version, content);
		}
		TextDocument.create = create;
		/**
		* Checks whether the given literal conforms to the {@link ITextDocument} interface.
		*/
		function is(value) {
			const candidate = value;
			return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
		}
		TextDocument.is = is;
		function applyEdits(document, edits) {
			let text = document.getText();
			const sortedEdits = mergeSort(edits, (a, b) => {
				const diff = a.range.start.line - b.range.start.line;
				if (diff === 0) return a.range.start.character - b.range.start.character;
				return diff;
			});
			let lastModifiedOffset = text.length;
			for (let i = sortedEdits.length - 1; i >= 0; i--) {
				const e = sortedEdits[i];
				const startOffset = document.offsetAt(e.range.start);
				const endOffset = document.offsetAt(e.range.end);
				if (endOffset <= lastModifiedOffset) text = text.substring(0, startOffset) + e.newText + text.substring(endOffset, text.length);
				else throw new Error("Overlapping edit");
				lastModifiedOffset = startOffset;
			}
			return text;
		}
		TextDocument.applyEdits = applyEdits;
		function mergeSort(data, compare) {
			if (data.length <= 1) return data;
			const p = data.length / 2 | 0;
			const left = data.slice(0, p);
			const right = data.slice(p);
			mergeSort(left, compare);
			mergeSort(right, compare);
			let leftIdx = 0;
			let rightIdx = 0;
			let i = 0;
			while (leftIdx < left.length && rightIdx < right.length) if (compare(left[leftIdx], right[rightIdx]) <= 0) data[i++] = left[leftIdx++];
			else data[i++] = right[rightIdx++];
			while (leftIdx < left.length) data[i++] = left[leftIdx++];
			while (rightIdx < right.length) data[i++] = right[rightIdx++];
			return data;
		}
	})(TextDocument$1 || (TextDocument$1 = {}));
	FullTextDocument$1 = class {
		constructor(uri, languageId, version, content) {
			this._uri = uri;
			this._languageId = languageId;
			this._version = version;
			this._content = content;
			this._lineOffsets = void 0;
		}
		get uri() {
			return this._uri;
		}
		get languageId() {
			return this._languageId;
		}
		get version() {
			return this._version;
		}
		getText(range) {
			if (range) {
				const start = this.offsetAt(range.start);
				const end = this.offsetAt(range.end);
				return this._content.substring(start, end);
			}
			return this._content;
		}
		update(event, version) {
			this._content = event.text;
			this._version = version;
			this._lineOffsets = void 0;
		}
		getLineOffsets() {
			if (this._lineOffsets === void 0) {
				const lineOffsets = [];
				const text = this._content;
				let isLineStart = true;
				for (let i = 0; i < text.length; i++) {
					if (isLineStart) {
						lineOffsets.push(i);
						isLineStart = false;
					}
					const ch = text.charAt(i);
					isLineStart = ch === "\r" || ch === "\n";
					if (ch === "\r" && i + 1 < text.length && text.charAt(i + 1) === "\n") i++;
				}
				if (isLineStart && text.length > 0) lineOffsets.push(text.length);
				this._lineOffsets = lineOffsets;
			}
			return this._lineOffsets;
		}
		positionAt(offset) {
			offset = Math.max(Math.min(offset, this._content.length), 0);
			const lineOffsets = this.getLineOffsets();
			let low = 0, high = lineOffsets.length;
			if (high === 0) return Position.create(0, offset);
			while (low < high) {
				const mid = Math.floor((low + high) / 2);
				if (lineOffsets[mid] > offset) high = mid;
				else low = mid + 1;
			}
			const line = low - 1;
			return Position.create(line, offset - lineOffsets[line]);
		}
		offsetAt(position) {
			const lineOffsets = this.getLineOffsets();
			if (position.line >= lineOffsets.length) return this._content.length;
			else if (position.line < 0) return 0;
			const lineOffset = lineOffsets[position.line];
			const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
			return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
		}
		get lineCount() {
			return this.getLineOffsets().length;
		}
	};
	;
	(function(Is) {
		const toString = Object.prototype.toString;
		function defined(value) {
			return typeof value !== "undefined";
		}
		Is.defined = defined;
		function undefined(value) {
			return typeof value === "undefined";
		}
		Is.undefined = undefined;
		function boolean(value) {
			return value === true || value === false;
		}
		Is.boolean = boolean;
		function string(value) {
			return toString.call(value) === "[object String]";
		}
		Is.string = string;
		function number(value) {
			return toString.call(value) === "[object Number]";
		}
		Is.number = number;
		function numberRange(value, min, max) {
			return toString.call(value) === "[object Number]" && min <= value && value <= max;
		}
		Is.numberRange = numberRange;
		function integer(value) {
			return toString.call(value) === "[object Number]" && -2147483648 <= value && value <= 2147483647;
		}
		Is.integer = integer;
		function uinteger(value) {
			return toString.call(value) === "[object Number]" && 0 <= value && value <= 2147483647;
		}
		Is.uinteger = uinteger;
		function func(value) {
			return toString.call(value) === "[object Function]";
		}
		Is.func = func;
		function objectLiteral(value) {
			return value !== null && typeof value === "object";
		}
		Is.objectLiteral = objectLiteral;
		function typedArray(value, check) {
			return Array.isArray(value) && value.every(check);
		}
		Is.typedArray = typedArray;
	})(Is || (Is = {}));
}));

// node_modules/dockerfile-ast/lib/line.js
var require_line = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Line = void 0;
	var Line = class {
		constructor(document, range) {
			this.document = document;
			this.range = range;
		}
		getRange() {
			return this.range;
		}
		getTextContent() {
			return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
		}
		isAfter(line) {
			return this.range.start.line > line.range.start.line;
		}
		isBefore(line) {
			return this.range.start.line < line;
		}
	};
	exports.Line = Line;
}));

// node_modules/dockerfile-ast/lib/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Util = void 0;
	var Util = class Util {
		static isUTF8BOM(char) {
			const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
			return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
		}
		static isWhitespace(char) {
			return char === " " || char === "	" || Util.isNewline(char);
		}
		static isNewline(char) {
			return char === "\r" || char === "\n";
		}
		static findLeadingNonWhitespace(content, escapeChar) {
			whitespaceCheck: for (let i = 0; i < content.length; i++) switch (content.charAt(i)) {
				case " ":
				case "	": continue;
				case escapeChar:
					escapeCheck: for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r":
							i = j + 1;
							continue whitespaceCheck;
						case "\n":
							i = j;
							continue whitespaceCheck;
						default: break escapeCheck;
					}
					return -1;
				default: return i;
			}
			return -1;
		}
		/**
		* Determines if the given position is contained within the given range.
		*
		* @param position the position to check
		* @param range the range to see if the position is inside of
		*/
		static isInsideRange(position, range) {
			if (range.start.line === range.end.line) return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
			else if (range.start.line === position.line) return range.start.character <= position.character;
			else if (range.end.line === position.line) return position.character <= range.end.character;
			return range.start.line < position.line && position.line < range.end.line;
		}
		static parseHeredocName(value) {
			value = value.substring(2);
			if (value.charAt(0) === "-") value = value.substring(1);
			if (value.charAt(0) === "\"") {
				if (value.charAt(value.length - 1) !== "\"") return null;
				value = value.substring(1, value.length - 1);
			}
			if (value.charAt(0) === "'") {
				if (value.charAt(value.length - 1) !== "'") return null;
				value = value.substring(1, value.length - 1);
			}
			if (value.charAt(0) === "<") return null;
			return value;
		}
	};
	exports.Util = Util;
}));

// node_modules/dockerfile-ast/lib/comment.js
var require_comment = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Comment = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const line_1 = require_line();
	const util_1 = require_util();
	var Comment = class extends line_1.Line {
		constructor(document, range) {
			super(document, range);
		}
		toString() {
			const content = this.getContent();
			if (content) return "# " + content;
			return "#";
		}
		/**
		* Returns the content of this comment. This excludes leading and
		* trailing whitespace as well as the # symbol. If the comment only
		* consists of whitespace, the empty string will be returned.
		*/
		getContent() {
			let range = this.getContentRange();
			if (range === null) return "";
			return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
		}
		/**
		* Returns a range that includes the content of the comment
		* excluding any leading and trailing whitespace as well as the #
		* symbol. May return null if the comment only consists of whitespace
		* characters.
		*/
		getContentRange() {
			let range = this.getRange();
			const startOffset = this.document.offsetAt(range.start);
			let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
			let start = -1;
			let end = -1;
			for (let i = 1; i < raw.length; i++) if (!util_1.Util.isWhitespace(raw.charAt(i))) {
				start = i;
				break;
			}
			if (start === -1) return null;
			for (let i = raw.length - 1; i >= 1; i--) if (!util_1.Util.isWhitespace(raw.charAt(i))) {
				end = i + 1;
				break;
			}
			return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start), this.document.positionAt(startOffset + end));
		}
	};
	exports.Comment = Comment;
}));

// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports = /* @__PURE__ */ __exportAll({ TextDocument: () => TextDocument });
function mergeSort(data, compare) {
	if (data.length <= 1) return data;
	const p = data.length / 2 | 0;
	const left = data.slice(0, p);
	const right = data.slice(p);
	mergeSort(left, compare);
	mergeSort(right, compare);
	let leftIdx = 0;
	let rightIdx = 0;
	let i = 0;
	while (leftIdx < left.length && rightIdx < right.length) if (compare(left[leftIdx], right[rightIdx]) <= 0) data[i++] = left[leftIdx++];
	else data[i++] = right[rightIdx++];
	while (leftIdx < left.length) data[i++] = left[leftIdx++];
	while (rightIdx < right.length) data[i++] = right[rightIdx++];
	return data;
}
function computeLineOffsets(text, isAtLineStart, textOffset = 0) {
	const result = isAtLineStart ? [textOffset] : [];
	for (let i = 0; i < text.length; i++) {
		const ch = text.charCodeAt(i);
		if (isEOL(ch)) {
			if (ch === 13 && i + 1 < text.length && text.charCodeAt(i + 1) === 10) i++;
			result.push(textOffset + i + 1);
		}
	}
	return result;
}
function isEOL(char) {
	return char === 13 || char === 10;
}
function getWellformedRange(range) {
	const start = range.start;
	const end = range.end;
	if (start.line > end.line || start.line === end.line && start.character > end.character) return {
		start: end,
		end: start
	};
	return range;
}
function getWellformedEdit(textEdit) {
	const range = getWellformedRange(textEdit.range);
	if (range !== textEdit.range) return {
		newText: textEdit.newText,
		range
	};
	return textEdit;
}
var FullTextDocument, TextDocument;
var init_main = __esmMin((() => {
	FullTextDocument = class FullTextDocument {
		constructor(uri, languageId, version, content) {
			this._uri = uri;
			this._languageId = languageId;
			this._version = version;
			this._content = content;
			this._lineOffsets = void 0;
		}
		get uri() {
			return this._uri;
		}
		get languageId() {
			return this._languageId;
		}
		get version() {
			return this._version;
		}
		getText(range) {
			if (range) {
				const start = this.offsetAt(range.start);
				const end = this.offsetAt(range.end);
				return this._content.substring(start, end);
			}
			return this._content;
		}
		update(changes, version) {
			for (const change of changes) if (FullTextDocument.isIncremental(change)) {
				const range = getWellformedRange(change.range);
				const startOffset = this.offsetAt(range.start);
				const endOffset = this.offsetAt(range.end);
				this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
				const insertedEndOffset = startOffset + change.text.length;
				const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
				const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
				if (crlfAtStart || crlfAtEnd) {
					this._lineOffsets = void 0;
					continue;
				}
				const startLine = Math.max(range.start.line, 0);
				const endLine = Math.max(range.end.line, 0);
				let lineOffsets = this._lineOffsets;
				const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
				if (endLine - startLine === addedLineOffsets.length) for (let i = 0, len = addedLineOffsets.length; i < len; i++) lineOffsets[i + startLine + 1] = addedLineOffsets[i];
				else if (addedLineOffsets.length < 1e4) lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
				else this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
				const diff = change.text.length - (endOffset - startOffset);
				if (diff !== 0) for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) lineOffsets[i] = lineOffsets[i] + diff;
			} else if (FullTextDocument.isFull(change)) {
				this._content = change.text;
				this._lineOffsets = void 0;
			} else throw new Error("Unknown change event received");
			this._version = version;
		}
		getLineOffsets() {
			if (this._lineOffsets === void 0) this._lineOffsets = computeLineOffsets(this._content, true);
			return this._lineOffsets;
		}
		positionAt(offset) {
			offset = Math.max(Math.min(offset, this._content.length), 0);
			const lineOffsets = this.getLineOffsets();
			let low = 0, high = lineOffsets.length;
			if (high === 0) return {
				line: 0,
				character: offset
			};
			while (low < high) {
				const mid = Math.floor((low + high) / 2);
				if (lineOffsets[mid] > offset) high = mid;
				else low = mid + 1;
			}
			const line = low - 1;
			offset = this.ensureBeforeEOL(offset, lineOffsets[line]);
			return {
				line,
				character: offset - lineOffsets[line]
			};
		}
		offsetAt(position) {
			const lineOffsets = this.getLineOffsets();
			if (position.line >= lineOffsets.length) return this._content.length;
			else if (position.line < 0) return 0;
			const lineOffset = lineOffsets[position.line];
			if (position.character <= 0) return lineOffset;
			const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
			const offset = Math.min(lineOffset + position.character, nextLineOffset);
			return this.ensureBeforeEOL(offset, lineOffset);
		}
		getLineRange(line) {
			const lineOffsets = this.getLineOffsets();
			if (line >= lineOffsets.length) {
				const lastLine = lineOffsets.length - 1;
				return {
					start: {
						line: lastLine,
						character: 0
					},
					end: {
						line: lastLine,
						character: this._content.length - lineOffsets[lastLine]
					}
				};
			} else if (line < 0) return {
				start: {
					line: 0,
					character: 0
				},
				end: {
					line: 0,
					character: 0
				}
			};
			const startOffset = lineOffsets[line];
			const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
			const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
			return {
				start: {
					line,
					character: 0
				},
				end: {
					line,
					character: endOffset - startOffset
				}
			};
		}
		getEOLCharacters(line) {
			const lineOffsets = this.getLineOffsets();
			if (line >= lineOffsets.length) return "";
			else if (line < 0) return "";
			const nextLineOffset = line + 1 < lineOffsets.length ? lineOffsets[line + 1] : this._content.length;
			const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line]);
			return this._content.substring(eolOffset, nextLineOffset);
		}
		ensureBeforeEOL(offset, lineOffset) {
			while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) offset--;
			return offset;
		}
		get lineCount() {
			return this.getLineOffsets().length;
		}
		static isIncremental(event) {
			const candidate = event;
			return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
		}
		static isFull(event) {
			const candidate = event;
			return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
		}
	};
	;
	(function(TextDocument) {
		/**
		* Creates a new text document.
		*
		* @param uri The document's uri.
		* @param languageId  The document's language Id.
		* @param version The document's initial version number.
		* @param content The document's content.
		*/
		function create(uri, languageId, version, content) {
			return new FullTextDocument(uri, languageId, version, content);
		}
		TextDocument.create = create;
		/**
		* Updates a TextDocument by modifying its content.
		*
		* @param document the document to update. Only documents created by TextDocument.create are valid inputs.
		* @param changes the changes to apply to the document.
		* @param version the changes version for the document.
		* @returns The updated TextDocument. Note: That's the same document instance passed in as first parameter.
		*
		*/
		function update(document, changes, version) {
			if (document instanceof FullTextDocument) {
				document.update(changes, version);
				return document;
			} else throw new Error("TextDocument.update: document must be created by TextDocument.create");
		}
		TextDocument.update = update;
		function applyEdits(document, edits) {
			const text = document.getText();
			const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
				const diff = a.range.start.line - b.range.start.line;
				if (diff === 0) return a.range.start.character - b.range.start.character;
				return diff;
			});
			let lastModifiedOffset = 0;
			const spans = [];
			for (const e of sortedEdits) {
				const startOffset = document.offsetAt(e.range.start);
				if (startOffset < lastModifiedOffset) throw new Error("Overlapping edit");
				else if (startOffset > lastModifiedOffset) spans.push(text.substring(lastModifiedOffset, startOffset));
				if (e.newText.length) spans.push(e.newText);
				lastModifiedOffset = document.offsetAt(e.range.end);
			}
			spans.push(text.substr(lastModifiedOffset));
			return spans.join("");
		}
		TextDocument.applyEdits = applyEdits;
	})(TextDocument || (TextDocument = {}));
}));

// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ParserDirective = void 0;
	const main_1 = require_main();
	const line_1 = require_line();
	var ParserDirective = class extends line_1.Line {
		constructor(document, range, nameRange, valueRange) {
			super(document, range);
			this.nameRange = nameRange;
			this.valueRange = valueRange;
		}
		toString() {
			return "# " + this.getName() + "=" + this.getValue();
		}
		getNameRange() {
			return this.nameRange;
		}
		getValueRange() {
			return this.valueRange;
		}
		getName() {
			return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
		}
		getValue() {
			return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
		}
		getDirective() {
			const directive = main_1.Directive[this.getName().toLowerCase()];
			return directive === void 0 ? null : directive;
		}
	};
	exports.ParserDirective = ParserDirective;
}));

// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Heredoc = void 0;
	/**
	* Heredoc represents a here-document that has been embedded in a
	* Dockerfile.
	*
	* This API is experimental and subject to change.
	*/
	var Heredoc = class {
		constructor(startRange, name, nameRange, contentRange, endRange) {
			this.startRange = startRange;
			this.name = name;
			this.nameRange = nameRange;
			this.contentRange = contentRange;
			this.endRange = endRange;
		}
		/**
		* Returns the name of the here-document.
		*
		* This API is experimental and subject to change.
		*/
		getName() {
			return this.name;
		}
		/**
		* Returns the range of the start operator and the name. If the
		* here-document is initialized with <<EOT then the start range would
		* encompass all five characters.
		*
		* This API is experimental and subject to change.
		*/
		getStartRange() {
			return this.startRange;
		}
		/**
		* Returns the range of this here-document's name that is declared at
		* the beginning of the here-document with the operator. If the
		* here-document is initialized with <<EOT then the name range would
		* encompass the latter three "EOT" characters.
		*
		* This API is experimental and subject to change.
		*/
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the range of the content of this here-document. This may
		* be null if the here-document has no content because:
		* - the start range is the only thing that was declared
		* - the end range was declared immediately and there is no content
		*
		* This API is experimental and subject to change.
		*/
		getContentRange() {
			return this.contentRange;
		}
		/**
		* Returns the range of the here-document's name on a line that
		* represents the end of the here-document.
		*
		* This API is experimental and subject to change.
		*/
		getDelimiterRange() {
			return this.endRange;
		}
	};
	exports.Heredoc = Heredoc;
}));

// node_modules/dockerfile-ast/lib/variable.js
var require_variable = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Variable = void 0;
	var Variable = class {
		constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue) {
			this.name = name;
			this.nameRange = nameRange;
			this.range = range;
			this.modifier = modifier;
			this.modifierRange = modifierRange;
			this.substitutionParameter = substitutionParameter;
			this.substitutionRange = substitutionRange;
			this.defined = defined;
			this.buildVariable = buildVariable;
			this.stringValue = stringValue;
		}
		toString() {
			return this.stringValue;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the range of the entire variable. This includes the symbols for
		* the declaration of the variable such as the $, {, and } symbols.
		*
		* @return the range in the document that this variable encompasses in its
		*         entirety
		*/
		getRange() {
			return this.range;
		}
		/**
		* Returns the modifier character that has been set for
		* specifying how this variable should be expanded and resolved.
		* If this variable is ${variable:+value} then the modifier
		* character is '+'. Will be the empty string if the variable is
		* declared as ${variable:}. Otherwise, will be null if this
		* variable will not use variable substitution at all (such as
		* ${variable} or $variable).
		*
		* @return this variable's modifier character, or the empty
		*         string if it does not have one, or null if this
		*         variable will not use variable substitution
		*/
		getModifier() {
			return this.modifier;
		}
		getModifierRange() {
			return this.modifierRange;
		}
		/**
		* Returns the parameter that will be used for substitution if
		* this variable uses modifiers to define how its value should be
		* resolved. If this variable is ${variable:+value} then the
		* substitution value will be 'value'. Will be the empty string
		* if the variable is declared as ${variable:+} or some other
		* variant where the only thing that follows the modifier
		* character (excluding considerations of escape characters and
		* so on) is the variable's closing bracket. May be null if this
		* variable does not have a modifier character defined (such as
		* ${variable} or $variable).
		*
		* @return this variable's substitution parameter, or the empty
		*         string if it does not have one, or null if there is
		*         not one defined
		*/
		getSubstitutionParameter() {
			return this.substitutionParameter;
		}
		getSubstitutionRange() {
			return this.substitutionRange;
		}
		/**
		* Returns whether this variable has been defined or not.
		*
		* @return true if this variable has been defined, false otherwise
		*/
		isDefined() {
			return this.defined;
		}
		isBuildVariable() {
			return this.buildVariable === true;
		}
		isEnvironmentVariable() {
			return this.buildVariable === false;
		}
	};
	exports.Variable = Variable;
}));

// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Instruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const util_1 = require_util();
	const line_1 = require_line();
	const argument_1 = require_argument();
	const heredoc_1 = require_heredoc();
	const variable_1 = require_variable();
	const main_1 = require_main();
	var Instruction = class extends line_1.Line {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range);
			this.dockerfile = dockerfile;
			this.escapeChar = escapeChar;
			this.instruction = instruction;
			this.instructionRange = instructionRange;
		}
		toString() {
			let value = this.getKeyword();
			for (let arg of this.getRawArguments()) {
				value += " ";
				value += arg.getValue();
			}
			return value;
		}
		getRangeContent(range) {
			if (range === null) return null;
			return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
		}
		getInstructionRange() {
			return this.instructionRange;
		}
		getInstruction() {
			return this.instruction;
		}
		getKeyword() {
			return this.getInstruction().toUpperCase();
		}
		getArgumentsRange() {
			let args = this.getArguments();
			if (args.length === 0) return null;
			return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
		}
		getArgumentsRanges() {
			let args = this.getArguments();
			if (args.length === 0) return [];
			if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
			let ranges = [];
			let end = -1;
			let startPosition = args[0].getRange().start;
			let range = this.getInstructionRange();
			let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
			let fullArgs = this.getTextContent().substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
			let offset = this.document.offsetAt(range.start) + extra;
			let comment = false;
			for (let i = 0; i < fullArgs.length; i++) {
				let char = fullArgs.charAt(i);
				if (char === this.escapeChar) {
					let next = fullArgs.charAt(i + 1);
					if (next === " " || next === "	") whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) switch (fullArgs.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r": j++;
						case "\n":
							if (startPosition !== null) ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
							startPosition = null;
							comment = false;
							i = j;
							break whitespaceCheck;
						default: break whitespaceCheck;
					}
					else if (next === "\r") {
						if (startPosition !== null) {
							ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
							startPosition = null;
						}
						comment = false;
						i += 2;
					} else if (next === "\n") {
						if (startPosition !== null) ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
						startPosition = null;
						comment = false;
						i++;
					} else i++;
				} else if (util_1.Util.isNewline(char)) {
					if (comment) {
						startPosition = null;
						comment = false;
					}
				} else if (!comment) {
					if (startPosition === null) {
						if (char === "#") {
							comment = true;
							continue;
						}
						let position = this.document.positionAt(offset + i);
						if (position.character !== 0) startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
					}
					end = i;
				}
			}
			if (startPosition === null) ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
			else ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
			return ranges;
		}
		getRawArgumentsContent() {
			let args = this.getArguments();
			if (args.length === 0) return null;
			return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
		}
		getArgumentsContent() {
			if (this.getArguments().length === 0) return null;
			let content = "";
			let ranges = this.getArgumentsRanges();
			let documentText = this.document.getText();
			for (let range of ranges) content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
			return content;
		}
		getArguments() {
			return this.getRawArguments();
		}
		getRawArguments() {
			let args = [];
			let range = this.getInstructionRange();
			let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
			let fullArgs = this.getTextContent().substring(extra);
			let offset = this.document.offsetAt(range.start) + extra;
			let start = false;
			let comment = false;
			let found = -1;
			let escapedWhitespaceDetected = false;
			let escaping = false;
			let escapeMarker = -1;
			let escapedArg = "";
			for (let i = 0; i < fullArgs.length; i++) {
				let char = fullArgs.charAt(i);
				if (util_1.Util.isWhitespace(char)) {
					if (escaping) {
						escapedWhitespaceDetected = true;
						if (util_1.Util.isNewline(char)) {
							escapedWhitespaceDetected = false;
							if (comment) {
								comment = false;
								start = true;
							}
						}
						continue;
					} else if (found !== -1) {
						if (escapeMarker === -1) args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + i))));
						else args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
						escapeMarker = -1;
						escapedArg = "";
						found = -1;
					}
				} else if (char === this.escapeChar) {
					let next = fullArgs.charAt(i + 1);
					if (next === " " || next === "	") whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) switch (fullArgs.charAt(j)) {
						case " ":
						case "	": continue;
						case "\r": j++;
						case "\n":
							comment = false;
							escaping = true;
							start = true;
							if (found !== -1) escapeMarker = i;
							i = j;
							break whitespaceCheck;
						default:
							escapeMarker = i;
							if (found === -1) i = j - 1;
							break whitespaceCheck;
					}
					else if (next === "\r") {
						comment = false;
						escaping = true;
						start = true;
						if (found !== -1 && escapeMarker === -1) escapeMarker = i;
						i += 2;
					} else if (next === "\n") {
						comment = false;
						escaping = true;
						start = true;
						if (found !== -1 && escapeMarker === -1) escapeMarker = i;
						i++;
					} else {
						if (escapedWhitespaceDetected && escapeMarker !== -1) {
							args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
							escapedArg = "";
							found = -1;
						}
						escapeMarker = -1;
						escapedWhitespaceDetected = false;
						escaping = false;
						if (next === "$") escapedArg = escapedArg + char + next;
						else if (next === "") break;
						else escapedArg = escapedArg + next;
						if (found === -1) found = i;
						i++;
					}
				} else if (!comment) {
					if (start && char === "#") comment = true;
					else {
						if (escapedWhitespaceDetected && escapeMarker !== -1) {
							args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
							escapedArg = "";
							found = -1;
						}
						escapedWhitespaceDetected = false;
						escaping = false;
						escapeMarker = -1;
						escapedArg = escapedArg + char;
						if (found === -1) found = i;
					}
					start = false;
				}
			}
			if (found !== -1) {
				if (escapeMarker === -1) args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + fullArgs.length))));
				else args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
			}
			return args;
		}
		getExpandedArguments() {
			let args = this.getArguments();
			for (let i = 0; i < args.length; i++) {
				const argRange = args[i].getRange();
				let offset = this.document.offsetAt(argRange.start);
				const variables = this.parseVariables(offset, args[i].getValue());
				const swaps = [];
				let requiresExpansion = false;
				for (let variable of variables) {
					const value = this.dockerfile.resolveVariable(variable.getName(), variable.getNameRange().start.line);
					swaps.push(value);
					requiresExpansion = requiresExpansion || value !== void 0;
				}
				if (requiresExpansion) {
					let expanded = "";
					for (let j = 0; j < swaps.length; j++) {
						const variableRange = variables[j].getRange();
						const start = this.document.offsetAt(variableRange.start);
						const end = this.document.offsetAt(variableRange.end);
						if (swaps[j]) {
							expanded += this.document.getText().substring(offset, start);
							expanded += swaps[j];
							offset = end;
						} else {
							expanded += this.document.getText().substring(offset, end);
							offset = end;
						}
					}
					const argEnd = this.document.offsetAt(argRange.end);
					if (argEnd !== offset) expanded += this.document.getText().substring(offset, argEnd);
					args[i] = new argument_1.Argument(expanded, argRange);
				}
			}
			return args;
		}
		getVariables() {
			const variables = [];
			const args = this.getRawArguments();
			for (const arg of args) {
				let range = arg.getRange();
				let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
				const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
				for (const parsedVariable of parsedVariables) variables.push(parsedVariable);
			}
			return variables;
		}
		parseVariables(offset, arg) {
			let variables = [];
			variableLoop: for (let i = 0; i < arg.length; i++) switch (arg.charAt(i)) {
				case this.escapeChar:
					if (arg.charAt(i + 1) === "$") i++;
					break;
				case "$":
					if (arg.charAt(i + 1) === "{") {
						let escapedString = "${";
						let escapedName = "";
						let nameEnd = -1;
						let escapedSubstitutionParameter = "";
						let substitutionStart = -1;
						let substitutionEnd = -1;
						let modifierRead = -1;
						nameLoop: for (let j = i + 2; j < arg.length; j++) {
							let char = arg.charAt(j);
							switch (char) {
								case this.escapeChar:
									for (let k = j + 1; k < arg.length; k++) switch (arg.charAt(k)) {
										case " ":
										case "	":
										case "\r": continue;
										case "\n":
											j = k;
											continue nameLoop;
									}
									break;
								case "}":
									escapedString += "}";
									let modifier = null;
									let modifierRange = null;
									let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
									let substitutionRange = null;
									if (nameEnd === -1) nameEnd = j;
									else if (nameEnd + 1 === j) {
										modifier = "";
										modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
									} else {
										if (substitutionStart === -1) {
											substitutionStart = modifierRead + 1;
											substitutionEnd = modifierRead + 1;
										} else substitutionEnd = substitutionEnd + 1;
										modifier = arg.substring(modifierRead, modifierRead + 1);
										modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
										substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
									}
									let start = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), escapedString));
									i = j;
									continue variableLoop;
								case ":":
									if (nameEnd === -1) nameEnd = j;
									else if (modifierRead !== -1) {
										if (substitutionStart === -1) {
											substitutionStart = j;
											substitutionEnd = j;
										} else substitutionEnd = j;
										escapedSubstitutionParameter += ":";
									} else modifierRead = j;
									escapedString += ":";
									break;
								case "\n":
								case "\r":
								case " ":
								case "	": break;
								default:
									if (nameEnd === -1) escapedName += char;
									else if (modifierRead !== -1) {
										if (substitutionStart === -1) {
											substitutionStart = j;
											substitutionEnd = j;
										} else substitutionEnd = j;
										escapedSubstitutionParameter += char;
									} else modifierRead = j;
									escapedString += char;
							}
						}
						break variableLoop;
					} else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) continue;
					else {
						let escapedName = "";
						nameLoop: for (let j = i + 1; j < arg.length; j++) {
							let char = arg.charAt(j);
							switch (char) {
								case "\r":
								case "\n":
								case " ":
								case "	": continue;
								case "$":
								case "'":
								case "\"":
									let varStart = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
									i = j - 1;
									continue variableLoop;
								case this.escapeChar:
									for (let k = j + 1; k < arg.length; k++) switch (arg.charAt(k)) {
										case " ":
										case "	":
										case "\r": continue;
										case "\n":
											j = k;
											continue nameLoop;
									}
									let start = this.document.positionAt(offset + i);
									variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
									break variableLoop;
							}
							if (char.match(/^[a-z0-9_]+$/i) === null) {
								let varStart = this.document.positionAt(offset + i);
								variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
								i = j - 1;
								continue variableLoop;
							}
							escapedName += char;
						}
						let start = this.document.positionAt(offset + i);
						variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
					}
					break variableLoop;
			}
			return variables;
		}
		isBuildVariable(variable, line) {
			if (this.getKeyword() === main_1.Keyword.FROM) {
				for (const initialArg of this.dockerfile.getInitialARGs()) {
					const property = initialArg.getProperty();
					if (property && variable === property.getName()) return true;
				}
				return;
			}
			let image = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			let envs = image.getENVs();
			for (let i = envs.length - 1; i >= 0; i--) if (envs[i].isBefore(line)) {
				for (let property of envs[i].getProperties()) if (property.getName() === variable) return false;
			}
			let args = image.getARGs();
			for (let i = args.length - 1; i >= 0; i--) if (args[i].isBefore(line)) {
				let property = args[i].getProperty();
				if (property && property.getName() === variable) return true;
			}
		}
		createSingleLineHeredocs(args) {
			const heredocs = [];
			for (const arg of args) {
				const value = arg.getValue();
				if (value.startsWith("<<") && util_1.Util.parseHeredocName(value) !== null) {
					const startRange = arg.getRange();
					const nameRange = this.getNameRange(startRange);
					const name = this.getName(nameRange);
					heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
				}
			}
			return heredocs;
		}
		getName(nameRange) {
			const content = this.document.getText(nameRange);
			let escaping = false;
			let name = "";
			nameLoop: for (let i = 0; i < content.length; i++) {
				const ch = content.charAt(i);
				switch (ch) {
					case this.escapeChar:
						escaping = true;
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case " ":
							case "	": break;
							case "\r":
								i = j + 1;
								continue nameLoop;
							case "\n":
								i = j;
								continue nameLoop;
							default:
								name += content.charAt(j);
								i = j;
								continue nameLoop;
						}
						break;
					case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case "\n":
							i = j;
							continue nameLoop;
					}
					case " ":
					case "	":
					case "\r":
					case "\n": if (escaping) break;
					default: name += ch;
				}
			}
			return name;
		}
		getNameRange(startRange) {
			const content = this.document.getText(startRange);
			let endFound = false;
			let searchHyphen = false;
			let start = -1;
			let end = -1;
			let escaping = false;
			let quote = null;
			contentLoop: for (let i = 0; i < content.length; i++) {
				const ch = content.charAt(i);
				switch (ch) {
					case "\"":
					case "'":
						if (quote === ch) break contentLoop;
						quote = ch;
						continue;
					case this.escapeChar:
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case "\n":
								escaping = true;
								j = i;
								continue contentLoop;
						}
						break;
					case " ":
					case "	":
					case "\r":
					case "\n": break;
					case "<":
						if (endFound) searchHyphen = true;
						else endFound = true;
						break;
					case "-": if (searchHyphen) {
						searchHyphen = false;
						break;
					}
					case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case "\n":
							i = j;
							continue contentLoop;
					}
					default:
						if (start === -1) start = i;
						if (quote !== null) {
							end = i + 1;
							break;
						}
						break contentLoop;
				}
			}
			if (start === -1) return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
			const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start);
			const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
			return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
		}
		getHeredocs() {
			const args = this.getArguments();
			if (args.length === 0) return [];
			const heredocs = [];
			const range = this.getRange();
			if (range.start.line === range.end.line) return this.createSingleLineHeredocs(args);
			const heredocDefinitions = [];
			let heredocsProcessed = false;
			let escaping = false;
			let contentStart = -1;
			let contentEnd = -1;
			let lineStart = -1;
			let currentHeredoc = 0;
			const startOffset = this.document.offsetAt(args[0].getRange().start);
			const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
			contentLoop: for (let i = 0; i < content.length; i++) switch (content.charAt(i)) {
				case this.escapeChar:
					escaping = true;
					for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
						case " ":
						case "	": break;
						case "\r": j++;
						case "\n":
							i = j;
							continue contentLoop;
						default:
							i = j;
							continue contentLoop;
					}
					break;
				case "\r": break;
				case "\n":
					if (escaping) break;
					if (heredocsProcessed) {
						if (contentStart === -1) contentStart = i;
						contentEnd = i;
						const arg = heredocDefinitions[currentHeredoc];
						const startRange = arg.getRange();
						const nameRange = this.getNameRange(startRange);
						const name = this.getName(nameRange);
						const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
						if (delimiterRange !== null) {
							const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
							heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
							contentStart = -1;
							currentHeredoc++;
						}
						lineStart = -1;
					} else {
						const offsetLimit = startOffset + i;
						for (const arg of args) if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
							if (arg.getValue().startsWith("<<")) heredocDefinitions.push(arg);
						} else break;
						heredocsProcessed = true;
						lineStart = -1;
						continue contentLoop;
					}
					break;
				case " ":
				case "	": if (escaping) break;
				case "#": if (escaping) for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
					case "\n":
						i = j;
						continue contentLoop;
				}
				default:
					if (escaping) escaping = false;
					if (heredocsProcessed) {
						if (contentStart === -1) contentStart = i;
						if (lineStart === -1) lineStart = i;
					}
			}
			if (heredocsProcessed) {
				const arg = heredocDefinitions[currentHeredoc];
				const startRange = arg.getRange();
				const nameRange = this.getNameRange(startRange);
				const name = this.getName(nameRange);
				let contentRange = null;
				const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
				if (delimiterRange === null) contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
				else if (contentEnd !== -1) contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
				heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
				currentHeredoc++;
				for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
					const startRange = heredocDefinitions[currentHeredoc].getRange();
					const nameRange = this.getNameRange(startRange);
					const name = this.getName(nameRange);
					heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
					currentHeredoc++;
				}
			} else return this.createSingleLineHeredocs(args);
			return heredocs;
		}
		getDelimiterRange(startArg, name, candidateRange) {
			const text = this.document.getText(candidateRange);
			if (startArg.getValue().startsWith("<<-")) {
				let index = 0;
				while (text.charAt(index) === "	") index++;
				if (text.substring(index) === name) return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
				return null;
			}
			return text === name ? candidateRange : null;
		}
	};
	exports.Instruction = Instruction;
}));

// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FlagOption = void 0;
	var FlagOption = class {
		constructor(range, name, nameRange, value, valueRange) {
			this.range = range;
			this.name = name;
			this.nameRange = nameRange;
			this.value = value;
			this.valueRange = valueRange;
		}
		toString() {
			if (this.valueRange !== null) return this.name + "=" + this.value;
			return this.name;
		}
		getRange() {
			return this.range;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		getValue() {
			return this.value;
		}
		getValueRange() {
			return this.valueRange;
		}
	};
	exports.FlagOption = FlagOption;
}));

// node_modules/dockerfile-ast/lib/flag.js
var require_flag = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Flag = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const flagOption_1 = require_flagOption();
	var Flag = class {
		constructor(document, range, name, nameRange, value, valueRange) {
			this.options = [];
			this.range = range;
			this.name = name;
			this.nameRange = nameRange;
			this.value = value;
			this.valueRange = valueRange;
			if (this.value !== null) {
				let offset = document.offsetAt(valueRange.start);
				let nameStart = -1;
				let valueStart = -1;
				let hasOptions = false;
				for (let i = 0; i < value.length; i++) switch (value.charAt(i)) {
					case "=":
						hasOptions = true;
						if (valueStart === -1) {
							valueStart = i + 1;
							break;
						}
						break;
					case ",":
						this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, i));
						nameStart = -1;
						valueStart = -1;
						break;
					default: if (nameStart === -1) nameStart = i;
				}
				if (hasOptions && nameStart !== -1) this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, value.length));
			}
		}
		createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
			const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
			if (valueStart === -1) return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
			return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
		}
		toString() {
			if (this.valueRange) return "--" + this.name + "=" + this.value;
			return "--" + this.name;
		}
		/**
		* Returns the range that encompasses this entire flag. This includes the
		* -- prefix in the beginning to the last character of the flag's value (if
		* it has been defined).
		*
		* @return the entire range of this flag
		*/
		getRange() {
			return this.range;
		}
		/**
		* Returns the name of this flag. The name does not include the -- prefix.
		* Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
		* not --interval.
		*
		* @return this flag's name
		*/
		getName() {
			return this.name;
		}
		/**
		* Returns the range that encompasses the flag's name
		*
		* @return the range containing the flag's name
		*/
		getNameRange() {
			return this.nameRange;
		}
		/**
		* Returns the value that has been set to this flag. May be null if the
		* flag is invalid and has no value set like a --start-period. If the flag
		* is instead a --start-period= with an equals sign then the flag's value
		* is the empty string.
		*
		* @return this flag's value if it has been defined, null otherwise
		*/
		getValue() {
			return this.value;
		}
		/**
		* Returns the range that encompasses this flag's value. If no value has
		* been set then null will be returned.
		*
		* @return the range containing this flag's value, or null if the flag
		*         has no value defined
		*/
		getValueRange() {
			return this.valueRange;
		}
		getOption(name) {
			for (const option of this.options) if (option.getName() === name) return option;
			return null;
		}
		getOptions() {
			return this.options;
		}
		hasOptions() {
			return this.options.length > 0;
		}
	};
	exports.Flag = Flag;
}));

// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ModifiableInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const flag_1 = require_flag();
	const instruction_1 = require_instruction();
	var ModifiableInstruction = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getFlags() {
			if (!this.flags) {
				this.flags = [];
				for (let arg of this.getArguments()) {
					let value = arg.getValue();
					if (this.stopSearchingForFlags(value)) return this.flags;
					else if (value.indexOf("--") === 0) {
						let range = arg.getRange();
						let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
						let nameIndex = value.indexOf("=");
						let index = rawValue.indexOf("=");
						let firstMatch = false;
						let secondMatch = false;
						let startIndex = -1;
						nameSearchLoop: for (let i = 0; i < rawValue.length; i++) switch (rawValue.charAt(i)) {
							case "\\":
							case " ":
							case "	":
							case "\r":
							case "\n": break;
							case "-":
								if (secondMatch) {
									startIndex = i;
									break nameSearchLoop;
								} else if (firstMatch) secondMatch = true;
								else firstMatch = true;
								break;
							default:
								startIndex = i;
								break nameSearchLoop;
						}
						let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
						if (index === -1) this.flags.push(new flag_1.Flag(this.document, range, value.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
						else if (index === value.length - 1) {
							let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
							this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
						} else {
							let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
							this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
						}
					}
				}
			}
			return this.flags;
		}
		getArguments() {
			const args = super.getArguments();
			const flags = this.getFlags();
			if (flags.length === 0) return args;
			for (let i = 0; i < flags.length; i++) args.shift();
			return args;
		}
	};
	exports.ModifiableInstruction = ModifiableInstruction;
}));

// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const argument_1 = require_argument();
	const jsonArgument_1 = require_jsonArgument();
	const modifiableInstruction_1 = require_modifiableInstruction();
	var JSONInstruction = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.openingBracket = null;
			this.closingBracket = null;
			this.jsonStrings = [];
			const argsContent = this.getRawArgumentsContent();
			if (argsContent === null) return;
			const args = this.getArguments();
			if (args.length === 1 && args[0].getValue() === "[]") {
				let argRange = args[0].getRange();
				this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
				this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
				return;
			} else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
				this.openingBracket = args[0];
				this.closingBracket = args[1];
				return;
			}
			const argsOffset = document.offsetAt(this.getArgumentsRange().start);
			let start = -1;
			let last = "";
			let quoted = false;
			let escapedArg = "";
			argsCheck: for (let i = 0; i < argsContent.length; i++) {
				let char = argsContent.charAt(i);
				switch (char) {
					case "[":
						if (last === "") {
							this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
							last = "[";
						} else if (quoted) escapedArg = escapedArg + char;
						else break argsCheck;
						break;
					case "\"":
						if (last === "[" || last === ",") {
							start = i;
							quoted = true;
							last = "\"";
							escapedArg = escapedArg + char;
							continue;
						} else if (last === "\"") {
							if (quoted) {
								escapedArg = escapedArg + char;
								quoted = false;
								this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start + 1), document.positionAt(argsOffset + i))));
								escapedArg = "";
							} else break argsCheck;
						} else break argsCheck;
						break;
					case ",":
						if (quoted) escapedArg = escapedArg + char;
						else if (last === "\"") last = ",";
						else break argsCheck;
						break;
					case "]":
						if (quoted) escapedArg = escapedArg + char;
						else if (last !== "") {
							this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
							break argsCheck;
						}
						break;
					case " ":
					case "	": break;
					case "\\":
						if (quoted) switch (argsContent.charAt(i + 1)) {
							case "\"":
							case "\\":
								escapedArg = escapedArg + argsContent.charAt(i + 1);
								i++;
								continue;
							case " ":
							case "	":
								escapeCheck: for (let j = i + 2; j < argsContent.length; j++) switch (argsContent.charAt(j)) {
									case "\r": j++;
									case "\n":
										i = j;
										continue argsCheck;
									case " ":
									case "	": break;
									default: break escapeCheck;
								}
								break;
							case "\r": i++;
							default:
								i++;
								continue;
						}
						else escapeCheck: for (let j = i + 1; j < argsContent.length; j++) switch (argsContent.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								continue argsCheck;
							case " ":
							case "	": break;
							default: break escapeCheck;
						}
						break argsCheck;
					default:
						if (!quoted) break argsCheck;
						escapedArg = escapedArg + char;
				}
			}
		}
		stopSearchingForFlags(_value) {
			return true;
		}
		getOpeningBracket() {
			return this.openingBracket;
		}
		getJSONStrings() {
			return this.jsonStrings;
		}
		getClosingBracket() {
			return this.closingBracket;
		}
	};
	exports.JSONInstruction = JSONInstruction;
}));

// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Add = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Add = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
	};
	exports.Add = Add;
}));

// node_modules/dockerfile-ast/lib/property.js
var require_property = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Property = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const util_1 = require_util();
	var Property = class Property {
		constructor(document, escapeChar, arg, arg2) {
			this.assignmentOperatorRange = null;
			this.assignmentOperator = null;
			this.valueRange = null;
			this.value = null;
			this.document = document;
			this.escapeChar = escapeChar;
			this.nameRange = Property.getNameRange(document, arg);
			let value = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
			this.name = Property.getValue(value, escapeChar);
			if (arg2) {
				this.valueRange = arg2.getRange();
				value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
				this.value = Property.getValue(value, escapeChar);
				this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
			} else {
				let argRange = arg.getRange();
				if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {} else {
					this.valueRange = Property.getValueRange(document, arg);
					value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
					this.value = Property.getValue(value, escapeChar);
					this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
					this.assignmentOperator = "=";
				}
				this.range = argRange;
			}
		}
		getRange() {
			return this.range;
		}
		getName() {
			return this.name;
		}
		getNameRange() {
			return this.nameRange;
		}
		getValue() {
			return this.value;
		}
		getValueRange() {
			return this.valueRange;
		}
		/**
		* Retrieves the operator used for delimiting between the name and
		* value of this property. This will either be the "=" character
		* or null if a character was not used or if this property has no
		* value defined.
		*/
		getAssignmentOperator() {
			return this.assignmentOperator;
		}
		getAssignmentOperatorRange() {
			return this.assignmentOperatorRange;
		}
		/**
		* Returns the value of this property including any enclosing
		* single or double quotes and relevant escape characters.
		* Escaped newlines and its associated contiguous whitespace
		* characters however will not be returned as they are deemed to
		* be uninteresting to clients trying to return a Dockerfile.
		*
		* @return the unescaped value of this property or null if this
		*         property has no associated value
		*/
		getUnescapedValue() {
			if (this.valueRange === null) return null;
			let escaped = false;
			let rawValue = "";
			let value = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
			rawLoop: for (let i = 0; i < value.length; i++) {
				let char = value.charAt(i);
				switch (char) {
					case this.escapeChar:
						for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								escaped = true;
								i = j;
								continue rawLoop;
							case " ":
							case "	": break;
							default:
								rawValue = rawValue + char;
								continue rawLoop;
						}
						rawValue = rawValue + char;
						break;
					case "\r":
					case "\n": break;
					case " ":
					case "	":
						if (!escaped) rawValue = rawValue + char;
						break;
					case "#":
						if (escaped) for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								continue rawLoop;
						}
						else rawValue = rawValue + char;
						break;
					default:
						rawValue = rawValue + char;
						escaped = false;
				}
			}
			return rawValue;
		}
		static getNameRange(document, arg) {
			let value = arg.getValue();
			let index = value.indexOf("=");
			if (index !== -1) {
				let initial = value.charAt(0);
				let before = value.charAt(index - 1);
				if (initial === "\"" && before === "\"" || initial === "'" && before === "'" || initial !== "\"" && initial !== "'") return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
			}
			return arg.getRange();
		}
		static getValueRange(document, arg) {
			return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
		}
		/**
		* Returns the actual value of this key-value pair. The value will
		* have its escape characters removed if applicable. If the value
		* spans multiple lines and there are comments nested within the
		* lines, they too will be removed.
		*
		* @return the value that this key-value pair will actually be, may
		*         be null if no value is defined, may be the empty string
		*         if the value only consists of whitespace
		*/
		static getValue(value, escapeChar) {
			let escaped = false;
			const skip = util_1.Util.findLeadingNonWhitespace(value, escapeChar);
			if (skip !== 0 && value.charAt(skip) === "#") escaped = true;
			value = value.substring(skip);
			let first = value.charAt(0);
			let last = value.charAt(value.length - 1);
			let literal = first === "'" || first === "\"";
			let inSingle = first === "'" && last === "'";
			let inDouble = false;
			if (first === "\"") {
				for (let i = 1; i < value.length; i++) if (value.charAt(i) === escapeChar) i++;
				else if (value.charAt(i) === "\"" && i === value.length - 1) inDouble = true;
			}
			if (inSingle || inDouble) value = value.substring(1, value.length - 1);
			let commentCheck = -1;
			let escapedValue = "";
			parseValue: for (let i = 0; i < value.length; i++) {
				let char = value.charAt(i);
				switch (char) {
					case escapeChar:
						if (i + 1 === value.length) {
							escapedValue = escapedValue + escapeChar;
							break parseValue;
						}
						char = value.charAt(i + 1);
						if (char === " " || char === "	") whitespaceCheck: for (let j = i + 2; j < value.length; j++) {
							let char2 = value.charAt(j);
							switch (char2) {
								case " ":
								case "	": break;
								case "\r": j++;
								case "\n":
									escaped = true;
									i = j;
									continue parseValue;
								default:
									if (!inDouble && !inSingle && !literal) {
										if (char2 === escapeChar) {
											escapedValue = escapedValue + char;
											i = i + 1;
										} else {
											escapedValue = escapedValue + char + char2;
											i = j;
										}
										continue parseValue;
									}
									break whitespaceCheck;
							}
						}
						if (inDouble) {
							if (char === "\r") {
								escaped = true;
								i = i + 2;
							} else if (char === "\n") {
								escaped = true;
								i++;
							} else if (char !== "\"") {
								if (char === escapeChar) i++;
								escapedValue = escapedValue + escapeChar;
							}
							continue parseValue;
						} else if (inSingle || literal) {
							if (char === "\r") {
								escaped = true;
								i = i + 2;
							} else if (char === "\n") {
								escaped = true;
								i++;
							} else escapedValue = escapedValue + escapeChar;
							continue parseValue;
						} else if (char === escapeChar) {
							escapedValue = escapedValue + escapeChar;
							i++;
						} else if (char === "\r") {
							escaped = true;
							i = i + 2;
						} else if (char === "\n") {
							escaped = true;
							i++;
						} else {
							escapedValue = escapedValue + char;
							i++;
						}
						break;
					case " ":
					case "	":
						if (escaped && commentCheck === -1) commentCheck = i;
						escapedValue = escapedValue + char;
						break;
					case "\r": i++;
					case "\n":
						if (escaped && commentCheck !== -1) {
							escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
							commentCheck = -1;
						}
						break;
					case "#": if (escaped) {
						if (commentCheck !== -1) {
							escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
							commentCheck = -1;
						}
						newlineCheck: for (let j = i + 1; j < value.length; j++) switch (value.charAt(j)) {
							case "\r": j++;
							case "\n":
								i = j;
								break newlineCheck;
						}
						continue parseValue;
					}
					default:
						if (escaped) {
							escaped = false;
							commentCheck = -1;
						}
						escapedValue = escapedValue + char;
				}
			}
			return escapedValue;
		}
	};
	exports.Property = Property;
}));

// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.PropertyInstruction = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const instruction_1 = require_instruction();
	const property_1 = require_property();
	const argument_1 = require_argument();
	const util_1 = require_util();
	var PropertyInstruction = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.properties = void 0;
		}
		getProperties() {
			if (this.properties === void 0) {
				let args = this.getPropertyArguments();
				if (args.length === 0) this.properties = [];
				else if (args.length === 1) this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
				else if (args.length === 2) {
					if (args[0].getValue().indexOf("=") === -1) this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
					else this.properties = [new property_1.Property(this.document, this.escapeChar, args[0]), new property_1.Property(this.document, this.escapeChar, args[1])];
				} else if (args[0].getValue().indexOf("=") === -1) {
					let text = this.document.getText();
					let start = args[1].getRange().start;
					let end = args[args.length - 1].getRange().end;
					text = text.substring(this.document.offsetAt(start), this.document.offsetAt(end));
					this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
				} else {
					this.properties = [];
					for (let i = 0; i < args.length; i++) this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
				}
			}
			return this.properties;
		}
		/**
		* Goes from the back of the string and returns the first
		* non-whitespace character that is found. If an escape character
		* is found with newline characters, the escape character will
		* not be considered a non-whitespace character and its index in
		* the string will not be returned.
		*
		* @param content the string to search through
		* @return the index in the string for the first non-whitespace
		*         character when searching from the end of the string
		*/
		findTrailingNonWhitespace(content) {
			let index = content.length;
			whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) switch (content.charAt(i)) {
				case " ":
				case "	": continue;
				case "\n": if (content.charAt(i - 1) === "\r") i = i - 1;
				case "\r":
					newlineCheck: for (let j = i - 1; j >= 0; j--) switch (content.charAt(j)) {
						case " ":
						case "	":
						case "\r":
						case "\n":
						case this.escapeChar: continue;
						default:
							index = j;
							break newlineCheck;
					}
					break whitespaceCheck;
				default:
					index = i;
					break whitespaceCheck;
			}
			return index;
		}
		getPropertyArguments() {
			const args = [];
			let range = this.getInstructionRange();
			let instructionNameEndOffset = this.document.offsetAt(range.end);
			let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
			let content = this.getTextContent();
			let fullArgs = content.substring(extra);
			let start = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
			if (start === -1) return [];
			const startPosition = this.document.positionAt(instructionNameEndOffset + start);
			let escaped = range.start.line !== startPosition.line;
			let endingEscape = false;
			let mark = -1;
			let end = this.findTrailingNonWhitespace(fullArgs);
			content = fullArgs.substring(start, end + 1);
			let argStart = escaped ? -1 : 0;
			let spaced = false;
			argumentLoop: for (let i = 0; i < content.length; i++) {
				let char = content.charAt(i);
				switch (char) {
					case this.escapeChar:
						if (i + 1 === content.length) {
							endingEscape = true;
							break argumentLoop;
						}
						if (!escaped) mark = i;
						switch (content.charAt(i + 1)) {
							case " ":
							case "	":
								if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
									i = i + 1;
									continue argumentLoop;
								}
								whitespaceCheck: for (let j = i + 2; j < content.length; j++) switch (content.charAt(j)) {
									case "\r": j++;
									case "\n":
										escaped = true;
										i = j;
										continue argumentLoop;
									case " ":
									case "	": break;
									default:
										args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i + 2))));
										argStart = j;
										break whitespaceCheck;
								}
								i = argStart - 1;
								continue argumentLoop;
							case "\r": i++;
							case "\n":
								escaped = true;
								i = i + 1;
								continue argumentLoop;
							case this.escapeChar:
								if (argStart === -1) argStart = i;
								i = i + 1;
								continue argumentLoop;
							default:
								if (argStart === -1) argStart = i;
								continue argumentLoop;
						}
					case "'":
					case "\"":
						if (spaced) {
							this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
							argStart = i;
							spaced = false;
						}
						if (argStart === -1) argStart = i;
						for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
							case char:
								if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
									i = j;
									continue argumentLoop;
								}
								args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + j + 1))));
								i = j;
								argStart = -1;
								continue argumentLoop;
							case this.escapeChar: j++;
						}
						break argumentLoop;
					case " ":
					case "	":
						if (escaped) {
							if (argStart !== -1) spaced = true;
						} else if (argStart !== -1) {
							args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i))));
							argStart = -1;
						}
						break;
					case "\r": i++;
					case "\n":
						spaced = false;
						break;
					case "#":
						if (escaped) {
							for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
								case "\r": j++;
								case "\n":
									i = j;
									spaced = false;
									continue argumentLoop;
							}
							if (argStart !== -1) {
								let value = content.substring(argStart, mark);
								args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
								argStart = -1;
							}
							break argumentLoop;
						} else if (argStart === -1) argStart = i;
						break;
					default:
						if (spaced) {
							this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
							argStart = i;
							spaced = false;
						}
						escaped = false;
						if (argStart === -1) argStart = i;
						if (char === "$" && content.charAt(i + 1) === "{") {
							let singleQuotes = false;
							let doubleQuotes = false;
							let escaped = false;
							for (let j = i + 1; j < content.length; j++) switch (content.charAt(j)) {
								case this.escapeChar:
									escaped = true;
									break;
								case "\r":
								case "\n": break;
								case "'":
									singleQuotes = !singleQuotes;
									escaped = false;
									break;
								case "\"":
									doubleQuotes = !doubleQuotes;
									escaped = false;
									break;
								case " ":
								case "	":
									if (escaped || singleQuotes || doubleQuotes) break;
									i = j - 1;
									continue argumentLoop;
								case "}":
									i = j;
									continue argumentLoop;
								default: escaped = false;
							}
							break argumentLoop;
						}
				}
			}
			if (argStart !== -1 && argStart !== content.length) {
				let end = endingEscape ? content.length - 1 : content.length;
				let value = content.substring(argStart, end);
				args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + end))));
			}
			return args;
		}
		createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start) {
			if (argStart !== -1) args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
		}
	};
	exports.PropertyInstruction = PropertyInstruction;
}));

// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Arg = void 0;
	const property_1 = require_property();
	const propertyInstruction_1 = require_propertyInstruction();
	var Arg = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
			this.property = null;
			const args = this.getPropertyArguments();
			if (args.length === 1) this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
			else this.property = null;
		}
		/**
		* Returns the variable defined by this ARG. This may be null if
		* this ARG instruction is malformed and has no variable
		* declaration.
		*/
		getProperty() {
			return this.property;
		}
	};
	exports.Arg = Arg;
}));

// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Cmd = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Cmd = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Cmd = Cmd;
}));

// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Copy = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Copy = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		getFromFlag() {
			let flags = super.getFlags();
			return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
		}
		/**
		* Returns there here-documents that are defined in this RUN
		* instruction.
		*
		* This API is experimental and subject to change.
		*/
		getHeredocs() {
			return super.getHeredocs();
		}
	};
	exports.Copy = Copy;
}));

// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Env = void 0;
	const propertyInstruction_1 = require_propertyInstruction();
	var Env = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getProperties() {
			return super.getProperties();
		}
	};
	exports.Env = Env;
}));

// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Entrypoint = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Entrypoint = Entrypoint;
}));

// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.From = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const modifiableInstruction_1 = require_modifiableInstruction();
	var From = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		getImage() {
			const args = this.getArguments();
			return args.length > 0 ? args[0].getValue() : null;
		}
		/**
		* Returns the name of the image that will be used as the base image.
		*
		* @return the base image's name, or null if unspecified
		*/
		getImageName() {
			const imageName = this.getRangeContent(this.getImageNameRange());
			if (imageName === null) return null;
			let commented = false;
			let escaped = false;
			let name = "";
			for (let i = 0; i < imageName.length; i++) {
				const ch = imageName.charAt(i);
				switch (ch) {
					case this.escapeChar:
						escaped = true;
						break;
					case "\r": continue;
					case "\n":
						commented = false;
						break;
					case " ":
					case "	": break;
					case "#":
						if (escaped) commented = true;
						else {
							name = name + ch;
							escaped = false;
						}
						break;
					default: if (!commented) {
						name = name + ch;
						escaped = false;
					}
				}
			}
			return name;
		}
		/**
		* Returns the range that covers the name of the image used by
		* this instruction.
		*
		* @return the range of the name of this instruction's argument,
		*         or null if no image has been specified
		*/
		getImageNameRange() {
			let range = this.getImageRange();
			if (range) {
				let registryRange = this.getRegistryRange();
				if (registryRange) range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
				let tagRange = this.getImageTagRange();
				let digestRange = this.getImageDigestRange();
				if (tagRange === null) {
					if (digestRange !== null) range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
				} else range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
				return range;
			}
			return null;
		}
		/**
		* Returns the range that covers the image argument of this
		* instruction. This includes the tag or digest of the image if
		* it has been specified by the instruction.
		*
		* @return the range of the image argument, or null if no image
		*         has been specified
		*/
		getImageRange() {
			let args = this.getArguments();
			return args.length !== 0 ? args[0].getRange() : null;
		}
		getImageTag() {
			return this.getRangeContent(this.getImageTagRange());
		}
		/**
		* Returns the range in the document that the tag of the base
		* image encompasses.
		*
		* @return the base image's tag's range in the document, or null
		*         if no tag has been specified
		*/
		getImageTagRange() {
			const range = this.getImageRange();
			if (range) {
				const rangeStartOffset = this.document.offsetAt(range.start);
				const content = this.getRangeContent(range);
				const atIndex = this.indexOf(rangeStartOffset, content, "@");
				const slashIndex = content.indexOf("/");
				if (atIndex === -1) {
					const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
					if (colonIndex > slashIndex) return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
				}
				const subcontent = content.substring(0, atIndex);
				const subcolonIndex = subcontent.indexOf(":");
				if (subcolonIndex === -1) return null;
				if (slashIndex === -1) return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
				if (subcolonIndex < slashIndex) return null;
				return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
			}
			return null;
		}
		getImageDigest() {
			return this.getRangeContent(this.getImageDigestRange());
		}
		/**
		* Returns the range in the document that the digest of the base
		* image encompasses.
		*
		* @return the base image's digest's range in the document, or null
		*         if no digest has been specified
		*/
		getImageDigestRange() {
			let range = this.getImageRange();
			if (range) {
				let content = this.getRangeContent(range);
				let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
				if (index !== -1) return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
			}
			return null;
		}
		indexOf(documentOffset, content, searchString) {
			let index = content.indexOf(searchString);
			const variables = this.getVariables();
			for (let i = 0; i < variables.length; i++) {
				const position = documentOffset + index;
				const variableRange = variables[i].getRange();
				if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
					const offset = this.document.offsetAt(variableRange.end) - documentOffset;
					const subIndex = content.substring(offset).indexOf(searchString);
					if (subIndex === -1) return -1;
					index = subIndex + offset;
					i = -1;
					continue;
				}
			}
			return index;
		}
		lastIndexOf(documentOffset, content, searchString) {
			let index = content.lastIndexOf(searchString);
			const variables = this.getVariables();
			for (let i = 0; i < variables.length; i++) {
				const position = documentOffset + index;
				const variableRange = variables[i].getRange();
				if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
					index = content.substring(0, index).lastIndexOf(searchString);
					if (index === -1) return -1;
					i = -1;
					continue;
				}
			}
			return index;
		}
		getRegistry() {
			return this.getRangeContent(this.getRegistryRange());
		}
		getRegistryRange() {
			const range = this.getImageRange();
			if (range) {
				const tagRange = this.getImageTagRange();
				const digestRange = this.getImageDigestRange();
				if (tagRange === null) {
					if (digestRange !== null) range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
				} else range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
				const content = this.getRangeContent(range);
				const rangeStart = this.document.offsetAt(range.start);
				const startingSlashIndex = this.indexOf(rangeStart, content, "/");
				if (startingSlashIndex === -1) return null;
				const portIndex = this.indexOf(rangeStart, content, ":");
				const dotIndex = this.indexOf(rangeStart, content, ".");
				if (portIndex !== -1 || dotIndex !== -1) return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
				if (content.substring(0, startingSlashIndex) === "localhost") return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
			}
			return null;
		}
		getBuildStage() {
			let range = this.getBuildStageRange();
			return range === null ? null : this.getRangeContent(range);
		}
		getBuildStageRange() {
			let args = this.getArguments();
			if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") return args[2].getRange();
			return null;
		}
		getPlatformFlag() {
			let flags = super.getFlags();
			return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
		}
	};
	exports.From = From;
}));

// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Healthcheck = void 0;
	const modifiableInstruction_1 = require_modifiableInstruction();
	var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			argument = argument.toUpperCase();
			return argument === "CMD" || argument === "NONE";
		}
		getSubcommand() {
			let args = this.getArguments();
			return args.length !== 0 ? args[0] : null;
		}
	};
	exports.Healthcheck = Healthcheck;
}));

// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Label = void 0;
	const propertyInstruction_1 = require_propertyInstruction();
	const util_1 = require_util();
	var Label = class extends propertyInstruction_1.PropertyInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getVariables() {
			const variables = super.getVariables();
			const properties = this.getProperties();
			for (const property of properties) {
				const value = property.getUnescapedValue();
				if (value !== null && value.length > 2 && value.charAt(0) === "'" && value.charAt(value.length - 1) === "'") {
					const range = property.getValueRange();
					for (let i = 0; i < variables.length; i++) if (util_1.Util.isInsideRange(variables[i].getRange().start, range)) {
						variables.splice(i, 1);
						i--;
					}
				}
			}
			return variables;
		}
		getProperties() {
			return super.getProperties();
		}
	};
	exports.Label = Label;
}));

// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Onbuild = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const parser_1 = require_parser();
	const instruction_1 = require_instruction();
	var Onbuild = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		getTrigger() {
			let trigger = this.getTriggerWord();
			return trigger === null ? null : trigger.toUpperCase();
		}
		getTriggerWord() {
			return this.getRangeContent(this.getTriggerRange());
		}
		getTriggerRange() {
			let args = this.getArguments();
			return args.length > 0 ? args[0].getRange() : null;
		}
		getTriggerInstruction() {
			let triggerRange = this.getTriggerRange();
			if (triggerRange === null) return null;
			let args = this.getArguments();
			return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
		}
	};
	exports.Onbuild = Onbuild;
}));

// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Run = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Run = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		stopSearchingForFlags(argument) {
			return argument.indexOf("--") === -1;
		}
		/**
		* Returns there here-documents that are defined in this RUN
		* instruction.
		*
		* This API is experimental and subject to change.
		*/
		getHeredocs() {
			return super.getHeredocs();
		}
	};
	exports.Run = Run;
}));

// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Shell = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Shell = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Shell = Shell;
}));

// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Stopsignal = void 0;
	const instruction_1 = require_instruction();
	var Stopsignal = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Stopsignal = Stopsignal;
}));

// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Workdir = void 0;
	const instruction_1 = require_instruction();
	var Workdir = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
		/**
		* Returns the path that has been defined. Note that this path may
		* be absolute or relative depending on what was written in the
		* instruction.
		*
		* @return the working directory's path, or null if this
		*         instruction has no arguments
		*/
		getPath() {
			return this.getArgumentsContent();
		}
		/**
		* Returns the absolute path that this instruction resolves to. The
		* function will inspect prior WORKDIR instructions in the current
		* image or another build stage in the Dockerfile to try to
		* determine this.
		*
		* @return the absolute path of the working directory, or null if
		*         this instruction has no arguments, or undefined if it
		*         cannot be determined because only relative paths could be
		*         found
		*/
		getAbsolutePath() {
			const path = this.getPath();
			if (path === null || path.startsWith("/")) return path;
			const startLine = this.getRange().start.line;
			const hierarchy = this.dockerfile.getStageHierarchy(startLine);
			for (let i = hierarchy.length - 1; i >= 0; i--) {
				const workdirs = hierarchy[i].getWORKDIRs();
				for (let j = workdirs.length - 1; j >= 0; j--) if (workdirs[j].getRange().start.line < startLine) {
					const parent = workdirs[j].getAbsolutePath();
					if (parent === void 0 || parent === null) return;
					return parent.endsWith("/") ? parent + path : parent + "/" + path;
				}
			}
		}
	};
	exports.Workdir = Workdir;
}));

// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.User = void 0;
	const instruction_1 = require_instruction();
	var User = class extends instruction_1.Instruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.User = User;
}));

// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Volume = void 0;
	const jsonInstruction_1 = require_jsonInstruction();
	var Volume = class extends jsonInstruction_1.JSONInstruction {
		constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
			super(document, range, dockerfile, escapeChar, instruction, instructionRange);
		}
	};
	exports.Volume = Volume;
}));

// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ImageTemplate = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const arg_1 = require_arg();
	const cmd_1 = require_cmd();
	const copy_1 = require_copy();
	const env_1 = require_env();
	const entrypoint_1 = require_entrypoint();
	const from_1 = require_from();
	const healthcheck_1 = require_healthcheck();
	const onbuild_1 = require_onbuild();
	const util_1 = require_util();
	const workdir_1 = require_workdir();
	var ImageTemplate = class {
		constructor() {
			this.comments = [];
			this.instructions = [];
		}
		addComment(comment) {
			this.comments.push(comment);
		}
		getComments() {
			return this.comments;
		}
		addInstruction(instruction) {
			this.instructions.push(instruction);
		}
		getInstructions() {
			return this.instructions;
		}
		getInstructionAt(line) {
			for (let instruction of this.instructions) if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line, 0), instruction.getRange())) return instruction;
			return null;
		}
		/**
		* Gets all the ARG instructions that are defined in this image.
		*/
		getARGs() {
			let args = [];
			for (let instruction of this.instructions) if (instruction instanceof arg_1.Arg) args.push(instruction);
			return args;
		}
		/**
		* Gets all the CMD instructions that are defined in this image.
		*/
		getCMDs() {
			let cmds = [];
			for (let instruction of this.instructions) if (instruction instanceof cmd_1.Cmd) cmds.push(instruction);
			return cmds;
		}
		/**
		* Gets all the COPY instructions that are defined in this image.
		*/
		getCOPYs() {
			let copies = [];
			for (let instruction of this.instructions) if (instruction instanceof copy_1.Copy) copies.push(instruction);
			return copies;
		}
		/**
		* Gets all the ENTRYPOINT instructions that are defined in this image.
		*/
		getENTRYPOINTs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof entrypoint_1.Entrypoint) froms.push(instruction);
			return froms;
		}
		/**
		* Gets all the ENV instructions that are defined in this image.
		*/
		getENVs() {
			let args = [];
			for (let instruction of this.instructions) if (instruction instanceof env_1.Env) args.push(instruction);
			return args;
		}
		getFROM() {
			for (const instruction of this.instructions) if (instruction instanceof from_1.From) return instruction;
			return null;
		}
		/**
		* Gets all the FROM instructions that are defined in this image.
		*/
		getFROMs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof from_1.From) froms.push(instruction);
			return froms;
		}
		/**
		* Gets all the HEALTHCHECK instructions that are defined in this image.
		*/
		getHEALTHCHECKs() {
			let froms = [];
			for (let instruction of this.instructions) if (instruction instanceof healthcheck_1.Healthcheck) froms.push(instruction);
			return froms;
		}
		getWORKDIRs() {
			const workdirs = [];
			for (const instruction of this.instructions) if (instruction instanceof workdir_1.Workdir) workdirs.push(instruction);
			return workdirs;
		}
		getOnbuildTriggers() {
			let triggers = [];
			for (let instruction of this.instructions) if (instruction instanceof onbuild_1.Onbuild) {
				let trigger = instruction.getTriggerInstruction();
				if (trigger) triggers.push(trigger);
			}
			return triggers;
		}
		getAvailableVariables(currentLine) {
			const variables = [];
			for (const arg of this.getARGs()) if (arg.isBefore(currentLine)) {
				const property = arg.getProperty();
				if (property) {
					const variable = property.getName();
					if (variables.indexOf(variable) === -1) variables.push(variable);
				}
			}
			for (const env of this.getENVs()) if (env.isBefore(currentLine)) for (const property of env.getProperties()) {
				const variable = property.getName();
				if (variables.indexOf(variable) === -1) variables.push(variable);
			}
			return variables;
		}
		/**
		* Resolves a variable with the given name at the specified line
		* to its value. If null is returned, then the variable has been
		* defined but no value was given. If undefined is returned, then
		* a variable with the given name has not been defined yet as of
		* the given line.
		*
		* @param variable the name of the variable to resolve
		* @param line the line number that the variable is on, zero-based
		* @return the value of the variable as defined by an ARG or ENV
		*         instruction, or null if no value has been specified, or
		*         undefined if a variable with the given name has not
		*         been defined
		*/
		resolveVariable(variable, line) {
			let envs = this.getENVs();
			for (let i = envs.length - 1; i >= 0; i--) if (envs[i].isBefore(line)) {
				for (let property of envs[i].getProperties()) if (property.getName() === variable) return property.getValue();
			}
			let args = this.getARGs();
			for (let i = args.length - 1; i >= 0; i--) if (args[i].isBefore(line)) {
				let property = args[i].getProperty();
				if (property && property.getName() === variable) return property.getValue();
			}
		}
		getRange() {
			const instructions = this.getInstructions();
			if (instructions.length === 0) return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
			const instructionStart = instructions[0].getRange().start;
			const instructionEnd = instructions[instructions.length - 1].getRange().end;
			return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
		}
		contains(position) {
			const range = this.getRange();
			if (range === null) return false;
			return util_1.Util.isInsideRange(position, range);
		}
	};
	exports.ImageTemplate = ImageTemplate;
}));

// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Dockerfile = void 0;
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const ast = require_main();
	const imageTemplate_1 = require_imageTemplate();
	const from_1 = require_from();
	const util_1 = require_util();
	const main_1 = require_main();
	var Dockerfile = class extends imageTemplate_1.ImageTemplate {
		constructor(document) {
			super();
			this.initialInstructions = new imageTemplate_1.ImageTemplate();
			this.buildStages = [];
			this.directives = [];
			/**
			* Whether a FROM instruction has been added to this Dockerfile or not.
			*/
			this.foundFrom = false;
			this.document = document;
		}
		getEscapeCharacter() {
			for (const directive of this.directives) if (directive.getDirective() === ast.Directive.escape) {
				const value = directive.getValue();
				if (value === "\\" || value === "`") return value;
			}
			return "\\";
		}
		getInitialARGs() {
			return this.initialInstructions.getARGs();
		}
		getContainingImage(position) {
			let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
			if (!util_1.Util.isInsideRange(position, range)) return null;
			if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
				if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) return this.initialInstructions;
			}
			for (const buildStage of this.buildStages) if (util_1.Util.isInsideRange(position, buildStage.getRange())) return buildStage;
			return this;
		}
		addInstruction(instruction) {
			if (instruction.getKeyword() === main_1.Keyword.FROM) {
				this.currentBuildStage = new imageTemplate_1.ImageTemplate();
				this.buildStages.push(this.currentBuildStage);
				this.foundFrom = true;
			} else if (!this.foundFrom) this.initialInstructions.addInstruction(instruction);
			if (this.foundFrom) this.currentBuildStage.addInstruction(instruction);
			super.addInstruction(instruction);
		}
		setDirectives(directives) {
			this.directives = directives;
		}
		getDirective() {
			return this.directives.length === 0 ? null : this.directives[0];
		}
		getDirectives() {
			return this.directives;
		}
		resolveVariable(variable, line) {
			for (let from of this.getFROMs()) {
				let range = from.getRange();
				if (range.start.line <= line && line <= range.end.line) {
					let initialARGs = new imageTemplate_1.ImageTemplate();
					for (let instruction of this.initialInstructions.getARGs()) initialARGs.addInstruction(instruction);
					return initialARGs.resolveVariable(variable, line);
				}
			}
			let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			if (image === null) return;
			let resolvedVariable = image.resolveVariable(variable, line);
			if (resolvedVariable === null) {
				let initialARGs = new imageTemplate_1.ImageTemplate();
				for (let instruction of this.initialInstructions.getARGs()) initialARGs.addInstruction(instruction);
				return initialARGs.resolveVariable(variable, line);
			}
			return resolvedVariable;
		}
		getAvailableVariables(currentLine) {
			if (this.getInstructionAt(currentLine) instanceof from_1.From) {
				let variables = [];
				for (let arg of this.getInitialARGs()) {
					let property = arg.getProperty();
					if (property) variables.push(property.getName());
				}
				return variables;
			}
			let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
			return image ? image.getAvailableVariables(currentLine) : [];
		}
		getParentStage(image) {
			const templateFrom = image.getFROM();
			const imageName = templateFrom === null ? null : templateFrom.getImageName();
			if (imageName === null) return null;
			for (const from of this.getFROMs()) if (from.getBuildStage() === imageName) {
				const range = from.getRange();
				if (range.start.line === templateFrom.getRange().start.line) return null;
				return this.getContainingImage(range.start);
			}
			return null;
		}
		getStageHierarchy(line) {
			const image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
			if (image === null) return [];
			const stages = [image];
			let stage = this.getParentStage(image);
			while (stage !== null) {
				stages.splice(0, 0, stage);
				stage = this.getParentStage(stage);
			}
			return stages;
		}
		getAvailableWorkingDirectories(line) {
			const availableDirectories = /* @__PURE__ */ new Set();
			for (const image of this.getStageHierarchy(line)) for (const workdir of image.getWORKDIRs()) if (workdir.getRange().end.line < line) {
				let directory = workdir.getAbsolutePath();
				if (directory !== void 0 && directory !== null) {
					if (!directory.endsWith("/")) directory += "/";
					availableDirectories.add(directory);
				}
			}
			return Array.from(availableDirectories);
		}
		/**
		* Internally reorganize the comments in the Dockerfile and allocate
		* them to the relevant build stages that they belong to.
		*/
		organizeComments() {
			const comments = this.getComments();
			for (let i = 0; i < comments.length; i++) if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) this.initialInstructions.addComment(comments[i]);
			else for (const buildStage of this.buildStages) if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) buildStage.addComment(comments[i]);
		}
		getRange() {
			const comments = this.getComments();
			const instructions = this.getInstructions();
			let range = null;
			if (comments.length === 0) {
				if (instructions.length > 0) range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
			} else if (instructions.length === 0) range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
			else {
				const commentStart = comments[0].getRange().start;
				const commentEnd = comments[comments.length - 1].getRange().end;
				const instructionStart = instructions[0].getRange().start;
				const instructionEnd = instructions[instructions.length - 1].getRange().end;
				if (commentStart.line < instructionStart.line) {
					if (commentEnd.line < instructionEnd.line) range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
					range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
				} else if (commentEnd.line < instructionEnd.line) range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
				else range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
			}
			if (range === null) {
				if (this.directives.length === 0) return null;
				return this.directives[0].getRange();
			} else if (this.directives.length === 0) return range;
			return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
		}
	};
	exports.Dockerfile = Dockerfile;
}));

// node_modules/dockerfile-ast/lib/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Parser = void 0;
	const vscode_languageserver_textdocument_1 = (init_main(), __toCommonJS(main_exports));
	const vscode_languageserver_types_1 = (init_main$1(), __toCommonJS(main_exports$1));
	const comment_1 = require_comment();
	const parserDirective_1 = require_parserDirective();
	const instruction_1 = require_instruction();
	const add_1 = require_add();
	const arg_1 = require_arg();
	const cmd_1 = require_cmd();
	const copy_1 = require_copy();
	const env_1 = require_env();
	const entrypoint_1 = require_entrypoint();
	const from_1 = require_from();
	const healthcheck_1 = require_healthcheck();
	const label_1 = require_label();
	const onbuild_1 = require_onbuild();
	const run_1 = require_run();
	const shell_1 = require_shell();
	const stopsignal_1 = require_stopsignal();
	const workdir_1 = require_workdir();
	const user_1 = require_user();
	const volume_1 = require_volume();
	const dockerfile_1 = require_dockerfile();
	const util_1 = require_util();
	const main_1 = require_main();
	var Parser = class Parser {
		constructor() {
			this.escapeChar = null;
		}
		static createInstruction(document, dockerfile, escapeChar, lineRange, instruction, instructionRange) {
			switch (instruction.toUpperCase()) {
				case "ADD": return new add_1.Add(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ARG": return new arg_1.Arg(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "CMD": return new cmd_1.Cmd(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "COPY": return new copy_1.Copy(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ENTRYPOINT": return new entrypoint_1.Entrypoint(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ENV": return new env_1.Env(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "FROM": return new from_1.From(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "HEALTHCHECK": return new healthcheck_1.Healthcheck(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "LABEL": return new label_1.Label(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "ONBUILD": return new onbuild_1.Onbuild(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "RUN": return new run_1.Run(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "SHELL": return new shell_1.Shell(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "STOPSIGNAL": return new stopsignal_1.Stopsignal(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "WORKDIR": return new workdir_1.Workdir(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "USER": return new user_1.User(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
				case "VOLUME": return new volume_1.Volume(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
			}
			return new instruction_1.Instruction(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
		}
		getParserDirectives(document, buffer) {
			const directives = [];
			this.escapeChar = "";
			const offset = util_1.Util.isUTF8BOM(buffer.substring(0, 1)) ? 1 : 0;
			directiveCheck: for (let i = offset; i < buffer.length; i++) switch (buffer.charAt(i)) {
				case " ":
				case "	": break;
				case "\r":
				case "\n": break directiveCheck;
				case "#":
					let directiveStart = -1;
					let directiveEnd = -1;
					for (let j = i + 1; j < buffer.length; j++) {
						let char = buffer.charAt(j);
						switch (char) {
							case " ":
							case "	":
								if (directiveStart !== -1 && directiveEnd === -1) directiveEnd = j;
								break;
							case "\r":
							case "\n": break directiveCheck;
							case "=":
								let valueStart = -1;
								let valueEnd = -1;
								if (directiveEnd === -1) directiveEnd = j;
								let lineEnd = buffer.length;
								directiveValue: for (let k = j + 1; k < buffer.length; k++) {
									char = buffer.charAt(k);
									switch (char) {
										case "\r":
										case "\n":
											if (valueStart !== -1 && valueEnd === -1) valueEnd = k;
											lineEnd = k;
											break directiveValue;
										case "	":
										case " ":
											if (valueStart !== -1 && valueEnd === -1) valueEnd = k;
											continue;
										default: if (valueStart === -1) valueStart = k;
									}
								}
								if (directiveStart === -1) break directiveCheck;
								if (valueStart === -1) {
									valueStart = j + 1;
									valueEnd = lineEnd;
								} else if (valueEnd === -1) valueEnd = buffer.length;
								const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd));
								const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
								const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
								directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
								directiveStart = -1;
								if (buffer.charAt(valueEnd) === "\r") i = valueEnd + 1;
								else i = valueEnd;
								continue directiveCheck;
							default: if (directiveStart === -1) directiveStart = j;
						}
					}
					break;
				default: break directiveCheck;
			}
			return directives;
		}
		parse(buffer) {
			this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer);
			this.buffer = buffer;
			let dockerfile = new dockerfile_1.Dockerfile(this.document);
			let directives = this.getParserDirectives(this.document, this.buffer);
			let offset = 0;
			this.escapeChar = "\\";
			if (directives.length > 0) {
				dockerfile.setDirectives(directives);
				this.escapeChar = dockerfile.getEscapeCharacter();
				offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
			} else if (util_1.Util.isUTF8BOM(buffer.substring(0, 1))) offset = 1;
			for (let i = offset; i < this.buffer.length; i++) {
				const char = this.buffer.charAt(i);
				switch (char) {
					case " ":
					case "	":
					case "\r":
					case "\n": break;
					case "#":
						i = this.processComment(dockerfile, i);
						break;
					default: i = this.processInstruction(dockerfile, char, i);
				}
			}
			dockerfile.organizeComments();
			return dockerfile;
		}
		processInstruction(dockerfile, char, start) {
			let instruction = char;
			let instructionEnd = -1;
			let escapedInstruction = false;
			instructionCheck: for (let i = start + 1; i < this.buffer.length; i++) {
				char = this.buffer.charAt(i);
				switch (char) {
					case this.escapeChar:
						escapedInstruction = true;
						char = this.buffer.charAt(i + 1);
						if (char === "\r" || char === "\n") {
							if (instructionEnd === -1) instructionEnd = i;
							i++;
						} else if (char === " " || char === "	") {
							for (let j = i + 2; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
								case " ":
								case "	": break;
								case "\r":
								case "\n":
									i = j;
									continue instructionCheck;
								default:
									instructionEnd = i + 1;
									instruction = instruction + this.escapeChar;
									i = j - 2;
									continue instructionCheck;
							}
							instructionEnd = i + 1;
							instruction = instruction + this.escapeChar;
							break instructionCheck;
						} else {
							instructionEnd = i + 1;
							instruction = instruction + this.escapeChar;
							escapedInstruction = false;
						}
						break;
					case " ":
					case "	":
						if (escapedInstruction) {
							escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
								case " ":
								case "	": break;
								case "\r":
								case "\n":
									i = j;
									continue instructionCheck;
								default: break escapeCheck;
							}
							escapedInstruction = false;
						}
						if (instructionEnd === -1) instructionEnd = i;
						i = this.processArguments(dockerfile, instruction, instructionEnd, start, i);
						dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, i));
						return i;
					case "\r":
					case "\n":
						if (escapedInstruction) continue;
						if (instructionEnd === -1) instructionEnd = i;
						dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, i, i));
						return i;
					case "#": if (escapedInstruction) continue;
					default:
						instructionEnd = i + 1;
						instruction = instruction + char;
						escapedInstruction = false;
				}
			}
			if (instructionEnd === -1) instructionEnd = this.buffer.length;
			dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, this.buffer.length));
			return this.buffer.length;
		}
		processHeredocs(instruction, offset) {
			let keyword = instruction.getKeyword();
			if (keyword === main_1.Keyword.ONBUILD) {
				instruction = instruction.getTriggerInstruction();
				if (instruction === null) return offset;
				keyword = instruction.getKeyword();
			}
			if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) return offset;
			const heredocs = [];
			let tabbed = false;
			for (const arg of instruction.getArguments()) {
				const value = arg.getValue();
				if (value.startsWith("<<") && value.length > 2) {
					if (value.startsWith("<<-")) tabbed = true;
					const name = util_1.Util.parseHeredocName(value);
					if (name !== null) heredocs.push(name);
				}
			}
			if (heredocs.length > 0) for (const heredoc of heredocs) offset = this.parseHeredoc(heredoc, offset, tabbed);
			return offset;
		}
		processArguments(dockerfile, instruction, instructionEnd, start, offset) {
			let escaped = false;
			argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case "\r":
				case "\n":
					if (escaped) continue;
					return this.processHeredocs(this.createInstruction(dockerfile, instruction, start, instructionEnd, i), i);
				case this.escapeChar:
					const next = this.buffer.charAt(i + 1);
					if (next === "\n" || next === "\r") {
						escaped = true;
						i++;
					} else if (next === " " || next === "	") {
						for (let j = i + 2; j < this.buffer.length; j++) switch (this.buffer.charAt(j)) {
							case " ":
							case "	": break;
							case "\r":
							case "\n": escaped = true;
							default:
								i = j;
								continue argumentsCheck;
						}
						return this.buffer.length;
					}
					continue;
				case "#":
					if (escaped) {
						i = this.processComment(dockerfile, i);
						continue argumentsCheck;
					}
					break;
				case " ":
				case "	": break;
				default: if (escaped) escaped = false;
			}
			return this.buffer.length;
		}
		processComment(dockerfile, start) {
			let end = this.buffer.length;
			commentLoop: for (let i = start + 1; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case "\r":
				case "\n":
					end = i;
					break commentLoop;
			}
			const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start), this.document.positionAt(end));
			dockerfile.addComment(new comment_1.Comment(this.document, range));
			return end;
		}
		parseHeredoc(heredocName, offset, tabbed) {
			let startWord = -1;
			let lineStart = true;
			for (let i = offset; i < this.buffer.length; i++) switch (this.buffer.charAt(i)) {
				case " ":
					lineStart = false;
					break;
				case "	":
					if (!tabbed) lineStart = false;
					break;
				case "\r":
				case "\n":
					if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) return i;
					startWord = -1;
					lineStart = true;
					break;
				default: if (lineStart) {
					startWord = i;
					lineStart = false;
				}
			}
			return this.buffer.length;
		}
		createInstruction(dockerfile, instruction, start, instructionEnd, end) {
			const startPosition = this.document.positionAt(start);
			const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
			const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
			return Parser.createInstruction(this.document, dockerfile, this.escapeChar, lineRange, instruction, instructionRange);
		}
	};
	exports.Parser = Parser;
}));

// node_modules/dockerfile-ast/lib/main.js
var require_main = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
	var argument_1 = require_argument();
	Object.defineProperty(exports, "Argument", {
		enumerable: true,
		get: function() {
			return argument_1.Argument;
		}
	});
	var jsonArgument_1 = require_jsonArgument();
	Object.defineProperty(exports, "JSONArgument", {
		enumerable: true,
		get: function() {
			return jsonArgument_1.JSONArgument;
		}
	});
	const comment_1 = require_comment();
	Object.defineProperty(exports, "Comment", {
		enumerable: true,
		get: function() {
			return comment_1.Comment;
		}
	});
	const parser_1 = require_parser();
	var flag_1 = require_flag();
	Object.defineProperty(exports, "Flag", {
		enumerable: true,
		get: function() {
			return flag_1.Flag;
		}
	});
	const instruction_1 = require_instruction();
	Object.defineProperty(exports, "Instruction", {
		enumerable: true,
		get: function() {
			return instruction_1.Instruction;
		}
	});
	var line_1 = require_line();
	Object.defineProperty(exports, "Line", {
		enumerable: true,
		get: function() {
			return line_1.Line;
		}
	});
	const parserDirective_1 = require_parserDirective();
	Object.defineProperty(exports, "ParserDirective", {
		enumerable: true,
		get: function() {
			return parserDirective_1.ParserDirective;
		}
	});
	var property_1 = require_property();
	Object.defineProperty(exports, "Property", {
		enumerable: true,
		get: function() {
			return property_1.Property;
		}
	});
	var variable_1 = require_variable();
	Object.defineProperty(exports, "Variable", {
		enumerable: true,
		get: function() {
			return variable_1.Variable;
		}
	});
	var add_1 = require_add();
	Object.defineProperty(exports, "Add", {
		enumerable: true,
		get: function() {
			return add_1.Add;
		}
	});
	const arg_1 = require_arg();
	Object.defineProperty(exports, "Arg", {
		enumerable: true,
		get: function() {
			return arg_1.Arg;
		}
	});
	const cmd_1 = require_cmd();
	Object.defineProperty(exports, "Cmd", {
		enumerable: true,
		get: function() {
			return cmd_1.Cmd;
		}
	});
	const copy_1 = require_copy();
	Object.defineProperty(exports, "Copy", {
		enumerable: true,
		get: function() {
			return copy_1.Copy;
		}
	});
	const entrypoint_1 = require_entrypoint();
	Object.defineProperty(exports, "Entrypoint", {
		enumerable: true,
		get: function() {
			return entrypoint_1.Entrypoint;
		}
	});
	const env_1 = require_env();
	Object.defineProperty(exports, "Env", {
		enumerable: true,
		get: function() {
			return env_1.Env;
		}
	});
	const from_1 = require_from();
	Object.defineProperty(exports, "From", {
		enumerable: true,
		get: function() {
			return from_1.From;
		}
	});
	const healthcheck_1 = require_healthcheck();
	Object.defineProperty(exports, "Healthcheck", {
		enumerable: true,
		get: function() {
			return healthcheck_1.Healthcheck;
		}
	});
	var heredoc_1 = require_heredoc();
	Object.defineProperty(exports, "Heredoc", {
		enumerable: true,
		get: function() {
			return heredoc_1.Heredoc;
		}
	});
	var jsonInstruction_1 = require_jsonInstruction();
	Object.defineProperty(exports, "JSONInstruction", {
		enumerable: true,
		get: function() {
			return jsonInstruction_1.JSONInstruction;
		}
	});
	var label_1 = require_label();
	Object.defineProperty(exports, "Label", {
		enumerable: true,
		get: function() {
			return label_1.Label;
		}
	});
	var modifiableInstruction_1 = require_modifiableInstruction();
	Object.defineProperty(exports, "ModifiableInstruction", {
		enumerable: true,
		get: function() {
			return modifiableInstruction_1.ModifiableInstruction;
		}
	});
	var onbuild_1 = require_onbuild();
	Object.defineProperty(exports, "Onbuild", {
		enumerable: true,
		get: function() {
			return onbuild_1.Onbuild;
		}
	});
	var propertyInstruction_1 = require_propertyInstruction();
	Object.defineProperty(exports, "PropertyInstruction", {
		enumerable: true,
		get: function() {
			return propertyInstruction_1.PropertyInstruction;
		}
	});
	var run_1 = require_run();
	Object.defineProperty(exports, "Run", {
		enumerable: true,
		get: function() {
			return run_1.Run;
		}
	});
	var shell_1 = require_shell();
	Object.defineProperty(exports, "Shell", {
		enumerable: true,
		get: function() {
			return shell_1.Shell;
		}
	});
	var stopsignal_1 = require_stopsignal();
	Object.defineProperty(exports, "Stopsignal", {
		enumerable: true,
		get: function() {
			return stopsignal_1.Stopsignal;
		}
	});
	var user_1 = require_user();
	Object.defineProperty(exports, "User", {
		enumerable: true,
		get: function() {
			return user_1.User;
		}
	});
	var volume_1 = require_volume();
	Object.defineProperty(exports, "Volume", {
		enumerable: true,
		get: function() {
			return volume_1.Volume;
		}
	});
	const workdir_1 = require_workdir();
	Object.defineProperty(exports, "Workdir", {
		enumerable: true,
		get: function() {
			return workdir_1.Workdir;
		}
	});
	var Keyword;
	(function(Keyword) {
		Keyword["ADD"] = "ADD";
		Keyword["ARG"] = "ARG";
		Keyword["CMD"] = "CMD";
		Keyword["COPY"] = "COPY";
		Keyword["ENTRYPOINT"] = "ENTRYPOINT";
		Keyword["ENV"] = "ENV";
		Keyword["EXPOSE"] = "EXPOSE";
		Keyword["FROM"] = "FROM";
		Keyword["HEALTHCHECK"] = "HEALTHCHECK";
		Keyword["LABEL"] = "LABEL";
		Keyword["MAINTAINER"] = "MAINTAINER";
		Keyword["ONBUILD"] = "ONBUILD";
		Keyword["RUN"] = "RUN";
		Keyword["SHELL"] = "SHELL";
		Keyword["STOPSIGNAL"] = "STOPSIGNAL";
		Keyword["USER"] = "USER";
		Keyword["VOLUME"] = "VOLUME";
		Keyword["WORKDIR"] = "WORKDIR";
	})(Keyword || (exports.Keyword = Keyword = {}));
	var Directive;
	(function(Directive) {
		Directive["escape"] = "escape";
		Directive["syntax"] = "syntax";
	})(Directive || (exports.Directive = Directive = {}));
	exports.DefaultVariables = [
		"ALL_PROXY",
		"all_proxy",
		"FTP_PROXY",
		"ftp_proxy",
		"HTTP_PROXY",
		"http_proxy",
		"HTTPS_PROXY",
		"https_proxy",
		"NO_PROXY",
		"no_proxy"
	];
	var DockerfileParser;
	(function(DockerfileParser) {
		function parse(content) {
			return new parser_1.Parser().parse(content);
		}
		DockerfileParser.parse = parse;
	})(DockerfileParser || (exports.DockerfileParser = DockerfileParser = {}));
}));

// src/release/shell-text.ts
var import_main = require_main();
/** Text as it stands in a file, beginning on `line`. */
function plainText(text, line) {
	return indexed([{
		text,
		line
	}]);
}
/**
* The words of an instruction of a Dockerfile: lines that end with the escape character are joined, and lines of comment between them
* left out, as docker does before a shell sees anything.
*/
function joinLines(text, line, escape) {
	const parts = [];
	let mayBeComment = false;
	for (const [at, whole] of text.split("\n").entries()) {
		const content = whole.replace(/\r$/, "");
		if (mayBeComment && /^\s*(?:#|$)/.test(content)) continue;
		const bare = content.trimEnd();
		mayBeComment = bare.endsWith(escape);
		parts.push({
			text: mayBeComment ? bare.slice(0, -escape.length) : content,
			line: line + at
		});
	}
	return indexed(parts);
}
function indexed(parts) {
	const starts = [];
	let length = 0;
	for (const part of parts) for (const [at, each] of part.text.split("\n").entries()) {
		if (at > 0) length++;
		starts.push({
			position: length,
			line: part.line + at
		});
		length += each.length;
	}
	return {
		text: parts.map(({ text }) => text).join(""),
		lineAt: (position) => starts.findLast((start) => start.position <= position)?.line ?? parts[0]?.line ?? 1
	};
}

// src/release/dockerfile-file.ts
/** Reads the instructions of a Dockerfile, stage by stage. null: the parser cannot. Throws nothing. */
function parseDockerfile(text) {
	try {
		return readStages(text);
	} catch {
		return null;
	}
}
function readStages(text) {
	const file = import_main.DockerfileParser.parse(text);
	const escape = file.getEscapeCharacter();
	const lines = lineStarts(text);
	const globals = [];
	const stages = [];
	for (const each of file.getInstructions()) {
		const instruction = readInstruction(each, {
			text,
			lines,
			escape
		});
		const stage = stages.at(-1);
		if (instruction.keyword === "FROM") stages.push({
			head: stageOf(instruction),
			instructions: []
		});
		else if (stage === void 0) globals.push(instruction);
		else stage.instructions.push(instruction);
	}
	return {
		globals,
		stages: stages.map(({ head, instructions }) => ({
			...head,
			instructions
		}))
	};
}
function stageOf({ words, flags, line }) {
	const [image = "", as = "", name = ""] = words.text.trim().split(/\s+/);
	const platform = flags.find((flag) => flag.name === "platform")?.value ?? null;
	return {
		image,
		name: as.toLowerCase() === "as" ? name : null,
		platform,
		line,
		instructions: []
	};
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function readInstruction(each, source) {
	const { end } = each.getRange();
	const range = each.getArgumentsRange();
	const start = range?.start ?? end;
	const offset = ({ line, character }) => (source.lines[line] ?? source.text.length) + character;
	const raw = range === null ? "" : source.text.slice(offset(start), offset(end));
	const first = start.line + 1;
	const keyword = each.getKeyword().toUpperCase();
	const script = keyword === "RUN" ? scriptOf$2(raw, first) : null;
	const words = /<<-?\s*["']?\w/.test(raw) && raw.includes("\n") && !/<<-?\s*["']?\w[^\n]*\\\s*\n/.test(raw) ? plainText(raw, first) : joinLines(raw, first, source.escape);
	return {
		keyword,
		line: each.getRange().start.line + 1,
		flags: flagsOf(each),
		words,
		script,
		list: listOf(words.text)
	};
}
function flagsOf(each) {
	if (!hasFlags(each)) return [];
	return each.getFlags().map((flag) => ({
		name: flag.getName(),
		value: flag.getValue() ?? ""
	}));
}
function hasFlags(each) {
	return "getFlags" in each;
}
/** The exec form is JSON; what is not JSON is a line for the shell, as docker has it. */
function listOf(text) {
	if (!text.trimStart().startsWith("[")) return null;
	try {
		const value = JSON.parse(text);
		return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : null;
	} catch {
		return null;
	}
}
function scriptOf$2(raw, line) {
	const [, dash = "", , name = "", reader = "", body = ""] = /^<<(-?)(["']?)(\w+)\2[ \t]*([^\n]*)\n(.*)$/s.exec(raw) ?? [];
	if (name === "") return null;
	const lines = body.split("\n").map((each) => each.replace(/\r$/, ""));
	const end = lines.findIndex((each) => (dash === "-" ? each.replace(/^\t+/, "") : each) === name);
	const content = lines.slice(0, end < 0 ? lines.length : end);
	return {
		text: plainText(content.join("\n"), line + 1),
		reader: reader.trim()
	};
}

// src/release/shell-patterns.ts
/** A pattern of the shell as the source of a regular expression. `isLazy`: the shortest text that fits. */
function globToRegExp(glob, { isLiteral, isLazy }) {
	const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
	if (isLiteral) return literal(glob);
	return glob.split(/(\*+|\?)/).map((part) => part.startsWith("*") ? isLazy ? ".*?" : ".*" : part === "?" ? "." : literal(part)).join("");
}
/** A pattern that globToRegExp reads: no brackets, and not so many stars that to try them all takes long. */
function isPlainGlob(glob) {
	return !/[[\]]/.test(glob) && glob.split(/\*+/).length <= 5;
}
/** Whether a path fits a pattern of paths, part for part: `*` does not cross a slash. What is not read fits. */
function matchesPath(pattern, path) {
	if (!isPlainGlob(pattern)) return true;
	const parts = pattern.split("/");
	const names = path.split("/");
	return parts.length === names.length && parts.every((part, at) => new RegExp(`^${globToRegExp(part, {
		isLiteral: false,
		isLazy: false
	})}$`, "s").test(names[at] ?? ""));
}

// src/release/shell-state.ts
function cloneState(state) {
	return {
		...state,
		variables: new Map(state.variables)
	};
}
/** What two ways through a script have in common; what differs is `hole`. */
function mergeStates(one, other, hole) {
	const variables = /* @__PURE__ */ new Map();
	for (const name of /* @__PURE__ */ new Set([...one.variables.keys(), ...other.variables.keys()])) {
		const a = one.variables.get(name);
		const b = other.variables.get(name);
		const some = a ?? b;
		if (some === void 0) continue;
		const isSame = a?.value === b?.value && a?.isExported === b?.isExported;
		variables.set(name, isSame ? some : {
			...some,
			value: hole,
			isExported: true,
			isOptional: false
		});
	}
	return {
		variables,
		cwd: one.cwd === other.cwd ? one.cwd : hole,
		doubt: one.doubt ?? other.doubt
	};
}
/** A path in the container, from the folder in which it is used. */
function resolvePath(cwd, path) {
	const whole = path.startsWith("/") ? path : `${cwd}/${path}`;
	const parts = [];
	for (const part of whole.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return `/${parts.join("/")}`;
}

// src/release/dockerfile-folders.ts
/** The folder of the repository that a folder of the container has; null: none. The closest copy counts, of these the last. */
function repositoryFolder(path, mappings) {
	if (hasHole(path)) return null;
	let best = null;
	for (const mapping of mappings) {
		if (!isBelow(path, mapping.container) || mapping.isFlat && path !== mapping.container) continue;
		const isCloser = best === null || mapping.container.length > best.container.length;
		const isAsClose = best !== null && mapping.container.length === best.container.length;
		if (isCloser || isAsClose && (!mapping.isFlat || best?.isFlat === true)) best = mapping;
	}
	return best === null ? null : posix.join(best.repository, posix.relative(best.container, path)) || ".";
}
/** Whether a path is a folder or something below it. */
function isBelow(path, folder) {
	return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
/** Whether a folder of the repository is or holds a folder with Go files. */
function hasGoBelow(folder, { goFolders }) {
	return goFolders.some((each) => folder === "." || each === folder || each.startsWith(`${folder}/`));
}
/** What `COPY` or `ADD` from the build context puts where. `root` is the context's folder in the repository. */
function mappingsOfCopy({ sources, target, isFolder }, root, view) {
	return sources.flatMap((source) => {
		if (hasHole(source) || /^(?:https?|git|ssh):|^git@/.test(source)) return [];
		const path = inContext(source, root);
		const isPattern = /[*?[]/.test(posix.basename(path));
		if (!isPattern && isFolderOf(path, view)) return [{
			container: target,
			repository: path,
			isFlat: false
		}];
		if (isPattern) return mappingsOfPattern(path, target, view);
		return [{
			container: isFolder || sources.length > 1 ? target : posix.dirname(target),
			repository: posix.dirname(path),
			isFlat: true
		}];
	});
}
/** `COPY cmd* /app/` copies what is in each folder, and files as they are. */
function mappingsOfPattern(path, target, view) {
	const folders = view.goFolders.filter((folder) => matchesPath(path, folder));
	return [{
		container: target,
		repository: posix.dirname(path),
		isFlat: true
	}, ...folders.map((folder) => ({
		container: target,
		repository: folder,
		isFlat: false
	}))];
}
/** A path of the build context as a path of the repository. */
function inContext(source, root) {
	return posix.join(root, resolvePath("/", source).slice(1)) || ".";
}
function isFolderOf(path, view) {
	if (path === "." || hasGoBelow(path, view)) return true;
	return view.exists(path) && posix.extname(path) === "" && !/^(?:Makefile|LICENSE|VERSION|Dockerfile)$/.test(posix.basename(path));
}
/** What a later stage has of the repository by a copy of the whole or of a part of an earlier one. */
function mappingsOfStage(source, target, mappings) {
	const inner = mappings.filter(({ container }) => isBelow(container, source)).map((each) => ({
		...each,
		container: posix.join(target, posix.relative(source, each.container))
	}));
	const whole = repositoryFolder(source, mappings);
	return whole === null ? inner : [{
		container: target,
		repository: whole,
		isFlat: false
	}, ...inner];
}
/** Whether two paths with `*` in them can mean the same. */
function canBeSame(one, other) {
	return matchesPath(one, other) || matchesPath(other, one);
}
/** A path in which any name may stand where it has a hole. */
function asPattern(path) {
	return fillHoles(path, "*");
}
/** What a package or pattern of the go command means in a folder: the folders of the repository with Go files, null for import paths. */
function foldersOfPackage(name, dir, view) {
	if (name.endsWith(".go")) {
		const folder = posix.join(dir, posix.dirname(name));
		return view.exists(posix.join(dir, name)) ? [folder] : [];
	}
	const own = ownModule(name, view);
	const isRelative = /^\.{1,2}(?:\/|$)/.test(name);
	if (!isRelative && own === null) return null;
	const folder = (isRelative ? posix.join(dir, name) : own ?? dir).replace(/\/$/, "");
	if (!folder.includes("...")) return view.goFolders.filter((each) => each === folder);
	const prefix = folder.slice(0, folder.indexOf("...")).replace(/\/$/, "") || ".";
	return view.goFolders.filter((each) => prefix === "." || each === prefix || each.startsWith(`${prefix}/`));
}
/** An import path of the repository's own modules as a folder. */
function ownModule(name, { modules }) {
	const found = modules.filter(({ path }) => name === path || name.startsWith(`${path}/`)).toSorted((a, b) => b.path.length - a.path.length)[0];
	return found === void 0 ? null : posix.join(found.dir, name.slice(found.path.length + 1));
}
/** What go calls the program of a folder: the last part of its import path, without a major version. null: not known. */
function programName(folder, { modules }) {
	const owner = modules.filter(({ dir }) => dir === "." || folder === dir || folder.startsWith(`${dir}/`)).toSorted((a, b) => b.dir.length - a.dir.length)[0];
	if (owner === void 0) return folder === "." ? null : posix.basename(folder);
	const parts = posix.join(owner.path, posix.relative(owner.dir, folder)).split("/");
	const last = parts.at(-1) ?? "";
	return /^v\d+$/.test(last) && parts.length > 1 ? parts.at(-2) ?? last : last;
}

// src/release/dockerfile-go.ts
const valueFlags = new Set("-covermode -coverpkg -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec -buildvcs".split(" "));
const plainFlags = new Set("-race -msan -asan -cover -trimpath -modcacherw -linkshared".split(" "));
/** What changes nothing in the file: what go prints, how much it does at once, whether it uses its cache. */
const silentFlags = new Set("-v -x -a -i -work -json".split(" "));
const silentValues = /* @__PURE__ */ new Set([
	"-p",
	"-debug-trace",
	"-debug-actiongraph"
]);
/** The name of the go command, whatever its folder and release. */
function isGo(name) {
	return /^(?:.*\/)?go(?:\d[\w.]*)?$/.test(name);
}
function isXxGo(name) {
	return /^(?:.*\/)?xx-go$/.test(name);
}
/** Reads `go build` or `go install` with its flags. null: this is another command, or builds nothing. */
function readGoBuild({ argv, lines, cwd }, holes) {
	const [, verb = ""] = argv;
	if (verb !== "build" && verb !== "install") return null;
	const reader = {
		argv,
		lines,
		at: 2,
		holes,
		flags: [],
		output: null,
		cwd,
		hole: null,
		isDry: false
	};
	while (isFlag(argv[reader.at])) {
		readFlag(reader);
		reader.at++;
	}
	if (reader.isDry) return null;
	const packages = argv.slice(reader.at).filter((each) => each !== "");
	const { flags, output } = reader;
	const hole = reader.hole ?? holeOfPackages(packages, lines[reader.at] ?? 1, holes);
	return {
		verb,
		flags,
		output,
		cwd: reader.cwd,
		packages,
		hole
	};
}
function isFlag(word = "") {
	return word.startsWith("-") || hasHole(word.slice(0, 2));
}
function holeOfPackages(packages, line, holes) {
	const unknown = packages.find(hasHole);
	if (unknown !== void 0) return holeIn(unknown, line, holes);
	const late = packages.find((each) => each.startsWith("-"));
	return late === void 0 ? null : {
		text: late,
		why: "comes after a package, where go does not read flags",
		line
	};
}
/** Takes one flag with its value. */
function readFlag(reader) {
	const { argv, lines, holes } = reader;
	const word = argv[reader.at] ?? "";
	const line = lines[reader.at] ?? 1;
	const [, name = "", value] = /^-?(-[a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word) ?? [];
	if (name === "") reader.hole ??= holeIn(word, line, holes);
	else if (name === "-n") reader.isDry = true;
	else if (name === "-o") reader.output = valueOf$1(reader, value);
	else if (name === "-C") reader.cwd = resolvePath(reader.cwd, valueOf$1(reader, value));
	else if (silentValues.has(name)) valueOf$1(reader, value);
	else if (!silentFlags.has(name)) keepFlag(reader, {
		name,
		value,
		line
	});
}
function keepFlag(reader, { name, value, line }) {
	const { holes } = reader;
	const flag = valueFlags.has(name) && !(name === "-buildvcs" && value === void 0) ? valueFlag(name, valueOf$1(reader, value), {
		holes,
		line
	}) : plainFlag(name, value, line);
	if ("why" in flag) reader.hole ??= flag;
	else reader.flags.push(flag);
}
function valueOf$1(reader, value) {
	return value ?? reader.argv[++reader.at] ?? "";
}
function holeIn(word, line, holes) {
	return holes.first(word) ?? {
		text: fillHoles(word, "…"),
		why: "is not a known flag of go build",
		line
	};
}
function plainFlag(name, value, line) {
	const text = value === void 0 ? name : `${name}=${value}`;
	if (!plainFlags.has(name) && !(name === "-buildvcs")) return {
		text: fillHoles(text, "…"),
		why: "is not a known flag of go build",
		line
	};
	if (hasHole(text)) return {
		text: fillHoles(text, "…"),
		why: "has a value that is not evaluated",
		line
	};
	return {
		value: text,
		line
	};
}
function valueFlag(name, value, { holes, line }) {
	const known = name === "-ldflags" ? withoutStamps(value) : value;
	if (known instanceof Error) return {
		text: fillHoles(value, "…"),
		why: `cannot be read by go: ${known.message}`,
		line
	};
	return holes.first(known) ?? {
		value: `${name}=${known}`,
		line
	};
}
/** What stands in -ldflags for the value of a -X that is not known. */
const stamp = "unknown";
/**
* The linker's flags with a fixed text in every value of -X that is not known: what -X writes is a string of the program. Holes
* elsewhere stay. Returns the error of go's own rules of quoting.
*/
function withoutStamps(value) {
	if (!hasHole(value)) return value;
	let words;
	try {
		words = splitQuoted(value);
	} catch (thrown) {
		return toError(thrown);
	}
	return words.filter((word, at) => hasHole(word) && isStamp(word, words[at - 1])).toSorted((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, () => fillHoles(word, stamp)), value);
}
function isStamp(word, before = "") {
	if (/^--?X$/.test(before)) return /^[^=]+=/s.test(word);
	return /^--?X=[^=]+=/s.test(word);
}

// node_modules/unbash/dist/ansi-c.js
function isOctal(code) {
	return code >= 48 && code <= 55;
}
function isHex(code) {
	return code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102;
}
function codePoint(value, fallback) {
	try {
		return String.fromCodePoint(value);
	} catch {
		return fallback;
	}
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeBytes(bytes) {
	return utf8.decode(new Uint8Array(bytes));
}
function readByteEscape(source, pos, limit) {
	if (source.charCodeAt(pos) !== 92 || pos + 2 > limit) return void 0;
	const escaped = source.charCodeAt(pos + 1);
	const digitsStart = pos + 2;
	let end = digitsStart;
	if (escaped === 120) {
		while (end < limit && end - digitsStart < 2 && isHex(source.charCodeAt(end))) end++;
		if (end === digitsStart) return void 0;
		return {
			value: Number.parseInt(source.slice(digitsStart, end), 16),
			end
		};
	}
	if (!isOctal(escaped)) return void 0;
	while (end < limit && end - digitsStart < 2 && isOctal(source.charCodeAt(end))) end++;
	return {
		value: Number.parseInt(source.slice(pos + 1, end), 8) & 255,
		end
	};
}
function decodeAnsiCQuoted(source, start, limit) {
	let pos = start;
	let value = "";
	let bytes = [];
	let nul = -1;
	while (pos < limit && source.charCodeAt(pos) !== 39) {
		const escapeStart = pos;
		const byte = readByteEscape(source, pos, limit);
		if (byte && byte.value >= 128) {
			bytes.push(byte.value);
			pos = byte.end;
			continue;
		}
		if (bytes.length > 0) {
			value += decodeBytes(bytes);
			bytes = [];
		}
		if (byte) {
			if (byte.value === 0 && nul === -1) nul = value.length;
			value += String.fromCharCode(byte.value);
			pos = byte.end;
			continue;
		}
		if (source.charCodeAt(pos) !== 92 || pos + 1 >= limit) {
			const runStart = pos;
			while (pos < limit) {
				const code = source.charCodeAt(pos);
				if (code === 39 || code === 92 && pos + 1 < limit) break;
				pos++;
			}
			value += source.slice(runStart, pos);
			continue;
		}
		pos++;
		const escaped = source[pos++];
		switch (escaped) {
			case "a":
				value += "\x07";
				break;
			case "b":
				value += "\b";
				break;
			case "e":
			case "E":
				value += "\x1B";
				break;
			case "f":
				value += "\f";
				break;
			case "n":
				value += "\n";
				break;
			case "r":
				value += "\r";
				break;
			case "t":
				value += "	";
				break;
			case "v":
				value += "\v";
				break;
			case "\\":
				value += "\\";
				break;
			case "'":
				value += "'";
				break;
			case "\"":
				value += "\"";
				break;
			case "?":
				value += "?";
				break;
			case "\n": break;
			case "c": {
				const code = pos < limit ? source.charCodeAt(pos) : 39;
				if (code === 39) {
					value += source.slice(escapeStart, pos);
					break;
				}
				pos++;
				if (code === 92) {
					const pair = pos < limit && source.charCodeAt(pos) === 92;
					if (pair) pos++;
					value += "";
					if (!pair && pos < limit) {
						value += source[pos];
						pos++;
					}
					break;
				}
				const control = code === 63 ? 127 : code & 31;
				if (control === 0 && code < 128 && nul === -1) nul = value.length;
				value += String.fromCharCode(control);
				break;
			}
			case "u":
			case "U": {
				const digitsStart = pos;
				const maxDigits = escaped === "u" ? 4 : 8;
				while (pos < limit && pos - digitsStart < maxDigits && isHex(source.charCodeAt(pos))) pos++;
				if (pos === digitsStart) {
					value += `\\${escaped}`;
					break;
				}
				const raw = source.slice(escapeStart, pos);
				const point = Number.parseInt(source.slice(digitsStart, pos), 16);
				if (point === 0 && nul === -1) nul = value.length;
				value += codePoint(point, raw);
				break;
			}
			default: value += `\\${escaped}`;
		}
	}
	if (bytes.length > 0) value += decodeBytes(bytes);
	if (nul !== -1) value = value.slice(0, nul);
	const closed = pos < limit;
	if (closed) pos++;
	return {
		value,
		end: pos,
		closed
	};
}

// node_modules/unbash/dist/expansion.js
var ScriptExpansionImpl = class ScriptExpansionImpl {
	static _resolveScript;
	type;
	pos;
	end;
	text;
	#window;
	#script = void 0;
	constructor(type, pos, end, text, window) {
		this.type = type;
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get script() {
		const window = this.#window;
		if (window !== void 0) {
			const script = ScriptExpansionImpl._resolveScript(window.source, window.start, window.end, window.depth, window.parenBoundary, window.context);
			if (window.context === void 0) script.source = window.source;
			this.script = script;
		}
		return this.#script;
	}
	set script(script) {
		this.#script = script;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			script: this.script
		};
	}
};
var ProcessSubstitutionImpl = class extends ScriptExpansionImpl {
	operator;
	constructor(pos, end, text, operator, window) {
		super("ProcessSubstitution", pos, end, text, window);
		this.operator = operator;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			operator: this.operator,
			script: this.script
		};
	}
};
var ArithmeticExpansionImpl = class ArithmeticExpansionImpl {
	static _resolveExpression;
	type = "ArithmeticExpansion";
	pos;
	end;
	text;
	#window;
	#expression = void 0;
	constructor(pos, end, text, window) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#window = window;
	}
	get expression() {
		const window = this.#window;
		if (window !== void 0) this.expression = ArithmeticExpansionImpl._resolveExpression(window.body, window.offset, window.source, window.depth, window.context, window.depth + 1);
		return this.#expression;
	}
	set expression(expression) {
		this.#expression = expression;
		this.#window = void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			expression: this.expression
		};
	}
};

// node_modules/unbash/dist/word-value.js
function dequoteValue(parts) {
	let s = "";
	for (const c of parts) s += c.type === "Literal" ? c.value : c.text;
	return s;
}
function unescapeBareValue(text) {
	const first = text.indexOf("\\");
	if (first === -1) return text;
	let s = "";
	let start = 0;
	for (let i = first; i < text.length; i++) {
		if (text.charCodeAt(i) !== 92) continue;
		s += text.slice(start, i);
		i++;
		if (i >= text.length) {
			s += "\\";
			start = i;
			break;
		}
		if (text.charCodeAt(i) !== 10) s += text[i];
		start = i + 1;
	}
	return s + text.slice(start);
}
function continuedExpansionValue(text) {
	let pos = 1;
	while (text[pos] === "\\" && text[pos + 1] === "\n") pos += 2;
	return pos === 1 || text[pos] !== "(" ? text : text[0] + text.slice(pos);
}
function wordPartsValue(parts) {
	let value = "";
	for (const part of parts) switch (part.type) {
		case "Literal":
		case "Glob":
		case "SingleQuoted":
		case "AnsiCQuoted":
			value += part.value;
			break;
		case "DoubleQuoted":
		case "LocaleString":
			value += dequoteValue(part.parts);
			break;
		case "CommandExpansion":
			value += part.text[0] === "$" ? continuedExpansionValue(part.text) : part.text;
			break;
		case "ExtendedGlob":
			value += continuedExpansionValue(part.text);
			break;
		default: value += part.text;
	}
	return value;
}

// node_modules/unbash/dist/word.js
var WordImpl = class {
	type = "Word";
	text;
	pos;
	end;
	#source;
	#resolver;
	#depth;
	#parts;
	#value = null;
	constructor(text, pos, end, source, resolver, depth = 0) {
		this.text = text;
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#resolver = resolver;
		this.#depth = depth;
		this.#parts = resolver === void 0 ? void 0 : null;
	}
	get value() {
		if (this.#value === null) {
			const parts = this.#source === void 0 && this.#parts === null ? void 0 : this.parts;
			this.#value = parts ? wordPartsValue(parts) : unescapeBareValue(this.text);
		}
		return this.#value;
	}
	get parts() {
		if (this.#parts === null) this.#parts = this.#resolver?.(this.#source ?? "", this, this.#depth) ?? void 0;
		return this.#parts;
	}
	set parts(v) {
		this.#parts = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			text: this.text,
			pos: this.pos,
			end: this.end,
			parts: this.parts,
			value: this.value
		};
	}
};

// node_modules/unbash/dist/substitution-context.js
function createSubstitutionContext(parent) {
	return {
		boundaries: parent === void 0 ? void 0 : substitutionBoundaries(parent),
		wordParts: void 0,
		embeddedParts: void 0,
		arrayParts: void 0
	};
}
function substitutionBoundaries(context) {
	return context.boundaries ?? (context.boundaries = /* @__PURE__ */ new Map());
}

// node_modules/unbash/dist/chars.js
const CH_NL = 10;
const CH_BACKSLASH = 92;
function skipLineContinuations(source, pos, end) {
	while (pos + 1 < end && source.charCodeAt(pos) === 92 && source.charCodeAt(pos + 1) === 10) pos += 2;
	return pos;
}

// node_modules/unbash/dist/glob.js
function hasGlobCharacters(text) {
	return /[*?[]/.test(text);
}
const bracketSyntax = /* @__PURE__ */ new Uint8Array(128);
bracketSyntax[33] = 1;
bracketSyntax[94] = 1;
bracketSyntax[91] = 1;
bracketSyntax[93] = 1;
bracketSyntax[58] = 1;
bracketSyntax[46] = 1;
bracketSyntax[61] = 1;
bracketSyntax[45] = 1;
bracketSyntax[92] = 1;
function bracketEnds(source, start, end, parts, offset) {
	let close = end - 1;
	while (close > start && source.charCodeAt(close) !== 93) close--;
	if (close === start) return null;
	const positions = [];
	const kinds = [];
	const members = [];
	let partIndex = 0;
	let symbols = false;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		const tokenPos = pos;
		let kind = 0;
		if (part && part.pos <= pos + offset && part.type !== "Literal") pos = part.end - offset - 1;
		else {
			kind = source.charCodeAt(pos);
			if (kind === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) {
				pos++;
				continue;
			}
			if (kind >= 128 || !bracketSyntax[kind]) kind = 0;
		}
		const last = kinds.length - 1;
		if (kind === 0 && last >= 0 && kinds[last] === 0) {
			members[last]++;
			continue;
		}
		if (last >= 0 && kinds[last] === 91 && (kind === 58 || kind === 61 || kind === 46)) symbols = true;
		positions.push(tokenPos);
		kinds.push(kind);
		members.push(1);
	}
	const count = kinds.length;
	let symbolEnd;
	if (symbols) {
		symbolEnd = new Int32Array(count).fill(-1);
		let close = -1;
		let colon = -1;
		let eq = -1;
		let dot = -1;
		for (let i = count - 1; i >= 0; i--) {
			const kind = kinds[i + 2];
			if (kind === 93) close = i + 2;
			else if (kinds[i + 3] === 93) {
				if (kind === 58) colon = i + 2;
				else if (kind === 61) eq = i + 2;
				else if (kind === 46) dot = i + 2;
			}
			if (kinds[i] !== 91) continue;
			const type = kinds[i + 1];
			const found = type === 58 ? colon : type === 61 ? eq : type === 46 ? dot : -1;
			if (found !== -1 && (type === 46 || close === -1 || close > found)) symbolEnd[i] = found + 2;
		}
	}
	const subBracket = (open) => symbolEnd === void 0 ? -1 : symbolEnd[open];
	const endFrom = new Int32Array(count + 2).fill(-1);
	const resume = (next, range) => {
		if (next >= count) return -1;
		if (range && kinds[next] === 45 && next + 1 < count && kinds[next + 1] !== 93) {
			let last = next + 1;
			if (kinds[last] === 92) {
				if (last + 1 >= count) return -1;
				last++;
			}
			let after = last + 1;
			if (kinds[last] === 91 && kinds[last + 1] === 46) {
				const symbol = subBracket(last);
				if (symbol !== -1) after = symbol;
			} else if (kinds[last] === 0 && members[last] > 1) return endFrom[last];
			if (after >= count) return -1;
			return kinds[after] === 93 ? after + 1 : endFrom[after];
		}
		return kinds[next] === 93 ? next + 1 : endFrom[next];
	};
	for (let t = count - 1; t >= 0; t--) {
		const kind = kinds[t];
		let after = t + 1;
		let range = true;
		if (kind === 92) {
			if (t + 1 >= count) continue;
			after = t + 2;
		} else if (kind === 91) {
			const type = kinds[t + 1];
			if (type === 58 || type === 61 || type === 46) {
				const symbol = subBracket(t);
				if (symbol !== -1) {
					after = symbol;
					range = type === 46;
				}
			}
		}
		endFrom[t] = resume(after, range);
	}
	const ends = /* @__PURE__ */ new Map();
	for (let t = 0; t < count; t++) {
		if (kinds[t] !== 91) continue;
		let first = t + 1;
		if (kinds[first] === 33 || kinds[first] === 94) first++;
		if (first >= count) continue;
		const close = kinds[first] === 93 ? resume(first + 1, true) : endFrom[first];
		if (close !== -1) ends.set(positions[t], positions[close - 1] + 1);
	}
	return ends;
}
function appendRange(source, start, end, parts, index, offset, result) {
	while (start < end) {
		while (parts && index < parts.length && parts[index].end <= start + offset) index++;
		const part = parts?.[index];
		if (part && part.pos === start + offset && part.end <= end + offset) {
			result.push(part);
			start = part.end - offset;
			index++;
			continue;
		}
		const stop = part ? Math.min(end, (part.pos > start + offset ? part.pos : part.end) - offset) : end;
		const text = source.slice(start, stop);
		result.push({
			type: "Literal",
			pos: start + offset,
			end: stop + offset,
			text,
			value: unescapeBareValue(text)
		});
		start = stop;
	}
	return index;
}
function parseGlobParts(source, start, end, parts, offset = 0) {
	let result;
	let brackets;
	let partIndex = 0;
	let emittedIndex = 0;
	let literalStart = start;
	for (let pos = start; pos < end; pos++) {
		while (parts && partIndex < parts.length && parts[partIndex].end <= pos + offset) partIndex++;
		const part = parts?.[partIndex];
		if (part && part.pos <= pos + offset && part.type !== "Literal") {
			pos = part.end - offset - 1;
			continue;
		}
		const character = source.charCodeAt(pos);
		if (character === 92) {
			pos++;
			continue;
		}
		let globEnd;
		if (character === 42 || character === 63) {
			const limit = part ? Math.min(end, part.end - offset) : end;
			const next = skipLineContinuations(source, pos + 1, limit);
			if (next < limit && source.charCodeAt(next) === 40) continue;
			globEnd = pos + 1;
			if (character === 42) while (globEnd < limit && source.charCodeAt(globEnd) === 42) {
				const next = skipLineContinuations(source, globEnd + 1, limit);
				if (next < limit && source.charCodeAt(next) === 40) break;
				globEnd++;
			}
		} else if (character === 91) {
			if (brackets === void 0) brackets = bracketEnds(source, pos, end, parts, offset);
			const close = brackets?.get(pos);
			if (close === void 0) continue;
			globEnd = close;
		} else continue;
		if (!result) result = [];
		emittedIndex = appendRange(source, literalStart, pos, parts, emittedIndex, offset, result);
		const text = source.slice(pos, globEnd);
		let glob;
		if (character === 91) {
			const interior = [];
			emittedIndex = appendRange(source, pos + 1, globEnd - 1, parts, emittedIndex, offset, interior);
			glob = {
				type: "Glob",
				kind: "bracket",
				pos: pos + offset,
				end: globEnd + offset,
				text,
				value: "[" + wordPartsValue(interior) + "]",
				parts: interior
			};
		} else glob = {
			type: "Glob",
			kind: character === 42 ? "star" : "question",
			pos: pos + offset,
			end: globEnd + offset,
			text,
			value: text,
			parts: void 0
		};
		result.push(glob);
		literalStart = globEnd;
		pos = globEnd - 1;
	}
	if (!result) return parts ?? void 0;
	appendRange(source, literalStart, end, parts, emittedIndex, offset, result);
	return result;
}

// node_modules/unbash/dist/lexer.js
const Token = {
	Word: 0,
	Assignment: 1,
	Semi: 2,
	Newline: 3,
	Pipe: 4,
	And: 5,
	Or: 6,
	Amp: 7,
	LParen: 8,
	RParen: 9,
	LBrace: 10,
	RBrace: 11,
	Bang: 12,
	If: 13,
	Then: 14,
	Else: 15,
	Elif: 16,
	Fi: 17,
	Do: 18,
	Done: 19,
	For: 20,
	While: 21,
	Until: 22,
	In: 23,
	Case: 24,
	Esac: 25,
	Function: 26,
	DoubleSemi: 27,
	SemiAmp: 28,
	DoubleSemiAmp: 29,
	Select: 30,
	DblLBracket: 31,
	DblRBracket: 32,
	EOF: 33,
	ArithCmd: 34,
	Coproc: 35,
	Redirect: 36
};
var TokenValue = class {
	token = Token.EOF;
	_value = "";
	_owner;
	pos = 0;
	end = 0;
	fileDescriptor = void 0;
	variableName = void 0;
	descriptorEnd = 0;
	delimiterQuoted = false;
	content = void 0;
	targetPos = 0;
	targetEnd = 0;
	assignmentOperatorPos = -1;
	raw = false;
	keywordEligible = false;
	constructor(owner = null) {
		this._owner = owner;
	}
	get value() {
		return this._value ?? (this._value = this._owner === null ? "" : this._owner._tokenValue(this.pos, this.end, this.raw));
	}
	set value(v) {
		this._value = v;
	}
	reset() {
		this.token = Token.EOF;
		this._value = "";
		this.pos = 0;
		this.end = 0;
		this.fileDescriptor = void 0;
		this.variableName = void 0;
		this.descriptorEnd = 0;
		this.delimiterQuoted = false;
		this.content = void 0;
		this.targetPos = 0;
		this.targetEnd = 0;
		this.assignmentOperatorPos = -1;
		this.raw = false;
		this.keywordEligible = false;
	}
	copyFrom(other) {
		this.token = other.token;
		this._value = other._value;
		this.pos = other.pos;
		this.end = other.end;
		this.fileDescriptor = other.fileDescriptor;
		this.variableName = other.variableName;
		this.descriptorEnd = other.descriptorEnd;
		this.delimiterQuoted = other.delimiterQuoted;
		this.content = other.content;
		this.targetPos = other.targetPos;
		this.targetEnd = other.targetEnd;
		this.assignmentOperatorPos = other.assignmentOperatorPos;
		this.raw = other.raw;
		this.keywordEligible = other.keywordEligible;
	}
};
const RESERVED_WORDS = /* @__PURE__ */ new Map([
	["if", Token.If],
	["then", Token.Then],
	["else", Token.Else],
	["elif", Token.Elif],
	["fi", Token.Fi],
	["do", Token.Do],
	["done", Token.Done],
	["for", Token.For],
	["while", Token.While],
	["until", Token.Until],
	["in", Token.In],
	["case", Token.Case],
	["esac", Token.Esac],
	["function", Token.Function],
	["select", Token.Select],
	["coproc", Token.Coproc],
	["!", Token.Bang],
	["{", Token.LBrace],
	["}", Token.RBrace]
]);
const charType = /* @__PURE__ */ new Uint8Array(128);
charType[124] = 1;
charType[38] = 1;
charType[59] = 1;
charType[40] = 1;
charType[41] = 1;
charType[60] = 1;
charType[62] = 1;
charType[32] = 1;
charType[9] = 1;
charType[10] = 1;
charType[92] = 2;
charType[39] = 2;
charType[34] = 2;
charType[36] = 2;
charType[96] = 2;
charType[123] = 2;
function skipBlanks(source, pos, end) {
	while (pos < end) {
		const ch = source.charCodeAt(pos);
		if (ch === 32 || ch === 9) pos++;
		else if (ch === 92 && pos + 1 < end && source.charCodeAt(pos + 1) === 10) pos += 2;
		else break;
	}
	return pos;
}
const arithmeticWordDelimiter = /* @__PURE__ */ new Uint8Array(128);
for (const ch of [
	9,
	10,
	32,
	33,
	37,
	38,
	40,
	41,
	42,
	43,
	44,
	45,
	47,
	58,
	60,
	61,
	62,
	63,
	94,
	124
]) arithmeticWordDelimiter[ch] = 1;
function hasEmbeddedWordStructure(source, start, end) {
	for (let pos = start; pos < end; pos++) {
		const ch = source.charCodeAt(pos);
		if (ch === 92 || ch === 39 || ch === 34 || ch === 36 || ch === 96 || (ch === 60 || ch === 62) && pos + 1 < end && source.charCodeAt(pos + 1) === 40) return true;
	}
	return false;
}
function findUnnested(s, target, pairTernaries = false, findNestedEnd) {
	let depth = 0;
	let ternaryDepth = 0;
	for (let i = 0; i < s.length; i++) {
		const c = s.charCodeAt(i);
		if (c === 92) {
			i++;
			continue;
		}
		if (c === 123) {
			depth++;
			continue;
		}
		if (c === 125) {
			if (depth > 0) depth--;
			continue;
		}
		if (c === 39) {
			i++;
			while (i < s.length && s.charCodeAt(i) !== 39) i++;
			continue;
		}
		if (c === 34) {
			i++;
			while (i < s.length) {
				const quoted = s.charCodeAt(i);
				if (quoted === 34) break;
				if (quoted === 92) {
					i += 2;
					continue;
				}
				const nestedEnd = findNestedEnd?.(i, true) ?? i;
				if (nestedEnd > i) {
					i = nestedEnd;
					continue;
				}
				i++;
			}
			continue;
		}
		const nestedEnd = findNestedEnd?.(i, false) ?? i;
		if (nestedEnd > i) {
			i = nestedEnd - 1;
			continue;
		}
		if (pairTernaries && depth === 0) {
			if (c === 63) {
				ternaryDepth++;
				continue;
			}
			if (c === 58 && ternaryDepth > 0) {
				ternaryDepth--;
				continue;
			}
		}
		if (c === target && depth === 0) return i;
	}
	return -1;
}
const isIdChar = /* @__PURE__ */ new Uint8Array(128);
for (let i = 97; i <= 122; i++) isIdChar[i] = 3;
for (let i = 65; i <= 90; i++) isIdChar[i] = 3;
for (let i = 48; i <= 57; i++) isIdChar[i] = 2;
isIdChar[95] = 3;
const extglobPrefix = /* @__PURE__ */ new Uint8Array(128);
extglobPrefix[63] = 1;
extglobPrefix[64] = 1;
extglobPrefix[42] = 1;
extglobPrefix[43] = 1;
extglobPrefix[33] = 1;
extglobPrefix[61] = 1;
function isExtglobOpen(prefix) {
	return prefix < 128 && prefix !== 61 && extglobPrefix[prefix] === 1;
}
const extglobOp = {
	[63]: "?",
	[64]: "@",
	[42]: "*",
	[43]: "+",
	[33]: "!"
};
function isDQChild(p) {
	const t = p.type;
	return t === "Literal" || t === "SimpleExpansion" || t === "ParameterExpansion" || t === "CommandExpansion" || t === "ArithmeticExpansion";
}
function isAllDigitsRange(src, start, end) {
	for (let i = start; i < end; i++) {
		const c = src.charCodeAt(i);
		if (c < 48 || c > 57) return false;
	}
	return end > start;
}
const ASSIGNMENT_INVALID = -1;
const ASSIGNMENT_NAME_START = 0;
const ASSIGNMENT_NAME = 1;
const ASSIGNMENT_AFTER_INDEX = 2;
const ASSIGNMENT_AFTER_PLUS = 3;
const ASSIGNMENT_INDEX_BASE = 4;
function joinWordParts(head, tail) {
	const last = head[head.length - 1];
	const first = tail[0];
	let start = 0;
	if (last?.type === "Literal" && first?.type === "Literal" && last.end === first.pos) {
		head[head.length - 1] = {
			type: "Literal",
			pos: last.pos,
			end: first.end,
			text: last.text + first.text,
			value: last.value + first.value
		};
		start = 1;
	}
	for (let i = start; i < tail.length; i++) head.push(tail[i]);
	return head;
}
function isMatchedAssignment(state) {
	return state < ASSIGNMENT_INVALID;
}
function assignmentOperatorPos(state) {
	return -state - 2;
}
function scanAssignmentPrefix(src, start, end, initialState) {
	let state = initialState;
	for (let i = start; i < end && state >= 0; i++) {
		const c = src.charCodeAt(i);
		if (state >= ASSIGNMENT_INDEX_BASE) {
			if (c === 91) state++;
			else if (c === 93 && --state === ASSIGNMENT_INDEX_BASE) state = ASSIGNMENT_AFTER_INDEX;
		} else if (state === ASSIGNMENT_NAME_START) state = c < 128 && isIdChar[c] & 1 ? ASSIGNMENT_NAME : ASSIGNMENT_INVALID;
		else if (state === ASSIGNMENT_NAME) {
			if (c < 128 && isIdChar[c] & 2) continue;
			if (c === 91) state = 5;
			else if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else if (state === ASSIGNMENT_AFTER_INDEX) {
			if (c === 43) state = ASSIGNMENT_AFTER_PLUS;
			else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
		} else state = c === 61 ? -i - 2 : ASSIGNMENT_INVALID;
	}
	return state;
}
function setToken(out, token, value, pos = 0, end = 0) {
	out.token = token;
	out._value = value;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = false;
	out.keywordEligible = false;
}
function setSpanToken(out, token, pos, end, raw) {
	out.token = token;
	out._value = null;
	out.pos = pos;
	out.end = end;
	out.fileDescriptor = void 0;
	out.variableName = void 0;
	out.descriptorEnd = 0;
	out.delimiterQuoted = false;
	out.content = void 0;
	out.assignmentOperatorPos = -1;
	out.raw = raw;
	out.keywordEligible = false;
}
function matchReservedWord(src, start, len) {
	switch (src.charCodeAt(start)) {
		case 33: return len === 1 ? Token.Bang : void 0;
		case 123: return len === 1 ? Token.LBrace : void 0;
		case 125: return len === 1 ? Token.RBrace : void 0;
		case 105: {
			if (len !== 2) return void 0;
			const c = src.charCodeAt(start + 1);
			return c === 102 ? Token.If : c === 110 ? Token.In : void 0;
		}
		case 102:
			if (len === 2) return src.charCodeAt(start + 1) === 105 ? Token.Fi : void 0;
			if (len === 3) return src.startsWith("for", start) ? Token.For : void 0;
			if (len === 8) return src.startsWith("function", start) ? Token.Function : void 0;
			return;
		case 116: return len === 4 && src.startsWith("then", start) ? Token.Then : void 0;
		case 101:
			if (len !== 4) return void 0;
			if (src.startsWith("else", start)) return Token.Else;
			if (src.startsWith("elif", start)) return Token.Elif;
			if (src.startsWith("esac", start)) return Token.Esac;
			return;
		case 100:
			if (len === 2) return src.charCodeAt(start + 1) === 111 ? Token.Do : void 0;
			if (len === 4) return src.startsWith("done", start) ? Token.Done : void 0;
			return;
		case 99:
			if (len === 4) return src.startsWith("case", start) ? Token.Case : void 0;
			if (len === 6) return src.startsWith("coproc", start) ? Token.Coproc : void 0;
			return;
		case 119: return len === 5 && src.startsWith("while", start) ? Token.While : void 0;
		case 117: return len === 5 && src.startsWith("until", start) ? Token.Until : void 0;
		case 115: return len === 6 && src.startsWith("select", start) ? Token.Select : void 0;
		default: return;
	}
}
const LexContext = {
	Normal: 0,
	CommandStart: 1,
	TestMode: 2,
	CommandPrefix: 3,
	Declaration: 4,
	ArrayElement: 5,
	FunctionName: 6,
	CasePattern: 7,
	EvalArgument: 8
};
function isBraceCommandOpener(after) {
	return after === 32 || after === 9 || after === 10 || after === 124;
}
var Lexer = class Lexer {
	static _findSubstitutionEnd;
	src;
	srcEnd;
	parenBoundary;
	pos;
	current;
	nextState;
	hasPeek;
	pendingHereDocs;
	substitutionContext;
	_errors = null;
	_buildParts = false;
	_buildValue = false;
	_nestingDepth = 0;
	constructor(src, start = 0, end = src.length, parenBoundary = false, context = createSubstitutionContext()) {
		this.src = src;
		this.srcEnd = end;
		this.parenBoundary = parenBoundary;
		this.pos = start;
		this.current = new TokenValue(this);
		this.nextState = new TokenValue(this);
		this.hasPeek = false;
		this.pendingHereDocs = null;
		this.substitutionContext = context;
		if (start === 0 && src.charCodeAt(0) === 35 && src.charCodeAt(1) === 33) {
			const nl = src.indexOf("\n");
			this.pos = nl === -1 ? this.srcEnd : nl + 1;
		}
	}
	getSource() {
		return this.src;
	}
	fork(start, end, parenBoundary = false) {
		const lexer = new Lexer(this.src, start, end, parenBoundary, this.substitutionContext);
		lexer._nestingDepth = this._nestingDepth;
		return lexer;
	}
	getSubstitutionContext() {
		return this.substitutionContext;
	}
	get errors() {
		return this._errors ?? (this._errors = []);
	}
	commandExpansion(pos, text, start, inner, parenBoundary = false) {
		const window = this.scriptWindow(this.src, start, start + inner.length, parenBoundary);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	decodedCommandExpansion(pos, text, inner) {
		const window = this.scriptWindow(inner, 0, inner.length, false, true);
		return new ScriptExpansionImpl("CommandExpansion", pos, this.pos, text, window);
	}
	processSubstitution(pos, text, operator, inner) {
		const window = this.scriptWindow(this.src, pos + 2, pos + 2 + inner.length, !this._unbalanced);
		return new ProcessSubstitutionImpl(pos, this.pos, text, operator, window);
	}
	scriptWindow(source, start, end, parenBoundary, decoded = false) {
		if (this._nestingDepth > 256) return void 0;
		const context = decoded ? void 0 : this.substitutionContext;
		return {
			source,
			start,
			end,
			depth: this._nestingDepth + 1,
			parenBoundary,
			context
		};
	}
	getPos() {
		return this.pos;
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		if (Lexer._findSubstitutionEnd === void 0) return -1;
		return Lexer._findSubstitutionEnd(this.src, start, end, depth, this.substitutionContext);
	}
	/** Materialize a word token's value: raw spans slice directly, others re-lex the span. */
	_tokenValue(pos, end, raw) {
		return raw ? this.src.slice(pos, end) : this.wordValueOf(pos, end);
	}
	wordValueOf(start, end) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedBuildValue = this._buildValue;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		this.pos = start;
		this.srcEnd = end;
		this._buildValue = true;
		this.readWordText();
		if (this.pos < end && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
			this.pos = start;
			this.readWordText(true);
		}
		const value = this._wordText;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._buildValue = savedBuildValue;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		return value;
	}
	/** Find the closing bracket for a shell subscript, ignoring brackets inside nested shell syntax. */
	findClosingBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._bracketWindow;
		if (!window || window.limit !== limit) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: this.src.lastIndexOf("]", limit - 1)
			};
			this._bracketWindow = window;
		}
		if (start > window.last) return -1;
		if (window.depth !== this._nestingDepth) {
			window = {
				limit,
				depth: this._nestingDepth,
				last: window.last
			};
			this._bracketWindow = window;
		}
		if (window.failed?.has(start)) return -1;
		const unmatched = [];
		const close = this.findClosingShellDelimiter(start, end, 93, false, true, unmatched);
		if (close === -1) {
			const failed = window.failed ?? (window.failed = /* @__PURE__ */ new Set());
			for (const starts of unmatched) for (const pos of starts) failed.add(pos);
		}
		return close;
	}
	/** Find the closing bracket of `$[ … ]`, which unlike a subscript does not recurse into `${ }`. */
	findClosingArithmeticBracket(start, end = this.srcEnd) {
		const limit = Math.min(end, this.srcEnd);
		let window = this._arithmeticBracketWindow;
		if (!window || window.end !== limit || window.depth !== this._nestingDepth) {
			window = {
				end: limit,
				depth: this._nestingDepth,
				failed: /* @__PURE__ */ new Set()
			};
			this._arithmeticBracketWindow = window;
		}
		if (window.failed.has(start)) return -1;
		return this.findClosingShellDelimiter(start, end, 93, false, false, void 0, window.failed);
	}
	/** Find the closing brace for a parameter expansion, ignoring braces inside nested shell syntax. */
	findClosingBrace(start, end = this.srcEnd) {
		return this.findClosingShellDelimiter(start, end, 125);
	}
	/** Find the closing parenthesis for a shell substitution using the command-aware scanner. */
	findClosingParenthesis(start, end = this.srcEnd) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.pos = start;
		this.srcEnd = Math.min(end, this.srcEnd);
		this.extractBalanced();
		const close = this._unbalanced ? -1 : this.pos - 1;
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return close;
	}
	/** Find the end of one arithmetic expansion using the canonical lexer scanner. */
	findArithmeticExpansionEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start + 1;
		scanner.scanArithmeticBody();
		return scanner.pos;
	}
	/** Find the end of one shell-expanded arithmetic word using the canonical lexer scanners. */
	findArithmeticWordEnd(start, end = this.srcEnd) {
		const scanner = this.fork(start, end);
		scanner.pos = start;
		return scanner.scanArithmeticWordEnd();
	}
	scanArithmeticWordEnd() {
		while (this.pos < this.srcEnd) {
			const ch = this.src.charCodeAt(this.pos);
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (ch === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			if (ch === 92) {
				this.pos += 2;
				continue;
			}
			if (ch === 91) {
				const close = this.findClosingBracket(this.pos + 1);
				if (close !== -1) {
					this.pos = close + 1;
					continue;
				}
			}
			if ((ch === 60 || ch === 62) && this.src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
				continue;
			}
			if (ch < 128 && arithmeticWordDelimiter[ch]) break;
			this.pos++;
		}
		return this.pos;
	}
	findClosingShellDelimiter(start, end, closing, array = false, braces = true, bracketStarts, failedBrackets) {
		const savedPos = this.pos;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedUnbalanced = this._unbalanced;
		this.srcEnd = Math.min(end, this.srcEnd);
		const delimiters = [closing];
		bracketStarts?.push([]);
		const failedStarts = failedBrackets ? [start] : void 0;
		let pos = start;
		let wordStart = true;
		let invalid = -1;
		while (pos < this.srcEnd) {
			const expected = delimiters[delimiters.length - 1];
			if (bracketStarts && expected === 93) bracketStarts[bracketStarts.length - 1].push(pos);
			const ch = this.src.charCodeAt(pos);
			if (ch === 92) {
				if (pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) !== 10) wordStart = false;
				pos += 2;
				continue;
			}
			if (ch === 35 && array && delimiters.length === 1 && wordStart) {
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 10) pos++;
				continue;
			}
			if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 96) {
				pos++;
				while (pos < this.srcEnd && this.src.charCodeAt(pos) !== 96) {
					if (this.src.charCodeAt(pos) === 92) pos++;
					pos++;
				}
				if (pos < this.srcEnd) pos++;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40 || (ch === 60 || ch === 62) && pos + 1 < this.srcEnd && this.src.charCodeAt(pos + 1) === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
				wordStart = false;
				continue;
			}
			if (ch === 36 && pos + 1 < this.srcEnd) {
				const after = this.src.charCodeAt(pos + 1);
				if (after === 39) {
					pos = decodeAnsiCQuoted(this.src, pos + 2, this.srcEnd).end;
					wordStart = false;
					continue;
				}
				if (after === 36) {
					pos += 2;
					wordStart = false;
					continue;
				}
				if (after === 123 && braces) {
					delimiters.push(125);
					bracketStarts?.push([]);
					pos += 2;
					wordStart = false;
					continue;
				}
			}
			if (array && delimiters.length === 1) {
				if (ch === 91 && wordStart) {
					delimiters.push(93);
					bracketStarts?.push([]);
				} else if (invalid === -1 && (ch === 59 || ch === 38 || ch === 124 || ch === 60 || ch === 62 || ch === 40 && !isExtglobOpen(this.src.charCodeAt(pos - 1)))) invalid = pos;
			}
			if (expected === 93 && ch === 91) {
				delimiters.push(93);
				bracketStarts?.push([]);
				failedStarts?.push(pos + 1);
			} else if (expected === 41 && ch === 40) {
				delimiters.push(41);
				bracketStarts?.push([]);
			} else if (ch === expected) {
				delimiters.pop();
				failedStarts?.pop();
				bracketStarts?.pop();
				if (delimiters.length === 0) {
					this.pos = savedPos;
					this.srcEnd = savedEnd;
					this._bracketWindow = savedBracketWindow;
					this._arithmeticBracketWindow = savedArithmeticBracketWindow;
					this._unbalanced = savedUnbalanced;
					if (invalid !== -1) this.errors.push({
						message: `unexpected '${this.src[invalid]}' in array assignment`,
						pos: invalid
					});
					return pos;
				}
				wordStart = false;
				pos++;
				continue;
			}
			wordStart = ch < 128 && (charType[ch] & 1) !== 0;
			pos++;
		}
		if (failedStarts) for (const start of failedStarts) failedBrackets.add(start);
		this.pos = savedPos;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this._unbalanced = savedUnbalanced;
		return -1;
	}
	scanBraceExpansion(start, results) {
		const src = this.src;
		const len = this.srcEnd;
		const cached = results.get(start);
		if (cached !== void 0) return cached;
		const savedPos = this.pos;
		const savedUnbalanced = this._unbalanced;
		const errorCount = this._errors === null ? 0 : this._errors.length;
		const frames = [start, 0];
		let pos = start + 1;
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			const type = ch < 128 ? charType[ch] : 0;
			if (type === 0) {
				pos++;
				if (ch === 125) {
					const hasSep = frames.pop();
					results.set(frames.pop(), hasSep ? pos : -1);
					if (frames.length === 0) break;
				} else if (ch === 44 || ch === 46 && src.charCodeAt(pos) === 46) frames[frames.length - 1] = 1;
				continue;
			}
			const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
			if (type & 1) {
				if (next === 40 && (ch === 60 || ch === 62)) {
					this.pos = pos + 2;
					this.extractBalanced();
					pos = this.pos;
				} else if (ch === 40 && isExtglobOpen(src.charCodeAt(pos - 1))) {
					const close = this.findClosingShellDelimiter(pos + 1, len, 41);
					if (close === -1) break;
					pos = close + 1;
				} else break;
			} else if (ch === 92) pos += 2;
			else if (ch === 39) {
				this.pos = pos + 1;
				this.skipSQ();
				pos = this.pos;
			} else if (ch === 34) {
				this.pos = pos + 1;
				this.skipDQ();
				pos = this.pos;
			} else if (ch === 96) {
				pos++;
				while (pos < len && src.charCodeAt(pos) !== 96) pos += src.charCodeAt(pos) === 92 ? 2 : 1;
				pos++;
			} else if (ch === 123) {
				frames.push(pos, 0);
				pos++;
			} else if (next === 39) pos = decodeAnsiCQuoted(src, pos + 2, len).end;
			else if (next === 123) {
				const close = this.findClosingBrace(pos + 2, len);
				if (close === -1) break;
				pos = close + 1;
			} else if (next === 40) {
				this.pos = pos + 2;
				this.extractBalanced();
				pos = this.pos;
			} else pos++;
		}
		this.pos = savedPos;
		this._unbalanced = savedUnbalanced;
		if (this._errors !== null) this._errors.length = errorCount;
		for (let index = 0; index < frames.length; index += 2) results.set(frames[index], -1);
		return results.get(start);
	}
	skipSubshellBody() {
		this.extractBalanced(false);
		return this._unbalanced ? -1 : this.pos;
	}
	skipCompoundBody(closeToken) {
		const frames = [{
			close: closeToken,
			phase: closeToken === Token.Esac ? "case-pattern" : "commands"
		}];
		let commandStart = true;
		for (;;) {
			const phase = frames[frames.length - 1].phase;
			let ctx = commandStart ? LexContext.CommandStart : LexContext.Normal;
			if (phase === "function-name") ctx = LexContext.FunctionName;
			else if (phase === "case-pattern" && commandStart) ctx = LexContext.CasePattern;
			const value = this.next(ctx);
			const token = value.token;
			if (token === Token.EOF) return -1;
			const frame = frames[frames.length - 1];
			if (frame.phase === "function-name") {
				if (token === Token.Newline) continue;
				frame.phase = "function-body";
				commandStart = true;
				continue;
			} else if (frame.phase === "function-body") {
				if (token === Token.Newline) continue;
				frame.phase = "commands";
				commandStart = true;
				if (token === Token.LParen && this.peek(LexContext.Normal).token === Token.RParen) {
					this.next(LexContext.Normal);
					frame.phase = "function-body";
					continue;
				}
			} else if (frame.phase === "coproc-command") {
				if (token === Token.Newline) continue;
				if (token === Token.Word) {
					frame.phase = "coproc-body";
					commandStart = true;
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "coproc-body") {
				if (token === Token.Newline) continue;
				frame.phase = token === Token.Word && value.keywordEligible && value.value === "time" ? "time-command" : "commands";
				commandStart = true;
				if (frame.phase === "time-command") continue;
			} else if (frame.phase === "time-command") {
				if (token === Token.Word && value.keywordEligible && value.value === "-p") {
					frame.phase = "time-command-after-p";
					continue;
				}
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "time-command-after-p") {
				if (token === Token.Word && value.keywordEligible && value.value === "--") {
					frame.phase = "commands";
					continue;
				}
				frame.phase = "commands";
				commandStart = true;
			} else if (frame.phase === "for-header") {
				if (token === Token.ArithCmd || token === Token.Semi || token === Token.Newline) {
					commandStart = true;
					continue;
				}
				if (token === Token.Do || token === Token.LBrace) {
					frame.close = token === Token.Do ? Token.Done : Token.RBrace;
					frame.phase = "commands";
					commandStart = true;
					continue;
				}
			} else if (frame.phase === "case-word") {
				if (token === Token.Newline) continue;
				frame.phase = "case-in";
				commandStart = false;
				continue;
			} else if (frame.phase === "case-in") {
				if (token === Token.Newline) {
					commandStart = true;
					continue;
				}
				frame.phase = "case-pattern";
				commandStart = true;
				continue;
			} else if (frame.phase === "case-pattern") {
				if (token === Token.Esac && commandStart) {
					frames.pop();
					if (frames.length === 0) return value.end;
					commandStart = false;
					continue;
				}
				if (token === Token.RParen) {
					frame.phase = "commands";
					commandStart = true;
				} else commandStart = token === Token.Newline;
				continue;
			}
			if (token === frame.close) {
				frames.pop();
				if (frames.length === 0) return value.end;
				commandStart = false;
				continue;
			}
			if (commandStart) switch (token) {
				case Token.LParen:
					frames.push({
						close: Token.RParen,
						phase: "commands"
					});
					break;
				case Token.LBrace:
					frames.push({
						close: Token.RBrace,
						phase: "commands"
					});
					break;
				case Token.If:
					frames.push({
						close: Token.Fi,
						phase: "commands"
					});
					break;
				case Token.For:
					frames.push({
						close: Token.Done,
						phase: "for-header"
					});
					break;
				case Token.While:
				case Token.Until:
				case Token.Select:
					frames.push({
						close: Token.Done,
						phase: "commands"
					});
					break;
				case Token.Case:
					frames.push({
						close: Token.Esac,
						phase: "case-word"
					});
					break;
				case Token.DblLBracket:
					if (!this.skipTestCommandBody()) return -1;
					commandStart = false;
					continue;
				case Token.Assignment:
				case Token.Redirect:
				case Token.Bang:
				case Token.Then:
				case Token.Else:
				case Token.Elif:
				case Token.Do:
				case Token.In: break;
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp: break;
				case Token.Function:
					frame.phase = "function-name";
					break;
				case Token.Coproc:
					frame.phase = "coproc-command";
					break;
				default:
					if (token === Token.Word && value.keywordEligible && value.value === "time") {
						frame.phase = "time-command";
						commandStart = true;
					} else commandStart = false;
					continue;
			}
			switch (token) {
				case Token.Semi:
				case Token.Newline:
				case Token.Pipe:
				case Token.And:
				case Token.Or:
				case Token.Amp:
					commandStart = true;
					break;
				case Token.DoubleSemi:
				case Token.SemiAmp:
				case Token.DoubleSemiAmp:
					if (frame.close === Token.Esac) frame.phase = "case-pattern";
					commandStart = true;
					break;
				case Token.RParen: commandStart = true;
			}
		}
	}
	skipTestGroup() {
		let depth = 1;
		for (;;) {
			const value = this.next(LexContext.TestMode);
			if (value.token === Token.EOF) return -1;
			if (value.token === Token.DblRBracket) {
				this.unshift(value);
				return -1;
			}
			if (value.token === Token.LParen) depth++;
			else if (value.token === Token.RParen && --depth === 0) return value.end;
		}
	}
	skipTestCommandBody() {
		for (;;) {
			const token = this.next(LexContext.TestMode).token;
			if (token === Token.DblRBracket) return true;
			if (token === Token.EOF) return false;
		}
	}
	/** Set position and scan a word, building parts. Used by computeWordParts. */
	buildWordParts(startPos) {
		this._buildParts = true;
		this.pos = startPos;
		const ch = this.src.charCodeAt(startPos);
		if ((ch === 60 || ch === 62) && startPos + 1 < this.srcEnd && this.src.charCodeAt(startPos + 1) === 40) {
			this.pos = startPos + 2;
			const inner = this.extractBalanced();
			const text = this.src.slice(startPos, this.pos);
			const part = this.processSubstitution(startPos, text, ch === 60 ? "<" : ">", inner);
			if (this.pos < this.srcEnd) {
				this.readWordText();
				if (this._wordParts) this._wordParts.unshift(part);
				else this._wordParts = [part];
			} else this._wordParts = [part];
		} else {
			this.readWordText();
			if (this.pos < this.srcEnd && this._wordAssignmentState !== void 0 && this._wordAssignmentState >= ASSIGNMENT_INDEX_BASE) {
				this.pos = startPos;
				this.readWordText(true);
			}
		}
		return this._wordParts;
	}
	/** Scan a bounded word-like span without treating shell operators or whitespace as terminators. */
	buildEmbeddedWordParts(startPos, arithmetic = false) {
		this._buildParts = true;
		this.pos = startPos;
		this.readInnerWordText(false, arithmetic);
		return this._wordParts;
	}
	buildArrayElementParts(startPos) {
		const close = this.findClosingBracket(startPos + 1);
		if (close === -1) return this.buildWordParts(startPos);
		const src = this.src;
		this._buildParts = true;
		const head = hasEmbeddedWordStructure(src, startPos, close + 1) ? this.parseSubFieldWord(startPos, close + 1, "embedded") : void 0;
		this.pos = close + 1;
		this.readWordText(false, LexContext.ArrayElement);
		const end = this.pos;
		const operator = skipLineContinuations(src, close + 1, end);
		const after = src.charCodeAt(operator);
		const keyed = after === 61 || after === 43 && src.charCodeAt(operator + 1) === 61;
		let headParts = head?.parts;
		let tailParts = this._wordParts;
		if (keyed) tailParts = parseGlobParts(src, close + 1, end, tailParts) ?? tailParts;
		if (!headParts && !tailParts) return keyed ? null : parseGlobParts(src, startPos, end, void 0) ?? null;
		const headText = src.slice(startPos, close + 1);
		if (!headParts) headParts = [{
			type: "Literal",
			pos: startPos,
			end: close + 1,
			text: headText,
			value: head?.value ?? headText
		}];
		if (!tailParts) tailParts = end > close + 1 ? [{
			type: "Literal",
			pos: close + 1,
			end,
			text: src.slice(close + 1, end),
			value: this._wordText
		}] : [];
		let parts = joinWordParts(headParts, tailParts);
		if (!keyed) parts = parseGlobParts(src, startPos, end, parts) ?? parts;
		return parts.length > 1 || parts[0].type !== "Literal" ? parts : null;
	}
	/** Scan a heredoc body for expansions, building parts. Spaces/newlines are literal. */
	buildHereDocParts(bodyPos, bodyEnd) {
		this._buildParts = true;
		const src = this.src;
		const parts = [];
		let hasExpansion = false;
		let litBuf = "";
		let litStart = bodyPos;
		let i = bodyPos;
		const flushLit = () => {
			if (i > litStart) {
				parts.push({
					type: "Literal",
					pos: litStart,
					end: i,
					value: litBuf,
					text: src.slice(litStart, i)
				});
				litBuf = "";
			}
		};
		while (i < bodyEnd) {
			const ch = src.charCodeAt(i);
			if (ch === 92) {
				if (i + 1 < bodyEnd) {
					const nc = src.charCodeAt(i + 1);
					if (nc === 10) {
						i += 2;
						continue;
					}
					if (nc === 36 || nc === 96 || nc === 92) {
						litBuf += String.fromCharCode(nc);
						i += 2;
						continue;
					}
				}
				litBuf += "\\";
				i++;
				continue;
			}
			if (ch === 36 && src.charCodeAt(i + 1) !== 39 && src.charCodeAt(i + 1) !== 34) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readDollar();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			if (ch === 96) {
				flushLit();
				litStart = i;
				this.pos = i;
				this.readBacktickExpansion();
				if (this._resultPart) {
					hasExpansion = true;
					parts.push(this._resultPart);
					litStart = this.pos;
				} else litBuf += src.slice(i, this.pos);
				i = this.pos;
				continue;
			}
			litBuf += src[i];
			i++;
		}
		flushLit();
		return hasExpansion ? parts : null;
	}
	registerHereDocTarget(target) {
		if (this.pendingHereDocs === null) return;
		for (const hd of this.pendingHereDocs) if (!hd.target) {
			hd.target = target;
			return;
		}
	}
	readTestRegexWord() {
		this.hasPeek = false;
		this.skipSpacesAndTabs();
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		let depth = 0;
		while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 40) {
				depth++;
				this.pos++;
				continue;
			}
			if (ch === 92) {
				this.pos += this.pos + 1 < len ? 2 : 1;
				continue;
			}
			if (ch === 39) {
				const quotePos = this.pos++;
				const ansiC = quotePos > start && src.charCodeAt(quotePos - 1) === 36;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					if (ansiC && src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				else this.errors.push({
					message: ansiC ? "unterminated ANSI-C quote" : "unterminated single quote",
					pos: quotePos
				});
				continue;
			}
			if (ch === 34) {
				this.pos++;
				this.readDoubleQuoted();
				continue;
			}
			if (ch === 96) {
				this.readBacktickExpansion();
				continue;
			}
			if (depth > 0) {
				if (ch === 41) depth--;
				this.pos++;
				continue;
			}
			if (ch === 36) {
				this.readDollar();
				continue;
			}
			if ((ch === 60 || ch === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const subPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: subPos
				});
				continue;
			}
			if (ch < 128 && charType[ch] & 1 && ch !== 124) break;
			this.pos++;
		}
		setToken(this.current, Token.Word, src.slice(start, this.pos), start, this.pos);
		return this.current;
	}
	readCStyleForExprs() {
		this.hasPeek = false;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
		const openPos = this.pos;
		if (this.pos < len && src.charCodeAt(this.pos) === 40) this.pos++;
		const starts = [
			this.pos,
			0,
			0
		];
		const parts = [
			"",
			"",
			"",
			0,
			0,
			0
		];
		let partIdx = 0;
		let depth = 1;
		let partStart = this.pos;
		let extra = false;
		const setPart = (end) => {
			const raw = src.slice(partStart, end);
			parts[partIdx] = raw.trim();
			parts[3 + partIdx] = starts[partIdx] + raw.length - raw.trimStart().length;
		};
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 40) {
				depth++;
				this.pos++;
			} else if (c === 41) {
				depth--;
				if (depth === 0) {
					if (!extra) setPart(this.pos);
					if (partIdx < 2) this.errors.push({
						message: "expected three arithmetic expressions in for header",
						pos: this.pos
					});
					this.pos++;
					while (this.pos < len && (src.charCodeAt(this.pos) === 32 || src.charCodeAt(this.pos) === 9)) this.pos++;
					if (this.pos < len && src.charCodeAt(this.pos) === 41) this.pos++;
					break;
				}
				this.pos++;
			} else if (c === 59 && depth === 1) {
				if (partIdx === 2) {
					if (!extra) {
						setPart(this.pos);
						this.errors.push({
							message: "expected three arithmetic expressions in for header",
							pos: this.pos
						});
					}
					extra = true;
					this.pos++;
					continue;
				}
				setPart(this.pos);
				partIdx++;
				this.pos++;
				partStart = this.pos;
				starts[partIdx] = partStart;
			} else if (c === 36) this.readDollar();
			else if (c === 96) this.readBacktickExpansion();
			else if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else this.pos++;
		}
		if (depth > 0) {
			if (!extra) setPart(this.pos);
			this.errors.push({
				message: "unterminated arithmetic for header",
				pos: openPos
			});
		}
		return parts;
	}
	peek(ctx = LexContext.Normal) {
		if (!this.hasPeek) {
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	peekFollow(closers) {
		if (!this.hasPeek) {
			const ctx = closers[this.current.token] ? LexContext.CommandStart : LexContext.Normal;
			this.readNext(this.nextState, ctx);
			this.hasPeek = true;
		}
		return this.nextState;
	}
	next(ctx = LexContext.Normal) {
		if (this.hasPeek) {
			this.hasPeek = false;
			const temp = this.current;
			this.current = this.nextState;
			this.nextState = temp;
			return this.current;
		}
		this.readNext(this.current, ctx);
		return this.current;
	}
	unshift(tok) {
		this.nextState.copyFrom(tok);
		this.hasPeek = true;
	}
	readNext(out, ctx) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		while (true) {
			pos = skipBlanks(src, pos, len);
			if (ctx === LexContext.TestMode) while (pos < len && src.charCodeAt(pos) === 10) pos = skipBlanks(src, pos + 1, len);
			if (pos >= len || src.charCodeAt(pos) !== 35) break;
			while (pos < len && src.charCodeAt(pos) !== 10) pos++;
		}
		this.pos = pos;
		if (pos >= len) {
			this.consumePendingHereDocs();
			setToken(out, Token.EOF, "", pos, pos);
			return;
		}
		const tokenStart = pos;
		const ch = src.charCodeAt(pos);
		if (ch === 10) {
			this.pos++;
			this.consumePendingHereDocs();
			setToken(out, Token.Newline, "\n", tokenStart, this.pos);
			return;
		}
		if (ctx === LexContext.TestMode && (ch === 60 || ch === 62) && !(this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40)) {
			this.pos++;
			setToken(out, Token.Word, ch === 60 ? "<" : ">", tokenStart, this.pos);
			out.keywordEligible = true;
			return;
		}
		if (ch < 128 && charType[ch] & 1 && this.tryReadOperator(out, ch, ctx, tokenStart)) return;
		if (ch === 91 && ctx === LexContext.ArrayElement && this.readArrayElement(out, tokenStart)) return;
		this.readWord(out, ctx, tokenStart);
	}
	tryReadOperator(out, ch, ctx, tokenStart) {
		const src = this.src;
		const pos = this.pos;
		const next = pos + 1 < this.srcEnd ? src.charCodeAt(pos + 1) : 0;
		switch (ch) {
			case 59:
				if (next === 59) {
					if (pos + 2 < this.srcEnd && src.charCodeAt(pos + 2) === 38) {
						this.pos += 3;
						setToken(out, Token.DoubleSemiAmp, ";;&", tokenStart, this.pos);
						return true;
					}
					this.pos += 2;
					setToken(out, Token.DoubleSemi, ";;", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.SemiAmp, ";&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Semi, ";", tokenStart, this.pos);
				return true;
			case 124:
				if (next === 124) {
					this.pos += 2;
					setToken(out, Token.Or, "||", tokenStart, this.pos);
					return true;
				}
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.Pipe, "|&", tokenStart, this.pos);
					return true;
				}
				this.pos++;
				setToken(out, Token.Pipe, "|", tokenStart, this.pos);
				return true;
			case 38:
				if (next === 38) {
					this.pos += 2;
					setToken(out, Token.And, "&&", tokenStart, this.pos);
					return true;
				}
				if (next === 62) {
					this.pos += 2;
					const append = this.pos < this.srcEnd && src.charCodeAt(this.pos) === 62;
					if (append) this.pos++;
					return this.readRedirectTarget(out, append ? "&>>" : "&>", tokenStart);
				}
				this.pos++;
				setToken(out, Token.Amp, "&", tokenStart, this.pos);
				return true;
			case 40:
				if (ctx === LexContext.CommandStart && next === 40) {
					const savedErrors = this.errors.length;
					this.readArithmeticCommand(out, tokenStart);
					if (!this._notArithmetic) return true;
					this.errors.length = savedErrors;
					this.pos = tokenStart;
				}
				this.pos++;
				setToken(out, Token.LParen, "(", tokenStart, this.pos);
				return true;
			case 41:
				this.pos++;
				setToken(out, Token.RParen, ")", tokenStart, this.pos);
				return true;
			case 60:
			case 62: return this.readRedirection(out, tokenStart);
			default: return false;
		}
	}
	readRedirection(out, tokenStart) {
		const src = this.src;
		const ch = src.charCodeAt(this.pos);
		let op = "";
		if (ch === 60) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 60) {
				this.pos++;
				const third = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
				if (third === 60) {
					this.pos++;
					op = "<<<";
				} else {
					const dash = third === 45;
					if (dash) this.pos++;
					this.skipSpacesAndTabs();
					const targetPos = this.pos;
					if (this.pos >= this.srcEnd || src.charCodeAt(this.pos) !== 35) this.readHereDocDelimiter();
					const hasTarget = this.pos > targetPos;
					if (hasTarget) (this.pendingHereDocs ?? (this.pendingHereDocs = [])).push({
						delimiter: this._hereDelim,
						strip: dash,
						quoted: this._hereQuoted
					});
					setToken(out, Token.Redirect, dash ? "<<-" : "<<", tokenStart, this.pos);
					out.content = hasTarget ? this._hereDelim : void 0;
					out.delimiterQuoted = hasTarget && this._hereQuoted;
					out.targetPos = targetPos;
					out.targetEnd = hasTarget ? this.pos : targetPos;
					return true;
				}
			} else if (next === 40) {
				this.readProcessSubstitution(out, "<", tokenStart);
				return true;
			} else if (next === 62) {
				op = "<>";
				this.pos++;
			} else if (next === 38) {
				op = "<&";
				this.pos++;
			} else op = "<";
		} else if (ch === 62) {
			this.pos++;
			const next = this.pos < this.srcEnd ? src.charCodeAt(this.pos) : 0;
			if (next === 40) {
				this.readProcessSubstitution(out, ">", tokenStart);
				return true;
			}
			if (next === 62) {
				op = ">>";
				this.pos++;
			} else if (next === 38) {
				op = ">&";
				this.pos++;
			} else if (next === 124) {
				op = ">|";
				this.pos++;
			} else op = ">";
		}
		return this.readRedirectTarget(out, op, tokenStart);
	}
	readRedirectTarget(out, op, tokenStart) {
		const src = this.src;
		this.skipSpacesAndTabs();
		if (this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if ((nc === 60 || nc === 62) && this.pos + 1 < this.srcEnd && src.charCodeAt(this.pos + 1) === 40) {
				const psStart = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated process substitution",
					pos: psStart
				});
				const psText = src.slice(psStart, this.pos);
				setToken(out, Token.Redirect, op, tokenStart, this.pos);
				out.content = psText;
				out.targetPos = psStart;
				out.targetEnd = this.pos;
				return true;
			}
			const targetPos = this.pos;
			if (nc !== 10 && nc !== 35) this.readRedirectTargetText();
			this.redirectToken(out, op, tokenStart, targetPos);
			return true;
		}
		this.redirectToken(out, op, tokenStart, this.pos);
		return true;
	}
	readRedirectTargetText() {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		this.readWordText();
		this._buildValue = savedBuildValue;
	}
	redirectToken(out, operator, tokenStart, targetPos) {
		const hasTarget = this.pos > targetPos && (this._wordText.length > 0 || this._wordQuoted);
		setToken(out, Token.Redirect, operator, tokenStart, this.pos);
		out.content = hasTarget ? this._wordText : void 0;
		out.targetPos = targetPos;
		out.targetEnd = hasTarget ? this.pos : targetPos;
	}
	readProcessSubstitution(out, operator, tokenStart) {
		this.pos++;
		this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated process substitution",
			pos: tokenStart
		});
		const text = this.src.slice(tokenStart, this.pos);
		setToken(out, Token.Word, text, tokenStart, this.pos);
	}
	readHereDocDelimiter() {
		const src = this.src;
		const len = this.srcEnd;
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		let delimiter = "";
		let quoted = false;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 39) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 39) {
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 34) {
				quoted = true;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
					if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) {
						const next = src.charCodeAt(this.pos + 1);
						if (next === 10) {
							this.pos += 2;
							continue;
						}
						if (next === 36 || next === 96 || next === 34 || next === 92) this.pos++;
					}
					delimiter += src[this.pos];
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 92) {
				if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 10) {
					this.pos += 2;
					continue;
				}
				quoted = true;
				this.pos++;
				if (this.pos < len) {
					delimiter += src[this.pos];
					this.pos++;
				} else delimiter += "\\";
			} else if (c === 96) {
				const btStart = this.pos;
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				delimiter += src.slice(btStart, this.pos);
			} else if (c === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.readDollar();
				delimiter += this._resultText;
			} else if (c < 128 && charType[c] & 1) break;
			else {
				delimiter += src[this.pos];
				this.pos++;
			}
		}
		this._buildValue = savedBuildValue;
		this._hereDelim = delimiter;
		this._hereQuoted = quoted;
	}
	consumePendingHereDocs() {
		const pending = this.pendingHereDocs;
		if (pending === null || pending.length === 0) return;
		for (const hd of pending) {
			const bodyPos = this.pos;
			const bodyEnd = this.skipHereDocBody(hd.delimiter, hd.strip, this.parenBoundary, hd.quoted);
			if (hd.target) {
				hd.target.body.pos = bodyPos;
				hd.target.body.end = bodyEnd;
				hd.target.body.text = this.src.slice(bodyPos, bodyEnd);
				if (this.hereDocClosingPos !== -1) hd.target.closing = {
					pos: this.hereDocClosingPos,
					end: this.hereDocClosingEnd
				};
			}
		}
		pending.length = 0;
	}
	hereDocClosingPos = -1;
	hereDocClosingEnd = -1;
	matchHereDocDelimiter(delimiter, lineStart, end, join) {
		const src = this.src;
		let pos = lineStart;
		for (let i = 0; i < delimiter.length;) {
			if (join && src.charCodeAt(pos) === 92 && pos + 1 < end && src.charCodeAt(pos + 1) === 10) {
				pos += 2;
				continue;
			}
			if (pos >= end || src.charCodeAt(pos) !== delimiter.charCodeAt(i)) return -1;
			pos++;
			i++;
		}
		return pos;
	}
	logicalLineEnd(from, end, join) {
		const src = this.src;
		let lineEnd = src.indexOf("\n", from);
		while (lineEnd !== -1 && lineEnd < end) {
			if (!join) return lineEnd;
			let backslashes = lineEnd;
			while (backslashes > from && src.charCodeAt(backslashes - 1) === 92) backslashes--;
			if ((lineEnd - backslashes) % 2 === 0) return lineEnd;
			from = lineEnd + 1;
			lineEnd = src.indexOf("\n", from);
		}
		return end;
	}
	skipHereDocBody(delimiter, strip, parenEnds = false, quoted = false) {
		this.hereDocClosingPos = -1;
		this.hereDocClosingEnd = -1;
		const src = this.src;
		const len = this.srcEnd;
		while (this.pos < len) {
			let lineStart = this.pos;
			const lineEnd = this.logicalLineEnd(lineStart, len, !quoted);
			for (;;) {
				const before = lineStart;
				if (strip) while (lineStart < lineEnd && src.charCodeAt(lineStart) === 9) lineStart++;
				if (!quoted) lineStart = skipLineContinuations(src, lineStart, lineEnd);
				if (lineStart === before) break;
			}
			let afterDelim = this.matchHereDocDelimiter(delimiter, lineStart, lineEnd, !quoted);
			if (afterDelim !== -1 && !quoted) afterDelim = skipLineContinuations(src, afterDelim, lineEnd);
			if (afterDelim === lineEnd) {
				const bodyEnd = this.pos;
				if (!parenEnds || !this.parenBoundary || lineEnd !== len) {
					this.hereDocClosingPos = lineStart;
					this.hereDocClosingEnd = lineEnd;
				}
				this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
				return bodyEnd;
			}
			if (parenEnds && afterDelim !== -1) {
				let paren = afterDelim;
				while (paren < lineEnd && src.charCodeAt(paren) !== 41) paren++;
				if (paren < lineEnd || this.parenBoundary && lineEnd === len) {
					const bodyEnd = this.pos;
					this.pos = afterDelim;
					return bodyEnd;
				}
			}
			this.pos = lineEnd < len ? lineEnd + 1 : lineEnd;
		}
		return this.pos;
	}
	_wordText = "";
	_wordRaw = false;
	_wordQuoted = false;
	_wordHasExpansions = false;
	_wordKeywordEligible = false;
	_wordAssignmentState;
	_bracketWindow;
	_arithmeticBracketWindow;
	_wordParts = null;
	_resultText = "";
	_resultIsRaw = true;
	_resultHasExpansion = false;
	_resultPart;
	_unbalanced = false;
	_notArithmetic = false;
	_arithUnterminated = false;
	_dqText = "";
	_dqHasExpansions = false;
	_dqParts = null;
	_dqEnd = 0;
	_hereDelim = "";
	_hereQuoted = false;
	readWord(out, ctx, tokenStart = 0) {
		const errorStart = this._errors === null ? 0 : this._errors.length;
		this.readWordText(false, ctx, true);
		if (ctx === LexContext.Normal) {
			const next = this.pos < this.srcEnd ? this.src.charCodeAt(this.pos) : 0;
			if (!this._wordRaw || next !== 60 && next !== 62) {
				setSpanToken(out, Token.Word, tokenStart, this.pos, this._wordRaw);
				out.keywordEligible = this._wordKeywordEligible;
				return;
			}
		}
		this.classifyWord(out, ctx, tokenStart, errorStart);
	}
	isRedirectVariable(start, end) {
		const src = this.src;
		for (let i = start; i < end; i++) {
			const c = src.charCodeAt(i);
			if (c === 91 && i > start) return i + 2 < end && src.charCodeAt(end - 1) === 93 && this.findClosingShellDelimiter(i + 1, end, 93) === end - 1;
			if (c >= 128 || !(isIdChar[c] & (i === start ? 1 : 2))) return false;
		}
		return end > start;
	}
	readArrayElement(out, tokenStart) {
		const close = this.findClosingBracket(tokenStart + 1);
		if (close === -1) return false;
		this.pos = close + 1;
		this.readWordText();
		setSpanToken(out, Token.Word, tokenStart, this.pos, true);
		return true;
	}
	classifyWord(out, ctx, tokenStart, errorStart) {
		const src = this.src;
		const raw = this._wordRaw;
		const hasExpansions = this._wordHasExpansions;
		const quoted = this._wordQuoted;
		const keywordEligible = this._wordKeywordEligible;
		let assignmentState = this._wordAssignmentState;
		const wordEnd = this.pos;
		const wordLen = wordEnd - tokenStart;
		if (ctx === LexContext.CasePattern) {
			let token = Token.Word;
			if (keywordEligible) {
				const reserved = raw ? matchReservedWord(src, tokenStart, wordLen) : RESERVED_WORDS.get(this.wordValueOf(tokenStart, wordEnd));
				if (reserved === Token.Esac) token = reserved;
			}
			setSpanToken(out, token, tokenStart, wordEnd, raw);
			out.keywordEligible = keywordEligible;
			return;
		}
		let value = null;
		if (!raw && !hasExpansions && keywordEligible && (ctx === LexContext.CommandStart || ctx === LexContext.TestMode)) {
			const nextCh = wordEnd < this.srcEnd ? src.charCodeAt(wordEnd) : 0;
			if (!quoted && wordLen <= 16 || nextCh === 60 || nextCh === 62) value = this.wordValueOf(tokenStart, wordEnd);
		}
		if (ctx === LexContext.CommandStart && keywordEligible) {
			if (raw) {
				if (wordLen <= 8) {
					const reserved = matchReservedWord(src, tokenStart, wordLen);
					if (reserved !== void 0) {
						setSpanToken(out, reserved, tokenStart, wordEnd, true);
						return;
					}
				}
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 91 && src.charCodeAt(tokenStart + 1) === 91) {
					setSpanToken(out, Token.DblLBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value !== null && value.length > 0) {
				const fc = value.charCodeAt(0);
				if (fc >= 97 && fc <= 122 && value.length <= 8 || fc === 33 || fc === 123 || fc === 125) {
					const reserved = RESERVED_WORDS.get(value);
					if (reserved !== void 0) {
						setToken(out, reserved, value, tokenStart, wordEnd);
						return;
					}
				}
				if (fc === 91 && value === "[[") {
					setToken(out, Token.DblLBracket, value, tokenStart, wordEnd);
					return;
				}
			}
		}
		if (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration) {
			if (assignmentState === void 0) {
				let eq = -1;
				let bracket = false;
				for (let i = tokenStart + 1; i < wordEnd; i++) {
					const c = src.charCodeAt(i);
					if (c === 61) {
						eq = i;
						break;
					}
					if (c === 91) bracket = true;
				}
				if (eq !== -1 || ctx !== LexContext.Declaration && bracket) assignmentState = scanAssignmentPrefix(src, tokenStart, wordEnd, ASSIGNMENT_NAME_START);
			}
			if (assignmentState !== void 0) {
				if (ctx !== LexContext.Declaration && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					if (wordEnd < this.srcEnd) {
						if (this._errors !== null) this._errors.length = errorStart;
						this.pos = tokenStart;
						this.readWordText(true, ctx, true);
						if (this.pos > wordEnd) {
							this.classifyWord(out, ctx, tokenStart, errorStart);
							return;
						}
					}
					if (this._errors === null || this._errors.length === errorStart) this.errors.push({
						message: "unterminated array subscript",
						pos: src.indexOf("[", tokenStart)
					});
				}
				if (isMatchedAssignment(assignmentState)) {
					setSpanToken(out, Token.Assignment, tokenStart, wordEnd, raw);
					if (value !== null) out._value = value;
					out.assignmentOperatorPos = assignmentOperatorPos(assignmentState);
					return;
				}
			}
		}
		if ((ctx === LexContext.CommandStart || ctx === LexContext.TestMode) && keywordEligible) {
			if (raw) {
				if (wordLen === 2 && src.charCodeAt(tokenStart) === 93 && src.charCodeAt(tokenStart + 1) === 93) {
					setSpanToken(out, Token.DblRBracket, tokenStart, wordEnd, true);
					return;
				}
			} else if (value === "]]") {
				setToken(out, Token.DblRBracket, value, tokenStart, wordEnd);
				return;
			}
		}
		if (!hasExpansions && this.pos < this.srcEnd) {
			const nc = src.charCodeAt(this.pos);
			if (nc === 60 || nc === 62) {
				if (raw) {
					const fc = src.charCodeAt(tokenStart);
					if (fc >= 48 && fc <= 57 && isAllDigitsRange(src, tokenStart, wordEnd)) {
						const fd = Number.parseInt(src.slice(tokenStart, wordEnd), 10);
						if (this.readRedirection(out, tokenStart)) {
							out.fileDescriptor = fd;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
					if (fc === 123 && src.charCodeAt(wordEnd - 1) === 125 && this.isRedirectVariable(tokenStart + 1, wordEnd - 1)) {
						const varname = src.slice(tokenStart + 1, wordEnd - 1);
						if (this.readRedirection(out, tokenStart)) {
							out.variableName = varname;
							out.descriptorEnd = wordEnd;
							return;
						}
					}
				}
			}
		}
		setSpanToken(out, Token.Word, tokenStart, wordEnd, raw);
		if (value !== null) out._value = value;
		out.keywordEligible = keywordEligible;
	}
	readWordText(subscripts = false, ctx = LexContext.Normal, scanning = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const fastStart = pos;
		let exitCh = 0;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c < 128 && charType[c]) {
				exitCh = c;
				break;
			}
			pos++;
		}
		if (pos >= len || charType[exitCh] & 1 && !(exitCh === 40 && pos > fastStart && extglobPrefix[src.charCodeAt(pos - 1)]) && !subscripts) {
			this.pos = pos;
			this._wordText = (this._buildParts || this._buildValue) && pos > fastStart ? src.slice(fastStart, pos) : "";
			this._wordRaw = true;
			this._wordQuoted = false;
			this._wordHasExpansions = false;
			this._wordKeywordEligible = true;
			this._wordAssignmentState = void 0;
			if (this._buildParts) this._wordParts = hasGlobCharacters(this._wordText) && ctx !== LexContext.ArrayElement ? parseGlobParts(src, fastStart, pos, void 0) ?? null : null;
			return;
		}
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		let text = bt && pos > fastStart ? src.slice(fastStart, pos) : "";
		let quoted = false;
		let hasExpansions = false;
		let keywordEligible = true;
		let valueIsRaw = true;
		let lastValueChar = pos > fastStart ? src.charCodeAt(pos - 1) : 0;
		let assignmentState = scanAssignmentPrefix(src, fastStart, pos, ASSIGNMENT_NAME_START);
		let parts;
		let litBuf = "";
		let litStart = 0;
		let hasGlobs = false;
		let braceResults;
		if (bp) {
			parts = [];
			litBuf = text;
			litStart = fastStart;
			hasGlobs = text.length > 0 && hasGlobCharacters(text);
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 128 || !charType[ch]) {
				const runStart = pos;
				pos++;
				while (pos < len) {
					const c = src.charCodeAt(pos);
					if (c < 128 && charType[c]) break;
					pos++;
				}
				lastValueChar = src.charCodeAt(pos - 1);
				assignmentState = scanAssignmentPrefix(src, runStart, pos, assignmentState);
				if (bt) {
					const chunk = src.slice(runStart, pos);
					text += chunk;
					if (bp) {
						litBuf += chunk;
						hasGlobs = hasGlobs || hasGlobCharacters(chunk);
					}
				}
				continue;
			}
			if (charType[ch] & 1) {
				if (subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) {
					const close = this.findClosingBracket(pos);
					if (close !== -1) {
						const spanEnd = close + 1;
						assignmentState = assignmentState === 5 ? ASSIGNMENT_AFTER_INDEX : assignmentState - 1;
						lastValueChar = src.charCodeAt(close);
						if (bt) {
							const chunk = src.slice(pos, spanEnd);
							text += chunk;
							if (bp) {
								litBuf += chunk;
								hasGlobs = hasGlobs || hasGlobCharacters(chunk);
							}
						}
						pos = spanEnd;
						continue;
					}
				}
				if (ch === 40 && lastValueChar < 128 && extglobPrefix[lastValueChar]) {
					if (ctx === LexContext.FunctionName || assignmentState >= ASSIGNMENT_INDEX_BASE && (ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix)) break;
					if (ctx === LexContext.CommandStart && lastValueChar === 33 && keywordEligible && src.charCodeAt(fastStart) === 33 && skipLineContinuations(src, fastStart + 1, len) === pos) break;
					const prefixChar = lastValueChar;
					if (prefixChar === 61 && scanning && !((ctx === LexContext.CommandStart || ctx === LexContext.CommandPrefix || ctx === LexContext.Declaration || ctx === LexContext.EvalArgument) && isMatchedAssignment(assignmentState) && skipLineContinuations(src, assignmentOperatorPos(assignmentState) + 1, len) === pos)) break;
					const innerStart = pos + 1;
					const close = this.findClosingShellDelimiter(innerStart, len, 41, prefixChar === 61);
					if (close === -1 && !scanning && !subscripts && assignmentState >= ASSIGNMENT_INDEX_BASE) break;
					if (ctx === LexContext.CommandStart && prefixChar !== 61 && close !== -1 && skipBlanks(src, innerStart, close) === close) break;
					keywordEligible = false;
					const patternEnd = close === -1 ? len : close;
					pos = close === -1 ? len : close + 1;
					if (close === -1) this.errors.push({
						message: "unterminated extended glob",
						pos: innerStart - 2
					});
					lastValueChar = src.charCodeAt(pos - 1);
					if (bt) {
						const eg = "(" + src.slice(innerStart, pos);
						text += eg;
						if (bp && prefixChar !== 61) {
							let prefixPos = innerStart - 2;
							while (src.charCodeAt(prefixPos) === 10 && src.charCodeAt(prefixPos - 1) === 92) prefixPos -= 2;
							if (litBuf.length > 0) {
								const trimmed = litBuf.slice(0, -1);
								if (prefixPos > litStart) parts.push({
									type: "Literal",
									pos: litStart,
									end: prefixPos,
									value: trimmed,
									text: src.slice(litStart, prefixPos)
								});
								litBuf = "";
							}
							const op = extglobOp[prefixChar];
							parts.push({
								type: "ExtendedGlob",
								pos: prefixPos,
								end: pos,
								text: src.slice(prefixPos, pos),
								operator: op,
								pattern: src.slice(innerStart, patternEnd),
								parts: this.subFieldParts(innerStart, patternEnd)
							});
							litStart = pos;
						} else if (bp) {
							litBuf += eg;
							hasGlobs = hasGlobs || hasGlobCharacters(eg);
						}
					}
					continue;
				}
				break;
			}
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) {
						pos++;
						valueIsRaw = false;
					} else {
						if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
						quoted = true;
						keywordEligible = false;
						valueIsRaw = false;
						lastValueChar = src.charCodeAt(pos);
						if (bt) {
							text += src[pos];
							if (bp) litBuf += src[pos];
						}
						pos++;
					}
				} else {
					if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
					quoted = true;
					keywordEligible = false;
					lastValueChar = 92;
					if (bt) {
						text += "\\";
						if (bp) litBuf += "\\";
					}
				}
				continue;
			}
			if (ch === 39) {
				const sqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				if (pos > start) lastValueChar = src.charCodeAt(pos - 1);
				const value = bt ? src.slice(start, pos) : "";
				if (bt) text += value;
				if (pos < len) pos++;
				else this.errors.push({
					message: "unterminated single quote",
					pos: start - 1
				});
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				quoted = true;
				keywordEligible = false;
				valueIsRaw = false;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted();
				pos = this.pos;
				if (this._dqEnd > dqStart + 1) lastValueChar = src.charCodeAt(this._dqEnd - 1);
				if (this._dqHasExpansions) hasExpansions = true;
				if (bt) text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				keywordEligible = false;
				const dollarStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const next = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				if (next === 39 || next === 34) quoted = true;
				this.pos = pos;
				this.readDollar();
				pos = this.pos;
				if (!this._resultIsRaw) valueIsRaw = false;
				if (pos > dollarStart) lastValueChar = src.charCodeAt(pos - 1);
				if (this._resultHasExpansion) hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				keywordEligible = false;
				const btStart = pos;
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				this.pos = pos;
				this.readBacktickExpansion();
				pos = this.pos;
				valueIsRaw = false;
				lastValueChar = src.charCodeAt(pos - 1);
				hasExpansions = true;
				if (bt) text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (ch === 123) {
				if (assignmentState >= 0 && assignmentState < ASSIGNMENT_INDEX_BASE) assignmentState = ASSIGNMENT_INVALID;
				const first = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
				const braceEnd = first <= 32 || first === 125 ? -1 : this.scanBraceExpansion(pos, braceResults ?? (braceResults = /* @__PURE__ */ new Map()));
				if (braceEnd > 0) {
					keywordEligible = false;
					lastValueChar = src.charCodeAt(braceEnd - 1);
					if (bt) {
						const braceText = src.slice(pos, braceEnd);
						text += braceText;
						if (bp) {
							if (pos > litStart) {
								parts.push({
									type: "Literal",
									pos: litStart,
									end: pos,
									value: litBuf,
									text: src.slice(litStart, pos)
								});
								litBuf = "";
							}
							parts.push({
								type: "BraceExpansion",
								pos,
								end: braceEnd,
								text: braceText,
								parts: this.subFieldParts(pos + 1, braceEnd - 1)
							});
							litStart = braceEnd;
						}
					}
					pos = braceEnd;
					continue;
				}
				lastValueChar = 123;
				if (bt) {
					text += "{";
					if (bp) litBuf += "{";
				}
				pos++;
				continue;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = valueIsRaw;
		this._wordQuoted = quoted;
		this._wordHasExpansions = hasExpansions;
		this._wordKeywordEligible = keywordEligible;
		this._wordAssignmentState = assignmentState;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && parts[0].type !== "Literal" ? parts : null;
			if (hasGlobs && ctx !== LexContext.ArrayElement) this._wordParts = parseGlobParts(src, fastStart, pos, this._wordParts) ?? null;
		}
	}
	readInnerWordText(insideDoubleQuotes = false, arithmetic = false, globs = false) {
		const src = this.src;
		const len = this.srcEnd;
		let pos = this.pos;
		const start = pos;
		let text = "";
		const bp = this._buildParts;
		let parts;
		let litBuf = "";
		let litStart = 0;
		let preserveLiteral = false;
		let hasGlobs = false;
		if (bp) {
			parts = [];
			litStart = pos;
		}
		while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch === 92) {
				pos++;
				if (pos < len) {
					if (src.charCodeAt(pos) === 10) pos++;
					else {
						const next = src.charCodeAt(pos);
						if (insideDoubleQuotes && next !== 36 && next !== 96 && next !== 34 && next !== 92 && next !== 125) {
							text += "\\";
							if (bp) litBuf += "\\";
							preserveLiteral = true;
						}
						const escaped = src[pos++];
						text += escaped;
						if (bp) litBuf += escaped;
					}
				}
				continue;
			}
			if (ch === 39 && !insideDoubleQuotes) {
				const sqStart = pos;
				pos++;
				const start = pos;
				while (pos < len && src.charCodeAt(pos) !== 39) pos++;
				const value = src.slice(start, pos);
				text += value;
				if (pos < len) pos++;
				if (bp) {
					if (sqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: sqStart,
							value: litBuf,
							text: src.slice(litStart, sqStart)
						});
						litBuf = "";
					}
					parts.push({
						type: "SingleQuoted",
						pos: sqStart,
						end: pos,
						value,
						text: src.slice(sqStart, pos)
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 34) {
				const dqStart = pos;
				pos++;
				this.pos = pos;
				this.readDoubleQuoted(insideDoubleQuotes);
				pos = this.pos;
				text += this._dqText;
				if (bp) {
					if (dqStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: dqStart,
							value: litBuf,
							text: src.slice(litStart, dqStart)
						});
						litBuf = "";
					}
					const dqText = src.slice(dqStart, pos);
					parts.push({
						type: "DoubleQuoted",
						pos: dqStart,
						end: pos,
						text: dqText,
						parts: this._dqParts ?? [{
							type: "Literal",
							pos: dqStart + 1,
							end: this._dqEnd,
							value: this._dqText,
							text: src.slice(dqStart + 1, this._dqEnd)
						}]
					});
					litStart = pos;
				}
				continue;
			}
			if (ch === 36) {
				const dollarStart = pos;
				this.pos = pos;
				this.readDollar(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (this._resultPart) {
						if (dollarStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: dollarStart,
								value: litBuf,
								text: src.slice(litStart, dollarStart)
							});
							litBuf = "";
						}
						parts.push(this._resultPart);
						litStart = pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = pos;
				this.pos = pos;
				this.readBacktickExpansion(insideDoubleQuotes);
				pos = this.pos;
				text += this._resultText;
				if (bp) {
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = pos;
				}
				continue;
			}
			if (!insideDoubleQuotes && !arithmetic && (ch === 60 || ch === 62) && pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const psStart = pos;
				this.pos = pos + 2;
				const inner = this.extractBalanced();
				pos = this.pos;
				const raw = src.slice(psStart, pos);
				text += raw;
				if (bp) {
					if (psStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: psStart,
							value: litBuf,
							text: src.slice(litStart, psStart)
						});
						litBuf = "";
					}
					parts.push(this.processSubstitution(psStart, raw, ch === 60 ? "<" : ">", inner));
					litStart = pos;
				}
				continue;
			}
			text += src[pos];
			if (bp) {
				litBuf += src[pos];
				if (globs && (ch === 42 || ch === 63 || ch === 91)) hasGlobs = true;
			}
			pos++;
		}
		if (bp && pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: pos,
			value: litBuf,
			text: src.slice(litStart, pos)
		});
		this.pos = pos;
		this._wordText = text;
		this._wordRaw = false;
		this._wordQuoted = false;
		this._wordHasExpansions = false;
		this._wordKeywordEligible = false;
		if (bp) {
			this._wordParts = parts.length > 1 || parts.length === 1 && (parts[0].type !== "Literal" || preserveLiteral) ? parts : null;
			if (hasGlobs) this._wordParts = parseGlobParts(src, start, pos, this._wordParts) ?? null;
		}
	}
	subFieldParts(start, end) {
		if (this._nestingDepth >= 256) return void 0;
		return hasEmbeddedWordStructure(this.src, start, end) ? this.parseSubFieldWord(start, end).parts : parseGlobParts(this.src, start, end, void 0);
	}
	parseSubFieldWord(start, end, context = "word", arithmetic = false) {
		if (start >= end) return new WordImpl("", start, start);
		if (this._nestingDepth >= 256) return new WordImpl(this.src.slice(start, end), start, end);
		this._nestingDepth++;
		const savedEnd = this.srcEnd;
		const savedBracketWindow = this._bracketWindow;
		const savedArithmeticBracketWindow = this._arithmeticBracketWindow;
		const savedPos = this.pos;
		const savedText = this._wordText;
		const savedParts = this._wordParts;
		const savedQuoted = this._wordQuoted;
		const savedKeywordEligible = this._wordKeywordEligible;
		this.srcEnd = end;
		this.pos = start;
		this.readInnerWordText(context === "quoted", arithmetic, context === "word");
		const word = new WordImpl(this.src.slice(start, end), start, end);
		if (this._buildParts) word.parts = this._wordParts ?? void 0;
		this.srcEnd = savedEnd;
		this._bracketWindow = savedBracketWindow;
		this._arithmeticBracketWindow = savedArithmeticBracketWindow;
		this.pos = savedPos;
		this._wordText = savedText;
		this._wordParts = savedParts;
		this._wordQuoted = savedQuoted;
		this._wordKeywordEligible = savedKeywordEligible;
		this._nestingDepth--;
		return word;
	}
	skipSQ() {
		while (this.pos < this.srcEnd && this.src.charCodeAt(this.pos) !== 39) this.pos++;
		if (this.pos < this.srcEnd) this.pos++;
	}
	skipAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
	}
	skipDQ() {
		const src = this.src;
		const len = this.srcEnd;
		this._unbalanced = false;
		if (this._nestingDepth < 256) while (this.pos < len) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 34) {
				this.pos++;
				return;
			}
			if (ch === 92) {
				this.pos = Math.min(this.pos + 2, len);
				continue;
			}
			if (ch === 96) break;
			if (ch === 36) {
				const next = src.charCodeAt(this.pos + 1);
				if (next === 40 || next === 123 || next === 36) break;
			}
			this.pos++;
		}
		this.extractBalanced(true, true);
	}
	skipSpacesAndTabs() {
		this.pos = skipBlanks(this.src, this.pos, this.srcEnd);
	}
	readDoubleQuoted(unescapeAll = false) {
		const src = this.src;
		const len = this.srcEnd;
		const contentStart = this.pos;
		let hasExpansions = false;
		const bp = this._buildParts;
		const bt = bp || this._buildValue;
		if (!bp) {
			let p = this.pos;
			while (p < len) {
				const c = src.charCodeAt(p);
				if (c === 34) {
					this._dqText = bt ? src.slice(contentStart, p) : "";
					this._dqEnd = p;
					this.pos = p + 1;
					this._dqHasExpansions = false;
					this._dqParts = null;
					return;
				}
				if (c === 36 || c === 96 || c === 92) break;
				p++;
			}
		}
		let text = "";
		let parts = null;
		let litBuf = "";
		let litStart = bp ? this.pos : 0;
		while (this.pos < len && src.charCodeAt(this.pos) !== 34) {
			const runStart = this.pos;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c === 34 || c === 92 || c === 36 || c === 96) break;
				this.pos++;
			}
			if (bt && this.pos > runStart) {
				const chunk = src.slice(runStart, this.pos);
				text += chunk;
				if (bp) litBuf += chunk;
			}
			if (this.pos >= len || src.charCodeAt(this.pos) === 34) break;
			const ch = src.charCodeAt(this.pos);
			if (ch === 92) {
				this.pos++;
				if (this.pos < len) {
					const next = src.charCodeAt(this.pos);
					if (next === 10) {
						this.pos++;
						continue;
					}
					if (bt) {
						if (unescapeAll || next === 36 || next === 96 || next === 34 || next === 92) {
							const c = src[this.pos];
							text += c;
							if (bp) litBuf += c;
						} else {
							const pair = "\\" + src[this.pos];
							text += pair;
							if (bp) litBuf += pair;
						}
					}
					this.pos++;
				}
				continue;
			}
			if (ch === 36) {
				const afterDollar = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (afterDollar === 34 || afterDollar === 39) {
					if (bt) {
						text += "$";
						if (bp) litBuf += "$";
					}
					this.pos++;
					continue;
				}
				const expStart = this.pos;
				this.readDollar(true);
				if (bt) text += this._resultText;
				if (this._resultHasExpansion) hasExpansions = true;
				if (bp) {
					const rp = this._resultPart;
					if (rp && isDQChild(rp)) {
						if (!parts) parts = [];
						if (expStart > litStart) {
							parts.push({
								type: "Literal",
								pos: litStart,
								end: expStart,
								value: litBuf,
								text: src.slice(litStart, expStart)
							});
							litBuf = "";
						}
						parts.push(rp);
						litStart = this.pos;
					} else litBuf += this._resultText;
				}
				continue;
			}
			if (ch === 96) {
				const btStart = this.pos;
				this.readBacktickExpansion(true);
				if (bt) text += this._resultText;
				hasExpansions = true;
				if (bp && this._resultPart && isDQChild(this._resultPart)) {
					if (!parts) parts = [];
					if (btStart > litStart) {
						parts.push({
							type: "Literal",
							pos: litStart,
							end: btStart,
							value: litBuf,
							text: src.slice(litStart, btStart)
						});
						litBuf = "";
					}
					parts.push(this._resultPart);
					litStart = this.pos;
				}
				continue;
			}
		}
		if (bp && parts && this.pos > litStart) parts.push({
			type: "Literal",
			pos: litStart,
			end: this.pos,
			value: litBuf,
			text: src.slice(litStart, this.pos)
		});
		this._dqEnd = this.pos;
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated double quote",
			pos: contentStart - 1
		});
		this._dqText = text;
		this._dqHasExpansions = hasExpansions;
		this._dqParts = parts;
	}
	readDollar(insideDoubleQuotes = false) {
		const dollarPos = this.pos;
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		if (this.pos >= len) {
			this._resultText = "$";
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = void 0;
			return;
		}
		const logicalPos = skipLineContinuations(src, this.pos, len);
		if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) this.pos = logicalPos;
		const ch = src.charCodeAt(this.pos);
		if (ch === 40) {
			if (this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				const savedPos = this.pos;
				const savedErrors = this.errors.length;
				this.readArithmeticExpansion(dollarPos);
				if (!this._notArithmetic) return;
				this.errors.length = savedErrors;
				this.pos = savedPos;
			}
			this.readCommandSubstitution(dollarPos);
			return;
		}
		if (ch === 123) {
			const after = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
			if (after === 32 || after === 9 || after === 10) {
				this.readBraceCommandSubstitution();
				return;
			}
			if (after === 124) {
				this.readValueSubstitution();
				return;
			}
			this.readParameterExpansion(insideDoubleQuotes);
			return;
		}
		if (ch === 39) {
			this.pos++;
			if (bt) {
				const value = this.readAnsiCQuoted();
				this._resultText = value;
				this._resultPart = this._buildParts ? {
					type: "AnsiCQuoted",
					pos: dollarPos,
					end: this.pos,
					text: src.slice(dollarPos, this.pos),
					value
				} : void 0;
			} else {
				this.skipAnsiCQuoted();
				this._resultText = "";
				this._resultPart = void 0;
			}
			this._resultIsRaw = false;
			this._resultHasExpansion = false;
			return;
		}
		if (ch === 34) {
			this.pos++;
			this.readDoubleQuoted(insideDoubleQuotes);
			this._resultText = this._dqText;
			this._resultIsRaw = false;
			this._resultHasExpansion = this._dqHasExpansions;
			if (this._buildParts) {
				const text = src.slice(dollarPos, this.pos);
				this._resultPart = {
					type: "LocaleString",
					pos: dollarPos,
					end: this.pos,
					text,
					parts: this._dqParts ?? [{
						type: "Literal",
						pos: dollarPos + 2,
						end: this._dqEnd,
						value: this._dqText,
						text: src.slice(dollarPos + 2, this._dqEnd)
					}]
				};
			} else this._resultPart = void 0;
			return;
		}
		if (ch === 64 || ch === 42 || ch === 35 || ch === 63 || ch === 45 || ch === 36 || ch === 33 || ch >= 48 && ch <= 57) {
			this.pos++;
			const text = bt ? src.slice(this.pos - 2, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch < 128 && isIdChar[ch] & 1) {
			const namePos = this.pos - 1;
			while (this.pos < len) {
				const c = src.charCodeAt(this.pos);
				if (c < 128 && isIdChar[c] & 2) this.pos++;
				else break;
			}
			const text = bt ? src.slice(namePos, this.pos) : "";
			this._resultText = text;
			this._resultIsRaw = true;
			this._resultHasExpansion = false;
			this._resultPart = this._buildParts ? {
				type: "SimpleExpansion",
				pos: dollarPos,
				end: this.pos,
				text
			} : void 0;
			return;
		}
		if (ch === 91) {
			const errorCount = this._errors === null ? 0 : this._errors.length;
			const close = this.findClosingArithmeticBracket(this.pos + 1);
			if (close !== -1) {
				const bodyStart = this.pos + 1;
				const body = src.slice(bodyStart, close);
				this.pos = close + 1;
				const text = bt ? src.slice(dollarPos, this.pos) : "";
				this._resultText = text;
				this._resultIsRaw = true;
				this._resultHasExpansion = false;
				this._resultPart = this._buildParts ? this.arithmeticExpansion(bodyStart - 2, text, body, bodyStart) : void 0;
				return;
			}
			if (this._errors !== null) this._errors.length = errorCount;
		}
		this._resultText = "$";
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = void 0;
	}
	scanArithmeticBody() {
		this._notArithmetic = false;
		this._arithUnterminated = false;
		this.pos += 2;
		let depth = 1;
		let parenDepth = 0;
		let parentParenDepth = 0;
		let parenDepths;
		let reported = false;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		while (this.pos < len && depth > 0) {
			const c = src.charCodeAt(this.pos);
			if (c === 92) this.pos += this.pos + 1 < len ? 2 : 1;
			else if (c === 39) {
				this.pos++;
				this.skipSQ();
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
			} else if (c === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
			} else if (c === 36 && this.pos + 2 < len && src.charCodeAt(this.pos + 1) === 40 && src.charCodeAt(this.pos + 2) !== 40) {
				const dollarPos = this.pos;
				this.pos += 2;
				this.extractBalanced();
				if (this._unbalanced) this.errors.push({
					message: "unterminated command substitution",
					pos: dollarPos
				});
			} else if (c === 36 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 123) {
				const close = this.findClosingBrace(this.pos + 2, len);
				this.pos = close === -1 ? len : close + 1;
			} else if ((c === 60 || c === 62) && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) {
				this.pos += 2;
				this.extractBalanced();
			} else if (c === 40) {
				if (src.charCodeAt(this.pos - 1) === 36 && src.charCodeAt(this.pos + 1) === 40) {
					if (depth === 1) parentParenDepth = parenDepth;
					else (parenDepths ?? (parenDepths = [])).push(parenDepth);
					depth++;
					parenDepth = 0;
					if (depth + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expansion nesting depth exceeded",
							pos: this.pos - 1
						});
						reported = true;
					}
					this.pos += 2;
				} else {
					if (++parenDepth + depth - 1 + this._nestingDepth > 256 && !reported) {
						this.errors.push({
							message: "maximum arithmetic expression nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos++;
				}
			} else if (c === 41 && parenDepth > 0) {
				parenDepth--;
				this.pos++;
			} else if (c === 41 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 41) {
				if (--depth === 0) {
					this.pos += 2;
					break;
				}
				parenDepth = depth === 1 ? parentParenDepth : parenDepths.pop();
				this.pos += 2;
			} else if (c === 41 && depth === 1) {
				this._notArithmetic = true;
				return "";
			} else this.pos++;
		}
		const bt = this._buildParts || this._buildValue;
		if (depth > 0) {
			this._arithUnterminated = true;
			return bt ? src.slice(start, this.pos) : "";
		}
		return bt ? src.slice(start, this.pos - 2) : "";
	}
	readArithmeticExpansion(dollarPos) {
		const bodyStart = this.pos + 2;
		const body = this.scanArithmeticBody();
		if (this._notArithmetic) return;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic expansion",
			pos: dollarPos
		});
		const text = this._buildParts || this._buildValue ? this.src.slice(dollarPos, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		this._resultPart = this._buildParts ? this.arithmeticExpansion(dollarPos, text, body, bodyStart) : void 0;
	}
	arithmeticExpansion(pos, text, body, bodyStart) {
		return new ArithmeticExpansionImpl(pos, this.pos, text, {
			source: this.src,
			body,
			offset: bodyStart,
			depth: this._nestingDepth,
			context: this.substitutionContext
		});
	}
	readArithmeticCommand(out, tokenStart) {
		const savedBuildValue = this._buildValue;
		this._buildValue = true;
		const body = this.scanArithmeticBody();
		this._buildValue = savedBuildValue;
		if (this._arithUnterminated) this.errors.push({
			message: "unterminated arithmetic command",
			pos: tokenStart
		});
		setToken(out, Token.ArithCmd, body, tokenStart, this.pos);
	}
	readCommandSubstitution(dollarPos) {
		const openPos = this.pos;
		this.pos++;
		const inner = this.extractBalanced();
		if (this._unbalanced) this.errors.push({
			message: "unterminated command substitution",
			pos: dollarPos
		});
		const bt = this._buildParts || this._buildValue;
		const rawText = bt ? this.src.slice(dollarPos, this.pos) : "";
		const text = !bt || openPos === dollarPos + 1 ? rawText : "$" + this.src.slice(openPos, this.pos);
		this._resultText = text;
		this._resultIsRaw = openPos === dollarPos + 1;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = this.commandExpansion(dollarPos, rawText, openPos + 1, inner, !this._unbalanced);
		else this._resultPart = void 0;
	}
	readBraceCommandSubstitution() {
		this.readBraceSubstitution(1);
	}
	readValueSubstitution() {
		this.readBraceSubstitution(2);
	}
	readBraceSubstitution(skip) {
		const dollarPos = this.pos - 1;
		this.pos += skip;
		const src = this.src;
		const len = this.srcEnd;
		let depth = 1;
		const start = this.pos;
		while (this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 123) depth++;
			else if (c === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (c === 39) {
				this.pos++;
				this.skipSQ();
				continue;
			} else if (c === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			} else if (c === 92) this.pos++;
			this.pos++;
		}
		this._resultIsRaw = true;
		this._resultHasExpansion = true;
		if (this._buildParts || this._buildValue) {
			const rawInner = src.slice(start, this.pos - 1);
			const inner = rawInner.trim();
			const text = src.slice(dollarPos, this.pos);
			this._resultText = text;
			if (this._buildParts) {
				const innerStart = start + (rawInner.length - rawInner.trimStart().length);
				this._resultPart = this.commandExpansion(dollarPos, text, innerStart, inner);
			} else this._resultPart = void 0;
		} else {
			this._resultText = "";
			this._resultPart = void 0;
		}
	}
	readBacktickExpansion(insideDoubleQuotes = false) {
		this.pos++;
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		if (!this._buildParts && !this._buildValue) {
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
				if (src.charCodeAt(this.pos) === 92 && this.pos + 1 < len) this.pos++;
				this.pos++;
			}
			if (this.pos < len) this.pos++;
			else this.errors.push({
				message: "unterminated backtick",
				pos: start - 1
			});
			this._resultText = "";
			this._resultIsRaw = false;
			this._resultHasExpansion = true;
			this._resultPart = void 0;
			return;
		}
		let inner = "";
		let hasEscapes = false;
		while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
			if (src.charCodeAt(this.pos) === 92) {
				hasEscapes = true;
				break;
			}
			this.pos++;
		}
		if (!hasEscapes) inner = src.slice(start, this.pos);
		else {
			inner = src.slice(start, this.pos);
			while (this.pos < len && src.charCodeAt(this.pos) !== 96) if (src.charCodeAt(this.pos) === 92) {
				this.pos++;
				if (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 36 || c === 96 || c === 92 || insideDoubleQuotes && c === 34) inner += src[this.pos];
					else inner += "\\" + src[this.pos];
					this.pos++;
				}
			} else {
				const runStart = this.pos;
				while (this.pos < len) {
					const c = src.charCodeAt(this.pos);
					if (c === 96 || c === 92) break;
					this.pos++;
				}
				inner += src.slice(runStart, this.pos);
			}
		}
		if (this.pos < len) this.pos++;
		else this.errors.push({
			message: "unterminated backtick",
			pos: start - 1
		});
		const text = src.slice(start - 1, this.pos);
		this._resultText = inner;
		this._resultHasExpansion = true;
		if (this._buildParts) this._resultPart = hasEscapes ? this.decodedCommandExpansion(start - 1, text, inner) : this.commandExpansion(start - 1, text, start, inner);
		else this._resultPart = void 0;
	}
	readParameterExpansion(insideDoubleQuotes) {
		const src = this.src;
		const len = this.srcEnd;
		const start = this.pos;
		this.pos++;
		let depth = 1;
		let reported = false;
		while (this.pos < len && depth > 0) {
			const ch = src.charCodeAt(this.pos);
			if (ch === 36) {
				const next = this.pos + 1 < len ? src.charCodeAt(this.pos + 1) : 0;
				if (next === 123) {
					depth++;
					if (this._nestingDepth + depth > 256 && !reported) {
						this.errors.push({
							message: "maximum parameter expansion nesting depth exceeded",
							pos: this.pos
						});
						reported = true;
					}
					this.pos += 2;
					continue;
				}
				if (next === 36) {
					this.pos += 2;
					continue;
				}
				if (next === 40) {
					const dollarPos = this.pos;
					this.pos += 2;
					this.extractBalanced();
					if (this._unbalanced) this.errors.push({
						message: "unterminated command substitution",
						pos: dollarPos
					});
					continue;
				}
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					this.pos++;
				}
				if (this.pos < len) this.pos++;
				continue;
			} else if (ch === 125) {
				if (--depth === 0) {
					this.pos++;
					break;
				}
			} else if (ch === 92) {
				if (this.pos + 1 < len) this.pos++;
			} else if (ch === 39) {
				this.pos++;
				if (this.pos > start + 1 && src.charCodeAt(this.pos - 2) === 36) this.skipAnsiCQuoted();
				else this.skipSQ();
				continue;
			} else if (ch === 34) {
				this.pos++;
				this.skipDQ();
				continue;
			}
			this.pos++;
		}
		const closed = depth === 0;
		if (!closed) this.errors.push({
			message: "unterminated parameter expansion",
			pos: start - 1
		});
		const text = this._buildParts || this._buildValue ? src.slice(start - 1, this.pos) : "";
		this._resultText = text;
		this._resultIsRaw = true;
		this._resultHasExpansion = false;
		if (this._buildParts) {
			const inner = src.slice(start + 1, closed ? this.pos - 1 : this.pos);
			this._resultPart = this.parseParamInner(text, inner, start + 1, insideDoubleQuotes);
		} else this._resultPart = void 0;
	}
	parseParamInner(text, inner, innerStart, insideDoubleQuotes) {
		const result = {
			type: "ParameterExpansion",
			pos: innerStart - 2,
			end: this.pos,
			text,
			parameter: "",
			parameterPos: innerStart,
			parameterEnd: innerStart,
			prefix: void 0,
			index: void 0,
			operation: void 0
		};
		const ilen = inner.length;
		if (ilen === 0) return result;
		const sub = (a, b, context = "word") => this.parseSubFieldWord(innerStart + a, innerStart + b, context);
		const closeBracket = (start) => {
			const close = this.findClosingBracket(innerStart + start, innerStart + ilen);
			return close === -1 ? -1 : close - innerStart;
		};
		let i = 0;
		if (ilen > 1 && inner.charCodeAt(0) === 33) {
			result.prefix = "!";
			i = 1;
		}
		if (ilen > 1 && inner.charCodeAt(0) === 35) {
			const nameEnd = this.scanParamName(inner, 1);
			let parameterEnd = nameEnd;
			let indexEnd = -1;
			if (parameterEnd < ilen && inner.charCodeAt(parameterEnd) === 91) {
				indexEnd = closeBracket(parameterEnd + 1);
				if (indexEnd !== -1) parameterEnd = indexEnd + 1;
			}
			if (nameEnd > 1 && parameterEnd === ilen) {
				result.prefix = "#";
				result.parameter = inner.slice(1, nameEnd);
				result.parameterPos = innerStart + 1;
				result.parameterEnd = innerStart + nameEnd;
				if (indexEnd !== -1) result.index = sub(nameEnd + 1, indexEnd, "embedded");
				return result;
			}
		}
		const nameStart = i;
		i = this.scanParamName(inner, i);
		result.parameter = inner.slice(nameStart, i);
		result.parameterPos = innerStart + nameStart;
		result.parameterEnd = innerStart + i;
		if (i < ilen && inner.charCodeAt(i) === 91) {
			const closeB = closeBracket(i + 1);
			if (closeB !== -1) {
				result.index = sub(i + 1, closeB, "embedded");
				i = closeB + 1;
			}
		}
		if (i >= ilen) return result;
		const pos = innerStart + i;
		const end = innerStart + ilen;
		const opChar = inner.charCodeAt(i);
		const nextChar = inner.charCodeAt(i + 1);
		const defaultChar = inner[opChar === 58 ? i + 1 : i];
		if (defaultChar === "-" || defaultChar === "=" || defaultChar === "+" || defaultChar === "?") {
			const operandStart = i + (opChar === 58 ? 2 : 1);
			result.operation = {
				type: "Default",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator: opChar === 58 ? `:${defaultChar}` : defaultChar,
				operand: sub(operandStart, ilen, insideDoubleQuotes ? "quoted" : "word")
			};
			return result;
		}
		if (opChar === 58) {
			i++;
			const sliceStart = innerStart + i;
			const colonIdx = findUnnested(inner.slice(i), 58, true, (index, quoted) => {
				return this.findNestedShellEnd(sliceStart + index, end, quoted) - sliceStart;
			});
			result.operation = {
				type: "Slice",
				pos,
				end,
				operatorEnd: sliceStart,
				operator: ":",
				offset: sub(i, colonIdx === -1 ? ilen : i + colonIdx, "embedded"),
				length: colonIdx === -1 ? void 0 : sub(i + colonIdx + 1, ilen, "embedded")
			};
			return result;
		}
		if (opChar === 35 || opChar === 37) {
			const doubled = nextChar === opChar;
			const operator = opChar === 35 ? doubled ? "##" : "#" : doubled ? "%%" : "%";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "Remove",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: sub(operandStart, ilen)
			};
			return result;
		}
		if (opChar === 47) {
			i++;
			let operator = "/";
			if (nextChar === 47 || nextChar === 35 || nextChar === 37) {
				operator = nextChar === 47 ? "//" : nextChar === 35 ? "/#" : "/%";
				i++;
			}
			let separatorStart = i;
			if (nextChar === 47) {
				separatorStart = skipLineContinuations(inner, i, ilen);
				if (inner.charCodeAt(separatorStart) === 47) separatorStart++;
			}
			const sepIdx = findUnnested(inner.slice(separatorStart), 47);
			const patternEnd = sepIdx === -1 ? ilen : separatorStart + sepIdx;
			result.operation = {
				type: "Replace",
				pos,
				end,
				operatorEnd: innerStart + i,
				operator,
				pattern: sub(i, patternEnd),
				replacement: sub(sepIdx === -1 ? ilen : patternEnd + 1, ilen)
			};
			return result;
		}
		if (opChar === 94 || opChar === 44) {
			const doubled = nextChar === opChar;
			const operator = opChar === 94 ? doubled ? "^^" : "^" : doubled ? ",," : ",";
			const operandStart = i + (doubled ? 2 : 1);
			result.operation = {
				type: "CaseModification",
				pos,
				end,
				operatorEnd: innerStart + operandStart,
				operator,
				operand: operandStart === ilen ? void 0 : sub(operandStart, ilen)
			};
			return result;
		}
		if (result.prefix === "!" && result.index === void 0 && i + 1 === ilen && (opChar === 64 || opChar === 42)) {
			result.operation = {
				type: "Names",
				pos,
				end,
				operatorEnd: end,
				operator: opChar === 64 ? "@" : "*"
			};
			return result;
		}
		if (opChar === 64) {
			result.operation = {
				type: "Transform",
				pos,
				end,
				operatorEnd: pos + 1,
				operator: "@",
				operand: sub(i + 1, ilen)
			};
			return result;
		}
		result.operation = {
			type: "Unknown",
			pos,
			end,
			operatorEnd: end,
			operator: inner.slice(i)
		};
		return result;
	}
	findNestedShellEnd(start, end, quoted) {
		const ch = this.src.charCodeAt(start);
		if (ch === 96) {
			let pos = start + 1;
			while (pos < end) {
				const current = this.src.charCodeAt(pos);
				if (current === 92) {
					pos += 2;
					continue;
				}
				pos++;
				if (current === 96) return pos;
			}
			return end;
		}
		let close;
		if (ch === 36) {
			const next = start + 1;
			if (next < end && this.src.charCodeAt(next) === 123) close = this.findClosingBrace(next + 1, end);
			else {
				const open = skipLineContinuations(this.src, next, end);
				if (open >= end || this.src.charCodeAt(open) !== 40) return start;
				close = this.findClosingParenthesis(open + 1, end);
			}
		} else {
			const open = start + 1;
			if (quoted || ch !== 60 && ch !== 62 || open >= end || this.src.charCodeAt(open) !== 40) return start;
			close = this.findClosingParenthesis(open + 1, end);
		}
		return close === -1 ? end : close + 1;
	}
	scanParamName(s, start) {
		let i = start;
		if (i >= s.length) return i;
		const c = s.charCodeAt(i);
		if (c === 64 || c === 42 || c === 35 || c === 63 || c === 45 || c === 36 || c === 33) return i + 1;
		if (c >= 48 && c <= 57) {
			while (i < s.length && s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57) i++;
			return i;
		}
		if (c >= 97 && c <= 122 || c >= 65 && c <= 90 || c === 95) {
			i++;
			while (i < s.length) {
				const ch = s.charCodeAt(i);
				if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) i++;
				else break;
			}
		}
		return i;
	}
	readAnsiCQuoted() {
		const quotePos = this.pos - 1;
		const result = decodeAnsiCQuoted(this.src, this.pos, this.srcEnd);
		this.pos = result.end;
		if (!result.closed) this.errors.push({
			message: "unterminated ANSI-C quote",
			pos: quotePos
		});
		return result.value;
	}
	extractBalanced(useGrammar = true, quoteOnly = false) {
		const src = this.src;
		const len = this.srcEnd;
		const bt = this._buildParts || this._buildValue;
		let depth = quoteOnly ? 0 : 1;
		const start = this.pos;
		this._unbalanced = false;
		const knownEnd = useGrammar && !quoteOnly ? this.substitutionContext.boundaries?.get(start) : void 0;
		if (knownEnd !== void 0 && knownEnd <= len && this._nestingDepth < 256) {
			this.pos = knownEnd;
			return bt ? src.slice(start, knownEnd - 1) : "";
		}
		let wordStart = true;
		while (!quoteOnly && this.pos < len) {
			const c = src.charCodeAt(this.pos);
			if (c === 41) {
				const result = bt ? src.slice(start, this.pos) : "";
				this.pos++;
				return result;
			} else if (c === 40 || c === 92 || c === 39 || c === 34 || c === 96 || c === 36 && (src.charCodeAt(this.pos + 1) === 39 || src.charCodeAt(this.pos + 1) === 36 || src.charCodeAt(this.pos + 1) === 123)) break;
			else if (c === 60 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) break;
			else if (c === 35 && wordStart) break;
			else if (c === 99 && wordStart && this.pos + 3 < len && src.charCodeAt(this.pos + 1) === 97 && src.charCodeAt(this.pos + 2) === 115 && src.charCodeAt(this.pos + 3) === 101 && (this.pos + 4 >= len || src.charCodeAt(this.pos + 4) < 128 && charType[src.charCodeAt(this.pos + 4)] & 1)) break;
			else {
				wordStart = c < 128 && (charType[c] & 1) !== 0;
				this.pos++;
			}
		}
		let caseDepth = 0;
		let caseParens = 0;
		const wordStartAfterParen = [];
		let pendingDelims = null;
		let scripts;
		let arithBase = -1;
		let arithExtent = start >= 2 && src.charCodeAt(start) === 40 && src.charCodeAt(start - 1) === 40 && src.charCodeAt(start - 2) === 36;
		let substitutions = 0;
		let reported = false;
		const quotes = quoteOnly ? [{
			close: 34,
			depth: 0
		}] : [];
		let quotedDepth = quoteOnly ? 1 : 0;
		let parameterDepth = 0;
		let arithmeticOpens;
		let continuedDollarPos = -1;
		let continuedParenPos = -1;
		let escapedEnd = -1;
		let lastParenEnd = -1;
		let checkedGrammar = false;
		while (this.pos < len && (depth > 0 || quotes.length > 0)) {
			let ch = src.charCodeAt(this.pos);
			const quote = quotes.length === 0 ? void 0 : quotes[quotes.length - 1];
			if (quote !== void 0 && quote.depth === depth) {
				let commandOpen = false;
				if (ch === 92) {
					this.pos = Math.min(this.pos + 2, len);
					continue;
				}
				if (ch === quote.close) {
					quotes.pop();
					if (ch === 34) quotedDepth--;
					else parameterDepth--;
					this.pos++;
					if (quoteOnly && depth === 0 && quotes.length === 0) return "";
					continue;
				}
				if (ch === 34) {
					quotes.push({
						close: 34,
						depth
					});
					quotedDepth++;
				} else if (ch === 39 && quote.close === 125) {
					this.pos++;
					this.skipSQ();
					continue;
				} else if (ch === 96) {
					this.pos++;
					while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
						if (src.charCodeAt(this.pos) === 92) this.pos++;
						if (this.pos < len) this.pos++;
					}
					if (this.pos < len) this.pos++;
					continue;
				} else if (ch === 36) {
					const next = src.charCodeAt(this.pos + 1);
					if (next === 39 && quote.close === 125) {
						this.pos += 2;
						this.skipAnsiCQuoted();
						continue;
					}
					if (next === 123) {
						quotes.push({
							close: 125,
							depth
						});
						parameterDepth++;
						this.pos++;
					} else if (next === 40) {
						this.pos++;
						ch = 40;
						commandOpen = true;
					} else if (next === 36) {
						this.pos += src.charCodeAt(this.pos + 2) === 40 ? 1 : 2;
						continue;
					}
				}
				if (!reported && this._nestingDepth + Math.max(quotedDepth, parameterDepth) > 256) {
					this.errors.push({
						message: "maximum word nesting depth exceeded",
						pos: this.pos
					});
					reported = true;
				}
				if (!commandOpen) {
					this.pos++;
					while (this.pos < len) {
						const c = src.charCodeAt(this.pos);
						if (c === 92 || c === 34 || c === 36 || c === 96 || c === 125 || c === 39) break;
						this.pos++;
					}
					continue;
				}
			}
			if (ch === 35 && lastParenEnd !== -1 && !arithExtent && arithBase < 0 && useGrammar && !checkedGrammar && this._nestingDepth + (scripts?.length ?? 0) < 256 && skipBlanks(src, lastParenEnd, len) === this.pos) {
				checkedGrammar = true;
				const scope = scripts?.[scripts.length - 1];
				const end = this.findSubstitutionEnd(scope?.start ?? start, len, this._nestingDepth + (scripts?.length ?? 0) + 1);
				if (end !== -1) {
					if (scope === void 0) {
						this.pos = end;
						return bt ? src.slice(start, end - 1) : "";
					}
					this.pos = end - 1;
					depth = scope.depth + 1;
					caseDepth = 0;
					caseParens = 0;
					wordStartAfterParen.length = scope.parens + 1;
					ch = 41;
				}
			}
			if (ch === 40) {
				const prev = this.pos > start && this.pos !== escapedEnd ? src.charCodeAt(this.pos - 1) : 0;
				const commandDollarPos = prev === 36 ? this.pos - 1 : this.pos === continuedParenPos ? continuedDollarPos : -1;
				const wordParen = commandDollarPos !== -1 || prev === 60 || prev === 62 || prev === 61 || prev === 64 || prev === 63 || prev === 42 || prev === 43 || prev === 33 || prev === 40 && wordStartAfterParen[wordStartAfterParen.length - 1] === false || arithExtent && this.pos === start;
				const script = commandDollarPos !== -1 && src.charCodeAt(this.pos + 1) !== 40 || (prev === 60 || prev === 62) && arithBase < 0 && !arithExtent;
				if (script) {
					(scripts ?? (scripts = [])).push({
						start: this.pos + 1,
						dollar: commandDollarPos,
						depth,
						parens: wordStartAfterParen.length,
						caseDepth,
						caseParens,
						arithBase,
						arithExtent,
						substitutions,
						checkedGrammar,
						pendingDelims
					});
					caseDepth = 0;
					caseParens = 0;
					arithBase = -1;
					arithExtent = false;
					checkedGrammar = false;
					pendingDelims = null;
				}
				wordStartAfterParen.push(!wordParen);
				wordStart = true;
				if (!script && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 40) arithBase = depth;
				if (commandDollarPos !== -1) {
					if (script) substitutions++;
					else (arithmeticOpens ?? (arithmeticOpens = [])).push(depth);
					if (substitutions + (arithmeticOpens?.length ?? 0) + this._nestingDepth + (quoteOnly ? 0 : 1) > 256 && !reported) {
						this.errors.push({
							message: "maximum command substitution nesting depth exceeded",
							pos: commandDollarPos
						});
						reported = true;
					}
				}
				continuedDollarPos = -1;
				continuedParenPos = -1;
				depth++;
				if (caseDepth > 0) caseParens++;
				this.pos++;
			} else if (ch === 41) {
				if (caseDepth > 0 && caseParens === 0) {
					this.pos++;
					wordStart = true;
				} else {
					if (caseDepth > 0) caseParens--;
					depth--;
					if (depth === 0 && !quoteOnly) {
						const result = bt ? src.slice(start, this.pos) : "";
						this.pos++;
						return result;
					}
					if (depth <= arithBase) arithBase = -1;
					if (arithmeticOpens !== void 0) while (arithmeticOpens.length > 0 && arithmeticOpens[arithmeticOpens.length - 1] >= depth) arithmeticOpens.pop();
					wordStart = wordStartAfterParen.pop() ?? true;
					this.pos++;
					const scope = scripts?.[scripts.length - 1];
					if (scope !== void 0 && scope.depth === depth) {
						scripts.pop();
						caseDepth = scope.caseDepth;
						caseParens = scope.caseParens;
						arithBase = scope.arithBase;
						arithExtent = scope.arithExtent;
						substitutions = scope.substitutions;
						checkedGrammar = scope.checkedGrammar;
						pendingDelims = scope.pendingDelims;
					}
				}
				lastParenEnd = this.pos;
			} else if (ch === 92) {
				if (this.pos > start && src.charCodeAt(this.pos - 1) === 36) {
					const logicalPos = skipLineContinuations(src, this.pos, len);
					if (logicalPos > this.pos && src.charCodeAt(logicalPos) === 40 && src.charCodeAt(logicalPos + 1) !== 40) {
						continuedDollarPos = this.pos - 1;
						continuedParenPos = logicalPos;
					}
				}
				this.pos++;
				if (this.pos < len) {
					if (src.charCodeAt(this.pos) !== 10) wordStart = false;
					this.pos++;
				}
				escapedEnd = this.pos;
			} else if (ch === 36) {
				const next = src.charCodeAt(++this.pos);
				if (next === 39) {
					this.pos++;
					this.skipAnsiCQuoted();
				} else if (next === 36) this.pos++;
				else if (next === 123 && !isBraceCommandOpener(src.charCodeAt(this.pos + 1))) {
					quotes.push({
						close: 125,
						depth
					});
					parameterDepth++;
					this.pos++;
				}
				wordStart = false;
			} else if (ch === 39) {
				this.pos++;
				this.skipSQ();
				wordStart = false;
			} else if (ch === 34) {
				quotes.push({
					close: 34,
					depth
				});
				quotedDepth++;
				this.pos++;
				wordStart = false;
			} else if (ch === 96) {
				this.pos++;
				while (this.pos < len && src.charCodeAt(this.pos) !== 96) {
					if (src.charCodeAt(this.pos) === 92) this.pos++;
					if (this.pos < len) this.pos++;
				}
				if (this.pos < len) this.pos++;
				wordStart = false;
			} else if (ch === 60 && arithBase < 0 && this.pos + 1 < len && src.charCodeAt(this.pos + 1) === 60) {
				if (this.pos + 2 < len && src.charCodeAt(this.pos + 2) === 60) this.pos += 3;
				else {
					this.pos += 2;
					const strip = this.pos < len && src.charCodeAt(this.pos) === 45;
					if (strip) this.pos++;
					this.skipSpacesAndTabs();
					this.readHereDocDelimiter();
					if (this._hereDelim || this._hereQuoted) (pendingDelims ?? (pendingDelims = [])).push({
						delimiter: this._hereDelim,
						strip,
						quoted: this._hereQuoted
					});
				}
				wordStart = false;
			} else if (ch === 10 && pendingDelims) {
				this.pos++;
				for (const hd of pendingDelims) this.skipHereDocBody(hd.delimiter, hd.strip, true, hd.quoted);
				pendingDelims = null;
				wordStart = true;
			} else if (ch === 35 && arithBase < 0 && !arithExtent && wordStart) while (this.pos < len && src.charCodeAt(this.pos) !== 10) this.pos++;
			else {
				const wStart = this.pos;
				while (this.pos < len) {
					const wc = src.charCodeAt(this.pos);
					if (wc < 128 && charType[wc]) break;
					this.pos++;
				}
				if (this.pos > wStart) {
					if (this.pos - wStart === 4 && wordStart && arithBase < 0 && !arithExtent) {
						const c0 = src.charCodeAt(wStart);
						if (c0 === 99 && src.charCodeAt(wStart + 1) === 97 && src.charCodeAt(wStart + 2) === 115 && src.charCodeAt(wStart + 3) === 101) caseDepth++;
						else if (c0 === 101 && src.charCodeAt(wStart + 1) === 115 && src.charCodeAt(wStart + 2) === 97 && src.charCodeAt(wStart + 3) === 99 && caseDepth > 0) {
							caseDepth--;
							if (caseDepth === 0) caseParens = 0;
						}
					}
					wordStart = false;
				} else {
					const wc = src.charCodeAt(this.pos);
					wordStart = wc < 128 && (charType[wc] & 1) !== 0;
					this.pos++;
				}
			}
		}
		this._unbalanced = true;
		if (quoteOnly && scripts !== void 0 && scripts.length > 0) this.errors.push({
			message: "unterminated command substitution",
			pos: scripts[0].dollar
		});
		return bt ? src.slice(start, this.pos) : "";
	}
};

// node_modules/unbash/dist/arithmetic.js
function opPrec(op) {
	switch (op) {
		case ",": return 1;
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=": return 2;
		case "||": return 4;
		case "&&": return 5;
		case "|": return 6;
		case "^": return 7;
		case "&": return 8;
		case "==":
		case "!=": return 9;
		case "<":
		case "<=":
		case ">":
		case ">=": return 10;
		case "<<":
		case ">>": return 11;
		case "+":
		case "-": return 12;
		case "*":
		case "/":
		case "%": return 13;
		case "**": return 14;
		case "?": return 3;
		default: return -1;
	}
}
function trimEnd(src, start, end) {
	while (end > start) {
		const c = src.charCodeAt(end - 1);
		if (c !== 32 && c !== 9 && c !== 10) break;
		end--;
	}
	return end;
}
function opRightAssoc(op) {
	switch (op) {
		case "=":
		case "+=":
		case "-=":
		case "*=":
		case "/=":
		case "%=":
		case "<<=":
		case ">>=":
		case "&=":
		case "|=":
		case "^=":
		case "**": return true;
		default: return false;
	}
}
function parseArithmeticExpression(src, offset = 0, collector, nestingDepth = 0) {
	let pos = 0;
	const len = src.length;
	const initialWordCount = collector?.embeddedWords.length ?? 0;
	function makeWord(start, end, embedded = false) {
		const node = {
			type: "ArithmeticWord",
			pos: start + offset,
			end: end + offset,
			value: src.slice(start, end),
			parts: void 0
		};
		if (embedded) collector?.embeddedWords.push(node);
		return node;
	}
	function skipWS() {
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c === 32 || c === 9 || c === 10) pos++;
			else break;
		}
	}
	function tryReadBinOp() {
		if (pos >= len) return null;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		const nnc = pos + 2 < len ? src.charCodeAt(pos + 2) : 0;
		switch (c) {
			case 44:
				pos++;
				return ",";
			case 61:
				if (nc === 61) {
					pos += 2;
					return "==";
				}
				pos++;
				return "=";
			case 33:
				if (nc === 61) {
					pos += 2;
					return "!=";
				}
				return null;
			case 60:
				if (nc === 60) {
					if (nnc === 61) {
						pos += 3;
						return "<<=";
					}
					pos += 2;
					return "<<";
				}
				if (nc === 61) {
					pos += 2;
					return "<=";
				}
				pos++;
				return "<";
			case 62:
				if (nc === 62) {
					if (nnc === 61) {
						pos += 3;
						return ">>=";
					}
					pos += 2;
					return ">>";
				}
				if (nc === 61) {
					pos += 2;
					return ">=";
				}
				pos++;
				return ">";
			case 43:
				if (nc === 61) {
					pos += 2;
					return "+=";
				}
				if (nc === 43) return null;
				pos++;
				return "+";
			case 45:
				if (nc === 61) {
					pos += 2;
					return "-=";
				}
				if (nc === 45) return null;
				pos++;
				return "-";
			case 42:
				if (nc === 42) {
					pos += 2;
					return "**";
				}
				if (nc === 61) {
					pos += 2;
					return "*=";
				}
				pos++;
				return "*";
			case 47:
				if (nc === 61) {
					pos += 2;
					return "/=";
				}
				pos++;
				return "/";
			case 37:
				if (nc === 61) {
					pos += 2;
					return "%=";
				}
				pos++;
				return "%";
			case 124:
				if (nc === 124) {
					pos += 2;
					return "||";
				}
				if (nc === 61) {
					pos += 2;
					return "|=";
				}
				pos++;
				return "|";
			case 38:
				if (nc === 38) {
					pos += 2;
					return "&&";
				}
				if (nc === 61) {
					pos += 2;
					return "&=";
				}
				pos++;
				return "&";
			case 94:
				if (nc === 61) {
					pos += 2;
					return "^=";
				}
				pos++;
				return "^";
			case 63:
				pos++;
				return "?";
			default: return null;
		}
	}
	function skipTruncatedUnary() {
		skipWS();
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c !== 33 && c !== 126 && c !== 43 && c !== 45) break;
			if (src.charCodeAt(pos + 1) === 61) break;
			pos++;
			skipWS();
		}
		if (src.charCodeAt(pos) === 40) {
			let groups = 1;
			pos++;
			while (pos < len && groups > 0) {
				const wordEnd = collector?.findArithmeticWordEnd?.(pos + offset, offset + len) ?? pos + offset;
				if (wordEnd > pos + offset) {
					pos = wordEnd - offset;
					continue;
				}
				const c = src.charCodeAt(pos++);
				if (c === 40) groups++;
				else if (c === 41) groups--;
			}
		} else if (pos < len && src.charCodeAt(pos) !== 41 && src.charCodeAt(pos) !== 58) parseAtom(0);
		skipWS();
		const c = src.charCodeAt(pos);
		if ((c === 43 || c === 45) && src.charCodeAt(pos + 1) === c) pos += 2;
	}
	function recoverExpression(minPrec) {
		skipWS();
		const start = pos;
		if (start === len) return makeWord(start, start);
		const wordCount = collector?.embeddedWords.length ?? 0;
		let ternaries = 0;
		for (;;) {
			skipTruncatedUnary();
			skipWS();
			if (src.charCodeAt(pos) === 58 && ternaries > 0) {
				ternaries--;
				pos++;
				continue;
			}
			const saved = pos;
			const op = tryReadBinOp();
			if (op === null || ternaries === 0 && opPrec(op) < minPrec) {
				pos = saved;
				break;
			}
			if (op === "?") ternaries++;
		}
		if (collector) collector.embeddedWords.length = wordCount;
		return makeWord(start, trimEnd(src, start, pos));
	}
	function parseBinExpr(minPrec, depth) {
		if (depth > 256) return recoverExpression(minPrec);
		let left = parseUnaryExpr(depth);
		while (true) {
			skipWS();
			if (pos >= len) break;
			const saved = pos;
			const op = tryReadBinOp();
			if (!op) break;
			if (op === "?") {
				if (opPrec(op) < minPrec) {
					pos = saved;
					break;
				}
				const consequent = parseBinExpr(1, depth + 1);
				skipWS();
				if (pos < len && src.charCodeAt(pos) === 58) pos++;
				const alternate = parseBinExpr(3, depth + 1);
				left = {
					type: "ArithmeticTernary",
					pos: left.pos,
					end: alternate.end,
					test: left,
					consequent,
					alternate
				};
				continue;
			}
			const prec = opPrec(op);
			if (prec < minPrec) {
				pos = saved;
				break;
			}
			const right = parseBinExpr(opRightAssoc(op) ? prec : prec + 1, depth + 1);
			left = {
				type: "ArithmeticBinary",
				pos: left.pos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		return left;
	}
	function parseUnaryExpr(depth) {
		skipWS();
		if (depth > 256) return recoverExpression(15);
		if (pos >= len) return makeWord(pos, pos);
		const start = pos;
		const c = src.charCodeAt(pos);
		const nc = pos + 1 < len ? src.charCodeAt(pos + 1) : 0;
		if (c === 43 && nc === 43) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "++",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc === 45) {
			pos += 2;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "--",
				operand,
				prefix: true
			};
		}
		if (c === 33) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "!",
				operand,
				prefix: true
			};
		}
		if (c === 126) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "~",
				operand,
				prefix: true
			};
		}
		if (c === 43 && nc !== 43 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "+",
				operand,
				prefix: true
			};
		}
		if (c === 45 && nc !== 45 && nc !== 61) {
			pos++;
			const operand = parseUnaryExpr(depth + 1);
			return {
				type: "ArithmeticUnary",
				pos: start + offset,
				end: operand.end,
				operator: "-",
				operand,
				prefix: true
			};
		}
		return parsePostfixExpr(depth);
	}
	function parsePostfixExpr(depth) {
		const operand = parseAtom(depth);
		skipWS();
		if (pos + 1 < len) {
			const c = src.charCodeAt(pos);
			const nc = src.charCodeAt(pos + 1);
			if (c === 43 && nc === 43) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "++",
					operand,
					prefix: false
				};
			}
			if (c === 45 && nc === 45) {
				pos += 2;
				return {
					type: "ArithmeticUnary",
					pos: operand.pos,
					end: pos + offset,
					operator: "--",
					operand,
					prefix: false
				};
			}
		}
		return operand;
	}
	function parseAtom(depth) {
		skipWS();
		if (pos >= len) return makeWord(pos, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			const start = pos;
			pos++;
			const expr = parseBinExpr(0, depth + 1);
			skipWS();
			if (pos < len && src.charCodeAt(pos) === 41) pos++;
			return {
				type: "ArithmeticGroup",
				pos: start + offset,
				end: pos + offset,
				expression: expr
			};
		}
		if (c === 36) {
			const start = pos;
			const wordCount = collector?.embeddedWords.length ?? 0;
			const atom = readDollarAtom();
			const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
			if (wordEnd > pos + offset) {
				if (collector) collector.embeddedWords.length = wordCount;
				pos = wordEnd - offset;
				return makeWord(start, pos, true);
			}
			return atom;
		}
		if (c === 96 || c === 34 || c === 39) {
			const start = pos;
			pos = (collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? start + offset + 1) - offset;
			return makeWord(start, pos, true);
		}
		const start = pos;
		const wordCount = collector?.embeddedWords.length ?? 0;
		const atom = readWordAtom();
		const wordEnd = collector?.findArithmeticWordEnd?.(start + offset, offset + len) ?? pos + offset;
		if (wordEnd > pos + offset) {
			if (collector) collector.embeddedWords.length = wordCount;
			pos = wordEnd - offset;
			return makeWord(start, pos, true);
		}
		return atom;
	}
	function readDollarAtom() {
		const start = pos;
		pos++;
		if (pos >= len) return makeWord(start, pos);
		const c = src.charCodeAt(pos);
		if (c === 40) {
			if (pos + 1 < len && src.charCodeAt(pos + 1) === 40) {
				const expansionEnd = collector?.findArithmeticExpansionEnd(start + offset, offset + len) ?? -1;
				if (expansionEnd !== -1) pos = expansionEnd - offset;
				else {
					pos += 2;
					let depth = 1;
					while (pos < len && depth > 0) if (src.charCodeAt(pos) === 40 && src.charCodeAt(pos + 1) === 40) {
						depth++;
						pos += 2;
					} else if (src.charCodeAt(pos) === 41 && src.charCodeAt(pos + 1) === 41) {
						depth--;
						pos += 2;
					} else pos++;
				}
			} else {
				pos++;
				const close = collector?.findClosingParenthesis(pos + offset, offset + len) ?? -1;
				if (close !== -1) pos = close - offset + 1;
				else {
					let depth = 1;
					while (pos < len && depth > 0) {
						const ch = src.charCodeAt(pos++);
						if (ch === 40) depth++;
						else if (ch === 41) depth--;
					}
				}
				const text = src.slice(start, pos);
				return collector ? collector.commandExpansion(start + offset, pos + offset, text) : new ScriptExpansionImpl("ArithmeticCommandExpansion", start + offset, pos + offset, text);
			}
		} else if (c === 123) {
			const close = collector?.findClosingBrace(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const ch = src.charCodeAt(pos++);
					if (ch === 123) depth++;
					else if (ch === 125) depth--;
				}
			}
		} else while (pos < len) {
			const ch = src.charCodeAt(pos);
			if (ch >= 97 && ch <= 122 || ch >= 65 && ch <= 90 || ch >= 48 && ch <= 57 || ch === 95) pos++;
			else break;
		}
		return makeWord(start, pos, c === 40 || c === 123);
	}
	function readWordAtom() {
		const start = pos;
		while (pos < len) {
			const c = src.charCodeAt(pos);
			if (c >= 48 && c <= 57 || c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 95 || c === 35) pos++;
			else break;
		}
		if (pos > start && pos < len && src.charCodeAt(pos) === 91) {
			const close = collector?.findClosingBracket?.(pos + offset + 1, offset + len) ?? -1;
			if (close !== -1) pos = close - offset + 1;
			else {
				pos++;
				let depth = 1;
				while (pos < len && depth > 0) {
					const c = src.charCodeAt(pos);
					if (c === 91) depth++;
					else if (c === 93) depth--;
					pos++;
				}
			}
			return makeWord(start, pos, true);
		}
		if (pos === start) {
			pos++;
			return makeWord(start, pos);
		}
		return makeWord(start, pos);
	}
	skipWS();
	if (pos >= len) return null;
	const start = pos;
	const result = parseBinExpr(0, nestingDepth);
	skipWS();
	if (pos < len) {
		if (collector) collector.embeddedWords.length = initialWordCount;
		return makeWord(start, trimEnd(src, start, len), collector !== void 0);
	}
	return result;
}

// node_modules/unbash/dist/parts.js
const computeBareWordParts = (_source, word) => hasGlobCharacters(word.text) ? parseGlobParts(word.text, 0, word.text.length, void 0, word.pos) : void 0;
function wordPartsResolver(context) {
	return context.wordParts ?? (context.wordParts = (source, word, depth) => computeWordParts(source, word, depth, context));
}
function embeddedPartsResolver(context) {
	return context.embeddedParts ?? (context.embeddedParts = (source, word, depth) => computeEmbeddedWordParts(source, word, depth, context));
}
function arrayPartsResolver(context) {
	return context.arrayParts ?? (context.arrayParts = (source, word, depth) => computeArrayElementParts(source, word, depth, context));
}
/**
* Compute the structural parts of a word by re-scanning the source.
* This is the "cold path" — only called when consumers actually need parts.
*
* Returns undefined for simple words (no quotes, expansions, or special structure).
*/
function computeWordParts(source, word, depth = 0, context = createSubstitutionContext()) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildWordParts(word.pos) ?? void 0;
}
/** Compute structural parts for a word-like span that may contain shell operators or whitespace. */
function computeEmbeddedWordParts(source, word, depth = 0, context, arithmetic = false) {
	if (!hasEmbeddedWordStructure(source, word.pos, word.end)) return void 0;
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildEmbeddedWordParts(word.pos, arithmetic) ?? void 0;
}
function computeArrayElementParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildArrayElementParts(word.pos) ?? void 0;
}
/**
* Compute parts for an unquoted heredoc body.
* Heredoc bodies use different scanning rules than shell words: newlines are
* literal and single/double quotes have no special meaning.
*/
function computeHereDocBodyParts(source, word, depth = 0, context) {
	const lexer = new Lexer(source, word.pos, word.end, false, context);
	lexer._nestingDepth = depth;
	return lexer.buildHereDocParts(word.pos, word.end) ?? void 0;
}

// node_modules/unbash/dist/arithmetic-parts.js
function parseArithmeticWithParts(body, offset, source, depth, context, embeddedDepth = depth) {
	if (!hasEmbeddedWordStructure(source, offset, offset + body.length)) return parseArithmeticExpression(body, offset, void 0, depth) ?? void 0;
	const embeddedWords = [];
	const lexer = new Lexer(source, 0, source.length, false, context);
	lexer._nestingDepth = depth;
	const expression = parseArithmeticExpression(body, offset, {
		embeddedWords,
		commandExpansion: (pos, end, text) => new ScriptExpansionImpl("ArithmeticCommandExpansion", pos, end, text, {
			source,
			start: pos + 2,
			end: end - 1,
			depth: depth + 1,
			parenBoundary: true,
			context
		}),
		findClosingBracket: (start, end) => lexer.findClosingBracket(start, end),
		findClosingBrace: (start, end) => lexer.findClosingBrace(start, end),
		findClosingParenthesis: (start, end) => lexer.findClosingParenthesis(start, end),
		findArithmeticExpansionEnd: (start, end) => lexer.findArithmeticExpansionEnd(start, end),
		findArithmeticWordEnd: (start, end) => lexer.findArithmeticWordEnd(start, end)
	}, depth) ?? void 0;
	if (embeddedDepth <= 256) for (const node of embeddedWords) node.parts = computeEmbeddedWordParts(source, node, embeddedDepth, context, true);
	return expression;
}

// node_modules/unbash/dist/assignment.js
var ArrayValueImpl = class {
	type = "ArrayValue";
	pos;
	end;
	#source;
	#depth;
	#context;
	#elements;
	constructor(source, pos, end, depth, context) {
		this.pos = pos;
		this.end = end;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get elements() {
		if (this.#elements) return this.#elements;
		const lexer = new Lexer(this.#source, this.pos + 1, this.end - 1, false, this.#context);
		lexer._nestingDepth = this.#depth;
		const elements = [];
		while (lexer.peek(LexContext.ArrayElement).token !== Token.EOF) {
			const token = lexer.next(LexContext.ArrayElement);
			if (token.token !== Token.Word && token.token !== Token.Assignment) continue;
			const text = token.raw ? token.value : this.#source.slice(token.pos, token.end);
			const indexed = text.charCodeAt(0) === 91;
			const context = lexer.getSubstitutionContext();
			const source = !indexed && token.raw && token.keywordEligible ? void 0 : this.#source;
			const resolver = source === void 0 ? computeBareWordParts : indexed ? arrayPartsResolver(context) : wordPartsResolver(context);
			elements.push(new WordImpl(text, token.pos, token.end, source, resolver, this.#depth));
		}
		this.#elements = elements;
		return elements;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			elements: this.elements
		};
	}
};
var AssignmentImpl = class {
	type = "Assignment";
	pos;
	end;
	text;
	#source;
	#depth;
	#context;
	#operatorPos;
	#name = null;
	#append;
	#index;
	#value = null;
	constructor(text, pos, end, source, operatorPos, depth, context) {
		this.pos = pos;
		this.end = end;
		this.text = text;
		this.#source = source;
		this.#operatorPos = operatorPos;
		this.#depth = depth;
		this.#context = context;
	}
	get name() {
		return this.#name ?? this.resolveTarget();
	}
	get append() {
		if (this.#name === null) this.resolveTarget();
		return this.#append;
	}
	get index() {
		if (this.#name === null) this.resolveTarget();
		return this.#index;
	}
	get value() {
		if (this.#value !== null) return this.#value;
		const start = this.#operatorPos + 1;
		const arrayStart = skipLineContinuations(this.#source, start, this.end);
		this.#value = this.#source.charCodeAt(arrayStart) === 40 && this.#source.charCodeAt(this.end - 1) === 41 ? new ArrayValueImpl(this.#source, arrayStart, this.end, this.#depth, this.#context) : new WordImpl(this.#source.slice(start, this.end), start, this.end, this.#source, wordPartsResolver(this.#context), this.#depth);
		return this.#value;
	}
	resolveTarget() {
		const equal = this.#operatorPos - this.pos;
		let nameEnd = equal;
		let appendPos = equal;
		while (appendPos >= 2 && this.text.charCodeAt(appendPos - 2) === 92 && this.text.charCodeAt(appendPos - 1) === 10) appendPos -= 2;
		if (this.text.charCodeAt(appendPos - 1) === 43) {
			this.#append = true;
			nameEnd = appendPos - 1;
		}
		const bracket = this.text.indexOf("[");
		if (bracket > 0 && bracket < nameEnd) {
			const close = this.text.lastIndexOf("]", equal);
			if (close > bracket) {
				const start = this.pos + bracket + 1;
				const end = this.pos + close;
				this.#index = new WordImpl(this.#source.slice(start, end), start, end, this.#source, embeddedPartsResolver(this.#context), this.#depth);
				nameEnd = bracket;
			}
		}
		const name = this.text.slice(0, nameEnd);
		return this.#name = name.includes("\\\n") ? name.split("\\\n").join("") : name;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			name: this.name,
			append: this.append,
			index: this.index,
			value: this.value
		};
	}
};

// node_modules/unbash/dist/command.js
const isArgument = (item) => item.type === "Word" || item.type === "Assignment";
var CommandImpl = class {
	type = "Command";
	pos;
	end;
	name;
	prefix;
	suffix;
	#args;
	#redirects;
	constructor(pos, end, name, prefix, suffix) {
		this.pos = pos;
		this.end = end;
		this.name = name;
		this.prefix = prefix;
		this.suffix = suffix;
	}
	get args() {
		if (this.#args === void 0) {
			const suffix = this.suffix;
			this.#args = suffix.every(isArgument) ? suffix : suffix.filter(isArgument);
		}
		return this.#args;
	}
	get redirects() {
		if (this.#redirects === void 0) {
			const redirects = [];
			for (const item of this.prefix) if (item.type !== "Assignment") redirects.push(item);
			for (const item of this.suffix) if (!isArgument(item)) redirects.push(item);
			this.#redirects = redirects;
		}
		return this.#redirects;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			name: this.name,
			prefix: this.prefix,
			suffix: this.suffix
		};
	}
};

// node_modules/unbash/dist/heredoc.js
var HereDocBodyImpl = class {
	type = "HereDocBody";
	pos;
	end;
	text = "";
	#source;
	#depth;
	#context;
	#parts;
	constructor(source, pos, quoted, depth, context) {
		this.pos = pos;
		this.end = pos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
		this.#parts = quoted ? void 0 : null;
	}
	get parts() {
		if (this.#parts === null) this.#parts = computeHereDocBodyParts(this.#source, this, this.#depth, this.#context);
		return this.#parts;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			text: this.text,
			parts: this.parts
		};
	}
};

// node_modules/unbash/dist/parser.js
Lexer._findSubstitutionEnd = findSubstitutionEnd;
ScriptExpansionImpl._resolveScript = parseRegion;
ArithmeticExpansionImpl._resolveExpression = parseArithmeticWithParts;
function isDeclarationCommand(name) {
	switch (name.length) {
		case 5: return name === "local" || name === "alias";
		case 6: return name === "export";
		case 7: return name === "declare" || name === "typeset";
		case 8: return name === "readonly";
		default: return false;
	}
}
var ArithmeticCommandImpl = class {
	type = "ArithmeticCommand";
	pos;
	end;
	body;
	#source;
	#depth;
	#context;
	#expression = null;
	constructor(pos, end, body, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get expression() {
		if (this.#expression === null) this.#expression = parseArithmeticWithParts(this.body, this.pos + 2, this.#source, this.#depth, this.#context);
		return this.#expression;
	}
	set expression(v) {
		this.#expression = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			expression: this.expression,
			body: this.body
		};
	}
};
var ArithmeticForImpl = class {
	type = "ArithmeticFor";
	pos;
	end;
	body;
	#initStr;
	#testStr;
	#updateStr;
	#initPos;
	#testPos;
	#updatePos;
	#source;
	#depth;
	#context;
	#initialize = null;
	#test = null;
	#update = null;
	constructor(pos, end, body, initStr, testStr, updateStr, initPos, testPos, updatePos, source, depth, context) {
		this.pos = pos;
		this.end = end;
		this.body = body;
		this.#initStr = initStr;
		this.#testStr = testStr;
		this.#updateStr = updateStr;
		this.#initPos = initPos;
		this.#testPos = testPos;
		this.#updatePos = updatePos;
		this.#source = source;
		this.#depth = depth;
		this.#context = context;
	}
	get initialize() {
		if (this.#initialize === null) {
			if (this.#initStr) this.#initialize = parseArithmeticWithParts(this.#initStr, this.#initPos, this.#source, this.#depth, this.#context);
			else this.#initialize = void 0;
		}
		return this.#initialize;
	}
	set initialize(v) {
		this.#initialize = v ?? void 0;
	}
	get test() {
		if (this.#test === null) {
			if (this.#testStr) this.#test = parseArithmeticWithParts(this.#testStr, this.#testPos, this.#source, this.#depth, this.#context);
			else this.#test = void 0;
		}
		return this.#test;
	}
	set test(v) {
		this.#test = v ?? void 0;
	}
	get update() {
		if (this.#update === null) {
			if (this.#updateStr) this.#update = parseArithmeticWithParts(this.#updateStr, this.#updatePos, this.#source, this.#depth, this.#context);
			else this.#update = void 0;
		}
		return this.#update;
	}
	set update(v) {
		this.#update = v ?? void 0;
	}
	toJSON() {
		return {
			type: this.type,
			pos: this.pos,
			end: this.end,
			initialize: this.initialize,
			test: this.test,
			update: this.update,
			body: this.body
		};
	}
};
const CASE_TERMINATORS = {
	[Token.DoubleSemi]: ";;",
	[Token.SemiAmp]: ";&",
	[Token.DoubleSemiAmp]: ";;&"
};
const REDIRECT_OPS = {
	">": ">",
	">>": ">>",
	"<": "<",
	"<>": "<>",
	"<&": "<&",
	">&": ">&",
	">|": ">|",
	"&>": "&>",
	"&>>": "&>>"
};
const listTerminators = /* @__PURE__ */ new Uint8Array(37);
listTerminators[Token.EOF] = 1;
listTerminators[Token.RParen] = 1;
listTerminators[Token.RBrace] = 1;
listTerminators[Token.Then] = 1;
listTerminators[Token.Else] = 1;
listTerminators[Token.Elif] = 1;
listTerminators[Token.Fi] = 1;
listTerminators[Token.Do] = 1;
listTerminators[Token.Done] = 1;
listTerminators[Token.Esac] = 1;
listTerminators[Token.DoubleSemi] = 1;
listTerminators[Token.SemiAmp] = 1;
listTerminators[Token.DoubleSemiAmp] = 1;
const compoundClosers = /* @__PURE__ */ new Uint8Array(37);
compoundClosers[Token.RParen] = 1;
compoundClosers[Token.RBrace] = 1;
compoundClosers[Token.DblRBracket] = 1;
compoundClosers[Token.Fi] = 1;
compoundClosers[Token.Done] = 1;
compoundClosers[Token.Esac] = 1;
compoundClosers[Token.ArithCmd] = 1;
function isTestNegation(t) {
	return t.token === Token.Word && t.keywordEligible && t.value === "!";
}
const commandStarts = /* @__PURE__ */ new Uint8Array(37);
commandStarts[Token.Word] = 1;
commandStarts[Token.Assignment] = 1;
commandStarts[Token.Bang] = 1;
commandStarts[Token.LParen] = 1;
commandStarts[Token.LBrace] = 1;
commandStarts[Token.DblLBracket] = 1;
commandStarts[Token.If] = 1;
commandStarts[Token.For] = 1;
commandStarts[Token.While] = 1;
commandStarts[Token.Until] = 1;
commandStarts[Token.Case] = 1;
commandStarts[Token.Function] = 1;
commandStarts[Token.Select] = 1;
commandStarts[Token.ArithCmd] = 1;
commandStarts[Token.Coproc] = 1;
commandStarts[Token.Redirect] = 1;
const UNARY_TEST_OPS = {
	"-a": 1,
	"-b": 1,
	"-c": 1,
	"-d": 1,
	"-e": 1,
	"-f": 1,
	"-g": 1,
	"-h": 1,
	"-k": 1,
	"-p": 1,
	"-r": 1,
	"-s": 1,
	"-t": 1,
	"-u": 1,
	"-v": 1,
	"-w": 1,
	"-x": 1,
	"-z": 1,
	"-n": 1,
	"-o": 1,
	"-N": 1,
	"-S": 1,
	"-L": 1,
	"-G": 1,
	"-O": 1,
	"-R": 1
};
const BINARY_TEST_OPS = {
	"==": 1,
	"!=": 1,
	"=~": 1,
	"=": 1,
	"-eq": 1,
	"-ne": 1,
	"-lt": 1,
	"-le": 1,
	"-gt": 1,
	"-ge": 1,
	"-nt": 1,
	"-ot": 1,
	"-ef": 1,
	"<": 1,
	">": 1
};
const EMPTY_REDIRECTS = [];
const EMPTY_PREFIXES = [];
const EMPTY_ELIFS = [];
function parse(source) {
	return new Parser(source, 0, source.length).run();
}
function parseRegion(source, start, end, depth = 0, parenBoundary = false, context) {
	return new Parser(source, start, end, depth, parenBoundary, void 0, context).run();
}
var SubstitutionLexer = class SubstitutionLexer extends Lexer {
	boundaries;
	pending;
	context;
	constructor(source, boundary, boundaries, pending, context, parenBoundary = true) {
		super(source, boundary.start, boundary.end, parenBoundary, context);
		this._nestingDepth = boundary.depth;
		this.boundaries = boundaries;
		this.pending = pending;
		this.context = context;
	}
	fork(start, end, parenBoundary = false) {
		return new SubstitutionLexer(this.getSource(), {
			start,
			end,
			depth: this._nestingDepth
		}, this.boundaries, this.pending, this.context, parenBoundary);
	}
	findSubstitutionEnd(start, end, depth = this._nestingDepth + 1) {
		const known = this.context.boundaries?.get(start);
		if (known !== void 0) return known <= end ? known : -1;
		const boundary = this.boundaries.get(start);
		if (boundary !== void 0) return boundary <= end ? boundary : -1;
		if (!this.boundaries.has(start)) {
			this.boundaries.set(start, void 0);
			this.pending.push({
				start,
				end,
				depth
			});
		}
		return -1;
	}
};
function findSubstitutionEnd(source, start, end, depth, context) {
	const boundaries = /* @__PURE__ */ new Map([[start, void 0]]);
	const pending = [{
		start,
		end,
		depth
	}];
	while (pending.length > 0) {
		const count = pending.length;
		const boundary = pending[count - 1];
		const lexer = new SubstitutionLexer(source, boundary, boundaries, pending, context);
		const found = new Parser(source, boundary.start, boundary.end, boundary.depth, true, lexer).findSubstitutionEnd();
		if (pending.length === count) {
			boundaries.set(boundary.start, found);
			if (found !== -1) substitutionBoundaries(context).set(boundary.start, found);
			pending.pop();
		}
	}
	return boundaries.get(start) ?? -1;
}
var Parser = class {
	tok;
	source;
	start;
	end;
	depth;
	errors = null;
	syntaxDepth = 0;
	constructor(source, start, end, depth = 0, parenBoundary = false, lexer, context) {
		this.tok = lexer ?? new Lexer(source, start, end, parenBoundary, createSubstitutionContext(context));
		this.tok._nestingDepth = depth;
		this.source = source;
		this.start = start;
		this.end = end;
		this.depth = depth;
	}
	run() {
		const start = this.start;
		if (this.depth > 256) this.error("maximum substitution nesting depth exceeded", start);
		let shebang;
		if (start === 0 && this.source.charCodeAt(0) === 35 && this.source.charCodeAt(1) === 33) {
			const nl = this.source.indexOf("\n");
			shebang = nl === -1 ? this.source : this.source.slice(0, nl);
		}
		const commands = this.list();
		for (;;) {
			const unexpected = this.tok.peek(LexContext.CommandStart);
			if (unexpected.token === Token.EOF) break;
			this.unexpectedToken(unexpected);
			if (!listTerminators[unexpected.token] && unexpected.token !== Token.In) break;
			this.tok.next(LexContext.CommandStart);
			let separator = this.tok.peek(LexContext.CommandStart).token;
			if (separator !== Token.Semi && separator !== Token.Newline && separator !== Token.Amp) break;
			while (separator === Token.Semi || separator === Token.Newline || separator === Token.Amp) {
				this.tok.next(LexContext.CommandStart);
				separator = this.tok.peek(LexContext.CommandStart).token;
			}
			const recovered = this.list();
			for (let i = 0; i < recovered.length; i++) commands.push(recovered[i]);
		}
		const lexerErrors = this.tok._errors;
		if (lexerErrors !== null && lexerErrors.length > 0) {
			const errors = this.errors ?? (this.errors = []);
			for (let i = 0; i < lexerErrors.length; i++) errors.push(lexerErrors[i]);
		}
		if (this.errors !== null && this.errors.length > 1) this.errors.sort((a, b) => a.pos - b.pos);
		return {
			type: "Script",
			pos: start,
			end: this.end,
			shebang,
			commands,
			errors: this.errors ?? void 0
		};
	}
	error(message, pos) {
		(this.errors ?? (this.errors = [])).push({
			message,
			pos
		});
	}
	unexpectedToken(t) {
		this.error(`unexpected token '${t.token === Token.Newline ? "newline" : t.value}'`, t.pos);
	}
	findSubstitutionEnd() {
		this.list();
		return this.acceptEnd(Token.RParen);
	}
	skipSemi() {
		if (this.tok.peek(LexContext.Normal).token === Token.Semi) this.tok.next(LexContext.Normal);
	}
	accept(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx);
		return null;
	}
	acceptEnd(token, ctx = LexContext.Normal) {
		if (this.tok.peek(ctx).token === token) return this.tok.next(ctx).end;
		return -1;
	}
	skipNewlines(ctx = LexContext.Normal) {
		while (this.tok.peek(ctx).token === Token.Newline) this.tok.next(ctx);
	}
	doBody(hasDo) {
		const body = this.list();
		const emptyPos = hasDo ? this.emptyListPos(body) : -1;
		if (emptyPos >= 0) this.error("expected command after 'do'", emptyPos);
		return body;
	}
	emptyListPos(commands) {
		return commands.length === 0 ? this.tok.peek(LexContext.CommandStart).pos : -1;
	}
	makeStatement(command) {
		return {
			type: "Statement",
			pos: command.pos,
			end: command.end,
			command,
			background: void 0
		};
	}
	list() {
		const commands = [];
		this.skipNewlines(LexContext.CommandStart);
		let t = this.tok.peek(LexContext.CommandStart).token;
		if (listTerminators[t] || !commandStarts[t]) return commands;
		const first = this.andOr();
		if (first) commands.push(this.makeStatement(first));
		for (;;) {
			t = this.tok.peekFollow(compoundClosers).token;
			if (t !== Token.Semi && t !== Token.Newline && t !== Token.Amp) break;
			const isBackground = t === Token.Amp;
			const sepEnd = this.tok.next(LexContext.Normal).end;
			if (isBackground) {
				const stmt = commands[commands.length - 1];
				stmt.background = true;
				stmt.end = sepEnd;
			}
			this.skipNewlines(LexContext.CommandStart);
			t = this.tok.peek(LexContext.CommandStart).token;
			if (listTerminators[t] || !commandStarts[t]) break;
			const node = this.andOr();
			if (node) commands.push(this.makeStatement(node));
		}
		return commands;
	}
	andOr() {
		const first = this.pipeline();
		if (!first) return null;
		let t = this.tok.peek(LexContext.Normal).token;
		if (t !== Token.And && t !== Token.Or) return first;
		const commands = [first];
		const operators = [];
		do {
			const operatorToken = this.tok.next(LexContext.Normal);
			const operator = operatorToken.token === Token.And ? "&&" : "||";
			this.skipNewlines(LexContext.CommandStart);
			const next = this.pipeline();
			if (!next) {
				this.error(`expected command after '${operator}'`, operatorToken.end);
				break;
			}
			operators.push(operator);
			commands.push(next);
			t = this.tok.peek(LexContext.Normal).token;
		} while (t === Token.And || t === Token.Or);
		return {
			type: "AndOr",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			commands,
			operators
		};
	}
	withRedirects(command) {
		const redirects = this.collectTrailingRedirects();
		if (redirects.length === 0) return command;
		return {
			type: "Redirected",
			pos: command.pos,
			end: redirects[redirects.length - 1].end,
			command,
			redirects
		};
	}
	pipeline() {
		let prefixes;
		for (;;) {
			const token = this.tok.peek(LexContext.CommandStart);
			const isTime = token.token === Token.Word && token.keywordEligible && token.value === "time";
			if (token.token !== Token.Bang && !isTime) break;
			const prefix = this.tok.next(LexContext.CommandStart);
			const pos = prefix.pos;
			const keywordEnd = prefix.end;
			let posix;
			let endOfOptions;
			if (isTime) {
				let flag = this.tok.peek(LexContext.CommandStart);
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "-p") {
					this.tok.next(LexContext.CommandStart);
					posix = {
						pos: flag.pos,
						end: flag.end
					};
					flag = this.tok.peek(LexContext.CommandStart);
				}
				if (flag.token === Token.Word && flag.keywordEligible && flag.value === "--") {
					this.tok.next(LexContext.CommandStart);
					endOfOptions = {
						pos: flag.pos,
						end: flag.end
					};
				}
			}
			if (prefixes === void 0) prefixes = [];
			prefixes.push(isTime ? {
				type: "Time",
				pos,
				end: endOfOptions?.end ?? posix?.end ?? keywordEnd,
				keywordEnd,
				posix,
				endOfOptions
			} : {
				type: "Negation",
				pos,
				end: keywordEnd
			});
		}
		const command = this.pipelineCommands();
		if (!prefixes) return command;
		const pos = prefixes[0].pos;
		if (command?.type === "Pipeline") {
			command.prefixes = prefixes;
			command.pos = pos;
			return command;
		}
		return {
			type: "Pipeline",
			pos,
			end: command ? command.end : prefixes[prefixes.length - 1].end,
			prefixes,
			commands: command ? [command] : [],
			operators: []
		};
	}
	pipelineCommands() {
		const first = this.command();
		if (!first) return null;
		if (this.tok.peek(LexContext.Normal).token !== Token.Pipe) return first;
		const commands = [first];
		const operators = [];
		while (this.tok.peek(LexContext.Normal).token === Token.Pipe) {
			const pipeToken = this.tok.next(LexContext.Normal);
			const operator = pipeToken.value === "|&" ? "|&" : "|";
			this.skipNewlines(LexContext.CommandStart);
			const cmd = this.command();
			if (!cmd) {
				this.error(`expected command after '${operator}'`, pipeToken.end);
				break;
			}
			operators.push(operator);
			commands.push(cmd);
		}
		if (commands.length === 1) return commands[0];
		return {
			type: "Pipeline",
			pos: first.pos,
			end: commands[commands.length - 1].end,
			prefixes: EMPTY_PREFIXES,
			commands,
			operators
		};
	}
	command() {
		let compound;
		switch (this.tok.peek(LexContext.CommandStart).token) {
			case Token.LParen:
				compound = this.subshell();
				break;
			case Token.LBrace:
				compound = this.braceGroup();
				break;
			case Token.If:
				compound = this.ifClause();
				break;
			case Token.For:
				compound = this.forClause();
				break;
			case Token.While:
				compound = this.whileClause();
				break;
			case Token.Until:
				compound = this.untilClause();
				break;
			case Token.Case:
				compound = this.caseClause();
				break;
			case Token.Function: return this.functionDef();
			case Token.Select:
				compound = this.selectClause();
				break;
			case Token.DblLBracket:
				compound = this.testCommand();
				break;
			case Token.ArithCmd:
				compound = this.arithCommand();
				break;
			case Token.Coproc: return this.coprocCommand();
			case Token.Word:
			case Token.Assignment:
			case Token.Redirect: return this.simpleCommandOrFunction(false);
			default: return null;
		}
		return this.withRedirects(compound);
	}
	collectTrailingRedirects() {
		let redirects = EMPTY_REDIRECTS;
		while (this.tok.peekFollow(compoundClosers).token === Token.Redirect) {
			if (redirects === EMPTY_REDIRECTS) redirects = [];
			redirects.push(this.readRedirect(LexContext.Normal));
		}
		return redirects;
	}
	arithCommand() {
		const tok = this.tok.next(LexContext.CommandStart);
		return new ArithmeticCommandImpl(tok.pos, tok.end, tok.value, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	coprocCommand() {
		const start = this.tok.next(LexContext.CommandStart);
		const pos = start.pos;
		const first = this.tok.peek(LexContext.CommandStart);
		let name;
		if (first.token === Token.Word) {
			const lookahead = this.tok.fork(first.end, this.end);
			switch (lookahead.peek(LexContext.CommandStart).token) {
				case Token.LParen:
					lookahead.next(LexContext.CommandStart);
					if (lookahead.peek(LexContext.Normal).token !== Token.RParen) name = this.readWord(LexContext.CommandStart);
					break;
				case Token.LBrace:
				case Token.If:
				case Token.For:
				case Token.While:
				case Token.Until:
				case Token.Case:
				case Token.Select:
				case Token.DblLBracket:
				case Token.ArithCmd: name = this.readWord(LexContext.CommandStart);
			}
		}
		const cmd = first.token === Token.Word && name === void 0 ? this.simpleCommandOrFunction(true) : this.command();
		if (cmd && cmd.type !== "Function" && cmd.type !== "Coproc") return {
			type: "Coproc",
			pos,
			end: cmd.end,
			name,
			body: cmd
		};
		this.error("expected command after 'coproc'", cmd?.pos ?? start.end);
		const body = cmd ? this.makeCompoundList([this.makeStatement(cmd)]) : {
			type: "CompoundList",
			pos: start.end,
			end: start.end,
			commands: []
		};
		return {
			type: "Coproc",
			pos,
			end: body.end,
			name,
			body
		};
	}
	subshell() {
		return this.subshellBody(this.tok.next(LexContext.CommandStart).pos);
	}
	subshellBody(pos) {
		if (this.syntaxDepth >= 256) {
			this.error("maximum subshell nesting depth exceeded", pos);
			const closeEnd = this.tok.skipSubshellBody();
			if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
			return {
				type: "Subshell",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in subshell", pos);
		const closeEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
		if (closeEnd < 0) this.error("expected ')' to close subshell", this.tok.getPos());
		return {
			type: "Subshell",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	braceGroup() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum brace group nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.RBrace);
			if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
			return {
				type: "BraceGroup",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const commands = this.list();
		this.syntaxDepth--;
		if (commands.length === 0) this.error("expected command in brace group", pos);
		const closeEnd = this.acceptEnd(Token.RBrace, LexContext.Normal);
		if (closeEnd < 0) this.error("expected '}' to close brace group", this.tok.getPos());
		return {
			type: "BraceGroup",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			body: this.makeCompoundList(commands)
		};
	}
	ifClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error("maximum if nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Fi);
			if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
			return {
				type: "If",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				clause: this.makeCompoundList([]),
				then: this.makeCompoundList([]),
				elif: EMPTY_ELIFS,
				else: void 0
			};
		}
		this.syntaxDepth++;
		let command;
		let branchPos = pos;
		for (;;) {
			const clauseCommands = this.list();
			const emptyClausePos = this.emptyListPos(clauseCommands);
			const clause = this.makeCompoundList(clauseCommands);
			this.skipSemi();
			const thenToken = this.accept(Token.Then, LexContext.CommandStart);
			if (!thenToken) this.error("expected 'then'", this.tok.getPos());
			else if (emptyClausePos >= 0) this.error(`expected command after '${branchPos === pos ? "if" : "elif"}'`, emptyClausePos);
			const thenCommands = this.list();
			const then_ = this.makeCompoundList(thenCommands);
			if (thenToken && thenCommands.length === 0) {
				this.error("expected command after 'then'", this.tok.peek(LexContext.CommandStart).pos);
				then_.pos = thenToken.end;
				then_.end = thenToken.end;
			}
			if (command) {
				if (command.elif === EMPTY_ELIFS) command.elif = [];
				command.elif.push({
					type: "Elif",
					pos: branchPos,
					end: then_.end,
					clause,
					then: then_
				});
			} else command = {
				type: "If",
				pos,
				end: pos,
				clause,
				then: then_,
				elif: EMPTY_ELIFS,
				else: void 0
			};
			this.skipSemi();
			const elif = this.accept(Token.Elif, LexContext.CommandStart);
			if (!elif) break;
			branchPos = elif.pos;
		}
		if (this.accept(Token.Else, LexContext.CommandStart)) {
			const elseCommands = this.list();
			const emptyElsePos = this.emptyListPos(elseCommands);
			if (emptyElsePos >= 0) this.error("expected command after 'else'", emptyElsePos);
			command.else = this.makeCompoundList(elseCommands);
			this.skipSemi();
		}
		const closeEnd = this.acceptEnd(Token.Fi, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'fi' to close 'if'", this.tok.getPos());
		command.end = closeEnd >= 0 ? closeEnd : branchPos;
		this.syntaxDepth--;
		return command;
	}
	forClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.tok.peek(LexContext.Normal).token === Token.LParen) return this.cStyleFor(pos);
		const name = this.readRequiredWord("for");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "For",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return {
				type: "For",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return {
			type: "For",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	cStyleFor(pos) {
		const [initStr, testStr, updateStr, initPos, testPos, updatePos] = this.tok.readCStyleForExprs();
		if (this.tok.peek(LexContext.CommandStart).token === Token.Semi) this.tok.next(LexContext.CommandStart);
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return new ArithmeticForImpl(pos, bg.end, bg.body, initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum for nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
			return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList([]), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'for'", this.tok.getPos());
		return new ArithmeticForImpl(pos, closeEnd >= 0 ? closeEnd : pos, this.makeCompoundList(body), initStr, testStr, updateStr, initPos, testPos, updatePos, this.source, this.depth, this.tok.getSubstitutionContext());
	}
	whileClause() {
		return this.whileOrUntil("while");
	}
	untilClause() {
		return this.whileOrUntil("until");
	}
	whileOrUntil(kind) {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		if (this.syntaxDepth >= 256) {
			this.error(`maximum ${kind} nesting depth exceeded`, pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
			return {
				type: "While",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				kind,
				clause: this.makeCompoundList([]),
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const clauseCommands = this.list();
		const emptyClausePos = this.emptyListPos(clauseCommands);
		const clause = this.makeCompoundList(clauseCommands);
		this.skipSemi();
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		else if (emptyClausePos >= 0) this.error(`expected command after '${kind}'`, emptyClausePos);
		const body = this.doBody(hasDo);
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error(`expected 'done' to close '${kind}'`, this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "While",
			pos,
			end,
			kind,
			clause,
			body: this.makeCompoundList(body)
		};
	}
	caseClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const word = this.readRequiredWord("case");
		this.skipNewlines(LexContext.CommandStart);
		if (!this.accept(Token.In, LexContext.CommandStart)) this.error("expected 'in' after 'case' word", this.tok.getPos());
		this.skipNewlines(LexContext.CasePattern);
		if (this.syntaxDepth >= 256) {
			this.error("maximum case nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Esac);
			if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
			return {
				type: "Case",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				word,
				items: []
			};
		}
		this.syntaxDepth++;
		const items = [];
		let invalid = false;
		let t = this.tok.peek(LexContext.CasePattern).token;
		while (t !== Token.Esac && t !== Token.EOF) {
			const itemPos = this.tok.peek(LexContext.Normal).pos;
			this.accept(Token.LParen, LexContext.Normal);
			const pattern = [];
			let expectWord = true;
			let next = this.tok.peek(LexContext.Normal);
			while (next.token !== Token.RParen && next.token !== Token.EOF) {
				if (next.token === (expectWord ? Token.Word : Token.Pipe)) expectWord = !expectWord;
				else if (!invalid) {
					this.unexpectedToken(next);
					invalid = true;
				}
				const tok = this.tok.next(LexContext.Normal);
				if (tok.token === Token.Word) pattern.push(this.toWord(tok));
				next = this.tok.peek(LexContext.Normal);
			}
			if (expectWord && next.token === Token.RParen && !invalid) {
				this.unexpectedToken(next);
				invalid = true;
			}
			const rparenEnd = this.acceptEnd(Token.RParen, LexContext.Normal);
			const cmds = this.list();
			const bodyPos = rparenEnd >= 0 ? rparenEnd : pattern.length > 0 ? pattern[pattern.length - 1].end : itemPos;
			const item = {
				type: "CaseItem",
				pos: itemPos,
				end: cmds.length > 0 ? cmds[cmds.length - 1].end : bodyPos,
				pattern,
				body: cmds.length > 0 ? this.makeCompoundList(cmds) : {
					type: "CompoundList",
					pos: bodyPos,
					end: bodyPos,
					commands: []
				},
				terminator: void 0
			};
			const after = this.tok.peek(LexContext.CommandStart);
			t = after.token;
			if (t === Token.DoubleSemi || t === Token.SemiAmp || t === Token.DoubleSemiAmp) {
				const termTok = this.tok.next(LexContext.CommandStart);
				item.terminator = CASE_TERMINATORS[termTok.token];
				item.end = termTok.end;
			} else if (t !== Token.Esac && t !== Token.EOF && !invalid) {
				this.unexpectedToken(after);
				invalid = true;
			}
			items.push(item);
			this.skipNewlines(LexContext.CasePattern);
			t = this.tok.peek(LexContext.CasePattern).token;
		}
		const closeEnd = this.acceptEnd(Token.Esac, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'esac' to close 'case'", this.tok.getPos());
		const end = closeEnd >= 0 ? closeEnd : pos;
		this.syntaxDepth--;
		return {
			type: "Case",
			pos,
			end,
			word,
			items
		};
	}
	selectClause() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readRequiredWord("select");
		let wordlist;
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.In) {
			this.tok.next(LexContext.CommandStart);
			wordlist = [];
			while (this.tok.peek(LexContext.Normal).token === Token.Word) wordlist.push(this.readWord(LexContext.Normal));
		}
		this.skipSemi();
		this.skipNewlines(LexContext.CommandStart);
		if (this.tok.peek(LexContext.CommandStart).token === Token.LBrace) {
			const bg = this.braceGroup();
			return {
				type: "Select",
				pos,
				end: bg.end,
				name,
				wordlist,
				body: bg.body
			};
		}
		const hasDo = this.accept(Token.Do, LexContext.CommandStart) !== null;
		if (!hasDo) this.error("expected 'do'", this.tok.getPos());
		if (this.syntaxDepth >= 256) {
			this.error("maximum select nesting depth exceeded", pos);
			const closeEnd = this.tok.skipCompoundBody(Token.Done);
			if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
			return {
				type: "Select",
				pos,
				end: closeEnd >= 0 ? closeEnd : pos,
				name,
				wordlist,
				body: this.makeCompoundList([])
			};
		}
		this.syntaxDepth++;
		const body = this.doBody(hasDo);
		this.syntaxDepth--;
		this.skipSemi();
		const closeEnd = this.acceptEnd(Token.Done, LexContext.CommandStart);
		if (closeEnd < 0) this.error("expected 'done' to close 'select'", this.tok.getPos());
		return {
			type: "Select",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			name,
			wordlist,
			body: this.makeCompoundList(body)
		};
	}
	testCommand() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const expr = this.parseTestOr();
		const closeEnd = this.acceptEnd(Token.DblRBracket, LexContext.TestMode);
		if (closeEnd < 0) this.error("expected ']]' to close '[['", this.tok.getPos());
		return {
			type: "TestCommand",
			pos,
			end: closeEnd >= 0 ? closeEnd : pos,
			expression: expr
		};
	}
	parseTestOr() {
		const first = this.parseTestAnd();
		if (this.tok.peek(LexContext.TestMode).token !== Token.Or) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestAnd());
		} while (this.tok.peek(LexContext.TestMode).token === Token.Or);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "||",
			operands
		};
	}
	parseTestAnd() {
		const first = this.parseTestNot();
		if (this.tok.peek(LexContext.TestMode).token !== Token.And) return first;
		const operands = [first];
		do {
			this.tok.next(LexContext.TestMode);
			operands.push(this.parseTestNot());
		} while (this.tok.peek(LexContext.TestMode).token === Token.And);
		return {
			type: "TestLogical",
			pos: first.pos,
			end: operands[operands.length - 1].end,
			operator: "&&",
			operands
		};
	}
	parseTestNot() {
		let t = this.tok.peek(LexContext.TestMode);
		if (!isTestNegation(t)) return this.parseTestPrimary();
		const negations = [];
		while (isTestNegation(t)) {
			const bang = this.tok.next(LexContext.TestMode);
			negations.push({
				type: "Negation",
				pos: bang.pos,
				end: bang.end
			});
			t = this.tok.peek(LexContext.TestMode);
		}
		const operand = this.parseTestPrimary();
		return {
			type: "TestNot",
			pos: negations[0].pos,
			end: operand.end,
			negations,
			operand
		};
	}
	parseTestPrimary() {
		if (this.tok.peek(LexContext.TestMode).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.TestMode).pos;
			if (this.syntaxDepth >= 256) {
				this.error("maximum test group nesting depth exceeded", openPos);
				const closeEnd = this.tok.skipTestGroup();
				if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
				return {
					type: "TestGroup",
					pos: openPos,
					end: closeEnd >= 0 ? closeEnd : openPos,
					expression: {
						type: "TestUnary",
						pos: openPos,
						end: openPos,
						operator: "-n",
						operand: new WordImpl("", openPos, openPos)
					}
				};
			}
			this.syntaxDepth++;
			const expr = this.parseTestOr();
			this.syntaxDepth--;
			const closeEnd = this.acceptEnd(Token.RParen, LexContext.TestMode);
			if (closeEnd < 0) this.error("expected ')' to close test group", this.tok.getPos());
			return {
				type: "TestGroup",
				pos: openPos,
				end: closeEnd >= 0 ? closeEnd : openPos,
				expression: expr
			};
		}
		const first = this.tok.next(LexContext.TestMode);
		if (first.token === Token.And || first.token === Token.Or) this.unexpectedToken(first);
		const val = first.value;
		const firstPos = first.pos;
		const firstEnd = first.end;
		if (first.keywordEligible && UNARY_TEST_OPS[val] === 1) {
			if (this.tok.peek(LexContext.TestMode).token === Token.Word) {
				const operand = this.readTestOperand();
				return {
					type: "TestUnary",
					pos: firstPos,
					end: operand.end,
					operator: val,
					operand
				};
			}
			this.error("expected operand after unary test operator", firstEnd);
			return {
				type: "TestUnary",
				pos: firstPos,
				end: firstEnd,
				operator: val,
				operand: new WordImpl("", firstEnd, firstEnd)
			};
		}
		const nt = this.tok.peek(LexContext.TestMode);
		if (nt.token === Token.Word && nt.keywordEligible && BINARY_TEST_OPS[nt.value] === 1) {
			const op = this.tok.next(LexContext.TestMode).value;
			let right;
			if (op === "=~") {
				const token = this.tok.readTestRegexWord();
				right = new WordImpl(this.source.slice(token.pos, token.end), token.pos, token.end, this.source, embeddedPartsResolver(this.tok.getSubstitutionContext()), this.depth);
			} else right = this.readTestOperand();
			const left = this.toWordFromPosEnd(first, firstPos, firstEnd);
			return {
				type: "TestBinary",
				pos: firstPos,
				end: right.end,
				operator: op,
				left,
				right
			};
		}
		const w = this.toWordFromPosEnd(first, firstPos, firstEnd);
		return {
			type: "TestUnary",
			pos: firstPos,
			end: w.end,
			operator: "-n",
			operand: w
		};
	}
	readTestOperand() {
		const t = this.tok.next(LexContext.TestMode);
		if (t.keywordEligible && (t.value === "<" || t.value === ">")) this.error(`unexpected argument '${t.value}' to conditional operator`, t.pos);
		return this.toWord(t);
	}
	functionDef() {
		const pos = this.tok.next(LexContext.CommandStart).pos;
		const name = this.readWord(LexContext.FunctionName);
		let body;
		if (this.tok.peek(LexContext.CommandStart).token === Token.LParen) {
			const openPos = this.tok.next(LexContext.CommandStart).pos;
			if (this.tok.peek(LexContext.CommandStart).token === Token.RParen) {
				this.tok.next(LexContext.CommandStart);
				this.skipNewlines(LexContext.CommandStart);
				body = this.commandAsBody();
			} else body = this.withRedirects(this.subshellBody(openPos));
		} else {
			this.skipNewlines(LexContext.CommandStart);
			body = this.commandAsBody();
		}
		return {
			type: "Function",
			pos,
			end: body.end,
			name,
			body
		};
	}
	simpleCommandOrFunction(coproc) {
		const prefix = [];
		const cmdPos = this.tok.peek(LexContext.CommandStart).pos;
		let lastEnd = cmdPos;
		let ctx = LexContext.CommandStart;
		for (;;) {
			const t = this.tok.peek(ctx).token;
			if (t === Token.Assignment) {
				const assignment = this.tok.next(ctx);
				lastEnd = assignment.end;
				prefix.push(this.parseAssignment(assignment));
			} else if (t === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				prefix.push(redirect);
				lastEnd = redirect.end;
			} else break;
			ctx = LexContext.CommandPrefix;
		}
		if (this.tok.peek(LexContext.Normal).token !== Token.Word) return new CommandImpl(cmdPos, lastEnd, void 0, prefix, []);
		const nameToken = this.tok.next(LexContext.Normal);
		const keyword = nameToken.keywordEligible ? nameToken.value : "";
		const name = this.toWord(nameToken);
		ctx = isDeclarationCommand(keyword) ? LexContext.Declaration : keyword === "eval" || keyword === "let" ? LexContext.EvalArgument : LexContext.Normal;
		lastEnd = name.end;
		const suffix = [];
		if (coproc) while (this.tok.peek(LexContext.CommandPrefix).token === Token.Assignment) {
			const token = this.tok.next(LexContext.CommandPrefix);
			const word = ctx === LexContext.Declaration ? this.parseAssignment(token) : this.toWord(token);
			suffix.push(word);
			lastEnd = word.end;
		}
		if (this.tok.peek(ctx).token === Token.LParen && suffix.length === 0) {
			this.tok.next(LexContext.Normal);
			if (this.tok.peek(LexContext.Normal).token === Token.RParen) {
				this.tok.next(LexContext.Normal);
				this.skipNewlines(LexContext.CommandStart);
				const body = this.commandAsBody();
				return {
					type: "Function",
					pos: name.pos,
					end: body.end,
					name,
					body
				};
			}
		}
		for (;;) {
			const st = this.tok.peek(ctx).token;
			if (st === Token.Word || st === Token.Assignment) {
				const token = this.tok.next(ctx);
				const w = st === Token.Assignment ? this.parseAssignment(token) : this.toWord(token);
				suffix.push(w);
				lastEnd = w.end;
			} else if (st === Token.Redirect) {
				const redirect = this.readRedirect(ctx);
				suffix.push(redirect);
				lastEnd = redirect.end;
			} else break;
		}
		return new CommandImpl(cmdPos, lastEnd, name, prefix, suffix);
	}
	readRedirect(ctx) {
		const t = this.tok.next(ctx);
		const tPos = t.pos;
		const tEnd = t.end;
		const descriptor = t.fileDescriptor !== void 0 ? {
			type: "FileDescriptor",
			pos: tPos,
			end: t.descriptorEnd,
			value: t.fileDescriptor
		} : t.variableName !== void 0 ? {
			type: "FileDescriptorVariable",
			pos: tPos,
			end: t.descriptorEnd,
			name: t.variableName
		} : void 0;
		const hasTarget = t.targetEnd > t.targetPos;
		if (!hasTarget) this.error("expected redirect target", t.targetPos);
		if (t.value === "<<" || t.value === "<<-") {
			const r = {
				type: "HereDoc",
				pos: tPos,
				end: tEnd,
				operator: t.value,
				descriptor,
				delimiter: hasTarget ? {
					type: "HereDocDelimiter",
					pos: t.targetPos,
					end: t.targetEnd,
					text: this.source.slice(t.targetPos, t.targetEnd),
					value: t.content ?? "",
					quoted: t.delimiterQuoted
				} : void 0,
				body: new HereDocBodyImpl(this.source, tEnd, t.delimiterQuoted, this.depth, this.tok.getSubstitutionContext()),
				closing: void 0
			};
			if (hasTarget) this.tok.registerHereDocTarget(r);
			return r;
		}
		const target = hasTarget ? new WordImpl(this.source.slice(t.targetPos, t.targetEnd), t.targetPos, t.targetEnd, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth) : void 0;
		return t.value === "<<<" ? {
			type: "HereString",
			pos: tPos,
			end: tEnd,
			operator: "<<<",
			descriptor,
			target
		} : {
			type: "Redirect",
			pos: tPos,
			end: tEnd,
			operator: REDIRECT_OPS[t.value] ?? ">",
			descriptor,
			target
		};
	}
	commandAsBody() {
		const cmd = this.command();
		if (cmd && cmd.type !== "Command" && cmd.type !== "Function" && cmd.type !== "Coproc") return cmd;
		this.error("expected compound command as function body", cmd?.pos ?? this.tok.getPos());
		return this.makeCompoundList(cmd ? [this.makeStatement(cmd)] : []);
	}
	readWord(ctx) {
		return this.toWord(this.tok.next(ctx));
	}
	readRequiredWord(keyword) {
		const t = this.tok.peek(LexContext.Normal);
		if (t.token === Token.Word) return this.toWord(this.tok.next(LexContext.Normal));
		if (t.token !== Token.EOF) this.error(`expected word after '${keyword}'`, t.pos);
		return new WordImpl("", t.pos, t.pos);
	}
	toWord(tok) {
		const text = tok.raw ? tok.value : this.source.slice(tok.pos, tok.end);
		const source = tok.raw && tok.keywordEligible ? void 0 : this.source;
		return new WordImpl(text, tok.pos, tok.end, source, source === void 0 ? computeBareWordParts : wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	toWordFromPosEnd(tok, pos, end) {
		if (tok.pos === pos && tok.end === end) return this.toWord(tok);
		return new WordImpl(this.source.slice(pos, end), pos, end, this.source, wordPartsResolver(this.tok.getSubstitutionContext()), this.depth);
	}
	parseAssignment(token) {
		const text = token.raw ? token.value : this.source.slice(token.pos, token.end);
		return new AssignmentImpl(text, token.pos, token.end, this.source, token.assignmentOperatorPos, this.depth, this.tok.getSubstitutionContext());
	}
	makeCompoundList(commands) {
		const p = this.tok.getPos();
		return {
			type: "CompoundList",
			pos: commands.length > 0 ? commands[0].pos : p,
			end: commands.length > 0 ? commands[commands.length - 1].end : p,
			commands
		};
	}
};

// src/release/shell-words.ts
/** The words that a word becomes: none, one, or several. */
function expandWord(word, shell) {
	return splitPieces(piecesOf(word, shell)).flatMap(({ text, isPattern }) => {
		if (!isPattern) return [text];
		const found = hasHole(text) ? null : shell.host.glob(text, shell.state.cwd);
		return found === null ? [hole$1(shell, word, "is a pattern of files")] : [...found];
	});
}
/** Longer than the words of a build; variables that double each other grow without a bound. */
const longestText = 2e4;
/** A word where the shell does not split: a value that is assigned, the word of a `case`. */
function expandText(word, shell) {
	const text = piecesOf(word, shell).map((piece) => piece.text).join("");
	return text.length > longestText && word.text.length < text.length ? hole$1(shell, word, "is too long") : text;
}
/** A word as a pattern: what is quoted stands for itself. */
function expandPattern(word, shell) {
	const pieces = piecesOf(word, shell);
	if (pieces.some(({ text, kind }) => hasHole(text) || kind !== "quoted" && !isPlainGlob(text))) return null;
	const source = pieces.map(({ text, kind }) => globToRegExp(text, {
		isLiteral: kind === "quoted",
		isLazy: false
	}));
	return new RegExp(`^(?:${source.join("")})$`, "s");
}
function piecesOf(word, shell) {
	if (word.parts === void 0) return [{
		text: word.value,
		kind: "quoted"
	}];
	return word.parts.flatMap((part) => pieceOf(part, shell));
}
function pieceOf(part, shell) {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted": return [{
			text: part.value,
			kind: "quoted"
		}];
		case "DoubleQuoted": return [{
			text: quotedText(part, shell),
			kind: "quoted"
		}];
		case "Glob": return [{
			text: part.text,
			kind: "pattern"
		}];
		default: return [{
			text: expandPart(part, shell),
			kind: "expanded"
		}];
	}
}
function quotedText(part, shell) {
	return part.parts.map((child) => child.type === "Literal" ? child.value : expandPart(child, shell)).join("");
}
function expandPart(part, shell) {
	switch (part.type) {
		case "SimpleExpansion": return valueOf(part.text.slice(1), part, shell);
		case "ParameterExpansion": return expandParameter(part, shell);
		case "CommandExpansion": return substitute(part.script, part, shell);
		default: return hole$1(shell, part, "is not evaluated");
	}
}
function hole$1(shell, { pos, text }, why) {
	return shell.host.holes.add({
		text: fillHoles(text.slice(0, 500), "…"),
		why,
		line: shell.source.lineAt(pos)
	});
}
function variable(name, shell) {
	if (name !== "PWD") return shell.state.variables.get(name);
	return {
		value: shell.state.cwd,
		line: 1,
		isExported: true,
		isOptional: false
	};
}
function valueOf(name, part, shell) {
	if (!/^[A-Za-z_]\w*$/.test(name)) return hole$1(shell, part, "is a parameter of the shell");
	return variable(name, shell)?.value ?? "";
}
function expandParameter(part, shell) {
	const { parameter, operation, prefix, index } = part;
	if (prefix !== void 0 || index !== void 0) return hole$1(shell, part, "is not evaluated");
	if (operation === void 0) return valueOf(parameter, part, shell);
	if (!/^[A-Za-z_]\w*$/.test(parameter)) return hole$1(shell, part, "is a parameter of the shell");
	const found = variable(parameter, shell);
	if (operation.type === "Default") return expandDefault(operation, {
		found,
		part
	}, shell);
	const value = found?.value ?? "";
	if (operation.type !== "Remove") return hole$1(shell, part, "is not evaluated");
	if (hasHole(value)) return valueMadeOf(value, part, shell);
	return removeAffix(value, operation, shell) ?? hole$1(shell, part, "is not evaluated");
}
function expandDefault({ operator, operand }, { found, part }, shell) {
	const value = found?.value ?? "";
	const isColon = operator.startsWith(":");
	const isAbsent = found === void 0 || found.isOptional || isColon && value === "";
	if (operator.endsWith("+")) {
		if (hasHole(value)) return valueMadeOf(value, part, shell);
		return isAbsent ? "" : expandText(operand, shell);
	}
	if (!isAbsent) return isColon && isOnlyHole(value) ? valueMadeOf(value, part, shell) : value;
	if (operator.endsWith("?")) return found?.value ?? hole$1(shell, part, "has no value");
	const text = expandText(operand, shell);
	if (operator.endsWith("=")) assign(part.parameter, text, {
		line: shell.source.lineAt(part.pos),
		shell
	});
	return text;
}
/** A value that depends on one that is not known, and not on anything else. */
function valueMadeOf(value, part, shell) {
	const first = shell.host.holes.first(value);
	return first === void 0 ? hole$1(shell, part, "is not evaluated") : shell.host.holes.add(first);
}
function isOnlyHole(value) {
	return hasHole(value) && fillHoles(value, "") === "";
}
/** `VAR=value`: a variable that is exported stays so. */
function assign(name, value, { line, shell, isExported = false }) {
	const before = shell.state.variables.get(name);
	const exported = isExported || (before?.isExported ?? false);
	shell.state.variables.set(name, {
		value,
		line,
		isExported: exported,
		isOptional: false
	});
}
function removeAffix(value, { operator, operand }, shell) {
	const text = expandText(operand, shell);
	if (hasHole(text) || !isPlainGlob(text)) return null;
	const source = globToRegExp(text, {
		isLiteral: false,
		isLazy: operator.length === 1
	});
	if (operator.startsWith("#")) return value.replace(new RegExp(`^(?:${source})`, "s"), "");
	const starts = Array.from({ length: value.length + 1 }, (_, at) => at);
	const order = operator === "%" ? starts.toReversed() : starts;
	const whole = new RegExp(`^(?:${source})$`, "s");
	const at = order.find((start) => whole.test(value.slice(start)));
	return at === void 0 ? value : value.slice(0, at);
}
/** `$(…)`: the few commands whose output follows from what is known; a hole for the others. */
function substitute(script, part, shell) {
	const [statement, ...others] = script?.commands ?? [];
	const command = statement?.command;
	if (command?.type !== "Command" || command.name === void 0) return hole$1(shell, part, "is the output of a script");
	const isBare = others.length === 0 && command.prefix.length === 0 && command.redirects.length === 0;
	const [name = "", ...args] = [command.name, ...command.args].flatMap((word) => word.type === "Word" ? expandWord(word, shell) : [word.text]);
	return (isBare && ![name, ...args].some(hasHole) ? outputOf(name, args, shell) : null) ?? hole$1(shell, part, `is the output of ${hasHole(name) ? "a command" : name}`);
}
function outputOf(name, args, { host, state }) {
	const [first = ""] = args;
	if (name === "pwd") return state.cwd;
	if (name === "echo" && !first.startsWith("-") && !args.join("").includes("\\")) return args.join(" ");
	if (name.split("/").at(-1) === "go" && first === "env" && args.length === 2) return host.goEnv(args[1] ?? "", state);
	return null;
}
function splitPieces(pieces) {
	const fields = [];
	let isOpen = false;
	for (const { text, kind } of pieces) {
		const words = kind === "expanded" ? text.split(/[ \t\n]+/) : [text];
		for (const [at, word] of words.entries()) {
			if (at > 0) isOpen = false;
			if (kind === "expanded" && word === "") continue;
			const isPattern = kind === "pattern" || kind === "expanded" && /[*?[]/.test(word);
			const before = isOpen ? fields.pop() : void 0;
			fields.push({
				text: (before?.text ?? "") + word,
				isPattern: (before?.isPattern ?? false) || isPattern
			});
			isOpen = true;
		}
	}
	return fields;
}

// src/release/shell-tests.ts
/** The status of `[ … ]` and `test …`, of its words without the brackets. */
function statusOfTest(words) {
	const [first = "", second = "", third = ""] = words;
	if (words.includes("-a") || words.includes("-o")) return "unknown";
	if (words[0] === "!") return invert(statusOfTest(words.slice(1)));
	if (words.length === 1) return statusOf(hasHole(first) ? null : first !== "");
	if (words.length === 2) return statusOf(unary(first, second));
	if (words.length === 3) return statusOf(binary(second, first, third));
	return "unknown";
}
function statusOf(result) {
	if (result === null) return "unknown";
	return result ? "ok" : "failed";
}
function invert(status) {
	if (status === "ok") return "failed";
	return status === "failed" ? "ok" : status;
}
function unary(operator, text) {
	if (hasHole(text) || !/^-[nz]$/.test(operator)) return null;
	return text === "" === (operator === "-z");
}
function binary(operator, left, right) {
	if (hasHole(left) || hasHole(right)) return null;
	if (operator === "=" || operator === "==") return left === right;
	if (operator === "!=") return left !== right;
	const [a = NaN, b = NaN] = [left, right].map((text) => /^-?\d{1,9}$/.test(text) ? Number(text) : NaN);
	if (Number.isNaN(a) || Number.isNaN(b)) return null;
	if (operator === "-eq") return a === b;
	return operator === "-ne" ? a !== b : null;
}
/** `[[ … ]]`: the comparisons that follow from what is known. */
function evaluateTest(expression, shell) {
	switch (expression.type) {
		case "TestUnary": return statusOf(unary(expression.operator, expandText(expression.operand, shell)));
		case "TestBinary": return statusOf(comparePattern(expression, shell));
		case "TestNot": {
			const status = evaluateTest(expression.operand, shell);
			return expression.negations.length % 2 === 1 ? invert(status) : status;
		}
		case "TestGroup": return evaluateTest(expression.expression, shell);
		case "TestLogical": return combine(expression.operator, expression.operands.map((operand) => evaluateTest(operand, shell)));
	}
}
function comparePattern({ operator, left, right }, shell) {
	const text = expandText(left, shell);
	if (operator !== "=" && operator !== "==" && operator !== "!=") return binary(operator, text, expandText(right, shell));
	const pattern = expandPattern(right, shell);
	if (pattern === null || hasHole(text)) return null;
	return pattern.test(text) === (operator !== "!=");
}
function combine(operator, statuses) {
	const decisive = operator === "&&" ? "failed" : "ok";
	if (statuses.includes(decisive)) return decisive;
	return statuses.includes("unknown") ? "unknown" : invert(decisive);
}

// src/release/shell-commands.ts
function going$1(status) {
	return {
		status,
		hasEnded: false
	};
}
/** Runs a simple command: assignments, what a shell has built in, `env` and the like in front of it, or a program. */
function runCommand(command, shell, nested) {
	if (shell.host.budget.left-- <= 0) {
		shell.state.doubt ??= doubtAbout$1(command, "comes after too many commands to follow", shell);
		return going$1("unknown");
	}
	const prefix = assignments(command, shell);
	const words = wordsOf$1(command, shell);
	if (words.argv.length === 0) {
		for (const [name, { value, line }] of prefix) assign(name, value, {
			line,
			shell
		});
		return going$1("presumed");
	}
	return runWords({
		command,
		words,
		prefix
	}, shell, nested);
}
function doubtAbout$1({ pos, end }, why, shell) {
	const text = shell.source.text.slice(pos, Math.min(end, pos + 200)).replaceAll(/\s+/g, " ").trim();
	return {
		text: fillHoles(text, "…"),
		why,
		line: shell.source.lineAt(pos)
	};
}
function assignments({ prefix }, shell) {
	const found = /* @__PURE__ */ new Map();
	for (const each of prefix) {
		if (each.type !== "Assignment") continue;
		const { name, value, append, pos, text } = each;
		const line = shell.source.lineAt(pos);
		const result = value.type === "Word" && append !== true && each.index === void 0 ? expandText(value, shell) : shell.host.holes.add({
			text: fillHoles(text, "…"),
			why: "is not evaluated",
			line
		});
		found.set(name, {
			value: result,
			line,
			isExported: true,
			isOptional: false
		});
	}
	return found;
}
function wordsOf$1({ name, args }, shell) {
	const argv = [];
	const lines = [];
	for (const word of name === void 0 ? [] : [name, ...args]) for (const text of expandArgument(word, shell)) {
		argv.push(text);
		lines.push(shell.source.lineAt(word.pos));
	}
	return {
		argv,
		lines
	};
}
function expandArgument(word, shell) {
	if (word.type === "Word") return expandWord(word, shell);
	const { name, value, append, text, pos } = word;
	if (value.type === "Word" && append !== true) return [`${name}=${expandText(value, shell)}`];
	return [`${name}=${shell.host.holes.add({
		text,
		why: "is not evaluated",
		line: shell.source.lineAt(pos)
	})}`];
}
function runWords(call, shell, nested) {
	const [name = "", ...args] = call.words.argv;
	if (name === "exit" || name === "return") return leave(args, call.command, shell);
	if (name === "eval") return evaluateText(call, shell, nested);
	const status = fixed.get(name) ?? (Object.hasOwn(builtins, name) ? builtins[name]?.(call, shell) : void 0);
	return status === void 0 ? runProgram(call, shell, nested) : going$1(status);
}
/** What ends always alike and sets nothing that counts here. */
const fixed = new Map([
	[":", "ok"],
	["true", "ok"],
	["false", "failed"],
	...[
		"set",
		"umask",
		"ulimit",
		"trap",
		"shift",
		"hash"
	].map((name) => [name, "presumed"])
]);
/** What a shell does itself. */
const builtins = {
	"[": ({ words }) => statusOfTest(words.argv.slice(1, -1)),
	test: ({ words }) => statusOfTest(words.argv.slice(1)),
	cd: ({ words }, shell) => changeFolder(words.argv.slice(1), shell),
	export: declareVariables,
	readonly: declareVariables,
	declare: declareVariables,
	local: declareVariables,
	typeset: declareVariables,
	unset: ({ words }, shell) => {
		for (const each of words.argv.slice(1)) shell.state.variables.delete(each);
		return "presumed";
	},
	read: ({ words, command }, shell) => {
		for (const each of words.argv.slice(1)) assign(each, hole(command, "is read from a file", shell), {
			line: shell.source.lineAt(command.pos),
			shell
		});
		return "presumed";
	},
	".": sourceFile,
	source: sourceFile,
	pushd: doubtAll,
	popd: doubtAll,
	alias: doubtAll
};
function sourceFile(call, shell) {
	startProgram(call, shell);
	return doubtAll(call, shell);
}
function doubtAll({ command }, shell) {
	shell.state.doubt ??= doubtAbout$1(command, "may set variables and is not evaluated", shell);
	return "presumed";
}
/** `eval`: its words are a script of this very shell. */
function evaluateText(call, shell, nested) {
	const { words, command } = call;
	const text = words.argv.slice(1).join(" ");
	if (hasHole(text)) {
		startProgram(call, shell);
		shell.state.doubt ??= doubtAbout$1(command, "is an unknown script", shell);
	} else shell.state = nested(plainText(text, shell.source.lineAt(command.pos)), shell);
	return going$1("presumed");
}
function hole(command, why, shell) {
	return shell.host.holes.add(doubtAbout$1(command, why, shell));
}
/** With a status other than 0 there is no image; with 0 the rest is left out. */
function leave([status = "0"], command, shell) {
	if (/^[1-9]\d*$/.test(status)) return {
		status: "failed",
		hasEnded: true
	};
	if (shell.maybe === null) return {
		status: "ok",
		hasEnded: true
	};
	shell.state.doubt ??= doubtAbout$1(command, "may leave the script before its end", shell);
	return going$1("unknown");
}
function changeFolder(args, shell) {
	const [path = "~"] = args.filter((each) => !/^-[LP]$|^--$/.test(each));
	if (path.startsWith("~") || path === "-") shell.state.cwd = shell.host.holes.add({
		text: `cd ${path}`,
		why: "is not evaluated",
		line: shell.source.lineAt(0)
	});
	else shell.state.cwd = resolvePath(shell.state.cwd, path);
	return "presumed";
}
function declareVariables({ words, command }, shell) {
	const [name, ...args] = words.argv;
	const isExported = name === "export" || args.includes("-x");
	if (args.includes("-n")) shell.state.doubt ??= doubtAbout$1(command, "is not evaluated", shell);
	for (const [at, word] of args.entries()) {
		if (word.startsWith("-")) continue;
		const [, variable = "", value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
		if (variable === "") shell.state.doubt ??= doubtAbout$1(command, "sets a variable whose name is unknown", shell);
		else if (value !== void 0 || isExported) declareVariable(variable, value, {
			line: words.lines[at + 1] ?? 1,
			shell,
			isExported
		});
	}
	return "presumed";
}
/** `export NAME` leaves the value and its line as they are; a name without a value is not in the environment. */
function declareVariable(name, value, how) {
	const before = how.shell.state.variables.get(name);
	if (value !== void 0) assign(name, value, how);
	else if (before !== void 0) how.shell.state.variables.set(name, {
		...before,
		isExported: true
	});
}
/** Programs that start another one with the rest of their words, as it is. */
const starters = /* @__PURE__ */ new Set([
	"command",
	"exec",
	"time",
	"nohup",
	"builtin"
]);
function runProgram(call, shell, nested) {
	const { words } = call;
	const [name = "", first = ""] = words.argv;
	if (starters.has(name) && !first.startsWith("-")) {
		const outcome = runWords({
			...call,
			words: withoutFirst(words, 1)
		}, shell, nested);
		return name === "exec" && shell.maybe === null ? {
			...outcome,
			hasEnded: true
		} : outcome;
	}
	if (name === "env") return runEnv(call, shell, nested);
	const script = scriptOf$1(words.argv);
	if (script !== null) return runShell(script, call, {
		shell,
		nested
	});
	return going$1(startProgram(call, shell));
}
function startProgram({ words, command, prefix }, shell) {
	const env = new Map([...exported(shell.state), ...prefix]);
	const { doubt, cwd } = shell.state;
	const { text, line } = doubtAbout$1(command, "", shell);
	const input = command.redirects.flatMap((each) => each.type === "HereDoc" ? [each.body.text] : []);
	const argv = isShellName(words.argv[0] ?? "") ? [...words.argv, ...input] : words.argv;
	return shell.host.start({
		...words,
		argv,
		env,
		cwd,
		doubt: shell.maybe ?? doubt,
		text,
		line
	});
}
function isShellName(name) {
	return /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash)$/.test(name);
}
function withoutFirst({ argv, lines }, count) {
	return {
		argv: argv.slice(count),
		lines: lines.slice(count)
	};
}
function exported(state) {
	return [...state.variables].filter(([, { isExported }]) => isExported);
}
/** `env A=B -u C command`. */
function runEnv(call, shell, nested) {
	const { words, command } = call;
	const prefix = new Map(call.prefix);
	const inner = {
		...shell,
		state: cloneState(shell.state)
	};
	let at = 1;
	for (let step = 1; step > 0; at += step) step = readEnvWord(words, at, {
		prefix,
		state: inner.state
	});
	const program = words.argv[at];
	if (program === void 0) return going$1("presumed");
	if (program.startsWith("-") || hasHole(program)) inner.state.doubt ??= doubtAbout$1(command, "is not evaluated", shell);
	return runProgram({
		command,
		prefix,
		words: withoutFirst(words, at)
	}, inner, nested);
}
/** How many words an option or assignment of env has; 0: here is the command. */
function readEnvWord({ argv, lines }, at, { prefix, state }) {
	const word = argv[at] ?? "";
	const [, name = "", value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
	if (value !== void 0) {
		prefix.set(name, {
			value,
			line: lines[at] ?? 1,
			isExported: true,
			isOptional: false
		});
		return 1;
	}
	if (word === "-u" || word.startsWith("--unset=")) {
		const gone = word === "-u" ? argv[at + 1] ?? "" : word.slice(8);
		state.variables.delete(gone);
		prefix.delete(gone);
		return word === "-u" ? 2 : 1;
	}
	if (word !== "-i" && word !== "-") return 0;
	state.variables.clear();
	return 1;
}
/** The script of `sh -c SCRIPT`; null: this is something else. */
function scriptOf$1(argv) {
	const [name = "", ...args] = argv;
	if (!isShellName(name)) return null;
	for (const [at, word] of args.entries()) {
		if (word === "-o" || args[at - 1] === "-o") continue;
		if (/^-[a-z]*c[a-z]*$/.test(word)) return args.slice(at + 1).filter((each, index, all) => each !== "-o" && all[index - 1] !== "-o").find((each) => !/^[-+][a-z]+$/.test(each)) ?? "";
		if (!word.startsWith("-")) return null;
	}
	return null;
}
function runShell(script, { command, prefix }, { shell, nested }) {
	const variables = new Map([...exported(shell.state), ...prefix]);
	const text = hasHole(script) ? fillHoles(script, "unknown") : script;
	const inner = {
		...shell,
		state: {
			...shell.state,
			variables
		}
	};
	if (hasHole(script)) inner.state.doubt ??= doubtAbout$1(command, "is an unknown script", shell);
	nested(plainText(text, shell.source.lineAt(command.pos)), inner);
	return going$1("presumed");
}

// src/release/shell-run.ts
const deepest = 40;
/**
* Follows a script of sh or bash from a state, as far as its values are known, and hands each command to the host. Both ways are
* followed where a condition is not known, and what comes of them is in doubt. Returns the state after it; throws nothing.
*/
function runScript(source, state, { host, maybe, depth }) {
	const shell = {
		host,
		source,
		state: cloneState(state),
		maybe,
		depth
	};
	const script = depth > deepest ? null : parseScript(source.text);
	if (script === null || (script.errors ?? []).length > 0) {
		const why = "is a script that cannot be parsed";
		return {
			...shell.state,
			doubt: {
				text: cut(source.text),
				why,
				line: source.lineAt(0)
			}
		};
	}
	runStatements(script.commands, shell);
	return shell.state;
}
function parseScript(text) {
	try {
		return parse(text);
	} catch {
		return null;
	}
}
/** One line of a text that is shown. */
function cut(text) {
	const line = text.replaceAll(/\s+/g, " ").trim();
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
function runStatements(statements, shell) {
	let last = {
		status: "ok",
		hasEnded: false
	};
	for (const { command, background } of statements) {
		last = background === true ? apart(shell, (inner) => runNode(command, inner)) : runNode(command, shell);
		if (last.hasEnded) return last;
	}
	return last;
}
/** In a process of its own: what it sets is gone after it. */
function apart(shell, work) {
	const { status } = work({
		...shell,
		state: cloneState(shell.state)
	});
	return {
		status,
		hasEnded: false
	};
}
function going(status) {
	return {
		status,
		hasEnded: false
	};
}
function runNode(node, shell) {
	switch (node.type) {
		case "AndOr": return runAndOr(node, shell);
		case "Pipeline": return runPipeline(node, shell);
		case "CompoundList": return runStatements(node.commands, shell);
		default: return runCompound(node, shell);
	}
}
function runCompound(node, shell) {
	switch (node.type) {
		case "Command": return runCommand(node, shell, runNested);
		case "Redirected": return runNode(node.command, shell);
		case "Subshell": return apart(shell, (inner) => runStatements(node.body.commands, inner));
		case "BraceGroup": return runStatements(node.body.commands, shell);
		case "If": return runIf([{
			clause: node.clause,
			then: node.then
		}, ...node.elif], node, shell);
		case "For": return runFor(node, shell);
		case "Case": return runCase(node, shell);
		case "TestCommand": return going(evaluateTest(node.expression, shell));
		default: return runInDoubt(node, shell);
	}
}
function runNested(source, shell) {
	return runScript(source, shell.state, {
		host: shell.host,
		maybe: shell.maybe,
		depth: shell.depth + 1
	});
}
function textOf(node, shell) {
	return cut(shell.source.text.slice(node.pos, node.end));
}
function doubtAbout(node, why, shell) {
	return {
		text: textOf(node, shell),
		why,
		line: shell.source.lineAt(node.pos)
	};
}
/** Runs what may or may not be run. What differs after it is a hole. */
function perhaps(doubt, shell, work) {
	const inner = {
		...shell,
		state: cloneState(shell.state),
		maybe: shell.maybe ?? doubt
	};
	const { hasEnded } = work(inner);
	if (hasEnded) return;
	shell.state = mergeStates(shell.state, inner.state, shell.host.holes.add(doubt));
}
function runAndOr({ commands, operators }, shell) {
	const [first, ...others] = commands;
	if (first === void 0) return going("ok");
	let last = runNode(first, shell);
	for (const [at, node] of others.entries()) {
		if (last.hasEnded) return last;
		last = runNext(node, {
			last,
			isAnd: operators[at] === "&&",
			shell
		});
	}
	return last;
}
function runNext(node, { last, isAnd, shell }) {
	const { status } = last;
	if (status === (isAnd ? "failed" : "ok")) return last;
	if (status === (isAnd ? "ok" : "failed") || isAnd && status === "presumed") return runNode(node, shell);
	perhaps(doubtAbout(node, "runs only under a condition that is not evaluated", shell), shell, (inner) => runNode(node, inner));
	return going(status === "presumed" ? "presumed" : "unknown");
}
function runPipeline({ commands, prefixes }, shell) {
	const isNegated = prefixes.some(({ type }) => type === "Negation");
	const [only, ...others] = commands;
	if (only === void 0) return going("unknown");
	if (others.length === 0) {
		const { status, hasEnded } = runNode(only, shell);
		return {
			status: isNegated ? negate(status) : status,
			hasEnded
		};
	}
	return going(commands.map((command) => apart(shell, (inner) => runNode(command, inner))).every(({ status }) => status === "ok" || status === "presumed") && !isNegated ? "presumed" : "unknown");
}
function negate(status) {
	if (status === "ok") return "failed";
	return status === "failed" ? "ok" : "unknown";
}
function runIf(branches, node, shell) {
	const [branch, ...others] = branches;
	if (branch === void 0) return node.else === void 0 ? going("ok") : runStatements(node.else.commands, shell);
	const { status, hasEnded } = runStatements(branch.clause.commands, shell);
	if (hasEnded) return {
		status,
		hasEnded
	};
	if (status === "ok") return runStatements(branch.then.commands, shell);
	if (status === "failed") return runIf(others, node, shell);
	const doubt = doubtAbout(branch.clause, "is a condition that is not evaluated", shell);
	const before = cloneState(shell.state);
	const yes = {
		...shell,
		maybe: shell.maybe ?? doubt
	};
	const first = runStatements(branch.then.commands, yes);
	const no = {
		...shell,
		state: before,
		maybe: shell.maybe ?? doubt
	};
	const second = runIf(others, node, no);
	if (first.hasEnded && second.hasEnded) return {
		status: "unknown",
		hasEnded: true
	};
	if (first.hasEnded || second.hasEnded) shell.state = first.hasEnded ? no.state : yes.state;
	else shell.state = mergeStates(yes.state, no.state, shell.host.holes.add(doubt));
	return going(bothPresumed(first, second) ? "presumed" : "unknown");
}
function bothPresumed(...ends) {
	return ends.every(({ status, hasEnded }) => hasEnded || status === "ok" || status === "presumed");
}
function runFor(node, shell) {
	const { name, wordlist, body } = node;
	const words = wordlist?.flatMap((word) => expandWord(word, shell)) ?? null;
	const isKnown = words?.every((word) => shell.host.holes.first(word) === void 0) ?? false;
	if (words === null || !isKnown || leavesLoop(body)) return runInDoubt(node, shell);
	for (const word of words) {
		if (!hasBudget(shell, doubtAbout(node, "has too many commands to follow", shell))) break;
		assign(name.value, word, {
			line: shell.source.lineAt(name.pos),
			shell
		});
		const outcome = runStatements(body.commands, shell);
		if (outcome.hasEnded) return outcome;
	}
	return going("presumed");
}
function leavesLoop(body) {
	return /"value":"(?:break|continue)"/.test(JSON.stringify(body.commands));
}
function runCase({ word, items }, shell) {
	const text = expandText(word, shell);
	const isKnown = shell.host.holes.first(text) === void 0;
	const doubt = doubtAbout(word, "decides about a case and is not evaluated", shell);
	let isOpen = !isKnown;
	const before = cloneState(shell.state);
	const ends = [];
	for (const { pattern, body, terminator } of items) {
		const patterns = pattern.map((each) => expandPattern(each, shell));
		const doesMatch = patterns.some((each) => each?.test(text) === true);
		if (patterns.includes(null) || terminator !== void 0 && terminator !== ";;") isOpen = true;
		if (!isOpen && doesMatch) return runStatements(body.commands, shell);
		if (!isOpen) continue;
		const inner = {
			...shell,
			state: cloneState(before),
			maybe: shell.maybe ?? doubt
		};
		if (!runStatements(body.commands, inner).hasEnded) ends.push(inner.state);
	}
	if (!isOpen) return going("ok");
	const hole = shell.host.holes.add(doubt);
	const [first = before, ...others] = items.some(({ pattern }) => pattern.some(({ text: each }) => each === "*")) ? ends : [before, ...ends];
	shell.state = others.reduce((one, other) => mergeStates(one, other, hole), first);
	return going("unknown");
}
/** Loops without a known end, functions and the like: their commands may run, in any state. */
function runInDoubt(node, shell) {
	const doubt = doubtAbout(node, "is not evaluated", shell);
	const body = "body" in node && typeof node.body === "object" ? node.body : null;
	if (body === null) {
		shell.state.doubt ??= doubt;
		return going("unknown");
	}
	const variable = node.type === "For" || node.type === "Select" ? node.name.value : null;
	const line = shell.source.lineAt(node.pos);
	for (let round = 0; round < 2 && hasBudget(shell, doubt); round++) perhaps(doubt, shell, (inner) => {
		if (variable !== null) assign(variable, shell.host.holes.add(doubt), {
			line,
			shell: inner
		});
		if (node.type === "While") runStatements(node.clause.commands, inner);
		return runNode(body, inner);
	});
	return going("unknown");
}
function hasBudget(shell, doubt) {
	const { left } = shell.host.budget;
	if (left <= 0) shell.state.doubt ??= doubt;
	return left > 0;
}

// src/release/dockerfile-builds.ts
/** Evaluates a command. null: it builds nothing of this repository. */
function evaluateBuild(invocation, context) {
	const { holes } = context;
	const go = readGoBuild(invocation, holes);
	if (go === null) return null;
	const { line } = invocation;
	const text = cut(fillHoles(invocation.text, "…"));
	const { packages, cwd } = go;
	if (packages.some((each) => each.includes("@"))) return null;
	const dir = folderIn(cwd, context.mappings);
	const target = targetOf(invocation, context);
	const { env, hole } = settingsOf$2(invocation, target, context);
	const own = packages.filter((each) => !hasHole(each)).map((each) => packageIn(each, dir, context));
	return {
		key: [
			line,
			fillHoles(cwd, "…"),
			...packages.map((each) => fillHoles(each, "…"))
		].join("|"),
		line,
		text,
		hole: invocation.doubt ?? go.hole ?? target.hole ?? hole ?? holes.first(cwd) ?? null,
		dir,
		packages: own,
		env,
		flags: go.flags,
		goos: target.goos,
		goarch: target.goarch,
		level: target.level,
		outputs: outputsOf(go, {
			dir,
			packages: own,
			env: invocation.env,
			context
		})
	};
}
/** A folder of another repository has a name that no file has. */
function folderIn(cwd, mappings) {
	const folder = repositoryFolder(cwd, mappings);
	return folder?.startsWith("\0") === true ? null : folder;
}
/** A path of the container as a path of the repository, relative to where go runs. */
function packageIn(name, dir, { mappings }) {
	if (!name.startsWith("/") || dir === null) return name;
	const folder = repositoryFolder(name, mappings);
	if (folder === null) return name;
	return `./${[...dir === "." ? [] : dir.split("/").map(() => ".."), folder === "." ? "" : folder].filter((part) => part !== "").join("/")}`;
}
const levels = {
	"386": "GO386",
	amd64: "GOAMD64",
	arm: "GOARM",
	arm64: "GOARM64",
	mips: "GOMIPS",
	mipsle: "GOMIPS",
	mips64: "GOMIPS64",
	mips64le: "GOMIPS64",
	ppc64: "GOPPC64",
	ppc64le: "GOPPC64",
	riscv64: "GORISCV64"
};
function levelName(goarch) {
	return Object.hasOwn(levels, goarch) ? levels[goarch] ?? "" : "";
}
/** What the command builds for. A build argument without a default in GOOS or GOARCH is the platform that is asked for. */
function targetOf({ env, line }, { platform, holes, hostArch, usesXx }) {
	const read = (name, otherwise, asked) => {
		const value = env.get(name)?.value ?? "";
		if (usesXx || holes.first(value)?.isOptional === true) return asked;
		return holes.first(value) ?? (value === "" ? otherwise : value);
	};
	const { goos, goarch } = platform;
	const os = read("GOOS", "linux", goos);
	const arch = read("GOARCH", hostArch ?? goarch, goarch);
	const hole = [os, arch].find((each) => typeof each !== "string") ?? null;
	const name = typeof arch === "string" ? levelName(arch) : "";
	const own = platform.env[name] ?? "";
	const level = name === "" ? "" : read(name, "", own);
	return {
		goos: typeof os === "string" ? os : goos,
		goarch: typeof arch === "string" ? arch : goarch,
		level: typeof level === "string" && level !== "" ? {
			name,
			value: level,
			line: env.get(name)?.line ?? line
		} : null,
		hole: hole ?? (typeof level === "string" ? null : level)
	};
}
/** GOWORK and GOPATH mode are not among what a person must type, and change what is built. */
const others = ["GOWORK", "GO111MODULE"];
function settingsOf$2({ env, argv, line }, target, { holes, usesXx }) {
	const values = Object.fromEntries([...env].map(([name, { value }]) => [name, value]));
	const names = [...Object.keys(shownVariables(values, true)), ...others.filter((name) => (values[name] ?? "") !== "")];
	const ownLevel = levelName(target.goarch);
	const settings = names.filter((name) => !Object.values(levels).includes(name) || name === ownLevel).filter((name) => name !== ownLevel).flatMap((name) => settingOf(name, env.get(name)));
	const unknown = settings.find(({ value }) => hasHole(value));
	const found = unknown === void 0 ? void 0 : holes.first(unknown.value);
	if (unknown !== void 0 && found !== void 0) {
		const text = `${unknown.name}=${fillHoles(unknown.value, found.text)}`;
		return {
			env: [],
			hole: {
				...found,
				text: cut(text),
				line: unknown.line
			}
		};
	}
	if (values.GO111MODULE === "off") return {
		env: [],
		hole: {
			text: "GO111MODULE=off",
			why: "builds without modules",
			line: env.get("GO111MODULE")?.line ?? line
		}
	};
	if (usesXx && (values.CGO_ENABLED ?? "") === "") return {
		env: [],
		hole: {
			text: argv[0] ?? "xx-go",
			why: "decides by itself whether cgo is on",
			line
		}
	};
	return {
		env: settings.filter(({ name }) => name !== "GO111MODULE"),
		hole: null
	};
}
function settingOf(name, found) {
	return found === void 0 ? [] : [{
		name,
		value: found.value,
		line: found.line
	}];
}
/** The files that a build leaves. `*` stands for a name that is not known. */
function outputsOf(go, { dir, packages, env, context }) {
	const names = programsOf(packages, dir, context);
	if (go.verb === "install") {
		const value = (name) => env.get(name)?.value ?? "";
		const bin = value("GOBIN") === "" ? `${value("GOPATH") === "" ? "/go" : value("GOPATH")}/bin` : value("GOBIN");
		const folder = resolvePath("/", fillHoles(bin, "*"));
		return names.flatMap(({ name, package: from }) => [`${folder}/${name}`, `${folder}/*/${name}`].map((path) => ({
			path,
			package: from
		})));
	}
	const cwd = fillHoles(go.cwd, "*");
	if (go.output === null) return names.length === 1 ? names.map(({ name, package: from }) => ({
		path: `${cwd}/${name}`,
		package: from
	})) : [];
	const path = resolvePath(cwd, fillHoles(go.output, "*"));
	const inFolder = names.map(({ name, package: from }) => ({
		path: resolvePath(path, name),
		package: from
	}));
	return go.output.endsWith("/") || go.output === "." || names.length > 1 ? inFolder : [{
		path,
		package: null
	}, ...inFolder];
}
function programsOf(packages, dir, { view }) {
	if (dir === null) return [{
		name: "*",
		package: null
	}];
	const [file = ""] = packages.filter((each) => each.endsWith(".go"));
	if (file !== "") return [{
		name: file.split("/").at(-1)?.replace(/\.go$/, "") ?? "*",
		package: null
	}];
	return (packages.length === 0 ? ["."] : packages).flatMap((each) => {
		const folders = foldersOfPackage(each, dir, view) ?? [];
		if (folders.length === 0) return [{
			name: "*",
			package: each
		}];
		const isPattern = each.includes("...");
		return folders.map((folder) => ({
			name: programName(folder, view) ?? "*",
			package: isPattern ? relativeTo(folder, dir) : each
		}));
	});
}
function relativeTo(folder, dir) {
	if (folder === dir) return ".";
	return `./${dir === "." ? folder : folder.startsWith(`${dir}/`) ? folder.slice(dir.length + 1) : `../${folder}`}`;
}

// src/release/dockerfile-builder.ts
const unknown = {
	libc: null,
	distribution: null,
	version: null
};
const debians = {
	jessie: "8",
	stretch: "9",
	buster: "10",
	bullseye: "11",
	bookworm: "12",
	trixie: "13",
	forky: "14"
};
const debianNames = new RegExp(`(?:^|-)(${Object.keys(debians).join("|")})(?:-|$)`);
/**
* The Debian below the images called `golang:1.N` without a distribution, where it never changed (docker-library): 12 came between
* 1.20 and 1.21, and 13 while 1.23 and 1.24 were kept.
*/
function debianOfGo(minor) {
	if (minor >= 25) return "13";
	return minor === 21 || minor === 22 ? "12" : null;
}
/** What is known of the image in which the program is linked. `value` may have holes; `installs`: packages that are added to it. */
function builderOf(value, { installs, place }) {
	const { file, line } = place;
	const image = hasHole(value) ? null : value;
	const system = systemOf(value);
	return {
		file,
		line,
		image,
		...system,
		hasCompiler: compilerIn(value, system, installs)
	};
}
function systemOf(value) {
	const { name, tag } = splitImage(value);
	const last = name.split("/").at(-1) ?? "";
	const version = tag ?? "latest";
	const alpine = /(?:^|-)alpine(\d+\.\d+)?/.exec(version);
	if (isGolang(name) && alpine !== null) return {
		libc: "musl",
		distribution: "alpine",
		version: alpine[1] ?? null
	};
	if (isGolang(name)) return golangOnDebian(version);
	if (last === "alpine") return {
		libc: "musl",
		distribution: "alpine",
		version: /^\d+\.\d+/.exec(version)?.[0] ?? null
	};
	if (last === "debian") return {
		libc: "glibc",
		distribution: "debian",
		version: debianVersion(version)
	};
	if (last === "ubuntu") return {
		libc: "glibc",
		distribution: "ubuntu",
		version: /^\d+\.\d+/.exec(version)?.[0] ?? null
	};
	if (/^(?:ubi\d*|fedora|centos|rockylinux|almalinux|amazonlinux)/.test(last)) return {
		...unknown,
		libc: "glibc"
	};
	return unknown;
}
/** The official image, or a mirror's copy of it. */
function isGolang(name) {
	return /^(?:[\w.-]+\/)*golang$/.test(name);
}
function golangOnDebian(tag) {
	const [, name = ""] = debianNames.exec(tag) ?? [];
	const glibc = {
		libc: "glibc",
		distribution: "debian"
	};
	if (name !== "") return {
		...glibc,
		version: debians[name] ?? null
	};
	if (/windowsservercore|nanoserver/.test(tag) || hasHole(tag)) return unknown;
	const minor = /^1\.(\d+)(?:\.\d+)?$/.exec(tag)?.[1];
	return {
		...glibc,
		version: minor === void 0 ? null : debianOfGo(Number(minor))
	};
}
function debianVersion(tag) {
	const [, name = ""] = debianNames.exec(tag) ?? [];
	return debians[name] ?? /^(\d+)(?:\.\d+)?(?:-slim)?$/.exec(tag)?.[1] ?? null;
}
/** Packages that are a C compiler or bring one with them. */
const compilers = /^(?:gcc|g\+\+|cc|clang|build-base|alpine-sdk|build-essential|rust|cargo|go|golang|gfortran|tcc|zig)(?:[-=<>~@\d.].*)?$/;
/** Packages that bring none: only with these alone is there none for certain. */
const harmless$1 = /^(?:git|make|bash|curl|wget|ca-certificates\S*|tzdata|upx|openssl|openssh\S*|file|tar|xz|zip|unzip|gzip|bzip2|jq|yq|coreutils|findutils|grep|sed|gawk|mailcap|libcap\S*|musl-dev|libc-dev|linux-headers|binutils\S*|nodejs\S*|npm|yarn|protoc|protobuf\S*|patch|diffutils|mercurial|subversion|gnupg|tini|su-exec|shadow|zstd|rsync|sqlite\S*|pkgconf\S*|pkgconfig|just|go-task|task|busybox\S*|alpine-conf|perl|python3|py3-pip|less|vim|nano)(?:[=<>~@].*)?$/;
function compilerIn(value, { distribution }, installs) {
	if (installs.some((each) => compilers.test(each))) return true;
	const { name, tag } = splitImage(value);
	if (isGolang(name) && distribution === "debian") return true;
	if (!isGolang(name) || distribution !== "alpine" || !turnsCgoOff(tag ?? "latest")) return null;
	return installs.every((each) => harmless$1.test(each)) ? false : null;
}
/** Since Go 1.20 cgo is off where there is no C compiler; before, programs used what the distribution had compiled. */
function turnsCgoOff(tag) {
	const [, minor] = /^1\.(\d+)/.exec(tag) ?? [];
	return minor === void 0 ? /^(?:1-)?alpine/.test(tag) : Number(minor) >= 20;
}
/** The packages of `apk add`, `apt-get install` and the like; null: this is another command. */
function installedPackages(argv) {
	const [name = "", ...args] = argv;
	const verb = {
		apk: "add",
		"apt-get": "install",
		apt: "install",
		"xx-apk": "add",
		"xx-apt": "install"
	}[name.split("/").at(-1) ?? ""];
	if (verb === void 0 || !args.includes(verb)) return null;
	const words = args.slice(args.indexOf(verb) + 1);
	return words.filter((each, at) => !each.startsWith("-") && !takesValue(words[at - 1]));
}
function takesValue(flag = "") {
	return [
		"-t",
		"--virtual",
		"-X",
		"--repository",
		"-o"
	].includes(flag);
}

// src/release/dockerfile-stage.ts
/** What is known of the image that a stage builds in. */
function builderOfStage({ image, installs }, file) {
	return builderOf(image.value, {
		installs,
		place: {
			file,
			line: image.line
		}
	});
}
/** Whether a path of a stage is data that the repository itself has. What has Go files below may be a program of that name. */
function isCopied(path, { mappings }, view) {
	return mappings.some(({ container, repository }) => {
		const rest = posix.relative(container, path);
		const inner = posix.join(repository, rest) || ".";
		return !rest.startsWith("..") && view.exists(inner) && !hasGoBelow(inner, view);
	});
}

// src/release/dockerfile-variables.ts
/** The build arguments that docker itself gives, of the platform that is built for. */
function platformArguments(platform, holes) {
	const { goos, goarch } = platform;
	const variant = variantOf(platform);
	const known = {
		TARGETOS: goos,
		TARGETARCH: goarch,
		TARGETVARIANT: variant,
		TARGETPLATFORM: [
			goos,
			goarch,
			...variant === "" ? [] : [variant]
		].join("/")
	};
	const set = Object.entries(known).map(([name, value]) => [name, variableOf(value, 1)]);
	const machine = [
		"BUILDPLATFORM",
		"BUILDOS",
		"BUILDARCH",
		"BUILDVARIANT"
	].map((name) => {
		const hole = holes.add({
			text: `$${name}`,
			why: "depends on the machine that builds",
			line: 1
		});
		return [name, variableOf(name === "BUILDOS" ? "linux" : hole, 1)];
	});
	return new Map([...set, ...machine]);
}
/** docker's own variant: v7 for arm without one, none for arm64's v8 and amd64's v1. */
function variantOf({ name, goarch }) {
	const [, , variant = goarch === "arm" ? "v7" : ""] = name.split("/");
	return goarch === "arm64" && variant === "v8" || goarch === "amd64" && variant === "v1" ? "" : variant;
}
function variableOf(value, line) {
	return {
		value,
		line,
		isExported: true,
		isOptional: false
	};
}
/** A shell for the words of an instruction: it expands variables, and starts nothing. */
function wordShell(source, variables, holes) {
	return {
		host: {
			holes,
			start: () => "unknown",
			goEnv: () => null,
			glob: () => null,
			budget: { left: 0 }
		},
		source,
		state: {
			variables: new Map(variables),
			cwd: "/",
			doubt: null
		},
		maybe: null,
		depth: 0
	};
}
/** The words of an instruction with their variables filled in; null: they are not words of a shell. */
function expandWords(source, variables, holes) {
	const words = wordsOf(source.text);
	const shell = wordShell({
		text: `: ${source.text}`,
		lineAt: (at) => source.lineAt(Math.max(0, at - 2))
	}, variables, holes);
	return words === null ? null : words.map((word) => expandText(word, shell));
}
function wordsOf(text) {
	let script;
	try {
		script = parse(`: ${text}`);
	} catch {
		return null;
	}
	const [statement, ...others] = script.commands;
	const command = statement?.command;
	if (others.length > 0 || command?.type !== "Command" || (script.errors ?? []).length > 0) return null;
	if (command.redirects.length > 0) return null;
	const words = command.args.flatMap((word) => word.type === "Word" ? [word] : []);
	return words.length === command.args.length ? words : null;
}
/** One text with its variables filled in, blanks and all. */
function expandLine(source, variables, holes) {
	const words = expandWords(source, variables, holes);
	return words === null ? opaque$1(source, holes) : words.join(" ");
}
function opaque$1({ text, lineAt }, holes) {
	return holes.add({
		text: fillHoles(text.trim(), "…"),
		why: "is not evaluated",
		line: lineAt(0)
	});
}
/** `ENV A=B C=D` and `ENV A B C`, in the values of the instructions before it. */
function readEnv({ words, line }, variables, holes) {
	const text = words.text.trim();
	const [, name = "", rest = ""] = /^([A-Za-z_]\w*)\s+(.*)$/s.exec(text) ?? [];
	if (name !== "") return [[name, variableOf(expandLine(plainText(rest, line), variables, holes), line)]];
	const expanded = expandWords(words, variables, holes);
	if (expanded === null || expanded.some((word) => !/^[A-Za-z_]\w*=/.test(word))) return [...text.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, found = ""]) => found).map((each) => [each, variableOf(opaque$1(words, holes), line)]);
	return expanded.flatMap((word) => {
		const [, each = "", value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
		return each === "" ? [] : [[each, variableOf(value, line)]];
	});
}
/** `ARG A B=C`: a name without a default has the value that it has outside of the stages, or may be set by who builds. */
function readArg({ words, line }, variables, { scope, holes }) {
	const found = expandWords(words, variables, holes);
	return ((found?.every((word) => /^[A-Za-z_]\w*(?:=|$)/.test(word)) ?? false ? found : null) ?? words.text.trim().split(/\s+/).map((each) => each.replace(/=.*$/s, ""))).flatMap((word) => {
		const [, name = "", value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word) ?? [];
		if (name === "") return [];
		const own = scope.platform.get(name);
		const outer = scope.globals.get(name);
		if (own !== void 0) return [[name, value === void 0 || value === own.value ? own : doubtful(name)]];
		if (value !== void 0) return [[name, variableOf(value, line)]];
		return [[name, outer === void 0 ? optional(name) : {
			...outer,
			line: outer.isOptional ? line : outer.line
		}]];
	});
	function doubtful(name) {
		return variableOf(holes.add({
			text: `ARG ${name}`,
			why: "is given by docker and has another default here",
			line
		}), line);
	}
	function optional(name) {
		return {
			value: holes.add({
				text: `ARG ${name}`,
				why: "is a build argument without a default",
				line,
				isOptional: true
			}),
			line,
			isExported: true,
			isOptional: true
		};
	}
}
/** ENV wins over ARG, wherever they stand. */
function visible(env, args) {
	return new Map([...args, ...env]);
}

// src/release/dockerfile-run.ts
/** Follows one RUN, and adds to the stage what it builds, copies and installs. */
function runInstruction(instruction, stage, { context, mount }) {
	const mounts = instruction.flags.filter(({ name }) => name === "mount").flatMap(({ value }) => mount(value));
	const mappings = [...stage.mappings, ...mounts];
	const script = scriptOf(instruction, stage);
	if (script === null) {
		addUnread(instruction, stage);
		return;
	}
	const host = hostFor(stage, mappings, context);
	const state = {
		variables: visible(stage.env, stage.args),
		cwd: stage.cwd,
		doubt: null
	};
	if ((runScript(script, {
		...state,
		variables: new Map(state.variables)
	}, {
		host,
		maybe: null,
		depth: 0
	}).doubt?.why.includes("cannot be parsed") === true || !stage.hasShell) && /\bgo\b[^\n]*\b(?:build|install)\b/.test(script.text)) {
		const why = stage.hasShell ? "is a script that cannot be parsed" : "is for a shell that is not read";
		stage.opaque.push({
			line: instruction.line,
			text: cut(script.text),
			why
		});
	}
}
/** A here-document for python and the like. */
function addUnread({ script, line }, stage) {
	if (script === null || !/\bgo\b.{0,20}\b(?:build|install)\b/.test(script.text.text)) return;
	stage.opaque.push({
		line,
		text: cut(script.text.text),
		why: `is a script for ${cut(script.reader)}, which is not read`
	});
}
/** The commands of a RUN, whatever its form, as a script of sh. null: another program reads them. */
function scriptOf({ list, script, words }, { hasShell }) {
	if (list !== null) {
		const quoted = list.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(" ");
		return plainText(quoted, words.lineAt(0));
	}
	if (script !== null) return /^(?:(?:\/\S*\/)?(?:sh|bash|ash|dash)\b.*)?$/.test(script.reader) ? script.text : null;
	return hasShell ? words : {
		...words,
		text: `: '${words.text.replaceAll("'", "")}'`
	};
}
function hostFor(stage, mappings, context) {
	return {
		holes: context.holes,
		budget: context.budget,
		start: (invocation) => start(invocation, {
			stage,
			mappings,
			context
		}),
		goEnv: (name, { variables }) => {
			const value = variables.get(name)?.value ?? "";
			if (value !== "") return value;
			if (name === "GOOS") return "linux";
			if (name === "GOARCH") return stage.hostArch;
			return name === "GOPATH" ? "/go" : null;
		},
		glob: (pattern, cwd) => foldersFor(pattern, {
			cwd,
			mappings,
			context
		})
	};
}
/** The folders with Go files that a pattern like `./cmd/*` names. */
function foldersFor(pattern, { cwd, mappings, context }) {
	const folder = repositoryFolder(cwd, mappings);
	if (folder === null || !/^(?:\.\/)?[\w./-]+\*[\w.-]*\/?$/.test(pattern)) return null;
	const bare = pattern.replace(/^\.\//, "").replace(/\/$/, "");
	const prefix = folder === "." ? "" : `${folder}/`;
	const names = context.view.goFolders.filter((each) => each.startsWith(prefix) && matchesPath(prefix + bare, each)).map((each) => each.slice(prefix.length)).toSorted();
	if (names.length === 0) return null;
	return names.map((name) => pattern.startsWith("./") ? `./${name}` : name);
}
/** Commands that answer a question, so that nobody knows how they end. */
const questions = new Set("grep egrep command which type stat cmp diff xx-info getconf uname ls expr git-diff timeout".split(" "));
/** Programs that build what their own files say. */
const builders = new Set("make gmake mage task go-task just goreleaser bazel bazelisk ko gox garble tinygo promu earthly nix nix-build".split(" "));
function start(invocation, place) {
	const { stage } = place;
	const [path = "", first = ""] = invocation.argv;
	const name = path.split("/").at(-1) ?? "";
	const installs = installedPackages(invocation.argv);
	if (installs !== null) stage.installs.push(...installs);
	else if (isXxGo(path) && first === "--wrap") stage.hasWrappedGo = true;
	else if (isGo(path) || isXxGo(path)) startGo(invocation, place);
	else if ([
		"mv",
		"cp",
		"install",
		"ln"
	].includes(name)) move(invocation, stage);
	else if (isOpaque(invocation, place)) opaque(invocation, stage, `runs ${name}, which is not read`);
	else if (hasHole(path)) startUnknown(invocation, stage);
	else startByOther(invocation, stage);
	return questions.has(name) ? "unknown" : "presumed";
}
function startGo(invocation, { stage, mappings, context }) {
	const [path = "", verb = "", ...args] = invocation.argv;
	if (verb === "run" || verb === "generate") {
		const [file = ""] = args.filter((each) => !each.startsWith("-"));
		if (!(file.includes("@") || verb === "generate" || !mayBuild(args))) opaque(invocation, stage, "runs a Go program, which is not read");
		return;
	}
	if (verb === "env") {
		writeGoEnv(invocation, stage, context);
		return;
	}
	const { platform, view, holes } = context;
	const usesXx = isXxGo(path) || stage.hasWrappedGo;
	const { hostArch } = stage;
	const env = new Map([...stage.written, ...[...invocation.env].filter(([, { value }]) => value !== "")]);
	const build = evaluateBuild({
		...invocation,
		env
	}, {
		platform,
		view,
		holes,
		mappings,
		hostArch,
		usesXx
	});
	if (build === null) return;
	const same = stage.builds.filter((each) => each.build.key.replace(/#\d+$/, "") === build.key).length;
	const key = same === 0 ? build.key : `${build.key}#${same}`;
	stage.builds.push({
		build: {
			...build,
			key
		},
		builder: builderOfStage(stage, context.path)
	});
}
/** `go env -w NAME=VALUE`: for all go commands after it that do not have it in their environment. */
function writeGoEnv({ argv, lines, doubt }, { written }, { holes }) {
	const words = argv.slice(2);
	if (words.includes("-u")) for (const name of words) written.delete(name);
	if (!words.includes("-w")) return;
	for (const [at, word] of words.entries()) {
		const [, name = "", value = ""] = /^([A-Z]\w*)=(.*)$/s.exec(word) ?? [];
		if (name === "") continue;
		const known = doubt === null ? value : holes.add(doubt);
		written.set(name, {
			value: known,
			line: lines[at + 2] ?? 1,
			isExported: true,
			isOptional: false
		});
	}
}
/** `go run build.go build app`: a program of the repository that builds. */
function mayBuild(args) {
	return args.some((each) => /build|install|release|mage|make|compile/i.test(each));
}
function isOpaque({ argv, cwd }, { mappings, context }) {
	const [path = "", ...args] = argv;
	const name = path.split("/").at(-1) ?? "";
	if (builders.has(name)) return true;
	const isShell = /^(?:sh|bash|ash|dash|source|\.)$/.test(path === "." ? path : name);
	const file = isShell ? args.find((each) => !each.startsWith("-")) : path;
	if (file === void 0 || hasHole(file) || !isShell && !file.includes("/")) return false;
	const slash = resolvePath(cwd, file).lastIndexOf("/");
	const folder = repositoryFolder(resolvePath(cwd, file).slice(0, slash) || "/", mappings);
	if (folder === null) return false;
	const inner = resolvePath(cwd, file).slice(slash + 1);
	return context.view.exists(folder === "." ? inner : `${folder}/${inner}`) || /\.(?:sh|bash)$/.test(inner);
}
function opaque({ line, text }, stage, why) {
	stage.opaque.push({
		line,
		text: cut(fillHoles(text, "…")),
		why
	});
}
/** `$GO build`: the program has no name that is known. */
function startUnknown(invocation, stage) {
	const [, verb = ""] = invocation.argv;
	if (/build|install|all|release/.test(verb)) opaque(invocation, stage, "starts a program whose name is not known");
}
/** `xargs go build`, `timeout 60 go build`: another program starts it, and may change what it is. */
function startByOther(invocation, stage) {
	const { argv } = invocation;
	const at = argv.findIndex((each, index) => index > 0 && isGo(each) && /^(?:build|install)$/.test(argv[index + 1] ?? ""));
	const [name = ""] = argv;
	const isEcho = name === "echo" || name === "printf";
	if (at > 0 && !isEcho) opaque(invocation, stage, `starts go by ${name}, which is not read`);
	else if (!isEcho && argv.some((each) => /\s/.test(each) && /\bgo\s+(?:build|install)\b/.test(each))) opaque(invocation, stage, `hands a script to ${name}, which is not read`);
}
function move({ argv, cwd, line }, stage) {
	const words = argv.slice(1).filter((each, at, all) => !each.startsWith("-") && !/^-[mog]$/.test(all[at - 1] ?? ""));
	const last = words.at(-1);
	if (last === void 0 || words.length < 2) return;
	const sources = words.slice(0, -1).map((each) => resolvePath(cwd, each));
	const target = resolvePath(cwd, last);
	stage.edges.push({
		from: stage.index,
		sources: sources.filter((each) => each !== target),
		target,
		line
	});
}

// src/release/dockerfile-stages.ts
/** Evaluates all stages of a file in order, for one platform and one folder as the build context. */
function evaluateStages(file, context) {
	const platform = platformArguments(context.platform, context.holes);
	const globals = /* @__PURE__ */ new Map();
	for (const each of file.globals) {
		if (each.keyword !== "ARG") continue;
		const found = readArg(each, visible(globals, platform), {
			scope: {
				globals: /* @__PURE__ */ new Map(),
				platform
			},
			holes: context.holes
		});
		for (const [name, value] of found) globals.set(name, givenOr(name, value, context));
	}
	const stages = [];
	const sources = [];
	for (const each of file.stages) {
		const scope = {
			globals,
			platform
		};
		const stage = beginStage(each, {
			stages,
			scope,
			context
		});
		stages.push(stage);
		for (const instruction of each.instructions) runStep(instruction, stage, {
			stages,
			scope,
			context,
			sources
		});
	}
	return {
		stages,
		sources
	};
}
/** The value of an ARG: what the build is given, or else its own. */
function givenOr(name, own, { buildArguments }) {
	const given = buildArguments?.get(name);
	return given === void 0 ? own : variableOf(given, own.line);
}
function beginStage(head, { stages, scope, context }) {
	const variables = visible(scope.globals, scope.platform);
	const value = expandLine(plainText(head.image, head.line), variables, context.holes);
	const parent = stages.find(({ name }) => name !== null && name.toLowerCase() === value.toLowerCase());
	const own = {
		text: head.image,
		value,
		line: head.line
	};
	const base = {
		index: stages.length,
		name: head.name,
		parent: parent?.index ?? null,
		image: parent?.image ?? own,
		args: /* @__PURE__ */ new Map(),
		builds: [],
		edges: [],
		opaque: [],
		copies: [...parent?.copies ?? []],
		runs: [...parent?.runs ?? []],
		...hostOf(head, parent, {
			variables,
			context
		})
	};
	if (parent !== void 0) {
		const { cwd, hasShell, hasWrappedGo } = parent;
		const [env, written] = [new Map(parent.env), new Map(parent.written)];
		const [mappings, installs] = [[...parent.mappings], [...parent.installs]];
		return {
			...base,
			env,
			written,
			cwd,
			hasShell,
			mappings,
			installs,
			hasWrappedGo
		};
	}
	const isGolang = /(?:^|\/)golang$/.test(splitImage(value).name);
	const env = new Map(isGolang ? [["GOPATH", variableOf("/go", head.line)]] : []);
	const cwd = isGolang ? "/go" : "/";
	const written = /* @__PURE__ */ new Map();
	return {
		...base,
		env,
		written,
		cwd,
		hasShell: true,
		mappings: [],
		installs: [],
		hasWrappedGo: false
	};
}
function hostOf({ platform, line }, parent, { variables, context }) {
	if (platform === null) {
		const { hostArch, isNative } = parent ?? {
			hostArch: context.platform.goarch,
			isNative: true
		};
		return {
			hostArch,
			isNative
		};
	}
	const value = expandLine(plainText(platform, line), variables, context.holes);
	const [, hostArch = null] = /^linux\/([a-z0-9]+)/.exec(value) ?? [];
	return {
		hostArch,
		isNative: hostArch === context.platform.goarch
	};
}
function runStep(instruction, stage, step) {
	const { context } = step;
	const variables = visible(stage.env, stage.args);
	switch (instruction.keyword) {
		case "ARG":
			for (const [name, value] of readArg(instruction, variables, {
				scope: step.scope,
				holes: context.holes
			})) stage.args.set(name, givenOr(name, value, context));
			return;
		case "ENV":
			for (const [name, value] of readEnv(instruction, variables, context.holes)) stage.env.set(name, value);
			return;
		case "WORKDIR":
			stage.cwd = resolvePath(stage.cwd, expandLine(instruction.words, variables, context.holes));
			return;
		case "SHELL":
			stage.hasShell = /(?:^|\/)(?:sh|bash|ash|dash)$/.test(instruction.list?.[0] ?? "");
			return;
		case "COPY":
		case "ADD":
			copy(instruction, stage, step);
			return;
		case "RUN":
			stage.runs.push(instruction.script?.text.text ?? instruction.words.text);
			runInstruction(instruction, stage, {
				context,
				mount: (value) => mount(value, {
					stage,
					line: instruction.line
				}, step)
			});
	}
}
function stageNamed(name, { stages }) {
	if (/^\d+$/.test(name)) return stages[Number(name)];
	return stages.findLast((each) => each.name !== null && each.name.toLowerCase() === name.toLowerCase());
}
function copy(instruction, stage, step) {
	const { context } = step;
	const { words, list, flags, line } = instruction;
	const variables = visible(stage.env, stage.args);
	const expand = (text) => expandLine(plainText(text, line), variables, context.holes);
	const given = (list ?? expandWords(words, variables, context.holes) ?? words.text.trim().split(/\s+/).map(expand)).filter((each) => !each.startsWith("<<"));
	const last = given.at(-1);
	if (last === void 0 || given.length < 2) return;
	const sources = given.slice(0, -1);
	const target = resolvePath(stage.cwd, last);
	const from = flags.find(({ name }) => name === "from")?.value;
	if (from === void 0) {
		const isFolder = /(?:^|\/)\.?$/.test(last);
		const { root, view } = context;
		const inRepository = sources.filter((each) => !/^[a-z]+:/.test(each)).map((each) => inContext(each, root));
		step.sources.push(...inRepository);
		stage.copies.push({
			from: "context",
			sources: inRepository,
			target,
			runs: [],
			files: []
		});
		stage.mappings.push(...mappingsOfCopy({
			sources,
			target,
			isFolder
		}, root, view));
		return;
	}
	const origin = stageNamed(expand(from), step);
	const paths = sources.map((each) => resolvePath("/", each));
	stage.copies.push({
		sources: paths,
		target,
		...contentsOf(origin)
	});
	if (origin === void 0) return;
	stage.edges.push({
		from: origin.index,
		sources: paths,
		target,
		line
	});
	for (const path of paths) stage.mappings.push(...mappingsOfStage(path, target, origin.mappings));
}
function contentsOf(origin) {
	if (origin === void 0) return {
		from: "image",
		runs: [],
		files: []
	};
	const files = origin.builds.flatMap(({ build }) => build.outputs.map(({ path }) => path));
	return {
		from: "stage",
		runs: origin.runs,
		files
	};
}
/** `RUN --mount=…`: what it puts where, for this command alone. */
function mount(value, { stage, line }, step) {
	const { context } = step;
	const variables = visible(stage.env, stage.args);
	const options = new Map(value.split(",").map((each) => {
		const [name = "", ...rest] = each.split("=");
		return [name, expandLine(plainText(rest.join("="), line), variables, context.holes)];
	}));
	if ((options.get("type") ?? "bind") !== "bind") return [];
	const aim = options.get("target") ?? options.get("dst") ?? options.get("destination");
	if (aim === void 0) return [];
	const target = resolvePath(stage.cwd, aim);
	const source = options.get("source") ?? options.get("src") ?? ".";
	const from = options.get("from");
	if (from === void 0) return mappingsOfCopy({
		sources: [source],
		target,
		isFolder: false
	}, context.root, context.view);
	const origin = stageNamed(from, step);
	if (origin === void 0) return [{
		container: target,
		repository: "\0",
		isFlat: false
	}];
	const path = resolvePath("/", source);
	stage.edges.push({
		from: origin.index,
		sources: [path],
		target,
		line
	});
	const mappings = mappingsOfStage(path, target, origin.mappings);
	return mappings.length > 0 ? mappings : [{
		container: target,
		repository: "\0",
		isFlat: false
	}];
}

// src/release/copied-libraries.ts
/** Folders in which a Linux system has its loaders and the C library. */
const libraryFolder = /^\/(?:usr\/)?lib(?:32|64|x32)?(?:\/[\w*]+-linux-[\w*]+)?$/;
/** The loaders of glibc and musl, and the C libraries. */
const loaderFile = /^(?:ld-(?:linux|musl|\d|\*)|ld(?:64)?\.so|libc(?:[.-].*)?\.so|libc\.musl)/;
/** Commands that put the libraries of a system into a folder. */
const collectsLibraries = /\bldd\b|\bld-(?:linux|musl)|\blibc\.(?:so|musl)|(?<!\/var)\/lib(?:32|64)?(?:\/|\b)|--(?:install)?root\b|\bchisel\b|\b(?:mm)?debootstrap\b|\bdpkg(?:-deb)?\s+(?:-x|--extract)/;
/** Archives that ADD unpacks. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/i;
/** Whether a copy into an image may bring a loader or a C library, which an image has that is called `scratch`. */
function mayBringLibraries(copy, view) {
	const target = trimmed(asPattern(copy.target));
	if (libraryFolder.test(target) || loaderFile.test(posix.basename(target))) return true;
	const sources = copy.sources.map((source) => trimmed(asPattern(source)));
	if (sources.some((source) => isLibrary(source, copy))) return true;
	return (target === "/" || target === "/usr") && sources.some((source) => isOpenFolder(source, copy, view));
}
function isLibrary(source, { from }) {
	if (loaderFile.test(posix.basename(source))) return true;
	return from !== "context" && (source === "/" || libraryFolder.test(source.replace(/\/\*+$/, "")));
}
/** What becomes the root of an image, or its /usr, and may have folders of libraries. */
function isOpenFolder(source, { from, runs, files }, view) {
	if (archive.test(source)) return true;
	if (from === "context") return hasLibraries(source, view);
	if (files.includes(source) || posix.extname(source) !== "") return false;
	return from === "image" || runs.some((text) => collectsLibraries.test(text));
}
/** A folder of the repository that has one for libraries: `rootfs/lib`. */
function hasLibraries(folder, { exists }) {
	return [
		"lib",
		"lib64",
		"usr/lib",
		"usr/lib64"
	].some((name) => exists(posix.join(folder, name)));
}
function trimmed(path) {
	return path.replace(/(.)\/+\.?$/, "$1");
}

// src/release/image-additions.ts
/** Commands that leave the C library and the loader of an image as they are, whatever their arguments are but `changes`. */
const harmless = /^(?:apk|apt|apt-get|microdnf|dnf|yum|go|git|addgroup|adduser|groupadd|useradd|chown|chgrp|chmod|mkdir|rm|rmdir|touch|true|echo|printf|cat|test|\[|set|cd|sleep|date|id|whoami|ls|which|update-ca-certificates|setcap|passwd)$/;
/** Arguments that may: packages of a C library, paths of libraries, other sources of packages. */
const changes = /libc6(?!-dev)|glibc|gcompat|\bmusl\b(?!-)|\/lib(?:32|64)?\b|\/usr\/(?:local\/)?lib|\bld-|ld\.so|sources\.list|trusted\.gpg|-(?:repository|allow-untrusted|root|installroot)\b|\bapt(?:-get)?\b.*\s-t\b|\s-X\b|(?:dist|full|release)-upgrade|>\s*\/etc\/apk|\.(?:deb|rpm|apk)\b|https?:|\$\(|`/;
/** Commands that add packages. */
const installs = /\b(?:apk\b.*\badd|(?:apt|apt-get|microdnf|dnf|yum)\b.*\binstall)\b/;
/** Files that may be libraries of the program's own. */
const mayBeLibrary = /\.so(?:\.|$|\*)|\blib(?:32|64|s|exec)?\b|\*/;
/**
* What a stage adds to its image that decides what starts in it: nothing, packages of the distribution, or something of which nobody
* can tell. An image without a C library has no shell either: what runs there was brought along.
*/
function additionsOf({ copies, runs }, { libc }, view) {
	if (copies.some((copy) => mayBringLibraries(copy, view))) return "unknown";
	const commands = runs.flatMap(commandsIn);
	if (libc === "none" ? runs.length > 0 : !commands.every(isHarmless)) return "unknown";
	return copies.some(mayBringOwnLibraries) || commands.some((command) => installs.test(command)) ? "packages" : "nothing";
}
/** Of a stage only the files that its builds make are known; all else may be a folder. */
function mayBringOwnLibraries({ from, sources, target, files }) {
	if ([...sources, target].some((path) => mayBeLibrary.test(path))) return true;
	return from !== "context" && sources.some((source) => !files.includes(source) && !source.startsWith("/etc/"));
}
/** The simple commands of a script, as far as its text tells them apart. */
function commandsIn(script) {
	return script.replaceAll(/\\\r?\n/g, " ").replaceAll(/^\s*#.*$/gm, "").split(/&&|\|\||[;|\n]/).map((command) => command.trim()).filter((command) => command !== "");
}
function isHarmless(command) {
	const [name = ""] = command.replace(/^(?:\w+=\S*\s+)+/, "").split(/\s+/);
	return harmless.test(name.split("/").at(-1) ?? "") && !changes.test(command);
}

// src/release/docker-image.ts
/** The image of a stage, and what the stage adds to it. */
function imageOfStage(stage, file, view) {
	const { image } = stage;
	const found = finalImage(image.text, image.value, {
		file,
		line: image.line
	});
	const system = found.base === null ? null : systemIn(found.base);
	return {
		...found,
		additions: system === null ? "unknown" : additionsOf(stage, system, view)
	};
}
/**
* The images that a Dockerfile puts a program into which something else has built, as goreleaser has it: the program is in the build
* context, at its top or in a folder for the platform. None: the Dockerfile cannot be read or does not copy it.
*/
function imagesIn(file, named, view) {
	const parsed = file.text.length > longest || hasHole(file.text) ? null : parseDockerfile(file.text);
	if (parsed === null) return [];
	return named.platforms.flatMap((platform) => {
		const image = imageFor({
			path: file.path,
			parsed,
			platform
		}, named, view);
		return image === null ? [] : [{
			...image,
			platforms: [platform]
		}];
	});
}
function imageFor({ path, parsed, platform: name }, { binary, target, args }, view) {
	if (binary === null) return null;
	const [goos = "", goarch = ""] = name.split("/");
	const platform = {
		name,
		goos,
		goarch,
		env: {
			GOOS: goos,
			GOARCH: goarch
		}
	};
	const holes = makeHoles();
	const given = [...args].map(([name, value]) => {
		const hole = () => holes.add({
			text: `ARG ${name}`,
			why: "is given by goreleaser",
			line: 1
		});
		return [name, value ?? hole()];
	});
	const { stages } = evaluateStages(parsed, {
		path,
		root: ".",
		view,
		platform,
		holes,
		budget: { left: mostCommands$1 },
		buildArguments: new Map(given)
	});
	const stage = target === null ? stages.at(-1) : stages.find(({ name }) => name === target);
	if (stage === void 0 || !belowOf(stage, stages).some((each) => copiesFile(binary, each))) return null;
	return imageOfStage(stage, path, view);
}
const mostCommands$1 = 2e3;
/** In UTF-16 units. */
const longest = 4e4;
/** A stage and those that its files come from. */
function belowOf(stage, stages) {
	const found = /* @__PURE__ */ new Set([stage]);
	for (const each of found) {
		const indexes = [...each.edges.map(({ from }) => from), ...each.parent === null ? [] : [each.parent]];
		for (const index of indexes) {
			const other = stages[index];
			if (other !== void 0) found.add(other);
		}
	}
	return [...found];
}
/** Folders of platforms (`linux/amd64`) and the whole context have all programs. */
function copiesFile(binary, { copies }) {
	return copies.some(({ from, sources }) => {
		return from === "context" && sources.map(asPattern).some((source) => meansFile(source, binary));
	});
}
function meansFile(source, binary) {
	return source === "." || /^(?:linux|\*)(?:\/[\w*]+){0,2}\/?$/.test(source) || canBeSame(posix.basename(source), binary);
}

// src/release/dockerfile-root.ts
/** The folders that can be the build context of a file: its own, and those above it up to the repository's root. */
function contextFolders(path) {
	const folders = [];
	for (let folder = posix.dirname(path);; folder = posix.dirname(folder)) {
		folders.push(folder);
		if (folder === "." || folder === "/") return folders;
	}
}
/**
* The build context is not in the file. It is the folder in which the most packages that are built exist, and of these the one in
* which the fewest sources of COPY are missing; where several are alike, the nearest with a go.mod, and then the repository's root.
*/
function chooseRoot(candidates, view) {
	const [best] = candidates.map(({ root, evaluation }, at) => {
		const hasModule = view.modules.some(({ dir }) => dir === root);
		const found = countFound(evaluation, view);
		const missing = evaluation.sources.filter((each) => isMissing(each, view)).length;
		return {
			root,
			rank: [
				-found,
				missing,
				hasModule ? 0 : 1,
				hasModule ? at : -at
			]
		};
	}).toSorted((a, b) => compare(a.rank, b.rank));
	return best?.root ?? ".";
}
function compare(one, other) {
	const at = one.findIndex((value, index) => value !== other[index]);
	return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
function countFound({ stages }, view) {
	return stages.flatMap((stage) => stage.builds.map(({ build }) => build)).filter(({ dir, packages }) => dir !== null && hasPackages(dir, packages, view)).length;
}
/** Whether there are Go files for all that a command names. Import paths of others count as there. */
function hasPackages(dir, packages, view) {
	return (packages.length === 0 ? ["."] : packages).every((each) => foldersOfPackage(each, dir, view)?.length !== 0);
}
function isMissing(path, { exists }) {
	return path !== "." && !/[*?[]/.test(path) && !exists(path);
}

// src/release/dockerfile-shipped.ts
/** Follows the copies of files backwards, from the last stage to the builds that made them. */
function findShipped(stages, view) {
	const last = stages.at(-1);
	if (last === void 0) return {
		builds: [],
		opaque: []
	};
	const wants = wantsFrom({
		stage: last.index,
		path: "/"
	}, stages);
	const builds = [];
	const opaque = /* @__PURE__ */ new Set();
	for (const stage of stages) {
		const paths = wants.filter((each) => each.stage === stage.index).map(({ path }) => path);
		if (paths.length === 0) continue;
		for (const { build, builder } of stage.builds) {
			const packages = shippedPackages(build, paths);
			if (packages !== void 0) builds.push({
				stage,
				build,
				builder,
				packages
			});
		}
		const unexplained = paths.filter((path) => path === "/" || !isExplained(path, stage, {
			stages,
			view
		}));
		if (unexplained.length > 0) for (const each of stage.opaque) opaque.add(each);
		if (builds.every((each) => each.stage !== stage) && stage.opaque.length === 0) for (const each of unmade(unexplained, stage, stages)) opaque.add(each);
	}
	return {
		builds,
		opaque: [...opaque]
	};
}
/** More files than an image is made of. */
const most = 2e3;
function wantsFrom(first, stages) {
	const wants = [first];
	const seen = /* @__PURE__ */ new Set([keyOf(first)]);
	for (let at = 0; at < wants.length && wants.length < most; at++) {
		const want = wants[at] ?? first;
		const stage = stages[want.stage];
		if (stage === void 0) continue;
		const isOwn = makesItself(want.path, stage);
		const parent = stage.parent === null || isOwn ? [] : [{
			stage: stage.parent,
			path: want.path
		}];
		for (const each of [...parent, ...stage.edges.flatMap((edge) => originsOf(edge, want.path))]) {
			if (seen.has(keyOf(each))) continue;
			seen.add(keyOf(each));
			wants.push(each);
		}
	}
	return wants;
}
/** A file of this stage hides one of the same path in the stage below. */
function makesItself(path, { builds, edges }) {
	if (path === "/") return false;
	return builds.flatMap(({ build }) => build.outputs).some((output) => output.path === path) || edges.some(({ target, sources }) => target === path && sources.length === 1);
}
function keyOf({ stage, path }) {
	return `${stage} ${path}`;
}
/** Where the files of a path have been before a copy. */
function originsOf({ from, sources, target }, path) {
	return sources.flatMap((each) => {
		const source = asPattern(each);
		const aim = asPattern(target);
		if (isBelow(aim, path) || canBeSame(aim, path)) return [{
			stage: from,
			path: source
		}];
		if (!isBelow(path, aim)) return [];
		const rest = path.slice(aim === "/" ? 1 : aim.length + 1);
		const name = source.split("/").at(-1) ?? "";
		return [...canBeSame(name, rest) ? [{
			stage: from,
			path: source
		}] : [], {
			stage: from,
			path: source === "/" ? `/${rest}` : `${source}/${rest}`
		}];
	});
}
/** undefined: nothing of it ships; null: all of its packages may. */
function shippedPackages({ outputs }, paths) {
	const shipped = outputs.filter((output) => paths.some((path) => covers(path, output.path)));
	if (shipped.length === 0) return void 0;
	const packages = shipped.map((output) => output.package);
	return packages.includes(null) ? null : [...new Set(packages.flatMap((each) => each ?? []))];
}
function covers(path, output) {
	if (path === "/" || canBeSame(path, output) || isBelow(output, path)) return true;
	const parts = output.split("/");
	return parts.some((_, at) => at > 1 && canBeSame(path, parts.slice(0, at).join("/")));
}
/** Folders of a system that hold data. */
const data = /^\/(?:etc|usr\/share|usr\/local\/share|usr\/lib|lib|var|tmp|root\/\.\w+)(?:\/|$)/;
/** Files that are copied out of a stage that builds programs, and that none of these builds makes. */
function unmade(paths, stage, stages) {
	if (stage.builds.filter(({ build }) => build.dir !== null).length === 0) return [];
	return stages.flatMap(({ edges }) => edges.flatMap(({ from, sources, line }) => {
		return (from === stage.index ? sources.map(asPattern).filter((each) => each !== "/" && paths.includes(each)) : []).map((text) => ({
			line,
			text,
			why: "is copied, and no build is found that makes it"
		}));
	}));
}
/** Whether it is clear where a path of a stage comes from, without what is not read. */
function isExplained(path, stage, { stages, view }) {
	if (data.test(path) || isCopied(path, stage, view)) return true;
	if (stage.builds.some(({ build }) => shippedPackages(build, [path]) !== void 0)) return true;
	if (stage.edges.some(({ target }) => canBeSame(target, path))) return true;
	const parent = stage.parent === null ? void 0 : stages[stage.parent];
	return parent !== void 0 && isExplained(path, parent, {
		stages,
		view
	});
}

// src/release/dockerfile.ts
/** In UTF-16 units. The longest of those that were read for this has 16,000; the parser takes a second for this many. */
const longestDockerfile = 4e4;
const mostCommands = 2e3;
/** Platforms for which a file is evaluated to see what follows from the platform. */
const probes = [
	{
		name: "linux/amd64",
		goos: "linux",
		goarch: "amd64",
		env: {
			GOOS: "linux",
			GOARCH: "amd64"
		}
	},
	{
		name: "linux/arm64",
		goos: "linux",
		goarch: "arm64",
		env: {
			GOOS: "linux",
			GOARCH: "arm64"
		}
	},
	{
		name: "linux/arm/v7",
		goos: "linux",
		goarch: "arm",
		env: {
			GOOS: "linux",
			GOARCH: "arm",
			GOARM: "7"
		}
	}
];
/**
* The builds of a Dockerfile whose programs are in its last stage, as `docker build` without arguments makes them. `file.path` is
* relative to the repository's root. The folder of the build context is guessed by what exists (dockerfile-root.ts). Pure; throws
* nothing, whatever the text is.
*/
function readDockerfile(file, view) {
	const { path, text } = file;
	const refuse = (why) => ({
		entries: [],
		notUnderstood: [{
			kind: "not-understood",
			file: path,
			line: 1,
			text: path,
			why
		}]
	});
	const mentionsGo = /\bgo(?:lang)?\b/i.test(text.slice(0, longestDockerfile * 8));
	if (text.length > 4e4) return mentionsGo ? refuse("is too long to be read") : empty;
	if (hasHole(text)) return refuse("has private-use characters of Unicode");
	const parsed = parseDockerfile(text);
	if (parsed === null) return mentionsGo ? refuse("cannot be parsed as a Dockerfile") : empty;
	if (parsed.stages.length === 0) return empty;
	const [probe] = probes;
	if (probe === void 0) return empty;
	const candidates = contextFolders(path).map((root) => ({
		root,
		evaluation: evaluate({
			path,
			parsed,
			view,
			root
		}, probe).evaluation
	}));
	return read({
		path,
		parsed,
		view,
		root: chooseRoot(candidates, view)
	});
}
const empty = {
	entries: [],
	notUnderstood: []
};
function evaluate({ path, parsed, view, root }, platform) {
	const context = {
		path,
		root,
		view,
		platform,
		holes: makeHoles(),
		budget: { left: mostCommands }
	};
	const evaluation = evaluateStages(parsed, context);
	const { builds, opaque } = findShipped(evaluation.stages, view);
	const isCut = context.budget.left < 0;
	return {
		evaluation,
		platform,
		builds: builds.filter((each) => isOurs(each, view)),
		opaque,
		isCut
	};
}
/** Names of packages that are in none of the repository's modules are programs of others. */
function isOurs({ build }, view) {
	const { dir, packages } = build;
	return !(packages.length > 0 && packages.every((each) => foldersOfPackage(each, dir ?? ".", view) === null)) || build.hole !== null;
}
function read(source) {
	const found = probes.map((platform) => evaluate(source, platform));
	if (found.some(({ isCut }) => isCut)) {
		const { path } = source;
		return {
			entries: [],
			notUnderstood: [notUnderstood(path, {
				line: 1,
				text: path,
				why: "has too many commands to follow"
			})]
		};
	}
	const all = [...new Set(found.flatMap(({ builds }) => builds.map(({ build }) => build.key)))].map((key) => readBuild$1(key, found, source));
	const entries = all.flatMap((each) => "kind" in each || "foreign" in each ? [] : [each]);
	const known = all.flatMap((each) => "kind" in each ? [each] : []);
	const opaque = found.flatMap((each) => each.opaque.map((run) => notUnderstood(source.path, run)));
	const problems = uniqueByLine([...known, ...opaque]);
	const others = all.flatMap((each) => "foreign" in each ? [each.foreign] : []);
	const shown = entries.length > 0 || problems.length > 0 ? problems : uniqueByLine(others);
	return {
		entries: entries.toSorted((a, b) => a.line - b.line),
		notUnderstood: shown.toSorted((a, b) => a.line - b.line)
	};
}
function uniqueByLine(problems) {
	return [...new Map(problems.map((each) => [`${each.line} ${each.why}`, each])).values()];
}
function notUnderstood(file, { line, text, why }) {
	return {
		kind: "not-understood",
		file,
		line,
		text,
		why
	};
}
function readBuild$1(key, found, source) {
	const { path, view } = source;
	const each = found.flatMap(({ builds, platform, evaluation }) => {
		const shipped = builds.find(({ build }) => build.key === key);
		return shipped === void 0 ? [] : [{
			shipped,
			platform,
			evaluation,
			settings: settingsOf$1(shipped, platform, path)
		}];
	});
	const first = each.find(({ settings }) => settings?.kind === "settings") ?? each[0];
	if (first === void 0) return notUnderstood(path, {
		line: 1,
		text: key,
		why: "is not evaluated"
	});
	const { build, builder, packages } = first.shipped;
	const { line, text, dir } = build;
	if (dir === null && build.hole === null) return { foreign: notUnderstood(path, {
		line,
		text,
		why: "builds files that are not copied from this repository"
	}) };
	const problem = each.map(({ settings }) => settings).find((settings) => settings?.kind === "not-understood");
	const isKnown = each.some(({ settings }) => settings?.kind !== "not-understood");
	if (problem?.kind === "not-understood" && !isKnown) return problem;
	if (dir === null) return notUnderstood(path, {
		line,
		text,
		why: "builds in an unknown folder"
	});
	if (!hasPackages(dir, build.packages, view)) return notUnderstood(path, {
		line,
		text,
		why: "does not name a folder of this repository with Go files"
	});
	const own = build.packages.length === 0 ? ["."] : build.packages;
	return {
		source: "dockerfile",
		file: path,
		line,
		id: null,
		dir,
		packages: packages ?? own,
		platforms: platformsOf(each.map(({ shipped }) => shipped)),
		settingsFor: (platform) => settingsOn(platform, key, source),
		image: imageOf$1(each.map(({ evaluation }) => evaluation.stages.at(-1)), source),
		builder: builderOnAll(builder, each.map(({ shipped }) => shipped.builder))
	};
}
function builderOnAll(first, all) {
	return all.every(({ image }) => image === first.image) ? first : {
		...first,
		image: null
	};
}
function imageOf$1(stages, { path, view }) {
	const [first, ...others] = stages.flatMap((stage) => stage === void 0 ? [] : [imageOfStage(stage, path, view)]);
	if (first === void 0) return null;
	if (others.some(({ base }) => base !== first.base)) return {
		...first,
		base: null,
		additions: "unknown"
	};
	return others.every(({ additions }) => additions === first.additions) ? first : {
		...first,
		additions: "unknown"
	};
}
/** The platforms that the file itself fixes; null: it follows the platform that is asked for. */
function platformsOf(builds) {
	const names = builds.map(({ build }) => platformName(build.goos, build.goarch, build.level?.value ?? null));
	if (builds.length > 1 && new Set(builds.map(({ build }) => build.goarch)).size === 1) return names.slice(0, 1);
	return builds.every(({ build }) => build.goos === "linux") ? null : [...new Set(names)];
}
function platformName(goos, goarch, level) {
	const port = `${goos}/${goarch}`;
	if (level === null) return port;
	if (goarch === "arm" && /^[567](?:,|$)/.test(level)) return `${port}/v${level.charAt(0)}`;
	return goarch === "amd64" && /^v[234]$/.test(level) ? `${port}/${level}` : port;
}
function settingsOn(platform, key, source) {
	const { builds } = evaluate(source, platform);
	const shipped = builds.find(({ build }) => build.key === key);
	return shipped === void 0 ? null : settingsOf$1(shipped, platform, source.path);
}
function settingsOf$1({ build, builder, stage }, platform, file) {
	const { hole, env, flags, goos, goarch, level } = build;
	if (hole !== null) return notUnderstood(file, hole);
	if (goos !== platform.goos || goarch !== platform.goarch) return null;
	const variant = Object.entries(platform.env).find(([name]) => name !== "GOOS" && name !== "GOARCH");
	if (level !== null && variant !== void 0 && variant[1] !== level.value) return null;
	const cgo = cgoDefault({
		build,
		builder,
		stage
	});
	if (cgo !== null && "why" in cgo) return notUnderstood(file, cgo);
	const own = level === null || variant !== void 0 ? [] : [level];
	return {
		kind: "settings",
		env: [
			...cgo === null ? [] : [cgo],
			...env,
			...own
		].map((each) => ({
			file,
			...each
		})),
		flags: flags.map((each) => ({
			file,
			...each
		}))
	};
}
/**
* What CGO_ENABLED is where the file does not set it: 0 in an image without a C compiler (since Go 1.20), 1 in one of the target's own
* platform with a compiler, which is not what a cross build has. null: as the go command decides.
*/
function cgoDefault({ build, builder, stage }) {
	const names = build.env.map(({ name }) => name);
	if (names.includes("CGO_ENABLED")) return null;
	const { line, hasCompiler } = builder;
	const hasCC = names.includes("CC");
	if (hasCompiler === true && stage.isNative) return {
		name: "CGO_ENABLED",
		value: "1",
		line
	};
	if (hasCompiler === false && !hasCC) return {
		name: "CGO_ENABLED",
		value: "0",
		line
	};
	if (hasCompiler === null && !hasCC) return {
		text: stage.image.text,
		why: "may have a C compiler or none, which decides whether cgo is on",
		line
	};
	return null;
}

// src/release/hints.ts
/** Files that a project may build by, beside its release configuration: globs below the repository's root. */
const hintFiles = [
	"{GNUmakefile,makefile,Makefile,[jJ]ustfile,.justfile,[tT]askfile.y{a,}ml,[tT]askfile.dist.y{a,}ml,magefile.go,*.sh}",
	"{scripts,script,hack,build}/*.{sh,mk}",
	".github/workflows/*.y{a,}ml"
];
/** What is shown of one file; the reader wants to know where to look, not all of it. */
const perFile = 2;
/** An assignment so many lines away from the build belongs to it. */
const nearby = 40;
const buildPattern = /\b(?:go|garble|xgo)\s+(?:build|install)\b|\$[({]GO\w*[)}]\s+(?:build|install)\b|"go",\s*"(?:build|install)"/;
const settingPattern = /\bCGO_ENABLED["']?\s*(?:[:?+]?=|:|,)\s*["']?\$?[\w({]|-extldflags\b|-linkmode\b/;
/** The lines of a Makefile, script or workflow that set how a Go program is linked, where it also builds one. */
function hintsOf({ file, text }) {
	const lines = text.split(/\r?\n/);
	const builds = lines.flatMap((line, at) => isComment(line) || !buildPattern.test(line) ? [] : [at]);
	if (builds.length === 0) return [];
	return lines.flatMap((line, at) => {
		return !isComment(line) && settingPattern.test(line) && builds.some((build) => Math.abs(build - at) <= nearby) ? [{
			file,
			line: at + 1,
			text: shorten(line.trim())
		}] : [];
	}).slice(0, perFile);
}
function isComment(line) {
	return /^\s*(?:#|\/\/)/.test(line);
}
function shorten(text) {
	return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

// src/release/ko.ts
const defaultImage = "cgr.dev/chainguard/static:latest";
/**
* The builds of a configuration of ko (v0.18). Without builds it is for every program below its folder. `file` is relative to the
* repository's root. What cannot be understood is a value with its line; a file of any content is read.
*/
function readKo(source, context) {
	return readYaml(source, (root) => readConfig(root, {
		file: source.file,
		context
	}));
}
function readConfig(root, where) {
	if (root !== null && root.kind !== "map") throw new Misread({
		text: "",
		line: root.line
	}, "is not a map");
	const keyless = withLowerKeys(root);
	const defaults = readDefaults(keyless, where);
	const maps = mapsOf(keyless, "builds").map((map) => withLowerKeys(map) ?? map);
	const read = (maps.length > 0 ? maps : [null]).map((map) => understand(where.file, () => readBuild(map, defaults)));
	return {
		entries: read.flatMap((entry) => isNotUnderstood(entry) ? [] : [entry]),
		notUnderstood: read.filter(isNotUnderstood)
	};
}
/** ko finds its keys whatever the case of their letters. */
function withLowerKeys(map) {
	if (map === null) return null;
	return {
		...map,
		entries: new Map([...map.entries].map(([name, value]) => [name.toLowerCase(), value]))
	};
}
/** KO_DEFAULTFLAGS and the like win over the file. */
function readDefaults(root, { file, context }) {
	const fromEnv = (name) => {
		const text = context.env[`KO_${name.toUpperCase()}`] ?? "";
		return text === "" ? null : {
			text,
			line: 1
		};
	};
	const list = (name) => {
		const written = fromEnv(name);
		return written === null ? textsOf(root, name.toLowerCase(), textFields) : textFields(written);
	};
	const images = child(root, "baseimageoverrides");
	return {
		file,
		context,
		platforms: koPlatforms(list("defaultPlatforms")),
		env: list("defaultEnv"),
		flags: list("defaultFlags"),
		ldflags: list("defaultLdflags"),
		image: fromEnv("defaultBaseImage") ?? textOf$1(root, "defaultbaseimage") ?? {
			text: defaultImage,
			line: 1
		},
		images: new Map(images?.kind === "map" ? [...images.entries.keys()].flatMap((path) => {
			const image = textOf$1(images, path);
			return image === null ? [] : [[path.toLowerCase(), image]];
		}) : [])
	};
}
/** A build of the list; null stands for all programs that have none. */
function readBuild(map, defaults) {
	const { file, platforms } = defaults;
	const dir = textOf$1(map, "dir") ?? {
		text: ".",
		line: map?.line ?? 1
	};
	const joined = posix.join(posix.dirname(file), dir.text).replace(/(.)\/$/, "$1");
	if (posix.isAbsolute(dir.text) || joined.split("/")[0] === "..") throw new Misread(dir, "is outside of the repository");
	const main = packageOf(textOf$1(map, "main")?.text ?? ".");
	const recipe = {
		defaults,
		line: map?.line ?? 1,
		env: textsOf(map, "env", wholeText),
		flags: textsOf(map, "flags", textFields),
		ldflags: textsOf(map, "ldflags", wholeText)
	};
	return {
		source: "ko",
		builder: null,
		file,
		line: recipe.line,
		id: textOf$1(map, "id")?.text ?? null,
		dir: joined,
		packages: map === null ? null : [main],
		platforms,
		settingsFor: (platform) => settingsFor(recipe, platform),
		image: imageOf(map === null ? null : posix.join(joined, main), defaults)
	};
}
/** `main` may be a file: its folder is what is built. Without "./" it is a folder all the same. */
function packageOf(main) {
	const folder = main.endsWith(".go") ? posix.dirname(main) : main;
	const path = posix.normalize(folder).replace(/(.)\/$/, "$1");
	return path === "." || path.startsWith("../") ? path : `./${path}`;
}
function settingsFor(recipe, platform) {
	const { platforms, file } = recipe.defaults;
	const built = platforms === null ? platform.name : koPlatformOf(platform, platforms);
	return built === null ? null : understand(file, () => settingsOf(recipe, built, platform));
}
/** The lists of a build replace the defaults; -trimpath comes last (pkg/build/gobuild.go of ko v0.18). */
function settingsOf({ defaults, line, ...own }, built, { goos, goarch }) {
	const { file, context } = defaults;
	const settings = koStart(built, line, context.env);
	const env = new Map([
		["LDFLAGS", known("")],
		["GOOS", known(goos)],
		["GOARCH", known(goarch)],
		...[...settings].map(([name, { text }]) => [name, known(text)]),
		...Object.entries(context.env).map(([name, value]) => [name, known(value)])
	]);
	for (const source of own.env.length > 0 ? own.env : defaults.env) {
		if (splitEntry(source.text) === null) throw new Misread(source, "is not NAME=value, which ko refuses");
		addEntry(source, [{
			kind: "literal",
			text: source.text
		}], {
			env,
			settings
		});
	}
	const scope = scopeOf(env);
	const print = ({ text }) => evaluateTemplate(text, scope);
	const all = [
		...flagWords(printFlags(own.flags.length > 0 ? own.flags : defaults.flags, print)),
		{
			text: "-trimpath",
			line
		},
		...linkerFlags(own.ldflags.length > 0 ? own.ldflags : defaults.ldflags, print)
	];
	return {
		kind: "settings",
		env: envIn(file, settings),
		flags: settingsIn(file, all)
	};
}
/** ko's templates have no functions beside those of text/template, and see these. */
function scopeOf(env) {
	return {
		field: (name) => {
			if (name === "Env") return envField(env, "ko");
			return unknown$1(/^(?:Git|GoEnv|Date|Timestamp)$/.test(name) ? `.${name} is known only when ko runs` : `.${name} is not known to ko`);
		},
		functions: /* @__PURE__ */ new Map()
	};
}
/** The image of a program; null where an override may be for it, which only its import path would tell. */
function imageOf(path, { file, image, images }) {
	const imageIn = ({ text, line }) => ({
		file,
		line,
		text,
		base: text,
		additions: "nothing"
	});
	if (images.size === 0) return imageIn(image);
	if (path === null || path === ".") return null;
	return imageIn([...images].find(([importPath]) => importPath.endsWith(`/${path.toLowerCase()}`))?.[1] ?? image);
}

// src/release/find-release-files.ts
/** The first one that is there counts, as goreleaser has it (cmd/config.go of v2.15). */
const goreleaserFiles = [
	".config/goreleaser",
	".goreleaser",
	"goreleaser"
].flatMap((name) => [`${name}.yml`, `${name}.yaml`]);
/** ko reads .ko.yaml; the other ending is found by the library that it uses. */
const koFiles = [".ko.yaml", ".ko.yml"];
/** In bytes. */
const sizeLimit = 524288;
const hintLimit = 6;
/**
* What a repository says of its releases: goreleaser's and ko's files at its root and in the working directory, Dockerfiles anywhere, and
* lines of other build files that may matter. Paths in it are relative to the repository's root; what cannot be read is a value.
*/
async function findRelease(folders, { files, env }) {
	const { repository, workingDirectory } = folders;
	const below = relative(repository, workingDirectory).split(sep).join("/");
	const isBelow = below !== "" && below !== ".." && !below.startsWith("../");
	const reader = {
		root: await files.realPath(repository) ?? repository,
		directory: isBelow ? below : ".",
		files,
		env
	};
	const readings = [];
	for (const folder of isBelow ? [".", below] : ["."]) readings.push(...await readFolder(folder, reader));
	const checked = await Promise.all(readings.flatMap(({ entries }) => entries).map((entry) => withFolder(entry, reader)));
	const { found: dockerfiles, refused } = await readAll(await listDockerfiles(reader), reader);
	const isNamed = checked.some((entry) => "dockerfiles" in entry && (entry.dockerfiles ?? []).length > 0);
	const view = dockerfiles.length === 0 && !isNamed ? null : await viewOf(reader);
	const images = view === null ? [] : dockerfiles.map(({ file, text }) => readDockerfile({
		path: file,
		text
	}, view));
	return {
		entries: [...await Promise.all(checked.flatMap((entry) => "kind" in entry ? [] : [entry]).map((entry) => withImages(entry, view, reader))), ...images.flatMap(({ entries }) => entries)],
		notUnderstood: [
			...readings.flatMap((reading) => reading.notUnderstood),
			...checked.flatMap((entry) => "kind" in entry ? [entry] : []),
			...refused,
			...images.flatMap((image) => image.notUnderstood)
		],
		hints: await findHints(reader)
	};
}
async function readFolder(folder, reader) {
	const goreleaser = await firstOf(goreleaserFiles, folder, reader);
	const ko = await namedKo(folder, reader) ?? await firstOf(koFiles, folder, reader);
	const projectName = await moduleName(folder, reader);
	return [...await readOne(goreleaser, (file) => readGoreleaser(file, {
		env: reader.env,
		projectName
	}), reader), ...await readOne(ko, (file) => readKo(file, { env: reader.env }), reader)];
}
/** KO_CONFIG_PATH is a file, or a folder with a .ko.yaml (ko v0.18, pkg/commands/options/build.go); ko runs in the working directory. */
async function namedKo(folder, { root, directory, files, env }) {
	const given = env.KO_CONFIG_PATH ?? "";
	if (given === "" || folder !== directory) return null;
	const path = relative(root, resolve(root, folder, given)).split(sep).join("/") || ".";
	return await files.kindOf(join(root, path)) === "folder" ? posix.join(path, ".ko.yaml") : path;
}
async function firstOf(names, folder, { root, files }) {
	for (const name of names) {
		const path = posix.join(folder, name);
		if (await files.kindOf(join(root, path)) !== void 0) return path;
	}
	return null;
}
async function readOne(path, read, reader) {
	if (path === null) return [];
	const text = await readInside(path, reader);
	return [typeof text === "string" ? await read({
		file: path,
		text
	}) : {
		entries: [],
		notUnderstood: [text]
	}];
}
/** The text of a file of the repository. Links that lead out of it are not followed. */
async function readInside(path, { root, files }) {
	const refuse = (why) => notUnderstood$1(path, {
		text: "",
		line: 1
	}, why);
	const real = await files.realPath(join(root, path));
	if (real === void 0 || real === "broken") return refuse("is a link to nothing");
	if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return refuse("is a link out of the repository");
	if (await files.kindOf(real) !== "file") return refuse("is not a file");
	if ((await files.size(real) ?? 0) > sizeLimit) return refuse(`is longer than ${sizeLimit / 1024} KiB`);
	return await files.readText(real) ?? refuse("cannot be read");
}
/** The last word of the module's path: goreleaser's name for a project that has no other. null where several things could name it. */
async function moduleName(folder, reader) {
	for (const name of ["Cargo.toml", "go.work"]) if (await reader.files.kindOf(join(reader.root, folder, name)) !== void 0) return null;
	const path = posix.join(folder, "go.mod");
	if (await reader.files.kindOf(join(reader.root, path)) !== "file") return null;
	const module = await modulePath(path, reader);
	return module === "" ? null : module.split("/").at(-1) ?? null;
}
/** Hooks of a release make folders that are not in the repository. */
async function withFolder(entry, { root, files }) {
	if (await files.kindOf(join(root, entry.dir)) === "folder") return entry;
	const { file, line, dir } = entry;
	return notUnderstood$1(file, {
		text: dir,
		line
	}, "builds in a folder that is not in the repository");
}
/** An entry with the images that the Dockerfiles which it names put its program into. */
async function withImages(entry, view, reader) {
	if (view === null) return entry;
	const images = await Promise.all((entry.dockerfiles ?? []).map(async (named) => {
		const text = await readInside(named.path, reader);
		return typeof text === "string" ? imagesIn({
			path: named.path,
			text
		}, named, view) : [];
	}));
	return {
		...entry,
		images: images.flat()
	};
}
/** Test data, and code of others. */
const notOurs = /(?:^|\/)(?:testdata|test-fixtures|fixtures|__tests__|vendor|third_party|node_modules|\.[^/]+)\//;
const ignored = [
	"**/.git/**",
	"**/node_modules/**",
	"**/vendor/**",
	"**/testdata/**"
];
/** Paths of Dockerfiles and Containerfiles, sorted. */
async function listDockerfiles({ root, files }) {
	return (await files.glob(`**/{Dockerfile,Containerfile,Dockerfile.*,Containerfile.*,*.[dD]ockerfile,*.[cC]ontainerfile}`, root, ignored)).filter((path) => !notOurs.test(path) && !path.endsWith(".dockerignore"));
}
async function readAll(paths, reader) {
	const read = await Promise.all(paths.map(async (file) => ({
		file,
		text: await readInside(file, reader)
	})));
	return {
		found: read.flatMap(({ file, text }) => typeof text === "string" ? [{
			file,
			text
		}] : []),
		refused: read.flatMap(({ text }) => typeof text === "string" ? [] : [text])
	};
}
/** What there is in the repository, for the paths that a Dockerfile copies. */
async function viewOf(reader) {
	const paths = await reader.files.glob("**/*", reader.root, ignored);
	const known = /* @__PURE__ */ new Set(["."]);
	for (const path of paths) for (let part = path; part !== "."; part = posix.dirname(part)) known.add(part);
	const sources = paths.filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"));
	const modules = paths.filter((path) => posix.basename(path) === "go.mod").map((path) => posix.dirname(path));
	return {
		exists: (path) => known.has(posix.normalize(path).replace(/\/$/, "")),
		goFolders: [...new Set(sources.map((path) => posix.dirname(path)))],
		modules: await Promise.all(modules.map(async (dir) => ({
			dir,
			path: await modulePath(posix.join(dir, "go.mod"), reader)
		})))
	};
}
/** Empty where the file does not say it. */
async function modulePath(path, reader) {
	const text = await readInside(path, reader);
	const [, module = ""] = typeof text === "string" ? /^module[ \t]+"?([^\s"]+)/m.exec(text) ?? [] : [];
	return module;
}
async function findHints(reader) {
	const paths = [];
	for (const pattern of hintFiles) paths.push(...await reader.files.glob(pattern, reader.root));
	const { found } = await readAll(paths, reader);
	return found.flatMap(hintsOf).slice(0, hintLimit);
}

// src/release/describe-release.ts
const nothing = {
	entries: [],
	notUnderstood: [],
	hints: []
};
/** What the repository says of its releases; null where something else is to ship. `env` is what a release would be started with. */
async function describeRelease({ ship, workingDirectory }, { files, env }) {
	if (ship !== "auto") return null;
	const directory = resolve(workingDirectory);
	const root = await findUp(directory, ".git", files) ?? directory;
	const foreign = foreignEvent(env);
	if (foreign !== null) return {
		root,
		description: nothing,
		why: `release configurations are not read in a run of ${foreign}`
	};
	return {
		root,
		description: await findRelease({
			repository: root,
			workingDirectory: directory
		}, {
			files,
			env
		}),
		why: null
	};
}
/** The same of a tree that is written out somewhere: `root` is its own root. */
async function describeReleaseIn(root, { ship, workingDirectory }, { files, env }) {
	if (ship !== "auto") return null;
	return {
		root,
		description: await findRelease({
			repository: root,
			workingDirectory
		}, {
			files,
			env
		}),
		why: null
	};
}

export { plainShip as $, isProgram as A, listedNames as B, describeCompiler as C, hasCgo as D, modulesBelow as E, findHead as F, withoutForeignGit as G, pathIn as H, findRepository as I, configure as J, findMachineFault as K, gitIn as L, buildVariable$1 as M, findActionSteps as N, hasCxx as O, parseWorkflow as P, parseJudged as Q, isJob as R, crossCompilerFor as S, locateModules as T, short as U, output as V, trustWorkTrees as W, candidatesBetween as X, foreignEvent as Y, findUp as Z, moduleErrors as _, planRelease as a, makeGo as b, planTargets as c, mixedCxx as d, whyUnknown as et, cgoOnlyReason as f, joinMessage as g, isSourceFault as h, needsMusl as i, reachable as j, importChain as k, withoutFolder as l, GoLister as m, describeReleaseIn as n, withRoles as o, parsePlatform as p, machineFaults as q, choosePlatformNames as r, describeNotUnderstood as s, describeRelease as t, readGivenEnv as u, readGoEnv as v, pLimit as w, mustSucceed as x, noReleases as y, lastLine as z };