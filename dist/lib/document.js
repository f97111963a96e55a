import { i as plural, r as lowerFirst$1 } from "./english.js";
import { c as systemTable, d as groupBy, f as unique, n as findSystem, t as describeEnded } from "./system-names.js";
import { n as isHigher } from "./versions.js";
import { n as catalog, t as acceptableFindings } from "./catalog.js";
import { S as whyPredicted, X as linkToLine, Y as linkToCommit, _ as stateWord, a as describeCounts, b as targetKey, c as isShipped, d as namesOf, f as needsOf, g as skippedWords, h as shippedCells, l as isUnbuilt, m as rowName, n as capitalized, o as isMixed, p as predictionMark, s as isPredicted, t as baseOf, u as linkageWord, v as stopped, x as whyNotJudged, y as tableKey } from "./words.js";
import { l as linkageKind, o as isStandalone, s as isUnpredictable, u as verbOf } from "./glob.js";
import { r as problemsOf } from "./problems.js";
import { i as forShell, n as systemStrip, r as buildLine, t as systemLines } from "./system-strip.js";
import { a as oneLine, n as formatSizeChange, r as formatTime, t as formatSize } from "./text.js";
import { r as systemIn } from "./final-image.js";

// src/report/document/model.ts
/**
* The report as a document: what is said, in which order, what is folded and what is cut. It is made once (document.ts); a writer for
* each format lays it out and escapes it, and decides nothing.
*/
/** Text from outside: paths, build output, symbols, messages. It comes out only through an escape, so none can be forgotten. */
var Outside = class {
	#text;
	/** `name`: a path, a flag, a symbol, set as code. `sentence`: words that others wrote. */
	form;
	constructor(text, form) {
		this.#text = text;
		this.form = form;
	}
	/** `escape` makes the text harmless for one format. */
	as(escape) {
		return escape(this.#text);
	}
};
function name(text) {
	return new Outside(text, "name");
}
function sentence(text) {
	return new Outside(text, "sentence");
}
function strong(...content) {
	return {
		kind: "strong",
		content
	};
}
/** In this order: the outcome, what to do, what ships, all else. */
const sectionIds = [
	"context",
	"problems",
	"rules",
	"ships",
	"advice",
	"warnings",
	"builds",
	"reasons",
	"imports",
	"findings",
	"costs",
	"outputs",
	"method"
];
function text(...content) {
	return {
		kind: "text",
		content
	};
}
function fold(title, blocks, isPrinted = false) {
	return {
		kind: "fold",
		title,
		isPrinted,
		blocks
	};
}
function list(items, isOrdered = false) {
	return {
		kind: "list",
		isOrdered,
		items: items.map((content) => ({
			content,
			blocks: []
		}))
	};
}
/** `a, b and c`, each as it is; more than `limit` are counted. */
function listing(items, limit = 4) {
	const shown = items.length > limit ? [...items.slice(0, limit - 1), `${items.length - limit + 1} more`] : items;
	return shown.flatMap((item, at) => at === 0 ? [item] : [at === shown.length - 1 ? " and " : ", ", item]);
}
/** `a, b, c` */
function commaSeparated(items) {
	return items.flatMap((item, at) => at === 0 ? [item] : [", ", item]);
}

// src/report/headline.ts
/** What the gate decided: a mark only where a rule was kept or broken, or where it was compared with the base commit. */
function markOf(report) {
	const { verdict, rules, baseline } = report;
	if (verdict.outcome !== "pass") return verdict.outcome;
	return rules.some(({ outcome }) => outcome === "kept") || baseline.sha !== null && shippedCells(report).every(isStandalone) ? "pass" : null;
}
/** The verdict in a sentence about the programs: `server is now dynamic (was static) on linux/amd64 and linux/arm64`. */
function headline(report, problems) {
	const { outcome, reason } = report.verdict;
	const decisive = problems.filter((each) => each.outcome === outcome && each.kind !== null);
	if (decisive.length === 0) return [...markOf(report) === null ? ["Static linking: "] : [], sentence(reason.replace(/^all /, "All "))];
	const weighty = decisive.filter(({ kind }) => kind !== "caveat");
	return groupBy(weighty.length > 0 ? weighty : decisive, ({ kind }) => kind ?? "").slice(0, 3).flatMap((group, at) => [...at === 0 ? [] : ["; "], ...describeGroup$1(group, report)]);
}
const ofTheRun = {
	leg: "A part of the plan has no usable report",
	baseline: "Not compared with the base commit",
	relaxation: "This change relaxes the policy",
	build: "The programs cannot be listed",
	unmatched: "A rule matches no program",
	expired: "A rule has expired"
};
/** One thing about several targets. */
function describeGroup$1(group, report) {
	const [{ kind, target, cell }] = group;
	if (target === null) return [ofTheRun[kind ?? "baseline"] ?? "The run as a whole failed"];
	const { subject, count } = describeSubject(group, report);
	const cells = group.flatMap((each) => each.cell ?? []);
	const [is, does] = count === 1 ? ["is", "does"] : ["are", "do"];
	const behind = (words) => [
		...subject,
		" ",
		...words
	];
	switch (kind) {
		case "regression": return behind(describeRegression(cells, is));
		case "policy": return behind(describeViolation(group, report, count));
		case "build": return behind([describeBuild(group, {
			is,
			does
		})]);
		case "missing": return behind([count === 1 ? "was removed" : "were removed"]);
		case "baseline": return behind(["could not be compared with the base commit"]);
		case "unjudged": return behind([cell?.status === "skipped" ? "could not be built" : "could not be judged"]);
		default: return behind([describeCaveat(group, cells, is)]);
	}
}
function describeCaveat(group, cells, is) {
	if (new Set(group.map(({ title }) => title)).size > 1) return is === "is" ? "has caveats" : "have caveats";
	return `${verbOf(cells, is)} ${kindsOf(cells)}; caveat: ${lowerFirst$1(group[0].title)}`;
}
/** What they are, in a word. */
function kindsOf(cells) {
	const kinds = unique(cells.map((cell) => linkageKind(cell) ?? "unknown"));
	if (kinds.length === 1) return wordFor(kinds[0]);
	return cells.every(isStandalone) ? "static" : "not static";
}
function describeRegression(cells, is) {
	const [first] = cells;
	const base = first?.base?.linkage ?? null;
	if (first === void 0 || base === null) return ["regressed"];
	const kinds = unique(cells.map((cell) => linkageKind(cell) ?? cell.status));
	if (kinds.length === 1 && kinds[0] !== base.kind) return [`${is} now ${wordFor(kinds[0])} (was ${wordFor(base.kind)})`];
	const hazard = first.findings.find(({ kind, level }) => level !== "info" && catalog[kind].regressionIfNew);
	if (isStandalone(first) && hazard !== void 0) return [`regressed: ${lowerFirst$1(catalog[hazard.kind].title.replace(": ", ", "))}`];
	const floor = first.linkage?.minGlibc ?? null;
	const s = is === "is" ? "s" : "";
	if (isHigher(floor, base.minGlibc)) return [`now require${s} glibc ${floor ?? ""} (was ${base.minGlibc ?? "none"})`];
	return [`now start${s} on fewer systems`];
}
function wordFor(kind = "") {
	return {
		system: "system libraries only",
		library: "a library",
		unknown: "not known"
	}[kind] ?? kind;
}
function describeBuild(group, { is, does }) {
	const cells = group.flatMap((each) => each.cell ?? []);
	if (cells.some(({ status }) => status === "built")) return group.some(({ finding }) => finding !== null && catalog[finding.kind].foundBy === void 0) ? `${does} not start` : `${is} not linked as the sources say`;
	if (cells.some(({ status }) => status === "predicted")) return "will not build";
	return cells.every(({ base }) => base?.status === "built") ? is === "is" ? "no longer builds" : "no longer build" : `${does} not build`;
}
/** What it is and what the rule allows, of the first rule that is broken. */
function describeViolation(group, { rules }, count) {
	const rule = ruleOf(group[0], rules);
	const cells = group.flatMap((each) => each.cell ?? []);
	if (cells.every(({ status }) => status === "failed" || status === "skipped")) return [`${describeMissing(group, cells, count)}; `, ...rule === void 0 ? ["a rule requires a program"] : demandOf(rule, "a program")];
	const is = verbOf(cells, count === 1 ? "is" : "are");
	const state = cells.every(isUnpredictable) ? "cannot be predicted" : `${is} ${kindsOf(cells)}`;
	if (rule === void 0) return [`${state}, which a rule forbids`];
	if (rule.rule === "runs-on") return [
		rule.measured.startsWith("not known") ? `${is} ${rule.measured}; ` : `${count === 1 ? "does" : "do"} not ${rule.measured.replace(/^not/, "start")}; `,
		placeOf(rule),
		rule.file === null ? " is set" : " asks for it"
	];
	if (rule.rule === "max-glibc") return [
		`require${count === 1 ? "s" : ""} glibc ${rule.measured}; `,
		placeOf(rule),
		` allows ${rule.limit}`
	];
	if (rule.rule === "needed") return [
		`need${count === 1 ? "s" : ""} a library that `,
		placeOf(rule),
		" does not allow"
	];
	return [`${state}; `, ...demandOf(rule, wordFor(rule.limit))];
}
/** The broken rule that a finding names, else the first one. */
function ruleOf({ finding }, rules) {
	const broken = rules.filter(({ outcome }) => outcome === "broken");
	return broken.find(({ file, line }) => file === (finding?.file ?? null) && line === (finding?.line ?? null)) ?? broken[0];
}
function placeOf({ rule, file, line, limit }) {
	return name(file === null ? `${rule}: ${limit}` : `${file}:${line ?? 1}`);
}
function demandOf(rule, what) {
	return [placeOf(rule), rule.file === null ? " is set" : ` requires ${what}`];
}
function describeMissing(group, cells, count) {
	if (cells.some(({ status }) => status === "failed")) return describeBuild(group, count === 1 ? {
		is: "is",
		does: "does"
	} : {
		is: "are",
		does: "do"
	});
	return count === 1 ? "was not built" : "were not built";
}
/** `server on linux/amd64 and linux/arm64`, `3 of 14 programs`. */
function describeSubject(group, report) {
	const targets = group.flatMap(({ target }) => target ?? []);
	const [first] = targets;
	if (first === void 0) return {
		subject: ["the run"],
		count: 1
	};
	const files = unique(targets.flatMap(({ file }) => file ?? []));
	const programs = unique(targets.map((target) => target.package));
	const shipped = shippedCells(report);
	if (first.file !== null) {
		if (files.length === 1) return {
			subject: [name(first.file)],
			count: 1
		};
		return {
			subject: [`${files.length} of ${plural(shipped.length, "file")}`],
			count: files.length
		};
	}
	if (programs.length > 1) {
		const all = new Set([...shipped, ...targets].map((each) => each.package)).size;
		return {
			subject: [`${programs.length} of ${plural(all, "program")}`],
			count: programs.length
		};
	}
	const short = name(namesOf(report).get(first.package) ?? first.package);
	const several = new Set(report.cells.map(({ platform }) => platform)).size > 1;
	const platforms = unique(targets.map(({ platform }) => platform)).map(name);
	return {
		subject: several ? [
			short,
			" on ",
			...listing(platforms)
		] : [short],
		count: 1
	};
}

// src/report/document/phrases.ts
/** The pieces of sentences that several sections have. */
/** A line of the caller's own code: a link where GitHub can show it. */
function place(file, line, { source }) {
	return {
		kind: "link",
		text: name(`${file}:${line ?? 1}`),
		to: linkToLine(file, line, source)
	};
}
/** The beginning of a commit's name: a link where GitHub can show it. */
function commit(sha, { source }) {
	return {
		kind: "link",
		text: name(sha.slice(0, 10)),
		to: source === null ? null : linkToCommit(sha, source)
	};
}
/** A sentence of others in which the place that it names is a link; a place that it does not name stands behind it. */
function withPlace(text, at, report) {
	const { file, line } = at;
	if (file === null) return [sentence(text)];
	const label = `${file}:${line ?? 1}`;
	const start = text.indexOf(label);
	if (start === -1) return [
		sentence(text),
		" (",
		place(file, line, report),
		")"
	];
	const [before, after] = [text.slice(0, start).trimEnd(), text.slice(start + label.length)];
	const isSpaced = /^\s/.test(after);
	return [
		...before === "" ? [] : [sentence(before), " "],
		place(file, line, report),
		...after.trim() === "" ? [] : [isSpaced ? " " : "", sentence(after.trim())]
	];
}
function programName(path, report) {
	return name(namesOf(report).get(path) ?? path);
}
/** So many programs are named one by one. */
const namesShown = 4;
/**
* What something is about: `api`, `ctl` and 3 more (linux/amd64, linux/arm64). Platforms are left out where the run has one, files
* stand for themselves.
*/
function subjectOf(targets, report) {
	const files = unique(targets.flatMap(({ file }) => file ?? []));
	if (files.length > 0) return listing(files.map(name), namesShown);
	const all = new Set([...report.cells, ...report.baseline.gone].map(({ platform }) => platform)).size;
	const programs = groupBy(targets, (target) => target.package).map((group) => ({
		path: group[0].package,
		platforms: unique(group.map(({ platform }) => platform))
	}));
	const groups = groupBy(programs, ({ platforms }) => platforms.join("\n"));
	const parts = groups.slice(0, namesShown).map((alike) => {
		const [{ platforms }] = alike;
		const names = listing(alike.map(({ path }) => programName(path, report)), namesShown);
		return all < 2 ? names : [
			...names,
			" (",
			...platformList(platforms, all),
			")"
		];
	});
	const more = groups.length - parts.length;
	const shown = parts.flatMap((part, at) => at === 0 ? part : [", ", ...part]);
	return more > 0 ? [...shown, ` and ${more} more`] : shown;
}
/** `all`: how many platforms the run has. */
function platformList(platforms, all) {
	if (platforms.length > 3 && platforms.length === all) return [`all ${all} platforms`];
	if (platforms.length > namesShown) return [`${platforms.length} platforms`];
	return commaSeparated(platforms.map(name));
}
/** A sentence of others, with a full stop. */
function closed(words) {
	return sentence(stopped(words));
}

// src/report/document/advice.ts
/** So many commands of one piece of advice are shown; one that is longer than anybody would paste is in the JSON report. */
const commandsShown = 3;
const longestCommand = 2e3;
/** What helps alike stands together. */
function groupAdvice(advice) {
	return groupBy(advice, ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
}
/** Another strategy than the one that ships, in a sentence with its commands. */
function describeAdvice(group, report) {
	const [{ strategy, why }] = group;
	const origin = report.cells.some((cell) => cell.strategy === strategy && cell.status === "built" && targetKey(cell) === targetKey(group[0])) ? "built and checked in this run" : "predicted, not built";
	return {
		content: [
			"Build with ",
			name(strategy ?? ""),
			` (${origin}): `,
			closed(why)
		],
		blocks: [...renderCommands(group, report), ...renderForms(group)]
	};
}
function renderCommands(group, report) {
	const commands = group.flatMap(({ command }) => command ?? []).filter(({ length }) => length <= longestCommand);
	if (commands.length === 0) return [];
	const left = commands.length - commandsShown;
	const shown = {
		kind: "code",
		language: "sh",
		name: "Command",
		text: name(commands.slice(0, commandsShown).map((command) => forShell(command, report)).join("\n"))
	};
	return left > 0 ? [shown, text(`… and ${plural(left, "more command")} of this kind in the JSON report.`)] : [shown];
}
/** The same build for those who build in another way, of the first target. */
function renderForms([{ forms }, ...more]) {
	if (forms === null || more.length >= commandsShown) return [];
	const shown = [
		[
			"Dockerfile",
			"dockerfile",
			forms.dockerfile
		],
		[
			".goreleaser.yaml",
			"yaml",
			forms.goreleaser
		],
		[
			".ko.yaml",
			"yaml",
			forms.ko
		]
	].flatMap(([title, language, form]) => form === null ? [] : [text(name(title)), {
		kind: "code",
		language,
		name: title,
		text: name(form)
	}]);
	return [fold(["The same for Docker, goreleaser and ko"], shown)];
}
/** What would be better for what ships and fails nothing: it is dynamic, or has a caveat. What needs nothing is left out. */
function describeOpenAdvice(report, problems) {
	const failing = new Set(problems.flatMap(({ outcome, target }) => outcome === "fail" && target !== null ? [targetKey(target)] : []));
	const open = new Map(shippedCells(report).filter((cell) => isOpen(cell) && !failing.has(targetKey(cell))).map((cell) => [targetKey(cell), cell]));
	return [...groupAdvice(report.recommendation.filter((each) => open.has(targetKey(each)) && !isShipped(each, report))).flatMap((group) => {
		const [{ strategy, why }] = group;
		const isForAll = new Set(shippedCells(report).map(targetKey)).size === 1;
		const of = isForAll ? [] : [" ", ...subjectOf(group, report)];
		if (strategy === null) return [text("Static build", ...isForAll ? [] : [" of", ...of], ": ", closed(why))];
		const { content, blocks: more } = describeAdvice(group, report);
		const aim = group.some((each) => !isStandaloneTarget(open.get(targetKey(each))));
		return [text(aim ? "To make" : "Better for", ...isForAll ? [" it"] : of, aim ? " static: " : ": ", ...lowerFirst(content)), ...more];
	}), ...describeNoRule(report, [...open.values()])];
}
function isStandaloneTarget(cell) {
	return cell !== void 0 && isStandalone(cell);
}
function isOpen(cell) {
	if (cell.status === "failed" || cell.platform.endsWith("/wasm")) return false;
	return !isStandalone(cell) || cell.findings.some(({ level }) => level !== "info");
}
function lowerFirst([first, ...rest]) {
	return typeof first === "string" ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : [first ?? "", ...rest];
}
/** A gate that asks for nothing protects nothing: said where something is dynamic and no rule is for it. */
function describeNoRule({ rules, ship, verdict }, open) {
	const dynamic = open.filter((cell) => !isStandalone(cell) && (!isPredicted(cell) || isUnbuilt(cell)));
	if (rules.length > 0 || ship === null || verdict.outcome === "fail" || dynamic.length === 0) return [];
	return [text("To fail pull requests that ship a dynamic program, set ", name("require: static"), ".")];
}
/** The rule that would accept a regression; null where none can. */
function acceptingRule(problems, names) {
	const cells = problems.flatMap(({ cell }) => cell ?? []);
	const [first] = cells;
	if (first === void 0 || cells.some(({ status }) => status !== "built")) return null;
	const isDynamic = cells.every((cell) => cell.linkage?.kind === "dynamic");
	const hazards = unique(cells.flatMap(({ findings }) => findings.flatMap((each) => isAcceptable(each) ? each.kind : [])));
	if (!isDynamic && (hazards.length === 0 || !cells.every(isStandalone))) return null;
	const quoted = (values) => values.map((value) => JSON.stringify(value)).join(", ");
	const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? [])).toSorted();
	const limits = isDynamic ? `require: dynamic${floors.length === 1 ? `, max-glibc: ${quoted(floors)}` : ""}` : `require: static, allow: [${hazards.join(", ")}]`;
	const packages = unique(cells.map((cell) => names.get(cell.package) ?? cell.package));
	const platforms = unique(cells.map(({ platform }) => platform));
	const rule = `- { packages: [${quoted(packages)}], platforms: [${quoted(platforms)}], ${limits} }`;
	return {
		kind: "code",
		language: "yaml",
		name: "Rule",
		text: name(rule)
	};
}
function isAcceptable({ kind, level }) {
	return level === "warning" && acceptableFindings.includes(kind);
}

