import type { Environment } from "./environment.ts";

export type Toolchain = {
  /** Go's own spelling: "1.26.8", "1.27rc1". */
  readonly version: string;
  /** GOROOT */
  readonly root: string;
  /** Path of the go program. */
  readonly go: string;
  readonly source: "path" | "tool-cache" | "toolchain" | "download";
  /** One sentence: which Go, from where, and who asked for what. */
  readonly why: string;
  /** Of the archive that was downloaded and verified in this run, else null. */
  readonly sha256: string | null;
  /** For everything that runs this Go. */
  readonly env: Environment;
};
