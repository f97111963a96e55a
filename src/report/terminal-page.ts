import type pc from "picocolors";
import { wrap } from "../text/columns.ts";
import type { GridCell } from "./grid.ts";
import { oneLine } from "../text/text.ts";
import { type Tone, toneOf } from "./words.ts";
import type { Cell } from "../model/report.ts";

/** What the report is written on: every line that stands on it was laid out by `wrap` or as a grid. */
export type Page = {
  readonly colors: ReturnType<typeof pc.createColors>;
  /** Columns. */
  readonly width: number;
  /** A package as the shortest end of its path that no other has. */
  readonly nameOf: (path: string) => string;
};

type Paint = (text: string) => string;

/** Lines longer than this are hard to read, however wide the screen is. */
const proseWidth = 110;
/** What is longer was made to be long. */
const longest = 1000;

export function prose(text: string, { width }: Page, indent = 0): string[] {
  const lines = wrap(oneLine(text, longest), Math.max(20, Math.min(width, proseWidth) - indent));
  return lines.map((line) => `${" ".repeat(indent)}${line}`);
}

/** Prose whose first line begins with a mark, and whose others stand below the first's text. */
export function marked(mark: { readonly text: string; readonly paint: Paint }, text: string, page: Page): string[] {
  const indent = mark.text.length + 1;
  return prose(text, page, indent).map((line, at) =>
    at === 0 ? `${mark.paint(mark.text)} ${line.slice(indent)}` : line,
  );
}

const moodMarks: Readonly<Record<Tone, string>> = { good: "✓", caution: "!", bad: "✗", neutral: "–" };

export function moodPaint(mood: Tone, { colors }: Page): Paint {
  return { good: colors.green, caution: colors.yellow, bad: colors.red, neutral: colors.dim }[mood];
}

/** The first cell of a row: what the row is about, with the mark of how good that is. */
export function rowHead(name: string, mood: Tone, page: Page): GridCell {
  const mark = moodMarks[mood];
  return { text: `${mark} ${oneLine(name)}`, paint: (text) => text.replace(mark, moodPaint(mood, page)) };
}

export function headRow(titles: readonly string[], { colors }: Page): GridCell[] {
  return titles.map((text) => ({ text, paint: colors.dim }));
}

/** Worst first. */
const moods: readonly Tone[] = ["bad", "caution", "neutral", "good"];

export function worstMood(cells: readonly Cell[]): Tone {
  const found = new Set(cells.map(toneOf));
  return moods.find((mood) => found.has(mood)) ?? "neutral";
}

/** Where all of it is that was left out. */
export function leftOut(what: string, page: Page): string {
  return prose(`… and ${what}: --json has all of them`, page, 2).map(page.colors.dim).join("\n");
}