// src/report/document/table.ts
/**
* A table of items, at most `limit` of them. Columns in which nothing stands are left out.
*/
function tableOf(items, columns, { markOf = () => null, limit = Infinity } = {}) {
	const shown = items.slice(0, limit);
	const cells = shown.map((item) => columns.map(({ of }) => of(item)));
	const used = columns.filter((_, at) => cells.some((row) => row[at]?.some((part) => part !== "")));
	const isUsed = (_, at) => columns[at] !== void 0 && used.includes(columns[at]);
	const rows = shown.map((item, at) => ({
		mark: markOf(item),
		cells: cells[at]?.filter(isUsed) ?? []
	}));
	if (rows.length === 0) return [];
	const left = items.length - shown.length;
	const more = left > 0 ? [text(`… and ${plural(left, "more row")} in the JSON report.`)] : [];
	return [{
		kind: "table",
		columns: used.map(({ of: _, ...column }) => column),
		rows
	}, ...more];
}
/** At most `limit` items, and a last one that counts the rest. */
function cut(items, limit, noun) {
	const left = items.length - limit;
	return left > 0 ? [...items.slice(0, limit), [`… and ${plural(left, `more ${noun}`)} in the JSON report`]] : [...items];
}

// src/report/document/ships.ts
/** The rules with their limits and results, broken ones first. Rules that match nothing are listed under the method. */
function describeRules(report) {
	const rank = ({ outcome }) => outcome === "broken" ? 0 : 1;
	const rules = report.rules.filter(({ outcome }) => outcome !== "unused").toSorted((a, b) => rank(a) - rank(b));
	return tableOf(rules, [
		{
			title: ["Rule"],
			of: ({ rule, packages }) => [rule, ...forThem(packages)]
		},
		{
			title: ["Where"],
			of: ({ file, line }) => [file === null ? "input" : place(file, line, report)]
		},
		{
			title: ["Limit"],
			of: ({ limit }) => [sentence(limit)]
		},
		{
			title: ["Measured"],
			of: ({ measured }) => [sentence(measured)]
		}
	], {
		markOf: ({ outcome }) => outcome === "broken" ? "fail" : "pass",
		limit: rulesShown
	});
}
function forThem(packages) {
	return packages.length === 0 ? [] : [" for ", ...listing(packages.map(name))];
}
const rulesShown = 10;
/** Rows of exceptions, and names in a row of what is alike. */
const rowsShown$1 = 20;
const namesInRow$1 = 6;
/** With more programs that are all as they should be, platforms are counted. */
const countedFrom = 12;
/** What ships: exceptions first, and in one row what is alike. A single program has its strategies instead, files have their own table. */
function describeShips(report, problems) {
	const shipped = withMarks(report, problems);
	if (report.ship === null) return describeFiles(shipped, report);
	const removed = removedRows(problems);
	if (new Set(report.cells.map(tableKey)).size < 2 && removed.length === 0) return [];
	const isQuiet = removed.length === 0 && shipped.every(({ cell, mark }) => mark === null && isStandalone(cell));
	const programs = unique(shipped.map(({ cell }) => cell.package));
	if (isQuiet && programs.length > countedFrom) return describePlatforms(shipped, programs, report);
	return shippedTable(shipped, removed, report);
}
function withMarks(report, problems) {
	const marks = /* @__PURE__ */ new Map();
	for (const { cell, outcome } of problems) if (cell !== null && marks.get(cell) !== "fail") marks.set(cell, outcome);
	return shippedCells(report).map((cell) => ({
		cell,
		mark: marks.get(cell) ?? null
	}));
}
function removedRows(problems) {
	const removed = problems.filter(({ kind, target }) => kind === "missing" && target !== null);
	return groupBy(removed, ({ target, outcome }) => `${outcome}\n${target?.package ?? ""}`).map((group) => ({
		mark: group[0].outcome,
		packages: [group[0].target?.package ?? ""],
		platforms: unique(group.flatMap(({ target }) => target?.platform ?? [])),
		cell: null,
		cells: []
	}));
}
function platformsOf(report) {
	return unique([...report.cells, ...report.baseline.gone].map(({ platform }) => platform));
}
/** Alike in all that the table shows. */
function stateKey({ cell, mark }) {
	const base = baseOf(cell);
	const words = [
		base === null ? null : stateWord(base),
		stateWord(cell),
		isUnbuilt(cell)
	];
	return JSON.stringify([
		mark,
		...words,
		whyNotJudged(cell)
	]);
}
function shippedTable(shipped, removed, report) {
	const platforms = platformsOf(report).length;
	const withBase = removed.length > 0 || shipped.some(({ cell }) => cell.base !== null);
	const withSize = platforms === 1 && new Set(shipped.map(({ cell }) => cell.package)).size <= countedFrom;
	const programs = groupBy(shipped, (each) => `${each.cell.package}\n${stateKey(each)}`).map((group) => ({
		first: group[0],
		platforms: unique(group.map(({ cell }) => cell.platform)),
		cells: group.map(({ cell }) => cell)
	}));
	const keyOf = (each) => JSON.stringify([
		stateKey(each.first),
		each.platforms,
		withSize ? each.first.cell.package : ""
	]);
	const groups = groupBy(programs, keyOf).toSorted(([a], [b]) => weightOf(b.first) - weightOf(a.first)).map((group) => {
		const [{ first, platforms: own }] = group;
		const packages = group.map((each) => each.first.cell.package);
		return {
			...first,
			packages,
			platforms: own,
			cells: group.flatMap(({ cells }) => cells)
		};
	});
	const names = (paths) => listing(paths.map((path) => programName(path, report)), namesInRow$1);
	const before = ({ cell }) => {
		if (cell === null) return ["built"];
		const base = baseOf(cell);
		return base === null ? [] : [sentence(stateWord(base))];
	};
	return tableOf([...removed, ...groups], [
		{
			title: ["Program"],
			of: ({ packages }) => names(packages)
		},
		{
			title: ["Platform"],
			of: (row) => platforms > 1 ? platformList(row.platforms, platforms) : []
		},
		{
			title: baseTitle(report),
			of: before
		},
		{
			title: [withBase ? "Now" : "Linkage"],
			of: nowOf
		},
		{
			title: ["Why"],
			of: ({ cell, mark }) => cell === null || mark !== null ? [] : whyOf(cell)
		},
		{
			title: ["Size"],
			of: ({ cells }) => [withSize ? sizeOf(cells[0]) : sizeChangeOf(cells)],
			...sizeColumn
		}
	], {
		markOf: ({ mark }) => mark,
		limit: rowsShown$1
	});
}
/** What changed, or is not as it should be, is bold. */
function nowOf({ cell, mark }) {
	if (cell === null) return [strong("removed")];
	const word = sentence(stateWord(cell));
	const same = cell.base?.unchanged === true ? isUnbuilt(cell) ? " (unchanged, not built)" : " (unchanged)" : "";
	return [mark === null ? word : strong(word), same];
}
function whyOf(cell) {
	const why = whyNotJudged(cell);
	return why === null ? [] : [sentence(why)];
}
const sizeColumn = {
	isNumber: true,
	isOptional: true
};
/** `5.5 MiB (+0.3)`: the size, and what it has changed from the base commit. */
function sizeOf(cell) {
	if (cell?.artifact == null) return "";
	const change = changeOf(cell)?.replace(/ .*/, "");
	return `${formatSize(cell.artifact.size)}${change === void 0 ? "" : ` (${change})`}`;
}
function changeOf({ artifact, base }) {
	if (artifact === null || base?.size == null) return void 0;
	return formatSizeChange(artifact.size, base.size) ?? void 0;
}
/** `+0.3 MiB`, `+0.3 MiB to +0.4 MiB`: of several programs only what has changed. */
function sizeChangeOf(cells) {
	const changed = cells.filter((cell) => changeOf(cell) !== void 0).toSorted((a, b) => growthOf(a) - growthOf(b));
	const [least, most] = [changed[0], changed.at(-1)].map((cell) => cell && changeOf(cell));
	return least === most ? least ?? "" : `${least ?? ""} to ${most ?? ""}`;
}
function growthOf({ artifact, base }) {
	return (artifact?.size ?? 0) - (base?.size ?? 0);
}
function baseTitle(report) {
	const { sha } = report.baseline;
	return sha === null ? ["Base"] : ["Base ", commit(sha, report)];
}
function weightOf({ cell, mark }) {
	const weights = {
		fail: 4,
		warn: 3,
		pass: 0
	};
	if (mark !== null) return weights[mark];
	return isStandalone(cell) ? 0 : 2;
}
/** Many programs that are all as they should be: how many are what on each platform, and their names folded. */
function describePlatforms(shipped, programs, report) {
	const groups = groupBy(shipped, ({ cell }) => cell.platform);
	const count = (group, isSystem) => {
		const number = group.filter(({ cell }) => linkageKind(cell) === "system" === isSystem).length;
		return [number === 0 ? "–" : String(number)];
	};
	const hasSystem = shipped.some(({ cell }) => linkageKind(cell) === "system");
	const table = tableOf(groups, [
		{
			title: ["Platform"],
			of: ([{ cell }]) => [name(cell.platform)]
		},
		{
			title: ["Static"],
			of: (group) => count(group, false),
			isNumber: true
		},
		{
			title: ["System libraries only"],
			of: (group) => hasSystem ? count(group, true) : [],
			isNumber: true
		}
	]);
	const names = programs.map((path) => programName(path, report));
	return [...table, fold([plural(programs.length, "program")], [text(...listing(names, namesFolded))])];
}
/** Files in a table, and of many only the exceptions. */
const filesShown = 20;
const exceptionsShown = 40;
const namesFolded = 300;
function describeFiles(shipped, report) {
	const sorted = shipped.toSorted((a, b) => weightOf(b) - weightOf(a));
	const exceptions = sorted.filter((each) => weightOf(each) > 0);
	const shown = sorted.length > filesShown ? exceptions.slice(0, exceptionsShown) : sorted;
	const withPlatform = platformsOf(report).length > 1;
	return [...tableOf(shown, [
		{
			title: ["File"],
			of: ({ cell }) => [name(rowName(cell))]
		},
		{
			title: ["Linkage"],
			of: ({ cell }) => [sentence(linkageWord(cell))]
		},
		{
			title: ["Platform"],
			of: ({ cell }) => withPlatform ? [name(cell.platform)] : []
		},
		{
			title: ["Needs"],
			of: ({ cell }) => needsPhrase(cell)
		},
		{
			title: ["glibc ≥"],
			of: ({ cell }) => [cell.linkage?.minGlibc == null ? "" : sentence(cell.linkage.minGlibc)]
		},
		{
			title: ["Size"],
			of: ({ cell }) => [sizeOf(cell)],
			...sizeColumn
		}
	], { markOf: ({ mark }) => mark }), ...foldRest(sorted.filter((each) => !shown.includes(each)))];
}
/** What must be on the machine, or why nobody knows. */
function needsPhrase(cell) {
	const why = whyOf(cell);
	return why.length > 0 ? why : listing(needsOf(cell).map(name), 8);
}
function foldRest(rest) {
	return groupBy(rest, ({ cell }) => linkageWord(cell)).map((group) => fold([`${group.length} more: `, sentence(linkageWord(group[0].cell))], [text(...listing(group.map(({ cell }) => name(rowName(cell))), namesFolded))]));
}

