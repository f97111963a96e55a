import { strategyRank } from "../go/strategies.ts";
import { code, type Html, html, link, sentence } from "./html-text.ts";
import { linkToLine } from "./commit-links.ts";
import { linkageWord, shortNames } from "./words.ts";
import type { Recommendation } from "../model/cell.ts";
import { linkageKind } from "../model/cell.ts";
import type { Finding } from "../model/finding.ts";
import type { Report, Cell } from "../model/report.ts";

/** How good a cell is to ship, for icons and colour: a hazard is not good, but not bad. */
export type Tone = "good" | "caution" | "bad" | "neutral";

export function toneOf(cell: Cell): Tone {
  const kind = linkageKind(cell);
  if (cell.status === "skipped") return "neutral";
  if (cell.status === "failed" || kind === "fails" || cell.findings.some(({ level }) => level === "error"))
    return "bad";
  if (kind === "dynamic" || kind === "library") return "bad";
  return cell.findings.some(({ level }) => level === "warning") ? "caution" : "good";
}

/** What all sections of the page have to know of the report. */
export type Page = {
  readonly report: Report;
  /** Import path -> the end of it that tells it apart. */
  readonly names: ReadonlyMap<string, string>;
  /** By `targetKey`. */
  readonly recommended: ReadonlyMap<string, Recommendation>;
  /** Cell -> the name of its details in the page. */
  readonly anchors: ReadonlyMap<Cell, string>;
  readonly platforms: readonly string[];
  /** Empty for files that something else built. */
  readonly strategies: readonly string[];
};

export function pageOf(report: Report): Page {
  const { cells, recommendation } = report;
  return {
    report,
    names: shortNames(cells.map((cell) => cell.package)),
    recommended: new Map(recommendation.map((each) => [targetKey(each), each])),
    anchors: new Map(cells.map((cell, at) => [cell, `build-${at + 1}`])),
    platforms: [...new Set(cells.map(({ platform }) => platform))],
    // Not every target has all of them, so the order of one is not that of the page.
    strategies: [...new Set(cells.flatMap(({ strategy }) => strategy ?? []))].toSorted(
      (a, b) => strategyRank(a) - strategyRank(b),
    ),
  };
}

export function targetKey({ package: path, platform }: Pick<Cell, "package" | "platform">): string {
  return `${path}\n${platform}`;
}

/** What a cell came to, in one word of the field, to filter by. */
export function kindWord(cell: Cell): string {
  if (cell.status === "failed" || cell.status === "skipped") return cell.status;
  const kind = linkageKind(cell);
  return kind === "fails" ? "does not build" : (kind ?? "not known");
}

/** What has a mark that is not the good one. */
export function needsAttention(cell: Cell): boolean {
  const mood = toneOf(cell);
  return mood === "bad" || mood === "caution";
}

/** The word for a cell. Its mark and its colour say the same once more. */
export function badge(cell: Cell): Html {
  return html`<b class="mark ${toneOf(cell)}">${linkageWord(cell)}</b>`;
}

export function shortName(path: string, { names }: Page): string {
  return names.get(path) ?? path;
}

/** A line of the caller's code, on GitHub if the report knows where. */
export function place({ file, line }: Pick<Finding, "file" | "line">, { source }: Report): Html | null {
  if (file === null) return null;
  return link(linkToLine(file, line, source), code(`${file}:${line ?? 1}`));
}

/** Words that begin a sentence and are no name of a package, a program or a strategy. */
const openings = /^(?:an?|all|built|does|everything|is|it|no|nothing|of|only|the|there|this|was|with|without) /;

/** A sentence of the report: there it begins small, for it is put into others, and has no full stop. */
export function asSentence(text: string): string {
  const line = sentence(text);
  return withStop(openings.test(line) ? capitalize(line) : line);
}

/** What to do, which begins with a verb. */
export function asAdvice(text: string): string {
  const line = sentence(text);
  return withStop(/^(?!go )[a-z]+ /.test(line) ? capitalize(line) : line);
}

function capitalize(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function withStop(line: string): string {
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** `1 build`, `2 builds` */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
}
