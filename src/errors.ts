/**
 * The caller's mistake. The message names the input, what it was and what is allowed, and is shown without a stack.
 * Both doors answer it with exit code 2.
 */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The run was cut off from outside (Ctrl-C, SIGTERM, a cancelled workflow). Nobody's mistake. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Anything that was thrown, as an Error: JavaScript lets people throw strings. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
