import { n as systemStrip, r as buildLine } from "./system-strip.js";
import { i as describeLinkage } from "./glob.js";
import { d as groupBy } from "./system-names.js";
import { a as oneLine, s as sanitize } from "./text.js";
import { n as placesInRepository, r as problemsOf } from "./problems.js";
import { S as whyPredicted, b as targetKey, i as chainOf, l as isUnbuilt, m as rowName, o as isMixed, s as isPredicted, t as baseOf, u as linkageWord, x as whyNotJudged } from "./words.js";

// src/text/xml.ts
/** Writing XML 1.0. Texts may be hostile: there is no text that becomes markup. */
function renderXml(root) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root, "")}\n`;
}
function renderElement({ name, attributes, content }, indent) {
	const start = `${indent}<${name}${Object.entries(attributes).filter(([, value]) => value !== void 0).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
	if (content.length === 0) return `${start}/>`;
	if (typeof content === "string") return `${start}>${escapeXml(content)}</${name}>`;
	return `${start}>\n${content.map((child) => renderElement(child, `${indent}  `)).join("\n")}\n${indent}</${name}>`;
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;",
	"	": "&#9;",
	"\n": "&#10;"
};
/** Text between tags. Characters that XML cannot hold, not even as references (section 2.2), are replaced. */
function escapeXml(text) {
	return sanitize(text).replaceAll(/[\ufffe\uffff]/g, "�").replaceAll(/[&<>"']/g, (char) => entities[char] ?? char);
}
/** The value of an attribute, where a parser makes spaces of plain tabs and newlines (section 3.3.3). */
function escapeAttribute(text) {
	return escapeXml(text).replaceAll(/[\t\n]/g, (char) => entities[char] ?? char);
}

// src/report/junit.ts
/**
* The report as JUnit XML, in the dialect that Jenkins and the reporters of GitHub and GitLab have in common: a suite for each
* target, a case for each strategy. What fails the verdict is a failure, or an error where there is no program; all else informs,
* so that a suite is red just when the step is.
*/
function renderJunit(report) {
	const suites = [
		...targetSuites(report),
		...goneSuites(report),
		...skippedSuites(report),
		...runSuites(report)
	];
	return renderXml({
		name: "testsuites",
		attributes: {
			name: "go-linkage",
			...totalsOf(suites.flatMap(({ cases }) => cases))
		},
		content: suites.map(renderSuite)
	});
}
function targetSuites(report) {
	const problems = problemsOf(report);
	return groupBy(report.cells, targetKey).map((cells) => ({
		name: `${cells[0].package} on ${cells[0].platform}`,
		cases: cells.map((cell) => describeCell(cell, problems.filter((each) => each.cell === cell), report))
	}));
}
function goneSuites(report) {
	return problemsOf(report).flatMap(({ kind, target, outcome, message }) => {
		if (kind !== "missing" || target === null) return [];
		const words = {
			message,
			detail: message,
			output: "",
			ms: 0
		};
		const classname = target.package;
		const cases = [{
			classname,
			name: `${target.platform} [${report.ship ?? "files"}]`,
			outcome: outcome === "fail" ? "failure" : "skipped",
			type: "missing",
			...words
		}];
		return [{
			name: `${classname} on ${target.platform}`,
			cases
		}];
	});
}
/** What globs matched beside programs. */
function skippedSuites({ skippedFiles }) {
	const cases = skippedFiles.map(({ path, reason }) => ({
		classname: "skipped files",
		name: path,
		outcome: "skipped",
		message: `not an executable: ${reason}`,
		detail: "",
		output: "",
		ms: 0
	}));
	return cases.length === 0 ? [] : [{
		name: "skipped files",
		cases
	}];
}
/** What is about no target. */
function runSuites(report) {
	const cases = problemsOf(report).filter(({ target }) => target === null).map(({ outcome, message }, at) => {
		return {
			classname: "go-linkage",
			name: `the run as a whole, ${at + 1}`,
			outcome: outcome === "fail" ? "failure" : "passed",
			type: "gate",
			message,
			detail: message,
			output: message,
			ms: 0
		};
	});
	return cases.length === 0 ? [] : [{
		name: "go-linkage",
		cases
	}];
}
function describeCell(cell, problems, report) {
	const failing = problems.filter(({ outcome }) => outcome === "fail");
	const [first] = failing;
	const warning = problems.find(({ kind, outcome }) => kind !== null && outcome === "warn");
	const common = {
		classname: cell.package,
		name: `${cell.platform} [${rowName(cell)}]`,
		output: describeOutput(cell, report, warning),
		ms: (cell.timing.buildMs ?? 0) + (cell.timing.inspectMs ?? 0)
	};
	if (first !== void 0) return {
		...common,
		outcome: cell.status === "failed" ? "error" : "failure",
		type: first.finding?.kind ?? first.kind ?? "gate",
		message: oneLine(wordsOf(first), 500),
		detail: describeFailure(cell, failing, report)
	};
	const why = whyNotRun(cell, report, warning);
	return {
		...common,
		outcome: why === null ? "passed" : "skipped",
		message: why ?? "",
		detail: ""
	};
}
/** What is wrong, and why. */
function wordsOf({ message, cause }) {
	return cause === null ? message : `${message}: ${cause}`;
}
/** Neither passed nor failed: there is no program, and that is no failure of the gate. */
function whyNotRun(cell, report, warning) {
	const { ship } = report;
	if (isUnbuilt(cell)) return `unchanged since the base commit, so it was not built: ${linkageWord(cell)}`;
	if (isPredicted(cell) && isMixed(report)) return `predicted, not built: ${linkageWord(cell)}`;
	if (cell.status === "skipped") return oneLine(cell.reason ?? "skipped", 500);
	if (cell.status !== "failed") return null;
	if (warning !== void 0) return oneLine(warning.message, 500);
	return oneLine(`does not build, but ${ship ?? "another strategy"} is what ships: ${cell.reason ?? ""}`, 500);
}
/** Causes, fixes, what it was and what it is. */
function describeFailure(cell, problems, report) {
	const { sha } = report.baseline;
	const output = cell.status === "failed" ? cell.build.output.trim().split("\n").slice(-40).join("\n") : "";
	return [
		...problems.flatMap((each) => describeProblem(each, report)),
		...cell.base === null ? [] : [`Before${sha === null ? "" : ` (${sha.slice(0, 10)})`}: ${describeLinkage(baseOf(cell) ?? cell.base)}`],
		`Now: ${describeLinkage(cell)}`,
		...cell.cgo.map((user) => `Import: ${chainOf(user)}`).slice(0, 10),
		...cell.build.argv.length === 0 ? [] : [`Command: ${buildLine(cell, report)}`],
		...output === "" ? [] : ["", output.slice(-8192)]
	].join("\n");
}
function describeProblem(problem, report) {
	const { finding, kind, fixes } = problem;
	const places = placesInRepository(problem, report).map(({ file, line, column, message }) => {
		const at = `At: ${file}:${line}${column === null ? "" : `:${column}`}`;
		return message === null ? at : `${at}: ${message}`;
	});
	return [
		`${finding?.kind ?? kind ?? "gate"}: ${wordsOf(problem)}`,
		...places,
		...fixes.map((fix) => `Fix: ${fix}`)
	];
}
function describeOutput(cell, { ship }, warning) {
	const { link, findings } = cell;
	const state = whyNotJudged(cell) ?? whyPredicted(cell) ?? "";
	return [
		...cell.role !== "compared" ? [] : [`Information only: ${ship ?? "another strategy"} is what ships.`],
		...warning === void 0 ? [] : [`Warning: ${warning.message}`],
		`Linkage: ${describeLinkage(cell)}${state === "" ? "" : `, because ${state}`}`,
		...cell.linkage === null || systemStrip(cell) === null ? [] : [`Starts on: ${systemStrip(cell) ?? ""}`],
		...link.mode === "unknown" ? [] : [`Linker: ${[link.mode, ...link.reasons].join("; ")}`],
		...findings.map(({ level, kind, message, fix }) => `${level} ${kind}: ${message}${fix === null ? "" : ` (fix: ${fix})`}`)
	].join("\n");
}
function totalsOf(cases) {
	const count = (outcome) => cases.filter((each) => each.outcome === outcome).length;
	return {
		tests: cases.length,
		failures: count("failure"),
		errors: count("error"),
		skipped: count("skipped"),
		time: seconds(cases.reduce((sum, { ms }) => sum + ms, 0))
	};
}
function seconds(ms) {
	return (ms / 1e3).toFixed(3);
}
function renderSuite({ name, cases }) {
	return {
		name: "testsuite",
		attributes: {
			name,
			...totalsOf(cases)
		},
		content: cases.map(renderCase)
	};
}
function renderCase({ classname, name, outcome, type, message, detail, output, ms }) {
	const isBad = outcome === "failure" || outcome === "error";
	const result = {
		name: outcome,
		attributes: {
			type: isBad ? type : void 0,
			message
		},
		content: detail
	};
	return {
		name: "testcase",
		attributes: {
			classname,
			name,
			time: seconds(ms)
		},
		content: [...outcome === "passed" ? [] : [isBad ? result : {
			...result,
			content: ""
		}], ...output === "" ? [] : [{
			name: "system-out",
			attributes: {},
			content: output
		}]]
	};
}

export { renderJunit };