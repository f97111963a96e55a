import { n as catalog } from "./catalog.js";
import { r as lowerFirst } from "./english.js";
import { d as groupBy, f as unique } from "./system-names.js";
import { c as name, i as tableOf, l as sentence, o as commaSeparated, s as listing, u as text } from "./document.js";
import { i as writeBlock } from "./markdown3.js";
import { n as requirementsOf } from "./requirements.js";
import { d as namesOf, m as rowName } from "./words.js";

// src/report/snippet.ts
/** What people who download the programs need, as a table for release notes. */
function renderSnippet(report) {
	const table = tableOf(rowsOf(report), [
		{
			title: [report.ship === null ? "File" : "Program"],
			of: ({ programs }) => listing(programs.map(name), namesInRow)
		},
		{
			title: ["Platform"],
			of: ({ platforms }) => commaSeparated(platforms.map(name))
		},
		{
			title: ["Requires"],
			of: describe
		}
	]);
	return `${(table.length === 0 ? [text("No program was built.")] : table).map(writeBlock).join("\n\n")}\n`;
}
const namesInRow = 100;
/** Programs that require the same on the same platforms share a row. */
function rowsOf(report) {
	const nameOf = (cell) => cell.strategy === null ? rowName(cell) : namesOf(report).get(cell.package) ?? cell.package;
	return requirementsOf(report).flatMap(({ requirement, cells }) => {
		const programs = groupBy(cells, nameOf).map((own) => ({
			program: nameOf(own[0]),
			platforms: unique(own.map(({ platform }) => platform))
		}));
		return groupBy(programs, ({ platforms }) => platforms.join("\n")).map((alike) => ({
			requirement,
			programs: alike.map(({ program }) => program),
			platforms: alike[0].platforms
		}));
	});
}
/** For people who have never built the program. */
function describe({ requirement, platforms }) {
	switch (requirement.kind) {
		case "not-built": return ["not known: it does not build"];
		case "does-not-start": return ["it does not start"];
		case "unknown": return ["not known"];
		case "wasm": return ["a WebAssembly runtime"];
		case "dynamic": return describeDynamic(requirement);
		case "system": {
			const release = platforms.every((platform) => platform.startsWith("darwin/")) && requirement.minOs !== null ? `macOS ${requirement.minOs} or newer; ` : "";
			return [sentence(`${release}only libraries of the system`), ...caveatsOf(requirement.caveats)];
		}
		case "static": return ["nothing (statically linked)", ...caveatsOf(requirement.caveats)];
	}
}
/** `glibc 2.34 or newer and libsqlite3.so.0` */
function describeDynamic(requirement) {
	const { libc, minGlibc, interpreter, libraries } = requirement;
	const names = {
		glibc: minGlibc === null ? "glibc" : `glibc ${minGlibc} or newer`,
		musl: "musl (as on Alpine)"
	};
	const items = [...libc !== null ? [sentence(names[libc])] : interpreter === null ? [] : [name(interpreter)], ...libraries.map(name)];
	return items.length === 0 ? ["a program that loads it"] : listing(items, librariesShown);
}
const librariesShown = 12;
function caveatsOf(caveats) {
	return caveats.length === 0 ? [] : [`; caveat: ${caveats.map((kind) => lowerFirst(catalog[kind].title)).join("; ")}`];
}

export { renderSnippet };