// src/report/document/builds.ts
/** One program on one platform, by strategies: what ships is one of them. */
function describeOnlyTarget(report, problems) {
	const [only, ...more] = groupBy(report.cells, tableKey);
	if (report.ship === null || only === void 0 || more.length > 0 || report.baseline.gone.length > 0) return [];
	return describeTarget(only, new Set(problems.flatMap(({ outcome, cell }) => outcome === "fail" ? cell ?? [] : [])), report);
}
/** Several programs by strategies. */
function describeBuilds(report) {
	const { cells, ship } = report;
	if (ship === null || new Set(cells.map(tableKey)).size < 2) return [];
	const strategies = unique(cells.map(({ strategy }) => strategy ?? ""));
	const predicted = cells.some(isPredicted);
	if (strategies.length < 2 && !predicted) return [];
	const title = [isMixed(report) ? describeCounts(report) : `All ${describeCounts(report)}`];
	return [fold(title, describeMatrix(report, strategies), true)];
}
function describeTarget(cells, failing, report) {
	const [first] = cells;
	const title = text(name(first.package), " on ", name(first.platform));
	const markOf = (cell) => failing.has(cell) ? "fail" : null;
	if (cells.some(isPredicted) && !isMixed(report)) return [title, ...describePredicted(cells, markOf)];
	const orNone = (value) => [value ?? "–"];
	return [
		title,
		...tableOf(cells, [
			{
				title: ["Strategy"],
				of: (cell) => strategyCell(cell)
			},
			{
				title: ["Linkage"],
				of: (cell) => [sentence(linkageWord(cell)), predictionMark(cell, report)]
			},
			{
				title: ["Needs"],
				of: (cell) => isPredicted(cell) || needsPhrase(cell).length > 0 ? needsPhrase(cell) : ["nothing"]
			},
			{
				title: ["glibc ≥"],
				of: ({ linkage }) => [sentence(linkage?.minGlibc ?? "–")]
			},
			{
				title: ["Linker"],
				of: (cell) => orNone(linkerOf(cell))
			},
			{
				title: ["Size"],
				of: (cell) => [sizeOf(cell) || "–"],
				...sizeColumn
			},
			{
				title: ["Build"],
				of: ({ timing }) => orNone(timing.buildMs === null ? null : formatTime(timing.buildMs)),
				isNumber: true,
				isOptional: true
			}
		], { markOf }),
		...describeLinkers(cells)
	];
}
function linkerOf({ link, status, prediction }) {
	const mode = status === "predicted" ? prediction?.mode ?? "unknown" : link.mode;
	return mode === "unknown" ? null : mode;
}
function strategyCell(cell) {
	const { role, sameAs } = cell;
	if (role !== "ships") return [name(rowName(cell))];
	return sameAs === null ? [name(rowName(cell)), " (ships)"] : [
		name(rowName(cell)),
		" (ships, same as ",
		name(sameAs),
		")"
	];
}
/** Why each linker: the strategies that have a reason in common share a line. */
function describeLinkers(cells) {
	const known = cells.filter(({ link }) => link.reasons.length > 0);
	const lines = groupBy(known, ({ link }) => [link.mode, ...link.reasons].join("\n")).map((group) => {
		return [
			...commaSeparated(group.map((cell) => name(rowName(cell)))),
			`: ${group[0].link.mode}, because `,
			sentence(group[0].link.reasons.join("; "))
		];
	});
	return lines.length === 0 ? [] : [fold(["Linker selection"], [list(lines)])];
}
/** What would be built. Reasons are notes, for most strategies have them in common. */
function describePredicted(cells, markOf) {
	const numbers = /* @__PURE__ */ new Map();
	const note = (texts) => {
		for (const each of texts) if (!numbers.has(each)) numbers.set(each, numbers.size + 1);
		return texts.length === 0 ? "" : ` [${texts.map((each) => numbers.get(each)).join(", ")}]`;
	};
	const because = (cell) => {
		const why = cell.prediction === null ? whyNotJudged(cell) : cell.prediction.because;
		return [...why === null ? [] : [why], ...(cell.prediction?.unseen ?? []).map((what) => `not examined: ${what}`)];
	};
	const linker = ({ prediction }) => prediction === null ? "–" : `${prediction.mode ?? "none"}${note(prediction.reasons)}`;
	const table = tableOf(cells, [
		{
			title: ["Strategy"],
			of: (cell) => strategyCell(cell)
		},
		{
			title: ["Linker"],
			of: (cell) => [linker(cell)]
		},
		{
			title: ["Linkage"],
			of: (cell) => [sentence(linkageWord(cell)), note(because(cell))]
		}
	], { markOf });
	const notes = [...numbers].map(([words, number]) => [`[${number}] `, sentence(words)]);
	return [...table, ...notes.length === 0 ? [] : [list(notes)]];
}
/** Rows of all platforms together, as many as a person reads. */
const rowsShown = 24;
const namesInRow = 5;
/** Programs that come out alike share a row, and platforms on which every program does share a table. */
function describeMatrix(report, strategies) {
	const wordOf = ({ cells }, strategy) => {
		const cell = cells.find((each) => each.strategy === strategy);
		return cell === void 0 ? "" : `${stateWord(cell)}${predictionMark(cell, report)}`;
	};
	const rowKey = (program) => JSON.stringify(strategies.map((each) => wordOf(program, each)));
	const platforms = groupBy(report.cells, ({ platform }) => platform).map((group) => ({
		platform: group[0].platform,
		programs: groupBy(group, (cell) => cell.package).map(([first, ...rest]) => ({
			path: first.package,
			cells: [first, ...rest]
		}))
	}));
	const alike = groupBy(platforms, ({ programs }) => JSON.stringify(programs.map((each) => [each.path, rowKey(each)])));
	const limit = Math.max(4, Math.floor(rowsShown / alike.length));
	return alike.flatMap((group) => {
		const rows = groupBy(group[0].programs, rowKey).toSorted((a, b) => a.length - b.length);
		const columns = strategies.map((strategy) => ({
			title: [name(strategy)],
			of: ([first]) => [sentence(wordOf(first, strategy))]
		}));
		const namesOf = (own) => listing(own.map(({ path }) => programName(path, report)), namesInRow);
		const platform = platformList(group.map((each) => each.platform), platforms.length + 1);
		return [...platforms.length > 1 ? [text(...platform)] : [], ...tableOf(rows, [{
			title: ["Program"],
			of: namesOf
		}, ...columns], { limit })];
	});
}
const reasonsShown = 8;
/** Where a table of words has no room for reasons: why builds were skipped, and why a prediction says what it says. */
function describeReasons(report) {
	const targets = new Set(report.cells.map(tableKey));
	if (report.ship === null || targets.size < 2) return [];
	const reasonsIn = (reasonOf) => report.cells.flatMap((cell) => {
		const reason = reasonOf(cell);
		return reason === null ? [] : [{
			cell,
			reason
		}];
	});
	return [...reasonList(["Skipped builds"], reasonsIn(({ status, reason }) => status === "skipped" ? reason : null), report), ...reasonList(["Why these predictions"], reasonsIn(whyPredicted), report)];
}
function reasonList(title, reasons, report) {
	if (reasons.length === 0) return [];
	const lines = groupBy(reasons, ({ reason }) => reason).toSorted((a, b) => b.length - a.length).map((group) => {
		const cells = group.map(({ cell }) => cell);
		return [
			...commaSeparated(unique(cells.map(rowName)).map(name)),
			": ",
			...subjectOf(cells, report),
			": ",
			sentence(group[0].reason)
		];
	});
	return [fold(title, [list(cut(lines, reasonsShown, "reason"))], true)];
}

