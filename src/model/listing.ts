/** What goreleaser's artifacts.json says of a file. All of it is text of a file. */
export type Listing = {
  /** The list itself, as a report names it. */
  readonly file: string;
  readonly goos: string | null;
  readonly goarch: string | null;
  /** The Go variables that choose a processor, as recorded: `GOAMD64` → `v1`. */
  readonly variants: Readonly<Record<string, string>>;
  /** The names of the programs that an archive has; empty for what is no archive. */
  readonly binaries: readonly string[];
  /** Listed programs that were not found in it. */
  readonly missing: readonly string[];
  /** The commit of the release, from metadata.json; null where it does not say. */
  readonly commit: string | null;
  readonly tag: string | null;
};
