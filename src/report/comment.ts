import type { Cell, CellBase } from "../explain/explain.ts";
import { catalog } from "../explain/catalog.ts";
import { describeLinkage } from "../explain/describe-linkage.ts";
import type { Finding } from "../explain/facts.ts";
import { isStandalone, type Recommendation } from "../explain/recommend.ts";
import { groupBy } from "../group-by.ts";
import { code, escapeText, fence, table } from "./markdown-text.ts";
import { countCells, type Report } from "./report.ts";
import { linkToCommit, linkToLine, type Source } from "./source.ts";
import { moodOf, rowName, shortNames } from "./words.ts";

/** What a comment has beside the report. */
export type CommentFrame = {
  /** The hidden first line, by which the comment is found again. */
  readonly marker: string;
  /** Where GitHub shows the run with its job summary; null when that is not known. */
  readonly run: string | null;
};

/** GitHub takes 65,536 characters, and counts them in its own way. */
const limit = 60_000;

/** How many of each kind of lines are shown. What is over the limit is made shorter in steps, the least important first. */
type Measure = { readonly rows: number; readonly causes: number; readonly advice: number };

const measures: readonly Measure[] = [
  { rows: 20, causes: 10, advice: 5 },
  { rows: 20, causes: 5, advice: 1 },
  { rows: 10, causes: 3, advice: 0 },
  { rows: 1, causes: 1, advice: 0 },
];

/**
 * The report as a comment on a pull request: the verdict, what is wrong with its causes, and what to ship; all else is in the job
 * summary. Comments notify people, so nothing from outside becomes a mention, a reference or a link in it.
 */
export function renderComment(report: Report, frame: CommentFrame): string {
  let body = "";
  for (const measure of measures) {
    body = renderDraft(report, frame, measure);
    if (body.length <= limit) break;
  }
  // GitHub refuses text that is not well-formed Unicode.
  return body.replace(/\p{Surrogate}/gu, "\uFFFD");
}

