import { n as listed } from "./english.js";
import { a as systemName, c as systemTable } from "./system-names.js";
import { n as split, t as quote } from "./shlex.js";

// src/text/powershell.ts
/**
* A command for a POSIX shell, as this program prints it (variables, words, perhaps in a folder), for PowerShell. Variables stay set in
* that session. A word goes to the program as it is: PowerShell 7.3 and newer passes double quotes on.
*/
function toPowerShell(command) {
	const [, dir, inner] = /^\(cd (.+?) && (.+)\)$/s.exec(command) ?? [];
	const words = split(inner ?? command);
	const first = words.findIndex((word) => !/^\w+=/.test(word));
	const variables = words.slice(0, Math.max(0, first)).map((word) => {
		const at = word.indexOf("=");
		return `$env:${word.slice(0, at)} = ${quoted(word.slice(at + 1))}`;
	});
	const line = words.slice(Math.max(0, first)).map((word) => /^[\w./:-]+$/.test(word) && !word.startsWith("-") ? word : quoted(word)).join(" ");
	return [
		...dir === void 0 ? [] : [`Push-Location ${quoted(split(dir).join(" "))}`],
		...variables,
		line,
		...dir === void 0 ? [] : ["Pop-Location"]
	].join("; ");
}
function quoted(word) {
	return `'${word.replaceAll("'", "''")}'`;
}

// src/report/build-line.ts
/** A command for a POSIX shell, for the shell of the machine that the report is of. */
function forShell(command, { environment }) {
	return environment?.os === "windows" ? toPowerShell(command) : command;
}
/** The build of a cell as a shell takes it in the working directory; empty for a file that something else built. */
function buildLine({ build }, report) {
	if (build.argv.length === 0) return "";
	const line = [...Object.entries(build.env).map(([name, value]) => `${name}=${quote(value)}`), ...build.argv.map(quote)].join(" ");
	return forShell(build.dir === "." || build.dir === "" ? line : `(cd ${quote(build.dir)} && ${line})`, report);
}

// src/report/system-strip.ts
/** So few systems on which it does not start, or may not, are named instead of all on which it does: one of so many at most. */
const systemsForException = 10;
/** The families that a strip names, in this order: newest and oldest at a glance. */
const families = [
	"Debian",
	"Ubuntu",
	"RHEL",
	"Amazon Linux",
	"Alpine"
];
/** `Debian 12+, Ubuntu 22.04+, RHEL 9+, not Alpine`; null for a program of which no system is known. */
function systemStrip({ runsOn }) {
	if (runsOn.length === 0) return null;
	const rows = new Map(runsOn.map(({ system, outcome }) => [system, outcome]));
	const known = systemTable().systems.filter(({ id, kind }) => rows.has(id) && kind !== "rolling");
	const starts = ({ id }) => rows.get(id) === "runs" || rows.get(id) === "needs-package";
	const others = systemTable().systems.filter(({ id }) => rows.has(id) && rows.get(id) !== "runs");
	if (others.length * systemsForException <= runsOn.length && others.length <= 2) {
		const except = others.length === 0 ? "" : ` but ${listed(others.map(systemName))}`;
		return `all ${runsOn.length} systems of the table${except}`;
	}
	const present = families.map((family) => ({
		family,
		systems: known.filter((system) => system.family === family)
	})).filter(({ systems }) => systems.length > 0);
	if (present.every(({ systems }) => systems.every(({ id }) => rows.get(id) === "unknown"))) return "not known";
	const parts = present.map(({ family, systems }) => {
		const oldest = systems[systems.findLastIndex((system) => !starts(system)) + 1];
		if (oldest !== void 0) return `${systemName(oldest)}+`;
		return systems.some(({ id }) => rows.get(id) === "unknown") ? `${family} not known` : `not ${family}`;
	});
	const packages = [...new Set(runsOn.flatMap((row) => row.packages))];
	const more = packages.length === 0 ? "" : ` (some need ${packages.join(", ")} installed)`;
	return `${parts.join(", ")}${more}`;
}
/** The exact list: each outcome with its systems, what does not start first. */
function systemLines({ runsOn }) {
	const names = new Map(systemTable().systems.map((system) => [system.id, systemName(system)]));
	const order = [
		"does-not-start",
		"unknown",
		"needs-package",
		"runs"
	];
	const words = {
		"does-not-start": "does not start on",
		unknown: "is not known to start on",
		"needs-package": "needs a package on",
		runs: "starts on"
	};
	return order.flatMap((outcome) => {
		const own = runsOn.filter((row) => row.outcome === outcome).map(({ system }) => names.get(system) ?? system);
		return own.length === 0 ? [] : [`${words[outcome]} ${own.join(", ")}`];
	});
}

export { forShell as i, systemStrip as n, buildLine as r, systemLines as t };