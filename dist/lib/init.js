import { o as __toESM } from "./rolldown-runtime.js";
import { r as MachineFault, s as toError, t as ConfigError } from "./errors.js";
import { $ as plainShip, E as modulesBelow, I as findRepository, J as configure, L as gitIn, N as findActionSteps, P as parseWorkflow, V as output, Z as findUp, i as needsMusl, p as parsePlatform, r as choosePlatformNames, s as describeNotUnderstood, t as describeRelease } from "./describe-release.js";
import { l as linkageKind, n as matchesEnd, o as isStandalone, t as matchesBeginning } from "./glob.js";
import { i as plural } from "./english.js";
import { i as logLine } from "./text.js";
import { d as groupBy } from "./system-names.js";
import { c as splitList, i as isInputName, m as noPolicy, n as inputText, p as noLimits, r as inputs, t as inputNames } from "./inputs.js";
import { t as joinQuoted } from "./quoting.js";
import { t as repository } from "./version.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { dirname, join, posix, relative, resolve } from "node:path";

// src/init/describe-init.ts
/** What `init` wrote, and why; text from files is on lines of its own and made harmless. */
function describeInit({ drafts, reasons, report, own, hasPolicy }) {
	const files = drafts.flatMap(({ shown, text }) => [
		`wrote ${logLine(shown)}`,
		"",
		...indented(text),
		""
	]);
	const why = [
		...own === null ? [] : [`kept ${own.file}:${own.line}, which uses go-linkage already`],
		...own === null ? reasons.map(({ what, why: text }) => `${what}: ${text}`) : [],
		...describeShipped(report)
	];
	const next = hasPolicy ? [] : ["A regression fails a pull request; no rule says what has to be static: go-linkage init --policy writes rules."];
	const commit = drafts.length === 0 ? [] : ["Read it, and commit it."];
	return `${[
		...files,
		"Why",
		...why.map((line) => `  - ${logLine(line)}`),
		"",
		...next,
		...commit
	].join("\n")}\n`;
}
function indented(text) {
	return text.trimEnd().split("\n").map((line) => line === "" ? "" : `  ${logLine(line)}`);
}
/** Entries and hints that are listed; more are counted. */
const shownPlaces = 6;
function describeShipped({ cells, release, releaseSearch }) {
	const described = release.filter(({ file, source }) => file !== null && source !== "config");
	const entries = groupBy(described, ({ file, line }) => `${file ?? ""}:${line ?? 1}`).map(([first]) => {
		const settings = first.settings.length === 0 ? "" : `: ${first.settings.join(", ")}`;
		return `ships as ${first.file ?? ""}:${first.line ?? 1} builds it${settings}`;
	});
	const { hints, notUnderstood, note } = releaseSearch;
	const plain = release.some(({ source }) => source === "none");
	const hinted = plain ? hints.map(({ file, line, text }) => `${file}:${line} may say how it ships, and is not read: ${text}`) : [];
	return [
		...cut(entries, "more builds"),
		...plain ? ["ships as a plain go build: no release configuration was found; ship: NAME says it otherwise"] : [],
		...note === null ? [] : [note],
		...cut(notUnderstood.map(describeNotUnderstood), "more that are not understood"),
		...hinted,
		...describePrograms(cells)
	];
}
function cut(lines, what) {
	return lines.length <= shownPlaces ? [...lines] : [...lines.slice(0, shownPlaces), `${lines.length - shownPlaces} ${what}`];
}
/** `3 programs: 2 static, 1 dynamic (predicted)` */
function describePrograms(cells) {
	const judged = cells.filter(({ role }) => role !== "compared");
	const wordOf = (cell) => isStandalone(cell) ? "static" : linkageKind(cell) ?? "not judged";
	const groups = groupBy(judged, wordOf).map((group) => `${group.length} ${wordOf(group[0])}`);
	const programs = plural(new Set(judged.map((cell) => cell.package)).size, "program");
	const isPredicted = judged.some(({ status }) => status === "predicted");
	return [`${programs}: ${groups.join(", ")}${isPredicted ? " (predicted, not built)" : " (built)"}`];
}

