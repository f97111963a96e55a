import { A as union, E as string, O as transform, S as regex, T as strictObject, _ as picklist, b as rawTransform, c as metadata, f as nullish, j as unknown, k as trim, n as check, r as description, s as maxLength, t as array, u as nonEmpty, v as pipe, w as safeParse, x as record, y as rawCheck } from "./dist3.js";
import { a as strategies } from "./strategies.js";
import { d as demands, i as isInputName, o as parseSystems, r as inputs, t as inputNames } from "./inputs.js";
import { t as acceptableFindings } from "./catalog.js";
import { t as glibcForm } from "./versions.js";
import { l as didYouMean, u as nearest } from "./system-names.js";
import { a as readYaml, i as quoted, r as mistake, t as refusalsOf } from "./programs-in-file.js";
import { d as splitTags, h as releaseStrategyName, l as parseLinkerFlags } from "./go-flags.js";
import { r as splitQuoted, t as joinQuoted } from "./quoting.js";
import { isAbsolute, normalize } from "node:path";

// src/config/schema-parts.ts
const kindNames = {
	string: "text",
	object: "a map"
};
function kindOf(value) {
	if (value === null || value === void 0) return "nothing";
	return Array.isArray(value) ? "a list" : kindNames[typeof value === "string" ? "string" : "object"];
}
function expected(what) {
	return ({ input }) => `${what} was expected, and this is ${kindOf(input)}`;
}
const isClean = (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
const text = pipe(string(expected("text")), check(isClean, "there is a control character in it"));
/** Editors see values: `2.30` without quotes is a number to them, and text to us. */
const scalar = pipe(text, metadata({ type: [
	"string",
	"number",
	"boolean"
] }));
/** One line that says something. */
const line = pipe(text, trim(), nonEmpty("it is empty"), check((each) => !each.includes("\n"), "one line was expected"));
/** Text that has the form; `what` says which. */
function shaped(form, what) {
	return pipe(text, regex(form, ({ input }) => `${quoted(input)} is not ${what}`));
}
/** One of a few words. */
function oneOfWords(words) {
	return picklist(words, (issue) => typeof issue.input === "string" ? notOneOf(issue.input, words) : expected("text")(issue));
}
function notOneOf(word, words) {
	return `${quoted(word)} is not one of: ${words.join(", ")}${didYouMean(word, words)}`;
}
function list(item) {
	return array(item, expected("a list"));
}
/** One, or a list of them, which may be empty unless `ifEmpty` says why not. */
function oneOrMore(item, ifEmpty = null) {
	const all = pipe(unknown(), transform((value) => Array.isArray(value) ? value : [value]), array(item));
	return ifEmpty === null ? pipe(all, metadata({ oneOrMore: true })) : pipe(all, nonEmpty(ifEmpty), metadata({ oneOrMore: true }));
}
const map = pipe(unknown(), check((value) => kindOf(value) === "a map", expected("a map of names and values")));
/** A map whose names are known. */
function fields(entries, { hint, refuse, missing = "it is missing" } = {}) {
	const names = Object.keys(entries);
	return pipe(map, strictObject(entries, ({ expected: wanted, input }) => {
		if (wanted !== "never") return missing;
		const name = String(input);
		return refuse?.(name) ?? `unknown key ${quoted(name)}; ${hint?.(name) ?? suggestion(name, names)}`;
	}));
}
function suggestion(word, allowed) {
	const near = nearest(word, allowed);
	const all = `allowed: ${allowed.join(", ")}`;
	return near === void 0 ? all : `did you mean ${near}? (${all})`;
}
/** Valibot leaves these names out of a record without a word. */
const reservedNames = [
	"__proto__",
	"constructor",
	"prototype"
];
/** A map whose names are free, as far as `name` allows it. */
function namedValues(name, value) {
	return pipe(map, rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const input = dataset.value;
		for (const key of reservedNames.filter((each) => Object.hasOwn(input, each))) addIssue({
			message: `${key} cannot be a name here`,
			path: [pathItem(input, key, "key")]
		});
	}), record(name, value));
}
/** A part of a map, for an issue of the whole map. */
function pathItem(input, key, origin = "value") {
	return {
		type: "object",
		origin,
		input,
		key,
		value: input[key]
	};
}
/** Issues of what `parse` throws. */
function transformWith(parse) {
	return rawTransform(({ dataset, addIssue, NEVER }) => {
		try {
			return parse(dataset.value);
		} catch (thrown) {
			addIssue({ message: thrown instanceof Error ? thrown.message : String(thrown) });
			return NEVER;
		}
	});
}

