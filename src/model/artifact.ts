import type { ImageStart } from "./image.ts";
import type { Container } from "./container.ts";
import type { Listing } from "./listing.ts";
import type { PackageFacts } from "./package-facts.ts";
import type { Proof } from "./proof.ts";
import type { StartNeeds } from "./system.ts";

export type LinkageKind = "static" | "static-pie" | "system" | "dynamic" | "library" | "packed" | "unreadable";

/**
 * What may stop a static program all the same. `nss`: it loads libraries of its host. `dlopen`: it asks musl to load libraries, which
 * in a static program always fails. `relocation`: it can be at any address, and its
 * code does not show that it adjusts itself to it.
 */
type Hazard = "nss" | "dlopen" | "relocation";

/** What an artifact itself says it needs in order to start. */
export type Linkage = {
  readonly kind: LinkageKind;
  /** Why it cannot be judged: for `packed` and `unreadable`, else null. */
  readonly reason: string | null;
  /** Dynamic for its interpreter alone: it needs no library. */
  readonly loaderOnly: boolean;
  readonly interpreter: string | null;
  readonly needed: readonly string[];
  /** null: none, or not known. */
  readonly libc: "glibc" | "musl" | null;
  /** The oldest glibc that can start it, "2.34". */
  readonly minGlibc: string | null;
  /** The oldest release of its system that its headers let start it: macOS "13.0", Windows "6.1"; null when none is named. */
  readonly minOs: string | null;
  readonly hazards: readonly Hazard[];
  /** Where the loader looks for libraries first. */
  readonly runpath: readonly string[];
};

export const packed: Linkage = {
  kind: "packed",
  reason: "packed with UPX: its headers are the packer's; inspect the file before it is packed",
  loaderOnly: false,
  interpreter: null,
  needed: [],
  libc: null,
  minGlibc: null,
  minOs: null,
  hazards: [],
  runpath: [],
};

/** What a file needs as far as nothing is known of it: the judges of all formats start from here. */
export const notExecutable = { ...packed, reason: null };

export function isStatic(linkage: Linkage): boolean {
  return linkage.kind === "static" || linkage.kind === "static-pie";
}

/** Which linker made a Go program: Go's own, or the host's. `unknown` also for what is not Go's. */
export type LinkMode = "internal" | "external" | "unknown";

/** What a file's headers ask for against attackers. For people to know: no verdict looks at it. */
export type Hardening = {
  /** A program that may be at any address. A library is at any address as well, but is no executable. */
  readonly pie: boolean;
  /**
   * What is read-only once it is relocated: "full" with the addresses of functions, "partial" perhaps without them. null when there
   * is no dynamic section: nothing is left to be bound, so neither word would be true (checksec#157).
   */
  readonly relro: "none" | "partial" | "full" | null;
  /** All functions are looked up before the start and not at their first call; null when there is no dynamic section. */
  readonly bindNow: boolean | null;
  /** Some Linux that starts the file makes its stack executable. */
  readonly executableStack: boolean;
  /** The loader has to write into code. */
  readonly textRelocations: boolean;
  /** There is memory that is both writable and executable. */
  readonly writableCode: boolean;
};

/**
 * What the go command wrote into a program about its own build: what `go version -m` prints. It is a hint and never
 * decides a linkage: anyone can write it, and a true one says what was asked of the go command, not what the linker
 * made of it. Its text is hostile, like all text of a file.
 */
export type GoBuildInfo = ModInfo & {
  /** As recorded: "go1.26.8", "devel go1.27-0123abc …". */
  readonly goVersion: string;
};

/** The lines of Go's build info that say what was built, and how. */
export type ModInfo = {
  /** Import path of the main package; "command-line-arguments" when files were named. */
  readonly path: string | null;
  readonly main: { readonly path: string; readonly version: string } | null;
  /**
   * What went into the build, by the key that the go command gives it: GOOS, CGO_ENABLED, -tags, -buildmode … Since Go
   * 1.18, and only what was recorded: -tags when there are some, -buildmode not by Go 1.19 but by 1.21, and nothing when
   * another tool than the go command ran the linker.
   */
  readonly settings: Readonly<Record<string, string>>;
  /**
   * Keys that were recorded too, with values that are kept from here on: `-X main.token=…` in -ldflags and a macro in
   * CGO_CFLAGS can be secrets, and so can whatever a later Go records.
   */
  readonly withheld: readonly string[];
  /** Of the C flags among those: the words that choose a processor, `-march=haswell`, `-mavx2`, in their order; absent: none. */
  readonly machineFlags?: readonly string[];
};

