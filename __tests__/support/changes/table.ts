import { appendFileSync } from "node:fs";
import fc from "fast-check";
import pLimit from "p-limit";
import { type Drawn, kinds } from "./edits.ts";
import { type Change, type Outcome, play, type Played } from "./run.ts";

// Random changes, what the gate says of them, and the table of that.

const drawn = fc.record({ kind: fc.constantFrom(...kinds), seed: fc.nat() });

/** One to three edits, the first of a kind; one in four is of a base that is edited itself, and may be broken. */
function changesOf(kind: string): fc.Arbitrary<Change> {
  const first = fc.record({ kind: fc.constant(kind), seed: fc.nat() });
  const parts = kind.includes("submodule") ? (["submodule"] as const) : /\bC\b/.test(kind) ? (["C"] as const) : [];
  const none: fc.Arbitrary<readonly Drawn[]> = fc.constant([]);
  return fc.record({
    parts: parts.length > 0 ? fc.constant(parts) : fc.constantFrom([], [], ["C"] as const, ["submodule"] as const),
    before: fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: drawn.map((edit) => [edit]) }),
    after: fc.tuple(first, fc.array(drawn, { maxLength: 2 })).map(([edit, more]) => [edit, ...more]),
  });
}

/** `count` changes, of all kinds in turn. The same seed draws the same ones. */
export function drawChanges(count: number, seed: number): Change[] {
  const each = Math.ceil(count / kinds.length);
  const all = kinds.map((kind, at) => fc.sample(changesOf(kind), { numRuns: each, seed: seed + at }));
  const turns = Array.from({ length: each }, (_, turn) => all.flatMap((changes) => changes[turn] ?? []));
  // A few are spread over the kinds.
  const step = Math.max(1, Math.floor((kinds.length * each) / count));
  return turns
    .flat()
    .filter((_, at) => at % step === 0)
    .slice(0, count);
}

/** Plays changes, two at a time; with LOG_CHANGES=FILE each is appended there as a line of JSON. */
export async function playAll(changes: readonly Change[]): Promise<Played[]> {
  const limit = pLimit(2);
  const { LOG_CHANGES: log } = process.env;
  return Promise.all(
    changes.map((change) =>
      limit(async () => {
        const played = await play(change);
        if (log !== undefined) appendFileSync(log, `${JSON.stringify(played)}\n`);
        return played;
      }),
    ),
  );
}

const outcomes: readonly Outcome[] = ["pass", "warn", "fail", "refused"];
const judgements = ["right", "open", "wrong pass", "wrong fail"] as const;

/** Kinds × outcomes: of all changes with an edit of the kind, what the gate says, and what the plain builds say of that. */
export function tableOf(all: readonly Played[]): string {
  const count = (some: readonly Played[]): number[] => [
    some.length,
    ...outcomes.map((outcome) => some.filter((played) => played.outcome === outcome).length),
    ...judgements.map((judged) => some.filter((played) => played.judged === judged).length),
  ];
  const rows = kinds.flatMap((kind) => {
    const some = all.filter(({ change }) => [...change.before, ...change.after].some((edit) => edit.kind === kind));
    return some.length === 0 ? [] : [[kind, ...count(some)]];
  });
  const heading = ["", "changes", ...outcomes, ...judgements];
  const width = Math.max(...kinds.map(({ length }) => length));
  return [heading, ...rows, ["all changes", ...count(all)]]
    .map(
      ([name, ...cells]) => `${String(name).padEnd(width)} ${cells.map((cell) => String(cell).padStart(10)).join("")}`,
    )
    .join("\n");
}

/** What the gate and the plain builds contradict each other in; to be played again from its change. */
export function contradictions(all: readonly Played[]): readonly Played[] {
  return all.filter(({ judged }) => judged.startsWith("wrong"));
}
