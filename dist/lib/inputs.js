import { s as toError, t as ConfigError } from "./errors.js";
import { n as split } from "./shlex.js";
import { i as resolveSystem, l as didYouMean } from "./system-names.js";
import { t as glibcForm } from "./versions.js";

// src/model/policy.ts
/** What can fail the verdict; the rest warns. */
const failKinds = [
	"regression",
	"policy",
	"build",
	"missing"
];
/** Rules that ask for no system and for no age of the C library. */
const noLimits = {
	runsOn: [],
	maxGlibc: null
};
/** What a rule may ask of a program. */
const demands = [
	"static",
	"static-pie",
	"system",
	"dynamic",
	"any",
	"none"
];
const noPolicy = {
	file: null,
	rules: [],
	today: "",
	notes: [],
	source: null
};

// src/config/input-kinds.ts
/** One of a few words. */
function choice(...words) {
	return {
		parse: (text) => oneOf(text, words),
		words,
		isList: false
	};
}
/** Text that is taken as it is. */
const plainText = textOf((text) => text);
/** Text, or null when it is empty. */
const optionalText = textOf((text) => text === "" ? null : text);
/** A single text that `parse` reads. */
function textOf(parse) {
	return {
		parse,
		words: null,
		isList: false
	};
}
/** Text that `parse` reads, for which a config file may give a list. */
function listOf(parse, words = null) {
	return {
		parse,
		words,
		isList: true
	};
}
/** Words on lines of their own, or separated by spaces or commas. Duplicates are dropped. */
function splitList(text) {
	return [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
}
/** Package patterns between blanks. One that has blanks itself stands in quotes, as `quotePattern` writes it. */
function splitPatterns(text) {
	const words = text.match(/"(?:[^"\\]|\\.)*"(?!\S)|\S+/g) ?? [];
	return [...new Set(words.map(withoutQuotes).filter((word) => word !== ""))];
}
function withoutQuotes(word) {
	return /^"(.*)"$/s.exec(word)?.[1]?.replaceAll(/\\(["\\])/g, "$1") ?? word;
}
/** One pattern, so that `splitPatterns` finds it again. */
function quotePattern(pattern) {
	return /[\s"]/.test(pattern) ? `"${pattern.replaceAll(/["\\]/g, "\\$&")}"` : pattern;
}
/** The words of a text as a POSIX shell would split them, because that is where people copy them from. */
function splitWords(text) {
	try {
		return split(text);
	} catch (thrown) {
		throw new ConfigError(`"${text}" cannot be split into words: ${toError(thrown).message}`);
	}
}
/** Throws ConfigError for any other word. */
function oneOf(text, words) {
	const found = words.find((word) => word === text);
	if (found === void 0) throw new ConfigError(`"${text}" is not one of: ${words.join(", ")}${didYouMean(text, words)}`);
	return found;
}

// src/config/input-values.ts
function parseFailOn(text) {
	const words = splitList(text);
	return words.length === 1 && words[0] === "none" ? [] : words.map((word) => oneOf(word, failKinds));
}
/** Each name once. Throws ConfigError for a system that the table does not have. */
function parseSystems(text) {
	return splitList(text).map((name) => ({
		name,
		ids: resolveSystem(name)
	}));
}
function parseGlibc(text) {
	if (text === "" || glibcForm.test(text)) return text === "" ? null : text;
	throw new ConfigError(`"${text}" is not a version of glibc, such as 2.31`);
}
/** git would read a name that begins with a dash as an option. */
function parseRef(ref) {
	if (ref === "") return null;
	if (!/^[^-\s~^:?*[\\][^\s:?*[\\]*$/.test(ref)) throw new ConfigError(`"${ref}" is not a valid name of a branch, tag or commit`);
	return ref;
}
/** One path or glob a line, so that a name may hold spaces. */
function parseLines(text) {
	const lines = text.split("\n").map((line) => line.trim());
	return [...new Set(lines.filter((line) => line !== ""))];
}
/** How many legs; null: as many as the builds are worth. */
function parseLegs(text) {
	if (text === "auto") return null;
	const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
	if (count < 1 || count > 256) throw new ConfigError(`"${text}" is not a number of legs: auto, or 1 to 256`);
	return count;
}
function parsePackages(text) {
	const patterns = splitPatterns(text);
	for (const pattern of patterns) {
		if (pattern.startsWith("-")) throw new ConfigError(`"${pattern}" is a flag; put it in flags`);
		if (pattern.endsWith(".go")) throw new ConfigError(`"${pattern}" is a file; name the package's folder or import path instead`);
	}
	return patterns;
}

// src/config/inputs.ts
const ofRun = {
	default: "",
	option: null,
	inFile: null,
	ofProject: false
};
const ofProject = {
	...ofRun,
	ofProject: true
};
/** Every input: the option of the command line, the input of the action and the key of the config file. In the order of the help. */
const inputs = {
	mode: {
		...ofRun,
		...choice("check", "explain", "inspect", "plan", "merge"),
		default: "check",
		option: "hidden"
	},
	packages: {
		...ofProject,
		...listOf(parsePackages),
		default: "./...",
		option: "hidden",
		inFile: "Package patterns. Only main packages are built."
	},
	binaries: {
		...ofRun,
		...listOf(parseLines),
		option: "hidden",
		inFile: "`inspect` only: files, folders and archives that something else built."
	},
	images: {
		...ofRun,
		...listOf(parseLines),
		option: {
			value: "PATH",
			help: ["inspect: an OCI layout, an archive of one or of docker save, or a glob:", "fail unless the entrypoint starts; may be repeated"]
		},
		inFile: "`inspect` only: OCI layouts, OCI archives and archives of `docker save` whose entrypoints have to start."
	},
	strategies: {
		...ofRun,
		...listOf(splitList),
		default: "default cgo-disabled netgo external",
		option: {
			value: "LIST",
			help: ["names, or all (default: DEFAULT; explain: all)"]
		},
		inFile: "Names of strategies, built in or of this file, or `all`."
	},
	build: {
		...ofRun,
		...choice("all", "needed"),
		default: "all",
		option: {
			value: "all|needed",
			help: ["all: build every strategy; needed: what ships, and of the others only", "what the advice needs a proof of; the rest is predicted (default: DEFAULT)"]
		},
		inFile: "`all` strategies, or `needed`: what ships and what the advice needs a proof of; the rest is predicted."
	},
	platforms: {
		...ofProject,
		...listOf(splitList),
		option: {
			value: "LIST",
			help: ["GOOS/GOARCH or GOOS/GOARCH/VARIANT; release: all that the release", "configuration names (default: this machine's)"]
		},
		inFile: "GOOS/GOARCH or GOOS/GOARCH/VARIANT."
	},
	ship: {
		...ofProject,
		...plainText,
		default: "auto",
		option: {
			value: "NAME",
			help: ["the strategy that ships: the verdict is about it; auto: the release", "build that the repository describes, or else default (default: DEFAULT)"]
		},
		inFile: "The strategy that the project releases with, or `auto`: the release build that the repository describes."
	},
	require: {
		...ofRun,
		...choice("static", "none"),
		default: "none",
		option: {
			value: "static|none",
			help: ["fail unless the shipped build is static (default: DEFAULT)"]
		},
		inFile: "The requirement for programs without a rule."
	},
	"runs-on": {
		...ofProject,
		...listOf(parseSystems),
		option: {
			value: "LIST",
			help: ["fail unless the shipped build starts on these systems: debian12,", "rhel8, alpine, scratch, supported; go-linkage systems lists them"]
		},
		inFile: "Systems on which what ships has to start: `debian12`, `rhel8`, `alpine`, `scratch`, `supported`."
	},
	"max-glibc": {
		...ofProject,
		...textOf(parseGlibc),
		option: {
			value: "VERSION",
			help: ["fail if the shipped build requires a newer glibc than this: 2.31"]
		},
		inFile: "The newest glibc that programs without a rule may require. Write it in quotes."
	},
	flags: {
		...ofProject,
		...textOf(splitWords),
		option: {
			value: "FLAGS",
			help: [`extra flags for go build, as one word: --flags '-trimpath -ldflags="-s -w"'`]
		},
		inFile: "Extra flags of `go build`, quoted as in a shell."
	},
	"working-directory": {
		...ofRun,
		...plainText,
		default: ".",
		option: {
			value: "DIR",
			help: ["run go in DIR (default: DEFAULT)"]
		}
	},
	"output-dir": {
		...ofRun,
		...optionalText,
		option: {
			value: "DIR",
			help: ["keep the built binaries in DIR"]
		}
	},
	legs: {
		...ofRun,
		...textOf(parseLegs),
		default: "auto",
		option: {
			value: "N|auto",
			help: ["plan: how many legs to split the builds into, at most 256 (default: DEFAULT)"]
		}
	},
	plan: {
		...ofRun,
		...optionalText,
		option: {
			value: "FILE",
			help: ["plan: write the plan to FILE; check, merge: the plan to follow"]
		}
	},
	leg: {
		...ofRun,
		...optionalText,
		option: {
			value: "ID",
			help: ["check: build only this leg of the plan"]
		}
	},
	reports: {
		...ofRun,
		...listOf(parseLines),
		option: {
			value: "FILES",
			help: ["plan: JSON reports of an earlier run, whose build times weigh the targets"]
		}
	},
	prove: {
		...ofRun,
		...textOf(splitWords),
		option: {
			value: "ARGS",
			help: ["start each static binary with ARGS in an empty root: --prove --version"]
		}
	},
	"baseline-ref": {
		...ofRun,
		...textOf(parseRef),
		option: {
			value: "REF",
			help: ["compare the shipped build with this branch, tag or commit"]
		}
	},
	baseline: {
		...ofRun,
		...choice("auto", "policy", "build", "none"),
		default: "auto",
		option: {
			value: "WORD",
			help: ["auto, build (required), policy (only rules) or none (default: DEFAULT)"]
		}
	},
	"fail-on": {
		...ofRun,
		...listOf(parseFailOn, failKinds),
		default: "regression,policy,build,missing",
		option: {
			value: "LIST",
			help: ["what fails: regression, policy, build, missing, or none (default: all four)"]
		},
		inFile: "What fails the step; the others are warnings."
	},
	"on-missing-baseline": {
		...ofRun,
		...choice("warn", "fail", "pass"),
		default: "warn",
		option: {
			value: "WORD",
			help: ["warn, fail or pass if that commit is unavailable (default: DEFAULT)"]
		},
		inFile: "What to do if the base commit is unavailable."
	},
	config: {
		...ofRun,
		...plainText,
		default: ".github/go-linkage.yml",
		option: {
			value: "FILE",
			help: ["defaults for these options, your strategies and the policy", "(default: DEFAULT, here or in a folder above)"]
		}
	},
	"policy-relaxation": {
		...ofRun,
		...choice("warn", "fail"),
		default: "warn",
		option: {
			value: "WORD",
			help: ["warn or fail if a binary passes only by a relaxed policy (default: DEFAULT)"]
		},
		inFile: "What to do if a binary passes only because this change relaxes the policy."
	},
	"go-version": {
		...ofProject,
		...optionalText,
		option: {
			value: "VERSION",
			help: ["1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable, rc"]
		},
		inFile: "The Go to use, such as \"1.27\"."
	},
	"go-version-file": {
		...ofProject,
		...optionalText,
		option: {
			value: "FILE",
			help: ["go.mod, go.work, .go-version or .tool-versions"]
		},
		inFile: "A go.mod, go.work, .go-version or .tool-versions that names the Go to use."
	},
	"go-download-base-url": {
		...ofRun,
		...listOf((text) => text),
		default: "https://go.dev/dl",
		option: {
			value: "URLS",
			help: ["where to download Go from, in order (default: DEFAULT)"]
		}
	},
	"go-sha256": {
		...ofRun,
		...optionalText,
		option: {
			value: "HEX",
			help: ["SHA-256 that a downloaded Go archive must have"]
		}
	},
	cache: {
		...ofRun,
		...choice("auto", "true", "false"),
		default: "auto"
	},
	"add-to-path": {
		...ofRun,
		...choice("true", "false"),
		default: "false"
	},
	summary: {
		...ofRun,
		...choice("true", "false"),
		default: "true",
		inFile: "Write a job summary."
	},
	comment: {
		...ofRun,
		...choice("never", "on-change", "failure", "always"),
		default: "never",
		inFile: "When to comment on the pull request."
	},
	"comment-key": {
		...ofRun,
		...plainText
	},
	token: {
		...ofRun,
		...plainText
	}
};
const inputNames = Object.keys(inputs);
function isInputName(name) {
	return Object.hasOwn(inputs, name);
}
/** The text of an input, or its default. */
function inputText(name, given) {
	const text = given[name]?.trim() ?? "";
	return text === "" ? inputs[name].default : text;
}
/** The value of an input. Throws ConfigError. */
function readInput(name, given) {
	try {
		return inputs[name].parse(inputText(name, given));
	} catch (thrown) {
		throw thrown instanceof ConfigError ? new ConfigError(`${name}: ${thrown.message}`, { cause: thrown }) : thrown;
	}
}

export { readInput as a, splitList as c, demands as d, failKinds as f, isInputName as i, splitPatterns as l, noPolicy as m, inputText as n, parseSystems as o, noLimits as p, inputs as r, quotePattern as s, inputNames as t, splitWords as u };