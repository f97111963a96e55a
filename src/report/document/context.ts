import { plural } from "../../text/english.ts";
import { describeCounts, isMixed, isPredicted, isUnbuilt, shippedCells, skippedWords } from "../words.ts";
import { type Block, type Inline, list, name, type Phrase, sentence, text } from "./model.ts";
import { groupBy } from "../../text/group-by.ts";
import { closed, commit } from "./phrases.ts";
import type { Problem } from "../problems.ts";
import type { Cell, Report } from "../../model/report.ts";

/** How what ships is built, and what it was compared with. */
export function describeContext(report: Report, problems: readonly Problem[]): Block[] {
  const { ship, cells } = report;
  const predicted = isMixed(report)
    ? [`${describeCounts(report)}. `]
    : ["Predicted, not built; whether the Go code compiles was not examined. "];
  const built: Phrase =
    ship === null
      ? [`${describeCounts(report)}.`]
      : [...(cells.some(isPredicted) ? predicted : []), ...describeRelease(report)];
  const skipped = skippedWords(report);
  const left = skipped === null ? [] : [" Skipped (not executables): ", closed(skipped)];
  return [
    text(...built, ...left, ...describeComparison(report, problems)),
    ...describeHints(report),
    ...describeMissingBase(report),
  ];
}

/** At most so many entries of release configurations in one line. */
const shownEntries = 3;

/** How what ships is built, and where that is said: the same entry once, however many programs it is for. */
function describeRelease({ ship, release, releaseSearch }: Report): Phrase {
  const note: Phrase = releaseSearch.note === null ? [] : [" ", sentence(releaseSearch.note), "."];
  const described = release.filter(({ source }) => source !== "none" && source !== "input" && source !== "config");
  if (described.length === 0) {
    const isFound = release.every(({ source }) => source !== "none");
    const why: Phrase = isFound
      ? []
      : [" (a plain go build): no release configuration was found; ", name("ship"), " can name another strategy"];
    return ["Ships as ", name(ship ?? ""), ...(releaseSearch.note === null ? why : []), ".", ...note];
  }
  const entries = groupBy(described, ({ file, line }) => `${file ?? ""}:${line ?? 1}`);
  const shown = entries.slice(0, shownEntries).map(([first]): Phrase => {
    const settings = first.settings.flatMap((each): Phrase => [", ", name(each)]);
    return [
      name(`${first.file ?? ""}:${first.line ?? 1}`),
      " builds it",
      ...(settings.length === 0 ? [] : [":", " ", ...settings.slice(1)]),
    ];
  });
  const more = entries.length - shown.length;
  const listed = shown.flatMap((each, at): Phrase => (at === 0 ? each : ["; as ", ...each]));
  return ["Ships as ", ...listed, more > 0 ? `; and ${more} more.` : ".", ...note];
}

/** Where the plain build is judged: lines of other files that may say how it ships. */
function describeHints({ release, releaseSearch }: Report): Block[] {
  const { hints } = releaseSearch;
  if (hints.length === 0 || !release.some(({ source }) => source === "none")) return [];
  const lines = hints.map(({ file, line, text: written }): Phrase => [name(`${file}:${line}`), ": ", name(written)]);
  return [text("These lines may say how it ships; if one does, set ", name("ship"), " to the strategy:"), list(lines)];
}

function describeComparison(report: Report, problems: readonly Problem[]): Phrase {
  const { sha, source } = report.baseline;
  if (sha === null) return [];
  const base = commit(sha, report);
  if (source === "policy") return [" Only the rules were compared with ", base, "."];
  if (problems.some(({ kind, target }) => kind === "baseline" && target === null)) return [];
  const countPrograms = (isMeant: (cell: Cell) => boolean): number =>
    new Set(shippedCells(report).flatMap((cell) => (isMeant(cell) ? [cell.package] : []))).size;
  const rebuilt = countPrograms(({ base: before }) => before?.from === "build");
  const unbuilt = countPrograms(isUnbuilt);
  const isWorse = problems.some(
    ({ kind, outcome }) => kind === "regression" || kind === "missing" || (kind === "build" && outcome === "fail"),
  );
  const parts = [
    ...(rebuilt === 0 ? [] : [`${plural(rebuilt, "program")} rebuilt`]),
    ...(unbuilt === 0 ? [] : [`${plural(unbuilt, "program")} unchanged and not built`]),
  ];
  const how = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  return [" Compared with ", base, isWorse ? `${how}.` : `${how}: no regression.`];
}

/** What was tried to find a base, and what it means that there is none. */
function describeMissingBase(report: Report): Block[] {
  const { baseline, verdict } = report;
  const missing = verdict.judgements.find(({ kind, target }) => kind === "baseline" && target === null);
  if (missing === undefined) return [];
  const effect =
    missing.outcome === "fail"
      ? "This fails the run: on-missing-baseline: fail or baseline: build is set, or this machine is at fault."
      : "This only warns. To fail without a base commit, set on-missing-baseline: fail.";
  const init: Inline = name("go-linkage policy init");
  const blocks = [
    text("Regressions cannot be detected without the base commit. What was tried:"),
    list(
      baseline.steps.map((step) => [sentence(step)]),
      true,
    ),
    text(effect, " Rules work without one: ", init, " writes a first policy from what ships now."),
  ];
  return [{ kind: "alert", outcome: missing.outcome === "fail" ? "fail" : "note", blocks }];
}
