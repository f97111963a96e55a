import { o as __toESM } from "./rolldown-runtime.js";
import { n as Interrupted, s as toError, t as ConfigError } from "./errors.js";
import { n as makeFolder, t as makeFiles } from "./files.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { n as Progress, r as plainProgress, t as listenForInterrupts } from "./interrupt.js";
import { a as displayWidth, c as formats, i as cutMiddle, l as nodePorts, n as splitRun, o as require_picocolors, r as renderTerminal, s as formatNames, t as run } from "./run.js";
import { i as logLine, o as printable, r as formatTime, s as sanitize } from "./text.js";
import { a as systemName, c as systemTable, l as didYouMean, r as isSupported, u as nearest } from "./system-names.js";
import { w as renderJson } from "./words.js";
import { r as inputs, s as quotePattern, t as inputNames } from "./inputs.js";
import { J as configure } from "./describe-release.js";
import { n as version } from "./version.js";
import { parseArgs } from "node:util";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";

// src/ports/question.ts
/**
* Asks a person at a terminal for yes or no; whatever else is answered, and an input that has ended, is no. `show` writes to that
* terminal. null where stdin is not one. Throws the reason of the signal when it is aborted.
*/
function makeQuestion(signal, show) {
	const { stdin } = process;
	if (!stdin.isTTY) return null;
	return (text) => new Promise((resolve, reject) => {
		const reader = createInterface({
			input: stdin,
			terminal: false
		});
		const end = () => {
			reject(signal.reason);
			reader.close();
		};
		show(text);
		signal.addEventListener("abort", end, { once: true });
		reader.once("line", (line) => {
			resolve(/^\s*y(?:es)?\s*$/i.test(line));
			reader.close();
		});
		reader.once("close", () => {
			signal.removeEventListener("abort", end);
			resolve(false);
		});
	});
}

