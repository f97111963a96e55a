import { r as findingText, t as documentOf } from "./document.js";
import { a as oneLine, r as formatTime, s as sanitize, t as formatSize } from "./text.js";
import { i as plural } from "./english.js";
import { o as strategyRank } from "./strategies.js";
import { d as groupBy } from "./system-names.js";
import { i as describeLinkage, l as linkageKind } from "./glob.js";
import { r as buildLine } from "./system-strip.js";
import { n as catalog } from "./catalog.js";
import { S as whyPredicted, Y as linkToCommit, b as targetKey, d as namesOf, f as needsOf, i as chainOf, l as isUnbuilt, m as rowName, p as predictionMark, t as baseOf, u as linkageWord, x as whyNotJudged } from "./words.js";
import { r as problemsOf } from "./problems.js";

// src/text/html.ts
/** The one place where text becomes HTML. All that comes from builds, binaries and paths goes through `html` and stays text. */
/** Markup that is safe to put into a page. Only `html` makes it, and `ownText`. */
var Html = class {
	#markup;
	constructor(markup) {
		this.#markup = markup;
	}
	toString() {
		return this.#markup;
	}
};
/** A template of markup: what is put in is escaped, for text and for attributes in double quotes. */
function html(parts, ...values) {
	return new Html(withoutIndent(parts).reduce((markup, part, at) => `${markup}${markupOf(values[at - 1])}${part}`));
}
const known = /* @__PURE__ */ new WeakMap();
/** The source is indented for its readers. In a page of thousands of builds that would be a third of it. */
function withoutIndent(parts) {
	const short = known.get(parts) ?? parts.map((part) => part.replace(/\n\s+/g, "\n"));
	known.set(parts, short);
	return short;
}
/** The style and the script of the page, which we wrote ourselves and which are no text to be shown. */
function ownText(text) {
	return new Html(text);
}
function markupOf(value) {
	if (value === void 0 || value === null) return "";
	if (value instanceof Html) return value.toString();
	if (typeof value === "object") return value.map(markupOf).join("");
	return escape(String(value));
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** What cannot be seen and what no page may hold: zero-width characters, half of a pair, and code points that are no characters. */
const unseen = /[\u061c\u200b\u2060\ufeff\ufdd0-\ufdef\p{Surrogate}]|[\ufffe\uffff]/gu;
function escape(text) {
	return sanitize(text).replace(unseen, "�").replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
/** A name, a path or a flag, on one line. */
function code(text, limit = 300) {
	return html`<code>${oneLine(text, limit)}</code>`;
}
/** A sentence that others have written, on one line. */
function sentence(text) {
	return oneLine(text, 1e3);
}
/** A link, if there is somewhere to go. The address has to be one that we have built. */
function link(address, content) {
	return address === null || !/^https?:\/\//.test(address) ? html`${content}` : html`<a href="${address}">${content}</a>`;
}
/** Something to take along. The button is the script's, and is there only with it. */
function copyable(text, name) {
	return html`<div class="copyable">
    <pre tabindex="0" role="group" aria-label="${name}"><code>${text}</code></pre>
    <button type="button" class="copy">Copy<span class="unseen"> ${name}</span></button>
  </div>`;
}
/** What may be wider than the screen scrolls by itself, with the keyboard too. */
function scrollable(name, content) {
	return html`<div class="scroll" tabindex="0" role="group" aria-label="${name}">${content}</div>`;
}
/** Pairs of a name and what it stands for; those without a value are left out. */
function facts(pairs) {
	return html`<dl>
    ${pairs.filter(([, value]) => value !== null).map(([name, value]) => html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`)}
  </dl>`;
}
/** `a, b, c` of any markup. */
function commaSeparated(items) {
	return items.map((item, at) => at === 0 ? item : html`, ${item}`);
}

// src/report/html-blocks.ts
/** The blocks of a document as markup. */
function writeBlocks(blocks) {
	return html`${blocks.map(writeBlock)}`;
}
function writeBlock(block) {
	switch (block.kind) {
		case "text": return html`<p>${writePhrase(block.content)}</p>`;
		case "alert": return html`<div class="alert ${block.outcome}">${writeBlocks(block.blocks)}</div>`;
		case "list": {
			const items = block.items.map(({ content, blocks }) => html`<li>
            <p>${writePhrase(content)}</p>
            ${writeBlocks(blocks)}
          </li>`);
			return block.isOrdered ? html`<ol>
            ${items}
          </ol>` : html`<ul>
            ${items}
          </ul>`;
		}
		case "table": return writeTable(block);
		case "code": return copyable(block.text.as((text) => text), block.name);
		case "fold": return html`<details>
        <summary>${writePhrase(block.title)}</summary>
        ${writeBlocks(block.blocks)}
      </details>`;
	}
}
function writeTable({ columns, rows }) {
	const cellClass = (at) => columns[at]?.isNumber === true ? "number" : "";
	const head = columns.map(({ title }, at) => html`<th scope="col" class="${cellClass(at)}">${writePhrase(title)}</th>`);
	const body = rows.map(({ mark, cells }) => {
		const [first = [], ...rest] = cells;
		const others = rest.map((cell, at) => html`<td class="${cellClass(at + 1)}">${writePhrase(cell)}</td>`);
		return html`<tr>
      <th scope="row">${writeSign(mark)}${writePhrase(first)}</th>
      ${others}
    </tr>`;
	});
	return scrollable(`Table of ${columns.map(({ title }) => title.filter((part) => typeof part === "string").join("")).filter((title) => title.trim() !== "").join(", ")}`, html`<table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>`);
}
const signs = {
	pass: [
		"✓",
		"kept",
		"good"
	],
	warn: [
		"!",
		"warning",
		"caution"
	],
	fail: [
		"✗",
		"fails",
		"bad"
	]
};
function writeSign(mark) {
	if (mark === null) return null;
	const [sign, words, tone] = signs[mark];
	return html`<span class="sign ${tone}" role="img" aria-label="${words}">${sign}</span> `;
}
function writePhrase(content) {
	return html`${content.map(writeInline)}`;
}
function writeInline(part) {
	if (typeof part === "string") return html`${part}`;
	if (!("kind" in part)) {
		const text = part.as((raw) => raw);
		return part.form === "name" ? code(text) : html`${sentence(text)}`;
	}
	if (part.kind === "strong") return html`<strong>${writePhrase(part.content)}</strong>`;
	return link(part.to, writeInline(part.text));
}

// src/report/html-cell.ts
/** All that is known of one build, in parts: cells that have a part in common can share it. Parts with nothing to say are left out. */
function describeCell(cell, report, outputLimit) {
	return [
		describeFindings(cell, report),
		...factsOf(cell).map(([title, pairs]) => {
			const known = pairs.filter(([, value]) => value !== null && value !== "");
			return known.length === 0 ? null : part(title, facts(known));
		}),
		describeOutput(cell, outputLimit),
		describeBuild(cell, report)
	].filter((each) => each !== null);
}
function part(title, body, wide = "") {
	return html`<div class="part ${wide}">
    <h4>${title}</h4>
    ${body}
  </div>`;
}
const tones = {
	error: "bad",
	warning: "caution",
	info: "neutral"
};
/** What was seen, what it does, what to do, and the page that tells more. */
function describeFindings({ findings }, report) {
	if (findings.length === 0) return null;
	const items = findings.map((finding) => html`<li class="finding">
        <p><b class="mark ${tones[finding.level]}">${catalog[finding.kind].title}</b></p>
        <p>${writePhrase(findingText(finding, report))} ${catalog[finding.kind].why}</p>
        <p class="page">More: ${code(`docs/findings/${finding.kind}.md`)}</p>
      </li>`);
	return part("Findings", html`<ul class="findings">
      ${items}
    </ul>`, "wide");
}
function codes(values) {
	return values.length === 0 ? null : commaSeparated(values.map((each) => code(each)));
}
function words(text) {
	return text == null || text === "" ? null : sentence(text);
}
function yesNo(value) {
	return value === null ? "does not apply" : value ? "yes" : "no";
}
function factsOf(cell) {
	return [
		...outcomeFacts(cell),
		["What it needs to start", needs(cell)],
		["Base commit", baseFacts(cell)],
		["Linker", linkerFacts(cell)],
		["Import paths that pull in cgo", cell.cgo.map((user) => [sentence(user.package), code(chainOf(user))])],
		["Hardening", hardeningFacts(cell)],
		["File", fileFacts(cell)],
		["Recorded by Go", recordedFacts(cell)]
	];
}
function outcomeFacts({ status, reason, linkage, findings, prediction }) {
	const why = linkage === null ? reason : linkage.reason;
	const own = ["Why", [["Reason", findings.some(({ message }) => message === why) ? null : words(why)]]];
	if (prediction === null || status !== "predicted" && prediction.agrees !== false) return [own];
	const { linkage: kind, because, mode, reasons, certainty, unseen } = prediction;
	const pairs = [
		["Linkage", kind === "fails" ? "does not build" : kind ?? "unknown"],
		["Because", words(because)],
		["Linker", mode],
		["Linker selection", words(reasons.join("; "))],
		["Certainty", certainty],
		["Not examined", words(unseen.join(", "))]
	];
	return [own, [prediction.agrees === false ? "The prediction was wrong" : "Predicted", pairs]];
}
function needs({ linkage, proof }) {
	if (linkage === null) return [];
	const none = linkage.kind === "packed" || linkage.kind === "unreadable" ? null : "none";
	return [
		["Interpreter", linkage.interpreter === null ? none : code(linkage.interpreter)],
		["Shared libraries", codes(linkage.needed) ?? none],
		["C library", linkage.libc],
		["Oldest glibc", words(linkage.minGlibc)],
		["Oldest system", words(linkage.minOs)],
		["RUNPATH", codes(linkage.runpath)],
		["Started in an empty root", proof && `${proof.result}: ${sentence(proof.detail)}`]
	];
}
function baseFacts(cell) {
	const { base } = cell;
	if (base === null) return [];
	return [
		["Base", sentence(describeLinkage(baseOf(cell) ?? base))],
		["Why", words(base.reason)],
		["Now", sentence(describeLinkage(cell))],
		["Size there", base.size === null ? null : formatSize(base.size)],
		["Sources", base.unchanged ? isUnbuilt(cell) ? "unchanged, so it was not built" : "unchanged" : null]
	];
}
function linkerFacts({ status, link }) {
	if (status === "predicted" || link.mode === "unknown") return [];
	return [["Link mode", link.mode], ["Why", words(link.reasons.join("; "))]];
}
function hardeningFacts({ hardening }) {
	if (hardening === null) return [];
	return [
		["PIE", yesNo(hardening.pie)],
		["RELRO", hardening.relro ?? "does not apply"],
		["Bind now", yesNo(hardening.bindNow)],
		["Executable stack", yesNo(hardening.executableStack)],
		["Text relocations", yesNo(hardening.textRelocations)],
		["Writable code", yesNo(hardening.writableCode)]
	];
}
function fileFacts({ artifact, timing }) {
	if (artifact === null) return [];
	const { path, size, sha256, format } = artifact;
	return [
		["Size", `${formatSize(size)} (${plural(size, "byte")})`],
		["Format", format],
		["Built in", timing.buildMs === null ? null : formatTime(timing.buildMs)],
		["Kept as", path === null ? null : code(path)],
		["SHA-256", sha256 === null ? null : code(sha256)]
	];
}
/** Of a file that something else built: what the go command wrote into it. */
function recordedFacts({ strategy, buildInfo }) {
	if (strategy !== null || buildInfo === null) return [];
	const { goVersion, path, main, settings } = buildInfo;
	return [
		["Go", sentence(goVersion)],
		["Main package", path === null ? null : code(path)],
		["Module", main === null ? null : code(`${main.path} ${main.version}`)],
		...Object.entries(settings).map(([name, value]) => [sentence(name), code(value)])
	];
}
/** The end of an output says why it ended. */
function describeOutput({ status, build }, limit) {
	const text = build.output.trim();
	if (status !== "failed" || text === "") return null;
	const shown = text.length <= limit ? text : `… the end of ${text.length} characters …\n${text.slice(-limit)}`;
	return part("Compiler output", copyable(shown, "Compiler output"), "wide");
}
function describeBuild(cell, report) {
	const command = buildLine(cell, report);
	if (command === "") return null;
	const { goVersion } = cell.build;
	const go = goVersion === null ? null : html`<p>Go ${sentence(goVersion)}</p>`;
	return part("Build", html`${copyable(command, "Command")}${go}`, "wide");
}

// src/report/html-builds.ts
/** With more builds, what is in them is put into the page as templates: a browser would take seconds to lay all of it out. */
const builtIn = 400;
/** Bytes of what failed builds wrote, for all of them and for one. */
const outputs = {
	all: 2e6,
	most: 16e3,
	least: 1e3
};
/** All builds with everything about each behind a line: those that need attention, and folded the others. */
function renderBuilds(report) {
	const { cells } = report;
	const failed = cells.filter(({ status }) => status === "failed").length;
	const list = {
		report,
		anchors: new Map(cells.map((cell, at) => [cell, `build-${at + 1}`])),
		tones: tonesOf(report),
		platforms: [...new Set(cells.map(({ platform }) => platform))],
		strategies: [...new Set(cells.flatMap(({ strategy }) => strategy ?? []))].toSorted((a, b) => strategyRank(a) - strategyRank(b)),
		kinds: [...new Set(cells.map(kindWord))].toSorted(),
		templates: new Templates(cells.length > builtIn),
		outputLimit: Math.max(outputs.least, Math.min(outputs.most, Math.floor(outputs.all / Math.max(1, failed))))
	};
	const attention = cells.filter((cell) => list.tones.has(cell));
	const rest = cells.filter((cell) => !list.tones.has(cell));
	const others = renderGroups(rest, list);
	const noun = report.ship === null ? "file" : "build";
	return html`<div class="${cells.length > builtIn ? "many" : "few"}">
    ${renderFilter(list, noun)} ${renderGroups(attention, list)}
    ${rest.length === 0 ? null : html`<details class="rest">
            <summary>${plural(rest.length, noun)} without a warning</summary>
            ${others}
          </details>`}
    ${list.templates.render()}
  </div>`;
}
/** What fails or warns, and the findings of strategies that do not ship; all else has no mark. */
function tonesOf(report) {
	const failing = new Set(problemsOf(report).flatMap(({ outcome, cell }) => outcome === "fail" ? cell ?? [] : []));
	return new Map(report.cells.flatMap((cell) => {
		if (failing.has(cell)) return [[cell, "bad"]];
		return cell.status === "failed" || cell.findings.some(({ level }) => level !== "info") ? [[cell, "caution"]] : [];
	}));
}
/** What a cell came to, in one word of the field, to filter by. */
function kindWord(cell) {
	if (cell.status === "failed" || cell.status === "skipped") return cell.status;
	const kind = linkageKind(cell);
	return kind === "fails" ? "does not build" : kind ?? "unknown";
}
/** Parts of details that are in the page once, however many builds have them. */
var Templates = class {
	#inUse;
	#numbers = /* @__PURE__ */ new Map();
	#parts = [];
	constructor(inUse) {
		this.#inUse = inUse;
	}
	/** The parts themselves, or what the script finds them by. */
	place(parts) {
		if (!this.#inUse) return {
			names: "",
			content: html`<div class="parts">${parts}</div>`
		};
		return {
			names: parts.map((part) => this.#number(part)).join(" "),
			content: null
		};
	}
	#number(part) {
		const key = part.toString();
		const known = this.#numbers.get(key);
		if (known !== void 0) return known;
		this.#numbers.set(key, this.#parts.length);
		return this.#parts.push(part) - 1;
	}
	render() {
		if (this.#parts.length === 0) return null;
		return html`<noscript
        ><p>The details of so many builds need JavaScript here; the JSON report has them too.</p></noscript
      >
      ${this.#parts.map((part, at) => html`<template id="part-${at}">${part}</template>`)}`;
	}
};
function renderFilter({ report, platforms, strategies, kinds }, noun) {
	const choice = (name, label, words) => words.length < 2 ? null : html`<label
          >${label}
          <select id="${name}">
            <option value="">all</option>
            ${words.map((word, at) => html`<option value="${at}">${sentence(word)}</option>`)}
          </select></label
        >`;
	return html`<form class="filter" role="search" aria-label="Filter the ${noun}s">
    <label class="text"
      >Filter
      <input type="search" id="text" placeholder="program, library, finding" autocomplete="off" spellcheck="false"
    /></label>
    ${choice("platform", "Platform", platforms)} ${choice("strategy", "Strategy", strategies)}
    ${choice("kind", "Linkage", kinds)}
    <label class="check"><input type="checkbox" id="attention" /> Only with warnings</label>
    <button type="reset">Clear</button>
    <p role="status" id="shown" data-noun="${noun}s">${plural(report.cells.length, noun)}</p>
  </form>`;
}
function renderGroups(cells, list) {
	const show = (cell) => renderBuild(cell, list);
	if (cells.length === 0) return null;
	if (list.report.ship === null) return html`<div class="target files">
      <h3 class="unseen">Files</h3>
      ${cells.map(show)}
    </div>`;
	return groupBy(cells, targetKey).map((group) => {
		const [first] = group;
		const short = sentence(namesOf(list.report).get(first.package) ?? first.package);
		const path = sentence(first.package);
		const folder = path.endsWith(short) ? path.slice(0, path.length - short.length) : "";
		const name = html`<span class="folder">${folder}</span>${folder === "" ? path : short}`;
		return html`<div class="target">
      <h3>${name} <span class="on">${sentence(first.platform)}</span></h3>
      ${group.map(show)}
    </div>`;
	});
}
function renderBuild(cell, list) {
	const { report, anchors, tones, platforms, strategies, kinds, templates } = list;
	const { names, content } = templates.place(describeCell(cell, report, list.outputLimit));
	const ships = cell.sameAs === null ? "ships" : `ships, same as ${cell.sameAs}`;
	const tag = cell.strategy !== null && cell.role === "ships" ? html` <span class="tag">${ships}</span>` : null;
	const place = html`data-platform="${platforms.indexOf(cell.platform)}"
  data-strategy="${strategies.indexOf(cell.strategy ?? "")}" data-kind="${kinds.indexOf(kindWord(cell))}"
  data-findings="${cell.findings.map(({ kind }) => kind).join(" ")}"`;
	return html`<details
    class="build${tones.has(cell) ? " attention" : ""}"
    id="${anchors.get(cell) ?? ""}"
    ${place}${names === "" ? null : html` data-parts="${names}"`}
  >
    <summary>
      <span class="name">${sentence(rowName(cell))}${tag}</span>
      <b class="mark ${tones.get(cell) ?? "neutral"}">${linkageWord(cell)}${predictionMark(cell, report)}</b>
      <span class="needs">${needsText(cell)}</span> <span class="linker">${linkerText(cell)}</span>
      <span class="number">${cell.artifact === null ? "" : formatSize(cell.artifact.size)}</span>
      <span class="number">${lastText(cell)}</span>
    </summary>
    ${content}
  </details> `;
}
function needsText(cell) {
	const why = whyNotJudged(cell) ?? whyPredicted(cell);
	if (why !== null) return sentence(why);
	const floor = cell.linkage?.minGlibc == null ? null : html` <span>glibc ${cell.linkage.minGlibc} or newer</span>`;
	const needs = needsOf(cell);
	return needs.length === 0 ? "needs nothing" : html`${needs.map((each) => html`${code(each, 120)} `)}${floor}`;
}
function linkerText({ link, prediction, status }) {
	const mode = status === "predicted" ? prediction?.mode ?? "unknown" : link.mode;
	return mode === "unknown" ? "" : `${mode} linker`;
}
function lastText({ strategy, platform, timing }) {
	if (strategy === null) return sentence(platform);
	return timing.buildMs === null ? "" : formatTime(timing.buildMs);
}