/** A Go package whose calls of C are in a program. */
export type CgoPackage = {
  /** Import path; "main" for the main package. */
  readonly package: string;
  /** The C functions, sorted; empty for a package that only turns C strings and bytes into Go's and back. */
  readonly functions: readonly string[];
};

/** What a static Go program reads from the machine it runs on all the same, and an image FROM scratch does not have. */
export type HostFile = "time zones" | "CA certificates";

/** Formats that systems start programs from. */
export type ExecutableFormat = "elf" | "macho" | "pe" | "xcoff" | "wasm" | "plan9";

export type Inspection = {
  /** null for what no system starts: archives, scripts, text. */
  readonly format: ExecutableFormat | null;
  /** The same in words, and for the others what they are instead: "gzip archive". */
  readonly what: string;
  /** GOARCH; null when unknown, and for a universal file with several. */
  readonly machine: string | null;
  /** GOARCH of each slice of a universal file; empty for all other files. */
  readonly slices: readonly string[];
  readonly linkage: Linkage;
  readonly linkMode: LinkMode;
  /** runtime/cgo is inside; null when it was not looked for. Without it, glibc's start-up can crash a Go program. */
  readonly usesRuntimeCgo: boolean | null;
  /** What the go command recorded in the file; of a universal file, in the slice that `linkage` is of or the first that has any. */
  readonly go: GoTraces["go"];
  /** The packages whose C calls are in the file; null when nobody asked, or when it could not be searched. */
  readonly cgoCalls: GoTraces["cgoCalls"];
  /** What a static program reads from the machine all the same; empty when nobody asked, or when its functions have no names. */
  readonly hostFiles: readonly HostFile[];
  /** null for formats other than ELF, and for what is packed or unreadable. */
  readonly hardening: Hardening | null;
  /** What it asks of the system that starts it; null where `hardening` is. */
  readonly needs: StartNeeds | null;
};

/** What a report says of a file's linkage. null for WebAssembly: a host runs it and hands it what it imports, so nothing is linked. */
export function linkageOf({ format, linkage }: Pick<Inspection, "format" | "linkage">): Linkage | null {
  return format === "wasm" ? null : linkage;
}

export type GoTraces = {
  readonly go: GoBuildInfo | null;
  /** null when nobody asked, or when it could not be searched. */
  readonly cgoCalls: readonly CgoPackage[] | null;
};

/** A file that was judged. */
export type Artifact = {
  /** Where it was kept, null when it was not; of a file that something else built, as it was named. */
  readonly path: string | null;
  /** Bytes. */
  readonly size: number;
  /** null when nobody asked for it: hashing reads the whole file, judging does not. */
  readonly sha256: string | null;
  readonly inspection: Inspection;
  /** Time in ms that reading and judging took. */
  readonly inspectMs: number;
};

/** A file that something else built, judged. */
export type GivenFile = Artifact & {
  /** As it was named; of a member of an archive `dist/app.tar.gz!/bin/app`. */
  readonly path: string;
  readonly proof: Proof | null;
  /** null for a file of the disk. */
  readonly container: Container | null;
  /** Where it can be started, absolute or relative to the working directory; null where it was only read. */
  readonly file: string | null;
  /** What its archive says of it; null for a file of the disk. */
  readonly packed: PackedFile | null;
  /** What goreleaser's list says of it, or of its archive; null where there is none. */
  readonly listed: Listing | null;
};

export type PackedFile = {
  /** Permission bits; null where the format has none. */
  readonly mode: number | null;
  /** What the package says of itself; null where the archive is none. */
  readonly package: PackageFacts | null;
  /** The names of the files that lie in the package with it: libraries that it needs can be among them. */
  readonly names: ReadonlySet<string>;
};

/** The entrypoint of an image for one platform. */
export type GivenImage = {
  /** As it was named: `dist/app.tar`. */
  readonly container: string;
  /** The same; with the tag or the digest of the image, where there are several. */
  readonly path: string;
  readonly format: "oci" | "docker";
  /** What the entrypoint leads to; null where that is nothing. */
  readonly file: (Artifact & { readonly path: string }) | null;
  readonly start: ImageStart;
};
