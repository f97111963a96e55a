import { plural } from "../../text/english.ts";
import { type Block, type Mark, type Phrase, type Table, text } from "./model.ts";

/** What a column shows of an item, in order of the table. */
type Column<T> = Table["columns"][number] & { readonly of: (item: T) => Phrase };

/**
 * A table of items, at most `limit` of them. Columns in which nothing stands are left out.
 */
export function tableOf<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { markOf = () => null, limit = Infinity }: { readonly markOf?: (item: T) => Mark; readonly limit?: number } = {},
): Block[] {
  const shown = items.slice(0, limit);
  const cells = shown.map((item) => columns.map(({ of }) => of(item)));
  const used = columns.filter((_, at) => cells.some((row) => row[at]?.some((part) => part !== "")));
  const isUsed = (_: unknown, at: number): boolean => columns[at] !== undefined && used.includes(columns[at]);
  const rows = shown.map((item, at) => ({ mark: markOf(item), cells: cells[at]?.filter(isUsed) ?? [] }));
  if (rows.length === 0) return [];
  const left = items.length - shown.length;
  const more = left > 0 ? [text(`… and ${plural(left, "more row")} in the JSON report.`)] : [];
  return [{ kind: "table", columns: used.map(({ of: _, ...column }) => column), rows }, ...more];
}

/** At most `limit` items, and a last one that counts the rest. */
export function cut(items: readonly Phrase[], limit: number, noun: string): Phrase[] {
  const left = items.length - limit;
  return left > 0
    ? [...items.slice(0, limit), [`… and ${plural(left, `more ${noun}`)} in the JSON report`]]
    : [...items];
}
