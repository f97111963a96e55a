import { o as __toESM } from "./rolldown-runtime.js";
import { l as parseLinkerFlags } from "./go-flags.js";
import { r as splitQuoted } from "./quoting.js";
import { u as splitWords } from "./inputs.js";
import { s as toError, t as ConfigError } from "./errors.js";
import { posix } from "node:path";

// src/config/c-flags.ts
/**
* Options of C compilers and linkers that start a program, load code into one, or write a file that the caller names. From the
* manuals of gcc 14 ("Option Summary"), clang 19 and GNU ld 2.43; cmd/go/internal/work/security.go leaves the same ones out.
*/
const compilerOptions = [
	/^@/,
	/^--?B/,
	/^--prefix\b/,
	/^-?-?wrapper\b/,
	/^--?specs\b/,
	/^-fplugin/,
	/^-fpass-plugin/,
	/^-iplugindir/,
	/^-load/,
	/^--?load-pass-plugin/,
	/^-Xclang/,
	/^-mllvm/,
	/^-cc1/,
	/^-ccc-/,
	/^--config/,
	/^--driver-mode/,
	/^--gcc-/,
	/^-gcc-toolchain/,
	/^-resource-dir/,
	/^--?ld-path/,
	/^-fuse-ld(?!=(?:bfd|gold|lld|mold|ld)$)/,
	/^-foffload/,
	/^-o/,
	/^--output/,
	/^-save-temps|^--save-temps/,
	/^-dump/,
	/^-fdump-/,
	/^-aux-info/,
	/^-M(?:F|J|D|MD)/,
	/^-serialize-diagnostics/,
	/^-fprofile-|^-fauto-profile|^-fcallgraph-info|^-ftime-trace|^-fcrash-diagnostics/
];
/** As words of their own behind -Wl, or -Xlinker; most may have one dash or two. */
const linkerOptions = [
	/^@/,
	/^--?plugin/,
	/^--?load-pass-plugin/,
	/^-lto_library/,
	/^--?mllvm/,
	/^--?Map/,
	/^--?dependency-file/,
	/^--?out-implib/,
	/^--?reproduce/,
	/^--?time-trace/,
	/^--?(?:output|lto-obj-path|lto-sample-profile|thinlto-\w+|dump-\w+)/,
	/^-o/,
	/^-f(?!ini)|^--?(?:auxiliary|filter)\b/
];
/** The first of the words that starts a program, loads code into one or writes a file that it names; undefined: none does. */
function programStartingFlag(words) {
	return words.find((word, at) => {
		const passed = /^-W[lap],(.*)$/s.exec(word)?.[1]?.split(",");
		const isPassed = /^-X(?:linker|assembler|preprocessor)$/.test(words[at - 1] ?? "");
		return linkerOptions.some((option) => (passed ?? (isPassed ? [word] : [])).some((each) => option.test(each))) || passed === void 0 && compilerOptions.some((option) => option.test(word));
	});
}

