/** A file that a glob matched, or that is in a folder or an archive, and that is no program. */
export type SkippedFile = {
  /** As it was found; of a member of an archive `dist/app.tar.gz!/README.md`. */
  readonly path: string;
  /** What it is instead: "text", "script", "gzip archive". */
  readonly reason: string;
};
