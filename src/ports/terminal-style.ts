/** What colour and live lines depend on. */
export type Screen = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether this stream is a terminal, as Node.js says: of a pipe nothing at all. stdout may be one and stderr a file. */
  readonly isTTY: boolean | undefined;
};

/**
 * Whether a stream gets colour. As Node.js and supports-color decide: FORCE_COLOR wins over everything, in both directions, then
 * NO_COLOR (https://no-color.org) wins over what the terminal can do. In CI a terminal is a log that somebody reads later.
 */
export function wantsColor({ env, isTTY }: Screen): boolean {
  if (env.FORCE_COLOR !== undefined) return ["", "1", "2", "3", "true"].includes(env.FORCE_COLOR);
  return !isSet(env.NO_COLOR) && isTTY === true && !isDumb(env) && !isCI(env);
}

/** Whether lines may be drawn anew: not in a file, not in a log, and not where the cursor cannot be moved. */
export function wantsLiveLines({ env, isTTY }: Screen): boolean {
  return isTTY === true && !isDumb(env) && !isCI(env);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

function isDumb({ TERM }: Screen["env"]): boolean {
  return TERM === "dumb";
}

function isCI({ CI }: Screen["env"]): boolean {
  return isSet(CI) && CI !== "false" && CI !== "0";
}

/** A pipe has no width; this is what fits into most windows beside each other, and into GitHub's log. */
const widthOfPipe = 120;
/** Of a terminal that does not know its own. */
const usualWidth = 80;

export function columnsOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  if (stream.isTTY !== true) return widthOfPipe;
  return stream.columns !== undefined && stream.columns > 0 ? stream.columns : usualWidth;
}
