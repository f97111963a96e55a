import { i as plural, n as listed } from "./english.js";
import { a as linkerWords, c as parseGoFlags, d as splitTags, h as releaseStrategyName, i as lastValue, l as parseLinkerFlags, m as isReleaseStrategy, s as parseGOFLAGS } from "./go-flags.js";
import { r as splitQuoted } from "./quoting.js";
import { a as systemName, d as groupBy, f as unique, l as didYouMean, o as systemOf } from "./system-names.js";
import { c as isWithoutLinkage, l as linkageKind, n as matchesEnd, o as isStandalone, r as matchesGlob, s as isUnpredictable, t as matchesBeginning } from "./glob.js";
import { n as isHigher } from "./versions.js";
import { t as ConfigError } from "./errors.js";
import { n as version } from "./version.js";
import { a as oneLine, s as sanitize } from "./text.js";
import { n as catalog } from "./catalog.js";
import { posix, relative, resolve } from "node:path";

// src/report/commit-links.ts
/** What the variables of a workflow run say (GitHub's list of default environment variables). `folder`: see Report. */
function sourceOf(env, folder) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
	if (env.GITHUB_ACTIONS !== "true" || !server || !repository || !sha || folder === null) return null;
	if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
	return {
		url: `${server}/${repository}`,
		sha,
		folder
	};
}
/** A file as the repository names it, from its name relative to the working directory; null for one outside of the repository. */
function pathInRepository(file, { source, folder }) {
	return pathBelow(source?.folder ?? folder ?? "", file);
}
function pathBelow(folder, file) {
	const path = file.replaceAll("\\", "/");
	const isAbsolute = path.startsWith("/") || /^[A-Za-z]:/.test(path);
	const found = posix.normalize(posix.join(folder, path));
	return isAbsolute || /^\.{1,2}(?:\/|$)/.test(found) ? null : found;
}
/** A path as a relative reference (RFC 3986, section 4.2): whatever it holds, it stays a path. */
function encodePath(path) {
	return path.split("/").map((segment) => encode(sanitize(segment))).join("/");
}
/** Where GitHub shows a line of the commit; null where it cannot. */
function linkToLine(file, line, source) {
	const path = source === null ? null : pathBelow(source.folder, file);
	if (source === null || path === null) return null;
	return `${source.url}/blob/${source.sha}/${encodePath(path)}${line === null ? "" : `#L${line}`}`;
}
/** Where GitHub shows a commit. */
function linkToCommit(sha, { url }) {
	return `${url}/commit/${sha}`;
}
/** Without the characters that end a link in Markdown. */
function encode(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// src/text/program-name.ts
/**
* What a program is called: its import path without the major version at its end, which the go command leaves out of the file's name,
* too (DefaultExecName in cmd/go/internal/load/pkg.go, go1.26).
*/
function withoutMajorVersion(importPath) {
	return importPath.replace(/(?<=[^/])\/v(?:[2-9]|[1-9]\d+)$/, "");
}
/** The last element of that: `croc` for github.com/schollz/croc/v10. */
function programName(importPath) {
	return withoutMajorVersion(importPath).split("/").at(-1) ?? importPath;
}
/**
* The shortest end of each import path that tells it apart from the others: `api`, or `cmd/api` beside `tools/api`. A major version
* at the end is left out.
*/
function shortNames(packages) {
	const unique = [...new Set(packages)];
	const ends = (path) => {
		const parts = withoutMajorVersion(path).split("/");
		return parts.map((_, at) => parts.slice(-at - 1).join("/"));
	};
	const uses = /* @__PURE__ */ new Map();
	for (const end of unique.flatMap(ends)) uses.set(end, (uses.get(end) ?? 0) + 1);
	return new Map(unique.map((path) => [path, ends(path).find((end) => uses.get(end) === 1) ?? path]));
}

// src/report/same-as.ts
/**
* The strategy of this run that a release build is the same as: cgo, the C compiler, tags, the linker's mode and flags and the build
* mode are the same, and so is the linkage of both files. Other flags (-trimpath, -s -w, -X) make other bytes and no other linkage.
* null: it is none of them, or no release build.
*/
function sameStrategy(cell, all) {
	const { planned } = cell;
	if (planned?.skip !== null || !isReleaseStrategy(planned.strategy.name)) return null;
	const wanted = linkingOf(planned);
	return all.find((each) => each.package === cell.package && each.platform === cell.platform && each.planned !== null && each.planned.skip === null && !isReleaseStrategy(each.planned.strategy.name) && linkingOf(each.planned) === wanted && each.linkage?.kind === cell.linkage?.kind)?.strategy ?? null;
}
/** Flags of the linker that decide how a program is linked. */
const linking = /* @__PURE__ */ new Set([
	"-linkmode",
	"-extldflags",
	"-extld",
	"-d",
	"-I",
	"-r",
	"-linkshared",
	"-race",
	"-msan",
	"-asan"
]);
function linkingOf(cell) {
	const { flags, env, cgoEnv, buildmode } = cell;
	const goflags = env.GOFLAGS === void 0 ? [] : parseGOFLAGS(env.GOFLAGS);
	const tags = splitTags(lastValue(flags, "-tags") ?? lastValue(goflags, "-tags") ?? "");
	const linker = parseLinkerFlags(linkerWords(flags, goflags, cell)).filter(({ name }) => linking.has(name));
	const { CGO_ENABLED, CC, CGO_LDFLAGS } = cgoEnv;
	return JSON.stringify([
		CGO_ENABLED === "0" ? ["0"] : [
			CGO_ENABLED,
			CC,
			CGO_LDFLAGS
		],
		[...new Set(tags)].toSorted(),
		buildmode,
		linker
	]);
}

// src/release/linking-settings.ts
const variables = /^(?:CC|CXX|GOFLAGS|GOEXPERIMENT|CGO_\w+)$/;
/** What chooses the processors of a GOARCH (`go help environment`, go1.27). */
const processors = /^GO(?:386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64)$/;
/** What of a release build decides where a program starts: how it is linked, and for which processors it is. */
function startSettings(settings) {
	const ofProcessors = settings.env.filter(({ name }) => processors.test(name));
	return [...linkingSettings(settings), ...ofProcessors];
}
/** What of a release build decides how a program is linked. */
function linkingSettings({ env, flags }) {
	return [...env.filter(({ name }) => variables.test(name)), ...flags.flatMap(ofFlag)];
}
function ofFlag(word) {
	const [flag] = parseGoFlags([word.value], "flags");
	if (flag?.name === "-tags" || flag?.name === "-buildmode") return [{
		...word,
		name: flag.name.slice(1),
		value: flag.value ?? ""
	}];
	if (flag?.name !== "-ldflags") return [];
	return parseLinkerFlags(splitQuoted(flag.value ?? "")).filter(({ name }) => name === "-linkmode" || name === "-extldflags").map(({ name, value }) => ({
		...word,
		name: name.slice(1),
		value: value ?? ""
	}));
}
/** `CGO_ENABLED=0`, `-tags=netgo` */
function describeSetting({ name, value }) {
	return `${variables.test(name) ? name : `-${name}`}=${value}`;
}

// src/report/releases.ts
/** Every build that ships and where that is said: a row for each program and entry, in the order of the cells. */
function releasesOf(cells, policy) {
	const shipped = cells.filter(({ role, planned }) => role === "ships" && planned !== null);
	return groupBy(shipped, (cell) => `${cell.package}\n${cell.strategy ?? ""}`).map((group) => {
		const [first] = group;
		const origin = first.planned?.release ?? null;
		const settings = group.flatMap(({ planned }) => planned?.release?.settings ?? []);
		return {
			...origin === null ? askedFor(policy) : {
				source: origin.source,
				file: origin.file,
				line: origin.line,
				id: origin.id
			},
			package: first.package,
			platforms: unique(group.map(({ platform }) => platform)),
			strategy: first.strategy ?? "",
			settings: unique(settings.flatMap(linkingSettings).map(describeSetting)),
			image: origin?.images[0]?.base ?? null
		};
	});
}
function askedFor({ source, file }) {
	if (source?.given.ship !== void 0) return {
		source: "input",
		file: null,
		line: null,
		id: null
	};
	const line = source?.lines.ship;
	if (line === void 0 || file === null) return {
		source: "none",
		file: null,
		line: null,
		id: null
	};
	return {
		source: "config",
		file: relative(".", file.path).replaceAll("\\", "/"),
		line,
		id: null
	};
}

// src/judge/rule-matching.ts
/** The rule for a program: the last one that matches, as in CODEOWNERS; undefined when the input `require` decides. */
function ruleFor(target, policy) {
	return policy.rules.findLast((rule) => !isExpired(rule, policy) && matchesRule(rule, target));
}
function matchesRule({ packages, platforms }, target) {
	return packages.some((glob) => matchesEnd(glob.replace(/^\.\//, ""), target.package)) && isFor$1({ platforms }, target.platform);
}
function isFor$1({ platforms }, platform) {
	return platforms.some((glob) => matchesBeginning(glob, platform));
}
function isExpired({ expires }, { today }) {
	return expires !== null && expires < today;
}
/** `.github/go-linkage.yml:12` */
function placeOf({ line }, { file }) {
	return `${file?.name ?? "the policy"}:${line}`;
}
/** Where a finding about a rule points to; nowhere for the input `require`, which is in no file. */
function placeOfRule(rule, { file }) {
	return rule === null || file === null ? {
		file: null,
		line: null
	} : {
		file: file.path,
		line: rule.line
	};
}
/**
* Patterns of rules that no program of the run matches, each in a sentence: a typo there protects nothing. A rule for platforms that
* this run is not for is left out: programs may be for those alone.
*/
function describeUnmatched(policy, targets) {
	const packages = [...new Set(targets.map((target) => target.package))];
	const names = packages.flatMap((path) => {
		const parts = path.split("/");
		return parts.map((_, at) => parts.slice(at).join("/"));
	});
	return policy.rules.filter((rule) => !isExpired(rule, policy) && targets.some(({ platform }) => isFor$1(rule, platform))).flatMap((rule) => rule.packages.map((glob) => ({
		rule,
		glob: glob.replace(/^\.\//, "")
	}))).filter(({ glob }) => !packages.some((path) => matchesEnd(glob, path))).map(({ rule, glob }) => {
		return `the rule at ${placeOf(rule, policy)} is for ${glob}, and no program of this run matches that${didYouMean(glob, names)}`;
	});
}
/** The rules that have run out, each in a sentence. */
function describeExpired(policy) {
	return policy.rules.filter((rule) => isExpired(rule, policy)).map((rule) => {
		return `the rule at ${placeOf(rule, policy)} expired on ${rule.expires ?? ""} and no longer counts; renew it or remove it`;
	});
}

// src/judge/describe-policy.ts
/** What a report says of the config file: rules that have run out, and rules that were for nothing in this run. */
function describePolicy(policy, targets) {
	const { file, rules, notes } = policy;
	const idle = rules.filter((rule) => !isExpired(rule, policy) && !targets.some((target) => matchesRule(rule, target)));
	return {
		file: file?.name ?? null,
		rules: rules.length,
		notes: [
			...notes,
			...describeExpired(policy),
			...idle.map((rule) => `the rule at ${placeOf(rule, policy)} matches nothing in this run`)
		]
	};
}

// src/systems/package-systems.ts
/** Which format of packages the systems of a family install; absent: none of these. */
const installs = Object.fromEntries([
	...["Debian", "Ubuntu"].map((family) => [family, "deb"]),
	...["Alpine", "Wolfi"].map((family) => [family, "apk"]),
	...[
		...[
			"RHEL",
			"AlmaLinux",
			"Rocky Linux",
			"Oracle Linux",
			"CentOS Stream",
			"Amazon Linux",
			"Fedora",
			"openSUSE Leap"
		],
		...[
			"openSUSE Tumbleweed",
			"SLES",
			"Photon OS",
			"openEuler",
			"OpenCloudOS",
			"Anolis OS",
			"Kylin",
			"Mageia"
		],
		"ALT Linux"
	].map((family) => [family, "rpm"])
]);
/** Whether a system installs packages of a format. What only promises a level (manylinux) is no system that installs anything. */
function installsPackages(format, { family, kind }) {
	return kind === "policy" || installs[family] === format;
}

// src/judge/system-demands.ts
/** Whether the workflow or the call itself gives an input, and not the config file. */
function isGiven(name, { source }) {
	return (source?.given[name]?.trim() ?? "") !== "";
}
/**
* The ids of the systems that a target has to start on. A rule that names systems replaces those of the input; what the workflow or the
* call gives holds beside them.
*/
function demandedSystems(target, { runsOn, policy }) {
	const rule = ruleFor(target, policy);
	const own = rule?.runsOn ?? null;
	const isReplaced = own !== null || rule?.require === "none";
	const all = [...own ?? [], ...isReplaced && !isGiven("runs-on", policy) ? [] : runsOn];
	return [...new Set(all.flatMap(({ ids }) => ids))].filter((id) => isFor(id, target));
}
/** Systems are for Linux programs of the processors that they have. What nobody could look into can be for any. */
function isFor(id, { platform, container }) {
	const [goos, goarch] = platform.split("/");
	const system = systemOf(id);
	const format = container?.format;
	if ((format === "deb" || format === "rpm" || format === "apk") && !installsPackages(format, system)) return false;
	if (goos === unknown) return true;
	return goos === "linux" && system.processors.some(({ processor }) => processor === goarch || goarch === unknown);
}
/** GOOS and GOARCH of a file that does not say. */
const unknown = "unknown";
/** The newest glibc that a target may require; null: any. Of two limits that both hold it is the older. */
function glibcLimit(target, { maxGlibc, policy }) {
	const rule = ruleFor(target, policy);
	const own = rule?.maxGlibc ?? null;
	if (own === null) return rule?.require === "none" && !isGiven("max-glibc", policy) ? null : maxGlibc;
	return isGiven("max-glibc", policy) && isHigher(own, maxGlibc) && maxGlibc !== null ? maxGlibc : own;
}
function unmetSystems(cell, rules) {
	const rule = ruleFor(cell, rules.policy);
	return demandedSystems(cell, rules).flatMap((id) => {
		const row = cell.runsOn?.find(({ system }) => system === id) ?? null;
		return row !== null && isMet(row, rule) ? [] : [{
			id,
			row
		}];
	});
}
/** A library that a rule's `needed` allows is installed with the program. */
function isMet({ outcome, packages }, rule) {
	if (outcome !== "needs-package") return outcome === "runs";
	const allowed = rule?.needed ?? [];
	return packages.every((library) => allowed.some((glob) => matchesGlob(glob, library)));
}
const outcomeWords = {
	runs: "where it starts",
	"does-not-start": "where it does not start",
	unknown: "where it is not known to start",
	"needs-package": "where it does not start without a package"
};
/** `runs-on asks for Debian 11, where it does not start: it needs GLIBC_2.34, has 2.31`; undefined where all of them are met. */
function brokenSystems(cell, rules) {
	const unmet = unmetSystems(cell, rules);
	const [first] = unmet;
	if (first === void 0) return void 0;
	const rule = ruleFor(cell, rules.policy);
	const where = rule !== void 0 && rule.runsOn !== null ? placeOf(rule, rules.policy) : "runs-on";
	const outcome = first.row?.outcome ?? "unknown";
	const name = ({ id }) => systemName(systemOf(id));
	const alike = unmet.filter(({ row }) => row?.reason === first.row?.reason);
	const others = unmet.filter((each) => !alike.includes(each)).map(name);
	const reason = first.row === null ? whyNotLooked(cell) : `it ${first.row.reason}`;
	const more = others.length === 0 ? "" : `; nor on ${listed(others)}`;
	return `${where} asks for ${listed(alike.map(name))}, ${outcomeWords[outcome]}: ${reason}${more}`;
}
function whyNotLooked({ status }) {
	return status === "built" ? "it could not be judged" : "the program was not built";
}
/**
* Throws ConfigError for a system that applies to no target: none is for Linux on a processor that it has. What stands for several
* systems has to apply with one of them; a rule is for the targets that it names, and one that names none is told elsewhere.
*/
function requireTargets({ runsOn, policy }, targets) {
	const check = (demands, own, where) => {
		const idle = demands.find(({ ids }) => own.length > 0 && !own.some((target) => ids.some((id) => isFor(id, target))));
		if (idle === void 0) return;
		const platforms = [...new Set(own.map(({ platform }) => platform))];
		throw new ConfigError(`${where}: ${idle.name} is for no target of this run (${listed(platforms)})`);
	};
	check(runsOn, targets, "runs-on");
	for (const rule of policy.rules.filter((each) => !isExpired(each, policy))) {
		const own = targets.filter((target) => matchesRule(rule, target));
		check(rule.runsOn ?? [], own, `${placeOf(rule, policy)}: runs-on`);
	}
}

// src/judge/lost-systems.ts
const ranks = {
	runs: 0,
	"needs-package": 1,
	unknown: 2,
	"does-not-start": 3
};
/**
* The ids of systems on which the base started and the head does not, or is not known to, in the order of the table. A library that has
* to be installed now is told by its own name.
*/
function lostSystems(head, base) {
	const before = new Map((base.runsOn ?? []).map(({ system, outcome }) => [system, outcome]));
	return (head.runsOn ?? []).flatMap(({ system, outcome }) => {
		const was = before.get(system);
		return was !== void 0 && ranks[was] < 2 && ranks[outcome] >= 2 ? [system] : [];
	});
}
/** Families that people ask for first. */
const wellKnown = [
	"Debian",
	"Ubuntu",
	"RHEL",
	"Amazon Linux",
	"Alpine"
];
/** `Debian 11, Ubuntu 20.04, RHEL 8 and 12 more systems`: of each family the newest, which says it for the older ones. */
function describeLost(ids) {
	const families = groupBy(ids.map(systemOf), ({ family }) => family);
	const rank = (family) => wellKnown.includes(family) ? wellKnown.indexOf(family) : wellKnown.length;
	const shown = families.map((group) => group.findLast(({ kind }) => kind !== "rolling") ?? group[0]).toSorted((a, b) => rank(a.family) - rank(b.family)).slice(0, 3).map(systemName);
	const left = ids.length - shown.length;
	if (left === 0) return listed(shown);
	return `${shown.join(", ")} and ${left} more system${left === 1 ? "" : "s"}`;
}
/**
* What keeps a program from starting where it did: `pthread_create@GLIBC_2.34, through net`, the first version that is higher than on
* the base, or what the first lost system says.
*/
function describeObstacle(head, base) {
	const [first] = lostSystems(head, base);
	const before = new Map((base.floors ?? []).map((floor) => [`${floor.set} ${floor.library}`, floor.version]));
	const floor = (head.floors ?? []).find(({ set, library, version }) => {
		const was = before.get(`${set} ${library}`) ?? null;
		return /^\d/.test(version) ? isHigher(version, was) : was !== version;
	});
	const row = head.runsOn?.find(({ system }) => system === first);
	if (row === void 0) return null;
	if (floor === void 0 || !row.reason.includes(`${floor.set}_${floor.version}`)) return row.reason;
	const [symbol] = floor.symbols;
	const name = symbol === void 0 ? `${floor.set}_${floor.version}` : `${symbol}@${floor.set}_${floor.version}`;
	return floor.package === null ? name : `${name}, through ${floor.package}`;
}

// src/judge/violations.ts
/** What is asked of a shipped program and was not shown: it is something else, or there is no program to look at. */
function violationOf(cell, demands) {
	const { require, policy } = demands;
	if (isWithoutLinkage(cell)) return void 0;
	const rule = ruleFor(cell, policy);
	const lapsed = describeLapsed(cell, rule, policy);
	if (rule === void 0) {
		const broken = meets(cell, require) ? brokenInput(cell, demands) : `require: ${require} is set`;
		return broken === void 0 ? void 0 : {
			rule: null,
			demand: `${broken}${lapsed}`
		};
	}
	const what = brokenPart(cell, rule);
	const reason = rule.reason === null ? "" : ` (${rule.reason})`;
	if (what !== void 0) return {
		rule,
		demand: `${placeOf(rule, policy)} ${what}${reason}${lapsed}`
	};
	const broken = brokenInput(cell, demands);
	if (broken === void 0) return void 0;
	const isOfRule = broken.startsWith(placeOf(rule, policy));
	return {
		rule: isOfRule ? rule : null,
		demand: `${broken}${isOfRule ? reason : ""}${lapsed}`
	};
}
/** What the inputs max-glibc and runs-on ask for, and the systems of a rule. */
function brokenInput(cell, demands) {
	const limit = glibcLimit(cell, demands);
	const { linkage } = cell;
	if (limit !== null && (isWithoutProgram(cell) || isUnjudged(linkage))) return `max-glibc: ${limit} is set`;
	if (limit !== null && isHigher(linkage?.minGlibc ?? null, limit)) return `max-glibc: ${limit} is set`;
	return brokenSystems(cell, demands);
}
function brokenPart(cell, rule) {
	if (!meets(cell, rule.require)) return `requires ${demandWords[rule.require]}`;
	const { linkage } = cell;
	const { maxGlibc } = rule;
	if ((maxGlibc !== null || rule.needed !== null) && (isWithoutProgram(cell) || isUnjudged(linkage))) return "limits what it needs";
	if (linkage === null) return void 0;
	if (maxGlibc !== null && isHigher(linkage.minGlibc, maxGlibc)) return `allows no glibc newer than ${maxGlibc}`;
	const libraries = forbiddenLibraries(linkage, rule);
	return libraries.length === 0 ? void 0 : `does not allow ${listed(libraries)}`;
}
function forbiddenLibraries({ needed }, { needed: globs }) {
	return globs === null ? [] : needed.filter((library) => !globs.some((glob) => matchesGlob(glob, library)));
}
const demandWords = {
	static: "static",
	"static-pie": "static-pie",
	system: "system libraries only",
	dynamic: "dynamic",
	any: "a program that can be judged",
	none: "nothing"
};
function meets(cell, demand) {
	if (demand === "none") return true;
	switch (demand) {
		case "static":
		case "system": return isStandalone(cell);
		case "any": return !isWithoutProgram(cell) && !isUnjudged(cell.linkage);
		default: return linkageKind(cell) === demand;
	}
}
/** It was not built, or will not be. */
function isWithoutProgram(cell) {
	return cell.status === "failed" || cell.status === "skipped" || linkageKind(cell) === "fails";
}
function isUnjudged(linkage) {
	return linkage?.kind === "unreadable" || linkage?.kind === "packed";
}
/** The rule that would have been for it, had it not run out. */
function describeLapsed(cell, rule, policy) {
	const counted = rule === void 0 ? -1 : policy.rules.indexOf(rule);
	const lapsed = policy.rules.findLast((each) => isExpired(each, policy) && matchesRule(each, cell));
	if (lapsed === void 0 || policy.rules.indexOf(lapsed) < counted) return "";
	return `; the rule at ${placeOf(lapsed, policy)} expired on ${lapsed.expires ?? ""}`;
}
/**
* Whether a rule says in so many words that a program may need more than it did: that it may be dynamic at all, or, when it was
* so before, by a limit that is written down. Whether it keeps to the limits is `violationOf`'s question.
*/
function allowsMore({ policy }, head, base) {
	const rule = ruleFor(head, policy);
	if (rule?.require !== "dynamic" && rule?.require !== "any") return false;
	const [linkage, baseLinkage] = [head.linkage, base.linkage];
	if (linkage === null || baseLinkage === null) return false;
	if (isStandalone(base) && !isStandalone(head)) return rule.isImplied !== true;
	const hasMore = linkage.needed.some((library) => !baseLinkage.needed.includes(library));
	return mayLoseSystems(rule, head, base) && linkage.interpreter === baseLinkage.interpreter && !isHigher(linkage.minOs, baseLinkage.minOs) && (!hasMore || rule.needed !== null) && (!isHigher(linkage.minGlibc, baseLinkage.minGlibc) || rule.maxGlibc !== null || rule.runsOn !== null);
}
/** A limit that is written down says what has to be left. */
function mayLoseSystems({ runsOn, maxGlibc, needed }, head, base) {
	return runsOn !== null || maxGlibc !== null || needed !== null || lostSystems(head, base).length === 0;
}
/** `dynamic, glibc 2.31` */
function describeDemand(cell, demands) {
	const { require, policy } = demands;
	const rule = ruleFor(cell, policy);
	const ids = demandedSystems(cell, demands);
	const systems = ids.length === 0 ? [] : [`starts on ${listed(ids)}`];
	if (rule === void 0) return [require, ...systems].join(", ");
	const needed = rule.needed === null ? [] : [`needs ${rule.needed.length === 0 ? "nothing" : listed(rule.needed)}`];
	const allowed = rule.allow.length === 0 ? [] : [`allows ${listed(rule.allow)}`];
	return [
		rule.require,
		...rule.maxGlibc === null ? [] : [`glibc ${rule.maxGlibc}`],
		...needed,
		...allowed,
		...systems
	].join(", ");
}

// src/judge/describe-rules.ts
/**
* Each thing that is asked of what ships (judged cells of the shipped strategy) with what they are: the input `require` first, then
* the rules of the config file in their order. What a rule does not limit has no row.
*/
function describeRules(cells, given) {
	const { require, policy } = given;
	const asked = cells.filter((cell) => !isWithoutLinkage(cell));
	const isOfInput = (cell) => ruleFor(cell, policy) === void 0 || breaks(cell, (file) => file === null);
	const rules = policy.rules.filter((rule) => !isExpired(rule, policy));
	return [
		...require === "none" ? [] : describeInput(asked.filter(isOfInput), require, policy),
		...describeLimits(asked, given),
		...rules.flatMap((rule) => describeRule(asked.filter((cell) => ruleFor(cell, policy) === rule && !isOfInput(cell)), rule, given))
	];
}
/** Whether a rule of such a file, or the input (null), is broken by a cell. */
function breaks({ findings }, isMeant) {
	return findings.some(({ kind, file }) => kind === "policy" && isMeant(file));
}
function describeInput(cells, require, { source, file }) {
	if (cells.length === 0) return [];
	const line = source?.given.require === void 0 ? source?.lines.require ?? null : null;
	const place = {
		file: line === null ? null : file?.path ?? null,
		line,
		packages: []
	};
	const isBroken = cells.some((cell) => !meets(cell, require));
	return [{
		rule: "require",
		...place,
		limit: require,
		measured: kindsOf(cells),
		outcome: isBroken ? "broken" : "kept"
	}];
}
/** The inputs max-glibc and runs-on, for the programs that no rule says it for. */
function describeLimits(cells, given) {
	const { policy, maxGlibc, runsOn } = given;
	const placed = (name) => {
		const line = policy.source?.given[name] === void 0 ? policy.source?.lines[name] ?? null : null;
		return {
			file: line === null ? null : policy.file?.path ?? null,
			line,
			packages: []
		};
	};
	const limited = cells.filter((cell) => maxGlibc !== null && glibcLimit(cell, given) === maxGlibc);
	const ids = runsOn.flatMap((demand) => demand.ids);
	const asked = cells.filter((cell) => demandedSystems(cell, given).some((id) => ids.includes(id)));
	return [...maxGlibc === null || limited.length === 0 ? [] : [{
		rule: "max-glibc",
		...placed("max-glibc"),
		limit: maxGlibc,
		...measureGlibc(limited, maxGlibc)
	}], ...asked.length === 0 ? [] : [{
		rule: "runs-on",
		...placed("runs-on"),
		limit: namesOf$1(runsOn),
		...measureSystems(asked, given)
	}]];
}
function measureGlibc(cells, limit) {
	const highest = cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []).reduce((most, each) => isHigher(each, most) ? each : most, null);
	const isBroken = isHigher(highest, limit) || cells.some((cell) => cell.status !== "predicted" && cell.linkage === null);
	return {
		measured: highest ?? "no glibc",
		outcome: isBroken ? "broken" : "kept"
	};
}
function measureSystems(cells, given) {
	const rows = cells.flatMap((cell) => unmetSystems(cell, given));
	const unmet = [...new Set(rows.map(({ id }) => id))];
	const all = new Set(cells.flatMap((cell) => demandedSystems(cell, given)));
	if (unmet.length === 0) return {
		measured: all.size === 1 ? "starts there" : "starts on all of them",
		outcome: "kept"
	};
	return {
		measured: `${rows.every(({ row }) => row?.outcome === "unknown") ? "not known to start on" : "not on"} ${listed(unmet.map((id) => systemName(systemOf(id))))}`,
		outcome: "broken"
	};
}
function namesOf$1(demands) {
	return demands.map(({ name }) => name).join(", ");
}
function describeRule(cells, rule, given) {
	const { file } = given.policy;
	const place = {
		file: file?.path ?? null,
		line: rule.line,
		packages: rule.packages
	};
	const outcome = (isBroken) => cells.length === 0 ? "unused" : isBroken ? "broken" : "kept";
	const { maxGlibc } = rule;
	const highest = cells.flatMap(({ linkage }) => linkage?.minGlibc ?? []).reduce((most, each) => isHigher(each, most) ? each : most, null);
	const libraries = [...new Set(cells.flatMap(({ linkage }) => linkage?.needed ?? []))];
	return [
		{
			rule: "require",
			...place,
			limit: rule.require,
			measured: kindsOf(cells),
			outcome: outcome(cells.some((cell) => !meets(cell, rule.require)))
		},
		maxGlibc === null ? null : {
			rule: "max-glibc",
			...place,
			limit: maxGlibc,
			measured: highest ?? "no glibc",
			outcome: outcome(isHigher(highest, maxGlibc))
		},
		rule.runsOn === null ? null : {
			rule: "runs-on",
			...place,
			limit: namesOf$1(rule.runsOn),
			...cells.length === 0 ? {
				measured: "no program",
				outcome: "unused"
			} : measureSystems(cells, given)
		},
		rule.needed === null ? null : {
			rule: "needed",
			...place,
			limit: rule.needed.length === 0 ? "no library" : rule.needed.join(", "),
			measured: libraries.length === 0 ? "no library" : listed(libraries),
			outcome: outcome(cells.some(({ linkage }) => linkage !== null && forbiddenLibraries(linkage, rule).length > 0))
		}
	].filter((row) => row !== null);
}
/** `13 static, 1 dynamic`; of a single program `static`. */
function kindsOf(cells) {
	const [only, ...more] = cells;
	if (only === void 0) return "no program";
	if (more.length === 0) return kindWord$1(only);
	return groupBy(cells, kindWord$1).map((group) => `${group.length} ${kindWord$1(group[0])}`).join(", ");
}
/** A prediction that is not certain has a question mark. */
function kindWord$1(cell) {
	if (isUnpredictable(cell)) return "unknown";
	const kind = linkageKind(cell) ?? cell.status;
	const word = {
		system: "system libraries only",
		fails: "does not build"
	}[kind] ?? kind;
	return cell.status === "predicted" && cell.prediction?.certainty !== "certain" ? `${word}?` : word;
}

// src/report/make-report.ts
/** Bytes of a build's output that a report keeps. */
const outputLimit = 65536;
/** Puts the report together. Text that came from builds and binaries loses its control characters here, once for all formats. */
function report({ toolchain, env, ...parts }) {
	const { cells, recommendation, verdict, base, cc, ship, cache, host, folder } = parts;
	return sanitizeAll({
		schemaVersion: 1,
		tool: {
			name: "go-linkage",
			version
		},
		environment: {
			go: toolchain && describeGo(toolchain),
			cc,
			os: host.os,
			arch: host.arch,
			image: env.ImageOS === void 0 ? null : [env.ImageOS, env.ImageVersion].filter(Boolean).join("/")
		},
		source: sourceOf(env, folder),
		folder,
		baseline: describeBaseline(base),
		ship: ship === "auto" ? shippedName(cells) : ship,
		release: releasesOf(cells, parts.policy),
		releaseSearch: parts.release,
		policy: describePolicy(parts.policy, cells),
		rules: describeRules(cells.filter(({ role }) => role !== "compared"), parts),
		cells: cells.map((cell) => reportCell(cell, {
			all: cells,
			workingDirectory: parts.workingDirectory,
			goVersion: toolchain?.version ?? null
		})),
		recommendation,
		verdict,
		cache,
		skippedFiles: parts.skippedFiles ?? [],
		plan: parts.plan ?? null,
		machines: []
	});
}
function shippedName(cells) {
	return cells.some(({ planned }) => planned !== null && planned.release !== null) ? releaseStrategyName : "default";
}
function describeBaseline(base) {
	if (base === null) return {
		source: "none",
		sha: null,
		steps: [],
		gone: []
	};
	const { source, sha, steps, gone } = base;
	return {
		source,
		sha,
		steps,
		gone
	};
}
function describeGo({ version: goVersion, root, source, why, sha256 }) {
	return {
		version: goVersion,
		root,
		source,
		why,
		sha256
	};
}
/** A cell as the contract has it (docs/report.schema.json). */
function reportCell(cell, context) {
	const { build, artifact } = cell;
	const { cgo, proof, prediction, base, findings } = cell;
	return {
		package: cell.package,
		platform: cell.platform,
		strategy: cell.strategy,
		role: cell.role,
		sameAs: sameStrategy(cell, context.all),
		status: cell.status,
		reason: cell.reason,
		artifact: artifact && {
			path: artifact.path,
			size: artifact.size,
			sha256: artifact.sha256,
			format: artifact.inspection.format
		},
		container: cell.container ?? null,
		linkage: cell.linkage,
		buildInfo: cell.buildInfo && {
			...cell.buildInfo,
			machineFlags: cell.buildInfo.machineFlags ?? []
		},
		hardening: artifact?.inspection.hardening ?? null,
		link: cell.link,
		cgo,
		build: reportBuild(cell, context),
		timing: {
			buildMs: build !== null && ranBuilds(build) ? build.durationMs : null,
			inspectMs: artifact?.inspectMs ?? null
		},
		proof,
		prediction,
		runsOn: cell.runsOn ?? [],
		floors: cell.floors ?? [],
		image: cell.image ?? null,
		base,
		findings: findings.map(({ packages: _, ...finding }) => finding)
	};
}
/** How a cell is built; of a file that something else built, what it says of its Go. */
function reportBuild({ planned, build, buildInfo }, context) {
	if (planned === null || build === null) return {
		argv: [],
		dir: ".",
		env: {},
		goVersion: buildInfo?.goVersion.replace(/^go/, "") ?? null,
		output: ""
	};
	return {
		argv: build.argv,
		dir: relative(resolve(context.workingDirectory), planned.moduleDir).replaceAll("\\", "/") || ".",
		env: planned.shownEnv,
		goVersion: context.goVersion,
		output: ranBuilds(build) ? capOutput(build.output) : ""
	};
}
function ranBuilds(build) {
	return build.status === "built" || build.status === "failed";
}
/** The end of an output says why it ended, so the middle goes first. */
function capOutput(output) {
	if (output.length <= outputLimit) return output;
	const middle = outputLimit / 2;
	const left = output.length - outputLimit;
	return `${output.slice(0, middle)}\n… ${left} characters left out …\n${output.slice(-32768)}`;
}
function sanitizeAll(value) {
	if (typeof value === "string") return sanitize(value);
	if (Array.isArray(value)) return value.map((item) => sanitizeAll(item));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sanitizeAll(item)]));
}
/** The report as text: what --json prints and report-json holds. */
function renderJson(report) {
	return `${JSON.stringify(report, null, 2)}\n`;
}
function countCells(cells) {
	const count = (test) => cells.filter(test).length;
	const kind = (...kinds) => count(({ linkage }) => linkage !== null && kinds.includes(linkage.kind));
	return {
		static: kind("static", "static-pie"),
		system: kind("system"),
		dynamic: kind("dynamic"),
		other: kind("library", "packed", "unreadable"),
		wasm: count(({ status, linkage }) => status === "built" && linkage === null),
		failed: count(({ status }) => status === "failed"),
		skipped: count(({ status }) => status === "skipped"),
		total: cells.length
	};
}

// src/report/words.ts
/** `dynamic`, `static, loads NSS`, `failed`, `skipped`; of a prediction that is not certain `static?` */
function linkageWord(cell) {
	const { status, linkage, platform = "" } = cell;
	if ((status === "built" || status === "predicted") && isWithoutLinkage({
		status,
		linkage,
		platform
	})) return "WebAssembly";
	const known = cell.status === "predicted" ? predictedWord(cell) : kindWord(cell.linkage?.kind);
	if (known === void 0) return cell.status;
	const caveats = (cell.findings ?? []).flatMap(({ kind }) => catalog[kind].tableWord ?? []);
	return [
		(cell.linkage ?? cell.prediction)?.loaderOnly === true ? "dynamic (loader only)" : known,
		...cell.proof?.result === "proven" ? ["proven"] : [],
		...caveats
	].join(", ");
}
function predictedWord({ prediction }) {
	if (prediction?.linkage == null) return "unknown";
	const word = kindWord(prediction.linkage) ?? "";
	return prediction.certainty === "certain" ? word : `${word}?`;
}
function kindWord(kind) {
	return kind === "system" ? "system libraries only" : kind === "fails" ? "does not build" : kind;
}
/** `dynamic, glibc ≥ 2.34` */
function stateWord(cell) {
	return cell.linkage?.minGlibc == null ? linkageWord(cell) : `${linkageWord(cell)}, glibc ≥ ${cell.linkage.minGlibc}`;
}
/** What a row is about: a strategy, or a file that something else built. */
function rowName(cell) {
	return cell.strategy ?? cell.artifact?.path ?? cell.package;
}
/** Cells that share a table: those of one target, or all files. */
function tableKey(cell) {
	return cell.strategy === null ? "" : targetKey(cell);
}
function targetKey({ package: path, platform }) {
	return `${path}\n${platform}`;
}
/** What the gate is about. */
function shippedCells({ cells }) {
	return cells.filter(({ role }) => role === "ships");
}
function isPredicted({ status }) {
	return status === "predicted";
}
/** Some of it was built, and some of it predicted. */
function isMixed({ cells }) {
	return cells.some(isPredicted) && cells.some(({ status }) => status === "built" || status === "failed");
}
/** The same as on the base commit, and not built for that reason. */
function isUnbuilt({ status, base }) {
	return status === "predicted" && base?.unchanged === true;
}
/** What is to be said behind the word of a cell that was not built, where others were: `, predicted`; else nothing. */
function predictionMark(cell, report) {
	return isPredicted(cell) && isMixed(report) ? ", predicted" : "";
}
/** What a cell was on the base commit; where it is the same, nobody built it there. */
function baseOf(cell) {
	return isUnbuilt(cell) ? {
		...cell,
		findings: []
	} : cell.base;
}
/** What must be on the machine: interpreter, then libraries. */
function needsOf({ linkage }) {
	if (linkage === null) return [];
	return [...linkage.interpreter === null ? [] : [linkage.interpreter], ...linkage.needed];
}
/** Why there is nothing to say of what a cell needs: skipped, failed, not judged. */
function whyNotJudged(cell) {
	const reason = cell.linkage === null ? cell.reason : cell.linkage.reason;
	return reason === null ? null : oneLine(reason);
}
/** Why a prediction says what it says, in one line; null for what was built. */
function whyPredicted({ status, prediction }) {
	if (status !== "predicted" || prediction === null) return null;
	const why = [...prediction.reasons, prediction.because].join("; ");
	return prediction.unseen.length === 0 ? why : `${why} (not examined: ${prediction.unseen.join(", ")})`;
}
/** The imports that lead to a package with cgo: `app → internal/store (db.go:9) → github.com/mattn/go-sqlite3` */
function chainOf({ chain, file, line, package: path }) {
	const place = file === null ? "" : ` (${file}:${line ?? 1})`;
	return `${chain.length > 1 ? chain.join(" → ") : path}${place}`;
}
const known = /* @__PURE__ */ new WeakMap();
/** The short names of all packages of a report, those that were removed included. */
function namesOf(report) {
	const { cells, baseline } = report;
	const names = known.get(report) ?? shortNames([...cells, ...baseline.gone].map((each) => each.package));
	known.set(report, names);
	return names;
}
/** Whether a target already ships as the recommendation says. */
function isShipped({ package: path, platform, strategy }, { cells }) {
	return cells.some((cell) => cell.role !== "compared" && cell.package === path && cell.platform === platform && cell.strategy === strategy);
}
/** The cell of the shipped strategy that a judgement is about; undefined for what was removed, and for what is about no target. */
function cellOf({ target }, { cells }) {
	if (target === null) return void 0;
	return cells.find((cell) => cell.role !== "compared" && cell.package === target.package && cell.platform === target.platform && (target.strategy === null || cell.strategy === target.strategy) && (target.file === null || rowName(cell) === target.file));
}
/** `12 builds: 9 static, 2 dynamic, 1 failed` */
function describeCounts({ cells, ship }) {
	const predicted = cells.filter(isPredicted).length;
	if (predicted > 0 && !isMixed({ cells })) return `${plural(cells.length, "build")} predicted (nothing was built)`;
	const total = plural(cells.length - predicted, ship === null ? "file" : "build");
	const counts = countCells(cells);
	return `${total}: ${[
		[counts.static, "static"],
		[counts.system, "with system libraries only"],
		[counts.dynamic, "dynamic"],
		[counts.other, "not judged"],
		[counts.wasm, "WebAssembly"],
		[counts.failed, "failed"],
		[counts.skipped, "skipped"]
	].filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(", ")}${predicted === 0 ? "" : `; ${predicted} more predicted, not built`}`;
}
/** The beginning of a sentence. */
function capitalized(text) {
	return /^[a-z]+(?:[ ,]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
/** With a full stop, unless it ends otherwise. */
function stopped(text) {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}
/** Names that a report shows of the files that a glob matched beside programs. */
const skippedShown = 20;
/** `checksums.txt (text), app.tar.gz (gzip archive) and 3 more`; null when there are none. */
function skippedWords({ skippedFiles }) {
	if (skippedFiles.length === 0) return null;
	const names = skippedFiles.slice(0, skippedShown).map(({ path, reason }) => `${path} (${reason})`);
	const more = skippedFiles.length > skippedShown ? ` and ${skippedFiles.length - skippedShown} more` : "";
	return `${names.join(", ")}${more}`;
}

export { violationOf as A, describeUnmatched as B, countCells as C, allowsMore as D, describeRules as E, requireTargets as F, ruleFor as G, matchesRule as H, unmetSystems as I, encodePath as J, startSettings as K, installsPackages as L, describeObstacle as M, lostSystems as N, describeDemand as O, glibcLimit as P, describePolicy as R, whyPredicted as S, report as T, placeOf as U, isExpired as V, placeOfRule as W, linkToLine as X, linkToCommit as Y, pathInRepository as Z, stateWord as _, describeCounts as a, targetKey as b, isShipped as c, namesOf as d, needsOf as f, skippedWords as g, shippedCells as h, chainOf as i, describeLost as j, meets as k, isUnbuilt as l, rowName as m, capitalized as n, isMixed as o, predictionMark as p, programName as q, cellOf as r, isPredicted as s, baseOf as t, linkageWord as u, stopped as v, renderJson as w, whyNotJudged as x, tableKey as y, describeExpired as z };