// src/report/document/context.ts
/** How what ships is built, and what it was compared with. */
function describeContext(report, problems) {
	const { ship, cells } = report;
	const predicted = isMixed(report) ? [`${describeCounts(report)}. `] : ["Predicted, not built; whether the Go code compiles was not examined. "];
	const built = ship === null ? [`${describeCounts(report)}.`] : [...cells.some(isPredicted) ? predicted : [], ...describeRelease(report)];
	const skipped = skippedWords(report);
	const left = skipped === null ? [] : [" Skipped (not executables): ", closed(skipped)];
	return [
		text(...built, ...left, ...describeComparison(report, problems)),
		...describeHints(report),
		...describeMissingBase(report)
	];
}
/** At most so many entries of release configurations in one line. */
const shownEntries = 3;
/** How what ships is built, and where that is said: the same entry once, however many programs it is for. */
function describeRelease({ ship, release, releaseSearch }) {
	const note = releaseSearch.note === null ? [] : [
		" ",
		sentence(releaseSearch.note),
		"."
	];
	const described = release.filter(({ source }) => source !== "none" && source !== "input" && source !== "config");
	if (described.length === 0) {
		const why = release.every(({ source }) => source !== "none") ? [] : [
			" (a plain go build): no release configuration was found; ",
			name("ship"),
			" can name another strategy"
		];
		return [
			"Ships as ",
			name(ship ?? ""),
			...releaseSearch.note === null ? why : [],
			".",
			...note
		];
	}
	const entries = groupBy(described, ({ file, line }) => `${file ?? ""}:${line ?? 1}`);
	const shown = entries.slice(0, shownEntries).map(([first]) => {
		const settings = first.settings.flatMap((each) => [", ", name(each)]);
		return [
			name(`${first.file ?? ""}:${first.line ?? 1}`),
			" builds it",
			...settings.length === 0 ? [] : [
				":",
				" ",
				...settings.slice(1)
			]
		];
	});
	const more = entries.length - shown.length;
	return [
		"Ships as ",
		...shown.flatMap((each, at) => at === 0 ? each : ["; as ", ...each]),
		more > 0 ? `; and ${more} more.` : ".",
		...note
	];
}
/** Where the plain build is judged: lines of other files that may say how it ships. */
function describeHints({ release, releaseSearch }) {
	const { hints } = releaseSearch;
	if (hints.length === 0 || !release.some(({ source }) => source === "none")) return [];
	const lines = hints.map(({ file, line, text: written }) => [
		name(`${file}:${line}`),
		": ",
		name(written)
	]);
	return [text("These lines may say how it ships; if one does, set ", name("ship"), " to the strategy:"), list(lines)];
}
function describeComparison(report, problems) {
	const { sha, source } = report.baseline;
	if (sha === null) return [];
	const base = commit(sha, report);
	if (source === "policy") return [
		" Only the rules were compared with ",
		base,
		"."
	];
	if (problems.some(({ kind, target }) => kind === "baseline" && target === null)) return [];
	const countPrograms = (isMeant) => new Set(shippedCells(report).flatMap((cell) => isMeant(cell) ? [cell.package] : [])).size;
	const rebuilt = countPrograms(({ base: before }) => before?.from === "build");
	const unbuilt = countPrograms(isUnbuilt);
	const isWorse = problems.some(({ kind, outcome }) => kind === "regression" || kind === "missing" || kind === "build" && outcome === "fail");
	const parts = [...rebuilt === 0 ? [] : [`${plural(rebuilt, "program")} rebuilt`], ...unbuilt === 0 ? [] : [`${plural(unbuilt, "program")} unchanged and not built`]];
	const how = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
	return [
		" Compared with ",
		base,
		isWorse ? `${how}.` : `${how}: no regression.`
	];
}
/** What was tried to find a base, and what it means that there is none. */
function describeMissingBase(report) {
	const { baseline, verdict } = report;
	const missing = verdict.judgements.find(({ kind, target }) => kind === "baseline" && target === null);
	if (missing === void 0) return [];
	const effect = missing.outcome === "fail" ? "This fails the run: on-missing-baseline: fail or baseline: build is set, or this machine is at fault." : "This only warns. To fail without a base commit, set on-missing-baseline: fail.";
	const init = name("go-linkage policy init");
	const blocks = [
		text("Regressions cannot be detected without the base commit. What was tried:"),
		list(baseline.steps.map((step) => [sentence(step)]), true),
		text(effect, " Rules work without one: ", init, " writes a first policy from what ships now.")
	];
	return [{
		kind: "alert",
		outcome: missing.outcome === "fail" ? "fail" : "note",
		blocks
	}];
}

