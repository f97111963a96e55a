import type { NotUnderstood, ReleaseEntry } from "../model/release.ts";
import type { Located } from "./misread.ts";

/** A file of the repository: `file` is its path, relative to the root, with slashes. */
export type ReleaseFile = { readonly file: string; readonly text: string };

/** What a reader of release configurations knows beside the file. */
export type ReleaseContext = {
  /** The environment of the process, which the workflow sets. */
  readonly env: Readonly<Record<string, string>>;
  /** The name of the project where the file does not say it; without it, what depends on it is not understood. */
  readonly projectName?: string | null;
};

/** What a file of a release configuration says. */
export type ReleaseReading = {
  readonly entries: readonly ReleaseEntry[];
  readonly notUnderstood: readonly NotUnderstood[];
};

/** What a configuration of goreleaser says for all its builds. */
export type Project = {
  readonly file: string;
  /** Where goreleaser runs, relative to the repository's root. */
  readonly folder: string;
  readonly context: ReleaseContext & { readonly projectName: string | null };
  readonly env: readonly Located[];
  readonly monorepo: Located | null;
};
