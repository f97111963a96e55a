import { n as catalog } from "./catalog.js";
import { o as isStandalone } from "./glob.js";
import { n as listed } from "./english.js";
import { Z as pathInRepository, m as rowName, r as cellOf } from "./words.js";

// src/report/problems.ts
/** What fails first. */
function problemsOf(report) {
	const judged = report.verdict.judgements.map((judgement) => describeJudgement(judgement, report));
	const used = new Set(judged.flatMap(({ finding }) => finding ?? []));
	const messages = new Set(judged.map(({ message }) => message));
	const others = report.cells.filter(({ role }) => role !== "compared").flatMap((cell) => cell.findings.filter((finding) => finding.level !== "info" && !used.has(finding) && !isOwnFailure(finding, cell)).filter(({ kind, message }) => kind !== "policy-relaxed" || !messages.has(message)).map((finding) => describeFinding(finding, cell)));
	const all = [...judged, ...others];
	return [...all.filter(({ outcome }) => outcome === "fail"), ...all.filter(({ outcome }) => outcome === "warn")];
}
/** Why a build failed is told with what the gate says of it. */
function isOwnFailure({ kind, message }, { status, reason }) {
	return status === "failed" && (kind === "build-failed" || kind === "build-broken" || message === reason);
}
const titles = {
	regression: catalog.regression.title,
	policy: catalog.policy.title,
	build: catalog["build-failed"].title,
	missing: "A program was removed",
	leg: "A leg of the plan has no usable report",
	unjudged: "Cannot be judged",
	caveat: "A caveat",
	baseline: "Not compared with the base commit",
	relaxation: "This change relaxes the policy",
	expired: "A rule has expired",
	unmatched: "A rule matches no program"
};
function describeJudgement(judgement, report) {
	const { kind, outcome, target, message } = judgement;
	const cell = cellOf(judgement, report) ?? null;
	const finding = cell === null ? null : decisiveFinding(cell, judgement);
	return {
		outcome,
		level: outcome === "fail" ? "error" : "warning",
		kind,
		title: finding === null ? titles[kind] : catalog[finding.kind].title,
		message: finding?.kind === "regression" ? withoutCause(finding, cell) : message,
		...reasonsOf(finding, cell),
		target,
		cell,
		finding,
		places: cell === null ? [] : placesOf(finding, cell)
	};
}
/** A finding by itself: what the rules or the base have found beside what the gate says of the target, and what only warns. */
function describeFinding(finding, cell) {
	const { kind, level, message } = finding;
	const { failKind, foundBy, title } = catalog[kind];
	const isDecisive = foundBy !== void 0 && failKind !== void 0;
	const { package: path, platform, strategy } = cell;
	return {
		outcome: isDecisive && level === "error" ? "fail" : "warn",
		level: level === "error" ? "error" : "warning",
		kind: isDecisive ? failKind : null,
		title,
		message: kind === "regression" ? withoutCause(finding, cell) : message,
		...reasonsOf(finding, cell),
		target: {
			package: path,
			platform,
			strategy,
			file: strategy === null ? rowName(cell) : null
		},
		cell,
		finding,
		places: placesOf(finding, cell)
	};
}
/** The finding that says what the judgement is about. */
function decisiveFinding({ findings, reason }, { kind }) {
	return findings.find((each) => catalog[each.kind].failKind === kind) ?? (kind === "caveat" ? findings.find(({ level }) => level === "warning") : void 0) ?? (kind === "unjudged" || kind === "build" ? findings.find(({ message }) => message === reason) ?? findings.find((each) => catalog[each.kind].level === "error" && catalog[each.kind].foundBy === void 0) : void 0) ?? null;
}
/** Its cause stands by itself. */
function withoutCause({ message }, cell) {
	return cell?.base?.change ?? message;
}
function reasonsOf(finding, cell) {
	const fixes = ((finding?.kind === "policy" && cell !== null ? failureOf(cell) ?? finding : finding)?.fix ?? "").split("; or ").filter((fix) => fix !== "");
	if (finding?.kind !== "policy" || cell === null) return {
		cause: finding?.cause ?? null,
		fixes
	};
	const setting = settingOf(finding, cell);
	if (setting !== null) return {
		cause: `it is built with ${setting}`,
		fixes
	};
	const users = usersOf(cell);
	const [user] = users;
	if (user === void 0) return {
		cause: null,
		fixes
	};
	if (cell.strategy !== null) return {
		cause: describeUser(user),
		fixes
	};
	return {
		cause: `it uses cgo through ${listed(users.map((each) => each.package))}`,
		fixes: [...fixesOfFile(cell), ...fixes]
	};
}
/** What keeps it from a system where that is nothing that it links. */
function settingOf({ kind, fix }, { runsOn }) {
	if (kind !== "policy") return null;
	return runsOn.find((each) => each.fix !== null && fix?.includes(each.fix) === true)?.setting ?? null;
}
/** Something else built the file, so no recommendation of this run is for it. */
function fixesOfFile({ findings }) {
	return findings.flatMap(({ kind, fix }) => fix !== null && isAboutLinkage(kind) ? fix : []).slice(0, 1);
}
function isAboutLinkage(kind) {
	const { foundBy, hasUnrelatedFix } = catalog[kind];
	return foundBy === void 0 && hasUnrelatedFix !== true;
}
/** Why a build failed. */
function failureOf({ status, findings, reason }) {
	return status === "failed" ? findings.find(({ kind, message }) => kind !== "policy" && message === reason) : void 0;
}
/** `net/main.go:3 imports net, which uses cgo` */
function describeUser({ file, line, chain, package: path }) {
	const place = file === null ? chain[0] ?? path : `${file}:${line ?? 1}`;
	return chain.length < 2 ? `${place} has import "C"` : `${place} leads to ${path}, which uses cgo`;
}
/** The imports that make a program dynamic. */
function usersOf(cell) {
	return (cell.linkage !== null ? !isStandalone(cell) : cell.prediction?.linkage === "dynamic") ? cell.cgo : [];
}
/** The lines to blame, all of them where a compiler names several; of a file that something else built, the file or its archive. */
function placesOf(finding, cell) {
	const given = cell.strategy === null ? cell.container?.path ?? rowName(cell) : null;
	const user = finding !== null && settingOf(finding, cell) !== null ? void 0 : usersOf(cell).find(({ file }) => file !== null);
	const named = [finding?.kind === "policy" ? failureOf(cell) : void 0, finding].find((each) => each != null && each.file !== null);
	const { file, line, column } = {
		column: null,
		...named ?? user ?? {
			file: given,
			line: null
		}
	};
	if (file === null) return [];
	const more = named !== void 0 && cell.status === "failed" ? furtherErrors(cell) : [];
	return [{
		file,
		line: line ?? 1,
		column,
		message: null
	}, ...more];
}
function furtherErrors({ findings, reason }) {
	return findings.flatMap(({ kind, message, file, line, column }) => kind !== "build-failed" || message === reason || file === null ? [] : [{
		file,
		line: line ?? 1,
		column,
		message
	}]);
}
/** The same as the repository knows them; what is outside of it is left out. */
function placesInRepository({ places }, report) {
	return places.flatMap((place) => {
		const file = pathInRepository(place.file, report);
		return file === null ? [] : [{
			...place,
			file
		}];
	});
}

export { settingOf as i, placesInRepository as n, problemsOf as r, describeFinding as t };