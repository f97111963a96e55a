/** Families of symbol versions that decide where a program starts. */
export const versionSets = ["GLIBC", "GLIBCXX", "CXXABI", "GCC"] as const;

export type VersionSet = (typeof versionSets)[number];

/** A version of one library's symbols that a program asks for. */
export type NeededVersion = {
  /** `libc.so.6` */
  readonly library: string;
  /** `GLIBC_2.34`, `GLIBC_ABI_DT_RELR`, `GLIBC_PRIVATE` */
  readonly name: string;
  /** VER_FLG_WEAK: when the library lacks it, the loader goes on. */
  readonly weak: boolean;
  /** The undefined symbols that ask for it, sorted; empty when none does, or when they could not be read. */
  readonly symbols: readonly string[];
};

/** What an ELF program asks of the system that starts it, beside its loader and its libraries. */
export type StartNeeds = {
  readonly versions: readonly NeededVersion[];
  /** Undefined symbols that have to be found and name no version, sorted; those that may be missing are left out. */
  readonly unversioned: readonly string[];
  /** All symbols are looked up before the start, and not at their first call. */
  readonly bindNow: boolean;
  /** Bytes: the largest page that its segments can be loaded on; null: any. */
  readonly pageSize: number | null;
  /** What its processor has to be, beside Go's own setting: `v2` to `v4`; null: nothing is recorded. */
  readonly isaLevel: string | null;
};

/**
 * `general`: a distribution. `rolling`: one that moves, so that what is newer than recorded is not known. `image`: a container image,
 * to which no package can be added. `policy`: a promise of what systems have at least.
 */
export type SystemKind = "general" | "rolling" | "image" | "policy";

/** What a system has for programs of one processor. Versions are the newest that its libraries have; null: not known. */
export type SystemProcessor = {
  /** GOARCH */
  readonly processor: string;
  /** The least that its processors can do, `v1` to `v4`; null for processors without such levels. */
  readonly level: string | null;
  /** Where its dynamic loader is; null: it has none. */
  readonly loader: string | null;
  readonly versions: Readonly<Record<VersionSet, string | null>>;
  /** The first GLIBC version of its port: none is older. null without glibc. */
  readonly oldest: string | null;
  /** Version names without a number: `GLIBC_ABI_DT_RELR`. `?` at the end: not known. */
  readonly names: readonly string[];
};

/** `versions`: what it defines; empty for a library without versions; null: not recorded. */
export type SystemLibrary = { readonly name: string; readonly versions: readonly string[] | null };

/** Something that programs run on, by name and release. */
export type System = {
  /** `debian11` */
  readonly id: string;
  readonly aliases: readonly string[];
  /** `Debian`: systems of one family are listed together, oldest first. */
  readonly family: string;
  /** `11`; empty for what has no releases. */
  readonly release: string;
  readonly kind: SystemKind;
  readonly libc: "glibc" | "musl" | "none";
  /** Of the C library; null: none, or not known. */
  readonly version: string | null;
  /** YYYY-MM-DD, the end of standard or free long-term support; `none`: no end is set; null: not known, or without releases. */
  readonly end: string | null;
  /** The oldest Linux that it comes with; null: not known, or that of its host. */
  readonly kernel: string | null;
  /** The libraries of glibc that it has. */
  readonly glibc: readonly string[];
  /** Other libraries of its default install, as far as they were measured or a source lists them. */
  readonly libraries: readonly SystemLibrary[];
  readonly source: string;
  /** YYYY-MM-DD, of the source. */
  readonly date: string;
  readonly processors: readonly SystemProcessor[];
};

export const startOutcomes = ["runs", "needs-package", "does-not-start", "unknown"] as const;

export type StartOutcome = (typeof startOutcomes)[number];

/** Whether a program starts on one system. */
export type RunsOn = {
  /** The id of the system. */
  readonly system: string;
  readonly outcome: StartOutcome;
  /** One sentence, to be put behind the name of the program. */
  readonly reason: string;
  /** Libraries that `needs-package` is about; empty for the others. */
  readonly packages: readonly string[];
  /** Where it is known from. */
  readonly source: string;
  /** How to build it so that it starts there, where linkage is not what keeps it from starting; null: it is, or nothing does. */
  readonly fix: string | null;
  /** What its build says that keeps it from starting there: `GOAMD64=v3`, `-march=haswell`; null where it is what it links. */
  readonly setting: string | null;
};

/** What sets how old a library may be. */
export type Floor = {
  readonly set: VersionSet;
  /** `2.34`, or what stands behind the set's name where that is no number: `ABI_DT_RELR`. */
  readonly version: string;
  readonly library: string;
  readonly symbols: readonly string[];
  /** The Go package that brings the symbols; null where that cannot be told. */
  readonly package: string | null;
};
