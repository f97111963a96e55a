/**
 * The built-in strategies: every way to build a Go program that people use, or are told to use, to get a static binary.
 * The order is the order of the report. The config file adds more (policy/own-strategies.ts).
 */

export type Strategy = {
  readonly name: string;
  /** Set for the `go` command, over the caller's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** United with the caller's -tags. */
  readonly tags: readonly string[];
  /** Joined with the caller's -ldflags. */
  readonly linkmode: "external" | "internal" | null;
  /** Appended to the caller's -extldflags. */
  readonly extldflags: string | null;
  /** Other words for the linker, put behind the caller's. */
  readonly ldflags: readonly string[];
  /** Replaces the caller's -buildmode. */
  readonly buildmode: "pie" | "exe" | null;
  /** What the machine must have before the build can be tried at all. */
  readonly needs: "go" | "c-compiler" | "musl";
  readonly summary: string;
};
