import type { CgoEnv } from "../model/plan.ts";

/** What is known of a build beside its output. */
export type ErrorContext = {
  /** The packages that have cgo files when cgo is on, and here have none. */
  readonly lostCgo: readonly string[];
  /** The cgo file that declares a name, where a package lost it: `main.go` for a package of the module itself. */
  readonly declaredIn: ReadonlyMap<string, string>;
  readonly cgoEnv: Partial<CgoEnv>;
  /** What `#cgo` lines hand to the C compilers. */
  readonly compilerFlags: readonly string[];
  /** Words of the linker's flags for the C compiler (-extldflags). */
  readonly extldflags: readonly string[];
  /** The C compiler is one for musl. */
  readonly isMusl: boolean;
  readonly goarch: string;
  /** The cross compiler for the platform that distributions have; null for none, and for this machine's own platform. */
  readonly crossCompiler: string | null;
  /** The shortest chain of imports from the program to a package, both included. */
  readonly chainTo: (importPath: string) => readonly string[];
  /** Packages of the program that have files behind the tag `musl`. */
  readonly muslTagged: readonly string[];
};

/** Where nothing is known but the output. */
export const noContext: ErrorContext = {
  lostCgo: [],
  declaredIn: new Map(),
  cgoEnv: {},
  compilerFlags: [],
  extldflags: [],
  isMusl: false,
  goarch: "",
  crossCompiler: null,
  chainTo: (importPath) => [importPath],
  muslTagged: [],
};

/** What went wrong, in one line, and what to do. */
export type BuildProblem = { readonly cause: string; readonly fix: string | null };
