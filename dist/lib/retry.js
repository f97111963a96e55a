import { o as RequestFailed } from "./errors.js";

// src/ports/retry.ts
/** How often the same is asked. */
const attempts = 4;
/** No server is waited for longer than this, whatever it asks for. In ms. */
const longestPause = 6e4;
/**
* Asks again, after a pause, as long as that can help and `mayPause` allows the pause (in ms). Throws what the last attempt threw:
* RequestFailed, with the number of attempts in its message, or Interrupted.
*/
async function retry(get, network, mayPause = () => true) {
	for (let attempt = 1;; attempt++) try {
		return await get();
	} catch (thrown) {
		if (!(thrown instanceof RequestFailed)) throw thrown;
		const pause = pauseAfter(attempt, thrown.retryAfterMs, Math.random());
		if (!thrown.passing || attempt === attempts || !mayPause(pause)) {
			if (attempt === 1) throw thrown;
			const { message, status } = thrown;
			throw new RequestFailed(`${message} (${attempt} attempts)`, {
				passing: false,
				status,
				cause: thrown
			});
		}
		await network.sleep(pause);
	}
}
/** 1 to 2, 2 to 4, 4 to 8 s, so that many clients do not come back at once; longer when the server asks for it. In ms. */
function pauseAfter(attempt, retryAfterMs, random) {
	const ours = 1e3 * 2 ** (attempt - 1) * (1 + random);
	return Math.min(Math.max(ours, retryAfterMs ?? 0), longestPause);
}

export { retry as t };