// src/report/html-imports.ts
/** Pictures in a page, and chains of imports in one. */
const picturesShown = 6;
const chainsShown = 8;
/** The imports from the main packages to each package that uses cgo, as pictures; the document says the same in words. */
function renderImports(report) {
	const users = report.cells.flatMap(({ cgo }) => cgo);
	const chains = [...new Map(users.map((user) => [JSON.stringify(user.chain), user])).values()];
	const groups = groupBy(chains, (user) => user.package).toSorted((a, b) => b.length - a.length);
	if (groups.length === 0) return null;
	const figures = groups.slice(0, picturesShown).map((group) => {
		const name = sentence(group[0].package);
		const left = group.length - chainsShown;
		return html`<figure>
      <figcaption>
        <h3>${name}</h3>
        ${left > 0 ? html`<span class="said">and ${plural(left, "more import path")}</span>` : null}
      </figcaption>
      ${scrollable(`Imports of ${name}`, renderPicture(group.slice(0, chainsShown), name))}
    </figure>`;
	});
	return html`${figures}`;
}
function reversed({ chain, package: path }) {
	return chain.length > 1 ? chain.toReversed() : [path];
}
/** Chains that end alike share their end. */
function treesOf(users, depth = 0) {
	const longer = users.filter((user) => reversed(user).length > depth);
	return groupBy(longer, (user) => reversed(user)[depth] ?? "").map((group) => ({
		path: reversed(group[0])[depth] ?? "",
		children: treesOf(group, depth + 1)
	}));
}
const letters = 34;
const box = {
	width: 276,
	height: 30,
	gapX: 44,
	gapY: 14
};
/** The package with cgo to the right, what imports it to its left, programs from top to bottom. */
function layOut(nodes, columns) {
	let row = 0;
	const put = (node, column) => {
		const x = (columns - 1 - column) * (box.width + box.gapX);
		const children = node.children.map((child) => put(child, column + 1));
		const [first, last] = [children[0], children.at(-1)];
		if (first !== void 0 && last !== void 0) return {
			node,
			x,
			y: (first.y + last.y) / 2,
			children
		};
		row += 1;
		return {
			node,
			x,
			y: (row - 1) * (box.height + box.gapY),
			children
		};
	};
	return {
		placed: nodes.map((node) => put(node, 0)),
		height: row * (box.height + box.gapY) - box.gapY
	};
}
function renderPicture(users, name) {
	const columns = Math.max(...users.map((user) => reversed(user).length));
	const width = columns * (box.width + box.gapX) - box.gapX;
	const { placed, height } = layOut(treesOf(users), columns);
	return html`<svg
    class="tree"
    role="img"
    aria-label="${`Imports that lead to ${name}`.slice(0, 300)}"
    width="${width + 4}"
    height="${height + 4}"
    viewBox="-2 -2 ${width + 4} ${height + 4}"
  >
    ${placed.map((each) => renderNode(each, "cgo"))}
  </svg>`;
}
function renderNode({ node, x, y, children }, kind) {
	const end = {
		x,
		y: y + box.height / 2
	};
	const lines = children.map((child) => {
		const start = {
			x: child.x + box.width,
			y: child.y + box.height / 2
		};
		const middle = (start.x + end.x) / 2;
		const tip = html`<path class="tip" d="M${end.x} ${end.y}l-8 -4.5v9z" />`;
		return html`<path
        d="M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x - 6} ${end.y}"
      />${tip}`;
	});
	const word = kind === "cgo" ? html`<tspan class="word" dx="6">cgo</tspan>` : null;
	const label = shorten(node.path, kind === "cgo" ? 30 : letters);
	return html`${lines}<g class="${kind}"
      ><title>${sentence(node.path)}</title
      ><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" /><text x="${x + 12}" y="${y + 20}"
        >${label}${word}</text
      ></g
    >${children.map((child) => renderNode(child, child.children.length === 0 ? "main" : "between"))}`;
}
/** An import path says most at its end. */
function shorten(path, limit) {
	const line = sentence(path);
	return line.length <= limit ? line : `…${line.slice(line.length - limit + 1)}`;
}