// src/config/rule-schema.ts
const glob = pipe(line, maxLength(300, "a glob has at most 300 characters"), check((each) => !/[[\]{}\\!]/.test(each), ({ input }) => `${quoted(input)}: only ?, *, ** and ... stand for other text in a glob`), description("A glob: ?, *, ** and Go's ... stand for other text."));
const packageGlob = pipe(glob, check((each) => !/\s/.test(each), ({ input }) => `${quoted(input)} contains a space; write several globs as a list`), check((each) => each !== "." && each !== "./", "name the program by its import path, or by the end of it: the last part of the module's path"), check((each) => !each.startsWith("../") && !each.startsWith("/"), ({ input }) => `${quoted(input)} is a path; programs are named by their import path, or by the end of it`), metadata({ pattern: "^(?!\\.$|\\./$|\\.\\./|/)[^\\[\\]{}\\\\!\\s]+$" }));
const platformGlob = pipe(glob, regex(/^[a-z0-9*?.]+(?:\/[a-z0-9*?.]+){0,2}$/, ({ input }) => `${quoted(input)} is not a platform: GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT, with * for any`));
const libraryGlob = pipe(glob, metadata({ pattern: "^[^\\[\\]{}\\\\!\\n]+$" }));
function globs(item) {
	return oneOrMore(item, "the list is empty, so the rule matches nothing");
}
function isDay(day) {
	const parsed = /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
const expires = pipe(shaped(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD"), check(isDay, ({ input }) => `there is no ${input}`));
const glibc = pipe(shaped(glibcForm, "a version of glibc, such as \"2.31\""), metadata({ type: ["string", "number"] }));
const acceptable = pipe(oneOfWords(acceptableFindings), description("A kind of finding: docs/findings has a page of each."));
const system = pipe(line, transformWith((name) => {
	parseSystems(name);
	return name;
}), description("A system: an id, another name of it, or supported."));
const limits = [
	"max-glibc",
	"needed",
	"runs-on"
];
const noLimits = "require: none has no limits; use require: any to allow any linkage within limits";
/** A rule as the file writes it → as the judge reads it, but for its line. */
const ruleSchema = pipe(fields({
	packages: pipe(nullish(globs(packageGlob), ["**"]), description("The programs: import paths, or the end of them. Without it: all.")),
	platforms: pipe(nullish(globs(platformGlob), ["**"]), description("GOOS, GOOS/GOARCH or GOOS/GOARCH/VARIANT. Without it: all.")),
	require: pipe(nullish(oneOfWords(demands), null), description("Without it: any, where the rule has a limit. static: static or static-pie (on systems without static programs: only system libraries). static-pie: only static-pie. system: same as static. dynamic: needs a loader or libraries. any: anything that can be judged. none: no requirement.")),
	"runs-on": pipe(nullish(oneOrMore(system), null), description("Systems on which these programs have to start, such as debian12, rhel8, alpine3.22 or scratch. Without it: those of the input runs-on.")),
	"max-glibc": pipe(nullish(glibc, null), description("The newest glibc that a program may require. Write it in quotes.")),
	needed: pipe(nullish(list(libraryGlob), null), description("Globs for the shared libraries that a program may need.")),
	allow: pipe(nullish(list(acceptable), []), description("Accepted findings, for example stub: they cause neither a warning nor a regression.")),
	reason: pipe(nullish(text, null), description("Shown with each violation.")),
	expires: pipe(nullish(expires, null), description("The last day on which the rule applies, YYYY-MM-DD."))
}, {}), rawCheck(({ dataset, addIssue }) => {
	if (!dataset.typed) return;
	const idle = limits.find((name) => dataset.value[name] !== null);
	if (dataset.value.require === null && idle === void 0) addIssue({ message: `a rule needs require (${demands.join(", ")}) or a limit (${limits.join(", ")})` });
	if (dataset.value.require !== "none") return;
	if (idle !== void 0) addIssue({
		message: noLimits,
		path: [pathItem(dataset.value, idle)]
	});
}), metadata({
	description: "A requirement for some programs on some platforms.",
	if: {
		properties: { require: { const: "none" } },
		required: ["require"]
	},
	then: { properties: {
		"max-glibc": { type: "null" },
		needed: { type: "null" },
		"runs-on": { type: "null" }
	} },
	anyOf: ["require", ...limits].map((name) => ({
		properties: { [name]: { description: "See above." } },
		required: [name]
	}))
}), transform(({ "max-glibc": maxGlibc, "runs-on": systems, require, reason, ...rule }) => {
	const runsOn = systems === null ? null : parseSystems(systems.join("\n"));
	const demand = require ?? "any";
	const isImplied = require === null ? { isImplied: true } : {};
	return {
		...rule,
		...isImplied,
		require: demand,
		maxGlibc,
		runsOn,
		reason: (reason ?? "").trim().replace(/\s+/g, " ") || null
	};
}));

// src/config/strategy-schema.ts
const reserved = [
	"all",
	"none",
	"auto",
	releaseStrategyName
];
const builtInNames = strategies.map(({ name }) => name);
const strategyName = pipe(string(), check((name) => !builtInNames.includes(name), "this strategy is built in, and cannot be another one; choose a name of your own"), check((name) => !reserved.includes(name), ({ input }) => `${input} means something else in the input strategies`), regex(/^[a-z][a-z0-9.-]{0,39}$/, "a name has up to 40 letters, digits, dashes and dots, all lower case, and begins with a letter"), metadata({
	description: "Lower case, and not the name of a built-in strategy.",
	not: { enum: [...builtInNames, ...reserved] }
}));
/** What decides which Go builds and for what: other inputs do that, and a strategy would contradict them. */
const inputsInstead = /* @__PURE__ */ new Map([
	["GOOS", "use the input platforms"],
	["GOARCH", "use the input platforms"],
	["GOFLAGS", "use tags, ldflags and buildmode, or the input flags"],
	["GOROOT", "use the input go-version"],
	["GOTOOLCHAIN", "use the input go-version"]
]);
const variableName = pipe(string(), regex(/^[A-Za-z_][A-Za-z0-9_]*$/, ({ input }) => `${quoted(input)} is not a variable name`), check((name) => !inputsInstead.has(name), ({ input }) => `${input} is not for a strategy to set: ${inputsInstead.get(input) ?? ""}`), metadata({
	description: "The name of a variable that no input is for.",
	not: { enum: [...inputsInstead.keys()] }
}));
const tag = pipe(text, check((tags) => /^[\p{L}\p{N}_.,\s]*$/u.test(tags), ({ input }) => `${quoted(input)} is not build tags (letters, digits, _ and dots; a comma between two)`), description("One tag."));
function parseLdflags(given) {
	const flags = parseLinkerFlags(splitQuoted(given));
	const malformed = flags.find(({ name }) => !/^-[A-Za-z]/.test(name));
	if (malformed !== void 0) throw new Error(`${quoted(malformed.name)} is not a linker flag`);
	for (const { name, value } of flags) joinQuoted([`${name}=${value ?? ""}`]);
	return flags;
}
function parseExtldflags(given) {
	joinQuoted([`-extldflags=${given}`]);
	return given;
}
const linkmodes = ["internal", "external"];
/** -linkmode and -extldflags may stand in ldflags too, where people have them already. */
function lastOf(flags, name) {
	return flags?.findLast((flag) => flag.name === name)?.value ?? null;
}
function troubleOf({ ldflags, ...own }) {
	const twice = ["linkmode", "extldflags"].find((name) => own[name] !== null && lastOf(ldflags, `-${name}`) !== null);
	if (twice !== void 0) return `-${twice} occurs twice: the key ${twice} has it too`;
	const mode = lastOf(ldflags, "-linkmode");
	return mode === null || linkmodes.some((each) => each === mode) ? void 0 : `-linkmode=${mode} is neither internal nor external`;
}
/** A strategy as the file writes it → as a build reads it, but for its name; `summary` is null where the file gives none. */
const strategySchema = pipe(fields({
	summary: pipe(nullish(line, null), description("What it does, in a sentence.")),
	env: pipe(nullish(namedValues(variableName, pipe(scalar, description("Its value."))), {}), description("Variables for the go command.")),
	tags: pipe(nullish(oneOrMore(tag), []), description("Build tags, added to yours.")),
	ldflags: pipe(nullish(pipe(text, transformWith(parseLdflags)), null), description("Flags of the linker, quoted as `go build` does it, added to yours. -linkmode and -extldflags may be among them.")),
	linkmode: pipe(nullish(oneOfWords(linkmodes), null), description("Which linker makes the program.")),
	extldflags: pipe(nullish(pipe(line, transformWith(parseExtldflags)), null), description("Flags of the external linker, added to yours.")),
	buildmode: pipe(nullish(oneOfWords(["pie", "exe"]), null), description("Takes the place of your -buildmode.")),
	needs: pipe(nullish(oneOfWords([
		"go",
		"c-compiler",
		"musl"
	]), null), description("What the machine must have. Without it: a C compiler for linkmode external without a CC of its own, else nothing."))
}), rawCheck(({ dataset, addIssue }) => {
	const message = dataset.typed ? troubleOf(dataset.value) : void 0;
	if (dataset.typed && message !== void 0) addIssue({
		message,
		path: [pathItem(dataset.value, "ldflags")]
	});
}), description("A way to build: it is merged with your own flags, and does not replace them."), transform(({ summary, env, tags, ldflags, buildmode, ...own }) => {
	const linkmode = own.linkmode ?? linkmodes.find((mode) => mode === lastOf(ldflags, "-linkmode")) ?? null;
	return {
		summary,
		env,
		tags: [...new Set(tags.flatMap(splitTags))],
		ldflags: (ldflags ?? []).filter(({ name }) => name !== "-linkmode" && name !== "-extldflags").map(({ name, value }) => value === null ? name : `${name}=${value}`),
		linkmode,
		extldflags: own.extldflags ?? lastOf(ldflags, "-extldflags"),
		buildmode,
		needs: own.needs ?? (linkmode === "external" && !("CC" in env) ? "c-compiler" : "go")
	};
}));
/** Ways to build that the config file adds, by their names. */
const strategiesSchema = pipe(namedValues(strategyName, strategySchema), description("Ways to build that are not built in, by their names."));

// src/config/config-schema.ts
/** The inputs that a file can give: how programs are built, and what they have to be. */
const fileInputs = inputNames.filter((name) => inputs[name].inFile !== null);
/** The text of an input, as the doors would hand it over; a list is lines. */
function inputSchema(name) {
	const { isList, words, parse, inFile } = inputs[name];
	const checked = transformWith((value) => {
		if (value.trim() !== "") parse(value.trim());
		return value;
	});
	const item = pipe(text, metadata({
		description: "One of them.",
		...words === null ? {} : { enum: words }
	}));
	const lines = pipe(oneOrMore(item), transform((texts) => texts.join("\n")), checked);
	const single = words === null ? pipe(scalar, checked) : oneOfWords(words);
	return pipe(nullish(isList ? lines : single), description(inFile ?? ""));
}
const names = { refuse: (name) => isInputName(name) && inputs[name].inFile === null ? `${name} is not for a config file to set, because a change brings the file along; set it in the workflow or on the command line` : void 0 };
const knownInputs = Object.fromEntries(fileInputs.map((name) => [name, inputSchema(name)]));
const inputsSchema = pipe(fields(knownInputs, names), description("Defaults for the inputs of the action and the options of the command line. What a workflow or a call gives counts more."));
/** Of a base commit, whose file may be older than what it may say today: the rest is left out. */
const olderInputsSchema = pipe(unknown(), transform((given) => typeof given === "object" && given !== null ? Object.fromEntries(Object.entries(given).filter(([name]) => names.refuse(name) === void 0)) : given), fields(knownInputs, names));
/** One label, or the labels that a runner has to have. */
const label = pipe(line, description("A label of a runner."));
const runnersSchema = pipe(record(pipe(shaped(/^[a-z0-9]+\/[a-z0-9]+$/, "a GOOS/GOARCH"), description("GOOS/GOARCH.")), pipe(union([label, pipe(list(label), description("All labels that the runner has to have."))]), description("The runner for programs of this platform."))), description("`plan` only: the labels of the runner that is native for a GOOS/GOARCH, where it is not GitHub's own."));
const sections = (inputSection) => fields({
	inputs: nullish(inputSection, {}),
	strategies: nullish(strategiesSchema, {}),
	runners: nullish(runnersSchema, {}),
	rules: pipe(nullish(list(ruleSchema), []), description("What the binaries have to be. The last rule that matches a program decides for it, as in CODEOWNERS."))
}, { hint: (name) => isInputName(name) && inputs[name].inFile !== null ? `inputs stand below the key inputs (inputs: { ${name}: … })` : void 0 });
const wholeFile = (inputSection) => pipe(nullish(sections(inputSection), {}), rawCheck(({ dataset, addIssue }) => {
	if (!dataset.typed) return;
	const file = dataset.value;
	const known = [...strategies.map(({ name }) => name), ...Object.keys(file.strategies)];
	for (const [name, allowed] of [["ship", known], ["strategies", ["all", ...known]]]) for (const [at, given] of (file.inputs[name] ?? "").split("\n").entries()) {
		const unknown = given.split(/[\s,]+/).find((word) => word !== "" && !allowed.includes(word));
		if (unknown === void 0) continue;
		const steps = [
			"inputs",
			name,
			at
		].map((key) => {
			return {
				type: "unknown",
				origin: "value",
				input: file,
				key,
				value: given
			};
		});
		addIssue({
			message: notOneOf(unknown, allowed),
			path: steps
		});
	}
}), description("The file .github/go-linkage.yml: defaults for the inputs of go-linkage, strategies of your own, and rules for what the binaries have to be."));
/** The whole config file; docs/config.schema.json is generated from it. */
const configSchema = wholeFile(inputsSchema);
/** The copy of a base commit. */
const baseConfigSchema = wholeFile(olderInputsSchema);

// src/config/config-file.ts
/** Reads the config file of what is checked out. `name` is how messages call it. Throws ConfigError with file, line and column. */
async function parseConfigFile(text, name, isInRepository = isBelow) {
	const root = await readYaml(text, name);
	const file = readFile(root, {
		name,
		schema: configSchema
	});
	const [refused] = refusalsOf(file, isInRepository).map(({ path, message }) => {
		return {
			place: find(root, path).node.place,
			message: `${path.join(".")}: ${message}`
		};
	}).toSorted(inOrder);
	if (refused !== void 0) throw mistake(name, refused.place, refused.message);
	return file;
}
/** Reads the copy of a base commit, which was judged before: what a file may not say any more is left out. Throws ConfigError. */
async function parseBaseConfigFile(text, name) {
	return readFile(await readYaml(text, name), {
		name,
		schema: baseConfigSchema
	});
}
/** Of a file whose repository is not known. */
function isBelow(path) {
	return !isAbsolute(path) && !normalize(path).startsWith("..");
}
function readFile(root, { name, schema }) {
	const parsed = safeParse(schema, root.value);
	if (!parsed.success) {
		const [first] = parsed.issues.map((issue) => locate(issue, root)).toSorted(inOrder);
		throw first === void 0 ? /* @__PURE__ */ new Error("valibot found nothing") : mistake(name, first.place, first.message);
	}
	const { inputs, strategies, rules, runners } = parsed.output;
	const given = {};
	const lines = linesBelow(root, ["strategies"]);
	for (const [key, value] of Object.entries(inputs)) {
		if (!isInputName(key) || value == null) continue;
		given[key] = value;
		lines[key] = find(root, ["inputs", key]).keyPlace.line;
	}
	return {
		inputs: given,
		lines,
		strategies: Object.entries(strategies).map(([key, { summary, ...strategy }]) => {
			return {
				name: key,
				...strategy,
				summary: summary ?? `Of ${name}.`
			};
		}),
		runners,
		rules: rules.map((rule, at) => ({
			...rule,
			line: find(root, ["rules", at]).node.place.line
		}))
	};
}
/** `strategies.mine.env.CC` → the line of that key, for all that is below a part of the file. */
function linesBelow(root, path) {
	const { node, isWhole } = find(root, path);
	if (!isWhole) return {};
	const entries = [...node.children].flatMap(([key, { keyPlace }]) => {
		if (typeof key === "number") return [];
		const whole = [...path, key];
		return [[whole.join("."), keyPlace.line], ...Object.entries(linesBelow(root, whole))];
	});
	return Object.fromEntries(entries);
}
/** Where an issue is, and what to say of it. */
function locate(issue, root) {
	const found = find(root, (issue.path ?? []).map(({ key }) => key));
	const isKey = issue.path?.at(-1)?.origin === "key" && found.isWhole;
	const where = (isKey && issue.type === "strict_object" ? found.path.slice(0, -1) : found.path).map((key) => {
		if (typeof key === "number") return `[${key}]`;
		return `.${/^[\w-]+$/.test(key) ? key : quoted(key)}`;
	}).join("").replace(/^\./, "");
	return {
		place: isKey ? found.keyPlace : found.node.place,
		message: where === "" ? issue.message : `${where}: ${issue.message}`
	};
}
function find(root, keys) {
	let found = {
		node: root,
		keyPlace: root.place,
		path: [],
		isWhole: true
	};
	for (const key of keys) {
		const child = typeof key === "string" || typeof key === "number" ? found.node.children.get(key) : void 0;
		if (child === void 0) return {
			...found,
			isWhole: false
		};
		found = {
			...child,
			path: [...found.path, key],
			isWhole: true
		};
	}
	return found;
}
function inOrder(a, b) {
	return a.place.line - b.place.line || a.place.column - b.place.column;
}

export { parseBaseConfigFile, parseConfigFile };