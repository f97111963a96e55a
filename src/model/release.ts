import type { Platform } from "./platform.ts";

/** A line of a file of the repository. `file` is relative to the repository's root, with slashes; `line` counts from 1. */
export type RepositoryPlace = { readonly file: string; readonly line: number };

export type ReleaseSource = "goreleaser" | "ko" | "dockerfile";

/** One entry of a release configuration: how the repository itself builds some of its programs. */
export type ReleaseEntry = RepositoryPlace & {
  readonly source: ReleaseSource;
  /** goreleaser's and ko's id; null where the entry has none. */
  readonly id: string | null;
  /** The folder that go runs in, relative to the repository's root, with slashes; `.` for the root itself. */
  readonly dir: string;
  /** What the go command is asked for in that folder: packages, files or patterns; null: every program below it. */
  readonly packages: readonly string[] | null;
  /** What it is built for, in docker's spelling; null: the configuration does not say, so whatever is asked for. */
  readonly platforms: readonly string[] | null;
  /** How it is built for one platform; null: it is not built for that one. Pure. */
  readonly settingsFor: (platform: Platform) => ReleaseSettings | NotUnderstood | null;
  /** Where the program is put to run; null: the configuration does not say. */
  readonly image: ReleaseImage | null;
  /** Dockerfiles of the repository that may copy the program into an image. Absent: none is named. */
  readonly dockerfiles?: readonly ReleaseDockerfile[];
  /** What came of them: images that the program is put into. */
  readonly images?: readonly PlatformImage[];
  /** The image that it is built in; null: the configuration does not say, so the machine itself. */
  readonly builder: ReleaseBuilder | null;
};

/** An image that a program is built and linked in. `file` and `line` are of its FROM. */
export type ReleaseBuilder = RepositoryPlace & {
  /** With its variables filled in; null where that fails. */
  readonly image: string | null;
  /** The C library that a program with cgo is linked against; null: not known. */
  readonly libc: "glibc" | "musl" | null;
  /** `alpine`, `debian` or `ubuntu`, and its release (`3.22`, `12`, `24.04`); null: not known. */
  readonly distribution: string | null;
  readonly version: string | null;
  /** Whether there is a C compiler in it, without which cgo is off by default; null: not known. */
  readonly hasCompiler: boolean | null;
};

/** The entry that a build comes from, and what it says of one platform. */
export type ReleaseOrigin = Pick<ReleaseEntry, "source" | "id" | "file" | "line"> & {
  /** The images that it is put into on this platform. */
  readonly images: readonly ExpectedImage[];
  /** The glibc that it is linked with where it is released; null: not known, or that of this machine. */
  readonly builder: BuilderGlibc | null;
  /** From the working directory to the root of the repository, with slashes; empty when they are the same. */
  readonly toRoot: string;
  /** null: it is not built for that platform, or nobody can tell how. */
  readonly settings: ReleaseSettings | null;
};

/** A builder image whose glibc is of another release than what programs are linked with here. */
export type BuilderGlibc = RepositoryPlace & {
  readonly image: string;
  /** The id of its system. */
  readonly system: string;
  /** `2.31` */
  readonly glibc: string;
  /** Of this machine; null: not known. */
  readonly here: string | null;
};

/** An image that a program is put into, and what it was built in. */
export type ExpectedImage = ReleaseImage & { readonly builder: BuilderGlibc | null };

/** A value of a release configuration and where it stands. */
export type ReleaseSetting = RepositoryPlace & { readonly value: string };

export type ReleaseSettings = {
  readonly kind: "settings";
  /** What the entry sets for the go command, over the environment of the process. */
  readonly env: readonly (ReleaseSetting & { readonly name: string })[];
  /** Flags of `go build` but -o, one word each, as the go command gets them: `-tags=a,b`, `-ldflags=-s -w`. */
  readonly flags: readonly ReleaseSetting[];
};

/**
 * What is added to an image that decides what starts in it: nothing, packages of its distribution or libraries of the program's own, or
 * something of which nobody can tell, such as a loader.
 */
export type ImageAdditions = "nothing" | "packages" | "unknown";

/** An image that a program is put into. `text` is what the file says, `base` with its variables filled in, or null where that fails. */
export type ReleaseImage = RepositoryPlace & {
  readonly text: string;
  readonly base: string | null;
  readonly additions: ImageAdditions;
};

/** A Dockerfile that a release configuration puts a program into. `file` and `line` say where it is named. */
export type ReleaseDockerfile = RepositoryPlace & {
  /** Relative to the repository's root. */
  readonly path: string;
  /** `GOOS/GOARCH`: the platforms that images are made for. */
  readonly platforms: readonly string[];
  /** The program's file name, with `*` for what is not known of it; null: nothing is known. */
  readonly binary: string | null;
  /** The stage that is built; null: the last one. */
  readonly target: string | null;
  /** Build arguments; null: a value that is not known. */
  readonly args: ReadonlyMap<string, string | null>;
};

/** An image and the platforms that it is made for, as `GOOS/GOARCH`. */
export type PlatformImage = ReleaseImage & { readonly platforms: readonly string[] };

/** What could change how a program is linked, and cannot be evaluated here. */
export type NotUnderstood = RepositoryPlace & {
  readonly kind: "not-understood";
  /** What stands there, as it is written. */
  readonly text: string;
  /** Why it is not understood, in a part of a sentence: "asks for the time". */
  readonly why: string;
};

/** What a build that is no release configuration sets: a Makefile, a script or a workflow. */
export type ReleaseHint = RepositoryPlace & { readonly text: string };

/** What a repository says of its releases. */
export type ReleaseDescription = {
  readonly entries: readonly ReleaseEntry[];
  /** Files and entries that describe a build which nobody can tell. */
  readonly notUnderstood: readonly NotUnderstood[];
  readonly hints: readonly ReleaseHint[];
};

/** `.goreleaser.yaml:9 is not understood: "{{ .Now }}" asks for the time` */
export function describeNotUnderstood({ file, line, text, why }: NotUnderstood): string {
  return `${file}:${line} is not understood: ${text === "" ? "it" : `"${text}"`} ${why}`;
}
