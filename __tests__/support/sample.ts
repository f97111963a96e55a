/**
 * Rows that need real builds have a kind. `npm test` runs the first row of each kind, in name.engine.test.ts; the oracles run the others,
 * in name.oracle.test.ts. So a row that goes another way through the program gets a kind of its own, or stands first in its kind.
 */
type OfKind = { readonly kind: string };

/** The first of each kind. */
export function samplesOf<Row extends OfKind>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ kind }, at) => rows.findIndex((each) => each.kind === kind) === at);
}

/** All but the first of each kind. */
export function othersOf<Row extends OfKind>(rows: readonly Row[]): readonly Row[] {
  const samples = new Set(samplesOf(rows));
  return rows.filter((row) => !samples.has(row));
}