// src/init/first-policy.ts
const schema = `https://raw.githubusercontent.com/${repository}/v1/docs/config.schema.json`;
/** A config file under which what ships passes just as it is. Rules, and no sizes or digests. */
function renderPolicy({ cells, inputs, strategies }) {
	return `${[
		`# yaml-language-server: $schema=${schema}`,
		"# What this project's binaries have to be. docs/policy.md of go-linkage explains it.",
		...renderInputs(inputs),
		...renderStrategies(strategies),
		"",
		"# The last rule that matches a program decides for it, as in CODEOWNERS. Globs: ?, *, ** and Go's ... stand for other text;",
		"# a package is named by its import path or the end of it, a platform by GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT.",
		"rules:",
		...rulesFor(cells).flatMap(renderRule)
	].join("\n")}\n`;
}
function renderInputs(inputs) {
	const entries = Object.entries(inputs);
	if (entries.length === 0) return [];
	return [
		"",
		"# What the workflow or the command line gives counts more.",
		"inputs:"
	].concat(entries.map(([name, value]) => `  ${name}: ${scalar(value)}`));
}
function renderStrategies(strategies) {
	if (strategies.length === 0) return [];
	const fields = ({ summary, env, tags, linkmode, extldflags, ldflags, buildmode, needs }) => [
		`    summary: ${scalar(summary)}`,
		...Object.keys(env).length === 0 ? [] : ["    env:"],
		...Object.entries(env).map(([name, value]) => `      ${name}: ${scalar(value)}`),
		...tags.length === 0 ? [] : [`    tags: [${tags.map(scalar).join(", ")}]`],
		...linkmode === null ? [] : [`    linkmode: ${linkmode}`],
		...extldflags === null ? [] : [`    extldflags: ${scalar(extldflags)}`],
		...ldflags.length === 0 ? [] : [`    ldflags: ${scalar(joinQuoted(ldflags))}`],
		...buildmode === null ? [] : [`    buildmode: ${buildmode}`],
		`    needs: ${needs}`
	];
	return [
		"",
		"strategies:",
		...strategies.flatMap((each) => [`  ${each.name}:`, ...fields(each)])
	];
}
/** One for all where all are alike; else the commonest first, and behind it those that are otherwise. */
function rulesFor(cells) {
	const byOutcome = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const outcome = outcomeOf(cell);
		const key = keyOf(outcome);
		const found = byOutcome.get(key) ?? {
			outcome,
			cells: []
		};
		found.cells.push(cell);
		byOutcome.set(key, found);
	}
	const [first, ...others] = [...byOutcome.values()].toSorted((a, b) => weightOf(b) - weightOf(a));
	if (first === void 0) return [];
	const names = [...new Set(cells.map((cell) => cell.package))];
	const platforms = [...new Set(cells.map(({ platform }) => platform))];
	const rest = others.flatMap((group) => boxes(group.cells, platforms).map(({ packages, ...box }) => {
		return {
			...box,
			packages: packages.map((name) => shortest(name, names)),
			outcome: group.outcome
		};
	}));
	const rules = [{
		packages: null,
		platforms: null,
		outcome: first.outcome
	}, ...rest];
	const longestLast = cells.toSorted((a, b) => a.platform.length - b.platform.length);
	for (const cell of longestLast) {
		const outcome = outcomeOf(cell);
		const decides = rules.findLast((rule) => matchesFirst(rule, cell));
		if (decides !== void 0 && keyOf(decides.outcome) === keyOf(outcome)) continue;
		rules.push({
			packages: [shortest(cell.package, names)],
			platforms: [cell.platform],
			outcome
		});
	}
	return rules;
}
function matchesFirst({ packages, platforms }, cell) {
	return (packages?.some((glob) => matchesEnd(glob, cell.package)) ?? true) && (platforms?.some((glob) => matchesBeginning(glob, cell.platform)) ?? true);
}
function keyOf({ require, maxGlibc, needed }) {
	return JSON.stringify([
		require,
		maxGlibc,
		needed
	]);
}
/** What is asked for is the rule, and what is not is the exception, however often it occurs. */
function weightOf({ outcome, cells }) {
	return cells.length + (outcome.require === "static" || outcome.require === "static-pie" ? 1e6 : 0);
}
/** Targets as packages × platforms: packages that are there on the same platforms share a rule. */
function boxes(cells, all) {
	const platformsOf = /* @__PURE__ */ new Map();
	for (const cell of cells) platformsOf.set(cell.package, [...platformsOf.get(cell.package) ?? [], cell.platform]);
	const byPlatforms = /* @__PURE__ */ new Map();
	for (const [name, platforms] of platformsOf) {
		const key = platforms.toSorted().join("\n");
		byPlatforms.set(key, [...byPlatforms.get(key) ?? [], name]);
	}
	return [...byPlatforms].map(([key, packages]) => {
		const platforms = key.split("\n");
		return {
			packages,
			platforms: platforms.length === all.length ? null : platforms
		};
	});
}
/** The end of an import path that names no other program of this run. */
function shortest(name, all) {
	const parts = name.split("/");
	const ends = parts.map((_, at) => parts.slice(at).join("/")).toReversed();
	const fits = (glob) => isPlainGlob(glob) && all.every((other) => other === name || !matchesEnd(glob, other));
	return ends.find((end, at) => (at > 0 || parts.length === 1) && fits(end)) ?? globFor(name);
}
function isPlainGlob(text) {
	return !/[?*[\]{}\\!\s]|\.\.\.|^\/|^\.{1,2}(?:\/|$)/.test(text);
}
/** What has no plain glob gets one in which the odd characters are any. */
function globFor(name) {
	return name.replace(/[[\]{}\\!\s]/g, "?");
}
function outcomeOf(cell) {
	const { linkage, status } = cell;
	const noLimits = {
		maxGlibc: null,
		needed: null
	};
	if (status === "built" && linkage === null) return {
		...noLimits,
		require: "none",
		why: "WebAssembly"
	};
	if (status !== "built" || linkage === null) return {
		...noLimits,
		require: "none",
		why: status === "failed" ? "does not build yet" : "was not built here"
	};
	switch (linkage.kind) {
		case "static-pie": return {
			...noLimits,
			require: "static-pie",
			why: "static, and loaded at a random address"
		};
		case "static":
		case "system": return {
			...noLimits,
			require: "static",
			why: "static, or only system libraries"
		};
		case "dynamic":
		case "library": {
			const require = "any";
			const needed = [...new Set(linkage.needed.map(globFor))].toSorted();
			return {
				require,
				maxGlibc: linkage.minGlibc,
				needed,
				why: `${linkage.kind}, with the current libraries and glibc`
			};
		}
		default: return {
			...noLimits,
			require: "none",
			why: "cannot be judged"
		};
	}
}
function renderRule({ packages, platforms, outcome }) {
	const fields = [
		...packages === null ? [] : [`packages: ${list(packages)}`],
		...platforms === null ? [] : [`platforms: ${list(platforms)}`],
		`require: ${outcome.require}`,
		...outcome.maxGlibc === null ? [] : [`max-glibc: ${JSON.stringify(outcome.maxGlibc)}`],
		...outcome.needed === null ? [] : [`needed: ${list(outcome.needed)}`]
	];
	return [`  # ${packages === null ? "Everything that no rule below is for" : "These"}: ${outcome.why}.`, ...fields.map((field, at) => `${at === 0 ? "  - " : "    "}${field}`)];
}
function list(items) {
	return `[${items.map(scalar).join(", ")}]`;
}
/** A word as YAML reads it back: in quotes unless there is no doubt. */
function scalar(text) {
	return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

// src/init/policy-draft.ts
/** Reads inputs and config file of a call and finds the policy's place. Throws ConfigError; `command` begins its message. */
async function planPolicy({ given, output }, command, ports) {
	const configured = await configure(given, ports);
	const { request } = configured;
	if (request.mode !== "check" && request.mode !== "explain") throw new ConfigError(`${command}: it builds the programs; name packages`);
	const { source } = request.gate.policy;
	const found = await firstFile$1(source?.candidates ?? [], ports);
	return {
		configured,
		request,
		path: resolve(output ?? found ?? source?.candidates.at(-1) ?? "")
	};
}
/** A request without a base and without rules: it only says what the programs are. */
function withoutGate(request) {
	const gate = {
		...request.gate,
		...noLimits,
		baseline: "none",
		require: "none",
		policy: noPolicy
	};
	return {
		...request,
		gate
	};
}
/**
* Builds what ships and returns the policy under which all of it passes. What a config file that is there gives of inputs and
* strategies stays. Throws ConfigError if nothing could be built; `command` begins its message.
*/
async function draftPolicy({ configured, request }, command, { ports, run }) {
	const { inputs: given, strategies } = configured;
	const { build, gate } = request;
	const shipped = {
		...build,
		strategies: build.strategies.filter(({ name }) => name === plainShip(build.ship))
	};
	const report = await run(withoutGate({
		...request,
		build: shipped
	}), ports);
	const cells = report.cells.filter(({ role }) => role !== "compared");
	if (!cells.some(({ status }) => status === "built")) throw new ConfigError(`${command}: no shipped build succeeded: ${report.verdict.reason}`);
	const { source } = gate.policy;
	const isKept = ([name]) => isInputName(name) && inputs[name].ofProject || Object.hasOwn(source?.lines ?? {}, name);
	const kept = Object.fromEntries(Object.entries(given).filter(isKept));
	return {
		text: renderPolicy({
			cells,
			inputs: kept,
			strategies
		}),
		report
	};
}
async function firstFile$1(paths, { files }) {
	for (const path of paths) if (await files.kindOf(path) === "file") return path;
}

// src/init/default-branch.ts
/** Asks git, without the network. `git` null: there is none. */
async function findDefaultBranch(git) {
	if (git === null) return {
		name: "main",
		why: "git could not be asked"
	};
	const remote = await mainRemote(git);
	const head = remote && await output(git("symbolic-ref", "--short", `refs/remotes/${remote}/HEAD`));
	if (head) return {
		name: head.slice(remote.length + 1),
		why: `${remote}/HEAD points to it`
	};
	const own = await branchesBelow("refs/heads/", git);
	const remotes = remote === null ? [] : await branchesBelow(`refs/remotes/${remote}/`, git);
	const current = await output(git("symbolic-ref", "--short", "HEAD"));
	const usual = ["main", "master"].find((name) => remotes.includes(name)) ?? usualOf(own, current);
	if (usual !== void 0) return {
		name: usual,
		why: "there is a branch of that name"
	};
	if (current !== null) return {
		name: current,
		why: "it is checked out"
	};
	return {
		name: "main",
		why: "no branch is checked out"
	};
}
/** With a single branch, that is it, whatever it is called. */
function usualOf(own, current) {
	return own.length > 1 || current === null ? ["main", "master"].find((name) => own.includes(name)) : void 0;
}
async function mainRemote(git) {
	const names = (await output(git("remote")) ?? "").split("\n").filter((name) => name !== "");
	return names.find((name) => name === "origin") ?? names[0] ?? null;
}
async function branchesBelow(prefix, git) {
	return (await output(git("for-each-ref", "--format=%(refname)", prefix)) ?? "").split("\n").map((ref) => ref.slice(prefix.length));
}

// src/init/workflow-text.ts
/** How workflows name the action, and the checkout before it: as the README does. */
const actionReference = `${repository}@v1`;
const checkoutReference = "actions/checkout@v6";
/** Relative to the root of a repository. */
const workflowPath = ".github/workflows/go-linkage.yml";
/** The text of a workflow that judges pushes to the default branch and pull requests. */
async function renderWorkflow(parts) {
	const yaml = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { packages, inputs, submodules } = parts;
	const install = packages.map((name) => ` ${name}`).join("");
	const document = new yaml.Document({
		name: "go-linkage",
		on: {
			push: { branches: [branchPattern(parts.branch)] },
			pull_request: null,
			...parts.hasMergeQueue ? { merge_group: null } : {}
		},
		permissions: { contents: "read" },
		jobs: { linkage: {
			"runs-on": "ubuntu-latest",
			steps: [
				{
					uses: checkoutReference,
					with: {
						"fetch-depth": 2,
						"persist-credentials": false,
						...submodules === null ? {} : { submodules: asScalar(submodules) }
					}
				},
				...packages.length === 0 ? [] : [{ run: `sudo apt-get update && sudo apt-get install -y${install}` }],
				{
					uses: actionReference,
					...inputs.length === 0 ? {} : { with: Object.fromEntries(inputs) }
				}
			]
		} }
	});
	document.commentBefore = " Fails a pull request that makes a program that you ship dynamic, or breaks its build. Written by go-linkage init.";
	addComments(document, yaml);
	return document.toString({
		lineWidth: 0,
		flowCollectionPadding: false,
		nullStr: ""
	});
}
function addComments(document, yaml) {
	const branches = document.getIn([
		"on",
		"push",
		"branches"
	], true);
	if (yaml.isSeq(branches)) branches.flow = true;
	for (const [path, comment] of [[["on", "push"], " A run of this branch saves the build cache that pull requests restore."], [[
		"jobs",
		"linkage",
		"steps",
		0,
		"with"
	], " The base commit; in a private repository, 0 for pushes and merge queues."]]) {
		const node = document.getIn(path, true);
		if (yaml.isNode(node)) node.commentBefore = comment;
	}
}
/** A name among the filters of a workflow, where some characters are patterns; git allows only these of them. */
function branchPattern(name) {
	return name.replaceAll("+", "\\+").replace(/^!/, "\\!");
}
function asScalar(text) {
	return text === "true" ? true : text;
}

// src/init/existing-workflows.ts
/** Reads `.github/workflows` below `root`. What cannot be read tells nothing. */
async function readWorkflows(root, files) {
	const read = async (path) => {
		const text = await files.kindOf(join(root, path)) === "file" ? await files.readText(join(root, path)) : void 0;
		return text === void 0 ? { kind: "absent" } : {
			kind: "text",
			text
		};
	};
	const paths = await files.glob(".github/workflows/*.y{a,}ml", root);
	const [repository = ""] = actionReference.split("@");
	const own = (await Promise.all(paths.map((path) => findActionSteps(path, {
		read,
		action: { repository }
	})))).flat();
	const readable = (await Promise.all(paths.map(async (file) => ({
		file,
		workflow: await parseWorkflow(await files.readText(join(root, file)) ?? "")
	})))).flatMap(({ file, workflow }) => workflow === null ? [] : [{
		file,
		workflow
	}]);
	const steps = readable.flatMap(stepsOf);
	const hasSubmodules = await files.kindOf(join(root, ".gitmodules")) === "file";
	return {
		own: own[0] ?? null,
		hasMergeQueue: readable.some(({ workflow }) => workflow.triggers.has("merge_group")),
		submodules: hasSubmodules ? steps.flatMap(submodulesOf)[0] ?? null : null,
		goVersionFile: await firstFile(steps.flatMap(versionFileOf), root, files),
		packages: firstOfEach(steps.flatMap(packagesOf))
	};
}
function stepsOf({ file, workflow }) {
	return workflow.jobs.flatMap(({ steps }) => steps.map((step) => ({
		...step,
		file
	})));
}
function submodulesOf({ uses, with: given, file }) {
	const found = uses?.startsWith("actions/checkout@") === true ? given.get("submodules") : void 0;
	return found !== void 0 && /^(?:true|recursive)$/.test(found.raw) ? [{
		file,
		line: found.line,
		value: found.raw
	}] : [];
}
/** What go-linkage finds by itself needs no input: go.mod and go.work. */
function versionFileOf({ uses, with: given, file }) {
	const found = uses?.startsWith("actions/setup-go@") === true ? given.get("go-version-file") : void 0;
	if (found === void 0 || !/^[\w./-]+$/.test(found.raw)) return [];
	return [{
		file,
		line: found.line,
		value: posix.normalize(found.raw)
	}];
}
async function firstFile(found, root, files) {
	for (const each of found) if (/^(?:go\.mod|go\.work|\.go-version|\.tool-versions)$/.test(posix.basename(each.value)) && await files.kindOf(join(root, each.value)) === "file") return each;
	return null;
}
/** C compilers, and headers and libraries for them. */
const forC = /^(?:lib[a-z0-9.+-]*-dev|(?:gcc|g\+\+)(?:-[a-z0-9.+-]+)?|clang(?:-\d+)?|musl(?:-tools|-dev)?|pkg-config|pkgconf|build-essential|crossbuild-essential-[a-z0-9]+)$/;
function packagesOf({ run, file, line }) {
	return (run ?? "").replaceAll("\\\n", " ").split(/\n|&&|;/).flatMap((command) => {
		const [, words] = /\bapt(?:-get)?\s(?:.*\s)?install\s(.*)$/.exec(command.trim()) ?? [];
		return (words ?? "").split(/\s+/).filter((word) => forC.test(word)).map((value) => ({
			file,
			line,
			value
		}));
	});
}
function firstOfEach(found) {
	return found.filter(({ value }, at) => found.findIndex((each) => each.value === value) === at);
}

// src/init/project.ts
/** Looks at a repository. Throws ConfigError where there is none and no `output` says what to write. */
async function findProject({ given, output }, ports) {
	const { files, env } = ports;
	const start = resolve(inputText("working-directory", given));
	const root = await findUp(start, ".git", files);
	if (root === void 0 && output === void 0) throw new ConfigError(`init: ${start} is in no git repository, and GitHub reads workflows at the root of one; run git init first, or name a file: -o FILE`);
	const top = root ?? start;
	const below = await onlyModule(start, given, ports);
	const directory = below ?? start;
	const hasGit = root !== void 0 && !("why" in await findRepository(top, ports));
	const described = await describeRelease({
		ship: inputText("ship", given),
		workingDirectory: directory
	}, {
		files,
		env
	});
	return {
		given: below === null ? given : {
			...given,
			"working-directory": relative(resolve("."), below)
		},
		folder: relative(top, directory).replaceAll("\\", "/") || ".",
		isFolderFound: below !== null,
		branch: await findDefaultBranch(hasGit ? gitIn(top, ports) : null),
		workflows: await readWorkflows(top, files),
		entries: described?.description.entries ?? [],
		workflowPath: output === void 0 || output === "-" ? join(top, workflowPath) : resolve(output)
	};
}
/** The folder of the only module below one that is in none; null: go can run where it is, or there are several or none. */
async function onlyModule(start, given, { files }) {
	if ((given.packages ?? "").trim() !== "") return null;
	for (const name of ["go.mod", "go.work"]) if (await findUp(start, name, files) !== void 0) return null;
	const [only, ...others] = await modulesBelow(start, files);
	return only === void 0 || others.length > 0 || dirname(only.dir) === only.dir ? null : only.dir;
}

// src/init/needed-packages.ts
/** The compilers that the release builds of some platforms start and that GitHub's Ubuntu runners do not have. */
function neededCompilers(entries, platforms) {
	const found = entries.flatMap((entry) => platforms.flatMap((platform) => compilersOf(entry, platform)));
	return found.filter(({ compiler }, at) => found.findIndex((each) => each.compiler === compiler) === at);
}
function compilersOf(entry, platform) {
	const settings = entry.settingsFor(platform);
	if (settings?.kind !== "settings") return [];
	const env = new Map(settings.env.map((each) => [each.name, each]));
	if (env.get("CGO_ENABLED")?.value === "0") return [];
	if (needsMusl(entry, settings)) {
		const { file, line } = entry.builder ?? entry;
		return [{
			file,
			line,
			compiler: "musl-gcc",
			packages: "musl-tools"
		}];
	}
	return ["CC", "CXX"].flatMap((name) => {
		const setting = env.get(name);
		const [compiler = ""] = setting?.value.trim().split(/\s+/) ?? [];
		if (setting === void 0 || isOnRunner(compiler)) return [];
		const { file, line } = setting;
		return [{
			file,
			line,
			compiler,
			packages: packageOf(compiler)
		}];
	});
}
/** Of the images that runners are made of (ubuntu-24.04, amd64), and programs of the repository itself. */
function isOnRunner(compiler) {
	return compiler === "" || /^(?:x86_64-linux-gnu-)?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+)?$/.test(compiler) || /^\.{0,2}\//.test(compiler);
}
/** Debian names the packages of cross compilers after the machine, with dashes. */
function packageOf(compiler) {
	if (compiler === "musl-gcc") return "musl-tools";
	const [, machine, language] = /^([a-z0-9_]+-linux-gnu[a-z0-9]*)-(gcc|g\+\+)(?:-\d+)?$/.exec(compiler) ?? [];
	if (machine !== void 0 && language !== void 0) return `${language}-${machine.replaceAll("_", "-")}`;
	const [, windows] = /^(x86_64|i686)-w64-mingw32-(?:gcc|g\+\+)(?:-(?:win32|posix))?$/.exec(compiler) ?? [];
	if (windows === void 0) return null;
	return `${compiler.includes("g++") ? "g++" : "gcc"}-mingw-w64-${windows.replaceAll("_", "-")}`;
}