// src/config/yaml-document.ts
/** A mistake in a config file. */
function mistake(name, { line, column }, message) {
	return new ConfigError(`${name}:${line}:${column}: ${message}`);
}
/** In characters. A policy is never longer. */
const sizeLimit = 262144;
const depthLimit = 16;
/** Throws ConfigError for invalid YAML, and for what a config file has no use for: aliases, tags, several documents. */
async function readYaml(text, name) {
	const start = {
		line: 1,
		column: 1
	};
	if (text.length > sizeLimit) throw mistake(name, start, `the file is longer than ${sizeLimit / 1024} KiB`);
	const yaml = await import("./dist2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const reader = {
		name,
		lines: new yaml.LineCounter(),
		yaml
	};
	let document;
	try {
		const options = {
			lineCounter: reader.lines,
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: "error"
		};
		document = yaml.parseDocument(text.replace(/^\uFEFF/, ""), options);
	} catch (thrown) {
		throw mistake(name, start, `no YAML that can be read: ${toError(thrown).message}`);
	}
	const [trouble] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
	if (trouble !== void 0) throw mistake(name, placeAt(trouble.pos[0], reader), describeTrouble(trouble));
	return document.contents === null ? leaf(null, start) : convert(document.contents, 0, reader);
}
function describeTrouble({ code, message }) {
	if (code === "MULTIPLE_DOCS") return "a second document begins here, and only one is read: take the --- away";
	return `no YAML that can be read: ${message.split("\n")[0] ?? ""}`;
}
function placeAt(offset, { lines }) {
	const { line, col } = lines.linePos(offset);
	return {
		line: Math.max(line, 1),
		column: Math.max(col, 1)
	};
}
function leaf(value, place) {
	return {
		value,
		place,
		children: /* @__PURE__ */ new Map()
	};
}
function convert(node, depth, reader) {
	const { yaml, name } = reader;
	const place = placeAt(node.range?.[0] ?? 0, reader);
	if (depth > depthLimit) throw mistake(name, place, `nested more than ${depthLimit} deep`);
	if (yaml.isAlias(node)) throw mistake(name, place, `aliases are not read here: write out what *${node.source} stands for`);
	if (node.anchor !== void 0) throw mistake(name, place, `anchors (&${node.anchor}) are not read here`);
	if (node.tag !== void 0 && node.tag !== "!" && !node.tag.startsWith("tag:yaml.org,2002:")) throw mistake(name, place, `tags (${node.tag}) are not read here`);
	if (yaml.isScalar(node)) {
		const { value, source } = node;
		return leaf(value === null ? null : typeof value === "string" ? value : source ?? "", place);
	}
	if (yaml.isMap(node)) return convertMap(node, depth, reader);
	if (!yaml.isSeq(node)) throw mistake(name, place, "text, a list or a map was expected");
	const nodes = node.items.map((item) => convertChild(item, {
		place,
		depth
	}, reader));
	return {
		value: nodes.map(({ value }) => value),
		place,
		children: new Map(nodes.map((child, at) => [at, {
			keyPlace: child.place,
			node: child
		}]))
	};
}
function convertChild(node, { place, depth }, reader) {
	return reader.yaml.isNode(node) ? convert(node, depth + 1, reader) : leaf(null, place);
}
function convertMap(map, depth, reader) {
	const { yaml, name } = reader;
	const start = placeAt(map.range?.[0] ?? 0, reader);
	const children = /* @__PURE__ */ new Map();
	const value = Object.create(null);
	for (const item of map.items) {
		const place = yaml.isNode(item.key) ? placeAt(item.key.range?.[0] ?? 0, reader) : start;
		const { value: key } = convertChild(item.key, {
			place,
			depth
		}, reader);
		if (typeof key !== "string") throw mistake(name, place, "the key of a map has to be one word");
		const before = children.get(key);
		if (before !== void 0) throw mistake(name, place, `${quoted(key)} occurs twice; it stands on line ${before.keyPlace.line} already`);
		const node = convertChild(item.value, {
			place,
			depth
		}, reader);
		children.set(key, {
			keyPlace: place,
			node
		});
		value[key] = node.value;
	}
	return {
		value,
		place: start,
		children
	};
}
/** Text of a file within a message: on one line, and not too much of it. */
function quoted(text) {
	const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
	return JSON.stringify(short);
}

