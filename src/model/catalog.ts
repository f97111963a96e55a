import { failures } from "./catalog-of-failures.ts";
import type { KindOfFinding } from "./finding-kind.ts";

/** The kinds that a program shows, or the way it is built. */
const others = {
  "android-libc": {
    title: "Built for Android with another system's C library",
    why: "Android has its own loader and C library, and starts nothing that asks for another.",
    level: "error",
  },
  boringcrypto: {
    title: "BoringCrypto was asked for and is not inside",
    why: "Who needs certified cryptography gets other code, and nothing says so.",
    level: "warning",
    isHazard: true,
    regressionIfNew: "always",
  },
  "build-info": {
    title: "Records another build than the one asked for",
    why: "What the file says of its own build and what was asked for cannot both be true.",
    level: "warning",
  },
  "c-flags": {
    title: "C flags choose the linker",
    why: "A distribution's hardening flags, or -flto, change the linker, and with it the linkage, from one machine to the next.",
    level: "warning",
    explainsRegression: true,
  },
  "cgo-enabled-value": {
    title: "CGO_ENABLED has a value that Go ignores",
    why: "Only 0 and 1 count; with anything else cgo stays as it was.",
    level: "warning",
  },
  "crash-at-start": {
    title: "Static, but dies at start",
    why: "The external linker made the program without runtime/cgo, so it starts with no thread-local storage and crashes.",
    level: "error",
    tableWord: "dies at start",
    regressionIfNew: "always",
    failKind: "build",
  },
  "cross-compile": {
    title: "Cgo is off because of the platform",
    why: "The same commit is linked in another way when it is built on the platform itself.",
    level: "info",
  },
  dlopen: {
    title: "Loads libraries at run time by dlopen",
    why: "A static glibc can load a shared library only on a machine with exactly the glibc it was linked with.",
    level: "warning",
    tableWord: "calls dlopen",
    isHazard: true,
    regressionIfNew: "standalone",
    explainsRegression: true,
  },
  dynamic: {
    title: "Needs libraries of the machine it runs on",
    why: "It does not start in scratch or distroless/static images, nor where the C library is another or older one.",
    level: "info",
  },
  "dynamic-import": {
    title: "A package loads C libraries without cgo",
    why: "CGO_ENABLED=0 does not help: the package names the libraries to the linker itself.",
    level: "warning",
    preventsStatic: true,
    explainsRegression: true,
  },
  "extldflags-ignored": {
    title: "-extldflags had no effect",
    why: "-extldflags reaches only the external linker, and Go linked this program with its internal one.",
    level: "info",
  },
  "flag-overridden": {
    title: "A flag overrides another one",
    why: "Of a flag that stands twice Go uses the last one, without a word: what the first one asks for is missing.",
    level: "warning",
  },
  "foreign-object": {
    title: "Holds object code of another compiler",
    why: "Such a file can change which linker makes the program.",
    level: "info",
    explainsRegression: true,
  },
  "glibc-floor": {
    title: "Needs a glibc at least as new as the build machine's",
    why: "On an older system the loader stops with “version GLIBC_… not found”.",
    level: "info",
    hasUnrelatedFix: true,
  },
  "goflags-ignored": {
    title: "A part of GOFLAGS has no effect",
    why: "GOFLAGS is split at spaces, and the go command passes over words that are flags of another of its commands.",
    level: "warning",
  },
  "goflags-overridden": {
    title: "GOFLAGS is overridden",
    why: "Go does not join a flag on the command line with the same flag in GOFLAGS: the second is gone.",
    level: "warning",
  },
  "host-files": {
    title: "Reads files of the machine",
    why: "The program starts, and fails later: “unknown time zone”, or “certificate signed by unknown authority”.",
    level: "info",
    hasUnrelatedFix: true,
  },
  "internal-linkmode": {
    title: "-linkmode=internal is not what makes a program static",
    why: "Go's own linker links against shared libraries as well.",
    level: "warning",
  },
  "ldflags-pattern": {
    title: "-ldflags that reach no program",
    why: "With a pattern in front they apply to the packages that match, and to no other.",
    level: "warning",
  },
  "linked-libraries": {
    title: "Needs libraries that a package names",
    why: "They are on the build machine, and on few others.",
    level: "info",
    explainsRegression: true,
  },
  "loader-only": {
    title: "Needs only a loader, but needs it",
    why: "Without the dynamic loader it names, the program does not start: “no such file or directory”.",
    level: "warning",
    explainsRegression: true,
  },
  "lost-pie": {
    title: "The PIE was lost",
    why: "The program is static, but is loaded where it always is.",
    level: "warning",
    tableWord: "PIE lost",
  },
  moved: {
    title: "Has another import path than on the base commit",
    why: "It is compared with the program that it was; what names it by its path or its folder has to follow.",
    level: "info",
  },
  "musl-loader": {
    title: "Needs musl's loader",
    why: "Most systems have glibc, and no musl.",
    level: "warning",
  },
  "no-c-compiler": {
    title: "No C compiler",
    why: "Without one Go turns cgo off, or fails: what is built depends on the machine.",
    level: "warning",
    fault: "machine",
  },
  "no-effect": {
    title: "A flag without effect",
    why: "It comes from recipes for other releases of Go.",
    level: "info",
  },
  nss: {
    title: "Loads glibc's name-service libraries at run time",
    why: "Looking up hosts or users loads the NSS libraries of the machine, and crashes where glibc is another version.",
    level: "warning",
    tableWord: "loads NSS",
    isHazard: true,
    regressionIfNew: "standalone",
    explainsRegression: true,
  },
  "other-libc": {
    title: "Linked against another C library than the one asked for",
    why: "The program was compiled for musl and linked against glibc, which nobody has tested: it crashes, or loads glibc's libraries at run time.",
    level: "warning",
    tableWord: "glibc, not musl",
    isHazard: true,
    explainsRegression: true,
  },
  "package-cgo": {
    title: "A package uses cgo",
    why: "C code is linked against the shared C library unless told otherwise.",
    level: "info",
  },
  packed: {
    title: "Packed: cannot be judged",
    why: "A packer hides what the program needs. Check the file before it is packed.",
    level: "error",
    explainsRegression: true,
  },
  prediction: {
    title: "Our own prediction was wrong",
    why: "The verdict goes by the artifact, but a rule of go-linkage needs mending.",
    level: "info",
  },
  race: {
    title: "A build for looking for bugs",
    why: "The race detector and the sanitizers are C code, slow and large.",
    level: "warning",
    isHazard: true,
  },
  refused: {
    title: "Does not start in an empty root",
    why: "It was started where there is nothing but the kernel, as in an image FROM scratch, and did not run.",
    level: "error",
    tableWord: "does not start",
    failKind: "build",
  },
  runpath: {
    title: "Looks for libraries where the build machine had them",
    why: "The folders are searched first, on every machine: they are missing, or hold something else.",
    level: "warning",
    isHazard: true,
  },
  replacement: {
    title: "Go code in place of C code",
    why: "Without cgo the package does the same in Go: often slower, and with bugs of its own.",
    level: "info",
  },
  "self-relocation": {
    title: "Nothing was seen that relocates it",
    why: "A static PIE is put anywhere in memory and has to adjust its own addresses; one that does not crashes at start, everywhere.",
    level: "warning",
    tableWord: "may not relocate itself",
    isHazard: true,
    regressionIfNew: "always",
    explainsRegression: true,
  },
  "shared-library": {
    title: "A library, not a program",
    why: "It has no start of its own, and is as dynamic as what loads it.",
    level: "info",
  },
  "static-by-package": {
    title: "Static because of a dependency",
    why: "With the next version of that package it may be dynamic again.",
    level: "info",
  },
  "static-cgo-flags": {
    title: "-static in the wrong place",
    why: "CGO_LDFLAGS and CC count also while cgo code is compiled, and there -static hides what Go's own linker needs.",
    level: "warning",
  },
  "std-cgo": {
    title: "The standard library uses cgo",
    why: "net and os/user ask the C library where they can; both have Go code that does without.",
    level: "info",
  },
  "store-loader": {
    title: "Needs a loader from a package store",
    why: "The kernel starts the loader by that path, and no other machine has it.",
    level: "warning",
  },
  stub: {
    title: "Other code than with cgo",
    why: "Without cgo this package compiles files whose functions only return an error, panic or do nothing.",
    level: "warning",
    tableWord: "stub?",
    isHazard: true,
    regressionIfNew: "always",
  },
  unreadable: {
    title: "Cannot be judged",
    why: "Static has to be proven from the file's own bytes, and these could not be understood.",
    level: "error",
    explainsRegression: true,
  },
} as const satisfies Readonly<Record<string, KindOfFinding>>;

export type FindingKind = keyof typeof failures | keyof typeof others;

/**
 * Every kind of finding, by its name in the report. Each has a page, docs/findings/KIND.md. The index of the pages, the enum in
 * docs/report.schema.json (both by npm run generate) and the rules of SARIF follow from here.
 */
export const catalog: Readonly<Record<FindingKind, KindOfFinding>> = { ...failures, ...others };

/** What a rule of the config file may accept: what speaks against a build that works. */
export const acceptableFindings = (Object.keys(catalog) as FindingKind[])
  .filter((kind) => catalog[kind].isHazard === true && catalog[kind].level !== "error")
  .toSorted();
