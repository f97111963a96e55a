// src/model/catalog-of-failures.ts
/** The kinds that no program shows: why a build fails, and what the gate finds. */
const failures = {
	"build-broken": {
		title: "No longer builds",
		why: "The base commit has a binary under this strategy, and this one has none.",
		level: "error",
		failKind: "build",
		foundBy: "base"
	},
	"build-failed": {
		title: "Does not build",
		why: "There is no binary to ship under this strategy.",
		level: "error"
	},
	"cgo-only": {
		title: "A package has only cgo files",
		why: "Without cgo it has no files to compile.",
		level: "error",
		fault: "sources"
	},
	"glibc-library": {
		title: "A library compiled for glibc, linked with musl",
		why: "musl lacks functions that glibc has, and the library was compiled with glibc's headers.",
		level: "error",
		failsForLibrary: true
	},
	"invalid-cgo-flag": {
		title: "Go refuses a C flag",
		why: "For safety, packages can only use flags that Go allows.",
		level: "error",
		fault: "sources"
	},
	"machine-fault": {
		title: "This machine could not build it",
		why: "A full disk, too little memory or an unreachable module proxy says nothing about the program, good or bad.",
		level: "error",
		fault: "machine"
	},
	"missing-header": {
		title: "A C header is missing",
		why: "A package with cgo includes the header of a library that is not installed here, or not for this C library.",
		level: "error",
		failsForLibrary: true
	},
	"missing-library": {
		title: "A library is missing",
		why: "The linker found no such library; for a static link it needs the static version.",
		level: "error",
		fault: "machine",
		failsForLibrary: true
	},
	"missing-module": {
		title: "A module is missing",
		why: "No module in go.mod provides the package.",
		level: "error",
		fault: "sources"
	},
	"module-files": {
		title: "go.mod, go.sum, go.work or vendor is wrong",
		why: "The go command stops before it compiles anything, on every machine.",
		level: "error",
		fault: "sources"
	},
	"needs-external": {
		title: "Needs the external linker, and cgo is off",
		why: "Go uses the external linker only if cgo is on.",
		level: "error"
	},
	policy: {
		title: "Policy violation",
		why: "A rule of the project says how this program has to be linked, and the binary does not follow it.",
		level: "error",
		failKind: "policy",
		foundBy: "policy"
	},
	"policy-relaxed": {
		title: "Passes because this change relaxes the policy",
		why: "It would fail under the base commit's rules; get the relaxation approved.",
		level: "warning",
		foundBy: "policy"
	},
	regression: {
		title: "Regression from the base commit",
		why: "The binary of the base commit starts where this one does not.",
		level: "error",
		failKind: "regression",
		foundBy: "base"
	},
	"undefined-reference": {
		title: "A library is missing from the link command",
		why: "The linker searches only the libraries on its command line, and a static library does not name the others it needs.",
		level: "error",
		fault: "sources",
		failsForLibrary: true
	},
	"undefined-without-cgo": {
		title: "Does not compile without cgo",
		why: "Some files need cgo, and nothing replaces them.",
		level: "error",
		fault: "sources"
	},
	"wrong-c-compiler": {
		title: "The C compiler builds for another machine",
		why: "Cross-compiling with cgo needs a C compiler for the platform.",
		level: "error",
		fault: "machine"
	}
};

// src/model/catalog-of-packages.ts
/** The kinds that are about what a program is packed in, or listed as. */
const ofPackages = {
	"artifact-mismatch": {
		title: "Not what it is listed as",
		why: "It is installed on machines that cannot start it, or do not get the program at all.",
		level: "error",
		failKind: "build",
		hasUnrelatedFix: true
	},
	"not-executable": {
		title: "Packed without the execute bit",
		why: "It is unpacked or installed as it is packed, and does not start: “permission denied”.",
		level: "warning",
		hasUnrelatedFix: true
	},
	"other-source": {
		title: "Not built from the released commit as it is",
		why: "Nobody can build the same program from the tag.",
		level: "info",
		hasUnrelatedFix: true
	},
	"superfluous-dependency": {
		title: "The package declares a dependency that it does not need",
		why: "It cannot be installed on systems where the program would start.",
		level: "info",
		hasUnrelatedFix: true
	},
	"undeclared-dependency": {
		title: "The package does not declare what its program needs",
		why: "It can be installed on systems where the program does not start.",
		level: "warning",
		hasUnrelatedFix: true
	}
};

