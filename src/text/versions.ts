/** Versions as dots and numbers; null is lower than any. */
export function isHigher(version: string | null, than: string | null): boolean {
  if (version === null) return false;
  if (than === null) return true;
  const [left, right] = [version, than].map((version) => version.split(".").map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let at = 0; at < length; at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** A version of glibc as people write it: `2.31`. */
export const glibcForm = /^\d{1,4}\.\d{1,4}(?:\.\d{1,4})?$/;
