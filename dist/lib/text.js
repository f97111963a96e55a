// src/text/text.ts
/** Making text that came from builds, binaries and paths harmless. */
/** Control characters but tab and newline, separators of lines, the marks that turn the direction of text, and halves of characters. */
const harmful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/**
* Drops ANSI escape sequences and control characters but tab and newline, the marks that turn the direction of text, and what no
* encoding can write. What is left is plain text; Markdown, logs and terminals still escape it their own way.
*/
function sanitize(text) {
	if (text.search(harmful) === -1) return text;
	return text.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g, "").replace(/\r\n?/g, "\n").replace(harmful, "�");
}
/**
* What a terminal cannot show as one visible character: blanks that are no blanks, halves of characters, and marks that nobody sees,
* among them those that glue emoji together and every terminal counts otherwise.
*/
const unprintable = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
/** They only choose between two pictures of a character, one of which is wider. */
const variations = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** One line that moves no cursor, hides nothing, and is as wide as it counts. */
function printable(text) {
	if (/^[\u0020-\u007e]*$/.test(text)) return text;
	return sanitize(text).replace(variations, "").replace(unprintable, "�").replace(/\s/g, " ");
}
/**
* One line of a log that a GitHub runner or a person reads: sanitized, without line breaks of any kind, and without what the runner
* takes for a command (`::` at the beginning, `##[` anywhere; ActionCommand.cs of actions/runner).
*/
function logLine(text) {
	return sanitize(text).replace(/\s*\n\s*/g, " ").trimEnd().replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "## [");
}
/** At most `limit` characters on one line. */
function oneLine(text, limit = 200) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`;
}
/** Bytes for people: `1.6 MiB`. */
function formatSize(bytes) {
	const { unit, format } = unitFor(bytes);
	return `${format(bytes)} ${unit}`;
}
/** How a size has changed, in the unit of the size: `+0.3 MiB`; null where such a number does not show it. */
function formatSizeChange(bytes, before) {
	const { unit, format } = unitFor(bytes);
	const change = format(Math.abs(bytes - before));
	return Number(change) === 0 ? null : `${bytes < before ? "−" : "+"}${change} ${unit}`;
}
function unitFor(bytes) {
	if (bytes < 1024) return {
		unit: "B",
		format: String
	};
	if (bytes / 1024 < 1024) return {
		unit: "KiB",
		format: (each) => (each / 1024).toFixed(0)
	};
	return {
		unit: "MiB",
		format: (each) => (each / 1024 / 1024).toFixed(1)
	};
}
/** Milliseconds for people: `0.8 s`, `1 min 5 s`. */
function formatTime(ms) {
	const tenths = Math.round(ms / 100);
	if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
	const seconds = Math.round(ms / 1e3);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export { oneLine as a, logLine as i, formatSizeChange as n, printable as o, formatTime as r, sanitize as s, formatSize as t };