// src/report/page.css?raw
var page_default$1 = ":root {\n  color-scheme: light dark;\n  --ground: light-dark(#f6f7f9, #0e1217);\n  --card: light-dark(#ffffff, #161b22);\n  --raised: light-dark(#f0f2f5, #1f262f);\n  --line: light-dark(#dfe3e8, #2c343e);\n  --text: light-dark(#1b2027, #e5e9ee);\n  --soft: light-dark(#545e69, #a3aeba);\n  --accent: light-dark(#0a54c4, #82b4ff);\n  --good: light-dark(#0f6430, #7fdc9a);\n  --good-ground: light-dark(#e5f4ea, #12301f);\n  --caution: light-dark(#7a4a00, #f1c76b);\n  --caution-ground: light-dark(#fdf2d9, #352a0c);\n  --bad: light-dark(#a31125, #ff9d97);\n  --bad-ground: light-dark(#fdebec, #40191c);\n  --neutral: light-dark(#505a64, #aab4be);\n  --neutral-ground: light-dark(#eceff2, #242c35);\n  --mono: ui-monospace, \"SF Mono\", \"Cascadia Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", \"Liberation Mono\", monospace;\n}\n:root[data-theme=\"light\"] { color-scheme: light; }\n:root[data-theme=\"dark\"] { color-scheme: dark; }\n* { box-sizing: border-box; }\nhtml { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }\nbody { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", sans-serif; overflow-wrap: anywhere; }\nheader, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }\nmain:focus { outline: none; }\na { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }\n:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }\ncode, pre, .tree text { font-family: var(--mono); font-size: .875em; unicode-bidi: isolate; }\nh1, h2, h3, h4, p, ul, dl, dd, figure, pre { margin: 0; }\nh1 { font-size: 1.5rem; line-height: 1.3; font-weight: 650; text-wrap: pretty; }\nh2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin-bottom: .75rem; }\nh3 { font-size: 1rem; font-weight: 650; }\nh4 { font-size: .8125rem; font-weight: 650; color: var(--soft); margin-bottom: .4rem; }\nsection { margin-bottom: 2.75rem; }\n.lead { color: var(--soft); margin: -.35rem 0 1rem; max-width: 50rem; }\n.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }\n.skip { position: absolute; left: -100rem; }\n.skip:focus { left: 1rem; top: .5rem; padding: .5rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; z-index: 2; }\nheader { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding-top: 1.1rem; padding-bottom: 1.1rem; }\n.brand { font-weight: 650; letter-spacing: -.01em; }\nnav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-left: auto; font-size: .9375rem; }\nnav a { color: var(--soft); text-decoration: none; }\nnav a:hover { color: var(--accent); text-decoration: underline; }\n.commit { color: var(--soft); font-size: .9375rem; }\nbutton { font: inherit; font-size: .875rem; padding: .3rem .8rem; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }\nbutton:hover { border-color: var(--soft); }\n#theme[aria-pressed=\"true\"] { background: var(--raised); }\n:root:not(.js) :is(#theme, .filter, .copy) { display: none; }\n\n.verdict, .target, figure, .findings > li, section > .scroll:has(table) { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }\n.verdict { --tone: var(--good); --tone-ground: var(--good-ground); border-top: 5px solid var(--edge, var(--tone)); padding: 1.5rem 1.75rem; }\n.verdict.warn { --edge: light-dark(#cf8d0b, #f1c76b); --tone: var(--caution); --tone-ground: var(--caution-ground); }\n.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }\n.outcome { display: inline-block; margin-bottom: .6rem; padding: .1rem .8rem; border-radius: 99px; background: var(--tone-ground); color: var(--tone); font-weight: 650; font-size: .9375rem; }\n.verdict.neutral { --tone: var(--neutral); --tone-ground: var(--neutral-ground); }\n.verdict > * + * { margin-top: .6rem; }\nsection > p, section > details > :is(p, ul), .alert { max-width: 62rem; }\nsection > * + :is(p, ul, ol, .scroll, details, .copyable, div, form), li > * + *, .alert > * + * { margin-top: .7rem; }\nsection > :is(ul, ol) { padding-left: 1.4rem; }\nsection > :is(ul, ol) > li + li { margin-top: .5rem; }\n.alert { --tone: var(--bad); padding: .9rem 1.2rem; border-left: 4px solid var(--tone); border-radius: 4px 10px 10px 4px; background: var(--card); }\n.alert.warn { --tone: var(--caution); }\n.alert.note { --tone: var(--accent); }\n.alert ol, .alert ul { padding-left: 1.4rem; }\n.sign { font-weight: 700; }\n.sign.good { color: var(--good); }\n.sign.caution { color: var(--caution); }\n.sign.bad { color: var(--bad); }\n\n.mark { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-weight: 550; font-size: .875rem; line-height: 1.5; color: var(--neutral); background: var(--neutral-ground); text-decoration: none; }\n.mark:is(.good, .caution, .bad)::before { margin-right: .4em; font-weight: 700; }\n.mark.good { color: var(--good); background: var(--good-ground); }\n.mark.good::before { content: \"✓\"; content: \"✓\" / \"\"; }\n.mark.caution { color: var(--caution); background: var(--caution-ground); }\n.mark.caution::before { content: \"!\"; content: \"!\" / \"\"; }\n.mark.bad { color: var(--bad); background: var(--bad-ground); }\n.mark.bad::before { content: \"✗\"; content: \"✗\" / \"\"; }\ntd .mark { border-radius: 8px; }\n.tag { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 6px; color: var(--soft); font-size: .75rem; font-weight: 500; line-height: 1.5; font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Liberation Sans\", sans-serif; white-space: nowrap; }\n.said, .on, .page { color: var(--soft); font-weight: 400; font-size: .9375rem; }\n.folder { color: var(--soft); font-weight: 400; }\n.page { font-size: .8125rem; }\n\n.findings { padding: 0; list-style: none; display: grid; gap: .75rem; }\n.findings > li { padding: .9rem 1.2rem; }\n.finding p + p { margin-top: .3rem; }\nsummary { cursor: pointer; }\ndetails > summary { border-radius: 6px; }\nsection details:not(.build) > summary { color: var(--accent); font-size: .9375rem; }\nsection details:not(.build) > * + * { margin-top: .6rem; }\nsection > .scroll:has(table) { padding: .4rem 1.1rem; }\n.rest { margin-top: .9rem; }\n\n.copyable { position: relative; }\n.copyable + p { margin-top: .4rem; color: var(--soft); font-size: .875rem; }\npre { padding: .75rem 5.5rem .75rem 1rem; background: var(--raised); border-radius: 8px; overflow: auto; max-height: 26rem; white-space: pre-wrap; }\n.copy { position: absolute; top: .45rem; right: .5rem; padding: .1rem .6rem; }\n.scroll { overflow-x: auto; }\ntable { width: 100%; border-collapse: collapse; font-size: .9375rem; overflow-wrap: normal; }\nth, td { padding: .45rem .6rem .45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }\nthead th { border-top: 0; color: var(--soft); font-size: .8125rem; font-weight: 550; vertical-align: bottom; }\ntbody th { font-weight: 550; }\n.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }\n\n.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; margin: 0 -.75rem 1rem; padding: .7rem .75rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .875rem; }\n.filter label { display: inline-flex; align-items: center; gap: .45rem; color: var(--soft); white-space: nowrap; }\n.filter :is(input[type=\"search\"], select) { font: inherit; color: var(--text); background: var(--card); border: 1px solid light-dark(#8b949e, #6b7682); border-radius: 8px; padding: .3rem .6rem; max-width: 15rem; min-width: 0; }\n.filter input::placeholder { color: var(--soft); opacity: 1; }\n.filter [role=\"status\"] { margin-left: auto; color: var(--text); font-variant-numeric: tabular-nums; }\n.js .target, .js .build { scroll-margin-top: 5rem; }\n.target { margin-bottom: .9rem; padding: .3rem 0; }\n.many .target { content-visibility: auto; contain-intrinsic-size: auto 13rem; }\n.target > h3 { padding: .6rem 1.2rem .5rem; }\n.on { margin-left: .5rem; }\n.build { border-top: 1px solid var(--line); }\n.target > .unseen + .build { border-top: 0; }\n.build > summary { display: grid; grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 4.5rem; gap: .2rem 1rem; align-items: baseline; padding: .45rem 1.2rem; list-style: none; font-size: .9375rem; }\n.files .build > summary { grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 7.5rem; }\n.build > summary::-webkit-details-marker { display: none; }\n.build > summary:hover { background: var(--raised); }\n.build > summary:focus-visible { outline-offset: -3px; }\n.build .name { font-weight: 550; }\n.build .name::before { content: \"\"; display: inline-block; width: .42em; height: .42em; margin: 0 .7em .12em 0; border: solid var(--soft); border-width: 0 .13em .13em 0; transform: rotate(-45deg); }\n.build[open] .name::before { transform: rotate(45deg); }\n.build .mark { justify-self: start; }\n.needs, .linker { color: var(--soft); font-size: .875rem; }\n.build[open] > summary { background: var(--raised); }\n.parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.4rem 2rem; padding: 1.1rem 1.2rem 1.5rem 2.35rem; font-size: .9375rem; }\n.wide { grid-column: 1 / -1; }\n.part ul { padding-left: 1.1rem; }\n.part .findings { padding: 0; }\n.part .findings > li { background: none; border: 0; padding: 0; }\n.part dl > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: .75rem; padding: .1rem 0; }\n.part dd ul { padding-left: 0; list-style: none; }\n\nfigure { padding: 1.1rem 1.4rem; margin-bottom: .9rem; }\nfigcaption h3 { display: inline; margin-right: .5rem; }\nfigure .scroll { margin: .9rem 0 .7rem; }\nfigure ul { padding-left: 1.2rem; }\n.tree { display: block; }\n.tree path { fill: none; stroke: var(--soft); stroke-width: 1.5; opacity: .65; }\n.tree .tip { fill: var(--soft); stroke: none; }\n.tree rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; }\n.tree text { fill: var(--text); font-size: 12px; }\n.tree .main rect { fill: var(--raised); }\n.tree .cgo rect { fill: var(--caution-ground); stroke: var(--caution); }\n.tree .word { fill: var(--caution); font-weight: 700; }\nfooter { padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }\n\n@media (max-width: 62rem) {\n  .build > summary, .files .build > summary { grid-template-columns: 1fr auto auto auto; }\n  .build .mark { grid-column: 2 / -1; justify-self: end; }\n  .build .needs { padding-left: 1.15rem; }\n}\n@media (max-width: 40rem) {\n  h1 { font-size: 1.25rem; }\n  header, main, footer { padding-left: .8rem; padding-right: .8rem; }\n  .verdict { padding: 1.1rem; }\n  .filter { position: static; }\n  .filter label:not(.check) { width: 100%; }\n  .filter :is(input[type=\"search\"], select) { flex: 1; max-width: none; }\n  nav { order: 1; width: 100%; }\n  #theme { margin-left: auto; }\n  .build .needs { grid-column: 1 / -1; }\n  .build .linker { padding-left: 1.15rem; }\n  .filter [role=\"status\"] { margin-left: 0; }\n  .part dl > div { grid-template-columns: 1fr; gap: 0; }\n  .parts { padding-left: 1.2rem; }\n  figure { padding-left: .9rem; padding-right: .9rem; }\n}\n@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }\n@media (forced-colors: active) { .mark { border: 1px solid; } }\n@media print {\n  :root, :root[data-theme] { color-scheme: only light; --ground: #fff; }\n  body { font-size: 10.5pt; }\n  header, main, footer { max-width: none; padding: 0; }\n  nav, .filter, #theme, .copy, .skip { display: none !important; }\n  a { color: inherit; text-decoration: none; }\n  pre { max-height: none; padding-right: 1rem; overflow: visible; }\n  .scroll { overflow: visible; }\n  .tree { max-width: 100%; height: auto; }\n  .many .target { content-visibility: visible; }\n  section { margin-bottom: 1.5rem; }\n  h2, h3, summary { break-after: avoid; }\n  tr, .part, .findings > li { break-inside: avoid; }\n  .mark { print-color-adjust: exact; }\n}\n";

