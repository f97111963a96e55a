/**
 * The caller's mistake. The message names the input, what it was and what is allowed, and is shown without a stack.
 * Both doors answer it with exit code 2.
 */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Packages there are, but no program among them. */
export class NothingToBuild extends ConfigError {}

/** The go command cannot list anything, for a fault of the sources alone. The message has no folder of this machine in it. */
export class NotListed extends ConfigError {}

/** Something that this machine lacks or ran out of, in one sentence. Neither the caller nor go-linkage is to blame. */
export class MachineFault extends Error {
  override readonly name = "MachineFault";
}

/** The run was cut off from outside (Ctrl-C, SIGTERM, a cancelled workflow). Nobody's mistake. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

type FailureFacts = {
  readonly passing: boolean;
  readonly retryAfterMs?: number | null;
  readonly status?: number | null;
  readonly cause?: unknown;
};

/** One attempt at a request that came to nothing. The message says why, without the URL and without any secret. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  /** Whether asking again can help. */
  readonly passing: boolean;
  /** How long the server asked to be left alone, in ms; null when it did not say. */
  readonly retryAfterMs: number | null;
  /** Of the answer; null when there was none, or it does not matter. */
  readonly status: number | null;

  constructor(message: string, about: FailureFacts) {
    super(message, { cause: about.cause });
    this.passing = about.passing;
    this.retryAfterMs = about.retryAfterMs ?? null;
    this.status = about.status ?? null;
  }
}

/** Anything that was thrown, as an Error: JavaScript lets people throw strings. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
