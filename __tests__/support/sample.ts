/**
 * Rows that need real builds have a kind. `npm test` runs the first row of each kind, in name.engine.test.ts; the oracles run the others,
 * in name.oracle.test.ts. So a row that goes another way through the program gets a kind of its own, or stands first in its kind.
 */
export type Choice = <Row>(rows: readonly Row[], kindOf: (row: Row) => string) => readonly Row[];

/** The first of each kind. */
export const samplesOf: Choice = (rows, kindOf) => {
  const kinds = rows.map((row) => kindOf(row));
  return rows.filter((_, at) => kinds.indexOf(kinds[at] ?? "") === at);
};

/** All but the first of each kind. */
export const othersOf: Choice = (rows, kindOf) => {
  const samples = new Set(samplesOf(rows, kindOf));
  return rows.filter((row) => !samples.has(row));
};

/** The kind of a row that says it itself. */
export function ownKind({ kind }: { readonly kind: string }): string {
  return kind;
}
