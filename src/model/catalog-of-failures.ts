import type { KindOfFinding } from "./finding-kind.ts";

/** The kinds that no program shows: why a build fails, and what the gate finds. */
export const failures = {
  "build-broken": {
    title: "No longer builds",
    why: "The base commit has a binary under this strategy, and this one has none.",
    level: "error",
    failKind: "build",
    foundBy: "base",
  },
  "build-failed": {
    title: "Does not build",
    why: "There is no binary to ship under this strategy.",
    level: "error",
  },
  "cgo-only": {
    title: "A package has only cgo files",
    why: "Without cgo it has no files to compile.",
    level: "error",
    fault: "sources",
  },
  "glibc-library": {
    title: "A library compiled for glibc, linked with musl",
    why: "musl lacks functions that glibc has, and the library was compiled with glibc's headers.",
    level: "error",
    failsForLibrary: true,
  },
  "invalid-cgo-flag": {
    title: "Go refuses a C flag",
    why: "For safety, packages can only use flags that Go allows.",
    level: "error",
    fault: "sources",
  },
  "machine-fault": {
    title: "This machine could not build it",
    why: "A full disk, too little memory or an unreachable module proxy says nothing about the program, good or bad.",
    level: "error",
    fault: "machine",
  },
  "missing-header": {
    title: "A C header is missing",
    why: "A package with cgo includes the header of a library that is not installed here, or not for this C library.",
    level: "error",
    failsForLibrary: true,
  },
  "missing-library": {
    title: "A library is missing",
    why: "The linker found no such library; for a static link it needs the static version.",
    level: "error",
    fault: "machine",
    failsForLibrary: true,
  },
  "missing-module": {
    title: "A module is missing",
    why: "No module in go.mod provides the package.",
    level: "error",
    fault: "sources",
  },
  "module-files": {
    title: "go.mod, go.sum, go.work or vendor is wrong",
    why: "The go command stops before it compiles anything, on every machine.",
    level: "error",
    fault: "sources",
  },
  "needs-external": {
    title: "Needs the external linker, and cgo is off",
    why: "Go uses the external linker only if cgo is on.",
    level: "error",
  },
  policy: {
    title: "Policy violation",
    why: "A rule of the project says how this program has to be linked, and the binary does not follow it.",
    level: "error",
    failKind: "policy",
    foundBy: "policy",
  },
  "policy-relaxed": {
    title: "Passes because this change relaxes the policy",
    why: "It would fail under the base commit's rules; get the relaxation approved.",
    level: "warning",
    foundBy: "policy",
  },
  regression: {
    title: "Regression from the base commit",
    why: "The binary of the base commit starts where this one does not.",
    level: "error",
    failKind: "regression",
    foundBy: "base",
  },
  "undefined-reference": {
    title: "A library is missing from the link command",
    why: "The linker searches only the libraries on its command line, and a static library does not name the others it needs.",
    level: "error",
    fault: "sources",
    failsForLibrary: true,
  },
  "undefined-without-cgo": {
    title: "Does not compile without cgo",
    why: "Some files need cgo, and nothing replaces them.",
    level: "error",
    fault: "sources",
  },
  "wrong-c-compiler": {
    title: "The C compiler builds for another machine",
    why: "Cross-compiling with cgo needs a C compiler for the platform.",
    level: "error",
    fault: "machine",
  },
} as const satisfies Readonly<Record<string, KindOfFinding>>;