function renderDraft(report: Report, frame: CommentFrame, measure: Measure): string {
  const sections = [
    `${frame.marker}\n${renderHeadline(report.verdict)}`,
    ...renderExceptions(report, measure),
    ...renderAdvice(report, measure),
    renderCounts(report),
    renderFooter(report, frame),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A sentence that is too long for a headline stands below one. */
function renderHeadline({ outcome, reason }: Report["verdict"]): string {
  const headline = `## ${icons[outcome]} Static linking: `;
  return reason.length <= 100 ? headline + plain(reason) : `${headline}${words[outcome]}\n\n${plain(reason)}.`;
}

const words = { pass: "passed", warn: "passed, but mind", fail: "failed" } as const;
const icons = { pass: "✅", warn: "⚠️", fail: "❌" } as const;
const moodIcons = { good: "✅", caution: "⚠️", bad: "❌", neutral: "➖" } as const;

/** What ships and has something worth acting on; what fails comes first. */
function exceptionsIn({ cells, ship }: Report): readonly Cell[] {
  const weight = ({ findings }: Cell): number => (findings.some(({ level }) => level === "error") ? 0 : 1);
  return cells
    .filter(({ strategy }) => strategy === ship)
    .filter((cell) => cell.status === "failed" || cell.findings.some(({ level }) => level !== "info"))
    .toSorted((a, b) => weight(a) - weight(b));
}

function renderExceptions(report: Report, { rows: most, causes }: Measure): string[] {
  const exceptions = exceptionsIn(report);
  const { baseline } = report;
  const names = shortNames(report.cells.map((cell) => cell.package));
  const nameOf = (cell: Cell): string =>
    cell.strategy === null ? rowName(cell) : (names.get(cell.package) ?? cell.package);
  const isCompared = baseline.gone.length > 0 || exceptions.some(({ base }) => base !== null);
  const rows = [
    ...baseline.gone.map((each) => [code(each.package), code(each.platform), "built", "❌ gone"]),
    ...exceptions.map((cell) => [
      code(nameOf(cell)),
      code(cell.platform),
      cell.base === null ? "" : plain(describeLinkage(asBuiltOn(cell.base, cell))),
      `${moodIcons[moodOf(cell)]} ${plain(describeLinkage(cell))}`,
    ]),
  ].map((row) => (isCompared ? row : row.filter((_, at) => at !== 2)));
  if (rows.length === 0) return [];
  const base = baseline.sha === null ? "Base" : `Base ${linked(baseline.sha, report.source)}`;
  const head = ["Program", "Platform", ...(isCompared ? [base] : []), "This commit"];
  return [
    table(head, rows.slice(0, most)),
    ...andMore(rows.length - most, "row"),
    ...renderCauses(exceptions, nameOf, { source: report.source, most: causes }),
  ];
}

/** The head's cell as it would be in the table of the base. */
function asBuiltOn(base: CellBase, cell: Cell): Cell {
  return { ...cell, status: base.status, linkage: base.linkage, prediction: null };
}

/** Each cause once, with the programs that have it. */
function renderCauses(
  exceptions: readonly Cell[],
  nameOf: (cell: Cell) => string,
  { source, most }: { readonly source: Source | null; readonly most: number },
): string[] {
  const all = exceptions.flatMap((cell) =>
    cell.findings.filter(({ level }) => level !== "info").map((finding) => ({ cell, finding })),
  );
  const groups = groupBy(all, ({ finding }) => [finding.kind, finding.message, finding.file].join("\n"));
  const sorted = [...groups].sort((a, b) => weightOf(a[0].finding) - weightOf(b[0].finding));
  const items = sorted.slice(0, most).map((group) => {
    const { kind, level, message, fix } = group[0].finding;
    const names = [...new Set(group.map(({ cell }) => nameOf(cell)))];
    const who = [...names.slice(0, 3).map(code), ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(", ");
    const todo = fix === null ? "" : ` **Fix:** ${plain(fix)}.`;
    const place = placeOf(group[0].finding, source);
    return `- ${level === "error" ? "❌" : "⚠️"} **${catalog[kind].title}** (${who}): ${plain(message)}${place}.${todo}`;
  });
  if (items.length === 0) return [];
  return [items.join("\n"), ...andMore(sorted.length - most, "finding")];
}

function weightOf({ level }: Finding): number {
  return level === "error" ? 0 : 1;
}

/** Where it comes from, as a link where the path is plain. */
function placeOf({ file, line }: Finding, source: Source | null): string {
  if (file === null) return "";
  const text = code(`${file}:${line ?? 1}`);
  const isPlain = /^[\w@+-][\w@+.-]*(?:\/[\w@+-][\w@+.-]*)*$/.test(file) && file.length <= 300;
  return ` (${source !== null && isPlain ? `[${text}](${linkToLine(file, line, source)})` : text})`;
}

/** What to ship instead, of all that is not static. */
function renderAdvice({ cells, recommendation, ship }: Report, { advice: most }: Measure): string[] {
  const isNeeded = (each: Recommendation): boolean =>
    cells.some(
      (cell) =>
        cell.package === each.package &&
        cell.platform === each.platform &&
        cell.strategy === ship &&
        !isStandalone(cell),
    );
  const names = shortNames(cells.map((cell) => cell.package));
  const groups = groupBy(recommendation.filter(isNeeded), ({ strategy, why }) => `${strategy ?? ""}\n${why}`);
  const shown = groups.slice(0, most).map((group) => {
    const [{ strategy, why, command }] = group;
    const targets = group.map((each) => `${code(names.get(each.package) ?? each.package)} (${code(each.platform)})`);
    const who = [...targets.slice(0, 4), ...(targets.length > 4 ? [`${targets.length - 4} more`] : [])].join(", ");
    const what = strategy === null ? "**Nothing to recommend**" : `**Ship with ${code(strategy)}**`;
    const text = `${what} for ${who}: ${plain(why)}.`;
    return command === null || command.length > 2000 ? text : `${text}\n\n${fence(command, "sh")}`;
  });
  return [...shown, ...andMore(groups.length - most, "recommendation")];
}

function renderCounts({ cells, ship, baseline }: Report): string {
  const shipped = ship === null ? "" : ` ${code(ship)} is the strategy that ships.`;
  const why = baseline.sha === null ? baseline.steps.at(-1) : undefined;
  const compared = why === undefined ? "" : ` Not compared with a base commit: ${plain(why)}.`;
  return `**${countsOf(cells, ship === null ? "file" : "build")}.**${shipped}${compared}`;
}

function countsOf(cells: readonly Cell[], noun: string): string {
  const all = `${cells.length} ${noun}${cells.length === 1 ? "" : "s"}`;
  if (cells.some(({ status }) => status === "predicted")) return `${all}, all predicted`;
  const counts = countCells(cells);
  const parts = [
    `${counts.static} static`,
    ...(counts.system > 0 ? [`${counts.system} system libraries only`] : []),
    `${counts.dynamic} dynamic`,
    ...(counts.other > 0 ? [`${counts.other} not judged`] : []),
    `${counts.failed} failed`,
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ];
  return `${all}: ${parts.join(", ")}`;
}

/** Ours to the last character: a later run reads the number of this one from it. */
function renderFooter({ source }: Report, { run }: CommentFrame): string {
  const summary = run === null ? "job summary" : `[job summary](${run})`;
  const commit = source === null ? "" : ` of ${linked(source.sha, source)}`;
  return `The whole report${commit} is in the ${summary}.`;
}

function linked(sha: string, source: Source | null): string {
  const text = code(sha.slice(0, 10));
  return source === null || !/^[0-9a-f]+$/.test(sha) ? text : `[${text}](${linkToCommit(sha, source)})`;
}

function andMore(count: number, noun: string): string[] {
  return count <= 0 ? [] : [`… and ${count} more ${noun}${count === 1 ? "" : "s"} in the job summary.`];
}

/** Text in which GitHub finds nothing: it looks for addresses and references in the finished page, where no backslash helps. */
function plain(text: string): string {
  const apart = text
    .replace(/#(?=\d)/g, "#\u200b")
    .replace(/\b(GH|www|mailto|xmpp)(?=[-.:])/gi, "$1\u200b")
    .replace(/@(?=\S)/g, "@\u200b");
  return escapeText(apart);
}
