import type { RepositoryPlace } from "./release.ts";

/** An image that a release is put into, and whether the program starts there. `file` and `line` are of the image. */
export type ReleaseImageStart = RepositoryPlace & {
  /** `debian:11` */
  readonly image: string;
  /** The id of its system. */
  readonly system: string;
  /** null: nobody can tell. */
  readonly starts: boolean | null;
  /** To be put behind "it". */
  readonly reason: string;
  /** null where it starts. */
  readonly fix: string | null;
};
