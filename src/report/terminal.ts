import Table from "cli-table3";
import pc from "picocolors";
import { catalog } from "../explain/catalog.ts";
import type { Cell } from "../explain/explain.ts";
import type { Finding } from "../explain/findings.ts";
import type { Recommendation } from "../explain/recommend.ts";
import { groupBy } from "../group-by.ts";
import type { Report } from "./report.ts";
import { formatSize, formatTime, oneLine } from "./text.ts";
import { linkageWord, moodOf, type Mood, needsOf, rowName, tableKey, whyNotJudged } from "./words.ts";

export type TerminalStyle = {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
};

type Colors = ReturnType<typeof pc.createColors>;

/** The report for a person at a terminal: verdict first, a table per target, what to do last. */
export function renderTerminal(report: Report, style: TerminalStyle): string {
  const colors = pc.createColors(style.color);
  const targets = groupBy(report.cells, tableKey);
  const sections = [
    renderVerdict(report, colors),
    ...targets.map((cells) => renderTarget(cells, style, colors)),
    ...renderFindings(report.cells, style, colors),
    ...renderAdvice(report.recommendation, targets.length, colors),
  ];
  return `${sections.join("\n\n")}\n`;
}

function renderVerdict({ verdict }: Report, colors: Colors): string {
  const badge = {
    pass: colors.green(colors.bold("PASS")),
    warn: colors.yellow(colors.bold("WARN")),
    fail: colors.red(colors.bold("FAIL")),
  };
  return `${badge[verdict.outcome]}  ${colors.bold(verdict.reason)}`;
}

const moodMarks: Readonly<Record<Mood, string>> = { good: "✓", caution: "!", bad: "✗", neutral: "–" };

function paint(mood: Mood, colors: Colors): (text: string) => string {
  return { good: colors.green, caution: colors.yellow, bad: colors.red, neutral: colors.dim }[mood];
}

const noBorders = {
  ...Object.fromEntries(
    "top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid"
      .split(" ")
      .map((name) => [name, ""]),
  ),
  middle: "  ",
};

function renderTarget(cells: readonly [Cell, ...Cell[]], style: TerminalStyle, colors: Colors): string {
  const [first] = cells;
  const ends = first.strategy === null ? ["  FILE", "PLATFORM"] : ["  STRATEGY", "BUILD"];
  const head = [ends[0] ?? "", "LINKAGE", "NEEDS", "GLIBC ≥", "LINKER", "SIZE", ends[1] ?? ""];
  const rows = cells.map((cell) => {
    const color = paint(moodOf(cell), colors);
    const name = [`${color(moodMarks[moodOf(cell)])} ${rowName(cell)}`, color(linkageWord(cell))];
    const why = whyNotJudged(cell);
    if (why !== null) return [...name, { content: why, colSpan: head.length - name.length }];
    return [
      ...name,
      needsOf(cell).join("\n") || "nothing",
      cell.linkage?.minGlibc ?? "–",
      cell.link.mode === "unknown" ? "–" : cell.link.mode,
      cell.artifact === null ? "–" : formatSize(cell.artifact.size),
      cell.strategy === null ? cell.platform : cell.timing.buildMs === null ? "–" : formatTime(cell.timing.buildMs),
    ];
  });
  const widths = columnWidths([head, ...rows], style.width);
  const grid = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    colWidths: widths,
    colAligns: ["left", "left", "left", "left", "left", "right", "right"],
    wordWrap: true,
  });
  grid.push(...rows);
  const title = `${colors.bold(first.package)}  ${first.platform}`;
  const body = grid
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
  return first.strategy === null ? body.join("\n") : [title, "", ...body].join("\n");
}

/** Text, or text over several columns; what spans columns makes none of them wider. */
type TableCell = string | { readonly content: string; readonly colSpan: number };

function textOf(cell: TableCell | undefined): string {
  return typeof cell === "string" ? cell : "";
}

const needsColumn = 2;
const gap = 2;

/** Every column as wide as its content; what is too much for the screen is taken from the one that wraps best. */
function columnWidths(rows: readonly (readonly TableCell[])[], screen: number): number[] {
  const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, "");
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(
      ...rows.flatMap((row) =>
        textOf(row[column])
          .split("\n")
          .map((line) => plain(line).length),
      ),
    ),
  );
  const room = screen - widths.reduce((sum, width) => sum + width + gap, -gap);
  const needs = widths[needsColumn] ?? 0;
  // Reasons stand over the columns from here on, and read better when they are not too narrow.
  const wanted = rows.some((row) => row.length < widths.length) ? Math.max(needs, 44) : needs;
  widths[needsColumn] = Math.max(20, Math.min(wanted, needs + room));
  return widths;
}

function renderFindings(cells: readonly Cell[], style: TerminalStyle, colors: Colors): string[] {
  const all = cells.flatMap((cell) => cell.findings.map((finding) => ({ cell, finding })));
  const groups = groupBy(
    all.filter(({ finding }) => finding.level !== "info"),
    ({ finding }) => `${finding.kind}\n${finding.message}`,
  );
  return groups.map((group) => {
    const strategies = [...new Set(group.map(({ cell }) => rowName(cell)))];
    const names = strategies.length > 8 ? [...strategies.slice(0, 7), `${strategies.length - 7} more`] : strategies;
    return renderFinding(group[0].finding, names.join(", "), { style, colors });
  });
}

function renderFinding(
  { kind, level, message, fix, file, line }: Finding,
  strategies: string,
  { style, colors }: { style: TerminalStyle; colors: Colors },
): string {
  const mark = level === "error" ? colors.red("✗") : colors.yellow("!");
  const place = file === null ? "" : ` (${file}:${line ?? 1})`;
  const body = [`${message}${place}`, ...(fix === null ? [] : [`Fix: ${fix}`])];
  const wrapped = body.flatMap((text) => wrap(text, Math.min(style.width, 110) - 4).map((each) => `    ${each}`));
  return [`  ${mark} ${colors.bold(catalog[kind].title)} ${colors.dim(`(${strategies})`)}`, ...wrapped].join("\n");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of oneLine(text, 2000).split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function renderAdvice(recommendation: readonly Recommendation[], targets: number, colors: Colors): string[] {
  return groupBy(recommendation, ({ strategy, why }) => `${strategy ?? ""}\n${why}`).map((group) => {
    const [{ strategy, why }] = group;
    const what = strategy === null ? "Nothing to recommend" : `Ship with ${strategy}`;
    const who = targets === 1 ? [] : group.map(({ package: path, platform }) => `  ${path}  ${platform}`);
    const commands = group.flatMap(({ command }) => (command === null ? [] : `    ${colors.cyan(command)}`));
    return [`${colors.bold(what)}: ${why}`, ...who, ...(commands.length === 0 ? [] : ["", ...commands])].join("\n");
  });
}