// src/report/page.js?raw
var page_default = "\"use strict\";\n(() => {\n  const root = document.documentElement;\n  root.classList.add(\"js\");\n\n  const remembered = { get: () => { try { return localStorage.getItem(\"go-linkage-theme\"); } catch { return null; } },\n    set: (value) => { try { localStorage.setItem(\"go-linkage-theme\", value); } catch {} } };\n  const theme = document.getElementById(\"theme\");\n  const prefersDark = matchMedia(\"(prefers-color-scheme: dark)\");\n  const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? \"dark\" : \"light\")) === \"dark\";\n  const showTheme = () => theme.setAttribute(\"aria-pressed\", String(isDark()));\n  const chosen = remembered.get();\n  if (chosen === \"dark\" || chosen === \"light\") root.dataset.theme = chosen;\n  theme.addEventListener(\"click\", () => {\n    root.dataset.theme = isDark() ? \"light\" : \"dark\";\n    remembered.set(root.dataset.theme);\n    showTheme();\n  });\n  prefersDark.addEventListener(\"change\", showTheme);\n  showTheme();\n\n  const fill = (build) => {\n    const parts = build.dataset.parts;\n    if (parts === undefined) return;\n    delete build.dataset.parts;\n    const body = document.createElement(\"div\");\n    body.className = \"parts\";\n    for (const part of parts.split(\" \")) body.append(document.getElementById(\"part-\" + part).content.cloneNode(true));\n    build.append(body);\n  };\n  document.addEventListener(\"toggle\", ({ target }) => {\n    if (target.open && target.classList.contains(\"build\")) fill(target);\n  }, true);\n\n  const openTarget = () => {\n    const build = document.getElementById(location.hash.slice(1));\n    if (build === null || !build.classList.contains(\"build\")) return;\n    fill(build);\n    build.open = true;\n    const rest = build.closest(\".rest\");\n    if (rest !== null) rest.open = true;\n    build.scrollIntoView({ block: \"start\" });\n    build.querySelector(\"summary\").focus({ preventScroll: true });\n  };\n  addEventListener(\"hashchange\", openTarget);\n  openTarget();\n  document.addEventListener(\"click\", (event) => {\n    const link = event.target.closest(\"a[href^='#build-']\");\n    // The same place once more is no change that the page would be told of.\n    if (link === null || link.hash !== location.hash) return;\n    event.preventDefault();\n    openTarget();\n  });\n\n  document.addEventListener(\"click\", async ({ target }) => {\n    if (!target.classList.contains(\"copy\")) return;\n    const text = target.parentElement.querySelector(\"code\");\n    const label = target.firstChild;\n    let copied = true;\n    try {\n      await navigator.clipboard.writeText(text.textContent);\n    } catch {\n      getSelection().selectAllChildren(text);\n      copied = document.execCommand(\"copy\");\n    }\n    label.data = copied ? \"Copied\" : \"Selected\";\n    setTimeout(() => { label.data = \"Copy\"; }, 2000);\n  });\n\n  const form = document.querySelector(\".filter\");\n  const shown = document.getElementById(\"shown\");\n  let builds = null;\n  const read = () => [...document.querySelectorAll(\".build\")].map((build) => {\n    const heading = build.parentElement.querySelector(\"h3\");\n    const text = (heading === null ? \"\" : heading.textContent) + \" \" + build.firstElementChild.textContent + \" \" + build.dataset.findings;\n    return { build, text: text.toLowerCase() };\n  });\n  const setHidden = (element, hidden) => { if (element.hidden !== hidden) element.hidden = hidden; };\n  const valueOf = (name) => form.elements[name]?.value ?? \"\";\n  const filter = () => {\n    builds ??= read();\n    const words = valueOf(\"text\").toLowerCase().split(/\\s+/).filter(Boolean);\n    const choices = [\"platform\", \"strategy\", \"kind\"].map((name) => [name, valueOf(name)]).filter(([, value]) => value !== \"\");\n    const attention = form.elements.attention.checked;\n    const all = words.length === 0 && choices.length === 0 && !attention;\n    const alive = new Set();\n    let count = 0;\n    for (const { build, text } of builds) {\n      const show = choices.every(([name, value]) => build.dataset[name] === value) &&\n        (!attention || build.classList.contains(\"attention\")) && words.every((word) => text.includes(word));\n      setHidden(build, !show);\n      if (!show) continue;\n      count += 1;\n      alive.add(build.parentElement);\n    }\n    for (const element of document.querySelectorAll(\".target\")) setHidden(element, !alive.has(element));\n    const rest = document.querySelector(\".rest\");\n    if (rest !== null && !all) rest.open = true;\n    const number = (value) => value.toLocaleString(\"en-US\");\n    const noun = shown.dataset.noun;\n    const total = builds.length;\n    shown.textContent = all ? number(total) + \" \" + (total === 1 ? noun.slice(0, -1) : noun) : number(count) + \" of \" + number(total) + \" \" + noun + \" shown\";\n  };\n  form.addEventListener(\"input\", filter);\n  form.addEventListener(\"submit\", (event) => event.preventDefault());\n  form.addEventListener(\"reset\", () => setTimeout(filter));\n\n  let opened = [];\n  addEventListener(\"beforeprint\", () => {\n    opened = [...document.querySelectorAll(\".build.attention:not([hidden], [open])\")].slice(0, 100);\n    for (const build of opened) { fill(build); build.open = true; }\n  });\n  addEventListener(\"afterprint\", () => { for (const build of opened) build.open = false; });\n})();\n";