// src/config/programs-in-file.ts
const noPaths = /* @__PURE__ */ new Set();
/** All that a config file may not give because it starts programs, loads code into them, or writes where it likes. */
function refusalsOf({ inputs, strategies }, isInRepository) {
	const places = {
		isInRepository,
		ofMachine: noPaths
	};
	const flags = goFlagOf(splitWords(inputs.flags ?? ""));
	const ofInputs = flags === void 0 ? [] : [refusal(["inputs", "flags"], flags)];
	const ofStrategies = strategies.flatMap((strategy) => {
		const path = ["strategies", strategy.name];
		const ldflags = linkerFlagOf(strategy.ldflags);
		const extldflags = extldflagOf(strategy.extldflags ?? "");
		const variables = Object.entries(strategy.env).flatMap(([name, value]) => {
			const why = whyVariable(name, value, places);
			return why === void 0 ? [] : [refusal([
				...path,
				"env",
				name
			], why)];
		});
		return [
			...ldflags === void 0 ? [] : [refusal([...path, "ldflags"], ldflags)],
			...extldflags === void 0 ? [] : [refusal([...path, "extldflags"], extldflags)],
			...variables
		];
	});
	return [...ofInputs, ...ofStrategies];
}
/**
* Of a build that a file of the repository describes: the flag or variable that starts a program, loads code into one, or writes where
* it likes; undefined if there is none. A change can bring such a file, too.
*/
function startsPrograms({ env, flags }, places) {
	const flag = goFlagOf(flags);
	if (flag !== void 0) return flag;
	for (const [name, value] of env) {
		const why = name === "GOFLAGS" ? goFlagOf(splitWords(value)) : whyVariable(name, value, places);
		if (why !== void 0) return why;
	}
}
function refusal(path, what) {
	return {
		path,
		message: `${what} decides which programs a build starts, or what they write; set it in the workflow`
	};
}
/** Flags of `go build` that neither start a program nor name a file to write (`go help build`, go1.27). */
const goFlags = new Set("-a -p -race -msan -asan -cover -covermode -coverpkg -v -x -asmflags -buildmode -buildvcs -gcflags -installsuffix -ldflags -linkshared -mod -modcacherw -pgo -tags -trimpath".split(" "));
/** The same of cmd/link (`go tool link -help`). */
const linkerFlags = new Set("-B -D -E -H -I -L -R -T -X -a -asan -aslr -benchmark -bindnow -buildid -buildmode -checklinkname -compressdwarf -d -debugnosplit -debugtextsize -debugtramp -dumpdep -e -extldflags -f -funcalign -g -h -installsuffix -k -linkmode -linkshared -msan -n -pruneweakmap -r -race -randlayout -s -strictdups -v -w".split(" "));
/** And of cmd/compile and cmd/asm. */
const compilerFlags = /^--?(?:[BCDEIKLNSWehjlmrtvw]|wb|d|c|asan|msan|race|clobberdead|clobberdeadreg|complete|debug|dwarf|dwarfbasentries|dwarflocationlists|dynlink|errorurl|gendwarfinl|lang|linkshared|live|shared|smallframes|spectre|trimpath)(?:=.*)?$/;
function goFlagOf(words) {
	for (const [at, word] of words.entries()) {
		const match = /^--?([a-zA-Z][\w-]*)(?:=(.*))?$/s.exec(word);
		if (match === null) continue;
		const name = `-${match[1] ?? ""}`;
		const value = match[2] ?? words[at + 1] ?? "";
		if (name === "-compiler" && value === "gc") continue;
		if (!goFlags.has(name)) return name;
		const inner = innerFlagOf(name, value);
		if (inner !== void 0) return inner;
	}
}
/** Of `[pattern=]flags` that the go command hands on to a tool. */
function innerFlagOf(name, value) {
	const text = /^[^-'"\s][^=]*=(.*)$/s.exec(value.trim())?.[1] ?? value;
	if (name === "-ldflags") return linkerFlagOf(quotedWords(text));
	if (name !== "-gcflags" && name !== "-asmflags") return void 0;
	const flag = pieces(text, /[\s'"]+/).find((word) => word.startsWith("-") && (!compilerFlags.test(word) || /^--?d\b.*(?:dump|[/:])/.test(word)));
	return flag && `${name}=${flag}`;
}
function quotedWords(text) {
	try {
		return splitQuoted(text);
	} catch {
		return pieces(text, /[\s'"]+/);
	}
}
function linkerFlagOf(words) {
	for (const { name, value } of parseLinkerFlags(words)) {
		if (name.startsWith("-") && !linkerFlags.has(name)) return `-ldflags=${name}`;
		const inner = name === "-extldflags" ? extldflagOf(value ?? "") : void 0;
		if (inner !== void 0) return inner;
	}
}
function extldflagOf(text) {
	const flag = programStartingFlag(pieces(text, /[\s'"]+/));
	return flag && `-extldflags=${flag}`;
}
/** Quotes only hold words together, so what stands between them is looked at by itself as well. */
function pieces(text, between) {
	return text.split(between).filter((word) => word !== "");
}
/** Variables of the go command that say how a program is compiled, and nothing else (`go help environment`, go1.27). */
const goVariables = /^(?:GO(?:386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64|WASM|EXPERIMENT|FIPS140|_EXTLINK_ENABLED|GC|MAXPROCS|MEMLIMIT)|CGO_ENABLED)$/;
const cgoFlagVariables = /^CGO_(?:C|CPP|CXX|F|LD)FLAGS$/;
const programVariables = {
	CC: /^(?:cc|gcc|clang|musl-gcc|musl-clang|tcc|icc|icx|zig)$/,
	CXX: /^(?:c\+\+|g\+\+|clang\+\+|icpc|icpx|zig)$/,
	FC: /^(?:gfortran|flang|f77|f95|ifort|ifx)$/,
	AR: /^(?:ar|gcc-ar|llvm-ar|zig)$/,
	PKG_CONFIG: /^(?:pkg-config|pkgconf)$/
};
/** They start the compiler that is named behind them. */
const launchers = /^(?:ccache|sccache)$/;
/**
* Variables that other programs heed: loaders, interpreters, compilers' search for their own parts, git, proxies and certificates,
* the runner's, and where temporary or personal files are. Names of a project's own are not among them.
*/
const otherVariables = new RegExp("^(?:" + [
	"GO.*|GCCGO.*|CGO_.*|GIT_.*|LD_.*|DYLD_.*|LIBPATH|SHLIB_PATH|_RLD.*|COMPILER_PATH|GCC_.*|COLLECT_.*|CCC_.*|CLANG_.*",
	"CCACHE_.*|SCCACHE_.*|DISTCC_.*|ZIG_.*|LLVM_.*|RUSTC?_.*|DEPENDENCIES_OUTPUT|SUNPRO_DEPENDENCIES|PKG_CONFIG_.*",
	"PATH|PATHEXT|COMSPEC|SYSTEMROOT|WINDIR|SHELL|ENV|BASH.*|ZDOTDIR|SHELLOPTS|IFS|PS4|PROMPT_COMMAND|PYTHON.*|PERL.*|RUBY.*|NODE_.*|LUA.*",
	"JAVA_.*|JDK_.*|_JAVA.*|MAKE.*|GNUMAKEFLAGS|.*_PROXY|SSL_.*|OPENSSL_.*|CURL_.*|NETRC|SSH.*|GPG.*|HOSTALIASES|RES_OPTIONS|LOCALDOMAIN",
	"GLIBC_TUNABLES|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|TMP|TEMP|TMPDIR|TEMPDIR|XDG_.*",
	"GITHUB_.*|ACTIONS_.*|RUNNER_.*|INPUT_.*|STATE_.*|DOCKER_.*|EDITOR|VISUAL|PAGER|TERMINFO.*"
].join("|") + ")$", "i");
/** Paths to libraries and headers: they bring nothing that is started. */
const searchPaths = /^PKG_CONFIG_(?:PATH|LIBDIR|SYSROOT_DIR|ALLOW_\w+)$/;
function whyVariable(name, value, places) {
	const upper = name.toUpperCase();
	const programs = programVariables[upper];
	if (programs !== void 0) return whyProgram(name, value, {
		programs,
		...places
	});
	if (cgoFlagVariables.test(upper)) {
		const flag = programStartingFlag(pieces(value, /[\s'"]+/));
		return flag && `${flag} in ${name}`;
	}
	if (goVariables.test(upper) || searchPaths.test(upper)) return void 0;
	return otherVariables.test(upper) ? name : void 0;
}
/** A compiler by its usual name, also with a version and for another machine, or a program of the repository. */
function whyProgram(name, value, { programs, isInRepository, ofMachine }) {
	const words = pieces(value, /[\s'"]+/);
	const [program = "", ...rest] = launchers.test(words[0] ?? "") ? words.slice(1) : words;
	if (program === "") return words.length === 0 ? void 0 : `${name}=${quoted(value)}`;
	const hasFolder = /[/\\]/.test(program);
	if (!isUsualName(ofMachine.has(program) ? posix.basename(program) : program, programs) && !(hasFolder && isInRepository(program))) return `${name}=${quoted(value)}`;
	const flag = programStartingFlag(rest);
	return flag && `${flag} in ${name}`;
}
function isUsualName(program, programs) {
	const usual = program.replace(/\.exe$/i, "").replace(/-[\d.]+(?:-\w+)?$/, "");
	return !/[/\\]/.test(program) && [usual, usual.replace(/^(?:[\w.]+-){1,4}/, "")].some((each) => programs.test(each));
}

export { readYaml as a, quoted as i, startsPrograms as n, mistake as r, refusalsOf as t };