// src/report/document/problem-blocks.ts
/** So many causes are told one by one; the table of what ships has a row for everything that fails. */
const groupsShown = 4;
/** What fails by its causes and what to do about each; without a failure, what the gate warns of. */
function describeProblems(problems, report) {
	const failing = problems.filter(({ outcome }) => outcome === "fail");
	const warned = problems.filter(({ kind }) => kind !== null && kind !== "caveat");
	const shown = (failing.length > 0 ? failing : warned).filter((each) => !isMissingBase(each));
	if (shown.length === 0) return [];
	const groups = groupBy(shown, keyOf);
	const described = /* @__PURE__ */ new Set();
	const boxed = groups.slice(0, groupsShown).flatMap((group) => describeGroup(group, {
		report,
		described
	}));
	const left = groups.slice(groupsShown);
	const more = left.length === 0 ? [] : [text(`… and ${left.length} more ${left.length === 1 ? "cause" : "causes"}: see the table.`)];
	const fixes = groupBy(groups.slice(0, groupsShown), (group) => JSON.stringify(remediesKey(group)));
	return [{
		kind: "alert",
		outcome: failing.length > 0 ? "fail" : "warn",
		blocks: [...boxed, ...more]
	}, ...fixes.flatMap((alike) => describeFixes(alike.flat(), fixes.length > 1, report))];
}
/** It has its own box (context.ts). */
function isMissingBase({ kind, target }) {
	return kind === "baseline" && target === null;
}
/** One line of code can be the cause for many programs: the chain of imports begins with each of them. */
function keyOf({ kind, cause, message, target, fixes, finding }) {
	const text = cause ?? message.replaceAll(/"[^"]*"|\([^()]*\)/g, "");
	const at = finding?.file == null ? "" : `${finding.file}:${finding.line ?? 1}`;
	return [
		kind,
		text.replaceAll(target?.package ?? "\n", ""),
		at,
		...fixes
	].join("\n");
}
function describeGroup(group, { report, described }) {
	const [{ target, message, cause, finding }] = group;
	if (target === null) return group.map((each) => text(closed(capitalized(each.message))));
	const targets = group.flatMap((each) => each.target ?? []);
	const subject = strong(...subjectOf(targets, report));
	const cells = group.flatMap(({ cell }) => cell ?? []);
	const state = describeState(group, cells.filter((cell) => !described.has(cell)));
	for (const cell of cells) described.add(cell);
	const at = finding ?? {
		file: null,
		line: null
	};
	return [
		text(subject, ...state ?? [isOne(targets) ? " " : ": ", sentence(stopped(capMessage(message)))]),
		...cause === null ? [] : [text("Cause: ", ...withPlace(capMessage(cause), at.file === null || isRule(group[0]) ? nowhere : at, report), ".")],
		...describePlaces(group[0], report)
	];
}
/** A message is a predicate of one program. */
function isOne(targets) {
	return unique(targets.map(targetKey)).length === 1;
}
const nowhere = {
	file: null,
	line: null
};
function isRule({ finding }) {
	return finding?.kind === "policy";
}
/** A build's complaint can be a page long. */
function capMessage(message) {
	return message.length > 500 ? `${message.slice(0, 499)}…` : message;
}
/** ` is now dynamic (was static). It needs …, and does not start in …`; null where the message says it better. */
function describeState(group, cells) {
	const [{ kind, cell }] = group;
	const [first] = cells;
	if (kind !== "regression" || first === void 0 || cell === null) return null;
	const before = unique(cells.map(({ base }) => base?.linkage?.kind ?? ""));
	if (!cells.every((each) => each.linkage?.kind === "dynamic") || before.length > 1 || before[0] === "dynamic" || before[0] === "") return null;
	const is = new Set(cells.map((each) => each.package)).size > 1 ? "are" : "is";
	return [
		` ${is} now `,
		strong("dynamic"),
		` (was ${before[0] ?? ""}). `,
		...describeNeeds(cells, is === "is")
	];
}
/** What dynamic programs need, and where they do not start for it. */
function describeNeeds(cells, isOne) {
	const interpreters = unique(cells.flatMap(({ linkage }) => linkage?.interpreter ?? []));
	const needed = unique(cells.flatMap(({ linkage }) => linkage?.needed ?? []));
	const floors = unique(cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []));
	const parts = [...interpreters.length + needed.length === 0 ? [] : [[isOne ? "needs " : "need ", ...listing([...interpreters, ...needed].map(name))]], ...floors.length === 0 ? [] : [[isOne ? "requires " : "require ", strong("glibc ", ...listing(floors.map(sentence)), " or newer")]]];
	const isLinux = cells.every(({ platform }) => platform.startsWith("linux/"));
	const isMusl = interpreters.some((path) => path.includes("ld-musl-"));
	const effect = !isLinux ? [] : isMusl ? [isOne ? " It starts" : " They start", " only where musl's dynamic loader is, as on Alpine."] : [
		isOne ? " It does" : " They do",
		" not start in ",
		name("scratch"),
		", ",
		name("distroless/static"),
		" or Alpine images."
	];
	const words = parts.flatMap((part, at) => at === 0 ? part : [" and ", ...part]);
	return parts.length === 0 ? [] : [
		isOne ? "It " : "They ",
		...words,
		".",
		...effect
	];
}
/** Where else the compiler stopped. */
function describePlaces({ places, message }, report) {
	const others = places.filter((each) => each.message !== null && !message.includes(each.message));
	if (others.length === 0) return [];
	const shown = others.slice(0, 3).map((each) => [
		place(each.file, each.line, report),
		": ",
		sentence(each.message ?? "")
	]);
	const more = others.length > 3 ? [[`and ${others.length - 3} more errors`]] : [];
	return [text("Also:"), list([...shown, ...more])];
}
function adviceFor(group, report) {
	const targets = new Set(group.flatMap(({ target }) => target === null ? [] : [targetKey(target)]));
	return report.recommendation.filter((each) => each.strategy !== null && !isShipped(each, report) && targets.has(targetKey(each)));
}
/** Causes with the same fixes share them. */
function remediesKey(group) {
	const [{ fixes, kind, target }] = group;
	return [
		kind === "regression" || kind === "policy" ? "linkage" : kind,
		fixes.map(withoutStrategy),
		target?.package ?? ""
	];
}
function withoutStrategy(fix) {
	return isBuildSetting(fix) ? "build" : fix;
}
/** A fix that sets what a strategy sets, with or without its name. */
function isBuildSetting(fix) {
	return /CGO_ENABLED=0|\bmusl\b|netgo|^(?:ship|build) with /.test(fix);
}
function describeFixes(group, isOneOfMany, report) {
	const advice = groupAdvice(adviceFor(group, report));
	const others = unique(group.flatMap(({ fixes }) => fixes)).filter((fix) => advice.length === 0 || !isBuildSetting(fix));
	const regressed = group.filter(({ kind }) => kind === "regression");
	const rule = regressed.length === 0 ? null : acceptingRule(regressed, namesOf(report));
	const items = [
		...advice.map((each) => describeAdvice(each, report)),
		...others.map((fix) => ({
			content: [closed(capitalized(fix))],
			blocks: []
		})),
		...rule === null ? [] : [{
			content: [
				"If this is intended, allow it in the ",
				name("rules"),
				" of ",
				name(policyFile(report)),
				":"
			],
			blocks: [rule]
		}]
	];
	const [only, ...more] = items;
	if (only === void 0) return [];
	const of = isOneOfMany ? [" for ", ...subjectOf(group.flatMap(({ target }) => target ?? []), report)] : [];
	if (more.length === 0) return [text(strong("Fix", ...of), ": ", ...only.content), ...only.blocks];
	return [text(strong("Fix", ...of), ", one of:"), {
		kind: "list",
		isOrdered: true,
		items
	}];
}
function policyFile({ policy }) {
	return policy.file ?? ".github/go-linkage.yml";
}
/** Warnings that are worth a line each; the rest is counted. */
const warningsShown = 8;
/** What is only worth a warning, once however many builds it is about. */
function describeWarnings(problems, report) {
	const failing = problems.filter(({ outcome }) => outcome === "fail");
	const isFailing = failing.length > 0;
	const shownFixes = new Set(failing.flatMap(({ fixes }) => fixes));
	const warnings = problems.filter((each) => each.outcome === "warn" && !isMissingBase(each) && (isFailing || each.kind === null || each.kind === "caveat") && !failing.some(({ cell, message }) => cell !== null && cell === each.cell && message.endsWith(each.message)));
	const items = groupBy(warnings, ({ title, message, fixes }) => [
		title,
		message,
		...fixes
	].join("\n")).map((group) => describeWarning(group, shownFixes, report));
	if (items.length === 0) return [];
	return [text(strong("Warnings")), list(cut(items, warningsShown, "warning"))];
}
/** `shownFixes`: those that stand with what fails. */
function describeWarning(group, shownFixes, report) {
	const [{ title, message, finding, fixes }] = group;
	const targets = group.flatMap(({ target }) => target ?? []);
	const words = finding?.message ?? message;
	const at = finding === null ? nowhere : {
		file: finding.file,
		line: finding.line
	};
	const subject = targets.length === 0 ? [] : [", ", ...subjectOf(targets, report)];
	return [
		strong(title),
		...subject,
		": ",
		...findingText({
			message: words,
			fix: fixes.filter((fix) => !shownFixes.has(fix)).join("; or ") || null,
			...at
		}, report)
	];
}
/** What was seen, where, and what to do. */
function findingText({ message, fix, ...at }, report) {
	return [
		...withPlace(capMessage(message), at, report),
		".",
		...fix === null ? [] : [" Fix: ", closed(fix)]
	];
}

