import { m as isReleaseStrategy } from "./go-flags.js";

// src/go/strategies.ts
const plain = {
	env: {},
	tags: [],
	linkmode: null,
	extldflags: null,
	ldflags: [],
	buildmode: null,
	needs: "go"
};
/**
* In the order of the report. It is also the order of advice, from the simplest to the heaviest, as the article that started this
* project has it: disable cgo, opt out by tags, use the external linker, change the C library.
*/
const strategies = [
	{
		...plain,
		name: "default",
		summary: "Your own flags and environment, nothing else.",
		advice: {
			more: " as it is: no package uses cgo",
			for: "pure",
			keepsCgo: false
		}
	},
	{
		...plain,
		name: "extldflags",
		extldflags: "-static",
		summary: "The trap: Go's internal linker ignores `-extldflags`.",
		advice: {
			more: "",
			for: "never",
			keepsCgo: false
		}
	},
	{
		...plain,
		name: "cgo-disabled",
		env: { CGO_ENABLED: "0" },
		summary: "No cgo at all: `net` and `os/user` use their Go code.",
		advice: {
			more: " and needs no C compiler",
			for: "any",
			keepsCgo: false
		}
	},
	{
		...plain,
		name: "netgo",
		tags: ["netgo", "osusergo"],
		summary: "Go code for `net` and `os/user`, cgo for everything else.",
		advice: {
			more: ", and only net and os/user change to their Go code",
			for: "any",
			keepsCgo: false
		}
	},
	{
		...plain,
		name: "netgo-extldflags",
		tags: ["netgo", "osusergo"],
		extldflags: "-static",
		summary: "As `netgo`, and other cgo code is linked statically.",
		advice: {
			more: ", and only net and os/user change to their Go code",
			for: "any",
			keepsCgo: false
		}
	},
	{
		...plain,
		name: "external",
		env: { CGO_ENABLED: "1" },
		linkmode: "external",
		extldflags: "-static",
		needs: "c-compiler",
		summary: "The C compiler links, statically.",
		advice: {
			more: "",
			for: "any",
			keepsCgo: true
		}
	},
	{
		...plain,
		name: "static-pie",
		env: { CGO_ENABLED: "1" },
		tags: ["netgo", "osusergo"],
		linkmode: "external",
		extldflags: "-static-pie",
		buildmode: "pie",
		needs: "c-compiler",
		summary: "A static binary that the kernel loads at a random address.",
		advice: {
			more: " and loads at a random address",
			for: "any",
			keepsCgo: true
		}
	},
	{
		...plain,
		name: "musl",
		env: { CGO_ENABLED: "1" },
		linkmode: "external",
		extldflags: "-static",
		needs: "musl",
		summary: "The C compiler links, statically, against musl instead of glibc.",
		advice: {
			more: ", with musl instead of glibc",
			for: "any",
			keepsCgo: true
		}
	}
];
/** The built-in strategies and those of the config file, in the order of the report. */
function allStrategies(userStrategies) {
	return [...strategies, ...userStrategies];
}
const defaultStrategyNames = [
	"default",
	"cgo-disabled",
	"netgo",
	"external"
];
/** Names of the built-in strategies that can make a program static, the simplest first. */
const remedies = strategies.filter(({ advice }) => advice.for === "any").map(({ name }) => name);
/**
* The place in the order of advice. What ships already comes first, strategies of the config file last: nothing is known of what they
* cost.
*/
function strategyRank(name) {
	if (isReleaseStrategy(name)) return -1;
	const at = strategies.findIndex((each) => each.name === name);
	return at < 0 ? strategies.length : at;
}
const ownAdvice = {
	more: "",
	for: "any",
	keepsCgo: false
};
/** What speaks for a strategy, by its name; also for one of the config file. */
function adviceOn(name) {
	return strategies.find((each) => each.name === name)?.advice ?? ownAdvice;
}

export { strategies as a, remedies as i, allStrategies as n, strategyRank as o, defaultStrategyNames as r, adviceOn as t };