// src/model/catalog.ts
/** The kinds that a program shows, or the way it is built. */
const others = {
	"android-libc": {
		title: "Built for Android with another system's C library",
		why: "Android has its own loader and C library, and cannot start programs for another one.",
		level: "error"
	},
	boringcrypto: {
		title: "BoringCrypto was requested but is missing",
		why: "FIPS users silently get non-FIPS code.",
		level: "warning",
		isHazard: true,
		regressionIfNew: "always"
	},
	"build-info": {
		title: "Build settings differ from the requested ones",
		why: "The build settings in the file contradict the requested ones.",
		level: "warning"
	},
	"c-flags": {
		title: "C flags choose the linker",
		why: "A distribution's hardening flags, or -flto, change the linker, and with it the linkage, from one machine to the next.",
		level: "warning",
		explainsRegression: true
	},
	"cgo-enabled-value": {
		title: "CGO_ENABLED has a value that Go ignores",
		why: "Go reads only 0 and 1; any other value has no effect.",
		level: "warning"
	},
	"crash-at-start": {
		title: "Static, but dies at start",
		why: "The program was linked externally without runtime/cgo, so it has no thread-local storage and crashes.",
		level: "error",
		tableWord: "dies at start",
		regressionIfNew: "always",
		failKind: "build"
	},
	"cross-compile": {
		title: "Cgo is off because of the platform",
		why: "The same commit is linked differently in a native build on that platform.",
		level: "info"
	},
	dlopen: {
		title: "Loads shared libraries at run time (dlopen)",
		why: "A static glibc can load a shared library only on a machine with exactly the glibc it was linked with.",
		level: "warning",
		tableWord: "calls dlopen",
		isHazard: true,
		regressionIfNew: "standalone",
		explainsRegression: true
	},
	dynamic: {
		title: "Dynamically linked",
		why: "It does not start in scratch or distroless/static images, or on systems with another or an older C library.",
		level: "info"
	},
	"dynamic-import": {
		title: "A package loads C libraries without cgo",
		why: "CGO_ENABLED=0 does not help: the package names the libraries to the linker itself.",
		level: "warning",
		preventsStatic: true,
		explainsRegression: true
	},
	"extldflags-ignored": {
		title: "-extldflags had no effect",
		why: "-extldflags reaches only the external linker, and Go linked this program with its internal one.",
		level: "info"
	},
	"flag-overridden": {
		title: "A flag overrides another one",
		why: "Go uses only the last value of a repeated flag, without a warning.",
		level: "warning"
	},
	"foreign-object": {
		title: "Holds object code of another compiler",
		why: "Such a file can change which linker makes the program.",
		level: "info",
		explainsRegression: true
	},
	"glibc-floor": {
		title: "Requires a glibc at least as new as the build machine's",
		why: "On an older system the dynamic loader reports “version GLIBC_… not found”.",
		level: "info",
		hasUnrelatedFix: true
	},
	"goflags-ignored": {
		title: "A part of GOFLAGS has no effect",
		why: "GOFLAGS is split at spaces, and the go command ignores words that are flags of its other commands.",
		level: "warning"
	},
	"goflags-overridden": {
		title: "GOFLAGS is overridden",
		why: "Go does not merge a flag on the command line with the same flag in GOFLAGS: the latter is ignored.",
		level: "warning"
	},
	"host-files": {
		title: "Needs data files from the host (CA certificates, time zones)",
		why: "The program starts, and fails later: “unknown time zone”, or “certificate signed by unknown authority”.",
		level: "info",
		hasUnrelatedFix: true
	},
	"image-start": {
		title: "The entrypoint of an image does not start",
		why: "A container of this image ends with an error before the program runs.",
		level: "error",
		failKind: "build"
	},
	"internal-linkmode": {
		title: "-linkmode=internal does not make a program static",
		why: "Go's internal linker also links with shared libraries.",
		level: "warning"
	},
	"ldflags-pattern": {
		title: "-ldflags applies to no program",
		why: "With a pattern, the flags apply only to matching packages.",
		level: "warning"
	},
	"linked-libraries": {
		title: "Needs libraries that a package names",
		why: "The build machine has them; few others do.",
		level: "info",
		explainsRegression: true
	},
	"loader-only": {
		title: "Needs the dynamic loader, but no library",
		why: "Without the dynamic loader it names, the program does not start: “no such file or directory”.",
		level: "warning",
		explainsRegression: true,
		isSettledByStart: true
	},
	"lost-pie": {
		title: "Static, but not a PIE",
		why: "The program is static, but always loaded at the same address.",
		level: "warning",
		tableWord: "PIE lost"
	},
	moved: {
		title: "Has another import path than on the base commit",
		why: "It is compared with the program under its old path; everything that names the path or folder has to change.",
		level: "info"
	},
	"musl-loader": {
		title: "Needs musl's loader",
		why: "Most systems have glibc, and no musl.",
		level: "warning",
		isSettledByStart: true
	},
	"no-c-compiler": {
		title: "No C compiler",
		why: "Without one, Go turns cgo off or fails: the result depends on the machine.",
		level: "warning",
		fault: "machine"
	},
	"no-effect": {
		title: "A flag without effect",
		why: "It comes from recipes for other releases of Go.",
		level: "info"
	},
	nss: {
		title: "Static glibc still loads NSS plugins at run time",
		why: "Looking up hosts or users loads the host's NSS libraries, and can crash with another glibc version.",
		level: "warning",
		tableWord: "loads NSS",
		isHazard: true,
		regressionIfNew: "standalone",
		explainsRegression: true
	},
	"other-glibc": {
		title: "Built elsewhere with another glibc",
		why: "What the program needs depends on the glibc that it is linked with, and its release is linked with another one.",
		level: "info",
		hasUnrelatedFix: true
	},
	"other-libc": {
		title: "Linked with another C library than requested",
		why: "The program was compiled for musl and linked against glibc, which nobody has tested: it crashes, or loads glibc's libraries at run time.",
		level: "warning",
		tableWord: "glibc, not musl",
		isHazard: true,
		explainsRegression: true
	},
	"package-cgo": {
		title: "A package uses cgo",
		why: "The C compiler links the C library dynamically by default.",
		level: "info"
	},
	packed: {
		title: "Packed: cannot be judged",
		why: "A packer hides what the program needs. Check the file before it is packed.",
		level: "error",
		explainsRegression: true
	},
	prediction: {
		title: "The prediction was wrong",
		why: "The result uses the binary, but a rule of go-linkage is wrong: please report it.",
		level: "info"
	},
	race: {
		title: "Debug build (race detector or sanitizer)",
		why: "The race detector and the sanitizers are C code, slow and large.",
		level: "warning",
		isHazard: true
	},
	refused: {
		title: "Does not start in an empty root",
		why: "It was started in an empty root file system, as in an image FROM scratch, and did not run.",
		level: "error",
		tableWord: "does not start",
		failKind: "build"
	},
	runpath: {
		title: "RUNPATH of the build machine",
		why: "The loader searches these folders first, on every machine: they are missing, or contain something else.",
		level: "warning",
		isHazard: true,
		isSettledByStart: true
	},
	replacement: {
		title: "Go code in place of C code",
		why: "Without cgo the package does the same in Go: often slower, and with its own bugs.",
		level: "info"
	},
	"self-relocation": {
		title: "No code found that relocates it",
		why: "A static PIE has to adjust its own addresses at start; one that does not crashes on every machine.",
		level: "warning",
		tableWord: "may not relocate itself",
		isHazard: true,
		regressionIfNew: "always",
		explainsRegression: true
	},
	"shared-library": {
		title: "A library, not a program",
		why: "Another program loads it and provides the loader and the C library.",
		level: "info"
	},
	"static-by-package": {
		title: "Static because of a dependency",
		why: "With the next version of that package it may be dynamic again.",
		level: "info"
	},
	"static-cgo-flags": {
		title: "-static in the wrong place",
		why: "CGO_LDFLAGS and CC also apply while cgo code is compiled, and -static there hides what Go's internal linker needs.",
		level: "warning"
	},
	"std-cgo": {
		title: "The standard library uses cgo",
		why: "net and os/user use the C library if cgo is on; both also have Go code.",
		level: "info"
	},
	"store-loader": {
		title: "Needs a loader from a package store",
		why: "The ELF interpreter path is hard-coded, and no other machine has it.",
		level: "warning",
		isSettledByStart: true
	},
	stub: {
		title: "Built without cgo: a stub replaces C code",
		why: "Without cgo this package compiles files whose functions only return an error, panic or do nothing.",
		level: "warning",
		tableWord: "stub?",
		isHazard: true,
		regressionIfNew: "always"
	},
	unreadable: {
		title: "Cannot be judged",
		why: "A file counts as static only if its headers prove it; these could not be understood.",
		level: "error",
		explainsRegression: true,
		isSettledByStart: true
	},
	"wrong-image": {
		title: "Does not start in its image",
		why: "The image that the program is put into lacks its loader, a library or a version of one: the container does not start.",
		level: "warning",
		regressionIfNew: "image",
		explainsRegression: true
	}
};
/**
* Every kind of finding, by its name in the report. Each has a page, docs/findings/KIND.md. The index of the pages, the enum in
* docs/report.schema.json (both by npm run generate) and the rules of SARIF follow from here.
*/
const catalog = {
	...failures,
	...ofPackages,
	...others
};
/** What a rule of the config file may accept: what speaks against a build that works. */
const acceptableFindings = Object.keys(catalog).filter((kind) => catalog[kind].isHazard === true && catalog[kind].level !== "error").toSorted();

export { catalog as n, acceptableFindings as t };