// src/init/workflow.ts
/** More builds than this in one run, and only those that are needed are made. */
const manyBuilds = 40;
/** What GitHub's runners are. */
const runner = "linux/amd64";
/** The text of a project's workflow, and why it is as it is. */
async function workflowOf({ project, report, hasPolicy }) {
	const { branch, workflows } = project;
	const { inputs: given, reasons: ofInputs } = chooseInputs(project, report, hasPolicy);
	const { packages, reasons: ofPackages } = choosePackages(project, report);
	const { submodules, hasMergeQueue } = workflows;
	return {
		text: await renderWorkflow({
			branch: branch.name,
			hasMergeQueue,
			submodules: submodules?.value ?? null,
			packages,
			inputs: given
		}),
		reasons: [
			{
				what: `push to ${branch.name}`,
				why: branch.why
			},
			...hasMergeQueue ? [{
				what: "merge_group",
				why: "another workflow runs in the merge queue"
			}] : [],
			...submodules === null ? [] : [{
				what: `submodules: ${submodules.value}`,
				why: `as ${placeOf$1(submodules)}`
			}],
			...ofPackages,
			...ofInputs
		]
	};
}
function chooseInputs({ given, folder, isFolderFound, workflows }, report, hasPolicy) {
	const found = [];
	if (folder !== ".") found.push({
		name: "working-directory",
		value: folder,
		why: isFolderFound ? "the only go.mod is there" : null
	});
	const isWritten = (name) => !notWritten.has(name) && !(hasPolicy && inputs[name].ofProject);
	for (const name of inputNames.filter(isWritten)) {
		const value = (given[name] ?? "").trim();
		if (value !== "") found.push({
			name,
			value,
			why: null
		});
	}
	const file = workflows.goVersionFile;
	const isAsked = ["go-version", "go-version-file"].some((name) => (given[name] ?? "") !== "");
	if (file !== null && !isAsked && !isFoundAnyway(file.value, folder)) found.push({
		name: "go-version-file",
		value: file.value,
		why: `as ${placeOf$1(file)}`
	});
	const builds = countBuilds(given, report);
	if (builds > manyBuilds && (given.build ?? "") === "") found.push({
		name: "build",
		value: "needed",
		why: `all would be ${builds} builds`
	});
	return {
		inputs: found.map(({ name, value }) => [name, value]),
		reasons: found.flatMap(({ name, value, why }) => why === null ? [] : [{
			what: `${name}: ${value}`,
			why
		}])
	};
}
/** Programs on their platforms × strategies. */
function countBuilds(given, { cells }) {
	return new Set(cells.map(({ package: path, platform }) => `${path} ${platform}`)).size * splitList(inputText("strategies", given)).length;
}
/** The working directory is found from the root, and what a door sets is of one call. */
const notWritten = /* @__PURE__ */ new Set([
	"mode",
	"working-directory",
	"binaries",
	"images",
	"output-dir",
	"comment-key",
	"token"
]);
/** go-linkage looks for go.mod and go.work from the working directory upwards. */
function isFoundAnyway(path, folder) {
	const name = posix.basename(path);
	const above = posix.dirname(path);
	const isAbove = above === "." || folder === above || folder.startsWith(`${above}/`);
	return (name === "go.mod" || name === "go.work") && isAbove;
}
function choosePackages({ entries, given, workflows }, { cells }) {
	const asked = splitList(inputText("platforms", given));
	const { names } = choosePlatformNames(asked, runner, entries);
	const platforms = names.map((name) => parsePlatform(name, [name.split("/").slice(0, 2).join("/")]));
	const compilers = neededCompilers(entries, platforms);
	const known = compilers.flatMap(({ packages, compiler, ...place }) => packages === null ? [] : [{
		name: packages,
		why: `${placeOf$1(place)} builds with ${compiler}`
	}]);
	const copied = cells.some(usesC) ? workflows.packages.map((each) => ({
		name: each.value,
		why: `as ${placeOf$1(each)}`
	})) : [];
	const all = [...known, ...copied.filter(({ name }) => known.every((each) => each.name !== name))];
	const unknown = compilers.flatMap(({ packages, compiler, ...place }) => {
		if (packages !== null) return [];
		const why = `${placeOf$1(place)} builds with it, and runners do not have it: add a step that installs it`;
		return [{
			what: `not there yet: ${compiler}`,
			why
		}];
	});
	return {
		packages: [...new Set(all.map(({ name }) => name))].toSorted(),
		reasons: [...all.map(({ name, why }) => ({
			what: `apt-get install ${name}`,
			why
		})), ...unknown]
	};
}
/** Of its own or of a dependency; what the standard library needs of C is on every runner. */
function usesC({ cgo, package: program }) {
	const firstOf = (path) => path.split("/")[0] ?? "";
	return cgo.some((user) => firstOf(user.package).includes(".") || firstOf(user.package) === firstOf(program));
}
function placeOf$1({ file, line }) {
	return `${file}:${line}`;
}

