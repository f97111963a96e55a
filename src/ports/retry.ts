import { RequestFailed } from "../errors.ts";
import type { Network } from "./types.ts";

/** How often the same is asked. */
const attempts = 4;

/** No server is waited for longer than this, whatever it asks for. In ms. */
const longestPause = 60_000;

/**
 * Asks again, after a pause, as long as that can help and `mayPause` allows the pause (in ms). Throws what the last attempt threw:
 * RequestFailed, with the number of attempts in its message, or Interrupted.
 */
export async function retry<T>(
  get: () => Promise<T>,
  network: Pick<Network, "sleep">,
  mayPause: (ms: number) => boolean = () => true,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await get();
    } catch (thrown: unknown) {
      if (!(thrown instanceof RequestFailed)) throw thrown;
      const pause = pauseAfter(attempt, thrown.retryAfterMs, Math.random());
      if (!thrown.passing || attempt === attempts || !mayPause(pause)) {
        if (attempt === 1) throw thrown;
        const { message, status } = thrown;
        throw new RequestFailed(`${message} (${attempt} attempts)`, { passing: false, status, cause: thrown });
      }
      await network.sleep(pause);
    }
  }
}

/** 1 to 2, 2 to 4, 4 to 8 s, so that many clients do not come back at once; longer when the server asks for it. In ms. */
export function pauseAfter(attempt: number, retryAfterMs: number | null, random: number): number {
  const ours = 1000 * 2 ** (attempt - 1) * (1 + random);
  return Math.min(Math.max(ours, retryAfterMs ?? 0), longestPause);
}