// src/ports/live-area.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const eraseToLineEnd = "\x1B[K";
const eraseBelow = "\x1B[J";
/**
* Lines below everything else that are drawn anew in place. The cursor rests at the start of the line below them and is never
* hidden, so whatever ends this process leaves a terminal that works. `linesFor` is asked for lines that fit: fewer than the
* terminal has rows, each narrower than it.
*/
function openLiveArea(terminal, linesFor) {
	let drawn = [];
	let isHidden = false;
	const size = () => ({
		columns: Math.max(1, known(terminal.columns, 80) - 1),
		rows: Math.max(1, known(terminal.rows, 24) - 1)
	});
	/** To the start of the area. A terminal that became narrower has broken its lines. */
	const toStart = () => {
		const columns = size().columns + 1;
		const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(visibleWidth(line) / columns)), 0);
		return rows === 0 ? "" : `\u001b[${rows}A\r`;
	};
	/** In one write, so that nobody sees half of it. */
	const replace = (above) => {
		const start = toStart();
		drawn = isHidden ? [] : linesFor(size());
		terminal.write(`${start}${above}${drawn.map((line) => `${line}${eraseToLineEnd}\n`).join("")}${eraseBelow}`);
	};
	const draw = () => {
		if (!isHidden) replace("");
	};
	const erase = () => {
		if (drawn.length > 0) terminal.write(`${toStart()}${eraseBelow}`);
		drawn = [];
	};
	terminal.on("resize", draw);
	return {
		draw,
		print: (text) => {
			replace(`${text.split("\n").join(`${eraseToLineEnd}\n`)}${eraseToLineEnd}\n`);
		},
		hide: () => {
			isHidden = true;
			erase();
		},
		show: () => {
			isHidden = false;
		},
		close: () => {
			terminal.off("resize", draw);
			erase();
		}
	};
}
/** Some terminals say 0 for what they do not know. */
function known(size, usual) {
	return size !== void 0 && size > 0 ? size : usual;
}
/** Without the colours, which take no columns. */
function visibleWidth(line) {
	return displayWidth(line.replaceAll(/\u001b\[\d*m/g, ""));
}

// src/ports/terminal-style.ts
/**
* Whether a stream gets colour. As Node.js and supports-color decide: FORCE_COLOR wins over everything, in both directions, then
* NO_COLOR (https://no-color.org) wins over what the terminal can do. In CI a terminal is a log that somebody reads later.
*/
function wantsColor({ env, isTTY }) {
	if (env.FORCE_COLOR !== void 0) return [
		"",
		"1",
		"2",
		"3",
		"true"
	].includes(env.FORCE_COLOR);
	return !isSet(env.NO_COLOR) && isTTY === true && !isDumb(env) && !isCI(env);
}
/** Whether lines may be drawn anew: not in a file, not in a log, and not where the cursor cannot be moved. */
function wantsLiveLines({ env, isTTY }) {
	return isTTY === true && !isDumb(env) && !isCI(env);
}
function isSet(value) {
	return value !== void 0 && value !== "";
}
function isDumb({ TERM }) {
	return TERM === "dumb";
}
function isCI({ CI }) {
	return isSet(CI) && CI !== "false" && CI !== "0";
}
/** A pipe has no width; this is what fits into most windows beside each other, and into GitHub's log. */
const widthOfPipe = 120;
/** Of a terminal that does not know its own. */
const usualWidth = 80;
function columnsOf(stream) {
	if (stream.isTTY !== true) return widthOfPipe;
	return stream.columns !== void 0 && stream.columns > 0 ? stream.columns : usualWidth;
}

// src/ports/terminal-log.ts
const spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
const tickMs = 100;
/**
* Progress on stderr, so that stdout holds nothing but the report. A terminal gets a live line for everything that is going on;
* a pipe, a dumb terminal and a log in CI get a plain line when it starts and when it ends.
*/
function makeTerminalLog(stream, env) {
	const screen = {
		env,
		isTTY: stream.isTTY === true
	};
	return wantsLiveLines(screen) ? liveLog(stream, wantsColor(screen)) : plainLog(stream);
}
function plainLog(stream) {
	const write = (text) => {
		stream.write(`${logLine(text)}\n`);
	};
	return {
		...plainProgress(write),
		info: write,
		warning: (text) => {
			write(`warning: ${text}`);
		},
		raw: () => void 0,
		withoutLines: (body) => body(),
		close: () => void 0
	};
}
function liveLog(stream, color) {
	const colors = import_picocolors.default.createColors(color);
	const progress = new Progress();
	let frame = 0;
	const area = openLiveArea(stream, ({ columns, rows }) => {
		const mark = spinner[frame % 10] ?? "";
		const head = `${colors.cyan(mark)} ${colors.bold(cutMiddle(progress.headline, columns - 2))}`;
		const { running } = progress;
		const shown = running.length < rows ? running : running.slice(0, Math.max(0, rows - 2));
		const lines = shown.map(({ title, started }) => {
			const time = `  ${formatTime(performance.now() - started)}`;
			return `  ${cutMiddle(title, columns - 2 - time.length)}${colors.dim(time)}`;
		});
		const more = running.length - shown.length;
		return [
			head,
			...lines,
			...more > 0 && rows > 1 ? [cutMiddle(`  … and ${more} more`, columns)] : []
		];
	});
	const timer = setInterval(() => {
		frame++;
		area.draw();
	}, tickMs);
	timer.unref();
	return {
		group: (stage, body, pieces) => {
			progress.begin(stage, pieces);
			return body();
		},
		info: (text) => {
			area.print(logLine(text));
		},
		warning: (text) => {
			area.print(`${colors.yellow("warning:")} ${logLine(text)}`);
		},
		raw: () => void 0,
		activity: (title) => {
			const end = progress.start(title);
			return (outcome, ended) => {
				const { text, isTrouble } = end(outcome, ended);
				if (isTrouble) area.print(`${colors.red("✗")} ${printable(text)}`);
			};
		},
		withoutLines: async (body) => {
			area.hide();
			try {
				return await body();
			} finally {
				area.show();
			}
		},
		close: () => {
			clearInterval(timer);
			area.close();
		}
	};
}

// src/report/list-systems.ts
/** What `go-linkage systems` prints: each system with its C library, its end of support, its processors and its other names. */
function listSystems() {
	const { date, systems } = systemTable();
	const rows = systems.map((system) => [
		system.id,
		systemName(system),
		system.libc === "none" ? "no C library" : `${system.libc} ${system.version ?? "(version not recorded)"}`,
		system.end === null || system.end === "none" ? "" : `${system.end < date ? "ended" : "until"} ${system.end}`,
		isSupported(system, date) ? "supported" : "",
		system.processors.map(({ processor }) => processor).join(" "),
		system.aliases.join(" ")
	]);
	const widths = [
		0,
		1,
		2,
		3,
		4,
		5
	].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return `Systems that runs-on knows, as of ${date}; supported stands for all that are marked so\n\n${rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()).join("\n")}\n`;
}

// src/config/commands.ts
const ofBuilds = [
	"strategies",
	"platforms",
	"ship",
	"flags",
	"output-dir"
];
const ofGo = [
	"go-version",
	"go-version-file",
	"go-download-base-url",
	"go-sha256"
];
const ofCheck = ["build"];
const ofComparison = ["baseline", "on-missing-baseline"];
const ofLegs = [
	"legs",
	"plan",
	"leg",
	"reports"
];
/** What the command line can do, by its words, in the order of the help. */
const commands = {
	check: {
		usage: "[check] [packages…] [options]",
		summary: "build under every strategy and judge the binaries",
		unused: [
			"binaries",
			"images",
			"legs",
			"reports"
		],
		reports: true
	},
	explain: {
		usage: "explain [packages…] [options]",
		summary: "predict linkage without building",
		unused: [
			"binaries",
			"images",
			"output-dir",
			"prove",
			...ofCheck,
			...ofComparison,
			...ofLegs
		],
		reports: true
	},
	inspect: {
		usage: "inspect PATH… [options]",
		summary: "analyse existing binaries, archives and packages",
		unused: [
			"packages",
			...ofBuilds,
			...ofCheck,
			...ofGo,
			...ofComparison,
			...ofLegs,
			"baseline-ref"
		],
		reports: true
	},
	plan: {
		usage: "plan [packages…] [options]",
		summary: "split the builds of check into legs for several machines",
		unused: [
			"binaries",
			"images",
			"leg",
			"output-dir"
		],
		reports: false
	},
	merge: {
		usage: "merge --plan FILE REPORT…",
		summary: "make one report and one verdict of those of all legs",
		unused: inputNames.filter((name) => ![
			"plan",
			"reports",
			"working-directory"
		].includes(name)),
		reports: true
	},
	init: {
		usage: "init [packages…] [options]",
		summary: "write a workflow, and with --policy a policy, from what is found",
		unused: [
			"binaries",
			"images",
			"output-dir",
			"prove",
			...ofLegs
		],
		reports: false
	},
	"policy init": {
		usage: "policy init [packages…]",
		summary: "write a first policy that the current build passes",
		unused: [...[
			"binaries",
			"images",
			"strategies",
			"output-dir",
			"prove",
			"require",
			"fail-on",
			"policy-relaxation"
		], ...[
			...ofCheck,
			...ofComparison,
			...ofLegs,
			"baseline-ref"
		]],
		reports: false
	},
	systems: {
		usage: "systems",
		summary: "list the systems that runs-on knows",
		unused: inputNames,
		reports: false
	}
};
const commandNames = Object.keys(commands);
/** Throws ConfigError for what is meant as a command and is none: a package of that name goes by `check NAME`. */
function readCommand(words) {
	const [first, second] = words;
	if (first === "policy") {
		if (second === "init") return {
			name: "policy init",
			isNamed: true,
			rest: words.slice(2)
		};
		const what = second === void 0 ? "policy needs a command" : `unknown command policy ${second}`;
		throw new ConfigError(`${what}; did you mean policy init?`);
	}
	const name = commandNames.find((each) => each === first);
	if (name !== void 0) return {
		name,
		isNamed: true,
		rest: words.slice(1)
	};
	const near = first === void 0 || !/^[a-z]+$/i.test(first) ? void 0 : nearest(first, firstWords);
	if (first !== void 0 && near !== void 0) throw new ConfigError(`unknown command ${first}; did you mean ${near}? (a package of this name: go-linkage check ${first})`);
	return {
		name: "check",
		isNamed: false,
		rest: words
	};
}
const firstWords = [...commandNames.map((name) => name.split(" ")[0] ?? name), "help"];
/** Throws ConfigError for an option that the command ignores: its caller relies on it. */
function refuseUnused(name, options) {
	const { unused, reports } = describe(name);
	const found = options.find((option) => {
		return unused.some((each) => each === option) || !reports && /^(?:json|report-.*)$/.test(option) && !(name === "plan" && option === "json");
	});
	if (found === void 0) return;
	throw new ConfigError(`${name} does not use --${found}; go-linkage help ${name} lists what it uses`);
}
/** What to say of an option that nobody knows. */
function unknownOption(option, known) {
	const dashed = known.map((name) => `--${name}`);
	const word = option.replace(/=.*$/s, "");
	return `unknown option ${word}${didYouMean(word, dashed)}`;
}
function describe(name) {
	return commands[name];
}
/** The command that `help` is asked about; null: all. Throws ConfigError for what is none. */
function readHelpTopic(words) {
	const topic = words.join(" ");
	if (topic === "") return null;
	if (topic === "policy") return "policy init";
	const name = commandNames.find((each) => each === topic);
	if (name !== void 0) return name;
	throw new ConfigError(`help: unknown command ${topic}${didYouMean(topic, commandNames)} (commands: ${commandNames.join(", ")})`);
}
const packagesHelp = "  packages                      main packages: folders, import paths or patterns (default ./...)";
const fileHelp = "  FILE                          a binary, or a glob in quotes";
/** `formats`: the lines of the options that write a report. */
function helpText(topic, formats) {
	const shown = topic === null ? commandNames : [topic];
	const usages = shown.map((name) => describe(name));
	const width = Math.max(...usages.map(({ usage }) => usage.length));
	const lines = usages.map(({ usage, summary }, at) => {
		return `${at === 0 ? "Usage:" : "      "} go-linkage ${usage.padEnd(width)}   ${summary}`;
	});
	const isUsed = (name) => usages.some(({ unused }) => !unused.includes(name));
	const names = [...isUsed("packages") ? [packagesHelp] : [], ...isUsed("binaries") ? [fileHelp] : []];
	const reports = usages.some((each) => each.reports) ? ["  --json                        print only the report, as JSON, to stdout", ...formats] : [];
	const init = [...shown.includes("init") ? ["  --policy, --no-policy         init: write a policy too, or do not ask for one at a terminal"] : [], ...shown.includes("init") || shown.includes("policy init") ? [`  -o FILE, --force              ${writers(shown)}: write to FILE (- is stdout); overwrite an existing file`] : []];
	const more = topic === null ? ["       go-linkage help COMMAND"] : [];
	return `go-linkage: how a Go program is linked under every static-linking strategy, why, and what to do

${[...lines, ...more].join("\n")}

${names.join("\n")}

Options:
${inputNames.filter(isUsed).flatMap(describeOption).join("\n")}
${[
		...reports,
		...init,
		"  -h, --help, --version"
	].join("\n")}

Exit codes: 0 passed or warned, 1 the gate failed, 2 usage error, 3 any other error
`;
}
function writers(shown) {
	return shown.filter((name) => !describe(name).reports).join(", ");
}
/** The lines of help of an input. */
function describeOption(name) {
	const { option, default: preset } = inputs[name];
	if (option === null || option === "hidden") return [];
	return [`--${name} ${option.value}`, ...option.help.slice(1).map(() => "")].map((head, at) => `  ${head.padEnd(30)}${option.help[at] ?? ""}`.replace("DEFAULT", preset.replaceAll(" ", ",")));
}

// src/config/report-paths.ts
/** `paths`: the file of each format of the report. Refuses report paths that cannot be files before anything is built. Throws ConfigError. */
async function refuseUnusablePaths(paths, files) {
	const names = /* @__PURE__ */ new Map();
	for (const [format, path] of paths) {
		const [option, whole] = [`--report-${format}`, resolve(path)];
		if (path === "") throw new ConfigError(`${option} needs the path of a file`);
		if (await files.kindOf(path) === "folder") throw new ConfigError(`${option}: ${path} is a folder; give a file`);
		const other = names.get(whole);
		if (other !== void 0) throw new ConfigError(`${other} and ${option} name the same file, ${path}`);
		names.set(whole, option);
		const file = await fileAbove(whole, files);
		if (file !== null) throw new ConfigError(`${option}: ${file} is a file, not a folder; choose another path`);
	}
}
/** The part of a path that is a file where a folder is wanted. */
async function fileAbove(path, files) {
	for (let dir = dirname(path);; dir = dirname(dir)) {
		const kind = await files.kindOf(dir);
		if (kind !== void 0) return kind === "folder" ? null : dir;
		if (dirname(dir) === dir) return null;
	}
}

// src/cli.ts
const formatHelp = formatNames.map((name) => `  ${`--report-${name} FILE`.padEnd(30)}write the report as ${formats[name].help}`);
const textOption = { type: "string" };
const flagOption = { type: "boolean" };
const options = {
	...Object.fromEntries(inputNames.filter((name) => inputs[name].option !== null).map((name) => [name, textOption])),
	images: {
		type: "string",
		multiple: true
	},
	...Object.fromEntries(formatNames.map((name) => [`report-${name}`, textOption])),
	json: flagOption,
	version: flagOption,
	force: flagOption,
	policy: flagOption,
	"no-policy": flagOption,
	help: {
		type: "boolean",
		short: "h"
	},
	output: {
		type: "string",
		short: "o"
	}
};
/** The options and the words between them. Throws ConfigError in words of its own: Node's are about its own interface. */
function parseWords(argv) {
	const args = joinDashedValues(argv);
	try {
		return parseArgs({
			args,
			options,
			allowPositionals: true
		});
	} catch (thrown) {
		const { code } = toError(thrown);
		const [, option = ""] = /'(?:-\w, )?(--?[^'\s]+)/.exec(toError(thrown).message) ?? [];
		const list = "(go-linkage --help lists the options)";
		if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new ConfigError(`${unknownOption(option, Object.keys(options))} ${list}`);
		const isFlag = Object.entries(options).some(([name, { type }]) => option === `--${name}` && type === "boolean");
		throw new ConfigError(`${option} ${isFlag ? "takes no value" : `needs a value: ${option}=VALUE`} ${list}`);
	}
}
function parseCall(argv) {
	const { values, positionals } = parseWords(argv);
	if (values.version === true) return { print: `go-linkage ${version}\n` };
	if (positionals[0] === "help") return { print: helpText(readHelpTopic(positionals.slice(1)), formatHelp) };
	const command = readCommand(positionals);
	const { name, isNamed, rest } = command;
	if (values.help === true) return { print: helpText(isNamed ? name : null, formatHelp) };
	if (name === "systems") return printSystems(rest, Object.keys(values));
	const init = initCommand(name, values);
	const given = inputsIn(values);
	given.mode = modeOf(command, given.mode);
	refuseUnused(init ?? commandNames.find((each) => each === given.mode) ?? name, Object.keys(values));
	const list = given.mode === "inspect" ? "binaries" : given.mode === "merge" ? "reports" : "packages";
	const items = list === "packages" ? rest.map(quotePattern) : rest;
	if (items.length > 0) given[list] = [given[list] ?? "", ...items].join("\n");
	return {
		init,
		policy: values.policy === true ? true : values["no-policy"] === true ? false : null,
		given,
		output: typeof values.output === "string" ? values.output : void 0,
		force: values.force === true,
		json: values.json === true,
		paths: pathsIn(values)
	};
}
/** Throws ConfigError: the table is the same whatever is asked. */
function printSystems(words, options) {
	refuseUnused("systems", options);
	if (words.length > 0) throw new ConfigError("systems takes no arguments");
	return { print: listSystems() };
}
/** Throws ConfigError for options of a command that is not called. */
function initCommand(name, values) {
	const init = name === "init" || name === "policy init" ? name : null;
	if (init === null && (values.output !== void 0 || values.force === true)) throw new ConfigError("-o and --force are only for go-linkage init and policy init; use --report-json FILE and similar for reports");
	const option = ["policy", "no-policy"].find((each) => values[each] === true);
	if (option !== void 0 && init !== "init") throw new ConfigError(`--${option} is only for go-linkage init`);
	if (values.policy === true && values["no-policy"] === true) throw new ConfigError("--policy and --no-policy exclude each other");
	return init;
}
/** Here the command decides, and no file. */
function modeOf({ name, isNamed }, given) {
	if (name === "init" || name === "policy init") return "check";
	return isNamed ? name : given ?? "check";
}
function pathsIn(values) {
	const given = formatNames.map((name) => [name, values[`report-${name}`]]);
	return new Map(given.flatMap(([name, path]) => typeof path === "string" ? [[name, path]] : []));
}
function inputsIn(values) {
	const given = {};
	for (const name of inputNames) {
		const value = values[name];
		if (typeof value === "string") given[name] = value;
		else if (Array.isArray(value)) given[name] = value.join("\n");
	}
	return given;
}
/** `--flags -trimpath`: the options whose values may begin with a dash, which parseArgs takes for a forgotten value. */
function joinDashedValues(argv) {
	const joined = [];
	for (let at = 0; at < argv.length; at++) {
		const word = argv[at] ?? "";
		const value = argv[at + 1];
		if ((word === "--flags" || word === "--prove") && value !== void 0) {
			joined.push(`${word}=${value}`);
			at++;
		} else joined.push(word);
	}
	return joined;
}
async function perform(argv) {
	const call = parseCall(argv);
	if ("print" in call) {
		process.stdout.write(call.print);
		return 0;
	}
	const interruption = listenForInterrupts();
	const log = makeTerminalLog(process.stderr, process.env);
	const { files, removeTempDirs } = makeFiles(tmpdir());
	try {
		const ports = nodePorts({
			files,
			log,
			signal: interruption.signal
		});
		if (call.init !== null) {
			const { initPolicy, initProject } = await import("./init.js");
			const question = process.stderr.isTTY ? makeQuestion(interruption.signal, (text) => process.stderr.write(text)) : null;
			const means = {
				ports,
				run,
				ask: question && ((text) => log.withoutLines(() => question(text)))
			};
			const { text, notes } = await (call.init === "init" ? initProject(call, means) : initPolicy(call, means));
			log.close();
			process.stderr.write(notes);
			process.stdout.write(text);
			return 0;
		}
		await refuseUnusablePaths(call.paths, ports.files);
		const request = await requestOf(call, ports);
		if (request.mode === "plan") return await writePlan(request, call, {
			ports,
			log
		});
		const report = await run(request, ports);
		log.close();
		const areWritten = await writeReports(call, report);
		if (report.verdict.outcome === "fail") return 1;
		return areWritten ? 0 : 3;
	} catch (thrown) {
		log.close();
		if (!interruption.signal.aborted) throw thrown;
		throw new Interrupted("interrupted");
	} finally {
		removeTempDirs();
		interruption.reraise();
	}
}
/** The plan to its file, and to stdout as JSON or for people. Throws what cannot be written. */
async function writePlan(request, { json }, { ports, log }) {
	const { describePlan, renderPlan } = await import("./describe-plan.js");
	const plan = await splitRun(request, ports);
	log.close();
	if (request.file !== null) await ports.files.writeText(resolve(request.file), renderPlan(plan));
	process.stdout.write(json ? renderPlan(plan) : sanitize(describePlan(plan)));
	return 0;
}
async function requestOf({ given, json, paths }, ports) {
	const { request } = await configure(given, ports);
	if (request.mode !== "inspect") return request;
	return {
		...request,
		artifacts: {
			...request.artifacts,
			digests: json || paths.has("json")
		}
	};
}
/** Whether every file could be written. What one of them lacks is not kept from anybody: the report is printed all the same. */
async function writeReports({ json, paths }, report) {
	let areWritten = true;
	for (const [name, path] of paths) {
		const render = await formats[name].load();
		try {
			await makeFolder(dirname(path));
			await writeFile(path, await render(report));
		} catch (thrown) {
			const trouble = describeMachineTrouble(toError(thrown));
			if (trouble === null) throw thrown;
			areWritten = false;
			complain(`--report-${name} ${path} cannot be written: ${trouble}`);
		}
	}
	process.stdout.write(json ? renderJson(report) : renderTerminal(report, terminalStyle()));
	return areWritten;
}
function complain(message) {
	process.stderr.write(`go-linkage: ${message.split("\n").map(logLine).join("\n")}\n`);
}
function terminalStyle() {
	const { env, stdout } = process;
	return {
		color: wantsColor({
			env,
			isTTY: stdout.isTTY
		}),
		width: columnsOf(stdout)
	};
}
/** Streams that nobody reads end nothing, and everything is still put away; a report that cannot be written is exit code 3. */
function guardStreams() {
	process.stderr.on("error", () => void 0);
	process.stdout.on("error", (error) => {
		if (error.code === "EPIPE" || error.code === "EIO") return;
		complain(`the report cannot be written: ${describeMachineTrouble(error) ?? error.message}`);
		process.once("exit", () => {
			process.exitCode = 3;
		});
	});
}
/** The command line, to its exit code. */
async function main() {
	guardStreams();
	try {
		return await perform(process.argv.slice(2));
	} catch (thrown) {
		const error = toError(thrown);
		if (error instanceof Interrupted) {
			process.stderr.write("interrupted\n");
			return 3;
		}
		if (error instanceof ConfigError) {
			complain(error.message);
			return 2;
		}
		const trouble = describeMachineTrouble(error);
		if (trouble !== null) complain(trouble);
		else complain(`this is a bug in go-linkage, please report it\n${sanitize(error.stack ?? error.message)}`);
		return 3;
	}
}

export { main };