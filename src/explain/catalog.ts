/** The words of every kind of finding. Each has a page docs/findings/<kind>.md (a test looks for it). */

export type FindingKind = keyof typeof catalog;
export type FindingLevel = "error" | "warning" | "info";

type Explanation = {
  readonly title: string;
  /** What it does to people who run the binary. */
  readonly why: string;
};

export const catalog = {
  "build-info": {
    title: "Records another build than the one asked for",
    why: "What the file says of its own build and what was asked for cannot both be true.",
  },
  "build-failed": {
    title: "Does not build",
    why: "There is no binary to ship under this strategy.",
  },
  "crash-at-start": {
    title: "Static, but dies at start",
    why: "The external linker made the program without runtime/cgo, so it starts with no thread-local storage and crashes.",
  },
  dlopen: {
    title: "Loads libraries at run time by dlopen",
    why: "A static glibc can load a shared library only on a machine with exactly the glibc it was linked with.",
  },
  dynamic: {
    title: "Needs libraries of the machine it runs on",
    why: "It does not start in scratch or distroless/static images, nor where the C library is another or older one.",
  },
  "extldflags-ignored": {
    title: "-extldflags had no effect",
    why: "-extldflags reaches only the external linker, and Go linked this program with its internal one.",
  },
  "loader-only": {
    title: "Needs only a loader, but needs it",
    why: "Without the dynamic loader it names, the program does not start: “no such file or directory”.",
  },
  nss: {
    title: "Loads glibc's name-service libraries at run time",
    why: "Looking up hosts or users loads the NSS libraries of the machine, and crashes where glibc is another version.",
  },
  packed: {
    title: "Packed: cannot be judged",
    why: "A packer hides what the program needs. Check the file before it is packed.",
  },
  refused: {
    title: "Does not start in an empty root",
    why: "It was started where there is nothing but the kernel, as in an image FROM scratch, and did not run.",
  },
  runpath: {
    title: "Looks for libraries where the build machine had them",
    why: "The folders are searched first, on every machine: they are missing, or hold something else.",
  },
  "store-loader": {
    title: "Needs a loader from a package store",
    why: "The kernel starts the loader by that path, and no other machine has it.",
  },
  stub: {
    title: "Other code than with cgo",
    why: "Without cgo this package compiles other files. Some are full replacements, some only return an error when called.",
  },
  unreadable: {
    title: "Cannot be judged",
    why: "Static has to be proven from the file's own bytes, and these could not be understood.",
  },
} as const satisfies Record<string, Explanation>;
