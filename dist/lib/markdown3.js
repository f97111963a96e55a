import { t as documentOf } from "./document.js";
import { i as fence, n as escapeHtml, r as escapeText, t as code } from "./markdown.js";
import { a as oneLine } from "./text.js";

// src/report/markdown.ts
/**
* GitHub takes 1 MiB for a step and drops all of it when it is longer; secrets that it masks can make it grow, and a page of that size
* helps nobody.
*/
const summary = {
	bytes: 131072,
	lines: Infinity,
	without: [],
	elsewhere: "JSON report"
};
/** GitHub takes 65,536 characters and counts them in its own way. */
const commentBudget = {
	bytes: 6e4,
	lines: 54,
	without: [
		"builds",
		"reasons",
		"imports",
		"findings",
		"costs",
		"outputs",
		"method"
	],
	elsewhere: "job summary"
};
/** The report as GitHub-flavoured Markdown, for the job summary. */
function renderMarkdown(report) {
	return `${writeMarkdown(documentOf(report), summary).join("\n\n")}\n`;
}
/** The job summary of a run that came to no report: by the caller's mistake, or by our own. */
function renderNoReport(message, blame) {
	const origin = {
		caller: "Nothing was judged: fix the step's inputs or the config file.",
		machine: "Nothing was judged: fix this on the machine, or run the job again.",
		nobody: "Nothing was judged: the run was interrupted.",
		bug: "Nothing was judged. This is a bug in go-linkage: please report it with the log of this step."
	}[blame];
	return `## ❌ Static linking: not checked\n\n> [!CAUTION]\n> ${escapeText(message)}\n\n${origin}\n`;
}
const marks = {
	pass: "✅",
	warn: "⚠️",
	fail: "❌"
};
/** The blocks of a page, cut to its budget: what has no room is named. */
function writeMarkdown({ mark, heading, sections }, budget) {
	const title = `## ${mark === null ? "" : `${marks[mark]} `}${phrase(heading)}`;
	const size = (text) => new TextEncoder().encode(text).length + 2;
	const left = {
		bytes: budget.bytes - noteSize - size(title),
		lines: budget.lines - 2
	};
	const cut = /* @__PURE__ */ new Map();
	const blocks = sections.filter(({ id }) => !budget.without.includes(id)).flatMap(({ id, blocks: own }) => own.map((block) => ({
		id,
		text: writeBlock(block)
	}))).filter(({ id, text }) => {
		const [bytes, lines] = [size(text), linesOf(text)];
		if (bytes > left.bytes || lines > left.lines) {
			cut.set(id, (cut.get(id) ?? 0) + 1);
			return false;
		}
		left.bytes -= bytes;
		left.lines -= lines;
		return true;
	}).map(({ text }) => text);
	const names = [...cut.keys()].map((id) => sectionNames[id]);
	const note = `*No room here, but in the ${budget.elsewhere}: ${names.join(", ")}.*`;
	return [
		title,
		...blocks,
		...names.length === 0 ? [] : [note]
	];
}
const noteSize = 1e3;
const sectionNames = {
	context: "how it was compared",
	problems: "causes and fixes",
	rules: "rules",
	ships: "what ships",
	advice: "advice",
	warnings: "warnings",
	builds: "all builds",
	reasons: "reasons",
	imports: "imports",
	findings: "other findings",
	costs: "sizes",
	outputs: "compiler output",
	method: "method"
};
/** A line of a conversation holds about so many characters. */
const lineWidth = 110;
/** Lines on a screen, with the space below. */
function linesOf(text) {
	return text.replaceAll(/<details>\n<summary>[^]*?<\/summary>[^]*?<\/details>/g, "fold").split("\n").map((line) => Math.max(1, Math.ceil(line.length / lineWidth))).reduce((sum, each) => sum + each, 1);
}
function writeBlock(block) {
	switch (block.kind) {
		case "text": return phrase(block.content);
		case "alert": {
			const level = {
				fail: "CAUTION",
				warn: "WARNING",
				note: "NOTE"
			}[block.outcome];
			const body = block.blocks.map(writeBlock).join("\n\n").split("\n");
			return [`[!${level}]`, ...body].map((line) => `> ${line}`.trimEnd()).join("\n");
		}
		case "list": return block.items.map(({ content, blocks }, at) => {
			const mark = block.isOrdered ? `${at + 1}. ` : "- ";
			return `${mark}${[phrase(content), ...blocks.map(writeBlock)].join("\n\n").replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`)}`;
		}).join("\n");
		case "table": return writeTable(block);
		case "code": return block.text.as((text) => fence(text, block.language));
		case "fold": return `<details>\n<summary>${block.title.map((part) => plain(part)).join("")}</summary>\n\n${block.blocks.map(writeBlock).join("\n\n")}\n\n</details>`;
	}
}
function writeTable({ columns, rows }) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	const write = ({ mark, cells }) => {
		const [first = "", ...rest] = cells.map(phrase);
		return line([mark === null ? first : `${marks[mark]}\u00a0${first}`, ...rest]);
	};
	const align = columns.map(({ isNumber }) => isNumber === true ? "-:" : ":-");
	return [
		line(columns.map(({ title }) => phrase(title))),
		line(align),
		...rows.map(write)
	].join("\n");
}
function phrase(content) {
	return content.map(inline).join("");
}
function inline(part) {
	if (typeof part === "string") return escapeWords(part);
	if (!("kind" in part)) return part.as(part.form === "name" ? code : escapeText);
	if (part.kind === "strong") return `**${phrase(part.content)}**`;
	const shown = inline(part.text);
	return part.to === null ? shown : `[${shown}](${part.to})`;
}
/** Words of ours keep the blanks at their ends. */
function escapeWords(words) {
	return words.replace(/[\\`*_[\]|~$]/g, "\\$&").replaceAll("<", "&lt;");
}
/** Where no Markdown is read. */
function plain(part) {
	if (typeof part === "string") return escapeHtml(part);
	if (!("kind" in part)) return part.as((text) => escapeHtml(oneLine(text)));
	return part.kind === "strong" ? part.content.map(plain).join("") : plain(part.text);
}

export { writeMarkdown as a, writeBlock as i, renderMarkdown as n, renderNoReport as r, commentBudget as t };