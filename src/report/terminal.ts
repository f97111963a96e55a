import pc from "picocolors";
import { catalog } from "../explain/catalog.ts";
import type { Cell } from "../explain/explain.ts";
import type { Finding } from "../explain/facts.ts";
import type { Recommendation } from "../explain/recommend.ts";
import { groupBy } from "../group-by.ts";
import { type GridCell, renderGrid, wrap } from "./grid.ts";
import type { Report } from "./report.ts";
import { formatSize, formatTime, oneLine } from "./text.ts";
import {
  chainOf,
  linkageWord,
  moodOf,
  type Mood,
  needsOf,
  rowName,
  tableKey,
  whyNotJudged,
  whyPredicted,
} from "./words.ts";

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

function paintOf(mood: Mood, colors: Colors): (text: string) => string {
  return { good: colors.green, caution: colors.yellow, bad: colors.red, neutral: colors.dim }[mood];
}

function renderTarget(cells: readonly [Cell, ...Cell[]], style: TerminalStyle, colors: Colors): string {
  const [first] = cells;
  if (cells.some(({ status }) => status === "predicted")) return renderForecast(cells, style, colors);
  const ends = first.strategy === null ? ["  FILE", "PLATFORM"] : ["  STRATEGY", "BUILD"];
  const head = [ends[0] ?? "", "LINKAGE", "NEEDS", "GLIBC ≥", "LINKER", "SIZE", ends[1] ?? ""];
  const rows = cells.map((cell) => renderCell(cell, colors));
  const grid = renderGrid([head.map((text) => ({ text, paint: colors.dim })), ...rows], {
    width: style.width,
    flexible: 2,
    flexibleMin: 20,
    right: [5, 6],
  });
  return first.strategy === null
    ? grid.join("\n")
    : [`${colors.bold(first.package)}  ${first.platform}`, "", ...grid].join("\n");
}

function renderCell(cell: Cell, colors: Colors): GridCell[] {
  const paint = paintOf(moodOf(cell), colors);
  const mark = moodMarks[moodOf(cell)];
  const name = [
    { text: `${mark} ${rowName(cell)}`, paint: (text: string) => text.replace(mark, paint) },
    { text: linkageWord(cell), paint },
  ];
  const why = whyNotJudged(cell);
  if (why !== null) return [...name, { text: why, span: 5 }];
  const cost = cell.timing.buildMs === null ? "–" : formatTime(cell.timing.buildMs);
  return [
    ...name,
    ...[
      needsOf(cell).join("\n") || "nothing",
      cell.linkage?.minGlibc ?? "–",
      cell.link.mode === "unknown" ? "–" : cell.link.mode,
      cell.artifact === null ? "–" : formatSize(cell.artifact.size),
      cell.strategy === null ? cell.platform : cost,
    ].map((text) => ({ text })),
  ];
}

/** What would be built, and through which imports cgo comes in. */
function renderForecast(cells: readonly [Cell, ...Cell[]], style: TerminalStyle, colors: Colors): string {
  const [first] = cells;
  const head = ["  STRATEGY", "LINKER", "LINKAGE", "BECAUSE"].map((text) => ({ text, paint: colors.dim }));
  const rows = cells.map((cell): GridCell[] => {
    const mood = moodOf(cell);
    const mark = moodMarks[mood];
    const paint = paintOf(mood, colors);
    return [
      { text: `${mark} ${rowName(cell)}`, paint: (text: string) => text.replace(mark, paint) },
      { text: cell.prediction?.mode ?? "–" },
      { text: linkageWord(cell), paint },
      { text: whyPredicted(cell) ?? whyNotJudged(cell) ?? "" },
    ];
  });
  const grid = renderGrid([head, ...rows], { width: style.width, flexible: 3, flexibleMin: 24, right: [] });
  const chains = [...new Set(cells.flatMap(({ cgo }) => cgo.map((user) => `  ${chainOf(user)}`)))];
  const imports = chains.length === 0 ? [] : ["", colors.bold("Imports that bring in cgo"), ...chains];
  return [`${colors.bold(first.package)}  ${first.platform}`, "", ...grid, ...imports].join("\n");
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
  const wrapped = body.flatMap((text) =>
    wrap(oneLine(text, 2000), Math.min(style.width, 110) - 4).map((each) => `    ${each}`),
  );
  return [`  ${mark} ${colors.bold(catalog[kind].title)} ${colors.dim(`(${strategies})`)}`, ...wrapped].join("\n");
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