// src/report/document/details.ts
const culpritsShown = 10;
const placesShown = 2;
/** The packages that use cgo, each with the lines that lead to it, however many programs those are in. */
function describeImports(report) {
	const used = report.cells.flatMap((cell) => cell.cgo.map((user) => ({
		cell,
		user
	})));
	const groups = groupBy(used, ({ user }) => user.package).toSorted((a, b) => countPrograms(b) - countPrograms(a));
	if (groups.length === 0) return [];
	const lines = cut(groups.map((group) => describeCulprit(group, report)), culpritsShown, "package");
	return [fold(["Import paths that pull in cgo"], [list(lines)], report.cells.some(isPredicted) && !isMixed(report))];
}
function countPrograms(group) {
	return new Set(group.map(({ cell }) => cell.package)).size;
}
/** `github.com/mattn/go-sqlite3`: `internal/store/db.go:9` (app → internal/store → …), in 12 programs */
function describeCulprit(group, report) {
	const [{ user }] = group;
	const lines = groupBy(group, (each) => `${each.user.file ?? ""}:${each.user.line ?? 1}`);
	const shown = lines.slice(0, placesShown).map(([{ user: { file, line, chain } }]) => {
		const between = chain.length > 2 ? [sentence(chain.slice(0, -1).join(" → "))] : [];
		if (file === null) return between;
		return [place(file, line, report), ...between.length === 0 ? [] : [
			" (",
			...between,
			")"
		]];
	});
	const left = lines.length - shown.length;
	const programs = countPrograms(group);
	return [
		name(user.package),
		shown.some(({ length }) => length > 0) ? ": " : "",
		...shown.flatMap((each, at) => at === 0 ? each : [", ", ...each]),
		left > 0 ? ` and ${plural(left, "more line")}` : "",
		programs > 1 ? `, in ${plural(programs, "program")}` : ""
	];
}
const findingsShown = 10;
/** Warnings about strategies that do not ship. */
function describeOtherFindings(report, problems) {
	const inProblems = new Set(problems.flatMap(({ finding }) => finding === null ? [] : [`${finding.kind}\n${finding.message}`]));
	const found = report.cells.filter(({ role, status }) => role === "compared" && status !== "failed").flatMap((cell) => cell.findings.map((finding) => ({
		cell,
		finding
	}))).filter(({ finding }) => finding.level !== "info" && !inProblems.has(`${finding.kind}\n${finding.message}`));
	const groups = groupBy(found, ({ finding }) => [
		finding.kind,
		finding.message,
		finding.file
	].join("\n"));
	if (groups.length === 0) return [];
	const several = new Set(report.cells.map(tableKey)).size > 1;
	const items = groups.map((group) => {
		const [{ finding }] = group;
		const strategies = commaSeparated(unique(group.map(({ cell }) => rowName(cell))).map(name));
		const of = several ? [" of ", ...subjectOf(group.map(({ cell }) => cell), report)] : [];
		return [
			strong(catalog[finding.kind].title),
			", ",
			...strategies,
			...of,
			": ",
			...findingText(finding, report)
		];
	});
	return [fold(["Findings of other strategies"], [list(cut(items, findingsShown, "finding"))], true)];
}
/** Files beyond are in their table. */
const costsShown = 40;
/** What each strategy costs: the median, and from the least to the most. */
function describeCosts({ cells, ship }) {
	const built = cells.filter(({ artifact }) => artifact !== null);
	const groups = groupBy(built, rowName).slice(0, costsShown);
	if (groups.length < 2 || ship === null) return [];
	const sizes = (group) => group.flatMap(({ artifact }) => artifact?.size ?? []);
	const times = (group) => group.flatMap(({ timing }) => timing.buildMs ?? []);
	const table = tableOf(groups, [
		{
			title: ["Strategy"],
			of: ([first]) => [name(rowName(first))]
		},
		{
			title: ["Builds"],
			of: ({ length }) => [String(length)],
			isNumber: true
		},
		{
			title: ["Size"],
			of: (group) => [spread(sizes(group), formatSize)],
			isNumber: true
		},
		{
			title: ["Build time"],
			of: (group) => [spread(times(group), formatTime)],
			isNumber: true
		}
	]);
	return [fold(["Sizes and build times"], table)];
}
/** `7.9 MiB (7.1 MiB to 9.2 MiB)` */
function spread(numbers, format) {
	const sorted = numbers.toSorted((a, b) => a - b);
	const [least, median, most] = [
		sorted[0],
		sorted[Math.floor((sorted.length - 1) / 2)],
		sorted.at(-1)
	];
	if (least === void 0 || median === void 0 || most === void 0) return "";
	return format(least) === format(most) ? format(median) : `${format(median)} (${format(least)} to ${format(most)})`;
}
/** Failed builds that are shown with their output, and of each the last lines. */
const outputsShown = 10;
/** Builds that failed alike share their output. */
function describeOutputs(report, problems) {
	const withProblem = new Set(problems.flatMap(({ cell }) => cell ?? []));
	const failed = report.cells.filter(({ status }) => status === "failed");
	const groups = groupBy(failed, ({ reason, build }) => `${reason ?? ""}\n${lastLines(build.output)}`);
	const shown = groups.slice(0, outputsShown).map((group) => {
		const [cell] = group;
		const fix = withProblem.has(cell) ? null : cell.findings.find((finding) => finding.fix !== null)?.fix ?? null;
		const output = [buildLine(cell, report), lastLines(cell.build.output)].join("\n\n");
		const others = group.length > 1 ? ` and ${plural(group.length - 1, "more build")} with the same error` : "";
		const title = [
			"Compiler output: ",
			...commaSeparated([
				programName(cell.package, report),
				name(cell.platform),
				name(rowName(cell))
			]),
			`${others}: `,
			sentence(oneLine(cell.reason ?? ""))
		];
		return fold(title, [...fix === null ? [] : [text("Fix: ", sentence(fix))], {
			kind: "code",
			language: "text",
			name: "Compiler output",
			text: name(output)
		}]);
	});
	const left = groups.length - shown.length;
	return left > 0 ? [...shown, text(`… and ${plural(left, "more failed build")} in the JSON report.`)] : shown;
}
function lastLines(output) {
	return output.trim().split("\n").slice(-20).join("\n").slice(-4096);
}

