import { r as splitQuoted } from "./quoting.js";
import { isAbsolute, join } from "node:path";

// src/go/goflags.ts
/**
* Flags that GOFLAGS may hold for other go commands, and that take from us what a run depends on: `go build -n` builds nothing, and
* `go list -u` fails without -m. The command line holds what we need of them.
*/
const takesAway = new Set("-o -n -json -work -f -m -u -e -deps -test -compiled -export -find -versions -retracted -reuse".split(" "));
/** The flags of `go build` (`go help build` and its hidden -debug-…, go1.26), and -i of older releases. */
const buildFlags = new Set("-C -a -n -p -race -msan -asan -cover -covermode -coverpkg -v -work -x -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags -installsuffix -json -ldflags -linkshared -mod -modcacherw -modfile -o -overlay -pgo -pkgdir -tags -trimpath -toolexec -i -debug-actiongraph -debug-runtime-trace -debug-trace".split(" "));
/** The flags whose values hold words that begin with a dash. */
const listFlags = /* @__PURE__ */ new Set([
	"-ldflags",
	"-gcflags",
	"-asmflags",
	"-gccgoflags"
]);
/** A GOFLAGS that holds nothing, and yet hides what `go env -w` wrote: an empty one would not (cfg.Getenv, go1.26). */
const noGoflags = " ";
/** What an environment asks for under GOFLAGS, without what would keep `go build` and `go list` from their work. Other words are kept as they are. */
function goflagsForBuild(text) {
	const words = wordsOf(text);
	if (!words?.some(isTakenAway)) return text;
	return words.filter((word) => !isTakenAway(word)).map(quoteWord).join(" ") || " ";
}
function isTakenAway(word) {
	return takesAway.has(nameOf(word) ?? "");
}
/**
* The words of GOFLAGS that `go build` passes over, because they are flags of another go command. Behind `-ldflags=-s` a `-w` was most
* likely meant as a part of it.
*/
function ignoredGoflags(text) {
	const words = wordsOf(text) ?? [];
	return words.flatMap((word, at) => {
		const name = nameOf(word);
		if (name === null || buildFlags.has(name) && !takesAway.has(name)) return [];
		const from = words.slice(0, at).findLastIndex((each) => listFlags.has(nameOf(each) ?? ""));
		const between = from < 0 ? [] : words.slice(from + 1, at);
		return [{
			word,
			meant: from >= 0 && between.every((each) => !buildFlags.has(nameOf(each) ?? "")) ? words.slice(from, at + 1).join(" ") : null
		}];
	});
}
function nameOf(word) {
	const name = /^--?([a-zA-Z][\w-]*)(?:=|$)/.exec(word)?.[1];
	return name === void 0 ? null : `-${name}`;
}
/** Null for an open quote, which the go command refuses by itself. */
function wordsOf(text) {
	try {
		return splitQuoted(text);
	} catch {
		return null;
	}
}
/** GOFLAGS wants quotes around the whole word. */
function quoteWord(word) {
	if (word !== "" && !/[\s'"]/.test(word)) return word;
	return word.includes("'") ? `"${word}"` : `'${word}'`;
}
/**
* What GOFLAGS comes to in a folder: the environment, what `go env -w` wrote, or what Go itself brings along, in this order. `go env
* GOFLAGS` would tell, but fails for flags that it has as well. Beside the
* environment it takes what `go env` says of GOENV and GOROOT.
*/
async function readGoflags(env, { GOENV = "", GOROOT = "" }, { readText }) {
	if ((env.GOFLAGS ?? "") !== "") return env.GOFLAGS ?? "";
	for (const file of [GOENV, join(GOROOT, "go.env")].filter((each) => isAbsolute(each))) {
		const value = readEnvFile(await readText(file) ?? "", "GOFLAGS");
		if (value !== void 0 && value !== "") return value;
	}
	return "";
}
/**
* The environment with the GOFLAGS that `go env -w` wrote, where those would keep `go build` from its work: what stands in a variable is
* filtered. All others the go command reads by itself, on each side of a comparison its own. `os`: Go's name of this machine's system.
*/
async function withWrittenGoflags(env, { root, os }, files) {
	const goflags = await readGoflags(env, {
		GOENV: goEnvFile(env, os),
		GOROOT: root
	}, files);
	return goflagsForBuild(goflags) === goflags ? env : {
		...env,
		GOFLAGS: goflags
	};
}
/** Where `go env -w` writes (EnvFile in cmd/go/internal/cfg/cfg.go and os.UserConfigDir, go1.26); empty for nowhere. */
function goEnvFile({ GOENV = "", HOME = "", XDG_CONFIG_HOME = "", APPDATA = "" }, os) {
	if (GOENV !== "") return GOENV === "off" ? "" : GOENV;
	const config = {
		windows: APPDATA,
		darwin: HOME && join(HOME, "Library/Application Support")
	}[os] ?? (XDG_CONFIG_HOME || HOME && join(HOME, ".config"));
	return config === "" ? "" : join(config, "go", "env");
}
/** The value of a variable in a file that `go env -w` writes, or in Go's own go.env (readEnvFile in cmd/go/internal/cfg/cfg.go, go1.26). */
function readEnvFile(text, name) {
	return text.split("\n").filter((line) => line.startsWith(`${name}=`)).at(-1)?.slice(name.length + 1);
}

export { readGoflags as a, readEnvFile as i, goflagsForBuild as n, withWrittenGoflags as o, ignoredGoflags as r, buildFlags as t };