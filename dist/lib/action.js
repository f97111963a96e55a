import { n as Interrupted, r as MachineFault, s as toError, t as ConfigError } from "./errors.js";
import { a as setOutputs$1, c as makeActionsCache, d as ownFolder, i as saveState$1, m as stateNames, n as annotate, o as writeSummary$1, r as findOutputTrouble, s as makeActionsLog, t as addPath } from "./runner.js";
import { a as getInput } from "./core.js";
import { t as makeFiles } from "./files.js";
import { t as describeMachineTrouble } from "./trouble.js";
import { t as listenForInterrupts } from "./interrupt.js";
import { c as formats, l as nodePorts, n as splitRun, r as renderTerminal, s as formatNames, t as run } from "./run.js";
import { n as placesInRepository, r as problemsOf } from "./problems.js";
import { i as plural, t as about } from "./english.js";
import { d as groupBy, f as unique } from "./system-names.js";
import { a as markOf } from "./document.js";
import { n as renderMarkdown, r as renderNoReport } from "./markdown3.js";
import { o as strategyRank } from "./strategies.js";
import { C as countCells, m as rowName } from "./words.js";
import { n as catalog } from "./catalog.js";
import { c as isWithoutLinkage, o as isStandalone } from "./glob.js";
import { J as configure } from "./describe-release.js";
import { a as readInput, t as inputNames } from "./inputs.js";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";

// src/report/annotations.ts
/** GitHub keeps ten annotations per level and step and drops the rest without a word; the verdict itself takes one. */
const detailLimit = 8;
const messageLimit = 4e3;
const nowhere = {
	file: null,
	line: null,
	column: null
};
/** The details behind the verdict, each once and on its line, and one note of how many were left out. */
function annotationsOf(report) {
	const problems = problemsOf(report).filter(({ target, message }) => target !== null || !report.verdict.reason.includes(message));
	const all = groupBy(problems, ({ title, message, cause, finding }) => [
		title,
		message,
		cause,
		finding?.file,
		finding?.line
	].join("\n")).flatMap((group) => describeGroup(group, report)).toSorted((a, b) => Number(a.level !== "error") - Number(b.level !== "error"));
	const left = all.length - detailLimit;
	if (left <= 0) return all;
	const message = `${plural(left, "more problem")} in the job summary and in the JSON report`;
	return [...all.slice(0, detailLimit), {
		level: "warning",
		title: "go-linkage",
		message,
		...nowhere
	}];
}
/** One note, or one for each line that a compiler names. */
function describeGroup(group, report) {
	const [{ level, title, message, cause, fixes }] = group;
	const [first = nowhere, ...more] = placesInRepository(group[0], report);
	const why = cause === null ? "" : `\nCause: ${cause}`;
	const fix = fixes.length === 0 ? "" : `\nFix: ${fixes.join("; or ")}`;
	const text = `${about(subjectOf(group, report), message)}${why}${fix}`.slice(0, messageLimit);
	const { file, line, column } = first;
	return [{
		level,
		title,
		message: text,
		file,
		line,
		column
	}, ...more.map((each) => ({
		...each,
		level,
		title,
		message: each.message ?? text
	}))];
}
/** `example.com/app linux/amd64, example.com/app linux/arm64 and 2 more [default]` */
function subjectOf(group, { ship }) {
	const subjects = unique(group.flatMap(({ target }) => target === null ? [] : [target.file ?? `${target.package} ${target.platform}`]));
	if (subjects.length === 0) return "";
	const more = subjects.length > 3 ? ` and ${subjects.length - 3} more` : "";
	return `${subjects.slice(0, 3).join(", ")}${more}${ship === null ? "" : ` [${ship}]`}`;
}

