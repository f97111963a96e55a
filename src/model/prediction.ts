import type { CgoEnv, GoFlag } from "./plan.ts";
import type { GoPackage } from "./packages.ts";
import type { Environment } from "./environment.ts";

/** `minor` of Go 1.x, and what is built for. */
export type Port = { readonly minor: number; readonly goos: string; readonly goarch: string };

/** Everything known before a build that decides which linker makes the program and what comes out. */
export type LinkFacts = Port & {
  /** -buildmode as it was asked for: "default" for nothing. */
  readonly buildmode: string;
  /** -linkmode as the linker reads it. */
  readonly linkmode: string | null;
  /**
   * -linkmode=external as the go command sees it, which is less tolerant: `--linkmode` it overlooks, and up to go1.20 all
   * -ldflags that name no package pattern (LinkerDeps in cmd/go/internal/load/pkg.go).
   */
  readonly externalIsSeen: boolean;
  /** Words, as the linker splits them; null when there are none. */
  readonly extldflags: readonly string[] | null;
  /** GO_EXTLINK_ENABLED, which cmd/link reads when -linkmode says nothing. */
  readonly extlinkEnabled: "0" | "1" | null;
  readonly race: boolean;
  readonly msan: boolean;
  readonly asan: boolean;
  readonly linkshared: boolean;
  readonly cgoEnv: CgoEnv;
  /** The C compiler of `CC`, when it is not on this machine; absent: it is, or nobody looked. */
  readonly missingCompiler?: string;
  /** Built for this machine's own platform. */
  readonly isNative: boolean;
  /** What the program is made of, the main package first and then by distance from it. */
  readonly packages: readonly GoPackage[];
};

export type BuildSettings = {
  /** Of the toolchain: "1.26.8". */
  readonly goVersion: string;
  readonly goflags: readonly GoFlag[];
  /** The toolchain's environment. */
  readonly env: Environment;
};

/** Which linker makes the program, or why none does. */
export type PredictedLinkMode = {
  /** null when the go command or the linker refuses, and for a program of which a package cannot be loaded. */
  readonly mode: "internal" | "external" | null;
  /** In the toolchain's own terms; the refusal, or what cannot be loaded, when `mode` is null. */
  readonly reasons: readonly string[];
  /** runtime/cgo is part of the program. Without it an external link to glibc makes a program that dies at start. */
  readonly hasRuntimeCgo: boolean;
  /** Packages whose C code the internal linker does not link, nearest first. */
  readonly outside: readonly string[];
  /** C flags that made the linker prefer the external one. */
  readonly distrusted: readonly { readonly package: string; readonly flag: string }[];
};

/** What will come out of a link, as far as flags and sources tell. */
export type PredictedLinkage = {
  /** `fails`: no program comes out. null: nothing here can tell. */
  readonly kind: "static" | "static-pie" | "dynamic" | "system" | "library" | "fails" | null;
  /** Dynamic only for its loader. */
  readonly loaderOnly: boolean;
  /** Dies at start: linked to glibc without runtime/cgo. */
  readonly crashes: boolean;
  /** One sentence. */
  readonly because: string;
  /** What could prove it wrong, because nobody has looked there. */
  readonly unseen: readonly string[];
};

/** A package outside cgo that imports symbols of a C library by a directive, and the libraries. */
export type DynamicImport = { readonly package: string; readonly libraries: readonly string[] };

/** What the rules of the toolchain say of a cell before it is built. */
export type Prediction = {
  readonly facts: LinkFacts;
  readonly link: PredictedLinkMode;
  readonly linkage: PredictedLinkage;
  readonly dynamicImports: readonly DynamicImport[];
};

/** A prediction as the report holds it. */
export type CheckedPrediction = {
  /** null when no linker would finish, or when nobody can tell which one it would be. */
  readonly mode: "internal" | "external" | null;
  readonly linkage: PredictedLinkage["kind"];
  readonly loaderOnly: boolean;
  /** Static, but dies at start. */
  readonly crashes: boolean;
  /** Why that linker. */
  readonly reasons: readonly string[];
  /** Why that linkage. */
  readonly because: string;
  /** `certain`: only rules of the toolchain were needed. `likely`: something that was not looked at could change it. */
  readonly certainty: "certain" | "likely";
  /** What was not looked at. */
  readonly unseen: readonly string[];
  /** Whether the artifact is what was predicted; null when there is none to compare with. */
  readonly agrees: boolean | null;
};
