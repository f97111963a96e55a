// src/text/versions.ts
/** Versions as dots and numbers; null is lower than any. */
function isHigher(version, than) {
	if (version === null) return false;
	if (than === null) return true;
	for (let [at, other] = [0, 0]; at < version.length || other < than.length;) {
		const [left, next] = partAt(version, at);
		const [right, otherNext] = partAt(than, other);
		if (left !== right) return left > right;
		[at, other] = [next, otherNext];
	}
	return false;
}
/** The number that begins there, and where the next one does; 0 behind the end, NaN for what is no number. */
function partAt(version, start) {
	let part = 0;
	for (let at = start; at < version.length; at++) {
		const digit = version.charCodeAt(at) - 48;
		if (digit === -2) return [part, at + 1];
		part = digit >= 0 && digit <= 9 ? part * 10 + digit : NaN;
	}
	return [part, version.length];
}
/** A version of glibc as people write it: `2.31`. */
const glibcForm = /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/;

export { isHigher as n, glibcForm as t };