// src/report/outputs.ts
/** The outputs of the action, all small; all are set on every path, empty where there is nothing to say. */
const outputNames = [
	"verdict",
	"reason",
	"all-static",
	"recommended-strategy",
	"static-count",
	"dynamic-count",
	"failed-count",
	"total-count",
	"regression-count",
	"missing-count",
	"baseline-source",
	"baseline-sha",
	...formatNames.map((name) => `report-${name}`),
	"plan",
	"matrix",
	"go-version",
	"go-root",
	"go-source",
	"go-sha256",
	"cache-hit",
	"cache-key",
	"cache-matched-key"
];
/** The outputs that the report itself holds; the paths are added by the door that writes the files. */
function outputsOf(report) {
	const counts = countCells(report.cells);
	const cached = report.cache?.entries.find(({ name }) => name === "build");
	const asked = report.cells.filter(({ role }) => role === "ships").filter((cell) => !isWithoutLinkage(cell));
	return {
		verdict: report.verdict.outcome,
		reason: report.verdict.reason,
		"all-static": String(asked.length > 0 && asked.every(isStandalone)),
		"recommended-strategy": recommendedForAll(report),
		"static-count": String(counts.static),
		"dynamic-count": String(counts.dynamic),
		"failed-count": String(counts.failed),
		"total-count": String(counts.total),
		"regression-count": String(report.cells.filter(isRegression).length),
		"missing-count": String(report.baseline.gone.length),
		"baseline-source": report.baseline.source,
		"baseline-sha": report.baseline.sha ?? "",
		...goOutputs(report),
		"cache-hit": String(cached?.hit === "exact"),
		"cache-key": cached?.key ?? "",
		"cache-matched-key": cached?.matchedKey ?? ""
	};
}
/** Of several machines, what all of them have in common. */
function goOutputs({ environment, machines }) {
	const all = [environment, ...machines.map((machine) => machine.environment)].flatMap((each) => each?.go ?? []);
	const [go] = all;
	if (go === void 0 || all.some(({ version }) => version !== go.version)) return {};
	return {
		"go-version": go.version,
		"go-root": go.root ?? "",
		"go-source": go.source,
		"go-sha256": go.sha256 ?? ""
	};
}
function isRegression({ findings }) {
	return findings.some(({ kind }) => catalog[kind].foundBy === "base");
}
/**
* One strategy for all targets: the heaviest of those recommended, if it is as good for the others too; else none. A target
* that is static as it is goes along with any.
*/
function recommendedForAll({ recommendation, cells }) {
	const names = [...new Set(recommendation.map(({ strategy }) => strategy))].filter((name) => name !== null);
	if (recommendation.some(({ strategy, platform }) => strategy === null && !platform.endsWith("/wasm"))) return "";
	const heaviest = names.toSorted((a, b) => strategyRank(a) - strategyRank(b)).at(-1);
	if (heaviest === void 0) return "";
	return cells.filter((cell) => cell.strategy === heaviest && !isWithoutLinkage(cell)).every(isStandalone) ? heaviest : "";
}

