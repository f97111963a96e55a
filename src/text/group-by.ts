/** Items with equal keys together, groups in the order of their first item. (Map.groupBy is missing from Node 20.) */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Each value once, in the order of the first. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
