import { a as oneLine } from "./text.js";

// src/text/markdown.ts
/** The pieces of GitHub-flavoured Markdown, for text that may be hostile. */
/** A code span for hostile text, safe in a table cell too: the pipe has to be escaped there even between backticks. */
function code(text) {
	const line = oneLine(text, 300);
	if (line === "") return "";
	const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
	const ticks = "`".repeat(longest + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${ticks}${pad}${line.replaceAll("|", "\\|")}${pad}${ticks}`;
}
/** Plain text that stays plain: no Markdown, no HTML, no mention, no reference and no link, also at the beginning of a line. */
function escapeText(text) {
	return escapeHtml(oneLine(text, 600).replace(/[\\`*_[\]|~$]/g, "\\$&").replace(/^[-+#=](?=\s|[-+#=]|$)/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2"));
}
const htmlEntities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/** Text between tags. GitHub makes mentions, references and links of it there too: a zero-width space keeps them apart. */
function escapeHtml(text) {
	return text.replace(/[&<>]/g, (char) => htmlEntities[char] ?? char).replace(/@(?=\w)|\bwww(?=\.)|\bGH-(?=\d)|:(?=\/\/)|#(?=\d)/gi, "$&&#8203;");
}
function fence(text, language) {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const ticks = "`".repeat(longest + 1);
	return `${ticks}${language}\n${text}\n${ticks}`;
}

export { fence as i, escapeHtml as n, escapeText as r, code as t };