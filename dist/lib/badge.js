import { n as catalog } from "./catalog.js";
import { f as unique } from "./system-names.js";
import { n as requirementsOf, t as highestFloor } from "./requirements.js";

// src/report/badge.ts
const unknown = {
	message: "unknown",
	color: "lightgrey"
};
/** One line about all that ships: the worst of it. */
function renderBadge(report) {
	const badge = {
		schemaVersion: 1,
		label: "linkage",
		...claimOf(report)
	};
	return `${JSON.stringify(badge, null, 2)}\n`;
}
function claimOf(report) {
	if (report.verdict.judgements.some(({ kind, target }) => kind === "build" && target === null)) return unknown;
	const all = requirementsOf(report);
	const [worst] = all;
	if (worst === void 0) return unknown;
	switch (worst.requirement.kind) {
		case "not-built": return {
			message: "does not build",
			color: "red",
			isError: true
		};
		case "does-not-start": return {
			message: "does not start",
			color: "red",
			isError: true
		};
		case "unknown": return unknown;
		case "dynamic": return {
			message: describeDynamic(all),
			color: "blue"
		};
		case "system":
		case "static": return claimStandalone(worst.requirement.kind, all);
		case "wasm": return {
			message: "WebAssembly",
			color: "blue"
		};
	}
}
const withoutLibraries = {
	system: {
		message: "system libraries only",
		color: "green"
	},
	static: {
		message: "static",
		color: "brightgreen"
	}
};
/** `static`, `static, loads NSS` */
function claimStandalone(kind, all) {
	const { message, color } = withoutLibraries[kind];
	const caveats = unique(all.flatMap(({ requirement }) => "caveats" in requirement ? requirement.caveats : []));
	return {
		message: [message, ...unique(caveats.flatMap((caveat) => catalog[caveat].tableWord ?? []))].join(", "),
		color: caveats.length === 0 ? color : "yellow"
	};
}
/** `glibc ≥ 2.34`, `glibc ≥ 2.34 + 2 libraries`, `musl`; `dynamic` where they have no C library in common. */
function describeDynamic(all) {
	const dynamic = all.flatMap(({ requirement }) => requirement.kind === "dynamic" ? [requirement] : []);
	const [libc, ...others] = unique(dynamic.map((each) => each.libc));
	if (libc == null || others.length > 0) return "dynamic";
	const floor = highestFloor(dynamic.map(({ minGlibc }) => minGlibc));
	const libraries = new Set(dynamic.flatMap((each) => each.libraries)).size;
	const more = libraries === 0 ? "" : ` + ${libraries === 1 ? "1 library" : `${libraries} libraries`}`;
	return `${libc}${floor === null ? "" : ` ≥ ${floor}`}${more}`;
}

export { renderBadge };