// src/action.ts
/** The program that talks to the cache service; this file is in a folder beside it. */
const cacheWorker = join(import.meta.dirname, "../cache-worker.js");
/** The main step, to its exit code. */
async function main() {
	const token = takeToken();
	const log = makeActionsLog();
	const interruption = listenForInterrupts();
	const tempDirs = [];
	const onTempDir = (path) => {
		tempDirs.push(ownFolder(path));
		saveState(stateNames.folders, tempDirs);
	};
	const { files, removeTempDirs } = makeFiles(tempRoot(), onTempDir);
	const { signal } = interruption;
	const folderCache = makeActionsCache({
		worker: cacheWorker,
		signal,
		onTempDir
	});
	try {
		const ports = {
			...nodePorts({
				files,
				log,
				signal
			}),
			folderCache
		};
		const given = readInputs();
		const configured = await configure(given, ports);
		const addsToPath = readInput("add-to-path", configured.inputs) === "true";
		const mode = readInput("comment", configured.inputs);
		if (configured.request.mode === "plan") return await publishPlan(await splitRun(configured.request, ports), configured);
		const report = await run(configured.request, ports);
		const go = report.environment?.go ?? null;
		if (addsToPath && go?.root != null) addPath(join(go.root, "bin"));
		const exitCode = await publish(report, configured);
		saveState(stateNames.tickets, folderCache.tickets);
		if (mode !== "never") await writeComment(report, {
			mode,
			inputs: given
		}, {
			ports,
			token,
			signal
		});
		return exitCode;
	} catch (thrown) {
		return await fail(signal.aborted ? new Interrupted("interrupted") : toError(thrown));
	} finally {
		removeTempDirs();
		interruption.reraise();
	}
}
function tempRoot() {
	const { RUNNER_TEMP = "" } = process.env;
	return RUNNER_TEMP === "" ? tmpdir() : RUNNER_TEMP;
}
let isStateLost = false;
/** Without it the post step does nothing, which is no reason to fail: it is said once. */
function saveState(name, value) {
	try {
		saveState$1(name, value);
	} catch (thrown) {
		if (!isStateLost) warn("the post step cannot tidy up after this one", thrown);
		isStateLost = true;
	}
}
/**
* The token, which nothing but the comment may have: it is taken out of the environment, or every build and whatever it starts would
* find it there.
*/
function takeToken() {
	const token = getInput("token");
	delete process.env.INPUT_TOKEN;
	return token;
}
/** What the step gives. What it does not give is empty: action.yml has no defaults, or a config file could never win over them. */
function readInputs() {
	const names = inputNames.filter((name) => name !== "token");
	return Object.fromEntries(names.map((name) => [name, getInput(name)]));
}
/** Loaded when it is wanted, for it brings GitHub's API along. */
async function writeComment(report, request, { ports, token, signal }) {
	const { comment } = await import("./post-comment.js");
	const notice = await comment(report, request, {
		...ports,
		open: async (pullRequest, patienceMs) => {
			const { openConversation } = await import("./pull-requests.js");
			return openConversation(pullRequest, {
				apiUrl: ports.env.GITHUB_API_URL ?? "https://api.github.com",
				token,
				signal,
				patienceMs
			});
		}
	});
	if (notice === null) return;
	const message = `comment: ${notice.text}`;
	if (notice.level === "info") makeActionsLog().info(message);
	else annotate({
		level: notice.level,
		message
	});
}
/**
* The verdict stands before this begins; trouble in here is a warning. Outputs are set before the step can fail. Where they cannot be
* set, later steps would take a failure for no answer: that fails, and is looked at before anything is written.
*/
async function publish(given, { inputs }) {
	const judged = withOutputTrouble(given, findOutputTrouble());
	const log = makeActionsLog();
	const report = withOutputTrouble(judged, setOutputs({
		...outputsOf(judged),
		...await writeReports(judged)
	}));
	for (const cell of report.cells.filter(({ status }) => status === "failed")) await log.group(`Output of the failed build ${cell.package}, ${cell.platform}, ${rowName(cell)}`, () => {
		log.raw(cell.build.output);
		return Promise.resolve();
	});
	log.raw(renderTerminal(report, {
		color: false,
		width: 120
	}));
	if (inputs.summary !== "false") await writeSummary(renderMarkdown(report));
	for (const note of annotationsOf(report)) annotate(note);
	const { outcome, reason } = report.verdict;
	const word = markOf(report)?.toUpperCase();
	const message = [
		"go-linkage:",
		...word === void 0 ? [] : [word],
		reason
	].join(" ");
	if (outcome === "pass") log.info(message);
	else annotate({
		level: outcome === "fail" ? "error" : "warning",
		message
	});
	return outcome === "fail" ? 1 : 0;
}
/** The plan and its matrix. Throws what cannot be written: without them there is no run. */
async function publishPlan(plan, { request, inputs }) {
	const { describePlan, renderMatrix, renderPlan, renderPlanSummary } = await import("./describe-plan.js");
	const file = (request.mode === "plan" ? request.file : null) ?? join(await mkdtemp(join(tempRoot(), "go-linkage-plan-")), "plan.json");
	await mkdir(dirname(resolve(file)), { recursive: true });
	await writeFile(file, renderPlan(plan));
	const trouble = setOutputs({
		plan: resolve(file),
		matrix: renderMatrix(plan)
	});
	if (trouble !== null) throw trouble;
	const text = describePlan(plan);
	makeActionsLog().raw(text);
	if (inputs.summary !== "false") await writeSummary(renderPlanSummary(plan));
	return 0;
}
function withOutputTrouble(report, trouble) {
	const { verdict } = report;
	if (trouble === null || verdict.reason.includes(trouble.message)) return report;
	const reason = `later steps cannot read the verdict: ${trouble.message} (what was judged: ${verdict.outcome}, ${verdict.reason})`;
	return {
		...report,
		verdict: {
			...verdict,
			outcome: "fail",
			reason
		}
	};
}
/** Files that later steps may upload: they stay until the runner empties its temporary folder at the end of the job. */
async function writeReports(report) {
	const outputValues = {};
	try {
		const folder = await mkdtemp(join(tempRoot(), "go-linkage-report-"));
		for (const name of formatNames) {
			const { file, load } = formats[name];
			const path = join(folder, file);
			await writeFile(path, await (await load())(report));
			outputValues[`report-${name}`] = path;
		}
	} catch (thrown) {
		warn("the report files could not be written", thrown);
	}
	return outputValues;
}
/** Returns why they could not be set, or null. */
function setOutputs(values) {
	try {
		setOutputs$1(Object.fromEntries(outputNames.map((name) => [name, values[name] ?? ""])));
		return null;
	} catch (thrown) {
		if (thrown instanceof MachineFault) return thrown;
		throw thrown;
	}
}
function warn(what, thrown) {
	annotate({
		level: "warning",
		message: `${what}: ${describe(toError(thrown))}`
	});
}
function describe(error) {
	return describeMachineTrouble(error) ?? error.message;
}
async function writeSummary(markdown) {
	try {
		await writeSummary$1(markdown);
	} catch (thrown) {
		warn("the job summary could not be written", thrown);
	}
}
/** There is no report. */
async function fail(error) {
	const blame = blameFor(error);
	const reason = blame === "caller" ? error.message : describe(error);
	const trouble = setOutputs({
		verdict: "fail",
		reason
	});
	if (getInput("summary") !== "false") await writeSummary(renderNoReport(reason, blame));
	annotate({
		level: "error",
		message: blame === "bug" ? `go-linkage itself failed: ${reason}` : reason
	});
	if (blame === "bug") makeActionsLog().raw(error.stack ?? "");
	if (trouble !== null) warn("the outputs could not be set", trouble);
	return blame === "caller" ? 2 : 3;
}
function blameFor(error) {
	if (error instanceof ConfigError) return "caller";
	if (error instanceof Interrupted) return "nobody";
	return describeMachineTrouble(error) === null ? "bug" : "machine";
}

export { main };