import { n as catalog } from "./catalog.js";
import { t as repository } from "./version.js";
import { J as encodePath, Z as pathInRepository, d as namesOf, g as skippedWords, h as shippedCells, i as chainOf, m as rowName, s as isPredicted } from "./words.js";
import { t as about } from "./english.js";
import { s as sanitize } from "./text.js";
import { i as settingOf, n as placesInRepository, r as problemsOf, t as describeFinding } from "./problems.js";
import { l as linkageKind, o as isStandalone } from "./glob.js";
import { posix } from "node:path";

// src/report/sarif-rules.ts
const home = `https://github.com/${repository}`;
/** What is about no build: a target that was removed, and what fails the run as a whole. */
const others = {
	gate: {
		level: "error",
		title: "The gate fails",
		why: "What ships could not be compared as the project asks for, or this change weakens the rules for it."
	},
	missing: {
		level: "error",
		title: "A program was removed",
		why: "The base commit ships a program for a platform for which this one has none."
	}
};
/**
* All rules, whether they have results or not: GitHub expects the rules of a tool to differ with its version and not with what was
* analysed. Each result has a level of its own; that of its rule is for filters.
*/
const rules = [...Object.entries(catalog).map(([kind, row]) => describeRule(kind, row, `docs/findings/${kind}.md`)).toSorted((a, b) => a.id < b.id ? -1 : 1), ...Object.entries(others).map(([kind, row]) => describeRule(kind, row, "docs/gate.md"))];
const places = new Map(rules.map(({ id }, at) => [id, at]));
function ruleIndex(id) {
	return places.get(id) ?? -1;
}
/** The properties that code scanning uses of a rule (GitHub's "SARIF support for code scanning", reportingDescriptor object). */
function describeRule(id, row, page) {
	const { title, why } = row;
	const helpUri = `${home}/blob/v1/${page}`;
	const level = row.level === "info" ? "note" : row.level;
	return {
		id,
		name: pascalCase(title),
		shortDescription: { text: `${title}.` },
		fullDescription: { text: why },
		help: {
			text: `${why} What was seen, what to do about it and when to ignore it: ${helpUri}`,
			markdown: `${why}\n\n[What was seen, what to do about it and when to ignore it](${helpUri})`
		},
		helpUri,
		defaultConfiguration: { level },
		properties: {
			tags: [
				"go",
				"linkage",
				"portability"
			],
			precision: "high",
			"problem.severity": level === "note" ? "recommendation" : level
		}
	};
}
/** The form of a rule's name (section 3.49.7 has it readable, and other than the id). */
function pascalCase(title) {
	return (title.replaceAll(/['’]/g, "").match(/\w+/g) ?? []).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

// src/report/sarif.ts
/**
* The report as SARIF 2.1.0, for code scanning. Section numbers are those of the OASIS standard. A result is a finding of the
* strategy that ships, a target that was removed, or what fails the run as a whole.
*/
function renderSarif(report) {
	const log = {
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [describeRun(report)]
	};
	return `${JSON.stringify(log, null, 2)}\n`;
}
/** GitHub shows no more than this of a run, and refuses one with five times as many. */
const resultLimit = 5e3;
/** GitHub shows as many related locations of a result. */
const relatedLimit = 100;
const levels = {
	error: 0,
	warning: 1,
	note: 2
};
function describeRun(report) {
	const { source, tool } = report;
	const results = resultsOf(report);
	const shown = results.toSorted((a, b) => levels[a.level] - levels[b.level]).slice(0, resultLimit);
	return {
		tool: { driver: {
			name: tool.name,
			semanticVersion: tool.version,
			informationUri: home,
			rules: [...rules]
		} },
		...automationDetails(report),
		...source === null ? {} : { versionControlProvenance: [{
			repositoryUri: source.url,
			revisionId: source.sha,
			mappedTo: { uriBaseId: "%SRCROOT%" }
		}] },
		originalUriBaseIds: { "%SRCROOT%": { description: { text: rootWords(report) } } },
		columnKind: "utf16CodeUnits",
		invocations: [describeInvocation(report, results.length - shown.length)],
		results: shown
	};
}
/**
* The category of the run (3.17.3). In a workflow it is left to github/codeql-action/upload-sarif, which makes one from the
* workflow, the job and its matrix: an id in the file would win over it, and the legs of a matrix would overwrite each other.
*/
function automationDetails({ source, ship, cells }) {
	if (source !== null) return {};
	const platforms = [...new Set(cells.map(({ platform }) => platform))].toSorted().join(",");
	return { automationDetails: { id: text(`go-linkage/${ship ?? "files"}/${platforms}/`) } };
}
function rootWords({ source, folder }) {
	return source === null && folder === null ? "The folder that go-linkage ran in." : "The root of the repository.";
}
/** No times and no folders: two reports of one tree are the same. What only warns of the run as a whole is said here. */
function describeInvocation(report, left) {
	const { verdict } = report;
	const messages = verdict.judgements.filter(({ target, outcome }) => target === null && outcome === "warn").map(({ message }) => message);
	const trimmed = `${left} results of less weight are left out, as GitHub shows ${resultLimit}; the JSON report has all`;
	const skipped = skippedWords(report);
	const notes = skipped === null ? [] : [`Skipped (not executables): ${skipped}`];
	const notifications = [...(left === 0 ? messages : [...messages, trimmed]).map((what) => ({
		level: "warning",
		what
	})), ...notes.map((what) => ({
		level: "note",
		what
	}))];
	return {
		executionSuccessful: true,
		...notifications.length === 0 ? {} : { toolExecutionNotifications: notifications.map(({ level, what }) => ({
			level,
			message: { text: text(`${what}.`) }
		})) }
	};
}
/** What fails and warns, and what only informs. What warns of the run as a whole is no result. */
function resultsOf(report) {
	const problems = problemsOf(report).filter(({ target, outcome }) => target !== null || outcome === "fail");
	const notes = shippedCells(report).flatMap((cell) => cell.findings.filter(({ level }) => level === "info").map((finding) => describeFinding(finding, cell)));
	return [...problems.flatMap((problem) => resultOf(problem, problem.level, report)), ...notes.flatMap((note) => resultOf(note, "note", report))];
}
/** A result, and one more for each further line that a compiler names. */
function resultOf(problem, level, report) {
	const { cell, finding, message, cause, fixes } = problem;
	if (cell === null || finding === null) return [resultWithoutFinding(problem, report)];
	const [place, ...more] = placesInRepository(problem, report);
	const related = relatedUsers(finding, cell);
	const short = namesOf(report).get(cell.package) ?? cell.package;
	const subject = cell.strategy === null ? rowName(cell) : `${short} on ${cell.platform} with ${cell.strategy}`;
	const why = cause === null || message.includes(cause) ? "" : `: ${cause}`;
	const identity = [
		cell.package,
		cell.platform,
		rowName(cell),
		finding.kind
	];
	const result = {
		ruleId: finding.kind,
		ruleIndex: ruleIndex(finding.kind),
		level,
		message: { text: [
			text(`${about(subject, message)}${why}.`),
			...fixes.length === 0 ? [] : [text(`Fix: ${fixes.join("; or ")}.`)],
			...linksTo(related)
		].join(" ") },
		locations: [place === void 0 ? projectFile(cell.build.dir, report) : locationOf(place)],
		...related.length === 0 ? {} : { relatedLocations: related.map((user, at) => relatedLocation(user, at, report)) },
		...cell.strategy === null ? { analysisTarget: { uri: uriOf(rowName(cell)) } } : {},
		partialFingerprints: fingerprints(identity, place === void 0),
		properties: {
			package: text(cell.package),
			platform: text(cell.platform),
			strategy: cell.strategy === null ? null : text(cell.strategy),
			linkage: linkageKind(cell) ?? cell.status,
			...isPredicted(cell) ? { predicted: true } : {}
		}
	};
	return [result, ...more.map((each, at) => ({
		...result,
		message: { text: text(`${about(subject, each.message ?? message)}.`) },
		locations: [locationOf(each)],
		partialFingerprints: fingerprints([
			...identity,
			each.file,
			each.message ?? "",
			String(at)
		], false)
	}))];
}
/** A target that was removed, and the run as a whole. */
function resultWithoutFinding({ target, level, kind, message }, report) {
	const rule = kind === "missing" ? "missing" : "gate";
	const subject = target === null ? "" : `${target.package} on ${target.platform} `;
	const { package: path = "", platform = "" } = target ?? {};
	return {
		ruleId: rule,
		ruleIndex: ruleIndex(rule),
		level,
		message: { text: text(`${subject}${message}.`) },
		locations: [projectFile(".", report)],
		partialFingerprints: fingerprints([
			path,
			platform,
			report.ship ?? "",
			rule
		], true),
		properties: target === null ? {} : {
			package: text(path),
			platform: text(platform),
			strategy: report.ship
		}
	};
}
/**
* What makes a result the same in the next run (3.27.17): what it is about, and never the line. GitHub knows only
* `primaryLocationLineHash`, and the upload computes it from the line. Where the line has nothing to do with the result, all results
* of a kind would be one alert; there it is given.
*/
function fingerprints(identity, hasNoLine) {
	const value = text(identity.filter((part) => part !== "").join(" "));
	return {
		"goLinkage/v1": value,
		...hasNoLine ? { primaryLocationLineHash: value } : {}
	};
}
/** The imports behind a finding: that on its line; of a program that depends on its machine, all that pull in cgo. */
function relatedUsers(finding, cell) {
	const { file, line } = finding;
	if (settingOf(finding, cell) !== null) return [];
	const known = cell.cgo.filter((user) => user.file !== null);
	if (file !== null) return known.filter((user) => user.file === file && user.line === line);
	return cell.linkage === null || isStandalone(cell) ? [] : known.slice(0, relatedLimit);
}
function relatedLocation(user, at, report) {
	return {
		...(user.file === null ? null : locate(user.file, user.line, report)) ?? projectFile(".", report),
		id: at + 1,
		message: { text: text(chainOf(user)) }
	};
}
/** Links to the related locations (3.11.6), but to the first: that is where the result stands. */
function linksTo(related) {
	const links = related.slice(1, 4).map(({ file, line }, at) => {
		return `[${text(`${file ?? ""}:${line ?? 1}`).replaceAll(/[\\[\]]/g, "\\$&")}](${at + 2})`;
	});
	return links.length === 0 ? [] : [`Cgo is also pulled in here: ${links.join(", ")}.`];
}
function locationOf({ file, line, column }) {
	return { physicalLocation: {
		artifactLocation: {
			uri: encodePath(file),
			uriBaseId: "%SRCROOT%"
		},
		region: {
			startLine: line,
			...column === null ? {} : { startColumn: column }
		}
	} };
}
/** A line of the repository; null for a file outside of it. */
function locate(file, line, report) {
	const path = pathInRepository(file, report);
	return path === null ? null : locationOf({
		file: path,
		line: line ?? 1,
		column: null
	});
}
/** GitHub shows no result without a file of the repository; every module has this one. */
function projectFile(dir, report) {
	return locate(posix.join(dir, "go.mod"), 1, report) ?? locationOf({
		file: "go.mod",
		line: 1,
		column: null
	});
}
/** A file that may be anywhere. */
function uriOf(path) {
	const slashed = path.replaceAll("\\", "/");
	if (slashed.startsWith("/")) return `file://${encodePath(posix.normalize(slashed))}`;
	return /^[A-Za-z]:\//.test(slashed) ? `file:///${encodePath(slashed)}` : encodePath(slashed);
}
const textLimit = 2e3;
/** Hostile text in a plain text message, where `[text](target)` would be a link and `{0}` a placeholder (3.11.5 and 3.11.6). */
function text(value) {
	return sanitize(value.slice(0, textLimit)).replaceAll("](", "]​(").replaceAll(/\{(?=\d+\})/g, "{​");
}

export { renderSarif };