/** The allowed word that somebody probably meant; undefined when none is near. */
export function nearest(word: string, allowed: readonly string[]): string | undefined {
  // A word of a novel's length is no slip of a finger.
  if (word.length > 64) return undefined;
  const scored = allowed
    .map((each) => ({ each, distance: distanceOf(word.toLowerCase().replaceAll("_", "-"), each) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.each.length / 3)) ? best.each : undefined;
}

/** `; did you mean static?`, or nothing. */
export function didYouMean(word: string, allowed: readonly string[]): string {
  const near = nearest(word, allowed);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

/** How many letters have to be put in, taken out, changed, or swapped with the next. */
function distanceOf(from: string, to: string): number {
  let older: number[] = [];
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now[column] = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (older[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    older = before;
    before = now;
  }
  return before[to.length] ?? 0;
}