// src/init/write-all.ts
/** Throws ConfigError for a path at which something stands; with `force`, for what is not a file. */
async function refuseExisting({ path, shown }, force, files) {
	if (await files.realPath(path) === void 0) return;
	if (!force) throw new ConfigError(`${shown} already exists; use --force to overwrite it`);
	if (await files.kindOf(path) !== "file") throw new ConfigError(`${shown} is not a file; remove it first`);
}
/**
* Writes all files or none: each is written beside its place, and only when all are there they are moved. Folders that it made go with
* them. Throws ConfigError for what exists, and MachineFault for what cannot be written.
*/
async function writeAll(drafts, force, files) {
	const places = [];
	for (const draft of drafts) {
		await refuseExisting(draft, force, files);
		const target = await files.realPath(draft.path) ?? draft.path;
		places.push({
			...draft,
			target,
			before: await files.readText(target)
		});
	}
	const made = /* @__PURE__ */ new Set();
	const moved = [];
	for (const { target } of places) {
		const folder = await firstMissing(dirname(target), files);
		if (folder !== null) made.add(folder);
	}
	let current = places[0];
	try {
		for (const place of places) {
			current = place;
			await files.writeText(asideOf(place), place.text);
		}
		for (const place of places) {
			current = place;
			await files.move(asideOf(place), place.target);
			moved.push(place);
		}
	} catch (thrown) {
		await undo(places, {
			moved,
			made
		}, files);
		const error = toError(thrown);
		const why = describeMachineTrouble(error);
		if (why === null) throw thrown;
		const what = `${current?.shown ?? "a file"} cannot be written, so nothing was`;
		throw new MachineFault(`${what}: ${why.replace(asideEnding, "")}`, { cause: thrown });
	}
}
const asideEnding = ".go-linkage-new";
function asideOf({ target }) {
	return `${target}${asideEnding}`;
}
/** The highest folder of a path that is not there; null if all are. */
async function firstMissing(path, files) {
	let missing = null;
	for (let folder = path; await files.kindOf(folder) === void 0; folder = dirname(folder)) {
		missing = folder;
		if (dirname(folder) === folder) break;
	}
	return missing;
}
/** As it was before. What cannot be undone is left: the reason why the writing failed is the one to show. */
async function undo(places, { moved, made }, files) {
	const steps = [
		...places.map((place) => () => files.remove(asideOf(place))),
		...moved.map((place) => () => restore(place, files)),
		...[...made].map((folder) => () => files.remove(folder))
	];
	for (const step of steps) await step().catch(() => void 0);
}
function restore({ target, before }, files) {
	return before === void 0 ? files.remove(target) : files.writeText(target, before);
}

