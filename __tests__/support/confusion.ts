import type { Cell } from "../../src/model/report.ts";

/** What was predicted against what came out, as a table for people and as a list of what differs. */
export type Confusion = { readonly table: string; readonly misses: readonly string[] };

export type Outcome = { readonly name: string; readonly predicted: string; readonly observed: string };

/** "internal static", "external dynamic", "fails" … of a cell that was built or failed. */
export function outcomeOf(cell: Cell): Outcome {
  const { prediction, linkage, link, status } = cell;
  const loader = (only: boolean | undefined): string => (only === true ? ", loader only" : "");
  // Mach-O files do not show their linker.
  const mode = status === "built" && link.mode === "unknown" ? "unknown" : (prediction?.mode ?? "?");
  const predicted =
    prediction?.linkage === "fails"
      ? "fails"
      : `${mode} ${prediction?.linkage ?? "?"}${loader(prediction?.loaderOnly)}`;
  const observed = status === "failed" ? "fails" : `${link.mode} ${linkage?.kind ?? "?"}${loader(linkage?.loaderOnly)}`;
  const name = [cell.package, cell.platform, cell.strategy, status === "failed" ? `: ${cell.reason ?? ""}` : ""];
  return { name: name.join(" ").trim(), predicted, observed };
}

export function confusion(outcomes: readonly Outcome[]): Confusion {
  const kinds = [...new Set(outcomes.flatMap(({ predicted, observed }) => [predicted, observed]))].toSorted();
  const width = Math.max(...kinds.map((kind) => kind.length), 9) + 2;
  const rows = kinds.map((predicted) => [
    predicted,
    ...kinds.map((observed) =>
      String(outcomes.filter((each) => each.predicted === predicted && each.observed === observed).length),
    ),
  ]);
  const lines = [["predicted", ...kinds], ...rows].map((row) =>
    row
      .map((text) => text.padEnd(width))
      .join("")
      .trimEnd(),
  );
  const misses = outcomes
    .filter(({ predicted, observed }) => predicted !== observed)
    .map(({ name, predicted, observed }) => `${name}: predicted ${predicted}, observed ${observed}`);
  return { table: lines.join("\n"), misses };
}
