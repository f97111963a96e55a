/** The words of every kind of finding. Each has a page docs/findings/<kind>.md (a test looks for it). */

export type FindingKind = keyof typeof catalog;
export type FindingLevel = "error" | "warning" | "info";

type Explanation = {
  readonly title: string;
  /** What it does to people who run the binary. */
  readonly why: string;
};

export const catalog = {
  "android-libc": {
    title: "Built for Android with another system's C library",
    why: "Android has its own loader and C library, and starts nothing that asks for another.",
  },
  boringcrypto: {
    title: "BoringCrypto was asked for and is not inside",
    why: "Who needs certified cryptography gets other code, and nothing says so.",
  },
  "build-broken": {
    title: "Built before, and does not any more",
    why: "The base commit has a binary under this strategy, and this one has none.",
  },
  "build-failed": {
    title: "Does not build",
    why: "There is no binary to ship under this strategy.",
  },
  "build-info": {
    title: "Records another build than the one asked for",
    why: "What the file says of its own build and what was asked for cannot both be true.",
  },
  "c-flags": {
    title: "C flags choose the linker",
    why: "A distribution's hardening flags, or -flto, change the linker, and with it the linkage, from one machine to the next.",
  },
  "cgo-enabled-value": {
    title: "CGO_ENABLED has a value that Go ignores",
    why: "Only 0 and 1 count; with anything else cgo stays as it was.",
  },
  "cgo-only": {
    title: "A package has only cgo files",
    why: "Without cgo nothing is left of it to compile.",
  },
  "crash-at-start": {
    title: "Static, but dies at start",
    why: "The external linker made the program without runtime/cgo, so it starts with no thread-local storage and crashes.",
  },
  "cross-compile": {
    title: "Cgo is off because of the platform",
    why: "The same commit is linked in another way when it is built on the platform itself.",
  },
  dlopen: {
    title: "Loads libraries at run time by dlopen",
    why: "A static glibc can load a shared library only on a machine with exactly the glibc it was linked with.",
  },
  dynamic: {
    title: "Needs libraries of the machine it runs on",
    why: "It does not start in scratch or distroless/static images, nor where the C library is another or older one.",
  },
  "dynamic-import": {
    title: "A package loads C libraries without cgo",
    why: "CGO_ENABLED=0 does not help: the package names the libraries to the linker itself.",
  },
  "extldflags-ignored": {
    title: "-extldflags had no effect",
    why: "-extldflags reaches only the external linker, and Go linked this program with its internal one.",
  },
  "foreign-object": {
    title: "Holds object code of another compiler",
    why: "Such a file can change which linker makes the program.",
  },
  "glibc-floor": {
    title: "Needs a glibc at least as new as the build machine's",
    why: "On an older system the loader stops with “version GLIBC_… not found”.",
  },
  "goflags-overridden": {
    title: "GOFLAGS is overridden",
    why: "Go does not join a flag on the command line with the same flag in GOFLAGS: the second is gone.",
  },
  "host-files": {
    title: "Reads files of the machine",
    why: "The program starts, and fails later: “unknown time zone”, or “certificate signed by unknown authority”.",
  },
  "internal-linkmode": {
    title: "-linkmode=internal is not what makes a program static",
    why: "Go's own linker links against shared libraries as well.",
  },
  "invalid-cgo-flag": {
    title: "Go refuses a C flag",
    why: "For safety Go lets packages use only flags that it knows.",
  },
  "ldflags-pattern": {
    title: "-ldflags that reach no program",
    why: "With a pattern in front they apply to the packages that match, and to no other.",
  },
  "linked-libraries": {
    title: "Needs libraries that a package names",
    why: "They are on the build machine, and on few others.",
  },
  "loader-only": {
    title: "Needs only a loader, but needs it",
    why: "Without the dynamic loader it names, the program does not start: “no such file or directory”.",
  },
  "lost-pie": {
    title: "The PIE was lost",
    why: "The program is static, but is loaded where it always is.",
  },
  "missing-library": {
    title: "A library is missing",
    why: "The linker found no such library; for a static link it needs the static version.",
  },
  "missing-module": {
    title: "A module is missing",
    why: "go.mod names no module that has the package.",
  },
  "musl-loader": {
    title: "Needs musl's loader",
    why: "Most systems have glibc, and no musl.",
  },
  "needs-external": {
    title: "Needs the external linker, and cgo is off",
    why: "Go calls the C compiler as linker only when cgo is on.",
  },
  "no-c-compiler": {
    title: "No C compiler",
    why: "Without one Go turns cgo off, or fails: what is built depends on the machine.",
  },
  "no-effect": {
    title: "A flag without effect",
    why: "It comes from recipes for other releases of Go.",
  },
  nss: {
    title: "Loads glibc's name-service libraries at run time",
    why: "Looking up hosts or users loads the NSS libraries of the machine, and crashes where glibc is another version.",
  },
  "package-cgo": {
    title: "A package uses cgo",
    why: "C code is linked against the shared C library unless told otherwise.",
  },
  packed: {
    title: "Packed: cannot be judged",
    why: "A packer hides what the program needs. Check the file before it is packed.",
  },
  policy: {
    title: "Not what the policy asks for",
    why: "The project has said what this program has to be, and the binary is something else.",
  },
  "policy-relaxed": {
    title: "Passes because this change relaxes the policy",
    why: "With the rules of the base commit it would fail; somebody should have decided that.",
  },
  prediction: {
    title: "Our own prediction was wrong",
    why: "The verdict goes by the artifact, but a rule of go-linkage needs mending.",
  },
  race: {
    title: "A build for looking for bugs",
    why: "The race detector and the sanitizers are C code, slow and large.",
  },
  refused: {
    title: "Does not start in an empty root",
    why: "It was started where there is nothing but the kernel, as in an image FROM scratch, and did not run.",
  },
  regression: {
    title: "Worse than on the base commit",
    why: "The binary of the base commit starts where this one does not.",
  },
  runpath: {
    title: "Looks for libraries where the build machine had them",
    why: "The folders are searched first, on every machine: they are missing, or hold something else.",
  },
  "shared-library": {
    title: "A library, not a program",
    why: "It has no start of its own, and is as dynamic as what loads it.",
  },
  "static-by-package": {
    title: "Static because of a dependency",
    why: "With the next version of that package it may be dynamic again.",
  },
  "static-cgo-flags": {
    title: "-static in the wrong place",
    why: "CGO_LDFLAGS and CC count also while cgo code is compiled, and there -static hides what Go's own linker needs.",
  },
  "std-cgo": {
    title: "The standard library uses cgo",
    why: "net and os/user ask the C library where they can; both have Go code that does without.",
  },
  "store-loader": {
    title: "Needs a loader from a package store",
    why: "The kernel starts the loader by that path, and no other machine has it.",
  },
  stub: {
    title: "Other code than with cgo",
    why: "Without cgo this package compiles other files. Some are full replacements, some only return an error when called.",
  },
  "undefined-reference": {
    title: "A library is not named",
    why: "The linker looks only into the libraries it is told of, and a static library does not say which others it needs.",
  },
  "undefined-without-cgo": {
    title: "Does not compile without cgo",
    why: "Some of its files need cgo, and nothing takes their place.",
  },
  unreadable: {
    title: "Cannot be judged",
    why: "Static has to be proven from the file's own bytes, and these could not be understood.",
  },
  "wrong-c-compiler": {
    title: "The C compiler builds for another machine",
    why: "Cross-compiling with cgo needs a C compiler for the platform.",
  },
} as const satisfies Record<string, Explanation>;
