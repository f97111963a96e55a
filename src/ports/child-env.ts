import type { Environment } from "../model/environment.ts";

/**
 * What a `run:` step of a workflow does not have, and what would let a program speak to the runner: the action's own inputs and
 * tokens, and the files of commands. All else is inherited, for private modules and release configurations need it.
 */
const forTheRunner = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/;

/** The environment of a program that this one starts. Names are compared as Windows does, without case. */
export function childEnvironment(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !forTheRunner.test(name.toUpperCase())));
}