// src/init/init.ts
/** Builds what ships, as it is, and writes the policy under which all of it passes. Throws ConfigError. */
async function initPolicy(call, means) {
	const { output, force } = call;
	const { files } = means.ports;
	const command = "policy init";
	const plan = await planPolicy({
		...call,
		output: output === "-" ? void 0 : output
	}, command, means.ports);
	const place = {
		path: plan.path,
		shown: output ?? plan.path
	};
	if (output !== "-") await refuseFor(command, () => refuseExisting(place, force, files));
	const { text } = await draftPolicy(plan, command, means);
	if (output === "-") return {
		text,
		notes: ""
	};
	await writeAll([{
		...place,
		text
	}], force, files);
	return {
		text: `wrote ${place.shown}; read it, and commit it\n`,
		notes: ""
	};
}
/**
* Writes the workflow of a project and, where wanted, its policy: both or none. `ask` is null where nobody can answer. Throws ConfigError
* before anything is built for files that are there, and for a workflow that uses the action already.
*/
async function initProject(call, means) {
	const { ports, ask } = means;
	const { output, force } = call;
	const project = await findProject(call, ports);
	const own = force || output !== void 0 ? null : project.workflows.own;
	const workflow = {
		path: project.workflowPath,
		shown: shownPath(project.workflowPath)
	};
	if (own === null && output !== "-") await refuseFor("init", () => refuseExisting(workflow, force, ports.files));
	const plan = await planWantedPolicy(call, project, {
		ports,
		ask
	});
	if (own !== null && plan === null) throw alreadyUsed(own);
	const policy = plan === null ? null : {
		...placeOf(plan),
		...await draftPolicy(plan, "init", means)
	};
	const report = policy?.report ?? await predictShipped(project, means);
	const hasPolicy = policy !== null;
	const { text, reasons } = await workflowOf({
		project,
		report,
		hasPolicy
	});
	const drafts = [...own === null ? [{
		...workflow,
		text
	}] : [], ...policy === null ? [] : [policy]];
	const notes = describeInit({
		drafts: output === "-" ? [] : drafts,
		reasons,
		report,
		own,
		hasPolicy
	});
	if (output === "-") return {
		text,
		notes
	};
	await writeAll(drafts, force, ports.files);
	return {
		text: notes,
		notes: ""
	};
}
function alreadyUsed({ file, line }) {
	return new ConfigError(`init: ${file}:${line} uses go-linkage already, so nothing was written; go-linkage init --policy writes a policy for it, and --force another workflow`);
}
function placeOf({ path }) {
	return {
		path,
		shown: shownPath(path)
	};
}
async function planWantedPolicy({ policy, output, force }, { given }, { ports, ask }) {
	if (policy === false) return null;
	if (policy === true && output === "-") throw new ConfigError("init: -o - prints one file; use go-linkage policy init -o - for the policy");
	if (policy === null && (ask === null || output === "-")) return null;
	const plan = await planPolicy({
		given,
		output: void 0
	}, "init", ports);
	const place = placeOf(plan);
	if (policy === true) {
		await refuseFor("init", () => refuseExisting(place, force, ports.files));
		return plan;
	}
	if (await ports.files.realPath(plan.path) !== void 0 || ask === null) return null;
	return await ask(`Write a policy too (${place.shown})? It builds what ships, and fails a later change that makes it worse. [y/N] `) ? plan : null;
}
/** Predicts what the default strategies make of the programs; nothing is built. */
async function predictShipped({ given }, { ports, run }) {
	const strategies = given.strategies ?? "default cgo-disabled netgo external";
	const { request } = await configure({
		...given,
		strategies,
		mode: "explain"
	}, ports);
	if (request.mode !== "explain") throw new ConfigError("init: it looks at programs; name packages");
	return run(withoutGate(request), ports);
}
async function refuseFor(command, refuse) {
	try {
		await refuse();
	} catch (thrown) {
		if (!(thrown instanceof ConfigError)) throw thrown;
		throw new ConfigError(`${command}: ${thrown.message}`, { cause: thrown });
	}
}
function shownPath(path) {
	return relative(resolve("."), path).replaceAll("\\", "/");
}

export { initPolicy, initProject };