/** Each value once, in the order of the first. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
