/** A file that a glob matched and that is no program, by its content and by its name. */
export type SkippedFile = {
  /** As the glob found it. */
  readonly path: string;
  /** What it is instead: "text", "script", "gzip archive". */
  readonly reason: string;
};
