import { resolve } from "node:path";
import { findUp } from "../ports/find-up.ts";
import { foreignEvent } from "../config/safe-events.ts";
import type { Files } from "../ports/types.ts";
import type { Environment } from "../model/environment.ts";
import type { ReleaseDescription } from "../model/release.ts";
import { findRelease } from "./find-release-files.ts";

type Asked = { readonly ship: string; readonly workingDirectory: string };

/** A description, and the folder that its paths are relative to: the root of the repository, else the working directory. */
export type DescribedRelease = {
  readonly root: string;
  readonly description: ReleaseDescription;
  /** Why nothing was looked for, in a sentence; null where it was. */
  readonly why: string | null;
};

const nothing: ReleaseDescription = { entries: [], notUnderstood: [], hints: [] };

/** What the repository says of its releases; null where something else is to ship. `env` is what a release would be started with. */
export async function describeRelease(
  { ship, workingDirectory }: Asked,
  { files, env }: { readonly files: Files; readonly env: Environment },
): Promise<DescribedRelease | null> {
  if (ship !== "auto") return null;
  const directory = resolve(workingDirectory);
  const root = (await findUp(directory, ".git", files)) ?? directory;
  const foreign = foreignEvent(env);
  // As the config file: it may be a stranger's, and names compilers of the repository.
  if (foreign !== null) {
    return { root, description: nothing, why: `release configurations are not read in a run of ${foreign}` };
  }
  return {
    root,
    description: await findRelease({ repository: root, workingDirectory: directory }, { files, env }),
    why: null,
  };
}

/** The same of a tree that is written out somewhere: `root` is its own root. */
export async function describeReleaseIn(
  root: string,
  { ship, workingDirectory }: Asked,
  { files, env }: { readonly files: Files; readonly env: Environment },
): Promise<DescribedRelease | null> {
  if (ship !== "auto") return null;
  return { root, description: await findRelease({ repository: root, workingDirectory }, { files, env }), why: null };
}
