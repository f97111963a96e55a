// src/errors.ts
/**
* The caller's mistake. The message names the input, what it was and what is allowed, and is shown without a stack.
* Both doors answer it with exit code 2.
*/
var ConfigError = class extends Error {
	name = "ConfigError";
};
/** Packages there are, but no program among them. */
var NothingToBuild = class extends ConfigError {};
/** The go command cannot list anything, for a fault of the sources alone. The message has no folder of this machine in it. */
var NotListed = class extends ConfigError {};
/** Something that this machine lacks or ran out of, in one sentence. Neither the caller nor go-linkage is to blame. */
var MachineFault = class extends Error {
	name = "MachineFault";
};
/** The run was cut off from outside (Ctrl-C, SIGTERM, a cancelled workflow). Nobody's mistake. */
var Interrupted = class extends Error {
	name = "Interrupted";
};
/** One attempt at a request that came to nothing. The message says why, without the URL and without any secret. */
var RequestFailed = class extends Error {
	name = "RequestFailed";
	/** Whether asking again can help. */
	passing;
	/** How long the server asked to be left alone, in ms; null when it did not say. */
	retryAfterMs;
	/** Of the answer; null when there was none, or it does not matter. */
	status;
	constructor(message, about) {
		super(message, { cause: about.cause });
		this.passing = about.passing;
		this.retryAfterMs = about.retryAfterMs ?? null;
		this.status = about.status ?? null;
	}
};
/** Anything that was thrown, as an Error: JavaScript lets people throw strings. */
function toError(thrown) {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

export { NothingToBuild as a, NotListed as i, Interrupted as n, RequestFailed as o, MachineFault as r, toError as s, ConfigError as t };