// src/report/html.ts
const style = `\n${page_default$1}`;
const script = `\n${page_default}`;
/** What has a heading of its own; sections of a document share one where they are about the same. */
const titles = [
	[
		"problems",
		"What to do",
		["problems"]
	],
	[
		"rules",
		"Rules",
		["rules"]
	],
	[
		"ships",
		"What ships",
		[
			"ships",
			"advice",
			"warnings"
		]
	],
	[
		"builds",
		"Builds",
		[
			"builds",
			"reasons",
			"findings",
			"outputs"
		]
	],
	[
		"imports",
		"Imports that pull in cgo",
		["imports"]
	],
	[
		"costs",
		"Sizes",
		["costs"]
	],
	[
		"method",
		"Method",
		["method"]
	]
];
/** The report as one page for a browser, that loads nothing and runs nothing but its own few lines of script. */
async function renderHtml(report) {
	const policy = [
		"default-src 'none'",
		`style-src '${await hashOf(style)}'`,
		`script-src '${await hashOf(script)}'`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'"
	].join("; ");
	const { outcome, reason } = report.verdict;
	const sections = renderSections(report);
	return `${html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${report.tool.name} ${report.tool.version}" />
        <title>${`${outcome.toUpperCase()}: ${oneLine(reason, 120)} (go-linkage)`}</title>
        ${ownText(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdict</a>
        ${renderHeader(report, sections)}
        <main id="main" tabindex="-1">
          ${renderVerdict(report)}
          ${sections.map(({ name, title, content }) => html`<section aria-labelledby="${name}">
                <h2 id="${name}">${title}</h2>
                ${content}
              </section>`)}
        </main>
        <footer><p>${report.tool.name} ${report.tool.version}</p></footer>
        ${ownText(`<script>${script}<\/script>`)}
      </body>
    </html>`.toString()}\n`;
}
const outcomes = {
	pass: "Passed",
	warn: "Passed with a warning",
	fail: "Failed"
};
function renderVerdict(report) {
	const { outcome, mark, heading, sections } = documentOf(report);
	const context = sections.find(({ id }) => id === "context")?.blocks ?? [];
	return html`<section class="verdict ${mark ?? "neutral"}" aria-labelledby="verdict">
    <p class="outcome">${mark === null ? "No rule to check" : outcomes[outcome]}</p>
    <h1 id="verdict">${writePhrase(heading)}</h1>
    ${writeBlocks(context)}
  </section>`;
}
/** The sections of the document, each with what only a page has. */
function renderSections(report) {
	const { sections } = documentOf(report);
	const own = {
		builds: renderBuilds(report),
		imports: renderImports(report)
	};
	return titles.flatMap(([name, title, ids]) => {
		const blocks = sections.filter(({ id }) => ids.includes(id)).flatMap((section) => section.blocks);
		const special = own[name] ?? null;
		if (blocks.length === 0 && special === null) return [];
		return [{
			name,
			title,
			content: html`${blocks.length === 0 ? null : writeBlocks(blocks)} ${special}`
		}];
	});
}
function renderHeader({ source }, sections) {
	const repository = source?.url.replace(/^https?:\/\/[^/]+\//, "") ?? null;
	const commit = source && html`<p class="commit">
      ${link(source.url, repository)} at
      ${link(linkToCommit(source.sha, source), html`<code>${source.sha.slice(0, 10)}</code>`)}
    </p>`;
	return html`<header>
    <p class="brand">go-linkage</p>
    ${commit}
    <nav aria-label="Sections">${sections.map(({ name, title }) => html`<a href="#${name}">${title}</a> `)}</nav>
    <button type="button" id="theme" aria-pressed="false">Dark</button>
  </header>`;
}
/** As a Content-Security-Policy names a text. */
async function hashOf(text) {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

export { renderHtml };