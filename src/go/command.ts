import type { CommandResult } from "../ports/types.ts";
import { ConfigError } from "../errors.ts";

/** What a command printed; throws ConfigError with its error output when it failed. */
export function mustSucceed(command: string, result: CommandResult): string {
  if (result.exitCode === 0) return result.stdout;
  throw new ConfigError(`${command} failed: ${result.stderr.trim() || `exit status ${result.exitCode ?? "unknown"}`}`);
}
