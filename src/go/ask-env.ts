import type { Environment } from "../model/environment.ts";
import type { CommandResult } from "../ports/types.ts";
import type { Go } from "./command.ts";

/**
 * `go env -json`, for which -w and -u in GOFLAGS would be flags of its own. What GOFLAGS of the environment holds is put in unread;
 * that of the file of `go env -w` is read by the go command.
 */
export async function askGoEnv(
  go: Go,
  names: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env?: Environment },
): Promise<CommandResult> {
  const GOFLAGS = env?.GOFLAGS ?? go.env.GOFLAGS ?? "";
  if (GOFLAGS.trim() === "") return go.ask(["env", "-json", ...names], { cwd, ...(env === undefined ? {} : { env }) });
  const result = await go.ask(["env", "-json", ...names], { cwd, env: { ...env, GOFLAGS: " " } });
  if (result.exitCode !== 0 || !names.includes("GOFLAGS")) return result;
  return { ...result, stdout: JSON.stringify({ ...(JSON.parse(result.stdout) as object), GOFLAGS }) };
}