// src/cache/describe-cache.ts
/** One line for people: what was restored, what that took, and what becomes of each entry. Without a full stop. */
function describeCache({ entries, restores, saves, why, timing }) {
	if (!restores && !saves) return `No build cache: ${why}`;
	if (entries.length === 0) return `Build cache: nothing to keep in one (${why})`;
	const restored = entries.flatMap((entry) => entry.restored ?? []);
	const bytes = restored.reduce((sum, { archiveBytes, bytes }) => sum + (archiveBytes ?? bytes), 0);
	return `Build cache: ${[restored.length === 0 ? `nothing restored${timing.restoreMs < 1e3 ? "" : ` in ${formatTime(timing.restoreMs)}`}` : `${formatSize(bytes)} restored in ${formatTime(timing.restoreMs)}`, ...entries.map(describeEntry)].join("; ")}`;
}
const hitWords = {
	exact: "its own entry",
	older: "an older entry",
	none: "no entry"
};
function describeEntry({ name, hit, why }) {
	return `${name}: ${hitWords[hit]}, ${why}`;
}

// src/report/document/method.ts
/** What the answer rests on, and how to repeat it. */
function describeMethod(report) {
	const { environment, machines, plan, cache, source, policy, baseline } = report;
	const lines = [
		[methodOf(report)],
		...source === null ? [] : [["Commit: ", commit(source.sha, report)]],
		...environment === null ? [] : describeMachine(environment),
		...machines.map(describeLeg),
		...plan === null ? [] : plan.notes.map((note) => [sentence(note)]),
		...cache === null ? [] : [[closed(describeCache(cache))]],
		...baseline.steps.length === 0 ? [] : [["Base commit: ", closed(baseline.steps.join("; "))]],
		...describePolicy(policy)
	];
	const example = shippedCells(report).find((cell) => cell.strategy !== null && cell.status === "built");
	const again = example === void 0 ? [] : [text("To repeat one of the builds:"), {
		kind: "code",
		language: "sh",
		name: "Command",
		text: name(buildLine(example, report))
	}];
	return [fold(["Method and reproduction"], [list(lines), ...again])];
}
function describeMachine({ go, cc, image, os, arch }) {
	return [
		...go === null ? [] : [[closed(go.why)]],
		...go?.sha256 == null ? [] : [["SHA-256 of the Go archive: ", name(go.sha256)]],
		...go === null ? [] : [cc === null ? ["C compiler: none"] : ["C compiler: ", name(cc.version)]],
		[`Machine: ${os}/${arch}`, ...image === null ? [] : [", image ", name(image)]]
	];
}
/** One of the machines of a merged report, in a line. */
function describeLeg({ leg, environment }) {
	if (environment === null) return ["Leg ", name(leg)];
	const { go, cc, os, arch, image } = environment;
	return [
		...[
			"Leg ",
			name(leg),
			`: ${os}/${arch}`
		],
		...image === null ? [] : [", image ", name(image)],
		...go === null ? [] : [", Go ", name(go.version)],
		...cc === null ? [] : [", ", name(cc.version)]
	];
}
function methodOf(report) {
	const { cells } = report;
	const predicted = "linker and linkage follow from the rules of the Go toolchain, the flags and the sources.";
	if (cells.some(isPredicted) && !isMixed(report)) return `Nothing was built: ${predicted}`;
	const read = `Linkage is read from the headers of each file, never from flags or from the output of other tools. ${cells.some(({ proof }) => proof !== null && proof.result !== "not-proven") ? "Static files were started in an empty root." : "Nothing was executed."}`;
	return cells.some(isPredicted) ? `${read} Where it says "predicted" nothing was built: ${predicted}` : read;
}
function describePolicy({ file, rules, notes }) {
	if (file === null && notes.length === 0) return [];
	const read = file === null ? [] : [name(file), ` (${plural(rules, "rule")})`];
	const more = notes.length === 0 ? [] : [...file === null ? [] : ["; "], sentence(notes.join("; "))];
	return [[
		"Policy: ",
		...read,
		...more
	]];
}

