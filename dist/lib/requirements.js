import { d as groupBy, f as unique } from "./system-names.js";
import { n as isHigher } from "./versions.js";
import { n as catalog } from "./catalog.js";
import { c as isWithoutLinkage, o as isStandalone } from "./glob.js";
import { h as shippedCells } from "./words.js";

// src/report/requirements.ts
const worstFirst = [
	"not-built",
	"does-not-start",
	"unknown",
	"dynamic",
	"system",
	"static",
	"wasm"
];
/** Of all that ships. A program that nobody built, or that could not be judged, is never static. */
function requirementsOf(report) {
	return groupBy(shippedCells(report), (cell) => JSON.stringify(requirementOf(cell))).map((cells) => ({
		requirement: requirementOf(cells[0]),
		cells
	})).toSorted((a, b) => worstFirst.indexOf(a.requirement.kind) - worstFirst.indexOf(b.requirement.kind));
}
function requirementOf(cell) {
	const { status, linkage, findings } = cell;
	if (status !== "built") return { kind: status === "failed" ? "not-built" : "unknown" };
	if (isWithoutLinkage(cell) || linkage === null) return { kind: "wasm" };
	if (linkage.kind === "packed" || linkage.kind === "unreadable") return { kind: "unknown" };
	if (findings.some(({ kind, level }) => level === "error" && catalog[kind].foundBy === void 0)) return { kind: "does-not-start" };
	const { libc, minGlibc, interpreter, needed, minOs } = linkage;
	if (!isStandalone(cell)) return {
		kind: "dynamic",
		libc,
		minGlibc,
		interpreter,
		libraries: needed.filter((name) => libc === null || !ownLibraries[libc].test(name))
	};
	const caveats = unique(findings.map(({ kind }) => kind)).filter((kind) => catalog[kind].isHazard === true);
	return {
		kind: linkage.kind === "system" ? "system" : "static",
		minOs,
		caveats
	};
}
/** What the packages of the C libraries themselves install (glibc's Makeconfig and shlib-versions; musl has one file). */
const ownLibraries = {
	glibc: /^(?:lib(?:c|m|mvec|pthread|dl|rt|resolv|util|nsl|anl|BrokenLocale|thread_db)|ld(?:64|-linux[\w-]*)?)\.so(?:\.\d+)*$/,
	musl: /^(?:libc(?:\.musl-[\w-]+)?|ld-musl-[\w-]+)\.so(?:\.1)?$/
};
/** The newest glibc of several; null where one of them names none. */
function highestFloor(floors) {
	if (floors.includes(null)) return null;
	return floors.reduce((highest, each) => isHigher(each, highest) ? each : highest, null);
}

export { requirementsOf as n, highestFloor as t };