import type { RawJob } from "./workflow-file.ts";

/** One job of a matrix: what each key of it is there. */
export type Leg = Readonly<Partial<Record<string, string>>>;

type Part = Readonly<Record<string, unknown>>;

/**
 * The jobs of a matrix, as GitHub makes them ("Running variations of jobs in a workflow", docs.github.com): all combinations of the
 * lists, without what `exclude` names, and with what `include` adds to them or beside them. null: expressions are in it.
 */
export function legsOf(matrix: RawJob["matrix"]): readonly Leg[] | null {
  const whole = Object.fromEntries(matrix);
  if (JSON.stringify(whole).includes("${{") || "" in whole) return null;
  const { include, exclude, ...lists } = whole;
  const [added, excluded] = [partsOf(include), partsOf(exclude)];
  if (added === null || excluded === null) return null;
  let legs: Leg[] = [{}];
  for (const [key, list] of Object.entries(lists)) {
    const values = typeof list === "string" ? parsedList(list) : list;
    if (values === null || legs.length * values.length > legLimit) return null;
    legs = legs.flatMap((leg) => values.map((value) => ({ ...leg, [key]: textOf(value) })));
  }
  const kept = Object.keys(lists).length === 0 ? [] : legs.filter((leg) => !excluded.some((part) => isIn(part, leg)));
  return withIncluded(kept, added, Object.keys(lists));
}

/** GitHub makes no more of one matrix. */
const legLimit = 256;

/** Each part goes to the legs of which it changes no value of a list; one that goes to none is a leg of its own. */
function withIncluded(legs: readonly Leg[], parts: readonly Part[], own: readonly string[]): readonly Leg[] {
  let found = legs;
  const beside: Leg[] = [];
  for (const part of parts) {
    const added = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, textOf(value)]));
    const fits = (leg: Leg): boolean => own.every((key) => !(key in added) || leg[key] === added[key]);
    if (found.some(fits)) found = found.map((leg) => (fits(leg) ? { ...leg, ...added } : leg));
    else beside.push(added);
  }
  return [...found, ...beside];
}

function isIn(part: Part, leg: Leg): boolean {
  return Object.entries(part).every(([key, value]) => leg[key] === textOf(value));
}

function partsOf(text: readonly string[] | string | undefined): readonly Part[] | null {
  if (text === undefined) return [];
  const list = typeof text === "string" ? parsedList(text) : text;
  const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null;
  return list?.every(isPart) === true ? list : null;
}

function parsedList(json: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Of `${{ matrix.KEY }}`, and nothing else beside it. */
export function matrixKey(raw: string): string | null {
  return /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(raw)?.[1] ?? null;
}

type Legs = { readonly before: readonly Leg[]; readonly now: readonly Leg[] };

/**
 * What a key had in the place of a value: that value, where the base has it as well; else what it is in the leg that is the same in all
 * else, or in the same place. undefined: that cannot be told.
 */
export function valueInPlace(key: string, after: string, { before, now }: Legs): string | undefined {
  const isValue = (leg: Leg): boolean => leg[key]?.trim() === after;
  if (before.some(isValue)) return after;
  const found = now.filter(isValue).map((leg) => {
    const others = (each: Leg): string => JSON.stringify(Object.entries({ ...each, [key]: "" }).toSorted());
    const [same, ...more] = before.filter((each) => others(each) === others(leg));
    const inPlace = before.length === now.length ? before[now.indexOf(leg)] : undefined;
    return (more.length === 0 ? (same ?? inPlace) : inPlace)?.[key];
  });
  const [value, ...others] = new Set(found);
  return others.length === 0 ? value : undefined;
}
