import { s as toError, t as ConfigError } from "./errors.js";
import { r as splitQuoted, t as joinQuoted } from "./quoting.js";
import { join } from "node:path";

// src/model/release-strategy.ts
/** The name of the release build; `release/ID` where a program has several. No strategy of the config file has such a name. */
const releaseStrategyName = "release";
function isReleaseStrategy(name) {
	return name === "release" || name.startsWith(`${"release"}/`);
}

// src/go/go-flags.ts
const valueFlags = new Set("-p -covermode -coverpkg -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec".split(" "));
/** Whether a flag of `go build` has its value in the next word, when none is behind an equals sign. */
function takesValue(name) {
	return valueFlags.has(name) || name === "-o" || name === "-C";
}
const ours = {
	"-o": "use output-dir to keep the artifacts",
	"-C": "use working-directory",
	"-n": "it prints commands instead of building",
	"-json": "the output of go build is read by go-linkage",
	"-work": "it leaves a temporary folder behind"
};
/**
* Reads the words of extra `go build` flags. `input` names where they came from, for the ConfigError that a word which is
* no flag, a missing value or one of our own flags gets.
*/
function parseGoFlags(words, input) {
	const flags = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
		if (match === null) throw new ConfigError(`${input}: "${word}" is not a flag of go build (put package patterns in packages)`);
		const name = `-${match[1] ?? ""}`;
		const reason = ours[name];
		if (reason !== void 0) throw new ConfigError(`${input}: ${name} is not allowed here: ${reason}`);
		let value = match[2] ?? null;
		if (value === null && valueFlags.has(name)) {
			at++;
			const next = words[at];
			if (next === void 0) throw new ConfigError(`${input}: ${name} needs a value`);
			value = next;
		}
		if (name === "-buildmode" && noProgram.has(value ?? "")) throw new ConfigError(`${input}: -buildmode=${value ?? ""} does not build a program`);
		flags.push({
			name,
			value
		});
	}
	return flags;
}
const noProgram = /* @__PURE__ */ new Set(["archive", "shared"]);
/**
* The value of GOFLAGS as `go env` prints it, as flags. GOFLAGS may name flags of any go command; all are kept.
* Throws ConfigError for an open quote, which `go env` does not mind, and for one in the middle of a word, which means nothing to Go.
*/
function parseGOFLAGS(text) {
	let words;
	try {
		words = splitQuoted(text);
	} catch (thrown) {
		throw new ConfigError(`GOFLAGS: "${text}": ${toError(thrown).message}`);
	}
	checkInnerQuotes(words);
	return words.flatMap((word) => {
		const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
		return match === null ? [] : [{
			name: `-${match[1] ?? ""}`,
			value: match[2] ?? null
		}];
	});
}
/** `-ldflags='-s -w'` is two words to Go, of which it refuses the second. Throws ConfigError with its words. */
function checkInnerQuotes(words) {
	for (const [at, word] of words.entries()) {
		const [, name = "", quote = "", rest = ""] = /^(--?[a-zA-Z][\w-]*=)(['"])(.*)$/s.exec(word) ?? [];
		const length = words.slice(at + 1).findIndex((each) => each.endsWith(quote)) + 2;
		const [, second = ""] = words.slice(at, at + length);
		if (quote === "" || rest.endsWith(quote) || length < 2) continue;
		const complaint = second.startsWith("-") ? `unknown flag ${second}` : `non-flag ${JSON.stringify(second)}`;
		const whole = [name + rest, ...words.slice(at + 1, at + length)].join(" ").slice(0, -1);
		throw new ConfigError(`GOFLAGS: ${words.slice(at, at + length).join(" ")}: Go reads quotes only around a whole word (go: parsing $GOFLAGS: ${complaint}); write ${quote}${whole}${quote}`);
	}
}
function renderFlags(flags) {
	return flags.map(({ name, value }) => value === null ? name : `${name}=${value}`);
}
/** Tags as `-tags` lists them: commas, or the older blanks. */
function splitTags(value) {
	return value.split(/[\s,]+/).filter((tag) => tag !== "");
}
/**
* The flags of one cell's `go build`: the caller's, with the strategy's merged in. `goflags` (from GOFLAGS) stays in the
* child's environment; it matters here only because a -tags or -ldflags on the command line would silently discard its.
* Throws ConfigError for -ldflags that Go itself could not read.
*/
function mergeFlags(user, goflags, strategy) {
	const replaced = /* @__PURE__ */ new Set();
	const added = [];
	if (strategy.buildmode !== null) {
		replaced.add("-buildmode");
		added.push({
			name: "-buildmode",
			value: strategy.buildmode
		});
	}
	if (strategy.tags.length > 0) {
		replaced.add("-tags");
		const own = lastValue(user, "-tags") ?? lastValue(goflags, "-tags") ?? "";
		added.push({
			name: "-tags",
			value: [.../* @__PURE__ */ new Set([...splitTags(own), ...strategy.tags])].join(",")
		});
	}
	if (strategy.linkmode !== null || strategy.extldflags !== null || strategy.ldflags.length > 0) {
		replaced.add("-ldflags");
		const values = [...goflags, ...user].filter((flag) => flag.name === "-ldflags").map((flag) => flag.value ?? "");
		added.push(...mergeLdflags(values, strategy).map((value) => ({
			name: "-ldflags",
			value
		})));
	}
	return [...user.filter((flag) => !replaced.has(flag.name)), ...added];
}
/** The tags of a build: the last -tags counts. */
function tagsOf(flags) {
	return splitTags(lastValue(flags, "-tags") ?? "");
}
function lastValue(flags, name) {
	return flags.findLast((flag) => flag.name === name)?.value ?? void 0;
}
function parseLdflagsEntry(value) {
	const text = value.trim();
	const equals = text.indexOf("=");
	const pattern = text === "" || text.startsWith("-") ? null : equals > 0 ? text.slice(0, equals).trim() : void 0;
	if (pattern === void 0 || pattern !== null && /^['"]/.test(pattern)) throw new ConfigError(`-ldflags: "${value}" is neither flags (it must start with "-") nor pattern=flags`);
	try {
		return {
			pattern,
			words: splitQuoted(pattern === null ? text : text.slice(equals + 1))
		};
	} catch (thrown) {
		throw new ConfigError(`-ldflags: "${value}": ${toError(thrown).message}`);
	}
}
/**
* Adds the strategy to every -ldflags value that can apply to a main package. Go lets the last value that matches a package
* win, so what stands before the last value for all main packages is dropped, and without one the strategy comes first.
*/
function mergeLdflags(values, strategy) {
	const entries = values.map(parseLdflagsEntry);
	const base = entries.findLastIndex(({ pattern }) => pattern === null || pattern === "all");
	return (base < 0 ? [{
		pattern: null,
		words: []
	}, ...entries] : entries.slice(base)).map(({ pattern, words }) => {
		const joined = joinOrExplain(addToLinkerFlags(words, strategy));
		return pattern === null ? joined : `${pattern}=${joined}`;
	});
}
function joinOrExplain(words) {
	try {
		return joinQuoted(words);
	} catch (thrown) {
		throw new ConfigError(`-ldflags: ${toError(thrown).message}`);
	}
}
const linkerValueFlags = new Set("-B -D -E -H -I -L -R -T -X -benchmark -benchmarkprofile -buildid -buildmode -capturehostobjs -cpuprofile -debugtextsize -debugtramp -extar -extld -extldflags -fipso -funcalign -importcfg -installsuffix -k -libgcc -linkmode -macos -macsdk -memprofile -memprofilerate -o -pluginpath -r -randlayout -strictdups -tmpdir".split(" "));
/** Linker words as flags; `--name` is read as `-name`, as Go's flag package does. */
function parseLinkerFlags(words) {
	const flags = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const match = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word);
		const name = match === null ? word : `-${match[1] ?? ""}`;
		let value = match?.[2] ?? null;
		if (value === null && linkerValueFlags.has(name)) value = words[++at] ?? null;
		flags.push({
			name,
			value
		});
	}
	return flags;
}
/**
* The linker keeps only the last -extldflags, so the two are joined into one; the strategy's -linkmode replaces another.
* -linkmode goes first and with one dash: LinkerDeps (cmd/go/internal/load/pkg.go) looks for that spelling.
*/
function addToLinkerFlags(words, strategy) {
	const flags = parseLinkerFlags(words);
	const own = withoutMode(flags.findLast(({ name }) => name === "-extldflags")?.value ?? "", strategy.extldflags);
	const rest = flags.filter(({ name }) => !(name === "-extldflags" && strategy.extldflags !== null) && !(name === "-linkmode" && strategy.linkmode !== null));
	const extldflags = strategy.extldflags === null ? null : `${own} ${strategy.extldflags}`.trim();
	return [
		...strategy.linkmode === null ? [] : [`-linkmode=${strategy.linkmode}`],
		...rest.flatMap(({ name, value }) => value === null ? [name] : [`${name}=${value}`]),
		...strategy.ldflags,
		...extldflags === null ? [] : [`-extldflags=${extldflags}`]
	];
}
/** The strategy says how the C compiler links: the caller's own word for it would exclude the strategy's (gcc 12: the link fails). */
function withoutMode(own, extldflags) {
	if (!/(?:^|\s)-static(?:-pie)?(?:\s|$)/.test(extldflags ?? "")) return own;
	const words = splitQuoted(own);
	const kept = words.filter((word) => !/^--?(?:static|static-pie|pie|no-pie)$/.test(word));
	return kept.length === words.length ? own : joinQuoted(kept);
}
/**
* The words that the linker of a main package is called with, given the final flags of its build. -ldflags on the command
* line hide those of GOFLAGS, and of several values the last one that matches the package wins.
*/
function linkerWords(flags, goflags, main) {
	const given = flags.filter(({ name }) => name === "-ldflags");
	return (given.length > 0 ? given : goflags.filter(({ name }) => name === "-ldflags")).map(({ value }) => parseLdflagsEntry(value ?? "")).findLast(({ pattern }) => pattern === null || matchesMain(pattern, main))?.words ?? [];
}
/** `linkerWords` as flags. */
function effectiveLinkerFlags(flags, goflags, main) {
	return parseLinkerFlags(linkerWords(flags, goflags, main));
}
function matchesMain(pattern, main) {
	if (pattern === "all") return true;
	if (pattern === "std" || pattern === "cmd") return false;
	const isFolder = /^\.{1,2}(?:\/|$)/.test(pattern);
	const text = (isFolder ? join(main.moduleDir, pattern) : pattern).split("...").map(escapeRegExp).join(".*");
	return new RegExp(`^${text.replace(/\/\.\*$/, "(?:/.*)?")}$`, "s").test(isFolder ? main.packageDir : main.package);
}
function escapeRegExp(text) {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
/** Throws ConfigError for -ldflags that Go itself could not read. `input` names where they came from. */
function checkLinkerFlags(flags, input) {
	try {
		for (const { name, value } of flags) if (name === "-ldflags") parseLdflagsEntry(value ?? "");
	} catch (thrown) {
		throw new ConfigError(`${input}: ${toError(thrown).message}`);
	}
}
/** Whether a boolean flag of `go build` is on; the last one counts, and the command line comes after GOFLAGS. */
function isSet(flags, name) {
	const last = flags.findLast((flag) => flag.name === name);
	return last !== void 0 && !/^(?:false|f|0)$/i.test(last.value ?? "true");
}

export { linkerWords as a, parseGoFlags as c, splitTags as d, tagsOf as f, releaseStrategyName as h, lastValue as i, parseLinkerFlags as l, isReleaseStrategy as m, effectiveLinkerFlags as n, mergeFlags as o, takesValue as p, isSet as r, parseGOFLAGS as s, checkLinkerFlags as t, renderFlags as u };