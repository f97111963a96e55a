// src/model/cell.ts
/**
* `is dynamic (needs libc.so.6)`; of what was not built `will be static`, `will likely be static`, or why it cannot be predicted.
* `built`: how, such as ` with musl`.
*/
function describeState(outcome, built = "") {
	if (isUnpredictable(outcome)) return `cannot be predicted${built}: ${outcome.prediction?.because ?? "no rule is for it"}`;
	return `${verbOf([outcome])} ${describeLinkage(outcome)}${built}`;
}
/** Nobody built it, and no rule tells what would come out. */
function isUnpredictable(outcome) {
	return outcome.status === "predicted" && linkageKind(outcome) === null;
}
/** `is`, `are`; of what was not built `will be`, and where something was not examined `will likely be`. */
function verbOf(outcomes, built = "is") {
	const predicted = outcomes.filter(({ status }) => status === "predicted");
	if (predicted.length === 0) return built;
	return predicted.every(({ prediction }) => prediction?.certainty === "certain") ? "will be" : "will likely be";
}
/** `dynamic (needs /lib64/ld-linux-x86-64.so.2 and libc.so.6, glibc 2.34 or newer)` */
function describeLinkage(outcome) {
	const { linkage, status } = outcome;
	if (linkage === null && status === "built") return "a WebAssembly module, which is not linked";
	if (linkage === null) return linkageKind(outcome) ?? (status === "predicted" ? "unknown" : status);
	if (linkage.kind === "unreadable" || linkage.kind === "packed") return `${linkage.kind} (${linkage.reason ?? "no reason"})`;
	const needs = [...linkage.interpreter === null ? [] : [linkage.interpreter], ...linkage.needed];
	if (needs.length === 0) return linkage.kind;
	const floor = linkage.minGlibc === null ? "" : `, glibc ${linkage.minGlibc} or newer`;
	return `${linkage.kind} (needs ${needs.join(", ")}${floor})`;
}
/**
* Nobody can ask whether it is static: a WebAssembly module is run by a host, which hands it what it imports. No rule is for it. What
* was built is known by its bytes, what was not by its platform.
*/
function isWithoutLinkage({ status, linkage, platform }) {
	return status === "built" ? linkage === null : platform.endsWith("/wasm");
}
/** Starts where there is nothing but a kernel, or (where a platform has no such thing) nothing but the system itself. */
function isStandalone(outcome) {
	const kind = linkageKind(outcome);
	return kind === "static" || kind === "static-pie" || kind === "system";
}
/** What the artifact is, or of a cell that nobody built what it would be; null when that is not known. */
function linkageKind({ status, linkage, prediction }) {
	return status === "predicted" ? prediction?.linkage ?? null : linkage?.kind ?? null;
}

// src/judge/glob.ts
/**
* The globs of the policy: `?` is one character and `*` any number of them, but no slash; `**`, and Go's `...`, are any text.
* `a/...` is `a` as well, as it is for the go command. Made by hand, because a regular expression of many stars can take for ever.
*/
const tokenPattern = /\*{2,}|\.{3}|[^]/g;
/** `/...` at the end: nothing, or a slash and what is behind it. */
const belowPattern = /\/(?:\*{2,}|\.{3})$/;
/** Whether the whole text is what the pattern stands for. */
function matchesGlob(pattern, text) {
	const above = pattern.replace(belowPattern, "");
	const tokens = above.match(tokenPattern) ?? [];
	return (above === pattern ? [text.length] : [...slashes(text), text.length]).some((end) => matchesTokens(tokens, text.slice(0, end)));
}
/** Each star takes as little as it can, and one character more when what follows does not fit: first the last `*`, then the last `**`. */
function matchesTokens(tokens, text) {
	let place = {
		token: 0,
		at: 0
	};
	let star = null;
	let any = null;
	while (place.at < text.length || place.token < tokens.length) {
		const word = tokens[place.token] ?? "";
		const next = {
			...place,
			token: place.token + 1
		};
		if (word === "*") star = place = next;
		else if (word.length > 1) [star, any, place] = [
			null,
			next,
			next
		];
		else if (fits(word, text[place.at])) place = advanced(next);
		else if (star !== null && fits("?", text[star.at])) star = place = advanced(star);
		else if (any !== null && any.at < text.length) [star, any, place] = [
			null,
			advanced(any),
			advanced(any)
		];
		else return false;
	}
	return true;
}
function fits(word, char) {
	return char !== void 0 && (word === char || word === "?" && char !== "/");
}
function advanced({ token, at }) {
	return {
		token,
		at: at + 1
	};
}
/** Whether the pattern stands for the text, or for the end of it behind some slash: `cmd/gui` for `example.com/app/cmd/gui`. */
function matchesEnd(pattern, text) {
	return [0, ...slashes(text).map((at) => at + 1)].some((at) => matchesGlob(pattern, text.slice(at)));
}
/** Whether the pattern stands for the text, or for the beginning of it before some slash: `linux` for `linux/arm/v7`. */
function matchesBeginning(pattern, text) {
	return [...slashes(text), text.length].some((at) => matchesGlob(pattern, text.slice(0, at)));
}
function slashes(text) {
	return [...text.matchAll(/\//g)].map(({ index }) => index);
}

export { describeState as a, isWithoutLinkage as c, describeLinkage as i, linkageKind as l, matchesEnd as n, isStandalone as o, matchesGlob as r, isUnpredictable as s, matchesBeginning as t, verbOf as u };