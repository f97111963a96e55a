import type { Environment } from "../model/environment.ts";

/**
 * Points git to another repository than the one that it stands in, or makes it read its arguments in another way: a hook that calls
 * us sets such variables.
 */
const foreign =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|SHALLOW_FILE|GRAFT_FILE|EXTERNAL_DIFF|DIFF_OPTS|[A-Z]+_PATHSPECS)$/;

/** An environment in which git looks at the repository that it stands in. */
export function withoutForeignGit(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/**
 * An environment in which git, and whatever starts it, also works in these repositories when they belong to another user
 * (`safe.directory`). What the environment configures already stays, and is in front.
 */
export function trustRepositories(env: Environment, roots: readonly string[]): Environment {
  const first = Number(env.GIT_CONFIG_COUNT ?? "0");
  // A count that git cannot read ends every git. That is for its owner to see.
  if (!Number.isSafeInteger(first) || first < 0 || roots.length === 0) return env;
  const added = roots.flatMap((root, at): [string, string][] => [
    [`GIT_CONFIG_KEY_${first + at}`, "safe.directory"],
    [`GIT_CONFIG_VALUE_${first + at}`, root],
  ]);
  return { ...env, ...Object.fromEntries(added), GIT_CONFIG_COUNT: String(first + roots.length) };
}