// src/report/document/systems.ts
/** Programs shown with a strip of their own. */
const stripsShown = 8;
/** Where each shipped program starts, programs that are alike together; the exact list folded, with the day of the table. */
function describeSystems(report) {
	const known = shippedCells(report).filter((cell) => cell.runsOn.length > 0 && cell.linkage !== null);
	const groups = groupBy(known, (cell) => `${systemStrip(cell) ?? ""}\n${cell.platform}`).slice(0, stripsShown);
	if (groups.length === 0) return [];
	const nameOf = (cell) => report.ship === null ? name(rowName(cell)) : programName(cell.package, report);
	const items = groups.map((group) => {
		return [
			...listing(group.map(nameOf)),
			" on ",
			name(group[0].platform),
			": ",
			sentence(systemStrip(group[0]) ?? "")
		];
	});
	const exact = groups.flatMap((group) => systemLines(group[0]).map((line) => [
		nameOf(group[0]),
		" ",
		sentence(line)
	]));
	return [
		...items.length === 1 ? [text("Starts on: ", ...items[0] ?? [])] : [text("Starts on:"), list(items)],
		...describeSupport(report),
		fold([`All systems (table of ${systemTable().date})`], [list(exact)])
	];
}
/** A word on the systems that are asked for, and on the images of what ships, that are out of support. */
function describeSupport({ release, rules }) {
	const named = rules.flatMap(({ rule, limit }) => rule === "runs-on" ? limit.split(", ") : []).map(findSystem);
	const images = release.map(({ image }) => image === null ? null : systemIn(image));
	const ended = describeEnded(unique([...named, ...images].flatMap((system) => system?.id ?? [])));
	return ended === null ? [] : [text("Support: ", sentence(ended))];
}

// src/report/document/document.ts
/** The report as all formats for people say it: the outcome, what to do, what ships, and then everything else folded. */
function documentOf(report) {
	const problems = problemsOf(report);
	const blocks = {
		context: describeContext(report, problems),
		problems: describeProblems(problems, report),
		rules: describeRules(report),
		ships: [
			...describeShips(report, problems),
			...describeOnlyTarget(report, problems),
			...describeSystems(report)
		],
		advice: describeOpenAdvice(report, problems),
		warnings: describeWarnings(problems, report),
		builds: describeBuilds(report),
		reasons: describeReasons(report),
		imports: describeImports(report),
		findings: describeOtherFindings(report, problems),
		costs: describeCosts(report),
		outputs: describeOutputs(report, problems),
		method: describeMethod(report)
	};
	return {
		outcome: report.verdict.outcome,
		mark: markOf(report),
		heading: headline(report, problems),
		sections: sectionIds.map((id) => ({
			id,
			blocks: blocks[id]
		})).filter(({ blocks: own }) => own.length > 0)
	};
}

export { markOf as a, name as c, tableOf as i, sentence as l, describeCache as n, commaSeparated as o, findingText as r, listing as s, documentOf as t, text as u };